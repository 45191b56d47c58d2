//! Key points: the sentences of a round that together tell the most in the words of the budget.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::cite::Cites;
use super::english::{doubtful, line_of};
use super::parts::{Badge, English, KeyPoint, Speaker, TermRef};
use super::speakers::{Said, of};
use super::told::Told;
use crate::analysis::statements::{Resolved, Statement};
use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::lexicon::Lexicon;
use crate::round::assign::Round;
use crate::summary::content::{Class, Concept, Content};
use crate::summary::cover::{Chosen, Cover, Item, PARTS};
use crate::summary::opening::Opening;
use crate::summary::score::positions;

/// Sentences with fewer words are fragments.
pub(crate) const FRAGMENT: u32 = 5;

/// How often room is made for what is told elsewhere.
const ROOM: usize = 8;

/// The key points of a round, in the order of their articles and places.
pub(super) fn key_points(
    round: &Round,
    given: &Given,
    mut items: Vec<Item>,
    (words, told): (u32, &Told),
    cites: &mut Cites,
) -> Vec<KeyPoint> {
    let mut chosen = choose(&items, words, round, given, told);
    // Nothing is told by a line that is mostly in doubt: another sentence has its room.
    for _ in 0..ROOM {
        let doubtful: Vec<usize> =
            chosen.iter().map(|c| c.item).filter(|&n| is_doubtful(&items[n], round, given, told)).collect();
        if doubtful.is_empty() {
            break;
        }
        doubtful.into_iter().for_each(|n| items[n].fit = false);
        chosen = choose(&items, words, round, given, told);
    }
    chosen.sort_by_key(|c| (items[c.item].article, items[c.item].sentence));
    let mut copies: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, item) in items.iter().enumerate() {
        copies.entry(item.group).or_default().push(number);
    }
    let mut points: Vec<KeyPoint> =
        chosen.into_iter().map(|c| key_point(&c, &items, &copies[&items[c.item].group], round, given, cites)).collect();
    for point in &mut points {
        let places = || point.citations.iter().map(|c| (c.source.as_str(), c.sentence, c.start, c.end));
        point.told = point.en.badge != Badge::E
            && !places().any(|p| told.leads(p.0, p.1))
            && places().any(|p| told.has(p.0, p.1, p.2, p.3));
    }
    points
}

/// The items that tell the most in so many words, but for those that are told elsewhere: they are not printed, and take no room.
fn choose(items: &[Item], words: u32, round: &Round, given: &Given, told: &Told) -> Vec<Chosen> {
    let cover = Cover::of(items, &given.config.summary.weights);
    let known: Vec<usize> = (0..items.len()).filter(|&n| is_told(&items[n], round, told)).collect();
    let mut chosen = cover.choose(words, &known);
    let mut free = 0;
    for _ in 0..ROOM {
        let again: u32 = chosen.iter().filter(|c| is_told(&items[c.item], round, told)).map(|c| items[c.item].words).sum();
        if again <= free {
            break;
        }
        free = again;
        chosen = cover.choose(words + free, &known);
    }
    chosen
}

/// True for what would be printed and has English that is mostly in doubt.
fn is_doubtful(item: &Item, round: &Round, given: &Given, told: &Told) -> bool {
    let (article, analysis) = round.articles[item.article];
    !is_told(item, round, told) && doubtful(&english_of(item, article, analysis, given), given)
}

pub(super) fn english_of(item: &Item, article: &Article, analysis: &Analysis, given: &Given) -> English {
    let sentence = &analysis.sentences[item.sentence];
    let start = start(sentence, item.content);
    line_of((article, analysis), sentence, start..sentence.end, who(article, analysis, item.sentence).as_ref(), given)
}

fn is_told(item: &Item, round: &Round, told: &Told) -> bool {
    let (article, analysis) = round.articles[item.article];
    let sentence = &analysis.sentences[item.sentence];
    told.has(&article.id, item.sentence as u32 + 1, start(sentence, item.content), sentence.end)
}

fn key_point(chosen: &Chosen, items: &[Item], copies: &[usize], round: &Round, given: &Given, cites: &mut Cites) -> KeyPoint {
    let item = &items[chosen.item];
    let (article, analysis) = round.articles[item.article];
    let sentence = &analysis.sentences[item.sentence];
    let start = start(sentence, item.content);
    let others = copies.iter().filter(|&&n| n != chosen.item).map(|&n| &items[n]);
    let places = std::iter::once(item).chain(others).map(|i| (round.articles[i.article], i));
    let count = |of: fn(&Item) -> usize| copies.iter().map(|&n| of(&items[n])).collect::<BTreeSet<_>>().len() as u32;
    KeyPoint {
        en: english_of(item, article, analysis, given),
        ar: article.text[start as usize..sentence.end as usize].to_owned(),
        speaker: left_out(article, analysis, item.sentence, given),
        terms: terms(article, sentence, given.lexicon),
        score: chosen.score,
        parts: PARTS
            .iter()
            .zip(chosen.parts)
            .filter(|(_, value)| *value != 0)
            .map(|(name, value)| ((*name).to_owned(), value))
            .collect(),
        reports: count(|i| i.article),
        independent: count(|i| i.text),
        told: false,
        citations: places
            .map(|((article, analysis), i)| {
                let s = &analysis.sentences[i.sentence];
                cites.cite(article, i.sentence, self::start(s, i.content), s.end)
            })
            .collect(),
    }
}

/// The sentences of a round, with what each hangs on and is like.
pub(super) fn items<'a>(round: &Round, contents: &'a [Vec<Content>], alike: &[usize], copies: &[Option<usize>]) -> Vec<Item<'a>> {
    let mut items: Vec<Item> = Vec::new();
    for (article, (_, analysis)) in round.articles.iter().enumerate() {
        let mut before = None;
        for (sentence, (s, position)) in analysis.sentences.iter().zip(positions(analysis)).enumerate() {
            if s.kind != SentenceKind::Sentence {
                before = None;
                continue;
            }
            let content = &contents[article][sentence];
            let hangs = match content.behind.map_or(content.opening, |(_, opening)| opening) {
                Opening::Free => false,
                Opening::Text => true,
                // Who spoke is printed in front of it, if it is known.
                Opening::Speaker => statement(analysis, sentence).is_none_or(|s| s.speaker.by != Resolved::CarriedOver),
            };
            let fit = !s.background && !content.question && s.words >= FRAGMENT && (!hangs || before.is_some());
            let number = items.len();
            items.push(Item {
                article,
                text: article,
                sentence,
                words: s.words,
                position,
                content,
                hangs_on: before.filter(|_| hangs),
                group: number,
                fit,
            });
            before = Some(number);
        }
    }
    let like = like(alike, &items);
    // The best wording stands for its group: one that may be taken, then one that stands alone, then the first.
    let mut best: BTreeMap<usize, usize> = BTreeMap::new();
    let poor = |n: usize| (!items[n].fit, items[n].hangs_on.is_some(), n);
    for (number, &group) in like.iter().enumerate() {
        let entry = best.entry(group).or_insert(number);
        if poor(number) < poor(*entry) {
            *entry = number;
        }
    }
    for (item, group) in items.iter_mut().zip(like) {
        item.group = best[&group];
        item.text = copies[item.article].unwrap_or(item.article);
    }
    items
}

/// For each item the number of the first that says the same. Where numbers or negators differ, nothing is the same: `100` and `200`, `agreed` and `not agreed`.
fn like(alike: &[usize], items: &[Item]) -> Vec<usize> {
    let mut first: BTreeMap<_, usize> = BTreeMap::new();
    let figures = |c: &Content| -> Vec<Concept> {
        c.concepts.iter().filter(|c| matches!(c.class, Class::Number | Class::Day)).copied().collect()
    };
    items
        .iter()
        .zip(alike)
        .enumerate()
        .map(|(n, (item, &group))| *first.entry((group, item.content.negators, figures(item.content))).or_insert(n))
        .collect()
}

/// Where a key point begins: behind the opener that joins it to the sentence before.
pub(super) fn start(s: &Sentence, content: &Content) -> u32 {
    content.behind.map_or(s.start, |(start, _)| start)
}

/// The statement that a sentence begins with.
fn statement(analysis: &Analysis, sentence: usize) -> Option<&Statement> {
    let at = analysis.statements.partition_point(|s| (s.sentence as usize) < sentence);
    analysis.statements.get(at).filter(|s| s.sentence as usize == sentence)
}

/// The statement of a sentence that leaves its speaker out.
pub(super) fn who<'a>(article: &'a Article, analysis: &'a Analysis, sentence: usize) -> Option<Said<'a>> {
    let n = analysis.statements.iter().position(|s| s.sentence as usize == sentence)?;
    of(article, analysis, Some(n as u32)).filter(|s| s.statement.speaker.by == Resolved::CarriedOver)
}

/// Who speaks, where the sentence leaves the speaker out.
fn left_out(article: &Article, analysis: &Analysis, sentence: usize, given: &Given) -> Option<Speaker> {
    let n = analysis.statements.iter().position(|s| s.sentence as usize == sentence)?;
    let by = analysis.statements[n].speaker.by;
    let said = of(article, analysis, Some(n as u32))?;
    matches!(by, Resolved::CarriedOver | Resolved::Unresolved).then(|| said.speaker(given))
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
