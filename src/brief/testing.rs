//! What the tests of a brief's sections share: the brief of one article on a round.

use super::assemble::{Given, assemble};
use super::context::Brief;
use super::parts::Notes;
use crate::analysis::{analyze, testing};
use crate::glossary::{load, matcher::Matcher};
use crate::round::{assign::assign, tracks::Tracks};

/// The brief of an article of this day, with this text.
pub(super) fn brief(day: &str, text: &str) -> Brief {
    let mut article = testing::article(text);
    article.meta.date = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    let articles = [article];
    let lexicon = load::lexicon();
    let tracks = Tracks::new(load::builtin_tracks(), lexicon);
    let analyses = vec![analyze(&articles[0], &mut Matcher::new(lexicon), &tracks)];
    let config = crate::workspace::Config::default();
    let english = crate::english::Reader::new(lexicon);
    let given =
        Given { lexicon, english: &english, tracks: &tracks, config: &config, as_of: None, sentences: Default::default() };
    let (rounds, _) = assign(&articles, &analyses, &tracks, lexicon);
    assemble(&rounds[0], Notes::default(), &given)
}
