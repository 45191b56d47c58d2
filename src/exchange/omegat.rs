//! OmegaT's glossary: Arabic, English and a comment with tabs between, one line a form.
//!
//! The comment is `kind [id]`, and behind it, with the first form of an entry, JSON of what the other columns have no place for. A file of somebody else has any comment: its lines are
//! entries by their English.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::terms::Part;
use crate::diagnostic::{Diagnostic, Source};
use crate::glossary::entry::Entry;

pub(super) fn write(entries: &[&Entry]) -> String {
    let cell = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    let mut out = String::new();
    for entry in entries {
        let part = Part::of(entry);
        let forms = part.ar.iter().map(|f| (f, false)).chain(part.short.iter().map(|f| (f, true)));
        for (n, (form, short)) in forms.enumerate() {
            let mut comment = format!("{} [{}]", part.kind, part.id);
            if short {
                comment.push_str(" short");
            }
            if n == 0 {
                comment.push_str(&more(&part));
            }
            out.push_str(&format!("{}\t{}\t{comment}\n", cell(form), cell(&part.en)));
        }
    }
    out
}

/// ` {…}`, or nothing.
fn more(part: &Part) -> String {
    let mut map: Map<String, Value> = serde_json::from_str(&part.more).unwrap_or_default();
    for (key, list) in [("_admitted", &part.admitted), ("_deprecated", &part.deprecated)] {
        if !list.is_empty() {
            map.insert(key.to_owned(), list.clone().into());
        }
    }
    if let Some(note) = &part.note {
        map.insert("note".to_owned(), note.clone().into());
    }
    if map.is_empty() { String::new() } else { format!(" {}", Value::Object(map)) }
}

pub(super) fn read(source: &Arc<Source>) -> Result<Vec<Part>, Box<Diagnostic>> {
    let mut out: Vec<Part> = Vec::new();
    let mut at = 0;
    for raw in source.text.split_inclusive('\n') {
        let place = at..at + raw.trim_end().len();
        at += raw.len();
        let line = raw.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']);
        if line.trim().is_empty() || (line.starts_with('#') && !line.contains('\t')) {
            continue;
        }
        let mut cells = line.splitn(3, '\t');
        let [form, en, comment] = std::array::from_fn(|_| cells.next().unwrap_or_default());
        let ours = ours(comment);
        let twin = out.iter_mut().find(|p| match &ours {
            Some(ours) => p.id == ours.id,
            None => p.id.is_empty() && p.en == en,
        });
        let mut part = Part { place, en: en.to_owned(), ..Part::default() };
        let short = ours.as_ref().is_some_and(|o| o.short);
        let target = match twin {
            Some(twin) => twin,
            None => {
                match ours {
                    Some(ours) => {
                        part = Part { id: ours.id, kind: ours.kind, ..part };
                        take(&mut part, ours.more);
                    }
                    None => part.note = Some(comment.trim().to_owned()).filter(|c| !c.is_empty()),
                }
                out.push(part);
                let last = out.len() - 1;
                &mut out[last]
            }
        };
        if short { &mut target.short } else { &mut target.ar }.push(form.to_owned());
    }
    Ok(out)
}

fn take(part: &mut Part, mut more: Map<String, Value>) {
    let mut list =
        |key: &str| -> Vec<String> { more.remove(key).and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default() };
    part.admitted = list("_admitted");
    part.deprecated = list("_deprecated");
    if let Some(Value::String(note)) = more.remove("note") {
        part.note = Some(note);
    }
    if !more.is_empty() {
        part.more = Value::Object(more).to_string();
    }
}

/// A comment that mujaz wrote.
struct Ours {
    kind: String,
    id: String,
    short: bool,
    more: Map<String, Value>,
}

fn ours(comment: &str) -> Option<Ours> {
    let (kind, rest) = comment.split_once(" [")?;
    let (id, rest) = rest.split_once(']')?;
    if kind.contains(' ') || id.contains(' ') {
        return None;
    }
    let rest = rest.trim_start();
    let (short, rest) = rest.strip_prefix("short").map_or((false, rest), |rest| (true, rest.trim_start()));
    let more = if rest.is_empty() { Map::new() } else { serde_json::from_str(rest).ok()? };
    Some(Ours { kind: kind.to_owned(), id: id.to_owned(), short, more })
}
