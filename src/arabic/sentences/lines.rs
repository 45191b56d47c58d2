//! Lines: what a line break means in a text, and what a line of its own is.
//!
//! In: a text. Out: its blocks, which are paragraphs and lines that stand alone, and for a short one what it is, a title, a heading, a
//! by-line, a line of the source, furniture. A text is held to be hard-wrapped when at most of its line breaks the next word did not fit.

use super::Kind;
use super::data::{self, is, on};
use super::scan::{after, before, blank, find, floor, trim_end, word_after, words, wordy};

/// How a text uses its lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    newline: u8,
    /// Characters in a full line of a hard-wrapped text.
    width: Option<usize>,
    /// Most long lines end in an end mark.
    pub(super) stops: bool,
}

/// Lines that are looked at to decide.
const SAMPLE: usize = 64;
/// The longest line of a hard-wrapped text, in bytes and in characters.
const WIDE: (usize, usize) = (300, 140);

impl Layout {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let newline = if find(bytes, 0, bytes.len(), b'\n') < bytes.len() { b'\n' } else { b'\r' };
        let (mut long, mut stops, mut widest, mut at) = (0, 0, 0, 0);
        let mut lines = 0;
        while at < bytes.len() && lines < SAMPLE {
            let end = find(bytes, at, bytes.len(), newline);
            widest = widest.max(end - at);
            let stop = trim_end(text, at, end);
            if stop - at > 150 {
                long += 1;
                stops += usize::from(ends_in_mark(text, at, stop));
            }
            lines += 1;
            at = end + 1;
        }
        let mut layout = Self { newline, width: None, stops: 4 * stops >= 3 * long };
        if lines > 3 && widest <= WIDE.0 {
            layout.width = layout.wrap(text);
        }
        layout
    }

    fn wrap(&self, text: &str) -> Option<usize> {
        let lines: Vec<&str> = text.split(char::from(self.newline)).take(SAMPLE).map(str::trim_end).collect();
        let width = lines.iter().map(|l| l.chars().count()).max().unwrap_or(0);
        if !(30..=WIDE.1).contains(&width) {
            return None;
        }
        let pairs = lines.windows(2).filter(|p| !p[0].is_empty() && !p[1].is_empty());
        // A line that ends in an end mark says nothing: its paragraph may have ended.
        let (mut all, mut full) = (0, 0);
        for pair in pairs.filter(|p| !ends_in_mark(p[0], 0, p[0].len())) {
            all += 1;
            full += usize::from(!fits(pair[0], pair[1], width));
        }
        (all > 2 && 2 * full > all).then_some(width)
    }

    /// The end of the block that starts at `at`, and the start of the line after it.
    pub(super) fn block(&self, text: &str, at: usize) -> (usize, usize) {
        let bytes = text.as_bytes();
        let mut start = at;
        loop {
            let end = find(bytes, start, bytes.len(), self.newline);
            if end >= bytes.len() {
                return (end, end);
            }
            let line = trim_end(text, start, end);
            if line == start || !self.joins(text, at, start, line, end + 1) {
                return (end, end + 1);
            }
            start = end + 1;
        }
    }

    /// True if the line `start..end` of the block that began at `at` goes on in the line at `next`.
    fn joins(&self, text: &str, at: usize, start: usize, end: usize, next: usize) -> bool {
        let bytes = text.as_bytes();
        let Some(width) = self.width else {
            // A paragraph that breaks after a comma.
            return before(text, end) == Some('،')
                && after(text, next).is_some_and(|c| !blank(c))
                && !is(word_after(text, next, bytes.len()), on::OPENERS);
        };
        let stop = find(bytes, next, bytes.len().min(next + WIDE.0 * 2), self.newline);
        let below = &text[next..floor(text, stop)];
        let indented = below.starts_with(blank);
        let item = below.starts_with(['-', '•', '*', '–', '●', '▪']);
        if below.trim().is_empty() || indented || item {
            return false;
        }
        // A line that broke too early: its paragraph has not ended, nor does a clause open below.
        let broken = || {
            at < start
                && !ends_in_mark(text, start, end)
                && before(text, end) != Some(':')
                && !is(word_after(below, 0, below.len()), on::OPENERS)
        };
        !fits(&text[start..end], below, width) || broken()
    }
}

/// True if the first word of `below` had found room in the line `above` of `width`.
fn fits(above: &str, below: &str, width: usize) -> bool {
    let first = below.split(blank).find(|w| !w.is_empty()).map_or(0, |w| w.chars().count());
    above.chars().count() + 1 + first <= width
}

/// True if `text[start..end]` ends in an end mark, quotes that close after it left out.
pub(super) fn ends_in_mark(text: &str, start: usize, end: usize) -> bool {
    let tail = text[start..end].trim_end_matches(|c: char| blank(c) || matches!(c, '"' | '»' | '”' | '«' | ')' | ']' | ','));
    tail.ends_with(['.', '!', '?', '؟', '…'])
}

/// Where a block stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its number.
    pub(super) count: u32,
    /// None follows.
    pub(super) last: bool,
}

/// The longest line, in bytes, that is more than running text, with an end mark and without.
const SHORT: (usize, usize) = (120, 320);

/// What the block `start..end` is if it is no running text; `opens` says if a word opens a clause.
pub(super) fn kind(
    text: &str,
    start: usize,
    end: usize,
    place: Place,
    layout: &Layout,
    mut opens: impl FnMut(&str) -> bool,
) -> Option<Kind> {
    let line = &text[start..end];
    if line.len() > SHORT.1 || line.len() > SHORT.0 && line.ends_with('.') {
        return None;
    }
    let mark = ends_in_mark(text, start, end);
    let count = words(line).count();
    if count == 0 {
        return Some(Kind::Furniture);
    }
    let first = words(line).next().unwrap_or("");
    if source(line, count) {
        return Some(Kind::SourceLine);
    }
    if count <= 20 && furniture(line, first, count, mark) || ending(line) {
        return Some(Kind::Furniture);
    }
    if !mark && count <= 14 && !line.contains(". ") && byline(line, first, count, place) {
        return Some(Kind::Byline);
    }
    // `(إعداد سعاد نجم للنشرة العربية - تحرير ليلى عون)`
    let bracketed = line.starts_with(['(', '[']) && line.trim_end().ends_with([')', ']']);
    if bracketed && count <= 24 && is(first, on::SIGNS) {
        return Some(Kind::Byline);
    }
    if !mark && (1..4).contains(&place.count) && count <= 16 && !is(first, on::OPENERS) && !opens(first) && dated(line) {
        return Some(Kind::Byline);
    }
    let dots = line.ends_with("..") || line.ends_with('…');
    let stopped = mark && !dots && line.ends_with(|c: char| !matches!(c, '!' | '?' | '؟'));
    if stopped || line.contains(". ") && !line.contains(".. ") {
        return None;
    }
    let mut clause = || is(first, on::OPENERS) || opens(first);
    if place.count == 0 && !place.last && count <= 22 && !(count > 8 && line.ends_with(':')) {
        return (count <= 12 || !clause()).then_some(Kind::Title);
    }
    let quote = |c| matches!(c, '"' | '«' | '“' | '»' | '\'' | '(' | '[');
    let item = line.starts_with(|c: char| !wordy(c) && !quote(c)) || line.starts_with(char::is_numeric);
    let runs_on = line.ends_with(['،', ',', '؛']) || (line.ends_with(['"', '»', '”']) && count > 8);
    let most = if layout.stops { 14 } else { 6 };
    let and = first.starts_with('و') && !first.starts_with("وز") && !first.starts_with("وفد") && count > 6;
    let heading = !and && !place.last && !mark && !item && !runs_on && count <= most;
    (heading && !clause()).then_some(Kind::Heading)
}

fn source(line: &str, count: usize) -> bool {
    let line = line.trim_start_matches(['(', '[', '*', '-', ' ']);
    let label = line.split([':', '-', '–', '|', '/']).next().unwrap_or("");
    count <= 8
        && (label.len() < line.len() && label.len() < 40 && is(label, on::SOURCES)
            || line.starts_with("نقلا عن ") && count <= 5
            || line.starts_with("نقلاً عن ") && count <= 5)
}

/// True for the tags and the links to other pages that some sites leave behind the last sentence, on its line.
pub(super) fn ending(tail: &str) -> bool {
    tail.len() < 160 && tail.starts_with("سمات ")
        || tail.len() < SHORT.1
            && (tail.starts_with("مقالات أخرى للكاتب") || tail.starts_with("رابط الخبر ") && tail.contains(':'))
}

/// `اقرأ أيضا`: a line that links to other articles stand below.
pub(super) fn more(line: &str) -> bool {
    let first = words(line).next().unwrap_or("");
    matches!(first, "اقرأ" | "إقرأ" | "اقرأوا" | "شاهد" | "طالع" | "مواضيع" | "مقالات" | "أخبار" | "موضوعات")
        && words(line).count() <= 4
}

/// `- أردوغان يلتقي بوتين`: an item without an end mark.
pub(super) fn link(line: &str) -> bool {
    line.starts_with(['-', '•', '*', '–', '●', '▪', '»', '«']) && !ends_in_mark(line, 0, line.len())
}

fn furniture(line: &str, first: &str, count: usize, mark: bool) -> bool {
    let mut ends = line.match_indices(' ').map(|(i, _)| i).chain([line.len()]);
    ends.next();
    let phrase = ends.take(2).any(|end| is(&line[..end], on::FURNITURE));
    if phrase && !(mark && line.ends_with('.') && count > 8) {
        return true;
    }
    let after_first = line.find(first).map_or("", |i| &line[i + first.len()..]);
    if after_first.trim_start().starts_with(':') && is(first, on::LABELS) {
        return true;
    }
    if mark && !line.ends_with('…') {
        return false;
    }
    if !line.contains(' ') && (line.contains("://") || line.starts_with("www.") || line.contains('@') && line.contains('.')) {
        return true;
    }
    if line.starts_with('#') && line.split(blank).all(|w| w.is_empty() || w.starts_with('#')) {
        return true;
    }
    // Share bars, and the date of the page.
    let (mut all, mut digits, mut tools, mut dates) = (u32::MAX, false, false, true);
    for word in words(line) {
        if word.chars().all(char::is_numeric) {
            digits = true;
            continue;
        }
        let on = data::lists(word);
        dates &= on & on::DATE_WORDS != 0;
        tools |= on & on::TOOLS != 0;
        all &= on;
        if all & on::TOOLS == 0 && !dates {
            return false;
        }
    }
    tools && all & on::TOOLS != 0 || digits && dates && count <= 12 && (count > 1 || line.contains(['/', '-', '.']))
}

/// True for a line below the headline that names an outlet or a town and gives its day in full, the parts divided by strokes: `الجريدة | عمّان | الثلاثاء 14 أيار/مايو 2024 - 21:40`, `نُشر: 7 نوفمبر 2023 م`.
fn dated(line: &str) -> bool {
    let (mut year, mut month, mut other) = (false, false, 0);
    for word in words(line) {
        let digits = word.trim_end_matches(['م', 'ه', 'ـ']);
        if !digits.is_empty() && digits.chars().all(char::is_numeric) {
            year |= digits.chars().count() == 4;
            continue;
        }
        let date = data::lists(word) & on::DATE_WORDS != 0;
        month |= date;
        other += u32::from(!date);
    }
    let slashed =
        line.split(blank).any(|w| w.matches(['/', '-', '.']).count() == 2 && w.chars().filter(|c| c.is_numeric()).count() >= 6);
    let parts = line.contains(['|', '-', '–', '—', '/', ':', '،', ',', '(']);
    (year && month || slashed) && other <= 8 && (other == 0 || parts)
}

/// Words with which a clause begins, and no name.
const SAYS: [&str; 7] = ["لا", "لن", "لم", "ما", "هل", "كيف", "ليس"];

fn byline(line: &str, first: &str, count: usize, place: Place) -> bool {
    let line = line.trim_end();
    let open = line.ends_with([':', '-', '–', 'ـ', '—', '/']);
    let (mut parts, mut on, mut other, mut long, mut says) = (0_usize, 0, 0_usize, false, false);
    for part in line.split(['-', '–', '—', '،', ',', '/', '(', ')', ':', '|', 'ـ']).filter(|p| p.contains(wordy)) {
        let here = data::lists(part) & (on::AGENCIES | on::CITIES | on::CITIES_OF_TWO);
        parts += 1;
        on |= here;
        other += usize::from(here == 0);
        // A name has no more words: `RT: لافروف: لا بديل عن الحوار` is a headline.
        long |= here == 0 && !part.contains(char::is_numeric) && words(part).count() > 3;
        // `طهران: لن ننسحب - أنقرة: لا تراجع`
        says |= words(part).next().is_some_and(|word| SAYS.contains(&word) || is(word, on::OPENERS));
    }
    let agency = on & on::AGENCIES != 0;
    // `دمشق - رويترز:`, `محمد الأحمد – حلب`.
    // `عدن: فلان الفلاني`, `جدة: فلانة الفلاني - ود مدني: فلان فلان الفلاني`: each correspondent with a town.
    let towns = parts - other;
    let few = count <= 7 || towns > 1 && !says && count <= 7 * towns;
    let named = towns > 0 && parts > 1 && !long && place.count < 2 && few;
    if agency && other == 0 || on != 0 && (open && count <= 9 || named) {
        return true;
    }
    if count > 9 {
        return false;
    }
    // `الرياض 26 شوال 1436 هـ واس`
    if is(first, on::CITIES) && line.contains(char::is_numeric) && line.rsplit(' ').next().is_some_and(|w| is(w, on::WIRE)) {
        return true;
    }
    let label = line.strip_prefix(first).is_some_and(|r| r.trim_start().starts_with([':', '-', '/']));
    is(first, on::BY | on::SIGNS) && label || count <= 5 && is(first, on::SIGNS)
}
