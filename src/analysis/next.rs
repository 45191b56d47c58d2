//! What is still to come: whether a sentence tells of a future meeting.

use super::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::{Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::matcher::Match;

/// Tokens between a verb of proposing and the round that it proposes.
const NEAR: usize = 6;

/// `اقترحوا عقد الجولة المقبلة في`, `وعن الجولة المقبلة، قال إن الحكومة وافقت على عقدها`: a place or a day that one proposes or accepts for the next round.
fn proposal(v: &View) -> bool {
    let next = |c: &&Match| v.frame(c).next && v.frame(c).slot;
    if !v.s.cues.iter().any(|c| next(&c)) {
        return false;
    }
    let stance = |m: &Match| v.stance(m);
    v.s.matches.iter().any(|m| {
        let t = m.first as usize;
        let told = v.finite(m).is_some() && !v.negates(t.wrapping_sub(1)) && matches!(stance(m), Some("propose" | "agree"));
        told && v.s.cues.iter().filter(next).any(|c| {
            let behind = c.first > m.last && (c.first - m.last) as usize <= NEAR;
            let its = (m.last as usize + 1..v.len().min(m.last as usize + 4))
                .any(|k| matches!(v.raw(k), "عقدها" | "عقده" | "استضافتها"));
            (behind && stance(m) == Some("propose")) || (its && c.last < m.first)
        })
    })
}

/// `كان مقررا أن`, `كان من المفترض أن`: a sentence that opens with what was meant, and has no verb of the future behind it.
fn lapsed(v: &View) -> bool {
    let was = |t: usize| v.particle(t) == Particle::Was;
    let due = |m: &&Match| {
        v.frame(m).due && (was(m.first as usize) || (1..4).any(|k| m.first as usize >= k && was(m.first as usize - k)))
    };
    let Some(due) = v.s.cues.iter().find(due) else { return false };
    let future = |m: &Match| m.first > due.last && m.proclitics.has(Proclitics::SEEN) && v.finite(m).is_some();
    !v.s.matches.iter().any(future)
}

/// True for a sentence that tells of a meeting to come: the next round, or a verb of meeting in the future.
pub(super) fn is_next(v: &View) -> bool {
    if proposal(v) {
        return true;
    }
    // `وكان مقررا أن تنعقد الجولة في أيار، لكنها تأجلت`: what was meant, and is past.
    if lapsed(v) {
        return false;
    }
    let event = |m: &&Match| v.frame(m).event && matches!(v.shape(m), Shape::Verb { tense, .. } if tense != Tense::Perfect);
    let named = v.s.cues.iter().any(|m| v.frame(m).next);
    let Some(verb) = v.s.matches.iter().find(event) else {
        // `المحادثات المقبلة ستكون في`
        return named && v.s.tokens.iter().any(|t| ["ستكون", "سيكون"].iter().any(|w| t.is(v.text, w)));
    };
    let talks = || v.s.matches.iter().any(|m| v.frame(m).talks);
    let due = || v.s.cues.iter().any(|m| v.frame(m).due);
    let future = |m: &Match| m.proclitics.has(Proclitics::SEEN) || v.raw((m.first as usize).wrapping_sub(1)) == "سوف";
    if v.s.matches.iter().filter(event).any(future) || due() {
        // `انتهت المحادثات وستستأنف في 14 يناير`
        let resumes = |m: &Match| v.name(m) == "verb_resume" && v.s.matches.iter().any(|m| v.frame(m).round);
        return named || talks() || v.s.matches.iter().filter(event).any(resumes);
    }
    // `وتستضيف جنيف في 23 شباط مفاوضات`: a present with a date is to come; `وهي الأولى التي تنعقد منذ ديسمبر` is now.
    let relative = verb.first > 0 && matches!(v.particle(verb.first as usize - 1), Particle::Relative);
    // `انهارت الجولة قبل أن تبدأ`
    let at = verb.first as usize;
    let before = at > 1 && matches!(v.raw(at - 1), "أن" | "ان") && matches!(v.raw(at - 2), "قبل" | "وقبل" | "دون");
    !relative
        && !before
        && !v.negates((verb.first as usize).wrapping_sub(1))
        && v.s.matches.iter().any(|m| v.kind(m) == Kind::Month)
        && talks()
}
