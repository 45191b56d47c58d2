//! One pass over the events of a YAML text.
//!
//! In: the text. Out: the tree of places, duplicate keys with both places, and whatever is refused or is not YAML. Reads no values but
//! keys.

use super::Input;
use super::index::{Content, Entry, Node};
use super::syntax;
use crate::diagnostic::{Code, Diagnostic};
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::collections::BTreeMap;
use std::ops::Range;

const LARGEST: usize = 16 * 1024 * 1024;
const DEEPEST: usize = 64;

/// What the pass has found.
pub(super) struct Scan {
    /// The document, unless there is none.
    pub(super) root: Option<Node>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether the text cannot be read further.
    pub(super) stopped: bool,
    /// Entries whose key was there before, and whether they are in braces.
    pub(super) duplicates: Vec<(Entry, bool)>,
}

/// Looks through the whole text.
pub(super) fn scan(input: &Input<'_>) -> Scan {
    let mut scanner = Scanner {
        input,
        open: Vec::new(),
        last_scalar: None,
        documents: 0,
        scan: Scan { root: None, diagnostics: Vec::new(), stopped: false, duplicates: Vec::new() },
    };
    if let Err(diagnostic) = scanner.run() {
        scanner.scan.diagnostics.push(*diagnostic);
        scanner.scan.stopped = true;
    }
    scanner.scan
}

struct Scanner<'a> {
    input: &'a Input<'a>,
    open: Vec<Open>,
    last_scalar: Option<Range<usize>>,
    documents: usize,
    scan: Scan,
}

/// A list or mapping whose end has not come yet.
struct Open {
    start: usize,
    /// The opening bracket or brace, if it has one.
    bracket: Option<Range<usize>>,
    inside: Inside,
}

enum Inside {
    List(Vec<Node>),
    Mapping { entries: BTreeMap<String, Entry>, key: Option<(String, Range<usize>)> },
}

/// Boxed, since a diagnostic is large and a step is nearly always fine.
type Step = Result<(), Box<Diagnostic>>;

impl Scanner<'_> {
    fn run(&mut self) -> Step {
        self.check_text()?;
        let mut parser = Parser::new_from_str(self.input.text);
        while let Some(event) = parser.next_event() {
            let (event, span) = event.map_err(|error| self.not_yaml(&error))?;
            let range = self.input.byte(span.start.index())..self.input.byte(span.end.index());
            self.event(event, range)?;
        }
        Ok(())
    }

    /// Refuses what the parsers would cut off or misplace.
    fn check_text(&self) -> Step {
        let input = self.input;
        if input.text.len() > LARGEST {
            let message = format!("{} bytes of YAML are too many", input.text.len());
            let error = input.error(Code::YamlTooComplex, message, input.base..input.base);
            return Err(Box::new(error.hint("split the file: 16 MB are the most that is read at once")));
        }
        // Line separators end a line for the one parser and not for the other.
        let separator = |c: char| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
        let control =
            |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
        let refused = |(_, c): &(usize, char)| control(*c) || separator(*c);
        let Some((at, c)) = input.text.char_indices().find(refused) else {
            return Ok(());
        };
        let (kind, hint) =
            if separator(c) { ("line separator", "put a space or a line end there") } else { ("control character", "delete it") };
        let message = format!("the {kind} U+{:04X}", u32::from(c));
        let range = input.char_at(input.base + at);
        let error = input.error(input.codes.syntax, message, range);
        Err(Box::new(error.hint(hint)))
    }

    fn not_yaml(&self, error: &saphyr_parser::ScanError) -> Box<Diagnostic> {
        let bracket = self.open.iter().rev().find_map(|open| open.bracket.clone());
        Box::new(syntax::explain(self.input, error, self.last_scalar.clone(), bracket))
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> Step {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    let codes = self.input.codes;
                    let error = self.input.error(codes.syntax, "a second document", range);
                    return Err(Box::new(error.hint("keep one document in a file, without `---` between")));
                }
            }
            Event::Alias(_) => return Err(Box::new(syntax::alias(self.input, range))),
            Event::Scalar(text, style, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), &range)?;
                self.scalar(&text, style, range);
            }
            Event::SequenceStart(anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), &range)?;
                self.open(range, Inside::List(Vec::new()))?;
            }
            Event::MappingStart(anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), &range)?;
                let (entries, key) = (BTreeMap::new(), None);
                self.open(range, Inside::Mapping { entries, key })?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
        }
        Ok(())
    }

    fn plain_only(&self, anchor: usize, tagged: bool, range: &Range<usize>) -> Step {
        if anchor > 0 {
            return Err(Box::new(syntax::alias(self.input, range.clone())));
        }
        if tagged {
            let message = "tags are not supported";
            let error = self.input.error(Code::YamlTooComplex, message, range.clone());
            return Err(Box::new(error.hint("put a value that begins with `!` in quotes")));
        }
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, mut range: Range<usize>) {
        let written = self.input.slice(range.clone());
        range.end = range.start + scalar_length(written, style);
        let plain = style == ScalarStyle::Plain;
        let content = if plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") { Content::Empty } else { Content::Scalar };
        self.last_scalar = Some(range.clone());
        if let Some(Open { inside: Inside::Mapping { key: key @ None, .. }, .. }) = self.open.last_mut() {
            *key = Some((text.to_owned(), range));
        } else {
            self.value(Node { range, content });
        }
    }

    fn open(&mut self, range: Range<usize>, inside: Inside) -> Step {
        let input = self.input;
        if self.open.len() == DEEPEST {
            let message = format!("nested more than {DEEPEST} deep");
            return Err(Box::new(input.error(Code::YamlTooComplex, message, range)));
        }
        if let Some(Open { inside: Inside::Mapping { key: None, .. }, .. }) = self.open.last() {
            let message = "a key that is not a single word";
            let error = input.error(input.codes.syntax, message, range);
            return Err(Box::new(error.hint("put a key that holds brackets or braces in quotes")));
        }
        self.open.push(Open { start: range.start, bracket: (!range.is_empty()).then_some(range), inside });
        Ok(())
    }

    fn close(&mut self, end: usize) {
        let Some(Open { start, bracket, inside }) = self.open.pop() else {
            return;
        };
        let flow = bracket.is_some();
        // Without a bracket, the end event comes after blank lines and comments.
        let last = match &inside {
            Inside::List(items) => items.iter().map(|item| item.range.end).max(),
            Inside::Mapping { entries, .. } => {
                let ends = entries.values().map(|e| e.value.range.end.max(e.key.end));
                ends.max()
            }
        };
        let end = if flow { end } else { last.unwrap_or(start) };
        let content = match inside {
            Inside::List(items) => {
                let gone = Vec::new();
                Content::List { items, gone, flow }
            }
            Inside::Mapping { entries, .. } => Content::Mapping { entries, flow },
        };
        let range = start..end;
        self.value(Node { range, content });
    }

    fn value(&mut self, mut node: Node) {
        let Some(Open { bracket, inside, .. }) = self.open.last_mut() else {
            self.scan.root = Some(node);
            return;
        };
        match inside {
            Inside::List(items) => items.push(node),
            Inside::Mapping { entries, key } => {
                let Some((name, key)) = key.take() else {
                    return;
                };
                if node.range.is_empty() {
                    node.range = key.clone();
                }
                let entry = Entry { key, value: node, gone: false };
                if let Some(first) = entries.get(&name) {
                    let message = format!("the key `{name}` is here for the second time");
                    let source = self.input.source;
                    let again = self.input.error(Code::YamlDuplicateKey, message, entry.key.clone());
                    let again = again.related(source.span(first.key.clone()), "first here");
                    self.scan.diagnostics.push(again.hint("keep one of them"));
                    self.scan.duplicates.push((entry, bracket.is_some()));
                } else {
                    entries.insert(name, entry);
                }
            }
        }
    }
}

/// How much of `written`, which begins with a scalar, is the scalar: the parser adds blanks, comments and line ends.
fn scalar_length(written: &str, style: ScalarStyle) -> usize {
    let quoted = |quote: char, escape: char| {
        let mut inside = written.char_indices().skip(1).peekable();
        while let Some((at, c)) = inside.next() {
            let doubled = escape == quote && inside.peek().is_some_and(|(_, next)| *next == quote);
            if c == quote && !doubled {
                return at + 1;
            }
            if c == escape {
                inside.next();
            }
        }
        written.trim_end().len()
    };
    match style {
        ScalarStyle::SingleQuoted => quoted('\'', '\''),
        ScalarStyle::DoubleQuoted => quoted('"', '\\'),
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => written.trim_end().len(),
    }
}
