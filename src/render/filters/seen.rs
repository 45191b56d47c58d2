//! What the filters that a page calls most often need of a value of the brief, read where it stands. They find nothing in a value that has not the form that the brief gives it.

use tera::Value;

use crate::brief::parts::Badge;

/// How a line was made: a badge without a person's name.
pub(super) struct Made<'v> {
    pub(super) badge: Badge,
    pub(super) coverage: Option<u8>,
    pub(super) rule: Option<&'v str>,
}

impl<'v> Made<'v> {
    /// That of an `en` which no person wrote.
    pub(super) fn of(en: &'v Value) -> Option<Self> {
        let (mut text, mut badge, mut coverage, mut rule) = (false, None, None, None);
        for (key, value) in en.as_map()? {
            match key.as_str()? {
                "text" => text = value.is_string(),
                "badge" => badge = letter(value.as_str()?),
                "coverage" => coverage = Some(value.as_u64()?.try_into().ok()?),
                "rule" => rule = Some(value.as_str()?),
                _ => return None,
            }
        }
        Some(Self { badge: badge.filter(|_| text)?, coverage, rule })
    }
}

fn letter(letter: &str) -> Option<Badge> {
    Some(match letter {
        "V" => Badge::V,
        "G" => Badge::G,
        "R" => Badge::R,
        _ => return None,
    })
}

/// What a link to a sentence says of it.
pub(super) struct Cited<'v> {
    pub(super) source: &'v str,
    pub(super) sentence: u32,
    pub(super) line: u32,
}

impl<'v> Cited<'v> {
    /// That of a citation.
    pub(super) fn of(citation: &'v Value) -> Option<Self> {
        let (mut source, mut sentence, mut line, mut others) = (None, None, None, 0);
        let number = |value: &Value| value.as_u64().and_then(|n| u32::try_from(n).ok());
        for (key, value) in citation.as_map()? {
            match key.as_str()? {
                "source" => source = Some(value.as_str()?),
                "sentence" => sentence = Some(number(value)?),
                "line" => line = Some(number(value)?),
                "start" | "end" => others += u8::from(number(value).is_some()),
                "hash" => others += u8::from(value.is_string()),
                _ => return None,
            }
        }
        if others != 3 {
            return None;
        }
        Some(Self { source: source?, sentence: sentence?, line: line? })
    }
}
