//! Types and values in the words of somebody who writes YAML.
//!
//! In: what serde says about Rust types. Out: what the writer of the file would say. Words that are not known are passed on.

use super::Input;
use super::index::{Content, Node, Step};
use super::syntax::clip;

/// How a message calls a value.
pub(super) fn subject(steps: &[Step]) -> String {
    match steps.split_last() {
        None => "the document".to_owned(),
        Some((Step::Key(key), _)) => format!("`{key}`"),
        Some((Step::Item(number), [])) => format!("item {}", number + 1),
        Some((Step::Item(number), list)) => format!("item {} of {}", number + 1, subject(list)),
    }
}

/// What is there.
pub(super) fn found(node: &Node, input: &Input<'_>) -> String {
    match node.content {
        Content::Empty => "nothing".to_owned(),
        Content::Scalar => {
            let text = input.slice(node.range.clone());
            format!("`{}`", clip(text.lines().next().unwrap_or_default()))
        }
        Content::List { .. } => "a list".to_owned(),
        Content::Mapping { .. } => "a mapping".to_owned(),
    }
}

/// What should be there, in the face of what is.
pub(super) fn expected(rust: &str, found: &str) -> String {
    let number = found.trim_matches('`').parse::<i128>().is_ok();
    let words = match rust {
        "u8" if number => "from 0 to 255",
        "u16" if number => "from 0 to 65535",
        "u32" if number => "from 0 to 4294967295",
        "u64" | "usize" if number => "0 or more",
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number",
        "f32" | "f64" => "a number",
        "bool" | "a boolean" => "`true` or `false`",
        "a string" | "str" | "string" | "a borrowed string" | "a character" => "text",
        "a YAML tag starting with '!'" => "a single word",
        "a sequence" | "sequence" => "a list",
        "a map" | "map" => "a mapping",
        other if other.starts_with("struct ") => "a mapping",
        other if other.starts_with("enum ") => "a single word",
        other => other,
    };
    words.to_owned()
}

/// How a value is written that was expected, where its writer may not know.
pub(super) fn how(expected: &str, found: &str, at: Option<&Step>) -> Option<String> {
    let key = match at {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    match expected {
        "a list" if key.is_empty() && found == "a mapping" => {
            Some("begin each entry with `- `, and put its other lines under the first".to_owned())
        }
        "a list" if !key.is_empty() => {
            Some(format!("write `{key}: [{}]`", if found.starts_with('`') { found.trim_matches('`') } else { "…" }))
        }
        "a mapping" if !key.is_empty() => Some(format!("write keys and values, as in `{key}: {{key: value}}`")),
        "a mapping" if at.is_some() => Some("write it as keys and values, the first behind `- `, the others under it".to_owned()),
        "a mapping" => Some("write lines `key: value`".to_owned()),
        "a list" => Some("write each item on a line of its own behind `- `".to_owned()),
        "text" if found.starts_with('`') => Some(in_quotes(found.trim_matches('`'))),
        "text" | "a single word" => Some("write one text, in quotes if it has `:`, `#`, `[` or `{` in it".to_owned()),
        "`true` or `false`" => Some(format!("write `{key}: true` or `{key}: false`")),
        range if range.contains('0') => Some("write a number in this range".to_owned()),
        "a whole number" | "a number" => {
            let example = if key.is_empty() { "12".to_owned() } else { format!("{key}: 12") };
            Some(format!("write digits and nothing else, as in `{example}`"))
        }
        _ => None,
    }
}

/// The text as it is to be written.
pub(super) fn in_quotes(text: &str) -> String {
    match text.contains(['"', '\\']) {
        true => "put it in quotes".to_owned(),
        false => format!("put it in quotes: `\"{}\"`", text.trim_end()),
    }
}

/// The words that stand in backticks.
pub(super) fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}
