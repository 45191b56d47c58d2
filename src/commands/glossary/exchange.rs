//! `glossary export` and `import`: terms out to other tools, and back.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::translations::append;
use super::super::{count, read_source, save};
use super::{Desk, Done, Stop};
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::exchange::{TermFormat, read_terms, write_terms};
use crate::glossary::entry::Entry;
use crate::glossary::{edit, lint, load};

/// `mujaz glossary export`.
pub(super) fn export(dir: &Path, format: TermFormat, own: bool, out: &mut dyn Write) -> Result<Done, Stop> {
    let desk = Desk::load(dir)?;
    let mine = |entry: &&Entry| desk.files.iter().flat_map(|f| &f.entries).any(|e| e.id == entry.id);
    let entries: Vec<&Entry> = desk.lexicon.entries.iter().filter(|e| !own || mine(e)).collect();
    out.write_all(write_terms(&entries, format).as_bytes())?;
    let summary = format!("{}\n", super::count(entries.len(), "entry", "entries"));
    Ok(Done { summary, ..Done::default() })
}

/// `mujaz glossary import`.
pub(super) fn import(dir: &Path, files: &[PathBuf]) -> Result<Done, Stop> {
    let desk = Desk::load(dir)?;
    let sources = &desk.workspace.glossary;
    let mut texts: BTreeMap<String, String> = sources.iter().map(|s| (s.path.clone(), s.text.clone())).collect();
    let mut added: Vec<Entry> = Vec::new();
    let (mut new, mut same, mut instead, mut warnings) = (0, 0, 0, Vec::new());
    for path in files {
        let name = path.display().to_string();
        let format = TermFormat::of(&name)
            .ok_or_else(|| Stop::Usage(format!("{name}: what format is this? The name ends in .tbx, .csv, .tsv or .txt")))?;
        let source = read_source(path)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let target = format!("glossary/{stem}.yaml");
        for mut concept in read_terms(&source, format).map_err(|problem| vec![*problem])? {
            if concept.unnamed {
                concept.entry.id = name_of(&concept.entry, &desk, &added);
            }
            let entry = concept.entry;
            let mine = desk.files.iter().flat_map(|f| &f.entries).chain(&added).find(|e| e.id == entry.id);
            let there = mine.or_else(|| desk.lexicon.entry(&entry.id));
            match there {
                Some(there) if *there == entry || (concept.unnamed && says_no_more(&entry, there)) => same += 1,
                Some(there) if mine.is_some() => {
                    let span = source.span(concept.place);
                    warnings.push(conflict(there, &entry).at(span));
                }
                other => {
                    if other.is_some() {
                        instead += 1
                    } else {
                        new += 1
                    }
                    append(texts.entry(target.clone()).or_default(), &edit::snippet(&entry));
                    added.push(entry);
                }
            }
        }
    }
    // What is written must be read again, and must be sound.
    let sources: Vec<Arc<Source>> = texts.iter().map(|(path, text)| Source::new(path.as_str(), text.as_str())).collect();
    let read = load::files(&sources)?;
    let problems = lint::lint(&read, &super::lexicon(&desk.workspace, &read));
    if !problems.is_empty() {
        return Err(Stop::Content(problems.into_iter().map(|p| p.note("nothing was written")).collect()));
    }
    let mut written = Vec::new();
    for source in sources {
        if desk.workspace.glossary.iter().all(|old| old.path != source.path || old.text != source.text) {
            save(&desk.workspace.root, &source.path, &source.text)?;
            written.push(source.path.clone());
        }
    }
    let what = if written.is_empty() { "nothing written".to_owned() } else { format!("wrote {}", written.join(", ")) };
    let conflicts = count(warnings.len(), "conflict");
    let summary = format!("{new} new, {instead} in place of built-in ones, {same} there already, {conflicts}: {what}\n");
    Ok(Done { warnings, summary, ..Done::default() })
}

/// The id for an entry that a file does not name: that of the entry that says the same, else its own, with a number if it is taken.
fn name_of(entry: &Entry, desk: &Desk, added: &[Entry]) -> String {
    let all = || desk.lexicon.entries.iter().chain(added);
    if let Some(there) = all().find(|there| says_no_more(entry, there)) {
        return there.id.clone();
    }
    let mut numbers = 2..;
    let mut id = entry.id.clone();
    while all().any(|e| e.id == id) {
        id = format!("{}_{}", entry.id, numbers.next().unwrap_or_default());
    }
    id
}

/// True if everything that a file says of an entry is in the other.
fn says_no_more(entry: &Entry, there: &Entry) -> bool {
    let known = |form: &String| there.ar.contains(form) || there.short.contains(form);
    entry.en.preferred == there.en.preferred && entry.ar.iter().chain(&entry.short).all(known)
}

fn conflict(before: &Entry, now: &Entry) -> Diagnostic {
    Diagnostic::warning(Code::ExchangeConflict, format!("the workspace has another entry `{}`", now.id))
        .note(format!("in the workspace: {}", edit::snippet(before).trim_end()))
        .note(format!("in the file: {}", edit::snippet(now).trim_end()))
        .hint("the workspace was not changed for this; change it by hand")
}
