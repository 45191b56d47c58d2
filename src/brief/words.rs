//! Phrases that a text is searched for: whole words one behind the other, however their letters are written; a و may stand before the first.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::arabic::fold::{SHORT, fold, fold_word, is_letter};

/// The words of a text, each with where it stands.
pub(super) struct Words(Vec<Word>);

struct Word {
    start: usize,
    end: usize,
    key: u64,
    /// The key without the و in front, if it has one.
    behind_and: Option<u64>,
}

/// Phrases that are looked for together.
pub(super) struct Phrases {
    /// The keys of the words behind the first, by the key of the first.
    of_first: FxHashMap<u64, Vec<Box<[u64]>>>,
}

/// What two words have in common whose folds are one.
fn key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    match fold_word(word, &mut [0; SHORT]) {
        Some(folded) => folded.hash(&mut hasher),
        None => fold(word).as_slice().hash(&mut hasher),
    }
    hasher.finish()
}

impl Words {
    /// The words of `text`, without the marks around them.
    pub(super) fn of(text: &str) -> Self {
        let word = |w: &str| {
            let inner = w.trim_matches(|c| !is_letter(c));
            let start = inner.as_ptr() as usize - text.as_ptr() as usize;
            Word { start, end: start + inner.len(), key: key(inner), behind_and: inner.strip_prefix('و').map(key) }
        };
        Self(text.split_whitespace().map(word).collect())
    }

    /// Where the first of the phrases stands, from which byte to which: the و in front is part of it.
    pub(super) fn first(&self, phrases: &Phrases) -> Option<(usize, usize)> {
        let at = |i: usize| {
            let word = &self.0[i];
            let goes_on = |rest: &[u64]| {
                let behind = self.0.get(i + 1..i + 1 + rest.len())?;
                behind.iter().zip(rest).all(|(w, key)| w.key == *key).then(|| behind.last().unwrap_or(word).end)
            };
            let of = |key: u64| phrases.of_first.get(&key).into_iter().flatten().filter_map(|rest| goes_on(rest)).min();
            let end = [of(word.key), word.behind_and.and_then(of)].into_iter().flatten().min();
            end.map(|end| (word.start, end))
        };
        (0..self.0.len()).find_map(at)
    }

    /// True where one of the phrases stands.
    pub(super) fn any(&self, phrases: &Phrases) -> bool {
        self.first(phrases).is_some()
    }
}

impl Phrases {
    /// To look for all of these.
    pub(super) fn of<'a>(phrases: impl IntoIterator<Item = &'a &'a str>) -> Self {
        let mut of_first: FxHashMap<u64, Vec<Box<[u64]>>> = FxHashMap::default();
        for phrase in phrases {
            let mut words = phrase.split_whitespace().map(key);
            if let Some(first) = words.next() {
                of_first.entry(first).or_default().push(words.collect());
            }
        }
        Self { of_first }
    }

    /// True where there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.of_first.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Phrases, Words};

    #[test]
    fn whole_words_in_their_order() {
        let phrases = Phrases::of(&["أي جولة", "جولة جديدة", "الهدنة"]);
        let found = |text: &'static str| Words::of(text).first(&phrases).map(|(start, end)| &text[start..end]);
        assert_eq!(found("لن يشارك في «أي جولة» جديدة"), Some("أي جولة"));
        assert_eq!(found("بعد الهُدنة، وجولةٍ جديدة"), Some("الهُدنة"));
        assert_eq!(found("عقدت أمس وجولةٍ جديدة"), Some("وجولةٍ جديدة"));
        assert_eq!(found("جديدة جولة، والجولة أي"), None);
        assert_eq!(found(""), None);
    }
}
