//! `build --analyses`: analyses that were made elsewhere give the same pages, byte for byte.

use serde_json::json;
use snapbox::{assert_data_eq, str};

use crate::common::{Folder, repository, tree};

/// The articles of the sample as lines of JSON, with its glossary and what else it has.
fn desk() -> Folder {
    let folder = Folder::with::<&str>(&[]);
    let mut lines = String::new();
    for (name, bytes) in tree(&repository().join("examples/astana")) {
        if !name.starts_with("articles/") {
            if !name.starts_with("out/") {
                folder.write(&format!("desk/{name}"), bytes);
            }
            continue;
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let (head, body) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).unwrap_or(("", &text));
        let field = |key: &str| head.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        if !name.ends_with(".jsonl") {
            let article =
                json!({"id": name, "text": body, "title": field("title"), "date": field("date"), "source": field("source")});
            lines.push_str(&format!("{article}\n"));
        }
    }
    assert!(lines.lines().count() >= 5, "{lines}");
    folder.write("desk/articles/all.jsonl", lines);
    folder
}

fn ok(folder: &Folder, args: &[&str]) -> String {
    let run = folder.mujaz(args);
    assert_eq!(run.code, Some(0), "{args:?}\n{}", run.stderr);
    run.stdout
}

#[test]
fn analyze_and_build_in_two_steps_is_build() {
    let folder = desk();
    ok(&folder, &["build", "desk", "-o", "plain"]);
    let analyses = ok(&folder, &["analyze", "--workspace", "desk", "--whole", "desk/articles/all.jsonl"]);
    // Made in two places, in another order.
    let mut lines: Vec<&str> = analyses.lines().collect();
    lines.reverse();
    let (some, others) = lines.split_at(lines.len() / 2);
    folder.write("a.jsonl", some.join("\n"));
    folder.write("b.jsonl", others.join("\n") + "\n");
    let run = folder.mujaz(&["build", "desk", "-o", "given", "--analyses", "a.jsonl", "b.jsonl"]);
    assert!(run.code == Some(0) && !run.stderr.contains("analyses-foreign"), "{}", run.stderr);
    assert_eq!(folder.tree("given"), folder.tree("plain"));

    // They are used: another statement in the analyses is another statement on the pages.
    let fewer: String = analyses
        .lines()
        .map(|line| {
            let mut whole: serde_json::Value = serde_json::from_str(line).expect("JSON");
            whole["analysis"]["statements"] = json!([]);
            whole["analysis"]["outcomes"] = json!([]);
            whole["analysis"]["presence"] = json!([]);
            format!("{whole}\n")
        })
        .collect();
    folder.write("fewer.jsonl", fewer);
    ok(&folder, &["build", "desk", "-o", "fewer", "--analyses", "fewer.jsonl"]);
    assert_ne!(folder.tree("fewer"), folder.tree("plain"));

    // An article that was changed since is analysed where it is built; so is one that is new.
    let changed = folder.read("desk/articles/all.jsonl").replacen("أستانا", "جنيف", 3);
    folder.write("desk/articles/all.jsonl", changed);
    folder.write("desk/articles/new.txt", "انتهت الجولة الثانية من محادثات أستانا في 16 شباط 2017 من دون بيان ختامي.");
    ok(&folder, &["build", "desk", "-o", "plain"]);
    ok(&folder, &["build", "desk", "-o", "given", "--analyses", "a.jsonl", "--analyses", "b.jsonl"]);
    assert_eq!(folder.tree("given"), folder.tree("plain"));
}

#[test]
fn analyses_of_another_glossary_are_not_used() {
    let folder = desk();
    folder.write("desk/glossary/own.yaml", "- {id: falcons, kind: party, en: Falcons, ar: [حركة الصقور]}\n");
    let analyses = ok(&folder, &["analyze", "--whole", "desk/articles/all.jsonl"]);
    folder.write("a.jsonl", &analyses);
    ok(&folder, &["build", "desk", "-o", "plain"]);
    let run = folder.mujaz(&["build", "desk", "-o", "given", "--analyses", "a.jsonl"]);
    assert_eq!(folder.tree("given"), folder.tree("plain"));
    let first: String = run.stderr.lines().take(3).map(|line| format!("{line}\n")).collect();
    assert_data_eq!(
        first,
        str![[r#"
warning[analyses-foreign]: no article of the workspace has an analysis in these files: all were analysed here
--> a.jsonl
 = hint: make them with the same version, with `--whole`, and with the glossary of this workspace (`--workspace`)

"#]]
    );
}

#[test]
fn analyses_that_lie_do_no_harm() {
    let folder = desk();
    let analyses = ok(&folder, &["analyze", "--workspace", "desk", "--whole", "desk/articles/all.jsonl"]);
    // Places and entries that there are not.
    for (what, by) in [
        ("\"start\":", "\"start\":9"),
        ("\"end\":", "\"end\":9"),
        ("\"entry\":", "\"entry\":9"),
        ("\"sentence\":", "\"sentence\":9"),
    ] {
        folder.write("a.jsonl", analyses.replace(what, by));
        let run = folder.mujaz(&["build", "desk", "-o", "out", "--analyses", "a.jsonl"]);
        assert!(matches!(run.code, Some(0 | 1)) && !run.stderr.contains("panicked"), "{what} {}", run.stderr);
    }
    folder.write("a.jsonl", format!("{}{{\"id\": 1}}\n", analyses));
    let run = folder.mujaz(&["build", "desk", "-o", "out", "--analyses", "a.jsonl", "--message-format", "short"]);
    let line = analyses.lines().count() + 1;
    assert_eq!(run.stderr.split(": not").next(), Some(format!("a.jsonl:{line}:1: error[analyses-foreign]").as_str()));
}

#[test]
fn places_are_those_of_the_text_as_the_line_gives_it() {
    let plain = "أستانا (رويترز)\nقال رئيس الوفد الروسي ألكسندر لافرنتييف، الخميس، إن الجولة الثانية انتهت من دون بيان ختامي. وأضاف أنها كانت «صعبة».\n";
    // Where scraped text often has them: before and behind a word, two at once.
    let marked = plain
        .replace("قال", "\u{202b}قال")
        .replace("الروسي", "\u{202b}\u{202a}الروسي\u{202c}")
        .replace("انتهت", "\u{202b}انتهت\u{202c}")
        .replace("صعبة", "\u{202a}صعبة\u{202c}");
    let folder = Folder::with::<&str>(&[]);
    folder.write("a.jsonl", format!("{}\n{}\n", json!({"id": "a", "text": plain}), json!({"id": "a", "text": marked})));
    let words = |line: &str, text: &str| -> Vec<String> {
        let analysis: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let (mut spans, mut values) = (Vec::new(), vec![&analysis]);
        while let Some(value) = values.pop() {
            match value {
                serde_json::Value::Object(map) => {
                    if let (Some(start), Some(end)) = (map.get("start"), map.get("end")) {
                        spans.push((start.as_u64(), end.as_u64()));
                    }
                    values.extend(map.values().rev());
                }
                serde_json::Value::Array(list) => match list.as_slice() {
                    [start, end] if start.is_u64() => spans.push((start.as_u64(), end.as_u64())),
                    _ => values.extend(list.iter().rev()),
                },
                _ => {}
            }
        }
        let place = |n: Option<u64>| usize::try_from(n.expect("a number")).expect("a place");
        spans.into_iter().map(|(start, end)| text[place(start)..place(end)].to_owned()).collect()
    };
    let analyses = ok(&folder, &["analyze", "--quiet", "a.jsonl"]);
    let lines: Vec<&str> = analyses.lines().collect();
    let seen = words(lines[1], &marked);
    assert!(seen.len() > 20 && seen.contains(&"انتهت".to_owned()), "{seen:?}");
    let without = |word: &String| word.replace(['\u{202a}', '\u{202b}', '\u{202c}'], "");
    assert_eq!(seen.iter().map(without).collect::<Vec<_>>(), words(lines[0], plain));
}
