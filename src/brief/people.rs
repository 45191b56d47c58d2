//! Who and what is named in a round: persons and delegations with their presence, names and terms. Persons whom the glossary does not know, and offices whose holder is not named, are in `introduced`.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::capacity::capacities;
use super::cite::Cites;
use super::introduced;
use super::parts::{Citation, Participant, Term};
use super::sections::others;
use super::speakers::{COURTESIES, Person, Said, all, compose, side};
use crate::analysis::presence::Attendance;
use crate::analysis::statements::Who;
use crate::analysis::{Analysis, Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;

/// Roles whose holder, speaking, is at the talks.
pub(super) const DELEGATES: [&str; 6] =
    ["head of delegation", "chief negotiator", "negotiator", "mediator", "deputy head of delegation", "member of the delegation"];

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
    /// Said to head a delegation.
    heads: bool,
    /// Spoke to the press, with no word of where else.
    press: bool,
    /// Spoke where the talks are held.
    here: bool,
    /// The side of one whom no entry knows.
    side: Option<EntryId>,
    spoke: bool,
    elsewhere: bool,
    /// `sponsor`, `mediator` or `observer`, and where it is said.
    capacity: Option<&'a str>,
    capacity_at: Vec<Citation>,
}

/// Who is named: by an entry, or in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Entry(EntryId),
    Words(String),
}

/// Persons named in the round and delegations whose presence is told, most named first.
pub(super) fn participants(round: &Round, given: &Given, host: Option<EntryId>, cites: &mut Cites) -> Vec<Participant> {
    let lexicon = given.lexicon;
    let mut found: BTreeMap<Key, Named> = BTreeMap::new();
    for (article, analysis) in &round.articles {
        let mut cited: BTreeSet<EntryId> = BTreeSet::new();
        for (i, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| !s.background) {
            for m in sentence.mentions.iter().filter(|m| lexicon.entries[m.entry as usize].kind == Kind::Person) {
                // `السيد فوزي الفلاني` is not the Fawzi of the glossary.
                if introduced::within(article, analysis, m) {
                    continue;
                }
                let ar = &article.text[m.start as usize..m.end as usize];
                let named = found.entry(Key::Entry(m.entry)).or_default();
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
                }
                let office = office(article, sentence, m.start, lexicon);
                named.delegate |=
                    delegate(&office) || met(article, sentence, &office, lexicon) && !others(sentence, round, given);
                if cited.insert(m.entry) {
                    named.citations.push(cites.cite(article, i, m.start, m.end));
                }
            }
        }
        for p in &analysis.presence {
            let kind = lexicon.entries[p.who as usize].kind;
            if p.heads && of_others(article, analysis, p.sentence as usize, p.span, round, given) {
                continue;
            }
            let named = found.entry(Key::Entry(p.who)).or_default();
            if kind != Kind::Person && named.ar.is_empty() {
                lexicon.entries[p.who as usize].ar.first().cloned().unwrap_or_default().clone_into(&mut named.ar);
            }
            named.count += u32::from(kind != Kind::Person);
            named.told(p.attendance, || cites.cite(article, p.sentence as usize, p.span.0, p.span.1));
            if kind == Kind::Person && p.heads {
                named.heads = true;
            }
        }
        for n in &analysis.named {
            if n.heads && of_others(article, analysis, n.sentence as usize, n.span, round, given) {
                continue;
            }
            let person = Person { article, analysis, who: &n.speaker };
            let Some(name) = introduced::name(&person, n.attendance.is_some(), lexicon) else { continue };
            let named = found.entry(Key::Words(name)).or_default();
            named.introduced(&person, lexicon);
            named.heads |= n.heads;
            match n.attendance {
                Some(attendance) => named.told(attendance, || cites.cite(article, n.sentence as usize, n.span.0, n.span.1)),
                None => named.citations.push(cites.cite(article, n.sentence as usize, n.span.0, n.span.1)),
            }
        }
    }
    for c in capacities(round, given) {
        let named = found.entry(Key::Entry(c.who)).or_default();
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
        // `مصدر مقرب من فلان`: another speaks for him.
        if said.person().title(lexicon).is_some_and(|id| lexicon.entries[id as usize].role.as_deref() == Some("source")) {
            continue;
        }
        let role = said.speaker(lexicon).role;
        let named = match said.statement.speaker.who {
            Who::Entry(id) => match found.get_mut(&Key::Entry(id)) {
                Some(named) => named,
                None => continue,
            },
            _ => {
                let Some(name) = introduced::name(&said.person(), false, lexicon) else { continue };
                let named = found.entry(Key::Words(name)).or_default();
                named.introduced(&said.person(), lexicon);
                if named.citations.is_empty() {
                    let (start, end) = said.statement.speaker.span;
                    let holds = |s: &Sentence| s.start <= start && end <= s.end;
                    named
                        .citations
                        .extend(said.analysis.sentences.iter().position(holds).map(|n| cites.cite(said.article, n, start, end)));
                }
                named
            }
        };
        named.spoke = true;
        let posted = posted(&said);
        named.delegate |= (delegate(&role) || said.person().in_delegation(lexicon)) && !posted;
        named.press |= !posted && to_the_press(&said);
        named.here |= !posted && placed(&said, lexicon, place, true);
        if named.role.is_empty() {
            named.role = role;
        }
        named.elsewhere |= placed(&said, lexicon, place, false);
    }
    let mut out: Vec<(u32, Participant)> =
        found.into_iter().map(|(key, n)| (n.count, n.participant(key, host, lexicon))).collect();
    let sides = |p: &Participant| matches!(p.role.as_str(), "delegation" | "side");
    out.sort_by(|(a, x), (b, y)| (sides(x), b, &x.id, &x.en).cmp(&(sides(y), a, &y.id, &y.en)));
    out.into_iter().map(|(_, p)| p).collect()
}

impl Named<'_> {
    /// Takes up what is said of the attendance; the strongest counts.
    fn told(&mut self, attendance: Attendance, cite: impl FnOnce() -> Citation) {
        if self.attendance.is_none_or(|a| attendance > a) {
            self.attendance = Some(attendance);
            self.evidence.clear();
        }
        if self.attendance == Some(attendance) {
            self.evidence.push(cite());
        }
    }

    /// Takes up how an article names somebody whom the glossary does not know.
    fn introduced(&mut self, person: &Person, lexicon: &Lexicon) {
        self.count += 1;
        let ar = person.words();
        if ar.chars().count() > self.ar.chars().count() {
            ar.clone_into(&mut self.ar);
        }
        let role = person.role(lexicon);
        self.delegate |= delegate(&role) || person.in_delegation(lexicon);
        if self.role.is_empty() || delegate(&role) && !delegate(&self.role) {
            self.role = role;
        }
        self.side = self.side.or_else(|| person.side(lexicon));
    }

    fn participant(self, key: Key, host: Option<EntryId>, lexicon: &Lexicon) -> Participant {
        let n = self;
        let entry = match &key {
            Key::Entry(id) => Some(&lexicon.entries[*id as usize]),
            Key::Words(_) => None,
        };
        let of = match &key {
            Key::Entry(id) => Some(side(lexicon, *id)),
            Key::Words(_) => n.side,
        };
        let leads = [&n.role, &n.office].iter().any(|r| r.starts_with("head of delegation"));
        let mediates = envoy(&n.role) || envoy(&n.office);
        let told = n.capacity.filter(|_| !matches!(n.attendance, Some(Attendance::Absent | Attendance::Withdrew)));
        let presence = match (told, n.attendance) {
            (Some(role), _) => role,
            (None, Some(a)) => a.as_str(),
            (None, None) if leads => "attended",
            (None, None) if n.elsewhere => "elsewhere",
            (None, None) if n.delegate || n.here || n.press && mediates => "attended",
            (None, None) if n.spoke && of.is_some() && of == host => "host",
            (None, None) => "mentioned",
        };
        let citations = match (told, n.evidence.is_empty()) {
            (Some(_), _) => n.capacity_at,
            (None, true) => n.citations,
            (None, false) => n.evidence,
        };
        let own = matches!(&key, Key::Entry(id) if of == Some(*id));
        let party = of.filter(|_| !own).map_or_else(String::new, |of| lexicon.entries[of as usize].en.preferred.clone());
        let role = match entry {
            Some(e) if e.kind != Kind::Person => {
                if e.en.preferred.contains("delegation") { "delegation" } else { "side" }.to_owned()
            }
            _ => {
                // The office that tells of the delegation comes before another of the same person.
                let offices = [n.role, n.office];
                let best = offices.iter().find(|r| delegate(r)).cloned();
                let any = offices.into_iter().find(|r| !r.is_empty()).unwrap_or_default();
                best.unwrap_or_else(|| if n.heads { "head of delegation".to_owned() } else { any })
            }
        };
        let en = match (&key, entry) {
            (_, Some(e)) => e.en.preferred.clone(),
            (Key::Words(name), None) => name.clone(),
            (Key::Entry(_), None) => String::new(),
        };
        // `Deputy Foreign Minister of Turkey (not named)`: the office is the name.
        let role = if en.ends_with(introduced::UNNAMED) { String::new() } else { role };
        Participant {
            id: entry.map_or_else(String::new, |e| e.id.clone()),
            en,
            ar: n.ar,
            role,
            party,
            presence: presence.to_owned(),
            citations,
        }
    }
}

/// True for an office in a delegation.
fn delegate(role: &str) -> bool {
    DELEGATES.iter().any(|d| role.starts_with(d)) || role.contains(" delegation")
}

/// True for the office of one who mediates.
fn envoy(role: &str) -> bool {
    ["envoy", "mediator", "head of mission"].iter().any(|w| role.contains(w))
}

/// `وأضاف المبعوث للصحفيين`, `في مؤتمر صحفي`: said at the talks, unless it is said where else.
fn to_the_press(said: &Said) -> bool {
    let Some(verb) = said.statement.verb.filter(|verb| verb.span.1 < said.statement.content.0) else { return false };
    let words = said.text((verb.span.1, said.statement.content.0));
    ["مؤتمر صحفي", "مؤتمر صحافي", "للصحفيين", "للصحافيين"].iter().any(|w| words.contains(w))
}

/// True where the sentence tells that one who mediates met the delegations: `والتقى الوفد المبعوث فلان`.
fn met(article: &Article, s: &Sentence, office: &str, lexicon: &Lexicon) -> bool {
    if !envoy(office) {
        return false;
    }
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    let delegation = s
        .mentions
        .iter()
        .any(|m| entry(m).id == "delegation" || entry(m).kind == Kind::Party && entry(m).id.contains("delegation"));
    let to_come = |m: &Mention| {
        let before = &article.text[s.start as usize..m.start as usize];
        before.ends_with('س') || before.trim_end().ends_with(" أن") || before.trim_end().ends_with("سوف")
    };
    let meets = |m: &&Mention| {
        (entry(m).id == "verb_meet" || entry(m).role.as_deref() == Some("talks") || entry(m).role.as_deref() == Some("format"))
            && !to_come(m)
    };
    delegation && s.mentions.iter().any(|m| meets(&m)) && !s.mentions.iter().any(|m| entry(m).kind == Kind::Negator)
}

/// True for what is told of the talks of another track: the sentence names them outside of what somebody says, or goes on from one that does.
fn of_others(article: &Article, analysis: &Analysis, n: usize, span: (u32, u32), round: &Round, given: &Given) -> bool {
    let names = |s: &Sentence, own: bool| {
        let said = |m: &Mention| {
            let holds = |x: (u32, u32)| x.0 <= m.start && m.end <= x.1 && !(x.0 <= span.0 && span.1 <= x.1);
            analysis.statements.iter().any(|x| holds(x.content))
        };
        let track = |m: &&Mention| given.tracks.marked_by(m.entry).is_some_and(|t| (t == round.track) == own);
        s.mentions.iter().filter(track).any(|m| own || !said(m))
    };
    let s = &analysis.sentences[n];
    let goes_on = article.text[s.start as usize..s.end as usize].trim_start().starts_with("وكان");
    let before = n.checked_sub(1).map(|n| &analysis.sentences[n]).filter(|b| goes_on && b.paragraph == s.paragraph);
    !names(s, true) && (names(s, false) || before.is_some_and(|b| names(b, false)))
}

/// The office directly before a name, in English: `نائب مستشار وزارة الخارجية، X`.
fn office(article: &Article, s: &Sentence, name: u32, lexicon: &Lexicon) -> String {
    let kind = |entry: EntryId| lexicon.entries[entry as usize].kind;
    let Some(at) = s.mentions.iter().rposition(|m| m.end <= name && kind(m.entry) == Kind::Title) else { return String::new() };
    let title = &s.mentions[at];
    // `مصدر مقرب من فلان`, `السيد فلان`: no office of his.
    let office = &lexicon.entries[title.entry as usize];
    if office.role.as_deref() == Some("source") || COURTESIES.contains(&office.id.as_str()) {
        return String::new();
    }
    // `وفد الحكومة الذي غادر رئيسه فلان`: of the delegation.
    let words = &article.text[title.start as usize..title.end as usize];
    let own = matches!(words, "رئيسه" | "رئيسها" | "رئيسهم");
    let team = |m: &Mention| lexicon.entries[m.entry as usize].id.contains("delegation");
    if own && s.mentions[..at].iter().any(team) {
        return "head of delegation".to_owned();
    }
    let between = &article.text[title.end as usize..name as usize];
    // `كبير مساعدي وزير الخارجية فلان`: he is no minister.
    let before = at.checked_sub(1).map(|b| &s.mentions[b]).filter(|b| kind(b.entry) == Kind::Title);
    if let Some(before) = before.filter(|b| article.text[b.end as usize..title.start as usize].trim().is_empty()) {
        let (aide, boss) = (&lexicon.entries[before.entry as usize].en.preferred, &office.en.preferred);
        let known = ["assistant", "adviser", "deputy"].contains(&aide.as_str());
        return if known { format!("{aide} to the {boss}") } else { String::new() };
    }
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

/// True if the words place the speaker in another city, or `here`: between the verb and the content, or before the verb.
fn placed(said: &Said, lexicon: &Lexicon, place: Option<EntryId>, here: bool) -> bool {
    let Some(place) = place else { return false };
    let Some(verb) = said.statement.verb else { return false };
    let sentence = &said.analysis.sentences[said.statement.sentence as usize];
    let other = |entry: EntryId| {
        if here {
            return entry == place && lexicon.entries[entry as usize].kind == Kind::Place;
        }
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
