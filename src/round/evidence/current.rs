//! The day that a report gives the round it speaks of as this one: `في ختام هذه الجولة الجمعة 15 أيلول`, `الجولة الحالية التي بدأت في 13 نيسان`.
//!
//! It stands anywhere in an article, and says more than numbers of other rounds told in its background.

use chrono::{Datelike, NaiveDate};

use super::days::{is_inside, weekday};
use super::{Item, Piece, Weighing};
use crate::analysis::dates::{DateMention, Said, Tense, Turn};
use crate::glossary::cue::Is;
use crate::round::hits::{Hit, When};
use crate::round::tracks::Round;

/// As much as a number in the first sentence, with its bonus.
const CURRENT: i32 = 12;
/// The day stands no further from the words for the round.
const NEAR: usize = 12;
/// A round of more days is none that a day tells.
const LONG: i64 = 92;

/// A day of the round that is spoken of as this one.
#[derive(Clone, Copy, Debug)]
pub(super) struct CurrentDay {
    item: usize,
    bytes: (u32, u32),
    days: (u8, u8, u8),
    year: Option<i32>,
    weekday: Option<u32>,
}

impl CurrentDay {
    /// True if it is one of the round's days.
    pub(super) fn is_of(&self, round: &Round) -> bool {
        (round.end - round.start).num_days() <= LONG && is_inside(round, self.days, self.year, self.weekday)
    }

    /// True if it lies no more than a week from the round.
    fn is_near(&self, round: &Round) -> bool {
        let (month, day, _) = self.days;
        let mut years = self.year.map_or(round.start.year()..=round.end.year(), |y| y..=y);
        years.any(|y| NaiveDate::from_ymd_opt(y, u32::from(month), u32::from(day)).is_some_and(|d| round.distance(d).abs() <= 7))
    }
}

/// The days that the sentences of an article give this round.
pub(super) fn current_days(items: &[Item], leads: &[i32]) -> Vec<CurrentDay> {
    let mut out = Vec::new();
    for (i, item) in items.iter().enumerate().filter(|(i, _)| leads[*i] > 0) {
        let Some(at) = this_round(item) else { continue };
        let near = |d: &&DateMention| (d.first as usize).abs_diff(at) <= NEAR && d.tense != Tense::Future;
        for date in item.facts.dates.iter().filter(near) {
            if let Said::Days { first, last, month: Some(month), year, turn: Turn::Plain | Turn::This } = date.said {
                let weekday = weekday(item, date);
                out.push(CurrentDay { item: i, bytes: (date.start, date.end), days: (month, first, last), year, weekday });
            }
        }
    }
    out
}

/// Where the words `الجولة الحالية`, `هذه الجولة`, `في ختام الجولة` stand; not `ختام الجولة الثالثة`, which says its number, nor `الجولة السابقة`.
fn this_round(item: &Item) -> Option<usize> {
    let cue = |at: usize| item.s.classes.get(at).map_or(Is::Nothing, |c| c.is);
    (0..item.s.classes.len()).filter(|at| matches!(cue(*at), Is::Round | Is::Meeting)).find(|&at| {
        let back = |n: usize| at.checked_sub(n).map_or(Is::Nothing, cue);
        let behind = cue(at + 1);
        let other = matches!(behind, Is::Ordinal | Is::Previous | Is::Last | Is::Next | Is::Following | Is::Latest);
        // في نهاية الجولة
        let end = |n: usize| {
            back(n) == Is::Ended || back(n) == Is::Third && at.checked_sub(n).is_some_and(|at| item.s.classes[at].value == 3)
        };
        // هذه الجولة من القتال
        if (at + 1..at + 4).any(|at| cue(at) == Is::Decoy) {
            return false;
        }
        behind == Is::Current || !other && (back(1) == Is::This || end(1) && cue(at) == Is::Round)
    })
}

impl Weighing<'_> {
    /// True if the article gives this round a day of one of the track's.
    pub(super) fn has_current(&self) -> bool {
        self.current.iter().any(|day| self.rounds().any(|(_, round)| day.is_of(round)))
    }

    /// True if the days that the article gives this round are none of the track's, and no number stands in its opening.
    pub(super) fn is_of_other_days(&self) -> bool {
        let days = |day: &CurrentDay| self.rounds().any(|(_, round)| day.is_of(round) || day.is_near(round));
        let numbered = |(i, h): (usize, &Hit)| self.leads[i] >= 4 && !matches!(h.when, When::Past | When::Next);
        self.date.is_none() && !self.current.is_empty() && !self.current.iter().any(days) && !self.all_hits().any(numbered)
    }

    /// Rounds that are held on the day of this one.
    pub(super) fn by_current(&self, out: &mut Vec<Piece>) {
        for day in self.current {
            let (start, end) = self.bytes(day.item, day.bytes.0, day.bytes.1);
            let of_it = self.rounds().filter(|(_, round)| day.is_of(round));
            out.extend(of_it.map(|(key, _)| Piece { key, rule: "current-round", weight: CURRENT, start, end }));
        }
    }
}
