//! `mujaz glossary …`: what can be done with the glossary.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::glossary::entry::Kind;

use crate::exchange::TermFormat;

/// The subcommands of `glossary`.
#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one in a run")]
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
    /// Sort the entries of each file by id; comments, quotes and line breaks stay as they are
    #[command(
        after_help = "A comment right above an entry moves with it. A comment with a blank line under it opens a section, and\nentries stay in their section.\n\nExample:\n  mujaz glossary fmt --check"
    )]
    Fmt {
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Write nothing; exit with 1 if a file is not sorted
        #[arg(long)]
        check: bool,
    },
    /// Add an entry to the file where it belongs
    #[command(
        after_help = "Example:\n  mujaz glossary add --kind person --en \"Hadi al-Bahra\" --ar \"هادي البحرة\" --short البحرة --affiliation syrian_national_coalition"
    )]
    Add(GlossaryAdd),
    /// Find names and spellings that the glossary does not know; print entries to start from
    #[command(after_help = "Example:\n  mujaz glossary suggest --min 3 > new.yaml")]
    Suggest(GlossarySuggest),
    /// Show which lines of the briefs a change of the glossary changes
    #[command(
        after_help = "Examples:\n  mujaz glossary impact                 # what is not committed yet\n  mujaz glossary impact --since main    # since another commit\n  mujaz glossary impact --with new.yaml # if this file were in the glossary too"
    )]
    Impact(GlossaryImpact),
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

/// Arguments of `glossary add`.
#[derive(Debug, Args)]
pub struct GlossaryAdd {
    /// The workspace
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// What it stands for
    #[arg(long, value_enum)]
    pub kind: Kind,
    /// The English that briefs print
    #[arg(long)]
    pub en: String,
    /// An Arabic form, the preferred first; may be given more than once
    #[arg(long, required = true)]
    pub ar: Vec<String>,
    /// A form that counts only after the full name or a title; may be given more than once
    #[arg(long)]
    pub short: Vec<String>,
    /// The id; made of the English if it is not given
    #[arg(long)]
    pub id: Option<String>,
    /// Id of the party or country that a person or delegation belongs to
    #[arg(long)]
    pub affiliation: Option<String>,
    /// Id of the country of a place
    #[arg(long)]
    pub country: Option<String>,
    /// Office of a person, in English
    #[arg(long)]
    pub role: Option<String>,
    /// That office in Arabic
    #[arg(long, requires = "role")]
    pub role_ar: Option<String>,
    /// Neutral wording for a loaded label
    #[arg(long)]
    pub neutral: Option<String>,
    /// For editors
    #[arg(long)]
    pub note: Option<String>,
    /// A text in which it must be found; may be given more than once
    #[arg(long = "match", value_name = "TEXT")]
    pub matches: Vec<String>,
    /// A text in which it must not be found; may be given more than once
    #[arg(long = "no-match", value_name = "TEXT")]
    pub no_matches: Vec<String>,
    /// The file, from the workspace on; else the one with the most entries of this kind
    #[arg(long)]
    pub file: Option<String>,
}

/// Arguments of `glossary suggest`.
#[derive(Debug, Args)]
pub struct GlossarySuggest {
    /// The workspace, or a bare folder of articles
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// How often a name must stand in the articles
    #[arg(long, default_value_t = 2)]
    pub min: usize,
}

/// Arguments of `glossary impact`.
#[derive(Debug, Args)]
pub struct GlossaryImpact {
    /// The workspace
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// The commit to compare with
    #[arg(long, value_name = "COMMIT", default_value = "HEAD")]
    pub since: String,
    /// A file with entries: what would change if it were in the glossary too. It stands in for a file of the workspace that is called the same; for a file of
    /// the workspace itself, what would be without it is compared
    #[arg(long, value_name = "FILE", conflicts_with = "since")]
    pub with: Option<PathBuf>,
}
