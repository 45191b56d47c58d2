//! A reporting verb, finite or a participle, with its speaker: `قال X إن`, `X قال إن`, `وأضاف أن`, `، مشيراً إلى أن`.

use super::according::relayed;
use super::content::{Opening, opening, whose};
use super::frame::{Open, statement, verb_of};
use super::joint::{adverbial, before, behind_turn, first_of, joint, turned_to};
use super::memory::Memory;
use super::speaker::{Phrase, phrase};
use super::unknown::{holder, unknown};
use super::view::{Particle, View};
use super::{Resolved, Speaker, Statement, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Tells;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens of a person with an office.
const NAMED: usize = 10;
/// Tokens between brackets behind a speaker.
const ASIDE: usize = 14;

/// A finite reporting verb.
pub(super) fn verb(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    let (tense, person) = v.finite(m)?;
    // `مبدياً خشيته`, `أبدى تخوفه`: a noun, whatever it looks like.
    let shows = |o: &Match| v.entry(o).kind == Kind::Verb && v.frame(o).object;
    if matches!(m.ending, Ending::Pronoun(_)) && m.first > 0 && v.over(m.first as usize - 1).is_some_and(shows) {
        return None;
    }
    let (t, frame) = (m.first as usize, v.frame(m));
    if t > 1 && matches!(v.raw(t - 1), "الذي" | "التي") && tense == Tense::Perfect {
        return aside_on(v, m, person, number, memory);
    }
    let mut joint = joint(v, t)?;
    let waw = m.proclitics.has(Proclitics::WAW);
    // Inside what another says, only a clause of its own is a new statement.
    let inside = open.last().filter(|o| o.to.is_none_or(|to| to > t));
    // `جددت تمسكها بالسيادة وشددت على`: no comma.
    joint.fresh |= waw && joint.group == t && tense == Tense::Perfect && inside.is_some_and(|o| !o.clause);
    // `…، لكن مسؤولين حضروا الجلسة قالوا إن`: another speaks behind the turn.
    let turn = inside.and_then(|_| turned_to(v, joint.group));
    let subject = match (inside, turn) {
        (None, _) => before(v, t, &joint, memory),
        (Some(_), Some(from)) => behind_turn(v, from, &joint),
        _ => None,
    };
    let adjacent = subject.filter(|s| s.adjacent);
    let behind = || {
        let at = skip_time(v, m.last as usize + 1);
        phrase(v, at).filter(|p| agrees(v, person, p) || agrees(v, person, &holder(v, *p))).filter(|p| !is_object(v, m, p))
    };
    let words = |memory: &Memory| if joint.fresh { unknown(v, m, person, memory) } else { None };
    let found = adjacent
        .map(|s| (s.phrase, true))
        .or_else(|| behind().map(|p| (p, false)))
        .or_else(|| subject.map(|s| (s.phrase, true)))
        .or_else(|| words(memory).map(|p| (p, false)));
    let mut with = Vec::new();
    let (speaker, person, opening) = match found {
        Some((p, before)) => {
            if inside.is_some_and(|o| o.clause) && !joint.fresh && !(before && turn.is_some()) {
                return None;
            }
            // `جدد الوزير تمسك وفده`: the noun that is what is said.
            if inside.is_some_and(|o| !o.clause && o.from == t) && !joint.fresh {
                return None;
            }
            let p = if before { p } else { holder(v, p) };
            let p = second_office(v, &p, p.next).unwrap_or(p);
            let p = if before { p } else { titled(v, &p).unwrap_or(p) };
            let others = if before { Vec::new() } else { joined(v, &p) };
            // `دعت باريس موسكو إلى`: a city before another name speaks.
            let named = |k| matches!(k, Kind::Place | Kind::Country | Kind::Party);
            let weak = matches!(p.who, Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Place)
                && !v.at(p.next).is_some_and(|m| named(v.entry(m).kind) && m.proclitics.is_none());
            let from = if before { m.last as usize + 1 } else { aside(v, others.last().map_or(p.next, |q| q.next)) };
            with = others;
            if frame.relays
                && let Some(found) = relayed(v, m, &p, from, number, memory)
            {
                return Some(found);
            }
            // `وبحسب X، رفضت الحكومة مقترحاً`: a deed that is passed on.
            let passed_on = inside.is_some_and(|o| {
                let verb = o.statement.verb.map(|verb| v.lexicon.entries[verb.entry as usize].kind);
                o.from == joint.group && verb == Some(Kind::Connective)
            });
            let object = !weak && (passed_on || turn.is_some() || inside.is_none_or(|o| !o.clause));
            let Some(opening) = opening(v, from, frame, object) else {
                return trailing(v, m, from, number).filter(|_| open.is_empty() && !before).map(|s| {
                    let statement = Statement { speaker: memory.resolve(v, &p), ..s.statement };
                    Open { statement, person: Some(person), ..s }
                });
            };
            // `بآلية أعلنتها الدول الثلاث`: the object stands before the verb.
            if matches!(m.ending, Ending::Pronoun(_)) && !opening.clause {
                return None;
            }
            if inside.is_some() && !opening.clause && !opening.direct {
                return None;
            }
            (memory.resolve(v, &p), Some(person), opening)
        }
        None => {
            if frame.relays
                && joint.fresh
                && let Some(found) = relayed(v, m, &Phrase::none(m), m.last as usize + 1, number, memory)
            {
                return Some(found);
            }
            // The speaker is left out. Only at the start of the sentence, or behind another statement, can it be said who it is.
            // `لم يعلن عن موعد` is an outcome, and nobody's word.
            let outcome = |c: &&Match| v.entry(c).kind == Kind::Outcome && (c.first..=c.last).contains(&m.first);
            if (tense != Tense::Perfect && !joint.negated)
                || (joint.negated && v.s.cues.iter().any(|c| outcome(&c) && c.first < m.first))
            {
                return None;
            }
            let first = (0..joint.group).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
            let at = skip_time(v, m.last as usize + 1);
            // `أصدرت الدول الضامنة بياناً، أكدت فيه عزمها`: who does what the sentence tells.
            let in_it = matches!(v.raw(m.last as usize + 1), "فيه" | "فيها" | "خلاله" | "خلالها");
            let main = if inside.is_none() && !first && (joint.fresh || in_it) && tense == Tense::Perfect {
                main_subject(v, memory, t).filter(|p| agrees(v, person, p))
            } else {
                None
            };
            let aside = inside.is_none() && joint.fresh && adverbial(v, joint.group);
            if inside.is_none() && !first && main.is_none() && !aside {
                return None;
            }
            // `تقارير أفادت بأن`, `جدد تمسك وفده`: a clause or a noun inside what is said.
            if inside.is_some() && !joint.fresh {
                return None;
            }
            let comma = joint.group > 0 && matches!(v.mark(joint.group - 1), Some('،' | ','));
            // `، وأدانت الاعتداءات`, `، وحث الجانبين على`, `، وشددت على ضرورة`: who spoke goes on.
            let but_he = joint.group.checked_sub(1).is_some_and(|k| {
                v.raw(k).ends_with(['ه', 'ا', 'م']) && v.connective(k).is_some_and(|(_, role)| role == "contrast")
            });
            // `، كما استنكرت`: and also.
            let also = joint.group > 1 && v.raw(joint.group - 1) == "كما" && matches!(v.mark(joint.group - 2), Some('،' | ','));
            // `، ولم يخف تشاؤمه`, `وإذ شكر القاهرة، لم يستبعد`
            let not = joint.negated
                && comma
                && (waw
                    || inside.is_some_and(|o| o.first == 0 && v.connective(0).is_some())
                    || v.raw(joint.group).starts_with('و'));
            let goes_on = inside.is_some_and(|o| o.person == Some(person))
                && joint.fresh
                && (not
                    || (((waw && comma) || but_he || also || (waw && inside.is_some_and(|o| !o.clause)))
                        && tense == Tense::Perfect));
            // `واتهم من وصفهم بالمعرقلين`
            let what = (matches!(v.raw(at), "ما" | "من")
                && frame.object
                && (v.raw(at) == "ما" || v.connective(at).is_some() || v.at(at + 1).is_some_and(|m| v.finite(m).is_some())))
            .then_some(Opening { at, clause: false, direct: true, time: None, place: None });
            // `عبر عن شكوكه`: the preposition is the verb's.
            let about = (m.last > m.first && matches!(v.particle(m.last as usize), Particle::Takes(_)) && goes_on)
                .then_some(Opening { at: m.last as usize, clause: false, direct: true, time: None, place: None });
            let what = about.or(what);
            let opening = what.or_else(|| opening(v, at, frame, false)).filter(|o| o.direct);
            let opening = opening.or_else(|| masdar(v, at).filter(|_| frame.object && (inside.is_none() || goes_on)));
            // `وحمّل الطرف الآخر المسؤولية`: whom it names is blamed, and does not speak.
            let accuses = v.entry(m).stance.as_deref() == Some("accuse");
            let blamed = first && inside.is_none() && accuses && phrase(v, at).is_some_and(|p| is_object(v, m, &p));
            let opening =
                opening.or_else(|| object(v, m, person, at).filter(|_| frame.object && (goes_on || main.is_some() || blamed)))?;
            if let Some(o) = inside {
                // `لكنه أقر بأن`: the pronoun goes on.
                let but = v.raw(joint.group.wrapping_sub(1)).ends_with(['ه', 'ا', 'م'])
                    && joint.group.checked_sub(1).and_then(|k| v.connective(k)).is_some_and(|(_, role)| role == "contrast");
                if o.clause && !(joint.fresh && (waw || but) && opening.clause) && !goes_on {
                    return None;
                }
                (Speaker { role: (0, 0), by: carried(o.statement.speaker), ..o.statement.speaker }, o.person, opening)
            } else if let Some(p) = main {
                (Speaker { by: Resolved::CarriedOver, ..memory.resolve(v, &p) }, Some(person), opening)
            } else {
                let stance = v.entry(m).stance.as_deref();
                let (speaker, person) = memory.carry(number, Some(person), stance == Some("add"));
                if speaker.who == Who::Unresolved
                    && (tense != Tense::Perfect || matches!(stance, Some("consider" | "hope" | "expect" | "agree")))
                {
                    return None;
                }
                (speaker, person, opening)
            }
        }
    };
    let mut verb = verb_of(v, m);
    // `عبر عن شكوكه`: the preposition begins what is said.
    if opening.at == m.last as usize && m.last > m.first {
        verb.span.1 = v.end(m.last as usize - 1);
    }
    let mut s = statement(number, speaker, Some(verb));
    s.negated = joint.negated;
    s.time = opening.time;
    s.place = opening.place;
    let with = with.iter().map(|q| memory.resolve(v, q)).collect();
    let first = turn.filter(|_| subject.is_some()).unwrap_or_else(|| first_of(v, joint.group));
    Some(Open { statement: s, with, first, from: opening.at, to: None, clause: opening.clause, person })
}

/// `قال X وY إن`, `أعلنت روسيا وتركيا وإيران`: who speaks with the first.
pub(super) fn joined(v: &View, first: &Phrase) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    let mut next = first.next;
    while let Some(m) = v.at(next).filter(|m| m.proclitics.has(Proclitics::WAW)) {
        if second_office(v, first, next).is_some() {
            break;
        }
        let kind = v.entry(m).kind;
        let body = matches!(kind, Kind::Party | Kind::Organization | Kind::Country | Kind::Place)
            || (kind == Kind::Term && v.frame(m).speaker);
        if !body && !matches!(kind, Kind::Person | Kind::Title) {
            break;
        }
        let Some(q) = phrase(v, next) else { break };
        let q = holder(v, q);
        next = q.next;
        out.push(q);
    }
    out
}

/// `وزير الخارجية ورئيس الوفد الحكومي عبد الملك المخلافي`: one person with two offices; `next` is the second.
pub(super) fn second_office(v: &View, first: &Phrase, next: usize) -> Option<Phrase> {
    let office = matches!(first.who, Who::Office(_)) && first.definite;
    let m = v.at(next).filter(|m| m.proclitics.has(Proclitics::WAW) && v.entry(m).kind == Kind::Title)?;
    let p = phrase(v, next).filter(|_| office && !v.frame(m).source)?;
    let p = holder(v, p);
    let person = |id: EntryId| v.lexicon.entries[id as usize].kind == Kind::Person;
    // Nothing but a blank stands between the second office and the name.
    let named = match p.who {
        Who::Entry(id) => person(id) && p.title.is_some(),
        who => who == Who::Words,
    };
    named.then_some(p)
}

/// `كبير الوسطاء، الرئيس الأسبق فلان الفلاني،`: who holds the office is named with another one.
fn titled(v: &View, p: &Phrase) -> Option<Phrase> {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let office = matches!(p.who, Who::Office(_)) && comma(p.next);
    v.at(p.next + 1).filter(|m| office && v.entry(m).kind == Kind::Title && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0)?;
    let q = holder(v, phrase(v, p.next + 1)?);
    let named = matches!(q.who, Who::Words) || matches!(q.who, Who::Entry(_)) && q.title.is_some();
    (named && comma(q.next)).then_some(Phrase { title: p.title, head: p.head, ..q })
}

/// `الدول الضامنة، روسيا وإيران وتركيا،`: names between two commas behind the speaker.
fn aside(v: &View, from: usize) -> usize {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let name = |t: usize| {
        let is = |k| matches!(k, Kind::Person | Kind::Party | Kind::Organization | Kind::Country);
        v.at(t).filter(|m| is(v.entry(m).kind) && m.proclitics.0 & !(Proclitics::WAW.0 | Proclitics::ARTICLE.0) == 0)
    };
    // `الدول الضامنة (روسيا وإيران وتركيا)`
    if v.mark(from) == Some('(') {
        let close = (from..v.len().min(from + ASIDE)).find(|&t| v.mark(t) == Some(')'));
        return close.map_or(from, |t| t + 1);
    }
    if !comma(from) {
        return from;
    }
    // `وزير الخارجية خالد اليماني، رئيس وفد الحكومة،`: a second office.
    let office = v.at(from + 1).filter(|m| v.entry(m).kind == Kind::Title && m.proclitics.is_none());
    if let Some(p) = office.and_then(|_| phrase(v, from + 1)).filter(|p| !matches!(p.who, Who::Entry(_)) && comma(p.next)) {
        return p.next + 1;
    }
    // `مسؤول، تحدث للصحافيين عبر الهاتف،`: a clause on one who is not named.
    let clause = v.at(from + 1).is_some_and(|m| m.proclitics.is_none() && matches!(v.finite(m), Some((Tense::Perfect, _))));
    let unnamed =
        from > 0 && !v.raw(from - 1).starts_with("ال") && v.at(from - 1).is_none_or(|m| v.entry(m).kind != Kind::Person);
    if clause
        && unnamed
        && let Some(close) = (from + 2..v.len().min(from + ASIDE)).find(|&t| comma(t))
    {
        return close + 1;
    }
    let mut t = from + 1;
    while let Some(m) = name(t) {
        t = m.last as usize + 1;
    }
    if t > from + 1 && comma(t) { t + 1 } else { from }
}

/// A speaker taken over from the frame before it in the same sentence.
fn carried(speaker: Speaker) -> Resolved {
    if speaker.who == Who::Unresolved { Resolved::Unresolved } else { Resolved::CarriedOver }
}

/// An object that is a verbal noun: `وأعلن تمديد الجولة`, `ونفى وجود خلاف`.
fn masdar(v: &View, t: usize) -> Option<Opening> {
    let m = v.over(t)?;
    let object = v.shape(m) == Shape::Masdar || v.negates(t);
    object.then_some(Opening { at: t, clause: false, direct: true, time: None, place: None })
}

/// An object that can be no subject: a matter, a noun in the accusative, the parties of a verb of asking.
fn object(v: &View, verb: &Match, person: Person, t: usize) -> Option<Opening> {
    let t = whose(v, t, v.frame(verb)).unwrap_or(t);
    let raw = v.raw(t);
    let matter = v.at(t).is_some_and(|m| {
        !v.frame(m).speaker && matches!(v.entry(m).kind, Kind::Term | Kind::Slot | Kind::Agreement | Kind::Process)
    });
    let accusative = raw.ends_with("ين") && raw.starts_with("ال");
    let things = v.at(t).is_none() && raw.ends_with("ات");
    // `أكدت عزمها`, `وطالب واشنطن بسحب`: the speaker's own, and who cannot be the subject of this verb.
    let own = v.at(t).is_none()
        && if person == Person::She { raw.ends_with("ها") && !raw.ends_with("تها") } else { raw.ends_with("ته") }
        && raw.chars().count() > 3;
    let asked = phrase(v, t).is_some_and(|p| is_object(v, verb, &p) || !agrees(v, person, &p));
    let opening = Opening { at: t, clause: false, direct: true, time: None, place: None };
    // `وأبدى استعداد بلاده`
    let shown = v.entry(verb).takes.iter().any(|t| t == "object")
        && v.at(t).is_none_or(|m| {
            !v.frame(m).speaker
                && (v.finite(m).is_none()
                    || matches!(m.ending, Ending::Pronoun(_))
                    || (m.proclitics.is_none() && v.raw(t + 1).starts_with("ال")))
        });
    (matter || accusative || things || own || asked || shown).then_some(opening)
}

/// `قال أمس الوزير`: a word of time, or a comma, between the verb and its subject.
pub(super) fn skip_time(v: &View, mut t: usize) -> usize {
    loop {
        if let Some(m) = v.at(t).filter(|m| matches!(v.entry(m).kind, Kind::Weekday | Kind::Time)) {
            t = m.last as usize + 1;
        } else if let Some((m, "turn" | "time" | "attribution" | "addition")) = v.connective(t)
            && v.particle(t) != Particle::That
            && v.frame(m).tells == Tells::Nothing
            && !matches!(v.raw(m.first as usize), "ما" | "من")
        {
            t = m.last as usize + 1;
            t += usize::from(v.mark(t) == Some('،'));
        } else if matches!(v.raw(t), "فيه" | "فيها" | "خلاله" | "خلالها" | "له" | "لها" | "لهم" | "لهما")
        {
            // `بيان أعلنت فيه روسيا`
            t += 1;
        } else {
            return t;
        }
    }
}

/// A verb before its subject agrees with it in gender.
fn agrees(v: &View, person: Person, p: &Phrase) -> bool {
    let named = matches!(p.who, Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Person);
    match (person, p.feminine) {
        (Person::He, Some(true)) => named,
        (Person::She, Some(false)) => {
            named && p.title.is_none() || !matches!(p.who, Who::Office(_) | Who::Entry(_)) || p.title.is_none()
        }
        _ => true,
    }
}

/// `واتهم الوفد بعرقلة`: what stands between the verb and its ب is the object.
fn is_object(v: &View, m: &Match, p: &Phrase) -> bool {
    let kind = |id: EntryId| v.lexicon.entries[id as usize].kind;
    let person = matches!(p.who, Who::Entry(id) if kind(id) == Kind::Person);
    // `ودعت الأطراف إلى`: the parties are called upon, and call for nothing.
    let parties =
        matches!(p.who, Who::Entry(id) if kind(id) == Kind::Term && v.lexicon.frames[id as usize].talks) && p.next == p.first + 1;
    let all = matches!(p.who, Who::Entry(id) if v.lexicon.frames[id as usize].addressed);
    if all && matches!(v.entry(m).stance.as_deref(), Some("demand" | "ask" | "warn")) {
        return true;
    }
    if parties && matches!(v.entry(m).stance.as_deref(), Some("demand" | "ask" | "warn")) && v.raw(p.first).starts_with("ال") {
        return true;
    }
    let by = v.at(p.next).map_or_else(|| v.raw(p.next).starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH));
    // `حمّل الطرف الآخر مسؤولية الفشل`: whom someone blames.
    let blamed = p.next + usize::from(matches!(v.raw(p.next), "الآخر" | "الأخر" | "الثاني" | "المقابل"));
    let blames = matches!(v.raw(blamed), "مسؤولية" | "المسؤولية" | "مسئولية" | "المسئولية");
    // `واتهم الدول الراعية للمعارضة بتمويل`: with what belongs to them.
    let theirs = v.at(p.next).map_or_else(|| v.raw(p.next).starts_with("لل"), |m| m.proclitics.has(Proclitics::LAM));
    let by = by
        || (theirs && v.at(p.next + 1).map_or_else(|| v.raw(p.next + 1).starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH)));
    (v.entry(m).stance.as_deref() == Some("accuse") && !person && by) || (!person && blames)
}

/// `، مشيراً إلى أن`: the speaker of the frame before goes on.
pub(super) fn participle(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    let t = m.first as usize;
    let circumstantial = m.proclitics.0 & !Proclitics::WAW.0 == 0
        && !(matches!(m.ending, Ending::Pronoun(_))
            && v.raw(t).ends_with("ها")
            && t > 0
            && v.over(t - 1).is_some_and(|o| v.shape(o) == Shape::Participle))
        && (m.ending == Ending::Accusative || v.raw(t).trim_end_matches('ً').ends_with(['ا', 'ة']) || v.raw(t).ends_with("ين"));
    // `معربة عن أملها`: the noun.
    if !circumstantial || (t > 0 && matches!(v.particle(t - 1), Particle::Takes(_))) {
        return None;
    }
    let frame = v.frame(m);
    let opening = opening(v, m.last as usize + 1, frame, true).filter(|o| o.direct)?;
    let after_mark = (t > 0 && v.mark(t - 1).is_some()) || v.raw(t + 1).starts_with("إيا");
    // `أعلن أن الاجتماع ختام للمسار معللاً ذلك بعودة سورية`: no comma, and nothing that the participle could belong to.
    let own = m.ending == Ending::Accusative
        && (matches!(v.raw(opening.at), "ذلك" | "هذا")
            || (matches!(v.particle(opening.at), Particle::Takes(_))
                || (v.raw(opening.at).chars().count() > 4 && v.raw(opening.at).ends_with(['ه', 'ا']) && !opening.clause)));
    if !opening.clause && !after_mark && !(own && !open.is_empty()) {
        return None;
    }
    let (speaker, person) = match open.last() {
        Some(o) => (Speaker { role: (0, 0), by: carried(o.statement.speaker), ..o.statement.speaker }, o.person),
        None => match main_subject(v, memory, t) {
            Some(p) => (memory.resolve(v, &p), None),
            None => return None,
        },
    };
    let s = statement(number, speaker, Some(verb_of(v, m)));
    Some(Open { statement: s, first: t, from: opening.at, to: None, clause: opening.clause, person, with: Vec::new() })
}

/// `أنهى X الجولة، قائلاً إن`, `واكتفى X بالقول إن`: the subject of a verb that is no report.
pub(super) fn saying(v: &View, m: &Match, number: u32, memory: &mut Memory) -> Option<Open> {
    let first = m.first as usize;
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
fn aside_on(v: &View, m: &Match, person: Person, number: u32, memory: &mut Memory) -> Option<Open> {
    let t = m.first as usize;
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
        Who::Entry(id) => v.lexicon.entries[id as usize].kind == Kind::Person,
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

/// `«نحن مستعدون»، قال X.`, `الخلاف مستمر، يقول X.`: what is said stands before the verb, and its subject (up to `behind`) ends the clause.
fn trailing(v: &View, m: &Match, behind: usize, number: u32) -> Option<Open> {
    let t = m.first as usize;
    let said = matches!(v.entry(m).stance.as_deref(), Some("say" | "affirm" | "add" | "note" | "announce" | "reveal"));
    let comma = t > 0 && matches!(v.mark(t - 1), Some('،' | ','));
    let quoted = t > 0 && v.is_quote(t - 1 - usize::from(comma && t > 1));
    let ends = behind >= v.len() || v.mark(behind).is_some();
    let to = t.checked_sub(usize::from(comma)).filter(|&to| to > 0)?;
    (said && m.proclitics.is_none() && (comma || quoted) && ends).then(|| Open {
        statement: statement(number, Speaker::nobody(), Some(verb_of(v, m))),
        first: t,
        from: 0,
        to: Some(to),
        clause: true,
        person: None,
        with: Vec::new(),
    })
}

/// The verb before the subject at token `subject` that only leads to speech: `اكتفى`, `مضى`.
pub(super) fn leading<'v>(v: &View<'v>, subject: usize) -> Option<&'v Match> {
    subject.checked_sub(1).and_then(|t| v.over(t)).filter(|m| v.frame(m).light)
}

/// The subject of the main verb of a sentence that is no report: `وغادر لافروف القاعة مؤكداً أن`.
pub(super) fn main_subject(v: &View, memory: &Memory, t: usize) -> Option<Phrase> {
    // The nearest that stands in no clause of its own.
    let minor = |m: &Match| m.first > 0 && matches!(v.particle(m.first as usize - 1), Particle::Relative | Particle::That);
    let verb = |m: &&Match| v.entry(m).kind == Kind::Verb && v.finite(m).is_some() && !minor(m) && (m.last as usize) < t;
    let first = v.s.matches.iter().rfind(verb);
    // `تحاشى المبعوث التسمية، إلا أنه أعرب`: a verb that no entry knows.
    let unknown = v.at(0).is_none() && v.mark(0).is_none() && v.particle(0) == Particle::None;
    let (person, at) = match first {
        Some(first) => (v.finite(first)?.1, first.last as usize + 1),
        None if unknown => (Person::He, 1),
        None => return None,
    };
    // `واكتفى نجم بالقول`: the surname of one whom the article introduced.
    let surname = |at: usize| {
        memory.knows(v.raw(at)).then(|| Phrase {
            first: at,
            next: at + 1,
            who: Who::Words,
            head: at,
            definite: true,
            ..Phrase::nobody()
        })
    };
    phrase(v, at)
        .or_else(|| surname(at))
        .filter(|p| p.next <= t && p.feminine != Some(person == Person::He) && p.who != Who::Unresolved)
}
