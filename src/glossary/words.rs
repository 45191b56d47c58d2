//! Words: the number of each known word, by its folded letters.
//!
//! In: a folded word. Out: its number. One of up to 16 letters, as nearly all are, is kept as two numbers of eight bytes, so that nothing but the table itself is read to find it.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHashMap;

/// Letters of a word that is kept as two numbers.
const SHORT: usize = 16;

/// The letters of a word, then zeros: no letter is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Packed(u64, u64);

impl Hash for Packed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
        state.write_u64(self.1);
    }
}

impl Packed {
    #[inline]
    fn of(word: &[u8]) -> Option<Self> {
        let mut letters = [0; SHORT];
        letters.get_mut(..word.len())?.copy_from_slice(word);
        let both = u128::from_le_bytes(letters);
        Some(Self(both as u64, (both >> 64) as u64))
    }

    fn letters(self) -> Vec<u8> {
        let letters = [self.0.to_le_bytes(), self.1.to_le_bytes()].concat();
        letters.into_iter().take_while(|letter| *letter != 0).collect()
    }
}

/// Numbers by word.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Words {
    short: FxHashMap<Packed, u32>,
    long: FxHashMap<Cow<'static, [u8]>, u32>,
}

impl Words {
    /// The number of a word.
    #[inline]
    pub(super) fn get(&self, word: &[u8]) -> Option<u32> {
        match Packed::of(word) {
            Some(packed) => self.short.get(&packed),
            None => self.long.get(word),
        }
        .copied()
    }

    /// Gives a word its number.
    pub(super) fn insert(&mut self, word: Cow<'static, [u8]>, number: u32) {
        match Packed::of(&word) {
            Some(packed) => self.short.insert(packed, number),
            None => self.long.insert(word, number),
        };
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.short.reserve(more);
    }

    /// All words with their numbers, in the order of the numbers.
    #[allow(dead_code, reason = "build.rs calls it")]
    pub(super) fn all(&self) -> Vec<(Vec<u8>, u32)> {
        let short = self.short.iter().map(|(packed, &number)| (packed.letters(), number));
        let mut all: Vec<_> = short.chain(self.long.iter().map(|(word, &number)| (word.to_vec(), number))).collect();
        all.sort_by_key(|&(_, number)| number);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_length_are_found() {
        let letters: Vec<u8> = (0x81..0xa5).collect();
        let mut words = Words::default();
        for n in 1..=letters.len() {
            words.insert(Cow::Owned(letters[..n].to_vec()), n as u32);
        }
        for n in 1..=letters.len() {
            assert_eq!(words.get(&letters[..n]), Some(n as u32));
            assert_eq!(words.get(&letters[1..n]), None);
            assert_eq!(words.all()[n - 1], (letters[..n].to_vec(), n as u32));
        }
    }
}
