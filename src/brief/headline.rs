//! What a headline tells of a matter and its report tells better: one row, in the words of the report and on its word.
//!
//! In: the outcomes of a round with the state of each. Out: for each, whether it stands alone, as what another tells, or for nothing.

use std::collections::BTreeSet;

use super::ledger::family;
use super::parts::OutcomeStatus;
use crate::analysis::Analysis;
use crate::analysis::outcomes::{OTHER, Outcome};
use crate::arabic::fold::fold;
use crate::arabic::sentences::Kind;
use crate::article::Article;
use crate::glossary::lexicon::Lexicon;

/// Letters of a word that tells something.
const LETTERS: usize = 3;

/// An outcome with where it stands and its state.
pub(super) type Told<'a> = (usize, &'a Article, &'a Analysis, &'a Outcome);

/// What becomes of an outcome.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// It stands for itself.
    Alone,
    /// A headline says what outcome number `.0` says.
    With(usize),
    /// A headline says as a fact what its report tells as a claim.
    Drop,
}

/// For each outcome, what becomes of it.
pub(super) fn join(all: &[Told], states: &[OutcomeStatus], lexicon: &Lexicon) -> Vec<Join> {
    (0..all.len()).map(|h| one(h, all, states, lexicon)).collect()
}

/// True for what stands in a headline.
pub(super) fn in_headline((_, _, analysis, o): &Told) -> bool {
    matches!(analysis.sentences[o.sentence as usize].kind, Kind::Title | Kind::Heading)
}

fn one(h: usize, all: &[Told], states: &[OutcomeStatus], lexicon: &Lexicon) -> Join {
    let headline = &all[h];
    if !in_headline(headline) || headline.3.statement.is_some() {
        return Join::Alone;
    }
    let other = |o: &Outcome| lexicon.entries[o.slot as usize].id == OTHER;
    let body = || (0..all.len()).filter(|&b| all[b].0 == headline.0 && !in_headline(&all[b]));
    let same = |b: usize| !other(headline.3) && family(lexicon, all[b].3.slot) == family(lexicon, headline.3.slot);
    if other(headline.3) {
        let words = tokens(headline);
        // Half of its words, and two at least.
        let like = |&b: &usize| states[b] == states[h] && 2 * shared(&words, &all[b]) >= words.len().max(3);
        return body()
            .filter(like)
            .max_by_key(|&b| (shared(&words, &all[b]), std::cmp::Reverse(b)))
            .map_or(Join::Alone, Join::With);
    }
    let claimed = states[h] == OutcomeStatus::Agreed
        && body().any(|b| same(b) && states[b] == OutcomeStatus::Claimed)
        && !body().any(|b| same(b) && states[b] == OutcomeStatus::Agreed);
    if claimed { Join::Drop } else { Join::Alone }
}

/// The words of a matter, without article and particles.
fn tokens(&(_, article, _, o): &Told) -> BTreeSet<Vec<u8>> {
    let (start, end) = o.words.unwrap_or(o.span);
    let bare = |w: &str| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        let w = ["وال", "بال", "لل", "ال"].iter().find_map(|p| w.strip_prefix(p)).unwrap_or(w);
        let w = fold(w);
        (w.len() >= LETTERS).then_some(w)
    };
    article.text[start as usize..end as usize].split_whitespace().filter_map(bare).collect()
}

fn shared(words: &BTreeSet<Vec<u8>>, body: &Told) -> usize {
    let theirs = tokens(body);
    words.iter().filter(|w| theirs.contains(*w)).count()
}
