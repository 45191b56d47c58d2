//! Tests of JSON lines.

use super::super::MAX_LINE;
use super::*;
use crate::diagnostic::render;
use chrono::NaiveDate;

fn read(file: &[u8]) -> Vec<Article> {
    let articles = read_jsonl(file, "all.jsonl");
    let unwrap = |article: Result<Article, Box<Diagnostic>>| match article {
        Ok(article) => article,
        Err(problem) => panic!("{}", render::human(&[*problem], false)),
    };
    articles.map(unwrap).collect()
}

fn problems(file: &[u8]) -> String {
    let problems: Vec<_> = read_jsonl(file, "all.jsonl").filter_map(Result::err).map(|problem| *problem).collect();
    render::human(&problems, false)
}

const TWO: &str = "\u{feff}{\"id\": 17, \"title\": \" محادثات أستانا \", \"date\": \"2017-02-16T10:00:00Z\", \"source\": \"\", \"url\": \"javascript:x\", \"text\": \"قال علوش إن الوفد باقٍ.\", \"date_extracted\": [1]}\r\n\n{\"text\":\"سطر\\nثان\\u202b \\\"قال\\\" \\u0639\\ud83c\\udf39 لم\u{202a} نتفق\\\\\", \"id\":\"b\", \"url\": \"https://example.org/1\", \"title\": null}";

#[test]
fn a_line_is_an_article() {
    let articles = read(TWO.as_bytes());
    let [first, second] = articles.as_slice() else { panic!("{articles:?}") };
    assert_eq!((first.id.as_str(), second.id.as_str()), ("17", "b"));
    assert_eq!((first.line(5), second.line(30)), (1, 3));
    assert_eq!(first.path, "all.jsonl");
    let meta = Meta {
        title: Some("محادثات أستانا".to_owned()), date: NaiveDate::from_ymd_opt(2017, 2, 16), ..Meta::default()
    };
    assert_eq!(first.meta, meta);
    let meta = Meta { url: Some("https://example.org/1".to_owned()), ..Meta::default() };
    assert_eq!(second.meta, meta);
    assert_eq!(first.text, "قال علوش إن الوفد باقٍ.");
    assert_eq!(second.text, "سطر\nثان \"قال\" ع🌹 لم نتفق\\");
    assert_eq!(second.blocks.len(), 1);
}

#[test]
fn places_lead_back_through_escapes() {
    for article in read(TWO.as_bytes()) {
        for (at, c) in article.text.char_indices() {
            let rest = &TWO[article.file_offset(at as u32)..];
            let found = match rest.strip_prefix('\\') {
                Some(_) => unescape(rest).0,
                None => rest.chars().next().unwrap(),
            };
            assert_eq!(found, c);
        }
    }
    let second = &read(TWO.as_bytes())[1];
    let part = |needle: &str| {
        let start = second.text.find(needle).unwrap();
        second.span(start as u32..(start + needle.len()) as u32)
    };
    assert_eq!(part("\"قال\" ع🌹").text(), "\\\"قال\\\" \\u0639\\ud83c\\udf39");
    assert_eq!(part("نتفق\\").text(), "نتفق\\\\");
    assert_eq!(part("ثان \"").line_col(), (3, 15));
    let end = second.text.len() as u32;
    assert_eq!(second.span(end..end).text(), "");
}

#[test]
fn a_bad_line_does_not_hide_the_others() {
    let file = "{\"id\": 1, \"text\": \"قال علوش\"}\nhello\n{\"id\": \"\", \"text\": \"قال\"}\n{\"id\": 2}\n{\"id\": 3, \"text\": 5}\n{\"id\": 4, \"text\": \"قال\", \"date\": \"16 شباط\"}\n{\"id\": 5, \"text\": \"only English\"}\n{\"id\": 6, \"id\": 7, \"text\": \"قال\"}\n{\"id\": true, \"text\": \"قال\"}\n{\"id\": 8, \"text\": \"قال الوف";
    let expected = "\
error[article-json]: not an article: expected value
 --> all.jsonl:2:1
  |
2 | hello
  | ^
  |
  = hint: a line is one article: {\"id\": …, \"text\": …}, and may have `title`, `date`, `source` and `url`

error[article-json]: `id` is empty
 --> all.jsonl:3:8
  |
3 | {\"id\": \"\", \"text\": \"قال\"}
  |        ^^

error[article-json]: not an article: missing field `text`
 --> all.jsonl:4:1
  |
4 | {\"id\": 2}
  | ^
  |
  = hint: a line is one article: {\"id\": …, \"text\": …}, and may have `title`, `date`, `source` and `url`

error[article-json]: not an article: invalid type: integer `5`, expected a string
 --> all.jsonl:5:19
  |
5 | {\"id\": 3, \"text\": 5}
  |                   ^
  |
  = hint: a line is one article: {\"id\": …, \"text\": …}, and may have `title`, `date`, `source` and `url`

error[article-json]: `date` is not a date: \"16 شباط\"
 --> all.jsonl:6:34
  |
6 | {\"id\": 4, \"text\": \"قال\", \"date\": \"16 شباط\"}
  |                                  ^^^^^^^^^
  |
  = hint: write it as 2017-02-16

warning[article-no-arabic]: not in Arabic, left out: \"only English\"
 --> all.jsonl:7:19
  |
7 | {\"id\": 5, \"text\": \"only English\"}
  |                   ^^^^^^^^^^^^^^
  |
  = hint: remove it from the articles

error[article-json]: not an article: duplicate field `id`
 --> all.jsonl:8:14
  |
8 | {\"id\": 6, \"id\": 7, \"text\": \"قال\"}
  |              ^
  |
  = hint: a line is one article: {\"id\": …, \"text\": …}, and may have `title`, `date`, `source` and `url`

error[article-json]: not an article: invalid type: boolean `true`, expected a string or a whole number as `id`
 --> all.jsonl:9:11
  |
9 | {\"id\": true, \"text\": \"قال\"}
  |           ^
  |
  = hint: a line is one article: {\"id\": …, \"text\": …}, and may have `title`, `date`, `source` and `url`

error[article-json]: the line breaks off in the middle of an article
  --> all.jsonl:10:28
   |
10 | {\"id\": 8, \"text\": \"قال الوف
   |                            ^
   |
   = hint: each article is on one line; if the file was cut off, fetch it again
";
    assert_eq!(problems(file.as_bytes()), expected);
    assert_eq!(read_jsonl(file.as_bytes(), "x").filter(Result::is_ok).count(), 1);
}

#[test]
fn a_line_that_is_not_utf8_is_refused() {
    let mut file = b"\n{\"id\": 1, \"text\": \"".to_vec();
    file.extend("قال علوش".as_bytes());
    file.truncate(file.len() - 1);
    file.extend(b"\"}\n");
    let expected = "\
error[article-encoding]: byte 32 (0xD8) is not UTF-8
 --> all.jsonl:2:27
  |
2 | {\"id\": 1, \"text\": \"قال علو�\"}
  |                           ^
  |
  = hint: fetch the article again, or retype what is missing and save the file as UTF-8
";
    assert_eq!(problems(&file), expected);
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let mut file = b"{\"id\": 1, \"text\": \"".to_vec();
    file.resize(MAX_LINE * 2 + 100, b'x');
    file.extend("\"}\n{\"id\": 2, \"text\": \"قال\"}\n".as_bytes());
    let expected = format!(
        "\
error[article-too-large]: a line of more than 16 MB is not an article
 --> all.jsonl:1:1
  |
1 | {{\"id\": 1, \"text\": \"{}
  | ^
  |
  = hint: write one article a line
",
        "x".repeat(61)
    );
    assert_eq!(problems(&file), expected);
    let articles: Vec<_> = read_jsonl(&file[..], "x").filter_map(Result::ok).collect();
    assert_eq!(articles[0].line(0), 2);
    assert_eq!(articles[0].file_offset(0), MAX_LINE * 2 + 100 + 3 + 19);
}
