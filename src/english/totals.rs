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

/// لا يغير شيئا: does not change anything. شيئا غير الهدنة: anything other than it.
pub(super) fn anything(mut nodes: Vec<Node>) -> Vec<Node> {
    for i in 1..nodes.len() {
        let n = &nodes[i];
        let thing = n.en == "thing" && !n.plural && !n.definite && !n.and && n.pron.is_none();
        let denied = || {
            let clause =
                nodes[..i].iter().rev().take(8).take_while(|b| !b.ends_clause() && b.pos != Pos::That && b.pos != Pos::Rel);
            clause.into_iter().any(|b| matches!(b.pos, Pos::Neg | Pos::NonMasdar | Pos::Without | Pos::IsNot))
        };
        let free = nodes.get(i + 1).is_none_or(|x| x.and || x.prep.is_some() || !(x.nominal() || x.pos == Pos::Adjective));
        if thing && free && denied() {
            let n = &mut nodes[i];
            "anything".clone_into(&mut n.en);
            (n.bare, n.definite, n.mass, n.lemma) = (true, true, true, None);
            if let Some(but) = nodes.get_mut(i + 1).filter(|x| x.ar == "غير" && !x.and) {
                *but = Node { raw: but.raw, ar: but.ar.clone(), ..Node::new(Pos::Prep, "other than") };
            }
        }
    }
    nodes
}

/// دعت الجميع إلى الحوار: everyone, where no noun stands behind.
pub(super) fn everyone(mut nodes: Vec<Node>) -> Vec<Node> {
    for i in 0..nodes.len() {
        let word = nodes[i].pos == Pos::Quant || nodes[i].en == "all";
        let all = word && nodes[i].definite && nodes[i].ar.trim_start_matches("ال") == "جميع";
        let alone = nodes.get(i + 1).is_none_or(|x| x.and || x.prep.is_some() || !(x.nominal() || x.pos == Pos::Adjective));
        if all && alone && nodes[i].pron.is_none() {
            let n = &mut nodes[i];
            (n.pos, n.en, n.lemma) = (Pos::Noun, "everyone".to_owned(), None);
            (n.bare, n.human, n.agent, n.mention) = (true, true, true, true);
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
