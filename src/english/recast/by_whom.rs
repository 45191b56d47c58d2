//! A clause about an indefinite noun that names who did it: `ورقة أعدتها إيران`, a paper prepared by Iran. It stays with its noun wherever that goes.

use crate::arabic::clitics::Pronoun;
use crate::english::node::{Node, Pos};
use crate::english::np;

/// Verbs with a second object, or with what somebody is called: وصفها المبعوث بأنها مهمة.
const TWO_OBJECTS: &[&str] =
    &["وصف", "اعتبر", "عد", "سمى", "رأى", "وجد", "جعل", "منح", "أعطى", "كلف", "دعا", "طالب", "اتهم", "أبلغ", "سأل"];

/// ورقة أعدتها إيران: prepared by Iran; قمة ستستضيفها تركيا: to be hosted by Turkey.
pub(super) fn by_whom(nodes: &mut Vec<Node>, i: usize) {
    if !about(nodes, i) || !named(nodes, i) {
        return;
    }
    let n = &nodes[i];
    let feminine = n.pron == Some(Pronoun::Her);
    let done = n.participle();
    let forms = n.will.then(|| (n.past(), format!("to be {done}"))).or_else(|| n.forms.clone());
    let by = Node { raw: (n.raw.1, n.raw.1), ar: "من قبل".to_owned(), ..Node::new(Pos::Prep, "by") };
    let n = &mut nodes[i];
    (n.pos, n.pron, n.will, n.forms, n.feminine, n.plural, n.dual) = (Pos::Passive, None, false, forms, feminine, false, false);
    nodes.insert(i + 1, by);
}

/// True for a verb right behind an indefinite noun that its pronoun stands for.
fn about(nodes: &[Node], i: usize) -> bool {
    let n = &nodes[i];
    let feminine = match n.pron {
        Some(Pronoun::Her) => true,
        Some(Pronoun::His) => false,
        _ => return false,
    };
    let plain = !n.and && !n.so && !n.passive && n.prep.is_none() && n.time.is_none() && !n.tied && !n.torn;
    let lemma = n.lemma.filter(|l| l.pos == "verb" && !TWO_OBJECTS.contains(&l.ar) && !n.en.starts_with("be "));
    let described = |x: &Node| x.pos == Pos::Adjective && !x.definite && !x.and && x.pron.is_none();
    let Some(head) = (0..i).rev().find(|&j| !described(&nodes[j])).map(|j| &nodes[j]) else { return false };
    let noun = head.pos == Pos::Noun || head.pos == Pos::Masdar && head.own;
    plain
        && lemma.is_some()
        && noun
        && !head.definite
        && !head.bare
        && head.pron.is_none()
        && !head.dual
        && !head.time_unit()
        && !(head.human && head.plural)
        && (head.feminine || head.plural) == feminine
}

/// True if who does it stands behind the verb at `i`, and the clause ends behind that.
fn named(nodes: &[Node], i: usize) -> bool {
    let Some(who) = nodes.get(i + 1).filter(|x| x.ungoverned() && x.pron.is_none() && !x.accusative) else { return false };
    let Some(p) = np::np(nodes, i + 1).filter(|p| p.definite || p.name || who.agent || who.human) else { return false };
    nodes.get(p.next).is_none_or(|x| {
        matches!(x.pos, Pos::Mark(_) | Pos::Prep | Pos::Adverb | Pos::Rel) && !x.quote()
            || x.and
            || x.prep.is_some() && x.pos != Pos::Verb
    })
}
