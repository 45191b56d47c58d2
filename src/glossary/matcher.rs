//! The matcher: which entries stand where in a text.
//!
//! In: the tokens of a text. Out: the longest match at each place, left to right, with the clitics taken off it. A word is taken apart once and remembered; memory stays
//! bounded however long the stream. Where one form belongs to several entries, guards (`when`) decide, then what the article has named before.

use std::sync::{Mutex, PoisonError};

use super::cue::Cue;
use super::entry::Kind;
use super::glue;
use super::lexicon::{EntryId, Form, Lexicon, Reading, WordId};
use super::memory::Memory;
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::fold::{fold, offset_after};
use crate::arabic::token::{Kind as TokenKind, Token};

/// Readings remembered before the memory is cleared.
const REMEMBER: usize = 1 << 20;

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

/// What is found in a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Names, terms, verbs: one at each place, left to right.
    pub matches: Vec<Match>,
    /// Slots and outcomes, the same way.
    pub cues: Vec<Match>,
    /// What each token is to the rules for numbers, dates and rounds.
    pub classes: Vec<Cue>,
    /// Places of words that were run together.
    pub glued: Vec<(u32, u32)>,
}

/// A place where a form that began earlier ends.
#[derive(Clone, Copy, Debug)]
struct End {
    last: usize,
    first: Reading,
    ending: Ending,
    after: u8,
    node: u32,
}

/// Slots and outcomes are a layer of their own.
fn is_cue(kind: Kind) -> bool {
    matches!(kind, Kind::Slot | Kind::Outcome)
}

fn is_quote(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Mark('"' | '«' | '»' | '“' | '”'))
}

/// A match with its bytes: clitics are not part of it.
fn place(text: &str, tokens: &[Token], at: usize, end: &End, form: u32) -> Match {
    let (a, b) = (&tokens[at], &tokens[end.last]);
    let start = a.start as usize + offset_after(a.text(text), end.first.before as usize);
    let stop = if end.after == 0 {
        b.end as usize
    } else {
        let raw = b.text(text);
        b.start as usize + offset_after(raw, fold(raw).len() - end.after as usize)
    };
    Match {
        first: at as u32,
        last: end.last as u32,
        start: start as u32,
        end: stop as u32,
        form,
        proclitics: end.first.proclitics,
        ending: end.ending,
    }
}

/// Readings of words, remembered.
#[derive(Debug)]
pub struct Matcher<'l> {
    lexicon: &'l Lexicon,
    memory: Memory<WordInfo>,
    readings: Vec<Reading>,
    named: Vec<EntryId>,
    /// How often something of a country was named.
    homes: Vec<(EntryId, usize)>,
    infos: Vec<WordInfo>,
    ends: Vec<End>,
}

/// What is known of a raw word: 20 bytes, so that the memory of many words stays small.
#[derive(Clone, Copy, Debug)]
struct WordInfo {
    /// Its readings.
    first: u32,
    count: u8,
    flags: u8,
    /// For names and for cues, the reading and the form that the word has by itself, if it has one.
    alone: [u8; 2],
    alone_form: [u32; 2],
    /// What it is to the rules for numbers, dates and rounds.
    class: Cue,
}

/// No form.
const NONE: u32 = u32::MAX;

impl Default for WordInfo {
    fn default() -> Self {
        Self { first: 0, count: 0, flags: 0, alone: [0; 2], alone_form: [NONE; 2], class: Cue::default() }
    }
}

impl WordInfo {
    /// Some reading begins a form.
    const ROOT: u8 = 1;
    /// Several words, run together.
    const GLUED: u8 = 2;
    /// Digits, or a number in words.
    const NUMBER: u8 = 4;
    /// A quotation mark.
    const QUOTE: u8 = 8;
    /// `alone` says what the word means where no form goes on from it: no guard, no short form, nothing counted.
    const PLAIN: u8 = 16;
    /// Some form goes on from it.
    const GOES_ON: u8 = 32;
    /// It may stand inside a form.
    const INNER: u8 = 64;

    fn has(self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

impl<'l> Matcher<'l> {
    /// A matcher for this lexicon.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        let (readings, named, homes, infos, ends) = Default::default();
        Self { lexicon, memory: Memory::new(), readings, named, homes, infos, ends }
    }

    /// Begins a new article: forgets what the last one named.
    pub fn begin(&mut self) {
        self.named.clear();
        self.homes.clear();
        if self.readings.len() > REMEMBER {
            self.memory.clear();
            self.readings.clear();
        }
    }

    /// The lexicon.
    #[must_use]
    pub fn lexicon(&self) -> &'l Lexicon {
        self.lexicon
    }

    /// Finds the entries in `tokens` of `text`; tokens that are several words run together are split in place.
    ///
    /// Slots and outcomes are a layer of their own ([`Found::cues`]): `تم التوصل` is a verb and an outcome at once.
    pub fn find(&mut self, text: &str, tokens: &mut Vec<Token>, out: &mut Found) {
        let mut infos = std::mem::take(&mut self.infos);
        let mut ends = std::mem::take(&mut self.ends);
        infos.clear();
        self.look_up(text, tokens, &mut infos, &mut out.glued);
        out.classes.extend(infos.iter().map(|i| i.class));
        let mut free = [0, 0];
        for at in 0..tokens.len() {
            let info = infos[at];
            if !info.has(WordInfo::ROOT) || (at < free[0] && at < free[1]) {
                continue;
            }
            let goes_on = || infos.get(at + 1).is_some_and(|n| n.has(WordInfo::INNER | WordInfo::QUOTE));
            let fixed = info.has(WordInfo::PLAIN) && !(info.has(WordInfo::GOES_ON) && goes_on());
            if !fixed {
                ends.clear();
                for reading in self.of(info) {
                    let node = self.lexicon.root(reading.word);
                    if node != 0 {
                        self.walk(tokens, &infos, at, reading, node, &mut ends);
                    }
                }
                // Longest first; among equals the reading with the least taken off, which comes first.
                ends.sort_by_key(|e| std::cmp::Reverse(e.last));
            }
            for layer in [0, 1] {
                if at < free[layer] {
                    continue;
                }
                let list = if layer == 0 { &mut out.matches } else { &mut out.cues };
                let found = if fixed {
                    (info.alone_form[layer] != NONE).then(|| {
                        let first = self.of(info)[info.alone[layer] as usize];
                        (End { last: at, first, ending: first.ending, after: first.after, node: 0 }, info.alone_form[layer])
                    })
                } else {
                    ends.iter().find_map(|end| Some((*end, self.choose(end, at, layer == 1, &infos, list)?)))
                };
                let Some((end, form)) = found else { continue };
                list.push(place(text, tokens, at, &end, form));
                free[layer] = end.last + 1;
                let Form { entry, short, .. } = self.lexicon.forms[form as usize];
                if layer == 0 && !short {
                    self.name(entry);
                }
            }
        }
        (self.infos, self.ends) = (infos, ends);
    }

    /// Every entry that some form at some place of `tokens` allows, also inside longer ones: for the guards of entries.
    pub fn every(&mut self, text: &str, tokens: &[Token]) -> Vec<EntryId> {
        let infos: Vec<WordInfo> = tokens.iter().map(|t| self.info(text, t)).collect();
        let (mut ends, mut out): (Vec<End>, Vec<EntryId>) = (Vec::new(), Vec::new());
        for at in 0..tokens.len() {
            for reading in self.of(infos[at]) {
                let node = self.lexicon.root(reading.word);
                if node != 0 {
                    ends.clear();
                    self.walk(tokens, &infos, at, reading, node, &mut ends);
                    let forms = ends.iter().flat_map(|end| [false, true].map(|cues| self.choose(end, at, cues, &infos, &[])));
                    out.extend(forms.flatten().map(|f| self.lexicon.forms[f as usize].entry));
                }
            }
        }
        out
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
        match self.memory.get(text, token) {
            Ok(info) => info,
            Err(place) => {
                let info = self.learn(token.text(text), token.kind);
                self.memory.put(place, token.text(text), info);
                info
            }
        }
    }

    fn learn(&mut self, raw: &str, kind: TokenKind) -> WordInfo {
        let first = self.readings.len();
        self.lexicon.readings(raw, kind, &mut self.readings);
        self.readings.truncate(first + usize::from(u8::MAX));
        let known = &self.readings[first..];
        let node = |r: &Reading| self.lexicon.root(r.word);
        let root = known.iter().any(|r| node(r) != 0);
        let form = |f: &u32| &self.lexicon.forms[*f as usize];
        let nodes = || known.iter().map(node).filter(|&n| n != 0);
        let plain = |f: &u32| !form(f).guarded && !form(f).short && form(f).kind != Kind::Unit;
        let flag = |is: bool, flag: u8| if is { flag } else { 0 };
        let flags = flag(root, WordInfo::ROOT)
            | flag(known.is_empty() && kind == TokenKind::Word && glue::split(self.lexicon, raw).is_some(), WordInfo::GLUED)
            | flag(kind == TokenKind::Number || known.iter().any(|r| self.lexicon.is_number(r.word)), WordInfo::NUMBER)
            | flag(is_quote(kind), WordInfo::QUOTE)
            | flag(nodes().all(|n| self.lexicon.ends(n).iter().all(plain)), WordInfo::PLAIN)
            | flag(nodes().any(|n| self.lexicon.goes_on(n)), WordInfo::GOES_ON)
            | flag(known.iter().any(|r| r.proclitics.is_none() && self.lexicon.inner(r.word)), WordInfo::INNER);
        let mut info = WordInfo {
            first: first as u32,
            count: known.len() as u8,
            flags,
            class: self.lexicon.cue(known),
            ..WordInfo::default()
        };
        for layer in [0, 1] {
            let alone = known.iter().enumerate().find_map(|(i, r)| {
                let fits =
                    |f: &&u32| is_cue(form(f).kind) == (layer == 1) && self.lexicon.allows(form(f), r.proclitics, r.ending);
                self.lexicon.ends(node(r)).iter().find(fits).map(|&f| (i as u8, f))
            });
            if let Some((reading, form)) = alone {
                (info.alone[layer], info.alone_form[layer]) = (reading, form);
            }
        }
        info
    }

    /// What is known of each token; a token that is several words run together is split in place.
    fn look_up(&mut self, text: &str, tokens: &mut Vec<Token>, infos: &mut Vec<WordInfo>, glued: &mut Vec<(u32, u32)>) {
        while let Some(&token) = tokens.get(infos.len()) {
            let at = infos.len();
            let info = self.info(text, &token);
            let pieces = if info.has(WordInfo::GLUED) { glue::split(self.lexicon, token.text(text)) } else { None };
            let Some(pieces) = pieces else {
                infos.push(info);
                continue;
            };
            glued.push((token.start, token.end));
            let parts = pieces.into_iter().map(|r| Token {
                start: token.start + r.start as u32,
                end: token.start + r.end as u32,
                kind: TokenKind::Word,
            });
            let parts: Vec<Token> = parts.collect();
            infos.extend(parts.iter().map(|part| self.info(text, part)));
            tokens.splice(at..=at, parts);
        }
    }

    /// Collects every place where a form that begins at `at` ends. A quotation mark inside a form is passed over.
    fn walk(&self, tokens: &[Token], infos: &[WordInfo], at: usize, first: &Reading, root: u32, ends: &mut Vec<End>) {
        if !self.lexicon.ends(root).is_empty() {
            ends.push(End { last: at, first: *first, ending: first.ending, after: first.after, node: root });
        }
        if first.ending != Ending::None && !matches!(first.ending, Ending::Accusative) {
            return; // a pronoun closes the phrase
        }
        let (mut node, mut here) = (root, at);
        loop {
            let mut next = here + 1;
            if next < tokens.len() && is_quote(tokens[next].kind) {
                next += 1;
            }
            if next >= tokens.len() {
                return;
            }
            let step = self
                .of(infos[next])
                .iter()
                .filter(|r| r.proclitics.is_none())
                .find_map(|r| self.lexicon.edge(node, r.word).map(|n| (n, *r)));
            let Some((to, reading)) = step else { return };
            if !self.lexicon.ends(to).is_empty() {
                ends.push(End { last: next, first: *first, ending: reading.ending, after: reading.after, node: to });
            }
            if matches!(reading.ending, Ending::Pronoun(_)) {
                return;
            }
            (node, here) = (to, next);
        }
    }

    fn name(&mut self, entry: EntryId) {
        self.named.push(entry);
        if let Some(home) = self.lexicon.homes[entry as usize] {
            match self.homes.iter_mut().find(|(h, _)| *h == home) {
                Some((_, count)) => *count += 1,
                None => self.homes.push((home, 1)),
            }
        }
    }

    /// How often the country of a party was named, if no other was named more often: `وفد الحكومة` is that of the country the article is about.
    fn at_home(&self, entry: EntryId, kind: Kind) -> usize {
        let Some(home) = self.lexicon.homes[entry as usize].filter(|_| matches!(kind, Kind::Party | Kind::Organization)) else {
            return 0;
        };
        let count = self.homes.iter().find(|(h, _)| *h == home).map_or(0, |h| h.1);
        if self.homes.iter().all(|h| h.1 <= count) { count } else { 0 }
    }

    /// The form that an end means here, in one of the two layers: guards first, then the country the article is about, then what was named last.
    fn choose(&self, end: &End, at: usize, cues: bool, infos: &[WordInfo], found: &[Match]) -> Option<u32> {
        // A quotation mark is no neighbour.
        let before = infos[..at].iter().rev().find(|i| !i.has(WordInfo::QUOTE)).copied();
        let behind = infos[end.last + 1..].iter().find(|i| !i.has(WordInfo::QUOTE)).copied();
        let mut best: Option<((u8, usize, usize), u32)> = None;
        for &number in self.lexicon.ends(end.node) {
            let form = &self.lexicon.forms[number as usize];
            let kind = form.kind;
            if is_cue(kind) != cues || !self.lexicon.allows(form, end.first.proclitics, end.ending) {
                continue;
            }
            // What is counted stands behind a number; elsewhere the same word is a term or a title.
            let mut rank = match kind {
                Kind::Unit if before.is_some_and(|b| b.has(WordInfo::NUMBER)) => 3,
                Kind::Unit => 0,
                _ => 1,
            };
            if form.guarded
                && let Some(guard) = &self.lexicon.guards[form.entry as usize]
            {
                let is = |info: Option<WordInfo>, list: &[WordId]| {
                    info.is_some_and(|i| self.of(i).iter().any(|r| list.contains(&r.word)))
                };
                if is(before, &guard.not_after) || is(behind, &guard.not_before) {
                    continue;
                }
                let needs = !guard.after.is_empty() || !guard.before.is_empty();
                if needs && !is(before, &guard.after) && !is(behind, &guard.before) {
                    continue;
                }
                rank += u8::from(needs);
            }
            let (mut recent, home) = (0, self.at_home(form.entry, kind));
            if form.short {
                match self.named.iter().rposition(|&e| e == form.entry) {
                    Some(i) => recent = i + 1,
                    None if home > 0 => {}
                    None if kind == Kind::Person && self.follows_title(at, found) => rank = 0,
                    None => continue,
                }
            }
            if best.is_none_or(|(most, _)| (rank, home, recent) > most) {
                best = Some(((rank, home, recent), number));
            }
        }
        best.map(|(_, form)| form)
    }

    fn follows_title(&self, at: usize, found: &[Match]) -> bool {
        found.last().is_some_and(|m| m.last as usize + 1 == at && self.lexicon.forms[m.form as usize].kind == Kind::Title)
    }
}

/// Matchers for several threads: what one has learned of words is kept for the next article.
#[derive(Debug)]
pub struct Pool<'l> {
    lexicon: &'l Lexicon,
    idle: Mutex<Vec<Matcher<'l>>>,
}

impl<'l> Pool<'l> {
    /// An empty pool.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, idle: Mutex::default() }
    }

    /// Runs `work` with a matcher that no other thread uses.
    pub fn with<T>(&self, work: impl FnOnce(&mut Matcher<'l>) -> T) -> T {
        let lock = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let mut matcher = lock().pop().unwrap_or_else(|| Matcher::new(self.lexicon));
        let result = work(&mut matcher);
        lock().push(matcher);
        result
    }
}
