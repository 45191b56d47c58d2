//! A reading and what stands around it.

use crate::english::memory::Readings;
use crate::english::node::{Node, Pos};

/// True inside quotation marks.
pub(super) fn quoting(before: &[Node]) -> bool {
    before.iter().filter(|n| n.quote()).count() % 2 == 1
}

pub(super) fn nominal_follows(next: Option<&[Node]>) -> bool {
    next.is_some_and(|l| l.iter().any(|n| (n.nominal() || n.prep.is_some() || n.pos == Pos::Prep) && !n.and))
}

pub(super) fn nominal_behind_bare(next: Option<&[Node]>) -> bool {
    next.is_some_and(|l| l.iter().any(Node::ungoverned))
}

/// A reading and what stands around it.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) c: &'a Node,
    pub(super) before: &'a [Node],
    pub(super) behind: &'a [Readings],
    /// The node before it; a quotation mark is no neighbour.
    pub(super) prev: Option<&'a Node>,
    /// The readings of the word behind it.
    pub(super) next: Option<&'a [Node]>,
    /// True where a clause opens.
    pub(super) start: bool,
}
