//! What the ledger, the agenda and the key statements tell already: a key point that they tell, too, is not printed twice.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Brief;
use super::parts::{Citation, Statement};
use crate::analysis::Analysis;
use crate::arabic::sentences::Kind;
use crate::round::assign::Round;

/// The share of a key point, in per cent of its bytes, from which it counts as told elsewhere.
const TOLD: u32 = 33;

/// Ranges of bytes, in order, by source and number of the sentence.
type Ranges = BTreeMap<(String, u32), Vec<(u32, u32)>>;

/// What is told of each sentence; the lead of an article, which says who, where and when, is never told.
pub(super) struct Told {
    ranges: Ranges,
    leads: BTreeSet<(String, u32)>,
}

impl Told {
    /// What a brief with its outcomes, agenda and positions tells.
    pub(super) fn of(brief: &Brief, round: &Round) -> Self {
        let first = |analysis: &Analysis| analysis.sentences.iter().position(|s| s.kind == Kind::Sentence);
        let leads = round.articles.iter().filter_map(|(a, analysis)| Some((a.id.clone(), first(analysis)? as u32 + 1))).collect();
        let statements = brief.positions.iter().flat_map(|p| &p.statements).filter(|s| s.key).flat_map(|s| &s.citations);
        let outcomes = brief.outcomes.iter().flat_map(|o| &o.citations);
        let agenda = brief.agenda.iter().flat_map(|line| &line.citations);
        Self { ranges: ranges(statements.chain(outcomes).chain(agenda)), leads }
    }

    /// True if `start..end` of sentence `number` (from 1) is told, if not in full.
    pub(super) fn has(&self, source: &str, number: u32, start: u32, end: u32) -> bool {
        let place = (source.to_owned(), number);
        let ranges = self.ranges.get(&place).map_or(&[][..], Vec::as_slice);
        !self.leads.contains(&place) && 100 * covered(ranges, start, end) >= TOLD * (end - start)
    }

    /// True for the lead of an article.
    pub(super) fn leads(&self, source: &str, number: u32) -> bool {
        self.leads.contains(&(source.to_owned(), number))
    }
}

/// Takes out of the key statements what a printed key point tells whole, and with its speaker, as long as the party has another.
pub(super) fn once(brief: &mut Brief) {
    let points: Vec<(String, Citation)> = brief
        .key_points
        .iter()
        .filter(|k| !k.told)
        .flat_map(|k| k.citations.iter().map(|c| (k.en.text.clone(), c.clone())))
        .collect();
    let inside = |s: &Statement| {
        s.citations.len() == 1
            && points.iter().any(|(text, p)| {
                let c = &s.citations[0];
                (&p.source, p.sentence) == (&c.source, c.sentence)
                    && p.start <= c.start
                    && c.end <= p.end
                    && text.contains(&s.speaker.en)
            })
    };
    for position in &mut brief.positions {
        let mut key = position.statements.iter().filter(|s| s.key).count();
        for statement in position.statements.iter_mut().filter(|s| s.key) {
            if key > 1 && inside(statement) {
                statement.key = false;
                key -= 1;
            }
        }
    }
}

/// What lines of a brief show: bytes of sentences.
pub(super) struct Shown(Ranges);

impl Shown {
    /// What the key statements and the key points of `brief` print.
    pub(super) fn of(brief: &Brief) -> Self {
        let statements = brief.positions.iter().flat_map(|p| &p.statements).filter(|s| s.key).map(|s| &s.citations);
        let points = brief.key_points.iter().filter(|k| !k.told).map(|k| &k.citations);
        Self(ranges(statements.chain(points).flatten()))
    }

    /// What `brief` has in English, sentence by sentence: key points, statements, next dates and what is also reported.
    pub(super) fn in_english(brief: &Brief) -> Self {
        let points = brief.key_points.iter().map(|p| (&p.en, &p.citations));
        let said = brief.positions.iter().flat_map(|p| &p.statements).map(|s| (&s.en, &s.citations));
        let next = brief.next.iter().map(|n| (&n.en, &n.citations));
        let also = brief.also.iter().map(|a| (&a.en, &a.citations));
        let lines = points.chain(said).chain(next).chain(also).filter(|(en, _)| !en.text.is_empty());
        Self(ranges(lines.flat_map(|(_, citations)| citations)))
    }

    /// True if it has most of these bytes.
    pub(super) fn most(&self, c: &Citation) -> bool {
        2 * self.bytes(&c.source, c.sentence, c.start, c.end) >= c.end - c.start
    }

    /// How many of the bytes `start..end` of sentence `number` (from 1) it prints.
    pub(super) fn bytes(&self, source: &str, number: u32, start: u32, end: u32) -> u32 {
        self.0.get(&(source.to_owned(), number)).map_or(0, |ranges| covered(ranges, start, end))
    }

    /// True if it prints these bytes.
    pub(super) fn holds(&self, c: &Citation) -> bool {
        let ranges = self.0.get(&(c.source.clone(), c.sentence));
        ranges.is_some_and(|ranges| ranges.iter().any(|&(start, end)| start <= c.start && c.end <= end))
    }
}

/// The ranges that are cited.
fn ranges<'c>(citations: impl Iterator<Item = &'c Citation>) -> Ranges {
    let mut out = Ranges::new();
    for c in citations {
        out.entry((c.source.clone(), c.sentence)).or_default().push((c.start, c.end));
    }
    out.values_mut().for_each(|ranges| ranges.sort_unstable());
    out
}

/// How many bytes of `start..end` lie in `ranges`, which are in order.
fn covered(ranges: &[(u32, u32)], start: u32, end: u32) -> u32 {
    let (mut bytes, mut at) = (0, start);
    for &(from, to) in ranges {
        let (from, to) = (from.max(at), to.min(end));
        bytes += to.saturating_sub(from);
        at = at.max(to);
    }
    bytes
}
