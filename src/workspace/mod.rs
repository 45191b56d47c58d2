//! A workspace: everything a run reads, read at once.
//!
//! In: a folder. Out: its config, articles, glossary files, templates and notes, all in memory and in the order of their paths; or every
//! problem of every file. Later stages touch no disk. Links are not followed, hidden files are not read, and what an earlier run has
//! written is never taken for an article. A folder without `mujaz.yaml` is a workspace too: its articles are all the articles in it.

mod config;
mod discover;
mod init;
mod read;
mod stray;
#[cfg(test)]
mod tests;

pub use config::{Config, English, Format, Glossary, Limits, Months, Summary, Title, Tracks, Translate, Weights};
pub use init::init;

use crate::article::{self, Article};
use crate::diagnostic::{self, Code, Diagnostic, Source};
use discover::Folder;
use rayon::prelude::*;
use read::Batch;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The name of the config.
pub const CONFIG: &str = "mujaz.yaml";

/// Everything a run reads.
#[derive(Debug)]
pub struct Workspace {
    /// The folder.
    pub root: PathBuf,
    /// The config, with defaults for what it does not say.
    pub config: Config,
    /// The articles, in the order of their paths, and of their lines in one file.
    pub articles: Vec<Article>,
    /// The glossary files of the workspace, without the built-in ones.
    pub glossary: Vec<Arc<Source>>,
    /// The files with tracks of the workspace, without the built-in ones.
    pub tracks: Vec<Arc<Source>>,
    /// The files with reviewed translations.
    pub translations: Vec<Arc<Source>>,
    /// The templates of the workspace: paths such as `templates/brief.html`, and texts.
    pub templates: Vec<(String, String)>,
    /// The editors' notes: the id of the round, the path, and the Markdown.
    pub notes: Vec<(String, String, String)>,
    /// `rounds.yaml`, if there is one.
    pub rounds: Option<Arc<Source>>,
    /// What somebody should look at, in the order of the places.
    pub warnings: Vec<Diagnostic>,
}

impl Workspace {
    /// Reads the workspace in a folder.
    ///
    /// # Errors
    /// Every problem of every file, warnings among them, in the order of their places.
    pub fn load(dir: &Path) -> Result<Self, Vec<Diagnostic>> {
        Self::load_for(dir, None)
    }

    /// Reads the workspace in a folder, if pages are written to another place than the config says.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_for(dir: &Path, output: Option<&Path>) -> Result<Self, Vec<Diagnostic>> {
        Self::read(dir, output).and_then(Self::sound)
    }

    /// Reads everything in a folder but the articles: what the editors write.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_desk(dir: &Path) -> Result<Self, Vec<Diagnostic>> {
        Self::read_some(dir, None, false).and_then(Self::sound)
    }

    /// Reads what can be read in a folder. Its warnings are every problem of every file, errors among them; a config that cannot be read counts as one that says nothing.
    ///
    /// # Errors
    /// There is no such folder.
    pub fn read(dir: &Path, output: Option<&Path>) -> Result<Self, Vec<Diagnostic>> {
        Self::read_some(dir, output, true)
    }

    /// The workspace, if none of its problems is an error.
    fn sound(self) -> Result<Self, Vec<Diagnostic>> {
        if diagnostic::has_errors(&self.warnings) { Err(self.warnings) } else { Ok(self) }
    }

    fn read_some(dir: &Path, output: Option<&Path>, with_articles: bool) -> Result<Self, Vec<Diagnostic>> {
        if let Some(problem) = not_a_folder(dir) {
            return Err(vec![problem]);
        }
        let mut problems = Vec::new();
        let (config, sound) = match Config::read(dir) {
            Ok(config) => (config, true),
            Err(found) => {
                problems.extend(found);
                (Config::default(), false)
            }
        };
        let output = output.map_or_else(|| dir.join(&config.output), Path::to_owned);
        problems.extend(in_the_way(dir, &config, &output));
        let folder = Folder::new(dir, &config, &output);

        let found = if with_articles { folder.articles(&mut problems) } else { Vec::new() };
        let batches: Vec<Batch> = found.par_iter().map(read::article_file).collect();
        let mut articles = Vec::new();
        for batch in batches {
            articles.extend(batch.articles);
            problems.extend(batch.problems);
        }
        problems.extend(articles.iter().flat_map(Article::warnings));
        problems.extend(duplicates(&articles));

        let glossary = folder.yaml_files("glossary.paths", &config.glossary.paths, &mut problems);
        let tracks = folder.yaml_files("tracks.paths", &config.tracks.paths, &mut problems);
        let translations = folder.translations(&mut problems);
        let templates = folder.templates(&mut problems);
        let notes = folder.notes(&mut problems);
        let rounds = folder.rounds(&mut problems);

        if sound {
            let files = [&glossary, &tracks, &translations].into_iter().flatten().map(|(name, _)| name.clone());
            problems.extend(stray::strays(dir, &config, &output, &files.collect()));
        }
        if with_articles && articles.is_empty() && sound && !diagnostic::has_errors(&problems) {
            problems.push(empty(&folder.articles_name(), found.len()));
        }
        diagnostic::sort(&mut problems);
        Ok(Self {
            root: dir.to_owned(),
            config,
            articles,
            glossary: sources(glossary),
            tracks: sources(tracks),
            translations: sources(translations),
            templates,
            notes,
            rounds,
            warnings: problems,
        })
    }

    /// Where the config of a folder says that pages are written; where they usually are if it cannot be read.
    #[must_use]
    pub fn output_of(dir: &Path) -> PathBuf {
        dir.join(Config::read(dir).unwrap_or_default().output)
    }

    /// Where the config says that pages are written.
    pub fn output(&self) -> PathBuf {
        self.root.join(&self.config.output)
    }
}

fn sources(files: Vec<(String, String)>) -> Vec<Arc<Source>> {
    let source = |(path, text): (String, String)| Source::new(path, text);
    files.into_iter().map(source).collect()
}

fn not_a_folder(dir: &Path) -> Option<Diagnostic> {
    if dir.is_dir() {
        return None;
    }
    let (message, hint) = if dir.exists() {
        ("this is a file, not a folder", "name the folder it is in".to_owned())
    } else {
        let hint = format!("`mujaz init {}` makes a workspace", dir.display());
        ("there is no such folder", hint)
    };
    let error = Diagnostic::error(Code::WorkspaceMissing, message);
    Some(error.in_file(dir.display().to_string()).hint(hint))
}

/// Pages among what is read would be read by the next build, and pages in the workspace itself would lie between its folders.
fn in_the_way(root: &Path, config: &Config, output: &Path) -> Option<Diagnostic> {
    let pages = there(output)?;
    let named = config.glossary.paths.iter().chain(&config.tracks.paths).map(|path| (path.as_str(), "the glossary is in it"));
    let fixed = [
        (config.articles.as_str(), "the articles are in it"),
        ("", "it is the workspace itself"),
        ("templates", "the templates are in it"),
        ("notes", "the notes are in it"),
        ("translations", "the translations are in it"),
    ];
    let is_it = |folder: &str| there(&root.join(folder)).is_some_and(|folder| folder == pages);
    let (_, why) = fixed.into_iter().chain(named).find(|(folder, _)| is_it(folder))?;
    let message = format!("cannot write to `{}`: {why}", output.display());
    let error = Diagnostic::error(Code::OutputUnwritable, message).hint("the output needs a folder of its own, such as `out`");
    let here = output.components().all(|part| part == Component::CurDir);
    Some(if here { error } else { error.in_file(output.display().to_string()) })
}

/// Where a path leads, if only its last part may be missing.
fn there(path: &Path) -> Option<PathBuf> {
    let before = || match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new(".").canonicalize(),
        parent => parent.unwrap_or(path).canonicalize(),
    };
    path.canonicalize().ok().or_else(|| Some(before().ok()?.join(path.file_name()?)))
}

fn empty(folder: &str, files: usize) -> Diagnostic {
    let message = match files {
        0 => "there are no articles in this folder".to_owned(),
        _ => "there is no Arabic article in this folder".to_owned(),
    };
    Diagnostic::error(Code::WorkspaceEmpty, message)
        .in_file(folder)
        .hint("articles are `.txt`, `.md`, `.html` or `.jsonl` files in Arabic, in this folder or in folders in it")
}

fn duplicates(articles: &[Article]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, &Article> = BTreeMap::new();
    let mut found = Vec::new();
    for second in articles {
        match seen.get(second.id.as_str()) {
            Some(first) => found.push(article::duplicate_id(first, second)),
            None => drop(seen.insert(&second.id, second)),
        }
    }
    found
}
