//! Tests of Markdown articles and of front matter.

use super::super::tests::{check_places, read, refused, utf8_at, utf16};
use super::super::{Article, BlockKind, Meta, RoundRef};
use BlockKind::{Heading, Item, Paragraph, Quote};
use chrono::NaiveDate;

fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
    let text = |b: &super::Block| &article.text[b.start as usize..b.end as usize];
    article.blocks.iter().map(|b| (b.kind, text(b))).collect()
}

const FILE: &str = "\
---
title: ختام أستانا 2 # عنوان
date: 2017-02-16
source: صحيفة نموذجية
url: https://example.org/a
round: astana-2
---
# ختام **الجولة**

قال [علوش](https://example.org): «لم *نتوصل*
إلى `اتفاق`» \u{202b}وأضاف\u{202c}.  
سطر &laquo;ثانٍ&raquo; \\*

> تعهد روسي
>
> وقف القصف

* وقف النار
* المعتقلون
  1. أولاً

![صورة](a.png)

    فقرة بدأت بفراغ
    ثم سطر

```
code
```
<div>إعلان</div>

خاتمة<br>هنا
";

#[test]
fn markdown_is_read_as_blocks() {
    let article = read("articles/x.md", FILE);
    let expected = [
        (Heading, "ختام الجولة"),
        (Paragraph, "قال علوش: «لم نتوصل\nإلى اتفاق» وأضاف.\nسطر «ثانٍ» *"),
        (Quote, "تعهد روسي"),
        (Quote, "وقف القصف"),
        (Item, "وقف النار"),
        (Item, "المعتقلون"),
        (Item, "أولاً"),
        (Paragraph, "فقرة بدأت بفراغ\nثم سطر"),
        (Paragraph, "خاتمةهنا"),
    ];
    assert_eq!(blocks(&article), expected);
    let meta = Meta {
        title: Some("ختام أستانا 2".to_owned()),
        date: NaiveDate::from_ymd_opt(2017, 2, 16),
        source: Some("صحيفة نموذجية".to_owned()),
        url: Some("https://example.org/a".to_owned()),
        round: Some(RoundRef::Id("astana-2".to_owned())),
    };
    assert_eq!(article.meta, meta);
    let at = |needle| article.text.find(needle).unwrap() as u32;
    assert_eq!(article.line(at("ختام")), 8);
    assert_eq!(article.line(at("خاتمة")), 32);
    assert_eq!(article.span(at("ثانٍ") - 2..at("ثانٍ")).text(), "&laquo;");
    assert_eq!(article.span(at("الجولة")..at("الجولة") + 12).text(), "الجولة");
}

#[test]
fn every_letter_has_its_place_in_the_file() {
    let files = [FILE.to_owned(), FILE.replace('\n', "\r\n"), format!("\u{feff}{FILE}")];
    for file in files {
        let article = read("x.md", file.as_str());
        let at = utf8_at(file.as_bytes());
        for (byte, c) in article.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            assert_eq!(at(article.file_offset(byte as u32)), c);
        }
    }
    let file = utf16(FILE, true, true);
    let article = read("x.md", file.clone());
    let letter = article.text.find("خاتمة").unwrap() as u32;
    let offset = article.file_offset(letter);
    assert_eq!(file[offset..offset + 2], [0x06, 0x2e]);
}

#[test]
fn plain_text_may_have_front_matter() {
    let file = "---\r\nround: 2\r\n---\r\nقال علوش\r\n";
    let article = read("x.txt", file);
    assert_eq!(article.text, "قال علوش\r\n");
    assert_eq!(article.meta.round, Some(RoundRef::Number(2)));
    check_places(&article, utf8_at(file.as_bytes()));
    for file in ["---\nقال: لم نتفق\n---\nنعم", "---\nقال علوش", "---- \nقال", "---\nقال\n---\n"] {
        let article = read("x.txt", file);
        assert_eq!((article.text.as_str(), article.meta), (file, Meta::default()));
    }
    let file = "---\n# nothing\n---\n\nقال علوش";
    assert_eq!(read("x.md", file).meta, Meta::default());
}

#[test]
fn everything_wrong_with_front_matter_is_said_at_its_line() {
    let file = "\u{feff}---\ntitel: ختام\ndate: 16/02/2017\nround: الأولى\nurl: example.org\n---\nقال\n";
    let expected = "\
error[article-front-matter]: unknown key `titel`, expected one of `title`, `date`, `source`, `url`, `round`
 --> articles/x.md:2:1
  |
2 | titel: ختام
  | ^^^^^
  |
  = hint: did you mean `title`?
";
    assert_eq!(refused("articles/x.md", file), expected);
    let expected = "\
error[article-front-matter]: `date` is not a date: \"16/02/2017\"
 --> articles/x.md:3:7
  |
3 | date: 16/02/2017
  |       ^^^^^^^^^^
  |
  = hint: write it as `2017-02-16`

error[article-front-matter]: `round` is not a round: \"الأولى\"
 --> articles/x.md:4:8
  |
4 | round: الأولى
  |        ^^^^^^
  |
  = hint: write its number, as `2`, or its id, as `astana-2`

error[article-front-matter]: `url` is not a web address: \"example.org\"
 --> articles/x.md:5:6
  |
5 | url: example.org
  |      ^^^^^^^^^^^
  |
  = hint: it starts with `https://` or `http://`
";
    let file = file.replace("titel", "title");
    assert_eq!(refused("articles/x.md", file), expected);
    let expected = "\
error[article-front-matter]: the front matter does not end
 --> articles/x.md:1:1
  |
1 | ---
  | ^^^
  |
  = hint: end it with a line of three dashes, `---`
";
    let file = "---\ntitle: ختام\n\nقال علوش\n";
    assert_eq!(refused("articles/x.md", file), expected);
}

#[test]
fn rounds_are_numbers_or_ids() {
    let parse = |text| RoundRef::parse(text).map(|round| round.to_string());
    for text in ["2", "22", "astana-2", "geneva-syria-2014", "vienna"] {
        assert_eq!(parse(text).as_deref(), Some(text));
    }
    for text in ["", "0", "-1", "2.5", "Astana-2", "astana 2", "astana-", "../x", "الثانية"] {
        assert_eq!(parse(text), None, "{text}");
    }
}
