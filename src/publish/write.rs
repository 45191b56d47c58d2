//! The changes in the output folder, in an order that survives a crash.
//!
//! In: what is to be done. Out: the folder as it shall be, or the error that stopped it. Every file appears whole, under a temporary
//! name first. Decides nothing.

use super::draft::Draft;
use super::manifest::MANIFEST;
use super::page_path::TEMPORARY;
use super::{Manifest, unwritable};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};
use tempfile::TempPath;
use walkdir::WalkDir;

/// A path that could not be written, and why.
type Failed = (String, io::Error);

/// Puts the pages that have changed in their places, from the folder `away` that they were laid away in, and removes files that are no longer made.
pub(super) fn write(
    out: &Path,
    away: Option<&OsStr>,
    changed: Vec<Draft>,
    obsolete: &[String],
    old: Option<&Manifest>,
    new: &Manifest,
) -> Result<(), Box<Diagnostic>> {
    let failed = |(path, error): Failed| Box::new(unwritable(out, &path, &error));
    fs::create_dir_all(out).map_err(|error| {
        let message = format!("cannot make the folder `{}`: {error}", out.display());
        Box::new(
            Diagnostic::error(Code::OutputUnwritable, message)
                .in_file(out.display().to_string())
                .hint("choose another output folder"),
        )
    })?;
    let both = new.with(old);
    clean(out, &both, away);
    let differs = !changed.is_empty() || !obsolete.is_empty();
    if differs {
        put_manifest(out, &both).map_err(failed)?;
        let staged = stage(out, changed).map_err(|error| {
            // Should this fail too, the manifest owns too much, which does no harm.
            let _ = match old {
                Some(old) => put_manifest(out, old),
                None => fs::remove_file(out.join(MANIFEST)).map_err(named(MANIFEST)),
            };
            failed(error)
        })?;
        for (path, temporary) in staged {
            let renamed = temporary.persist(out.join(&path));
            renamed.map_err(|error| named(&path)(error.error)).map_err(failed)?;
        }
        for path in obsolete {
            remove(out, path).map_err(named(path)).map_err(failed)?;
        }
    }
    if let Some(old) = old {
        prune(out, old);
    }
    if old != Some(new) || differs {
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

/// Moves all changed pages beside their places, under temporary names. Folders that were made are removed again if one fails.
fn stage(out: &Path, changed: Vec<Draft>) -> Result<Vec<(String, TempPath)>, Failed> {
    let mut made = Vec::new();
    let mut beside = |path: &str, away: Option<io::Result<TempPath>>| {
        let away = away.transpose()?.ok_or(io::ErrorKind::NotFound)?;
        make_folders(out, path, &mut made)?;
        let place = folder_of(out, path).join(away.file_name().unwrap_or_default());
        away.persist(&place)?;
        TempPath::try_from_path(place)
    };
    let staged: Result<Vec<_>, Failed> = (changed.into_iter())
        .map(|Draft { output, away, .. }| match beside(&output.path, away) {
            Ok(temporary) => Ok((output.path, temporary)),
            Err(error) => Err((output.path, error)),
        })
        .collect();
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
    path.rsplit_once('/').map_or(out.to_owned(), |(folder, _)| out.join(folder))
}

/// Writes a temporary file that is removed when it is dropped, and closes it: there may be more pages than a process may have open.
pub(super) fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<TempPath> {
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
    let folders: BTreeSet<&str> = paths.flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at])).collect();
    // Backwards, an inner folder comes before the one that it is in. Removing a folder that is not empty fails, as it should.
    for folder in folders.into_iter().rev().map(|folder| out.join(folder)) {
        if !linked(out, &folder) {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Removes temporary files that an earlier build has left beside its pages, and all that it has laid away.
fn clean(out: &Path, both: &Manifest, away: Option<&OsStr>) {
    let paths = both.outputs.iter().map(|output| output.path.as_str());
    let mut folders: BTreeSet<PathBuf> = paths.map(|path| folder_of(out, path)).collect();
    folders.insert(out.to_owned());
    for folder in folders {
        if linked(out, &folder) {
            continue;
        }
        let entries = WalkDir::new(folder).min_depth(1).max_depth(1);
        for entry in entries.sort_by_file_name().into_iter().flatten() {
            let ours = entry.file_name().to_string_lossy().starts_with(TEMPORARY) && Some(entry.file_name()) != away;
            if ours && entry.file_type().is_file() {
                let _ = fs::remove_file(entry.path());
            } else if ours && entry.file_type().is_dir() {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// Whether the way from the output folder to a folder in it goes through a link.
fn linked(out: &Path, folder: &Path) -> bool {
    let mut inside = folder.ancestors().take_while(|ancestor| *ancestor != out);
    inside.any(Path::is_symlink)
}
