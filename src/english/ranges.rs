//! Two numbers that hold a range between them. They are never added: `بين مئة ألف ومئة وخمسين ألفا` is between 100,000 and 150,000.

use super::node::{Node, Pos};
use super::numbers::{range, total};
use super::verb::is_any;

/// Puts the numbers of each range together.
pub(super) fn ranges(nodes: Vec<Node>) -> Vec<Node> {
    if nodes.iter().filter(|n| n.pos == Pos::Number).count() < 2 {
        return nodes;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut i = 0;
    while i < nodes.len() {
        let found = between(&nodes, i, out.last()).or_else(|| up_to(&nodes, i));
        let Some((en, end)) = found else {
            out.push(nodes[i].clone());
            i += 1;
            continue;
        };
        // ما بين 20 و30 ناشطا: the two are the number of those who are counted
        let counts = nodes.get(end).is_some_and(|x| x.nominal() && !x.and && x.prep.is_none());
        let n = Node { en, ar: String::new(), and: false, raw: (nodes[i].raw.0, nodes[end - 1].raw.1), ..nodes[end - 1].clone() };
        match &out[..] {
            [.., what, prep] if counts && what.pos == Pos::What => {
                let en = format!("{} {}", prep.en, n.en);
                let whole = Node { en, and: what.and, prep: what.prep, raw: (what.raw.0, n.raw.1), ..n };
                out.truncate(out.len() - 2);
                out.push(whole);
            }
            // انخفض إلى ما بين اثنين وثلاثة: between them
            [.., what, _] if what.pos == Pos::What && !what.and && what.prep.is_none() => {
                out.remove(out.len() - 2);
                out.push(n);
            }
            _ => out.push(n),
        }
        i = end;
    }
    out
}

/// The words of the numbers that begin at `i`, each with its و, and the index behind them.
fn run(nodes: &[Node], i: usize) -> Option<(Vec<(bool, &str)>, usize)> {
    let number = |n: &Node| n.pos == Pos::Number && n.prep.is_none() && !n.definite;
    let first = nodes.get(i).filter(|n| number(n) && !n.and)?;
    let (mut words, mut end) = (vec![(false, first.en.as_str())], i + 1);
    loop {
        let apart = usize::from(nodes.get(end).is_some_and(|x| x.pos == Pos::Conj && x.en == "and"));
        let Some(more) = nodes.get(end + apart).filter(|x| number(x) && (x.mention || x.and || apart == 1)) else { break };
        words.push((more.and || apart == 1, more.en.as_str()));
        end += apart + 1;
    }
    Some((words, end))
}

/// بين خمسين وستين: the numbers at `i`, behind the preposition.
fn between(nodes: &[Node], i: usize, before: Option<&Node>) -> Option<(String, usize)> {
    before.filter(|p| p.pos == Pos::Prep && p.ar == "بين" && p.pron.is_none())?;
    let (words, end) = run(nodes, i)?;
    let what = i > 1 && nodes[i - 2].pos == Pos::What;
    // بين خمس وعشرين دولة: of one number, unless something ranges
    let ranges = what || nodes[..i].iter().rev().take(8).any(|n| is_any(n, &["تراوح"]));
    if words.len() > 8 {
        return None;
    }
    let digits = words.len() == 2 && words.iter().all(|w| w.1.bytes().all(|b| b.is_ascii_digit()));
    if digits && !what || !ranges && total(&words).is_some() {
        return None;
    }
    range(&words).map(|(least, most)| (format!("{least} and {most}"), end))
}

/// من 100 إلى 150 ألفا: the thousands are of both.
fn up_to(nodes: &[Node], i: usize) -> Option<(String, usize)> {
    let [.., from, least, to] = &nodes[..i] else { return None };
    let small = |n: &Node| n.pos == Pos::Number && n.en.len() < 4 && n.en.bytes().all(|b| b.is_ascii_digit());
    let prep = |n: &Node, ar: &str| n.pos == Pos::Prep && n.ar == ar && n.pron.is_none();
    if !(prep(from, "من") && prep(to, "إلى") && small(least) && small(&nodes[i])) {
        return None;
    }
    let (words, end) = run(nodes, i)?;
    range(&[&[(false, least.en.as_str()), (true, words[0].1)], &words[1..]].concat()).map(|(_, most)| (most, end))
}
