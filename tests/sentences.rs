//! The segmenter on texts that are not part of the package: the figures to reach, and the five seed articles cut as a careful editor would.
//!
//! The texts lie in `../shared`, or where `MUJAZ_SHARED` says. Where they are absent the tests say so and pass.
#![allow(clippy::print_stderr)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use mujaz::arabic::fold::fold;
use mujaz::arabic::sentences::{NoWords, Words, sentences};

/// A glossary of the few words that the glued and inline headings of the seeds need.
struct Few {
    verbs: BTreeSet<Vec<u8>>,
    words: BTreeSet<Vec<u8>>,
}

impl Few {
    fn new() -> Self {
        let list = |s: &str| s.split(' ').map(fold).collect();
        Self {
            verbs: list("قال أعلن أكد أعرب أضاف أشار نفى كشف عقدت بدأت كانت كان وصف ذكر دعا"),
            words: list("لجنيف المعارضة النظام روسيا"),
        }
    }
}

impl Words for Few {
    fn opens_clause(&self, folded: &[u8]) -> bool {
        self.verbs.contains(folded)
    }

    fn known(&self, folded: &[u8]) -> bool {
        self.words.contains(folded) || self.verbs.contains(folded)
    }
}

fn shared(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("MUJAZ_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let path = root.join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {} is absent", path.display());
    None
}

/// Precision, recall and F1 of the boundaries, per mille.
#[derive(Debug)]
struct Score {
    precision: usize,
    recall: usize,
    f1: usize,
}

/// Boundaries as `eval/sentences.py` counts them: gold sentences joined by one blank, twenty to an article.
fn score(gold: &str) -> Score {
    let lines: Vec<&str> = gold.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let (mut hit, mut want, mut said) = (0, 0, 0);
    for article in lines.chunks(20) {
        let text = article.join(" ");
        let (mut ends, mut at) = (BTreeSet::new(), 0);
        for line in &article[..article.len() - 1] {
            at += line.len();
            ends.insert(at);
            at += 1;
        }
        let cut = sentences(&text, &NoWords);
        let mine: BTreeSet<usize> = cut[..cut.len() - 1].iter().map(|s| text[..s.end as usize].trim_end().len()).collect();
        hit += ends.intersection(&mine).count();
        want += ends.len();
        said += mine.len();
    }
    Score { precision: 1000 * hit / said, recall: 1000 * hit / want, f1: 2000 * hit / (said + want) }
}

#[test]
fn boundaries_of_news_commentary() {
    let Some(path) = shared("eval/sentences-news-commentary-dev.txt") else {
        return;
    };
    let score = score(&fs::read_to_string(path).expect("readable"));
    assert!(score.f1 >= 990, "{score:?}");
}

#[test]
fn boundaries_of_padt() {
    let Some(path) = shared("eval/sentences-padt-dev.txt") else {
        return;
    };
    let score = score(&fs::read_to_string(path).expect("readable"));
    assert!(score.recall >= 850 && score.precision >= 670, "{score:?}");
}

#[test]
fn seeds_are_cut_as_an_editor_would() {
    let Some(folder) = shared("corpus/seeds") else {
        return;
    };
    let mut got = String::new();
    let mut files: Vec<PathBuf> =
        walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).map(|e| e.into_path()).collect();
    files.sort();
    for path in files.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let text = fs::read_to_string(path).expect("readable");
        let name = path.file_name().expect("a file").to_string_lossy();
        for s in sentences(&text, &Few::new()) {
            got.push_str(&format!("{} {} {} {:?}\n", &name[..3], s.start, s.end, s.kind));
        }
    }
    let gold = include_str!("gold/seeds-sentences.txt");
    for (n, (got, gold)) in got.lines().zip(gold.lines()).enumerate() {
        assert_eq!(got, gold, "line {}", n + 1);
    }
    assert_eq!(got.lines().count(), gold.lines().count());
}

#[test]
fn every_character_of_an_article_lies_in_a_sentence() {
    let Some(path) = shared("eval/bulk-20mb.jsonl") else {
        return;
    };
    for line in fs::read_to_string(path).expect("readable").lines().step_by(5) {
        let row: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let text = row["text"].as_str().unwrap_or("");
        let mut at = 0;
        for s in sentences(text, &NoWords) {
            let gap = &text[at..s.start as usize];
            assert!(!gap.contains(char::is_alphanumeric), "{}: {gap:?}", row["id"]);
            at = s.end as usize;
        }
        assert!(!text[at..].contains(char::is_alphanumeric), "{}", row["id"]);
    }
}
