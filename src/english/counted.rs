//! Numbers before what they count, and the figures that they are together.

use super::node::{Node, Pos};
use super::np::{Det, Np};
use super::phrase::{Outer, parse, people};
use super::{generate, numbers};

/// A number and what is counted; على الأقل may stand behind.
pub(super) fn number(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let mut p = counted(nodes, i, outer)?;
    let least = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Quant && x.en == "at least" && !x.and);
    let more = nodes.get(p.next + 1).is_some_and(|x| !x.and && (x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant)));
    if least && !more && p.det == Det::None {
        p.pre.insert(0, "at least".to_owned());
        p.next += 1;
    }
    Some(p)
}

fn counted(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let n = &nodes[i];
    let (mut text, mut next) = (n.en.clone(), i + 1);
    let mut words = vec![(false, n.en.as_str())];
    loop {
        // مليونين و800 ألف
        let apart = nodes.get(next).is_some_and(|x| x.pos == Pos::Conj && x.en == "and")
            && nodes.get(next + 1).is_some_and(|x| numbers::behind_scale(&text, x));
        let at = next + usize::from(apart);
        let Some(more) = nodes
            .get(at)
            .filter(|x| x.pos == Pos::Number && (x.and || x.prep.is_none()))
            .filter(|x| x.mention || apart || x.and && numbers::behind_scale(&text, x))
        else {
            break;
        };
        let and = more.and || apart;
        text = if and { format!("{text} and {}", more.en) } else { numbers::joined(&text, &more.en) };
        words.push((and, more.en.as_str()));
        next = at + 1;
    }
    // 50 ألفا و570
    let apart = usize::from(nodes.get(next).is_some_and(|x| x.pos == Pos::Conj && x.en == "and"));
    if let Some(rest) = nodes
        .get(next + apart)
        .filter(|x| x.pos == Pos::Number && (x.and || apart == 1) && x.en.len() <= 3 && x.en.bytes().all(|b| b.is_ascii_digit()))
        && let Some(front) = text.strip_suffix(",000").map(str::to_owned)
    {
        text = format!("{front},{:0>3}", rest.en);
        next += apart + 1;
    }
    if let Some(figure) = numbers::figure(&words).filter(|_| words.iter().any(|w| w.0)) {
        text = figure;
    }
    // عشرات الآلاف
    if matches!(text.as_str(), "dozens thousands" | "dozens thousand" | "dozens one thousand") {
        "tens of thousands".clone_into(&mut text);
    } else if matches!(text.as_str(), "hundreds thousands" | "hundreds thousand" | "hundreds one thousand") {
        "hundreds of thousands".clone_into(&mut text);
    } else if let Some(many) = [("مليارات", "billions"), ("ملايين", "millions"), ("آلاف", "thousands"), ("الاف", "thousands")]
        .iter()
        .find(|m| (n.definite || words.len() == 1) && n.ar.ends_with(m.0))
    {
        many.1.clone_into(&mut text);
    }
    // نفذ العشرات وقفة: dozens of people
    let of = n.ar.ends_with(" من");
    let apart = |x: &Node| n.definite && n.mention && if of { !x.human } else { !x.definite && !x.bare };
    let many_of = |text: &str| {
        matches!(
            text,
            "dozens" | "hundreds" | "thousands" | "millions" | "billions" | "tens of thousands" | "hundreds of thousands"
        )
    };
    if text == "both" || many_of(&text) {
        let word = if text == "both" { "both".to_owned() } else { format!("{text} of") };
        // عشرات التونسيين
        let nation =
            |x: &Node| x.pos == Pos::Adjective && x.mention && x.human && x.plural && x.definite && !x.and && x.prep.is_none();
        if let Some(mut p) = nodes
            .get(next)
            .filter(|x| (x.ungoverned() || nation(x)) && !apart(x))
            .and_then(|_| parse(nodes, next, &outer.deeper(None)))
        {
            p.det = match p.det {
                Det::The => Det::Words(format!("{word} the")),
                _ => Det::Words(word),
            };
            // عشرات المعتقلين: many, not two
            p.pre.retain(|w| w != "two");
            (p.plural, p.many) = (true, true);
            return Some(p);
        }
    }
    let people_alone = many_of(&text) && nodes.get(next).is_some_and(|x| x.ungoverned() && apart(x));
    // اجتماع جنيف 8 الدكتور بشار: no doctors are counted
    let who = |j: usize| {
        nodes.get(j).is_some_and(|x| x.definite && x.pos == Pos::Title && !x.plural && !x.dual)
            && nodes.get(j + 1).is_some_and(|x| x.person_name && !x.and)
    };
    let counted = nodes
        .get(next)
        .filter(|_| !who(next))
        .filter(|x| !people_alone && (x.nominal() && x.pos != Pos::Name || x.pos == Pos::Unknown) && !x.and && x.prep.is_none());
    if let Some(mut p) = counted.and_then(|_| parse(nodes, next, &outer.deeper(None))) {
        if numbers::many(&text) && !p.plural {
            let of = nodes.get(p.at).is_some_and(|x| !x.mass && x.pos != Pos::Unknown);
            p.head = if of { generate::plural(&p.head) } else { p.head };
            p.plural = true;
        }
        p.many = numbers::many(&text);
        // عشرون مدنيا: the ending is the number's doing.
        p.accusative = n.accusative;
        p.pre.insert(0, text);
        p.det = if n.definite || p.det == Det::The { Det::The } else { Det::None };
        return Some(p);
    }
    // 28 فلسطينيا: 28 Palestinians
    let demonym = |x: &&Node| {
        x.pos == Pos::Adjective && x.mention && x.human && !x.definite && !x.and && x.prep.is_none() && x.pron.is_none()
    };
    if let Some(head) = nodes.get(next).filter(demonym).filter(|_| numbers::many(&text)).and_then(|x| people(&x.en)) {
        let mut p = Np::new(n, i);
        (p.head, p.det, p.next) = (format!("{text} {head}"), Det::None, next + 1);
        (p.plural, p.many, p.human, p.agent) = (true, true, true, true);
        return Some(p);
    }
    // خمسة منهم: five of them
    let of_them = nodes.get(next).filter(|x| x.pos == Pos::Prep && x.ar == "من" && !x.and && n.prep.is_none());
    if let Some(whom) = of_them.and_then(|x| x.pron).map(super::node::object).filter(|w| *w == "them") {
        let mut p = Np::new(n, i);
        (p.head, p.det, p.next, p.definite) = (format!("{text} of {whom}"), Det::None, next + 1, true);
        (p.plural, p.many, p.human, p.agent) = (numbers::many(&text), numbers::many(&text), true, true);
        return Some(p);
    }
    // 900 ألف آخرين: 900,000 others
    if nodes.get(next).is_some_and(|x| x.pos == Pos::Adjective && x.en == "other" && x.plural && !x.definite && !x.and) {
        text.push_str(if many_of(&text) { " of others" } else { " others" });
        next += 1;
    }
    let mut p = Np::new(n, i);
    p.plural = numbers::many(&text);
    p.many = p.plural;
    p.head = text;
    p.det = Det::None;
    p.next = next;
    p.human |= people_alone;
    p.agent |= people_alone;
    Some(p)
}
