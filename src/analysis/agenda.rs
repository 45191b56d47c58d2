//! What the talks are about: where a sentence begins to say it.

use super::statements::view::{Particle, View};
use crate::arabic::clitics::Ending;
use crate::glossary::entry::Kind;

/// Places of the words that open what the talks are about: a finite verb of dealing with, or `عنوانا الاجتماع`. Not in a relative clause, which tells of something else.
pub(super) fn agenda(v: &View) -> Option<u32> {
    let m = v.s.matches.iter().find(|m| {
        let governs = |p| matches!(p, Particle::Relative | Particle::Adjunct | Particle::Takes(_));
        v.frame(m).agenda
            && (m.first == 0 || !governs(v.particle(m.first as usize - 1)))
            && m.ending == Ending::None
            && (v.kind(m) == Kind::Term || v.finite(m).is_some())
    })?;
    Some(m.start)
}
