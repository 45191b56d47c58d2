//! Reviewed translations: in the brief, in the list of problems, in the manifest.

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::common::Folder;

const ENGLISH: &str = "  en: The second round ended in Astana without a final statement.\n  by: Editor\n  date: 2017-02-17\n";

/// The key points of the round after a build of `desk`, and what the build said.
fn build(translations: &str) -> (Folder, String, Vec<Value>) {
    let folder = Folder::built();
    folder.write("desk/translations/a.yaml", translations);
    let run = folder.mujaz(&["build", "desk"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let brief: Value = serde_json::from_str(&folder.read("desk/out/astana-2.json")).expect("JSON");
    let points = brief["key_points"].as_array().expect("key points").clone();
    (folder, run.stderr, points)
}

#[test]
fn a_translation_takes_the_place_of_the_gloss() {
    let (folder, said, points) =
        build(&format!("- ar: إختتمت في أستانا الجولة الثانية من المحادثات السورية، من دون بيانٍ ختامي\n{ENGLISH}"));
    assert_eq!(said, "1 article, 1 round: 3 files written, 3 unchanged, 0 removed, 0 warnings, [..] ms\n");
    let expected = serde_json::json!({
        "text": "The second round ended in Astana without a final statement.", "badge": "E", "by": "Editor", "date": "2017-02-17"
    });
    assert_eq!(points[0]["en"], expected);
    assert_eq!(points[1]["en"]["badge"], "G");
    let page = folder.read("desk/out/astana-2.md");
    assert!(
        page.contains("The second round ended in Astana without a final statement. `E` (Editor, 17 February 2017)"),
        "{page}"
    );
    let manifest: Value = serde_json::from_str(&folder.read("desk/out/mujaz-manifest.json")).expect("JSON");
    assert_eq!(manifest["inputs"]["translations"][0]["path"], "translations/a.yaml");
}

#[test]
fn what_is_only_nearly_translated_is_told_and_not_used() {
    let (folder, said, points) = build(&format!(
        "- ar: اختتمت في أستانا الجولة الثالثة من المحادثات السورية من دون بيان ختامي\n{}",
        ENGLISH.replace("second", "third")
    ));
    assert_data_eq!(
        said,
        str![[r#"
notice[translations-near]: a sentence that is 91 % the same has a reviewed translation: `اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.`
 --> articles/good.md:7:1
  |
7 | اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: translations/a.yaml:1:7
  |
1 | - ar: اختتمت في أستانا الجولة الثالثة من المحادثات السورية من دون بيان ختامي
  |       ---------------------------------------------------------------------- the translation
  |
  = note: only here: الثانية
  = note: only in the translation: الثالثة
  = note: its English: The third round ended in Astana without a final statement.
  = hint: it was not used; if it says what this says, add this sentence to the translations, with its own English

1 article, 1 round: 1 file written, 5 unchanged, 0 removed, 0 warnings, [..] ms

"#]]
    );
    assert_eq!(points[0]["en"]["badge"], "G");
    let expected = serde_json::json!({
        "ar": "اختتمت في أستانا الجولة الثالثة من المحادثات السورية من دون بيان ختامي",
        "en": "The third round ended in Astana without a final statement.",
        "by": "Editor",
        "date": "2017-02-17",
        "percent": 91,
        "here": ["الثانية"],
        "there": ["الثالثة"],
    });
    assert_eq!(points[0]["en"]["suggestion"], expected);
    for page in ["md", "html"] {
        assert!(!folder.read(&format!("desk/out/astana-2.{page}")).contains("third round"), "the {page} page is for readers");
    }
    // A notice is no warning.
    assert_eq!(folder.mujaz(&["check", "desk", "--deny-warnings"]).code, Some(0));
}

#[test]
fn a_translation_of_nothing_is_told() {
    let (_, said, _) = build(&format!("- ar: وصل الوفد إلى المدينة مساء أمس\n{ENGLISH}"));
    assert_data_eq!(
        said,
        str![[r#"
notice[translations-unused]: no line of a brief is `وصل الوفد إلى المدينة مساء أمس`
 --> translations/a.yaml:1:7
  |
1 | - ar: وصل الوفد إلى المدينة مساء أمس
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = hint: `mujaz translations export` prints the lines as they are now; or take the entry out

1 article, 1 round: 0 files written, 6 unchanged, 0 removed, 0 warnings, [..] ms

"#]]
    );
}

#[test]
fn the_translations_of_the_sample_are_used() {
    let folder = Folder::sample();
    let run = folder.mujaz(&["build", "astana", "--format", "json", "--message-format", "short"]);
    assert!(!run.stderr.contains("notice"), "{}", run.stderr);
    let brief = folder.read("astana/out/astana-2.json");
    assert_eq!(brief.matches("\"by\": \"sample editor\"").count(), 2);
}
