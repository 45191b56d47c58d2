//! The trie: every word that occurs in any form interned once, and a form as a path of words.
//!
//! In: forms, spelled. Out: nodes and edges, and the form that ends at each node. `build.rs` makes the trie of what is built in and writes it as bytes, so that a start only reads
//! it; the forms of a workspace are added to it.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::sieve::Sieve;
use super::spelling::{self, Spelling, Word, key};
use super::words::Words;
use crate::arabic::inflect::Shape;
use crate::arabic::token;

/// Number of an interned word; 0 is no word.
pub type WordId = u32;

/// The words, the nodes and the forms.
#[derive(Debug, PartialEq)]
pub(crate) struct Trie {
    words: Words,
    sieve: Sieve,
    /// For each word, the node of the forms that begin with it; 0 if none does.
    roots: Vec<u32>,
    /// For each word, whether it stands inside a form, not first.
    inner: Vec<bool>,
    /// For each word, whether all forms write it with آ: then it is not what is written with إ (`آلية` is not `إليه`).
    madda: Vec<Madda>,
    edges: FxHashMap<(u32, WordId), u32>,
    /// For each node, whether a form goes on from it.
    goes_on: Vec<bool>,
    /// For each node, the last form that was added there, from 1.
    last: Vec<u32>,
    /// All forms, in the order in which they were added.
    pub(crate) leaves: Vec<Leaf>,
    /// By entry, the neighbours that it needs or refuses.
    pub(crate) guards: FxHashMap<u32, Guard>,
    /// The nodes of words that begin a phrase which hands over to a new speaker.
    pub(crate) turns: Vec<u32>,
}

/// Where a form ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    /// Number of its entry.
    pub(crate) entry: u32,
    /// What it says beside the entry's lemma.
    pub(crate) shape: Shape,
    /// True for a form that counts only after the entry was named in full.
    pub(crate) short: bool,
    pub(crate) node: u32,
    /// The form before it at the same node, from 1.
    before: u32,
}

/// Neighbours that an entry needs or refuses, as words: after, before, not after, not before.
pub(crate) type Guard = [Vec<WordId>; 5];

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

impl Default for Trie {
    /// Word 0 is no word, and node 0 no node.
    fn default() -> Self {
        Self {
            words: Words::default(),
            sieve: Sieve::default(),
            roots: vec![0],
            inner: vec![false],
            madda: vec![Madda::Unknown],
            edges: FxHashMap::default(),
            goes_on: vec![false],
            last: vec![0],
            leaves: Vec::new(),
            guards: FxHashMap::default(),
            turns: Vec::new(),
        }
    }
}

impl Trie {
    /// The known word that folds to `folded`, 0 if there is none.
    pub(crate) fn word(&self, folded: &[u8]) -> WordId {
        if self.sieve.may_have(folded) { self.words.get(folded).unwrap_or(0) } else { 0 }
    }

    pub(crate) fn root(&self, word: WordId) -> u32 {
        self.roots[word as usize]
    }

    pub(crate) fn inner(&self, word: WordId) -> bool {
        self.inner[word as usize]
    }

    /// True for a word that all forms write with آ.
    pub(crate) fn always_madda(&self, word: WordId) -> bool {
        self.madda[word as usize] == Madda::Always
    }

    pub(crate) fn edge(&self, node: u32, word: WordId) -> Option<u32> {
        self.edges.get(&(node, word)).copied()
    }

    pub(crate) fn goes_on(&self, node: u32) -> bool {
        self.goes_on[node as usize]
    }

    /// How many nodes there are.
    pub(crate) fn nodes(&self) -> usize {
        self.goes_on.len()
    }

    pub(crate) fn intern(&mut self, key: &[u8]) -> WordId {
        if let Some(id) = self.words.get(key) {
            return id;
        }
        let id = self.roots.len() as WordId;
        self.sieve.add(key);
        self.words.insert(Cow::Owned(key.to_vec()), id);
        self.roots.push(0);
        self.inner.push(false);
        self.madda.push(Madda::Unknown);
        id
    }

    /// Adds an entry: its forms, spelled, the forms that hand over to a new speaker, and the neighbours that it needs or refuses.
    pub(crate) fn add(&mut self, entry: u32, spelled: &[u8], turns: &[String], when: Option<[&[String]; 5]>) {
        spelling::spellings(spelled).for_each(|form| self.add_form(form, entry));
        let first = |text: &String| token::tokens(text).first().map(|t| key(t.text(text), t.kind));
        for word in turns.iter().filter_map(first) {
            self.turns.push(self.root(self.word(&word)));
        }
        if let Some(lists) = when {
            let words = lists.map(|list| list.iter().filter_map(first).map(|word| self.intern(&word)).collect());
            self.guards.insert(entry, words);
        }
    }

    /// Adds a form of an entry by its words.
    fn add_form(&mut self, spelling: Spelling, entry: u32) {
        let mut node = 0;
        for Word { folded, madda: with_madda } in spelling.words() {
            let word = self.intern(folded);
            let madda = &mut self.madda[word as usize];
            *madda = match (*madda, with_madda) {
                (Madda::Unknown | Madda::Always, true) => Madda::Always,
                _ => Madda::Mixed,
            };
            let next = self.goes_on.len() as u32;
            node = if node == 0 {
                let root = &mut self.roots[word as usize];
                if *root == 0 {
                    *root = next;
                }
                *root
            } else {
                self.goes_on[node as usize] = true;
                self.inner[word as usize] = true;
                *self.edges.entry((node, word)).or_insert(next)
            };
            if node == next {
                self.goes_on.push(false);
                self.last.push(0);
            }
        }
        if node == 0 || self.at(node).any(|leaf| leaf.entry == entry) {
            return;
        }
        self.push(Leaf { entry, shape: spelling.shape, short: spelling.short, node, before: 0 });
    }

    fn push(&mut self, leaf: Leaf) {
        let last = &mut self.last[leaf.node as usize];
        self.leaves.push(Leaf { before: *last, ..leaf });
        *last = self.leaves.len() as u32;
    }

    /// The forms that end at a node, the last one first.
    fn at(&self, node: u32) -> impl Iterator<Item = &Leaf> {
        let leaf = |number: u32| self.leaves.get((number as usize).wrapping_sub(1));
        std::iter::successors(leaf(self.last[node as usize]), move |l| leaf(l.before))
    }
}

/// As bytes: numbers of four bytes, the lowest first.
impl Trie {
    /// What [`Trie::read`] reads.
    #[allow(dead_code, reason = "build.rs calls it")]
    pub(crate) fn write(&self) -> Vec<u8> {
        let words = self.words.all();
        let mut edges: Vec<[u32; 3]> = self.edges.iter().map(|(&(node, word), &to)| [to, node, word]).collect();
        edges.sort();
        let mut guards: Vec<(u32, &Guard)> = self.guards.iter().map(|(&entry, guard)| (entry, guard)).collect();
        guards.sort_by_key(|&(entry, _)| entry);
        let mut out = Vec::new();
        let number = |out: &mut Vec<u8>, n: usize| out.extend((n as u32).to_le_bytes());
        let numbers = |out: &mut Vec<u8>, list: &[u32]| {
            number(out, list.len());
            list.iter().for_each(|n| out.extend(n.to_le_bytes()));
        };
        number(&mut out, self.goes_on.len());
        number(&mut out, words.len());
        for (word, id) in words {
            out.extend(self.roots[id as usize].to_le_bytes());
            out.extend([self.madda[id as usize] as u8, word.len() as u8]);
            out.extend(&word);
        }
        number(&mut out, edges.len());
        edges.iter().flatten().for_each(|n| out.extend(n.to_le_bytes()));
        number(&mut out, self.leaves.len());
        for leaf in &self.leaves {
            out.extend(leaf.node.to_le_bytes());
            out.extend(leaf.entry.to_le_bytes());
            out.extend([spelling::shape_number(leaf.shape), u8::from(leaf.short)]);
        }
        number(&mut out, guards.len());
        for (entry, guard) in guards {
            out.extend(entry.to_le_bytes());
            guard.iter().for_each(|list| numbers(&mut out, list));
        }
        numbers(&mut out, &self.turns);
        out
    }

    /// Reads what [`Trie::write`] wrote; `None` if it is anything else.
    pub(crate) fn read(bytes: &'static [u8]) -> Option<Self> {
        let mut rest = bytes;
        let rest = &mut rest;
        let mut it = Self::default();
        let nodes = number(rest)? as usize;
        it.goes_on = vec![false; nodes];
        it.last = vec![0; nodes];
        let words = number(rest)? as usize;
        it.words.reserve(words);
        it.roots.reserve(words);
        it.inner = vec![false; words + 1];
        it.madda.reserve(words);
        for _ in 0..words {
            let root = number(rest)?;
            let [madda, length] = array(rest)?;
            let word = take(rest, usize::from(length))?;
            let id = it.roots.len() as WordId;
            it.sieve.add(word);
            it.words.insert(Cow::Borrowed(word), id);
            it.roots.push(root);
            it.madda.push(*[Madda::Unknown, Madda::Always, Madda::Mixed].get(usize::from(madda))?);
        }
        let edges = number(rest)? as usize;
        it.edges.reserve(edges);
        for _ in 0..edges {
            let [to, node, word] = [number(rest)?, number(rest)?, number(rest)?];
            *it.goes_on.get_mut(node as usize)? = true;
            *it.inner.get_mut(word as usize)? = true;
            it.edges.insert((node, word), to);
        }
        let leaves = number(rest)? as usize;
        it.leaves.reserve(leaves);
        for _ in 0..leaves {
            let (node, entry) = (number(rest)?, number(rest)?);
            let [shape, short] = array(rest)?;
            it.push(Leaf { entry, shape: spelling::shape(shape)?, short: short == 1, node, before: 0 });
        }
        for _ in 0..number(rest)? {
            let entry = number(rest)?;
            it.guards.insert(entry, [numbers(rest)?, numbers(rest)?, numbers(rest)?, numbers(rest)?, numbers(rest)?]);
        }
        it.turns = numbers(rest)?;
        Some(it)
    }
}

fn take(rest: &mut &'static [u8], length: usize) -> Option<&'static [u8]> {
    let (taken, behind) = rest.split_at_checked(length)?;
    *rest = behind;
    Some(taken)
}

fn array<const N: usize>(rest: &mut &'static [u8]) -> Option<[u8; N]> {
    let (taken, behind) = rest.split_first_chunk::<N>()?;
    *rest = behind;
    Some(*taken)
}

fn number(rest: &mut &'static [u8]) -> Option<u32> {
    array(rest).map(u32::from_le_bytes)
}

fn numbers(rest: &mut &'static [u8]) -> Option<Vec<u32>> {
    (0..number(rest)?).map(|_| number(rest)).collect()
}
