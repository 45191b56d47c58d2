//! Not, no and without: negators that stand before no verb.

use super::*;

impl Clause<'_> {
    pub(super) fn lone_negator(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        self.and(i);
        // لم يتفقوا على الهدنة ولا بشأن الأسرى: nor
        let negated = |n: &Node| matches!(n.pos, Pos::Neg | Pos::IsNot | Pos::Without | Pos::NonMasdar);
        let nor = n.pos == Pos::Neg
            && n.and
            && !n.so
            && n.ar == "لا"
            && self.nodes[..i].iter().rev().take_while(|b| !b.ends_clause()).any(negated)
            && !self.get(i + 1).is_some_and(|x| x.pos == Pos::Verb);
        if nor {
            self.rule("nor");
            self.out.drop_and();
            self.out.word("nor");
            return i + 1;
        }
        // لا الحكومة ولا المعارضة وافقت: neither … nor
        if n.pos == Pos::Neg
            && n.ar == "لا"
            && self.subject.is_none()
            && self.get(i + 1).is_some_and(|x| x.ungoverned() && (x.definite || x.bare))
            && let Some(first) = np::np(self.nodes, i + 1)
            && self.get(first.next).is_some_and(|x| x.pos == Pos::Neg && x.ar == "لا" && x.and)
            && let Some(second) = np::np(self.nodes, first.next + 1)
        {
            self.rule("nor");
            self.out.word(&format!("neither {} nor {}", first.text(), second.text()));
            self.subject = Some(Feat::of(&second));
            return second.next;
        }
        match n.pos {
            Pos::Neg
                if self
                    .get(i + 1)
                    .is_some_and(|x| (x.nominal() || x.pos == Pos::Quant) && !x.definite && !x.and && x.prep.is_none())
                    && n.ar == "لا" =>
            {
                self.rule("no N");
                let p = np::np(self.nodes, i + 1).map(|p| Np { det: Det::Words("no".to_owned()), ..p });
                let Some(p) = p else { return i + 1 };
                // ما من أحد يريد: no one wants
                let p = if p.head == "anyone" { Np { head: "one".to_owned(), ..p } } else { p };
                // من لا هدف له: who have no goal
                let nodes = self.nodes;
                let pronoun = |ar: &str| nodes.get(p.next).is_some_and(|x| x.pos == Pos::Prep && x.pron.is_some() && x.ar == ar);
                if pronoun("ل")
                    && let Some(rel) = self.rel.take()
                {
                    let many = rel.plural || self.out.ends(" those who");
                    self.out.word(if many { "have" } else { "has" });
                    self.out.word(&p.text());
                    (self.subject, self.main, self.object) = (Some(rel), true, true);
                    return p.next + 1;
                }
                // لا علم لها بالأمر: it has no knowledge of that
                let opens = self.out.ends(" that") || self.out.fresh();
                if let Some(pron) = self.get(p.next).filter(|_| pronoun("ل") && opens).and_then(|x| x.pron) {
                    let word = match pron {
                        Pronoun::Her if self.hers(i) => "she",
                        Pronoun::Her => "it",
                        Pronoun::His => "he/it",
                        Pronoun::Our => "we",
                        _ => "they",
                    };
                    self.out.word(word);
                    self.out.word(if matches!(word, "we" | "they") { "have" } else { "has" });
                    self.out.word(&p.text());
                    self.noun = Some(p.head.clone());
                    (self.main, self.object) = (true, true);
                    return p.next + 1;
                }
                let before = i.checked_sub(1).and_then(|j| self.get(j));
                let beside = !n.and && before.is_some_and(|b| b.nominal() || matches!(b.pos, Pos::Adjective | Pos::Number));
                // خروجا لا تفاوض عليه: with no talks on it
                let about_it = ["في", "على", "عن", "من"].iter().any(|ar| pronoun(ar));
                if beside && about_it && !before.is_some_and(|b| b.definite) {
                    self.out.word("with");
                    self.out.word(&p.text());
                    return p.next;
                }
                // خلال أيام لا أسابيع: not weeks
                if beside
                    && self.main
                    && !about_it
                    && let Some(what) = np::np(self.nodes, i + 1)
                {
                    self.out.word("not");
                    self.out.word(&what.text());
                    return what.next;
                }
                // أن لا حل للأزمة: there is no solution
                let states = (self.out.ends(" that")
                    || self.out.fresh()
                    || n.so
                    || self.out.ends(", and")
                    || self.out.ends("that “")
                    || n.mention && n.ar == "لا")
                    && !self.get(p.next).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg | Pos::Adjective));
                if states {
                    self.out.word(if p.many { "there are" } else { "there is" });
                    (self.main, self.object) = (true, true);
                } else if self.subject.is_none() && self.rel.is_none() {
                    self.subject = Some(Feat::of(&p));
                }
                self.out.word(&p.text());
                p.next
            }
            // لم يعد الوفد يشارك, لم يعد للهدنة معنى
            Pos::Neg if n.mention && n.en == "no longer" => {
                self.rule("no longer");
                let now = Group { no_longer: true, ..Group::now(i, false) };
                if let Some(next) = self.owns(i + 1, &now) {
                    return next;
                }
                if let Some(p) = np::np(self.nodes, i + 1).filter(|_| self.get(i + 1).is_some_and(|x| x.prep.is_none() && !x.and))
                {
                    self.out.word(&p.text());
                    // لم يعد الوفد مستعدا: what it no longer is
                    let is = self.get(p.next).is_some_and(|x| {
                        !x.and && !x.definite && x.prep.is_none() && matches!(x.pos, Pos::Adjective | Pos::Active | Pos::Passive)
                    });
                    self.out.word(match (is, p.many) {
                        (true, true) => "are no longer",
                        (true, false) => "is no longer",
                        _ => "no longer",
                    });
                    self.subject = Some(Feat::of(&p));
                    if is {
                        (self.main, self.object) = (true, true);
                    }
                    return p.next;
                }
                // الوقت لم يعد في صالح أحد: is no longer
                if let Some(s) = self.subject.as_ref().filter(|s| !self.main && !s.words.is_empty()) {
                    self.out.word(if s.plural { "are no longer" } else { "is no longer" });
                    (self.main, self.object) = (true, true);
                    return i + 1;
                }
                self.out.word("there is no longer");
                i + 1
            }
            Pos::Neg => {
                self.out.word("not");
                i + 1
            }
            _ => i + 1,
        }
    }

    pub(super) fn is_not(&mut self, i: usize) -> usize {
        self.and(i);
        self.rule("is not");
        let n = &self.nodes[i];
        // بسبب المرض وليس احتجاجا: and not in protest
        if n.and
            && self.main
            && self.get(i + 1).is_some_and(|x| {
                let deed = if x.definite { self.to.is_none() } else { x.accusative };
                x.pos == Pos::Masdar && deed || x.pos == Pos::Prep && x.pron.is_none() || x.pos == Pos::Adverb && x.mention
            })
        {
            self.out.word("not");
            return i + 1;
        }
        // ليس من المتوقع أن
        if n.prep.is_none()
            && self.get(i + 1).is_some_and(|p| p.pos == Pos::Prep && p.ar == "من" && p.pron.is_none())
            && let Some(next) = self.expected(i + 2, true)
        {
            return next;
        }
        // ليس لدى الوفد صلاحيات
        let be = Group::now(i, true);
        // …، وليس لدينا تفاصيل: a new clause
        let before = self.subject.take_if(|_| n.and && self.main);
        if n.prep.is_none()
            && let Some(next) = self.owns(i + 1, &be)
        {
            return next;
        }
        if before.is_some() {
            self.subject = before;
        }
        let plural = self.subject.as_ref().is_some_and(|s| s.plural);
        // ليس سوى خطوة: is nothing but a step
        if self.get(i + 1).is_some_and(|x| !x.and && x.en == "except") && n.prep.is_none() {
            if self.subject.is_none() && self.rel.is_none() {
                self.out.word("[it]");
            }
            let plural = plural || self.rel.as_ref().is_some_and(|r| r.plural);
            self.out.word(if plural { "are nothing but" } else { "is nothing but" });
            (self.object, self.main, self.rel, self.pending) = (true, true, None, None);
            self.subject.get_or_insert(Feat { name: true, ..Feat::default() });
            return i + 2;
        }
        // ليس أمام الطرفين سوى العودة: there is nothing before them except
        if self.rel.is_none()
            && n.prep.is_none()
            && self
                .get(i + 1)
                .is_some_and(|x| x.pos == Pos::Prep && !x.and && matches!(x.ar.as_str(), "أمام" | "في" | "بين" | "بيد"))
            && let Some(j) = subject::behind_pp(self.nodes, i + 1)
            && self.get(j).is_some_and(|x| !x.and && x.en == "except")
        {
            self.out.word("there is nothing");
            self.subject = Some(Feat { name: true, ..Feat::default() });
            (self.main, self.object) = (true, true);
            return i + 1;
        }
        if self.subject.is_none()
            && self.rel.is_none()
            && let Some(p) = np::np(self.nodes, i + 1)
                .filter(|p| p.definite && !p.accusative && n.prep.is_none() && self.get(i + 1).is_some_and(|x| x.prep.is_none()))
        {
            self.out.word(&p.text());
            self.out.word(if p.plural { "are not" } else { "is not" });
            self.subject = Some(Feat::of(&p));
            self.object = true;
            return p.next;
        }
        self.pending = None;
        self.rel = None;
        // لسنا هنا: we are not
        if n.person == Person::We {
            self.out.word("we are not");
            self.subject = Some(Feat { plural: true, human: true, agent: true, name: true, ..Feat::default() });
            self.object = true;
            return i + 1;
        }
        if self.subject.is_none() {
            self.out.word("[it]");
        }
        self.subject.get_or_insert(Feat {
            plural: false,
            feminine: false,
            human: false,
            agent: false,
            name: true,
            words: String::new(),
        });
        self.object = true;
        self.out.word(if plural { "are not" } else { "is not" });
        i + 1
    }

    /// دون: without a noun, or without doing.
    pub(super) fn without(&mut self, i: usize) -> usize {
        self.and(i);
        self.rule("without");
        self.out.word("without");
        let next = i + 1 + usize::from(self.is(i + 1, Pos::That));
        if let Some(g) = verb::group(self.nodes, next) {
            let mut g = g;
            let found = subject::find(self.nodes, &g, g.next);
            g.time = Time::Gerund;
            let node = &self.nodes[g.verb];
            // غادر الوفد من دون أن يلتقي المبعوث: one meets somebody.
            let met = is_any(node, &["التقى", "قابل", "زار"]);
            let alone = |s: &subject::Subject| !self.get(s.next).is_some_and(Node::ungoverned);
            // دون أن يلتقي الوفدان: ان is the ending of who meets
            let two = |s: &subject::Subject| {
                let head = &self.nodes[s.np.at];
                head.dual && head.ar.ends_with("ان") || head.ar.split(' ').next() == Some("طرفا")
            };
            if let Some(s) = found.filter(|s| two(s) || !(met && self.subject.is_some() && alone(s))) {
                // دون أن يحدد البيان موعدا: it does something
                g.passive |= alone(&s) && passive_of_thing(node, &Feat::of(&s.np));
                self.of_verb = node.lemma;
                self.subject_text(s.first, s.next);
                self.of_verb = None;
                let text = verb::english(&g, node, false);
                self.out.word(&text);
                self.govern(&self.nodes[g.verb]);
                self.between(g.next, s.first);
                return s.next;
            }
            let text = verb::english(&g, node, false);
            self.out.word(&text);
            return self.after_verb(&g, None);
        }
        if let Some(pron) = self.nodes[i].pron {
            self.out.word(object(pron));
        }
        if self.get(next).is_some_and(|m| m.pos == Pos::Masdar && !m.own && m.definite) {
            return self.gerund(next);
        }
        // "without reaching", not "without access".
        if let Some(m) = self.get(next).filter(|m| m.pos == Pos::Masdar && m.definite && m.prep.is_none())
            && let Some(verb) = m.lemma.and_then(|l| l.en(0))
            && self.get(next + 1).is_some_and(|p| p.pos == Pos::Prep || p.prep.is_some())
        {
            self.out.word(&generate::gerund(verb));
            self.govern(&self.nodes[next]);
            return next + 1;
        }
        next
    }

    pub(super) fn gerund(&mut self, i: usize) -> usize {
        let text = generate::gerund(&self.nodes[i].en);
        self.out.word(&text);
        self.govern(&self.nodes[i]);
        i + 1
    }
}
