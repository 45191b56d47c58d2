//! The gloss of a range of text: coverage, the check of negations, and the safe rendering where it fails.

use std::ops::Range;

use super::lexicon::Lexicon as English;
use super::node::{Node, Pos};
use super::{check, clause, generate, read};
use crate::analysis::Mention;
use crate::glossary::lexicon::Lexicon;

/// Below this share of known content words a line shows terms only.
const ENOUGH: u8 = 50;

/// An English line and how it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gloss {
    /// The line.
    pub text: String,
    /// How many in a hundred of the content words are in it.
    pub coverage: u8,
    /// The rules that made it.
    pub rules: Vec<&'static str>,
    /// Negations and denials in the Arabic, and in the line: equal, or the line is in source order with the difference in brackets.
    pub negations: (usize, usize),
}

/// The English of `text[range]`. `mentions` are the glossary's in text order; those outside the range are passed over.
#[must_use]
pub fn gloss(text: &str, range: Range<u32>, mentions: &[Mention], glossary: &Lexicon, english: &English) -> Gloss {
    let nodes = read::nodes(text, &range, mentions, glossary, english);
    let content = nodes.iter().filter(|n| n.content).count();
    let known = nodes.iter().filter(|n| n.content && n.pos != Pos::Unknown).count();
    let arabic = check::arabic(&nodes);
    let (line, mut rules, named) = clause::line(&nodes);
    let coverage = (100 * (known + named)).checked_div(content).unwrap_or(100).min(100) as u8;
    if (100 * known).checked_div(content).is_some_and(|share| share < usize::from(ENOUGH)) {
        let line = terms(&nodes);
        let found = check::negations(&line) + check::denials(&line);
        return Gloss { text: line, coverage, rules: vec!["terms only"], negations: (arabic, found) };
    }
    let found = check::negations(&line) + check::denials(&line);
    if found == arabic {
        rules.sort_unstable();
        rules.dedup();
        return Gloss { text: line, coverage, rules, negations: (arabic, found) };
    }
    let line = source_order(&nodes);
    let found = check::negations(&line) + check::denials(&line);
    Gloss { text: line, coverage, rules: vec!["source order"], negations: (arabic, found) }
}

/// Each word where it stands: clumsy, and nothing is lost.
fn source_order(nodes: &[Node]) -> String {
    let mut out = super::writer::Writer::default();
    for n in nodes {
        if n.and && !out.fresh() {
            out.word("and");
        }
        if let Some(p) = n.prep {
            out.word(read::short_prep(p));
        }
        match n.pos {
            Pos::Mark(c) => out.mark(c),
            Pos::Neg | Pos::NonMasdar | Pos::IsNot => out.word("[not]"),
            Pos::Non => out.word("[non-]"),
            Pos::Without => out.word("[without]"),
            Pos::Noun | Pos::Title => out.word(&n.noun()),
            Pos::Masdar if !n.own => out.word(&generate::gerund(&n.en)),
            Pos::Active => out.word(&generate::gerund(&n.en)),
            Pos::Passive => out.word(&n.participle()),
            Pos::Verb => out.word(&format!(
                "[{}]",
                match n.tense {
                    crate::arabic::inflect::Tense::Perfect => n.past(),
                    _ if n.will => format!("will {}", n.en),
                    _ => n.en.clone(),
                }
            )),
            _ => out.word(&n.en),
        }
    }
    out.finish()
}

/// The glossary's terms in the order of the text, with the negators between them.
fn terms(nodes: &[Node]) -> String {
    let mut out: Vec<&str> = Vec::new();
    for n in nodes {
        let text = match n.pos {
            Pos::Neg | Pos::NonMasdar | Pos::IsNot => "[not]",
            Pos::Non => "[non-]",
            Pos::Without => "[without]",
            _ if n.mention && n.content => n.en.as_str(),
            _ if check::denials(&n.en) + check::negations(&n.en) > 0 => n.en.as_str(),
            _ => continue,
        };
        if out.last() != Some(&text) {
            out.push(text);
        }
    }
    out.join(" … ")
}
