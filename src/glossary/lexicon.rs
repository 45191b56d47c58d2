//! The lexicon: the glossary compiled for matching.
//!
//! In: entries. Out: a trie over words. Every word that occurs in any form is interned once; a form is a path of words. A raw word of a text is looked up bare, then with its
//! clitics taken off ([`crate::arabic::clitics`]), so that no proclitic form needs to be listed. Which entry a match means is decided by the matcher.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::cue::{self, Cue, Is};
use super::entry::{Entry, Kind};
use super::frames::Frame;
use super::spelling::{self, Inflects, Spelling, Word, key, spellings};
use crate::arabic::clitics::{self, Ending, Proclitics, Pronoun};
use crate::arabic::fold::{SHORT, ends_in_tanwin, fold_into, fold_word, offset_after};
use crate::arabic::inflect::{Person, Shape, Tense};
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
    outcomes: FxHashMap<EntryId, EntryId>,
    pub(super) guards: Vec<Option<Guard>>,
    ids: BTreeMap<String, EntryId>,
    words: FxHashMap<Box<[u8]>, WordId>,
    sieve: Sieve,
    /// For each word, whether it stands inside a form, not first.
    inner: Vec<bool>,
    /// For each word, whether all forms write it with آ: then it is not what is written with إ (`آلية` is not `إليه`).
    madda: Vec<Madda>,
    edges: FxHashMap<(u32, WordId), u32>,
    ends: Vec<Vec<u32>>,
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
    /// Compiles `entries`. Where two have one id, the later one wins: a workspace overrides what is built in.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut it = Self {
            ends: vec![Vec::new()],
            goes_on: vec![false],
            roots: vec![0],
            inner: vec![false],
            madda: vec![Madda::Unknown],
            ..Self::default()
        };
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
                it.add(spelling.words(), Form { entry: number as EntryId, shape, short, kind, guarded, particle });
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
        it.add_cues();
        it.homes = it.entries.iter().map(|entry| it.home(entry)).collect();
        it.frames = it.entries.iter().map(Frame::of).collect();
        for (number, entry) in it.entries.iter().enumerate().filter(|(_, e)| e.kind == Kind::Outcome) {
            for verb in entry.homograph_of.iter().filter_map(|id| it.ids.get(id)) {
                it.outcomes.entry(*verb).or_insert(number as EntryId);
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

    /// What a raw word with these readings is: the first reading that says something, else the tense of a verb.
    pub(super) fn cue(&self, readings: &[Reading]) -> Cue {
        let of = |r: &Reading| Cue { proclitics: r.proclitics, ..self.cues.get(r.word as usize).copied().unwrap_or_default() };
        if let Some(cue) =
            readings.iter().filter(|r| !matches!(r.ending, Ending::Pronoun(_))).map(of).find(|c| c.is != Is::Nothing)
        {
            return cue;
        }
        let with_pronoun = readings.iter().map(of).find(|c| matches!(c.is, Is::Round | Is::Meeting));
        with_pronoun.or_else(|| readings.iter().find_map(|r| self.tense(r))).unwrap_or_default()
    }

    fn tense(&self, reading: &Reading) -> Option<Cue> {
        // Of two readings the third person wins: تعقد is "is held" rather than "got complicated", أعلن "announced" rather than "I announce".
        let rank = |shape: Shape| match shape {
            Shape::Verb { tense: Tense::Imperfect, person: Person::He | Person::She | Person::They, .. } => {
                Some((0, Tense::Imperfect))
            }
            Shape::Verb { tense: Tense::Perfect, .. } => Some((1, Tense::Perfect)),
            Shape::Verb { tense, .. } => Some((2, tense)),
            _ => None,
        };
        let (_, tense) = self
            .ends(self.root(reading.word))
            .iter()
            .filter_map(|&f| rank(self.forms[f as usize].shape))
            .min_by_key(|&(rank, _)| rank)?;
        let is = match tense {
            Tense::Perfect => Is::Perfect,
            _ if reading.proclitics.has(Proclitics::SEEN) => Is::Future,
            _ => Is::Imperfect,
        };
        Some(Cue { proclitics: reading.proclitics, ..Cue::new(is, 0) })
    }

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
    fn add<'w>(&mut self, words: impl Iterator<Item = Word<'w>>, form: Form) {
        let mut node = 0;
        for Word { folded, madda: with_madda } in words {
            let word = self.intern(folded);
            let madda = &mut self.madda[word as usize];
            *madda = match (*madda, with_madda) {
                (Madda::Unknown | Madda::Always, true) => Madda::Always,
                _ => Madda::Mixed,
            };
            let next = self.ends.len() as u32;
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
                self.ends.push(Vec::new());
                self.goes_on.push(false);
            }
        }
        if node != 0 {
            let same = |&f: &u32| self.forms[f as usize].entry == form.entry;
            if !self.ends[node as usize].iter().any(same) {
                self.ends[node as usize].push(self.forms.len() as u32);
                self.forms.push(form);
            }
        }
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
        self.outcomes.get(&verb).copied()
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
        &self.ends[node as usize]
    }

    /// All readings of a raw token, the likeliest first; empty for a word that no form knows.
    pub fn readings(&self, raw: &str, kind: TokenKind, out: &mut Vec<Reading>) {
        let mut short = [0; SHORT];
        if kind == TokenKind::Word {
            // ة folds to ه, but is never the pronoun ه.
            let first = out.len();
            let (tanwin, feminine) = (ends_in_tanwin(raw), raw.ends_with('ة'));
            match fold_word(raw, &mut short) {
                Some(folded) => self.readings_of(folded, tanwin, feminine, out),
                None => self.readings_of(&key(raw, kind), tanwin, feminine, out),
            }
            if out.len() > first && raw.as_bytes().windows(2).any(|pair| pair == "إ".as_bytes()) {
                let written = |r: &Reading| raw[offset_after(raw, r.before as usize)..].starts_with('إ');
                let kept: Vec<Reading> =
                    out.drain(first..).filter(|r| !(self.madda[r.word as usize] == Madda::Always && written(r))).collect();
                out.extend(kept);
            }
            return;
        }
        let word = self.word(&key(raw, kind));
        if word != 0 {
            out.push(Reading { word, proclitics: Proclitics::default(), before: 0, ending: Ending::None, after: 0 });
        }
    }

    /// All readings of a folded word; `tanwin` and `feminine` tell what the fold has lost.
    pub(super) fn readings_of(&self, folded: &[u8], tanwin: bool, feminine: bool, out: &mut Vec<Reading>) {
        // `قائلاً`, `وفقاً`: a form that is listed with its alef. The accusative keeps it from names (`روسياً` is not روسيا).
        if tanwin && self.word(folded) != 0 {
            out.push(Reading {
                word: self.word(folded),
                proclitics: Proclitics::default(),
                before: 0,
                ending: Ending::Accusative,
                after: 0,
            });
        }
        clitics::cuts(folded, tanwin, |cut| {
            let word = self.word(cut.stem);
            if word != 0 && !(feminine && cut.ending == Ending::Pronoun(Pronoun::His)) {
                let clitics::Cut { proclitics, before, ending, after, .. } = cut;
                out.push(Reading { word, proclitics, before, ending, after });
            }
            true
        });
    }

    /// Whether the grammar allows `form` with what was taken off its first and its last word.
    #[must_use]
    pub(super) fn allows(&self, form: &Form, proclitics: Proclitics, ending: Ending) -> bool {
        let kind = form.kind;
        let (finite, tense) = match form.shape {
            Shape::Verb { tense, .. } => (true, Some(tense)),
            _ => (false, None),
        };
        if form.particle && proclitics.0 & !(Proclitics::WAW.0 | Proclitics::FEH.0) != 0 {
            return false;
        }
        let nominal = kind.is_common() || matches!(form.shape, Shape::Participle | Shape::Masdar);
        if proclitics.has(Proclitics::ARTICLE) && !nominal {
            return false;
        }
        if proclitics.has(Proclitics::SEEN) && tense != Some(Tense::Imperfect) {
            return false;
        }
        if finite && (proclitics.has(Proclitics::BEH) || proclitics.has(Proclitics::KAF)) {
            return false;
        }
        if finite && proclitics.has(Proclitics::LAM) && tense == Some(Tense::Perfect) {
            return false;
        }
        match ending {
            Ending::None => true,
            Ending::Accusative => {
                (nominal || matches!(kind, Kind::Party | Kind::Connective)) && !proclitics.has(Proclitics::ARTICLE)
            }
            Ending::Pronoun(_) => (nominal && !proclitics.has(Proclitics::ARTICLE)) || finite || kind == Kind::Connective,
        }
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

/// Which lengths and outer letters known words have: tells most unknown stems apart without hashing them.
#[derive(Debug)]
struct Sieve(Vec<u64>);

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; 1 << 10])
    }
}

impl Sieve {
    fn bit(word: &[u8]) -> (usize, u64) {
        let at = |i: usize| u32::from(word.get(i).copied().unwrap_or(0));
        let last = |i: usize| at(word.len().wrapping_sub(i));
        let mixed = (at(0) | at(1) << 8 | last(1) << 16 | last(2) << 24) ^ (word.len() as u32).wrapping_mul(0x2545_f491);
        let mixed = mixed.wrapping_mul(0x9e37_79b1) >> 16;
        ((mixed >> 6) as usize, 1 << (mixed & 63))
    }

    fn add(&mut self, word: &[u8]) {
        let (i, bit) = Self::bit(word);
        self.0[i] |= bit;
    }

    fn may_have(&self, word: &[u8]) -> bool {
        let (i, bit) = Self::bit(word);
        self.0[i] & bit != 0
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
        self.ends[root as usize].iter().map(|&f| &self.forms[f as usize])
    }
}
