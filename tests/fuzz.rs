//! Fuzzing on a stable compiler: inputs are made from good ones by cutting, repeating, splicing and sprinkling, and every stage must hold its
//! promises on all of them.
//!
//! `cargo test --test fuzz` gives each target a second; `FUZZ_SECONDS=60 cargo test --release --test fuzz` a minute. The inputs follow from
//! `FUZZ_SEED` alone. An input that breaks a promise is written to `target/fuzz/`, and belongs into the tests of its stage.

#![expect(clippy::print_stdout, reason = "figures, to be read with --nocapture")]

use std::fs;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use clap::Parser;
use mujaz::analysis::analyze;
use mujaz::arabic::fold::{fold, offset_after};
use mujaz::arabic::sentences::{NoWords, sentences};
use mujaz::arabic::token::tokens;
use mujaz::article::{Article, Lines, read_jsonl};
use mujaz::cli::Cli;
use mujaz::diagnostic::{Source, formats, render};
use mujaz::english::{Ask, Reader, gloss};
use mujaz::glossary::lexicon::Lexicon;
use mujaz::glossary::load;
use mujaz::glossary::matcher::Matcher;
use mujaz::render::markdown;
use mujaz::round::tracks::Tracks;

/// Good inputs to start from.
const TEXTS: &[&str] = &[
    "اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.\n\nوقال رئيس الوفد الروسي ألكسندر لافرنتييف إن الدول الضامنة لم تتفق على موعد الجولة التالية.",
    "نفى المتحدث وجود أي خلاف، وأضاف: «لن نوقع قبل وقف القصف». ولم يحضر وفد الفصائل.",
    "وقُتل أكثر من 310 آلاف شخص منذ 15 آذار/مارس 2011، وفق المرصد.\n- لا اتفاق\n- لا موعد\n\n> ليس هناك بيان.",
    "---\ntitle: ختام الجولة\ndate: 2017-02-16\nsource: وكالة المثال\nround: astana-2\n---\n# عنوان\nأعلن *مصدر* أن `المحادثات` [تأجلت](https://example.org) إلى 3 و4 مايو المقبل.",
    "<html><head><title>خبر</title></head><body><article><h1>عنوان</h1><p>قالت <b>المديرة</b> إن المكتبة &laquo;لن تغلق&raquo;،<br>وإن القاعة الجديدة تضم ثلاثة آلاف كتاب.</p><ul><li>ورشة للرسم</li></ul></article></body></html>",
    "{\"id\": \"1\", \"title\": \"خبر\", \"date\": \"2017-02-16\", \"text\": \"قال \\u0627\\n«نعم» ولم يضف.\"}\n{\"id\": 2, \"text\": \"أكد الوفد\"}",
    "- id: sana\n  kind: party\n  en: {preferred: Sana, admitted: [SANA]}\n  ar: [سانا, 'وكالة سانا']\n  roles: [{from: 2015, ar: مبعوث, en: envoy}]\n",
];

/// What is sprinkled into them.
const SPICE: &[&str] = &[
    "لم ",
    "لا ",
    "ليس ",
    "غير ",
    "دون ",
    "عدم ",
    "«",
    "»",
    "\"",
    ".",
    "؟",
    "!",
    "،",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "\u{a0}",
    "ـ",
    "ً",
    "ّ",
    "\u{200f}",
    "\u{202e}",
    "\u{2069}",
    "\u{feff}",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "ﷺ",
    "ﻻ",
    "٣",
    "۳",
    "100",
    "2017",
    "%",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "&",
    "&amp;",
    "<script>",
    "<p>",
    "</p>",
    "<div hidden>",
    "</div>",
    "<a href=x>",
    "<br>",
    "&#x202e;",
    "{{",
    "{%",
    "*",
    "_",
    "`",
    "#",
    "---\n",
    ": ",
    "- ",
    "|",
    "\\",
    "'",
    "و",
    "ال",
    "a",
    "é",
    "𞤀",
    "👍🏽",
    "\u{1f1f8}\u{1f1fe}",
    "15 شباط",
    "يوم الخميس",
    "أستانا",
    "الجولة الثانية",
];

/// A generator of numbers that are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        // Marsaglia's xorshift64.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }

    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    fn text(&mut self) -> String {
        let mut text = TEXTS[self.below(TEXTS.len())].to_owned();
        for _ in 0..=self.below(12) {
            let (a, b) = (self.place(&text), self.place(&text));
            let (a, b) = (a.min(b), a.max(b));
            match self.below(7) {
                0 => text.truncate(b),
                1 => text.replace_range(a..b, ""),
                2 => {
                    let piece = text[a..b].repeat(1 + self.below(3));
                    text.insert_str(b, &piece);
                }
                3 => {
                    let other = TEXTS[self.below(TEXTS.len())];
                    let cut = self.place(other);
                    text.insert_str(a, &other[cut..]);
                }
                4 => text.insert_str(a, &SPICE[self.below(SPICE.len())].repeat(1 + self.below(40))),
                _ => text.insert_str(a, SPICE[self.below(SPICE.len())]),
            }
            if text.len() > 20_000 {
                let end = self.place(&text[..20_000.min(text.floor(20_000))]);
                text.truncate(end);
            }
        }
        text
    }
}

trait Floor {
    fn floor(&self, at: usize) -> usize;
}

impl Floor for String {
    fn floor(&self, mut at: usize) -> usize {
        while !self.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// Runs a target until its time is over, and on at least a few inputs; no input may take longer than two seconds.
fn fuzz(name: &str, mut target: impl FnMut(&str)) {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ number("FUZZ_SEED", 1));
    let (end, mut runs) = (Instant::now() + Duration::from_secs(number("FUZZ_SECONDS", 1)), 0);
    while runs < 5 || Instant::now() < end {
        let text = dice.text();
        let begun = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(|| target(&text)));
        let slow = begun.elapsed() > Duration::from_secs(20);
        if result.is_err() || slow {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../fuzz");
            let file = folder.join(format!("{name}-{runs}.txt"));
            fs::create_dir_all(&folder).and_then(|()| fs::write(&file, &text)).expect("the input is kept");
            println!("input {runs} of {name} is in {}", file.display());
        }
        if let Err(panic) = result {
            resume_unwind(panic);
        }
        assert!(!slow, "{name}: {:?} for {} bytes", begun.elapsed(), text.len());
        runs += 1;
    }
    println!("{name}: {runs} inputs");
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(load::builtin()));

/// Places of an article lead back to its source, in order, on the edges of characters.
fn places_lead_back(article: &Article) {
    let mut before = 0;
    for (at, c) in article.text.char_indices() {
        let (start, end) = (at as u32, (at + c.len_utf8()) as u32);
        let offset = article.file_offset(start);
        assert!(before <= offset, "offsets go back at {at}");
        before = offset;
        let span = article.span(start..end);
        assert_eq!(article.line(start) as usize, span.line_col().0);
    }
}

#[test]
fn article_formats() {
    fuzz("articles", |text| {
        for name in ["a.txt", "a.md", "a.html"] {
            match Article::read(name, "a", text.as_bytes().to_vec()) {
                Ok(article) => places_lead_back(&article),
                Err(problems) => {
                    drop(render::human(&problems, false) + &formats::sarif(&formats::findings(&problems, &str::to_owned)))
                }
            }
        }
        // Bytes that are no text.
        let bytes: Vec<u8> = text.bytes().enumerate().map(|(at, b)| if at % 97 == 13 { b ^ 0x5a } else { b }).collect();
        let _ = Article::read("b.txt", "b", bytes.clone());
        let _ = Lines::new(Cursor::new(&bytes), "b.jsonl").count();
        for article in read_jsonl(Cursor::new(text), "a.jsonl").flatten() {
            places_lead_back(&article);
        }
    });
}

#[test]
fn yaml() {
    fuzz("yaml", |text| {
        if let Err(problems) = load::files(&[Source::new("a.yaml", text)]) {
            assert!(!problems.is_empty());
            drop(render::human(&problems, true));
        }
        drop(load::tracks(Vec::new(), &[Source::new("a.yaml", text)]));
    });
}

#[test]
fn folds_and_offsets() {
    fuzz("fold", |text| {
        let folded = fold(text);
        let mut at = 0;
        for token in tokens(text) {
            let (start, end) = (token.start as usize, token.end as usize);
            assert!(at <= start && start < end && text.is_char_boundary(start) && text.is_char_boundary(end));
            at = end;
            let word = token.text(text);
            let letters = fold(word).len();
            for n in 0..=letters {
                assert!(word.is_char_boundary(offset_after(word, n)));
            }
        }
        // The longest ligature, `ﷺ`, has three bytes and stands for eighteen letters.
        assert!(folded.len() <= 6 * text.len());
    });
}

#[test]
fn sentences_cover_the_text() {
    fuzz("sentences", |text| {
        let mut at = 0;
        for sentence in sentences(text, &NoWords) {
            let (start, end) = (sentence.start as usize, sentence.end as usize);
            assert!(at <= start && start < end, "{start}..{end} after {at}");
            let between = &text[at..start];
            assert!(!between.contains(char::is_alphanumeric), "{between:?} is in no sentence");
            at = end;
        }
        assert!(!text[at..].contains(char::is_alphanumeric), "{:?} is in no sentence", &text[at..]);
    });
}

#[test]
fn analyses_and_glosses() {
    let tracks = Tracks::new(load::builtin_tracks(), &LEXICON);
    let mut matcher = Matcher::new(&LEXICON);
    let reader = Reader::new(&LEXICON);
    fuzz("analyze", |text| {
        let Ok(article) = Article::read("a.txt", "a", text.as_bytes().to_vec()) else { return };
        let analysis = analyze(&article, &mut matcher, &tracks);
        assert!(analysis.fits(&article, &LEXICON), "a place that is not in the text");
        assert_eq!(analysis, analyze(&article, &mut matcher, &tracks), "twice is the same");
        for s in &analysis.sentences {
            let all = s.start..s.end;
            let (text, mentions, dates) = (article.text.as_str(), &s.mentions, &s.dates);
            let ask = Ask { text, sentence: all.clone(), range: all, mentions, dates, names: &[], said: None, speaker: None };
            let gloss = gloss(&ask, &reader);
            let (arabic, found) = gloss.negations;
            let ar = &article.text[s.start as usize..s.end as usize];
            assert!(found >= arabic, "{arabic} negations, {found} in English\n{ar}\n{}", gloss.text);
            assert!(!gloss.text.contains(['\u{202e}', '\u{0}']), "{:?}", gloss.text);
        }
    });
}

/// Every tag that is opened is closed, in order, and no text opens one.
fn well_formed(html: &str) {
    const VOID: &[&str] = &["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];
    let (mut open, mut rest): (Vec<&str>, &str) = (Vec::new(), html);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with('!') {
            continue;
        }
        let close = rest.starts_with('/');
        let name = rest.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        assert!(!name.is_empty(), "a `<` that is no tag: {:?}", rest.chars().take(40).collect::<String>());
        if close {
            assert_eq!(open.pop(), Some(name), "{:?}", rest.chars().take(80).collect::<String>());
            continue;
        }
        let mut quoted = false;
        let end = rest.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let end = end.expect("a tag that ends");
        let itself = rest[..end].ends_with('/');
        rest = &rest[end..];
        if matches!(name, "style" | "script") {
            assert_eq!(name, "style");
            rest = &rest[rest.find("</style>").expect("it is closed") + "</style>".len()..];
        } else if !VOID.contains(&name) && !itself {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

#[test]
fn notes_are_well_formed() {
    fuzz("notes", |text| {
        let html = markdown::to_html(text);
        assert!(!html.contains("<script") && !html.contains("javascript:"), "{html}");
        well_formed(&html);
    });
}

#[test]
fn pages_are_well_formed() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = folder.path().join("desk");
    fs::create_dir_all(desk.join("articles")).expect("a folder");
    fs::create_dir_all(desk.join("notes")).expect("a folder");
    let cli = Cli::parse_from(["mujaz".as_ref(), "build".as_ref(), desk.as_os_str()]);
    fuzz("pages", |text| {
        let head = "---\ndate: 2017-02-16\nround: astana-2\n---\n";
        fs::write(desk.join("articles/a.md"), format!("{head}{}\n\n{text}", TEXTS[0])).expect("it can be written");
        fs::write(desk.join("articles/b.md"), format!("{head}{text}")).expect("it can be written");
        fs::write(desk.join("notes/astana-2.md"), text).expect("it can be written");
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = mujaz::commands::run(&cli, &mut out, &mut err);
        let said = String::from_utf8_lossy(&err);
        assert!(code <= 1, "{said}");
        if code == 0 {
            well_formed(&fs::read_to_string(desk.join("out/astana-2.html")).expect("the page"));
        }
    });
}
