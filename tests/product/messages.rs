//! Messages for machines: what the binary prints fits the schema of each format.
//!
//! SARIF: the schema of OASIS, without its descriptions and with one pattern mended that is
//! no regular expression (`tests/schemas/sarif-2.1.0.json`). GitLab: what its documentation says of the code
//! quality report, in [`gitlab_schema`]. JUnit: what `junit-10.xsd` of Jenkins' xUnit
//! plugin (<https://github.com/jenkinsci/xunit-plugin>) says of the elements that are written, in [`JUNIT`].

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::common::{ARTICLE, Folder, Run, repository, run};

/// A desk with errors, warnings, related places, and names that each format has to escape.
fn desk() -> Folder {
    let folder = Folder::built();
    folder.write("desk/articles/b & <c>, 50%.txt", "English");
    folder.write("desk/articles/c.md", "---\ndate: soon\n---\nقال");
    folder.write("desk/articles/خبر.md", ARTICLE.replace("2017-02-16", "غدا"));
    folder.write("desk/articles/list.jsonl", "{\"id\": \"1\", \"text\": \"قال\"}\n{\"id\": \"1\", \"text\": \"قال\"}\n{]\n");
    folder
}

/// The same problems, as `check` prints them in this format.
fn check(folder: &Folder, format: &str) -> Run {
    folder.mujaz(&["check", "desk", "--message-format", format])
}

#[test]
fn all_formats_say_the_same() {
    let folder = desk();
    let short = check(&folder, "short");
    let lines: Vec<&str> = short.stderr.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!((short.code, short.stdout.as_str(), lines.len()), (Some(1), "", 5), "{}", short.stderr);
    let codes: Vec<&str> =
        lines.iter().filter_map(|l| Some(l.split_once("r[").or(l.split_once("g["))?.1.split_once(']')?.0)).collect();

    let json = check(&folder, "json");
    let values: Vec<Value> = json.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(values.iter().map(|v| v["code"].as_str().unwrap_or_default()).collect::<Vec<_>>(), codes);
    for (value, line) in values.iter().zip(&lines) {
        let file = value["file"].as_str().unwrap_or_default();
        assert!(folder.path(file).is_file(), "{file}: called as from the folder where the command runs");
        let place = match value["line"].as_u64() {
            Some(at) => line.starts_with(&format!("{file}:{at}:{}: ", value["column"])),
            None => line.starts_with(&format!("{file}: ")),
        };
        assert!(place, "{line}\n{value}");
    }

    let report: Value = serde_json::from_str(&check(&folder, "sarif").stdout).expect("JSON");
    let rules = report["runs"][0]["results"].as_array().expect("results").iter().map(|r| r["ruleId"].clone());
    assert_eq!(rules.collect::<Vec<_>>(), codes);
    let report: Value = serde_json::from_str(&check(&folder, "gitlab").stdout).expect("JSON");
    let rules = report.as_array().expect("issues").iter().map(|r| r["check_name"].clone());
    assert_eq!(rules.collect::<Vec<_>>(), codes);
    let github = check(&folder, "github").stdout;
    let titles = github.lines().map(|l| l.split_once("title=").and_then(|(_, t)| t.split_once("::")).expect("a title").0);
    assert_eq!(titles.collect::<Vec<_>>(), codes);
    for format in ["json", "github", "gitlab", "sarif", "junit"] {
        let run = check(&folder, format);
        assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""), "{format}");
        assert_eq!(folder.mujaz(&["build", "desk", "--message-format", format]).stdout, run.stdout, "{format}");
    }
}

/// Reports of a desk with many problems, with warnings alone, and without any.
fn reports(format: &str) -> Vec<String> {
    let many = desk();
    let none = Folder::built();
    let warnings = Folder::built();
    warnings.write("desk/articles/b.txt", "English");
    let absolute = |folder: &Folder| {
        let desk = folder.path("desk");
        run(folder.command(&["check", "--message-format", format]).arg(desk).current_dir("/"))
    };
    let codes = [check(&many, format), absolute(&many), check(&warnings, format), check(&none, format)];
    assert_eq!(codes.iter().map(|run| run.code).collect::<Vec<_>>(), [Some(1), Some(1), Some(0), Some(0)]);
    codes.into_iter().map(|run| run.stdout).collect()
}

fn fits(schema: &Value, report: &str) {
    let validator = jsonschema::validator_for(schema).expect("a JSON Schema");
    let report: Value = serde_json::from_str(report).expect("JSON");
    let faults: Vec<String> = validator.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert_eq!(faults, Vec::<String>::new(), "{report:#}");
}

#[test]
fn sarif_fits_its_schema() {
    let text = fs::read_to_string(repository().join("tests/schemas/sarif-2.1.0.json")).expect("it is there");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let reports = reports("sarif");
    for report in &reports {
        fits(&schema, report);
    }
    let mut wrong: Value = serde_json::from_str(&reports[0]).expect("JSON");
    wrong["runs"][0]["results"][0]["level"] = "bad".into();
    assert!(!jsonschema::validator_for(&schema).expect("a JSON Schema").is_valid(&wrong), "the schema is strict");
}

/// What <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format> requires, and no more.
fn gitlab_schema() -> Value {
    let text = json!({"type": "string", "minLength": 1});
    json!({"type": "array", "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": false,
        "properties": {
            "description": text, "check_name": text, "fingerprint": text,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": false,
                "properties": {
                    "path": {"type": "string", "pattern": "^[^\\n]+$", "not": {"pattern": "^\\./"}},
                    "lines": {"type": "object", "required": ["begin"], "additionalProperties": false, "properties": {
                        "begin": {"type": "integer", "minimum": 1},
                        "end": {"type": "integer", "minimum": 1}
                    }}
                }
            }
        }
    }})
}

#[test]
fn code_quality_fits_its_schema() {
    for report in reports("gitlab") {
        fits(&gitlab_schema(), &report);
    }
}

type Element = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

/// The elements of JUnit's XML that are written: which elements may be in them, which attributes they must have and which they may have.
const JUNIT: &[Element] = &[
    ("testsuites", &["testsuite"], &[], &["name", "time", "tests", "failures", "errors"]),
    (
        "testsuite",
        &["testsuite", "properties", "testcase", "system-out", "system-err"],
        &["name", "tests", "failures", "errors"],
        &["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"],
    ),
    ("testcase", &["skipped", "error", "failure", "system-out", "system-err"], &["name"], &["time", "classname", "group"]),
    ("failure", &[], &[], &["type", "message"]),
    ("system-out", &[], &[], &[]),
];

#[test]
fn junit_fits_its_schema() {
    for report in reports("junit") {
        let document = roxmltree::Document::parse(&report).unwrap_or_else(|e| panic!("{e}\n{report}"));
        assert_eq!(document.root_element().tag_name().name(), "testsuites");
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            let name = element.tag_name().name();
            let (_, children, required, allowed) = JUNIT.iter().find(|(known, ..)| *known == name).expect(name);
            let attributes: BTreeMap<&str, &str> = element.attributes().map(|a| (a.name(), a.value())).collect();
            assert!(required.iter().all(|a| attributes.contains_key(a)), "{name}: {attributes:?}");
            assert!(attributes.keys().all(|a| required.contains(a) || allowed.contains(a)), "{name}: {attributes:?}");
            let inside: Vec<_> = element.children().filter(roxmltree::Node::is_element).collect();
            assert!(inside.iter().all(|child| children.contains(&child.tag_name().name())), "{name}");
            if name.starts_with("testsuite") {
                let count = |wanted: &str| element.descendants().filter(|n| n.has_tag_name(wanted)).count().to_string();
                assert_eq!((attributes["tests"], attributes["failures"]), (&*count("testcase"), &*count("failure")));
            }
        }
    }
}
