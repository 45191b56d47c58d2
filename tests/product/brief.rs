//! What a brief says of a whole workspace: lines that come from several stages at once.

use serde_json::{Value, json};

use crate::common::Folder;

/// The brief of a round that was put off, where only a part of one side spoke, and the next one has two days.
fn brief() -> Value {
    let article = "---
title: تمديد محادثات أستانا يوماً واحداً
date: 2017-03-15
source: وكالة المثال
round: astana-3
---
وأعلنت وزارة الخارجية الكازاخستانية تمديد الجولة الثالثة يوماً واحداً.

وغابت المعارضة السورية عن الجولة الثالثة. وقالت المعارضة المسلحة إن وفدها لن يصل قبل الخميس.

وقال نائب وزير خارجية كازاخستان عقيل كمالدينوف إن الجولة التالية ستعقد في 3 و4 مايو المقبل.
";
    brief_of("astana-3", article)
}

/// The brief of a round of which one article tells.
fn brief_of(round: &str, article: &str) -> Value {
    let folder = Folder::with(&[("desk/mujaz.yaml", "formats: [md, html, json]\n"), ("desk/articles/a.md", article)]);
    let run = folder.mujaz(&["context", round, "desk"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&run.stdout).expect("JSON")
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(|line| line["en"]["text"].as_str().or(line["text"].as_str())).collect()
}

#[test]
fn what_was_announced_is_told_of_who_announced_it_and_is_no_agreement() {
    let brief = brief();
    assert_eq!(
        texts(&brief["bottom_line"]),
        ["Announced by Kazakh Foreign Ministry: extension of the round.", "Next: Astana 4, 3–4 May 2017."]
    );
    let words: Vec<(&Value, &Value)> =
        brief["outcomes"].as_array().expect("a list").iter().map(|o| (&o["slot"], &o["word"])).collect();
    assert_eq!(words, [(&json!("talks_extension"), &json!("announced")), (&json!("next_round"), &json!("scheduled"))]);
    assert_eq!(brief["status"]["word"], "unclear");
}

#[test]
fn what_comes_next_has_its_last_day() {
    let brief = brief();
    let next = &brief["next"][0];
    assert_eq!((&next["date"], &next["until"]), (&json!("2017-05-03"), &json!("2017-05-04")));
}

#[test]
fn a_side_of_which_a_part_spoke_is_no_gap() {
    let brief = brief();
    assert!(brief["participants"].as_array().expect("a list").iter().any(|p| p["id"] == "syrian_opposition"), "{brief}");
    assert_eq!(texts(&brief["gaps"]), ["Agenda: nothing found by rule", "Figures: nothing found by rule"]);
}

/// What is told beside a round is not taken for it: offers, sessions, the talks of another body; and who leads each delegation is read from one verb.
#[test]
fn what_is_told_beside_a_round_is_not_of_it() {
    let article = "---
title: محادثات بيل تنتهي من دون وقف دائم لإطلاق النار
date: 2015-12-20
source: رويترز
round: yemen-biel-2015
---
ترأس الوفد الحكومي عبد الملك المخلافي، والوفد الحوثي محمد عبد السلام.

وانتهت المحادثات الأحد دون التوصل إلى وقف دائم لإطلاق النار، وقال المبعوث الأممي إسماعيل ولد الشيخ أحمد إنها ستستأنف في 14 يناير.

وعقد المبعوث الجمعة جلسة مع الوفد الحكومي. وكان الوفد وصل الأربعاء متأخرا يوما عن موعد انطلاق المحادثات.

ودعا المخلافي إلى لقاء ثلاثي في الرياض.

ولم يتفق المجتمعون على موعد الجولة السادسة من محادثات اللجنة الدستورية السورية.
";
    let brief = brief_of("yemen-biel-2015", article);
    let list = |name: &str, fields: &[&str]| -> Vec<String> {
        let of = |line: &Value| {
            let field = |f: &&str| line[*f].as_str().or(line[*f]["text"].as_str()).unwrap_or_default().to_owned();
            fields.iter().map(field).collect::<Vec<_>>().join(": ")
        };
        brief[name].as_array().expect("a list").iter().map(of).collect()
    };
    assert_eq!(brief["sources"][0]["outlet"], "Reuters");
    assert_eq!(list("outcomes", &["slot_en", "word"]), ["permanent ceasefire: not agreed"]);
    assert_eq!(list("next", &["date", "en"]), ["2016-01-14: Resumption of the talks"]);
    assert_eq!(list("timeline", &["date", "en"]), ["2015-12-20: End of Biel talks, 2015"]);
    assert_eq!(list("format", &["en"]), [""; 0]);
    assert_eq!(
        list("participants", &["en", "presence"]),
        ["Abdulmalik al-Mekhlafi: attended", "Mohammed Abdul-Salam: attended", "Ismail Ould Cheikh Ahmed: mentioned"]
    );
}

/// What a brief says is next, and its timeline, where one sentence of a report tells of it.
fn next_of(sentence: &str) -> (Vec<String>, Vec<String>) {
    let article = format!(
        "---
title: اختتام الجولة الثالثة من محادثات أستانا
date: 2017-03-15
source: وكالة المثال
round: astana-3
---
اختتمت الجولة الثالثة الأربعاء في أستانا.

{sentence}
"
    );
    let later = "---
title: أستانا بعد أسبوعين
date: 2017-05-30
source: وكالة المثال
round: astana-3
---
لا جديد بعد الجولة الثالثة من محادثات أستانا.
";
    let files =
        [("desk/mujaz.yaml", "formats: [md, html, json]\n"), ("desk/articles/a.md", &article), ("desk/articles/b.md", later)];
    let run = Folder::with(&files).mujaz(&["context", "astana-3", "desk"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let brief: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let lines = |name: &str| {
        let line = |line: &Value| {
            let date = line["date"].as_str().unwrap_or("-");
            format!("{date}: {}", line["en"]["text"].as_str().unwrap_or_default())
        };
        brief[name].as_array().expect("a list").iter().map(line).collect::<Vec<_>>()
    };
    (lines("next"), lines("timeline"))
}

#[test]
fn a_day_that_is_hoped_for_is_not_set() {
    let told = "-: Akylbek Kamaldinov said that he hopes that the next round will be held on 20 April (2017).";
    let hoped: [(&str, &[&str]); 5] = [
        ("وأعرب نائب وزير الخارجية الكازاخستاني عقيل كمالدينوف عن أمله في عقد الجولة المقبلة من المحادثات في 20 أبريل.", &[]),
        ("وقال كمالدينوف إنه يأمل في أن تعقد الجولة المقبلة في 20 أبريل.", &[told]),
        ("وقال كمالدينوف: نتطلع إلى عقد الجولة المقبلة في أبريل المقبل.", &[]),
        (
            "وتردد أن الجولة المقبلة ستعقد في 20 أبريل.",
            &["-: It was rumoured that the next round will be held on 20 April (2017)."],
        ),
        ("وانتهى اللقاء وسط آمال بعقد الجولة المقبلة في أبريل المقبل.", &[]),
    ];
    for (sentence, next) in hoped {
        assert_eq!(next_of(sentence), (strings(next), strings(&["2017-03-15: End of Astana 3"])), "{sentence}");
    }
    let set = [
        "وأعرب كمالدينوف عن أمله في نجاح الجولة المقبلة التي ستعقد في 20 أبريل.",
        "وأعرب كمالدينوف عن أمله في تثبيت الهدنة، وقال إن الجولة المقبلة ستعقد في 20 أبريل.",
    ];
    for sentence in set {
        let (next, timeline) = next_of(sentence);
        assert_eq!(next, ["2017-04-20: Astana 4"], "{sentence}");
        assert_eq!(timeline, ["2017-03-15: End of Astana 3", "2017-04-20: Next round"], "{sentence}");
    }
}

#[test]
fn the_number_of_the_next_round_may_have_two_words() {
    let article = "---
title: اختتام الجولة العشرين من محادثات أستانا
date: 2023-06-21
source: وكالة المثال
round: astana-20
---
اختتمت الجولة العشرون الأربعاء في أستانا.

وقال المبعوث الروسي إن الجولة الحادية والعشرين ستعقد في النصف الثاني من العام الحالي.
";
    let brief = brief_of("astana-20", article);
    assert_eq!(brief["next"][0]["en"]["text"], "Astana 21");
}

#[test]
fn a_lower_number_ahead_is_of_other_talks() {
    let (next, _) = next_of("ومن المقرر أن تنعقد الجولة الثانية أواخر مارس.");
    assert_eq!(next, ["2017-03-21: Round 2 of other talks"]);
    let (next, _) = next_of("ومن المقرر أن تنعقد الجولة الرابعة في 3 مايو.");
    assert_eq!(next, ["2017-05-03: Astana 4"]);
}

#[test]
fn what_somebody_came_for_has_not_happened() {
    let (_, timeline) = next_of("وكان وصول رئيسي الوفدين متوقعا منذ الأحد 12 مارس للتوقيع على المذكرة.");
    assert_eq!(timeline, ["2017-03-15: End of Astana 3"]);
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}
