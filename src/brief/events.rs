//! Dated events: what began, ended, was put off, signed or is to be held, and on which day. A date with the nearest verb of an event and what it is told of; all three from
//! data: a verb of meeting has the role `event`, a verb whose English admits a noun (`start of`, `postponement of`) names an event by it.

use std::ops::Range;

use chrono::NaiveDate;

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::context::DateRange;
use super::parts::{Citation, Dispute, DisputeValue, Speaker, TimelineEvent};
use super::speakers::of;
use crate::analysis::dates::{DateMention, Precision, Said, Way};
use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::EntryId;
use crate::round::assign::Round;

/// Bytes between a date and its verb, and between the verb and what it is told of.
const NEAR: u32 = 100;
const FAR: u32 = 140;
/// Bytes between a round and its ordinal.
const BESIDE: u32 = 14;
/// What the English of a kind of talks ends with.
const TALKS: [&str; 4] = ["meeting", "meetings", "talks", "session"];
/// Bytes from the start of a sentence in which `وفي فبراير الماضي،` dates what follows.
const OPENING: u32 = 30;
/// The noun of a verb of meeting: who meets whom is not told.
const MEETING: &str = "meeting of";
/// Days before and after a round that are its own.
const AROUND: i64 = 3;
/// Events of a timeline.
const MOST: usize = 12;

/// An event of one sentence.
pub(super) struct Event {
    pub(super) sentence: usize,
    /// `start of Astana 2`, `Geneva talks`.
    pub(super) label: String,
    pub(super) days: DateRange,
    pub(super) precision: Precision,
    /// True for the round of the brief.
    pub(super) own: bool,
    pub(super) span: (u32, u32),
}

/// What an event is told of.
struct Subject {
    name: String,
    own: bool,
    place: (u32, u32),
}

/// The name of a precision in a brief.
pub(super) fn precision(p: Precision) -> &'static str {
    match p {
        Precision::Day => "day",
        Precision::Week => "week",
        Precision::PartOfMonth => "part of month",
        Precision::Month => "month",
        Precision::PartOfYear => "part of year",
        Precision::Year => "year",
        Precision::About => "about",
        Precision::NotAfter => "before",
    }
}

/// The events of one sentence, in the order of their dates.
pub(super) fn of_sentence(article: &Article, analysis: &Analysis, n: usize, round: &Round, given: &Given) -> Vec<Event> {
    let sentence = &analysis.sentences[n];
    let text = |range: Range<u32>| &article.text[range.start as usize..range.end as usize];
    let mut out = Vec::new();
    for date in &sentence.dates {
        let Some(days) = date.date else { continue };
        if is_age(date) || said_then(analysis, n, date) {
            continue;
        }
        let Some(verb) = verb(article, sentence, date, given) else { continue };
        let entry = &given.lexicon.entries[verb.entry as usize];
        let negated = sentence.mentions.iter().any(|m| {
            given.lexicon.entries[m.entry as usize].kind == Kind::Negator && m.end <= verb.start && verb.start - m.end <= 3
        });
        if negated {
            continue;
        }
        let meets = noun(entry) == Some(MEETING);
        let subject = if meets {
            Subject { name: "meeting".to_owned(), own: false, place: (verb.start, verb.end) }
        } else {
            let Some(subject) = subject(article, sentence, verb, days, round, given) else { continue };
            subject
        };
        if days.start != days.end && date.precision == Precision::Day && noun(entry).is_some() && !meets {
            // A start or an end is one day; the days belong to what is told of.
            continue;
        }
        // `أرجئت إلى الخميس`: not the day of putting off.
        let to = [" إلى", " الى", " إلى يوم", " الى يوم", " حتى"];
        let moves = date.start >= verb.end;
        let target = moves && to.iter().any(|p| text(sentence.start..date.start).trim_end().ends_with(p));
        let the = if subject.name.ends_with(|c: char| c.is_ascii_digit()) { "" } else { "the " };
        let mut label = match noun(entry).filter(|_| !meets) {
            Some(noun) => format!("{noun} {the}{}", subject.name),
            None => subject.name.clone(),
        };
        if target && (noun(entry).is_none() || given.lexicon.outcome_of(verb.entry).is_none()) {
            continue;
        }
        if target {
            label.push_str(" to this day");
        }
        if let Some(first) = label.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let span = (verb.start.min(date.start).min(subject.place.0), verb.end.max(date.end).max(subject.place.1));
        let event = Event { sentence: n, label, days, precision: date.precision, own: subject.own, span };
        out.push(event);
    }
    out
}

/// `منذ ستة أسابيع` dates no event to a day.
fn is_age(date: &DateMention) -> bool {
    matches!(date.said, Said::Length { way: Way::Ago, .. })
}

/// True for the date of saying: `قال، الخميس، إن`.
fn said_then(analysis: &Analysis, n: usize, date: &DateMention) -> bool {
    let said = |s: &crate::analysis::statements::Statement| s.time.is_some_and(|t| t.0 < date.end && date.start < t.1);
    analysis.statements.iter().any(|s| s.sentence as usize == n && said(s))
}

/// The noun that a verb's event is called by: `start of`.
fn noun(entry: &Entry) -> Option<&str> {
    entry.en.admitted.iter().map(String::as_str).find(|a| a.ends_with(" of"))
}

/// The verb of an event nearest to a date, with no full stop between them.
fn verb<'s>(article: &Article, sentence: &'s Sentence, date: &DateMention, given: &Given) -> Option<&'s Mention> {
    let gap = |m: &Mention| if m.end <= date.start { date.start - m.end } else { m.start.saturating_sub(date.end) };
    let is = |m: &&Mention| {
        let entry = &given.lexicon.entries[m.entry as usize];
        let outside = m.end <= date.start || m.start >= date.end;
        entry.kind == Kind::Verb && (entry.role.as_deref() == Some("event") || noun(entry).is_some()) && outside
    };
    let clear = |m: &&Mention| {
        let (a, b) = if m.end <= date.start { (m.end, date.start) } else { (date.end, m.start) };
        let between = &article.text[a as usize..b as usize];
        let opens = date.start < sentence.start + OPENING;
        !between.contains(['.', '؛', ':']) && (m.end <= date.start || opens || !between.contains(['،', ',']))
    };
    // What stands before the date is meant before what stands behind it.
    let near = |m: &&Mention| gap(m) <= NEAR;
    let found = sentence.mentions.iter().filter(is).filter(near).filter(clear);
    let found = found.min_by_key(|m| gap(m) + if m.end <= date.start { 0 } else { 40 })?;
    // The verb may belong to another date.
    let of = |d: &DateMention| if found.end <= d.start { d.start - found.end } else { found.start.saturating_sub(d.end) };
    sentence.dates.iter().all(|d| of(d) >= of(date)).then_some(found)
}

/// What the event is told of: talks, a round, an agreement; behind the verb, else before it.
fn subject(article: &Article, s: &Sentence, verb: &Mention, days: DateRange, round: &Round, given: &Given) -> Option<Subject> {
    let lexicon = given.lexicon;
    let entry = |id: EntryId| &lexicon.entries[id as usize];
    let named = noun(entry(verb.entry)).is_some();
    let can = |m: &&Mention| {
        let frame = lexicon.frames[m.entry as usize];
        match entry(m.entry).kind {
            Kind::Process => true,
            Kind::Term => match entry(m.entry).role.as_deref() {
                Some("round" | "talks") => true,
                // `trilateral meeting`, and not `behind closed doors`.
                Some("format") => TALKS.iter().any(|t| entry(m.entry).en.preferred.ends_with(t)),
                _ => false,
            },
            Kind::Slot => frame.next,
            Kind::Agreement => lexicon.outcome_of(verb.entry).is_some(),
            _ => false,
        }
    };
    let behind = s.mentions.iter().filter(can).find(|m| m.start >= verb.end && m.start - verb.end <= FAR);
    let before = || s.mentions.iter().rev().filter(can).find(|m| m.end <= verb.start && verb.start - m.end <= FAR);
    let Some(m) = behind.or_else(before) else {
        // `عن تأجيلها إلى الخميس`: the round is meant.
        let own = named && !s.background && !super::sections::others(s, round, given);
        return own.then(|| Subject { name: round.name(given.tracks).en, own: true, place: (verb.start, verb.end) });
    };
    let place = (m.start, m.end);
    let it = entry(m.entry);
    if it.kind == Kind::Agreement || it.role.as_deref() == Some("format") {
        return Some(Subject { name: it.en.preferred.clone(), own: false, place });
    }
    let track = track(s, m, round, given);
    let ordinal = s.mentions.iter().find(|o| {
        let near = (o.start >= m.end && o.start - m.end <= BESIDE) || (o.end <= m.start && m.start - o.end <= BESIDE);
        entry(o.entry).kind == Kind::Ordinal && near
    });
    let number = ordinal.and_then(|o| entry(o.entry).value).or_else(|| number_in(article, m)).and_then(|n| u32::try_from(n).ok());
    let track_data = &given.tracks.list[track];
    if let Some(number) = number {
        let own = track == round.track && Some(number) == round.number;
        return Some(Subject { name: track_data.numbered_name(number).en, own, place });
    }
    let next = lexicon.frames[m.entry as usize].next || s.next_round || it.id == "new_round";
    if track != round.track {
        let name = track_data.en.clone();
        return Some(Subject { name, own: false, place });
    }
    let held = round.data(given.tracks).map(|r| r.distance(days.start).abs());
    if held.is_some_and(|d| d <= AROUND) && !s.background {
        return Some(Subject { name: round.name(given.tracks).en, own: true, place });
    }
    if it.kind == Kind::Term && !next {
        return None;
    }
    let name = if next { "next round".to_owned() } else { it.en.preferred.clone() };
    Some(Subject { name, own: false, place })
}

/// The track that the talks are of: named by them or beside them, else that of the place where they are. Another track must be about the same conflict.
fn track(s: &Sentence, talks: &Mention, round: &Round, given: &Given) -> usize {
    let list = &given.tracks.list;
    if let Some(track) = given.tracks.marked_by(talks.entry) {
        return track;
    }
    let gap = |m: &Mention| if m.start >= talks.end { m.start - talks.end } else { talks.start.saturating_sub(m.end) };
    let near = || s.mentions.iter().filter(|m| gap(m) <= FAR);
    if let Some(named) = near().filter_map(|m| given.tracks.marked_by(m.entry).map(|t| (gap(m), t))).min() {
        return named.1;
    }
    let id = |m: &Mention| &given.lexicon.entries[m.entry as usize].id;
    let akin = |t: usize| t == round.track || list[t].about.iter().any(|a| list[round.track].about.contains(a));
    let of = |m: &Mention| {
        let at = |t: &usize| list[*t].places.contains(id(m));
        Some(round.track).filter(at).or_else(|| (0..list.len()).filter(|&t| akin(t)).find(at))
    };
    near().filter_map(|m| of(m).map(|t| (gap(m), t))).min().map_or(round.track, |(_, t)| t)
}

/// `أستانا 3`: the number written behind a name.
fn number_in(article: &Article, m: &Mention) -> Option<i64> {
    let rest = article.text[m.end as usize..].trim_start();
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// Where an event stands in the round's articles.
struct Place<'a> {
    article: &'a Article,
    analysis: &'a Analysis,
    event: Event,
}

fn all<'a>(round: &Round<'a>, given: &Given) -> Vec<Place<'a>> {
    let mut out = Vec::new();
    for &(article, analysis) in &round.articles {
        for n in 0..analysis.sentences.len() {
            if analysis.sentences[n].kind == SentenceKind::Sentence {
                out.extend(of_sentence(article, analysis, n, round, given).into_iter().map(|event| Place {
                    article,
                    analysis,
                    event,
                }));
            }
        }
    }
    out
}

/// The dated events of a round, in the order of their days, up to the day of the newest source; and where the sources give one event different days.
pub(super) fn timeline(round: &Round, given: &Given, cites: &mut Cites) -> (Vec<TimelineEvent>, Vec<Dispute>) {
    let newest = round.articles.iter().filter_map(|(_, a)| a.meta.date.as_ref().map(|d| d.value)).max();
    let mut events: Vec<TimelineEvent> = Vec::new();
    let mut days: Vec<(String, Vec<(DateRange, DisputeValue)>)> = Vec::new();
    for Place { article, analysis, event } in all(round, given) {
        let vague = event.precision == Precision::NotAfter || event.label == "Meeting";
        if vague || newest.is_some_and(|n| event.days.start > n) {
            continue;
        }
        let ar = &article.text[event.span.0 as usize..event.span.1 as usize];
        let citation = cites.cite(article, event.sentence, event.span.0, event.span.1);
        if event.own && event.precision == Precision::Day {
            dated(&mut days, &event, speaker(article, analysis, &event, given), ar, &citation);
        }
        let label = match event.days {
            DateRange { start, end } if start != end && event.precision == Precision::Day => {
                format!("{} (to {})", event.label, end.format("%-d %B"))
            }
            _ => event.label.clone(),
        };
        let same = |e: &&mut TimelineEvent| e.date == event.days.start && e.en.text == label;
        match events.iter_mut().find(same) {
            Some(known) => known.citations.push(citation),
            None => events.push(TimelineEvent {
                date: event.days.start,
                precision: precision(event.precision).to_owned(),
                background: analysis.sentences[event.sentence].background,
                ar: ar.to_owned(),
                en: rule(label, "a date with its nearest verb of an event"),
                citations: vec![citation],
            }),
        }
    }
    events.sort_by_key(|e| e.date);
    while events.len() > MOST {
        // The oldest background goes first.
        let at = events.iter().position(|e| e.background).unwrap_or(0);
        events.remove(at);
    }
    let differ = |list: &[(DateRange, DisputeValue)]| list.iter().any(|(d, _)| *d != list[0].0);
    let disputes = days.into_iter().filter(|(_, list)| differ(list)).map(|(label, list)| Dispute {
        slot: "day".to_owned(),
        slot_en: format!("day: {label}"),
        values: list.into_iter().map(|(_, v)| v).collect(),
    });
    (events, disputes.collect())
}

/// Adds a day that a source gives for an event of the round; the same day on the same word is one value.
fn dated(
    days: &mut Vec<(String, Vec<(DateRange, DisputeValue)>)>,
    event: &Event,
    by: Option<Speaker>,
    ar: &str,
    citation: &Citation,
) {
    let at = days.iter().position(|(l, _)| *l == event.label).unwrap_or_else(|| {
        days.push((event.label.clone(), Vec::new()));
        days.len() - 1
    });
    let list = &mut days[at].1;
    let name = |s: &Option<Speaker>| s.as_ref().map(|s| s.en.clone());
    match list.iter_mut().find(|(d, v)| *d == event.days && name(&v.by) == name(&by)) {
        Some((_, v)) => v.citations.push(citation.clone()),
        None => {
            let value = DisputeValue {
                value: rule(event.days.en(), "the dates of one event"),
                by,
                ar: ar.to_owned(),
                citations: vec![citation.clone()],
            };
            list.push((event.days, value));
        }
    }
}

fn speaker(article: &Article, analysis: &Analysis, event: &Event, given: &Given) -> Option<Speaker> {
    let at = event.span.0;
    let inside = |s: &crate::analysis::statements::Statement| {
        s.sentence as usize == event.sentence && s.content.0 <= at && at < s.content.1
    };
    let number = analysis.statements.iter().position(inside)?;
    of(article, analysis, Some(number as u32)).map(|s| s.speaker(given.lexicon))
}

/// What a sentence says is to come.
pub(super) enum Ahead {
    /// An event with its day.
    Event(String, NaiveDate, &'static str),
    /// The round of the brief itself: nothing that comes after it.
    Own,
    /// Nothing that is dated.
    Nothing,
}

/// What a sentence says is to come: the first event that lies ahead of its article.
pub(super) fn ahead(article: &Article, analysis: &Analysis, n: usize, round: &Round, given: &Given) -> Ahead {
    let written = analysis.meta.date.as_ref().map(|d| d.value);
    let events = of_sentence(article, analysis, n, round, given);
    let only_own = !events.is_empty() && events.iter().all(|e| e.own);
    let Some(event) = events.into_iter().find(|e| !e.own && written.is_none_or(|w| e.days.end >= w)) else {
        return if only_own { Ahead::Own } else { Ahead::Nothing };
    };
    let sentence = &analysis.sentences[n];
    let places: Vec<&str> = sentence
        .mentions
        .iter()
        .map(|m| &given.lexicon.entries[m.entry as usize])
        .filter(|e| e.kind == Kind::Place)
        .map(|e| e.en.preferred.as_str())
        .collect();
    let mut label = event.label;
    if event.precision == Precision::NotAfter && places.len() > 1 {
        label = format!("{label} in {} or {}", places[..places.len() - 1].join(", "), places[places.len() - 1]);
    }
    Ahead::Event(label, event.days.start, precision(event.precision))
}
