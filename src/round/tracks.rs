//! Tracks and their rounds, as data: `glossary/tracks.yaml` and what a workspace adds.
//!
//! A round has a number, or a name where talks are not numbered. What an entry of the glossary says about tracks (it names one, a round of one, a place, or a side of the
//! conflict that one is about) is looked up once, when the tracks are compiled for a lexicon.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::spoken::Spoken;
use crate::analysis::parse::ParsedSentence;
use crate::brief::context::{Bilingual, DateRange};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// A negotiation process. With nothing but `id`, `rounds` and `eras`: more of them for the process that is called so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Stable name, first part of its rounds' ids.
    pub id: String,
    /// English name.
    #[serde(default)]
    pub en: String,
    /// Arabic name.
    #[serde(default)]
    pub ar: String,
    /// What a numbered round is called; `{n}` is its number.
    #[serde(default)]
    pub round: Bilingual,
    /// Glossary entries that name the track in a text.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Glossary entries of the places where its rounds are held.
    #[serde(default)]
    pub places: Vec<String>,
    /// Glossary entries of people and bodies that mostly reports of these talks name: where the track is named, they speak for it as a place does.
    #[serde(default)]
    pub signs: Vec<String>,
    /// Glossary entries of the country and the sides that it is about, and of the missions and envoys sent there; what is affiliated with them counts too.
    #[serde(default)]
    pub about: Vec<String>,
    /// True for a conflict whose talks are in no list, known by `about` alone: an article that speaks mostly of it is in no round.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
    /// Things that are spoken of only from some day on: an article that names one is about no earlier round.
    #[serde(default)]
    pub eras: Vec<Era>,
    /// Ids of tracks whose `eras` count here too: talks about the same country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub eras_of: Vec<String>,
    /// Glossary entries of other meetings: an article that opens with one, and with none of these talks, is in no round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// Words, as those of an era, that tell of another meeting in a headline or a first sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others_said: Vec<String>,
    /// Words, as those of an era, that mostly reports of these talks have in a headline or a first sentence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs_said: Vec<String>,
    /// Words, as those of an era, that say that the sides of the conflict were not asked to a meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// Its rounds, in order of time.
    #[serde(default)]
    pub rounds: Vec<Round>,
}

/// A thing with the time in which reports of the talks name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Era {
    /// Glossary entries that name it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<String>,
    /// Words that tell of it where they stand in one sentence: `مطار + الخدمة|مدرج*`. `+` joins what must be there, `~` what stands soon behind, `|` what may stand for each other; `!` is before what must not be there, `=` before a word whose ال counts, and `*` is any ending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none if it is still spoken of.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Ids of the rounds that it belongs to, where others were held in the same weeks; none if it belongs to all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<String>,
}

/// A round of a track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Its number, where the talks are numbered.
    #[serde(default)]
    pub number: Option<u32>,
    /// Last part of its id, where they are not: `stockholm-2018`.
    #[serde(default)]
    pub id: Option<String>,
    /// Its name, where that is not the track's pattern with the number.
    #[serde(default)]
    pub name: Option<Bilingual>,
    /// First day, as far as it was planned or held.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// Glossary entry of the place.
    #[serde(default)]
    pub place: Option<String>,
    /// Glossary entries that name this round in a text.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Glossary entries of towns, each with the number that reports write behind it for this round, where talks are not numbered: `{jeddah: 2}` for `«جدة 2»`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub called: BTreeMap<String, u32>,
    /// When it was planned, where that differs.
    #[serde(default)]
    pub planned: Option<DateRange>,
    /// When it was held, where that differs from `start` and `end`.
    #[serde(default)]
    pub held: Option<DateRange>,
}

impl Round {
    /// The days on which it was held.
    #[must_use]
    pub fn held(&self) -> DateRange {
        self.held.unwrap_or(DateRange { start: self.start, end: self.end })
    }

    /// How many days `day` lies outside its days; negative before it.
    #[must_use]
    pub fn distance(&self, day: NaiveDate) -> i64 {
        if day < self.start { (day - self.start).num_days() } else { (day - self.end).num_days().max(0) }
    }
}

impl Track {
    /// The id of a round: `astana-2`, `yemen-stockholm-2018`.
    #[must_use]
    pub fn round_id(&self, round: &Round) -> String {
        round_id(&self.id, round)
    }

    /// The id of a round by its number.
    #[must_use]
    pub fn numbered_id(&self, number: u32) -> String {
        format!("{}-{number}", self.id)
    }

    /// What the round with this number is called.
    #[must_use]
    pub fn numbered_name(&self, number: u32) -> Bilingual {
        let put = |s: &str| s.replace("{n}", &number.to_string());
        Bilingual { en: put(&self.round.en), ar: put(&self.round.ar) }
    }

    /// The round with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Round> {
        // The id of a round is that of its track, a hyphen, and what it has of its own.
        let own = id.strip_prefix(self.id.as_str())?.strip_prefix('-')?;
        self.rounds.iter().find(|round| match (&round.id, round.number) {
            (Some(id), _) => id == own,
            (None, Some(number)) => itoa::Buffer::new().format(number) == own,
            (None, None) => round.start.to_string() == own,
        })
    }

    /// True if there is nothing but rounds and eras: they belong to another track of this id.
    #[must_use]
    pub fn is_more(&self) -> bool {
        self.missing().len() == 4
            && self.places.is_empty()
            && self.signs.is_empty()
            && self.about.is_empty()
            && self.eras_of.is_empty()
            && self.others.is_empty()
            && self.others_said.is_empty()
            && self.signs_said.is_empty()
            && self.without.is_empty()
    }

    /// Keys that a track of its own needs and that are not there.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        if self.elsewhere {
            return if self.about.is_empty() { vec!["about"] } else { Vec::new() };
        }
        let keys = [
            ("en", self.en.is_empty()),
            ("ar", self.ar.is_empty()),
            ("round", self.round == Bilingual::default()),
            ("marks", self.marks.is_empty()),
        ];
        keys.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect()
    }

    /// Adds rounds and eras; a round with the id of one that is there takes its place.
    pub fn add(&mut self, more: Track) {
        self.eras.extend(more.eras);
        for round in more.rounds {
            let id = self.round_id(&round);
            self.rounds.retain(|r| round_id(&self.id, r) != id);
            self.rounds.push(round);
        }
        self.rounds.sort_by_key(|r| r.start);
    }
}

fn round_id(track: &str, round: &Round) -> String {
    match (&round.id, round.number) {
        (Some(id), _) => format!("{track}-{id}"),
        (None, Some(number)) => format!("{track}-{number}"),
        (None, None) => format!("{track}-{}", round.start),
    }
}

/// What an entry says about a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It names the track.
    Names,
    /// It names a round of the track, by its place in [`Track::rounds`].
    NamesRound(u16),
    /// It is spoken of in an era of the track, by its place in [`Track::eras`].
    Era(u16),
    /// A place of its rounds.
    Place,
    /// Another meeting.
    Other,
    /// Somebody who belongs to these talks.
    Sign,
    /// A side of the conflict that the track is about.
    About,
}

/// The tracks, with their entries looked up.
#[derive(Clone, Debug, Default)]
pub struct Tracks {
    /// In the order of their files.
    pub list: Vec<Track>,
    /// For each entry of the lexicon: where its part of `says` begins.
    from: Vec<u32>,
    says: Vec<(u16, Says)>,
    /// For each entry: true if the glossary knows since when the person held an office.
    dated: Vec<bool>,
    /// For each place that is a part or a byname of a city (`العاصمة العمانية`, `قصر الأمم`): the city.
    cities: BTreeMap<EntryId, EntryId>,
    /// What eras tell in words; made when an article asks for it.
    spoken: OnceLock<Spoken>,
}

impl Tracks {
    /// What eras tell in words.
    pub(super) fn spoken(&self) -> &Spoken {
        self.spoken.get_or_init(|| {
            let mut spoken = Spoken::default();
            self.list.iter().for_each(|track| spoken.add_track(track));
            spoken
        })
    }

    /// Tracks for a lexicon. Entries that the lexicon does not know are left out (`check` says so).
    #[must_use]
    pub fn new(mut list: Vec<Track>, lexicon: &Lexicon) -> Self {
        for t in 0..list.len() {
            let of = std::mem::take(&mut list[t].eras_of);
            let shared: Vec<Era> = of
                .iter()
                .filter_map(|id| list.iter().find(|track| track.id == *id))
                .flat_map(|track| track.eras.clone())
                .collect();
            list[t].eras.extend(shared);
            for id in of {
                let Some(other) = list.iter().find(|track| track.id == id) else { continue };
                let (said, without) = (other.others_said.clone(), other.without.clone());
                list[t].others_said.extend(said);
                list[t].without.extend(without);
            }
        }
        let mut all: BTreeMap<EntryId, Vec<(u16, Says)>> = BTreeMap::new();
        let entries = 0..lexicon.entries.len() as EntryId;
        let cities: Vec<(EntryId, EntryId)> = entries.filter_map(|number| Some((number, city(number, lexicon)?))).collect();
        for (t, track) in list.iter().enumerate() {
            let mut note = |id: &str, says| {
                if let Some(entry) = lexicon.number(id) {
                    all.entry(entry).or_default().push((t as u16, says));
                }
            };
            track.marks.iter().for_each(|id| note(id, Says::Names));
            for (r, round) in track.rounds.iter().enumerate() {
                round.marks.iter().for_each(|id| note(id, Says::NamesRound(r as u16)));
            }
            for (e, era) in track.eras.iter().enumerate() {
                era.entries.iter().for_each(|id| note(id, Says::Era(e as u16)));
            }
            let places: Vec<EntryId> = track.places.iter().filter_map(|id| lexicon.number(id)).collect();
            track.signs.iter().for_each(|id| note(id, Says::Sign));
            track.others.iter().for_each(|id| note(id, Says::Other));
            let parts = cities.iter().filter(|(_, city)| places.contains(city)).map(|&(part, _)| part);
            // محادثات جنيف, in an article about another country than that of the track which they name
            let names = |other: &Track, talks: EntryId| other.marks.iter().any(|id| lexicon.number(id) == Some(talks));
            let same = |other: &Track| other.about.iter().any(|id| track.about.contains(id));
            let of_others = |talks: EntryId| list.iter().all(|other| !(names(other, talks) && same(other)));
            let towns = parts.chain(places.iter().copied()).filter(|&n| !is_talks(n, lexicon) || of_others(n));
            for number in towns.collect::<BTreeSet<EntryId>>() {
                all.entry(number).or_default().push((t as u16, Says::Place));
            }
            let about: Vec<EntryId> = track.about.iter().filter_map(|id| lexicon.number(id)).collect();
            for number in belonging(&about, lexicon) {
                all.entry(number).or_default().push((t as u16, Says::About));
            }
        }
        let mut it = Self { list, ..Self::default() };
        for number in 0..lexicon.entries.len() as EntryId {
            it.from.push(it.says.len() as u32);
            it.says.extend(all.remove(&number).unwrap_or_default());
            it.dated.push(lexicon.dated(number));
        }
        it.cities.extend(cities);
        it.from.push(it.says.len() as u32);
        it
    }

    /// What an entry says about the tracks.
    #[must_use]
    pub fn said_by(&self, entry: EntryId) -> &[(u16, Says)] {
        let at = entry as usize;
        match (self.from.get(at), self.from.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.says[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The track that an entry names.
    #[must_use]
    pub fn marked_by(&self, entry: EntryId) -> Option<usize> {
        self.said_by(entry).iter().find(|(_, says)| *says == Says::Names).map(|&(track, _)| usize::from(track))
    }

    /// The city that a place is a part or a byname of, else the place.
    #[must_use]
    pub fn city(&self, place: EntryId) -> EntryId {
        self.cities.get(&place).copied().unwrap_or(place)
    }

    /// True if the entry is a person of whom the glossary knows when they held their offices.
    #[must_use]
    pub fn is_dated(&self, entry: EntryId) -> bool {
        self.dated.get(entry as usize).copied().unwrap_or(false)
    }

    /// True if the entry names this track or a round of it.
    #[must_use]
    pub fn names(&self, entry: EntryId, track: usize) -> bool {
        self.named_by(entry).any(|t| t == track)
    }

    /// The tracks that an entry names, itself or by a round of theirs.
    pub fn named_by(&self, entry: EntryId) -> impl Iterator<Item = usize> {
        let names = |says: &&(u16, Says)| matches!(says.1, Says::Names | Says::NamesRound(_));
        self.said_by(entry).iter().filter(names).map(|&(track, _)| usize::from(track))
    }

    /// True if something in the sentence names this track or a round of it.
    #[must_use]
    pub fn named_in(&self, s: &ParsedSentence, lexicon: &Lexicon, track: usize) -> bool {
        self.all_named_in(s, lexicon).any(|t| t == track)
    }

    /// The tracks that something in the sentence names, itself or by a round of theirs; one may come more than once.
    pub fn all_named_in(&self, s: &ParsedSentence, lexicon: &Lexicon) -> impl Iterator<Item = usize> {
        s.matches.iter().chain(&s.cues).flat_map(|m| self.named_by(lexicon.forms[m.form as usize].entry))
    }

    /// The track with this id.
    #[must_use]
    pub fn track(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|t| t.id == id)
    }

    /// The track whose round has this id, or would have it (`astana-23`).
    #[must_use]
    pub fn of_round(&self, id: &str) -> Option<usize> {
        let fits = |t: &Track| {
            t.by_id(id).is_some()
                || id.strip_prefix(t.id.as_str()).and_then(|n| n.strip_prefix('-')).is_some_and(|n| n.parse::<u32>().is_ok())
        };
        self.list
            .iter()
            .position(fits)
            .or_else(|| self.list.iter().position(|t| id.strip_prefix(t.id.as_str()).is_some_and(|n| n.starts_with('-'))))
    }

    /// The round with this number.
    #[must_use]
    pub fn round(&self, track: &str, number: u32) -> Option<&Round> {
        self.list.iter().find(|t| t.id == track)?.rounds.iter().find(|r| r.number == Some(number))
    }
}

/// The city that a place is affiliated with, or talks that are called by it and may be those of others (`محادثات جنيف`).
fn city(place: EntryId, lexicon: &Lexicon) -> Option<EntryId> {
    let is_place = |entry: EntryId| lexicon.kind(entry) == Kind::Place;
    lexicon.belongs_to(place)[0].filter(|city| (is_place(place) || is_talks(place, lexicon)) && is_place(*city))
}

fn is_talks(entry: EntryId, lexicon: &Lexicon) -> bool {
    lexicon.kind(entry) == Kind::Process
}

/// The entries that are among `about`, or affiliated with one of them over at most four others.
fn belonging(about: &[EntryId], lexicon: &Lexicon) -> Vec<EntryId> {
    if about.is_empty() {
        return Vec::new();
    }
    let all = 0..lexicon.entries.len() as EntryId;
    let mut belongs = vec![false; lexicon.entries.len()];
    about.iter().for_each(|&entry| belongs[entry as usize] = true);
    for _ in 0..4 {
        let above = belongs.clone();
        for entry in all.clone() {
            belongs[entry as usize] |= lexicon.belongs_to(entry).into_iter().flatten().any(|next| above[next as usize]);
        }
        if belongs == above {
            break;
        }
    }
    all.filter(|&entry| belongs[entry as usize]).collect()
}
