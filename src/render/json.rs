//! The brief as JSON: what other programs read.

use serde::Serialize;

use super::direction::{is_bidi_control, unwanted};
use super::scratch;
use crate::article::utf8;
use crate::brief::context::Brief;
use crate::brief::index::Index;

/// The brief as indented JSON with a final newline. Quotations stay as they are, so that they fit their hashes; a bidi control in one is
/// written as its escape (`\u202e`), which no viewer acts on.
#[must_use]
pub fn json(brief: &Brief) -> String {
    pretty(brief)
}

/// The index as indented JSON with a final newline.
#[must_use]
pub fn index_json(index: &Index) -> String {
    pretty(index)
}

fn pretty(value: &impl Serialize) -> String {
    let mut bytes = scratch::take();
    serde_json::to_writer_pretty(&mut bytes, value).expect("the brief's types have string keys only");
    let plain = utf8(&bytes).expect("JSON is text");
    let mut out = String::with_capacity(plain.len() + 1);
    let mut from = 0;
    // A control can only stand inside a JSON string, where an escape means the same.
    for (at, control) in unwanted(plain).filter(|&(_, c)| is_bidi_control(c)) {
        out.push_str(&plain[from..at]);
        out.push_str(&format!("\\u{:04x}", control as u32));
        from = at + control.len_utf8();
    }
    out.push_str(&plain[from..]);
    out.push('\n');
    scratch::give(bytes);
    out
}
