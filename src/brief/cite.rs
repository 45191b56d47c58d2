//! Citations: the place of a line in its source, with the hash of its bytes.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::{Citation, Source};
use crate::analysis::Analysis;
use crate::article::Article;

/// The first 16 hex digits of the BLAKE3 hash of `text`.
#[must_use]
pub fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}

/// What a citation of each source is called, by its id: the outlet; its number among the sources where no outlet is known, or more than one
/// is of this outlet.
#[must_use]
pub fn labels(sources: &[Source]) -> BTreeMap<&str, String> {
    let label = |(number, source): (usize, &Source)| {
        let outlet = source.outlet.as_str();
        let twin = sources.iter().any(|other| other.outlet == outlet && other.id != source.id);
        match (outlet, twin) {
            ("", _) => format!("Source {}", number + 1),
            (_, true) => format!("{outlet} ({})", number + 1),
            (_, false) => outlet.to_owned(),
        }
    };
    sources.iter().enumerate().map(|s| (s.1.id.as_str(), label(s))).collect()
}

/// Makes citations, and remembers which sentences are cited.
#[derive(Debug, Default)]
pub struct Cites {
    cited: BTreeSet<(String, u32)>,
}

impl Cites {
    /// Cites `start..end` of sentence number `sentence` (from 0) of an article.
    pub fn cite(&mut self, article: &Article, sentence: usize, start: u32, end: u32) -> Citation {
        let number = sentence as u32 + 1;
        self.cited.insert((article.id.clone(), number));
        let text = &article.text[start as usize..end as usize];
        Citation { source: article.id.clone(), sentence: number, start, end, line: article.line(start), hash: hash(text) }
    }

    /// Cites a whole sentence.
    pub fn sentence(&mut self, article: &Article, analysis: &Analysis, sentence: usize) -> Citation {
        let s = &analysis.sentences[sentence];
        self.cite(article, sentence, s.start, s.end)
    }

    /// Whether sentence `number` (from 1) of a source is cited.
    #[must_use]
    pub fn has(&self, source: &str, number: u32) -> bool {
        self.cited.contains(&(source.to_owned(), number))
    }
}
