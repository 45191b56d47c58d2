//! What days around a round say of it, and how long talks lasted.

use chrono::{Datelike, NaiveDate};

use super::days::is_inside;
use super::{Piece, Weighing};
use crate::analysis::dates::{Said, Tense};
use crate::glossary::cue::Is;

/// Days to come that a report names lie no further ahead.
const SOON: i64 = 45;
/// Days of what happened lie no further back.
const LATELY: i64 = 21;
/// Words before how long they lasted.
const LASTED: [&str; 9] = ["استمرت", "استمر", "دامت", "دام", "استغرقت", "استغرق", "امتدت", "مدى", "استمرا"];

impl Weighing<'_> {
    /// Where nobody numbers the round: days that are told as past lie before it, days to come soon behind it.
    pub(super) fn by_days_around(&self, out: &mut Vec<Piece>) {
        if !self.is_numbered() || self.date.is_some() || self.all_hits().next().is_some() {
            return;
        }
        for (i, date) in self.items.iter().enumerate().flat_map(|(i, f)| f.facts.dates.iter().map(move |d| (i, d))) {
            if self.leads[i] == 0 {
                continue;
            }
            let Said::Days { first, last, month: Some(month), year, .. } = date.said else { continue };
            let elsewhere = date.tense == Tense::Future && self.is_set_elsewhere(i, date);
            if !elsewhere && self.rounds().any(|(_, r)| is_inside(r, (month, first, last), year, None)) {
                continue;
            }
            let s = self.items[i].s;
            // تحديد موعد المؤتمر في 29 و30 كانون الثاني
            let set = (date.first.saturating_sub(4)..date.first).map(|at| at as usize).any(|at| {
                matches!(s.classes[at].is, Is::Set | Is::Next) || s.tokens[at].text(self.items[i].text).starts_with("موعد")
            });
            let (start, end) = self.bytes(i, date.start, date.end);
            for (key, round) in self.rounds() {
                let in_year = |y: i32| {
                    let day = |d: u8| NaiveDate::from_ymd_opt(y, u32::from(month), u32::from(d));
                    let (Some(first), Some(last)) = (day(first), day(last)) else { return false };
                    let (before, behind) = ((round.start - last).num_days(), (first - round.end).num_days());
                    match date.tense {
                        Tense::Due => false,
                        Tense::Future | Tense::Planned => (1..=SOON).contains(&behind),
                        _ if set => (1..=SOON).contains(&behind),
                        Tense::Past => (1..=LATELY).contains(&before),
                        Tense::Open => (1..=LATELY).contains(&before) || (1..=LATELY).contains(&behind),
                    }
                };
                let mut years = year.map_or(round.start.year() - 1..=round.end.year() + 1, |y| y..=y);
                if years.any(in_year) {
                    out.push(Piece { key, rule: "days-around", weight: 1, start, end });
                }
            }
        }
    }

    /// How long the first sentences say that the talks lasted (`استمرت عشرة أيام`).
    pub(super) fn by_length(&self, out: &mut Vec<Piece>) {
        for (i, item) in self.items.iter().enumerate().filter(|(i, _)| self.leads[*i] >= 4) {
            let s = item.s;
            for (at, cue) in s.classes.iter().enumerate().filter(|(_, c)| c.is == Is::Length) {
                let unit = match cue.value % 100 {
                    3 => 1,
                    4 => 7,
                    _ => continue,
                };
                let counted = item.facts.numbers.iter().find(|n| n.last as usize + 1 == at).and_then(|n| n.whole(1, 31));
                let Some(count) = counted.or((cue.value / 100 == 1).then_some(2)) else { continue };
                let lasted = (at.saturating_sub(4)..at).any(|at| LASTED.contains(&s.tokens[at].text(item.text)));
                if !lasted {
                    continue;
                }
                let (start, end) = self.bytes(i, s.tokens[at].start, s.tokens[at].end);
                let days = i64::from(count) * unit;
                for (key, round) in self.rounds() {
                    let long = (round.end - round.start).num_days() + 1;
                    if (long - days).abs() <= unit / 2 {
                        out.push(Piece { key, rule: "length", weight: 1, start, end });
                    }
                }
            }
        }
    }
}
