//! What one is allowed, asked or refuses to do, and who heads what: the verbal noun behind is what is done.

use crate::english::infinitive;
use crate::english::node::{Node, Pos};
use crate::english::np;
use crate::english::phrase::Outer;

/// سمحت السلطات للوفد بمغادرة المطار: allowed it to leave; سمحت بمغادرة الوفد is the departure.
pub(super) fn allowed(nodes: &mut [Node], i: usize) {
    if nodes[i].passive {
        return;
    }
    let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Verb | Pos::Rel | Pos::What) || x.and;
    let rest = (i + 1..(i + 10).min(nodes.len())).take_while(|&j| !ends(&nodes[j]));
    let whom = rest.clone().find(|&j| {
        let x = &nodes[j];
        x.pos == Pos::Prep && x.ar == "ل" && x.pron.is_some()
            || x.prep == Some("ل") && x.pos != Pos::Masdar && (x.human || x.agent || x.bare)
    });
    let what = |j: usize| nodes[j].prep == Some("ب") && infinitive::infinitive(nodes, j, &Outer::default()).is_some();
    if whom.is_some_and(|w| rest.skip_while(|&j| j <= w).any(what)) {
        nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom("allow", "ل=;ب=to*|", false));
    }
}

/// What one refuses to do oneself; what is done by others, too, is rejected.
const OWN_DEEDS: &[&str] = &[
    "أجاب",
    "أدلى",
    "أعطى",
    "أفرج",
    "أفصح",
    "استقبل",
    "استسلم",
    "اعترف",
    "التزم",
    "التقى",
    "انسحب",
    "انضم",
    "تحدث",
    "تخلى",
    "تعاون",
    "تفاوض",
    "تنازل",
    "جلس",
    "حضر",
    "خاض",
    "خرج",
    "دخل",
    "سمى",
    "رد",
    "سلم",
    "سمح",
    "شارك",
    "عاد",
    "علق",
    "غادر",
    "قدم",
    "كشف",
    "ناقش",
    "وقع",
];

/// رفض الوفد الدخول إلى القاعة: refused to enter it; رفض تأجيل الجولة is a rejection.
pub(super) fn refused(nodes: &mut [Node], i: usize) {
    if nodes[i].passive || nodes[i].pron.is_some() {
        return;
    }
    let own = |n: &Node| n.ungoverned() && n.pron.is_none() && n.lemma.is_some_and(|l| OWN_DEEDS.contains(&l.ar));
    let what =
        |nodes: &[Node], j: usize| nodes.get(j).is_some_and(own) && infinitive::infinitive(nodes, j, &Outer::default()).is_some();
    let who = nodes.get(i + 1).filter(|x| x.ungoverned()).and_then(|_| np::np(nodes, i + 1)).map(|p| p.next);
    let Some(j) = [Some(i + 1), who].into_iter().flatten().find(|&j| what(nodes, j)) else { return };
    nodes[j].prep = Some("ب");
    let n = &mut nodes[i];
    (n.en, n.forms) = ("refuse".to_owned(), None);
    n.lemma = n.lemma.map(|l| l.idiom("refuse", "ب=to*|", false));
}

/// عرضت الكويت استضافة المراسم, حاول الوفد عرقلة المحادثات: offered to host them, tried to obstruct them.
pub(super) fn offered(nodes: &mut [Node], i: usize) {
    const TO: &[&str] = &["offer", "try", "decide"];
    let Some(en) = TO.iter().find(|en| **en == nodes[i].en).filter(|_| !nodes[i].passive && nodes[i].pron.is_none()) else {
        return;
    };
    let deed = |j: usize| {
        let acts = |x: &Node| x.pos == Pos::Masdar && super::super::idafa::transitive(x) || x.pos == Pos::Noun && x.mention;
        let free = |x: &Node| x.ungoverned() && x.pron.is_none();
        nodes.get(j).is_some_and(|x| free(x) && acts(x)) && infinitive::infinitive(nodes, j, &Outer::default()).is_some()
    };
    let who = nodes.get(i + 1).filter(|x| x.ungoverned()).and_then(|_| np::np(nodes, i + 1)).filter(|p| p.agent || p.human);
    let Some(j) = [Some(i + 1), who.map(|p| p.next)].into_iter().flatten().find(|&j| deed(j)) else { return };
    nodes[j].prep = Some("ب");
    let n = &mut nodes[i];
    n.lemma = n.lemma.map(|l| l.idiom(en, "ب=to*|", false));
}

/// طلبت الحكومة من المبعوث تأجيل الجولة: asked him to postpone it.
pub(super) fn asked(nodes: &mut [Node], i: usize) {
    if nodes[i].passive || nodes[i].pron.is_some() {
        return;
    }
    // لم يطلب منا أحد أن نوقع: asked us to
    let of_us = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_some());
    let to =
        || nodes[i + 2..].iter().take(5).take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::Verb)).any(|x| x.pos == Pos::That);
    if of_us && to() {
        let n = &mut nodes[i];
        (n.en, n.forms) = ("ask".to_owned(), None);
        n.lemma = n.lemma.map(|l| l.idiom("ask", "من=", false));
        return;
    }
    let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Verb | Pos::Rel | Pos::What) || x.and;
    let of = (i + 1..(i + 8).min(nodes.len()))
        .take_while(|&j| !ends(&nodes[j]))
        .find(|&j| nodes[j].pos == Pos::Prep && nodes[j].ar == "من" && nodes[j].pron.is_none());
    let Some(whom) = of.and_then(|j| np::np(nodes, j + 1)).filter(|p| p.agent || p.human) else { return };
    let j = whom.next;
    // عدم التصريح: not to
    let not = usize::from(nodes.get(j).is_some_and(|x| x.pos == Pos::NonMasdar && !x.and && x.prep.is_none()));
    let deed = nodes.get(j + not).is_some_and(|x| x.ungoverned() && x.pron.is_none()) && nodes[j - 1].pos != Pos::Adjective;
    if deed && infinitive::infinitive(nodes, j + not, &Outer::default()).is_some() {
        nodes[j].prep = Some("ب");
        let n = &mut nodes[i];
        (n.en, n.forms) = ("ask".to_owned(), None);
        n.lemma = n.lemma.map(|l| l.idiom("ask", "من=;ب=to*|", false));
    }
}

/// ترأس الوفد التركي أونال والإيراني أنصاري: and the second headed the other.
pub(super) fn headed_too(nodes: &mut Vec<Node>, i: usize) {
    if nodes[i].pron.is_some() {
        return;
    }
    let Some(whom) = np::np(nodes, i + 1).filter(|p| p.definite && !p.human && nodes[i + 1].ungoverned()) else { return };
    let clause =
        (whom.next..(whom.next + 8).min(nodes.len())).take_while(|&j| !nodes[j].ends_clause() && nodes[j].pos != Pos::Verb);
    let other = |j: usize| {
        let (a, name) = (&nodes[j], nodes.get(j + 1));
        a.pos == Pos::Adjective
            && a.and
            && a.definite
            && a.agent
            && a.prep.is_none()
            && name.is_some_and(|x| !x.and && (x.pos == Pos::Name && x.person_name || x.pos == Pos::Unknown))
    };
    let Some(j) = clause.into_iter().find(|&j| other(j)) else { return other_delegation(nodes, i, &whom) };
    let verb = Node { and: true, raw: (nodes[j].raw.0, nodes[j].raw.0), content: false, ..nodes[i].clone() };
    let a = &mut nodes[j];
    (a.pos, a.and, a.human, a.agent, a.lemma) = (Pos::Noun, false, false, false, None);
    a.en.push_str(" one");
    nodes.insert(j, verb);
}

/// ترأس الوفد التركي أونال، والوفد الإيراني أنصاري: and the second headed the other delegation, where nothing but the two stands behind the comma.
fn other_delegation(nodes: &mut Vec<Node>, i: usize, whom: &np::Np) {
    let person = |x: &Node| {
        !x.and
            && x.prep.is_none()
            && (x.pos == Pos::Title || x.pos == Pos::Name && x.person_name || x.pos == Pos::Unknown || x.human && x.definite)
    };
    let ends = |x: &Node| x.ends_clause() || matches!(x.pos, Pos::Verb | Pos::That | Pos::Rel);
    let rest = (whom.next..(whom.next + 24).min(nodes.len())).take_while(|&j| !ends(&nodes[j]));
    let comma = |j: usize| matches!(nodes[j].pos, Pos::Mark('،' | ','));
    let body = |n: &Node| n.and && n.nominal() && n.prep.is_none() && n.pron.is_none() && !n.human && (n.definite || n.bare);
    let found = rest.filter(|&j| j > whom.next && comma(j - 1) && body(&nodes[j])).find_map(|j| {
        let other = np::np(nodes, j).filter(|p| p.definite && p.agent && !p.human)?;
        // مثل لبنان سفيره، والعراق وفد من الوزارة
        let sent = |x: &Node| nodes[i].en == "represent" && x.ungoverned() && x.agent && !x.definite && x.pos == Pos::Noun;
        let who = nodes.get(other.next).filter(|x| person(x) || sent(x)).and_then(|_| np::np(nodes, other.next))?;
        // nothing but who it is, and a comma before one more pair
        let closes = nodes.get(who.next).is_none_or(|x| {
            ends(x) && x.pos != Pos::Verb || matches!(x.pos, Pos::Mark(_) | Pos::Prep) || x.human || x.pos == Pos::Title
        });
        closes.then_some(j)
    });
    let Some(j) = found else { return };
    let verb = Node { and: true, raw: (nodes[j].raw.0, nodes[j].raw.0), content: false, ..nodes[i].clone() };
    nodes[j].and = false;
    nodes.insert(j, verb);
}
