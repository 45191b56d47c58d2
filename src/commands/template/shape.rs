//! The shape of a context: which fields there are, of which type, and what they mean, read from its JSON Schema.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema of a context.
#[derive(Debug)]
pub(super) struct Shape(Value);

/// A part of a context: a place in its schema.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'s> {
    shape: &'s Shape,
    value: &'s Value,
}

impl Shape {
    /// The shape of a type.
    pub(super) fn of<T: JsonSchema>() -> Self {
        Self(SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().into())
    }

    /// The whole context.
    pub(super) fn root(&self) -> Part<'_> {
        Part { shape: self, value: &self.0 }
    }
}

impl<'s> Part<'s> {
    /// The part itself, where its place only points to it or says that it may be null.
    fn resolved(self) -> Self {
        let Self { shape, value } = self;
        if let Some(name) = value["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            return Self { shape, value: &shape.0["definitions"][name] }.resolved();
        }
        let choices = value["anyOf"].as_array().or_else(|| value["allOf"].as_array());
        match choices.and_then(|all| all.iter().find(|one| one["type"] != "null")) {
            Some(value) => Self { shape, value }.resolved(),
            None => self,
        }
    }

    /// Its fields, by name; none for a text, a number or a list.
    pub(super) fn fields(self) -> Vec<(&'s str, Self)> {
        let shape = self.shape;
        let properties = self.resolved().value["properties"].as_object();
        properties.into_iter().flatten().map(|(name, value)| (name.as_str(), Self { shape, value })).collect()
    }

    /// A field of it.
    pub(super) fn field(self, name: &str) -> Option<Self> {
        self.fields().into_iter().find(|(own, _)| *own == name).map(|(_, part)| part)
    }

    /// What its list holds, if it is a list.
    pub(super) fn item(self) -> Option<Self> {
        let value = &self.resolved().value["items"];
        value.is_object().then_some(Self { shape: self.shape, value })
    }

    /// What it means, in one line.
    pub(super) fn meaning(self) -> String {
        let own = self.value["description"].as_str().or_else(|| self.resolved().value["description"].as_str());
        own.unwrap_or_default().replace('\n', " ")
    }

    /// Its type in a word or two.
    pub(super) fn kind(self) -> String {
        if let Some(item) = self.item() {
            return format!("list of {}", item.kind());
        }
        let resolved = self.resolved().value;
        if !self.fields().is_empty() {
            return "map".to_owned();
        }
        if resolved["format"] == "date" {
            return "date".to_owned();
        }
        match &resolved["type"] {
            Value::String(kind) => kind.clone(),
            Value::Array(kinds) => {
                kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or("any").to_owned()
            }
            _ if resolved["oneOf"].is_array() || resolved["enum"].is_array() => "word".to_owned(),
            _ => "any".to_owned(),
        }
    }
}
