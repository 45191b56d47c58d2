//! What the tests of the rules share: a small lexicon, and a sentence taken apart.

use std::sync::LazyLock;

use super::parse::{self, Parsed, ParsedSentence};
use crate::article::Article;
use crate::glossary::entry::Entry;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::matcher::Matcher;

/// A lexicon large enough for the rules' tests, so that they do not depend on what the built-in glossary happens to hold.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let entries: Vec<Entry> = serde_yaml::from_str(include_str!("testing.yaml")).unwrap();
    Lexicon::new(entries)
});

/// An article with this text and nothing else known.
pub(crate) fn article(text: &str) -> Article {
    Article::read("a.txt", "a", text.as_bytes().to_vec()).unwrap()
}

/// Takes `text` apart.
pub(crate) fn parsed(text: &str) -> (Article, Parsed) {
    let article = article(text);
    let parsed = parse::parse(&article, &mut Matcher::new(&LEXICON));
    (article, parsed)
}

/// Shows the first sentence of `text` to `look`.
pub(crate) fn with<T>(text: &str, look: impl FnOnce(&str, &ParsedSentence, &Lexicon) -> T) -> T {
    let (article, parsed) = parsed(text);
    look(&article.text, &parsed.sentences[0], &LEXICON)
}
