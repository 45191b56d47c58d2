//! Plain text: everything is the article, in one block that the sentence rules divide.

use super::clean;
use super::decode::Decoded;
use super::places::{Builder, Places};
use super::{Article, Block, BlockKind, Meta};
use crate::diagnostic::Diagnostic;

/// Reads a plain text.
pub(super) fn read(id: &str, file: Decoded) -> Result<Article, Vec<Diagnostic>> {
    let meta = Meta::default();
    let all = &file.source.text;
    let start = if all.starts_with('\u{feff}') { 3 } else { 0 };
    let body = &all[start..];
    let (text, places) = if clean::dropped(body).next().is_none() {
        (body.to_owned(), Places::straight(start, file.encoding))
    } else {
        let mut builder = Builder::default();
        builder.copy(body, start);
        builder.finish(file.encoding)
    };
    Ok(Article {
        id: id.to_owned(),
        path: file.source.path.clone(),
        meta,
        blocks: one_block(&text).into_iter().collect(),
        text,
        source: file.source,
        places,
    })
}

/// The whole text as one block, without the blanks around it.
pub(super) fn one_block(text: &str) -> Option<Block> {
    let end = text.trim_end().len();
    let start = end - text[..end].trim_start().len();
    (start < end).then_some(Block {
        start: start as u32,
        end: end as u32,
        kind: BlockKind::Text,
    })
}
