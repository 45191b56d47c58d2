//! Who somebody is by what they belong to: one of them, its head, the member for a platform.

use super::node::{Node, Pos};
use crate::arabic::clitics::Pronoun;

/// Tells them as English does.
pub(super) fn belonging(text: &str, mut nodes: Vec<Node>) -> Vec<Node> {
    let word = |n: &Node| &text[n.raw.0 as usize..n.raw.1 as usize];
    let mut i = 0;
    while i < nodes.len() {
        if stands_for(&nodes, i) {
            // عضو وفد المعارضة عن منصة القاهرة فلان: for whom he is there, and not what he says
            let party = nodes.remove(i + 1);
            let end = party.raw.1;
            nodes.remove(i);
            let the = if super::takes_the(&party.en) { "the " } else { "" };
            let last = &mut nodes[i - 1];
            last.raw.1 = end;
            last.en = format!("{} for {the}{}", last.en, party.en);
            continue;
        } else if matches!(word(&nodes[i]), "إحداهن" | "إحداهم") {
            // وأوضحت إحداهن: one of them, a woman
            let n = &mut nodes[i];
            (n.feminine, n.human, n.agent) = (true, true, true);
        } else if let Some(pron) = headed(word(&nodes[i])).filter(|_| !matches!(nodes[i].pos, Pos::Noun)) {
            // عزا رئيسها قدري جميل ذلك: the head of the party that was named, no president
            let n = &nodes[i];
            let and = n.and || word(n).starts_with('و');
            let head = Node { raw: n.raw, and, pron: Some(pron), ar: n.ar.clone(), ..Node::new(Pos::Noun, "head") };
            nodes[i] =
                Node {
                    prep: n.prep, human: true, agent: true, content: true, feminine: word(&nodes[i]).contains("ست"), ..head
                };
        }
        i += 1;
    }
    nodes
}

/// True for عن behind a member or a delegate and what they belong to, with a party behind it and then a name.
fn stands_for(nodes: &[Node], i: usize) -> bool {
    let n = &nodes[i];
    if n.pos != Pos::Prep || n.ar != "عن" || n.pron.is_some() || n.and {
        return false;
    }
    let party =
        |x: &Node| x.pos == Pos::Name && x.agent && !x.human && x.mention && !x.and && x.prep.is_none() && x.pron.is_none();
    let inside = |n: &&Node| n.nominal() && n.prep.is_none() && !n.and || n.pos == Pos::Adjective && !n.and;
    let from = i - nodes[..i].iter().rev().take(5).take_while(inside).count();
    let member = nodes[from..i].iter().any(|x| x.pos == Pos::Title && x.en.starts_with("member") && !x.plural);
    let name = |x: &Node| x.person_name || x.pos == Pos::Unknown;
    let behind = match &nodes[(i + 2).min(nodes.len())..] {
        [comma, x, ..] if matches!(comma.pos, Pos::Mark('،' | ',')) => name(x),
        [x, ..] => name(x) && !x.and,
        [] => false,
    };
    member && behind && nodes.get(i + 1).is_some_and(party)
}

/// رئيسها, رئيسته: whose head it is, where the word has no preposition.
fn headed(word: &str) -> Option<Pronoun> {
    let word = word.strip_prefix('و').unwrap_or(word);
    match word {
        "رئيسها" | "رئيستها" => Some(Pronoun::Her),
        "رئيسه" | "رئيسته" => Some(Pronoun::His),
        "رئيسهم" | "رئيستهم" => Some(Pronoun::Their),
        _ => None,
    }
}
