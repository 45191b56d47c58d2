//! A line: Arabic, English that says how it was made, and where it stands.

use super::Speaker;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// A sentence that nothing else in the brief tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Also {
    /// The sentence, verbatim.
    pub ar: String,
    /// Its English.
    pub en: English,
    /// True if it tells of what was before the round.
    pub background: bool,
    /// Where it stands.
    pub citations: Vec<Citation>,
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
