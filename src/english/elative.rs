//! Elatives: the largest role, more than 300, greater in value than.

use super::node::{Node, Pos};
use super::np::{Det, Np};
use super::phrase::{Outer, parse};

/// A fraction as a quantifier.
pub(super) fn share(en: &str) -> bool {
    matches!(en, "half" | "a third" | "two thirds" | "a quarter" | "a fifth")
}

/// أكبر دور: the largest role; أكثر من 300: more than 300.
pub(super) fn elative(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let n = &nodes[i];
    if nodes.get(i + 1).is_some_and(|x| x.ar == "من" && x.pos == Pos::Prep && x.pron.is_none())
        && let Some(mut p) = nodes
            .get(i + 2)
            .filter(|x| x.pos == Pos::Number || x.pos == Pos::Quant && share(&x.en))
            .and_then(|_| parse(nodes, i + 2, &outer.deeper(None)))
    {
        // أقل من نصف العدد
        p.det = match p.det {
            Det::Words(w) => Det::Words(format!("{} than {w}", n.en)),
            _ => {
                p.pre.insert(0, format!("{} than", n.en));
                Det::None
            }
        };
        return Some(p);
    }
    // أسوأ من سابقه: worse than
    if nodes.get(i + 1).is_some_and(|x| x.ar == "من" && x.pos == Pos::Prep && x.pron.is_none() && !x.and)
        && let Some(than) = parse(nodes, i + 2, &outer.deeper(None))
    {
        let mut p = Np::new(n, i);
        (p.head, p.post, p.det, p.next) = (n.en.clone(), format!("than {}", than.text()), Det::None, than.next);
        return Some(p);
    }
    // أكبر مما أعلن: larger than what was announced
    if nodes.get(i + 1).is_some_and(|x| x.pos == Pos::What && x.ar == "مما" && !x.and) {
        let mut p = Np::new(n, i);
        (p.head, p.det, p.next) = (format!("{} than what", n.en), Det::None, i + 2);
        return Some(p);
    }
    // أكثر جدية من سابقتها: more serious than
    const AS: &[(&str, &str)] = &[
        ("seriousness", "serious"),
        ("difficulty", "difficult"),
        ("importance", "important"),
        ("complexity", "complex"),
        ("clarity", "clear"),
        ("danger", "dangerous"),
        ("optimism", "optimistic"),
        ("flexibility", "flexible"),
        ("violence", "violent"),
        ("realism", "realistic"),
        ("security", "secure"),
        ("stability", "stable"),
        ("credibility", "credible"),
        ("reservation", "reserved"),
        ("reserve", "reserved"),
        ("caution", "cautious"),
        ("frankness", "frank"),
        ("hardness", "hardline"),
        ("boldness", "bold"),
        ("comprehensiveness", "comprehensive"),
        ("precision", "precise"),
        ("accuracy", "accurate"),
        ("intensity", "sharp"),
        ("sharpness", "sharp"),
    ];
    if matches!(n.en.as_str(), "more" | "less")
        && let Some(what) = nodes.get(i + 1).filter(|x| x.ungoverned() && !x.definite && x.pron.is_none())
        && let Some((_, so)) = AS.iter().find(|a| a.0 == what.en)
        && !nodes.get(i + 2).is_some_and(Node::ungoverned)
    {
        let mut p = Np::new(n, i);
        (p.head, p.det, p.next) = (format!("{} {so}", n.en), Det::None, i + 2);
        if nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none() && !x.and)
            && let Some(than) = parse(nodes, i + 3, &outer.deeper(None))
        {
            (p.post, p.next) = (format!("than {}", than.text()), than.next);
        }
        return Some(p);
    }
    // أكثر قيمة من الجدل: greater in value than
    let thing =
        |x: &Node| matches!(x.pos, Pos::Noun | Pos::Masdar) && x.ungoverned() && !x.definite && !x.plural && x.pron.is_none();
    if n.en == "more"
        && let [what, from, ..] = &nodes[i + 1..]
        && thing(what)
        && what.feminine
        && !what.human
        && from.pos == Pos::Prep
        && from.ar == "من"
        && from.pron.is_none()
        && !from.and
        && let Some(than) = parse(nodes, i + 3, &outer.deeper(None)).filter(|t| t.definite)
    {
        let mut p = Np::new(n, i);
        p.head = format!("greater in {}", what.noun());
        (p.post, p.det, p.next) = (format!("than {}", than.text()), Det::None, than.next);
        return Some(p);
    }
    // أهم ما اجتمعوا من أجله: the most important of what they met for
    if nodes.get(i + 1).is_some_and(|x| x.pos == Pos::What && x.ar == "ما" && !x.and && x.prep.is_none()) {
        let mut p = Np::new(n, i);
        p.head = format!("{} of", n.lemma.and_then(|l| l.en(1)).unwrap_or(n.en.as_str()));
        (p.det, p.definite) = (Det::The, true);
        return Some(p);
    }
    let mut p = nodes.get(i + 1).filter(|x| x.ungoverned()).and_then(|_| parse(nodes, i + 1, &outer.deeper(None)))?;
    // أكثر أمانا: in what it is more
    if nodes[i + 1].accusative && !p.definite && n.lemma.is_some_and(|l| l.is('e')) {
        let more = if n.en == "more" { "greater" } else { n.en.as_str() };
        p.head = format!("{more} in {}", Np { det: Det::None, ..p.clone() }.text());
        (p.pre, p.post, p.det) = (Vec::new(), String::new(), Det::None);
        return Some(p);
    }
    let best = n.lemma.and_then(|l| l.en(1)).unwrap_or(n.en.as_str()).to_owned();
    if p.definite {
        p.head = format!("{best} of {}", p.text());
        p.pre.clear();
        p.post.clear();
        // ثالث الملفات: one of them
        if n.mention && !n.plural {
            (p.plural, p.many) = (false, false);
        }
    } else {
        p.pre.insert(0, best);
    }
    p.det = Det::The;
    p.definite = true;
    Some(p)
}
