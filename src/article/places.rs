//! From a byte of an article's text back to the file.
//!
//! Two steps, both computed only when somebody asks: from the text to the decoded source (front matter, markup, JSON escapes and dropped
//! characters are between them), and from the decoded source to the bytes on disk (the encoding is between them).

use super::decode::Encoding;
use super::{clean, jsonl};
use std::ops::Range;
use std::sync::OnceLock;

/// Where the bytes of a text come from.
#[derive(Clone, Debug)]
pub(super) struct Places {
    map: Map,
    encoding: Encoding,
    /// Where the source starts in its file, if it is one line of it.
    base: Option<usize>,
    /// What was left out of the text of a line of JSON: where the text goes on, and how many bytes are missing before.
    dropped: Vec<(u32, u32)>,
}

#[derive(Clone, Debug)]
enum Map {
    /// The text stands in the source as it is, from this byte.
    Straight(usize),
    Runs(Vec<Run>),
    /// The text is the value of `text` in one line of JSON.
    Json(OnceLock<Vec<Run>>),
}

/// Bytes of the text, from `text` to the next run, and the bytes of the source they come from. If these are as many, they are the same.
#[derive(Clone, Copy, Debug)]
struct Run {
    text: u32,
    start: u32,
    end: u32,
}

impl Places {
    /// A text that stands in a file as it is, from byte `start` of the source.
    pub(super) fn straight(start: usize, encoding: Encoding) -> Self {
        Self { map: Map::Straight(start), encoding, base: None, dropped: Vec::new() }
    }

    /// A text that is in one line of JSON, and not as it is.
    pub(super) fn json() -> Self {
        Self { map: Map::Json(OnceLock::new()), encoding: Encoding::Utf8, base: None, dropped: Vec::new() }
    }

    /// The same, where these parts of the value were left out of the text.
    pub(super) fn json_without(dropped: impl Iterator<Item = Range<usize>>) -> Self {
        let mut missing = 0;
        let dropped = dropped.map(|range| {
            let at = range.start as u32 - missing;
            missing += range.len() as u32;
            (at, missing)
        });
        Self { dropped: dropped.collect(), ..Self::json() }
    }

    /// Whether something was left out of the value of a line of JSON.
    pub(super) fn has_dropped(&self) -> bool {
        !self.dropped.is_empty()
    }

    /// A place in the text as one in the value of a line of JSON.
    pub(super) fn in_value(&self, (start, end): (u32, u32)) -> (u32, u32) {
        let missing = |before: usize| before.checked_sub(1).map_or(0, |last| self.dropped[last].1);
        let start_at = start + missing(self.dropped.partition_point(|&(at, _)| at <= start));
        let end_at = end + missing(self.dropped.partition_point(|&(at, _)| at < end));
        (start_at, end_at.max(start_at))
    }

    /// The same in a source that is one line of a file, and starts at byte `base` of it.
    pub(super) fn from(self, base: usize) -> Self {
        let base = Some(base);
        Self { base, ..self }
    }

    /// Whether the source is one line of a file.
    pub(super) fn is_line(&self) -> bool {
        self.base.is_some()
    }

    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Where a byte of the text starts in the source.
    pub(super) fn start(&self, source: &str, byte: u32) -> usize {
        self.find(source, byte).start
    }

    /// Where the source of the text before `byte` ends, which may be before the source of `byte` starts.
    pub(super) fn end(&self, source: &str, byte: u32) -> usize {
        self.find(source, byte.saturating_sub(1)).end
    }

    /// Where a byte of the source stands in the file.
    pub(super) fn file_offset(&self, source: &str, at: usize) -> usize {
        self.base.unwrap_or(0) + self.encoding.len(&source[..at])
    }

    /// The source of one byte of the text.
    fn find(&self, source: &str, byte: u32) -> Range<usize> {
        let runs = match &self.map {
            Map::Straight(base) => {
                let at = (base + byte as usize).min(source.len());
                return at..at + 1;
            }
            Map::Runs(runs) => runs,
            Map::Json(runs) => runs.get_or_init(|| {
                let mut builder = Builder::default();
                jsonl::place_text(source, &mut builder);
                builder.into_runs().1
            }),
        };
        let next = runs.partition_point(|run| run.text <= byte);
        let Some(run) = runs[..next].last() else {
            return 0..0;
        };
        let into = (byte - run.text) as usize;
        let (start, end) = (run.start as usize, run.end as usize);
        let length = runs.get(next).map_or(0, |next| next.text - run.text) as usize;
        if length == end - start {
            let at = (start + into).min(end);
            at..(at + 1).min(end)
        } else {
            start..end
        }
    }
}

/// A text that is put together from pieces of a source.
#[derive(Default)]
pub(super) struct Builder {
    /// The text so far.
    pub(super) text: String,
    runs: Vec<Run>,
}

impl Builder {
    /// Adds a piece of the source that starts at `start`, less the characters that are dropped from every text.
    pub(super) fn copy(&mut self, piece: &str, start: usize) {
        let mut from = 0;
        for dropped in clean::dropped(piece) {
            self.add(&piece[from..dropped.start], start + from..start + dropped.start);
            from = dropped.end;
        }
        self.add(&piece[from..], start + from..start + piece.len());
    }

    /// Adds text that stands for this part of the source.
    pub(super) fn add(&mut self, text: &str, place: Range<usize>) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len() as u32;
        self.text.push_str(text);
        let (start, end) = (place.start as u32, place.end as u32);
        let same = text.len() == place.len();
        match self.runs.last_mut() {
            Some(run) if same && run.end == start && run.end - run.start == at - run.text => {
                run.end = end;
            }
            _ => self.runs.push(Run { text: at, start, end }),
        }
    }

    /// The text and the places of its bytes.
    pub(super) fn finish(self, encoding: Encoding) -> (String, Places) {
        let (text, runs) = self.into_runs();
        let places = Places { map: Map::Runs(runs), encoding, base: None, dropped: Vec::new() };
        (text, places)
    }

    fn into_runs(mut self) -> (String, Vec<Run>) {
        // An empty run at the end says how long the last one is.
        let end = self.runs.last().map_or(0, |run| run.end);
        let text = self.text.len() as u32;
        self.runs.push(Run { text, start: end, end });
        (self.text, self.runs)
    }
}
