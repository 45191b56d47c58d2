//! Slots that are events by themselves, once somebody announces them: `أعلنت الأمم المتحدة تأجيل المحادثات`.

use super::governor::{Governor, governor};
use super::hearsay::{passed_on, postpones};
use super::phrase::{Form, Phrase, status_of};
use super::provides::provided;
use super::slot::whole;
use super::status::{headline, opens, status};
use super::voice::covers;
use super::{Outcome, Status};
use crate::analysis::statements::Statement;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// The state of a slot that is an event by itself (`تأجيل المحادثات`), once someone announces it.
pub(super) fn announced(v: &View, slot: EntryId) -> Option<Status> {
    status_of(v.lexicon.entries[slot as usize].status.as_deref())
}

/// A slot that is an event by itself, where a verb announces it and no phrase says more: `أعلنت الأمم المتحدة تأجيل المحادثات`.
pub(super) fn events(
    v: &View,
    (m, slots): (&Match, &[&Match]),
    phrases: &[Phrase],
    number: u32,
    statements: &[Statement],
    out: &mut Vec<Outcome>,
) {
    let (first, last) = (m.first as usize, m.last as usize);
    let Some(state) = announced(v, v.id(m)) else { return };
    let at = v.end(first) - 1;
    let told = |o: &Outcome| o.sentence == number && o.span.0 <= m.start && m.start < o.span.1;
    if out.iter().any(told) || phrases.iter().any(|p| p.first <= last && first <= p.last) {
        return;
    }
    // `خلافا لما أعلنه الوفد من تمديد الهدنة`
    if !postpones(v, v.id(m)) && passed_on(v, first) {
        return;
    }
    let mut all: Vec<Phrase> = phrases.iter().copied().filter(|p| p.last < first).collect();
    all.push(Phrase { first, last, gap: (0, 0), entry: v.id(m), status: Status::Agreed, form: Form::Noun });
    let i = all.len() - 1;
    // `تمديد الهدنة شهرين`: a headline tells it.
    if state == Status::Agreed && headline(v) && opens(v, first) && governor(v, &all, i).is_none() {
        let span = (v.start(first), v.end(last));
        out.push(Outcome {
            sentence: number,
            slot: v.id(m),
            phrase: v.id(m),
            status: state,
            span,
            statement: None,
            words: None,
            topic: None,
        });
        return;
    }
    let Some((found, t)) = governor(v, &all, i) else { return };
    // `بعد توقيع الاتفاق`: what is known already.
    let since = matches!(v.over(t).map(|m| v.kind(m)), Some(Kind::Time)) && (first..=last).any(|k| v.raw(k).starts_with("ال"));
    let relative = (t..first).any(|k| matches!(v.particle(k), Particle::That | Particle::Relative));
    // `حال الخلاف دون توقيع الاتفاق`; `دعا إلى عدم تعليق المحادثات` is a wish.
    let denied = || status(v, &all, i, statements, number) == Some(Status::NotAgreed);
    let never = matches!(found, Governor::Negator) && t + 1 == first && state == Status::Agreed && denied();
    let state = if never { Status::NotAgreed } else { state };
    let announced =
        matches!(found, Governor::Report | Governor::Phrase(_)) && status(v, &all, i, statements, number) == Some(Status::Agreed);
    if relative || since || !(announced || never) {
        return;
    }
    let statement = statements.iter().position(|s| s.sentence == number && covers(v, s, at)).map(|n| n as u32);
    // `توقيع اتفاق لوقف إطلاق النار`: what was signed is about.
    let about = |c: &&Match| v.kind(c) == Kind::Slot && c.first as usize == last + 1 && c.proclitics.has(Proclitics::LAM);
    if let Some(c) = v.s.cues.iter().find(about) {
        let span = (v.start(first), v.end(c.last as usize));
        out.push(Outcome {
            sentence: number,
            slot: v.id(c),
            phrase: v.id(m),
            status: state,
            span,
            statement,
            words: None,
            topic: None,
        });
        return;
    }
    for (slot, last, words) in provided(v, slots, v.id(m), last) {
        let span = (v.start(first), v.end(whole(v, last)));
        out.push(Outcome { sentence: number, slot, phrase: v.id(m), status: state, span, statement, words, topic: None });
    }
    if !out.iter().any(told) {
        let span = (v.start(first), v.end(last));
        out.push(Outcome {
            sentence: number,
            slot: v.id(m),
            phrase: v.id(m),
            status: state,
            span,
            statement,
            words: None,
            topic: None,
        });
    }
}
