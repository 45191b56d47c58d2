//! `analyze`: JSON lines in, JSON lines out, in the same order, in bounded memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::project::Known;
use super::{Done, Stop};
use crate::analysis::analyze as analyze_one;
use crate::analysis::whole::{Keys, Whole};
use crate::article::{Line, Lines};
use crate::cli::Analyze;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load;
use crate::glossary::matcher::Pool;
use crate::round::tracks::Tracks;
use crate::workspace::Workspace;

/// Bytes of input that a thread works on at a time: with what is made of them, they stay in the cache of its core.
const BATCH: usize = 1 << 17;

/// `mujaz analyze`.
pub(super) fn analyze(args: &Analyze, out: &mut dyn Write) -> Result<Done, Stop> {
    let own = match &args.workspace {
        Some(dir) => Some(Known::of(&mut Workspace::load_for(dir, None)?)?),
        None => None,
    };
    let builtin;
    let (lexicon, tracks) = match &own {
        Some(known) => (&known.lexicon, &known.tracks),
        None => {
            builtin = Tracks::new(load::builtin_tracks(), load::lexicon());
            (load::lexicon(), &builtin)
        }
    };
    let keys = args.whole.then(|| Keys::new(lexicon, tracks));
    let files = args.files.as_slice();
    let mut warnings = Vec::new();
    let stdin = [PathBuf::from("-")];
    for file in if files.is_empty() { &stdin } else { files } {
        let path = file.to_string_lossy();
        let reader: Box<dyn BufRead> = if path == "-" {
            Box::new(io::stdin().lock())
        } else {
            wrong_kind(file, &path)?;
            let open = File::open(file).map_err(|e| Stop::Usage(format!("cannot read {path}: {e}")))?;
            Box::new(BufReader::with_capacity(BATCH, open))
        };
        stream(reader, if path == "-" { "<stdin>" } else { &path }, lexicon, tracks, keys.as_ref(), out, &mut warnings)?;
    }
    if has_errors(&warnings) { Err(Stop::Content(warnings)) } else { Ok(Done { warnings, ..Done::default() }) }
}

/// A folder or a single article is named by mistake: it is said once, and not for each of its lines.
fn wrong_kind(file: &Path, path: &str) -> Result<(), Stop> {
    if file.is_dir() {
        return Err(Stop::Usage(format!(
            "{path} is a folder, and `analyze` reads JSON lines; `mujaz build {path}` reads folders"
        )));
    }
    if file.extension().is_some_and(|e| ["txt", "md", "html", "htm"].iter().any(|known| e == *known)) {
        return Err(Stop::Usage(format!(
            "{path} is a single article, and `analyze` reads JSON lines; `mujaz explain {path}` shows what is found in it"
        )));
    }
    Ok(())
}

fn stream(
    reader: Box<dyn BufRead>,
    path: &str,
    lexicon: &Lexicon,
    tracks: &Tracks,
    keys: Option<&Keys>,
    out: &mut dyn Write,
    problems: &mut Vec<Diagnostic>,
) -> Result<(), Stop> {
    let mut lines = Lines::new(reader, path);
    let pool = Pool::new(lexicon);
    let batch_size = BATCH * rayon::current_num_threads();
    loop {
        let (mut batch, mut size): (Vec<Line>, usize) = (Vec::new(), 0);
        let mut ended = true;
        for line in lines.by_ref() {
            match line {
                Ok(line) => {
                    size += line.bytes();
                    batch.push(line);
                }
                Err(problem) => problems.push(*problem),
            }
            if size >= batch_size {
                ended = false;
                break;
            }
        }
        let results: Vec<Result<Vec<u8>, Box<Diagnostic>>> = batch
            .into_par_iter()
            .map(|line| {
                let article = line.read(path)?;
                let analysis = pool.with(|matcher| analyze_one(&article, matcher, tracks));
                // An analysis is a little less than twice as long as its article.
                let mut json = Vec::with_capacity(2 * article.text.len());
                match keys {
                    Some(keys) => {
                        // Writing to memory cannot fail, and the type holds nothing that JSON refuses.
                        let _ = serde_json::to_writer(&mut json, &Whole { key: keys.of(&article), analysis });
                    }
                    None => match article.in_value() {
                        Some(to) => analysis.moved(to).write(lexicon, &mut json),
                        None => analysis.write(lexicon, &mut json),
                    },
                }
                json.push(b'\n');
                Ok(json)
            })
            .collect();
        for result in results {
            match result {
                Ok(json) => out.write_all(&json)?,
                Err(problem) => problems.push(*problem),
            }
        }
        if ended {
            return Ok(());
        }
    }
}
