//! Loading: the built-in glossary and tracks, and what a workspace adds to them or puts in their place.

use std::sync::Arc;

use super::entry::{Entry, Kind};
use crate::diagnostic::{Code, Diagnostic, Source, Span};
use crate::round::tracks::Track;
use crate::yaml::{self, Index, YamlCodes};

const GLOSSARY: &str = include_str!(concat!(env!("OUT_DIR"), "/glossary.json"));
const TRACKS: &str = include_str!(concat!(env!("OUT_DIR"), "/tracks.json"));

/// The built-in entries, in the order of their files.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "build.rs wrote the text, and a test loads it")]
pub fn builtin() -> Vec<Entry> {
    #[expect(clippy::expect_used, reason = "see above")]
    serde_json::from_str(GLOSSARY).expect("the built-in glossary loads")
}

/// The built-in tracks.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "build.rs wrote the text, and a test loads it")]
pub fn builtin_tracks() -> Vec<Track> {
    #[expect(clippy::expect_used, reason = "see above")]
    serde_json::from_str(TRACKS).expect("the built-in tracks load")
}

const CODES: YamlCodes = YamlCodes { syntax: Code::GlossarySyntax, unknown_key: Code::GlossaryEntry, r#type: Code::GlossaryEntry };

/// The tracks of a workspace's own files.
///
/// # Errors
/// Every problem of every file.
pub fn tracks(sources: &[Arc<Source>]) -> Result<Vec<Track>, Vec<Diagnostic>> {
    let codes = YamlCodes { syntax: Code::TracksEntry, unknown_key: Code::TracksEntry, r#type: Code::TracksEntry };
    let (mut tracks, mut problems) = (Vec::new(), Vec::new());
    for source in sources {
        match yaml::load::<Vec<Track>>(source, codes) {
            Ok(document) => tracks.extend(document.value),
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() { Ok(tracks) } else { Err(problems) }
}

/// A glossary file, its entries and their places.
#[derive(Debug)]
pub struct GlossaryFile {
    /// Its entries, in their order.
    pub entries: Vec<Entry>,
    index: Index,
}

impl GlossaryFile {
    /// The place of a part of an entry (`.en`, `.ar[0]`), or of the entry.
    #[must_use]
    pub fn span(&self, entry: usize, path: &str) -> Option<Span> {
        self.index.span(&format!("[{entry}]{path}")).or_else(|| self.index.span(&format!("[{entry}]")))
    }

    /// A problem, put at a part of an entry.
    #[must_use]
    pub fn at(&self, problem: Diagnostic, entry: usize, path: &str) -> Diagnostic {
        match self.span(entry, path) {
            Some(span) => problem.at(span),
            None => problem,
        }
    }
}

/// The glossary files of a workspace.
///
/// # Errors
/// Every problem of every file.
pub fn files(sources: &[Arc<Source>]) -> Result<Vec<GlossaryFile>, Vec<Diagnostic>> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for source in sources {
        match yaml::load::<Vec<Entry>>(source, CODES) {
            Ok(document) => {
                let file = GlossaryFile { entries: document.value, index: document.index };
                for (i, entry) in file.entries.iter().enumerate() {
                    problems.extend(check(entry, i, &file));
                }
                files.push(file);
            }
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

/// What is wrong with one entry by itself.
fn check(entry: &Entry, number: usize, file: &GlossaryFile) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut say = |path: String, message: String, hint: &str| {
        let problem = Diagnostic::error(Code::GlossaryEntry, message).hint(hint);
        out.push(file.at(problem, number, &path));
    };
    let id = &entry.id;
    if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-') {
        say(".id".into(), format!("`{id}` is not an id"), "write lower-case letters, digits and underscores, as in `de_mistura`");
    }
    if entry.en.preferred.trim().is_empty() {
        say(".en".into(), format!("entry `{id}` has no English"), "write the one English form that briefs shall print");
    }
    if entry.ar.is_empty() && entry.short.is_empty() {
        say(".ar".into(), format!("entry `{id}` has no Arabic form"), "write at least one form, as in `ar: [ستافان دي ميستورا]`");
    }
    for (list, forms) in [("ar", &entry.ar), ("short", &entry.short)] {
        for (i, form) in forms.iter().enumerate() {
            if crate::arabic::token::tokens(form).is_empty() {
                say(format!(".{list}[{i}]"), format!("`{form}` is no Arabic form"), "write the name or term as it stands in the news, or take the line out");
            }
        }
    }
    if entry.kind == Kind::Verb && entry.ar.len() != 2 {
        say(".ar".into(), format!("verb `{id}` needs two forms, it has {}", entry.ar.len()), "write the perfect and the imperfect, as in `ar: [أعلن, يعلن]`");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_loads() {
        assert!(!builtin().is_empty());
        assert_eq!(builtin_tracks().iter().map(|t| t.id.as_str()).collect::<Vec<_>>(), ["astana", "geneva-syria", "constitutional-committee", "yemen", "libya", "sudan"]);
    }

    #[test]
    fn a_workspace_entry_is_checked() {
        let source = Source::new("glossary/own.yaml", "- {id: Über, kind: verb, en: \"\", ar: [أعلن]}\n");
        let problems = files(&[source]).unwrap_err();
        let text = crate::diagnostic::render::short(&problems);
        assert_eq!(
            text,
            "glossary/own.yaml:1:8: error[glossary-entry]: `Über` is not an id\n\
             glossary/own.yaml:1:30: error[glossary-entry]: entry `Über` has no English\n\
             glossary/own.yaml:1:38: error[glossary-entry]: verb `Über` needs two forms, it has 1\n"
        );
    }
}
