//! English for an Arabic sentence, by rule and with no model: shallow transfer that never misleads.
//!
//! In: a range of a text, the glossary's mentions in it. Out: a [`Gloss`]: one line of English built from the glossary and the general lexicon, with the share of the content words that
//! are in it and the rules that made it. What is not known shows as `…`, a romanised name has an asterisk. The order is: read the words (`read`), put noun phrases into English order
//! (`np`), move them as a whole (`clause`), check the negations (`check`). Polarity, modality and attribution outrank fluency.

mod adjectives;
mod among;
mod answers;
mod apposition;
mod articles;
mod belonging;
mod check;
mod choose;
mod clause;
mod clock;
mod complement;
mod conditions;
mod counted;
mod dates;
mod days;
mod deed_of;
mod doubt;
mod elative;
pub mod expand;
pub mod generate;
mod gloss;
mod government;
mod idafa;
mod idioms;
mod in_full;
mod infinitive;
mod labels;
pub mod lexicon;
mod manner;
mod memory;
mod merge;
pub mod names;
mod negatives;
mod node;
mod np;
mod numbers;
mod persons;
mod phrase;
mod phrases;
mod portfolios;
mod ranges;
mod read;
mod reading;
mod recast;
mod reflexive;
mod romanise;
mod settled;
mod shares;
mod skeleton;
mod slots;
mod spelling;
mod subject;
#[cfg(test)]
mod tests;
mod totals;
mod verb;
mod wholes;
mod word;
mod writer;
mod written;

pub use articles::takes_the;
pub use check::negating;
pub use gloss::{Ask, Gloss, LeftOut, Read, Said, gloss, gloss_of, plain, read as read_sentence};
pub use memory::Reader;
pub use numbers::grouped;
