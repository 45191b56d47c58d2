//! What was agreed with nobody named: تم الاتفاق على عقد, اتفق على أن; it was agreed to, it was agreed that.

use super::*;
use crate::english::phrase::Outer;

impl Clause<'_> {
    /// An agreement to do something, or that something is so. Returns the index behind it, or of its أن.
    pub(super) fn agreed(&mut self, i: usize, g: &Group) -> Option<usize> {
        const AGREE: &[&str] = &["اتفق", "توافق"];
        let n = &self.nodes[g.verb];
        let agree = |n: &Node| n.lemma.is_some_and(|l| l.pos == "verb" && AGREE.contains(&l.ar));
        let done = is_verb(n, "تم") || is_verb(n, "جرى");
        let at = if done
            && self.get(g.next).is_some_and(|m| agree(m) && m.definite && m.pron.is_none() && m.prep.is_none() && !m.and)
        {
            g.next + 1
        } else {
            // اتفق على: one alone does not agree.
            let alone = (agree(n) || is_verb(n, "تقرر"))
                && g.person == Person::He
                && g.time == Time::Past
                && n.pron.is_none()
                && self.rel.is_none()
                && (!n.and || g.passive || is_verb(n, "تقرر"));
            // أنه تقرر عقد الجولة: that it was decided
            let it = is_verb(n, "تقرر") && self.pending == Some(Pronoun::His);
            if !alone || self.subject.is_some() || self.pending.is_some() && !it || self.to.is_some() {
                return None;
            }
            g.next
        };
        if !done
            && is_verb(n, "تقرر")
            && g.person == Person::He
            && (self.is(g.next, Pos::Masdar)
                || self.get(g.next).is_some_and(|x| x.pos == Pos::Noun && x.mention && x.ungoverned()))
            && let Some((text, next)) = infinitive::infinitive(self.nodes, g.next, &Outer::default())
        {
            // وتقرر عقد الجولة في نور سلطان: it was decided to hold it
            self.it_was(i, g, "decide");
            self.out.word("to");
            self.out.word(&text);
            self.govern(&self.nodes[g.next]);
            return Some(next);
        }
        // تم الاتفاق بين الجانبين على
        let between =
            complement::preposition(self.nodes, at).filter(|(ar, _)| *ar == "بين").and_then(|(_, at)| np::np(self.nodes, at));
        let on = between.as_ref().map_or(at, |p| p.next);
        let own = !is_verb(n, "تقرر")
            && self.get(on).is_some_and(|p| p.pos == Pos::Prep && p.ar == "على" && p.pron.is_none() && !p.and);
        if !own || self.rel.is_some() {
            return None;
        }
        let not = usize::from(self.is(on + 1, Pos::NonMasdar));
        let that = self.is(on + 1, Pos::That) && self.nodes[on + 1].pron.is_none();
        let done = (!that).then(|| infinitive::infinitive(self.nodes, on + 1 + not, &Outer::default()));
        if done.as_ref().is_some_and(Option::is_none) {
            return None;
        }
        self.it_was(i, g, "agree");
        if let Some(p) = between {
            self.out.word(&format!("between {}", p.text()));
        }
        let Some((text, next)) = done.flatten() else { return Some(on + 1) };
        self.out.word(if not == 1 { "not to" } else { "to" });
        self.out.word(&text);
        self.govern(&self.nodes[on + 1 + not]);
        Some(next)
    }

    /// It was agreed, it was decided.
    fn it_was(&mut self, i: usize, g: &Group, en: &str) {
        self.and(i);
        self.rule("it was agreed");
        self.out.word("it");
        let whole = Group { passive: true, copula: false, ..g.clone() };
        self.out.word(&verb::english(&whole, &Node::new(Pos::Verb, en), false));
        (self.to, self.subject, self.pending, self.main, self.object) = (None, None, None, true, true);
    }
}
