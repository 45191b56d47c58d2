//! The English of an Arabic line: the one place where the parts of a brief get it from.

use std::ops::Range;

use super::assemble::Given;
use super::parts::{Badge, English};
use crate::analysis::Sentence;
use crate::article::Article;
use crate::english::{gloss, lexicon::Lexicon};

/// The English of `range` (bytes of the article's text) of a sentence.
pub(super) fn line(article: &Article, sentence: &Sentence, range: Range<u32>, given: &Given) -> English {
    let line = gloss(&article.text, range, &sentence.mentions, given.lexicon, Lexicon::builtin());
    English {
        text: line.text,
        badge: Badge::G,
        coverage: Some(line.coverage),
        rule: Some(line.rules.join(", ")),
        ..English::default()
    }
}
