//! Sets of templates, pages over all rounds, and faults of finished pages.

use snapbox::assert_data_eq;

use crate::common::{ARTICLE, Folder};

fn desk(config: &str, templates: &[(&str, &str)]) -> Folder {
    let mut files = vec![("desk/mujaz.yaml", config), ("desk/articles/good.md", ARTICLE)];
    files.extend_from_slice(templates);
    Folder::with(&files)
}

#[test]
fn each_round_is_rendered_with_each_set() {
    let own = ("desk/templates/cable.md", "{{ round.id }}: {{ status.word }}\n");
    let folder = desk("sets: [brief, onepage, cable]\nformats: [html, md]\n", &[own]);
    let run = folder.mujaz(&["build", "desk"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let pages: Vec<String> = folder.tree("desk/out").into_keys().filter(|name| name.starts_with("astana-2")).collect();
    let expected = [
        "astana-2.annex.md",
        "astana-2.cable.md",
        "astana-2.html",
        "astana-2.md",
        "astana-2.onepage.html",
        "astana-2.onepage.md",
    ];
    assert_eq!(pages, expected);
    assert!(folder.read("desk/out/astana-2.cable.md").starts_with("astana-2: "));
}

#[test]
fn a_set_that_is_not_there() {
    let folder = desk("sets: [brief, onepge]\n", &[]);
    let run = folder.mujaz(&["build", "desk"]);
    assert_eq!(run.code, Some(1));
    assert_data_eq!(
        run.stderr,
        snapbox::str![[r#"
error[template-missing]: there is no template `onepge.html` or `onepge.md`
 --> desk/mujaz.yaml:1:15
  |
1 | sets: [brief, onepge]
  |               ^^^^^^
  |
  = hint: did you mean `onepage`?

"#]]
    );
}

#[test]
fn faults_of_a_users_template_are_found_on_the_finished_page() {
    let template = r##"{% extends "builtin/brief.html" %}
{% block head %}<h1 id="main">موجز {{ round.name.ar }}</h1><p>{{ sources[0].title }}</p>
<img src="data:,"><a href="#nowhere">there</a> <a href="astana-9.html">next</a>{% endblock %}
"##;
    let folder = desk("title: {en: Syria talks}\nformats: [html]\n", &[("desk/templates/brief.html", template)]);
    let run = folder.mujaz(&["check", "desk"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_data_eq!(
        run.stderr,
        snapbox::str![[r##"
warning[page-direction]: Arabic without `dir` and `lang`: `موجز أستانا`
   --> astana-2.html:285:15
    |
285 | <h1 id="main">موجز أستانا 2</h1><p>ختام الجولة الثانية من محادثات أستانا من دون بيان</p>
    |               ^^^^^^^^^^^
    |
    = note: the page is made by templates/brief.html
    = hint: write `{{ … | ar }}` for Arabic, `{{ … | mixed }}` for English in which Arabic may stand

warning[page-direction]: Arabic without `dir` and `lang`: `ختام الجولة الثانية من محادثات أستانا من دون بيان`
   --> astana-2.html:285:36
    |
285 | <h1 id="main">موجز أستانا 2</h1><p>ختام الجولة الثانية من محادثات أستانا من دون بيان</p>
    |                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    |
    = note: the page is made by templates/brief.html
    = hint: write `{{ … | ar }}` for Arabic, `{{ … | mixed }}` for English in which Arabic may stand

warning[page-id]: the id `main` stands twice
 --> desk/templates/brief.html:2:21
  |
2 | {% block head %}<h1 id="main">موجز {{ round.name.ar }}</h1><p>{{ sources[0].title }}</p>
  |                     ^^^^^^^^^
  |
  = hint: an id is for one element: links to it go to the first

warning[page-picture]: `<img>` has no text alternative
 --> desk/templates/brief.html:3:1
  |
3 | <img src="data:,"><a href="#nowhere">there</a> <a href="astana-9.html">next</a>{% endblock %}
  | ^^^^
  |
  = hint: give `<img>` an `alt`, empty for decoration, and `<svg role="img">` a `<title>`

warning[page-link]: the link `#nowhere` leads to no place on the page
 --> desk/templates/brief.html:3:28
  |
3 | <img src="data:,"><a href="#nowhere">there</a> <a href="astana-9.html">next</a>{% endblock %}
  |                            ^^^^^^^^
  |
  = hint: give the target this `id`, or take the link out

warning[page-link]: the link `astana-9.html` leads to no page
 --> desk/templates/brief.html:3:57
  |
3 | <img src="data:,"><a href="#nowhere">there</a> <a href="astana-9.html">next</a>{% endblock %}
  |                                                         ^^^^^^^^^^^^^
  |
  = hint: give the target this `id`, or take the link out

1 article, 1 round, 6 warnings: nothing written

"##]]
    );
}

#[test]
fn the_pages_of_the_sample_have_no_faults() {
    let folder = Folder::sample();
    let config = folder.read("astana/mujaz.yaml") + "\nsets: [brief, onepage, sitrep, ledger]\n";
    folder.write("astana/mujaz.yaml", config.as_bytes());
    let run = folder.mujaz(&["check", "astana"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!run.stderr.contains("[page-"), "{}", run.stderr);
}

#[test]
fn an_entry_of_the_feed_has_one_page_and_names_the_others() {
    let folder = desk("title: {en: Talks}\nsets: [brief, onepage]\nformats: [html, md]\nurl: https://example.org/notes\n", &[]);
    let run = folder.mujaz(&["build", "desk"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_data_eq!(
        folder.read("desk/out/feed.atom"),
        snapbox::str![[r#"
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://example.org/notes/">
<title>Talks</title>
<id>https://example.org/notes/</id>
<updated>2017-02-16T00:00:00Z</updated>
<author><name>Talks</name></author>
<generator version="0.1.0">mujaz</generator>
<link rel="alternate" type="text/html" href="index.html"/>
<link rel="self" type="application/atom+xml" href="feed.atom"/>
<entry>
<title>Astana 2: unclear</title>
<id>https://example.org/notes/astana-2.html</id>
<updated>2017-02-16T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="astana-2.html" title="brief"/>
<link rel="related" type="text/html" href="astana-2.onepage.html" title="onepage"/>
<category term="astana"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" dir="ltr" lang="en">
<p>Not agreed: final statement (not issued); date of the next round (Alexander Lavrentiev).</p>
</div></content>
</entry>
</feed>

"#]]
    );
}
