//! The words of a denial, and a clause elsewhere in the round that has them without a negation. Words are compared by their consonants, and those that many sentences have count for little: who tells of
//! the same deed in the same words tells of the same thing.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

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
/// The share where two sides are known that are not one.
const OF_SIDES: u32 = 500;
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

/// A clause by its words.
struct Words {
    article: usize,
    sentence: usize,
    span: Span,
    /// Its words by their numbers, sorted, each once.
    words: Vec<u32>,
}

/// The words of a round: how many sentences have each, and in which clauses they stand.
#[derive(Default)]
pub(super) struct Weights {
    numbers: FxHashMap<String, u32>,
    /// Sentences that have it, by the number of a word.
    having: Vec<u32>,
    sentences: u32,
    clauses: Vec<Words>,
    /// Clauses that have it, by the number of a word.
    of_word: Vec<Vec<u32>>,
}

impl Weights {
    pub(super) fn of(round: &Round) -> Self {
        let mut all = Self::default();
        for (n, &(article, analysis)) in round.articles.iter().enumerate() {
            for (sentence, s) in analysis.sentences.iter().enumerate().filter(|(_, s)| s.kind == Kind::Sentence) {
                all.sentences += 1;
                let words = all.numbered(&article.text[s.start as usize..s.end as usize]);
                words.into_iter().for_each(|w| all.having[w as usize] += 1);
                if s.background {
                    continue;
                }
                for span in clauses(article, (s.start, s.end)) {
                    let words = all.numbered(&article.text[span.0 as usize..span.1 as usize]);
                    let number = all.clauses.len() as u32;
                    words.iter().for_each(|w| all.of_word[*w as usize].push(number));
                    all.clauses.push(Words { article: n, sentence, span, words });
                }
            }
        }
        all
    }

    /// The numbers of a text's words, sorted, each once.
    fn numbered(&mut self, text: &str) -> Vec<u32> {
        let mut words: Vec<u32> = Vec::new();
        for word in stems(text) {
            let next = self.having.len() as u32;
            let number = *self.numbers.entry(word).or_insert(next);
            if number == next {
                self.having.push(0);
                self.of_word.push(Vec::new());
            }
            words.push(number);
        }
        words.sort_unstable();
        words.dedup();
        words
    }

    /// Sentences that have a word.
    fn having(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).map(|n| self.having[*n as usize])
    }

    /// A whole number that is greater the fewer sentences have the word: the logarithm to the base of two, in tenths.
    fn weight(&self, word: &str) -> u32 {
        let having = self.having(word).unwrap_or(1).max(1);
        let share = (self.sentences.max(1) << 4) / having;
        u32::BITS - share.leading_zeros()
    }

    /// True where two texts share a word that few sentences have.
    pub(super) fn share(&self, one: &str, other: &str) -> bool {
        self.shared(one, other) > 0
    }

    /// How many words that few sentences have two texts share.
    pub(super) fn shared(&self, one: &str, other: &str) -> usize {
        let rare = |w: &String| self.having(w).is_none_or(|n| n <= RARE);
        let words: BTreeSet<String> = stems(one).into_iter().filter(rare).collect();
        stems(other).into_iter().filter(|w| words.contains(w)).collect::<BTreeSet<String>>().len()
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
        // What no clause has, a clause cannot share.
        let words: Vec<(u32, u32)> = words.iter().filter_map(|w| Some((*self.numbers.get(w)?, self.weight(w)))).collect();
        let mut best: Option<(u32, Clause)> = None;
        for &number in self.numbers.get(&head).map_or(&[][..], |n| &self.of_word[*n as usize]) {
            let c = &self.clauses[number as usize];
            let (other, told) = round.articles[c.article];
            if other.id == article.id && c.sentence == d.sentence as usize {
                continue;
            }
            let shared = || words.iter().filter(|w| c.words.binary_search(&w.0).is_ok());
            let weight: u32 = shared().map(|w| w.1).sum();
            let many = shared().count();
            let enough = weight * 1000 >= OF_SIDES * whole && many >= SHARED - 1;
            let text = &other.text[c.span.0 as usize..c.span.1 as usize];
            if !enough || best.as_ref().is_some_and(|(w, _)| *w >= weight) || turns(text) {
                continue;
            }
            let inside = |x: &Statement| x.sentence as usize == c.sentence && x.content.0 < c.span.1 && c.span.0 < x.content.1;
            let statement = told.statements.iter().position(inside);
            let by = statement.map(|i| Said { article: other, analysis: told, statement: &told.statements[i] });
            let ours = by.is_some_and(|by| {
                let denial = stance(by.statement, given.lexicon) == Some("deny") || by.statement.negated;
                let side = by.side(given.lexicon);
                denial || side.is_some() && side == own
            });
            // Few words are enough where another side says so.
            let another = || by.is_some_and(|by| by.side(given.lexicon).is_some()) && own.is_some();
            if !ours && (weight * 1000 >= SHARE * whole && many >= SHARED || another()) {
                best = Some((weight, Clause { article: other, analysis: told, sentence: c.sentence, span: c.span, statement }));
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
    // `نفى أن تكون دمشق هي التي تعطل`
    let who = |w: &[&str]| matches!(w, ["هي" | "هو" | "هم", "التي" | "الذي" | "الذين"]);
    let done = done.or_else(|| words.windows(2).take(HEAD).position(who).map(|at| at + 2));
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
