//! The parts of a line, from mark to mark: one that is not trusted shows its terms only.

use super::*;
use crate::english::doubt;

/// A part in the making: its nodes and where its English begins.
struct Part {
    nodes: Range<usize>,
    text: usize,
    guessed: usize,
}

impl Clause<'_> {
    /// Writes the nodes from `i` on.
    pub(super) fn parts(mut self, mut i: usize) -> Line {
        let nodes = self.nodes;
        let head = self.out.len();
        let mut parts = vec![Part { nodes: i..i, text: 0, guessed: 0 }];
        while i < nodes.len() {
            let n = &nodes[i];
            let more = n.and && n.pos == Pos::Verb || n.pos == Pos::Rel;
            let opens = more || matches!(n.pos, Pos::Mark('،' | ',' | ':' | '؛' | '.') | Pos::That | Pos::Clause | Pos::If);
            if opens && let Some(part) = parts.last().filter(|p| !p.nodes.is_empty()) {
                debug_assert!(part.nodes.end == i);
                parts.push(Part { nodes: i..i, text: self.out.len(), guessed: 0 });
            }
            self.guessed = 0;
            let next = self.step(i).max(i + 1).min(nodes.len());
            if let Some(part) = parts.last_mut() {
                part.nodes.end = next;
                part.guessed += self.guessed;
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
            // What opens the part, or was written before it, stays.
            let keep = if k == 0 { text.get(..head.min(end)).unwrap_or_default() } else { "" };
            let lead = own.len() - own.trim_start_matches([',', ':', ';', ' ', '.']).len();
            let found = crate::english::writer::pronouns(&doubt::phrases(nodes, part.nodes.clone()), (false, false), false);
            line.push_str(if k == 0 { keep } else { &own[..lead] });
            if !line.ends_with(' ') && !line.is_empty() {
                line.push(' ');
            }
            line.push_str(if found.is_empty() { "…" } else { "… " });
            line.push_str(&found);
            if !found.is_empty() {
                line.push_str(" …");
            }
            cut.push(part.nodes.clone());
        }
        if !cut.is_empty() {
            self.rule("phrases of a doubtful part");
        }
        self.out.put(line);
        Line { text: self.out.finish(), rules: self.rules, named: self.named, cut }
    }
}
