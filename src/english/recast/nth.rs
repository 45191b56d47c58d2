//! Numbers with the article: `الجولة الـ20` is the 20th round, `الـ24 ساعة الماضية` are the last 24 hours.

use crate::english::labels::ordinal;
use crate::english::node::{Node, Pos};

/// Units whose number tells the time, and none of several.
const CLOCK: &[&str] = &["hour", "year", "month", "minute", "page", "channel", "side", "road", "age"];

/// Reads the number behind one thing as its ordinal.
pub(super) fn nth(nodes: &mut Vec<Node>, i: usize) {
    let [n, article, number, rest @ ..] = &nodes[i..] else { return };
    let one = n.pos == Pos::Noun && n.definite && !n.plural && !n.dual && !n.human && n.pron.is_none();
    let written = article.pos == Pos::Mark(' ') && number.pos == Pos::Number && number.prep.is_none();
    let counts = rest
        .first()
        .is_some_and(|x| x.ungoverned() && !x.definite && !x.bare || matches!(x.pos, Pos::Number | Pos::Mark('-' | '/')));
    let Ok(value) = number.en.parse::<u16>() else { return };
    if !one || !written || counts || value > 999 || CLOCK.contains(&n.en.as_str()) {
        return;
    }
    let raw = (article.raw.0, number.raw.1);
    let ordinal = Node {
        raw,
        ar: number.ar.clone(),
        feminine: n.feminine,
        definite: true,
        ..Node::new(Pos::Adjective, ordinal(&value.to_string()))
    };
    nodes.splice(i + 1..i + 3, [ordinal]);
}

/// Puts the hours before their number, as in `الساعات الـ24 الماضية`.
pub(super) fn the_last(nodes: &mut [Node], i: usize) {
    let [article, number, unit, which, ..] = &mut nodes[i..] else { return };
    let counted = number.pos == Pos::Number && number.prep.is_none() && unit.ungoverned() && unit.time_unit() && !unit.definite;
    if article.pos == Pos::Mark(' ') && counted && which.pos == Pos::Adjective && which.definite && !which.and {
        (unit.definite, unit.plural) = (true, true);
        nodes[i..i + 3].rotate_right(1);
    }
}
