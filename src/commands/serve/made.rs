//! What `serve` makes of the folder, again and again: only what may have changed since the last time is made anew.

use crate::commands::left_out::left_out;
use std::path::Path;

use crate::commands::assembled::Assembled;
use crate::commands::pages::{Memo, Readers};
use crate::commands::project::{Kept, Project};
use crate::commands::{Stop, build, wrong};
use crate::diagnostic::Diagnostic;
use crate::publish::Page;
use crate::render::Format;

/// The last build, as far as the next one can use it.
#[derive(Debug, Default)]
pub(super) struct Made {
    kept: Kept,
    assembled: Assembled,
    memo: Memo,
}

impl Made {
    /// The pages of a workspace, HTML among them, and what somebody should look at; nothing is written.
    /// The pages that somebody reads are shown as soon as they are made.
    pub(super) fn site(&mut self, dir: &Path, readers: &dyn Readers) -> Result<(Vec<Page>, Vec<Diagnostic>), Stop> {
        let project = self.kept.project(wrong::sound(dir, None)?)?;
        let made = self.pages(&project, readers);
        self.kept.keep(project);
        made
    }

    fn pages(&mut self, project: &Project, readers: &dyn Readers) -> Result<(Vec<Page>, Vec<Diagnostic>), Stop> {
        let (rounds, mut warnings) = project.rounds();
        warnings.splice(0..0, project.workspace.warnings.iter().cloned());
        let wanted = build::chosen(&rounds, &[], project)?;
        let (briefs, more) = build::briefs(project, &rounds, &wanted, build::as_of(None)?, Some(&mut self.assembled));
        warnings.extend(more);
        let mut formats = project.workspace.config.formats.clone();
        if !formats.contains(&Format::Html) {
            formats.push(Format::Html);
        }
        Ok((self.memo.pages(&project.workspace, &briefs, &left_out(project, &rounds), &formats, readers)?, warnings))
    }
}
