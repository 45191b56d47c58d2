//! Front matter: a few lines of YAML between two lines of three dashes, before an article.
//!
//! In: a source. Out: what it states about the article, and the byte where the article itself starts. Unknown keys are errors. A plain
//! text may start with dashes for other reasons, so there it must look like front matter to be taken for it.

use super::{Meta, RoundRef, clean, date};
use crate::diagnostic::{self, Code, Diagnostic, Source};
use crate::yaml::{self, Index, YamlCodes};
use serde::{Deserialize, Deserializer, de};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

const CODES: YamlCodes =
    YamlCodes { syntax: Code::ArticleFrontMatter, unknown_key: Code::ArticleFrontMatter, r#type: Code::ArticleFrontMatter };

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Front {
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    url: Option<String>,
    round: Option<Round>,
}

/// Reads the front matter of a source, if it has any.
pub(super) fn read(source: &Arc<Source>, plain: bool) -> Result<(Meta, usize), Vec<Diagnostic>> {
    let text = &source.text;
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let Some(first) = fence(&text[start..]) else {
        return match misdashed(&text[start..]) {
            Some(length) => {
                let error = Diagnostic::error(Code::ArticleFrontMatter, "front matter begins with a line of three dashes");
                Err(vec![error.at(source.span(start..start + length)).hint("write `---`")])
            }
            None => Ok((Meta::default(), start)),
        };
    };
    let inside = start + first;
    let end = lines(&text[inside..]).find(|line| matches!(line.1, "---" | "..."));
    let closed = end.map(|(at, _, after)| (inside..inside + at, inside + after));
    if plain && !closed.as_ref().is_some_and(|(yaml, _)| looks_like_it(&text[yaml.clone()])) {
        return Ok((Meta::default(), start));
    }
    let Some((yaml, body)) = closed else {
        let message = "the front matter does not end";
        let error = Diagnostic::error(Code::ArticleFrontMatter, message);
        let hint = "end it with a line of three dashes, `---`";
        return Err(vec![error.at(source.span(start..start + 3)).hint(hint)]);
    };
    meta(source, yaml).map(|meta| (meta, body))
}

/// The length of the first line with its line end, if it is three dashes.
fn fence(text: &str) -> Option<usize> {
    let (_, line, after) = lines(text).next()?;
    (line == "---").then_some(after)
}

/// The length of a first line that is dashes but not three, if a key of front matter follows.
fn misdashed(text: &str) -> Option<usize> {
    let (_, line, after) = lines(text).next()?;
    let dashes = !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '–' | '—' | '_' | '='));
    let (key, _) = text[after..].lines().next()?.split_once(':')?;
    (dashes && ["title", "date", "source", "url", "round"].contains(&key)).then_some(line.len())
}

/// Where each line starts, the line without blanks at its end, and where the next one starts.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut after = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = after;
        after += line.len();
        (at, line.trim_end(), after)
    })
}

/// Whether its first line that says something is a Latin word and a colon.
fn looks_like_it(yaml: &str) -> bool {
    let mut lines = yaml.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    let key = first.and_then(|line| line.split_once(':'));
    key.is_some_and(|(key, _)| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b)))
}

fn meta(source: &Arc<Source>, range: Range<usize>) -> Result<Meta, Vec<Diagnostic>> {
    let document = yaml::load_at::<Front>(source, range, CODES)?;
    let (front, index) = (document.value, document.index);
    let mut problems = Vec::new();
    let url = clean::stated(front.url);
    if let Some(url) = url.as_ref().filter(|url| !clean::is_web_address(url)) {
        let message = format!("`url` is not a web address: \"{url}\"");
        problems.push(wrong(&index, "url", message, "it starts with `https://` or `http://`"));
    }
    let stated = clean::stated(front.date);
    let day = stated.as_deref().and_then(date::parse);
    if let (Some(text), None) = (&stated, day) {
        let message = format!("`date` is not a date: \"{text}\"");
        problems.push(wrong(&index, "date", message, "write it as `2017-02-16`"));
    }
    let round = match front.round {
        None => None,
        Some(Round(text)) => {
            let round = RoundRef::parse(&text);
            if round.is_none() {
                let message = format!("`round` is not a round: \"{text}\"");
                let hint = "write its number, as `2`, or its id, as `astana-2`";
                problems.push(wrong(&index, "round", message, hint));
            }
            round
        }
    };
    if !problems.is_empty() {
        diagnostic::sort(&mut problems);
        return Err(problems);
    }
    Ok(Meta { title: clean::stated(front.title), date: day, source: clean::stated(front.source), url, round })
}

fn wrong(index: &Index, key: &str, message: String, hint: &str) -> Diagnostic {
    let error = Diagnostic::error(Code::ArticleFrontMatter, message).hint(hint);
    match index.span(key) {
        Some(span) => error.at(span),
        None => error,
    }
}

impl RoundRef {
    /// Reads a number from 1, or an id: small Latin letters, digits and single dashes.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(number) = text.parse() {
            return (number > 0).then_some(Self::Number(number));
        }
        let word = |word: &str| {
            let mut bytes = word.bytes();
            !word.is_empty() && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        let letters = text.starts_with(|c: char| c.is_ascii_lowercase());
        (letters && text.split('-').all(word)).then(|| Self::Id(text.to_owned()))
    }
}

/// A number or a word, as it is written.
#[derive(Debug)]
struct Round(String);

impl<'de> Deserialize<'de> for Round {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Round;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the number or the id of a round")
            }
            fn visit_str<E>(self, text: &str) -> Result<Round, E> {
                Ok(Round(text.to_owned()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Round, E> {
                Ok(Round(number.to_string()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Round, E> {
                Ok(Round(number.to_string()))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
