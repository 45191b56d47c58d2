//! `mujaz analyze` and `mujaz summarize`: what is done with single articles.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Arguments of `analyze`.
#[derive(Debug, Args)]
pub struct Analyze {
    /// JSONL files, each line `{id, title, date, source, url, text}`; `-` or none reads standard input
    pub files: Vec<PathBuf>,
    /// Use the glossary and the tracks of this workspace
    #[arg(long, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    /// Print all of each analysis, for `build --analyses`
    #[arg(long)]
    pub whole: bool,
}

/// Arguments of `summarize`.
#[derive(Debug, Args)]
pub struct Summarize {
    /// Articles: .txt, .md, .html, .jsonl; `-` or none reads JSON lines from standard input
    pub files: Vec<PathBuf>,
    /// How much to take: a share of the characters (`33%`) or a number of words (`120`)
    #[arg(long, default_value = "33%")]
    pub budget: Budget,
    /// Another weight for this run, as in mujaz.yaml (`position=0`); may be given more than once
    #[arg(long = "weight", value_name = "NAME=N")]
    pub weights: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = SummaryFormat::Text)]
    pub format: SummaryFormat,
}

/// How much a summary may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// Share of the characters, in per cent.
    Percent(u32),
    /// Words.
    Words(u32),
}

impl std::str::FromStr for Budget {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no budget: write a share such as 33% or a number of words such as 120");
        match text.strip_suffix('%') {
            Some(share) => share.trim().parse().ok().filter(|p| (1..=100).contains(p)).map(Self::Percent).ok_or_else(wrong),
            None => text.parse().ok().filter(|&w| w > 0).map(Self::Words).ok_or_else(wrong),
        }
    }
}

/// How a summary is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SummaryFormat {
    /// One sentence a line
    Text,
    /// One JSON object an article, on one line each
    Jsonl,
    /// One JSON array of articles, with the sentences' text
    Json,
    /// A heading and a list for each article
    Md,
}
