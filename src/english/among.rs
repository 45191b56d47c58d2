//! Some told apart of all, and each of two: بينهم سبعة أطفال, ومنهم سبعة → including seven; كل منهما الآخر → each of them … the other.

use super::node::{Node, Pos};

/// Reads them as what they are.
pub(super) fn told_apart(nodes: Vec<Node>) -> Vec<Node> {
    // Most sentences have nothing of it, and stay as they are.
    let may =
        |n: &Node| matches!(n.en.as_str(), "among them" | "each of" | "other") || n.and && n.pos == Pos::Prep && n.ar == "من";
    if !nodes.iter().any(may) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(n) = it.next() {
        // فتحت بينها وبين الجانب التركي: between it and the other side
        if n.en == "among them" && it.peek().is_some_and(|x| x.pos == Pos::Prep && x.ar == "بين" && x.and) {
            use crate::arabic::clitics::Pronoun;
            let pron = Some(if n.ar.ends_with("ها") { Pronoun::Her } else { Pronoun::Their });
            let (ar, en) = ("بين".to_owned(), "between".to_owned());
            out.push(Node { pos: Pos::Prep, ar, en, pron, accusative: false, mention: false, ..n });
            continue;
        }
        // الاتفاق الموقع بينهما: between the two
        if n.en == "among them" && n.accusative {
            let pron = Some(crate::arabic::clitics::Pronoun::Both);
            out.push(Node {
                pos: Pos::Prep,
                ar: "بين".to_owned(),
                en: "between".to_owned(),
                pron,
                accusative: false,
                mention: false,
                ..n
            });
        } else if n.en == "among them" && including(out.last(), it.peek()) {
            out.push(Node { pos: Pos::Prep, en: "including".to_owned(), and: false, ..n });
        } else if of_them(&out, &n, it.peek()) {
            let ar = "منهم".to_owned();
            out.push(Node { pos: Pos::Prep, ar, en: "including".to_owned(), and: false, pron: None, ..n });
        } else if n.en == "each of" && n.pron.is_some() {
            out.push(name("each of them", n));
        } else if n.en == "other" && n.pos == Pos::Adjective && n.definite && !n.and && of_two(&out) {
            out.push(name("the other", n));
        } else {
            out.push(n);
        }
    }
    out
}

fn name(en: &str, n: Node) -> Node {
    Node {
        pos: Pos::Name,
        en: en.to_owned(),
        lemma: None,
        pron: None,
        bare: true,
        definite: true,
        agent: true,
        mention: true,
        ..n
    }
}

/// قتل 20 شخصا بينهم سبعة أطفال: true between a noun or a comma and those who are told apart.
fn including(before: Option<&Node>, next: Option<&Node>) -> bool {
    before.is_some_and(|b| !matches!(b.pos, Pos::Verb | Pos::Neg | Pos::IsNot))
        && next.is_some_and(|x| {
            let counted = matches!(x.pos, Pos::Number | Pos::Quant | Pos::Name | Pos::Title);
            !x.and && x.prep.is_none() && !x.weekday && (counted || x.nominal() && !x.definite && x.pron.is_none())
        })
}

/// حضرت مجموعات عدة، ومنها جيش الإسلام: true between several and those who are told apart.
fn of_them(before: &[Node], n: &Node, next: Option<&Node>) -> bool {
    use crate::arabic::clitics::Pronoun::{Her, Their};
    let several = |b: &Node| (b.plural || b.mention && super::skeleton::many(&b.en)) && (b.nominal() || b.pos == Pos::Name);
    n.pos == Pos::Prep
        && n.ar == "من"
        && n.and
        && matches!(n.pron, Some(Her | Their))
        && before.last().is_some_and(|b| b.pos == Pos::Mark('،'))
        && (before.iter().rev().skip(1).take(4).take_while(|b| !b.ends_clause()).any(several) || same_word(before, next))
        && next.is_some_and(|x| {
            let who = matches!(x.pos, Pos::Number | Pos::Quant | Pos::Name | Pos::Title) || x.nominal() && x.pron.is_none();
            who && !x.and && x.prep.is_none()
        })
}

/// نزع الألغام، ومنها الألغام المزروعة: true where the word behind is the last one of the term before.
fn same_word(before: &[Node], next: Option<&Node>) -> bool {
    let last = before.iter().rev().nth(1).filter(|b| b.nominal()).and_then(|b| b.ar.rsplit(' ').next());
    last.zip(next).is_some_and(|(last, x)| last.trim_start_matches("ال") == x.ar.trim_start_matches("ال"))
}

/// كل منهما الآخر, كل من الطرفين الآخر: true behind each of two.
fn of_two(before: &[Node]) -> bool {
    match before {
        [.., each] if each.pos == Pos::Name && each.en == "each of them" => true,
        [.., each, both] => each.en == "each of" && both.dual && both.nominal(),
        _ => false,
    }
}
