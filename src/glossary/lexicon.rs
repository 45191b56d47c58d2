//! The lexicon: the glossary compiled for matching.
//!
//! In: entries. Out: a trie over words. Every word that occurs in any form is interned once; a form is a path of words. A raw word of a text is looked up bare, then with its
//! clitics taken off ([`crate::arabic::clitics`]), so that no proclitic form needs to be listed. Which entry a match means is decided by the matcher.

mod compile;
mod readings;
mod sieve;

use rustc_hash::FxHashMap;

use self::compile::Ends;
use self::sieve::Sieve;
use super::cue::Cue;
use super::entry::{Entry, Kind};
use super::frames::Frame;
use super::spelling::key;
use crate::arabic::clitics::{self, Ending, Proclitics};
use crate::arabic::fold::fold_into;
use crate::arabic::inflect::{Shape, Tense};
use crate::arabic::token::{self, Kind as TokenKind};

/// Number of an entry in [`Lexicon::entries`].
pub type EntryId = u32;
/// Number of an interned word; 0 is no word.
pub type WordId = u32;

/// One Arabic form of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its entry.
    pub entry: EntryId,
    /// What it says beside the entry's lemma.
    pub shape: Shape,
    /// True for a form that counts only after the entry was named in full.
    pub short: bool,
    /// Kind of its entry.
    pub kind: Kind,
    /// True if its entry needs or refuses neighbours.
    pub(super) guarded: bool,
    /// True for a particle, which only و and ف are written onto.
    particle: bool,
}

/// One way to read a raw word as a known one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The known word.
    pub word: WordId,
    /// Proclitics taken off.
    pub proclitics: Proclitics,
    /// Folded letters before the stem.
    pub before: u8,
    /// What was taken off the end.
    pub ending: Ending,
    /// Folded letters after the stem.
    pub after: u8,
}

/// Neighbours that an entry needs or refuses, as word ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Guard {
    pub(super) after: Vec<WordId>,
    pub(super) before: Vec<WordId>,
    pub(super) not_after: Vec<WordId>,
    pub(super) not_before: Vec<WordId>,
}

/// The compiled glossary.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The entries, in the order of their files and places, later overriding earlier ones of the same id.
    pub entries: Vec<Entry>,
    /// All forms.
    pub forms: Vec<Form>,
    /// For each entry, what it may do in a report of speech.
    pub frames: Vec<Frame>,
    /// For each entry, the outcome that shares its forms.
    outcomes: Vec<Option<EntryId>>,
    pub(super) guards: Vec<Option<Guard>>,
    ids: FxHashMap<String, EntryId>,
    words: FxHashMap<Box<[u8]>, WordId>,
    sieve: Sieve,
    /// For each word, whether it stands inside a form, not first.
    inner: Vec<bool>,
    /// For each word, whether all forms write it with آ: then it is not what is written with إ (`آلية` is not `إليه`).
    madda: Vec<Madda>,
    edges: FxHashMap<(u32, WordId), u32>,
    ends: Ends,
    /// For each node, whether a form goes on from it.
    goes_on: Vec<bool>,
    roots: Vec<u32>,
    turns: Vec<u32>,
    cues: Vec<Cue>,
    kinds: Vec<Kind>,
    /// For each entry, the country it belongs to.
    pub(super) homes: Vec<Option<EntryId>>,
}

impl Lexicon {
    /// The kind of the entry that a form belongs to.
    #[must_use]
    pub fn kind_of(&self, form: u32) -> Kind {
        self.kinds[self.forms[form as usize].entry as usize]
    }

    /// The entry that a form belongs to.
    #[must_use]
    pub fn entry_of(&self, form: u32) -> &Entry {
        &self.entries[self.forms[form as usize].entry as usize]
    }

    /// The entry with this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.ids.get(id).map(|&n| &self.entries[n as usize])
    }

    /// The number of the entry with this id.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<EntryId> {
        self.ids.get(id).copied()
    }

    /// What the form of `entry` that is written as `text` says beside the entry; `None` if the entry has no such form.
    #[must_use]
    pub fn shape(&self, entry: EntryId, text: &str) -> Option<Shape> {
        let mut node = 0;
        for token in token::tokens(text) {
            if matches!(token.kind, TokenKind::Mark(_))
                && node != 0
                && !self.words.contains_key(key(token.text(text), token.kind).as_slice())
            {
                continue;
            }
            let word = self.word(&key(token.text(text), token.kind));
            node = match (word, node) {
                (0, _) => return None,
                (_, 0) => self.root(word),
                _ => self.edge(node, word)?,
            };
        }
        self.ends(node).iter().map(|&f| &self.forms[f as usize]).find(|f| f.entry == entry).map(|f| f.shape)
    }

    /// The outcome that shares its forms with a verb.
    #[must_use]
    pub fn outcome_of(&self, verb: EntryId) -> Option<EntryId> {
        self.outcomes[verb as usize]
    }

    /// True for a word that is an office by itself, with or without its article (`الرئيس`).
    #[must_use]
    pub fn is_title(&self, raw: &str) -> bool {
        let bare = raw.strip_prefix("ال").unwrap_or(raw);
        let mut key = Vec::with_capacity(bare.len());
        fold_into(bare, &mut key);
        self.single(&key).any(|f| self.entries[f.entry as usize].kind == Kind::Title)
    }

    /// The known word that folds to `folded`, 0 if there is none.
    #[must_use]
    pub fn word(&self, folded: &[u8]) -> WordId {
        if !self.sieve.may_have(folded) {
            return 0;
        }
        self.words.get(folded).copied().unwrap_or(0)
    }

    /// True for a word that stands inside some form, not first.
    pub(super) fn inner(&self, word: WordId) -> bool {
        self.inner[word as usize]
    }

    /// True for a word that begins a phrase which hands over to a new speaker (`من جهته`).
    pub(super) fn opens_turn(&self, word: WordId) -> bool {
        let root = self.root(word);
        root != 0 && self.turns.contains(&root)
    }

    /// True for a word that is a number by itself.
    pub(super) fn is_number(&self, word: WordId) -> bool {
        self.ends(self.root(word)).iter().any(|&f| self.forms[f as usize].kind == Kind::Number)
    }

    pub(super) fn root(&self, word: WordId) -> u32 {
        self.roots[word as usize]
    }

    pub(super) fn edge(&self, node: u32, word: WordId) -> Option<u32> {
        self.edges.get(&(node, word)).copied()
    }

    pub(super) fn goes_on(&self, node: u32) -> bool {
        self.goes_on[node as usize]
    }

    /// Numbers of the forms that end at a node.
    pub(super) fn ends(&self, node: u32) -> &[u32] {
        self.ends.of(node)
    }
}

/// How the forms write a word's alef.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Madda {
    /// It stands in no form.
    Unknown,
    /// Always with آ.
    Always,
    /// With another letter, or both ways.
    Mixed,
}

/// The segmenter's questions, answered by the glossary.
impl crate::arabic::sentences::Words for Lexicon {
    fn opens_clause(&self, folded: &[u8]) -> bool {
        self.single(folded).any(|form| {
            let entry = &self.entries[form.entry as usize];
            matches!(form.shape, Shape::Verb { tense: Tense::Perfect, .. })
                || (entry.kind == Kind::Connective && entry.role.is_some())
        }) || self.opens_turn(self.word(folded))
    }

    fn known(&self, folded: &[u8]) -> bool {
        let mut known = false;
        clitics::cuts(folded, false, |cut| {
            known = self.single(cut.stem).any(|form| self.allows(form, cut.proclitics, cut.ending))
                || self.opens_turn(self.word(cut.stem));
            !known
        });
        known
    }
}

impl Lexicon {
    /// The forms that are this one word and no more.
    fn single(&self, folded: &[u8]) -> impl Iterator<Item = &Form> {
        let word = self.word(folded);
        let root = if word == 0 { 0 } else { self.root(word) };
        self.ends(root).iter().map(|&f| &self.forms[f as usize])
    }
}
