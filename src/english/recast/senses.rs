//! Which sense a verb or a noun has, told by what stands right behind it: invites or calls on, names or calls, expires, went on to, one of two.

use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};
use crate::english::np;

/// الوفدين الإيراني برئاسة فلان والروسي برئاسة فلان: one is the Iranian, the other the Russian one.
pub(super) fn one_of_two(nodes: &mut [Node], i: usize) {
    let adjective = |x: &Node, and: bool| {
        x.pos == Pos::Adjective && x.mention && x.definite && x.and == and && !x.plural && !x.dual && x.prep.is_none()
    };
    let first = nodes[i].dual && nodes[i].definite && nodes.get(i + 1).is_some_and(|x| adjective(x, false));
    let other =
        |j: usize| adjective(&nodes[j], true) && nodes.get(j + 1).is_some_and(|x| x.prep == Some("ب") || x.pos == Pos::Prep);
    let near = (i + 3..(i + 9).min(nodes.len())).take_while(|&j| !matches!(nodes[j].pos, Pos::Verb | Pos::Mark(_)));
    if first && let Some(j) = near.into_iter().find(|&j| other(j)) {
        (nodes[i].dual, nodes[i].plural) = (false, false);
        let n = &mut nodes[j];
        (n.pos, n.human, n.agent, n.lemma) = (Pos::Noun, false, true, None);
        n.en.push_str(" one");
    }
}

/// True for عاد with a second verb of the same person behind و: what was done then.
pub(super) fn again(nodes: &[Node], i: usize) -> bool {
    let same = |x: &Node| x.pos == Pos::Verb && x.and && x.person == nodes[i].person && x.tense == nodes[i].tense && !x.passive;
    nodes[i].tense == Tense::Perfect
        && nodes[i].pron.is_none()
        && nodes.get(i + 1).is_some_and(same)
        && i > 0
        && nodes[i - 1].nominal()
}

/// عادت واحتجزت الشاحنات: went on to hold them.
pub(super) fn went_on(nodes: &mut Vec<Node>, i: usize) {
    let first = nodes.remove(i);
    let v = &mut nodes[i];
    let base = v.en.clone();
    v.forms = Some((format!("went on to {base}"), format!("gone on to {base}")));
    (v.en, v.and, v.so) = (format!("go on to {base}"), first.and, first.so);
}

/// ينتهي العمل بها: it expires.
pub(super) fn expires(nodes: &mut Vec<Node>, i: usize) {
    let Some(person) = work_with(nodes, i) else { return };
    nodes.drain(i + 1..i + 3);
    super::sense(&mut nodes[i], "expire", "");
    (nodes[i].person, nodes[i].feminine) = (person, person == Person::She);
}

/// Of whom or what it is that no more work is done with: انتهى العمل بها.
fn work_with(nodes: &[Node], i: usize) -> Option<Person> {
    let work = nodes.get(i + 1).is_some_and(|x| x.ungoverned() && x.definite && x.en.starts_with("work"));
    let by = nodes.get(i + 2).filter(|x| work && x.pos == Pos::Prep && x.ar == "ب")?;
    match by.pron? {
        Pronoun::His => Some(Person::He),
        Pronoun::Her => Some(Person::She),
        _ => None,
    }
}

/// إقرارهم بحصول خروقات, إقرار متأخر بأن: what is acknowledged stands behind ب.
pub(super) fn admitted(nodes: &mut [Node], i: usize) {
    let by = |x: &Node| x.prep == Some("ب") && x.pos != Pos::Verb || x.pos == Pos::That && x.ar.starts_with('ب');
    let adjective = usize::from(nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Adjective && !x.and));
    let approves = matches!(nodes[i].en.as_str(), "adoption" | "approve" | "approval");
    if approves && nodes[i].ar.starts_with("اقرار") && nodes.get(i + 1 + adjective).is_some_and(by) {
        let n = &mut nodes[i];
        (n.pos, n.lemma, n.forms, n.own) = (Pos::Noun, None, None, true);
        "acknowledgement".clone_into(&mut n.en);
    }
}

/// True for سمى with one definite object and nothing that it is called.
pub(super) fn names(nodes: &[Node], i: usize) -> bool {
    let object = nodes.get(i + 1).filter(|x| x.ungoverned() && x.definite).and_then(|_| np::np(nodes, i + 1));
    let ends = |x: &Node| matches!(x.pos, Pos::Mark('.' | '،' | ',') | Pos::Rel | Pos::Prep) || x.and;
    // أن يسمي "من يعرقل": those who do so
    let who = |j: usize| nodes.get(j).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" || x.pos == Pos::Rel);
    let those = who(i + 1) || nodes.get(i + 1).is_some_and(Node::quote) && who(i + 2);
    let named = those || object.is_some_and(|p| nodes.get(p.next).is_none_or(ends));
    nodes[i].pron.is_none() && !nodes[i].passive && named
}

/// True for a verb with a pronoun, and أن right behind it.
pub(super) fn whom_to(nodes: &[Node], i: usize) -> bool {
    let that = |j: usize| nodes.get(j).is_some_and(|x| x.pos == Pos::That && x.pron.is_none());
    let to = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.pron.is_none() && matches!(x.ar.as_str(), "إلى" | "ب"));
    nodes[i].pron.is_some() && !nodes[i].passive && (that(i + 1) || to && that(i + 2))
}

/// True for دعا with somebody as its object and nothing that they are called on to do.
pub(super) fn invites(nodes: &[Node], i: usize) -> bool {
    let whom = nodes.get(i + 1).is_some_and(|x| x.ungoverned() && (x.agent || x.human) && x.plural);
    let to = |x: &Node| x.pos == Pos::Prep && x.ar == "إلى" || x.prep == Some("ل") || x.pos == Pos::Prep && x.ar == "ل";
    let says = |x: &Node| x.pos == Pos::That || x.quote() || x.pos == Pos::Mark(':');
    let clause = || nodes[i + 1..].iter().take(20).take_while(|x| !x.ends_clause());
    nodes[i].pron.is_none() && nodes[i].tense != Tense::Perfect && whom && !clause().any(to) && !clause().take(3).any(says)
}

/// يعود ذلك إلى خلافات: that is due to them.
pub(super) fn due(nodes: &[Node], i: usize) -> bool {
    matches!(nodes[i].tense, Tense::Imperfect)
        && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Dem && matches!(x.ar.as_str(), "ذلك" | "هذا") && !x.and)
        && nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Prep && x.ar == "إلى")
}

/// عبرت شاحنات من أدري: crossed, where nothing is expressed with عن.
pub(super) fn crosses(text: &str, nodes: &[Node], i: usize) -> bool {
    let about = |x: &Node| text[x.raw.0 as usize..x.raw.1 as usize].split_whitespace().any(|w| w.starts_with("عن"));
    let to = nodes.iter().skip(i + 1).take(4).any(|x| x.pos == Pos::Prep && matches!(x.ar.as_str(), "من" | "إلى"));
    to && !nodes[i..].iter().take(9).any(about)
}
