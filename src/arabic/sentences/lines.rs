//! Lines: what a line break means in a text, and what a line of its own is.
//!
//! In: a text. Out: its blocks, which are paragraphs and lines that stand alone, and for a short one what it is, a title, a heading, a
//! by-line, a line of the source, furniture. A text is held to be hard-wrapped when at most of its line breaks the next word did not fit.

use super::Kind;
use super::data::{AGENCIES, BY, CITIES, CITIES_OF_TWO, DATE_WORDS, FURNITURE, LABELS, TOOLS};
use super::scan::{
    after, before, begins_with, blank, find, length, one_of, skip_blanks, trim_end, words, wordy,
};

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
        let newline = if find(bytes, 0, bytes.len(), |b| b == b'\n') < bytes.len() {
            b'\n'
        } else {
            b'\r'
        };
        let (mut long, mut stops, mut widest, mut at) = (0, 0, 0, 0);
        let mut lines = 0;
        while at < bytes.len() && lines < SAMPLE {
            let end = find(bytes, at, bytes.len(), |b| b == newline);
            widest = widest.max(end - at);
            let stop = trim_end(text, at, end);
            if stop - at > 150 {
                long += 1;
                stops += usize::from(ends_in_mark(text, at, stop));
            }
            lines += 1;
            at = end + 1;
        }
        let mut layout = Self {
            newline,
            width: None,
            stops: 4 * stops >= 3 * long,
        };
        if lines > 3 && widest <= WIDE.0 {
            layout.width = layout.wrap(text);
        }
        layout
    }

    fn wrap(&self, text: &str) -> Option<usize> {
        let lines: Vec<&str> = text
            .split(char::from(self.newline))
            .take(SAMPLE)
            .map(str::trim_end)
            .collect();
        let width = lines.iter().map(|l| l.chars().count()).max().unwrap_or(0);
        if !(30..=WIDE.1).contains(&width) {
            return None;
        }
        let pairs = lines
            .windows(2)
            .filter(|p| !p[0].is_empty() && !p[1].is_empty());
        let (mut all, mut full) = (0, 0);
        for pair in pairs {
            all += 1;
            full += usize::from(
                !fits(pair[0], pair[1], width) && !ends_in_mark(pair[0], 0, pair[0].len()),
            );
        }
        (all > 2 && 2 * full > all).then_some(width)
    }

    /// The end of the block that starts at `at`, and the start of the line after it.
    pub(super) fn block(&self, text: &str, at: usize) -> (usize, usize) {
        let bytes = text.as_bytes();
        let mut start = at;
        loop {
            let end = find(bytes, start, bytes.len(), |b| b == self.newline);
            if end >= bytes.len() {
                return (end, end);
            }
            let line = trim_end(text, start, end);
            if line == start || !self.joins(text, start, line, end + 1) {
                return (end, end + 1);
            }
            start = end + 1;
        }
    }

    /// True if the line `start..end` goes on in the line at `next`.
    fn joins(&self, text: &str, start: usize, end: usize, next: usize) -> bool {
        let bytes = text.as_bytes();
        let Some(width) = self.width else {
            // A paragraph that breaks after a comma.
            return before(text, end) == Some('،') && after(text, next).is_some_and(|c| !blank(c));
        };
        let stop = find(bytes, next, bytes.len().min(next + WIDE.0 * 2), |b| {
            b == self.newline
        });
        let below = &text[next..text.floor_char_boundary(stop)];
        let indented = below.starts_with(blank);
        let item = below.starts_with(['-', '•', '*', '–', '●', '▪']);
        !below.trim().is_empty() && !indented && !item && !fits(&text[start..end], below, width)
    }
}

/// True if the first word of `below` had found room in the line `above` of `width`.
fn fits(above: &str, below: &str, width: usize) -> bool {
    let first = below
        .split(blank)
        .find(|w| !w.is_empty())
        .map_or(0, |w| w.chars().count());
    above.chars().count() + 1 + first <= width
}

/// True if `text[start..end]` ends in an end mark, quotes that close after it left out.
pub(super) fn ends_in_mark(text: &str, start: usize, end: usize) -> bool {
    let tail = text[start..end].trim_end_matches(|c: char| {
        blank(c) || matches!(c, '"' | '»' | '”' | '«' | ')' | ']' | ',')
    });
    tail.ends_with(['.', '!', '?', '؟', '…'])
}

/// Where a block stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) first: bool,
    pub(super) last: bool,
    /// Its first word opens a clause.
    pub(super) opens: bool,
}

/// What the block `start..end` is if it is no running text.
pub(super) fn kind(
    text: &str,
    start: usize,
    end: usize,
    place: Place,
    layout: &Layout,
) -> Option<Kind> {
    let line = &text[start..end];
    let mark = ends_in_mark(text, start, end);
    if line.len() > 360 {
        return None;
    }
    let count = words(text, start, end).filter(|w| length(w) > 0).count();
    if count == 0 {
        return Some(Kind::Furniture);
    }
    if source(text, start, end, count) {
        return Some(Kind::SourceLine);
    }
    if furniture(text, start, end, count, mark) {
        return Some(Kind::Furniture);
    }
    if !mark && count <= 9 && byline(text, start, end, count) {
        return Some(Kind::Byline);
    }
    let dots = line.ends_with("..") || line.ends_with('…');
    let stopped = mark && !dots && line.ends_with(|c: char| !matches!(c, '!' | '?' | '؟'));
    if stopped || line.contains(". ") && !line.contains(".. ") {
        return None;
    }
    if place.first && !place.last && count <= 22 {
        return Some(Kind::Title);
    }
    let item = line
        .starts_with(|c: char| !wordy(c) && !matches!(c, '"' | '«' | '“' | '»' | '\'' | '(' | '['))
        || line.starts_with(char::is_numeric);
    let runs_on = line.ends_with(['،', ',', '؛']) || (line.ends_with(['"', '»', '”']) && count > 8);
    let most = if layout.stops { 14 } else { 6 };
    (!place.last && !mark && !item && !runs_on && !place.opens && count <= most)
        .then_some(Kind::Heading)
}

fn source(text: &str, start: usize, end: usize, count: usize) -> bool {
    let from = skip_blanks(text, start, end);
    let line = text[from..end].trim_start_matches(['(', '[', '*', '-', ' ']);
    let mut parts = line.splitn(2, [':', '-', '–', '|', '/']);
    let (label, rest) = (parts.next().unwrap_or(""), parts.next());
    count <= 8
        && (rest.is_some()
            && one_of(
                label.trim(),
                &[
                    "المصدر",
                    "مصدر",
                    "المصادر",
                    "المصدر الأصلي",
                    "مصدر الخبر",
                    "source",
                ],
            )
            || begins_with(text, from, end, "نقلا عن") && count <= 5
            || begins_with(text, from, end, "مصدر الخبر"))
}

fn furniture(text: &str, start: usize, end: usize, count: usize, mark: bool) -> bool {
    let line = &text[start..end];
    let lower = line.trim_start_matches(|c: char| !wordy(c));
    if count <= 20
        && FURNITURE.iter().any(|p| begins_with(text, start, end, p))
        && !(mark && line.ends_with('.') && count > 8)
    {
        return true;
    }
    let first = words(text, start, end).next().unwrap_or("");
    if let Some(rest) = lower.strip_prefix(first) {
        if rest.trim_start().starts_with(':') && one_of(first, LABELS) {
            return true;
        }
    }
    if mark && !line.ends_with('…') {
        return false;
    }
    if !line.contains(' ')
        && (line.contains("://")
            || line.starts_with("www.")
            || line.contains('@') && line.contains('.'))
    {
        return true;
    }
    if words(text, start, end).all(|w| w.chars().all(char::is_numeric) || one_of(w, TOOLS))
        && words(text, start, end).any(|w| one_of(w, TOOLS))
    {
        return count <= 14;
    }
    if line.starts_with('#')
        && line
            .split(blank)
            .all(|w| w.is_empty() || w.starts_with('#'))
    {
        return true;
    }
    // The date of the page.
    let digits = words(text, start, end).any(|w| w.chars().any(char::is_numeric));
    digits
        && count <= 12
        && words(text, start, end).all(|w| w.chars().all(char::is_numeric) || one_of(w, DATE_WORDS))
}

fn byline(text: &str, start: usize, end: usize, count: usize) -> bool {
    let line = text[start..end].trim_end();
    let open = line.ends_with([':', '-', '–', 'ـ', '—', '/']);
    let (mut agency, mut city, mut other) = (false, false, false);
    for part in line.split(['-', '–', '—', '،', ',', '/', '(', ')', ':', '|', 'ـ']) {
        if !part.contains(wordy) {
            continue;
        }
        if whole(part, AGENCIES) {
            agency = true;
        } else if whole(part, CITIES) || whole(part, CITIES_OF_TWO) {
            city = true;
        } else {
            other = true;
        }
    }
    if agency && !other || (agency || city) && open {
        return true;
    }
    let first = words(line, 0, line.len()).next().unwrap_or("");
    let label = line
        .trim_start()
        .strip_prefix(first)
        .is_some_and(|r| r.trim_start().starts_with([':', '-', '/']));
    one_of(first, BY) && (label || count <= 5 && one_of(first, &BY[..8]))
}

/// True if the words of `part` are one of `list`.
fn whole(part: &str, list: &[&str]) -> bool {
    let count = words(part, 0, part.len()).count();
    list.iter()
        .any(|p| p.split(' ').count() == count && begins_with(part, 0, part.len(), p))
}

/// Helper for the dateline rule: true if `part` is an agency, or names one among few words.
pub(super) fn names_agency(part: &str, list: &[&str]) -> bool {
    part.split(['،', ',', '-', '/', '+', '–'])
        .any(|p| whole(p, list))
}
