//! `explain FILE:LINE`: why the sentences of this line are on the page or are not, why in this round, and who speaks.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::analysis::statements::{Resolved, Who};
use crate::analysis::{Analysis, Sentence, sentence_kind};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::brief::context::Brief;
use crate::brief::parts::{Citation, KeyPoint};
use crate::brief::points::FRAGMENT;
use crate::commands::project::Project;
use crate::commands::{Done, Stop, build};
use crate::glossary::matcher::Matcher;
use crate::summary::content::{Content, contents};
use crate::summary::opening::Opening;
use crate::summary::score::score;

/// `articles/a.md:7` as a file and a line.
pub(super) fn place(subject: &str) -> Option<(&Path, u32)> {
    let (file, line) = subject.rsplit_once(':')?;
    let file = Path::new(file);
    Some((file, line.parse().ok()?))
}

/// `mujaz explain FILE:LINE`.
pub(super) fn explain(file: &Path, line: u32, out: &mut dyn Write) -> Result<Done, Stop> {
    let (root, name) = workspace_of(file)?;
    let project = Project::load(&root, None)?;
    let articles = project.workspace.articles.iter().zip(&project.analyses);
    let of_file: Vec<_> = articles.filter(|(article, _)| article.path == name).collect();
    if of_file.is_empty() {
        return Err(Stop::Usage(format!("{name} is no article of the workspace {}", root.display())));
    }
    let (rounds, _) = project.rounds();
    let mut said = false;
    for (article, analysis) in of_file {
        let here = |s: &&(usize, &Sentence)| (article.line(s.1.start)..=article.line(s.1.end.saturating_sub(1))).contains(&line);
        let sentences: Vec<(usize, &Sentence)> = analysis.sentences.iter().enumerate().collect();
        let sentences: Vec<_> = sentences.iter().filter(here).collect();
        if sentences.is_empty() {
            continue;
        }
        let round = rounds.iter().find(|round| round.articles.iter().any(|(own, _)| own.id == article.id));
        let round = round.map(|round| round.id(&project.tracks));
        let brief = round.as_deref().map(|id| build::one_brief(&project, Some(id))).transpose()?;
        let mut matcher = Matcher::new(&project.lexicon);
        let contents = contents(article, analysis, &mut matcher);
        let scores = score(analysis, &contents, &project.lexicon, &project.workspace.config.summary.weights);
        why_round(article, analysis, round.as_deref(), out)?;
        for &&(number, sentence) in &sentences {
            said = true;
            writeln!(out, "\n{}:{line} {}", article.path, sentence_kind(sentence.kind))?;
            writeln!(out, "  {}", text(article, sentence.start, sentence.end))?;
            writeln!(out, "  by itself {}", scores[number])?;
            why_chosen(article, sentence, &contents[number], brief.as_ref(), out)?;
            why_speaker(article, analysis, number, &project, out)?;
        }
    }
    if said {
        Ok(Done::default())
    } else {
        Err(Stop::Usage(format!(
            "no sentence of an article stands in line {line} of {name}; `mujaz explain {}` shows the lines of all",
            file.display()
        )))
    }
}

/// The workspace that a file is in, and how the file is called there: the nearest folder above with a config, else the file's own.
fn workspace_of(file: &Path) -> Result<(PathBuf, String), Stop> {
    let failed = |e: std::io::Error| Stop::Usage(format!("cannot read {}: {e}", file.display()));
    let file = file.canonicalize().map_err(failed)?;
    let folder = file.parent().unwrap_or(Path::new("."));
    let root = super::root_of(folder).unwrap_or_else(|| folder.to_owned());
    let name = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
    Ok((root, name))
}

fn text(article: &Article, start: u32, end: u32) -> &str {
    &article.text[start as usize..end as usize]
}

fn why_round(article: &Article, analysis: &Analysis, round: Option<&str>, out: &mut dyn Write) -> Result<(), Stop> {
    match round {
        Some(round) => writeln!(out, "round {round}, since:")?,
        None => writeln!(out, "no round: nothing says which, or nothing is sure")?,
    }
    since(article, analysis, round, out)
}

/// What speaks for the round of an article, and how far the next best is behind.
pub(super) fn since(article: &Article, analysis: &Analysis, round: Option<&str>, out: &mut dyn Write) -> Result<(), Stop> {
    if article.meta.round.is_some() {
        writeln!(out, "  the file states it, or rounds.yaml pins it")?;
    }
    if let Some(guess) = &analysis.round {
        for e in guess.evidence.iter().filter(|e| round.is_none_or(|round| e.round == round)) {
            let words = if e.end > e.start {
                format!("line {}: {}", article.line(e.start), text(article, e.start, e.end))
            } else {
                "metadata".to_owned()
            };
            writeln!(out, "  {:+} {}  {words}", e.weight, e.rule)?;
        }
        if let Some(rival) = &guess.rival {
            writeln!(out, "  the next best is {}, {} behind", rival.round, rival.behind)?;
        }
    }
    Ok(())
}

fn why_chosen(
    article: &Article,
    sentence: &Sentence,
    content: &Content,
    brief: Option<&Brief>,
    out: &mut dyn Write,
) -> Result<(), Stop> {
    let Some(brief) = brief else { return Ok(()) };
    let here = |c: &Citation| is_of(c, article, sentence);
    let point = brief.key_points.iter().enumerate().find(|(_, point)| point.citations.iter().any(here));
    match point {
        Some((n, point)) if point.citations.first().is_some_and(here) => {
            let parts = parts(point);
            writeln!(out, "  chosen: key point {} of {}, score {} ({})", n + 1, brief.key_points.len(), point.score, parts)?;
        }
        Some((n, point)) => {
            let first = &point.citations[0];
            writeln!(
                out,
                "  not chosen: key point {} says the same ({} line {}), and cites this sentence too",
                n + 1,
                first.source,
                first.line
            )?;
        }
        None => writeln!(out, "  not chosen: {}", why_not(sentence, content))?,
    }
    for outcome in brief.outcomes.iter().filter(|outcome| outcome.citations.iter().any(here)) {
        writeln!(out, "  in the outcomes: {}", outcome.slot_en)?;
    }
    if brief.positions.iter().any(|position| position.statements.iter().any(|s| s.citations.iter().any(here))) {
        writeln!(out, "  in the positions")?;
    }
    Ok(())
}

/// What a key point scored by: `position 40, words 183`.
pub(super) fn parts(point: &KeyPoint) -> String {
    point.parts.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(", ")
}

/// Whether a citation is of this sentence.
pub(super) fn is_of(c: &Citation, article: &Article, sentence: &Sentence) -> bool {
    c.source == article.id && c.start < sentence.end && c.end > sentence.start
}

/// Why a sentence that no key point cites is none.
pub(super) fn why_not(sentence: &Sentence, content: &Content) -> String {
    if sentence.kind != SentenceKind::Sentence {
        return format!("a {} is no sentence", sentence_kind(sentence.kind));
    }
    if sentence.background {
        return "it tells of an earlier round".to_owned();
    }
    if content.question {
        return "it asks".to_owned();
    }
    if sentence.words < FRAGMENT {
        return format!("it has {} words, which is a fragment", sentence.words);
    }
    let hangs = if content.opening == Opening::Free {
        ""
    } else {
        "it hangs on the sentence before, which would have to come with it; and "
    };
    format!("{hangs}others tell more in the room that `summary.budget_words` gives, or its English is mostly in doubt")
}

fn why_speaker(
    article: &Article,
    analysis: &Analysis,
    number: usize,
    project: &Project,
    out: &mut dyn Write,
) -> Result<(), Stop> {
    let statements: Vec<_> = analysis.statements.iter().filter(|s| s.sentence as usize == number).collect();
    if statements.is_empty() {
        writeln!(out, "  no statement: no verb of saying with a speaker was found")?;
    }
    for statement in statements {
        let speaker = &statement.speaker;
        let words = text(article, speaker.span.0, speaker.span.1);
        let entry = |id: u32| project.lexicon.entries[id as usize].en.preferred.clone();
        let who = match speaker.who {
            Who::Entry(id) => entry(id),
            Who::Office(id) => format!("the holder of the office {}", entry(id)),
            Who::Source(Some(id)) => format!("somebody who is not named ({})", entry(id)),
            Who::Source(None) => "a source that is not named".to_owned(),
            Who::Words => "somebody whom the glossary does not know".to_owned(),
            Who::Unresolved => "not known".to_owned(),
        };
        let how = match speaker.by {
            Resolved::Named => "named with the verb",
            Resolved::Title => "by an office, whose holder the article named before if it is a person",
            Resolved::CarriedOver => "left out here, and taken from the statement before",
            Resolved::Unresolved => "left out here, and nothing before fits",
        };
        let verb =
            statement.verb.as_ref().map(|verb| format!(", verb {}", text(article, verb.span.0, verb.span.1))).unwrap_or_default();
        writeln!(out, "  speaker: {who}, {how}: {words}{verb}")?;
    }
    Ok(())
}
