//! Whom one calls on, where something stands between the verb and them: طالب الرئيس أمس الوزراء بتسريع.

use crate::english::complement;
use crate::english::node::{Node, Pos};
use crate::english::np;

/// طالب رئيس اللجنة أمس الوزراء بتسريع الصرف: called on them to speed it up; whom one calls on stands behind the time, the place or a comma.
pub(super) fn called_on(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    if n.en != "demand" || n.passive || n.pron.is_some() {
        return;
    }
    let Some(who) = nodes.get(i + 1).filter(|x| x.ungoverned()).and_then(|_| np::np(nodes, i + 1)) else { return };
    let mut j = who.next;
    while j < (i + 18).min(nodes.len()) {
        let x = &nodes[j];
        let next = match x.pos {
            Pos::Adverb if !x.and => j + 1,
            Pos::Mark('،' | ',') => j + 1,
            Pos::Prep if x.pron.is_none() && !x.and => np::np(nodes, j + 1).map_or(nodes.len(), |p| p.next),
            _ if x.prep == Some("في") && !x.and => np::np(nodes, j).map_or(nodes.len(), |p| p.next),
            _ => break,
        };
        j = next;
    }
    let whom = nodes
        .get(j)
        .filter(|x| !x.and && x.prep.is_none() && (x.nominal() || x.pos == Pos::Quant && x.pron.is_none()))
        .and_then(|_| np::np(nodes, j))
        .filter(|p| p.definite && (p.agent || p.human || p.plural));
    let Some(whom) = whom else { return };
    // القيادتين العراقية والأمريكية, الحكومة والبرلمان: and whom else
    let mut end = whom.next;
    while nodes.get(end).is_some_and(|x| x.and && x.nominal() && x.prep.is_none())
        && let Some(p) = np::np(nodes, end)
    {
        end = p.next;
    }
    if complement::preposition(nodes, end).is_none_or(|(ar, _)| ar != "ب") {
        return;
    }
    super::sense(&mut nodes[i], "call on", "ب=to*|for");
    // English has whom one calls on behind its verb, and the time before them both.
    if (who.next..j).all(|k| nodes[k].pos == Pos::Adverb) {
        let moved = j - who.next;
        nodes[who.next..end].rotate_left(moved);
    }
}
