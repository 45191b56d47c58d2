//! `مسودة اطلعت الوكالة على نسخة منها`: a copy of which the agency has seen. What an agency has seen of a paper is told by the way.

use crate::english::node::{Node, Pos};
use crate::english::np;
use crate::english::verb::is_verb;

/// Reads the clause about the paper as one phrase.
pub(super) fn seen(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let about = i > 0 && (nodes[i - 1].pos == Pos::Rel || nodes[i - 1].nominal() || nodes[i - 1].pos == Pos::Adjective);
    if !is_verb(n, "اطلع") || n.and || n.pron.is_some() || !about {
        return;
    }
    let Some((what, who, end)) = paper(nodes, i + 1) else { return };
    let from = if nodes[i - 1].pos == Pos::Rel { i - 1 } else { i };
    let en = format!("{what} {who} has seen");
    let raw = (nodes[from].raw.0, nodes[end - 1].raw.1);
    nodes.splice(from..end, [Node { raw, content: true, mention: true, ..Node::new(Pos::Adverb, en) }]);
}

/// What has been seen, by whom, and the index behind it.
fn paper(nodes: &[Node], i: usize) -> Option<(String, String, usize)> {
    let on = |j: usize| nodes.get(j).filter(|x| x.pos == Pos::Prep && x.ar == "على" && !x.and);
    // اطلعت عليها رويترز
    if on(i).is_some_and(|x| x.pron.is_some()) {
        let who = agency(nodes, i + 1)?;
        return Some(("which".to_owned(), who.0, who.1));
    }
    let (who, at) = agency(nodes, i)?;
    let prep = on(at)?;
    if prep.pron.is_some() {
        return Some(("which".to_owned(), who, at + 1));
    }
    let part = nodes.get(at + 1).filter(|x| x.nominal() && x.ungoverned() && !x.definite)?;
    if part.pron.is_some() {
        return Some((format!("the {} of which", part.noun()), who, at + 2));
    }
    let of = nodes.get(at + 2).filter(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_some());
    of.map(|_| (format!("a {} of which", part.en), who, at + 3))
}

/// An agency or a paper by its name.
fn agency(nodes: &[Node], i: usize) -> Option<(String, usize)> {
    let open = usize::from(nodes.get(i)?.quote());
    let p = np::np(nodes, i + open).filter(|p| p.definite && nodes[i + open].ungoverned())?;
    let close = open * usize::from(nodes.get(p.next).is_some_and(Node::quote));
    // «الشرق الأوسط»: the newspaper
    let name = if open == 1 && p.text().ends_with("Middle East") { "Asharq Al-Awsat".to_owned() } else { p.text() };
    Some((name, p.next + close))
}
