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
        Value::String(text) => scalar(text),
        Value::Sequence(items) => format!("[{}]", joined(items.iter().map(flow).collect())),
        Value::Mapping(map) => format!("{{{}}}", joined(map.iter().map(|(k, v)| format!("{}: {}", flow(k), flow(v))).collect())),
        Value::Null => "null".to_owned(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Tagged(tagged) => flow(&tagged.value),
    }
}

/// A text as YAML, in quotes where it needs them.
#[must_use]
pub fn scalar(text: &str) -> String {
    let plain =
        text.chars().all(|c| !c.is_control() && !crate::diagnostic::is_bidi_control(c) && !",[]{}#:\"'`&*!|>%@\\".contains(c))
            && text.trim() == text
            && text.starts_with(|c: char| c.is_alphabetic())
            && !matches!(text.to_ascii_lowercase().as_str(), "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n");
    if plain { text.to_owned() } else { serde_json::to_string(text).unwrap_or_default() }
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
