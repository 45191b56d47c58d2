//! A verb that goes on with a speaker whom the sentence has: `، مشيراً إلى أن`, `، قائلاً إن`, `X، الذي توقع أن`.

use super::frame::{Open, statement, verb_of};
use super::holder::holder;
use super::memory::Memory;
use super::opening::{Opening, opening};
use super::speaker::{Phrase, phrase};
use super::subject::{leading, main_subject};
use super::view::{Particle, View};
use super::{Resolved, Speaker, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens of a person with an office.
const NAMED: usize = 10;

/// Words before a participle in which another clause may have opened.
const BELOW: usize = 14;

/// `، مشيراً إلى أن`: the speaker of the frame before goes on.
pub(super) fn participle(
    v: &View,
    m: &Match,
    number: u32,
    memory: &mut Memory,
    open: &[Open],
    acts_on: Option<Person>,
) -> Option<Open> {
    let t = m.first as usize;
    let circumstantial = m.proclitics.0 & !Proclitics::WAW.0 == 0
        && !(matches!(m.ending, Ending::Pronoun(_))
            && v.raw(t).ends_with("ها")
            && t > 0
            && v.over(t - 1).is_some_and(|o| v.shape(o) == Shape::Participle))
        && (m.ending == Ending::Accusative || v.raw(t).trim_end_matches('ً').ends_with(['ا', 'ة']) || v.raw(t).ends_with("ين"));
    // `أنباء غير مؤكدة`: what they are not.
    if t > 0 && v.negates(t - 1) {
        return None;
    }
    // `معربة عن أملها`: the noun.
    if !circumstantial || (t > 0 && matches!(v.particle(t - 1), Particle::Takes(_))) {
        return None;
    }
    let frame = v.frame(m);
    let behind = own_subject(v, m).map_or(m.last as usize + 1, |p| p.next);
    let opened = opening(v, behind, frame, true).filter(|o| o.direct);
    // `لافتاً إلى تداعيات الحرب`: the preposition begins what is said.
    let last = m.last as usize;
    let about = (last > t && matches!(v.particle(last), Particle::Takes(_)) && behind == last + 1).then_some(Opening {
        at: last,
        clause: false,
        direct: true,
        time: None,
        place: None,
    });
    let opening = opened.or(about)?;
    let after_mark = (0..t).all(|k| v.mark(k).is_some()) || (t > 0 && v.mark(t - 1).is_some()) || v.raw(t + 1).starts_with("إيا");
    // `أعلن أن الاجتماع ختام للمسار معللاً ذلك بعودة سورية`: no comma, and nothing that the participle could belong to.
    let own = m.ending == Ending::Accusative
        && (matches!(v.raw(opening.at), "ذلك" | "هذا")
            || (matches!(v.particle(opening.at), Particle::Takes(_))
                || (v.raw(opening.at).chars().count() > 4 && v.raw(opening.at).ends_with(['ه', 'ا']) && !opening.clause)));
    if !(opening.clause || after_mark || own && !open.is_empty()) {
        return None;
    }
    // `أوضح أن المجموعة انفضت بعدما رفض الوفد البحث، مشترطا أن`: whether he or the delegation does is not said.
    // An adverb of speech is the speaker's; so is one in the masculine where a woman, or things, do what stands below.
    let plain = matches!(v.stance(m), Some("say" | "affirm" | "add" | "note"));
    let below = (0..t).rev().take(BELOW).take_while(|&b| b > open.last().map_or(0, |o| o.from));
    if !plain && below.into_iter().any(|b| v.raw(b) == "بعدما" || v.raw(b) == "أن" && b > 0 && v.raw(b - 1) == "بعد") {
        return None;
    }
    // `رفض الوفد تسلمها، مضيفاً أن`: who adds has said something before.
    let adds = v.stance(m) == Some("add");
    let whose = open.iter().rev().find(|o| o.clause || !adds).or_else(|| open.last());
    // `وهو ما سارع الجيش إلى نفيه، مؤكداً أن`: the participle is his who does that, if it can be read who.
    let she = v.raw(t).trim_end_matches('ً').ends_with('ة');
    let which = whose.and_then(|o| (o.from..t).rev().find(|&k| which(v, k)));
    let does = which.and_then(|k| phrase(v, k + 3)).map(|p| holder(v, p)).filter(|p| p.next <= t);
    // `وهو ما أدى إلى تأخر اللقاء، مؤكداً أن`: nobody's deed.
    let does = does.filter(|p| p.feminine.is_none_or(|woman| woman == she));
    // `وهو ما وصفه زميله بأنه`: somebody's word who cannot be read.
    let said = which.is_some_and(|k| v.connective(k + 1).is_some() || v.at(k + 2).is_some_and(|m| v.frame(m).reports));
    if does.is_none() && said {
        return None;
    }
    let (speaker, person) = match whose {
        Some(_) if does.is_some() => {
            let speaker = memory.resolve(v, &does?);
            (Speaker { by: Resolved::CarriedOver, ..speaker }, None)
        }
        Some(o) => (Speaker { role: (0, 0), by: carried(o.statement.speaker), ..o.statement.speaker }, o.person),
        // `«…». مشيراً إلى أن`: a sentence of its own, in which who spoke goes on.
        None if (0..t).all(|k| v.mark(k).is_some()) => {
            let she = v.raw(t).trim_end_matches('ً').ends_with('ة');
            let (speaker, person) = memory.carry(number, Some(if she { Person::She } else { Person::He }), false);
            if speaker.who == Who::Unresolved {
                return None;
            }
            (speaker, person)
        }
        // `جرى البحث في الملف، مؤكداً الوزير حرص بلاده`
        None if own_subject(v, m).is_some() => {
            let speaker = memory.resolve(v, &own_subject(v, m)?);
            if speaker.who == Who::Unresolved {
                return None;
            }
            (speaker, None)
        }
        None => match main_subject(v, memory, t) {
            Some(p) => (memory.resolve(v, &p), None),
            // `وأرجع غياب الوفد إلى المطر، متهماً`: who spoke before acts on.
            None => {
                let she = v.raw(t).trim_end_matches('ً').ends_with('ة');
                let (speaker, person) = memory.carry(number, acts_on, false);
                if acts_on != Some(if she { Person::She } else { Person::He }) || speaker.who == Who::Unresolved {
                    return None;
                }
                (speaker, person)
            }
        },
    };
    // `رحبت فرنسا وإيطاليا بالتقدم، ملوحة بإجراءات`: so do those who speak with the first.
    let named = |s: &&Speaker| matches!(s.who, Who::Entry(_));
    let with = whose.filter(|_| does.is_none()).map_or_else(Vec::new, |o| {
        o.with.iter().filter(named).map(|s| Speaker { role: (0, 0), by: carried(*s), ..*s }).collect()
    });
    let mut verb = verb_of(v, m);
    if opening.at == last && last > t {
        verb.span.1 = v.end(last - 1);
    }
    let s = statement(number, speaker, Some(verb));
    Some(Open { statement: s, first: t, from: opening.at, to: None, clause: opening.clause, person, with })
}

/// True for `وهو ما`, `الأمر الذي` behind a comma, with a verb: what somebody does about what was said.
fn which(v: &View, k: usize) -> bool {
    let comma = k > 0 && matches!(v.mark(k - 1), Some('،' | ','));
    comma && (matches!(v.raw(k), "وهو" | "وهي") && v.raw(k + 1) == "ما" || v.raw(k) == "الأمر" && v.raw(k + 1) == "الذي")
}

/// The speaker named again behind a participle: `، مؤكداً معاليه أن`, `، مؤكداً وزير الدفاع حرص بلاده`.
fn own_subject(v: &View, m: &Match) -> Option<Phrase> {
    let at = m.last as usize + 1;
    let says = matches!(v.stance(m), Some("say" | "affirm" | "add" | "note"));
    phrase(v, at).filter(|p| {
        // `مؤكداً هذا الناطق أن`
        let this = p.first == at + 1;
        let bare = v.at(at).is_some_and(|m| m.proclitics.0 & !Proclitics::ARTICLE.0 == 0);
        says && p.definite && p.title.is_some() && (this || bare)
    })
}

/// `أنهى X الجولة، قائلاً إن`, `واكتفى X بالقول إن`: the subject of a verb that is no report.
pub(super) fn saying(v: &View, m: &Match, number: u32, memory: &mut Memory) -> Option<Open> {
    let first = m.first as usize;
    // `ونقل الموقع عن أسرته قولها`: hers, who could not be read.
    let relays = |o: &&Match| v.frame(o).relays && (o.last as usize) < first;
    if let Some(o) = v.s.matches.iter().find(relays)
        && (o.last as usize..first).any(|t| v.particle(t) == Particle::Takes(Takes::ABOUT))
    {
        return None;
    }
    // `ومضى قائلاً إن`: who spoke before goes on.
    let lead = leading(v, first).filter(|m| (0..m.first as usize).all(|k| v.mark(k).is_some() || v.connective(k).is_some()));
    let goes_on = lead.and_then(|m| v.finite(m)).map(|(_, person)| memory.carry(number, Some(person), true));
    let (speaker, person) = match goes_on {
        Some(found) => found,
        None => (memory.resolve(v, &main_subject(v, memory, first)?), None),
    };
    let opening = opening(v, m.last as usize + 1, v.frame(m), false).filter(|o| o.clause && o.direct)?;
    let s = statement(number, speaker, Some(verb_of(v, m)));
    Some(Open { statement: s, first, from: opening.at, to: None, clause: true, person, with: Vec::new() })
}

/// `بحسب العقوري، الذي توقع أن`: a clause on a person who was named right before it.
pub(super) fn aside_on(v: &View, m: &Match, person: Person, number: u32, memory: &mut Memory) -> Option<Open> {
    let t = m.first as usize;
    // `الوزير الذي شكره رئيس الوفد`: whom somebody thanks.
    if matches!(m.ending, Ending::Pronoun(_)) {
        return None;
    }
    // `فلان، الذي اعتبر من المتشددين`: by others.
    let other = |p: Takes| !v.frame(m).takes.has(p);
    if matches!(v.particle(m.last as usize + 1), Particle::Takes(p) if p == Takes::FROM && other(p)) {
        return None;
    }
    let comma = t > 2 && matches!(v.mark(t - 2), Some('،' | ','));
    let end = if comma { t - 2 } else { t - 1 };
    let named = (end.saturating_sub(NAMED)..end).find_map(|k| phrase(v, k).filter(|p| p.next == end || p.next == end + 1));
    let surname = || {
        memory.knows(v.raw(end - 1)).then(|| Phrase {
            first: end - 1,
            next: end,
            who: Who::Words,
            head: end - 1,
            ..Phrase::nobody()
        })
    };
    let p = named.or_else(surname)?;
    let human = match p.who {
        Who::Entry(id) => v.lexicon.kind(id) == Kind::Person,
        Who::Words => !p.body,
        Who::Office(_) => true,
        _ => false,
    };
    // Without a comma it may tell which of several: only of one who is named.
    let person_named = comma || matches!(p.who, Who::Entry(_));
    let opening = opening(v, m.last as usize + 1, v.frame(m), !comma)
        .filter(|o| human && person_named && o.direct && (o.clause || !comma))?;
    let by = if comma { Resolved::CarriedOver } else { Resolved::Named };
    let speaker = Speaker { by, ..memory.resolve(v, &p) };
    let s = statement(number, speaker, Some(verb_of(v, m)));
    Some(Open { statement: s, first: t, from: opening.at, to: None, clause: true, person: Some(person), with: Vec::new() })
}

/// A speaker taken over from the frame before it in the same sentence.
pub(super) fn carried(speaker: Speaker) -> Resolved {
    if speaker.who == Who::Unresolved { Resolved::Unresolved } else { Resolved::CarriedOver }
}
