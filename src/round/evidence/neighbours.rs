//! What the rounds before and after it, and talks held beside them, say of a round.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::days::is_inside;
use super::{Item, Key, Piece, Weighing};
use crate::analysis::dates::{DateMention, Said, Tense, Turn, Way};
use crate::glossary::cue::{Cue, Is, bits};
use crate::round::tracks::Round;

/// Talks of more days than these paused.
const PAUSES: i64 = 30;

impl Weighing<'_> {
    /// The round after one that is told of as the last (`وكانت آخر جولة قد عقدت في سوتشي في شباط`).
    pub(super) fn by_last(&self, out: &mut Vec<Piece>) {
        const LAST: u64 = bits(&[Is::Latest, Is::Previous, Is::Last, Is::Was, Is::After, Is::Since, Is::Length]);
        for (i, item) in self.items.iter().enumerate() {
            if self.leads[i] == 0 || item.s.has & LAST == 0 {
                continue;
            }
            // وتعثر لجنة الدستور منذ جلستها الأخيرة: the last of other talks.
            if self.leads[i] < 6 && self.names_others_alone(item.s) {
                continue;
            }
            // وكانت الوفود التقت آخر مرة في حزيران
            let last_time = item.s.tokens.iter().any(|t| t.text(item.text) == "مرة");
            let last = item.s.classes.windows(3).any(|w| {
                let round = |c: &Cue| matches!(c.is, Is::Round | Is::Meeting);
                matches!(w[0].is, Is::Latest) && (round(&w[1]) || w[1].is == Is::Nothing && last_time)
                    || round(&w[0]) && w[1..].iter().any(|c| matches!(c.is, Is::Previous | Is::Latest | Is::Last))
            });
            const TALKS: u64 = bits(&[Is::Round, Is::Meeting, Is::Talk]);
            // وكانت المحادثات علقت في حزيران
            // …, بعدما كانت علقت في حزيران
            let before = item.s.classes.iter().take(2).any(|c| c.is == Is::Was)
                || item.s.classes.windows(2).any(|w| w[0].is == Is::After && w[1].is == Is::Was);
            // وكانت الجولة الحالية بدأت في 13 نيسان
            let current = item.s.classes.windows(2).any(|w| matches!(w[0].is, Is::Round | Is::Meeting) && w[1].is == Is::Current);
            let told = self.hits[i].is_empty() && item.s.has & TALKS != 0 && before && !current;
            for date in item.facts.dates.iter().filter(|d| d.tense != Tense::Future) {
                if !last && !told && !is_named_by(item, date) && !is_not_since(item, date) {
                    continue;
                }
                let (month, year) = match date.said {
                    Said::Month { month, year, .. } => (month, year),
                    Said::Days { month: Some(month), year, .. } => (month, year),
                    _ => continue,
                };
                let (start, end) = self.bytes(i, date.start, date.end);
                let months = months_before(item, date);
                for (r, (key, round)) in self.rounds().enumerate() {
                    let in_it = |r: &Round| {
                        (r.start.month()..=r.end.month()).contains(&u32::from(month))
                            && r.start.year() == year.unwrap_or(round.start.year())
                    };
                    let held = in_it(round);
                    // Talks of weeks that paused may be told of as the last while they go on.
                    if held
                        && months.is_none()
                        && year.is_none()
                        && matches!(key, Key::Number(_))
                        && (round.end - round.start).num_days() > PAUSES
                    {
                        out.push(Piece { key, rule: "after-the-last", weight: 3, start, end });
                    }
                    // The next one; where talks are not numbered, the next one in that place.
                    let same = |next: &Round| {
                        matches!(key, Key::Number(_)) || next.place == round.place || self.leads_with(next.place.as_deref())
                    };
                    let next = self.rounds().skip(r + 1).find(|(_, next)| same(next)).filter(|(_, next)| held && !in_it(next));
                    if let Some((key, next)) = next {
                        // بعد سبعة أشهر على جولة تشرين الثاني
                        let weight = match months {
                            Some(n) if ((next.start - round.end).num_days() - n * 30).abs() <= 20 => 5,
                            Some(_) => 1,
                            None => 3,
                        };
                        out.push(Piece { key, rule: "after-the-last", weight, start, end });
                    }
                }
            }
        }
    }

    /// True if the headline or the first sentence names a place.
    fn leads_with(&self, place: Option<&str>) -> bool {
        let named = |entry: u32| self.lexicon.entries[entry as usize].id.as_str();
        self.names.places.iter().any(|&(entry, i, _)| self.leads[i as usize] >= 6 && place == Some(named(entry)))
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
            let others: BTreeSet<usize> = self.tracks.all_named_in(item.s, self.lexicon).filter(|&t| t != self.main).collect();
            for track in others {
                for date in &item.facts.dates {
                    let Said::Days { first, last, month: Some(month), year, .. } = date.said else { continue };
                    let rounds = self.tracks.list[track].rounds.iter().filter(|r| (r.end - r.start).num_days() <= 31);
                    for other in rounds.filter(|r| is_inside(r, (month, first, last), year, None)) {
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
            for (_, next) in self.rounds().filter(|(_, r)| is_inside(r, (month, first, last), year, None)) {
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
            let next = |w: &[Cue]| round(&w[0]) && matches!(w[1].is, Is::Next | Is::Following);
            let Some(at) = item.s.classes.windows(2).position(next) else { continue };
            for date in item.facts.dates.iter().filter(|d| d.tense != Tense::Past && d.first as usize > at) {
                let (month, year) = match date.said {
                    Said::Month { month, year, .. } => (month, year),
                    Said::Days { month: Some(month), year, .. } => (month, year),
                    _ => continue,
                };
                let (start, end) = self.bytes(i, date.start, date.end);
                for ((key, _), (_, next)) in self.rounds().zip(self.rounds().skip(1)) {
                    if year.is_some_and(|y| y != next.start.year()) {
                        continue;
                    }
                    // What was set for July may be held in August.
                    let late = (next.start.month() + 12 - u32::from(month)) % 12;
                    if late < 2 {
                        out.push(Piece { key, rule: "before-the-next", weight: 2 - late as i32, start, end });
                    }
                }
            }
        }
    }
}

/// `بعد شهرين على جولة آذار`, `وكانت جولة الثالث من آذار انتهت`: an earlier round that is called by its time.
fn is_named_by(item: &Item, date: &DateMention) -> bool {
    let first = date.first as usize;
    let cue = |i: usize| item.s.classes.get(i).map_or(Is::Nothing, |c| c.is);
    let Some(round) = first.checked_sub(1).filter(|&i| matches!(cue(i), Is::Round | Is::Meeting)) else { return false };
    let before = (round.saturating_sub(7)..round).any(|i| matches!(cue(i), Is::After | Is::Since | Is::Length));
    before || (0..round.min(2)).any(|i| cue(i) == Is::Was)
}

/// `ولم تلتئم اللجنة منذ تشرين الثاني 2019`, `لأول مرة منذ تموز`
fn is_not_since(item: &Item, date: &DateMention) -> bool {
    let Some(since) = (date.first as usize).checked_sub(1) else { return false };
    let c = &item.s.classes;
    c[since].is == Is::Since && c[..since].iter().rev().take(8).any(|c| c.is == Is::No || c.is == Is::Ordinal && c.value == 1)
}

/// How many months lie between a date and the report: `بعد سبعة أشهر على جولة تشرين الثاني`.
fn months_before(item: &Item, date: &DateMention) -> Option<i64> {
    item.facts.dates.iter().find_map(|d| match d.said {
        Said::Length { halves, unit: 5, way: Way::Ahead } if d.last < date.first && d.last + 5 > date.first => {
            Some(i64::from(halves) / 2)
        }
        _ => None,
    })
}
