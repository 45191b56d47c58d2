//! A verb and its object: the sense that it has with one, the pronoun that is attached to it.

use super::*;

impl<'n> Clause<'n> {
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
