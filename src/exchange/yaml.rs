//! Translations as the YAML of a workspace, to be put behind what a file holds.

use crate::translations::Translation;
use crate::yaml::scalar;

/// One translation, as a list item of its file.
#[must_use]
pub fn translation(t: &Translation) -> String {
    let mut out = format!("- ar: {}\n  en: {}\n  by: {}\n  date: {}\n", scalar(&t.ar), scalar(&t.en), scalar(&t.by), t.date);
    if let Some(note) = &t.note {
        out.push_str(&format!("  note: {}\n", scalar(note)));
    }
    out
}
