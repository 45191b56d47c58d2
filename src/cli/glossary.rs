//! `mujaz glossary …`: what can be done with the glossary.

use std::path::PathBuf;

use clap::Subcommand;

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
}
