//! What a phrase or slot is more closely about: whom a release is of, what a proposal is for, with whom a document is, whether it tells of a battle.

use super::phrase::Phrase;
use super::slot::APART;
use crate::analysis::statements::view::{Particle, View};
use crate::glossary::cue::Is;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between two slots of one list.
pub(super) const LIST: usize = 8;
/// Tokens between a release and those who are released.
pub(super) const WHOM: usize = 5;
/// Tokens between a proposal and what is proposed.
const PROPOSED: usize = 4;

/// `الإفراج عن نصف المحتجزين`, `الإفراج عن 191 أسيراً`: the slot that names whom, where the words behind do.
pub(super) fn released(v: &View, slot: EntryId, from: usize) -> Option<EntryId> {
    let general = &v.lexicon.entries[slot as usize];
    let counted = general.role.as_deref() == Some("counted");
    if general.id != "release_general" && !counted {
        return None;
    }
    // `تبادل نحو ألف أسير`: a number stands before whom.
    if counted
        && !(from..v.len().min(from + 2)).any(|t| {
            matches!(
                v.s.classes.get(t).map(|c| c.is),
                Some(Is::About | Is::More | Is::One | Is::Ten | Is::Tens | Is::Hundred | Is::Scale | Is::ScalePlural | Is::Half)
            ) || v.raw(t).starts_with(|c: char| c.is_ascii_digit())
        })
    {
        return None;
    }
    let whom = (from..v.len().min(from + WHOM)).take_while(|&t| v.mark(t).is_none()).find_map(|t| {
        let entry = v
            .at(t)
            .map(|m| v.entry(m))
            .filter(|e| matches!(e.kind, Kind::Unit | Kind::Term) && !e.id.starts_with("quantity_"))?;
        Some(entry.plural.as_deref().unwrap_or(&entry.en.preferred))
    })?;
    let whom = format!("{} of {whom}", general.en.preferred);
    let named = |e: &Entry| e.en.preferred == whom || e.en.admitted.contains(&whom);
    let mut slots = (0..).zip(&v.lexicon.frames).filter(|(_, frame)| frame.slot).map(|(number, _)| number);
    slots.find(|&number: &EntryId| named(&v.lexicon.entries[number as usize]))
}

/// `أما الجولة المقبلة فوافقت الحكومة على عقدها`: the next round, named before.
pub(super) fn its_holding(v: &View, from: usize) -> Option<EntryId> {
    let its = matches!(v.raw(from), "عقدها" | "عقده" | "استضافتها" | "استضافته" | "انعقادها" | "انعقاده");
    let next = v.s.cues.iter().rev().find(|c| v.frame(c).next && v.frame(c).slot && (c.last as usize) < from);
    // `انتهت مدة الهدنة ولم يتفقوا على تمديدها`
    let longer = matches!(v.raw(from), "تمديدها" | "تجديدها" | "تمديده" | "تجديده");
    if longer && truce_before(v, from) {
        return v.lexicon.number("truce_extension");
    }
    next.filter(|_| its).map(|c| v.id(c))
}

/// True where a truce or a ceasefire is named before token `t`.
pub(super) fn truce_before(v: &View, t: usize) -> bool {
    let truce = |c: &Match| {
        let e = v.entry(c);
        e.kind == Kind::Slot && (e.affiliation.as_deref() == Some("ceasefire_slot") || e.id == "ceasefire_slot")
    };
    v.s.cues.iter().any(|c| (c.last as usize) < t && truce(c))
}

/// True for the holding of something that a verb of proposing governs.
pub(super) fn proposed(v: &View, p: &Phrase) -> bool {
    (p.first.saturating_sub(PROPOSED)..p.first).rev().take_while(|&t| v.mark(t).is_none()).any(|t| {
        v.at(t).is_some_and(|m| v.finite(m).is_some() && v.stance(m) == Some("propose")) && !v.negates(t.wrapping_sub(1))
    })
}

/// True where a front or a battle stands near the phrase (role `battle`), or before it in its sentence with no talks between (`كسروا زحفا على البلدة، دون أن يحرز المهاجمون أي تقدم`).
pub(super) fn in_battle(v: &View, p: &Phrase) -> bool {
    let near = p.first.saturating_sub(APART)..p.last + LIST + APART;
    let talks = |from: usize, to: usize| {
        v.s.matches.iter().any(|m| (from..to).contains(&(m.first as usize)) && (v.frame(m).talks || v.frame(m).round))
    };
    let battle = |c: &&Match| v.role(c) == Some("battle");
    let before = |c: &&Match| (c.last as usize) < p.first && !talks(c.last as usize + 1, p.last + LIST);
    v.s.cues.iter().filter(battle).any(|c| near.contains(&(c.first as usize)) || before(&c))
}

/// `اتفاقاً مع الحركة لتبادل الأسرى`: with whom, between a document and its matter.
pub(super) fn with_whom(v: &View, from: usize, to: usize) -> bool {
    let small =
        |t: usize| v.mark(t).is_none() && v.at(t).is_none_or(|m| v.finite(m).is_none()) && v.particle(t) == Particle::None;
    matches!(v.raw(from), "مع" | "بين" | "برعاية" | "بوساطة") && to - from <= LIST && (from + 1..to).all(small)
}

/// `التوصل إلى اتفاق شامل لوقف إطلاق النار`: an adjective between an agreement and what it is about.
pub(super) fn qualified(v: &View, p: &Phrase, slot: usize) -> bool {
    let adjective = v.raw(p.last + 1);
    slot == p.last + 2
        && v.raw(p.last).trim_start_matches('ل').starts_with("اتفاق")
        && v.mark(p.last + 1).is_none()
        && v.particle(p.last + 1) == Particle::None
        && v.at(p.last + 1).is_none_or(|m| m.proclitics.is_none() && v.finite(m).is_none())
        && !adjective.starts_with('و')
}
