//! Scores: how much a sentence has to say, in per mille, by integer arithmetic.
//!
//! In: the analysis of one article and the weights of the workspace. Out: for every sentence its parts and their weighted sum. Entity density follows the observation that
//! sentences dense in named entities carry the facts of a news story; position is the lead of the inverted pyramid (Edmundson 1969).

use std::collections::BTreeSet;

use serde::Serialize;

use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;
use crate::workspace::Weights;

/// The score of one sentence, in per mille.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Weighted sum of the parts, less penalties.
    pub total: i32,
    /// Distinct entities for each word.
    pub entity_density: i32,
    /// Near the top of the article.
    pub position: i32,
    /// Taken off for a sentence that cannot stand alone, or tells of an earlier round.
    pub penalty: i32,
}

/// Words for each unit of entity weight at which density is full.
const FULL: i32 = 5;
/// Shorter sentences are not read as dense.
const SHORT: i32 = 8;
const BACKGROUND: i32 = 300;

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
pub fn score(analysis: &Analysis, lexicon: &Lexicon, weights: &Weights) -> Vec<Score> {
    let count = analysis.sentences.iter().filter(|s| s.kind == SentenceKind::Sentence).count() as i32;
    let mut at = 0;
    analysis
        .sentences
        .iter()
        .map(|s| {
            if s.kind != SentenceKind::Sentence {
                return Score::default();
            }
            at += 1;
            let entity_density = density(s, lexicon);
            let position = 1000 * (count - at + 1) / count;
            let penalty = if s.background { BACKGROUND } else { 0 };
            let total = (weights.entity_density as i32 * entity_density + weights.position as i32 * position) / 1000 - penalty;
            Score { total, entity_density, position, penalty }
        })
        .collect()
}

fn density(sentence: &Sentence, lexicon: &Lexicon) -> i32 {
    let distinct: BTreeSet<u32> = sentence.mentions.iter().map(|m| m.entry).collect();
    let sum: i32 = distinct.iter().map(|&e| weight(lexicon.entries[e as usize].kind)).sum();
    (1000 * FULL * sum / (3 * (sentence.words as i32).max(SHORT))).min(1000)
}
