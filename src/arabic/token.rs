//! Tokens: words, numbers and single marks, with their place in the text.
//!
//! In: any text. Out: every word, number and punctuation mark in order; white space is not a token. It never fails, and tokens always lie on
//! character boundaries. Letters and digits are never one token (`أستانا2`, `ال17`, `و4`), nor are Arabic and Latin letters.

use super::fold::{Class, class, of_two};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A run of letters and their marks.
    Word,
    /// Digits, with decimal and thousands separators between digits (`1,5`, `٢٫٥`).
    Number,
    /// One character of punctuation or symbol.
    Mark(char),
}

/// A token and its bytes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Word, number or mark.
    pub kind: Kind,
}

impl Token {
    /// The token's text.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether the token is this word; most are not of its length.
    #[must_use]
    pub fn is(&self, text: &str, word: &str) -> bool {
        (self.end - self.start) as usize == word.len() && self.text(text) == word
    }
}

/// Appends the tokens of `text[start..end]` to `out`.
pub fn tokens_into(text: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    let mut at = start;
    while at < end {
        at = next_into(text, at, end, out);
    }
}

/// Appends the token that begins at `at`, before `end`, to `out`, or passes over one character that is none; the place behind it.
#[inline]
pub fn next_into(text: &str, at: usize, end: usize, out: &mut Vec<Token>) -> usize {
    let bytes = &text.as_bytes()[..end];
    if matches!(bytes[at], b' ' | b'\n') {
        return at + 1;
    }
    // Nearly every word is a run of two-byte Arabic letters.
    let mut rest = &bytes[at..];
    let mut letters = false;
    while let [a @ 0xd8..=0xdb, b, behind @ ..] = rest {
        let of = of_two(*a, *b);
        if of > 11 {
            letters = true;
        } else if of != 1 {
            break;
        }
        rest = behind;
    }
    if !letters {
        return slow(text, at, end, out);
    }
    let stop = joiners(text, end - rest.len(), end);
    out.push(Token { start: at as u32, end: stop as u32, kind: Kind::Word });
    stop
}

/// All tokens of `text`.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 8);
    tokens_into(text, 0, text.len(), &mut out);
    out
}

/// A word may go on after a joiner or a presentation form; rare, so out of the fast path.
fn joiners(text: &str, at: usize, end: usize) -> usize {
    if at >= end || !matches!(text.as_bytes()[at], 0xe2 | 0xef | 0xcc | 0xcd) {
        return at;
    }
    let mut stop = at;
    for c in text[at..end].chars() {
        let arabic = matches!(c as u32, 0x600..=0x6ff | 0xfb50..=0xfefc);
        match class(c).0 {
            Class::Mark => {}
            Class::Letter if arabic => {}
            _ => break,
        }
        stop += c.len_utf8();
    }
    stop
}

fn slow(text: &str, at: usize, end: usize, out: &mut Vec<Token>) -> usize {
    let rest = &text[at..end];
    let Some(first) = rest.chars().next() else {
        return end;
    };
    let arabic = |c: char| matches!(c as u32, 0x600..=0x6ff | 0xfb50..=0xfdff | 0xfe70..=0xfefc);
    let (kind, len) = match class(first).0 {
        Class::Digit => (Kind::Number, number(rest)),
        Class::Letter => {
            let script = arabic(first);
            let len = rest
                .char_indices()
                .find(|&(_, c)| match class(c).0 {
                    Class::Mark => false,
                    Class::Letter => arabic(c) != script,
                    _ => true,
                })
                .map_or(rest.len(), |(i, _)| i);
            (Kind::Word, len)
        }
        Class::Mark => return at + first.len_utf8(),
        Class::Other if first.is_whitespace() || first.is_control() => {
            return at + first.len_utf8();
        }
        Class::Other => (Kind::Mark(first), first.len_utf8()),
    };
    out.push(Token { start: at as u32, end: (at + len) as u32, kind });
    at + len
}

/// Length of the number at the start of `rest`: digits, and single separators that stand between digits.
fn number(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        match class(c).0 {
            Class::Digit => len = i + c.len_utf8(),
            _ if matches!(c, '.' | ',' | '٫' | '٬') && chars.peek().is_some_and(|&(_, d)| class(d).0 == Class::Digit) => {}
            _ => break,
        }
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        for (text, want) in [
            ("قال، إنه", vec!["قال", "،", "إنه"]),
            ("ال17 و4", vec!["ال", "17", "و", "4"]),
            ("أستانة9″", vec!["أستانة", "9", "″"]),
            ("1,5 و٢٫٥.", vec!["1,5", "و", "٢٫٥", "."]),
            ("23 و 24\u{a0} كانون", vec!["23", "و", "24", "كانون"]),
            ("ل\"بي بي سي\"", vec!["ل", "\"", "بي", "بي", "سي", "\""]),
            ("AFP-أ.ف.ب", vec!["AFP", "-", "أ", ".", "ف", ".", "ب"]),
            ("تركْيا", vec!["تركْيا"]),
            ("مي\u{200c}خواهم ﻣﻮﺟﺰ", vec!["مي\u{200c}خواهم", "ﻣﻮﺟﺰ"]),
            ("\u{202e}سوريا\u{202c}", vec!["سوريا\u{202c}"]),
            ("آذار/مارس 2011", vec!["آذار", "/", "مارس", "2011"]),
            ("", vec![]),
        ] {
            assert_eq!(split(text), want);
        }
    }

    #[test]
    fn a_range_is_tokenized_alone() {
        let text = "قال إن كل";
        let mut out = Vec::new();
        tokens_into(text, "قال ".len(), "قال إن".len(), &mut out);
        assert_eq!(out.iter().map(|t| t.text(text)).collect::<Vec<_>>(), ["إن"]);
    }
}
