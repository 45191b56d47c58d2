//! Who said what, who came, and what became of what.

use super::{Citation, English, TermRef};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What became of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum OutcomeStatus {
    /// The sources say that it was agreed or done.
    #[serde(rename = "agreed")]
    Agreed,
    /// The sources say that it was not.
    #[serde(rename = "not agreed")]
    NotAgreed,
    /// One side says so.
    #[serde(rename = "claimed")]
    Claimed,
    /// One side denies it.
    #[serde(rename = "denied")]
    Denied,
    /// Announced, under way or due.
    #[serde(rename = "pending")]
    Pending,
}

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What became of it.
    pub status: OutcomeStatus,
    /// The same in the word that goes with the matter: a statement was `issued`, talks were `not held`, a result was `not reached`.
    #[serde(default)]
    pub word: String,
    /// Id of the slot (`final_statement`, `monitoring_mechanism`, …); of the one they are read together with, where several are told in one entry.
    pub slot: String,
    /// The slot in English, or the slots.
    pub slot_en: String,
    /// The clause that says so, verbatim.
    pub ar: String,
    /// Its English.
    pub en: English,
    /// Who says so; `none` when an article itself does.
    pub by: Option<Speaker>,
    /// Speakers who say the same.
    pub also: Vec<Speaker>,
    /// Where it stands, the wording that is shown first.
    pub citations: Vec<Citation>,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// Id of the glossary entry; `none` for an office, an unnamed source, or an unresolved speaker.
    pub id: Option<String>,
    /// In English, always something to print (`an informed source`, `unresolved`).
    pub en: String,
    /// As the source writes it.
    pub ar: String,
    /// The role the source gives, in English, or empty.
    pub role: String,
    /// How the speaker was found: `named`, `title`, `carried over`, `unresolved`.
    pub resolved_by: String,
}

/// A reporting verb.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verb {
    /// As it stands.
    pub ar: String,
    /// In English (`said`, `denied`).
    pub en: String,
    /// Its stance (`announce`, `deny`, `accuse`, …).
    pub stance: String,
}

/// One statement of one speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Who said it.
    pub speaker: Speaker,
    /// How.
    pub verb: Verb,
    /// `affirmed` or `negated`.
    pub polarity: String,
    /// True if a reader needs it first: the others are of the annex.
    pub key: bool,
    /// Whether the content stands in quotation marks.
    pub quoted: bool,
    /// The content, verbatim.
    pub ar: String,
    /// Its English.
    pub en: English,
    /// Ids of slots and terms it is about.
    pub topics: Vec<String>,
    /// Whose report it is, when the source passes it on.
    pub via: Option<String>,
    /// The statement that it is printed together with, where it goes on with one of the same sentence.
    #[serde(default)]
    pub goes_on: Option<GoesOn>,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// How a statement goes on with another of its sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GoesOn {
    /// Number of the other statement among those of the party, from 1.
    pub with: u32,
    /// Its English without the speaker.
    pub en: String,
}

/// What one party said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The party.
    pub party: TermRef,
    /// Its statements, in the order of their dates and places.
    pub statements: Vec<Statement>,
}

/// A person, an office whose holder is not named, or a delegation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Id of the glossary entry; empty for one whom the glossary does not know.
    pub id: String,
    /// Name in English; put into Latin letters and with an asterisk, or the office with `(not named)`, where no entry gives it.
    pub en: String,
    /// Name as the sources write it.
    pub ar: String,
    /// Office, in English, or empty.
    pub role: String,
    /// The party, in English, or empty.
    pub party: String,
    /// `attended`, `expected`, `absent`, `withdrew`, `elsewhere` (spoke in another city), `sponsor`, `mediator`, `observer`, `host` or `mentioned`.
    pub presence: String,
    /// Where they are named.
    pub citations: Vec<Citation>,
}
