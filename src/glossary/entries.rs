//! The entries of a lexicon. Those that are built in stay packed until somebody asks for one: a start needs few of them.

use std::borrow::Cow;
use std::ops::Index;
use std::sync::OnceLock;

use memchr::memchr;
use rustc_hash::FxHashMap;

use super::entry::{En, Entry, Kind, Role};
use super::lexicon::EntryId;
use super::packed::{self, KEYS, Key};
use super::spelling::{self, Inflects};

/// The built-in entries, packed.
const GLOSSARY: &str = include_str!(concat!(env!("OUT_DIR"), "/glossary.txt"));
/// The forms of each of them: their length in four bytes, and what [`spelling::spell`] writes.
const SPELLED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/spelled.bin"));

/// Entries, each id once: a later entry takes the place of an earlier one of its id.
#[derive(Debug, Default)]
pub struct Entries {
    slots: Vec<Slot>,
    ids: FxHashMap<Cow<'static, str>, EntryId>,
    /// How many at the front are all that are built in; 0 once one of those was replaced.
    builtin: usize,
}

#[derive(Debug)]
enum Slot {
    Own(Box<Entry>),
    Packed { id: &'static str, text: &'static str, spelled: &'static [u8], entry: OnceLock<Box<Entry>> },
}

impl Entries {
    /// All that are built in, in the order of their files.
    #[must_use]
    pub fn builtin() -> Self {
        let (mut it, mut forms) = (Self::default(), SPELLED);
        let count = GLOSSARY.len() / 192;
        it.slots.reserve(count);
        it.ids.reserve(count);
        for text in pieces(GLOSSARY, packed::ENTRY) {
            let Some((head, behind)) = forms.split_first_chunk::<4>() else { break };
            let Some((spelled, behind)) = behind.split_at_checked(u32::from_le_bytes(*head) as usize) else { break };
            forms = behind;
            let id = Head::packed(text).id;
            it.ids.insert(Cow::Borrowed(id), it.slots.len() as EntryId);
            it.slots.push(Slot::Packed { id, text, spelled, entry: OnceLock::new() });
        }
        it.builtin = it.slots.len();
        it
    }

    /// Adds an entry, or puts it in the place of the one with its id.
    pub fn push(&mut self, entry: Entry) {
        match self.number(&entry.id) {
            Some(at) => {
                if (at as usize) < self.builtin {
                    self.builtin = 0;
                }
                self.slots[at as usize] = Slot::Own(Box::new(entry));
            }
            None => {
                self.ids.insert(Cow::Owned(entry.id.clone()), self.slots.len() as EntryId);
                self.slots.push(Slot::Own(Box::new(entry)));
            }
        }
    }

    /// The number of the entry with this id.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<EntryId> {
        self.ids.get(id).copied()
    }

    /// The id of the entry with this number, with nothing unpacked.
    #[must_use]
    pub fn id(&self, number: EntryId) -> &str {
        match &self.slots[number as usize] {
            Slot::Own(entry) => &entry.id,
            Slot::Packed { id, .. } => id,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// True if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Entry> + Clone {
        self.slots.iter().map(Slot::entry)
    }

    /// What compiling asks of them, with nothing unpacked.
    pub fn heads(&self) -> impl ExactSizeIterator<Item = Head<'_>> + Clone {
        self.slots.iter().map(|slot| match slot {
            Slot::Own(entry) => Head::of(entry),
            Slot::Packed { text, .. } => Head::packed(text),
        })
    }

    /// How many at the front are all that are built in, none of them replaced.
    pub(super) fn builtin_count(&self) -> usize {
        self.builtin
    }

    /// The forms of an entry, spelled. What is built in comes with them.
    pub(super) fn spelled(&self, number: usize) -> Cow<'static, [u8]> {
        match &self.slots[number] {
            Slot::Own(entry) => Cow::Owned(spell(entry)),
            Slot::Packed { spelled, .. } => Cow::Borrowed(spelled),
        }
    }
}

impl Slot {
    fn entry(&self) -> &Entry {
        match self {
            Self::Own(entry) => entry,
            Self::Packed { text, entry, .. } => entry.get_or_init(|| Box::new(unpacked(text))),
        }
    }
}

impl Index<usize> for Entries {
    type Output = Entry;

    fn index(&self, number: usize) -> &Entry {
        self.slots[number].entry()
    }
}

impl Extend<Entry> for Entries {
    fn extend<I: IntoIterator<Item = Entry>>(&mut self, entries: I) {
        entries.into_iter().for_each(|entry| self.push(entry));
    }
}

impl From<Vec<Entry>> for Entries {
    fn from(entries: Vec<Entry>) -> Self {
        let mut it = Self::default();
        it.extend(entries);
        it
    }
}

/// What compiling asks of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Head<'e> {
    pub(super) id: &'e str,
    pub(super) kind: Kind,
    pub(super) ar: Texts<'e>,
    pub(super) affiliation: Option<&'e str>,
    pub(super) country: Option<&'e str>,
    pub(super) homograph_of: Texts<'e>,
    pub(super) value: Option<i64>,
    pub(super) stance: Option<&'e str>,
    pub(super) takes: Texts<'e>,
    pub(super) role: Option<&'e str>,
    /// True if it needs or refuses neighbours.
    pub(super) guarded: bool,
    /// True if it held offices, and the year in which each began is known.
    pub(super) dated: bool,
}

impl<'e> Head<'e> {
    /// Of an entry.
    #[must_use]
    pub fn of(entry: &'e Entry) -> Self {
        Self {
            id: &entry.id,
            kind: entry.kind,
            ar: Texts::Own(&entry.ar),
            affiliation: entry.affiliation.as_deref(),
            country: entry.country.as_deref(),
            homograph_of: Texts::Own(&entry.homograph_of),
            value: entry.value,
            stance: entry.stance.as_deref(),
            takes: Texts::Own(&entry.takes),
            role: entry.role.as_deref(),
            guarded: entry.when.is_some(),
            dated: !entry.roles.is_empty() && entry.roles.iter().all(|role| role.from.is_some()),
        }
    }

    fn packed(text: &'e str) -> Self {
        let none = Texts::Own(&[]);
        let mut it = Self {
            id: "",
            kind: Kind::Term,
            ar: none,
            affiliation: None,
            country: None,
            homograph_of: none,
            value: None,
            stance: None,
            takes: none,
            role: None,
            guarded: false,
            dated: false,
        };
        for (key, texts) in fields(text) {
            let first = texts.strip_suffix(packed::TEXT);
            match key {
                Key::Id => it.id = first.unwrap_or_default(),
                Key::Kind => it.kind = first.and_then(Kind::named).unwrap_or(it.kind),
                Key::Ar => it.ar = Texts::Packed(texts),
                Key::Affiliation => it.affiliation = first,
                Key::Country => it.country = first,
                Key::HomographOf => it.homograph_of = Texts::Packed(texts),
                Key::Value => it.value = first.and_then(|value| value.parse().ok()),
                Key::Stance => it.stance = first,
                Key::Takes => it.takes = Texts::Packed(texts),
                Key::Role => it.role = first,
                Key::WhenAfter | Key::WhenBefore | Key::WhenNotAfter | Key::WhenNotBefore | Key::WhenNear => it.guarded = true,
                Key::Roles => it.dated = pieces(texts, packed::TEXT).step_by(4).all(|from| from.parse::<i32>().is_ok()),
                _ => {}
            }
        }
        it
    }
}

/// Texts of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) enum Texts<'e> {
    Own(&'e [String]),
    Packed(&'e str),
}

impl<'e> Texts<'e> {
    pub(super) fn iter(self) -> impl Iterator<Item = &'e str> {
        let (own, packed): (&[String], &str) = match self {
            Self::Own(list) => (list, ""),
            Self::Packed(texts) => (&[], texts),
        };
        own.iter().map(String::as_str).chain(pieces(packed, packed::TEXT))
    }
}

/// The fields of a packed entry, each with its texts.
fn fields<'t>(entry: &'t str) -> impl Iterator<Item = (Key, &'t str)> + use<'t> {
    pieces(entry, packed::FIELD).filter_map(|field| {
        let letter = field.as_bytes().first()?.checked_sub(packed::FIRST)?;
        Some((KEYS.get(usize::from(letter))?.1, field.get(1..)?))
    })
}

/// The pieces of `text` that `end`, one byte, ends.
fn pieces(text: &str, end: char) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (piece, behind) = rest.split_at_checked(memchr(end as u8, rest.as_bytes())?)?;
        rest = behind.get(1..)?;
        Some(piece)
    })
}

/// One of the built-in entries.
fn unpacked(text: &str) -> Entry {
    let mut entry = Entry::new("", Kind::Term, En::default(), Vec::new());
    for (key, texts) in fields(text) {
        let mut texts = pieces(texts, packed::TEXT);
        let mut list = || texts.by_ref().map(str::to_owned).collect::<Vec<String>>();
        match key {
            Key::Id => entry.id = list().pop().unwrap_or_default(),
            Key::Kind => entry.kind = texts.next().and_then(Kind::named).unwrap_or(entry.kind),
            Key::EnPreferred => entry.en.preferred = list().pop().unwrap_or_default(),
            Key::EnAdmitted => entry.en.admitted = list(),
            Key::EnDeprecated => entry.en.deprecated = list(),
            Key::EnPast => entry.en.past = texts.next().map(str::to_owned),
            Key::EnParticiple => entry.en.participle = texts.next().map(str::to_owned),
            Key::Ar => entry.ar = list(),
            Key::Short => entry.short = list(),
            Key::Affiliation => entry.affiliation = texts.next().map(str::to_owned),
            Key::Roles => {
                while let Some(from) = texts.next() {
                    let to = texts.next();
                    let [ar, en] = [texts.next(), texts.next()].map(|text| text.unwrap_or_default().to_owned());
                    entry.roles.push(Role { from: from.parse().ok(), to: to.and_then(|to| to.parse().ok()), ar, en });
                }
            }
            Key::WhenAfter => entry.when.get_or_insert_default().after = list(),
            Key::WhenBefore => entry.when.get_or_insert_default().before = list(),
            Key::WhenNotAfter => entry.when.get_or_insert_default().not_after = list(),
            Key::WhenNotBefore => entry.when.get_or_insert_default().not_before = list(),
            Key::WhenNear => entry.when.get_or_insert_default().near = list(),
            Key::HomographOf => entry.homograph_of = list(),
            Key::Iso => entry.iso = texts.next().map(str::to_owned),
            Key::Country => entry.country = texts.next().map(str::to_owned),
            Key::Neutral => entry.neutral = texts.next().map(str::to_owned),
            Key::Note => entry.note = texts.next().map(str::to_owned),
            Key::Wikidata => entry.wikidata = texts.next().map(str::to_owned),
            Key::Value => entry.value = texts.next().and_then(|value| value.parse().ok()),
            Key::Calendar => entry.calendar = texts.next().map(str::to_owned),
            Key::Masdar => entry.masdar = list(),
            Key::Participle => entry.participle = texts.next().map(str::to_owned),
            Key::Stance => entry.stance = texts.next().map(str::to_owned),
            Key::Takes => entry.takes = list(),
            Key::Status => entry.status = texts.next().map(str::to_owned),
            Key::Plural => entry.plural = texts.next().map(str::to_owned),
            Key::Counts => entry.counts = texts.next().map(str::to_owned),
            Key::Role => entry.role = texts.next().map(str::to_owned),
            Key::TestsMatch => entry.tests.get_or_insert_default().r#match = list(),
            Key::TestsNoMatch => entry.tests.get_or_insert_default().no_match = list(),
        }
    }
    entry
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_the_same_packed_and_unpacked() {
        let entries = Entries::builtin();
        for (head, entry) in entries.heads().zip(entries.iter()) {
            let show = |h: Head| {
                let lists = [h.ar, h.homograph_of, h.takes].map(|texts| texts.iter().collect::<Vec<_>>().join("|"));
                let texts = [Some(h.id), h.affiliation, h.country, h.stance, h.role].map(|text| text.map(str::to_owned));
                (lists, texts, h.kind, h.value, h.guarded, h.dated)
            };
            assert_eq!(show(head), show(Head::of(entry)));
        }
    }

    #[test]
    fn a_later_entry_takes_the_place_of_an_earlier_one() {
        let mut entries = Entries::builtin();
        let (count, first) = (entries.len(), entries[0].id.clone());
        entries.push(Entry::new(first.as_str(), Kind::Term, En::from("other"), Vec::new()));
        assert_eq!((entries.len(), entries[0].en.preferred.as_str(), entries.number(&first)), (count, "other", Some(0)));
        assert_eq!(entries.builtin_count(), 0);
    }
}
