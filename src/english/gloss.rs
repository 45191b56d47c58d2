//! The gloss of a range of text: coverage, the check of negations, and the safe rendering where it fails.

use std::ops::Range;
use std::sync::Arc;

use super::memory::Reader;
use super::node::{Node, Pos};
use super::{check, clause, generate, read};
use crate::analysis::Mention;
use crate::analysis::dates::DateMention;

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

/// What is to be put into English.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The whole sentence: its words choose the readings.
    pub sentence: Range<u32>,
    /// The part of it that is wanted.
    pub range: Range<u32>,
    /// The glossary's mentions in text order; those outside the sentence are passed over.
    pub mentions: &'a [Mention],
    /// Dates of the sentence that the analysis resolved.
    pub dates: &'a [DateMention],
    /// Who says the range, and with which word; the line is then a clause with the speaker as its subject.
    pub said: Option<Said<'a>>,
    /// Words of persons' names that no glossary lists, each with its place: they are names, whatever else they may be.
    pub names: &'a [(u32, u32)],
    /// Who speaks in a sentence that leaves its speaker out.
    pub speaker: Option<LeftOut<'a>>,
}

/// Who speaks where the sentence names nobody.
#[derive(Clone, Copy, Debug)]
pub struct LeftOut<'a> {
    /// In English, in brackets.
    pub name: &'a str,
    /// True for a person of whom it is known that she is a woman.
    pub woman: bool,
}

/// A speaker and a verb of saying, in English.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// The speaker; in brackets if the sentence leaves it out.
    pub speaker: &'a str,
    /// True for a person.
    pub human: bool,
    /// True for a person of whom it is known that she is a woman.
    pub woman: bool,
    /// The verb in the past (`said`, `did not confirm`).
    pub verb: &'a str,
    /// First byte of the Arabic verb.
    pub at: Option<u32>,
}

/// A sentence that was read: what its words are, whichever part of it is wanted and whoever says it.
#[derive(Clone, Debug)]
pub struct Read(Arc<Vec<Node>>);

/// Reads the sentence of `ask`. What is wanted of it plays no part, so that one reading serves for all its parts.
#[must_use]
pub fn read(ask: &Ask, reader: &Reader) -> Read {
    Read(Arc::new(read::nodes(ask, reader)))
}

/// The English of a part of a sentence.
#[must_use]
pub fn gloss(ask: &Ask, reader: &Reader) -> Gloss {
    gloss_of(ask, &read(ask, reader))
}

/// The English of a part of a sentence that was read.
#[must_use]
pub fn gloss_of(ask: &Ask, Read(all): &Read) -> Gloss {
    let end = all.iter().position(|n| n.raw.0 >= ask.range.end).unwrap_or(all.len());
    let from = all.iter().position(|n| n.raw.1 > ask.range.start).unwrap_or(end).min(end);
    let nodes = &all[from..end];
    let content = nodes.iter().filter(|n| n.content).count();
    let known = nodes.iter().filter(|n| n.content && n.pos != Pos::Unknown).count();
    let own = ask.said.map_or(0, |s| check::negations(s.verb) + check::denials(s.verb));
    // أعلنت الدول إنشاء آلية ولم توقع عليها الفصائل: a new clause is not what was said.
    let own_clause = nodes.first().is_some_and(|n| n.and && matches!(n.pos, Pos::Verb | Pos::Neg))
        && from.checked_sub(1).is_some_and(|b| !all[b].quote() && !matches!(all[b].pos, Pos::That | Pos::Mark(_)));
    let frame = ask.said.filter(|_| !own_clause);
    let own = if own_clause { 0 } else { own };
    let arabic = check::arabic(nodes) + own;
    let clause::Line { text: line, mut rules, named, cut } = match frame {
        Some(said) => clause::said(&all[..end], from, said),
        None => clause::line(&all[..end], from, ask.speaker),
    };
    let count = |line: &str| check::negations(line) + check::denials(line);
    let with_frame = |line: String| match frame {
        Some(said) => format!("{} {}: {line}", said.speaker, said.verb),
        None => line,
    };
    // A toss-up is left out of a part that is not trusted.
    let lost = cut.iter().flat_map(|part| &all[part.clone()]).filter(|n| n.content && n.tied).count();
    let coverage = (100 * (known.saturating_sub(lost) + named)).checked_div(content).unwrap_or(100).min(100) as u8;
    if (100 * known).checked_div(content).is_some_and(|share| share < usize::from(ENOUGH)) {
        let line = with_frame(terms(nodes));
        let found = count(&line);
        return Gloss { text: line, coverage, rules: vec!["terms only"], negations: (arabic, found) };
    }
    let found = count(&line);
    if found == arabic {
        rules.sort_unstable();
        rules.dedup();
        return Gloss { text: line, coverage, rules, negations: (arabic, found) };
    }
    // The words before a part may have moved into it.
    if from > 0 && frame.is_none() {
        let clause::Line { text: line, mut rules, .. } = clause::line(nodes, 0, None);
        if count(&line) == arabic {
            rules.sort_unstable();
            return Gloss { text: line, coverage, rules, negations: (arabic, arabic) };
        }
    }
    let line = with_frame(source_order(nodes));
    let found = count(&line);
    Gloss { text: line, coverage, rules: vec!["source order"], negations: (arabic, found) }
}

/// The same words without the rules: the terms of the glossary alone, and all words where the Arabic has them. What the rules earn is measured against both.
#[must_use]
pub fn plain(ask: &Ask, reader: &Reader) -> [String; 2] {
    let nodes = read::nodes(ask, reader);
    [terms(&nodes), source_order(&nodes)]
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

/// The glossary's terms in the order of the text, with the numbers and the negators between them.
pub(super) fn terms(nodes: &[Node]) -> String {
    let mut out: Vec<String> = Vec::new();
    for (i, n) in nodes.iter().enumerate() {
        let text = match n.pos {
            Pos::Neg | Pos::NonMasdar | Pos::IsNot => "[not]".to_owned(),
            Pos::Non => "[non-]".to_owned(),
            Pos::Without => "[without]".to_owned(),
            // 15 ألف أسير
            Pos::Number => match super::np::np(nodes, i).filter(|p| !p.text().contains('…')) {
                Some(p) => p.text(),
                None => n.en.clone(),
            },
            _ if n.mention && n.content || super::doubt::but(n) => n.en.clone(),
            _ if check::denials(&n.en) + check::negations(&n.en) > 0 => n.en.clone(),
            _ => continue,
        };
        if out.last().is_none_or(|last| !last.ends_with(text.as_str())) || text.starts_with('[') {
            out.push(text);
        }
    }
    out.join(" … ")
}
