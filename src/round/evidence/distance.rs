//! How far the report says that it is from other talks (`قبل أسبوع من عودة المفاوضات إلى جنيف`) and from the round before (`أول لقاء منذ عشرة أشهر`).

use super::{Item, Key, Piece, Weighing};
use crate::analysis::dates::{DateMention, Said};
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::Is;
use crate::round::tracks::Round;

/// The other talks stand no further behind the length of time.
const BEHIND: usize = 12;
/// Words for a pause.
const PAUSE: [&str; 12] = ["توقف", "انقطاع", "غياب", "تعليق", "جمود", "تعثر", "الأول", "الأولى", "أول", "لأول", "آخر", "الأخير"];

/// So many days, about.
#[derive(Clone, Copy)]
struct Days {
    from: i64,
    to: i64,
}

impl Days {
    /// The days that a date says, if it says a length of weeks, months or years, or of days.
    fn of(item: &Item, date: &DateMention) -> Option<Self> {
        let Said::Length { halves, unit, .. } = date.said else { return None };
        let unit = match unit {
            3 => 1,
            4 => 7,
            5 => 30,
            6 => 365,
            _ => return None,
        };
        let days = i64::from(halves) * unit / 2;
        let says = |is: Is| (date.first..=date.last).any(|at| item.s.classes[at as usize].is == is);
        let near = (days / 5).max(2);
        let few = unit == 1 && days < 1;
        (!few).then(|| match (says(Is::Less), says(Is::More)) {
            (true, _) => Self { from: days / 2, to: days },
            (_, true) => Self { from: days, to: days + days / 3 },
            _ => Self { from: days - near, to: days + near },
        })
    }

    fn has(self, days: i64) -> bool {
        (self.from..=self.to).contains(&days)
    }

    /// True if one of these days lies in the lengths of time.
    fn meets(self, days: std::ops::RangeInclusive<i64>) -> bool {
        self.from <= *days.end() && *days.start() <= self.to
    }
}

impl Weighing<'_> {
    /// Rounds that lie so far from a round of other talks as the report says.
    pub(super) fn by_distance(&self, out: &mut Vec<Piece>) {
        for (i, item) in self.items.iter().enumerate().filter(|(i, _)| self.leads[*i] > 0) {
            let cue = |at: usize| item.s.classes.get(at).map_or(Is::Nothing, |c| c.is);
            for date in &item.facts.dates {
                let Some(days) = Days::of(item, date) else { continue };
                let (first, last) = (date.first as usize, date.last as usize);
                let before = match cue(first) {
                    Is::Before => true,
                    Is::After => false,
                    _ => continue,
                };
                if !matches!(cue(last + 1), Is::From | Is::On) {
                    continue;
                }
                let (start, end) = self.bytes(i, date.start, date.end);
                let ended = (last + 1..last + 6).any(|at| cue(at) == Is::Ended);
                for other in self.rounds_named(item, last + 1) {
                    for (key, round) in self.rounds() {
                        // The report is of a day of the round, or of one beside it.
                        let far = |day: i64| match (before, ended) {
                            (true, _) => (other.start - round.start).num_days() - day,
                            (false, true) => (round.start - other.end).num_days() + day,
                            (false, false) => (round.start - other.start).num_days() + day,
                        };
                        let long = (round.end - round.start).num_days();
                        let of_it = if before { far(long)..=far(-1) } else { far(-1)..=far(long) };
                        let positive = *of_it.end() >= 0;
                        if positive && days.meets(of_it) {
                            out.push(Piece { key, rule: "near-other-talks", weight: 4, start, end });
                        }
                    }
                }
            }
        }
    }

    /// Short rounds of the other talks that are named soon behind a token, before the next comma.
    fn rounds_named<'s>(&'s self, item: &'s Item, from: usize) -> impl Iterator<Item = &'s Round> {
        let stop = |at: &usize| matches!(item.s.tokens[*at].kind, TokenKind::Mark('.' | '،' | '؛' | ':'));
        let to = (from..item.s.tokens.len().min(from + BEHIND)).find(stop).unwrap_or(from + BEHIND);
        let named = move |track: usize| {
            let here = item.s.matches.iter().chain(&item.s.cues).filter(|m| (from..to).contains(&(m.first as usize)));
            here.into_iter().any(|m| self.tracks.names(self.lexicon.forms[m.form as usize].entry, track))
        };
        let others = (0..self.tracks.list.len()).filter(move |&t| t != self.main && named(t));
        others.flat_map(|t| &self.tracks.list[t].rounds).filter(|r| (r.end - r.start).num_days() <= 31)
    }

    /// Rounds that the one before lies so far from as the report says: `أول لقاء منذ عشرة أشهر`, `بعد سبعة أشهر على الجولة السابقة`.
    pub(super) fn by_gap(&self, out: &mut Vec<Piece>) {
        if !self.is_numbered() {
            return;
        }
        let rounds: Vec<(Key, &Round)> = self.rounds().collect();
        for (i, item) in self.items.iter().enumerate().filter(|(i, _)| self.leads[*i] > 1) {
            for date in item.facts.dates.iter().filter(|d| self.is_gap(item, d)) {
                let Some(days) = Days::of(item, date).filter(|d| d.to >= 21) else { continue };
                let (start, end) = self.bytes(i, date.start, date.end);
                for pair in rounds.windows(2).filter(|pair| days.has((pair[1].1.start - pair[0].1.end).num_days())) {
                    out.push(Piece { key: pair[1].0, rule: "since-the-last", weight: 3, start, end });
                }
            }
        }
    }

    /// True for a length of time beside words for the round before or for a pause, where no other talks are named.
    fn is_gap(&self, item: &Item, date: &DateMention) -> bool {
        let cue = |at: usize| item.s.classes.get(at).map_or(Is::Nothing, |c| c.is);
        let (first, last) = (date.first as usize, date.last as usize);
        if !matches!(cue(first), Is::Since | Is::After) {
            return false;
        }
        let word = |at: usize| item.s.tokens.get(at).map_or("", |t| t.text(item.text));
        let near = first.saturating_sub(6)..(last + 6).min(item.s.tokens.len());
        let other = item.s.matches.iter().filter(|m| near.contains(&(m.first as usize))).any(|m| {
            let named = |t: usize| self.tracks.names(self.lexicon.forms[m.form as usize].entry, t);
            !named(self.main) && (0..self.tracks.list.len()).any(named)
        });
        let round = |at: usize| matches!(cue(at), Is::Round | Is::Meeting);
        let earlier = |at: usize| round(at) && matches!(cue(at + 1), Is::Previous | Is::Last | Is::Latest);
        let pause = |at: usize| PAUSE.contains(&word(at).trim_start_matches(['و', 'ب']));
        !other && near.clone().any(|at| earlier(at) || pause(at) && near.clone().any(round))
    }
}
