//! `mujaz translations …`: lines out to translators, and their English back.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::exchange::UnitFormat;

/// The subcommands of `translations`.
#[derive(Debug, Subcommand)]
pub enum TranslationsCommand {
    /// Print the lines of the briefs that nobody has translated, for a translator's tool
    #[command(after_help = "Example:\n  mujaz translations export examples/astana --format xliff > astana.xlf")]
    Export {
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// The format
        #[arg(long, value_enum)]
        format: UnitFormat,
        /// The lines that somebody has translated, too
        #[arg(long)]
        all: bool,
    },
    /// Put the English of such a file into translations/*.yaml
    Import(TranslationsImport),
}

/// Arguments of `translations import`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  mujaz translations import astana.xlf --dir examples/astana --by \"A. Editor\" --date 2017-02-18"
)]
pub struct TranslationsImport {
    /// The files: .xlf, .xliff, .tmx, .po
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The workspace
    #[arg(long, default_value = ".")]
    pub dir: PathBuf,
    /// Who translated, where a file does not say
    #[arg(long)]
    pub by: Option<String>,
    /// When, where a file does not say
    #[arg(long)]
    pub date: Option<NaiveDate>,
    /// Where the workspace has other English for a sentence, take the file's
    #[arg(long)]
    pub replace: bool,
}
