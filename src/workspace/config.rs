//! `mujaz.yaml`: what a workspace wants otherwise than usual.
//!
//! Every key is optional and has the default that its type says; a key that is not known here is an error.

use super::{CONFIG, read};
use crate::diagnostic::{self, Code, Diagnostic};
use crate::yaml::{self, Index, YamlCodes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::{Component, Path};

const CODES: YamlCodes = YamlCodes { syntax: Code::ConfigSyntax, unknown_key: Code::ConfigUnknownKey, r#type: Code::ConfigType };

/// The least and the greatest number of words that a summary may have.
const BUDGET: std::ops::RangeInclusive<u32> = 50..=2000;
/// The greatest weight, and so the greatest score.
const MOST: u64 = 1000;

/// What `mujaz.yaml` says.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// What the talks are called, on every page.
    pub title: Title,
    /// The folder with the articles.
    pub articles: String,
    /// The folder that the pages are written to.
    pub output: String,
    /// What is written for each round.
    pub formats: Vec<Format>,
    /// The sets of templates that each round is rendered with: `brief`, `onepage`, `sitrep`, `ledger`, or one of the workspace's own. The
    /// first gives `ROUND.html`, any other `ROUND.SET.html`.
    pub sets: Vec<String>,
    /// The web address under which the output folder is published: for the links of the feed.
    pub url: Option<String>,
    /// Which glossaries are used.
    pub glossary: Glossary,
    /// Which talks there are.
    pub tracks: Tracks,
    /// How sentences are chosen.
    pub summary: Summary,
    /// How English is written.
    pub english: English,
    /// What a brief must reach; a brief that does not is an error.
    pub limits: Limits,
    /// The places of all this, if there is a file.
    #[serde(skip)]
    pub index: Option<Index>,
}

/// A title in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Title {
    /// In English.
    pub en: Option<String>,
    /// In Arabic.
    pub ar: Option<String>,
}

/// A kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Markdown.
    Md,
    /// HTML.
    Html,
    /// The template context, as JSON.
    Json,
}

/// Which glossaries are used.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Glossary {
    /// Whether the built-in glossary is one of them.
    pub builtin: bool,
    /// Files, and folders with files.
    pub paths: Vec<String>,
}

/// Which talks there are.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Tracks {
    /// The ids of the built-in tracks that are used; all of them if nothing is said.
    pub builtin: Option<Vec<String>>,
    /// Files with other tracks, or more rounds of tracks, and folders with such files.
    pub paths: Vec<String>,
}

/// How sentences are chosen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Summary {
    /// How long a brief is, a sixth of its English words: key statements and key points fill what the tables leave, from 50 to 2000.
    pub budget_words: u32,
    /// What counts how much.
    pub weights: Weights,
}

/// What counts how much in the score of a sentence, each from 0 to 1000.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Weights {
    /// How many names and terms of the glossary the sentence has for its length.
    pub entity_density: u32,
    /// How near to the start of its article it is.
    pub position: u32,
    /// What is taken off, in one article, when it hangs on the sentence before.
    pub hanging: u32,
    /// What is taken off, in one article, when it tells of an earlier round.
    pub background: u32,
    /// In a round: what was agreed, refused, announced, and about what; three times as much for a line of the ledger and for what is to come next.
    pub outcomes: u32,
    /// In a round: that somebody denies, demands, accuses, promises.
    pub acts: u32,
    /// In a round: words that the glossary does not know.
    pub words: u32,
}

/// What a brief must reach. What is not said is not asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// How many in a hundred of the words of the key points must have English, at least, in the mean over the key points.
    pub coverage: Option<u8>,
    /// How many statements may have a speaker who could not be resolved.
    pub unresolved_speakers: Option<u32>,
    /// How many gaps a brief may have.
    pub gaps: Option<u32>,
    /// How many sources may be without a date.
    pub undated_sources: Option<u32>,
}

/// How English is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct English {
    /// Which Arabic month names are printed.
    pub months: Months,
    /// A program of your own that translates the lines which only have a gloss; none if nothing is said.
    pub translate: Option<Translate>,
}

/// A translator of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Translate {
    /// The program and its arguments. No shell reads them; the program runs in the folder of the workspace.
    pub command: Vec<String>,
    /// How many seconds it has for all lines of a build, from 1 to 86400.
    #[serde(default = "two_minutes")]
    pub timeout: u32,
}

fn two_minutes() -> u32 {
    120
}

/// Arabic month names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Months {
    /// شباط
    #[default]
    Levant,
    /// فبراير
    Gregorian,
    /// فيفري
    Maghreb,
    /// شباط/فبراير
    Both,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: Title::default(),
            articles: "articles".to_owned(),
            output: "out".to_owned(),
            formats: vec![Format::Md, Format::Html, Format::Json],
            sets: vec!["brief".to_owned()],
            url: None,
            glossary: Glossary::default(),
            tracks: Tracks::default(),
            summary: Summary::default(),
            english: English::default(),
            limits: Limits::default(),
            index: None,
        }
    }
}

impl Default for Glossary {
    fn default() -> Self {
        Self { builtin: true, paths: vec!["glossary".to_owned()] }
    }
}

impl Default for Tracks {
    fn default() -> Self {
        Self { builtin: None, paths: vec!["tracks".to_owned()] }
    }
}

impl Default for Summary {
    fn default() -> Self {
        Self { budget_words: 250, weights: Weights::default() }
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self { entity_density: 400, position: 1000, hanging: 350, background: 300, outcomes: 400, acts: 600, words: 50 }
    }
}

impl Config {
    /// Reads the config of a workspace. Where there is none, the articles are in the workspace itself.
    pub(super) fn read(root: &Path) -> Result<Self, Vec<Diagnostic>> {
        let path = root.join(CONFIG);
        if !path.exists() {
            return Ok(Self { articles: ".".to_owned(), ..Self::default() });
        }
        let source = read::source(&path, CONFIG).map_err(|problem| vec![*problem])?;
        let document = yaml::load::<Self>(&source, CODES)?;
        let mut config = document.value;
        let mut problems = config.check(&document.index);
        if !problems.is_empty() {
            diagnostic::sort(&mut problems);
            return Err(problems);
        }
        if document.index.span("articles").is_none() && !root.join(&config.articles).is_dir() {
            config.articles = ".".to_owned();
        }
        config.formats.sort_unstable();
        config.formats.dedup();
        config.index = Some(document.index);
        Ok(config)
    }

    fn check(&self, index: &Index) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut wrong = |path: &str, message: String, hint: &str| {
            let error = Diagnostic::error(Code::ConfigValue, message).hint(hint);
            found.push(match index.span(path) {
                Some(span) => error.at(span),
                None => error.in_file(CONFIG),
            });
        };
        let words = self.summary.budget_words;
        if !BUDGET.contains(&words) {
            let (least, most) = (BUDGET.start(), BUDGET.end());
            let message = format!("a summary of {words} words is not possible");
            let hint = format!("`budget_words` is from {least} to {most}");
            wrong("summary.budget_words", message, &hint);
        }
        let weights = serde_json::to_value(&self.summary.weights).unwrap_or_default();
        for (name, weight) in weights.as_object().into_iter().flatten() {
            if weight.as_u64().is_some_and(|weight| weight > MOST) {
                let message = format!("the weight `{name}` is {weight}");
                let hint = format!("a weight is from 0 to {MOST}");
                wrong(&format!("summary.weights.{name}"), message, &hint);
            }
        }
        if let Some(coverage) = self.limits.coverage.filter(|&coverage| coverage > 100) {
            let message = format!("a coverage of {coverage} in a hundred is not possible");
            wrong("limits.coverage", message, "`limits.coverage` is from 0 to 100");
        }
        if let Some(translate) = &self.english.translate {
            if translate.command.first().is_none_or(|program| program.trim().is_empty()) {
                let hint = "name the program and its arguments, as in `command: [python3, translate.py]`";
                wrong("english.translate.command", "`command` names no program".to_owned(), hint);
            }
            if !(1..=86400).contains(&translate.timeout) {
                let message = format!("a translator cannot have {} seconds", translate.timeout);
                wrong("english.translate.timeout", message, "`timeout` is from 1 to 86400 seconds");
            }
        }
        if self.formats.is_empty() {
            let message = "`formats` is empty: nothing would be written".to_owned();
            wrong("formats", message, "name one of `md`, `html`, `json`");
        }
        if self.sets.is_empty() {
            wrong("sets", "`sets` is empty: no page would be written".to_owned(), "name one, such as `brief`");
        }
        for (i, set) in self.sets.iter().enumerate() {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            if set.is_empty() || !set.chars().all(plain) || self.sets[..i].contains(set) {
                let hint = "a set is called as its templates, without the ending, and stands in the list once";
                wrong(&format!("sets[{i}]"), format!("`{set}` is not a name for one more set of templates"), hint);
            }
        }
        if let Some(url) = self.url.as_deref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            wrong("url", format!("`{url}` is not a web address"), "write it with `https://`");
        }
        let numbered = |name: &str, paths: &[String]| {
            let paths = paths.iter().enumerate();
            let named = paths.map(|(i, path)| (format!("{name}[{i}]"), path.clone()));
            named.collect::<Vec<_>>()
        };
        let mut paths = vec![("articles".to_owned(), self.articles.clone()), ("output".to_owned(), self.output.clone())];
        paths.extend(numbered("glossary.paths", &self.glossary.paths));
        paths.extend(numbered("tracks.paths", &self.tracks.paths));
        for (name, path) in paths {
            if !stays_inside(&path) {
                let message = format!("`{path}` is not a path inside the workspace");
                let hint = "write it from the folder of mujaz.yaml on, with `/` and without `..`";
                wrong(&name, message, hint);
            }
        }
        let [articles, output] = [&self.articles, &self.output].map(|path| Path::new(path.as_str()));
        let articles: Vec<_> = normal(articles).collect();
        let output: Vec<_> = normal(output).collect();
        if articles.starts_with(&output) {
            let message = format!("the articles would be in the output folder, `{}`", self.output);
            let hint = "the output needs a folder of its own, such as `out`";
            wrong("output", message, hint);
        }
        found
    }
}

/// Whether a path, as it is written, leads to a place in the workspace, on every system.
fn stays_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    let inside = parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    inside && !path.is_empty() && !path.contains(['\\', ':', '\0'])
}

/// The parts of a path, without `.`.
pub(super) fn normal(path: &Path) -> impl Iterator<Item = &std::ffi::OsStr> {
    path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name),
        _ => None,
    })
}
