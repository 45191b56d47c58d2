//! Which files a workspace has.
//!
//! Everything is found in the order of the paths, on every system. Links are not followed; what is hidden is not there.

use super::config::{Config, normal};
use super::{CONFIG, read, stray};
use crate::diagnostic::{Code, Diagnostic, Source, did_you_mean};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// Endings of files with articles.
pub(super) const ARTICLES: &[&str] = &["txt", "md", "html", "htm", "jsonl"];
const TEMPLATES: &[&str] = &["html", "md", "txt", "json", "xml", "css", "svg", "js", "csv"];
/// Folders of a workspace that hold no articles, where the articles are in the workspace itself.
const OTHERS: &[&str] = &["templates", "glossary", "tracks", "notes", "translations"];

/// A file.
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// From the workspace on, with `/`.
    pub(super) name: String,
    /// From the folder it was looked for in, without its extension.
    pub(super) id: String,
}

impl Found {
    pub(super) fn has_extension(&self, extension: &str) -> bool {
        let own = self.path.extension();
        own.is_some_and(|own| own.eq_ignore_ascii_case(extension))
    }
}

/// The folder of a workspace.
pub(super) struct Folder<'a> {
    root: &'a Path,
    config: &'a Config,
    /// Where pages are written, if that is in the workspace.
    output: Option<PathBuf>,
}

impl<'a> Folder<'a> {
    pub(super) fn new(root: &'a Path, config: &'a Config, output: &Path) -> Self {
        let inside = || {
            let output = output.canonicalize().ok()?;
            let inside = output.strip_prefix(root.canonicalize().ok()?).ok()?;
            (!inside.as_os_str().is_empty()).then(|| root.join(inside))
        };
        Self { root, config, output: inside() }
    }

    /// How the folder with the articles is called in diagnostics.
    pub(super) fn articles_name(&self) -> String {
        let name = joined(Path::new(&self.config.articles));
        if name.is_empty() { self.root.display().to_string() } else { name }
    }

    /// The files with articles.
    pub(super) fn articles(&self, problems: &mut Vec<Diagnostic>) -> Vec<Found> {
        let folder = Path::new(&self.config.articles);
        if !self.root.join(folder).is_dir() {
            // Without a place the config does not say so: what it says is not known, or there is nothing.
            problems.extend(self.missing("articles", &self.config.articles));
            return Vec::new();
        }
        let whole = normal(folder).next().is_none();
        let wanted = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy();
            let top = whole && entry.depth() == 1;
            let other =
                if entry.file_type().is_dir() { OTHERS.contains(&&*name) } else { name.eq_ignore_ascii_case("readme.md") };
            !(top && other)
        };
        let found = self.walk(folder, &[ARTICLES, stray::DOCUMENTS].concat(), wanted, problems);
        stray::without_documents(found, problems)
    }

    /// The YAML files that a list of paths in the config names, with their texts.
    pub(super) fn yaml_files(&self, key: &str, paths: &[String], problems: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for (number, path) in paths.iter().enumerate() {
            let folder = Path::new(path);
            if self.root.join(folder).exists() {
                found.extend(self.walk(folder, &["yaml", "yml"], |_| true, problems));
            } else {
                problems.extend(self.missing(&format!("{key}[{number}]"), path));
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found.dedup_by(|a, b| a.name == b.name);
        texts(found, problems)
    }

    /// The files with reviewed translations, with their texts.
    pub(super) fn translations(&self, problems: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
        texts(self.walk(Path::new("translations"), &["yaml", "yml"], |_| true, problems), problems)
    }

    /// The templates, with their texts.
    pub(super) fn templates(&self, problems: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
        let found = self.walk(Path::new("templates"), TEMPLATES, |_| true, problems);
        texts(found, problems)
    }

    /// The editors' notes: ids of rounds, paths, texts.
    pub(super) fn notes(&self, problems: &mut Vec<Diagnostic>) -> Vec<(String, String, String)> {
        let is_note = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy();
            entry.depth() == 0 || !(entry.file_type().is_dir() || name.eq_ignore_ascii_case("readme.md"))
        };
        let mut found = self.walk(Path::new("notes"), &["md"], is_note, problems);
        let mut notes = Vec::new();
        for file in found.drain(..) {
            match read::text(&file.path, &file.name) {
                Ok(text) => notes.push((file.id, file.name, text)),
                Err(problem) => problems.push(*problem),
            }
        }
        notes
    }

    /// `rounds.yaml`.
    pub(super) fn rounds(&self, problems: &mut Vec<Diagnostic>) -> Option<Arc<Source>> {
        let name = "rounds.yaml";
        let path = self.root.join(name);
        if !path.exists() {
            return None;
        }
        let read = read::source(&path, name);
        read.map_err(|problem| problems.push(*problem)).ok()
    }

    /// The files in a folder, or the file that this path is, in the order of their paths. A folder that is not there has no files.
    fn walk(
        &self,
        folder: &Path,
        extensions: &[&str],
        wanted: impl Fn(&DirEntry) -> bool,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Found> {
        let start: PathBuf = self.root.join(normal(folder).collect::<PathBuf>());
        if !start.exists() {
            return Vec::new();
        }
        if let Some(link) = self.link_on_the_way(folder) {
            let message = format!("`{link}` is a link, and links are not followed");
            let hint = "put the files into the workspace";
            problems.push(Diagnostic::warning(Code::WorkspaceUnreadable, message).in_file(link).hint(hint));
            return Vec::new();
        }
        let visible = |entry: &DirEntry| {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            let output = self.output.as_deref() == Some(entry.path());
            entry.depth() == 0 || !(hidden || output)
        };
        let walk = WalkDir::new(&start).follow_links(false).sort_by_file_name();
        let entries = walk.into_iter();
        let mut found = Vec::new();
        for entry in entries.filter_entry(|entry| visible(entry) && wanted(entry)) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    problems.push(self.unreadable(&error));
                    continue;
                }
            };
            let file = self.found(&start, entry.path());
            if entry.file_type().is_file() && extensions.iter().any(|e| file.has_extension(e)) {
                found.push(file);
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found
    }

    /// The first link on the way from the workspace to a folder in it.
    fn link_on_the_way(&self, folder: &Path) -> Option<String> {
        let parts: PathBuf = normal(folder).collect();
        let mut ways: Vec<&Path> = parts.ancestors().filter(|way| !way.as_os_str().is_empty()).collect();
        ways.reverse();
        ways.into_iter().find(|way| self.root.join(way).is_symlink()).map(joined)
    }

    fn found(&self, start: &Path, path: &Path) -> Found {
        let name = joined(path.strip_prefix(self.root).unwrap_or(path));
        let id = joined(&path.strip_prefix(start).unwrap_or(path).with_extension(""));
        Found { path: path.to_owned(), name, id }
    }

    fn unreadable(&self, error: &walkdir::Error) -> Diagnostic {
        let path = error.path().unwrap_or(self.root);
        let name = joined(path.strip_prefix(self.root).unwrap_or(path));
        let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
        let message = format!("cannot be read: {reason}");
        Diagnostic::error(Code::WorkspaceUnreadable, message).in_file(name)
    }

    /// The complaint about a path of the config that is not there, if the config says it.
    fn missing(&self, key: &str, path: &str) -> Option<Diagnostic> {
        let span = self.config.index.as_ref()?.span(key)?;
        let message = format!("there is no `{path}` in the workspace");
        let error = Diagnostic::error(Code::WorkspaceMissing, message).at(span);
        let beside = WalkDir::new(self.root).min_depth(1).max_depth(1).sort_by_file_name();
        let names: Vec<String> = beside
            .into_iter()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| name != CONFIG)
            .collect();
        Some(match did_you_mean(path, names.iter().map(String::as_str)) {
            Some(name) => error.hint(format!("did you mean `{name}`?")),
            None => error.hint("make it, or take it out of mujaz.yaml"),
        })
    }
}

fn texts(files: Vec<Found>, problems: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for file in files {
        match read::text(&file.path, &file.name) {
            Ok(text) => out.push((file.name, text)),
            Err(problem) => problems.push(*problem),
        }
    }
    out
}

/// The parts of a path from the workspace on, with `/`.
pub(super) fn joined(path: &Path) -> String {
    let parts: Vec<_> = normal(path).map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
