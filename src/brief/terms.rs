//! Names and terms of a round, with their English.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::parts::Term;
use crate::glossary::entry::Kind;
use crate::round::assign::Round;

/// Names and terms of the round, by kind, then id.
pub(super) fn terms(round: &Round, given: &Given) -> Vec<Term> {
    let mut found: BTreeMap<(Kind, u32), (u32, BTreeSet<String>)> = BTreeMap::new();
    for (article, analysis) in &round.articles {
        for m in analysis.sentences.iter().flat_map(|s| &s.mentions) {
            let kind = given.lexicon.entries[m.entry as usize].kind;
            let loaded = given.lexicon.entries[m.entry as usize].neutral.is_some();
            if kind.is_name() || kind == Kind::Slot || (kind == Kind::Term && loaded) {
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
