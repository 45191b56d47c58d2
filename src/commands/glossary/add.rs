//! `glossary add`: one entry from the command line, into the file where it belongs.

use std::io::Write;

use super::Desk;
use crate::cli::GlossaryAdd;
use crate::commands::{Done, Stop, save};
use crate::diagnostic::{Diagnostic, Source, did_you_mean};
use crate::glossary::entries::Entries;
use crate::glossary::entry::{En, Entry, Kind, Role, Tests};
use crate::glossary::lexicon::Lexicon;
use crate::glossary::{edit, lint, load};

/// `mujaz glossary add`.
pub(super) fn add(args: &GlossaryAdd, out: &mut dyn Write) -> Result<Done, Stop> {
    let desk = Desk::load(&args.dir)?;
    let entry = entry(args);
    if entry.id.is_empty() && args.id.is_none() {
        return Err(Stop::Usage(format!(
            "no id can be made of `{}`: --en is the English of {}; or name an id with --id",
            args.en,
            args.ar.join(", ")
        )));
    }
    let mut ids = entry.affiliation.iter().chain(&entry.country);
    if let Some(id) = ids.find(|id| desk.lexicon.number(id).is_none()) {
        let near = did_you_mean(id, desk.lexicon.entries.iter().map(|entry| entry.id.as_str()));
        let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(Stop::Usage(format!("no entry has the id `{id}`{hint}")));
    }
    let name = args.file.clone().unwrap_or_else(|| file(&desk, entry.kind));
    let place = desk.workspace.glossary.iter().position(|source| source.path == name);
    if place.is_none() && desk.workspace.root.join(&name).exists() {
        return Err(Stop::Usage(format!("`{name}` is there, but is no file of the glossary (`glossary.paths` in mujaz.yaml)")));
    }
    let old = place.map_or("", |n| desk.workspace.glossary[n].text.as_str());
    let (text, line) = edit::added(old, place.map(|n| &desk.files[n]), &entry);

    // The glossary as it would be: with an error in it, nothing is written.
    let mut sources = desk.workspace.glossary.clone();
    let source = Source::new(name.as_str(), text.as_str());
    match place {
        Some(n) => sources[n] = source,
        None => sources.push(source),
    }
    let files = load::files(&sources).map_err(unwritten)?;
    let mut entries = if desk.workspace.config.glossary.builtin { load::builtin() } else { Entries::default() };
    let replaces = entries.number(&entry.id).is_some();
    entries.extend(files.iter().flat_map(|file| &file.entries).cloned());
    let lexicon = Lexicon::new(entries);
    let problems = lint::lint(&files, &lexicon);
    if !problems.is_empty() {
        return Err(unwritten(problems));
    }
    save(&desk.workspace.root, &name, &text)?;
    writeln!(out, "{name}:{line}")?;
    out.write_all(edit::snippet(&entry).as_bytes())?;
    let mine = |d: &Diagnostic| d.message.contains(&format!("`{}`", entry.id)) || entry.ar.iter().any(|f| d.message.contains(f));
    let mut warnings = lint::short_forms(&files);
    warnings.extend(lint::builtin_forms(&files, &lexicon));
    warnings.retain(mine);
    let instead = if replaces { " in the place of the built-in one" } else { "" };
    Ok(Done {
        warnings,
        summary: format!("added `{}`{instead}; what it changes: mujaz glossary impact\n", entry.id),
        ..Done::default()
    })
}

/// The problems of a file that would have them.
fn unwritten(problems: Vec<Diagnostic>) -> Stop {
    let note = "this is the file as it would be: nothing was written";
    Stop::Content(problems.into_iter().map(|problem| problem.note(note)).collect())
}

fn entry(args: &GlossaryAdd) -> Entry {
    let tests = Tests { r#match: args.matches.clone(), no_match: args.no_matches.clone() };
    let id = args.id.clone().unwrap_or_else(|| slug(&args.en));
    let role = |en: &String| Role { from: None, to: None, ar: args.role_ar.clone().unwrap_or_default(), en: en.clone() };
    Entry {
        short: args.short.clone(),
        affiliation: args.affiliation.clone(),
        roles: args.role.iter().map(role).collect(),
        country: args.country.clone(),
        neutral: args.neutral.clone(),
        note: args.note.clone(),
        tests: (tests != Tests::default()).then_some(tests),
        ..Entry::new(id, args.kind, En::from(args.en.as_str()), args.ar.clone())
    }
}

/// An id made of English: `Hadi al-Bahra` is `hadi_al_bahra`.
pub(super) fn slug(en: &str) -> String {
    let mut out = String::new();
    for c in en.chars() {
        match c {
            _ if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            '\'' | '’' | 'ʿ' | 'ʾ' => {}
            _ if !out.is_empty() && !out.ends_with('_') => out.push('_'),
            _ => {}
        }
    }
    out.trim_end_matches('_').to_owned()
}

/// The file for an entry of this kind: the one with the most of them, else the only one there is, else one that is called as the built-in one.
fn file(desk: &Desk, kind: Kind) -> String {
    let of_kind = |n: usize| desk.files[n].entries.iter().filter(|entry| entry.kind == kind).count();
    let most = (0..desk.files.len()).rev().max_by_key(|&n| of_kind(n)).filter(|&n| of_kind(n) > 0 || desk.files.len() == 1);
    if let Some(n) = most {
        return desk.workspace.glossary[n].path.clone();
    }
    let name = match kind {
        Kind::Person => "people",
        Kind::Party => "parties",
        Kind::Country => "countries",
        Kind::Process => "processes",
        Kind::Media => "media",
        Kind::Month | Kind::Weekday => "time",
        Kind::Slot => "outcomes",
        Kind::Ordinal | Kind::Unit => "numbers",
        Kind::Time => "time",
        other => return format!("{}/{}s.yaml", folder(desk), other.as_str()),
    };
    format!("{}/{name}.yaml", folder(desk))
}

fn folder(desk: &Desk) -> String {
    let paths = &desk.workspace.config.glossary.paths;
    let folder = paths.iter().find(|path| !path.ends_with(".yaml") && !path.ends_with(".yml"));
    folder.map_or("glossary", |path| path.trim_end_matches('/')).to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn ids_are_made_of_english() {
        for (en, id) in [("Hadi al-Bahra", "hadi_al_bahra"), ("Ra's al-'Ayn (town)", "ras_al_ayn_town"), ("UN 2254", "un_2254")] {
            assert_eq!(slug(en), id);
        }
    }
}
