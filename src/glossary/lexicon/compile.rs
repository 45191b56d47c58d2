//! Compiling: entries in, the lexicon's tables out.

use std::borrow::Cow;

use super::{EntryId, Form, Guard, Lexicon, Madda, WordId};
use crate::arabic::token;
use crate::glossary::cue::{self, Cue};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::frames::Frame;
use crate::glossary::spelling::{self, Inflects, Spelling, Word, key, spellings};

impl Lexicon {
    /// Compiles `entries`. Where two have one id, the later one wins: a workspace overrides what is built in.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut it =
            Self { goes_on: vec![false], roots: vec![0], inner: vec![false], madda: vec![Madda::Unknown], ..Self::default() };
        let mut ends = Ending { last: vec![0], ..Ending::default() };
        it.ids.reserve(entries.len());
        it.words.reserve(4 * entries.len());
        it.edges.reserve(4 * entries.len());
        it.forms.reserve(4 * entries.len());
        it.entries.reserve(entries.len());
        for entry in entries {
            match it.ids.get(&entry.id) {
                Some(&at) => it.entries[at as usize] = entry,
                None => {
                    it.ids.insert(entry.id.clone(), it.entries.len() as EntryId);
                    it.entries.push(entry);
                }
            }
        }
        for number in 0..it.entries.len() {
            let entry = &it.entries[number];
            let (kind, guarded) = (entry.kind, entry.when.is_some());
            let particle = kind == Kind::Connective || (kind == Kind::Negator && entry.ar.iter().all(|f| f.chars().count() <= 2));
            // What is built in comes with its forms.
            let spelled = entry.spelled.0.map_or_else(|| Cow::Owned(spell(entry)), Cow::Borrowed);
            for spelling in spellings(&spelled) {
                let Spelling { shape, short, .. } = spelling;
                let form = Form { entry: number as EntryId, shape, short, kind, guarded, particle };
                it.add(spelling.words(), form, &mut ends);
            }
            if it.entries[number].role.as_deref() == Some("turn") {
                let firsts: Vec<WordId> = it.entries[number]
                    .ar
                    .iter()
                    .filter_map(|f| token::tokens(f).first().map(|t| it.word(&key(t.text(f), t.kind))))
                    .collect();
                it.turns.extend(firsts.into_iter().map(|w| it.roots[w as usize]));
            }
            let when = it.entries[number].when.clone();
            let guard = when.map(|w| Guard {
                after: it.intern_all(&w.after),
                before: it.intern_all(&w.before),
                not_after: it.intern_all(&w.not_after),
                not_before: it.intern_all(&w.not_before),
            });
            it.guards.push(guard);
        }
        it.ends = ends.close();
        it.add_cues();
        it.homes = it.entries.iter().map(|entry| it.home(entry)).collect();
        it.frames = it.entries.iter().map(Frame::of).collect();
        it.outcomes = vec![None; it.entries.len()];
        for (number, entry) in it.entries.iter().enumerate().filter(|(_, e)| e.kind == Kind::Outcome) {
            for verb in entry.homograph_of.iter().filter_map(|id| it.ids.get(id)) {
                it.outcomes[*verb as usize].get_or_insert(number as EntryId);
            }
        }
        it
    }

    /// The country of an entry, over those it belongs to.
    fn home(&self, entry: &Entry) -> Option<EntryId> {
        let mut at = entry;
        for _ in 0..8 {
            let id = match at.kind {
                Kind::Country => &at.id,
                _ => at.country.as_ref().or(at.affiliation.as_ref())?,
            };
            let number = *self.ids.get(id)?;
            if self.entries[number as usize].kind == Kind::Country {
                return Some(number);
            }
            at = &self.entries[number as usize];
        }
        None
    }

    /// Notes what single words are to the rules for numbers, dates and rounds. The grammar's words win over the glossary's.
    fn add_cues(&mut self) {
        let own: Vec<(Vec<u8>, Cue)> = self.entries.iter().flat_map(cue::of_entry).collect();
        for (word, cue) in own.into_iter().chain(cue::grammar()) {
            let id = self.intern(&word) as usize;
            if self.cues.len() <= id {
                self.cues.resize(id + 1, Cue::default());
            }
            self.cues[id] = cue;
        }
        self.kinds = self.entries.iter().map(|e| e.kind).collect();
    }

    fn intern_all(&mut self, words: &[String]) -> Vec<WordId> {
        words.iter().filter_map(|w| token::tokens(w).first().map(|t| key(t.text(w), t.kind))).map(|k| self.intern(&k)).collect()
    }

    fn intern(&mut self, key: &[u8]) -> WordId {
        if let Some(&id) = self.words.get(key) {
            return id;
        }
        let id = self.roots.len() as WordId;
        self.sieve.add(key);
        self.words.insert(key.into(), id);
        self.roots.push(0);
        self.inner.push(false);
        self.madda.push(Madda::Unknown);
        id
    }

    /// Adds a form by its words.
    fn add<'w>(&mut self, words: impl Iterator<Item = Word<'w>>, form: Form, ends: &mut Ending) {
        let mut node = 0;
        for Word { folded, madda: with_madda } in words {
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
            }
        }
        ends.last.resize(self.goes_on.len(), 0);
        if node != 0 && !ends.at(node).any(|f| self.forms[f as usize].entry == form.entry) {
            ends.push(node);
            self.forms.push(form);
        }
    }
}

/// Which forms end at each node, while forms are added: for each node the last one, for each form its node and the one before it there, all from 1.
#[derive(Default)]
struct Ending {
    last: Vec<u32>,
    forms: Vec<(u32, u32)>,
}

impl Ending {
    fn at(&self, node: u32) -> impl Iterator<Item = u32> {
        let form = |number: u32| number.checked_sub(1);
        std::iter::successors(form(self.last[node as usize]), move |&f| form(self.forms[f as usize].1))
    }

    fn push(&mut self, node: u32) {
        let last = &mut self.last[node as usize];
        self.forms.push((node, *last));
        *last = self.forms.len() as u32;
    }

    fn close(self) -> Ends {
        let mut starts = vec![0; self.last.len() + 1];
        for (node, _) in &self.forms {
            starts[*node as usize + 1] += 1;
        }
        for node in 1..starts.len() {
            starts[node] += starts[node - 1];
        }
        let (mut free, mut forms) = (starts.clone(), vec![0; self.forms.len()]);
        for (number, (node, _)) in self.forms.iter().enumerate() {
            let place = &mut free[*node as usize];
            forms[*place as usize] = number as u32;
            *place += 1;
        }
        Ends { starts, forms }
    }
}

/// The forms that end at each node, in the order in which they were added.
#[derive(Debug, Default)]
pub(super) struct Ends {
    starts: Vec<u32>,
    forms: Vec<u32>,
}

impl Ends {
    pub(super) fn of(&self, node: u32) -> &[u32] {
        let node = node as usize;
        &self.forms[self.starts[node] as usize..self.starts[node + 1] as usize]
    }
}

/// The forms of an entry, spelled.
fn spell(entry: &Entry) -> Vec<u8> {
    let kind = match entry.kind {
        Kind::Verb => Inflects::Verb,
        Kind::Demonym => Inflects::Demonym,
        _ => Inflects::Not,
    };
    spelling::spell(kind, &entry.ar, &entry.short, &entry.masdar, entry.participle.as_deref())
}
