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
    assert_eq!(said, "1 article, 1 round: 3 files written, 9 unchanged, 0 removed, 0 warnings, [..] ms\n");
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
 --> desk/articles/good.md:7:1
  |
7 | اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: desk/translations/a.yaml:1:7
  |
1 | - ar: اختتمت في أستانا الجولة الثالثة من المحادثات السورية من دون بيان ختامي
  |       ---------------------------------------------------------------------- the translation
  |
  = note: only here: الثانية
  = note: only in the translation: الثالثة
  = note: its English: The third round ended in Astana without a final statement.
  = hint: it was not used; if it says what this says, add this sentence to the translations, with its own English

1 article, 1 round: 1 file written, 11 unchanged, 0 removed, 0 warnings, [..] ms

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
 --> desk/translations/a.yaml:1:7
  |
1 | - ar: وصل الوفد إلى المدينة مساء أمس
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = hint: `mujaz translations export` prints the lines as they are now; or take the entry out

1 article, 1 round: 0 files written, 12 unchanged, 0 removed, 0 warnings, [..] ms

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

/// A translator of the tests' own: it keeps what it is asked and answers what stands in a file.
#[cfg(unix)]
const TRANSLATOR: &str = "english: {translate: {command: [sh, -c, 'cat > asked.jsonl; cat answers.jsonl'], timeout: 60}}\n";

#[cfg(unix)]
#[test]
fn a_program_translates_and_is_checked() {
    let folder = Folder::built();
    folder.write("desk/mujaz.yaml", TRANSLATOR);
    folder.write("desk/answers.jsonl", "");
    let run = folder.mujaz(&["build", "desk", "--message-format", "short"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let first = run.stderr.lines().next().expect("a warning");
    assert!(
        first
            .starts_with("desk/mujaz.yaml:1:32: warning[translator-failed]: the translator `sh` gave nothing: it was asked for "),
        "{first}"
    );
    let asked: Vec<Value> = folder.read("desk/asked.jsonl").lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    let sentence = asked.iter().position(|q| q["ar"].as_str().is_some_and(|ar| ar.starts_with("اختتمت"))).expect("the sentence");
    assert!(asked[sentence]["gloss"].as_str().is_some_and(|gloss| !gloss.is_empty()));
    assert!(asked[sentence]["terms"].as_array().expect("terms").iter().any(|t| t["en"] == "Astana"));
    let answer = |english: &str| {
        // In another order than it was asked, and nothing that could be used for the others.
        let all = asked.iter().enumerate().rev().map(|(n, q)| {
            let en = if n == sentence { english } else { "" };
            serde_json::json!({"id": q["id"], "en": en}).to_string() + "\n"
        });
        folder.write("desk/answers.jsonl", all.collect::<String>());
        let run = folder.mujaz(&["build", "desk", "--message-format", "short"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let brief: Value = serde_json::from_str(&folder.read("desk/out/astana-2.json")).expect("JSON");
        let point = brief["key_points"].as_array().expect("points").iter().find(|p| p["ar"] == asked[sentence]["ar"]).cloned();
        let warning = run.stderr.lines().find(|l| l.starts_with("desk/articles/good.md:7:1:")).map(str::to_owned);
        (point.expect("the key point")["en"].clone(), warning)
    };
    let terms: Vec<&str> = asked[sentence]["terms"].as_array().expect("terms").iter().filter_map(|t| t["en"].as_str()).collect();
    let good = format!("It ended without result: {}.", terms.join(", "));
    let (en, warning) = answer(&good);
    assert_eq!((en, warning), (serde_json::json!({"text": good, "badge": "M"}), None));
    let bad = good.replace("without", "with");
    let (en, warning) = answer(&bad);
    assert_eq!(en["badge"], "G", "the gloss stays");
    let warning = warning.expect("a warning at the sentence");
    assert!(warning.contains("warning[translator-refused]: the translator's English was not used: it has "), "{warning}");
    // A person's English comes before a program's.
    folder.write("desk/translations/a.yaml", format!("- ar: {}\n{ENGLISH}", asked[sentence]["ar"].as_str().expect("text")));
    assert_eq!(folder.mujaz(&["build", "desk"]).code, Some(0));
    assert!(
        !folder
            .read("desk/asked.jsonl")
            .contains("\"ar\":\"اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.\"")
    );
}

#[cfg(unix)]
#[test]
fn a_program_that_hangs_or_fails_changes_nothing() {
    let folder = Folder::built();
    let before = folder.tree("desk/out");
    let mut all = String::new();
    for command in ["[sleep, '60']", "[sh, -c, 'exit 3']", "[no-such-translator]", "[sh, -c, 'cat; echo no']"] {
        folder.write(
            "desk/mujaz.yaml",
            format!("title: {{en: Syria talks}}\nenglish: {{translate: {{command: {command}, timeout: 1}}}}\n"),
        );
        let run = folder.mujaz(&["build", "desk", "--message-format", "short"]);
        assert_eq!(run.code, Some(0));
        all.push_str(run.stderr.lines().next().unwrap_or_default().split(", ").next().unwrap_or_default());
        all.push('\n');
    }
    let pages = |tree: &std::collections::BTreeMap<String, Vec<u8>>| tree.get("astana-2.md").cloned();
    assert_eq!(pages(&folder.tree("desk/out")), pages(&before));
    let lines: Vec<&str> = all.lines().collect();
    let start = "desk/mujaz.yaml:2:32: warning[translator-failed]: the translator";
    assert_eq!(lines[0], format!("{start} `sleep` gave nothing: it did not end within 1 seconds"));
    assert_eq!(lines[1], format!("{start} `sh` gave nothing: it ended with exit status: 3"));
    assert!(lines[2].starts_with(&format!("{start} `no-such-translator` gave nothing: it cannot be started: ")), "{}", lines[2]);
    assert!(lines[3].starts_with(&format!("{start} `sh` gave nothing: it was asked for ")), "{}", lines[3]);
}
