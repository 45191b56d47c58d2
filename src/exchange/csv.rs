//! CSV with a header, one entry a row. Where a cell has more than one form, ` | ` stands between them; a `|` or `\` of a form has `\` before it.

use std::ops::Range;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::terms::Part;
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::glossary::entry::Entry;

const COLUMNS: [&str; 9] = ["id", "kind", "en", "en_admitted", "en_deprecated", "ar", "ar_short", "note", "more"];

pub(super) fn write(entries: &[&Entry]) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record(COLUMNS);
    for entry in entries {
        let p = Part::of(entry);
        let [admitted, deprecated, ar, short] = [&p.admitted, &p.deprecated, &p.ar, &p.short].map(|forms| joined(forms));
        let note = p.note.unwrap_or_default();
        let _ = writer.write_record([&p.id, &p.kind, &p.en, &admitted, &deprecated, &ar, &short, &note, &p.more]);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn joined(forms: &[String]) -> String {
    let forms: Vec<String> = forms.iter().map(|f| f.replace('\\', "\\\\").replace('|', "\\|")).collect();
    forms.join(" | ")
}

/// The forms of a cell.
fn split(cell: &str) -> Vec<String> {
    if cell.trim().is_empty() {
        return Vec::new();
    }
    let (mut out, mut form, mut chars) = (Vec::new(), String::new(), cell.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' => form.extend(chars.next()),
            '|' => out.push(std::mem::take(&mut form)),
            _ => form.push(c),
        }
    }
    out.push(form);
    let trimmed = out.into_iter().map(|f| f.trim().to_owned());
    trimmed.filter(|f| !f.is_empty()).collect()
}

pub(super) fn read(source: &Arc<Source>) -> Result<Vec<Part>, Box<Diagnostic>> {
    let text = source.text.trim_start_matches('\u{feff}');
    let base = source.text.len() - text.len();
    let problem = |message: String, place: Range<usize>| {
        let end = (base + place.end).min(source.text.len());
        let span = source.span((base + place.start).min(end)..end);
        Box::new(Diagnostic::error(Code::ExchangeFile, message).at(span))
    };
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    let broken = |error: &csv::Error| {
        let at = error.position().map_or(0, |p| p.byte() as usize);
        problem(format!("this is no CSV: {error}"), at..at)
    };
    let header = reader.headers().map_err(|e| broken(&e))?.clone();
    let column = |name: &str| header.iter().position(|h| h.trim() == name);
    for name in ["en", "ar"] {
        if column(name).is_none() {
            let hint = format!("the first line names the columns: {}", COLUMNS.join(","));
            let end = text.find('\n').unwrap_or(text.len());
            return Err(Box::new(problem(format!("there is no column `{name}`"), 0..end).hint(hint)));
        }
    }
    let mut out = Vec::new();
    for record in reader.records() {
        let record: StringRecord = record.map_err(|e| broken(&e))?;
        let at = record.position().map_or(0, |p| p.byte() as usize);
        let length = text[at..].find('\n').unwrap_or(text.len() - at);
        let cell = |name: &str| column(name).and_then(|n| record.get(n)).unwrap_or_default().to_owned();
        let note = cell("note");
        out.push(Part {
            id: cell("id").trim().to_owned(),
            kind: cell("kind").trim().to_owned(),
            en: cell("en"),
            admitted: split(&cell("en_admitted")),
            deprecated: split(&cell("en_deprecated")),
            ar: split(&cell("ar")),
            short: split(&cell("ar_short")),
            note: (!note.is_empty()).then_some(note),
            more: cell("more"),
            place: base + at..base + at + length,
        });
    }
    Ok(out)
}
