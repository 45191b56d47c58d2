//! Who is named in a round: persons and delegations with their presence. Persons whom the glossary does not know, and offices whose holder is not named, are in `introduced`.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::capacity::capacities;
use super::cite::Cites;
use super::deeds;
use super::introduced;
use super::parts::{Citation, Participant};
use super::person::Person;
use super::seats;
use super::sections::{names_others, others, slice};
use super::speakers::{Said, all, side};
use super::there::{
    self, away, came, came_elsewhere, delegate, envoy, heads_before, member_before, members, members_unknown, met,
    of_another_meeting, of_others, office, place, placed, posted, received_elsewhere, to_the_press,
};
use crate::analysis::Sentence;
use crate::analysis::presence::Attendance;
use crate::analysis::statements::Who;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;

/// Bytes behind words of attendance in which the talks are named.
const BEHIND: u32 = 60;

/// Words behind a name that say so.
const HEADING: [&str; 3] = ["رئاسة وفد", "رئاسة الوفد", "قيادة وفد"];

#[derive(Default)]
struct Named<'a> {
    /// Offices that are none in a delegation, in the order in which they are told.
    posts: Vec<String>,
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

/// The key of an entry: `الأسد` alone stands in an entry of its own, and is the person in full.
fn known(id: EntryId, lexicon: &Lexicon) -> Key {
    let entry = &lexicon.entries[id as usize];
    let full = entry.homograph_of.iter().filter_map(|id| lexicon.number(id)).find(|&full| {
        let it = &lexicon.entries[full as usize];
        entry.kind == Kind::Person
            && it.kind == Kind::Person
            && it.en.preferred == entry.en.preferred
            && it.id.len() < entry.id.len()
    });
    Key::Entry(full.unwrap_or(id))
}

/// A person of the glossary at the end of the words that name somebody: `الرائد فلان`, with a rank that no entry knows.
fn within_words(person: &Person, lexicon: &Lexicon) -> Option<Key> {
    let (start, end) = person.who.span;
    let mentions = person.analysis.sentences.iter().flat_map(|s| &s.mentions);
    let name = mentions.filter(|m| lexicon.entries[m.entry as usize].kind == Kind::Person && start <= m.start && m.end == end);
    let several = |m: &&crate::analysis::Mention| person.article.text[m.start as usize..m.end as usize].contains(' ');
    name.filter(several).map(|m| known(m.entry, lexicon)).next()
}

/// `وكانت القاهرة قد استقبلت وفدا ... وقال عضو الوفد فلان`: of a delegation that is not named, in a paragraph on another city.
fn received(person: &Person, place: Option<EntryId>, lexicon: &Lexicon) -> bool {
    if !person.role(lexicon).contains("that the article does not name") {
        return false;
    }
    let (at, _) = person.who.span;
    let sentences = &person.analysis.sentences;
    let Some(s) = sentences.iter().find(|s| s.start <= at && at < s.end) else { return false };
    let before = sentences.iter().filter(|o| o.paragraph == s.paragraph && o.start <= s.start);
    let country = |id: EntryId| lexicon.entries[id as usize].country.as_deref();
    let places: Vec<EntryId> = before
        .flat_map(|o| &o.mentions)
        .map(|m| m.entry)
        .filter(|&id| lexicon.entries[id as usize].kind == Kind::Place && country(id).is_some())
        .collect();
    let here = |id: &EntryId| place.is_some_and(|p| *id == p || country(*id) == country(p));
    !places.is_empty() && !places.iter().any(here)
}

/// True if the sentence says of the name at these bytes that its holder came to the talks, or sits in a delegation there.
fn came_here(article: &Article, s: &Sentence, (start, end): (u32, u32), round: &Round, given: &Given) -> bool {
    let member = || members(article, s).is_some_and(|(from, to)| from <= start && end <= to);
    let here = |told: bool| told && !names_others(s, round, given);
    let listed = || there::attended(article, s, given.lexicon).is_some_and(|(from, to)| from <= start && end <= to);
    came(article, (start, end))
        || here(member())
        || here(!s.next_round && listed())
        || here(there::leads_behind(article, s, end))
        || member_before(article, s, start, given.lexicon).is_some()
        || here(deeds::shows(article, s, (start, end), place(round, given), given.lexicon))
        || deeds::beside_the_talks(article, s, start, place(round, given), given.lexicon)
}

/// `سيشارك في اجتماع أستانا`, told of talks in Geneva: other talks are named right behind.
fn names_other_talks(s: &Sentence, (start, end): (u32, u32), round: &Round, given: &Given) -> bool {
    let track = |m: &crate::analysis::Mention| given.tracks.marked_by(m.entry);
    let near = s.mentions.iter().filter(|m| m.start >= start && m.start <= end + BEHIND);
    near.filter_map(track).next().is_some_and(|t| t != round.track)
}

/// Persons named in the round and delegations whose presence is told, most named first.
pub(super) fn participants(round: &Round, given: &Given, host: Option<EntryId>, cites: &mut Cites) -> Vec<Participant> {
    let lexicon = given.lexicon;
    let mut found: BTreeMap<Key, Named> = BTreeMap::new();
    let place = place(round, given);
    for (article, analysis) in &round.articles {
        let mut cited: BTreeSet<EntryId> = BTreeSet::new();
        for (i, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| !s.background) {
            for m in sentence.mentions.iter().filter(|m| lexicon.entries[m.entry as usize].kind == Kind::Person) {
                let follows = there::followed(article, sentence, m.start);
                // `السيد فوزي الفلاني` is not the Fawzi of the glossary.
                if introduced::within(article, analysis, m) {
                    continue;
                }
                let ar = &article.text[m.start as usize..m.end as usize];
                let named = found.entry(known(m.entry, lexicon)).or_default();
                named.count += 1;
                if ar.chars().count() > named.ar.chars().count() {
                    ar.clone_into(&mut named.ar);
                }
                // `يسبقها لقاء بين رئيسي الوفدين فلان وفلان`: of a meeting to come.
                let written = analysis.meta.date.as_ref().map(|d| d.value);
                let later = sentence.dates.iter().any(|d| d.date.zip(written).is_some_and(|(d, w)| d.start > w));
                let to_come = later || analysis.next.contains(&(i as u32));
                if named.office.is_empty() && !follows {
                    let found = heads_before(article, sentence, m.start, lexicon)
                        .map(|(office, _)| office)
                        .unwrap_or_else(|| office(article, sentence, m.start, lexicon));
                    if !(to_come && delegate(&found)) {
                        named.delegate |= found.ends_with(" for the delegation");
                        named.office = found;
                    }
                    // `أحد أعضاء الوفد، العقيد فلان`
                    if named.office.is_empty() && member_before(article, sentence, m.start, lexicon) == Some(true) {
                        "member of the delegation".clone_into(&mut named.office);
                    }
                    // `يتولى أحمد سالم رئاسة وفد الحكومة`
                    let behind = article.text[m.end as usize..sentence.end as usize].trim_start();
                    if named.office.is_empty() && HEADING.iter().any(|h| behind.starts_with(h))
                        || !to_come
                            && (there::heads_behind(article, sentence, m.end, lexicon)
                                || there::leads_behind(article, sentence, m.end))
                            && !others(sentence, round, given)
                    {
                        "head of delegation".clone_into(&mut named.office);
                    }
                }
                // `رئيس الوفد الحكومي وزير الخارجية فلان`: told in another sentence than his first.
                if !follows && !to_come && !others(sentence, round, given) {
                    let heads = heads_before(article, sentence, m.start, lexicon);
                    if let Some((found, side)) = heads.filter(|(found, _)| found.starts_with("head of delegation")) {
                        named.delegate = true;
                        named.side = named.side.or(side);
                        if !delegate(&named.office) {
                            let post = std::mem::replace(&mut named.office, found);
                            named.posts.push(post);
                        }
                    }
                }
                let office = office(article, sentence, m.start, lexicon);
                // `المبعوث الخاص للرئيس إلى سوريا`: whose and where to is not read.
                if !follows && !office.is_empty() && !delegate(&office) && !envoy(&office) {
                    named.posts.push(office.clone());
                }
                let before = i.checked_sub(1).map(|b| &analysis.sentences[b]);
                let announces = deeds::announces(article, sentence, before, (m.start, m.end), place, lexicon);
                let came = || {
                    announces && !names_others(sentence, round, given)
                        || came_here(article, sentence, (m.start, m.end), round, given)
                };
                if !follows && there::stayed_away(article, sentence, m.end) && !names_others(sentence, round, given) {
                    named.told(Attendance::Absent, || cites.cite(article, i, m.start, m.end));
                } else if !follows && came() {
                    named.told(Attendance::Attended, || cites.cite(article, i, m.start, m.end));
                }
                named.delegate |= !follows
                    && (delegate(&office) && !to_come
                        || met(article, sentence, &office, lexicon) && !others(sentence, round, given));
                if cited.insert(m.entry) {
                    named.citations.push(cites.cite(article, i, m.start, m.end));
                }
            }
        }
        for (i, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| !s.background) {
            for (span, name, office) in members_unknown(article, sentence, lexicon) {
                let named = found.entry(Key::Words(name)).or_default();
                named.count += 1;
                slice(article, span).clone_into(&mut named.ar);
                if named.office.is_empty() {
                    named.office = office;
                }
                named.told(Attendance::Attended, || cites.cite(article, i, span.0, span.1));
            }
        }
        // `انطلقت محادثات في غياب وفد الجيش`
        for (i, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| !s.background && !s.next_round) {
            if let Some((who, span)) = away(article, sentence, lexicon).filter(|_| !names_others(sentence, round, given)) {
                let named = found.entry(Key::Entry(who)).or_default();
                lexicon.entries[who as usize].ar.first().cloned().unwrap_or_default().clone_into(&mut named.ar);
                named.count += 1;
                named.told(Attendance::Absent, || cites.cite(article, i, span.0, span.1));
            }
        }
        for p in &analysis.presence {
            let kind = lexicon.entries[p.who as usize].kind;
            if p.heads && of_others(article, analysis, p.sentence as usize, p.span, round, given)
                || received_elsewhere(article, &analysis.sentences[p.sentence as usize], p.span, lexicon, place)
                || came_elsewhere(article, &analysis.sentences[p.sentence as usize], p.span, lexicon, place)
                || names_other_talks(&analysis.sentences[p.sentence as usize], p.span, round, given)
                || of_another_meeting(article, &analysis.sentences[p.sentence as usize], p.span, round, given)
                || kind != Kind::Person && long_before(article, &analysis.sentences[p.sentence as usize], p.span, round, given)
            {
                continue;
            }
            let sentence = &analysis.sentences[p.sentence as usize];
            if p.attendance == Attendance::Absent && there::for_a_time(article, sentence, p.span.1) {
                continue;
            }
            let mut own = sentence.mentions.iter().filter(|m| m.entry == p.who).peekable();
            if kind == Kind::Person && own.peek().is_some() && own.all(|m| there::followed(article, sentence, m.start)) {
                continue;
            }
            let named = found.entry(known(p.who, lexicon)).or_default();
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
            if n.heads
                && (of_others(article, analysis, n.sentence as usize, n.span, round, given)
                    || received_elsewhere(article, &analysis.sentences[n.sentence as usize], n.span, lexicon, place))
            {
                continue;
            }
            let person = Person { article, analysis, who: &n.speaker };
            let Some(name) = introduced::name(&person, n.attendance.is_some(), given) else { continue };
            let named = found.entry(within_words(&person, lexicon).unwrap_or(Key::Words(name))).or_default();
            named.introduced(&person, lexicon);
            let member = delegate(&person.role(lexicon)) || person.in_delegation(lexicon);
            named.delegate |= member && !received(&person, place, lexicon);
            named.heads |= n.heads || there::leads_behind(article, &analysis.sentences[n.sentence as usize], n.speaker.span.1);
            let sentence = &analysis.sentences[n.sentence as usize];
            let there = came_here(article, sentence, n.speaker.span, round, given) && !received(&person, place, lexicon);
            let attendance = n.attendance.or_else(|| there.then_some(Attendance::Attended));
            named.takes(heads_before(article, sentence, n.speaker.span.0, lexicon));
            match attendance {
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
    for said in all(&round.articles) {
        // `مصدر مقرب من فلان`: another speaks for him.
        if said.person().title(lexicon).is_some_and(|id| lexicon.entries[id as usize].role.as_deref() == Some("source")) {
            continue;
        }
        let role = said.speaker(given).role;
        let named = match said.statement.speaker.who {
            Who::Entry(id) => match found.get_mut(&known(id, lexicon)) {
                // For whom they speak here.
                Some(named) => {
                    named.side = named.side.or_else(|| said.side(lexicon));
                    named
                }
                None => continue,
            },
            _ => {
                let Some(name) = introduced::name(&said.person(), false, given) else { continue };
                let key = within_words(&said.person(), lexicon).unwrap_or(Key::Words(name));
                let named = found.entry(key).or_default();
                let (start, _) = said.statement.speaker.span;
                let sentence = &said.analysis.sentences[said.statement.sentence as usize];
                named.takes(heads_before(said.article, sentence, start, lexicon));
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
        named.side = named.side.or_else(|| said.person().side(lexicon));
        let posted = posted(&said);
        named.delegate |=
            (delegate(&role) || said.person().in_delegation(lexicon)) && !posted && !received(&said.person(), place, lexicon);
        named.press |= !posted && to_the_press(&said);
        named.here |= !posted && (placed(&said, lexicon, place, true) || deeds::met_them(&said));
        named.delegate |= member_of_forum(&said);
        if named.role.is_empty() {
            named.role = role;
        }
        named.elsewhere |= placed(&said, lexicon, place, false);
    }
    let mut out: Vec<(u32, Participant)> =
        found.into_iter().map(|(key, n)| (n.count, n.participant(key, host, lexicon))).collect();
    let sides = |p: &Participant| matches!(p.role.as_str(), "delegation" | "side");
    out.sort_by(|(a, x), (b, y)| (sides(x), b, &x.id, &x.en).cmp(&(sides(y), a, &y.id, &y.en)));
    seats::settle(out.into_iter().map(|(_, p)| p).collect(), lexicon)
}

/// `انهارت جولة جنيف في سبتمبر بعدما لم يصل الوفد`: a sentence whose days all lie long before the round, but for those of what stands behind a comma (`غابت واشنطن، وهي التي توقفت منذ 2018`).
fn long_before(article: &Article, s: &Sentence, span: (u32, u32), round: &Round, given: &Given) -> bool {
    const LONG: i64 = 21;
    let Some(start) = round.data(given.tracks).map(|r| r.start) else { return false };
    let behind = |at: u32| article.text.get(span.1 as usize..at as usize).is_some_and(|t| t.contains("، و"));
    let mut days = s.dates.iter().filter(|d| !behind(d.start)).filter_map(|d| d.date).peekable();
    days.peek().is_some() && days.all(|d| (start - d.end).num_days() > LONG)
}

/// `عضو الملتقى فلان`, `المشاركة فلانة`: of a forum that is no meeting of delegations.
fn member_of_forum(said: &Said) -> bool {
    let role = said.text(said.statement.speaker.role);
    ["عضو الملتقى", "عضوة الملتقى", "عضو الحوار", "عضو المؤتمر"].iter().any(|w| role.starts_with(w))
        || matches!(role.split_whitespace().next(), Some("المشارك" | "المشاركة"))
}

/// True for a post that is whole in these words: no `deputy` and no `director of Syria`.
fn whole_post(post: &str) -> bool {
    const WHOLE: [&str; 6] = ["Minister", "mbassador", "Secretary", "adviser to", "elegate of", "Undersecretary"];
    WHOLE.iter().any(|w| post.contains(w)) && !post.starts_with("former ") && !post.starts_with("spokes")
}

impl Named<'_> {
    /// Takes up the office of heading a delegation, and its side.
    fn takes(&mut self, found: Option<(String, Option<EntryId>)>) {
        if let Some((office, side)) = found {
            self.office = office;
            self.side = side.or(self.side);
        }
    }

    /// Takes up what is said of the attendance; the strongest counts.
    fn told(&mut self, attendance: Attendance, cite: impl FnOnce() -> Citation) {
        if self.attendance.is_none_or(|a| attendance > a) {
            self.attendance = Some(attendance);
            self.evidence.clear();
        }
        if self.attendance == Some(attendance) {
            let citation = cite();
            let same = |c: &Citation| (&c.source, c.sentence) == (&citation.source, citation.sentence);
            if !self.evidence.iter().any(same) {
                self.evidence.push(citation);
            }
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
            Key::Entry(id) => {
                Some(n.side.filter(|&s| lexicon.entries[s as usize].id == "united_nations").unwrap_or_else(|| side(lexicon, *id)))
            }
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
                let post = n.posts.iter().find(|p| whole_post(p)).filter(|_| leads || n.heads);
                // The head of a delegation has a post at home, too.
                let both = |role: String| match post {
                    Some(post) if !role.contains(post.as_str()) => format!("{role}; {post}"),
                    _ => role,
                };
                let best = best.map(both);
                best.unwrap_or_else(|| match (n.heads, !whole_post(&any)) {
                    (true, true) => "head of delegation".to_owned(),
                    (true, false) => format!("head of delegation; {any}"),
                    _ => any,
                })
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
