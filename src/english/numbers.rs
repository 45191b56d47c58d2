//! Months, and what a number does to its noun.

use super::node::{Node, Pos};

/// English months, as the glossary gives them.
pub(super) const MONTHS: &[&str] =
    &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// مديري 28 جامعة: who belongs to many is many, not two.
pub(super) fn several(nodes: &mut [Node]) {
    for i in 1..nodes.len() {
        let n = &nodes[i];
        // ليل الأحد الاثنين: a day, no number
        let day = n.pos == Pos::Number && n.definite && n.en == "two" && !n.and && nodes[i - 1].weekday;
        if day {
            let n = &mut nodes[i];
            *n = Node { raw: n.raw, ar: n.ar.clone(), content: true, mention: true, ..Node::new(Pos::Adverb, "to Monday") };
            continue;
        }
        let n = &nodes[i];
        // البلدان المقترحة: the adjective says that they are not two
        let described =
            matches!(n.pos, Pos::Adjective | Pos::Passive | Pos::Active) && n.definite && n.feminine && !n.dual && !n.and;
        let before = &mut nodes[i - 1];
        if described && before.dual && before.ar.ends_with("بلدان") {
            (before.dual, before.plural) = (false, true);
        }
        let n = &nodes[i];
        // في بلدان عربية, بلدان المنطقة: nor are they two behind a preposition, or before whose they are
        let of = n.ungoverned() && n.definite || n.pos == Pos::Adjective && !n.definite && n.feminine && !n.and;
        let governed = i > 1 && matches!(nodes[i - 2].pos, Pos::Prep | Pos::Quant) && nodes[i - 2].pron.is_none();
        let before = &mut nodes[i - 1];
        if before.dual && before.ar == "بلدان" && !before.definite && (of || governed || before.prep.is_some()) {
            (before.dual, before.plural) = (false, true);
        }
        let n = &nodes[i];
        let many = n.pos == Pos::Number && !n.and && n.prep.is_none() && !matches!(n.en.as_str(), "one" | "two" | "1" | "2");
        let owner = &mut nodes[i - 1];
        if many && owner.dual && owner.human && owner.nominal() && owner.ar.ends_with('ي') {
            (owner.dual, owner.plural) = (false, true);
        }
    }
}

/// A number in front of a noun: "one thousand" after a figure is "thousand".
pub(super) fn joined(before: &str, number: &str) -> String {
    match number.strip_prefix("one ") {
        Some(unit) if before.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') => thousands(before, unit),
        Some(unit) => format!("{before} {unit}"),
        None => format!("{before} {number}"),
    }
}

fn thousands(figure: &str, unit: &str) -> String {
    if unit == "thousand" && figure.bytes().all(|b| b.is_ascii_digit()) {
        format!("{figure},000")
    } else {
        format!("{figure} {unit}")
    }
}

/// True for a number that wants a plural.
pub(super) fn many(number: &str) -> bool {
    !matches!(number, "1" | "one")
}

/// The tens that stand behind a unit: العشرين, as a number or an ordinal.
pub(super) fn tens(en: &str) -> Option<String> {
    let word = en.strip_suffix("tieth").map_or_else(|| en.to_owned(), |stem| format!("{stem}ty"));
    WORTH.iter().any(|w| w.0 == word && (20..100).contains(&w.1)).then_some(word)
}

/// What the words of a number are worth.
const WORTH: &[(&str, u64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
];

/// مليونين و800 ألف, ألفين و300: digits with و behind thousands and more belong to them.
pub(super) fn behind_scale(text: &str, x: &Node) -> bool {
    let scale = ["million", "millions", "billion", "billions"].iter().any(|w| text.ends_with(w));
    let small = text.ends_with(" thousand") && x.en.len() < 4;
    (scale || small) && x.pos == Pos::Number && x.en.bytes().all(|b| b.is_ascii_digit() || b == b',')
}

/// What one number of the text is worth: `800`, `2 million`, `two hundred`.
fn worth(en: &str) -> Option<u64> {
    if en.starts_with(|c: char| c.is_ascii_digit()) {
        let mut words = en.split(' ');
        let digits: u64 = words.next()?.replace(',', "").parse().ok()?;
        let scale = words.next().map_or(Some(1), |w| WORTH.iter().find(|x| x.0 == w.trim_end_matches('s')).map(|x| x.1))?;
        return Some(digits * scale);
    }
    let mut value = 1;
    for w in en.split(' ') {
        let one = WORTH.iter().find(|x| x.0 == w.trim_end_matches('s'))?.1;
        value = if one >= 100 { value * one } else { one };
    }
    Some(value)
}

/// What the words of one number are worth together. `None` where a word is no number word, or the sum is no single number.
pub(super) fn total(words: &[(bool, &str)]) -> Option<u64> {
    let (mut sum, mut group, mut least) = (0_u64, 0_u64, u64::MAX);
    for (n, (and, en)) in words.iter().enumerate() {
        let value = worth(en)?;
        let scale = [1_000_000_000, 1_000_000, 1_000].into_iter().find(|s| value >= *s).unwrap_or(1);
        match (and, value) {
            // ألفين وثلاثة آلاف, خمسين وستين: two numbers, nothing that could be added
            (_, 1_000..) if scale >= least => return None,
            (true, _) if scale == 1 && !follows(group, value) => return None,
            // ثلاثة آلاف: the thousands multiply what stands before them.
            (false, 1_000..) if n > 0 && value % 1_000 == 0 => {
                sum += group.max(1) * value;
                (group, least) = (0, scale);
            }
            (false, _) if n > 0 => return None,
            (_, 1_000..) => {
                sum += value;
                least = scale;
            }
            _ if value >= least => return None,
            _ => group += value,
        }
    }
    Some(sum + group)
}

/// A number of several words joined by و as a figure: مئتين وثماني وعشرين is 228, سبعة وعشرون 27.
pub(super) fn figure(words: &[(bool, &str)]) -> Option<String> {
    let whole = total(words)?;
    // 2.8 million
    for (name, scale) in [("billion", 1_000_000_000), ("million", 1_000_000)] {
        if whole >= scale && whole % (scale / 10) == 0 {
            let tenth = whole % scale * 10 / scale;
            return Some(if tenth == 0 {
                format!("{} {name}", whole / scale)
            } else {
                format!("{}.{tenth} {name}", whole / scale)
            });
        }
    }
    (whole > 20).then(|| grouped(&whole.to_string()))
}

/// خمسة وعشرون, مئة وخمسة: within a number the hundreds stand before the units, and those before the tens.
fn follows(group: u64, value: u64) -> bool {
    let last = group % 100;
    last == 0 && (group == 0 || value < 100) || last < 10 && value < 100 && value.is_multiple_of(10)
}

/// `بين مئة ألف ومئة وخمسين ألفا`: the two numbers of a range, which are never added, and how many of the words the first has.
pub(super) fn range(words: &[(bool, &str)]) -> Option<(String, String)> {
    let whole = |words: &[(bool, &str)]| {
        let own: Vec<_> = words.iter().enumerate().map(|(n, w)| (n > 0 && w.0, w.1)).collect();
        match &own[..] {
            [(_, one)] if !one.contains("thousand") => worth(one).map(|value| (value, (*one).to_owned())),
            own => total(own).map(|value| (value, figure(own).unwrap_or_else(|| value.to_string()))),
        }
    };
    (1..words.len()).filter(|k| words[*k].0).find_map(|k| {
        let (least, most) = (whole(&words[..k])?, whole(&words[k..])?);
        // مئة ومئتي ألف: the thousands are of both
        let second = if least.0 < 1_000 { most.1.strip_suffix(",000").map(|n| format!("{n} thousand")) } else { None };
        (least.0 < most.0).then(|| (least.1, second.unwrap_or(most.1)))
    })
}

/// Digits with a comma before every third from the end: `310,000`.
#[must_use]
pub fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}
