//! Pages into a folder.
//!
//! In: all pages of a build, and what they were made from. Out: the folder holds these pages and a manifest of them, or a list of
//! reasons why nothing was changed. Files that mujaz did not write are neither overwritten nor removed, links are not followed, and a
//! page that is already there is not touched.
//!
//! The steps are ordered so that the next build can repair whatever a crash leaves behind:
//! 1. everything is checked, and nothing is written if there is an error;
//! 2. a manifest that owns the old pages and the new ones is put in place;
//! 3. all changed pages are written under temporary names (if that fails, step 2 is undone) and then renamed;
//! 4. pages that are no longer made are removed;
//! 5. the manifest of the new pages alone is put in place.

mod check;
mod manifest;
mod page_path;
mod stale;
mod write;

pub use manifest::{Input, Inputs, MANIFEST, Manifest, Output};
pub use stale::{Change, Stale, stale};

use crate::diagnostic::{self, Code, Diagnostic};
use check::Plan;
use std::path::Path;

/// A page that is ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it goes, relative to the output folder, with forward slashes.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    /// The pages that are new or have changed, in order.
    pub written: Vec<String>,
    /// How many pages were there already.
    pub unchanged: usize,
    /// The pages of an earlier build that are no longer made, in order.
    pub removed: Vec<String>,
    /// What somebody should look at.
    pub warnings: Vec<Diagnostic>,
}

/// Makes a folder hold these pages.
///
/// # Errors
///
/// Every reason why the pages cannot be written. Nothing was changed then, unless the disk failed while files were being renamed; the
/// next build goes on from there.
pub fn publish(out: &Path, mut pages: Vec<Page>, inputs: Inputs) -> Result<Published, Vec<Diagnostic>> {
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let (old, plan) = plan(out, &pages)?;
    let manifest = Manifest::of(inputs, &pages);
    write::write(out, &plan, old.as_ref(), &manifest).map_err(|error| vec![*error])?;
    let path = |page: &&Page| page.path.clone();
    Ok(Published {
        written: plan.changed.iter().map(path).collect(),
        unchanged: pages.len() - plan.changed.len(),
        removed: plan.obsolete,
        warnings: in_order(plan.warnings),
    })
}

/// What the folder holds, and what is to be done to it; the pages are in the order of their paths.
fn plan<'p>(out: &Path, pages: &'p [Page]) -> Result<(Option<Manifest>, Plan<'p>), Vec<Diagnostic>> {
    page_path::check(pages).map_err(in_order)?;
    if let Some(problem) = file_in_the_way(out) {
        return Err(vec![problem]);
    }
    let old = Manifest::read(out).map_err(|error| vec![*error])?;
    let plan = check::check(out, pages, old.as_ref()).map_err(in_order)?;
    Ok((old, plan))
}

fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostic::sort(&mut diagnostics);
    diagnostics
}

/// The complaint that the output folder, or a folder it would be in, is something else.
fn file_in_the_way(out: &Path) -> Option<Diagnostic> {
    let there = out.ancestors().find(|path| path.symlink_metadata().is_ok())?;
    if there.is_dir() {
        return None;
    }
    let message = format!("cannot write to `{}`: `{}` is not a folder", out.display(), there.display());
    let error = Diagnostic::error(Code::OutputUnwritable, message);
    Some(error.in_file(there.display().to_string()).hint("choose another output folder, or move this one away"))
}

/// How a file in the output folder is called in a message.
fn shown(out: &Path, path: &str) -> String {
    format!("{}/{path}", out.display())
}

fn unwritable(out: &Path, path: &str, error: &std::io::Error) -> Diagnostic {
    let message = format!("cannot write `{path}`: {error}");
    Diagnostic::error(Code::OutputUnwritable, message).in_file(shown(out, path))
}

#[cfg(test)]
mod tests;
