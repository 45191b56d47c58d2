//! Where a page may go.
//!
//! In: paths of pages, which are made of names that users and articles choose. Out: what is wrong with them. A path that passes stays
//! inside the output folder on every system, and no two pages are in each other's way.

use super::MANIFEST;
use super::draft::Draft;
use crate::diagnostic::{Code, Diagnostic, is_bidi_control};
use std::collections::BTreeMap;

/// The beginning of the names of temporary files.
pub(super) const TEMPORARY: &str = ".mujaz-tmp-";

/// Checks the paths of pages that are sorted by path.
pub(super) fn check(pages: &[Draft]) -> Result<(), Vec<Diagnostic>> {
    let mut problems = Vec::new();
    // On some systems, names that differ in case alone are the same name.
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for page in pages {
        let path = page.output.path.as_str();
        if let Some(fault) = fault(path) {
            let message = format!("`{path}` cannot be the path of a page: {fault}");
            problems.push(Diagnostic::error(Code::OutputUnwritable, message));
        } else if let Some(first) = seen.insert(path.to_lowercase(), path) {
            let message = format!("two pages have the same path: `{first}` and `{path}`");
            problems.push(Diagnostic::error(Code::OutputUnwritable, message));
        }
    }
    for (lower, path) in &seen {
        let folders = lower.match_indices('/').map(|(at, _)| &lower[..at]);
        for file in folders.filter_map(|folder| seen.get(folder)) {
            let message = format!("the page `{file}` is where the folder of `{path}` would be");
            problems.push(Diagnostic::error(Code::OutputUnwritable, message));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// What is wrong with one path.
pub(super) fn fault(path: &str) -> Option<&'static str> {
    let steers = |c: char| c.is_control() || is_bidi_control(c);
    if path.is_empty() {
        Some("it is empty")
    } else if path.contains(steers) {
        Some("it holds a control character")
    } else if path.contains(['\\', ':', '*', '?', '"', '<', '>', '|']) {
        Some("it holds a character that not every system allows")
    } else if path.split('/').any(|name| name.is_empty()) {
        Some("it begins or ends with a slash, or has two in a row")
    } else if path.split('/').any(|name| name.ends_with(['.', ' '])) {
        Some("a name in it ends with a dot or a space")
    } else if path.split('/').any(|name| name.starts_with(TEMPORARY)) {
        Some("the name is one of a temporary file")
    } else if path.eq_ignore_ascii_case(MANIFEST) {
        Some("the manifest is there")
    } else {
        None
    }
}
