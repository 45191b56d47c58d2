//! The brief: what a template sees, and what the JSON says. One round, one [`Brief`].
//!
//! These types are a public contract (`schema: mujaz.brief/1`): every field is always there, a section that the sources do not fill is an
//! empty array, every list is in its final order. Published as a JSON Schema by `mujaz schema brief`.

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::parts::{
    Also, Change, Dispute, English, Figure, Gap, KeyPoint, Line, Next, Notes, Outcome, Participant, Position, Source, Term,
    TimelineEvent,
};

/// Version of this contract, the value of [`Brief::schema`].
pub const SCHEMA: &str = "mujaz.brief/1";

/// Everything that is known of one round, with the place of every line in its sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Brief {
    /// Always `mujaz.brief/1`.
    pub schema: String,
    /// The version of mujaz that assembled the brief.
    pub version: String,
    /// The workspace's title, as `mujaz.yaml` gives it.
    pub title: Bilingual,
    /// Which round this is, and how that is known.
    pub round: RoundHead,
    /// The day up to which the brief speaks (`--as-of`, or the date of the newest source); never the clock.
    pub as_of: Option<NaiveDate>,
    /// One word on how the round ended, and the rule that gave it.
    pub status: Status,
    /// At most three lines that say the most important.
    pub bottom_line: Vec<Line>,
    /// Chosen sentences, in the order in which a reader should meet them.
    pub key_points: Vec<KeyPoint>,
    /// The outcome ledger.
    pub outcomes: Vec<Outcome>,
    /// Who said what, by party.
    pub positions: Vec<Position>,
    /// Persons and delegations.
    pub participants: Vec<Participant>,
    /// What the round was to deal with.
    pub agenda: Vec<Line>,
    /// How the round was held: closed doors, no direct talks.
    pub format: Vec<Line>,
    /// Where sources or speakers differ on one slot.
    pub disputes: Vec<Dispute>,
    /// What independent texts say alike.
    pub agreements: Vec<Line>,
    /// Numbers with unit, modifier and speaker.
    pub figures: Vec<Figure>,
    /// What comes next, as far as the sources say.
    pub next: Vec<Next>,
    /// Dated events in the order of their dates.
    pub timeline: Vec<TimelineEvent>,
    /// What else the articles say, in their order, if they are short enough to be told whole; sentences that the key points and the key statements tell are left out.
    #[serde(default)]
    pub also: Vec<Also>,
    /// What changed in the ledger since the previous round.
    pub changes: Vec<Change>,
    /// The articles, in the order of their dates, then paths.
    pub sources: Vec<Source>,
    /// Names and terms that occur, with their English.
    pub terms: Vec<Term>,
    /// What no source says, and what could not be resolved.
    pub gaps: Vec<Gap>,
    /// The editor's own text for this round.
    pub notes: Notes,
}

/// One text in both languages; either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English, left to right.
    #[serde(default)]
    pub en: String,
    /// Arabic, right to left.
    #[serde(default)]
    pub ar: String,
}

/// Which round the brief is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundHead {
    /// Id of the track, as in `tracks.yaml` (`astana`).
    pub track: String,
    /// The track's name.
    pub track_name: Bilingual,
    /// Number of the round, where the talks are numbered.
    pub number: Option<u32>,
    /// Id of the round, and the name of its files (`astana-2`).
    pub id: String,
    /// What to call the round in a heading.
    pub name: Bilingual,
    /// When it was planned, and when it was held.
    pub dates: RoundDates,
    /// Where it was held, as the track's data says; `none` when not known.
    pub place: Option<Bilingual>,
    /// Why the sources were put into this round, strongest first.
    pub evidence: Vec<RoundEvidence>,
}

/// Dates of a round as the track's data gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundDates {
    /// When it was planned to be held, where that differs from `held`.
    pub planned: Option<DateRange>,
    /// When it was held.
    pub held: Option<DateRange>,
}

/// First and last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateRange {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
}

impl DateRange {
    /// As English text writes it: `14 March 2017`, `14–15 March 2017`, `23 February – 3 March 2017`.
    #[must_use]
    pub fn en(self) -> String {
        let (a, b) = (self.start, self.end);
        let day = |d: NaiveDate, format: &str| d.format(format).to_string();
        if a == b {
            day(a, "%-d %B %Y")
        } else if (a.year(), a.month()) == (b.year(), b.month()) {
            format!("{}–{}", a.day(), day(b, "%-d %B %Y"))
        } else if a.year() == b.year() {
            format!("{} – {}", day(a, "%-d %B"), day(b, "%-d %B %Y"))
        } else {
            format!("{} – {}", day(a, "%-d %B %Y"), day(b, "%-d %B %Y"))
        }
    }
}

/// One reason why an article belongs to a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundEvidence {
    /// Id of the source it stands in.
    pub source: String,
    /// Which rule found it (`digit-after-track-name`, `pinned`, …).
    pub rule: String,
    /// Its weight for this round; negative speaks against it.
    pub weight: i32,
    /// The Arabic words that say so; empty for metadata.
    pub ar: String,
}

/// How the round ended, in a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// `agreed`, `partial`, `no agreement`, `no progress`, `did not meet` or `unclear`.
    pub word: String,
    /// The rule that gave the word, readable.
    pub rule: String,
    /// The word as a line of its own.
    pub en: English,
}
