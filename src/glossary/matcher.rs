//! The matcher: which entries stand where in a text.
//!
//! In: the tokens of a text. Out: the longest match at each place, left to right, with the clitics taken off it. A word is taken apart once and remembered; memory stays
//! bounded however long the stream. Where one form belongs to several entries, guards (`when`) decide, then what the article has named before.

use rustc_hash::FxHashMap;

use super::cue::Cue;
use super::glue;
use super::lexicon::{EntryId, Form, Lexicon, Reading, WordId};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::fold::{fold, offset_after};
use crate::arabic::token::{Kind as TokenKind, Token};

/// Words remembered before the memory is cleared.
const REMEMBER: usize = 1 << 16;

/// An entry found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// First token.
    pub first: u32,
    /// Last token, included.
    pub last: u32,
    /// First byte, proclitics not included.
    pub start: u32,
    /// Byte after the last, pronoun not included.
    pub end: u32,
    /// Number of the form.
    pub form: u32,
    /// What was taken off the first word.
    pub proclitics: Proclitics,
    /// What was taken off the last word.
    pub ending: Ending,
}

/// Readings of words, remembered.
#[derive(Debug)]
pub struct Matcher<'l> {
    lexicon: &'l Lexicon,
    seen: FxHashMap<Box<str>, WordInfo>,
    readings: Vec<Reading>,
    named: Vec<EntryId>,
    cues: Vec<Cue>,
}

#[derive(Clone, Copy, Debug)]
struct WordInfo {
    first: u32,
    count: u16,
    /// True if some reading begins a form.
    root: bool,
    /// True if the word was seen to be several, run together.
    glued: bool,
    cue: Cue,
}

impl<'l> Matcher<'l> {
    /// A matcher for this lexicon.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, seen: FxHashMap::default(), readings: Vec::new(), named: Vec::new(), cues: Vec::new() }
    }

    /// Begins a new article: forgets what the last one named.
    pub fn begin(&mut self) {
        self.named.clear();
        if self.seen.len() > REMEMBER {
            self.seen.clear();
            self.readings.clear();
        }
    }

    /// The lexicon.
    #[must_use]
    pub fn lexicon(&self) -> &'l Lexicon {
        self.lexicon
    }

    /// Finds the entries in `tokens` of `text`; `tokens` that are several words run together are split in place, and their places go to `glued`.
    pub fn find(&mut self, text: &str, tokens: &mut Vec<Token>, glued: &mut Vec<(u32, u32)>, out: &mut Vec<Match>) {
        self.split_glued(text, tokens, glued);
        let infos: Vec<WordInfo> = tokens.iter().map(|t| self.info(text, t)).collect();
        self.cues.clear();
        self.cues.extend(infos.iter().map(|i| i.cue));
        let mut at = 0;
        let mut ends: Vec<(usize, Reading, Ending, u8, u32)> = Vec::new();
        while at < tokens.len() {
            if !infos[at].root {
                at += 1;
                continue;
            }
            ends.clear();
            for reading in self.of(infos[at]) {
                let node = self.lexicon.root(reading.word);
                if node != 0 {
                    self.walk(tokens, &infos, at, reading, node, &mut ends);
                }
            }
            // Longest first; among equals the reading with the least taken off, which comes first.
            ends.sort_by_key(|e| std::cmp::Reverse(e.0));
            let found = ends.iter().find_map(|&(last, reading, ending, after, node)| {
                let form = self.choose(node, reading, ending, (at, last), &infos, out)?;
                Some((last, reading, ending, after, form))
            });
            let Some((last, reading, ending, after, form)) = found else {
                at += 1;
                continue;
            };
            let (a, b) = (&tokens[at], &tokens[last]);
            let start = a.start as usize + offset_after(a.text(text), reading.before as usize);
            let end = if after == 0 {
                b.end as usize
            } else {
                let raw = b.text(text);
                b.start as usize + offset_after(raw, fold(raw).len() - after as usize)
            };
            let Form { entry, short, .. } = self.lexicon.forms[form as usize];
            if !short {
                self.named.push(entry);
            }
            out.push(Match { first: at as u32, last: last as u32, start: start as u32, end: end as u32, form, proclitics: reading.proclitics, ending });
            at = last + 1;
        }
    }

    /// What each token of the last [`Self::find`] is to the rules for numbers, dates and rounds.
    #[must_use]
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// Readings of one token, for rules that look at single words.
    pub fn words(&mut self, text: &str, token: &Token) -> &[Reading] {
        let info = self.info(text, token);
        self.of(info)
    }

    fn of(&self, info: WordInfo) -> &[Reading] {
        &self.readings[info.first as usize..info.first as usize + info.count as usize]
    }

    fn info(&mut self, text: &str, token: &Token) -> WordInfo {
        let raw = token.text(text);
        if let Some(&info) = self.seen.get(raw) {
            return info;
        }
        let first = self.readings.len();
        self.lexicon.readings(raw, token.kind, &mut self.readings);
        let known = &self.readings[first..];
        let root = known.iter().any(|r| self.lexicon.root(r.word) != 0);
        let glued = known.is_empty() && token.kind == TokenKind::Word && glue::split(self.lexicon, raw).is_some();
        let info = WordInfo { first: first as u32, count: known.len() as u16, root, glued, cue: self.lexicon.cue(known) };
        self.seen.insert(raw.into(), info);
        info
    }

    fn split_glued(&mut self, text: &str, tokens: &mut Vec<Token>, glued: &mut Vec<(u32, u32)>) {
        let mut at = 0;
        while at < tokens.len() {
            let token = tokens[at];
            let pieces = if self.info(text, &token).glued { glue::split(self.lexicon, token.text(text)) } else { None };
            let Some(pieces) = pieces else {
                at += 1;
                continue;
            };
            glued.push((token.start, token.end));
            let count = pieces.len();
            let parts = pieces.into_iter().map(|r| Token { start: token.start + r.start as u32, end: token.start + r.end as u32, kind: TokenKind::Word });
            tokens.splice(at..=at, parts);
            at += count;
        }
    }

    /// Collects every place where a form that begins at `at` ends. A quotation mark inside a form is passed over.
    fn walk(&self, tokens: &[Token], infos: &[WordInfo], at: usize, first: &Reading, root: u32, ends: &mut Vec<(usize, Reading, Ending, u8, u32)>) {
        if !self.lexicon.ends(root).is_empty() {
            ends.push((at, *first, first.ending, first.after, root));
        }
        if first.ending != Ending::None && !matches!(first.ending, Ending::Accusative) {
            return; // a pronoun closes the phrase
        }
        let (mut node, mut here) = (root, at);
        loop {
            let mut next = here + 1;
            if next < tokens.len() && matches!(tokens[next].kind, TokenKind::Mark('"' | '«' | '»' | '“' | '”')) {
                next += 1;
            }
            if next >= tokens.len() {
                return;
            }
            let step = self.of(infos[next]).iter().filter(|r| r.proclitics.is_none()).find_map(|r| self.lexicon.edge(node, r.word).map(|n| (n, *r)));
            let Some((to, reading)) = step else { return };
            if !self.lexicon.ends(to).is_empty() {
                ends.push((next, *first, reading.ending, reading.after, to));
            }
            if matches!(reading.ending, Ending::Pronoun(_)) {
                return;
            }
            (node, here) = (to, next);
        }
    }

    /// The form that a node means here: guards first, then what was named before.
    fn choose(&self, node: u32, first: Reading, ending: Ending, (at, last): (usize, usize), infos: &[WordInfo], found: &[Match]) -> Option<u32> {
        let before = at.checked_sub(1).map(|i| infos[i]);
        let behind = infos.get(last + 1).copied();
        let mut best: Option<(u8, usize, u32)> = None;
        for &number in self.lexicon.ends(node) {
            let form = &self.lexicon.forms[number as usize];
            if !self.lexicon.allows(form, first.proclitics, ending) {
                continue;
            }
            let mut rank = 1;
            if let Some(guard) = &self.lexicon.guards[form.entry as usize] {
                let is = |info: Option<WordInfo>, list: &[WordId]| info.is_some_and(|i| self.of(i).iter().any(|r| list.contains(&r.word)));
                if is(before, &guard.not_after) || is(behind, &guard.not_before) {
                    continue;
                }
                let needs = !guard.after.is_empty() || !guard.before.is_empty();
                if needs && !is(before, &guard.after) && !is(behind, &guard.before) {
                    continue;
                }
                rank += u8::from(needs);
            }
            let mut recent = 0;
            if form.short {
                match self.named.iter().rposition(|&e| e == form.entry) {
                    Some(i) => recent = i + 1,
                    None if self.follows_title(at, found) => rank = 0,
                    None => continue,
                }
            }
            if best.is_none_or(|(r, n, _)| (rank, recent) > (r, n)) {
                best = Some((rank, recent, number));
            }
        }
        best.map(|(_, _, form)| form)
    }

    fn follows_title(&self, at: usize, found: &[Match]) -> bool {
        found.last().is_some_and(|m| {
            m.last as usize + 1 == at && self.lexicon.entries[self.lexicon.forms[m.form as usize].entry as usize].kind == super::entry::Kind::Title
        })
    }
}
