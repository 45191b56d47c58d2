//! Everything that reads YAML.
//!
//! In: a source, or a part of one (the front matter of an article). Out: a value of a type the caller names, with an [`Index`] that
//! knows the place of every key and value in it; or else every problem that one run can know, each at its place. The types are read by
//! `serde_yaml`; the places, duplicate keys and errors of syntax come from one pass over the events of `saphyr-parser`, since
//! `serde_yaml` has no places, keeps the last of two equal keys and trips over a byte order mark.
//!
//! Refuses anchors, aliases and tags, more than one document, files over 16 MB and nesting deeper than 64: nobody writes those by hand,
//! and some of them are how a small file takes all memory. Knows nothing of what the values mean.

mod copy;
mod index;
mod scan;
mod syntax;
mod typed;
mod words;
mod write;

pub use index::Index;
pub use write::{fields, scalar};

use crate::diagnostic::{Code, Diagnostic, Source};
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::sync::Arc;

/// What was read, and where it was.
#[derive(Debug)]
pub struct Document<T> {
    /// The value.
    pub value: T,
    /// The places of its parts.
    pub index: Index,
}

/// The codes under which the problems of one kind of file are reported.
#[derive(Clone, Copy, Debug)]
pub struct YamlCodes {
    /// For text that is not YAML.
    pub syntax: Code,
    /// For a key that the type does not have.
    pub unknown_key: Code,
    /// For a value that does not fit its key, or a key that is missing.
    pub r#type: Code,
}

/// Reads a whole source.
///
/// An empty source, or one with nothing but comments, is read as an empty mapping or an empty list, whichever the type takes.
///
/// # Errors
///
/// Every problem that can be known in one run, in the order of their places.
pub fn load<T: DeserializeOwned>(source: &Arc<Source>, codes: YamlCodes) -> Result<Document<T>, Vec<Diagnostic>> {
    load_at(source, 0..source.text.len(), codes)
}

/// Reads a part of a source; all places are places in the whole of it.
///
/// # Errors
///
/// As [`load`].
pub fn load_at<T: DeserializeOwned>(
    source: &Arc<Source>,
    range: Range<usize>,
    codes: YamlCodes,
) -> Result<Document<T>, Vec<Diagnostic>> {
    let input = Input::new(source, range, codes);
    let scan = scan::scan(&input);
    if scan.stopped {
        return Err(in_order(scan.diagnostics));
    }
    typed::read(&input, scan)
        .map(|(value, root)| {
            let index = Index::new(Arc::clone(source), root);
            Document { value, index }
        })
        .map_err(in_order)
}

fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    crate::diagnostic::sort(&mut diagnostics);
    diagnostics
}

/// The text to read, with the way from the characters that the parsers count to bytes of the source.
struct Input<'a> {
    source: &'a Arc<Source>,
    codes: YamlCodes,
    text: &'a str,
    /// Where `text` begins in the source.
    base: usize,
    /// The byte in `text` of every 64th character.
    steps: Vec<usize>,
}

impl<'a> Input<'a> {
    fn new(source: &'a Arc<Source>, range: Range<usize>, codes: YamlCodes) -> Self {
        let part = &source.text[range.clone()];
        let text = part.strip_prefix('\u{feff}').unwrap_or(part);
        let base = range.end - text.len();
        let steps = text.char_indices().step_by(64).map(|(at, _)| at).collect();
        Self { source, codes, text, base, steps }
    }

    /// The byte of the source where a character of the text begins.
    fn byte(&self, char_index: usize) -> usize {
        let Some(start) = self.steps.get(char_index / 64).copied() else {
            return self.base + self.text.len();
        };
        let rest = &self.text[start..];
        let at = rest.char_indices().nth(char_index % 64).map(|(at, _)| at);
        self.base + start + at.unwrap_or(rest.len())
    }

    /// The bytes of the source that hold the character beginning at `byte`, none at the end.
    fn char_at(&self, byte: usize) -> Range<usize> {
        let length = self.rest(byte).chars().next().map_or(0, char::len_utf8);
        byte..byte + length
    }

    /// The text from a byte of the source on.
    fn rest(&self, byte: usize) -> &'a str {
        &self.text[byte - self.base..]
    }

    /// A part of the text, by bytes of the source.
    fn slice(&self, range: Range<usize>) -> &'a str {
        &self.text[range.start - self.base..range.end - self.base]
    }

    fn error(&self, code: Code, message: impl Into<String>, range: Range<usize>) -> Diagnostic {
        Diagnostic::error(code, message).at(self.source.span(range))
    }
}

#[cfg(test)]
mod tests;
