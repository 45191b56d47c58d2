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
 --> desk/glossary/names.yaml:2:107
  |
2 | - {id: ahd, kind: party, en: {preferred: Al-Ahd Movement, deprecated: [El Ahed]}, ar: [حركة العهد الأولى, حركة العهد الاولى]}
  |                                                                                        -----------------  ^^^^^^^^^^^^^^^^^
  |                                                                                        |
  |                                                                                        the other one
  |
  = hint: take it out: spellings that differ in hamza, ta marbuta, alef maqsura or vowel signs are found anyway

warning[glossary-deprecated]: `El Ahed` is a deprecated form of `ahd`
 --> desk/glossary/names.yaml:3:44
  |
3 | - {id: ahd_office, kind: organization, en: El Ahed office, ar: [مكتب العهد]}
  |                                            ^^^^^^^^^^^^^^
  |
  = hint: write `Al-Ahd Movement`

warning[glossary-invisible]: U+00A0 (no-break space) in `مكتب العهد`
 --> desk/glossary/names.yaml:3:69
  |
3 | - {id: ahd_office, kind: organization, en: El Ahed office, ar: [مكتب العهد]}
  |                                                                     ^
  |
  = hint: write a plain space

warning[glossary-shadowed-form]: `أعلنوا` of `declared` is never found: `verb_announce` is found in its place
 --> desk/glossary/names.yaml:4:50
  |
4 | - {id: declared, kind: party, en: Declared, ar: [أعلنوا]}
  |                                                  ^^^^^^
  |
  = hint: write the longer form that stands in the news, or `homograph_of: [verb_announce]` and a `when`

warning[glossary-short-form]: `سيل` of `sil` is very short
 --> desk/glossary/names.yaml:5:40
  |
5 | - {id: sil, kind: place, en: Sil, ar: [سيل]}
  |                                        ^^^
  |
  = hint: put it into `short`, or add a `when`

warning[glossary-deprecated]: `El Ahed` is a deprecated form of `ahd`
 --> desk/notes/astana-2.md:1:5
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
 --> desk/glossary/names.yaml:1:77
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

#[test]
fn fmt_sorts_and_keeps_comments() {
    let text = "# Names.\n\n# the second\n- {id: b_party, kind: party, en: B,  ar: [حركة الباء]} # B\n- id: a_party\n  kind: party\n  en: A\n  ar: [حركة الألف]\n";
    let folder = desk(text);
    let check = folder.mujaz(&["glossary", "fmt", "desk", "--check"]);
    assert_eq!(
        (check.code, check.stdout.as_str(), check.stderr.as_str()),
        (Some(1), "glossary/names.yaml\n", "1 file, 1 not sorted\n")
    );
    assert_eq!(folder.read("desk/glossary/names.yaml"), text);
    assert_eq!(folder.mujaz(&["glossary", "fmt", "desk"]).code, Some(0));
    let want = "# Names.\n\n- id: a_party\n  kind: party\n  en: A\n  ar: [حركة الألف]\n# the second\n- {id: b_party, kind: party, en: B,  ar: [حركة الباء]} # B\n";
    assert_eq!(folder.read("desk/glossary/names.yaml"), want);
    assert_eq!(folder.mujaz(&["glossary", "fmt", "desk", "--check"]).code, Some(0));
}

#[test]
fn add_writes_one_entry_or_nothing() {
    let folder = desk("# Names.\n- {id: b_party, kind: party, en: B, ar: [حركة الباء]}\n");
    let run = folder.mujaz(&[
        "glossary",
        "add",
        "desk",
        "--kind",
        "person",
        "--en",
        "Salim al-Mithal",
        "--ar",
        "سليم المثال",
        "--short",
        "المثال",
        "--role",
        "head: of B",
        "--match",
        "وقال سليم المثال",
    ]);
    assert_data_eq!(
        run.stdout,
        str![[r#"
glossary/names.yaml:3
- id: salim_al_mithal
  kind: person
  en: Salim al-Mithal
  ar: [سليم المثال]
  short: [المثال]
  roles: [{ar: "", en: "head: of B"}]
  tests: {match: [وقال سليم المثال]}

"#]]
    );
    assert_data_eq!(
        run.stderr,
        str![[r#"
added `salim_al_mithal`; what it changes: mujaz glossary impact

"#]]
    );
    assert_data_eq!(
        folder.read("desk/glossary/names.yaml"),
        str![[r##"
# Names.
- {id: b_party, kind: party, en: B, ar: [حركة الباء]}
- id: salim_al_mithal
  kind: person
  en: Salim al-Mithal
  ar: [سليم المثال]
  short: [المثال]
  roles: [{ar: "", en: "head: of B"}]
  tests: {match: [وقال سليم المثال]}

"##]]
    );
    // The only file is the right one; with another kind in it, one that is called as the kind is.
    folder.write("desk/glossary/places.yaml", "- {id: square, kind: place, en: Square, ar: [ساحة المثال]}\n");
    let run = folder.mujaz(&["glossary", "add", "desk", "--kind", "place", "--en", "Old Square", "--ar", "الساحة القديمة"]);
    assert!(run.stdout.starts_with("glossary/places.yaml:1\n"), "{}", run.stdout);
    let run = folder.mujaz(&["glossary", "add", "desk", "--kind", "agreement", "--en", "Square Accord", "--ar", "اتفاق الساحة"]);
    assert!(run.stdout.starts_with("glossary/agreements.yaml:1\n"), "{}", run.stdout);

    let before = folder.tree("");
    let run = folder.mujaz(&["glossary", "add", "desk", "--kind", "party", "--en", "C", "--ar", "حركة الباء"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[glossary-duplicate-form]: `حركة الباء` is claimed by `b_party` and by `c`
 --> desk/glossary/names.yaml:6:8
  |
2 | - {id: b_party, kind: party, en: B, ar: [حركة الباء]}
  |                                          ---------- the other one
...
6 |   ar: [حركة الباء]
  |        ^^^^^^^^^^
  |
  = note: this is the file as it would be: nothing was written
  = hint: take it out of one of them, or write `homograph_of: [b_party]` here and a `when` that tells them apart

"#]]
    );
    assert_eq!(run.code, Some(1));
    let run = folder.mujaz(&[
        "glossary",
        "add",
        "desk",
        "--kind",
        "party",
        "--en",
        "C",
        "--ar",
        "حركة الجيم",
        "--affiliation",
        "rusia",
    ]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), "error: no entry has the id `rusia`; did you mean `russia`?\n"));
    let run = folder.mujaz(&["glossary", "add", "desk", "--kind", "party", "--en", "حركة", "--ar", "حركة الجيم"]);
    let said = "error: no id can be made of `حركة`: --en is the English of حركة الجيم; or name an id with --id\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), said));
    assert_eq!(folder.tree(""), before);
}

#[test]
fn suggest_prints_a_glossary_file() {
    let folder = desk("");
    folder.write("desk/glossary/names.yaml", "");
    folder.write(
        "desk/articles/names.md",
        "---\nround: astana-2\n---\nوقال فيكتور كوستينكوف إن الجولة انتهت. وأضاف كوستينكوف أن الوفود غادرت أستانا.\n\nوأكد فيكتور كوستينكوف أن ألكسندر لافرينتياف عاد إلى موسكو.\n",
    );
    let run = folder.mujaz(&["glossary", "suggest", "desk"]);
    assert_data_eq!(
        &run.stdout,
        str![[r#"
# ألكسندر لافرينتياف: `lavrentiev` (Alexander Lavrentiev) in another spelling? 1 time
#   articles/names.md:6: وأكد فيكتور كوستينكوف أن ألكسندر لافرينتياف عاد إلى موسكو.
# In the place of the built-in entry:
- id: lavrentiev
  kind: person
  en: {preferred: Alexander Lavrentiev, admitted: [Alexander Lavrentyev, Aleksandr Lavrentyev]}
  ar: [ألكسندر لافرينتييف, ألكسندر لافرنتييف, ألكسندر لافرينتيف, ألكسندر لافرنتيف, ألكساندر لافرينتييف, ألكساندر لافرنتييف, ألكساندر لافرينتيف, ألكساندر لافرنتيف, لافرينتييف, لافرنتييف, لافرينتيف, لافرنتيف, ألكسندر لافرينتياف]
  affiliation: russia
  roles: [{from: 2015, ar: مبعوث الرئيس الروسي إلى سوريا, en: Russian presidential envoy for Syria}]
  tests: {match: [وقال ألكسندر لافرينتيف إن, رئيس الوفد الروسي لافرنتييف], no_match: [بعد الافراج عنهم, سيرغي لافروف]}

# فيكتور كوستينكوف: not known; 3 times, 3 after a verb of saying
#   articles/names.md:4: وقال فيكتور كوستينكوف إن الجولة انتهت.
#   articles/names.md:6: وأكد فيكتور كوستينكوف أن ألكسندر لافرينتياف عاد إلى موسكو.
#   articles/names.md:4: وأضاف كوستينكوف أن الوفود غادرت أستانا.
# The English is made letter by letter: write what careful reporting writes.
- id: [..]
  kind: person
  en: [..]
  ar: [فيكتور كوستينكوف]
  short: [كوستينكوف]


"#]]
    );
    assert_data_eq!(
        run.stderr,
        str![[r#"
1 spelling of a known name, 1 unknown name or word

"#]]
    );
    folder.write("desk/glossary/new.yaml", run.stdout);
    assert_eq!(folder.mujaz(&["glossary", "check", "desk"]).code, Some(0), "what is printed is a glossary file");
    assert_eq!(folder.mujaz(&["glossary", "suggest", "desk"]).stdout, "");
}

/// Runs git in a folder, without what the user's own settings say.
fn git(folder: &Folder, args: &[&str]) -> bool {
    let mut git = std::process::Command::new("git");
    git.current_dir(folder.path("")).args(["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]).args(args);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null").output().is_ok_and(|run| run.status.success())
}

#[test]
fn impact_shows_the_lines_that_change() {
    let folder = desk("- {id: b_party, kind: party, en: B, ar: [حركة الباء]}\n");
    folder
        .write("new.yaml", "- {id: lavrentiev, kind: person, en: A. Lavrentiev, ar: [ألكسندر لافرنتييف], affiliation: russia}\n");
    let with = folder.mujaz(&["glossary", "impact", "desk", "--with", "new.yaml"]);
    assert_data_eq!(
        &with.stdout,
        str![[r#"
astana-2
  Bottom line
  - Not agreed: final statement (not issued); date of the next round (Alexander Lavrentiev). `R` [وكالة المثال:1](#s-good-1) [وكالة المثال:2](#s-good-2)
  + Not agreed: final statement (not issued); date of the next round (A. Lavrentiev). `R` [وكالة المثال:1](#s-good-1) [وكالة المثال:2](#s-good-2)
  Outcomes
  - | ✕ not agreed | date of the next round | Alexander Lavrentiev | [وكالة المثال:2](#s-good-2)
  + | ✕ not agreed | date of the next round | A. Lavrentiev | [وكالة المثال:2](#s-good-2)
  Russia روسيا
  - Alexander Lavrentiev said that the guarantor states did not agree on the date of the next round `G` [وكالة المثال:2](#s-good-2) · head of delegation of Russia
  + A. Lavrentiev said that the guarantor states did not agree on the date of the next round `G` [وكالة المثال:2](#s-good-2) · head of delegation of Russia
  Participants
  - Alexander Lavrentiev | head of delegation of Russia | attended وكالة المثال:2 | ألكسندر لافرنتييف
  + A. Lavrentiev | head of delegation of Russia | attended وكالة المثال:2 | ألكسندر لافرنتييف


"#]]
    );
    assert_eq!(with.code, Some(0));
    if !git(&folder, &["init", "-q"]) {
        return; // there is no git here
    }
    assert!(git(&folder, &["add", "-A"]) && git(&folder, &["commit", "-qm", "as it was"]));
    let none = folder.mujaz(&["glossary", "impact", "desk"]);
    assert_eq!((none.code, none.stdout.as_str(), none.stderr.as_str()), (Some(0), "", "0 lines changed in 0 briefs\n"));
    folder.write("desk/glossary/new.yaml", folder.read("new.yaml"));
    let committed = folder.mujaz(&["glossary", "impact", "desk"]);
    assert_eq!(committed.stdout, with.stdout);
    let unknown = folder.mujaz(&["glossary", "impact", "desk", "--since", "nowhere"]);
    assert_eq!(unknown.code, Some(2));
}
