//! What words may be, kept for the next time they stand in a text: news says the same words again and again.
//!
//! In: a word or a mention, without anything that stands around it. Out: its readings, which follow from it and from the glossary alone.

use std::ops::Deref;
use std::sync::{Arc, RwLock};

use rustc_hash::FxHashMap;

use super::lexicon::Lexicon as English;
use super::node::Node;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Words that are kept before all are forgotten.
const MOST: usize = 1 << 18;

/// What a word or a mention may be. The places of the nodes are counted from its first byte.
#[derive(Clone, Debug)]
pub(super) struct Readings {
    /// Where it begins in the text.
    pub(super) start: u32,
    pub(super) nodes: Arc<[Node]>,
}

impl From<Vec<Node>> for Readings {
    fn from(nodes: Vec<Node>) -> Self {
        Self { start: 0, nodes: nodes.into() }
    }
}

impl Deref for Readings {
    type Target = [Node];

    fn deref(&self) -> &[Node] {
        &self.nodes
    }
}

impl<'a> IntoIterator for &'a Readings {
    type Item = &'a Node;
    type IntoIter = std::slice::Iter<'a, Node>;

    fn into_iter(self) -> Self::IntoIter {
        self.nodes.iter()
    }
}

/// Of which entry words are a mention, from which byte of theirs to which, and whether a word with the article stands behind them.
pub(super) type Mentioned = (EntryId, u32, u32, bool);

/// A glossary, the general lexicon, and what was read by them. Can be shared between threads.
#[derive(Debug)]
pub struct Reader<'g> {
    /// The compiled glossary.
    pub glossary: &'g Lexicon,
    pub(super) english: &'static English,
    known: RwLock<Known>,
}

/// By the words as written: what they may be, as the mention of an entry or as none.
type Known = FxHashMap<Box<str>, Vec<(Option<Mentioned>, Readings)>>;

impl<'g> Reader<'g> {
    /// A reader that has read nothing yet. It costs nothing to make.
    #[must_use]
    pub fn new(glossary: &'g Lexicon) -> Self {
        Self { glossary, english: English::builtin(), known: RwLock::default() }
    }

    /// The readings of these words: those that are known, or made now.
    pub(super) fn readings(&self, words: &str, of: Option<Mentioned>, make: impl FnOnce() -> Vec<Node>) -> Readings {
        let find = |known: &Known| known.get(words)?.iter().find(|(other, _)| *other == of).map(|(_, found)| found.clone());
        if let Some(found) = self.known.read().ok().and_then(|known| find(&known)) {
            return found;
        }
        let made = Readings::from(make());
        if let Ok(mut known) = self.known.write()
            && find(&known).is_none()
        {
            if known.len() >= MOST {
                known.clear();
            }
            known.entry(words.into()).or_default().push((of, made.clone()));
        }
        made
    }
}
