//! All pages of a build: for each round one for each set of templates and format, the index, the voices, the feed.

use super::Stop;
use super::build::diagnostic;
use crate::brief::assemble::title;
use crate::brief::context::Brief;
use crate::brief::index::{Index, IndexFile, IndexRound, IndexVoice, SCHEMA};
use crate::brief::voices::{Voice, voices};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::publish::Page;
use crate::render::lint::{Finished, lint};
use crate::render::{Engine, Format, Problem, UserTemplate};
use crate::workspace::{CONFIG, Config};

/// The sets of templates that are built in.
const SETS: [&str; 4] = ["brief", "onepage", "sitrep", "ledger"];

/// What a set may have a second page for: `brief.annex.md`.
const ANNEX: &str = ".annex";

/// A page of a round before it is rendered: its path, and its template; JSON has none.
struct Wanted {
    set: String,
    /// What the set's further page is called, such as `annex`; nothing for its first.
    part: &'static str,
    format: Format,
    ending: String,
}

/// The pages of these briefs, in no order.
pub(super) fn pages(engine: &Engine, briefs: &[Brief], formats: &[Format], config: &Config) -> Result<Vec<Page>, Stop> {
    let page = |(page, _)| page;
    Ok(made(engine, briefs, formats, config)?.into_iter().map(page).collect())
}

/// What is wrong with these pages, as readers would see it.
pub(super) fn faults(engine: &Engine, briefs: &[Brief], config: &Config, user: &[UserTemplate]) -> Result<Vec<Diagnostic>, Stop> {
    let made = made(engine, briefs, &config.formats, config)?;
    let texts: Vec<(&str, &str, &str)> = made
        .iter()
        .filter_map(|(page, template)| Some((page.path.as_str(), std::str::from_utf8(&page.bytes).ok()?, template.as_str())))
        .collect();
    let finished: Vec<Finished> = texts.into_iter().map(|(path, text, template)| Finished { path, text, template }).collect();
    Ok(lint(&finished, user))
}

/// The pages of these briefs with their templates, in no order.
fn made(engine: &Engine, briefs: &[Brief], formats: &[Format], config: &Config) -> Result<Vec<(Page, String)>, Stop> {
    let wanted = wanted(engine, formats, config)?;
    let mut rendered: Vec<(String, String, Result<String, Problem>)> = Vec::new();
    for brief in briefs {
        rendered.extend(wanted.iter().map(|page| (path(brief, page), template(page), one(engine, brief, page))));
    }
    let newest = newest(briefs);
    let voices = voices(&newest);
    let index = index(&newest, &voices, &wanted, config);
    for &format in formats {
        let name = format!("index.{}", format.name());
        rendered.push((name.clone(), name, engine.index(&index, format)));
        if format != Format::Json {
            let template = format!("voice.{}", format.name());
            rendered.extend(voices.iter().map(|v| (voice_path(v, format), template.clone(), engine.voice(v, format))));
        }
    }
    if formats.contains(&Format::Html) && index.rounds.iter().any(|round| round.as_of.is_some()) {
        rendered.push(("feed.atom".to_owned(), "feed.atom".to_owned(), engine.feed(&index)));
    }
    let (mut pages, mut problems) = (Vec::new(), Vec::new());
    for (path, template, page) in rendered {
        match page {
            Ok(text) => pages.push((Page { path, bytes: text.into_bytes() }, template)),
            Err(problem) => problems.push(diagnostic(Code::TemplateRender, &problem)),
        }
    }
    if problems.is_empty() { Ok(pages) } else { Err(Stop::Content(problems)) }
}

fn newest(briefs: &[Brief]) -> Vec<&Brief> {
    let mut newest: Vec<&Brief> = briefs.iter().collect();
    newest.sort_by(|a, b| (b.round.dates.held, &a.round.id).cmp(&(a.round.dates.held, &b.round.id)));
    newest
}

/// The context of the index.
pub(super) fn whole_index(engine: &Engine, briefs: &[Brief], config: &Config) -> Result<Index, Stop> {
    let newest = newest(briefs);
    Ok(index(&newest, &voices(&newest), &wanted(engine, &config.formats, config)?, config))
}

/// The pages of one brief alone.
pub(super) fn of_brief(engine: &Engine, brief: &Brief, formats: &[Format], config: &Config) -> Result<Vec<Page>, Stop> {
    let render = |page: &Wanted| match one(engine, brief, page) {
        Ok(text) => Ok(Page { path: path(brief, page), bytes: text.into_bytes() }),
        Err(problem) => Err(Stop::Content(vec![diagnostic(Code::TemplateRender, &problem)])),
    };
    wanted(engine, formats, config)?.iter().map(render).collect()
}

fn path(brief: &Brief, page: &Wanted) -> String {
    format!("{}{}", brief.round.id, page.ending)
}

fn one(engine: &Engine, brief: &Brief, page: &Wanted) -> Result<String, Problem> {
    match page.format {
        Format::Json => engine.brief(brief, Format::Json),
        _ => engine.page(&template(page), &path(brief, page), brief),
    }
}

fn template(page: &Wanted) -> String {
    format!("{}{}.{}", page.set, page.part, page.format.name())
}

/// What each round is rendered as, in the order of the configuration. A set may have templates for some formats only.
fn wanted(engine: &Engine, formats: &[Format], config: &Config) -> Result<Vec<Wanted>, Stop> {
    let (mut out, mut problems) = (Vec::new(), Vec::new());
    for (number, set) in config.sets.iter().enumerate() {
        let has = |part: &str, format: Format| engine.has(&format!("{set}{part}.{}", format.name()));
        if ![Format::Md, Format::Html].iter().any(|format| has("", *format)) {
            problems.push(missing(set, number, config));
        }
        let ending = if number == 0 { String::new() } else { format!(".{set}") };
        for (format, part) in formats.iter().flat_map(|format| ["", ANNEX].map(|part| (*format, part))) {
            if format != Format::Json && has(part, format) {
                out.push(Wanted { set: set.clone(), part, format, ending: format!("{ending}{part}.{}", format.name()) });
            }
        }
    }
    if formats.contains(&Format::Json) {
        out.push(Wanted { set: String::new(), part: "", format: Format::Json, ending: ".json".to_owned() });
    }
    if problems.is_empty() { Ok(out) } else { Err(Stop::Content(problems)) }
}

fn missing(set: &str, number: usize, config: &Config) -> Diagnostic {
    let problem = Diagnostic::error(Code::TemplateMissing, format!("there is no template `{set}.html` or `{set}.md`"));
    let problem = match did_you_mean(set, SETS) {
        Some(near) => problem.hint(format!("did you mean `{near}`?")),
        None => problem.hint(format!("write `templates/{set}.html`, or name one of {}", SETS.join(", "))),
    };
    match config.index.as_ref().and_then(|index| index.span(&format!("sets[{number}]"))) {
        Some(span) => problem.at(span),
        None => problem.in_file(CONFIG),
    }
}

fn voice_path(voice: &Voice, format: Format) -> String {
    let folder = if voice.kind == "person" { "people" } else { "parties" };
    format!("{folder}/{}.{}", voice.id, format.name())
}

fn index(newest: &[&Brief], voices: &[Voice], wanted: &[Wanted], config: &Config) -> Index {
    let file = |page: &Wanted, path: String| IndexFile { format: page.format.name().to_owned(), set: page.set.clone(), path };
    let round = |b: &&Brief| IndexRound {
        track: b.round.track.clone(),
        track_name: b.round.track_name.clone(),
        id: b.round.id.clone(),
        number: b.round.number,
        name: b.round.name.clone(),
        dates: b.round.dates.clone(),
        place: b.round.place.clone(),
        as_of: b.as_of,
        status: b.status.clone(),
        sources: b.sources.len(),
        bottom_line: b.bottom_line.clone(),
        files: wanted.iter().filter(|page| page.part.is_empty()).map(|page| file(page, path(b, page))).collect(),
    };
    let texts = [Format::Md, Format::Html];
    let formats: Vec<Format> = texts.into_iter().filter(|format| wanted.iter().any(|page| page.format == *format)).collect();
    let voice = |v: &Voice| IndexVoice {
        kind: v.kind.clone(),
        id: v.id.clone(),
        name: v.name.clone(),
        party: v.party.clone(),
        rounds: v.rounds.len(),
        statements: v.statements(),
        files: formats
            .iter()
            .map(|f| IndexFile { format: f.name().to_owned(), set: String::new(), path: voice_path(v, *f) })
            .collect(),
    };
    let url = config.url.clone().unwrap_or_default();
    Index {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        title: title(config),
        as_of: newest.iter().filter_map(|b| b.as_of).max(),
        url: if url.is_empty() || url.ends_with('/') { url } else { format!("{url}/") },
        rounds: newest.iter().map(round).collect(),
        voices: voices.iter().map(voice).collect(),
    }
}
