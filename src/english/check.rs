//! The last word on negation: how many the Arabic has, how many the English.

use std::sync::LazyLock;

use super::government::negatives;
use super::node::{Node, Pos};

/// English words that negate.
const WORDS: &[&str] = &[
    "not",
    "no",
    "never",
    "without",
    "neither",
    "nor",
    "cannot",
    "none",
    "non",
    "unless",
    "lack",
    "absence",
    "absent",
    "nothing",
    "nobody",
    "inability",
    "instability",
];
/// English verbs and nouns that deny what follows them: stems.
const VERBS: &[&str] = &[
    "deny", "denie", "denial", "denying", "refus", "reject", "fail", "refrain", "prevent", "prohibit", "forbid", "forbad",
    "abstain", "declin", "exclud",
];

/// The letters that some of these words begin with, one bit each: most words of a text begin with another.
const fn initials(words: &[&str]) -> u32 {
    let (mut bits, mut i) = (0, 0);
    while i < words.len() {
        bits |= 1 << ((words[i].as_bytes()[0] | 0x20).wrapping_sub(b'a') & 31);
        i += 1;
    }
    bits
}

fn begins_with(word: &[u8], initials: u32) -> bool {
    word.first().is_some_and(|first| first.is_ascii_alphabetic() && initials >> (first.to_ascii_lowercase() - b'a') & 1 == 1)
}

/// The negating words of an English text.
pub(super) fn negations(en: &str) -> usize {
    static NEGATIVES: LazyLock<u32> = LazyLock::new(|| initials(negatives()));
    let adjectives = *NEGATIVES;
    let negates = |w: &[u8]| {
        begins_with(w, const { initials(WORDS) }) && WORDS.iter().any(|word| w.eq_ignore_ascii_case(word.as_bytes()))
            || begins_with(w, adjectives) && negatives().iter().any(|word| w.eq_ignore_ascii_case(word.as_bytes()))
            || w.last_chunk().is_some_and(|end: &[u8; 3]| end.eq_ignore_ascii_case(b"n't"))
    };
    en.as_bytes().split(|b| !b.is_ascii_alphabetic() && *b != b'\'').filter(|w| negates(w)).count()
}

/// Denying verbs of an English text.
pub(super) fn denials(en: &str) -> usize {
    let en = en.as_bytes();
    let begins = |w: &[u8], stem: &str| w.get(..stem.len()).is_some_and(|w| w.eq_ignore_ascii_case(stem.as_bytes()));
    let denies = |w: &[u8]| begins_with(w, const { initials(VERBS) }) && VERBS.iter().any(|stem| begins(w, stem));
    let mut last: &[u8] = b"";
    let mut count = 0;
    for w in en.split(|b| !b.is_ascii_alphabetic()) {
        let ruled = w.eq_ignore_ascii_case(b"out")
            && ["rule", "rules", "ruled", "ruling"].iter().any(|r| last.eq_ignore_ascii_case(r.as_bytes()));
        count += usize::from(denies(w) || ruled);
        last = w;
    }
    count
}

/// How many words of an English text negate or deny: what must be the same in two wordings of one sentence.
#[must_use]
pub fn negating(en: &str) -> usize {
    negations(en) + denials(en)
}

/// What the Arabic of these nodes denies and negates.
pub(super) fn arabic(nodes: &[Node]) -> usize {
    nodes.iter().map(of).sum()
}

fn of(n: &Node) -> usize {
    match n.pos {
        Pos::Neg | Pos::IsNot | Pos::Non | Pos::NonMasdar => 1,
        Pos::Without => 1,
        Pos::Modal | Pos::There => n.negations,
        _ => negations(&n.en) + denials(&n.en),
    }
}
