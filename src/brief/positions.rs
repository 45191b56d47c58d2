//! Positions: who said what, by side. What one speaker says again, in this article or another, is told once with all its places; what a reader needs first is marked
//! ([`super::key`]).

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::cite::Cites;
use super::english::statement;
use super::key;
use super::parts::{Position, Statement, TermRef};
use super::speakers::{Said, all, term};
use crate::analysis::statements::Who;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::glossary::matcher::Matcher;
use crate::round::assign::Round;
use crate::summary::content::{Class, Concept, content_of};
use crate::summary::similar;

/// What statements are put together by: sides first, then those of no side by how little is known of them.
type Key = (u8, Option<u32>);

/// Share of the shorter statement's concepts that the longer must have to say the same, in per cent, and how many at least.
const SAME: usize = 60;
const SHARED: usize = 3;

/// A statement of a list with what it is compared by.
struct Told {
    statement: Statement,
    group: usize,
    gist: Gist,
    weight: i32,
}

/// What a statement is compared by.
struct Gist {
    concepts: BTreeSet<Concept>,
    negators: u32,
    denies: bool,
}

impl Gist {
    /// True where the two say the same: most of what the shorter tells, with the same numbers and days, and neither denies what the other says.
    fn same(&self, other: &Self) -> bool {
        let exact = |g: &Self| -> Vec<Concept> {
            g.concepts.iter().filter(|c| matches!(c.class, Class::Number | Class::Day)).copied().collect()
        };
        let shared = self.concepts.intersection(&other.concepts).count();
        let least = self.concepts.len().min(other.concepts.len());
        self.negators == other.negators
            && self.denies == other.denies
            && shared >= SHARED
            && 100 * shared >= SAME * least
            && exact(self) == exact(other)
    }
}

/// The positions of a round: sides with the most statements first, those of no side last.
pub(super) fn positions(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Position> {
    let lexicon = given.lexicon;
    let said: Vec<Said> = all(&round.articles);
    let contents: Vec<&str> = said.iter().map(|s| s.text(s.statement.content)).collect();
    let groups = similar::groups(&contents);
    let mut matcher = Matcher::new(lexicon);
    let mut sides: BTreeMap<Key, Vec<Told>> = BTreeMap::new();
    for (i, s) in said.iter().enumerate() {
        let speaker = s.speaker(lexicon);
        let sentence = &s.analysis.sentences[s.statement.sentence as usize];
        let (start, end) = s.statement.content;
        let key = match (s.side(lexicon), s.statement.speaker.who) {
            (Some(side), _) => (0, Some(side)),
            (None, Who::Unresolved) => (3, None),
            (None, Who::Words) => (2, None),
            (None, _) => (1, None),
        };
        let verb = s.verb(lexicon);
        let content = content_of(contents[i], &mut matcher);
        let gist = Gist {
            concepts: content.concepts.into_iter().collect(),
            negators: content.negators + u32::from(s.statement.negated),
            denies: verb.stance == "deny",
        };
        let weight = key::weight(s, round, given);
        let list = sides.entry(key).or_default();
        let twin = list.iter_mut().find(|t| {
            t.statement.speaker.id == speaker.id
                && t.statement.speaker.en == speaker.en
                && (t.group == groups[i] || t.gist.same(&gist))
        });
        if let Some(twin) = twin {
            let citation = cites.cite(s.article, s.statement.sentence as usize, start, end);
            twin.statement.citations.push(citation);
            twin.weight = twin.weight.max(weight);
            continue;
        }
        if sentence.kind != SentenceKind::Sentence
            && said.iter().any(|o| {
                std::ptr::eq(o.article, s.article)
                    && o.statement.sentence > s.statement.sentence
                    && o.statement.speaker.who == s.statement.speaker.who
            })
        {
            // A heading tells in short what its paragraph tells in full.
            continue;
        }
        let told = Statement {
            verb,
            polarity: if s.statement.negated { "negated" } else { "affirmed" }.to_owned(),
            key: false,
            quoted: s.statement.quoted,
            ar: contents[i].to_owned(),
            en: statement(s, sentence, given),
            topics: s.statement.topics.iter().map(|&t| lexicon.entries[t as usize].id.clone()).collect(),
            via: s.statement.via.map(|v| lexicon.entries[v as usize].en.preferred.clone()),
            speaker,
            citations: vec![cites.cite(s.article, s.statement.sentence as usize, start, end)],
        };
        list.push(Told { statement: told, group: groups[i], gist, weight });
    }
    let keys: Vec<Key> = sides.keys().copied().collect();
    let mut lists: Vec<(bool, Vec<(Statement, i32)>)> = sides
        .into_iter()
        .map(|((_, side), told)| (side.is_some(), told.into_iter().map(|t| (t.statement, t.weight)).collect()))
        .collect();
    key::mark(&mut lists, given.config.summary.budget_words);
    let mut out: Vec<((u8, usize), Position)> = Vec::new();
    for ((rank, side), (_, told)) in keys.into_iter().zip(lists) {
        let party = match (side, rank) {
            (Some(side), _) => term(lexicon, side),
            (None, 1) => nobody("sources-not-named", "Sources that are not named"),
            (None, 2) => nobody("not-in-glossary", "Speakers whom the glossary does not know"),
            (None, _) => nobody("unresolved", "Speakers who could not be resolved"),
        };
        let statements: Vec<Statement> = told.into_iter().map(|(statement, _)| statement).collect();
        out.push(((rank, usize::MAX - statements.len()), Position { party, statements }));
    }
    out.sort_by(|(a, x), (b, y)| (a, &x.party.id).cmp(&(b, &y.party.id)));
    out.into_iter().map(|(_, p)| p).filter(|p| !p.statements.is_empty()).collect()
}

fn nobody(id: &str, en: &str) -> TermRef {
    TermRef { id: id.to_owned(), en: en.to_owned(), ar: String::new() }
}
