//! Steps: rounds of talks that nobody configured, gathered from their articles by track, place and day.
//!
//! In: the guesses of a workspace's articles. Out: the steps, and the YAML that `mujaz rounds suggest` prints, for an editor to accept. An article whose day is not known joins no
//! step.

use chrono::{Datelike, NaiveDate};

use super::evidence::RoundGuess;
use super::tracks::Tracks;
use crate::brief::context::Bilingual;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::Lexicon;

/// Articles of one track and place that lie no further apart are one step.
const APART: i64 = 14;

/// A round that its articles alone know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Number of the track in [`Tracks::list`].
    pub track: usize,
    /// Glossary entry of the place.
    pub place: Option<String>,
    /// Day of the first article.
    pub start: NaiveDate,
    /// Day of the last.
    pub end: NaiveDate,
    /// The articles, by their place in the list of guesses.
    pub articles: Vec<usize>,
}

impl Step {
    /// Id of the step: `yemen-muscat-2018-12`.
    #[must_use]
    pub fn id(&self, tracks: &Tracks) -> String {
        format!("{}-{}", tracks.list[self.track].id, self.slug())
    }

    /// What it is called until somebody names it: `Muscat, June 2021`.
    pub(super) fn name(&self, lexicon: &Lexicon, tracks: &Tracks) -> Bilingual {
        let place = self.place.as_ref().and_then(|p| lexicon.entry(p));
        let month = lexicon.entries.iter().find(|e| {
            e.kind == Kind::Month && e.value == Some(i64::from(self.start.month())) && e.calendar.as_deref() == Some("gregorian")
        });
        let track = &tracks.list[self.track];
        let ar = |e: Option<&Entry>, none: &str| e.and_then(|e| e.ar.first()).map_or(none.to_owned(), String::clone);
        let en = |e: Option<&Entry>, none: &str| e.map_or(none.to_owned(), |e| e.en.preferred.clone());
        let year = self.start.year();
        Bilingual {
            en: format!("{}, {} {year}", en(place, &track.en), en(month, "")),
            ar: format!("{}، {} {year}", ar(place, &track.ar), ar(month, "")),
        }
    }

    fn slug(&self) -> String {
        let month = format!("{}-{:02}", self.start.year(), self.start.month());
        match &self.place {
            Some(place) => format!("{}-{month}", place.replace('_', "-")),
            None => month,
        }
    }
}

/// Gathers the guesses that name no configured round.
#[must_use]
pub fn gather<'g>(guesses: impl Iterator<Item = Option<&'g RoundGuess>>, tracks: &Tracks) -> Vec<Step> {
    let mut loose: Vec<(usize, Option<&str>, NaiveDate, usize)> = guesses
        .enumerate()
        .filter_map(|(i, g)| {
            let g = g.filter(|g| g.id.is_none())?;
            Some((tracks.track(&g.track)?, g.place.as_deref(), g.day?, i))
        })
        .collect();
    loose.sort_unstable();
    let mut out: Vec<Step> = Vec::new();
    for (track, place, day, article) in loose {
        match out.last_mut().filter(|s| s.track == track && s.place.as_deref() == place && (day - s.end).num_days() <= APART) {
            Some(step) => {
                step.end = day;
                step.articles.push(article);
            }
            None => out.push(Step { track, place: place.map(str::to_owned), start: day, end: day, articles: vec![article] }),
        }
    }
    out
}

/// The steps as a file of tracks: what an editor would write under `rounds`. `ids` are those of the articles, in the order in which they were gathered.
#[must_use]
pub fn suggest(steps: &[Step], ids: &[&str], lexicon: &Lexicon, tracks: &Tracks) -> String {
    let mut out = String::new();
    let mut track = None;
    for step in steps {
        if track != Some(step.track) {
            out.push_str(&format!("- id: {}\n  rounds:\n", tracks.list[step.track].id));
            track = Some(step.track);
        }
        let articles: Vec<&str> = step.articles.iter().map(|&a| ids[a]).collect();
        let Bilingual { en, ar } = step.name(lexicon, tracks);
        out.push_str(&format!(
            "    # {}\n    - id: {}\n      name: {{en: \"{en}\", ar: \"{ar}\"}}\n      start: {}\n      end: {}\n",
            articles.join(", "),
            step.slug(),
            step.start,
            step.end
        ));
        if let Some(place) = &step.place {
            out.push_str(&format!("      place: {place}\n"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::LEXICON;
    use crate::glossary::load;

    #[test]
    fn articles_are_gathered_by_place_and_day() {
        let tracks = Tracks::new(load::builtin_tracks(), &LEXICON);
        let guess = |place: &str, day: &str| RoundGuess {
            track: "yemen".into(),
            number: None,
            id: None,
            place: Some(place.into()),
            day: Some(day.parse().unwrap()),
            rival: None,
            evidence: Vec::new(),
        };
        let guesses = [
            guess("muscat", "2021-06-05"),
            guess("muscat", "2021-06-12"),
            guess("muscat", "2021-09-01"),
            guess("riyadh", "2021-06-06"),
        ];
        let steps = gather(guesses.iter().map(Some), &tracks);
        let ids: Vec<_> = steps.iter().map(|s| (s.id(&tracks), s.articles.clone())).collect();
        assert_eq!(
            ids,
            [
                ("yemen-muscat-2021-06".to_owned(), vec![0, 1]),
                ("yemen-muscat-2021-09".to_owned(), vec![2]),
                ("yemen-riyadh-2021-06".to_owned(), vec![3])
            ]
        );
        assert_eq!(
            suggest(&steps[..1], &["a", "b"], &LEXICON, &tracks),
            "- id: yemen\n  rounds:\n    # a, b\n    - id: muscat-2021-06\n      name: {en: \"Muscat, June 2021\", ar: \"مسقط، يونيو 2021\"}\n      \
             start: 2021-06-05\n      end: 2021-06-12\n      place: muscat\n"
        );
    }
}
