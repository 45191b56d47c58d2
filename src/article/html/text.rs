//! Text in HTML: escaped, and with its character references resolved.

use super::page::MARK;
use crate::diagnostic::push_escaped;
use html5gum::Tokenizer;

/// Writes text so that it is text in HTML, without marks of its own.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        push_escaped(if u32::from(c) >= MARK { '\u{fffd}' } else { c }, out);
    }
}

/// How long a character reference is that starts after `&`: `quot;`, `#1570;`, and what lacks its end.
pub(super) fn reference(rest: &str) -> usize {
    let name = rest.bytes().take(32).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    name + usize::from(rest[name..].starts_with(';'))
}

/// A text with its character references resolved.
pub(super) fn decoded(raw: &str) -> String {
    let mut out = String::new();
    for Ok(token) in Tokenizer::new(raw) {
        if let html5gum::Token::String(text) = token {
            out.push_str(&String::from_utf8_lossy(&text.value));
        }
    }
    out
}
