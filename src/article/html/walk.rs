//! The way through a page, tag by tag: what it says, and what of it is text of the article.

use super::super::BlockKind;
use super::page::{MARK, Page, Piece, Run};
use super::text::{decoded, escape, reference};
use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, EndTag, StartTag, Token};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many elements and runs of text a page may have. A long one of a newspaper has some thousands.
pub(super) const MOST: usize = 20_000;
/// Elements deeper than this are no elements of the page that is judged; their text is kept.
const DEEPEST: usize = 48;
/// Elements without an end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements in a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "nobr", "q", "ruby", "rb", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];
/// Elements whose text is none of the article: no text at all, nothing that is seen, withdrawn, or under a picture.
const SILENT: &[&str] = &[
    "audio",
    "button",
    "canvas",
    "del",
    "dialog",
    "embed",
    "figcaption",
    "iframe",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "option",
    "rp",
    "rt",
    "s",
    "script",
    "select",
    "strike",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];
/// Containers that say something about what is in them; the others are written as `div`.
const TELLING: &[&str] = &["article", "aside", "blockquote", "footer", "header", "li", "main", "nav", "ol", "section", "ul"];

impl Page {
    /// Takes a page apart; nothing if it has too much in it.
    pub(super) fn of(source: &str) -> Option<Self> {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut walk = Walk { source, page: Self::default(), open: Vec::new(), names: BTreeMap::new(), ..Walk::default() };
        for Ok(token) in Tokenizer::new_with_emitter(source, emitter) {
            match token {
                Token::StartTag(tag) => walk.start(&tag),
                Token::EndTag(tag) => walk.end(&tag),
                Token::String(text) => walk.text(text.span.start..text.span.end),
                _ => {}
            }
            if walk.elements + walk.page.runs.len() > MOST {
                return None;
            }
        }
        walk.flush();
        walk.close(0);
        Some(walk.page)
    }
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: String,
    /// As what it was written into the clean page.
    written: Option<&'static str>,
}

#[derive(Default)]
struct Walk<'a> {
    source: &'a str,
    page: Page,
    open: Vec<Open>,
    /// How many elements of a name are open.
    names: BTreeMap<String, usize>,
    /// How many elements were open when one began whose text is left out.
    silent: Option<usize>,
    /// Whether the silent element is a block of JSON-LD.
    data: bool,
    /// How many elements were written into the clean page, and how many of them are open.
    elements: usize,
    depth: usize,
    heading: bool,
    /// The attributes of the paragraph that is open.
    paragraph: String,
    pieces: Vec<Piece>,
    /// White space since the last piece, or a line break.
    blank: Option<(Range<usize>, bool)>,
}

impl Walk<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.head(&name, tag);
        if name == "br" && self.silent.is_none() {
            // Two line breaks end a paragraph.
            if matches!(self.blank, Some((_, true))) {
                self.flush();
            }
            self.blank = Some((tag.span.start..tag.span.end, true));
        }
        if VOID.contains(&name.as_str()) {
            if name == "hr" {
                self.flush();
            }
            return;
        }
        if matches!(name.as_str(), "html" | "head" | "body") {
            self.flush();
            return;
        }
        let hidden = SILENT.contains(&name.as_str()) || is_hidden(tag);
        let block = !INLINE.contains(&name.as_str()) && !SILENT.contains(&name.as_str());
        if block {
            self.flush();
            self.paragraph.clear();
            self.heading = false;
        }
        // End tags that may be left out.
        let again = matches!(name.as_str(), "p" | "li" | "tr" | "td" | "th" | "dt" | "dd" | "option");
        if again && self.open.last().is_some_and(|last| last.name == name) {
            self.close(self.open.len() - 1);
        }
        if tag.self_closing && matches!(name.as_str(), "svg" | "math") {
            return;
        }
        if hidden && self.silent.is_none() {
            self.silent = Some(self.open.len());
            let kind = tag.attributes.get(b"type".as_slice());
            self.data = name == "script" && kind.is_some_and(|kind| kind.eq_ignore_ascii_case(b"application/ld+json"));
            if self.data {
                self.page.head.data.push(String::new());
            }
        }
        let written = match name.as_str() {
            _ if !block || self.silent.is_some() => None,
            "p" => {
                self.paragraph = attributes(tag);
                None
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.heading = true;
                None
            }
            _ if self.depth >= DEEPEST => None,
            other => Some(TELLING.iter().find(|name| **name == other).copied().unwrap_or("div")),
        };
        if let Some(written) = written {
            self.page.clean.push_str(&format!("<{written}{}>", attributes(tag)));
            self.elements += 1;
            self.depth += 1;
        }
        *self.names.entry(name.clone()).or_default() += 1;
        self.open.push(Open { name, written });
    }

    /// What an element says for machines.
    fn head(&mut self, name: &str, tag: &StartTag<usize>) {
        let get = |key: &str| tag.attributes.get(key.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
        let head = &mut self.page.head;
        match name {
            "time" => head.times.extend(get("datetime")),
            "meta" => {
                let names = ["property", "name", "itemprop"].into_iter().filter_map(get);
                let content = get("content").unwrap_or_default();
                head.named.extend(names.map(|name| (name.to_ascii_lowercase(), content.clone())));
            }
            "link" if get("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                head.named.extend(get("href").map(|href| ("canonical".to_owned(), href)));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name);
        if self.names.get(&*name).is_none_or(|open| *open == 0) {
            return;
        }
        let at = self.open.iter().rposition(|open| open.name == *name);
        if !INLINE.contains(&&*name) && self.silent.is_none() {
            self.flush();
            self.paragraph.clear();
            self.heading = false;
        }
        self.close(at.unwrap_or(self.open.len()));
    }

    /// Closes elements until so many are open.
    fn close(&mut self, until: usize) {
        while self.open.len() > until {
            let Some(open) = self.open.pop() else { return };
            if let Some(count) = self.names.get_mut(&open.name) {
                *count -= 1;
            }
            if let Some(written) = open.written {
                self.flush();
                self.page.clean.push_str(&format!("</{written}>"));
                self.depth -= 1;
            }
        }
        if self.silent.is_some_and(|silent| self.open.len() <= silent) {
            self.silent = None;
            self.data = false;
        }
    }

    fn text(&mut self, place: Range<usize>) {
        let source = self.source;
        let Some(raw) = source.get(place.clone()) else { return };
        if self.silent.is_some() {
            if self.data {
                self.page.head.data.last_mut().into_iter().for_each(|data| data.push_str(raw));
            } else if self.open.last().is_some_and(|open| open.name == "title") && self.page.head.title.is_empty() {
                self.page.head.title = decoded(raw);
            }
            return;
        }
        let mut at = place.start;
        while let Some(first) = source[at..place.end].chars().next() {
            let rest = &source[at..place.end];
            let space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            let length = if space(first) {
                rest.find(|c| !space(c)).unwrap_or(rest.len())
            } else if first == '&' {
                1 + reference(&rest[1..])
            } else {
                rest.find(|c| space(c) || c == '&').unwrap_or(rest.len())
            };
            let part = at..at + length;
            at += length;
            if space(first) {
                let blank = self.blank.get_or_insert((part.clone(), false));
                blank.0.end = if blank.1 { blank.0.end } else { part.end };
            } else if first == '&' {
                let text = decoded(&source[part.clone()]);
                self.piece(part, Some(text));
            } else {
                self.piece(part, None);
            }
        }
    }

    fn piece(&mut self, place: Range<usize>, text: Option<String>) {
        let link = self.names.get("a").is_some_and(|open| *open > 0);
        if let Some((blank, line)) = self.blank.take().filter(|_| !self.pieces.is_empty()) {
            let text = if line { "\n" } else { " " };
            let text = (self.source[blank.clone()] != *text).then(|| text.to_owned());
            self.add(Piece { place: blank, text, link });
        }
        self.add(Piece { place, text, link });
    }

    fn add(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            Some(last)
                if last.text.is_none()
                    && piece.text.is_none()
                    && last.place.end == piece.place.start
                    && last.link == piece.link =>
            {
                last.place.end = piece.place.end;
            }
            _ => self.pieces.push(piece),
        }
    }

    /// Ends the run.
    fn flush(&mut self) {
        self.blank = None;
        let pieces = std::mem::take(&mut self.pieces);
        if pieces.iter().all(|piece| piece.text(self.source).trim().is_empty()) {
            return;
        }
        let inside = |name: &str| self.names.get(name).is_some_and(|open| *open > 0);
        let kind = match () {
            () if self.heading => BlockKind::Heading,
            () if inside("li") => BlockKind::Item,
            () if inside("blockquote") => BlockKind::Quote,
            () => BlockKind::Paragraph,
        };
        let name = match kind {
            BlockKind::Heading => "h2",
            BlockKind::Item => "span",
            _ => "p",
        };
        let clean = &mut self.page.clean;
        clean.push_str(&format!("<{name}{}>", self.paragraph));
        clean.extend(char::from_u32(MARK + self.page.runs.len() as u32));
        let mut link = false;
        for piece in &pieces {
            if piece.link != link {
                clean.push_str(if piece.link { "<a href=\"#\">" } else { "</a>" });
                link = piece.link;
            }
            escape(piece.text(self.source), clean);
        }
        if link {
            clean.push_str("</a>");
        }
        clean.push_str(&format!("</{name}>\n"));
        self.page.runs.push(Run { kind, pieces });
    }
}

/// Whether a reader does not see an element.
fn is_hidden(tag: &StartTag<usize>) -> bool {
    let get = |key: &str| tag.attributes.get(key.as_bytes()).map(|value| String::from_utf8_lossy(value).to_ascii_lowercase());
    let style: String = get("style").unwrap_or_default().split_whitespace().collect();
    get("hidden").is_some()
        || get("aria-hidden").is_some_and(|hidden| hidden == "true")
        || ["display:none", "visibility:hidden"].iter().any(|hidden| style.contains(hidden))
}

/// The attributes that tell what an element is for, as they are written into the clean page.
fn attributes(tag: &StartTag<usize>) -> String {
    let mut out = String::new();
    for key in ["class", "id", "itemprop", "role"] {
        if let Some(value) = tag.attributes.get(key.as_bytes()) {
            out.push_str(&format!(" {key}=\""));
            let value: String = String::from_utf8_lossy(value).chars().take(200).collect();
            escape(&value, &mut out);
            out.push('"');
        }
    }
    out
}
