//! Looking round in a text by byte: the next candidate, the character before or after, the word before or after.
//!
//! In: a text and a place in it. Out: places, always on character boundaries. Words are compared by their folded letters.

use crate::arabic::fold::{Class, class};
use memchr::memchr;

/// The first place in `bytes[at..end]` of `wanted`, or `end`.
#[inline]
pub(super) fn find(bytes: &[u8], at: usize, end: usize, wanted: u8) -> usize {
    memchr(wanted, &bytes[at.min(end)..end]).map_or(end, |i| at + i)
}

/// Bytes that a mark which may cut a sentence ends in: 0x9f ends ؟; 0x80 is in …, in the long dashes and in tatweel, which some use for a dash.
const MARKS: [u8; 7] = [b'.', b'!', b'?', b'(', b'-', 0x9f, 0x80];

/// The first place in `bytes[at..end]` of a byte of a mark, or `end`.
#[inline]
pub(super) fn find_mark(bytes: &[u8], at: usize, end: usize) -> usize {
    let rest = &bytes[at.min(end)..end];
    let (windows, _) = rest.as_chunks::<32>();
    // One mark after the other, so that each is compared with all bytes of a window at once.
    let any = |window: &[u8; 32]| {
        let mut found = [0u8; 32];
        for mark in MARKS {
            for (found, byte) in found.iter_mut().zip(window) {
                *found |= u8::from(*byte == mark);
            }
        }
        found != [0; 32]
    };
    let clean = windows.iter().take_while(|window| !any(window)).count() * 32;
    rest[clean..].iter().position(|byte| MARKS.contains(byte)).map_or(end, |i| at + clean + i)
}

/// The character boundary at or before `at`.
#[inline]
pub(super) fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// White space, and characters that are not seen.
#[inline]
pub(super) fn blank(c: char) -> bool {
    match c {
        ' ' | '\n' | '\r' | '\t' | '\u{a0}' => true,
        '!'..='~' | '\u{620}'..='\u{167f}' => false,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' => true,
        '\u{feff}' | '\u{ad}' | '\u{61c}' => true,
        c => c.is_whitespace() || c.is_control(),
    }
}

/// The character before `at`.
#[inline]
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character at `at`.
#[inline]
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The first place in `at..end` that is not blank.
pub(super) fn skip_blanks(text: &str, at: usize, end: usize) -> usize {
    let mut to = at;
    for c in text[at..end].chars() {
        if !blank(c) {
            break;
        }
        to += c.len_utf8();
    }
    to
}

/// The place after the last character of `start..at` that is not blank.
pub(super) fn trim_end(text: &str, start: usize, at: usize) -> usize {
    let mut to = at;
    for c in text[start..at].chars().rev() {
        if !blank(c) {
            break;
        }
        to -= c.len_utf8();
    }
    to
}

/// True for a letter, a digit or a mark that belongs to one.
#[inline]
pub(super) fn wordy(c: char) -> bool {
    match c {
        '\u{621}'..='\u{652}' | '0'..='9' | 'a'..='z' | 'A'..='Z' => true,
        '\0'..='~' | '،' => false,
        c => !blank(c) && class(c).0 != Class::Other,
    }
}

/// The word that ends at `at`, not before `start`.
pub(super) fn word_before(text: &str, start: usize, at: usize) -> &str {
    let mut from = at;
    for c in text[start..at].chars().rev() {
        if !wordy(c) {
            break;
        }
        from -= c.len_utf8();
    }
    &text[from..at]
}

/// The word that starts at `at`.
pub(super) fn word_after(text: &str, at: usize, end: usize) -> &str {
    let mut to = at;
    for c in text[at..end].chars() {
        if !wordy(c) {
            break;
        }
        to += c.len_utf8();
    }
    &text[at..to]
}

/// The words of `text`, marks and blanks left out.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !wordy(c)).filter(|w| w.chars().any(|c| c != 'ـ'))
}

/// How many letters and digits a word has.
pub(super) fn length(word: &str) -> usize {
    word.chars().filter(|&c| matches!(class(c).0, Class::Letter | Class::Digit)).count()
}
