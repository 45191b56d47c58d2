//! Outcomes of another time: what the sentence dates long before its article is not of this round.

use chrono::{Days, NaiveDate};

use super::Outcome;
use crate::analysis::dates::{DateMention, Precision};

/// Days before an article that still belong to what it reports.
const OURS: u64 = 14;
/// What stands between an outcome and its day: `دخلت الهدنة حيز التنفيذ في 30 كانون الأول`.
const ON: [&str; 5] = ["", "في", "يوم", "في يوم", "بتاريخ"];

/// True where the outcome is dated long before `day`, the day of the article: by the date right behind it, or by the nearest before it (`التي عقدت العام الماضي توقفت دون اتفاق`).
/// `ends` says that the phrase of the outcome stands at its end; else a date behind it is that of its matter (`اتفقت على عقد مؤتمر في كانون الثاني`).
pub(super) fn is_earlier(
    outcome: &Outcome,
    ends: bool,
    text: &str,
    sentence: u32,
    dates: &[DateMention],
    day: NaiveDate,
) -> bool {
    let old = |d: &DateMention| d.date.is_some_and(|d| is_long_before(d.end, day));
    let (start, end) = outcome.span;
    let between = |from: u32, to: u32| text[from as usize..to as usize].trim();
    // `الهدنة السارية منذ 30 كانون الأول` dates the truce and not what became of it.
    let since = |d: &DateMention| between(sentence, d.start).ends_with("منذ");
    let behind = dates.iter().find(|d| ends && d.start >= end).filter(|d| ON.contains(&between(end, d.start)));
    if let Some(date) = behind {
        return old(date);
    }
    // `أفرج الطرفان في تشرين الأول الماضي عن ألف أسير`
    if dates.iter().any(|d| d.start > start && d.end < end && old(d) && !since(d)) {
        return true;
    }
    // `بين شباط ونيسان من العام الماضي توقفت`: the nearest day.
    dates.iter().rfind(|d| d.end <= start && !since(d)).is_some_and(old)
}

/// `ووقعت الدول الثلاث في مارس 2015 إعلان مبادئ`: where the day of the article is not known, a month or year with its number, before what was agreed, is of another time.
pub(super) fn is_of_a_year(outcome: &Outcome, dates: &[DateMention]) -> bool {
    let matter = outcome.words.map_or(outcome.span.1, |w| w.0);
    let coarse = |d: &DateMention| d.date.is_some() && !matches!(d.precision, Precision::Day);
    dates.iter().any(|d| d.end <= matter && coarse(d))
}

/// True for a day that is too long before the article's to be of what it reports.
pub(in crate::analysis) fn is_long_before(date: NaiveDate, day: NaiveDate) -> bool {
    day.checked_sub_days(Days::new(OURS)).is_some_and(|limit| date < limit)
}
