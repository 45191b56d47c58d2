//! Figures of one thing: where they differ, and where independent texts give the same.

use std::collections::{BTreeMap, BTreeSet};

use super::super::assemble::{Given, rule};
use super::super::cite::Cites;
use super::super::disputes::VALUES;
use super::super::figures::{modifier, plural, value};
use super::super::parts::{Dispute, DisputeValue, Line};
use super::{At, Counted, Thing};
use crate::analysis::figures::{Figure, Modifier};
use crate::round::assign::Round;
use crate::summary::similar;

/// The figures of each thing, of one time, by their numbers. One of which the side is not known goes with the only others of its number.
fn things(all: &[Counted]) -> Vec<Vec<usize>> {
    let mut things: BTreeMap<&Thing, Vec<Vec<usize>>> = BTreeMap::new();
    let whose = |c: &Counted| c.thing.of.is_some() || !c.thing.is_anchored();
    // What has no day goes with the only ones that have one.
    let dated = |c: &Counted| c.days.is_some() || !c.thing.what.ends_with(" in");
    let first = all.iter().enumerate().filter(|(_, c)| whose(c) && dated(c));
    for (i, c) in first.chain(all.iter().enumerate().filter(|(_, c)| whose(c) && !dated(c))) {
        let times = things.entry(&c.thing).or_default();
        let meets = |o: &usize| c.days.zip(all[*o].days).is_none_or(|(a, b)| a.start <= b.end && b.start <= a.end);
        if !dated(c) && times.len() > 1 {
            continue;
        }
        match times.iter_mut().find(|time| time.iter().all(meets)) {
            Some(time) => time.push(i),
            None => times.push(vec![i]),
        }
    }
    let mut out: Vec<Vec<usize>> = things.into_values().flatten().collect();
    for (i, c) in all.iter().enumerate().filter(|(_, c)| !whose(c)) {
        let one = |o: &usize| {
            let with = Thing { of: None, ..all[*o].thing.clone() };
            with == c.thing && all[*o].number() == c.number()
        };
        let mut same = out.iter_mut().filter(|group| group.iter().any(one));
        if let (Some(group), None) = (same.next(), same.next()) {
            group.push(i);
        }
    }
    out
}

/// What figures of one thing count; civilians, where all of them do.
fn label(of: &[&Counted]) -> String {
    let (thing, lexicon) = (&of[0].thing, of[0].at.given.lexicon);
    let civilians = lexicon.number("unit_civilian").filter(|_| of.iter().all(|c| c.civilians));
    Thing { unit: civilians.unwrap_or(thing.unit), ..thing.clone() }.label(lexicon)
}

/// How many times the least number the most may be, if both count one thing.
pub(super) const FOLD: i64 = 5;

/// One thing with different numbers: who says which. No number is the right one.
pub(in crate::brief) fn disputes(all: &[Counted], cites: &mut Cites) -> Vec<Dispute> {
    let mut out = Vec::new();
    for of in things(all) {
        let of: Vec<&Counted> = of.into_iter().map(|i| &all[i]).collect();
        // 107 people and 60 civilians may both be true, 107 people and 125 civilians not.
        let less = |a: &Counted, b: &Counted| a.range().1 < b.range().0 && (b.civilians || a.civilians == b.civilians);
        let apart = |a: &Counted, b: &Counted| less(a, b) || less(b, a);
        let one = |a: &Counted, b: &Counted| std::ptr::eq(a.at.article, b.at.article) && a.who() == b.who();
        let differ = |is: bool| of.iter().any(|a| of.iter().any(|b| apart(a, b) && one(a, b) == is));
        // One who gives two numbers tells of two things, and nobody says which is which.
        if !differ(false) || differ(true) {
            continue;
        }
        let exact = |c: &&&Counted| c.at.figure.modifier == Modifier::Exactly;
        let ends = |c: &&Counted| [c.at.figure.value, c.at.figure.upper.unwrap_or(c.at.figure.value)];
        let mut ends: Vec<i64> = of.iter().filter(exact).flat_map(ends).collect();
        ends.sort_unstable();
        // Four and 1,300 are not two counts of one thing.
        if ends.first().zip(ends.last()).is_some_and(|(least, most)| most / FOLD > *least) {
            continue;
        }
        let numbers = match (ends.first(), ends.last()) {
            (Some(&least), Some(&most)) if least < most => {
                format!(": {}", value(&Figure { value: least, upper: Some(most), ..*of[0].at.figure }))
            }
            _ => String::new(),
        };
        let mut values: Vec<DisputeValue> = Vec::new();
        for c in &of {
            let v = c.value(cites);
            let who = |v: &DisputeValue| v.by.as_ref().map(|s| s.en.clone());
            match values.iter_mut().find(|o| o.value.text == v.value.text && who(o) == who(&v)) {
                Some(twin) => twin.citations.extend(v.citations),
                None => values.push(v),
            }
        }
        values.truncate(VALUES);
        out.push(Dispute { slot: "figure".to_owned(), slot_en: format!("number of {}{numbers}", label(&of)), values });
    }
    out
}

/// Two numbers that one sentence sets against each other, the second without its noun: `قدّر عدد القتلى بأكثر من 100، بينما تحدثت مصادر عن 77`.
pub(in crate::brief) fn contrasts<'a>(round: &Round<'a>, given: &'a Given<'a>, cites: &mut Cites) -> Vec<Dispute> {
    let lexicon = given.lexicon;
    let mut out = Vec::new();
    for &(article, analysis) in &round.articles {
        for (number, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| !s.background) {
            for pair in sentence.figures.windows(2) {
                let [a, b] = pair else { continue };
                let at = |figure: &'a Figure| At { article, analysis, number, figure, given };
                let noun = sentence.mentions.iter().any(|m| b.start <= m.start && m.end <= b.end && Some(m.entry) == b.unit);
                let between = at(a).text(a.end, b.start);
                let set = ["بينما ", "فيما ", "في حين "].iter().any(|w| between.contains(w));
                let Some(unit) = a.unit.filter(|u| b.unit == Some(*u) && !noun && set && a.value != b.value) else { continue };
                let unit = plural(&lexicon.entries[unit as usize]);
                let values = vec![given_as(at(a), &unit, cites), given_as(at(b), &unit, cites)];
                out.push(Dispute { slot: "figure".to_owned(), slot_en: format!("number of {unit}"), values });
            }
        }
    }
    out.extend(answered(round, given, cites));
    out.extend(super::violations::violations(round, given, cites));
    out.extend(super::toll::tolls(round, given, cites));
    out
}

/// `وقال المبعوث إن 17 شاحنة عبرت. غير أن مسؤولا قال إن ما عبر 15 شاحنة فقط`: a number that another sets against that of the sentence before, in its paragraph. Each sentence has one of the unit.
fn answered<'a>(round: &Round<'a>, given: &'a Given<'a>, cites: &mut Cites) -> Vec<Dispute> {
    const TURNS: [&str; 6] = ["غير أن", "لكن", "إلا أن", "بيد أن", "على أن", "ولكن"];
    const LESS: [&str; 6] = ["فقط", "لا غير", "لا يتجاوز", "لم يتجاوز", "لا تتجاوز", "لم تتجاوز"];
    let lexicon = given.lexicon;
    let mut out = Vec::new();
    for &(article, analysis) in &round.articles {
        for (number, pair) in analysis.sentences.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let told = article.text[second.start as usize..second.end as usize].trim_start();
            let turned = TURNS.iter().any(|w| told.starts_with(w)) && LESS.iter().any(|w| told.contains(w));
            if !turned || first.paragraph != second.paragraph || first.background || second.background {
                continue;
            }
            let of = |figures: &'a [Figure], unit| {
                let mut own = figures.iter().filter(move |f| f.unit == Some(unit));
                own.next().filter(|_| own.next().is_none())
            };
            for b in &second.figures {
                // `خمسة من الأعضاء غابوا. لكن مصدرا قال إنهم ثلاثة فقط`: the second has no noun of its own.
                let bare = || match &first.figures[..] {
                    [a] if b.unit.is_none() && second.figures.len() == 1 => a.unit,
                    _ => None,
                };
                let Some(unit) = b.unit.or_else(bare) else { continue };
                if lexicon.entries[unit as usize].role.as_deref() == Some("time") {
                    continue;
                }
                let other = of(&second.figures, unit).or(Some(b).filter(|b| b.unit.is_none()));
                let Some((a, b)) = of(&first.figures, unit).zip(other) else { continue };
                let (least, most) = (a.value.min(b.value), a.value.max(b.value));
                let (from, to) = (
                    At { article, analysis, number, figure: a, given },
                    At { article, analysis, number: number + 1, figure: b, given },
                );
                let who = |at: At| at.said().map(|s| s.speaker(given).en);
                if least == most || most / FOLD > least || who(to).is_none() || who(from) == who(to) {
                    continue;
                }
                let unit = plural(&lexicon.entries[unit as usize]);
                let values = vec![given_as(from, &unit, cites), given_as(to, &unit, cites)];
                out.push(Dispute { slot: "figure".to_owned(), slot_en: format!("number of {unit}"), values });
            }
        }
    }
    out
}

/// A figure as a value of a difference.
pub(super) fn given_as(at: At, unit: &str, cites: &mut Cites) -> DisputeValue {
    let f = at.figure;
    let text = format!("{} {} {unit}", modifier(f.modifier), value(f));
    DisputeValue {
        value: rule(text.trim().to_owned(), "figures of one thing"),
        by: at.said().map(|s| s.speaker(at.given)),
        ar: at.text(f.start, f.end).to_owned(),
        citations: vec![cites.cite(at.article, at.number, f.start, f.end)],
    }
}

/// One thing with one number in independent texts.
pub(in crate::brief) fn agreements(all: &[Counted], cites: &mut Cites) -> Vec<Line> {
    let texts: Vec<&str> = all.iter().map(|c| c.at.text(c.at.sentence().start, c.at.sentence().end)).collect();
    let groups = similar::groups(&texts);
    let mut out = Vec::new();
    for of in things(all) {
        let mut numbers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        of.into_iter().for_each(|i| numbers.entry(all[i].number()).or_default().push(i));
        for (number, same) in numbers {
            // So many people and so many civilians are not the same.
            if same.iter().any(|&i| all[i].civilians != all[same[0]].civilians) {
                continue;
            }
            let (mut articles, mut wording, mut who) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
            for &i in &same {
                let c = &all[i];
                if wording.insert(groups[i]) {
                    articles.insert(&c.at.article.id);
                }
                let name = c.who().unwrap_or_else(|| "the articles".to_owned());
                if !who.contains(&name) {
                    who.push(name);
                }
            }
            if articles.len() < 2 {
                continue;
            }
            let label = label(&same.iter().map(|&i| &all[i]).collect::<Vec<_>>());
            let text = format!("{label}: {number} ({}), {} independent texts.", who.join(", "), articles.len());
            let values: Vec<DisputeValue> = same.iter().map(|&i| all[i].value(cites)).collect();
            let ar = values[0].ar.clone();
            let citations = values.into_iter().flat_map(|v| v.citations).collect();
            out.push(Line { ar, en: rule(text, "same figure of the same thing, near-copies counted once"), citations });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn numbers(text: &str) -> Vec<String> {
        let brief = fourth(text);
        let figures = brief.disputes.into_iter().filter(|d| d.slot == "figure");
        figures.flat_map(|d| d.values).map(|v| v.value.text).collect()
    }

    #[test]
    fn who_takes_part_and_how_many_questions() {
        let starts = "وانطلقت المحادثات أمس بمشاركة 75 شخصية.";
        assert_eq!(numbers(&format!("{starts}\n\nوقال سيرغي لافروف إن الجولة بدأت بمشاركة 74 عضوا.")), ["75", "74 members"]);
        assert_eq!(numbers(&format!("{starts}\n\nوقال سيرغي لافروف إن ورشة عقدت بمشاركة 60 عضوا.")), [""; 0]);
        let paper = "ووزع الفريق على الوفود ورقة تتضمن 29 سؤالا.";
        assert_eq!(
            numbers(&format!("{paper}\n\nوقال سيرغي لافروف إن الورقة التي وزعت، وتضم عشرين سؤالا، قيد الدرس.")),
            ["29 questions", "20 questions"]
        );
        assert_eq!(numbers(&format!("{paper}\n\nوقال سيرغي لافروف إنه رد على عشرين سؤالا للصحافيين.")), [""; 0]);
    }

    #[test]
    fn points_of_the_statement_and_days_of_the_talks() {
        let points = "وصدر البيان الختامي المكون من 15 بندا.";
        assert_eq!(
            numbers(&format!("{points}\n\nوقال سيرغي لافروف إن الضامنين أقروا بيانا من 14 نقطة.")),
            ["15 items", "14 points"]
        );
        assert_eq!(numbers(&format!("{points}\n\nوقال سيرغي لافروف إن الخلاف يدور على 14 نقطة.")), [""; 0]);
        let days = "وتبادل الجانبان القوائم خلال المشاورات التي استغرقت 99 يوما.";
        let other = "وقال سيرغي لافروف إن عدد أيام المشاورات 108 أيام.";
        assert_eq!(numbers(&format!("{days}\n\n{other}")), ["99 days", "108 days"]);
        assert_eq!(numbers(&format!("{days}\n\nوقال سيرغي لافروف إن الهدنة تحتاج إلى 20 يوما.")), [""; 0]);
    }

    #[test]
    fn what_an_agreement_is_made_of_and_a_statement_of_articles() {
        let one = "ويتألف الاتفاق، وفق نسخة منه، من ثمانية بروتوكولات.";
        assert_eq!(
            numbers(&format!("{one}\n\nوقال سيرغي لافروف إن الاتفاق يتكون من سبعة بروتوكولات.")),
            ["8 protocols", "7 protocols"]
        );
        assert_eq!(numbers(&format!("{one}\n\nوقال سيرغي لافروف إن سبعة بروتوكولات قيد الدرس.")), [""; 0]);
        let one = "وعبر البيان المشترك، المكون من 19 مادة، عن القلق.";
        assert_eq!(
            numbers(&format!("{one}\n\nوقال سيرغي لافروف إن البيان الذي جاء في 17 بندا لا يذكر موعدا.")),
            ["19 articles", "17 items"]
        );
    }

    #[test]
    fn the_dead_of_one_attack_with_a_day_and_without() {
        let one = "وقال سيرغي لافروف إن التفجيرات التي ضربت حلب السبت أسفرت عن مقتل 32 شخصا.";
        let other = "وهزت هجمات حلب وأودت، وفقا للمرصد السوري، بحياة ما لا يقل عن 42 شخصا.";
        assert_eq!(numbers(&format!("{one}\n\n{other}")), ["32 people", "at least 42 people"]);
        assert_eq!(numbers(&format!("{one}\n\nوتبعد حلب 42 كيلومترا عن خط الجبهة.")), [""; 0]);
    }

    #[test]
    fn civilians_are_some_of_the_people() {
        let all = "وقال سيرغي لافروف إن القصف على حلب يوم الثلاثاء أدى إلى إصابة 50 شخصا.";
        let some = |n: u8| format!("{all}\n\nوقال محمد علوش إن القصف على حلب يوم الثلاثاء أدى إلى إصابة {n} مدنيا.");
        assert_eq!(numbers(&some(70)), ["50 people", "70 civilians"]);
        assert_eq!(numbers(&some(40)), [""; 0]);
    }

    #[test]
    fn a_number_that_another_answers_with_a_lower_one() {
        let says = "وقال سيرغي لافروف إن 20 شاحنة عبرت هذا الأسبوع.";
        assert_eq!(numbers(&format!("{says} غير أن محمد علوش قال إن ما عبر 12 شاحنة فقط.")), ["20 trucks", "12 trucks"]);
        // Nothing says that the two are one count, or nobody else says so.
        assert_eq!(numbers(&format!("{says} وقال محمد علوش إن 12 شاحنة نهبت.")), [""; 0]);
        assert_eq!(numbers(&format!("{says}\n\nغير أن محمد علوش قال إن ما عبر 12 شاحنة فقط.")), [""; 0]);
        assert_eq!(numbers(&format!("{says} لكنه أضاف أن 12 شاحنة فقط أفرغت.")), [""; 0]);
    }
}
