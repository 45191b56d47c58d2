//! From bytes to text.
//!
//! In: the bytes of a file. Out: its text as a [`Source`], and the [`Encoding`] that leads back to the bytes. UTF-8 and UTF-16, with or
//! without a byte order mark, are known for certain; the single-byte encodings of Arabic are guessed. A file that is nearly UTF-8 is
//! broken, not in another encoding: it is refused, with the place, because a sentence that lost a word may have lost its "not".

use crate::diagnostic::{Code, Diagnostic, Source};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// How the text of a source is written on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
    /// An encoding with one byte for each character, and its name.
    Single(&'static str),
}

impl Encoding {
    /// How many bytes this text takes on disk.
    pub(super) fn len(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => 2 * text.chars().map(char::len_utf16).sum::<usize>(),
            Self::Single(_) => text.chars().count(),
        }
    }

    /// The name of the encoding, if it was guessed.
    pub(super) fn guessed(self) -> Option<&'static str> {
        match self {
            Self::Single(name) => Some(name),
            _ => None,
        }
    }
}

/// A file as text.
pub(super) struct Decoded {
    /// The whole text, with its byte order mark.
    pub(super) source: Arc<Source>,
    pub(super) encoding: Encoding,
}

/// Reads bytes as text, whatever they are written in.
pub(super) fn decode(path: &str, bytes: Vec<u8>) -> Result<Decoded, Box<Diagnostic>> {
    if let Some(what) = known_binary(&bytes) {
        return Err(Box::new(not_text(path, what)));
    }
    if let Some(big_endian) = utf16(&bytes) {
        return decode_utf16(path, &bytes, big_endian);
    }
    if control_soup(&bytes) {
        return Err(Box::new(not_text(path, "it holds binary data")));
    }
    if let Some(text) = utf8(&bytes) {
        return Ok(Decoded { source: Source::new(path, text), encoding: Encoding::Utf8 });
    }
    if nearly_utf8(&bytes) {
        return Err(Box::new(broken_utf8(path, &bytes, 1)));
    }
    decode_single(path, &bytes)
}

/// The bytes as text, if they are UTF-8. For Arabic this is ten times as fast as the standard library.
pub(crate) fn utf8(bytes: &[u8]) -> Option<&str> {
    let text = encoding_rs::UTF_8.decode_without_bom_handling_and_without_replacement(bytes)?;
    match text {
        Cow::Borrowed(text) => Some(text),
        Cow::Owned(_) => None,
    }
}

/// What a file is whose first bytes say that it is no text.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 7] = [
        (b"%PDF-", "it is a PDF file"),
        (b"{\\rtf", "it is an RTF file"),
        (b"PK\x03\x04", "it is a ZIP archive or an office document"),
        (b"\xd0\xcf\x11\xe0", "it is an old office document"),
        (b"\x89PNG", "it is a picture"),
        (b"\xff\xd8\xff", "it is a picture"),
        (b"\x1f\x8b", "it is a compressed file"),
    ];
    let found = known.iter().find(|(magic, _)| bytes.starts_with(magic));
    found.map(|(_, what)| *what)
}

fn not_text(path: &str, why: &str) -> Diagnostic {
    Diagnostic::error(Code::ArticleNotText, format!("not a text file: {why}"))
        .in_file(path)
        .hint("save its text as UTF-8, or remove it from the articles")
}

/// Whether there are bytes that no text has: NUL, or many control characters.
fn control_soup(bytes: &[u8]) -> bool {
    let odd = |b: &&u8| (**b < 0x20 && !matches!(**b, b'\t'..=b'\r')) || **b == 0x7f;
    let odds = bytes.iter().filter(odd).count();
    odds > bytes.len() / 50 || bytes.contains(&0)
}

/// Whether this is UTF-16, and then whether the byte that counts most comes first.
///
/// Without a mark, it is UTF-16 if there are NULs, nearly all of them where the blanks, stops and line ends of a text have them.
fn utf16(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => return None,
        [0xff, 0xfe, ..] => return Some(false),
        [0xfe, 0xff, ..] => return Some(true),
        _ => {}
    }
    let mut nuls = [0, 0];
    for pair in bytes.chunks_exact(2) {
        match pair {
            [0, 0] => return None,
            [0, _] => nuls[0] += 1,
            [_, 0] => nuls[1] += 1,
            _ => {}
        }
    }
    // A few may be the lower half of a character such as U+1E900.
    let big_endian = match (nuls[0], nuls[1]) {
        (big, little) if big > 8 * little => true,
        (big, little) if little > 8 * big => false,
        _ => return None,
    };
    let units = units(bytes, big_endian);
    let known = |unit: &u16| matches!(unit, 9..=13 | 0x20..=0x7e | 0xa0..=0x24f | 0x600..=0x6ff | 0x2000..=0x206f);
    let (known, all) = (units.clone().filter(known).count(), units.count());
    (known * 10 >= all * 9).then_some(big_endian)
}

pub(super) fn units(bytes: &[u8], big_endian: bool) -> impl Iterator<Item = u16> + Clone {
    bytes.chunks_exact(2).map(move |pair| {
        let pair = [pair[0], pair[1]];
        if big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    })
}

fn decode_utf16(path: &str, bytes: &[u8], big_endian: bool) -> Result<Decoded, Box<Diagnostic>> {
    let mut text = String::with_capacity(bytes.len());
    let mut broken = None;
    for unit in char::decode_utf16(units(bytes, big_endian)) {
        if unit.is_err() {
            broken.get_or_insert(text.len());
        }
        text.push(unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if control_soup(text.as_bytes()) {
        return Err(Box::new(not_text(path, "it holds binary data")));
    }
    let end = text.len();
    let source = Source::new(path, text);
    if let Some(at) = broken {
        let unit = source.text[..at].chars().map(char::len_utf16).sum::<usize>() * 2;
        let message = format!("byte {unit} is half a character of UTF-16");
        return Err(Box::new(broken_at(&source, at, message)));
    }
    if bytes.len() % 2 == 1 {
        return Err(Box::new(truncated(&source, end..end)));
    }
    Ok(Decoded { source, encoding: Encoding::Utf16 })
}

/// Whether most of what is not ASCII is well-formed UTF-8. Text in another encoding hardly ever looks like that.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

/// The complaint about a file, or a part of one that starts with line `first_line`, of which some bytes are not UTF-8.
pub(super) fn broken_utf8(path: &str, bytes: &[u8], first_line: usize) -> Diagnostic {
    let at = bytes.utf8_chunks().next().map_or(0, |c| c.valid().len());
    let source = Source::part(path, String::from_utf8_lossy(bytes), first_line);
    if str::from_utf8(&bytes[at..]).is_err_and(|error| error.error_len().is_none()) {
        return truncated(&source, at..source.text.len());
    }
    let message = format!("byte {at} (0x{:02X}) is not UTF-8", bytes[at]);
    broken_at(&source, at, message)
}

/// The source holds a replacement character at `at`.
fn broken_at(source: &Arc<Source>, at: usize, message: String) -> Diagnostic {
    let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
    Diagnostic::error(Code::ArticleEncoding, message)
        .at(source.span(at..end))
        .hint("fetch the article again, or retype what is missing and save the file as UTF-8")
}

fn truncated(source: &Arc<Source>, place: Range<usize>) -> Diagnostic {
    let message = "the file ends in the middle of a character";
    Diagnostic::error(Code::ArticleTruncated, message)
        .at(source.span(place))
        .hint("fetch the article again; if there is no more of it, delete what is left of the last character")
}

fn decode_single(path: &str, bytes: &[u8]) -> Result<Decoded, Box<Diagnostic>> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess != encoding_rs::WINDOWS_1256 && guess != encoding_rs::ISO_8859_6 {
        let message = format!("not UTF-8, and looks like {}", guess.name());
        let error = Diagnostic::error(Code::ArticleEncoding, message).in_file(path);
        return Err(Box::new(error.hint("save it as UTF-8")));
    }
    let (text, _) = guess.decode_without_bom_handling(bytes);
    Ok(Decoded { source: Source::new(path, text), encoding: Encoding::Single(guess.name()) })
}
