//! mujaz turns a folder of Arabic news articles about rounds of talks into cited, bilingual briefing notes, one per round.
//!
//! The program is one chain of types: `Article` → `Analysis` → `Round` → `Brief` → pages → files.

pub mod analysis;
pub mod arabic;
pub mod article;
pub mod brief;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod english;
pub mod exchange;
pub mod glossary;
pub mod publish;
pub mod render;
pub mod round;
pub mod summary;
pub mod translations;
pub mod workspace;
pub mod yaml;
