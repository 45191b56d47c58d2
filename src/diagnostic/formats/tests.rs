//! Each format, on the same few diagnostics. That the formats fit their schemas is tested on the binary.

use super::*;
use crate::diagnostic::{Code, Source};

fn some() -> Vec<Finding> {
    let names = Source::new("glossary/names.yaml", "- id: sana\n  knd: person\n- id: sana\n");
    let list = [
        Diagnostic::error(Code::GlossaryEntry, "unknown field `knd`").at(names.span(13..16)).hint("did you mean `kind`?"),
        Diagnostic::error(Code::GlossaryDuplicateId, "the id `sana` is taken")
            .at(names.span(25..33))
            .related(names.span(6..10), "first here")
            .note("50% <of> \"them\": a, b"),
        Diagnostic::warning(Code::ArticleEncoding, "read as windows-1256\u{202e}").in_file("مقال 1.txt"),
        Diagnostic::warning(Code::ArticleEncoding, "read as windows-1256\u{202e}").in_file("مقال 1.txt"),
        Diagnostic::error(Code::WorkspaceEmpty, "no articles"),
    ];
    findings(&list, &|file| format!("desk/{file}"))
}

#[test]
fn every_finding_has_a_fingerprint_of_its_own() {
    let findings = some();
    let prints: std::collections::BTreeSet<&str> = findings.iter().map(|f| f.fingerprint.as_str()).collect();
    assert_eq!(prints.len(), findings.len());
    assert!(prints.iter().all(|print| print.len() == 32));
}

#[test]
fn a_fingerprint_does_not_change_when_lines_are_added_above() {
    let one = |text: &str, at: usize| {
        let source = Source::new("a.txt", text);
        let list = [Diagnostic::error(Code::ArticleFrontMatter, "`date` is not a date").at(source.span(at..at + 4))];
        findings(&list, &str::to_owned)[0].fingerprint.clone()
    };
    assert_eq!(one("date", 0), one("\n\ndate", 2));
}

#[test]
fn as_lines_of_json() {
    let expected = "\
{\"severity\":\"error\",\"code\":\"glossary-entry\",\"message\":\"unknown field `knd`\",\"file\":\"desk/glossary/names.yaml\",\"line\":2,\"column\":3,\"end_line\":2,\"end_column\":6,\"notes\":[],\"hint\":\"did you mean `kind`?\",\"related\":[],\"fingerprint\":\"…\"}
{\"severity\":\"error\",\"code\":\"glossary-duplicate-id\",\"message\":\"the id `sana` is taken\",\"file\":\"desk/glossary/names.yaml\",\"line\":3,\"column\":1,\"end_line\":3,\"end_column\":9,\"notes\":[\"50% <of> \\\"them\\\": a, b\"],\"related\":[{\"message\":\"first here\",\"file\":\"desk/glossary/names.yaml\",\"line\":1,\"column\":7,\"end_line\":1,\"end_column\":11}],\"fingerprint\":\"…\"}
{\"severity\":\"warning\",\"code\":\"article-encoding\",\"message\":\"read as windows-1256\u{fffd}\",\"file\":\"desk/مقال 1.txt\",\"notes\":[],\"related\":[],\"fingerprint\":\"…\"}
{\"severity\":\"warning\",\"code\":\"article-encoding\",\"message\":\"read as windows-1256\u{fffd}\",\"file\":\"desk/مقال 1.txt\",\"notes\":[],\"related\":[],\"fingerprint\":\"…\"}
{\"severity\":\"error\",\"code\":\"workspace-empty\",\"message\":\"no articles\",\"notes\":[],\"related\":[],\"fingerprint\":\"…\"}
";
    let mut findings = some();
    for finding in &mut findings {
        finding.fingerprint = "…".to_owned();
    }
    assert_eq!(json(&findings), expected);
    assert_eq!(json(&[]), "");
}

#[test]
fn as_commands_of_github() {
    let expected = "\
::error file=desk/glossary/names.yaml,line=2,endLine=2,col=3,endColumn=6,title=glossary-entry::unknown field `knd`%0Ahint: did you mean `kind`?
::error file=desk/glossary/names.yaml,line=3,endLine=3,col=1,endColumn=9,title=glossary-duplicate-id::the id `sana` is taken%0Anote: 50%25 <of> \"them\": a, b
::warning file=desk/مقال 1.txt,title=article-encoding::read as windows-1256\u{fffd}
::warning file=desk/مقال 1.txt,title=article-encoding::read as windows-1256\u{fffd}
::error title=workspace-empty::no articles
";
    assert_eq!(github(&some()), expected);
    let evil = [Diagnostic::error(Code::WorkspaceEmpty, "a\n::set-output name=x::y\r\n%0A").in_file("a,b:c\n::d")];
    let expected = "::error file=a%2Cb%3Ac\u{fffd}%3A%3Ad,title=workspace-empty::a ::set-output name=x::y\u{fffd} %250A\n";
    assert_eq!(github(&findings(&evil, &str::to_owned)), expected);
}

#[test]
fn as_tests_of_junit() {
    let expected = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"mujaz\" tests=\"5\" failures=\"3\" errors=\"0\">
  <testsuite name=\"desk/glossary/names.yaml\" tests=\"2\" failures=\"2\" errors=\"0\" skipped=\"0\" time=\"0\">
    <testcase name=\"desk/glossary/names.yaml:2:3\" classname=\"mujaz.glossary-entry\" time=\"0\">
      <failure message=\"unknown field `knd`\" type=\"error\">error[glossary-entry]: unknown field `knd`
hint: did you mean `kind`?</failure>
    </testcase>
    <testcase name=\"desk/glossary/names.yaml:3:1\" classname=\"mujaz.glossary-duplicate-id\" time=\"0\">
      <failure message=\"the id `sana` is taken\" type=\"error\">error[glossary-duplicate-id]: the id `sana` is taken
note: 50% &lt;of&gt; &quot;them&quot;: a, b</failure>
    </testcase>
  </testsuite>
  <testsuite name=\"desk/مقال 1.txt\" tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">
    <testcase name=\"desk/مقال 1.txt\" classname=\"mujaz.article-encoding\" time=\"0\">
      <system-out>warning[article-encoding]: read as windows-1256\u{fffd}</system-out>
    </testcase>
    <testcase name=\"desk/مقال 1.txt\" classname=\"mujaz.article-encoding\" time=\"0\">
      <system-out>warning[article-encoding]: read as windows-1256\u{fffd}</system-out>
    </testcase>
  </testsuite>
  <testsuite name=\"workspace\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\">
    <testcase name=\"workspace\" classname=\"mujaz.workspace-empty\" time=\"0\">
      <failure message=\"no articles\" type=\"error\">error[workspace-empty]: no articles</failure>
    </testcase>
  </testsuite>
</testsuites>
";
    assert_eq!(junit(&some(), false), expected);
    assert!(junit(&some(), true).contains("failures=\"5\""));
    let expected = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"mujaz\" tests=\"1\" failures=\"0\" errors=\"0\">
  <testsuite name=\"workspace\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">
    <testcase name=\"no problem was found\" classname=\"mujaz\" time=\"0\"/>
  </testsuite>
</testsuites>
";
    assert_eq!(junit(&[], true), expected);
}

#[test]
fn a_file_of_sarif_is_a_reference() {
    let report: serde_json::Value = serde_json::from_str(&sarif(&some())).unwrap();
    let place = &report["runs"][0]["results"][2]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "desk/%D9%85%D9%82%D8%A7%D9%84%201.txt");
    assert_eq!(place.get("region"), None);
    let rules: Vec<_> =
        report["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|r| r["id"].clone()).collect();
    assert_eq!(rules, ["workspace-empty", "article-encoding", "glossary-entry", "glossary-duplicate-id"]);
    assert_eq!(report["runs"][0]["results"][0]["ruleIndex"], 2);
}
