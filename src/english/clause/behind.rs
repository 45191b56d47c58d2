//! The main clause behind what comes before it: عندما وصل الوفد، أعلن المبعوث; في المؤتمر الذي عقد أمس، أعلن المبعوث.

use super::*;

impl Clause<'_> {
    /// True if the verb at `i` begins the main clause and has a subject of its own behind it.
    pub(super) fn begins_behind(&self, i: usize, g: &Group) -> bool {
        let n = &self.nodes[g.verb];
        let comma = i > 0 && matches!(self.nodes[i - 1].pos, Pos::Mark('،' | ','));
        if !comma
            || self.nodes[i].and
            || g.copula
            || g.passive && !(done_to_people(n) && self.get(g.next).is_some_and(|x| matches!(x.pos, Pos::Quant | Pos::Number)))
            || n.pron.is_some()
            || !(self.below || self.phrase_before(i) || self.thing_acts())
        {
            return false;
        }
        // أفضى المسار إلى إنشاء مناطق، استولى الجيش عليها: somebody else does the next thing
        let other = !(self.below || self.phrase_before(i));
        // عندما وصل الوفد، التقى المبعوث: whom it met; حمل الحكومة المسؤولية
        const WHOM: &[&str] = &[
            "التقى",
            "قابل",
            "زار",
            "استقبل",
            "ودع",
            "ترأس",
            "رأس",
            "قاد",
            "حمل",
            "اتهم",
            "طالب",
            "دعا",
            "أبلغ",
            "هدد",
            "حذر",
            "سأل",
            "ناشد",
            "حث",
            "أمر",
            "شكر",
            "هاجم",
            "منح",
            "أعطى",
            "سلم",
        ];
        // فيما تتمسك الحكومة بموقفها، تطالب الجماعة: the other side
        let contrast = self.below && self.out.has("while ") && self.subject.as_ref().is_some_and(|s| s.agent);
        subject::find(self.nodes, g, g.next).is_some_and(|s| {
            let who = s.np.agent || s.np.human;
            let fits = self.subject.as_ref().is_some_and(|f| (f.agent || f.human) && f.fits(g.person));
            let whom = fits && !(contrast && s.np.agent) && (is_any(n, WHOM) || !who && n.lemma.is_some_and(|l| l.is('t')));
            s.first == g.next
                && !s.np.accusative
                && (who || !other)
                && (who || s.np.definite || subject::intransitive(n))
                && !whom
        })
    }

    /// True where the clause has its verb, and a thing for its subject.
    fn thing_acts(&self) -> bool {
        self.main && self.rel.is_none() && self.subject.as_ref().is_some_and(|f| !f.agent && !f.human && !f.words.is_empty())
    }

    /// True if what stands before `i` is a phrase with a preposition or an adverb, in which a relative clause alone has a verb.
    fn phrase_before(&self, i: usize) -> bool {
        let ends = |n: &Node| matches!(n.pos, Pos::Mark('.' | ':' | '؛' | '-' | '–') | Pos::That) || n.quote();
        let start = self.nodes[..i].iter().rposition(ends).map_or(0, |j| j + 1);
        let before = &self.nodes[start..i];
        let opens = before
            .first()
            .is_some_and(|n| n.pos == Pos::Prep || n.prep.is_some() || n.pos == Pos::Adverb || n.mention && !n.nominal());
        let rel = before.iter().position(|n| matches!(n.pos, Pos::Rel | Pos::What));
        let verb = before.iter().position(|n| n.pos == Pos::Verb);
        // في بيان: a phrase that holds its noun
        let noun = |n: &Node| n.nominal() || n.pos == Pos::Adverb && n.mention && n.ar.starts_with("في ");
        let bare = |v: usize| v > 0 && !before[v].and && noun(&before[v - 1]) && !before[v - 1].definite && !before[v - 1].bare;
        // Behind the comma that closes the relative clause nothing else was begun.
        let begun = before.iter().any(|n| n.and && n.pos == Pos::Verb);
        opens && !begun && verb.is_some_and(|v| rel.is_some_and(|r| r < v) || bare(v))
    }

    /// بعد تأجيل دام ثلاثة أيام انطلقت الجولة: the first verb is about the noun before it, the clause has its own behind.
    pub(super) fn before_the_clause(&mut self, i: usize, g: &Group, coordinated: bool) -> Option<usize> {
        let open = (0..i).rev().find(|&j| matches!(self.nodes[j].pos, Pos::Mark(_))).map_or(0, |j| j + 1);
        let phrase = self.nodes[open].pos == Pos::Prep || self.nodes[open].prep.is_some() && self.nodes[open].pos != Pos::Verb;
        if coordinated || self.main || self.subject.is_some() || self.rel.is_some() || !phrase || !self.after_indefinite(i) {
            return None;
        }
        let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Rel | Pos::Clause | Pos::Conj | Pos::What);
        let verb = (g.next..(g.next + 9).min(self.nodes.len()))
            .take_while(|&j| !ends(&self.nodes[j]))
            .find(|&j| self.nodes[j].pos == Pos::Verb && !self.nodes[j].and && self.nodes[j].prep.is_none())?;
        let before = &self.nodes[verb - 1];
        let closed = before.definite || before.bare || before.pron.is_some() || before.time_unit() || before.pos == Pos::Adverb;
        if !closed || verb == g.next {
            return None;
        }
        let mut at = self.bare_relative(g);
        while at < verb {
            at = self.step(at).max(at + 1);
        }
        self.out.comma();
        self.fresh();
        Some(at)
    }
}
