//! Letters: what each character of the Arabic block is to the tokenizer, and the byte that it folds to.

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
pub(in crate::arabic) fn of_two(first: u8, second: u8) -> u8 {
    BLOCK[usize::from(first & 3) << 6 | usize::from(second & 0x3f)]
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
