//! What the tests of a brief's sections share: the brief of one article on a round.

use super::assemble::{Given, assemble};
use super::context::Brief;
use super::parts::Notes;
use crate::analysis::{analyze, testing};
use crate::article::Article;
use crate::glossary::{load, matcher::Matcher};
use crate::round::assign::{Round, assign};
use crate::round::tracks::Tracks;

/// The brief of an article of this day, with this text.
pub(super) fn brief(day: &str, text: &str) -> Brief {
    let mut article = testing::article(text);
    article.meta.date = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    with_round(article, |round, given| assemble(round, Notes::default(), given))
}

/// What is read of the round that an article tells of.
pub(super) fn with_round<T>(article: Article, read: impl FnOnce(&Round, &Given) -> T) -> T {
    let articles = [article];
    let lexicon = load::lexicon();
    let tracks = Tracks::new(load::builtin_tracks(), lexicon);
    let analyses = vec![analyze(&articles[0], &mut Matcher::new(lexicon), &tracks)];
    let config = crate::workspace::Config::default();
    let english = crate::english::Reader::new(lexicon);
    let given =
        Given { lexicon, english: &english, tracks: &tracks, config: &config, as_of: None, sentences: Default::default() };
    let (rounds, _) = assign(&articles, &analyses, &tracks, lexicon);
    read(&rounds[0], &given)
}
