//! What stands beside a line: its badge, who wrote it, and where it comes from.

use chrono::NaiveDate;
use tera::{Kwargs, TeraResult};

use crate::brief::parts::{Badge, Citation, English};
use crate::render::date::{self, Precision};
use crate::render::direction::{self, ARABIC_OPEN, CLOSE};
use crate::render::evidence::sentence_anchor;
use crate::render::{Format, escape};

/// Letter, class and meaning of a badge. The letter is part of the contract; the class gives the shape that keeps it apart without colour.
fn meaning(badge: Badge) -> (&'static str, &'static str, &'static str) {
    match badge {
        Badge::V => ("V", "v", "verbatim Arabic"),
        Badge::G => ("G", "g", "gloss"),
        Badge::R => ("R", "r", "derived by rule"),
        Badge::E => ("E", "e", "written or reviewed by a person"),
        Badge::M => ("M", "m", "machine translation"),
        Badge::None => ("∅", "none", "nothing found by rule"),
    }
}

/// The badge of a line.
pub(super) fn badge(en: &English, format: Block) -> String {
    let (letter, class, meaning) = meaning(en.badge);
    // What is whole needs no number.
    let coverage = en.coverage.filter(|&percent| percent < 100).map(|percent| format!(" {percent}%")).unwrap_or_default();
    match format {
        Block::Page => {
            let covered = en.coverage.map(|percent| format!(" of {percent}% of the words")).unwrap_or_default();
            let rule = en.rule.as_deref().filter(|r| !r.is_empty());
            let title = rule.map(|r| format!(r#" title="{}""#, escape::html(r))).unwrap_or_default();
            format!(
                r#"<span class="badge badge-{class}"{title}><span aria-hidden="true">{letter}{coverage}</span><span class="sr">{meaning}{covered}</span></span>"#
            )
        }
        Block::Markdown => format!("`{letter}{coverage}`"),
        Block::InMarkdown => format!("<code>{letter}{coverage}</code>"),
    }
}

/// Who wrote a line, and when, behind its badge. `by` is ready for the page.
pub(super) fn reviewer(by: Option<&str>, date: Option<NaiveDate>, format: Block) -> String {
    let Some(by) = by else { return String::new() };
    let date = date.map(|day| format!(", {}", date::english(day, Precision::Day))).unwrap_or_default();
    match format {
        Block::Page => format!(r#" <span class="tag">{by}{date}</span>"#),
        Block::Markdown | Block::InMarkdown => format!(" ({by}{date})"),
    }
}

/// A citation as a link to its sentence.
pub(super) fn cite(citation: &Citation, label: Option<&str>, page: &str, format: Block) -> String {
    let href = [page, "#", &sentence_anchor(&citation.source, citation.sentence)].concat();
    let (source, sentence) = (&citation.source, citation.sentence.to_string());
    let label = label.filter(|label| !label.is_empty()).unwrap_or(source);
    let run = |escaped: String| if direction::is_rtl(label) { format!("{ARABIC_OPEN}{escaped}{CLOSE}") } else { escaped };
    // There are more citations on a page than anything else: they are put together without a formatter.
    match format {
        Block::Page => {
            let (source, label) = (escape::html(source), run(escape::html(label)));
            let line = citation.line.to_string();
            let open = [r#"<a class="cite" role="doc-noteref" href=""#, &href, r#"" aria-label="source "#, &source].concat();
            let name = [", sentence ", &sentence, ", line ", &line, r#"" dir="ltr">"#].concat();
            [&open, &name, &label, ":", &sentence, "</a>"].concat()
        }
        Block::InMarkdown => [r#"<a href=""#, &href, r#"">"#, &run(escape::markdown(label)), ":", &sentence, "</a>"].concat(),
        Block::Markdown => ["[", &run(escape::markdown(label)), ":", &sentence, "](", &href, ")"].concat(),
    }
}

/// What a filter that makes markup writes it in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// A page of HTML, with its style sheet.
    Page,
    /// Markdown.
    Markdown,
    /// An HTML block in Markdown, where Markdown is not read and hosts take classes away.
    InMarkdown,
}

/// What a filter writes in, by the format of the page and its argument `html`.
pub(super) fn in_block(format: Format, kw: &Kwargs) -> TeraResult<Block> {
    Ok(match (format, kw.get::<bool>("html")?.unwrap_or(false)) {
        (Format::Md, false) => Block::Markdown,
        (Format::Md, true) => Block::InMarkdown,
        _ => Block::Page,
    })
}
