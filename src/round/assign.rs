//! Assignment: articles and their analyses, gathered into rounds.

use std::collections::BTreeMap;

use super::tracks::{self, Tracks};
use super::{beside, steps};
use crate::analysis::Analysis;
use crate::article::{Article, RoundRef};
use crate::brief::context::Bilingual;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::glossary::lexicon::Lexicon;

/// One round and what was written about it.
#[derive(Debug)]
pub struct Round<'a> {
    /// Number of the track in [`Tracks::list`].
    pub track: usize,
    /// Number of the round, where the talks are numbered.
    pub number: Option<u32>,
    /// Its articles and analyses, by date, then path, then id; articles without a date last.
    pub articles: Vec<(&'a Article, &'a Analysis)>,
    id: String,
    /// What is known of a round that is in no list: what to call it, and the glossary entry of its place.
    step: Option<(Bilingual, Option<String>)>,
}

impl Round<'_> {
    /// Id of the round: `astana-2`.
    #[must_use]
    pub fn id(&self, _: &Tracks) -> String {
        self.id.clone()
    }

    /// What is known of it beforehand.
    #[must_use]
    pub fn data<'t>(&self, tracks: &'t Tracks) -> Option<&'t tracks::Round> {
        tracks.list[self.track].by_id(&self.id)
    }

    /// Glossary entry of its place, where the list of rounds or the articles give it.
    #[must_use]
    pub fn place<'t>(&'t self, tracks: &'t Tracks) -> Option<&'t str> {
        match self.data(tracks) {
            Some(data) => data.place.as_deref(),
            None => self.step.as_ref()?.1.as_deref(),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self, tracks: &Tracks) -> Bilingual {
        let track = &tracks.list[self.track];
        match (self.data(tracks).and_then(|d| d.name.clone()), self.number, &self.step) {
            (Some(name), ..) => name,
            (None, Some(number), _) => track.numbered_name(number),
            (None, None, Some((name, _))) => {
                Bilingual { en: format!("{}, {}", track.en, name.en), ar: format!("{}، {}", track.ar, name.ar) }
            }
            (None, None, None) => Bilingual { en: track.en.clone(), ar: track.ar.clone() },
        }
    }
}

/// Gathers articles into rounds, in the order of tracks and of their rounds in time. The second part are articles that no round was found for.
#[must_use]
pub fn assign<'a>(
    articles: &'a [Article],
    analyses: &'a [Analysis],
    tracks: &Tracks,
    lexicon: &Lexicon,
) -> (Vec<Round<'a>>, Vec<&'a Article>) {
    type Key = (usize, u32, String);
    type Members<'a> = (Option<u32>, Vec<(&'a Article, &'a Analysis)>);
    let steps = steps::gather(analyses.iter().map(|a| a.round.as_ref()), tracks);
    let stepped: BTreeMap<usize, String> = steps.iter().flat_map(|s| s.articles.iter().map(|&a| (a, s.id(tracks)))).collect();
    let mut rounds: BTreeMap<Key, Members> = BTreeMap::new();
    let mut none = Vec::new();
    for (i, (article, analysis)) in articles.iter().zip(analyses).enumerate() {
        let key = analysis.round.as_ref().and_then(|g| {
            let track = tracks.track(&g.track)?;
            let id = g.id.as_ref().or(stepped.get(&i))?;
            let listed = tracks.list[track].rounds.iter().position(|r| tracks.list[track].round_id(r) == *id);
            Some((track, g.number.or(listed.map(|p| p as u32)).unwrap_or(u32::MAX), id.clone()))
        });
        match key {
            Some(key) => {
                let number = analysis.round.as_ref().and_then(|g| g.number);
                rounds.entry(key).or_insert((number, Vec::new())).1.push((article, analysis));
            }
            None => none.push(article),
        }
    }
    let rounds = rounds
        .into_iter()
        .map(|((track, _, id), (number, mut articles))| {
            articles.sort_by(|(a, x), (b, y)| {
                let date = |y: &Analysis| (y.meta.date.is_none(), y.meta.date.as_ref().map(|d| d.value));
                (date(x), &a.path, &a.id).cmp(&(date(y), &b.path, &b.id))
            });
            let step = steps.iter().find(|s| s.track == track && s.id(tracks) == id);
            let step = step.map(|s| (s.name(lexicon, tracks), s.place.clone()));
            Round { track, number, articles, id, step }
        })
        .collect();
    (rounds, none)
}

/// A warning for each article that states a round which is in no track, and so was taken for the one that it tells of.
#[must_use]
pub fn misstated(articles: &[Article], analyses: &[Analysis], tracks: &Tracks) -> Vec<Diagnostic> {
    let warn = |(article, analysis): (&Article, &Analysis)| {
        let Some(RoundRef::Id(stated)) = &article.meta.round else { return None };
        let guess = analysis.round.as_ref()?.id.as_ref()?;
        if guess == stated {
            return None;
        }
        let problem = Diagnostic::warning(
            Code::ArticleRound,
            format!("`{stated}` is no round of a track: `{}` was taken for {guess}", article.id),
        );
        let line = format!("round: {stated}");
        let problem = match article.source.text.find(&line) {
            Some(at) => problem.at(article.source.span(at + line.len() - stated.len()..at + line.len())),
            None => problem.in_file(article.path.clone()),
        };
        let ids: Vec<String> =
            tracks.list.iter().flat_map(|track| track.rounds.iter().map(|round| track.round_id(round))).collect();
        Some(match did_you_mean(stated, ids.iter().map(String::as_str)) {
            Some(near) => problem.hint(format!("did you mean `{near}`?")),
            None => problem.hint("write the id of a round, as `astana-2`"),
        })
    };
    articles.iter().zip(analyses).filter_map(warn).collect()
}

/// A warning for each article of a round that has no date, neither stated nor told by its text.
#[must_use]
pub fn undated(rounds: &[Round]) -> Vec<Diagnostic> {
    let articles = rounds.iter().flat_map(|round| &round.articles).filter(|(_, analysis)| analysis.meta.date.is_none());
    articles
        .map(|(article, _)| {
            Diagnostic::warning(
                Code::ArticleDate,
                format!("no date was found for `{}`: what it says of today or of last week stays without a day", article.id),
            )
            .in_file(article.path.clone())
            .hint("state it in the front matter (`date: 2017-02-16`)")
        })
        .collect()
}

/// A warning for each article for which nearly as much speaks for another round, or that others beside it place.
#[must_use]
pub fn unclear(articles: &[Article], analyses: &[Analysis]) -> Vec<Diagnostic> {
    let warn = |(article, analysis): (&Article, &Analysis)| {
        let guess = analysis.round.as_ref()?;
        if let Some(id) = guess.id.as_ref().filter(|_| beside::is_placed(analysis)) {
            let message =
                format!("`{}` was taken for {id}: nothing in it says so but its day and whom or what it speaks of", article.id);
            return Some(
                Diagnostic::warning(Code::RoundUnclear, message)
                    .in_file(article.path.clone())
                    .hint("state it in the front matter (`round:`) or pin it in rounds.yaml"),
            );
        }
        let (id, close) = (guess.id.as_ref()?, &guess.close()?.round);
        Some(
            Diagnostic::warning(
                Code::RoundUnclear,
                format!("`{}` was taken for {id}, and nearly as much speaks for {close}", article.id),
            )
            .in_file(article.path.clone())
            .hint("state it in the front matter (`round:`) or pin it in rounds.yaml"),
        )
    };
    articles.iter().zip(analyses).filter_map(warn).collect()
}
