//! What is known of a raw word, and how it is learned.

use super::{Matcher, is_cue, is_quote};
use crate::arabic::fold::{SHORT, fold_word};
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Cue, Is};
use crate::glossary::entry::Kind;
use crate::glossary::glue;
use crate::glossary::lexicon::Reading;
use crate::glossary::particle::Particle;
use crate::glossary::sign::Signs;
use crate::glossary::spelling::key;

/// What is known of a raw word: 20 bytes, so that the memory of many words stays small.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct WordInfo {
    /// Its readings.
    pub(super) first: u32,
    pub(super) count: u8,
    pub(super) flags: u8,
    /// For names and for cues, the reading and the form that the word has by itself, if it has one.
    pub(super) alone: [u8; 2],
    pub(super) alone_form: [u32; 2],
    /// What it is to the rules for numbers, dates and rounds.
    pub(super) class: Cue,
}

/// No form.
pub(super) const NONE: u32 = u32::MAX;

impl WordInfo {
    /// What is known of a word that no form has: nothing.
    pub(super) const UNKNOWN: Self = Self {
        first: 0,
        count: 0,
        flags: Self::WORD | Self::PLAIN,
        alone: [0; 2],
        alone_form: [NONE; 2],
        class: Cue::new(Is::Nothing, 0),
    };
    /// Some reading begins a form.
    pub(super) const ROOT: u8 = 1;
    /// Several words, run together.
    pub(super) const GLUED: u8 = 2;
    /// Digits, or a number in words.
    pub(super) const NUMBER: u8 = 4;
    /// A quotation mark.
    pub(super) const QUOTE: u8 = 8;
    /// `alone` says what the word means where no form goes on from it: no guard, no short form, nothing counted.
    pub(super) const PLAIN: u8 = 16;
    /// Some form goes on from it.
    pub(super) const GOES_ON: u8 = 32;
    /// It may stand inside a form.
    pub(super) const INNER: u8 = 64;
    /// A word, and one by itself: no mark, no number, and not several run together.
    pub(super) const WORD: u8 = 128;

    pub(super) fn has(self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

impl Matcher<'_> {
    #[cold]
    pub(super) fn learn(&mut self, raw: &str, kind: TokenKind) -> WordInfo {
        let (mut short, long);
        short = [0; SHORT];
        let folded = match fold_word(raw, &mut short) {
            Some(folded) => folded,
            None => {
                long = key(raw, kind);
                &long
            }
        };
        let first = self.readings.len();
        self.lexicon.readings(raw, folded, kind, &mut self.readings);
        self.readings.truncate(first + usize::from(u8::MAX));
        let known = &self.readings[first..];
        let flag = |is: bool, flag: u8| if is { flag } else { 0 };
        let particle = if kind == TokenKind::Word { Particle::of(raw, folded) } else { Particle::None };
        let signs = if kind == TokenKind::Word { Signs::of(raw, folded) } else { Signs::NONE };
        let by_kind = flag(kind == TokenKind::Number, WordInfo::NUMBER) | flag(is_quote(kind), WordInfo::QUOTE);
        if known.is_empty() {
            // Words without readings are all alike, but for those that are several run together.
            let glued = kind == TokenKind::Word && glue::split(self.lexicon, raw, folded).is_some();
            let word = flag(glued, WordInfo::GLUED) | flag(kind == TokenKind::Word && !glued, WordInfo::WORD);
            let class = Cue { particle, signs, ..Cue::default() };
            return WordInfo { flags: by_kind | word | WordInfo::PLAIN, class, ..WordInfo::UNKNOWN };
        }
        let node = |r: &Reading| self.lexicon.root(r.word);
        let root = known.iter().any(|r| node(r) != 0);
        let form = |f: &u32| &self.lexicon.forms[*f as usize];
        let nodes = || known.iter().map(node).filter(|&n| n != 0);
        let plain = |f: &u32| !form(f).guarded && !form(f).short && form(f).kind != Kind::Unit;
        let flags = by_kind
            | flag(root, WordInfo::ROOT)
            | flag(kind == TokenKind::Word, WordInfo::WORD)
            | flag(known.iter().any(|r| self.lexicon.is_number(r.word)), WordInfo::NUMBER)
            | flag(nodes().all(|n| self.lexicon.ends(n).iter().all(plain)), WordInfo::PLAIN)
            | flag(nodes().any(|n| self.lexicon.goes_on(n)), WordInfo::GOES_ON)
            | flag(known.iter().any(|r| r.proclitics.is_none() && self.lexicon.inner(r.word)), WordInfo::INNER);
        let mut class = Cue { particle, signs, ..self.lexicon.cue(known) };
        // لدوره في الاتفاق: his part in it, no session
        if class.is == Is::Meeting && raw.ends_with("دوره") {
            class.is = Is::Nothing;
        }
        let mut info = WordInfo { first: first as u32, count: known.len() as u8, flags, class, ..WordInfo::UNKNOWN };
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
}
