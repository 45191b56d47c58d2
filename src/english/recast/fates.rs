//! What becomes of people, forces and answers: they are released, deployed, killed, turn out so; days before; nobody and nothing of a kind.

use crate::english::generate;
use crate::english::node::{Node, Pos};
use crate::english::np;
use crate::english::verb::is_any;

/// نشرت روسيا قوات: deployed them; what is written is published.
pub(super) fn deployed(nodes: &mut [Node], i: usize) {
    const TROOPS: &[&str] =
        &["force", "troop", "soldier", "police", "observer", "monitor", "point", "post", "missile", "unit", "tank"];
    let clause = nodes[i + 1..].iter().take(6).take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::Verb | Pos::Prep));
    let armed = |x: &Node| x.ungoverned() && x.prep.is_none() && TROOPS.iter().any(|t| x.en.trim_end_matches('s').ends_with(t));
    if nodes[i].en == "publish" && clause.skip(usize::from(!nodes[i].passive)).any(armed) {
        (nodes[i].en, nodes[i].forms) = ("deploy".to_owned(), None);
        nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom("deploy", "", false));
    }
}

/// جاء رد الحكومة سلبيا: turned out negative.
pub(super) fn turned_out(nodes: &mut [Node], i: usize) {
    let Some(p) = np::np(nodes, i + 1).filter(|p| p.definite && !p.human && nodes[i + 1].ungoverned()) else { return };
    let so =
        nodes.get(p.next).is_some_and(|x| x.pos == Pos::Adjective && x.accusative && !x.definite && !x.and && x.prep.is_none());
    if so {
        let n = &mut nodes[i];
        (n.en, n.forms) = ("turn out".to_owned(), Some(("turned out".to_owned(), "turned out".to_owned())));
        n.lemma = n.lemma.map(|l| l.idiom("turn out", "", true));
    }
}

/// سقط 12 قتيلا: 12 people were killed.
pub(super) fn fell(nodes: &mut [Node], i: usize) {
    let j = i + 1 + usize::from(nodes.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Number | Pos::Quant)));
    let Some(killed) = nodes.get(j).filter(|x| !x.and && x.prep.is_none() && !x.definite) else { return };
    let (verb, people) = match killed.en.as_str() {
        "people killed" | "person killed" | "dead" => ("kill", "people"),
        "wounded" | "injured" | "people wounded" => ("wound", "people"),
        _ => return,
    };
    nodes[j].en = people.to_owned();
    (nodes[j].plural, nodes[j].mass) = (true, true);
    (nodes[i].en, nodes[i].forms, nodes[i].passive) = (verb.to_owned(), None, true);
    nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom(verb, "", false));
}

/// إطلاق قحطان, إطلاق المهندسين: people are released.
pub(super) fn freed(nodes: &mut [Node], i: usize) {
    let launch = nodes[i].en == "launch" && nodes[i].pron.is_none() && !nodes[i].definite;
    let whom = |x: &Node| x.ungoverned() && x.human || (x.pos == Pos::Unknown || x.pos == Pos::Name) && x.person_name && !x.and;
    // إطلاق جميع المحتجزين
    let all = launch && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Quant && x.pron.is_none());
    if launch && nodes.get(i + 1 + usize::from(all)).is_some_and(whom) {
        "release".clone_into(&mut nodes[i].en);
        nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom("release", "", false));
    }
}

/// قبل الختام بيومين: two days before the conclusion.
pub(super) fn days_before(nodes: &mut Vec<Node>, i: usize) {
    // طال قبل يومين من الجولة القرية, عقب أسابيع من خروجهم: two days before it, weeks after it
    let from = |j: usize| nodes.get(j).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none() && !x.and);
    if nodes[i].pron.is_none()
        && ["قبل", "بعد", "عقب"].contains(&nodes[i].ar.as_str())
        && let Some(n) = nodes.get(i + 1).filter(|n| n.time_unit() && n.ungoverned() && !n.definite && n.pron.is_none())
        && (n.dual || n.plural)
        && from(i + 2)
        && nodes.get(i + 3).is_some_and(Node::nominal)
    {
        let words = if n.dual { format!("two {}", n.noun()) } else { n.noun() };
        nodes[i].en = format!("{words} {}", nodes[i].en);
        nodes.drain(i + 1..i + 3);
        return;
    }
    let before =
        ["قبل", "بعد"].iter().any(|w| nodes[i].ar == *w || nodes[i].ar.starts_with(&format!("{w} "))) && nodes[i].pron.is_none();
    if !before {
        return;
    }
    // بعد إعلان الاتفاق بساعات: however long what comes before is
    let long = |n: &Node| n.prep == Some("ب") && !n.and && n.time_unit() && !n.definite && n.pron.is_none();
    let ends = |n: &&Node| !matches!(n.pos, Pos::Verb | Pos::Mark(_) | Pos::That | Pos::Rel);
    let Some(j) = nodes[i + 1..].iter().take(7).take_while(ends).position(long).map(|j| i + 1 + j).filter(|j| *j > i + 1) else {
        return;
    };
    let n = &nodes[j];
    let words = match (n.dual, n.plural) {
        (true, _) => format!("two {}", n.noun()),
        (_, true) => n.noun(),
        _ => format!("{} {}", generate::indefinite(&n.en), n.en),
    };
    nodes[i].en = format!("{words} {}", nodes[i].en);
    nodes.remove(j);
}

/// لا كردي سيدخل القاعة: no Kurdish person.
pub(super) fn nobody_of(nodes: &mut [Node], i: usize) {
    if let Some(n) = nodes.get_mut(i + 1)
        && n.pos == Pos::Adjective
        && n.mention
        && n.human
        && !(n.definite || n.plural || n.and)
        && n.prep.is_none()
    {
        n.pos = Pos::Noun;
        n.en.push_str(" person");
    }
}

/// لا وجود لأي خلاف: there is no difference.
pub(super) fn no_such(nodes: &mut [Node], i: usize) {
    let of = nodes.get(i + 1).is_some_and(|x| x.prep == Some("ل") && nodes[i].ar.ends_with("وجود"));
    if of {
        nodes[i + 1].prep = None;
    }
    // لا وجود لقواتنا: no presence of them
    if of && (nodes[i + 1].pron.is_some() || nodes[i + 1].definite) && nodes[i + 1].pos != Pos::Quant {
        "there is no presence of".clone_into(&mut nodes[i].en);
    }
    if nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Quant && x.en == "any" && x.pron.is_none()) {
        nodes[i + 1].en.clear();
    }
}

/// اغتيلت عن 46 عاما: at the age of 46.
pub(super) fn aged(nodes: &mut Vec<Node>, i: usize) {
    // لا تقل خبرة المرشح عن 15 عاما: is not less than
    let less = |n: &Node| n.lemma.is_some_and(|l| matches!(l.ar, "قل" | "زاد"));
    let who = i > 0 && (nodes[i - 1].human || nodes[i - 1].person_name) && !nodes[..i].iter().rev().take(6).any(less);
    let number = who && nodes[i].ar == "عن" && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Number && !x.and);
    if number && nodes.get(i + 2).is_some_and(|x| x.en == "year" && x.accusative && !x.and && x.prep.is_none()) {
        "at the age of".clone_into(&mut nodes[i].en);
        (nodes[i].ar, nodes[i].mention) = ("عند".to_owned(), true);
        nodes.remove(i + 2);
    }
}

/// سلم الوفد كشفا يضم أسماء, لم يقدم سوى كشف ناقص: a list, where what is revealed is not told.
pub(super) fn list(nodes: &mut [Node], i: usize) {
    let (n, next) = (&nodes[i], nodes.get(i + 1));
    if n.ar != "كشف" || n.definite || n.pron.is_some() {
        return;
    }
    let tells = next.is_some_and(|x| x.pos == Pos::Prep && x.ar == "عن");
    let described = next.is_some_and(|x| {
        let holds = x.pos == Pos::Verb && is_any(x, &["ضم", "تضمن", "شمل", "حوى"]);
        let names = x.prep == Some("ب") && x.en.starts_with("name");
        !x.and && (x.pos == Pos::Adjective && !x.definite || holds || names)
    });
    let given = n.accusative || i > 0 && nodes[i - 1].en == "except";
    if !tells && (described || given && next.is_none_or(|x| x.prep.is_some() || !x.nominal())) {
        let n = &mut nodes[i];
        (n.pos, n.lemma, n.own, n.mass) = (Pos::Noun, None, false, false);
        "list".clone_into(&mut n.en);
    }
}

/// رفعوا شعار "لا للمصالحة": no to it.
pub(super) fn no_to(nodes: &mut [Node], i: usize) {
    let opens = i.checked_sub(1).is_some_and(|b| {
        nodes[b].quote() || matches!(nodes[b].en.as_str(), "slogan" | "banner") || matches!(nodes[b].pos, Pos::Mark(':' | '،'))
    });
    let whom = nodes.get(i + 1).is_some_and(|x| x.nominal() && x.definite && x.prep == Some("ل") && !x.and);
    if opens && whom && !nodes[i].mention {
        let n = &nodes[i];
        nodes[i] = Node { raw: n.raw, and: n.and, ar: "لا".to_owned(), ..Node::new(Pos::Prep, "no to") };
        nodes[i + 1].prep = None;
    }
}

/// لا صحة لما تردد: there is no truth in it.
pub(super) fn no_truth(nodes: &mut Vec<Node>, i: usize) {
    let truth = nodes.get(i + 1).is_some_and(|x| x.ar == "صحه" && x.ungoverned() && !x.definite && x.pron.is_none());
    if truth && nodes.get(i + 2).is_some_and(|x| x.prep == Some("ل") && x.pos != Pos::Verb) {
        let n = &nodes[i];
        nodes[i] = Node {
            raw: (n.raw.0, nodes[i + 1].raw.1),
            and: n.and,
            so: n.so,
            ar: "لا صحه".to_owned(),
            mention: true,
            negations: 1,
            ..Node::new(Pos::There, "there is no truth in")
        };
        nodes.remove(i + 1);
        nodes[i + 1].prep = None;
    }
}
