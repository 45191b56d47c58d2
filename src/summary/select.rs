//! Selection: which scored sentences are taken.
//!
//! In: candidates with scores. Out: the best, until the budget is used. Total order: score, then position, then article; the same on every machine.

/// A sentence that may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Number of its article.
    pub article: usize,
    /// Number of the sentence in its article.
    pub sentence: usize,
    /// Its score.
    pub score: i32,
    /// What it takes of the budget.
    pub cost: u32,
}

/// Takes candidates in the order of their scores until the budget is reached; the last one may pass it. They come back in the order in which they were taken.
#[must_use]
pub fn by_rank(mut candidates: Vec<Candidate>, budget: u32) -> Vec<Candidate> {
    candidates.sort_by_key(|c| (std::cmp::Reverse(c.score), c.sentence, c.article));
    let mut used = 0;
    candidates
        .into_iter()
        .take_while(|c| {
            let take = used < budget;
            used += c.cost;
            take
        })
        .collect()
}
