//! End marks: whether a stop, a question mark or dots end the sentence, and where it then ends.
//!
//! In: the place of a mark and the start of its sentence. Out: the place after the mark and after the quotes that close with it, or how far
//! the mark reaches where the sentence goes on. Abbreviations, numbers, dates, addresses and quotes that go on are no ends.

use super::abbreviations::stops;
use super::data::{is, on};
use super::scan::{after, before, blank, find, skip_blanks, word_after, wordy};

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

/// Decides on the marks at `at`, in the sentence from `seen`'s start; `opens` says if a word opens a clause. `by_dots` is whether dots are
/// the full stops of this text, once it had to be known.
pub(super) fn stop(
    text: &str,
    at: usize,
    end: usize,
    seen: &mut Seen,
    by_dots: &mut Option<bool>,
    opens: &mut impl FnMut(&str) -> bool,
) -> Stop {
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
        let ends = long && (starts || *by_dots.get_or_insert_with(|| written_with_dots(text)) && free(text, next, end, word));
        return if ends { Stop::End(close.to) } else { Stop::On(close.to) };
    }
    if let Some(to) = reference(text, next, end) {
        return Stop::End(to);
    }
    if !sure && (close.quote || close.bracket) && goes_on(text, next, end, marks.strong, close.quote, opens) {
        return Stop::On(close.to);
    }
    Stop::End(close.to)
}

/// True for a text that has more dots than full stops, as columnists write.
fn written_with_dots(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut dots, mut stops, mut at) = (0, 0, 0);
    loop {
        at = find(bytes, at, bytes.len(), b'.');
        let many = bytes[at..].iter().take_while(|&&b| b == b'.').count();
        match many {
            0 => return dots > 3 && dots > stops,
            1 => stops += u32::from(!bytes.get(at + 1).is_some_and(u8::is_ascii_digit)),
            _ => dots += 1,
        }
        at += many;
    }
}

/// True if what follows dots at `next` is no mere part of the clause before them: neither a word that leans on it nor a few words up to the
/// next mark.
fn free(text: &str, next: usize, end: usize, word: &str) -> bool {
    let near = &text.as_bytes()[next..end.min(next + LEAST)];
    let goes_on = is(word, on::TO_GO_ON | on::THAT | on::SAID | on::LEANS)
        || ["لي", "لل", "كال"].iter().any(|p| word.starts_with(p))
        || word.starts_with('م') && word.trim_end_matches('ً').ends_with('ا');
    near.len() == LEAST && !near.contains(&b'.') && !word.is_empty() && !goes_on
}

/// Bytes that a sentence after dots has at least.
const LEAST: usize = 60;

/// A mark between Latin letters: part of an address.
fn address(text: &str, at: usize, next: usize) -> bool {
    before(text, at).is_some_and(|c| c.is_ascii_alphanumeric() || c == '/')
        && after(text, next).is_some_and(|c| c.is_ascii_alphanumeric() || c == '=')
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
        // `«هل حضرت؟» قال: نعم` answers.
        let colon = skip_blanks(text, next + word.len(), end);
        return colon >= end || after(text, colon) != Some(':');
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
