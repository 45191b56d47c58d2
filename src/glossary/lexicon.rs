//! The lexicon: the glossary compiled for matching.
//!
//! In: entries. Out: a trie over words. Every word that occurs in any form is interned once; a form is a path of words. A raw word of a text is looked up bare, then with its
//! clitics taken off ([`crate::arabic::clitics`]), so that no proclitic form needs to be listed. Which entry a match means is decided by the matcher.

mod compile;
mod keywords;
mod readings;

use self::compile::Ends;
use self::keywords::Keywords;
use super::cue::Cue;
use super::entries::Entries;
use super::entry::{Entry, Kind};
use super::frames::Frame;
use super::spelling::key;
pub use super::trie::WordId;
use super::trie::{Guard, Trie};
use crate::arabic::clitics::{self, Ending, Proclitics};
use crate::arabic::fold::{SHORT, fold_into, fold_word};
use crate::arabic::inflect::{Shape, Tense};
use crate::arabic::token::{self, Kind as TokenKind};

/// Number of an entry in [`Lexicon::entries`].
pub type EntryId = u32;

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

/// The compiled glossary.
#[derive(Debug)]
pub struct Lexicon {
    /// The entries, in the order of their files and places, later overriding earlier ones of the same id.
    pub entries: Entries,
    /// All forms.
    pub forms: Vec<Form>,
    /// For each entry, what it may do in a report of speech.
    pub frames: Vec<Frame>,
    keywords: Keywords,
    /// For each entry, the outcome that shares its forms.
    outcomes: Vec<Option<EntryId>>,
    trie: Trie,
    ends: Ends,
    cues: Vec<Cue>,
    /// For each entry, what it is affiliated with, and its country, as its file says.
    belongs_to: Vec<[Option<EntryId>; 2]>,
    /// For each entry, the country it belongs to.
    pub(super) homes: Vec<Option<EntryId>>,
    /// For each entry, whether it held offices and the year in which each began is known.
    dated: Vec<bool>,
}

impl Lexicon {
    /// The kind of the entry that a form belongs to.
    #[must_use]
    pub fn kind_of(&self, form: u32) -> Kind {
        self.forms[form as usize].kind
    }

    /// The entry that a form belongs to.
    #[must_use]
    pub fn entry_of(&self, form: u32) -> &Entry {
        &self.entries[self.forms[form as usize].entry as usize]
    }

    /// The entry with this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.number(id).map(|n| &self.entries[n as usize])
    }

    /// The number of the entry with this id.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<EntryId> {
        self.entries.number(id)
    }

    /// What an entry is affiliated with, and its country, as its file says.
    #[must_use]
    pub fn belongs_to(&self, entry: EntryId) -> [Option<EntryId>; 2] {
        self.belongs_to[entry as usize]
    }

    /// True if the entry held offices and the year in which each began is known.
    #[must_use]
    pub fn dated(&self, entry: EntryId) -> bool {
        self.dated[entry as usize]
    }

    /// What the form of `entry` that is written as `text` says beside the entry; `None` if the entry has no such form.
    #[must_use]
    pub fn shape(&self, entry: EntryId, text: &str) -> Option<Shape> {
        self.written_as(text).find(|form| form.entry == entry).map(|form| form.shape)
    }

    /// The forms that are written as `text`, and no more than that, in the order of their entries.
    pub fn written_as(&self, text: &str) -> impl Iterator<Item = &Form> {
        self.node_of(text).map_or(&[][..], |node| self.ends(node)).iter().map(|&form| &self.forms[form as usize])
    }

    /// The node at which the words of `text` end; marks that no form has are passed over.
    fn node_of(&self, text: &str) -> Option<u32> {
        // Most texts are one word.
        if let Some(folded) = fold_word(text, &mut [0; SHORT]) {
            let word = self.word(folded);
            return (word != 0).then(|| self.root(word));
        }
        let mut node = 0;
        for token in token::tokens(text) {
            let word = self.word(&key(token.text(text), token.kind));
            if matches!(token.kind, TokenKind::Mark(_)) && node != 0 && word == 0 {
                continue;
            }
            node = match (word, node) {
                (0, _) => return None,
                (_, 0) => self.root(word),
                _ => self.edge(node, word)?,
            };
        }
        Some(node)
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
        self.single(&key).any(|f| f.kind == Kind::Title)
    }

    /// The known word that folds to `folded`, 0 if there is none.
    #[must_use]
    pub fn word(&self, folded: &[u8]) -> WordId {
        self.trie.word(folded)
    }

    /// True for a word that stands inside some form, not first.
    pub(super) fn inner(&self, word: WordId) -> bool {
        self.trie.inner(word)
    }

    /// True for a word that begins a phrase which hands over to a new speaker (`من جهته`).
    pub(super) fn opens_turn(&self, word: WordId) -> bool {
        let root = self.root(word);
        root != 0 && self.trie.turns.contains(&root)
    }

    /// True for a word that is a number by itself.
    pub(super) fn is_number(&self, word: WordId) -> bool {
        self.ends(self.root(word)).iter().any(|&f| self.forms[f as usize].kind == Kind::Number)
    }

    pub(super) fn root(&self, word: WordId) -> u32 {
        self.trie.root(word)
    }

    pub(super) fn edge(&self, node: u32, word: WordId) -> Option<u32> {
        self.trie.edge(node, word)
    }

    pub(super) fn goes_on(&self, node: u32) -> bool {
        self.trie.goes_on(node)
    }

    /// What an entry needs or refuses beside it.
    pub(super) fn guard(&self, entry: EntryId) -> Option<&Guard> {
        self.trie.guards.get(&entry)
    }

    /// Numbers of the forms that end at a node.
    pub(super) fn ends(&self, node: u32) -> &[u32] {
        self.ends.at(node)
    }
}

/// The segmenter's questions, answered by the glossary.
impl crate::arabic::sentences::Words for Lexicon {
    fn opens_clause(&self, folded: &[u8]) -> bool {
        self.single(folded).any(|form| {
            matches!(form.shape, Shape::Verb { tense: Tense::Perfect, .. })
                || (form.kind == Kind::Connective && self.entries[form.entry as usize].role.is_some())
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
