//! The table of frequent names (`glossary/names.tsv`): how the English-language press writes them, and that a word is one.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::arabic::fold::fold;

/// By the name: its spelling, and whether it is a common word as well.
static NAMES: LazyLock<FxHashMap<Cow<str>, (&str, bool)>> = LazyLock::new(|| {
    let lines = include_str!("../../glossary/names.tsv").lines().filter(|line| !line.starts_with('#'));
    let columns = |line: &'static str| {
        let (ar, en) = line.split_once('\t')?;
        let alone = en.strip_suffix("\tword");
        Some((bare(ar), (alone.unwrap_or(en), alone.is_some())))
    };
    lines.filter_map(columns).collect()
});

static FOLDED: LazyLock<FxHashSet<Vec<u8>>> = LazyLock::new(|| NAMES.keys().map(|name| fold(name)).collect());

/// The conventional spelling of a name, if the table has it as a sign of a name.
pub(crate) fn known(word: &str) -> Option<&'static str> {
    // بأن is that, and no Ban
    if word == "بأن" { None } else { NAMES.get(&*bare(word)).filter(|name| !name.1).map(|name| name.0) }
}

/// The conventional spelling of a name, if the table has it: of a word that stands in a name, whatever else it may be.
pub(crate) fn spelled(word: &str) -> Option<&'static str> {
    if word == "بأن" { None } else { NAMES.get(&*bare(word)).map(|name| name.0) }
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
