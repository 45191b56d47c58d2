//! `rounds list` and `rounds suggest`: from articles of talks that no list of rounds has, to a list that has them.

use snapbox::{assert_data_eq, str};

use crate::common::Folder;

fn article(date: &str, text: &str) -> String {
    format!("---\ndate: {date}\nsource: وكالة المثال\n---\n{text}\n")
}

#[test]
fn rounds_that_nobody_listed_are_gathered_accepted_and_found_again() {
    let folder = Folder::with(&[
        (
            "articles/a.md",
            article("2030-03-04", "انطلقت في مسقط، الاثنين، جولة جديدة من المشاورات اليمنية بين وفدي الحكومة وجماعة الحوثي."),
        ),
        (
            "articles/b.md",
            article(
                "2030-03-07",
                "اختتمت في العاصمة العمانية مسقط المشاورات اليمنية بين وفدي الحكومة وجماعة الحوثي من دون اتفاق.",
            ),
        ),
        (
            "articles/c.md",
            article("2018-12-07", "بحث الوفدان في السويد في اليوم الثاني من المشاورات اليمنية ملف الأسرى والمعتقلين."),
        ),
        ("articles/d.md", article("2030-03-07", "افتتح معرض الكتاب أبوابه في الدوحة أمام الزوار.")),
    ]);
    let list = folder.mujaz(&["rounds", "list"]);
    assert_eq!((list.code, list.stderr.as_str()), (Some(0), ""));
    assert_data_eq!(list.stdout, str![[""]]);
    let suggested = folder.mujaz(&["rounds", "suggest"]);
    assert_data_eq!(&suggested.stdout, str![[""]]);
    assert_data_eq!(suggested.stderr, str![[""]]);

    folder.write("tracks/rounds.yaml", &suggested.stdout);
    let accepted = folder.mujaz(&["rounds", "list"]);
    assert_data_eq!(accepted.stdout, str![[""]]);
    let nothing = folder.mujaz(&["rounds", "suggest"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (Some(0), ""));
    assert_data_eq!(nothing.stderr, str![[""]]);
}

#[test]
fn every_article_of_the_sample_shows_its_evidence() {
    let folder = Folder::sample();
    assert_data_eq!(folder.mujaz(&["rounds", "list", "astana"]).stdout, str![[""]]);
}
