//! Workspaces that cannot be used: the whole text of what is said about them.

#![allow(clippy::unwrap_used)] // a helper that fails is a test that fails

use mujaz::diagnostic::render;
use mujaz::workspace::Workspace;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    dir
}

/// What is said about a folder, whose path is written `[DIR]`.
fn report(dir: &Path) -> String {
    let problems = Workspace::load(dir).unwrap_err();
    let text = render::human(&problems, false);
    text.replace(&dir.display().to_string(), "[DIR]")
}

fn report_of(files: &[(&str, &[u8])]) -> String {
    report(folder(files).path())
}

#[test]
fn no_folder() {
    let dir = folder(&[("file.txt", b"")]);
    let expected = "\
error[workspace-missing]: there is no such folder
--> [DIR]
 = hint: `mujaz init [DIR]` makes a workspace
";
    assert_eq!(report(&dir.path().join("none")), expected);
    let expected = "\
error[workspace-missing]: this is a file, not a folder
--> [DIR]
 = hint: name the folder it is in
";
    assert_eq!(report(&dir.path().join("file.txt")), expected);
}

#[test]
fn empty_folder() {
    let expected = "\
error[workspace-empty]: there are no articles in this folder
--> [DIR]
 = hint: articles are `.txt`, `.md` or `.jsonl` files in Arabic, in this folder or in folders in it
";
    assert_eq!(report_of(&[]), expected);
    let expected = expected.replace("[DIR]", "articles");
    let files: &[(&str, &[u8])] = &[("mujaz.yaml", b""), ("articles/a.doc", b"x")];
    assert_eq!(report_of(files), expected);
}

#[test]
fn folder_with_no_arabic() {
    let files: &[(&str, &[u8])] = &[
        (
            "a.txt",
            b"The talks in Astana ended without a joint statement.",
        ),
        ("b.md", b"---\ntitle: Talks\n---\n"),
        ("c.jsonl", b"{\"id\": 1, \"text\": \"no\"}"),
    ];
    let expected = "\
error[workspace-empty]: there is no Arabic article in this folder
--> [DIR]
 = hint: articles are `.txt`, `.md` or `.jsonl` files in Arabic, in this folder or in folders in it

warning[article-no-arabic]: not in Arabic, left out: \"The talks in Astana ended without\"
--> a.txt
 = hint: remove it from the articles

warning[article-no-arabic]: no text in it, left out
--> b.md
 = hint: remove it from the articles

warning[article-no-arabic]: not in Arabic, left out: \"no\"
 --> c.jsonl:1:19
  |
1 | {\"id\": 1, \"text\": \"no\"}
  |                   ^^^^
  |
  = hint: remove it from the articles
";
    assert_eq!(report_of(files), expected);
}

#[test]
fn one_article_that_is_not_arabic_is_only_left_out() {
    let dir = folder(&[("a.txt", "قال علوش".as_bytes()), ("b.txt", b"English")]);
    let workspace = Workspace::load(dir.path()).unwrap();
    assert_eq!(workspace.articles.len(), 1);
    let expected = "b.txt: warning[article-no-arabic]: not in Arabic, left out: \"English\"\n";
    assert_eq!(render::short(&workspace.warnings), expected);
}

#[test]
fn files_that_cannot_be_read_as_text() {
    let text = "لم نتوصل إلى اتفاق".as_bytes();
    let files: &[(&str, &[u8])] = &[
        ("a.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0"),
        ("b.txt", b"PK\x03\x04\x14\0"),
        ("c.txt", &text[..text.len() - 1]),
        ("d.txt", &[&text[..3], b" ", text].concat()),
        ("good.txt", text),
        ("glossary/a.yaml", b"- id: \xd5\xe4\n"),
        ("templates/a.html", b"\xff"),
    ];
    let expected = "\
error[article-not-text]: not a text file: it holds binary data
--> a.txt
 = hint: save its text as UTF-8, or remove it from the articles

error[article-not-text]: not a text file: it is a ZIP archive or an office document
--> b.txt
 = hint: save its text as UTF-8, or remove it from the articles

error[article-truncated]: the file ends in the middle of a character
 --> c.txt:1:18
  |
1 | لم نتوصل إلى اتفا�
  |                  ^
  |
  = hint: fetch the article again; if there is no more of it, delete what is left of the last character

error[article-encoding]: byte 2 (0xD9) is not UTF-8
 --> d.txt:1:2
  |
1 | ل� لم نتوصل إلى اتفاق
  |  ^
  |
  = hint: fetch the article again, or retype what is missing and save the file as UTF-8

error[workspace-unreadable]: byte 6 (0xD5) is not UTF-8
 --> glossary/a.yaml:1:7
  |
1 | - id: ��
  |       ^
  |
  = hint: save the file as UTF-8

error[workspace-unreadable]: byte 0 (0xFF) is not UTF-8
 --> templates/a.html:1:1
  |
1 | �
  | ^
  |
  = hint: save the file as UTF-8
";
    assert_eq!(report_of(files), expected);
}

#[test]
fn large_file() {
    let dir = folder(&[("b.txt", "قال علوش".as_bytes())]);
    let file = fs::File::create(dir.path().join("a.txt")).unwrap();
    file.set_len(100 << 20).unwrap();
    let expected = "\
error[article-too-large]: the file has 100 MB; an article has 64 MB at most
--> a.txt
 = hint: split it, or put its articles into a .jsonl file, one a line
";
    assert_eq!(report(dir.path()), expected);
}

#[test]
fn two_articles_with_one_id() {
    let line = "{\"id\": \"talks\", \"text\": \"قال\"}\n";
    let lines = line.repeat(2);
    let files: &[(&str, &[u8])] = &[
        ("a.jsonl", lines.as_bytes()),
        ("talks.md", "# ختام".as_bytes()),
        ("talks.txt", "انتهت".as_bytes()),
    ];
    let expected = "\
error[article-duplicate-id]: two articles have the id `talks`
 --> a.jsonl:2:8
  |
2 | {\"id\": \"talks\", \"text\": \"قال\"}
  |        ^^^^^^^
  |
 ::: a.jsonl:1:8
  |
1 | {\"id\": \"talks\", \"text\": \"قال\"}
  |        ------- the other one
  |
  = hint: give one of them another `id`, or remove it

error[article-duplicate-id]: two articles have the id `talks`
 --> talks.md:1:1
  |
1 | # ختام
  | ^
  |
 ::: a.jsonl:1:8
  |
1 | {\"id\": \"talks\", \"text\": \"قال\"}
  |        ------- the other one
  |
  = hint: an article is called as its file: rename one, or remove it

error[article-duplicate-id]: two articles have the id `talks`
 --> talks.txt:1:1
  |
1 | انتهت
  | ^
  |
 ::: a.jsonl:1:8
  |
1 | {\"id\": \"talks\", \"text\": \"قال\"}
  |        ------- the other one
  |
  = hint: an article is called as its file: rename one, or remove it
";
    assert_eq!(report_of(files), expected);
}

#[test]
fn bad_yaml() {
    let bomb = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n";
    let files: &[(&str, &[u8])] = &[
        ("mujaz.yaml", bomb.as_bytes()),
        (
            "articles/a.md",
            "---\ntitle: ختام\ntitle: نهاية\n---\nقال".as_bytes(),
        ),
        ("articles/b.md", "---\ntitle: [ختام\n---\nقال".as_bytes()),
        ("articles/c.txt", "قال".as_bytes()),
    ];
    let expected = "\
error[yaml-duplicate-key]: the key `title` is here for the second time
 --> articles/a.md:3:1
  |
2 | title: ختام
  | ----- first here
3 | title: نهاية
  | ^^^^^
  |
  = hint: keep one of them

error[article-front-matter]: a `[` that is never closed
 --> articles/b.md:2:8
  |
2 | title: [ختام
  |        ^
3 | ---
  | - this cannot be inside
  |
  = hint: close it with `]`

error[yaml-too-complex]: anchors and aliases are not supported
 --> mujaz.yaml:1:4
  |
1 | a: &a [x, x, x]
  |    ^^^^
  |
  = hint: put a value that begins with `*` or `&` in quotes
";
    assert_eq!(report_of(files), expected);
    let files: &[(&str, &[u8])] = &[
        ("mujaz.yaml", b"output: a\ntitel: {}\noutput: b\n"),
        ("articles/c.txt", "قال".as_bytes()),
    ];
    let expected = "\
error[config-unknown-key]: unknown key `titel`, expected one of `title`, `articles`, `output`, `formats`, `glossary`, `tracks`, `summary`, `english`
 --> mujaz.yaml:2:1
  |
2 | titel: {}
  | ^^^^^
  |
  = hint: did you mean `title`?

error[yaml-duplicate-key]: the key `output` is here for the second time
 --> mujaz.yaml:3:1
  |
1 | output: a
  | ------ first here
2 | titel: {}
3 | output: b
  | ^^^^^^
  |
  = hint: keep one of them
";
    assert_eq!(report_of(files), expected);
}
