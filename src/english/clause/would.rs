//! Would: what something is likely to do, `من شأنه أن`.

use super::*;

impl Clause<'_> {
    /// من شأن القرار أن يعقد الجهود: the decision would complicate them.
    pub(super) fn would(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        let matter = self.get(i + 1).filter(|x| matches!(x.ar.as_str(), "شأن" | "شان"))?;
        if n.pos != Pos::Prep || n.ar != "من" || n.pron.is_some() {
            return None;
        }
        if !matter.definite
            // خطوة من شأنها حقن الدماء، مشددا على أن: no clause behind a comma
            && let Some(at) = (i + 2..(i + 9).min(self.nodes.len()))
                .take_while(|&j| !matches!(self.nodes[j].pos, Pos::Mark(_)))
                .find(|&j| self.is(j, Pos::That))
            && self.get(at + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense != Tense::Perfect)
        {
            let who = match matter.pron {
                // قانون من شأنه أن يسمح: that would
                Some(_) if self.rel.is_none() && self.about_noun(i) => Some("that".to_owned()),
                Some(_) if self.rel.is_some() || self.subject.is_some() && !self.main => Some(String::new()),
                Some(p) => Some(pronoun(p, self.last.as_ref()).to_owned()),
                None => np::np(self.nodes, i + 2).filter(|p| p.next == at).map(|p| p.text()),
            };
            if let Some(who) = who {
                self.rule("modal");
                self.out.word(&who);
                self.out.word("would");
                (self.rel, self.main, self.opened) = (None, true, false);
                return Some(self.bare_verb(at + 1));
            }
        }
        // خطوة من شأنها تضييق الخناق: that would tighten it
        matter.pron?;
        let (text, next) = infinitive::infinitive(self.nodes, i + 2, &crate::english::phrase::Outer::default())?;
        self.rule("modal");
        if self.rel.take().is_none() {
            self.out.word("that");
        }
        self.out.word(&format!("would {text}"));
        Some(next)
    }
}
