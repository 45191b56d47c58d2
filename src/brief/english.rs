//! The English of an Arabic line: the one place where the parts of a brief get it from.

use std::ops::Range;

use super::assemble::Given;
use super::parts::{Badge, English};
use crate::analysis::Sentence;
use crate::article::Article;

/// The English of `range` (bytes of the article's text) of a sentence.
pub(super) fn line(_article: &Article, sentence: &Sentence, range: Range<u32>, given: &Given) -> English {
    let inside: Vec<_> = sentence.mentions.iter().filter(|m| m.start >= range.start && m.end <= range.end).collect();
    let mut terms: Vec<&str> = Vec::new();
    for m in &inside {
        let en = given.lexicon.entries[m.entry as usize].en.preferred.as_str();
        if !terms.contains(&en) {
            terms.push(en);
        }
    }
    let coverage = (100 * inside.len() as u32 / sentence.words.max(1)).min(100) as u8;
    English {
        text: terms.join(" … "),
        badge: Badge::G,
        coverage: Some(coverage),
        rule: Some("glossary terms in the order of the Arabic".to_owned()),
    }
}
