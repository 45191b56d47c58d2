//! One verb to a clause: what could be a verbal noun is one.

use super::at::{At, nominal_follows};
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};

pub(super) fn points(at: &At) -> i32 {
    use Pos::{Adjective, Clause, If, Mark, Masdar, Name, Noun, Rel, That, Verb, What};
    let At { c, before, prev, next, .. } = *at;
    let verb = c.pos == Verb;
    let mut s = 0;
    // الحكومة السودانية توافق: she agrees; a verb that stands behind its subject agrees with it
    if verb
        && c.tense == Tense::Perfect
        && c.person == Person::He
        && !c.and
        && c.ar.starts_with('ت')
        && prev.is_some_and(|p| p.agent && p.feminine && !p.plural && p.definite && (p.pos == Name || p.pos == Noun))
        && before.iter().rev().take_while(|n| n.pos != That).all(|n| n.pos != Verb)
    {
        s -= 30;
    }
    // عقد جولة جديدة في أستانا, فشل محادثات جدة: at the head of a text nobody has been named who held it, and talks would have a feminine verb
    let head = verb
        && c.tense == Tense::Perfect
        && c.person == Person::He
        && !c.and
        && !c.passive
        && c.pron.is_none()
        && before.is_empty();
    let of = || next.into_iter().flatten().filter(|n| n.nominal() && !n.and && n.prep.is_none());
    let talks = |n: &Node| ["talks", "negotiations", "consultations"].iter().any(|w| n.en.ends_with(w));
    let thing = |n: &Node| !n.human && !n.agent && (!n.bare || talks(n));
    let no_subject = |n: &Node| {
        let acts_on = c.lemma.is_some_and(|l| l.is('t')) && (n.pos == Masdar || n.en == "use");
        thing(n) && (n.feminine || n.plural || talks(n) || acts_on)
    };
    if head && of().next().is_some() && of().all(no_subject) {
        s -= 20;
    }
    // ثانيا: تبادل الأسرى: an item of a list is a noun
    let he_or_she =
        (c.tense == Tense::Perfect && c.person == Person::He) || (c.tense == Tense::Imperfect && c.person == Person::She);
    if verb && he_or_she && !c.and && listed(before) {
        s -= 24;
    }
    if matches!(c.pos, Verb | Masdar) && !(verb && c.tense != Tense::Perfect) {
        let clause = before.iter().rev().take_while(|n| {
            (!matches!(n.pos, Mark(_)) || n.quote() || c.and && c.pos == Masdar && n.pos == Mark('،'))
                && !matches!(n.pos, That | Rel | Clause | What | If)
        });
        // عقد لقاء بين الوفدين جمع رئيسيهما: a verb may be about a thing without the article that stands further before it
        let about_noun = c.person == Person::He
            && prev.is_some_and(|p| p.nominal() && (p.definite || p.bare || p.pron.is_some()))
            && before.windows(2).rev().take_while(|w| w[0].pos != Verb && !matches!(w[0].pos, Mark(_) | That | Rel)).any(|w| {
                let thing = w[0].pos == Noun && w[0].ungoverned() && !w[0].human && !w[0].feminine && !w[0].plural;
                thing && !w[0].definite && !w[0].bare && w[0].pron.is_none() && !w[1].ungoverned()
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
            s -= if about_noun { 6 } else { 20 };
        }
        // أن وفد الحكومة رفض بحث الملف: what the delegation did, where the clause behind أن has no other verb
        let opened = || {
            let that = before.iter().rposition(|n| matches!(n.pos, That | Verb | Mark(_)));
            that.is_some_and(|t| before[t].pos == That && before[t].pron.is_none() && t + 1 < before.len())
        };
        if verb
            && !c.and
            && prev.is_some_and(|p| p.nominal() && (p.definite || p.bare))
            && opened()
            && !at
                .behind
                .iter()
                .take(12)
                .take_while(|l| !l.iter().any(|n| matches!(n.pos, Mark(_))))
                .any(|l| l.iter().all(|n| n.pos == Verb))
        {
            s += 8;
        }
        // أعلن البحرة تأييده، ورفض الاعتراف: a man goes on behind the comma; what he did is a verb.
        // طالب المحتجون بسحب السفير، وطرد القنصل: many would go on in the plural
        let many = |at: usize| before.get(at + 1).is_some_and(|n| n.plural && n.human && n.ungoverned() && n.ar.ends_with("ون"));
        let he = before
            .iter()
            .rposition(|n| n.pos == Verb)
            .is_some_and(|at| before[at].person == Person::He && before[at].tense == Tense::Perfect && !many(at));
        let comma = before.iter().rev().find(|n| !n.quote()).is_some_and(|n| matches!(n.pos, Mark('،' | ',')));
        let goes_on = comma && he && c.pron.is_none() && !c.ar.starts_with(['إ', 'ا', 'ت']) && !c.ar.ends_with('ه');
        if c.pos == Masdar && c.and && has_masdar && nominal_follows(next) && !goes_on {
            s += 22;
        }
    }
    s
}

/// True behind the mark of an item: أولا:, 1-, (2), -.
fn listed(before: &[Node]) -> bool {
    const FIRST: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];
    match before {
        [n, m] if matches!(m.pos, Pos::Mark(':' | '-' | '–' | ')' | '.' | '،')) => {
            n.pos == Pos::Number || FIRST.contains(&n.en.as_str())
        }
        [m] => matches!(m.pos, Pos::Mark('-' | '–' | '•' | '*')),
        [open, n, close] => open.pos == Pos::Mark('(') && n.pos == Pos::Number && close.pos == Pos::Mark(')'),
        _ => false,
    }
}
