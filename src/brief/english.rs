//! The English of an Arabic line: the one place where the parts of a brief get it from.

use std::ops::Range;

use super::assemble::Given;
use super::parts::{Badge, English};
use super::speakers::Said;
use crate::analysis::Sentence;
use crate::analysis::statements::{Resolved, Who};
use crate::article::Article;
use crate::english::{self, Ask, gloss, lexicon::Lexicon};
use crate::glossary::entry::Kind;

/// The English of `range` (bytes of the article's text) of a sentence.
pub(super) fn line(article: &Article, sentence: &Sentence, range: Range<u32>, given: &Given) -> English {
    make(ask(article, sentence, range), given)
}

/// The English of `range` of a sentence that leaves its speaker out.
pub(super) fn line_of(article: &Article, sentence: &Sentence, range: Range<u32>, said: Option<&Said>, given: &Given) -> English {
    let name = said.map(|s| speaker(s, given));
    make(Ask { speaker: name.as_deref(), ..ask(article, sentence, range) }, given)
}

/// The English of a statement: a clause with the speaker as its subject (`Lavrov denied that …`).
pub(super) fn statement(said: &Said, sentence: &Sentence, given: &Given) -> English {
    let s = said.statement;
    let name = speaker(said, given);
    let verb = said.verb(given.lexicon);
    let verb = if s.negated { negated(said, given) } else { verb.en };
    let range = s.content.0..s.content.1;
    let told = english::Said {
        speaker: &name,
        human: !matches!(s.speaker.who, Who::Entry(n) if given.lexicon.entries[n as usize].kind != Kind::Person),
        verb: &verb,
        at: s.verb.map(|v| v.span.0),
    };
    make(Ask { said: Some(told), ..ask(said.article, sentence, range) }, given)
}

fn negated(said: &Said, given: &Given) -> String {
    let base = said.statement.verb.map(|v| given.lexicon.entries[v.entry as usize].en.preferred.clone());
    format!("did not {}", base.unwrap_or_else(|| "say".to_owned()))
}

/// The speaker as the subject of a line: in brackets where the sentence does not name them.
fn speaker(said: &Said, given: &Given) -> String {
    let shown = said.speaker(given.lexicon);
    let name = shown.en.replace(" (not named)", "");
    // official, Syrian opposition
    let name = match name.split_once(", ") {
        // source in, spokesman for: the preposition is the title's own.
        Some((title, body)) if [" in", " for", " of"].iter().any(|p| title.ends_with(p)) => {
            format!("{title} {}{body}", if english::takes_the(body) { "the " } else { "" })
        }
        Some((title, body)) => format!("{title} of {}{body}", if english::takes_the(body) { "the " } else { "" }),
        None => name,
    };
    let name = match said.statement.speaker.who {
        Who::Source(Some(_)) if !name.starts_with("the ") && !name.starts_with("an ") && !name.starts_with("a ") => {
            format!("{} {name}", english::generate::indefinite(&name))
        }
        Who::Office(_) | Who::Source(Some(_)) if !name.starts_with("the ") => format!("the {name}"),
        Who::Unresolved => "speaker not known".to_owned(),
        Who::Words if name.starts_with("a speaker") => "a speaker".to_owned(),
        _ => name,
    };
    let body = matches!(said.statement.speaker.who, Who::Entry(n) if given.lexicon.entries[n as usize].kind != Kind::Person);
    let name = if body && english::takes_the(&name) { format!("the {name}") } else { name };
    match said.statement.speaker.by {
        Resolved::CarriedOver | Resolved::Unresolved => format!("[{name}]"),
        _ => name,
    }
}

fn ask<'a>(article: &'a Article, sentence: &'a Sentence, range: Range<u32>) -> Ask<'a> {
    Ask {
        text: &article.text,
        sentence: sentence.start..sentence.end,
        range,
        mentions: &sentence.mentions,
        dates: &sentence.dates,
        said: None,
        speaker: None,
    }
}

fn make(ask: Ask, given: &Given) -> English {
    let line = gloss(&ask, given.lexicon, Lexicon::builtin());
    // What is denied in Arabic is denied in English, or there is no English.
    if line.negations.0 != line.negations.1 {
        return English { badge: Badge::V, ..English::default() };
    }
    English {
        text: line.text,
        badge: Badge::G,
        coverage: Some(line.coverage),
        rule: Some(line.rules.join(", ")),
        ..English::default()
    }
}
