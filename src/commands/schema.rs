//! `schema`: the JSON Schema of what users write, and of what they read.

use std::io::Write;

use schemars::generate::SchemaSettings;

use super::{Done, Stop};
use crate::brief::context::Brief;
use crate::brief::index::Index;
use crate::cli::SchemaName;
use crate::glossary::entry::Entry;
use crate::round::pins::Pin;
use crate::round::tracks::Track;
use crate::translations::Translation;
use crate::workspace::Config;

/// `mujaz schema`.
pub(super) fn schema(name: SchemaName, out: &mut dyn Write) -> Result<Done, Stop> {
    let generator = SchemaSettings::draft07().into_generator();
    let schema = match name {
        SchemaName::Brief => generator.into_root_schema_for::<Brief>(),
        SchemaName::Index => generator.into_root_schema_for::<Index>(),
        SchemaName::Config => generator.into_root_schema_for::<Config>(),
        SchemaName::Glossary => generator.into_root_schema_for::<Vec<Entry>>(),
        SchemaName::Tracks => generator.into_root_schema_for::<Vec<Track>>(),
        SchemaName::Rounds => generator.into_root_schema_for::<Vec<Pin>>(),
        SchemaName::Translations => generator.into_root_schema_for::<Vec<Translation>>(),
    };
    serde_json::to_writer_pretty(&mut *out, &schema).map_err(std::io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(Done::default())
}
