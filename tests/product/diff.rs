//! `mujaz diff`: whole outputs, and what it exits with.

use crate::common::{ARTICLE, Folder, Run};

/// The article with another second paragraph.
fn old() -> String {
    let (head, _) = ARTICLE.split_once("وقال").expect("it says so");
    format!("{head}وقال محمد علوش إن المعارضة لم تتفق مع روسيا على تبادل الأسرى.\n")
}

fn briefs() -> Folder {
    let old = old();
    let new = old.replace("من دون بيان ختامي.", "ببيان ختامي.").replace("لم تتفق مع", "اتفقت مع");
    let folder = Folder::with(&[("old/a.md", old), ("new/a.md", new)]);
    for name in ["old", "new"] {
        let built = folder.mujaz(&["build", name, "-o", &format!("{name}-out"), "--format", "json"]);
        assert_eq!(built.code, Some(0), "{}", built.stderr);
    }
    folder
}

fn diff(folder: &Folder, to: &str, more: &[&str]) -> Run {
    let (a, b) = ("old-out/astana-2.json".to_owned(), format!("{to}-out/astana-2.json"));
    folder.mujaz(&[&["diff", a.as_str(), b.as_str()], more].concat())
}

#[test]
fn what_changed_as_markdown() {
    let run = diff(&briefs(), "new", &[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    assert_eq!(
        run.stdout,
        "# Changes in astana-2

Status: unclear → **agreed**

## Outcomes

| | Matter | Before | Now | Arabic |
| --- | --- | --- | --- | --- |
| changed | final statement | not agreed | agreed | <span dir=\"rtl\" lang=\"ar\">اختتمت في أستانا الجولة الثانية من المحادثات السورية ببيان ختامي</span> |
| changed | prisoner exchange | not agreed (Mohammed Alloush) | claimed (Mohammed Alloush) | <span dir=\"rtl\" lang=\"ar\">اتفقت مع روسيا على تبادل الأسرى</span> |

## Positions

| | Matter | Before | Now | Arabic |
| --- | --- | --- | --- | --- |
| added | armed opposition: Mohammed Alloush | ∅ | said | <span dir=\"rtl\" lang=\"ar\">المعارضة اتفقت مع روسيا على تبادل الأسرى</span> |
| gone | armed opposition: Mohammed Alloush | said | ∅ | <span dir=\"rtl\" lang=\"ar\">المعارضة لم تتفق مع روسيا على تبادل الأسرى</span> |
"
    );
}

#[test]
fn what_changed_for_machines() {
    let run = diff(&briefs(), "new", &["--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let expected = serde_json::json!({
        "round": "astana-2",
        "status": {"what": "status", "before": "unclear", "after": "agreed"},
        "outcomes": [
            {
                "what": "final statement", "before": "not agreed", "after": "agreed",
                "ar": "اختتمت في أستانا الجولة الثانية من المحادثات السورية ببيان ختامي"
            },
            {
                "what": "prisoner exchange", "before": "not agreed (Mohammed Alloush)", "after": "claimed (Mohammed Alloush)",
                "ar": "اتفقت مع روسيا على تبادل الأسرى"
            }
        ],
        "positions": [
            {"what": "armed opposition: Mohammed Alloush", "after": "said", "ar": "المعارضة اتفقت مع روسيا على تبادل الأسرى"},
            {"what": "armed opposition: Mohammed Alloush", "before": "said", "ar": "المعارضة لم تتفق مع روسيا على تبادل الأسرى"}
        ],
        "figures": [],
        "next": []
    });
    assert_eq!(found, expected);
}

#[test]
fn nothing_changed_and_nothing_there() {
    let folder = briefs();
    let same = diff(&folder, "old", &[]);
    assert_eq!((same.code, same.stdout.as_str()), (Some(0), "# Changes in astana-2\n\nNothing changed.\n"));
    assert_eq!(diff(&folder, "other", &[]).code, Some(2));
}
