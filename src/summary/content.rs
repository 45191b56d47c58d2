//! Content: what a sentence tells, as keys that can be counted and compared.
//!
//! In: a sentence of an analysis. Out: its concepts (names, terms, slots, outcomes, numbers, days, and its words), each once, and how it reads: what it hangs on, how much of it
//! is quoted. A concept is a number that is the same in every article and on every machine.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::analysis::{Analysis, Sentence};
use crate::arabic::fold::{ALEF, BEH, FEH, KAF, LAM, WAW, fold, fold_into};
use crate::arabic::token::{self, Kind as TokenKind, Token};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::{Found, Matcher};

use super::opening::{Opening, opening};

/// What a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A content word.
    Word,
    /// A name of the glossary.
    Name,
    /// A term of the glossary.
    Term,
    /// What an outcome is about.
    Slot,
    /// What became of it.
    Outcome,
    /// A number.
    Number,
    /// A day of a month.
    Day,
}

/// Something that a sentence tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Concept {
    /// What it is.
    pub class: Class,
    /// Which.
    pub key: u64,
}

/// What a sentence tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Its concepts, sorted, each once.
    pub concepts: Vec<Concept>,
    /// Its words in text order, hashed, function words left out: for comparing wordings.
    pub words: Vec<u64>,
    /// What it hangs on.
    pub opening: Opening,
    /// How much of it stands in quotation marks, in per mille of its words.
    pub quoted: u32,
    /// True if it asks.
    pub question: bool,
}

/// The contents of all sentences of an article, in their order.
pub fn contents(article: &Article, analysis: &Analysis, matcher: &mut Matcher) -> Vec<Content> {
    matcher.begin();
    let mut tokens = Vec::new();
    analysis.sentences.iter().map(|s| content(&article.text, s, &mut tokens, matcher)).collect()
}

/// Words that tell nothing by themselves, folded and without proclitics.
static FUNCTION: LazyLock<BTreeSet<Vec<u8>>> = LazyLock::new(|| {
    [
        "على", "إلى", "التي", "الذي", "الذين", "اللذين", "هذا", "هذه", "ذلك", "تلك", "كان", "كانت", "كانوا", "أنه", "أنها", "أنهم", "إنه", "بين", "بعد", "قبل", "غير", "حيث",
        "لكن", "كما", "كذلك", "أيضا", "منذ", "خلال", "عند", "عندما", "حول", "ضمن", "مثل", "كافة", "جميع", "بعض", "فيه", "فيها", "منه", "منها", "عنه", "عنها", "لها", "له",
        "عليه", "عليها", "إليه", "إليها", "به", "بها", "قال", "قالت", "أضاف", "أضافت", "أكد", "أكدت", "أعلن", "أعلنت", "أشار", "أشارت", "إذا", "إلا", "أما", "بما", "فيما",
        "تم", "يتم", "يكون", "تكون", "ليس", "سوف", "حتى", "لدى", "دون", "أي", "هو", "هي", "هم", "وفق", "بحسب",
    ]
    .iter()
    .map(|w| fold(w))
    .collect()
});

fn content(text: &str, sentence: &Sentence, tokens: &mut Vec<Token>, matcher: &mut Matcher) -> Content {
    tokens.clear();
    token::tokens_into(text, sentence.start as usize, sentence.end as usize, tokens);
    let mut found = Found::default();
    matcher.find(text, tokens, &mut found);
    let lexicon = matcher.lexicon();
    let mut out = Content { opening: opening(text, tokens, &sentence.mentions, lexicon), ..Content::default() };
    let (mut open, mut inside, mut all) = (false, 0u32, 0u32);
    let mut folded = Vec::new();
    for token in tokens.iter() {
        folded.clear();
        fold_into(token.text(text), &mut folded);
        match token.kind {
            TokenKind::Mark('"' | '“' | '”' | '«' | '»') => open = !open,
            TokenKind::Mark(c) => out.question |= matches!(c, '؟' | '?'),
            TokenKind::Word => {
                all += 1;
                inside += u32::from(open);
                let bare = bare(&folded);
                if bare.len() > 2 && !FUNCTION.contains(bare) {
                    out.words.push(hash(Class::Word, bare));
                }
            }
            TokenKind::Number => match month(token, sentence, lexicon) {
                Some(month) => {
                    folded.push(month as u8);
                    out.concepts.push(Concept { class: Class::Day, key: hash(Class::Day, &folded) });
                }
                None => out.concepts.push(Concept { class: Class::Number, key: hash(Class::Number, &folded) }),
            },
        }
    }
    let entries = sentence.mentions.iter().map(|m| m.entry).chain(found.cues.iter().map(|m| lexicon.forms[m.form as usize].entry));
    out.concepts.extend(entries.filter_map(|e| concept(e, lexicon)));
    out.concepts.extend(out.words.iter().map(|&key| Concept { class: Class::Word, key }));
    out.concepts.sort_unstable();
    out.concepts.dedup();
    out.quoted = 1000 * inside / all.max(1);
    out
}

/// What an entry tells. A demonym tells its country: `الوفد الروسي` and `وفد روسيا` are one.
fn concept(entry: EntryId, lexicon: &Lexicon) -> Option<Concept> {
    let entry = &lexicon.entries[entry as usize];
    let class = match entry.kind {
        Kind::Demonym | Kind::Country | Kind::Person | Kind::Party | Kind::Organization | Kind::Place | Kind::Agreement | Kind::Process => Class::Name,
        Kind::Term => Class::Term,
        Kind::Slot => Class::Slot,
        Kind::Outcome => Class::Outcome,
        Kind::Number => return entry.value.filter(|&v| v > 2).map(|v| Concept { class: Class::Number, key: hash(Class::Number, v.to_string().as_bytes()) }),
        _ => return None,
    };
    let id = if entry.kind == Kind::Demonym { entry.country.as_deref().unwrap_or(&entry.id) } else { &entry.id };
    Some(Concept { class, key: hash(class, id.as_bytes()) })
}

/// The month that stands behind a number.
fn month(number: &Token, sentence: &Sentence, lexicon: &Lexicon) -> Option<i64> {
    let at = sentence.mentions.partition_point(|m| m.start < number.end);
    let next = sentence.mentions.get(at)?;
    let entry = &lexicon.entries[next.entry as usize];
    (entry.kind == Kind::Month && next.start - number.end <= 1).then_some(entry.value).flatten()
}

/// A folded word without what is most often written onto it: و, ف, ال, بال, كال, لل.
fn bare(word: &[u8]) -> &[u8] {
    let mut rest = word;
    if rest.len() > 4 && matches!(rest[0], WAW | FEH) {
        rest = &rest[1..];
    }
    match rest {
        [BEH | KAF, ALEF, LAM, tail @ ..] if tail.len() > 2 => tail,
        [ALEF | LAM, LAM, tail @ ..] if tail.len() > 2 => tail,
        _ => rest,
    }
}

/// FNV-1a over the class and the bytes: the same on every machine.
fn hash(class: Class, bytes: &[u8]) -> u64 {
    [class as u8].iter().chain(bytes).fold(0xcbf2_9ce4_8422_2325, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
}
