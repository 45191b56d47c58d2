//! Headings that lost their line: glued to the next paragraph (`لجنيفمن جهته`), inline after a stop, or before a dateline.
//!
//! In: the start of a sentence. Out: where its heading ends and the sentence begins, or nothing. It splits inside a word only where both
//! halves are known, or the first shows its end (ة, ى), and the second opens a clause.

use super::data::{self, is, on};
use super::scan::{after, before, blank, floor, length, skip_blanks, trim_end, word_after, word_before, wordy};
use super::{Joint, Words};
use crate::arabic::fold::{ALEF, FEH, LAM, MEEM, NOON, WAW, fold_into, offset_after};

/// The glossary, and the room for one folded word.
pub(super) struct Ask<'w, W> {
    words: &'w W,
    folded: Vec<u8>,
}

impl<'w, W: Words> Ask<'w, W> {
    pub(super) fn new(words: &'w W) -> Self {
        Self { words, folded: Vec::new() }
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
        if !(5..=28).contains(&folded.len()) {
            return None;
        }
        let opening = |second: &[u8]| match second {
            [MEEM, NOON] | [WAW, MEEM, NOON] => is(next, on::SIDES),
            [_, _] => false,
            _ => opens(words, second) || data::folded(second) & on::TURNS != 0,
        };
        // ة and ى end words: what stands before one that is inside a word needs no glossary.
        let ends = |i| matches!(before(word, offset_after(word, i)), Some('ة' | 'ى'));
        // A short word is known too easily, and so is one with the article: الم|بارك.
        let least = if folded.starts_with(&[ALEF, LAM]) { 5 } else { 3 };
        let found = (3..=folded.len() - 2)
            .rev()
            .find(|&i| (ends(i) || i > least && words.known(&folded[..i])) && opening(&folded[i..]))?;
        (!words.known(folded) && !opens(words, folded)).then(|| offset_after(word, found))
    }
}

fn opens<W: Words>(words: &W, folded: &[u8]) -> bool {
    !folded.is_empty()
        && (words.opens_clause(folded) || matches!(folded[0], WAW | FEH) && folded.len() > 3 && words.opens_clause(&folded[1..]))
}

/// Words of a heading that is looked for.
const MOST: usize = 16;
/// Bytes of a word in it.
const LONGEST: usize = 80;

/// The end of the heading that `text[start..end]` begins with.
pub(super) fn heading<W: Words>(text: &str, start: usize, end: usize, joint: Joint, ask: &mut Ask<'_, W>) -> Option<usize> {
    let first = word_after(text, start, end);
    let and = first.starts_with('و') && !matches!(first, "وفد" | "وزير" | "وزارة" | "وكالة" | "وزراء");
    if first.is_empty() || and {
        return None;
    }
    let own = data::lists(first);
    if own & (on::NO_HEAD | on::TELLS | on::TURNS) != 0 {
        return None;
    }
    let glued = joint == Joint::Glued;
    let noun = own & on::HEADING_NOUNS != 0;
    let mut plain = true;
    let (mut at, mut previous) = (start, first);
    for count in 0..MOST {
        let near = end.min(at + LONGEST);
        let bytes = &text.as_bytes()[at..near];
        let space = bytes.iter().position(|&b| b == b' ').map_or(near, |i| at + i);
        if space == near && near < end {
            return None;
        }
        let piece = &text[at..space];
        let next = space + 1;
        let follower = || {
            if next < end { word_after(text, next, end) } else { "" }
        };
        if piece.len() >= 10 && (glued || may_break(piece)) {
            let word = word_after(text, at, space);
            if let Some(i) = ask.breaks(word, follower()).filter(|_| count > 0 || noun) {
                return (!ask.opens(first)).then_some(at + i);
            }
        }
        if noun && plain && (1..=4).contains(&count) && !is(piece, on::NO_HEAD | on::NOT_BEFORE) && ask.opens(piece) {
            let subject = !is(follower(), on::PREPOSITIONS | on::THAT);
            return if subject { nominal(text, start, at, ask) } else { None };
        }
        let sides = piece == "من" && (is(follower(), on::SIDES) || other_side(&text[at..end]));
        if count > 2 && plain && sides && !is(previous, on::NOT_BEFORE | on::PREPOSITIONS | on::TELLS) {
            return nominal(text, start, at, ask);
        }
        // What stands before a colon or a dash may be a dateline: it opens the sentence.
        let dated = previous.ends_with([':', '-', '–']);
        if count > 2 && !dated && may_tell(piece) && is(piece, on::TELLS) && is(follower(), on::SPEAKERS) {
            let lead = plain && !is(previous, on::NOT_BEFORE | on::PREPOSITIONS | on::TELLS);
            return if lead { nominal(text, start, at, ask) } else { None };
        }
        // A heading may have a colon or a quote inside, but no comma, no bracket and no end mark.
        let bytes = piece.as_bytes();
        let ends = bytes.windows(2).any(|w| matches!(w, [0xd8, 0x8c | 0x9b | 0x9f]))
            || bytes.iter().any(|b| matches!(b, b',' | b'.' | b'(' | b'!' | b'?' | b'\n'));
        if ends || next >= end {
            return None;
        }
        if matches!(
            piece,
            "التي"
                | "الذي"
                | "الذين"
                | "أن"
                | "ان"
                | "إن"
                | "كان"
                | "كانت"
                | "قد"
                | "ما"
                | "-"
                | "ـ"
                | "ــ"
                | "–"
        ) {
            plain = false;
        }
        previous = piece;
        at = next;
    }
    None
}

/// The end of `text[start..at]` if it neither opens with a verb nor has a verb of telling in the perfect: a headline has none before its lead.
/// Other verbs are not asked for, since too many of them are nouns, too (بحث, دعم).
fn nominal<W: Words>(text: &str, start: usize, at: usize, ask: &mut Ask<'_, W>) -> Option<usize> {
    let mut words = text[start..at].split(' ');
    let told = words.clone().any(|w| !w.starts_with(['ي', 'ت']) && is(w, on::TELLS));
    let verb = told || words.next().is_some_and(|w| ask.opens(w));
    (!verb).then(|| trim_end(text, start, at))
}

/// True for `من جهة أخرى` and its like.
fn other_side(text: &str) -> bool {
    let mut words = text.splitn(4, ' ').skip(1);
    matches!(words.next(), Some("جهة" | "جهةٍ" | "ناحية"))
        && words.next().is_some_and(|w| matches!(w, "أخرى" | "اخرى" | "أخرى،" | "اخرى،" | "ثانية" | "ثانية،"))
}

/// True if a word ends like one that a clause opens with: all that is asked where no stop is glued before.
fn may_break(word: &str) -> bool {
    word.len() >= 16
        && ["فيما", "بينما", "من", "وفي", "قال", "قالت", "أعلن", "اعلن", "أعلنت", "أكد", "اكد", "كشف", "ذكر", "ذكرت", "بدوره"]
            .iter()
            .any(|t| word.ends_with(t))
}

/// True if a word is short enough for a verb of telling, and begins like one.
fn may_tell(word: &str) -> bool {
    (6..=12).contains(&word.len())
        && !word.starts_with("ال")
        && word.starts_with(['ق', 'أ', 'ا', 'ذ', 'ك', 'ح', 'ت', 'ص', 'ن', 'د', 'ط', 'و', 'ب', 'ع', 'ي', 'ف'])
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
        let inner = &text[rest..floor(text, end.min(rest + 80))];
        let close = inner.find(')')?;
        if !inner[..close].split(['،', ',', '-', '/', '+', '–']).any(|p| is(p, on::WIRE)) {
            return None;
        }
        agency = true;
        rest = skip_blanks(text, rest + close + 1, end);
    } else {
        if mark == 'ـ' {
            rest += text[rest..end].len() - text[rest..end].trim_start_matches('ـ').len();
            stop = trim_end(text, start, at);
        }
        // A pair of dashes holds an aside.
        let ahead = floor(text, end.min(rest + 240));
        let aside = text[rest..ahead].contains([mark, '.']) && {
            let pair = text[rest..ahead].find(mark);
            let full = text[rest..ahead].find(". ");
            pair.is_some_and(|p| full.is_none_or(|f| p < f))
        };
        if aside || after(text, rest).is_none_or(|c| !blank(c)) || at - start > 160 {
            return None;
        }
        let over = &text[start..stop];
        let asides = if mark == 'ـ' { over.contains(" ـ") } else { over.contains(mark) };
        let onward = word_after(text, skip_blanks(text, rest, end), end);
        if asides || is(onward, on::CITIES) || over.split(' ').any(|w| matches!(w, "بينما" | "الذي" | "التي" | "وقد" | "ذلك"))
        {
            return None;
        }
        if over.contains(['،', ',']) && !over.ends_with(wordy) || over.starts_with('و') && !over.starts_with("وزير") {
            return None;
        }
    }
    if skip_blanks(text, rest, end) >= end {
        return None;
    }
    let (from, gap) = city(text, start, stop, |city| {
        let dashed = agency && after(text, rest).is_some_and(|c| matches!(c, '-' | '–' | '—' | 'ـ'));
        dashed && length(city) > 2 && !city.starts_with("ال")
    })?;
    let previous = word_before(text, start, gap);
    let over = from > start && gap > start && (previous.is_empty() || !is(previous, on::PREPOSITIONS));
    let phrase = &text[start..gap];
    let whole = phrase.contains(' ') && (agency || !phrase.contains('،'));
    (over && whole && before(text, gap).is_some_and(|c| wordy(c) || matches!(c, '؟' | '!' | '»' | '"'))).then_some(from)
}

/// The start of the city, or the two cities, that end at `stop`, and the end of what stands before.
fn city(text: &str, start: usize, stop: usize, other: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    let name = word_before(text, start, stop);
    let mut from = stop - name.len();
    let mut gap = trim_end(text, start, from);
    let two = gap - word_before(text, start, gap).len();
    if two < gap && is(&text[two..stop], on::CITIES_OF_TWO) {
        from = two;
    } else if !is(name, on::CITIES) && !other(name) {
        // `كليرمونت، كاليفورنيا ــ`: known by its first part.
        let comma = before(text, gap).filter(|&c| c == '،' && gap > start)?;
        if !is(word_before(text, start, gap - comma.len_utf8()), on::CITIES) {
            return None;
        }
    }
    gap = trim_end(text, start, from);
    if let Some(c @ ('،' | '/' | ',')) = before(text, gap).filter(|_| gap > start) {
        let end = trim_end(text, start, gap - c.len_utf8());
        let first = word_before(text, start, end);
        if !is(first, on::CITIES) {
            return None;
        }
        from = end - first.len();
        gap = trim_end(text, start, from);
    }
    Some((from, gap))
}

/// The end of the share bar that the text begins with, in texts that are one line.
pub(super) fn share_bar(text: &str, start: usize, end: usize) -> Option<usize> {
    let (mut at, mut count) = (start, 0);
    loop {
        let word = word_after(text, at, end);
        if word.is_empty() || !is(word, on::TOOLS) {
            return (count > 3 && !word.is_empty()).then(|| trim_end(text, start, at));
        }
        count += 1;
        at = skip_blanks(text, at + word.len(), end);
    }
}
