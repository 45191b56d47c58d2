//! mujaz turns a folder of Arabic news articles about rounds of talks into bilingual briefing notes, one per round.
//!
//! The program is one chain of types: `Article` → `Analysis` → `Round` → `Brief` → pages → files.

pub mod arabic;
pub mod article;
pub mod brief;
pub mod diagnostic;
pub mod workspace;
pub mod yaml;
