//! Room: how many words a brief has for statements and for key points, so that all of it is read in a sitting.

use super::context::Brief;
use super::joined;
use super::parts::{Dispute, DisputeValue, Line, Outcome, Participant, Position, Speaker, Statement};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::round::assign::Round;

/// The English words of a brief for one of `summary.budget_words`.
const PAGE: usize = 6;
/// English words of a brief beside its lines: the head, headings, names of columns. What stands behind the last dates (sources, gaps, evidence, legend) is not counted, nor are
/// the places of lines: they are looked up, not read.
const FRAME: usize = 165;
/// Words of a line beside its text: the state of a matter, presence, a badge, a day.
const OUTCOME: usize = 3;
const PARTICIPANT: usize = 2;
const DISPUTED: usize = 3;
const DAY: usize = 5;
/// One figure in three is told by nothing else.
const FIGURE: usize = 15 / 3;
/// English words for ten Arabic ones of a key point.
const POINT: usize = 15;

/// Arabic words for two of `summary.budget_words`: a round whose articles have no more is told whole rather than cut, for who reads no Arabic has nowhere else to look.
const WHOLE: usize = 15;

/// Whether a round is short enough to be told whole; copies (of which article, if it is one) count once.
pub(super) fn whole(round: &Round, copies: &[Option<usize>], configured: u32) -> bool {
    let own = round.articles.iter().zip(copies).filter(|(_, copy)| copy.is_none());
    let sentences = own.flat_map(|((article, analysis), _)| analysis.sentences.iter().map(|s| (&article.text, s)));
    let told = sentences.filter(|(_, s)| s.kind == SentenceKind::Sentence);
    let ar: usize = told.map(|(text, s)| words(&text[s.start as usize..s.end as usize])).sum();
    2 * ar <= WHOLE * configured as usize
}

/// How many English words of prose a brief may have.
pub(super) struct Room {
    /// Key statements.
    pub(super) statements: usize,
    /// Key statements and key points that nothing else tells.
    all: usize,
    /// Key points, in any case.
    least: usize,
}

/// English words of a statement: a line with its speaker's office, or what goes on with one and does not name the speaker again.
pub(super) fn statement(statement: &Statement, goes_on: bool) -> usize {
    let en = words(&statement.en.text);
    if goes_on { en.saturating_sub(words(&statement.speaker.en)) } else { en + words(&statement.speaker.role) }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

impl Room {
    /// What `brief`, which has all but its prose, leaves of the page. One and a half of `budget` for statements and four tenths of it for key points are given in any case.
    pub(super) fn of(brief: &Brief, budget: u32) -> Self {
        let lines = |lines: &[Line]| -> usize { lines.iter().map(|l| words(&l.en.text)).sum() };
        let speaker = |s: &Speaker| words(&s.en);
        let outcome = |o: &Outcome| OUTCOME + words(&o.slot_en) + o.by.iter().chain(&o.also).map(speaker).sum::<usize>();
        let value = |v: &DisputeValue| DISPUTED + words(&v.value.text) + v.by.as_ref().map_or(3, speaker);
        let person =
            |p: &Participant| PARTICIPANT + words(&p.en) + if p.role.is_empty() { words(&p.party) } else { words(&p.role) };
        let disputed = |d: &Dispute| words(&d.slot_en) + d.values.iter().map(value).sum::<usize>();
        let taken = FRAME
            + lines(&brief.bottom_line)
            + lines(&brief.agenda)
            + lines(&brief.format)
            + lines(&brief.agreements)
            + brief.outcomes.iter().map(outcome).sum::<usize>()
            + brief.participants.iter().map(person).sum::<usize>()
            + brief.disputes.iter().map(disputed).sum::<usize>()
            + FIGURE * brief.figures.len()
            + brief.timeline.iter().map(|e| DAY + words(&e.en.text)).sum::<usize>()
            + brief.next.iter().map(|n| DAY + words(&n.en.text)).sum::<usize>();
        let free = (PAGE * budget as usize).saturating_sub(taken);
        let budget = budget as usize;
        let statements = (free * 6 / 10).max(budget * 3 / 2);
        Self { statements, all: free, least: budget * 4 / 10 }
    }

    /// What the key statements of these positions leave for key points, in Arabic words.
    pub(super) fn points(&self, positions: &[Position]) -> u32 {
        let told = |p: &Position| -> usize {
            let joined = |at: usize| p.statements[..at].iter().any(|head| head.key && joined::together(head, &p.statements[at]));
            let key = p.statements.iter().enumerate().filter(|(_, s)| s.key);
            key.map(|(at, s)| statement(s, joined(at))).sum()
        };
        let taken: usize = positions.iter().map(told).sum();
        (self.all.saturating_sub(taken).max(self.least) * 10 / POINT) as u32
    }
}
