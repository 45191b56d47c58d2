//! Relative clauses and pronouns.

use super::*;

impl Clause<'_> {
    pub(super) fn relative(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        // البيان الذي جاء فيه أن: the entry says "in which"
        if self.get(i + 1).is_some_and(|x| x.mention && x.en.starts_with("in which")) {
            return i + 1;
        }
        self.and(i);
        // غريفيث، الذي لم يحدد
        let comma = i > 1 && matches!(self.nodes[i - 1].pos, Pos::Mark('،' | ','));
        let before = i.checked_sub(1 + usize::from(comma)).and_then(|p| self.get(p));
        // محمد سالم، الذي شارك: a name of the table
        let name = |b: &Node| b.pos == Pos::Unknown && crate::english::romanise::known(&b.ar).is_some();
        // عضو الوفد، عثمان مجلي، الذي: one that it does not have, behind an office
        let named = before.is_some_and(|b| b.pos == Pos::Unknown)
            && self.nodes[..i].iter().rev().take(8).any(|b| b.pos == Pos::Title && b.human && !b.plural);
        // اجتماع وزراء الخارجية الذي عقد: the meeting, not the ministers
        let further = n.ar == "الذي" && before.is_some_and(|b| b.plural && b.human);
        // المبعوث البولندي، الذي: the adjective is his
        let described = before.is_some_and(|b| b.pos == Pos::Adjective)
            && i.checked_sub(2 + usize::from(comma))
                .and_then(|p| self.get(p))
                .is_some_and(|b| b.human && b.nominal() && !b.plural)
            && n.ar == "الذي";
        let who = !further
            && (named || described || n.ar == "الذين" || before.is_some_and(|b| b.human && b.pos != Pos::Adjective || name(b)));
        // الذي طلب عدم الكشف عن هويته: on condition of anonymity
        if self
            .get(i + 1)
            .is_some_and(|x| x.pos == Pos::Adverb && x.mention && (x.en.contains("anonymity") || x.en.starts_with("who ")))
        {
            return i + 1;
        }
        let headless = before.is_none_or(|b| matches!(b.pos, Pos::Prep | Pos::That | Pos::Verb | Pos::Conj));
        self.out.word(if headless {
            "that which"
        } else if who {
            "who"
        } else {
            "which"
        });
        self.rule("relative clause");
        let feminine = n.ar.starts_with("الت");
        // مبنى الاتصالات الذي سيطرت عليه: the building
        let one = n.ar == "الذي" && before.is_some_and(|b| b.pos == Pos::Noun && !b.mention);
        let described = |b: &Node| matches!(b.pos, Pos::Adjective | Pos::Number) && self.rel_plural(i);
        let many = n.ar == "الذين" || !(further || one) && before.is_some_and(|b| b.plural || b.dual || described(b));
        self.rel = Some(Feat { plural: many, feminine, human: who, agent: who, name: false, words: String::new() });
        if !self.main && self.waiting.is_none() && !headless {
            self.waiting = self.subject.clone();
        }
        self.to = None;
        self.pending = None;
        if let Some(due) = self.due_in(i) {
            return self.is_due(due);
        }
        if let Some(next) = self.said_of_it(i + 1) {
            return next;
        }
        // دعا الفصائل التي تقاتل إلى: the verb of the main clause keeps its prepositions, behind those of the verbs to come.
        self.governors.truncate(1);
        i + 1
    }

    /// الاقتراح الذي قال إنه يخدم الطرف الآخر: which, he said, serves; the pronoun behind إن is what the relative stands for.
    fn said_of_it(&mut self, i: usize) -> Option<usize> {
        let g = verb::group(self.nodes, i).filter(|g| !g.negated && !g.copula)?;
        let n = &self.nodes[g.verb];
        let that = self.get(g.next).filter(|t| t.pos == Pos::That && !t.and)?;
        if that.pron.is_none() {
            return self.said_about_it(&g);
        }
        let rel = self.rel.as_ref().filter(|r| that.pron.is_some_and(|p| stands_for(p, r)))?;
        if !names::saying(&n.en) || n.pron.is_some() || n.and {
            return None;
        }
        let many = rel.plural;
        // الوزير الذي قال إنه سيزور: who says it of himself
        if rel.human || rel.agent || n.en == "deny" {
            return None;
        }
        let carried = self.speaker.as_ref().or(self.subject.as_ref()).or(self.last.as_ref()).filter(|s| s.fits(g.person));
        let who = carried.map(|s| s.pronoun(g.person));
        let mut g = g.clone();
        g.passive |= who.is_none();
        self.rule("said of it");
        self.out.comma();
        self.out.word(who.unwrap_or("it"));
        self.out.word(&verb::english(&g, n, who.is_some_and(|w| matches!(w, "they" | "we"))));
        self.out.comma();
        let told = (g.next + 1..g.next + 3).find(|&j| !self.get(j).is_some_and(Node::quote)).unwrap_or(g.next + 1);
        let verb = self.get(told).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg | Pos::Will | Pos::Qad | Pos::IsNot));
        if !verb {
            self.out.word(if many { "are" } else { "is" });
            self.rel = None;
            (self.main, self.object) = (true, true);
        }
        Some(g.next + 1)
    }

    /// الهجوم الذي قال إن ضحاياه بلغوا عشرين: of which it was said that its casualties; an attack says nothing.
    fn said_about_it(&mut self, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let thing = self.rel.as_ref().filter(|r| !r.human && !r.agent)?;
        let its = self.nodes[g.next + 1..].iter().take(4).any(|x| x.nominal() && x.pron.is_some_and(|p| stands_for(p, thing)));
        if !its || !names::saying(&n.en) || n.pron.is_some() || n.and || n.en == "deny" || !self.out.ends(" which") {
            return None;
        }
        self.rule("said of it");
        self.out.cut(self.out.len() - "which".len());
        self.out.word("of which it");
        self.out.word(&verb::english(&Group { passive: true, ..g.clone() }, n, false));
        self.rel = None;
        self.subject = Some(Feat { name: true, ..Feat::default() });
        (self.main, self.object) = (true, true);
        self.govern(n);
        Some(g.next)
    }

    /// True if the noun that the relative at `i` belongs to is a plural: the nearest noun before its adjectives.
    pub(super) fn rel_plural(&self, i: usize) -> bool {
        (0..i)
            .rev()
            .take(4)
            .find(|&j| self.nodes[j].nominal())
            .is_some_and(|j| self.nodes[j].plural || self.nodes[j].dual || self.nodes[j].en.ends_with("talks"))
    }

    /// The verb of a relative clause.
    pub(super) fn relative_verb(&mut self, g: &Group) -> usize {
        let n = &self.nodes[g.verb];
        // الذي كان وصوله متوقعا: whose arrival was expected
        if g.copula
            && (self.out.ends(" which") || self.out.ends(" who"))
            && self.get(g.next).is_some_and(|x| x.nominal() && x.pron.is_some() && !x.and && x.prep.is_none())
            && let Some(p) = np::np(self.nodes, g.next).filter(|p| p.next == g.next + 1)
        {
            self.rel = None;
            self.out.whose();
            self.out.word(&p.head);
            self.out.word(&verb::english(g, n, p.many));
            (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
            return p.next;
        }
        // الاتفاق الذي كان المجلس أجازه: which the council had permitted
        if g.copula
            && self.get(g.next).is_some_and(Node::ungoverned)
            && let Some(p) = np::np(self.nodes, g.next)
            && let Some(done) = verb::group(self.nodes, p.next).filter(|d| {
                !self.nodes[p.next].and
                    && self.nodes[d.verb].pron.is_some_and(|x| self.rel.as_ref().is_some_and(|r| stands_for(x, r)))
            })
        {
            let time = if done.time == Time::Present { Time::PastProgressive } else { Time::PastPerfect };
            let done = Group { time, ..done };
            self.rel = None;
            self.out.word(&p.text());
            self.out.word(&verb::english(&done, &self.nodes[done.verb], p.many));
            (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
            self.govern(&self.nodes[done.verb]);
            return done.next;
        }
        let rel = self.rel.take();
        let plural = rel.as_ref().is_some_and(|r| r.plural);
        let found = subject::find(self.nodes, g, g.next);
        if let Some(r) = &rel
            && let Some(next) = self.wants_to(g, r, found.as_ref())
        {
            return next;
        }
        if let Some(r) = &rel
            && let Some(next) = found
                .as_ref()
                .and_then(|s| self.for_whose(g, r, s).or_else(|| self.whose(g, r, s)))
                .or_else(|| self.under_which(g, r))
        {
            return next;
        }
        // التي تقودها الأمم المتحدة: the pronoun stands for the noun, the subject follows.
        // التي أجرتها معهم خولة مطر: with whom stands between them.
        let near = |s: &subject::Subject| {
            s.first == g.next
                || (s.np.agent || s.np.human)
                    && self.nodes[g.next..s.first].iter().all(|x| x.pos == Pos::Prep || x.pos == Pos::Adverb || x.prep.is_some())
        };
        if n.pron.is_some()
            && let Some(s) = &found
            && near(s)
        {
            self.of_verb = n.lemma;
            // لا يتقدمها شيء: which nothing precedes
            let nothing = g.negated && s.np.head == "anything" && s.next == s.first + 1;
            if nothing {
                self.out.word("nothing");
            } else {
                self.subject_text(s.first, s.next);
            }
            self.of_verb = None;
            let f = Feat::of(&s.np);
            let g = &Group { negated: g.negated && !nothing, ..g.clone() };
            self.out.word(&verb::english(g, n, f.plural));
            self.govern(&self.nodes[g.verb]);
            self.subject = Some(f);
            self.filled = true;
            self.between(g.next, s.first);
            return s.next;
        }
        // عملية يقودها ويملكها السوريون: which the Syrians lead and own
        let second = verb::group(self.nodes, g.next).filter(|v| {
            let x = &self.nodes[v.verb];
            n.pron.is_some() && x.and && x.pron == n.pron && v.verb == g.next && v.person == g.person
        });
        if let Some(second) = second.filter(|_| found.is_none())
            && let Some(s) = subject::find(self.nodes, &second, second.next).filter(|s| s.first == second.next && s.np.definite)
        {
            self.subject_text(s.first, s.next);
            let f = Feat::of(&s.np);
            self.out.word(&verb::english(g, n, f.plural));
            self.out.word("and");
            self.out.word(&verb::english(&second, &self.nodes[second.verb], f.plural));
            self.govern(&self.nodes[second.verb]);
            (self.subject, self.filled) = (Some(f), true);
            return s.next;
        }
        // القرار الذي يدعوهم إلى الانسحاب: the pronoun is somebody else's
        // طائرة تقله إلى مسقط: nor is it hers
        if let Some(p) = n.pron.filter(|p| {
            let many = matches!(p, Pronoun::Their | Pronoun::Both | Pronoun::Our);
            let thing = |r: &Feat| r.name && !r.human && r.feminine == (g.person == Person::She);
            let his = |r: &Feat| *p == Pronoun::His && r.feminine && thing(r);
            found.is_none()
                && !g.passive
                && rel.as_ref().is_some_and(|r| {
                    !r.plural && (many && (!r.name || thing(r)) || his(r)) && !stands_for(*p, r) && r.fits(g.person)
                })
        }) {
            let with = n.lemma.and_then(Lemma::object).map_or_else(|| n.clone(), |l| objects::with_sense(n, l));
            self.out.word(&verb::english(g, &with, false));
            self.out.word(object_of(n, p));
            self.govern(&with);
            (self.subject, self.filled) = (rel, true);
            return g.next;
        }
        // من يحميها, ومن خرقها هو الجيش: who does something to it
        if let Some(p) = n.pron.filter(|p| {
            *p == Pronoun::Her && rel.as_ref().is_some_and(|r| r.name && r.human) && matches!(g.person, Person::He | Person::She)
        }) {
            self.out.word(&verb::english(g, n, plural));
            self.out.word(object_of(n, p));
            self.govern(n);
            (self.subject, self.filled) = (rel, true);
            return g.next;
        }
        if n.pron.is_some() {
            // الذين تدعمهم: who is meant was named before, or is left open by the passive.
            let own = matches!(g.person, Person::We | Person::I);
            let carried = self.last.clone().filter(|l| l.fits(g.person) || own);
            // الدول التي تساندها: whether they support or are supported nobody can tell
            const SUPPORTS: &[&str] = &["ساند", "دعم", "أيد", "مول", "سلح", "آزر", "حمى", "احتضن", "آوى", "ساعد", "درب"];
            let either = rel.as_ref().is_some_and(|r| r.fits(g.person) && n.pron.is_some_and(|p| stands_for(p, r)));
            if carried.is_none() && either && is_any(n, SUPPORTS) {
                self.out.word("…");
                (self.subject, self.filled) = (rel, true);
                return g.next;
            }
            let mut g = g.clone();
            let word = carried.as_ref().map(|l| l.pronoun(g.person));
            match word {
                Some(word) => self.out.word(word),
                None => {
                    g.passive = true;
                    self.rule("passive for an open subject");
                }
            }
            let many = if g.passive { plural } else { word.is_some_and(|w| matches!(w, "they" | "we")) };
            self.out.word(&verb::english(&g, n, many));
            self.govern(&self.nodes[g.verb]);
            self.subject = carried.or(rel);
            return g.next;
        }
        let people = !g.passive
            && matches!(g.person, Person::They | Person::Both)
            && rel.as_ref().is_some_and(|r| !r.human && g.person == Person::They);
        // الذين تعهد الطرفان: one verb, and whom it is told of are many.
        let one = matches!(g.person, Person::He | Person::She) && rel.as_ref().is_some_and(|r| r.plural && r.human && !r.name);
        // هدنة أعلنت قوات التحالف عن بدئها: who speaks is no thing.
        let speaks = rel.as_ref().is_some_and(|r| !r.human && !r.agent)
            && names::saying(&n.en)
            && found.as_ref().is_some_and(|s| s.first == g.next && s.np.agent && s.np.definite);
        // الذي رفض الحوثيون الإفصاح عنه: ون is the ending of who does it
        let nominative = found.as_ref().is_some_and(|s| s.first == g.next && self.nodes[s.first].ar.ends_with("ون"));
        let fits = rel.as_ref().is_none_or(|r| r.fits(g.person)) && !people && !one && !speaks && !nominative;
        // هو من رفض تقديم القوائم لديه: he did it himself
        let does = rel.as_ref().is_some_and(|r| r.name && r.human && !r.plural)
            && g.person == Person::He
            && n.lemma.is_some_and(|l| l.is('t') || l.prep("ب").is_some())
            && self.get(g.next).is_some_and(|x| x.nominal() && !x.and);
        let pronoun = rel.as_ref().filter(|_| !does).and_then(|r| self.resumptive(g.next, r));
        if let Some(at) = pronoun {
            self.gap = Some(at);
            // جلسة يتلى فيها بيان: what stands behind the pronoun is the subject.
            // التي تشارك فيها خمس دول: who acts stands right behind the pronoun.
            let behind = |s: &subject::Subject| {
                let acts = s.first == at + 1 && (s.np.agent || s.np.human) && !s.np.accusative;
                // التي نصت عليها مذكرة: the pronoun is what the verb has, the noun says who
                let governed = s.first == at + 1 && n.lemma.and_then(|l| l.prep(&self.nodes[at].ar)) == Some("");
                s.first > at
                    && (acts || governed || g.passive || subject::intransitive(n) || passive_of_thing(n, &Feat::of(&s.np)))
            };
            let subject = found.as_ref().filter(|s| s.np.definite || !fits || behind(s));
            // بما اتفق عليه, الذي اتفق عليه: what was agreed on.
            if subject.is_none()
                && found.is_none()
                && matches!(g.person, Person::He)
                && (!fits || rel.as_ref().is_some_and(|r| r.name))
            {
                // التي نقل خلالها دعوة: during which he conveyed an invitation
                if self.get(at + 1).is_some_and(|x| x.ungoverned() && !x.weekday) && self.out.ends(" which") {
                    self.gap = None;
                    let p = &self.nodes[at];
                    let en = match p.ar.as_str() {
                        "ب" => "with".to_owned(),
                        "ل" => "for".to_owned(),
                        _ => p.en.clone(),
                    };
                    self.out.under(&en);
                    let carried = self.last.clone().filter(|l| l.fits(g.person) && !l.words.is_empty());
                    self.out.word(carried.as_ref().map_or("[he/it]", |l| l.pronoun(g.person)));
                    self.out.word(&verb::english(g, n, carried.is_some_and(|l| l.plural)));
                    self.govern(n);
                    self.between(g.next, at);
                    return at + 1;
                }
                let whole = Group { passive: true, ..g.clone() };
                self.out.word(&verb::english(&whole, n, plural));
                self.govern(n);
                self.subject = rel;
                return g.next;
            }
            // اتفاق لا تكون طرفا فيه: to which it is no party
            let other = !fits || rel.as_ref().is_some_and(|r| r.feminine != (g.person == Person::She) && !r.plural);
            if g.copula && found.is_none() && other && self.out.ends(" which") {
                let party = self.get(g.next).is_some_and(|x| x.en == "party" || x.en == "side");
                let en = if party { "to" } else { self.nodes[at].en.as_str() };
                self.out.under(en);
                let word = match g.person {
                    Person::He | Person::She => "it",
                    _ => "they",
                };
                self.out.word(word);
                self.out.word(&verb::english(g, n, word == "they"));
                (self.gap, self.gone, self.object, self.main) = (None, Some(at), true, true);
                self.subject = Some(Feat { name: true, plural: word == "they", ..Feat::default() });
                return g.next;
            }
            // المدن التي سيطروا عليها: which they controlled.
            if found.is_none() && matches!(g.person, Person::They | Person::We | Person::Both) {
                self.out.word(if g.person == Person::We { "we" } else { "they" });
                self.out.word(&verb::english(g, n, true));
                self.govern(n);
                return g.next;
            }
            // الذي شاركت فيه كل الأطراف: which all parties took part in.
            if subject.is_some() {
                self.rule("pronoun of a relative clause");
                self.subject = None;
                self.in_which(n, at);
                return self.subject_first(g, false);
            }
            self.gap = None;
        }
        let mut g = g.clone();
        if fits {
            // التي ستقرر ما إذا كان سيعود: what it decides is a clause
            let follows = self.get(g.next).is_some_and(|x| {
                x.en.starts_with("whether") && !x.and
                    || (x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant | Pos::Dem | Pos::Unknown))
                        && !x.and
                        && x.prep.is_none()
            });
            let f = Feat {
                plural,
                feminine: false,
                human: rel.as_ref().is_some_and(|r| r.human),
                agent: rel.as_ref().is_some_and(|r| r.agent),
                name: false,
                words: String::new(),
            };
            // في ما يعد خطوة: is considered
            g.passive |= (is_verb(n, "عد") || is_verb(n, "اعتبر") && rel.as_ref().is_some_and(|r| r.name && !r.agent))
                && n.pron.is_none()
                && g.time == Time::Present
                && follows
                && np::np(self.nodes, g.next).is_some_and(|p| !p.definite);
            // الذي اعتبر من المتشددين: was considered
            g.passive |= (is_verb(n, "اعتبر") || is_verb(n, "عد"))
                && n.pron.is_none()
                && self.get(g.next).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none());
            // طائرة تقله: it carries him
            let whom = n.pron.is_some_and(|p| rel.as_ref().is_some_and(|r| !stands_for(p, r)));
            if passive_of_thing(n, &f) && !follows && !g.passive && !whom {
                g.passive = true;
                self.rule("passive of a thing");
            }
            // مصير من قتلوا: nobody behind them, they were killed
            g.passive |= g.person == Person::They && done_to_people(n) && !self.whom(g.next);
            let with = self.with_object(n, g.next);
            self.out.word(&verb::english(&g, &with, plural || matches!(g.person, Person::They | Person::Both)));
            self.subject = Some(f);
            self.govern(&with);
            self.object = g.copula;
            return g.next;
        }
        self.subject = None;
        self.subject_first(&g, false)
    }
}

/// True if a pronoun in a relative clause can stand for its noun.
pub(super) fn stands_for(p: Pronoun, rel: &Feat) -> bool {
    match p {
        Pronoun::His => !rel.plural && !rel.feminine,
        Pronoun::Her => rel.feminine || rel.plural && !rel.human,
        Pronoun::Both | Pronoun::Their | Pronoun::TheirFeminine => rel.plural,
        Pronoun::Our => false,
    }
}
