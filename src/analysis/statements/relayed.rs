//! Speech that an agency passes on with a verb of its own: `نقلت وكالة X عن Y قوله إن`.

use super::Who;
use super::frame::{Open, statement, verb_of};
use super::holder::holder;
use super::memory::Memory;
use super::opening::opening;
use super::speaker::{Phrase, phrase};
use super::subject::masdar_too;
use super::unknown::passed_on;
use super::view::{Particle, View};
use crate::arabic::clitics::Ending;
use crate::arabic::inflect::Shape;
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Takes, Tells};
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Words between a source and what it says: `مصادر أمنية مطلعة`.
const ADJECTIVES: usize = 3;

/// `نقلت وكالة X عن Y قوله إن`: the speaker is Y.
pub(super) fn relayed(v: &View, m: &Match, agency: &Phrase, from: usize, number: u32, memory: &mut Memory) -> Option<Open> {
    let mut t = from;
    // `نقلت عن`, `نسبت إلى`
    let of = |t: usize| matches!(v.particle(t), Particle::Takes(p) if p == Takes::ABOUT || (p == Takes::TO && v.frame(m).takes.has(Takes::TO) && !v.frame(m).takes.has(Takes::ABOUT)));
    while t < from + 8 && !of(t) {
        t += 1;
    }
    // `نقلت الوكالة قول الوزير إن`
    let own = matches!(v.raw(from), "قول" | "تأكيد" | "تصريح").then_some(from);
    let t = own.unwrap_or(t);
    let p = phrase(v, t + 1)
        .map(|p| holder(v, p))
        .or_else(|| passed_on(v, t + 1))
        .or_else(|| memory.known(v, t + 1))
        .or_else(|| described(v, t + 1))
        .filter(|_| own.is_some() || of(t))?;
    // `ونقل دبلوماسي غربي، طلب عدم ذكر اسمه، عن فريق المبعوث أن`: one who is not named, on the word of others who are not.
    if matches!(agency.who, Who::Source(Some(_))) && p.who == Who::Words && p.body && own.is_none() {
        let s = statement(number, memory.resolve(v, agency), Some(verb_of(v, m)));
        return Some(Open {
            statement: s,
            first: m.first as usize,
            from: t,
            to: None,
            clause: false,
            person: None,
            with: Vec::new(),
        });
    }
    // `ونقل المتحدث فلان عن الوزير قوله`: who passes it on may speak himself later.
    if agency.who == Who::Words && !agency.body {
        memory.resolve(v, agency);
    }
    // `نقلت الوكالة عن المتحدث نفيه أي لقاء`: the verbal noun with its pronoun, and what it has as its object.
    let own = v.at(p.next).filter(|m| {
        let his = v.raw(p.next).ends_with(['ه', 'ا', 'م']) && m.first == m.last && m.proclitics.is_none();
        his && v.frame(m).reports && (v.shape(m) == Shape::Masdar || masdar_too(v, m)) && matches!(m.ending, Ending::Pronoun(_))
    });
    let noun =
        own.and_then(|m| opening(v, p.next + 1, v.frame(m), true).filter(|o| o.direct && (o.clause || o.at == p.next + 1)));
    if let (Some(noun), Some(own)) = (noun, own) {
        let mut s = statement(number, memory.resolve(v, &p), Some(verb_of(v, own)));
        s.via = media(v, agency);
        let (first, from) = (m.first as usize, noun.at);
        return Some(Open { statement: s, first, from, to: None, clause: noun.clause, person: None, with: Vec::new() });
    }
    let opening = opening(v, unnamed(v, p.next), v.frame(m), false)?;
    let saying = (p.next..opening.at).find_map(|k| v.at(k).filter(|m| v.frame(m).tells == Tells::Saying));
    let mut s = statement(number, memory.resolve(v, &p), Some(verb_of(v, saying.unwrap_or(m))));
    s.via = media(v, agency);
    s.time = opening.time;
    Some(Open { statement: s, first: m.first as usize, from: opening.at, to: None, clause: true, person: None, with: Vec::new() })
}

/// The agency that passes it on, where an entry knows it.
fn media(v: &View, agency: &Phrase) -> Option<EntryId> {
    match agency.who {
        Who::Entry(id) if v.lexicon.kind(id) == Kind::Media => Some(id),
        _ => None,
    }
}

/// The token behind `لم تسمها`, `لم يكشف عن اسمه`: why a source is not named.
pub(super) fn unnamed(v: &View, t: usize) -> usize {
    let not = matches!(v.raw(t), "لم") && (v.raw(t + 1).ends_with(['ه', 'ا', 'م']) || v.over(t + 1).is_some());
    let said = |k: &usize| v.at(*k).is_some_and(|m| v.frame(m).tells == Tells::Saying) || v.particle(*k) == Particle::That;
    (t + 2..v.len().min(t + ADJECTIVES + 4)).take_while(|&k| v.mark(k).is_none()).find(said).filter(|_| not).unwrap_or(t)
}

/// `عن السياسي البارز فلان الفلاني قوله`: a name behind what they are.
pub(super) fn described(v: &View, from: usize) -> Option<Phrase> {
    let article = |t: &usize| v.raw(*t).starts_with("ال") && v.over(*t).is_none();
    let at = from + (from..v.len().min(from + ADJECTIVES)).take_while(article).count();
    phrase(v, at)
        .or_else(|| passed_on(v, at))
        .filter(|p| at > from && v.at(p.next).is_some_and(|m| v.frame(m).tells == Tells::Saying))
}
