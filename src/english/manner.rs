//! How something is done: رفض رفضا قاطعا, rejected it categorically; لا يريد حتى الجلوس, does not even want to sit; وإلا فسيفشل, otherwise it will fail; كان ينبغي أن, should have.

use super::node::{Node, Pos};
use super::verb::is_verb;
use crate::arabic::fold::same;
use crate::arabic::inflect::Tense;

/// Adverbs that are not made of their adjective by rule, or mean something else.
const ADVERBS: &[(&str, &str)] =
    &[("severe", "strongly"), ("big", "greatly"), ("large", "greatly"), ("good", "well"), ("full", "fully"), ("fast", "fast")];

/// Reads them as what they are.
pub(super) fn manner(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 1;
    while i + 1 < nodes.len() {
        if had_to(&nodes, i) {
            let was = nodes.remove(i - 1);
            // كان ينبغي أن يعرض: what was not done
            let undone = nodes.get(i).is_some_and(|that| matches!(that.pos, Pos::That | Pos::Verb));
            let must = &mut nodes[i - 1];
            if undone { "should have" } else { "had to" }.clone_into(&mut must.en);
            must.and = was.and;
        } else if let Some(adverb) = cognate(&nodes, i) {
            nodes.splice(i..i + 2, [adverb]);
        } else if even_refused(&nodes, i) {
            let n = &nodes[i];
            nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), ..Node::new(Pos::Adverb, "even") };
        } else if even(&nodes, i) {
            nodes.remove(i);
            let verb = &mut nodes[i - 1];
            verb.en.insert_str(0, "even ");
            verb.forms = None;
        } else if otherwise(&nodes, i - 1) {
            let n = &nodes[i - 1];
            let opens = i == 1 || matches!(nodes[i - 2].pos, Pos::Mark(_));
            let adverb = Node { raw: n.raw, ar: n.ar.clone(), and: !opens, ..Node::new(Pos::Adverb, "otherwise") };
            let clause = Node { raw: n.raw, ar: n.ar.clone(), ..Node::new(Pos::Clause, "or else") };
            nodes[i - 1] = if nodes[i].pos == Pos::Verb && !nodes[i].so { clause } else { adverb };
            (nodes[i].so, nodes[i].and) = (false, false);
            // عاد الأمر: goes back, if not
            if nodes[i].pos == Pos::Verb && nodes[i].tense == Tense::Perfect {
                nodes[i].tense = Tense::Imperfect;
            }
        }
        i += 1;
    }
    nodes
}

/// ترفض سورية تمديدها رفضا قاطعا: the verb's own noun and an adjective behind it are an adverb.
fn cognate(nodes: &[Node], i: usize) -> Option<Node> {
    let (n, how) = (&nodes[i], &nodes[i + 1]);
    let bare = |x: &Node| !x.definite && !x.and && x.prep.is_none() && x.pron.is_none();
    let deed = matches!(n.pos, Pos::Noun | Pos::Masdar) && bare(n) && (n.accusative || n.ar.ends_with(['ه', 'ة']));
    let adjective = matches!(how.pos, Pos::Adjective | Pos::Adverb) && bare(how) && !how.en.contains('-');
    let own = |x: &Node| x.pos == Pos::Verb && x.lemma.is_some_and(|l| l.masdars().split(' ').any(|m| same(m, &n.ar)));
    let clause = |x: &&Node| !matches!(x.pos, Pos::Mark('.' | '؛' | ':') | Pos::That);
    if !deed || !adjective || !nodes[..i].iter().rev().take(10).take_while(clause).any(own) {
        return None;
    }
    let en = if how.pos == Pos::Adjective { adverb(&how.en) } else { how.en.replace("at all", "absolutely") };
    Some(Node { raw: (n.raw.0, how.raw.1), ar: n.ar.clone(), content: true, ..Node::new(Pos::Adverb, en) })
}

fn adverb(adjective: &str) -> String {
    if let Some((_, own)) = ADVERBS.iter().find(|(a, _)| *a == adjective) {
        (*own).to_owned()
    } else if let Some(stem) = adjective.strip_suffix("le") {
        format!("{stem}ly")
    } else if let Some(stem) = adjective.strip_suffix('y') {
        format!("{stem}ily")
    } else if adjective.ends_with("ic") {
        format!("{adjective}ally")
    } else {
        format!("{adjective}ly")
    }
}

/// كان ينبغي أن توجه الدعوة: true at the verb of what should have been.
fn had_to(nodes: &[Node], i: usize) -> bool {
    let was = &nodes[i - 1];
    let must = nodes[i].pos == Pos::Modal && nodes[i].en == "must" && nodes[i].negations == 0;
    is_verb(was, "كان") && was.tense == Tense::Perfect && must && !nodes[i].and
}

/// لا يريد حتى الجلوس: true at حتى between a denied verb and what it is denied of.
fn even(nodes: &[Node], i: usize) -> bool {
    let (verb, what) = (&nodes[i - 1], &nodes[i + 1]);
    no_time(&nodes[i], what)
        && verb.pos == Pos::Verb
        && verb.pron.is_none()
        && !verb.en.starts_with("be ")
        && i > 1
        && nodes[i - 2].pos == Pos::Neg
        && (what.ungoverned() || matches!(what.pos, Pos::Number | Pos::Quant))
}

/// True for حتى before what is no time: it is no "until".
fn no_time(n: &Node, what: &Node) -> bool {
    let until = n.pos == Pos::Prep && matches!(n.ar.as_str(), "حتى" | "حتي") && n.pron.is_none() && !n.and;
    // حتى لحظة مغادرته: until then
    let moment = matches!(what.en.as_str(), "moment" | "time" | "date" | "now" | "evening" | "morning" | "midnight" | "dawn");
    until && !what.time_unit() && !what.weekday && !moment
}

/// رفضت حتى إدانة الهجوم: true at حتى between a verb of refusing and a deed.
fn even_refused(nodes: &[Node], i: usize) -> bool {
    let refuses = ["رفض", "انتقد", "أنكر", "نفى"].iter().any(|v| is_verb(&nodes[i - 1], v));
    no_time(&nodes[i], &nodes[i + 1]) && refuses && nodes[i + 1].ungoverned()
}

/// وإلا فسيبقى المسار معطلا, وإلا عاد الأمر إلى اللجنة: true at إلا before what will be so if not.
fn otherwise(nodes: &[Node], i: usize) -> bool {
    let clause = nodes[i + 1].so || nodes[i + 1].pos == Pos::Verb && nodes[i + 1].tense == Tense::Perfect;
    nodes[i].en == "except" && nodes[i].and && clause
}
