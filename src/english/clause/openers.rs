//! What ends a clause and what opens the next: marks, أن, conjunctions.

use super::*;

impl Clause<'_> {
    pub(super) fn mark(&mut self, i: usize, c: char) -> usize {
        // announced on Tuesday that …
        if matches!(c, '،' | ',') && self.is(i + 1, Pos::That) && !self.nodes[i + 1].and && !self.nodes[i + 1].so {
            return i + 1;
        }
        // The talks awaited in Geneva will discuss …
        let verb = self.get(i + 1).is_some_and(|v| matches!(v.pos, Pos::Verb | Pos::Neg) && !v.and);
        if matches!(c, '،' | ',')
            && verb
            && !self.main
            && (self.subject.is_some() || self.waiting.is_some())
            && !self.out.comma_in_clause()
        {
            return i + 1;
        }
        self.out.mark(c);
        match c {
            // رحبت المجموعة (فرنسا وألمانيا) بالاتفاق: what brackets hold is no object
            '(' => self.bracketed = self.filled,
            ')' => self.filled = self.bracketed,
            '.' | '؟' | '?' | '!' | '؛' | ';' => {
                self.fresh();
                self.opened = false;
                (self.waiting, self.gap) = (None, None);
            }
            ':' => {
                self.fresh();
                self.opened = true;
            }
            // أستانا (وكالات) – : a dateline.
            // جوبا 15 يونيو 2021 -
            '-' | '–'
                if i < 9
                    && !self.main
                    && (self.is(i.wrapping_sub(1), Pos::Mark(')'))
                        || i > 1
                            && self.nodes[i - 1].weekday
                            && self.nodes[..i].iter().all(|x| matches!(x.pos, Pos::Name | Pos::Adverb | Pos::Mark(_)))) =>
            {
                self.fresh();
                self.opened = true;
            }
            // A quotation after a verb of saying is a clause of its own.
            '"' | '«' | '“'
                if self.get(i + 1).is_some_and(|n| matches!(n.pos, Pos::Verb | Pos::Neg))
                    && (self.subject.is_none() || self.main)
                    && self.rel.is_none()
                    && !self.is(i.wrapping_sub(1), Pos::That) =>
            {
                self.subject = None;
                self.object = false;
            }
            _ => {}
        }
        i + 1
    }

    /// True where the verb before `i` quotes somebody whom a pronoun does not stand for.
    fn quoted(&self, i: usize) -> bool {
        let verb = (0..i).rev().find(|&v| is_verb(&self.nodes[v], "نقل"));
        verb.is_some_and(|v| {
            let n = &self.nodes[v];
            n.en == "quote" && !n.passive && !self.nodes[v..i].iter().any(|x| x.en.ends_with("saying"))
        })
    }

    /// أن, إن: a clause of its own follows.
    pub(super) fn that(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        // إن كانوا: if.
        if n.below
            && n.pron.is_none()
            && self
                .get(i + 1)
                .is_some_and(|v| v.pos == Pos::Verb && v.tense == Tense::Perfect || v.pos == Pos::Neg && v.ar == "لم")
        {
            // لم يشارك، وإن كان مندوبه حضر: although
            let although = n.and
                && self.main
                && i > 0
                && self.is(i - 1, Pos::Mark('،'))
                && self.get(i + 1).is_some_and(|v| is_verb(v, "كان") || names::saying(&v.en));
            if although {
                self.out.word("although");
                self.fresh();
                (self.opened, self.below) = (true, true);
                return i + 1;
            }
            self.and(i);
            self.out.word("if");
            self.fresh();
            return i + 1;
        }
        // فإن after a phrase of place or source opens the clause.
        if n.so {
            self.out.comma();
            self.fresh();
            self.pending = n.pron;
            self.opened = true;
            return i + 1;
        }
        self.and(i);
        // نقلت الوكالة عن الوزير أن الجولة: quoted him as saying that
        if self.main && !n.and && self.governors.last().is_some_and(|l| l.ar == "نقل") && self.quoted(i) {
            self.out.word("as saying");
        }
        // روسيا أن الجولة ستعقد: a headline whose verb was lost.
        if i > 0
            && !self.main
            && n.pron.is_none()
            && self.nodes[..i].iter().all(|x| x.pos == Pos::Name && x.agent && x.prep.is_none())
        {
            self.out.mark(':');
            self.fresh();
            self.opened = true;
            return i + 1;
        }
        let behind = (i + 1..i + 3).find(|&j| !self.get(j).is_some_and(Node::quote)).unwrap_or(i + 1);
        let subjunctive = n.pron.is_none()
            && self
                .get(behind)
                .is_some_and(|v| (v.pos == Pos::Verb && v.tense != Tense::Perfect) || (v.pos == Pos::Neg && v.ar == "لا"));
        let pron = n.pron;
        if subjunctive && let Some(g) = verb::group(self.nodes, behind) {
            let own = subject::find(self.nodes, &g, g.next).is_some() && !(self.subject.is_none() && self.rel.is_some());
            // حاول أن يحشد تأييدا: who tries does it himself
            const SELF: &[&str] = &["try", "seek", "intend", "attempt", "want"];
            let same = self.governors.last().and_then(|l| l.en(0)).is_some_and(|v| SELF.contains(&v))
                && self.subject.as_ref().is_some_and(|s| (s.agent || s.human) && s.fits(g.person))
                && subject::find(self.nodes, &g, g.next).is_some_and(|s| !s.np.agent && !s.np.human);
            // طالبه بأن يسمي المعرقل: whom one calls on does it himself
            let called_on = i > 0
                && self.nodes[i - 1].pron.is_some()
                && self.nodes[i - 1].en == "call on"
                && self.nodes[g.verb].lemma.is_some_and(|l| l.is('t'))
                && subject::find(self.nodes, &g, g.next)
                    .is_some_and(|s| s.first == g.next && !self.get(s.next).is_some_and(Node::ungoverned));
            let own = own && !same && !called_on;
            // نفى أن يكون قد اتفق: denied that he has agreed
            if !own
                && self.governors.last().and_then(|l| l.en(0)) == Some("deny")
                && let Some(s) = self
                    .subject
                    .clone()
                    .filter(|s| s.agent && s.fits(g.person) && (g.person == Person::She) == (s.feminine && !s.name))
            {
                self.out.word("that");
                self.out.word(s.pronoun(g.person));
                self.fresh();
                self.subject = Some(Feat { words: String::new(), name: true, ..s });
                return i + 1;
            }
            // ونفى أن يكون قد تلقى دعوة: whoever it is
            if !own && self.governors.last().and_then(|l| l.en(0)) == Some("deny") && g.person == Person::He {
                self.out.word("that he/it");
                self.fresh();
                self.subject = Some(Feat { name: true, ..Feat::default() });
                return i + 1;
            }
            // أعرب الوزير عن أمله في أن توقع غدا: what is signed was named before
            let other = self.subject.as_ref().is_some_and(|s| {
                g.person == Person::She && s.human && !s.feminine && !s.plural && !s.words.is_empty() && !self.object_follows(&g)
            });
            if !own && other && !g.passive {
                let things = self.last.clone().filter(|l| l.fits(Person::She) && !l.words.is_empty());
                if !self.out.ends(" that") {
                    self.out.word("that");
                }
                self.fresh();
                self.opened = true;
                self.last = things.or(Some(Feat { feminine: true, ..Feat::default() }));
                return i + 1;
            }
            if !own {
                self.to = Some(Time::Base);
                self.fresh_to();
                return i + 1;
            }
        }
        if pron.is_some() && self.governors.iter().any(|l| l.ar == "وصف") {
            self.out.word("as");
            self.fresh();
            // وصفه بأنه لا يغير شيئا: as one that does not
            let told = verb::group(self.nodes, behind).filter(|g| !self.nodes[g.verb].and);
            return match told {
                // بأنه كان متوترا: as having been
                Some(g) if g.copula && !g.negated && g.time == Time::Past && g.next <= behind + 2 => {
                    self.out.word("having been");
                    (self.main, self.object) = (true, true);
                    g.next
                }
                Some(_) => {
                    let plural = matches!(pron, Some(Pronoun::Their | Pronoun::Both));
                    self.out.word(if plural { "ones that" } else { "one that" });
                    let feminine = pron == Some(Pronoun::Her);
                    self.rel = Some(Feat { plural, feminine, ..Feat::default() });
                    i + 1
                }
                None => i + 1,
            };
        }
        if !self.out.ends(" that") && !self.out.fresh() && !self.out.ends(":") {
            self.out.word("that");
        }
        self.fresh();
        self.pending = pron;
        self.opened = true;
        i + 1
    }

    /// True if what the verb acts on stands behind it.
    fn object_follows(&self, g: &Group) -> bool {
        self.nodes[g.verb].pron.is_some() || self.get(g.next).is_some_and(|x| x.ungoverned() && !x.weekday)
    }

    pub(super) fn opener(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        let en = match n.en.as_str() {
            "as since" => "as",
            "it is worth noting" => "it is worth noting that",
            "as" if n.ar == "حيث" && (self.place_before(i) || self.lives(i + 1)) => "where",
            en => en,
        };
        self.and_before(i, en);
        self.out.word(en);
        // لا يطالب بوفد واحد، بل بموقف واحد: what is demanded instead
        if n.ar == "بل" && self.main && self.get(i + 1).is_some_and(|x| x.prep.is_some() && x.pos != Pos::Verb) {
            self.filled = false;
            return i + 1;
        }
        self.fresh();
        self.pending = n.pron;
        (self.opened, self.below) = (true, true);
        // إذا ما, بعد أن
        if self
            .get(i + 1)
            .is_some_and(|x| (x.pos == Pos::That && !en.ends_with("that")) || (n.pos == Pos::If && x.pos == Pos::What))
        {
            if self.nodes[i + 1].pron.is_some() {
                self.pending = self.nodes[i + 1].pron;
            }
            return i + 2;
        }
        i + 1
    }

    /// حيث يقيم مليون نازح: true for a verb of living somewhere.
    fn lives(&self, v: usize) -> bool {
        self.get(v).is_some_and(|v| {
            v.pos == Pos::Verb
                && v.tense == Tense::Imperfect
                && matches!(v.en.as_str(), "reside" | "live" | "dwell" | "be located")
        })
    }

    /// وصل من موسكو حيث التقى الوزير: true behind a place, where nobody says something.
    fn place_before(&self, i: usize) -> bool {
        let mut before = self.nodes[..i].iter().rev().filter(|b| !matches!(b.pos, Pos::Mark('،' | ',')) && !b.quote());
        let place = before.find(|b| !(b.pos == Pos::Adjective && b.definite)).is_some_and(|b| {
            b.pos == Pos::Name && b.bare && !b.person_name && !b.human && b.mention && (!b.agent || b.feminine)
                || b.pos == Pos::Noun && complement::place(&b.en)
        });
        let says = (i + 1..(i + 3).min(self.nodes.len())).any(|j| self.is(j, Pos::Verb) && names::saying(&self.nodes[j].en));
        place && !says
    }

    pub(super) fn and_before(&mut self, i: usize, en: &str) {
        if !matches!(en, "but" | "however" | "while" | "but rather") {
            self.and(i);
        }
    }
}
