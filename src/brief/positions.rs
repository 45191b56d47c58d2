//! Positions: who said what, by side. What one speaker says again, in this article or another, is told once with all its places; what a reader needs first is marked
//! ([`super::key`]).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::assemble::Given;
use super::cite::Cites;
use super::english::{doubtful, statement};
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

/// Bytes between the beginning of a sentence and its topic: `وفي ما يخص`, `أما في ما يتعلق ب`.
const OPENING: u32 = 48;

/// What a statement loses whose English is mostly in doubt.
const DOUBTFUL: i32 = 3;

/// A statement of a list with what it tells of.
struct Told {
    statement: Statement,
    /// Sorted, each once.
    concepts: Vec<Concept>,
    weight: i32,
}

/// What two statements must have in common to be one: who speaks, whether it is denied, the numbers and days.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Gist {
    speaker: (Option<String>, String),
    negators: u32,
    denies: bool,
    exact: Vec<Concept>,
}

/// The statements of a side. What says the same is looked up, so that the work grows with the statements and not with their pairs.
#[derive(Default)]
struct Side {
    told: Vec<Told>,
    /// The first of a speaker's statements in nearly the same words.
    groups: BTreeMap<((Option<String>, String), usize), usize>,
    gists: BTreeMap<Gist, Vec<usize>>,
}

impl Side {
    /// The first statement that says the same: in nearly the same words, or most of what the shorter tells.
    fn twin(&mut self, gist: &Gist, group: usize, concepts: &[Concept]) -> Option<&mut Told> {
        let same = |at: &&usize| {
            let other = &self.told[**at].concepts;
            let shared = shared(concepts, other);
            shared >= SHARED && 100 * shared >= SAME * concepts.len().min(other.len())
        };
        let by_words = self.groups.get(&(gist.speaker.clone(), group)).copied();
        let by_gist = self.gists.get(gist).and_then(|list| list.iter().find(same)).copied();
        let at = by_words.into_iter().chain(by_gist).min()?;
        self.told.get_mut(at)
    }

    fn push(&mut self, told: Told, gist: Gist, group: usize) {
        let at = self.told.len();
        self.groups.entry((gist.speaker.clone(), group)).or_insert(at);
        self.gists.entry(gist).or_default().push(at);
        self.told.push(told);
    }
}

/// The positions of a round, `words` English words of them key statements: sides with the most statements first, those of no side last.
pub(super) fn positions(round: &Round, given: &Given, words: usize, matcher: &mut Matcher, cites: &mut Cites) -> Vec<Position> {
    let lexicon = given.lexicon;
    let said: Vec<Said> = all(&round.articles);
    let contents: Vec<&str> = said.iter().map(|s| s.text(s.statement.content)).collect();
    let groups = similar::groups(&contents);
    matcher.begin();
    let mut sides: BTreeMap<Key, Side> = BTreeMap::new();
    for (i, s) in said.iter().enumerate() {
        let speaker = s.speaker(given);
        let sentence = &s.analysis.sentences[s.statement.sentence as usize];
        // What was said of an earlier round is no position in this one.
        if sentence.background {
            continue;
        }
        // Without the topic of its sentence what is said would be told of something else.
        let (content, end) = s.statement.content;
        let twin = |o: &Said| std::ptr::eq(o.article, s.article) && o.statement.sentence == s.statement.sentence;
        let topic = s.statement.topic.filter(|_| !i.checked_sub(1).is_some_and(|b| twin(&said[b])));
        let opens = |t: (u32, u32)| if t.0 - sentence.start.min(t.0) <= OPENING { sentence.start } else { t.0 };
        let start = topic.map_or(content, |t| opens(t).min(content));
        let key = match (s.side(lexicon), s.statement.speaker.who) {
            (Some(side), _) => (0, Some(side)),
            (None, Who::Unresolved) => (4, None),
            (None, Who::Words) => (3, None),
            (None, Who::Entry(_)) => (2, None),
            (None, _) => (1, None),
        };
        let verb = s.verb(lexicon);
        let content = content_of(contents[i], matcher);
        let concepts = content.concepts;
        let gist = Gist {
            speaker: (speaker.id.clone(), speaker.en.clone()),
            negators: content.negators + u32::from(s.statement.negated),
            denies: verb.stance == "deny",
            exact: concepts.iter().filter(|c| matches!(c.class, Class::Number | Class::Day)).copied().collect(),
        };
        let weight = key::weight(s, &speaker.role, round, given);
        let side = sides.entry(key).or_default();
        if let Some(twin) = side.twin(&gist, groups[i], &concepts) {
            let citation = cites.cite(s.article, s.statement.sentence as usize, start, end);
            twin.statement.citations.push(citation);
            twin.weight = twin.weight.max(weight);
            continue;
        }
        if sentence.kind != SentenceKind::Sentence
            && said[i..]
                .iter()
                .take_while(|o| std::ptr::eq(o.article, s.article))
                .any(|o| o.statement.sentence > s.statement.sentence && o.statement.speaker.who == s.statement.speaker.who)
        {
            // A heading tells in short what its paragraph tells in full.
            continue;
        }
        let told = Statement {
            verb,
            polarity: if s.statement.negated { "negated" } else { "affirmed" }.to_owned(),
            key: false,
            quoted: s.statement.quoted,
            ar: s.text((start, end)).to_owned(),
            en: statement(s, &speaker, sentence, given),
            topics: s.statement.topics.iter().map(|&t| lexicon.entries[t as usize].id.clone()).collect(),
            via: s.statement.via.map(|v| lexicon.entries[v as usize].en.preferred.clone()),
            speaker,
            goes_on: None,
            citations: vec![cites.cite(s.article, s.statement.sentence as usize, start, end)],
        };
        // Nothing is told by a line that is mostly in doubt.
        let weight = weight - if doubtful(&told.en, given) { DOUBTFUL } else { 0 };
        side.push(Told { statement: told, concepts, weight }, gist, groups[i]);
    }
    let keys: Vec<Key> = sides.keys().copied().collect();
    let mut lists: Vec<(bool, Vec<(Statement, i32)>)> = sides
        .into_iter()
        .map(|((_, side), all)| (side.is_some(), all.told.into_iter().map(|t| (t.statement, t.weight)).collect()))
        .collect();
    key::mark(&mut lists, words);
    let mut out: Vec<((u8, usize), Position)> = Vec::new();
    for ((rank, side), (_, told)) in keys.into_iter().zip(lists) {
        let party = match (side, rank) {
            (Some(side), _) => term(lexicon, side),
            (None, 1) => nobody("sources-not-named", "Sources that are not named"),
            (None, 2) => nobody("side-not-stated", "Papers and groups whose side is not stated"),
            (None, 3) => nobody("not-in-glossary", "Speakers whom the glossary does not know"),
            (None, _) => nobody("unresolved", "Speakers who could not be resolved"),
        };
        let statements: Vec<Statement> = told.into_iter().map(|(statement, _)| statement).collect();
        out.push(((rank, usize::MAX - statements.len()), Position { party, statements }));
    }
    out.sort_by(|(a, x), (b, y)| (a, &x.party.id).cmp(&(b, &y.party.id)));
    out.into_iter().map(|(_, p)| p).filter(|p| !p.statements.is_empty()).collect()
}

/// How many are in both lists, each of which is in order.
fn shared(one: &[Concept], other: &[Concept]) -> usize {
    let (mut one, mut other, mut count) = (one, other, 0);
    while let ([a, rest @ ..], [b, others @ ..]) = (one, other) {
        match a.cmp(b) {
            Ordering::Less => one = rest,
            Ordering::Greater => other = others,
            Ordering::Equal => (one, other, count) = (rest, others, count + 1),
        }
    }
    count
}

fn nobody(id: &str, en: &str) -> TermRef {
    TermRef { id: id.to_owned(), en: en.to_owned(), ar: String::new() }
}
