//! Who heads a delegation, where two sources name two people: `ترأس الوفد التركي نائب وزير الخارجية فلان` in one, `رأس الوفد التركي المدير العام فلان` in another. No verdict.

use super::assemble::rule;
use super::parts::{Dispute, DisputeValue, Participant};

/// The delegations for which different sources name different heads. An opposition may send several.
pub(super) fn heads(participants: &[Participant]) -> Vec<Dispute> {
    let head = |p: &&Participant| {
        let office = p.role.starts_with("head of delegation") || p.role.starts_with("head of the delegation");
        office && p.presence == "attended" && !p.party.is_empty() && !p.party.contains("opposition")
    };
    let mut parties: Vec<(&str, Vec<&Participant>)> = Vec::new();
    for p in participants.iter().filter(head) {
        match parties.iter_mut().find(|(party, _)| *party == p.party) {
            Some((_, list)) => list.push(p),
            None => parties.push((&p.party, vec![p])),
        }
    }
    // One source that names both tells of two delegations, or of two days.
    let apart = |list: &[&Participant]| {
        let sources = |p: &Participant| p.citations.iter().map(|c| c.source.clone()).collect::<Vec<_>>();
        let shared = |a: &Participant, b: &Participant| sources(a).iter().any(|s| sources(b).contains(s));
        list.len() > 1 && !list.iter().enumerate().any(|(n, a)| list[..n].iter().any(|b| shared(a, b)))
    };
    let value = |p: &&Participant| DisputeValue {
        value: rule(p.en.clone(), "heads of one delegation"),
        by: None,
        ar: p.ar.clone(),
        citations: p.citations.clone(),
    };
    let differs = parties.iter().filter(|(_, list)| apart(list));
    differs
        .map(|(party, list)| Dispute {
            slot: "head_of_delegation".to_owned(),
            slot_en: format!("head of the delegation: {party}"),
            values: list.iter().map(value).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::parts::Citation;

    fn one(en: &str, party: &str, source: &str) -> Participant {
        let citation = Citation { source: source.to_owned(), sentence: 1, start: 0, end: 4, line: 1, hash: String::new() };
        let (role, presence) = ("head of delegation".to_owned(), "attended".to_owned());
        let party = party.to_owned();
        Participant {
            id: String::new(),
            en: en.to_owned(),
            ar: "فلان".to_owned(),
            role,
            party,
            presence,
            citations: vec![citation],
        }
    }

    #[test]
    fn two_heads_of_one_delegation() {
        let names = |list: &[Participant]| -> Vec<(String, Vec<String>)> {
            let all = heads(list).into_iter();
            all.map(|d| (d.slot_en, d.values.into_iter().map(|v| v.value.text).collect())).collect()
        };
        let turkey = [one("A", "Turkey", "a"), one("B", "Turkey", "b"), one("C", "Russia", "a")];
        let both = vec!["A".to_owned(), "B".to_owned()];
        assert_eq!(names(&turkey), [("head of the delegation: Turkey".to_owned(), both)]);
        // One source has both; a side that sends several.
        assert_eq!(names(&[one("A", "Turkey", "a"), one("B", "Turkey", "a")]), []);
        assert_eq!(names(&[one("A", "Syrian opposition", "a"), one("B", "Syrian opposition", "b")]), []);
    }
}
