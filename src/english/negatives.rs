//! What is denied in more than one word. ما من is one negator, لم … سوى is "nothing but"; غير and an adjective that has an English negative of its own are one adjective (illegal, unarmed). Data: `غير` in `glossary/lexicon/government.yaml`.

use super::node::{Node, Pos};
use super::{generate, government};
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};

/// Puts غير and its adjective together.
pub(super) fn joined(nodes: Vec<Node>) -> Vec<Node> {
    if !nodes.iter().any(|n| n.pos == Pos::Non) {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut it = nodes.into_iter().peekable();
    while let Some(n) = it.next() {
        // من غير المتوقع أن: what is not so is said of a clause.
        let impersonal = out.last().is_some_and(|b| b.pos == Pos::Prep && b.ar == "من" && b.pron.is_none());
        let own = it.peek().filter(|_| n.pos == Pos::Non && n.pron.is_none() && !impersonal).and_then(negative);
        match own.and_then(|en| Some((en, it.next()?))) {
            Some((en, a)) => out.push(Node {
                pos: Pos::Adjective,
                en: en.to_owned(),
                lemma: None,
                forms: None,
                and: n.and,
                prep: n.prep,
                raw: (n.raw.0, a.raw.1),
                ..a
            }),
            None => out.push(n),
        }
    }
    out
}

fn negative(a: &Node) -> Option<&'static str> {
    if a.and || a.prep.is_some() || a.pron.is_some() {
        return None;
    }
    let word = match a.pos {
        Pos::Adjective => a.en.clone(),
        Pos::Active => generate::gerund(&a.en),
        Pos::Passive => a.participle(),
        _ => return None,
    };
    government::negative(&word)
}

/// ما من اتفاق: there is no agreement.
pub(super) fn none(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i + 2 < nodes.len() {
        let (n, of, what) = (&nodes[i], &nodes[i + 1], &nodes[i + 2]);
        let opens = i == 0 || n.and || matches!(nodes[i - 1].pos, Pos::Mark(_) | Pos::That | Pos::Conj | Pos::Clause);
        let none = n.ar == "ما"
            && matches!(n.pos, Pos::What | Pos::Neg)
            && n.prep.is_none()
            && of.pos == Pos::Prep
            && of.ar == "من"
            && of.pron.is_none()
            && !of.and
            && what.ungoverned()
            && (!what.definite || what.en == "anyone")
            && what.pron.is_none();
        if opens && none {
            nodes[i] = Node {
                ar: "لا".to_owned(),
                raw: (n.raw.0, of.raw.1),
                and: n.and,
                so: n.so,
                negations: 1,
                mention: true,
                ..Node::new(Pos::Neg, "not")
            };
            nodes[i + 2].definite = false;
            nodes.remove(i + 1);
        }
        i += 1;
    }
    nodes
}

/// لم يحضر الاجتماع لا الوفد ولا الفصائل: the verb is denied already; the second denial stays as "nor".
pub(super) fn neither(mut nodes: Vec<Node>) -> Vec<Node> {
    let not = |n: &Node| n.pos == Pos::Neg && n.ar == "لا" && !n.mention;
    let mut i = 0;
    while i + 2 < nodes.len() {
        let denied = nodes[i].pos == Pos::Neg && nodes[i + 1].pos == Pos::Verb;
        let first = (i + 2..(i + 7).min(nodes.len()))
            .take_while(|&j| !nodes[j].ends_clause() && nodes[j].pos != Pos::Verb)
            .find(|&j| not(&nodes[j]) && !nodes[j].and);
        if denied
            && let Some(first) = first
            && nodes.get(first + 1).is_some_and(|x| x.ungoverned() && x.pron.is_none())
            && (first + 2..(first + 9).min(nodes.len())).any(|j| not(&nodes[j]) && nodes[j].and)
        {
            let raw = nodes.remove(first).raw;
            nodes[first].raw.0 = raw.0;
        }
        i += 1;
    }
    nodes
}

/// لم يحقق الطرفان سوى تقدم محدود: nothing but; لم يشارك الوفد إلا في جلسة: only. Who acts is named before the exception.
pub(super) fn nothing_but(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i + 2 < nodes.len() {
        if let Some(j) = others(&nodes, i) {
            let n = &nodes[j];
            nodes[j] =
                Node { raw: n.raw, ar: "سوى".to_owned(), content: true, mention: true, ..Node::new(Pos::Prep, "except") };
        }
        if let Some(j) = exception(&nodes, i) {
            let in_place = nodes.get(j + 1).is_some_and(|x| x.pos == Pos::Prep || x.prep.is_some() && x.pos != Pos::Verb);
            // لم يستغرق اللقاء سوى ساعة: only an hour
            let counted = nodes.get(j + 1).is_some_and(|x| x.pos == Pos::Number || x.time_unit());
            let (pos, en) = match (in_place, counted) {
                (true, _) => (Pos::Adverb, "only"),
                (_, true) => (Pos::Quant, "only"),
                _ => (Pos::Quant, "nothing but"),
            };
            nodes[j] = Node { raw: nodes[j].raw, ar: nodes[j].ar.clone(), ..Node::new(pos, en) };
            let not = nodes.remove(i);
            let v = &mut nodes[i];
            v.raw.0 = not.raw.0;
            v.and |= not.and;
            v.so |= not.so;
            match not.ar.as_str() {
                "لم" => v.tense = Tense::Perfect,
                "لن" => v.will = true,
                _ => {}
            }
        }
        i += 1;
    }
    nodes
}

/// لا ينتظر من الجولة غير الصفقات: nothing but them
fn but(nodes: &[Node], j: usize) -> bool {
    let n = &nodes[j];
    n.pos == Pos::Non
        && n.pron.is_none()
        && n.prep.is_none()
        && nodes.get(j + 1).is_some_and(|x| x.ungoverned() && matches!(x.pos, Pos::Noun | Pos::Masdar | Pos::Name))
}

/// لا يستفيد من الحرب غير تجار السلاح: no one but them, where only phrases of place stand between.
fn others(nodes: &[Node], i: usize) -> Option<usize> {
    nodes.get(i).filter(|n| n.pos == Pos::Neg && matches!(n.ar.as_str(), "لم" | "لن" | "لا") && !n.mention)?;
    let v = nodes.get(i + 1).filter(|v| v.pos == Pos::Verb && !v.and && matches!(v.person, Person::He | Person::She))?;
    if v.pron.is_some() || super::verb::is_verb(v, "كان") {
        return None;
    }
    let mut j = i + 2;
    while let Some(x) = nodes.get(j).filter(|x| !x.and && j < i + 10) {
        // لم يحضر غير السوريين
        let people = x.pos == Pos::Non
            && x.pron.is_none()
            && nodes.get(j + 1).is_some_and(|p| p.pos == Pos::Adjective && p.definite && p.plural && !p.and)
            && nodes[j + 1].ar.ends_with("ين");
        if but(nodes, j) || people {
            return Some(j);
        }
        if x.pos == Pos::Adverb && x.prep.is_none() {
            j += 1;
        } else if x.pos == Pos::Prep || x.prep.is_some() && x.pos != Pos::Verb {
            j = super::subject::behind_pp(nodes, j)?;
        } else {
            return None;
        }
    }
    None
}

/// Where the exception stands that the negator at `i` has.
fn exception(nodes: &[Node], i: usize) -> Option<usize> {
    let n = nodes.get(i).filter(|n| n.pos == Pos::Neg && matches!(n.ar.as_str(), "لم" | "لن" | "لا" | "ما") && !n.mention)?;
    let v = nodes.get(i + 1).filter(|v| v.pos == Pos::Verb && !v.and && !v.passive && !v.own)?;
    // لم تكن الهدنة سوى استراحة: was nothing but
    let was = super::verb::is_verb(v, "كان")
        && nodes.get(i + 2).is_some_and(|x| x.ungoverned() && x.definite && x.pron.is_none())
        && nodes.get(i + 3).is_some_and(|x| x.en == "except" && !x.and)
        && nodes.get(i + 4).is_some_and(|x| x.nominal() && x.prep.is_none() && !x.and);
    if was {
        return Some(i + 3);
    }
    if ["كان", "بقي", "زال"].iter().any(|w| super::verb::is_verb(v, w)) {
        return None;
    }
    let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Clause | Pos::Rel | Pos::What | Pos::Verb | Pos::Neg);
    let j = (i + 2..(i + 14).min(nodes.len()))
        .take_while(|&j| !ends(&nodes[j]))
        .find(|&j| (nodes[j].en == "except" || but(nodes, j)) && !nodes[j].and)?;
    let next = nodes.get(j + 1).filter(|x| !ends(x))?;
    let acts = |x: &Node| (x.agent || x.human) && x.nominal() && (x.definite || x.bare || x.pron.is_some());
    let many = matches!(v.person, Person::They | Person::Both);
    let side = |x: &Node| acts(x) || x.definite && x.nominal() && matches!(x.en.as_str(), "party" | "side" | "the other");
    let before = nodes[..i].iter().rev().find(|b| b.pos != Pos::Adjective).is_some_and(side);
    let named = nodes.get(i + 2).is_some_and(|x| acts(x) && x.prep.is_none() && !x.and);
    let known = n.and || next.nominal() || next.prep.is_some() || matches!(next.pos, Pos::Prep | Pos::Number | Pos::Quant);
    let in_place = next.pos == Pos::Prep || next.prep.is_some() && next.pos != Pos::Verb;
    // أنها لم تتلق سوى الثلث: the pronoun says who
    let own = |b: &Node| {
        matches!(b.pos, Pos::That | Pos::Clause)
            && matches!(b.pron, Some(Pronoun::Her | Pronoun::Their | Pronoun::Both | Pronoun::Our))
    };
    let before = before || i > 0 && own(&nodes[i - 1]);
    // لم يستغرق سوى ساعة: how long it was
    let takes = super::verb::is_any(v, &["استغرق", "دام", "استمر"]) && (next.pos == Pos::Number || next.time_unit());
    (known && (many || before || named || in_place) || takes).then_some(j)
}
