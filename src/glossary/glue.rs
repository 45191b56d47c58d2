//! Glue: words that scraping has run together (`روسياوتركياوإيران`).
//!
//! In: a word that the lexicon does not know. Out: the places of its parts, only if every part is a known form or several parts are one, so that a long name is never
//! broken. Length is no test: `الكازاخستانية` is one word.

use std::ops::Range;

use super::entry::Kind;
use super::lexicon::{Lexicon, Reading};
use crate::arabic::fold::offset_after;
use crate::arabic::inflect::Shape;

/// Letters that the shortest glued word has.
const SHORTEST: usize = 6;
/// Letters that a part has at the least, but for the opener of a turn (`من` of `من جهته`).
const SHORTEST_PART: usize = 4;

/// The parts of `raw`, which folds to `folded`, as byte ranges, fewest parts first; `None` if some letter would be left over.
pub(super) fn split(lexicon: &Lexicon, raw: &str, folded: &[u8]) -> Option<Vec<Range<usize>>> {
    if folded.len() < SHORTEST || folded.len() > 48 {
        return None;
    }
    let mut readings = Vec::new();
    // Most words begin with no part.
    let begins = |to: usize, readings: &mut Vec<Reading>| {
        let first = part(lexicon, &folded[..to], 0, false, readings);
        first.closes || first.goes_on.is_some()
    };
    if !(SHORTEST_PART..=folded.len() - 2).any(|to| begins(to, &mut readings)) {
        return None;
    }
    // For each letter, the best way to get there: at the end of a form, or inside one of several words.
    let mut best: Vec<[Option<Step>; 2]> = vec![[None; 2]; folded.len() + 1];
    best[0][CLOSED] = Some(Step { parts: 0, from: 0, state: CLOSED, node: 0 });
    for from in 0..folded.len() {
        for state in [CLOSED, OPEN] {
            let Some(step) = best[from][state] else { continue };
            let end = folded.len();
            // A part that begins no phrase that is open is long, but for the opener of a turn, which is the last.
            let least = if step.node == 0 { SHORTEST_PART } else { 2 };
            // From the first letter, what leaves no room for another part is looked at last.
            let most = if from == 0 { end - 2 } else { end };
            for to in (from + 2..=most).filter(|&to| to >= from + least || to == end) {
                let last = to == folded.len() && from > 0;
                let found = part(lexicon, &folded[from..to], step.node, last, &mut readings);
                for (into, node) in [(CLOSED, found.closes.then_some(0)), (OPEN, found.goes_on)] {
                    let Some(node) = node else { continue };
                    if best[to][into].is_none_or(|b| step.parts + 1 < b.parts) {
                        best[to][into] = Some(Step { parts: step.parts + 1, from, state, node });
                    }
                }
            }
        }
    }
    let (mut at, mut state) = (folded.len(), CLOSED);
    if best[at][state]?.parts < 2 || part(lexicon, folded, 0, false, &mut readings).closes {
        return None;
    }
    let mut cuts = vec![at];
    while at > 0 {
        let step = best[at][state]?;
        (at, state) = (step.from, step.state);
        cuts.push(at);
    }
    cuts.reverse();
    let byte = |letters: usize| if letters == folded.len() { raw.len() } else { offset_after(raw, letters) };
    Some(cuts.windows(2).map(|w| byte(w[0])..byte(w[1])).collect())
}

const CLOSED: usize = 0;
const OPEN: usize = 1;

/// A way to a letter: how many parts, where the last one begins and in which state, and the node of the form that is open.
#[derive(Clone, Copy)]
struct Step {
    parts: u8,
    from: usize,
    state: usize,
    node: u32,
}

/// What a piece can be.
#[derive(Default)]
struct Part {
    /// The end of a form.
    closes: bool,
    /// A word of a form that must go on, with its node.
    goes_on: Option<u32>,
}

fn part(lexicon: &Lexicon, piece: &[u8], open: u32, last: bool, readings: &mut Vec<Reading>) -> Part {
    let mut out = Part::default();
    if open != 0 {
        let word = lexicon.word(piece);
        if let Some(node) = (word != 0).then(|| lexicon.edge(open, word)).flatten() {
            out.closes = !lexicon.ends(node).is_empty();
            out.goes_on = lexicon.goes_on(node).then_some(node);
        }
        return out;
    }
    readings.clear();
    lexicon.readings_of(piece, false, false, readings);
    for reading in readings.iter() {
        let root = lexicon.root(reading.word);
        if root == 0 {
            continue;
        }
        let stem = piece.len() - reading.before as usize - reading.after as usize;
        out.closes |= last && reading.proclitics.is_none() && lexicon.opens_turn(reading.word);
        if stem < SHORTEST_PART {
            continue;
        }
        out.closes |= lexicon.ends(root).iter().any(|&number| {
            let form = &lexicon.forms[number as usize];
            let fits = match form.kind {
                Kind::Verb => matches!(form.shape, Shape::Verb { .. }) && last,
                Kind::Connective | Kind::Term | Kind::Demonym => true,
                kind => kind.is_name(),
            };
            fits && !form.short && lexicon.allows(form, reading.proclitics, reading.ending)
        });
        if out.goes_on.is_none() && reading.after == 0 && lexicon.goes_on(root) {
            out.goes_on = Some(root);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold::fold;
    use crate::glossary::load;

    #[test]
    fn names_that_ran_together_are_found_and_long_names_are_not_broken() {
        let lexicon = Lexicon::new(load::builtin());
        let parts = |raw: &str| {
            split(&lexicon, raw, &fold(raw)).map(|p| p.into_iter().map(|r| raw[r].to_owned()).collect::<Vec<_>>().join("|"))
        };
        for (raw, want) in [
            ("روسياوتركياوإيران", Some("روسيا|وتركيا|وإيران")),
            ("الولاياتالمتحدة", Some("الولايات|المتحدة")),
            ("إيرانوالولاياتالمتحدة", Some("إيران|والولايات|المتحدة")),
            ("الأممالمتحدة", Some("الأمم|المتحدة")),
            ("المعارضةفيما", Some("المعارضة|فيما")),
            ("لجنيفمن", Some("لجنيف|من")),
            ("الكازاخستانية", None),
            ("كمالدينوف", None),
            ("الإيرانيين", None),
            ("المستشفيات", None),
            ("والاستراتيجية", None),
        ] {
            assert_eq!(parts(raw).as_deref(), want, "{raw}");
        }
    }
}
