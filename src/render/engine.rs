//! The engine: all templates, ready to render.
//!
//! Each format has a Tera of its own, so that a page escapes for its own language and a component may be defined once for each. A short
//! name (`brief.html`) is the user's template where there is one, else ours; `builtin/brief.html` is always ours.

use std::collections::BTreeSet;

use include_dir::{Dir, DirEntry, include_dir};
use memchr::memmem;
use rustc_hash::FxHashSet;
use serde::Serialize;
use tera::{Context, Value};

use super::date::Months;
use super::evidence::{Evidence, evidence, keep_backs};
use super::limits::Limits;
use super::problem::{Problem, problems};
use super::set::{Set, belongs, first, short};
use super::{Format, json};
use crate::brief::cite::labels;
use crate::brief::context::Brief;
use crate::brief::index::Index;
use crate::brief::voices::Voice;

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// What stands in the context of a brief's templates beside the fields of [`Brief`].
pub const COMPUTED: [&str; 3] = ["evidence", "outlets", "page"];

/// A template of the user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserTemplate {
    /// Path below the workspace (`templates/brief.html`).
    pub path: String,
    /// Its text.
    pub source: String,
}

/// What a workspace decides about rendering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Which Arabic names of the months the filter `date` prints when the template does not say.
    pub months: Months,
    /// How much a template may do.
    pub limits: Limits,
}

/// All templates, ready to render. Can be shared between threads.
#[derive(Debug)]
pub struct Engine {
    html: Set,
    md: Set,
}

/// A brief as its templates see it: the same for all its pages, but for their files.
#[derive(Debug)]
pub struct View<'a> {
    brief: &'a Brief,
    evidence: Vec<Evidence<'a>>,
    /// Or why it cannot be given to templates.
    context: Result<Context, String>,
}

impl<'a> View<'a> {
    /// The fields of the brief, and [`COMPUTED`] without `page`.
    #[must_use]
    pub fn new(brief: &'a Brief) -> Self {
        let evidence = evidence(brief);
        let context = context(brief).and_then(|mut context| {
            context.insert_value("evidence", value(&evidence)?);
            // What a citation of each source is called, by its id.
            context.insert_value("outlets", value(&labels(&brief.sources))?);
            Ok(context)
        });
        Self { brief, evidence, context }
    }
}

/// A voice as its templates see it: the same for its pages of all formats.
#[derive(Debug)]
pub struct VoiceView<'a> {
    voice: &'a Voice<'a>,
    /// Or why it cannot be given to templates.
    context: Result<Context, String>,
}

impl<'a> VoiceView<'a> {
    /// The fields of the voice.
    #[must_use]
    pub fn new(voice: &'a Voice<'a>) -> Self {
        Self { voice, context: context(voice) }
    }
}

/// Something that has the names of a context: they are told to whoever misspells one.
pub(super) trait Names {
    fn names(&self) -> Vec<String>;
}

impl Names for View<'_> {
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = COMPUTED.map(str::to_owned).into_iter().chain(fields(self.brief)).collect();
        names.sort_unstable();
        names
    }
}

impl Names for Index {
    fn names(&self) -> Vec<String> {
        fields(self)
    }
}

impl Names for Voice<'_> {
    fn names(&self) -> Vec<String> {
        fields(self)
    }
}

fn fields(of: &impl Serialize) -> Vec<String> {
    let value = serde_json::to_value(of).unwrap_or_default();
    value.as_object().into_iter().flat_map(|map| map.keys().cloned()).collect()
}

fn context(of: &impl Serialize) -> Result<Context, String> {
    Context::from_serialize(of).map_err(|error| error.to_string())
}

fn value(of: &impl Serialize) -> Result<Value, String> {
    Value::try_from_serializable(of).map_err(|error| error.to_string())
}

impl Engine {
    /// The built-in templates, and the user's before them.
    ///
    /// # Errors
    /// Every mistake that can be seen without a brief: syntax, names of filters, components, blocks and templates.
    pub fn new(user: &[UserTemplate]) -> Result<Engine, Vec<Problem>> {
        Engine::with(user, Options::default())
    }

    /// [`Engine::new`], with options.
    ///
    /// # Errors
    /// As [`Engine::new`].
    pub fn with(user: &[UserTemplate], options: Options) -> Result<Engine, Vec<Problem>> {
        let html = Set::new(user, Format::Html, options);
        let md = Set::new(user, Format::Md, options);
        match (html, md) {
            (Ok(html), Ok(md)) => Ok(Engine { html, md }),
            (html, md) => Err([html.err(), md.err()].into_iter().flatten().flatten().collect()),
        }
    }

    /// The page of a brief: `brief.html`, `brief.md`, or the brief as JSON.
    ///
    /// # Errors
    /// A mistake in a template that shows only with this brief.
    pub fn brief(&self, brief: &Brief, format: Format) -> Result<String, Problem> {
        match format {
            Format::Json => Ok(json::json(brief)),
            _ => self.page(&format!("brief.{}", format.name()), &format!("{}.{}", brief.round.id, format.name()), brief),
        }
    }

    /// A page of a brief by the name of its template (`onepage.html`) and of the file that it is for (`astana-2.onepage.html`); the format is the end of the name.
    ///
    /// # Errors
    /// As [`Engine::brief`]; also when there is no such template.
    pub fn page(&self, template: &str, file: &str, brief: &Brief) -> Result<String, Problem> {
        self.page_of(template, file, &View::new(brief))
    }

    /// [`Engine::page`], of a brief that several pages are made of.
    ///
    /// # Errors
    /// As [`Engine::page`].
    pub fn page_of(&self, template: &str, file: &str, view: &View) -> Result<String, Problem> {
        let set = self.set(template);
        let what = format!("round {}", view.brief.round.id);
        let with = |evidence: Option<Vec<Evidence>>| {
            let mut context = view.context.as_ref().map_err(String::clone)?.clone();
            context.insert("page", file);
            if let Some(evidence) = evidence {
                context.insert_value("evidence", value(&evidence)?);
            }
            Ok(context)
        };
        let page = set.render(template, with(None), view, &what)?;
        if belongs(template, Format::Md) {
            return Ok(page);
        }
        // The evidence leads back to the lines that this page has: a short page leaves most of them out.
        let ids = ids(&page);
        match keep_backs(&view.evidence, |anchor| ids.contains(anchor)) {
            Some(kept) => set.render(template, with(Some(kept)), view, &what),
            None => Ok(page),
        }
    }

    /// The page over all rounds: `index.html`, `index.md`, or the index as JSON.
    ///
    /// # Errors
    /// A mistake in a template that shows only with this index.
    pub fn index(&self, index: &Index, format: Format) -> Result<String, Problem> {
        let template = match format {
            Format::Json => return Ok(json::index_json(index)),
            _ => format!("index.{}", format.name()),
        };
        self.set(&template).render(&template, context(index), index, "the index")
    }

    /// The page of a person or a party: `voice.html` or `voice.md`.
    ///
    /// # Errors
    /// A mistake in a template that shows only with this voice.
    pub fn voice(&self, view: &VoiceView, format: Format) -> Result<String, Problem> {
        let template = format!("voice.{}", format.name());
        let VoiceView { voice, context } = view;
        self.set(&template).render(&template, context.clone(), *voice, &format!("the page of {}", voice.id))
    }

    /// The feed of all rounds that have a date: `feed.atom`.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn feed(&self, index: &Index) -> Result<String, Problem> {
        self.html.render("feed.atom", context(index), index, "the feed")
    }

    /// Whether there is a template of this name, the user's or ours.
    #[must_use]
    pub fn has(&self, template: &str) -> bool {
        let sources = &self.set(template).sources;
        ["templates/", "builtin/"].iter().any(|prefix| sources.contains_key(&format!("{prefix}{template}")))
    }

    /// Names of all templates, the user's and ours, sorted.
    #[must_use]
    pub fn templates(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.html.sources.keys().chain(self.md.sources.keys()).map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// The names that a template and what it includes take from the context, sorted.
    ///
    /// # Errors
    /// When there is no such template.
    pub fn variables(&self, template: &str) -> Result<Vec<&str>, Problem> {
        let set = self.set(template);
        let mut names: Vec<&str> = match set.tera.get_template_variables(template) {
            Ok(names) => names.into_iter().collect(),
            Err(error) => return Err(first(problems(&error, &set.sources, None, &[]))),
        };
        names.sort_unstable();
        Ok(names)
    }

    /// The texts that a page of this template may depend on, with their names: those of every template that it names, or that one of these names, and of all components; in a
    /// fixed order, with what was decided for all.
    #[must_use]
    pub fn behind(&self, template: &str) -> Vec<&str> {
        let set = self.set(template);
        let mut names: BTreeSet<&str> = BTreeSet::new();
        let mut waiting: Vec<&str> = set.components.iter().map(String::as_str).chain([template]).collect();
        while let Some(name) = waiting.pop() {
            let texts = set.named(name).map(|(_, text)| text);
            if names.insert(name) {
                waiting.extend(
                    texts.flat_map(|text| set.sources.keys().map(|path| short(path)).filter(|other| text.contains(other))),
                );
            }
        }
        let texts = names.into_iter().flat_map(|name| set.named(name)).flat_map(|(path, text)| [path, text]);
        [set.options.as_str()].into_iter().chain(texts).collect()
    }

    fn set(&self, template: &str) -> &Set {
        if belongs(template, Format::Md) { &self.md } else { &self.html }
    }
}

/// The built-in templates, by path below `templates/`, sorted: to list, show and copy.
#[must_use]
pub fn builtin() -> Vec<(&'static str, &'static str)> {
    let mut all = Vec::new();
    let mut dirs = vec![&BUILTIN];
    while let Some(dir) = dirs.pop() {
        for entry in dir.entries() {
            match entry {
                DirEntry::Dir(dir) => dirs.push(dir),
                DirEntry::File(file) => {
                    let path = file.path().to_str().expect("names of built-in templates are UTF-8");
                    all.push((path, file.contents_utf8().expect("built-in templates are UTF-8")));
                }
            }
        }
    }
    all.sort_unstable();
    all
}

/// The values of all `id` attributes of a page.
fn ids(page: &str) -> FxHashSet<&str> {
    const ID: &str = " id=\"";
    let value = |at: usize| page[at + ID.len()..].split('"').next();
    memmem::find_iter(page.as_bytes(), ID).filter_map(value).collect()
}
