//! `diff`: what changed between two published briefs.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{Done, Stop};
use crate::brief::context::Brief;
use crate::brief::diff::Diff;
use crate::cli::DiffFormat;

/// `mujaz diff`.
pub(super) fn diff(old: &Path, new: &Path, format: DiffFormat, out: &mut dyn Write) -> Result<Done, Stop> {
    let diff = Diff::new(&read(old)?, &read(new)?);
    match format {
        DiffFormat::Md => out.write_all(diff.markdown().as_bytes())?,
        DiffFormat::Json => {
            let json = serde_json::to_string_pretty(&diff).map_err(|e| Stop::Usage(e.to_string()))?;
            writeln!(out, "{json}")?;
        }
    }
    Ok(Done { differs: !diff.is_empty(), ..Done::default() })
}

fn read(file: &Path) -> Result<Brief, Stop> {
    let text = fs::read_to_string(file).map_err(|e| Stop::Usage(format!("cannot read {}: {e}", file.display())))?;
    serde_json::from_str(&text)
        .map_err(|e| Stop::Usage(format!("{}: {e}; it must be the JSON of a brief, such as out/astana-2.json", file.display())))
}
