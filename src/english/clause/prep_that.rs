//! Prepositions with أن behind them: before signing, instead of signing, until they sign.

use super::*;

impl Clause<'_> {
    /// أشار إلى أن, قبل أن يوقع: a preposition at `i` with أن behind it.
    pub(super) fn prep_that(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        let (ar, at) = (n.ar.as_str(), i + 1);
        // قبل أن يوقع: before signing
        if matches!(ar, "قبل" | "بعد" | "بدل" | "عوض")
            && let Some(g) = verb::group(self.nodes, at + 1)
            && g.time == Time::Present
            && self.nodes[g.verb].pron.is_none()
            && subject::find(self.nodes, &g, g.next).is_none()
            // قبل أن تتدخل ويليامز, قبل أن يسحب خمسة منهم: somebody who is no subject by rule
            && !self.get(g.next).is_some_and(|x| matches!(x.pos, Pos::Unknown | Pos::Number) && x.prep.is_none())
        {
            self.rule("gerund");
            let g = Group { time: Time::Gerund, ..g };
            self.out.word(&n.en);
            self.out.word(&verb::english(&g, &self.nodes[g.verb], false));
            return self.after_verb(&g, None);
        }
        // تنص المسودة، بحسب الوكالة، على أن يبدأ الانسحاب: what it stipulates
        let rules = self.governors.iter().any(|l| l.ar == "نص") && self.is(at, Pos::That) && !self.nodes[i].and;
        // على فتح المعبر، على أن توفر الحكومة ضمانات: provided that
        if ar == "على"
            && !rules
            && self.main
            && i > 0
            && (matches!(self.nodes[i - 1].pos, Pos::Mark('،') | Pos::Adverb)
                || self.governors.last().is_some_and(|l| matches!(l.ar, "عقد" | "أجل" | "أرجأ" | "مدد" | "علق")))
            && self.get(at + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense != Tense::Perfect)
        {
            // اتفقت على الدعوة، وعلى أن تقر القوائم: agreed on that, too
            let again = |j: usize| self.is(j, Pos::Prep) && self.nodes[j].ar == "على" && self.is(j + 1, Pos::That);
            let too =
                self.nodes[i].and && (self.governors.iter().any(|l| l.prep("على").is_some()) || (0..i).rev().take(30).any(again));
            self.out.word(if too { "that" } else { "on the understanding that" });
            self.fresh();
            self.opened = true;
            return at + 1;
        }
        // يتوقف العمل إلى أن تتسلم حكومة مهامها: until
        let until = matches!(ar, "إلى" | "ل")
            && self.main
            && self.nodes[at].pron.is_none()
            && self.get(at + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense != Tense::Perfect);
        let noun = |b: &Node| b.nominal() && government::noun(&b.en, "إلى").is_some();
        if until && !self.governors.iter().any(|l| l.prep("إلى").is_some()) && !(i > 0 && noun(&self.nodes[i - 1])) {
            self.out.word("until");
            self.fresh();
            (self.opened, self.below) = (true, true);
            return at + 1;
        }
        // أشار إلى أن: the preposition goes with أن; بعد أن keeps its sense.
        if matches!(ar, "إلى" | "على" | "عن" | "من" | "في") {
            return at;
        }
        // غادر قبل أن يصل الوفد: before it arrived
        let told = self.nodes[..i].iter().rev().find(|x| x.pos == Pos::Verb);
        self.back = ar == "قبل" && told.is_some_and(|v| v.tense == Tense::Perfect);
        self.out.word(&n.en);
        self.fresh();
        self.pending = self.nodes[at].pron;
        at + 1
    }

    /// بدلا من أن يوقع الوفد: instead of the delegation signing
    pub(super) fn instead_of(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        let that = self.get(i + 1).filter(|x| x.pos == Pos::That)?;
        if n.pos != Pos::Prep || n.en != "instead of" || n.pron.is_some() || that.pron.is_some() {
            return None;
        }
        let mut g = verb::group(self.nodes, i + 2).filter(|g| g.time == Time::Present && !g.copula)?;
        self.out.word("instead of");
        self.fresh();
        g.time = Time::Gerund;
        let found = subject::find(self.nodes, &g, g.next);
        if let Some(s) = &found {
            self.subject_text(s.first, s.next);
            self.subject = Some(Feat::of(&s.np));
            self.last.clone_from(&self.subject);
            let f = Feat::of(&s.np);
            g.passive |= passive_of_thing(&self.nodes[g.verb], &f) && !self.get(s.next).is_some_and(Node::ungoverned);
        }
        self.out.word(&verb::english(&g, &self.nodes[g.verb], false));
        self.govern(&self.nodes[g.verb]);
        self.below = true;
        let Some(s) = found else { return Some(g.next) };
        self.between(g.next, s.first);
        Some(s.next)
    }
}
