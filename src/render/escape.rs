//! Escaping: the default for every `{{ … }}` in a template.
//!
//! HTML: the five characters of markup. Markdown: every character that Markdown, its GitHub extensions or HTML could read as markup, as
//! a character reference. References and not backslashes, since a reference is right inside an HTML table too, where Markdown is not read, and since
//! CommonMark never takes one for markup. Lines are joined, so that a text cannot begin a block.

use std::borrow::Cow;
use std::io;

use memchr::{memchr_iter, memchr2, memchr3, memchr3_iter};

use super::Format;
use super::direction::{is_unwanted, is_unwanted_pair, strip_bidi};

/// The text as a page of this format writes it.
#[must_use]
pub(super) fn text(text: &str, format: Format) -> Cow<'_, str> {
    if format == Format::Md { markdown(text) } else { html(text) }
}

/// [`text`], of what [`one_line`] gave or of a part of it that begins and ends with no blank.
#[must_use]
pub(super) fn of_line(line: &str, format: Format) -> Cow<'_, str> {
    if format == Format::Md { markdown_line(Cow::Borrowed(line)) } else { html_clean(Cow::Borrowed(line)) }
}

/// HTML text or attribute value; most texts stay as they are.
#[must_use]
pub fn html(text: &str) -> Cow<'_, str> {
    html_clean(strip_bidi(text))
}

/// [`html`], of a text without characters that no page may hold.
fn html_clean(text: Cow<'_, str>) -> Cow<'_, str> {
    if memchr3(b'&', b'<', b'>', text.as_bytes()).is_none() && memchr2(b'"', b'\'', text.as_bytes()).is_none() {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let reference = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(reference);
        from = at + 1;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// One line of Markdown text: also right inside an HTML block. Most texts stay as they are.
#[must_use]
pub fn markdown(text: &str) -> Cow<'_, str> {
    markdown_line(one_line(text))
}

/// Bytes that may be markup, or that begin what may: all are characters by themselves.
const MARKUP: [bool; 256] = {
    let (mut is, mut at) = ([false; 256], 0);
    let bytes = b"&<>\\`*[]|#~$@{}:._-+=)";
    while at < bytes.len() {
        is[bytes[at] as usize] = true;
        at += 1;
    }
    is
};

/// [`markdown`], of a text on one line.
fn markdown_line(line: Cow<'_, str>) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    let marker = marker(&line);
    let places = line.as_bytes().iter().enumerate().filter(|(_, byte)| MARKUP[usize::from(**byte)]);
    for (at, &byte) in places {
        let reference = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'\\' | b'`' | b'*' | b'[' | b']' | b'|' | b'#' | b'~' | b'$' | b'@' | b'{' | b'}' => "",
            // `https://` and `www.` become links on GitHub, `!` before a bracket an image.
            b':' if line[at..].starts_with("://") => "",
            b'.' if at >= 3 && line.as_bytes()[at - 3..at].eq_ignore_ascii_case(b"www") => "",
            // Between letters it is no markup.
            b'_' if !(line[..at].ends_with(char::is_alphanumeric) && line[at + 1..].starts_with(char::is_alphanumeric)) => "",
            _ if Some(at) == marker => "",
            _ => continue,
        };
        out.push_str(&line[from..at]);
        from = at + 1;
        if reference.is_empty() {
            out.push_str(&format!("&#{byte};"));
        } else {
            out.push_str(reference);
        }
    }
    if from == 0 {
        return line;
    }
    out.push_str(&line[from..]);
    Cow::Owned(out)
}

/// Where the character stands that would make the line a list item, a heading or a rule.
fn marker(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let next = line.as_bytes().get(digits + 1);
    match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 && matches!(next, None | Some(b' ')) => Some(digits),
        Some(b'-' | b'+') if digits == 0 && matches!(next, None | Some(b' ' | b'-')) => Some(0),
        Some(b'=') if digits == 0 => Some(0),
        _ => None,
    }
}

/// The text on one line: white space is one blank, unwanted characters are gone.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    // Most texts are on one line already.
    if !breaks(text) && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}') {
        let start = out.len();
        if !out.is_empty() {
            out.push(' ');
        }
        let before = out.len();
        out.push_str(&strip_bidi(word));
        if out.len() == before {
            out.truncate(start);
        }
    }
    Cow::Owned(out)
}

/// Whether there is white space other than single blanks, or a character that no page may hold.
fn breaks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = bytes.get(1..).unwrap_or_default();
    let is = |found: bool| u8::from(found);
    // Without a branch, so that many bytes are compared at once.
    let one = bytes.iter().fold(0, |any, &a| any | is(a < 0x20) | is(a == 0x7f));
    let two = bytes.iter().zip(next).fold(0, |any, (&a, &b)| any | is((a == b' ') & (b == b' ') | is_unwanted_pair(a, b)));
    // U+1680, U+2000 to U+205F, U+3000, U+FEFF begin with e1, e2, e3, ef.
    let three = |at: usize| text[at..].starts_with(|c: char| c.is_whitespace() && c != '\u{202f}' || is_unwanted(c));
    one | two != 0 || memchr3_iter(0xe1, 0xe2, 0xe3, bytes).chain(memchr_iter(0xef, bytes)).any(three)
}

/// [`html`] as Tera calls it.
///
/// # Errors
/// Only when the writer fails.
pub fn write_html(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(html(text).as_bytes())
}

/// [`markdown`] as Tera calls it.
///
/// # Errors
/// Only when the writer fails.
pub fn write_markdown(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(markdown(text).as_bytes())
}

/// A web address that may stand in a link, escaped for an attribute and for Markdown's `(…)`; `None` for any other scheme.
#[must_use]
pub fn url(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = text.split_once(':')?.0.to_ascii_lowercase();
    let rest = &text[scheme.len()..];
    let fine = match scheme.as_str() {
        "http" | "https" => rest.starts_with("://") && rest.len() > 3,
        "mailto" => rest.len() > 1,
        _ => false,
    };
    if !fine {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' => out.push(c),
            '-' | '.' | '/' | ':' | '?' | '=' | '#' | '%' | '+' | ',' | ';' | '@' | '!' => out.push(c),
            '&' => out.push_str("&amp;"),
            '_' => out.push('_'),
            '~' => out.push('~'),
            c if is_unwanted(c) => {}
            c => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
        }
    }
    Some(out)
}

/// The path of another page as a relative link: no scheme, no host, no query.
#[must_use]
pub fn path(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.replace('\\', "/").trim_start_matches('/').bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// A name for `id` and for `#…` links: ASCII letters, digits, `-` and `_` stay, any other character is written as `.` and its number.
#[must_use]
pub fn anchor(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == '-' || c == '_' {
            out.push(c);
        } else {
            out.push('.');
            let number = c as u32;
            let digits = (number.max(1).ilog2() / 4 + 1).min(8);
            out.extend((0..digits).rev().filter_map(|digit| char::from_digit(number >> (4 * digit) & 15, 16)));
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_white_space_but_single_blanks() {
        for (text, expected) in [
            ("", ""),
            (" ", ""),
            ("a b", "a b"),
            (" a\t\nb\u{2009}c\u{85}d\u{1680}e\u{3000}f ", "a b c d e f"),
            ("a  b\u{a0}c\u{202f}d", "a b\u{a0}c\u{202f}d"),
            ("a\u{a0}«b»\u{202f}… ’", "a\u{a0}«b»\u{202f}… ’"),
            ("\u{a0}a\u{a0}", "\u{a0}a\u{a0}"),
            ("قال\u{61c}  «لا»", "قال «لا»"),
        ] {
            assert_eq!(one_line(text), expected);
        }
        for c in '\0'..='\u{ffff}' {
            let unlike = c.is_whitespace() && !matches!(c, ' ' | '\u{a0}' | '\u{202f}') || is_unwanted(c);
            assert_eq!(breaks(&format!("a{c}b")), unlike, "{c:?}");
        }
    }

    #[test]
    fn markdown_is_text() {
        for (text, expected) in [
            ("plain, text (with brackets).", "plain, text (with brackets)."),
            ("a|b*c _d_ e_f", "a&#124;b&#42;c &#95;d&#95; e_f"),
            ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
            ("# heading", "&#35; heading"),
            ("- item", "&#45; item"),
            ("1. item", "1&#46; item"),
            ("23) item", "23&#41; item"),
            ("1.5 million", "1.5 million"),
            ("---", "&#45;--"),
            ("line\n\n- item\n===", "line - item ==="),
            ("[x](javascript:y)", "&#91;x&#93;(javascript:y)"),
            ("see https://x.example and WWW.x.example", "see https&#58;//x.example and WWW&#46;x.example"),
            ("a\u{202e}\u{2067} b", "a b"),
            ("`{{ 7 * 7 }}`", "&#96;&#123;&#123; 7 &#42; 7 &#125;&#125;&#96;"),
        ] {
            assert_eq!(markdown(text), expected);
        }
    }

    #[test]
    fn addresses_have_a_scheme_that_is_allowed() {
        assert_eq!(
            url("https://x.example/a b(c)?d=1&e='2'").as_deref(),
            Some("https://x.example/a%20b%28c%29?d=1&amp;e=%272%27")
        );
        assert_eq!(url(" HTTPS://x.example ").as_deref(), Some("HTTPS://x.example"));
        for bad in ["javascript:alert(1)", "data:text/html,x", "java\nscript:x", "//x.example", "", "http:", "vbscript:x"] {
            assert_eq!(url(bad), None, "{bad}");
        }
    }

    #[test]
    fn anchors_differ_where_names_differ() {
        assert_eq!(anchor("003"), "003");
        assert_eq!(anchor("a b"), "a.20b");
        assert_ne!(anchor("a b"), anchor("a\"b"));
        assert_eq!(anchor("\0/ج\u{10ffff}"), ".0.2f.62c.10ffff");
    }
}
