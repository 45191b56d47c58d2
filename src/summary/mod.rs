//! The extractive summarizer: scores sentences by entity density and position, and chooses.

pub mod content;
pub mod opening;
pub mod score;
pub mod select;
