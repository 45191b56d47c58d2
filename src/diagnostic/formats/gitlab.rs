//! GitLab's code quality report, which a merge request shows at the lines it is about.
//!
//! Method: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use super::{Finding, pretty};
use serde::Serialize;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// A JSON array. An issue must have a file: what is about none is about `.`, the folder.
#[must_use]
pub fn gitlab(findings: &[Finding]) -> String {
    pretty(&findings.iter().map(issue).collect::<Vec<_>>())
}

fn issue(finding: &Finding) -> Issue<'_> {
    let (begin, end) = finding.place.map_or((1, 1), |place| (place.line, place.end_line));
    Issue {
        description: finding.whole().replace('\n', "; "),
        check_name: finding.code,
        fingerprint: &finding.fingerprint,
        severity: match finding.severity {
            "error" => "major",
            "warning" => "minor",
            _ => "info",
        },
        location: Location { path: finding.file.as_deref().unwrap_or("."), lines: Lines { begin, end } },
    }
}
