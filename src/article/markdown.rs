//! Markdown: front matter, then headings, paragraphs, quotes and lists as blocks.
//!
//! Markup is dropped and the text it marks is kept, link texts and code spans too. Fenced code, HTML and pictures are left out; a
//! paragraph that is indented, as scraped ones are, is a paragraph. Every run of text keeps its place in the file. Footnotes, tables and
//! other extensions are not read as such: a bar or a bracket in an article is a bar or a bracket.

use super::decode::Encoding;
use super::places::{Builder, Places};
use super::{Block, BlockKind};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The text of a body that starts at byte `start` of the source, its blocks, and its places.
pub(super) fn read(source: &str, start: usize, encoding: Encoding) -> (String, Vec<Block>, Places) {
    let body = &source[start..];
    let mut reader = Reader { body, start, ..Reader::default() };
    for (event, range) in Parser::new_ext(body, Options::empty()).into_offset_iter() {
        reader.event(event, range);
    }
    reader.close();
    let (text, places) = reader.builder.finish(encoding);
    (text, reader.blocks, places)
}

#[derive(Default)]
struct Reader<'a> {
    body: &'a str,
    start: usize,
    builder: Builder,
    blocks: Vec<Block>,
    /// Where the block starts in the text that is being read, if there is one.
    open: Option<u32>,
    heading: bool,
    quotes: usize,
    items: usize,
    /// How many pictures or blocks of code or HTML this is inside of.
    skipping: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open_tag(&tag),
            Event::End(tag) => self.close_tag(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::SoftBreak | Event::HardBreak => self.text("\n", range),
            _ => {}
        }
    }

    fn open_tag(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => {
                self.close();
                self.heading = true;
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::Item => {
                self.close();
                self.items += 1;
            }
            Tag::CodeBlock(CodeBlockKind::Indented) | Tag::Paragraph | Tag::List(_) => self.close(),
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.close();
                self.skipping += 1;
            }
            Tag::Image { .. } => self.skipping += 1,
            _ => {}
        }
    }

    fn close_tag(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.skipping -= 1,
            TagEnd::HtmlBlock => self.skipping -= 1,
            TagEnd::CodeBlock => {
                self.close();
                self.skipping = self.skipping.saturating_sub(1);
            }
            TagEnd::Heading(_) => {
                self.close();
                self.heading = false;
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes -= 1;
            }
            TagEnd::Item => {
                self.close();
                self.items -= 1;
            }
            TagEnd::Paragraph => self.close(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.skipping > 0 || text.is_empty() {
            return;
        }
        let place = self.start + range.start..self.start + range.end;
        if self.open.is_none() {
            if text.trim().is_empty() {
                return;
            }
            if !self.blocks.is_empty() {
                self.builder.add("\n\n", place.start..place.start);
            }
            self.open = Some(self.builder.text.len() as u32);
        }
        if range.len() == text.len() {
            self.builder.copy(text, place.start);
        } else {
            self.builder.add(&super::clean::cleaned(text), place);
        }
    }

    /// The text of a code span. A line end in it counts as a blank.
    fn code(&mut self, text: &str, range: Range<usize>) {
        let span = &self.body[range.clone()];
        let start = span.len() - span.trim_start_matches('`').len();
        let blank = |found: &str| found.replace('\n', " ");
        let start = [start, start + 1].into_iter().find(|start| {
            let piece = span.get(*start..start + text.len());
            piece.is_some_and(|piece| blank(piece) == text)
        });
        match start {
            Some(at) => self.text(text, range.start + at..range.start + at + text.len()),
            None => self.text(text, range),
        }
    }

    /// Ends the block that is being read.
    fn close(&mut self) {
        let Some(start) = self.open.take() else {
            return;
        };
        let text = &self.builder.text[start as usize..];
        let end = start + text.trim_end().len() as u32;
        let start = start + (text.len() - text.trim_start().len()) as u32;
        let kind = if self.heading {
            BlockKind::Heading
        } else if self.items > 0 {
            BlockKind::Item
        } else if self.quotes > 0 {
            BlockKind::Quote
        } else {
            BlockKind::Paragraph
        };
        if start < end {
            self.blocks.push(Block { start, end, kind });
        }
    }
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
