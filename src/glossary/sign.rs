//! Signs: what a raw word is to rules that look for single words, as bits, so that a sentence without any of a rule's words is passed over.
//!
//! In: a raw word and its fold. Out: its [`Signs`], told once, when the word is learned.

use super::names;
use crate::arabic::fold::{ALEF, BEH, NOON, YEH};

/// The signs of a word, or of all words of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u8);

impl Signs {
    /// A name of the table of names.
    pub const NAME: Self = Self(1);
    /// `برئاسة`
    pub const HEADED: Self = Self(2);
    /// `ممثلاً`, `ممثلة`
    pub const STANDS_FOR: Self = Self(4);
    /// `البيان`, `وبيانها`: every word with these letters.
    pub const STATEMENT: Self = Self(8);

    /// Nothing.
    pub(super) const NONE: Self = Self(0);

    /// The signs of a raw word that folds to `folded`.
    #[must_use]
    pub(super) fn of(raw: &str, folded: &[u8]) -> Self {
        let name = names::may_be(folded) && names::known(raw).is_some();
        let statement = folded.windows(4).any(|letters| letters == [BEH, YEH, ALEF, NOON]);
        let other = match raw {
            "برئاسة" => Self::HEADED,
            "ممثلة" | "ممثلا" | "ممثلاً" => Self::STANDS_FOR,
            _ => Self::NONE,
        };
        other.and(if name { Self::NAME } else { Self::NONE }).and(if statement { Self::STATEMENT } else { Self::NONE })
    }

    /// These and others.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True if any of `other` is among these.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
