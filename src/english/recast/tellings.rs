//! Set ways of telling: what is attributed, what a week saw, who is named so, how many lost their lives, and what a matter led to.

use crate::arabic::inflect::Person;
use crate::english::node::{Node, Pos};
use crate::english::np;
use crate::english::verb::is_verb;

/// نسب إلى مسلحين, نسبت التفجيرات إلى التنظيم: was attributed to; who attributes something says what.
pub(super) fn attributed(nodes: &mut [Node], i: usize) {
    let to = |j: usize| nodes.get(j).is_some_and(|x| x.pos == Pos::Prep && x.ar == "إلى" && !x.and);
    let what = nodes
        .get(i + 1)
        .filter(|x| x.ungoverned() && x.nominal())
        .and_then(|_| np::np(nodes, i + 1))
        .filter(|p| !p.agent && !p.human);
    // نسب بعضها إلى
    let some = nodes.get(i + 1).filter(|x| x.pos == Pos::Quant && x.pron.is_some() && !x.and);
    let at = what.map(|p| p.next).or(some.map(|_| i + 2)).unwrap_or(i + 1);
    if nodes[i].pron.is_none() && to(at) {
        super::sense(&mut nodes[i], "attribute", "إلى=to");
        // نسبت التفجيرات إلى: the clause has its subject behind it
        nodes[i].passive = at == i + 1;
    }
}

/// شهد الأسبوع الماضي سلسلة هجمات: the week saw them.
pub(super) fn saw(nodes: &mut [Node], i: usize) {
    let time = |x: &Node| {
        x.pos == Pos::Adverb
            && !x.and
            && x.prep.is_none()
            && x.mention
            && ["week", "month", "year", "days", "hours", "weeks", "months", "years"]
                .iter()
                .any(|w| x.en.split(' ').any(|e| e == *w))
            && !x.en.starts_with("in ")
            && !x.en.starts_with("for ")
    };
    let what = |x: &Node| {
        !x.and
            && x.prep.is_none()
            && !x.definite
            && !x.bare
            && (x.nominal() && !x.human || matches!(x.pos, Pos::Number | Pos::Quant))
    };
    if nodes[i].pron.is_some() || !nodes.get(i + 1).is_some_and(time) || !nodes.get(i + 2).is_some_and(what) {
        return;
    }
    let she = nodes[i].person == Person::She;
    let n = &mut nodes[i + 1];
    (n.pos, n.bare, n.definite, n.weekday, n.feminine) = (Pos::Name, true, false, false, she);
}

/// شخصا يدعى سالم: named so; who is called on or invited has no name for his verb's object.
pub(super) fn named(nodes: &mut [Node], i: usize) {
    let name = nodes.get(i + 1).is_some_and(|x| !x.and && x.prep.is_none() && (x.person_name || x.pos == Pos::Unknown));
    let n = &nodes[i];
    if !name || !n.passive || n.and || n.pron.is_some() {
        return;
    }
    nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), content: true, ..Node::new(Pos::Adverb, "named") };
}

/// المدعو سالم الأحمد: the person named so, no guest.
pub(super) fn one_named(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let called = n.definite && !n.plural && n.pron.is_none() && matches!(n.ar.as_str(), "مدعو" | "مدعوه");
    let name = |x: &Node| !x.and && x.prep.is_none() && (x.person_name || x.pos == Pos::Unknown);
    if called && nodes.get(i + 1).is_some_and(name) {
        let n = &mut nodes[i];
        (n.pos, n.human, n.agent, n.lemma) = (Pos::Noun, true, true, None);
        "person named".clone_into(&mut n.en);
    }
}

/// وهو الأمر الذي أدى إلى: which led to it.
pub(super) fn which(nodes: &mut Vec<Node>, i: usize) {
    let matter = nodes.get(i + 1).is_some_and(|x| matches!(x.ar.as_str(), "امر" | "أمر" | "شيء") && x.definite && x.ungoverned());
    let rel = nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Rel && !x.and && x.prep.is_none());
    if !(nodes[i].pos == Pos::Pron && nodes[i].and && matter && rel) {
        return;
    }
    let raw = (nodes[i + 1].raw.0, nodes[i + 2].raw.1);
    nodes.remove(i + 2);
    nodes[i + 1] = Node { raw, ar: "ما".to_owned(), ..Node::new(Pos::What, "what") };
}

/// سقوط سبعة قتلى: the killing of seven people.
pub(super) fn loss(nodes: &mut [Node], i: usize) {
    if nodes[i].definite || nodes[i].pron.is_some() || nodes[i].lemma.is_none_or(|l| l.ar != "سقط") {
        return;
    }
    let count = (i + 1..(i + 5).min(nodes.len()))
        .take_while(|&j| matches!(nodes[j].pos, Pos::Number | Pos::Quant | Pos::Prep) && !nodes[j].and)
        .count();
    let j = i + 1 + count;
    let Some(x) = nodes.get(j).filter(|x| !x.and && !x.definite && x.prep.is_none() && x.pron.is_none()) else { return };
    let deed = match x.en.as_str() {
        "people killed" | "person killed" | "dead" | "killed" => "killing",
        "wounded" | "injured" | "people wounded" => "wounding",
        _ => return,
    };
    if count == 0 && nodes.get(j + 1).is_some_and(|x| x.and) {
        return;
    }
    let many = x.plural || count > 0;
    let x = &mut nodes[j];
    x.en = if many { "people" } else { "person" }.to_owned();
    (x.pos, x.plural, x.mass, x.human, x.agent, x.lemma) = (Pos::Noun, many, many, false, false, None);
    let n = &mut nodes[i];
    (n.own, n.definite, n.en) = (true, false, deed.to_owned());
}

/// موجة العنف هذه: this wave of violence.
pub(super) fn this(text: &str, nodes: &mut [Node], i: usize) {
    let d = &nodes[i];
    if d.pos != Pos::Dem || d.and || d.prep.is_some() || i == 0 {
        return;
    }
    // A noun of its own behind it is what it points to.
    if nodes.get(i + 1).is_some_and(|x| !x.and && x.prep.is_none() && x.definite && (x.nominal() || x.pos == Pos::Unknown)) {
        return;
    }
    let inside = |x: &Node| (x.nominal() && !x.bare || matches!(x.pos, Pos::Adjective) && x.definite) && !x.and;
    let mut from = i;
    while from > 0 && inside(&nodes[from - 1]) && i - from < 4 {
        from -= 1;
        // A preposition that is written onto it opens the phrase; so does what stands alone.
        if nodes[from].prep.is_some() {
            break;
        }
    }
    // The first of them that agrees, and has nothing but adjectives or one noun with the article behind it.
    let word = &text[d.raw.0 as usize..d.raw.1 as usize];
    let feminine = matches!(word, "هذه" | "تلك");
    // نفى المتحدث ذلك: what he denied
    if !feminine {
        return;
    }
    let fits = |x: &Node| {
        x.nominal()
            && x.pron.is_none()
            && (x.feminine || x.plural && !x.human || x.mention && x.ar.split(' ').next().is_some_and(|w| w.ends_with('ه')))
    };
    let closed = i > from && nodes[i - 1].definite;
    let first = &nodes[from.min(nodes.len() - 1)];
    if i == from || !closed || !fits(first) || first.prep.is_some() || first.dual {
        return;
    }
    let behind_verb = from > 0 && nodes[from - 1].pos == Pos::Verb && is_verb(&nodes[from - 1], "كان");
    if behind_verb {
        return;
    }
    let words = match (d.en.as_str(), first.plural) {
        ("this" | "these", true) => "these",
        ("this", false) => "this",
        (_, true) => "those",
        _ => "that",
    };
    let d = Node { pos: Pos::Quant, en: words.to_owned(), ..nodes[i].clone() };
    nodes[i] = d;
    nodes[from..=i].rotate_right(1);
}

/// عملية أطلق عليها اسم النصر: which was named so.
pub(super) fn called_so(nodes: &mut Vec<Node>, i: usize) {
    let on = |x: &Node| x.pos == Pos::Prep && x.ar == "على" && x.pron.is_some() && !x.and;
    if !nodes.get(i + 1).is_some_and(on) {
        return;
    }
    let clause = |&j: &usize| !matches!(nodes[j].pos, Pos::Mark('.' | '،' | ':') | Pos::That | Pos::Verb);
    let name = (i + 2..nodes.len()).take(6).take_while(clause).find(|&j| nodes[j].en == "name" && nodes[j].prep.is_none());
    let quoted = nodes.get(i + 2).is_some_and(Node::quote);
    if name.is_none() && !quoted {
        return;
    }
    // أطلق عليها, أطلقوا عليها: nobody is named, or he who stands behind
    let n = &mut nodes[i];
    (n.en, n.forms) = ("name".to_owned(), None);
    n.lemma = crate::english::lexicon::Lexicon::builtin().verb("سمى");
    n.passive |= n.person == Person::He && name.is_none_or(|at| at == i + 2);
    if let Some(at) = name {
        nodes.remove(at);
    }
    let on = nodes.remove(i + 1);
    if !nodes[i].passive {
        nodes[i].pron = on.pron;
    }
}

/// آخر هذه الاجتماعات: the last of these.
pub(super) fn last_of(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let these = nodes.get(i + 1).filter(|x| x.pos == Pos::Dem && !x.and && x.prep.is_none());
    let many = nodes.get(i + 2).is_some_and(|x| x.nominal() && x.definite && x.plural && x.ungoverned());
    let Some(these) = these.filter(|_| many && n.en == "last" && !n.definite && n.lemma.is_some_and(|l| l.is('e'))) else {
        return;
    };
    let words = if matches!(these.en.as_str(), "this" | "these") { "the last of these" } else { "the last of those" };
    nodes[i] = Node { raw: (n.raw.0, these.raw.1), and: n.and, prep: n.prep, ar: n.ar.clone(), ..Node::new(Pos::Quant, words) };
    nodes.remove(i + 1);
}

/// مقتل وإصابة العشرات: the killing and the injury of them; the first noun's own stands behind the second.
pub(super) fn both_of(nodes: &mut [Node], i: usize) {
    const DEEDS: &[&str] =
        &["killing", "death", "injury", "arrest", "release", "wounding", "kidnapping", "destruction", "implementation"];
    let n = &nodes[i];
    let deed = |x: &Node| {
        !x.definite
            && x.pron.is_none()
            && !x.accusative
            && !x.plural
            && (x.pos == Pos::Masdar && x.own || DEEDS.contains(&x.en.as_str()))
    };
    let joined = nodes.get(i + 1).is_some_and(|x| x.and && x.prep.is_none() && deed(x));
    let whom = nodes.get(i + 2).is_some_and(|x| {
        !x.and && x.prep.is_none() && (x.nominal() && (x.definite || x.bare) || matches!(x.pos, Pos::Number | Pos::Quant))
    });
    if deed(n) && joined && whom {
        nodes[i].definite = true;
    }
}

/// 20 كم: kilometres, behind a number.
pub(super) fn kilometres(nodes: &mut [Node], i: usize) {
    if i > 0 && nodes[i].en == "how many" && nodes[i - 1].pos == Pos::Number && !nodes[i].and {
        let n = &nodes[i];
        nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), content: true, ..Node::new(Pos::Noun, "kilometre") };
    }
}
