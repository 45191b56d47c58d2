//! Nouns that govern a deed: محاولة عرقلة المفاوضات → the attempt to obstruct the negotiations, أهمية احترام الهدنة → the importance of respecting the truce.

use super::generate::gerund;
use super::infinitive::{deeds, infinitive};
use super::node::{Node, Pos};
use super::np::{Det, Np};
use super::phrase::{Outer, parse};

/// Nouns that take an infinitive.
const TO: &[&str] = &[
    "ability",
    "attempt",
    "decision",
    "desire",
    "determination",
    "effort",
    "efforts",
    "intention",
    "necessity",
    "plan",
    "right",
];

/// Nouns that take a gerund.
const OF: &[&str] =
    &["aim", "danger", "difficulty", "goal", "idea", "importance", "means", "mechanism", "possibility", "responsibility", "ways"];

/// Puts the deed behind the noun `n` at `i`; true if there is one.
pub(super) fn put(nodes: &[Node], i: usize, outer: &Outer, p: &mut Np) -> bool {
    let n = &nodes[i];
    let not = nodes[i + 1].pos == Pos::NonMasdar;
    let to = TO.contains(&n.en.as_str());
    if !to && !OF.contains(&n.en.as_str()) || not && !matches!(n.en.as_str(), "decision" | "necessity" | "importance") {
        return false;
    }
    let at = i + 1 + usize::from(not);
    // ضرورة دعم المجتمع الدولي: whose support, or for whom
    let whose =
        (!to || n.en == "necessity") && parse(nodes, at + 1, &outer.deeper(None)).is_some_and(|inner| inner.agent || inner.human);
    // ضرورة وقف القصف وإطلاق سراح المعتقلين: both are needed
    let done = if to && !not { deeds(nodes, at, outer) } else { infinitive(nodes, at, outer) };
    let Some((deeds, next)) = done.filter(|(_, end)| !whose && (*end > at + 1 || nodes[at].definite)) else { return false };
    if n.en == "necessity" {
        "need".clone_into(&mut p.head);
    }
    let not = if not { "not " } else { "" };
    let by = if n.en == "mechanism" { "for" } else { "of" };
    p.post = if to { format!("{not}to {deeds}") } else { format!("{by} {not}{}", gerund(&deeds)) };
    (p.next, p.definite, p.det) = (next, true, Det::The);
    true
}
