//! Talks that an article does not name: its opening speaks of talks, it is about the conflict, and what it tells belongs to the time of one round.

use chrono::NaiveDate;

use super::Item;
use super::days::era_weight;
use crate::glossary::cue::{Is, bits};
use crate::round::spoken::Heard;
use crate::round::subject::Names;
use crate::round::tracks::{Round, Tracks};

/// As if the talks were named once, and not in the opening.
pub(super) const NAMED: i32 = 4;
/// So much must belong to the time of the round, and no single thing may be all of it.
const MUCH: i32 = 6;

/// The track.
pub(super) fn track(items: &[Item], leads: &[i32], names: &Names, tracks: &Tracks, date: Option<NaiveDate>) -> Option<usize> {
    const TALKS: u64 = bits(&[Is::Round, Is::Meeting, Is::Talk]);
    let about = |t: usize| names.about[t] >= 4 && names.about[t] > names.elsewhere;
    let opens = || items.iter().zip(leads).any(|(item, lead)| *lead >= 6 && (item.s.has & TALKS != 0 || is_signed(item)));
    if !(0..tracks.list.len()).any(about) || !opens() {
        return None;
    }
    let heard = tracks.spoken().heard(items, leads);
    let mut best: Vec<(i32, usize)> = (0..tracks.list.len())
        .filter(|&t| about(t) && !tracks.list[t].elsewhere)
        .map(|t| (most(t, &heard, names, tracks, date), t))
        .filter(|(weight, _)| *weight >= MUCH)
        .collect();
    best.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    match best.as_slice() {
        [(_, t)] => Some(*t),
        [(a, t), (b, _), ..] if a > b => Some(*t),
        _ => None,
    }
}

/// How much belongs to the time of the round that fits best.
fn most(track: usize, heard: &[Heard], names: &Names, tracks: &Tracks, date: Option<NaiveDate>) -> i32 {
    let list = &tracks.list[track];
    let mut eras: Vec<u16> =
        tracks.spoken().told(track, heard).iter().map(|t| t.era).filter(|e| usize::from(*e) < list.eras.len()).collect();
    eras.extend(names.eras.iter().filter(|e| usize::from(e.0) == track).map(|e| e.1));
    eras.sort_unstable();
    eras.dedup();
    let weight = |round: &Round| -> i32 {
        let of = |e: &u16| {
            let era = &list.eras[usize::from(*e)];
            if round.end < era.from { -4 } else { era_weight(era, round) }
        };
        let of_it: Vec<i32> = eras.iter().map(of).filter(|weight| *weight != 0).collect();
        if of_it.iter().filter(|weight| **weight > 0).count() < 2 { 0 } else { of_it.iter().sum() }
    };
    let near = |round: &&Round| date.is_none_or(|date| (-35..=45).contains(&round.distance(date)));
    list.rounds.iter().filter(near).map(weight).max().unwrap_or(0)
}

/// `وقعت الحكومة والحركات`, `يوقع سلامه`
fn is_signed(item: &Item) -> bool {
    item.s.tokens.iter().any(|t| {
        matches!(
            t.text(item.text).trim_start_matches('و'),
            "قعت" | "قّعت" | "قع" | "قّع" | "يوقع" | "يوقّع" | "توقع" | "توقيع" | "التوقيع"
        )
    })
}
