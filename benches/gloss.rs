//! Glossing beside analysis, on the same sentences.

use divan::Bencher;
use divan::counter::BytesCount;
use mujaz::analysis::{Mention, parse};
use mujaz::article::Article;
use mujaz::english::{self, Ask};
use mujaz::glossary::lexicon::Lexicon;
use mujaz::glossary::{load, matcher::Matcher};

const SENTENCES: &str = include_str!("../tests/english.yaml");

fn main() {
    divan::main();
}

fn article() -> Article {
    let text: Vec<&str> = SENTENCES.lines().filter_map(|l| l.strip_prefix("- ar: ").map(|l| l.trim_matches('"'))).collect();
    Article::read("t.txt", "t", text.join("\n").into_bytes()).expect("a text")
}

#[divan::bench]
fn parsed(bencher: Bencher) {
    let (lexicon, article) = (Lexicon::new(load::builtin()), article());
    let mut matcher = Matcher::new(&lexicon);
    bencher.counter(BytesCount::of_str(&article.text)).bench_local(|| parse::parse(&article, &mut matcher).sentences.len());
}

#[divan::bench]
fn glossed(bencher: Bencher) {
    let (lexicon, article) = (Lexicon::new(load::builtin()), article());
    let mut matcher = Matcher::new(&lexicon);
    let parsed = parse::parse(&article, &mut matcher);
    let mentions: Vec<Vec<Mention>> = parsed
        .sentences
        .iter()
        .map(|s| {
            let entry = |form: u32| lexicon.forms[form as usize].entry;
            s.matches.iter().map(|m| Mention { start: m.start, end: m.end, entry: entry(m.form) }).collect()
        })
        .collect();
    let reader = english::Reader::new(&lexicon);
    bencher.counter(BytesCount::of_str(&article.text)).bench_local(|| {
        let all = parsed.sentences.iter().zip(&mentions);
        all.map(|(s, mentions)| {
            let range = s.span.start..s.span.end;
            let ask = Ask {
                text: &article.text,
                sentence: range.clone(),
                range,
                mentions,
                dates: &[],
                names: &[],
                said: None,
                speaker: None,
            };
            english::gloss(&ask, &reader).text.len()
        })
        .sum::<usize>()
    });
}
