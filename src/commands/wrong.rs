//! Everything that is wrong with a workspace that cannot be used: one problem hides another only where this one depends on what is broken.

use std::path::Path;

use super::project::Known;
use super::{Stop, build};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::round::pins;
use crate::translations;
use crate::workspace::{CONFIG, Workspace};

/// The workspace in a folder; else every problem of its files, of what they say and of its templates.
pub(super) fn sound(dir: &Path, output: Option<&Path>) -> Result<Workspace, Stop> {
    let mut workspace = Workspace::read(dir, output)?;
    if diagnostic::has_errors(&workspace.warnings) { Err(Stop::Content(all(&mut workspace))) } else { Ok(workspace) }
}

/// The warnings of a workspace, with every problem of its glossary, tracks, translations, pins and templates.
pub(super) fn all(workspace: &mut Workspace) -> Vec<Diagnostic> {
    let mut problems = std::mem::take(&mut workspace.warnings);
    let files_are_good = !diagnostic::has_errors(&problems);
    let config_is_good = !problems.iter().any(|p| p.severity == Severity::Error && p.file() == Some(CONFIG));
    // A glossary means what it means beside what the config names: without it, each file is read by itself.
    let known = if config_is_good { Known::compiled(workspace).map(Some) } else { Known::parsed(workspace).map(|_| None) };
    match known {
        Ok(Some(known)) if files_are_good => problems.extend(known.told(workspace).err().unwrap_or_default()),
        Ok(Some(_)) => problems.extend(workspace.rounds.iter().filter_map(|rounds| pins::read(rounds).err()).flatten()),
        Ok(None) => problems.extend(read_alone(workspace)),
        Err(found) => {
            problems.extend(found);
            problems.extend(read_alone(workspace));
        }
    }
    problems.append(&mut workspace.warnings);
    if let Err(Stop::Content(found)) = build::engine(workspace) {
        problems.extend(found);
    }
    diagnostic::sort(&mut problems);
    problems.dedup();
    problems
}

/// What is wrong with the form of pins and translations, whatever they are about.
fn read_alone(workspace: &Workspace) -> Vec<Diagnostic> {
    let pins = workspace.rounds.iter().filter_map(|rounds| pins::read(rounds).err());
    let translations = workspace.translations.iter().filter_map(|source| translations::entries(source).err());
    pins.chain(translations).flatten().collect()
}
