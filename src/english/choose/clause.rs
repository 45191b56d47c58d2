//! One verb to a clause: what could be a verbal noun is one.

use super::{At, nominal_follows};
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::Pos;

pub(super) fn points(at: &At) -> i32 {
    use Pos::{Adjective, Clause, If, Mark, Masdar, Noun, Rel, That, Verb, What};
    let At { c, before, prev, next, .. } = *at;
    let verb = c.pos == Verb;
    let mut s = 0;
    if matches!(c.pos, Verb | Masdar) && !(verb && c.tense != Tense::Perfect) {
        let clause = before.iter().rev().take_while(|n| {
            (!matches!(n.pos, Mark(_)) || n.quote() || c.and && c.pos == Masdar && n.pos == Mark('،'))
                && !matches!(n.pos, That | Rel | Clause | What | If)
        });
        let (mut has_verb, mut has_masdar) = (false, false);
        for n in clause {
            has_verb |= n.pos == Verb && !n.lemma.is_some_and(|l| l.is('a') || l.ar == "كان");
            let deed = n.pos == Noun
                && n.mention
                && n.en.split(' ').next().is_some_and(|w| {
                    ["tion", "sion", "ment", "ing", "al"].iter().any(|e| w.ends_with(e))
                        || matches!(w, "halt" | "release" | "exchange")
                });
            has_masdar |= n.pos == Masdar
                || deed
                || n.pos == Noun && n.prep.is_some() && (n.mention || n.lemma.is_some_and(|l| l.pos == "verb"));
        }
        let indefinite = prev.is_some_and(|p| !p.definite && !p.bare && matches!(p.pos, Noun | Masdar | Adjective));
        if verb && !c.and && has_verb && !indefinite {
            s -= 20;
        }
        // أعلن البحرة تأييده، ورفض الاعتراف: a man goes on behind the comma; what he did is a verb.
        let he = before.iter().rev().find(|n| n.pos == Verb).is_some_and(|n| n.person == Person::He && n.tense == Tense::Perfect);
        let comma = before.iter().rev().find(|n| !n.quote()).is_some_and(|n| matches!(n.pos, Mark('،' | ',')));
        let goes_on = comma && he && c.pron.is_none() && !c.ar.starts_with(['إ', 'ا', 'ت']) && !c.ar.ends_with('ه');
        if c.pos == Masdar && c.and && has_masdar && nominal_follows(next) && !goes_on {
            s += 22;
        }
    }
    s
}
