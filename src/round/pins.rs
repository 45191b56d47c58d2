//! Pins: what an editor set right in `rounds.yaml`.
//!
//! In: `- {article: id-or-path, round: astana-2, reason: …}`. Out: the articles with their round stated, before they are analysed, so that everything that follows from the round
//! follows. Refused: an article that there is not, a round of no track, two pins for one article, a pin without a reason.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::tracks::Tracks;
use crate::article::{Article, RoundRef};
use crate::diagnostic::{Code, Diagnostic, Source, did_you_mean};
use crate::yaml::{self, Document, YamlCodes};

/// One line of `rounds.yaml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// Id or path of the article.
    pub article: String,
    /// Id of the round.
    pub round: String,
    /// Why the machine was wrong.
    pub reason: String,
}

const CODES: YamlCodes = YamlCodes { syntax: Code::RoundsEntry, unknown_key: Code::RoundsEntry, r#type: Code::RoundsEntry };

/// Reads `rounds.yaml`.
///
/// # Errors
/// What is no list of pins.
pub fn read(source: &Arc<Source>) -> Result<Document<Vec<Pin>>, Vec<Diagnostic>> {
    yaml::load(source, CODES)
}

/// Reads `rounds.yaml` and states the rounds of the articles that it names.
///
/// # Errors
/// Every problem of the file.
pub fn pin(source: &Arc<Source>, articles: &mut [Article], tracks: &Tracks) -> Result<Vec<Pin>, Vec<Diagnostic>> {
    let document = read(source)?;
    let mut problems = Vec::new();
    let mut done: Vec<usize> = Vec::new();
    for (i, pin) in document.value.iter().enumerate() {
        let mut say = |key: &str, message: String, hint: &str, near: Option<&str>| {
            let hint = near.map_or_else(|| hint.to_owned(), |near| format!("did you mean `{near}`?"));
            let problem = Diagnostic::error(Code::RoundsEntry, message).hint(hint);
            problems.push(match document.index.span(&format!("[{i}].{key}")) {
                Some(span) => problem.at(span),
                None => problem,
            });
        };
        let known = tracks.of_round(&pin.round).is_some_and(|t| {
            let track = &tracks.list[t];
            track.by_id(&pin.round).is_some()
                || (track.rounds.iter().all(|r| r.number.is_none())
                    || pin.round[track.id.len()..].trim_start_matches('-').parse::<u32>().is_ok())
        });
        let round = RoundRef::parse(&pin.round).filter(|_| known);
        if round.is_none() {
            let ids: Vec<String> = tracks.list.iter().flat_map(|t| t.rounds.iter().map(|r| t.round_id(r))).collect();
            let near = did_you_mean(&pin.round, ids.iter().map(String::as_str));
            say("round", format!("`{}` is not a round of a track", pin.round), "write the id of a round, as `astana-2`", near);
        }
        if pin.reason.trim().is_empty() {
            say("reason", "a pin needs a reason".to_owned(), "say why the round that was found is wrong", None);
        }
        match articles.iter().position(|a| a.id == pin.article || a.path == pin.article) {
            None => {
                let near = did_you_mean(&pin.article, articles.iter().flat_map(|a| [a.id.as_str(), a.path.as_str()]));
                say(
                    "article",
                    format!("there is no article `{}`", pin.article),
                    "write its id, or its path in the workspace",
                    near,
                )
            }
            Some(at) if done.contains(&at) => {
                say("article", format!("`{}` is pinned twice", pin.article), "keep one of the two", None)
            }
            Some(at) => {
                done.push(at);
                articles[at].meta.round = round.or(articles[at].meta.round.take());
            }
        }
    }
    if problems.is_empty() { Ok(document.value) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::{LEXICON, article};
    use crate::glossary::load;

    #[test]
    fn a_pin_states_the_round() {
        let tracks = Tracks::new(load::builtin_tracks(), &LEXICON);
        let mut articles = [article("نص عن المحادثات")];
        let source = Source::new("rounds.yaml", "- {article: a, round: astana-2, reason: the lead was cut}\n");
        assert_eq!(pin(&source, &mut articles, &tracks).unwrap().len(), 1);
        assert_eq!(articles[0].meta.round, Some(RoundRef::Id("astana-2".into())));
    }

    #[test]
    fn what_is_wrong_is_said_at_its_place() {
        let tracks = Tracks::new(load::builtin_tracks(), &LEXICON);
        let mut articles = [article("نص عن المحادثات")];
        let source = Source::new("rounds.yaml", "- {article: b, round: rome-2, reason: \" \"}\n");
        let text = crate::diagnostic::render::short(&pin(&source, &mut articles, &tracks).unwrap_err());
        assert!(
            text.contains("there is no article `b`")
                && text.contains("`rome-2` is not a round")
                && text.contains("needs a reason"),
            "{text}"
        );
    }
}
