//! A second verb that says what begins, continues or has come about.

use super::*;

impl Clause<'_> {
    /// بدأ الجيش ينسحب, أصبح الاتفاق يشكل: a second verb of what begins, continues or has come about.
    pub(super) fn goes_on(&mut self, g: &Group) -> Option<usize> {
        const BECOME: [(&str, &str); 3] = [("became", "came"), ("become", "come"), ("becomes", "comes")];
        let n = &self.nodes[g.verb];
        // باتت لا تثق: no longer trusts
        let became = BECOME.iter().find(|b| self.out.ends(&format!(" {}", b.0))).map(|b| b.0);
        if let Some(became) = became.filter(|_| g.negated && g.time == Time::Present) {
            self.rule("no longer");
            self.out.cut(self.out.len() - became.len());
            self.out.word("no longer");
            let plural = self.subject.as_ref().is_some_and(|s| s.plural);
            self.out.word(&verb::english(&Group { negated: false, ..g.clone() }, n, plural));
            return Some(self.after_verb(g, None));
        }
        if g.negated || g.time != Time::Present || n.tense != Tense::Imperfect {
            return None;
        }
        match self.governors.last()?.ar {
            "بدأ" | "استمر" | "شرع" => {}
            // راحت تقصف المدينة: began to
            "راح" if self.out.ends(" went") => {
                self.out.cut(self.out.len() - "went".len());
                self.out.word("began");
            }
            "أصبح" | "أضحى" | "أمسى" | "بات" => {
                let (became, came) = BECOME.iter().find(|b| self.out.ends(&format!(" {}", b.0)))?;
                self.out.cut(self.out.len() - became.len());
                self.out.word(came);
            }
            _ => return None,
        }
        self.rule("to do");
        self.out.word("to");
        self.out.word(&verb::english(&Group { time: Time::Base, ..g.clone() }, n, false));
        Some(self.after_verb(g, None))
    }

    /// جعل الوسطاء يكتفون بالنص: made them do something
    pub(super) fn made_to(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let made = g.time == Time::Present
            && g.verb == i
            && !n.and
            && n.pron.is_none()
            && i > 0
            && (self.nodes[i - 1].definite || self.nodes[i - 1].bare)
            && matches!(g.person, Person::He | Person::She | Person::They | Person::Both)
            && self.governors.last().is_some_and(|l| l.ar == "جعل")
            && self.filled
            && self.ended == (i, self.out.len());
        if !made {
            return None;
        }
        self.rule("to do");
        let g = Group { time: Time::Base, ..g.clone() };
        self.out.word(&verb::english(&g, n, true));
        Some(self.after_verb(&g, None))
    }
}
