//! Places: in a village, at a headquarters.

use super::*;

impl Clause<'_> {
    /// True for the name of a place at `i` that nobody is met with: one that cannot act, or behind what lies in a place.
    pub(super) fn place(&self, i: usize) -> bool {
        const LIES: &[&str] = &[
            "village",
            "town",
            "city",
            "area",
            "district",
            "region",
            "governorate",
            "province",
            "base",
            "camp",
            "airport",
            "hotel",
            "palace",
            "resort",
            "neighbourhood",
            "countryside",
            "crossing",
            "capital",
            "port",
            "hospital",
            "prison",
        ];
        let n = &self.nodes[i];
        let lies = i > 0 && (0..i).rev().take(3).any(|j| LIES.contains(&self.nodes[j].en.as_str()));
        n.pos == Pos::Name && n.mention && !n.human && !n.person_name && (!n.agent || lies)
    }

    /// وصل إلى مقر: true for what stands at `i` if one arrives at it; it is no town.
    pub(super) fn arrives_at(&self, i: usize) -> bool {
        self.governors.last().is_some_and(|l| l.en(0) == Some("arrive"))
            && !self.is(i, Pos::Name)
            && !self.get(i).is_some_and(|x| matches!(x.en.as_str(), "capital" | "city" | "country"))
    }
}
