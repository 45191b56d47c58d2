//! Talks that an article does not name: its opening speaks of talks or of a town where they are held, it is about the conflict, and what it tells belongs to the time of one round.

use chrono::Days;

use super::All;
use super::days::{ECHO, era_weight};
use super::places::is_told_of;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Is, bits};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;
use crate::round::spoken::{Heard, OTHER, SIGN, WITHOUT};
use crate::round::subject::Names;
use crate::round::tracks::{Round, Says};

/// As if the talks were named once, and not in the opening.
pub(super) const NAMED: i32 = 4;
/// So much must belong to the time of the round, and no single thing may be all of it.
const MUCH: i32 = 6;
/// How much the town in the opening is.
const TOWN: i32 = 3;

/// The track.
pub(super) fn track(all: &All, names: &Names) -> Option<usize> {
    let about = |t: usize| names.about[t] >= 2 && names.about[t] > names.elsewhere;
    let tracks = all.tracks;
    if !(0..tracks.list.len()).any(about) {
        return None;
    }
    let opens = opens(all, names);
    // Without a word for talks in the opening, only what these talks alone are spoken of with tells them.
    if !opens {
        let signed = |t: usize| about(t) && !tracks.list[t].signs_said.is_empty();
        let opening: Vec<i32> = all.leads.iter().map(|&lead| if lead >= 6 { lead } else { 0 }).collect();
        let is_signed = |t: usize, heard: &[Heard]| tracks.spoken().told(t, heard).iter().any(|told| told.era == SIGN);
        let signed: Vec<usize> = (0..tracks.list.len()).filter(|&t| signed(t)).collect();
        if signed.is_empty() {
            return None;
        }
        let heard = tracks.spoken().heard(all.items, &opening);
        if !signed.into_iter().any(|t| is_signed(t, &heard)) {
            return None;
        }
    }
    let heard = tracks.spoken().heard(all.items, all.leads);
    let signed = |t: usize| tracks.spoken().told(t, &heard).iter().any(|told| told.era == SIGN && all.leads[told.item] >= 6);
    let mut best: Vec<(i32, usize)> = (0..tracks.list.len())
        .filter(|&t| about(t) && !tracks.list[t].elsewhere)
        .map(|t| (most(t, &heard, all, names, opens), t))
        .filter(|(weight, _)| *weight >= MUCH)
        .collect();
    // What these talks alone are spoken of with tells them from others about the same country.
    if best.iter().any(|(_, t)| signed(*t)) {
        best.retain(|(_, t)| signed(*t));
    }
    best.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    match best.as_slice() {
        [(_, t)] => Some(*t),
        [(a, t), (b, _), ..] if a > b => Some(*t),
        _ => None,
    }
}

/// How much belongs to the time of the round that fits best.
fn most(track: usize, heard: &[Heard], all: &All, names: &Names, opens: bool) -> i32 {
    let list = &all.tracks.list[track];
    let told = all.tracks.spoken().told(track, heard);
    let sign = told.iter().any(|t| t.era == SIGN && all.leads[t.item] >= 6);
    if !opens && !sign || told.iter().any(|t| t.era == OTHER && all.leads[t.item] >= 6 || t.era == WITHOUT) {
        return 0;
    }
    let mut eras: Vec<u16> = told.iter().map(|t| t.era).filter(|e| usize::from(*e) < list.eras.len()).collect();
    eras.extend(names.eras.iter().filter(|e| usize::from(e.0) == track).map(|e| e.1));
    eras.sort_unstable();
    eras.dedup();
    let towns: Vec<&str> = towns(all, names).collect();
    // A town of these talks anywhere
    let held = |entry: EntryId| {
        let says = all.tracks.said_by(entry).iter();
        says.filter(|(t, _)| usize::from(*t) == track).any(|(_, s)| *s == Says::Place)
    };
    let more = i32::from(names.places.iter().any(|(entry, ..)| held(*entry))) + if sign { 2 } else { 0 };
    let weight = |round: &Round| -> i32 {
        let of = |e: &u16| {
            let era = &list.eras[usize::from(*e)];
            if round.end + Days::new(ECHO) < era.from { -4 } else { era_weight(era, round, &list.rounds) }
        };
        let mut of_it: Vec<i32> = eras.iter().map(of).filter(|weight| *weight != 0).collect();
        let here = || round.place.as_deref().is_some_and(|place| towns.iter().any(|town| is_in(all, place, town)));
        if of_it.iter().any(|weight| *weight > 2) && here() {
            of_it.push(TOWN);
        }
        let sum: i32 = of_it.iter().sum();
        if of_it.iter().filter(|weight| **weight > 0).count() < 2 { 0 } else { sum + more }
    };
    let near = |round: &&Round| all.date.is_none_or(|date| (-35..=45).contains(&round.distance(date)));
    list.rounds.iter().filter(near).map(weight).max().unwrap_or(0)
}

/// True for a town, or the country of it.
fn is_in(all: &All, place: &str, town: &str) -> bool {
    place == town || all.lexicon.entry(place).is_some_and(|p| p.country.as_deref() == Some(town))
}

/// Towns of talks that the headline or the first sentence names.
fn towns<'a>(all: &'a All, names: &'a Names) -> impl Iterator<Item = &'a str> {
    let opening = names.places.iter().filter(|(_, i, m)| {
        let item = &all.items[*i as usize];
        all.leads[*i as usize] >= 6 && !is_told_of(item, item.s.matches[*m as usize].first as usize)
    });
    opening.map(|(entry, ..)| all.lexicon.entries[*entry as usize].id.as_str())
}

/// True if the headline or the first sentence speaks of talks, of an envoy to them, or of a town where they are held.
fn opens(all: &All, names: &Names) -> bool {
    const TALKS: u64 = bits(&[Is::Round, Is::Meeting, Is::Talk]);
    let opening = all.items.iter().zip(all.leads).filter(|(_, lead)| **lead >= 6);
    let envoy = |m: &Match| {
        let entry = all.lexicon.entry_of(m.form);
        entry.kind == Kind::Person && all.tracks.list.iter().any(|t| t.about.contains(&entry.id))
    };
    towns(all, names).next().is_some()
        || opening.into_iter().any(|(item, _)| {
            let words = item.s.tokens.iter().filter(|t| t.kind == TokenKind::Word).map(|t| t.text(item.text));
            item.s.has & TALKS != 0 || item.s.matches.iter().any(envoy) || words.into_iter().any(is_meeting)
        })
}

/// `وقعت الحكومة والحركات`, `يوقع سلامه`, `اتفقت الدول الثلاث`, `تصافح الرجلان`
fn is_meeting(word: &str) -> bool {
    const MEET: [&str; 25] = [
        "ملتقى",
        "مفاوض",
        "متفاوض",
        "وقع",
        "وقّع",
        "يوقع",
        "يوقّع",
        "توقع",
        "توقيع",
        "اتفق",
        "يتفق",
        "تتفق",
        "التق",
        "يلتق",
        "تلتق",
        "اجتمع",
        "يجتمع",
        "تجتمع",
        "تصافح",
        "يتصافح",
        "تفاوض",
        "يتفاوض",
        "تتفاوض",
        "تباحث",
        "يتباحث",
    ];
    let mut bare = word.trim_start_matches('ل');
    while let Some(rest) = bare.strip_prefix("ال") {
        bare = rest;
    }
    let joined = ['و', 'ف', 'س'].map(|letter| word.strip_prefix(letter));
    let forms = [Some(word), Some(bare).filter(|bare| bare.len() < word.len())].into_iter().chain(joined).flatten();
    let fits = |form: &str| MEET.iter().any(|stem| form.strip_prefix(stem).is_some_and(|rest| rest.chars().count() <= 3));
    forms.into_iter().any(fits)
}
