//! How well the days of an article fit the rounds of each track that it names. Two talks may be named in one article, and one of them only beside the other.

use chrono::NaiveDate;

use super::Item;
use super::current::CurrentDay;
use super::days::{is_inside, weekday};
use crate::analysis::dates::{DateMention, Said, Tense, Turn};
use crate::round::subject::Names;
use crate::round::tracks::{Round, Tracks};

/// How much a round has for it that is held on the day of the one spoken of as this one.
const CURRENT: i32 = 8;

/// For each track: what its best round has for it. Below zero where something is named that is younger than all of its rounds.
pub(super) fn fit(
    items: &[Item],
    leads: &[i32],
    names: &Names,
    tracks: &Tracks,
    date: Option<NaiveDate>,
    current: &[CurrentDay],
) -> Vec<i32> {
    let one = names.named.iter().filter(|&&n| n > 0).count() < 2;
    let best = |t: usize| {
        if one || names.named[t] == 0 {
            return 0;
        }
        let round = |r: &Round| {
            let near = match date.map(|d| r.distance(d)) {
                Some(-4..=5) => 6,
                Some(-12..=16) => 3,
                _ => 0,
            };
            let this = if current.iter().any(|day| day.is_of(r)) { CURRENT } else { 0 };
            near + this + days(items, leads, r) - young(names, tracks, t, r)
        };
        tracks.list[t].rounds.iter().map(round).max().unwrap_or(0)
    };
    (0..tracks.list.len()).map(best).collect()
}

/// Days in the first sentences that are those of the round.
fn days(items: &[Item], leads: &[i32], round: &Round) -> i32 {
    if (round.end - round.start).num_days() > 31 {
        return 0;
    }
    let told = |item: &Item| {
        let weight = |d: &DateMention| match d.said {
            Said::Days { first, last, month: Some(month), year, turn: Turn::Plain | Turn::This } if d.tense != Tense::Future => {
                // A day of the week that fits is of one year in seven.
                let weekday = weekday(item, d);
                match is_inside(round, (month, first, last), year, weekday) {
                    true if weekday.is_some() => 6,
                    true => 3,
                    false => 0,
                }
            }
            _ => 0,
        };
        item.facts.dates.iter().map(weight).max().unwrap_or(0)
    };
    items.iter().zip(leads).filter(|(_, lead)| **lead >= 4).map(|(item, _)| told(item)).max().unwrap_or(0)
}

/// What speaks against a round that was over before a thing came up that the article names.
fn young(names: &Names, tracks: &Tracks, track: usize, round: &Round) -> i32 {
    let eras = names.eras.iter().filter(|e| usize::from(e.0) == track);
    if eras.map(|e| &tracks.list[track].eras[usize::from(e.1)]).any(|era| round.end < era.from) { 6 } else { 0 }
}
