//! A workspace to start from: two sample articles, one entry of a glossary, and a config.

use super::CONFIG;
use crate::diagnostic::{Code, Diagnostic};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// What is written where.
const FILES: &[(&str, &str)] = &[
    (CONFIG, include_str!("sample/mujaz.yaml")),
    ("articles/2017-02-16-ufuq.md", include_str!("sample/ufuq.md")),
    ("articles/2017-02-17-jisr.txt", include_str!("sample/jisr.txt")),
    ("glossary/names.yaml", include_str!("sample/names.yaml")),
    ("notes/README.md", include_str!("sample/notes.md")),
];

/// Writes a workspace that builds at once, and returns the paths of its files. A file that is there is never touched.
///
/// # Errors
/// One for each file that is there already, and then nothing is written; or why a file could not be written.
pub fn init(dir: &Path) -> Result<Vec<String>, Vec<Diagnostic>> {
    if dir.is_file() {
        let problem = Diagnostic::error(Code::OutputForeign, "this is a file, not a folder").in_file(dir.display().to_string());
        return Err(vec![problem.hint("name a folder: `mujaz init talks` makes it")]);
    }
    let there = FILES.iter().filter(|(name, _)| dir.join(name).symlink_metadata().is_ok());
    let in_the_way: Vec<Diagnostic> = there.map(|(name, _)| taken(name)).collect();
    if !in_the_way.is_empty() {
        return Err(in_the_way);
    }
    let mut written = Vec::new();
    for (name, text) in FILES {
        let write = write_new(&dir.join(name), text);
        write.map_err(|error| vec![unwritable(name, &error)])?;
        written.push((*name).to_owned());
    }
    Ok(written)
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

fn taken(name: &str) -> Diagnostic {
    Diagnostic::error(Code::OutputForeign, "this file is there already")
        .in_file(name)
        .hint("make the workspace in another folder; nothing was written")
}

fn unwritable(name: &str, error: &io::Error) -> Diagnostic {
    let message = format!("cannot be written: {error}");
    Diagnostic::error(Code::OutputUnwritable, message)
        .in_file(name)
        .hint("name a folder that is not there yet, or one in which files can be made")
}
