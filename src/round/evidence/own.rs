//! Whether an article is about a round at all, or names talks only in its background.

use chrono::Datelike;

use super::days::{is_inside, weekday};
use super::places::is_told_of;
use super::{Evidence, Item, RoundGuess, Weighed, Weighing};
use crate::analysis::dates::{DateMention, Said, Tense, Turn, Way};
use crate::glossary::cue::{Is, bits};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;
use crate::round::hits::When;
use crate::round::subject;
use crate::round::tracks::{Round, Says};

/// A day that lies further back is none that a report is of.
const LONG_AGO: i64 = 60;

impl Weighing<'_> {
    /// What is said of an article whose headline and first sentence speak of no talks, and which names those of the track only as something past.
    pub(super) fn only_background(&self) -> Option<Weighed> {
        const TALKS: u64 = bits(&[Is::Round, Is::Meeting]);
        let mut evidence = Vec::new();
        let city = self.is_city_alone() || !self.opens_with_conflict();
        // In the days of a round the second sentence may tell of it too.
        let during = self.date.is_some_and(|date| self.rounds().any(|(_, r)| (-1..=2).contains(&r.distance(date))));
        let opening = if during { 4 } else { 6 };
        if !city && self.opens_on_a_day() {
            return None;
        }
        let aside = city || !self.opens_with_talks();
        for (i, item) in self.items.iter().enumerate().filter(|(i, _)| self.leads[*i] > 0) {
            if !aside && self.leads[i] >= opening && item.s.has & TALKS != 0 && !is_of_decoy(item) {
                return None;
            }
            let says = |entry| self.tracks.said_by(entry).iter().filter(|(t, _)| usize::from(*t) == self.main);
            let of_it = |s: &Says| matches!(s, Says::Names | Says::NamesRound(_) | Says::Place);
            for m in item.s.matches.iter().chain(&item.s.cues) {
                if !says(self.lexicon.forms[m.form as usize].entry).any(|(_, s)| of_it(s)) {
                    continue;
                }
                // مناطق اتفق عليها في أستانا: told, where the sentence is about something else
                let told = || is_told_of(item, m.first as usize);
                let here = self.leads[i] >= opening && !told();
                if !aside && (here || !told() && !self.is_long_past(i, m.first as usize) && !self.is_to_come(i)) {
                    return None;
                }
                let (start, end) = self.bytes(i, m.start, m.end);
                let round = self.tracks.list[self.main].id.clone();
                evidence.push(Evidence { rule: "background", round, weight: 0, start, end });
            }
        }
        Some(self.none(evidence))
    }

    /// True if one of the first sentences tells of talks or of a delegation on a day of a round, with its day of the week, and the article names that round or its town.
    fn opens_on_a_day(&self) -> bool {
        let id = |entry: EntryId| self.lexicon.entries[entry as usize].id.as_str();
        let town = |round: &Round| self.names.places.iter().any(|(entry, ..)| round.place.as_deref() == Some(id(*entry)));
        let marked = |at: usize| self.names.rounds.iter().any(|r| (usize::from(r.0), usize::from(r.1)) == (self.main, at));
        let told = |item: &Item, d: &DateMention, round: &Round| match d.said {
            Said::Days { first, last, month: Some(month), year, turn: Turn::Plain | Turn::This } => {
                let weekday = weekday(item, d);
                weekday.is_some() && d.tense != Tense::Future && is_inside(round, (month, first, last), year, weekday)
            }
            _ => false,
        };
        let named = self.rounds().enumerate().filter(|(at, (_, round))| town(round) || marked(*at));
        let short: Vec<&Round> = named.map(|(_, (_, r))| r).filter(|r| (r.end - r.start).num_days() <= 31).collect();
        // غارات الأحد 9 كانون الأول: a day of the round, and nothing of talks
        let delegation = self.lexicon.number("delegation");
        let sent = |m: &Match| Some(self.lexicon.forms[m.form as usize].entry) == delegation;
        let talks = |item: &Item| item.s.has & bits(&[Is::Round, Is::Meeting, Is::Talk]) != 0 || item.s.matches.iter().any(sent);
        let opening = self.items.iter().zip(self.leads).filter(|(item, lead)| **lead >= 4 && talks(item));
        opening.into_iter().any(|(item, _)| item.facts.dates.iter().any(|d| short.iter().any(|round| told(item, d, round))))
    }

    /// No round, and why.
    pub(super) fn none(&self, evidence: Vec<Evidence>) -> Weighed {
        let guess = RoundGuess {
            track: self.tracks.list[self.main].id.clone(),
            number: None,
            id: None,
            place: None,
            day: None,
            rival: None,
            evidence,
        };
        Weighed { guess: Some(guess), background: vec![false; self.items.len()], ..Weighed::default() }
    }

    /// True if a city is all that names the track, and neither its number, a side of the conflict nor anybody of these talks stands beside it: any meeting may be there.
    fn is_city_alone(&self) -> bool {
        let sign = |m: &Match| {
            let says = self.tracks.said_by(self.lexicon.forms[m.form as usize].entry);
            says.iter().any(|&(t, s)| usize::from(t) == self.main && matches!(s, Says::Sign | Says::Era(_)))
        };
        self.names.about[self.main] == 0
            && !self.names.people.iter().any(|p| self.is_of_main(*p))
            && !self.all_hits().any(|(i, h)| self.is_number_of_talks(i, h))
            && !self.items.iter().any(|item| item.s.matches.iter().any(sign))
            && !self.is_talks_named()
    }

    /// True if one of the first sentences names the conflict, somebody of these talks or the talks themselves: a city and a date may be those of anything.
    fn opens_with_conflict(&self) -> bool {
        let of_it = |m: &Match| {
            let city = self.lexicon.kind_of(m.form) == Kind::Place;
            let says = self.tracks.said_by(self.lexicon.forms[m.form as usize].entry).iter();
            says.filter(|(t, _)| usize::from(*t) == self.main).any(|(_, s)| match s {
                Says::Names | Says::NamesRound(_) => !city,
                // نور سلطان: a name of the city that dates a report
                Says::Era(_) => !city && self.lexicon.kind_of(m.form) != Kind::Term,
                Says::About | Says::Sign => true,
                Says::Place | Says::Other => false,
            })
        };
        let opening = |i: usize| self.leads[i] >= 4;
        let sign = |m: &Match| {
            let says = self.tracks.said_by(self.lexicon.forms[m.form as usize].entry);
            says.iter().any(|&(t, s)| usize::from(t) == self.main && s == Says::Sign)
        };
        let named = |at: usize, of_it: &dyn Fn(&Match) -> bool| {
            let item = self.items[at].s;
            item.matches.iter().chain(&item.cues).any(of_it)
        };
        (0..self.items.len()).any(|i| opening(i) && named(i, &of_it))
            // ختام لقاء العاصمة الكازاخية, and somebody of these talks soon behind
            || self.opens_with_meeting() && (0..self.items.len()).any(|i| self.leads[i] >= 3 && named(i, &sign))
            || self.all_hits().any(|(i, h)| opening(i) && self.is_number_of_talks(i, h))
    }

    /// True if one of the first sentences names the country or a side of the conflict.
    pub(super) fn opens_with_side(&self) -> bool {
        let about = |m: &Match| {
            let says = self.tracks.said_by(self.lexicon.forms[m.form as usize].entry).iter();
            says.into_iter().any(|&(t, s)| usize::from(t) == self.main && s == Says::About)
        };
        self.items.iter().zip(self.leads).any(|(item, lead)| *lead >= 4 && item.s.matches.iter().any(about))
    }

    /// True if the headline or the first sentence speaks of a meeting.
    pub(super) fn opens_with_meeting(&self) -> bool {
        const MEETING: u64 = bits(&[Is::Round, Is::Meeting]);
        // نسخة من أوراق اعتماده: a copy, no edition
        let copy = |item: &Item, at: usize| {
            item.s.tokens[at].text(item.text) == "نسخة" && item.s.classes.get(at + 1).is_some_and(|c| c.is == Is::From)
        };
        let meets = |item: &Item| {
            let talks = |at: usize| matches!(item.s.classes[at].is, Is::Round | Is::Meeting) && !copy(item, at);
            item.s.has & MEETING != 0 && (0..item.s.classes.len()).any(talks)
        };
        self.items.iter().zip(self.leads).any(|(item, lead)| *lead >= 6 && meets(item))
    }

    /// True if the headline or the first sentence speaks of talks, a delegation or an agreement, or names the track or a place of its rounds.
    fn opens_with_talks(&self) -> bool {
        const TALKS: u64 = bits(&[Is::Round, Is::Meeting, Is::Talk]);
        let delegation = self.lexicon.number("delegation");
        let of_it = |m: &Match| {
            let entry = self.lexicon.forms[m.form as usize].entry;
            let says = self.tracks.said_by(entry).iter().filter(|(t, _)| usize::from(*t) == self.main);
            let id = self.lexicon.entries[self.tracks.city(entry) as usize].id.as_str();
            let held = || self.rounds().any(|(_, round)| self.is_held_at(round, id));
            Some(entry) == delegation
                // توقيع مذكرة: what is signed was talked over
                || self.lexicon.kind_of(m.form) == Kind::Agreement
                || says.into_iter().any(|(_, s)| match s {
                    Says::Names | Says::NamesRound(_) | Says::Sign => true,
                    // A war or an earthquake dates a report of anything.
                    Says::Era(_) => !matches!(self.lexicon.kind_of(m.form), Kind::Term | Kind::Party),
                    // جنيف: a city that other talks are called by
                    Says::Place => held() && self.tracks.marked_by(entry).is_none_or(|t| t == self.main),
                    _ => false,
                })
        };
        let opening = self.items.iter().zip(self.leads).filter(|(_, lead)| **lead >= 6);
        opening.into_iter().any(|(item, _)| {
            item.s.has & TALKS != 0 && !is_of_decoy(item) || item.s.matches.iter().chain(&item.s.cues).any(of_it)
        })
    }

    /// True for somebody who belongs to these talks.
    fn is_of_main(&self, person: EntryId) -> bool {
        let says = self.tracks.said_by(person).iter();
        says.into_iter().any(|&(t, s)| usize::from(t) == self.main && matches!(s, Says::About | Says::Sign))
    }

    /// True if something names the track that is more than a city.
    pub(super) fn is_talks_named(&self) -> bool {
        let names = |m: &Match| {
            self.tracks.names(self.lexicon.forms[m.form as usize].entry, self.main) && self.lexicon.kind_of(m.form) != Kind::Place
        };
        self.items.iter().any(|item| item.s.matches.iter().chain(&item.s.cues).any(names))
    }

    /// `مفاوضات جنيف المقررة في الثامن من شباط`, at the end of an article that opens with something else.
    fn is_to_come(&self, i: usize) -> bool {
        let due = || {
            let item = &self.items[i];
            let c = &item.s.classes;
            item.facts.dates.iter().any(|d| (d.first.saturating_sub(3)..d.first).any(|at| c[at as usize].is == Is::Due))
        };
        // قبل أسابيع من جولة سادسة متوقعة
        let ahead = || self.hits[i].iter().all(|h| matches!(h.when, When::Soon | When::Next));
        let hits = &self.hits[i];
        self.date.is_none()
            && self.leads[i] <= 2
            && if hits.is_empty() { subject::is_later(self.items[i]) || due() } else { ahead() }
    }

    /// True if the sentence around a name tells of something that was over long before: `قبل عام`, `منذ مشاورات الكويت`, `في أيار 2017`.
    fn is_long_past(&self, i: usize, first: usize) -> bool {
        let item = &self.items[i];
        let cue = |at: usize| item.s.classes.get(at).map_or(Is::Nothing, |c| c.is);
        let since = first.checked_sub(1).is_some_and(|at| cue(at) == Is::Since);
        let was = (0..first.min(2)).any(|at| cue(at) == Is::Was);
        // في تشرين الأول, of an article of January
        let last = |month: u8| self.date.map_or(0, |date| date.year() - i32::from(date.month() < u32::from(month)));
        let far = |year: i32, month: Option<u8>| {
            let day = chrono::NaiveDate::from_ymd_opt(year, u32::from(month.unwrap_or(12)), 28);
            day.zip(self.date).is_some_and(|(day, date)| (date - day).num_days() > LONG_AGO)
        };
        since
            || was
            || item.facts.dates.iter().any(|d| match d.said {
                Said::Length { way: Way::Ago, unit: 5.., .. } | Said::Period { unit: 5.., turn: Turn::Last, .. } => true,
                Said::Month { turn: Turn::Last | Turn::LastYear, .. } | Said::Days { turn: Turn::Last | Turn::LastYear, .. } => {
                    true
                }
                Said::Month { year: Some(year), month, .. } | Said::Days { year: Some(year), month: Some(month), .. } => {
                    far(year, Some(month))
                }
                Said::Month { month, year: None, turn: Turn::Plain, .. } if d.tense != Tense::Future => {
                    far(last(month), Some(month))
                }
                Said::Year { year, .. } => far(year, None),
                _ => false,
            })
    }
}

/// True if all that a sentence says of talks is a round of something else: `هذه الجولة من الانتخابات`.
fn is_of_decoy(item: &Item) -> bool {
    let cue = |at: usize| item.s.classes.get(at).map_or(Is::Nothing, |c| c.is);
    let talks = |at: &usize| matches!(cue(*at), Is::Round | Is::Meeting | Is::Talk);
    (0..item.s.classes.len()).filter(talks).all(|at| (at + 1..at + 4).any(|at| cue(at) == Is::Decoy))
}
