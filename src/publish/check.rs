//! What there is to do in the output folder.
//!
//! In: the pages, and the manifest of the last build. Out: which pages to write and which files to remove, or why that cannot be. Looks
//! at the folder; changes nothing.

use super::manifest::hash;
use super::{Manifest, Page, shown, unwritable};
use crate::diagnostic::{Code, Diagnostic, Severity};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::Path;

/// What is to be done.
pub(super) struct Plan<'a> {
    /// The pages to write, in order.
    pub(super) changed: Vec<&'a Page>,
    /// The paths of files to remove, in order.
    pub(super) obsolete: Vec<String>,
    pub(super) warnings: Vec<Diagnostic>,
}

/// What is at a path.
enum There {
    Nothing,
    File(Vec<u8>),
    /// Something that is not a file of this folder.
    InTheWay(&'static str),
}

/// Compares the pages with the folder.
pub(super) fn check<'a>(out: &Path, pages: &'a [Page], old: Option<&Manifest>) -> Result<Plan<'a>, Vec<Diagnostic>> {
    let owned = old.map(Manifest::owned).unwrap_or_default();
    let compared: Vec<(bool, Option<Diagnostic>)> =
        pages.par_iter().map(|page| compare(out, page, owned.get(page.path.as_str()))).collect();
    let (mut changed, mut problems) = (Vec::new(), Vec::new());
    for (page, (differs, problem)) in pages.iter().zip(compared) {
        if differs {
            changed.push(page);
        }
        problems.extend(problem);
    }
    let (obsolete, left) = obsolete(out, pages, &owned);
    problems.extend(left);
    if problems.iter().any(|p| p.severity == Severity::Error) {
        return Err(problems);
    }
    Ok(Plan { changed, obsolete, warnings: problems })
}

/// Whether a page must be written, and what there is to say about it.
fn compare(out: &Path, page: &Page, hashes: Option<&Vec<&str>>) -> (bool, Option<Diagnostic>) {
    let path = &page.path;
    let say = |severity: fn(Code, String) -> Diagnostic, message: String| {
        severity(Code::OutputForeign, message).in_file(shown(out, path))
    };
    match look(out, path) {
        Err(error) => (true, Some(unwritable(out, path, &error))),
        Ok(There::Nothing) => (true, None),
        Ok(There::File(bytes)) if bytes == page.bytes => (false, None),
        Ok(There::File(bytes)) => match hashes {
            None => {
                let message = format!("`{path}` is there already, and mujaz did not write it");
                let hint = "move it away, or choose another output folder";
                (true, Some(say(Diagnostic::error, message).hint(hint)))
            }
            Some(hashes) if hashes.contains(&hash(&bytes).as_str()) => (true, None),
            Some(_) => {
                let message = format!("`{path}` was changed by hand, and is written anew");
                let hint = "what an editor adds belongs in the notes or in a template";
                (true, Some(say(Diagnostic::warning, message).hint(hint)))
            }
        },
        Ok(There::InTheWay(what)) => {
            let message = format!("`{path}` cannot be written: {what} is in the way");
            let hint = "move it away, or choose another output folder";
            (true, Some(say(Diagnostic::error, message).hint(hint)))
        }
    }
}

/// The files of earlier builds that can be removed, and warnings about those that cannot.
fn obsolete(out: &Path, pages: &[Page], owned: &BTreeMap<&str, Vec<&str>>) -> (Vec<String>, Vec<Diagnostic>) {
    let made: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let (mut obsolete, mut warnings) = (Vec::new(), Vec::new());
    for (path, hashes) in owned.iter().filter(|(path, _)| !made.contains(*path)) {
        let why = match look(out, path) {
            Ok(There::Nothing) => continue,
            Ok(There::File(bytes)) if hashes.contains(&hash(&bytes).as_str()) => {
                obsolete.push((*path).to_owned());
                continue;
            }
            Ok(There::File(_)) => "it was changed by hand".to_owned(),
            Ok(There::InTheWay(what)) => format!("{what} is there now"),
            Err(error) => error.to_string(),
        };
        let message = format!("`{path}` is no longer made, but was left: {why}");
        warnings.push(
            Diagnostic::warning(Code::OutputForeign, message).in_file(shown(out, path)).hint("delete it if nobody needs it"),
        );
    }
    (obsolete, warnings)
}

/// Looks at a path without following a link in the output folder.
fn look(out: &Path, path: &str) -> io::Result<There> {
    let mut place = out.to_owned();
    let mut names = path.split('/').peekable();
    while let Some(name) = names.next() {
        place.push(name);
        let kind = match place.symlink_metadata() {
            Ok(data) => data.file_type(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(There::Nothing),
            Err(error) => return Err(error),
        };
        let last = names.peek().is_none();
        if kind.is_symlink() {
            return Ok(There::InTheWay("a link"));
        } else if last && kind.is_dir() {
            return Ok(There::InTheWay("a folder"));
        } else if !last && !kind.is_dir() || last && !kind.is_file() {
            return Ok(There::InTheWay("something that is no folder"));
        }
    }
    std::fs::read(&place).map(There::File)
}
