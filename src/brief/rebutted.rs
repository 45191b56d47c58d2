//! Figures that somebody rejects by naming who gave them: `عدد جنودها لا يتجاوز 1300 جندي، مفندا الأرقام التي أوردها فلان`, beside what that one said of the same unit elsewhere in the round.

use super::against::readably_said;
use super::assemble::Given;
use super::cite::Cites;
use super::denied::{at, stance};
use super::parts::{Dispute, DisputeValue};
use super::speakers::of;
use crate::analysis::statements::Statement;
use crate::analysis::{Analysis, Mention};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::round::assign::Round;

/// Words that figures are called by.
const FIGURES: [&str; 8] = ["الأرقام", "أرقام", "الأعداد", "أعداد", "الحصيلة", "حصيلة", "الرقم", "العدد"];

/// The rejected figures of a round with those who gave them.
pub(super) fn rebutted(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Dispute> {
    let mut out = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, d) in analysis.statements.iter().enumerate() {
            let Some(whose) = names(article, analysis, d, given) else { continue };
            // What the denier says himself stands before it, in the sentence.
            let before = |s: &Statement| s.sentence == d.sentence && s.content.1 <= at(d) && s.speaker.who == d.speaker.who;
            let Some(m) = analysis.statements.iter().take(n).rposition(before) else { continue };
            let sentence = &analysis.sentences[d.sentence as usize];
            let nouns: Vec<&str> = sentence.mentions.iter().filter_map(|m| unit(m.entry, given)).collect();
            let Some(first) = given_by(round, whose, &nouns, given) else { continue };
            let given_first = readably_said(first.0, first.1, first.2, given, cites);
            let rejected = readably_said(article, analysis, m, given, cites);
            let (Some(given_first), Some(rejected)) = (given_first, rejected) else { continue };
            let who = |v: &DisputeValue| v.by.as_ref().map_or(String::new(), |s| s.en.clone());
            if who(&given_first) != who(&rejected) {
                let slot_en = format!("figures of {} that {} rejects", who(&given_first), who(&rejected));
                out.push(Dispute { slot: "figure".to_owned(), slot_en, values: vec![given_first, rejected] });
            }
        }
    }
    out
}

/// Whose figures a denial is of.
fn names(article: &Article, analysis: &Analysis, d: &Statement, given: &Given) -> Option<EntryId> {
    let lexicon = given.lexicon;
    let content = &article.text[d.content.0 as usize..d.content.1 as usize];
    let mut words = content.split_whitespace();
    let figures = words.next().is_some_and(|w| FIGURES.contains(&w)) && matches!(words.next(), Some("التي" | "الذي"));
    if stance(d, lexicon) != Some("deny") || d.negated || !figures {
        return None;
    }
    let person = |m: &&Mention| {
        let kind = lexicon.entries[m.entry as usize].kind;
        d.content.0 <= m.start && m.end <= d.content.1 && matches!(kind, Kind::Person | Kind::Organization | Kind::Party)
    };
    let mentions = &analysis.sentences[d.sentence as usize].mentions;
    let is = |kind: Kind| move |m: &&Mention| lexicon.entries[m.entry as usize].kind == kind;
    let all = || mentions.iter().filter(person);
    all().find(is(Kind::Person)).or_else(|| all().next()).map(|m| m.entry)
}

/// The English of a unit, or of the term that is one.
fn unit<'a>(id: EntryId, given: &'a Given) -> Option<&'a str> {
    let entry = &given.lexicon.entries[id as usize];
    (entry.kind == Kind::Unit && !matches!(entry.role.as_deref(), Some("time" | "form" | "any"))).then_some(entry.id.as_str())
}

/// A statement of his with a number of one of these units.
fn given_by<'a>(round: &Round<'a>, whose: EntryId, nouns: &[&str], given: &Given) -> Option<(&'a Article, &'a Analysis, usize)> {
    let lexicon = given.lexicon;
    let id = &lexicon.entries[whose as usize].id;
    round.articles.iter().find_map(|&(article, analysis)| {
        let his = |n: usize| {
            let s = &analysis.statements[n];
            let speaks = of(article, analysis, Some(n as u32)).is_some_and(|x| x.speaker(given).id.as_ref() == Some(id));
            let sentence = &analysis.sentences[s.sentence as usize];
            let counts = sentence.figures.iter().any(|f| {
                s.content.0 <= f.start
                    && f.end <= s.content.1
                    && f.unit.and_then(|u| unit(u, given)).is_some_and(|u| nouns.contains(&u))
            });
            speaks && counts && !sentence.background
        };
        (0..analysis.statements.len()).find(|&n| his(n)).map(|n| (article, analysis, n))
    })
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn rejected(text: &str) -> Vec<String> {
        let all = fourth(text).disputes.into_iter();
        all.map(|d| d.slot_en).filter(|s| s.contains("rejects")).collect()
    }

    #[test]
    fn figures_that_another_gave() {
        let gave = "وقال بشار الجعفري إن 9000 جندي انتشروا في المدينة.";
        let rejects = "وقال محمد علوش إن عدد الجنود لا يتجاوز 700 جندي، مفندا الأرقام التي أوردها بشار الجعفري.";
        assert_eq!(rejected(&format!("{gave}\n\n{rejects}")), ["figures of Bashar Ja'afari that Mohammed Alloush rejects"]);
        // He gave others, or none.
        assert_eq!(rejected(&format!("وقال بشار الجعفري إن 9000 لاجئ عادوا إلى المدينة.\n\n{rejects}")), [""; 0]);
        assert_eq!(rejected(rejects), [""; 0]);
    }
}
