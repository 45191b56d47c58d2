//! Days and ranges of days in words, English and Arabic.

use crate::brief::parts::{part_of_month, part_of_year};
use chrono::{Datelike, NaiveDate};

pub use crate::workspace::Months;

const ENGLISH: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const LEVANT: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
const GREGORIAN: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const MAGHREB: [&str; 12] =
    ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

impl Months {
    /// The choice with this name in `mujaz.yaml`.
    #[must_use]
    pub fn named(name: &str) -> Option<Months> {
        Some(match name {
            "levant" => Months::Levant,
            "gregorian" => Months::Gregorian,
            "maghreb" => Months::Maghreb,
            "both" => Months::Both,
            _ => return None,
        })
    }

    /// The month of a day, in Arabic.
    fn name(self, day: NaiveDate) -> String {
        let month = day.month0() as usize;
        match self {
            Months::Levant => LEVANT[month].to_owned(),
            Months::Gregorian => GREGORIAN[month].to_owned(),
            Months::Maghreb => MAGHREB[month].to_owned(),
            Months::Both => format!("{}/{}", LEVANT[month], GREGORIAN[month]),
        }
    }
}

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// The day.
    Day,
    /// The first, second or third ten days of a month, told by the day that begins them.
    PartOfMonth,
    /// The month only.
    Month,
    /// The beginning, middle or end of a year, told by the day that begins it.
    PartOfYear,
    /// A half of a year, told by the day that begins it.
    HalfOfYear,
    /// A quarter of a year, told by the day that begins it.
    QuarterOfYear,
    /// The year only.
    Year,
}

impl Precision {
    /// The precision with this name in a brief; whatever is neither a month, a part of one nor a year is a day.
    #[must_use]
    pub fn named(name: &str) -> Precision {
        match name {
            "month" => Precision::Month,
            "part of month" => Precision::PartOfMonth,
            "part of year" => Precision::PartOfYear,
            "half of year" => Precision::HalfOfYear,
            "quarter of year" => Precision::QuarterOfYear,
            "year" => Precision::Year,
            _ => Precision::Day,
        }
    }
}

/// `16 February 2017`.
#[must_use]
pub fn english(day: NaiveDate, precision: Precision) -> String {
    let month = ENGLISH[day.month0() as usize];
    match precision {
        Precision::Day => format!("{} {month} {}", day.day(), day.year()),
        Precision::PartOfMonth => format!("{}{month} {}", part_of_month(day), day.year()),
        Precision::Month => format!("{month} {}", day.year()),
        Precision::PartOfYear => format!("{}{}", part_of_year(day, "part of year"), day.year()),
        Precision::HalfOfYear => format!("{}{}", part_of_year(day, "half of year"), day.year()),
        Precision::QuarterOfYear => format!("{}{}", part_of_year(day, "quarter of year"), day.year()),
        Precision::Year => day.year().to_string(),
    }
}

/// `15–16 February 2017`, `28 November – 14 December 2017`.
#[must_use]
pub fn english_range(start: NaiveDate, end: NaiveDate) -> String {
    let last = english(end, Precision::Day);
    if start == end {
        last
    } else if start.year() != end.year() {
        format!("{} – {last}", english(start, Precision::Day))
    } else if start.month() != end.month() {
        format!("{} {} – {last}", start.day(), ENGLISH[start.month0() as usize])
    } else {
        format!("{}–{last}", start.day())
    }
}

/// `16 شباط 2017`.
#[must_use]
pub fn arabic(day: NaiveDate, precision: Precision, months: Months) -> String {
    let month = months.name(day);
    match precision {
        Precision::Day => format!("{} {month} {}", day.day(), day.year()),
        Precision::PartOfMonth => {
            let part = match part_of_month(day) {
                "early " => "مطلع",
                "mid-" => "منتصف",
                _ => "أواخر",
            };
            format!("{part} {month} {}", day.year())
        }
        Precision::PartOfYear | Precision::HalfOfYear | Precision::QuarterOfYear => {
            let name = match precision {
                Precision::HalfOfYear => "half of year",
                Precision::QuarterOfYear => "quarter of year",
                _ => "part of year",
            };
            let part = match part_of_year(day, name) {
                "first half of " => "النصف الأول من",
                "second half of " => "النصف الثاني من",
                "first quarter of " => "الربع الأول من",
                "second quarter of " => "الربع الثاني من",
                "third quarter of " => "الربع الثالث من",
                "last quarter of " => "الربع الأخير من",
                "early " => "مطلع",
                "mid-" => "منتصف",
                _ => "أواخر",
            };
            format!("{part} {}", day.year())
        }
        Precision::Month => format!("{month} {}", day.year()),
        Precision::Year => day.year().to_string(),
    }
}

/// `15 و16 شباط 2017`, `من 28 تشرين الثاني إلى 14 كانون الأول 2017`: in words, since a dash between digits turns around in Arabic.
#[must_use]
pub fn arabic_range(start: NaiveDate, end: NaiveDate, months: Months) -> String {
    let last = arabic(end, Precision::Day, months);
    if start == end {
        last
    } else if start.year() != end.year() {
        format!("من {} إلى {last}", arabic(start, Precision::Day, months))
    } else if start.month() != end.month() {
        format!("من {} {} إلى {last}", start.day(), months.name(start))
    } else if start.succ_opt() == Some(end) {
        format!("{} و{last}", start.day())
    } else {
        format!("من {} إلى {last}", start.day())
    }
}

/// `2017-02-16`, `2017-02` or `2017`: the value of `<time datetime>`.
#[must_use]
pub fn machine(day: NaiveDate, precision: Precision) -> String {
    match precision {
        Precision::Day => format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        Precision::Month | Precision::PartOfMonth => format!("{:04}-{:02}", day.year(), day.month()),
        Precision::Year | Precision::PartOfYear | Precision::HalfOfYear | Precision::QuarterOfYear => {
            format!("{:04}", day.year())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ranges_say_no_more_than_needed() {
        for (start, end, en, ar) in [
            ("2017-02-16", "2017-02-16", "16 February 2017", "16 شباط/فبراير 2017"),
            ("2017-02-15", "2017-02-16", "15–16 February 2017", "15 و16 شباط/فبراير 2017"),
            ("2017-03-23", "2017-03-31", "23–31 March 2017", "من 23 إلى 31 آذار/مارس 2017"),
            (
                "2017-11-28",
                "2017-12-14",
                "28 November – 14 December 2017",
                "من 28 تشرين الثاني/نوفمبر إلى 14 كانون الأول/ديسمبر 2017",
            ),
            (
                "2016-12-30",
                "2017-01-02",
                "30 December 2016 – 2 January 2017",
                "من 30 كانون الأول/ديسمبر 2016 إلى 2 كانون الثاني/يناير 2017",
            ),
        ] {
            assert_eq!(english_range(day(start), day(end)), en);
            assert_eq!(arabic_range(day(start), day(end), Months::Both), ar);
        }
    }

    #[test]
    fn months_have_the_names_of_the_region() {
        let d = day("2017-02-16");
        assert_eq!(arabic(d, Precision::Day, Months::Levant), "16 شباط 2017");
        assert_eq!(arabic(d, Precision::Month, Months::Gregorian), "فبراير 2017");
        assert_eq!(arabic(d, Precision::Month, Months::Maghreb), "فيفري 2017");
        assert_eq!(english(d, Precision::Year), "2017");
        assert_eq!(machine(d, Precision::Month), "2017-02");
    }
}
