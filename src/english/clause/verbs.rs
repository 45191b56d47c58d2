//! Verbs: a verb behind its subject, the passive of things.

use super::*;

impl<'n> Clause<'n> {
    /// A verb and what belongs to it.
    pub(super) fn verb(&mut self, i: usize) -> usize {
        let Some(mut g) = verb::group(self.nodes, i) else { return self.lone_negator(i) };
        if self.had && self.rel.is_none() && g.time == Time::Past {
            g.time = Time::PastPerfect;
            self.had = false;
        }
        if std::mem::take(&mut self.back) && g.time == Time::Present {
            g.time = Time::Past;
        }
        let n = &self.nodes[g.verb];
        // كان هناك لقاء: there was a meeting
        if g.copula && self.get(g.next).is_some_and(|x| x.pos == Pos::There && !x.mention) {
            self.and(i);
            self.rule("there was");
            // نفى أن تكون هناك خلافات: that there are differences
            if i > 0 && self.is(i - 1, Pos::That) && !self.out.ends("that") && !self.out.fresh() {
                self.out.word("that");
            }
            self.out.word("there");
            let many = np::np(self.nodes, g.next + 1).is_some_and(|p| p.many) && self.nodes[g.next + 1].prep.is_none();
            self.out.word(&verb::english(&g, n, many));
            self.subject = Some(Feat { name: true, ..Feat::default() });
            (self.main, self.object, self.pending) = (true, true, None);
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
        // أسرى يعذبون من قبل المقاومة: by whom
        g.passive |= self.by_whom(&g);
        if let Some(next) = self.agreed(i, &g) {
            return next;
        }
        // لم يجر التطرق إلى: was not touched on; nobody did what is denied
        // يجري حاليا إعداد مسودة: is being prepared
        let at = g.next + usize::from(self.is(g.next, Pos::Adverb));
        let under_way = is_verb(n, "أجرى")
            && n.tense == Tense::Imperfect
            && g.person == Person::He
            && n.pron.is_none()
            && self.is(at, Pos::Masdar)
            && (self.nodes[at].definite || self.get(at + 1).is_some_and(Node::ungoverned))
            && self.nodes[at].prep.is_none();
        if under_way && let Some(next) = self.took_place(i, &g) {
            return next;
        }
        let denied = is_verb(n, "أجرى")
            && n.tense == Tense::Short
            && n.pron.is_none()
            && self.is(g.next, Pos::Masdar)
            && self.nodes[g.next].definite;
        if denied && let Some(next) = self.took_place(i, &g) {
            return next;
        }
        if (is_verb(n, "تم")
            || (is_verb(n, "جرى")
                && (self.is(g.next, Pos::Masdar) || self.is(g.next, Pos::Adverb) && self.is(g.next + 1, Pos::Masdar))))
            && let Some(next) = self.took_place(i, &g)
        {
            return next;
        }
        // جعل الوسطاء يكتفون بالنص: made them do something
        if g.time == Time::Present
            && g.verb == i
            && !n.and
            && n.pron.is_none()
            && i > 0
            && (self.nodes[i - 1].definite || self.nodes[i - 1].bare)
            && matches!(g.person, Person::He | Person::She | Person::They | Person::Both)
            && self.governors.last().is_some_and(|l| l.ar == "جعل")
            && self.filled
            && self.ended == (i, self.out.len())
        {
            self.rule("to do");
            g.time = Time::Base;
            self.out.word(&verb::english(&g, n, true));
            return self.after_verb(&g, None);
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
            let with = with_sense(n, object);
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
        // الاجتماع لم يحدد موعده: its date was not set
        if !coordinated
            && !self.main
            && !g.passive
            && n.pron.is_none()
            && let Some(s) =
                self.subject.clone().filter(|s| !s.agent && !s.human && !s.words.is_empty() && passive_of_thing(n, s))
            && let Some(p) = np::np(self.nodes, g.next).filter(|p| {
                let x = &self.nodes[g.next];
                x.ungoverned() && p.next == g.next + 1 && x.pron.is_some_and(|p| relatives::stands_for(p, &s)) && !p.agent
            })
        {
            self.rule("passive of a thing");
            self.out.comma();
            self.out.word(&p.text());
            g.passive = true;
            self.out.word(&verb::english(&g, n, p.many));
            self.govern(n);
            (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
            return p.next;
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
                if self.noun_before(i, &g) {
                    return self.bare_relative(&g);
                }
                // A second verb in one clause.
                self.guessed += doubt::TOO_MUCH;
            }
            // بدأ الجيش ينسحب: began to withdraw
            if self.main
                && helper
                && !self.had
                && let Some(next) = self.goes_on(&g)
            {
                return next;
            }
            self.suffered(&mut g, &s);
            // أن أحدا لم يطلق سراحه: the pronoun is the subject's.
            let whom =
                self.get(g.next).is_some_and(|x| x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant) || x.prep == Some("ب"))
                    || (g.next..g.next + 4)
                        .any(|j| self.is(j, Pos::Prep) && self.nodes[j].ar == "عن" && self.nodes[j].pron.is_none());
            let freed = done_to_people(n) && (n.en == "release" || s.human) && !whom && !s.words.is_empty();
            g.passive |= freed;
            // المعتقلون يتهمون بإلقاء الحجارة: are accused
            g.passive |= is_verb(n, "اتهم")
                && n.pron.is_none()
                && s.human
                && !s.words.is_empty()
                && self.get(g.next).is_some_and(|x| x.prep == Some("ب") && x.nominal());
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
            if let Some(p) = n.pron.filter(|p| !freed && !self.of_relative(i, *p)) {
                self.out.word(object_of(n, p));
            }
            // أن البند لم يتفق عليه: was not agreed on
            if g.passive
                && let Some(x) =
                    self.get(g.next).filter(|x| x.pos == Pos::Prep && x.pron.is_some_and(|p| relatives::stands_for(p, &s)))
                && let Some(en) = n.lemma.and_then(|l| l.prep(&x.ar))
            {
                self.out.word(government::plain(en));
                return g.next + 1;
            }
            return g.next;
        }
        if self.main && !coordinated && (self.after_indefinite(i) || self.of_another(i, &g)) {
            return self.bare_relative(&g);
        }
        let explicit = self.pending.take().filter(|_| !matches!(g.person, Person::We | Person::I));
        // أنه لم يصدر بيان: the pronoun stands for nothing.
        let expletive = explicit.is_some()
            && subject::find(self.nodes, &g, g.next).is_some_and(|s| {
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
        if let Some(p) = explicit.filter(|_| !(subject::intransitive(n) || g.passive || expletive)) {
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
            g.passive |= thing.is_some() && !self.get(g.next).is_some_and(Node::ungoverned);
            self.out.word(&verb::english(&g, n, word == "they" || word == "we"));
            return self.after_verb(&g, None);
        }
        self.subject_first(&g, coordinated)
    }

    /// بعد تأجيل دام ثلاثة أيام انطلقت الجولة: the first verb is about the noun before it, the clause has its own behind.
    fn before_the_clause(&mut self, i: usize, g: &Group, coordinated: bool) -> Option<usize> {
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

    /// التي كان المجلس أجازها: the pronoun is that of the relative clause.
    fn of_relative(&self, i: usize, p: Pronoun) -> bool {
        let open = self.nodes[..i].iter().rev().take(9).take_while(|x| {
            !matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Clause) && (x.pos != Pos::Verb || is_verb(x, "كان"))
        });
        let rel = open.clone().find(|x| x.pos == Pos::Rel);
        rel.is_some_and(|r| match r.ar.as_str() {
            "التي" => p == Pronoun::Her,
            "الذي" => p == Pronoun::His,
            _ => matches!(p, Pronoun::Their | Pronoun::TheirFeminine | Pronoun::Both),
        })
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

    /// The verb as it is with the noun phrase at `i` for its object: دعا الحكومة إلى is "called on".
    pub(super) fn with_object(&self, n: &'n Node, i: usize) -> std::borrow::Cow<'n, Node> {
        // دعا الوفد إلى جنيف: invited it there
        let to_place = is_verb(n, "دعا")
            && np::object(self.nodes, i, n.lemma).filter(|p| p.agent || p.human).is_some_and(|p| {
                self.get(p.next).is_some_and(|x| x.pos == Pos::Prep && x.ar == "إلى" && x.pron.is_none())
                    && self.get(p.next + 1).is_some_and(|x| x.pos == Pos::Name && x.bare && !x.person_name && !x.human)
            });
        if to_place {
            return std::borrow::Cow::Owned(Node { en: "invite".to_owned(), forms: None, ..n.clone() });
        }
        let with = n.lemma.and_then(Lemma::object).filter(|_| {
            // سلم الوفد الوسطاء قائمة: handed them a list; سلم الأسرى: handed them over
            let two = |p: &Np| !is_verb(n, "سلم") || self.get(p.next).is_some_and(Node::ungoverned);
            self.get(i).is_some_and(|x| !x.and && x.prep.is_none())
                && np::np(self.nodes, i).is_some_and(|p| (p.agent || p.human) && two(&p))
        });
        match with {
            Some(l) => std::borrow::Cow::Owned(with_sense(n, l)),
            None => std::borrow::Cow::Borrowed(n),
        }
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

    pub(super) fn object_pronoun(&mut self, g: &Group, next: usize) -> usize {
        let n = &self.nodes[g.verb];
        if let Some(p) = n.pron {
            self.out.word(object_of(n, p));
        }
        self.object = false;
        if g.copula {
            return self.copula(g, next);
        }
        next
    }

    pub(super) fn after_verb(&mut self, g: &Group, next: Option<usize>) -> usize {
        let n = &self.nodes[g.verb];
        self.govern(n);
        self.object = g.copula;
        if let Some(p) = n.pron.filter(|_| self.rel.is_none()) {
            self.out.word(object_of(n, p));
        }
        next.unwrap_or(g.next)
    }
}

/// A verb in the sense that it has with a person for its object.
pub(super) fn with_sense(n: &Node, l: Lemma) -> Node {
    Node {
        en: l.en(0).unwrap_or_default().to_owned(),
        forms: l.en(1).zip(l.en(2)).map(|(a, b)| (a.to_owned(), b.to_owned())),
        lemma: Some(l),
        ..n.clone()
    }
}

/// Verbs of asking, accusing and warning somebody: behind و, with the preposition of what is asked behind a noun, the noun is whom.
fn asks(n: &Node) -> bool {
    const WHOM: &[&str] = &["حث", "طالب", "ناشد", "اتهم", "شكر", "هنأ", "كلف", "حذر", "أقنع", "ألزم", "أجبر", "حض", "منع"];
    is_any(n, WHOM)
}
