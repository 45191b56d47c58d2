//! What persons do that only those do who are at the talks: they receive the delegations, sit with them, meet them beside the talks, stand beside who announces how they ended.

use super::speakers::Said;
use crate::analysis::{Mention, Sentence};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Bytes from the start of a sentence in which `وفي نيويورك` places what follows.
const OPENING: u32 = 16;
/// Words between a deed and the name.
const NEAR: usize = 9;

/// Sittings of the talks: with whom they are is there.
const SITTINGS: [&str; 3] = ["جلسة", "جلسات", "جلستين"];
/// Meetings, which may be held anywhere.
const MEETINGS: [&str; 8] = ["لقاء", "لقاءات", "لقاءين", "اجتماع", "اجتماعات", "اجتماعين", "محادثات", "مباحثات"];
/// Words that say in one sentence with a meeting that it was at the talks.
const AT_TALKS: [&str; 12] = [
    "الجولة",
    "المحادثات",
    "المفاوضات",
    "المشاورات",
    "المباحثات",
    "الوفد",
    "الوفود",
    "الوفدين",
    "الوفدان",
    "وفد",
    "وفدي",
    "وفدا",
];
/// The same without the article.
const TALKS: [&str; 5] = ["محادثات", "مفاوضات", "مشاورات", "مباحثات", "جولة"];
/// What is received.
const DELEGATIONS: [&str; 6] = ["الوفود", "الوفدين", "وفود", "وفدي", "وفد", "الوفد"];
/// Beside who speaks.
const BESIDE: [&str; 6] = ["وإلى جانبه", "وإلى جانبها", "وبجانبه", "وبجانبها", "إلى جانبه", "إلى جانبها"];

/// True where the sentence tells such a deed of the person named at these bytes.
pub(super) fn shows(article: &Article, s: &Sentence, name: (u32, u32), place: Option<EntryId>, lexicon: &Lexicon) -> bool {
    let kind = |m: &Mention| lexicon.entries[m.entry as usize].kind;
    let front: Vec<&str> = words(&article.text[s.start as usize..name.0 as usize]);
    if s.mentions.iter().any(|m| kind(m) == Kind::Negator) {
        return false;
    }
    let behind: Vec<&str> = words(&article.text[name.1 as usize..s.end as usize]);
    let about = || front.iter().chain(&behind).any(|w| AT_TALKS.contains(&bare(w)));
    // Between the deed and the name stand offices alone.
    let offices = |from: usize| {
        let start = offset(article, s, &front[from..], name.0);
        let stops = |w: &&str| w.ends_with(['،', '.', '؛', ':', '"']) || matches!(bare(w), "أن" | "إن" | "الذي" | "التي");
        !front[from..].iter().any(stops)
            && !s.mentions.iter().any(|m| matches!(kind(m), Kind::Verb | Kind::Person) && start <= m.start && m.end <= name.0)
    };
    let near = front.len().saturating_sub(NEAR);
    let here = || {
        let verb = |w: &str| matches!(w, "وصل" | "وصلت" | "حضر" | "حضرت" | "شارك" | "شاركت");
        let came = |w: &&str| verb(bare(w)) || bare(w).strip_prefix('و').is_some_and(verb);
        s.mentions.iter().any(|m| Some(m.entry) == place) || front.iter().any(came) || about()
    };
    received(&front, &behind, near, offices)
        || !elsewhere(s, place, lexicon) && accompanied(&front, near, offices) && here()
        || !elsewhere(s, place, lexicon) && (sat(&front, near, offices) || met(&front, &behind, near, offices, about))
}

/// `وقال الأمين العام، وإلى جانبه مبعوثه فلان والوزيرة فلانة، إن`: who stands beside the one who tells how the talks began or ended, and who tells it. `before` is the sentence before.
pub(super) fn announces(
    article: &Article,
    s: &Sentence,
    before: Option<&Sentence>,
    name: (u32, u32),
    place: Option<EntryId>,
    lexicon: &Lexicon,
) -> bool {
    const WHEN: [&str; 8] = ["ختام", "اختتام", "اختتمت", "انتهت", "انطلاق", "افتتاح", "انطلقت", "افتتحت"];
    let all: Vec<&str> = words(&article.text[s.start as usize..s.end as usize]);
    if !all.windows(2).any(|w| BESIDE.contains(&format!("{} {}", w[0], w[1]).as_str()) || BESIDE.contains(&w[0])) {
        return false;
    }
    // `وفي نيويورك قال`
    let first = s.mentions.first().filter(|m| m.start <= s.start + OPENING && elsewhere_at(m, place, lexicon));
    if first.is_some() {
        return false;
    }
    let text = |s: &Sentence| words(&article.text[s.start as usize..s.end as usize]);
    let talks = |s: &Sentence| {
        let words = text(s);
        words.iter().any(|w| WHEN.contains(&bare(w)))
            && words.iter().any(|w| AT_TALKS.contains(&bare(w)) || TALKS.contains(&bare(w)))
    };
    let front: Vec<&str> = words(&article.text[s.start as usize..name.0 as usize]);
    let behind: Vec<&str> = words(&article.text[name.1 as usize..s.end as usize]);
    let speaker = front.len() <= NEAR / 2
        && behind.iter().take(2).any(|w| BESIDE.iter().any(|b| b.starts_with(bare(w)) && bare(w).chars().count() > 2));
    (talks(s) || before.is_some_and(talks)) && (speaker || beside(&front, front.len().saturating_sub(NEAR)))
}

/// `الذي رافقه إلى المدينة نائب الوزير فلان`, `وصل فلان برفقة فلان`: who came with somebody.
fn accompanied(front: &[&str], near: usize, offices: impl Fn(usize) -> bool) -> bool {
    const WITH: [&str; 9] = ["رافقه", "رافقها", "يرافقه", "يرافقها", "ترافقه", "ترافقها", "رافقته", "برفقة", "بصحبة"];
    let at = (near..front.len()).rev().find(|&at| WITH.contains(&bare(front[at]).trim_start_matches('و')));
    at.is_some_and(|at| offices(at + 1) && !front[at..].iter().any(|w| matches!(bare(w), "زيارة" | "جولته" | "رحلة")))
}

/// `هو من استقبل الوفود`, `واستقبل المبعوث فلان وفد الحكومة`
fn received(front: &[&str], behind: &[&str], near: usize, offices: impl Fn(usize) -> bool) -> bool {
    let receives = |w: &str| matches!(bare(w), "استقبل" | "استقبلت");
    let object = |words: &[&str]| words.first().is_some_and(|w| DELEGATIONS.contains(&bare(w)));
    let at = behind.iter().take(4).position(|w| receives(w));
    let own = at.is_some_and(|at| {
        behind[..at].iter().all(|w| matches!(bare(w), "هو" | "هي" | "من" | "الذي" | "التي" | "")) && object(&behind[at + 1..])
    });
    let before = (near..front.len()).rev().find(|&at| receives(front[at]));
    own || before.is_some_and(|at| offices(at + 1) && object(behind))
}

/// `سبع جلسات مع فلان`; `عقد الوفد لقاءات مع نائبة المبعوث فلانة`, told of a delegation.
fn sat(front: &[&str], near: usize, offices: impl Fn(usize) -> bool) -> bool {
    let Some(with) = (near..front.len()).rev().find(|&at| matches!(front[at], "مع" | "ومع")) else { return false };
    let before = &front[with.saturating_sub(NEAR)..with];
    // `يعقد جلسة غدا`, `طلب جلسة`: not yet.
    let future = before.iter().chain(&front[..with.saturating_sub(before.len())]).any(|w| not_yet(w));
    let sits = before.iter().rev().take(4).any(|w| SITTINGS.contains(&bare(w)));
    let meets = before.iter().any(|w| MEETINGS.contains(&bare(w)))
        && front[..with].iter().any(|w| DELEGATIONS.contains(&bare(w).trim_start_matches('و')));
    offices(with + 1) && (sits || meets) && !future
}

/// `كما التقى نائب الوزير فلان`, `فلان التقى وفد المعارضة على هامش الجولة`
fn met(front: &[&str], behind: &[&str], near: usize, offices: impl Fn(usize) -> bool, about: impl Fn() -> bool) -> bool {
    let meets = |w: &str| matches!(bare(w), "التقى" | "التقت" | "التقيا" | "والتقى" | "والتقت");
    let at_round =
        || front.iter().chain(behind).any(|w| matches!(bare(w), "الجولة" | "المحادثات" | "المفاوضات" | "المشاورات" | "هامش"));
    let before = (near..front.len()).rev().find(|&at| meets(front[at]));
    let own = behind.first().is_some_and(|w| meets(w)) && behind.get(1).is_some_and(|w| DELEGATIONS.contains(&bare(w)));
    (own || before.is_some_and(|at| offices(at + 1) && about())) && at_round()
}

/// `وعلى هامش المفاوضات، التقى فلان الأربعاء فلانا`: who meets at the talks, and whom. What is denied behind the name at byte `name`, or named there, is not of the meeting.
pub(super) fn beside_the_talks(article: &Article, s: &Sentence, name: u32, place: Option<EntryId>, lexicon: &Lexicon) -> bool {
    let kind = |m: &Mention| lexicon.entries[m.entry as usize].kind;
    let mut before = s.mentions.iter().filter(|m| m.start < name);
    if before.any(|m| kind(m) == Kind::Negator || elsewhere_at(m, place, lexicon)) {
        return false;
    }
    let front: Vec<&str> = words(&article.text[s.start as usize..name as usize]);
    let meets = |w: &str| matches!(bare(w), "التقى" | "التقت" | "والتقى" | "والتقت" | "اجتمع" | "اجتمعت");
    let margin = |at: usize| {
        bare(front[at]) == "هامش" && front.get(at + 1).is_some_and(|w| AT_TALKS.contains(&bare(w)) || TALKS.contains(&bare(w)))
    };
    let from = front.len().saturating_sub(NEAR);
    let Some(at) = (from..front.len()).rev().find(|&at| meets(front[at])) else { return false };
    // `التقى فلان فلانا، وقال فلان`: behind a comma another clause begins.
    let one = !front[at..].iter().any(|w| w.ends_with(['،', '.', '؛', ':']) || matches!(bare(w), "أن" | "إن" | "الذي" | "التي"));
    one && (0..at).any(margin)
}

/// `وقال الأمين العام، وإلى جانبه مبعوثه فلان والوزيرة فلانة، إن`
fn beside(front: &[&str], near: usize) -> bool {
    let text = front[near..].join(" ");
    let Some(at) = BESIDE.iter().filter_map(|w| text.rfind(w).map(|at| at + w.len())).max() else { return false };
    let between = &text[at..];
    !between.contains(['،', '.', '؛', ':'])
        && !between.split_whitespace().any(|w| matches!(w, "إن" | "أن" | "بأن" | "من" | "الذي" | "التي"))
}

/// `وقال فلان، عقب لقائه وفد الهيئة`: who speaks has met a delegation.
pub(super) fn met_them(said: &Said) -> bool {
    let Some(verb) = said.statement.verb.filter(|verb| verb.span.1 < said.statement.content.0) else { return false };
    let words = words(said.text((verb.span.1, said.statement.content.0)));
    let at = words.iter().position(|w| matches!(bare(w), "لقائه" | "لقائها" | "اجتماعه" | "اجتماعها"));
    let after = at.and_then(|at| at.checked_sub(1)).is_some_and(|b| matches!(bare(words[b]), "عقب" | "بعد" | "إثر" | "ختام"));
    after
        && at.is_some_and(|at| words[at..].iter().take(5).any(|w| DELEGATIONS.contains(&bare(w).trim_start_matches(['و', 'ب']))))
}

/// A word of the future or of a wish.
fn not_yet(word: &str) -> bool {
    let word = bare(word).trim_start_matches('و');
    let future = ["سيعقد", "ستعقد", "سيلتقي", "ستلتقي", "سيجري", "ستجري"].contains(&word);
    future || ["غدا", "غداً", "المقرر", "مقررا", "طلب", "يعتزم", "تعتزم", "المقبل", "المقبلة", "يعقد", "تعقد"].contains(&word)
}

/// True where the sentence names a city of another country than that of the talks.
fn elsewhere(s: &Sentence, place: Option<EntryId>, lexicon: &Lexicon) -> bool {
    s.mentions.iter().any(|m| elsewhere_at(m, place, lexicon))
}

/// True for a city of another country than that of the talks.
fn elsewhere_at(m: &Mention, place: Option<EntryId>, lexicon: &Lexicon) -> bool {
    let country = |id: EntryId| lexicon.entries[id as usize].country.as_deref();
    let city = lexicon.entries[m.entry as usize].kind == Kind::Place && country(m.entry).is_some();
    city && place.is_none_or(|p| m.entry != p && country(m.entry) != country(p))
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// A word without marks.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphabetic())
}

/// The byte where the last of these words begin before byte `end`.
fn offset(article: &Article, s: &Sentence, last: &[&str], end: u32) -> u32 {
    let text = &article.text[s.start as usize..end as usize];
    match last.first() {
        Some(word) => {
            let base = article.text.as_ptr() as usize;
            (word.as_ptr() as usize - base) as u32
        }
        None => s.start + text.len() as u32,
    }
}
