//! Files that look as if they belonged to the workspace, and that nothing reads: put at the wrong place, or called by a wrong name.
//!
//! Only what is surely meant for mujaz is told: other tools have files in a folder too.

use super::CONFIG;
use super::config::{Config, normal};
use super::discover::{self, Found};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use std::collections::BTreeSet;
use std::fs::{self, File, FileType};
use std::io::Read;
use std::path::{Path, PathBuf};

/// What word processors and scanners write.
pub(super) const DOCUMENTS: &[&str] = &["doc", "docx", "odt", "pages", "pdf", "rtf"];
/// Endings of files with entries.
const YAML: &[&str] = &["yaml", "yml"];
/// So much of a file is looked at.
const BEGINNING: u64 = 4096;

/// A warning about each such file, in no order.
pub(super) fn strays(root: &Path, config: &Config, output: &Path, read: &BTreeSet<String>) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> =
        if config.index.is_none() { misnamed_config(root).or_else(|| above(root)) } else { None }.into_iter().collect();
    let folders = folders(config);
    if normal(Path::new(&config.articles)).next().is_some() && config.index.is_some() {
        out.extend(beside(root, config, output, &folders, read));
    }
    for folder in folders.iter().filter(|folder| **folder != config.articles) {
        out.extend(files(&root.join(folder)).filter(|path| !has_extension(path, YAML)).filter_map(|path| {
            let name = format!("{folder}/{}", name(&path));
            has_entries(&path)
                .then(|| unread(&name, "it begins as a list of entries does").hint("its name must end with `.yaml`"))
        }));
    }
    out
}

/// The articles among these files, without the documents of word processors; with a warning about each of these that there is no text of.
pub(super) fn without_documents(found: Vec<Found>, problems: &mut Vec<Diagnostic>) -> Vec<Found> {
    let (documents, articles): (Vec<Found>, Vec<Found>) =
        found.into_iter().partition(|file| DOCUMENTS.iter().any(|known| file.has_extension(known)));
    if !documents.is_empty() {
        let texts: BTreeSet<&str> = articles.iter().map(|file| file.id.as_str()).collect();
        problems.extend(documents.iter().filter(|file| !texts.contains(file.id.as_str())).map(|file| {
            unread(&file.name, "articles are `.txt`, `.md`, `.html` or `.jsonl`").hint("save its text as a `.txt` file in UTF-8")
        }));
    }
    articles
}

fn unread(name: &str, why: &str) -> Diagnostic {
    Diagnostic::warning(Code::WorkspaceUnread, format!("`{name}` is not read: {why}")).in_file(name)
}

/// `mujaz.yml`.
fn misnamed_config(root: &Path) -> Option<Diagnostic> {
    let name = ["mujaz.yml", "mujaz.yaml.txt"].into_iter().find(|name| root.join(name).is_file())?;
    Some(unread(name, &format!("the config is called `{CONFIG}`")).hint(format!("call it `{CONFIG}`")))
}

/// The config of a workspace that this folder is a part of.
fn above(root: &Path) -> Option<Diagnostic> {
    let whole = root.canonicalize().ok()?;
    let above = whole.ancestors().skip(1).find(|folder| folder.join(CONFIG).is_file())?;
    let inside = discover::joined(whole.strip_prefix(above).ok()?);
    let config = Config::read(above).unwrap_or_default();
    let part = folders(&config).into_iter().find(|folder| Path::new(&inside).starts_with(folder))?;
    let way = inside.split('/').fold(root.to_owned(), |way, _| up(&way)).display().to_string();
    Some(
        Diagnostic::warning(
            Code::WorkspaceUnread,
            format!("the config of the workspace above is not read: this folder is its `{part}`"),
        )
        .in_file(format!("{way}/{CONFIG}"))
        .hint(format!("name the workspace instead: `{way}`")),
    )
}

/// The folder that a folder is in, as its user would call it.
fn up(folder: &Path) -> PathBuf {
    match folder.file_name().and(folder.parent()) {
        Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
        Some(parent) => parent.to_owned(),
        None if folder == Path::new(".") => PathBuf::from(".."),
        None => folder.join(".."),
    }
}

/// The folders of a workspace, as its config calls them.
fn folders(config: &Config) -> Vec<String> {
    let named = [&config.glossary.paths, &config.tracks.paths].into_iter().flatten().map(String::as_str);
    let all = ["templates", "notes", "translations", config.articles.as_str()].into_iter().chain(named);
    let all = all.map(|folder| discover::joined(Path::new(folder))).filter(|folder| !folder.is_empty());
    all.collect::<BTreeSet<String>>().into_iter().collect()
}

/// What lies in the workspace itself.
fn beside(root: &Path, config: &Config, output: &Path, folders: &[String], read: &BTreeSet<String>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (path, kind) in entries(root) {
        let name = name(&path);
        if name == CONFIG || name == "rounds.yaml" || folders.contains(&name) || read.contains(&name) || path == output {
            continue;
        }
        if kind.is_dir() {
            let known = folders.iter().any(|folder| Path::new(folder).starts_with(&name));
            // That the folder of the config is not there is told already.
            let missing = |near: &str| near == config.articles && !root.join(near).is_dir();
            let near = did_you_mean(&name, folders.iter().map(String::as_str)).filter(|near| !known && !missing(near));
            if let Some(near) = near {
                out.push(unread(&name, "no folder of a workspace is called so").hint(format!("did you mean `{near}`?")));
            }
        } else if kind.is_file() && has_entries(&path) {
            let of = config.glossary.paths.first().map_or("glossary", String::as_str);
            out.push(unread(&name, "it begins as a list of entries does").hint(format!("put it into `{of}`")));
        } else if kind.is_file() && has_extension(&path, discover::ARTICLES) && is_arabic(&path) {
            out.push(unread(&name, "it looks like an article").hint(format!("put it into `{}`", config.articles)));
        }
    }
    out
}

/// The visible files of a folder, in the order of their names; links are not followed.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    entries(folder).into_iter().filter(|(_, kind)| kind.is_file()).map(|(path, _)| path)
}

fn entries(folder: &Path) -> Vec<(PathBuf, FileType)> {
    let entries = if folder.is_symlink() { None } else { fs::read_dir(folder).ok() };
    let entries = entries.into_iter().flatten().flatten().filter_map(|entry| Some((entry.path(), entry.file_type().ok()?)));
    let mut visible: Vec<_> = entries.filter(|(path, _)| !name(path).starts_with('.')).collect();
    visible.sort_by(|(a, _), (b, _)| a.cmp(b));
    visible
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|own| extensions.iter().any(|extension| own.eq_ignore_ascii_case(extension)))
}

fn beginning(path: &Path) -> String {
    let mut bytes = Vec::new();
    // A file that cannot be read is not ours to complain about.
    let read = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut bytes));
    if read.is_err() { String::new() } else { String::from_utf8_lossy(&bytes).into_owned() }
}

/// Whether a file begins as glossaries and tracks do.
fn has_entries(path: &Path) -> bool {
    let text = beginning(path);
    let mut lines = text.lines().map(str::trim_end).filter(|line| !(line.is_empty() || line.starts_with('#') || *line == "---"));
    lines.next().is_some_and(|line| line.starts_with("- id:"))
}

/// Whether most of the letters of a file are Arabic.
fn is_arabic(path: &Path) -> bool {
    let text = beginning(path);
    let (arabic, other): (Vec<char>, Vec<char>) =
        text.chars().filter(|c| c.is_alphabetic()).partition(|c| matches!(c, '\u{620}'..='\u{64a}'));
    arabic.len() > other.len()
}
