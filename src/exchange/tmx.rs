//! TMX 1.4: one `tu` a line. A line that nobody has translated has no English `tuv`; its gloss is a `prop`.

use std::sync::Arc;

use super::unit::{Placed, Unit, day, is_language};
use super::xml::{self, Element};
use crate::diagnostic::{Code, Diagnostic, Source};

pub(super) fn write(units: &[Unit]) -> String {
    let header = Element::new("header")
        .with("creationtool", "mujaz")
        .with("creationtoolversion", env!("CARGO_PKG_VERSION"))
        .with("segtype", "sentence")
        .with("o-tmf", "mujaz")
        .with("adminlang", "en")
        .with("srclang", "ar")
        .with("datatype", "plaintext");
    let body = Element::new("body").children(units.iter().map(tu));
    let root = Element::new("tmx").with("version", "1.4").child(header).child(body);
    xml::write(&root, Some("tmx SYSTEM \"tmx14.dtd\""))
}

fn tu(unit: &Unit) -> Element {
    let mut out = Element::new("tu").with("tuid", &unit.id);
    if !unit.note.is_empty() {
        out = out.child(Element::new("note").text(&unit.note));
    }
    let line = if unit.line > 0 { unit.line.to_string() } else { String::new() };
    for (kind, value) in [("x-path", &unit.path), ("x-line", &line), ("x-gloss", &unit.gloss)] {
        if !value.is_empty() {
            out = out.child(Element::new("prop").with("type", kind).text(value));
        }
    }
    let tuv = |language: &str| Element::new("tuv").with("xml:lang", language);
    out = out.child(tuv("ar").child(Element::new("seg").text(&unit.ar)));
    if !unit.en.is_empty() {
        let mut en = tuv("en");
        if !unit.by.is_empty() {
            en = en.with("changeid", &unit.by);
        }
        if let Some(date) = unit.date {
            en = en.with("changedate", date.format("%Y%m%dT000000Z").to_string());
        }
        out = out.child(en.child(Element::new("seg").text(&unit.en)));
    }
    out
}

pub(super) fn read(source: &Arc<Source>) -> Result<Vec<Placed>, Box<Diagnostic>> {
    let root = xml::read(source, Code::ExchangeFile)?;
    if root.name != "tmx" {
        let problem = Diagnostic::error(Code::ExchangeFile, format!("this is `<{}>`, and no TMX", root.name));
        return Err(Box::new(problem.at(source.span(root.place.clone())).hint("save it as TMX 1.4")));
    }
    Ok(root.all("body").flat_map(|body| body.all("tu")).map(placed).collect())
}

fn placed(tu: &Element) -> Placed {
    let tuv = |language: &str| tu.all("tuv").find(|v| is_language(v.get("xml:lang").or_else(|| v.get("lang")), language));
    let seg = |tuv: Option<&Element>| tuv.and_then(|v| v.find("seg")).map(Element::words).unwrap_or_default();
    let prop = |kind: &str| tu.all("prop").find(|p| p.get("type") == Some(kind)).map(Element::words).unwrap_or_default();
    let en = tuv("en");
    // Whoever changed it last, else whoever made it; the English before the pair.
    let said = |attributes: [&str; 2]| {
        let places = en.into_iter().chain([tu]);
        places.flat_map(|e| attributes.map(|a| e.get(a))).flatten().next().map(str::to_owned)
    };
    let unit = Unit {
        id: tu.get("tuid").unwrap_or_default().to_owned(),
        ar: seg(tuv("ar")),
        en: seg(en),
        by: en.and_then(|_| said(["changeid", "creationid"])).unwrap_or_default(),
        date: en.and_then(|_| said(["changedate", "creationdate"])).as_deref().and_then(day),
        note: tu.find("note").map(Element::words).unwrap_or_default(),
        gloss: prop("x-gloss"),
        path: prop("x-path"),
        line: prop("x-line").trim().parse().unwrap_or_default(),
    };
    Placed { unit, unsure: false, place: tu.place.clone() }
}
