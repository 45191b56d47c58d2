//! The extractive summarizer: scores sentences by entity density and position, and chooses.
//!
//! One article: [`score`] weighs every sentence, [`select`] fills the budget. One round: [`content`] says what every sentence tells, [`similar`] folds what was told before,
//! [`cover`] chooses the sentences that together tell the most.

pub mod content;
pub mod cover;
pub mod opening;
pub mod score;
pub mod select;
pub mod similar;
#[cfg(test)]
mod tests;
