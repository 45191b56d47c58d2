//! غير and an adjective that has an English negative of its own are one adjective (illegal, unarmed). Data: `غير` in `glossary/lexicon/government.yaml`.

use super::node::{Node, Pos};
use super::{generate, government};

/// Puts غير and its adjective together.
pub(super) fn joined(nodes: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(n) = it.next() {
        // من غير المتوقع أن: what is not so is said of a clause.
        let impersonal = out.last().is_some_and(|b| b.pos == Pos::Prep && b.ar == "من" && b.pron.is_none());
        let own = it.peek().filter(|_| n.pos == Pos::Non && n.pron.is_none() && !impersonal).and_then(negative);
        match own.and_then(|en| Some((en, it.next()?))) {
            Some((en, a)) => out.push(Node {
                pos: Pos::Adjective,
                en: en.to_owned(),
                lemma: None,
                forms: None,
                and: n.and,
                prep: n.prep,
                raw: (n.raw.0, a.raw.1),
                ..a
            }),
            None => out.push(n),
        }
    }
    out
}

fn negative(a: &Node) -> Option<&'static str> {
    if a.and || a.prep.is_some() || a.pron.is_some() {
        return None;
    }
    let word = match a.pos {
        Pos::Adjective => a.en.clone(),
        Pos::Active => generate::gerund(&a.en),
        Pos::Passive => a.participle(),
        _ => return None,
    };
    government::negative(&word)
}
