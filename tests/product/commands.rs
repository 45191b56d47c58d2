//! The command line: exit codes, message formats, colours, wrong arguments.

use snapbox::{assert_data_eq, str};

use crate::common::{ARTICLE, Folder, run};

#[test]
fn exit_codes() {
    let folder = Folder::built();
    let code = |args: &[&str]| folder.mujaz(args).code;
    assert_eq!(code(&["build", "desk"]), Some(0));
    assert_eq!(code(&["check", "desk"]), Some(0));
    assert_eq!(code(&["--version"]), Some(0));
    assert_eq!(code(&["build", "--help"]), Some(0));
    // Usage, and what is not there.
    for wrong in [
        &[][..],
        &["buld"],
        &["build", "--formt"],
        &["build", "nowhere"],
        &["context", "astana-9", "desk"],
        &["explain", "no-such-code"],
        &["analyze", "none"],
    ] {
        assert_eq!(code(wrong), Some(2), "{wrong:?}");
    }
    // Content.
    folder.write("desk/articles/bad.txt", b"\xd9");
    assert_eq!(code(&["build", "desk"]), Some(1));
    assert_eq!(code(&["check", "desk"]), Some(1));
}

#[test]
fn a_warning_is_an_error_where_that_is_asked_for() {
    let folder = Folder::built();
    folder.write("desk/articles/b.txt", "English");
    assert_eq!(folder.mujaz(&["check", "desk"]).code, Some(0));
    assert_eq!(folder.mujaz(&["check", "desk", "--deny-warnings"]).code, Some(1));
    let quiet = folder.mujaz(&["check", "desk", "--deny-warnings", "--quiet"]);
    assert_eq!((quiet.code, quiet.stderr.as_str()), (Some(1), ""), "quiet does not change what is right");
}

#[test]
fn one_line_a_problem() {
    let folder = Folder::built();
    folder.write("desk/articles/b.txt", "English");
    folder.write("desk/articles/c.md", "---\ndate: soon\n---\nقال");
    let run = folder.mujaz(&["build", "desk", "--message-format", "short"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
desk/articles/b.txt: warning[article-no-arabic]: not in Arabic, left out: "English"
desk/articles/c.md:2:7: error[article-front-matter]: `date` is not a date: "soon"

"#]]
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn colours_only_where_they_are_wanted() {
    let folder = Folder::built();
    folder.write("desk/articles/b.txt", "English");
    let coloured = |args: &[&str], env: &[(&str, &str)]| {
        let mut command = folder.command(&[&["check", "desk"], args].concat());
        command.envs(env.iter().copied());
        run(&mut command).stderr.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "this is no terminal");
    assert!(coloured(&["--color", "always"], &[]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]), "an argument is stronger than the environment");
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn wrong_arguments_are_told_what_would_be_right() {
    let folder = Folder::with(&[("a.md", ARTICLE)]);
    let mut all = String::new();
    for args in [
        &["buld"][..],
        &["build", "--round", "astana-3"],
        &["build", "--format", "mdd"],
        &["build", "--as-of", "2017-13-01"],
        &["build", "--from-context", "none.json"],
        &["build", "--from-context", "a.md"],
        &["context", "astana2"],
        &["explain", "glossary-entri"],
        &["explain", "none.txt"],
        &["schema", "brif"],
        &["summarize", "--budget", "0%", "a.md"],
        &["analyze", "a.md"],
        &["analyze", "."],
    ] {
        let run = folder.mujaz(args);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{args:?}");
        all.push_str(&format!("$ mujaz {}\n{}\n", args.join(" "), run.stderr));
    }
    assert_data_eq!(
        all,
        str![[r#"
$ mujaz buld
error: unrecognized subcommand 'buld'

  tip: a similar subcommand exists: 'build'

Usage: mujaz [OPTIONS] <COMMAND>

For more information, try '--help'.

$ mujaz build --round astana-3
error: no article belongs to a round `astana-3`; rounds found: astana-2; did you mean `astana-2`?

$ mujaz build --format mdd
error: invalid value 'mdd' for '--format <FORMAT>'
  [possible values: md, html, json]

  tip: a similar value exists: 'md'

For more information, try '--help'.

$ mujaz build --as-of 2017-13-01
error: invalid value '2017-13-01' for '--as-of <AS_OF>': a day is written as 2017-02-16

For more information, try '--help'.

$ mujaz build --from-context none.json
error: cannot read none.json: No such file or directory (os error 2)

$ mujaz build --from-context a.md
error: a.md: invalid number at line 1 column 2; it must be what `mujaz context` prints

$ mujaz context astana2
error: no article belongs to a round `astana2`; rounds found: astana-2; did you mean `astana-2`?

$ mujaz explain glossary-entri
error: cannot read glossary-entri: No such file or directory (os error 2); did you mean the code `glossary-entry`?

$ mujaz explain none.txt
error: cannot read none.txt: No such file or directory (os error 2); name an article, a round, or a code such as `glossary-entry`

$ mujaz schema brif
error: invalid value 'brif' for '<NAME>'
  [possible values: brief, index, voice, config, glossary, tracks, rounds, translations]

  tip: a similar value exists: 'brief'

For more information, try '--help'.

$ mujaz summarize --budget 0% a.md
error: invalid value '0%' for '--budget <BUDGET>': `0%` is no budget: write a share such as 33% or a number of words such as 120

For more information, try '--help'.

$ mujaz analyze a.md
error: a.md is a single article, and `analyze` reads JSON lines; `mujaz explain a.md` shows what is found in it

$ mujaz analyze .
error: . is a folder, and `analyze` reads JSON lines; `mujaz build .` reads folders


"#]]
    );
    assert_eq!(folder.tree("").len(), 1);
}

#[test]
fn an_article_is_explained_by_the_glossary_and_the_rounds_of_its_workspace() {
    let folder = Folder::with(&[
        ("desk/mujaz.yaml", "title: {en: Talks}\n"),
        ("desk/glossary/own.yaml", "- {id: qamari, kind: person, en: Rami Qamari, ar: [رامي القمري]}\n"),
        ("desk/rounds.yaml", "- {article: a, round: astana-3, reason: told by its author}\n"),
        ("desk/articles/a.txt", "قال رامي القمري إن الجولة الثانية من محادثات أستانا انتهت.\n"),
    ]);
    let inside = folder.mujaz(&["explain", "desk/articles/a.txt"]);
    assert_data_eq!(
        inside.stdout,
        str![[r#"
round astana-3
  +1000 for astana-3  stated  metadata
  +10 for astana-2  ordinal  الجولة الثانية

1 line 1 sentence
  قال رامي القمري إن الجولة الثانية من محادثات أستانا انتهت.
  score 1186: entity_density 466, position 1000, hanging 0, background 0
    قال = say (verb, verb_say), folded قال
    رامي القمري = Rami Qamari (person, qamari), folded رامي القمري
    ال + جولة = round (term, round), folded جوله
    الثانية = second (ordinal, ordinal_second), folded الثانيه
    محادثات أستانا = Astana talks (process, astana_talks), folded محادثات استانا
    انتهت = end (verb, verb_end), folded انتهت

"#]]
    );
}
