//! The last word on negation: how many the Arabic has, how many the English.

use super::node::{Node, Pos};

/// English words that negate.
const WORDS: &[&str] = &[
    "not",
    "no",
    "never",
    "without",
    "neither",
    "nor",
    "cannot",
    "none",
    "non",
    "unless",
    "lack",
    "absence",
    "absent",
    "nothing",
    "nobody",
    "unacceptable",
];
/// English verbs and nouns that deny what follows them: stems.
const VERBS: &[&str] = &[
    "deny",
    "denie",
    "denial",
    "denying",
    "refus",
    "reject",
    "fail",
    "refrain",
    "prevent",
    "prohibit",
    "forbid",
    "forbad",
    "abstain",
    "declin",
    "exclud",
    "rule out",
    "ruled out",
    "rules out",
    "ruling out",
];

/// The negating words of an English text.
pub(super) fn negations(en: &str) -> usize {
    let lower = en.to_ascii_lowercase();
    lower.split(|c: char| !c.is_ascii_alphabetic() && c != '\'').filter(|w| WORDS.contains(w) || w.ends_with("n't")).count()
}

/// Denying verbs of an English text.
pub(super) fn denials(en: &str) -> usize {
    let lower = en.to_ascii_lowercase();
    lower.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| VERBS.iter().any(|v| !v.contains(' ') && w.starts_with(v))).count()
        + lower.matches("ruled out").count()
        + lower.matches("rules out").count()
}

/// How many words of an English text negate or deny: what must be the same in two wordings of one sentence.
#[must_use]
pub fn negating(en: &str) -> usize {
    negations(en) + denials(en)
}

/// What the Arabic of these nodes denies and negates.
pub(super) fn arabic(nodes: &[Node]) -> usize {
    nodes.iter().map(of).sum()
}

fn of(n: &Node) -> usize {
    match n.pos {
        Pos::Neg | Pos::IsNot | Pos::Non | Pos::NonMasdar => 1,
        Pos::Without => 1,
        Pos::Modal | Pos::There => n.negations,
        _ => negations(&n.en) + denials(&n.en),
    }
}
