//! Room: how many Arabic words a brief has for statements and for key points, so that all of it is read in a sitting.

use super::context::Brief;

/// The English words of a brief for one of `summary.budget_words`.
const PAGE: usize = 6;
/// English words of a line, on average: headings and legends, then each kind of line. Measured on briefs of nine rounds: within a tenth of what the whole had.
const FRAME: usize = 230;
const OUTCOME: usize = 17;
const PARTICIPANT: usize = 7;
const DISPUTED: usize = 9;
const AGREED: usize = 14;
const FIGURE: usize = 17;
const DAY: usize = 9;
const NEXT: usize = 18;
const SOURCE: usize = 10;
const GAP: usize = 13;
/// English words for ten Arabic ones: of a statement with its speaker, of a key point.
const STATEMENT: usize = 23;
const POINT: usize = 14;

/// How much prose a brief may have, in Arabic words.
pub(super) struct Room {
    /// Key statements.
    pub(super) statements: u32,
    /// Key points that nothing else tells.
    pub(super) points: u32,
}

impl Room {
    /// What `brief`, which has all but its prose and its `sources`, leaves of the page. Nine tenths of `budget` for statements and four for key points are given in any case.
    pub(super) fn of(brief: &Brief, sources: usize, budget: u32) -> Self {
        let agenda: usize = brief.agenda.iter().map(|l| l.en.text.split_whitespace().count()).sum();
        let taken = FRAME
            + agenda
            + OUTCOME * brief.outcomes.len()
            + PARTICIPANT * brief.participants.len()
            + DISPUTED * brief.disputes.iter().map(|d| d.values.len()).sum::<usize>()
            + AGREED * brief.agreements.len()
            + FIGURE * brief.figures.len()
            + DAY * brief.timeline.len()
            + NEXT * brief.next.len()
            + SOURCE * sources
            + GAP * 3;
        let free = (PAGE * budget as usize).saturating_sub(taken);
        let statements = (free * 6 / STATEMENT) as u32;
        let statements = statements.max(budget * 9 / 10);
        let points = (free.saturating_sub(statements as usize * STATEMENT / 10) * 10 / POINT) as u32;
        Self { statements, points: points.max(budget * 4 / 10) }
    }
}
