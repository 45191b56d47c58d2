//! Formats of translators' tools: translations as XLIFF 1.2, TMX 1.4 and PO, the glossary as TBX v2 (TBX-Basic), CSV and OmegaT's TSV.
//!
//! In: units or entries, or a file with them. Out: the text of a file, or what it holds, each with its place; or every reason why it cannot be read. What is written is read back
//! without loss. A file is read as data: no entity is expanded but the five of XML, no DTD is fetched, what is nested too deep is refused. Pure: reads no disk.

mod csv;
mod omegat;
mod po;
#[cfg(test)]
mod properties;
mod tbx;
mod terms;
mod tmx;
mod unit;
mod xliff;
mod xml;
pub mod yaml;

pub use terms::{Concept, TermFormat, read_terms, write_terms};
pub use unit::{Placed, Unit, UnitFormat, read_units, write_units};
