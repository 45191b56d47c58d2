//! Pronouns that stand alone: ما that is no negator, هو and its like.

use super::*;

impl Clause<'_> {
    pub(super) fn what(&mut self, i: usize) -> usize {
        self.and(i);
        let n = &self.nodes[i];
        // ما الذي بقي عالقا: what remained pending?
        if i == 0 && self.is(1, Pos::Rel) {
            self.out.word("what");
            self.rel = Some(Feat { name: true, ..Feat::default() });
            return 2;
        }
        if let Some(p) = n.prep {
            let en = self.preposition(p, i, i);
            self.out.word(&en);
        }
        // انسحبت واشنطن، ما دفع طهران: which
        let clause = n.ar == "ما"
            && n.prep.is_none()
            && i > 0
            && matches!(self.nodes[i - 1].pos, Pos::Mark('،' | ','))
            // نفى، اليوم الأربعاء، ما تداولته: what he denied
            && !(i > 1 && self.nodes[i - 2].pos == Pos::Adverb && self.main && !self.filled && self.governors.last().is_some_and(|l| l.is('t')))
            && self.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && !v.and);
        // هذا ما أكده: this is what
        if !clause && i > 0 && self.is(i - 1, Pos::Dem) && n.prep.is_none() && !self.main {
            self.out.word("is");
        }
        // ما يجري في إدلب: what is happening there
        if !clause
            && let Some(v) = self.get(i + 1).filter(|v| is_verb(v, "جرى") || is_verb(v, "أجرى"))
            && v.pron.is_none()
            && (v.tense == Tense::Imperfect || is_verb(v, "جرى"))
            && self.get(i + 2).is_none_or(|x| {
                matches!(x.pos, Pos::Prep | Pos::Mark(_) | Pos::Adverb)
                    || x.pos == Pos::That && x.ar.starts_with('ب')
                    || is_verb(x, "كان")
            })
        {
            self.out.word(if v.tense == Tense::Imperfect { "what is happening" } else { "what happened" });
            self.subject = Some(Feat { name: true, ..Feat::default() });
            (self.main, self.opened) = (false, true);
            let mut at = i + 2;
            if self.is(at, Pos::Prep)
                && let Some(end) = subject::behind_pp(self.nodes, at)
            {
                while at < end {
                    at = self.step(at).max(at + 1);
                }
            }
            if self.get(at).is_some_and(|x| {
                matches!(x.pos, Pos::Adjective | Pos::Noun | Pos::Non) && !x.definite && !x.and && x.prep.is_none()
            }) {
                self.out.word("is");
                self.object = true;
            }
            return at;
        }
        let all = n.prep.is_none() && self.out.ends("everything");
        self.out.word(if clause {
            "which"
        } else if all {
            "that"
        } else {
            n.en.as_str()
        });
        // أن ما حدث في المدينة لن يؤثر على المحادثات: what it will do stands behind
        if !clause && n.prep.is_none() && self.subject.is_none() && !self.main && self.waiting.is_none() && self.two_verbs(i + 1)
        {
            self.waiting = Some(Feat { words: "what".to_owned(), ..Feat::default() });
        }
        self.rel = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true, words: String::new() });
        i + 1
    }

    /// True if the verb at `at` has another behind it in its clause, joined by nothing: the first is what the second is said of.
    pub(super) fn two_verbs(&self, at: usize) -> bool {
        let ends =
            |n: &Node| matches!(n.pos, Pos::Mark(_) | Pos::That | Pos::Clause | Pos::If | Pos::Rel | Pos::What | Pos::InOrder);
        let Some(g) = verb::group(self.nodes, at) else { return false };
        let rest = self.nodes[g.next..].iter().take(16).take_while(|n| !ends(n)).count();
        (g.next..g.next + rest).find(|&j| matches!(self.nodes[j].pos, Pos::Verb | Pos::Neg | Pos::Will)).is_some_and(|j| {
            let before = &self.nodes[j - 1];
            let own = verb::group(self.nodes, j).filter(|v| !self.nodes[j].and && matches!(v.person, Person::He | Person::They));
            (before.definite || before.bare || before.pron.is_some() || matches!(before.pos, Pos::Adverb | Pos::Verb))
                && own.is_some()
        })
    }

    pub(super) fn pronoun(&mut self, i: usize) -> usize {
        // وهو ما نفاه: which
        if self.nodes[i].and && self.is(i + 1, Pos::What) && self.get(i + 1).is_some_and(|x| !x.and && x.prep.is_none()) {
            self.rule("relative clause");
            self.out.comma();
            self.out.word("which");
            self.fresh();
            self.rel =
                Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true, words: String::new() });
            return i + 2;
        }
        // محمد علي، وهو عضو في الوفد: who is
        let n = &self.nodes[i];
        let apart = i > 0 && self.is(i - 1, Pos::Mark('،')) && self.subject.as_ref().is_some_and(|s| !s.words.is_empty());
        if n.and
            && (self.main || apart)
            && i > 0
            && self.rel.is_none()
            && !matches!(self.nodes[i - 1].pos, Pos::Verb | Pos::That | Pos::Neg)
            && !self.nodes[i - 1].ends_clause()
            && !self.nodes[i - 1].quote()
            && matches!(n.en.as_str(), "he" | "she" | "it" | "they")
            && self
                .get(i + 1)
                .is_some_and(|x| x.ungoverned() || matches!(x.pos, Pos::Number | Pos::Quant) || x.pos == Pos::Adjective && !x.and)
        {
            let named = self.nodes[..i].iter().rev().find(|b| b.nominal() || b.pos == Pos::Unknown);
            let human = named.is_some_and(|b| (b.human && !(n.ar == "هو" && b.plural)) || b.pos == Pos::Unknown) && n.ar != "هي"
                || n.ar == "هم"
                || n.ar == "هي" && self.nodes[i + 1].human;
            // كل أربعة أشهر، وهي خطوة: what is so is one
            let one = n.ar == "هي"
                && self.nodes[i + 1].pos == Pos::Noun
                && !self.nodes[i + 1].definite
                && !self.nodes[i + 1].plural
                && !self.nodes[i + 1].human;
            let many = n.ar == "هم" || !one && n.ar != "هو" && named.is_some_and(|b| b.plural || b.dual);
            self.rule("relative clause");
            self.out.comma();
            self.out.word(if human { "who" } else { "which" });
            self.out.word(if many { "are" } else { "is" });
            self.object = true;
            return i + 1;
        }
        // خيار واحد هو السلام: which is
        if !n.and
            && self.main
            && self.rel.is_none()
            && matches!(n.ar.as_str(), "هو" | "هي")
            && i > 0
            && {
                let before = &self.nodes[i - 1];
                !before.definite
                    && !before.bare
                    && before.pron.is_none()
                    && (before.nominal() || before.pos == Pos::Adjective || before.pos == Pos::Number)
            }
            && self.get(i + 1).is_some_and(|x| x.ungoverned() && (x.definite || x.bare))
        {
            self.rule("relative clause");
            self.out.comma();
            self.out.word("which is");
            self.object = true;
            return i + 1;
        }
        // ثلاثة ملفات، هي الخروقات والمعتقلون: namely
        let listed = |x: &Node| x.ungoverned() && !x.person_name && x.pos != Pos::Title;
        if !n.and
            && self.main
            && self.rel.is_none()
            && matches!(n.ar.as_str(), "هو" | "هي" | "هم")
            && i > 1
            && self.is(i - 1, Pos::Mark('،'))
            && (self.nodes[i - 2].nominal() || self.nodes[i - 2].pos == Pos::Adjective)
            && self.get(i + 1).is_some_and(listed)
            && !self.verb_ahead(i + 1)
        {
            self.out.word("namely");
            self.object = true;
            return i + 1;
        }
        self.and(i);
        let n = &self.nodes[i];
        // تعد الزيارة هي الأولى: is considered the first
        if self.main && !n.and && self.out.ends(" considered") {
            return i + 1;
        }
        // ستكون هي التدابير: will be the measures
        if self.main && self.object && !n.and && [" be", " is", " are", " was", " were"].iter().any(|w| self.out.ends(w)) {
            return i + 1;
        }
        let copula = self.subject.is_some() || self.rel.is_some();
        // أن ضغط الجيش والتحالف هو ما جاء بهم: is, whatever و joined
        let plural =
            matches!(n.en.as_str(), "they" | "we" | "you") || n.ar != "هو" && self.subject.as_ref().is_some_and(|s| s.plural);
        let verb =
            self.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg | Pos::Qad | Pos::Will | Pos::IsNot | Pos::Rel));
        if copula {
            // أن الدوحة هي التي طلبت: is the one which
            if self.is(i + 1, Pos::Rel) && !n.and && self.rel.is_none() && !self.main {
                self.rule("relative clause");
                self.out.word(if plural { "are the ones" } else { "is the one" });
                self.object = true;
                return i + 1;
            }
            if !verb || self.rel.is_some() {
                self.out.word(if plural { "are" } else { "is" });
                self.rel = None;
            }
        } else {
            let word = if n.en == "he" && !self.last.as_ref().is_some_and(|l| l.human) { "it" } else { n.en.as_str() };
            let word = word.to_owned();
            self.out.word(&word);
            self.subject =
                Some(Feat { plural, feminine: word == "it", human: word == "he", agent: true, name: true, words: String::new() });
            if !verb {
                self.out.word(if word == "I" {
                    "am"
                } else if plural {
                    "are"
                } else {
                    "is"
                });
            }
        }
        self.object = true;
        i + 1
    }

    /// أكد أنه سيزور المدينة: the pronoun attached to أن is the subject of the verb at `i`.
    pub(super) fn pronoun_of_that(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let explicit = self.pending.take().filter(|_| !matches!(g.person, Person::We | Person::I));
        // أنه لم يصدر بيان: the pronoun stands for nothing.
        let expletive = explicit.is_some()
            && subject::find(self.nodes, g, g.next).is_some_and(|s| {
                s.first == g.next
                    && !s.np.definite
                    && !s.np.accusative
                    && !self.is(s.first, Pos::Number)
                    && passive_of_thing(n, &Feat::of(&s.np))
                    // أنه اتصل أحد الضباط بذويه: whom stands behind its preposition
                    || s.first == g.next
                        && (s.np.human || s.np.agent)
                        && complement::preposition(self.nodes, s.next)
                            .is_some_and(|(ar, _)| n.lemma.and_then(|l| l.prep(ar)).is_some_and(str::is_empty))
            });
        let p = explicit.filter(|_| !(subject::intransitive(n) || g.passive || expletive))?;
        // أن المحادثات لم تفشل، وأنها ستستأنف: what was spoken of last
        let things = self.last.clone().filter(|l| p == Pronoun::Her && l.plural && !l.human && !l.words.is_empty());
        let f = things.or_else(|| self.speaker.clone()).or_else(|| self.last.clone());
        let word = self.pointing(p, f.as_ref(), i);
        // أنه استغرق ساعة: nobody does
        let lasts = is_any(n, &["استغرق", "دام", "استمر", "انعقد"]);
        let word = if lasts && matches!(word, "he" | "he/it") { "it" } else { word };
        self.out.word(word);
        self.subject = Some(Feat {
            plural: word == "they" || word == "we",
            feminine: p == Pronoun::Her,
            human: !lasts,
            agent: !lasts,
            name: true,
            words: String::new(),
        });
        // أن المحادثات …، وأنها تعقد: they are held
        let thing = f.filter(|f| word == "they" && passive_of_thing(n, f));
        let mut g = g.clone();
        g.passive |= thing.is_some() && !self.get(g.next).is_some_and(Node::ungoverned);
        self.out.word(&verb::english(&g, n, word == "they" || word == "we"));
        Some(self.after_verb(&g, None))
    }
}
