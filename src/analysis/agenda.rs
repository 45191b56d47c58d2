//! What the talks are about: where a sentence begins to say it.

use super::statements::view::{Particle, View};
use crate::arabic::clitics::Ending;
use crate::glossary::entry::Kind;
use crate::glossary::matcher::Match;

/// Places of the words that open what the talks are about: a finite verb of dealing with, or `عنوانا الاجتماع`. Not in a relative clause, which tells of something else.
pub(super) fn agenda(v: &View) -> Option<u32> {
    let m = v.s.matches.iter().find(|m| {
        let governs = |p| matches!(p, Particle::Relative | Particle::Adjunct | Particle::Takes(_));
        v.frame(m).agenda
            && (m.first == 0 || !governs(v.particle(m.first as usize - 1)))
            && m.ending == Ending::None
            && !only(v, m)
            && (v.kind(m) == Kind::Term || v.finite(m).is_some())
    })?;
    Some(m.start)
}

/// Tokens behind a verb in which its exception stands.
const NEAR: usize = 8;

/// `لم يقبل أن يناقش سوى الهدنة`, `لم تبحث المحادثات إلا ملفين`: what was talked of is what is excepted, and no list of an agenda.
fn only(v: &View, m: &Match) -> bool {
    let (first, last) = (m.first as usize, m.last as usize);
    let but = |t: usize| matches!(v.raw(t), "سوى" | "إلا" | "غير");
    let negated = (first.saturating_sub(4)..first).any(|t| v.negates(t));
    negated || (last + 1..v.len().min(last + NEAR)).take_while(|&t| v.mark(t).is_none()).any(but)
}
