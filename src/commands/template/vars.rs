//! `template vars`: everything a template may use, with its type, its value in a real round, and what it means.

use std::io::Write;
use std::path::Path;

use serde_json::Value;

use super::shape::{Part, Shape};
use crate::brief::context::Brief;
use crate::brief::index::Index;
use crate::commands::build;
use crate::commands::project::Project;
use crate::commands::{Done, Stop};

/// Letters of a value that are shown.
const SHOWN: usize = 40;

/// `mujaz template vars`.
pub(super) fn vars(dir: &Path, round: Option<&str>, index: bool, out: &mut dyn Write) -> Result<Done, Stop> {
    let project = Project::load(dir, None)?;
    let (shape, value) = if index {
        (Shape::of::<Index>(), serde_json::to_value(build::whole_index(&project)?))
    } else {
        (Shape::of::<Brief>(), serde_json::to_value(build::one_brief(&project, round)?))
    };
    let value = value.map_err(|error| Stop::Usage(error.to_string()))?;
    let mut rows = Vec::new();
    tree(shape.root(), &value, "", &mut rows);
    if !index {
        rows.extend(
            [
                ("evidence[]", "map", "each source with its paragraphs and cited sentences, as the evidence section needs them"),
                ("outlets", "map", "what a citation of each source is called, by the source's id"),
                ("page", "string", "the name of the file that the page is for"),
            ]
            .map(|(path, kind, meaning)| [path.to_owned(), kind.to_owned(), String::new(), meaning.to_owned()]),
        );
    }
    for [path, kind, value, meaning] in rows {
        let value = if value.is_empty() { String::new() } else { format!(" = {value}") };
        writeln!(out, "{path}: {kind}{value}")?;
        if !meaning.is_empty() {
            writeln!(out, "    {meaning}")?;
        }
    }
    Ok(Done::default())
}

/// A row for each field, depth first: path, type, value, meaning.
fn tree(part: Part, value: &Value, path: &str, rows: &mut Vec<[String; 4]>) {
    for (name, field) in part.fields() {
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        leaf(field, &value[name], &path, rows);
    }
}

fn leaf(field: Part, value: &Value, path: &str, rows: &mut Vec<[String; 4]>) {
    // A type that holds itself is shown once.
    if path.matches('.').count() > 8 {
        return;
    }
    let shown = match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::Array(items) => format!("{} of them", items.len()),
        Value::String(text) => format!("{:?}", short(text)),
        other => other.to_string(),
    };
    rows.push([path.to_owned(), field.kind(), shown, field.meaning()]);
    match field.item() {
        Some(item) => {
            // The first that says something, so that what is inside has values too.
            let first = value.as_array().and_then(|items| items.iter().max_by_key(|item| (item.to_string().len().min(2000), 0)));
            tree(item, first.unwrap_or(&Value::Null), &format!("{path}[]"), rows);
        }
        None => tree(field, value, path, rows),
    }
}

fn short(text: &str) -> String {
    let line = text.replace('\n', " ");
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
