//! The brief of one round: the types that templates and JSON see, and how they are assembled.

pub mod assemble;
mod capacity;
mod changes;
pub mod cite;
pub mod context;
pub mod diff;
mod disputes;
mod english;
mod events;
mod figures;
mod gaps;
pub mod index;
mod key;
mod ledger;
pub mod lines;
pub mod parts;
mod people;
pub(crate) mod points;
mod positions;
mod sections;
mod sources;
mod speakers;
mod status;
mod subject;
mod timeline;
pub mod voices;
