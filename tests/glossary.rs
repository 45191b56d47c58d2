//! The built-in glossary: it lints, and every entry's own guards hold.

#![allow(clippy::unwrap_used)] // a helper that fails is a test that fails

use std::fs;
use std::sync::Arc;

use mujaz::diagnostic::{Source, render};
use mujaz::glossary::lexicon::Lexicon;
use mujaz::glossary::{lint, load};

fn sources() -> Vec<Arc<Source>> {
    walkdir::WalkDir::new("glossary")
        .max_depth(1)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|f| {
            f.path().extension().is_some_and(|e| e == "yaml") && f.file_name() != "tracks.yaml" && f.file_name() != "history.yaml"
        })
        .map(|f| Source::new(f.path().display().to_string(), fs::read_to_string(f.path()).unwrap()))
        .collect()
}

#[test]
fn the_glossary_lints_and_its_guards_hold() {
    let files = load::files(&sources()).unwrap_or_else(|p| panic!("{}", render::short(&p)));
    let lexicon = Lexicon::new(load::builtin());
    let problems = lint::lint(&files, &lexicon);
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), render::short(&problems));
    let ids: Vec<&str> = files.iter().flat_map(|f| &f.entries).map(|e| e.id.as_str()).collect();
    assert!(ids.len() >= 1500, "{} entries", ids.len());
}

#[test]
fn entries_are_sorted_by_id_in_each_file() {
    for file in load::files(&sources()).unwrap() {
        let ids: Vec<&String> = file.entries.iter().map(|e| &e.id).collect();
        assert!(ids.is_sorted(), "{:?}", file.span(0, ""));
    }
}
