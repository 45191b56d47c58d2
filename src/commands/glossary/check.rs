//! `glossary check`: every problem of the entries, and what an editor should look at.

use std::path::Path;

use super::{Desk, count};
use crate::commands::{Done, Stop};
use crate::diagnostic::{self, Diagnostic, Source};
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load::GlossaryFile;
use crate::glossary::{lint, review};
use crate::workspace::Workspace;

/// `mujaz glossary check`.
pub(super) fn check(dir: &Path) -> Result<Done, Stop> {
    let desk = Desk::load(dir)?;
    let mut problems = lint::lint(&desk.files, &desk.lexicon);
    problems.extend(lint::short_forms(&desk.files));
    problems.extend(lint::builtin_forms(&desk.files, &desk.lexicon));
    problems.extend(reviewed(&desk.workspace, &desk.files, &desk.lexicon));
    if diagnostic::has_errors(&problems) {
        return Err(Stop::Content(problems));
    }
    let entries = desk.files.iter().map(|file| file.entries.len()).sum();
    let summary = format!(
        "{} in {}: {}\n",
        count(entries, "entry", "entries"),
        count(desk.files.len(), "file", "files"),
        count(problems.len(), "warning", "warnings")
    );
    Ok(Done { warnings: problems, summary, ..Done::default() })
}

/// What an editor should look at in a workspace's glossary and notes.
pub(in crate::commands) fn reviewed(workspace: &Workspace, files: &[GlossaryFile], lexicon: &Lexicon) -> Vec<Diagnostic> {
    let mut out = review::shadowed(files, lexicon);
    out.extend(review::deprecated(files, lexicon));
    out.extend(workspace.glossary.iter().flat_map(review::invisible));
    for (_, path, markdown) in &workspace.notes {
        out.extend(review::deprecated_in(&Source::new(path.as_str(), markdown.as_str()), lexicon));
    }
    out
}
