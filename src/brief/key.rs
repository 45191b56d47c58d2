//! Key statements: those that a reader needs first. By rule: what a statement carries for the sections of the brief (an outcome, an accusation, a denial, a demand, a
//! promise, what is next), on the matter of the round; not what is only polite, tells of other rounds, or has no speaker.

use super::assemble::Given;
use super::parts::Statement;
use super::sections::others;
use super::speakers::Said;
use super::there::DELEGATES;
use super::{joined, room};
use crate::analysis::statements::Who;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::round::assign::Round;

/// Words from which a statement is long, and very long.
const LONG: usize = 22;
const VERY_LONG: usize = 32;

/// What a statement weighs; `role` is its speaker's.
pub(super) fn weight(said: &Said, role: &str, round: &Round, given: &Given) -> i32 {
    let (s, analysis) = (said.statement, said.analysis);
    let lexicon = given.lexicon;
    let number = analysis.statements.iter().position(|x| std::ptr::eq(x, s)).map(|n| n as u32);
    let sentence = &analysis.sentences[s.sentence as usize];
    let stance = s.verb.and_then(|v| lexicon.entries[v.entry as usize].stance.as_deref());
    let mut out = match stance.unwrap_or("say") {
        "accuse" | "deny" | "reject" | "demand" | "promise" | "threaten" | "condemn" => 3,
        "propose" | "ask" | "warn" => 2,
        "announce" | "agree" | "confirm" | "affirm" | "reveal" | "stress" => 1,
        _ => 0,
    };
    // `قال إن على أنقرة سحب قواتها`: a demand in plain words.
    let demands = |e: EntryId| {
        let entry = &lexicon.entries[e as usize];
        entry.kind == Kind::Term && entry.stance.as_deref() == Some("demand")
    };
    let inside = |start: u32, end: u32| s.content.0 <= start && end <= s.content.1;
    if out < 2 && sentence.mentions.iter().any(|m| inside(m.start, m.end) && demands(m.entry)) {
        out = 2;
    }
    if analysis.outcomes.iter().any(|o| o.statement == number) {
        out += 3;
    }
    if analysis.next.contains(&s.sentence) {
        out += 2;
    }
    if s.topics.iter().any(|&t| lexicon.entries[t as usize].kind == Kind::Slot) {
        out += 1;
    }
    if DELEGATES.iter().any(|d| role.starts_with(d)) {
        out += 1;
    }
    if sentence.background {
        out -= 4;
    }
    if others(sentence, round, given) && !analysis.next.contains(&s.sentence) {
        out -= 1;
    }
    out -= match said.text(s.content).split_whitespace().count() {
        0..3 => 2,
        3..LONG => 0,
        LONG..VERY_LONG => 1,
        _ => 3,
    };
    out - match s.speaker.who {
        Who::Unresolved => 4,
        Who::Source(_) => 1,
        _ => 0,
    }
}

/// What may be key: how many statements of a side and of one speaker, and what they weigh at least.
struct Limit {
    side: usize,
    nobody: usize,
    speaker: usize,
    least: i32,
}

/// First what every brief tells, then what fills one that has few sources.
const LIMITS: [Limit; 2] =
    [Limit { side: 5, nobody: 3, speaker: 3, least: 1 }, Limit { side: 10, nobody: 5, speaker: 6, least: 0 }];

/// Marks the key statements of all sides, each a list of statements with what they weigh: of a side the heaviest, no more than a few of one speaker; over all sides
/// no more English words than the budget: the first of each side, then what weighs most.
pub(super) fn mark(sides: &mut [(bool, Vec<(Statement, i32)>)], budget: usize) {
    let mut left = budget;
    for limit in &LIMITS {
        let mut fit: Vec<(usize, std::cmp::Reverse<i32>, usize, usize)> = Vec::new();
        for (number, (named, told)) in sides.iter().enumerate() {
            let chosen = of_one_side(told, *named, limit);
            fit.extend(chosen.into_iter().enumerate().map(|(rank, i)| (rank.min(1), std::cmp::Reverse(told[i].1), number, i)));
        }
        fit.sort_unstable();
        for (.., number, i) in fit {
            let side = &sides[number].1;
            let statement = &side[i].0;
            let goes_on = side[..i].iter().any(|(before, _)| before.key && joined::together(before, statement));
            let words = room::statement(statement, goes_on);
            if !statement.key && words <= left {
                left -= words;
                sides[number].1[i].0.key = true;
                // What is said in the same breath costs little, and is missed.
                left -= rest(&mut sides[number].1, left);
            }
        }
    }
}

/// Marks what the speakers of key statements say besides in the same sentences, as far as it fits; the words that takes. What a sentence says stands together.
fn rest(told: &mut [(Statement, i32)], left: usize) -> usize {
    let mut taken = 0;
    for of in told.chunk_by_mut(|(a, _), (b, _)| joined::place(a) == joined::place(b)) {
        for i in 0..of.len() {
            let near = |j: usize| of[j].0.key && joined::together(&of[i.min(j)].0, &of[i.max(j)].0);
            let words = room::statement(&of[i].0, true);
            if !of[i].0.key && taken + words <= left && (0..of.len()).any(|j| j != i && near(j)) {
                of[i].0.key = true;
                taken += words;
            }
        }
    }
    taken
}

/// Places of what may be key statements of one side, the heaviest first.
fn of_one_side(told: &[(Statement, i32)], named: bool, limit: &Limit) -> Vec<usize> {
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(told[i].1), i));
    let most = if named { limit.side } else { limit.nobody };
    let mut chosen: Vec<usize> = Vec::new();
    for i in order {
        let least = limit.least - i32::from(named && chosen.is_empty());
        let same = |&j: &usize| told[j].0.speaker.en == told[i].0.speaker.en;
        // The same act on the same matter, from the same mouth, is told once.
        let again = |&j: &usize| {
            let (a, b) = (&told[i].0, &told[j].0);
            a.verb.stance == b.verb.stance && a.speaker.en == b.speaker.en && a.topics.iter().any(|t| b.topics.contains(t))
        };
        if told[i].1 >= least
            && chosen.len() < most
            && chosen.iter().filter(|j| same(j)).count() < limit.speaker
            && !chosen.iter().any(again)
        {
            chosen.push(i);
        }
    }
    chosen
}
