//! Headings that lost their line: glued to the next paragraph (`لجنيفمن جهته`), inline after a stop, or before a dateline.
//!
//! In: the start of a sentence. Out: where its heading ends and the sentence begins, or nothing. It splits inside a word only where both
//! halves are known and the second opens a clause.

use super::Words;
use super::data::{CITIES, CITIES_OF_TWO, HEADING_NOUNS, PREPOSITIONS, SIDES, TURNS, WIRE};
use super::lines::names_agency;
use super::scan::{
    after, before, begins_with, blank, length, one_of, same, skip_blanks, trim_end, word_after,
    word_before, wordy,
};
use crate::arabic::fold::{FEH, MEEM, NOON, WAW, fold_into, offset_after};

/// Words of a heading that is looked for.
const MOST: usize = 12;

/// The glossary, and the room for one folded word.
pub(super) struct Ask<'w, W> {
    words: &'w W,
    folded: Vec<u8>,
}

impl<'w, W: Words> Ask<'w, W> {
    pub(super) fn new(words: &'w W) -> Self {
        Self {
            words,
            folded: Vec::new(),
        }
    }

    /// True if `word`, bare or after و or ف, opens a clause.
    pub(super) fn opens(&mut self, word: &str) -> bool {
        self.folded.clear();
        fold_into(word, &mut self.folded);
        opens(self.words, &self.folded)
    }

    /// Where a word breaks into the end of a heading and the opening of a clause; `next` is the word after it.
    fn breaks(&mut self, word: &str, next: &str) -> Option<usize> {
        self.folded.clear();
        fold_into(word, &mut self.folded);
        let (words, folded) = (self.words, &self.folded[..]);
        if !(5..=28).contains(&folded.len()) || words.known(folded) || opens(words, folded) {
            return None;
        }
        (3..=folded.len() - 2)
            .rev()
            .find(|&i| {
                let second = &folded[i..];
                let turns = if second.len() == 2 {
                    second == [MEEM, NOON] && one_of(next, SIDES)
                } else {
                    opens(words, second) || one_of(&word[offset_after(word, i)..], TURNS)
                };
                turns && words.known(&folded[..i])
            })
            .map(|i| offset_after(word, i))
    }
}

fn opens<W: Words>(words: &W, folded: &[u8]) -> bool {
    !folded.is_empty()
        && (words.opens_clause(folded)
            || matches!(folded[0], WAW | FEH)
                && folded.len() > 3
                && words.opens_clause(&folded[1..]))
}

/// The end of the heading that `text[start..end]` begins with.
pub(super) fn heading<W: Words>(
    text: &str,
    start: usize,
    end: usize,
    ask: &mut Ask<'_, W>,
) -> Option<usize> {
    let mut at = start;
    let mut noun = false;
    for count in 0..MOST {
        let word = word_after(text, at, end);
        if word.is_empty() {
            return None;
        }
        let after_word = at + word.len();
        let next = skip_blanks(text, after_word, end);
        let follower = word_after(text, next, end);
        if count == 0 {
            noun = one_of(word, HEADING_NOUNS);
            if !noun && ask.opens(word) {
                return None;
            }
        } else if noun
            && count <= 4
            && ask.opens(word)
            && !one_of(follower, PREPOSITIONS)
            && !one_of(follower, &["أن", "إن", "بأن", "أنه", "أنها"])
        {
            return Some(trim_end(text, start, at));
        }
        if word.len() >= 10 && word.len() <= 80 {
            if let Some(i) = ask.breaks(word, follower) {
                return (count > 0 || noun).then_some(at + i);
            }
        }
        // A heading may have a colon, and quotes, but no comma and no end mark.
        at = next;
        while let Some(c) = after(text, at).filter(|_| at < end) {
            match c {
                ':' | '"' | '«' | '»' | '-' | '–' => at += c.len_utf8(),
                c if blank(c) => at += c.len_utf8(),
                _ => break,
            }
        }
        if at > next {
            noun = false;
        }
    }
    None
}

/// The start of the dateline that a dash or an opening bracket at `at` belongs to, where a headline stands before it in the same line.
pub(super) fn dateline(text: &str, start: usize, at: usize, end: usize) -> Option<usize> {
    if at - start > 320 {
        return None;
    }
    let mark = after(text, at)?;
    let mut rest = at + mark.len_utf8();
    let mut stop = trim_end(text, start, at);
    let mut agency = false;
    if mark == '(' {
        let inner = &text[rest..text.floor_char_boundary(end.min(rest + 80))];
        let close = inner.find(')')?;
        if !names_agency(&inner[..close], WIRE) {
            return None;
        }
        agency = true;
        rest += close + 1;
        let next = skip_blanks(text, rest, end);
        rest = next;
    } else if mark == 'ـ' {
        rest += text[rest..end].len() - text[rest..end].trim_start_matches('ـ').len();
        if after(text, rest).is_none_or(|c| !blank(c)) {
            return None;
        }
        stop = trim_end(text, start, at);
    } else if mark == '-'
        && before(text, at).is_some_and(|c| !blank(c))
        && after(text, rest).is_none_or(|c| !blank(c))
    {
        return None;
    }
    if skip_blanks(text, rest, end) >= end {
        return None;
    }
    let mut city = word_before(text, start, stop);
    let mut from = stop - city.len();
    city = city.trim_end_matches('ـ');
    let dashed =
        agency && after(text, rest).is_some_and(|c| matches!(c, '-' | '–' | '—' | 'ـ' | ':'));
    let gap = trim_end(text, start, from);
    let previous = word_before(text, start, gap);
    let two = CITIES_OF_TWO
        .iter()
        .any(|c| begins_with(text, gap - previous.len(), stop, c));
    if two {
        from = gap - previous.len();
    } else if !(one_of(city, CITIES) || dashed && length(city) > 2 && !city.starts_with("ال")) {
        return None;
    }
    // `كليرمونت، كاليفورنيا ــ` is not known by its second part; `دمشق، بيروت (رويترز)` is one dateline.
    let mut gap = trim_end(text, start, from);
    if matches!(before(text, gap), Some('،' | '/' | ',')) && gap > start {
        let first_end = trim_end(
            text,
            start,
            gap - before(text, gap).map_or(0, char::len_utf8),
        );
        let first = word_before(text, start, first_end);
        if one_of(first, CITIES) {
            from = first_end - first.len();
            gap = trim_end(text, start, from);
        } else {
            return None;
        }
    }
    let previous = word_before(text, start, gap);
    let free = from > start
        && gap > start
        && !previous.is_empty()
        && !one_of(previous, PREPOSITIONS)
        && !same(previous, "وال");
    (free && before(text, gap).is_some_and(|c| wordy(c) || matches!(c, '؟' | '!' | '»' | '"')))
        .then_some(from)
}
