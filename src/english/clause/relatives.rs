//! Relative clauses and pronouns.

use super::*;

impl Clause<'_> {
    pub(super) fn relative(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        self.and(i);
        let before = i.checked_sub(1).and_then(|p| self.get(p));
        let who = n.ar == "الذين" || before.is_some_and(|b| b.human && b.pos != Pos::Adjective);
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
        let many =
            n.ar == "الذين" || before.is_some_and(|b| b.plural || b.dual || (b.pos == Pos::Adjective && self.rel_plural(i)));
        self.rel = Some(Feat { plural: many, feminine, human: who, agent: who, name: false });
        self.to = None;
        self.pending = None;
        self.governors.clear();
        i + 1
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
        let rel = self.rel.take();
        let plural = rel.as_ref().is_some_and(|r| r.plural);
        let found = subject::find(self.nodes, g, g.next);
        // التي تقودها الأمم المتحدة: the pronoun stands for the noun, the subject follows.
        if n.pron.is_some()
            && let Some(s) = &found
            && s.first == g.next
        {
            self.subject_text(s.first, s.next);
            let f = Feat::of(&s.np);
            self.out.word(&verb::english(g, n, f.plural));
            self.govern(&self.nodes[g.verb]);
            self.subject = Some(f);
            return s.next;
        }
        if n.pron.is_some() {
            self.out.word(if matches!(g.person, Person::They | Person::Both) {
                "[they]"
            } else if matches!(g.person, Person::We) {
                "we"
            } else {
                "[it]"
            });
            self.out.word(&verb::english(g, n, matches!(g.person, Person::They | Person::Both | Person::We)));
            self.govern(&self.nodes[g.verb]);
            self.subject = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
            return g.next;
        }
        let fits = rel.as_ref().is_none_or(|r| r.fits(g.person));
        // بما اتفق عليه: what was agreed on.
        if fits
            && let Some(p) = self.get(g.next).filter(|p| p.pos == Pos::Prep && p.pron == Some(Pronoun::His))
            && found.is_none()
            && g.person == Person::He
            && rel.as_ref().is_some_and(|r| r.name)
        {
            let whole = Group { passive: true, ..g.clone() };
            self.out.word(&verb::english(&whole, n, false));
            self.govern(n);
            let en = self.preposition(&p.ar, g.next, g.next + 1);
            self.out.word(&en);
            self.subject = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
            return g.next + 1;
        }
        let mut g = g.clone();
        if fits {
            let follows = self.get(g.next).is_some_and(|x| {
                (x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant | Pos::Dem | Pos::Unknown)) && !x.and && x.prep.is_none()
            });
            let f = Feat {
                plural,
                feminine: false,
                human: rel.as_ref().is_some_and(|r| r.human),
                agent: rel.as_ref().is_some_and(|r| r.agent),
                name: false,
            };
            if passive_of_thing(n, &f) && !follows && !g.passive {
                g.passive = true;
                self.rule("passive of a thing");
            }
            self.out.word(&verb::english(&g, n, plural || matches!(g.person, Person::They | Person::Both)));
            self.subject = Some(f);
            return self.after_verb(&g, None);
        }
        self.subject = None;
        self.subject_first(&g, false)
    }

    /// Where the relative clause at `i` ends: the comma or أن behind it.
    pub(super) fn relative_end(&self, i: usize) -> Option<usize> {
        // A second bare phrase behind the relative verb belongs to the main one.
        if let Some(g) = verb::group(self.nodes, i + 1) {
            let (mut j, mut seen) = (g.next, self.nodes[g.verb].pron.is_some());
            while let Some(n) = self.get(j).filter(|_| j < i + 24) {
                if matches!(n.pos, Pos::Mark('،' | ',') | Pos::That) {
                    break;
                }
                let bare = n.prep.is_none() && !n.and && (n.nominal() || matches!(n.pos, Pos::Quant | Pos::Number));
                if bare && seen {
                    return Some(j);
                }
                let next = if n.pos == Pos::Prep || n.prep.is_some() {
                    subject::behind_pp(self.nodes, j)
                } else if bare || n.and {
                    np::np(self.nodes, j).map(|p| p.next)
                } else if n.pos == Pos::Adverb {
                    Some(j + 1)
                } else {
                    None
                };
                seen |= bare;
                j = match next {
                    Some(next) => next,
                    None => break,
                };
            }
        }
        let end = (i + 1..(i + 18).min(self.nodes.len()))
            .find(|&j| matches!(self.nodes[j].pos, Pos::Mark('،' | ',' | '.') | Pos::That))?;
        (!matches!(self.nodes[end].pos, Pos::Mark('.'))).then_some(end)
    }

    pub(super) fn what(&mut self, i: usize) -> usize {
        self.and(i);
        let n = &self.nodes[i];
        self.out.word(&n.en);
        self.rel = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
        i + 1
    }

    pub(super) fn pronoun(&mut self, i: usize) -> usize {
        self.and(i);
        let n = &self.nodes[i];
        let copula = self.subject.is_some() || self.rel.is_some();
        let plural = matches!(n.en.as_str(), "they" | "we" | "you") || self.subject.as_ref().is_some_and(|s| s.plural);
        let verb =
            self.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg | Pos::Qad | Pos::Will | Pos::IsNot | Pos::Rel));
        if copula {
            if !verb || self.rel.is_some() {
                self.out.word(if plural { "are" } else { "is" });
                self.rel = None;
            }
        } else {
            let word = if n.en == "he" && !self.last.as_ref().is_some_and(|l| l.human) { "it" } else { n.en.as_str() };
            let word = word.to_owned();
            self.out.word(&word);
            self.subject = Some(Feat { plural, feminine: word == "it", human: word == "he", agent: true, name: true });
            if !verb {
                self.out.word(if word == "I" {
                    "am"
                } else if plural {
                    "are"
                } else {
                    "is"
                });
            }
        }
        self.object = true;
        i + 1
    }
}
