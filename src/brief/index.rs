//! The index: what the page over all rounds sees. One workspace, one [`Index`].

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::context::{Bilingual, RoundDates, Status};
use super::parts::Line;

/// Version of this contract, the value of [`Index::schema`].
pub const SCHEMA: &str = "mujaz.index/1";

/// All rounds of all tracks, in the order in which a reader should meet them: newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Always `mujaz.index/1`.
    pub schema: String,
    /// The version of mujaz that made it.
    pub version: String,
    /// The workspace's title.
    pub title: Bilingual,
    /// The day up to which the index speaks; never the clock.
    pub as_of: Option<NaiveDate>,
    /// Where the pages are published, ending in `/`, or empty.
    pub url: String,
    /// The rounds, newest first.
    pub rounds: Vec<IndexRound>,
    /// The parties and persons who have a page, parties first, those with the most statements first.
    pub voices: Vec<IndexVoice>,
    /// The articles of the workspace that stand in no brief.
    pub left_out: LeftOut,
}

/// The articles that no round was found for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// How many there are.
    pub count: usize,
    /// The first of them: those of the days of a round, and about its conflict, before the others; then by date.
    pub articles: Vec<IndexArticle>,
}

/// An article that stands in no brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexArticle {
    /// Its id.
    pub id: String,
    /// The path of its file.
    pub path: String,
    /// Its headline, or empty.
    pub title: String,
    /// The day it was published.
    pub date: Option<NaiveDate>,
    /// Ids of the rounds on whose days it is dated, and whose conflict it speaks of.
    pub rounds: Vec<String>,
}

/// One round on the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexRound {
    /// Id of the track (`astana`).
    pub track: String,
    /// The track's name.
    pub track_name: Bilingual,
    /// Id of the round (`astana-2`).
    pub id: String,
    /// Number of the round, where the talks are numbered.
    pub number: Option<u32>,
    /// What to call the round in a heading.
    pub name: Bilingual,
    /// When it was planned, and when it was held.
    pub dates: RoundDates,
    /// Where it was held.
    pub place: Option<Bilingual>,
    /// The day up to which its brief speaks.
    pub as_of: Option<NaiveDate>,
    /// How it ended.
    pub status: Status,
    /// How many articles the brief rests on.
    pub sources: usize,
    /// The brief's bottom line.
    pub bottom_line: Vec<Line>,
    /// The pages of the round, one for each set of templates and format, in the order of the configuration.
    pub files: Vec<IndexFile>,
}

/// A person or party on the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexVoice {
    /// `person` or `party`.
    pub kind: String,
    /// Id of the glossary entry.
    pub id: String,
    /// The name.
    pub name: Bilingual,
    /// The party of a person, in English, or empty.
    pub party: String,
    /// In how many rounds there is a statement.
    pub rounds: usize,
    /// How many statements there are.
    pub statements: usize,
    /// The pages, one for each format.
    pub files: Vec<IndexFile>,
}

/// A page of a round, a person or a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndexFile {
    /// `html`, `md` or `json`.
    pub format: String,
    /// The set of templates it is made by (`brief`); empty for JSON, and for a person or party.
    pub set: String,
    /// Path from the index (`astana-2.html`).
    pub path: String,
}
