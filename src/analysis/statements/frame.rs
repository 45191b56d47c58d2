//! Frames: a verb with its speaker and its content.
//!
//! `قال X إن`, `X قال إن`, `وكان X أعلن`, `وأضاف أن`, `X: …`, `بحسب X، فإن`, `نقلت وكالة X عن Y قوله إن`, `، مشيراً إلى أن`.

use std::cell::OnceCell;

use super::according::according;
use super::acting::{acts, background, goes_on, named_with_colon, names_itself, paper};
use super::extent::{another, close, leading_quote};
use super::joint::main;
use super::masdar::masdar;
use super::memory::Memory;
use super::participle::{participle, saying};
use super::reports::reports;
use super::verb::{calls, verb};
use super::view::View;
use super::{Resolved, Speaker, Statement, Verb, Who};
use crate::analysis::parse::Parsed;
use crate::arabic::inflect::{Person, Shape};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Tells;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::matcher::Match;
use crate::glossary::sign::Signs;

/// A statement whose end is not known yet.
pub(super) struct Open {
    pub(super) statement: Statement,
    /// First token of the frame: what stands before it is no content of the frame before.
    pub(super) first: usize,
    /// First token of the content, and the token after the last where the frame knows it.
    pub(super) from: usize,
    pub(super) to: Option<usize>,
    pub(super) clause: bool,
    pub(super) person: Option<Person>,
    /// Who says the same with the speaker.
    pub(super) with: Vec<Speaker>,
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
    memory.begin(number as u32);
    let first = s.tokens.first().map_or("", |t| t.text(text));
    if number == 0 && s.about.has(Kind::Place) && s.about.has(Kind::Media) {
        memory.ministries.dateline(&View::new(text, s, lexicon));
    }
    memory.was = matches!(first, "وكان" | "كان" | "وكانت" | "كانت");
    memory.topic = matches!(first, "وبشأن" | "بشأن" | "وحول" | "حول" | "وعن" | "وبخصوص" | "وفيما" | "وفي" | "وبالنسبة");
    let heading = matches!(s.span.kind, SentenceKind::Heading | SentenceKind::Title);
    if heading {
        memory.forget();
    } else if s.span.kind != SentenceKind::Sentence {
        return;
    }
    let acts_on = goes_on(text, s, lexicon);
    if let Some(person) = acts_on {
        memory.goes_on(number as u32, person);
    }
    let view = OnceCell::new();
    let continued = memory.quote(number as u32);
    let v = || {
        view.get_or_init(|| {
            let v = View::new(text, s, lexicon);
            if continued { v } else { v.alone() }
        })
    };
    if s.has_quotes && v().goes_on() {
        memory.open_quote(number as u32);
    }
    let person = !heading && s.about.has(Kind::Person);
    if person && s.about.has(Kind::Title) {
        memory.learn(v());
    }
    if !heading && !s.about.speaks && s.about.has(Kind::Title) {
        memory.learn_names(v());
    }
    if person && s.signs.has(Signs::HEADED) {
        memory.learn_heads(v());
    }
    if person && s.about.heads {
        memory.learn_leaders(v());
    }
    if !heading && s.cues.iter().any(|m| lexicon.kind_of(m.form) == Kind::Body) {
        memory.learn_bodies(v());
    }
    // Behind the first word, whatever it is.
    let named = |m: &Match| {
        m.first == 1
            && (matches!(lexicon.kind_of(m.form), Kind::Person | Kind::Title | Kind::Party | Kind::Organization)
                || lexicon.entries.id(lexicon.forms[m.form as usize].entry) == "delegation")
    };
    let called = |m: &Match| m.first == 1 && lexicon.kind_of(m.form) == Kind::Body;
    let known = || s.tokens.get(1).is_some_and(|t| memory.knows(t.text(text)));
    let acts =
        (!heading && (s.matches.iter().any(named) || s.cues.iter().any(called) || known())).then(|| acts(v(), memory)).flatten();
    if let Some((p, person)) = acts {
        let speaker = memory.resolve(v(), &p);
        memory.acted(number as u32, speaker, person);
    }
    if s.has_quotes && !heading && v().closes() {
        memory.quoted_on(number as u32);
    }
    let quiet = || !heading && !person && !s.about.has(Kind::Title);
    let colon = s.tokens.iter().take(14).any(|t| t.kind == TokenKind::Mark(':'));
    if !colon && (heading || !s.about.speaks) {
        if quiet()
            && let Some(person) = background(text, s, lexicon)
        {
            memory.background(number as u32, person);
        }
        return;
    }
    let v = v();
    let mut open: Vec<Open> = Vec::new();
    let number = number as u32;
    if colon && let Some(found) = named_with_colon(v, number, heading, memory) {
        open.push(found);
    }
    if !heading {
        for m in &s.matches {
            let frame = v.frame(m);
            // `وتابع موضحاً: «…»`: how it is said.
            if open.last().is_some_and(|o| chained(v, o, m)) {
                continue;
            }
            let found = if frame.reports && !v.quoted(m.first as usize) {
                match v.shape(m) {
                    Shape::Participle => participle(v, m, number, memory, &open, acts_on),
                    Shape::Masdar if open.is_empty() => masdar(v, m, number, memory),
                    _ => {
                        let found = verb(v, m, number, memory, &open);
                        let passed = || v.at(0).is_some_and(|m| v.frame(m).tells == Tells::According);
                        let main = |m| main(v, m) || passed() && v.finite(m).is_some();
                        if found.is_none() && open.is_empty() && main(m) && acts_on.is_none() {
                            memory.forget();
                            // `ودانت المنامة في نبأ استمرار الحملة`: what she said could not be read, and she goes on.
                            if let Some((p, person)) = names_itself(v, m) {
                                let speaker = memory.resolve(v, &p);
                                memory.acted(number, speaker, person);
                            }
                        }
                        if found.is_none()
                            && !v.quoted_on(m.first as usize)
                            && let Some(o) = open.last_mut().filter(|o| o.from < m.first as usize && another(v, m, o.clause))
                        {
                            o.to = o.to.or(Some(m.first as usize));
                        }
                        found
                    }
                }
            } else {
                match frame.tells {
                    Tells::According if !v.quoted(m.first as usize) => according(v, m, number, memory, &mut open),
                    Tells::Saying if m.first == m.last && open.is_empty() => saying(v, m, number, memory),
                    Tells::Saying if says_on(v, m, &open) => participle(v, m, number, memory, &open, acts_on),
                    Tells::Calling if !v.quoted(m.first as usize) => calls(v, m, number, memory),
                    Tells::Saying if m.first != m.last && !v.quoted(m.first as usize) => reports(v, m, number, memory, &open),
                    _ => None,
                }
            };
            if let Some(found) = found {
                open.extend(leading_quote(v, m, &found).filter(|_| open.is_empty()));
                // `قال X إن …، وفقاً للهيئة`: X goes on.
                let passed = frame.tells == Tells::According && open.iter().any(|o| o.statement.verb.is_some());
                if found.statement.speaker.by != Resolved::Unresolved && !passed {
                    memory.spoke(number, found.statement.speaker, found.person);
                }
                open.push(found);
            }
        }
    }
    // `وكشف مصدر عن عرض أخير، لكن رئيس الوفد تمسك بموقفه. وأضاف أن`: the source goes on.
    if let [first, turned] = &open[..]
        && matches!(first.statement.speaker.who, Who::Source(_))
        && turned
            .first
            .checked_sub(1)
            .into_iter()
            .chain([turned.first])
            .any(|t| matches!(v.raw(t), "لكن" | "ولكن" | "غير" | "بيد"))
    {
        memory.spoke(number, first.statement.speaker, first.person);
    }
    if let Some(whose) = paper(v, &open) {
        memory.in_paper(number, whose);
    }
    if open.is_empty()
        && quiet()
        && let Some(person) = background(text, s, lexicon)
    {
        memory.background(number, person);
    }
    close(v, open, out);
}

/// True for the word right behind the verb of the open frame, before what is said: `تابع يقول`, `تابع موضحاً`.
fn chained(v: &View, open: &Open, m: &Match) -> bool {
    let t = m.first as usize;
    let behind = open.statement.verb.is_some_and(|verb| t > 0 && v.end(t - 1) == verb.span.1);
    behind && t < open.from && v.frame(m).reports && matches!(v.shape(m), Shape::Participle | Shape::Verb { .. })
}

/// `حث الطرفين على التهدئة، قائلاً إنه يتوقع`: the speaker goes on, behind a comma.
fn says_on(v: &View, m: &Match, open: &[Open]) -> bool {
    let t = m.first as usize;
    let comma = t > 0 && matches!(v.mark(t - 1), Some('،' | ','));
    m.first == m.last
        && v.raw(t).starts_with("قائل")
        && comma
        && !v.quoted(t)
        && open.last().is_some_and(|o| o.from < t && o.to.is_none())
}

pub(super) fn statement(sentence: u32, speaker: Speaker, verb: Option<Verb>) -> Statement {
    Statement {
        sentence,
        speaker,
        verb,
        negated: false,
        quoted: false,
        content: (0, 0),
        topic: None,
        topics: Vec::new(),
        addressee: None,
        via: None,
        time: None,
        place: None,
    }
}

pub(super) fn verb_of(v: &View, m: &Match) -> Verb {
    Verb { entry: v.id(m), span: (m.start, v.end(m.last as usize)) }
}
