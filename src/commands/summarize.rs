//! `summarize`: the key sentences of single articles.

use std::fs;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use serde::Serialize;

use super::{Done, Stop};
use crate::analysis::{Analysis, analyze};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::{Article, read_jsonl};
use crate::cli::{Budget, Summarize, SummaryFormat};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load;
use crate::glossary::matcher::Matcher;
use crate::round::tracks::Tracks;
use crate::summary::score::{Score, score};
use crate::summary::select::{Candidate, by_rank};
use crate::workspace::Weights;

#[derive(Serialize)]
struct Picked<'a> {
    start: u32,
    end: u32,
    score: i32,
    parts: &'a Score,
}

/// `mujaz summarize`.
pub(super) fn summarize(args: &Summarize, out: &mut dyn Write) -> Result<Done, Stop> {
    let lexicon = Lexicon::new(load::builtin());
    let tracks = Tracks::new(load::builtin_tracks(), &lexicon);
    let mut matcher = Matcher::new(&lexicon);
    let weights = Weights::default();
    let mut problems = Vec::new();
    let stdin = ["-".into()];
    for file in if args.files.is_empty() { &stdin[..] } else { &args.files } {
        for article in read(file, &mut problems)? {
            let analysis = analyze(&article, &mut matcher, &tracks);
            let scores = score(&analysis, &lexicon, &weights);
            let picked = pick(&article, &analysis, &scores, args.budget);
            match args.format {
                SummaryFormat::Text => {
                    for &i in &picked {
                        let s = &analysis.sentences[i];
                        writeln!(
                            out,
                            "{}",
                            article.text[s.start as usize..s.end as usize].split_whitespace().collect::<Vec<_>>().join(" ")
                        )?;
                    }
                }
                SummaryFormat::Jsonl => {
                    let sentences: Vec<Picked> = picked
                        .iter()
                        .map(|&i| Picked {
                            start: analysis.sentences[i].start,
                            end: analysis.sentences[i].end,
                            score: scores[i].total,
                            parts: &scores[i],
                        })
                        .collect();
                    let row = serde_json::json!({"id": article.id, "sentences": sentences});
                    writeln!(out, "{row}")?;
                }
            }
        }
    }
    if has_errors(&problems) { Err(Stop::Content(problems)) } else { Ok(Done { warnings: problems, ..Done::default() }) }
}

/// Numbers of the sentences taken, in text order.
fn pick(article: &Article, analysis: &Analysis, scores: &[Score], budget: Budget) -> Vec<usize> {
    let chars = |s: &crate::analysis::Sentence| article.text[s.start as usize..s.end as usize].chars().count() as u32;
    let candidates = analysis
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, s)| s.kind == SentenceKind::Sentence)
        .map(|(i, s)| Candidate {
            article: 0,
            sentence: i,
            score: scores[i].total,
            cost: match budget {
                Budget::Percent(_) => chars(s),
                Budget::Words(_) => s.words,
            },
        })
        .collect();
    let limit = match budget {
        Budget::Percent(share) => (article.text.chars().count() as u64 * u64::from(share) / 100) as u32,
        Budget::Words(words) => words,
    };
    let mut picked: Vec<usize> = by_rank(candidates, limit).into_iter().map(|c| c.sentence).collect();
    picked.sort_unstable();
    picked
}

/// The articles of a file: JSON lines from `.jsonl` and standard input, else one article.
fn read(file: &Path, problems: &mut Vec<Diagnostic>) -> Result<Vec<Article>, Stop> {
    let name = file.to_string_lossy().into_owned();
    let cannot = |e: io::Error| Stop::Usage(format!("cannot read {name}: {e}"));
    let mut articles = Vec::new();
    let lines: Option<Box<dyn Read>> = if name == "-" {
        Some(Box::new(io::stdin().lock()))
    } else if file.extension().is_some_and(|e| e == "jsonl") {
        Some(Box::new(fs::File::open(file).map_err(cannot)?))
    } else {
        None
    };
    if let Some(lines) = lines {
        for article in read_jsonl(BufReader::new(lines), &name) {
            match article {
                Ok(article) => articles.push(article),
                Err(problem) => problems.push(*problem),
            }
        }
    } else {
        let id = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        match Article::read(&name, &id, fs::read(file).map_err(cannot)?) {
            Ok(article) => articles.push(article),
            Err(more) => problems.extend(more),
        }
    }
    Ok(articles)
}
