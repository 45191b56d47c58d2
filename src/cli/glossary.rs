//! `mujaz glossary …`: what can be done with the glossary.

use std::path::PathBuf;

use clap::Subcommand;

use crate::exchange::TermFormat;

/// The subcommands of `glossary`.
#[derive(Debug, Subcommand)]
pub enum GlossaryCommand {
    /// Find every problem of the workspace's glossary, and what an editor should look at
    #[command(after_help = "Example:\n  mujaz glossary check examples/astana --deny-warnings")]
    Check {
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Try the `match` and `no_match` texts of every entry, the built-in ones too
    #[command(after_help = "Examples:\n  mujaz glossary test\n  mujaz glossary test --id lavrentiev")]
    Test {
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Only this entry, with all that was found in each text; may be given more than once
        #[arg(long)]
        id: Vec<String>,
    },
    /// Print the glossary for another tool
    #[command(after_help = "Example:\n  mujaz glossary export examples/astana --format tbx > glossary.tbx")]
    Export {
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// The format
        #[arg(long, value_enum)]
        format: TermFormat,
        /// Only the entries of the workspace, and none of the built-in ones
        #[arg(long)]
        own: bool,
    },
    /// Put the entries of such a file into glossary/*.yaml
    #[command(after_help = "Example:\n  mujaz glossary import terms.tbx --dir examples/astana")]
    Import {
        /// The files: .tbx, .csv, .tsv, .txt
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The workspace
        #[arg(long, default_value = ".")]
        dir: PathBuf,
    },
}
