//! Evidence: the articles as the evidence section shows them, paragraph by paragraph, each cited sentence with the way back to the lines
//! that cite it.
//!
//! The names that `#…` links go to are made here, for the templates and for the way back alike.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::escape;
use crate::brief::context::Brief;
use crate::brief::parts::{Citation, SourceSentence};

/// One article. Stands in the context as `evidence`, in the order of `sources`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence<'a> {
    /// Id of the source.
    pub source: &'a str,
    /// Name of its part of the page, for `id` and `#…`.
    pub anchor: String,
    /// How many of its sentences are cited.
    pub cited: usize,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph<'a>>,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paragraph<'a> {
    /// The kind of its first sentence: `title`, `heading`, `sentence`, `byline`, `source`, `furniture`.
    pub kind: &'a str,
    /// Whether a sentence of it is cited.
    pub cited: bool,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence<'a>>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence<'a> {
    /// Its number in the source, from 1.
    pub number: u32,
    /// Its name, for `id` and `#…`.
    pub anchor: String,
    /// Verbatim.
    pub ar: &'a str,
    /// Whether a line of the brief cites it.
    pub cited: bool,
    /// The lines that cite it, in the order of the page.
    pub back: Vec<Back>,
}

/// The way back to a line that cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Back {
    /// Name of the line: `key-1`, `outcome-2`, `statement-1-3`, …
    pub anchor: String,
    /// What to call it: `key point 1`.
    pub label: String,
}

/// Name of a source's part of the page.
#[must_use]
pub fn source_anchor(source: &str) -> String {
    format!("source-{}", escape::anchor(source))
}

/// Name of a sentence.
#[must_use]
pub fn sentence_anchor(source: &str, sentence: u32) -> String {
    ["s-", &escape::anchor(source), "-", itoa::Buffer::new().format(sentence)].concat()
}

/// The evidence of a brief, one entry a source.
#[must_use]
pub fn evidence(brief: &Brief) -> Vec<Evidence<'_>> {
    let backs = backs(brief);
    let mut all = Vec::with_capacity(brief.sources.len());
    for source in &brief.sources {
        let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
        let mut last = None;
        let mut cited = 0;
        for sentence in &source.sentences {
            let shown = shown(&source.id, sentence, &backs);
            cited += usize::from(shown.cited);
            if last != Some(sentence.paragraph) || paragraphs.is_empty() {
                paragraphs.push(Paragraph { kind: &sentence.kind, cited: false, sentences: Vec::new() });
            }
            last = Some(sentence.paragraph);
            if let Some(paragraph) = paragraphs.last_mut() {
                paragraph.cited |= shown.cited;
                paragraph.sentences.push(shown);
            }
        }
        all.push(Evidence { source: &source.id, anchor: source_anchor(&source.id), cited, paragraphs });
    }
    all
}

/// The evidence with those ways back only whose line is there; nothing where all are.
pub(super) fn keep_backs<'a>(evidence: &[Evidence<'a>], there: impl Fn(&str) -> bool) -> Option<Vec<Evidence<'a>>> {
    fn backs<'e>(article: &'e Evidence<'_>) -> impl Iterator<Item = &'e Back> {
        article.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences).flat_map(|sentence| &sentence.back)
    }
    if evidence.iter().flat_map(backs).all(|back| there(&back.anchor)) {
        return None;
    }
    let mut kept = evidence.to_vec();
    let paragraphs = kept.iter_mut().flat_map(|article| &mut article.paragraphs);
    for sentence in paragraphs.flat_map(|paragraph| &mut paragraph.sentences) {
        sentence.back.retain(|back| there(&back.anchor));
    }
    Some(kept)
}

type Backs<'a> = BTreeMap<(&'a str, u32), Vec<Back>>;

fn shown<'a>(source: &str, sentence: &'a SourceSentence, backs: &Backs<'_>) -> Sentence<'a> {
    let back = backs.get(&(source, sentence.number)).cloned().unwrap_or_default();
    Sentence {
        number: sentence.number,
        anchor: sentence_anchor(source, sentence.number),
        ar: &sentence.ar,
        cited: sentence.cited || !back.is_empty(),
        back,
    }
}

/// For each cited sentence the lines that cite it, in the order of the page.
fn backs(brief: &Brief) -> Backs<'_> {
    let mut backs: Backs<'_> = BTreeMap::new();
    let ids: BTreeSet<&str> = brief.sources.iter().map(|source| source.id.as_str()).collect();
    let mut add = |citations: &[Citation], anchor: String, label: String| {
        for citation in citations {
            let Some(&id) = ids.get(citation.source.as_str()) else { continue };
            let back = Back { anchor: anchor.clone(), label: label.clone() };
            let lines = backs.entry((id, citation.sentence)).or_default();
            if !lines.contains(&back) {
                lines.push(back);
            }
        }
    };
    for (i, line) in brief.bottom_line.iter().enumerate() {
        add(&line.citations, format!("bottom-{}", i + 1), format!("bottom line {}", i + 1));
    }
    for (i, outcome) in brief.outcomes.iter().enumerate() {
        add(&outcome.citations, format!("outcome-{}", i + 1), format!("outcome {}", i + 1));
    }
    for (i, point) in brief.key_points.iter().enumerate() {
        add(&point.citations, format!("key-{}", i + 1), format!("key point {}", i + 1));
    }
    for (i, position) in brief.positions.iter().enumerate() {
        for (j, statement) in position.statements.iter().enumerate() {
            // What goes on with another stands on its line.
            let line = statement.goes_on.as_ref().map_or(j + 1, |g| g.with as usize);
            add(&statement.citations, format!("statement-{}-{line}", i + 1), format!("statement {}.{line}", i + 1));
        }
    }
    for (i, line) in brief.also.iter().enumerate() {
        add(&line.citations, format!("also-{}", i + 1), format!("also reported {}", i + 1));
    }
    for (i, dispute) in brief.disputes.iter().enumerate() {
        for value in &dispute.values {
            add(&value.citations, format!("dispute-{}", i + 1), format!("difference {}", i + 1));
        }
    }
    for (name, label, lines) in [
        ("agreement", "agreement of sources", &brief.agreements),
        ("agenda", "agenda", &brief.agenda),
        ("format", "format", &brief.format),
    ] {
        for (i, line) in lines.iter().enumerate() {
            add(&line.citations, format!("{name}-{}", i + 1), format!("{label} {}", i + 1));
        }
    }
    for (i, participant) in brief.participants.iter().enumerate() {
        add(&participant.citations, format!("participant-{}", i + 1), format!("participant {}", i + 1));
    }
    for (i, figure) in brief.figures.iter().enumerate() {
        add(&figure.citations, format!("figure-{}", i + 1), format!("figure {}", i + 1));
    }
    for (i, next) in brief.next.iter().enumerate() {
        add(&next.citations, format!("next-{}", i + 1), format!("next {}", i + 1));
    }
    for (i, event) in brief.timeline.iter().enumerate() {
        add(&event.citations, format!("event-{}", i + 1), format!("timeline {}", i + 1));
    }
    backs
}
