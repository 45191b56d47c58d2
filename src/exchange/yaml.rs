//! Translations and entries as the YAML of a workspace, to be put behind what a file holds.

use serde_yaml::Value;

use crate::glossary::entry::Entry;
use crate::translations::Translation;

/// One translation, as a list item of its file.
#[must_use]
pub fn translation(t: &Translation) -> String {
    let mut out = format!("- ar: {}\n  en: {}\n  by: {}\n  date: {}\n", scalar(&t.ar), scalar(&t.en), scalar(&t.by), t.date);
    if let Some(note) = &t.note {
        out.push_str(&format!("  note: {}\n", scalar(note)));
    }
    out
}

/// One entry of the glossary, as a list item of its file.
#[must_use]
pub fn entry(entry: &Entry) -> String {
    let Ok(Value::Mapping(map)) = serde_yaml::to_value(entry) else { return String::new() };
    let mut out = String::new();
    for (key, value) in map {
        let value = match value {
            // English that is one text is written as one.
            Value::Mapping(en) if key == "en" && en.len() == 1 => en.into_iter().map(|(_, v)| v).next().unwrap_or_default(),
            value => value,
        };
        let start = if out.is_empty() { "- " } else { "  " };
        out.push_str(&format!("{start}{}: {}\n", key.as_str().unwrap_or_default(), flow(&value)));
    }
    out
}

/// A value on one line.
fn flow(value: &Value) -> String {
    match value {
        Value::String(text) => in_flow(text),
        Value::Sequence(list) => format!("[{}]", list.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Mapping(map) => {
            let pairs = map.iter().map(|(k, v)| format!("{}: {}", k.as_str().unwrap_or_default(), flow(v)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
        Value::Null => "null".to_owned(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Tagged(tagged) => flow(&tagged.value),
    }
}

/// A text inside brackets or behind a key.
fn in_flow(text: &str) -> String {
    if text.contains([',', '[', ']', '{', '}', ':']) { quoted(text) } else { scalar(text) }
}

/// A text behind a key of a block: as it is, where YAML reads it so, else in quotation marks.
#[must_use]
pub fn scalar(text: &str) -> String {
    let plain = text.starts_with(char::is_alphabetic)
        && text.trim() == text
        && !text.contains(['\n', '\t', '#'])
        && !text.contains(": ")
        && !text.ends_with(':')
        && text.chars().all(|c| !special(c))
        && serde_yaml::from_str::<Value>(text).is_ok_and(|v| v.as_str() == Some(text));
    if plain { text.to_owned() } else { quoted(text) }
}

/// Characters that YAML does not print, or that nobody can see.
fn special(c: char) -> bool {
    c.is_control() || matches!(c, '\u{85}' | '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if special(c) => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
