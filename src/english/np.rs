//! A noun phrase in English order: determiner, what stands before the head, the head, what stands behind it. It is moved as a whole.

use super::generate::indefinite;
use super::lexicon::Lexicon;
use super::node::{Node, Pos};

pub(super) use super::phrase::{np, object, subject};

/// The determiner of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Det {
    /// the
    The,
    /// a, an, or none where there are many
    A,
    /// none
    None,
    /// his, all the …
    Words(String),
}

/// A noun phrase in English order.
#[derive(Clone, Debug)]
pub(super) struct Np {
    pub(super) det: Det,
    pub(super) pre: Vec<String>,
    pub(super) head: String,
    pub(super) post: String,
    pub(super) plural: bool,
    /// Plural in English.
    pub(super) many: bool,
    pub(super) dual: bool,
    pub(super) feminine: bool,
    pub(super) human: bool,
    pub(super) agent: bool,
    pub(super) definite: bool,
    pub(super) name: bool,
    pub(super) title: bool,
    pub(super) accusative: bool,
    pub(super) mass: bool,
    /// Index of the head's node: what governs the preposition behind it.
    pub(super) at: usize,
    /// Index behind the phrase.
    pub(super) next: usize,
}

/// Adjectives that set one thing apart from others of its kind.
const ONE_OF_ITS_KIND: [&str; 12] =
    ["current", "earlier", "first", "former", "last", "latest", "most", "new", "only", "other", "previous", "same"];

impl Np {
    pub(super) fn new(n: &Node, at: usize) -> Self {
        Self {
            det: if n.bare {
                Det::None
            } else if n.definite {
                Det::The
            } else {
                Det::A
            },
            pre: if n.dual && !n.bare && !n.mass { vec!["two".to_owned()] } else { Vec::new() },
            head: n.noun(),
            post: String::new(),
            // Griffiths is one.
            plural: n.plural || n.dual || super::skeleton::many(&n.en) && n.mention && n.pos != Pos::Adjective && !n.person_name,
            many: (n.plural || n.dual) && (!n.mass || n.mention && !n.en.ends_with("aid"))
                || super::skeleton::many(&n.en) && n.nominal() && !n.person_name,
            dual: n.dual,
            feminine: n.feminine,
            human: n.human,
            agent: n.agent,
            definite: n.definite || n.bare,
            name: n.bare,
            title: n.pos == Pos::Title,
            accusative: n.accusative,
            mass: n.mass,
            at,
            next: at + 1,
        }
    }

    /// True for the name of a person, with or without a title.
    pub(super) fn person(&self) -> bool {
        self.name && self.human
    }

    /// The phrase as text.
    pub(super) fn text(&self) -> String {
        let mut words = String::new();
        for p in self.pre.iter().filter(|p| !p.is_empty()) {
            words.push_str(p);
            words.push(' ');
        }
        words.push_str(&self.head);
        if !self.post.is_empty() {
            if !self.post.starts_with(',') {
                words.push(' ');
            }
            words.push_str(&self.post);
        }
        match &self.det {
            Det::A | Det::The if self.head.starts_with("no ") => words,
            // عدد القتلى: the number of people killed
            Det::The if self.head == "people killed" && self.pre.is_empty() && self.post.is_empty() => words,
            Det::The if self.generic() => words,
            // عدد من: the term has its article.
            Det::A if ["a ", "an "].iter().any(|a| words.starts_with(a)) => words,
            Det::The => format!("the {words}"),
            Det::A if self.head.contains(" of ") && self.head.split(' ').next().is_some_and(|w| w.ends_with("ing")) => {
                format!("the {words}")
            }
            Det::A if self.many || self.mass || self.head.starts_with('…') => words,
            Det::A if words.starts_with("other ") => format!("an{words}"),
            Det::A => format!("{} {words}", indefinite(&words)),
            Det::None => words,
            Det::Words(w) => format!("{w} {words}"),
        }
    }

    /// الإرهاب, السلام والاستقرار: said of the thing in general; التقارب الأخير is one of its kind.
    fn generic(&self) -> bool {
        let all = self.post.is_empty() || self.post.starts_with("and ") || self.post.starts_with("in ");
        all && !self.pre.iter().any(|p| ONE_OF_ITS_KIND.iter().any(|one| p.split(' ').next() == Some(one)))
            && Lexicon::builtin().generic(&self.head)
    }

    /// True if an adjective can belong to this head.
    pub(super) fn agrees(&self, a: &Node) -> bool {
        if a.definite != self.definite && !(self.name && a.definite) {
            return false;
        }
        if a.dual != self.dual && (a.dual || !a.plural) {
            return !a.dual && self.dual && a.feminine == self.feminine && a.mention;
        }
        if self.plural && !self.human {
            return a.feminine || a.plural;
        }
        if self.plural {
            return a.plural || a.feminine;
        }
        a.feminine == self.feminine && !a.plural
    }
}
