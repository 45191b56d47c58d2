//! Which round of which track an article is about: by weighed evidence that is shown, never by counting ordinals.

pub mod assign;
pub mod beside;
pub mod evidence;
mod hits;
pub mod pins;
mod spoken;
pub mod steps;
mod subject;
#[cfg(test)]
mod tests;
pub mod tracks;
