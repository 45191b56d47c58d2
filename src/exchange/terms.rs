//! One entry of the glossary, in whichever format.
//!
//! What a format has a place for stands there, for people and their tools: kind, English with its state, Arabic, note. Whatever else an entry says goes along as JSON, so that
//! nothing is lost on the way back.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use clap::ValueEnum;
use serde_json::{Map, Value};

use super::{csv, omegat, tbx};
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::glossary::entry::{En, Entry, Kind};

/// A format for terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TermFormat {
    /// TBX v2, TBX-Basic
    Tbx,
    /// CSV with a header
    Csv,
    /// OmegaT's glossary: Arabic, English, comment, with tabs between
    Omegat,
}

impl TermFormat {
    /// The format of a file, by the end of its name.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let (_, end) = path.rsplit_once('.')?;
        match end.to_ascii_lowercase().as_str() {
            "tbx" | "xml" => Some(Self::Tbx),
            "csv" => Some(Self::Csv),
            "tsv" | "tab" | "utf8" | "txt" => Some(Self::Omegat),
            _ => None,
        }
    }
}

/// An entry of a file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// The entry.
    pub entry: Entry,
    /// True if the file does not name the entry: its id was made of its English.
    pub unnamed: bool,
    /// The bytes of the file where it begins.
    pub place: Range<usize>,
}

/// The text of a file with these entries.
#[must_use]
pub fn write_terms(entries: &[&Entry], format: TermFormat) -> String {
    match format {
        TermFormat::Tbx => tbx::write(entries),
        TermFormat::Csv => csv::write(entries),
        TermFormat::Omegat => omegat::write(entries),
    }
}

/// The entries of a file. Those without Arabic or without English are left out.
///
/// # Errors
/// What is wrong with the file, at its place.
pub fn read_terms(source: &Arc<Source>, format: TermFormat) -> Result<Vec<Concept>, Box<Diagnostic>> {
    let mut parts = match format {
        TermFormat::Tbx => tbx::read(source),
        TermFormat::Csv => csv::read(source),
        TermFormat::Omegat => omegat::read(source),
    }?;
    let arabic = |p: &Part| !p.ar.is_empty() || !p.short.is_empty();
    parts.retain(|p| !p.en.trim().is_empty() && arabic(p));
    let mut ids: BTreeSet<String> = parts.iter().map(|p| p.id.clone()).filter(|id| !id.is_empty()).collect();
    parts
        .into_iter()
        .map(|mut part| {
            let unnamed = part.id.is_empty();
            if unnamed {
                part.id = free(&part.en, &mut ids);
            }
            let place = part.place.clone();
            let entry = part.entry().map_err(|why| {
                let problem =
                    Diagnostic::error(Code::ExchangeFile, format!("what mujaz wrote of an entry cannot be read: {why}"));
                Box::new(problem.at(source.span(place.clone())).hint("take that part out, or export the entry again"))
            })?;
            Ok(Concept { entry, unnamed, place })
        })
        .collect()
}

/// An id made of English that no other entry has.
fn free(en: &str, ids: &mut BTreeSet<String>) -> String {
    let words: Vec<String> =
        en.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_ascii_lowercase).collect();
    let base = if words.is_empty() { "term".to_owned() } else { words.join("_") };
    let mut id = base.clone();
    let mut number = 1;
    while !ids.insert(id.clone()) {
        number += 1;
        id = format!("{base}_{number}");
    }
    id
}

/// An entry, taken apart into what formats have a place for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// Empty if the file does not say it.
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) en: String,
    pub(super) admitted: Vec<String>,
    pub(super) deprecated: Vec<String>,
    pub(super) ar: Vec<String>,
    pub(super) short: Vec<String>,
    pub(super) note: Option<String>,
    /// All that an entry says beside that: a JSON object, or empty.
    pub(super) more: String,
    pub(super) place: Range<usize>,
}

/// Keys that have a place of their own in every format.
const OWN: &[&str] = &["id", "kind", "ar", "short", "note"];

impl Part {
    pub(super) fn of(entry: &Entry) -> Self {
        let mut more = match serde_json::to_value(entry) {
            Ok(Value::Object(map)) => map,
            _ => Map::new(),
        };
        more.retain(|key, _| !OWN.contains(&key.as_str()));
        // Of the English, only the irregular forms of a verb are left.
        if let Some(Value::Object(en)) = more.get_mut("en") {
            en.retain(|key, _| !matches!(key.as_str(), "preferred" | "admitted" | "deprecated"));
            if en.is_empty() {
                more.remove("en");
            }
        }
        Self {
            id: entry.id.clone(),
            kind: entry.kind.as_str().to_owned(),
            en: entry.en.preferred.clone(),
            admitted: entry.en.admitted.clone(),
            deprecated: entry.en.deprecated.clone(),
            ar: entry.ar.clone(),
            short: entry.short.clone(),
            note: entry.note.clone(),
            more: if more.is_empty() { String::new() } else { Value::Object(more).to_string() },
            place: 0..0,
        }
    }

    /// The entry again. A kind that mujaz does not have is a term, with a note that says what it was.
    fn entry(self) -> Result<Entry, String> {
        let mut map: Map<String, Value> = match self.more.trim() {
            "" => Map::new(),
            more => serde_json::from_str(more).map_err(|e| e.to_string())?,
        };
        let kind: Option<Kind> = serde_json::from_value(Value::String(self.kind.clone())).ok();
        let mut note = self.note;
        if kind.is_none() && !self.kind.trim().is_empty() {
            let field = format!("subject field: {}", self.kind.trim());
            note = Some(note.map_or(field.clone(), |note| format!("{note}; {field}")));
        }
        let mut en = match map.remove("en") {
            Some(Value::Object(en)) => en,
            _ => Map::new(),
        };
        let En { preferred, admitted, deprecated, .. } =
            En { preferred: self.en, admitted: self.admitted, deprecated: self.deprecated, ..En::default() };
        en.insert("preferred".into(), preferred.into());
        en.insert("admitted".into(), admitted.into());
        en.insert("deprecated".into(), deprecated.into());
        map.insert("en".into(), Value::Object(en));
        map.insert("id".into(), self.id.into());
        map.insert("kind".into(), kind.unwrap_or(Kind::Term).as_str().into());
        map.insert("ar".into(), self.ar.into());
        map.insert("short".into(), self.short.into());
        if let Some(note) = note {
            map.insert("note".into(), note.into());
        }
        serde_json::from_value(Value::Object(map)).map_err(|e| e.to_string())
    }
}
