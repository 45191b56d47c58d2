//! The JSON: a contract with everything that reads it.

use std::fs;

use mujaz::brief::context::Brief;
use serde_json::Value;

use crate::common::{Folder, run};

fn schema(folder: &Folder, name: &str) -> jsonschema::Validator {
    let printed = folder.mujaz(&["schema", name]);
    assert_eq!((printed.code, printed.stderr.as_str()), (Some(0), ""));
    let schema: Value = serde_json::from_str(&printed.stdout).expect("JSON");
    jsonschema::validator_for(&schema).expect("a JSON Schema")
}

fn faults(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn every_brief_and_the_index_fit_their_schemas() {
    let folder = Folder::sample();
    assert_eq!(folder.mujaz(&["build", "astana", "--format", "json"]).code, Some(0));
    let (brief, index) = (schema(&folder, "brief"), schema(&folder, "index"));
    let mut briefs = 0;
    for (name, bytes) in folder.tree("astana/out") {
        if name == "mujaz-manifest.json" {
            continue;
        }
        let value: Value = serde_json::from_slice(&bytes).expect("JSON");
        let of = if name == "index.json" { &index } else { &brief };
        assert_eq!(faults(of, &value), Vec::<String>::new(), "{name}");
        briefs += usize::from(name != "index.json");
    }
    assert!(briefs >= 3, "{briefs} briefs");
    let mut wrong: Value = serde_json::from_str(&folder.read("astana/out/astana-2.json")).expect("JSON");
    wrong["round"]["numbr"] = 2.into();
    assert_eq!(faults(&brief, &wrong).len(), 1, "the schema knows every key");
}

#[test]
fn what_users_write_fits_its_schema() {
    let folder = Folder::with::<&str>(&[]);
    for (name, file) in [
        ("config", "examples/astana/mujaz.yaml"),
        ("glossary", "glossary/people.yaml"),
        ("tracks", "glossary/tracks.yaml"),
        ("translations", "examples/astana/translations/astana-2.yaml"),
    ] {
        let text = fs::read_to_string(crate::common::repository().join(file)).expect("it is there");
        let value: Value = serde_yaml::from_str(&text).expect("YAML");
        assert_eq!(faults(&schema(&folder, name), &value), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn a_context_gives_the_pages_of_a_build() {
    let folder = Folder::sample();
    assert_eq!(folder.mujaz(&["build", "astana", "-o", "built"]).code, Some(0));
    let context = folder.mujaz(&["context", "astana-2", "astana"]);
    assert_eq!(context.code, Some(0), "{}", context.stderr);
    assert_eq!(context.stdout, folder.read("built/astana-2.json"));
    folder.write("context.json", &context.stdout);
    let again = folder.mujaz(&["build", "astana", "--from-context", "context.json", "-o", "again"]);
    assert_eq!((again.code, again.stderr.as_str()), (Some(0), "astana-2: 4 files written, 0 unchanged\n"));
    for end in ["md", "html", "json"] {
        let name = format!("astana-2.{end}");
        assert_eq!(folder.read(&format!("again/{name}")), folder.read(&format!("built/{name}")), "{name}");
    }
}

/// Every citation leads to the words it cites, and every line that says something about the talks has one.
pub(crate) fn check_citations(brief: &Value) {
    let id = brief["round"]["id"].as_str().expect("an id");
    let mut sentences = std::collections::BTreeMap::new();
    for source in brief["sources"].as_array().expect("sources") {
        for sentence in source["sentences"].as_array().expect("sentences") {
            let key = (source["id"].as_str().expect("an id"), sentence["number"].as_u64().expect("a number"));
            sentences.insert(key, (sentence["ar"].as_str().expect("text"), sentence["cited"].as_bool().expect("a flag")));
        }
    }
    let mut citations = 0;
    let mut check = |what: &str, lines: &Value| {
        for line in lines.as_array().unwrap_or_else(|| panic!("{id}: {what} is no list")) {
            let list = line["citations"].as_array().unwrap_or_else(|| panic!("{id}: {what}: no citations in {line}"));
            assert!(!list.is_empty(), "{id}: {what} without a citation: {line}");
            for citation in list {
                let key = (citation["source"].as_str().expect("a source"), citation["sentence"].as_u64().expect("a number"));
                let (ar, cited) = sentences.get(&key).unwrap_or_else(|| panic!("{id}: {what}: no sentence {key:?}"));
                let bytes = citation["end"].as_u64().expect("a byte") - citation["start"].as_u64().expect("a byte");
                assert!(cited, "{id}: {key:?} is cited and not marked so");
                if bytes == ar.len() as u64 {
                    let hash = blake3::hash(ar.as_bytes()).to_hex();
                    assert_eq!(citation["hash"].as_str(), Some(&hash[..16]), "{id}: {what}: {ar}");
                }
                citations += 1;
            }
        }
    };
    for list in
        ["bottom_line", "key_points", "outcomes", "participants", "agenda", "format", "agreements", "figures", "next", "timeline"]
    {
        check(list, &brief[list]);
    }
    for position in brief["positions"].as_array().expect("positions") {
        check("positions", &position["statements"]);
    }
    for dispute in brief["disputes"].as_array().expect("disputes") {
        check("disputes", &dispute["values"]);
    }
    assert!(citations > 0, "{id}: nothing is cited");
}

#[test]
fn every_line_of_the_sample_is_cited() {
    let folder = Folder::sample();
    assert_eq!(folder.mujaz(&["build", "astana", "--format", "json"]).code, Some(0));
    for (name, bytes) in folder.tree("astana/out") {
        if name.starts_with("astana-") {
            check_citations(&serde_json::from_slice(&bytes).expect("JSON"));
        }
    }
}

/// The bytes that a citation names are the bytes of the article, as `analyze` reads it.
#[test]
fn a_citation_names_bytes_of_the_text() {
    let text = "انتهت الجولة الثانية من محادثات أستانا في 16 شباط 2017. وقال لافرنتييف إن الجولة لم تنته إلى بيان ختامي.";
    let line = serde_json::json!({"id": "a", "date": "2017-02-16", "source": "وكالة المثال", "text": text});
    let folder = Folder::with(&[("news/a.jsonl", format!("{line}\n"))]);
    let built = folder.mujaz(&["build", "news", "-o", "out"]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    let brief: Brief = serde_json::from_str(&folder.read("out/astana-2.json")).expect("a brief");
    assert!(!brief.key_points.is_empty());
    for point in brief.key_points {
        for c in point.citations {
            let quoted = &text[c.start as usize..c.end as usize];
            assert_eq!((quoted, c.line), (point.ar.as_str(), 1));
            assert_eq!(blake3::hash(quoted.as_bytes()).to_hex()[..16], c.hash);
        }
    }
}

#[test]
fn analyze_is_a_filter() {
    let one = serde_json::json!({"id": "a", "text": "قال دي ميستورا إن الجولة لم تبدأ."});
    let two = serde_json::json!({"id": "b", "text": "نفى علوش ذلك."});
    let folder = Folder::with(&[("a.jsonl", format!("{one}\n\n{two}\n"))]);
    let from_file = folder.mujaz(&["analyze", "a.jsonl"]);
    let file = fs::File::open(folder.path("a.jsonl")).expect("it is there");
    let output = folder.command(&["analyze"]).stdin(file).output().expect("it runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), from_file.stdout);
    let ids: Vec<Value> =
        from_file.stdout.lines().map(|l| serde_json::from_str::<Value>(l).expect("JSON")["id"].clone()).collect();
    assert_eq!(ids, ["a", "b"]);
    // One line that is no article does not hide the others.
    folder.write("b.jsonl", format!("{one}\nno\n{two}\n"));
    let broken = run(&mut folder.command(&["analyze", "b.jsonl"]));
    assert_eq!((broken.code, broken.stdout.lines().count()), (Some(1), 2));
    assert!(broken.stderr.starts_with("error[article-json]: "), "{}", broken.stderr);
}
