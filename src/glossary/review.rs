//! Review: what is not wrong in glossary files, but what an editor should look at.
//!
//! In: files that have no errors, the lexicon made of them, and texts that people wrote. Out: warnings, each at its place. Slower than the lint, since
//! every form is tried: for `check` and `glossary check`, not for every build.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::{Entry, Kind};
use super::lexicon::Lexicon;
use super::lint::{entries, find, related};
use super::load::GlossaryFile;
use super::matcher::Matcher;
use crate::arabic::fold::fold;
use crate::diagnostic::{Code, Diagnostic, Source, is_bidi_control};

/// Forms that are never found as what they are: two forms of one entry that are the same when folded, and forms that the lexicon reads as another entry.
#[must_use]
pub fn shadowed(files: &[GlossaryFile], lexicon: &Lexicon) -> Vec<Diagnostic> {
    let mut matcher = Matcher::new(lexicon);
    let mut out = Vec::new();
    for (file, i, entry) in entries(files) {
        let mut seen: BTreeMap<Vec<u8>, String> = BTreeMap::new();
        for (list, forms) in [("ar", &entry.ar), ("short", &entry.short)] {
            for (n, form) in forms.iter().enumerate() {
                let path = format!(".{list}[{n}]");
                let warn = |message| file.at(Diagnostic::warning(Code::GlossaryShadowedForm, message), i, &path);
                match seen.get(&fold(form)) {
                    Some(first) => {
                        let problem = warn(format!("`{form}` of `{}` is the same as another form of it once folded", entry.id))
                            .hint("take it out: spellings that differ in hamza, ta marbuta, alef maqsura or vowel signs are found anyway");
                        out.push(related(problem, file, i, first, "the other one"));
                    }
                    None => drop(seen.insert(fold(form), path.clone())),
                }
                if list == "ar" && tried(entry) {
                    let found = find(&mut matcher, form);
                    if !found.contains(&entry.id) && !found.is_empty() && !excused(form, entry, &found, lexicon) {
                        let message =
                            format!("`{form}` of `{}` is never found: `{}` is found in its place", entry.id, found.join("`, `"));
                        out.push(warn(message).hint(format!(
                            "write the longer form that stands in the news, or `homograph_of: [{}]` and a `when`",
                            found[0]
                        )));
                    }
                }
            }
        }
    }
    out
}

/// Verbs are found by their inflected forms, and guarded entries only beside their neighbours.
fn tried(entry: &Entry) -> bool {
    entry.kind != Kind::Verb && entry.when.is_none()
}

/// Where the other entry is known to be written alike, or where that it has the same form is an error of its own.
fn excused(form: &str, entry: &Entry, found: &[String], lexicon: &Lexicon) -> bool {
    let folded = fold(form);
    let same = |other: &Entry| other.homograph_of.contains(&entry.id) || other.ar.iter().any(|f| fold(f) == folded);
    found.iter().any(|id| entry.homograph_of.contains(id) || lexicon.entry(id).is_some_and(same))
}

/// English that the glossary calls deprecated, in the English of the entries of `files`.
#[must_use]
pub fn deprecated(files: &[GlossaryFile], lexicon: &Lexicon) -> Vec<Diagnostic> {
    let banned = banned(lexicon);
    let mut out = Vec::new();
    for (file, i, entry) in entries(files) {
        let one = if file.span(i, ".en.preferred") == file.span(i, "") { ".en" } else { ".en.preferred" };
        let mut texts = vec![(one.to_owned(), &entry.en.preferred)];
        texts.extend(entry.en.admitted.iter().enumerate().map(|(n, text)| (format!(".en.admitted[{n}]"), text)));
        texts.extend(entry.neutral.iter().map(|text| (".neutral".to_owned(), text)));
        texts.extend(entry.roles.iter().enumerate().map(|(n, role)| (format!(".roles[{n}].en"), &role.en)));
        for (path, text) in texts {
            for &(wrong, right) in banned.iter().filter(|(wrong, _)| word(text, wrong).is_some()) {
                out.push(file.at(deprecated_form(wrong, right), i, &path));
            }
        }
    }
    out
}

/// English that the glossary calls deprecated, in a text that somebody wrote: a note, a translation.
#[must_use]
pub fn deprecated_in(source: &Arc<Source>, lexicon: &Lexicon) -> Vec<Diagnostic> {
    let banned = banned(lexicon);
    let mut out = Vec::new();
    for (wrong, right) in banned {
        let mut from = 0;
        while let Some(at) = word(&source.text[from..], wrong) {
            let start = from + at;
            out.push(deprecated_form(wrong, right).at(source.span(start..start + wrong.len())));
            from = start + wrong.len();
        }
    }
    out
}

fn banned(lexicon: &Lexicon) -> Vec<(&str, &Entry)> {
    lexicon.entries.iter().flat_map(|entry| entry.en.deprecated.iter().map(move |wrong| (wrong.as_str(), entry))).collect()
}

fn deprecated_form(wrong: &str, entry: &Entry) -> Diagnostic {
    let message = format!("`{wrong}` is a deprecated form of `{}`", entry.id);
    Diagnostic::warning(Code::GlossaryDeprecated, message).hint(format!("write `{}`", entry.en.preferred))
}

/// Where `part` stands in `text` as a word of its own.
fn word(text: &str, part: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let alone =
        |&(at, _): &(usize, &str)| !inside(text[..at].chars().next_back()) && !inside(text[at + part.len()..].chars().next());
    text.match_indices(part).find(alone).map(|(at, _)| at)
}

/// Characters that cannot be seen, in the text of a file.
#[must_use]
pub fn invisible(source: &Arc<Source>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let edge = |c: char| c.is_whitespace() || "[],\"'{}".contains(c);
    for (at, c) in source.text.char_indices() {
        let Some(name) = name(c).filter(|_| at > 0 || c != '\u{feff}') else { continue };
        let before = source.text[..at].rsplit(edge).next().unwrap_or_default();
        let after = source.text[at + c.len_utf8()..].split(edge).next().unwrap_or_default();
        let (between, hint) = if c == '\u{a0}' {
            (" ", "write a plain space")
        } else {
            ("", "delete it: it cannot be seen, and the form is found without it")
        };
        let message = format!("U+{:04X} ({name}) in `{before}{between}{after}`", c as u32);
        out.push(Diagnostic::warning(Code::GlossaryInvisible, message).at(source.span(at..at + c.len_utf8())).hint(hint));
    }
    out
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{ad}' => "soft hyphen",
        '\u{a0}' => "no-break space",
        '\u{200b}' => "zero width space",
        '\u{200c}' => "zero width non-joiner",
        '\u{200d}' => "zero width joiner",
        '\u{2060}' => "word joiner",
        '\u{feff}' => "byte order mark",
        _ if is_bidi_control(c) => "control of the direction of text",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_alone() {
        assert_eq!(word("the Jaysh al-Islam delegation", "Jaysh al-Islam"), Some(4));
        assert_eq!(word("Hizbullahi, Hizbullah", "Hizbullah"), Some(12));
        assert_eq!(word("Hizbullahi", "Hizbullah"), None);
    }
}
