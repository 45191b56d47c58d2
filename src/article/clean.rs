//! Characters that nobody can see, and how much of a text is Arabic.
//!
//! Controls that reorder text on a screen, and control characters that are no blanks, are dropped from every text; how the letters that
//! are seen are written is not changed. All of it runs over every byte that mujaz reads: the common case must cost next to nothing.

use crate::arabic::fold::is_letter;
use crate::diagnostic::{Code, Diagnostic, Source};
use std::ops::Range;
use std::sync::Arc;

/// The embeddings, overrides and isolates of the Unicode bidirectional algorithm.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_dropped(c: char) -> bool {
    is_bidi_control(c) || (c.is_control() && !matches!(c, '\t'..='\r' | '\u{85}'))
}

/// Where the characters are that are dropped from a text.
pub(super) fn dropped(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    suspects(text).filter(|(_, c)| is_dropped(*c)).map(|(at, c)| at..at + c.len_utf8())
}

/// The text as it is used.
pub(super) fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for dropped in dropped(text) {
        out.push_str(&text[from..dropped.start]);
        from = dropped.end;
    }
    out.push_str(&text[from..]);
    out
}

/// Every control character of the text and some others.
fn suspects(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    const WINDOW: usize = 128;
    // Branchless, so that it is compiled to vector instructions. A quotation mark is no suspect: of `c2 ab` the second byte tells, and of `e2 80 9c` the third.
    let is_one = |a: u8| (a < 0x20) & (a != b'\n') | (a == 0x7f);
    let is_three = |a: u8, b: u8, c: u8| (a == 0xe2) & ((b == 0x80) & (c >= 0xa8) | (b == 0x81));
    let is_suspect = move |a: u8, b: u8, c: u8| is_one(a) | (a == 0xc2) & (b < 0xa0) | is_three(a, b, c);
    // Most windows hold no first byte of one.
    let may_be = move |w: &[u8]| {
        let mut found = [0u8; 32];
        for bytes in w.chunks_exact(32) {
            found.iter_mut().zip(bytes).for_each(|(found, &a)| *found |= u8::from(is_one(a) | (a == 0xc2) | (a == 0xe2)));
        }
        found != [0; 32]
    };
    let bytes = text.as_bytes();
    let at = move |at: usize| bytes.get(at).copied().unwrap_or_default();
    let windows = (0..text.len()).step_by(WINDOW).filter(move |&start| match bytes.get(start..start + WINDOW + 2) {
        Some(w) => {
            may_be(&w[..WINDOW])
                && w.iter().zip(&w[1..]).zip(&w[2..]).fold(false, |any, ((&a, &b), &c)| any | is_suspect(a, b, c))
        }
        None => true,
    });
    windows.flat_map(move |start| {
        let places = start..bytes.len().min(start + WINDOW);
        let found = places.filter(move |&i| is_suspect(at(i), at(i + 1), at(i + 2)));
        found.filter_map(move |at| Some((at, text[at..].chars().next()?)))
    })
}

/// A warning if the source holds characters that reorder text on the screen.
pub(super) fn bidi_warning(source: &Arc<Source>) -> Option<Diagnostic> {
    let mut found = suspects(&source.text).filter(|(_, c)| is_bidi_control(*c));
    let (at, first) = found.next()?;
    let place = source.span(at..at + first.len_utf8());
    let message = match found.count() {
        0 => format!("U+{:04X}, which reorders text on the screen", u32::from(first)),
        more => format!("{} characters that reorder text on the screen, the first of them U+{:04X}", more + 1, u32::from(first)),
    };
    let warning = Diagnostic::warning(Code::ArticleBidiControl, message).at(place);
    Some(warning.hint("they are left out of the briefs; remove them from the file"))
}

/// Whether less than a fifth of the letters are Arabic.
pub(super) fn mostly_foreign(text: &str) -> bool {
    // First by the first bytes of characters: all of U+0600 to U+06FF against everything that could be a letter.
    let (mut arabic, mut others, mut left) = (0_usize, 0_usize, text.len());
    for window in text.as_bytes().chunks(255) {
        // What is left cannot change it.
        if arabic > others + left {
            return false;
        }
        left -= window.len();
        let (mut a, mut o) = (0_u8, 0_u8);
        for b in window {
            a += u8::from(b.wrapping_sub(0xd8) < 4);
            o += u8::from((b | 0x20).wrapping_sub(b'a') < 26 || *b >= 0xdc || b.wrapping_sub(0xc3) < 21);
        }
        arabic += usize::from(a);
        others += usize::from(o);
    }
    if arabic > others {
        return false;
    }
    let letters = || text.chars().filter(|c| is_letter(*c));
    let arabic = letters().filter(|c| is_arabic(*c)).count();
    arabic == 0 || arabic * 5 < letters().count()
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// The first words of a text, to name it by.
pub(super) fn first_words(text: &str) -> Option<String> {
    let mut out = String::new();
    for word in text.split_whitespace().take(6) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(20));
    }
    (!out.is_empty()).then_some(out)
}

/// What a file states, cleaned and trimmed; nothing if that leaves nothing.
pub(super) fn stated(value: Option<String>) -> Option<String> {
    let value = cleaned(value?.trim());
    (!value.is_empty()).then_some(value)
}

/// Whether a link may lead there.
pub(super) fn is_web_address(url: &str) -> bool {
    let after = |scheme: &str| {
        let start = url.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
    };
    let rest = after("https://").or_else(|| after("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !url.contains(char::is_whitespace)
}
