//! The few lines of a source that a report shows.
//!
//! In: a source and the places to show. Out: a short text that holds the lines of these places, and the places moved to where they are
//! in it. Of many lines without a place only the number is kept, a place of several lines is cut to its first, and nothing that could
//! steer a terminal is let through. Long lines are left as they are: the renderer shows a window of them.

use super::Source;
use std::borrow::Cow;
use std::ops::Range;

/// Up to so many lines beside a place are kept.
const NEAR: usize = 3;
/// So many characters of a place are underlined at most.
const LONGEST_PLACE: usize = 100;

/// A piece of a source that is fit to print.
pub(super) struct Excerpt {
    /// The lines, with `\n` between them.
    pub(super) text: String,
    /// The number of the first line, from 1.
    pub(super) first_line: usize,
    /// The places that were asked for, in the same order, as bytes of `text`.
    pub(super) places: Vec<Range<usize>>,
}

/// Cuts out what is needed to show `places`, of which there is at least one.
pub(super) fn cut(source: &Source, places: &[Range<usize>]) -> Excerpt {
    let lines: Vec<usize> = places.iter().map(|p| source.line_of(p.start)).collect();
    let first = lines.iter().copied().min().unwrap_or(0);
    let last = lines.iter().copied().max().unwrap_or(0);
    let mut excerpt = Excerpt { text: String::new(), first_line: source.first_line + first, places: vec![0..0; places.len()] };
    for line in first..=last {
        if line > first {
            excerpt.text.push('\n');
        }
        if lines.iter().all(|l| l.abs_diff(line) > NEAR) {
            continue;
        }
        let range = source.line_range(line);
        let base = excerpt.text.len();
        excerpt.text.push_str(&printable(&source.text[range.clone()]));
        for (i, place) in places.iter().enumerate().filter(|(i, _)| lines[*i] == line) {
            let moved = |byte: usize| {
                let byte = source.floor(byte).clamp(range.start, range.end);
                base + printable(&source.text[range.start..byte]).len()
            };
            let (start, end) = (moved(place.start), moved(place.end));
            let shown = excerpt.text[start..end.max(start)].char_indices();
            let too_far = shown.map(|(at, _)| start + at).nth(LONGEST_PLACE);
            excerpt.places[i] = start..too_far.unwrap_or(end.max(start));
        }
    }
    if excerpt.text.ends_with('\n') {
        // The renderer only sees an empty last line if it is ended.
        excerpt.text.push('\n');
    }
    excerpt
}

/// Whether one window of a line can show both places.
pub(super) fn fit_together(source: &Source, a: &Range<usize>, b: &Range<usize>) -> bool {
    let [low, high] = [a.start.min(b.start), a.start.max(b.start)].map(|byte| source.floor(byte));
    source.line_of(low) != source.line_of(high) || source.text[low..high].chars().nth(LONGEST_PLACE / 2).is_none()
}

/// The text with every character that steers a terminal or reorders text drawn as `�`, one for one. Tabs and line feeds stay.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    let steers = |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || is_bidi_control(c);
    if text.contains(steers) { Cow::Owned(text.replace(steers, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm, and the separators that end a paragraph.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
