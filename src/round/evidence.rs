//! Evidence for a round, from one article alone.
//!
//! In: the sentences of an article with their numbers and dates, and the tracks. Out: the best round with every piece of evidence and its weight, and for each sentence whether it
//! tells of an earlier round. What weighs: the round that an editor states; a number behind the track's name, an ordinal at a word for round, a name of the round, more so in the
//! title and the lead; the days of a round; the article's date; its place; the years named and the years in which the people named held their offices. Ordinals are not counted: an
//! earlier round is named in most articles, more often than the round itself.

mod around;
mod called;
mod current;
mod days;
mod decide;
mod distance;
mod elsewhere;
mod fit;
mod neighbours;
mod own;
mod places;
mod unnamed;
mod weights;

use std::cell::OnceCell;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub(crate) use decide::goes_on;

use super::hits::{Hit, Look, When};
use super::spoken::Told;
use super::subject::{self, Names};
use super::tracks::{Round, Says, Tracks};
use crate::analysis::parse::ParsedSentence;
use crate::analysis::{Facts, Rule, whole};
use crate::article::{Article, RoundRef};
use crate::glossary::cue::{Is, bits};
use crate::glossary::lexicon::Lexicon;

/// The best round of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundGuess {
    /// Id of the track.
    pub track: String,
    /// Number of the round, where the talks are numbered.
    pub number: Option<u32>,
    /// Id of the round; `None` where none is configured, and articles are gathered by place and day.
    pub id: Option<String>,
    /// Glossary entry of the place, for gathering.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// A day of the talks or of the report, for gathering.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// The next best round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rival: Option<Rival>,
    /// What speaks for it and for others, metadata first, then in text order.
    pub evidence: Vec<Evidence>,
}

/// The round that an article is about if it is not about the best one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rival {
    /// Its id.
    pub round: String,
    /// How much less speaks for it.
    pub behind: i32,
}

impl RoundGuess {
    /// Another round for which nearly as much speaks.
    #[must_use]
    pub fn close(&self) -> Option<&Rival> {
        self.rival.as_ref().filter(|r| r.behind <= CLOSE)
    }
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The rule that found it.
    #[serde(deserialize_with = "whole::rule")]
    pub rule: Rule,
    /// Id of the round it speaks for.
    pub round: String,
    /// How much; below zero it speaks against it.
    pub weight: i32,
    /// First byte of the words, 0 for metadata.
    pub start: u32,
    /// Byte after the last, 0 for metadata.
    pub end: u32,
}

/// A round of one track: by number, or by its place in the track's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(u32),
    Listed(u16),
}

/// A sentence with what was found in it; the headline that a file states is the first, if the text does not begin with it.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The text that its places are in.
    pub text: &'a str,
    /// The sentence.
    pub s: &'a ParsedSentence,
    /// Its numbers and dates.
    pub facts: &'a Facts,
    /// True for a headline that is not in the article's text.
    pub apart: bool,
}

/// What is weighed.
struct Piece {
    key: Key,
    rule: &'static str,
    weight: i32,
    start: u32,
    end: u32,
}

/// Weight of what the file or an editor states.
const STATED: i32 = 1000;
/// Two rounds are close if no more than this lies between them.
const CLOSE: i32 = 1;

/// What was found: the round, and for each sentence whether it is background.
#[derive(Debug, Default)]
pub struct Weighed {
    /// The round.
    pub guess: Option<RoundGuess>,
    /// For each sentence, whether it tells of an earlier round.
    pub background: Vec<bool>,
    /// First and last day of the round, where they are known.
    pub window: Option<(NaiveDate, NaiveDate)>,
    /// True if the article speaks of the round as one to come.
    pub ahead: bool,
}

/// Weighs an article. `date` is the day that its file states.
pub fn weigh(article: &Article, items: &[Item], lexicon: &Lexicon, tracks: &Tracks, date: Option<NaiveDate>) -> Weighed {
    let leads = subject::leads(items);
    let mut names = subject::names(items, &leads, lexicon, tracks);
    let all = All { article, items, lexicon, tracks, leads: &leads, date };
    let (weighed, aside) = weigh_names(&all, &names, false);
    if let Some(other) = weigh_other(&all, &mut names, &weighed) {
        return other;
    }
    let named = |guess: &RoundGuess| tracks.track(&guess.track).is_some_and(|track| opens_with(&all, track));
    if !aside && weighed.guess.as_ref().is_some_and(named) {
        return weighed;
    }
    // Talks that are not named, or only at the side, may be known by what is told.
    let story = || unnamed::track(&all, &names);
    let Some(track) = article.meta.round.is_none().then(story).flatten() else { return weighed };
    let guess = weighed.guess.as_ref().filter(|_| !aside);
    if guess.is_some_and(|guess| tracks.list[track].id == guess.track) {
        return weighed;
    }
    names.named.fill(0);
    names.named[track] = unnamed::NAMED;
    let (by_story, aside) = weigh_names(&all, &names, true);
    let found = !aside && by_story.guess.as_ref().is_some_and(|guess| guess.id.is_some());
    if found { by_story } else { weighed }
}

/// For an article whose first sentences tell of another meeting than a round of the talks that it names most: the round of other talks which it names, and whose meeting that is.
fn weigh_other(all: &All, names: &mut Names, weighed: &Weighed) -> Option<Weighed> {
    const ITS_OWN: [&str; 6] = ["stated", "ordinal", "number-after-name", "copula", "place", "name-of-round"];
    let guess = weighed.guess.as_ref()?;
    let main = all.tracks.track(&guess.track)?;
    let of_it = |piece: &Evidence| guess.id.as_ref() == Some(&piece.round) && ITS_OWN.contains(&piece.rule);
    let other = || {
        (0..all.tracks.list.len()).find(|&t| {
            t != main && names.named[t] > 0 && elsewhere::ended_there(all.items, all.leads, all.lexicon, all.tracks, t)
        })
    };
    let only = if guess.evidence.iter().any(of_it) { None } else { other() };
    let elsewhere = guess.id.is_none() && guess.evidence.iter().any(|piece| piece.rule == "other-meeting");
    if only.is_none() && !elsewhere {
        return None;
    }
    let as_named = names.named.clone();
    names.named.iter_mut().enumerate().filter(|(t, _)| only.map_or(*t == main, |only| *t != only)).for_each(|(_, n)| *n = 0);
    let (other, aside) = weigh_names(all, names, false);
    names.named = as_named;
    let found = !aside && other.guess.as_ref().is_some_and(|guess| guess.id.is_some());
    found.then_some(other)
}

/// True if the headline or the first sentence names a track, or a town of its talks.
fn opens_with(all: &All, track: usize) -> bool {
    let says = |entry| all.tracks.said_by(entry).iter().filter(|(t, _)| usize::from(*t) == track);
    let named = |entry| says(entry).any(|(_, s)| matches!(s, Says::Names | Says::NamesRound(_) | Says::Place));
    let opening = all.items.iter().zip(all.leads).filter(|(_, lead)| **lead >= 6);
    opening.into_iter().any(|(item, _)| {
        let mut found = item.s.matches.iter().chain(&item.s.cues);
        found.any(|m| {
            named(all.lexicon.forms[m.form as usize].entry)
                && !is_helped_on(item, m.first as usize)
                && !subject::is_after(item.s, m.first as usize)
        })
    })
}

/// `تأييدها لمشاركة الفصائل في مفاوضات جنيف`: talks that those of the report are to lead to.
fn is_helped_on(item: &Item, first: usize) -> bool {
    const TO: [&str; 6] = ["لمشاركة", "بمشاركة", "تأييدها", "تمهد", "تمهيدا", "تمهيداً"];
    (first.saturating_sub(5)..first).any(|at| TO.contains(&item.s.tokens[at].text(item.text)))
}

/// An article with what it is weighed by.
struct All<'a> {
    article: &'a Article,
    items: &'a [Item<'a>],
    lexicon: &'a Lexicon,
    tracks: &'a Tracks,
    leads: &'a [i32],
    date: Option<NaiveDate>,
}

/// Weighs an article whose names are read; true if it names no talks, or only in its background.
fn weigh_names(all: &All, names: &Names, by_story: bool) -> (Weighed, bool) {
    let &All { article, items, lexicon, tracks, leads, date } = all;
    let none = || Weighed { background: vec![false; items.len()], ..Weighed::default() };
    if names.named.iter().all(|&n| n == 0) && article.meta.round.is_none() {
        return (none(), true);
    }
    let hits_of = |main: usize| -> Vec<Vec<Hit>> {
        let look = |item: &Item| {
            let (s, f) = (item.s, item.facts);
            let may = s.has & bits(&[Is::Round, Is::Meeting, Is::Ordinal]) != 0 || s.has_digits;
            if may {
                Look { text: item.text, s, numbers: &f.numbers, dates: &f.dates, lexicon, tracks, main }.hits()
            } else {
                Vec::new()
            }
        };
        items.iter().map(look).collect()
    };
    let stated = match &article.meta.round {
        Some(RoundRef::Id(id)) => tracks.of_round(id),
        _ => None,
    };
    let current = current::current_days(items, leads);
    let mut bonus = fit::fit(items, leads, names, tracks, date, &current);
    let Some(main) = stated.or_else(|| names.track(&bonus)) else { return (none(), true) };
    let mut hits = hits_of(main);
    let mut main = main;
    // Where two tracks are named, the rounds that are named with them decide.
    if stated.is_none()
        && let Some(other) = names.second(&bonus, main)
    {
        let others = hits_of(other);
        let named = |hits: &[Vec<Hit>], track: usize| -> i32 {
            let with = |(i, _): &(usize, &Vec<Hit>)| tracks.named_in(items[*i].s, lexicon, track);
            let weight = |(i, h): (usize, &Vec<Hit>)| {
                let one = |h: &Hit| match h.when {
                    When::Now => leads[i],
                    When::Soon if leads[i] >= 6 => leads[i],
                    When::Soon | When::Told => leads[i] / 2,
                    When::Past | When::Next => 0,
                };
                h.iter().map(one).max().unwrap_or(0)
            };
            hits.iter().enumerate().filter(with).map(weight).sum()
        };
        bonus[main] += named(&hits, main);
        bonus[other] += named(&others, other);
        if names.track(&bonus) == Some(other) {
            (main, hits) = (other, others);
        }
    }
    let mut others = Vec::new();
    for track in (0..tracks.list.len()).filter(|&t| t != main && names.named[t] > 0) {
        for (i, hits) in hits_of(track).into_iter().enumerate() {
            let of_it = |h: &Hit| h.rule == "number-after-name" || tracks.named_in(items[i].s, lexicon, track);
            others.extend(hits.into_iter().filter(of_it).map(|h| (track, i, h)));
        }
    }
    let weighing = Weighing {
        items,
        lexicon,
        tracks,
        main,
        leads,
        names,
        hits: &hits,
        others: &others,
        current: &current,
        told: OnceCell::new(),
        by_story,
        date,
    };
    let mut pieces = weighing.stated(article.meta.round.as_ref());
    let current = weighing.has_current();
    if pieces.is_empty()
        && !current
        && !by_story
        && let Some(background) = weighing.only_background()
    {
        return (background, true);
    }
    if pieces.is_empty()
        && !current
        && let Some(other) = weighing.other_meeting()
    {
        return (other, false);
    }
    weighing.by_number(&mut pieces);
    weighing.by_current(&mut pieces);
    weighing.by_count(&mut pieces);
    weighing.by_name(&mut pieces);
    weighing.by_called(&mut pieces);
    weighing.by_place(&mut pieces);
    weighing.by_other_town(&mut pieces);
    weighing.by_last(&mut pieces);
    weighing.by_neighbour(&mut pieces);
    weighing.by_distance(&mut pieces);
    weighing.by_gap(&mut pieces);
    weighing.by_days(&mut pieces);
    weighing.by_days_around(&mut pieces);
    weighing.by_length(&mut pieces);
    weighing.by_weekday(&mut pieces);
    weighing.by_date(&mut pieces);
    weighing.by_era(&mut pieces);
    weighing.by_year(&mut pieces);
    (weighing.decide(pieces), false)
}

struct Weighing<'a> {
    items: &'a [Item<'a>],
    lexicon: &'a Lexicon,
    tracks: &'a Tracks,
    main: usize,
    leads: &'a [i32],
    names: &'a Names,
    hits: &'a [Vec<Hit>],
    /// Rounds of other tracks: track, sentence, hit.
    others: &'a [(usize, usize, Hit)],
    /// The days of the round that is spoken of as this one.
    current: &'a [current::CurrentDay],
    /// What the sentences tell in the words of eras.
    told: OnceCell<Vec<Told>>,
    /// True if nothing names the track, and what is told belongs to one of its rounds.
    by_story: bool,
    date: Option<NaiveDate>,
}

impl Weighing<'_> {
    fn told(&self) -> &[Told] {
        self.told.get_or_init(|| {
            let spoken = self.tracks.spoken();
            spoken.told(self.main, &spoken.heard(self.items, self.leads))
        })
    }

    /// True for a sentence that names other talks, and not these.
    fn names_others_alone(&self, s: &ParsedSentence) -> bool {
        let mut named = self.tracks.all_named_in(s, self.lexicon).peekable();
        named.peek().is_some() && named.all(|track| track != self.main)
    }

    fn rounds(&self) -> impl Iterator<Item = (Key, &Round)> {
        let key = |i: usize, r: &Round| r.number.map_or(Key::Listed(i as u16), Key::Number);
        self.tracks.list[self.main].rounds.iter().enumerate().map(move |(i, r)| (key(i, r), r))
    }

    fn round(&self, key: Key) -> Option<&Round> {
        self.rounds().find(|(k, _)| *k == key).map(|(_, r)| r)
    }

    fn id(&self, key: Key) -> String {
        let track = &self.tracks.list[self.main];
        match (key, self.round(key)) {
            (_, Some(round)) => track.round_id(round),
            (Key::Number(n), None) => track.numbered_id(n),
            (Key::Listed(_), None) => String::new(),
        }
    }

    /// True if the track's rounds have numbers, or nothing is known of them.
    fn is_numbered(&self) -> bool {
        let rounds = &self.tracks.list[self.main].rounds;
        rounds.is_empty() || rounds.iter().any(|r| r.number.is_some())
    }
}
