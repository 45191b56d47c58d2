//! The words of a denial, and a clause elsewhere in the round that has them without a negation. Words are compared by their consonants, and those that many sentences have count for little: who tells of
//! the same deed in the same words tells of the same thing.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::Given;
use super::denied::stance;
use super::speakers::Said;
use crate::analysis::Analysis;
use crate::analysis::statements::{Span, Statement};
use crate::arabic::fold::{fold, show};
use crate::arabic::sentences::Kind;
use crate::article::Article;
use crate::round::assign::Round;

/// Share of the weight of a denial that a clause must have, in per mille, and words of it.
const SHARE: u32 = 600;
const SHARED: usize = 3;
/// Sentences that a word may stand in that says which matter is meant.
const RARE: u32 = 6;
/// Letters of a word that says something.
const LETTERS: usize = 3;
/// Words in which `قد` stands before the verb of a denial.
const HEAD: usize = 8;

/// A clause of a round.
pub(super) struct Clause<'a> {
    pub(super) article: &'a Article,
    pub(super) analysis: &'a Analysis,
    pub(super) sentence: usize,
    pub(super) span: Span,
    /// The statement that it is told in.
    pub(super) statement: Option<usize>,
}

/// How many sentences of a round have each word.
pub(super) struct Weights {
    having: BTreeMap<String, u32>,
    sentences: u32,
}

impl Weights {
    pub(super) fn of(round: &Round) -> Self {
        let (mut having, mut sentences) = (BTreeMap::new(), 0);
        for &(article, analysis) in &round.articles {
            for s in analysis.sentences.iter().filter(|s| s.kind == Kind::Sentence) {
                sentences += 1;
                let words: BTreeSet<String> = stems(&article.text[s.start as usize..s.end as usize]).into_iter().collect();
                words.into_iter().for_each(|w| *having.entry(w).or_default() += 1);
            }
        }
        Self { having, sentences }
    }

    /// A whole number that is greater the fewer sentences have the word: the logarithm to the base of two, in tenths.
    fn weight(&self, word: &str) -> u32 {
        let having = self.having.get(word).copied().unwrap_or(1).max(1);
        let share = (self.sentences.max(1) << 4) / having;
        u32::BITS - share.leading_zeros()
    }

    /// True where two texts share a word that few sentences have.
    pub(super) fn share(&self, one: &str, other: &str) -> bool {
        let rare = |w: &String| self.having.get(w).is_none_or(|n| *n <= RARE);
        let words: BTreeSet<String> = stems(one).into_iter().filter(rare).collect();
        stems(other).iter().any(|w| words.contains(w))
    }

    /// The clause that affirms what a denial denies, told by somebody else.
    pub(super) fn affirmed<'a>(
        &self,
        round: &Round<'a>,
        (article, d): (&Article, &Statement),
        denies: &Said,
        given: &Given,
    ) -> Option<Clause<'a>> {
        let content = &article.text[d.content.0 as usize..d.content.1 as usize];
        let clause = content.split(['،', '؛', '.']).next().unwrap_or_default();
        let head = head(clause)?;
        let words: BTreeSet<String> = stems(clause).into_iter().collect();
        let whole: u32 = words.iter().map(|w| self.weight(w)).sum();
        let own = denies.side(given.lexicon);
        let mut best: Option<(u32, Clause)> = None;
        for &(other, told) in &round.articles {
            let same = other.id == article.id;
            for (n, s) in told.sentences.iter().enumerate().filter(|(_, s)| s.kind == Kind::Sentence && !s.background) {
                if same && n == d.sentence as usize {
                    continue;
                }
                for span in clauses(other, (s.start, s.end)) {
                    let text = &other.text[span.0 as usize..span.1 as usize];
                    let found: BTreeSet<String> = stems(text).into_iter().collect();
                    let shared: Vec<&String> = words.intersection(&found).collect();
                    let weight: u32 = shared.iter().map(|w| self.weight(w)).sum();
                    let enough = weight * 1000 >= SHARE * whole && shared.len() >= SHARED && found.contains(&head);
                    if !enough || turns(text) || best.as_ref().is_some_and(|(w, _)| *w >= weight) {
                        continue;
                    }
                    let inside = |x: &Statement| x.sentence as usize == n && x.content.0 < span.1 && span.0 < x.content.1;
                    let statement = told.statements.iter().position(inside);
                    let by = statement.map(|i| Said { article: other, analysis: told, statement: &told.statements[i] });
                    let ours = by.is_some_and(|by| {
                        let denial = stance(by.statement, given.lexicon) == Some("deny") || by.statement.negated;
                        let side = by.side(given.lexicon);
                        denial || side.is_some() && side == own
                    });
                    if !ours {
                        best = Some((weight, Clause { article: other, analysis: told, sentence: n, span, statement }));
                    }
                }
            }
        }
        best.map(|(_, clause)| clause)
    }
}

/// The parts of a sentence between its commas, without the blanks around them.
fn clauses(article: &Article, (start, end): Span) -> Vec<Span> {
    let text = &article.text[start as usize..end as usize];
    let part = |part: &str| {
        let told = part.trim();
        let at = start + (told.as_ptr() as usize - text.as_ptr() as usize) as u32;
        (at, at + told.len() as u32)
    };
    text.split(['،', '؛']).map(part).filter(|s| s.0 < s.1).collect()
}

/// True for a clause that denies, or has not come about.
fn turns(text: &str) -> bool {
    let no = ["لم", "لن", "لا", "ليس", "ليست", "غير", "دون", "عدم", "بلا", "إذا", "لو", "إن لم"];
    text.split_whitespace().any(|w| {
        let w = w.trim_start_matches(['و', 'ف']);
        no.contains(&w) || w.starts_with("نفى") || w.starts_with("نفت") || w.starts_with("نافي") || w.starts_with("ينفي")
    })
}

/// The word that says what is denied: behind قد, or the first that is none of the words that open a denial.
fn head(clause: &str) -> Option<String> {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let done = words.iter().take(HEAD).position(|w| *w == "قد").map(|at| at + 1);
    let first = done.unwrap_or(0);
    words[first.min(words.len())..].iter().find_map(|w| stem(w))
}

/// The consonants of the words of a text that say something.
fn stems(text: &str) -> Vec<String> {
    text.split(|c: char| !crate::arabic::fold::is_letter(c) && !('\u{64b}'..='\u{652}').contains(&c)).filter_map(stem).collect()
}

/// Words that say nothing of what is told.
const SMALL: [&str; 44] = [
    "من",
    "في",
    "علي",
    "الي",
    "عن",
    "ان",
    "التي",
    "الذي",
    "الذين",
    "ما",
    "لا",
    "لم",
    "لن",
    "اي",
    "قد",
    "كان",
    "كانت",
    "تكون",
    "يكون",
    "هذا",
    "هذه",
    "ذلك",
    "تلك",
    "بين",
    "مع",
    "بعد",
    "قبل",
    "خلال",
    "عبر",
    "كما",
    "هو",
    "هي",
    "هم",
    "وجود",
    "صحه",
    "تم",
    "جري",
    "غير",
    "سوي",
    "كل",
    "بعض",
    "منذ",
    "حتي",
    "عدم",
];

/// A word without its particles, its ending and its weak letters; none for a word that says nothing.
fn stem(word: &str) -> Option<String> {
    let folded = show(&fold(word));
    if folded.chars().count() < LETTERS || SMALL.contains(&folded.as_str()) {
        return None;
    }
    let mut w = folded.as_str();
    let long = |w: &str| w.chars().count() >= LETTERS;
    let fronts = ["وبال", "وال", "فال", "بال", "كال", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ك"];
    if let Some(rest) = fronts.iter().find_map(|p| w.strip_prefix(p)).filter(|w| long(w)) {
        w = rest;
    }
    let ends = ["هما", "هم", "ها", "هن", "نا", "ات", "ون", "ين", "ان", "يه", "ه", "ي", "ت", "ا", "وا"];
    if let Some(rest) = ends.iter().find_map(|e| w.strip_suffix(e)).filter(|w| long(w)) {
        w = rest;
    }
    if w.chars().count() > LETTERS {
        w = w.strip_prefix(['ي', 'ت', 'ن', 'م']).unwrap_or(w);
    }
    let bare: String = w.chars().filter(|c| !matches!(c, 'ا' | 'و' | 'ي')).collect();
    Some(if long(&bare) { bare } else { w.to_owned() })
}
