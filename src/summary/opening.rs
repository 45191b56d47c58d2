//! Openings: whether a sentence can be read without the one before it.
//!
//! In: the words of a sentence and its mentions. Out: what it hangs on. `كما شدد`, `إلا أنه قال` and `وهذا يعني` hang on what was said; `وأضاف أن` hangs on who said it.
//! A turn (`بدوره`, `من جهته`) names its speaker next and stands alone.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::Mention;
use crate::arabic::fold::{BEH, FEH, WAW, fold, fold_into};
use crate::arabic::token::{Kind as TokenKind, Token};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;

/// What a sentence hangs on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opening {
    /// Nothing: it can stand alone.
    #[default]
    Free,
    /// What was said before: it opens with a connective, a pronoun or a demonstrative.
    Text,
    /// Who spoke before: it opens with a reporting verb, and the subject is left out.
    Speaker,
}

/// One to three words that hang on the text before them, with or without و or ف in front.
static HANGING: LazyLock<FxHashSet<Vec<u8>>> = LazyLock::new(|| {
    set(&[
        "كما",
        "كذلك",
        "أيضا",
        "لكن",
        "لكنه",
        "لكنها",
        "لكنهم",
        "غير أن",
        "غير أنه",
        "غير أنها",
        "غير أنهم",
        "إلا أن",
        "إلا أنه",
        "إلا أنها",
        "إلا أنهم",
        "بل",
        "ثم",
        "هو",
        "هي",
        "هم",
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "هؤلاء",
        "بالتالي",
        "لذلك",
        "لذا",
        "بذلك",
        "بهذا",
        "بعدها",
        "بدلا من",
        "عوضا عن",
        "على العكس",
        "مع ذلك",
        "رغم ذلك",
        "يأتي ذلك",
        "يأتي هذا",
        "جاء ذلك",
        "جاء هذا",
        "من ثم",
        "نتيجة ذلك",
        "نتيجة لذلك",
        "إضافة إلى ذلك",
        "بالإضافة إلى ذلك",
        "فضلا عن ذلك",
        "علاوة على ذلك",
        "حينها",
        "آنذاك",
    ])
});
/// Openers that join a sentence to the one before, with or without و in front; the sentence is whole without them.
static JOINING: LazyLock<FxHashSet<Vec<u8>>> = LazyLock::new(|| {
    set(&[
        "كما",
        "كذلك",
        "لكن",
        "غير أن",
        "إلا أن",
        "بيد أن",
        "بدلا من ذلك",
        "عوضا عن ذلك",
        "مع ذلك",
        "رغم ذلك",
        "إضافة إلى ذلك",
        "بالإضافة إلى ذلك",
        "فضلا عن ذلك",
        "علاوة على ذلك",
    ])
});
/// Those of them behind which a negator or a reporting verb must stand: `كما أن`, `كما هو` and `كما في` are something else.
static ADDING: LazyLock<FxHashSet<Vec<u8>>> = LazyLock::new(|| set(&["كما", "كذلك"]));
/// What cannot be the subject of the reporting verb before it.
static NO_SUBJECT: LazyLock<FxHashSet<Vec<u8>>> = LazyLock::new(|| {
    set(&[
        "أن",
        "أنه",
        "أنها",
        "أنهم",
        "بأن",
        "بأنه",
        "بأنها",
        "إلى",
        "على",
        "عن",
        "في",
        "من",
        "قائلا",
        "قائلة",
        "قائلين",
        "بالقول",
        "أيضا",
        "كذلك",
        "أننا",
        "أنني",
    ])
});

fn set(words: &[&str]) -> FxHashSet<Vec<u8>> {
    words.iter().map(|w| fold(w)).collect()
}

/// Tokens of a town, its country and an agency before the first words of a report.
const DATELINE: usize = 14;

/// Where the report begins behind the town and the agency that sign it: `نور سلطان/بيروت (رويترز) - `.
fn dateline(tokens: &[Token], mentions: &[Mention], lexicon: &Lexicon) -> Option<u32> {
    let mark = |at: usize, marks: &[char]| matches!(tokens.get(at)?.kind, TokenKind::Mark(c) if marks.contains(&c)).then_some(at);
    let dash = (2..tokens.len().min(DATELINE))
        .find(|&at| mark(at - 1, &[')']).is_some() && mark(at, &['-', '–', '—', ':']).is_some())?;
    let open = (1..dash).rev().find_map(|at| mark(at, &['(']))?;
    let inside = tokens[open].start..tokens[dash].start;
    let agency = |m: &Mention| inside.contains(&m.start) && lexicon.entries[m.entry as usize].kind == Kind::Media;
    let first = tokens.get(dash + 1).filter(|t| t.kind == TokenKind::Word)?;
    mentions.iter().any(agency).then_some(first.start)
}

/// Where a sentence begins without the opener that joins it to the one before, and what it hangs on then: `كما أشار إلى أن …`, `إلا أن الوفد لم يحضر`. A dateline is left out, too.
#[must_use]
pub fn behind_opener(text: &str, tokens: &[Token], mentions: &[Mention], lexicon: &Lexicon) -> Option<(u32, Opening)> {
    if let Some(start) = dateline(tokens, mentions, lexicon) {
        let rest = &tokens[tokens.partition_point(|t| t.start < start)..];
        return Some((start, opening(text, rest, mentions, lexicon)));
    }
    let words: Vec<&Token> = tokens.iter().filter(|t| t.kind == TokenKind::Word).take(4).collect();
    let (mut start, mut found) = (Vec::new(), None);
    for (i, pair) in words.windows(2).enumerate() {
        if i > 0 {
            start.push(b' ');
        }
        fold_into(pair[0].text(text), &mut start);
        let opener = start.strip_prefix(&[WAW]).filter(|rest| JOINING.contains(*rest)).unwrap_or(&start);
        if JOINING.contains(opener) {
            let next = mentions.iter().find(|m| m.start == pair[1].start).map(|m| &lexicon.entries[m.entry as usize]);
            let verb = next.is_some_and(|e| e.kind == Kind::Negator || e.kind == Kind::Verb && e.stance.is_some());
            found = (verb || !ADDING.contains(opener)).then_some(pair[1].start);
        }
    }
    let start = found?;
    let rest = opening(text, &tokens[tokens.partition_point(|t| t.start < start)..], mentions, lexicon);
    (rest != Opening::Text).then_some((start, rest))
}

/// What the sentence with these tokens hangs on.
#[must_use]
pub fn opening(text: &str, tokens: &[Token], mentions: &[Mention], lexicon: &Lexicon) -> Opening {
    let mut start = Vec::with_capacity(32);
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word).take(3) {
        if !start.is_empty() {
            start.push(b' ');
        }
        fold_into(token.text(text), &mut start);
    }
    if hangs(&start) || matches!(start.first(), Some(&(WAW | FEH))) && hangs(&start[1..]) {
        return Opening::Text;
    }
    let Some(at) = tokens.iter().position(|t| t.kind == TokenKind::Word) else { return Opening::Free };
    let verb = mentions.iter().find(|m| m.end > tokens[at].start);
    let reports = verb.is_some_and(|m| {
        let entry = &lexicon.entries[m.entry as usize];
        m.end <= tokens[at].end && entry.kind == Kind::Verb && entry.stance.is_some()
    });
    let subject = || {
        tokens.get(at + 1).is_some_and(|t| {
            let named = mentions
                .iter()
                .take_while(|m| m.start < t.end)
                .any(|m| m.start == t.start && lexicon.entries[m.entry as usize].kind.is_name());
            let word = fold(t.text(text));
            named || t.kind == TokenKind::Word && word.first() != Some(&BEH) && !NO_SUBJECT.contains(&word)
        })
    };
    if reports && !subject() { Opening::Speaker } else { Opening::Free }
}

/// True if the first one, two or three words of `start` hang.
fn hangs(start: &[u8]) -> bool {
    let ends = start.iter().enumerate().filter(|&(_, &b)| b == b' ').map(|(i, _)| i).chain([start.len()]);
    ends.into_iter().any(|end| HANGING.contains(&start[..end]))
}
