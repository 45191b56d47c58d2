//! JUnit's XML, which every CI system shows as a list of tests.
//!
//! There is no standard; what is written is what the schema of Jenkins' xUnit plugin allows (`junit-10.xsd` in
//! <https://github.com/jenkinsci/xunit-plugin>, the strictest of the readers: it refuses a report with other attributes). File and line are in the name of each case.

use super::Finding;
use crate::diagnostic::push_escaped;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A suite for each file and a case for each problem. An error is a failure; a warning is one where warnings are denied, and otherwise a
/// case that passes and says what it has to say. Without a problem there is one case that passes, since an empty report is no report.
#[must_use]
pub fn junit(findings: &[Finding], deny_warnings: bool) -> String {
    let fails = |finding: &&Finding| finding.is_error() || (deny_warnings && finding.severity == "warning");
    let mut suites: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        suites.entry(finding.file.as_deref().unwrap_or("workspace")).or_default().push(finding);
    }
    let failures = findings.iter().filter(fails).count();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut line = |text: String| out.push_str(&text);
    line(format!("<testsuites name=\"mujaz\" tests=\"{}\" failures=\"{failures}\" errors=\"0\">\n", findings.len().max(1)));
    if findings.is_empty() {
        line("  <testsuite name=\"workspace\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">\n".to_owned());
        line("    <testcase name=\"no problem was found\" classname=\"mujaz\" time=\"0\"/>\n  </testsuite>\n".to_owned());
    }
    for (file, findings) in &suites {
        let failures = findings.iter().copied().filter(|f| fails(f)).count();
        let (name, tests) = (escaped(file), findings.len());
        line(format!(
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
        ));
        for finding in findings {
            line(case(finding, fails(finding)));
        }
        line("  </testsuite>\n".to_owned());
    }
    line("</testsuites>\n".to_owned());
    out
}

fn case(finding: &Finding, fails: bool) -> String {
    let Finding { severity, code, file, place, message, .. } = finding;
    let at = place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    let name = escaped(file.as_deref().unwrap_or("workspace"));
    let mut out = format!("    <testcase name=\"{name}{at}\" classname=\"mujaz.{code}\" time=\"0\"");
    let whole = escaped(&finding.whole());
    let (message, told) = (escaped(message), format!("{severity}[{code}]: {whole}"));
    let _ = match fails {
        true => writeln!(out, ">\n      <failure message=\"{message}\" type=\"{severity}\">{told}</failure>\n    </testcase>"),
        false => writeln!(out, ">\n      <system-out>{told}</system-out>\n    </testcase>"),
    };
    out
}

/// Text as XML 1.0 allows it, in an element or in an attribute. Control characters are gone already.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => push_escaped(c, &mut out),
        }
    }
    out
}
