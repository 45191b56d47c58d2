//! Values of a Rust type, and why a text does not hold one.
//!
//! In: a text that is well-formed, with the tree of its places. Out: the value, or what does not fit, in the words of somebody who
//! writes YAML and not Rust. `serde_yaml` stops at the first problem; so the entry with the problem is blanked out in a copy of the text,
//! and the copy is read again, until nothing new is found. What was blanked out is never reported as missing.

use super::Input;
use super::copy::Copy;
use super::index::{Content, Node, Step};
use super::scan::Scan;
use super::words::{expected, found, how, in_quotes, quoted, subject};
use crate::diagnostic::{Diagnostic, did_you_mean};
use serde::de::{DeserializeOwned, IgnoredAny};

/// Where the forms of a value can be looked up.
const FORMS: &str = "`mujaz schema` prints what may stand in each kind of file";
/// So many problems of one file are looked for at most.
const MOST: usize = 30;
/// Each problem costs a reading of the file: of a large file, so many bytes are read again at most.
const AGAIN: usize = 16 * 1024 * 1024;

/// Reads the value.
pub(super) fn read<T: DeserializeOwned>(input: &Input<'_>, scan: Scan) -> Result<(T, Option<Node>), Vec<Diagnostic>> {
    let Scan { root, mut diagnostics, duplicates, .. } = scan;
    let Some(root) = root.filter(|root| !matches!(root.content, Content::Empty)) else {
        return nothing(input).map(|value| (value, None));
    };
    if duplicates.is_empty() {
        match serde_yaml::from_str(input.text) {
            Ok(value) => return Ok((value, Some(root))),
            Err(error) if serde_yaml::from_str::<IgnoredAny>(input.text).is_err() => {
                return Err(vec![not_yaml(input, &error)]);
            }
            Err(_) => {}
        }
    }
    let mut copy = Copy::new(input, root);
    for (entry, flow) in &duplicates {
        copy.blank_entry(entry, *flow);
    }
    let mut meant = Vec::new();
    let readings = (AGAIN / input.text.len()).clamp(3, MOST);
    for _ in 0..readings {
        let Err(error) = serde_yaml::from_str::<T>(copy.text()) else {
            break;
        };
        let (problem, steps) = explain(input, &copy, &error, &mut meant);
        if steps.is_empty() && serde_yaml::from_str::<IgnoredAny>(copy.text()).is_err() {
            break;
        }
        diagnostics.extend(problem);
        if !copy.take_out(steps) {
            break;
        }
    }
    Err(diagnostics)
}

/// A value for a document with nothing in it.
fn nothing<T: DeserializeOwned>(input: &Input<'_>) -> Result<T, Vec<Diagnostic>> {
    let empty = serde_yaml::from_str("{}").or_else(|_| serde_yaml::from_str("[]"));
    empty.or_else(|_| serde_yaml::from_str("null")).map_err(|_| {
        let message = match serde_yaml::from_str::<T>("{}") {
            Err(error) if error.to_string().starts_with("missing field") => {
                error.to_string().replace("missing field", "missing key")
            }
            _ => "this is empty".to_owned(),
        };
        let place = input.base..input.base;
        vec![input.error(input.codes.r#type, message, place)]
    })
}

/// The one parser finds an error of syntax where the other does not.
fn not_yaml(input: &Input<'_>, error: &serde_yaml::Error) -> Diagnostic {
    let at = error.location().map_or(0, |location| location.index());
    let place = input.char_at(input.byte(at));
    input.error(input.codes.syntax, message(error), place)
}

/// The words of an error, without the place that they end with.
fn message(error: &serde_yaml::Error) -> String {
    let text = error.to_string();
    let Some(place) = error.location() else {
        return text;
    };
    let place = format!(" at line {} column {}", place.line(), place.column());
    text.replacen(&place, "", 1)
}

/// What to say about an error, and the way to the value that it is about. Nothing is said when the error comes from what was taken out, nor of a missing key that stands
/// there misspelt: `meant` has those, with the mapping that they are in.
fn explain(
    input: &Input<'_>,
    copy: &Copy<'_>,
    error: &serde_yaml::Error,
    meant: &mut Vec<(Vec<Step>, String)>,
) -> (Option<Diagnostic>, Vec<Step>) {
    let root = copy.root();
    let message = message(error);
    let (mut steps, text) = place(copy, error, &message);
    let Some(node) = root.at(&steps) else {
        return (None, Vec::new());
    };
    let codes = input.codes;
    let wrong = |message: String| input.error(codes.r#type, message, node.range.clone());
    if let Some((name, rest)) = named(text, "unknown field `") {
        let message = format!("unknown key `{name}`{rest}");
        meant.extend(did_you_mean(name, quoted(rest)).map(|key| (steps.clone(), key.to_owned())));
        steps.push(Step::Key(name.to_owned()));
        let entry = node.entry(&Step::Key(name.to_owned()));
        let range = entry.map_or(node.range.clone(), |entry| entry.key.clone());
        let problem = input.error(codes.unknown_key, message, range);
        return (Some(suggest(problem, name, rest, "take it out, or write one of these keys")), steps);
    }
    if let Some((name, _)) = named(text, "missing field `") {
        let entry = node.entry(&Step::Key(name.to_owned()));
        if entry.is_some_and(|entry| entry.gone) || meant.iter().any(|(at, key)| *at == steps && key == name) {
            return (None, steps);
        }
        let start = node.range.start..node.range.start;
        let problem = input.error(codes.r#type, format!("missing key `{name}`"), start);
        return (Some(problem.hint(format!("add a line `{name}: …`"))), steps);
    }
    if let Some((name, rest)) = named(text, "unknown variant `") {
        let problem = wrong(format!("unknown value `{name}`{rest}"));
        return (Some(suggest(problem, name, rest, "write one of these")), steps);
    }
    let mismatch = text.strip_prefix("invalid type: ").or(text.strip_prefix("invalid value: "));
    let problem = match mismatch.and_then(|text| text.rsplit_once(", expected ")) {
        Some((_, wanted)) => {
            let there = found(node, input);
            let wanted = expected(wanted, &there);
            let problem = wrong(format!("{} must be {wanted}, found {there}", subject(&steps)));
            // `[قال: نعم]`: one pair without braces is text with a colon.
            let pair = input.slice(node.range.clone());
            let pair =
                Some(pair).filter(|p| wanted == "text" && there == "a mapping" && !p.starts_with('{') && !p.contains('\n'));
            match pair.map(in_quotes).or_else(|| how(&wanted, &there, steps.last())) {
                Some(how) => problem.hint(how),
                None => problem.hint(FORMS),
            }
        }
        None if text.starts_with("data did not match any variant of untagged enum") => {
            let message = format!("{} has none of the forms that it can have", subject(&steps));
            wrong(message).hint(FORMS)
        }
        None => wrong(text.to_owned()).hint(FORMS),
    };
    (Some(problem), steps)
}

/// The value that a message is about, by the path that it begins with, and the rest of the message.
fn place<'m>(copy: &Copy<'_>, error: &serde_yaml::Error, message: &'m str) -> (Vec<Step>, &'m str) {
    for (at, colon) in message.match_indices(": ") {
        let (path, text) = (&message[..at], &message[at + colon.len()..]);
        if let Some((_, steps)) = copy.root().find(path) {
            return (steps, text);
        }
        // Under a key that is not text, the path ends with a question mark.
        let parent = path.strip_suffix('?').map(|path| path.trim_end_matches('.'));
        if parent.is_some_and(|parent| copy.root().find(parent).is_some()) {
            let at = error.location().map_or(0, |location| location.index());
            return (copy.root().steps_to(copy.byte(at)), text);
        }
    }
    (Vec::new(), message)
}

/// Splits "unknown field `name`, expected …" after the name.
fn named<'m>(text: &'m str, prefix: &str) -> Option<(&'m str, &'m str)> {
    let rest = text.strip_prefix(prefix)?;
    let end = rest.find("`, ").or(rest.rfind('`'))?;
    Some((&rest[..end], &rest[end + 1..]))
}

/// Adds the word that was probably meant, out of the words in backticks; else what to do.
fn suggest(problem: Diagnostic, word: &str, expected: &str, otherwise: &str) -> Diagnostic {
    match did_you_mean(word, quoted(expected)) {
        Some(meant) => problem.hint(format!("did you mean `{meant}`?")),
        None => problem.hint(otherwise),
    }
}
