//! The templates of one format, and a page made by one of them.

use std::sync::Arc;

use memchr::memmem;
use tera::{Context, Tera};

use super::engine::{Names, Options, UserTemplate, builtin};
use super::limits::{self, Limits, Stopped};
use super::problem::{Problem, Sources, problems};
use super::{Format, direction, escape, filters, scratch};
use crate::article::utf8;

/// The templates of one format.
#[derive(Debug)]
pub(super) struct Set {
    pub(super) tera: Arc<Tera>,
    pub(super) sources: Sources,
    pub(super) limits: Limits,
    /// Short names of the templates that define components, which every template may call.
    pub(super) components: Vec<String>,
    /// What was decided about rendering, as text.
    pub(super) options: String,
}

/// The name by which templates call each other.
pub(super) fn short(path: &str) -> &str {
    path.split_once('/').map_or(path, |(_, name)| name)
}

pub(super) fn belongs(template: &str, format: Format) -> bool {
    template.ends_with(".md") == (format == Format::Md)
}

pub(super) fn first(problems: Vec<Problem>) -> Problem {
    problems.into_iter().next().expect("an error is at least one problem")
}

impl Set {
    /// The built-in templates of a format, and the user's before them.
    pub(super) fn new(user: &[UserTemplate], format: Format, options: Options) -> Result<Set, Vec<Problem>> {
        let mut sources = Sources::new();
        for (path, source) in builtin() {
            sources.insert(format!("builtin/{path}"), source.to_owned());
        }
        for template in user {
            let path = template.path.replace('\\', "/");
            let name = if path.starts_with("templates/") { path } else { format!("templates/{path}") };
            sources.insert(name, template.source.trim_start_matches('\u{feff}').to_owned());
        }
        sources.retain(|name, _| belongs(name, format));
        let mut tera = empty(format, options);
        if let Err(error) = tera.add_raw_templates(sources.iter().map(|(name, source)| (name.as_str(), source.as_str()))) {
            return Err(all_problems(&error, &sources, format, options));
        }
        let defines = |(path, text): (&String, &String)| text.contains("component").then(|| short(path).to_owned());
        let components = sources.iter().filter_map(defines).collect();
        Ok(Set { tera: Arc::new(tera), sources, limits: options.limits, components, options: format!("{options:?}") })
    }

    /// The user's template of this short name, and ours.
    pub(super) fn named<'s>(&'s self, name: &str) -> impl Iterator<Item = (&'s str, &'s str)> + use<'s> {
        let found = ["templates/", "builtin/"].map(|prefix| self.sources.get_key_value(&format!("{prefix}{name}")));
        found.into_iter().flatten().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// A page, or why there is none.
    pub(super) fn render(
        &self,
        template: &str,
        context: Result<Context, String>,
        of: &impl Names,
        what: &str,
    ) -> Result<String, Problem> {
        let page = format!("{what} ({template})");
        let context = context.map_err(|message| Stopped::Error(tera::Error::message(message)));
        let rendered = context.and_then(|context| limits::render(&self.tera, template, context, self.limits));
        let rendered = rendered.and_then(|bytes| {
            let page = utf8(&bytes).map(|text| finished(text, template));
            scratch::give(bytes);
            page.ok_or_else(|| Stopped::Error(tera::Error::message("the page is no text")))
        });
        match rendered {
            Ok(page) => Ok(page),
            Err(Stopped::Error(error)) => {
                let names = of.names();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                Err(first(problems(&error, &self.sources, Some(&page), &names)))
            }
            Err(Stopped::Late) => {
                let seconds = self.limits.time.as_secs_f32();
                Err(self.too_much(template, format!("the page was not finished after {seconds} seconds"), page))
            }
            Err(Stopped::Large) => {
                let megabytes = self.limits.bytes >> 20;
                Err(self.too_much(template, format!("the page has more than {megabytes} MB"), page))
            }
        }
    }

    /// The complaint about a template that does too much; which part of it does is not known.
    fn too_much(&self, template: &str, message: String, page: String) -> Problem {
        let full = ["templates/", "builtin/"].map(|prefix| format!("{prefix}{template}"));
        let (name, text) = full.iter().find_map(|name| self.sources.get_key_value(name)).unzip();
        Problem {
            template: name.map_or(template, String::as_str).into(),
            text: text.map_or("", String::as_str).into(),
            range: 0..0,
            message: message.into(),
            page: Some(page.into()),
            notes: Vec::new(),
            hint: Some("look for loops inside loops".into()),
        }
    }
}

fn empty(format: Format, options: Options) -> Tera {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes(["templates/", "builtin/"]).expect("no template is there yet");
    // Every template escapes, whatever its name ends with.
    tera.autoescape_on([""]);
    tera.set_escape_fn(if format == Format::Md { escape::write_markdown } else { escape::write_html });
    filters::register(&mut tera, format, options.months);
    tera
}

/// Tera stops at the first syntax error of all files; here each file is read by itself, so that one does not hide the others.
fn all_problems(error: &tera::Error, sources: &Sources, format: Format, options: Options) -> Vec<Problem> {
    let mut all = Vec::new();
    if matches!(error.kind(), tera::ErrorKind::SyntaxError(_)) {
        for (name, source) in sources {
            let alone = empty(format, options).add_raw_template(name, source);
            if let Err(error) = alone
                && matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
            {
                all.extend(problems(&error, sources, None, &[]));
            }
        }
    }
    if all.is_empty() { problems(error, sources, None, &[]) } else { all }
}

/// The page without characters that no page may hold, ending in one newline. Markdown has no two blank lines in a row: a template can then
/// leave one wherever a block may begin.
fn finished(page: &str, template: &str) -> String {
    let text = direction::strip_bidi(page.trim_end());
    let text = text.trim_end_matches('\n');
    // Pages wait until all are there: a copy takes no more room than it needs.
    let mut page = String::with_capacity(text.len() + 1);
    if belongs(template, Format::Md) {
        single_blanks(text, &mut page);
    } else {
        page.push_str(text);
    }
    page.push('\n');
    page
}

/// Appends the text with one blank line where several follow each other.
fn single_blanks(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = memmem::find(rest.as_bytes(), b"\n\n\n") {
        out.push_str(&rest[..at + 2]);
        rest = rest[at..].trim_start_matches('\n');
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::single_blanks;

    #[test]
    fn blank_lines_are_single() {
        for (text, expected) in
            [("", ""), ("a\n\nb\n", "a\n\nb\n"), ("\n\n\n\na\n\n\nb\n\n\n\n\n", "\n\na\n\nb\n\n"), ("a\n\n \n\n\n", "a\n\n \n\n")]
        {
            let mut out = String::new();
            single_blanks(text, &mut out);
            assert_eq!(out, expected);
        }
    }
}
