//! The time of day that a clock shows: `في تمام الساعة العاشرة والنصف صباحا` is "at exactly 10:30 a.m.", one node.

use super::node::{Node, Pos};

/// Hours as they are counted: `الساعة الحادية عشرة`.
const HOURS: [&str; 12] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

/// What stands before an hour, and what is said for it.
const BEFORE: &[(&str, &str)] = &[
    ("في", "at"),
    ("عند", "at"),
    ("على", "at"),
    ("من", "from"),
    ("اعتبارا من", "from"),
    ("ابتداء من", "from"),
    ("بدءا من", "from"),
    ("منذ", "since"),
    ("حتى", "until"),
    ("إلى", "until"),
    ("لغاية", "until"),
    ("قبل", "before"),
    ("بعد", "after"),
    ("بين", "between"),
    ("نحو", "at about"),
    ("حوالي", "at about"),
    ("قرابة", "at about"),
];

/// A clock's time, and the index behind it.
struct Time {
    hour: u8,
    minutes: u8,
    /// True where the text has digits.
    digits: bool,
    next: usize,
}

fn word<'t>(text: &'t str, n: &Node) -> &'t str {
    &text[n.raw.0 as usize..n.raw.1 as usize]
}

/// Puts the words of a time together.
pub(super) fn clock(text: &str, nodes: Vec<Node>) -> Vec<Node> {
    if !text.contains("ساعة") {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let (mut i, mut seen) = (0, false);
    while i < nodes.len() {
        let n = &nodes[i];
        let hour = n.en == "at the hour";
        // حتى الثانية ظهرا: an hour without its noun, where one was named before
        let short = seen && n.definite && n.feminine && HOURS.contains(&n.en.as_str());
        let time = if hour { time(text, &nodes, i + 1) } else { time(text, &nodes, i).filter(|_| short) };
        let Some(time) = time else {
            out.push(n.clone());
            i += 1;
            continue;
        };
        let (half, next) = half(text, &nodes, time.next, time.hour);
        // الساعة الأولى من المفاوضات: one of several
        let counted = nodes.get(next).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من") && !time.digits && time.minutes == 0;
        if half.is_empty() && (counted || !hour) {
            out.push(n.clone());
            i += 1;
            continue;
        }
        let minutes = if time.minutes > 0 { format!(":{:02}", time.minutes) } else { String::new() };
        let half = if half.is_empty() && minutes.is_empty() && !time.digits { " o'clock".to_owned() } else { half };
        // الساعة 12:00: as it is written
        let minutes = if half.is_empty() && minutes.is_empty() { ":00".to_owned() } else { minutes };
        let shown = match (time.hour, minutes.as_str(), half.as_str()) {
            (12, "", " midnight") => "midnight".to_owned(),
            (12, "", " noon") => "noon".to_owned(),
            (hour, minutes, " midnight") => format!("{hour}{minutes} a.m."),
            (hour, minutes, " noon") => format!("{hour}{minutes} p.m."),
            (hour, minutes, half) => format!("{hour}{minutes}{half}"),
        };
        let (zone, next) = zone(text, &nodes, next);
        let mut clock = Node {
            raw: (n.raw.0, nodes[next - 1].raw.1),
            and: n.and,
            ar: "ساعه".to_owned(),
            mention: true,
            content: true,
            definite: true,
            ..Node::new(Pos::Adverb, String::new())
        };
        let mut at = n.prep.map(|p| if p == "ل" { "until" } else { "at" });
        // في تمام الساعة
        let exactly = out.last().is_some_and(|b| word(text, b).ends_with("تمام"));
        if exactly && let Some(b) = out.pop() {
            clock.raw.0 = b.raw.0;
            clock.and |= b.and;
            at = b.prep.map(|_| "at");
        }
        if let Some((b, en)) = out.last().and_then(|b| {
            BEFORE.iter().find(|x| b.pron.is_none() && word(text, b).trim_start_matches('و') == x.0).map(|x| (b, x.1))
        }) {
            clock.raw.0 = b.raw.0;
            clock.and |= b.and;
            at = Some(en);
            out.pop();
            // من السابعة وحتى الخامسة: from one to the other
            clock.and &= out.last().is_none_or(|x| x.ar != "ساعه");
        }
        let exactly = if exactly { " exactly" } else { "" };
        let at = at.unwrap_or("at");
        clock.en = format!("{at}{exactly} {shown}{zone}");
        out.push(clock);
        (i, seen) = (next, true);
    }
    out
}

/// The hour at `i` and its minutes: an ordinal, or digits.
fn time(text: &str, nodes: &[Node], i: usize) -> Option<Time> {
    let n = nodes.get(i).filter(|n| !n.and || i == 0 || nodes[i - 1].en != "at the hour")?;
    if n.pos == Pos::Number {
        let (hour, minutes) = match n.en.split_once([':', '.']) {
            Some((hour, minutes)) => (hour, Some(minutes)),
            None => (n.en.as_str(), None),
        };
        let hour: u8 = hour.parse().ok().filter(|h| *h <= 24)?;
        if let Some(minutes) = minutes {
            return Some(Time { hour, minutes: minutes.parse().ok().filter(|m| *m < 60)?, digits: true, next: i + 1 });
        }
        let behind = nodes.get(i + 2).filter(|x| nodes[i + 1].pos == Pos::Mark(':') && x.pos == Pos::Number);
        let minutes = behind.and_then(|x| x.en.parse().ok().filter(|m| *m < 60));
        return Some(Time {
            hour,
            minutes: minutes.unwrap_or(0),
            digits: true,
            next: if minutes.is_some() { i + 3 } else { i + 1 },
        });
    }
    let hour = HOURS.iter().position(|h| n.definite && n.en == *h)? as u8 + 1;
    let part = |j: usize| {
        nodes.get(j).and_then(|x| match word(text, x).trim_start_matches('و') {
            "النصف" => Some(30),
            "الربع" | "ربعا" | "ربع" => Some(15),
            "الثلث" | "ثلثا" | "ثلث" => Some(20),
            _ => None,
        })
    };
    match nodes.get(i + 1) {
        Some(x) if x.and && x.definite && part(i + 1).is_some() => {
            Some(Time { hour, minutes: part(i + 1)?, digits: false, next: i + 2 })
        }
        Some(x) if word(text, x) == "إلا" && part(i + 2).is_some() => {
            Some(Time { hour: if hour == 1 { 12 } else { hour - 1 }, minutes: 60 - part(i + 2)?, digits: false, next: i + 3 })
        }
        _ => Some(Time { hour, minutes: 0, digits: false, next: i + 1 }),
    }
}

/// Which half of the day: صباحا, من مساء, بعد الظهر; the index behind it.
fn half(text: &str, nodes: &[Node], i: usize, hour: u8) -> (String, usize) {
    let of = nodes.get(i).is_some_and(|n| n.pos == Pos::Prep && word(text, n) == "من" && n.pron.is_none());
    let at = i + usize::from(of);
    let Some(n) = nodes.get(at).filter(|n| !n.and) else { return (String::new(), i) };
    let half = match word(text, n) {
        "صباحا" | "صباحاً" | "صباح" | "فجرا" | "فجراً" | "فجر" => " a.m.",
        "ظهرا" | "ظهراً" | "ظهر" => " noon",
        "مساء" | "مساءً" | "عصرا" | "عصراً" | "عصر" | "بعد ظهر" | "بعد الظهر" => " p.m.",
        "ليلا" | "ليلاً" | "ليل" | "منتصف الليل" if hour == 12 => " midnight",
        "ليلا" | "ليلاً" | "ليل" if hour < 6 => " a.m.",
        "ليلا" | "ليلاً" | "ليل" => " p.m.",
        _ => return (String::new(), i),
    };
    (half.to_owned(), at + 1)
}

/// بالتوقيت المحلي, بتوقيت دمشق, بتوقيت غرينتش.
fn zone(text: &str, nodes: &[Node], i: usize) -> (String, usize) {
    let Some(n) = nodes.get(i) else { return (String::new(), i) };
    let by = word(text, n);
    let next = nodes.get(i + 1).map(|x| (word(text, x), x));
    match (by, next) {
        ("بالتوقيت المحلي", _) => (" local time".to_owned(), i + 1),
        ("بالتوقيت", Some(("المحلي", _))) => (" local time".to_owned(), i + 2),
        ("بتوقيت", Some(("غرينتش" | "غرينيتش" | "جرينتش" | "جرينيتش", _))) => {
            (" GMT".to_owned(), i + 2)
        }
        ("بتوقيت", Some((_, x))) if x.pos == Pos::Name && x.prep.is_none() && !x.and => (format!(" {} time", x.en), i + 2),
        _ => (String::new(), i),
    }
}
