//! نفس with a pronoun where it stands for whom the sentence is about: عزلوا أنفسهم, isolated themselves; تحل بنفسها, by themselves.

use super::adjectives::oneself;
use super::node::{Node, Pos};
use crate::arabic::clitics::Pronoun;

/// Turns such words into a pronoun behind a verb or a preposition, and into an adverb with ب.
pub(super) fn themselves(mut nodes: Vec<Node>) -> Vec<Node> {
    for i in 0..nodes.len() {
        let n = &nodes[i];
        let Some(pron) = n.pron.filter(|_| !n.mention && matches!(n.ar.as_str(), "نفس" | "أنفس" | "انفس")) else {
            continue;
        };
        // الوفد نفسه: the same delegation; the verb's object stands behind the verb itself.
        let behind = i.checked_sub(1).map(|b| &nodes[b]);
        let ruled =
            behind.is_some_and(|b| matches!(b.pos, Pos::Verb) && b.pron.is_none() || b.pos == Pos::Prep && b.pron.is_none());
        let by = n.prep == Some("ب");
        if !by && n.prep.is_none() && !ruled {
            continue;
        }
        let person = nodes[..i].iter().rev().take(12).find(|b| b.nominal() && !b.plural && (b.human || b.person_name));
        let human = person.is_some_and(|b| b.feminine == (pron == Pronoun::Her));
        // أن تحل الأطراف بنفسها: things that are many have the pronoun of one.
        let many = pron == Pronoun::Her
            && nodes[..i].iter().rev().take(12).find(|b| b.nominal() && b.prep.is_none()).is_some_and(|b| b.plural && !b.human);
        let one = if many { "themselves" } else { oneself(pron, human) };
        let pos = if by { Pos::Adverb } else { Pos::Name };
        let prep = n.prep.filter(|_| !by);
        nodes[i] = Node {
            and: n.and,
            prep,
            raw: n.raw,
            ar: n.ar.clone(),
            content: true,
            definite: true,
            bare: true,
            ..Node::new(pos, one)
        };
    }
    nodes
}
