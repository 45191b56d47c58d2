//! Keywords: the role of an entry, its stance and what it takes, side by side for all entries.
//!
//! In: the heads of the entries. Out: the same words, each kept once, so that a rule that asks for one at every match of a text reads two numbers and not the entry, which stays packed.

use rustc_hash::FxHashMap;

use super::{EntryId, Lexicon};
use crate::glossary::entries::Head;
use crate::glossary::entry::Kind;

/// The keywords of all entries.
#[derive(Debug, Default)]
pub(super) struct Keywords {
    /// Every word once; the first is none.
    words: Vec<Box<str>>,
    of: Vec<Of>,
    /// What the entries take, one behind the other.
    takes: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Of {
    kind: Kind,
    role: u32,
    stance: u32,
    /// Where its part of what all take begins and ends.
    takes: (u32, u32),
}

impl Keywords {
    /// The keywords of these entries.
    pub(super) fn of(heads: &[Head]) -> Self {
        let mut it = Self { words: vec!["".into()], ..Self::default() };
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        for head in heads {
            let [role, stance] = [head.role, head.stance].map(|word| word.map_or(0, |word| it.number(word, &mut known)));
            let from = it.takes.len() as u32;
            for word in head.takes.iter() {
                let word = it.number(word, &mut known);
                it.takes.push(word);
            }
            it.of.push(Of { kind: head.kind, role, stance, takes: (from, it.takes.len() as u32) });
        }
        it
    }

    fn number<'w>(&mut self, word: &'w str, known: &mut FxHashMap<&'w str, u32>) -> u32 {
        *known.entry(word).or_insert_with(|| {
            self.words.push(word.into());
            (self.words.len() - 1) as u32
        })
    }

    fn word(&self, number: u32) -> Option<&str> {
        (number > 0).then(|| &*self.words[number as usize])
    }
}

impl Lexicon {
    /// The kind of an entry.
    #[must_use]
    pub fn kind(&self, entry: EntryId) -> Kind {
        self.keywords.of[entry as usize].kind
    }

    /// The role of an entry.
    #[must_use]
    pub fn role(&self, entry: EntryId) -> Option<&str> {
        self.keywords.word(self.keywords.of[entry as usize].role)
    }

    /// The stance of an entry.
    #[must_use]
    pub fn stance(&self, entry: EntryId) -> Option<&str> {
        self.keywords.word(self.keywords.of[entry as usize].stance)
    }

    /// What an entry takes.
    pub fn takes(&self, entry: EntryId) -> impl Iterator<Item = &str> {
        let (from, to) = self.keywords.of[entry as usize].takes;
        self.keywords.takes[from as usize..to as usize].iter().filter_map(|&word| self.keywords.word(word))
    }
}
