//! The outcome ledger: what became of each matter, and on whose word.

use std::collections::BTreeMap;

use super::assemble::Given;
use super::cite::Cites;
use super::english::line;
use super::parts::{Outcome, OutcomeStatus};
use super::speakers::{Said, of, partisan};
use crate::analysis::outcomes::Status;
use crate::article::Article;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;
use crate::summary::similar;

/// An entry of the ledger with what the other sections need of it.
pub(super) struct Row {
    pub(super) outcome: Outcome,
    /// The slot that this one is read together with, or itself.
    pub(super) family: EntryId,
    /// Numbers of the articles that carry it, wire copies left out.
    pub(super) independent: Vec<usize>,
}

/// The ledger of a round: by status, then by slot; what the articles say themselves before what speakers say.
pub(super) fn ledger(round: &Round, given: &Given, host: Option<EntryId>, cites: &mut Cites) -> Vec<Row> {
    let lexicon = given.lexicon;
    let mut found = Vec::new();
    for (a, &(article, analysis)) in round.articles.iter().enumerate() {
        for outcome in &analysis.outcomes {
            found.push((a, article, analysis, outcome));
        }
    }
    let clauses: Vec<&str> = found.iter().map(|&(_, article, analysis, o)| clause(article, analysis.sentences.get(o.sentence as usize).map_or((0, 0), |s| (s.start, s.end)))).collect();
    let groups = similar::groups(&clauses);
    let mut rows: BTreeMap<(OutcomeStatus, String, String), (Row, Vec<usize>)> = BTreeMap::new();
    for (i, &(a, article, analysis, outcome)) in found.iter().enumerate() {
        let said = of(article, analysis, outcome.statement);
        let status = status(outcome.status, said.as_ref(), given, host);
        let by = said.map(|s| s.speaker(lexicon));
        let slot = &lexicon.entries[outcome.slot as usize];
        let key = by.as_ref().map_or(String::new(), |b| b.id.clone().unwrap_or_else(|| b.ar.clone()));
        let sentence = &analysis.sentences[outcome.sentence as usize];
        let citation = cites.cite(article, outcome.sentence as usize, outcome.span.0, outcome.span.1);
        let (row, texts) = rows.entry((status, slot.id.clone(), key)).or_insert_with(|| {
            let row = Row {
                outcome: Outcome {
                    status,
                    slot: slot.id.clone(),
                    slot_en: slot.en.preferred.clone(),
                    ar: article.text[outcome.span.0 as usize..outcome.span.1 as usize].to_owned(),
                    en: line(article, sentence, outcome.span.0..outcome.span.1, given),
                    by,
                    citations: Vec::new(),
                },
                family: family(lexicon, outcome.slot),
                independent: Vec::new(),
            };
            (row, Vec::new())
        });
        row.outcome.citations.push(citation);
        if !texts.contains(&groups[i]) {
            texts.push(groups[i]);
            if !row.independent.contains(&a) {
                row.independent.push(a);
            }
        }
    }
    rows.into_values().map(|(row, _)| row).collect()
}

fn clause(article: &Article, (start, end): (u32, u32)) -> &str {
    &article.text[start as usize..end as usize]
}

/// What a side says is agreed is a claim; what the host or the mediator says stands, with their name.
fn status(status: Status, said: Option<&Said>, given: &Given, host: Option<EntryId>) -> OutcomeStatus {
    match status {
        Status::Agreed if said.is_some_and(|s| partisan(s.side(given.lexicon), given, host)) => OutcomeStatus::Claimed,
        Status::Agreed => OutcomeStatus::Agreed,
        Status::NotAgreed => OutcomeStatus::NotAgreed,
        Status::Denied => OutcomeStatus::Denied,
        Status::Pending => OutcomeStatus::Pending,
    }
}

/// The slot that a slot is read together with, or itself.
pub(super) fn family(lexicon: &Lexicon, slot: EntryId) -> EntryId {
    lexicon.entries[slot as usize].affiliation.as_deref().and_then(|id| lexicon.number(id)).unwrap_or(slot)
}

/// The host: the country of the place where the round was held.
pub(super) fn host(round: &Round, given: &Given) -> Option<EntryId> {
    let track = &given.tracks.list[round.track];
    let place = track.rounds.iter().find(|r| r.number == round.number).and_then(|r| r.place.as_deref()).or(track.places.first().map(String::as_str))?;
    let entry = given.lexicon.entry(place)?;
    entry.country.as_deref().and_then(|id| given.lexicon.number(id))
}
