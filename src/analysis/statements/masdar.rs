//! A verbal noun of a reporting verb, behind a verb that only leads to it: `اكتفى X بالإشارة إلى أن`, `سارع X إلى نفي الأنباء`, `حرص X على التأكيد أن`.

use super::circumstance::NAMED;
use super::frame::{Open, statement};
use super::holder::holder;
use super::memory::Memory;
use super::opening::opening;
use super::speaker::phrase;
use super::subject::{leading, main_subject};
use super::view::{Particle, View};
use super::{Statement, Verb};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens between the subject and the verbal noun: `استهل X كلمته أمام المجلس بالتأكيد أن`.
const BETWEEN: usize = 6;

/// `بعد ساعات من قول مسؤولين أتراك إن`, `رغم تأكيد الوزير أن`: the noun with its own speaker, and a clause right behind.
fn own(v: &View, m: &Match, number: u32, memory: &mut Memory) -> Option<Open> {
    let t = m.first as usize;
    let says = matches!(v.stance(m), Some("say" | "affirm" | "announce" | "add" | "deny" | "reveal"));
    // `طمأنة الحلفاء`: whom, and not who.
    let says = says && !v.frame(m).takes.has(Takes::TO);
    let bare = m.proclitics.is_none() && m.ending == Ending::None && m.first == m.last && !v.raw(t).starts_with("ال");
    let governed = t > 0 && (v.particle(t - 1) != Particle::None || v.connective(t - 1).is_some()) && !v.negates(t - 1);
    if !says || !bare || !governed || v.particle(t - 1) == Particle::Relative {
        return None;
    }
    // `وسط تأكيد من مسؤول في الوفد بأن`
    let from = usize::from(v.particle(t + 1) == Particle::Takes(Takes::FROM));
    let p = phrase(v, t + 1 + from).map(|p| holder(v, p)).filter(|p| v.mark(p.next - 1).is_none())?;
    // `بعد إعلان السلطات «تحريرها»`: a word of theirs.
    let whole = |at: usize| v.opens(at).is_none_or(|(a, b)| b - a > NAMED);
    let opening = opening(v, p.next, v.frame(m), false)
        .filter(|o| o.clause && o.direct && whole(o.at))
        // `تأكيد المتحدث، لـ«الصحيفة»، أن`: whom he told stands between two commas.
        .filter(|o| o.at <= p.next + BETWEEN + if v.mark(p.next).is_some() { BETWEEN } else { 0 })?;
    let verb = Verb { entry: v.id(m), span: (v.start(t), v.end(t)) };
    let s = Statement { time: opening.time, place: opening.place, ..statement(number, memory.resolve(v, &p), Some(verb)) };
    Some(Open { statement: s, first: t, from: opening.at, to: None, clause: true, person: None, with: Vec::new() })
}

/// The statement that a verbal noun opens, where the sentence has none yet.
pub(super) fn masdar(v: &View, m: &Match, number: u32, memory: &mut Memory) -> Option<Open> {
    let t = m.first as usize;
    if let Some(found) = own(v, m, number, memory) {
        return Some(found);
    }
    let behind = t > 0 && matches!(v.particle(t - 1), Particle::Takes(_));
    let tied = m.proclitics.has(Proclitics::BEH);
    let subject = main_subject(v, memory, t)?;
    let near = subject.next <= t && t - subject.next <= BETWEEN;
    let light = leading(v, subject.first).is_some();
    // `حرص على التأكيد أن`, `اكتفى بالإعراب`, `أعاد التأكيد أن`
    if !near || !(behind || tied || (light && t == subject.next && v.raw(t).starts_with("ال"))) || v.negates(t) {
        return None;
    }
    let frame = v.frame(m);
    // `بادرت القيادة إلى تشديد الحراسة`: what she does.
    let object = light && !matches!(v.stance(m), Some("affirm" | "stress"));
    let opening = opening(v, m.last as usize + 1, frame, object).filter(|o| o.direct && (o.clause || light))?;
    let verb = Verb { entry: v.id(m), span: (v.start(t), v.end(m.last as usize)) };
    let s = Statement { time: opening.time, place: opening.place, ..statement(number, memory.resolve(v, &subject), Some(verb)) };
    Some(Open { statement: s, first: t, from: opening.at, to: None, clause: opening.clause, person: None, with: Vec::new() })
}
