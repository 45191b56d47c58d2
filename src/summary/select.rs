//! Selection: which scored sentences of an article are taken.
//!
//! In: candidates with scores. Out: the best that fit into the budget, and one more that fills it. Total order: score, then position; the same on every machine.

use std::cmp::Reverse;

/// A sentence that may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Number of the sentence in its article.
    pub sentence: usize,
    /// Its score.
    pub score: i32,
    /// What it takes of the budget.
    pub cost: u32,
}

/// Takes candidates in the order of their scores, passing over those that would reach the budget; then the one of the rest that fills it best, which may pass it: the greatest
/// score times the root of the cost. They come back in the order in which they were taken.
#[must_use]
pub fn fill(mut candidates: Vec<Candidate>, budget: u32) -> Vec<Candidate> {
    candidates.sort_unstable_by_key(|c| (Reverse(c.score), c.sentence));
    let mut used = 0;
    let (mut taken, rest): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|c| {
        let fits = c.cost < budget - used;
        if fits {
            used += c.cost;
        }
        fits
    });
    // Score squared times cost orders as score times the root of cost, and needs no root.
    let worth = |c: &Candidate| i64::from(c.score) * i64::from(c.score.abs()) * i64::from(c.cost);
    taken.extend(rest.into_iter().max_by_key(|c| (worth(c), Reverse(c.sentence))));
    taken
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn taken(scores_and_costs: &[(i32, u32)], budget: u32) -> Vec<usize> {
        let all = scores_and_costs.iter().enumerate().map(|(sentence, &(score, cost))| Candidate { sentence, score, cost });
        fill(all.collect(), budget).iter().map(|c| c.sentence).collect()
    }

    #[test]
    fn the_best_that_fit_then_the_one_that_fills() {
        assert_eq!(taken(&[(900, 10), (800, 30), (700, 10), (600, 10)], 25), [0, 2, 1]);
        assert_eq!(taken(&[(500, 10), (500, 10), (500, 10)], 15), [0, 1], "equal scores: text order");
        assert_eq!(taken(&[(500, 10)], 1), [0], "one is always taken");
        assert_eq!(taken(&[], 10), [] as [usize; 0]);
        assert_eq!(taken(&[(-100, 90), (10, 10)], 10), [1], "what was taken off does not fill");
    }

    proptest! {
        #[test]
        fn the_order_of_the_input_does_not_matter(mut pairs in prop::collection::vec((0..4i32, 1..9u32), 0..30), budget in 1..60u32, turn in 0..30usize) {
            let mut all: Vec<Candidate> = pairs.drain(..).enumerate().map(|(sentence, (score, cost))| Candidate { sentence, score, cost }).collect();
            let first = fill(all.clone(), budget);
            let len = all.len().max(1);
            all.rotate_left(turn % len);
            all.reverse();
            prop_assert_eq!(&fill(all, budget), &first);
            let used: u32 = first.iter().map(|c| c.cost).sum();
            prop_assert!(used.saturating_sub(first.last().map_or(0, |c| c.cost)) < budget);
        }
    }
}
