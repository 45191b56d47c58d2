//! What it was not possible to do: لم يتسن التحقق من الخبر, تعذر الاتصال بالوفد.

use super::*;

impl Clause<'_> {
    /// لم يتسن للوكالة التحقق من الخبر, تعذر على الوفد السفر: it was not possible for the agency to verify it.
    pub(super) fn possible(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let asked = is_any(n, &["تسنى", "تعذر"]) && n.pron.is_none() && matches!(g.person, Person::He | Person::She);
        if !asked || self.rel.is_some() || self.to.is_some() || self.subject.is_some() && !n.and && !self.nodes[i].and {
            return None;
        }
        // for whom, and when
        let (mut at, mut who, mut aside) = (g.next, None, Vec::new());
        loop {
            let x = self.get(at).filter(|_| at < g.next + 12)?;
            let whom = complement::preposition(self.nodes, at).filter(|(ar, _)| matches!(*ar, "ل" | "على") && who.is_none());
            if x.pos == Pos::Prep
                && x.ar == "ل"
                && who.is_none()
                && let Some(p) = x.pron
            {
                (who, at) = (Some(object(p).to_owned()), at + 1);
            } else if let Some(p) = whom.and_then(|(_, j)| np::np(self.nodes, j)).filter(|p| p.agent || p.human || p.definite) {
                (who, at) = (Some(p.text()), p.next);
            } else if x.pos == Pos::Adverb && !x.and {
                aside.push(at);
                at += 1;
            } else {
                break;
            }
        }
        let masdar = self.get(at).filter(|m| m.ungoverned() && m.pron.is_none())?;
        // الاتصال بالوفد: to contact it
        let contact = self
            .get(at + 1)
            .filter(|x| masdar.en == "contact" && masdar.definite && x.prep == Some("ب") && x.nominal())
            .and_then(|_| np::np(self.nodes, at + 1))
            .map(|p| (format!("contact {}", p.text()), p.next));
        let deed = || infinitive::infinitive(self.nodes, at, &crate::english::phrase::Outer::default());
        let (text, next) = contact.or_else(deed)?;
        self.and(i);
        self.rule("it is possible to");
        (self.pending, self.main, self.object) = (None, true, true);
        self.subject = Some(Feat { name: true, ..Feat::default() });
        self.out.word("it");
        self.out.word(&verb::english(g, n, false));
        for j in aside {
            self.between(j, j + 1);
        }
        if let Some(who) = who {
            self.out.word(&format!("for {who}"));
        }
        self.out.word(&format!("to {text}"));
        self.govern(masdar);
        self.filled = true;
        Some(next)
    }
}
