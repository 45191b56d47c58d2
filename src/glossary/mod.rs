//! The glossary: entries as editors write them, compiled into a lexicon that finds them in text.

pub mod cue;
pub mod edit;
pub mod entries;
pub mod entry;
pub mod frames;
mod glue;
pub mod lexicon;
pub mod lint;
pub mod load;
pub mod matcher;
mod memory;
pub(crate) mod names;
mod packed;
pub mod particle;
pub mod review;
mod sieve;
pub mod sign;
pub mod spelling;
mod trie;
mod words;
