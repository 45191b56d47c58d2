//! Verbs: a verb behind its subject, the passive of things.

use super::*;

impl<'n> Clause<'n> {
    /// A verb and what belongs to it.
    pub(super) fn verb(&mut self, i: usize) -> usize {
        let Some(mut g) = verb::group(self.nodes, i) else { return self.lone_negator(i) };
        if self.had && self.rel.is_none() && matches!(g.time, Time::Past | Time::Perfect) {
            g.time = Time::PastPerfect;
            self.had = false;
        }
        if std::mem::take(&mut self.back) && g.time == Time::Present {
            g.time = Time::Past;
        }
        let n = &self.nodes[g.verb];
        if let Some(next) = self.there_was(i, &g) {
            return next;
        }
        if n.prep == Some("ل") || self.nodes[i].prep == Some("ل") {
            // لتتمكن المعارضة من الحضور: so that the opposition is able to
            // لتشمل الصين ومصر: to include them
            let includes = is_any(n, &["شمل", "ضم", "تضمن", "طال"]) && g.person == Person::She;
            if subject::find(self.nodes, &g, g.next).is_some_and(|s| s.first == g.next && (s.np.agent || s.np.human))
                && self.main
                && !includes
            {
                self.and(i);
                self.out.word("so that");
                self.fresh();
            } else {
                self.to = Some(Time::Base);
            }
        }
        // أسرى يعذبون من قبل المقاومة: by whom
        g.passive |= self.by_whom(&g);
        if let Some(next) = self.agreed(i, &g) {
            return next;
        }
        if let Some(next) = self.carried_out(i, &g) {
            return next;
        }
        if let Some(next) = self.made_to(i, &g) {
            return next;
        }
        if let Some(next) = self.none_but(i, &g) {
            return next;
        }
        if let Some(next) = self.of_noun_before(i, &g).or_else(|| self.led_by(i, &g)) {
            return next;
        }
        if let Some(next) = self.supposed(i, &g) {
            return next;
        }
        if let Some(next) = self.this_time(i, &g) {
            return next;
        }
        if let Some(next) = self.had_to(i, &g) {
            return next;
        }
        // ما زال من غير الواضح من سيشارك: it is still not clear who
        if g.still
            && g.person == Person::He
            && self.rel.is_none()
            && self.get(g.next).is_some_and(|p| p.pos == Pos::Prep && p.ar == "من" && p.pron.is_none())
        {
            let length = self.out.len();
            self.and(i);
            self.out.word("it is still");
            if let Some(next) = self.expected(g.next + 1, false) {
                return next;
            }
            self.out.cut(length);
        }
        // كانت لديه خطة, سيكون لها نتائج
        if g.copula && !g.still && self.to.is_none() {
            let length = self.out.len();
            self.and(i);
            if let Some(next) = self.owns(g.next, &g) {
                return next;
            }
            self.out.cut(length);
        }
        if let Some(next) = self.was_so(i, &g) {
            return next;
        }
        if let Some(next) = self.possible(i, &g) {
            return next;
        }
        if let Some(next) = self.before_now(i, &g) {
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
            // يريد أن يعقد الجولة في جنيف: what stands behind is no clause
            self.opened = false;
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
        // ثم غادر
        let then = i > 0
            && self.main
            && (self.nodes[i - 1].en == "then" || self.nodes[i - 1].pos == Pos::Conj && self.nodes[i - 1].en == "or");
        let coordinated = self.nodes[i].and || also || then;
        if coordinated && self.main {
            self.governors.clear();
        }
        // رغم تقارير تحدثت عن لقاء: which spoke of it
        if !coordinated && !self.main && self.of_complement(i, &g) {
            return self.bare_relative(&g);
        }
        // لم يصل الوفد أو يعلن موعد وصوله: did not arrive or announce it
        if then && n.time == Some(Time::Base) {
            self.rule("same subject");
            self.out.word(&verb::english(&g, n, false));
            return self.after_verb(&g, None);
        }
        // المطلب الذي رفعه الإقليم لم يحصل بشأنه توافق: a topic that something is said of.
        if !coordinated && self.waiting.is_some() && self.acted_on(&g) {
            // المقترح الذي قدمه المبعوث رفضته المعارضة: rejected it
            self.out.he &= self.waiting.take().is_none_or(|topic| topic.human);
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
            // أن من يخرق الهدنة سيحاسب: will be held to account
            g.passive |= topic.words == "those"
                && n.pron.is_none()
                && n.lemma.is_some_and(|l| l.is('t'))
                && self.get(g.next).is_none_or(|x| matches!(x.pos, Pos::Mark(_)));
            self.named_before(&topic);
            self.out.word(&verb::english(&g, n, topic.plural));
            return self.after_verb(&g, None);
        }
        if let Some(next) = self.before_the_clause(i, &g, coordinated) {
            return next;
        }
        // ورحبت المنظمة بالاتفاق ودعت الأطراف إلى الالتزام به: called on the parties.
        if coordinated
            && n.pron.is_none()
            && let Some(s) = self.subject.clone().filter(|s| s.fits(g.person) && !s.plural && !s.words.is_empty())
            && let Some(object) = n.lemma.and_then(|l| l.object().or_else(|| asks(n).then_some(l)))
            && let Some(p) = subject::find(self.nodes, &g, g.next).filter(|p| p.first == g.next && (p.np.plural || !p.np.human))
            && complement::preposition(self.nodes, p.next).is_some_and(|(ar, _)| object.prep(ar).is_some())
        {
            self.rule("same subject");
            let with = objects::with_sense(n, object);
            self.out.word(&verb::english(&g, &with, s.plural));
            self.govern(&with);
            (self.main, self.object) = (true, false);
            return g.next;
        }
        // وتشمل روسيا: what is included is no subject.
        if coordinated && self.subject.is_some() && is_any(n, &["شمل", "ضم", "تضمن", "احتوى"]) {
            self.out.word(&verb::english(&g, n, self.subject.as_ref().is_some_and(|s| s.plural)));
            return self.after_verb(&g, None);
        }
        if self.begins_behind(i, &g) {
            self.rule("main clause behind another");
            self.fresh();
            return self.subject_first(&g, false);
        }
        // …، ذكرت الإذاعة أن: somebody else says something
        if self.main
            && !coordinated
            && names::saying(&n.en)
            && n.pron.is_none()
            && self.out.ends(",")
            && subject::find(self.nodes, &g, g.next)
                .is_some_and(|s| s.first == g.next && s.np.definite && (s.np.agent || s.np.human) && self.is(s.next, Pos::That))
        {
            self.fresh();
            return self.subject_first(&g, false);
        }
        if let Some(next) = self.done_to_its(&g, coordinated) {
            return next;
        }
        // وقف لإطلاق النار مدته عشرة أيام، تدعمه آلية: which a mechanism supports
        if self.main && !coordinated && self.behind_comma(i, &g) {
            self.out.comma();
            return self.bare_relative(&g);
        }
        // جولة في المنطقة شملت قطر: which included it
        if self.main && !coordinated && self.includes(i, &g) {
            return self.bare_relative(&g);
        }
        if !coordinated && !self.main && self.waiting.is_none() && self.verb_behind(i, &g) {
            self.waiting.clone_from(&self.subject);
            return self.bare_relative(&g);
        }
        if let Some(s) = self.subject.clone().filter(|s| s.fits(g.person) && !coordinated && !self.acted_on(&g)) {
            return self.behind_subject(i, g, &s);
        }
        if self.main && !coordinated && (self.after_indefinite(i) || self.of_another(i, &g)) {
            return self.bare_relative(&g);
        }
        if let Some(next) = self.pronoun_of_that(i, &g) {
            return next;
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
            && subject::find(self.nodes, g, g.next).is_some_and(|s| {
                let who =
                    n.tense == Tense::Imperfect || (s.np.agent || s.np.human) && !self.get(s.next).is_some_and(Node::ungoverned);
                who && s.first == g.next && s.np.definite && !s.np.accusative && (!s.np.name || s.np.human)
            })
    }

    /// True for a verb without an object behind which من قبل says who does it.
    fn by_whom(&self, g: &Group) -> bool {
        let n = &self.nodes[g.verb];
        let by = |x: &Node| x.pos == Pos::Prep && x.en == "by" && x.pron.is_none();
        let rest = self.nodes[g.next..].iter().take(8);
        let ends = |x: &&Node| {
            !matches!(x.pos, Pos::Verb | Pos::That | Pos::Rel | Pos::Mark(_) | Pos::Masdar | Pos::Passive | Pos::Clause)
        };
        n.pron.is_none()
            && !g.copula
            && !g.still
            && !subject::intransitive(n)
            && (n.lemma.is_some_and(|l| l.is('t')) || matches!(g.person, Person::They))
            && rest.clone().take_while(ends).any(by)
            && rest.take_while(|x| !by(x)).filter(|x| x.ungoverned() && !x.weekday).count() < 2
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
}

/// Verbs of asking, accusing and warning somebody: behind و, with the preposition of what is asked behind a noun, the noun is whom.
fn asks(n: &Node) -> bool {
    const WHOM: &[&str] = &["حث", "طالب", "ناشد", "اتهم", "شكر", "هنأ", "كلف", "حذر", "أقنع", "ألزم", "أجبر", "حض", "منع"];
    is_any(n, WHOM)
}
