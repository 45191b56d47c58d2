//! Words that say of a name what it is, or which: Geneva 8, the 35th brigade, the so-called council, as an observer, close to him.

use super::node::{Node, Pos};

/// Reads them as what they are.
pub(super) fn labels(nodes: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(n) = it.next() {
        // اجتماع جنيف 8 الدكتور بشار: the eighth of the talks, no doctors are counted
        let number =
            n.pos == Pos::Number && n.en.len() <= 2 && n.en.bytes().all(|b| b.is_ascii_digit()) && !n.and && n.prep.is_none();
        if number
            && it.peek().is_none_or(|x| {
                matches!(x.pos, Pos::Mark(_) | Pos::Prep | Pos::That | Pos::Verb) || x.pos == Pos::Title && x.definite
            })
            && let Some(b) = out
                .last_mut()
                .filter(|b| b.pos == Pos::Name && b.mention && (b.en.ends_with(" talks") || b.en.ends_with(" meeting")))
        {
            if let Some((name, word)) = b.en.rsplit_once(' ') {
                b.en = format!("{name} {} {word}", n.en);
            }
            b.raw.1 = n.raw.1;
            continue;
        }
        // مصدرا مقربا منه: close to him
        if n.pos == Pos::Prep
            && n.ar == "من"
            && !n.and
            && let Some(p) = n.pron
            && let Some(b) = out.last_mut().filter(|b| b.pos == Pos::Adjective && b.en == "close" && !b.and)
        {
            b.en = format!("close to {}", super::node::object(p));
            b.raw.1 = n.raw.1;
            continue;
        }
        // حضر الجولة بصفة مراقب كل من المبعوث والسفير: as an observer
        if n.en == "each of"
            && n.pron.is_none()
            && let Some(b) = out.last_mut().filter(|b| b.en == "observer" && b.prep == Some("ك") && b.pron.is_none())
        {
            let en = if b.plural { "as observers" } else { "as an observer" };
            *b = Node { raw: b.raw, and: b.and, content: true, mention: true, ..Node::new(Pos::Adverb, en) };
        }
        // ما يسمى مجلس الإنقاذ: the so-called council
        if n.mention
            && n.en == "so-called"
            && n.pron.is_none()
            && it.peek().is_some_and(|x| x.ungoverned() && x.pos != Pos::Unknown)
        {
            out.push(Node { pos: Pos::Quant, lemma: None, content: false, ..n });
            continue;
        }
        // ما يسمى بمجلس المقاومة: the ب says nothing
        if n.mention
            && n.en.ends_with("so-called")
            && n.pron.is_none()
            && let Some(x) = it
                .peek_mut()
                .filter(|x| (x.prep == Some("ب") || x.prep.is_none() && n.en != "so-called") && x.nominal() && !x.and)
        {
            x.prep = None;
            if n.pos == Pos::Prep && n.en != "so-called" {
                out.push(Node { ar: "في".to_owned(), en: "in".to_owned(), lemma: None, mention: false, ..n.clone() });
                out.push(Node { raw: n.raw, ..Node::new(Pos::Quant, "so-called") });
                continue;
            }
            out.push(if n.en == "so-called" { Node { pos: Pos::Quant, lemma: None, content: false, ..n } } else { n });
            continue;
        }
        // اللواء 35: a brigade
        if n.pos == Pos::Title
            && n.en == "Major General"
            && !n.plural
            && it.peek().is_some_and(|x| x.pos == Pos::Number && !x.and && x.en.bytes().all(|b| b.is_ascii_digit()))
            && let Some(x) = it.next()
        {
            let raw = (n.raw.0, x.raw.1);
            out.push(Node {
                pos: Pos::Noun,
                en: format!("{} brigade", ordinal(&x.en)),
                human: false,
                agent: true,
                lemma: None,
                definite: true,
                raw,
                ..n
            });
            continue;
        }
        out.push(n);
    }
    out
}

/// 35: 35th.
pub(super) fn ordinal(digits: &str) -> String {
    let end = match digits.as_bytes() {
        [.., b'1', _] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    };
    format!("{digits}{end}")
}
