//! Plain text: everything is the article, in one block that the sentence rules divide.

use super::decode::Encoding;
use super::places::{Builder, Places};
use super::{Block, BlockKind, clean};

/// The text of a body that starts at byte `start` of the source, its block, and its places.
pub(super) fn read(source: &str, start: usize, encoding: Encoding) -> (String, Vec<Block>, Places) {
    let body = &source[start..];
    let (text, places) = if clean::dropped(body).next().is_none() {
        (body.to_owned(), Places::straight(start, encoding))
    } else {
        let mut builder = Builder::default();
        builder.copy(body, start);
        builder.finish(encoding)
    };
    let blocks = one_block(&text).into_iter().collect();
    (text, blocks, places)
}

/// The whole text as one block, without the blanks around it.
pub(super) fn one_block(text: &str) -> Option<Block> {
    let end = text.trim_end().len();
    let start = end - text[..end].trim_start().len();
    (start < end).then_some(Block { start: start as u32, end: end as u32, kind: BlockKind::Text })
}
