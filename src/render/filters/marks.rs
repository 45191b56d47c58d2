//! What stands beside a line: its badge, who wrote it, and where it comes from.

use chrono::NaiveDate;
use tera::{Kwargs, TeraResult};

use super::seen::{Cited, Made};
use crate::brief::parts::Badge;
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
pub(super) fn badge(made: Made, format: Block) -> String {
    let (letter, class, meaning) = meaning(made.badge);
    // What is whole needs no number.
    let coverage = made.coverage.filter(|&percent| percent < 100).map(|percent| format!(" {percent}%")).unwrap_or_default();
    match format {
        Block::Page => {
            let covered = made.coverage.map(|percent| format!(" of {percent}% of the words")).unwrap_or_default();
            let rule = made.rule.filter(|r| !r.is_empty());
            let title = rule.map(|r| [r#" title=""#, &escape::html(r), r#"""#].concat()).unwrap_or_default();
            let open = [r#"<span class="badge badge-"#, class, r#"""#, &title, r#"><span aria-hidden="true">"#, letter].concat();
            [&open, &coverage, r#"</span><span class="sr">"#, meaning, &covered, "</span></span>"].concat()
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

/// A citation as a link to its sentence, behind a blank where another link is before it. There are more citations on a page than anything else.
pub(super) fn cite(out: &mut String, cited: &Cited, label: Option<&str>, page: &str, format: Block) {
    if !out.is_empty() {
        out.push(' ');
    }
    let href = [page, "#", &sentence_anchor(cited.source, cited.sentence)].concat();
    let label = label.filter(|label| !label.is_empty()).unwrap_or(cited.source);
    let (open, close) = if direction::is_rtl(label) { (ARABIC_OPEN, CLOSE) } else { ("", "") };
    let (mut sentence, mut line) = (itoa::Buffer::new(), itoa::Buffer::new());
    let (sentence, line) = (sentence.format(cited.sentence), line.format(cited.line));
    match format {
        Block::Page => {
            out.extend([r#"<a class="cite" role="doc-noteref" href=""#, &href, r#"" aria-label="source "#]);
            out.extend([&*escape::html(cited.source), ", sentence ", sentence, ", line ", line, r#"" dir="ltr">"#]);
            out.extend([open, &escape::html(label), close, ":", sentence, "</a>"]);
        }
        Block::InMarkdown => {
            out.extend([r#"<a href=""#, &href, r#"">"#, open, &escape::markdown(label), close, ":", sentence, "</a>"]);
        }
        Block::Markdown => out.extend(["[", open, &escape::markdown(label), close, ":", sentence, "](", &href, ")"]),
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
