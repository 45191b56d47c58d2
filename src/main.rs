//! The binary: arguments in, exit code out. Everything else is in the library.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use mujaz::cli::Cli;

/// Most of the work is on many small texts, which this allocator gives and takes in a fifth of the instructions.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    // Not locked: a bar that shows progress is drawn by other threads.
    let mut err = anstream::AutoStream::new(io::stderr(), cli.color.choice());
    let code = mujaz::commands::run(&cli, &mut out, &mut err);
    // A reader that went away (`mujaz … | head`) is no error.
    match out.flush() {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::from(code),
    }
}
