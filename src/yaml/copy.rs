//! A copy of a text from which faulty parts are taken out.
//!
//! In: a text and the tree of its places. Out: the same text with blanks where the faulty parts were, and the tree without them. Every
//! byte keeps its place, so that what is found in the copy is found in the source. Never leaves a list or a mapping empty, since that
//! would be a new fault: it takes out the list or mapping instead.

use super::Input;
use super::index::{Content, Entry, Node, Step};
use std::ops::Range;

/// The copy.
pub(super) struct Copy<'a> {
    input: &'a Input<'a>,
    text: String,
    root: Node,
}

impl<'a> Copy<'a> {
    pub(super) fn new(input: &'a Input<'a>, root: Node) -> Self {
        let text = input.text.to_owned();
        Self { input, text, root }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn root(&self) -> &Node {
        &self.root
    }

    /// The byte of the source where a character of the copy begins.
    pub(super) fn byte(&self, char_index: usize) -> usize {
        let at = self.text.char_indices().nth(char_index).map(|(at, _)| at);
        self.input.base + at.unwrap_or(self.text.len())
    }

    /// Takes out the value at the end of some steps, or what it is in if nothing else is in there. Says whether that was possible.
    pub(super) fn take_out(&mut self, mut steps: Vec<Step>) -> bool {
        while let Some(last) = steps.pop() {
            let Some(parent) = self.root.at(&steps) else {
                return false;
            };
            match (&parent.content, &last) {
                (Content::List { items, gone, flow }, Step::Item(number))
                    if items.len() > gone.len() + 1 && !gone.contains(number) =>
                {
                    let Some(range) = self.item_range(&items[*number], *flow) else {
                        return false;
                    };
                    self.blank(range);
                    if let Some(Content::List { gone, .. }) = self.content_mut(&steps) {
                        gone.push(*number);
                        gone.sort_unstable();
                    }
                    return true;
                }
                (Content::Mapping { entries, flow }, Step::Key(key)) => {
                    let left = entries.values().filter(|entry| !entry.gone).count();
                    let Some(entry) = entries.get(key).filter(|entry| !entry.gone) else {
                        return false;
                    };
                    if left > 1 {
                        self.blank(self.entry_range(entry, *flow));
                        if let Some(Content::Mapping { entries, .. }) = self.content_mut(&steps) {
                            entries.entry(key.clone()).and_modify(|entry| entry.gone = true);
                        }
                        return true;
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Takes out an entry that is not in the tree.
    pub(super) fn blank_entry(&mut self, entry: &Entry, flow: bool) {
        self.blank(self.entry_range(entry, flow));
    }

    fn content_mut(&mut self, steps: &[Step]) -> Option<&mut Content> {
        self.root.at_mut(steps).map(|node| &mut node.content)
    }

    fn entry_range(&self, entry: &Entry, flow: bool) -> Range<usize> {
        let mut range = entry.key.start..entry.value.range.end.max(entry.key.end);
        if entry.value.range == entry.key {
            let rest = self.input.rest(range.end);
            let colon = rest.find(':').map_or(0, |colon| colon + 1);
            range.end += colon;
        }
        if flow { self.with_comma(range) } else { range }
    }

    /// Nothing if the dash cannot be found, because of a comment after it.
    fn item_range(&self, item: &Node, flow: bool) -> Option<Range<usize>> {
        if flow {
            return Some(self.with_comma(item.range.clone()));
        }
        let before = self.input.slice(self.input.base..item.range.start).trim_end();
        let dash = before.strip_suffix('-')?.len();
        Some(self.input.base + dash..item.range.end)
    }

    fn with_comma(&self, range: Range<usize>) -> Range<usize> {
        let after = self.input.rest(range.end);
        if let Some(rest) = after.trim_start().strip_prefix(',') {
            return range.start..range.end + after.len() - rest.len();
        }
        let before = self.input.slice(self.input.base..range.start).trim_end();
        match before.strip_suffix(',') {
            Some(before) => self.input.base + before.len()..range.end,
            None => range,
        }
    }

    /// Line ends stay, so that the lines below keep their indentation.
    fn blank(&mut self, range: Range<usize>) {
        let range = range.start - self.input.base..range.end - self.input.base;
        let keep = |byte: u8| {
            if matches!(byte, b'\n' | b'\r') { byte as char } else { ' ' }
        };
        let blanks: String = self.text[range.clone()].bytes().map(keep).collect();
        self.text.replace_range(range, &blanks);
    }
}
