//! A folder of its own for each test, and the binary run in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// An article that says everything about itself.
pub(crate) const ARTICLE: &str = "---
title: ختام الجولة الثانية من محادثات أستانا من دون بيان
date: 2017-02-16
source: وكالة المثال
round: astana-2
---
اختتمت في أستانا الجولة الثانية من المحادثات السورية من دون بيان ختامي.

وقال رئيس الوفد الروسي ألكسندر لافرنتييف إن الدول الضامنة لم تتفق على موعد الجولة التالية.
";

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The binary, without what the environment could tell it. `MUJAZ_BIN` names another one than that of this build.
pub(crate) fn mujaz() -> Command {
    let mut command = Command::new(std::env::var_os("MUJAZ_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_mujaz").into()));
    for name in ["SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RAYON_NUM_THREADS", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

/// What a run ended with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs a command to its end. Nothing is there to read.
pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.stdin(std::process::Stdio::null()).output().expect("the binary runs");
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder for one test.
#[derive(Debug)]
pub(crate) struct Folder(TempDir);

impl Folder {
    /// A folder with these files.
    pub(crate) fn with<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        for (name, bytes) in files {
            folder.write(name, bytes);
        }
        folder
    }

    /// A workspace in `desk/` with one good article, built into `desk/out/`.
    pub(crate) fn built() -> Self {
        let folder = Self::with(&[("desk/mujaz.yaml", "title: {en: Syria talks}\n"), ("desk/articles/good.md", ARTICLE)]);
        let run = folder.mujaz(&["build", "desk"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        folder
    }

    /// A copy of the sample workspace in `astana/`.
    pub(crate) fn sample() -> Self {
        let folder = Self::with::<&str>(&[]);
        for (name, bytes) in tree(&repository().join("examples/astana")) {
            if !name.starts_with("out/") {
                folder.write(&format!("astana/{name}"), bytes);
            }
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("folders can be made");
        fs::write(path, bytes).expect("files can be written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// Every file in a folder of this one.
    pub(crate) fn tree(&self, name: &str) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path(name))
    }

    /// The binary, to be run in this folder.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = mujaz();
        command.current_dir(self.0.path()).args(args);
        command
    }

    /// Runs the binary in this folder; times are written `[..]`.
    pub(crate) fn mujaz(&self, args: &[&str]) -> Run {
        let mut run = run(&mut self.command(args));
        run.stderr = redact(&run.stderr);
        run
    }
}

/// Every file below a folder, by path.
pub(crate) fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter();
    let files = files.map(|entry| entry.expect("the folder can be read")).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let name = entry.path().strip_prefix(root).expect("it is below").to_string_lossy().replace('\\', "/");
            (name, fs::read(entry.path()).expect("files can be read"))
        })
        .collect()
}

/// Times, which differ from run to run, written `[..]`.
pub(crate) fn redact(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        match line.trim_end().strip_suffix(" ms").and_then(|rest| rest.rsplit_once(' ')) {
            Some((rest, number)) if number.bytes().all(|b| b.is_ascii_digit()) => out.push_str(&format!("{rest} [..] ms\n")),
            _ => out.push_str(line),
        }
    }
    out
}
