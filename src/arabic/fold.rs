//! Folding: the form of a word that is compared, never printed.
//!
//! In: text as the journalist wrote it. Out: one byte a letter (folded bytes), in which spellings that news text does not
//! keep apart are the same: alef with and without hamza (أ إ آ ٱ), final ى and ي, ة and ه, vowel marks, tatweel, joiners, presentation
//! forms, Persian ک ی, digits of the three systems, Latin case. It refuses nothing: a character that no glossary form can hold folds to [`OTHER`].
//!
//! What is folded is a choice for matching alone (Larkey et al. 2007 call it light normalisation); hamza on و and ي is kept, since
//! folding it merges more words than it repairs.

mod letters;

use unicode_normalization::UnicodeNormalization;

pub(super) use letters::of_two;
pub use letters::{ALEF, BEH, Class, FEH, HEH, KAF, LAM, MEEM, NOON, OTHER, SEEN, TEH, WAW, YEH, class};

/// Letters and digits of the longest word that [`fold_word`] folds.
pub const SHORT: usize = 24;

/// [`char::is_alphabetic`], which asks long for Arabic letters: nearly all that are asked here.
#[inline]
#[must_use]
pub fn is_letter(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}') || c.is_alphabetic()
}

/// Folds a word of Arabic letters and marks, of [`SHORT`] characters at most, without memory of its own; `None` for any other text.
#[inline]
pub fn fold_word<'b>(word: &str, folded: &'b mut [u8; SHORT]) -> Option<&'b [u8]> {
    let bytes = word.as_bytes();
    if bytes.len() > 2 * SHORT {
        return None;
    }
    let mut count = 0;
    for pair in bytes.chunks(2) {
        let [first @ 0xd8..=0xdb, second] = *pair else { return None };
        match of_two(first, second) {
            1 => {}
            0..=11 => return None,
            letter => {
                folded[count] = letter;
                count += 1;
            }
        }
    }
    Some(&folded[..count])
}

/// Whether two texts have the same fold. Most that have not differ in their first letter, and nothing behind it can change that.
#[inline]
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    let first = |word: &str| match *word.as_bytes() {
        [first @ 0xd8..=0xdb, second, ..] => of_two(first, second),
        _ => 0,
    };
    let (x, y) = (first(a), first(b));
    let differ = x > 11 && y > 11 && x != y;
    !differ && same_throughout(a, b)
}

fn same_throughout(a: &str, b: &str) -> bool {
    let (mut a_rest, mut b_rest) = (a.as_bytes(), b.as_bytes());
    loop {
        match (next_letter(&mut a_rest), next_letter(&mut b_rest)) {
            (Next::Letter(x), Next::Letter(y)) if x == y => {}
            (Next::Letter(_), Next::Letter(_) | Next::End) | (Next::End, Next::Letter(_)) => return false,
            (Next::End, Next::End) => return true,
            _ => return fold(a) == fold(b),
        }
    }
}

/// What comes next in a word.
enum Next {
    Letter(u8),
    End,
    /// Neither an Arabic letter nor a mark.
    Other,
}

/// Takes the next Arabic letter off the front, and the marks before it.
#[inline]
fn next_letter(rest: &mut &[u8]) -> Next {
    loop {
        let [first, second, behind @ ..] = *rest else { return if rest.is_empty() { Next::End } else { Next::Other } };
        if !matches!(first, 0xd8..=0xdb) {
            return Next::Other;
        }
        *rest = behind;
        match of_two(*first, *second) {
            1 => {}
            0..=11 => return Next::Other,
            letter => return Next::Letter(letter),
        }
    }
}

/// Appends the fold of `text` to `out`, one byte a letter or digit; what is neither is dropped, but for spaces, which become one `b' '`
/// between words.
pub fn fold_into(text: &str, out: &mut Vec<u8>) {
    // Most texts are one word.
    if let Some(folded) = fold_word(text, &mut [0; SHORT]) {
        out.extend_from_slice(folded);
        return;
    }
    let mut space = false;
    let mut push = |b: u8, out: &mut Vec<u8>| {
        if b == b' ' {
            space = true;
            return;
        }
        if space && !out.is_empty() {
            out.push(b' ');
        }
        space = false;
        out.push(b);
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        // Nearly all letters are of two bytes, and in one block.
        if (0xd8..=0xdb).contains(&first) {
            match of_two(first, bytes[at + 1]) {
                1 => {}
                0 => push(b' ', out),
                digit @ 2..=11 => push(b'0' + digit - 2, out),
                letter => push(letter, out),
            }
            at += 2;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        match class(c) {
            (Class::Mark, _) => {}
            (Class::Letter, OTHER) if matches!(c as u32, 0xfb50..=0xfefc) => {
                for d in std::iter::once(c).nfkc() {
                    if let (Class::Letter, b) = class(d) {
                        push(b, out);
                    }
                }
            }
            (Class::Letter | Class::Digit, b) => push(b, out),
            (Class::Other, _) => push(b' ', out),
        }
    }
}

/// The fold of `text` as a value of its own.
#[must_use]
pub fn fold(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// The fold of one byte as a letter again, for people to read.
#[must_use]
pub fn show(folded: &[u8]) -> String {
    folded
        .iter()
        .map(|&b| {
            if b >= 0x80 {
                char::from_u32(0x600 + u32::from(b - 0x80)).unwrap_or('?')
            } else if b == OTHER {
                '□'
            } else {
                b as char
            }
        })
        .collect()
}

/// True if `word` ends in tanwin on alef (`روسياً`, `حلًا`): the alef is then an ending and no letter of the word.
#[must_use]
pub fn ends_in_tanwin(word: &str) -> bool {
    let mut tail = word.chars().rev();
    match (tail.next(), tail.next()) {
        (Some('\u{64b}'), Some('ا' | 'ى')) | (Some('ا' | 'ى'), Some('\u{64b}')) => true,
        (Some('\u{651}'), Some('\u{64b}')) | (Some('\u{64b}'), Some('\u{651}')) => tail.next() == Some('ا'),
        _ => false,
    }
}

/// The byte offset in `word` after its first `letters` folded letters, marks that follow them included.
#[must_use]
pub fn offset_after(word: &str, letters: usize) -> usize {
    let (mut front, mut seen) = (0, 0);
    // Nearly all letters are of two bytes, and in one block.
    while let Some(&[first @ 0xd8..=0xdb, second]) = word.as_bytes().get(front..front + 2) {
        if of_two(first, second) != 1 {
            if seen == letters {
                return front;
            }
            seen += 1;
        }
        front += 2;
    }
    for (at, c) in word[front..].char_indices().map(|(at, c)| (front + at, c)) {
        if !matches!(class(c), (Class::Mark, _)) {
            if seen == letters {
                return at;
            }
            seen += if matches!(c as u32, 0xfb50..=0xfefc) { fold(c.encode_utf8(&mut [0; 4])).len() } else { 1 };
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        assert!(('\0'..=char::MAX).all(|c| is_letter(c) == c.is_alphabetic()));
    }

    #[test]
    fn spellings_that_news_does_not_keep_apart_fold_alike() {
        for (a, b) in [
            ("أستانة", "استانه"),
            ("إيران", "ايران"),
            ("تركْيا", "تركيا"),
            ("المعارضةَ", "المعارضة"),
            ("تمكنّت", "تمكنت"),
            ("فى", "في"),
            ("مـــوجز", "موجز"),
            ("ﻣﻮﺟﺰ", "موجز"),
            ("ﻻ", "لا"),
            ("ایران", "ايران"),
            ("BBC", "bbc"),
            ("قال، إنه - هنا.", "قال إنه هنا"),
            ("٢٢٥٤", "2254"),
            ("۲۲۵۴", "2254"),
        ] {
            assert_eq!(show(&fold(a)), show(&fold(b)), "{a} {b}");
        }
    }

    #[test]
    fn texts_are_the_same_where_their_folds_are() {
        let texts = [
            "",
            "ً",
            "قال",
            "قال ",
            "قالَ",
            "قالت",
            "قا ل",
            "قال،",
            "،قال",
            "قال 1",
            "٢قال",
            "2قال",
            "ﻗﺎﻝ",
            "ق",
            "BBC",
            "bbc",
            "قالB",
            "\u{200f}قال",
        ];
        for a in texts {
            for b in texts {
                assert_eq!(same(a, b), fold(a) == fold(b), "{a} {b}");
            }
        }
    }

    #[test]
    fn different_words_stay_different() {
        for (a, b) in [("روسي", "روسيا"), ("مسؤول", "مسول"), ("قال", "انتقال")] {
            assert_ne!(fold(a), fold(b));
        }
    }

    #[test]
    fn tanwin_is_seen_before_it_is_dropped() {
        for word in ["روسياً", "حلًا", "سياسيًا", "قدماً"] {
            assert!(ends_in_tanwin(word), "{word}");
        }
        for word in ["روسيا", "احتجاجا", "موسكو"] {
            assert!(!ends_in_tanwin(word), "{word}");
        }
    }

    #[test]
    fn offsets_lead_back_over_marks() {
        assert_eq!(&"وتركْيا"[offset_after("وتركْيا", 1)..], "تركْيا");
        assert_eq!(&"لِلْوفد"[offset_after("لِلْوفد", 2)..], "وفد");
        assert_eq!(offset_after("وفد", 9), "وفد".len());
    }
}
