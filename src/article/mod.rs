//! What the journalist wrote: the plain text of an article, its blocks and what the file says about it, with the place of every byte.
//!
//! In: the bytes of a file (text, Markdown, HTML, JSON lines). Out: an [`Article`], or diagnostics that say why there is none. The text is what
//! the file says, less characters that nobody can see and that reorder or steer a screen; nothing is corrected, folded or inferred here.
//! Does not touch the disk: [`crate::workspace`] does.

mod clean;
mod date;
mod decode;
mod front;
#[cfg(feature = "html")]
mod html;
mod jsonl;
mod lines;
mod markdown;
mod places;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
mod txt;

pub(crate) use decode::utf8;
pub use jsonl::{Line, read_jsonl};
pub use lines::{Lines, MAX_LINE};

use crate::diagnostic::{Code, Diagnostic, Source, Span};
use chrono::NaiveDate;
use places::Places;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A plain file with more bytes than this is not an article.
pub const MAX_FILE: u64 = 64 << 20;

/// One article.
#[derive(Clone, Debug)]
pub struct Article {
    /// What it is called where it is cited: unique in a workspace.
    pub id: String,
    /// The path of its file, as it is printed: relative to the workspace, with forward slashes.
    pub path: String,
    /// What the file says about the article.
    pub meta: Meta,
    /// The plain text.
    pub text: String,
    /// The parts of the text, in their order. What is between two blocks is blank.
    pub blocks: Vec<Block>,
    /// The file, or the line of a JSONL file, for diagnostics.
    pub source: Arc<Source>,
    places: Places,
}

/// What a file says about its article. Nothing in here is inferred.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The headline.
    pub title: Option<String>,
    /// The day it was published.
    pub date: Option<NaiveDate>,
    /// The outlet.
    pub source: Option<String>,
    /// Where it was found; `http` or `https`.
    pub url: Option<String>,
    /// The round it reports on.
    pub round: Option<RoundRef>,
}

/// A round, as a person names it in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundRef {
    /// `round: 2`, of whichever track the workspace is about.
    Number(u32),
    /// `round: astana-2`, or the id of a round that has no number. Whether there is such a round is not known here.
    Id(String),
}

/// A part of the text that a sentence does not cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it starts, in bytes of the text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Text of which the file does not say what it is: it may hold headings, by-lines, hard-wrapped paragraphs.
    Text,
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A paragraph that quotes.
    Quote,
    /// An item of a list.
    Item,
}

impl Article {
    /// Reads one file that holds one article: Markdown if its name ends in `.md`, a page if it ends in `.html` or `.htm`, and otherwise plain text.
    ///
    /// # Errors
    /// Everything that is wrong with the file. If all of it is warnings, the file is sound, but is not an article and is left out.
    pub fn read(path: &str, id: &str, bytes: Vec<u8>) -> Result<Self, Vec<Diagnostic>> {
        if bytes.len() as u64 > MAX_FILE {
            return Err(vec![too_large(path, bytes.len() as u64)]);
        }
        let decoded = decode::decode(path, bytes).map_err(|problem| vec![*problem])?;
        let (source, encoding) = (decoded.source, decoded.encoding);
        let (meta, text, blocks, places) = match path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
            Some("html" | "htm") => page(&source, encoding)?,
            Some("md") => {
                let (meta, start) = front::read(&source, false)?;
                let (text, blocks, places) = markdown::read(&source.text, start, encoding);
                (meta, text, blocks, places)
            }
            _ => {
                let (meta, start) = front::read(&source, true)?;
                let (text, blocks, places) = txt::read(&source.text, start, encoding);
                (meta, text, blocks, places)
            }
        };
        if clean::mostly_foreign(&text) {
            return Err(vec![no_arabic(&text).in_file(path)]);
        }
        let (id, path) = (id.to_owned(), path.to_owned());
        Ok(Self { id, path, meta, text, blocks, source, places })
    }

    /// What somebody should look at, although the article could be read.
    pub fn warnings(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if let Some(guess) = self.places.encoding().guessed() {
            let message = format!("not UTF-8: read as {guess}, which is a guess");
            let hint = "save the file as UTF-8";
            let warning = Diagnostic::warning(Code::ArticleEncoding, message);
            found.push(warning.in_file(&self.path).hint(hint));
        }
        found.extend(clean::bidi_warning(&self.source));
        found
    }

    /// The line of the file on which a byte of the text stands, from 1.
    pub fn line(&self, byte: u32) -> u32 {
        let at = self.places.start(&self.source.text, byte);
        self.source.line_col(at).0 as u32
    }

    /// For a line of JSON from whose `text` characters were dropped: leads from a place in [`Article::text`] to the place in that value.
    #[must_use]
    pub fn in_value(&self) -> Option<impl Fn((u32, u32)) -> (u32, u32) + '_> {
        self.places.has_dropped().then_some(|place| self.places.in_value(place))
    }

    /// Where a byte of the text stands in the file, in bytes as they are on disk.
    pub fn file_offset(&self, byte: u32) -> usize {
        let at = self.places.start(&self.source.text, byte);
        self.places.file_offset(&self.source.text, at)
    }

    /// The place of a part of the text, for a diagnostic.
    pub fn span(&self, range: Range<u32>) -> Span {
        let start = self.places.start(&self.source.text, range.start);
        let end = if range.is_empty() { start } else { self.places.end(&self.source.text, range.end) };
        self.source.span(start..end.max(start))
    }
}

/// What an article is read into.
type Parts = (Meta, String, Vec<Block>, Places);

#[cfg(feature = "html")]
fn page(source: &Arc<Source>, encoding: decode::Encoding) -> Result<Parts, Vec<Diagnostic>> {
    html::read(source, encoding)
}

#[cfg(not(feature = "html"))]
fn page(source: &Arc<Source>, _: decode::Encoding) -> Result<Parts, Vec<Diagnostic>> {
    let message = "this mujaz was built without HTML";
    let hint = "build it with `--features html`, or save the article's text as `.txt` or `.md`";
    Err(vec![Diagnostic::error(Code::ArticleHtml, message).in_file(source.path.as_str()).hint(hint)])
}

/// The complaint about a second article that is called as the first one.
pub fn duplicate_id(first: &Article, second: &Article) -> Diagnostic {
    let place = |article: &Article| match article.places.is_line() {
        true => article.source.span(jsonl::id_place(&article.source)),
        false => article.source.span(0..0),
    };
    let hint = match second.places.is_line() {
        true => "give one of them another `id`, or remove it",
        false => "an article is called as its file: rename one, or remove it",
    };
    let message = format!("two articles have the id `{}`", second.id);
    Diagnostic::error(Code::ArticleDuplicateId, message).at(place(second)).related(place(first), "the other one").hint(hint)
}

impl fmt::Display for RoundRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Id(id) => f.write_str(id),
        }
    }
}

/// The complaint about a file that was not read because it has this many bytes.
pub fn too_large(path: &str, bytes: u64) -> Diagnostic {
    let (mb, limit) = (bytes.div_ceil(1 << 20), MAX_FILE >> 20);
    let message = format!("the file has {mb} MB; an article has {limit} MB at most");
    Diagnostic::error(Code::ArticleTooLarge, message)
        .in_file(path)
        .hint("split it, or put its articles into a .jsonl file, one a line")
}

fn no_arabic(text: &str) -> Diagnostic {
    let message = match clean::first_words(text) {
        Some(words) => format!("not in Arabic, left out: \"{words}\""),
        None => "no text in it, left out".to_owned(),
    };
    Diagnostic::warning(Code::ArticleNoArabic, message).hint("remove it from the articles")
}
