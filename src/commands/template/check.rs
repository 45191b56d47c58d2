//! `template check`: every template rendered with every round, with a round of which nothing is known and with one of which far too much is; what is wrong on these
//! pages as readers would see them; and names that no context has.

use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::markup;
use super::names::{Wrong, wrong};
use super::shape::Shape;
use crate::brief::context::Brief;
use crate::brief::index::Index;
use crate::commands::project::Project;
use crate::commands::{Done, Stop, broken, build, count};
use crate::diagnostic::{Code, Diagnostic, Source, did_you_mean};
use crate::render::Engine;
use crate::render::engine::COMPUTED;

/// So many of each list has the brief of which too much is known, if they are short;
const MANY: usize = 200;
/// of long ones, such as whole articles, so many bytes are enough, and twice what there was.
const MUCH: usize = 100_000;

/// `mujaz template check`.
pub(super) fn check(dir: &Path) -> Result<Done, Stop> {
    let project = Project::load(dir, None)?;
    let engine = build::engine(&project.workspace)?;
    let mut briefs = build::all_briefs(&project)?;
    let rounds = briefs.len();
    let named = briefs.first().cloned();
    if let Some(first) = briefs.first().cloned() {
        briefs.extend([changed(&first, empty, "empty")?, changed(&first, many, "huge")?]);
    }
    let mut warnings = unknown_names(&engine, &project)?;
    let pages = match build::trial(&engine, &briefs, &project) {
        Ok((pages, faults)) => {
            warnings.extend(faults);
            pages
        }
        // A page cannot be read that is not there; a name that stopped one is told with the page that it stopped.
        Err(Stop::Content(errors)) => {
            warnings.retain(|warning| !errors.iter().any(|error| same_place(warning, error)));
            warnings.extend(errors);
            return Err(Stop::Content(warnings));
        }
        Err(stop) => return Err(stop),
    };
    if let Some(brief) = named {
        warnings.extend(markup::unescaped(&brief, &engine, &project)?);
    }
    let templates = count(project.workspace.templates.len(), "template");
    let [pages, rounds, found] =
        [(pages, "page"), (rounds, "round"), (warnings.len(), "warning")].map(|(n, what)| count(n, what));
    let summary = format!("{templates} of the workspace, {pages} of {rounds}, an empty and a huge one: {found}\n");
    Ok(Done { warnings, summary, ..Done::default() })
}

fn same_place(one: &Diagnostic, other: &Diagnostic) -> bool {
    let place = |d: &Diagnostic| d.span.as_ref().map(|span| (span.source.path.clone(), span.range.start));
    place(one).is_some() && place(one) == place(other)
}

/// A brief with all its lists changed.
fn changed<T: Serialize + DeserializeOwned>(brief: &T, change: fn(&mut Value), id: &str) -> Result<T, Stop> {
    let failed = |error: serde_json::Error| Stop::Usage(error.to_string());
    let mut value = serde_json::to_value(brief).map_err(failed)?;
    for field in value.as_object_mut().into_iter().flat_map(|map| map.values_mut()) {
        change(field);
    }
    value["round"]["id"] = Value::from(id);
    serde_json::from_value(value).map_err(failed)
}

/// Nothing is known: lists are empty.
fn empty(field: &mut Value) {
    match field {
        Value::Array(items) => items.clear(),
        Value::Object(map) => map.values_mut().for_each(empty),
        _ => {}
    }
}

/// Far too much is known.
fn many(field: &mut Value) {
    if let Value::Array(items) = field
        && !items.is_empty()
    {
        let size = items.iter().map(|item| item.to_string().len()).sum::<usize>() / items.len();
        let number = MANY.min((MUCH / size.max(1)).max(2 * items.len()));
        *items = items.iter().cloned().cycle().take(number).collect();
    }
}

/// Warnings about names that the context of a page does not have.
fn unknown_names(engine: &Engine, project: &Project) -> Result<Vec<Diagnostic>, Stop> {
    let mut out = of_context::<Brief>("brief", &COMPUTED, engine, project)?;
    out.extend(of_context::<Index>("index", &[], engine, project)?);
    Ok(out)
}

fn of_context<T: JsonSchema>(page: &str, computed: &[&str], engine: &Engine, project: &Project) -> Result<Vec<Diagnostic>, Stop> {
    let shape = Shape::of::<T>();
    let mut out = Vec::new();
    for (path, text) in &project.workspace.templates {
        let name = path.strip_prefix("templates/").unwrap_or(path);
        let extends = |base: &str| text.contains(&format!("\"{base}")) || text.contains(&format!("\"builtin/{base}"));
        if !(name.starts_with(page) || (text.contains("{% extends") && extends(page))) {
            continue;
        }
        let free = engine.variables(path).map_err(|problem| Stop::Content(broken::one(&problem)))?;
        let source = Source::new(path.as_str(), text.trim_start_matches('\u{feff}'));
        out.extend(wrong(&source.text, shape.root(), computed, &free).into_iter().map(|found| {
            let Wrong { range, of, right } = found;
            let name = &source.text[range.clone()];
            let message = if of.is_empty() {
                format!("there is no `{name}` in the context of `{page}` pages")
            } else {
                format!("there is no `{name}` in `{of}`")
            };
            let near = did_you_mean(name, right.iter().map(String::as_str));
            let hint = near.map_or_else(
                || format!("there are: {}; `mujaz template vars` tells what they are", right.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            Diagnostic::warning(Code::TemplateVariable, message).at(source.span(range)).hint(hint)
        }));
    }
    Ok(out)
}
