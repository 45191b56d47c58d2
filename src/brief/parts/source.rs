//! The articles of a brief, and the names and terms in them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// Its number, from 1: what `Citation::sentence` names.
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
