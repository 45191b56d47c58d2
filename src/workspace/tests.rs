//! Tests of workspaces that are as they should be, and of configs.

use super::*;
use crate::diagnostic::render;
use std::fs;
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn load(files: &[(&str, &str)]) -> Workspace {
    loaded(Workspace::load(folder(files).path()))
}

fn loaded(workspace: Result<Workspace, Vec<Diagnostic>>) -> Workspace {
    match workspace {
        Ok(workspace) => workspace,
        Err(problems) => panic!("{}", render::human(&problems, false)),
    }
}

/// One line for each problem of a config, and its hint.
fn config_problems(text: &str) -> String {
    let dir = folder(&[("mujaz.yaml", text), ("articles/a.txt", "قال علوش")]);
    let problems = Workspace::load(dir.path()).unwrap_err();
    let line = |problem: &Diagnostic| {
        let hint = problem.hint.as_deref().unwrap_or("-");
        format!("{}  {hint}\n", render::short(std::slice::from_ref(problem)))
    };
    problems.iter().map(line).collect()
}

fn ids(workspace: &Workspace) -> Vec<&str> {
    workspace.articles.iter().map(|a| a.id.as_str()).collect()
}

#[test]
fn a_workspace_is_read_whole_and_in_order() {
    let workspace = load(&[
        ("mujaz.yaml", "title: {en: Talks}\nsummary: {weights: {position: 0}}\nformats: [json, md, json]\n"),
        ("articles/b.txt", "قال"),
        ("articles/a/z.md", "# قال"),
        ("articles/a.jsonl", "{\"id\": 2, \"text\": \"قال\"}\n{\"id\": 1, \"text\": \"نعم\"}\n"),
        ("articles/.hidden.txt", "قال"),
        ("articles/notes.bak", "…"),
        ("articles/README.md", "قال"),
        ("glossary/b.yml", "[]"),
        ("glossary/a/x.yaml", "[]"),
        ("glossary/readme.md", ""),
        ("templates/brief.html", "<p>"),
        ("templates/fonts/amiri.woff2", "\u{0}"),
        ("notes/astana-2.md", "# رأي"),
        ("notes/README.md", ""),
        ("rounds.yaml", "[]"),
        ("out/brief.md", "قال"),
    ]);
    assert_eq!(ids(&workspace), ["README", "2", "1", "a/z", "b"]);
    let glossary: Vec<_> = workspace.glossary.iter().map(|s| s.path.as_str()).collect();
    assert_eq!(glossary, ["glossary/a/x.yaml", "glossary/b.yml"]);
    assert_eq!(workspace.templates, [("templates/brief.html".to_owned(), "<p>".to_owned())]);
    let note = ("astana-2".to_owned(), "notes/astana-2.md".to_owned(), "# رأي".to_owned());
    assert_eq!(workspace.notes, [note]);
    assert_eq!(workspace.rounds.as_ref().unwrap().text, "[]");
    assert_eq!(workspace.warnings, []);
    assert_eq!(workspace.output(), workspace.root.join("out"));
    let config = &workspace.config;
    assert_eq!(config.title.en.as_deref(), Some("Talks"));
    assert_eq!(config.formats, [Format::Md, Format::Json]);
    let weights = Weights { position: 0, ..Weights::default() };
    assert_eq!(config.summary, Summary { budget_words: 250, weights });
    let key = config.index.as_ref().and_then(|index| index.span("title.en"));
    assert_eq!(key.unwrap().text(), "Talks");
}

#[test]
fn a_bare_folder_is_a_workspace() {
    let dir = folder(&[
        ("000.txt", "قال"),
        ("2017/001.txt", "نعم"),
        ("README.md", "اقرأ"),
        ("out/x.md", "قال"),
        ("pages/x.md", "قال"),
        ("notes/astana-2.md", "قال"),
        ("translations/a.md", "قال"),
    ]);
    let workspace = loaded(Workspace::load(dir.path()));
    assert_eq!(ids(&workspace), ["000", "2017/001", "pages/x"]);
    assert_eq!(workspace.notes.len(), 1);
    let pages = dir.path().join("./pages");
    let workspace = loaded(Workspace::load_for(dir.path(), Some(&pages)));
    assert_eq!(ids(&workspace), ["000", "2017/001", "out/x"]);
    let elsewhere = tempfile::tempdir().unwrap();
    let workspace = loaded(Workspace::load_for(dir.path(), Some(elsewhere.path())));
    assert_eq!(ids(&workspace), ["000", "2017/001", "out/x", "pages/x"]);
}

#[test]
fn a_config_without_a_word_on_articles_takes_what_is_there() {
    let bare = load(&[("mujaz.yaml", "output: pages\n"), ("a.txt", "قال")]);
    assert_eq!((ids(&bare), bare.config.articles.as_str()), (vec!["a"], "."));
    let empty = load(&[("mujaz.yaml", "# nothing\n"), ("articles/a.txt", "قال")]);
    assert_eq!(ids(&empty), ["a"]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let outside = folder(&[("secret.txt", "قال")]);
    let dir = folder(&[("a.txt", "قال")]);
    let link = |from: &Path, to: &str| std::os::unix::fs::symlink(from, dir.path().join(to)).unwrap();
    link(outside.path(), "b");
    link(&outside.path().join("secret.txt"), "c.txt");
    link(dir.path(), "d");
    assert_eq!(ids(&loaded(Workspace::load(dir.path()))), ["a"]);
}

#[test]
fn everything_wrong_with_the_shape_of_a_config_is_said() {
    let text = "titel: x\nformats: [pdf, mdd]\nsummary:\n  budget: 3\n  weights: {positon: 3, entity_density: -1}\nenglish: {months: syrian}\nglossary: {builtin: maybe}\ntracks: {builtin: astana}\n";
    let expected = "\
mujaz.yaml:1:1: error[config-unknown-key]: unknown key `titel`, expected one of `title`, `articles`, `output`, `formats`, `sets`, `url`, `glossary`, `tracks`, `summary`, `english`, `limits`
  did you mean `title`?
mujaz.yaml:2:11: error[config-type]: unknown value `pdf`, expected one of `md`, `html`, `json`
  write one of these
mujaz.yaml:2:16: error[config-type]: unknown value `mdd`, expected one of `md`, `html`, `json`
  did you mean `md`?
mujaz.yaml:4:3: error[config-unknown-key]: unknown key `budget`, expected `budget_words` or `weights`
  take it out, or write one of these keys
mujaz.yaml:5:13: error[config-unknown-key]: unknown key `positon`, expected one of `entity_density`, `position`, `hanging`, `background`, `outcomes`, `acts`, `words`
  did you mean `position`?
mujaz.yaml:5:41: error[config-type]: `entity_density` must be from 0 to 4294967295, found `-1`
  write a number in this range
mujaz.yaml:6:19: error[config-type]: unknown value `syrian`, expected one of `levant`, `gregorian`, `maghreb`, `both`
  write one of these
mujaz.yaml:7:21: error[config-type]: `builtin` must be `true` or `false`, found `maybe`
  write `builtin: true` or `builtin: false`
mujaz.yaml:8:19: error[config-type]: `builtin` must be a list, found `astana`
  write `builtin: [astana]`
";
    assert_eq!(config_problems(text), expected);
}

#[test]
fn everything_wrong_with_the_values_of_a_config_is_said() {
    let text = "articles: ../secrets\noutput: /tmp\nformats: []\nglossary: {paths: [glossary, 'C:\\x']}\nsummary:\n  budget_words: 20\n  weights: {position: 1001}\n";
    let expected = "\
mujaz.yaml:1:11: error[config-value]: `../secrets` is not a path inside the workspace
  write it from the folder of mujaz.yaml on, with `/` and without `..`
mujaz.yaml:2:9: error[config-value]: `/tmp` is not a path inside the workspace
  write it from the folder of mujaz.yaml on, with `/` and without `..`
mujaz.yaml:3:10: error[config-value]: `formats` is empty: nothing would be written
  name one of `md`, `html`, `json`
mujaz.yaml:4:30: error[config-value]: `C:\\x` is not a path inside the workspace
  write it from the folder of mujaz.yaml on, with `/` and without `..`
mujaz.yaml:6:17: error[config-value]: a summary of 20 words is not possible
  `budget_words` is from 50 to 2000
mujaz.yaml:7:23: error[config-value]: the weight `position` is 1001
  a weight is from 0 to 1000
";
    assert_eq!(config_problems(text), expected);
    let expected = "\
mujaz.yaml:2:9: error[config-value]: the articles would be in the output folder, `./a`
  the output needs a folder of its own, such as `out`
";
    assert_eq!(config_problems("articles: a/b\noutput: ./a\n"), expected);
    let expected = "\
mujaz.yaml:1:11: error[workspace-missing]: there is no `article` in the workspace
  did you mean `articles`?
mujaz.yaml:2:20: error[workspace-missing]: there is no `terms.yaml` in the workspace
  make it, or take it out of mujaz.yaml
";
    let text = "articles: article\nglossary: {paths: [terms.yaml]}\n";
    assert_eq!(config_problems(text), expected);
}

#[test]
fn a_new_workspace_can_be_read_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("new/talks");
    let written = init(&root).unwrap();
    assert_eq!(written.len(), 5);
    let workspace = loaded(Workspace::load(&root));
    assert_eq!(ids(&workspace), ["2017-02-16-ufuq", "2017-02-17-jisr"]);
    assert_eq!((workspace.glossary.len(), workspace.notes.len()), (1, 0));
    assert_eq!(workspace.warnings, []);

    fs::remove_file(root.join("mujaz.yaml")).unwrap();
    let expected = "\
articles/2017-02-16-ufuq.md: error[output-foreign]: this file is there already
articles/2017-02-17-jisr.txt: error[output-foreign]: this file is there already
glossary/names.yaml: error[output-foreign]: this file is there already
notes/README.md: error[output-foreign]: this file is there already
";
    assert_eq!(render::short(&init(&root).unwrap_err()), expected);
    assert!(!root.join("mujaz.yaml").exists());
}
