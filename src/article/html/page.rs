//! A page as runs of text with their places, and as HTML that is well-formed, of bounded depth, and free of scripts.

use super::super::BlockKind;
use std::ops::Range;

/// Run number n is marked by this character and n: of a plane for private use, and taken out of the page's own text.
pub(super) const MARK: u32 = 0xf_0000;

/// A page, taken apart.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The runs of text in their order.
    pub(super) runs: Vec<Run>,
    /// What the elements say that are for machines.
    pub(super) head: Head,
    /// The page again, well-formed and harmless, every run with its mark.
    pub(super) clean: String,
}

/// Text that is not interrupted by the start or the end of a block.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) kind: BlockKind,
    pub(super) pieces: Vec<Piece>,
}

/// A part of a run.
#[derive(Debug)]
pub(super) struct Piece {
    /// Where it stands in the page.
    pub(super) place: Range<usize>,
    /// What it says, if that is not what stands there.
    pub(super) text: Option<String>,
    pub(super) link: bool,
}

/// What a page says for machines.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The text of `title`.
    pub(super) title: String,
    /// Names, properties and their contents, in their order.
    pub(super) named: Vec<(String, String)>,
    /// The values of `datetime` of elements `time`.
    pub(super) times: Vec<String>,
    /// JSON-LD.
    pub(super) data: Vec<String>,
}

impl Page {
    /// The texts of the headings.
    pub(super) fn headings(&self, source: &str) -> Vec<String> {
        let headings = self.runs.iter().filter(|run| run.kind == BlockKind::Heading);
        headings.map(|run| run.pieces.iter().map(|piece| piece.text(source)).collect()).collect()
    }

    /// The runs whose marks are in a text.
    pub(super) fn marked(&self, text: &str) -> Vec<&Run> {
        let mut numbers: Vec<usize> = text.chars().filter_map(|c| (u32::from(c)).checked_sub(MARK)).map(|n| n as usize).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().filter_map(|number| self.runs.get(number)).collect()
    }
}

impl Run {
    /// How many words it has that are in no link.
    pub(super) fn words(&self, source: &str) -> usize {
        let plain = self.pieces.iter().filter(|piece| !piece.link);
        plain.map(|piece| piece.text(source).split_whitespace().count()).sum()
    }
}

impl Piece {
    pub(super) fn text<'a>(&'a self, source: &'a str) -> &'a str {
        self.text.as_deref().unwrap_or_else(|| &source[self.place.clone()])
    }
}
