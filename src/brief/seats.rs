//! One row for one person and one name for one side: a surname is the person in full, a country is its government where that sits at the table, a delegation is one side, and offices
//! are told in neutral words.

use super::parts::Participant;
use super::speakers::at_the_table;
use super::there::delegate;
use crate::arabic::fold::fold;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Settles a list of participants.
pub(super) fn settle(mut list: Vec<Participant>, lexicon: &Lexicon) -> Vec<Participant> {
    surnames(&mut list);
    spellings(&mut list);
    governments(&mut list, lexicon);
    one_delegation(&mut list, lexicon);
    came_after_all(&mut list, lexicon);
    of_the_government(&mut list);
    neutral(&mut list, lexicon);
    list
}

/// The last part of a name.
pub(super) fn surname(ar: &str) -> Option<Vec<u8>> {
    let last = ar.split_whitespace().next_back()?;
    Some(fold(last.strip_prefix("ال").unwrap_or(last)))
}

/// `صبرا` beside `محمد صبرا`, where one person alone is called so.
fn surnames(list: &mut Vec<Participant>) {
    let mut at = 0;
    while at < list.len() {
        let p = &list[at];
        let alone = p.id.is_empty() && p.en.ends_with('*') && p.ar.split_whitespace().count() == 1;
        let called = |o: &Participant| o.ar.split_whitespace().count() > 1 && surname(&o.ar) == surname(&p.ar);
        let full: Vec<usize> = (0..list.len()).filter(|&i| alone && called(&list[i])).collect();
        match full[..] {
            [full] => {
                let p = list.remove(at);
                list[full - usize::from(full > at)].takes(p);
            }
            _ => at += 1,
        }
    }
}

/// `أحمد أبوسالم` beside `أحمد أبو سالم`: one person, written in one word and in two.
fn spellings(list: &mut Vec<Participant>) {
    let joined = |ar: &str| fold(&ar.replace("أبو ", "أبو").replace("ابو ", "أبو").replace("عبد ال", "عبدال"));
    let mut at = 0;
    while at < list.len() {
        let p = &list[at];
        let same = |o: &Participant| o.id.is_empty() && p.id.is_empty() && o.ar != p.ar && joined(&o.ar) == joined(&p.ar);
        let Some(other) = list[..at].iter().position(same).filter(|_| p.ar.contains(' ')) else {
            at += 1;
            continue;
        };
        let p = list.remove(at);
        // In two words the name is read better.
        if p.ar.split_whitespace().count() > list[other].ar.split_whitespace().count() {
            (list[other].en, list[other].ar) = (p.en.clone(), p.ar.clone());
        }
        list[other].takes(p);
    }
}

/// The government of a country that has a seat of its own.
pub(super) fn government(country: &str, lexicon: &Lexicon) -> Option<EntryId> {
    let entry = lexicon.entry(country).filter(|e| e.kind == Kind::Country)?;
    let seat = lexicon.entries.iter().find(|e| {
        e.kind == Kind::Party
            && e.role.as_deref() == Some("side")
            && e.affiliation.as_deref() == Some(entry.id.as_str())
            && e.id.ends_with("_government")
    })?;
    lexicon.number(&seat.id)
}

/// `Syria` beside the Syrian government: one side.
fn governments(list: &mut Vec<Participant>, lexicon: &Lexicon) {
    let mut at = 0;
    while at < list.len() {
        let found = government(&list[at].id, lexicon).map(|id| &lexicon.entries[id as usize]);
        let Some(seat) = found else {
            at += 1;
            continue;
        };
        if let Some(other) = list.iter().position(|p| p.id == seat.id) {
            let p = list.remove(at);
            list[other - usize::from(other > at)].takes(p);
        } else if list.iter().any(|p| p.party == seat.en.preferred) {
            let p = &mut list[at];
            seat.id.clone_into(&mut p.id);
            seat.en.preferred.clone_into(&mut p.en);
            at += 1;
        } else {
            at += 1;
        }
    }
}

/// The parties of a list, with their entries.
fn parties(list: &[Participant], lexicon: &Lexicon) -> Vec<(String, EntryId)> {
    let id = |en: &str| {
        lexicon.entries.iter().find(|e| e.kind == Kind::Party && e.en.preferred == en).and_then(|e| lexicon.number(&e.id))
    };
    let parties: std::collections::BTreeSet<String> = list.iter().map(|p| p.party.clone()).filter(|p| !p.is_empty()).collect();
    parties.into_iter().filter_map(|en| id(&en).map(|id| (en, id))).collect()
}

/// A delegation that was missed on one day, and whose head was there: no absence.
fn came_after_all(list: &mut Vec<Participant>, lexicon: &Lexicon) {
    let pairs = parties(list, lexicon);
    let seat = |en: &str| pairs.iter().find(|(p, _)| p == en).map(|(_, id)| at_the_table(lexicon, *id));
    let heads = list.iter().filter(|p| p.role.starts_with("head of delegation") && p.presence == "attended");
    let there: Vec<EntryId> = heads.filter_map(|p| seat(&p.party)).collect();
    let absent = |p: &Participant| p.role == "delegation" && p.presence == "absent";
    list.retain(|p| !(absent(p) && seat(&p.party).is_some_and(|s| there.contains(&s))));
}

/// Who sits in a delegation is of the side of the one who heads it, where the two are one at the table.
fn one_delegation(list: &mut [Participant], lexicon: &Lexicon) {
    let pairs = parties(list, lexicon);
    let seat = |en: &str| pairs.iter().find(|(p, _)| p == en).map(|(_, id)| at_the_table(lexicon, *id));
    let heads: Vec<&str> = list.iter().filter(|p| p.role.starts_with("head of delegation")).map(|p| p.party.as_str()).collect();
    let heads: Vec<(String, EntryId)> = heads.into_iter().filter_map(|en| seat(en).map(|s| (en.to_owned(), s))).collect();
    let moved: Vec<(usize, String)> = list
        .iter()
        .enumerate()
        .filter(|(_, p)| delegate(&p.role))
        .filter_map(|(at, p)| {
            let mut same = heads.iter().filter(|(_, s)| seat(&p.party) == Some(*s)).map(|(en, _)| en);
            let head = same.next()?;
            (same.all(|other| other == head) && *head != p.party).then(|| (at, head.clone()))
        })
        .collect();
    for (at, party) in moved {
        let p = &mut list[at];
        p.role = p.role.replace(&format!("of the {}", p.party), &format!("of the {party}"));
        p.party = party;
    }
}

/// `عضو الوفد الحكومي` in an article that does not name the government: it is the one whose delegation the other articles name so.
fn of_the_government(list: &mut [Participant]) {
    let of = |p: &Participant| p.role.contains("government delegation") || p.role.contains(" government");
    let mut parties: Vec<String> =
        list.iter().filter(|p| of(p) && delegate(&p.role) && !p.party.is_empty()).map(|p| p.party.clone()).collect();
    parties.sort();
    parties.dedup();
    if let [one] = parties.as_slice() {
        for p in list.iter_mut().filter(|p| p.party.is_empty() && p.role.contains("the government delegation")) {
            p.party.clone_from(one);
        }
    }
}

/// `head of delegation of the Syrian regime`: what an article calls a side is no word of a table.
fn neutral(list: &mut [Participant], lexicon: &Lexicon) {
    if list.iter().all(|p| p.role.is_empty()) {
        return;
    }
    let loaded: Vec<(&str, &str)> = lexicon
        .entries
        .iter()
        .filter(|e| e.kind == Kind::Party)
        .filter_map(|e| Some((e.en.preferred.as_str(), e.neutral.as_deref()?)))
        .filter(|(en, neutral)| en != neutral)
        .collect();
    for p in list.iter_mut().filter(|p| !p.role.is_empty()) {
        // `head of delegation of the Syrian regime; Deputy Foreign Minister`
        let end = p.role.find("; ").unwrap_or(p.role.len());
        if let Some((en, neutral)) = loaded.iter().find(|(en, _)| p.role[..end].ends_with(en)) {
            p.role.replace_range(end - en.len()..end, neutral);
        }
    }
}

impl Participant {
    /// Takes up what another row tells of the same one.
    fn takes(&mut self, other: Self) {
        if self.role.is_empty() || delegate(&other.role) && !delegate(&self.role) {
            self.role = other.role;
        }
        if self.presence == "mentioned" {
            self.presence = other.presence;
        }
        for c in other.citations {
            if !self.citations.iter().any(|own| (&own.source, own.sentence) == (&c.source, c.sentence)) {
                self.citations.push(c);
            }
        }
    }
}
