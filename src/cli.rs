//! The command line: what can be asked, in clap's words.

mod articles;
mod glossary;
mod messages;
mod template;
mod translations;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::render::Format;

pub use articles::{Analyze, Budget, Summarize, SummaryFormat};
pub use glossary::{GlossaryAdd, GlossaryCommand, GlossaryImpact, GlossarySuggest};
pub use messages::{Color, MessageFormat};
pub use template::TemplateCommand;
pub use translations::{TranslationsCommand, TranslationsImport};

/// Turn folders of Arabic news articles about rounds of talks into cited, bilingual briefing notes.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    max_term_width = 100,
    after_help = "Exit codes: 0 fine, 1 problems in content, 2 usage or unreadable input."
)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// How problems are printed
    #[arg(long, global = true, value_enum, default_value_t = MessageFormat::Human)]
    pub message_format: MessageFormat,
    /// Exit with 1 when there are warnings
    #[arg(long, global = true)]
    pub deny_warnings: bool,
    /// When to use colours; NO_COLOR is obeyed
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// Print no summary and no warnings
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the briefs of a workspace, or of a bare folder of articles
    #[command(
        after_help = "Examples:\n  mujaz build examples/astana\n  mujaz build articles -o out --format md,html\n  mujaz build . --round astana-2 --as-of 2017-02-17"
    )]
    Build(Build),
    /// Show the briefs in a browser, and show them anew whenever something is saved
    #[command(after_help = "Example:\n  mujaz serve examples/astana")]
    Serve(Serve),
    /// Find every problem of a workspace; write nothing
    #[command(after_help = "Examples:\n  mujaz check\n  mujaz check examples/astana --deny-warnings --message-format short")]
    Check(Where),
    /// Write a workspace that builds at once
    Init {
        /// Folder to write it to
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Read articles as JSON lines, print analyses as JSON lines, in the same order
    #[command(after_help = "Example:\n  mujaz analyze articles.jsonl | jq -c '[.id, .round.track, .round.number]'")]
    Analyze(Analyze),
    /// Print the key sentences of single articles
    Summarize(Summarize),
    /// Print the template context of a round as JSON
    Context {
        /// Id of the round (`astana-2`)
        round: String,
        /// The workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// The day up to which the brief speaks
        #[arg(long, value_parser = day)]
        as_of: Option<NaiveDate>,
    },
    /// Show which round each article is about, and why; suggest rounds that no track lists
    #[command(subcommand)]
    Rounds(Rounds),
    /// Show what changed between two briefs: ledger, positions, figures, what comes next; exit 1 if something did
    #[command(after_help = "Example:\n  mujaz diff published/astana-2.json out/astana-2.json --format md")]
    Diff {
        /// JSON of the older brief
        old: PathBuf,
        /// JSON of the newer brief
        new: PathBuf,
        /// How to print it
        #[arg(long, value_enum, default_value_t = DiffFormat::Md)]
        format: DiffFormat,
    },
    /// Explain an article, one line of it, a round, or a diagnostic by its code
    #[command(
        after_help = "Examples:\n  mujaz explain articles/a.md      # sentence by sentence: what was found, and what it scored\n  mujaz explain articles/a.md:7    # why this sentence is on the page or is not, why this round, who speaks\n  mujaz explain astana-2           # why these articles, this status and these key points\n  mujaz explain glossary-entry     # what a problem means, and what to do"
    )]
    Explain {
        /// A file, a file and a line (`articles/a.md:7`), a round (`astana-2`, or `desk/astana-2`), or a code such as `glossary-entry`
        subject: String,
    },
    /// Hash every citation of published briefs again, and say which no longer stand in their sources
    #[command(after_help = "Example:\n  mujaz verify out --sources archive/2017")]
    Verify {
        /// The folder that `build` has written, with the JSON of the briefs
        out: PathBuf,
        /// The workspace or folder with the sources; without it, the folder that OUT is in
        #[arg(long)]
        sources: Option<PathBuf>,
    },
    /// Look after the glossary
    Glossary {
        /// What to do with it
        #[command(subcommand)]
        command: GlossaryCommand,
    },
    /// Look after the templates
    Template {
        /// What to do with them
        #[command(subcommand)]
        command: TemplateCommand,
    },
    /// Take lines out to translators, and their English back
    Translations {
        /// What to do
        #[command(subcommand)]
        command: TranslationsCommand,
    },
    /// Print the JSON Schema of a file
    Schema {
        /// Which
        name: SchemaName,
    },
    /// Print what a shell needs to complete commands and options
    #[command(after_help = "Example:\n  source <(mujaz completions bash)")]
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Write manual pages, one for each command
    #[command(after_help = "Example:\n  mujaz man ~/.local/share/man/man1")]
    Man {
        /// Folder to write them to
        dir: PathBuf,
    },
}

impl Command {
    /// The workspace that the command names.
    #[must_use]
    pub fn dir(&self) -> Option<&Path> {
        let dir = match self {
            Self::Build(args) => &args.place.dir,
            Self::Check(place) => &place.dir,
            Self::Serve(args) => &args.dir,
            Self::Init { dir } | Self::Context { dir, .. } => dir,
            Self::Rounds(Rounds::List { dir } | Rounds::Suggest { dir }) => dir,
            Self::Analyze(args) => return args.workspace.as_deref(),
            Self::Verify { sources, .. } => return sources.as_deref(),
            Self::Glossary { command } => match command {
                GlossaryCommand::Add(args) => &args.dir,
                GlossaryCommand::Suggest(args) => &args.dir,
                GlossaryCommand::Impact(args) => &args.dir,
                GlossaryCommand::Check { dir, .. }
                | GlossaryCommand::Test { dir, .. }
                | GlossaryCommand::Fmt { dir, .. }
                | GlossaryCommand::Export { dir, .. }
                | GlossaryCommand::Import { dir, .. } => dir,
            },
            Self::Template { command } => match command {
                TemplateCommand::List { dir }
                | TemplateCommand::Show { dir, .. }
                | TemplateCommand::New { dir, .. }
                | TemplateCommand::Vars { dir, .. }
                | TemplateCommand::Check { dir } => dir,
            },
            Self::Translations { command } => match command {
                TranslationsCommand::Export { dir, .. } => dir,
                TranslationsCommand::Import(args) => &args.dir,
            },
            Self::Summarize(_)
            | Self::Diff { .. }
            | Self::Explain { .. }
            | Self::Schema { .. }
            | Self::Completions { .. }
            | Self::Man { .. } => return None,
        };
        Some(dir)
    }
}

/// A workspace.
#[derive(Debug, Args)]
pub struct Where {
    /// The workspace, or a bare folder of articles
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Folder for the output, instead of the one in mujaz.yaml
    #[arg(short, long)]
    pub output: Option<PathBuf>,
}

/// What is asked about rounds.
#[derive(Debug, Subcommand)]
pub enum Rounds {
    /// List the rounds and the articles of each, with the evidence and how sure it is
    List {
        /// The workspace, or a bare folder of articles
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Print rounds that articles tell of and no track lists, as YAML to keep
    #[command(after_help = "Example:\n  mujaz rounds suggest . > tracks/rounds.yaml")]
    Suggest {
        /// The workspace, or a bare folder of articles
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Where
    #[command(flatten)]
    pub place: Where,
    /// Only this round; may be given more than once
    #[arg(long)]
    pub round: Vec<String>,
    /// Only these formats
    #[arg(long, value_delimiter = ',', value_enum)]
    pub format: Vec<Format>,
    /// The day up to which the briefs speak; SOURCE_DATE_EPOCH is used when it is set
    #[arg(long, value_parser = day)]
    pub as_of: Option<NaiveDate>,
    /// Analyses that `mujaz analyze --whole` has printed; other articles are analysed here
    #[arg(long, value_name = "FILES", num_args = 1.., conflicts_with = "from_context")]
    pub analyses: Vec<PathBuf>,
    /// Write nothing: print what would change, as a diff; exit 1 if something would
    #[arg(long)]
    pub check: bool,
    /// Render this context (of `mujaz context`) instead of reading articles
    #[arg(long, conflicts_with_all = ["round"])]
    pub from_context: Option<PathBuf>,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The workspace, or a bare folder of articles
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// The port on 127.0.0.1; 4747, or a free one if that is taken
    #[arg(long)]
    pub port: Option<u16>,
}

/// How a diff is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Markdown, for a pull request
    Md,
    /// JSON, for machines
    Json,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    /// The JSON of a brief
    Brief,
    /// The JSON of the index
    Index,
    /// What the templates of a person's or party's page see
    Voice,
    /// `mujaz.yaml`
    Config,
    /// A glossary file
    Glossary,
    /// A file of tracks
    Tracks,
    /// `rounds.yaml`
    Rounds,
    /// A file of reviewed translations
    Translations,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "a day is written as 2017-02-16".to_owned())
}
