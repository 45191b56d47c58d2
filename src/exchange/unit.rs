//! One line for a translator, in whichever format.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::{po, tmx, xliff};
use crate::diagnostic::{Diagnostic, Source};

/// An Arabic text, its English if somebody wrote it, and what helps a translator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Name of the unit, unique in a file.
    pub id: String,
    /// The Arabic.
    pub ar: String,
    /// The English that a person wrote; empty where nobody has.
    pub en: String,
    /// Who wrote it, or empty.
    pub by: String,
    /// The day on which that was.
    pub date: Option<NaiveDate>,
    /// A person's note, or empty.
    pub note: String,
    /// The gloss, or empty.
    pub gloss: String,
    /// Path of the article, or empty.
    pub path: String,
    /// Line in that file, from 1; 0 if it is not known.
    pub line: u32,
}

/// A unit of a file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The unit.
    pub unit: Unit,
    /// True if the file says that its English is not finished.
    pub unsure: bool,
    /// The bytes of the file where it begins.
    pub place: Range<usize>,
}

/// A format for translations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum UnitFormat {
    /// XLIFF 1.2
    Xliff,
    /// TMX 1.4
    Tmx,
    /// PO of gettext
    Po,
}

impl UnitFormat {
    /// The format of a file, by the end of its name.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let (_, end) = path.rsplit_once('.')?;
        match end.to_ascii_lowercase().as_str() {
            "xlf" | "xliff" => Some(Self::Xliff),
            "tmx" => Some(Self::Tmx),
            "po" | "pot" => Some(Self::Po),
            _ => None,
        }
    }
}

/// The text of a file with these units.
#[must_use]
pub fn write_units(units: &[Unit], format: UnitFormat) -> String {
    match format {
        UnitFormat::Xliff => xliff::write(units),
        UnitFormat::Tmx => tmx::write(units),
        UnitFormat::Po => po::write(units),
    }
}

/// The units of a file.
///
/// # Errors
/// What is wrong with the file, at its place.
pub fn read_units(source: &Arc<Source>, format: UnitFormat) -> Result<Vec<Placed>, Box<Diagnostic>> {
    match format {
        UnitFormat::Xliff => xliff::read(source),
        UnitFormat::Tmx => tmx::read(source),
        UnitFormat::Po => po::read(source),
    }
}

/// A language code that is Arabic (`ar`) or English (`en`), with any region.
pub(super) fn is_language(code: Option<&str>, language: &str) -> bool {
    let code = code.unwrap_or_default();
    code.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(language))
        && !code[2..].starts_with(|c: char| c.is_alphanumeric())
}

/// A day at the start of a time such as `2017-02-17T10:00:00Z`, `2017-02-17 10:00+0000` or `20170217T100000Z`.
pub(super) fn day(time: &str) -> Option<NaiveDate> {
    let start = |n: usize| time.get(..n);
    start(10).and_then(|d| d.parse().ok()).or_else(|| NaiveDate::parse_from_str(start(8)?, "%Y%m%d").ok())
}
