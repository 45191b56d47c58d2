//! Dates, absolute and relative.
//!
//! In: a sentence with its numbers. Out: each date in it as it is said ([`Said`]), which needs nothing but the sentence; then, against the day of the article, as days
//! ([`DateMention::resolve`]), with how exact that is and what it was resolved from. A date that cannot be resolved stays, and says so. Refused: `كانون الثاني` as an ordinal,
//! `شباط 28 مجزرة` as 28 February, `اليوم الأول` as today, lengths of time (`40 دقيقة`), years without a word that makes them one.

mod find;
mod hijri;
mod resolve;
#[cfg(test)]
mod tests;

pub use find::find;
pub use resolve::resolve;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::brief::context::DateRange;

/// A date in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// First token.
    pub first: u32,
    /// Last token, included.
    pub last: u32,
    /// As the sentence says it.
    pub said: Said,
    /// Part of the day, 1 (dawn) to 7 (eve).
    pub part: Option<u8>,
    /// What the verbs around it say.
    pub tense: Tense,
    /// The days, once resolved.
    pub date: Option<DateRange>,
    /// How exact.
    pub precision: Precision,
    /// What it was resolved from.
    pub from: From,
}

/// A date as a sentence says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// `3 و4 مايو المقبل`; without a month, of the month that `turn` says (`23 من الشهر الحالي`).
    Days {
        /// First day of the month.
        first: u8,
        /// Last day of the month.
        last: u8,
        /// Month.
        month: Option<u8>,
        /// Year.
        year: Option<i32>,
        /// Last, this or next.
        turn: Turn,
    },
    /// `مايو المقبل`, `منتصف مارس 2017`
    Month {
        /// Month.
        month: u8,
        /// Year.
        year: Option<i32>,
        /// Last, this or next.
        turn: Turn,
        /// Beginning, middle, end: 1, 2, 3; 0 the whole.
        third: u8,
    },
    /// `16 جمادى الأولى 1438`
    Hijri {
        /// Day, 0 if none.
        day: u8,
        /// Month.
        month: u8,
        /// Year.
        year: Option<i32>,
    },
    /// `الأربعاء والخميس المقبلين`, `أمس الثلاثاء`
    Weekdays {
        /// First day, Monday is 1.
        first: u8,
        /// Last day.
        last: u8,
        /// Last, this or next.
        turn: Turn,
        /// Days from the day of the article, if that is said too.
        offset: Option<i8>,
    },
    /// `أمس`, `غدا`: days from the day of the article.
    Offset(i8),
    /// `الشهر الماضي`, `هذا الأسبوع`, `نهاية العام`
    Period {
        /// Week 4, month 5, year 6.
        unit: u8,
        /// Last, this or next.
        turn: Turn,
        /// Beginning, middle, end: 1, 2, 3; 0 the whole.
        third: u8,
    },
    /// `عام 2011`
    Year {
        /// The year.
        year: i32,
        /// Beginning, middle, end: 1, 2, 3; 0 the whole.
        third: u8,
    },
    /// `منذ شهر ونصف`: so much before (or behind) the day of the article.
    Length {
        /// How many, in halves.
        halves: u16,
        /// Unit: minute 1 to decade 7.
        unit: u8,
        /// Which way.
        way: Way,
    },
}

/// Last, this or next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Turn {
    /// Not said.
    #[default]
    Plain,
    /// الماضي
    Last,
    /// الجاري
    This,
    /// المقبل
    Next,
    /// من الأسبوع الماضي
    LastWeek,
    /// من الأسبوع المقبل
    NextWeek,
    /// من العام الماضي
    LastYear,
    /// من العام المقبل
    NextYear,
    /// `من العام ذاته`: of the year named before
    SameYear,
}

/// Which way a length of time points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// منذ, قبل
    Ago,
    /// بعد
    Ahead,
    /// في أقل من, خلال: no later than.
    UpTo,
}

/// What the verbs around a date say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tense {
    /// Nothing.
    #[default]
    Open,
    /// It was.
    Past,
    /// It is to come.
    Future,
    /// It was to come, and may have come.
    Due,
    /// It is planned, in the imperfect (`تبدأ الجولة الخميس`): to come, unless it was yesterday.
    Planned,
}

/// How exact a resolved date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// One day or the days that are named.
    #[default]
    Day,
    /// A week.
    Week,
    /// The beginning, middle or end of a month.
    PartOfMonth,
    /// A month.
    Month,
    /// The beginning, middle or end of a year.
    PartOfYear,
    /// A half of a year.
    HalfOfYear,
    /// A quarter of a year.
    QuarterOfYear,
    /// A year.
    Year,
    /// Near that day: lengths of time and converted Hijri dates.
    About,
    /// Not after that day.
    NotAfter,
}

/// What a date was resolved from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// It could not be resolved.
    #[default]
    Unresolved,
    /// The words alone.
    Text,
    /// The words and the article's day.
    ArticleDate,
    /// The words and the days of the round.
    RoundWindow,
}

/// The day that relative dates are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub date: NaiveDate,
    /// True if it is the article's own day; false if it is only near it, so that months and years can be told, but no days.
    pub exact: bool,
}

impl DateMention {
    /// True for the day on which a report says something happened, with no word that moves it.
    #[must_use]
    pub fn is_bare_weekday(&self) -> bool {
        matches!(self.said, Said::Weekdays { turn: Turn::Plain, offset: None, first, last } if first == last)
    }
}
