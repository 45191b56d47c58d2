//! What holds for every input: places lead back to the same characters, and nothing panics.

use super::tests::{check_places, utf8_at, utf16};
use super::{Article, Block, decode, read_jsonl};
use proptest::prelude::*;
use serde_json::json;

/// Text with everything in it that a reader could stumble over.
const TEXT: &str = "([ا-ي]{1,6}|[a-z0-9 .:،«»\"\\\\*_#>&;!`~|<\\[\\](){}-]|\r\n|\n\n|\n|\t|---|\u{202b}|\u{2069}|\u{7}|\u{0}|\u{85}|\u{a0}|\u{200f}|\u{feff}|ً|é|𞤀|&amp;|1\\. |    ){0,40}";

fn check(article: &Article) {
    let (text, mut last) = (article.text.as_str(), 0);
    for Block { start, end, .. } in &article.blocks {
        let (start, end) = (*start as usize, *end as usize);
        assert!(last <= start && start < end, "{:?}", article.blocks);
        assert!(text[last..start].trim().is_empty());
        assert_eq!(text[start..end].trim(), &text[start..end]);
        last = end;
    }
    assert!(text[last..].trim().is_empty());
    leads_back(article, |c, source| {
        let escaped = source.starts_with(['\\', '&', '`']) || c == '\n' || (c == ' ' && source == "\n");
        escaped || source.starts_with(c)
    });
}

/// As [`check`], where blanks and line ends may stand for anything of the file.
#[cfg(feature = "html")]
pub(super) fn check_page(article: &Article) {
    leads_back(article, |c, source| c.is_whitespace() || source.starts_with(c) || source.starts_with('&'));
}

/// The places of all characters follow each other in the file, and what stands there `is` the character.
fn leads_back(article: &Article, is: impl Fn(char, &str) -> bool) {
    let mut before = 0;
    for (at, c) in article.text.char_indices() {
        let at = at as u32;
        let offset = article.file_offset(at);
        assert!(before <= offset);
        before = offset;
        let span = article.span(at..at + c.len_utf8() as u32);
        assert_eq!(article.line(at) as usize, span.line_col().0);
        assert!(is(c, span.text()), "{c:?} {:?}", span.text());
    }
}

/// Arabic first, so that the text is an article.
fn article(text: &str) -> String {
    format!("قال الوفد{}{text}", "ا".repeat(text.len()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plain_text_leads_back(text in TEXT) {
        let file = article(&text);
        let read = Article::read("a.txt", "a", file.clone().into_bytes());
        if let Ok(read) = read {
            check(&read);
            check_places(&read, utf8_at(file.as_bytes()));
        }
        let file = utf16(&file, true, false);
        if let Ok(read) = Article::read("a.txt", "a", file.clone()) {
            check(&read);
            check_places(&read, |at| {
                let units = decode::units(&file[at..], false);
                char::decode_utf16(units).next().unwrap().unwrap()
            });
        }
    }

    #[test]
    fn markdown_leads_back(text in TEXT) {
        let file = article(&text);
        if let Ok(read) = Article::read("a.md", "a", file.clone().into_bytes()) {
            check(&read);
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn pages_lead_back(text in TEXT) {
        let paragraph = format!("<p>{}</p>", "قال الوفد إن المكتبة الجديدة ستفتح أبوابها للأطفال قريبا. ".repeat(3));
        let file = format!("<article>{paragraph}{paragraph}<p>{}{text}</p>{paragraph}</article>", "قال الوفد ".repeat(20));
        if let Ok(read) = Article::read("a.html", "a", file.into_bytes()) {
            check_page(&read);
        }
    }

    #[test]
    fn json_leads_back(text in TEXT, ascii in any::<bool>()) {
        let text = article(&text);
        let mut line = json!({"url": null, "text": text, "id": 1}).to_string();
        if ascii {
            let escape = |unit: u16| format!("\\u{unit:04x}");
            let units = |c: char| c.encode_utf16(&mut [0; 2]).iter().map(|u| escape(*u)).collect();
            line = line.chars().map(|c| if c.is_ascii() { c.to_string() } else { units(c) }).collect();
        }
        let file = format!("\n{line}\n");
        for read in read_jsonl(file.as_bytes(), "a.jsonl") {
            check(&read.unwrap());
        }
    }

    #[test]
    fn nothing_panics(bytes in any::<Vec<u8>>(), text in TEXT) {
        let _ = Article::read("a.txt", "a", bytes.clone());
        let _ = Article::read("a.md", "a", bytes.clone());
        let _ = Article::read("a.html", "a", bytes.clone());
        let _ = Article::read("a.html", "a", text.clone().into_bytes());
        read_jsonl(&bytes[..], "a.jsonl").for_each(drop);
        let mut file = b"---\n".to_vec();
        file.extend(text.as_bytes());
        file.extend(&bytes[..bytes.len().min(3)]);
        file.extend(b"\n---\n");
        let _ = Article::read("a.md", "a", file);
    }
}
