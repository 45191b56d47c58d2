//! Folding: the form of a word that is compared, never printed.
//!
//! In: text as the journalist wrote it. Out: one byte a letter (folded bytes), in which spellings that news text does not
//! keep apart are the same: alef with and without hamza (أ إ آ ٱ), final ى and ي, ة and ه, vowel marks, tatweel, joiners, presentation
//! forms, Persian ک ی, digits of the three systems, Latin case. It refuses nothing: a character that no glossary form can hold folds to [`OTHER`].
//!
//! What is folded is a choice for matching alone (Larkey et al. 2007 call it light normalisation); hamza on و and ي is kept, since
//! folding it merges more words than it repairs.

use unicode_normalization::UnicodeNormalization;

/// Byte for a character that takes part in no form.
pub const OTHER: u8 = 0x1f;

/// What a character of the Arabic block is to the tokenizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A letter: part of a word, one byte in its fold.
    Letter,
    /// A vowel mark, tatweel or joiner: part of a word, dropped by the fold.
    Mark,
    /// A digit of one of the three systems.
    Digit,
    /// Anything else.
    Other,
}

/// The folded byte of an Arabic letter, `0x80 +` its offset from U+0600.
const fn letter(c: char) -> u8 {
    0x80 + (c as u32 - 0x600) as u8
}

/// Folded ا.
pub const ALEF: u8 = letter('ا');
/// Folded ب.
pub const BEH: u8 = letter('ب');
/// Folded ت.
pub const TEH: u8 = letter('ت');
/// Folded س.
pub const SEEN: u8 = letter('س');
/// Folded ف.
pub const FEH: u8 = letter('ف');
/// Folded ك.
pub const KAF: u8 = letter('ك');
/// Folded ل.
pub const LAM: u8 = letter('ل');
/// Folded م.
pub const MEEM: u8 = letter('م');
/// Folded ن.
pub const NOON: u8 = letter('ن');
/// Folded ه and ة.
pub const HEH: u8 = letter('ه');
/// Folded و.
pub const WAW: u8 = letter('و');
/// Folded ي and ى.
pub const YEH: u8 = letter('ي');

/// For each code point U+0600–U+06FF: 0 other, 1 mark, 2–11 digit, else the folded letter.
const BLOCK: [u8; 256] = block();

const fn block() -> [u8; 256] {
    let mut t = [0u8; 256];
    let mut i = 0x21; // ء
    while i <= 0x3a {
        t[i] = 0x80 + i as u8;
        i += 1;
    }
    i = 0x41; // ف
    while i <= 0x4a {
        t[i] = 0x80 + i as u8;
        i += 1;
    }
    // Hamza on alef, madda, wasla.
    t[0x22] = ALEF;
    t[0x23] = ALEF;
    t[0x25] = ALEF;
    t[0x71] = ALEF;
    t[0x29] = HEH; // ة
    t[0x49] = YEH; // ى
    // Persian and other letters as Arabic news uses them.
    t[0xa9] = KAF; // ک
    t[0xcc] = YEH; // ی
    t[0xd2] = YEH; // ے
    t[0xc0] = HEH; // ۀ
    t[0xc1] = HEH; // ہ
    t[0xd5] = HEH; // ە
    t[0x7e] = BEH; // پ
    t[0x86] = letter('ج'); // چ
    t[0x98] = letter('ز'); // ژ
    t[0xa4] = FEH; // ڤ
    t[0xa8] = letter('ق'); // ڨ
    t[0xaf] = KAF; // گ
    // Marks: tashkeel, superscript alef, tatweel, Quranic signs.
    i = 0x4b;
    while i <= 0x5f {
        t[i] = 1;
        i += 1;
    }
    t[0x70] = 1;
    t[0x40] = 1;
    i = 0x10;
    while i <= 0x1a {
        t[i] = 1;
        i += 1;
    }
    i = 0xd6;
    while i <= 0xed {
        if !(i == 0xdd || i == 0xde || i == 0xe5 || i == 0xe6 || i == 0xe9) {
            t[i] = 1;
        }
        i += 1;
    }
    t[0x1c] = 1; // Arabic letter mark
    // Arabic-Indic and extended digits.
    i = 0;
    while i < 10 {
        t[0x60 + i] = 2 + i as u8;
        t[0xf0 + i] = 2 + i as u8;
        i += 1;
    }
    t
}

/// What the two bytes of a character U+0600–U+06FF stand for: 0 other, 1 mark, 2–11 digit, else the folded letter.
#[inline]
pub(super) fn of_two(first: u8, second: u8) -> u8 {
    BLOCK[usize::from(first & 3) << 6 | usize::from(second & 0x3f)]
}

/// Letters and digits of the longest word that [`fold_word`] folds.
pub const SHORT: usize = 24;

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
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
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

/// The class of `c`, and its folded byte when it is a letter or a digit (`b'0'`–`b'9'`).
#[must_use]
pub fn class(c: char) -> (Class, u8) {
    match c as u32 {
        0x600..=0x6ff => match BLOCK[(c as u32 - 0x600) as usize] {
            0 => (Class::Other, OTHER),
            1 => (Class::Mark, OTHER),
            d @ 2..=11 => (Class::Digit, b'0' + d - 2),
            l => (Class::Letter, l),
        },
        0x200b..=0x200f | 0x202a..=0x202e | 0x2060 | 0x2066..=0x2069 | 0xfeff | 0xad => (Class::Mark, OTHER),
        0xfb50..=0xfdff | 0xfe70..=0xfefc => (Class::Letter, OTHER),
        _ if c.is_ascii_digit() => (Class::Digit, c as u8),
        _ if c.is_ascii_alphabetic() => (Class::Letter, c.to_ascii_lowercase() as u8),
        _ if c.is_alphabetic() => (Class::Letter, OTHER),
        _ if matches!(c as u32, 0x300..=0x36f) => (Class::Mark, OTHER),
        _ => (Class::Other, OTHER),
    }
}

/// Appends the fold of `text` to `out`, one byte a letter or digit; what is neither is dropped, but for spaces, which become one `b' '`
/// between words.
pub fn fold_into(text: &str, out: &mut Vec<u8>) {
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
