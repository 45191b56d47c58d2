//! The table of frequent names (`glossary/names.tsv`): how the English-language press writes them, and that a word is one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

static NAMES: LazyLock<BTreeMap<String, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../glossary/names.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(ar, en)| (bare(ar), en)).collect()
});

/// The conventional spelling of a name, if the table has it.
pub(crate) fn known(word: &str) -> Option<&'static str> {
    NAMES.get(&bare(word)).copied()
}

/// Without vowel marks, and with a bare alef.
fn bare(word: &str) -> String {
    let marks = |c: &char| !matches!(*c as u32, 0x64b..=0x652 | 0x640);
    word.chars().filter(marks).map(|c| if matches!(c, 'أ' | 'إ' | 'آ' | 'ٱ') { 'ا' } else { c }).collect()
}
