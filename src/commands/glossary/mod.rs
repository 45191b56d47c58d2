//! `glossary`: what editors do with the entries of a workspace.

mod add;
mod check;
mod exchange;
mod fmt;
mod impact;
mod suggest;
mod test;
mod unknown;

pub(super) use check::reviewed;

use std::io::Write;
use std::path::Path;

use super::{Done, Stop};
use crate::cli::GlossaryCommand;
use crate::glossary::entries::Entries;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load::{self, GlossaryFile};
use crate::workspace::Workspace;

/// `mujaz glossary`.
pub(super) fn glossary(command: &GlossaryCommand, out: &mut dyn Write) -> Result<Done, Stop> {
    match command {
        GlossaryCommand::Check { dir } => check::check(dir),
        GlossaryCommand::Test { dir, id } => test::test(dir, id, out),
        GlossaryCommand::Fmt { dir, check } => fmt::fmt(dir, *check, out),
        GlossaryCommand::Add(args) => add::add(args, out),
        GlossaryCommand::Suggest(args) => suggest::suggest(args, out),
        GlossaryCommand::Impact(args) => impact::impact(args, out),
        GlossaryCommand::Export { dir, format, own } => exchange::export(dir, *format, *own, out),
        GlossaryCommand::Import { files, dir } => exchange::import(dir, files),
    }
}

/// What the editors of a workspace wrote, with its glossary compiled. The articles are not read.
struct Desk {
    workspace: Workspace,
    files: Vec<GlossaryFile>,
    lexicon: Lexicon,
}

impl Desk {
    fn load(dir: &Path) -> Result<Self, Stop> {
        let workspace = Workspace::load_desk(dir)?;
        let files = load::files(&workspace.glossary)?;
        let lexicon = lexicon(&workspace, &files);
        Ok(Self { workspace, files, lexicon })
    }
}

/// The glossary of a workspace with these files.
fn lexicon(workspace: &Workspace, files: &[GlossaryFile]) -> Lexicon {
    let mut entries = if workspace.config.glossary.builtin { load::builtin() } else { Entries::default() };
    entries.extend(files.iter().flat_map(|file| &file.entries).cloned());
    Lexicon::new(entries)
}

/// `1 entry`, `2 entries`.
fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}
