//! Reviewed translations, put into briefs.

use std::collections::BTreeSet;

use super::memory::{Memory, Near};
use crate::arabic::fold::fold;
use crate::article::Article;
use crate::brief::context::Brief;
use crate::brief::parts::{Badge, Citation, English, Suggestion};
use crate::diagnostic::{Code, Diagnostic};

/// So many words of a text are repeated in a message.
const WORDS: usize = 12;

/// Gives the lines of the briefs the English that a person wrote for them. Returns notices: lines that are nearly translated, and translations that are of no line.
pub fn review(briefs: &mut [Brief], memory: &Memory, articles: &[Article]) -> Vec<Diagnostic> {
    let (mut notices, mut used, mut told) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    if memory.is_empty() {
        return notices;
    }
    // What a person has put into English is not folded away, and told once.
    for brief in briefs.iter_mut() {
        let Brief { key_points, positions, also, .. } = brief;
        let translated = |ar: &str| memory.get(ar).is_some();
        let statements = positions.iter_mut().flat_map(|p| &mut p.statements).filter(|s| translated(&s.ar));
        let statements: Vec<&str> = statements.map(|s| (s.key = true, s.ar.as_str()).1).collect();
        let points: Vec<&str> = key_points.iter().map(|p| p.ar.as_str()).filter(|ar| translated(ar)).collect();
        let told = |ar: &str| points.contains(&ar) || !translated(ar) && statements.iter().any(|part| ar.contains(part));
        also.retain(|line| !told(&line.ar));
    }
    // A key point that is told by what somebody says in it, which has its English.
    let elsewhere: BTreeSet<Vec<u8>> =
        briefs.iter().flat_map(|b| &b.key_points).filter(|p| p.told).map(|p| fold(&p.ar)).collect();
    for line in briefs.iter_mut().flat_map(Brief::lines_mut) {
        // What a rule says of the round is not the English of its Arabic.
        if !matches!(line.en.badge, Badge::G | Badge::V | Badge::M) {
            continue;
        }
        if let Some(translation) = memory.get(line.ar) {
            used.insert(fold(line.ar));
            *line.en = English {
                text: translation.en.trim().to_owned(),
                badge: Badge::E,
                by: Some(translation.by.trim().to_owned()),
                date: Some(translation.date),
                ..English::default()
            };
        } else if let Some(near) = memory.near(line.ar) {
            used.insert(fold(&near.translation.ar));
            let whole = fold(line.ar);
            if near.difference.there.is_empty() && elsewhere.contains(&whole) {
                continue;
            }
            if told.insert(whole) {
                notices.push(nearly(line.ar, line.citations, &near, articles));
            }
            line.en.suggestion = Some(Box::new(suggestion(&near)));
        }
    }
    for point in briefs.iter_mut().flat_map(|b| &mut b.key_points).filter(|p| p.en.badge == Badge::E) {
        point.told = false;
    }
    for (translation, span) in memory.iter().filter(|(t, _)| !used.contains(&fold(&t.ar))) {
        let message = format!("no line of a brief is `{}`", short(&translation.ar));
        let notice = Diagnostic::notice(Code::TranslationsUnused, message)
            .hint("`mujaz translations export` prints the lines as they are now; or take the entry out");
        notices.push(match span {
            Some(span) => notice.at(span.clone()),
            None => notice,
        });
    }
    notices
}

fn suggestion(near: &Near) -> Suggestion {
    Suggestion {
        ar: near.translation.ar.clone(),
        en: near.translation.en.trim().to_owned(),
        by: near.translation.by.trim().to_owned(),
        date: near.translation.date,
        percent: near.difference.percent,
        here: near.difference.here.clone(),
        there: near.difference.there.clone(),
    }
}

fn nearly(ar: &str, citations: &[Citation], near: &Near, articles: &[Article]) -> Diagnostic {
    let percent = near.difference.percent;
    let message = format!("a sentence that is {percent} % the same has a reviewed translation: `{}`", short(ar));
    let mut notice = Diagnostic::notice(Code::TranslationsNear, message);
    for (where_, words) in [("here", &near.difference.here), ("in the translation", &near.difference.there)] {
        if !words.is_empty() {
            notice = notice.note(format!("only {where_}: {}", words.join(" ")));
        }
    }
    notice = notice
        .note(format!("its English: {}", near.translation.en.trim()))
        .hint("it was not used; if it says what this says, add this sentence to the translations, with its own English");
    let place = citations.first().and_then(|c| Some((articles.iter().find(|a| a.id == c.source)?, c)));
    notice = match place {
        Some((article, citation)) => notice.at(article.span(citation.start..citation.end)),
        None => notice,
    };
    match near.span {
        Some(span) => notice.related(span.clone(), "the translation"),
        None => notice,
    }
}

/// The first words of a text.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}
