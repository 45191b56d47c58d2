//! Dates that the analysis resolved: the words of a date become one node that names the day.

use chrono::{Datelike, NaiveDate};

use super::node::{Node, Pos};
use super::numbers::MONTHS;
use crate::analysis::dates::{DateMention, Said, Turn};
use crate::brief::context::DateRange;

/// What `ar` of a time without a preposition is: في نهاية العام الماضي is "late last year", not "in".
pub(super) const BARE: &str = "@";

const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Dates that the analysis resolved: one node each, with the day.
pub(super) fn resolved(nodes: Vec<Node>, dates: &[DateMention]) -> Vec<Node> {
    if dates.iter().all(|d| d.date.is_none()) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(n) = it.next() {
        let inside = |n: &Node, d: &DateMention| n.raw.0 < d.end && n.raw.1 > d.start;
        let date = dates.iter().find(|d| inside(&n, d)).and_then(|d| Some((d, d.date?)));
        let Some((d, range)) = date.filter(|_| !matches!(n.pos, Pos::Prep | Pos::Mark(_)) || n.pos == Pos::Prep && n.mention)
        else {
            out.push(n);
            continue;
        };
        let Some((text, on)) = english(d, range, n.en == "midnight") else {
            out.push(n);
            continue;
        };
        // قبل نهاية العام: before the end of it, not before late in it.
        let behind = out.last().is_some_and(|b| b.pos == Pos::Prep && b.pron.is_none() && b.ar != "في" && b.ar != "من");
        let text = match text.strip_prefix("late ").filter(|_| behind) {
            Some(rest) => format!("the end of {rest}"),
            None => match text.strip_prefix("early ").filter(|_| behind) {
                Some(rest) => format!("the beginning of {rest}"),
                None => text,
            },
        };
        let (mut last, mut open) = (n.raw.1, 0_i8);
        while let Some(x) = it.next_if(|x| inside(x, d)) {
            open += i8::from(x.pos == Pos::Mark('(')) - i8::from(x.pos == Pos::Mark(')'));
            last = x.raw.1;
        }
        // اليوم (الاثنين): the bracket closes with the date
        if open > 0 && it.next_if(|x| x.pos == Pos::Mark(')')).is_some() {
            last += 1;
        }
        // منتصف ليل الاثنين الثلاثاء: between the two
        let second = it.peek().and_then(|x| dates.iter().find(|o| inside(x, o) && o.start != d.start));
        let (text, on) = match second.and_then(|o| midnight(&n, d, o)) {
            Some(text) => {
                while let Some(x) = it.next_if(|x| second.is_some_and(|o| inside(x, o))) {
                    last = x.raw.1;
                }
                (text, false)
            }
            None => (text, on),
        };
        out.push(Node {
            pos: Pos::Adverb,
            en: text,
            weekday: on,
            ar: if on { n.ar.clone() } else { BARE.to_owned() },
            definite: true,
            lemma: None,
            pron: None,
            content: true,
            mention: true,
            plural: false,
            raw: (n.raw.0, last),
            ..n
        });
    }
    out
}

/// Midnight between the day `d`, which `n` opens, and the one right behind it.
fn midnight(n: &Node, d: &DateMention, other: &DateMention) -> Option<String> {
    let (a, b) = (d.date?, other.date?);
    let one = |d: &DateMention| match d.said {
        Said::Weekdays { first, last, .. } if first == last => DAYS.get(usize::from(first).wrapping_sub(1)).copied(),
        _ => None,
    };
    let (first, second) = (one(d)?, one(other)?);
    let next = a.start == a.end && a.start.succ_opt() == Some(b.start);
    (n.en == "midnight" && next).then(|| format!("at midnight between {first} and {second} ({})", span(a.start, b.start, true)))
}

/// قبل عامين: two years ago; what stands before something is left alone.
pub(super) fn ago(nodes: Vec<Node>) -> Vec<Node> {
    if (0..nodes.len()).all(|i| span_ago(&nodes, i).is_none()) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut i = 0;
    while i < nodes.len() {
        match span_ago(&nodes, i) {
            Some((en, next)) => {
                let raw = (nodes[i].raw.0, nodes[next - 1].raw.1);
                let and = nodes[i].and;
                out.push(Node { and, raw, mention: true, content: true, definite: true, ..Node::new(Pos::Adverb, en) });
                i = next;
            }
            None => {
                out.push(nodes[i].clone());
                i += 1;
            }
        }
    }
    out
}

/// The words of قبل, a number and a unit of time, and the index behind them.
fn span_ago(nodes: &[Node], i: usize) -> Option<(String, usize)> {
    const UNITS: &[&str] = &["minute", "hour", "day", "week", "month", "year", "decade"];
    const ABOUT: &[&str] = &["more than", "about", "nearly", "at least", "less than", "several"];
    nodes.get(i).filter(|n| n.pos == Pos::Prep && n.ar == "قبل" && n.pron.is_none())?;
    let bare = |n: &&Node| !n.and && n.prep.is_none() && n.pron.is_none() && !n.definite;
    // قبل أكثر من عامين: more than two years ago
    let about = nodes.get(i + 1).filter(|n| n.pos == Pos::Quant && ABOUT.contains(&n.en.as_str())).filter(bare);
    let first = i + 1 + usize::from(about.is_some());
    let number = nodes.get(first).filter(|n| n.pos == Pos::Number).filter(bare);
    let at = first + usize::from(number.is_some());
    let unit = nodes.get(at).filter(|n| n.nominal()).filter(bare)?;
    let one = UNITS.iter().find(|u| unit.en.strip_suffix('s').unwrap_or(&unit.en) == **u)?;
    let few = nodes.get(at + 1).filter(|n| n.pos == Pos::Adjective && n.en == "few").filter(bare);
    let next = at + 1 + usize::from(few.is_some());
    // قتل قبل شهرين نحو مئة شخص: how many is another phrase
    let counts = number.is_some() && nodes.get(next).is_some_and(|x| x.pos == Pos::Quant && ABOUT.contains(&x.en.as_str()));
    // قبل شهر على الأقل من الموعد: before it
    let least = nodes.get(next).is_some_and(|x| x.pos == Pos::Quant && x.en == "at least");
    let from = |x: &Node| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none();
    if least && nodes.get(next + 1).is_some_and(from) {
        return None;
    }
    let goes_on = !counts
        && nodes.get(next).is_some_and(|x| {
            !x.and
                && (x.nominal() && !x.accusative
                    || matches!(x.pos, Pos::Prep if matches!(x.ar.as_str(), "من" | "على"))
                    || matches!(
                        x.pos,
                        Pos::That | Pos::Rel | Pos::Number | Pos::Quant | Pos::Dem | Pos::Adverb | Pos::Adjective | Pos::Unknown
                    ))
        });
    if goes_on {
        return None;
    }
    let en = match number {
        Some(n) if n.en == "1" || n.en == "one" => format!("one {one} ago"),
        Some(n) => format!("{} {one}s ago", n.en),
        None if unit.dual => format!("two {one}s ago"),
        None if few.is_some() => format!("a few {one}s ago"),
        None if unit.plural || unit.en.ends_with('s') => format!("{one}s ago"),
        None => format!("{} {one} ago", super::generate::indefinite(one)),
    };
    Some((about.map_or_else(|| en.clone(), |about| format!("{} {en}", about.en)), next))
}

/// The date in English, and whether "on" (or "in") stands before it.
fn english(d: &DateMention, range: DateRange, midnight: bool) -> Option<(String, bool)> {
    let (a, b) = (range.start, range.end);
    let part = d.part.and_then(part).map(|p| if midnight { "midnight" } else { p });
    let day = |n: u8| DAYS.get(usize::from(n).wrapping_sub(1)).copied();
    Some(match d.said {
        Said::Days { year, .. } => (span(a, b, year.is_some()), true),
        Said::Month { year: None, third, .. } if a.month() == b.month() => {
            let third = ["", "early ", "mid-", "late "].get(usize::from(third))?;
            (format!("{third}{} ({})", month(a), a.year()), third.is_empty())
        }
        Said::Weekdays { first, last, .. } if first == last => {
            let when = span(a, b, true);
            match part {
                Some(at @ ("dawn" | "noon" | "midnight")) => (format!("at {at} on {} ({when})", day(first)?), false),
                Some(part) => (format!("{} {part} ({when})", day(first)?), true),
                None => (format!("{} ({when})", day(first)?), true),
            }
        }
        Said::Weekdays { first, last, .. } => (format!("{} and {} ({})", day(first)?, day(last)?, span(a, b, true)), true),
        Said::Offset(n) => {
            let word = match n {
                -1 => "yesterday",
                0 => "today",
                1 => "tomorrow",
                _ => return None,
            };
            let word = match part {
                Some(at @ ("dawn" | "noon" | "midnight")) => format!("at {at} {word}"),
                Some("night") if n == -1 => "last night".to_owned(),
                Some("night") if n == 0 => "tonight".to_owned(),
                Some(part) if n == 0 => format!("this {part}"),
                Some(part) => format!("{word} {part}"),
                None => word.to_owned(),
            };
            (format!("{word} ({})", span(a, b, true)), false)
        }
        Said::Period { unit, turn, third } => {
            let turn = match turn {
                Turn::Last => "last",
                Turn::This => "this",
                Turn::Next => "next",
                _ => return None,
            };
            let third = ["", "early ", "in the middle of ", "late ", "in the first half of ", "in the second half of "]
                .get(usize::from(third))?;
            let (unit, when) = match unit {
                // On which day a week begins is not the same everywhere.
                4 => return Some((format!("{third}{turn} week"), false)),
                5 => ("month", format!("{} {}", month(a), a.year())),
                6 => ("year", a.year().to_string()),
                _ => return None,
            };
            (format!("{third}{turn} {unit} ({when})"), false)
        }
        _ => return None,
    })
}

/// The part of the day with this number.
fn part(part: u8) -> Option<&'static str> {
    const PARTS: &[&str] = &["dawn", "morning", "noon", "afternoon", "evening", "night"];
    PARTS.get(usize::from(part).wrapping_sub(1)).copied()
}

fn month(d: NaiveDate) -> &'static str {
    MONTHS[d.month0() as usize]
}

fn span(a: NaiveDate, b: NaiveDate, year: bool) -> String {
    let y = if year { format!("{}", b.year()) } else { format!("({})", b.year()) };
    if a == b {
        format!("{} {} {y}", a.day(), month(a))
    } else if (a.month(), a.year()) == (b.month(), b.year()) {
        format!("{}–{} {} {y}", a.day(), b.day(), month(b))
    } else {
        format!("{} {} – {} {} {y}", a.day(), month(a), b.day(), month(b))
    }
}
