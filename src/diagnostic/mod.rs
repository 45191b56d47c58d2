//! What mujaz has to say about the files it reads.
//!
//! In: a complaint, as a [`Code`] and a message, with the place in a [`Source`] that it is about. Out: a [`Diagnostic`], which is data:
//! the renderers in [`render`] turn a list of them into text for people, those in [`formats`] into
//! what machines read. This module never prints, never decides whether a run has failed, and
//! keeps no global list: whoever finds a problem returns it.
//!
//! A good diagnostic repeats the offending text in its message (in a terminal that reorders Arabic, a caret proves nothing), and says in
//! its hint what to do next. Messages are lower case, without a full stop, with names in backticks.

mod code;
mod excerpt;
pub mod formats;
mod markup;
pub mod render;
mod source;
mod suggest;

pub use code::Code;
pub(crate) use excerpt::is_bidi_control;
pub(crate) use markup::push_escaped;
pub use source::{Source, Span};
pub use suggest::did_you_mean;
pub(crate) use suggest::distance;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written until this is mended.
    Error,
    /// The output can be written, but somebody should look.
    Warning,
    /// Nothing is wrong; somebody may want to know.
    Notice,
}

impl Severity {
    /// The word that is printed: `error`, `warning` or `notice`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// One problem, with its place and its remedy.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Which kind of problem it is: stable, for scripts and for the book.
    pub code: Code,
    /// What is wrong, in one line that repeats the offending text.
    pub message: String,
    /// Where it is, if it is at a place in a text.
    pub span: Option<Span>,
    /// The file it is about, if there is a file but no place in its text (it is missing, or not text at all).
    pub path: Option<String>,
    /// Other places that belong to the problem, each with a word on why.
    pub related: Vec<(Span, String)>,
    /// Further facts.
    pub notes: Vec<String>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A problem that stops the build.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message.into())
    }

    /// A problem that does not stop the build.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message.into())
    }

    /// Something that is no problem, and that somebody may want to know. Never changes an exit code.
    pub fn notice(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Notice, code, message.into())
    }

    fn new(severity: Severity, code: Code, message: String) -> Self {
        Self { severity, code, message, span: None, path: None, related: Vec::new(), notes: Vec::new(), hint: None }
    }

    /// Says where it is.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Says which file it is about, when no place in its text can be shown.
    #[must_use]
    pub fn in_file(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Adds another place that belongs to the problem.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The file it is about, if there is one.
    pub fn file(&self) -> Option<&str> {
        let span = self.span.as_ref();
        span.map(|span| span.source.path.as_str()).or(self.path.as_deref())
    }

    fn key(&self) -> impl Ord + '_ {
        // The lines of a JSONL file are sources of their own: their number comes before the place in them.
        let place = self.span.as_ref().map(|s| (s.source.first_line, s.range.start, s.range.end));
        (self.file(), place, self.code.as_str(), &self.message)
    }
}

/// Puts diagnostics in the order in which they are printed: by file, place, code and message.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| a.key().cmp(&b.key()));
}

/// Whether one of them stops the build.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_by_file_place_code_and_message() {
        let a = Source::new("a.txt", "one two");
        let b = Source::new("b.txt", "one two");
        let mut list = vec![
            Diagnostic::error(Code::ConfigValue, "5").at(b.span(0..3)),
            Diagnostic::error(Code::ConfigValue, "4").at(a.span(4..7)),
            Diagnostic::warning(Code::ConfigType, "3").at(a.span(4..7)),
            Diagnostic::warning(Code::ConfigValue, "2").at(a.span(0..3)),
            Diagnostic::warning(Code::ArticleRound, "6").in_file("c.txt"),
            Diagnostic::warning(Code::WorkspaceEmpty, "0"),
            Diagnostic::warning(Code::WorkspaceMissing, "1").in_file("a.txt"),
        ];
        sort(&mut list);
        let order: Vec<&str> = list.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(order, ["0", "1", "2", "3", "4", "5", "6"]);
    }

    #[test]
    fn only_errors_are_errors() {
        let warning = Diagnostic::warning(Code::ArticleRound, "w");
        let error = Diagnostic::error(Code::ArticleRound, "e");
        assert!(!has_errors(&[]));
        assert!(!has_errors(std::slice::from_ref(&warning)));
        assert!(has_errors(&[warning, error]));
    }
}
