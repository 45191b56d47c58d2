//! Who and what is named in a round: persons and delegations with their presence, names and terms.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::capacity::capacities;
use super::cite::Cites;
use super::parts::{Citation, Participant, Term};
use super::speakers::{Said, all, compose, side};
use crate::analysis::Sentence;
use crate::analysis::presence::Attendance;
use crate::analysis::statements::Who;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;

/// Roles whose holder, speaking, is at the talks.
pub(super) const DELEGATES: [&str; 7] = [
    "head of delegation",
    "chief negotiator",
    "negotiator",
    "mediator",
    "deputy head of delegation",
    "member of the delegation",
    "Co-Chair",
];

/// Words that say who heads a delegation.
const HEADS: [&str; 6] = ["رأس", "ترأس", "يرأس", "يترأس", "برئاسة", "رأست"];

/// Words behind a name that say so.
const HEADING: [&str; 3] = ["رئاسة وفد", "رئاسة الوفد", "قيادة وفد"];

/// Bytes from the start of a sentence in which `وفي عمان` places what follows.
const OPENING: u32 = 24;

#[derive(Default)]
struct Named<'a> {
    count: u32,
    ar: String,
    citations: Vec<Citation>,
    role: String,
    /// The office that stands before the name.
    office: String,
    attendance: Option<Attendance>,
    evidence: Vec<Citation>,
    delegate: bool,
    spoke: bool,
    elsewhere: bool,
    /// `sponsor`, `mediator` or `observer`, and where it is said.
    capacity: Option<&'a str>,
    capacity_at: Vec<Citation>,
}

/// Persons named in the round and delegations whose presence is told, most named first.
pub(super) fn participants(round: &Round, given: &Given, host: Option<EntryId>, cites: &mut Cites) -> Vec<Participant> {
    let lexicon = given.lexicon;
    let mut found: BTreeMap<EntryId, Named> = BTreeMap::new();
    for (article, analysis) in &round.articles {
        let mut cited: BTreeSet<EntryId> = BTreeSet::new();
        for (i, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| !s.background) {
            for m in sentence.mentions.iter().filter(|m| lexicon.entries[m.entry as usize].kind == Kind::Person) {
                let ar = &article.text[m.start as usize..m.end as usize];
                let named = found.entry(m.entry).or_default();
                named.count += 1;
                if ar.chars().count() > named.ar.chars().count() {
                    ar.clone_into(&mut named.ar);
                }
                if named.office.is_empty() {
                    named.office = office(article, sentence, m.start, lexicon);
                    // `يتولى أحمد سالم رئاسة وفد الحكومة`
                    let behind = article.text[m.end as usize..sentence.end as usize].trim_start();
                    if named.office.is_empty() && HEADING.iter().any(|h| behind.starts_with(h)) {
                        "head of delegation".clone_into(&mut named.office);
                    }
                    named.delegate |= DELEGATES.iter().any(|d| named.office.starts_with(d));
                }
                if cited.insert(m.entry) {
                    named.citations.push(cites.cite(article, i, m.start, m.end));
                }
            }
        }
        for p in &analysis.presence {
            let kind = lexicon.entries[p.who as usize].kind;
            let named = found.entry(p.who).or_default();
            if kind != Kind::Person && named.ar.is_empty() {
                lexicon.entries[p.who as usize].ar.first().cloned().unwrap_or_default().clone_into(&mut named.ar);
            }
            named.count += u32::from(kind != Kind::Person);
            if named.attendance.is_none_or(|a| p.attendance > a) {
                named.attendance = Some(p.attendance);
                named.evidence.clear();
            }
            let words = &article.text[p.span.0 as usize..p.span.1 as usize];
            if kind == Kind::Person
                && named.office.is_empty()
                && HEADS.iter().any(|h| words.trim_start_matches('و').starts_with(h))
            {
                "head of delegation".clone_into(&mut named.office);
            }
            if named.attendance == Some(p.attendance) {
                named.evidence.push(cites.cite(article, p.sentence as usize, p.span.0, p.span.1));
            }
        }
    }
    for c in capacities(round, given) {
        let named = found.entry(c.who).or_default();
        if named.ar.is_empty() {
            lexicon.entries[c.who as usize].ar.first().cloned().unwrap_or_default().clone_into(&mut named.ar);
        }
        named.count += 1;
        if named.capacity.is_none_or(|r| r == c.role) {
            named.capacity = Some(c.role);
            named.capacity_at.push(cites.cite(c.article, c.sentence, c.span.0, c.span.1));
        }
    }
    let place = place(round, given);
    for said in all(&round.articles) {
        let Who::Entry(id) = said.statement.speaker.who else { continue };
        let Some(named) = found.get_mut(&id) else { continue };
        let role = said.speaker(lexicon).role;
        named.spoke = true;
        named.delegate |= DELEGATES.iter().any(|d| role.starts_with(d)) && !posted(&said);
        if named.role.is_empty() {
            named.role = role;
        }
        named.elsewhere |= elsewhere(&said, lexicon, place);
    }
    let mut out: Vec<(u32, Participant)> = found
        .into_iter()
        .map(|(id, n)| {
            let entry = &lexicon.entries[id as usize];
            let of = side(lexicon, id);
            let told = n.capacity.filter(|_| !matches!(n.attendance, Some(Attendance::Absent | Attendance::Withdrew)));
            let presence = match (told, n.attendance) {
                (Some(role), _) => role,
                (None, Some(a)) => a.as_str(),
                (None, None) if n.elsewhere => "elsewhere",
                (None, None) if n.delegate => "attended",
                (None, None) if n.spoke && Some(of) == host => "host",
                (None, None) => "mentioned",
            };
            let citations = match (told, n.evidence.is_empty()) {
                (Some(_), _) => n.capacity_at,
                (None, true) => n.citations,
                (None, false) => n.evidence,
            };
            let party = if of == id { String::new() } else { lexicon.entries[of as usize].en.preferred.clone() };
            let participant = Participant {
                id: entry.id.clone(),
                en: entry.en.preferred.clone(),
                ar: n.ar,
                role: if entry.kind == Kind::Person {
                    if n.role.is_empty() { n.office } else { n.role }
                } else {
                    if entry.en.preferred.contains("delegation") { "delegation" } else { "side" }.to_owned()
                },
                party,
                presence: presence.to_owned(),
                citations,
            };
            (n.count, participant)
        })
        .collect();
    let sides = |p: &Participant| matches!(p.role.as_str(), "delegation" | "side");
    out.sort_by(|(a, x), (b, y)| (sides(x), b, &x.id).cmp(&(sides(y), a, &y.id)));
    out.into_iter().map(|(_, p)| p).collect()
}

/// The office directly before a name, in English: `نائب مستشار وزارة الخارجية، X`.
fn office(article: &Article, s: &Sentence, name: u32, lexicon: &Lexicon) -> String {
    let kind = |entry: EntryId| lexicon.entries[entry as usize].kind;
    let Some(at) = s.mentions.iter().rposition(|m| m.end <= name && kind(m.entry) == Kind::Title) else { return String::new() };
    let title = &s.mentions[at];
    let between = &article.text[title.end as usize..name as usize];
    let person = s.mentions[at + 1..].iter().any(|m| m.end <= name && kind(m.entry) == Kind::Person);
    let marks = between.trim().trim_end_matches(['،', ',']).contains(['،', ',', '.', '"', ':', '؛']);
    // `مبعوث الرئيس X`: X is the president.
    let words = &article.text[title.start as usize..title.end as usize];
    let within = between.trim().is_empty() && words.rsplit_once(' ').is_some_and(|(_, last)| lexicon.is_title(last));
    // `خولة مطر، نائبة المبعوث الأممي غير بيدرسون`: the office is hers, and he is the envoy.
    let front = article.text[..title.start as usize].trim_end().trim_end_matches(['،', ',']);
    let hers = s.mentions[..at].iter().any(|m| m.end as usize == front.len() && kind(m.entry) == Kind::Person);
    if hers || within || person || marks || between.split_whitespace().count() > 5 {
        return String::new();
    }
    let of = s.mentions[at + 1..].iter().filter(|m| m.end <= name).find_map(|m| match kind(m.entry) {
        Kind::Demonym => lexicon.entries[m.entry as usize].country.as_deref().and_then(|id| lexicon.entry(id)),
        Kind::Country | Kind::Organization | Kind::Party => Some(&lexicon.entries[m.entry as usize]),
        _ => None,
    });
    compose(&lexicon.entries[title.entry as usize], of, between.contains("إلى "))
}

/// The place of the round.
fn place(round: &Round, given: &Given) -> Option<EntryId> {
    let track = &given.tracks.list[round.track];
    let id = round.data(given.tracks).and_then(|r| r.place.as_deref()).or(track.places.first().map(String::as_str))?;
    given.lexicon.number(id)
}

/// True if the words place the speaker in another city: between the verb and the content, or before the verb.
fn elsewhere(said: &Said, lexicon: &Lexicon, place: Option<EntryId>) -> bool {
    let Some(place) = place else { return false };
    let Some(verb) = said.statement.verb else { return false };
    let sentence = &said.analysis.sentences[said.statement.sentence as usize];
    let other = |entry: EntryId| {
        entry != place
            && lexicon.entries[entry as usize].kind == Kind::Place
            && lexicon.entries[entry as usize].country != lexicon.entries[place as usize].country
    };
    sentence.mentions.iter().any(|m| {
        let before = m.end <= verb.span.0 && m.start < sentence.start + OPENING;
        let between = m.start >= verb.span.1 && m.end <= said.statement.content.0;
        let text = said.article.text[..m.start as usize].trim_end();
        let placed = [" في", " من", "وفي", "ومن"].iter().any(|p| text.ends_with(p));
        (before || between) && placed && other(m.entry)
    })
}

/// True for what was written on a network, from wherever: `في منشور على منصة إكس`.
fn posted(said: &Said) -> bool {
    let Some(verb) = said.statement.verb.filter(|verb| verb.span.1 < said.statement.content.0) else { return false };
    let words = said.text((verb.span.1, said.statement.content.0));
    ["منشور", "تغريد", "تدوين", "تويتر", "فيسبوك", "منصة"].iter().any(|w| words.contains(w))
}

/// Names and terms of the round, by kind, then id.
pub(super) fn terms(round: &Round, given: &Given) -> Vec<Term> {
    let mut found: BTreeMap<(Kind, u32), (u32, BTreeSet<String>)> = BTreeMap::new();
    for (article, analysis) in &round.articles {
        for m in analysis.sentences.iter().flat_map(|s| &s.mentions) {
            let kind = given.lexicon.entries[m.entry as usize].kind;
            let loaded = given.lexicon.entries[m.entry as usize].neutral.is_some();
            if kind.is_name() || kind == Kind::Slot || (kind == Kind::Term && loaded) {
                let (count, forms) = found.entry((kind, m.entry)).or_default();
                *count += 1;
                forms.insert(article.text[m.start as usize..m.end as usize].to_owned());
            }
        }
    }
    let mut out: Vec<(Kind, Term)> = found
        .into_iter()
        .map(|((kind, number), (count, forms))| {
            let entry = &given.lexicon.entries[number as usize];
            let ar = entry.ar.first().cloned().unwrap_or_default();
            let variants = forms.into_iter().filter(|f| *f != ar).collect();
            let term = Term {
                id: entry.id.clone(),
                kind: kind.as_str().to_owned(),
                en: entry.en.preferred.clone(),
                ar,
                variants,
                neutral: entry.neutral.clone().unwrap_or_default(),
                count,
            };
            (kind, term)
        })
        .collect();
    out.sort_by(|(a, x), (b, y)| (a, &x.id).cmp(&(b, &y.id)));
    out.into_iter().map(|(_, t)| t).collect()
}
