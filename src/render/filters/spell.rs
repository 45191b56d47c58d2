//! Texts and numbers as another language writes them: JSON, code, CSS, and figures in English.

use crate::english::grouped;
use crate::render::direction;
use crate::render::{Format, escape};

/// A text as a string of JSON, which YAML reads too.
pub(super) fn quoted(text: &str) -> String {
    let json = serde_json::to_string(&direction::strip_bidi(text)).expect("a string is always JSON");
    // What YAML takes for a line break, or does not print, is written as an escape that both know.
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        let printable = !matches!(c, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}');
        if printable {
            out.push(c);
        } else {
            out.push_str(&format!("\\u{:04x}", c as u32));
        }
    }
    out
}

/// A text with a large first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text as code.
pub(super) fn code(text: &str, format: Format) -> String {
    let line = escape::one_line(text);
    if line.is_empty() {
        return String::new();
    }
    if format == Format::Html {
        return format!(r#"<code dir="ltr">{}</code>"#, escape::html(&line));
    }
    // An HTML element and not backticks, which no escape works in, where the text could end them or a table cell.
    if line.contains(['`', '|', '<', '>', '&', '\\', '\'', '"']) || direction::is_rtl(&line) {
        return format!("<code>{}</code>", escape::markdown(&line));
    }
    format!("`{line}`")
}

/// `310000` with commas; text that is not a decimal number stays as it is.
pub(super) fn thousands(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let number = !whole.is_empty() && whole.bytes().chain(fraction.unwrap_or("").bytes()).all(|b| b.is_ascii_digit());
    if !number {
        return text.to_owned();
    }
    let mut out = format!("{sign}{}", grouped(whole));
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A CSS string: what is not a letter, a digit or a blank is written as its number.
pub(super) fn css(text: &str) -> String {
    let mut out = String::from("\"");
    for c in escape::one_line(text).chars() {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            // The blank ends the number and is not part of the string.
            out.push_str(&format!("\\{:x} ", c as u32));
        }
    }
    out.push('"');
    out
}
