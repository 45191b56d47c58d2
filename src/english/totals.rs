//! كل and جميع behind what they are all of: الملفات الأربعة كلها → all the four files, المحافظة كلها → the whole governorate.

use super::node::{Node, Pos};

/// Puts them before their noun, where English has them.
pub(super) fn before_their_noun(mut nodes: Vec<Node>) -> Vec<Node> {
    for i in 1..nodes.len() {
        if let Some(head) = total(&nodes[i]).then(|| head(&nodes, i)).flatten() {
            let mut all = nodes.remove(i);
            all.pron = None;
            all.raw = nodes[head].raw;
            all.and = std::mem::take(&mut nodes[head].and);
            all.prep = nodes[head].prep.take();
            nodes.insert(head, all);
        }
    }
    nodes
}

fn total(n: &Node) -> bool {
    let word = n.ar.trim_start_matches("ال");
    n.pos == Pos::Quant && n.pron.is_some() && !n.and && n.prep.is_none() && matches!(word, "كل" | "جميع" | "كافه")
}

/// The index of the noun that the total at `i` belongs to.
fn head(nodes: &[Node], i: usize) -> Option<usize> {
    let noun = (0..i).rev().find(|&j| {
        let told = matches!(nodes[j].pos, Pos::Adjective | Pos::Number | Pos::Passive) && nodes[j].definite && !nodes[j].and;
        !told
    })?;
    let n = &nodes[noun];
    let several = n.plural || n.dual || n.feminine;
    let whole = n.nominal() && n.definite && n.pron.is_none() && several && !n.person_name;
    // قوات النظام كلها: the forces
    let of = noun.checked_sub(1).map(|j| &nodes[j]);
    let construct = of.is_some_and(|b| b.nominal() && !b.definite && !b.bare && b.pron.is_none()) && n.prep.is_none() && !n.and;
    (whole && !construct).then_some(noun)
}
