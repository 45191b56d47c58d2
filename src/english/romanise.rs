//! Arabic letters as simple Latin ones, the way the English-language press writes names.
//!
//! A table of frequent names (`glossary/names.tsv`) first, then letter by letter. Two rules do most: no three consonants stand together (`slman` is Salman, `mhmd` Mahmad), and a name
//! without one of the letters that only Arabic has is taken for a foreign one (`و` is o and `غ` g, not ou and gh; `غريش` is Grish, no Garish). A Russian or a Turk ends as he is written.

pub(super) use crate::glossary::names::{known, spelled};

/// A name in Latin letters.
#[must_use]
pub fn romanise(word: &str) -> String {
    if let Some(listed) = spelled(word).or_else(|| spelled(&word.replace(' ', ""))) {
        return listed.to_owned();
    }
    // عبد السيد: Abdul Sayyid
    if let Some(of) = word.strip_prefix("عبد ال") {
        return format!("Abdul {}", romanise(of));
    }
    // التل: short, and in the table
    if let Some(rest) = word.strip_prefix("ال").filter(|r| r.chars().count() > 2 || spelled(r).is_some()) {
        return format!("al-{}", spelled(rest).map_or_else(|| capital(&spell(&plain(rest), true)), str::to_owned));
    }
    capital(&letters(word))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The letters of a word, without vowel marks.
fn plain(word: &str) -> Vec<char> {
    word.chars().filter(|c| !matches!(*c as u32, 0x64b..=0x652 | 0x640)).collect()
}

/// Letters that foreign names are not written with.
fn is_arabic(letters: &[char]) -> bool {
    letters.iter().any(|c| matches!(c, 'ح' | 'ص' | 'ض' | 'ط' | 'ظ' | 'ع' | 'ق' | 'ء' | 'ؤ'))
}

fn is_long(c: char) -> bool {
    matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'و' | 'ي' | 'ى' | 'ة' | 'ئ' | 'ؤ')
}

/// True for a name that none but an Arab or a neighbour has; `قاديروف` ends as a Russian's does.
fn arabic(letters: &[char]) -> bool {
    let slavic = |end: &str| letters.iter().rev().zip(end.chars().rev()).all(|(a, b)| *a == b);
    let russian = letters.len() > 5
        && ["وف", "يف", "وفا", "يفا"].iter().any(|end| slavic(end))
        && !["ؤوف", "عروف"].iter().any(|end| slavic(end));
    is_arabic(letters) && !russian
}

/// True for two consonants of a foreign name with no vowel between them, `rest` behind them: غريشكين, كرستينا, آرنولد.
fn cluster(first: char, second: char, rest: &[char], long: bool) -> bool {
    let liquid = long && matches!(second, 'ر' | 'ل') && matches!(first, 'ب' | 'ت' | 'د' | 'ك' | 'غ' | 'ف' | 'پ' | 'ڤ');
    let hissing = matches!((first, second), ('س', 'ت' | 'ك' | 'ب')) && !rest.is_empty()
        || long && matches!((first, second), ('ش', 'ت' | 'ن' | 'م')) && !rest.is_empty();
    let last = rest.is_empty() && matches!(first, 'ن' | 'ل' | 'ر' | 'س') && matches!(second, 'ت' | 'د' | 'س' | 'ك' | 'ز' | 'غ');
    liquid && rest.first().is_some_and(|c| is_long(*c)) || hissing || last
}

/// Ends of foreign names as they are written.
const ENDS: &[(&str, &str)] = &[
    ("ishfili", "ishvili"),
    ("ashfili", "ashvili"),
    ("ofich", "ovich"),
    ("ifich", "evich"),
    ("afich", "avich"),
    ("fski", "vsky"),
    ("inko", "enko"),
    ("oglo", "oglu"),
    ("iif", "yev"),
    ("aif", "ayev"),
    ("ofa", "ova"),
    ("ifa", "eva"),
    ("ski", "sky"),
    ("of", "ov"),
];

fn letters(word: &str) -> String {
    let letters = plain(word);
    let text = spell(&letters, arabic(&letters));
    // بوليفة: no Russian
    let foreign = !arabic(&letters) && letters.last() != Some(&'ة');
    let end = ENDS.iter().filter(|_| foreign).find(|(end, _)| text.ends_with(end) && text.len() > end.len() + 1);
    end.map_or_else(|| text.clone(), |(end, as_written)| text.strip_suffix(end).unwrap_or_default().to_owned() + as_written)
}

fn spell(letters: &[char], arabic: bool) -> String {
    let mut out = String::new();
    let mut i = 0;
    while i < letters.len() {
        let c = letters[i];
        // تشاد: one sound
        let church = !arabic && c == 'ت' && letters.get(i + 1) == Some(&'ش');
        let first = i == 0;
        i += 1 + usize::from(church);
        let last = i == letters.len();
        let next = letters.get(i).copied();
        let next_long = next.is_some_and(is_long);
        let sounded = out.ends_with(['a', 'e', 'i', 'o', 'u']);
        let text = match c {
            _ if church => "ch",
            // أيبك: Aibek
            'أ' if first && next == Some('ي') && letters.len() > 2 => "a",
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
            // روميو
            'و' if !arabic && last && out.ends_with('i') => "o",
            'و' if first || (next_long && !last && next != Some('ي')) || sounded => "w",
            'و' if arabic => "ou",
            'و' => "o",
            'ئ' if next != Some('ي') => "i",
            'ي' if first => "y",
            'ي' if next_long && sounded => "y",
            // بيرغر: Berger
            'ي' if !arabic && !sounded && next == Some('ر') && letters.get(i + 1).is_some_and(|c| !is_long(*c)) => "e",
            'ي' | 'ی' if !arabic && last && out.ends_with('a') => "y",
            'ي' | 'ی' => "i",
            _ => "",
        };
        out.push_str(text);
        // A short vowel is not written: one stands between two consonants unless the first closes a syllable.
        let consonant = |c: char| !is_long(c) && c != 'ع';
        let closes = sounded && !first;
        // الوطن: Watan
        let opening = first && c == 'و' && letters.len() > 2;
        let Some(next) = next.filter(|n| (consonant(c) || opening) && consonant(*n)) else { continue };
        let rest = &letters[i + 1..];
        if !arabic && next == 'ر' && rest.is_empty() {
            // مولر: Moller
            out.push('e');
        } else if !closes && (arabic || church || !cluster(c, next, rest, letters.len() > 5)) {
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
            ("الرفاعي", "al-Rifai"),
            ("التل", "al-Tal"),
            ("أيبك", "Aibek"),
            ("كمالدينوف", "Kamaldinov"),
            ("سلمانوف", "Salmanov"),
            ("أحمدوف", "Ahmadov"),
            ("غريشكين", "Grishkin"),
            ("بيرغر", "Berger"),
            ("يوفانوفيتش", "Yofanovich"),
            ("معروف", "Marouf"),
            ("القصاص", "al-Qassas"),
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
            let small = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
            let (made, wanted) = (small(&romanise(ar)), small(en));
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
