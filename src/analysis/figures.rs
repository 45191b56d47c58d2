//! Figures: numbers that count something, with what they count and how exact the writer says they are.
//!
//! In: a sentence with its numbers and dates. Out: [`Figure`]s: `أكثر من 310 آلاف شخص` is 310,000, more than, persons. Refused: identifiers (`القرار 2254`, `المادة 5`), dates and
//! years, numbers of rounds (ordinals, `أستانا 2`), times of day, ages. Lengths of time are figures with a unit of time.

use crate::analysis::dates::{DateMention, Said};
use crate::analysis::numbers::{Number, Written};
use crate::analysis::parse::ParsedSentence;
use crate::arabic::clitics::Proclitics;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Cue, Is};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;
use serde::{Deserialize, Serialize};

/// A number that counts something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// First byte, modifier included.
    pub start: u32,
    /// Byte after the last, unit included.
    pub end: u32,
    /// Value in thousandths; of a range (`ما بين 20 و30 قتيلا`) the lower one.
    pub value: i64,
    /// The higher value of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<i64>,
    /// What is counted, where the glossary knows it.
    pub unit: Option<EntryId>,
    /// How exact.
    pub modifier: Modifier,
}

/// How exact the writer says a figure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Modifier {
    /// Nothing is said.
    #[default]
    Exactly,
    /// أكثر من
    MoreThan,
    /// أقل من
    LessThan,
    /// نحو
    About,
    /// على الأقل, ما لا يقل عن
    AtLeast,
    /// لن يتجاوز, لا يزيد على
    AtMost,
}

/// Appends the figures of a sentence to `out`, in text order.
pub fn find(text: &str, s: &ParsedSentence, lexicon: &Lexicon, numbers: &[Number], dates: &[DateMention], out: &mut Vec<Figure>) {
    for (i, number) in numbers.iter().enumerate() {
        let figure =
            figure(text, s, lexicon, number, dates).or_else(|| out.last().and_then(|f| elliptical(text, s, f, number, dates)));
        let Some(figure) = figure else { continue };
        // `60 في المئة من المستشفيات`: what is in a unit counts nothing.
        if out.last().is_some_and(|f| f.start < figure.start && figure.start < f.end) {
            continue;
        }
        match i.checked_sub(1).and_then(|b| joined(s, &numbers[b], number)) {
            Some(Joined::Range(start)) if numbers[i - 1].value < figure.value => {
                out.retain(|f| f.end <= start);
                out.push(Figure { start, value: numbers[i - 1].value, upper: Some(figure.value), ..figure });
            }
            // `بين 5 و10 آلاف`: nobody knows whether the first are thousands.
            Some(_) => out.retain(|f| f.end <= s.tokens[numbers[i - 1].first as usize].start),
            None => out.push(figure),
        }
    }
    duals(s, lexicon, numbers, dates, out);
}

/// What two numbers that stand together are.
enum Joined {
    /// The ends of a range, which begins at this byte.
    Range(u32),
    /// Nobody can tell.
    Unclear,
}

/// `بين 20 و30`, `20 إلى 30`, `20-30`: the ends of a range, unless the second has a scale that the first has not. `من 20 إلى 30` may be a rise.
fn joined(s: &ParsedSentence, a: &Number, b: &Number) -> Option<Joined> {
    let (first, behind) = ((a.first as usize).checked_sub(1), a.last as usize + 1);
    let gap = b.first as usize - behind;
    let before = first.map(|t| cue(s, t).is).unwrap_or_default();
    let dash = gap == 1 && matches!(s.tokens[behind].kind, TokenKind::Mark('-' | '–'));
    let and = before == Is::Between && (gap == 0 && cue(s, b.first as usize).and() || gap == 1 && cue(s, behind).is == Is::And);
    let to = gap == 1 && cue(s, behind).is == Is::To;
    if !(dash || and || to) || a.written == Written::Ordinal {
        return None;
    }
    let scaled = |n: &Number| (n.first..=n.last).any(|t| matches!(cue(s, t as usize).is, Is::Scale | Is::ScalePlural));
    if scaled(b) != scaled(a) || before == Is::From {
        return Some(Joined::Unclear);
    }
    let start = first.filter(|_| before == Is::Between).unwrap_or(a.first as usize);
    Some(Joined::Range(s.tokens[start].start))
}

fn cue(s: &ParsedSentence, at: usize) -> Cue {
    s.classes.get(at).copied().unwrap_or_default()
}

fn at(s: &ParsedSentence, token: usize) -> Option<&Match> {
    s.matches.binary_search_by_key(&(token as u32), |m| m.first).ok().map(|i| &s.matches[i])
}

fn unit<'a>(s: &'a ParsedSentence, lexicon: &Lexicon, token: usize) -> Option<&'a Match> {
    // `ثلاثة أو ستة على أبعد تقدير`: how sure the number is, and nothing counted.
    let sure = |m: &Match| lexicon.entries.id(lexicon.forms[m.form as usize].entry).starts_with("quantity_");
    at(s, token).filter(|m| countable(lexicon.kind_of(m.form)) && !m.proclitics.has(Proclitics::WAW) && !sure(m))
}

/// What can be counted: units, and terms and names of sides (`28 مجزرة`, `9 مجموعات مسلحة`).
fn countable(kind: Kind) -> bool {
    matches!(kind, Kind::Unit | Kind::Term | Kind::Title | Kind::Party)
}

fn figure(text: &str, s: &ParsedSentence, lexicon: &Lexicon, n: &Number, dates: &[DateMention]) -> Option<Figure> {
    let (first, last) = (n.first as usize, n.last as usize);
    if n.written == Written::Ordinal {
        return None;
    }
    let dated = dates.iter().any(|d| d.first <= n.first && n.last <= d.last && !matches!(d.said, Said::Length { .. }));
    let before = first.checked_sub(1).map(|b| cue(s, b)).unwrap_or_default();
    // `فتح معبر حلب لستة أشهر`: a preposition parts the number from the name.
    let bound = s.tokens[first].text(text).starts_with('ل');
    let of_a_name = first.checked_sub(1).is_some_and(|b| {
        matches!(before.is, Is::Round | Is::Numero | Is::Identified | Is::Clock | Is::Age) || !bound && is_name(s, lexicon, b)
    });
    let two_back = first.checked_sub(2).map(|b| cue(s, b).is).unwrap_or_default();
    let aged = two_back == Is::Age && matches!(before.is, Is::From | Is::Nothing);
    // One year alone (2254, 2017) and what no noun follows is no figure, but a number after its noun is.
    if dated || of_a_name || aged {
        return None;
    }
    let percent = matches!(s.tokens.get(last + 1).map(|t| t.kind), Some(TokenKind::Mark('%' | '٪')));
    let counted = unit(s, lexicon, last + 1).or_else(|| unit(s, lexicon, last + 2).filter(|_| cue(s, last + 1).is == Is::From));
    let behind = if counted.is_none() && !percent { noun_before(text, s, lexicon, n) } else { None };
    let numbered = if counted.is_none() && behind.is_none() && !percent { number_of(text, s, lexicon, n) } else { None };
    if let Some((m, modifier)) = numbered {
        let unit = Some(lexicon.forms[m.form as usize].entry);
        let (own, from) = self::modifier(s, first);
        let modifier = if own == Modifier::Exactly { modifier } else { own };
        return Some(Figure {
            start: s.tokens[from].start,
            end: s.tokens[last].end,
            value: n.value,
            upper: None,
            unit,
            modifier,
        });
    }
    if counted.is_none() && behind.is_none() && !percent {
        let noun_follows = s.tokens.get(last + 1).is_some_and(|t| t.kind == TokenKind::Word)
            && !cue(s, last + 1).and()
            && matches!(cue(s, last + 1).is, Is::Nothing | Is::Length | Is::Day | Is::From | Is::Meeting | Is::Round);
        let year = n.whole(1900, 2100).is_some() && n.written == Written::Digits && last == first;
        let one = n.value == 1000;
        if !noun_follows || year || one || identified(s, first) || n.written == Written::DefiniteDigits {
            return None;
        }
    }
    let (modifier, from) = modifier(s, first);
    let mut modifier = modifier;
    let mut to = last;
    let mut unit_entry = None;
    if let Some(m) = counted {
        (unit_entry, to) = (Some(lexicon.forms[m.form as usize].entry), m.last as usize);
    } else if percent {
        (unit_entry, to) = (lexicon.number("unit_percent"), last + 1);
    }
    let mut start = s.tokens[from].start;
    if let Some(m) = behind {
        (unit_entry, start) = (Some(lexicon.forms[m.form as usize].entry), m.start.min(start));
    }
    if cue(s, to + 1).is == Is::On && cue(s, to + 2).is == Is::Least {
        (modifier, to) = (Modifier::AtLeast, to + 2);
    }
    // شهر ونصف is found as a length; سنتين ونصف too.
    let half = cue(s, to + 1).is == Is::Half && cue(s, to + 1).and();
    let value = n.value + if half { 500 } else { 0 };
    Some(Figure { start, end: s.tokens[to + usize::from(half)].end, value, upper: None, unit: unit_entry, modifier })
}

/// True for an entry that takes a number as its last word: `أستانا 2`, a resolution.
fn is_name(s: &ParsedSentence, lexicon: &Lexicon, token: usize) -> bool {
    s.matches
        .iter()
        .any(|m| m.last as usize == token && matches!(lexicon.kind_of(m.form), Kind::Place | Kind::Process | Kind::Agreement))
}

/// `قرار مجلس الأمن الدولي 2254`, `القرارين 2254 و2268`: a word for a resolution shortly before.
fn identified(s: &ParsedSentence, first: usize) -> bool {
    (first.saturating_sub(6)..first).any(|i| matches!(cue(s, i).is, Is::Identified | Is::Numero))
}

/// Tokens between the noun of a number and the number.
const NUMBERED: usize = 7;

/// `عدد المعتقلين يتجاوز 135 ألفا`, `قدّر عدد القتلى بأكثر من 100`: the noun that a number without one is told of, with what the verb says of how exact it is.
fn number_of<'a>(text: &str, s: &'a ParsedSentence, lexicon: &Lexicon, n: &Number) -> Option<(&'a Match, Modifier)> {
    let (first, last) = (n.first as usize, n.last as usize);
    let raw = |t: usize| s.tokens[t].text(text);
    // Nothing that could be counted stands behind it.
    let ends =
        s.tokens.get(last + 1).is_none_or(|t| t.kind != TokenKind::Word || matches!(t.text(text), "في" | "من" | "منذ" | "على"));
    let head = (first.saturating_sub(NUMBERED)..first).rfind(|&t| matches!(raw(t), "عدد" | "وعدد" | "أعداد" | "إن عدد"))?;
    let m = unit(s, lexicon, head + 1)?;
    let marked = (head..first).any(|t| matches!(s.tokens[t].kind, TokenKind::Mark('،' | '؛' | '.' | ':')));
    let between = || (m.last as usize + 1..first).map(raw);
    let is = |list: &[&str]| between().any(|w| list.contains(&w));
    let told = is(&["بلغ", "يبلغ", "وصل", "يصل", "ارتفع", "هو", "يقدر", "قدر"])
        || raw(first).starts_with('ب')
        || between().next().is_some_and(|w| w.starts_with('ب'));
    let modifier = match () {
        () if is(&["تجاوز", "يتجاوز", "فاق", "يفوق"]) => Modifier::MoreThan,
        () if is(&["يقارب", "قارب", "يناهز", "ناهز"]) => Modifier::About,
        () if told => Modifier::Exactly,
        () => return None,
    };
    (ends && !marked && n.written != Written::Ordinal).then_some((m, modifier))
}

/// Bytes between two numbers of one thing.
const ELLIPSIS: usize = 90;

/// `قدّر عدد القتلى بأكثر من 100، بينما تحدثت مصادر عن 77`: a number alone, set against one with its noun.
fn elliptical(text: &str, s: &ParsedSentence, before: &Figure, n: &Number, dates: &[DateMention]) -> Option<Figure> {
    let (first, last) = (n.first as usize, n.last as usize);
    let start = s.tokens[first].start;
    let between = text.get(before.end as usize..start as usize)?;
    let set = ["بينما ", "فيما ", "في حين "].iter().any(|w| between.contains(w));
    let about = between.trim_end().ends_with(" عن");
    let alone = s.tokens.get(last + 1).is_none_or(|t| t.kind != TokenKind::Word);
    let dated = dates.iter().any(|d| d.first <= n.first && n.last <= d.last);
    let one =
        before.unit.is_some() && between.len() <= ELLIPSIS && !between.contains(['.', '؛']) && n.written != Written::Ordinal;
    (set && about && alone && one && !dated).then_some(Figure {
        start,
        end: s.tokens[last].end,
        value: n.value,
        upper: None,
        unit: before.unit,
        modifier: Modifier::Exactly,
    })
}

/// `البلدان الضامنة الثلاثة`: the noun that a definite number follows.
fn noun_before<'a>(text: &str, s: &'a ParsedSentence, lexicon: &Lexicon, n: &Number) -> Option<&'a Match> {
    let first = n.first as usize;
    let one = cue(s, first);
    let definite =
        n.written == Written::DefiniteDigits || (n.written == Written::Words && one.is == Is::One && definite(s, first));
    if !definite {
        return None;
    }
    // `الاجتماع الدولي الـ18`: which one, and not how many.
    let numbered = |t: usize| matches!(cue(s, t).is, Is::Meeting | Is::Round);
    if n.written == Written::DefiniteDigits && (first.saturating_sub(4)..first).any(numbered) {
        return None;
    }
    let found =
        s.matches.iter().rev().find(|m| m.first < n.first && m.last + 3 >= n.first && countable(lexicon.kind_of(m.form)))?;
    let raw = s.tokens[n.first as usize - 1].text(text);
    (found.proclitics.has(Proclitics::ARTICLE) || raw.starts_with("ال")).then_some(found)
}

/// A number word with ال (`الثلاثة`), which the glossary lists as a form of its own.
fn definite(s: &ParsedSentence, token: usize) -> bool {
    s.definite.contains(&(token as u32))
}

/// The modifier before a number, and the token where it begins.
fn modifier(s: &ParsedSentence, first: usize) -> (Modifier, usize) {
    let is = |back: usize| first.checked_sub(back).map(|i| cue(s, i).is).unwrap_or_default();
    let linked = matches!(is(1), Is::From | Is::On)
        || first.checked_sub(1).is_some_and(|b| s.classes[b].is == Is::Nothing && is(2) == Is::Under);
    match (is(1), is(2), is(3)) {
        (Is::About, ..) => (Modifier::About, first - 1),
        (_, Is::More, Is::No) if linked => (Modifier::AtMost, first - 3),
        (Is::More, Is::No, _) => (Modifier::AtMost, first - 2),
        (_, Is::More, _) if linked => (Modifier::MoreThan, first - 2),
        (Is::More, ..) => (Modifier::MoreThan, first - 1),
        (_, Is::Less, _) if linked => (Modifier::LessThan, first - 2),
        (_, Is::Under, Is::No) => (Modifier::AtLeast, first - 3),
        (_, Is::About, _) if is(1) == Is::From => (Modifier::About, first - 2),
        _ => (Modifier::Exactly, first),
    }
}

/// `يومين`, `شهر ونصف`: lengths of time that no number word counts.
fn duals(s: &ParsedSentence, lexicon: &Lexicon, numbers: &[Number], dates: &[DateMention], out: &mut Vec<Figure>) {
    for (i, c) in s.classes.iter().enumerate() {
        if c.is != Is::Length {
            continue;
        }
        let half = cue(s, i + 1).is == Is::Half && cue(s, i + 1).and();
        let dual = c.value / 100 == 1;
        let counted = i.checked_sub(1).is_some_and(|b| numbers.iter().any(|n| n.last as usize == b));
        if counted
            || !(dual || (half && c.value < 100))
            || dates.iter().any(|d| d.first as usize <= i && i <= d.last as usize && !matches!(d.said, Said::Length { .. }))
        {
            continue;
        }
        let unit = at(s, i).filter(|m| lexicon.kind_of(m.form) == Kind::Unit).map(|m| lexicon.forms[m.form as usize].entry);
        let to = i + usize::from(half);
        let again = half && cue(s, to + 1).is == Is::Length && cue(s, to + 1).value == c.value;
        let value = if dual { 2000 } else { 1000 } + if half { 500 } else { 0 };
        let place = out.partition_point(|f| f.start < s.tokens[i].start);
        out.insert(
            place,
            Figure {
                start: s.tokens[i].start,
                end: s.tokens[to + usize::from(again)].end,
                value,
                upper: None,
                unit,
                modifier: Modifier::Exactly,
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::with;
    use crate::analysis::{dates, numbers};

    fn read(sentence: &str) -> Vec<String> {
        with(sentence, |text, s, lexicon| {
            let (mut all, mut days, mut out) = (Vec::new(), Vec::new(), Vec::new());
            numbers::find(text, s, &mut all);
            dates::find(text, s, lexicon, &all, &mut days);
            find(text, s, lexicon, &all, &days, &mut out);
            let unit = |f: &Figure| f.unit.map_or("-", |u| lexicon.entries[u as usize].id.as_str());
            out.iter()
                .map(|f| {
                    let upper = f.upper.map(|u| format!("–{}", u as f64 / 1000.0)).unwrap_or_default();
                    format!(
                        "{}: {}{upper} {:?} {}",
                        &text[f.start as usize..f.end as usize],
                        f.value as f64 / 1000.0,
                        f.modifier,
                        unit(f)
                    )
                })
                .collect()
        })
    }

    #[test]
    fn figures_with_unit_and_modifier() {
        for (sentence, want) in [
            ("بمقتل أكثر من 310 آلاف شخص.", "أكثر من 310 آلاف شخص: 310000 MoreThan unit_person"),
            ("تقديم «مئة اسم من المعتقلين", "مئة اسم: 100 Exactly unit_name"),
            ("اقتصر على 5 مندوبين من", "5 مندوبين: 5 Exactly unit_delegate"),
            ("ويمثل 9 مجموعات مسلحة", "9 مجموعات: 9 Exactly unit_group"),
            ("ضم البلدان الضامنة الثلاثة", "البلدان الضامنة الثلاثة: 3 Exactly guarantor_states"),
            ("ضم الدول الراعية الثلاث.", "الدول الراعية الثلاث: 3 Exactly sponsor_states"),
            ("استمر 40 دقيقة شاركت", "40 دقيقة: 40 Exactly unit_minute"),
            ("المستمر منذ ستة أسابيع", "ستة أسابيع: 6 Exactly unit_week"),
            ("الصامد منذ شهر ونصف شهر.", "شهر ونصف شهر: 1.5 Exactly unit_month"),
            ("عددها في شباط 28 مجزرة", "28 مجزرة: 28 Exactly unit_massacre"),
            ("قتل ما لا يقل عن 30 شخصا", "لا يقل عن 30 شخصا: 30 AtLeast unit_person"),
            ("لن يتجاوز 1500 شخص", "لن يتجاوز 1500 شخص: 1500 AtMost unit_person"),
            ("لا يزيد على 40 عضوا", "لا يزيد على 40 عضوا: 40 AtMost member"),
            ("تجاوز 1500 شخص", "تجاوز 1500 شخص: 1500 MoreThan unit_person"),
            ("نحو مليون ونصف المليون لاجئ", "نحو مليون ونصف المليون لاجئ: 1500000 About unit_refugee"),
            ("نحو مليون ونصف لاجئ", "نحو مليون ونصف لاجئ: 1500000 About unit_refugee"),
            ("نحو 3,5 ملايين لاجئ", "نحو 3,5 ملايين لاجئ: 3500000 About unit_refugee"),
            ("قتل 20 شخصا على الأقل", "20 شخصا على الأقل: 20 AtLeast unit_person"),
            ("بنسبة 80 بالمئة", "80 بالمئة: 80 Exactly unit_percent"),
            ("60 في المئة من مستشفيات الخرطوم", "60 في المئة: 60 Exactly unit_percent"),
            ("سقط ما بين 20 و30 قتيلا في", "بين 20 و30 قتيلا: 20–30 Exactly unit_dead"),
            ("الإفراج عن 20 إلى 30 أسيرا", "20 إلى 30 أسيرا: 20–30 Exactly prisoners"),
            ("ارتفع العدد من 20 إلى 30 أسيرا", ""),
            ("الإفراج عن 15-20 أسيرا", "15-20 أسيرا: 15–20 Exactly prisoners"),
            ("بين 5 و10 آلاف نازح", ""),
            ("بين 3 مدن و4 قرى في", "3: 3 Exactly - | 4: 4 Exactly -"),
            ("إطلاق سراح 100 منهم في", "100: 100 Exactly -"),
            ("إن عدد المعتقلين لديه يتجاوز 135 ألفا.", "يتجاوز 135 ألفا: 135000 MoreThan detainees"),
            ("وقدّر عدد القتلى بأكثر من 100، بينما", "بأكثر من 100: 100 MoreThan unit_dead"),
            (
                "وقدّر عدد القتلى بأكثر من 100، بينما تحدثت مصادر محلية عن 77.",
                "بأكثر من 100: 100 MoreThan unit_dead | 77: 77 Exactly unit_dead",
            ),
            ("وأفرج عن 50 أسيرا، بينما تحدثت مصادر عن 3 مدن.", "50 أسيرا: 50 Exactly prisoners | 3: 3 Exactly -"),
            ("وعدد القتلى كبير، وفي 12 مدينة", "12: 12 Exactly -"),
        ] {
            assert_eq!(read(sentence).join(" | "), want, "{sentence}");
        }
    }

    #[test]
    fn what_is_no_figure() {
        for sentence in [
            "تنفيذ قرار مجلس الأمن الدولي 2254 في",
            "أستانا 2 مهد الطريق",
            "في 3 و4 مايو المقبل",
            "الجولة الثالثة من",
            "منذ 2011 في",
            "القرارين 2254 و2268 في",
            "الساعة 10 صباحا",
            "عن عمر 75 عاما",
            "ختام الاجتماع الدولي الـ18 في",
            "خلال اللقاء الـ18 بين الوفود",
        ] {
            assert_eq!(read(sentence), [""; 0], "{sentence}");
        }
    }
}
