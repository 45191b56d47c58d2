//! A ceasefire of which the sources tell otherwise when it begins (`يسري فور إعلانه`, `يسري اعتبارا من 18 ديسمبر`) or where it holds (`في مدينة الحديدة`, `في محافظة الحديدة`). Both stand side by side.

use std::sync::LazyLock;

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::context::DateRange;
use super::disputes::{VALUES, same};
use super::ledger::family;
use super::next_round::clauses;
use super::parts::{Dispute, DisputeValue};
use super::speakers::of;
use super::whose::whose;
use super::words::{Phrases, Words};
use crate::analysis::dates::Precision;
use crate::analysis::statements::{Span, Statement};
use crate::analysis::{Analysis, Mention};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::round::assign::Round;

/// Words of the beginning of a ceasefire.
static STARTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "يسري",
        "تسري",
        "سيسري",
        "ستسري",
        "سريان",
        "يبدأ",
        "سيبدأ",
        "تبدأ",
        "ستبدأ",
        "بدأ",
        "يدخل حيز",
        "سيدخل حيز",
        "تدخل حيز",
        "دخل حيز",
    ])
});
/// Words of one that begins at once.
static AT_ONCE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "فور إعلانه",
        "فور إعلانها",
        "فور الإعلان",
        "حال إعلانه",
        "حال الإعلان",
        "لحظة إعلانه",
        "بمجرد إعلانه",
        "فور توقيعه",
        "فور التوقيع",
        "على الفور",
        "فورا",
        "فوراً",
    ])
});
/// Words of what was only meant, or hoped.
static MEANT: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(&["يفترض", "مقررا", "مقرراً", "يأمل", "نأمل", "إذا", "قد", "دعا", "دعت", "طالب"]));
/// Words for a town and for the land around it.
const AREAS: [(&str, &str); 6] = [
    ("مدينة", "the city of"),
    ("المدينة", "the city of"),
    ("محافظة", "the governorate of"),
    ("ريف", "the countryside of"),
    ("ميناء", "the port of"),
    ("عموم", "all of"),
];
/// Words between a ceasefire and its area.
const NEAR: usize = 5;

#[derive(Clone, Copy, PartialEq)]
enum Start {
    AtOnce,
    On(DateRange),
}

/// The differences over a ceasefire.
pub(super) fn truces(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Dispute> {
    let mut starts: Vec<(Start, DisputeValue)> = Vec::new();
    let mut areas: Vec<(String, DisputeValue)> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.sentences.iter().enumerate() {
            let plain = s.kind == SentenceKind::Sentence && !s.background;
            let truce = |m: &&Mention| {
                let is = |id: EntryId| given.lexicon.frames[id as usize].truce;
                is(m.entry) || is(family(given.lexicon, m.entry))
            };
            for m in s.mentions.iter().filter(truce).filter(|_| plain) {
                let holds = |span: &Span| span.0 <= m.start && m.end <= span.1;
                let Some(span) = clauses(article, s).into_iter().find(holds) else { continue };
                if let Some(start) = start(article, analysis, n, span) {
                    add(&mut starts, start, value(text_of(start), (article, analysis), n, span, given, cites));
                }
                if let Some((place, words, span)) = area(article, analysis, n, m, given) {
                    add(&mut areas, place, value(words, (article, analysis), n, span, given, cites));
                }
            }
        }
    }
    let mut out = Vec::new();
    let apart = |a: Start, b: Start| match (a, b) {
        (Start::On(a), Start::On(b)) => a.end < b.start || b.end < a.start,
        (a, b) => a != b,
    };
    let differs = |(a, x): &(Start, DisputeValue)| starts.iter().any(|(b, y)| apart(*a, *b) && another(x, y));
    let values: Vec<DisputeValue> = starts.iter().filter(|s| differs(s)).map(|s| s.1.clone()).take(VALUES).collect();
    if values.len() > 1 {
        out.push(Dispute { slot: "truce_start".to_owned(), slot_en: "when the ceasefire begins".to_owned(), values });
    }
    let differs =
        |(a, x): &(String, DisputeValue)| areas.iter().any(|(b, y)| a == b && x.value.text != y.value.text && another(x, y));
    let values: Vec<DisputeValue> = areas.iter().filter(|s| differs(s)).map(|s| s.1.clone()).take(VALUES).collect();
    if values.len() > 1 {
        out.push(Dispute { slot: "truce_area".to_owned(), slot_en: "where the ceasefire holds".to_owned(), values });
    }
    out
}

fn add<T: PartialEq>(all: &mut Vec<(T, DisputeValue)>, what: T, value: DisputeValue) {
    match all.iter_mut().find(|(t, v)| *t == what && same(v, &value)) {
        Some((_, twin)) => twin.citations.extend(value.citations),
        None => all.push((what, value)),
    }
}

/// Other voices: other speakers, or other articles where one is not named.
fn another(a: &DisputeValue, b: &DisputeValue) -> bool {
    let who = |v: &DisputeValue| v.by.as_ref().map(|s| s.en.clone());
    let same = a.citations.iter().any(|x| b.citations.iter().any(|y| x.source == y.source));
    match (who(a), who(b)) {
        (Some(x), Some(y)) => x != y,
        _ => !same,
    }
}

fn text_of(start: Start) -> String {
    match start {
        Start::AtOnce => "as soon as it is announced".to_owned(),
        Start::On(days) => days.en(),
    }
}

/// When a clause says that the ceasefire begins.
fn start(article: &Article, analysis: &Analysis, n: usize, span: Span) -> Option<Start> {
    let s = &analysis.sentences[n];
    let text = &article.text[span.0 as usize..span.1 as usize];
    let words = Words::of(text);
    if !words.any(&STARTS) || words.any(&MEANT) {
        return None;
    }
    if words.any(&AT_ONCE) {
        return Some(Start::AtOnce);
    }
    let mut days = s.dates.iter().filter(|d| span.0 <= d.start && d.end <= span.1 && d.precision == Precision::Day);
    let day = days.next().and_then(|d| d.date)?;
    days.next().is_none().then_some(Start::On(day))
}

/// The town or land that stands right behind a ceasefire, and what it is called.
fn area(article: &Article, analysis: &Analysis, n: usize, m: &Mention, given: &Given) -> Option<(String, String, Span)> {
    let s = &analysis.sentences[n];
    let lexicon = given.lexicon;
    let place = s.mentions.iter().find(|p| p.start >= m.end && lexicon.entries[p.entry as usize].kind == Kind::Place)?;
    let gap = &article.text[m.end as usize..place.start as usize];
    let words: Vec<&str> = gap.split_whitespace().collect();
    if gap.contains(['،', '.', '؛']) || words.len() > NEAR {
        return None;
    }
    let at = words.iter().position(|w| *w == "في")?;
    let name = &lexicon.entries[place.entry as usize].en.preferred;
    // `محافظة إدلب` may be one name.
    let whole = name.strip_suffix(" Governorate").or_else(|| name.strip_suffix(" governorate"));
    let (base, en) = match whole {
        Some(base) => (base.to_owned(), "the governorate of"),
        None => (name.clone(), AREAS.iter().find(|(ar, _)| words[at + 1..].iter().any(|w| w == ar))?.1),
    };
    let text = format!("{en} {base}");
    Some((base, text, (m.start, place.end)))
}

fn value(
    text: String,
    (article, analysis): (&Article, &Analysis),
    n: usize,
    span: Span,
    given: &Given,
    cites: &mut Cites,
) -> DisputeValue {
    let inside = |x: &Statement| x.sentence as usize == n && x.content.0 < span.1 && span.0 < x.content.1;
    let number = analysis.statements.iter().position(inside).map(|i| i as u32);
    let by = of(article, analysis, number).map(|s| s.speaker(given));
    DisputeValue {
        value: rule(text, "words beside a ceasefire"),
        by: by.or_else(|| whose(article, analysis, n, span, given.lexicon)),
        ar: article.text[span.0 as usize..span.1 as usize].to_owned(),
        citations: vec![cites.cite(article, n, span.0, span.1)],
    }
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn told(text: &str) -> Vec<String> {
        let all = fourth(text).disputes.into_iter().filter(|d| d.slot.starts_with("truce")).flat_map(|d| d.values);
        all.map(|v| v.value.text).collect()
    }

    #[test]
    fn when_it_begins_and_where_it_holds() {
        let once = "وقال سيرغي لافروف إن وقف إطلاق النار يسري فور إعلانه.";
        let on = "وقال محمد علوش إن وقف إطلاق النار يبدأ في 6 مايو.";
        assert_eq!(told(&format!("{once}\n\n{on}")), ["as soon as it is announced", "6 May 2017"]);
        assert_eq!(told(&format!("{once}\n\nوقال محمد علوش إن وقف إطلاق النار كان يفترض أن يبدأ في 6 مايو.")), [""; 0]);
        let city = "وقال سيرغي لافروف إن الاتفاق ينص على وقف إطلاق النار في مدينة حلب.";
        let land = "وقال محمد علوش إن الاتفاق ينص على وقف إطلاق النار في محافظة حلب.";
        assert_eq!(told(&format!("{city}\n\n{land}")), ["the city of Aleppo", "the governorate of Aleppo"]);
        let other = "وقال محمد علوش إن الاتفاق ينص على وقف إطلاق النار في محافظة إدلب.";
        assert_eq!(told(&format!("{city}\n\n{other}")), [""; 0]);
    }
}
