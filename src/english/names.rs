//! Names that nobody listed: found behind a title or where a subject must stand, romanised simply, and marked with an asterisk.

use super::node::{Node, Pos};
pub use super::romanise::romanise;

/// True if a word may be part of a name: unknown, or written like a name only.
fn part(n: &Node) -> bool {
    n.pos == Pos::Unknown && n.ar.chars().count() > 1
}

/// The name at `i`, romanised, and the index behind it; `…` where no name can be told.
pub(super) fn name(nodes: &[Node], i: usize) -> (String, usize) {
    let mut next = i;
    let mut words = Vec::new();
    while let Some(n) = nodes.get(next).filter(|n| part(n) && (next == i || !n.and)) {
        words.push(n);
        next += 1;
    }
    let first = words.first().copied();
    // One unknown word with an article is a common noun as likely as a name; so is a single word in no frame.
    let sure = (2..=4).contains(&words.len()) && first.is_some_and(|n| !n.definite);
    let framed = i > 0
        && nodes.get(i - 1).is_some_and(|p| {
            p.pos == Pos::Title
                || (p.pos == Pos::Name && p.person_name)
                || (matches!(p.pos, Pos::Mark('،')) && i > 1 && nodes[i - 2].pos == Pos::Title)
        });
    if sure || (framed && first.is_some_and(|n| !n.definite)) {
        let text: Vec<String> = words.iter().map(|n| romanise(&n.ar)).collect();
        return (format!("{}*", text.join(" ")), next);
    }
    ("…".to_owned(), next.max(i + 1))
}
