//! What changed since the previous round: ledger against ledger, by matter.

use std::collections::BTreeMap;

use super::ledger::{family, word};
use super::parts::{Change, Outcome, OutcomeStatus};
use crate::analysis::outcomes::OTHER;
use crate::glossary::lexicon::Lexicon;

/// The status of each matter: what the articles say before what speakers say, what is settled before what is open.
fn matters<'a>(outcomes: &'a [Outcome], lexicon: &'a Lexicon) -> BTreeMap<&'a str, OutcomeStatus> {
    let mut out: BTreeMap<&str, (bool, OutcomeStatus)> = BTreeMap::new();
    for o in outcomes.iter().filter(|o| o.slot != OTHER) {
        let slot = lexicon.number(&o.slot).map_or(o.slot.as_str(), |n| lexicon.entries[family(lexicon, n) as usize].id.as_str());
        let new = (o.by.is_some(), o.status);
        out.entry(slot).and_modify(|old| *old = (*old).min(new)).or_insert(new);
    }
    out.into_iter().map(|(slot, (_, status))| (slot, status)).collect()
}

/// Matters that both rounds have, with another status. What only one round mentions is no change: its articles may just not speak of it.
pub(super) fn changes(previous: &[Outcome], now: &[Outcome], lexicon: &Lexicon) -> Vec<Change> {
    let (before, after) = (matters(previous, lexicon), matters(now, lexicon));
    let mut slots: Vec<&str> = before.keys().chain(after.keys()).copied().collect();
    slots.sort_unstable();
    slots.dedup();
    // `final statement` of one round and `joint statement` of three states in the next are no one matter.
    let named = |outcomes: &[Outcome], slot: &str| -> Vec<String> {
        let own = |o: &&Outcome| {
            o.slot != OTHER && lexicon.number(&o.slot).is_some_and(|n| lexicon.entries[family(lexicon, n) as usize].id == slot)
        };
        outcomes.iter().filter(own).map(|o| o.slot_en.clone()).collect()
    };
    let one = |slot: &str| {
        let (a, b) = (named(previous, slot), named(now, slot));
        a.is_empty() || b.is_empty() || a.iter().any(|name| b.contains(name))
    };
    slots
        .into_iter()
        .filter(|slot| one(slot))
        .map(|slot| {
            let (before, after) = (before.get(slot).copied(), after.get(slot).copied());
            let said = |status: Option<OutcomeStatus>| {
                lexicon.number(slot).zip(status).map(|(n, status)| word(lexicon, n, status)).unwrap_or_default().to_owned()
            };
            Change {
                slot: slot.to_owned(),
                slot_en: lexicon.entry(slot).map(|e| e.en.preferred.clone()).unwrap_or_default(),
                before,
                after,
                words: (said(before), said(after)),
            }
        })
        .filter(|c| c.before.is_some() && c.after.is_some() && c.before != c.after)
        .collect()
}
