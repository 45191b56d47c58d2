//! Workflow commands of GitHub Actions: each becomes an annotation at its line of a pull request.
//!
//! Method: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>; what is escaped is what the runner takes back
//! (`%25`, `%0D`, `%0A`, in properties `%3A` and `%2C` too).

use super::Finding;

/// `::error file=…,line=…,col=…,title=…::message`, one a line.
#[must_use]
pub fn github(findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let mut properties = Vec::new();
        if let Some(file) = &finding.file {
            properties.push(format!("file={}", property(file)));
        }
        if let Some(place) = finding.place {
            properties.push(format!("line={}", place.line));
            if place.end_line == place.line {
                properties.push(format!("endLine={},col={},endColumn={}", place.end_line, place.column, place.end_column));
            } else {
                // Columns are only allowed on a single line.
                properties.push(format!("endLine={}", place.end_line));
            }
        }
        properties.push(format!("title={}", property(finding.code)));
        out.push_str(&format!("::{} {}::{}\n", finding.severity, properties.join(","), message(&finding.whole())));
    }
    out
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
