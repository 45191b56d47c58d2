//! How far two texts are the same, word by word.
//!
//! Words are compared folded, by Levenshtein distance over whole words: the share is `1 - distance / words of the longer text`.

use crate::arabic::fold::fold;
use crate::arabic::token::{Kind, tokens};

/// The words of a text, as they stand and folded.
#[derive(Debug)]
pub(super) struct Words(Vec<(String, Vec<u8>)>);

/// What two texts have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The share of the words, in per cent, rounded down.
    pub percent: u8,
    /// Words of the text that was asked for and not of the other, in their order.
    pub here: Vec<String>,
    /// Words of the other text alone, in their order.
    pub there: Vec<String>,
}

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let words = tokens(text).into_iter().filter(|t| !matches!(t.kind, Kind::Mark(_))).map(|t| t.text(text));
        Self(words.map(|w| (w.to_owned(), fold(w))).filter(|(_, folded)| !folded.is_empty()).collect())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The most that the texts can have in common, by their lengths alone.
    pub(super) fn length_share(&self, other: &Self) -> u8 {
        share(self.len().abs_diff(other.len()), self.len().max(other.len()))
    }

    pub(super) fn difference(&self, other: &Self) -> Difference {
        let (a, b) = (&self.0, &other.0);
        // `cost[i][j]`: the distance of the first i words from the first j.
        let mut cost = vec![vec![0usize; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                cost[i][j] = match (i, j) {
                    (0, n) | (n, 0) => n,
                    _ => {
                        let same = usize::from(a[i - 1].1 != b[j - 1].1);
                        (cost[i - 1][j - 1] + same).min(cost[i - 1][j] + 1).min(cost[i][j - 1] + 1)
                    }
                };
            }
        }
        let (mut i, mut j, mut here, mut there) = (a.len(), b.len(), Vec::new(), Vec::new());
        while i > 0 || j > 0 {
            if i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + usize::from(a[i - 1].1 != b[j - 1].1) {
                (i, j) = (i - 1, j - 1);
                if a[i].1 != b[j].1 {
                    here.push(a[i].0.clone());
                    there.push(b[j].0.clone());
                }
            } else if i > 0 && cost[i][j] == cost[i - 1][j] + 1 {
                i -= 1;
                here.push(a[i].0.clone());
            } else {
                j -= 1;
                there.push(b[j].0.clone());
            }
        }
        here.reverse();
        there.reverse();
        Difference { percent: share(cost[a.len()][b.len()], a.len().max(b.len())), here, there }
    }
}

fn share(distance: usize, longest: usize) -> u8 {
    (100 * (longest - distance)).checked_div(longest).unwrap_or(0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs() {
        let difference = |a: &str, b: &str| Words::new(a).difference(&Words::new(b));
        let own = |words: &[&str]| words.iter().map(|&w| w.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            difference("وصل 14 فصيلاً أمس", "وصل 9 فصائل أمس"),
            Difference { percent: 50, here: own(&["14", "فصيلاً"]), there: own(&["9", "فصائل"]) }
        );
        assert_eq!(difference("لم يصل الوفد", "يصل الوفد"), Difference { percent: 66, here: own(&["لم"]), there: vec![] });
        assert_eq!(difference("الوفد", "الوفد،"), Difference { percent: 100, here: vec![], there: vec![] });
        assert_eq!(difference("", ""), Difference { percent: 0, here: vec![], there: vec![] });
    }
}
