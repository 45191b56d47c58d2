//! Who and what is named in a round.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::cite::Cites;
use super::parts::{Citation, Participant, Term};
use crate::glossary::entry::Kind;
use crate::round::assign::Round;

/// Persons named in the round, most named first.
pub(super) fn participants(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Participant> {
    let mut found: BTreeMap<u32, (u32, String, Vec<Citation>)> = BTreeMap::new();
    for (article, analysis) in &round.articles {
        let mut cited: BTreeSet<u32> = BTreeSet::new();
        for (i, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| !s.background) {
            for m in sentence.mentions.iter().filter(|m| given.lexicon.entries[m.entry as usize].kind == Kind::Person) {
                let ar = &article.text[m.start as usize..m.end as usize];
                let (count, longest, citations) = found.entry(m.entry).or_default();
                *count += 1;
                if ar.chars().count() > longest.chars().count() {
                    ar.clone_into(longest);
                }
                if cited.insert(m.entry) {
                    citations.push(cites.cite(article, i, m.start, m.end));
                }
            }
        }
    }
    let mut out: Vec<(u32, Participant)> = found
        .into_iter()
        .map(|(number, (count, ar, citations))| {
            let entry = &given.lexicon.entries[number as usize];
            let party = entry.affiliation.as_deref().and_then(|id| given.lexicon.entry(id)).map(|p| p.en.preferred.clone()).unwrap_or_default();
            let participant = Participant {
                id: entry.id.clone(),
                en: entry.en.preferred.clone(),
                ar,
                role: String::new(),
                party,
                presence: "mentioned".to_owned(),
                citations,
            };
            (count, participant)
        })
        .collect();
    out.sort_by(|(a, x), (b, y)| (b, &x.id).cmp(&(a, &y.id)));
    out.into_iter().map(|(_, p)| p).collect()
}

/// Names and terms of the round, by kind, then id.
pub(super) fn terms(round: &Round, given: &Given) -> Vec<Term> {
    let mut found: BTreeMap<(Kind, u32), (u32, BTreeSet<String>)> = BTreeMap::new();
    for (article, analysis) in &round.articles {
        for m in analysis.sentences.iter().flat_map(|s| &s.mentions) {
            let kind = given.lexicon.entries[m.entry as usize].kind;
            if kind.is_name() || matches!(kind, Kind::Term | Kind::Slot) {
                let (count, forms) = found.entry((kind, m.entry)).or_default();
                *count += 1;
                forms.insert(article.text[m.start as usize..m.end as usize].to_owned());
            }
        }
    }
    let mut out: Vec<(Kind, Term)> = found
        .into_iter()
        .map(|((kind, number), (count, forms))| {
            let entry = &given.lexicon.entries[number as usize];
            let ar = entry.ar.first().cloned().unwrap_or_default();
            let variants = forms.into_iter().filter(|f| *f != ar).collect();
            let term = Term {
                id: entry.id.clone(),
                kind: kind.as_str().to_owned(),
                en: entry.en.preferred.clone(),
                ar,
                variants,
                neutral: entry.neutral.clone().unwrap_or_default(),
                count,
            };
            (kind, term)
        })
        .collect();
    out.sort_by(|(a, x), (b, y)| (a, &x.id).cmp(&(b, &y.id)));
    out.into_iter().map(|(_, t)| t).collect()
}
