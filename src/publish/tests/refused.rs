//! What is in the way, and what is refused.

use super::*;

#[test]
fn files_of_somebody_else_are_not_overwritten() {
    let out = folder();
    put(out.path(), "index.html", "mine");
    put(out.path(), "astana/1.md", "same");
    let expected = "\
error[output-foreign]: `index.html` is there already, and mujaz did not write it
--> OUT/index.html
 = hint: move it away, or choose another output folder
";
    assert_eq!(refused(out.path(), ONE), expected);
    put(out.path(), "index.html", "one");
    let published = build(out.path(), ONE);
    assert_eq!((published.written.len(), published.unchanged), (1, 2));
    assert_eq!(files(out.path()), fresh(ONE));
}

#[test]
fn paths_stay_inside_the_folder() {
    let out = folder();
    let bad = [
        ("", "it is empty"),
        ("../x", "a name in it ends with a dot or a space"),
        ("a/../x", "a name in it ends with a dot or a space"),
        ("a/./x", "a name in it ends with a dot or a space"),
        ("a /x", "a name in it ends with a dot or a space"),
        ("/etc/x", "it begins or ends with a slash, or has two in a row"),
        ("a//x", "it begins or ends with a slash, or has two in a row"),
        ("a/", "it begins or ends with a slash, or has two in a row"),
        ("a\\x", "it holds a character that not every system allows"),
        ("c:x", "it holds a character that not every system allows"),
        ("a\nx", "it holds a control character"),
        ("a\u{202e}x", "it holds a control character"),
        ("a/.mujaz-tmp-x", "the name is one of a temporary file"),
        ("Mujaz-Manifest.json", "the manifest is there"),
    ];
    for (path, why) in bad {
        let problems = publish(out.path(), pages(&[(path, "")]), inputs()).unwrap_err();
        let expected = format!("`{path}` cannot be the path of a page: {why}");
        assert_eq!(problems[0].message, expected);
        assert_eq!(problems.len(), 1);
    }
    let expected = "\
error[output-unwritable]: the page `a` is where the folder of `a/b/c` would be
error[output-unwritable]: two pages have the same path: `X.html` and `x.html`
";
    let list = [("x.html", ""), ("X.html", ""), ("a", ""), ("a/b/c", "")];
    let expected = expected.replace("\nerror", "\n\nerror");
    assert_eq!(refused(out.path(), &list), expected);
    assert_eq!(files(out.path()), Folder::new());
}

#[test]
fn folders_and_files_can_be_in_the_way() {
    let out = folder();
    put(out.path(), "index.html/x", "mine");
    put(out.path(), "astana", "mine");
    let expected = "\
error[output-foreign]: `astana/1.html` cannot be written: something that is no folder is in the way
--> OUT/astana/1.html
 = hint: move it away, or choose another output folder

error[output-foreign]: `astana/1.md` cannot be written: something that is no folder is in the way
--> OUT/astana/1.md
 = hint: move it away, or choose another output folder

error[output-foreign]: `index.html` cannot be written: a folder is in the way
--> OUT/index.html
 = hint: move it away, or choose another output folder
";
    assert_eq!(refused(out.path(), ONE), expected);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (out, elsewhere) = (folder(), folder());
    build(out.path(), ONE);
    for name in ["index.html", "1.html", "1.md"] {
        put(elsewhere.path(), name, "not ours");
    }
    put(elsewhere.path(), ".mujaz-tmp-1", "not ours");
    let not_ours = files(elsewhere.path());
    fs::remove_dir_all(out.path().join("astana")).unwrap();
    fs::remove_file(out.path().join("index.html")).unwrap();
    symlink(elsewhere.path(), out.path().join("astana")).unwrap();
    symlink(elsewhere.path().join("index.html"), out.path().join("index.html")).unwrap();
    let problems = publish(out.path(), pages(ONE), inputs()).unwrap_err();
    let messages: Vec<&str> = problems.iter().map(|p| p.message.as_str()).collect();
    let expected = [
        "`astana/1.html` cannot be written: a link is in the way",
        "`astana/1.md` cannot be written: a link is in the way",
        "`index.html` cannot be written: a link is in the way",
    ];
    assert_eq!(messages, expected);
    let published = build(out.path(), &[]);
    let messages: Vec<&str> = published.warnings.iter().map(|p| p.message.as_str()).collect();
    let expected = [
        "`astana/1.html` is no longer made, but was left: a link is there now",
        "`astana/1.md` is no longer made, but was left: a link is there now",
        "`index.html` is no longer made, but was left: a link is there now",
    ];
    assert_eq!(messages, expected);
    assert_eq!(files(elsewhere.path()), not_ours);
}

#[test]
fn a_manifest_of_somebody_else_is_refused() {
    let cases = [
        ("x", "expected value at line 1 column 1"),
        (
            r#"{"schema": "mujaz.manifest/9", "inputs": {"version": "", "articles": [], "glossary": [], "templates": []}, "outputs": []}"#,
            "its schema is `mujaz.manifest/9`, not `mujaz.manifest/1`",
        ),
        (
            r#"{"schema": "mujaz.manifest/1", "inputs": {"version": "", "articles": [], "glossary": [], "templates": []}, "outputs": [{"path": "../x", "blake3": "", "bytes": 0}]}"#,
            "`../x` is no path of a page",
        ),
    ];
    for (text, why) in cases {
        let out = folder();
        put(out.path(), MANIFEST, text);
        let expected = format!(
            "\
error[output-foreign]: cannot read `mujaz-manifest.json`: {why}
--> OUT/mujaz-manifest.json
 = hint: choose another output folder, or move this one away
"
        );
        assert_eq!(refused(out.path(), ONE), expected);
    }
}

#[test]
fn a_file_is_no_output_folder() {
    let place = folder();
    put(place.path(), "out", "mine");
    let problems = publish(&place.path().join("out"), pages(ONE), inputs()).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, Code::OutputUnwritable);
    let expected: Folder = [("out".to_owned(), "mine".to_owned())].into();
    assert_eq!(files(place.path()), expected);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt as _;
    let out = folder();
    build(out.path(), ONE);
    let locked = out.path().join("astana");
    let before = files(out.path());
    let lock = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
    lock(0o555);
    if fs::write(locked.join("probe"), "").is_ok() {
        // The superuser may write anywhere.
        lock(0o755);
        return;
    }
    let list = [("astana/1.html", "new"), ("geneva/1.html", "new"), ("index.html", "new")];
    let problems = publish(out.path(), pages(&list), inputs()).unwrap_err();
    lock(0o755);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.starts_with("cannot write `astana/1.html`: "));
    assert_eq!(files(out.path()), before);
}
