//! Positions: who said what, by side. Statements that the articles share word for word are one, with all their places.

use std::collections::BTreeMap;

use super::assemble::Given;
use super::cite::Cites;
use super::english::statement;
use super::parts::{Position, Statement, TermRef};
use super::speakers::{Said, all, term};
use crate::analysis::statements::Who;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::round::assign::Round;
use crate::summary::similar;

/// What statements are put together by: sides first, then those of no side by how little is known of them.
type Key = (u8, Option<u32>);

/// The positions of a round: sides with the most statements first, those of no side last.
pub(super) fn positions(round: &Round, given: &Given, cites: &mut Cites) -> Vec<Position> {
    let lexicon = given.lexicon;
    let said: Vec<Said> = all(&round.articles);
    let contents: Vec<&str> = said.iter().map(|s| s.text(s.statement.content)).collect();
    let groups = similar::groups(&contents);
    let mut sides: BTreeMap<Key, Vec<(usize, Statement)>> = BTreeMap::new();
    for (i, s) in said.iter().enumerate() {
        let speaker = s.speaker(lexicon);
        let sentence = &s.analysis.sentences[s.statement.sentence as usize];
        let (start, end) = s.statement.content;
        let citation = cites.cite(s.article, s.statement.sentence as usize, start, end);
        let key = match (s.side(lexicon), s.statement.speaker.who) {
            (Some(side), _) => (0, Some(side)),
            (None, Who::Unresolved) => (3, None),
            (None, Who::Words) => (2, None),
            (None, _) => (1, None),
        };
        let list = sides.entry(key).or_default();
        // The same speaker in the same words, in another article or in the heading above.
        let twin = list
            .iter_mut()
            .find(|(other, x)| groups[*other] == groups[i] && x.speaker.id == speaker.id && x.speaker.en == speaker.en);
        if let Some((_, twin)) = twin {
            twin.citations.push(citation);
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
        let said = Statement {
            verb: s.verb(lexicon),
            polarity: if s.statement.negated { "negated" } else { "affirmed" }.to_owned(),
            quoted: s.statement.quoted,
            ar: s.text(s.statement.content).to_owned(),
            en: statement(s, sentence, given),
            topics: s.statement.topics.iter().map(|&t| lexicon.entries[t as usize].id.clone()).collect(),
            via: s.statement.via.map(|v| lexicon.entries[v as usize].en.preferred.clone()),
            speaker,
            citations: vec![citation],
        };
        list.push((i, said));
    }
    let mut out: Vec<((u8, usize), Position)> = sides
        .into_iter()
        .map(|((rank, side), statements)| {
            let party = match (side, rank) {
                (Some(side), _) => term(lexicon, side),
                (None, 1) => nobody("sources-not-named", "Sources that are not named"),
                (None, 2) => nobody("not-in-glossary", "Speakers whom the glossary does not know"),
                (None, _) => nobody("unresolved", "Speakers who could not be resolved"),
            };
            let order = (rank, usize::MAX - statements.len());
            (order, Position { party, statements: statements.into_iter().map(|(_, s)| s).collect() })
        })
        .collect();
    out.sort_by(|(a, x), (b, y)| (a, &x.party.id).cmp(&(b, &y.party.id)));
    out.into_iter().map(|(_, p)| p).filter(|p| !p.statements.is_empty()).collect()
}

fn nobody(id: &str, en: &str) -> TermRef {
    TermRef { id: id.to_owned(), en: en.to_owned(), ar: String::new() }
}
