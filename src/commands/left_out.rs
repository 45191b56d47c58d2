//! Articles of a workspace that stand in no brief: a reader must know of them.

use std::collections::BTreeSet;

use super::project::Project;
use crate::analysis::Analysis;
use crate::article::Article;
use crate::brief::context::Brief;
use crate::brief::index::{IndexArticle, LeftOut};
use crate::brief::parts::Gap;
use crate::diagnostic::{Code, Diagnostic};
use crate::round::assign::Round;
use crate::round::beside::NEAR;
use crate::round::tracks::Says;

/// So many are listed on the index; the others are counted.
const LISTED: usize = 50;
/// So many are named in the gaps of a round.
const NAMED: usize = 5;
/// So often an article of a round's days names its conflict.
const ABOUT: usize = 2;

/// The articles that are in none of these rounds, by date, then path; those of the days of a round, and about its conflict, first.
pub(super) fn left_out(project: &Project, rounds: &[Round]) -> LeftOut {
    let none = outside(rounds);
    let all = project.workspace.articles.iter().zip(&project.analyses);
    let mut articles: Vec<IndexArticle> =
        all.filter(|(article, _)| none(article)).map(|(article, analysis)| of(article, analysis, project, rounds)).collect();
    articles.sort_by_cached_key(|a| (a.rounds.is_empty(), a.date.is_none(), a.date, a.path.clone(), a.id.clone()));
    LeftOut { count: articles.len(), articles }
}

/// The same, as many as the index lists.
pub(super) fn listed(mut left: LeftOut) -> LeftOut {
    left.articles.truncate(LISTED);
    left
}

fn of(article: &Article, analysis: &Analysis, project: &Project, rounds: &[Round]) -> IndexArticle {
    let date = analysis.meta.date.as_ref().map(|date| date.value);
    let near = |round: &&Round| {
        let days = round.data(&project.tracks).zip(date).is_some_and(|(data, date)| NEAR.contains(&data.distance(date)));
        days && is_about(analysis, round.track, project)
    };
    IndexArticle {
        id: article.id.clone(),
        path: article.path.clone(),
        title: analysis.meta.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        date,
        rounds: rounds.iter().filter(near).map(|round| round.id(&project.tracks)).collect(),
    }
}

/// A warning for each article that is in none of these rounds.
pub(super) fn warnings(project: &Project, rounds: &[Round]) -> Vec<Diagnostic> {
    let warn = |a: IndexArticle| {
        let days = match a.rounds.as_slice() {
            [] => String::new(),
            rounds => format!(", though it is of the days of {}", rounds.join(" and ")),
        };
        let round = a.rounds.first().map_or("astana-2", String::as_str);
        Diagnostic::warning(Code::ArticleRound, format!("no round was found for `{}`: it stands in no brief{days}", a.id))
            .in_file(a.path)
            .hint(format!("state it in the front matter (`round: {round}`), or leave the file out"))
    };
    let all = project.workspace.articles.iter().zip(&project.analyses);
    let none = outside(rounds);
    all.filter(|(article, _)| none(article)).map(|(article, analysis)| warn(of(article, analysis, project, rounds))).collect()
}

/// True for an article that is in none of these rounds.
fn outside<'a>(rounds: &'a [Round]) -> impl Fn(&Article) -> bool + 'a {
    let within: BTreeSet<&str> = rounds.iter().flat_map(|r| &r.articles).map(|(article, _)| article.id.as_str()).collect();
    move |article| !within.contains(article.id.as_str())
}

/// True if the article names the conflict of a track more than once; a track that is about none has any article.
fn is_about(analysis: &Analysis, track: usize, project: &Project) -> bool {
    let about = |entry| project.tracks.said_by(entry).iter().any(|(t, says)| (usize::from(*t), *says) == (track, Says::About));
    let named = analysis.sentences.iter().flat_map(|s| &s.mentions).filter(|m| about(m.entry)).count();
    project.tracks.list[track].about.is_empty() || named >= ABOUT
}

/// What a brief says of the articles of its days that are in no round.
pub(super) fn gap(brief: &Brief, left: &LeftOut) -> Option<Gap> {
    // One file may hold many articles.
    let name = |a: &IndexArticle| if a.path.contains(&a.id) { a.path.clone() } else { format!("{} in {}", a.id, a.path) };
    let here: Vec<String> = left.articles.iter().filter(|a| a.rounds.contains(&brief.round.id)).map(name).collect();
    let named = here.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = if here.len() > NAMED { format!(" and {} more", here.len() - NAMED) } else { String::new() };
    let text = match here.len() {
        0 => return None,
        1 => format!("1 article of these days stands in no brief, as no round was found for it: {named}"),
        n => format!("{n} articles of these days stand in no brief, as no round was found for them: {named}{more}"),
    };
    Some(Gap { kind: "article".to_owned(), text })
}
