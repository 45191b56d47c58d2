//! Who is blamed for what: statements that accuse somebody of one matter, where they do not accuse the same side. What a side may be blamed for is data (role `charge`); charges of which
//! it is not known that they are one matter do not stand together.

use std::collections::BTreeMap;

use super::against::readably_said;
use super::assemble::{Given, rule};
use super::cite::Cites;
use super::disputes::{VALUES, same};
use super::parts::{Dispute, DisputeValue};
use super::speakers::{at_the_table, of, side, term};
use super::stems::Weights;
use crate::analysis::statements::Statement;
use crate::analysis::{Analysis, Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;

/// Bytes between the beginning of an accusation and whom it names first.
const NEAR: u32 = 6;

/// The matters for which different sides are blamed.
pub(super) fn blame(round: &Round, weights: &Weights, given: &Given, cites: &mut Cites) -> Vec<Dispute> {
    let lexicon = given.lexicon;
    let mut matters: BTreeMap<EntryId, Vec<(Vec<EntryId>, DisputeValue)>> = BTreeMap::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.statements.iter().enumerate().filter(|(_, s)| accuses(s, lexicon)) {
            let said = of(article, analysis, Some(n as u32));
            let blamed = whom(article, analysis, n, lexicon);
            let own = said.and_then(|said| said.side(lexicon)).map(|id| at_the_table(lexicon, id));
            let Some(charge) = charge(s, lexicon)
                .or_else(|| breach(article, s, lexicon))
                .filter(|_| !blamed.is_empty() && !blamed.iter().any(|b| Some(*b) == own))
            else {
                continue;
            };
            let names: Vec<String> = blamed.iter().map(|&b| term(lexicon, b).en).collect();
            let value = DisputeValue {
                value: rule(format!("blames: {}", names.join(", ")), "the sides right behind a verb that accuses"),
                by: said.map(|s| s.speaker(given)),
                ar: article.text[s.content.0 as usize..s.content.1 as usize].to_owned(),
                citations: vec![cites.cite(article, s.sentence as usize, s.content.0, s.content.1)],
            };
            let list = matters.entry(charge).or_default();
            match list.iter_mut().find(|(_, v)| same(v, &value)) {
                Some((_, twin)) => twin.citations.extend(value.citations),
                None => list.push((blamed, value)),
            }
        }
    }
    matters.retain(|_, list| list.iter().any(|(b, _)| *b != list[0].0));
    let dispute = |(charge, list): (EntryId, Vec<(Vec<EntryId>, DisputeValue)>)| Dispute {
        slot: "blame".to_owned(),
        slot_en: format!("who is to blame: {}", lexicon.entries[charge as usize].en.preferred),
        values: list.into_iter().map(|(_, v)| v).take(VALUES).collect(),
    };
    let mut out: Vec<Dispute> = matters.into_iter().map(dispute).collect();
    out.extend(failed(round, weights, given, &out, cites));
    out.extend(mutual(round, given, &out, cites));
    out
}

/// `حمّل الحكومة مسؤولية ضياع الفرصة`, and another lays it at another's door: accusations of a failure that tell of one thing in rare words.
fn failed(round: &Round, weights: &Weights, given: &Given, told: &[Dispute], cites: &mut Cites) -> Option<Dispute> {
    const FAILED: [&str; 12] =
        ["فشل", "إفشال", "ضياع", "تعطل", "تعطيل", "تعثر", "عرقلة", "انهيار", "إخفاق", "إلغاء", "عدم", "تأجيل"];
    let lexicon = given.lexicon;
    let mut found: Vec<(Vec<EntryId>, String, DisputeValue)> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.statements.iter().enumerate().filter(|(_, s)| accuses(s, lexicon)) {
            let sentence = &analysis.sentences[s.sentence as usize];
            let content = &article.text[s.content.0 as usize..s.content.1 as usize];
            let fails = content.split_whitespace().any(|w| FAILED.contains(&w));
            let blamed = whom(article, analysis, n, lexicon);
            let said = of(article, analysis, Some(n as u32));
            let own = said.and_then(|said| said.side(lexicon)).map(|id| at_the_table(lexicon, id));
            let cited = |v: &DisputeValue| {
                v.citations.iter().any(|c| c.source == article.id && c.start < s.content.1 && s.content.0 < c.end)
            };
            let known = told.iter().flat_map(|d| &d.values).any(cited);
            if !fails || known || sentence.background || blamed.is_empty() || blamed.iter().any(|b| Some(*b) == own) {
                continue;
            }
            let names: Vec<String> = blamed.iter().map(|&b| term(lexicon, b).en).collect();
            let value = DisputeValue {
                value: rule(format!("blames: {}", names.join(", ")), "the sides right behind a verb that accuses"),
                by: said.map(|s| s.speaker(given)),
                ar: content.to_owned(),
                citations: vec![cites.cite(article, s.sentence as usize, s.content.0, s.content.1)],
            };
            // Words of every accusation are none of its matter.
            let plain = |w: &&str| {
                !["مسؤولية", "المسؤولية", "حمل", "حملت", "محملا", "وزر", "اتهم", "متهما"].contains(&w.trim_start_matches('و'))
            };
            let text = article.text[sentence.start as usize..sentence.end as usize].replace('\u{651}', "");
            let words: Vec<&str> = text.split_whitespace().filter(plain).collect();
            found.push((blamed, words.join(" "), value));
        }
    }
    const ONE: usize = 2;
    let who = |v: &DisputeValue| v.by.as_ref().map(|s| s.en.clone());
    let apart = |a: &(Vec<EntryId>, String, DisputeValue), b: &(Vec<EntryId>, String, DisputeValue)| {
        !a.0.iter().any(|x| b.0.contains(x)) && who(&a.2) != who(&b.2) && weights.shared(&a.1, &b.1) >= ONE
    };
    let values: Vec<DisputeValue> =
        found.iter().filter(|a| found.iter().any(|b| apart(a, b))).map(|f| f.2.clone()).take(VALUES).collect();
    let slot_en = "who is to blame for what did not come about".to_owned();
    (values.len() > 1).then(|| Dispute { slot: "blame".to_owned(), slot_en, values })
}

/// Whom accusation `n` names; for a pronoun (`محملا إياها`) the first side that the statement before it in its sentence tells of.
fn whom(article: &Article, analysis: &Analysis, n: usize, lexicon: &Lexicon) -> Vec<EntryId> {
    let s = &analysis.statements[n];
    let sentence = &analysis.sentences[s.sentence as usize];
    let content = &article.text[s.content.0 as usize..s.content.1 as usize];
    if !["إياها", "إياه"].iter().any(|w| content.starts_with(w)) {
        return blamed(article, sentence, s, lexicon);
    }
    let before = analysis.statements[..n].iter().rfind(|p| p.sentence == s.sentence && p.content.1 <= s.content.0);
    let Some(before) = before else { return Vec::new() };
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    let body = |m: &&Mention| {
        let kind = matches!(entry(m).kind, Kind::Party | Kind::Country | Kind::Organization | Kind::Person)
            || entry(m).kind == Kind::Place && entry(m).country.is_some();
        kind && before.content.0 <= m.start && m.end <= before.content.1
    };
    let found = sentence.mentions.iter().find(body).map(|m| at_the_table(lexicon, side(lexicon, m.entry)));
    found.into_iter().collect()
}

/// `مسؤولية الخروقات`: breaches of a truce, whatever they are called.
fn breach(article: &Article, s: &Statement, lexicon: &Lexicon) -> Option<EntryId> {
    const BREACHES: [&str; 4] = ["الخروقات", "خروقات", "الخروق", "خروق"];
    let content = &article.text[s.content.0 as usize..s.content.1 as usize];
    content.split_whitespace().any(|w| BREACHES.contains(&w)).then(|| lexicon.number("ceasefire_breach"))?
}

/// Two sides each of which accuses the other, of whatever it is: told in the words of each. What `told` has is left out.
fn mutual(round: &Round, given: &Given, told: &[Dispute], cites: &mut Cites) -> Option<Dispute> {
    let lexicon = given.lexicon;
    let mut found: Vec<(EntryId, Vec<EntryId>, DisputeValue)> = Vec::new();
    for &(article, analysis) in &round.articles {
        for (n, s) in analysis.statements.iter().enumerate().filter(|(_, s)| accuses(s, lexicon)) {
            let sentence = &analysis.sentences[s.sentence as usize];
            let own = of(article, analysis, Some(n as u32)).and_then(|said| said.side(lexicon));
            let Some(own) = own.map(|id| at_the_table(lexicon, id)).filter(|_| !sentence.background) else { continue };
            let blamed = blamed(article, sentence, s, lexicon);
            let cited = |v: &DisputeValue| {
                v.citations.iter().any(|c| c.source == article.id && c.start < s.content.1 && s.content.0 < c.end)
            };
            if blamed.is_empty() || blamed.contains(&own) || told.iter().flat_map(|d| &d.values).any(cited) {
                continue;
            }
            if let Some(value) = readably_said(article, analysis, n, given, cites) {
                found.push((own, blamed, value));
            }
        }
    }
    let answers = |a: &(EntryId, Vec<EntryId>, _), b: &(EntryId, Vec<EntryId>, _)| a.1.contains(&b.0) && b.1.contains(&a.0);
    let values: Vec<DisputeValue> =
        found.iter().filter(|a| found.iter().any(|b| answers(a, b))).map(|f| f.2.clone()).take(VALUES).collect();
    let slot_en = "accusations that two sides make against each other".to_owned();
    (!values.is_empty()).then(|| Dispute { slot: "blame".to_owned(), slot_en, values })
}

fn accuses(s: &Statement, lexicon: &Lexicon) -> bool {
    !s.negated && s.verb.is_some_and(|v| lexicon.entries[v.entry as usize].stance.as_deref() == Some("accuse"))
}

/// The matter of a charge, in the entry that stands for all its wordings; none where it has several.
fn charge(s: &Statement, lexicon: &Lexicon) -> Option<EntryId> {
    let is = |&&id: &&EntryId| lexicon.entries[id as usize].role.as_deref() == Some("charge");
    let family = |id: EntryId| lexicon.entries[id as usize].affiliation.as_deref().and_then(|a| lexicon.number(a)).unwrap_or(id);
    let mut all = s.topics.iter().filter(is).map(|&id| family(id));
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Whom an accusation names first, with those joined to them; nobody where somebody stands there whose side is not known.
pub(super) fn blamed(article: &Article, sentence: &Sentence, s: &Statement, lexicon: &Lexicon) -> Vec<EntryId> {
    let entry = |m: &Mention| &lexicon.entries[m.entry as usize];
    let mut out: Vec<EntryId> = Vec::new();
    let from = s.content.0 + aside(&article.text[s.content.0 as usize..s.content.1 as usize]);
    let mut end = from;
    for m in sentence.mentions.iter().filter(|m| from <= m.start && m.end <= s.content.1) {
        let Some(gap) = article.text.get(end as usize..m.start as usize) else { continue };
        let joined = if out.is_empty() { gap.len() as u32 <= NEAR } else { matches!(gap, " و" | " وال") };
        let side_of = matches!(entry(m).kind, Kind::Party | Kind::Country | Kind::Organization)
            || entry(m).kind == Kind::Place && entry(m).country.is_some();
        if !joined {
            break;
        }
        // `والمقاتلات الروسية`: whose they are stands behind.
        let whose = sentence.mentions.iter().find(|o| {
            let gap = article.text.get(m.end as usize..o.start as usize).unwrap_or("،");
            entry(o).kind == Kind::Demonym && matches!(gap, " " | " ال")
        });
        if !side_of && whose.is_none() {
            return Vec::new();
        }
        let m = if side_of { m } else { whose.unwrap_or(m) };
        let found = match entry(m).country.as_deref().and_then(|id| lexicon.number(id)) {
            Some(country) if entry(m).kind == Kind::Demonym => at_the_table(lexicon, side(lexicon, country)),
            _ => at_the_table(lexicon, side(lexicon, m.entry)),
        };
        if !out.contains(&found) {
            out.push(found);
        }
        end = m.end;
    }
    out
}

/// `حمّل الجيش، بقيادة فلان، القوات مسؤولية`: the bytes of what is told of the accuser between two commas.
fn aside(content: &str) -> u32 {
    let led = ["بقيادة ", "برئاسة ", "ممثلا ", "ممثلاً ", "على لسان "].iter().any(|w| content.starts_with(w));
    content.find('،').filter(|_| led).map_or(0, |at| (at + '،'.len_utf8()) as u32)
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn mutual(text: &str) -> usize {
        let all = fourth(text).disputes.into_iter();
        all.filter(|d| d.slot == "blame").map(|d| d.values.len()).sum()
    }

    #[test]
    fn breaches_and_what_did_not_come_about() {
        let one = "وقال سيرغي لافروف إن تركيا لم تف بالتزاماتها، محملا إياها مسؤولية الخروقات في إدلب.";
        let other = "واتهم محمد علوش روسيا بالمسؤولية عن خرق وقف إطلاق النار.";
        assert_eq!(mutual(&format!("{one}\n\n{other}")), 2);
        assert_eq!(mutual(one), 0);
        let meeting = "وحمل سيرغي لافروف الولايات المتحدة مسؤولية إلغاء اجتماع الخبراء في لوزان.";
        let answer = "وحملت وزارة الخارجية الأميركية إيران مسؤولية تأجيل اجتماع الخبراء في لوزان.";
        assert_eq!(mutual(&format!("{meeting}\n\n{answer}")), 2);
        assert_eq!(mutual(&format!("{meeting}\n\nوحملت وزارة الخارجية الأميركية إيران مسؤولية تعطيل قافلة.")), 0);
    }

    #[test]
    fn two_sides_that_accuse_each_other() {
        let one = "واتهم سيرغي لافروف الولايات المتحدة بحشد قوات قرب الحدود.";
        let other = "واتهمت وزارة الخارجية الأميركية روسيا بقصف مدرسة.";
        assert_eq!(mutual(&format!("{one}\n\n{other}")), 2);
        assert_eq!(mutual(one), 0);
        assert_eq!(mutual(&format!("{one}\n\nواتهمت وزارة الخارجية الأميركية إيران بقصف مدرسة.")), 0);
    }
}
