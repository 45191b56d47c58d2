//! One walk over a page: its texts with the direction and language that hold for them, its ids, its links.

use std::collections::BTreeSet;
use std::ops::Range;

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Fault;
use crate::diagnostic::Code;
use crate::render::direction::{self, is_bidi_control};

/// Elements that have no end tag.
const VOID: [&str; 13] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements whose text no reader sees as text of the page.
const SILENT: [&str; 4] = ["script", "style", "title", "template"];
/// A range in a longer text is the source's own.
const SHORT: usize = 6;

/// What a walk has found.
#[derive(Debug, Default)]
pub(super) struct Walk {
    pub(super) ids: BTreeSet<String>,
    pub(super) links: Vec<(String, Range<usize>)>,
    pub(super) faults: Vec<Fault>,
    open: Vec<Element>,
}

/// An element that is open.
#[derive(Debug)]
struct Element {
    name: String,
    dir: Option<String>,
    lang: Option<String>,
    /// For a picture that needs a text alternative and has none so far: its tag.
    bare: Option<Range<usize>>,
}

impl Walk {
    /// Walks over a page of HTML, XML or Markdown, as its name says.
    pub(super) fn of(path: &str, text: &str) -> Walk {
        let mut walk = Walk::default();
        if path.ends_with(".md") {
            walk.markdown(text);
        } else if path.ends_with(".html") || path.ends_with(".htm") {
            walk.html(text, 0);
        }
        walk
    }

    fn markdown(&mut self, page: &str) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let mut silent = false;
        let mut heading: Option<String> = None;
        for (event, range) in Parser::new_ext(page, options).into_offset_iter() {
            match event {
                Event::Start(Tag::MetadataBlock(_)) => silent = true,
                Event::End(TagEnd::MetadataBlock(_)) => silent = false,
                // The whole block at once: a tag may go over lines.
                Event::Start(Tag::HtmlBlock) => self.html(&page[range.clone()], range.start),
                Event::InlineHtml(html) => self.html(&html, range.start),
                Event::Start(Tag::Link { dest_url, .. }) => self.links.push((dest_url.to_string(), range)),
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => self.ids.extend(heading.take().map(|text| slug(&text))),
                Event::Text(text) if !silent => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                    self.text(&text, page, range);
                }
                _ => {}
            }
        }
    }

    /// A page or a piece of HTML that begins at a byte of the page.
    fn html(&mut self, html: &str, base: usize) {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => self.start(&tag, base + tag.span.start..base + tag.span.end),
                Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => {
                    let range = text.span.start..text.span.end;
                    let place = base + range.start..base + range.end;
                    self.text_at(&String::from_utf8_lossy(&text.value), html.get(range).unwrap_or_default(), place);
                }
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &StartTag<usize>, range: Range<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let get = |key: &str| tag.attributes.get(key.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
        if let Some(id) = get("id")
            && !self.ids.insert(id.clone())
        {
            let hint = "an id is for one element: links to it go to the first";
            self.fault(Code::PageId, format!("the id `{id}` stands twice"), hint, range.clone(), format!("id=\"{id}\""));
        }
        if let Some(href) = get("href").filter(|_| name == "a" || name == "link") {
            self.links.push((href, range.clone()));
        }
        let named = get("aria-label").or_else(|| get("aria-labelledby")).is_some_and(|label| !label.is_empty());
        if name == "img" && get("alt").is_none() && !named {
            self.no_alternative("img", range.clone());
        }
        if name == "title"
            && let Some(picture) = self.open.last_mut()
        {
            picture.bare = None;
        }
        // An end tag that was left out: a new paragraph ends the one before.
        let again = matches!(name.as_str(), "p" | "li" | "tr" | "td" | "th" | "dt" | "dd" | "option");
        if again && self.open.last().is_some_and(|last| last.name == name) {
            self.open.pop();
        }
        if VOID.contains(&name.as_str()) || tag.self_closing {
            return;
        }
        let bare = (name == "svg" && !named && get("role").as_deref() == Some("img")).then_some(range);
        self.open.push(Element { dir: get("dir"), lang: get("lang").or_else(|| get("xml:lang")), name, bare });
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|element| element.name == name) else { return };
        let closed: Vec<Element> = self.open.drain(at..).collect();
        for range in closed.into_iter().filter_map(|element| element.bare) {
            self.no_alternative("svg", range);
        }
    }

    fn text(&mut self, text: &str, page: &str, range: Range<usize>) {
        self.text_at(text, &page[range.clone()], range);
    }

    /// A text, and how it stands in the page at `place`.
    fn text_at(&mut self, text: &str, raw: &str, place: Range<usize>) {
        if self.open.iter().any(|element| SILENT.contains(&element.name.as_str())) {
            return;
        }
        let at = |part: &str| match raw.find(part) {
            Some(start) if !part.is_empty() => place.start + start..place.start + start + part.len(),
            _ => place.clone(),
        };
        if let Some(control) = text.chars().find(|&c| is_bidi_control(c)) {
            let message = format!("the text holds U+{:04X}, which steers its direction", control as u32);
            self.fault(Code::PageDirection, message, "an element with `dir` isolates without it", place.clone(), String::new());
        }
        let of = |get: fn(&Element) -> Option<&String>| self.open.iter().rev().find_map(get).map(String::as_str);
        let rtl = of(|element| element.dir.as_ref()) == Some("rtl");
        let language = of(|element| element.lang.as_ref()).is_some_and(|lang| !lang.is_empty() && !lang.starts_with("en"));
        if !(rtl && language) {
            for run in direction::runs(text).into_iter().filter(|run| run.rtl) {
                let hint = "write `{{ … | ar }}` for Arabic, `{{ … | mixed }}` for English in which Arabic may stand";
                let message = format!("Arabic without `dir` and `lang`: `{}`", shortened(run.text));
                self.fault(Code::PageDirection, message, hint, at(run.text), run.text.to_owned());
            }
        } else if text.split_whitespace().count() <= SHORT
            && let Some(range) = digits(text)
            && !(self.open.last().is_some_and(|element| element.dir.is_some()) && stays(text))
        {
            let hint = "write it in words, as `| date(lang=\"ar\")` does, or in an element with `dir=\"ltr\"`";
            let message = format!("the range `{range}` turns around in Arabic");
            self.fault(Code::PageDirection, message, hint, at(range), range.to_owned());
        }
    }

    fn no_alternative(&mut self, name: &str, range: Range<usize>) {
        let hint = "give `<img>` an `alt`, empty for decoration, and `<svg role=\"img\">` a `<title>`";
        self.fault(Code::PagePicture, format!("`<{name}>` has no text alternative"), hint, range, format!("<{name}"));
    }

    fn fault(&mut self, code: Code, message: String, hint: &'static str, range: Range<usize>, text: String) {
        self.faults.push(Fault { code, message, hint, range, text });
    }
}

/// Two numbers with a dash between them.
fn digits(text: &str) -> Option<&str> {
    let (at, dash) = text.char_indices().find(|&(at, c)| {
        matches!(c, '-' | '–')
            && text[..at].ends_with(char::is_numeric)
            && text[at + c.len_utf8()..].starts_with(char::is_numeric)
    })?;
    let start = text[..at]
        .rfind(|c: char| !c.is_numeric())
        .map_or(0, |before| before + text[before..].chars().next().map_or(0, char::len_utf8));
    let after = at + dash.len_utf8();
    let end = text[after..].find(|c: char| !c.is_numeric()).map_or(text.len(), |length| after + length);
    Some(&text[start..end])
}

/// Whether European digits with hyphens are all there is, as in `2017-03-15`: behind no Arabic letter, they keep their order.
fn stays(text: &str) -> bool {
    text.trim().chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// The id that hosts give to a heading.
fn slug(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
