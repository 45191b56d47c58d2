//! Outcomes of another time: what the sentence dates long before its article is not of this round.

use chrono::{Days, NaiveDate};

use super::{Outcome, Status};
use crate::analysis::dates::{DateMention, Precision};
use crate::analysis::parse::ParsedSentence;
use crate::analysis::statements::view::View;
use crate::glossary::cue::Is;
use crate::glossary::matcher::Match;

/// Days before an article of which what it calls past, or tells as known, may still be news.
const NEWS: u64 = 2;
/// Bytes between an event and its day.
const NEAR: u32 = 48;
/// Tokens at whose end a sentence has begun.
const OPENS: u32 = 2;
/// Days before an article that still belong to what it reports.
const OURS: u64 = 14;
/// What may stand between `منذ` and how long.
const ABOUT: [&str; 8] = [" أكثر من", " أقل من", " نحو", " حوالي", " قرابة", " زهاء", " ما يزيد على", " ما يزيد عن"];
/// What stands between an outcome and its day: `دخلت الهدنة حيز التنفيذ في 30 كانون الأول`.
const ON: [&str; 5] = ["", "في", "يوم", "في يوم", "بتاريخ"];

/// True where the outcome is dated long before `day`, the day of the article: by the date right behind it, or by the nearest before it (`التي عقدت العام الماضي توقفت دون اتفاق`).
/// `ends` says that the phrase of the outcome stands at its end; else a date behind it is that of its matter (`اتفقت على عقد مؤتمر في كانون الثاني`).
pub(super) fn is_earlier(
    outcome: &Outcome,
    (ends, deed): (bool, bool),
    text: &str,
    sentence: u32,
    dates: &[DateMention],
    day: NaiveDate,
) -> bool {
    let old = |d: &DateMention| d.date.is_some_and(|d| is_long_before(d.end, day));
    let (start, end) = outcome.span;
    let between = |from: u32, to: u32| text[from as usize..to as usize].trim();
    // `الهدنة السارية منذ 30 كانون الأول` dates the truce and not what became of it.
    // `منذ أكثر من ثلاثة أعوام`
    let since = |d: &DateMention| {
        if text[d.start as usize..].starts_with("منذ") {
            return true;
        }
        let before = between(sentence, d.start);
        ABOUT.iter().find_map(|about| before.strip_suffix(about)).unwrap_or(before).trim_end().ends_with("منذ")
    };
    let behind = dates.iter().find(|d| ends && d.start >= end).filter(|d| ON.contains(&between(end, d.start)));
    if let Some(date) = behind {
        return old(date);
    }
    // `أفرج الطرفان في تشرين الأول الماضي عن ألف أسير`
    if dates.iter().any(|d| d.start > start && d.end < end && old(d) && !since(d)) {
        return true;
    }
    // `بعد توقيع الاتفاق في 23 تشرين الأول`, `وكان دبلوماسي قد صرح الاثنين بأن`: known already, or said before.
    let before = &text[sentence as usize..start as usize];
    let known = before.split_whitespace().next_back().is_some_and(|w| matches!(w, "بعد" | "عقب" | "منذ" | "إثر"));
    let had = before.contains("كان") && before.contains(" قد ");
    let stale =
        |d: &DateMention| d.date.is_some_and(|d| day.checked_sub_days(Days::new(NEWS)).is_some_and(|limit| d.end < limit));
    if known && dates.iter().any(|d| d.start >= end && d.start - end <= NEAR && stale(d)) {
        return true;
    }
    if had && dates.iter().rfind(|d| d.end <= start && !since(d)).is_some_and(stale) {
        return true;
    }
    if deed && dates.iter().any(|d| d.start >= end && is_past(d, outcome, text) && d.date.is_none_or(|_| old(d))) {
        return true;
    }
    // `بين شباط ونيسان من العام الماضي توقفت`: the nearest day.
    dates.iter().rfind(|d| d.end <= start && !since(d)).is_some_and(old)
}

/// `ووقعت الدول الثلاث في مارس 2015 إعلان مبادئ`: where the day of the article is not known, a month or year with its number, before what was agreed, is of another time.
pub(super) fn is_of_a_year(outcome: &Outcome, text: &str, dates: &[DateMention]) -> bool {
    let matter = outcome.words.map_or(outcome.span.1, |w| w.0);
    let coarse = |d: &DateMention| d.date.is_some() && !matches!(d.precision, Precision::Day);
    dates.iter().any(|d| coarse(d) && d.end <= matter || d.start >= outcome.span.1 && is_past(d, outcome, text))
}

/// `وفي كانون الثاني، توافقوا على`: a month without its year, opens the sentence; it is one that is past, even where the nearest is still to come.
pub(super) fn opens_with_a_month(
    outcome: &Outcome,
    text: &str,
    sentence: u32,
    dates: &[DateMention],
    day: Option<NaiveDate>,
) -> bool {
    dates.iter().any(|d| {
        let behind = text[d.end as usize..].trim_start();
        let said = &text[d.start as usize..d.end as usize];
        let ahead = d.date.is_none_or(|d| day.is_some_and(|day| d.start > day));
        ahead
            && outcome.status != Status::Pending
            && !said.contains(|c: char| c.is_ascii_digit())
            && !["ال", "يوم", "مساء", "صباح"].iter().any(|w| said.starts_with(w))
            && d.end <= outcome.span.0
            && matches!(text[sentence as usize..d.start as usize].trim(), "وفي" | "في")
            && !["المقبل", "القادم", "الجاري", "الحالي"].iter().any(|w| behind.starts_with(w))
    })
}

/// `أفرجت عن مئة رهينة خلال هدنة في تشرين الثاني الماضي`: a month that is past, in the same clause.
fn is_past(d: &DateMention, outcome: &Outcome, text: &str) -> bool {
    let behind = &text[outcome.span.1 as usize..];
    let within = (d.end - outcome.span.1) as usize;
    let last = behind[within..].trim_start().starts_with("الماضي") || behind[..within].ends_with("الماضي");
    last && !matches!(d.precision, Precision::Day) && !behind[..within].contains(['،', '.', '؛'])
}

/// `يذكر أن الطرفين اتفقا`, `وتجدر الإشارة إلى أن`: what opens a sentence that calls to mind what is known (stance `recall`).
pub(super) fn recalls(v: &View) -> bool {
    let opens = |m: &&Match| m.first <= OPENS && v.stance(m) == Some("recall");
    v.s.matches.iter().take_while(|m| m.first <= OPENS).any(|m| opens(&m))
}

/// True for a sentence that names the day of the article or the one before: `أمس`, `اليوم`.
pub(super) fn is_of_the_day(v: &View) -> bool {
    v.s.classes.iter().any(|c| matches!(c.is, Is::Yesterday | Is::Today))
}

/// `واتفقت اللجنة في وقت سابق من الشهر على`: before, and not of this report.
pub(super) fn some_time_ago(o: &Outcome, text: &str, sentence: u32) -> bool {
    let to = o.words.map_or(o.span.1, |w| w.0);
    // The words of what is denied stand in the sentence before.
    let before = text.get(sentence as usize..to as usize).unwrap_or_default();
    let Some((_, behind)) = before.rsplit_once("في وقت سابق من ") else { return false };
    !(behind.starts_with("اليوم") || behind.starts_with("يوم"))
}

/// `كما اتفقوا على`: what goes on from the sentence before.
pub(super) fn goes_on(s: &ParsedSentence, text: &str) -> bool {
    s.tokens.first().is_some_and(|t| matches!(t.text(text), "كما" | "وكذلك" | "كذلك"))
}

/// True for a day that is too long before the article's to be of what it reports.
pub(in crate::analysis) fn is_long_before(date: NaiveDate, day: NaiveDate) -> bool {
    day.checked_sub_days(Days::new(OURS)).is_some_and(|limit| date < limit)
}
