//! How many they are, and who: five seats each, women delegates, the 17 participants, the acting envoy.

use crate::english::node::{Node, Pos};

/// خمسة مقاعد لكل من الحكومة والمعارضة: each, for the two are not given five together.
pub(super) fn each(nodes: &mut Vec<Node>, i: usize) {
    let of = nodes[i].en == "each of"
        || nodes[i].en == "every" && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none());
    if !of || nodes[i].prep != Some("ل") {
        return;
    }
    let counted = |n: &&Node| n.nominal() && n.ungoverned() && !n.definite || matches!(n.pos, Pos::Adjective if !n.and);
    let number = nodes[..i].iter().rev().take(4).find(|n| !counted(n));
    if number.is_some_and(|n| n.pos == Pos::Number) {
        let at = nodes[i].raw.0;
        nodes.insert(i, Node { raw: (at, at), mention: true, ..Node::new(Pos::Adverb, "each") });
    }
}

/// المشاركات في الملتقى: women, where a man would have another form; of things the adjective and the relative are those of one.
pub(super) fn women(nodes: &mut [Node], i: usize) {
    let next = nodes.get(i + 1).filter(|x| !x.and && x.prep.is_none());
    let thing = next.is_some_and(|x| {
        x.pos == Pos::Adjective && x.feminine && !x.plural || x.pos == Pos::Rel && x.ar == "التي" || x.pos == Pos::Dem
    });
    let n = &mut nodes[i];
    let own = n.lemma.filter(|l| l.pos == "noun").is_some_and(|l| n.ar.strip_suffix("ات").is_some_and(|stem| stem == l.ar));
    if own && n.human && n.feminine && n.plural && n.pron.is_none() && !thing && !n.en.contains("wom") {
        n.en.insert_str(0, "women ");
    }
}

/// `المشاركات في الملتقى، وعددهن 17،`: the 17 participants.
pub(super) fn numbering(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let aside = i > 1 && matches!(nodes[i - 1].pos, Pos::Mark('،' | ',' | '(')) && n.en == "number" && n.and && n.pron.is_some();
    let number = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Number && !x.and && x.prep.is_none());
    let ends = nodes.get(i + 2).is_some_and(|x| matches!(x.pos, Pos::Mark('،' | ',' | ')')));
    if !(aside && number && ends && n.prep.is_none()) {
        return;
    }
    let whom = |x: &Node| x.nominal() && x.plural && x.human && x.definite && x.pron.is_none();
    let near = nodes[..i - 1].iter().rev().take(6).take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::Verb | Pos::Rel));
    let Some(at) = near.collect::<Vec<_>>().iter().position(|x| whom(x)).map(|k| i - 2 - k) else { return };
    if nodes[at].and || nodes[at].prep.is_some() || at > 0 && matches!(nodes[at - 1].pos, Pos::Number | Pos::Quant) {
        return;
    }
    let mut number = nodes.remove(i + 1);
    nodes.drain(i - 1..=i);
    number.definite = true;
    nodes.insert(at, number);
    // the comma that closed it
    if matches!(nodes.get(i).map(|x| x.pos), Some(Pos::Mark('،' | ',' | ')'))) {
        nodes.remove(i);
    }
}

/// الممثلة الخاصة في ليبيا بالإنابة: the acting one.
pub(super) fn acting(nodes: &mut Vec<Node>, i: usize) {
    if nodes[i].en != "(acting)" {
        return;
    }
    let clause = |x: &&Node| !matches!(x.pos, Pos::Mark(_) | Pos::Verb | Pos::That | Pos::Rel);
    let office = |x: &Node| matches!(x.pos, Pos::Title | Pos::Noun) && (x.pos == Pos::Title || x.human) && !x.plural;
    let near: Vec<&Node> = nodes[..i].iter().rev().take(8).take_while(clause).collect();
    if let Some(at) = near.iter().rposition(|x| office(x)).map(|k| i - 1 - k) {
        nodes[at].en.insert_str(0, "acting ");
        nodes.remove(i);
    }
}

/// المندوبون المجتمعون في القاهرة: those who meet there; alone they are the participants.
pub(super) fn meeting(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let meets = n.ar.trim_start_matches("ال").starts_with("مجتمع") && n.human && n.plural && n.definite && n.ungoverned();
    let before = |x: &Node| x.plural && x.definite && x.nominal() && x.pron.is_none() || x.pos == Pos::Adjective && x.definite;
    if meets && i > 0 && before(&nodes[i - 1]) && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "في") {
        let n = &mut nodes[i];
        (n.pos, n.mention, n.human, n.agent) = (Pos::Active, false, false, false);
        (n.en, n.lemma) = ("meet".to_owned(), crate::english::lexicon::Lexicon::builtin().verb("اجتمع"));
    }
}

/// طوال ثلاثة أشهر: for three months.
pub(super) fn throughout(nodes: &mut [Node], i: usize) {
    let bare = |x: &&Node| !x.definite && !x.and && x.prep.is_none() && x.pron.is_none();
    // طوال أيام المهرجان: throughout them
    let owned = nodes.get(i + 2).is_some_and(|x| x.ungoverned() && x.definite);
    let span =
        nodes.get(i + 1).filter(bare).is_some_and(|x| x.pos == Pos::Number || x.time_unit() && (x.dual || x.plural && !owned));
    if matches!(nodes[i].ar.as_str(), "طوال" | "طيلة" | "طيله") && span && nodes[i].pron.is_none() {
        "for".clone_into(&mut nodes[i].en);
    }
}

/// لا يعرف من هي السلطة: who it is.
pub(super) fn who_is(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let from = n.ar == "من" && !n.mention && n.pron.is_none() && !n.and;
    let who = nodes.get(i + 1).filter(|x| x.pos == Pos::Pron && !x.and && x.prep.is_none());
    let behind = nodes.get(i + 2).is_some_and(|x| x.ungoverned() && x.definite);
    if let Some(who) = who.filter(|x| from && behind && matches!(x.ar.as_str(), "هو" | "هي" | "هم")) {
        let en = if who.ar == "هم" { "who are" } else { "who is" };
        let raw = (n.raw.0, who.raw.1);
        nodes[i] = Node { raw, mention: true, content: true, ..Node::new(Pos::Clause, en) };
        nodes.remove(i + 1);
    }
}

/// علق المحادثات لمدة شهر: for a month.
pub(super) fn for_a_time(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let period = n.en == "period" && n.prep == Some("ل") && !n.definite && !n.plural && n.pron.is_none();
    let long = nodes.get(i + 1).is_some_and(|x| {
        !x.definite && !x.and && x.prep.is_none() && (matches!(x.pos, Pos::Number | Pos::Quant) || x.time_unit())
    });
    if period && long {
        nodes[i] = Node { raw: n.raw, and: n.and, ar: "لمدة".to_owned(), mention: true, ..Node::new(Pos::Prep, "for") };
    }
}
