//! Files at the wrong place or by the wrong name, and pages that would be written where they must not: the whole text that is printed.

use snapbox::{assert_data_eq, str};

use crate::common::{ARTICLE, Folder};

const ENTRY: &str = "- id: al-manar\n  kind: media\n  en: Al-Manar\n  ar: [المنار الجديد]\n";

#[test]
fn what_nothing_reads_is_told() {
    let folder = Folder::with(&[
        ("desk/mujaz.yaml", "sets: [brief, mine]\narticles: articles\n"),
        ("desk/articles/a.md", ARTICLE),
        ("desk/articles/a.pdf", "the scan of a text that is there"),
        ("desk/articles/b.docx", "a text that is not"),
        ("desk/b.md", ARTICLE),
        ("desk/README.md", "What this folder is for."),
        ("desk/compose.yaml", "services: {}\n"),
        ("desk/glossary/names.yaml", "[]\n"),
        ("desk/glossary/more.txt", ENTRY),
        ("desk/glossary/notes.txt", "What is still to be done."),
        ("desk/names.yaml", ENTRY),
        ("desk/template/brief.html", "x"),
        ("desk/templates/breif.md", "x"),
        ("desk/templates/mine.md", "{% include \"part.md\" %}\n"),
        ("desk/templates/other.md", "x"),
        ("desk/templates/part.md", "x"),
        ("desk/scripts/run.sh", "x"),
    ]);
    assert_data_eq!(
        folder.mujaz(&["check", "desk"]).stderr,
        str![[r#"
warning[workspace-unread]: `articles/b.docx` is not read: articles are `.txt`, `.md`, `.html` or `.jsonl`
--> desk/articles/b.docx
 = hint: save its text as a `.txt` file in UTF-8

warning[workspace-unread]: `b.md` is not read: it looks like an article
--> desk/b.md
 = hint: put it into `articles`

warning[workspace-unread]: `glossary/more.txt` is not read: it begins as a list of entries does
--> desk/glossary/more.txt
 = hint: its name must end with `.yaml`

warning[workspace-unread]: `names.yaml` is not read: it begins as a list of entries does
--> desk/names.yaml
 = hint: put it into `glossary`

warning[workspace-unread]: `template` is not read: no folder of a workspace is called so
--> desk/template
 = hint: did you mean `templates`?

warning[workspace-unread]: no page is made by `templates/breif.md`
--> desk/templates/breif.md
 = hint: did you mean `brief.md`?

warning[workspace-unread]: no page is made by `templates/other.md`
--> desk/templates/other.md
 = hint: name `other` in `sets` of mujaz.yaml, or include the file in another template

1 article, 1 round, 7 warnings: nothing written

"#]]
    );
}

#[test]
fn a_config_that_is_not_read_is_told() {
    let folder = Folder::with(&[
        ("desk/mujaz.yaml", ""),
        ("desk/articles/a.md", ARTICLE),
        ("desk/bare/a.md", ARTICLE),
        ("other/mujaz.yml", "title: {en: Other}\n"),
        ("other/a.md", ARTICLE),
    ]);
    let said: String =
        ["desk/articles", "desk/bare", "other"].iter().map(|dir| folder.mujaz(&["check", dir]).stderr + "\n").collect();
    assert_data_eq!(
        said,
        str![[r#"
warning[workspace-unread]: the config of the workspace above is not read: this folder is its `articles`
--> desk/mujaz.yaml
 = hint: name the workspace instead: `desk`

1 article, 1 round, 1 warning: nothing written

1 article, 1 round, 0 warnings: nothing written

warning[workspace-unread]: `mujaz.yml` is not read: the config is called `mujaz.yaml`
--> other/mujaz.yml
 = hint: call it `mujaz.yaml`

1 article, 1 round, 1 warning: nothing written


"#]]
    );
}

#[test]
fn pages_are_not_written_among_what_is_read() {
    let folder = Folder::with(&[
        ("desk/mujaz.yaml", "articles: articles\n"),
        ("desk/articles/a.md", ARTICLE),
        ("desk/notes/README.md", ""),
    ]);
    let before = folder.tree("");
    let outputs = ["desk", "desk/../desk", "desk/articles", "desk/notes", "desk/templates", "desk/translations"];
    let said: String = outputs.iter().map(|output| folder.mujaz(&["build", "desk", "-o", output]).stderr + "\n").collect();
    assert_data_eq!(
        said,
        str![[r#"
error[output-unwritable]: cannot write to `desk`: it is the workspace itself
--> desk
 = hint: the output needs a folder of its own, such as `out`

error[output-unwritable]: cannot write to `desk/../desk`: it is the workspace itself
--> desk/../desk
 = hint: the output needs a folder of its own, such as `out`

error[output-unwritable]: cannot write to `desk/articles`: the articles are in it
--> desk/articles
 = hint: the output needs a folder of its own, such as `out`

error[output-unwritable]: cannot write to `desk/notes`: the notes are in it
--> desk/notes
 = hint: the output needs a folder of its own, such as `out`

error[output-unwritable]: cannot write to `desk/templates`: the templates are in it
--> desk/templates
 = hint: the output needs a folder of its own, such as `out`

error[output-unwritable]: cannot write to `desk/translations`: the translations are in it
--> desk/translations
 = hint: the output needs a folder of its own, such as `out`


"#]]
    );
    assert_eq!(folder.tree(""), before, "something was written");
}

#[test]
fn a_round_that_is_in_no_track_is_told() {
    let stated = |round: &str| ARTICLE.replace("astana-2", round);
    let folder =
        Folder::with(&[("desk/a.md", stated("astana2")), ("desk/b.md", stated("astana-2")), ("desk/c.md", stated("lake-9"))]);
    assert_data_eq!(
        folder.mujaz(&["check", "desk"]).stderr,
        str![[r#"
warning[article-round]: `astana2` is no round of a track: `a` was taken for astana-2
 --> desk/a.md:5:8
  |
5 | round: astana2
  |        ^^^^^^^
  |
  = hint: did you mean `astana-2`?

warning[article-round]: `lake-9` is no round of a track: `c` was taken for astana-2
 --> desk/c.md:5:8
  |
5 | round: lake-9
  |        ^^^^^^
  |
  = hint: write the id of a round, as `astana-2`

3 articles, 1 round, 2 warnings: nothing written

"#]]
    );
}

#[test]
fn front_matter_with_the_wrong_dashes_is_told() {
    let folder = Folder::with(&[
        ("desk/a.md", ARTICLE.to_owned()),
        ("desk/b.md", format!("-{ARTICLE}")),
        ("desk/c.txt", ARTICLE.replacen("---", "—", 1)),
    ]);
    assert_data_eq!(
        folder.mujaz(&["check", "desk"]).stderr,
        str![[r#"
error[article-front-matter]: front matter begins with a line of three dashes
 --> desk/b.md:1:1
  |
1 | ----
  | ^^^^
  |
  = hint: write `---`

error[article-front-matter]: front matter begins with a line of three dashes
 --> desk/c.txt:1:1
  |
1 | —
  | ^
  |
  = hint: write `---`

"#]]
    );
}

#[test]
fn the_same_article_twice_is_marked_in_both_languages() {
    let folder = Folder::with(&[("desk/a.md", ARTICLE), ("desk/b.md", ARTICLE)]);
    let run = folder.mujaz(&["check", "desk"]);
    assert_eq!((run.code, run.stderr.lines().last()), (Some(0), Some("2 articles, 1 round, 0 warnings: nothing written")));
}
