//! What there is to do in the output folder.
//!
//! In: the pages, and what the last build owns. Out: which pages to write and which files to remove, or why that cannot be. Looks
//! at the folder; changes nothing.

use super::draft::{Draft, Drafts};
use super::manifest::hash;
use super::{Page, page_path, shown, unwritable};
use crate::diagnostic::{Code, Diagnostic, Severity};
use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::Path;

/// What is at a path.
enum There {
    Nothing,
    File(Vec<u8>),
    /// Something that is not a file of this folder.
    InTheWay(&'static str),
}

/// The files that are to be removed, in order, and warnings; the pages are all that there will be, in the order of their paths.
pub(super) fn check(folder: &Drafts, pages: &[Draft]) -> Result<(Vec<String>, Vec<Diagnostic>), Vec<Diagnostic>> {
    page_path::check(pages)?;
    let mut problems: Vec<Diagnostic> = pages.iter().filter_map(|page| page.problem.clone()).collect();
    let (obsolete, left) = obsolete(folder, pages);
    problems.extend(left);
    if problems.iter().any(|p| p.severity == Severity::Error) {
        return Err(problems);
    }
    Ok((obsolete, problems))
}

/// Whether a page must be written, and what there is to say about it; `hashes` are those that its file may have.
pub(super) fn compare(out: &Path, page: &Page, hashes: Option<&Vec<String>>) -> (bool, Option<Diagnostic>) {
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
            Some(hashes) if hashes.contains(&hash(&bytes)) => (true, None),
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
fn obsolete(folder: &Drafts, pages: &[Draft]) -> (Vec<String>, Vec<Diagnostic>) {
    let out = folder.out;
    let made: BTreeSet<&str> = pages.iter().map(|page| page.output.path.as_str()).collect();
    let (mut obsolete, mut warnings) = (Vec::new(), Vec::new());
    for (path, hashes) in folder.owned.iter().filter(|(path, _)| !made.contains(path.as_str())) {
        let why = match look(out, path) {
            Ok(There::Nothing) => continue,
            Ok(There::File(bytes)) if hashes.contains(&hash(&bytes)) => {
                obsolete.push(path.clone());
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
