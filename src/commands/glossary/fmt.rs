//! `glossary fmt`: the entries of each file in the order of their ids.

use std::io::Write;
use std::path::Path;

use super::{Desk, count};
use crate::commands::{Done, Stop, save};
use crate::glossary::edit;

/// `mujaz glossary fmt`.
pub(super) fn fmt(dir: &Path, check: bool, out: &mut dyn Write) -> Result<Done, Stop> {
    let desk = Desk::load(dir)?;
    let mut changed = 0;
    for (source, file) in desk.workspace.glossary.iter().zip(&desk.files) {
        if let Some(text) = edit::sorted(file) {
            changed += 1;
            writeln!(out, "{}", source.path)?;
            if !check {
                save(&desk.workspace.root, &source.path, &text)?;
            }
        }
    }
    let files = count(desk.files.len(), "file", "files");
    let done = if check { "not sorted" } else { "sorted anew" };
    Ok(Done { summary: format!("{files}, {changed} {done}\n"), differs: check && changed > 0, ..Done::default() })
}
