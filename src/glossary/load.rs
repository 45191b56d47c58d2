//! Loading: the built-in glossary and tracks, and what a workspace adds to them or puts in their place.

use std::sync::{Arc, LazyLock};

use super::entries::Entries;
use super::entry::{Entry, Kind};
use super::lexicon::Lexicon;
use crate::diagnostic::{Code, Diagnostic, Source, Span, did_you_mean};
use crate::round::tracks::Track;
use crate::yaml::{self, Index, YamlCodes};

const TRACKS: &str = include_str!(concat!(env!("OUT_DIR"), "/tracks.json"));

/// The built-in entries, in the order of their files.
#[must_use]
pub fn builtin() -> Entries {
    Entries::builtin()
}

/// The built-in glossary, compiled once.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(builtin()));
    &LEXICON
}

/// The built-in tracks.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "build.rs wrote the text, and a test loads it")]
pub fn builtin_tracks() -> Vec<Track> {
    #[expect(clippy::expect_used, reason = "see above")]
    serde_json::from_str(TRACKS).expect("the built-in tracks load")
}

const CODES: YamlCodes =
    YamlCodes { syntax: Code::GlossarySyntax, unknown_key: Code::GlossaryEntry, r#type: Code::GlossaryEntry };

/// These tracks with those of a workspace's own files: one with the id of another takes its place, one with nothing but rounds and eras adds them to it.
///
/// # Errors
/// Every problem of every file.
pub fn tracks(mut tracks: Vec<Track>, sources: &[Arc<Source>]) -> Result<Vec<Track>, Vec<Diagnostic>> {
    let codes = YamlCodes { syntax: Code::TracksEntry, unknown_key: Code::TracksEntry, r#type: Code::TracksEntry };
    let (mut more, mut problems) = (Vec::new(), Vec::new());
    for source in sources {
        let document = match yaml::load::<Vec<Track>>(source, codes) {
            Ok(document) => document,
            Err(found) => {
                problems.extend(found);
                continue;
            }
        };
        for (i, track) in document.value.into_iter().enumerate() {
            let place = document.index.span(&format!("[{i}]"));
            if track.is_more() {
                more.push((track, place));
            } else if let Some(key) = track.missing().first() {
                problems.push(at(Diagnostic::error(Code::TracksEntry, format!("missing key `{key}`")), place));
            } else {
                tracks.retain(|t| t.id != track.id);
                tracks.push(track);
            }
        }
    }
    for (extra, place) in more {
        match tracks.iter_mut().find(|t| t.id == extra.id) {
            Some(track) => track.add(extra),
            None => {
                let problem = Diagnostic::error(Code::TracksEntry, format!("there is no track `{}` to add rounds to", extra.id));
                let problem = match did_you_mean(&extra.id, tracks.iter().map(|t| t.id.as_str())) {
                    Some(near) => problem.hint(format!("did you mean `{near}`?")),
                    None => problem.hint("a track of its own needs `en`, `ar`, `round` and `marks`, too"),
                };
                problems.push(at(problem, place));
            }
        }
    }
    if problems.is_empty() { Ok(tracks) } else { Err(problems) }
}

fn at(problem: Diagnostic, place: Option<Span>) -> Diagnostic {
    match place {
        Some(span) => problem.at(span),
        None => problem,
    }
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
        at(problem, self.span(entry, path))
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
            if !form.chars().any(|c| matches!(c, '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')) {
                say(
                    format!(".{list}[{i}]"),
                    format!("`{form}` is no Arabic form"),
                    "write the name or term as it stands in the news, or take the line out",
                );
            }
        }
    }
    for (list, forms) in [("ar", &entry.ar), ("short", &entry.short)] {
        for (i, form) in forms.iter().enumerate().filter(|(_, form)| form.contains(['،', '؛'])) {
            let parts: Vec<&str> = form.split(['،', '؛']).map(str::trim).collect();
            say(
                format!(".{list}[{i}]"),
                format!("`{form}` has a comma of Arabic text in it: it is read as one form"),
                &format!("between the forms of a list stands `,`: `[{}]`", parts.join(", ")),
            );
        }
    }
    if entry.kind == Kind::Verb && entry.ar.len() != 2 {
        say(
            ".ar".into(),
            format!("verb `{id}` needs two forms, it has {}", entry.ar.len()),
            "write the perfect and the imperfect, as in `ar: [أعلن, يعلن]`",
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_loads() {
        // What was packed is what the files say.
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary");
        let files = walkdir::WalkDir::new(folder).max_depth(1).sort_by_file_name().into_iter().map(|f| f.unwrap().into_path());
        let files = files.filter(|f| f.extension().is_some_and(|e| e == "yaml") && !f.ends_with("tracks.yaml"));
        let entries = |file| serde_yaml::from_str::<Vec<Entry>>(&std::fs::read_to_string(file).unwrap()).unwrap();
        assert!(builtin().iter().cloned().eq(files.flat_map(entries)));
        assert_eq!(
            builtin_tracks().iter().filter(|t| !t.elsewhere).map(|t| t.id.as_str()).collect::<Vec<_>>(),
            ["astana", "geneva-syria", "constitutional-committee", "yemen", "libya", "sudan"]
        );
    }

    #[test]
    fn a_file_adds_rounds_to_a_track_or_takes_its_place() {
        let source = Source::new(
            "tracks/a.yaml",
            "- id: yemen\n  rounds: [{id: oslo-2030, start: 2030-01-01, end: 2030-01-02}]\n\
             - {id: sudan, en: Sudan, ar: السودان, round: {en: \"Sudan {n}\", ar: \"السودان {n}\"}, marks: [sudan]}\n",
        );
        let all = tracks(builtin_tracks(), &[source]).unwrap();
        let yemen = all.iter().find(|t| t.id == "yemen").unwrap();
        assert_eq!(yemen.rounds.last().map(|r| yemen.round_id(r)), Some("yemen-oslo-2030".to_owned()));
        assert_eq!(all.last().map(|t| (t.id.as_str(), t.rounds.len())), Some(("sudan", 0)));
        let wrong = Source::new(
            "tracks/b.yaml",
            "- {id: yemn, rounds: []}\n- {id: oslo, en: Oslo, round: {en: a, ar: b}, marks: [oslo]}\n- {id: rome, rounds: []}\n",
        );
        assert_eq!(
            crate::diagnostic::render::short(&tracks(builtin_tracks(), &[wrong]).unwrap_err()),
            "tracks/b.yaml:2:3: error[tracks-entry]: missing key `ar`\n\
             tracks/b.yaml:1:3: error[tracks-entry]: there is no track `yemn` to add rounds to\n\
             tracks/b.yaml:3:3: error[tracks-entry]: there is no track `rome` to add rounds to\n"
        );
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
        let source = Source::new("glossary/own.yaml", "- {id: lake, kind: place, en: Lake, ar: [البحيرة، بحيرة المثال]}\n");
        let problem = &files(&[source]).unwrap_err()[0];
        assert_eq!(problem.message, "`البحيرة، بحيرة المثال` has a comma of Arabic text in it: it is read as one form");
        assert_eq!(problem.hint.as_deref(), Some("between the forms of a list stands `,`: `[البحيرة, بحيرة المثال]`"));
    }
}
