//! Key points: the chosen sentences of a round.

use std::collections::BTreeMap;

use super::assemble::Given;
use super::cite::Cites;
use super::english::line;
use super::parts::{KeyPoint, Speaker, TermRef};
use super::speakers::of;
use crate::analysis::statements::Resolved;
use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::lexicon::Lexicon;
use crate::round::assign::Round;
use crate::summary::score::{Score, score};
use crate::summary::select::{Candidate, by_rank};
use crate::summary::similar;

/// The key points of a round, in the order of their articles and places.
pub(super) fn key_points(round: &Round, given: &Given, cites: &mut Cites) -> Vec<KeyPoint> {
    let config = &given.config.summary;
    let scores: Vec<Vec<Score>> = round.articles.iter().map(|(_, a)| score(a, given.lexicon, &config.weights)).collect();
    // Sentences that say the same in nearly the same words are one candidate, with all their places.
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (a, (_, analysis)) in round.articles.iter().enumerate() {
        all.extend(analysis.sentences.iter().enumerate().filter(|(_, s)| s.kind == SentenceKind::Sentence).map(|(i, _)| (a, i)));
    }
    let texts: Vec<&str> = all.iter().map(|&(a, i)| words(round.articles[a].0, &round.articles[a].1.sentences[i])).collect();
    let groups = similar::groups(&texts);
    let mut places: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    let mut group_of: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (&place, &group) in all.iter().zip(&groups) {
        places.entry(group).or_default().push(place);
        group_of.insert(place, group);
    }
    let mut candidates = Vec::with_capacity(places.len());
    for all in places.values() {
        let Some(&(article, sentence)) = all.iter().max_by_key(|&&(a, i)| (scores[a][i].total, std::cmp::Reverse((i, a)))) else {
            continue;
        };
        candidates.push(Candidate {
            article,
            sentence,
            score: scores[article][sentence].total,
            cost: round.articles[article].1.sentences[sentence].words,
        });
    }
    let mut chosen = by_rank(candidates, config.budget_words);
    let top = chosen.first().map_or(1, |c| c.score).max(1);
    chosen.sort_by_key(|c| (c.article, c.sentence));
    chosen
        .into_iter()
        .map(|c| {
            let (article, analysis) = round.articles[c.article];
            let sentence = &analysis.sentences[c.sentence];
            let ar = words(article, sentence).to_owned();
            let copies = group_of.get(&(c.article, c.sentence)).and_then(|g| places.remove(g)).unwrap_or_default();
            let terms = terms(article, sentence, given.lexicon);
            let mut citations = vec![cites.sentence(article, analysis, c.sentence)];
            for &(a, i) in copies.iter().filter(|&&p| p != (c.article, c.sentence)) {
                citations.push(cites.sentence(round.articles[a].0, round.articles[a].1, i));
            }
            let mut reports: Vec<usize> = copies.iter().map(|&(a, _)| a).collect();
            reports.dedup();
            let score = scores[c.article][c.sentence];
            KeyPoint {
                en: line(article, sentence, sentence.start..sentence.end, given),
                ar,
                speaker: left_out(article, analysis, c.sentence, given),
                terms,
                score: (1000 * c.score / top).max(0),
                parts: parts(score),
                reports: reports.len() as u32,
                independent: 1,
                citations,
            }
        })
        .collect()
}

/// Who speaks, where the sentence leaves the speaker out.
fn left_out(article: &Article, analysis: &Analysis, sentence: usize, given: &Given) -> Option<Speaker> {
    let n = analysis.statements.iter().position(|s| s.sentence as usize == sentence)?;
    let by = analysis.statements[n].speaker.by;
    let said = of(article, analysis, Some(n as u32))?;
    matches!(by, Resolved::CarriedOver | Resolved::Unresolved).then(|| said.speaker(given.lexicon))
}

fn words<'a>(article: &'a Article, s: &Sentence) -> &'a str {
    &article.text[s.start as usize..s.end as usize]
}

fn parts(score: Score) -> BTreeMap<String, i32> {
    let mut parts =
        BTreeMap::from([("entity_density".to_owned(), score.entity_density), ("position".to_owned(), score.position)]);
    if score.penalty > 0 {
        parts.insert("background".to_owned(), -score.penalty);
    }
    parts
}

/// The names and terms of a sentence, each once, in text order.
fn terms(article: &Article, sentence: &Sentence, lexicon: &Lexicon) -> Vec<TermRef> {
    let mut out: Vec<TermRef> = Vec::new();
    for m in &sentence.mentions {
        let entry = &lexicon.entries[m.entry as usize];
        if !out.iter().any(|t| t.id == entry.id) {
            out.push(TermRef {
                id: entry.id.clone(),
                en: entry.en.preferred.clone(),
                ar: article.text[m.start as usize..m.end as usize].to_owned(),
            });
        }
    }
    out
}
