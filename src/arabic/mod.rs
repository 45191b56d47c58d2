//! The Arabic script: folding, tokens, clitics, sentences, numbers. Knows how Arabic is written in newspapers, and nothing of politics.

pub mod fold;
pub mod sentences;
pub mod token;
