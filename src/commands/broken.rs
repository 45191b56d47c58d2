//! What is broken in templates, as diagnostics. A fault that many pages have is told once, with the pages that have it.

use crate::diagnostic::{Code, Diagnostic, Source};
use crate::render::Problem;

/// So many pages are named beside a fault.
const PAGES: usize = 6;

/// Faults that can be seen without a brief.
pub(super) fn unread(problems: &[Problem]) -> Vec<Diagnostic> {
    problems.iter().map(|problem| diagnostic(Code::TemplateSyntax, problem, &[])).collect()
}

/// A fault that showed in a page.
pub(super) fn one(problem: &Problem) -> Vec<Diagnostic> {
    rendered(std::slice::from_ref(problem))
}

/// Faults that showed in pages, in the order in which they showed first.
pub(super) fn rendered(problems: &[Problem]) -> Vec<Diagnostic> {
    let mut faults: Vec<(&Problem, Vec<&str>)> = Vec::new();
    for problem in problems {
        let same = |(p, _): &&mut (&Problem, Vec<&str>)| {
            (&p.template, &p.range, &p.message, &p.notes) == (&problem.template, &problem.range, &problem.message, &problem.notes)
        };
        match faults.iter_mut().find(same) {
            Some((_, pages)) => pages.extend(problem.page.as_deref()),
            None => faults.push((problem, problem.page.as_deref().into_iter().collect())),
        }
    }
    faults.iter().map(|(problem, pages)| diagnostic(Code::TemplateRender, problem, pages)).collect()
}

/// A fault with its place, and the pages that were being rendered.
fn diagnostic(code: Code, problem: &Problem, pages: &[&str]) -> Diagnostic {
    let mut out = Diagnostic::error(code, problem.message.to_string());
    if !problem.template.is_empty() {
        out = out.at(Source::new(problem.template.to_string(), problem.text.to_string()).span(problem.range.clone()));
    }
    if !pages.is_empty() {
        let more = if pages.len() > PAGES { format!(", and {} more", pages.len() - PAGES) } else { String::new() };
        out = out.note(format!("while rendering {}{more}", pages[..pages.len().min(PAGES)].join(", ")));
    }
    for note in &problem.notes {
        out = out.note(note.clone());
    }
    match &problem.hint {
        Some(hint) => out.hint(hint.to_string()),
        None => out,
    }
}
