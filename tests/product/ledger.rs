//! The rows of the outcome ledger, as a policy reader sees them: one matter, one row, on the word of whoever vouches for it.

use serde_json::Value;

use crate::common::Folder;

/// State, matter and speakers of each row of the ledger of a round that these articles tell of.
fn rows(round: &str, articles: &[(&str, &str)]) -> Vec<(String, String, Vec<String>)> {
    let mut files = vec![("desk/mujaz.yaml".to_owned(), "formats: [json]\n".to_owned())];
    for (n, (head, text)) in articles.iter().enumerate() {
        let name = format!("desk/articles/{n}.md");
        files.push((name, format!("---\n{head}\nround: {round}\n---\n{text}\n")));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::with(&files);
    let run = folder.mujaz(&["context", round, "desk"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let brief: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let row = |o: &Value| {
        let also = o["also"].as_array().into_iter().flatten();
        let by = std::iter::once(&o["by"]).chain(also).filter(|b| !b.is_null()).map(|b| text(&b["en"])).collect();
        (text(&o["status"]), text(&o["slot_en"]), by)
    };
    brief["outcomes"].as_array().into_iter().flatten().map(row).collect()
}

#[track_caller]
fn told(round: &str, head: &str, text: &str, expected: &[(&str, &str, &[&str])]) {
    let found = rows(round, &[(head, text)]);
    let found: Vec<(&str, &str, Vec<&str>)> =
        found.iter().map(|(s, m, by)| (s.as_str(), m.as_str(), by.iter().map(String::as_str).collect())).collect();
    let expected: Vec<(&str, &str, Vec<&str>)> = expected.iter().map(|(s, m, by)| (*s, *m, by.to_vec())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn what_all_say_together_is_no_claim() {
    let on = "date: 2017-05-04";
    told(
        "astana-4",
        on,
        "أعلنت روسيا وتركيا وإيران توصلها إلى اتفاق على تبادل الأسرى.",
        &[("agreed", "prisoner exchange", &["Russia", "Turkey", "Iran"])],
    );
    told("astana-4", on, "وأعلنت روسيا التوصل إلى اتفاق على تبادل الأسرى.", &[("claimed", "prisoner exchange", &["Russia"])]);
}

#[test]
fn the_statement_of_the_round_and_who_mediates_vouch_for_what_they_say() {
    let on = "date: 2017-05-04";
    told(
        "astana-4",
        on,
        "وجاء في بيان مشترك أن الوفود اتفقت على تبادل الأسرى. وأضاف البيان أن المشاركين اتفقوا على وقف القصف.",
        &[
            ("agreed", "joint statement", &[]),
            ("agreed", "halt to bombing", &["the statement"]),
            ("agreed", "prisoner exchange", &["the statement"]),
        ],
    );
    told(
        "astana-4",
        on,
        "وقال الوسيط إن الوفدين اتفقا على تبادل الأسرى.",
        &[("agreed", "prisoner exchange", &["mediator (not named)"])],
    );
}

#[test]
fn who_suspends_the_talks_announces_it() {
    told(
        "astana-4",
        "date: 2017-05-04",
        "أعلنت المعارضة المسلحة تعليق المحادثات.",
        &[("agreed", "suspension of the talks", &["armed opposition"])],
    );
}

#[test]
fn a_headline_and_its_report_are_one_row() {
    told(
        "astana-4",
        "date: 2017-05-04",
        "الوفدان يتفقان على هدنة في المدينة\n\nأعلن خيرت عبد الرحمنوف أن الوفدين اتفقا على هدنة إنسانية في المدينة.",
        &[("agreed", "humanitarian truce", &["Kairat Abdrakhmanov"])],
    );
    // What only one side says is no fact because a headline says it.
    told(
        "astana-4",
        "date: 2017-05-04",
        "اتفاق على تبادل الأسرى\n\nوقال بشار الجعفري إن الوفدين اتفقا على تبادل الأسرى.",
        &[("claimed", "prisoner exchange", &["Bashar Ja'afari"])],
    );
}

#[test]
fn what_was_agreed_before_the_round_is_not_its_result() {
    let text = "اتفقت روسيا وتركيا على وقف القصف. وأعلنت وزارة الخارجية الكازاخستانية تأجيل المحادثات.";
    told("astana-4", "date: 2017-05-02", text, &[("pending", "postponement of the talks", &["Kazakh Foreign Ministry"])]);
    told(
        "astana-4",
        "date: 2017-05-03",
        text,
        &[("agreed", "halt to bombing", &[]), ("pending", "postponement of the talks", &["Kazakh Foreign Ministry"])],
    );
}

#[test]
fn a_label_that_points_back_is_none() {
    told("astana-4", "date: 2017-05-04", "واتفق الوفدان على هذه الركائز.", &[]);
}

#[test]
fn who_did_not_sign_is_told() {
    told(
        "sudan-juba-2021-06",
        "date: 2021-06-15",
        "وقعت الحكومة السودانية في جوبا الثلاثاء اتفاقا يقضي بفتح الطرق وتبادل الأسرى. ولم توقع الجبهة الثورية السودانية على الاتفاق.",
        &[
            ("agreed", "prisoner exchange", &[]),
            ("agreed", "opening of roads", &[]),
            ("not agreed", "signing of an agreement or declaration by Sudan Revolutionary Front", &[]),
        ],
    );
}

#[test]
fn what_another_body_agreed_beside_the_talks_is_not_theirs() {
    let on = "date: 2020-11-15";
    let text = "وبالتوازي، اختتمت اللجنة العسكرية المشتركة 5+5 اجتماعها، واتفقت على فتح الطرق.";
    told("libya-tunis-2020", on, text, &[]);
    told("libya-tunis-2020", on, "واتفق المشاركون في الملتقى على فتح الطرق.", &[("agreed", "opening of roads", &[])]);
    told("libya-ghadames-2020", "date: 2020-11-04", text, &[("agreed", "opening of roads", &[])]);
}

#[test]
fn what_was_due_and_came_about_is_no_longer_open() {
    let due = ("date: 2017-05-03", "وتدخل الهدنة حيز التنفيذ مساء الخميس.");
    let came = ("date: 2017-05-05", "ودخلت الهدنة حيز التنفيذ مساء أمس.");
    let open = rows("astana-4", &[due]);
    assert!(open.iter().all(|r| r.0 == "pending") && !open.is_empty(), "{open:?}");
    let both = rows("astana-4", &[due, came]);
    assert!(both.iter().all(|r| r.0 == "agreed") && !both.is_empty(), "{both:?}");
}

#[test]
fn an_agreement_of_any_kind_is_told_with_what_it_is_on_and_a_list_ahead_is_no_matter() {
    let on = "date: 2017-05-04";
    told(
        "astana-4",
        on,
        "ولم يتوصل الوفدان إلى أي تفاهم بشأن مطار دمشق.",
        &[("not agreed", "agreement of any kind with regard to the airport of Damascus", &[])],
    );
    told("astana-4", on, "واتفق الطرفان على التعاون في المجالات التالية: النقل، والصحة.", &[]);
}

#[test]
fn a_label_that_does_not_tell_which_is_none() {
    let on = "date: 2017-05-04";
    told("astana-4", on, "واتفق الطرفان على ثلاثة ملفات.", &[]);
    told("astana-4", on, "واتفق الطرفان على تفاصيل تطبيقه.", &[]);
    told("astana-4", on, "ولم تسفر الجولة عن الإفراج عن محتجز واحد.", &[("not agreed", "release of anyone", &[])]);
}

/// What the ledger tells of a release.
fn released(text: &str) -> Vec<String> {
    rows("astana-4", &[("date: 2017-05-04", text)]).into_iter().map(|r| r.1).collect()
}

#[test]
fn who_is_released_by_name() {
    assert_eq!(released("اتفق الطرفان على الإفراج عن محمد قحطان."), ["release of Mohammed Qahtan"]);
    assert_eq!(released("اتفق الطرفان على الإفراج عن القيادي سامر البدري."), ["release of Samer al-Badri*"]);
    assert_eq!(
        released("اتفق الطرفان على الإفراج عن الصحفي سامر البدري مقابل ثلاثين أسيرا."),
        ["release of Samer al-Badri* in return for 30 others"]
    );
    // The surname of one who is named in full elsewhere.
    assert_eq!(
        released("وطالبت أسرة محمد زهران بالإفراج عنه. واتفق الطرفان على إطلاق سراح زهران."),
        ["release of Mohammed Zahran*"]
    );
}

#[test]
fn who_is_not_released_by_name() {
    let of = |text: &str| released(text).into_iter().filter(|r| r.contains("Samer")).collect::<Vec<_>>();
    assert_eq!(of("اتفق الطرفان على الإفراج عن شقيق سامر البدري."), [""; 0]);
    assert_eq!(of("اتفق الطرفان على الإفراج عن المقاتلين في قرية سامر البدري."), [""; 0]);
    // Money is no one.
    assert_eq!(released("اتفق الطرفان على الإفراج عن الصحفي سامر البدري مقابل 30 مليون دولار."), ["release of Samer al-Badri*"]);
}
