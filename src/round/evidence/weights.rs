//! What weighs for a round, piece by piece: numbers, names, days, the article's date, years.

use chrono::{Datelike, NaiveDate};

use super::{Key, Piece, STATED, Weighing};
use crate::analysis::dates::{DateMention, Said, Tense, Turn};
use crate::article::RoundRef;
use crate::glossary::cue::{Cue, Is, bits};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::round::hits::{Hit, When};
use crate::round::tracks::Round;

impl Weighing<'_> {
    pub(super) fn stated(&self, round: Option<&RoundRef>) -> Vec<Piece> {
        let track = &self.tracks.list[self.main];
        let key = match round {
            Some(RoundRef::Number(n)) => Some(Key::Number(*n)),
            Some(RoundRef::Id(id)) => self
                .rounds()
                .find(|(_, r)| track.round_id(r) == *id)
                .map(|(k, _)| k)
                .or_else(|| id.strip_prefix(track.id.as_str())?.strip_prefix('-')?.parse().ok().map(Key::Number)),
            None => None,
        };
        key.map(|key| Piece { key, rule: "stated", weight: STATED, start: 0, end: 0 }).into_iter().collect()
    }

    pub(super) fn all_hits(&self) -> impl Iterator<Item = (usize, &Hit)> {
        self.hits.iter().enumerate().flat_map(|(i, h)| h.iter().map(move |h| (i, h)))
    }

    /// True if the title or the first sentence reports of the round with this number.
    pub(super) fn opens_with(&self, number: u32) -> bool {
        self.all_hits().any(|(i, h)| h.number == number && self.leads[i] >= 6 && matches!(h.when, When::Now | When::Told))
    }

    /// Numbers and ordinals.
    pub(super) fn by_number(&self, out: &mut Vec<Piece>) {
        if !self.is_numbered() {
            return;
        }
        for (i, hit) in self.hits.iter().enumerate().flat_map(|(i, h)| h.iter().map(move |h| (i, h))) {
            let lead = self.leads[i];
            if lead == 0 {
                continue;
            }
            let is_lead = lead >= 4;
            let bonus = if lead == 1 { 0 } else { lead };
            let base = match hit.rule {
                "continuation" => 8,
                "number-after-name" | "copula" => 5,
                "ordinal" => 4,
                _ => 3,
            };
            let tokens = &self.items[i].s.tokens;
            let (start, end) = self.bytes(i, tokens[hit.first].start, tokens[hit.last].end);
            let mut say = |number: u32, weight: i32| {
                if number > 0 && weight > 0 {
                    out.push(Piece { key: Key::Number(number), rule: hit.rule, weight, start, end });
                }
            };
            // `في ختام الجولة 15 … الجولة 16 ستعقد`: the report is of the earlier one.
            let report_of_last = hit.number > 1
                && (self.all_hits().any(|(j, h)| {
                    let told = matches!(h.when, When::Now | When::Told);
                    h.number == hit.number - 1 && (h.ended || (told && j <= i && self.leads[j] >= 4))
                }) || (hit.when == When::Next && self.opens_with(hit.number - 1)));
            match hit.when {
                When::Now => say(hit.number, base + bonus + if hit.ended && is_lead { 2 } else { 0 }),
                When::Soon | When::Next if report_of_last => {
                    say(hit.number, 1);
                    say(hit.number - 1, 2);
                }
                When::Soon if lead >= 6 => say(hit.number, base + bonus),
                When::Next if lead >= 6 => say(hit.number, base + bonus - 2),
                // Behind a first sentence that reports of something else, a round to come some time, and on no day, is the one after.
                When::Soon | When::Next if is_lead && lead < 6 && hit.number > 1 && self.is_far(i) => {
                    say(hit.number, 1);
                    say(hit.number - 1, 3);
                }
                When::Soon | When::Next if is_lead => say(hit.number, base),
                When::Told if is_lead => say(hit.number, base + bonus - 2),
                When::Soon | When::Next => {
                    say(hit.number, 1);
                    say(hit.number - 1, 2);
                }
                When::Told => say(hit.number, 1),
                When::Past => say(hit.number + 1, 2),
            }
        }
    }

    /// True if a sentence names a time, and no day.
    fn is_far(&self, i: usize) -> bool {
        let day = |d: &DateMention| matches!(d.said, Said::Days { .. } | Said::Weekdays { .. } | Said::Offset(_));
        let dates = &self.items[i].facts.dates;
        // في النصف الثاني من العام
        (!dates.is_empty() || self.items[i].s.has & bits(&[Is::Half]) != 0) && !dates.iter().any(day)
    }

    /// The round after one that is told of as the last (`وكانت آخر جولة قد عقدت في سوتشي في شباط`).
    pub(super) fn by_last(&self, out: &mut Vec<Piece>) {
        const LAST: u64 = bits(&[Is::Latest, Is::Previous, Is::Last, Is::Was]);
        for (i, item) in self.items.iter().enumerate() {
            if self.leads[i] == 0 || item.s.has & LAST == 0 {
                continue;
            }
            let last = item.s.classes.windows(3).any(|w| {
                let round = |c: &Cue| matches!(c.is, Is::Round | Is::Meeting);
                matches!(w[0].is, Is::Latest) && round(&w[1])
                    || round(&w[0]) && w[1..].iter().any(|c| matches!(c.is, Is::Previous | Is::Latest | Is::Last))
            });
            const TALKS: u64 = bits(&[Is::Round, Is::Meeting, Is::Talk]);
            // وكانت المحادثات علقت في حزيران
            let told =
                self.hits[i].is_empty() && item.s.has & TALKS != 0 && item.s.classes.iter().take(2).any(|c| c.is == Is::Was);
            if !last && !told {
                continue;
            }
            for date in item.facts.dates.iter().filter(|d| d.tense != Tense::Future) {
                let (month, year) = match date.said {
                    Said::Month { month, year, .. } => (month, year),
                    Said::Days { month: Some(month), year, .. } => (month, year),
                    _ => continue,
                };
                let (start, end) = self.bytes(i, date.start, date.end);
                for (r, (key, round)) in self.rounds().enumerate() {
                    let months = round.start.month()..=round.end.month();
                    let held = months.contains(&u32::from(month)) && year.is_none_or(|y| y == round.start.year());
                    // The next one; where talks are not numbered, the next one in that place.
                    let same = |next: &Round| matches!(key, Key::Number(_)) || next.place == round.place;
                    if let Some((key, _)) = self.rounds().skip(r + 1).find(|(_, next)| same(next)).filter(|_| held) {
                        out.push(Piece { key, rule: "after-the-last", weight: 3, start, end });
                    }
                }
            }
        }
    }

    /// Rounds that lie near the rounds of other talks which the article names (`قبل أسبوع من جنيف 4`), or before one that is to come.
    pub(super) fn by_neighbour(&self, out: &mut Vec<Piece>) {
        let mut near = |other: &Round, (start, end): (u32, u32), most: i32| {
            for (key, round) in self.rounds() {
                let far = if round.end < other.start { round.distance(other.start) } else { -other.distance(round.start) };
                let weight = match far.abs() {
                    ..=21 => most,
                    22..=45 => 1,
                    _ => continue,
                };
                out.push(Piece { key, rule: "near-other-talks", weight, start, end });
            }
        };
        for &(track, i, hit) in self.others {
            let Some(other) = self.tracks.list[track].rounds.iter().find(|r| r.number == Some(hit.number)) else { continue };
            let tokens = &self.items[i].s.tokens;
            near(other, self.bytes(i, tokens[hit.first].start, tokens[hit.last].end), 3);
        }
        // `المفاوضات ستبدأ في جنيف في 23 شباط`: days of other talks.
        for (i, item) in self.items.iter().enumerate() {
            let named = |t: &usize| {
                *t != self.main && item.s.matches.iter().any(|m| self.tracks.names(self.lexicon.forms[m.form as usize].entry, *t))
            };
            for track in (0..self.tracks.list.len()).filter(named) {
                for date in &item.facts.dates {
                    let Said::Days { first, last, month: Some(month), year, .. } = date.said else { continue };
                    let rounds = self.tracks.list[track].rounds.iter().filter(|r| (r.end - r.start).num_days() <= 31);
                    for other in rounds.filter(|r| is_inside(r, (month, first, last), year)) {
                        near(other, self.bytes(i, date.start, date.end), 2);
                    }
                }
            }
        }
        self.by_next(out);
        if self.is_numbered() {
            return;
        }
        let dates = self.items.iter().enumerate().flat_map(|(i, f)| f.facts.dates.iter().map(move |d| (i, d)));
        for (i, date) in dates.filter(|(_, d)| d.tense != Tense::Past) {
            let Said::Days { first, last, month: Some(month), year, turn: Turn::Plain | Turn::Next } = date.said else {
                continue;
            };
            let (start, end) = self.bytes(i, date.start, date.end);
            for (_, next) in self.rounds().filter(|(_, r)| is_inside(r, (month, first, last), year)) {
                for (key, _) in self.rounds().filter(|(_, r)| r.end < next.start && r.distance(next.start) <= 30) {
                    out.push(Piece { key, rule: "before-the-next", weight: 2, start, end });
                }
            }
        }
    }

    /// The round before one whose month is told (`الجولة المقبلة مطلع شباط`).
    fn by_next(&self, out: &mut Vec<Piece>) {
        for (i, item) in self.items.iter().enumerate().filter(|(i, _)| self.leads[*i] > 0) {
            let round = |c: &Cue| matches!(c.is, Is::Round | Is::Meeting);
            let next = item.s.classes.windows(2).any(|w| round(&w[0]) && matches!(w[1].is, Is::Next | Is::Following));
            if !next {
                continue;
            }
            for date in item.facts.dates.iter().filter(|d| d.tense != Tense::Past) {
                let (month, year) = match date.said {
                    Said::Month { month, year, .. } => (month, year),
                    Said::Days { month: Some(month), year, .. } => (month, year),
                    _ => continue,
                };
                let (start, end) = self.bytes(i, date.start, date.end);
                let held = |r: &Round| r.start.month() == u32::from(month) && year.is_none_or(|y| y == r.start.year());
                for (key, _) in self.rounds().zip(self.rounds().skip(1)).filter(|(_, (_, r))| held(r)).map(|(a, _)| a) {
                    out.push(Piece { key, rule: "before-the-next", weight: 2, start, end });
                }
            }
        }
    }

    /// Names and places of rounds.
    pub(super) fn by_name(&self, out: &mut Vec<Piece>) {
        for &(track, round, i, m) in &self.names.rounds {
            if usize::from(track) != self.main {
                continue;
            }
            let Some((key, _)) = self.rounds().nth(usize::from(round)) else { continue };
            let s = self.items[i as usize].s;
            let found = &s.matches[m as usize];
            let past = self.is_past(i as usize, found.first as usize, found.last as usize);
            let lead = self.leads[i as usize];
            // A city says less than a name of the talks in it.
            let city = self.lexicon.kind_of(found.form) == Kind::Place;
            let weight = match (past, city) {
                (true, _) => 1,
                (_, true) => 1 + lead / 2,
                _ => 4 + if lead == 1 { 0 } else { lead },
            };
            let (start, end) = self.bytes(i as usize, found.start, found.end);
            out.push(Piece { key, rule: "name-of-round", weight, start, end });
        }
        let places = self.names.places.iter().filter(|(_, i, _)| self.leads[*i as usize] > 0);
        let all = self.tracks.list[self.main].rounds.len();
        let mut seen = u32::MAX;
        for &(entry, i, m) in places {
            // `الجولة العاشرة ستكون في سوتشي` is no word on this one.
            let later = |h: &Hit| matches!(h.when, When::Soon | When::Next);
            let hits = &self.hits[i as usize];
            if self.leads[i as usize] < 6 && !hits.is_empty() && hits.iter().all(later) {
                continue;
            }
            let first = seen != i;
            seen = i;
            let id = self.lexicon.entries[entry as usize].id.as_str();
            let held: Vec<Key> = self
                .rounds()
                .filter(|(_, r)| {
                    r.place
                        .as_deref()
                        .is_some_and(|p| p == id || self.lexicon.entry(p).is_some_and(|p| p.country.as_deref() == Some(id)))
                })
                .map(|(k, _)| k)
                .collect();
            if held.is_empty() || held.len() * 2 > all {
                continue;
            }
            let lead = self.leads[i as usize];
            let found = &self.items[i as usize].s.matches[m as usize];
            let weight = match lead {
                6.. if first => 4,
                4.. if first => 2,
                _ => 1,
            };
            let (start, end) = self.bytes(i as usize, found.start, found.end);
            for key in held {
                out.push(Piece { key, rule: "place", weight, start, end });
            }
        }
    }

    /// True if the clause around these tokens tells of something past.
    pub(super) fn is_past(&self, i: usize, first: usize, last: usize) -> bool {
        let s = self.items[i].s;
        let cue = |at: usize| s.classes.get(at).map_or(Is::Nothing, |c| c.is);
        let near = |d: &&DateMention| d.first as usize <= last + 6 && d.last as usize + 6 >= first;
        matches!(cue(last + 1), Is::Last | Is::Previous)
            || self.items[i].facts.dates.iter().filter(near).any(|d| {
                matches!(
                    d.said,
                    Said::Month { turn: Turn::Last, .. }
                        | Said::Days { turn: Turn::Last, .. }
                        | Said::Period { unit: 6, turn: Turn::Last, .. }
                )
            })
    }

    /// Days that are those of a round.
    pub(super) fn by_days(&self, out: &mut Vec<Piece>) {
        for (i, date) in self.items.iter().enumerate().flat_map(|(i, f)| f.facts.dates.iter().map(move |d| (i, d))) {
            let Said::Days { first, last, month: Some(month), year, turn } = date.said else { continue };
            let lead = self.leads[i];
            if lead == 0 || turn == Turn::Last && lead < 4 {
                continue;
            }
            let next = turn == Turn::Next;
            for (key, round) in self.rounds() {
                if (round.end - round.start).num_days() > 92 && year.is_none() {
                    continue;
                }
                if !is_inside(round, (month, first, last), year) {
                    let near = lead >= 4 && turn == Turn::Plain && is_near(round, (month, first), year);
                    if near {
                        let (start, end) = self.bytes(i, date.start, date.end);
                        out.push(Piece { key, rule: "near-the-round", weight: 1, start, end });
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

    /// The article's own date.
    pub(super) fn by_date(&self, out: &mut Vec<Piece>) {
        let Some(date) = self.date else { return };
        let mut say = |key, weight| out.push(Piece { key, rule: "date", weight, start: 0, end: 0 });
        for (key, round) in self.rounds() {
            match round.distance(date) {
                -4..=5 => say(key, 9),
                -12..=16 => say(key, 6),
                -35..=45 => say(key, 2),
                // A round that begins months later is not the one that is reported of.
                ..-75 | 240.. => say(key, if matches!(key, Key::Listed(_)) { -20 } else { -6 }),
                _ => {}
            }
        }
    }

    /// The years that the text names, and those of the offices of its people.
    pub(super) fn by_year(&self, out: &mut Vec<Piece>) {
        let years = || self.items.iter().flat_map(|i| &i.facts.dates).filter(|d| d.tense != Tense::Future);
        let latest = years()
            .filter_map(|d| match d.said {
                Said::Days { year: Some(y), .. } | Said::Month { year: Some(y), .. } | Said::Year { year: y, .. } => Some((y, d)),
                _ => None,
            })
            .max_by_key(|(y, d)| (*y, std::cmp::Reverse(d.start)));
        let keys: Vec<Key> =
            out.iter().map(|p| p.key).chain(self.rounds().map(|(k, _)| k).filter(|k| matches!(k, Key::Listed(_)))).collect();
        for (key, round) in self.rounds().filter(|(k, _)| keys.contains(k)) {
            if let Some((year, date)) = latest.filter(|_| self.date.is_none()) {
                let mut say = |weight| out.push(Piece { key, rule: "year", weight, start: date.start, end: date.end });
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

    /// Things that are named only from some day on.
    pub(super) fn by_era(&self, out: &mut Vec<Piece>) {
        for &(track, era, i, place) in self.names.eras.iter().filter(|e| usize::from(e.0) == self.main) {
            let era = &self.tracks.list[usize::from(track)].eras[usize::from(era)];
            let (start, end) = self.bytes(i as usize, place.0, place.1);
            for (key, round) in self.rounds() {
                let weight = if round.end < era.from { -4 } else { i32::from(era.to.is_some_and(|to| round.start <= to)) };
                if weight != 0 {
                    out.push(Piece { key, rule: "era", weight, start, end });
                }
            }
        }
    }

    /// The bytes of tokens or words of a sentence, 0 for a headline that is not in the text.
    pub(super) fn bytes(&self, i: usize, start: u32, end: u32) -> (u32, u32) {
        if self.items[i].apart { (0, 0) } else { (start, end) }
    }

    /// True if the person held an office when the round was held.
    pub(super) fn in_office(&self, person: EntryId, round: &Round) -> bool {
        let roles = &self.lexicon.entries[person as usize].roles;
        roles.iter().any(|r| r.from.is_none_or(|from| from <= round.end.year()) && r.to.is_none_or(|to| to >= round.start.year()))
    }
}

/// True if days of a month, in a year if one is said, are days of the round.
fn is_inside(round: &Round, (month, first, last): (u8, u8, u8), year: Option<i32>) -> bool {
    let day = |y: i32, d: u8| NaiveDate::from_ymd_opt(y, u32::from(month), u32::from(d));
    let mut years = year.map_or(round.start.year()..=round.end.year(), |y| y..=y);
    years.any(|y| {
        let (Some(a), Some(b)) = (day(y, first), day(y, last)) else { return false };
        a <= round.end && b >= round.start
    })
}

/// True if a day lies no more than five days from the round.
fn is_near(round: &Round, (month, day): (u8, u8), year: Option<i32>) -> bool {
    let mut years = year.map_or(round.start.year()..=round.end.year(), |y| y..=y);
    years.any(|y| NaiveDate::from_ymd_opt(y, u32::from(month), u32::from(day)).is_some_and(|d| round.distance(d).abs() <= 5))
}
