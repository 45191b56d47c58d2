//! The brief of one round: the types that templates and JSON see, and how they are assembled.

pub mod context;
pub mod index;
pub mod parts;
