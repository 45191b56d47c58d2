//! The extractive summarizer: scores sentences by entity density and position, and chooses.

pub mod score;
pub mod select;
pub mod similar;
