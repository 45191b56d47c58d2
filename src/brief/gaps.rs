//! What a reader would look for and this brief does not have: said, and counted.

use std::collections::BTreeSet;

use super::context::Brief;
use super::parts::{Gap, Source, Statement};
use super::speakers::{at_the_table, side};
use crate::glossary::lexicon::{EntryId, Lexicon};

/// The gaps of a brief whose other sections are filled.
pub(super) fn gaps(brief: &Brief, lexicon: &Lexicon) -> Vec<Gap> {
    let gap = |kind: &str, text: String| Gap { kind: kind.to_owned(), text };
    let section = |empty: bool, name: &str| empty.then(|| gap("section", format!("{name}: nothing found by rule")));
    let mut out: Vec<Gap> = [
        section(brief.outcomes.is_empty(), "Outcomes"),
        section(brief.positions.is_empty(), "Positions"),
        section(brief.agenda.is_empty(), "Agenda"),
        section(brief.next.is_empty(), "Next dates"),
        section(brief.figures.is_empty(), "Figures"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let unresolved = of(brief, "unresolved").count();
    if unresolved > 0 {
        let statements =
            if unresolved == 1 { "1 statement has a speaker" } else { &format!("{unresolved} statements have speakers") };
        out.push(gap("speaker", format!("{statements} left out by the source who could not be resolved")));
    }
    let unknown: BTreeSet<&str> = of(brief, "not-in-glossary").map(|s| s.speaker.ar.as_str()).collect();
    if !unknown.is_empty() {
        let names: Vec<&str> = unknown.into_iter().collect();
        out.push(gap("speaker", format!("speakers whom the glossary does not know: {}", names.join("، "))));
    }
    out.extend(
        silent(brief, lexicon).into_iter().map(|party| gap("party", format!("{party}: no statement found in the sources"))),
    );
    let date =
        |s: &Source| s.date.is_none().then(|| gap("date", format!("{}: no date is stated, and none could be inferred", s.path)));
    out.extend(brief.sources.iter().filter_map(date));
    out
}

fn of<'b>(brief: &'b Brief, id: &'b str) -> impl Iterator<Item = &'b Statement> {
    brief.positions.iter().filter(move |p| p.party.id == id).flat_map(|p| &p.statements)
}

/// Sides that were there, expected or away, and of whom no source quotes a word.
fn silent(brief: &Brief, lexicon: &Lexicon) -> Vec<String> {
    let several = |id: &str| lexicon.entry(id).is_some_and(|e| e.role.as_deref() == Some("several"));
    let heard: BTreeSet<&str> = brief.positions.iter().map(|p| p.party.en.as_str()).collect();
    let table = |id: &str| lexicon.number(id).map(|id| at_the_table(lexicon, side(lexicon, id)));
    let seats: BTreeSet<EntryId> = brief.positions.iter().filter_map(|p| table(&p.party.id)).collect();
    let mut out: Vec<String> = Vec::new();
    for p in brief.participants.iter().filter(|p| !matches!(p.presence.as_str(), "mentioned" | "elsewhere" | "observer")) {
        let name = if p.party.is_empty() { &p.en } else { &p.party };
        let seated = table(&p.id).is_some_and(|seat| seats.contains(&seat));
        let unknown = p.id.is_empty() && p.party.is_empty();
        if !unknown && !heard.contains(name.as_str()) && !seated && !out.contains(name) && !several(&p.id) {
            out.push(name.clone());
        }
    }
    out
}
