//! What went wrong in a template, and where: Tera's errors as places in a source.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use tera::{Error, ErrorKind};

use super::filters;
use crate::diagnostic::did_you_mean;

/// A mistake in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the template: `templates/brief.html` is the user's, `builtin/brief.html` ours. Empty when no template is at fault.
    pub template: Arc<str>,
    /// Its source text, without byte order mark; empty when there is none.
    pub text: Arc<str>,
    /// The bytes of `text` that are at fault.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Box<str>,
    /// What was being rendered, with its template: `round astana-2 (brief.html)`; nothing where the template is wrong whatever is rendered.
    pub page: Option<Box<str>>,
    /// Which templates led there.
    pub notes: Vec<String>,
    /// What to write instead.
    pub hint: Option<Box<str>>,
}

impl fmt::Display for Problem {
    /// The whole report, as Tera and rustc draw theirs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        if !self.template.is_empty() {
            let before = &self.text[..self.range.start];
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            let line = self.text[line_start..].lines().next().unwrap_or_default();
            let number = before.matches('\n').count() + 1;
            let column = before[line_start..].chars().count();
            let length = self.text[self.range.clone()].lines().next().unwrap_or_default().chars().count().max(1);
            let pad = " ".repeat(number.to_string().len());
            write!(f, "\n{pad}--> {}:{number}:{}\n{pad} |\n{number} | {line}\n{pad} | ", self.template, column + 1)?;
            write!(f, "{}{}", " ".repeat(column), "^".repeat(length))?;
        }
        if let Some(page) = &self.page {
            write!(f, "\n  = note: while rendering {page}")?;
        }
        for note in &self.notes {
            write!(f, "\n  = note: {note}")?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\n  = hint: {hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// The sources of all templates, by name.
pub(super) type Sources = BTreeMap<String, String>;

/// Tera's error as problems, at least one; `page` is what was being rendered, and `names` are those of its context.
pub(super) fn problems(error: &Error, sources: &Sources, page: Option<&str>, names: &[&str]) -> Vec<Problem> {
    let mut problems = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let mut problem = at(sources, report.filename(), report.span().range.clone(), report.message());
            problem.notes = callers(&error.to_string());
            if &*problem.message == "Iteration not possible on type `undefined`" {
                let name = &problem.text[problem.range.clone()];
                problem.message = format!("`{name}` is not defined").into();
                problem.hint = Some(match did_you_mean(name, names.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?").into(),
                    None => "`mujaz template vars` prints what there is".into(),
                });
            } else if &*problem.message == "Unexpected end of input" {
                problem.hint = Some("something that was opened is not closed: `}}`, `%}`, `#}` or an end tag is missing".into());
            }
            vec![problem]
        }
        ErrorKind::CircularExtend { tpl, .. } => vec![circular(sources, tpl)],
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let range = quoted(sources, tpl, "include", include_chain.get(1).unwrap_or(tpl));
            let message = format!("the template includes itself: {}", include_chain.join(" → "));
            vec![at(sources, tpl, range, &message)]
        }
        ErrorKind::MissingParent { current, parent } => {
            let range = quoted(sources, current, "extends", parent);
            let mut problem = at(sources, current, range, &format!("there is no template `{parent}` to extend"));
            problem.hint =
                did_you_mean(parent, sources.keys().map(String::as_str)).map(|near| format!("did you mean `{near}`?").into());
            vec![problem]
        }
        _ => reports(&error.to_string(), sources),
    };
    for problem in &mut problems {
        problem.page = page.map(Into::into);
        let next = || instead(&problem.message, sources).or_else(|| next_step(error, &problem.message)).map(Into::into);
        problem.hint = problem.hint.take().or_else(next);
    }
    problems
}

/// What to do where nothing closer to the mistake is known.
fn next_step(error: &Error, message: &str) -> Option<String> {
    // What a filter takes is said with the complaint.
    if ["Filter `", "`lang` ", "`months` "].iter().any(|start| message.starts_with(start)) {
        return None;
    }
    let step = match error.kind() {
        ErrorKind::SyntaxError(_) => {
            "what is printed is `{{ value }}`, what is done `{% if value %} … {% endif %}`, `{% for x in list %} … {% endfor %}`"
        }
        ErrorKind::RenderingError(_) => "`mujaz template vars` prints what a template may use, and what each value is",
        _ => return None,
    };
    Some(step.to_owned())
}

/// What to write instead, where Tera says which name is unknown: the one that was probably meant, else where the names are.
fn instead(message: &str, sources: &Sources) -> Option<String> {
    let (before, rest) = message.split_once('`')?;
    let (name, after) = rest.split_once('`')?;
    let (found, otherwise) = match before {
        "Unknown filter " => {
            let all = format!("beside those of Tera there are: {}", filters::NAMES.join(", "));
            (did_you_mean(name, filters::NAMES), all)
        }
        "Unknown template " => {
            let short = |path: &str| path.split_once('/').map_or(path, |(_, short)| short).to_owned();
            let all: Vec<String> = sources.keys().map(|path| short(path)).collect();
            let found = did_you_mean(name, all.iter().map(String::as_str));
            return Some(meant(found).unwrap_or_else(|| "`mujaz template list` has the names".to_owned()));
        }
        "Unknown component " => {
            let found = did_you_mean(name, components(sources));
            (found, "`mujaz template show components.html` has those for HTML, `components.md` those for Markdown".to_owned())
        }
        "Block " => (
            did_you_mean(name, blocks(sources)),
            "`mujaz template new` writes a template with the names of its blocks".to_owned(),
        ),
        "Field " | "Variable " => {
            return meant(did_you_mean(name, after.split_once("Available ")?.1.split_once(": ")?.1.split(", ")));
        }
        _ => return None,
    };
    meant(found).or(Some(otherwise))
}

fn meant(found: Option<&str>) -> Option<String> {
    found.map(|found| format!("did you mean `{found}`?"))
}

/// The names of all components.
fn components(sources: &Sources) -> Vec<&str> {
    let texts = sources.values().flat_map(|text| text.split("component ").skip(1));
    texts
        .filter_map(|rest| rest.split_once('(').map(|(name, _)| name))
        .filter(|name| !name.contains(char::is_whitespace))
        .collect()
}

/// The names of the blocks of the built-in templates.
fn blocks(sources: &Sources) -> Vec<&str> {
    let texts = sources.iter().filter(|(name, _)| name.starts_with("builtin/")).map(|(_, text)| text.as_str());
    let tags = texts.flat_map(|text| text.split("{%").skip(1)).map(|tag| tag.trim_start_matches('-').trim_start());
    tags.filter_map(|tag| tag.strip_prefix("block ")?.split([' ', '%', '-']).next()).collect()
}

fn at(sources: &Sources, template: &str, range: Range<usize>, message: &str) -> Problem {
    let text: Arc<str> = sources.get(template).map_or("", String::as_str).into();
    let fits = text.is_char_boundary(range.start) && text.is_char_boundary(range.end) && range.start <= range.end;
    Problem {
        template: template.into(),
        range: if fits { range } else { 0..0 },
        text,
        message: message.into(),
        page: None,
        notes: Vec::new(),
        hint: None,
    }
}

/// A user's template that extends its own short name, which resolves to itself.
fn circular(sources: &Sources, template: &str) -> Problem {
    let short = template.strip_prefix("templates/").unwrap_or(template);
    let range = quoted(sources, template, "extends", short);
    let mut problem = at(sources, template, range, "the template extends itself");
    if sources.contains_key(&format!("builtin/{short}")) {
        problem.hint = Some(format!("write `builtin/{short}`").into());
    }
    problem
}

/// Where `{% tag "name" %}` names a template; the start of the file when it is not found.
fn quoted(sources: &Sources, template: &str, tag: &str, name: &str) -> Range<usize> {
    let Some(text) = sources.get(template) else {
        return 0..0;
    };
    let short = name.rsplit_once('/').map_or(name, |(_, last)| last);
    for (at, _) in text.match_indices(tag) {
        let rest = &text[at + tag.len()..];
        let Some(end) = rest.find("%}") else { continue };
        for candidate in [name, short] {
            if let Some(found) = rest[..end].find(candidate) {
                let start = at + tag.len() + found;
                return start..start + candidate.len();
            }
        }
    }
    0..0
}

/// The notes that Tera draws below a report and gives no other access to: `called from templates/brief.html:2:14`.
fn callers(report: &str) -> Vec<String> {
    report.lines().filter_map(|line| line.strip_prefix("note: ")).map(str::to_owned).collect()
}

/// Reports that Tera has already drawn (`error: …`, ` --> file:line:column`, source, carets), taken apart again.
fn reports(drawn: &str, sources: &Sources) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut lines = drawn.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(message) = line.strip_prefix("error: ") else {
            continue;
        };
        let locus = lines.peek().and_then(|l| l.trim_start().strip_prefix("--> ")).and_then(locus);
        let Some((template, line, column)) = locus else {
            problems.push(at(sources, "", 0..0, message));
            continue;
        };
        let carets = lines.clone().take(4).map(|l| l.chars().filter(|&c| c == '^').count()).last().unwrap_or(1);
        let text = sources.get(template).map_or("", String::as_str);
        problems.push(at(sources, template, bytes(text, line, column, carets), message));
    }
    if problems.is_empty() {
        problems.push(at(sources, "", 0..0, drawn));
    }
    problems
}

fn locus(text: &str) -> Option<(&str, usize, usize)> {
    let (rest, column) = text.rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    Some((name, line.parse().ok()?, column.parse().ok()?))
}

/// The bytes of `length` characters from a line and a column, both from 1.
fn bytes(text: &str, line: usize, column: usize, length: usize) -> Range<usize> {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let mut places = text[start..].char_indices().map(|(at, _)| start + at).chain([text.len()]).skip(column.saturating_sub(1));
    let from = places.next().unwrap_or(text.len());
    let to = places.nth(length.saturating_sub(1)).unwrap_or(text.len());
    from..to.max(from)
}
