//! One step of a clause: what stands at a place says which rule goes on.

use super::*;

impl Clause<'_> {
    /// Writes what stands at `i`; returns the index behind it.
    pub(super) fn step(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        // إذا …، فإيران ستنسحب: the answer is a clause of its own.
        if n.so && !n.and && n.pos != Pos::That && self.below {
            self.out.comma();
            self.fresh();
            self.opened = true;
        }
        (self.out.he, self.out.his) = (self.antecedent(i), self.owner(i));
        (self.out.they, self.out.her) = (self.several(i), self.hers(i));
        // أنه غير مقبول: the pronoun is the topic.
        // وأنه "حجر الأساس": the quotation says what it is
        let that = if i > 1 && self.nodes[i - 1].quote() { i - 2 } else { i.wrapping_sub(1) };
        let quoted = n.pos == Pos::Name && n.en.starts_with('“') && !n.agent;
        let noun = (quoted || matches!(n.pos, Pos::Noun | Pos::Masdar)) && !n.accusative && self.is(that, Pos::That);
        // ذكروا أنهم 15: they are so many
        let many = n.pos == Pos::Number && self.is(that, Pos::That) && !self.get(i + 1).is_some_and(Node::nominal);
        if (noun || many || matches!(n.pos, Pos::Non | Pos::Adjective | Pos::Active | Pos::Passive))
            && (!n.definite || quoted || noun && that + 2 == i && !n.agent)
            && !n.and
            && n.prep.is_none()
            && let Some(p) = self.pending.take()
        {
            // لكنه ممكن: he, or what he spoke of
            let word = match self.pointing(p, self.speaker.as_ref().or(self.last.as_ref()), i) {
                "he" | "he/it" if noun && !n.human => "it",
                "he" => "he/it",
                word => word,
            };
            self.out.word(word);
            self.out.word(if matches!(word, "they" | "we") { "are" } else { "is" });
            self.object = true;
        }
        // وذلك بعد عشرة أيام: only goes on.
        if n.pos == Pos::Dem && n.and && self.main && matches!(n.ar.as_str(), "ذلك") && self.is(i + 1, Pos::Prep) {
            self.out.comma();
            return i + 1;
        }
        match n.pos {
            // بوزنيقة – أعلن الوفد: behind the dateline a clause begins
            Pos::Mark('-' | '–' | '—') if i == 1 && self.nodes[0].pos == Pos::Name && self.is(2, Pos::Verb) => {
                self.out.mark('–');
                self.fresh();
                self.opened = true;
                2
            }
            Pos::Mark(c) => self.mark(i, c),
            Pos::Verb | Pos::Neg | Pos::Qad | Pos::Will => {
                let next = self.verb(i);
                self.nearly(i, next)
            }
            Pos::Modal => self.modal(i),
            Pos::That => self.that(i),
            Pos::Clause | Pos::If => self.opener(i),
            // كي تتمكن المعارضة من الحضور: so that the opposition is able to
            Pos::InOrder if verb::group(self.nodes, i + 1).is_some_and(|g| self.other_subject(&g)) => {
                self.and(i);
                self.out.word("so that");
                self.fresh();
                self.opened = true;
                i + 1
            }
            Pos::InOrder => {
                self.and(i);
                self.to = Some(Time::Base);
                self.fresh_to();
                i + 1
            }
            Pos::IsNot => self.is_not(i),
            Pos::Without => self.without(i),
            Pos::Non | Pos::NonMasdar => self.phrase(i),
            Pos::Rel => self.relative(i),
            Pos::What => self.what(i),
            Pos::Prep => self.prep(i),
            Pos::Pron => self.pronoun(i),
            // لا بد من بذل الجهود: it is necessary to make efforts
            Pos::There if n.en.ends_with(" to") => {
                self.and(i);
                let found = infinitive::infinitive(self.nodes, i + 1, &crate::english::phrase::Outer::default());
                (self.main, self.object) = (true, true);
                match found {
                    Some((text, next)) => {
                        self.out.word(&format!("{} {text}", n.en));
                        next
                    }
                    // لا بد من ضمانات: they are necessary
                    None if let Some(p) = np::np(self.nodes, i + 1) => {
                        self.rule("is");
                        self.out.word(&p.text());
                        self.out.word(&n.en.trim_end_matches(" to").replacen("it is", if p.many { "are" } else { "is" }, 1));
                        (self.subject, self.opened) = (Some(Feat::of(&p)), false);
                        p.next
                    }
                    None => {
                        self.out.word(n.en.trim_end_matches(" to"));
                        self.out.mark(':');
                        i + 1
                    }
                }
            }
            Pos::There => {
                self.and(i);
                let en = if n.mention { n.en.as_str() } else { "there is" };
                let many = !en.ends_with(" of")
                    && !en.ends_with(" in")
                    && np::np(self.nodes, i + 1).is_some_and(|p| p.many)
                    && self.get(i + 1).is_none_or(|x| x.prep.is_none());
                self.out.word(&if many { en.replacen("there is", "there are", 1) } else { en.to_owned() });
                self.subject =
                    Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true, words: String::new() });
                (self.main, self.object) = (true, true);
                i + 1
            }
            Pos::Conj => {
                if !(n.en == "and" && self.out.fresh()) {
                    self.out.word(&n.en);
                }
                i + 1
            }
            Pos::Adverb => self.adverb(i),
            Pos::Active if !n.definite && n.prep.is_none() && self.saying(i) => self.noting(i),
            Pos::Passive | Pos::Active | Pos::Adjective if n.definite && self.is(i + 1, Pos::That) => {
                let text = match n.pos {
                    Pos::Passive => n.participle(),
                    Pos::Active => generate::gerund(&n.en),
                    _ => n.en.clone(),
                };
                self.out.comma();
                self.out.word(&text);
                self.rel = Some(Feat {
                    plural: n.plural,
                    feminine: n.feminine,
                    human: false,
                    agent: false,
                    name: true,
                    words: String::new(),
                });
                i + 1
            }
            _ => self.phrase(i),
        }
    }

    /// كاد الاتفاق ينهار: came close to collapsing. Returns the index of the second verb.
    fn nearly(&mut self, i: usize, next: usize) -> usize {
        let Some(g) = verb::group(self.nodes, i).filter(|g| is_verb(&self.nodes[g.verb], "كاد")) else { return next };
        if g.negated {
            self.guessed += doubt::TOO_MUCH;
        }
        let v = next + usize::from(self.is(next, Pos::That));
        if self.is(v, Pos::Verb) {
            self.to = Some(Time::Gerund);
            return v;
        }
        next
    }

    /// كي تتمكن المعارضة: true if somebody else does what is aimed at; كي تبلغ الأوامر الجبهات has the fronts as its object.
    fn other_subject(&self, g: &Group) -> bool {
        subject::find(self.nodes, g, g.next).is_some_and(|s| {
            let object = s.first == g.next && !s.np.agent && !s.np.human && s.np.definite;
            let acts = self.nodes[g.verb].lemma.is_some_and(|l| l.is('t') || l.ar == "بلغ")
                && self.nodes[g.verb].pron.is_none()
                && !g.passive;
            let alone = !self.get(s.next).is_some_and(Node::ungoverned);
            !(object && acts && alone && self.subject.as_ref().is_some_and(|s| s.fits(g.person)))
        })
    }

    /// True if a masculine pronoun at `i` stands for a man: by the nearest masculine noun before it, or by who speaks.
    pub(super) fn antecedent(&self, i: usize) -> bool {
        let near = self.nodes[..i].iter().rev().find(|n| {
            n.nominal()
                && !n.feminine
                && !n.plural
                && !n.dual
                && n.pron.is_none()
                && !matches!(n.pos, Pos::Masdar)
                && !(n.pos == Pos::Name && !n.human && !n.agent)
        });
        match near {
            Some(n) => n.human,
            None => self.speaker.as_ref().is_some_and(|s| s.human),
        }
    }

    /// The same for one that owns: hope, a country, a delegation are a man's where a man speaks.
    fn owner(&self, i: usize) -> bool {
        const OWN: &[&str] = &[
            "hope",
            "group",
            "country",
            "delegation",
            "readiness",
            "willingness",
            "concern",
            "regret",
            "satisfaction",
            "confidence",
            "belief",
            "counterpart",
            "colleague",
            "movement",
            "party",
            "optimism",
            "surprise",
            "desire",
            "government",
            "support",
        ];
        // تمديده: of a thing, whoever speaks
        const OF_THINGS: &[&str] = &[
            "extension",
            "extend",
            "renewal",
            "renew",
            "implementation",
            "implement",
            "formation",
            "signing",
            "sign",
            "postponement",
            "convening",
            "resumption",
            "application",
        ];
        let of_thing = |n: &&Node| n.pron.is_some() && n.nominal();
        if self.nodes[i..].iter().take(3).find(of_thing).is_some_and(|n| OF_THINGS.contains(&n.en.as_str())) {
            return false;
        }
        // حضر عن النظام نائب وزير خارجيته: the regime's
        let minister = |n: &&Node| n.pron.is_some() && n.en.contains("Minister");
        if self.nodes[i..].iter().take(3).any(|n| minister(&n))
            && self.nodes[..i].iter().rev().take(5).any(|n| n.agent && !n.human && !n.feminine && !n.plural)
        {
            return false;
        }
        // أن الاتفاق فقد قيمته: its
        let thing = self.subject.as_ref().is_some_and(|s| !s.human && !s.feminine && !s.plural && !s.words.is_empty());
        let owned = self.nodes[i..].iter().take(3).find(|n| n.pron.is_some() && n.nominal());
        // لكنه أبدى تخوفه: whoever is the subject has it.
        if i > 0
            && self.nodes[i - 1].pos == Pos::Verb
            && self.main
            && self.subject.as_ref().is_some_and(|s| s.human && !s.feminine && !s.plural)
        {
            return true;
        }
        let man = self.speaker.as_ref().or(self.last.as_ref()).is_some_and(|s| s.human && !s.feminine && !s.plural);
        !thing && (man && owned.is_some_and(|n| OWN.contains(&n.en.as_str())) || self.antecedent(i))
    }

    /// True if a feminine pronoun at `i` stands for several: by the nearest noun before it that is feminine or a plural of things or bodies.
    fn several(&self, i: usize) -> bool {
        // أكدت الدول رفضها: whoever does it has it
        let own = self.nodes[i].nominal() && (i == 0 || self.nodes[..i].iter().rev().take(2).any(|b| b.pos == Pos::Verb));
        if own && self.subject.as_ref().is_some_and(|s| s.plural && !s.human) {
            return true;
        }
        let near = self.nodes[..i].iter().enumerate().rev().take(14).find(|(_, n)| {
            let many = n.plural || n.mention && crate::english::skeleton::many(&n.en);
            n.nominal() && n.pron.is_none() && !n.dual && (n.feminine || many && !n.person_name)
        });
        // أكدت روسيا وتركيا وإيران التزامها: theirs
        let joined = |k: usize, n: &Node| {
            n.and && n.pos == Pos::Name && k > 0 && self.nodes[k - 1].pos == Pos::Name && self.nodes[k - 1].agent
        };
        near.is_some_and(|(k, n)| {
            n.agent && !n.human && (n.plural || joined(k, n) || n.mention && crate::english::skeleton::many(&n.en))
        })
    }

    pub(super) fn fresh_to(&mut self) {
        let to = self.to;
        self.fresh();
        self.to = to;
    }
}
