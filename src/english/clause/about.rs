//! A verb with neither الذي nor و that is about a noun before it, and a topic that the verb's pronoun takes up.

use super::*;

impl Clause<'_> {
    /// The verb of a clause about the indefinite noun before it.
    pub(super) fn of_noun_before(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        // أصدر بيانا رحب فيه بالاتفاق: in which it welcomed
        const WORDS: &[&str] = &[
            "statement",
            "letter",
            "speech",
            "message",
            "interview",
            "conference",
            "remarks",
            "report",
            "article",
            "paper",
            "tweet",
            "contact",
        ];
        let told = i > 0
            && (0..i).rev().take(3).find(|&j| self.nodes[j].nominal()).is_some_and(|j| {
                let b = &self.nodes[j];
                !b.definite && !b.bare && b.pron.is_none() && WORDS.iter().any(|w| b.en.ends_with(w))
            });
        if told
            && self.main
            && g.verb == i
            && !n.and
            && !g.passive
            && n.pron.is_none()
            && n.tense == Tense::Perfect
            && (names::saying(&n.en) || is_any(n, &["رحب", "دعا", "ندد", "أدان", "حمل", "طالب", "اتهم", "انتقد", "شكر", "هدد"]))
            && self.get(g.next).is_some_and(|x| x.pos == Pos::Prep && x.ar == "في" && x.pron.is_some())
            && !self.get(g.next + 1).is_some_and(Node::ungoverned)
            && self.rel.is_none()
        {
            self.rule("relative without الذي");
            let carried = self.subject.as_ref().or(self.speaker.as_ref()).or(self.last.as_ref()).filter(|s| s.fits(g.person));
            let (word, plural) = carried.map_or(("[he/it]", false), |s| (s.pronoun(g.person), s.plural));
            let subject = carried.cloned();
            self.out.word("in which");
            self.out.word(word);
            self.out.word(&verb::english(g, n, plural));
            self.fresh();
            self.subject = subject.or(Some(Feat { name: true, ..Feat::default() }));
            self.govern(n);
            return Some(g.next + 1);
        }
        // عقد اجتماعات مع الوفود، تناولت الملفات: which dealt with them
        const TELL: &[&str] = &["تناول", "تضمن", "شمل", "تخلل", "ركز"];
        let met = |b: &&Node| b.nominal() && !b.human && !b.agent && !b.definite && !b.bare && b.pron.is_none();
        if i > 0
            && self.main
            && self.is(i - 1, Pos::Mark('،'))
            && g.verb == i
            && !n.and
            && n.pron.is_none()
            && matches!(n.tense, Tense::Perfect | Tense::Imperfect)
            && is_any(n, TELL)
            && let Some(noun) = self.nodes[..i].iter().rev().take(12).find(met)
        {
            let feminine = noun.feminine || noun.plural;
            let told = Feat { plural: noun.plural, feminine, name: true, ..Feat::default() };
            if told.fits(g.person) {
                self.rule("relative without الذي");
                self.out.comma();
                self.out.word("which");
                self.out.word(&verb::english(g, n, noun.plural));
                (self.subject, self.object) = (Some(told), true);
                return Some(self.after_verb(g, None));
            }
        }
        None
    }

    /// The verb that takes its topic up by a pronoun, with who does it behind.
    pub(super) fn led_by(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        // العملية السياسية تقودها الأمم المتحدة: is led by it
        if let Some(topic) = self.subject.clone().filter(|t| {
            !self.main
                && !n.and
                && self.rel.is_none()
                && !t.words.is_empty()
                && n.pron.is_some_and(|p| relatives::stands_for(p, t))
        }) && !g.copula
            && self.ended == (i, self.out.len())
            && let Some(s) = subject::find(self.nodes, g, g.next).filter(|s| s.first == g.next && (s.np.agent || s.np.human))
        {
            self.rule("topic first");
            let whole = Group { passive: true, ..g.clone() };
            self.out.word(&verb::english(&whole, n, topic.plural));
            self.out.word("by");
            self.subject_text(s.first, s.next);
            self.govern(n);
            (self.main, self.object, self.filled, self.pending, self.opened) = (true, true, true, None, false);
            return Some(s.next);
        }
        None
    }
}
