//! The content of a statement: where it ends, what it is about, whom it is said to.

use super::view::{Particle, View};
use super::{Span, Statement};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;

const TOPICS: usize = 12;
/// Tokens of a place, an agency and a dash before the first sentence.
const DATELINE: usize = 10;

/// The token behind `القاهرة (أ ف ب) -` or `ميدانياً،` at the start of a sentence; 0 where there is no such thing.
pub(super) fn dateline(v: &View) -> usize {
    let dash = (1..v.len().min(DATELINE)).find(|&t| matches!(v.mark(t), Some('-' | '–' | '—')));
    let plain = |t: &usize| (0..*t).all(|k| v.at(k).is_none_or(|m| v.finite(m).is_none() && v.connective(k).is_none()));
    let adverb = v.at(0).is_none() && v.raw(0).ends_with(['ً', 'ا']) && matches!(v.mark(1), Some('،' | ','));
    dash.filter(plain).map_or(if adverb { 2 } else { 0 }, |t| t + 1)
}

/// The token behind `ليبيا –`, `بوزنيقة (وكالات) -`: where a report comes from, before its verb.
pub(super) fn reported_from(v: &View) -> Option<usize> {
    let dash = |t: &usize| matches!(v.mark(*t), Some('-' | '–' | '—'));
    let at = (1..v.len().min(DATELINE / 2 + 1)).find(dash)?;
    let place = |t: usize| {
        v.over(t).map_or(at <= 2, |m| matches!(v.kind(m), Kind::Place | Kind::Country | Kind::Media | Kind::Number))
            || matches!(v.mark(t), Some('(' | ')' | '/' | '،' | '«' | '»' | '"'))
    };
    let verb = v.at(at + 1).is_some_and(|m| v.finite(m).is_some());
    (verb && (0..at).all(place) && !(at + 1..v.len().min(at + DATELINE)).any(|t| dash(&t))).then_some(at + 1)
}

/// True behind the comma of `، وذلك في ختام`, `، بموجب بيان تسلمته الصحيفة`: when and where, behind what is said.
pub(super) fn circumstances(v: &View, t: usize) -> bool {
    match v.raw(t) {
        "وذلك" => matches!(v.particle(t + 1), Particle::Takes(_) | Particle::Adjunct | Particle::After),
        "بموجب" | "في" if matches!(v.raw(t + 1), "بيان" | "تصريح" | "تصريحات") && !v.quoted(t) => {
            // `وحث الطرفين، في بيان نشر أمس، على العودة`: what is said goes on.
            let close = (t + 1..v.len()).find(|&k| matches!(v.mark(k), Some('،' | ',')));
            !close.is_some_and(|k| matches!(v.particle(k + 1), Particle::Takes(_) | Particle::That))
        }
        _ => false,
    }
}

/// The bytes of tokens `first..end`, without blanks and marks at their ends; and whether the whole stands in quotation marks.
pub(super) fn trimmed(v: &View, mut first: usize, mut end: usize) -> Option<(Span, bool)> {
    while first < end && v.mark(first).is_some_and(|c| !matches!(c, '«' | '"' | '“' | '(' | '[')) {
        first += 1;
    }
    while end > first && v.mark(end - 1).is_some_and(|c| !matches!(c, '»' | '"' | '”' | ')' | ']' | '%' | '؟' | '?')) {
        end -= 1;
    }
    // Quotation marks that stand alone.
    if v.is_quote(first) && v.opens(first).is_none_or(|(_, b)| b >= end) {
        first += 1;
    }
    if end > first && v.is_quote(end - 1) && !v.quotes.iter().any(|&(a, b)| b == end - 1 && a >= first) {
        end -= 1;
    }
    if first >= end {
        return None;
    }
    let whole = v.opens(first).is_some_and(|(_, b)| b + 1 == end);
    if whole && end - first > 2 {
        (first, end) = (first + 1, end - 1);
        while end > first + 1 && v.mark(end - 1).is_some_and(|c| matches!(c, '.' | '،' | ',')) {
            end -= 1;
        }
    }
    Some(((v.start(first), v.end(end - 1)), whole))
}

/// Slots and terms in a span, in text order, each once.
pub(super) fn topics(v: &View, span: Span) -> Vec<EntryId> {
    let inside = |start: u32, end: u32| start >= span.0 && end <= span.1;
    let slots = v.s.cues.iter().filter(|m| inside(m.start, m.end) && v.kind(m) == Kind::Slot).map(|m| (m.start, v.id(m)));
    let terms =
        v.s.matches
            .iter()
            .filter(|m| inside(m.start, m.end) && matches!(v.kind(m), Kind::Term | Kind::Process | Kind::Agreement));
    let terms = terms.filter(|m| !v.name(m).starts_with("quantity_")).map(|m| (m.start, v.id(m)));
    let mut all: Vec<(u32, EntryId)> = slots.chain(terms).collect();
    all.sort_unstable();
    let mut out: Vec<EntryId> = Vec::with_capacity(all.len());
    for (_, id) in all {
        if !out.contains(&id) && out.len() < TOPICS {
            out.push(id);
        }
    }
    out
}

/// The first side or person in the content: who is accused, asked, called upon.
pub(super) fn addressee(v: &View, statement: &Statement) -> Option<EntryId> {
    let m = v.s.matches.iter().find(|m| m.start >= statement.content.0 && m.end <= statement.content.1 && v.frame(m).speaker)?;
    let near = m.start < statement.content.0 + 24;
    (near && v.kind(m) != Kind::Title).then(|| v.id(m))
}
