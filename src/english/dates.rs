//! Numbers and months that are one date.

use super::labels;
use super::node::{Node, Pos};
use super::numbers::MONTHS;

/// Puts numbers and months together: 23 شباط/فبراير 2017 is one node.
pub(super) fn dates(nodes: Vec<Node>) -> Vec<Node> {
    let month = |n: &Node| n.mention && n.pos == Pos::Adverb && MONTHS.contains(&n.en.as_str());
    let may = |n: &Node| n.en == "year" || n.mention && (month(n) || n.en.ends_with("tieth") || n.en.ends_with(" month"));
    if !nodes.iter().any(may) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(n) = it.next() {
        // الثالث والعشرين
        if n.pos == Pos::Adjective
            && n.mention
            && n.and
            && n.definite
            && let (Some(ten), Some(unit)) =
                (n.en.strip_suffix("tieth"), out.last_mut().filter(|u| u.pos == Pos::Adjective && u.mention && u.definite))
        {
            unit.en = format!("{ten}ty-{}", unit.en);
            unit.raw.1 = n.raw.1;
            continue;
        }
        // عام 2018: in 2018
        let year = n.en == "year" && n.nominal() && !n.plural && !n.dual && n.pron.is_none();
        if year
            && it.peek().is_some_and(|x| x.pos == Pos::Number && x.en.len() == 4 && x.en.starts_with(['1', '2']))
            && let Some(x) = it.next()
        {
            let raw = (n.raw.0, x.raw.1);
            out.push(Node {
                pos: Pos::Adverb,
                en: x.en,
                weekday: true,
                mention: true,
                content: true,
                lemma: None,
                definite: true,
                raw,
                ..n
            });
            continue;
        }
        // في الخامس من الشهر الماضي: on the fifth of last month
        let of_month = n.pos == Pos::Adverb && n.mention && matches!(n.en.as_str(), "last month" | "this month" | "next month");
        if of_month
            && let [before @ .., ordinal, of] = out.as_slice()
            && of.pos == Pos::Prep
            && of.ar == "من"
            && of.pron.is_none()
            && ordinal.prep.is_none()
            && !before.last().is_some_and(|b| b.nominal() && b.definite && !b.weekday && b.en != "day")
            && (ordinal_day(ordinal).is_some() || digits(ordinal) && !before.last().is_some_and(|b| b.pos == Pos::Conj))
        {
            // في الـ17 من الشهر الجاري
            let nth = if digits(ordinal) { labels::ordinal(&ordinal.en) } else { ordinal.en.clone() };
            let en = format!("the {nth} of {}", n.en);
            let (raw, and) = ((ordinal.raw.0, n.raw.1), ordinal.and);
            out.truncate(out.len() - 2);
            // يوم الـ13 من الشهر الحالي
            out.pop_if(|x| x.pos == Pos::Mark(' '));
            out.pop_if(|x| x.pos == Pos::Noun && x.en == "day" && !x.plural && x.prep.is_none());
            out.push(Node { en, raw, and, weekday: true, ..n });
            continue;
        }
        if !month(&n) {
            out.push(n);
            continue;
        }
        let mut date = Node { weekday: true, ..n };
        // A month's second name, in brackets or after a stroke.
        // يناير وفبراير: and February is another month
        while it.peek().is_some_and(|x| matches!(x.pos, Pos::Mark('/' | '(' | ')')) || month(x) && !x.and) {
            let Some(x) = it.next() else { break };
            date.raw.1 = x.raw.1;
            if x.pos == Pos::Mark(')') {
                break;
            }
        }
        if it.peek().is_some_and(|x| x.pos == Pos::Number && x.en.len() == 4)
            && let Some(year) = it.next()
        {
            date.en = format!("{} {}", date.en, year.en);
            date.raw.1 = year.raw.1;
        }
        if out.last().is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none())
            && out.len() >= 2
            && digits(&out[out.len() - 2])
        {
            out.pop();
        }
        // الخامس عشر من مارس: 15 March
        // الأسبوع الثاني من مارس: no day, where a noun is counted
        if let [before @ .., ordinal, of] = out.as_slice()
            && !before.last().is_some_and(|b| b.nominal() && b.definite && !b.weekday && b.en != "day")
            && of.pos == Pos::Prep
            && of.ar == "من"
            && of.pron.is_none()
            && let Some(number) = ordinal_day(ordinal)
        {
            out.pop();
            if let Some(first) = out.last_mut() {
                (first.pos, first.en) = (Pos::Number, number.to_string());
            }
        }
        if out.last().is_some_and(digits)
            && let Some(first) = out.pop()
        {
            date.en = format!("{} {}", first.en, date.en);
            date.raw.0 = first.raw.0;
            date.and = first.and;
            date.prep = first.prep;
            // في الـ23 من فبراير: the article of its own
            let article = out.pop_if(|x| x.pos == Pos::Mark(' '));
            date.raw.0 = article.as_ref().map_or(date.raw.0, |a| a.raw.0);
            // 23 و 24 كانون الثاني, الـ23 والـ24 من يناير
            let joined = article.is_some_and(|a| a.and) && out.last().is_some_and(digits);
            if joined || out.len() >= 2 && out[out.len() - 1].pos == Pos::Conj && digits(&out[out.len() - 2]) {
                out.pop_if(|x| x.pos == Pos::Conj);
                if let Some(earlier) = out.pop() {
                    date.en = format!("{} and {}", earlier.en, date.en);
                    date.raw.0 = earlier.raw.0;
                    date.prep = earlier.prep;
                    date.and = earlier.and;
                    out.pop_if(|x| x.pos == Pos::Mark(' '));
                }
            }
        }
        out.push(date);
    }
    out
}

/// True for the number of a day.
fn digits(n: &Node) -> bool {
    n.pos == Pos::Number && n.en.len() <= 2 && n.en.bytes().all(|b| b.is_ascii_digit())
}

/// The day of a month that an ordinal names: الخامس عشر is 15.
fn ordinal_day(n: &Node) -> Option<usize> {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if !(n.mention && n.definite && n.pron.is_none()) {
        return None;
    }
    let worth = |word: &str| ORDINALS.iter().position(|o| *o == word).map(|at| at + 1);
    match n.en.strip_prefix("twenty-") {
        Some(unit) => worth(unit).filter(|unit| *unit < 10).map(|unit| 20 + unit),
        None if n.en == "thirtieth" => Some(30),
        None if n.en == "thirty-first" => Some(31),
        None => worth(&n.en),
    }
}

/// مذكرة 4 مايو, اتفاق 17 سبتمبر: the memorandum of 4 May, where a paper is named by its day.
pub(super) fn dated(nodes: Vec<Node>) -> Vec<Node> {
    const PAPERS: &[&str] =
        &["memorandum", "agreement", "accord", "declaration", "understanding", "resolution", "constitution", "communiqué"];
    if !nodes.iter().any(|n| n.weekday) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    for n in nodes {
        let day =
            n.weekday && n.pos == Pos::Adverb && !n.and && n.prep.is_none() && n.en.starts_with(|c: char| c.is_ascii_digit());
        let month = || MONTHS.iter().any(|m| n.en.contains(m));
        let paper = |b: &Node| {
            b.pos == Pos::Noun
                && !b.definite
                && !b.plural
                && !b.dual
                && !b.accusative
                && b.pron.is_none()
                && PAPERS.contains(&b.en.as_str())
        };
        if let Some(b) = out.last_mut().filter(|b| day && paper(b) && month()) {
            b.en = format!("{} of {}", b.en, n.en);
            (b.definite, b.raw.1, b.lemma) = (true, n.raw.1, None);
            continue;
        }
        out.push(n);
    }
    out
}
