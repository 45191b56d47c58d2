//! Which runs of a page are its article: the rules of Firefox's reader view, as the crate `dom_smoothie` has them.
//!
//! It is given the page without anything that could run, with one mark in each run of text, and says which marks are in the article.

use super::page::{Page, Run};
use dom_smoothie::{Config, Readability};

/// Fewer words than this, links not counted, are no article.
const FEWEST: usize = 10;

/// The runs of the article in their order; none if there is no article.
pub(super) fn article<'a>(page: &'a Page, source: &str, title: Option<&str>) -> Vec<&'a Run> {
    let mut head = String::from("<!doctype html><html><head><title>");
    super::text::escape(title.unwrap_or_default(), &mut head);
    let html = format!("{head}</title></head><body>{}</body></html>", page.clean);
    let config = Config { disable_json_ld: true, ..Config::default() };
    let found = Readability::new(html, None, Some(config)).and_then(|mut page| page.parse());
    let runs = found.map(|found| page.marked(&found.text_content)).unwrap_or_default();
    if runs.iter().map(|run| run.words(source)).sum::<usize>() < FEWEST { Vec::new() } else { runs }
}
