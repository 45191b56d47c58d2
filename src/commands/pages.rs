//! All pages of a build: for each round one for each set of templates and format, the index, the voices, the feed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::left_out::listed;
use super::{Stop, broken, build};
use crate::brief::assemble::title;
use crate::brief::context::Brief;
use crate::brief::index::{Index, IndexFile, IndexRound, IndexVoice, LeftOut, SCHEMA};
use crate::brief::voices::{Voice, voices};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::publish::Page;
use crate::render::lint::{Finished, lint};
use crate::render::{Engine, Format, Problem, UserTemplate, View, VoiceView};
use crate::workspace::{CONFIG, Config, Workspace};

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

/// Pages that were rendered before, for a build that is made again and again: a page of the same template about the same is not rendered anew.
#[derive(Debug, Default)]
pub(super) struct Memo {
    /// The templates and options, and what they were made into.
    engine: Option<(String, Engine)>,
    pages: Texts,
}

/// By path: what a page is about, hashed with its template, and its text.
type Texts = BTreeMap<String, (blake3::Hash, String)>;

/// Who reads some pages already: those come first, and are shown before the others are made.
pub(super) trait Readers: Sync {
    /// Whether a page is read.
    fn read(&self, path: &str) -> bool;
    /// A page that is read was made.
    fn show(&self, path: &str, text: &str);
}

impl Memo {
    /// As [`pages`].
    pub(super) fn pages(
        &mut self,
        workspace: &Workspace,
        briefs: &[Brief],
        left: &LeftOut,
        formats: &[Format],
        readers: &dyn Readers,
    ) -> Result<Vec<Page>, Stop> {
        let from = format!("{:?} {:?}", workspace.config.english.months, workspace.templates);
        let engine = match self.engine.take().filter(|(old, _)| *old == from) {
            Some((_, engine)) => engine,
            None => build::engine(workspace)?,
        };
        let before = Before { old: &self.pages, readers };
        let made = made(&engine, briefs, left, formats, &workspace.config, Some(&before), &|_, text| text);
        self.engine = Some((from, engine));
        self.pages.clear();
        let page = |made: Made<String>| {
            let page = Page { path: made.sheet.path.clone(), bytes: made.is.clone().into_bytes() };
            if let Some(hash) = made.hash {
                self.pages.insert(made.sheet.path, (hash, made.is));
            }
            page
        };
        Ok(made?.into_iter().map(page).collect())
    }
}

/// The pages of these briefs, in no order; each is handed on as soon as it is there, for all may be too many to be held at once.
pub(super) fn pages<T: Send>(
    engine: &Engine,
    briefs: &[Brief],
    left: &LeftOut,
    formats: &[Format],
    config: &Config,
    hand_on: &(dyn Fn(Page) -> T + Sync),
) -> Result<Vec<T>, Stop> {
    let made = made(engine, briefs, left, formats, config, None, &|sheet, text| hand_on(page(sheet, text)))?;
    Ok(made.into_iter().map(|made| made.is).collect())
}

fn page(sheet: &Sheet, text: String) -> Page {
    Page { path: sheet.path.clone(), bytes: text.into_bytes() }
}

/// The pages of these briefs, each with the name of its template.
pub(super) fn with_templates(
    engine: &Engine,
    briefs: &[Brief],
    left: &LeftOut,
    formats: &[Format],
    config: &Config,
) -> Result<Vec<(Page, String)>, Stop> {
    let made = made(engine, briefs, left, formats, config, None, &page)?;
    Ok(made.into_iter().map(|made| (made.is, made.sheet.template)).collect())
}

/// How many pages these briefs have, and what is wrong with them, as readers would see it.
pub(super) fn faults(
    engine: &Engine,
    briefs: &[Brief],
    left: &LeftOut,
    formats: &[Format],
    config: &Config,
    user: &[UserTemplate],
) -> Result<(usize, Vec<Diagnostic>), Stop> {
    let made = with_templates(engine, briefs, left, formats, config)?;
    let texts: Vec<(&str, &str, &str)> = made
        .iter()
        .filter_map(|(page, template)| Some((page.path.as_str(), std::str::from_utf8(&page.bytes).ok()?, template.as_str())))
        .collect();
    let finished: Vec<Finished> = texts.into_iter().map(|(path, text, template)| Finished { path, text, template }).collect();
    Ok((made.len(), lint(&finished, user)))
}

/// The pages of these briefs, in no order. Those that are known are taken.
fn made<T: Send>(
    engine: &Engine,
    briefs: &[Brief],
    left: &LeftOut,
    formats: &[Format],
    config: &Config,
    before: Option<&Before>,
    hand_on: &(dyn Fn(&Sheet, String) -> T + Sync),
) -> Result<Vec<Made<T>>, Stop> {
    let wanted = wanted(engine, formats, config)?;
    let newest = newest(briefs);
    let voices = voices(&newest);
    let index = index(&newest, &voices, left, &wanted, config);
    let mut jobs = jobs(briefs, &voices, &index, &wanted, formats);
    if let Some(before) = before {
        let unread = |sheet: &Sheet| !before.readers.read(&sheet.path);
        // Asked once for each page: who reads may come and go meanwhile.
        jobs.iter_mut().for_each(|job| job.sheets.sort_by_cached_key(unread));
        jobs.sort_by_cached_key(|job| job.sheets.first().is_none_or(unread));
    }
    let rendered: Vec<Vec<Rendered<T>>> = jobs.par_iter().map(|job| job.rendered(engine, before, hand_on)).collect();
    let (mut pages, mut problems) = (Vec::new(), Vec::new());
    for (sheet, (hash, page)) in jobs.into_iter().flat_map(|job| job.sheets).zip(rendered.into_iter().flatten()) {
        match page {
            Ok(is) => pages.push(Made { sheet, hash, is }),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(pages) } else { Err(Stop::Content(broken::rendered(&problems))) }
}

/// What a page was made from, where that is wanted, and what became of it.
type Rendered<T> = (Option<blake3::Hash>, Result<T, Problem>);

/// A page that was made.
struct Made<T> {
    sheet: Sheet,
    hash: Option<blake3::Hash>,
    is: T,
}

/// What a build that is made again and again has from the last one, and who reads what it makes.
struct Before<'a> {
    old: &'a Texts,
    readers: &'a dyn Readers,
}

/// The pages that are about one thing.
struct Job<'a> {
    of: Of<'a>,
    sheets: Vec<Sheet>,
}

/// A page that is to be rendered.
struct Sheet {
    path: String,
    template: String,
    format: Format,
}

/// What a page is about.
enum Of<'a> {
    Brief(&'a Brief),
    Index(&'a Index),
    Feed(&'a Index),
    Voice(&'a Voice<'a>),
}

/// What templates see of what a job is about, made once for all its pages.
#[derive(Default)]
struct Views<'a> {
    brief: OnceLock<View<'a>>,
    voice: OnceLock<VoiceView<'a>>,
}

impl Job<'_> {
    /// The pages, in their order; those that were made from the same before are taken from there.
    fn rendered<T: Send>(
        &self,
        engine: &Engine,
        before: Option<&Before>,
        hand_on: &(dyn Fn(&Sheet, String) -> T + Sync),
    ) -> Vec<Rendered<T>> {
        let views = Views::default();
        let Some(before) = before else {
            let page = |sheet| self.render(sheet, engine, &views).map(|text| hand_on(sheet, text));
            return self.sheets.par_iter().map(|sheet| (None, page(sheet))).collect();
        };
        let about = self.hash();
        (self.sheets.par_iter())
            .map(|sheet| {
                let hash = sheet.hash(about, engine);
                if let Some((_, text)) = before.old.get(&sheet.path).filter(|(old, _)| *old == hash) {
                    return (Some(hash), Ok(hand_on(sheet, text.clone())));
                }
                let page = self.render(sheet, engine, &views);
                if let (Ok(text), true) = (&page, before.readers.read(&sheet.path)) {
                    before.readers.show(&sheet.path, text);
                }
                (Some(hash), page.map(|text| hand_on(sheet, text)))
            })
            .collect()
    }

    /// A hash of what the pages are about.
    fn hash(&self) -> blake3::Hash {
        let about = match self.of {
            Of::Brief(brief) => serde_json::to_vec(brief),
            Of::Index(index) | Of::Feed(index) => serde_json::to_vec(index),
            Of::Voice(voice) => serde_json::to_vec(voice),
        };
        // Types that are only strings, numbers and lists of them: there is nothing that JSON refuses.
        blake3::hash(&about.unwrap_or_default())
    }

    fn render<'a>(&'a self, sheet: &Sheet, engine: &Engine, views: &Views<'a>) -> Result<String, Problem> {
        match self.of {
            Of::Brief(brief) if sheet.format == Format::Json => engine.brief(brief, Format::Json),
            Of::Brief(brief) => engine.page_of(&sheet.template, &sheet.path, views.brief.get_or_init(|| View::new(brief))),
            Of::Index(index) => engine.index(index, sheet.format),
            Of::Feed(index) => engine.feed(index),
            Of::Voice(voice) => engine.voice(views.voice.get_or_init(|| VoiceView::new(voice)), sheet.format),
        }
    }
}

impl Sheet {
    /// A hash of what a page is about and of its template, with all that this one takes in.
    fn hash(&self, about: blake3::Hash, engine: &Engine) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(about.as_bytes()).update(self.template.as_bytes()).update(b"\0");
        for text in engine.behind(&self.template) {
            hasher.update(text.as_bytes()).update(b"\0");
        }
        hasher.finalize()
    }
}

/// The pages of all rounds, in their order, and those over all rounds.
fn jobs<'a>(
    briefs: &'a [Brief],
    voices: &'a [Voice<'a>],
    index: &'a Index,
    wanted: &[Wanted],
    formats: &[Format],
) -> Vec<Job<'a>> {
    let of_brief =
        |brief: &'a Brief| Job { of: Of::Brief(brief), sheets: wanted.iter().map(|page| sheet(brief, page)).collect() };
    let mut jobs: Vec<Job> = briefs.iter().map(of_brief).collect();
    let of_index = |format: &Format| {
        let name = format!("index.{}", format.name());
        Sheet { path: name.clone(), template: name, format: *format }
    };
    jobs.push(Job { of: Of::Index(index), sheets: formats.iter().map(of_index).collect() });
    let texts: Vec<Format> = formats.iter().copied().filter(|format| *format != Format::Json).collect();
    let of_voice = |voice: &'a Voice<'a>| {
        let sheet =
            |&format: &Format| Sheet { path: voice_path(voice, format), template: format!("voice.{}", format.name()), format };
        Job { of: Of::Voice(voice), sheets: texts.iter().map(sheet).collect() }
    };
    jobs.extend(voices.iter().map(of_voice));
    if formats.contains(&Format::Html) && index.rounds.iter().any(|round| round.as_of.is_some()) {
        let name = "feed.atom".to_owned();
        let sheet = Sheet { path: name.clone(), template: name, format: Format::Html };
        jobs.push(Job { of: Of::Feed(index), sheets: vec![sheet] });
    }
    jobs
}

fn sheet(brief: &Brief, page: &Wanted) -> Sheet {
    Sheet { path: path(brief, page), template: template(page), format: page.format }
}

fn newest(briefs: &[Brief]) -> Vec<&Brief> {
    let mut newest: Vec<&Brief> = briefs.iter().collect();
    newest.sort_by(|a, b| (b.round.dates.held, &a.round.id).cmp(&(a.round.dates.held, &b.round.id)));
    newest
}

/// The context of the index.
pub(super) fn whole_index(engine: &Engine, briefs: &[Brief], left: &LeftOut, config: &Config) -> Result<Index, Stop> {
    let newest = newest(briefs);
    Ok(index(&newest, &voices(&newest), left, &wanted(engine, &config.formats, config)?, config))
}

/// The pages of one brief alone.
pub(super) fn of_brief(engine: &Engine, brief: &Brief, formats: &[Format], config: &Config) -> Result<Vec<Page>, Stop> {
    let sheets: Vec<Sheet> = wanted(engine, formats, config)?.iter().map(|page| sheet(brief, page)).collect();
    let job = Job { of: Of::Brief(brief), sheets };
    let rendered = job.rendered(engine, None, &page);
    rendered.into_iter().map(|(_, page)| page.map_err(|problem| Stop::Content(broken::one(&problem)))).collect()
}

fn path(brief: &Brief, page: &Wanted) -> String {
    format!("{}{}", brief.round.id, page.ending)
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

fn index(newest: &[&Brief], voices: &[Voice], left: &LeftOut, wanted: &[Wanted], config: &Config) -> Index {
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
        left_out: listed(left.clone()),
    }
}
