//! What a build would change.
//!
//! In: the pages, and what they were made from. Out: for each page that is missing, different or no longer made, its path and a diff.
//! Changes nothing.

use super::manifest::MANIFEST;
use super::{Draft, Drafts, Inputs, Manifest, Page, check, in_order};
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use similar::TextDiff;
use std::path::Path;

/// A file that a build would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Its path, relative to the output folder, with forward slashes.
    pub path: String,
    /// What a build would do to it.
    pub change: Change,
    /// The change as a unified diff, from what is there to what would be; empty for the manifest.
    pub diff: String,
}

/// What a build would do to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Make it.
    New,
    /// Write it anew.
    Changed,
    /// Remove it.
    Removed,
}

/// Everything that [`super::publish`] would change, in the order of the paths.
///
/// # Errors
///
/// As [`super::publish`], as far as it can be known without writing.
pub fn stale(out: &Path, mut pages: Vec<Page>, inputs: Inputs) -> Result<Vec<Stale>, Vec<Diagnostic>> {
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let folder = Drafts::new(out)?;
    let drafts: Vec<Draft> = pages.par_iter().map(|page| folder.compare(page)).collect();
    let (obsolete, _) = check::check(&folder, &drafts).map_err(in_order)?;
    let differ = pages.iter().zip(&drafts).filter(|(_, draft)| draft.differs);
    let mut found: Vec<Stale> = differ.map(|(page, _)| changed(out, page)).collect();
    for path in obsolete {
        let text = there(out, &path).unwrap_or_default();
        let diff = unified(&path, Some(&text), None);
        found.push(Stale { path, change: Change::Removed, diff });
    }
    if folder.old.as_ref() != Some(&Manifest::of(inputs, &drafts)) {
        let change = if folder.old.is_none() { Change::New } else { Change::Changed };
        found.push(Stale { path: MANIFEST.to_owned(), change, diff: String::new() });
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn changed(out: &Path, page: &Page) -> Stale {
    let old = there(out, &page.path);
    let new = String::from_utf8_lossy(&page.bytes);
    let change = if old.is_none() { Change::New } else { Change::Changed };
    Stale { path: page.path.clone(), change, diff: unified(&page.path, old.as_deref(), Some(&new)) }
}

fn there(out: &Path, path: &str) -> Option<String> {
    let bytes = std::fs::read(out.join(path)).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn unified(path: &str, old: Option<&str>, new: Option<&str>) -> String {
    let name = |side: &str, there: bool| if there { format!("{side}/{path}") } else { "/dev/null".to_owned() };
    let (a, b) = (name("a", old.is_some()), name("b", new.is_some()));
    let diff = TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default());
    diff.unified_diff().context_radius(3).header(&a, &b).to_string()
}
