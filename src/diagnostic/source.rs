//! A text that was read, and a place in it.
//!
//! In: a path and a text. Out: line and column for any byte of it, computed when somebody asks. A byte past the end or inside a
//! character is answered with the nearest place before it, never with a panic.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A file as it was read, shared by all the places that point into it.
pub struct Source {
    /// The path as it is printed: relative to the workspace, with forward slashes.
    pub path: String,
    /// The whole text, as it is on disk, with a byte order mark if there was one.
    pub text: String,
    /// The number of the first line: 1, or more if the text is a part of a file, such as one line of a JSONL file.
    pub first_line: usize,
    line_starts: OnceLock<Vec<usize>>,
}

impl Source {
    /// Keeps a text under its path.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Self::part(path, text, 1)
    }

    /// Keeps a part of a file that starts at the start of a line.
    pub fn part(path: impl Into<String>, text: impl Into<String>, first_line: usize) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into(), first_line, line_starts: OnceLock::new() })
    }

    /// A place in this text.
    pub fn span(self: &Arc<Self>, range: Range<usize>) -> Span {
        let source = Arc::clone(self);
        Span { source, range }
    }

    /// The line and the column of a byte, both from 1, the column in characters. A byte order mark takes no column.
    pub fn line_col(&self, byte: usize) -> (usize, usize) {
        let line = self.line_of(byte);
        let range = self.line_range(line);
        let before = &self.text[range.start..self.floor(byte).clamp(range.start, range.end)];
        (line + self.first_line, before.chars().count() + 1)
    }

    /// The nearest start of a character that is not after `byte`.
    pub(super) fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }

    /// The line of a byte, from 0.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        let starts = self.line_starts();
        starts.partition_point(|start| *start <= byte).max(1) - 1
    }

    /// The bytes of a line, from 0, without its line end and without a byte order mark.
    pub(super) fn line_range(&self, line: usize) -> Range<usize> {
        let starts = self.line_starts();
        let mut start = starts[line];
        let end = starts.get(line + 1).copied().unwrap_or(self.text.len());
        let text = &self.text[start..end];
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        let end = start + text.len();
        if start == 0 && text.starts_with('\u{feff}') {
            start = '\u{feff}'.len_utf8();
        }
        start..end
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        })
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Source").field(&self.path).finish()
    }
}

/// A place in a source.
#[derive(Clone)]
pub struct Span {
    /// The text it is in.
    pub source: Arc<Source>,
    /// The bytes it covers; empty for a place between two characters.
    pub range: Range<usize>,
}

impl Span {
    /// The text at this place.
    pub fn text(&self) -> &str {
        let end = self.source.floor(self.range.end);
        let start = self.source.floor(self.range.start).min(end);
        &self.source.text[start..end]
    }

    /// The line and the column where it starts, both from 1, the column in characters.
    pub fn line_col(&self) -> (usize, usize) {
        self.source.line_col(self.range.start)
    }
}

impl PartialEq for Span {
    fn eq(&self, other: &Self) -> bool {
        self.source.path == other.source.path && self.range == other.range
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, (line, column)) = (&self.source.path, self.line_col());
        write!(f, "{path}:{line}:{column} {:?}", self.range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::new("a.txt", "أستانا\nقال دي");
        let at = |needle| source.line_col(source.text.find(needle).unwrap());
        assert_eq!(at("أ"), (1, 1));
        assert_eq!(at("انا"), (1, 4));
        assert_eq!(at("\n"), (1, 7));
        assert_eq!(at("دي"), (2, 5));
        assert_eq!(source.line_col(source.text.len()), (2, 7));
    }

    #[test]
    fn line_ends_take_no_column() {
        let source = Source::new("a.txt", "ab\r\n\r\nc\n");
        let places: Vec<_> = (0..=source.text.len()).map(|byte| source.line_col(byte)).collect();
        let expected = [(1, 1), (1, 2), (1, 3), (1, 3), (2, 1), (2, 1), (3, 1), (3, 2), (4, 1)];
        assert_eq!(places, expected);
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let source = Source::new("a.txt", "\u{feff}ab\n\u{feff}c");
        assert_eq!(source.line_col(0), (1, 1));
        assert_eq!(source.line_col(3), (1, 1));
        assert_eq!(source.line_col(4), (1, 2));
        assert_eq!(source.line_col(9), (2, 2));
    }

    #[test]
    fn a_part_counts_the_lines_of_its_file() {
        let source = Source::part("a.jsonl", "{}\n{}", 7);
        assert_eq!(source.line_col(1), (7, 2));
        assert_eq!(source.line_col(3), (8, 1));
    }

    #[test]
    fn a_place_that_is_not_there_is_moved_back() {
        let source = Source::new("a.txt", "قال");
        assert_eq!(source.line_col(1), (1, 1));
        assert_eq!(source.line_col(99), (1, 4));
        assert_eq!(Source::new("b.txt", "").line_col(7), (1, 1));
        assert_eq!(source.span(1..99).text(), "قال");
        assert_eq!(format!("{:?}", source.span(2..4)), "a.txt:1:2 2..4");
    }
}
