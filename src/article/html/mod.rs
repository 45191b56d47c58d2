//! HTML: a page as it was saved from the web, of which only the article is read.
//!
//! Three steps. [`walk`] cuts the page into its runs of text ([`page`]), each with its place in the file, and leaves out what no reader sees as text: scripts, styles, hidden
//! elements, struck text, captions. [`choose`] says which runs are the article, and not the page around it. [`meta`] reads what the head states: title, day, outlet,
//! address. Places lead to bytes of the page, as they do in Markdown: the text of an article is put together from pieces of its file. What is left of the page's
//! furniture in the article, such as share buttons, is known by its line, in [`crate::arabic::sentences`].

mod choose;
mod meta;
mod page;
#[cfg(test)]
mod tests;
mod text;
mod walk;

use super::decode::Encoding;
use super::places::Builder;
use super::{Block, Parts};
use crate::diagnostic::{Code, Diagnostic, Source};
use std::sync::Arc;

/// A page with more bytes than this is none that a newspaper made.
const MAX_PAGE: usize = 8 << 20;

/// What a page states about its article, the article's text, its blocks, and its places.
///
/// # Errors
/// The page is too large, or there is no article in it; the second is a warning.
pub(super) fn read(source: &Arc<Source>, encoding: Encoding) -> Result<Parts, Vec<Diagnostic>> {
    let text = source.text.as_str();
    if text.len() > MAX_PAGE {
        let message = format!("the page has {} MB; a page has {} MB at most", text.len().div_ceil(1 << 20), MAX_PAGE >> 20);
        return Err(vec![refused(source, Code::ArticleTooLarge, message)]);
    }
    let Some(page) = page::Page::of(text) else {
        let message = format!("the page has more than {} elements and runs of text", walk::MOST);
        return Err(vec![refused(source, Code::ArticleTooLarge, message)]);
    };
    let meta = meta::read(&page.head, &page.headings(text));
    let (mut builder, mut blocks) = (Builder::default(), Vec::new());
    for run in choose::article(&page, text, meta.title.as_deref()) {
        let first = run.pieces.first().map_or(0, |piece| piece.place.start);
        if !blocks.is_empty() {
            builder.add("\n\n", first..first);
        }
        let start = builder.text.len();
        for piece in &run.pieces {
            match &piece.text {
                None => builder.copy(&text[piece.place.clone()], piece.place.start),
                Some(other) => builder.add(&super::clean::cleaned(other), piece.place.clone()),
            }
        }
        let written = &builder.text[start..];
        let end = start + written.trim_end().len();
        let start = start + (written.len() - written.trim_start().len());
        if start < end {
            blocks.push(Block { start: start as u32, end: end as u32, kind: run.kind });
        }
    }
    if blocks.is_empty() {
        let message = "no article was found in the page, left out".to_owned();
        let hint = "save the article's text as `.txt` or `.md`, or remove the page from the articles";
        return Err(vec![Diagnostic::warning(Code::ArticleHtml, message).in_file(source.path.as_str()).hint(hint)]);
    }
    let (text, places) = builder.finish(encoding);
    Ok((meta, text, blocks, places))
}

fn refused(source: &Arc<Source>, code: Code, message: String) -> Diagnostic {
    let hint = "save the article's text as `.txt` or `.md`";
    Diagnostic::error(code, message).in_file(source.path.as_str()).hint(hint)
}
