//! JSON lines: many articles in one file, one `{"id", "title", "date", "source", "url", "text"}` a line.
//!
//! A stream: [`Lines`] cuts the file, [`Line::read`] reads one line and may run on any thread,
//! [`read_jsonl`] does both. Other keys are ignored. Nothing is built that is not kept: a text without escapes is copied once, and where
//! its bytes are in the file is found out only when somebody asks.

use super::decode::{self, Encoding};
use super::places::{Builder, Places};
use super::{Article, Lines, Meta, clean, date, no_arabic, txt};
use crate::diagnostic::{Code, Diagnostic, Source};
use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::io::BufRead;
use std::ops::Range;
use std::sync::Arc;

/// Reads the articles of a JSONL file, in their order, one line at a time.
///
/// An item that is an error stands for one line that is no article; if it is only a warning, the line is sound and left out.
pub fn read_jsonl(reader: impl BufRead, path: &str) -> impl Iterator<Item = Result<Article, Box<Diagnostic>>> {
    Lines::new(reader, path).map(move |line| line?.read(path))
}

/// One line of a file.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// Where it starts in the file.
    pub offset: usize,
    /// Its text without the line end, or its bytes if they are no text.
    pub(super) content: Result<String, Vec<u8>>,
}

impl Line {
    /// How many bytes it has, without the line end.
    #[must_use]
    pub fn bytes(&self) -> usize {
        match &self.content {
            Ok(text) => text.len(),
            Err(bytes) => bytes.len(),
        }
    }
}

/// The keys of a line that mean something.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(deserialize_with = "string_or_number")]
    id: String,
    #[serde(borrow)]
    text: Cow<'a, str>,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    url: Option<String>,
}

/// The same, to find their places.
#[derive(Deserialize)]
struct RawFields<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
    #[serde(borrow)]
    text: &'a RawValue,
    #[serde(borrow)]
    date: Option<&'a RawValue>,
}

impl Line {
    /// Reads one line of the file that is called `path`.
    ///
    /// # Errors
    /// Why the line is no article. If that is only a warning, the line is sound and left out.
    pub fn read(self, path: &str) -> Result<Article, Box<Diagnostic>> {
        let source = match self.content {
            Ok(text) => Source::part(path, text, self.number),
            Err(bytes) => return Err(Box::new(decode::broken_utf8(path, &bytes, self.number))),
        };
        let json = source.text.trim_start_matches('\u{feff}');
        let fields: Fields<'_> =
            serde_json::from_str(json).map_err(|error| malformed(&source, source.text.len() - json.len(), &error))?;
        let id = clean::cleaned(fields.id.trim());
        if id.is_empty() {
            return Err(Box::new(bad_value(&source, "`id` is empty", |raw| Some(raw.id))));
        }
        let date = match clean::stated(fields.date) {
            None => None,
            Some(text) => Some(date::parse(&text).ok_or_else(|| {
                let message = format!("`date` is not a date: \"{text}\"");
                bad_value(&source, &message, |raw| raw.date).hint("write it as 2017-02-16")
            })?),
        };
        let meta = Meta {
            title: clean::stated(fields.title),
            date,
            source: clean::stated(fields.source),
            url: clean::stated(fields.url).filter(|url| clean::is_web_address(url)),
            round: None,
        };
        let (text, places) = match fields.text {
            Cow::Borrowed(text) if clean::dropped(text).next().is_none() => {
                let start = offset_in(&source.text, text);
                (text.to_owned(), Places::straight(start, Encoding::Utf8))
            }
            text => {
                let places = Places::json_without(clean::dropped(&text));
                let text = if places.has_dropped() { clean::cleaned(&text) } else { text.into_owned() };
                (text, places)
            }
        };
        let article = Article {
            id,
            path: path.to_owned(),
            meta,
            blocks: txt::one_block(&text).into_iter().collect(),
            text,
            source: Arc::clone(&source),
            places: places.from(self.offset),
        };
        if clean::mostly_foreign(&article.text) {
            let place = place(&source, |raw| Some(raw.text));
            return Err(Box::new(no_arabic(&article.text).at(source.span(place))));
        }
        Ok(article)
    }
}

/// Where a value stands in a line that is known to be well-formed.
fn place<'s>(source: &'s Arc<Source>, pick: impl Fn(&RawFields<'s>) -> Option<&'s RawValue>) -> Range<usize> {
    let json = source.text.trim_start_matches('\u{feff}');
    let raw: Option<RawFields<'_>> = serde_json::from_str(json).ok();
    let value = raw.and_then(|raw| pick(&raw)).map_or("", RawValue::get);
    if value.is_empty() {
        return 0..0;
    }
    let start = offset_in(&source.text, value);
    start..start + value.len()
}

/// The place of the id of an article that was read from a line of JSON.
pub(super) fn id_place(source: &Arc<Source>) -> Range<usize> {
    place(source, |raw| Some(raw.id))
}

fn offset_in(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

fn bad_value<'s>(source: &'s Arc<Source>, message: &str, pick: impl Fn(&RawFields<'s>) -> Option<&'s RawValue>) -> Diagnostic {
    Diagnostic::error(Code::ArticleJson, message).at(source.span(place(source, pick)))
}

fn malformed(source: &Arc<Source>, base: usize, error: &serde_json::Error) -> Box<Diagnostic> {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    let message = message.trim_end_matches(&format!(" at line {line} column {column}"));
    let mut start = (base + column.saturating_sub(1)).min(source.text.len());
    let mut hint = "a line is one article: {\"id\": …, \"text\": …}, and may have `title`, `date`, `source` and `url`";
    let mut message = format!("not an article: {message}");
    if error.is_eof() {
        start = source.text.len();
        message = "the line breaks off in the middle of an article".to_owned();
        hint = "each article is on one line; if the file was cut off, fetch it again";
    } else if message.contains("missing field") {
        start = base;
    }
    while !source.text.is_char_boundary(start) {
        start -= 1;
    }
    let end = start + source.text[start..].chars().next().map_or(0, char::len_utf8);
    let error = Diagnostic::error(Code::ArticleJson, message);
    Box::new(error.at(source.span(start..end)).hint(hint))
}

/// Adds the text of a line, with the place of every byte.
pub(super) fn place_text(source: &str, builder: &mut Builder) {
    let json = source.trim_start_matches('\u{feff}');
    let Ok(raw) = serde_json::from_str::<RawFields<'_>>(json) else {
        return;
    };
    let quoted = raw.text.get();
    let start = offset_in(source, quoted) + 1;
    let value = &quoted[1..quoted.len() - 1];
    let mut at = 0;
    while let Some(escape) = value[at..].find('\\').map(|found| at + found) {
        builder.copy(&value[at..escape], start + at);
        let (c, length) = unescape(&value[escape..]);
        at = escape + length;
        let text = clean::cleaned(c.encode_utf8(&mut [0; 4]));
        builder.add(&text, start + escape..start + at);
    }
    builder.copy(&value[at..], start + at);
}

/// The character that an escape at the start of a well-formed string stands for, and the length of the escape.
fn unescape(text: &str) -> (char, usize) {
    let unit = |at: usize| u16::from_str_radix(text.get(at..at + 4).unwrap_or(""), 16).ok();
    let simple = match text.as_bytes().get(1) {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'u') => {
            let units = [unit(2), unit(8)].into_iter().flatten();
            let c = char::decode_utf16(units).next().and_then(Result::ok);
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            return (c, 6 * c.len_utf16());
        }
        other => other.map_or('\\', |b| char::from(*b)),
    };
    (simple, 2)
}

fn string_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Id;
    impl de::Visitor<'_> for Id {
        type Value = String;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string or a whole number as `id`")
        }
        fn visit_str<E>(self, id: &str) -> Result<String, E> {
            Ok(id.to_owned())
        }
        fn visit_u64<E>(self, id: u64) -> Result<String, E> {
            Ok(id.to_string())
        }
        fn visit_i64<E>(self, id: i64) -> Result<String, E> {
            Ok(id.to_string())
        }
    }
    deserializer.deserialize_any(Id)
}

#[cfg(test)]
#[path = "jsonl_tests.rs"]
mod tests;
