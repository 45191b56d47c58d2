//! The parts of a brief: lines, points, outcomes, statements, sources. See [`super::context::Brief`].

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where an English line comes from. Shown with every line, as text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Badge {
    /// Verbatim Arabic, quoted; there is no English.
    V,
    /// A gloss, built from glossary and lexicon by rule.
    G,
    /// Derived by a rule, which is named.
    R,
    /// Written or reviewed by a person.
    E,
    /// Machine translation by a program of the user's own.
    M,
    /// Not stated in the sources.
    #[default]
    #[serde(rename = "∅")]
    None,
}

/// An English line that says how it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct English {
    /// The line; may be empty when the badge is V or ∅.
    pub text: String,
    /// Where it comes from.
    pub badge: Badge,
    /// For a gloss: how many in a hundred of the content words are in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<u8>,
    /// The rule that made it, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Who wrote or reviewed it, for badge E.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The day on which that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// A reviewed translation of a text that is nearly this one: for an editor, never to be printed as this line's English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Box<Suggestion>>,
}

/// A reviewed translation of another text that is nearly the same, and what differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// The Arabic of the translation.
    pub ar: String,
    /// Its English.
    pub en: String,
    /// Who wrote or reviewed it.
    pub by: String,
    /// The day on which that was.
    pub date: NaiveDate,
    /// The share of the words that the texts have in common, in per cent.
    pub percent: u8,
    /// Words of this line alone.
    pub here: Vec<String>,
    /// Words of the translation's Arabic alone.
    pub there: Vec<String>,
}

/// The place of a line in its source. Checked when the brief is built: the hash must fit the bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Id of the source.
    pub source: String,
    /// Number of the sentence in the source, from 1.
    pub sentence: u32,
    /// First byte in the article's text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Line in the source's file, from 1.
    pub line: u32,
    /// First 16 hex digits of the BLAKE3 hash of the quoted bytes.
    pub hash: String,
}

/// One Arabic text, its English, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The Arabic, verbatim; empty for a line that a rule made from several.
    pub ar: String,
    /// The English.
    pub en: English,
    /// Where it comes from.
    pub citations: Vec<Citation>,
}

/// A name or term where it is used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermRef {
    /// Id of the glossary entry.
    pub id: String,
    /// Its English.
    pub en: String,
    /// The Arabic form as it stands in the sentence.
    pub ar: String,
}

/// A sentence chosen for the brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyPoint {
    /// The sentence, verbatim.
    pub ar: String,
    /// Its English.
    pub en: English,
    /// Who speaks, when the sentence itself does not say it: resolved from the sentence before, printed in brackets.
    pub speaker: Option<Speaker>,
    /// Names and terms found in it, in text order, each once.
    pub terms: Vec<TermRef>,
    /// Score in per mille of the best sentence of the round.
    pub score: i32,
    /// The parts of the score (`entity_density`, `position`, …), in per mille; penalties are negative.
    pub parts: BTreeMap<String, i32>,
    /// How many articles carry it.
    pub reports: u32,
    /// How many of these are texts of their own, wire copies counted once.
    pub independent: u32,
    /// True if a key statement or an entry of the ledger tells what it tells, from the same sentence.
    pub told: bool,
    /// Where it stands, the chosen wording first.
    pub citations: Vec<Citation>,
}

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
    /// Where it stands.
    pub citations: Vec<Citation>,
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

/// A person or delegation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Id of the glossary entry.
    pub id: String,
    /// Name in English.
    pub en: String,
    /// Name as the sources write it.
    pub ar: String,
    /// Office, in English, or empty.
    pub role: String,
    /// The party, in English, or empty.
    pub party: String,
    /// `attended`, `expected`, `absent`, `withdrew`, `elsewhere` (spoke in another city), `host` or `mentioned`.
    pub presence: String,
    /// Where they are named.
    pub citations: Vec<Citation>,
}

/// One value of a disputed slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisputeValue {
    /// The value, in English.
    pub value: English,
    /// Who says so; `none` for the article itself.
    pub by: Option<Speaker>,
    /// The Arabic that says so.
    pub ar: String,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// One slot on which sources or speakers differ. No verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// Id of the slot.
    pub slot: String,
    /// The slot in English.
    pub slot_en: String,
    /// The values side by side.
    pub values: Vec<DisputeValue>,
}

/// A number that a source gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The value, as a decimal number (`310000`, `1.5`).
    pub value: String,
    /// What is counted, in English.
    pub unit: String,
    /// `more than`, `about`, `at least`, … or empty.
    pub modifier: String,
    /// The day for which it is given.
    pub as_of: Option<NaiveDate>,
    /// Who gives it; `none` for the article itself.
    pub by: Option<Speaker>,
    /// As it stands.
    pub ar: String,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// Something that is to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Next {
    /// The day or the upper bound, when one can be told.
    pub date: Option<NaiveDate>,
    /// `day`, `month`, `before`, `unknown`, …
    pub precision: String,
    /// The sentence, verbatim.
    pub ar: String,
    /// What is to come, as a label made from data; a gloss of the sentence where none can be made.
    pub en: English,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

impl Next {
    /// `Geneva talks, 23 February 2017`.
    #[must_use]
    pub fn with_date(&self) -> String {
        let text = &self.en.text;
        match self.date {
            Some(d) if self.precision == "before" => format!("{text}, by {}", d.format("%-d %B %Y")),
            Some(d) if self.precision == "month" => format!("{text}, {}", d.format("%B %Y")),
            Some(d) => format!("{text}, {}", d.format("%-d %B %Y")),
            None => text.clone(),
        }
    }
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimelineEvent {
    /// The day, or the first day of the month or year.
    pub date: NaiveDate,
    /// `day`, `month`, `year`, `morning`, …
    pub precision: String,
    /// True for events of earlier rounds and before.
    pub background: bool,
    /// The words that date it, verbatim.
    pub ar: String,
    /// The event in English.
    pub en: English,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// What changed in one slot since the previous round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Id of the slot.
    pub slot: String,
    /// The slot in English.
    pub slot_en: String,
    /// Status in the previous round.
    pub before: Option<OutcomeStatus>,
    /// Status in this round.
    pub after: Option<OutcomeStatus>,
}

/// A piece of metadata that was inferred from the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inferred {
    /// Which field (`date`, `outlet`, `title`).
    pub field: String,
    /// The rule that gave it.
    pub rule: String,
    /// The Arabic words it was inferred from.
    pub ar: String,
}

/// One sentence of a source, as the evidence pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceSentence {
    /// Its number, from 1: what [`Citation::sentence`] names.
    pub number: u32,
    /// `title`, `heading`, `sentence`, `byline`, `source` or `furniture`.
    pub kind: String,
    /// Paragraph it stands in, from 0.
    pub paragraph: u32,
    /// Verbatim.
    pub ar: String,
    /// True if a line of the brief cites it.
    pub cited: bool,
}

/// How often a source uses one label for a side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Framing {
    /// Id of the glossary entry.
    pub id: String,
    /// The label in the source's own wording, in English.
    pub en: String,
    /// The neutral wording, or empty.
    pub neutral: String,
    /// How often.
    pub count: u32,
}

/// Something wrong in a source's text, one entry a kind: reproduced and flagged, never corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Defect {
    /// `glued-words`, `unbalanced-quotes`, `missing-space`, …
    pub kind: String,
    /// The words as they stand, at the first place; of a sentence, its first words.
    pub ar: String,
    /// Line in the file of the first place.
    pub line: u32,
    /// How often it is found.
    pub count: u32,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short id, unique in the workspace: what citations name.
    pub id: String,
    /// Path below the workspace.
    pub path: String,
    /// Title, or empty.
    pub title: String,
    /// Outlet, in English where the glossary has it, or empty.
    pub outlet: String,
    /// Day of publication.
    pub date: Option<NaiveDate>,
    /// Web address, as the article's metadata gives it, or empty.
    pub url: String,
    /// Which of the above were inferred, and from what.
    pub inferred: Vec<Inferred>,
    /// Why the article is in this round.
    pub evidence: Vec<RoundEvidenceRef>,
    /// Ids of sources that carry the same text.
    pub copies: Vec<String>,
    /// What the source calls the sides.
    pub framing: Vec<Framing>,
    /// Defects found in it.
    pub defects: Vec<Defect>,
    /// Its sentences, for the evidence section.
    pub sentences: Vec<SourceSentence>,
}

/// One reason for the round of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundEvidenceRef {
    /// Which rule.
    pub rule: String,
    /// Its weight.
    pub weight: i32,
    /// The words.
    pub ar: String,
}

/// A name or term that occurs in the round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Id of the glossary entry.
    pub id: String,
    /// Its kind (`person`, `place`, …).
    pub kind: String,
    /// English.
    pub en: String,
    /// Preferred Arabic.
    pub ar: String,
    /// Spellings found in the sources, other than the preferred one.
    pub variants: Vec<String>,
    /// Neutral wording for a loaded label, or empty.
    pub neutral: String,
    /// How often it occurs.
    pub count: u32,
}

/// Something a reader would look for and the sources do not give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// `section`, `speaker`, `party`, `date`.
    pub kind: String,
    /// In English.
    pub text: String,
}

/// The editor's own text: from `notes/`, never made by the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notes {
    /// Markdown as the editor wrote it, or empty.
    pub markdown: String,
    /// File it comes from, or empty.
    pub path: String,
}
