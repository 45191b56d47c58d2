//! What is denied of all but some: لم يحضر الجلسة سوى ثلاثة, لم يبق إلا الاتفاق.

use super::*;

impl Clause<'_> {
    /// "No one but three attended the session".
    pub(super) fn none_but(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let one = matches!(g.person, Person::He | Person::She) && g.negated && !g.copula && n.pron.is_none();
        if !one
            || self.rel.is_some()
            || self.to.is_some()
            || self.subject.as_ref().is_some_and(|s| s.fits(g.person) && !self.nodes[i].and)
        {
            return None;
        }
        let but = |j: usize| {
            self.get(j).is_some_and(|x| !x.and && x.en == "except" && matches!(x.pos, Pos::Prep | Pos::Conj)).then_some(j)
        };
        // What stands between the verb and the exception: its object, or phrases of place.
        let mut j = g.next;
        let mut object = false;
        let at = loop {
            if let Some(at) = but(j) {
                break at;
            }
            let x = self.get(j).filter(|x| !x.and && j < g.next + 8)?;
            j = if x.pos == Pos::Prep || x.prep.is_some() && x.pos != Pos::Verb {
                subject::behind_pp(self.nodes, j)?
            } else if x.pos == Pos::Adverb {
                j + 1
            } else if !object {
                let p = np::object(self.nodes, j, n.lemma)?;
                if p.agent || p.human {
                    return None;
                }
                object = true;
                p.next
            } else {
                return None;
            };
        };
        let p = np::subject(self.nodes, at + 1, n.lemma).filter(|_| self.get(at + 1).is_some_and(|x| x.prep.is_none()))?;
        self.rule("no one but");
        self.and(i);
        let people = p.human || p.agent || self.is(at + 1, Pos::Number) && object;
        self.out.word(if people { "no one but" } else { "nothing but" });
        self.out.word(&p.text());
        // سوى إدلب ومحيطها: what is joined to it remains, too
        let joined =
            self.get(p.next).is_some_and(|x| x.and && x.nominal() && x.prep.is_none() && (x.definite || x.pron.is_some()));
        let other = np::np(self.nodes, p.next).filter(|o| joined && !self.is(o.next, Pos::Verb));
        if let Some(o) = &other {
            self.out.word(&format!("and {}", o.text()));
        }
        let f = Feat { plural: false, ..Feat::of(&p) };
        let mut g = g.clone();
        g.negated = false;
        let awaited = !people && is_any(n, &["انتظر", "توقع"]);
        g.passive |= !object && (awaited || passive_of_thing(n, &f));
        self.write_verb(&g, false, &f, g.next);
        self.opened = false;
        self.between(g.next, at);
        Some(other.map_or(p.next, |o| o.next))
    }
}
