//! Nominal clauses: a topic and what it is, with the "is" that Arabic does not write.

use super::phrases::WHOSE;
use super::*;

impl Clause<'_> {
    /// The topic of a nominal clause: "is" where no verb follows.
    pub(super) fn topic(&mut self, p: &Np) -> usize {
        // أن 40 عائلة بحاجة إلى مأوى: a number of somebody
        let needs = |x: &Node| !x.and && x.prep == Some("ب") && x.pos != Pos::Verb;
        let about = |x: &Node| needs(x) || x.pos == Pos::Prep && !x.and;
        let quoted = self.quoted_predicate(p).filter(|_| self.opened);
        let several = self.behind_that(p) && self.get(p.next).is_some_and(about);
        if !self.opened || !p.definite && !several && quoted.is_none() {
            return p.next;
        }
        self.opened = false;
        if let Some(at) = quoted {
            self.rule("is");
            let mut j = p.next;
            while j < at {
                j = self.step(j).max(j + 1);
            }
            self.out.word(is(p));
            (self.object, self.main) = (true, true);
            return j;
        }
        let Some(n) = self.get(p.next) else { return p.next };
        // وجود القوات في إدلب عدوان: the predicate stands behind the place.
        if matches!(n.pos, Pos::Prep | Pos::Adverb)
            && !n.and
            && n.pron.is_none()
            && !self.verb_ahead(p.next)
            && let Some(end) = subject::behind_pp(self.nodes, p.next)
            && let Some(x) = self.get(end + usize::from(self.get(end).is_some_and(Node::quote)))
            && (matches!(x.pos, Pos::Noun | Pos::Adjective | Pos::Passive | Pos::Non)
                || x.pos == Pos::Active && !x.accusative && x.feminine == (p.feminine || p.plural && !p.human))
            && (p.next > 1 || x.pos != Pos::Noun && x.feminine == (p.feminine || p.plural && !p.human))
            && !x.definite
            && !x.and
            && x.prep.is_none()
        {
            self.rule("is");
            let mut j = p.next;
            while j < end {
                j = self.step(j).max(j + 1);
            }
            self.out.word(is(p));
            self.object = true;
            return j;
        }
        // أن وجود القوات في البلاد من دون موافقة الحكومة احتلال: it stands behind all that belongs to the topic.
        if let Some(end) = self.predicate_behind(p) {
            self.rule("is");
            let mut j = p.next;
            while j < end {
                j = self.step(j).max(j + 1);
            }
            self.out.word(is(p));
            (self.object, self.main) = (true, true);
            return j;
        }
        // الهدف منه وقف القتال: the goal of it is
        if n.pos == Pos::Prep
            && n.ar == "من"
            && n.pron.is_some()
            && !n.and
            && self.get(p.next + 1).is_some_and(Node::ungoverned)
            && !self.verb_ahead(p.next)
        {
            self.rule("is");
            self.out.word("of it is");
            self.object = true;
            return p.next + 1;
        }
        // هدف الاجتماع وقف القتال: what is aimed at or asked for
        let opens = p.next + usize::from(n.quote());
        let has = self
            .get(opens)
            .is_some_and(|x| x.pos == Pos::Prep && matches!(x.ar.as_str(), "ل" | "لدى" | "عند") && x.pron.is_some())
            && self.get(opens + 1).is_some_and(|x| x.ungoverned() && (!x.definite || super::owners::a_right(x)) && !x.bare);
        const ENDS: &[&str] = &["goal", "aim", "purpose", "objective", "condition", "priority", "solution", "demand", "title"];
        let end = ENDS.contains(&p.head.as_str()) && n.ungoverned() && !n.weekday && !self.verb_ahead(p.next);
        // القرار للرياض: is for
        let for_whom = n.prep == Some("ل") && n.pos != Pos::Verb && !n.and && !self.verb_ahead(p.next);
        let predicate = match n.pos {
            _ if end || for_whom => true,
            // للصبر حدود: has
            _ if has => false,
            Pos::Adjective | Pos::Passive | Pos::Active => !n.definite && !n.and && n.prep.is_none(),
            Pos::Mark('"' | '«' | '“') => {
                let told = |x: &Node| {
                    (matches!(x.pos, Pos::Non | Pos::Adjective | Pos::Passive)
                        || x.pos == Pos::Noun && !x.accusative && !self.verb_ahead(p.next + 1))
                        && !x.definite
                        && !x.and
                        && x.prep.is_none()
                };
                let opens = !self.in_quotes(p.next);
                opens && self.get(p.next + 1).is_some_and(|x| x.pos == Pos::Prep) && !self.verb_ahead(p.next + 1)
                    || opens && self.get(p.next + 1).is_some_and(told)
            }
            // معلنا تعليقها لمدة شهر: for how long it is suspended
            Pos::Prep if n.ar == "لمدة" => false,
            Pos::Prep => !n.and && !self.verb_ahead(p.next) && !self.told_behind(p.next),
            // أن القرار بيد القيادة: is in the hands of
            _ if needs(n) && self.behind_that(p) => !self.verb_ahead(p.next),
            // الكرة الآن في ملعب الحكومة: is now in
            Pos::Adverb => {
                n.en == "now" && !n.and && self.get(p.next + 1).is_some_and(|x| x.pos == Pos::Prep) && !self.verb_ahead(p.next)
            }
            // وهذا خرق للاتفاق: this is a violation
            Pos::Noun | Pos::Masdar if self.said_to_be(p) => true,
            Pos::Noun | Pos::Masdar => self.nodes[p.at].pos == Pos::Dem && !n.definite && !n.and && n.prep.is_none(),
            Pos::NonMasdar | Pos::Non => !n.and,
            _ => false,
        };
        // الجولة مؤجلة: is postponed
        let agrees = matches!(n.pos, Pos::Adjective | Pos::Passive)
            && n.feminine == (p.feminine || p.plural && !p.human)
            && !self.verb_ahead(p.next);
        let first = p.next > 1 || agrees || for_whom && WHOSE.contains(&p.head.as_str());
        if predicate && (first || self.nodes[p.at].pos == Pos::Dem) {
            self.rule("is");
            self.out.word(is(p));
            self.object = true;
            self.main |= matches!(n.pos, Pos::Noun | Pos::Masdar) && self.nodes[p.at].pos != Pos::Dem;
        }
        p.next
    }

    /// إن قطر ضامن للاتفاق, أن الهدنة إجراء مؤقت: what the topic behind أن is; no verb but that of a clause about it stands behind.
    fn said_to_be(&self, p: &Np) -> bool {
        self.behind_that(p) && self.is_predicate(p.next)
    }

    /// Where an indefinite noun says what the topic behind أن is, behind the phrases that belong to the topic.
    fn predicate_behind(&self, p: &Np) -> Option<usize> {
        let mut at = p.next;
        for _ in 0..3 {
            let x = self.get(at).filter(|x| !x.and)?;
            at = match x.pos {
                Pos::Without => np::np(self.nodes, at + 1)?.next,
                Pos::Prep if x.pron.is_none() => subject::behind_pp(self.nodes, at)?,
                _ if x.prep.is_some() && x.pos != Pos::Verb => subject::behind_pp(self.nodes, at)?,
                _ => break,
            };
        }
        let noun = self.get(at).is_some_and(|x| x.nominal());
        (at > p.next && noun && self.behind_that(p) && self.is_predicate(at)).then_some(at)
    }

    /// True for an indefinite noun at `at` that says what something is.
    pub(super) fn is_predicate(&self, at: usize) -> bool {
        let n = &self.nodes[at];
        let noun = n.ungoverned() && !n.definite && !n.bare && !n.accusative && n.pron.is_none() && !n.torn && !n.time_unit();
        let Some(what) = np::np(self.nodes, at).filter(|w| noun && !w.definite && !w.name) else { return false };
        let with = self.get(at + 1).is_some_and(|x| x.pos == Pos::Prep && matches!(x.ar.as_str(), "ذو" | "ذات"));
        let described =
            n.pos == Pos::Noun || n.own || with || self.get(at + 1).is_some_and(|x| x.pos == Pos::Adjective && !x.definite);
        // another clause
        let ends = |x: &Node| {
            x.ends_clause()
                || matches!(x.pos, Pos::Mark('،' | ',') | Pos::That | Pos::Rel | Pos::Clause)
                || x.and && matches!(x.pos, Pos::Verb | Pos::Neg | Pos::Pron | Pos::Modal)
        };
        let verb = |x: &Node| matches!(x.pos, Pos::Verb | Pos::IsNot | Pos::Modal | Pos::Pron | Pos::Neg | Pos::Qad | Pos::Will);
        let rest = &self.nodes[at..];
        let first = rest.iter().take(25).take_while(|x| !ends(x)).position(verb).map(|k| at + k);
        // عدوان واحتلال سيتم التعامل معهما: two of them
        let joined = self.get(what.next).filter(|x| x.and && x.nominal() && x.prep.is_none() && !x.definite);
        let end = joined.and_then(|_| np::np(self.nodes, what.next)).map_or(what.next, |p| p.next);
        described && first.is_none_or(|v| v == end)
    }

    /// True if the clause from `from` on has a verb of its own: none of a relative clause, of what أن opens or of what goes on behind a comma.
    pub(super) fn verb_ahead(&self, from: usize) -> bool {
        let mut of_relative = false;
        for (k, n) in self.nodes[from..].iter().take(25).enumerate() {
            let next = self.get(from + k + 1);
            let goes_on = |x: &Node| {
                matches!(x.pos, Pos::Clause | Pos::If)
                    || x.pos == Pos::That && x.and
                    || x.pos == Pos::Active && x.accusative && !x.definite && !x.and
            };
            let opens = matches!(n.pos, Pos::Clause | Pos::If) || n.pos == Pos::That && n.and;
            let behind = k > 0 && opens || matches!(n.pos, Pos::Mark('،' | ',')) && next.is_some_and(goes_on);
            if n.ends_clause() || behind && !self.main {
                return false;
            }
            match n.pos {
                Pos::Rel => of_relative = !self.main,
                Pos::Verb | Pos::IsNot | Pos::Unknown if of_relative => of_relative = false,
                Pos::Neg if of_relative => {}
                Pos::Verb | Pos::IsNot | Pos::Modal | Pos::Pron => return true,
                // لم يعد كافيا: is no longer
                Pos::Neg if n.mention => return true,
                _ => {}
            }
        }
        false
    }

    /// أن تشكيل لجنة للأسرى "خطوة": where the quotation that says what the topic behind أن is begins, behind what belongs to the topic.
    fn quoted_predicate(&self, p: &Np) -> Option<usize> {
        if !self.behind_that(p) {
            return None;
        }
        let mut at = p.next;
        for _ in 0..3 {
            let x = self.get(at)?;
            let belongs = matches!(x.pos, Pos::Prep | Pos::Adverb) || x.prep.is_some() && x.pos != Pos::Verb;
            if x.and || !belongs {
                break;
            }
            at = subject::behind_pp(self.nodes, at)?;
        }
        let x = self.get(at).filter(|x| x.quote() && !self.in_quotes(at)).and_then(|_| self.get(at + 1))?;
        let says = matches!(x.pos, Pos::Noun | Pos::Masdar | Pos::Adjective | Pos::Passive | Pos::Active | Pos::Non)
            && (!x.definite || x.nominal() && !x.agent && !x.human && !self.verb_ahead(at + 1))
            && !x.and
            && !x.accusative
            && x.prep.is_none();
        let close = (at + 2..self.nodes.len()).find(|&j| self.nodes[j].quote())?;
        let goes_on = self.get(close + 1).is_some_and(|x| {
            !x.and && matches!(x.pos, Pos::Verb | Pos::Neg | Pos::Will | Pos::Qad) || x.pos == Pos::Adjective && x.definite
        });
        (says && !goes_on).then_some(at)
    }

    /// بل "إخلاء الخطوط" من الطرفين: true where a quotation is open before `at`.
    fn in_quotes(&self, at: usize) -> bool {
        self.nodes[..at].iter().filter(|x| x.quote()).count() % 2 == 1
    }

    /// أن الهيمنة في العراق والمنطقة مستمرة: true if an adjective behind the phrases from `at` on says how the topic is.
    fn told_behind(&self, mut at: usize) -> bool {
        let belongs = |x: &Node| x.pos == Pos::Prep && !x.and || x.and && x.nominal() && x.prep.is_none();
        while self.get(at).is_some_and(belongs) {
            let Some(next) = subject::behind_pp(self.nodes, at) else { return false };
            at = next;
        }
        let how = |x: &Node| matches!(x.pos, Pos::Adjective | Pos::Active | Pos::Passive);
        self.get(at).is_some_and(|x| how(x) && !x.definite && !x.and && !x.accusative && x.prep.is_none())
    }

    /// True for a topic right behind أن.
    fn behind_that(&self, p: &Np) -> bool {
        let that = (0..p.at).rev().take(4).find(|&j| !matches!(self.nodes[j].pos, Pos::Quant | Pos::Number | Pos::Dem));
        that.is_some_and(|j| self.is(j, Pos::That) && self.nodes[j].pron.is_none())
    }
}

/// The "is" of a topic.
fn is(p: &Np) -> &'static str {
    if p.plural && (!p.mass || p.head.ends_with('s')) { "are" } else { "is" }
}
