//! Room: how many words a brief has for statements and for key points, so that all of it is read in a sitting.

use super::context::Brief;
use super::joined;
use super::parts::Position;

/// The English words of a brief for one of `summary.budget_words`.
const PAGE: usize = 6;
/// English words of a line without its places, on average: head, bottom line and headings, then each kind of line. Measured on the briefs of seven rounds. What stands behind
/// the last dates (sources, gaps, evidence, legend) is not counted either: it is looked up, not read.
const FRAME: usize = 210;
const OUTCOME: usize = 8;
const PARTICIPANT: usize = 6;
const DISPUTED: usize = 8;
const AGREED: usize = 14;
/// One figure in three is told by nothing else.
const FIGURE: usize = 15 / 3;
const DAY: usize = 8;
const NEXT: usize = 16;
/// English words for ten Arabic ones of a key point.
const POINT: usize = 15;

/// How many English words of prose a brief may have.
pub(super) struct Room {
    /// Key statements.
    pub(super) statements: usize,
    /// Key statements and key points that nothing else tells.
    all: usize,
    /// Key points, in any case.
    least: usize,
}

/// English words of a statement of `ar` Arabic words: a line with its speaker, or what goes on with one. Measured on the briefs of seven rounds.
pub(super) fn statement(ar: usize, goes_on: bool) -> usize {
    ar * 3 / 2 + if goes_on { 2 } else { 8 }
}

impl Room {
    /// What `brief`, which has all but its prose, leaves of the page. One and a half of `budget` for statements and four tenths of it for key points are given in any case.
    pub(super) fn of(brief: &Brief, budget: u32) -> Self {
        let agenda: usize = brief.agenda.iter().map(|l| l.en.text.split_whitespace().count()).sum();
        let taken = FRAME
            + agenda
            + OUTCOME * brief.outcomes.len()
            + PARTICIPANT * brief.participants.len()
            + DISPUTED * brief.disputes.iter().map(|d| d.values.len()).sum::<usize>()
            + AGREED * brief.agreements.len()
            + FIGURE * brief.figures.len()
            + DAY * brief.timeline.len()
            + NEXT * brief.next.len();
        let free = (PAGE * budget as usize).saturating_sub(taken);
        let budget = budget as usize;
        let statements = (free * 6 / 10).max(budget * 3 / 2);
        Self { statements, all: free, least: budget * 4 / 10 }
    }

    /// What the key statements of these positions leave for key points, in Arabic words.
    pub(super) fn points(&self, positions: &[Position]) -> u32 {
        let words = |p: &Position| -> usize {
            let joined = |at: usize| p.statements[..at].iter().any(|head| head.key && joined::together(head, &p.statements[at]));
            let key = p.statements.iter().enumerate().filter(|(_, s)| s.key);
            key.map(|(at, s)| statement(s.ar.split_whitespace().count(), joined(at))).sum()
        };
        let taken: usize = positions.iter().map(words).sum();
        (self.all.saturating_sub(taken).max(self.least) * 10 / POINT) as u32
    }
}
