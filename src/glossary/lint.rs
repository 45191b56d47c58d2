//! Lint: what is wrong in glossary files that read well: forms that two entries claim, references that lead nowhere, guards that do not hold.
//!
//! In: files with their entries and the places of these. Out: diagnostics, each at its entry.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, Kind};
use super::lexicon::Lexicon;
use super::load::GlossaryFile;
use super::matcher::{Found, Matcher};
use crate::arabic::fold::{fold, show};
use crate::arabic::token::tokens;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};

/// Everything that is wrong in `files`, taken together with what is `builtin` and not overridden.
#[must_use]
pub fn lint(files: &[GlossaryFile], lexicon: &Lexicon) -> Vec<Diagnostic> {
    let mut out = duplicate_ids(files);
    out.extend(duplicate_forms(files));
    out.extend(references(files, lexicon));
    out.extend(guards(files, lexicon));
    out
}

pub(super) fn entries(files: &[GlossaryFile]) -> impl Iterator<Item = (&GlossaryFile, usize, &Entry)> {
    files.iter().flat_map(|f| f.entries.iter().enumerate().map(move |(i, e)| (f, i, e)))
}

fn duplicate_ids(files: &[GlossaryFile]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, (&GlossaryFile, usize)> = BTreeMap::new();
    let mut out = Vec::new();
    for (file, i, entry) in entries(files) {
        if let Some(&(first, at)) = seen.get(entry.id.as_str()) {
            let problem = Diagnostic::error(Code::GlossaryDuplicateId, format!("two entries have the id `{}`", entry.id));
            out.push(related(
                file.at(problem, i, ".id").hint("take one of them out, or give it another id"),
                first,
                at,
                ".id",
                "the other one",
            ));
        } else {
            seen.insert(&entry.id, (file, i));
        }
    }
    out
}

pub(super) fn related(problem: Diagnostic, file: &GlossaryFile, entry: usize, path: &str, label: &str) -> Diagnostic {
    match file.span(entry, path) {
        Some(span) => problem.related(span, label),
        None => problem,
    }
}

/// The full forms of an entry, folded; verbs inflect, and are compared by their two given forms.
fn forms(entry: &Entry) -> impl Iterator<Item = (usize, Vec<u8>)> {
    entry.ar.iter().enumerate().map(|(i, f)| (i, fold(f)))
}

fn duplicate_forms(files: &[GlossaryFile]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<Vec<u8>, Vec<(&GlossaryFile, usize, usize)>> = BTreeMap::new();
    let mut out = Vec::new();
    for (file, i, entry) in entries(files) {
        for (n, form) in forms(entry) {
            for &(other_file, at, m) in seen.get(&form).into_iter().flatten() {
                let other = &other_file.entries[at];
                if other.id == entry.id || other.homograph_of.contains(&entry.id) || entry.homograph_of.contains(&other.id) {
                    continue;
                }
                let message = format!("`{}` is claimed by `{}` and by `{}`", entry.ar[n], other.id, entry.id);
                let problem =
                    file.at(Diagnostic::error(Code::GlossaryDuplicateForm, message), i, &format!(".ar[{n}]")).hint(format!(
                        "take it out of one of them, or write `homograph_of: [{}]` here and a `when` that tells them apart",
                        other.id
                    ));
                out.push(related(problem, other_file, at, &format!(".ar[{m}]"), "the other one"));
            }
            seen.entry(form).or_default().push((file, i, n));
        }
    }
    out
}

/// Forms that an entry outside of `files` has too: a warning, since what is built in may grow without the workspace being at fault.
#[must_use]
pub fn builtin_forms(files: &[GlossaryFile], lexicon: &Lexicon) -> Vec<Diagnostic> {
    let own: BTreeSet<&str> = entries(files).map(|(_, _, entry)| entry.id.as_str()).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (file, i, entry) in entries(files) {
        for (n, form) in forms(entry) {
            // A verb has more forms than those that are written in its entry, and any entry has short ones: they do not count.
            let written: BTreeSet<_> = lexicon.written_as(&entry.ar[n]).map(|form| form.entry).collect();
            let builtin = written.into_iter().map(|number| &lexicon.entries[number as usize]);
            for other in builtin.filter(|other| !own.contains(other.id.as_str()) && forms(other).any(|(_, own)| own == form)) {
                if entry.homograph_of.contains(&other.id) || other.homograph_of.contains(&entry.id) {
                    continue;
                }
                let message =
                    format!("`{}` is a form of the built-in entry `{}` too ({})", entry.ar[n], other.id, other.en.preferred);
                let hint = format!(
                    "give this entry the id `{0}`, and it takes the place of that one; or write `homograph_of: [{0}]` and a `when`",
                    other.id
                );
                out.push(file.at(Diagnostic::warning(Code::GlossaryDuplicateForm, message), i, &format!(".ar[{n}]")).hint(hint));
            }
        }
    }
    out
}

fn references(files: &[GlossaryFile], lexicon: &Lexicon) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (file, i, entry) in entries(files) {
        let one = [("affiliation", &entry.affiliation), ("country", &entry.country)];
        let many = entry.homograph_of.iter().enumerate().map(|(n, id)| (format!(".homograph_of[{n}]"), id));
        for (path, id) in one.into_iter().filter_map(|(k, v)| Some((format!(".{k}"), v.as_ref()?))).chain(many) {
            if lexicon.number(id).is_none() {
                let problem = Diagnostic::error(
                    Code::GlossaryReference,
                    format!("entry `{}` points to `{id}`, which no entry is", entry.id),
                );
                let ids = lexicon.entries.iter().map(|entry| entry.id.as_str());
                let hint = did_you_mean(id, ids).map_or_else(
                    || "write the id of an entry, or take the line out".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                out.push(file.at(problem, i, &path).hint(hint));
            }
        }
    }
    out
}

/// One `match` or `no_match` text of an entry, tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial<'e> {
    /// `match` or `no_match`.
    pub list: &'static str,
    /// Its place in this list.
    pub number: usize,
    /// The text.
    pub text: &'e str,
    /// Ids of the entries that were found in it.
    pub found: Vec<String>,
    /// True if the entry was found in a `match`, or not found in a `no_match`.
    pub holds: bool,
}

/// The `match` and `no_match` texts of an entry, tried.
#[must_use]
pub fn trials<'e>(entry: &'e Entry, matcher: &mut Matcher) -> Vec<Trial<'e>> {
    let Some(tests) = &entry.tests else { return Vec::new() };
    let lists = [("match", &tests.r#match, true), ("no_match", &tests.no_match, false)];
    let texts = lists.into_iter().flat_map(|(list, texts, wanted)| texts.iter().enumerate().map(move |t| (list, t, wanted)));
    texts
        .map(|(list, (number, text), wanted)| {
            let found = find(matcher, text);
            let here = found.contains(&entry.id) || (wanted && inside(matcher, text, entry));
            Trial { list, number, text, found, holds: here == wanted }
        })
        .collect()
}

/// What is wrong where a trial of `entry` does not hold.
#[must_use]
pub fn failed(entry: &Entry, trial: &Trial) -> Diagnostic {
    let not = if trial.list == "match" { "is not found" } else { "is found" };
    let instead = if trial.found.is_empty() { "nothing is".to_owned() } else { trial.found.join(", ") };
    Diagnostic::error(Code::GlossaryGuard, format!("`{}` {not} in `{}`", entry.id, trial.text))
        .note(format!("found: {instead}"))
        .hint("change a form, add a `when`, or mend the test")
}

fn guards(files: &[GlossaryFile], lexicon: &Lexicon) -> Vec<Diagnostic> {
    let mut matcher = Matcher::new(lexicon);
    let mut out = Vec::new();
    for (file, i, entry) in entries(files) {
        for trial in trials(entry, &mut matcher).iter().filter(|trial| !trial.holds) {
            out.push(file.at(failed(entry, trial), i, &format!(".tests.{}[{}]", trial.list, trial.number)));
        }
    }
    out
}

/// Whether an entry stands in a text inside a longer one, or beside another reading (`جنيف` in `محادثات جنيف`).
fn inside(matcher: &mut Matcher, text: &str, entry: &Entry) -> bool {
    let all = matcher.every(text, &tokens(text));
    all.iter().any(|&n| matcher.lexicon().entries[n as usize].id == entry.id)
}

/// The ids of the entries found in a short text.
#[must_use]
pub fn find(matcher: &mut Matcher, text: &str) -> Vec<String> {
    let (mut tokens, mut found) = (tokens(text), Found::default());
    matcher.begin();
    matcher.find(text, &mut tokens, &mut found);
    let lexicon = matcher.lexicon();
    found
        .matches
        .iter()
        .chain(&found.cues)
        .map(|m| lexicon.entries[lexicon.forms[m.form as usize].entry as usize].id.clone())
        .collect()
}

/// Forms so short that they would match much, for `glossary check` to show: one word of three letters or fewer, with no guard.
#[must_use]
pub fn short_forms(files: &[GlossaryFile]) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (file, i, entry) in entries(files) {
        if !entry.kind.is_name() || entry.when.is_some() || entry.kind == Kind::Media {
            continue;
        }
        for (n, form) in forms(entry).filter(|(_, f)| f.len() <= 3 && !f.contains(&b' ')) {
            let problem =
                Diagnostic::warning(Code::GlossaryShortForm, format!("`{}` of `{}` is very short", show(&form), entry.id));
            out.push(file.at(problem, i, &format!(".ar[{n}]")).hint("put it into `short`, or add a `when`"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::load;

    #[test]
    fn a_form_that_is_built_in_is_found_by_its_words() {
        let lexicon = Lexicon::new(load::builtin());
        let missed: Vec<String> = (lexicon.entries.iter().enumerate())
            .flat_map(|(number, entry)| entry.ar.iter().map(move |form| (number, form)))
            .filter(|(number, form)| !lexicon.written_as(form).any(|found| found.entry as usize == *number))
            .map(|(_, form)| form.clone())
            .collect();
        assert_eq!(missed, Vec::<String>::new());
    }
}
