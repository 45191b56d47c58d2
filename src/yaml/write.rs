//! Values as YAML, the way a person would write them on one line.
//!
//! In: a value of a type with named fields. Out: its fields in the order of the type, each on one line, lists and maps in brackets.

use serde::Serialize;
use serde_yaml::Value;

/// The fields of a value, and each as YAML on one line.
#[must_use]
pub fn fields(value: &impl Serialize) -> Vec<(String, String)> {
    let value = serde_yaml::to_value(value).unwrap_or_default();
    let fields = value.as_mapping().into_iter().flatten();
    fields.map(|(key, value)| (key.as_str().unwrap_or_default().to_owned(), flow(value))).collect()
}

fn flow(value: &Value) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match value {
        Value::String(text) => in_flow(text),
        Value::Sequence(items) => format!("[{}]", joined(items.iter().map(flow).collect())),
        Value::Mapping(map) => format!("{{{}}}", joined(map.iter().map(|(k, v)| format!("{}: {}", flow(k), flow(v))).collect())),
        Value::Null => "null".to_owned(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Tagged(tagged) => flow(&tagged.value),
    }
}

/// A text inside brackets or behind a key, in quotes where it needs them.
fn in_flow(text: &str) -> String {
    let unseen = |c| crate::diagnostic::is_bidi_control(c) || ",[]{}#:\"'`&*!>%@\\".contains(c);
    if text.contains(unseen) { quoted(text) } else { scalar(text) }
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
        // Other readers of YAML still take these for true and false.
        && !["yes", "no", "on", "off", "y", "n"].contains(&text.to_ascii_lowercase().as_str())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_yaml_would_misread_are_quoted() {
        for text in ["", "no", "12", "a: b", "- a", " a", "قال: نعم", "#a", "[a", "a\nb", "2017-02-16", "\u{200f}a"] {
            let value: String = serde_yaml::from_str(&scalar(text)).unwrap();
            assert_eq!(value, text);
        }
        assert_eq!(scalar("ألكسندر لافرينتييف"), "ألكسندر لافرينتييف");
    }
}
