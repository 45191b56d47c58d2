//! Tracks and their rounds, as data: `glossary/tracks.yaml` and what a workspace adds.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::brief::context::{Bilingual, DateRange};
use crate::glossary::lexicon::{EntryId, Lexicon};

/// A negotiation process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Stable name, first part of its rounds' ids.
    pub id: String,
    /// English name.
    pub en: String,
    /// Arabic name.
    pub ar: String,
    /// What a round is called; `{n}` is its number.
    pub round: Bilingual,
    /// Glossary entries that name the track in a text.
    pub marks: Vec<String>,
    /// Glossary entries of the places where its rounds are held.
    #[serde(default)]
    pub places: Vec<String>,
    /// Its rounds, by number.
    #[serde(default)]
    pub rounds: Vec<Round>,
}

/// A round of a track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Its number.
    pub number: u32,
    /// First day, as far as it was planned or held.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// Glossary entry of the place.
    #[serde(default)]
    pub place: Option<String>,
    /// When it was planned, where that differs.
    #[serde(default)]
    pub planned: Option<DateRange>,
    /// When it was held, where that differs from `start` and `end`.
    #[serde(default)]
    pub held: Option<DateRange>,
}

impl Round {
    /// The days on which it was held.
    #[must_use]
    pub fn held(&self) -> DateRange {
        self.held.unwrap_or(DateRange { start: self.start, end: self.end })
    }
}

/// The tracks, with their marks looked up.
#[derive(Clone, Debug, Default)]
pub struct Tracks {
    /// In the order of their files.
    pub list: Vec<Track>,
    marks: Vec<Vec<EntryId>>,
}

impl Tracks {
    /// Tracks for a lexicon. Marks that the lexicon does not know are left out (`check` says so).
    #[must_use]
    pub fn new(list: Vec<Track>, lexicon: &Lexicon) -> Self {
        let marks = list.iter().map(|t| t.marks.iter().filter_map(|id| lexicon.number(id)).collect()).collect();
        Self { list, marks }
    }

    /// The track that an entry names.
    #[must_use]
    pub fn marked_by(&self, entry: EntryId) -> Option<usize> {
        self.marks.iter().position(|m| m.contains(&entry))
    }

    /// The round with this number.
    #[must_use]
    pub fn round(&self, track: &str, number: u32) -> Option<&Round> {
        self.list.iter().find(|t| t.id == track)?.rounds.iter().find(|r| r.number == number)
    }
}
