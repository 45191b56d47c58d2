//! The status word and the bottom line, by rule from the ledger.

use super::assemble::rule;
use super::context::{RoundHead, Status};
use super::ledger::Row;
use super::parts::{Citation, Line, OutcomeStatus};
use crate::glossary::lexicon::EntryId;

/// Slots that tell how the talks were held, not what came of them.
const FORMAT: [&str; 2] = ["direct_talks", "delegation_attendance"];
/// Slots that tell how the whole round ended.
const OVERALL: [&str; 3] = ["any_agreement", "round_results", "talks_progress"];
/// Matters of one line.
const MATTERS: usize = 5;

/// The status word: what the articles, the host and the mediator say decides; what a side claims does not.
pub(super) fn status(rows: &[Row]) -> Status {
    let of = |status: OutcomeStatus| {
        rows.iter().filter(move |r| r.outcome.status == status && !FORMAT.contains(&r.outcome.slot.as_str()))
    };
    let agreed = of(OutcomeStatus::Agreed).count();
    let told = of(OutcomeStatus::NotAgreed).filter(|r| r.outcome.by.is_none()).count();
    let not = of(OutcomeStatus::NotAgreed).count();
    let overall = of(OutcomeStatus::NotAgreed).any(|r| r.outcome.by.is_none() && OVERALL.contains(&r.outcome.slot.as_str()));
    let put_off = of(OutcomeStatus::Pending).any(|r| r.outcome.slot.contains("postponement"));
    let (word, why) = match (agreed, told, not) {
        (0, 0, 0) if put_off => ("did not meet", "the articles tell of a postponement and of no outcome"),
        (0, 0, 0) => ("unclear", "no entry in the outcome ledger that is agreed or not agreed"),
        (0, 0, _) => ("unclear", "only speakers say what was not agreed; no article says it itself"),
        (0, _, _) if overall => {
            ("no agreement", "the articles say that no agreement or no progress was reached, and nothing that was agreed")
        }
        (0, _, _) => ("unclear", "the articles say that single matters were not agreed; none says how the round ended"),
        (_, 0, 0) => ("agreed", "the articles say what was agreed, and nothing that was not"),
        _ => ("partial", "something was agreed and something was not"),
    };
    Status { word: word.to_owned(), rule: why.to_owned(), en: rule(sentence(word), why) }
}

fn sentence(word: &str) -> String {
    match word {
        "agreed" => "An outcome was agreed.",
        "partial" => "Some matters were agreed, others were not.",
        "no agreement" => "No agreement was reached.",
        "did not meet" => "The talks are reported to be put off.",
        _ => "The sources do not settle how the round ended.",
    }
    .to_owned()
}

/// At most three lines: the round, what is settled, what is claimed, denied or open.
pub(super) fn bottom_line(
    head: &RoundHead,
    articles: usize,
    independent: usize,
    rows: &[Row],
    first: Option<&Citation>,
) -> Vec<Line> {
    let place = head.place.as_ref().map(|p| format!(", {}", p.en)).unwrap_or_default();
    let dates = head.dates.held.map(|d| format!(", {}", d.en())).unwrap_or_default();
    let sources = match (articles, independent) {
        (1, _) => "one source".to_owned(),
        (n, i) if i < n => format!("{n} sources, {i} independent texts"),
        (n, _) => format!("{n} sources"),
    };
    let text = format!("{}{dates}{place}: {sources}.", head.name.en);
    let mut out = vec![Line {
        ar: String::new(),
        en: rule(text, "round, dates and place from the track's data; sources counted"),
        citations: first.cloned().into_iter().collect(),
    }];
    let settled = [("Agreed", OutcomeStatus::Agreed), ("Not agreed", OutcomeStatus::NotAgreed)];
    let open = [("Claimed", OutcomeStatus::Claimed), ("Denied", OutcomeStatus::Denied), ("Pending", OutcomeStatus::Pending)];
    out.extend(matters(rows, &settled));
    out.extend(matters(rows, &open));
    out
}

/// `Agreed: joint monitoring group. Not agreed: final statement (Bashar Ja'afari).` Matters that are read together are named once; what an article says itself needs no speaker.
fn matters(rows: &[Row], parts: &[(&str, OutcomeStatus)]) -> Option<Line> {
    let mut citations = Vec::new();
    let mut texts = Vec::new();
    for &(name, status) in parts {
        let mut rows: Vec<&Row> =
            rows.iter().filter(|r| r.outcome.status == status && !FORMAT.contains(&r.outcome.slot.as_str())).collect();
        rows.sort_by_key(|r| (r.outcome.by.is_some(), std::cmp::Reverse(r.outcome.citations.len())));
        let mut named: Vec<(EntryId, String)> = Vec::new();
        for row in rows {
            if named.iter().any(|(family, _)| *family == row.family) {
                continue;
            }
            if named.len() == MATTERS {
                named.push((EntryId::MAX, "…".to_owned()));
                break;
            }
            let by = row.outcome.by.as_ref().map(|b| format!(" ({})", b.en)).unwrap_or_default();
            named.push((row.family, format!("{}{by}", row.outcome.slot_en)));
            citations.extend(row.outcome.citations.first().cloned());
        }
        if !named.is_empty() {
            let names: Vec<String> = named.into_iter().map(|(_, n)| n).collect();
            texts.push(format!("{name}: {}.", names.join("; ")));
        }
    }
    (!texts.is_empty()).then(|| Line { ar: String::new(), en: rule(texts.join(" "), "the outcome ledger, by status"), citations })
}
