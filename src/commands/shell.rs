//! `completions` and `man`: what a shell and a manual know of the command line, made from the command line itself.

use std::io::Write;
use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Done, Stop};
use crate::cli::Cli;

/// `mujaz completions`.
pub(super) fn completions(shell: Shell, out: &mut dyn Write) -> Result<Done, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "mujaz", &mut script);
    out.write_all(&script)?;
    Ok(Done::default())
}

/// `mujaz man`: a page for the program and one for each command, into a folder.
pub(super) fn man(dir: &Path) -> Result<Done, Stop> {
    let failed = |error: std::io::Error| Stop::Usage(format!("cannot write the manual to {}: {error}", dir.display()));
    std::fs::create_dir_all(dir).map_err(failed)?;
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    clap_mangen::generate_to(command, dir).map_err(failed)?;
    let path = std::path::absolute(dir).map_err(failed)?;
    Ok(Done { summary: format!("the manual is in {0}; now: man {0}/mujaz.1\n", path.display()), ..Done::default() })
}
