//! Who was quoted, where nobody says by whom: نُقل عن الوزير أن, نُقل عنه أن.

use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};
use crate::english::np;

/// Reads the verb as passive, with whom the preposition holds as its subject.
pub(super) fn quoted(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let Some(from) = nodes.get(i + 1).filter(|x| x.pos == Pos::Prep && x.ar == "عن" && !x.and) else { return };
    if n.person != Person::He || n.tense != Tense::Perfect || n.pron.is_some() {
        return;
    }
    let clause = |x: &Node| !x.ends_clause() && !matches!(x.pos, Pos::Verb | Pos::Rel);
    let told = |x: &Node| x.pos == Pos::That || x.en == "as saying";
    let behind = nodes[i + 2..].iter().take(16).take_while(|x| clause(x)).position(told).map(|k| i + 2 + k);
    let Some(that) = behind else { return };
    if let Some(pron) = from.pron {
        let who = match pron {
            Pronoun::His => "[he] was",
            Pronoun::Her => "[she/it] was",
            _ => "[they] were",
        };
        let raw = (n.raw.0, from.raw.1);
        let and = n.and;
        nodes.splice(
            i..i + 2,
            [Node { raw, and, content: true, mention: true, ..Node::new(Pos::Adverb, format!("{who} quoted as saying")) }],
        );
        return;
    }
    if !np::np(nodes, i + 2).is_some_and(|p| p.human || p.agent || p.name) {
        return;
    }
    if nodes[that].pos == Pos::That {
        let at = nodes[that].raw.0;
        nodes.insert(that, Node { raw: (at, at), ..Node::new(Pos::Adverb, "as saying") });
    }
    let verb = &mut nodes[i];
    verb.passive = true;
    super::sense(verb, "quote", "");
    nodes.remove(i + 1);
}
