//! `mujaz template …`: what can be done with the templates.

use std::path::PathBuf;

use clap::Subcommand;

/// The subcommands of `template`.
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// List the templates: built-in, the workspace's own, and which takes the place of which
    List {
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Print a template as it is used
    #[command(
        after_help = "Examples:\n  mujaz template show brief.md\n  mujaz template show builtin/brief.md   # ours, also where the workspace has its own"
    )]
    Show {
        /// Name of the template
        name: String,
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Write a template to start from into the workspace
    #[command(
        after_help = "Examples:\n  mujaz template new brief.html                    # extends the built-in one, with its blocks to choose from\n  mujaz template new brief.html --from brief.html  # a copy of the built-in one\n  mujaz template new short.md --from brief.md"
    )]
    New {
        /// Name of the new template, in `templates/`
        name: String,
        /// The built-in template to copy
        #[arg(long)]
        from: Option<String>,
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Print everything a template may use, for a round, with types, meaning and values
    #[command(after_help = "Examples:\n  mujaz template vars --round astana-2\n  mujaz template vars --index")]
    Vars {
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Id of the round; the first one if it is not given
        #[arg(long)]
        round: Option<String>,
        /// What the templates of the index may use
        #[arg(long, conflicts_with = "round")]
        index: bool,
    },
    /// Render every template with every round, with an empty and with a huge one; find names that no context has
    #[command(after_help = "Example:\n  mujaz template check --deny-warnings")]
    Check {
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
}
