//! What else the articles of a round say: the sentences that neither a key point nor a key statement tells, for readers who cannot look them up in Arabic.

use std::collections::BTreeSet;

use super::assemble::Given;
use super::cite::Cites;
use super::english::doubtful;
use super::parts::Also;
use super::points::{FRAGMENT, english_of, start};
use super::told::Shown;
use crate::round::assign::Round;
use crate::summary::cover::Item;

/// The share of a sentence, in per cent of its bytes, from which it counts as printed.
const PRINTED: u32 = 50;

/// The sentences that are not printed, in the order of their articles and places; what several tell alike is told once, a line that is mostly in doubt not at all.
pub(super) fn also(round: &Round, given: &Given, items: &[Item], shown: &Shown, cites: &mut Cites) -> Vec<Also> {
    let printed = |item: &Item| {
        let (article, analysis) = round.articles[item.article];
        let sentence = &analysis.sentences[item.sentence];
        let start = start(sentence, item.content);
        let bytes = shown.bytes(&article.id, item.sentence as u32 + 1, start, sentence.end);
        100 * bytes >= PRINTED * (sentence.end - start)
    };
    let mut told: BTreeSet<usize> = items.iter().filter(|item| printed(item)).map(|item| item.group).collect();
    let mut out = Vec::new();
    for item in items.iter().filter(|item| item.words >= FRAGMENT && !item.content.question) {
        if told.contains(&item.group) {
            continue;
        }
        let (article, analysis) = round.articles[item.article];
        let sentence = &analysis.sentences[item.sentence];
        let en = english_of(item, article, analysis, given);
        if doubtful(&en, given) {
            continue;
        }
        told.insert(item.group);
        let start = start(sentence, item.content);
        out.push(Also {
            ar: article.text[start as usize..sentence.end as usize].to_owned(),
            en,
            background: sentence.background,
            citations: vec![cites.cite(article, item.sentence, start, sentence.end)],
        });
    }
    out
}
