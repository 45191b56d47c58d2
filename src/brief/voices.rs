//! Voices: what one person, or one party, said in all rounds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::cite::labels;
use super::context::{Bilingual, Brief, RoundDates};
use super::parts::Statement;

/// Positions that are of nobody in particular.
const NOBODY: [&str; 4] = ["sources-not-named", "side-not-stated", "not-in-glossary", "unresolved"];

/// What one person, or one party, said.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Voice<'b> {
    /// The version of mujaz that made it.
    pub version: String,
    /// The workspace's title.
    pub title: Bilingual,
    /// The day up to which the page speaks; never the clock.
    pub as_of: Option<NaiveDate>,
    /// `person` or `party`.
    pub kind: String,
    /// Id of the glossary entry.
    pub id: String,
    /// The name; the Arabic is that of the sources.
    pub name: Bilingual,
    /// The party of a person, in English, or empty.
    pub party: String,
    /// The rounds in which there is a statement, newest first.
    pub rounds: Vec<VoiceRound<'b>>,
}

/// What was said in one round.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct VoiceRound<'b> {
    /// Id of the round, and the name of its pages.
    pub id: String,
    /// What to call the round in a heading.
    pub name: Bilingual,
    /// When it was planned, and when it was held.
    pub dates: RoundDates,
    /// The statements, in the order of the brief.
    pub statements: Vec<&'b Statement>,
    /// What a citation of each source is called, as in the brief, by its id.
    pub outlets: BTreeMap<String, String>,
    /// Day of publication of each source that has one, by its id.
    pub published: BTreeMap<String, NaiveDate>,
}

impl Voice<'_> {
    /// How many statements there are.
    #[must_use]
    pub fn statements(&self) -> usize {
        self.rounds.iter().map(|round| round.statements.len()).sum()
    }
}

/// The voices of these briefs, which come newest first: parties, then persons, each by the number of statements.
#[must_use]
pub fn voices<'b>(briefs: &[&'b Brief]) -> Vec<Voice<'b>> {
    let as_of = briefs.iter().filter_map(|brief| brief.as_of).max();
    let mut all: BTreeMap<(&str, &str), Voice> = BTreeMap::new();
    for &brief in briefs {
        let labels = labels(&brief.sources);
        let persons: BTreeMap<&str, &str> =
            brief.terms.iter().filter(|t| t.kind == "person").map(|t| (t.id.as_str(), t.ar.as_str())).collect();
        for position in brief.positions.iter().filter(|p| !NOBODY.contains(&p.party.id.as_str())) {
            let party = &position.party;
            let mut add = |kind: &'static str, id, name: Bilingual, of: &str, statements: Vec<&'b Statement>| {
                let voice = all.entry((kind, id)).or_insert_with(|| Voice {
                    version: brief.version.clone(),
                    title: brief.title.clone(),
                    as_of,
                    kind: kind.to_owned(),
                    id: id.to_owned(),
                    name,
                    party: of.to_owned(),
                    rounds: Vec::new(),
                });
                voice.rounds.push(round(brief, statements, &labels));
            };
            let name = |en: &str, ar: &str| Bilingual { en: en.to_owned(), ar: ar.to_owned() };
            add("party", party.id.as_str(), name(&party.en, &party.ar), "", position.statements.iter().collect());
            let ids: BTreeSet<&str> = position.statements.iter().filter_map(|s| s.speaker.id.as_deref()).collect();
            for id in ids {
                let Some(ar) = persons.get(id) else { continue };
                let own: Vec<&Statement> = position.statements.iter().filter(|s| s.speaker.id.as_deref() == Some(id)).collect();
                add("person", id, name(&own[0].speaker.en, ar), &party.en, own);
            }
        }
    }
    let mut out: Vec<Voice> = all.into_values().collect();
    out.sort_by_key(|voice| (voice.kind == "person", usize::MAX - voice.statements()));
    out
}

fn round<'b>(brief: &'b Brief, statements: Vec<&'b Statement>, labels: &BTreeMap<&str, String>) -> VoiceRound<'b> {
    let cited: BTreeSet<&str> = statements.iter().flat_map(|s| &s.citations).map(|c| c.source.as_str()).collect();
    let labels = labels.iter().filter(|(id, _)| cited.contains(*id));
    let dated = brief.sources.iter().filter(|s| cited.contains(s.id.as_str()));
    VoiceRound {
        id: brief.round.id.clone(),
        name: brief.round.name.clone(),
        dates: brief.round.dates.clone(),
        statements,
        outlets: labels.map(|(id, label)| ((*id).to_owned(), label.clone())).collect(),
        published: dated.filter_map(|s| Some((s.id.clone(), s.date?))).collect(),
    }
}
