//! Analyses that are made in one place and used in another.
//!
//! In: an article and its analysis. Out: a line of JSON that holds all of the analysis, with a [`Key`] of everything that it was made from: this
//! version, the glossary, the tracks, the article. Whoever has the same key would have made the same analysis; any other is refused.

use std::collections::BTreeSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use serde::{Deserialize, Deserializer, Serialize};

use super::statements::Who;
use super::{Analysis, Rule};
use crate::article::Article;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::tracks::Tracks;

/// What an analysis was made from, as 32 hexadecimal digits.
pub type Key = String;

/// An analysis and what it was made from.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whole {
    /// What it was made from.
    pub key: Key,
    /// The analysis.
    pub analysis: Analysis,
}

/// Gives articles their keys, for one glossary and its tracks.
#[derive(Clone, Debug, Default)]
pub struct Keys(blake3::Hasher);

impl Keys {
    /// Keys for this version, glossary and tracks.
    #[must_use]
    pub fn new(lexicon: &Lexicon, tracks: &Tracks) -> Self {
        let mut hasher = blake3::Hasher::new();
        // Types that are only strings, numbers and lists of them: there is nothing that JSON refuses.
        for bytes in [
            serde_json::to_vec(env!("CARGO_PKG_VERSION")),
            serde_json::to_vec(&lexicon.entries.iter().collect::<Vec<_>>()),
            serde_json::to_vec(&tracks.list),
        ] {
            hasher.update(&bytes.unwrap_or_default());
        }
        Self(hasher)
    }

    /// The key of an article's analysis.
    #[must_use]
    pub fn of(&self, article: &Article) -> Key {
        let mut hasher = self.0.clone();
        hasher.update(format!("{:?}{:?}{:?}", article.id, article.meta, article.blocks).as_bytes());
        hasher.update(article.text.as_bytes());
        hasher.finalize().to_hex()[..32].to_owned()
    }
}

/// The name of a rule, which lives as long as the program: there are few, and each is kept once.
pub(crate) fn rule<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Rule, D::Error> {
    static KNOWN: LazyLock<Mutex<BTreeSet<Rule>>> = LazyLock::new(Mutex::default);
    let name = String::deserialize(deserializer)?;
    if name.len() > 64 {
        return Err(serde::de::Error::custom("no rule has so long a name"));
    }
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if known.len() > 1000 {
        return Err(serde::de::Error::custom("there are not so many rules"));
    }
    match known.get(name.as_str()) {
        Some(rule) => Ok(rule),
        None => {
            let rule: Rule = Box::leak(name.into_boxed_str());
            known.insert(rule);
            Ok(rule)
        }
    }
}

pub(super) fn some_rule<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Rule>, D::Error> {
    rule(deserializer).map(Some)
}

impl Analysis {
    /// Whether all places are in the article's text and all entries in the glossary: an analysis that comes from a file may say anything.
    #[must_use]
    pub fn fits(&self, article: &Article, lexicon: &Lexicon) -> bool {
        let text = &article.text;
        let place = |start: u32, end: u32| text.get(start as usize..end as usize).is_some();
        let span = |(start, end): (u32, u32)| place(start, end);
        let entry = |id: EntryId| (id as usize) < lexicon.entries.len();
        let sentence = |number: u32| (number as usize) < self.sentences.len();
        let statement = |number: Option<u32>| number.is_none_or(|number| (number as usize) < self.statements.len());
        let who = |who: Who| match who {
            Who::Entry(id) | Who::Office(id) | Who::Source(Some(id)) => entry(id),
            Who::Source(None) | Who::Words | Who::Unresolved => true,
        };
        article.id == self.id
            && self.sentences.iter().all(|s| {
                place(s.start, s.end)
                    && s.mentions.iter().all(|m| place(m.start, m.end) && entry(m.entry))
                    && s.dates.iter().all(|d| place(d.start, d.end))
                    && s.figures.iter().all(|f| place(f.start, f.end) && f.unit.is_none_or(entry))
            })
            && self.statements.iter().all(|s| {
                sentence(s.sentence)
                    && [s.speaker.span, s.speaker.role, s.content].into_iter().all(span)
                    && who(s.speaker.who)
                    && s.verb.is_none_or(|v| entry(v.entry) && span(v.span))
                    && [s.speaker.of, s.addressee, s.via].into_iter().flatten().chain(s.topics.iter().copied()).all(entry)
                    && [s.time, s.place, s.topic].into_iter().flatten().all(span)
            })
            && self.outcomes.iter().all(|o| {
                sentence(o.sentence)
                    && entry(o.slot)
                    && entry(o.phrase)
                    && span(o.span)
                    && statement(o.statement)
                    && [o.words, o.topic].into_iter().flatten().all(span)
            })
            && self.presence.iter().all(|p| sentence(p.sentence) && entry(p.who) && span(p.span) && statement(p.statement))
            && self.named.iter().all(|n| {
                sentence(n.sentence)
                    && [n.speaker.span, n.speaker.role, n.span].into_iter().all(span)
                    && who(n.speaker.who)
                    && n.speaker.of.is_none_or(entry)
            })
            && self.next.iter().all(|&number| sentence(number))
            && self.agenda.iter().all(|&(number, at)| sentence(number) && place(at, at))
            && self.defects.iter().all(|d| place(d.start, d.end))
            && self.round.iter().flat_map(|r| &r.evidence).all(|e| place(e.start, e.end))
    }
}
