//! What a pronoun in a relative clause stands for: whose, in which, which they want to sign.

use super::*;
use relatives::stands_for;

impl Clause<'_> {
    /// اتفاق تنوي الحكومة توقيعه: which the government intends to sign
    pub(super) fn wants_to(&mut self, g: &Group, rel: &Feat, found: Option<&subject::Subject>) -> Option<usize> {
        const WANTS: &[&str] = &["أراد", "نوى", "اعتزم", "قرر", "حاول", "رفض", "استطاع", "أعاد"];
        let n = &self.nodes[g.verb];
        let who = found.filter(|s| s.first == g.next && (s.np.agent || s.np.human));
        let at = who.map_or(g.next, |s| s.next);
        let m = self.get(at).filter(|m| matches!(m.pos, Pos::Masdar | Pos::Noun) && m.prep.is_none() && !m.and)?;
        let base = m.lemma.filter(|l| l.pos == "verb").and_then(|l| l.en(0))?;
        let own = m.pron.is_some_and(|p| stands_for(p, rel));
        if !own || n.pron.is_some() || g.copula || !is_any(n, WANTS) {
            return None;
        }
        self.rule("pronoun of a relative clause");
        let plural = match who {
            Some(s) => {
                self.subject_text(s.first, s.next);
                s.np.many
            }
            None => {
                let word = if matches!(g.person, Person::They | Person::Both) { "they" } else { "it" };
                self.out.word(word);
                word == "they"
            }
        };
        // الذي رفض الرئيس إقراره: refused to
        let refuse = Node::new(Pos::Verb, "refuse");
        self.out.word(&verb::english(g, if is_verb(n, "رفض") { &refuse } else { n }, plural));
        self.out.word(&format!("to {base}"));
        self.govern(m);
        self.main = true;
        Some(at + 1)
    }

    /// بيان أكدت فيه الدول التزامها: in which they affirmed it, where the verb does not govern the preposition at `at`.
    pub(super) fn in_which(&mut self, verb: &Node, at: usize) {
        let p = &self.nodes[at];
        let en = match p.ar.as_str() {
            "في" => "in",
            "خلال" | "أثناء" => "during",
            "من" => "from",
            "على" => "on",
            _ => return,
        };
        let governed = verb.lemma.is_some_and(|l| l.prep(&p.ar).is_some());
        let object = self.nodes[at + 1..].iter().take(8).take_while(|x| !matches!(x.pos, Pos::Verb | Pos::Mark('.')));
        let mut object = object.filter(|x| x.pos == Pos::That || x.ungoverned());
        let more = object.next().is_some() && object.next().is_some();
        if !governed && more && self.out.ends(" which") && verb.lemma.is_some_and(|l| l.is('t')) {
            self.out.under(en);
            (self.gap, self.gone) = (None, Some(at));
        }
    }

    /// القرى التي نزح سكانها: whose inhabitants fled.
    pub(super) fn whose(&mut self, g: &Group, rel: &Feat, s: &subject::Subject) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let owner = self.nodes[s.np.at].pron.filter(|p| stands_for(*p, rel));
        // اجتماع لم يحدد موعده, الذين دمرت منازلهم: what is theirs suffers it.
        let suffers = passive_of_thing(n, &Feat::of(&s.np)) && !rel.agent && !self.get(s.next).is_some_and(Node::ungoverned);
        let home = rel.human && done_to_things(n) && !s.np.agent && !s.np.human;
        let subject = !rel.fits(g.person)
            || subject::intransitive(n)
            || n.lemma.is_some_and(|l| !l.is('t'))
            || g.passive
            || suffers
            || home;
        let which = self.out.ends(" which") || self.out.ends(" who");
        if g.copula || n.pron.is_some() || s.first != g.next || !which {
            return None;
        }
        // الوثيقة التي وضعت الأمم المتحدة مسودتها: whose draft it wrote
        let object = np::np(self.nodes, s.next).filter(|p| {
            let x = &self.nodes[s.next];
            x.ungoverned() && p.next == s.next + 1 && x.pron.is_some_and(|p| stands_for(p, rel)) && (s.np.agent || s.np.human)
        });
        if let Some(p) = object.filter(|_| owner.is_none()) {
            self.rule("pronoun of a relative clause");
            self.out.whose();
            self.out.word(&Np { det: Det::None, ..p.clone() }.text());
            self.subject_text(s.first, s.next);
            self.out.word(&verb::english(g, n, s.np.many));
            self.govern(n);
            (self.subject, self.main, self.filled) = (Some(Feat::of(&s.np)), true, true);
            return Some(p.next);
        }
        if owner.is_none() || !subject {
            return None;
        }
        self.rule("pronoun of a relative clause");
        // رفضت كلها: all of which
        if self.is(s.np.at, Pos::Quant) {
            let part = s.np.head.split(" of ").next().unwrap_or_default();
            self.out.under(&format!("{part} of"));
        } else {
            self.out.whose();
            self.out.word(&Np { det: Det::None, ..s.np.clone() }.text());
        }
        let f = Feat::of(&s.np);
        let mut g = g.clone();
        g.passive |=
            passive_of_thing(n, &f) && !self.get(s.next).is_some_and(|x| x.nominal() && !x.weekday && !x.and && x.prep.is_none());
        self.out.word(&verb::english(&g, n, s.np.many));
        self.govern(n);
        self.subject = Some(f);
        self.between(s.np.next, s.next);
        self.main = true;
        Some(self.object_first(&g, s.next).unwrap_or(s.next))
    }

    /// لجنة لم يحدد موعد لاجتماعها: for whose meeting no date was set.
    pub(super) fn for_whose(&mut self, g: &Group, rel: &Feat, s: &subject::Subject) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let thing = passive_of_thing(n, &Feat::of(&s.np)) && !s.np.definite && s.first == g.next && n.pron.is_none();
        let at = s.np.at + 1;
        let x = self.get(at).filter(|x| x.prep == Some("ل") && !x.and && x.pron.is_some_and(|p| stands_for(p, rel)))?;
        let p = np::np(self.nodes, at).filter(|_| thing && x.nominal() && self.out.ends(" which"))?;
        self.rule("pronoun of a relative clause");
        self.out.whose();
        self.out.under("for");
        self.out.word(&Np { det: Det::None, ..p.clone() }.text());
        let det = if g.negated { Det::Words("no".to_owned()) } else { s.np.det.clone() };
        self.out.word(&Np { det, post: String::new(), ..s.np.clone() }.text());
        let whole = Group { passive: true, negated: false, ..g.clone() };
        self.out.word(&verb::english(&whole, n, s.np.many));
        self.govern(n);
        (self.subject, self.main, self.object) = (Some(Feat::of(&s.np)), true, true);
        Some(p.next)
    }

    /// الاجتماع الذي كانت وراءه موسكو: behind which Moscow was.
    pub(super) fn under_which(&mut self, g: &Group, rel: &Feat) -> Option<usize> {
        let at = self.get(g.next).filter(|x| x.pos == Pos::Prep && x.pron.is_some_and(|p| stands_for(p, rel)))?;
        if !g.copula || !self.out.ends(" which") {
            return None;
        }
        let p = np::np(self.nodes, g.next + 1).filter(|_| self.get(g.next + 1).is_some_and(|x| !x.and && x.prep.is_none()))?;
        self.rule("pronoun of a relative clause");
        self.out.under(if at.ar == "ل" { "for" } else { &at.en });
        self.out.word(&p.text());
        self.out.word(&verb::english(g, &self.nodes[g.verb], p.many));
        (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
        Some(p.next)
    }

    /// The preposition whose pronoun stands for the noun of a relative clause.
    pub(super) fn resumptive(&self, from: usize, rel: &Feat) -> Option<usize> {
        (from..(from + 8).min(self.nodes.len()))
            .take_while(|&j| {
                let n = &self.nodes[j];
                !(matches!(n.pos, Pos::That | Pos::Rel | Pos::Clause | Pos::What | Pos::Verb | Pos::Mark('،')) || n.ends_clause())
            })
            .find(|&j| self.nodes[j].pos == Pos::Prep && self.nodes[j].pron.is_some_and(|p| stands_for(p, rel)))
    }
}
