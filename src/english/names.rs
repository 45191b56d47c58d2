//! Names that nobody listed: found behind a title or where a subject must stand, romanised simply, and marked with an asterisk.

use super::lexicon::Lexicon;
use super::node::{Node, Pos};
pub use super::romanise::romanise;
use crate::arabic::fold::is_letter;

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
    let known = |word: &str| super::romanise::known(word).is_some();
    let name = parts.len() > 1 && !parts[0].starts_with("ال") && parts.iter().all(|p| known(p) || !lexical(p));
    if !sure && !name {
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

/// True for a word that the lexicon reads.
fn lexical(word: &str) -> bool {
    let mut readings = Vec::new();
    Lexicon::builtin().readings(word, &mut readings);
    !readings.is_empty()
}

/// The surname of a person whom two words name, a given name and a word that is nothing else: محمد قحطان.
#[must_use]
pub fn surname<'t>(given: &str, second: &'t str) -> Option<&'t str> {
    let bare = |word: &str| word.strip_prefix(['و', 'ف', 'ب', 'ك', 'ل', 'س']).is_some_and(lexical);
    // Few words are given names: what is asked of all words of an article is asked first.
    let name = super::romanise::known(given).is_some()
        && second.chars().count() > 3
        && second.chars().all(is_letter)
        && !second.starts_with("لل")
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
    while let Some(n) = nodes.get(next).filter(|n| part(n) && (next == i || !n.and)) {
        words.push(n);
        next += 1;
    }
    let first = words.first().copied();
    // One unknown word with an article is a common noun as likely as a name; so is a single word in no frame.
    // بن and آل are no names of their own.
    let names = words.iter().filter(|n| !matches!(n.ar.as_str(), "بن" | "ابن" | "آل")).count();
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
