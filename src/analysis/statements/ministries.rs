//! Of which country a ministry is that is called by nothing else: `وزارة الخارجية` behind `وزارة الخارجية السودانية`, or in a report of the state's own agency.

use super::offices::affiliation;
use super::view::View;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Tokens of a dateline.
const DATELINE: usize = 8;

/// Ministries that an article named.
#[derive(Debug, Default)]
pub(super) struct Ministries {
    /// Each with its country, the last one last.
    named: Vec<EntryId>,
    /// The country of the dateline, where the agency is its own.
    home: Option<EntryId>,
}

/// True for a ministry, of a country or of none.
pub(super) fn is(lexicon: &Lexicon, id: EntryId) -> bool {
    let entry = &lexicon.entries[id as usize];
    entry.kind == Kind::Organization && entry.id.ends_with("_ministry")
}

/// True for the ministry of this kind in a country: `sudanese_foreign_ministry` for `foreign_ministry`.
fn of_kind(lexicon: &Lexicon, id: EntryId, kind: EntryId) -> bool {
    let (id, kind) = (lexicon.entries.id(id), lexicon.entries.id(kind));
    id.len() > kind.len() && id.ends_with(kind) && id.as_bytes()[id.len() - kind.len() - 1] == b'_'
}

impl Ministries {
    /// `بورتسودان (سونا) -`: a place, and the agency of its own state.
    pub(super) fn dateline(&mut self, v: &View) {
        let Some(place) = v.at(0).filter(|m| v.kind(m) == Kind::Place) else { return };
        let country = affiliation(v.lexicon, v.id(place));
        let own = |id: EntryId| {
            let whose = affiliation(v.lexicon, id);
            whose.is_some() && (whose == country || whose.and_then(|id| affiliation(v.lexicon, id)) == country)
        };
        let agency = v.s.matches.iter().any(|m| (m.first as usize) < DATELINE && v.kind(m) == Kind::Media && own(v.id(m)));
        self.home = country.filter(|_| agency);
    }

    /// Which ministry is meant; `of` is the country that the words give. One that is named with its country is remembered.
    pub(super) fn whose(&mut self, lexicon: &Lexicon, id: EntryId, of: Option<EntryId>) -> EntryId {
        if of.is_some() || affiliation(lexicon, id).is_some() {
            self.named.push(id);
            return id;
        }
        let before = self.named.iter().rev().find(|&&n| of_kind(lexicon, n, id)).copied();
        let home = || {
            self.home?;
            let all = 0..lexicon.entries.len() as EntryId;
            all.into_iter().find(|&n| of_kind(lexicon, n, id) && affiliation(lexicon, n) == self.home)
        };
        before.or_else(home).unwrap_or(id)
    }
}
