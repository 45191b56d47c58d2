//! Speech that nobody is named with: `وعلى حد قوله`, `كما أعلن أنه`, `وأفادت مصادر أن`, `ترددت أنباء عن`.

use super::frame::{Open, statement, verb_of};
use super::memory::Memory;
use super::opening::{Opening, opening};
use super::speaker::phrase_with;
use super::view::{Particle, View};
use super::{Resolved, Speaker, Statement, Verb, Who};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Person;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Words between a source and what it says: `مصادر أمنية مطلعة`.
const ADJECTIVES: usize = 3;

/// `وعلى حد قوله، فإن …`: who spoke before goes on.
pub(super) fn as_put(v: &View, m: &Match, number: u32, memory: &Memory) -> Option<Open> {
    let (first, last) = (m.first as usize, m.last as usize);
    let leads = (0..first).all(|k| v.mark(k).is_some() || v.connective(k).is_some());
    let that = (last + 1..v.len().min(last + 3)).find(|&k| v.particle(k) == Particle::That)?;
    if !leads || !v.raw(last).ends_with(['ه', 'ا', 'م']) {
        return None;
    }
    let (speaker, person) = memory.carry(number, None, true);
    let s = statement(number, speaker, Some(verb_of(v, m)));
    Some(Open { statement: s, first, from: that + 1, to: None, clause: true, person, with: Vec::new() })
}

/// `الفريق، على حد قوله، لن يعود.`, `الفريق باق، كما قال.`: what stands round it, or before it, is said by who spoke before.
pub(super) fn as_put_inside(v: &View, m: &Match, number: u32, memory: &Memory, open: &[Open]) -> Option<Open> {
    let (first, last) = (m.first as usize, m.last as usize);
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let own = v.raw(last).ends_with(['ه', 'ا']) || matches!(v.raw(last), "قال" | "قالت");
    let ends = last + 1 >= v.len() || v.mark(last + 1).is_some_and(|c| c != ':');
    if !open.is_empty() || !own || !ends || first < 2 || !comma(first - 1) {
        return None;
    }
    let person = if v.raw(last).ends_with(['ا', 'ت']) { Person::She } else { Person::He };
    let (speaker, person) = memory.carry(number, Some(person), true);
    let to = (!comma(last + 1)).then_some(first);
    let s = statement(number, speaker, Some(verb_of(v, m)));
    (speaker.who != Who::Unresolved).then_some(Open { statement: s, first, from: 0, to, clause: true, person, with: Vec::new() })
}

/// `كما أعلن أنه بدأ`: who spoke before tells more.
pub(super) fn told_too(v: &View, m: &Match, number: u32, memory: &Memory, open: &[Open]) -> Option<Open> {
    let (first, last) = (m.first as usize, m.last as usize);
    let person = if v.raw(last).ends_with('ت') { Person::She } else { Person::He };
    let inside = open.last().filter(|o| o.person == Some(person)).map(|o| Speaker {
        role: (0, 0),
        by: Resolved::CarriedOver,
        ..o.statement.speaker
    });
    if first > 0 && (inside.is_none() || v.mark(first - 1).is_none()) {
        return None;
    }
    let (speaker, person) = inside.map_or_else(|| memory.carry(number, Some(person), true), |s| (s, Some(person)));
    let verb = Verb { entry: v.id(m), span: (v.start(last), v.end(last)) };
    let s = statement(number, speaker, Some(verb));
    Some(Open { statement: s, first, from: last + 2, to: None, clause: true, person, with: Vec::new() })
}

/// `أفادت مصادر طبية بمقتل جنديين`: a noun behind its preposition, right behind the sources and their adjectives.
pub(super) fn with_noun(v: &View, m: &Match) -> Option<Opening> {
    let reports = v.raw(m.first as usize).trim_start_matches('و').starts_with("أفاد");
    let from = m.last as usize + 1;
    let adjective = |t: &usize| v.mark(*t).is_none() && v.raw(*t).ends_with(['ة', 'ا']) && !v.raw(*t).starts_with('ب');
    let at = from + (from..v.len().min(from + ADJECTIVES)).take_while(adjective).count();
    let by = v.at(at).map_or_else(|| v.raw(at).starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH));
    (reports && by && v.raw(at).chars().count() > 3).then_some(Opening {
        at,
        clause: false,
        direct: true,
        time: None,
        place: None,
    })
}

/// `وأفادت مصادر في المعارضة أن`
pub(super) fn reports(v: &View, m: &Match, number: u32, memory: &mut Memory, open: &[Open]) -> Option<Open> {
    if open.last().is_some_and(|o| o.clause) && m.first > 0 && v.mark(m.first as usize - 1).is_none() {
        return None;
    }
    let clause = opening(v, m.last as usize + 1, v.frame(m), false).filter(|o| o.clause);
    // `ترددت أنباء عن اتفاق الطرفين`: nobody's word, and not the article's.
    let about = || {
        opening(v, m.last as usize + 1, v.frame(m), false)
            .filter(|o| v.frame(m).takes.has(Takes::ABOUT) && o.at == m.last as usize + 1)
    };
    let opening = clause.or_else(about).or_else(|| with_noun(v, m))?;
    let of = (m.last as usize + 1..opening.at)
        .find_map(|k| v.at(k).filter(|m| matches!(v.kind(m), Kind::Party | Kind::Country | Kind::Organization)))
        .map(|m| v.id(m));
    let last = m.last as usize;
    let span = (v.start(last), v.end(last));
    let mut speaker = Speaker { who: Who::Source(None), span, role: span, of, by: Resolved::Named };
    // `تلا الوزير البيان الذي جاء فيه أن`: the paper that was named before.
    if matches!(v.raw(last), "فيه" | "فيها") {
        let paper = |k: usize| v.at(k).is_some_and(|m| v.kind(m) == Kind::Term && v.frame(m).speaker);
        let named = (0..m.first as usize)
            .rev()
            .find(|&k| paper(k))
            .and_then(|k| phrase_with(v, k, Proclitics(Proclitics::BEH.0 | Proclitics::LAM.0)))?;
        speaker = memory.resolve(v, &named);
    }
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
        with: Vec::new(),
    })
}
