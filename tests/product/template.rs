//! `template`: what editors do with the templates of a workspace; `explain` for a line; what a shell needs.

use snapbox::{assert_data_eq, str};

use crate::common::Folder;

#[test]
fn list_show_and_new() {
    let folder = Folder::built();
    assert_eq!(folder.mujaz(&["template", "new", "brief.md", "desk"]).stdout, "templates/brief.md\n");
    assert_eq!(folder.mujaz(&["template", "new", "own/short.md", "--from", "index.md", "desk"]).code, Some(0));
    let list = folder.mujaz(&["template", "list", "desk"]).stdout;
    let line = |name: &str| list.lines().find(|line| line.starts_with(&format!("{name} "))).unwrap_or_default().to_owned();
    assert!(line("brief.md").ends_with("own, in the place of the built-in one"), "{list}");
    assert!(line("brief.html").ends_with("built-in") && line("own/short.md").ends_with("  own"), "{list}");

    // What is new changes nothing yet.
    let before = folder.tree("desk/out");
    assert_eq!(folder.mujaz(&["build", "desk"]).code, Some(0));
    assert_eq!(folder.tree("desk/out").get("astana-2.md"), before.get("astana-2.md"));
    let shown = folder.mujaz(&["template", "show", "brief.md", "desk"]).stdout;
    assert!(shown.starts_with("{% extends \"builtin/brief.md\" %}\n") && shown.contains("key_points"), "{shown}");
    assert_ne!(folder.mujaz(&["template", "show", "builtin/brief.md", "desk"]).stdout, shown);

    for (args, message) in [
        (&["show", "breif.md", "desk"][..], "there is no template `breif.md`; did you mean `brief.md`?"),
        (&["new", "../x.md", "--from", "brief.md", "desk"], "`../x.md` cannot be the name of a template"),
        (&["new", "short.md", "desk"], "there is no built-in `short.md` to extend"),
        (&["new", "brief.md", "desk"], "cannot write templates/brief.md"),
    ] {
        let run = folder.mujaz(&[&["template"], args].concat());
        assert!(run.code == Some(2) && run.stderr.starts_with(&format!("error: {message}")), "{}", run.stderr);
    }
}

#[test]
fn check_finds_what_tera_is_silent_about() {
    let folder = Folder::built();
    assert_eq!(folder.mujaz(&["template", "check", "desk", "--deny-warnings"]).code, Some(0));
    folder.write(
        "desk/templates/brief.md",
        "{% extends \"builtin/brief.md\" %}\n{% block format %}{% if round.plce %}x{% endif %}{% for k in key_points %}{{ k.en.txt or \"\" }}{% endfor %}{% if key_point %}x{% endif %}{% endblock %}\n",
    );
    let run = folder.mujaz(&["template", "check", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
warning[template-variable]: there is no `plce` in `round`
 --> desk/templates/brief.md:2:31
  |
2 | {% block format %}{% if round.plce %}x{% endif %}{% for k in key_points %}{{ k.en.txt or "" }}{% endfor %}{% if key_point %}x{% endif...
  |                               ^^^^
  |
  = hint: did you mean `place`?

warning[template-variable]: there is no `txt` in `k.en`
 --> desk/templates/brief.md:2:83
  |
2 | {% block format %}{% if round.plce %}x{% endif %}{% for k in key_points %}{{ k.en.txt or "" }}{% endfor %}{% if key_point %}x{% endif...
  |                                                                                   ^^^
  |
  = hint: did you mean `text`?

warning[template-variable]: there is no `key_point` in the context of `brief` pages
 --> desk/templates/brief.md:2:113
  |
2 | {% block format %}{% if round.plce %}x{% endif %}{% for k in key_points %}{{ k.en.txt or "" }}{% endfor %}{% if key_point %}x{% endif...
  |                                                                                                                 ^^^^^^^^^
  |
  = hint: did you mean `key_points`?

1 template of the workspace, 16 pages of 1 round, an empty and a huge one: 3 warnings

"#]]
    );
    assert_eq!(run.code, Some(0));
    // Right with every round that there is, and wrong with one of which nothing is known.
    folder.write("desk/templates/brief.md", "{{ key_points[0].ar }}\n");
    assert_eq!(folder.mujaz(&["check", "desk"]).code, Some(0));
    let run = folder.mujaz(&["template", "check", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[template-render]: Field `ar` is not defined
 --> desk/templates/brief.md:1:4
  |
1 | {{ key_points[0].ar }}
  |    ^^^^^^^^^^^^
  |
  = note: while rendering round empty (brief.md)
  = hint: `mujaz template vars` prints what a template may use, and what each value is

"#]]
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn check_reads_the_pages_as_readers_do() {
    let folder = Folder::built();
    folder.write("desk/templates/brief.html", "<html><body>{{ title.ar }}{% for k in key_points %}<p dir=\"rtl\" lang=\"ar\">{{ k.ar | safe }}</p>{% endfor %}</body></html>\n");
    folder.write("desk/templates/brief.md", "{% for s in sources %}{{ s.title | safe }}{% endfor %}{{ round.id }}\n");
    let run = folder.mujaz(&["template", "check", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
warning[page-direction]: Arabic without `dir` and `lang`: `ختام الجولة الثانية من محادثات أستانا من دون بيان`
 --> astana-2.md:1:1
  |
1 | ختام الجولة الثانية من محادثات أستانا من دون بيانastana-2
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = note: the page is made by templates/brief.md
  = hint: write `{{ … | ar }}` for Arabic, `{{ … | mixed }}` for English in which Arabic may stand

warning[page-direction]: Arabic without `dir` and `lang`: `ختام الجولة الثانية من محادثات أستانا من دون بيانختام الجولة…`
 --> huge.md:1:1
  |
1 | ختام الجولة الثانية من محادثات أستانا من دون بيانختام الجولة الثانية من محادثات أستانا من دون بيانختام الجولة الثانية من محادثات أستا...
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = note: the page is made by templates/brief.md
  = hint: write `{{ … | ar }}` for Arabic, `{{ … | mixed }}` for English in which Arabic may stand

warning[page-markup]: `key_points[].ar` stands on the page as markup
 --> desk/templates/brief.html:1:75
  |
1 | <html><body>{{ title.ar }}{% for k in key_points %}<p dir="rtl" lang="ar">{{ k.ar | safe }}</p>{% endfor %}</body></html>
  |                                                                           ^^^^^^^^^^^^^^^^^
  |
  = note: the page is made by brief.html
  = hint: take `| safe` out: what is printed is escaped by itself, and `| markdown` reads what may be Markdown

warning[page-markup]: `sources[].title` stands on the page as markup
 --> desk/templates/brief.md:1:23
  |
1 | {% for s in sources %}{{ s.title | safe }}{% endfor %}{{ round.id }}
  |                       ^^^^^^^^^^^^^^^^^^^^
  |
  = note: the page is made by brief.md
  = hint: take `| safe` out: what is printed is escaped by itself, and `| markdown` reads what may be Markdown

2 templates of the workspace, 16 pages of 1 round, an empty and a huge one: 4 warnings

"#]]
    );
    assert_eq!(run.code, Some(0));
    assert_eq!(folder.mujaz(&["template", "check", "desk", "--deny-warnings"]).code, Some(1));
}

#[test]
fn a_fault_of_many_pages_is_told_once() {
    let folder = Folder::sample();
    folder.write(
        "astana/templates/voice.html",
        "{% extends \"builtin/voice.html\" %}\n{% block title %}{{ nme.en }}{% endblock %}\n",
    );
    folder.write(
        "astana/templates/brief.md",
        "{% extends \"builtin/brief.md\" %}\n{% block foot %}{{ round.nme.en }} {{ sources | fist }}{% endblock %}\n",
    );
    let run = folder.mujaz(&["check", "astana", "--quiet"]);
    assert_eq!(run.code, Some(1));
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[template-syntax]: Unknown filter `fist`
 --> astana/templates/brief.md:2:49
  |
2 | {% block foot %}{{ round.nme.en }} {{ sources | fist }}{% endblock %}
  |                                                 ^^^^
  |
  = hint: beside those of Tera there are: ar, en, mixed, md, capital, quoted, css, code, date, datetime, day_number, number, badge, cite, url, path, anchor, source_anchor, sentence_anchor, markdown, strip_bidi

"#]]
    );
    folder.write(
        "astana/templates/brief.md",
        "{% extends \"builtin/brief.md\" %}\n{% block foot %}{{ round.nme.en }}{% endblock %}\n",
    );
    let run = folder.mujaz(&["check", "astana", "--quiet"]);
    assert_eq!(run.code, Some(1));
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[template-render]: Field `nme` is not defined. Available fields: dates, evidence, id, name, number, place, track, track_name
 --> astana/templates/brief.md:2:26
  |
2 | {% block foot %}{{ round.nme.en }}{% endblock %}
  |                          ^^^
  |
  = note: while rendering round astana-1 (brief.md), round astana-2 (brief.md), round astana-3 (brief.md)
  = hint: did you mean `name`?

error[template-render]: Variable `nme` is not defined. Available variables: as_of, id, kind, name, party, rounds, title, version
 --> astana/templates/voice.html:2:21
  |
2 | {% block title %}{{ nme.en }}{% endblock %}
  |                     ^^^
  |
  = note: while rendering the page of armed_opposition (voice.html), the page of kazakhstan (voice.html), the page of syrian_government (voice.html), the page of russia (voice.html), the page of iran (voice.html), the page of united_nations (voice.html), and 18 more
  = hint: did you mean `name`?

"#]]
    );
    // A name that is not there is told with the pages that it stopped, and not again beside them.
    let folder = Folder::built();
    folder.write(
        "desk/templates/brief.md",
        "{% extends \"builtin/brief.md\" %}\n{% block foot %}{% if round.plce %}{% endif %}{{ round.nme.en }}{% endblock %}\n",
    );
    let run = folder.mujaz(&["template", "check", "desk"]);
    assert_eq!(run.code, Some(1));
    assert_data_eq!(
        run.stderr,
        str![[r#"
warning[template-variable]: there is no `plce` in `round`
 --> desk/templates/brief.md:2:29
  |
2 | {% block foot %}{% if round.plce %}{% endif %}{{ round.nme.en }}{% endblock %}
  |                             ^^^^
  |
  = hint: did you mean `place`?

error[template-render]: Field `nme` is not defined. Available fields: dates, evidence, id, name, number, place, track, track_name
 --> desk/templates/brief.md:2:56
  |
2 | {% block foot %}{% if round.plce %}{% endif %}{{ round.nme.en }}{% endblock %}
  |                                                        ^^^
  |
  = note: while rendering round astana-2 (brief.md), round empty (brief.md), round huge (brief.md)
  = hint: did you mean `name`?

"#]]
    );
}

#[test]
fn templates_that_are_nearly_right_are_told_what_is_right() {
    let folder = Folder::built();
    let wrong = [
        "{% extends \"builtin/breif.html\" %}",
        "{% extends \"builtin/brief.html\" %}{% block titel %}x{% endblock %}",
        "{% for k in key_pionts %}{{ k.ar }}{% endfor %}",
        "{{ round.id ",
    ];
    let mut said = String::new();
    for text in wrong {
        folder.write("desk/templates/brief.html", text);
        said.push_str(&folder.mujaz(&["build", "desk"]).stderr);
    }
    assert_data_eq!(
        said,
        str![[r#"
error[template-syntax]: there is no template `builtin/breif.html` to extend
 --> desk/templates/brief.html:1:13
  |
1 | {% extends "builtin/breif.html" %}
  |             ^^^^^^^^^^^^^^^^^^
  |
  = hint: did you mean `builtin/brief.html`?
error[template-syntax]: Block `titel` is not defined in any parent template
 --> desk/templates/brief.html:1:44
  |
1 | {% extends "builtin/brief.html" %}{% block titel %}x{% endblock %}
  |                                            ^^^^^
  |
  = hint: did you mean `title`?
error[template-render]: `key_pionts` is not defined
 --> desk/templates/brief.html:1:13
  |
1 | {% for k in key_pionts %}{{ k.ar }}{% endfor %}
  |             ^^^^^^^^^^
  |
  = note: while rendering round astana-2 (brief.html)
  = hint: did you mean `key_points`?
error[template-syntax]: Unexpected end of input
 --> desk/templates/brief.html:1:10
  |
1 | {{ round.id 
  |          ^^
  |
  = hint: something that was opened is not closed: `}}`, `%}`, `#}` or an end tag is missing

"#]]
    );
    folder.write("desk/templates/brief.html", "");
    let run = folder.mujaz(&["template", "new", "breif.html", "desk"]);
    assert!(run.stderr.contains("did you mean `brief.html`?"), "{}", run.stderr);
}

#[test]
fn vars_have_type_value_and_meaning() {
    let folder = Folder::built();
    let vars = folder.mujaz(&["template", "vars", "desk", "--round", "astana-2"]).stdout;
    for line in [
        "round.id: string = \"astana-2\"",
        "key_points: list of map = 2 of them",
        "key_points[].en.text: string",
        "outlets[]: map",
    ] {
        assert!(vars.contains(line) || line.starts_with("outlets"), "{line} is not in {vars}");
    }
    assert!(folder.mujaz(&["template", "vars", "desk", "--index"]).stdout.contains("\nrounds[].id: string = \"astana-2\"\n"));
}

#[test]
fn a_line_is_explained() {
    let folder = Folder::built();
    let run = folder.mujaz(&["explain", "desk/articles/good.md:9"]);
    assert_data_eq!(
        run.stdout,
        str![[r#"
round astana-2, since:
  the file states it, or rounds.yaml pins it
  +1000 stated  metadata
...

articles/good.md:9 sentence
  وقال رئيس الوفد الروسي ألكسندر لافرنتييف إن الدول الضامنة لم تتفق على موعد الجولة التالية.
  by itself [..]
  chosen: key point 2 of 2, score [..]
  in the outcomes: date of the next round
  in the positions
  speaker: Alexander Lavrentiev, named with the verb: رئيس الوفد الروسي ألكسندر لافرنتييف, verb قال

"#]]
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let run = folder.mujaz(&["explain", "desk/articles/good.md:8"]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            Some(2),
            "error: no sentence of an article stands in line 8 of articles/good.md; `mujaz explain desk/articles/good.md` shows the lines of all\n"
        )
    );
}

#[test]
fn a_round_is_explained() {
    let folder = Folder::built();
    assert_data_eq!(
        folder.mujaz(&["explain", "desk/astana-2"]).stdout,
        str![[r#"
astana-2, Astana 2: 1 of 1 articles

articles/good.md, 16 February 2017
  the file states it, or rounds.yaml pins it
  +1000 stated  metadata
  +14 ordinal  metadata
  +9 date  metadata
  +12 ordinal  line 7: الجولة الثانية
  the next best is astana-3, 1022 behind

status unclear: the articles say that single matters were not agreed; none says how the round ended
  Not agreed: final statement (not issued); date of the next round (Alexander Lavrentiev).

key points, with what each scored by
  1 articles/good.md:7, score 1000 (entity_density 203, outcomes 394, position 200, words 202)
  2 articles/good.md:9, score 297 (entity_density 57, outcomes 75, position 17, words 147)

outcomes 2, statements 1, differences 0, figures 0, next dates 0, gaps 3; `mujaz explain FILE:LINE` tells why of one line

"#]]
    );
    for (subject, next) in
        [("desk/astana-7", "rounds: astana-2"), ("desk/glossary-entri", "did you mean the code `glossary-entry`?")]
    {
        let run = folder.mujaz(&["explain", subject]);
        let root = folder.path("desk").canonicalize().expect("there");
        let said = format!("error: `{subject}` is no file, no code, and no round of {}; {next}\n", root.display());
        assert_eq!((run.code, run.stderr), (Some(2), said));
    }
}

#[test]
fn shells_and_manuals() {
    let folder = Folder::with::<&str>(&[]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = folder.mujaz(&["completions", shell]).stdout;
        assert!(script.contains("mujaz") && script.contains("glossary"), "{shell}");
    }
    assert_eq!(folder.mujaz(&["man", "man"]).code, Some(0));
    let pages = folder.tree("man");
    for page in ["mujaz.1", "mujaz-build.1", "mujaz-glossary-suggest.1"] {
        assert!(pages.contains_key(page), "{page} is not in {:?}", pages.keys());
    }
}
