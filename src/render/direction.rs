//! Direction: which part of a text is Arabic, and what must not reach a page.
//!
//! Every Arabic run gets an element of its own with `dir` and `lang`, which isolates it. Bidi control characters are not needed then, and
//! those that come with an input are taken out: they can make a line read as something else than it says.

use std::borrow::Cow;

use memchr::memchr2_iter;

use crate::arabic::fold::is_letter;

/// How an Arabic run begins on every page. `span` and not `bdi`: GitHub and GitLab keep it.
pub const ARABIC_OPEN: &str = r#"<span dir="rtl" lang="ar">"#;
/// How an English run begins inside Arabic.
pub const ENGLISH_OPEN: &str = r#"<span dir="ltr" lang="en">"#;
/// How either ends.
pub const CLOSE: &str = "</span>";

/// The characters of Unicode's property `Bidi_Control`.
#[must_use]
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that no page may hold: bidi controls, byte order marks, and control characters other than tab and newline.
#[must_use]
pub fn is_unwanted(c: char) -> bool {
    is_bidi_control(c) || c == '\u{feff}' || (c.is_control() && c != '\n' && c != '\t')
}

/// The text without characters that no page may hold; most texts have none.
#[must_use]
pub fn strip_bidi(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for (at, c) in unwanted(text) {
        out.push_str(&text[from..at]);
        from = at + c.len_utf8();
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// The characters of a text that no page may hold, with their places. Nearly all texts have none, which is seen from their bytes.
pub(super) fn unwanted(text: &str) -> impl Iterator<Item = (usize, char)> {
    let text = if has_unwanted(text.as_bytes()) { text } else { "" };
    text.char_indices().filter(|&(_, c)| is_unwanted(c))
}

/// Whether a text has such a character, told by the bytes that one is written as.
fn has_unwanted(bytes: &[u8]) -> bool {
    let is = |found: bool| u8::from(found);
    let second = bytes.get(1..).unwrap_or_default();
    // Without a branch, so that many bytes are compared at once.
    let one = bytes.iter().fold(0, |any, &a| any | is((a < 0x20) & (a != b'\n') & (a != b'\t')) | is(a == 0x7f));
    let two = bytes.iter().zip(second).fold(0, |any, (&a, &b)| any | is(is_unwanted_pair(a, b)));
    // U+200E, U+200F, U+202A to U+202E; U+2066 to U+2069; U+FEFF.
    let three = |at: usize| {
        matches!(
            bytes.get(at..at + 3),
            Some([0xe2, 0x80, 0x8e | 0x8f | 0xaa..=0xae] | [0xe2, 0x81, 0xa6..=0xa9] | [0xef, 0xbb, 0xbf])
        )
    };
    one | two != 0 || memchr2_iter(0xe2, 0xef, bytes).any(three)
}

/// Whether two bytes are a character that no page may hold: U+0080 to U+009F, and U+061C.
pub(super) fn is_unwanted_pair(a: u8, b: u8) -> bool {
    (a == 0xc2) & (b < 0xa0) | (a == 0xd8) & (b == 0x9c)
}

/// Letters that are written from right to left (Arabic and its supplements, Hebrew).
fn is_rtl_letter(c: char) -> bool {
    if matches!(c, '\u{620}'..='\u{64a}') {
        return true;
    }
    let block = matches!(c,
        '\u{590}'..='\u{5ff}' | '\u{600}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    block && c.is_alphabetic()
}

/// Whether the first letter with a direction is Arabic: the direction of a text of which nothing else is known.
#[must_use]
pub fn is_rtl(text: &str) -> bool {
    text.chars().find(|&c| is_letter(c)).is_some_and(is_rtl_letter)
}

/// A piece of a text that has one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The piece.
    pub text: &'a str,
    /// Whether it is Arabic.
    pub rtl: bool,
}

/// The pieces of an English text in which Arabic may stand. A run of Arabic goes from its first letter to its last before the next Latin
/// letter, with the quotation marks and brackets that belong to it; what lies between stays English.
#[must_use]
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut done = 0;
    let latin = latin(text);
    // The run under way: its first byte and the byte after the last that surely belongs to it.
    let mut open: Option<(usize, usize)> = None;
    for (at, c) in text[latin..].char_indices().map(|(at, c)| (latin + at, c)) {
        if is_rtl_letter(c) {
            let start = open.map_or(at, |(start, _)| start);
            open = Some((start, at + c.len_utf8()));
        } else if let Some((_, end)) = &mut open {
            let belongs_to_word = matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{200c}' | '\u{200d}');
            if belongs_to_word && *end == at {
                *end = at + c.len_utf8();
            } else if is_letter(c) {
                close(text, &mut done, &mut open, &mut runs);
            }
        }
    }
    close(text, &mut done, &mut open, &mut runs);
    if done < text.len() {
        runs.push(Run { text: &text[done..], rtl: false });
    }
    runs
}

/// How long the front of a text is in which no letter can be one from right to left: those are of two bytes from U+0580, or begin with `e0` or `ef`.
fn latin(text: &str) -> usize {
    text.bytes().position(|byte| matches!(byte, 0xd6..=0xe0 | 0xef)).unwrap_or(text.len())
}

fn close<'a>(text: &'a str, done: &mut usize, open: &mut Option<(usize, usize)>, runs: &mut Vec<Run<'a>>) {
    let Some((mut start, mut end)) = open.take() else {
        return;
    };
    for (left, right) in [('«', '»'), ('(', ')'), ('"', '"'), ('“', '”')] {
        if text[*done..start].ends_with(left) && text[end..].starts_with(right) {
            start -= left.len_utf8();
            end += right.len_utf8();
            break;
        }
    }
    // `(نموذج)` at an edge of the run: the bracket whose other half is inside.
    for (left, right) in [('«', '»'), ('(', ')'), ('“', '”')] {
        let [opened, closed] = [left, right].map(|c| text[start..end].matches(c).count());
        if opened > closed && text[end..].starts_with(right) {
            end += right.len_utf8();
        } else if closed > opened && text[*done..start].ends_with(left) {
            start -= left.len_utf8();
        }
    }
    if *done < start {
        runs.push(Run { text: &text[*done..start], rtl: false });
    }
    runs.push(Run { text: &text[start..end], rtl: true });
    *done = end;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> String {
        runs(text).iter().map(|r| if r.rtl { format!("[{}]", r.text) } else { r.text.to_owned() }).collect()
    }

    #[test]
    fn arabic_runs_are_found_with_their_quotation_marks() {
        assert_eq!(drawn("delegation … هش ceasefire"), "delegation … [هش] ceasefire");
        assert_eq!(drawn("said «وقف إطلاق النار», then left"), "said [«وقف إطلاق النار»], then left");
        assert_eq!(drawn("أستانا 2 في كازاخستان"), "[أستانا 2 في كازاخستان]");
        assert_eq!(drawn("أستانا 2"), "[أستانا] 2");
        assert_eq!(drawn("in وكالة المثال (نموذج), then (نموذج) وكالة"), "in [وكالة المثال (نموذج)], then [(نموذج) وكالة]");
        assert_eq!(drawn("(see وكالة المثال)"), "(see [وكالة المثال])");
        assert_eq!(drawn("no Arabic"), "no Arabic");
        assert_eq!(drawn(""), "");
        assert_eq!(drawn("مُحَمَّدٌ said"), "[مُحَمَّدٌ] said");
    }

    #[test]
    fn controls_go_and_letters_stay() {
        assert_eq!(strip_bidi("a\u{202e}b\u{2067}ج\u{200f}\u{0}\u{feff}\n"), "abج\n");
        assert_eq!(strip_bidi("می\u{200c}خواهم"), "می\u{200c}خواهم");
        for c in '\0'..='\u{ffff}' {
            assert_eq!(has_unwanted(c.to_string().as_bytes()), is_unwanted(c), "{c:?}");
        }
        let all: String = ('\0'..='\u{ffff}').collect();
        assert_eq!(strip_bidi(&all), all.chars().filter(|&c| !is_unwanted(c)).collect::<String>());
        for c in '\0'..='\u{ffff}' {
            assert!(!is_rtl_letter(c) || latin(c.encode_utf8(&mut [0; 4])) == 0, "{c:?}");
        }
    }
}
