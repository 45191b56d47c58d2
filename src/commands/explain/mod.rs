//! `explain`: one article, sentence by sentence: tokens, folds, clitics, mentions, score, round; a [line] of one; a [round]; or a diagnostic by its code.

mod line;
mod round;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::project::Known;
use super::{Done, Stop};
use crate::analysis::{analyze, parse, sentence_kind};
use crate::arabic::clitics::Ending;
use crate::arabic::fold::{fold, show};
use crate::article::Article;
use crate::diagnostic::{Code, did_you_mean};
use crate::glossary::load;
use crate::glossary::matcher::Matcher;
use crate::round::tracks::Tracks;
use crate::summary::content::contents;
use crate::summary::score::score;
use crate::workspace::{CONFIG, Weights, Workspace};

/// `mujaz explain`.
pub(super) fn explain(subject: &str, out: &mut dyn Write) -> Result<Done, Stop> {
    if let Some(code) = Code::from_name(subject) {
        out.write_all(code.page().as_bytes())?;
        return Ok(Done::default());
    }
    let file = match line::place(subject) {
        Some((file, line)) if file.is_file() => return line::explain(file, line, out),
        // The line of a file that is not there: the file is what is missing.
        Some((file, _)) if !Path::new(subject).exists() => file,
        _ => Path::new(subject),
    };
    if !file.exists()
        && let Some(root) = round::workspace(file)
    {
        return round::explain(&root, subject, out);
    }
    let bytes = fs::read(file).map_err(|e| unread(subject, file, &e))?;
    let id = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let mut article = Article::read(subject, &id, bytes)?;
    let (own, own_tracks, weights);
    let (lexicon, tracks) = match folder_of(file) {
        Some((root, path)) => {
            let mut workspace = Workspace::load(&root)?;
            own = Known::of(&mut workspace)?;
            if let Some(there) = workspace.articles.into_iter().find(|there| Path::new(&there.path) == path) {
                article = there;
            }
            weights = workspace.config.summary.weights;
            (&own.lexicon, &own.tracks)
        }
        None => {
            own_tracks = Tracks::new(load::builtin_tracks(), load::lexicon());
            weights = Weights::default();
            (load::lexicon(), &own_tracks)
        }
    };
    let mut matcher = Matcher::new(lexicon);
    let analysis = analyze(&article, &mut matcher, tracks);
    let parsed = parse::parse(&article, &mut matcher);
    let scores = score(&analysis, &contents(&article, &analysis, &mut matcher), lexicon, &weights);
    let text = &article.text;
    match &analysis.round {
        Some(guess) => {
            match (&guess.id, guess.day) {
                (Some(id), _) => writeln!(out, "round {id}")?,
                (None, Some(day)) => writeln!(out, "a round of {} about {day}, in no list", guess.track)?,
                (None, None) => writeln!(out, "no round; of {} it says", guess.track)?,
            }
            // What speaks against a round is of interest where something speaks for it.
            let likely: BTreeSet<_> =
                guess.evidence.iter().filter(|e| e.weight > 0 || e.rule == "background").map(|e| &e.round).collect();
            for e in guess.evidence.iter().filter(|e| likely.contains(&e.round)) {
                let words = Some(&text[e.start as usize..e.end as usize]).filter(|words| !words.is_empty());
                writeln!(out, "  {:+} for {}  {}  {}", e.weight, e.round, e.rule, words.unwrap_or("metadata"))?;
            }
        }
        None => writeln!(out, "no round")?,
    }
    for (i, (sentence, parsed)) in analysis.sentences.iter().zip(&parsed.sentences).enumerate() {
        let place = article.line(sentence.start);
        writeln!(
            out,
            "\n{} line {place} {}{}",
            i + 1,
            sentence_kind(sentence.kind),
            if sentence.background { " (background)" } else { "" }
        )?;
        writeln!(out, "  {}", &text[sentence.start as usize..sentence.end as usize])?;
        writeln!(out, "  score {}", scores[i])?;
        for m in &parsed.matches {
            let entry = &lexicon.entries[lexicon.forms[m.form as usize].entry as usize];
            let ending = match m.ending {
                Ending::None => String::new(),
                Ending::Accusative => " + accusative".to_owned(),
                Ending::Pronoun(p) => format!(" + {p:?}").to_lowercase(),
            };
            let front = if m.proclitics.is_none() { String::new() } else { format!("{} + ", m.proclitics.show()) };
            let words = &text[m.start as usize..m.end as usize];
            writeln!(
                out,
                "    {front}{words}{ending} = {} ({}, {}), folded {}",
                entry.en.preferred,
                entry.kind.as_str(),
                entry.id,
                show(&fold(words))
            )?;
        }
    }
    Ok(Done::default())
}

/// That a file cannot be read, with what else could have been meant.
fn unread(subject: &str, file: &Path, error: &std::io::Error) -> Stop {
    let next = near_code(subject).unwrap_or_else(|| "name an article, a round, or a code such as `glossary-entry`".to_owned());
    Stop::Usage(format!("cannot read {}: {error}; {next}", file.display()))
}

/// Asks for the code that a subject is nearly.
fn near_code(subject: &str) -> Option<String> {
    let near = did_you_mean(subject, Code::ALL.iter().map(|code| code.as_str()))?;
    Some(format!("did you mean the code `{near}`?"))
}

/// The workspace of a folder: itself or the nearest above it with a `mujaz.yaml`.
fn root_of(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|dir| dir.join(CONFIG).is_file()).map(Path::to_owned)
}

/// The workspace that a file lies in, and the file's path in it: the nearest folder above it with a `mujaz.yaml`.
fn folder_of(file: &Path) -> Option<(PathBuf, PathBuf)> {
    let file = file.canonicalize().ok()?;
    let root = root_of(file.parent()?)?;
    let path = file.strip_prefix(&root).ok()?.to_owned();
    Some((root, path))
}
