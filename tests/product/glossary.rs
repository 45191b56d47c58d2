//! `glossary`: what editors do with the entries of a workspace.

use snapbox::{assert_data_eq, str};

use crate::common::{ARTICLE, Folder};

/// A workspace in `desk/` with one article and this glossary.
fn desk(glossary: &str) -> Folder {
    Folder::with(&[
        ("desk/mujaz.yaml", "title: {en: Syria talks}\n"),
        ("desk/articles/good.md", ARTICLE),
        ("desk/glossary/names.yaml", glossary),
    ])
}

#[test]
fn check_tells_what_no_build_looks_for() {
    let folder = desk(
        "# names
- {id: ahd, kind: party, en: {preferred: Al-Ahd Movement, deprecated: [El Ahed]}, ar: [حركة العهد الأولى, حركة العهد الاولى]}
- {id: ahd_office, kind: organization, en: El Ahed office, ar: [مكتب\u{a0}العهد]}
- {id: declared, kind: party, en: Declared, ar: [أعلنوا]}
- {id: sil, kind: place, en: Sil, ar: [سيل]}
",
    );
    folder.write("desk/notes/astana-2.md", "The El Ahed delegation was late.\n");
    let run = folder.mujaz(&["glossary", "check", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
warning[glossary-shadowed-form]: `حركة العهد الاولى` of `ahd` is the same as another form of it once folded
 --> glossary/names.yaml:2:107
  |
2 | - {id: ahd, kind: party, en: {preferred: Al-Ahd Movement, deprecated: [El Ahed]}, ar: [حركة العهد الأولى, حركة العهد الاولى]}
  |                                                                                        -----------------  ^^^^^^^^^^^^^^^^^
  |                                                                                        |
  |                                                                                        the other one
  |
  = hint: take it out: spellings that differ in hamza, ta marbuta, alef maqsura or vowel signs are found anyway

warning[glossary-deprecated]: `El Ahed` is a deprecated form of `ahd`
 --> glossary/names.yaml:3:44
  |
3 | - {id: ahd_office, kind: organization, en: El Ahed office, ar: [مكتب العهد]}
  |                                            ^^^^^^^^^^^^^^
  |
  = hint: write `Al-Ahd Movement`

warning[glossary-invisible]: U+00A0 (no-break space) in `مكتب العهد`
 --> glossary/names.yaml:3:69
  |
3 | - {id: ahd_office, kind: organization, en: El Ahed office, ar: [مكتب العهد]}
  |                                                                     ^
  |
  = hint: write a plain space

warning[glossary-shadowed-form]: `أعلنوا` of `declared` is never found: `verb_announce` is found in its place
 --> glossary/names.yaml:4:50
  |
4 | - {id: declared, kind: party, en: Declared, ar: [أعلنوا]}
  |                                                  ^^^^^^
  |
  = hint: write the longer form that stands in the news, or `homograph_of: [verb_announce]` and a `when`

warning[glossary-short-form]: `سيل` of `sil` is very short
 --> glossary/names.yaml:5:40
  |
5 | - {id: sil, kind: place, en: Sil, ar: [سيل]}
  |                                        ^^^
  |
  = hint: put it into `short`, or add a `when`

warning[glossary-deprecated]: `El Ahed` is a deprecated form of `ahd`
 --> notes/astana-2.md:1:5
  |
1 | The El Ahed delegation was late.
  |     ^^^^^^^
  |
  = hint: write `Al-Ahd Movement`

4 entries in 1 file: 6 warnings

"#]]
    );
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert_eq!(folder.mujaz(&["glossary", "check", "desk", "--deny-warnings"]).code, Some(1));
    let build = folder.mujaz(&["build", "desk", "--message-format", "short"]);
    assert!(!build.stderr.contains("shadowed"), "{}", build.stderr);
    let check = folder.mujaz(&["check", "desk", "--message-format", "short"]);
    assert!(check.stderr.contains("glossary-shadowed-form"), "{}", check.stderr);
}

#[test]
fn check_needs_no_article() {
    let folder = Folder::with(&[("glossary/a.yaml", "- {id: a, kind: party, en: A, ar: [حركة العهد], affiliation: nowhere}\n")]);
    let run = folder.mujaz(&["glossary", "check"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[glossary-reference]: entry `a` points to `nowhere`, which no entry is
 --> glossary/a.yaml:1:62
  |
1 | - {id: a, kind: party, en: A, ar: [حركة العهد], affiliation: nowhere}
  |                                                              ^^^^^^^
  |
  = hint: write the id of an entry, or take the line out

"#]]
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn test_tries_every_entry() {
    let folder = desk(
        "- id: alloush_hall
  kind: place
  en: Alloush Hall
  ar: [قاعة محمد علوش]
  tests: {match: [اجتمعوا في قاعة محمد علوش], no_match: [وقال محمد علوش إن]}
",
    );
    let run = folder.mujaz(&["glossary", "test", "desk", "--id", "alloush_hall"]);
    assert_data_eq!(
        run.stdout,
        str![[r#"
ok    alloush_hall match: اجتمعوا في قاعة محمد علوش
      found: verb_meet_ijtamaa, alloush_hall
ok    alloush_hall no_match: وقال محمد علوش إن
      found: verb_say, alloush

"#]]
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), "2 tests of 1 entry hold\n"));
    let all = folder.mujaz(&["glossary", "test", "desk"]);
    assert_eq!((all.code, all.stdout.as_str()), (Some(0), ""), "{}", all.stderr);

    folder.write(
        "desk/glossary/names.yaml",
        "- {id: saying, kind: party, en: Saying, ar: [وقال ألكسندر], tests: {match: [قال نعم]}}\n",
    );
    let run = folder.mujaz(&["glossary", "test", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[glossary-guard]: `saying` is not found in `قال نعم`
 --> glossary/names.yaml:1:77
  |
1 | - {id: saying, kind: party, en: Saying, ar: [وقال ألكسندر], tests: {match: [قال نعم]}}
  |                                                                             ^^^^^^^
  |
  = note: found: verb_say
  = hint: change a form, add a `when`, or mend the test

"#]]
    );
    assert_eq!(run.code, Some(1));
    let run = folder.mujaz(&["glossary", "test", "desk", "--id", "sayingg"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), "error: no entry has the id `sayingg`; did you mean `saying`?\n"));
}
