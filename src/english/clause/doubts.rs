//! The parts of a line, from mark to mark: one that is not trusted is written up to where the doubt begins, and shows its phrases from there on.

use super::*;
use crate::english::check;
use crate::english::doubt;

/// A part in the making: its nodes and where its English begins.
struct Part {
    nodes: Range<usize>,
    text: usize,
    guessed: usize,
    steps: Vec<Step>,
}

impl Part {
    fn new(at: usize, text: usize) -> Self {
        Self { nodes: at..at, text, guessed: 0, steps: Vec::new() }
    }
}

/// What was written in one go: its first node, where its English begins, what was guessed.
#[derive(Clone, Copy)]
struct Step {
    node: usize,
    text: usize,
    guessed: usize,
}

impl Clause<'_> {
    /// Writes the nodes from `i` on.
    pub(super) fn parts(mut self, mut i: usize) -> Line {
        let nodes = self.nodes;
        let head = self.out.len();
        let mut parts = vec![Part::new(i, 0)];
        while i < nodes.len() {
            let n = &nodes[i];
            let more = n.and && n.pos == Pos::Verb || n.pos == Pos::Rel;
            let opens = more || matches!(n.pos, Pos::Mark('،' | ',' | ':' | '؛' | '.') | Pos::That | Pos::Clause | Pos::If);
            if opens && let Some(part) = parts.last().filter(|p| !p.nodes.is_empty()) {
                debug_assert!(part.nodes.end == i);
                parts.push(Part::new(i, self.out.len()));
            }
            self.guessed = 0;
            let text = self.out.len();
            let next = self.step(i).max(i + 1).min(nodes.len());
            if let Some(part) = parts.last_mut() {
                part.nodes.end = next;
                part.guessed += self.guessed;
                part.steps.push(Step { node: i, text, guessed: self.guessed });
            }
            i = next;
        }
        let text = self.out.take();
        let mut line = String::new();
        let mut cut = Vec::new();
        for (k, part) in parts.iter().enumerate() {
            let end = parts.get(k + 1).map_or(text.len(), |p| p.text).min(text.len());
            let own = text.get(part.text.min(end)..end).unwrap_or_default();
            let of = &nodes[part.nodes.clone()];
            if part.guessed + doubt::words(of) + doubt::wording(own) < doubt::TOO_MUCH {
                line.push_str(own);
                continue;
            }
            // What opens the part, or was written before it, stays, and so does a clause before the doubt.
            let keep = if k == 0 { text.get(..head.min(end)).unwrap_or_default() } else { "" };
            let lead = own.len() - own.trim_start_matches([',', ':', ';', ' ', '.']).len();
            let (sound, from) = match sound(nodes, part, own) {
                Some((text, from)) => (text, from),
                None => (if k == 0 { keep } else { &own[..lead] }.to_owned(), part.nodes.start),
            };
            let found =
                crate::english::writer::pronouns(&doubt::phrases(nodes, from..part.nodes.end), (false, false), false, false);
            line.push_str(&sound);
            if !line.ends_with(' ') && !line.is_empty() {
                line.push(' ');
            }
            line.push_str(if found.is_empty() { "…" } else { "… " });
            line.push_str(&found);
            if !found.is_empty() {
                line.push_str(" …");
            }
            cut.push(from..part.nodes.end);
        }
        if !cut.is_empty() {
            self.rule("phrases of a doubtful part");
        }
        self.out.put(line);
        Line { text: self.out.finish(), rules: self.rules, named: self.named, cut }
    }
}

/// The clause before the doubt in a part whose English is `own`, and the node at which the doubt begins.
fn sound(nodes: &[Node], part: &Part, own: &str) -> Option<(String, usize)> {
    let until = |k: usize| part.steps.get(k).map_or(own.len(), |s| s.text.saturating_sub(part.text).min(own.len()));
    let range = |k: usize| part.steps[k].node..part.steps.get(k + 1).map_or(part.nodes.end, |s| s.node);
    let doubtful = |k: usize| {
        part.steps[k].guessed + doubt::words(&nodes[range(k)]) > 0
            || own.get(..until(k + 1)).is_none_or(|t| doubt::wording(t) > 0)
    };
    let mut k = (0..part.steps.len()).find(|&k| doubtful(k))?;
    // Two phrases with nothing between them: the first may be what was read wrongly.
    let bare = |k: usize| {
        let n = &nodes[part.steps[k].node];
        n.prep.is_none() && (n.nominal() || matches!(n.pos, Pos::Unknown | Pos::Adjective | Pos::Quant | Pos::Number | Pos::Dem))
    };
    if bare(k) {
        while k > 0 && bare(k - 1) {
            k -= 1;
        }
        let governed = |k: usize| nodes[part.steps[k].node].prep.is_some() || nodes[part.steps[k].node].pos == Pos::Prep;
        k -= usize::from(k > 1 && governed(k - 1) && part.steps[k].guessed > 0);
    }
    let from = part.steps.get(k)?.node;
    let (kept, rest) = (&nodes[part.nodes.start..from], &nodes[from..part.nodes.end]);
    let text = own.get(..until(k))?;
    // يخوض الجيش, with no subject found: it begins with its verb.
    let own = kept.iter().find(|n| !matches!(n.pos, Pos::Mark(_))).filter(|n| n.pos == Pos::Verb && !n.and);
    if own.is_some_and(|n| begins_with(text, n)) || !doubt::complete(text, kept) || doubt::narrows(rest) {
        return None;
    }
    // A negation is where it belongs, or the whole part is in doubt.
    if check::negations(text) + check::denials(text) != check::arabic(kept) {
        return None;
    }
    // The passive of a thing whose object may stand in what is doubted.
    let verb = kept.iter().rev().find(|n| n.pos == Pos::Verb).filter(|n| !n.passive).map(Node::participle);
    let made = |v: String| ["be", "been", "is", "are", "was", "were"].iter().any(|be| text.contains(&format!(" {be} {v}")));
    let object = rest.iter().find(|n| n.pos != Pos::Adverb).is_some_and(|n| {
        n.prep.is_none()
            && !n.and
            && (n.nominal() || matches!(n.pos, Pos::Unknown | Pos::Quant | Pos::Number | Pos::What | Pos::Adjective))
    });
    if object && verb.is_some_and(made) {
        return None;
    }
    let open = text.matches('“').count() > text.matches('”').count();
    let closed = open && rest.iter().any(Node::quote);
    Some((format!("{}{}", text.trim_end(), if closed { "”" } else { "" }), from))
}

fn begins_with(text: &str, verb: &Node) -> bool {
    let first = |t: &str| t.split_whitespace().next().unwrap_or_default().to_lowercase();
    let word = first(text.trim_start_matches(|c: char| !c.is_alphanumeric()));
    [verb.past(), verb.en.clone(), generate::third(&verb.en)].iter().any(|f| first(f) == word)
}
