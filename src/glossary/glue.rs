//! Glue: words that scraping has run together (`روسياوتركياوإيران`).
//!
//! In: a word that the lexicon does not know. Out: the places of its parts, only if every part is a known form or several parts are one, so that a long name is never
//! broken. Length is no test: `الكازاخستانية` is one word.

use std::ops::Range;

use super::entry::Kind;
use super::lexicon::{Lexicon, Reading};
use crate::arabic::fold::{fold, offset_after};
use crate::arabic::inflect::Shape;

/// Letters that the shortest glued word has.
const SHORTEST: usize = 6;
/// Letters that a part has at the least, but for the opener of a turn (`من` of `من جهته`).
const SHORTEST_PART: usize = 4;

/// The parts of `raw` as byte ranges, fewest parts first; `None` if some letter would be left over.
pub(super) fn split(lexicon: &Lexicon, raw: &str) -> Option<Vec<Range<usize>>> {
    let folded = fold(raw);
    if folded.len() < SHORTEST || folded.len() > 48 {
        return None;
    }
    // fewest[i]: the best way to cut folded[..i]: number of parts, where the last part begins, the open node of a form that goes on.
    let mut fewest: Vec<Option<(u8, usize, u32)>> = vec![None; folded.len() + 1];
    fewest[0] = Some((0, 0, 0));
    let mut readings = Vec::new();
    for from in 0..folded.len() {
        let Some((parts, _, open)) = fewest[from] else { continue };
        for to in from + 2..=folded.len() {
            let last = to == folded.len();
            let Some(node) = part(lexicon, &folded[from..to], open, last && from > 0, &mut readings) else { continue };
            if fewest[to].is_none_or(|(n, _, o)| parts + 1 < n || (parts + 1 == n && o != 0 && node == 0)) {
                fewest[to] = Some((parts + 1, from, node));
            }
        }
    }
    let (parts, mut from, open) = fewest[folded.len()]?;
    if parts < 2 || open != 0 {
        return None;
    }
    let mut cuts = vec![folded.len(), from];
    while from > 0 {
        from = fewest[from]?.1;
        cuts.push(from);
    }
    cuts.reverse();
    let at = |letters: usize| if letters == folded.len() { raw.len() } else { offset_after(raw, letters) };
    Some(cuts.windows(2).map(|w| at(w[0])..at(w[1])).collect())
}

/// Whether `piece` is a part: 0 if it closes a form, else the node of a form of several words that must go on.
fn part(lexicon: &Lexicon, piece: &[u8], open: u32, last: bool, readings: &mut Vec<Reading>) -> Option<u32> {
    if open != 0 {
        let word = lexicon.word(piece);
        let node = if word == 0 { None } else { lexicon.edge(open, word) }?;
        return Some(if lexicon.ends(node).is_empty() { node } else { 0 });
    }
    readings.clear();
    lexicon.readings_of(piece, false, false, readings);
    let mut goes_on = None;
    for reading in readings.iter() {
        let root = lexicon.root(reading.word);
        if root == 0 {
            continue;
        }
        let stem = piece.len() - reading.before as usize - reading.after as usize;
        for &number in lexicon.ends(root) {
            let form = &lexicon.forms[number as usize];
            let kind = lexicon.entries[form.entry as usize].kind;
            let fits = match kind {
                Kind::Verb => matches!(form.shape, Shape::Verb { .. }) && last,
                Kind::Connective | Kind::Term | Kind::Demonym => true,
                kind => kind.is_name(),
            };
            if fits && !form.short && stem >= SHORTEST_PART && lexicon.allows(form, reading.proclitics, reading.ending) {
                return Some(0);
            }
        }
        if last && reading.proclitics.is_none() && lexicon.opens_turn(reading.word) {
            return Some(0);
        }
        if stem >= SHORTEST_PART && reading.after == 0 {
            goes_on = Some(root);
        }
    }
    goes_on
}
