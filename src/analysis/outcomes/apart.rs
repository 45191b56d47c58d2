//! What parts a phrase from the slot it could be about: marks, clauses, purposes; and what does not.

use super::phrase::Phrase;
use super::slot::{APART, BEHIND, names};
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Shape;
use crate::glossary::cue::Is;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens between two commas around a day or a place.
const ASIDE: usize = 7;

/// `وقعوا، ليل السبت، في مدينة جدة، اتفاقاً`: each comma but the last opens a day or a place.
fn enclosing(v: &View, commas: &[usize]) -> bool {
    let [opening @ .., _] = commas else { return false };
    !opening.is_empty() && opening.iter().all(|&c| circumstance(v, c + 1))
}

/// A day, a time or a place begins at token `t`.
pub(super) fn circumstance(v: &View, t: usize) -> bool {
    matches!(v.kind_at(t), Some(Kind::Weekday | Kind::Time | Kind::Month))
        || matches!(v.particle(t), Particle::Takes(Takes::IN) | Particle::Adjunct)
        || v.at(t).is_some_and(|m| v.kind(m) == Kind::Place && m.proclitics.has(Proclitics::BEH))
        || v.connective(t).is_some_and(|(_, role)| role == "time")
        || (v.s.classes.get(t).is_some_and(|c| c.is == Is::Part))
}

/// True where a mark or a contrast parts two tokens. A comma inside a list of names does not.
pub(super) fn parted(v: &View, from: usize, to: usize) -> bool {
    apart(v, (from, to), false)
}

/// The same for a slot that the phrase names: `وقع الوفدان، طرفا النزاع، مساء الخميس، اتفاقاً` is one clause.
pub(super) fn parted_from(v: &View, p: &Phrase, m: &Match) -> bool {
    apart(v, (p.last + 1, m.first as usize), names(v, p.entry, v.id(m)))
}

/// `عقد ما سمي "مؤتمر الحوار"`: a name in the place of its noun.
fn so_called(v: &View, t: usize) -> bool {
    v.raw(t) == "ما" && matches!(v.raw(t + 1), "سمي" | "يسمى" | "سمته" | "يعرف" | "عرف")
}

/// True where no verb stands between two tokens, and nothing that opens a clause.
fn one_clause(v: &View, from: usize, to: usize) -> bool {
    !(from..to).any(|t| v.particle(t) == Particle::That || v.at(t).is_some_and(|m| v.finite(m).is_some() || v.frame(m).reports))
}

fn apart(v: &View, (from, to): (usize, usize), named: bool) -> bool {
    // `وقعت الأطراف، الخميس، على الاتفاق`: a pair of commas around a few words parts nothing.
    let commas: Vec<usize> = (from..to).filter(|&t| matches!(v.mark(t), Some('،' | ','))).collect();
    let aside =
        matches!(commas.as_slice(), [a, b] if b - a <= ASIDE) || enclosing(v, &commas) || named && one_clause(v, from, to);
    // `لم يتقرر ما إذا كانت`
    let whether = |t: usize| v.raw(t) == "إذا" && v.raw(t.wrapping_sub(1)) == "ما";
    (from..to).any(|t| {
        (matches!(v.mark(t), Some('،' | ',')) && !aside)
            || matches!(v.mark(t), Some('؛' | ':' | '.'))
            || (v.connective(t).is_some_and(|(_, role)| matches!(role, "contrast" | "background" | "condition")) && !whether(t))
            || (matches!(v.particle(t), Particle::After | Particle::Relative) && !whether(t + 1) && !so_called(v, t))
            || v.at(t).is_some_and(|m| v.frame(m).purpose || (m.proclitics.has(Proclitics::LAM) && v.shape(m) == Shape::Masdar))
            // `للوصول إلى اتفاق`: what for.
            || (v.raw(t).starts_with("لل") && matches!(v.raw(t + 1), "إلى" | "الى"))
    })
}

/// True where a slot at `to` can be the object of a phrase that ends before `from`: a subject may stand between them, and behind the preposition a word or two
/// (`على تشكيل لجنة`). `اتفقوا على مجموعة تتولى مراقبة الهدنة` is no agreement on a truce.
pub(super) fn touches(v: &View, from: usize, to: usize) -> bool {
    let preposition =
        (from..to).rev().find(|&t| matches!(v.particle(t), Particle::Takes(p) if p != Takes::FROM && p != Takes::FOR));
    // ب and ل stand on the word itself.
    let tied = (from..to).rev().find(|&t| v.over(t).is_some_and(|m| m.proclitics.has(Proclitics::BEH)));
    match preposition.map(|t| t + 1).max(tied) {
        Some(t) => to - t <= BEHIND,
        None => to - from <= APART,
    }
}
