//! What stands aside between a verb and its subject: what two commas or brackets hold, and clauses that go on for themselves.

use super::{behind_pps, intransitive};
use crate::arabic::inflect::Person;
use crate::english::node::{Node, Pos};

/// Where to look on if what stands at `at` stands aside. `open` says that a comma opened it.
pub(super) fn behind(nodes: &[Node], from: usize, at: usize, open: &mut bool) -> Option<usize> {
    let n = nodes.get(at)?;
    if n.pos == Pos::Mark('،') && nodes.get(at + 1).is_some_and(|x| x.pos == Pos::Adverb || x.pos == Pos::Prep || x.weekday) {
        *open = true;
        return Some(at + 1);
    }
    // يعيش في محيطها، وفق تقديرات، نحو مئة ألف: what two commas hold stands aside.
    let counted = |x: &Node| matches!(x.pos, Pos::Number | Pos::Quant) && !x.and && x.prep.is_none();
    if *open && n.pos == Pos::Mark('،') && nodes.get(at + 1).is_some_and(|x| counted(x) || x.ungoverned() && x.nominal()) {
        *open = false;
        return Some(at + 1);
    }
    if n.pos == Pos::Mark('،') && at > from && nodes[at - 1].pos == Pos::Adverb {
        return Some(at + 1);
    }
    // شارك في المؤتمر، الذي استضافته برلين، رئيس الوزراء: the clause between commas is the conference's.
    if n.pos == Pos::Mark('،')
        && at > from
        && nodes.get(at + 1).is_some_and(|x| x.pos == Pos::Rel && !x.and)
        && let Some(close) = (at + 2..(at + 18).min(nodes.len())).find(|&j| matches!(nodes[j].pos, Pos::Mark(_)))
        && nodes[close].pos == Pos::Mark('،')
        && nodes.get(close + 1).is_some_and(Node::ungoverned)
    {
        return Some(close + 1);
    }
    // انطلقت (الثلاثاء) أعمال الاجتماع
    if n.pos == Pos::Mark('(')
        && let Some(close) = (at + 1..(at + 8).min(nodes.len())).find(|&j| nodes[j].pos == Pos::Mark(')'))
    {
        return Some(close + 1);
    }
    // بدأت في سوتشي، وسط إجراءات فرضتها الجائحة، أعمال الجولة: what stands between commas goes on for itself.
    if n.pos == Pos::Verb
        && !n.and
        && at > from + 1
        && nodes[from..at].iter().any(|b| b.pos == Pos::Mark('،'))
        && (nodes[at - 1].nominal() || nodes[at - 1].pos == Pos::Adjective)
        && !nodes[at - 1].definite
        && let Some(close) =
            (at + 1..(at + 9).min(nodes.len())).find(|&j| matches!(nodes[j].pos, Pos::Mark(_) | Pos::That | Pos::Rel))
        && nodes[close].pos == Pos::Mark('،')
    {
        return Some(close + 1);
    }
    // شارك في الجولة التي انطلقت في مايو وفدان: what starts has no object.
    if n.pos == Pos::Rel
        && !n.and
        && at > from
        && let Some(inner) = crate::english::verb::group(nodes, at + 1)
        && nodes[inner.verb].pron.is_none()
        && (intransitive(&nodes[inner.verb])
            || matches!(nodes[inner.verb].lemma.map(|l| l.ar), Some("عقد" | "نظم" | "افتتح"))
                && nodes[inner.verb].tense == crate::arabic::inflect::Tense::Perfect
                && matches!(inner.person, Person::He | Person::She)
                && !nodes.get(inner.next).is_some_and(Node::ungoverned))
    {
        let j = behind_pps(nodes, inner.next, usize::MAX);
        if nodes.get(j).is_some_and(|x| x.ungoverned() && (x.agent || x.human) && !x.accusative) {
            return Some(j);
        }
    }
    None
}
