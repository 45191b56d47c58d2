//! The built-in glossary as a text that is read without further work: a start reads all of it.
//!
//! Entries, the fields of an entry, and the texts of a field are ended by control characters. A field begins with the letter of its key. `build.rs` packs; [`super::entries`] unpacks.

/// Ends an entry.
pub(super) const ENTRY: char = '\u{1d}';
/// Ends a field.
pub(super) const FIELD: char = '\u{1e}';
/// Ends a text.
pub(super) const TEXT: char = '\u{1f}';
/// The letter of the first key.
pub(super) const FIRST: u8 = b'@';

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
    WhenNear,
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
    Counts,
    Role,
    TestsMatch,
    TestsNoMatch,
}

/// All keys, as files write them, in the order of their letters.
pub(super) const KEYS: [(&str, Key); 34] = [
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
    ("when.near", Key::WhenNear),
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
    ("counts", Key::Counts),
    ("role", Key::Role),
    ("tests.match", Key::TestsMatch),
    ("tests.no_match", Key::TestsNoMatch),
];
