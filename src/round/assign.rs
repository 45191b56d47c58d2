//! Assignment: articles and their analyses, gathered into rounds.

use std::collections::BTreeMap;

use super::tracks::Tracks;
use crate::analysis::Analysis;
use crate::article::Article;

/// One round and what was written about it.
#[derive(Debug)]
pub struct Round<'a> {
    /// Number of the track in [`Tracks::list`].
    pub track: usize,
    /// Number of the round.
    pub number: u32,
    /// Its articles and analyses, by date, then path, then id; articles without a date last.
    pub articles: Vec<(&'a Article, &'a Analysis)>,
}

impl Round<'_> {
    /// Id of the round: `astana-2`.
    #[must_use]
    pub fn id(&self, tracks: &Tracks) -> String {
        format!("{}-{}", tracks.list[self.track].id, self.number)
    }
}

/// Gathers articles into rounds, in the order of tracks and numbers. The second part are articles that no round was found for.
#[must_use]
pub fn assign<'a>(articles: &'a [Article], analyses: &'a [Analysis], tracks: &Tracks) -> (Vec<Round<'a>>, Vec<&'a Article>) {
    let mut rounds: BTreeMap<(usize, u32), Vec<(&Article, &Analysis)>> = BTreeMap::new();
    let mut none = Vec::new();
    for (article, analysis) in articles.iter().zip(analyses) {
        let key = analysis.round.as_ref().and_then(|g| Some((tracks.list.iter().position(|t| t.id == g.track)?, g.number)));
        match key {
            Some(key) => rounds.entry(key).or_default().push((article, analysis)),
            None => none.push(article),
        }
    }
    let rounds = rounds
        .into_iter()
        .map(|((track, number), mut articles)| {
            articles.sort_by(|(a, x), (b, y)| {
                let date = |y: &Analysis| (y.meta.date.is_none(), y.meta.date.as_ref().map(|d| d.value));
                (date(x), &a.path, &a.id).cmp(&(date(y), &b.path, &b.id))
            });
            Round { track, number, articles }
        })
        .collect();
    (rounds, none)
}
