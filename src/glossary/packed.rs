//! The built-in glossary as bytes that are read without further work: a start reads all of it.
//!
//! An entry is the number of its fields, and for each field the number of its key, how many texts it has, and the texts with their lengths. Numbers are little-endian, two bytes,
//! but for those of keys, which are one. `build.rs` packs; [`super::load`] unpacks.

/// A key of an entry. What stands in a map inside it has a key of its own; a role is four texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Id,
    Kind,
    EnPreferred,
    EnAdmitted,
    EnDeprecated,
    EnPast,
    EnParticiple,
    Ar,
    Short,
    Affiliation,
    Roles,
    WhenAfter,
    WhenBefore,
    WhenNotAfter,
    WhenNotBefore,
    HomographOf,
    Iso,
    Country,
    Neutral,
    Note,
    Wikidata,
    Value,
    Calendar,
    Masdar,
    Participle,
    Stance,
    Takes,
    Status,
    Plural,
    Role,
    TestsMatch,
    TestsNoMatch,
}

/// All keys, as files write them; the place is the number.
pub(super) const KEYS: [(&str, Key); 32] = [
    ("id", Key::Id),
    ("kind", Key::Kind),
    ("en.preferred", Key::EnPreferred),
    ("en.admitted", Key::EnAdmitted),
    ("en.deprecated", Key::EnDeprecated),
    ("en.past", Key::EnPast),
    ("en.participle", Key::EnParticiple),
    ("ar", Key::Ar),
    ("short", Key::Short),
    ("affiliation", Key::Affiliation),
    ("roles", Key::Roles),
    ("when.after", Key::WhenAfter),
    ("when.before", Key::WhenBefore),
    ("when.not_after", Key::WhenNotAfter),
    ("when.not_before", Key::WhenNotBefore),
    ("homograph_of", Key::HomographOf),
    ("iso", Key::Iso),
    ("country", Key::Country),
    ("neutral", Key::Neutral),
    ("note", Key::Note),
    ("wikidata", Key::Wikidata),
    ("value", Key::Value),
    ("calendar", Key::Calendar),
    ("masdar", Key::Masdar),
    ("participle", Key::Participle),
    ("stance", Key::Stance),
    ("takes", Key::Takes),
    ("status", Key::Status),
    ("plural", Key::Plural),
    ("role", Key::Role),
    ("tests.match", Key::TestsMatch),
    ("tests.no_match", Key::TestsNoMatch),
];

/// The texts of a field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'b> {
    rest: &'b [u8],
    left: u16,
}

impl<'b> Iterator for Texts<'b> {
    type Item = &'b str;

    fn next(&mut self) -> Option<&'b str> {
        self.left = self.left.checked_sub(1)?;
        let length = two(&mut self.rest)?;
        let (text, behind) = self.rest.split_at_checked(usize::from(length))?;
        self.rest = behind;
        std::str::from_utf8(text).ok()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(usize::from(self.left)))
    }
}

/// The fields of the next entry, which are taken off `rest`, one after the other.
pub(super) fn fields<'b>(rest: &mut &'b [u8], mut each: impl FnMut(Key, Texts<'b>)) -> Option<()> {
    for _ in 0..two(rest)? {
        let (&number, behind) = rest.split_first()?;
        *rest = behind;
        let mut texts = Texts { left: two(rest)?, rest };
        each(KEYS.get(usize::from(number))?.1, texts);
        while texts.next().is_some() {}
        *rest = texts.rest;
    }
    Some(())
}

fn two(rest: &mut &[u8]) -> Option<u16> {
    let (number, behind) = rest.split_first_chunk()?;
    *rest = behind;
    Some(u16::from_le_bytes(*number))
}
