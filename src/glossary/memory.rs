//! Memory: what was learned of a raw word, kept for the next time it occurs.
//!
//! In: a token of a text. Out: the value remembered for its bytes. A table with two places for each hash, a newer word in the place of the older of two. It grows with what is
//! learned, up to a bound: memory stays bounded however long the stream. Words of more than 24 bytes, which are rare, are kept in a map beside it. The table holds the words and
//! the numbers of their values, so that two places are one line of the processor's cache; most words of a stream share one value, that of words of which nothing is known.

use std::hint::select_unpredictable;

use rustc_hash::FxHashMap;

use crate::arabic::token::Token;

/// Places in the table, at first and at most.
const PLACES: (usize, usize) = (1 << 10, 1 << 18);
/// Values kept before all are forgotten.
const VALUES: usize = 1 << 20;
/// The number of no value.
const UNKNOWN: u32 = u32::MAX;
/// Bytes of the longest word in the table.
const LONGEST: usize = 24;
/// The comma, which stands right behind a word.
const COMMA: &[u8] = "،".as_bytes();
/// Long words kept before they are forgotten.
const LONG: usize = 1 << 14;

/// For each length, the bits of three numbers that hold as many bytes.
const KEEP: [[u64; 3]; LONGEST + 1] = {
    let mut keep = [[0; 3]; LONGEST + 1];
    let mut byte = 0;
    while byte < LONGEST {
        let mut length = byte + 1;
        while length <= LONGEST {
            keep[length][byte / 8] |= 0xff << (8 * (byte % 8));
            length += 1;
        }
        byte += 1;
    }
    keep
};

/// The bytes of a word of at most 24, then zeros: no word holds a NUL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Packed([u64; 3]);

impl Packed {
    #[inline]
    fn of(text: &str, token: &Token) -> Option<Self> {
        let (start, len) = (token.start as usize, (token.end - token.start) as usize);
        if len > LONGEST {
            return None;
        }
        let mut bytes = [0u8; LONGEST];
        match text.as_bytes().get(start..start + LONGEST) {
            // A load of fixed size, and the rest masked away, is faster than a copy of the length.
            Some(block) => {
                bytes.copy_from_slice(block);
                let ([a, b, c], [x, y, z]) = (split(&bytes), KEEP[len]);
                Some(Self([a & x, b & y, c & z]))
            }
            None => {
                bytes[..len].copy_from_slice(&text.as_bytes()[start..start + len]);
                Some(Self(split(&bytes)))
            }
        }
    }

    /// Whether two are the same, without a branch for each number.
    #[inline]
    fn is(&self, other: &Self) -> bool {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        (a ^ x) | (b ^ y) | (c ^ z) == 0
    }

    /// The first of the two places in a table of this size.
    #[inline]
    fn place(&self, places: usize) -> usize {
        const K: u64 = 0x9e37_79b9_7f4a_7c15;
        let [a, b, c] = self.0;
        let mixed = (a ^ b.rotate_left(23) ^ c.rotate_left(41)).wrapping_mul(K);
        (mixed ^ (mixed >> 29)).wrapping_mul(K) as usize >> (64 - places.trailing_zeros()) & !1
    }
}

fn split(bytes: &[u8; LONGEST]) -> [u64; 3] {
    let word = |i: usize| {
        let mut eight = [0; 8];
        eight.copy_from_slice(&bytes[8 * i..8 * i + 8]);
        u64::from_le_bytes(eight)
    };
    [word(0), word(1), word(2)]
}

/// Values remembered by word.
#[derive(Debug)]
pub(super) struct Memory<V> {
    table: Vec<(Packed, u32)>,
    /// The values by number, first the one that most words share.
    values: Vec<V>,
    /// How many were put since the table grew.
    count: usize,
    long: FxHashMap<Box<str>, V>,
}

impl<V: Copy + PartialEq> Memory<V> {
    /// An empty memory; `common` is the value that most words have.
    pub(super) fn new(common: V) -> Self {
        Self { table: vec![(Packed::default(), 0); PLACES.0], values: vec![common], count: 0, long: FxHashMap::default() }
    }

    /// The value of a token.
    #[inline]
    pub(super) fn get(&self, text: &str, token: &Token) -> Option<&V> {
        match Packed::of(text, token) {
            Some(packed) => self.at(&packed),
            None => self.long.get(token.text(text)),
        }
    }

    /// The end of the run of bytes beyond ASCII that begins at `at`, without the comma that ends it, and the value of a token of these bytes; nothing for a run of more than 23
    /// bytes. How long a word is cannot be guessed, so that nothing branches on it.
    #[inline]
    pub(super) fn run(&self, text: &str, at: usize) -> Option<(usize, &V)> {
        let bytes = text.as_bytes().get(at..)?;
        let [a, b, c] = split(bytes.first_chunk()?);
        // How many bytes of eight come before the first of ASCII.
        let before = |eight: u64| (!eight & 0x8080_8080_8080_8080).trailing_zeros() as usize / 8;
        let (first, second, third) = (before(a), before(b), before(c));
        let len = first + if first == 8 { second } else { 0 } + if first + second == 16 { third } else { 0 };
        if len == 0 || len == LONGEST {
            return None;
        }
        let comma = len > COMMA.len() && bytes[len - COMMA.len()..len] == *COMMA;
        let len = len - if comma { COMMA.len() } else { 0 };
        let [x, y, z] = KEEP[len];
        Some((at + len, self.at(&Packed([a & x, b & y, c & z]))?))
    }

    #[inline]
    fn at(&self, packed: &Packed) -> Option<&V> {
        self.values.get(self.number(packed) as usize)
    }

    /// The number of the value that is remembered for a word, [`UNKNOWN`] for one that was not met. Which of the two places holds it cannot be guessed, so that nothing branches on it.
    #[inline]
    fn number(&self, packed: &Packed) -> u32 {
        let at = packed.place(self.table.len());
        let [(one, first), (other, second)] = self.table[at..at + 2] else { return UNKNOWN };
        let second = select_unpredictable(other.is(packed), second, UNKNOWN);
        select_unpredictable(one.is(packed), first, second)
    }

    pub(super) fn put(&mut self, text: &str, token: &Token, value: V) {
        match Packed::of(text, token) {
            Some(packed) => {
                self.count += 1;
                if self.count > self.table.len() / 2 && self.table.len() < PLACES.1 {
                    self.grow();
                }
                if self.values.len() >= VALUES {
                    self.clear();
                }
                let number = if value == self.values[0] { 0 } else { self.values.len() };
                if number > 0 {
                    self.values.push(value);
                }
                self.set(packed, number as u32);
            }
            None => {
                if self.long.len() >= LONG {
                    self.long.clear();
                }
                self.long.insert(token.text(text).into(), value);
            }
        }
    }

    fn set(&mut self, packed: Packed, number: u32) {
        let at = packed.place(self.table.len());
        self.table[at + 1] = self.table[at];
        self.table[at] = (packed, number);
    }

    fn grow(&mut self) {
        let new = vec![(Packed::default(), 0); self.table.len() * 4];
        let old = std::mem::replace(&mut self.table, new);
        self.count = 0;
        for (packed, number) in old.into_iter().rev().filter(|(packed, _)| *packed != Packed::default()) {
            self.set(packed, number);
            self.count += 1;
        }
    }

    pub(super) fn clear(&mut self) {
        self.table.fill((Packed::default(), 0));
        self.values.truncate(1);
        self.long.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::token::tokens;

    #[test]
    fn words_are_found_again_wherever_they_stand() {
        let text = "وفد المعارضة والمستشارونالعسكريون وفد قد وفد";
        let mut memory = Memory::new(1);
        let mut next = 1;
        let seen: Vec<u32> = tokens(text)
            .iter()
            .map(|t| {
                memory.get(text, t).copied().unwrap_or_else(|| {
                    memory.put(text, t, next);
                    next += 1;
                    next - 1
                })
            })
            .collect();
        assert_eq!(seen, [1, 2, 3, 1, 4, 1]);
        memory.clear();
        assert!(memory.get(text, &tokens(text)[0]).is_none());
    }
}
