//! Shares: ثلثا السكان, two thirds of the inhabitants; واحد من كل ثلاثة أطفال, one in three children.

use super::node::{Node, Pos};

/// Puts a fraction before what it is of, and واحد من كل before its number.
pub(super) fn shares(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i + 1 < nodes.len() {
        let n = &nodes[i];
        let en = match (n.en.as_str(), n.dual) {
            ("third", true) => "two thirds",
            ("third", false) => "a third",
            ("quarter", false) => "a quarter",
            ("fifth", false) if n.pos == Pos::Noun => "a fifth",
            ("half", false) => "half",
            _ => "",
        };
        let of = &nodes[i + 1];
        let bare = n.pos == Pos::Noun && !n.definite && !n.plural && n.pron.is_none() && !n.accusative;
        let whole = of.ungoverned()
            && (of.definite || of.bare || nodes.get(i + 2).is_some_and(|x| x.ungoverned() && (x.definite || x.bare)))
            && !of.weekday
            && !unit(&of.en)
            && of.pron.is_none_or(|_| of.plural);
        if !en.is_empty() && bare && whole {
            nodes[i] = Node { pos: Pos::Quant, en: en.to_owned(), lemma: None, ..nodes[i].clone() };
        }
        // نصف مليون, نصف المليون: a number of its own
        if let [half, million, ..] = &nodes[i..]
            && half.en == "half"
            && half.pron.is_none()
            && !million.and
            && million.prep.is_none()
            && matches!(million.en.as_str(), "million" | "one million" | "1 million" | "the one million")
        {
            let raw = (half.raw.0, million.raw.1);
            let whole = Node {
                raw,
                and: half.and,
                prep: half.prep,
                plural: true,
                content: true,
                mention: true,
                ..Node::new(Pos::Number, "half a million")
            };
            nodes.splice(i..i + 2, [whole]);
        }
        // واحد من كل ثلاثة
        if let [one, of, each, number, ..] = &nodes[i..]
            && one.en == "one"
            && !one.definite
            && of.pos == Pos::Prep
            && of.ar == "من"
            && of.pron.is_none()
            && each.pos == Pos::Quant
            && each.en == "every"
            && each.pron.is_none()
            && number.pos == Pos::Number
            && !number.and
        {
            let raw = (one.raw.0, each.raw.1);
            let one = Node { raw, and: one.and, prep: one.prep, content: true, ..Node::new(Pos::Quant, "one in") };
            nodes.splice(i..i + 3, [one]);
        }
        i += 1;
    }
    nodes
}

/// نصف ساعة: half an hour, no share of the hour.
fn unit(en: &str) -> bool {
    ["hour", "day", "week", "month", "year", "century", "round", "final", "session", "million", "billion"]
        .contains(&en.trim_end_matches('s'))
}
