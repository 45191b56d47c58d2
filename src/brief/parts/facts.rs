//! Differences, figures, days, changes, gaps.

use super::{Citation, English, OutcomeStatus, Speaker};
use crate::brief::context::DateRange;
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One value of a disputed slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisputeValue {
    /// The value, in English.
    pub value: English,
    /// Who says so; `none` for the article itself.
    pub by: Option<Speaker>,
    /// The Arabic that says so.
    pub ar: String,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// One slot on which sources or speakers differ. No verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// Id of the slot.
    pub slot: String,
    /// The slot in English.
    pub slot_en: String,
    /// The values side by side.
    pub values: Vec<DisputeValue>,
}

/// A number that a source gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The value, as a decimal number (`310000`, `1.5`), or two of a range (`20–30`).
    pub value: String,
    /// What is counted, in English.
    pub unit: String,
    /// The words that it stands in, in English, where they are read without a gap.
    #[serde(default)]
    pub phrase: Option<English>,
    /// `more than`, `about`, `at least`, … or empty.
    pub modifier: String,
    /// The day for which it is given.
    pub as_of: Option<NaiveDate>,
    /// Who gives it; `none` for the article itself.
    pub by: Option<Speaker>,
    /// As it stands.
    pub ar: String,
    /// True if a key statement or a key point tells it, too.
    #[serde(default)]
    pub told: bool,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// Something that is to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Next {
    /// The day, the first of several, or the upper bound, when one can be told.
    pub date: Option<NaiveDate>,
    /// The last day, where there are several.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// `day`, `month`, `before`, …; `told` where the line says its day itself, `unknown` where none is stated.
    pub precision: String,
    /// The sentence, verbatim.
    pub ar: String,
    /// What is to come, as a label made from data; a gloss of the sentence where none can be made.
    pub en: English,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

impl Next {
    /// `Geneva talks, 23 February 2017`; `Next round, 3–4 May 2017`.
    #[must_use]
    pub fn with_date(&self) -> String {
        let text = &self.en.text;
        if let (Some(start), Some(end)) = (self.date, self.until) {
            return format!("{text}, {}", DateRange { start, end }.en());
        }
        match self.date {
            Some(d) if self.precision == "before" => format!("{text}, by {}", d.format("%-d %B %Y")),
            Some(d) if self.precision == "month" => format!("{text}, {}", d.format("%B %Y")),
            Some(d) if self.precision == "part of month" => format!("{text}, {}{}", part_of_month(d), d.format("%B %Y")),
            Some(d) if self.precision == "year" => format!("{text}, {}", d.format("%Y")),
            Some(d) if self.precision.ends_with("of year") => {
                format!("{text}, {}{}", part_of_year(d, &self.precision), d.format("%Y"))
            }
            Some(d) => format!("{text}, {}", d.format("%-d %B %Y")),
            None => text.clone(),
        }
    }
}

/// Which ten days of its month a day is in: `early `, `mid-` or `late `, as it stands before the month.
#[must_use]
pub fn part_of_month(day: NaiveDate) -> &'static str {
    match day.day() {
        ..=10 => "early ",
        11..=20 => "mid-",
        _ => "late ",
    }
}

/// Which part of its year begins with a day: a third (`early `, `mid-` or `late `), a half or a quarter, as it stands before the year.
#[must_use]
pub fn part_of_year(day: NaiveDate, precision: &str) -> &'static str {
    match (precision, day.month()) {
        ("half of year", ..=6) => "first half of ",
        ("half of year", _) => "second half of ",
        ("quarter of year", ..=3) => "first quarter of ",
        ("quarter of year", 4..=6) => "second quarter of ",
        ("quarter of year", 7..=9) => "third quarter of ",
        ("quarter of year", _) => "last quarter of ",
        (_, ..=3) => "early ",
        (_, 4..=9) => "mid-",
        _ => "late ",
    }
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimelineEvent {
    /// The day, or the first day of the month or year.
    pub date: NaiveDate,
    /// `day`, `month`, `year`, `morning`, …
    pub precision: String,
    /// True for events of earlier rounds and before.
    pub background: bool,
    /// The words that date it, verbatim.
    pub ar: String,
    /// The event in English.
    pub en: English,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// What changed in one slot since the previous round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Id of the slot.
    pub slot: String,
    /// The slot in English.
    pub slot_en: String,
    /// Status in the previous round.
    pub before: Option<OutcomeStatus>,
    /// Status in this round.
    pub after: Option<OutcomeStatus>,
    /// Both in the words that go with the matter.
    #[serde(default)]
    pub words: (String, String),
}

/// Something a reader would look for and the sources do not give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// `section`, `speaker`, `party`, `date`; `article` for articles of the days of the round that stand in no brief.
    pub kind: String,
    /// In English.
    pub text: String,
}
