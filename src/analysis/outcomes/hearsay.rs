//! What a sentence passes on and does not tell: a rumour (`يتردد أن`, `أنباء عن`), what somebody is asked about (`ردا على سؤال حول ما نقلته`), what another said and the source does not hold
//! (`خلافا لما أعلنه`); a breach that somebody is blamed for; and what one side did alone. None of it is an outcome of talks; a denial of it may be. The words are data (roles `hearsay` and `one_sided`).

use super::Status;
use super::phrase::Phrase;
use super::slot::own_slot;
use crate::analysis::statements::Statement;
use crate::analysis::statements::view::{Particle, View};
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between a deed and the words that say whose alone it was.
const ALONE: usize = 12;
/// Tokens between who is blamed and what for.
const BLAME: usize = 6;

/// True where nobody stands for what phrase `p` says, in the state that it would have.
pub(super) fn is_no_news(v: &View, p: &Phrase, status: Status, statements: &[Statement], number: u32) -> bool {
    // `ورود أنباء عن تأجيل المحادثات`: told as a report, by its word.
    let moved = || own_slot(v, p.entry).is_some_and(|slot| postpones(v, slot));
    status != Status::Denied && passed_on(v, p.first) && !(status == Status::Pending && moved())
        || status == Status::Agreed && alone(v, p)
        || status == Status::NotAgreed && charged(v, p, statements, number)
        || status == Status::Pending && doors(v, p)
        || status == Status::Agreed && rather(v, p)
}

/// `تبقى أبواب المدينة مفتوحة`: a welcome, and no open matter.
fn doors(v: &View, p: &Phrase) -> bool {
    let door = |t: usize| {
        matches!(
            v.raw(t).trim_start_matches(['و', 'ف']),
            "أبواب" | "الأبواب" | "باب" | "الباب" | "بابها" | "أبوابها" | "بابه" | "أبوابه"
        )
    };
    v.raw(p.last).starts_with("مفتوح") && (p.first.saturating_sub(BLAME)..=p.last).any(door)
}

/// `لم تنسحب الحركة وإنما علقت المفاوضات`: what one side did instead of leaving.
fn rather(v: &View, p: &Phrase) -> bool {
    let suspends = own_slot(v, p.entry).is_some_and(|slot| v.lexicon.entries.id(slot) == "talks_suspension");
    suspends && p.first > 0 && matches!(v.raw(p.first - 1), "وإنما" | "إنما" | "بل")
}

fn cue<'v>(v: &'v View, role: &'static str) -> impl Iterator<Item = &'v Match> {
    v.s.cues.iter().filter(move |m| v.role(m) == Some(role))
}

/// Token `t` stands behind words of hearsay, before the verb with which the sentence goes on: `ردا على سؤال حول ما نقلته الصحف من أن البند أحيل، قال`.
pub(super) fn passed_on(v: &View, t: usize) -> bool {
    let goes_on = |k: usize| {
        let verb = |k: usize| v.at(k).is_some_and(|m| v.finite(m).is_some() && v.stance(m).is_some());
        matches!(v.mark(k), Some('؛' | '.')) || matches!(v.mark(k), Some('،' | ',')) && verb(k + 1) || contrast(v, k)
    };
    cue(v, "hearsay").any(|m| (m.last as usize) < t && !(m.last as usize + 1..t).any(goes_on))
}

/// True for a slot that tells of talks put off.
pub(super) fn postpones(v: &View, slot: EntryId) -> bool {
    v.lexicon.role(slot) == Some("postponement")
}

fn contrast(v: &View, t: usize) -> bool {
    v.connective(t).is_some_and(|(_, role)| matches!(role, "contrast" | "turn"))
}

/// `أفرجت الجماعة من طرف واحد عن 300 أسير`
fn alone(v: &View, p: &Phrase) -> bool {
    let parts = |k: usize| matches!(v.mark(k), Some('.' | '؛' | ':')) || contrast(v, k) || v.particle(k) == Particle::That;
    cue(v, "one_sided").any(|m| {
        let first = m.first as usize;
        let (from, to) = if first > p.last { (p.last + 1, first) } else { (m.last as usize + 1, p.first) };
        to.saturating_sub(from) <= ALONE && from <= to && !(from..to).any(parts)
    })
}

/// `حمّله مسؤولية عدم الوفاء بتعهداته`: what somebody is blamed for, and no answer to the matter.
fn charged(v: &View, p: &Phrase, statements: &[Statement], number: u32) -> bool {
    let kept = v.lexicon.takes(p.entry).any(|t| t == "kept");
    let stance = |s: &Statement| s.verb.and_then(|x| v.lexicon.stance(x.entry));
    let inside = |s: &Statement| s.sentence == number && s.content.0 <= v.start(p.first) && v.start(p.first) < s.content.1;
    let accused = || statements.iter().any(|s| inside(s) && stance(s) == Some("accuse"));
    let blame = |k: usize| {
        v.raw(k).trim_start_matches("ال").starts_with("مسؤولية") || v.raw(k).starts_with("ب") && v.raw(k).ends_with("مسؤولية")
    };
    kept && (accused() || (p.first.saturating_sub(BLAME)..p.first).any(blame))
}

#[cfg(test)]
mod tests {
    use crate::analysis::outcomes::tests::says;

    #[test]
    fn what_nobody_stands_for_is_no_outcome() {
        says("وتقول تسريبات إن الطرفين اتفقا على تشكيل حكومة وحدة.", &[]);
        says("ويتردد في أروقة المحادثات أن الطرفين اتفقا على تمديد الهدنة.", &[]);
        says("وخلافا لما أعلنه رئيس الوفد من أن الطرفين اتفقا على تمديد الهدنة، قال المبعوث إن المحادثات مستمرة.", &[]);
        says("وردا على سؤال حول ما نشرته صحيفة من أن بند الأسرى أحيل إلى جولة أخرى، قال رئيس الوفد إنه عار من الصحة.", &[]);
    }

    #[test]
    fn what_is_told_behind_it_is_one() {
        says("وردا على سؤال عما نشرته الصحف، أعلن المبعوث أن الطرفين اتفقا على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
        says("وقالت وكالة أنباء محلية إن الطرفين اتفقا على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
        says("ولا يتردد الوفد في القول إن الطرفين اتفقا على تبادل الأسرى.", &[("prisoner_exchange", "agreed")]);
        says("وثمة أنباء عن تأجيل المحادثات إلى الخميس.", &[]);
        says("مع ورود أنباء عن تأجيلها إلى الخميس.", &[("talks_postponement", "pending")]);
    }

    #[test]
    fn what_is_denied_is_denied() {
        says("ونفى سيرغي لافروف أنباء عن التوصل إلى اتفاق على تبادل الأسرى.", &[("prisoner_exchange", "denied")]);
        says("وقال المتحدث باسم الوفد إن الحديث عن اتفاق على تبادل الأسرى غير دقيق.", &[("prisoner_exchange", "denied")]);
        says("وقال المتحدث باسم الوفد إن الحديث عن اتفاق على تبادل الأسرى سابق لأوانه.", &[]);
    }

    #[test]
    fn what_one_side_did_alone_is_no_outcome_of_talks() {
        says("وأفرجت الجماعة من طرف واحد عن 300 أسير.", &[]);
        says("وأفرجت الجماعة عن 300 أسير.", &[("prisoner_release", "agreed")]);
    }

    #[test]
    fn a_breach_that_somebody_is_blamed_for_is_no_answer() {
        says("وحمّل سيرغي لافروف أنقرة مسؤولية عدم الوفاء بتعهداتها في منطقة خفض التصعيد.", &[]);
    }
}
