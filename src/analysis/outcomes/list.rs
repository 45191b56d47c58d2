//! The points of a list that an outcome announces: `اتفقا على ما يلي: أولاً، وقف إطلاق النار. 2- فتح الطرق.` Each is an outcome of the same status, on the word of the same speaker, in the same
//! sentence or in those behind it. The words that announce a list, and those that open a point, are data (roles `points_ahead` and `item`).

use super::matter::words;
use super::phrase::Phrase;
use super::slot::goes_with;
use super::{OTHER, Outcome, Status};
use crate::analysis::statements::view::View;
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Tense;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between a phrase and the words that announce a list.
const NEAR: usize = 5;
/// Tokens of a point.
const WORDS: usize = 12;

/// A list that was announced.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub(super) status: Status,
    pub(super) phrase: EntryId,
    pub(super) statement: Option<u32>,
}

/// The token of the colon behind the words that announce a list as the matter of a phrase.
pub(super) fn announced(v: &View, p: &Phrase) -> Option<usize> {
    let role = |m: &&crate::glossary::matcher::Match| v.role(m) == Some("points_ahead");
    let near = |m: &&crate::glossary::matcher::Match| (p.last..p.last + NEAR).contains(&(m.first as usize));
    let colon = v.s.cues.iter().filter(role).find(near).map(|m| m.last as usize + 1)?;
    (v.mark(colon) == Some(':')).then_some(colon)
}

/// The tokens from and to which the sentence says what each of the documents of a phrase is about: `أقروا وثيقتين، أولاهما تتعلق بتشكيل لجنة، والثانية بإزالة الألغام`. The words that
/// name the documents and that open each part are data (roles `documents` and `part`).
pub(super) fn documents(v: &View, p: &Phrase) -> Vec<(usize, usize)> {
    let is = |t: usize, role: &str| v.s.cues.iter().any(|c| c.first as usize == t && v.role(c) == Some(role));
    let Some(at) = (p.last + 1..v.len().min(p.last + 1 + NEAR)).find(|&t| is(t, "documents")) else { return Vec::new() };
    let ends = |t: &usize| matches!(v.mark(*t), Some('.' | '؛'));
    // `أدخل على الأولى تعديلا`: no part of the list.
    let head = |t: usize| v.mark(t - 1).is_some() || v.raw(t).starts_with('و');
    let opens: Vec<usize> = (at + 1..v.len()).take_while(|t| !ends(t)).filter(|&t| is(t, "part") && head(t)).collect();
    // `تتعلق بـ`, `بشأن`, `تنص على`: what it is about stands behind the first preposition.
    let about = |t: usize| {
        let on = t + 1 + usize::from(is(t + 1, "concerns") || is(t + 1, "provides"));
        if matches!(v.raw(on), "على" | "بشأن" | "حول" | "عن" | "في") { on + 1 } else { on }
    };
    let part = |(i, &t): (usize, &usize)| (about(t), opens.get(i + 1).copied().unwrap_or(v.len()));
    let noun = |(from, to): &(usize, usize)| {
        // `بشأن تبادل الأسرى`: the verbal noun has the letters of the verb.
        let verb = |m: &Match| matches!(v.finite(m), Some((tense, _)) if tense != Tense::Perfect || !m.proclitics.is_none());
        from < to && v.mark(*from).is_none() && !v.at(*from).is_some_and(verb) && !v.negates(*from)
    };
    let parts: Vec<(usize, usize)> = opens.iter().enumerate().map(part).collect();
    if parts.iter().all(noun) { parts } else { Vec::new() }
}

/// `بإقرار وثيقتين تتعلقان بالمعتقلين وإزالة الألغام`: several documents right behind a phrase, told together with what they are about; the first token of the matter.
pub(super) fn together(v: &View, p: &Phrase) -> Option<usize> {
    let at = p.last + 1;
    let is = |t: usize, role: &str| v.s.cues.iter().any(|c| c.first as usize == t && v.role(c) == Some(role));
    let last = v.s.cues.iter().find(|c| c.first as usize == at && v.role(c) == Some("documents"))?.last as usize;
    let about = is(last + 1, "concerns") || matches!(v.raw(last + 1), "بشأن" | "حول" | "عن" | "بخصوص");
    (about && v.mark(last + 1).is_none()).then_some(at)
}

impl List {
    /// Adds the points of a sentence from token `from` on; false where there is none.
    pub(super) fn points(&self, v: &View, number: u32, from: usize, out: &mut Vec<Outcome>) -> bool {
        let starts: Vec<(usize, usize)> = (from..v.len()).filter_map(|t| Some((t, point(v, t, from)?))).collect();
        for (i, &(_, first)) in starts.iter().enumerate() {
            let end = starts.get(i + 1).map_or(v.len(), |next| next.0);
            out.extend(self.outcome(v, number, first, end));
        }
        !starts.is_empty()
    }

    /// The outcome of the point from token `first` to before `end`.
    pub(super) fn outcome(&self, v: &View, number: u32, first: usize, end: usize) -> Option<Outcome> {
        let stop = |t: usize| v.mark(t).is_some_and(|m| !matches!(m, '(' | ')' | '"' | '«' | '»'));
        let concerns = |t: usize| v.s.cues.iter().any(|c| c.first as usize == t && v.role(c) == Some("concerns"));
        let clause = |t: usize| t > first && (concerns(t) || v.at(t).is_some_and(|m| v.finite(m).is_some()));
        let last = (first..end.min(first + WORDS)).take_while(|&t| !stop(t) && !clause(t)).last()?;
        // What is too long is cut where it is whole.
        let last = words(v, first).map_or(last, |to| to.clamp(first, last));
        let slot = v.s.cues.iter().find(|c| {
            let at = c.first as usize;
            v.kind(c) == Kind::Slot && (first..=first + 2).contains(&at) && at <= last && goes_with(v, self.phrase, v.id(c))
        });
        let waw = v.at(first).is_some_and(|m| m.proclitics.has(Proclitics::WAW));
        if waw || v.negates(first) || (slot.is_none() && last == first) {
            return None;
        }
        // `والثانية بإزالة الألغام`: the ب is no part of it.
        let by = if v.at(first).is_some_and(|m| m.proclitics.has(Proclitics::BEH)) { 'ب'.len_utf8() as u32 } else { 0 };
        let told = slot.is_none().then(|| (v.start(first) + by, v.end(last)));
        let slot = slot.map(|c| v.id(c)).or_else(|| v.lexicon.number(OTHER))?;
        let span = (v.start(first), v.end(last));
        Some(Outcome {
            sentence: number,
            slot,
            phrase: self.phrase,
            status: self.status,
            span,
            statement: self.statement,
            words: told,
            topic: None,
        })
    }
}

/// The token behind the mark that opens a point at token `t`: `أولاً،`, `ثانيا:`, `1-`, `-`.
fn point(v: &View, t: usize, from: usize) -> Option<usize> {
    let opens = t == from || v.mark(t - 1).is_some();
    let item = v.s.cues.iter().any(|c| c.first as usize == t && v.role(c) == Some("item"));
    let dash = |t: usize| matches!(v.mark(t), Some('-' | '–' | '•' | '*' | ')' | '.'));
    let digits = v.s.tokens[t].kind == TokenKind::Number && dash(t + 1);
    let bare = t == from && matches!(v.mark(t), Some('-' | '–' | '•' | '*'));
    if !(opens && (item || digits || bare)) {
        return None;
    }
    (t + 1..v.len()).find(|&k| v.mark(k).is_none())
}
