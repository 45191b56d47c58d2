//! Whose something is: للوفد شروط, كانت لديه خطة, ليس لهم الحق. English says that they have it.

use super::*;

impl Clause<'_> {
    /// "The delegation has conditions", with the owner's preposition at `at` and the tense of `g`.
    pub(super) fn owns(&mut self, at: usize, g: &Group) -> Option<usize> {
        let n = self.get(at).filter(|n| n.pos != Pos::Verb)?;
        let own = n.pos == Pos::Prep;
        let ar = if own { n.ar.as_str() } else { n.prep? };
        if !matches!(ar, "ل" | "لدى" | "عند") {
            return None;
        }
        let pron = n.pron.filter(|_| own);
        let owner = match pron {
            Some(_) => None,
            None => Some(np::np(self.nodes, at + usize::from(own)).filter(|p| p.definite && self.can_have(p, ar))?),
        };
        let next = owner.as_ref().map_or(at + 1, |p| p.next);
        self.get(next).filter(|x| {
            !x.and
                && x.prep.is_none()
                && (!x.definite || a_right(x))
                && !x.bare
                && x.pron.is_none()
                && (x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant))
        })?;
        let (who, subject) = match (&owner, pron) {
            (Some(p), _) if self.rel.is_none() && self.subject.is_none() => (p.text(), Feat::of(p)),
            (None, Some(p)) => match (self.rel.clone(), self.subject.clone().or_else(|| self.pending.map(|_| Feat::default()))) {
                (Some(r), _) if relatives::stands_for(p, &r) => (String::new(), r),
                (None, Some(s)) if self.pending.is_none() && owned_by(p, &s) => (String::new(), s),
                (None, Some(s)) if self.pending.is_some() => (pronoun(p, self.speaker.as_ref()).to_owned(), s),
                (None, None) => {
                    let word = match p {
                        Pronoun::His => "he/it",
                        Pronoun::Her => "it",
                        Pronoun::Our => "we",
                        _ => "they",
                    };
                    let f = Feat { plural: matches!(word, "we" | "they"), name: true, ..Feat::default() };
                    (if self.out.fresh() { format!("[{word}]") } else { word.to_owned() }, f)
                }
                _ => return None,
            },
            _ => return None,
        };
        self.rule("has");
        self.out.word(&who);
        let have = Node { forms: Some(("had".to_owned(), "had".to_owned())), ..Node::new(Pos::Verb, "have") };
        let plural = subject.plural || matches!(who.as_str(), "they" | "we");
        let g = Group { passive: false, copula: false, still: false, person: Person::He, ..g.clone() };
        self.out.word(&verb::english(&g, &have, plural));
        (self.subject, self.rel, self.pending) = (Some(Feat { plural, ..subject }), None, None);
        (self.main, self.object, self.opened) = (true, true, false);
        Some(next)
    }

    /// True for who or what can have something: for a thing nothing else may be said of it.
    fn can_have(&self, p: &Np, ar: &str) -> bool {
        let thing = self.nodes[p.at].pos == Pos::Noun
            && ar == "ل"
            && !self.nodes[p.at].weekday
            && !matches!(p.head.as_str(), "day" | "week" | "month" | "year" | "time" | "hour" | "moment")
            && !self.verb_ahead(p.next);
        p.agent || p.human || thing
    }
}

/// لها الحق, له الأولوية: what one has, though it has the article.
pub(super) fn a_right(n: &Node) -> bool {
    n.en.starts_with("right to ")
        || matches!(n.en.as_str(), "right" | "priority" | "freedom" | "ability" | "power" | "last word" | "credit")
}

/// True if a pronoun can stand for the topic.
fn owned_by(p: Pronoun, s: &Feat) -> bool {
    match p {
        Pronoun::His => !s.plural && !s.feminine,
        Pronoun::Her => s.feminine || s.plural && !s.human || s.name,
        Pronoun::Our => false,
        Pronoun::Both | Pronoun::Their | Pronoun::TheirFeminine => s.plural || s.agent,
    }
}
