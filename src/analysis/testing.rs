//! What the tests of the rules share: a small lexicon, and a sentence taken apart.

use std::sync::LazyLock;

use super::parse::{self, Parsed, ParsedSentence};
use super::{Analysis, analyze};
use crate::article::Article;
use crate::glossary::entry::Entry;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::load;
use crate::glossary::matcher::Matcher;
use crate::round::tracks::Tracks;

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

/// The built-in glossary, compiled once for all tests.
static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(load::builtin()));

/// Analyses `text` with the built-in glossary and tracks.
pub(crate) fn built_in(text: &str) -> (Article, Analysis, &'static Lexicon) {
    let lexicon = &*BUILT_IN;
    let tracks = Tracks::new(load::builtin_tracks(), lexicon);
    let article = article(text);
    let analysis = analyze(&article, &mut Matcher::new(lexicon), &tracks);
    (article, analysis, lexicon)
}
