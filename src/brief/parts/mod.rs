//! The parts of a brief: lines, statements, facts, sources. See [`super::context::Brief`].

mod facts;
mod line;
mod said;
mod source;

pub use facts::*;
pub use line::*;
pub use said::*;
pub use source::*;
