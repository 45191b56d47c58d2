//! `mujaz build`: what it writes and what it leaves alone.

use std::fs;

use crate::common::{ARTICLE, Folder};

#[test]
fn the_sample_workspace_gives_three_pages_for_each_round_and_those_over_all() {
    let folder = Folder::sample();
    let run = folder.mujaz(&["build", "astana"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
    let index: serde_json::Value = serde_json::from_str(&folder.read("astana/out/index.json")).expect("JSON");
    let rounds = index["rounds"].as_array().expect("rounds");
    let mut expected = vec!["index.html".to_owned(), "index.json".into(), "index.md".into(), "mujaz-manifest.json".into()];
    for round in rounds {
        let id = round["id"].as_str().expect("an id");
        expected.extend(["annex.md", "html", "json", "md"].map(|end| format!("{id}.{end}")));
    }
    for voice in index["voices"].as_array().expect("voices") {
        let folder = if voice["kind"] == "person" { "people" } else { "parties" };
        expected.extend(["html", "md"].map(|end| format!("{folder}/{}.{end}", voice["id"].as_str().expect("an id"))));
    }
    expected.push("feed.atom".into());
    expected.sort();
    assert_eq!(folder.tree("astana/out").into_keys().collect::<Vec<_>>(), expected);
    let summary = run.stderr.lines().last().expect("a summary");
    let written = expected.len() - 1;
    let begin = format!("11 articles, {} rounds: {written} files written, 0 unchanged, 0 removed, ", rounds.len());
    assert!(summary.starts_with(&begin) && summary.contains(" warning") && summary.ends_with(" ms"), "{summary}");
}

/// What the articles say of themselves, by file: this must hold whatever else is found.
#[test]
fn the_sample_articles_go_to_the_rounds_they_are_about() {
    let folder = Folder::sample();
    assert_eq!(folder.mujaz(&["build", "astana", "--format", "json"]).code, Some(0));
    let sources = |round: &str| -> Vec<String> {
        let brief: serde_json::Value = serde_json::from_str(&folder.read(&format!("astana/out/{round}.json"))).expect("JSON");
        let mut paths: Vec<String> = brief["sources"]
            .as_array()
            .expect("sources")
            .iter()
            .map(|s| s["id"].as_str().unwrap_or_default().to_owned())
            .collect();
        paths.sort();
        paths
    };
    let first = ["2017-01-23-ayyina", "2017-01-24-almithal", "2017-01-25-musawwada"];
    let second =
        ["2017-02-14-ayyina", "2017-02-16-musawwada", "2017-02-16-namudhaj", "almithal-20170215-01", "almithal-20170217-01"];
    let third = ["2017-03-15-ayyina", "2017-03-15-namudhaj", "2017-03-16-musawwada"];
    assert_eq!(
        (sources("astana-1"), sources("astana-2"), sources("astana-3")),
        (first.map(str::to_owned).to_vec(), second.map(str::to_owned).to_vec(), third.map(str::to_owned).to_vec())
    );
}

#[test]
fn a_second_build_writes_nothing() {
    let folder = Folder::built();
    let before = folder.tree("desk/out");
    let time = |name: &str| fs::metadata(folder.path(name)).and_then(|data| data.modified()).expect("a time");
    let then = time("desk/out/astana-2.html");
    let run = folder.mujaz(&["build", "desk"]);
    assert_eq!(run.stderr, "1 article, 1 round: 0 files written, 12 unchanged, 0 removed, 0 warnings, [..] ms\n");
    assert_eq!(folder.tree("desk/out"), before);
    assert_eq!(time("desk/out/astana-2.html"), then);
}

#[test]
fn pages_of_a_round_that_is_gone_are_removed_and_no_file_of_anybody_else() {
    let folder = Folder::built();
    folder.write("desk/articles/third.md", ARTICLE.replace("astana-2", "astana-3").replace("2017-02-16", "2017-03-15"));
    assert_eq!(folder.mujaz(&["build", "desk"]).code, Some(0));
    folder.write("desk/out/notes.txt", "mine");
    folder.write("desk/out/astana-9.html", "mine too");
    fs::remove_file(folder.path("desk/articles/third.md")).expect("it is there");
    let run = folder.mujaz(&["build", "desk"]);
    assert_eq!(run.stderr, "1 article, 1 round: 8 files written, 4 unchanged, 4 removed, 0 warnings, [..] ms\n");
    let left: Vec<String> = folder.tree("desk/out").into_keys().collect();
    let expected = [
        "astana-2.annex.md",
        "astana-2.html",
        "astana-2.json",
        "astana-2.md",
        "astana-9.html",
        "feed.atom",
        "index.html",
        "index.json",
        "index.md",
        "mujaz-manifest.json",
        "notes.txt",
        "parties/russia.html",
        "parties/russia.md",
        "people/lavrentiev.html",
        "people/lavrentiev.md",
    ];
    assert_eq!(left, expected);
    assert_eq!(
        (folder.read("desk/out/notes.txt").as_str(), folder.read("desk/out/astana-9.html").as_str()),
        ("mine", "mine too")
    );
}

#[test]
fn a_page_that_somebody_else_wrote_is_not_overwritten() {
    let folder = Folder::with(&[("a.md", ARTICLE), ("out/astana-2.md", "mine")]);
    let run = folder.mujaz(&["build", ".", "--format", "md"]);
    let expected = "\
error[output-foreign]: `astana-2.md` is there already, and mujaz did not write it
--> out/astana-2.md
 = hint: move it away, or choose another output folder
";
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), expected));
    assert_eq!(folder.tree("out").into_keys().collect::<Vec<_>>(), ["astana-2.md"]);
    assert_eq!(folder.read("out/astana-2.md"), "mine");
}

#[test]
fn a_bare_folder_is_enough() {
    let folder = Folder::with(&[("news/a.md", ARTICLE), ("news/more/b.txt", &ARTICLE.replace("ختام", "نهاية"))]);
    let run = folder.mujaz(&["build", "news", "-o", "pages"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(run.stderr, "2 articles, 1 round: 12 files written, 0 unchanged, 0 removed, 0 warnings, [..] ms\n");
    assert_eq!(folder.tree("news").len(), 2, "nothing is written beside the articles");
    let brief: serde_json::Value = serde_json::from_str(&folder.read("pages/astana-2.json")).expect("JSON");
    let ids: Vec<&str> = brief["sources"].as_array().expect("sources").iter().filter_map(|s| s["id"].as_str()).collect();
    assert_eq!(ids, ["a", "more/b"]);
}

#[test]
fn a_bare_folder_may_hold_its_own_output() {
    let folder = Folder::with(&[("a.md", ARTICLE)]);
    assert_eq!(folder.mujaz(&["build"]).code, Some(0));
    let run = folder.mujaz(&["build"]);
    assert_eq!(run.stderr, "1 article, 1 round: 0 files written, 12 unchanged, 0 removed, 0 warnings, [..] ms\n");
}

#[test]
fn init_writes_a_workspace_that_builds_without_a_warning() {
    let folder = Folder::with::<&str>(&[]);
    let run = folder.mujaz(&["init", "desk"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), "wrote 5 files; now: mujaz build desk\n"));
    let run = folder.mujaz(&["build", "desk", "--deny-warnings"]);
    assert_eq!(run.stderr, "2 articles, 1 round: 22 files written, 0 unchanged, 0 removed, 0 warnings, [..] ms\n");
    assert_eq!(run.code, Some(0));
    let before = folder.tree("desk");
    let again = folder.mujaz(&["init", "desk"]);
    assert_eq!(again.code, Some(1));
    assert!(again.stderr.contains("error[output-foreign]: this file is there already"), "{}", again.stderr);
    assert_eq!(folder.tree("desk"), before);
}

#[test]
fn only_what_is_asked_for_is_written() {
    let folder = Folder::sample();
    let run = folder.mujaz(&["build", "astana", "--round", "astana-2", "--format", "md,json", "-o", "two"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let written: Vec<String> = folder.tree("two").into_keys().filter(|name| !name.starts_with('p')).collect();
    assert_eq!(written, ["astana-2.annex.md", "astana-2.json", "astana-2.md", "index.json", "index.md", "mujaz-manifest.json"]);
}

#[test]
fn the_day_is_an_argument_or_source_date_epoch_and_never_the_clock() {
    let folder = Folder::built();
    let as_of = |name: &str| {
        let brief: serde_json::Value = serde_json::from_str(&folder.read(&format!("{name}/astana-2.json"))).expect("JSON");
        brief["as_of"].as_str().map(str::to_owned)
    };
    assert_eq!(as_of("desk/out").as_deref(), Some("2017-02-16"), "the newest source");
    assert_eq!(folder.mujaz(&["build", "desk", "-o", "b", "--as-of", "2017-03-01"]).code, Some(0));
    assert_eq!(as_of("b").as_deref(), Some("2017-03-01"));
    let mut command = folder.command(&["build", "desk", "-o", "c"]);
    assert_eq!(crate::common::run(command.env("SOURCE_DATE_EPOCH", "1488412800")).code, Some(0));
    assert_eq!(as_of("c").as_deref(), Some("2017-03-02"));
    let wrong = crate::common::run(command.env("SOURCE_DATE_EPOCH", "yesterday"));
    assert_eq!(
        (wrong.code, wrong.stderr.as_str()),
        (Some(2), "error: SOURCE_DATE_EPOCH is `yesterday`, which is no number of seconds\n")
    );
}
