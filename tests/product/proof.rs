//! Proof: `verify` hashes every citation again, `build --check` says what a build would change, limits turn into errors.

use snapbox::{assert_data_eq, str};

use crate::common::{ARTICLE, Folder};

#[test]
fn a_published_brief_is_verified() {
    let folder = Folder::sample();
    assert_eq!(folder.mujaz(&["build", "astana"]).code, Some(0));
    let run = folder.mujaz(&["verify", "astana/out"]);
    assert!(run.stderr.ends_with(" citations: all hold\n"), "{}", run.stderr);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));

    // Elsewhere, with the sources elsewhere.
    std::fs::rename(folder.path("astana/out"), folder.path("published")).expect("it can be moved");
    assert_eq!(folder.mujaz(&["verify", "published", "--sources", "astana"]).stderr, run.stderr);
    assert_eq!(folder.mujaz(&["verify", "published"]).code, Some(1), "the sources are not there");
}

#[test]
fn a_source_that_was_changed_is_found() {
    let folder = Folder::built();
    let other = ARTICLE.replace("لم تتفق", "اتفقت ").replace("title: ", "title:  ");
    folder.write("desk/articles/good.md", other);
    let run = folder.mujaz(&["verify", "desk/out"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[citation-broken]: `astana-2.json` cites sentence 2 of `good`, line 9 (3 times), and other words stand there now
 --> articles/good.md:9:1
  |
9 | وقال رئيس الوفد الروسي ألكسندر لافرنتييف إن الدول الضامنة اتفقت  على موعد الجولة التالية.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = note: cited for: وقال رئيس الوفد الروسي ألكسندر لافرنتييف إن الدول الضامنة لم…
  = hint: the source was changed after the brief was made: put it back, or build again

"#]]
    );
    assert_eq!(run.code, Some(1));

    let folder = Folder::built();
    folder.write("desk/articles/good.md", "---\ndate: 2017-02-16\n---\nقال");
    let run = folder.mujaz(&["verify", "desk/out"]);
    assert!(run.stderr.contains("citation-broken") && run.code == Some(1), "{}", run.stderr);

    let folder = Folder::built();
    std::fs::rename(folder.path("desk/articles/good.md"), folder.path("desk/articles/moved.md")).expect("it can be moved");
    let run = folder.mujaz(&["verify", "desk/out", "--message-format", "short"]);
    let first = run.stderr.lines().next().unwrap_or_default();
    assert_eq!(
        first,
        "desk/out/astana-2.json: error[citation-broken]: `astana-2.json` cites sentence 1 of `good`, line 7 (2 times), and there is no such article"
    );
}

#[test]
fn a_page_that_was_changed_is_found() {
    let folder = Folder::built();
    let page = folder.read("desk/out/astana-2.html");
    folder.write("desk/out/astana-2.html", page.replace("Astana", "Geneva"));
    std::fs::remove_file(folder.path("desk/out/index.md")).expect("it is there");
    let run = folder.mujaz(&["verify", "desk/out"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[output-stale]: `astana-2.html` was changed after it was published
--> desk/out/astana-2.html
 = hint: build again; what an editor adds belongs in the notes

error[output-stale]: `index.md` was published, and cannot be read: No such file or directory (os error 2)
--> desk/out/index.md
 = hint: build again

"#]]
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn what_cannot_be_verified_is_refused() {
    let folder = Folder::built();
    assert_eq!(folder.mujaz(&["build", "desk", "-o", "html", "--format", "html"]).code, Some(0));
    let said = |out: &str| {
        let run = folder.mujaz(&["verify", out, "--sources", "desk"]);
        assert_eq!(run.code, Some(2));
        run.stderr
    };
    assert_eq!(said("html"), "error: there is no JSON of a brief in html: build with `json` among the formats\n");
    assert_eq!(said("desk"), "error: there is no mujaz-manifest.json in desk: name a folder that `mujaz build` has written\n");
}

#[test]
fn the_manifest_names_every_input() {
    let folder = Folder::built();
    folder.write("desk/notes/astana-2.md", "A note.\n");
    folder.write("desk/rounds.yaml", "[]\n");
    folder.write("desk/glossary/own.yaml", "[]\n");
    folder.write("desk/templates/extra.md", "x\n");
    let run = folder.mujaz(&["build", "desk"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let manifest: serde_json::Value = serde_json::from_str(&folder.read("desk/out/mujaz-manifest.json")).expect("JSON");
    let paths = |list: &str| -> Vec<String> {
        let inputs = manifest["inputs"][list].as_array().expect("a list").iter();
        inputs.map(|input| input["path"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(paths("articles"), ["articles/good.md#good"]);
    assert_eq!(paths("glossary"), ["glossary/own.yaml"]);
    assert_eq!(paths("templates"), ["templates/extra.md"]);
    assert_eq!(paths("files"), ["mujaz.yaml", "notes/astana-2.md", "rounds.yaml"]);
    assert_eq!(manifest["inputs"]["version"], env!("CARGO_PKG_VERSION"));
    let note = manifest["inputs"]["files"][1]["blake3"].as_str().unwrap_or_default().to_owned();
    assert_eq!(note, blake3::hash(b"A note.\n").to_hex().as_str());
}

#[test]
fn build_check_prints_what_would_change_and_changes_nothing() {
    let folder = Folder::built();
    let run = folder.mujaz(&["build", "desk", "--check"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert_eq!(run.stderr, "desk/out: up to date, 12 pages\n");

    let title = ARTICLE.replace("ختام الجولة", "اختتام الجولة");
    folder.write("desk/articles/good.md", title);
    let before = folder.tree("");
    let run = folder.mujaz(&["build", "desk", "--check", "--format", "md"]);
    assert_eq!(folder.tree(""), before, "something was written");
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[output-stale]: `astana-2.html` is no longer made
--> desk/out/astana-2.html
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `astana-2.json` is no longer made
--> desk/out/astana-2.json
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `astana-2.md` is not what a build would write
--> desk/out/astana-2.md
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `feed.atom` is no longer made
--> desk/out/feed.atom
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `index.html` is no longer made
--> desk/out/index.html
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `index.json` is no longer made
--> desk/out/index.json
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `index.md` is not what a build would write
--> desk/out/index.md
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `mujaz-manifest.json` is not what a build would write
--> desk/out/mujaz-manifest.json
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `parties/russia.html` is no longer made
--> desk/out/parties/russia.html
 = hint: run `mujaz build`, and keep what it writes

error[output-stale]: `people/lavrentiev.html` is no longer made
--> desk/out/people/lavrentiev.html
 = hint: run `mujaz build`, and keep what it writes

"#]]
    );
    assert_eq!(run.code, Some(1));
    let diff = |path: &str, lines: &[&str]| {
        let one = run.stdout.split("--- ").find(|one| one.starts_with(path)).unwrap_or_default();
        assert!(lines.iter().all(|line| one.lines().any(|l| l.contains(line))), "{one}");
    };
    diff("a/astana-2.md\n", &["+++ b/astana-2.md", "@@ ", "ختام", "اختتام"]);
    diff("a/index.html\n", &["+++ /dev/null", "-<!doctype html>"]);

    let machine = folder.mujaz(&["build", "desk", "--check", "--format", "md", "--message-format", "json"]);
    assert!(machine.stdout.lines().all(|line| line.starts_with('{')), "no diff among the JSON");
    assert_eq!((machine.stdout.lines().count(), machine.code), (10, Some(1)));

    let new = folder.mujaz(&["build", "desk", "--check", "-o", "new", "--message-format", "short"]);
    assert!(new.stderr.contains("new/astana-2.md: error[output-stale]: `astana-2.md` is missing"), "{}", new.stderr);
    assert!(!folder.path("new").exists());
}

#[test]
fn a_brief_that_falls_short_is_an_error_where_that_is_asked_for() {
    let folder = Folder::sample();
    let config = folder.read("astana/mujaz.yaml");
    assert_eq!(folder.mujaz(&["build", "astana"]).code, Some(0));
    let before = folder.tree("astana/out");
    folder.write("astana/articles/more.txt", "اختتمت في أستانا الجولة الثانية من المحادثات السورية.");
    let limits = "limits:\n  coverage: 100\n  unresolved_speakers: 0\n  gaps: 0\n  undated_sources: 0\n";
    folder.write("astana/mujaz.yaml", format!("{config}{limits}"));
    let lines = config.lines().count();
    for command in ["build", "check"] {
        let run = folder.mujaz(&[command, "astana", "--message-format", "short"]);
        for (line, column, what) in [(2, 13, "`astana-3`: "), (4, 9, "`astana-2`: ")] {
            let place = format!("astana/mujaz.yaml:{}:{column}: error[limit-exceeded]: {what}", lines + line);
            assert!(run.stderr.lines().any(|l| l.starts_with(&place)), "{place}\n{}", run.stderr);
        }
        assert_eq!(run.code, Some(1));
        assert_eq!(folder.tree("astana/out"), before, "something was written");
    }
    folder.write(
        "astana/mujaz.yaml",
        format!("{config}limits: {{coverage: 1, unresolved_speakers: 99, gaps: 99, undated_sources: 9}}\n"),
    );
    let run = folder.mujaz(&["build", "astana"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    folder.write("astana/mujaz.yaml", "limits: {coverage: 101}\n");
    let run = folder.mujaz(&["check", "astana", "--message-format", "short"]);
    assert!(run.stderr.contains("mujaz.yaml:1:20: error[config-value]: a coverage of 101 in a hundred"), "{}", run.stderr);
}
