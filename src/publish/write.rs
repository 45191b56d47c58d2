//! The changes in the output folder, in an order that survives a crash.
//!
//! In: a plan that was checked. Out: the folder as planned, or the error that stopped it. Every file appears whole, under a temporary
//! name first. Decides nothing.

use super::check::Plan;
use super::manifest::MANIFEST;
use super::page_path::TEMPORARY;
use super::{Manifest, unwritable};
use crate::diagnostic::{Code, Diagnostic};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};
use tempfile::TempPath;
use walkdir::WalkDir;

/// A path that could not be written, and why.
type Failed = (String, io::Error);

/// Carries out a plan.
pub(super) fn write(
    out: &Path,
    plan: &Plan<'_>,
    old: Option<&Manifest>,
    new: &Manifest,
) -> Result<(), Box<Diagnostic>> {
    let failed = |(path, error): Failed| Box::new(unwritable(out, &path, &error));
    fs::create_dir_all(out).map_err(|error| {
        let message = format!("cannot make the folder `{}`: {error}", out.display());
        Box::new(Diagnostic::error(Code::OutputUnwritable, message).in_file(out.display().to_string()).hint("choose another output folder"))
    })?;
    let both = new.with(old);
    clean(out, &both);
    if !plan.changed.is_empty() || !plan.obsolete.is_empty() {
        put_manifest(out, &both).map_err(failed)?;
        let staged = stage(out, plan).map_err(|error| {
            // Should this fail too, the manifest owns too much, which does no harm.
            let _ = match old {
                Some(old) => put_manifest(out, old),
                None => fs::remove_file(out.join(MANIFEST)).map_err(named(MANIFEST)),
            };
            failed(error)
        })?;
        for (page, temporary) in plan.changed.iter().zip(staged) {
            let renamed = temporary.persist(out.join(&page.path));
            renamed
                .map_err(|error| named(&page.path)(error.error))
                .map_err(failed)?;
        }
        for path in &plan.obsolete {
            remove(out, path).map_err(named(path)).map_err(failed)?;
        }
    }
    if let Some(old) = old {
        prune(out, old);
    }
    if old != Some(new) || !plan.changed.is_empty() || !plan.obsolete.is_empty() {
        put_manifest(out, new).map_err(failed)?;
    }
    Ok(())
}

fn named(path: &str) -> impl Fn(io::Error) -> Failed {
    move |error| (path.to_owned(), error)
}

fn put_manifest(out: &Path, manifest: &Manifest) -> Result<(), Failed> {
    let temporary = temporary(out, &manifest.to_bytes()).map_err(named(MANIFEST))?;
    let renamed = temporary.persist(out.join(MANIFEST));
    renamed.map_err(|error| named(MANIFEST)(error.error))
}

/// Writes all changed pages under temporary names beside their places. Folders that were made are removed again if one fails.
fn stage(out: &Path, plan: &Plan<'_>) -> Result<Vec<TempPath>, Failed> {
    let mut made = Vec::new();
    let folders: Result<(), Failed> = plan
        .changed
        .iter()
        .try_for_each(|page| make_folders(out, &page.path, &mut made).map_err(named(&page.path)));
    let staged = folders.and_then(|()| {
        let one = |page: &&super::Page| {
            let folder = folder_of(out, &page.path);
            temporary(&folder, &page.bytes).map_err(named(&page.path))
        };
        plan.changed.par_iter().map(one).collect()
    });
    if staged.is_err() {
        for folder in made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
    staged
}

/// Makes the folders that a page needs, and notes those that were not there.
fn make_folders(out: &Path, path: &str, made: &mut Vec<PathBuf>) -> io::Result<()> {
    for (at, _) in path.match_indices('/') {
        let folder = out.join(&path[..at]);
        match fs::create_dir(&folder) {
            Ok(()) => made.push(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn folder_of(out: &Path, path: &str) -> PathBuf {
    path.rsplit_once('/')
        .map_or(out.to_owned(), |(folder, _)| out.join(folder))
}

/// Writes a temporary file that is removed when it is dropped, and closes it: there may be more pages than a process may have open.
fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new file; the user's mask is taken off.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file.into_temp_path())
}

/// Removes a page. One that is gone already is no error.
fn remove(out: &Path, path: &str) -> io::Result<()> {
    match fs::remove_file(out.join(path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Removes folders that earlier builds made and that are empty now.
fn prune(out: &Path, old: &Manifest) {
    let paths = old.outputs.iter().map(|output| output.path.as_str());
    let folders: BTreeSet<&str> = paths
        .flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]))
        .collect();
    // Backwards, an inner folder comes before the one that it is in. Removing a folder that is not empty fails, as it should.
    for folder in folders.into_iter().rev().map(|folder| out.join(folder)) {
        if !linked(out, &folder) {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Removes temporary files that an earlier build has left beside its pages.
fn clean(out: &Path, both: &Manifest) {
    let paths = both.outputs.iter().map(|output| output.path.as_str());
    let mut folders: BTreeSet<PathBuf> = paths.map(|path| folder_of(out, path)).collect();
    folders.insert(out.to_owned());
    for folder in folders {
        if linked(out, &folder) {
            continue;
        }
        let entries = WalkDir::new(folder).min_depth(1).max_depth(1);
        for entry in entries.sort_by_file_name().into_iter().flatten() {
            let ours = entry.file_name().to_string_lossy().starts_with(TEMPORARY);
            if ours && entry.file_type().is_file() {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Whether the way from the output folder to a folder in it goes through a link.
fn linked(out: &Path, folder: &Path) -> bool {
    let mut inside = folder.ancestors().take_while(|ancestor| *ancestor != out);
    inside.any(Path::is_symlink)
}
