//! `build`, `check`, `context`: from a workspace to briefs, and to pages.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use chrono::{DateTime, NaiveDate};
use rayon::prelude::*;

use super::assembled::{self, Assembled};
use super::glossary::reviewed;
use super::left_out::{gap, left_out};
use super::project::Project;
use super::{Done, Stop, broken, count, limits, pages, stale, translator};
use crate::brief::assemble::{Given, since};
use crate::brief::cite;
use crate::brief::context::Brief;
use crate::brief::index::Index;
use crate::brief::joined::join;
use crate::brief::parts::Notes;
use crate::cli::{Build, Where};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::english::Reader;
use crate::glossary::load;
use crate::publish::{self, Drafts, Input, Inputs};
use crate::render::{Engine, Format, Options, UserTemplate};
use crate::round::assign::Round;
use crate::translations::review;
use crate::workspace::{CONFIG, Workspace};

/// `mujaz build`. With `--check`, what would change goes to `diff`.
pub(super) fn build(args: &Build, diff: Option<&mut dyn Write>) -> Result<Done, Stop> {
    let begun = Instant::now();
    let as_of = as_of(args.as_of)?;
    if let Some(file) = &args.from_context {
        return from_context(args, file, diff);
    }
    let mut project = Project::load_with(&args.place.dir, args.place.output.as_deref(), &args.analyses)?;
    let (rounds, mut warnings) = project.rounds();
    warnings.splice(0..0, project.workspace.warnings.iter().cloned());
    let wanted = chosen(&rounds, &args.round, &project)?;
    let (briefs, notices) = briefs(&project, &rounds, &wanted, as_of, None);
    warnings.extend(notices);
    let left = left_out(&project, &rounds);
    // All that is said of the articles is in the briefs; pages need the room.
    drop(rounds);
    project.analyses = Vec::new();
    let config = &project.workspace.config;
    let formats = if args.format.is_empty() { &config.formats } else { &args.format };
    let engine = engine(&project.workspace);
    if args.check {
        let pages = engine.and_then(|engine| pages::pages(&engine, &briefs, &left, formats, config, &|page| page));
        let pages = if_sound(pages, &briefs, &project, &warnings)?;
        return stale::check(&project.output, pages, inputs(&project), warnings, diff);
    }
    let drafts = Drafts::new(&project.output)?;
    let pages = engine.and_then(|engine| pages::pages(&engine, &briefs, &left, formats, config, &|page| drafts.lay(page)));
    let pages = if_sound(pages, &briefs, &project, &warnings)?;
    let published = drafts.publish(pages, inputs(&project))?;
    warnings.extend(published.warnings);
    let summary = format!(
        "{}, {}: {} written, {} unchanged, {} removed, {}, {} ms\n",
        count(project.workspace.articles.len(), "article"),
        count(briefs.len(), "round"),
        count(published.written.len(), "file"),
        published.unchanged,
        published.removed.len(),
        count(Done::count(&warnings), "warning"),
        begun.elapsed().as_millis()
    );
    // The program ends here: the system takes back all at once what would take long to give back piece by piece.
    std::mem::forget((briefs, project));
    Ok(Done { warnings, summary, ..Done::default() })
}

/// `mujaz check`: everything but the writing.
pub(super) fn check(place: &Where) -> Result<Done, Stop> {
    let project = Project::load(&place.dir, place.output.as_deref())?;
    let (rounds, mut warnings) = project.rounds();
    warnings.splice(0..0, project.workspace.warnings.iter().cloned());
    warnings.extend(reviewed(&project.workspace, &load::files(&project.workspace.glossary)?, &project.lexicon));
    let wanted = chosen(&rounds, &[], &project)?;
    let (briefs, notices) = briefs(&project, &rounds, &wanted, None, None);
    warnings.extend(notices);
    let config = &project.workspace.config;
    let own = user_templates(&project.workspace);
    let faults = engine(&project.workspace)
        .and_then(|engine| pages::faults(&engine, &briefs, &left_out(&project, &rounds), &config.formats, config, &own));
    warnings.extend(if_sound(faults, &briefs, &project, &warnings)?.1);
    let [articles, rounds, found] =
        [(project.workspace.articles.len(), "article"), (briefs.len(), "round"), (Done::count(&warnings), "warning")]
            .map(|(n, what)| count(n, what));
    let summary = format!("{articles}, {rounds}, {found}: nothing written\n");
    Ok(Done { warnings, summary, ..Done::default() })
}

/// `mujaz context`.
pub(super) fn context(round: &str, dir: &Path, day: Option<NaiveDate>, out: &mut dyn Write) -> Result<Done, Stop> {
    if !dir.is_dir() && Path::new(round).is_dir() {
        return Err(Stop::Usage(format!("the round comes before the folder: mujaz context {} {round}", dir.display())));
    }
    let project = Project::load(dir, None)?;
    let (rounds, _) = project.rounds();
    let wanted = chosen(&rounds, &[round.to_owned()], &project)?;
    for brief in briefs(&project, &rounds, &wanted, as_of(day)?, None).0 {
        out.write_all(crate::render::json(&brief).as_bytes())?;
    }
    Ok(Done::default())
}

/// All briefs of a workspace, with the translations in them.
pub(super) fn all_briefs(project: &Project) -> Result<Vec<Brief>, Stop> {
    let (rounds, _) = project.rounds();
    Ok(briefs(project, &rounds, &chosen(&rounds, &[], project)?, as_of(None)?, None).0)
}

/// The brief of one round; of the first where none is named.
pub(super) fn one_brief(project: &Project, round: Option<&str>) -> Result<Brief, Stop> {
    let (rounds, _) = project.rounds();
    let wanted: Vec<String> = round.map(str::to_owned).into_iter().collect();
    let found = briefs(project, &rounds, &chosen(&rounds, &wanted, project)?, as_of(None)?, None).0;
    found.into_iter().next().ok_or_else(|| Stop::Usage("no article belongs to a round".to_owned()))
}

/// The context of the index.
pub(super) fn whole_index(project: &Project) -> Result<Index, Stop> {
    let (rounds, _) = project.rounds();
    let left = left_out(project, &rounds);
    pages::whole_index(&engine(&project.workspace)?, &all_briefs(project)?, &left, &project.workspace.config)
}

/// Renders every page of these briefs, as Markdown and as HTML; says how many there are, and what is wrong with them whatever they hold: links that lead nowhere and ids
/// that stand twice are found by `check`, on the pages that will be written.
pub(super) fn trial(engine: &Engine, briefs: &[Brief], project: &Project) -> Result<(usize, Vec<Diagnostic>), Stop> {
    let workspace = &project.workspace;
    let left = left_out(project, &project.rounds().0);
    let (pages, mut faults) =
        pages::faults(engine, briefs, &left, &[Format::Md, Format::Html], &workspace.config, &user_templates(workspace))?;
    faults.retain(|fault| matches!(fault.code, Code::PageDirection | Code::PagePicture));
    Ok((pages, faults))
}

/// All briefs as Markdown, with the ids of their rounds.
pub(super) fn markdown(project: &Project) -> Result<Vec<(String, String)>, Stop> {
    let (rounds, _) = project.rounds();
    let engine = engine(&project.workspace)?;
    let page = |brief: &Brief| match engine.brief(brief, Format::Md) {
        Ok(page) => Ok((brief.round.id.clone(), page)),
        Err(problem) => Err(Stop::Content(broken::one(&problem))),
    };
    briefs(project, &rounds, &chosen(&rounds, &[], project)?, None, None).0.iter().map(page).collect()
}

/// The pages of one context file, next to each other in the output folder.
fn from_context(args: &Build, file: &Path, diff: Option<&mut dyn Write>) -> Result<Done, Stop> {
    let text = fs::read_to_string(file).map_err(|e| Stop::Usage(format!("cannot read {}: {e}", file.display())))?;
    let brief: Brief = serde_json::from_str(&text)
        .map_err(|e| Stop::Usage(format!("{}: {e}; it must be what `mujaz context` prints", file.display())))?;
    let workspace = Workspace::load_for(&args.place.dir, args.place.output.as_deref())?;
    let engine = engine(&workspace)?;
    let output = args.place.output.clone().unwrap_or_else(|| workspace.output());
    let formats = if args.format.is_empty() { &workspace.config.formats } else { &args.format };
    let pages = pages::of_brief(&engine, &brief, formats, &workspace.config)?;
    let context = vec![Input::new(file.display().to_string(), text.as_bytes())];
    let inputs = Inputs {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        articles: context,
        templates: templates(&workspace),
        files: config(&workspace).collect(),
        ..Inputs::default()
    };
    if args.check {
        return stale::check(&output, pages, inputs, Vec::new(), diff);
    }
    let published = publish::publish(&output, pages, inputs)?;
    let summary =
        format!("{}: {} written, {} unchanged\n", brief.round.id, count(published.written.len(), "file"), published.unchanged);
    Ok(Done { warnings: published.warnings, summary, ..Done::default() })
}

/// The day given, else `SOURCE_DATE_EPOCH`; never the clock.
pub(super) fn as_of(given: Option<NaiveDate>) -> Result<Option<NaiveDate>, Stop> {
    if given.is_some() {
        return Ok(given);
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let day = epoch.parse().ok().and_then(|s| DateTime::from_timestamp(s, 0)).map(|d| d.date_naive());
    day.map(Some).ok_or_else(|| Stop::Usage(format!("SOURCE_DATE_EPOCH is `{epoch}`, which is no number of seconds")))
}

/// Ids of the rounds that are wanted: all, where none is named.
pub(super) fn chosen(rounds: &[Round], wanted: &[String], project: &Project) -> Result<Vec<String>, Stop> {
    let ids: Vec<String> = rounds.iter().map(|r| r.id(&project.tracks)).collect();
    if let Some(missing) = wanted.iter().find(|w| !ids.contains(w)) {
        let hint =
            did_you_mean(missing, ids.iter().map(String::as_str)).map(|m| format!("; did you mean `{m}`?")).unwrap_or_default();
        return Err(Stop::Usage(format!("no article belongs to a round `{missing}`; rounds found: {}{hint}", ids.join(", "))));
    }
    Ok(if wanted.is_empty() { ids } else { wanted.to_vec() })
}

/// The briefs of the wanted rounds, with what is to be said about their English. All are assembled: each is compared with the one before it.
pub(super) fn briefs(
    project: &Project,
    rounds: &[Round],
    wanted: &[String],
    as_of: Option<NaiveDate>,
    assembled: Option<&mut Assembled>,
) -> (Vec<Brief>, Vec<Diagnostic>) {
    let (lexicon, english) = (&project.lexicon, Reader::new(&project.lexicon));
    let given = Given {
        lexicon,
        english: &english,
        tracks: &project.tracks,
        config: &project.workspace.config,
        as_of,
        sentences: Default::default(),
    };
    let mut out = match assembled {
        Some(assembled) => assembled.briefs(project, rounds, &given),
        None => assembled::briefs(rounds, &given),
    };
    let left = left_out(project, rounds);
    for brief in &mut out {
        let gap = gap(brief, &left);
        brief.gaps.extend(gap);
        let note = project.workspace.notes.iter().find(|(round, ..)| *round == brief.round.id);
        if let Some((_, path, markdown)) = note {
            brief.notes = Notes { markdown: markdown.clone(), path: path.clone() };
        }
    }
    // Rounds come by track and number: the one before is the last of its track.
    for at in 1..out.len() {
        let (before, rest) = out.split_at_mut(at);
        let round = &rest[0].round;
        if let Some(previous) = before.iter().rev().find(|b| b.round.track == round.track && b.round.number < round.number) {
            since(&mut rest[0], previous, &project.lexicon);
        }
    }
    let mut notices = review(&mut out, &project.translations, &project.workspace.articles);
    out.retain(|b| wanted.contains(&b.round.id));
    notices.extend(translator::translate(&mut out, project));
    out.iter_mut().for_each(join);
    (out, notices)
}

/// What was made of these briefs, if they keep the limits of the config and cite what is there; else everything that is wrong, with the warnings beside it.
fn if_sound<T>(made: Result<T, Stop>, briefs: &[Brief], project: &Project, warnings: &[Diagnostic]) -> Result<T, Stop> {
    let mut problems = limits::exceeded(briefs, &project.workspace.config);
    problems.extend(citations(briefs, project));
    match made {
        Ok(made) if problems.is_empty() => return Ok(made),
        Ok(_) => {}
        Err(Stop::Content(more)) => problems.extend(more),
        Err(stop) => return Err(stop),
    }
    problems.extend(warnings.iter().cloned());
    Err(Stop::Content(problems))
}

/// Every citation is hashed again against its source: a brief that cites what is not there is not published.
fn citations(briefs: &[Brief], project: &Project) -> Vec<Diagnostic> {
    let articles = &project.workspace.articles;
    briefs
        .par_iter()
        .flat_map_iter(|brief| cite::broken(brief, articles))
        .map(|b| {
            let text = format!(
                "{} cites bytes {}–{} of `{}`, sentence {}, and they do not hold what it quotes",
                b.round, b.range.0, b.range.1, b.source, b.sentence
            );
            let file = articles.iter().find(|a| a.id == b.source).map(|a| a.path.clone());
            let problem = Diagnostic::error(Code::CitationBroken, text);
            match file {
                Some(file) => problem.in_file(file),
                None => problem,
            }
            .hint("this is an error in mujaz: please report it with the article")
        })
        .collect()
}

/// The templates of a workspace, ready to render.
pub(super) fn engine(workspace: &Workspace) -> Result<Engine, Stop> {
    Engine::with(&user_templates(workspace), Options { months: workspace.config.english.months, ..Options::default() })
        .map_err(|problems| Stop::Content(broken::unread(&problems)))
}

fn user_templates(workspace: &Workspace) -> Vec<UserTemplate> {
    workspace.templates.iter().map(|(path, source)| UserTemplate { path: path.clone(), source: source.clone() }).collect()
}

fn inputs(project: &Project) -> Inputs {
    let ws = &project.workspace;
    Inputs {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        articles: ws.articles.par_iter().map(|a| Input::new(format!("{}#{}", a.path, a.id), a.text.as_bytes())).collect(),
        glossary: ws.glossary.iter().chain(&ws.tracks).map(|s| Input::new(s.path.as_str(), s.text.as_bytes())).collect(),
        translations: ws.translations.iter().map(|s| Input::new(s.path.as_str(), s.text.as_bytes())).collect(),
        templates: templates(ws),
        files: files(ws),
    }
}

fn templates(workspace: &Workspace) -> Vec<Input> {
    workspace.templates.iter().map(|(path, source)| Input::new(path.as_str(), source.as_bytes())).collect()
}

fn config(workspace: &Workspace) -> impl Iterator<Item = Input> {
    workspace.config.index.iter().map(|index| Input::new(CONFIG, index.source().text.as_bytes()))
}

fn files(workspace: &Workspace) -> Vec<Input> {
    let rounds = workspace.rounds.iter().map(|rounds| Input::new(rounds.path.as_str(), rounds.text.as_bytes()));
    let notes = workspace.notes.iter().map(|(_, path, text)| Input::new(path.as_str(), text.as_bytes()));
    config(workspace).chain(rounds).chain(notes).collect()
}
