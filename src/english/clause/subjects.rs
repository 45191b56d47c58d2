//! Subjects: before their verb, left out, or carried over.

use super::*;

impl Clause<'_> {
    /// A part of a sentence that begins with its verb names the subject, which stands before it.
    pub(super) fn named_before(&mut self, s: &Feat) {
        if self.part && self.out.fresh() && !s.words.is_empty() {
            self.out.word(&format!("[{}]", s.words));
        }
    }

    /// Verb, subject, rest → subject, verb, rest.
    pub(super) fn subject_first(&mut self, g: &Group, coordinated: bool) -> usize {
        let n = &self.nodes[g.verb];
        // يتخللها إطلاق سراح: the subject follows the pronoun. منحه الجائزة has two objects.
        const TWO: &[&str] = &["منح", "أعطى", "سلم", "وهب", "أبلغ", "علم", "اعتبر", "جعل", "ولى", "حمل"];
        let found = match subject::find(self.nodes, g, g.next) {
            Some(s) if n.pron.is_some() && !g.copula => {
                Some(s).filter(|s| s.first == g.next && !s.np.accusative && (s.np.agent || s.np.human || !is_any(n, TWO)))
            }
            found => found,
        };
        // بأنه غير واقعي ولا يلبي الحد الأدنى من المطالب: what it does not do to something.
        let acts_on = |s: &subject::Subject| {
            let f = Feat::of(&s.np);
            coordinated
                && g.negated
                && (g.time == Time::Present
                    || matches!(g.time, Time::Future | Time::Past)
                        && s.np.definite
                        && self.subject.as_ref().is_some_and(|s| s.agent || s.human))
                && n.pron.is_none()
                && n.lemma.is_some_and(|l| l.is('t'))
                && !(f.agent || f.human || g.time == Time::Present && passive_of_thing(n, &f))
                && s.first == g.next
                && self.subject.as_ref().is_some_and(|s| s.fits(g.person))
                && !self.get(s.next).is_some_and(Node::ungoverned)
        };
        // ووصف الجلسات واتهم الدول بالتمويل: one man did both, and a verb before many bodies would be feminine.
        let does_both = |s: &subject::Subject| {
            coordinated
                && g.person == Person::He
                && n.pron.is_none()
                && s.first == g.next
                && s.np.plural
                && !s.np.dual
                && !s.np.human
                && Feat::of(&s.np).feminine
                && self.speaker.as_ref().is_some_and(|s| s.fits(g.person) && !s.plural && s.agent && s.human)
        };
        let both = found.as_ref().is_some_and(does_both);
        // فتحت الأمم المتحدة تحقيقا وأحالت المعلومات: whoever opened it referred it
        let goes_on = |s: &subject::Subject| {
            let f = Feat::of(&s.np);
            coordinated
                && !g.passive
                && !n.so
                && n.pron.is_none()
                && n.lemma.is_some_and(|l| l.is('t'))
                && !is_verb(n, "شهد")
                && !(f.agent || f.human || f.name || s.np.definite && passive_of_thing(n, &f))
                && s.first == g.next
                && self.subject.as_ref().is_some_and(|s| s.agent && s.fits(g.person))
                && !self.get(s.next).is_some_and(|x| x.ungoverned() || matches!(x.pos, Pos::That | Pos::Number | Pos::Quant))
        };
        // وصل من موسكو حيث التقى الوزير: whom he met there
        let there = !coordinated && self.out.ends(" where");
        let found = found.filter(|s| !(acts_on(s) || goes_on(s) || both || (coordinated || there) && self.met(n, g, s)));
        if both {
            self.subject.clone_from(&self.speaker);
        }
        let Some(s) = found else { return self.without_subject(g, coordinated) };
        let mut g = g.clone();
        // أعرب ماكرون عن معارضته: a name that nothing knows, and it speaks.
        let speaks = g.person == Person::He && self.nodes[s.np.at].pos == Pos::Unknown && names::saying(&n.en);
        // قالت سلوى: a name, and the verb of a woman
        let she = g.person == Person::She && s.np.person();
        let f = Feat { human: s.np.human || speaks, agent: s.np.agent || speaks, ..Feat::of(&s.np) };
        let f = Feat { feminine: f.feminine || she, ..f };
        // قتل 15 شخصا: people were killed.
        let victims = done_to_people(n)
            && (s.np.human || matches!(self.nodes[s.first].pos, Pos::Number | Pos::Quant | Pos::Adjective))
            && n.pron.is_none()
            && !self.whom(s.next);
        // نقل المصدر أن: told it
        // نقل المراسل عن مصدر أن: quoted one
        let from = self.get(s.next).is_some_and(|x| x.pos == Pos::Prep && x.ar == "عن");
        g.passive |= victims && !(is_verb(n, "نقل") && (from || self.is(s.next, Pos::That)));
        // What was held, signed or published is no actor.
        // عقد المؤتمر على أن يسبقه اجتماع: nothing is told
        let that = |j: usize| self.is(j, Pos::That) && !(self.is(j - 1, Pos::Prep) && self.nodes[j - 1].ar == "على");
        let tells = (s.next..(s.next + 10).min(self.nodes.len()))
            .take_while(|&j| !self.is(j, Pos::Verb))
            .any(|j| that(j) || self.is(j, Pos::Mark(':')) || self.nodes[j].quote());
        // وصف اللقاء بأنه مفيد: nothing is told by it
        let tells = tells && !is_verb(n, "وصف");
        // يفرض الاتفاق الذي أبرمته إيران قيودا: what it imposes stands behind the clause about it.
        let object_behind = self.is(s.next, Pos::Rel)
            && self.relative_end(s.next).is_some_and(|end| {
                self.get(end).is_some_and(|x| x.ungoverned() && x.pron.is_none() && (x.accusative || !x.definite))
            });
        if (passive_of_thing(n, &f) || done_to_bodies(n) && f.agent && s.first == g.next && !self.whom(s.next))
            && n.pron.is_none()
            && !tells
            && !object_behind
            && !self.behind_adverbs(s.next).is_some_and(|x| {
                let counted = matches!(x.pos, Pos::Quant | Pos::Number) && !x.and && x.prep.is_none();
                x.ungoverned() && !wherefore(x) || the_most(x) || counted
            })
            && !g.passive
        {
            g.passive = true;
            self.rule("passive of a thing");
        }
        let appointed = suffered::appointed(self.nodes, n, &s);
        g.passive |= appointed;
        // اتهم الرئيس السابق بأنه أهدر الأموال: whom nobody named accuses
        if is_any(n, &["اتهم", "أبلغ", "أخطر"])
            && n.pron.is_none()
            && !g.passive
            && s.first == g.next
            && self
                .get(s.next + usize::from(self.is(s.next, Pos::Mark('،'))))
                .is_some_and(|x| x.prep == Some("ب") && x.pos != Pos::Verb || x.pos == Pos::That && x.ar.starts_with('ب'))
            && !self.whom(s.next)
        {
            g.passive = true;
            self.rule("passive for an open subject");
        }
        // تعد الجولة خطوة: it is considered a step; تعد روسيا الجولة خطوة: she considers it one.
        let judged = is_verb(n, "عد") || is_verb(n, "اعتبر") && !f.agent && !f.human;
        if judged && n.pron.is_none() && !g.passive && !tells && s.first == g.next {
            let what = np::np(self.nodes, s.next).filter(|_| self.get(s.next).is_some_and(|x| !x.and && x.prep.is_none()));
            let two = what.is_some_and(|p| {
                self.get(p.next).is_some_and(|x| {
                    !x.and && x.prep.is_none() && (x.nominal() || matches!(x.pos, Pos::Adjective | Pos::Passive | Pos::Active))
                })
            });
            g.passive = !two;
        }
        // تُعقد الجولة المقبلة في مسقط: it will be
        let coming = ["next ", "coming ", "upcoming "].iter().any(|w| f.words.contains(w));
        if g.passive && g.time == Time::Present && coming && is_any(n, &["عقد", "استأنف", "افتتح"]) {
            g.time = Time::Future;
        }
        self.rule("subject first");
        let plural = f.plural || self.joined(s.np.next, s.next);
        let apart = self.relative_between_commas(s.next);
        let relative = self.is(s.next, Pos::Rel) || apart.is_some();
        self.of_verb = n.lemma;
        // لم يصدر أي تعليق: no comment was issued
        let any = matches!(&s.np.det, Det::Words(w) if w == "any" || w.starts_with("any of"));
        // لم يصدر تعليق
        let none = s.np.det == Det::A
            && s.first == g.next
            && !s.np.many
            && s.next == s.np.next
            && self.nodes[s.first].pos == Pos::Noun
            && (g.passive || n.en.starts_with("be "));
        if g.negated
            && (!g.copula || any)
            && (any && (self.is(s.first, Pos::Quant) || self.nodes[s.first].en == "anyone") || none)
        {
            g.negated = false;
            self.none = true;
        }
        // الوثيقة لم يوقع عليها أي من الأطراف: a topic with a clause of its own.
        if self.subject.is_some() && !self.main && self.ended.1 == self.out.len() && !coordinated {
            self.out.comma();
        }
        if g.negated && self.nodes[s.first..s.next].iter().any(|x| x.pos == Pos::Neg) {
            g.negated = false;
            self.rule("nor");
            self.out.word("neither");
        }
        // لم يوقع أحد: no one signed; لم يتغير شيء: nothing changed
        if g.negated && s.np.head == "anything" && s.next == s.first + 1 {
            g.negated = false;
            self.out.word("nothing");
        } else if g.negated && s.np.head == "anyone" && s.next == s.first + 1 {
            g.negated = false;
            self.out.word("no one");
        } else {
            self.subject_text(s.first, s.next);
        }
        (self.of_verb, self.none) = (None, false);
        if s.next > s.np.next && self.nodes.get(s.next.wrapping_sub(1)).is_some_and(|x| x.pos == Pos::Mark('،')) {
            self.out.comma();
        }
        // شكك دبلوماسي تابع الاجتماعات في ما أعلن: the clause about the subject goes with it.
        if let Some((about, end)) = self.clause_about(&s, n.lemma) {
            self.out.word(if s.np.human { "who" } else { "which" });
            self.rel = Some(Feat { name: false, ..f.clone() });
            let governors = std::mem::take(&mut self.governors);
            let mut j = self.relative_verb(&about);
            while j < end {
                j = self.step(j).max(j + 1);
            }
            self.fresh();
            self.governors = governors;
            self.write_verb(&g, plural, &f, j);
            self.between(g.next, s.first);
            return j;
        }
        if relative && let Some(end) = apart.or_else(|| self.relative_end(s.next)) {
            // The subject's own clause goes with it.
            let mut j = s.next + usize::from(apart.is_some());
            if apart.is_some() {
                self.out.comma();
            }
            let keep = (self.subject.take(), std::mem::take(&mut self.governors));
            while j < end {
                j = self.step(j).max(j + 1);
            }
            self.fresh();
            self.out.comma();
            self.subject = keep.0;
            let end = end.max(j) + usize::from(apart.is_some());
            self.write_verb(&g, plural, &f, end);
            self.between(g.next, s.first);
            // ويعد اللقاء الذي جرى في القاهرة، خطوة: no comma before what it is considered.
            let end = end + usize::from(g.passive && judged && self.is(end, Pos::Mark('،')));
            return self.object_pronoun(&g, end);
        }
        // يترأس وفدها مساعد الوزير: its delegation is headed by …
        let by = !g.passive
            && !g.copula
            && s.first == g.next
            && self.nodes[s.np.at].pron.is_some()
            && s.next == s.np.next
            && np::np(self.nodes, s.next)
                .is_some_and(|p| p.agent && !self.nodes[s.next].and && self.nodes[s.next].prep.is_none());
        g.passive |= by;
        self.write_verb(&g, plural, &f, s.next);
        if by {
            self.out.word("by");
        }
        self.between(g.next, s.first);
        if !relative
            && !by
            && let Some(next) = self.object_first(&g, s.next)
        {
            return next;
        }
        let next = self.object_pronoun(&g, s.next);
        if relative {
            self.out.comma();
            // تحديد الجهة التي: the noun right before the relative, where the other cannot be meant
            let last = &self.nodes[s.next - 1];
            let she = self.nodes[s.next].ar.starts_with("الت");
            let other = self.nodes[s.next].ar != "الذين" && she != Feat::of(&s.np).feminine;
            let again = if other && last.pos == Pos::Noun && last.pron.is_none() {
                np::np(self.nodes, s.next - 1).map(|p| Np { det: Det::The, ..p }.text())
            } else {
                np::np(self.nodes, s.first).map(|p| Np { post: String::new(), ..p }.text())
            };
            self.out.word(&format!("[{}]", again.unwrap_or_default()));
        }
        next
    }

    /// يجري الجهاز الإداري حاليا مفاوضات: what stands behind words of time.
    pub(super) fn behind_adverbs(&self, at: usize) -> Option<&Node> {
        // البيان يرفض "المبادرات": nor does a mark of quotation hide it
        self.nodes.get(at..)?.iter().find(|x| (x.pos != Pos::Adverb || x.and || x.prep.is_some()) && !x.quote())
    }

    /// وصل الوفد إلى جنيف، والتقى المبعوث: whom they met, where the one who did the last thing can have done this, too.
    fn met(&self, n: &Node, g: &Group, s: &subject::Subject) -> bool {
        const WHOM: &[&str] = &["التقى", "قابل", "زار", "استقبل", "صافح", "ودع", "هنأ", "شكر", "ترأس", "رأس", "قاد"];
        let by = |x: &Node| complement::preposition(self.nodes, s.next).is_some_and(|(ar, _)| ar == "ب" && x.prep == Some("ب"));
        // كان اللقاء قصيرا ولم يتناول مصير الرئيس: what it dealt with
        const WHAT: &[&str] = &["تناول", "تضمن", "شمل", "هدد"];
        let takes = |f: &Feat| f.fits(g.person) && is_any(n, if f.agent { WHOM } else { WHAT });
        self.subject.as_ref().or(self.last.as_ref()).is_some_and(takes)
            && n.pron.is_none()
            && !g.passive
            && s.first == g.next
            && !self.behind_adverbs(s.next).is_some_and(|x| x.ungoverned() || matches!(x.pos, Pos::Number | Pos::Quant) || by(x))
    }

    /// اختتم الطرفان مساء الثلاثاء في عمان الجولة الثامنة: what they concluded comes before when and where.
    pub(super) fn object_first(&mut self, g: &Group, from: usize) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let lemma = n.lemma.filter(|l| l.is('t'))?;
        if g.passive || g.copula || n.pron.is_some() {
            return None;
        }
        let mut at = from;
        for _ in 0..5 {
            let x = self.get(at)?;
            let comma = x.pos == Pos::Mark('،') && (self.get(at + 1).is_some_and(|b| b.weekday) || at > from);
            if comma || x.pos == Pos::Adverb && !x.and && x.prep.is_none() {
                at += 1;
            } else if let Some((ar, _)) = complement::preposition(self.nodes, at).filter(|_| x.pos != Pos::Verb && !x.and) {
                if lemma.prep(ar).is_some() {
                    return None;
                }
                at = subject::behind_pp(self.nodes, at)?;
            } else {
                break;
            }
        }
        let x = self.get(at).filter(|_| at > from)?;
        if x.and || x.prep.is_some() || !(x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant)) || x.pos == Pos::Name {
            return None;
        }
        let p = np::object(self.nodes, at, Some(lemma))?;
        let unit = self.nodes[p.at].time_unit();
        let goes_on = |x: &Node| matches!(x.pos, Pos::Rel | Pos::Verb | Pos::That) && !x.and;
        let more = |x: &Node| x.and && x.nominal() && x.prep.is_none();
        let end = match self.get(p.next).filter(|x| more(x)) {
            Some(_) => np::np(self.nodes, p.next)?.next,
            None => p.next,
        };
        let closes = |x: &Node| x.and && !more(x) || matches!(x.pos, Pos::Mark(_)) && !goes_on(x);
        if unit || self.get(end).is_some_and(|x| !closes(x)) {
            return None;
        }
        self.rule("object first");
        self.govern(n);
        self.object = true;
        let mut next = at;
        while next < end {
            next = self.bare_phrase(next, false).max(next + 1);
        }
        self.between(from, at);
        Some(next)
    }

    /// A clause about an indefinite person that is the subject, and where it ends: before a preposition that the main verb governs.
    fn clause_about(&self, s: &subject::Subject, verb: Option<Lemma>) -> Option<(Group, usize)> {
        // قال بيان صدر في ختام الجولة إن: which was issued
        let held = |v: &Node| v.pos == Pos::Verb && v.pron == Some(Pronoun::Her) && Feat::of(&s.np).feminine;
        let behind = self.after_indefinite(s.next) || self.get(s.next).is_some_and(held);
        let person = !s.np.definite && !s.np.name && s.next == s.np.next && behind;
        let about = verb::group(self.nodes, s.next).filter(|a| person && !self.nodes[s.next].and && !a.copula)?;
        let lemma = verb.filter(|l| l.pos == "verb")?;
        let mut end = about.next;
        // قال مسؤول يقوم بالوساطة إن: what he says opens with إن
        // قالت ناشطة شاركت ضمن وفد التقى الوسطاء إن: so does what is about somebody in it
        let about_it = |j: usize| self.is(j, Pos::Verb) && !self.nodes[j].and && self.after_indefinite(j);
        let told = (end..(end + 20).min(self.nodes.len()))
            .take_while(|&j| {
                let x = &self.nodes[j];
                !(matches!(x.pos, Pos::Rel | Pos::Clause | Pos::What) || x.ends_clause() || x.pos == Pos::Verb && !about_it(j))
            })
            .find(|&j| self.is(j, Pos::That));
        if let Some(that) = told.filter(|_| lemma.en(0).is_some_and(names::saying)) {
            let comma = usize::from(self.is(that - 1, Pos::Mark('،')));
            return Some((about, that - comma));
        }
        // اختتمت الجمعة مفاوضات رعتها واشنطن ولم تفض إلى اتفاق: which Washington sponsored
        let by_whom = subject::find(self.nodes, &about, about.next)
            .filter(|w| self.nodes[about.verb].pron.is_some() && w.first == about.next && w.np.definite && w.np.agent);
        if let Some(w) = by_whom.filter(|w| self.get(w.next).is_none_or(|x| matches!(x.pos, Pos::Mark(_)) || x.and)) {
            return Some((about, w.next));
        }
        if about.time != Time::Past {
            return None;
        }
        for _ in 0..4 {
            if complement::preposition(self.nodes, end).is_some_and(|(ar, _)| lemma.prep(ar).is_some()) {
                return Some((about, end));
            }
            end = subject::behind_pp(self.nodes, end)?;
        }
        None
    }

    /// True if somebody or something stands behind `i` without a preposition: whom the verb acts on.
    pub(super) fn whom(&self, i: usize) -> bool {
        let rest =
            self.nodes[i..].iter().take(9).take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::Verb | Pos::That | Pos::Rel));
        // المعتقلون وعددهم 33: how many they are
        let rest = rest.take_while(|x| !(x.and && x.en == "number" && x.pron.is_some()));
        let mut governed = false;
        for x in rest {
            let bare = x.prep.is_none() && !x.and && (x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant));
            if bare && !governed {
                return true;
            }
            governed = match x.pos {
                Pos::Prep => x.pron.is_none(),
                _ if x.prep.is_some() => true,
                // What a preposition governs may go on: في قصف قوات النظام.
                _ => governed && !x.definite && x.pos != Pos::Adverb && !x.bare,
            };
        }
        false
    }

    /// Writes the nodes of a subject: its phrase and what belongs to it.
    pub(super) fn subject_text(&mut self, first: usize, next: usize) {
        let (mut j, mut offices) = (first, false);
        let governors = std::mem::take(&mut self.governors);
        while j < next {
            let before = j;
            if let Pos::Mark(c) = self.nodes[j].pos {
                if self.nodes[j].quote() {
                    self.out.mark(c);
                } else {
                    self.out.comma();
                }
                j += 1;
            } else if self.nodes[j].pos == Pos::Neg {
                self.out.word("nor");
                j += 1;
            } else if self.nodes[j].pos == Pos::Pron {
                self.out.word("who is");
                j += 1;
            } else if self.nodes[j].pos == Pos::Prep || self.nodes[j].prep.is_some() {
                j = self.prep(j);
            } else {
                // وزير الخارجية رئيس الوفد فلان: one man with two offices
                let office = |j: usize| self.is(j, Pos::Title) && !self.nodes[j].and && !self.nodes[j].plural;
                if j > first && office(j) && (first..j).any(office) && !matches!(self.nodes[j - 1].pos, Pos::Mark(_)) {
                    self.out.comma();
                    offices = true;
                }
                j = self.bare_phrase(j, true);
            }
            j = j.max(before + 1);
        }
        if offices {
            self.out.comma();
        }
        self.governors = governors;
    }

    pub(super) fn joined(&self, from: usize, to: usize) -> bool {
        (from..to).any(|j| self.nodes[j].and && self.nodes[j].nominal())
    }

    /// Writes what stood between the verb and its subject.
    pub(super) fn between(&mut self, from: usize, to: usize) {
        let mut j = from;
        while j < to {
            j = if matches!(self.nodes[j].pos, Pos::Mark('،' | ',')) { j + 1 } else { self.step(j).max(j + 1) };
        }
    }
}

/// يشكل الملف أبرز النقاط: what stands behind it begins with a superlative.
pub(super) fn the_most(n: &Node) -> bool {
    n.pos == Pos::Adjective && !n.definite && !n.and && n.prep.is_none() && n.lemma.is_some_and(|l| l.is('e'))
}

/// انتظارا, احتجاجا, يوما: why, how or for how long, no object.
fn wherefore(n: &Node) -> bool {
    let time = n.time_unit();
    (n.pos == Pos::Masdar && n.accusative || time) && !n.definite && n.pron.is_none()
}
