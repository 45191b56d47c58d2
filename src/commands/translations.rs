//! `translations export` and `import`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::build::all_briefs;
use super::project::Project;
use super::{Done, Stop, count, read_source, save};
use crate::arabic::fold::{fold, show};
use crate::brief::cite::hash;
use crate::brief::context::Brief;
use crate::brief::parts::Badge;
use crate::cli::{TranslationsCommand, TranslationsImport};
use crate::diagnostic::{Code, Diagnostic, Source, has_errors};
use crate::exchange::{Placed, Unit, UnitFormat, read_units, write_units, yaml};
use crate::glossary::entries::Entries;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load;
use crate::glossary::matcher::Matcher;
use crate::translations::{self, Memory, Translation};
use crate::workspace::Workspace;

/// `mujaz translations`.
pub(super) fn translations(command: &TranslationsCommand, out: &mut dyn Write) -> Result<Done, Stop> {
    match command {
        TranslationsCommand::Export { dir, format, all } => export(dir, *format, *all, out),
        TranslationsCommand::Import(args) => import(args),
    }
}

fn export(dir: &Path, format: UnitFormat, all: bool, out: &mut dyn Write) -> Result<Done, Stop> {
    let project = Project::load(dir, None)?;
    let mut briefs = all_briefs(&project)?;
    let units = units(&mut briefs, &project, all);
    out.write_all(write_units(&units, format).as_bytes())?;
    let done = units.iter().filter(|u| !u.en.is_empty()).count();
    let summary = format!("{}, {done} of them translated\n", count(units.len(), "line"));
    Ok(Done { summary, ..Done::default() })
}

/// The lines of the briefs, each once, by article and place.
fn units(briefs: &mut [Brief], project: &Project, all: bool) -> Vec<Unit> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for line in briefs.iter_mut().flat_map(Brief::lines_mut) {
        let done = line.en.badge == Badge::E;
        if !(matches!(line.en.badge, Badge::G | Badge::V | Badge::M) || (done && all)) {
            continue;
        }
        let key = fold(line.ar);
        let Some(citation) = line.citations.first().filter(|_| seen.insert(key.clone())) else { continue };
        let article = project.workspace.articles.iter().find(|a| a.id == citation.source);
        let unit = Unit {
            id: hash(&show(&key)),
            ar: line.ar.to_owned(),
            path: article.map(|a| a.path.clone()).unwrap_or_default(),
            line: citation.line,
            ..Unit::default()
        };
        let english = line.en.text.clone();
        let unit = if done {
            let note = project.translations.get(line.ar).and_then(|t| t.note.clone()).unwrap_or_default();
            Unit { en: english, by: line.en.by.clone().unwrap_or_default(), date: line.en.date, note, ..unit }
        } else {
            Unit { gloss: english, ..unit }
        };
        found.push((unit, citation.start));
    }
    found.sort_by(|(a, x), (b, y)| (&a.path, a.line, x, &a.id).cmp(&(&b.path, b.line, y, &b.id)));
    found.into_iter().map(|(unit, _)| unit).collect()
}

/// What became of the units of the files.
#[derive(Default)]
struct Counts {
    new: usize,
    same: usize,
    replaced: usize,
    conflicts: usize,
    empty: usize,
}

fn import(args: &TranslationsImport) -> Result<Done, Stop> {
    let workspace = Workspace::load_desk(&args.dir)?;
    let mut entries = if workspace.config.glossary.builtin { load::builtin() } else { Entries::default() };
    entries.extend(load::files(&workspace.glossary)?.into_iter().flat_map(|f| f.entries));
    let lexicon = Lexicon::new(entries);
    let memory = translations::load(&workspace.translations, &lexicon)?;
    let mut matcher = Matcher::new(&lexicon);
    let (mut counts, mut problems) = (Counts::default(), Vec::new());
    let mut texts: BTreeMap<String, String> = workspace.translations.iter().map(|s| (s.path.clone(), s.text.clone())).collect();
    let mut added = Memory::default();
    let mut changes: Vec<Translation> = Vec::new();
    for path in &args.files {
        let name = path.display().to_string();
        let format = UnitFormat::of(&name)
            .ok_or_else(|| Stop::Usage(format!("{name}: what format is this? The name ends in .xlf, .xliff, .tmx or .po")))?;
        let source = read_source(path)?;
        let target = format!("translations/{}.yaml", path.file_stem().unwrap_or_default().to_string_lossy());
        for placed in read_units(&source, format).map_err(|problem| vec![*problem])? {
            if placed.unit.en.trim().is_empty() || placed.unsure {
                counts.empty += 1;
                continue;
            }
            let translation = reviewed(&placed, args, &name)?;
            let at = |problem: Diagnostic| problem.at(source.span(placed.place.clone()));
            let refused = translations::refused(&translation, &mut matcher);
            if !refused.is_empty() {
                problems.extend(refused.into_iter().map(at));
                continue;
            }
            let before = memory.get(&translation.ar).or_else(|| added.get(&translation.ar));
            match before {
                Some(before) if before.en.trim() == translation.en.trim() => counts.same += 1,
                Some(_) if args.replace && memory.get(&translation.ar).is_some() => {
                    counts.replaced += 1;
                    changes.push(translation);
                }
                Some(before) => {
                    counts.conflicts += 1;
                    problems.push(at(conflict(before, &translation)));
                }
                None => {
                    counts.new += 1;
                    append(texts.entry(target.clone()).or_default(), &yaml::translation(&translation));
                    let _ = added.add(translation, None);
                }
            }
        }
    }
    if has_errors(&problems) {
        return Err(Stop::Content(problems));
    }
    replace(&workspace.translations, &changes, &mut texts)?;
    // What is written must be read again.
    let sources: Vec<Arc<Source>> = texts.iter().map(|(path, text)| Source::new(path.as_str(), text.as_str())).collect();
    translations::load(&sources, &lexicon)?;
    let mut written = Vec::new();
    for source in sources {
        if workspace.translations.iter().all(|old| old.path != source.path || old.text != source.text) {
            save(&workspace.root, &source.path, &source.text)?;
            written.push(source.path.clone());
        }
    }
    let Counts { new, same, replaced, conflicts, empty } = counts;
    let what = if written.is_empty() { "nothing written".to_owned() } else { format!("wrote {}", written.join(", ")) };
    let replaced = if args.replace { format!("{replaced} replaced, ") } else { String::new() };
    let summary = format!(
        "{new} new, {same} there already, {replaced}{}, {empty} without finished English: {what}\n",
        count(conflicts, "conflict")
    );
    Ok(Done { warnings: problems, summary, ..Done::default() })
}

/// The translation of a unit, with who and when.
fn reviewed(placed: &Placed, args: &TranslationsImport, name: &str) -> Result<Translation, Stop> {
    let unit = &placed.unit;
    let by = Some(unit.by.trim()).filter(|by| !by.is_empty()).or(args.by.as_deref());
    let by =
        by.ok_or_else(|| Stop::Usage(format!("{name} does not say who translated `{}`: say it with --by", unit.ar.trim())))?;
    let date = unit.date.or(args.date);
    let date = date.ok_or_else(|| {
        Stop::Usage(format!("{name} does not say when `{}` was translated: say it with --date", unit.ar.trim()))
    })?;
    Ok(Translation {
        ar: unit.ar.trim().to_owned(),
        en: unit.en.trim().to_owned(),
        by: by.trim().to_owned(),
        date,
        note: Some(unit.note.clone()).filter(|note| !note.trim().is_empty()),
    })
}

fn conflict(before: &Translation, now: &Translation) -> Diagnostic {
    Diagnostic::warning(Code::ExchangeConflict, format!("there is other English for `{}`", now.ar))
        .note(format!("in the workspace: {} ({}, {})", before.en.trim(), before.by, before.date))
        .note(format!("in the file: {} ({}, {})", now.en, now.by, now.date))
        .hint("the workspace was not changed for this; change it by hand, or import with --replace")
}

/// Adds list items behind a text, with the line ends that it has.
pub(super) fn append(text: &mut String, items: &str) {
    let crlf = text.contains("\r\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(if crlf { "\r\n" } else { "\n" });
    }
    if crlf { text.push_str(&items.replace('\n', "\r\n")) } else { text.push_str(items) }
}

/// Puts English, name and day of each change in the place of what is there, and leaves every other byte as it is.
fn replace(sources: &[Arc<Source>], changes: &[Translation], texts: &mut BTreeMap<String, String>) -> Result<(), Stop> {
    for source in sources {
        let (list, index) = translations::entries(source)?;
        let mut edits = Vec::new();
        for (number, old) in list.iter().enumerate() {
            let Some(new) = changes.iter().rev().find(|c| fold(&c.ar) == fold(&old.ar)) else { continue };
            let fields =
                [("en", crate::yaml::scalar(&new.en)), ("by", crate::yaml::scalar(&new.by)), ("date", new.date.to_string())];
            for (key, value) in fields {
                let span = index.span(&format!("[{number}].{key}"));
                edits.extend(span.map(|s| (s.range, value)));
            }
        }
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        let Some(text) = texts.get_mut(&source.path).filter(|_| !edits.is_empty()) else { continue };
        for (range, value) in edits {
            let block = text[range.clone()].contains('\n');
            text.replace_range(range, &if block { format!("{value}\n") } else { value });
        }
        let edited = Source::new(source.path.as_str(), text.as_str());
        let read = translations::entries(&edited).map(|(list, _)| list).unwrap_or_default();
        let done = |c: &Translation| {
            list.iter().all(|old| fold(&old.ar) != fold(&c.ar))
                || read.iter().any(|t| fold(&t.ar) == fold(&c.ar) && t.en == c.en && t.by == c.by && t.date == c.date)
        };
        if read.len() < list.len() || !changes.iter().all(done) {
            let problem = Diagnostic::error(Code::ExchangeConflict, "this file cannot be changed in place; nothing was written");
            return Err(Stop::Content(vec![problem.in_file(&source.path).hint("change it by hand")]));
        }
    }
    Ok(())
}
