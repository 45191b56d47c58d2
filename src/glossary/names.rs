//! The table of frequent names (`glossary/names.tsv`): how the English-language press writes them, and that a word is one.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::arabic::fold::fold;

static NAMES: LazyLock<FxHashMap<Cow<str>, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../glossary/names.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(ar, en)| (bare(ar), en)).collect()
});

static FOLDED: LazyLock<FxHashSet<Vec<u8>>> = LazyLock::new(|| NAMES.keys().map(|name| fold(name)).collect());

/// The conventional spelling of a name, if the table has it.
pub(crate) fn known(word: &str) -> Option<&'static str> {
    // بأن is that, and no Ban
    if word == "بأن" { None } else { NAMES.get(&*bare(word)).copied() }
}

/// Whether a word, which folds to `folded`, may be a name of the table: most are told apart by that, and need not be read again.
pub(crate) fn may_be(folded: &[u8]) -> bool {
    FOLDED.contains(folded)
}

/// A part of a name that wants the word behind it: `عبد الرحمن`, `بن سعيد`.
pub(crate) fn links(word: &str) -> bool {
    matches!(word, "عبد" | "أبو" | "ابو" | "بن" | "ابن" | "آل")
}

/// Without vowel marks, with a bare alef, and with ي for ى, but in words as short as على.
fn bare(word: &str) -> Cow<'_, str> {
    let is_mark = |c: char| matches!(c, '\u{64b}'..='\u{652}' | '\u{640}');
    let is_alef = |c: char| matches!(c, 'أ' | 'إ' | 'آ' | 'ٱ');
    if !word.contains(|c| is_mark(c) || is_alef(c) || c == 'ى') {
        return Cow::Borrowed(word);
    }
    let long = word.chars().filter(|c| !is_mark(*c)).count() > 3;
    let plain = |c| match c {
        'ى' if long => 'ي',
        c if is_alef(c) => 'ا',
        c => c,
    };
    word.chars().filter(|c| !is_mark(*c)).map(plain).collect()
}
