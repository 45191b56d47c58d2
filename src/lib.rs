//! Turns folders of Arabic news articles about rounds of talks into cited, bilingual briefing notes.

pub mod diagnostic;
pub mod publish;
pub mod yaml;
