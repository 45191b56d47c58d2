//! Pages before they are published.
//!
//! In: one page after the other, from any thread. Out: for each what the manifest says of it, and whether the folder holds it already; if not, its bytes are in a temporary file,
//! since the pages of many articles would fill the memory. No page in the folder is touched, and what was laid away goes with the [`Drafts`].

use super::manifest::hash;
use super::page_path::{self, TEMPORARY};
use super::write::{self, temporary};
use super::{Inputs, Manifest, Output, Page, Published, check, file_in_the_way, in_order};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{fs, io};
use tempfile::{TempDir, TempPath};

/// An output folder as a build finds it, and where the build's pages are until they are published.
#[derive(Debug)]
pub struct Drafts<'o> {
    pub(super) out: &'o Path,
    pub(super) old: Option<Manifest>,
    /// The paths that the last build owns, each with the hashes that its file may have.
    pub(super) owned: BTreeMap<String, Vec<String>>,
    away: Mutex<Away>,
}

/// Where pages are laid away: made for the first.
#[derive(Debug, Default)]
struct Away {
    folder: Option<TempDir>,
    /// The output folder and those around it, from the inmost, if they were not there.
    made: Vec<PathBuf>,
}

/// A page that was made.
#[derive(Debug)]
pub struct Draft {
    pub(super) output: Output,
    /// Whether the folder holds something else.
    pub(super) differs: bool,
    /// What there is to say about what it holds.
    pub(super) problem: Option<Diagnostic>,
    /// The bytes, if they differ and were laid away.
    pub(super) away: Option<io::Result<TempPath>>,
}

impl<'o> Drafts<'o> {
    /// The pages of a build into this folder, which need not be there.
    ///
    /// # Errors
    ///
    /// Every reason why there cannot be pages in it.
    pub fn new(out: &'o Path) -> Result<Self, Vec<Diagnostic>> {
        if let Some(problem) = file_in_the_way(out) {
            return Err(vec![problem]);
        }
        let old = Manifest::read(out).map_err(|error| vec![*error])?;
        let owned = old.as_ref().map(Manifest::owned).unwrap_or_default();
        Ok(Self { out, old, owned, away: Mutex::default() })
    }

    /// Lays a page away, if the folder does not hold it.
    pub fn lay(&self, page: Page) -> Draft {
        let draft = self.compare(&page);
        let away = draft.differs.then(|| temporary(&self.folder()?, &page.bytes));
        Draft { away, ..draft }
    }

    /// Compares a page with the folder. A path that no page may have is not looked at; [`page_path::check`] tells of it.
    pub(super) fn compare(&self, page: &Page) -> Draft {
        let output = Output { path: page.path.clone(), blake3: hash(&page.bytes), bytes: page.bytes.len() };
        let (differs, problem) = match page_path::fault(&page.path) {
            None => check::compare(self.out, page, self.owned.get(&page.path)),
            Some(_) => (false, None),
        };
        Draft { output, differs, problem, away: None }
    }

    /// Makes the folder hold these pages.
    ///
    /// # Errors
    ///
    /// Every reason why the pages cannot be written. Nothing was changed then, unless the disk failed while files were being renamed; the
    /// next build goes on from there.
    pub fn publish(self, mut drafts: Vec<Draft>, inputs: Inputs) -> Result<Published, Vec<Diagnostic>> {
        drafts.sort_by(|a, b| a.output.path.cmp(&b.output.path));
        let (obsolete, warnings) = check::check(&self, &drafts).map_err(in_order)?;
        let manifest = Manifest::of(inputs, &drafts);
        let (changed, same): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|draft| draft.differs);
        let written = changed.iter().map(|draft| draft.output.path.clone()).collect();
        let away = self.away.lock().unwrap_or_else(PoisonError::into_inner);
        let away = away.folder.as_ref().and_then(|folder| folder.path().file_name());
        write::write(self.out, away, changed, &obsolete, self.old.as_ref(), &manifest).map_err(|error| vec![*error])?;
        Ok(Published { written, unchanged: same.len(), removed: obsolete, warnings: in_order(warnings) })
    }

    /// The folder that pages are laid away in, in the output folder: from there they are put in their places without being copied.
    fn folder(&self) -> io::Result<PathBuf> {
        let mut away = self.away.lock().unwrap_or_else(PoisonError::into_inner);
        if away.folder.is_none() {
            let missing = self.out.ancestors().take_while(|folder| !folder.exists());
            away.made.extend(missing.map(Path::to_owned));
            fs::create_dir_all(self.out)?;
            away.folder = Some(tempfile::Builder::new().prefix(TEMPORARY).tempdir_in(self.out)?);
        }
        Ok(away.folder.as_ref().map(|folder| folder.path().to_owned()).unwrap_or_default())
    }
}

impl Drop for Away {
    /// A build that fails leaves no folder behind. One that holds something is not removed.
    fn drop(&mut self) {
        self.folder = None;
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}
