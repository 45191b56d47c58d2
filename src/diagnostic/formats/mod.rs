//! Diagnostics for machines: editors, code review, CI.
//!
//! In: diagnostics, in the order in which they are to be told, and how a file is called where the reader runs. Out: [`Finding`]s, plain data
//! with every place as a line and a column, and one function for each format that makes a string of them. Nothing from the files a user
//! reads gets through as a control character or as syntax of the format. Does not print.

mod github;
mod gitlab;
mod junit;
mod sarif;
#[cfg(test)]
mod tests;

pub use github::github;
pub use gitlab::gitlab;
pub use junit::junit;
pub use sarif::sarif;

use super::excerpt::printable;
use super::{Diagnostic, Severity, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// A diagnostic as plain data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The name of its kind, which never changes.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub message: String,
    /// The file it is about, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The place in the file, if there is one.
    #[serde(flatten)]
    pub place: Option<Place>,
    /// Further facts.
    pub notes: Vec<String>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Other places that belong to the problem.
    pub related: Vec<Related>,
    /// The same as long as the problem is the same, wherever in the file it has moved to: 32 hexadecimal digits.
    pub fingerprint: String,
}

/// A place in a file. Lines and columns count from 1, columns in characters; the end is the first that is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The line where it starts.
    pub line: usize,
    /// The column where it starts.
    pub column: usize,
    /// The line where it ends.
    pub end_line: usize,
    /// The column where it ends.
    pub end_column: usize,
}

/// Another place that belongs to a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Related {
    /// Why it belongs to it.
    pub message: String,
    /// The file.
    pub file: String,
    /// The place in the file.
    #[serde(flatten)]
    pub place: Place,
}

impl Finding {
    /// Message, notes and hint, one a line.
    fn whole(&self) -> String {
        let mut whole = self.message.clone();
        for note in &self.notes {
            whole.push_str(&format!("\nnote: {note}"));
        }
        if let Some(hint) = &self.hint {
            whole.push_str(&format!("\nhint: {hint}"));
        }
        whole
    }

    fn is_error(&self) -> bool {
        self.severity == Severity::Error.as_str()
    }
}

/// The diagnostics as plain data; `called` says how a file is called from where the reader runs.
pub fn findings(diagnostics: &[Diagnostic], called: &dyn Fn(&str) -> String) -> Vec<Finding> {
    let file = |path: &str| printable(&called(path)).replace('\n', "\u{fffd}");
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let finding = |d: &Diagnostic| {
        let same = format!("{}\0{}\0{}", d.code, d.file().unwrap_or_default(), d.message);
        let times = seen.entry(same.clone()).or_default();
        *times += 1;
        let hash = blake3::hash(format!("{same}\0{times}").as_bytes()).to_hex();
        Finding {
            severity: d.severity.as_str(),
            code: d.code.as_str(),
            message: printable(&d.message).replace('\n', " "),
            file: d.file().map(file),
            place: d.span.as_ref().map(place),
            notes: d.notes.iter().map(|note| printable(note).into_owned()).collect(),
            hint: d.hint.as_ref().map(|hint| printable(hint).into_owned()),
            related: d
                .related
                .iter()
                .map(|(span, label)| Related {
                    message: printable(label).into_owned(),
                    file: file(&span.source.path),
                    place: place(span),
                })
                .collect(),
            fingerprint: hash[..32].to_owned(),
        }
    };
    diagnostics.iter().map(finding).collect()
}

fn place(span: &Span) -> Place {
    let (line, column) = span.line_col();
    let (end_line, end_column) = span.source.line_col(span.range.end.max(span.range.start));
    Place { line, column, end_line, end_column }
}

/// Each finding as a JSON object on a line of its own.
#[must_use]
pub fn json(findings: &[Finding]) -> String {
    // A finding is strings and numbers: there is nothing in it that JSON refuses.
    findings.iter().map(|finding| serde_json::to_string(finding).unwrap_or_default() + "\n").collect()
}

/// The text of a JSON value, indented.
fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
