//! Compiling: entries in, the lexicon's tables out.

use super::keywords::Keywords;
use super::{EntryId, Form, Lexicon};
use crate::glossary::cue::{self, Cue};
use crate::glossary::entries::{Entries, Head};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Frame;
use crate::glossary::trie::{Leaf, Trie};

/// What [`Trie::write`] wrote of all that is built in.
const TRIE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/trie.bin"));

impl Lexicon {
    /// Compiles entries.
    #[must_use]
    pub fn new(entries: impl Into<Entries>) -> Self {
        let entries = entries.into();
        let heads: Vec<Head> = entries.heads().collect();
        let trie = trie(&entries, &heads);
        let particle: Vec<bool> = heads.iter().map(is_particle).collect();
        let form = |leaf: &Leaf| {
            let head = &heads[leaf.entry as usize];
            let (entry, shape, short, kind, guarded) = (leaf.entry, leaf.shape, leaf.short, head.kind, head.guarded);
            Form { entry, shape, short, kind, guarded, particle: particle[entry as usize] }
        };
        let number = |id: Option<&str>| id.and_then(|id| entries.number(id));
        let belongs_to: Vec<_> = heads.iter().map(|head| [number(head.affiliation), number(head.country)]).collect();
        let kinds: Vec<Kind> = heads.iter().map(|head| head.kind).collect();
        let mut outcomes = vec![None; heads.len()];
        for (n, head) in heads.iter().enumerate().filter(|(_, head)| head.kind == Kind::Outcome) {
            for verb in head.homograph_of.iter().filter_map(|id| entries.number(id)) {
                outcomes[verb as usize].get_or_insert(n as EntryId);
            }
        }
        let mut it = Self {
            ends: Ends::of(&trie),
            forms: trie.leaves.iter().map(form).collect(),
            trie,
            frames: heads.iter().map(Frame::of).collect(),
            keywords: Keywords::of(&heads),
            homes: (0..heads.len() as EntryId).map(|n| home(n, &kinds, &belongs_to)).collect(),
            outcomes,
            cues: Vec::new(),
            dated: heads.iter().map(|head| head.dated).collect(),
            belongs_to,
            entries: Entries::default(),
        };
        // What single words are to the rules for numbers, dates and rounds. The grammar's words win over the glossary's.
        for (word, cue) in heads.iter().flat_map(cue::of_entry).chain(cue::grammar()) {
            it.add_cue(&word, cue);
        }
        drop(heads);
        it.entries = entries;
        it
    }

    fn add_cue(&mut self, word: &[u8], cue: Cue) {
        let id = self.trie.intern(word) as usize;
        if self.cues.len() <= id {
            self.cues.resize(id + 1, Cue::default());
        }
        self.cues[id] = cue;
    }
}

/// The trie of these entries. That of what is built in is read, if none of it was replaced.
fn trie(entries: &Entries, heads: &[Head]) -> Trie {
    let built_in = entries.builtin_count();
    #[expect(clippy::expect_used, reason = "build.rs wrote it, and tests read it")]
    let (mut trie, done) =
        if built_in == 0 { (Trie::default(), 0) } else { (Trie::read(TRIE).expect("the trie reads"), built_in) };
    for (number, head) in heads.iter().enumerate().skip(done) {
        let turns: &[String] = if head.role == Some("turn") { &entries[number].ar } else { &[] };
        let when = head.guarded.then(|| entries[number].when.as_ref()).flatten();
        let when = when.map(|w| [&w.after, &w.before, &w.not_after, &w.not_before, &w.near].map(Vec::as_slice));
        trie.add(number as EntryId, &entries.spelled(number), turns, when);
    }
    trie
}

/// True for a particle, which only و and ف are written onto.
fn is_particle(head: &Head) -> bool {
    head.kind == Kind::Connective || (head.kind == Kind::Negator && head.ar.iter().all(|form| form.chars().count() <= 2))
}

/// The country of an entry, over those it belongs to.
fn home(entry: EntryId, kinds: &[Kind], belongs_to: &[[Option<EntryId>; 2]]) -> Option<EntryId> {
    let mut at = entry;
    for _ in 0..=8 {
        if kinds[at as usize] == Kind::Country {
            return Some(at);
        }
        let [affiliation, country] = belongs_to[at as usize];
        // Of a person it is where they are from: they belong where they serve.
        let person = kinds[at as usize] == Kind::Person;
        at = if person { affiliation.or(country) } else { country.or(affiliation) }?;
    }
    None
}

/// The forms that end at each node, in the order in which they were added.
#[derive(Debug, Default)]
pub(super) struct Ends {
    starts: Vec<u32>,
    forms: Vec<u32>,
}

impl Ends {
    fn of(trie: &Trie) -> Self {
        let mut starts = vec![0; trie.nodes() + 1];
        for leaf in &trie.leaves {
            starts[leaf.node as usize + 1] += 1;
        }
        for node in 1..starts.len() {
            starts[node] += starts[node - 1];
        }
        let (mut free, mut forms) = (starts.clone(), vec![0; trie.leaves.len()]);
        for (number, leaf) in trie.leaves.iter().enumerate() {
            let place: &mut u32 = &mut free[leaf.node as usize];
            forms[*place as usize] = number as u32;
            *place += 1;
        }
        Self { starts, forms }
    }

    pub(super) fn at(&self, node: u32) -> &[u32] {
        let node = node as usize;
        &self.forms[self.starts[node] as usize..self.starts[node + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trie_that_is_read_is_the_one_that_is_made() {
        let built_in = Entries::builtin();
        let again: Entries = built_in.iter().cloned().collect::<Vec<_>>().into();
        let of = |entries: &Entries| trie(entries, &entries.heads().collect::<Vec<_>>());
        assert_eq!((built_in.builtin_count(), again.builtin_count()), (built_in.len(), 0));
        assert!(of(&built_in) == of(&again));
    }
}
