//! What weighs for a round, piece by piece: numbers, names, days, the article's date, years.

use chrono::{Datelike, NaiveDate};

use super::{Key, Piece, STATED, Weighing};
use crate::analysis::dates::{DateMention, Said, Tense, Turn};
use crate::article::RoundRef;
use crate::glossary::cue::Is;
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
            let weight = if past { 1 } else { 4 + if lead == 1 { 0 } else { lead } };
            let (start, end) = self.bytes(i as usize, found.start, found.end);
            out.push(Piece { key, rule: "name-of-round", weight, start, end });
        }
        let places = self.names.places.iter().filter(|(_, i, _)| self.leads[*i as usize] > 0);
        let all = self.tracks.list[self.main].rounds.len();
        let mut seen = u32::MAX;
        for &(entry, i, m) in places {
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
            let weight = if lead >= 4 && first { 3 } else { 1 };
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
                let day = |y: i32, d: u8| NaiveDate::from_ymd_opt(y, u32::from(month), u32::from(d));
                let years = year.map_or(round.start.year()..=round.end.year(), |y| y..=y);
                let inside = years.into_iter().any(|y| {
                    let (Some(a), Some(b)) = (day(y, first), day(y, last)) else { return false };
                    a <= round.end && b >= round.start
                });
                if !inside || (year.is_none() && (round.end - round.start).num_days() > 60) {
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
                ..-240 | 240.. => say(key, if matches!(key, Key::Listed(_)) { -20 } else { -6 }),
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
