//! What a reader would look for and this brief does not have: said, and counted.

use std::collections::BTreeSet;

use super::context::Brief;
use super::parts::{Gap, Participant, Source, Statement};
use super::person::UNKNOWN;
use super::seats::{government, surname};
use super::speakers::{all, at_the_table, side};
use super::told::Shown;
use crate::arabic::fold::fold;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;

/// The gaps of a brief whose other sections are filled.
pub(super) fn gaps(brief: &Brief, round: &Round, lexicon: &Lexicon) -> Vec<Gap> {
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
    // Words that are read (`سكان`, `أطباء`) and surnames of participants are not unknown.
    let unread = |s: &&Statement| s.speaker.en.ends_with('*') || s.speaker.en == UNKNOWN;
    let full = |ar: &str| {
        let alone = ar.split_whitespace().count() == 1;
        let of = |p: &Participant| {
            let last = alone && p.ar.contains(' ') && surname(&p.ar) == surname(ar);
            !p.id.is_empty() && (last || fold(&p.ar) == fold(ar))
        };
        brief.participants.iter().any(of)
    };
    // In Latin letters, where the name could be read.
    let unknown: BTreeSet<(&str, &str)> = of(brief, "not-in-glossary")
        .filter(unread)
        .map(|s| (s.speaker.en.as_str(), s.speaker.ar.as_str()))
        .filter(|(_, ar)| !full(ar))
        .collect();
    // `العمامي` beside `أمراجع العمامي`: one of them.
    let again =
        |ar: &str| !ar.contains(' ') && unknown.iter().any(|(_, full)| full.contains(' ') && surname(full) == surname(ar));
    let unknown: BTreeSet<(&str, &str)> = unknown.iter().copied().filter(|(_, ar)| !again(ar)).collect();
    if !unknown.is_empty() {
        let name = |(en, ar): &(&str, &str)| if en.ends_with('*') { format!("{en} {ar}") } else { (*ar).to_owned() };
        let names: Vec<String> = unknown.iter().map(name).collect();
        out.push(gap("speaker", format!("speakers whom the glossary does not know: {}", names.join("; "))));
    }
    out.extend(arabic_only(brief).map(|text| gap("English", text)));
    out.extend(
        silent(brief, round, lexicon)
            .into_iter()
            .map(|party| gap("party", format!("{party}: no statement found in the sources"))),
    );
    let date =
        |s: &Source| s.date.is_none().then(|| gap("date", format!("{}: no date is stated, and none could be inferred", s.path)));
    out.extend(brief.sources.iter().filter_map(date));
    out
}

/// What the brief cites and has no English for: a reader without Arabic finds nothing of it.
fn arabic_only(brief: &Brief) -> Option<String> {
    let points = brief.key_points.iter().filter(|p| p.en.text.is_empty()).flat_map(|p| &p.citations);
    let said = brief.positions.iter().flat_map(|p| &p.statements);
    let said = said.filter(|s| s.en.text.is_empty()).flat_map(|s| &s.citations);
    let next = brief.next.iter().filter(|n| n.en.text.is_empty()).flat_map(|n| &n.citations);
    let english = Shown::in_english(brief);
    let cited: BTreeSet<(&str, u32)> =
        points.chain(said).chain(next).filter(|c| !english.most(c)).map(|c| (c.source.as_str(), c.sentence)).collect();
    let name = |id: &str| {
        let outlet = brief.sources.iter().find(|s| s.id == id).map(|s| s.outlet.clone());
        outlet.filter(|o| !o.is_empty()).unwrap_or_else(|| id.to_owned())
    };
    let list: Vec<String> = cited.iter().map(|(source, n)| format!("{}:{n}", name(source))).collect();
    match list.len() {
        0 => None,
        1 => Some(format!("1 point or statement has no English: {}", list[0])),
        n => Some(format!("{n} points or statements have no English: {}", list.join(", "))),
    }
}

fn of<'b>(brief: &'b Brief, id: &'b str) -> impl Iterator<Item = &'b Statement> {
    brief.positions.iter().filter(move |p| p.party.id == id).flat_map(|p| &p.statements)
}

/// Sides that were there, expected or away, and of whom no source quotes a word.
fn silent(brief: &Brief, round: &Round, lexicon: &Lexicon) -> Vec<String> {
    let several = |id: &str| lexicon.entry(id).is_some_and(|e| e.role.as_deref() == Some("several"));
    let heard: BTreeSet<&str> = brief.positions.iter().map(|p| p.party.en.as_str()).collect();
    // A country speaks where its government does.
    let seat = |id: &str| government(id, lexicon).or_else(|| lexicon.number(id));
    let table = |id: &str| seat(id).map(|id| at_the_table(lexicon, side(lexicon, id)));
    let seats: BTreeSet<EntryId> = brief.positions.iter().filter_map(|p| table(&p.party.id)).collect();
    // `وغاب المبعوث، وعزا مكتبه ذلك إلى`, `مصدر في الخارجية التركية`: a speaker of no known side, in a sentence on this one.
    let perhaps: BTreeSet<EntryId> = all(&round.articles)
        .iter()
        .filter(|said| said.side(lexicon).is_none())
        .flat_map(|said| {
            said.analysis.sentences[said.statement.sentence as usize]
                .mentions
                .iter()
                .filter(|m| m.end <= said.statement.content.0)
        })
        .map(|m| at_the_table(lexicon, side(lexicon, m.entry)))
        .collect();
    // `وقال فريق المبعوث`, `قدرت المنظمة الدولية`: words for the United Nations that are no entry.
    let envoys = all(&round.articles).iter().any(|said| {
        let words = said.text(said.statement.speaker.span);
        ["المبعوث", "الأممي", "الأمم المتحدة", "المنظمة الدولية", "البعثة الأممية"].iter().any(|w| words.contains(w))
    });
    let heard_there = envoys.then(|| lexicon.number("united_nations")).flatten();
    let mut out: Vec<String> = Vec::new();
    for p in brief.participants.iter().filter(|p| !matches!(p.presence.as_str(), "mentioned" | "elsewhere" | "observer")) {
        let name = if p.party.is_empty() { &p.en } else { &p.party };
        let seated = table(&p.id).is_some_and(|seat| seats.contains(&seat));
        let party = |p: &Participant| table(&p.id).is_some_and(|seat| perhaps.contains(&seat));
        // Several states have no one voice.
        let group = p.role == "side" && p.en.ends_with(" states") && !p.en.starts_with("United");
        let envoy = heard_there.is_some_and(|un| table(&p.id) == Some(un));
        if party(p) || group || envoy {
            continue;
        }
        // A guest at the table is no side of which a reader looks for a word.
        let own = p.role.is_empty()
            || ["side", "delegat", "negotiator", "envoy", "mediator", "spokes"].iter().any(|w| p.role.contains(w));
        if !own && p.presence == "attended" {
            continue;
        }
        let unknown = p.id.is_empty() && p.party.is_empty();
        if !unknown && !heard.contains(name.as_str()) && !seated && !out.contains(name) && !several(&p.id) {
            out.push(name.clone());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::parts::Also;
    use crate::brief::testing::brief;

    #[test]
    fn what_another_line_has_in_english_is_no_gap() {
        let text = "انطلقت اليوم الجولة الرابعة من محادثات أستانا بين الحكومة السورية والمعارضة.\n\nوقال رئيس وفد الحكومة السورية بشار الجعفري إن المحادثات كانت مثمرة.";
        let mut brief = brief("2017-05-03", text);
        assert_eq!(arabic_only(&brief), None);
        brief.key_points.clear();
        brief.also.clear();
        let said = &mut brief.positions[0].statements[0];
        let en = std::mem::take(&mut said.en);
        let (ar, citations) = (said.ar.clone(), said.citations.clone());
        assert_eq!(arabic_only(&brief).as_deref(), Some("1 point or statement has no English: a:2"));
        brief.also.push(Also { ar, en, background: false, citations });
        assert_eq!(arabic_only(&brief), None);
    }
}
