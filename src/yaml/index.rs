//! The places of a document's parts.
//!
//! In: the tree that the scan has built. Out: the place of any key or value, by its path (`summary.weights.position`, `[3].ar[0]`).
//! Keeps no values: those are in the typed document.

use crate::diagnostic::{Source, Span};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The places of a document's parts.
#[derive(Clone, Debug)]
pub struct Index {
    source: Arc<Source>,
    root: Option<Node>,
}

impl Index {
    pub(super) fn new(source: Arc<Source>, root: Option<Node>) -> Self {
        Self { source, root }
    }

    /// The document.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The place of a value. An empty value is where its key is. The empty path is the whole document.
    ///
    /// A path is keys with dots between them and numbers of list items, from 0, in brackets: `entries[2].en`. A key that itself holds a
    /// dot or a bracket is found as it is.
    pub fn span(&self, path: &str) -> Option<Span> {
        let (node, _) = self.root.as_ref()?.find(path)?;
        Some(self.source.span(node.range.clone()))
    }

    /// The place of the key that a path ends with; nothing for a list item.
    pub fn key_span(&self, path: &str) -> Option<Span> {
        let root = self.root.as_ref()?;
        let (_, steps) = root.find(path)?;
        let (last, parents) = steps.split_last()?;
        let entry = root.at(parents)?.entry(last)?;
        Some(self.source.span(entry.key.clone()))
    }
}

/// A value, with what is inside it.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The bytes of the source.
    pub(super) range: Range<usize>,
    pub(super) content: Content,
}

#[derive(Clone, Debug)]
pub(super) enum Content {
    /// A key without a value, or `null`.
    Empty,
    Scalar,
    List {
        items: Vec<Node>,
        /// The numbers of those that were taken out of the text to look for further problems, in order. Paths count without them.
        gone: Vec<usize>,
        flow: bool,
    },
    Mapping {
        entries: BTreeMap<String, Entry>,
        flow: bool,
    },
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: Range<usize>,
    pub(super) value: Node,
    /// Whether it was taken out of the text to look for further problems.
    pub(super) gone: bool,
}

/// One step from a value to a value inside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Key(String),
    Item(usize),
}

impl Node {
    /// The value at the end of a path, and the way there.
    pub(super) fn find(&self, path: &str) -> Option<(&Self, Vec<Step>)> {
        let mut steps = Vec::new();
        let node = self.walk(path, &mut steps)?;
        steps.reverse();
        Some((node, steps))
    }

    /// Leaves the steps in `steps`, last first.
    fn walk(&self, path: &str, steps: &mut Vec<Step>) -> Option<&Self> {
        let path = path.strip_prefix('.').unwrap_or(path);
        if path.is_empty() {
            return Some(self);
        }
        match &self.content {
            Content::Empty | Content::Scalar => None,
            Content::List { items, gone, .. } => {
                let (number, rest) = path.strip_prefix('[')?.split_once(']')?;
                let number = gone
                    .iter()
                    .fold(number.parse().ok()?, |number: usize, gone| number.saturating_add(usize::from(*gone <= number)));
                let found = items.get(number)?.walk(rest, steps)?;
                steps.push(Step::Item(number));
                Some(found)
            }
            Content::Mapping { entries, .. } => {
                // A key may hold dots and brackets: every end that it could have is tried.
                let ends = path.match_indices(['.', '[']).map(|(at, _)| at);
                ends.chain([path.len()]).find_map(|end| {
                    let (key, rest) = path.split_at(end);
                    let found = entries.get(key)?.value.walk(rest, steps)?;
                    steps.push(Step::Key(key.to_owned()));
                    Some(found)
                })
            }
        }
    }

    /// The value at the end of some steps.
    pub(super) fn at(&self, steps: &[Step]) -> Option<&Self> {
        steps.iter().try_fold(self, |node, step| match step {
            Step::Key(_) => node.entry(step).map(|entry| &entry.value),
            Step::Item(number) => match &node.content {
                Content::List { items, .. } => items.get(*number),
                _ => None,
            },
        })
    }

    /// As [`Node::at`].
    pub(super) fn at_mut(&mut self, steps: &[Step]) -> Option<&mut Self> {
        steps.iter().try_fold(self, |node, step| match (&mut node.content, step) {
            (Content::Mapping { entries, .. }, Step::Key(key)) => entries.get_mut(key).map(|entry| &mut entry.value),
            (Content::List { items, .. }, Step::Item(number)) => items.get_mut(*number),
            _ => None,
        })
    }

    /// The entry one step away.
    pub(super) fn entry(&self, step: &Step) -> Option<&Entry> {
        match (&self.content, step) {
            (Content::Mapping { entries, .. }, Step::Key(key)) => entries.get(key),
            _ => None,
        }
    }

    /// The way to the smallest value that holds a byte.
    pub(super) fn steps_to(&self, byte: usize) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut node = self;
        loop {
            let holds = |range: &Range<usize>| range.contains(&byte);
            let next = match &node.content {
                Content::Empty | Content::Scalar => None,
                Content::List { items, .. } => {
                    let number = items.iter().position(|item| holds(&item.range));
                    number.map(|number| (Step::Item(number), &items[number]))
                }
                Content::Mapping { entries, .. } => entries
                    .iter()
                    .find(|(_, entry)| holds(&entry.value.range))
                    .map(|(key, entry)| (Step::Key(key.clone()), &entry.value)),
            };
            let Some((step, inner)) = next else {
                return steps;
            };
            steps.push(step);
            node = inner;
        }
    }
}
