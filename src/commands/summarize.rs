//! `summarize`: the key sentences of single articles.

use std::fs;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use serde::Serialize;

use super::{Done, Stop};
use crate::analysis::{Analysis, Sentence, analyze};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::{Article, read_jsonl};
use crate::cli::{Budget, Summarize, SummaryFormat};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::glossary::load;
use crate::glossary::matcher::Matcher;
use crate::render::escape::{markdown, one_line};
use crate::round::tracks::Tracks;
use crate::summary::content::contents;
use crate::summary::score::{Score, score};
use crate::summary::select::{Candidate, fill};
use crate::workspace::Weights;

/// A sentence that was taken.
#[derive(Serialize)]
struct Picked<'a> {
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    ar: Option<&'a str>,
    score: i32,
    parts: &'a Score,
}

/// `mujaz summarize`.
pub(super) fn summarize(args: &Summarize, out: &mut dyn Write) -> Result<Done, Stop> {
    let lexicon = load::lexicon();
    let tracks = Tracks::new(load::builtin_tracks(), lexicon);
    let mut matcher = Matcher::new(lexicon);
    let weights = weights(&args.weights)?;
    let mut problems = Vec::new();
    let mut printer = Printer { format: args.format, count: 0 };
    let stdin = ["-".into()];
    for file in if args.files.is_empty() { &stdin[..] } else { &args.files } {
        for article in read(file, &mut problems)? {
            let analysis = analyze(&article, &mut matcher, &tracks);
            let scores = score(&analysis, &contents(&article, &analysis, &mut matcher), lexicon, &weights);
            let picked = pick(&article, &analysis, &scores, args.budget);
            printer.article(&article, &analysis, &scores, &picked, out)?;
        }
    }
    printer.end(out)?;
    if has_errors(&problems) { Err(Stop::Content(problems)) } else { Ok(Done { warnings: problems, ..Done::default() }) }
}

/// The built-in weights with those that were given instead.
fn weights(given: &[String]) -> Result<Weights, Stop> {
    let mut all = serde_json::to_value(Weights::default()).unwrap_or_default();
    let names: Vec<String> = all.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect();
    for text in given {
        let wrong =
            || Stop::Usage(format!("`{text}` is no weight: write NAME=N with N from 0 to 1000 and one of {}", names.join(", ")));
        let (name, value) = text.split_once('=').ok_or_else(wrong)?;
        let value: u32 = value.parse().ok().filter(|v| *v <= 1000).ok_or_else(wrong)?;
        *all.get_mut(name).ok_or_else(wrong)? = value.into();
    }
    serde_json::from_value(all).map_err(|e| Stop::Usage(e.to_string()))
}

/// Prints article after article.
struct Printer {
    format: SummaryFormat,
    count: usize,
}

impl Printer {
    fn article(
        &mut self,
        article: &Article,
        analysis: &Analysis,
        scores: &[Score],
        picked: &[usize],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let text = |i: usize| &article.text[analysis.sentences[i].start as usize..analysis.sentences[i].end as usize];
        let row = |whole: bool| {
            let sentences = picked.iter().map(|&i| {
                let (s, parts) = (&analysis.sentences[i], &scores[i]);
                Picked { start: s.start, end: s.end, ar: whole.then(|| text(i)), score: parts.total, parts }
            });
            serde_json::json!({"id": article.id, "sentences": sentences.collect::<Vec<_>>()})
        };
        match self.format {
            SummaryFormat::Text => picked.iter().try_for_each(|&i| writeln!(out, "{}", one_line(text(i))))?,
            SummaryFormat::Jsonl => writeln!(out, "{}", row(false))?,
            SummaryFormat::Json => write!(out, "{}{:#}", if self.count == 0 { "[\n" } else { ",\n" }, row(true))?,
            SummaryFormat::Md => {
                let title = analysis.meta.title.as_ref().map_or(&article.id, |t| &t.value);
                writeln!(out, "{}## {}\n", if self.count == 0 { "" } else { "\n" }, markdown(title))?;
                picked.iter().try_for_each(|&i| writeln!(out, "- {}", markdown(text(i))))?;
            }
        }
        self.count += 1;
        Ok(())
    }

    fn end(&self, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            SummaryFormat::Json => writeln!(out, "{}]", if self.count == 0 { "[" } else { "\n" }),
            _ => Ok(()),
        }
    }
}

/// Numbers of the sentences taken, in text order.
fn pick(article: &Article, analysis: &Analysis, scores: &[Score], budget: Budget) -> Vec<usize> {
    let chars = |s: &Sentence| article.text[s.start as usize..s.end as usize].chars().count() as u32;
    let sentences = analysis.sentences.iter().enumerate().filter(|(_, s)| s.kind == SentenceKind::Sentence);
    let candidates = sentences.map(|(i, s)| Candidate {
        sentence: i,
        score: scores[i].total,
        cost: match budget {
            Budget::Percent(_) => chars(s),
            Budget::Words(_) => s.words,
        },
    });
    let limit = match budget {
        Budget::Percent(share) => (article.text.chars().count() as u64 * u64::from(share)).div_ceil(100) as u32,
        Budget::Words(words) => words,
    };
    let mut picked: Vec<usize> = fill(candidates.collect(), limit).into_iter().map(|c| c.sentence).collect();
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
