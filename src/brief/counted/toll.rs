//! The dead of a whole war or campaign, by who counts them: `أحصت النقابة 863 قتيلا من المدنيين منذ 15 أبريل`, `أسفرت الحرب عن مقتل أكثر من 850 شخصا`. What fell on one day or in one town is none of them.

use super::super::against::readable;
use super::super::assemble::Given;
use super::super::cite::Cites;
use super::super::disputes::{VALUES, same};
use super::super::english::line;
use super::super::figures::plural;
use super::super::parts::{Dispute, DisputeValue};
use super::compare::{FOLD, given_as};
use super::{At, range};
use crate::analysis::figures::Figure;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::glossary::entry::Kind;
use crate::round::assign::Round;
use chrono::NaiveDate;

/// Wars, as a whole.
const WAR: [&str; 7] = ["الحرب", "النزاع", "القتال", "المعارك", "حصيلة", "حملة", "الصراع"];
/// Days between the beginnings of two counts of one war.
const NEAR: i64 = 45;
/// Bytes beside a figure in which a day or a place is its own.
const BESIDE: u32 = 60;
/// Words before a figure that say what it is of, and behind it.
const WORDS: usize = 6;

/// A count of the dead.
struct Toll {
    least: i64,
    most: i64,
    civilians: bool,
    since: Option<NaiveDate>,
    value: DisputeValue,
}

/// The counts of a round that cannot both be.
pub(super) fn tolls<'a>(round: &Round<'a>, given: &'a Given<'a>, cites: &mut Cites) -> Vec<Dispute> {
    let mut all: Vec<Toll> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (number, s) in analysis.sentences.iter().enumerate().filter(|(_, s)| s.kind == SentenceKind::Sentence) {
            for figure in &s.figures {
                let at = At { article, analysis, number, figure, given };
                let Some(toll) = toll(at, cites) else { continue };
                if !all.iter().any(|o| same(&o.value, &toll.value)) {
                    all.push(toll);
                }
            }
        }
    }
    let one = |a: &Toll, b: &Toll| a.since.zip(b.since).is_none_or(|(a, b)| (a - b).num_days().abs() <= NEAR);
    let less = |a: &Toll, b: &Toll| a.most < b.least && (b.civilians || a.civilians == b.civilians);
    let who = |t: &Toll| t.value.by.as_ref().map(|s| s.en.clone());
    let near = |a: &Toll, b: &Toll| a.least.max(b.least) / FOLD <= a.least.min(b.least);
    let differs = |a: &Toll| {
        all.iter().any(|b| one(a, b) && near(a, b) && (less(a, b) || less(b, a)) && (who(a) != who(b) || a.value.by.is_none()))
    };
    let values: Vec<DisputeValue> = all.iter().filter(|t| differs(t)).map(|t| t.value.clone()).take(VALUES).collect();
    if values.len() < 2 {
        return Vec::new();
    }
    vec![Dispute { slot: "figure".to_owned(), slot_en: "number of people killed in all, by who counts them".to_owned(), values }]
}

fn toll(at: At, cites: &mut Cites) -> Option<Toll> {
    let lexicon = at.given.lexicon;
    let (s, f) = (at.sentence(), at.figure);
    let unit = &lexicon.entries[f.unit? as usize];
    let (before, behind) = (at.text(s.start, f.start), at.text(f.end, s.end));
    let clause = before.rsplit(['،', '؛']).next().unwrap_or_default();
    let last = || clause.split_whitespace().rev().take(WORDS);
    let dead = ["unit_dead", "unit_martyr"].contains(&unit.id.as_str());
    let people = ["unit_person", "unit_civilian"].contains(&unit.id.as_str());
    let is = |w: &str, all: &[&str]| all.contains(&w.trim_matches(['،', '.', '"', '«', '»']).trim_start_matches('و'));
    let killed = last().any(|w| is(w, &["مقتل", "قتل", "ق\u{64f}تل", "بحياة", "القتلى", "استشهاد"]));
    if !(dead || people && killed) || at.is_part() {
        return None;
    }
    // Days of one event.
    let since = |start: u32| at.text(s.start, start).trim_end().ends_with("منذ");
    let (mut days, mut from) = (s.dates.iter(), None);
    if !days.all(|d| {
        let whole = since(d.start) || at.text(d.start, d.end).starts_with("منذ");
        from = from.or(d.date.filter(|_| whole).map(|d| d.start));
        whole || !near_to(d.start, d.end, f)
    }) {
        return None;
    }
    let war = before.split_whitespace().any(|w| is(w, &WAR));
    // `في معارك حرض`, `في قرية`: of one place.
    let place = at
        .mentions(f.start - clause.len() as u32, s.end.min(f.end + BESIDE))
        .any(|m| lexicon.entries[m.entry as usize].kind == Kind::Place);
    let count = last().any(|w| is(w, &["القتلى", "الضحايا"]));
    // Of a war, of no place, and called a count: two of the three.
    let signs = [war, !place, count].into_iter().filter(|sign| *sign).count();
    if from.is_none() && signs < 2 {
        return None;
    }
    let civilians = unit.id == "unit_civilian"
        || last().any(|w| is(w, &["المدنيين"]))
        || behind.split_whitespace().take(2).any(|w| is(w, &["مدني", "مدنيا", "المدنيين", "من المدنيين"]));
    // `غالبيتهم من المدنيين`: not all.
    let civilians = civilians && !behind.split_whitespace().take(1).any(|w| w.ends_with("هم"));
    let name = if civilians { "civilians killed".to_owned() } else { killed_people(&plural(unit)) };
    let (least, most) = range(f);
    let value = match at.said() {
        Some(_) => given_as(at, &name, cites),
        // `وثقت الشبكة مقتل 781 مدنيا`: who counts them stands in the words.
        None => {
            let start = f.start - clause.trim_start().len() as u32;
            let end = f.end + behind.find(['،', '؛']).unwrap_or(behind.len()) as u32;
            let value = line((at.article, at.analysis), s, start..end, at.given);
            let citations = vec![cites.cite(at.article, at.number, start, end)];
            DisputeValue { value, by: None, ar: at.text(start, end).to_owned(), citations }
        }
    };
    readable(&value.value).then_some(Toll { least, most, civilians, since: from, value })
}

fn killed_people(unit: &str) -> String {
    if unit == "people" { "people killed".to_owned() } else { unit.to_owned() }
}

/// A day within some words of a figure.
fn near_to(start: u32, end: u32, f: &Figure) -> bool {
    start <= f.end + BESIDE && end + BESIDE >= f.start
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn tolls(text: &str) -> Vec<String> {
        let all = fourth(text).disputes.into_iter();
        all.filter(|d| d.slot_en.contains("in all")).flat_map(|d| d.values).map(|v| v.value.text).collect()
    }

    #[test]
    fn the_dead_of_a_war_by_who_counts_them() {
        let one = "وقال سيرغي لافروف إن الحرب أسفرت عن مقتل 800 شخص.";
        let other = |n: u16, of: &str| format!("وقال محمد علوش إن الحرب أسفرت عن مقتل {n} {of}.");
        assert_eq!(tolls(&format!("{one}\n\n{}", other(600, "شخص"))), ["800 people killed", "600 people killed"]);
        assert_eq!(tolls(&format!("{one}\n\n{}", other(900, "مدني"))), ["800 people killed", "900 civilians killed"]);
        // So many civilians among so many people; one event; one speaker.
        assert_eq!(tolls(&format!("{one}\n\n{}", other(600, "مدني"))), [""; 0]);
        assert_eq!(tolls(&format!("{one}\n\nوقال محمد علوش إن قصفا على حلب أسفر عن مقتل 600 شخص.")), [""; 0]);
        assert_eq!(tolls(&format!("{one}\n\nوقال محمد علوش إن القتال أسفر يوم الثلاثاء عن مقتل 600 شخص.")), [""; 0]);
        assert_eq!(tolls(&format!("{one} وأضاف أن القتال أسفر عن مقتل 600 شخص.")), [""; 0]);
    }
}
