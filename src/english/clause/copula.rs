//! كان and its complement, تم with a masdar.

use super::*;

/// Words in which كان waits for قد and its verb.
const FAR: usize = 32;

impl<'n> Clause<'n> {
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
        // كان الداعية محمد جبريل، قد دعا
        v += usize::from(v > next && self.is(v, Pos::Qad));
        if let Some(main) = self.get(v).filter(|m| m.pos == Pos::Verb && !m.and && m.prep.is_none()) {
            let time = match (g.time, main.tense) {
                (Time::Past, Tense::Perfect) => Time::PastPerfect,
                (Time::Past, _) => Time::PastProgressive,
                (Time::Present, Tense::Perfect) => Time::Perfect,
                (Time::May, Tense::Perfect) => Time::MayHave,
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
                if !matches!(self.nodes[j].pos, Pos::Mark(_) | Pos::Qad) {
                    self.step(j);
                }
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
        // وكان الوفد، برئاسة فلان، قد عقد لقاءين: قد says which verb is meant, however far
        let ahead = ahead.or_else(|| {
            (next..(next + FAR).min(self.nodes.len()))
                .take_while(|&j| !matches!(self.nodes[j].pos, Pos::That | Pos::Clause | Pos::Mark('.' | ':' | '؛')))
                .find(|&j| self.is(j, Pos::Qad) && !self.nodes[j].and && self.is(j + 1, Pos::Verb))
                .filter(|&j| self.nodes[j + 1].tense == Tense::Perfect)
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

    /// تم with a masdar: was done.
    pub(super) fn took_place(&mut self, i: usize, g: &Group) -> Option<usize> {
        // يجري حاليا إعداد مسودة: is now being prepared
        // لم يتم بعد تحديد الموعد: was not determined yet
        let yet = |x: &Node| g.negated && x.pos == Pos::Prep && x.ar == "بعد" && x.pron.is_none();
        let skipped = |x: &Node| x.pos == Pos::Adverb && x.prep.is_none() || yet(x);
        let behind = (g.next..).find(|&j| !self.get(j).is_some_and(|x| !x.and && skipped(x)))?;
        if behind > g.next {
            let length = self.out.len();
            let next = self.took_place(i, &Group { next: behind, ..g.clone() })?;
            if self.out.len() > length {
                for j in g.next..behind {
                    if yet(&self.nodes[j]) {
                        self.out.word("yet");
                    } else {
                        self.between(j, j + 1);
                    }
                }
            }
            return Some(next);
        }
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
            self.out.word(government::plain(en));
            (self.to, self.rel, self.subject) = (None, None, Some(rel));
            (self.object, self.main) = (true, true);
            return Some(g.next + 2);
        }
        // تم سحبها: they were withdrawn; الذي تم توقيعه: which was signed
        if let Some(p) = m.pron.filter(|_| {
            let verb = Node { lemma: Some(lemma), ..done.clone() };
            !m.definite && (lemma.is('t') || passive_of_thing(&verb, &Feat::default()) || done_to_people(&verb))
        }) {
            let rel = self.rel.take_if(|r| relatives::stands_for(p, r));
            let topic = self
                .subject
                .clone()
                .filter(|s| !self.main && !self.nodes[i].and && !s.words.is_empty() && relatives::stands_for(p, s));
            let word = match (&rel, p) {
                _ if self.rel.is_some() => return None,
                (Some(_), _) => "",
                // أن عناصر تم أسرهم: they are the topic
                _ if topic.is_some() => "",
                // اتفاق تم إبرامه: which was concluded
                _ if self.main && !self.nodes[i].and && self.after_indefinite(i) => "which",
                (_, Pronoun::His) => "it",
                (_, Pronoun::Her) if self.out.they => "they",
                (_, Pronoun::Her) => "it",
                _ => "they",
            };
            self.and(i);
            self.rule("تم with masdar: passive");
            self.out.word(word);
            let plural = rel.as_ref().or(topic.as_ref()).map_or(word == "they", |r| r.plural);
            // تم نشرها: troops are deployed, papers published
            let deployed = lemma.ar == "نشر" && word == "they";
            let done = if deployed { Node::new(Pos::Verb, "deploy") } else { done };
            self.out.word(&verb::english(&whole, &done, plural));
            (self.to, self.pending) = (None, None);
            self.subject = rel.or(topic).or(Some(Feat { plural, name: true, ..Feat::default() }));
            self.governors.push(lemma);
            (self.object, self.main) = (true, true);
            return Some(g.next + 1);
        }
        let mut skipped = 0..0;
        let (subject, next, tail) = if m.definite {
            // تم الاتفاق خلال المباحثات على: what stands between says when.
            let mut at = g.next + 1;
            let (en, inner) = loop {
                // جرى التوقيع بقاعة الحرية: where it took place
                let what = |en: &&str| *en != "in";
                let found =
                    complement::preposition(self.nodes, at).and_then(|(ar, inner)| Some((lemma.prep(ar).filter(what)?, inner)));
                match found {
                    Some(found) => break found,
                    None if at > g.next + 8 => return None,
                    None => {
                        let x = self.get(at)?;
                        let when = x.pos == Pos::Prep && matches!(x.ar.as_str(), "خلال" | "أثناء" | "في" | "بعد") && !x.and;
                        let adverb = x.pos == Pos::Adverb && !x.and;
                        if !(when || adverb) {
                            return None;
                        }
                        at = subject::behind_pp(self.nodes, at)?;
                    }
                }
            };
            skipped = g.next + 1..at;
            let en = government::plain(en);
            let np = np::np(self.nodes, inner)?;
            (np.clone(), np.next, en.to_owned())
        } else if m.pron.is_some() {
            return None;
        } else {
            let np = np::np(self.nodes, g.next + 1)?;
            (np.clone(), np.next, String::new())
        };
        // بين الأردن والسعودية: what و joins belongs to it.
        let (mut subject, mut next) = (subject, next);
        while let Some(more) = self
            .get(next)
            .filter(|x| x.and && x.nominal() && x.prep.is_none())
            .and_then(|_| np::np(self.nodes, next))
            .filter(|p| !self.get(p.next).is_some_and(|x| x.pos == Pos::Verb && !x.and))
        {
            let between = subject.text().rfind(" between ").is_some();
            subject.post = format!("{} and {}", subject.post, more.text()).trim_start().to_owned();
            subject.many |= !between;
            next = more.next;
        }
        self.and(i);
        self.rule("تم with masdar: passive");
        if self.to.take().is_some() && self.rel.is_some() {
            return None;
        }
        self.named += usize::from(subject.head.ends_with('*'));
        // لم يتم الإفراج عن أي أسير: no prisoner was released
        let any = whole.negated && matches!(&subject.det, Det::Words(w) if w == "any");
        let subject = if any { Np { det: Det::Words("no".to_owned()), ..subject } } else { subject };
        let whole = Group { negated: whole.negated && !any, ..whole };
        self.out.word(&subject.text());
        let f = Feat::of(&subject);
        let text = verb::english(&whole, &done, f.plural);
        let going_on = (is_verb(&self.nodes[g.verb], "جرى") || is_verb(&self.nodes[g.verb], "أجرى"))
            && whole.time == Time::Present
            && !whole.negated;
        let be = if f.plural { "are " } else { "is " };
        let text = if going_on { text.replacen(be, &format!("{be}being "), 1) } else { text };
        self.out.word(&text);
        self.out.word(&tail);
        self.subject = Some(f);
        self.governors.push(lemma);
        self.object = true;
        self.main = true;
        self.rel = None;
        self.between(skipped.start, skipped.end);
        Some(next)
    }

    /// كان هناك لقاء: there was a meeting
    pub(super) fn there_was(&mut self, i: usize, g: &Group) -> Option<usize> {
        self.get(g.next).filter(|x| g.copula && x.pos == Pos::There && !x.mention)?;
        self.and(i);
        self.rule("there was");
        // نفى أن تكون هناك خلافات: that there are differences
        if i > 0 && self.is(i - 1, Pos::That) && !self.out.ends("that") && !self.out.fresh() {
            self.out.word("that");
        }
        self.out.word("there");
        let many = np::np(self.nodes, g.next + 1).is_some_and(|p| p.many) && self.nodes[g.next + 1].prep.is_none();
        self.out.word(&verb::english(g, &self.nodes[g.verb], many));
        self.subject = Some(Feat { name: true, ..Feat::default() });
        (self.main, self.object, self.pending) = (true, true, None);
        Some(g.next + 1)
    }

    /// يجري حاليا إعداد مسودة: is being prepared; تم التوقيع: what is done, behind the verb that says so.
    pub(super) fn carried_out(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        // يجري حاليا إعداد
        let at = g.next + usize::from(self.is(g.next, Pos::Adverb));
        let under_way = is_verb(n, "أجرى")
            && n.tense == Tense::Imperfect
            && g.person == Person::He
            && n.pron.is_none()
            && self.is(at, Pos::Masdar)
            && (self.nodes[at].definite || self.get(at + 1).is_some_and(Node::ungoverned))
            && self.nodes[at].prep.is_none();
        // لم يجر التطرق إلى: was not touched on; nobody did what is denied
        let denied = is_verb(n, "أجرى")
            && n.tense == Tense::Short
            && n.pron.is_none()
            && self.is(g.next, Pos::Masdar)
            && self.nodes[g.next].definite;
        let done = is_verb(n, "تم")
            || is_verb(n, "جرى")
                && (self.is(g.next, Pos::Masdar) || self.is(g.next, Pos::Adverb) && self.is(g.next + 1, Pos::Masdar));
        if under_way || denied || done { self.took_place(i, g) } else { None }
    }
}
