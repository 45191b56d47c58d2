//! `build --analyses`: analyses that `mujaz analyze --whole` has printed, on other machines perhaps.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use rayon::prelude::*;

use super::Stop;
use crate::analysis::Analysis;
use crate::analysis::whole::{Key, Keys, Whole};
use crate::article::Article;
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::glossary::lexicon::Lexicon;
use crate::round::tracks::Tracks;

/// So many lines of a file are taken apart at a time.
const LINES: usize = 1024;

/// Analyses by what they were made from.
#[derive(Debug, Default)]
pub(super) struct Given {
    keys: Option<Keys>,
    by_key: BTreeMap<Key, Analysis>,
    files: Vec<String>,
    taken: usize,
}

impl Given {
    /// Reads files of analyses.
    pub(super) fn read(files: &[PathBuf], lexicon: &Lexicon, tracks: &Tracks) -> Result<Self, Stop> {
        let mut given = Self { keys: Some(Keys::new(lexicon, tracks)), ..Self::default() };
        for file in files {
            let path = file.to_string_lossy().into_owned();
            let failed = |error: std::io::Error| Stop::Usage(format!("cannot read {path}: {error}"));
            let mut lines = BufReader::with_capacity(1 << 18, File::open(file).map_err(failed)?).lines();
            let mut number = 1;
            loop {
                let some: Vec<String> = lines.by_ref().take(LINES).collect::<Result<_, _>>().map_err(failed)?;
                if some.is_empty() {
                    break;
                }
                let read = |(at, line): (usize, &String)| one(&path, number + at, line);
                let analyses: Vec<Whole> =
                    some.par_iter().enumerate().map(read).collect::<Result<_, _>>().map_err(|p| vec![*p])?;
                given.by_key.extend(analyses.into_iter().map(|whole| (whole.key, whole.analysis)));
                number += some.len();
            }
            given.files.push(path);
        }
        Ok(given)
    }

    /// The analysis of an article, if it is there and was made from the same.
    pub(super) fn take(&mut self, article: &Article, lexicon: &Lexicon) -> Option<Analysis> {
        let key = self.keys.as_ref()?.of(article);
        let analysis = self.by_key.remove(&key).filter(|analysis| analysis.fits(article, lexicon));
        self.taken += usize::from(analysis.is_some());
        analysis
    }

    /// What is to be said if none of them was of use.
    pub(super) fn unused(&self) -> Option<Diagnostic> {
        let file = self.files.first().filter(|_| self.taken == 0)?;
        let message = "no article of the workspace has an analysis in these files: all were analysed here";
        let hint = "make them with the same version, with `--whole`, and with the glossary of this workspace (`--workspace`)";
        Some(Diagnostic::warning(Code::AnalysesForeign, message).in_file(file.as_str()).hint(hint))
    }
}

fn one(path: &str, number: usize, line: &str) -> Result<Whole, Box<Diagnostic>> {
    serde_json::from_str(line).map_err(|error| {
        let start: String = line.chars().take(80).collect();
        let place = Source::part(path, start, number).span(0..0);
        let message = format!("not an analysis: {error}");
        let hint = "`mujaz analyze --whole` prints what is wanted here";
        Box::new(Diagnostic::error(Code::AnalysesForeign, message).at(place).hint(hint))
    })
}
