//! Where the reports of one round differ, where they agree, and what is compared with nothing.

use serde_json::Value;

use crate::common::Folder;

/// The brief of a round that a few reports tell of.
fn brief(round: &str, reports: &[(&str, &str)]) -> Value {
    let mut files = vec![("desk/mujaz.yaml".to_owned(), "formats: [json]\n".to_owned())];
    for (i, (day, text)) in reports.iter().enumerate() {
        let outlet = ["وكالة المثال", "صحيفة النموذج", "قناة العينة", "موقع الشاهد"][i];
        files.push((
            format!("desk/articles/{i}.md"),
            format!("---\ndate: {day}\nsource: {outlet}\nround: {round}\n---\n{text}\n"),
        ));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::with(&files);
    let run = folder.mujaz(&["context", round, "desk"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&run.stdout).expect("JSON")
}

/// Each difference with its values, who says them and in which words.
fn differences(brief: &Value) -> Vec<String> {
    let list = |v: &Value| v.as_array().cloned().unwrap_or_default();
    let value = |v: &Value| {
        let by = v["by"]["en"].as_str().unwrap_or("the article");
        format!("{} ({by}: {})", v["value"]["text"].as_str().unwrap_or_default(), v["ar"].as_str().unwrap_or_default())
    };
    list(&brief["disputes"])
        .iter()
        .map(|d| {
            let values: Vec<String> = list(&d["values"]).iter().map(value).collect();
            format!("{}: {}", d["slot_en"].as_str().unwrap_or_default(), values.join(" | "))
        })
        .collect()
}

fn agreements(brief: &Value) -> Vec<&str> {
    brief["agreements"].as_array().into_iter().flatten().filter_map(|l| l["en"]["text"].as_str()).collect()
}

#[test]
fn one_list_with_two_numbers() {
    let brief = brief(
        "astana-16",
        &[
            ("2021-07-08", "قال رئيس وفد المعارضة أحمد طعمة إن الوفد سلّم الضامنين قائمة بأسماء 320 معتقلا."),
            ("2021-07-08", "وأكد مصدر في وفد المعارضة أن الوفد سيسلم الضامنين قائمة تضم أسماء 320 معتقلا من النساء."),
            ("2021-07-09", "وذكر أحمد طعمة أن وفد الحكومة طلب مهلة للرد على القائمة التي ضمت 410 أسماء."),
            // Another list, and others who were freed.
            ("2021-07-09", "وقال أيمن سوسان إن وفد الحكومة سلّم الضامنين قائمة بأسماء 90 مخطوفا. وأفرجت الحكومة عن 12 معتقلا."),
        ],
    );
    assert_eq!(
        differences(&brief),
        ["number of names on the list of the Syrian opposition: 320–410: 320 detainees (Ahmad Tomah: بأسماء 320 معتقلا) | \
          320 detainees (source in the delegation of the Syrian opposition (not named): أسماء 320 معتقلا) | \
          410 names (Ahmad Tomah: القائمة التي ضمت 410 أسماء)"]
    );
    assert_eq!(
        agreements(&brief),
        [
            "names on the list of the Syrian opposition: 320 (Ahmad Tomah, source in the delegation of the Syrian opposition (not named)), 2 independent texts."
        ]
    );
}

#[test]
fn one_strike_with_two_tolls() {
    let reports = [
        ("2024-05-12", "قال متحدث باسم الحوثيين إن القصف على مدينة حرض أسفر يوم 10 مايو عن مقتل 14 مدنيا."),
        ("2024-05-13", "وقتل 11 مدنيا في مدينة حرض يوم الجمعة 10 مايو وفقا لمصادر طبية."),
        // Another place, another day, others who were wounded, a part of them, and no exact number.
        ("2024-05-13", "وقتل 30 مدنيا في مدينة ميدي يوم 10 مايو. وأصيب 25 مدنيا في مدينة حرض يوم 10 مايو."),
        ("2024-05-14", "وقتل 6 مدنيين في مدينة حرض يوم 3 مايو. وقتل أكثر من 10 مدنيين في مدينة حرض يوم 10 مايو، بينهم 4 أطفال."),
    ];
    assert_eq!(
        differences(&brief("yemen-biel-2015", &reports)),
        ["number of civilians killed in Haradh: 11–14: 14 civilians (spokesman for the Houthis (not named): مقتل 14 مدنيا) | \
          11 civilians (medical sources (not named): وقتل 11 مدنيا) | more than 10 civilians (the article: وقتل أكثر من 10 مدنيين)"]
    );
}

#[test]
fn who_is_to_blame_is_asked_of_one_matter() {
    let reports = [
        ("2015-12-18", "اتهم المتحدث باسم قوات التحالف أحمد عسيري الحوثيين بخرق الهدنة."),
        ("2015-12-18", "واتهم محمد عبد السلام السعودية والولايات المتحدة بخرق وقف إطلاق النار."),
        // Other matters, and one who complains of his own side's guest.
        (
            "2015-12-19",
            "واتهم عبد الملك المخلافي الحوثيين بعرقلة المحادثات. واتهم محمد عبد السلام المبعوث الأممي بخرق الهدنة إرضاء للسعودية.",
        ),
        ("2015-12-19", "واتهم مهدي المشاط السعودية بقطع المياه عن المدينة."),
    ];
    assert_eq!(
        differences(&brief("yemen-biel-2015", &reports)),
        ["who is to blame: violation of the ceasefire: blames: Houthis (Ahmed Asseri: الحوثيين بخرق الهدنة) | \
          blames: Saudi Arabia, United States (Mohammed Abdul-Salam: السعودية والولايات المتحدة بخرق وقف إطلاق النار)"]
    );
}

#[test]
fn a_release_says_how_many_and_reports_may_differ() {
    let reports = [
        ("2023-03-20", "اتفقت الحكومة اليمنية والحوثيون على إطلاق سراح 880 أسيرا في 30 آذار/مارس."),
        ("2023-03-21", "وأعلن المبعوث الأممي هانس غروندبرغ أن الطرفين اتفقا على الإفراج عن 880 أسيرا."),
        ("2023-03-21", "وقال مصدر مطلع إن الطرفين اتفقا على إطلاق سراح 1100 أسير."),
        // Those who are free already, and names that were handed over.
        ("2023-03-21", "وأفرج الحوثيون عن 15 أسيرا أمس. وقدم وفد الحوثيين كشفا بأسماء 1400 أسير."),
    ];
    let brief = brief("yemen-biel-2015", &reports);
    assert_eq!(
        differences(&brief),
        ["number of prisoners to be released: 880–1100: 880 prisoners (the article: إطلاق سراح 880 أسيرا) | \
          880 prisoners (Hans Grundberg: الإفراج عن 880 أسيرا) | 1100 prisoners (informed source (not named): إطلاق سراح 1100 أسير)"]
    );
    assert_eq!(
        agreements(&brief),
        [
            "release of prisoners: agreed (the articles, Hans Grundberg), claimed (informed source (not named)), 3 independent texts.",
            "prisoners to be released: 880 (the articles, Hans Grundberg), 2 independent texts."
        ]
    );
    let rows: Vec<&str> = brief["outcomes"].as_array().into_iter().flatten().filter_map(|o| o["slot_en"].as_str()).collect();
    let en = brief["outcomes"][0]["en"]["text"].as_str().unwrap_or_default();
    assert!(en.ends_with("to release 880 prisoners on 30 March (2023)"), "{en}");
    assert_eq!(rows, ["release of 880 prisoners", "release of 15 prisoners by the Houthis", "release of 1100 prisoners"]);
}

#[test]
fn the_points_of_a_list_are_outcomes_of_who_announces_them() {
    let rows = |text: &str| -> Vec<String> {
        let brief = brief("yemen-biel-2015", &[("2023-03-20", text)]);
        let line = |o: &Value| {
            format!(
                "{}: {} ({})",
                o["slot_en"].as_str().unwrap_or_default(),
                o["word"].as_str().unwrap_or_default(),
                o["by"]["en"].as_str().unwrap_or("the article")
            )
        };
        brief["outcomes"].as_array().into_iter().flatten().map(line).collect()
    };
    assert_eq!(
        rows(
            "وقال المبعوث الأممي هانس غروندبرغ إن الوفدين اتفقا على النقاط التالية:\n\n1- تبادل الأسرى.\n\n2- فتح مطار صنعاء.\n\n3- دفع رواتب الموظفين.\n\nورحب مجلس الأمن بالاتفاق."
        ),
        [
            "reopening of the airport: agreed (Hans Grundberg)",
            "prisoner exchange: agreed (Hans Grundberg)",
            "payment of salaries: agreed (Hans Grundberg)"
        ]
    );
    assert_eq!(
        rows(
            "واتفق الطرفان على الآتي: أولاً، وقف إطلاق النار في الحديدة؛ ثانياً، تبادل الأسرى؛ ثالثاً، عدم التصعيد.\n\nوقال محمد عبد السلام إن 1- هذا خبر."
        ),
        ["ceasefire: agreed (the article)", "prisoner exchange: agreed (the article)"]
    );
    assert_eq!(
        rows("ولم يتفق الطرفان على ما يلي:\n\n1- رفع الحصار.\n\n2- تبادل الأسرى."),
        ["prisoner exchange: not agreed (the article)", "lifting of the siege: not agreed (the article)"]
    );
    assert_eq!(rows("وقدم الوفد مقترحا على النحو التالي:\n\n1- تبادل الأسرى."), [""; 0]);
}

#[test]
fn a_list_and_a_few_of_it_are_no_two_counts() {
    let brief = brief(
        "astana-16",
        &[
            ("2021-07-08", "قال رئيس وفد المعارضة أحمد طعمة إن الوفد سلّم الضامنين قائمة بأسماء 320 معتقلا."),
            ("2021-07-09", "وقال أيمن سوسان إن القائمة التي سلمها وفد المعارضة ضمت 4 أسماء فقط."),
        ],
    );
    assert_eq!(differences(&brief), [""; 0]);
}

#[test]
fn what_is_asked_or_denied_is_no_fact() {
    let brief = brief(
        "astana-16",
        &[
            ("2021-07-08", "وتساءل أحمد طعمة عما إذا كانت تركيا ستنسحب من المحادثات فعلا."),
            ("2021-07-09", "ونفى أيمن سوسان صحة الأنباء عن عقد لقاء ثنائي مع وفد تركيا."),
        ],
    );
    let people: Vec<String> = brief["participants"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|p| p["presence"] == "withdrew")
        .map(|p| p["en"].to_string())
        .collect();
    assert_eq!(people, [""; 0]);
    assert_eq!(brief["format"].as_array().map(Vec::len), Some(0));
}

#[test]
fn what_one_says_and_another_denies_right_behind_it() {
    let text = "وقال مصدر مقرب من الوفد الحكومي إن تركيا عرضت الانسحاب من المدينة. ونفى سيرغي لافروف ذلك.";
    let found = differences(&brief("astana-4", &[("2017-05-04", text)]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("denies it (Sergey Lavrov: نفى سيرغي لافروف ذلك)"), "{found:?}");
    // A denial with a matter of its own, and one that stands elsewhere.
    let own = "وقال سيرغي لافروف إن تركيا عرضت الانسحاب من المدينة. ونفى محمد علوش استهداف المدنيين.";
    assert_eq!(differences(&brief("astana-4", &[("2017-05-04", own)])), [""; 0]);
    // `وهو ما نفاه`, who says it behind it, and a word of contrast.
    let relative = "وقال مصدر مقرب من الوفد الحكومي إن تركيا عرضت الانسحاب من المدينة، وهو ما نفاه سيرغي لافروف.";
    let found = differences(&brief("astana-4", &[("2017-05-04", relative)]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("denies it (Sergey Lavrov: نفاه)"), "{found:?}");
    let behind = "وقال محمد علوش إن الوفد سيعود. وغاب وفد تركيا عن الجلسة بسبب المرض، بحسب مصدر مطلع. ونفى سيرغي لافروف ذلك، مؤكدا أن الوفد حضر.";
    assert_eq!(differences(&brief("astana-4", &[("2017-05-04", behind)])).len(), 1);
    let apart = "وقال محمد علوش إن الوفد التقى الروس مرتين، في حين نفى سيرغي لافروف عقد أي لقاء.";
    let found = differences(&brief("astana-4", &[("2017-05-04", apart)]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("denies: "), "{found:?}");
    let far = "وقال سيرغي لافروف إن تركيا عرضت الانسحاب. وانتهت الجلسة مساء أمس. ونفى محمد علوش ذلك.";
    assert_eq!(differences(&brief("astana-4", &[("2017-05-04", far)])), [""; 0]);
}

#[test]
fn who_is_accused_denies_it() {
    let text = "وحمّلت تركيا، بقيادة رجب طيب أردوغان، إيران مسؤولية هجوم على القاعدة، بينما نفت إيران وقوع أي هجوم.";
    let found = differences(&brief("astana-4", &[("2017-05-04", text)]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("an accusation: Turkey: blames: Iran (Turkey:"), "{found:?}");
    // Another denies that there was anything: no answer of who is accused.
    let other = "وحمّلت تركيا إيران مسؤولية هجوم على القاعدة، بينما نفت روسيا وقوع أي هجوم.";
    let found = differences(&brief("astana-4", &[("2017-05-04", other)]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("a statement and the denial behind it: Turkey: "), "{found:?}");
}

#[test]
fn the_days_of_a_round_that_lasts_are_no_differences() {
    let one = ("2020-11-16", "واختتم ملتقى الحوار السياسي الليبي أعماله في تونس يوم 15 تشرين الثاني 2020.");
    let other = ("2020-11-16", "وافتتح ملتقى الحوار السياسي الليبي في تونس في 9 تشرين الثاني 2020.");
    let found = differences(&brief("libya-tunis-2020", &[one, other]));
    assert!(found.iter().all(|d| !d.starts_with("day")), "{found:?}");
}

#[test]
fn the_length_of_a_truce_and_an_exchange_of_so_many_each() {
    let reports = [
        ("2023-05-14", "وقال بيان سعودي أميركي إن المحادثات ستركز على هدنة مدتها نحو عشرة أيام."),
        ("2023-05-14", "وقال مصدر مطلع إن الوسطاء طرحوا هدنة مدتها سبعة أيام قابلة للتمديد. وانهارت هدنة بعد 3 أيام."),
    ];
    assert_eq!(
        differences(&brief("sudan-jeddah-2023-05", &reports)),
        ["number of days of the truce: about 10 days (the statement: هدنة مدتها نحو عشرة أيام) | \
          7 days (informed source (not named): هدنة مدتها سبعة أيام)"]
    );
    let reports = [
        ("2019-08-02", "ورحب البيان الختامي بعملية تبادل المعتقلين التي نفذت في يوليو، وشملت 20 شخصا من كل طرف."),
        ("2019-08-02", "وأعلن سيرغي لافروف أن عملية تبادل الأسرى شملت 25 شخصا من كل جانب. وضم الوفد 12 شخصا."),
    ];
    let found = differences(&brief("astana-13", &reports));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("number of people in the exchange (each): 20–25: 20 people"), "{found:?}");
}

#[test]
fn two_numbers_that_a_sentence_sets_against_each_other() {
    let text = "وقدّر المحامي سالم الأحمدي عدد القتلى بأكثر من 60، بينما تحدثت مصادر محلية عن 41.";
    assert_eq!(
        differences(&brief("sudan-jeddah-2023-05", &[("2023-05-14", text)])),
        [
            "number of people killed: more than 60 people killed (Salem al-Ahmadi*: بأكثر من 60) | 41 people killed (local sources (not named): 41)"
        ]
    );
}

#[test]
fn the_day_of_a_signing() {
    let reports = [
        ("2023-05-12", "ووقع ممثلو الجيش وقوات الدعم السريع في جدة يوم الخميس إعلان الالتزام بحماية المدنيين في السودان."),
        ("2023-05-12", "ووقع ممثلو الجيش وقوات الدعم السريع، فجر الجمعة، على إعلان الالتزام بحماية المدنيين في السودان."),
    ];
    let found = differences(&brief("sudan-jeddah-2023-05", &reports));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("11 May 2023 ") && found[0].contains("12 May 2023 "), "{found:?}");
}
