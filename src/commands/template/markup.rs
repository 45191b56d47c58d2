//! Texts of the context that a template lets through as markup: found by rendering a brief whose texts are markup.

use serde_json::Value;

use crate::brief::context::Brief;
use crate::brief::index::LeftOut;
use crate::commands::Stop;
use crate::commands::pages;
use crate::commands::project::Project;
use crate::diagnostic::{Code, Diagnostic, Source};
use crate::render::{Engine, Format};

/// The keys under which the context has texts that come from articles, glossaries and editors.
const TEXTS: [&str; 6] = ["ar", "en", "text", "title", "outlet", "name"];
/// What stands at the end of each text, before the name of its field and `">`.
const MARK: &str = "<i title=\"mujaz ";

/// A warning for each field that stands on a page as markup, and each template that lets it.
pub(super) fn unescaped(brief: &Brief, engine: &Engine, project: &Project) -> Result<Vec<Diagnostic>, Stop> {
    let failed = |error: serde_json::Error| Stop::Usage(error.to_string());
    let mut value = serde_json::to_value(brief).map_err(failed)?;
    mark(&mut value, "");
    let marked: Brief = serde_json::from_value(value).map_err(failed)?;
    let mut found: Vec<(String, String)> = Vec::new();
    for (page, template) in
        pages::with_templates(engine, &[marked], &LeftOut::default(), &[Format::Md, Format::Html], &project.workspace.config)?
    {
        let text = String::from_utf8_lossy(&page.bytes);
        for rest in text.split(MARK).skip(1) {
            let field = rest.split('"').next().unwrap_or_default().to_owned();
            if !found.contains(&(template.clone(), field.clone())) {
                found.push((template.clone(), field));
            }
        }
    }
    Ok(found.into_iter().map(|(template, field)| warning(&template, &field, project)).collect())
}

/// Puts the mark behind every text.
fn mark(value: &mut Value, path: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| mark(item, &format!("{path}[]"))),
        Value::Object(map) => {
            for (key, field) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match field {
                    Value::String(text) if TEXTS.contains(&key.as_str()) => text.push_str(&format!(" {MARK}{path}\">")),
                    other => mark(other, &path),
                }
            }
        }
        _ => {}
    }
}

/// The warning, at a place of the workspace's templates where something is said to be safe, if there is one.
fn warning(template: &str, field: &str, project: &Project) -> Diagnostic {
    let message = format!("`{field}` stands on the page as markup");
    let warning = Diagnostic::warning(Code::PageMarkup, message).note(format!("the page is made by {template}"));
    let warning =
        warning.hint("take `| safe` out: what is printed is escaped by itself, and `| markdown` reads what may be Markdown");
    let name = field.rsplit('.').next().unwrap_or(field);
    let safe = |text: &str| -> Option<std::ops::Range<usize>> {
        let all = || text.match_indices("{{").filter_map(|(at, _)| Some(at..at + text[at..].find("}}")? + 2));
        let safe = || all().filter(|range| text[range.clone()].contains("safe"));
        safe().find(|range| text[range.clone()].contains(&format!(".{name}"))).or_else(|| safe().next())
    };
    let own = &project.workspace.templates;
    let first = own.iter().filter(|(path, _)| path.ends_with(&format!("/{template}")));
    for (path, text) in first.chain(own) {
        let text = text.trim_start_matches('\u{feff}');
        if let Some(range) = safe(text) {
            return warning.at(Source::new(path.as_str(), text).span(range));
        }
    }
    warning.in_file(format!("templates/{template}"))
}
