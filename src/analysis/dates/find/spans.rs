//! Months, years and other periods, and lengths of time.

use super::{Read, Reader};
use crate::analysis::dates::{Said, Turn, Way};
use crate::glossary::cue::Is;
use crate::glossary::entry::Kind;

/// The first half of a year, where thirds are told by 1 to 3; the second is the next.
const FIRST_HALF: u8 = 4;
/// The number of its first quarter.
const FIRST_QUARTER: u8 = 6;

impl Reader<'_> {
    /// What follows a month: a year, `من العام الماضي`, `المقبل`.
    pub(super) fn year_behind(&self, end: usize) -> (Option<i32>, Turn, usize) {
        let mut next = end + 1;
        if let Some(turn) = self.turn(next) {
            return (None, turn, next);
        }
        if self.mark(next, &['،', ',']) || self.mark(next, &['-', '–']) && self.year(next + 1).is_some() {
            next += 1;
        }
        if self.is(next, Is::From) {
            next += 1;
        }
        if self.is(next, Is::Length) && self.cue(next).value % 100 == 6 {
            if let (306, Some(turn)) = (self.cue(next).value, self.turn(next + 1)) {
                // `شباط من العام الماضي` is not the last February.
                let turn = match turn {
                    Turn::Last => Turn::LastYear,
                    Turn::Next => Turn::NextYear,
                    other => other,
                };
                return (None, turn, next + 1);
            }
            if self.cue(next).value % 100 == 6 && self.same(next + 1) {
                return (None, Turn::SameYear, next + 1);
            }
            next += 1;
        }
        match self.year(next) {
            Some((year, to)) => (Some(year), Turn::Plain, to),
            None => (None, Turn::Plain, end),
        }
    }

    /// `نفسه`, `ذاتها`
    fn same(&self, at: usize) -> bool {
        matches!(self.text(at), "نفسه" | "نفسها" | "ذاته" | "ذاتها")
    }

    pub(super) fn hijri_year(&self, end: usize) -> (Option<i32>, usize) {
        match self.number(end + 1).and_then(|n| n.whole(1300, 1500).map(|y| (y as i32, n.last as usize))) {
            Some((year, to)) => (Some(year), to),
            None => (None, end),
        }
    }

    /// Months, `الشهر الماضي`, `هذا الأسبوع`, years; `مطلع`, `منتصف`, `نهاية` before them.
    pub(super) fn period(&self, at: usize) -> Read<Said> {
        let (mut i, mut third) = (at, 0);
        if self.is(i, Is::Third) {
            (third, i) = (self.cue(i).value as u8, i + 1);
        }
        // `النصف الثاني من العام الحالي`
        if self.is(i, Is::Half) {
            // `الربع الأول من العام`
            third = match (self.is(i + 1, Is::Ordinal), self.cue(i).value, self.cue(i + 1).value) {
                (true, 0, nth @ 1..=2) => FIRST_HALF - 1 + nth as u8,
                (true, 1, nth @ 1..=4) => FIRST_QUARTER - 1 + nth as u8,
                _ => return None,
            };
            i += 2 + usize::from(self.is(i + 2, Is::From));
        }
        let this = self.is(i, Is::This);
        i += usize::from(this);
        let plain_month = self.is(i, Is::Length) && self.cue(i).value == 5;
        if let Some(((month, hijri), end)) = self.month(i + usize::from(plain_month)) {
            if hijri {
                let (year, to) = self.hijri_year(end);
                return Some((Said::Hijri { day: 0, month, year }, to));
            }
            if third >= FIRST_HALF {
                return None;
            }
            let (year, turn, to) = self.year_behind(end);
            return Some((Said::Month { month, year, turn, third }, to));
        }
        if self.is(i, Is::Length) {
            let value = self.cue(i).value;
            let unit = (value % 100) as u8;
            if unit == 6
                && let Some((year, to)) = self.year(i + 1)
            {
                return Some((Said::Year { year, third }, to));
            }
            if value >= 300 && (4..=6).contains(&unit) && (third < FIRST_HALF || unit == 6) {
                let turn = self.turn(i + 1);
                let end = i + usize::from(turn.is_some());
                let turn = turn.or(if this || third > 0 { Some(Turn::This) } else { None })?;
                return Some((Said::Period { unit, turn, third }, end));
            }
            return None;
        }
        let (year, to) = self.year(i)?;
        let before = at.checked_sub(1).map_or(Is::Nothing, |b| self.cue(b).is);
        let said_so = third > 0
            || matches!(
                before,
                Is::Since
                    | Is::In
                    | Is::From
                    | Is::To
                    | Is::Before
                    | Is::After
                    | Is::Between
                    | Is::Within
                    | Is::About
                    | Is::And
                    | Is::On
            );
        let counted = self.found(to + 1, Kind::Unit).is_some() || self.is(to + 1, Is::Length);
        (said_so && !counted).then_some((Said::Year { year, third }, to))
    }

    /// `منذ ستة أسابيع`, `قبل شهرين`, `في أقل من شهر`, `خلال أسبوعين`
    pub(super) fn length(&self, at: usize) -> Read<Said> {
        let (way, mut i) = match self.cue(at).is {
            // `بحلول عام 2020` counts nothing.
            Is::Before if self.cue(at).value == 1 => return None,
            Is::Since | Is::Before => (Way::Ago, at + 1),
            Is::After => (Way::Ahead, at + 1),
            Is::Within if !self.since(at) => (Way::UpTo, at + 1),
            Is::Less if self.is(at.wrapping_sub(1), Is::In) || self.is(at.wrapping_sub(1), Is::Within) => (Way::UpTo, at),
            _ => return None,
        };
        while matches!(self.cue(i).is, Is::More | Is::Less | Is::About | Is::From) && i < at + 4 {
            i += 1;
        }
        let (mut halves, mut end) = match self.number(i) {
            Some(n) => ((n.value / 500) as u16, n.last as usize),
            None => (2, i.checked_sub(1)?),
        };
        let counted = end >= i;
        let unit = self.cue(end + 1);
        let value = match unit.is {
            Is::Length => unit.value,
            // `قبل يوم الاثنين`: the day's name, and not a day before.
            Is::Day if !counted && (self.weekday(end + 2).is_some() || self.days(end + 2).is_some()) => return None,
            Is::Day => 3,
            _ => return None,
        };
        (halves, end) = match value / 100 {
            0 => (halves, end + 1),
            1 if !counted => (4, end + 1),
            2 if counted => (halves, end + 1),
            _ => return None, // منذ أشهر: how many is not said; منذ الشهر الماضي is a period
        };
        if way == Way::Ahead && (self.is(end + 1, Is::From) || unit.is == Is::Day && !counted) {
            return None; // بعد يومين من المحادثات
        }
        // `قبل سبعة أشهر على الأقل من يوم الاقتراع`: counted from another day; `قبل شهرين من الآن` from this one.
        let at_least = 2 * usize::from(self.text(end + 1) == "على" && self.text(end + 2).ends_with("قل"));
        if self.is(at, Is::Before) && self.is(end + 1 + at_least, Is::From) && !self.now(end + 2 + at_least) {
            return None;
        }
        if self.is(end + 1, Is::Half) && self.cue(end + 1).value == 0 && self.cue(end + 1).and() {
            (halves, end) = (halves + 1, end + 1);
            let again = self.cue(end + 1);
            end += usize::from(again.is == Is::Length && again.value % 100 == value % 100);
        }
        Some((Said::Length { halves, unit: (value % 100) as u8, way }, end))
    }

    /// `الآن`, `اليوم`
    fn now(&self, at: usize) -> bool {
        self.is(at, Is::Today) || matches!(self.text(at), "الآن" | "الان")
    }

    fn since(&self, at: usize) -> bool {
        // خلال الأشهر الماضية is no bound; a bound is counted and has no adjective of time behind it.
        (at + 1..at + 5).any(|i| self.is(i, Is::Last))
    }
}
