//! Faults of finished pages: what a reader's browser would show wrong, whoever wrote the template.
//!
//! In: pages as they would be written, HTML and Markdown, and the user's templates. Out: warnings, each at the place in the user's template
//! where the faulty text stands, or else at its place in the page with the name of the template. Found are: Arabic without `dir="rtl"` and `lang`
//! of its own, characters that steer the direction, ranges of digits that turn around, pictures without a text alternative, links that lead
//! nowhere, ids that stand twice.

mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Source};

use super::UserTemplate;
use walk::Walk;

/// How many faults of one kind are told of one page.
const TOLD: usize = 3;

/// A page as it would be written.
#[derive(Clone, Copy, Debug)]
pub struct Finished<'a> {
    /// Path below the output folder.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The template it is made by, short (`brief.html`).
    pub template: &'a str,
}

/// What is wrong at one place of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    code: Code,
    message: String,
    hint: &'static str,
    range: Range<usize>,
    /// The text to look for in the user's templates.
    text: String,
}

/// Finds the faults of these pages. Links may lead from one to another.
#[must_use]
pub fn lint(pages: &[Finished], user: &[UserTemplate]) -> Vec<Diagnostic> {
    let walks: Vec<Walk> = pages.iter().map(|page| Walk::of(page.path, page.text)).collect();
    let ids: BTreeMap<&str, &BTreeSet<String>> = pages.iter().zip(&walks).map(|(page, walk)| (page.path, &walk.ids)).collect();
    let sources: Vec<Arc<Source>> = user.iter().map(|t| Source::new(t.path.clone(), t.source.clone())).collect();
    let mut found: Vec<Diagnostic> = Vec::new();
    for (page, walk) in pages.iter().zip(&walks) {
        let mut faults = walk.faults.clone();
        faults.extend(walk.links.iter().filter_map(|(href, range)| dangling(page.path, href, range, &ids)));
        let mut told: BTreeMap<Code, usize> = BTreeMap::new();
        let source = Source::new(page.path, page.text);
        for fault in &faults {
            let count = told.entry(fault.code).or_default();
            *count += 1;
            if *count <= TOLD {
                let rest = faults.iter().filter(|other| other.code == fault.code).count() - TOLD.min(*count);
                let more = if *count == TOLD { rest } else { 0 };
                let diagnostic = diagnostic(fault, page, &source, &sources, more);
                if !found.contains(&diagnostic) {
                    found.push(diagnostic);
                }
            }
        }
    }
    found
}

/// The fault with its place: in the user's template, if its text stands there, else in the page.
fn diagnostic(fault: &Fault, page: &Finished, source: &Arc<Source>, user: &[Arc<Source>], more: usize) -> Diagnostic {
    let out = Diagnostic::warning(fault.code, fault.message.clone()).hint(fault.hint);
    let in_template = user.iter().find_map(|template| {
        let at = template.text.find(&fault.text).filter(|_| !fault.text.is_empty())?;
        Some(template.span(at..at + fault.text.len()))
    });
    if let Some(span) = in_template {
        return out.at(span);
    }
    let own = user.iter().any(|template| template.path == format!("templates/{}", page.template));
    let folder = if own { "templates" } else { "builtin" };
    let out = out.at(source.span(fault.range.clone())).note(format!("the page is made by {folder}/{}", page.template));
    if more > 0 { out.note(format!("{more} more of this kind on this page")) } else { out }
}

/// A link to a page or place that is not there. Links with a scheme are not looked at.
fn dangling(page: &str, href: &str, range: &Range<usize>, ids: &BTreeMap<&str, &BTreeSet<String>>) -> Option<Fault> {
    let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
    if path.split('/').next().is_some_and(|first| first.contains(':')) || path.starts_with("//") {
        return None;
    }
    let target = if path.is_empty() { page.to_owned() } else { joined(page, path) };
    let missing = match ids.get(target.as_str()) {
        None => Some(format!("the link `{href}` leads to no page")),
        Some(ids) if !anchor.is_empty() && !ids.contains(anchor) => {
            Some(format!("the link `{href}` leads to no place on the page"))
        }
        Some(_) => None,
    }?;
    Some(Fault {
        code: Code::PageLink,
        message: missing,
        hint: "give the target this `id`, or take the link out",
        range: range.clone(),
        text: href.to_owned(),
    })
}

/// A relative path, seen from a page.
fn joined(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<String> {
        lint(&[Finished { path, text, template: "brief.html" }], &[])
            .into_iter()
            .map(|d| format!("{}: {}", d.code.as_str(), d.message))
            .collect()
    }

    #[test]
    fn arabic_needs_direction_and_language() {
        for (text, expected) in [
            (r#"<p>said <span dir="rtl" lang="ar">نعم</span></p>"#, 0),
            (r#"<p dir="rtl" lang="ar">نعم <b>لا</b></p>"#, 0),
            ("<p>said نعم</p>", 1),
            (r#"<p lang="ar">نعم</p>"#, 1),
            (r#"<p dir="rtl">نعم</p>"#, 1),
            (r#"<div dir="rtl" lang="ar"><p>نعم<p dir="ltr" lang="en">نعم</div>"#, 1),
            ("<script>نعم</script><style>/* نعم */</style><!-- نعم --><title>نعم</title>", 0),
            (r#"<p dir="rtl" lang="ar">نعم<br>نعم</p><p>نعم</p>"#, 1),
        ] {
            assert_eq!(faults("a.html", text).len(), expected, "{text}");
            assert_eq!(faults("a.md", &format!("{text}\n")).len(), expected, "Markdown: {text}");
        }
        assert_eq!(
            faults("a.md", "---\ntitle: نعم\n---\n\nAn `نعم` and نعم.\n"),
            ["page-direction: Arabic without `dir` and `lang`: `نعم`"]
        );
    }

    #[test]
    fn controls_ranges_pictures_ids_and_links() {
        assert_eq!(
            faults(
                "a.html",
                "<p>a&rlm;b</p><img src=x><svg role=img><path/></svg><img alt=''><svg role=img><title>t</title></svg>"
            ),
            [
                "page-direction: the text holds U+200F, which steers its direction",
                "page-picture: `<img>` has no text alternative",
                "page-picture: `<svg>` has no text alternative"
            ]
        );
        assert_eq!(
            faults("a.html", r#"<p dir="rtl" lang="ar">15–16 شباط</p>"#),
            ["page-direction: the range `15–16` turns around in Arabic"]
        );
        assert_eq!(faults("a.html", r#"<p>day <span dir="rtl" lang="ar">2017-03-15</span></p>"#), [""; 0]);
        assert_eq!(
            faults("a.html", r#"<p dir="rtl" lang="ar">يوم <b>2017-03</b></p>"#),
            ["page-direction: the range `2017-03` turns around in Arabic"]
        );
        assert_eq!(
            faults(
                "a.html",
                r##"<p id="a"></p><p id="a"></p><a href="#a">a</a><a href="#b">b</a><a href="c.html">c</a><a href="https://x.example/#y">d</a>"##
            ),
            [
                "page-id: the id `a` stands twice",
                "page-link: the link `#b` leads to no place on the page",
                "page-link: the link `c.html` leads to no page"
            ]
        );
        assert_eq!(
            faults("a.md", "## All of it\n\n[x](#all-of-it) [y](#none)\n"),
            ["page-link: the link `#none` leads to no place on the page"]
        );
    }

    #[test]
    fn links_lead_from_page_to_page() {
        let page = |path, text| Finished { path, text, template: "x.html" };
        let pages = [
            page("a.html", "<p id=s></p><a href='people/b.html'>b</a>"),
            page("people/b.html", "<a href='../a.html#s'>a</a><a href='../a.html#t'>a</a>"),
        ];
        let found: Vec<String> = lint(&pages, &[]).into_iter().map(|d| d.message).collect();
        assert_eq!(found, ["the link `../a.html#t` leads to no place on the page"]);
    }
}
