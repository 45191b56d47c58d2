//! What a sentence says it is about, before its verb: `وفي ما يخص تعز، نفى X أن`, `أما بشأن الأسرى فقال إن`.
//!
//! In: a sentence. Out: the words behind the preposition, without which what is said reads as told of something else.

use super::Span;
use super::view::{Particle, View};
use crate::glossary::entry::Kind;

/// Tokens of a noun before a verb.
const NOUN: usize = 4;
/// Tokens of a topic.
const LONG: usize = 12;

/// The tokens of the topic that opens a sentence: the first behind the preposition, and the last.
pub(crate) fn topic(v: &View) -> Option<(usize, usize)> {
    let from = behind(v)?;
    let verb = |t: usize| v.at(t).is_some_and(|m| v.finite(m).is_some() && (v.frame(m).reports || v.raw(t).starts_with('ف')));
    let ends = |t: usize| {
        v.mark(t).is_some_and(|c| !v.is_quote(t) && !matches!(c, '(' | ')' | '/' | '-'))
            || verb(t)
            || v.negates(t)
            || matches!(v.particle(t), Particle::That | Particle::Already | Particle::Was)
    };
    let last = (from..v.len().min(from + LONG)).take_while(|&t| !ends(t)).last()?;
    let stop = last + 1;
    // It ends before a comma or a verb; what ends otherwise is a sentence of another kind.
    let whole = matches!(v.mark(stop), Some('،' | ',')) || verb(stop) || v.negates(stop) || v.particle(stop) == Particle::Already;
    // `وعن المتحدث قوله`: who is quoted, and not of what.
    let person = v.at(from).is_some_and(|m| v.kind(m) == Kind::Person || v.kind(m) == Kind::Title && v.frame(m).source);
    // `حول طاولة واحدة`: where, and no topic; `عن طريق`, `عن كثب`: how.
    let way = matches!(v.raw(from), "طاولة" | "مائدة" | "طريق" | "كثب" | "قصد" | "عمد" | "قرب");
    // `وفي ما يخص ذلك`: the words point back.
    let points = from == last && matches!(v.raw(from), "ذلك" | "هذا" | "هذه" | "به" | "بها" | "بذلك" | "لذلك" | "لي" | "لنا");
    (whole && !person && !way && !points).then_some((from, last))
}

/// The bytes of the topic that opens a sentence, without a preposition that is written with its first word.
pub(crate) fn span(v: &View) -> Option<Span> {
    let (first, last) = topic(v)?;
    let raw = v.raw(first);
    let tied = raw.starts_with('ب') && matches!(v.raw(first - 1), "يتعلق" | "يتصل" | "يرتبط");
    Some((v.start(first) + if tied { 'ب'.len_utf8() as u32 } else { 0 }, v.end(last)))
}

/// The token behind the words with which a topic opens.
fn behind(v: &View) -> Option<usize> {
    let bare = |t: usize| v.raw(t).trim_start_matches('و');
    // `أما في ما يخص`, `أما عن`
    let at = usize::from(bare(0) == "أما");
    let word = if at == 0 { bare(0) } else { v.raw(1) };
    let concerns = |t: usize| matches!(v.raw(t), "يخص" | "يتعلق" | "يتصل" | "يرتبط");
    match word {
        "بشأن" | "بخصوص" | "حول" | "عن" => Some(at + 1),
        "في" if v.raw(at + 1) == "ما" && concerns(at + 2) => Some(at + 3),
        "فيما" if concerns(at + 1) => Some(at + 2),
        "في" if v.raw(at + 1) == "شأن" => Some(at + 2),
        "بالنسبة" if v.raw(at + 1) == "إلى" => Some(at + 2),
        _ => None,
    }
}

/// `أُرجئ إلى جولة مقبلة قال X إنها ستُعقد`: the noun right before the verb at byte `verb`, to which the pronoun of what is said points.
pub(crate) fn before(v: &View, verb: u32, content: u32) -> Option<Span> {
    let token = |byte: u32| (0..v.len()).find(|&t| v.start(t) == byte);
    let (at, said) = (token(verb)?, token(content)?);
    let points = said > at && matches!(v.raw(said - 1), "إنها" | "إنه" | "أنها" | "أنه" | "إنهم" | "أنهم");
    let noun = |t: &usize| {
        v.mark(*t).is_none()
            && v.particle(*t) == Particle::None
            && v.connective(*t).is_none()
            && !v.negates(*t)
            && !v.raw(*t).starts_with("ال")
            && v.at(*t).is_none_or(|m| v.finite(m).is_none() && !v.frame(m).speaker)
    };
    let first = (0..at).rev().take(NOUN).take_while(noun).last()?;
    let bare = v.at(at).is_some_and(|m| m.proclitics.is_none());
    // Behind a preposition or a verb, and not what opens the sentence.
    let hangs = first > 0 && matches!(v.particle(first - 1), Particle::Takes(_));
    (points && bare && hangs).then(|| (v.start(first), v.end(at - 1)))
}
