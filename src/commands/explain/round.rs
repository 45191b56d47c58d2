//! `explain ROUND`: why these articles make this round, by which rule its status stands, and what its key points were chosen for.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::line;
use crate::brief::parts::Source;
use crate::commands::project::Project;
use crate::commands::{Done, Stop, build};
use crate::glossary::matcher::Matcher;
use crate::summary::content::contents;

/// The workspace that `astana-2` (here) or `desk/astana-2` (there) speaks of: the named folder or the nearest above it with a config.
pub(super) fn workspace(subject: &Path) -> Option<PathBuf> {
    let folder = subject.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    super::root_of(&folder.canonicalize().ok()?)
}

/// `mujaz explain ROUND`.
pub(super) fn explain(root: &Path, subject: &str, out: &mut dyn Write) -> Result<Done, Stop> {
    let id = subject.rsplit(['/', '\\']).next().unwrap_or(subject);
    let project = Project::load(root, None)?;
    let (rounds, _) = project.rounds();
    let Some(round) = rounds.iter().find(|round| round.id(&project.tracks) == id) else {
        let all: Vec<String> = rounds.iter().map(|round| round.id(&project.tracks)).collect();
        let next = match super::near_code(id) {
            Some(next) => next,
            None if all.is_empty() => "no article belongs to a round".to_owned(),
            None => format!("rounds: {}", all.join(", ")),
        };
        return Err(Stop::Usage(format!("`{subject}` is no file, no code, and no round of {}; {next}", root.display())));
    };
    let brief = build::one_brief(&project, Some(id))?;
    writeln!(out, "{id}, {}: {} of {} articles", brief.round.name.en, round.articles.len(), project.workspace.articles.len())?;
    for (article, analysis) in &round.articles {
        let source = brief.sources.iter().find(|source| source.id == article.id);
        writeln!(out, "\n{}{}", article.path, source.map(dated).unwrap_or_default())?;
        line::since(article, analysis, Some(id), out)?;
    }
    writeln!(out, "\nstatus {}: {}", brief.status.word, brief.status.rule)?;
    for line in &brief.bottom_line {
        writeln!(out, "  {}", line.en.text)?;
    }
    writeln!(out, "\nkey points, with what each scored by")?;
    for (n, point) in brief.key_points.iter().enumerate() {
        let parts = line::parts(point);
        let place = point.citations.first().and_then(|c| {
            let source = brief.sources.iter().find(|source| source.id == c.source)?;
            Some(format!("{}:{}", source.path, c.line))
        });
        writeln!(out, "  {} {}, score {} ({})", n + 1, place.unwrap_or_default(), point.score, parts)?;
    }
    let mut matcher = Matcher::new(&project.lexicon);
    let mut why: BTreeMap<String, usize> = BTreeMap::new();
    for (article, analysis) in &round.articles {
        let contents = contents(article, analysis, &mut matcher);
        for (sentence, content) in analysis.sentences.iter().zip(&contents) {
            if !brief.key_points.iter().any(|point| point.citations.iter().any(|c| line::is_of(c, article, sentence))) {
                *why.entry(line::why_not(sentence, content)).or_default() += 1;
            }
        }
    }
    if !why.is_empty() {
        writeln!(out, "\nsentences that no key point cites, and why")?;
    }
    for (why, count) in why {
        writeln!(out, "  {count}: {why}")?;
    }
    let statements: usize = brief.positions.iter().map(|position| position.statements.len()).sum();
    let sections = [
        ("outcomes", brief.outcomes.len()),
        ("statements", statements),
        ("differences", brief.disputes.len()),
        ("figures", brief.figures.len()),
        ("next dates", brief.next.len()),
        ("gaps", brief.gaps.len()),
    ];
    let sections: Vec<String> = sections.iter().map(|(name, count)| format!("{name} {count}")).collect();
    writeln!(out, "\n{}; `mujaz explain FILE:LINE` tells why of one line", sections.join(", "))?;
    Ok(Done::default())
}

/// The day of an article, and how it is known.
fn dated(source: &Source) -> String {
    let Some(date) = source.date else { return ", not dated".to_owned() };
    let how = source.inferred.iter().find(|inferred| inferred.field == "date");
    let how = how.map(|how| format!(" ({}: {})", how.rule, how.ar)).unwrap_or_default();
    format!(", {}{how}", date.format("%-d %B %Y"))
}
