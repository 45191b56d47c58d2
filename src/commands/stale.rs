//! `build --check`: whether the output folder is what a build would write.

use std::io::Write;
use std::path::Path;

use super::{Done, Stop, count};
use crate::diagnostic::{Code, Diagnostic};
use crate::publish::{self, Change, Inputs, Page};

/// Compares, and prints the diff of every page to `diff`, if somebody is to read it.
pub(super) fn check(
    output: &Path,
    pages: Vec<Page>,
    inputs: Inputs,
    warnings: Vec<Diagnostic>,
    diff: Option<&mut dyn Write>,
) -> Result<Done, Stop> {
    let number = pages.len();
    let stale = publish::stale(output, pages, inputs)?;
    if stale.is_empty() {
        let summary = format!("{}: up to date, {}\n", output.display(), count(number, "page"));
        return Ok(Done { warnings, summary, ..Done::default() });
    }
    if let Some(diff) = diff {
        for page in &stale {
            diff.write_all(page.diff.as_bytes())?;
        }
    }
    let mut problems = warnings;
    problems.extend(stale.iter().map(|page| {
        let what = match page.change {
            Change::New => "is missing",
            Change::Changed => "is not what a build would write",
            Change::Removed => "is no longer made",
        };
        Diagnostic::error(Code::OutputStale, format!("`{}` {what}", page.path))
            .in_file(format!("{}/{}", output.display(), page.path))
            .hint("run `mujaz build`, and keep what it writes")
    }));
    Err(Stop::Content(problems))
}
