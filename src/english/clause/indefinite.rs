//! Clauses about an indefinite noun: relative clauses without their pronoun.

use super::*;

impl Clause<'_> {
    /// True if an indefinite noun or its adjective stands before `i`: a verb there is a clause about it.
    pub(super) fn after_indefinite(&self, i: usize) -> bool {
        self.behind_indefinite(i) || self.hosted(i)
    }

    /// قمة لرؤساء الدول الضامنة تستضيفها تركيا: the pronoun of the verb stands for the indefinite noun that the others belong to.
    fn hosted(&self, i: usize) -> bool {
        let Some(v) = self.get(i).filter(|v| v.pos == Pos::Verb && !v.and && !v.so) else { return false };
        let pron = match v.pron {
            Some(Pronoun::Her) => true,
            Some(Pronoun::His) => false,
            _ => return false,
        };
        let acts = self.get(i + 1).is_some_and(|s| s.ungoverned() && (s.agent || s.human));
        let inside = |j: &usize| {
            let n = &self.nodes[*j];
            !n.and && (n.nominal() || matches!(n.pos, Pos::Adjective | Pos::Number)) && n.pron.is_none() && !n.quote()
        };
        let head = (0..i).rev().take(8).take_while(inside).last();
        acts && head.is_some_and(|j| {
            let n = &self.nodes[j];
            let owned = self.nodes[j + 1].ungoverned() && self.nodes[j + 1].pos != Pos::Adjective;
            j + 1 < i && n.nominal() && !n.definite && !n.bare && !owned && !n.human && (n.feminine || n.plural) == pron
        })
    }

    fn behind_indefinite(&self, i: usize) -> bool {
        // في تقرير لها صدر أمس: whose it is stands between
        let back = usize::from(
            i > 1 && self.nodes[i - 1].pos == Pos::Prep && self.nodes[i - 1].ar == "ل" && self.nodes[i - 1].pron.is_some(),
        );
        i.checked_sub(1 + back).and_then(|p| self.get(p)).is_some_and(|b| {
            let done = verb::group(self.nodes, i).is_some_and(|g| self.nodes[g.verb].pron.is_some());
            // 12 عضوا يمثلون الفصائل: who represent
            let people = b.human && self.get(i).is_some_and(|v| v.pos == Pos::Verb && v.person == Person::They && !v.and);
            // ثلاثة أشهر تُحتسب من اليوم, مهلة 15 يوما تبدأ السبت: a time that something is said of
            let time = b.time_unit() && self.get(i).is_some_and(|v| v.pos == Pos::Verb && !v.and && v.tense == Tense::Imperfect);
            let negated = done
                || people
                || time
                || self.is(i, Pos::Neg)
                || self.get(i).is_some_and(|v| v.pos == Pos::Verb && v.person == Person::Both);
            (b.nominal() || matches!(b.pos, Pos::Adjective))
                && !b.definite
                && !b.bare
                && b.pron.is_none()
                && (!b.accusative
                    || negated
                    || self.decree(i, b)
                    || b.pos == Pos::Adjective && i > 1 && self.nodes[i - 2].nominal())
        })
    }

    /// أصدر مرسوما يحدد مواعيد الانتخابات: a thing, no time and no reason, that the verb agrees with.
    fn decree(&self, i: usize, b: &Node) -> bool {
        let unit =
            matches!(b.en.as_str(), "day" | "week" | "month" | "year" | "hour" | "minute" | "morning" | "evening" | "night");
        verb::group(self.nodes, i).is_some_and(|g| {
            matches!(g.person, Person::He | Person::She)
                && b.pos == Pos::Noun
                && !b.human
                && !unit
                && !b.weekday
                && !b.plural
                && !b.dual
                && b.feminine == (g.person == Person::She)
                && !g.copula
        })
    }

    /// تعهدات أعطتها: a relative clause without its pronoun.
    pub(super) fn bare_relative(&mut self, g: &Group) -> usize {
        // تقدم يذكر
        if is_verb(&self.nodes[g.verb], "ذكر") && g.time == Time::Present && !self.is(g.next, Pos::That) {
            self.out.word("worth mentioning");
            return g.next;
        }
        self.rule("relative without الذي");
        // اجتماع استمر ساعتين شارك فيه الوفدان: and which
        let again = self.nodes[..g.verb].iter().rev().take(5).any(|n| n.pos == Pos::Verb) && self.out.since_comma(" which ");
        let people = g.person == Person::They
            && g.verb.checked_sub(1).and_then(|b| self.get(b)).is_some_and(|b| b.human && b.pos != Pos::Adjective);
        self.out.word(match (again, people) {
            (true, false) => "and which",
            (true, true) => "and who",
            (_, true) => "who",
            _ => "which",
        });
        // قرارات صادرة عن المجلس تتضمن عقوبات: the noun may stand further before it
        let near = self.after_indefinite(g.verb);
        let noun = (0..g.verb).rev().take(if near { 4 } else { 9 }).map(|j| &self.nodes[j]).find(|n| {
            let described = matches!(n.pos, Pos::Adjective | Pos::Passive | Pos::Active);
            n.nominal() && !described && (near || !n.definite && !n.bare && n.pron.is_none())
        });
        // إعلان مبادئ وُقع أمس: it was signed
        let one = g.passive && g.person == Person::He && self.nodes[g.verb].pron.is_none();
        let plural =
            people || !one && noun.is_some_and(|n| n.plural || n.dual || n.mention && crate::english::skeleton::many(&n.en));
        self.rel = Some(Feat {
            plural,
            feminine: noun.map_or(g.person == Person::She, |n| n.feminine || n.plural && !n.human),
            human: people,
            // طرف يوقع وينكر: it signs
            agent: people || noun.is_some_and(|n| near && n.en == "party"),
            name: true,
            words: String::new(),
        });
        self.relative_verb(g)
    }

    /// True if the node before `i` is an indefinite noun or its adjective: what a clause without a pronoun is about.
    pub(super) fn about_noun(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|b| {
            let b = &self.nodes[b];
            (b.nominal() || b.pos == Pos::Adjective) && !b.definite && !b.bare && b.pron.is_none()
        })
    }
}
