//! PO of gettext: `msgid` is the Arabic, `msgstr` the English.
//!
//! A person's note is a translator's comment (`# …`), gloss, name and day are extracted comments (`#. gloss: …`). Entries that are `fuzzy` are unsure, those that are obsolete
//! (`#~`) are passed over. The header says who translated last and when, for entries that do not say it themselves.

use std::ops::Range;
use std::sync::Arc;

use super::unit::{Placed, Unit, day};
use crate::diagnostic::{Code, Diagnostic, Source};

pub(super) fn write(units: &[Unit]) -> String {
    let mut out = String::from("msgid \"\"\nmsgstr \"\"\n");
    for line in [
        concat!("Project-Id-Version: mujaz ", env!("CARGO_PKG_VERSION")),
        "Language: en",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "X-Source-Language: ar",
    ] {
        out.push_str(&format!("{}\n", quoted(&format!("{line}\n"))));
    }
    for unit in units {
        out.push('\n');
        if !unit.note.is_empty() {
            for line in unit.note.split('\n') {
                out.push_str(&format!("# {line}\n"));
            }
        }
        let date = unit.date.map(|d| d.to_string()).unwrap_or_default();
        for (key, value) in [("id", &unit.id), ("gloss", &unit.gloss), ("by", &unit.by), ("date", &date)] {
            if !value.is_empty() {
                out.push_str(&format!("#. {key}: {}\n", value.replace(['\n', '\r'], " ")));
            }
        }
        if unit.line > 0 {
            out.push_str(&format!("#: {}:{}\n", unit.path.replace('%', "%25").replace(' ', "%20"), unit.line));
        }
        out.push_str(&format!("msgid {}\nmsgstr {}\n", quoted(&unit.ar), quoted(&unit.en)));
    }
    out
}

fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An entry that is being read.
#[derive(Default)]
struct Entry {
    unit: Unit,
    unsure: bool,
    notes: Vec<String>,
    place: Option<Range<usize>>,
    last: Field,
}

/// What a quoted line that stands alone belongs to.
#[derive(Clone, Copy, Default, PartialEq)]
enum Field {
    #[default]
    Nothing,
    Id,
    Str,
    Other,
}

pub(super) fn read(source: &Arc<Source>) -> Result<Vec<Placed>, Box<Diagnostic>> {
    let wrong = |message: &str, place: Range<usize>| {
        let text = source.text[place.clone()].chars().take(40).collect::<String>();
        Box::new(Diagnostic::error(Code::ExchangeFile, format!("{message}: `{text}`")).at(source.span(place)))
    };
    let (mut out, mut entry, mut at) = (Vec::new(), Entry::default(), 0);
    for raw in source.text.split_inclusive('\n') {
        let start = at;
        at += raw.len();
        let line = raw.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']);
        let place =
            start + (raw.len() - raw.trim_start_matches('\u{feff}').len())..start + raw.trim_end_matches(['\n', '\r']).len();
        let line = line.trim_start();
        if line.is_empty() {
            finish(&mut entry, &mut out);
            continue;
        }
        if line.starts_with("#~") {
            continue;
        }
        if let Some(comment) = line.strip_prefix('#') {
            // A comment behind a translation belongs to the next one.
            if entry.last == Field::Str {
                finish(&mut entry, &mut out);
            }
            self::comment(comment, &mut entry);
            continue;
        }
        let (field, rest) = match line.split_once([' ', '\t', '"']) {
            Some(("msgid", _)) => {
                if entry.last == Field::Str {
                    finish(&mut entry, &mut out);
                }
                entry.place = Some(place.clone());
                (Field::Id, &line["msgid".len()..])
            }
            Some(("msgstr" | "msgstr[0]", _)) => {
                (Field::Str, line[line.find([' ', '\t', '"']).unwrap_or_default()..].trim_start())
            }
            Some((other, _)) if other == "msgctxt" || other == "msgid_plural" || other.starts_with("msgstr[") => {
                if other == "msgctxt" && entry.last == Field::Str {
                    finish(&mut entry, &mut out);
                }
                (Field::Other, &line[other.len()..])
            }
            Some(("", _)) if entry.last != Field::Nothing => (entry.last, line),
            _ => return Err(wrong("this is no line of a PO file", place)),
        };
        let text = unquoted(rest.trim()).ok_or_else(|| wrong("a text that is not in whole quotation marks", place))?;
        entry.last = field;
        match field {
            Field::Id => entry.unit.ar.push_str(&text),
            Field::Str => entry.unit.en.push_str(&text),
            Field::Nothing | Field::Other => {}
        }
    }
    finish(&mut entry, &mut out);
    // The header is the entry without Arabic.
    let header: Vec<Placed> = out.extract_if(.., |p: &mut Placed| p.unit.ar.is_empty()).collect();
    let said = |key: &str| {
        let lines = header.iter().flat_map(|h| h.unit.en.lines());
        lines.filter_map(|l| l.split_once(':')).find(|(k, _)| k.trim() == key).map(|(_, v)| v.trim().to_owned())
    };
    let by = said("Last-Translator").filter(|by| !by.is_empty() && !by.starts_with("FULL NAME"));
    let date = said("PO-Revision-Date").as_deref().and_then(day);
    for placed in out.iter_mut().filter(|p| !p.unit.en.is_empty()) {
        if placed.unit.by.is_empty() {
            placed.unit.by = by.clone().unwrap_or_default();
        }
        placed.unit.date = placed.unit.date.or(date);
    }
    Ok(out)
}

fn comment(comment: &str, entry: &mut Entry) {
    let unit = &mut entry.unit;
    if let Some(made) = comment.strip_prefix('.') {
        match made.trim_start().split_once(": ") {
            Some(("id", id)) => unit.id = id.to_owned(),
            Some(("gloss", gloss)) => unit.gloss = gloss.to_owned(),
            Some(("by", by)) => unit.by = by.to_owned(),
            Some(("date", date)) => unit.date = day(date),
            _ => {}
        }
    } else if let Some(places) = comment.strip_prefix(':') {
        if let Some((path, line)) = places.split_whitespace().next().and_then(|p| p.rsplit_once(':')) {
            unit.path = path.replace("%20", " ").replace("%25", "%");
            unit.line = line.parse().unwrap_or_default();
        }
    } else if let Some(flags) = comment.strip_prefix(',') {
        entry.unsure |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
    } else if !comment.starts_with('|') {
        entry.notes.push(comment.strip_prefix(' ').unwrap_or(comment).to_owned());
    }
}

fn finish(entry: &mut Entry, out: &mut Vec<Placed>) {
    let mut entry = std::mem::take(entry);
    if let Some(place) = entry.place {
        entry.unit.note = entry.notes.join("\n");
        out.push(Placed { unit: entry.unit, unsure: entry.unsure, place });
    }
}

fn unquoted(text: &str) -> Option<String> {
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    let (mut out, mut chars) = (String::new(), inside.chars());
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => out.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            }),
            _ => out.push(c),
        }
    }
    Some(out)
}
