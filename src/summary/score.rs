//! Scores: how much a sentence of an article has to say, in per mille, by integer arithmetic.
//!
//! In: the analysis of one article and the weights of the workspace. Out: for every sentence its parts and their weighted sum. Entity density follows the observation that
//! sentences dense in named entities carry the facts of a news story; position is the lead of the inverted pyramid (Edmundson 1969), as the square of what is left of the
//! article; a sentence that hangs on the one before is no good without it.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use super::content::Content;
use super::opening::Opening;
use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;
use crate::workspace::Weights;

/// The score of one sentence, in per mille.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Weighted sum of the parts.
    #[serde(skip)]
    pub total: i32,
    /// Distinct entities for each word.
    pub entity_density: i32,
    /// Near the top of the article.
    pub position: i32,
    /// Hangs on the sentence before: taken off.
    pub hanging: i32,
    /// Tells of an earlier round: taken off.
    pub background: i32,
}

impl fmt::Display for Score {
    /// `282: entity_density 428, position 111, hanging 0, background 0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { total, entity_density, position, hanging, background } = self;
        write!(f, "{total}: entity_density {entity_density}, position {position}, hanging {hanging}, background {background}")
    }
}

/// Words for each unit of entity weight at which density is full.
const FULL: i32 = 2;
/// Shorter sentences are not read as dense.
const SHORT: i32 = 8;

/// What one distinct entity adds to the density of its sentence.
fn weight(kind: Kind) -> i32 {
    match kind {
        Kind::Person | Kind::Party | Kind::Organization | Kind::Agreement | Kind::Process => 3,
        Kind::Place | Kind::Country | Kind::Slot | Kind::Outcome => 2,
        Kind::Term | Kind::Demonym | Kind::Title | Kind::Media => 1,
        _ => 0,
    }
}

/// Scores of all sentences of an article; headings, by-lines and furniture score nothing.
#[must_use]
pub fn score(analysis: &Analysis, contents: &[Content], lexicon: &Lexicon, weights: &Weights) -> Vec<Score> {
    let scored = analysis.sentences.iter().zip(contents).zip(positions(analysis)).map(|((s, content), position)| {
        if s.kind != SentenceKind::Sentence {
            return Score::default();
        }
        let entity_density = density(s, lexicon);
        let hanging = if content.opening == Opening::Free { 0 } else { -1000 };
        let background = if s.background { -1000 } else { 0 };
        let weighted = [
            (weights.entity_density, entity_density),
            (weights.position, position),
            (weights.hanging, hanging),
            (weights.background, background),
        ];
        let total = weighted.iter().map(|&(weight, part)| weight as i32 * part).sum::<i32>() / 1000;
        Score { total, entity_density, position, hanging, background }
    });
    scored.collect()
}

/// How much of the article is left at each sentence, squared, in per mille: the first has 1000. What is no sentence has 0 and takes no place.
#[must_use]
pub fn positions(analysis: &Analysis) -> Vec<i32> {
    let count = analysis.sentences.iter().filter(|s| s.kind == SentenceKind::Sentence).count() as u64;
    let mut left = count;
    let position = |s: &Sentence| {
        if s.kind != SentenceKind::Sentence {
            return 0;
        }
        left -= 1;
        (1000 * (left + 1) * (left + 1) / (count * count)) as i32
    };
    analysis.sentences.iter().map(position).collect()
}

fn density(sentence: &Sentence, lexicon: &Lexicon) -> i32 {
    let distinct: BTreeSet<u32> = sentence.mentions.iter().map(|m| m.entry).collect();
    let sum: i32 = distinct.iter().map(|&e| weight(lexicon.entries[e as usize].kind)).sum();
    (1000 * FULL * sum / (3 * (sentence.words as i32).max(SHORT))).min(1000)
}
