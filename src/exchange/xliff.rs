//! XLIFF 1.2: one `file` an article, one `trans-unit` a line. Who reviewed is a `phase`; the gloss is an `alt-trans`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::unit::{Placed, Unit, day, is_language};
use super::xml::{self, Element};
use crate::diagnostic::{Code, Diagnostic, Source};

/// Who says that a unit's note is a person's.
const PERSON: &str = "reviewer";
const GLOSS: &str = "mujaz gloss";

pub(super) fn write(units: &[Unit]) -> String {
    let mut files: Vec<(&str, Vec<&Unit>)> = Vec::new();
    for unit in units {
        match files.iter_mut().find(|(path, _)| *path == unit.path) {
            Some((_, list)) => list.push(unit),
            None => files.push((&unit.path, vec![unit])),
        }
    }
    let root = Element::new("xliff")
        .with("version", "1.2")
        .with("xmlns", "urn:oasis:names:tc:xliff:document:1.2")
        .children(files.into_iter().map(|(path, units)| file(path, &units)));
    xml::write(&root, None)
}

fn file(path: &str, units: &[&Unit]) -> Element {
    let mut phases: Vec<(&str, Option<NaiveDate>)> =
        units.iter().filter(|u| reviewed(u)).map(|u| (u.by.as_str(), u.date)).collect();
    phases.sort_unstable();
    phases.dedup();
    let mut out = Element::new("file")
        .with("original", path)
        .with("source-language", "ar")
        .with("target-language", "en")
        .with("datatype", "plaintext");
    if !phases.is_empty() {
        let phase = |(n, (by, date)): (usize, &(&str, Option<NaiveDate>))| {
            let phase = Element::new("phase")
                .with("phase-name", format!("review-{}", n + 1))
                .with("process-name", "review")
                .with("contact-name", *by);
            match date {
                Some(date) => phase.with("date", format!("{date}T00:00:00Z")),
                None => phase,
            }
        };
        let group = Element::new("phase-group").children(phases.iter().enumerate().map(phase));
        out = out.child(Element::new("header").child(group));
    }
    out.child(Element::new("body").children(units.iter().map(|unit| {
        let phase = reviewed(unit).then(|| phases.iter().position(|p| *p == (unit.by.as_str(), unit.date))).flatten();
        trans_unit(unit, phase)
    })))
}

fn reviewed(unit: &Unit) -> bool {
    !unit.en.is_empty() && (!unit.by.is_empty() || unit.date.is_some())
}

fn trans_unit(unit: &Unit, phase: Option<usize>) -> Element {
    let mut out = Element::new("trans-unit").with("id", &unit.id).with("xml:space", "preserve");
    out = out.child(Element::new("source").with("xml:lang", "ar").text(&unit.ar));
    if !unit.en.is_empty() {
        let mut target = Element::new("target").with("xml:lang", "en").with("state", "translated");
        if let Some(phase) = phase {
            target = target.with("phase-name", format!("review-{}", phase + 1));
        }
        out = out.child(target.text(&unit.en));
    }
    if unit.line > 0 {
        let context = |kind: &str, text: &str| Element::new("context").with("context-type", kind).text(text);
        let group = Element::new("context-group").with("purpose", "location");
        out = out.child(group.child(context("sourcefile", &unit.path)).child(context("linenumber", &unit.line.to_string())));
    }
    if !unit.note.is_empty() {
        out = out.child(Element::new("note").with("from", PERSON).text(&unit.note));
    }
    if !unit.gloss.is_empty() {
        let target = Element::new("target").with("xml:lang", "en").text(&unit.gloss);
        out = out.child(Element::new("alt-trans").with("origin", GLOSS).child(target));
    }
    out
}

pub(super) fn read(source: &Arc<Source>) -> Result<Vec<Placed>, Box<Diagnostic>> {
    let root = xml::read(source, Code::ExchangeFile)?;
    let version = root.get("version").unwrap_or("1.0");
    if root.name != "xliff" || !version.starts_with("1.") {
        let what = if root.name == "xliff" { format!("XLIFF {version}") } else { format!("`<{}>`", root.name) };
        let problem = Diagnostic::error(Code::ExchangeFile, format!("this is {what}, and no XLIFF 1.2"));
        return Err(Box::new(problem.at(source.span(root.place.clone())).hint("save it as XLIFF 1.2")));
    }
    let mut out = Vec::new();
    for file in root.all("file") {
        let header = file.find("header").and_then(|h| h.find("phase-group"));
        let phases: BTreeMap<&str, (&str, Option<NaiveDate>)> = header
            .into_iter()
            .flat_map(|group| group.all("phase"))
            .filter_map(|p| {
                Some((p.get("phase-name")?, (p.get("contact-name").unwrap_or_default(), p.get("date").and_then(day))))
            })
            .collect();
        let languages = [("source-language", "ar"), ("target-language", "en")];
        for (attribute, language) in languages {
            if let Some(other) = file.get(attribute).filter(|code| !is_language(Some(code), language)) {
                let problem = Diagnostic::error(Code::ExchangeFile, format!("`{attribute}` is `{other}`, and not `{language}`"));
                return Err(Box::new(
                    problem.at(source.span(file.place.clone())).hint("translations are from Arabic into English"),
                ));
            }
        }
        let mut units = Vec::new();
        file.deep("trans-unit", &mut units);
        out.extend(units.into_iter().map(|unit| placed(unit, file, &phases)));
    }
    Ok(out)
}

fn placed(element: &Element, file: &Element, phases: &BTreeMap<&str, (&str, Option<NaiveDate>)>) -> Placed {
    let words = |name: &str| element.find(name).map(Element::words).unwrap_or_default();
    let target = element.find("target");
    let state = target.and_then(|t| t.get("state")).unwrap_or_default();
    let phase = target.and_then(|t| t.get("phase-name")).and_then(|name| phases.get(name));
    let context = |kind: &str| {
        let all = element.all("context-group").flat_map(|group| group.all("context"));
        all.into_iter().find(|c| c.get("context-type") == Some(kind)).map(Element::words)
    };
    let gloss = element.all("alt-trans").find(|a| a.get("origin") == Some(GLOSS)).and_then(|a| a.find("target"));
    let unit = Unit {
        id: element.get("id").unwrap_or_default().to_owned(),
        ar: words("source"),
        en: words("target"),
        by: phase.map_or_else(String::new, |(by, _)| (*by).to_owned()),
        date: phase.and_then(|(_, date)| *date),
        note: element.all("note").find(|n| n.get("from") == Some(PERSON)).map(Element::words).unwrap_or_default(),
        gloss: gloss.map(Element::words).unwrap_or_default(),
        path: file.get("original").unwrap_or_default().to_owned(),
        line: context("linenumber").and_then(|n| n.trim().parse().ok()).unwrap_or_default(),
    };
    Placed { unit, unsure: state == "new" || state.starts_with("needs-"), place: element.place.clone() }
}
