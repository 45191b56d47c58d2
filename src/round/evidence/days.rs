//! What days, years and eras say of a round.

use chrono::{Datelike, NaiveDate};

use super::{Item, Key, Piece, Weighing};
use crate::analysis::dates::{DateMention, Said, Tense, Turn};
use crate::glossary::cue::{Is, bits};
use crate::round::hits::{Hit, When};
use crate::round::spoken::Told;
use crate::round::tracks::{Era, Round};

/// The report's day stands among the first words: `اختتمت في الدوحة الخميس 15 أغسطس 2024`; what stands behind may be what is agreed for that day.
const NEAR: u32 = 14;
/// What comes up so many days behind a round may stand in a report that looks back at it.
pub(super) const ECHO: u64 = 7;
/// Verbs of the end of talks beside those of [`Is::Ended`].
const ENDED: [&str; 6] = ["أنهى", "أنهت", "أنهوا", "ينفض", "انفض", "انفضت"];
/// Verbs of their beginning.
const BEGAN: [&str; 12] =
    ["بدأ", "بدأت", "تبدأ", "انطلق", "انطلقت", "تنطلق", "افتتح", "افتتحت", "استؤنفت", "وصل", "وصلت", "انطلاق"];

impl Weighing<'_> {
    /// Days that are those of a round.
    pub(super) fn by_days(&self, out: &mut Vec<Piece>) {
        for (i, date) in self.items.iter().enumerate().flat_map(|(i, f)| f.facts.dates.iter().map(move |d| (i, d))) {
            let Said::Days { first, last, month: Some(month), year, turn } = date.said else { continue };
            let lead = self.leads[i];
            if lead == 0 || matches!(turn, Turn::Last | Turn::LastYear) && lead < 4 {
                continue;
            }
            // سيلتقي الخبراء في طهران في الأول من آب
            if date.tense == Tense::Future && self.is_set_elsewhere(i, date) {
                continue;
            }
            if is_of_paper(&self.items[i], date) {
                continue;
            }
            let next = matches!(turn, Turn::Next | Turn::NextYear);
            for (key, round) in self.rounds() {
                if (round.end - round.start).num_days() > 92 && year.is_none() {
                    continue;
                }
                if !is_inside(round, (month, first, last), year, weekday(&self.items[i], date)) {
                    let near = lead >= 4 && turn == Turn::Plain && is_near(round, (month, first), year);
                    if near {
                        let (start, end) = self.bytes(i, date.start, date.end);
                        out.push(Piece { key, rule: "near-the-round", weight: 1, start, end });
                    }
                    continue;
                }
                // `وكانت الجولة السابعة عقدت في 30 و31 تشرين الأول`: the days of an earlier round speak for the one after it.
                let earlier = |h: &Hit| h.when == When::Past && Key::Number(h.number) == key;
                if !self.hits[i].is_empty() && self.hits[i].iter().all(earlier) {
                    if let Key::Number(n) = key {
                        let (start, end) = self.bytes(i, date.start, date.end);
                        out.push(Piece { key: Key::Number(n + 1), rule: "after-the-last", weight: 3, start, end });
                    }
                    continue;
                }
                let later = next && (lead < 4 || matches!(key, Key::Number(n) if n > 1 && self.opens_with(n - 1)));
                let weight = match (later, lead) {
                    (true, _) => 1,
                    (_, 4..) => {
                        if date.tense == Tense::Past && lead < 6 {
                            3
                        } else {
                            5
                        }
                    }
                    (_, 2..) => 3,
                    _ => 1,
                } + i32::from(year.is_some());
                let (start, end) = self.bytes(i, date.start, date.end);
                out.push(Piece { key, rule: "days-of-round", weight, start, end });
            }
        }
    }

    /// The day of the week on which the first sentence says that talks began, ended or were held: it tells apart rounds for which the same speaks.
    pub(super) fn by_weekday(&self, out: &mut Vec<Piece>) {
        let opening = self.items.iter().enumerate().filter(|(i, _)| self.leads[*i] >= 6);
        for (i, date) in opening.flat_map(|(i, item)| item.facts.dates.iter().map(move |d| (i, d))) {
            let Said::Weekdays { first, turn: Turn::Plain, .. } = date.said else { continue };
            if date.tense == Tense::Future {
                continue;
            }
            let item = &self.items[i];
            let says = |words: &[&str]| item.s.tokens.iter().any(|t| words.contains(&t.text(item.text)));
            let (ended, began) = (item.s.has & bits(&[Is::Ended]) != 0 || says(&ENDED), says(&BEGAN));
            let (start, end) = self.bytes(i, date.start, date.end);
            for (key, round) in self.rounds() {
                let on = |day: NaiveDate| day.weekday().number_from_monday() == u32::from(first);
                // Of a round of weeks, its first and its last day.
                let short = (round.end - round.start).num_days() < 6;
                let mut days = round.start.iter_days().take_while(|d| short && *d <= round.end);
                let of_it = on(round.start) || on(round.end) || days.any(on);
                let weight = i32::from(of_it) + i32::from(ended && on(round.end) || began && on(round.start));
                if weight > 0 {
                    out.push(Piece { key, rule: "weekday", weight, start, end });
                }
            }
        }
    }

    /// The article's own date, else, against rounds that are far from it, a full date in its opening.
    pub(super) fn by_date(&self, out: &mut Vec<Piece>) {
        let Some(date) = self.date.or_else(|| self.opening_day()) else { return };
        let mut say = |key, weight| out.push(Piece { key, rule: "date", weight, start: 0, end: 0 });
        for (key, round) in self.rounds() {
            let listed = matches!(key, Key::Listed(_));
            if !listed && self.date.is_none() {
                continue;
            }
            match round.distance(date) {
                // A round that begins months later is not the one that is reported of.
                ..-75 | 240.. => say(key, if listed { -20 } else { -6 }),
                // Nor is one that has no number and was over weeks ago, if a place is all that speaks for it.
                ..-35 | 46.. => {
                    if listed {
                        say(key, -3);
                    }
                }
                _ if self.date.is_none() => {}
                -4..=5 => say(key, 9),
                -12..=16 => say(key, 6),
                _ => say(key, 2),
            }
        }
    }

    /// The day that a full date in the headline or the first sentence says, if its verb is in the past.
    fn opening_day(&self) -> Option<NaiveDate> {
        let opening = self.items.iter().zip(self.leads).filter(|(_, lead)| **lead >= 6);
        let of_vote = |item: &Item, d: &DateMention| {
            (d.first.saturating_sub(4)..d.first).any(|at| item.s.classes[at as usize].is == Is::Decoy)
        };
        let dates = opening.flat_map(|(item, _)| item.facts.dates.iter().filter(move |d| !of_vote(item, d)));
        dates.filter(|d| d.tense == Tense::Past && d.first <= NEAR).find_map(|d| match d.said {
            Said::Days { last, month: Some(month), year: Some(year), .. } => {
                NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(last))
            }
            _ => None,
        })
    }

    /// The years that the text names, and those of the offices of its people.
    pub(super) fn by_year(&self, out: &mut Vec<Piece>) {
        let dates = self.items.iter().enumerate().flat_map(|(i, item)| item.facts.dates.iter().map(move |d| (i, d)));
        let latest = dates
            .filter(|(i, d)| d.tense != Tense::Future && !self.is_agreed_on(*i, d))
            .filter_map(|(i, d)| match d.said {
                Said::Days { year: Some(y), .. } | Said::Month { year: Some(y), .. } | Said::Year { year: y, .. } => {
                    Some((y, i, d))
                }
                _ => None,
            })
            .max_by_key(|(y, _, d)| (*y, std::cmp::Reverse(d.start)));
        let keys: Vec<Key> =
            out.iter().map(|p| p.key).chain(self.rounds().map(|(k, _)| k).filter(|k| matches!(k, Key::Listed(_)))).collect();
        for (key, round) in self.rounds().filter(|(k, _)| keys.contains(k)) {
            if let Some((year, i, date)) = latest.filter(|_| self.date.is_none()) {
                let (start, end) = self.bytes(i, date.start, date.end);
                let mut say = |weight| out.push(Piece { key, rule: "year", weight, start, end });
                if round.end.year() < year {
                    say(if round.end.year() + 1 < year { -3 } else { -1 });
                } else if (round.start.year()..=round.end.year()).contains(&year) {
                    say(1);
                }
            }
            let against = self.names.people.iter().filter(|p| !self.in_office(**p, round)).count().min(4) as i32;
            if against > 0 {
                let weight = if matches!(key, Key::Listed(_)) { -2 * against } else { -against };
                out.push(Piece { key, rule: "offices", weight, start: 0, end: 0 });
            }
        }
    }

    /// `اتفقوا على اللقاء في النصف الأول من 2023`: the time of a meeting to come.
    fn is_agreed_on(&self, i: usize, date: &DateMention) -> bool {
        let classes = &self.items[i].s.classes;
        let first = date.first as usize;
        // إجراء الانتخابات يوم 24 كانون الأول 2021
        if (first.saturating_sub(4)..first).any(|at| classes[at].is == Is::Decoy) {
            return true;
        }
        (first.saturating_sub(4)..first).any(|at| {
            matches!(classes[at].is, Is::Meeting | Is::Round)
                && (at > 0 && classes[at - 1].is == Is::On || matches!(classes[at + 1].is, Is::Next | Is::Following))
        })
    }

    /// Things that are named only from some day on; what came up more than once speaks by the time that fits best.
    pub(super) fn by_era(&self, out: &mut Vec<Piece>) {
        let all = &self.tracks.list[self.main].rounds;
        let mine = || self.names.eras.iter().filter(|e| usize::from(e.0) == self.main);
        // Where a round is numbered, its number says it; `أول لقاء لهم على الأرض الليبية` is no number of talks that have none.
        let numbered = self.is_numbered()
            && self.all_hits().any(|(i, h)| match h.when {
                When::Now | When::Told => true,
                When::Soon => self.leads[i] >= 4,
                When::Past | When::Next => false,
            });
        let most = if numbered { 1 } else { i32::MAX };
        self.by_said(most, out);
        let mut done: Vec<(u32, (u32, u32))> = Vec::new();
        for &(_, _, i, place) in mine() {
            if done.contains(&(i, place)) {
                continue;
            }
            done.push((i, place));
            let eras =
                || mine().filter(|e| (e.2, e.3) == (i, place)).map(|e| &self.tracks.list[self.main].eras[usize::from(e.1)]);
            let (start, end) = self.bytes(i as usize, place.0, place.1);
            for (key, round) in self.rounds() {
                let far = self.date.is_some_and(|date| !(-35..=45).contains(&round.distance(date)));
                let weight = eras()
                    .map(|era| if round.end < era.from { -4 } else { era_weight(era, round, all).min(most) })
                    .max()
                    .unwrap_or(0);
                if weight != 0 && !(far && weight > 0) {
                    out.push(Piece { key, rule: "era", weight, start, end });
                }
            }
        }
    }

    /// How much a thing may say that is told further down: less if it is told as past, least with its year.
    fn most_of(&self, told: &Told) -> i32 {
        let item = &self.items[told.item];
        if self.leads[told.item] >= 6 {
            return i32::MAX;
        }
        let year = |d: &DateMention| match d.said {
            Said::Days { year, .. } | Said::Month { year, .. } => year.is_some() && d.tense != Tense::Future,
            Said::Year { .. } => d.tense != Tense::Future,
            _ => false,
        };
        let was = || item.s.classes.iter().take(2).any(|c| c.is == Is::Was) || self.is_past(told.item, told.token, told.token);
        if item.facts.dates.iter().any(year) {
            1
        } else if was() {
            2
        } else {
            i32::MAX
        }
    }

    /// Things that are told in words; what was over before counts less against a round, for other words may mean something else.
    fn by_said(&self, most: i32, out: &mut Vec<Piece>) {
        let told: Vec<Told> =
            self.told().iter().copied().filter(|t| usize::from(t.era) < self.tracks.list[self.main].eras.len()).collect();
        let mut done: Vec<Told> = Vec::new();
        let (eras, all) = (&self.tracks.list[self.main].eras, &self.tracks.list[self.main].rounds);
        for one in &told {
            // Once for the same words, and once for the same thing.
            if done.iter().any(|d| (d.item, d.token) == (one.item, one.token) || d.era == one.era) {
                continue;
            }
            let here = || told.iter().filter(|t| (t.item, t.token) == (one.item, one.token));
            done.extend(here());
            let same = || here().map(|t| &eras[usize::from(t.era)]);
            let token = &self.items[one.item].s.tokens[one.token];
            let (start, end) = self.bytes(one.item, token.start, token.end);
            let most = most.min(self.most_of(one));
            let coming: Vec<Key> = self.coming_in(one.item);
            for (key, round) in self.rounds() {
                if coming.contains(&key) {
                    continue;
                }
                let far = self.date.is_some_and(|date| !(-35..=45).contains(&round.distance(date)));
                let weigh = |era: &Era| {
                    if round.end + chrono::Days::new(ECHO) < era.from { -2 } else { era_weight(era, round, all).min(most) }
                };
                let weight = same().map(weigh).max().unwrap_or(0);
                if weight != 0 && !(far && weight > 0) && (weight > 0 || coming.is_empty()) {
                    out.push(Piece { key, rule: "era", weight, start, end });
                }
            }
        }
    }

    /// Rounds of which a sentence of the body tells as of what is to come, by their days: `على أن تلتقي اللجنة في غدامس في الثاني من تشرين الثاني`.
    fn coming_in(&self, i: usize) -> Vec<Key> {
        let item = &self.items[i];
        if self.leads[i] >= 6 {
            return Vec::new();
        }
        let ahead = item.facts.dates.iter().filter(|d| matches!(d.tense, Tense::Future | Tense::Planned | Tense::Due));
        let days: Vec<_> = ahead
            .filter_map(|d| match d.said {
                Said::Days { first, last, month: Some(month), year, .. } => Some(((month, first, last), year)),
                _ => None,
            })
            .collect();
        let of_it = |round: &Round| days.iter().any(|(day, year)| is_inside(round, *day, *year, None));
        self.rounds().filter(|(_, round)| of_it(round)).map(|(key, _)| key).collect()
    }
}

/// What is spoken of for a few weeks, or in the time of one round alone, says more than what is spoken of for years.
pub(super) fn era_weight(era: &Era, round: &Round, rounds: &[Round]) -> i32 {
    let Some(to) = era.to.filter(|to| round.start <= *to) else { return 0 };
    if !era.rounds.is_empty() && !round.id.as_ref().is_some_and(|id| era.rounds.contains(id)) {
        return 0;
    }
    let by_length = match (to - era.from).num_days() {
        ..=60 => 5,
        61..=150 => 3,
        151..=400 => 2,
        _ => 1,
    };
    let by_rounds = match rounds.iter().filter(|r| r.start <= to && r.end >= era.from).count() {
        ..=1 => 3,
        2 => 2,
        _ => 1,
    };
    by_length.max(by_rounds)
}

/// `الاتفاق النووي الموقع في 14 تموز`: the day of a paper.
fn is_of_paper(item: &Item, date: &DateMention) -> bool {
    const PAPER: [&str; 8] = ["الموقع", "الموقعة", "المبرم", "المبرمة", "المؤرخ", "المؤرخة", "الصادر", "الصادرة"];
    let word = |at: u32| item.s.tokens[at as usize].text(item.text);
    (date.first.saturating_sub(2)..date.first).any(|at| PAPER.contains(&word(at)))
}

/// True if days of a month, in a year and on a day of the week if they are said, are days of the round.
pub(super) fn is_inside(round: &Round, (month, first, last): (u8, u8, u8), year: Option<i32>, weekday: Option<u32>) -> bool {
    let day = |y: i32, d: u8| NaiveDate::from_ymd_opt(y, u32::from(month), u32::from(d));
    let mut years = year.map_or(round.start.year()..=round.end.year(), |y| y..=y);
    years.any(|y| {
        let (Some(a), Some(b)) = (day(y, first), day(y, last)) else { return false };
        a <= round.end && b >= round.start && weekday.is_none_or(|w| a.weekday().number_from_monday() == w)
    })
}

/// The day of the week that stands with a date (`الثلاثاء 6 تشرين الأول`), Monday is 1.
pub(super) fn weekday(item: &Item, date: &DateMention) -> Option<u32> {
    let day = |at: u32| match item.s.tokens.get(at as usize)?.text(item.text) {
        "الاثنين" | "الإثنين" => Some(1),
        "الثلاثاء" => Some(2),
        "الأربعاء" | "الاربعاء" => Some(3),
        "الخميس" => Some(4),
        "الجمعة" => Some(5),
        "السبت" => Some(6),
        "الأحد" | "الاحد" => Some(7),
        _ => None,
    };
    match date.said {
        Said::Days { first, last, .. } if first == last => {
            (date.first..=date.last).chain(date.first.checked_sub(1)).find_map(day)
        }
        _ => None,
    }
}

/// True if a day lies no more than five days from the round.
fn is_near(round: &Round, (month, day): (u8, u8), year: Option<i32>) -> bool {
    let mut years = year.map_or(round.start.year()..=round.end.year(), |y| y..=y);
    years.any(|y| NaiveDate::from_ymd_opt(y, u32::from(month), u32::from(day)).is_some_and(|d| round.distance(d).abs() <= 5))
}
