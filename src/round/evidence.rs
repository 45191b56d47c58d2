//! Evidence for a round, from one article alone.
//!
//! In: the sentences of an article and the tracks. Out: the best round with every piece of evidence and its weight, and for each sentence whether it tells of an earlier round.
//! A number after the track's name, an ordinal at a word for round, "continuation of a first round", the stated date. Ordinals are not counted: an earlier round is named in
//! most articles, more often than the round itself.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::tracks::Tracks;
use crate::analysis::parse::{Parsed, ParsedSentence};
use crate::arabic::fold::fold;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::arabic::token::Kind as TokenKind;
use crate::article::{Article, RoundRef};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::Lexicon;
use crate::glossary::matcher::Match;

/// The best round of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoundGuess {
    /// Id of the track.
    pub track: String,
    /// Number of the round.
    pub number: u32,
    /// What speaks for it and for others, in text order, metadata first.
    pub evidence: Vec<Evidence>,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The rule that found it.
    pub rule: &'static str,
    /// The round it speaks for.
    pub number: u32,
    /// How much.
    pub weight: i32,
    /// First byte of the words, 0 for metadata.
    pub start: u32,
    /// Byte after the last, 0 for metadata.
    pub end: u32,
}

/// How the words around a round's number place it in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Past,
    Now,
    Next,
}

/// A round named in a sentence.
struct Hit {
    track: Option<usize>,
    number: u32,
    rule: &'static str,
    when: When,
    start: u32,
    end: u32,
}

const PINNED: i32 = 1000;
const DATE: i32 = 6;
const FIRST_SENTENCES: usize = 3;

/// Weighs an article: the best round, and for each sentence whether it is background.
pub fn weigh(article: &Article, parsed: &Parsed, lexicon: &Lexicon, tracks: &Tracks, date: Option<NaiveDate>) -> (Option<RoundGuess>, Vec<bool>) {
    let hits: Vec<Vec<Hit>> = parsed.sentences.iter().map(|s| hits(&article.text, s, lexicon, tracks)).collect();
    let Some(main) = main_track(parsed, lexicon, tracks, &hits, article) else { return (None, vec![false; hits.len()]) };
    let mut evidence = Vec::new();
    match &article.meta.round {
        Some(RoundRef::Number(number)) => evidence.push(Evidence { rule: "stated", number: *number, weight: PINNED, start: 0, end: 0 }),
        Some(RoundRef::Id(id)) => {
            if let Some(number) = id.strip_prefix(&format!("{}-", tracks.list[main].id)).and_then(|n| n.parse().ok()) {
                evidence.push(Evidence { rule: "stated", number, weight: PINNED, start: 0, end: 0 });
            }
        }
        None => {}
    }
    if let Some(date) = date {
        let near = tracks.list[main].rounds.iter().filter(|r| date >= r.start - chrono::Days::new(7) && date <= r.end + chrono::Days::new(10));
        evidence.extend(near.map(|r| Evidence { rule: "date-in-window", number: r.number, weight: DATE, start: 0, end: 0 }));
    }
    for (i, hit) in hits.iter().enumerate().flat_map(|(i, h)| h.iter().map(move |h| (i, h))) {
        if hit.track.is_some_and(|t| t != main) {
            continue;
        }
        let lead = if i < FIRST_SENTENCES || matches!(parsed.sentences[i].span.kind, SentenceKind::Title) { 3 } else { 0 };
        let (number, weight) = match (hit.rule, hit.when) {
            ("continuation", _) => (hit.number + 1, 5),
            ("number-after-name", When::Now) => (hit.number, 4 + lead),
            (_, When::Now) => (hit.number, 3 + lead),
            (_, When::Past) => (hit.number + 1, 1),
            (_, When::Next) => (hit.number.saturating_sub(1), 1),
        };
        if number > 0 {
            evidence.push(Evidence { rule: hit.rule, number, weight, start: hit.start, end: hit.end });
        }
    }
    let Some(number) = best(&evidence) else { return (None, vec![false; hits.len()]) };
    let background = hits.iter().map(|h| !h.is_empty() && h.iter().all(|h| h.track.is_none_or(|t| t == main) && h.number < number)).collect();
    (Some(RoundGuess { track: tracks.list[main].id.clone(), number, evidence }), background)
}

/// The number with the most weight; a repeated rule adds 1, so that a background that is told at length does not win. Among equals the later round.
fn best(evidence: &[Evidence]) -> Option<u32> {
    let mut by_number: BTreeMap<u32, (i32, i32)> = BTreeMap::new();
    for e in evidence {
        let (top, more) = by_number.entry(e.number).or_default();
        if e.weight >= PINNED || e.rule == "date-in-window" {
            *more += e.weight;
        } else if e.weight > *top {
            *more += i32::from(*top > 0);
            *top = e.weight;
        } else {
            *more += 1;
        }
    }
    by_number.into_iter().max_by_key(|&(number, (top, more))| (top + more, number)).map(|(number, _)| number)
}

/// The track the article is about: the one whose rounds it numbers, else the one it names most, early mentions counting double.
fn main_track(parsed: &Parsed, lexicon: &Lexicon, tracks: &Tracks, hits: &[Vec<Hit>], article: &Article) -> Option<usize> {
    if let Some(RoundRef::Id(id)) = &article.meta.round
        && let Some(at) = tracks.list.iter().position(|t| id.strip_prefix(t.id.as_str()).is_some_and(|n| n.starts_with('-')))
    {
        return Some(at);
    }
    let mut score = vec![0; tracks.list.len()];
    for (i, sentence) in parsed.sentences.iter().enumerate() {
        for m in &sentence.matches {
            if let Some(track) = tracks.marked_by(lexicon.forms[m.form as usize].entry) {
                score[track] += if i < FIRST_SENTENCES { 2 } else { 1 };
            }
        }
    }
    for hit in hits.iter().flatten() {
        if let Some(track) = hit.track {
            score[track] += 2;
        }
    }
    let top = *score.iter().max()?;
    if top == 0 { None } else { score.iter().position(|&s| s == top) }
}

fn entry<'l>(lexicon: &'l Lexicon, m: &Match) -> &'l Entry {
    &lexicon.entries[lexicon.forms[m.form as usize].entry as usize]
}

fn hits(text: &str, s: &ParsedSentence, lexicon: &Lexicon, tracks: &Tracks) -> Vec<Hit> {
    let mut out = Vec::new();
    for (i, m) in s.matches.iter().enumerate() {
        let e = entry(lexicon, m);
        let track = tracks.marked_by(lexicon.forms[m.form as usize].entry);
        if let Some(track) = track
            && let Some((number, last)) = number_after(text, s, m.last as usize + 1, lexicon)
        {
            out.push(Hit { track: Some(track), number, rule: "number-after-name", when: when(text, s, m.first as usize), start: m.start, end: s.tokens[last].end });
            continue;
        }
        if e.role.as_deref() != Some("round") && track.is_none_or(|_| e.kind != Kind::Process) {
            continue;
        }
        let Some((number, first, last)) = ordinal_beside(text, s, i, lexicon) else { continue };
        let near = s.matches[i..].iter().chain(s.matches[..i].iter().rev()).find_map(|m| tracks.marked_by(lexicon.forms[m.form as usize].entry));
        let continued = first.checked_sub(1).is_some_and(|b| matches!(fold(s.tokens[b].text(text)).as_slice(), w if w == fold("استكمالا") || w == fold("استكمال")));
        let rule = if continued { "continuation" } else { "ordinal" };
        out.push(Hit { track: track.or(near), number, rule, when: when(text, s, first), start: s.tokens[first].start, end: s.tokens[last].end });
    }
    out
}

/// A small number directly at `at`, past a hyphen, a quotation mark or `الـ`: its value and token. Not a date or an amount.
fn number_after(text: &str, s: &ParsedSentence, mut at: usize, lexicon: &Lexicon) -> Option<(u32, usize)> {
    while let Some(t) = s.tokens.get(at) {
        match t.kind {
            TokenKind::Mark('-' | '–' | '"' | '«' | '(') => at += 1,
            TokenKind::Word if fold(t.text(text)) == fold("ال") || fold(t.text(text)) == fold("رقم") => at += 1,
            TokenKind::Number => break,
            _ => return None,
        }
    }
    let number: u32 = String::from_utf8(fold(s.tokens.get(at)?.text(text))).ok()?.parse().ok()?;
    let next = s.matches.iter().find(|m| m.first as usize == at + 1);
    let counted = next.is_some_and(|m| matches!(entry(lexicon, m).kind, Kind::Month | Kind::Unit | Kind::Number));
    ((1..=60).contains(&number) && !counted).then_some((number, at))
}

/// An ordinal beside match `i`, which is a word for round: `الجولة الثالثة`, `أول جولة`, `الجولة الـ 20`, `الاجتماع هو الثاني`, `الجولة الحادية والعشرين`.
fn ordinal_beside(text: &str, s: &ParsedSentence, i: usize, lexicon: &Lexicon) -> Option<(u32, usize, usize)> {
    let m = &s.matches[i];
    let value = |m: &Match| {
        let e = entry(lexicon, m);
        (e.kind == Kind::Ordinal).then_some(e.value).flatten().and_then(|v| u32::try_from(v).ok())
    };
    let first = m.first as usize;
    if let Some((number, last)) = number_after(text, s, m.last as usize + 1, lexicon) {
        return Some((number, first, last));
    }
    if let Some(before) = i.checked_sub(1).map(|b| &s.matches[b])
        && before.last + 1 == m.first
        && let Some(v) = value(before)
    {
        return Some((v, before.first as usize, m.last as usize));
    }
    let mut next = i + 1;
    let mut at = m.last as usize + 1;
    let is_copula = |t: usize| s.tokens.get(t).is_some_and(|t| matches!(t.text(text), "هو" | "هي"));
    if is_copula(at) {
        at += 1;
        while s.matches.get(next).is_some_and(|n| (n.first as usize) < at) {
            next += 1;
        }
    }
    let n = s.matches.get(next).filter(|n| n.first as usize == at)?;
    let unit = value(n)?;
    let tens = s.matches.get(next + 1).filter(|t| t.first == n.last + 1 && t.proclitics.has(crate::arabic::clitics::Proclitics::WAW));
    match tens.and_then(|t| { let e = entry(lexicon, t); matches!(e.kind, Kind::Ordinal | Kind::Number).then_some((e.value?, t.last)) }) {
        Some((tens @ (20 | 30 | 40), last)) if unit < 10 => Some((unit + tens as u32, first, last as usize)),
        _ => Some((unit, first, n.last as usize)),
    }
}

const PAST: [&str; 8] = ["الماضي", "الماضيه", "السابق", "السابقه", "حدث", "الفائت", "المنصرم", "سابقا"];
const NEXT: [&str; 7] = ["المقبل", "المقبله", "القادم", "القادمه", "ستعقد", "تحديد", "التاليه"];

/// How the words of the clause around token `at` place it in time.
fn when(text: &str, s: &ParsedSentence, at: usize) -> When {
    let mark = |i: usize| matches!(s.tokens[i].kind, TokenKind::Mark('،' | ',' | '؛' | ':'));
    let from = (0..at).rev().find(|&i| mark(i)).map_or(0, |i| i + 1);
    let to = (at..s.tokens.len()).find(|&i| mark(i)).unwrap_or(s.tokens.len());
    for token in &s.tokens[from..to] {
        let word = crate::arabic::fold::show(&fold(token.text(text)));
        if PAST.contains(&word.as_str()) {
            return When::Past;
        }
        if NEXT.contains(&word.as_str()) {
            return When::Next;
        }
    }
    When::Now
}
