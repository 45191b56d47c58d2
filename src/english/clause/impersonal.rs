//! What is scheduled, expected or supposed, with nobody named who expects it: من المقرر أن, كان من المتوقع أن, يفترض أن.

use super::*;

/// Verbs that stand for what people in general think, and the English participle.
const SUPPOSED: &[(&str, &str)] = &[
    ("افترض", "supposed"),
    ("توقع", "expected"),
    ("انتظر", "expected"),
    ("ارتقب", "expected"),
    ("رجح", "considered likely"),
    ("احتمل", "considered possible"),
    ("خشي", "feared"),
    ("اعتقد", "believed"),
];

/// The English of a participle or adjective behind من or كان.
fn word(n: &Node) -> String {
    match (n.pos, n.lemma.filter(|l| l.pos == "verb")) {
        // مفترض, منتظر: what the passive says is meant, however the word was read.
        (_, Some(l)) if SUPPOSED.iter().any(|s| s.0 == l.ar) => {
            SUPPOSED.iter().find(|s| s.0 == l.ar).map_or_else(String::new, |s| s.1.to_owned())
        }
        (Pos::Passive, _) => n.participle(),
        (Pos::Active, _) => generate::gerund(&n.en),
        _ => n.en.clone(),
    }
}

impl Clause<'_> {
    /// كان لافتا غياب الوفد: the absence of the delegation was striking.
    pub(super) fn was_so(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = self.get(g.next).filter(|n| {
            matches!(n.pos, Pos::Adjective | Pos::Passive)
                && !n.definite
                && !n.and
                && n.prep.is_none()
                && n.pron.is_none()
                && (n.accusative || n.ar.ends_with('ا'))
        })?;
        let free = g.copula && !g.still && !self.main && self.subject.is_none() && self.rel.is_none();
        let nominal =
            self.get(g.next + 1).filter(|x| free && x.ungoverned() && x.nominal() && !x.accusative && x.pos != Pos::Adjective);
        let found = nominal.and_then(|_| np::subject(self.nodes, g.next + 1, None));
        let ends = |p: &Np| self.get(p.next).is_none_or(|x| x.pos != Pos::Verb && (x.weekday || !x.ungoverned()));
        let p = found.filter(|p| (p.definite || p.next > g.next + 2) && !p.human && !p.agent && ends(p))?;
        self.and(i);
        self.rule("is");
        self.out.word(&p.text());
        self.out.word(&verb::english(g, &self.nodes[g.verb], p.many));
        let word = if n.pos == Pos::Passive { n.participle() } else { n.en.clone() };
        self.out.word(&word);
        (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
        Some(p.next)
    }

    /// سبق للوفد أن رفض, سبق أن أعلن الوزير: had rejected, had announced.
    pub(super) fn before_now(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        if !is_verb(n, "سبق") || n.pron.is_some() {
            return None;
        }
        // لم يسبق أن التقيا: had never met
        let how = if g.negated { "had never " } else { "had previously " };
        let by = complement::preposition(self.nodes, g.next).filter(|(ar, _)| *ar == "ل");
        let pron = self.get(g.next).filter(|x| x.pos == Pos::Prep && x.ar == "ل").and_then(|x| x.pron);
        let who = by.and_then(|(_, at)| np::np(self.nodes, at));
        let that = who.as_ref().map_or(g.next + usize::from(pron.is_some()), |p| p.next);
        let mut done = verb::group(self.nodes, that + 1).filter(|_| self.is(that, Pos::That))?;
        done.time = Time::PastPerfect;
        self.rule("had done");
        if let Some(p) = &who {
            self.and(i);
            self.named += usize::from(p.head.ends_with('*'));
            self.out.word(&p.text());
            self.subject = Some(Feat::of(p));
        } else if let Some(p) = pron {
            self.and(i);
            let word = self.pointing(p, self.last.as_ref(), i);
            self.out.word(word);
            self.subject = Some(Feat { plural: word == "they", human: word == "he", name: true, ..Feat::default() });
        } else {
            if g.negated && (done.negated || self.to.is_some()) {
                return None;
            }
            self.and(i);
            self.fresh();
            let from = self.out.len();
            let next = self.subject_first(&done, false);
            self.out.had(from, if g.negated { "never " } else { "previously " });
            return Some(next);
        }
        let plural = self.subject.as_ref().is_some_and(|s| s.plural);
        let text = verb::english(&done, &self.nodes[done.verb], plural);
        self.out.word(&text.replacen("had ", how, 1));
        Some(self.after_verb(&done, None))
    }

    /// تعد هذه المرة الأولى التي يجلس فيها الطرفان: this is the first time that they sit.
    pub(super) fn this_time(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        if !(g.copula || is_verb(n, "عد") || is_verb(n, "اعتبر")) || g.still || n.pron.is_some() || self.rel.is_some() {
            return None;
        }
        let this = self.get(g.next).filter(|x| !x.and && x.prep.is_none())?;
        let whole = this.en == "this time";
        let time = self.get(g.next + 1).is_some_and(|x| x.en == "time" && x.definite && !x.and && x.pron.is_none());
        if !(whole || this.pos == Pos::Dem && time) {
            return None;
        }
        let at = g.next + if whole { 1 } else { 2 };
        let which = self.get(at).filter(|x| x.definite && !x.and && x.pos != Pos::Rel)?;
        if !self.is(at + 1, Pos::Rel) {
            return None;
        }
        self.and(i);
        self.rule("relative clause");
        self.out.word(if whole { "this" } else { &this.en });
        let be = Group { copula: true, passive: false, ..g.clone() };
        self.out.word(&verb::english(&be, n, false));
        self.out.word(&format!("the {} time that", which.en));
        self.fresh();
        self.opened = true;
        let from = at + 2;
        self.gone = (from..(from + 7).min(self.nodes.len()))
            .find(|&j| self.is(j, Pos::Prep) && self.nodes[j].ar == "في" && self.nodes[j].pron == Some(Pronoun::Her));
        Some(from)
    }

    /// كان على الأطراف أن تقدم: the parties had to present.
    pub(super) fn had_to(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = self.get(g.next).filter(|p| g.copula && !g.still && p.pos == Pos::Prep && p.ar == "على" && !p.and)?;
        let who = match n.pron {
            Some(_) => None,
            None => Some(np::np(self.nodes, g.next + 1).filter(|p| p.definite && (p.agent || p.human || p.name))?),
        };
        let from = who.as_ref().map_or(g.next + 1, |p| p.next);
        let that = (from..(from + 14).min(self.nodes.len()))
            .take_while(|&j| !matches!(self.nodes[j].pos, Pos::Verb | Pos::Rel | Pos::Mark(_) | Pos::Clause))
            .find(|&j| self.is(j, Pos::That))?;
        let verb = self.get(that + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense != Tense::Perfect);
        if !verb || self.nodes[that].pron.is_some() {
            return None;
        }
        self.and(i);
        self.rule("modal");
        let (text, f) = match (&who, n.pron) {
            (Some(p), _) => (p.text(), Feat::of(p)),
            (None, p) => {
                let word = p.map_or("it", |p| self.pointing(p, self.last.as_ref(), i));
                (word.to_owned(), Feat { plural: word == "they", name: true, ..Feat::default() })
            }
        };
        self.out.word(&text);
        let mut j = from;
        while j < that {
            j = self.step(j).max(j + 1);
        }
        let have = Node { forms: Some(("had".to_owned(), "had".to_owned())), ..Node::new(Pos::Verb, "have") };
        let whole = Group { copula: false, passive: false, ..g.clone() };
        self.out.word(&verb::english(&whole, &have, f.plural));
        self.out.word("to");
        (self.subject, self.rel, self.pending, self.main) = (Some(f), None, None, true);
        Some(self.bare_verb(that + 1))
    }

    /// من (غير) المقرر أن: behind the preposition.
    pub(super) fn expected(&mut self, at: usize, denied: bool) -> Option<usize> {
        let is_non = self.is(at, Pos::Non);
        let non = is_non != denied;
        if is_non && denied {
            return None;
        }
        // من شبه المؤكد: almost certain
        let almost = self.nodes.get(at).is_some_and(|x| x.ar == "شبه");
        let p = at + usize::from(is_non || almost);
        let n = self.get(p).filter(|w| w.definite && matches!(w.pos, Pos::Passive | Pos::Adjective | Pos::Active))?;
        // من المقرر، بحسب المتحدث، أن: who says so stands between commas.
        let aside = self.is(p + 1, Pos::Mark('،')) && self.is(p + 2, Pos::Prep);
        let close = aside.then(|| (p + 3..p + 10).find(|&j| self.is(j, Pos::Mark('،')))).flatten();
        if let Some(close) = close.filter(|&j| self.is(j + 1, Pos::That)) {
            let mut j = p + 2;
            while j < close {
                j = self.step(j).max(j + 1);
            }
            self.out.comma();
            self.fresh();
            self.opened = true;
        }
        let p = close.filter(|&j| self.is(j + 1, Pos::That)).map_or(p, |j| j);
        // من غير الواضح ما إذا: it is not clear whether
        let question = |x: &Node| x.en == "whether" || matches!(x.ar.as_str(), "متى" | "متي" | "أين" | "اين" | "كيف" | "لماذا");
        let who = self.get(p + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none() && !x.and)
            && self.get(p + 2).is_some_and(|v| v.pos == Pos::Verb);
        if who || self.get(p + 1).is_some_and(|x| question(x) && !x.and) {
            self.rule("it is not clear whether");
            let n = &self.nodes[p];
            // ما زال من غير الواضح
            if !self.out.ends("it is still") {
                self.out.word(if self.main { "with it" } else { "it is" });
            }
            self.out.word(&format!("{}{}", if non { "not " } else { "" }, word(n)));
            (self.main, self.object) = (true, true);
            return Some(p + 1);
        }
        // من المستحيل على الأطراف أن تلتزم: it is impossible for them to
        let on = complement::preposition(self.nodes, p + 1)
            .filter(|(ar, at)| matches!(*ar, "على" | "ل") && self.nodes[*at].pos != Pos::Verb);
        if let Some(who) = on.and_then(|(_, at)| np::np(self.nodes, at)).filter(|w| self.is(w.next, Pos::That))
            && self.nodes[who.next].pron.is_none()
            && verb::group(self.nodes, who.next + 1).is_some_and(|g| g.time == Time::Present)
            && !self.main
        {
            self.rule("it is expected that");
            self.out.word(&format!("it is {}{} for {}", if non { "not " } else { "" }, word(n), who.text()));
            (self.main, self.object, self.pending) = (true, true, None);
            self.subject = Some(Feat::of(&who));
            self.to = Some(Time::Base);
            return Some(who.next + 1);
        }
        // من الطبيعي تماما أن
        let adverb = self.is(p + 1, Pos::Adverb) && self.is(p + 2, Pos::That) && n.pos == Pos::Adjective;
        if !(self.is(p + 1, Pos::That) || self.is(p + 1, Pos::Masdar) || adverb) {
            return None;
        }
        let be = Group::now(p, non);
        let en = if almost { format!("almost {}", word(n)) } else { word(n) };
        Some(self.due(&be, &en, p + 1 + usize::from(adverb)))
    }

    /// كان من المقرر أن, كان مقررا أن, يفترض أن, يفترض بالطرفين أن.
    pub(super) fn supposed(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        if g.person != Person::He || n.pron.is_some() || g.still {
            return None;
        }
        // بات من المؤكد أن: it has become certain
        let becomes = is_any(n, &["بات", "أصبح", "أضحى"]);
        if becomes && self.get(g.next).is_some_and(|p| p.pos == Pos::Prep && p.ar == "من" && p.pron.is_none()) {
            let almost = usize::from(self.get(g.next + 1).is_some_and(|x| x.ar == "شبه"));
            let p = g.next + 1 + almost;
            let w =
                self.get(p).filter(|w| matches!(w.pos, Pos::Passive | Pos::Adjective | Pos::Active) && w.definite && !w.and)?;
            if !self.is(p + 1, Pos::That) {
                return None;
            }
            self.and(i);
            self.pending = None;
            self.rule("it is expected that");
            let not = if g.negated { " not" } else { "" };
            self.out.word(&format!("it has{not} become {}{} that", if almost == 1 { "almost " } else { "" }, word(w)));
            self.fresh();
            self.opened = true;
            self.pending = self.nodes[p + 1].pron;
            return Some(p + 2);
        }
        if g.copula {
            let of = self.get(g.next).is_some_and(|p| p.pos == Pos::Prep && p.ar == "من" && p.pron.is_none());
            let non = self.is(g.next + usize::from(of), Pos::Non);
            let p = g.next + usize::from(of) + usize::from(non);
            let w = self.get(p).filter(|w| {
                matches!(w.pos, Pos::Passive | Pos::Adjective | Pos::Active)
                    && w.definite == of
                    && !w.and
                    && w.prep.is_none()
                    && w.pron.is_none()
            })?;
            let what = self.get(p + 1).is_some_and(Node::ungoverned);
            if !(self.is(p + 1, Pos::That) || of && what) {
                return None;
            }
            self.and(i);
            let be = Group { negated: g.negated || non, copula: false, ..g.clone() };
            return Some(self.due(&be, &word(w), p + 1));
        }
        let lemma = n.lemma.filter(|l| l.pos == "verb" && n.tense == Tense::Imperfect)?;
        let (_, en) = SUPPOSED.iter().find(|s| s.0 == lemma.ar)?;
        // الوفد يتوقع أن: the delegation itself expects it.
        if !self.nodes[i].and && self.subject.as_ref().is_some_and(|s| s.agent && s.fits(g.person)) && self.rel.is_none() {
            return None;
        }
        let mut be = g.clone();
        (be.passive, be.copula) = (false, false);
        if be.time == Time::PastProgressive {
            be.time = Time::Past;
        }
        if self.is(g.next, Pos::That) && self.nodes[g.next].pron.is_none() {
            self.and(i);
            return Some(self.due(&be, en, g.next));
        }
        // يفترض بالطرفين أن
        let who = self.get(g.next).filter(|w| w.prep == Some("ب") && w.nominal()).and_then(|_| np::np(self.nodes, g.next))?;
        if !(lemma.ar == "افترض" && self.is(who.next, Pos::That)) {
            return None;
        }
        self.and(i);
        self.out.word(&who.text());
        let f = Feat::of(&who);
        self.out.word(&being(&be, en, f.plural));
        (self.subject, self.rel) = (Some(f), None);
        Some(who.next)
    }

    /// "is scheduled to", with the subject before it where the verb behind أن has one. `at` is the node of أن, or of a verbal noun.
    fn due(&mut self, be: &Group, en: &str, at: usize) -> usize {
        self.rule("it is expected that");
        self.pending = None;
        if self.get(at).is_some_and(Node::nominal) {
            if let Some(next) = self.due_to_be(be, en, at) {
                return next;
            }
            let Some(p) = np::np(self.nodes, at) else { return at };
            self.out.word(&p.text());
            self.out.word(&being(be, en, p.many));
            (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
            return p.next;
        }
        if self.rel.is_some() || self.subject.is_some() && !self.object && !self.main {
            let plural = self.rel.as_ref().or(self.subject.as_ref()).is_some_and(|r| r.plural);
            self.out.word(&being(be, en, plural));
            if let Some(r) = self.rel.take() {
                self.subject = Some(r);
            }
            return at;
        }
        // من المحتمل أن يلتقي الوزيران: it is possible that they meet
        const OF_A_CLAUSE: &[&str] = &[
            "possible",
            "probable",
            "natural",
            "important",
            "necessary",
            "normal",
            "logical",
            "better",
            "best",
            "useful",
            "regrettable",
            "unfortunate",
            "strange",
            "notable",
            "essential",
            "impossible",
        ];
        if self.nodes[at].pron.is_none()
            && !OF_A_CLAUSE.contains(&en)
            && let Some(mut g) = verb::group(self.nodes, at + 1).filter(|g| g.time == Time::Present && !g.copula)
            && !is_verb(&self.nodes[g.verb], "تم")
            && self.nodes[g.verb].pron.is_none()
            && let Some(s) = subject::find(self.nodes, &g, g.next)
            && !self.is(s.next, Pos::Rel)
        {
            self.fresh();
            let f = Feat::of(&s.np);
            let plural = f.plural || self.joined(s.np.next, s.next);
            g.time = Time::Base;
            self.of_verb = self.nodes[g.verb].lemma;
            self.subject_text(s.first, s.next);
            self.of_verb = None;
            if s.next > s.np.next && self.is(s.next.wrapping_sub(1), Pos::Mark('،')) {
                self.out.comma();
            }
            self.suffered_to(&mut g, &f, s.next);
            self.out.word(&being(be, en, plural));
            let n = &*self.with_object(&self.nodes[g.verb], s.next);
            let text = verb::english(&g, n, false);
            let (not, rest) = text.strip_prefix("not ").map_or(("", text.as_str()), |r| ("not ", r));
            self.out.word(&format!("{not}to {rest}"));
            (self.subject, self.last) = (Some(f.clone()), Some(f.clone()));
            if f.agent {
                self.speaker = self.subject.clone();
            }
            self.govern(n);
            self.opened = false;
            self.between(g.next, s.first);
            return s.next;
        }
        self.out.word("it");
        self.out.word(&being(be, en, false));
        self.out.word("that");
        self.fresh();
        self.opened = true;
        self.pending = self.nodes[at].pron;
        at + 1
    }

    /// كان من المقرر عقد الجولة, التي كان من المقرر عقدها: was scheduled to be held.
    fn due_to_be(&mut self, be: &Group, en: &str, at: usize) -> Option<usize> {
        const DONE: &[&str] =
            &["عقد", "استأنف", "أجرى", "وقع", "نظم", "افتتح", "أطلق", "نشر", "أعلن", "شكل", "سلم", "بحث", "ناقش", "أفرج"];
        if !matches!(en, "scheduled" | "expected" | "planned" | "due" | "supposed") {
            return None;
        }
        let m = self.get(at).filter(|m| m.pos == Pos::Masdar && m.prep.is_none() && !m.and)?;
        let lemma = m.lemma.filter(|l| l.pos == "verb" && l.is('t') && DONE.contains(&l.ar))?;
        let done = lemma.en(2).map_or_else(|| generate::participle(lemma.en(0).unwrap_or_default()), str::to_owned);
        let to_be = format!("{en} to be {done}");
        if let Some(p) = m.pron {
            let of = self.rel.take().or_else(|| self.subject.clone()).filter(|f| relatives::stands_for(p, f));
            let f = of?;
            self.out.word(&being(be, &to_be, f.plural));
            (self.subject, self.main, self.object) = (Some(f), true, true);
            return Some(at + 1);
        }
        let what = self.get(at + 1).filter(|x| x.ungoverned() || matches!(x.pos, Pos::Number | Pos::Quant) && !x.and)?;
        let p = np::np(self.nodes, at + 1).filter(|p| !p.agent && !p.human && what.prep.is_none())?;
        if self.rel.is_some()
            || self.get(p.next).is_some_and(|x| x.and && x.nominal() || x.ungoverned() && !x.weekday && x.pos != Pos::Masdar)
        {
            return None;
        }
        self.out.word(&p.text());
        self.out.word(&being(be, &to_be, p.many));
        (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
        Some(p.next)
    }

    /// What is held or signed is no actor: before its infinitive.
    fn suffered_to(&self, g: &mut Group, f: &Feat, next: usize) {
        let n = &self.nodes[g.verb];
        let follows = self.get(next).is_some_and(Node::ungoverned);
        g.passive |= !follows && (passive_of_thing(n, f) || self.objectless(n, f, next));
    }
}

/// is scheduled, was not expected
fn being(g: &Group, en: &str, plural: bool) -> String {
    verb::english(g, &Node::new(Pos::Verb, format!("be {en}")), plural)
}
