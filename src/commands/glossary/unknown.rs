//! Names that stand in the articles and that no glossary knows.
//!
//! In: the articles of a workspace. Out: runs of words that neither the glossary nor the general lexicon knows, each with its places, and with what speaks for
//! a name: that a title or a verb of saying stands before it. Arabic has no capitals, so that this is a list to choose from, and no more.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::analysis::parse::{ParsedSentence, parse};
use crate::arabic::fold::fold;
use crate::arabic::token::{Kind as TokenKind, Token};
use crate::article::Article;
use crate::english::lexicon::Lexicon as General;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::matcher::{Matcher, Pool};

/// A place in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Path of the file.
    pub(super) path: String,
    /// Line in the file.
    pub(super) line: u32,
    /// The sentence.
    pub(super) sentence: String,
}

/// Words that nothing knows, as they were first written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The words.
    pub(super) words: Vec<String>,
    /// Where they stand, in the order of the articles.
    pub(super) places: Vec<Place>,
    /// How often a title stands right before them.
    pub(super) after_title: usize,
    /// How often a verb of saying stands right before them.
    pub(super) after_verb: usize,
}

impl Unknown {
    pub(super) fn text(&self) -> String {
        self.words.join(" ")
    }

    /// Counts another one as this one.
    pub(super) fn add(&mut self, other: Unknown) {
        self.places.extend(other.places);
        self.after_title += other.after_title;
        self.after_verb += other.after_verb;
    }
}

/// All unknown runs, by their folded words.
pub(super) fn unknown(articles: &[Article], lexicon: &Lexicon) -> Vec<Unknown> {
    let names = given_names(lexicon);
    let pool = Pool::new(lexicon);
    let found: Vec<Vec<Unknown>> =
        articles.par_iter().map(|article| pool.with(|matcher| of_article(article, matcher, &names))).collect();
    let mut all: BTreeMap<Vec<Vec<u8>>, Unknown> = BTreeMap::new();
    for one in found.into_iter().flatten() {
        match all.entry(one.words.iter().map(|word| fold(word)).collect()) {
            std::collections::btree_map::Entry::Vacant(free) => drop(free.insert(one)),
            std::collections::btree_map::Entry::Occupied(mut same) => same.get_mut().add(one),
        }
    }
    without_particles(&mut all);
    let mut out: Vec<Unknown> = all.into_values().collect();
    for one in &mut out {
        one.places.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    }
    out
}

/// `وفلان` is `فلان`, where that stands by itself too.
fn without_particles(all: &mut BTreeMap<Vec<Vec<u8>>, Unknown>) {
    let particles: Vec<u8> = ["و", "ف", "ب", "ل", "ك"].iter().flat_map(|p| fold(p)).collect();
    let keys: Vec<Vec<Vec<u8>>> = all.keys().cloned().collect();
    for key in keys {
        let Some((first, rest)) = key.split_first() else { continue };
        if first.len() < 4 || !particles.contains(&first[0]) {
            continue;
        }
        let bare: Vec<Vec<u8>> = std::iter::once(first[1..].to_vec()).chain(rest.iter().cloned()).collect();
        if all.contains_key(&bare)
            && let Some(one) = all.remove(&key)
            && let Some(same) = all.get_mut(&bare)
        {
            same.add(one);
        }
    }
}

/// The words that full names of people begin with or hold, as written.
fn given_names(lexicon: &Lexicon) -> BTreeSet<&str> {
    let people = lexicon.entries.iter().filter(|entry| entry.kind == Kind::Person);
    people.flat_map(|entry| &entry.ar).filter(|form| form.contains(' ')).flat_map(|form| form.split(' ')).collect()
}

fn of_article(article: &Article, matcher: &mut Matcher, names: &BTreeSet<&str>) -> Vec<Unknown> {
    let parsed = parse(article, matcher);
    let mut out = Vec::new();
    for sentence in &parsed.sentences {
        let place = Place {
            path: article.path.clone(),
            line: article.line(sentence.span.start),
            sentence: article.text[sentence.span.start as usize..sentence.span.end as usize].replace('\n', " "),
        };
        out.extend(of_sentence(&article.text, sentence, matcher, names).into_iter().map(|mut one| {
            one.places.push(place.clone());
            one
        }));
    }
    out
}

/// What a word may be to a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Something else.
    Other,
    /// Part of the name of somebody else.
    Given,
    /// Nothing knows it.
    Unknown,
}

fn of_sentence(text: &str, sentence: &ParsedSentence, matcher: &mut Matcher, names: &BTreeSet<&str>) -> Vec<Unknown> {
    let mut words: Vec<Word> = sentence.tokens.iter().map(|token| word(text, token, matcher, names)).collect();
    for found in &sentence.matches {
        words[found.first as usize..=found.last as usize].fill(Word::Other);
    }
    let lexicon = matcher.lexicon();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let length = words[at..].iter().take_while(|word| **word != Word::Other).count();
        if words[at..at + length].contains(&Word::Unknown) && length <= 5 {
            let before = sentence.matches.iter().find(|found| at > 0 && found.last as usize == at - 1);
            let entry = before.map(|found| lexicon.entry_of(found.form));
            out.push(Unknown {
                words: sentence.tokens[at..at + length].iter().map(|token| token.text(text).to_owned()).collect(),
                places: Vec::new(),
                after_title: usize::from(entry.is_some_and(|entry| entry.kind == Kind::Title)),
                after_verb: usize::from(entry.is_some_and(|entry| entry.kind == Kind::Verb && entry.stance.is_some())),
            });
        }
        at += length.max(1);
    }
    out
}

fn word(text: &str, token: &Token, matcher: &mut Matcher, names: &BTreeSet<&str>) -> Word {
    let raw = token.text(text);
    if token.kind != TokenKind::Word || fold(raw).len() < 3 || !raw.chars().any(|c| ('\u{621}'..='\u{64a}').contains(&c)) {
        return Word::Other;
    }
    if names.contains(raw) {
        return Word::Given;
    }
    let mut readings = Vec::new();
    General::builtin().readings(raw, &mut readings);
    if readings.is_empty() && matcher.words(text, token).is_empty() { Word::Unknown } else { Word::Other }
}
