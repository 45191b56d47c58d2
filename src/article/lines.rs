//! The lines of a file that may be larger than memory.
//!
//! Blank lines are passed over; a line that is too long is reported and passed over, and never held whole.

use super::decode;
use super::jsonl::Line;
use crate::diagnostic::{Code, Diagnostic, Source};
use memchr::memchr;
use std::io::{BufRead, ErrorKind};

/// A line with more bytes than this is not an article.
pub const MAX_LINE: usize = 16 << 20;

/// The lines of a file that are not blank.
pub struct Lines<'p, R> {
    reader: R,
    path: &'p str,
    buffer: Vec<u8>,
    number: usize,
    offset: usize,
    failed: bool,
}

impl<'p, R: BufRead> Lines<'p, R> {
    /// Reads from `reader`, which is called `path` in diagnostics.
    pub fn new(reader: R, path: &'p str) -> Self {
        Self { reader, path, buffer: Vec::new(), number: 0, offset: 0, failed: false }
    }

    /// Reads a line into the buffer, or as much of it as a line may have, and says how much was read.
    fn fill(&mut self) -> std::io::Result<usize> {
        self.buffer.clear();
        loop {
            let read = match self.reader.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                read => read?,
            };
            let most = read.len().min(MAX_LINE + 2 - self.buffer.len());
            let end = memchr(b'\n', &read[..most]).map(|at| at + 1);
            let length = end.unwrap_or(most);
            self.buffer.extend_from_slice(&read[..length]);
            self.reader.consume(length);
            if end.is_some() || length == 0 {
                return Ok(self.buffer.len());
            }
        }
    }

    /// Reads to the end of a line that is too long.
    fn skip(&mut self) -> std::io::Result<()> {
        while !self.buffer.ends_with(b"\n") {
            let length = self.fill()?;
            self.offset += length;
            if length == 0 {
                break;
            }
        }
        Ok(())
    }

    fn unreadable(&mut self, error: &std::io::Error) -> Box<Diagnostic> {
        self.failed = true;
        let message = format!("cannot be read after line {}: {error}", self.number);
        Box::new(Diagnostic::error(Code::ArticleUnreadable, message).in_file(self.path))
    }
}

impl<R: BufRead> Iterator for Lines<'_, R> {
    type Item = Result<Line, Box<Diagnostic>>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            let length = match self.fill() {
                Ok(0) => return None,
                Ok(length) => length,
                Err(error) => return Some(Err(self.unreadable(&error))),
            };
            self.number += 1;
            let offset = self.offset;
            self.offset += length;
            let bytes = self.buffer.trim_ascii_end();
            if length > MAX_LINE && !self.buffer.ends_with(b"\n") {
                let problem = Box::new(too_long(self.path, self.number, bytes));
                let skipped = self.skip();
                return Some(Err(skipped.map_or_else(|e| self.unreadable(&e), |()| problem)));
            }
            if !bytes.is_empty() && bytes != b"\xef\xbb\xbf" {
                return Some(Ok(Line {
                    number: self.number,
                    offset,
                    content: decode::utf8(bytes).map(str::to_owned).ok_or_else(|| bytes.to_owned()),
                }));
            }
        }
        None
    }
}

fn too_long(path: &str, number: usize, bytes: &[u8]) -> Diagnostic {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]);
    let source = Source::part(path, start, number);
    let message = format!("a line of more than {} MB is not an article", MAX_LINE >> 20);
    Diagnostic::error(Code::ArticleTooLarge, message).at(source.span(0..0)).hint("write one article a line")
}
