//! The Arabic script: folding, tokens, clitics, inflection, sentences. Knows how Arabic is written in newspapers, and nothing of politics.

pub mod clitics;
pub mod fold;
pub mod inflect;
pub mod sentences;
pub mod token;
