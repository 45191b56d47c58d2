//! Frames: a verb with its speaker and its content.
//!
//! `قال X إن`, `X قال إن`, `وكان X أعلن`, `وأضاف أن`, `X: …`, `بحسب X، فإن`, `نقلت وكالة X عن Y قوله إن`, `، مشيراً إلى أن`.

use super::content::{self, Opening, opening};
use super::memory::Memory;
use super::speaker::{Phrase, phrase, phrase_with};
use super::view::{Particle, View};
use super::{Resolved, Speaker, Statement, Verb, Who};
use crate::analysis::parse::Parsed;
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Takes, Tells};
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;

/// How far a verb may stand behind its subject when كان announces it.
const GAP: usize = 14;
/// The longest name that is read without an entry.
const NAME: usize = 6;

/// A statement whose end is not known yet.
struct Open {
    statement: Statement,
    /// First token of the frame: what stands before it is no content of the frame before.
    first: usize,
    /// First token of the content, and the token after the last where the frame knows it.
    from: usize,
    to: Option<usize>,
    clause: bool,
    person: Option<Person>,
    /// Who says the same with the speaker.
    with: Option<Speaker>,
}

/// How a verb is joined to what stands before it.
struct Joint {
    /// It begins a clause.
    fresh: bool,
    was: bool,
    negated: bool,
    /// First token of the verb group (كان, قد, لم).
    group: usize,
}

/// Finds the statements of a sentence.
pub(super) fn sentence(
    text: &str,
    parsed: &Parsed,
    number: usize,
    lexicon: &Lexicon,
    memory: &mut Memory,
    out: &mut Vec<Statement>,
) {
    let s = &parsed.sentences[number];
    let heading = matches!(s.span.kind, SentenceKind::Heading | SentenceKind::Title);
    if heading {
        memory.forget();
    } else if s.span.kind != SentenceKind::Sentence {
        return;
    }
    let colon = s.tokens.iter().take(14).any(|t| t.kind == TokenKind::Mark(':'));
    let speaks = |m: &Match| {
        let f = &lexicon.frames[lexicon.forms[m.form as usize].entry as usize];
        f.reports || f.tells != Tells::Nothing
    };
    if !colon && (heading || !s.matches.iter().any(speaks)) {
        return;
    }
    let v = View::new(text, s, lexicon);
    let mut open: Vec<Open> = Vec::new();
    let number = number as u32;
    if colon && let Some(found) = named_with_colon(&v, number, heading, memory) {
        open.push(found);
    }
    if !heading {
        for m in &s.matches {
            let frame = v.frame(m);
            let found = if frame.reports && !v.quoted(m.first as usize) {
                match v.shape(m) {
                    Shape::Participle => participle(&v, m, number, memory, &open),
                    _ => {
                        let found = verb(&v, m, number, memory, &open);
                        if found.is_none() && open.is_empty() && main(&v, m) {
                            memory.forget();
                        }
                        found
                    }
                }
            } else {
                match frame.tells {
                    Tells::According if !v.quoted(m.first as usize) => according(&v, m, number, memory, &mut open),
                    Tells::Saying if m.first != m.last && !v.quoted(m.first as usize) => reports(&v, m, number, &open),
                    _ => None,
                }
            };
            if let Some(found) = found {
                if found.statement.speaker.by != Resolved::Unresolved {
                    memory.spoke(number, found.statement.speaker, found.person);
                }
                open.push(found);
            }
        }
    }
    close(&v, open, out);
}

/// Gives every statement its content: up to the next frame, or the end of the sentence.
fn close(v: &View, mut open: Vec<Open>, out: &mut Vec<Statement>) {
    for i in 0..open.len() {
        let next = open.get(i + 1).map(|o| o.first).filter(|&n| n > open[i].from);
        let end = open[i].to.or(next).unwrap_or(v.len());
        let o = &mut open[i];
        let Some((span, quoted)) = content::trimmed(v, o.from, end) else { continue };
        o.statement.content = span;
        o.statement.quoted = quoted;
        o.statement.topics = content::topics(v, span);
        if o.statement.verb.is_some_and(|verb| {
            v.lexicon.entries[verb.entry as usize]
                .stance
                .as_deref()
                .is_some_and(|s| matches!(s, "accuse" | "ask" | "demand" | "thank" | "welcome"))
        }) {
            o.statement.addressee = content::addressee(v, &o.statement);
        }
        out.push(o.statement.clone());
        if let Some(speaker) = o.with {
            out.push(Statement { speaker, ..o.statement.clone() });
        }
    }
}

fn statement(sentence: u32, speaker: Speaker, verb: Option<Verb>) -> Statement {
    Statement {
        sentence,
        speaker,
        verb,
        negated: false,
        quoted: false,
        content: (0, 0),
        topics: Vec::new(),
        addressee: None,
        via: None,
        time: None,
        place: None,
    }
}

fn verb_of(v: &View, m: &Match) -> Verb {
    Verb { entry: v.id(m), span: (m.start, v.end(m.last as usize)) }
}

/// `لافروف: المحادثات مستمرة`
fn named_with_colon(v: &View, number: u32, heading: bool, memory: &mut Memory) -> Option<Open> {
    let Some(p) = phrase(v, 0) else {
        // A name that is read only once it was given in full, further down.
        let next = (0..v.len().min(5))
            .find(|&t| v.mark(t) == Some(':'))
            .filter(|&t| t > 0 && heading && (0..t).all(|k| v.mark(k).is_none() && v.over(k).is_none()))?;
        let words = Phrase { first: 0, next, who: Who::Words, feminine: None, ..Phrase::nobody() };
        return Some(Open {
            statement: statement(number, memory.resolve(v, &words), None),
            first: 0,
            from: next + 1,
            to: None,
            clause: true,
            person: None,
            with: None,
        });
    };
    // `جنيف: الوفد يرفض`: a place is where, and not who.
    let nobody = |id: EntryId| matches!(v.lexicon.entries[id as usize].kind, Kind::Media | Kind::Place | Kind::Country);
    if matches!(p.who, Who::Entry(id) if nobody(id)) {
        return None;
    }
    // `الحريري لـ«رويترز»: …`: who was told.
    let told = v.raw(p.next).starts_with('ل');
    let colon = (p.next..v.len().min(p.next + if told { 5 } else { 1 })).find(|&t| v.mark(t) == Some(':'))?;
    let speaker = memory.resolve(v, &p);
    memory.spoke(number, speaker, None);
    Some(Open {
        statement: statement(number, speaker, None),
        first: 0,
        from: colon + 1,
        to: None,
        clause: true,
        person: None,
        with: None,
    })
}

/// How the verb at token `t` is joined; `None` where it cannot be the verb of a main clause.
fn joint(v: &View, t: usize) -> Option<Joint> {
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
            return (!v.frame(m).subordinates && !that && v.frame(m).tells != Tells::According).then_some(out);
        }
        if v.is_quote(before) {
            at = before;
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
fn main(v: &View, m: &Match) -> bool {
    v.finite(m).is_some()
        && joint(v, m.first as usize)
            .is_some_and(|j| j.fresh && (0..j.group).all(|k| v.mark(k).is_some() || v.connective(k).is_some()))
}

/// A finite reporting verb.
fn verb(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    let (tense, person) = v.finite(m)?;
    let (t, frame) = (m.first as usize, v.frame(m));
    let joint = joint(v, t)?;
    let waw = m.proclitics.has(Proclitics::WAW);
    // Inside what another says, only a clause of its own is a new statement.
    let inside = open.last().filter(|o| o.to.is_none_or(|to| to > t));
    let subject = if inside.is_none() { before(v, t, &joint) } else { None };
    let adjacent = subject.filter(|s| s.adjacent);
    let behind = || {
        let at = skip_time(v, m.last as usize + 1);
        phrase(v, at).filter(|p| agrees(v, person, p)).filter(|p| !is_object(v, m, p))
    };
    let words = || if joint.fresh { unknown(v, m, person) } else { None };
    let found = adjacent
        .map(|s| (s.phrase, true))
        .or_else(|| behind().map(|p| (p, false)))
        .or_else(|| subject.map(|s| (s.phrase, true)))
        .or_else(|| words().map(|p| (p, false)));
    let mut with = None;
    let (speaker, person, opening) = match found {
        Some((p, before)) => {
            if inside.is_some_and(|o| o.clause) && !joint.fresh {
                return None;
            }
            let p = if before { p } else { holder(v, p) };
            let last = if before { None } else { joined(v, &p) };
            let weak = matches!(p.who, Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Place);
            let from = if before { m.last as usize + 1 } else { last.map_or(p.next, |q| q.next) };
            with = last;
            if frame.relays
                && let Some(found) = relayed(v, m, &p, from, number, memory)
            {
                return Some(found);
            }
            let opening = opening(v, from, frame, !weak && inside.is_none_or(|o| !o.clause))?;
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
            if tense != Tense::Perfect && !joint.negated {
                return None;
            }
            let first = (0..joint.group).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
            if inside.is_none() && !first {
                return None;
            }
            let opening = opening(v, m.last as usize + 1, frame, false).filter(|o| o.direct);
            let opening = opening.or_else(|| masdar(v, m.last as usize + 1).filter(|_| frame.object && inside.is_none()))?;
            if let Some(o) = inside {
                if o.clause && !(joint.fresh && waw && opening.clause) {
                    return None;
                }
                (Speaker { role: (0, 0), by: carried(o.statement.speaker), ..o.statement.speaker }, o.person, opening)
            } else {
                let stance = v.entry(m).stance.as_deref();
                let (speaker, person) = memory.carry(number, Some(person), stance == Some("add"));
                if speaker.who == Who::Unresolved && matches!(stance, Some("consider" | "hope" | "expect" | "agree")) {
                    return None;
                }
                (speaker, person, opening)
            }
        }
    };
    let mut s = statement(number, speaker, Some(verb_of(v, m)));
    s.negated = joint.negated;
    s.time = opening.time;
    s.place = opening.place;
    let with = with.map(|q| memory.resolve(v, &q));
    let first = first_of(v, joint.group);
    Some(Open { statement: s, with, first, from: opening.at, to: None, clause: opening.clause, person })
}

/// `قال X وY إن`: the second speaker of one statement.
fn joined(v: &View, p: &Phrase) -> Option<Phrase> {
    let m = v.at(p.next).filter(|m| m.proclitics.has(Proclitics::WAW))?;
    let kind = v.entry(m).kind;
    if !matches!(kind, Kind::Person | Kind::Party | Kind::Organization | Kind::Country | Kind::Title) {
        return None;
    }
    phrase(v, p.next).map(|q| holder(v, q))
}

/// A speaker behind the verb whom no entry knows: `وقال الملا حسن، وهو قيادي، إن`. Only where the content opens a clause further on.
fn unknown(v: &View, m: &Match, person: Person) -> Option<Phrase> {
    let first = skip_time(v, m.last as usize + 1);
    let known = v.at(first);
    let opinion = matches!(v.entry(m).stance.as_deref(), Some("consider" | "agree" | "expect" | "hope"));
    let thing = known.is_some_and(|m| {
        !v.entry(m).id.starts_with("quantity_")
            && !matches!(v.entry(m).kind, Kind::Number | Kind::Person | Kind::Title | Kind::Demonym)
    });
    if opinion
        || thing
        || (v.frame(m).relays && !m.proclitics.has(Proclitics::WAW))
        || matches!(v.raw(first), "هذا" | "هذه" | "ذلك" | "تلك" | "هؤلاء")
    {
        return None;
    }
    let verbal = known.is_some_and(|m| {
        matches!(v.entry(m).kind, Kind::Verb | Kind::Negator | Kind::Connective | Kind::Time | Kind::Weekday)
            || m.proclitics.0 & !Proclitics::ARTICLE.0 != 0
    });
    if verbal || v.mark(first).is_some() || v.particle(first) != Particle::None || content::taken_at(v, first) {
        return None;
    }
    if person == Person::He && v.raw(first).ends_with('ة') {
        return None;
    }
    let mut next = first;
    while next < v.len().min(first + NAME)
        && v.mark(next).is_none()
        && v.particle(next) == Particle::None
        && v.connective(next).is_none()
    {
        if v.at(next).is_some_and(|m| v.finite(m).is_some()) {
            break;
        }
        next += 1;
    }
    let opening = opening(v, next, v.frame(m), false).filter(|o| o.clause)?;
    let lone = next == first + 1 && !v.raw(first).starts_with("ال") && known.is_some();
    if next == first
        || lone
        || v.at(next).is_some_and(|m| v.finite(m).is_some())
        || (next == first + NAME && opening.at > next + 1)
    {
        return None;
    }
    Some(Phrase {
        first,
        next,
        who: Who::Words,
        title: None,
        head: first,
        of: None,
        role: (0, 0),
        definite: true,
        feminine: None,
    })
}

/// The holder of an office whom no entry knows: `المتحدث باسم اللجنة، عدنان حزام، إن`.
fn holder(v: &View, p: Phrase) -> Phrase {
    if !matches!(p.who, Who::Office(_) | Who::Source(Some(_))) || p.title.is_some_and(|t| v.lexicon.frames[t as usize].source) {
        return p;
    }
    let first = p.next + usize::from(matches!(v.mark(p.next), Some('،' | ',')));
    let mut next = first;
    while next < v.len()
        && next <= first + 4
        && v.mark(next).is_none()
        && v.over(next).is_none_or(|m| matches!(v.entry(m).kind, Kind::Person))
        && v.particle(next) == Particle::None
    {
        next += 1;
    }
    let ends = matches!(v.mark(next), Some('،' | ',' | ':' | '"' | '«' | '“')) || v.particle(next) == Particle::That;
    if next < first + 2 || next > first + 4 || !ends {
        return p;
    }
    Phrase { first, next, who: Who::Words, role: p.role, ..p }
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

/// A frame begins with the connective before its verb.
fn first_of(v: &View, t: usize) -> usize {
    match t.checked_sub(1).and_then(|b| v.connective(b)) {
        Some((m, _)) => m.first as usize,
        None => t,
    }
}

#[derive(Clone, Copy)]
struct Subject {
    phrase: Phrase,
    adjacent: bool,
}

/// The subject that stands before the verb at `t`: at the start of the sentence or of its last part.
fn before(v: &View, t: usize, joint: &Joint) -> Option<Subject> {
    let comma = (0..joint.group.saturating_sub(1)).rev().find(|&k| matches!(v.mark(k), Some('،' | ',' | '؛')));
    let starts = [Some(0), comma.map(|c| c + 1)];
    for start in starts.into_iter().flatten() {
        let (mut at, mut was) = (start, joint.was);
        while at < t {
            if let Some((m, _)) = v.connective(at) {
                was |= v.particle(m.first as usize) == Particle::Was;
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
        let Some(phrase) = phrase(v, at).filter(|p| p.next <= joint.group) else { continue };
        let gap = (phrase.next..joint.group)
            .filter(|&k| v.mark(k).is_none() && !v.kind_at(k).is_some_and(|k| matches!(k, Kind::Weekday | Kind::Time)))
            .count();
        if gap == 0 || (was && gap <= GAP) {
            return Some(Subject { phrase, adjacent: gap == 0 });
        }
    }
    None
}

/// `قال أمس الوزير`: a word of time, or a comma, between the verb and its subject.
fn skip_time(v: &View, mut t: usize) -> usize {
    loop {
        if let Some(m) = v.at(t).filter(|m| matches!(v.entry(m).kind, Kind::Weekday | Kind::Time)) {
            t = m.last as usize + 1;
        } else if let Some((m, "turn" | "time" | "attribution" | "addition")) = v.connective(t)
            && v.particle(t) != Particle::That
            && v.frame(m).tells == Tells::Nothing
        {
            t = m.last as usize + 1;
            t += usize::from(v.mark(t) == Some('،'));
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
    let person = matches!(p.who, Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Person);
    v.entry(m).stance.as_deref() == Some("accuse") && !person && v.at(p.next).is_some_and(|m| m.proclitics.has(Proclitics::BEH))
}

/// `نقلت وكالة X عن Y قوله إن`: the speaker is Y.
fn relayed(v: &View, m: &Match, agency: &Phrase, from: usize, number: u32, memory: &mut Memory) -> Option<Open> {
    let mut t = from;
    while t < from + 8 && !matches!(v.particle(t), Particle::Takes(p) if p == Takes::ABOUT) {
        t += 1;
    }
    let p = phrase(v, t + 1).filter(|_| matches!(v.particle(t), Particle::Takes(p) if p == Takes::ABOUT))?;
    let opening = opening(v, p.next, v.frame(m), false)?;
    let saying = (p.next..opening.at).find_map(|k| v.at(k).filter(|m| v.frame(m).tells == Tells::Saying));
    let mut s = statement(number, memory.resolve(v, &p), Some(verb_of(v, saying.unwrap_or(m))));
    s.via = match agency.who {
        Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Media => Some(id),
        _ => None,
    };
    s.time = opening.time;
    Some(Open { statement: s, first: m.first as usize, from: opening.at, to: None, clause: true, person: None, with: None })
}

/// `، مشيراً إلى أن`: the speaker of the frame before goes on.
fn participle(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    let t = m.first as usize;
    let circumstantial = m.proclitics.0 & !Proclitics::WAW.0 == 0
        && (m.ending == Ending::Accusative || v.raw(t).trim_end_matches('ً').ends_with(['ا', 'ة']) || v.raw(t).ends_with("ين"));
    if !circumstantial {
        return None;
    }
    let frame = v.frame(m);
    let opening = opening(v, m.last as usize + 1, frame, true).filter(|o| o.direct)?;
    let after_mark = t > 0 && v.mark(t - 1).is_some();
    if !opening.clause && !after_mark {
        return None;
    }
    let (speaker, person) = match open.last() {
        Some(o) => (Speaker { role: (0, 0), by: carried(o.statement.speaker), ..o.statement.speaker }, o.person),
        None => match main_subject(v, t) {
            Some(p) => (memory.resolve(v, &p), None),
            None => return None,
        },
    };
    let s = statement(number, speaker, Some(verb_of(v, m)));
    Some(Open { statement: s, first: t, from: opening.at, to: None, clause: opening.clause, person, with: None })
}

/// The subject of the main verb of a sentence that is no report: `وغادر لافروف القاعة مؤكداً أن`.
fn main_subject(v: &View, t: usize) -> Option<Phrase> {
    let first = v.s.matches.iter().find(|m| v.entry(m).kind == Kind::Verb && v.finite(m).is_some())?;
    let (_, person) = v.finite(first)?;
    phrase(v, first.last as usize + 1)
        .filter(|p| p.next <= t && p.feminine != Some(person == Person::He) && matches!(p.who, Who::Entry(_) | Who::Office(_)))
}

/// `بحسب X، فإن …`, `…، وفق ما نقلت وكالة X`.
fn according(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &mut [Open]) -> Option<Open> {
    let t = m.first as usize;
    let mut at = m.last as usize + 1;
    // `ل"بي بي سي"`, `لما كتبه على "تويتر"`, `ما نقلت وكالة`
    while at < v.len()
        && (matches!(v.raw(at), "ل" | "لما" | "ما" | "على" | "عن")
            || v.is_quote(at)
            || v.at(at).is_some_and(|m| v.entry(m).kind == Kind::Verb))
    {
        at += 1;
    }
    let Some(p) = phrase_with(v, at, Proclitics(Proclitics::LAM.0 | Proclitics::BEH.0)) else {
        return as_put(v, m, number, memory);
    };
    let media = match p.who {
        Who::Entry(id) if v.lexicon.entries[id as usize].kind == Kind::Media => Some(id),
        _ => None,
    };
    let clause = (p.next..v.len().min(p.next + 3)).find(|&k| v.particle(k) == Particle::That);
    let comma = matches!(v.mark(p.next), Some('،' | ','));
    let leads = (0..t).all(|k| v.mark(k).is_some() || v.connective(k).is_some()) && (comma || clause.is_some());
    let from = match clause {
        Some(k) => k + 1,
        None if leads => p.next + 1,
        None => {
            if let Some(last) = open.last_mut() {
                last.statement.via = last.statement.via.or(media);
                last.to = last.to.or(Some(t));
                return None;
            }
            0
        }
    };
    if media.is_some() && !leads && clause.is_none() {
        return None;
    }
    let s = statement(number, memory.resolve(v, &p), Some(verb_of(v, m)));
    let to = (from == 0).then_some(t);
    Some(Open { statement: s, first: t, from, to, clause: true, person: None, with: None })
}

/// `وعلى حد قوله، فإن …`: who spoke before goes on.
fn as_put(v: &View, m: &Match, number: u32, memory: &Memory) -> Option<Open> {
    let (first, last) = (m.first as usize, m.last as usize);
    let leads = (0..first).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
    let that = (last + 1..v.len().min(last + 3)).find(|&k| v.particle(k) == Particle::That)?;
    if !leads || !v.raw(last).ends_with(['ه', 'ا', 'م']) {
        return None;
    }
    let (speaker, person) = memory.carry(number, None, true);
    let s = statement(number, speaker, Some(verb_of(v, m)));
    Some(Open { statement: s, first, from: that + 1, to: None, clause: true, person, with: None })
}

/// `وأفادت مصادر في المعارضة أن`
fn reports(v: &View, m: &Match, number: u32, open: &[Open]) -> Option<Open> {
    if open.last().is_some_and(|o| o.clause) && m.first > 0 && v.mark(m.first as usize - 1).is_none() {
        return None;
    }
    let opening = opening(v, m.last as usize + 1, v.frame(m), false).filter(|o| o.clause)?;
    let of = (m.last as usize + 1..opening.at)
        .find_map(|k| v.at(k).filter(|m| matches!(v.entry(m).kind, Kind::Party | Kind::Country | Kind::Organization)))
        .map(|m| v.id(m));
    let last = m.last as usize;
    let span = (v.start(last), v.end(last));
    let speaker = Speaker { who: Who::Source(None), span, role: span, of, by: Resolved::Named };
    let first = v.s.tokens[m.first as usize];
    let verb = Verb { entry: v.id(m), span: (m.start, first.end) };
    let s = Statement { time: opening.time, place: opening.place, ..statement(number, speaker, Some(verb)) };
    Some(Open {
        statement: s,
        first: m.first as usize,
        from: opening.at,
        to: None,
        clause: true,
        person: Some(Person::She),
        with: None,
    })
}

impl Phrase {
    /// No speaker at all.
    fn nobody() -> Self {
        Self {
            first: 0,
            next: 0,
            who: Who::Unresolved,
            title: None,
            head: 0,
            of: None,
            role: (0, 0),
            definite: false,
            feminine: None,
        }
    }

    /// No speaker, behind a verb.
    fn none(m: &Match) -> Self {
        let at = m.last as usize + 1;
        let title: Option<EntryId> = None;
        Self {
            first: at,
            next: at,
            who: Who::Unresolved,
            title,
            head: at,
            of: None,
            role: (0, 0),
            definite: false,
            feminine: None,
        }
    }
}
