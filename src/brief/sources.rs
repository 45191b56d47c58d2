//! The source table: each article with what is known of it, what it calls the sides, and what is wrong in it.

use std::collections::BTreeMap;

use super::assemble::Given;
use super::cite::Cites;
use super::parts::{Defect, Framing, Inferred, RoundEvidenceRef, Source, SourceSentence};
use crate::analysis::{Analysis, Known, sentence_kind};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::round::assign::Round;
use crate::summary::similar;

/// Words of a defect that are shown.
const SHOWN: usize = 6;

/// The sources of a round, in the round's order.
pub(super) fn sources(round: &Round, given: &Given, cites: &Cites, copies: &[Option<usize>]) -> Vec<Source> {
    let mut out: Vec<Source> = round.articles.iter().map(|(article, analysis)| source(article, analysis, given, cites)).collect();
    for (i, of) in copies.iter().enumerate() {
        if let Some(of) = *of {
            let (a, b) = (out[of].id.clone(), out[i].id.clone());
            out[i].copies.push(a);
            out[of].copies.push(b);
        }
    }
    out
}

/// For each sentence of a round, headings and the like left out, the number of the first that says the same in nearly the same words.
pub(super) fn alike(round: &Round) -> Vec<usize> {
    let mut texts = Vec::new();
    for (article, analysis) in &round.articles {
        let whole = analysis.sentences.iter().filter(|s| s.kind == SentenceKind::Sentence);
        texts.extend(whole.map(|s| &article.text[s.start as usize..s.end as usize]));
    }
    similar::groups(&texts)
}

/// For each article the earlier one whose text it carries: most of its words stand in sentences that the other has, too. `groups` is what [`alike`] gives.
pub(super) fn copies(round: &Round, groups: &[usize]) -> Vec<Option<usize>> {
    let mut places = Vec::new();
    for (a, (_, analysis)) in round.articles.iter().enumerate() {
        places.extend(analysis.sentences.iter().filter(|s| s.kind == SentenceKind::Sentence).map(|s| (a, s.words)));
    }
    let mut total = vec![0; round.articles.len()];
    let mut shared: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for (i, &(a, words)) in places.iter().enumerate() {
        total[a] += words;
        let first = places[groups[i]].0;
        if first < a {
            *shared.entry((a, first)).or_default() += words;
        }
    }
    let whole = |a: usize| shared.range((a, 0)..(a, a)).find(|&(_, &words)| 2 * words >= total[a]).map(|(&(_, b), _)| b);
    (0..round.articles.len()).map(whole).collect()
}

fn source(article: &Article, analysis: &Analysis, given: &Given, cites: &Cites) -> Source {
    let meta = &analysis.meta;
    let slice = |start: u32, end: u32| article.text[start as usize..end as usize].to_owned();
    let mut inferred = Vec::new();
    fn note<T>(field: &str, known: Option<&Known<T>>, inferred: &mut Vec<Inferred>) {
        if let Some(Known { rule: Some(rule), ar, .. }) = known {
            inferred.push(Inferred { field: field.to_owned(), rule: (*rule).to_owned(), ar: ar.clone() });
        }
    }
    note("title", meta.title.as_ref(), &mut inferred);
    note("outlet", meta.outlet.as_ref(), &mut inferred);
    note("date", meta.date.as_ref(), &mut inferred);
    Source {
        id: article.id.clone(),
        path: article.path.clone(),
        title: meta.title.as_ref().map(|t| t.value.clone()).unwrap_or_default(),
        outlet: meta.outlet.as_ref().map(|o| o.value.clone()).unwrap_or_default(),
        date: meta.date.as_ref().map(|d| d.value),
        url: article.meta.url.clone().unwrap_or_default(),
        inferred,
        evidence: analysis
            .round
            .iter()
            .flat_map(|g| &g.evidence)
            .map(|e| RoundEvidenceRef {
                rule: format!("{} → {}", e.rule, e.round), weight: e.weight, ar: slice(e.start, e.end)
            })
            .collect(),
        copies: Vec::new(),
        framing: framing(analysis, given),
        defects: defects(article, analysis),
        sentences: analysis
            .sentences
            .iter()
            .enumerate()
            .map(|(i, s)| SourceSentence {
                number: i as u32 + 1,
                kind: sentence_kind(s.kind).to_owned(),
                paragraph: s.paragraph,
                ar: slice(s.start, s.end),
                cited: cites.has(&article.id, i as u32 + 1),
            })
            .collect(),
    }
}

/// Defects by kind, each with its first place. A sentence shows only how it begins.
fn defects(article: &Article, analysis: &Analysis) -> Vec<Defect> {
    let mut out: Vec<Defect> = Vec::new();
    for d in &analysis.defects {
        match out.iter_mut().find(|o| o.kind == d.kind.as_str()) {
            Some(known) => known.count += 1,
            None => {
                let words = &article.text[d.start as usize..d.end as usize];
                let end = words.match_indices(' ').nth(SHOWN - 1).map_or(words.len(), |(at, _)| at);
                out.push(Defect {
                    kind: d.kind.as_str().to_owned(),
                    ar: words[..end].trim_end().to_owned(),
                    line: article.line(d.start),
                    count: 1,
                });
            }
        }
    }
    out
}

/// What the source calls the sides: loaded labels and their neutral counterparts, most used first.
fn framing(analysis: &Analysis, given: &Given) -> Vec<Framing> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for m in analysis.sentences.iter().flat_map(|s| &s.mentions) {
        if given.lexicon.entries[m.entry as usize].neutral.is_some() {
            *counts.entry(m.entry).or_default() += 1;
        }
    }
    let mut out: Vec<Framing> = counts
        .into_iter()
        .map(|(number, count)| {
            let entry = &given.lexicon.entries[number as usize];
            Framing {
                id: entry.id.clone(),
                en: entry.en.preferred.clone(),
                neutral: entry.neutral.clone().unwrap_or_default(),
                count,
            }
        })
        .collect();
    out.sort_by(|a, b| (b.count, &a.id).cmp(&(a.count, &b.id)));
    out
}
