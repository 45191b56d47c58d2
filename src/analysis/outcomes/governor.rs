//! What stands before a phrase and decides on it.

use super::phrase::{Form, Phrase};
use super::slot::takes;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;

/// Tokens over which a verb governs a verbal noun.
pub(super) const GOVERNS: usize = 30;

/// Tokens between `أي` and what is denied of it.
pub(super) const ANY: usize = 5;

/// Tokens between a pledge and who makes it.
pub(super) const OWN: usize = 3;

/// What stands before a phrase and decides on it.
#[derive(Clone, Copy)]
pub(super) enum Governor {
    Negator,
    Denial,
    Refusal,
    /// Said to be so: announced, confirmed.
    Report,
    /// Hoped, demanded, planned, tried, tied to a condition.
    Wish,
    Phrase(usize),
}

/// The nearest word before a verbal noun or an imperfect that decides on it, and its token.
pub(super) fn governor(v: &View, phrases: &[Phrase], i: usize) -> Option<(Governor, usize)> {
    let first = phrases[i].first;
    let own = v.over(first).map(|m| m.proclitics).unwrap_or_default();
    // `للتوصل إلى هدنة`: what for.
    if (own.has(Proclitics::LAM) || v.raw(first).trim_start_matches('و').starts_with("لل")) && phrases[i].form == Form::Noun {
        return Some((Governor::Wish, first));
    }
    for t in (first.saturating_sub(GOVERNS)..first).rev() {
        if matches!(v.mark(t), Some('؛' | ':' | '.')) {
            return None;
        }
        // `قبل الاتفاق على`: it has not happened. `دون تقدم أو حتى الاتفاق على موعد` is "even".
        let even = t > 0 && v.raw(t) == "حتى" && matches!(v.raw(t - 1), "أو" | "ولا" | "بل");
        if t + 1 == first && matches!(v.raw(t), "قبل" | "لحين" | "حتى") && !even {
            return Some((Governor::Wish, t));
        }
        if let Some(g) = phrases[..i].iter().rposition(|p| p.first <= t && t <= p.last) {
            // `نفذوا تعهدا بالاتفاق على`: a pledge governs nothing, nor does a phrase in a relative clause.
            if takes(v, phrases[g].entry).any(|t| t == "other") {
                continue;
            }
            if phrases[g].first > 0 && v.particle(phrases[g].first - 1) == Particle::Relative {
                continue;
            }
            // `يختلف عن هدن انهارت كلها في أنه ممهور بتوقيع الطرفين`: what became of another matter.
            let done = takes(v, phrases[g].entry).any(|t| t == "subject") && phrases[g].form == Form::Asserted;
            if done && (t + 1..first).any(|k| v.particle(k) == Particle::That) {
                return None;
            }
            return Some((Governor::Phrase(g), t));
        }
        if first - t <= OWN && wished(v, t) {
            return Some((Governor::Wish, t));
        }
        // `غير قادرة على التوصل إلى اتفاق`, `عاجز عن`: nothing has come about.
        if unable(v, t) {
            return Some((Governor::Wish, t));
        }
        let Some(m) = v.over(t) else { continue };
        let (kind, frame) = (v.kind(m), v.frame(m));
        match kind {
            // `مشاركة غير مسبوقة`: its adjective alone.
            Kind::Negator if v.raw(t) == "غير" && t + 1 < first => {}
            Kind::Negator if modal(v, t) => return Some((Governor::Wish, t)),
            Kind::Negator if any_such(v, t) => return Some((Governor::Wish, t)),
            Kind::Negator if denies(v, t) => return Some((Governor::Denial, m.first as usize)),
            Kind::Negator => return Some((Governor::Negator, t)),
            Kind::Connective => match v.role(m) {
                Some("contrast") => return None,
                Some("condition") => return Some((Governor::Wish, t)),
                Some("purpose") => return Some((Governor::Wish, t)),
                _ => {}
            },
            // تعهدا is a noun far more often than a dual.
            Kind::Verb if matches!(v.shape(m), Shape::Verb { person: Person::Both, .. }) && v.stance(m).is_some() => {}
            Kind::Verb => {
                if t > 0 && v.particle(t - 1) == Particle::Relative {
                    continue;
                }
                // `أبلغت الوسطاء موافقتها على`
                let informs =
                    informs(v, t) && takes(v, phrases[i].entry).any(|t| t == "masdar") && !v.raw(first).starts_with('ب');
                // `أبلغته بموافقة النظام على هدنة`: whose consent that is, nobody has announced.
                let passed = self::informs(v, t) && v.raw(first).starts_with('ب');
                let governor = match v.stance(m) {
                    _ if passed => Some(Governor::Wish),
                    _ if informs => Some(Governor::Report),
                    Some("deny") => Some(Governor::Denial),
                    Some("reject") => Some(Governor::Refusal),
                    Some("announce" | "affirm" | "confirm" | "reveal" | "welcome") => Some(Governor::Report),
                    Some("hope" | "demand" | "ask" | "propose" | "warn" | "expect" | "threaten" | "promise") => {
                        Some(Governor::Wish)
                    }
                    _ if frame.purpose => Some(Governor::Wish),
                    _ => None,
                };
                // `لم تعلن الوساطة تعليق المحادثات`: nobody says so.
                let unsaid = m.first > 0 && v.negates(m.first as usize - 1);
                let governor = governor.map(|g| if unsaid && matches!(g, Governor::Report) { Governor::Wish } else { g });
                if let Some(governor) = governor {
                    return Some((governor, m.first as usize));
                }
                if v.finite(m).is_some() && first - t > 4 {
                    return None;
                }
            }
            // `نجاح جهود الوسطاء في`: what succeeded are the efforts, and what they were for.
            Kind::Term if frame.purpose && t > 0 && phrases[..i].iter().any(|p| p.last + 1 == t) => {}
            Kind::Term if frame.purpose => return Some((Governor::Wish, t)),
            _ => {}
        }
        if m.ending == Ending::None && kind == Kind::Time && matches!(v.raw(t), "بعد" | "عقب") && first - t == 1 {
            return Some((Governor::Report, t));
        }
    }
    None
}

/// `أبلغت الحكومة الوسطاء موافقتها على`
pub(super) fn informs(v: &View, t: usize) -> bool {
    v.over(t).is_some_and(|m| v.name(m) == "verb_inform")
}

/// True for a word by which somebody is unable to do what stands behind it: `غير قادر`, `عاجزة`.
fn unable(v: &View, t: usize) -> bool {
    let bare = v.raw(t).trim_start_matches("ال");
    let able = matches!(bare, "قادر" | "قادرة" | "قادرين" | "قادرون" | "قادران");
    let not = t > 0 && (v.raw(t - 1) == "غير" || v.raw(t - 1).starts_with("ليس") || v.negates(t - 1));
    able && not || matches!(bare, "عاجز" | "عاجزة" | "عاجزان" | "عاجزين" | "عاجزون" | "عاجزا" | "عاجزاً")
}

/// True for a noun that says of a verbal noun behind it that it has not come about: `ضرورة الاتفاق`, `احتمال التوصل إلى`.
fn wished(v: &View, t: usize) -> bool {
    let wish = |entry: EntryId| v.lexicon.role(entry) == Some("wish");
    // `للمبادرة`: as it is written without its article.
    let bare = v.raw(t).trim_start_matches('و').trim_start_matches("لل");
    v.s.cues.iter().any(|c| c.first as usize == t && wish(v.id(c)))
        || [v.raw(t), bare].iter().any(|word| v.lexicon.written_as(word).any(|f| wish(f.entry)))
}

/// `أن أي حل لا يبدأ بالتوافق على`: what is said of anything of the kind has not happened.
fn any_such(v: &View, t: usize) -> bool {
    let any = |k: usize| matches!(v.raw(k), "أي" | "أية" | "كل") && k > 0 && v.particle(k - 1) == Particle::That;
    (t.saturating_sub(ANY)..t).rev().take_while(|&k| v.mark(k).is_none_or(|_| v.is_quote(k))).any(any)
}

/// True for a negator that says what cannot or must not be: nothing has happened.
pub(super) fn modal(v: &View, t: usize) -> bool {
    v.over(t).is_some_and(|m| v.kind(m) == Kind::Negator && v.role(m) == Some("modal"))
}

/// True for a negator by which somebody denies a report: `لا صحة لما تردد عن`.
pub(super) fn denies(v: &View, t: usize) -> bool {
    v.over(t).is_some_and(|m| v.stance(m) == Some("deny"))
}
