//! Prepositions that make a verb of their own: has, to do, is expected to.

use super::*;

impl Clause<'_> {
    /// جاء في البيان أن: it was stated in the statement that.
    pub(super) fn stated_in(&mut self, i: usize, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let at = g.next;
        let told = (is_verb(n, "جاء") || is_verb(n, "ورد"))
            && g.person == Person::He
            && self.rel.is_none()
            && self.get(at).is_some_and(|p| p.pos == Pos::Prep && p.ar == "في" && p.pron.is_none())
            && np::np(self.nodes, at + 1).is_some_and(|p| {
                let rest = self.nodes[p.next..].iter().take(16).take_while(|x| !matches!(x.pos, Pos::Mark('.' | '؛')));
                let mut rest = rest.skip_while(|x| !matches!(x.pos, Pos::That | Pos::Mark(':')));
                rest.next().is_some_and(|x| !x.and) && !self.get(p.next).is_some_and(Node::ungoverned)
            });
        if !told {
            return None;
        }
        self.rule("it was stated");
        self.and(i);
        let not = if g.negated { " not" } else { "" };
        self.out.word(&format!("it was{not} stated"));
        self.subject = Some(Feat { name: true, ..Feat::default() });
        (self.main, self.object) = (true, true);
        Some(at)
    }

    /// على الأطراف أن تقدم ضمانات: the parties must present guarantees.
    pub(super) fn ought(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        // الحكومة عليها أن تقدم: the topic must
        let topic = self.subject.as_ref().is_some_and(|s| {
            n.pron.is_some_and(|p| relatives::stands_for(p, s)) && !s.words.is_empty() && self.is(i + 1, Pos::That)
        });
        // قطر ضامن، وعليها أن تفي: one more clause
        let again = n.and
            && self.main
            && self.is(i + 1, Pos::That)
            && self.subject.as_ref().is_some_and(|s| n.pron.is_some_and(|p| relatives::stands_for(p, s)));
        if n.pos != Pos::Prep
            || n.ar != "على"
            || self.main && !again
            || self.subject.is_some() && !topic && !again
            || self.rel.is_some()
        {
            return None;
        }
        if !self.opened && !topic && !again {
            return None;
        }
        let (text, f, next) = match n.pron {
            Some(_) if topic => (String::new(), self.subject.clone(), i + 1),
            Some(p) => (self.pointing(p, self.last.as_ref(), i).to_owned(), None, i + 1),
            None => {
                let p = np::np(self.nodes, i + 1).filter(|p| p.definite && (p.agent || p.human || p.name))?;
                (p.text(), Some(Feat::of(&p)), p.next)
            }
        };
        let verb = self.get(next + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense != Tense::Perfect);
        // على الحكومة الإفراج عن الأسرى, عليهم عدم التصعيد: what must be done is a noun
        let not = usize::from(self.is(next, Pos::NonMasdar));
        let noun = self.get(next + not).is_some_and(|m| {
            (m.pos == Pos::Masdar || m.pos == Pos::Noun) && m.prep.is_none() && (not == 1 || !m.and) && m.pron.is_none()
        });
        if noun
            && !self.is(next, Pos::That)
            && !self.verb_ahead(next)
            && let Some((what, end)) = infinitive::infinitive(self.nodes, next + not, &crate::english::phrase::Outer::default())
        {
            self.rule("modal");
            self.out.word(&text);
            self.out.word(if not == 1 { "must not" } else { "must" });
            self.out.word(&what);
            (self.subject, self.main, self.opened, self.object) = (f, true, false, true);
            self.govern(&self.nodes[next + not]);
            return Some(end);
        }
        if !(self.is(next, Pos::That) && self.nodes[next].pron.is_none() && verb) {
            return None;
        }
        self.rule("modal");
        self.out.word(&text);
        self.out.word("must");
        (self.subject, self.main, self.opened) = (f, true, false);
        Some(self.bare_verb(next + 1))
    }

    /// للأمم المتحدة دور, لدى الوفد شروط, لديهم: whose the thing is comes first.
    pub(super) fn has(&mut self, i: usize, at: usize, ar: &str) -> Option<usize> {
        let n = &self.nodes[i];
        let have = |plural: bool| if plural { "have" } else { "has" };
        if ar == "لدى"
            && n.pos == Pos::Prep
            && !self.main
            // أسماء المخطوفين لديهم: with them
            && self.get(i + 1).is_some_and(|x| !matches!(x.pos, Pos::Mark(_)))
            && let Some(p) = n.pron
        {
            self.rule("has");
            match self.subject.clone() {
                Some(s) => self.out.word(have(s.plural || matches!(p, Pronoun::Their | Pronoun::Both))),
                None => {
                    let word = pronoun(p, self.last.as_ref());
                    self.out.word(&format!("{word} {}", have(matches!(word, "they" | "we"))));
                }
            }
            (self.main, self.object) = (true, true);
            return Some(i + 1);
        }
        let now = Group { next: i, ..Group::now(i, false) };
        // له مصلحة, للصبر حدود
        let alone = n.pos == Pos::Prep && n.pron.is_some() && (self.rel.is_some() || self.subject.is_some() || self.opened);
        if !self.main
            && (alone || ar == "ل" && self.opened && self.subject.is_none() && self.rel.is_none())
            && let Some(next) = self.owns(i, &now)
        {
            return Some(next);
        }
        if !matches!(ar, "ل" | "لدى") || self.subject.is_some() || self.main || self.rel.is_some() || !self.opened {
            return None;
        }
        let owner = np::np(self.nodes, at).filter(|p| p.definite && p.agent)?;
        // المندوب لدى الأمم المتحدة بشار الجعفري: an office and its holder.
        if i.checked_sub(1).is_some_and(|b| self.nodes[b].human || self.nodes[b].pos == Pos::Title) {
            return None;
        }
        let thing =
            self.get(owner.next).filter(|x| !x.and && x.prep.is_none() && !x.definite && x.pron.is_none() && !x.person_name)?;
        if !(thing.nominal() || matches!(thing.pos, Pos::Number | Pos::Quant | Pos::What)) {
            return None;
        }
        self.rule("has");
        let f = Feat::of(&owner);
        self.out.word(&owner.text());
        self.out.word(have(f.plural));
        self.subject = Some(f);
        (self.main, self.object, self.opened) = (true, true, false);
        Some(owner.next)
    }

    /// ل with a masdar and its object: to do.
    pub(super) fn purpose(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        let lemma = n.lemma.filter(|l| l.pos == "verb")?;
        let behind = self.get(i + 1)?;
        let object = !n.definite
            && !behind.and
            && behind.prep.is_none()
            && np::np(self.nodes, i + 1).is_some_and(|p| !p.agent && !p.human);
        let governed = n.definite && (behind.pos == Pos::Prep || behind.prep.is_some()) && !behind.and;
        if !(object || governed) || (self.governors.iter().any(|l| l.prep("ل").is_some_and(str::is_empty))) {
            return None;
        }
        self.rule("to do");
        let base = if n.own { lemma.en(0)?.to_owned() } else { n.en.clone() };
        self.out.word(&format!("to {base}"));
        self.govern(n);
        self.governors.push(lemma);
        // مستعدة للتوقيع على الاتفاق: to sign it
        if let Some((_, at)) = complement::preposition(self.nodes, i + 1)
            .filter(|(ar, at)| governed && base == "sign" && *ar == "على" && self.nodes[*at].nominal())
        {
            return Some(self.bare_phrase(at, false));
        }
        Some(i + 1)
    }
}
