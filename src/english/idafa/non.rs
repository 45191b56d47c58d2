//! عدم and what is not done or not there.

use crate::english::node::{Node, Pos};
use crate::english::np::{Det, Np};
use crate::english::phrase::{Outer, parse};

/// English nouns with a negative of their own.
const NEGATIVES: &[(&str, &str)] = &[
    ("commitment", "non-compliance"),
    ("compliance", "non-compliance"),
    ("ability", "inability"),
    ("stability", "instability"),
    ("existence", "absence"),
];

/// عدم with a verbal noun: non-attendance, not reaching.
pub(in crate::english) fn non(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let mut p = parse(nodes, i + 1, &outer.deeper(None))?;
    let head = &nodes[p.at];
    let whole = |p: &mut Np, words: &str| {
        p.head = format!("{words} {}", p.text());
        p.det = Det::None;
        p.pre.clear();
        p.post.clear();
    };
    p.accusative = nodes[i].accusative;
    p.mass = true;
    if head.pos == Pos::Masdar && !head.own {
        // لعدم حصولهم على: their not obtaining
        match std::mem::replace(&mut p.det, Det::None) {
            Det::Words(whose) if head.pron.is_some() => whole(&mut p, &format!("{whose} not")),
            det => {
                p.det = det;
                whole(&mut p, "not");
            }
        }
    } else if p.pre.is_empty()
        && (head.pos == Pos::Masdar
            || head.lemma.is_some_and(|l| l.pos == "verb")
            || matches!(&p.det, Det::Words(w) if w.ends_with('s') || w.ends_with('’'))
            || NEGATIVES.iter().any(|x| x.0 == p.head))
    {
        let own = NEGATIVES.iter().find(|x| x.0 == p.head).map(|x| x.1.to_owned());
        if own.as_deref() == Some("non-compliance") {
            p.post = p.post.replacen("to ", "with ", usize::from(p.post.starts_with("to ")));
        }
        p.head = own.unwrap_or_else(|| format!("non-{}", p.head));
    } else {
        whole(&mut p, "the lack of");
    }
    Some(p)
}
