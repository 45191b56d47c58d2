//! Whose word an outcome is.

use super::status::headline;
use crate::analysis::statements::Statement;
use crate::analysis::statements::view::{Particle, View};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;

/// The statement that an outcome at byte `at` stands in: of who passes a deed on (`وافقت الحكومة، بحسب X`), before that of the deed; the first of those who say it with one verb.
pub(super) fn voice(v: &View, statements: &[Statement], number: u32, at: u32) -> Option<u32> {
    let over = |s: &&Statement| s.sentence == number && covers(v, s, at);
    let over = |s: &&Statement| over(s) && !of_a_clause(v, s, at) && !beside_it(v, s, at);
    // `ومن المقرر، وفقا لمسؤول أممي، أن يسري الاتفاق`: between the words that say so.
    let between = |s: &&Statement| {
        let verb = |t: usize| v.end(t) > at && v.start(t) < s.content.0 && v.at(t).is_some_and(|m| v.finite(m).is_some());
        let comma = |x: u32| (1..v.len()).any(|t| v.start(t) == x && matches!(v.mark(t - 1), Some('،' | ',')));
        s.sentence == number
            && s.verb.is_some_and(|x| {
                v.lexicon.kind(x.entry) == Kind::Connective && at < x.span.0 && x.span.0 < s.content.0 && comma(x.span.0)
            })
            && !(0..v.len()).any(verb)
    };
    let passes = |s: &&Statement| s.verb.is_some_and(|verb| v.lexicon.kind(verb.entry) == Kind::Connective);
    let found = statements
        .iter()
        .filter(over)
        .rfind(passes)
        .or_else(|| statements.iter().rfind(over))
        .or_else(|| statements.iter().find(between))?;
    statements.iter().position(|s| s.sentence == number && s.verb == found.verb).map(|n| n as u32)
}

/// `أعلنت المبعوثة اختتام الجولة، دون أن يتفق المجتمعون على الأسماء`: what the report sets beside a thing that is announced.
fn beside_it(v: &View, s: &Statement, at: u32) -> bool {
    let announces = |e: EntryId| v.lexicon.kind(e) == Kind::Verb && v.lexicon.stance(e) == Some("announce");
    let Some(verb) = s.verb.filter(|x| announces(x.entry) && x.span.1 <= at) else { return false };
    let inside: Vec<usize> = (0..v.len()).filter(|&t| v.start(t) >= verb.span.1 && v.start(t) <= at).collect();
    let without = |t: usize| {
        let word = if v.raw(t) == "من" { v.raw(t + 1) } else { v.raw(t) };
        matches!(word, "دون" | "بدون" | "بلا")
    };
    let Some(&comma) = inside.iter().find(|&&t| matches!(v.mark(t), Some('،' | ',')) && without(t + 1)) else { return false };
    !s.quoted && !inside.iter().any(|&t| t < comma && (v.particle(t) == Particle::That || v.is_quote(t)))
}

/// `دون اتفاق ينهي حربا أودت، بحسب تقديرات المنظمة، بحياة الآلاف`: who passes on what a later verb of the sentence tells, and goes on with it.
fn of_a_clause(v: &View, s: &Statement, at: u32) -> bool {
    let Some(verb) = s.verb.filter(|x| v.lexicon.kind(x.entry) == Kind::Connective && at < x.span.0) else { return false };
    let who = s.speaker.span.1.max(verb.span.1);
    let token = |byte: u32| (0..v.len()).find(|&t| v.start(t) >= byte);
    let (Some(here), Some(told)) = (token(at), token(verb.span.0)) else { return false };
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    let close = token(who).and_then(|t| (t..v.len()).find(|&t| v.mark(t).is_some()));
    // Behind the second comma the clause goes on, with no verb of its own and no و.
    let on = close.filter(|&t| comma(t)).is_some_and(|t| {
        t + 1 < v.len()
            && !v.raw(t + 1).starts_with('و')
            && v.at(t + 1).is_none_or(|m| v.finite(m).is_none())
            && v.connective(t + 1).is_none()
    });
    let verb =
        told > 1 && comma(told - 1) && v.at(told - 2).is_some_and(|m| v.finite(m).is_some() && v.start(m.first as usize) > at);
    let verb = verb
        || (here..told).any(|t| v.over(t).is_some_and(|m| v.kind(m) == Kind::Verb && v.finite(m).is_some() && v.start(t) > at));
    on && verb
}

pub(super) fn covers(v: &View, s: &Statement, at: u32) -> bool {
    // `جاء في البيان الختامي`: that there is one is nobody's word.
    let verb = |entry: EntryId| v.lexicon.kind(entry) == Kind::Verb;
    s.content.0 <= at && at < s.content.1 || s.verb.is_some_and(|x| verb(x.entry) && x.span.0 <= at && at < x.span.1)
}

/// `الحوثيون يعلنون التوصل إلى اتفاق`: a headline in which a side announces at token `t` what it says was agreed. Of a body that mediates it is no claim (role or `takes`).
pub(super) fn side_announces(v: &View, t: usize) -> bool {
    let announces = v.over(t).is_some_and(|m| v.kind(m) == Kind::Verb && v.finite(m).is_some());
    let start = (0..t).rev().find(|&k| v.mark(k).is_some() && !v.is_quote(k)).map_or(0, |k| k + 1);
    let mediates = |id: &str| v.lexicon.number(id).is_some_and(|n| v.lexicon.role(n) == Some("mediator"));
    let neutral = |k: usize| {
        v.over(k).is_some_and(|m| {
            let e = v.entry(m);
            e.role.as_deref() == Some("mediator")
                || e.takes.iter().any(|t| t == "mediates")
                || e.affiliation.as_deref().is_some_and(mediates)
        })
    };
    headline(v) && announces && start < t && !(start..t).any(neutral)
}
