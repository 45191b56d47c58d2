//! Tests of plain articles: encodings, places, complaints.

use super::*;
use crate::diagnostic::render;
use encoding_rs::{Encoding, ISO_8859_6, WINDOWS_1256};

const TEXT: &str =
    "اختتمت في أستانا جولة المحادثات، وقال رئيس الوفد: «لم نتوصل إلى اتفاق».\r\n\r\nوأضاف أن الوفد باقٍ حتى 16 شباط/فبراير.\n";

pub(super) fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Article {
    match Article::read(name, "x", bytes.into()) {
        Ok(article) => article,
        Err(problems) => panic!("{}", render::human(&problems, false)),
    }
}

pub(super) fn refused(name: &str, bytes: impl Into<Vec<u8>>) -> String {
    let problems = Article::read(name, "x", bytes.into()).unwrap_err();
    render::human(&problems, false)
}

pub(super) fn utf16(text: &str, mark: bool, big_endian: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let units = mark.encode_utf16().chain(text.encode_utf16());
    let bytes = |unit: u16| match big_endian {
        true => unit.to_be_bytes(),
        false => unit.to_le_bytes(),
    };
    units.flat_map(bytes).collect()
}

fn single(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy || encoding == ISO_8859_6);
    bytes.into_owned()
}

/// The character that a decoder finds at an offset of the file is the character of the text.
pub(super) fn check_places(article: &Article, decode: impl Fn(usize) -> char) {
    for (at, c) in article.text.char_indices() {
        let offset = article.file_offset(at as u32);
        assert_eq!(decode(offset), c, "byte {at} at {offset}");
    }
}

pub(super) fn utf8_at(file: &[u8]) -> impl Fn(usize) -> char + '_ {
    |at| {
        let rest = str::from_utf8(&file[at..]).unwrap();
        rest.chars().next().unwrap()
    }
}

#[test]
fn utf8_is_kept_as_it_is() {
    let article = read("articles/x.txt", TEXT);
    assert_eq!(article.text, TEXT);
    check_places(&article, utf8_at(TEXT.as_bytes()));
    assert_eq!(article.blocks.len(), 1);
    assert_eq!(article.blocks[0].end as usize, TEXT.trim_end().len());
    let second = TEXT.find("وأضاف").unwrap() as u32;
    assert_eq!((article.line(0), article.line(second)), (1, 3));
    assert_eq!(article.span(second..second + 10).text(), "وأضاف");
    assert_eq!(article.warnings(), []);
}

#[test]
fn a_byte_order_mark_is_not_text() {
    let file = format!("\u{feff}{TEXT}");
    let article = read("x.txt", file.as_str());
    assert_eq!(article.text, TEXT);
    assert_eq!(article.file_offset(0), 3);
    check_places(&article, utf8_at(file.as_bytes()));
}

#[test]
pub(super) fn utf16_is_read_with_and_without_a_mark() {
    for (mark, big_endian) in [(true, true), (true, false), (false, true), (false, false)] {
        let text = format!("{TEXT}𞤀 وقال");
        let file = utf16(&text, mark, big_endian);
        let article = read("x.txt", file.clone());
        assert_eq!(article.text, text);
        check_places(&article, |at| {
            let units = decode::units(&file[at..], big_endian);
            char::decode_utf16(units).next().unwrap().unwrap()
        });
        assert_eq!(article.warnings(), []);
    }
}

#[test]
fn single_byte_encodings_are_guessed_and_said() {
    let file = single(TEXT, WINDOWS_1256);
    let article = read("articles/old.txt", file.clone());
    assert_eq!(article.text, TEXT);
    check_places(&article, |at| {
        let (text, _) = WINDOWS_1256.decode_without_bom_handling(&file[at..=at]);
        text.chars().next().unwrap()
    });
    let expected = "\
warning[article-encoding]: not UTF-8: read as windows-1256, which is a guess
--> articles/old.txt
 = hint: save the file as UTF-8
";
    assert_eq!(render::human(&article.warnings(), false), expected);

    let text = "انتهت في أستانا الجولة الثانية من المحادثات دون اتفاق، وقال رئيس الوفد إن الوفد باق.\n";
    let article = read("x.txt", single(text, ISO_8859_6));
    assert_eq!(article.text, text);
    assert_eq!(article.places.encoding().guessed(), Some("ISO-8859-6"));
}

#[test]
fn what_reorders_or_steers_is_dropped_and_places_stay() {
    let file = "\u{202b}قال\u{202c} علوش:\u{7} \u{2067}لم\u{2069} نتفق\u{0085}\u{200f} اليوم\u{2066}";
    let article = read("articles/x.txt", file);
    assert_eq!(article.text, "قال علوش: لم نتفق\u{85}\u{200f} اليوم");
    check_places(&article, utf8_at(file.as_bytes()));
    let at = article.text.find("لم").unwrap() as u32;
    assert_eq!(article.span(at..at + 4).text(), "لم");
    assert_eq!(article.span(at - 1..at + 5).text(), " \u{2067}لم\u{2069} ");
    let expected = "\
warning[article-bidi-control]: 5 characters that reorder text on the screen, the first of them U+202B
 --> articles/x.txt:1:1
  |
1 | �قال� علوش:� �لم� نتفق�� اليوم�
  | ^
  |
  = hint: they are left out of the briefs; remove them from the file
";
    assert_eq!(render::human(&article.warnings(), false), expected);
}

#[test]
fn what_is_not_text_is_refused() {
    let mut bytes = vec![0; 100];
    bytes[..4].copy_from_slice(&[1, 2, 3, 200]);
    let expected = "\
error[article-not-text]: not a text file: it holds binary data
--> articles/x.txt
 = hint: save its text as UTF-8, or remove it from the articles
";
    assert_eq!(refused("articles/x.txt", bytes), expected);
    let noise: Vec<u8> = (0..2000_u32).map(|i| (i * i * 31 / 7) as u8).collect();
    assert_eq!(refused("articles/x.txt", noise), expected);
    let expected = expected.replace("it holds binary data", "it is a PDF file");
    assert_eq!(refused("articles/x.txt", "%PDF-1.7 …"), expected);
}

#[test]
fn broken_utf8_is_refused_at_its_place() {
    let bytes = TEXT.as_bytes();
    let cut = TEXT.find("اتفاق").unwrap() + 3;
    let expected = "\
error[article-truncated]: the file ends in the middle of a character
 --> articles/x.txt:1:66
  |
1 | اختتمت في أستانا جولة المحادثات، وقال رئيس الوفد: «لم نتوصل إلى ا�
  |                                                                  ^
  |
  = hint: fetch the article again; if there is no more of it, delete what is left of the last character
";
    assert_eq!(refused("articles/x.txt", &bytes[..cut]), expected);

    let mut bytes = bytes.to_vec();
    bytes.remove(cut);
    let expected = "\
error[article-encoding]: byte 118 (0xD8) is not UTF-8
 --> articles/x.txt:1:66
  |
1 | اختتمت في أستانا جولة المحادثات، وقال رئيس الوفد: «لم نتوصل إلى ا�فاق».
  |                                                                  ^
  |
  = hint: fetch the article again, or retype what is missing and save the file as UTF-8
";
    assert_eq!(refused("articles/x.txt", bytes), expected);

    let mut bytes = utf16("قال علوش", true, false);
    bytes.pop();
    let expected = "\
error[article-truncated]: the file ends in the middle of a character
 --> articles/x.txt:1:8
  |
1 | قال علو
  |        ^
  |
  = hint: fetch the article again; if there is no more of it, delete what is left of the last character
";
    assert_eq!(refused("articles/x.txt", bytes), expected);
}

#[test]
fn other_scripts_are_left_out() {
    let expected = "\
warning[article-no-arabic]: not in Arabic, left out: \"The talks in Astana ended without\"
--> articles/x.txt
 = hint: remove it from the articles
";
    let text = "The talks in Astana ended without an agreement. أستانا\n";
    assert_eq!(refused("articles/x.txt", text), expected);
    let expected = "\
warning[article-no-arabic]: no text in it, left out
--> articles/x.txt
 = hint: remove it from the articles
";
    assert_eq!(refused("articles/x.txt", " \r\n"), expected);
    assert_eq!(refused("articles/x.txt", ""), expected);
    let french = single("Les négociations d'Astana ont été déplacées, dit-on à Genève après l'été.", encoding_rs::WINDOWS_1252);
    let expected = "\
error[article-encoding]: not UTF-8, and looks like windows-1252
--> articles/x.txt
 = hint: save it as UTF-8
";
    assert_eq!(refused("articles/x.txt", french), expected);
    let quarter = "abc def ghi قال علي";
    assert_eq!(read("x.txt", quarter).text, quarter);
}

#[test]
fn a_large_file_is_refused() {
    let problem = too_large("articles/x.txt", 100 << 20);
    let expected = "\
error[article-too-large]: the file has 100 MB; an article has 64 MB at most
--> articles/x.txt
 = hint: split it, or put its articles into a .jsonl file, one a line
";
    assert_eq!(render::human(&[problem], false), expected);
}
