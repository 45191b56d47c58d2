//! Names that nobody listed: found behind a title or where a subject must stand, romanised simply, and marked with an asterisk.

use super::lexicon::Lexicon;
use super::node::{Node, Pos};
pub use super::romanise::romanise;
use crate::arabic::fold::is_letter;
use crate::glossary::names::links;

/// True if a word may be part of a name: unknown, or written like a name only.
fn part(n: &Node) -> bool {
    n.pos == Pos::Unknown && n.ar.chars().count() > 1
}

/// Tokens of the longest name.
const LONGEST: usize = 5;

/// The words of a person's name, romanised and marked; `None` where they may be no name. `sure` where an office stands beside them.
#[must_use]
pub fn person(words: &str, sure: bool) -> Option<String> {
    let parts: Vec<&str> = words.split_whitespace().map(|w| w.trim_matches(['"', '«', '»', '،', ',', '“', '”'])).collect();
    if parts.is_empty() || parts.len() > LONGEST || parts.iter().any(|p| !p.chars().all(char::is_alphabetic)) {
        return None;
    }
    // إحداهن: somebody who is not named
    if matches!(
        parts[0],
        "إحداهن"
            | "إحداهم"
            | "إحداهما"
            | "أحدهم"
            | "أحدهما"
            | "أحدها"
            | "بعضهم"
            | "بعضهن"
            | "كثيرون"
            | "آخرون"
    ) {
        return None;
    }
    let known = |word: &str| super::romanise::known(word).is_some();
    let name = parts.len() > 1 && !parts[0].starts_with("ال") && parts.iter().all(|p| known(p) || !lexical(p));
    // هيئة محامي السودان: a noun that is no name opens none, whatever stands beside it
    let thing = !parts[0].starts_with("ال") && !known(parts[0]) && super::romanise::spelled(parts[0]).is_none() && noun(parts[0]);
    if !name && (!sure || parts.len() > 1 && thing) {
        return None;
    }
    let mut out: Vec<String> = Vec::new();
    let mut rest = parts.as_slice();
    while let Some((first, tail)) = rest.split_first() {
        // `عبد الرحمن` is one name.
        let joined = tail.first().map(|second| format!("{first}{second}")).filter(|whole| *first == "عبد" && known(whole));
        rest = if joined.is_some() { tail.get(1..).unwrap_or_default() } else { tail };
        out.push(romanise(joined.as_deref().unwrap_or(first)));
    }
    Some(format!("{}*", out.join(" ")))
}

/// Words of a name in full.
const FULL: usize = 4;

/// The last word of the name in full that `words` begin with: a given name of the table and the word behind it, and more only where one part wants the next (`محمد عبد الله بن سعيد`).
#[must_use]
pub fn full(words: &[&str]) -> Option<usize> {
    let known = |word: &str| super::romanise::known(word).is_some();
    let (given, second) = (words.first()?, words.get(1)?);
    if !known(given) || !may_be(second) || second.starts_with('و') {
        return None;
    }
    let more = |k: &usize| {
        let (before, word) = (words[k - 1], words[*k]);
        let goes_on = links(before) || known(before) && known(word);
        *k == 1 || goes_on && may_be(word) && !word.starts_with(['و', 'ب', 'ل'])
    };
    (1..words.len().min(FULL)).take_while(more).last()
}

/// True for a word that may be part of a name: letters, and no particle.
fn may_be(word: &str) -> bool {
    let small =
        ["من", "في", "عن", "على", "إلى", "مع", "مقابل", "لقاء", "بعد", "قبل", "أو", "إن", "أن", "الذي", "التي", "خلال", "وذلك"];
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic) && !small.contains(&word)
}

/// True for a word that the lexicon reads.
fn lexical(word: &str) -> bool {
    let mut readings = Vec::new();
    Lexicon::builtin().readings(word, &mut readings);
    !readings.is_empty()
}

/// True for a common noun that is a body, or what somebody is: هيئة, وكيلة, مركز.
fn noun(word: &str) -> bool {
    let mut readings = Vec::new();
    Lexicon::builtin().readings(word, &mut readings);
    readings.iter().any(|r| r.kind() == super::expand::kind::NOUN) && word.ends_with('ة')
        || matches!(
            word,
            "لجان"
                | "قوات"
                | "فصائل"
                | "أحزاب"
                | "مجالس"
                | "نقابات"
                | "هيئات"
                | "منظمات"
                | "جمعيات"
                | "تنسيقيات"
                | "كتائب"
                | "ألوية"
                | "قبائل"
                | "عشائر"
                | "أهالي"
                | "سكان"
                | "غرف"
                | "اتحاد"
                | "مركز"
                | "مجلس"
                | "تجمع"
                | "حزب"
                | "تحالف"
                | "ائتلاف"
                | "مكتب"
                | "صندوق"
                | "فريق"
                | "مرصد"
        )
}

/// The surname of a person whom two words name, a given name and a word that is nothing else: محمد قحطان.
#[must_use]
pub fn surname<'t>(given: &str, second: &'t str) -> Option<&'t str> {
    let bare = |word: &str| word.strip_prefix(['و', 'ف', 'ب', 'ك', 'ل', 'س']).is_some_and(lexical);
    // Few words are given names: what is asked of all words of an article is asked first.
    let name = super::romanise::known(given).is_some()
        && second.chars().count() > 3
        && second.chars().all(is_letter)
        && !["لل", "وال", "بال", "فال"].iter().any(|front| second.starts_with(front))
        && !lexical(given)
        && !lexical(second)
        && !lexical(second.strip_prefix("ال").unwrap_or(second))
        && !bare(second);
    name.then_some(second)
}

/// True for the English of a verb whose subject speaks.
pub(super) fn saying(en: &str) -> bool {
    const SAYING: &[&str] =
        &["say", "add", "affirm", "state", "explain", "declare", "stress", "continue", "confirm", "note", "point out"];
    SAYING.contains(&en)
}

/// The name at `i`, romanised, and the index behind it; `…` where no name can be told.
pub(super) fn name(nodes: &[Node], i: usize) -> (String, usize) {
    let mut next = i;
    let mut words = Vec::new();
    // رونالد ريغان للتقرب: a preposition begins what is no name
    while let Some(n) = nodes.get(next).filter(|n| part(n) && (next == i || !n.and && n.prep.is_none())) {
        words.push(n);
        next += 1;
    }
    let first = words.first().copied();
    // One unknown word with an article is a common noun as likely as a name; so is a single word in no frame.
    // بن and آل are no names of their own.
    let names = words.iter().filter(|n| !links(&n.ar) || matches!(n.ar.as_str(), "عبد" | "أبو" | "ابو")).count();
    let sure = words.len() > 1 && names <= 4 && first.is_some_and(|n| !n.definite);
    let framed = i > 0
        && nodes.get(i - 1).is_some_and(|p| {
            p.pos == Pos::Title
                || (p.pos == Pos::Name && p.person_name)
                || (matches!(p.pos, Pos::Mark('،')) && i > 1 && nodes[i - 2].pos == Pos::Title)
        });
    // قال شومر إن: who says it is somebody
    let says = i > 0
        && nodes[i - 1].pos == Pos::Verb
        && nodes[i - 1].tense == crate::arabic::inflect::Tense::Perfect
        && saying(&nodes[i - 1].en)
        && nodes.get(next).is_some_and(|x| {
            matches!(x.pos, Pos::That | Pos::Prep | Pos::Mark('،' | ':') | Pos::Adverb | Pos::Clause) || x.quote()
        });
    if says && words.len() <= 4 {
        let text: Vec<String> = words.iter().map(|n| romanise(&n.ar)).collect();
        return (format!("{}*", text.join(" ")), next);
    }
    // بلدة ماكولين, الدكتور الربيعة: the place of a name
    let slot = i.checked_sub(1).is_some_and(|b| {
        // السفير البوليفي: a nisba of an office
        let civil = |n: &Node| !["سفير", "مستشار"].iter().any(|w| n.ar.ends_with(w));
        let nisba = first.is_some_and(|n| n.ar.ends_with("ية") || n.ar.ends_with('ي') && !civil(&nodes[b]));
        let surname = words.len() == 1 && !nisba;
        super::slots::opens(&nodes[b]) || super::slots::personal(&nodes[b]) && surname
    });
    // اتفق مع صالح: a word of the table that is nothing else
    let listed = first.is_some_and(|n| words.len() == 1 && !n.definite && super::romanise::known(&n.ar).is_some());
    // قحطان, where the article has told of محمد قحطان
    let introduced = words.len() == 1 && first.is_some_and(|n| n.person_name);
    if sure || slot || listed || introduced || (framed && first.is_some_and(|n| !n.definite)) {
        let text: Vec<String> = words.iter().map(|n| romanise(&n.ar)).collect();
        return (format!("{}*", text.join(" ")), next);
    }
    ("…".to_owned(), next.max(i + 1))
}

#[cfg(test)]
mod tests {
    use super::full;

    #[track_caller]
    fn ends(words: &str, last: Option<usize>) {
        let words: Vec<&str> = words.split_whitespace().collect();
        assert_eq!(full(&words), last, "{words:?}");
    }

    #[test]
    fn a_given_name_and_the_word_behind_it() {
        ends("محمد قحطان مقابل خمسين", Some(1));
        ends("سامر البدري", Some(1));
        ends("قحطان", None);
        ends("المدينة القديمة", None);
    }

    #[test]
    fn more_where_one_part_wants_the_next() {
        ends("محمد عبد الله", Some(2));
        ends("أحمد بن سعيد المهري", Some(2));
        ends("علي محمد حسن", Some(2));
        ends("محمد قحطان الذي", Some(1));
    }

    #[test]
    fn a_particle_or_a_second_person_ends_it() {
        ends("محمد في", None);
        ends("محمد وأحمد", None);
        ends("محمد عبد", Some(1));
    }
}
