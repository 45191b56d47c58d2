//! Verbs: a verb behind its subject, كان and its verb, the passive of things, تم with a masdar.

use super::*;

impl<'n> Clause<'n> {
    /// A verb and what belongs to it.
    pub(super) fn verb(&mut self, i: usize) -> usize {
        let Some(mut g) = verb::group(self.nodes, i) else { return self.lone_negator(i) };
        if self.had && self.rel.is_none() && g.time == Time::Past {
            g.time = Time::PastPerfect;
            self.had = false;
        }
        let n = &self.nodes[g.verb];
        // كان هناك لقاء: there was a meeting
        if g.copula && self.get(g.next).is_some_and(|x| x.pos == Pos::There && !x.mention) {
            self.and(i);
            self.rule("there was");
            self.out.word("there");
            self.out.word(&verb::english(&g, n, false));
            self.subject = Some(Feat { name: true, ..Feat::default() });
            (self.main, self.object) = (true, true);
            return g.next + 1;
        }
        if n.prep == Some("ل") || self.nodes[i].prep == Some("ل") {
            // لتتمكن المعارضة من الحضور: so that the opposition is able to
            if subject::find(self.nodes, &g, g.next).is_some_and(|s| s.first == g.next && (s.np.agent || s.np.human)) && self.main
            {
                self.and(i);
                self.out.word("so that");
                self.fresh();
            } else {
                self.to = Some(Time::Base);
            }
        }
        if (is_verb(n, "تم") || (is_verb(n, "جرى") && self.is(g.next, Pos::Masdar)))
            && let Some(next) = self.took_place(i, &g)
        {
            return next;
        }
        if let Some(next) = self.none_but(i, &g) {
            return next;
        }
        if let Some(next) = self.supposed(i, &g) {
            return next;
        }
        if let Some(next) = self.stated_in(i, &g) {
            return next;
        }
        if is_verb(n, "وجب") || is_verb(n, "أمكن") || is_verb(n, "انبغى") || is_verb(n, "تعين") {
            return self.must(i, &g);
        }
        self.and(i);
        if let Some(time) = self.to.take() {
            let mut g = g.clone();
            g.time = time;
            if time == Time::Base {
                self.rule("to do");
                let text = verb::english(&g, n, false);
                let (not, rest) = text.strip_prefix("not ").map_or(("", text.as_str()), |r| ("not ", r));
                self.out.word(&format!("{not}to {rest}"));
            } else {
                self.out.word(&verb::english(&g, n, false));
            }
            return self.after_verb(&g, None);
        }
        if self.rel.is_some() {
            return self.relative_verb(&g);
        }
        // ودعا إلى وقفها، كما رفض الإجراءات: one more thing that the same subject did.
        let also = i > 1 && self.main && self.nodes[i - 1].pos == Pos::Adverb && self.nodes[i - 1].ar == "كما";
        let coordinated = self.nodes[i].and || also;
        // المطلب الذي رفعه الإقليم لم يحصل بشأنه توافق: a topic that something is said of.
        if !coordinated && self.waiting.is_some() && self.acted_on(&g) {
            self.waiting = None;
            self.out.comma();
            self.fresh();
        }
        // المحادثات التي جرت في أستانا لم تتمخض: the noun before the relative clause has its verb here.
        if !coordinated
            && !i.checked_sub(1).is_some_and(|b| matches!(self.nodes[b].pos, Pos::That | Pos::Clause | Pos::If | Pos::What))
            && !self.acted_on(&g)
            && let Some(topic) = self.waiting.take_if(|w| w.fits(g.person))
        {
            (self.subject, self.main, self.last) = (Some(topic.clone()), true, Some(topic.clone()));
            self.pending = None;
            self.governors.clear();
            self.rule("verb behind a relative clause");
            self.suffered(&mut g, &topic);
            self.named_before(&topic);
            self.out.word(&verb::english(&g, n, topic.plural));
            return self.after_verb(&g, None);
        }
        // ورحبت المنظمة بالاتفاق ودعت الأطراف إلى الالتزام به: called on the parties.
        if coordinated
            && n.pron.is_none()
            && let Some(s) = self.subject.clone().filter(|s| s.fits(g.person) && !s.plural && !s.words.is_empty())
            && let Some(object) = n.lemma.and_then(Lemma::object)
            && let Some(p) = subject::find(self.nodes, &g, g.next).filter(|p| p.first == g.next && (p.np.plural || !p.np.human))
            && complement::preposition(self.nodes, p.next).is_some_and(|(ar, _)| object.prep(ar).is_some())
        {
            self.rule("same subject");
            let with = with_sense(n, object);
            self.out.word(&verb::english(&g, &with, s.plural));
            self.govern(&with);
            (self.main, self.object) = (true, false);
            return g.next;
        }
        // وتشمل روسيا: what is included is no subject.
        if coordinated && self.subject.is_some() && ["شمل", "ضم", "تضمن", "احتوى"].iter().any(|v| is_verb(n, v)) {
            self.out.word(&verb::english(&g, n, self.subject.as_ref().is_some_and(|s| s.plural)));
            return self.after_verb(&g, None);
        }
        if let Some(s) = self.subject.clone().filter(|s| s.fits(g.person) && !coordinated && !self.acted_on(&g)) {
            if self.main && self.after_indefinite(i) {
                return self.bare_relative(&g);
            }
            let helper = self.governors.last().is_some_and(|l| l.is('a') || l.ar == "كان");
            if self.main && self.below && !helper && !self.had {
                // إذ رحب الوفد بالنتائج قال: the main clause begins.
                self.out.comma();
                self.out.word(s.pronoun(g.person));
                self.below = false;
            } else if self.main && !helper && !self.had && !matches!(self.nodes[i.saturating_sub(1)].pos, Pos::Mark(_)) {
                // A second verb in one clause.
                self.guessed += doubt::TOO_MUCH;
            }
            self.suffered(&mut g, &s);
            // أن أحدا لم يطلق سراحه: the pronoun is the subject's.
            let whom =
                self.get(g.next).is_some_and(|x| x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant) || x.prep == Some("ب"));
            let freed = n.en == "release" && !whom && !s.words.is_empty();
            g.passive |= freed;
            if g.negated && s.words == "anyone" && self.out.ends("anyone") {
                g.negated = false;
                self.out.no_one();
            }
            // أيا من الطرفين لم يلتزم: none of the parties
            if g.negated && s.words.starts_with("any of ") && self.out.ends(&s.words) {
                g.negated = false;
                self.out.none_of(self.out.len() - s.words.len());
            }
            self.main = true;
            self.named_before(&s);
            let with = self.with_object(n, g.next);
            self.out.word(&verb::english(&g, &with, s.plural));
            self.govern(&with);
            self.object = g.copula;
            if let Some(p) = n.pron.filter(|_| !freed) {
                self.out.word(object(p));
            }
            return g.next;
        }
        if self.main && !coordinated && self.after_indefinite(i) {
            return self.bare_relative(&g);
        }
        let explicit = self.pending.take();
        // أنه لم يصدر بيان: the pronoun stands for nothing.
        let expletive = explicit.is_some()
            && subject::find(self.nodes, &g, g.next).is_some_and(|s| {
                s.first == g.next && !s.np.definite && !s.np.accusative && passive_of_thing(n, &Feat::of(&s.np))
            });
        if let Some(p) = explicit.filter(|_| !(subject::intransitive(n) || g.passive || expletive)) {
            let f = self.speaker.clone().or_else(|| self.last.clone());
            let word = self.pointing(p, f.as_ref(), i);
            self.out.word(word);
            self.subject = Some(Feat {
                plural: word == "they" || word == "we",
                feminine: p == Pronoun::Her,
                human: true,
                agent: true,
                name: true,
                words: String::new(),
            });
            self.out.word(&verb::english(&g, n, word == "they" || word == "we"));
            return self.after_verb(&g, None);
        }
        self.subject_first(&g, coordinated)
    }

    /// يتخللها الإفراج عن محتجزين: the object is attached, and who or what acts follows. لم يحصل بشأنه توافق: so does what happened.
    fn acted_on(&self, g: &Group) -> bool {
        let n = &self.nodes[g.verb];
        let about = self.get(g.next).is_some_and(|x| x.pos == Pos::Prep && x.pron.is_some());
        if n.pron.is_none() && about && (subject::intransitive(n) || is_verb(n, "حصل") || is_verb(n, "حدث")) {
            return subject::find(self.nodes, g, g.next).is_some_and(|s| s.first > g.next && !s.np.definite && !s.np.accusative);
        }
        n.pron.is_some()
            && n.tense == Tense::Imperfect
            && subject::find(self.nodes, g, g.next)
                .is_some_and(|s| s.first == g.next && s.np.definite && !s.np.accusative && (!s.np.name || s.np.human))
    }

    /// True for a verb that takes an object, has a thing for its subject and no object: the thing is what suffers it.
    pub(super) fn objectless(&self, n: &Node, s: &Feat, next: usize) -> bool {
        let by_preposition =
            || complement::preposition(self.nodes, next).is_some_and(|(ar, _)| n.lemma.is_some_and(|l| l.prep(ar).is_some()));
        !s.agent
            && !s.human
            && !s.words.is_empty()
            && n.lemma.is_some_and(|l| l.is('t'))
            && n.pron.is_none()
            && self
                .get(next)
                .is_none_or(|x| matches!(x.pos, Pos::Prep | Pos::Mark('،' | '.')) || x.prep.is_some() && x.pos != Pos::Verb)
            && !by_preposition()
    }

    /// What is held, signed or published is no actor.
    pub(super) fn suffered(&mut self, g: &mut Group, s: &Feat) {
        let n = &self.nodes[g.verb];
        let follows = self.get(g.next).is_some_and(|x| {
            let noun = x.nominal() && !x.weekday && x.en != "day";
            (noun || matches!(x.pos, Pos::Number | Pos::Quant | Pos::Dem | Pos::Unknown)) && !x.and && x.prep.is_none()
        });
        if (passive_of_thing(n, s) || self.objectless(n, s, g.next)) && !follows && n.pron.is_none() && !g.passive {
            g.passive = true;
            self.rule("passive of a thing");
        }
    }

    /// The verb as it is with the noun phrase at `i` for its object: دعا الحكومة إلى is "called on".
    pub(super) fn with_object(&self, n: &'n Node, i: usize) -> std::borrow::Cow<'n, Node> {
        let with = n.lemma.and_then(Lemma::object).filter(|_| {
            self.get(i).is_some_and(|x| !x.and && x.prep.is_none()) && np::np(self.nodes, i).is_some_and(|p| p.agent || p.human)
        });
        match with {
            Some(l) => std::borrow::Cow::Owned(with_sense(n, l)),
            None => std::borrow::Cow::Borrowed(n),
        }
    }

    pub(super) fn write_verb(&mut self, g: &Group, plural: bool, f: &Feat, object: usize) {
        let n = &*self.with_object(&self.nodes[g.verb], object);
        self.subject = Some(Feat { plural, ..f.clone() });
        self.last = self.subject.clone();
        if f.agent {
            self.speaker = self.subject.clone();
        }
        // كان … فعل: the verb stands behind its subject.
        if !g.copula {
            self.out.word(&verb::english(g, n, plural));
        }
        self.govern(n);
    }

    pub(super) fn object_pronoun(&mut self, g: &Group, next: usize) -> usize {
        let n = &self.nodes[g.verb];
        if let Some(p) = n.pron {
            self.out.word(object(p));
        }
        self.object = false;
        if g.copula {
            return self.copula(g, next);
        }
        next
    }

    /// كان with its subject written: "had done", "was doing", or "was".
    pub(super) fn copula(&mut self, g: &Group, next: usize) -> usize {
        let plural = self.subject.as_ref().is_some_and(|s| s.plural);
        let qad = usize::from(self.is(next, Pos::Qad));
        let mut v = next + qad;
        let mut skipped = Vec::new();
        while let Some(x) = self.get(v).filter(|x| matches!(x.pos, Pos::Adverb | Pos::Mark('،')) && !x.and) {
            skipped.push(x.en.clone());
            v += 1;
        }
        if let Some(main) = self.get(v).filter(|m| m.pos == Pos::Verb && !m.and && m.prep.is_none()) {
            let time = match (g.time, main.tense) {
                (Time::Past, Tense::Perfect) => Time::PastPerfect,
                (Time::Past, _) => Time::PastProgressive,
                (Time::Present, Tense::Perfect) => Time::Perfect,
                (t, _) => t,
            };
            let mut whole =
                Group { time, verb: v, next: v + 1, passive: main.passive, person: main.person, copula: false, ..g.clone() };
            if let Some(s) = self.subject.clone() {
                self.suffered(&mut whole, &s);
            }
            self.rule("كان and verb");
            let text = verb::english(&whole, main, plural);
            self.out.word(&text);
            self.govern(&self.nodes[v]);
            for j in next + qad..v {
                self.step(j);
            }
            return self.object_pronoun(&whole, v + 1);
        }
        // وكانت الجولة الأولى، مطلع الصيف، انفضت: the verb stands behind what commas hold.
        if self.is(next, Pos::Mark('،'))
            && g.time == Time::Past
            && !g.negated
            && let Some(close) = (next + 2..(next + 7).min(self.nodes.len())).find(|&j| self.is(j, Pos::Mark('،')))
            && self.get(close + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense == Tense::Perfect && !v.and)
        {
            (self.had, self.main) = (true, false);
            return next;
        }
        // وكان الوفد إلى المحادثات التي انطلقت قال: the verb stands further behind.
        let ahead = (next..(next + 16).min(self.nodes.len()))
            .take_while(|&j| !matches!(self.nodes[j].pos, Pos::That | Pos::Mark('.' | ':' | '،')))
            .find(|&j| {
                let (x, b) = (&self.nodes[j], &self.nodes[j.saturating_sub(1)]);
                x.pos == Pos::Verb
                    && !x.and
                    && (x.tense == Tense::Perfect && b.pos != Pos::Neg || b.pos == Pos::Neg && b.ar == "لم")
                    && !matches!(b.pos, Pos::Rel | Pos::What | Pos::Qad)
            });
        if ahead.is_some_and(|j| j > next) && g.time == Time::Past && !g.negated {
            self.had = true;
            self.main = false;
            return next;
        }
        let text = verb::english(g, &self.nodes[g.verb], plural);
        self.out.word(&text);
        self.object = true;
        next
    }

    pub(super) fn after_verb(&mut self, g: &Group, next: Option<usize>) -> usize {
        let n = &self.nodes[g.verb];
        self.govern(n);
        self.object = g.copula;
        if let Some(p) = n.pron.filter(|_| self.rel.is_none()) {
            self.out.word(object(p));
        }
        next.unwrap_or(g.next)
    }

    /// تم with a masdar: was done.
    pub(super) fn took_place(&mut self, i: usize, g: &Group) -> Option<usize> {
        let m = self
            .get(g.next)
            .filter(|m| m.pos == Pos::Masdar || (m.lemma.is_some_and(|l| l.pos == "verb") && m.pos == Pos::Noun))
            .filter(|m| !m.and && m.prep.is_none())?;
        let lemma = m.lemma?;
        let base = if m.pos == Pos::Masdar && !m.own { m.en.clone() } else { lemma.en(0)?.to_owned() };
        let forms =
            if base == lemma.en(0)? { lemma.en(1).zip(lemma.en(2)).map(|(a, b)| (a.to_owned(), b.to_owned())) } else { None };
        let done = Node { forms: forms.or_else(|| m.forms.clone()), ..Node::new(Pos::Verb, base) };
        let whole = Group { passive: true, copula: false, ..g.clone() };
        if let Some(p) = self.get(g.next + 1).filter(|p| p.pos == Pos::Prep && p.pron.is_some() && m.definite)
            && let Some(rel) = self.rel.clone()
            && let Some(en) = lemma.prep(p.ar.as_str())
        {
            // which was agreed on
            self.and(i);
            self.rule("تم with masdar: passive");
            self.out.word(&verb::english(&whole, &done, rel.plural));
            self.out.word(en.rsplit('|').next().unwrap_or(en).trim_end_matches('*'));
            (self.to, self.rel, self.subject) = (None, None, Some(rel));
            (self.object, self.main) = (true, true);
            return Some(g.next + 2);
        }
        let (subject, next, tail) = if m.definite {
            let p = self.get(g.next + 1)?;
            let ar = if p.pos == Pos::Prep { p.ar.as_str() } else { p.prep? };
            let en = lemma.prep(ar)?;
            let en = en.rsplit('|').next().unwrap_or(en).trim_end_matches('*');
            let at = g.next + 1 + usize::from(p.pos == Pos::Prep);
            let np = np::np(self.nodes, at)?;
            (np.clone(), np.next, en.to_owned())
        } else if m.pron.is_some() {
            return None;
        } else {
            let np = np::np(self.nodes, g.next + 1)?;
            (np.clone(), np.next, String::new())
        };
        self.and(i);
        self.rule("تم with masdar: passive");
        if self.to.take().is_some() && self.rel.is_some() {
            return None;
        }
        self.named += usize::from(subject.head.ends_with('*'));
        self.out.word(&subject.text());
        let f = Feat::of(&subject);
        self.out.word(&verb::english(&whole, &done, f.plural));
        self.out.word(&tail);
        self.subject = Some(f);
        self.governors.push(lemma);
        self.object = true;
        self.main = true;
        self.rel = None;
        Some(next)
    }
}

/// A verb in the sense that it has with a person for its object.
fn with_sense(n: &Node, l: Lemma) -> Node {
    Node {
        en: l.en(0).unwrap_or_default().to_owned(),
        forms: l.en(1).zip(l.en(2)).map(|(a, b)| (a.to_owned(), b.to_owned())),
        lemma: Some(l),
        ..n.clone()
    }
}
