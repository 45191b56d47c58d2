//! The matcher: which entries stand where in a text.
//!
//! In: the tokens of a text. Out: the longest match at each place, left to right, with the clitics taken off it. A word is taken apart once and remembered; memory stays
//! bounded however long the stream. Where one form belongs to several entries, guards (`when`) decide, then what the article has named before.

mod choose;
mod pool;
mod word;

pub use pool::Pool;

use self::word::{NONE, WordInfo};
use super::cue::Cue;
use super::entry::Kind;
use super::glue;
use super::lexicon::{EntryId, Form, Lexicon, Reading};
use super::memory::Memory;
use super::names;
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::fold::{fold, offset_after};
use crate::arabic::token::{self, Kind as TokenKind, Token};

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

impl Found {
    fn clear(&mut self) {
        let Self { matches, cues, classes, glued } = self;
        matches.clear();
        cues.clear();
        classes.clear();
        glued.clear();
    }
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

/// Slots, outcomes and the nouns of bodies are a layer of their own.
fn is_cue(kind: Kind) -> bool {
    matches!(kind, Kind::Slot | Kind::Outcome | Kind::Body)
}

/// True for a quotation mark.
pub(crate) fn is_quote(kind: TokenKind) -> bool {
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
    /// What the article has named, in text order, and for each entry how many had been named when it was last.
    named: Vec<EntryId>,
    recent: Vec<u32>,
    /// How often something of a country was named.
    homes: Vec<(EntryId, usize)>,
    infos: Vec<WordInfo>,
    ends: Vec<End>,
    /// Room of sentences that nobody needs any more.
    room: Vec<(Vec<Token>, Found)>,
}

impl<'l> Matcher<'l> {
    /// A matcher for this lexicon.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        let (memory, recent) = (Memory::new(WordInfo::UNKNOWN), vec![0; lexicon.entries.len()]);
        let (readings, named, homes, infos, ends, room) = Default::default();
        Self { lexicon, memory, readings, named, recent, homes, infos, ends, room }
    }

    /// Begins a new article: forgets what the last one named.
    pub fn begin(&mut self) {
        for entry in self.named.drain(..) {
            self.recent[entry as usize] = 0;
        }
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
        let mut infos = self.old_infos();
        self.look_up(text, tokens, &mut infos, &mut out.glued);
        self.found(text, tokens, infos, out);
    }

    /// Appends the tokens of `text[start..end]` to `tokens`, which is empty, and finds the entries in them, as [`Matcher::find`] does. A word that was met before is known by its
    /// bytes, and is not read letter by letter.
    pub fn read(&mut self, text: &str, start: usize, end: usize, tokens: &mut Vec<Token>, out: &mut Found) {
        let mut infos = self.old_infos();
        let mut at = start;
        while at < end {
            if text.as_bytes()[at] == b' ' {
                at += 1;
                continue;
            }
            match self.memory.run(text, at).filter(|(stop, info)| *stop <= end && info.has(WordInfo::WORD)) {
                // What ends in ASCII or a comma ends there for the tokenizer, too.
                Some((stop, info)) => {
                    tokens.push(Token { start: at as u32, end: stop as u32, kind: TokenKind::Word });
                    infos.push(*info);
                    at = stop;
                }
                None => {
                    at = token::next_into(text, at, end, tokens);
                    self.look_up(text, tokens, &mut infos, &mut out.glued);
                }
            }
        }
        self.found(text, tokens, infos, out);
    }

    fn old_infos(&mut self) -> Vec<WordInfo> {
        let mut infos = std::mem::take(&mut self.infos);
        infos.clear();
        infos
    }

    /// Finds the entries in tokens that were looked up.
    fn found(&mut self, text: &str, tokens: &[Token], infos: Vec<WordInfo>, out: &mut Found) {
        let mut ends = std::mem::take(&mut self.ends);
        out.classes.extend(infos.iter().map(|i| i.class));
        let mut free = [0, 0];
        for at in 0..tokens.len() {
            let info = infos[at];
            if !info.has(WordInfo::ROOT) || (at < free[0] && at < free[1]) {
                continue;
            }
            let fixed = info.has(WordInfo::PLAIN) && !(info.has(WordInfo::GOES_ON) && self.is_open(info, infos.get(at + 1)));
            if !fixed {
                ends.clear();
                for reading in self.of(info) {
                    let node = self.lexicon.root(reading.word);
                    if node != 0 {
                        self.walk(tokens, &infos, at, reading, node, &mut ends);
                    }
                }
                // Longest first; among equals the reading with the least taken off, which comes first.
                if ends.len() > 1 {
                    ends.sort_by_key(|e| std::cmp::Reverse(e.last));
                }
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
                    // By itself the word is nothing in most layers.
                    let may_be = |end: &&End| end.last > at || info.alone_form[layer] != NONE;
                    ends.iter().filter(may_be).find_map(|end| Some((*end, self.choose(end, at, layer == 1, &infos, list)?)))
                };
                let Some((end, form)) = found else { continue };
                if layer == 0 && self.of_another(text, tokens, at, end.last, form, list) {
                    continue;
                }
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

    /// Whether it takes a look at what stands behind a word to tell what it is: some form goes on from it to the next, or it has several.
    fn is_open(&self, info: WordInfo, next: Option<&WordInfo>) -> bool {
        let Some(next) = next.filter(|n| n.has(WordInfo::INNER | WordInfo::QUOTE)) else { return false };
        let goes_on = |root: u32| {
            let edge = |to: &Reading| to.proclitics.is_none() && self.lexicon.edge(root, to.word).is_some();
            next.has(WordInfo::QUOTE) || self.lexicon.ends(root).len() > 1 || self.of(*next).iter().any(edge)
        };
        self.of(info).iter().any(|from| goes_on(self.lexicon.root(from.word)))
    }

    /// `أحمد عرنوس`, where the glossary has a Hussein of that name: a given name before a surname that is none of the person's.
    fn of_another(&self, text: &str, tokens: &[Token], at: usize, last: usize, form: u32, found: &[Match]) -> bool {
        let Form { entry, short, kind, .. } = self.lexicon.forms[form as usize];
        let free = |at: &usize| found.last().is_none_or(|m| (m.last as usize) < *at);
        // `السفير حسين الأمين`, where nobody of the name was told of: the surname is another's.
        let surname = || tokens.get(at + 1).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text(text));
        let own = |name: &String| name.split_whitespace().any(|word| word == surname());
        if short
            && kind == Kind::Person
            && last == at
            && self.recent[entry as usize] == 0
            && names::known(tokens[at].text(text)).is_some()
            && surname().starts_with("ال")
            && !matches!(surname(), "الذي" | "التي" | "الذين" | "اليوم")
            && !self.lexicon.entries[entry as usize].ar.iter().any(own)
        {
            return true;
        }
        let before = at.checked_sub(1).filter(|_| (short || last == at) && kind == Kind::Person).filter(free);
        before.filter(|&at| tokens[at].kind == TokenKind::Word).is_some_and(|at| {
            let given = tokens[at].text(text);
            let entry = &self.lexicon.entries[entry as usize];
            let own = |name: &String| name.split_whitespace().any(|word| fold(word) == fold(given));
            // ديمتري ميدفيديف, where the entry writes دميتري
            let spelt = |en: &str| entry.en.preferred.split(' ').any(|word| word == en);
            // خلف بيدرسون: he succeeded him
            let verb = !short && matches!(given, "خلف" | "صالح" | "سامح" | "ناصر" | "حافظ" | "رافع" | "نافع" | "أكرم" | "أسعد");
            !verb && names::known(given).is_some_and(|en| !spelt(en)) && !entry.ar.iter().any(own)
        })
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

    #[inline]
    fn info(&mut self, text: &str, token: &Token) -> WordInfo {
        if let Some(info) = self.memory.get(text, token) {
            return *info;
        }
        let info = self.learn(token.text(text), token.kind);
        self.memory.put(text, token, info);
        info
    }

    /// What is known of each token; a token that is several words run together is split in place.
    fn look_up(&mut self, text: &str, tokens: &mut Vec<Token>, infos: &mut Vec<WordInfo>, glued: &mut Vec<(u32, u32)>) {
        while let Some(&token) = tokens.get(infos.len()) {
            let at = infos.len();
            let info = self.info(text, &token);
            let raw = token.text(text);
            let pieces = if info.has(WordInfo::GLUED) { glue::split(self.lexicon, raw, &fold(raw)) } else { None };
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
        while self.lexicon.goes_on(node) {
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
}
