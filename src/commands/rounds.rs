//! `rounds`: which articles are about which round, and why; and the YAML for rounds that no track lists.

use std::io::{self, Write};

use super::project::Project;
use super::{Done, Stop};
use crate::analysis::Analysis;
use crate::article::Article;
use crate::cli::Rounds;
use crate::render::escape::one_line;
use crate::round::evidence::RoundGuess;
use crate::round::steps;
use crate::round::{assign, beside};

/// `mujaz rounds`.
pub(super) fn rounds(what: &Rounds, out: &mut dyn Write) -> Result<Done, Stop> {
    match what {
        Rounds::List { dir } => list(&Project::load(dir, None)?, out),
        Rounds::Suggest { dir } => suggest(&Project::load(dir, None)?, out),
    }
}

fn list(project: &Project, out: &mut dyn Write) -> Result<Done, Stop> {
    let (rounds, none) = assign::assign(&project.workspace.articles, &project.analyses, &project.tracks, &project.lexicon);
    for round in &rounds {
        let days = match round.data(&project.tracks) {
            Some(data) => {
                let held = data.held();
                format!("{} to {}", held.start, held.end)
            }
            None => "in no list of rounds".to_owned(),
        };
        writeln!(out, "{}  {}, {days}", round.id(&project.tracks), round.name(&project.tracks).en)?;
        for (article, analysis) in &round.articles {
            show(article, analysis, out)?;
        }
        writeln!(out)?;
    }
    if !none.is_empty() {
        writeln!(out, "no round")?;
        none.iter().try_for_each(|article| writeln!(out, "  {}", article.id))?;
    }
    Ok(Done::default())
}

/// An article with how sure its round is, and what speaks for and against it.
fn show(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let Some(guess) = &analysis.round else { return Ok(()) };
    writeln!(out, "  {}  {}", article.id, how_sure(guess))?;
    if guess.id.is_none() {
        let place = guess.place.as_deref().unwrap_or("no place");
        writeln!(out, "    {place}, {}", guess.day.map_or("no day".to_owned(), |day| day.to_string()))?;
    }
    // The same words may speak twice; what is equal is shown once, with its count.
    let mut shown: Vec<(i32, &str, String, usize)> = Vec::new();
    for e in guess.evidence.iter().filter(|e| Some(&e.round) == guess.id.as_ref()) {
        let words = match (e.rule, &analysis.meta.date) {
            ("date" | beside::DAY, Some(date)) => date.value.to_string(),
            ("stated" | "offices", _) => String::new(),
            _ if e.end == 0 => "(headline)".to_owned(),
            _ => one_line(&article.text[e.start as usize..e.end as usize]).into_owned(),
        };
        match shown.iter_mut().find(|(w, rule, text, _)| (*w, *rule, text.as_str()) == (e.weight, e.rule, words.as_str())) {
            Some((.., count)) => *count += 1,
            None => shown.push((e.weight, e.rule, words, 1)),
        }
    }
    for (weight, rule, words, count) in shown {
        let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
        let gap = if words.is_empty() { "" } else { "  " };
        writeln!(out, "    {weight:+}  {rule}{gap}{words}{times}")?;
    }
    Ok(())
}

fn how_sure(guess: &RoundGuess) -> String {
    if guess.evidence.iter().any(|e| e.rule == "stated") {
        return "stated".to_owned();
    }
    if guess.evidence.iter().any(|e| e.rule == beside::DAY) {
        return "taken with the others of its day".to_owned();
    }
    match (&guess.id, &guess.rival) {
        (None, _) => "gathered by place and day".to_owned(),
        (Some(_), Some(rival)) if guess.close().is_some() => format!("unclear: as likely {}", rival.round),
        (Some(_), Some(rival)) => format!("{} ahead of {}", rival.behind, rival.round),
        (Some(_), None) if guess.evidence.is_empty() => "assumed: no round is numbered".to_owned(),
        (Some(_), None) => "nothing else".to_owned(),
    }
}

fn suggest(project: &Project, out: &mut dyn Write) -> Result<Done, Stop> {
    let steps = steps::gather(project.analyses.iter().map(|a| a.round.as_ref()), &project.tracks);
    let ids: Vec<&str> = project.workspace.articles.iter().map(|a| a.id.as_str()).collect();
    out.write_all(steps::suggest(&steps, &ids, &project.lexicon, &project.tracks).as_bytes())?;
    let summary = match steps.len() {
        0 => "no article tells of a round that is in no list\n".to_owned(),
        1 => "1 round that is in no list: look at its days and place, and keep it in tracks/rounds.yaml\n".to_owned(),
        n => format!("{n} rounds that are in no list: look at their days and places, and keep them in tracks/rounds.yaml\n"),
    };
    Ok(Done { summary, ..Done::default() })
}
