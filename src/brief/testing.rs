//! What the tests of a brief's sections share: the brief of one article on a round.

use super::assemble::{Given, assemble};
use super::context::Brief;
use super::parts::Notes;
use crate::analysis::{analyze, testing};
use crate::article::Article;
use crate::glossary::{load, matcher::Matcher};
use crate::round::assign::{Round, assign};
use crate::round::tracks::Tracks;

/// How an article on Astana 18 begins.
pub(super) const EIGHTEENTH: &str = "انطلقت في العاصمة الكازاخية اليوم الجولة الثامنة عشرة من محادثات أستانا.";

/// The brief of an article of this day, with this text.
pub(super) fn brief(day: &str, text: &str) -> Brief {
    let mut article = testing::article(text);
    article.meta.date = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    with_round(article, |round, given| assemble(round, Notes::default(), given))
}

/// The brief of an article on Astana 4, of 3 May 2017, with this text behind its first sentence.
pub(super) fn fourth(text: &str) -> Brief {
    brief("2017-05-03", &format!("انطلقت اليوم الجولة الرابعة من محادثات أستانا.\n\n{text}"))
}

/// The timeline of an article on Astana 18 of its first day, without that day.
pub(super) fn days(text: &str) -> Vec<String> {
    let brief = brief("2022-06-15", &format!("{EIGHTEENTH} {text}"));
    let own = |e: &String| !e.ends_with("06-15 Start of Astana 18");
    brief.timeline.into_iter().map(|e| format!("{} {}", e.date, e.en.text)).filter(own).collect()
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
