//! What is told as known, or as no news: what was before, what is spoken of, what hangs on a condition.

use super::governor::{GOVERNS, OWN};
use super::phrase::{Form, Phrase};
use super::slot::{own_slot, takes};
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::inflect::Tense;
use crate::glossary::cue::Is;
use crate::glossary::matcher::Match;

/// Tokens between كان and the verb of what had happened, and between a failure and what failed.
pub(super) const HAD: usize = 16;

/// True where كان makes the phrase tell of what had happened before: `وكان الطرفان قد اتفقا`. An unfinished `كان من المقرر` is no such thing.
pub(super) fn had(v: &View, t: usize) -> bool {
    let ends = |k: &usize| matches!(v.mark(*k), Some('؛' | ':' | '.')) || matches!(v.particle(*k), Particle::That);
    let was = (0..t).rev().take_while(|k| !ends(k)).find(|&k| v.particle(k) == Particle::Was);
    was.is_some_and(|k| {
        let near = t - k <= HAD;
        let opens = (0..k).all(|b| v.mark(b).is_some() || v.connective(b).is_some());
        let already = (k + 1..t).any(|b| v.particle(b) == Particle::Already);
        let first = v.s.matches.iter().find(|m| m.first as usize > k && v.finite(m).is_some());
        let perfect = already || first.is_some_and(|m| matches!(v.finite(m), Some((Tense::Perfect, _))) && m.first as usize <= t);
        !v.negates(k.wrapping_sub(1)) && ((already && (near || opens)) || (opens && near)) && perfect
    })
}

/// `سبق أن اتفق الطرفان على`, `سبق للوفدين أن اتفقا على`: what was before.
pub(super) fn before_now(v: &View, t: usize) -> bool {
    let before = |k: usize| {
        v.connective(k).is_some_and(|(m, _)| v.name(m) == "conn_had_previously") || v.raw(k).trim_start_matches('و') == "سبق"
    };
    let near = (t.saturating_sub(OWN + 2)..t).rev().take_while(|&k| v.mark(k).is_none()).find(|&k| before(k));
    near.is_some_and(|k| !v.negates(k.wrapping_sub(1)))
}

/// `منذ أن وقع الطرفان الهدنة`: what is known already.
pub(super) fn since(v: &View, t: usize) -> bool {
    let of = |t: usize| matches!(v.s.classes.get(t).map(|c| c.is), Some(Is::Since));
    t > 1 && v.particle(t - 1) == Particle::That && of(t - 2)
}

/// `الجولة التي تأجلت مرتين`, `بعدما أرجئت الجولة`: talks that were put off before, and are held.
pub(super) fn put_off_before(v: &View, p: &Phrase) -> bool {
    let moved = || own_slot(v, p.entry).is_some_and(|slot| v.lexicon.role(slot) == Some("postponement"));
    let Some(before) = p.first.checked_sub(1).filter(|_| p.form == Form::Asserted && moved()) else { return false };
    let after = matches!(v.raw(before).trim_start_matches(['و', 'ف']), "بعدما" | "عقبما")
        || v.particle(before) == Particle::That
            && matches!(before.checked_sub(1).map(|t| v.raw(t).trim_start_matches('و')), Some("بعد" | "عقب" | "منذ"));
    after || v.particle(before) == Particle::Relative && counted(v, p.last + 1)
}

/// `مرتين`, `ثلاث مرات`, `أكثر من مرة` at token `t`: how often, and not what.
pub(super) fn counted(v: &View, t: usize) -> bool {
    let times = |k: usize| matches!(v.raw(k), "مرة" | "مرتين" | "مرات" | "مرارا" | "مراراً" | "مرارًا");
    (t..t + OWN).any(times)
}

/// `وتأتي الجولة بعد لقاء في جنيف لم يحقق أي تقدم`: what was before.
pub(super) fn comes_after(v: &View, t: usize) -> bool {
    let comes = |c: &Match| c.first == 0 && v.role(c) == Some("comes");
    v.s.cues.iter().any(comes) && (1..t).any(|k| matches!(v.raw(k), "بعد" | "عقب" | "غداة" | "إثر") && v.mark(k).is_none())
}

/// `قال إن الاتفاق على الهدنة ما زال ممكنا`: a verbal noun right behind the particle is what something is said of. Only a verb that completes it tells that it came about.
pub(super) fn topic(v: &View, p: &Phrase) -> bool {
    let noun = p.first == p.last || takes(v, p.entry).any(|t| t == "masdar");
    if p.form != Form::Noun || !noun || p.first == 0 || v.particle(p.first - 1) != Particle::That {
        return false;
    }
    let done = |t: usize| matches!(v.raw(t), "تم" | "تمّ" | "جرى" | "حصل" | "أنجز");
    !(p.last + 1..v.len().min(p.last + GOVERNS)).take_while(|&t| !matches!(v.mark(t), Some('،' | '.' | '؛'))).any(done)
}

/// True where a condition stands before the token in its clause.
pub(super) fn conditional(v: &View, t: usize) -> bool {
    (0..t)
        .rev()
        .take_while(|&k| !matches!(v.mark(k), Some('،' | '؛' | '.' | ':')))
        .any(|k| v.connective(k).is_some_and(|(_, role)| role == "condition"))
}
