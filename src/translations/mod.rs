//! Reviewed translations: English that a person wrote or checked for an Arabic sentence, kept in `translations/*.yaml` of a workspace.
//!
//! In: the files, compiled into a [`Memory`]; briefs. Out: the briefs with badge `E` on each line whose Arabic is, folded, that of a translation; for lines that are nearly one, a
//! suggestion that says what differs, and that no page prints; and what an editor should look at. Pure: reads no disk. A translation is never applied to a line that is only like its own.

mod answer;
mod load;
mod memory;
mod near;
mod review;

pub use answer::{Term, fault, terms};
pub use load::{entries, load, refused};
pub use memory::{Memory, Near, Translation};
pub use review::review;
