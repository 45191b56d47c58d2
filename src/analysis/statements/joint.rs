//! How a verb is joined to what stands before it, and the subject that stands there.

use super::Who;
use super::body;
use super::content;
use super::holder::part;
use super::memory::Memory;
use super::speaker::{Phrase, phrase};
use super::unknown::{before_verb, name_before};
use super::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Tells;
use crate::glossary::matcher::Match;

/// How far a verb may stand behind its subject when كان announces it.
const GAP: usize = 14;
/// How much may hang on a source that is not named: `مسؤولين حضروا الجلسة`.
const HANGS: usize = 6;

/// How a verb is joined to what stands before it.
pub(super) struct Joint {
    /// It begins a clause.
    pub(super) fresh: bool,
    pub(super) was: bool,
    pub(super) negated: bool,
    /// First token of the verb group (كان, قد, لم).
    pub(super) group: usize,
}

/// How the verb at token `t` is joined; `None` where it cannot be the verb of a main clause.
pub(super) fn joint(v: &View, t: usize) -> Option<Joint> {
    let mut out = Joint { fresh: true, was: false, negated: false, group: t };
    let mut at = t;
    loop {
        let Some(before) = at.checked_sub(1) else { return Some(out) };
        if let Some((m, role)) = v.connective(before) {
            let that = m.first == m.last && v.particle(before) == Particle::That;
            // كان قد is a connective of background: كان is in it.
            out.was |= role == "background" && matches!(v.particle(m.first as usize), Particle::Was);
            if out.was {
                out.group = m.first as usize;
                at = out.group;
                if at == 0 {
                    return Some(out);
                }
                out.fresh = v.mark(at - 1).is_some() || v.connective(at - 1).is_some();
                return Some(out);
            }
            // `كان له رأي آخر، إذ قال إن`: the clause is his who stands before.
            let as_he = matches!(v.raw(before), "إذ" | "حيث")
                && v.at(t).is_some_and(|m| {
                    matches!(v.finite(m), Some((Tense::Perfect, _)))
                        && m.ending == Ending::None
                        && matches!(v.stance(m), Some("say" | "affirm" | "add" | "note" | "announce" | "stress"))
                });
            if as_he {
                out.group = before;
                return Some(out);
            }
            return (!v.frame(m).subordinates && !that && v.frame(m).tells != Tells::According).then_some(out);
        }
        if v.is_quote(before) {
            at = before;
            continue;
        }
        // `و أشار`: with a blank.
        if v.raw(before) == "و" && v.mark(before).is_none() {
            at = before;
            out.group = before;
            continue;
        }
        if v.mark(before).is_some() {
            return Some(out);
        }
        if v.negates(before) {
            out.negated = true;
            at = v.over(before).map_or(before, |m| m.first as usize);
            out.group = at;
            continue;
        }
        match v.particle(before) {
            // `ومما قاله X أن`
            Particle::Relative | Particle::None
                if before == 0 && matches!(v.raw(0), "ومما" | "مما") && v.raw(t).ends_with(['ه', 'ا']) =>
            {
                return Some(out);
            }
            Particle::That | Particle::Relative | Particle::After | Particle::Takes(_) => return None,
            Particle::Was | Particle::Already => {
                out.was |= v.particle(before) == Particle::Was;
                at = before;
                out.group = at;
            }
            _ => {
                out.fresh = false;
                return Some(out);
            }
        }
    }
}

/// True for a finite verb that opens the main clause: someone speaks here, even if it cannot be read who.
pub(super) fn main(v: &View, m: &Match) -> bool {
    v.finite(m).is_some()
        && joint(v, m.first as usize)
            .is_some_and(|j| j.fresh && (0..j.group).all(|k| v.mark(k).is_some() || v.connective(k).is_some()))
}

#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub(super) phrase: Phrase,
    pub(super) adjacent: bool,
}

/// The subject that stands before the verb at `t`: at the start of the sentence or of its last part.
pub(super) fn before(v: &View, t: usize, joint: &Joint, memory: &Memory) -> Option<Subject> {
    let comma = (0..joint.group.saturating_sub(1)).rev().find(|&k| matches!(v.mark(k), Some('،' | ',' | '؛')));
    // `غير أن الدول الكبرى أعلنت`: no comma.
    let contrast = (1..joint.group).rev().find_map(|k| {
        v.connective(k)
            .filter(|(m, role)| *role == "contrast" && m.first as usize > comma.unwrap_or(0))
            .map(|(m, _)| m.last as usize + 1)
    });
    let dash = content::reported_from(v);
    let starts = [dash.or(Some(0)), comma.map(|c| c + 1), contrast];
    for start in starts.into_iter().flatten() {
        let (mut at, mut was) = (start, joint.was);
        while at < t {
            if let Some((m, _)) = v.connective(at) {
                // `وبحسب الوكالة قالت الوزارة إن`: who passes it on.
                if v.frame(m).tells == Tells::According {
                    break;
                }
                was |= v.particle(m.first as usize) == Particle::Was;
                at = m.last as usize + 1;
            } else if let Some(m) = v.at(at).filter(|m| v.frame(m).light && v.finite(m).is_some()) {
                // `مضى X يقول إن`, `عاد X ليؤكد`
                at = m.last as usize + 1;
            } else if v.mark(at).is_some() || matches!(v.particle(at), Particle::Was | Particle::Already) {
                was |= v.particle(at) == Particle::Was;
                at += 1;
            } else {
                break;
            }
        }
        if at >= t {
            continue;
        }
        // `وفي شأن إدلب، تعهدت الدول`, `وفيما يخص البلدة، حمّل المتحدث`: what it is about.
        let about = at > 0
            && ["شأن", "يخص", "تخص", "بشأن", "حول", "بخصوص", "خصوص", "حيال", "إزاء", "صعيد", "ملف", "مستوى", "جبهة", "هامش"]
                .contains(&v.raw(at - 1).trim_start_matches('و'));
        if about && v.mark(at - 1).is_none() {
            continue;
        }
        // `ليبيا – نفى رئيس المجلس وجود خلاف`: where the report comes from.
        if dash.is_some_and(|dash| at < dash) {
            continue;
        }
        // `رداً على سؤال حول القوات، قال X`: what a preposition governs is no subject.
        if at > 0 && matches!(v.particle(at - 1), Particle::Takes(_) | Particle::Adjunct) {
            continue;
        }
        let office = phrase(v, at).filter(|p| p.next <= joint.group).map(|p| before_verb(v, p, joint.group));
        let office_end = office.map_or(at, |p| p.next);
        let office = office.map(|p| if at == start { named_before(v, p) } else { p });
        let Some(phrase) = office.or_else(|| name_before(v, memory, at, joint.group)) else { continue };
        // A name before its office ends with it.
        let past = if phrase.next < at { office_end } else { hanging(v, &phrase) };
        let gap = (past..joint.group)
            .filter(|&k| {
                v.mark(k).is_none()
                    && v.connective(k).is_none_or(|(_, role)| !matches!(role, "attribution" | "turn"))
                    && !v.kind_at(k).is_some_and(|k| matches!(k, Kind::Weekday | Kind::Time))
            })
            .count();
        // `عضو في الوفد، لم يشأ أن يذكر اسمه، أنكر`: a clause between two commas.
        let comma = |k: usize| matches!(v.mark(k), Some('،' | ','));
        let aside = comma(phrase.next)
            && comma(joint.group.wrapping_sub(1))
            && joint.group - phrase.next <= GAP
            && (v.negates(phrase.next + 1)
                || v.particle(phrase.next + 1) == Particle::Relative
                // `مسؤولاً حكومياً، طلب عدم الكشف عن هويته، قال`
                || matches!(phrase.who, Who::Source(_)) && v.at(phrase.next + 1).is_some_and(|m| v.finite(m).is_some()));
        // `أما الائتلاف المعارض في الداخل فاستخف`
        let amma = at.checked_sub(1).is_some_and(|k| matches!(v.raw(k), "أما" | "وأما"))
            && v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::FEH))
            && gap <= GAP;
        // `لكن وزارة الدفاع الأميركية (البنتاغون) شككت في`
        let bracket = v.mark(phrase.next) == Some('(') && v.mark(joint.group - 1) == Some(')');
        let gap = if aside || amma || bracket { 0 } else { gap };
        // `رفع رئيس الوفد التهاني لرئيس اللجنة، ورئيس المجلس فلان، وقال إن`: a verb with و goes on; its subject is no noun right before it.
        let goes_on = v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::WAW)) && joint.group == t && !was && at > 0;
        if goes_on && v.at(at).is_some_and(|m| m.proclitics.has(Proclitics::WAW)) {
            continue;
        }
        // `وكان الوفد انسحب قائلاً إن الحركة ترفض`: the clause is another's.
        if gap > 0 && (past..joint.group).any(|k| v.particle(k) == Particle::That) {
            continue;
        }
        if gap == 0 || (was && gap <= GAP) {
            return Some(Subject { phrase, adjacent: gap == 0 });
        }
    }
    None
}

/// `وكان فلان الفلاني، رئيس الحكومة، قد أكد`: the office behind a name that no entry knows is its own, whoever else held one.
fn named_before(v: &View, p: Phrase) -> Phrase {
    let comma = p.first.wrapping_sub(1);
    let office = matches!(p.who, Who::Office(_)) && matches!(v.mark(comma), Some('،' | ','));
    let opens =
        |t: usize| t == 0 || v.mark(t - 1).is_some() || v.particle(t - 1) == Particle::Was || v.connective(t - 1).is_some();
    let first = (0..comma.min(v.len())).rev().take_while(|&t| part(v, t)).last().filter(|_| office);
    match first.filter(|&t| (2..=4).contains(&(comma - t)) && opens(t)) {
        Some(first) => {
            let role = (v.start(p.first), v.end(p.next - 1));
            Phrase { first, next: comma, who: Who::Words, head: p.first, role, ..p }
        }
        None => p,
    }
}

/// The token behind what hangs on a source that is not named: `مسؤولا مشاركا في المحادثات`.
fn hanging(v: &View, p: &Phrase) -> usize {
    let part =
        |t: usize| v.raw(t).trim_end_matches('ً').ends_with('ا') && v.at(t).is_some_and(|m| v.shape(m) == Shape::Participle);
    // `دبلوماسياً مطلعاً على المحادثات أكد`: a participle that no entry knows, with its preposition.
    let knows = |t: usize| {
        let word = v.raw(t).trim_end_matches('ً');
        word.starts_with('م') && word.ends_with('ا') && matches!(v.particle(t + 1), Particle::Takes(_))
    };
    // `مصادر مقربة من دوائر القرار قالت إن`
    let knows = |t: usize| knows(t) || body::listed(v, t, "near") && matches!(v.particle(t + 1), Particle::Takes(_));
    // The office may have taken the participle for an adjective.
    let knows = |t: usize| knows(t) || t > 0 && knows(t - 1);
    let hangs =
        matches!(p.who, Who::Source(_)) && (matches!(v.particle(p.next), Particle::Takes(_)) || part(p.next) || knows(p.next));
    let end = (p.next..v.len().min(p.next + HANGS)).find(|&t| v.mark(t).is_some() || knows(p.next) && verb_of_speech(v, t));
    end.filter(|_| hangs).unwrap_or(p.next)
}

/// True for a finite reporting verb without a conjunction.
fn verb_of_speech(v: &View, t: usize) -> bool {
    v.at(t).is_some_and(|m| v.frame(m).reports && v.finite(m).is_some() && m.proclitics.is_none())
}

/// The token behind the comma of `…، لكن فلاناً قال إن`, where a connective turns to another before the verb at `group`.
pub(super) fn turned_to(v: &View, group: usize) -> Option<usize> {
    let mut commas = (1..group).rev().filter(|&k| matches!(v.mark(k), Some('،' | ',' | '؛')));
    let comma = commas.next()?;
    let turns = |t: usize| v.connective(t).is_some_and(|(m, role)| role == "contrast" || v.frame(m).turns || v.raw(t) == "أما");
    // `، لكن فلاناً الفلاني، عضو الوفد، قال`, `؛ إلا أن مسؤولاً، لم يُذكر اسمه، نفى`: behind what stands between two commas.
    let aside = (comma + 1 == group).then(|| (commas.next(), commas.next()));
    if let Some((Some(opens), Some(before))) = aside
        && turns(before + 1)
        && comma - opens <= GAP
    {
        return Some(before + 1);
    }
    turns(comma + 1).then_some(comma + 1)
}

/// The subject behind a turn (at `from`), with what hangs on it: `لكن مسؤولين حضروا الجلسة قالوا`.
pub(super) fn behind_turn(v: &View, from: usize, joint: &Joint) -> Option<Subject> {
    let at = v.connective(from).map(|(m, _)| m.last as usize + 1)?;
    let at = at + usize::from(matches!(v.raw(at), "زميله" | "زميلها"));
    let phrase = phrase(v, at).filter(|p| p.next <= joint.group).map(|p| before_verb(v, p, joint.group))?;
    let gap = joint.group - phrase.next;
    let source = matches!(phrase.who, Who::Source(_));
    let hangs = v.at(phrase.next).is_some_and(|m| v.finite(m).is_some()) || matches!(v.particle(phrase.next), Particle::Takes(_));
    let comma = |k: usize| matches!(v.mark(k), Some('،' | ','));
    // `لكن مسؤولاً، لم يُذكر اسمه، نفى`
    let aside = comma(phrase.next) && comma(joint.group - 1) && gap <= GAP;
    (gap == 0 || aside || (source && hangs && gap <= HANGS)).then_some(Subject { phrase, adjacent: gap == 0 })
}

/// True where nothing but an adverbial stands before the verb at `group`, with its comma: `وردا على سؤال الصحافيين، نفت أن`.
pub(super) fn adverbial(v: &View, group: usize) -> bool {
    // `وعن مستقبل الهدنة قال إن`, `وردا على سؤال أكد أن`
    if matches!(
        v.raw(0),
        "وعن"
            | "عن"
            | "وحول"
            | "حول"
            | "وبشأن"
            | "بشأن"
            | "وبخصوص"
            | "بخصوص"
            | "وتعليقا"
            | "تعليقا"
            | "وتعليقاً"
            | "تعليقاً"
            | "وردا"
            | "ردا"
            | "ورداً"
            | "رداً"
            | "بالنسبة"
            | "وبالنسبة"
    ) && group > 1
    {
        return true;
    }
    let opens =
        matches!(v.particle(0), Particle::Takes(_) | Particle::Adjunct) || matches!(v.raw(0), "ردا" | "وردا" | "رداً" | "ورداً");
    opens
        && group > 1
        && matches!(v.mark(group - 1), Some('،' | ','))
        && !(0..group).any(|t| v.at(t).is_some_and(|m| v.finite(m).is_some()))
}

/// A frame begins with the connective before its verb: `، وفي السياق ذاته، قال X`, with its comma.
pub(super) fn first_of(v: &View, t: usize) -> usize {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let aside = t > 2 && comma(t - 1);
    let before = t.checked_sub(1 + usize::from(aside)).and_then(|b| v.connective(b));
    let opens = |m: &Match| m.first > 0 && comma(m.first as usize - 1);
    match before.filter(|(m, role)| !aside || *role == "turn" && opens(m)) {
        Some((m, _)) => m.first as usize,
        None => t,
    }
}
