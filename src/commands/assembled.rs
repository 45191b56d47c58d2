//! Briefs of rounds, one beside the other; for a folder that is built again and again, those that were assembled from the same before are taken.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::project::Project;
use crate::brief::assemble::{Given, assemble};
use crate::brief::context::Brief;
use crate::brief::parts::Notes;
use crate::round::assign::Round;

/// A hash of all that a brief is assembled from.
type Key = [u8; 32];

/// The briefs of the last build, without what is put into them afterwards.
#[derive(Debug, Default)]
pub(super) struct Assembled(BTreeMap<Key, Brief>);

impl Assembled {
    /// As [`briefs`]; what was assembled before is not assembled anew.
    pub(super) fn briefs(&mut self, project: &Project, rounds: &[Round], given: &Given) -> Vec<Brief> {
        let knowledge = knowledge(project);
        let keys: Vec<Key> = rounds.iter().map(|round| key(&knowledge, round, given)).collect();
        let old = std::mem::take(&mut self.0);
        let brief = |(round, key)| old.get(key).cloned().unwrap_or_else(|| assemble(round, Notes::default(), given));
        let briefs: Vec<Brief> = rounds.par_iter().zip(&keys).map(brief).collect();
        self.0 = keys.into_iter().zip(briefs.iter().cloned()).collect();
        briefs
    }
}

/// The briefs of these rounds, without notes and without what is new in each.
pub(super) fn briefs(rounds: &[Round], given: &Given) -> Vec<Brief> {
    rounds.par_iter().map(|round| assemble(round, Notes::default(), given)).collect()
}

/// What the glossary, the tracks and the translations were made from: the same for every round.
fn knowledge(project: &Project) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new();
    project.knowledge().iter().for_each(|text| part(&mut hasher, text));
    hasher
}

fn key(knowledge: &blake3::Hasher, round: &Round, given: &Given) -> Key {
    let mut hasher = knowledge.clone();
    let mut part = |text: &str| part(&mut hasher, text);
    part(&format!("{:?} {:?} {} {:?}", given.config, given.as_of, round.track, round.number));
    part(&round.id(given.tracks));
    for (article, _) in &round.articles {
        // The places of lines follow from the file, and not from what is read of it.
        part(&format!("{:?} {:?} {:?} {}", article.id, article.path, article.meta, article.line(0)));
        part(&format!("{:?}", article.blocks));
        part(&article.text);
        part(&article.source.text);
    }
    *hasher.finalize().as_bytes()
}

fn part(hasher: &mut blake3::Hasher, text: &str) {
    hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
}
