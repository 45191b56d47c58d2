//! Why a text is not YAML, in words that help.
//!
//! In: the parser's error, with what was read before it. Out: a diagnostic that names the mistake behind it, since the parser only says
//! at what it stumbled. A mistake that is not recognised keeps the parser's own words.

use super::Input;
use crate::diagnostic::{Code, Diagnostic};
use saphyr_parser::ScanError;
use std::ops::Range;

/// Explains an error, given the scalar before it and the innermost bracket that is still open.
pub(super) fn explain(
    input: &Input<'_>,
    error: &ScanError,
    last_scalar: Option<Range<usize>>,
    bracket: Option<Range<usize>>,
) -> Diagnostic {
    let info = error.info();
    let here = input.char_at(input.byte(error.marker().index()));
    let says = |part: &str| info.contains(part);
    let not_yaml = |message: &str, range: Range<usize>| input.error(input.codes.syntax, message, range);
    let mut diagnostic = if says("mapping values are not allowed") {
        colon(input, here, last_scalar)
    } else if says("unknown anchor") {
        alias(input, word(input, here.start))
    } else if says("quoted scalar") && (says("indentation") || says("stream") || says("document")) {
        not_yaml("a quote that is never closed", here).hint("close it; inside double quotes, a quote is written `\\\"`")
    } else if says("after double-quoted scalar") {
        let before = input.slice(input.base..here.start).trim_end();
        let hint = if before.ends_with('"') {
            "inside double quotes, a quote is written `\\\"`"
        } else {
            "inside single quotes, a quote is written twice"
        };
        not_yaml("text after a closing quote", here).hint(hint)
    } else if says("unknown escape character") {
        not_yaml("an escape that YAML does not know", here).hint("write the backslash twice, or use single quotes")
    } else if says("tab") && !says("table") {
        not_yaml("a tab where only spaces may stand", tab(input, here)).hint("indent with spaces")
    } else if says("unexpected character") {
        let begin = format!("a value cannot begin with `{}`", input.slice(here.clone()));
        not_yaml(&begin, here).hint("put the value in quotes")
    } else if says("block sequence entries are not allowed") {
        not_yaml("a list that begins on the line of its key", here)
            .hint("write `[one, two]`, or each `- ` on a line of its own under the key")
    } else if says("did not find expected key") || says("expected '-' indicator") {
        not_yaml("this does not continue what is above it", word(input, here.start))
            .hint("check the indentation: the entries of one mapping or list begin in the same column")
    } else if let Some(bracket) = bracket.clone().filter(|b| input.slice(b.start..here.start).contains('\n')) {
        let open = input.slice(bracket.clone());
        let close = if open == "[" { ']' } else { '}' };
        return not_yaml(&format!("a `{open}` that is never closed"), bracket)
            .related(input.source.span(here), "this cannot be inside")
            .hint(format!("close it with `{close}`"));
    } else if says("recursion limit") {
        let message = "lists and mappings nested too deep";
        return input.error(Code::YamlTooComplex, message, here).hint("64 levels are the most that is read");
    } else if says("simple key expect") {
        let line = last_line(input, here.start);
        let message = format!("`{}` is not a key with a value", clip(input.slice(line.clone())));
        not_yaml(&message, line).hint("write `key: value`")
    } else {
        not_yaml(info, here).hint("see that quotes and brackets are closed, and that what belongs together is indented alike")
    };
    if let Some(bracket) = bracket {
        let open = input.slice(bracket.clone()).to_owned();
        let span = input.source.span(bracket);
        diagnostic = diagnostic.related(span, format!("this `{open}` is still open"));
    }
    diagnostic
}

/// Anchors and aliases are refused: what begins with `*` or `&` is nearly always text without quotes.
pub(super) fn alias(input: &Input<'_>, range: Range<usize>) -> Diagnostic {
    input
        .error(Code::YamlTooComplex, "anchors and aliases are not supported", range)
        .hint("put a value that begins with `*` or `&` in quotes")
}

/// A colon where none may be: inside a value without quotes, or after a key that is indented too deep.
fn colon(input: &Input<'_>, here: Range<usize>, last: Option<Range<usize>>) -> Diagnostic {
    let codes = input.codes;
    let value = last.filter(|last| last.end <= here.start && last.start >= input.base);
    let Some(value) = value else {
        return input
            .error(codes.syntax, "a `:` that belongs to no key", here)
            .hint("write `key: value`, a value with `:` in it in quotes");
    };
    if let Some(line_end) = input.slice(value.clone()).rfind('\n') {
        let line = value.start + line_end + 1;
        let blank = input.rest(line).len() - input.rest(line).trim_start().len();
        let key = line + blank..value.end;
        let message = format!("`{}` is indented too deep", input.slice(key.clone()));
        return input.error(codes.syntax, message, key).hint("the keys of one mapping begin in the same column");
    }
    let line = input.rest(value.start).lines().next().unwrap_or_default();
    let whole = line.split(" #").next().unwrap_or_default().trim_end();
    let hint = if whole.contains(['"', '\\']) || whole.chars().count() > 80 {
        "put the value in quotes".to_owned()
    } else {
        format!("put the value in quotes: `\"{whole}\"`")
    };
    let message = format!("a `:` in a value that is not in quotes: `{}`", clip(whole));
    input.error(codes.syntax, message, here).hint(hint)
}

/// The first tab that indents a line, from the line of the error on.
fn tab(input: &Input<'_>, here: Range<usize>) -> Range<usize> {
    let before = input.slice(input.base..here.start);
    let mut start = input.base + before.rfind('\n').map_or(0, |end| end + 1);
    for line in input.rest(start).split_inclusive('\n') {
        let indent = &line[..line.len() - line.trim_start().len()];
        if let Some(tab) = indent.find('\t') {
            return start + tab..start + tab + 1;
        }
        start += line.len();
    }
    here
}

/// What is on the last line with anything on it before a byte.
fn last_line(input: &Input<'_>, byte: usize) -> Range<usize> {
    let before = input.slice(input.base..byte).trim_end();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let blank = before[line..].len() - before[line..].trim_start().len();
    input.base + line + blank..input.base + before.len()
}

/// The word that begins at a byte.
fn word(input: &Input<'_>, byte: usize) -> Range<usize> {
    let rest = input.rest(byte);
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    byte..byte + length
}

/// The text, cut when it is too long for a message.
pub(super) fn clip(text: &str) -> String {
    match text.char_indices().nth(60) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
