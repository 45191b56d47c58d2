//! The sieve: tells most unknown stems apart without hashing them.

/// Which lengths and outer letters known words have: tells most unknown stems apart without hashing them.
#[derive(Debug, PartialEq)]
pub(super) struct Sieve(Vec<u64>);

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; 1 << 12])
    }
}

impl Sieve {
    fn bit(word: &[u8]) -> (usize, u64) {
        let at = |i: usize| u32::from(word.get(i).copied().unwrap_or(0));
        let last = |i: usize| at(word.len().wrapping_sub(i));
        let mixed = (at(0) | at(1) << 8 | last(1) << 16 | last(2) << 24) ^ (word.len() as u32).wrapping_mul(0x2545_f491);
        let mixed = mixed.wrapping_mul(0x9e37_79b1) >> 14;
        ((mixed >> 6) as usize, 1 << (mixed & 63))
    }

    pub(super) fn add(&mut self, word: &[u8]) {
        let (i, bit) = Self::bit(word);
        self.0[i] |= bit;
    }

    pub(super) fn may_have(&self, word: &[u8]) -> bool {
        let (i, bit) = Self::bit(word);
        self.0[i] & bit != 0
    }
}
