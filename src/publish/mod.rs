//! Pages into a folder.
//!
//! In: all pages of a build, and what they were made from. Out: the folder holds these pages and a manifest of them, or a list of
//! reasons why nothing was changed. Files that mujaz did not write are neither overwritten nor removed, links are not followed, and a
//! page that is already there is not touched.
//!
//! The steps are ordered so that the next build can repair whatever a crash leaves behind:
//! 1. each page is compared with the folder as it comes, and laid away in a folder of temporary files if it differs;
//! 2. everything is checked, and nothing else is written if there is an error;
//! 3. a manifest that owns the old pages and the new ones is put in place;
//! 4. all changed pages are moved beside their places under temporary names (if that fails, step 3 is undone) and then renamed;
//! 5. pages that are no longer made are removed;
//! 6. the manifest of the new pages alone is put in place.

mod check;
mod draft;
mod manifest;
mod page_path;
mod stale;
mod write;

pub use draft::{Draft, Drafts};
pub use manifest::{Input, Inputs, MANIFEST, Manifest, Output};
pub use stale::{Change, Stale, stale};

use crate::diagnostic::{self, Code, Diagnostic};
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
/// As [`Drafts::publish`].
pub fn publish(out: &Path, pages: Vec<Page>, inputs: Inputs) -> Result<Published, Vec<Diagnostic>> {
    let drafts = Drafts::new(out)?;
    let pages = pages.into_iter().map(|page| drafts.lay(page)).collect();
    drafts.publish(pages, inputs)
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
