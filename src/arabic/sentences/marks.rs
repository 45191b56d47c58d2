//! End marks: whether a stop, a question mark or dots end the sentence, and where it then ends.
//!
//! In: the place of a mark and the start of its sentence. Out: the place after the mark and after the quotes that close with it, or how far
//! the mark reaches where the sentence goes on. Abbreviations, numbers, dates, addresses and quotes that go on are no ends.

use super::data::{is, lists, on};
use super::scan::{after, before, blank, find, length, skip_blanks, word_after, word_before, wordy};

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The sentence goes on after this place.
    On(usize),
    /// The sentence ends at this place.
    End(usize),
}

/// What has been seen of a sentence up to a mark; it moves forward only, so that all marks of a text together read it once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    begin: usize,
    /// Straight quotes are counted up to here.
    quotes_to: usize,
    odd: bool,
    /// Characters are known not to be of words up to here.
    words_to: usize,
    word: bool,
}

impl Seen {
    pub(super) fn from(begin: usize) -> Self {
        Self { begin, quotes_to: begin, odd: false, words_to: begin, word: false }
    }

    /// True if an odd number of straight quotes lies before `at`.
    fn open(&mut self, text: &str, at: usize) -> bool {
        loop {
            let quote = find(text.as_bytes(), self.quotes_to, at, b'"');
            if quote >= at {
                self.quotes_to = self.quotes_to.max(at);
                return self.odd;
            }
            self.odd = !self.odd;
            self.quotes_to = quote + 1;
        }
    }

    /// True if a letter or digit lies before `at`.
    fn word(&mut self, text: &str, at: usize) -> bool {
        if !self.word && self.words_to < at {
            self.word = text[self.words_to..at].chars().any(wordy);
            self.words_to = at;
        }
        self.word
    }
}

/// Marks that follow one another.
#[derive(Clone, Copy, Default)]
struct Run {
    end: usize,
    dots: u32,
    strong: bool,
}

fn run(text: &str, mut at: usize, end: usize) -> Run {
    let mut run = Run { end: at, ..Run::default() };
    while at < end {
        let Some(c) = after(text, at) else { break };
        match c {
            '.' => run.dots += 1,
            '…' => run.dots += 3,
            '!' | '?' | '؟' => run.strong = true,
            ' ' | '\u{a0}' => {
                at += c.len_utf8();
                continue;
            }
            _ => break,
        }
        at += c.len_utf8();
        run.end = at;
    }
    run
}

/// Decides on the marks at `at`, in the sentence from `seen`'s start; `opens` says if a word opens a clause.
pub(super) fn stop(text: &str, at: usize, end: usize, seen: &mut Seen, opens: &mut impl FnMut(&str) -> bool) -> Stop {
    let mut marks = run(text, at, end);
    let on = Stop::On(marks.end);
    if !seen.word(text, at) {
        return on;
    }
    let single = !marks.strong && marks.dots == 1;
    if single && !stops(text, seen.begin, at, marks.end, end, opens) {
        return on;
    }
    if marks.strong && (before(text, at) == Some('(') || address(text, at, marks.end)) {
        return on;
    }
    let mut close = closers(text, marks.end, end, seen);
    let mut sure = false;
    while close.to > marks.end {
        let more = run(text, close.to, end);
        if more.end == close.to {
            break;
        }
        sure = true;
        marks = more;
        let next = closers(text, marks.end, end, seen);
        close = Closers { to: next.to, quote: close.quote || next.quote, bracket: close.bracket || next.bracket };
    }
    let next = skip_blanks(text, close.to, end);
    if next >= end {
        return Stop::End(close.to);
    }
    if matches!(after(text, next), Some('،' | '؛' | ';')) {
        return Stop::On(close.to);
    }
    if !marks.strong && marks.dots > 1 {
        let long = close.to - seen.begin > 60;
        let word = word_after(text, next, end);
        let starts = is(word, on::OPENERS) || (word.starts_with(['و', 'ف']) && opens(word)) || after(text, next) == Some(',');
        return if long && starts { Stop::End(close.to) } else { Stop::On(close.to) };
    }
    if let Some(to) = reference(text, next, end) {
        return Stop::End(to);
    }
    if !sure && (close.quote || close.bracket) && goes_on(text, next, end, marks.strong, close.quote, opens) {
        return Stop::On(close.to);
    }
    Stop::End(close.to)
}

/// A mark between Latin letters: part of an address.
fn address(text: &str, at: usize, next: usize) -> bool {
    before(text, at).is_some_and(|c| c.is_ascii_alphanumeric() || c == '/')
        && after(text, next).is_some_and(|c| c.is_ascii_alphanumeric() || c == '=')
}

/// True if a single stop may end a sentence.
fn stops(text: &str, begin: usize, at: usize, next: usize, end: usize, opens: &mut impl FnMut(&str) -> bool) -> bool {
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
    let title = letters == 2 && word.strip_prefix(['و', 'ل']).is_some_and(|w| is(w, on::TITLES));
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
    if own & on::LETTERS != 0 && is(follower, on::LETTERS) {
        return false;
    }
    if own & on::AND_SO_ON != 0 {
        return goes_to >= end || follower.starts_with('و') || opens(follower);
    }
    true
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

struct Closers {
    to: usize,
    quote: bool,
    bracket: bool,
}

/// The quotes and brackets that close right after a mark.
fn closers(text: &str, from: usize, end: usize, seen: &mut Seen) -> Closers {
    let mut close = Closers { to: from, quote: false, bracket: false };
    let mut spaces = 0;
    let mut at = from;
    while at < end {
        let Some(c) = after(text, at) else { break };
        let next = at + c.len_utf8();
        let free = next >= end || after(text, next).is_none_or(|d| !wordy(d));
        let takes = match c {
            '»' | '”' | '’' | ')' | ']' | '}' => spaces == 0 || free,
            '«' | '“' | '\'' => free && spaces == 0,
            '"' => {
                let open = seen.open(text, at);
                if spaces == 0 { open || free } else { open && free }
            }
            c if blank(c) && spaces < 2 && c != '\n' => {
                spaces += 1;
                at = next;
                continue;
            }
            _ => false,
        };
        if !takes {
            break;
        }
        if matches!(c, ')' | ']' | '}') {
            close.bracket = true;
        } else {
            close.quote = true;
        }
        close.to = next;
        at = next;
        spaces = 0;
    }
    close
}

/// True if the sentence goes on after a mark and the quote or bracket that closes with it.
fn goes_on(text: &str, next: usize, end: usize, strong: bool, quote: bool, opens: &mut impl FnMut(&str) -> bool) -> bool {
    let Some(c) = after(text, next) else {
        return false;
    };
    if c == ',' {
        let further = skip_blanks(text, next + 1, end);
        return quote && !matches!(after(text, further), Some('و' | ',') | None);
    }
    let word = word_after(text, next, end);
    if word.is_empty() {
        return false;
    }
    if quote && is(word, on::SAID) {
        return true;
    }
    if strong {
        return if is(word, on::TO_GO_ON) {
            true
        } else {
            !quote && !word.starts_with('و') && !is(word, on::OPENERS) && !opens(word)
        };
    }
    false
}

/// The end of a reference in brackets that belongs to the sentence before it: `(راجع ص 5)`.
fn reference(text: &str, at: usize, end: usize) -> Option<usize> {
    let inner = text[at..end].strip_prefix('(')?;
    let refers = ["راجع", "انظر", "أنظر", "طالع", "التفاصيل", "تفاصيل", "ص "].iter().any(|w| inner.starts_with(w));
    let close = if refers {
        inner.find(')').filter(|&i| i < 60)?
    } else {
        return None;
    };
    Some(at + 1 + close + 1)
}
