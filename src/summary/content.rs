//! Content: what a sentence tells, as keys that can be counted and compared.
//!
//! In: a sentence of an analysis. Out: its concepts (names, terms, slots, outcomes, acts, numbers, days, and its words), each once, and what it hangs on. A concept is a number
//! that is the same in every article and on every machine.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::outcomes::Outcome;
use crate::analysis::{Analysis, Mention};
use crate::arabic::fold::{ALEF, BEH, FEH, KAF, LAM, WAW, fold, fold_into};
use crate::arabic::token::{Kind as TokenKind, Token};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::{Found, Match, Matcher};

use super::opening::{Opening, behind_opener, opening};

/// What a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// What the ledger has of it: the matter and its state; and what is to come next.
    Ledger,
    /// What a speaker does by speaking: denies, demands, accuses, promises.
    Act,
    /// A number.
    Number,
    /// A day of a month.
    Day,
}

/// Something that a sentence tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// What it hangs on.
    pub opening: Opening,
    /// Where it begins without the opener that joins it to what was said before, and what it hangs on then.
    pub behind: Option<(u32, Opening)>,
    /// True if it asks.
    pub question: bool,
    /// How many negators it has.
    pub negators: u32,
}

/// The contents of all sentences of an article, in their order.
pub fn contents(article: &Article, analysis: &Analysis, matcher: &mut Matcher) -> Vec<Content> {
    matcher.begin();
    let mut tokens = Vec::new();
    let mut out: Vec<Content> =
        analysis.sentences.iter().map(|s| content(&article.text, s.start..s.end, &mut tokens, matcher)).collect();
    let lexicon = matcher.lexicon();
    let entry = |o: &Outcome| {
        let slot = lexicon.entries[o.slot as usize].id.as_bytes();
        (o.sentence, hash(Class::Ledger, &[slot, &[o.status as u8]].concat()))
    };
    let next = analysis.next.iter().map(|&sentence| (sentence, hash(Class::Ledger, b"next")));
    for (sentence, key) in analysis.outcomes.iter().map(entry).chain(next) {
        let concepts = &mut out[sentence as usize].concepts;
        let concept = Concept { class: Class::Ledger, key };
        if let Err(at) = concepts.binary_search(&concept) {
            concepts.insert(at, concept);
        }
    }
    out
}

/// The content of a text that is no sentence of an article, such as a headline.
pub fn content_of(text: &str, matcher: &mut Matcher) -> Content {
    content(text, 0..text.len() as u32, &mut Vec::new(), matcher)
}

/// Words that tell nothing by themselves, folded and without proclitics.
static FUNCTION: LazyLock<FxHashSet<Vec<u8>>> = LazyLock::new(|| {
    [
        "على",
        "إلى",
        "التي",
        "الذي",
        "الذين",
        "اللذين",
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "كان",
        "كانت",
        "كانوا",
        "أنه",
        "أنها",
        "أنهم",
        "إنه",
        "بين",
        "بعد",
        "قبل",
        "غير",
        "حيث",
        "لكن",
        "كما",
        "كذلك",
        "أيضا",
        "منذ",
        "خلال",
        "عند",
        "عندما",
        "حول",
        "ضمن",
        "مثل",
        "كافة",
        "جميع",
        "بعض",
        "فيه",
        "فيها",
        "منه",
        "منها",
        "عنه",
        "عنها",
        "لها",
        "له",
        "عليه",
        "عليها",
        "إليه",
        "إليها",
        "به",
        "بها",
        "قال",
        "قالت",
        "أضاف",
        "أضافت",
        "أكد",
        "أكدت",
        "أعلن",
        "أعلنت",
        "أشار",
        "أشارت",
        "إذا",
        "إلا",
        "أما",
        "بما",
        "فيما",
        "تم",
        "يتم",
        "يكون",
        "تكون",
        "ليس",
        "سوف",
        "حتى",
        "لدى",
        "دون",
        "أي",
        "هو",
        "هي",
        "هم",
        "وفق",
        "بحسب",
    ]
    .iter()
    .map(|w| fold(w))
    .collect()
});

fn content(text: &str, span: Range<u32>, tokens: &mut Vec<Token>, matcher: &mut Matcher) -> Content {
    tokens.clear();
    let mut found = Found::default();
    matcher.read(text, span.start as usize, span.end as usize, tokens, &mut found);
    let lexicon = matcher.lexicon();
    let mentions = |found: &[Match]| -> Vec<Mention> {
        found.iter().map(|m| Mention { start: m.start, end: m.end, entry: lexicon.forms[m.form as usize].entry }).collect()
    };
    let (mentions, cues) = (mentions(&found.matches), mentions(&found.cues));
    let behind = behind_opener(text, tokens, &mentions, lexicon);
    let mut out = Content { opening: opening(text, tokens, &mentions, lexicon), behind, ..Content::default() };
    let mut folded = Vec::new();
    for token in tokens.iter() {
        folded.clear();
        fold_into(token.text(text), &mut folded);
        match token.kind {
            TokenKind::Mark(c) => out.question |= matches!(c, '؟' | '?'),
            TokenKind::Word => {
                let bare = bare(&folded);
                if bare.len() > 2 && !FUNCTION.contains(bare) {
                    out.concepts.push(Concept { class: Class::Word, key: hash(Class::Word, bare) });
                }
            }
            TokenKind::Number => match month(token, &mentions, lexicon) {
                Some(month) => {
                    folded.push(month as u8);
                    out.concepts.push(Concept { class: Class::Day, key: hash(Class::Day, &folded) });
                }
                None => out.concepts.push(Concept { class: Class::Number, key: hash(Class::Number, &folded) }),
            },
        }
    }
    out.concepts.extend(mentions.iter().chain(&cues).filter_map(|m| concept(m.entry, lexicon)));
    out.concepts.sort_unstable();
    out.concepts.dedup();
    out.negators = mentions.iter().filter(|m| lexicon.entries[m.entry as usize].kind == Kind::Negator).count() as u32;
    out
}

/// Stances that are acts: something is different after they were said. To say, add, affirm or note is none.
const ACTS: [&str; 12] =
    ["accuse", "agree", "ask", "condemn", "demand", "deny", "expect", "promise", "propose", "reject", "threaten", "warn"];

/// What an entry tells. A demonym tells its country: `الوفد الروسي` and `وفد روسيا` are one.
fn concept(entry: EntryId, lexicon: &Lexicon) -> Option<Concept> {
    let entry = &lexicon.entries[entry as usize];
    let class = match entry.kind {
        Kind::Demonym
        | Kind::Country
        | Kind::Person
        | Kind::Party
        | Kind::Organization
        | Kind::Place
        | Kind::Agreement
        | Kind::Process => Class::Name,
        Kind::Term => Class::Term,
        Kind::Slot => Class::Slot,
        Kind::Outcome => Class::Outcome,
        Kind::Verb => {
            let stance = entry.stance.as_deref().filter(|s| ACTS.contains(s))?;
            return Some(Concept { class: Class::Act, key: hash(Class::Act, stance.as_bytes()) });
        }
        Kind::Number => {
            return entry
                .value
                .filter(|&v| v > 2)
                .map(|v| Concept { class: Class::Number, key: hash(Class::Number, v.to_string().as_bytes()) });
        }
        _ => return None,
    };
    let id = if entry.kind == Kind::Demonym { entry.country.as_deref().unwrap_or(&entry.id) } else { &entry.id };
    Some(Concept { class, key: hash(class, id.as_bytes()) })
}

/// The month that stands behind a number.
fn month(number: &Token, mentions: &[Mention], lexicon: &Lexicon) -> Option<i64> {
    let at = mentions.partition_point(|m| m.start < number.end);
    let next = mentions.get(at)?;
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
