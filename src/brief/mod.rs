//! The brief of one round: the types that templates and JSON see, and how they are assembled.

pub mod assemble;
pub mod cite;
pub mod context;
mod disputes;
mod english;
pub mod index;
mod ledger;
pub mod parts;
mod people;
mod points;
mod positions;
mod sections;
mod sources;
mod speakers;
mod status;
