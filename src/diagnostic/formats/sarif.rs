//! SARIF 2.1.0, which code scanning and editors read.
//!
//! Method: OASIS, Static Analysis Results Interchange Format 2.1.0, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use super::{Finding, Place, pretty};
use crate::diagnostic::Code;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run of mujaz. The rules are the codes that were found, each with its section of the book.
#[must_use]
pub fn sarif(findings: &[Finding]) -> String {
    let found: BTreeSet<&str> = findings.iter().map(|finding| finding.code).collect();
    let rules: Vec<Code> = Code::ALL.iter().copied().filter(|code| found.contains(code.as_str())).collect();
    let index = |finding: &Finding| rules.iter().position(|rule| rule.as_str() == finding.code);
    pretty(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "mujaz",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| self::rule(*rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(|finding| result(finding, index(finding))).collect::<Vec<_>>(),
        }],
    }))
}

fn rule(code: Code) -> Value {
    let page = code.page();
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": code.description()},
        "help": {"text": page, "markdown": page},
    })
}

fn result(finding: &Finding, rule: Option<usize>) -> Value {
    let mut result = json!({
        "ruleId": finding.code,
        "level": if finding.severity == "notice" { "note" } else { finding.severity },
        "message": {"text": finding.whole()},
        "partialFingerprints": {"mujaz/v1": finding.fingerprint},
    });
    if let Some(rule) = rule {
        result["ruleIndex"] = rule.into();
    }
    if let Some(file) = &finding.file {
        result["locations"] = json!([{"physicalLocation": physical(file, finding.place)}]);
    }
    if !finding.related.is_empty() {
        let related = finding.related.iter().map(|related| {
            json!({
                "physicalLocation": physical(&related.file, Some(related.place)),
                "message": {"text": related.message},
            })
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn physical(file: &str, place: Option<Place>) -> Value {
    let mut location = json!({"artifactLocation": {"uri": uri(file)}});
    if let Some(place) = place {
        location["region"] = json!({
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        });
    }
    location
}

/// A path as a reference of RFC 3986: whatever is not plain is written as its bytes.
fn uri(path: &str) -> String {
    let mut out = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
