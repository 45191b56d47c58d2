//! Single stops: whether one ends a sentence, or abbreviates a word, stands in a number or an address, or counts the items of a list.
//!
//! In: the place of a stop and the start of its sentence. Out: yes or no. A letter alone abbreviates; two and more are looked up.

use super::data::{is, lists, on};
use super::scan::{after, before, blank, length, skip_blanks, word_after, word_before, wordy};

/// True if a single stop may end a sentence.
pub(super) fn stops(text: &str, begin: usize, at: usize, next: usize, end: usize, opens: &mut impl FnMut(&str) -> bool) -> bool {
    let (prev, follow) = (before(text, at), if next < end { after(text, next) } else { None });
    let Some(prev) = prev else { return false };
    if prev == '(' {
        return false;
    }
    let digit = |c: char| c.is_numeric();
    match follow {
        Some(c) if digit(c) && (digit(prev) || prev.is_ascii() || blank(prev)) => return false,
        Some(c)
            if c.is_ascii_alphabetic() && (prev.is_ascii_alphanumeric() || matches!(prev, '-' | '_' | '/') || blank(prev)) =>
        {
            return false;
        }
        Some('/' | '\\' | '_' | '@' | ':') => return false,
        _ => {}
    }
    if !wordy(prev) {
        return true;
    }
    let word = word_before(text, begin, at);
    let start = at - word.len();
    let letters = length(word);
    let goes_to = skip_blanks(text, next, end);
    let glued = goes_to == next;
    let follower = word_after(text, goes_to, end);
    if word.chars().all(digit) {
        // The number of a list's item, or a decimal with a blank in it.
        let item = start - begin < 16 && text[begin..start].chars().all(|c| blank(c) || matches!(c, '(' | '-' | '•'));
        return letters > 3 || !item && !follower.starts_with(digit);
    }
    // `وأ.د. وليد`
    let title = letters == 2 && word != "لا" && word.strip_prefix(['و', 'ل']).is_some_and(|w| is(w, on::TITLES));
    if title {
        return false;
    }
    if letters == 1 {
        return after_letter(text, begin, start, word, follower, glued);
    }
    let own = lists(word);
    if own & on::SHORT != 0 && follower.is_ascii() && !follower.is_empty() {
        return false;
    }
    if own & on::LETTERS != 0 && (is(follower, on::LETTERS) || initial(text, begin, start, word, follower, opens)) {
        return false;
    }
    if own & on::AND_SO_ON != 0 {
        return !is(follower, on::PREPOSITIONS);
    }
    true
}

/// True for the letter of a name before the surname: `جيمس إف. جونز`.
fn initial(text: &str, begin: usize, start: usize, letter: &str, follower: &str, opens: &mut impl FnMut(&str) -> bool) -> bool {
    let stands_for_word = matches!(letter, "إن" | "أن" | "ان" | "أو" | "او" | "أم" | "كي" | "أي");
    let gap = text[begin..start].trim_end_matches(' ');
    let name = word_before(text, begin, begin + gap.len());
    !stands_for_word
        && length(name) > 2
        && !is(name, on::LETTERS)
        && length(follower) > 2
        && !follower.starts_with(['و', 'ف'])
        && !follower.starts_with("ال")
        && !is(follower, on::OPENERS | on::TO_GO_ON | on::PREPOSITIONS | on::NO_HEAD | on::LEANS)
        && !opens(follower)
}

/// True if the stop after a single letter may end a sentence: after units (`1770 م.`), agencies (`أ.ف.ب. وقال`, `ا ف ب.`), Latin letters.
fn after_letter(text: &str, begin: usize, start: usize, letter: &str, follower: &str, glued: bool) -> bool {
    let (mut chain, mut spaced, mut at, mut first) = (1, true, start, letter);
    while chain < 6 {
        let Some(c) = before(text, at).filter(|_| at > begin) else {
            break;
        };
        let mut back = at - c.len_utf8();
        if c == '.' {
            spaced = false;
        } else if c != ' ' {
            break;
        }
        if before(text, back) == Some('.') && c == ' ' && back > begin {
            spaced = false;
            back -= 1;
        }
        let word = word_before(text, begin, back.max(begin));
        if chain == 1 && !word.is_empty() && word.chars().all(char::is_numeric) && c == ' ' {
            return !glued || follower.starts_with('و');
        }
        if length(word) != 1 && !word.strip_prefix(['و', 'ل']).is_some_and(|w| is(w, on::TITLES)) {
            break;
        }
        first = word;
        at = back - word.len();
        chain += 1;
    }
    let and = follower.starts_with(['و', 'ف']) && length(follower) > 2;
    if letter.is_ascii() {
        return chain == 1 && !follower.is_ascii() || and;
    }
    match chain {
        1 => false,
        2 => and && !is(first, on::TITLES) && !first.starts_with('و'),
        _ => spaced && !glued || and || is(follower, on::OPENERS),
    }
}
