//! Whole folders in, whole folders out.

mod refused;

use super::*;
use crate::diagnostic::render;
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;
use walkdir::WalkDir;

type Folder = BTreeMap<String, String>;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn pages(list: &[(&str, &str)]) -> Vec<Page> {
    let page = |(path, text): &(&str, &str)| Page { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    list.iter().map(page).collect()
}

fn inputs() -> Inputs {
    Inputs {
        version: "0.1.0".to_owned(),
        articles: vec![Input::new("articles/b.txt", b"b"), Input::new("articles/a.txt", b"a")],
        ..Inputs::default()
    }
}

fn put(out: &Path, path: &str, text: &str) {
    let path = out.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Every file and its text; folders end with a slash.
fn files(out: &Path) -> Folder {
    let entries = WalkDir::new(out).min_depth(1).sort_by_file_name();
    let file = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(out).unwrap().to_str().unwrap();
        let name = name.replace('\\', "/");
        match entry.file_type().is_dir() {
            true => (name + "/", String::new()),
            false => (name, fs::read_to_string(entry.path()).unwrap()),
        }
    };
    entries.into_iter().map(Result::unwrap).map(file).collect()
}

/// What a first build of these pages leaves.
fn fresh(list: &[(&str, &str)]) -> Folder {
    let out = folder();
    publish(out.path(), pages(list), inputs()).unwrap();
    files(out.path())
}

fn build(out: &Path, list: &[(&str, &str)]) -> Published {
    publish(out, pages(list), inputs()).unwrap()
}

/// The report of a build that fails, which must not have changed anything.
fn refused(out: &Path, list: &[(&str, &str)]) -> String {
    let before = files(out);
    let problems = publish(out, pages(list), inputs()).unwrap_err();
    assert_eq!(files(out), before);
    report(out, &problems)
}

fn report(out: &Path, problems: &[Diagnostic]) -> String {
    render::human(problems, false).replace(out.to_str().unwrap(), "OUT")
}

const ONE: &[(&str, &str)] = &[("index.html", "one"), ("astana/1.html", "أستانا"), ("astana/1.md", "same")];
const TWO: &[(&str, &str)] = &[("index.html", "two"), ("astana/1.md", "same"), ("geneva/iv/1.html", "جنيف")];

#[test]
fn the_manifest_lists_pages_and_inputs() {
    let out = folder();
    let published = build(out.path(), ONE);
    let expected =
        Published { written: ["astana/1.html", "astana/1.md", "index.html"].map(String::from).to_vec(), ..Published::default() };
    assert_eq!(published, expected);
    let mut files = files(out.path());
    let expected = r#"{
  "schema": "mujaz.manifest/1",
  "inputs": {
    "version": "0.1.0",
    "articles": [
      {
        "path": "articles/a.txt",
        "blake3": "17762fddd969a453925d65717ac3eea21320b66b54342fde15128d6caf21215f"
      },
      {
        "path": "articles/b.txt",
        "blake3": "10e5cf3d3c8a4f9f3468c8cc58eea84892a22fdadbc1acb22410190044c1d553"
      }
    ],
    "glossary": [],
    "translations": [],
    "templates": [],
    "files": []
  },
  "outputs": [
    {
      "path": "astana/1.html",
      "blake3": "HASH-1",
      "bytes": 12
    },
    {
      "path": "astana/1.md",
      "blake3": "HASH-2",
      "bytes": 4
    },
    {
      "path": "index.html",
      "blake3": "HASH-3",
      "bytes": 3
    }
  ]
}
"#;
    let expected = expected
        .replace("HASH-1", &manifest::hash("أستانا".as_bytes()))
        .replace("HASH-2", &manifest::hash(b"same"))
        .replace("HASH-3", &manifest::hash(b"one"));
    assert_eq!(files.remove(MANIFEST), Some(expected));
    let expected = [("astana/", ""), ("astana/1.html", "أستانا"), ("astana/1.md", "same"), ("index.html", "one")];
    let expected: Folder = expected.map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    assert_eq!(files, expected);
    let manifest = Manifest::read(out.path()).unwrap().unwrap();
    assert_eq!(manifest.outputs[2].path, "index.html");
}

#[test]
fn what_is_there_is_not_touched() {
    let out = folder();
    build(out.path(), ONE);
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    let names = ["index.html", "astana/1.html", "astana/1.md", MANIFEST];
    for name in names {
        let file = fs::File::options().write(true).open(out.path().join(name));
        file.unwrap().set_modified(long_ago).unwrap();
    }
    let mut list = ONE.to_vec();
    list.reverse();
    let published = build(out.path(), &list);
    let expected = Published { unchanged: 3, ..Published::default() };
    assert_eq!(published, expected);
    for name in names {
        let data = out.path().join(name).metadata().unwrap();
        assert_eq!(data.modified().unwrap(), long_ago, "{name}");
    }
}

#[test]
fn pages_change_come_and_go() {
    let out = folder();
    build(out.path(), ONE);
    put(out.path(), "astana/mine.txt", "mine");
    let published = build(out.path(), TWO);
    let expected = Published {
        written: ["geneva/iv/1.html", "index.html"].map(String::from).to_vec(),
        unchanged: 1,
        removed: vec!["astana/1.html".to_owned()],
        warnings: Vec::new(),
    };
    assert_eq!(published, expected);
    let mut expected = fresh(TWO);
    expected.insert("astana/mine.txt".to_owned(), "mine".to_owned());
    assert_eq!(files(out.path()), expected);
    let published = build(out.path(), ONE);
    assert_eq!(published.removed, ["geneva/iv/1.html"]);
    fs::remove_file(out.path().join("astana/mine.txt")).unwrap();
    assert_eq!(files(out.path()), fresh(ONE));
    build(out.path(), &[]);
    assert_eq!(files(out.path()), fresh(&[]));
}

#[test]
fn changes_by_hand_are_noticed() {
    let out = folder();
    build(out.path(), ONE);
    put(out.path(), "index.html", "edited");
    put(out.path(), "astana/1.html", "edited");
    let published = build(out.path(), TWO);
    let expected = "\
warning[output-foreign]: `astana/1.html` is no longer made, but was left: it was changed by hand
--> OUT/astana/1.html
 = hint: delete it if nobody needs it

warning[output-foreign]: `index.html` was changed by hand, and is written anew
--> OUT/index.html
 = hint: what an editor adds belongs in the notes or in a template
";
    assert_eq!(report(out.path(), &published.warnings), expected);
    let mut expected = fresh(TWO);
    expected.insert("astana/1.html".to_owned(), "edited".to_owned());
    assert_eq!(files(out.path()), expected);
    // From now on it is the file of whoever edited it.
    assert_eq!(build(out.path(), TWO).warnings, []);
}

#[test]
fn any_crash_is_healed_by_the_next_build() {
    let goals: [&[(&str, &str)]; 4] = [ONE, TWO, &[], &[("other/page.html", "third")]];
    for goal in goals {
        for step in 0..6 {
            for first in [false, true] {
                let out = folder();
                if !first {
                    build(out.path(), ONE);
                }
                crash_on_the_way_to_two(out.path(), step);
                let published = build(out.path(), goal);
                assert_eq!(published.warnings, [], "step {step}");
                assert_eq!(files(out.path()), fresh(goal), "step {step}");
            }
        }
    }
}

/// Does what a build of `TWO`, over `ONE` or in an empty folder, does before each step at which it can be killed.
fn crash_on_the_way_to_two(out: &Path, step: usize) {
    let mut new = pages(TWO);
    new.sort_by(|a, b| a.path.cmp(&b.path));
    let drafts = Drafts::new(out).unwrap();
    let new: Vec<Draft> = new.iter().map(|page| drafts.compare(page)).collect();
    let old = drafts.old;
    let both = Manifest::of(inputs(), &new).with(old.as_ref());
    let both = String::from_utf8(both.to_bytes()).unwrap();
    put(out, ".mujaz-tmp-away/abc", "two");
    put(out, ".mujaz-tmp-manifest", &both[..100]);
    if step >= 1 {
        fs::remove_file(out.join(".mujaz-tmp-manifest")).unwrap();
        put(out, MANIFEST, &both);
    }
    if step >= 2 {
        put(out, "geneva/iv/.mujaz-tmp-abc", "جنيف");
        put(out, ".mujaz-tmp-def", "tw");
    }
    if step >= 3 {
        fs::rename(out.join("geneva/iv/.mujaz-tmp-abc"), out.join("geneva/iv/1.html")).unwrap();
    }
    if step >= 4 {
        fs::remove_file(out.join(".mujaz-tmp-def")).unwrap();
        put(out, "index.html", "two");
    }
    if step >= 5 && old.is_some() {
        fs::remove_file(out.join("astana/1.html")).unwrap();
    }
}

#[test]
fn a_build_that_stops_leaves_no_draft_behind() {
    let place = folder();
    let out = place.path().join("a/out");
    {
        let drafts = Drafts::new(&out).unwrap();
        let laid: Vec<Draft> = pages(ONE).into_iter().map(|page| drafts.lay(page)).collect();
        assert!(laid.iter().all(|draft| matches!(&draft.away, Some(Ok(file)) if file.exists())));
    }
    assert_eq!(files(place.path()), Folder::new());
    build(&out, ONE);
    let before = files(&out);
    let drafts = Drafts::new(&out).unwrap();
    drafts.lay(pages(TWO).remove(0));
    drop(drafts);
    assert_eq!(files(&out), before);
}

#[cfg(unix)]
#[test]
fn pages_can_be_read_by_whoever_the_mask_allows() {
    use std::os::unix::fs::PermissionsExt as _;
    let out = folder();
    build(out.path(), ONE);
    put(out.path(), "probe", "");
    let mode = |name: &str| out.path().join(name).metadata().unwrap().permissions().mode();
    assert_eq!(mode("index.html"), mode("probe"));
    assert_eq!(mode(MANIFEST), mode("probe"));
}
