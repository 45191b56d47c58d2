//! `«جدة 2»`: the number that reports write behind a town, of talks that nobody numbers.

use super::{Piece, Weighing};
use crate::glossary::lexicon::EntryId;
use crate::round::hits::{Hit, When};
use crate::round::subject;
use crate::round::tracks::{Round, Says};

/// The weight of a town with its number, before that of its place in the article.
const CALLED: i32 = 5;

impl Weighing<'_> {
    /// Rounds that are called by a town and a number.
    pub(super) fn by_called(&self, out: &mut Vec<Piece>) {
        if self.is_numbered() || self.rounds().all(|(_, round)| round.called.is_empty()) {
            return;
        }
        for (i, hit) in self.all_hits().filter(|(i, hit)| self.leads[*i] > 0 && hit.rule == "number-after-name") {
            let lead = self.leads[i];
            let weight = match hit.when {
                When::Now if lead < 4 => 2,
                When::Now => CALLED + lead,
                When::Soon if lead >= 6 => CALLED + lead,
                When::Told if lead >= 4 => CALLED + lead / 2,
                // بعد فشل «جدة 1»
                When::Soon | When::Next | When::Told | When::Past => 1,
            };
            let tokens = &self.items[i].s.tokens;
            let (start, end) = self.bytes(i, tokens[hit.first].start, tokens[hit.last].end);
            let called = self.rounds().filter(|(_, round)| self.is_called(round, i, hit));
            out.extend(called.map(|(key, _)| Piece { key, rule: "number-of-town", weight, start, end }));
        }
    }

    /// True for a number behind the name of the talks, or behind a town by which a round is called: `جنيف 4`, `«جدة 2»`, not `جدة 5 آلاف`.
    pub(super) fn is_number_of_talks(&self, i: usize, hit: &Hit) -> bool {
        hit.rule == "number-after-name" && (self.is_numbered() || self.rounds().any(|(_, round)| self.is_called(round, i, hit)))
    }

    /// True if the town, or the talks of the town, that stand before the number are those that this round is called by.
    fn is_called(&self, round: &Round, i: usize, hit: &Hit) -> bool {
        let s = self.items[i].s;
        if subject::is_of_thing(self.items[i], hit.first) {
            return false;
        }
        let names = s.matches.iter().chain(&s.cues).filter(|m| m.first as usize == hit.first);
        let entries: Vec<EntryId> = names.map(|m| self.lexicon.forms[m.form as usize].entry).collect();
        let of_town = |town: EntryId, entry: EntryId| {
            let held = |says: &(u16, Says)| match *says {
                (track, Says::NamesRound(at)) if usize::from(track) == self.main => {
                    let place = self.rounds().nth(usize::from(at)).and_then(|(_, round)| round.place.as_deref());
                    place.and_then(|place| self.lexicon.number(place)) == Some(town)
                }
                _ => false,
            };
            self.tracks.city(entry) == town || self.tracks.said_by(entry).iter().any(held)
        };
        let town = |(town, number): (&String, &u32)| {
            *number == hit.number
                && self.lexicon.number(town).is_some_and(|town| entries.iter().any(|&entry| of_town(town, entry)))
        };
        round.called.iter().any(town)
    }
}
