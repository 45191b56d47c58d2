//! Must and can: modals, participles that go on speaking.

use super::*;

impl Clause<'_> {
    /// يجب على X (أن): X must.
    pub(super) fn must(&mut self, i: usize, g: &Group) -> usize {
        let n = &self.nodes[g.verb];
        let can = is_verb(n, "أمكن");
        let word = match (can, g.negated, g.time) {
            (true, true, Time::Past) => "could not",
            (true, false, Time::Past) => "could",
            (true, true, _) => "cannot",
            (true, false, _) => "can",
            (false, true, Time::Past) => "did not have to",
            (false, true, _) => "must not",
            (false, false, Time::Past) => "had to",
            _ => "must",
        };
        // أحدا لا ينبغي أن يلام: no one should
        let nobody = g.negated && self.subject.as_ref().is_some_and(|s| s.words == "anyone") && self.out.ends("anyone");
        let word = match word {
            "must not" if nobody => "should",
            "did not have to" if nobody => "had to",
            "cannot" if nobody => "can",
            "could not" if nobody => "could",
            word => word,
        };
        if nobody {
            self.out.no_one();
        }
        self.and(i);
        self.pending = None;
        let mut next = g.next;
        self.rule("modal");
        if let Some(p) = self.get(next).filter(|p| p.pos == Pos::Prep && matches!(p.ar.as_str(), "على") || p.prep == Some("ل"))
        {
            let at = next + usize::from(p.pos == Pos::Prep);
            if let Some(pron) = p.pron {
                self.out.word(pronoun(pron, None));
                next += 1;
            } else if let Some(np) = np::np(self.nodes, at) {
                self.out.word(&np.text());
                self.subject = Some(Feat::of(&np));
                next = np.next;
            }
        } else if let Some(pron) = n.pron {
            self.out.word(pronoun(pron, None));
        } else if self.rel.is_none() && self.subject.is_none() {
            return self.impersonal(word, next, can && !g.negated);
        }
        self.rel = None;
        self.out.word(word);
        next += usize::from(self.is(next, Pos::That));
        self.bare_verb(next)
    }

    /// A verb or masdar after a modal, as the bare infinitive.
    pub(super) fn bare_verb(&mut self, next: usize) -> usize {
        if let Some(g) = verb::group(self.nodes, next) {
            let mut g = g;
            g.time = Time::Base;
            let n = &self.nodes[g.verb];
            g.passive |= self.subject.as_ref().is_some_and(|s| {
                passive_of_thing(n, s) && !self.get(g.next).is_some_and(Node::nominal) || self.objectless(n, s, g.next)
            });
            // should have been presented
            if self.out.ends("should have") {
                g.time = Time::PastPerfect;
            }
            let text = verb::english(&g, n, false);
            self.out.word(text.strip_prefix("had ").filter(|_| g.time == Time::PastPerfect).unwrap_or(&text));
            return self.after_verb(&g, None);
        }
        if self.get(next).is_some_and(|m| m.prep.is_none() && m.pron.is_none())
            && let Some((text, end)) = infinitive::infinitive(self.nodes, next, &crate::english::phrase::Outer::default())
        {
            self.out.word(&text);
            self.govern(&self.nodes[next]);
            return self.as_well(end);
        }
        if let Some(m) = self.get(next).filter(|m| m.pos == Pos::Masdar && m.prep.is_none() && m.pron.is_none()) {
            let base = if m.own { m.lemma.and_then(|l| l.en(0)).unwrap_or_default() } else { m.en.as_str() }.to_owned();
            self.out.word(&base);
            self.govern(&self.nodes[next]);
            return next + 1;
        }
        if let Some((text, next)) = infinitive::infinitive(self.nodes, next, &crate::english::phrase::Outer::default()) {
            self.out.word(&text);
            return next;
        }
        self.out.word(":");
        next
    }

    /// يجب الالتزام بالاتفاق وسحب القوات: and withdraw them.
    fn as_well(&mut self, mut next: usize) -> usize {
        while let Some(m) =
            self.get(next).filter(|m| m.and && m.pos == Pos::Masdar && m.prep.is_none() && !m.definite && m.pron.is_none())
            && self.get(next + 1).is_some_and(Node::ungoverned)
            && let Some((text, end)) = infinitive::infinitive(self.nodes, next, &crate::english::phrase::Outer::default())
        {
            self.out.word(&format!("and {text}"));
            self.govern(m);
            next = end;
        }
        next
    }

    /// يمكن أن, يجب أن with the subject behind: "it is possible that", "must: S V".
    pub(super) fn impersonal(&mut self, word: &str, next: usize, possible: bool) -> usize {
        let that = self.is(next, Pos::That);
        let v = next + usize::from(that);
        // يجب أن يكون هناك حل: there must be one
        if let Some(g) = verb::group(self.nodes, v).filter(|g| g.copula && !g.negated)
            && self.get(g.next).is_some_and(|x| x.pos == Pos::There && !x.mention)
        {
            self.out.word(&format!("there {word} be"));
            self.subject = Some(Feat { name: true, ..Feat::default() });
            (self.main, self.object, self.opened) = (true, true, false);
            return g.next + 1;
        }
        if let Some(g) = verb::group(self.nodes, v)
            && let Some(s) = subject::find(self.nodes, &g, g.next)
        {
            let f = Feat::of(&s.np);
            let mut g = g;
            if passive_of_thing(&self.nodes[g.verb], &f) {
                g.passive = true;
            }
            if is_verb(&self.nodes[g.verb], "تم") && self.is(g.next, Pos::Masdar) {
                self.out.word(if possible { "it is possible that" } else { "it must be that" });
                self.fresh();
                return v;
            }
            g.time = Time::Base;
            self.subject_text(s.first, s.next);
            self.out.word(word);
            let text = verb::english(&g, &self.nodes[g.verb], false);
            self.out.word(&text);
            self.govern(&self.nodes[g.verb]);
            self.between(g.next, s.first);
            self.subject = Some(f);
            return s.next;
        }
        // لا يمكن استبعاد الفشل, ينبغي وقف القتال: it is not possible to rule it out
        let told = match word {
            "can" => Some(("it is possible", "is possible")),
            "cannot" => Some(("it is not possible", "is not possible")),
            "must" | "should" => Some(("it is necessary", "is necessary")),
            _ => None,
        };
        if let Some((it, is)) = told.filter(|_| !that && self.get(v).is_some_and(|x| x.ungoverned() && x.pron.is_none())) {
            (self.main, self.object, self.opened) = (true, true, false);
            self.subject = Some(Feat { name: true, ..Feat::default() });
            if let Some((text, next)) = infinitive::infinitive(self.nodes, v, &crate::english::phrase::Outer::default()) {
                self.out.word(&format!("{it} to {text}"));
                self.govern(&self.nodes[v]);
                return next;
            }
            if let Some(p) = np::np(self.nodes, v) {
                self.out.word(&p.text());
                self.out.word(is);
                return p.next;
            }
        }
        self.out.word("[it]");
        self.out.word(word);
        self.subject =
            Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true, words: String::new() });
        if that || self.is(v, Pos::Masdar) {
            return self.bare_verb(v);
        }
        v
    }

    /// Ankara must withdraw: who, the modal, and the verb behind.
    fn who_must(&mut self, who: &np::Np, modal: &str) -> usize {
        self.out.word(&who.text());
        self.out.word(modal);
        self.subject = Some(Feat::of(who));
        self.rel = None;
        self.pending = None;
        self.bare_verb(who.next + usize::from(self.is(who.next, Pos::That)))
    }

    pub(super) fn modal(&mut self, i: usize) -> usize {
        self.and(i);
        let en = self.nodes[i].en.clone();
        let that = usize::from(self.is(i + 1, Pos::That));
        // يمكن للرئيس أن
        let to = self.get(i + 1).is_some_and(|p| p.prep == Some("ل") && p.pos != Pos::Verb && p.pos != Pos::Masdar);
        if to && let Some(p) = np::np(self.nodes, i + 1) {
            return self.who_must(&p, &en);
        }
        // يجب على أنقرة أن
        if self.nodes[i].ar.ends_with(" علي")
            && let Some(p) = np::np(self.nodes, i + 1)
        {
            self.rule("modal");
            return self.who_must(&p, &en);
        }
        if self.get(i + 1).is_some_and(|p| p.pos == Pos::Prep && p.ar == "على" && p.pron.is_none())
            && let Some(p) = np::np(self.nodes, i + 2)
        {
            self.rule("modal");
            return self.who_must(&p, &en);
        }
        if self.subject.is_none() && self.rel.is_none() {
            return self.impersonal(&en, i + 1, false);
        }
        self.rel = None;
        // أحدا لا ينبغي أن يلام: no one should
        let nobody = self.subject.as_ref().is_some_and(|s| s.words == "anyone") && self.out.ends("anyone");
        match en.as_str() {
            "must not" | "should not" if nobody => {
                self.out.no_one();
                self.out.word("should");
            }
            "cannot" if nobody => {
                self.out.no_one();
                self.out.word("can");
            }
            en => self.out.word(en),
        }
        self.bare_verb(i + 1 + that)
    }

    /// True if the participle at `i` carries a clause or a preposition: مشيرا إلى.
    pub(super) fn saying(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        let behind = self.get(i + 1).is_some_and(|x| {
            matches!(x.pos, Pos::That | Pos::Prep | Pos::Mark(':'))
                || x.prep.is_some()
                || x.quote()
                || x.nominal()
                || x.pos == Pos::Adverb && matches!(x.en.as_str(), "it" | "them")
        });
        let before = i.checked_sub(1).and_then(|p| self.get(p));
        // مشيرين إلى أن: noting
        let several = n.plural && !n.definite && n.ar.ends_with("ين");
        behind
            && (n.accusative
                || several
                || before.is_none_or(|b| matches!(b.pos, Pos::Mark(_) | Pos::Verb))
                || (n.plural && n.and))
    }

    pub(super) fn noting(&mut self, i: usize) -> usize {
        self.rule("participle");
        let n = &self.nodes[i];
        if !self.out.fresh() && !n.and {
            self.out.comma();
        }
        self.and(i);
        // داعية إياهما إلى الالتزام: calling on them
        let it = self.get(i + 1).filter(|x| x.pos == Pos::Adverb && matches!(x.en.as_str(), "it" | "them") && !x.and);
        if let Some(l) = n.lemma.and_then(Lemma::object).filter(|_| it.is_some()) {
            let with = objects::with_sense(n, l);
            self.out.word(&generate::gerund(&with.en));
            self.out.word(it.map_or("it", |x| x.en.as_str()));
            self.govern(&with);
            (self.rel, self.object, self.filled) = (None, false, true);
            return i + 2;
        }
        // داعيا الأطراف إلى الحضور: calling on them
        let with = self.with_object(n, i + 1);
        self.out.word(&generate::gerund(&with.en));
        if let Some(p) = n.pron {
            self.out.word(object(p));
        }
        self.govern(&with);
        self.rel = None;
        self.object = false;
        i + 1
    }
}
