//! From what is said to days: absolute dates by themselves, the rest against the article's day.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::hijri;
use super::{Anchor, DateMention, From, Precision, Said, Tense, Turn, Way};
use crate::brief::context::DateRange;

/// Resolves the dates of one sentence. In `أعلن، الثلاثاء، أن الاجتماع يومي الأربعاء والخميس المقبلين` the coming days are counted from the day on which it was said.
pub fn resolve(dates: &mut [DateMention], anchor: Option<Anchor>) {
    let mut spoken = anchor;
    for date in dates {
        // `أعلن الثلاثاء أنه سيصل الخميس`: ahead of the day on which it was said.
        let coming = matches!(date.said, Said::Weekdays { turn: Turn::Next, .. })
            || (date.is_bare_weekday() && matches!(date.tense, Tense::Future | Tense::Planned));
        let tense = date.tense;
        // `قال الاثنين إن الجلسات تستأنف الأحد`
        if tense == Tense::Planned && spoken != anchor {
            date.tense = Tense::Future;
        }
        date.resolve(if coming { spoken } else { anchor });
        date.tense = tense;
        if let (true, Tense::Past, Some(days)) = (date.is_bare_weekday(), date.tense, date.date) {
            spoken = Some(Anchor { date: days.start, exact: true });
        }
    }
}

impl DateMention {
    /// Resolves against `anchor`. What cannot be resolved keeps `date: None` and [`From::Unresolved`].
    pub fn resolve(&mut self, anchor: Option<Anchor>) {
        let absolute = self.absolute();
        let (found, from) = match (absolute, anchor) {
            (Some(found), _) => (Some(found), From::Text),
            (None, Some(anchor)) => {
                let from = if anchor.exact { From::ArticleDate } else { From::RoundWindow };
                (self.relative(anchor), from)
            }
            (None, None) => (None, From::Unresolved),
        };
        match found {
            Some((date, precision)) => (self.date, self.precision, self.from) = (Some(date), precision, from),
            None => (self.date, self.precision, self.from) = (None, Precision::Day, From::Unresolved),
        }
    }

    fn absolute(&self) -> Option<(DateRange, Precision)> {
        match self.said {
            Said::Days { first, last, month: Some(month), year: Some(year), .. } => days(year, month, first, last),
            Said::Month { month, year: Some(year), third, .. } => month_of(year, month, third),
            Said::Year { year, third } => year_of(year, third),
            Said::Hijri { day, month, year: Some(year) } => hijri_of(year, month, day),
            _ => None,
        }
    }

    fn relative(&self, anchor: Anchor) -> Option<(DateRange, Precision)> {
        let today = anchor.date;
        match self.said {
            Said::Days { first, last, month: Some(month), turn, .. } => {
                let day = |year| day_or_last(year, month, first);
                days(self.year(today, turn, day)?, month, first, last)
            }
            Said::Days { first, last, month: None, turn, .. } => {
                let month = shift_month(today, turn)?;
                days(month.year(), month.month() as u8, first, last)
            }
            Said::Month { month, turn, third, .. } => {
                // Reports of the month itself and of the next few days both say it: its middle stands for it.
                let middle = |year| NaiveDate::from_ymd_opt(year, u32::from(month), 15);
                let year = match turn {
                    Turn::Next if today.month() == u32::from(month) => today.year() + 1,
                    Turn::Last if today.month() == u32::from(month) => today.year() - 1,
                    _ => self.year(today, turn, middle)?,
                };
                month_of(year, month, third)
            }
            Said::Hijri { day, month, .. } => hijri_of(hijri::nearest_year(month, today), month, day),
            Said::Period { unit: 5, turn, third } => {
                let month = shift_month(today, turn)?;
                month_of(month.year(), month.month() as u8, third)
            }
            Said::Period { unit: 6, turn, third } => year_of(today.year() + step(turn), third),
            Said::Length { halves, unit, way } if unit >= 4 || anchor.exact => length(today, halves, unit, way),
            _ if !anchor.exact => None,
            Said::Offset(offset) => one(shift(today, i64::from(offset))?),
            Said::Weekdays { first, last, turn, offset } => self.weekdays(today, first, last, turn, offset),
            Said::Period { unit: 4, turn, .. } => {
                let monday = shift(today, -i64::from(today.weekday().num_days_from_monday()) + 7 * i64::from(step(turn)))?;
                Some((DateRange { start: monday, end: shift(monday, 6)? }, Precision::Week))
            }
            _ => None,
        }
    }

    /// The year in which `day` is meant: the nearest, on the side that the words say.
    fn year(&self, today: NaiveDate, turn: Turn, day: impl Fn(i32) -> Option<NaiveDate>) -> Option<i32> {
        let near = |min: i64, max: i64| {
            let years = today.year() - 1..=today.year() + 1;
            years
                .filter_map(|y| day(y).map(|d| (y, (d - today).num_days())))
                .filter(|&(_, far)| (min..=max).contains(&far))
                .min_by_key(|&(_, far)| far.abs())
                .map(|(y, _)| y)
        };
        match (turn, self.tense) {
            // Its year stands in no date of the sentence.
            (Turn::SameYear, _) => None,
            (Turn::This | Turn::LastYear | Turn::NextYear, _) => Some(today.year() + step(turn)),
            (Turn::Next, _) => near(0, 400),
            (Turn::Last, _) => near(-400, 0),
            (_, Tense::Future) => near(-7, 300).or_else(|| near(-400, 400)),
            (_, Tense::Past) => near(-320, 2).or_else(|| near(-400, 400)),
            _ => near(-400, 400),
        }
    }

    fn weekdays(&self, today: NaiveDate, first: u8, last: u8, turn: Turn, offset: Option<i8>) -> Option<(DateRange, Precision)> {
        let now = today.weekday().number_from_monday() as i64;
        let ahead = (i64::from(first) - now).rem_euclid(7);
        let far = match (offset, turn, self.tense) {
            (Some(offset), ..) => {
                // The day's name wins over the word: the nearest such day.
                let target = i64::from(offset);
                (-9..=9).filter(|d| (d - ahead).rem_euclid(7) == 0).min_by_key(|d| ((d - target).abs(), *d)).unwrap_or(target)
            }
            (_, Turn::Next, _) if ahead == 0 => 7,
            (_, Turn::Next, _) => ahead,
            (_, Turn::Last, _) if ahead == 0 => -7,
            (_, Turn::Last, _) => ahead - if ahead == 0 { 0 } else { 7 },
            (_, Turn::NextWeek, _) => i64::from(first) - now + 7,
            (_, Turn::LastWeek, _) => i64::from(first) - now - 7,
            (_, _, Tense::Future) => ahead,
            (_, _, Tense::Due) if ahead <= 3 => ahead,
            (_, _, Tense::Planned) if ahead <= 5 => ahead,
            _ if ahead == 0 => 0,
            _ => ahead - 7,
        };
        let start = shift(today, far)?;
        let end = shift(start, (i64::from(last) - i64::from(first)).rem_euclid(7))?;
        Some((DateRange { start, end }, Precision::Day))
    }
}

fn one(day: NaiveDate) -> Option<(DateRange, Precision)> {
    Some((DateRange { start: day, end: day }, Precision::Day))
}

fn shift(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    if by < 0 { day.checked_sub_days(Days::new(by.unsigned_abs())) } else { day.checked_add_days(Days::new(by.unsigned_abs())) }
}

fn step(turn: Turn) -> i32 {
    match turn {
        Turn::Last | Turn::LastWeek | Turn::LastYear => -1,
        Turn::Next | Turn::NextWeek | Turn::NextYear => 1,
        Turn::Plain | Turn::This | Turn::SameYear => 0,
    }
}

fn shift_month(today: NaiveDate, turn: Turn) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    match step(turn) {
        -1 => first.checked_sub_months(Months::new(1)),
        1 => first.checked_add_months(Months::new(1)),
        _ => Some(first),
    }
}

fn day_or_last(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
}

fn days(year: i32, month: u8, first: u8, last: u8) -> Option<(DateRange, Precision)> {
    let start = day_or_last(year, month, first)?;
    let end = if last >= first { day_or_last(year, month, last)? } else { start };
    Some((DateRange { start, end }, Precision::Day))
}

fn month_of(year: i32, month: u8, third: u8) -> Option<(DateRange, Precision)> {
    let first = day_or_last(year, month, 1)?;
    let last = shift(first.checked_add_months(Months::new(1))?, -1)?;
    let (start, end) = match third {
        1 => (first, first.with_day(10)?),
        2 => (first.with_day(11)?, first.with_day(20)?),
        3 => (first.with_day(21)?, last),
        _ => (first, last),
    };
    Some((DateRange { start, end }, if third == 0 { Precision::Month } else { Precision::PartOfMonth }))
}

fn year_of(year: i32, third: u8) -> Option<(DateRange, Precision)> {
    let (from, to) = match third {
        1 => (1, 3),
        2 => (5, 8),
        3 => (10, 12),
        4 => (1, 6),
        5 => (7, 12),
        6..=9 => (third * 3 - 17, third * 3 - 15),
        _ => (1, 12),
    };
    let (start, _) = month_of(year, from, 0)?;
    let (end, _) = month_of(year, to, 0)?;
    Some((
        DateRange { start: start.start, end: end.end },
        match third {
            0 => Precision::Year,
            4 | 5 => Precision::HalfOfYear,
            6.. => Precision::QuarterOfYear,
            _ => Precision::PartOfYear,
        },
    ))
}

fn hijri_of(year: i32, month: u8, day: u8) -> Option<(DateRange, Precision)> {
    let start = hijri::to_gregorian(year, month, day.max(1))?;
    let end = if day == 0 { shift(start, 28)? } else { start };
    Some((DateRange { start, end }, Precision::About))
}

fn length(today: NaiveDate, halves: u16, unit: u8, way: Way) -> Option<(DateRange, Precision)> {
    // Whole months and years by the calendar, the rest by days.
    let (whole, half) = (u32::from(halves / 2), i64::from(halves % 2));
    let (months, rest) = match unit {
        1 | 2 => (0, 0),
        3 => (0, i64::from(whole)),
        4 => (0, i64::from(halves) * 7 / 2),
        5 => (whole, half * 15),
        6 => (whole * 12, half * 182),
        _ => (whole * 120, half * 1826),
    };
    let day = match way {
        Way::Ago => shift(today.checked_sub_months(Months::new(months))?, -rest)?,
        Way::Ahead | Way::UpTo => shift(today.checked_add_months(Months::new(months))?, rest)?,
    };
    let precision = match way {
        Way::UpTo => Precision::NotAfter,
        _ if unit <= 3 && halves.is_multiple_of(2) => Precision::Day,
        _ => Precision::About,
    };
    Some((DateRange { start: day, end: day }, precision))
}
