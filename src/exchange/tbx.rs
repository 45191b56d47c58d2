//! TBX v2 in the dialect TBX-Basic: `martif`, one `termEntry` a concept, `langSet` and `tig`.
//!
//! English: `administrativeStatus` preferred, admitted, deprecated. Arabic: the first form preferred, the others admitted; short forms by `termType`. The kind is the `subjectField`.

use std::sync::Arc;

use super::terms::Part;
use super::unit::is_language;
use super::xml::{self, Element};
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::glossary::entry::Entry;

const PREFERRED: &str = "preferredTerm-admn-sts";
const ADMITTED: &str = "admittedTerm-admn-sts";
const DEPRECATED: &str = "deprecatedTerm-admn-sts";
const SHORT: &str = "shortForm";
/// Before the id of an entry: an id of XML begins with a letter.
const ID: &str = "mujaz-";
/// Before what only mujaz reads.
const MORE: &str = "mujaz: ";

pub(super) fn write(entries: &[&Entry]) -> String {
    let p = |text: &str| Element::new("p").text(text);
    let title = Element::new("titleStmt").child(Element::new("title").text("Glossary"));
    let made = Element::new("sourceDesc").child(p(concat!("mujaz ", env!("CARGO_PKG_VERSION"))));
    let header = Element::new("martifHeader")
        .child(Element::new("fileDesc").child(title).child(made))
        .child(Element::new("encodingDesc").child(p("TBXBasicXCSV02.xcs").with("type", "XCSURI")));
    let body = Element::new("body").children(entries.iter().map(|entry| term_entry(&Part::of(entry))));
    let root = Element::new("martif")
        .with("type", "TBX-Basic")
        .with("xml:lang", "en")
        .child(header)
        .child(Element::new("text").child(body));
    xml::write(&root, Some("martif SYSTEM \"TBXBasiccoreStructV02.dtd\""))
}

fn term_entry(part: &Part) -> Element {
    let mut out = Element::new("termEntry").with("id", format!("{ID}{}", part.id));
    out = out.child(Element::new("descrip").with("type", "subjectField").text(&part.kind));
    if let Some(note) = &part.note {
        out = out.child(Element::new("note").text(note));
    }
    if !part.more.is_empty() {
        out = out.child(Element::new("note").text(&format!("{MORE}{}", part.more)));
    }
    let tig = |term: &str, kind: &str, value: &str| {
        let note = Element::new("termNote").with("type", kind).text(value);
        Element::new("tig").child(Element::new("term").text(term)).child(note)
    };
    let status = |term: &String, status: &str| tig(term, "administrativeStatus", status);
    let set = |language: &str| Element::new("langSet").with("xml:lang", language);
    let en = set("en")
        .child(status(&part.en, PREFERRED))
        .children(part.admitted.iter().map(|t| status(t, ADMITTED)))
        .children(part.deprecated.iter().map(|t| status(t, DEPRECATED)));
    let ar = set("ar")
        .children(part.ar.iter().enumerate().map(|(n, t)| status(t, if n == 0 { PREFERRED } else { ADMITTED })))
        .children(part.short.iter().map(|t| tig(t, "termType", SHORT)));
    out.child(en).child(ar)
}

pub(super) fn read(source: &Arc<Source>) -> Result<Vec<Part>, Box<Diagnostic>> {
    let root = xml::read(source, Code::ExchangeFile)?;
    if root.name != "martif" {
        let hint =
            if root.name == "tbx" { "this is TBX v3: save it as TBX v2 (TBX-Basic, `martif`)" } else { "save it as TBX v2" };
        let problem = Diagnostic::error(Code::ExchangeFile, format!("this is `<{}>`, and no TBX v2", root.name));
        return Err(Box::new(problem.at(source.span(root.place.clone())).hint(hint)));
    }
    let mut entries = Vec::new();
    root.deep("termEntry", &mut entries);
    Ok(entries.into_iter().map(part).collect())
}

fn part(entry: &Element) -> Part {
    let mut out = Part { place: entry.place.clone(), ..Part::default() };
    out.id = entry.get("id").and_then(|id| id.strip_prefix(ID)).unwrap_or_default().to_owned();
    // Others group a description with its source.
    let mut descriptions = Vec::new();
    entry.deep("descrip", &mut descriptions);
    let field = descriptions.iter().find(|d| d.get("type") == Some("subjectField"));
    out.kind = field.map(|d| d.words()).unwrap_or_default();
    for note in entry.all("note").map(Element::words) {
        match note.strip_prefix(MORE) {
            Some(more) if out.more.is_empty() => out.more = more.to_owned(),
            _ => out.note = Some(out.note.map_or(note.clone(), |n| format!("{n}; {note}"))),
        }
    }
    for set in entry.all("langSet") {
        let arabic = is_language(set.get("xml:lang"), "ar");
        if !arabic && !is_language(set.get("xml:lang"), "en") {
            continue;
        }
        let mut terms = Vec::new();
        set.deep("tig", &mut terms);
        set.deep("ntig", &mut terms);
        for tig in terms {
            let (mut found, mut notes) = (Vec::new(), Vec::new());
            tig.deep("term", &mut found);
            tig.deep("termNote", &mut notes);
            let Some(term) = found.first().map(|t| t.words()) else { continue };
            let says = |kind: &str, value: &str| notes.iter().any(|n| n.get("type") == Some(kind) && n.words() == value);
            let list = match (arabic, says("administrativeStatus", DEPRECATED)) {
                (true, _) if says("termType", SHORT) => &mut out.short,
                // A form that is not to be written is still met.
                (true, _) => &mut out.ar,
                (false, true) => &mut out.deprecated,
                (false, false) if out.en.is_empty() => {
                    out.en = term;
                    continue;
                }
                (false, false) if says("administrativeStatus", PREFERRED) && !says_preferred_first(set) => {
                    out.admitted.push(std::mem::replace(&mut out.en, term));
                    continue;
                }
                (false, false) => &mut out.admitted,
            };
            list.push(term);
        }
    }
    out
}

/// True if the first term of a language is the preferred one.
fn says_preferred_first(set: &Element) -> bool {
    let mut notes = Vec::new();
    if let Some(first) = set.elements().next() {
        first.deep("termNote", &mut notes);
    }
    notes.iter().any(|n| n.get("type") == Some("administrativeStatus") && n.words() == PREFERRED)
}
