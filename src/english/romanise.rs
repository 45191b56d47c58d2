//! Arabic letters as simple Latin ones, the way the English-language press writes names.
//!
//! A table of frequent names (`glossary/names.tsv`) first, then letter by letter. Two rules do most: no three consonants stand together (`slman` is Salman, `mhmd` Mahmad), and a name
//! without one of the letters that only Arabic has is taken for a foreign one (`و` is o and `غ` g, not ou and gh).

use std::collections::BTreeMap;
use std::sync::LazyLock;

static NAMES: LazyLock<BTreeMap<String, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../glossary/names.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(ar, en)| (bare(ar), en)).collect()
});

/// The conventional spelling of a name, if the table has it.
pub(super) fn known(word: &str) -> Option<&'static str> {
    NAMES.get(&bare(word)).copied()
}

/// A name in Latin letters.
#[must_use]
pub fn romanise(word: &str) -> String {
    if let Some(known) = known(word).or_else(|| known(&word.replace(' ', ""))) {
        return known.to_owned();
    }
    // عبد السيد: Abdul Sayyid
    if let Some(of) = word.strip_prefix("عبد ال") {
        return format!("Abdul {}", romanise(of));
    }
    if let Some(rest) = word.strip_prefix("ال").filter(|r| r.chars().count() > 2) {
        return format!("al-{}", romanise(rest));
    }
    let text = letters(word);
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Without vowel marks, and with a bare alef.
fn bare(word: &str) -> String {
    let marks = |c: &char| !matches!(*c as u32, 0x64b..=0x652 | 0x640);
    word.chars().filter(marks).map(|c| if matches!(c, 'أ' | 'إ' | 'آ' | 'ٱ') { 'ا' } else { c }).collect()
}

/// Letters that foreign names are not written with.
fn is_arabic(letters: &[char]) -> bool {
    letters.iter().any(|c| matches!(c, 'ح' | 'ص' | 'ض' | 'ط' | 'ظ' | 'ع' | 'ق' | 'ء' | 'ؤ' | 'ث' | 'ذ'))
}

fn is_long(c: char) -> bool {
    matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'و' | 'ي' | 'ى' | 'ة' | 'ئ' | 'ؤ')
}

fn letters(word: &str) -> String {
    let letters: Vec<char> = word.chars().filter(|c| !matches!(*c as u32, 0x64b..=0x652 | 0x640)).collect();
    let arabic = is_arabic(&letters);
    let mut out = String::new();
    for (i, &c) in letters.iter().enumerate() {
        let (first, last) = (i == 0, i + 1 == letters.len());
        let next = letters.get(i + 1).copied();
        let next_long = next.is_some_and(is_long);
        let sounded = out.ends_with(['a', 'e', 'i', 'o', 'u']);
        let text = match c {
            // One sign at the start of `إيران`, `أوروبا`: the long letter says which.
            'ا' | 'أ' | 'إ' if first && matches!(next, Some('ي' | 'و')) && letters.len() > 2 => "",
            'إ' => "i",
            'ا' | 'أ' | 'آ' | 'ى' | 'ة' if out.ends_with('a') => "",
            'ا' | 'أ' | 'آ' | 'ى' | 'ة' => "a",
            'ع' if next_long || sounded => "",
            'ع' => "a",
            'ب' | 'پ' => "b",
            'ت' | 'ط' => "t",
            'ث' => "th",
            'ج' => "j",
            'ه' if last && !sounded => "eh",
            'ح' | 'ه' => "h",
            'خ' => "kh",
            'د' | 'ض' => "d",
            'ذ' => "dh",
            'ر' => "r",
            'ز' | 'ظ' => "z",
            'س' | 'ص' => "s",
            'ش' => "sh",
            'غ' if arabic => "gh",
            'غ' | 'گ' => "g",
            'چ' => "ch",
            'ژ' => "zh",
            'ف' => "f",
            'ڤ' => "v",
            'ق' => "q",
            'ك' | 'ک' => "k",
            'ل' => "l",
            'م' => "m",
            'ن' => "n",
            'و' if first || (next_long && !last && next != Some('ي')) || sounded => "w",
            'و' if arabic => "ou",
            'و' => "o",
            'ئ' if next != Some('ي') => "i",
            'ي' if first => "y",
            'ي' if next_long && sounded => "y",
            'ي' | 'ی' => "i",
            _ => "",
        };
        out.push_str(text);
        // A short vowel is not written: one stands between two consonants unless the first closes a syllable.
        let consonant = |c: char| !is_long(c) && c != 'ع';
        let closes = sounded && !first;
        // الوطن: Watan
        let opening = first && c == 'و' && letters.len() > 2;
        if (consonant(c) || opening) && next.is_some_and(consonant) && !closes {
            out.push('a');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_the_press_writes_them() {
        for (ar, en) in [
            ("محمد", "Mohammed"),
            ("احمد", "Ahmed"),
            ("الرفاعي", "al-Rafai"),
            ("كمالدينوف", "Kamaldinof"),
            ("سلمانوف", "Salmanof"),
            ("القصاص", "al-Qasas"),
            ("إيغور", "Igor"),
            ("منصوري", "Mansouri"),
        ] {
            assert_eq!(romanise(ar), en);
        }
    }

    /// Figures, where the pairs are at hand: see the book. `cargo test --lib romanise -- --nocapture` prints them.
    #[test]
    #[expect(clippy::print_stdout, reason = "figures to be read")]
    fn distance_from_a_table_of_pairs() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/romanisation-dev.txt");
        let Ok(text) = std::fs::read_to_string(path) else { return };
        let pairs: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once('\t')).collect();
        let (mut edits, mut letters, mut same) = (0, 0, 0);
        for (ar, en) in &pairs {
            let plain = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
            let (made, wanted) = (plain(&romanise(ar)), plain(en));
            let distance = levenshtein(&made, &wanted);
            edits += distance;
            letters += wanted.len();
            same += usize::from(distance == 0);
        }
        let part = |n: usize, of: usize| 100.0 * n as f64 / of as f64;
        println!(
            "{} pairs: {:.1} edits in 100 letters, {:.1} % the same",
            pairs.len(),
            part(edits, letters),
            part(same, pairs.len())
        );
        assert!(edits * 100 < letters * 40);
    }

    fn levenshtein(a: &[char], b: &[char]) -> usize {
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.iter().enumerate() {
            let mut diagonal = std::mem::replace(&mut row[0], i + 1);
            for (j, y) in b.iter().enumerate() {
                let least = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
                diagonal = std::mem::replace(&mut row[j + 1], least);
            }
        }
        row[b.len()]
    }
}
