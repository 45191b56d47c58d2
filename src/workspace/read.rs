//! From files to articles and texts.

use super::discover::Found;
use crate::article::{self, Article, Line, Lines, MAX_FILE};
use crate::diagnostic::{Code, Diagnostic, Source};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::Arc;

/// So many lines of a file are read before they are taken apart, on all cores.
const LINES: usize = 1024;

/// What one file gave.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) articles: Vec<Article>,
    pub(super) problems: Vec<Diagnostic>,
}

/// Reads a file with articles.
pub(super) fn article_file(file: &Found) -> Batch {
    let mut batch = Batch::default();
    let name = file.name.as_str();
    let opened = match File::open(&file.path) {
        Ok(opened) => opened,
        Err(error) => {
            batch.problems.push(unreadable(name, &error));
            return batch;
        }
    };
    if file.has_extension("jsonl") {
        batch.lines(opened, name);
        return batch;
    }
    match plain(&opened, name) {
        Ok(bytes) => match Article::read(name, &file.id, bytes) {
            Ok(article) => batch.articles.push(article),
            Err(problems) => batch.problems.extend(problems),
        },
        Err(problem) => batch.problems.push(*problem),
    }
    batch
}

impl Batch {
    fn lines(&mut self, file: File, name: &str) {
        let mut lines = Lines::new(BufReader::with_capacity(1 << 18, file), name);
        loop {
            let some: Vec<_> = lines.by_ref().take(LINES).collect();
            if some.is_empty() {
                return;
            }
            let read = |line: Result<Line, _>| line?.read(name);
            let results: Vec<_> = some.into_par_iter().map(read).collect();
            for result in results {
                match result {
                    Ok(article) => self.articles.push(article),
                    Err(problem) => self.problems.push(*problem),
                }
            }
        }
    }
}

fn plain(file: &File, name: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let failed = |error| Box::new(unreadable(name, &error));
    let length = file.metadata().map_err(failed)?.len();
    let mut bytes = Vec::new();
    if length <= MAX_FILE {
        // With room for all of it and one byte more the file is read at once, and then seen to have ended.
        bytes.reserve_exact(length as usize + 1);
        let mut limited = file.take(MAX_FILE + 1);
        limited.read_to_end(&mut bytes).map_err(failed)?;
    }
    let length = length.max(bytes.len() as u64);
    if length > MAX_FILE {
        return Err(Box::new(article::too_large(name, length)));
    }
    Ok(bytes)
}

fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    let message = format!("cannot be read: {error}");
    Diagnostic::error(Code::ArticleUnreadable, message).in_file(name)
}

/// Reads a file that somebody wrote for mujaz: UTF-8, and of a size that a hand writes.
pub(super) fn text(path: &Path, name: &str) -> Result<String, Box<Diagnostic>> {
    let problem = |message: String| Diagnostic::error(Code::WorkspaceUnreadable, message);
    let failed = |error: io::Error| {
        let error = problem(format!("cannot be read: {error}"));
        Box::new(error.in_file(name))
    };
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    if length > MAX_FILE {
        let message = format!("the file has {} MB", length.div_ceil(1 << 20));
        let hint = format!("it may have {} MB; is it the right file?", MAX_FILE >> 20);
        return Err(Box::new(problem(message).in_file(name).hint(hint)));
    }
    let mut bytes = Vec::new();
    file.take(MAX_FILE).read_to_end(&mut bytes).map_err(failed)?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let message = format!("byte {at} (0x{:02X}) is not UTF-8", bytes[at]);
        let source = Source::new(name, String::from_utf8_lossy(&bytes));
        let place = source.span(at..at + char::REPLACEMENT_CHARACTER.len_utf8());
        Box::new(problem(message).at(place).hint("save the file as UTF-8"))
    })
}

/// As [`text`], to be pointed into.
pub(super) fn source(path: &Path, name: &str) -> Result<Arc<Source>, Box<Diagnostic>> {
    text(path, name).map(|text| Source::new(name, text))
}
