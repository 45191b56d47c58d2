//! Likeness: sentences that say the same in nearly the same words, and articles that are copies of one text.
//!
//! In: the contents of sentences. Out: for each sentence the first one that it is like. Sentences meet in an index of their rarest-looking pairs of words (a bottom-k sketch,
//! Broder 1997), each meeting only the first few of a crowd, so that the cost grows with the number of sentences and not with its square; who meets is then compared in full.
//! Numbers and negators must agree: `100` and `200`, or `agreed` and `not agreed`, are never one.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::content::{Class, Content};

/// Pairs of words that stand for a sentence in the index.
const SKETCH: usize = 6;
/// Sentences of one entry of the index that are compared.
const CROWD: usize = 8;
/// Words that two sentences must share, in per mille of the words of both.
const ALIKE: usize = 700;
/// Sentences that two articles must share to be copies, in per mille of the shorter.
const COPY: usize = 600;

/// For each sentence the number of the first that it is like, itself if there is none. Sentences without a content are like none.
#[must_use]
pub fn groups(contents: &[Option<&Content>]) -> Vec<usize> {
    let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut first: Vec<usize> = (0..contents.len()).collect();
    for (number, content) in contents.iter().enumerate() {
        let Some(content) = content else { continue };
        let keys = sketch(content);
        let met = keys.iter().filter_map(|k| index.get(k)).flatten().filter(|&&other| contents[other].is_some_and(|o| alike(o, content)));
        if let Some(&like) = met.min() {
            first[number] = first[like];
        }
        for key in keys {
            let crowd = index.entry(key).or_default();
            if crowd.len() < CROWD {
                crowd.push(number);
            }
        }
    }
    first
}

/// The smallest hashes of neighbouring words.
fn sketch(content: &Content) -> Vec<u64> {
    let mix = |a: u64, b: u64| (a.rotate_left(29) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut keys: Vec<u64> = content.words.windows(2).map(|pair| mix(pair[0], pair[1])).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.truncate(SKETCH);
    keys
}

fn alike(a: &Content, b: &Content) -> bool {
    let numbers = |c: &Content| -> Vec<u64> { c.concepts.iter().filter(|c| matches!(c.class, Class::Number | Class::Day)).map(|c| c.key).collect() };
    let words = |c: &Content| -> Vec<u64> { c.concepts.iter().filter(|c| c.class == Class::Word).map(|c| c.key).collect() };
    if a.negators != b.negators || numbers(a) != numbers(b) {
        return false;
    }
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    1000 * shared >= ALIKE * (a.len() + b.len() - shared)
}

/// For each article the number of the first that it is a copy of, itself if there is none. `places` holds for each sentence its article, in the order of `groups`.
#[must_use]
pub fn texts(articles: usize, places: &[usize], groups: &[usize]) -> Vec<usize> {
    let mut sizes = vec![0usize; articles];
    places.iter().for_each(|&a| sizes[a] += 1);
    // How many sentences two articles share. Members of a group are paired with its first one and with the one before: copies of copies are found by the chain.
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut last: Vec<usize> = (0..groups.len()).collect();
    for (number, &first) in groups.iter().enumerate().filter(|&(n, &g)| n != g) {
        let (one, before, this) = (places[first], places[last[first]], places[number]);
        last[first] = number;
        for other in [one, before].into_iter().take(1 + usize::from(one != before)).filter(|&other| other != this) {
            *shared.entry((other.min(this), other.max(this))).or_default() += 1;
        }
    }
    let mut text: Vec<usize> = (0..articles).collect();
    for ((a, b), count) in shared {
        if 1000 * count >= COPY * sizes[a].min(sizes[b]).max(1) {
            let (a, b) = (root(&text, a), root(&text, b));
            text[a.max(b)] = a.min(b);
        }
    }
    (0..articles).map(|a| root(&text, a)).collect()
}

fn root(text: &[usize], mut article: usize) -> usize {
    while text[article] != article {
        article = text[article];
    }
    article
}
