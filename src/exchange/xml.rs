//! XML as a small tree, and back. quick-xml does the syntax; it knows no entities but the predefined ones and never opens a DTD.

use std::ops::Range;
use std::sync::Arc;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, Writer, XmlVersion};

use crate::diagnostic::{Code, Diagnostic, Source};

/// Nesting that no file of a translator needs.
const DEEPEST: usize = 64;
/// Elements of inline markup that hold codes of another format, and no words.
const CODES: &[&str] = &["bpt", "ept", "ph", "it", "ut", "x", "bx", "ex"];

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Child>,
    /// The bytes of its start tag.
    pub(super) place: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Child {
    Element(Element),
    Text(String),
}

impl Element {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub(super) fn with(mut self, attribute: &str, value: impl Into<String>) -> Self {
        self.attributes.push((attribute.to_owned(), value.into()));
        self
    }

    pub(super) fn child(mut self, child: Self) -> Self {
        self.children.push(Child::Element(child));
        self
    }

    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Child::Element));
        self
    }

    pub(super) fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    pub(super) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, value)| value.as_str())
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.elements().filter(move |e| e.name == name)
    }

    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        self.elements().find(|e| e.name == name)
    }

    /// All elements of this name, at any depth, in the order of the file.
    pub(super) fn deep<'a>(&'a self, name: &str, out: &mut Vec<&'a Self>) {
        for element in self.elements() {
            if element.name == name {
                out.push(element);
            } else {
                element.deep(name, out);
            }
        }
    }

    /// The words in it, without the codes of inline markup.
    pub(super) fn words(&self) -> String {
        let mut out = String::new();
        for child in &self.children {
            match child {
                Child::Text(text) => out.push_str(text),
                Child::Element(e) if CODES.contains(&e.name.as_str()) => {}
                Child::Element(e) => out.push_str(&e.words()),
            }
        }
        out
    }
}

/// Reads a document; `code` is the kind of the problems.
pub(super) fn read(source: &Arc<Source>, code: Code) -> Result<Element, Box<Diagnostic>> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    let base = source.text.len() - text.len();
    let wrong = |message: String, at: Range<usize>| {
        let end = at.end.min(text.len()).max(at.start);
        Box::new(Diagnostic::error(code, message).at(source.span(base + at.start.min(end)..base + end)))
    };
    let mut reader = Reader::from_str(text);
    // The document itself is the bottom of the stack.
    let mut stack = vec![Element::default()];
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|error| {
            let at = reader.error_position() as usize;
            wrong(format!("this is not well-formed XML: {error}"), at..at + 1)
        })?;
        let place = start..reader.buffer_position() as usize;
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                if stack.len() > DEEPEST {
                    return Err(wrong(format!("nested deeper than {DEEPEST} elements"), place));
                }
                let mut element = Element::new(tag.local_name().as_ref());
                element.place = base + place.start..base + place.end;
                for attribute in tag.attributes() {
                    let read = attribute.map_err(|e| e.to_string()).and_then(|a| {
                        let value = a.normalized_value(XmlVersion::Implicit1_0).map_err(|e| e.to_string())?;
                        Ok((a.key.0.to_owned(), value.into_owned()))
                    });
                    let read = read.map_err(|e| wrong(format!("a wrong attribute: {e}"), place.clone()))?;
                    element.attributes.push(read);
                }
                stack.push(element);
                if empty {
                    close(&mut stack);
                }
            }
            Event::End(_) => close(&mut stack),
            Event::Text(words) => push(&mut stack, &words.xml10_content()),
            Event::CData(words) => push(&mut stack, &words.xml10_content()),
            Event::GeneralRef(name) => {
                let char = name.resolve_char_ref().map_err(|e| wrong(e.to_string(), place.clone()))?;
                let char = char.or_else(|| predefined(&name));
                let char = char.ok_or_else(|| {
                    let hint = "write the character itself: entities of a DTD are never read";
                    Box::new(wrong(format!("an entity `&{};` that XML does not have", &*name), place.clone()).hint(hint))
                })?;
                push(&mut stack, char.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(kind) if kind.contains('[') => {
                let hint = "take the part in brackets out of the DOCTYPE";
                return Err(Box::new(wrong("a DOCTYPE that declares things of its own".to_owned(), place).hint(hint)));
            }
            Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    let end = text.len()..text.len();
    if let [_, .., open] = stack.as_slice() {
        return Err(wrong(format!("the file ends inside `<{}>`", open.name), end));
    }
    let document = stack.pop().unwrap_or_default();
    if document.children.iter().any(|c| matches!(c, Child::Text(text) if !text.trim().is_empty())) {
        return Err(wrong("there is text outside of all elements".to_owned(), 0..0));
    }
    document.elements().next().cloned().ok_or_else(|| wrong("there is no element in this file".to_owned(), end))
}

fn close(stack: &mut Vec<Element>) {
    if let Some(element) = stack.pop()
        && let Some(parent) = stack.last_mut()
    {
        parent.children.push(Child::Element(element));
    }
}

fn push(stack: &mut [Element], text: &str) {
    let Some(element) = stack.last_mut() else { return };
    match element.children.last_mut() {
        Some(Child::Text(before)) => before.push_str(text),
        _ => element.children.push(Child::Text(text.to_owned())),
    }
}

fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

/// The text of a document. An element with text in it is written on one line.
pub(super) fn write(root: &Element, doctype: Option<&str>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing into memory does not fail.
    let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    if let Some(doctype) = doctype {
        let _ = writer.write_event(Event::DocType(BytesText::from_escaped(doctype)));
    }
    let _ = put(root, &mut writer);
    let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn put(element: &Element, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
    let attribute = |(name, value): &(String, String)| (name.clone(), escape(value, true));
    let attributes: Vec<(String, String)> = element.attributes.iter().map(attribute).collect();
    let made = attributes.iter().map(|(name, value)| Attribute { key: QName(name), value: value.as_str().into() });
    let start = writer.create_element(element.name.as_str()).with_attributes(made);
    match element.children.as_slice() {
        [] => start.write_empty()?,
        [Child::Text(text)] => start.write_text_content(BytesText::from_escaped(escape(text, false)))?,
        children => start.write_inner_content(|writer| {
            for child in children {
                match child {
                    Child::Element(e) => put(e, writer)?,
                    Child::Text(text) => writer.write_event(Event::Text(BytesText::from_escaped(escape(text, false))))?,
                }
            }
            Ok(())
        })?,
    };
    Ok(())
}

/// Text as XML holds it; characters that XML cannot hold become U+FFFD.
fn escape(text: &str, attribute: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' if attribute => out.push_str("&#10;"),
            '\t' if attribute => out.push_str("&#9;"),
            '\n' | '\t' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(text: &str) -> String {
        let source = Source::new("a.xml", text);
        crate::diagnostic::render::short(&[*read(&source, Code::ExchangeFile).unwrap_err()])
    }

    #[test]
    fn a_tree_is_read_and_written() {
        let source = Source::new(
            "a.xml",
            "\u{feff}<?xml version=\"1.0\"?>\r\n<!DOCTYPE a SYSTEM \"a.dtd\"><a x=\"1 &lt; 2\"><b>ق &amp; <g id=\"1\">ل</g><ph>{0}</ph>&#1575;</b>\r\n<c/></a>",
        );
        let a = read(&source, Code::ExchangeFile).unwrap();
        assert_eq!((a.name.as_str(), a.get("x")), ("a", Some("1 < 2")));
        assert_eq!(a.find("b").unwrap().words(), "ق & لا");
        let text = write(&Element::new("a").with("x", "\"<\n").child(Element::new("b").text("\r\n<&>")), None);
        let expected =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a x=\"&quot;&lt;&#10;\">\n  <b>&#13;\n&lt;&amp;&gt;</b>\n</a>\n";
        assert_eq!(text, expected);
        assert_eq!(read(&Source::new("b.xml", text), Code::ExchangeFile).unwrap().find("b").unwrap().words(), "\r\n<&>");
    }

    #[test]
    fn what_is_hostile_or_broken_is_refused() {
        let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(fails(laughs), "a.xml:1:1: error[exchange-file]: a DOCTYPE that declares things of its own\n");
        assert_eq!(fails("<a>&c;</a>"), "a.xml:1:4: error[exchange-file]: an entity `&c;` that XML does not have\n");
        assert!(fails("<a x='&c;'/>").contains("a wrong attribute"));
        assert!(fails("<a>&#0;</a>").starts_with("a.xml:1:4: error[exchange-file]: "));
        assert_eq!(fails("<a>\n<b>"), "a.xml:2:4: error[exchange-file]: the file ends inside `<b>`\n");
        assert!(fails("<a></b>").contains("not well-formed XML"));
        assert_eq!(fails(""), "a.xml:1:1: error[exchange-file]: there is no element in this file\n");
        assert_eq!(fails("text"), "a.xml:1:1: error[exchange-file]: there is text outside of all elements\n");
        assert!(fails(&"<a>".repeat(100_000)).contains("nested deeper than 64 elements"));
        assert!(fails("<a x='1' x='2'/>").contains("a wrong attribute"));
    }
}
