//! What cannot be used: the whole text that is printed, the exit code, and that nothing on disk has changed.

use snapbox::data::Inline;
use snapbox::{assert_data_eq, str};

use crate::common::{ARTICLE, Folder};

/// What `mujaz build desk` prints for a desk that was built before these files came; the pages must stay as they were.
#[track_caller]
fn refused(files: &[(&str, &[u8])], expected: Inline) {
    refused_with(files, &[], 1, expected);
}

#[track_caller]
fn refused_with(files: &[(&str, &[u8])], args: &[&str], code: i32, expected: Inline) {
    let folder = Folder::built();
    for (name, bytes) in files {
        folder.write(&format!("desk/{name}"), bytes);
    }
    let before = folder.tree("");
    let run = folder.mujaz(&[&["build", "desk"], args].concat());
    assert_data_eq!(run.stderr, expected);
    assert_eq!((run.code, run.stdout.as_str()), (Some(code), ""));
    assert_eq!(folder.tree(""), before, "something was written");
}

/// What is printed for a bare folder with these files.
#[track_caller]
fn refused_bare(files: &[(&str, &[u8])], code: i32, expected: Inline) {
    let folder = Folder::with(files);
    std::fs::create_dir_all(folder.path("news")).expect("a folder");
    let run = folder.mujaz(&["build", "news"]);
    assert_data_eq!(run.stderr, expected);
    assert_eq!((run.code, run.stdout.as_str()), (Some(code), ""));
    assert!(!folder.path("news/out").exists(), "something was written");
}

#[test]
fn no_folder() {
    let folder = Folder::with(&[("file.txt", ARTICLE)]);
    let run = folder.mujaz(&["build", "nowhere"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[workspace-missing]: there is no such folder
--> nowhere
 = hint: `mujaz init nowhere` makes a workspace

"#]]
    );
    let run = folder.mujaz(&["build", "file.txt"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[workspace-missing]: this is a file, not a folder
--> file.txt
 = hint: name the folder it is in

"#]]
    );
    assert_eq!(run.code, Some(2));
}

#[test]
fn an_empty_folder() {
    refused_bare(
        &[],
        1,
        str![[r#"
error[workspace-empty]: there are no articles in this folder
--> news
 = hint: articles are `.txt`, `.md`, `.html` or `.jsonl` files in Arabic, in this folder or in folders in it

"#]],
    );
}

#[test]
fn a_folder_with_files_that_are_no_articles() {
    refused_bare(
        &[("news/a.doc", b"x")],
        1,
        str![[r#"
warning[workspace-unread]: `a.doc` is not read: articles are `.txt`, `.md`, `.html` or `.jsonl`
--> news/a.doc
 = hint: save its text as a `.txt` file in UTF-8

error[workspace-empty]: there are no articles in this folder
--> news
 = hint: articles are `.txt`, `.md`, `.html` or `.jsonl` files in Arabic, in this folder or in folders in it

"#]],
    );
}

#[test]
fn a_folder_with_no_arabic() {
    let files: &[(&str, &[u8])] = &[
        ("news/a.txt", b"The talks in Astana ended without a joint statement."),
        ("news/b.md", b"---\ntitle: Talks\n---\n"),
        ("news/c.jsonl", b"{\"id\": 1, \"text\": \"no\"}"),
    ];
    refused_bare(
        files,
        1,
        str![[r#"
warning[article-no-arabic]: not in Arabic, left out: "The talks in Astana ended without"
--> news/a.txt
 = hint: remove it from the articles

warning[article-no-arabic]: no text in it, left out
--> news/b.md
 = hint: remove it from the articles

warning[article-no-arabic]: not in Arabic, left out: "no"
 --> news/c.jsonl:1:19
  |
1 | {"id": 1, "text": "no"}
  |                   ^^^^
  |
  = hint: remove it from the articles

error[workspace-empty]: there is no Arabic article in this folder
--> news
 = hint: articles are `.txt`, `.md`, `.html` or `.jsonl` files in Arabic, in this folder or in folders in it

"#]],
    );
}

#[test]
fn one_article_that_is_not_arabic_is_only_left_out() {
    let folder = Folder::built();
    folder.write("desk/articles/b.txt", "English");
    let run = folder.mujaz(&["build", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
warning[article-no-arabic]: not in Arabic, left out: "English"
--> desk/articles/b.txt
 = hint: remove it from the articles

1 article, 1 round: 0 files written, 12 unchanged, 0 removed, 1 warning, [..] ms

"#]]
    );
    assert_eq!(run.code, Some(0));
}

#[test]
fn binary_files() {
    refused(
        &[("articles/a.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0"), ("articles/b.txt", b"PK\x03\x04\x14\0")],
        str![[r#"
error[article-not-text]: not a text file: it holds binary data
--> desk/articles/a.txt
 = hint: save its text as UTF-8, or remove it from the articles

error[article-not-text]: not a text file: it is a ZIP archive or an office document
--> desk/articles/b.txt
 = hint: save its text as UTF-8, or remove it from the articles

"#]],
    );
}

#[test]
fn an_article_that_breaks_off_in_the_middle_of_a_character() {
    let text = "لم نتوصل إلى اتفاق".as_bytes();
    refused(
        &[("articles/c.txt", &text[..text.len() - 1])],
        str![[r#"
error[article-truncated]: the file ends in the middle of a character
 --> desk/articles/c.txt:1:18
  |
1 | لم نتوصل إلى اتفا�
  |                  ^
  |
  = hint: fetch the article again; if there is no more of it, delete what is left of the last character

"#]],
    );
}

#[test]
fn an_article_with_a_byte_that_is_not_utf_8() {
    let text = "لم نتوصل إلى اتفاق".as_bytes();
    refused(
        &[("articles/d.txt", &[&text[..3], b" ", text].concat())],
        str![[r#"
error[article-encoding]: byte 2 (0xD9) is not UTF-8
 --> desk/articles/d.txt:1:2
  |
1 | ل� لم نتوصل إلى اتفاق
  |  ^
  |
  = hint: fetch the article again, or retype what is missing and save the file as UTF-8

"#]],
    );
}

#[test]
fn a_glossary_and_a_template_that_are_not_utf_8() {
    refused(
        &[("glossary/a.yaml", b"- id: \xd5\xe4\n"), ("templates/a.html", b"\xff")],
        str![[r#"
error[workspace-unreadable]: byte 6 (0xD5) is not UTF-8
 --> desk/glossary/a.yaml:1:7
  |
1 | - id: ��
  |       ^
  |
  = hint: save the file as UTF-8

error[workspace-unreadable]: byte 0 (0xFF) is not UTF-8
 --> desk/templates/a.html:1:1
  |
1 | �
  | ^
  |
  = hint: save the file as UTF-8

"#]],
    );
}

#[test]
fn a_file_of_100_mb() {
    let folder = Folder::built();
    let file = std::fs::File::create(folder.path("desk/articles/a.txt")).expect("a file");
    file.set_len(100 << 20).expect("a hole");
    let before = folder.tree("desk/out");
    let run = folder.mujaz(&["build", "desk"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[article-too-large]: the file has 100 MB; an article has 64 MB at most
--> desk/articles/a.txt
 = hint: split it, or put its articles into a .jsonl file, one a line

"#]]
    );
    assert_eq!((run.code, folder.tree("desk/out")), (Some(1), before));
}

#[test]
fn two_articles_with_one_id_in_a_jsonl_file() {
    let line = "{\"id\": \"talks\", \"text\": \"قال\"}\n";
    refused(
        &[("articles/a.jsonl", line.repeat(2).as_bytes())],
        str![[r#"
error[article-duplicate-id]: two articles have the id `talks`
 --> desk/articles/a.jsonl:2:8
  |
2 | {"id": "talks", "text": "قال"}
  |        ^^^^^^^
  |
 ::: desk/articles/a.jsonl:1:8
  |
1 | {"id": "talks", "text": "قال"}
  |        ------- the other one
  |
  = hint: give one of them another `id`, or remove it

"#]],
    );
}

#[test]
fn two_articles_with_one_name() {
    refused(
        &[("articles/talks.md", "# ختام".as_bytes()), ("articles/talks.txt", "انتهت".as_bytes())],
        str![[r#"
error[article-duplicate-id]: two articles have the id `talks`
 --> desk/articles/talks.txt:1:1
  |
1 | انتهت
  | ^
  |
 ::: desk/articles/talks.md:1:1
  |
1 | # ختام
  | - the other one
  |
  = hint: an article is called as its file: rename one, or remove it

"#]],
    );
}

#[test]
fn a_yaml_bomb() {
    refused(
        &[("mujaz.yaml", b"a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n")],
        str![[r#"
error[yaml-too-complex]: anchors and aliases are not supported
 --> desk/mujaz.yaml:1:4
  |
1 | a: &a [x, x, x]
  |    ^^^^
  |
  = hint: put a value that begins with `*` or `&` in quotes

"#]],
    );
}

#[test]
fn a_deep_yaml_file() {
    let deep = format!("title: {}{}\n", "[".repeat(5000), "]".repeat(5000));
    refused(
        &[("mujaz.yaml", deep.as_bytes())],
        str![[r#"
error[yaml-too-complex]: lists and mappings nested too deep
 --> desk/mujaz.yaml:1:263
  |
1 | ...[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[...
  |                                                                    ^
  |
  = hint: 64 levels are the most that is read

"#]],
    );
}

#[test]
fn a_duplicate_key_in_the_config() {
    refused(
        &[("mujaz.yaml", b"output: a\ntitle: {}\noutput: b\n")],
        str![[r#"
error[yaml-duplicate-key]: the key `output` is here for the second time
 --> desk/mujaz.yaml:3:1
  |
1 | output: a
  | ------ first here
2 | title: {}
3 | output: b
  | ^^^^^^
  |
  = hint: keep one of them

"#]],
    );
}

#[test]
fn a_duplicate_key_in_front_matter() {
    refused(
        &[("articles/a.md", "---\ntitle: ختام\ntitle: نهاية\n---\nقال".as_bytes())],
        str![[r#"
error[yaml-duplicate-key]: the key `title` is here for the second time
 --> desk/articles/a.md:3:1
  |
2 | title: ختام
  | ----- first here
3 | title: نهاية
  | ^^^^^
  |
  = hint: keep one of them

"#]],
    );
}

#[test]
fn front_matter_that_is_not_yaml() {
    refused(
        &[("articles/b.md", "---\ntitle: [ختام\n---\nقال".as_bytes())],
        str![[r#"
error[article-front-matter]: a `[` that is never closed
 --> desk/articles/b.md:2:8
  |
2 | title: [ختام
  |        ^
3 | ---
  | - this cannot be inside
  |
  = hint: close it with `]`

"#]],
    );
}

#[test]
fn an_unknown_key_and_a_wrong_value_in_the_config() {
    refused(
        &[("mujaz.yaml", b"titel: {}\nsummary: {budget_words: 5}\nformats: [md, pdf]\n")],
        str![[r#"
error[config-unknown-key]: unknown key `titel`, expected one of `title`, `articles`, `output`, `formats`, `sets`, `url`, `glossary`, `tracks`, `summary`, `english`, `limits`
 --> desk/mujaz.yaml:1:1
  |
1 | titel: {}
  | ^^^^^
  |
  = hint: did you mean `title`?

error[config-type]: unknown value `pdf`, expected one of `md`, `html`, `json`
 --> desk/mujaz.yaml:3:15
  |
3 | formats: [md, pdf]
  |               ^^^
  |
  = hint: write one of these

"#]],
    );
}

#[test]
fn a_track_that_is_not_there() {
    refused(
        &[("mujaz.yaml", b"tracks: {builtin: [astna]}\n")],
        str![[r#"
error[config-value]: there is no built-in track `astna`
 --> desk/mujaz.yaml:1:20
  |
1 | tracks: {builtin: [astna]}
  |                    ^^^^^
  |
  = hint: did you mean `astana`?

"#]],
    );
}

#[test]
fn a_glossary_entry_with_a_misspelt_key() {
    refused(
        &[("glossary/a.yaml", "- {id: jisr, knd: media, en: Al-Jisr, ar: [صحيفة الجسر]}\n".as_bytes())],
        str![[r#"
error[glossary-entry]: unknown key `knd`, expected one of `id`, `kind`, `en`, `ar`, `short`, `affiliation`, `roles`, `when`, `homograph_of`, `iso`, `country`, `neutral`, `note`, `wikidata`, `value`, `calendar`, `masdar`, `participle`, `stance`, `takes`, `status`, `plural`, `counts`, `role`, `tests`
 --> desk/glossary/a.yaml:1:14
  |
1 | - {id: jisr, knd: media, en: Al-Jisr, ar: [صحيفة الجسر]}
  |              ^^^
  |
  = hint: did you mean `kind`?

"#]],
    );
}

#[test]
fn a_glossary_value_with_a_colon() {
    refused(
        &[("glossary/a.yaml", "- id: say\n  kind: term\n  en: yes\n  ar: قال: نعم\n".as_bytes())],
        str![[r#"
error[glossary-syntax]: a `:` in a value that is not in quotes: `قال: نعم`
 --> desk/glossary/a.yaml:4:10
  |
4 |   ar: قال: نعم
  |          ^
  |
  = hint: put the value in quotes: `"قال: نعم"`

"#]],
    );
}

#[test]
fn glossary_entries_that_are_in_each_others_way() {
    let a = "- {id: jisr, kind: media, en: Al-Jisr, ar: [صحيفة الجسر]}\n";
    let b = "- {id: jisr, kind: media, en: The Bridge, ar: [الجسر الجديد]}\n- {id: bridge, kind: media, en: The Bridge, ar: [صحيفه الجسر], country: nowhere}\n";
    refused(
        &[("glossary/a.yaml", a.as_bytes()), ("glossary/b.yaml", b.as_bytes())],
        str![[r#"
error[glossary-duplicate-id]: two entries have the id `jisr`
 --> desk/glossary/b.yaml:1:8
  |
1 | - {id: jisr, kind: media, en: The Bridge, ar: [الجسر الجديد]}
  |        ^^^^
  |
 ::: desk/glossary/a.yaml:1:8
  |
1 | - {id: jisr, kind: media, en: Al-Jisr, ar: [صحيفة الجسر]}
  |        ---- the other one
  |
  = hint: take one of them out, or give it another id

error[glossary-duplicate-form]: `صحيفه الجسر` is claimed by `jisr` and by `bridge`
 --> desk/glossary/b.yaml:2:50
  |
2 | - {id: bridge, kind: media, en: The Bridge, ar: [صحيفه الجسر], country: nowhere}
  |                                                  ^^^^^^^^^^^
  |
 ::: desk/glossary/a.yaml:1:45
  |
1 | - {id: jisr, kind: media, en: Al-Jisr, ar: [صحيفة الجسر]}
  |                                             ----------- the other one
  |
  = hint: take it out of one of them, or write `homograph_of: [jisr]` here and a `when` that tells them apart

error[glossary-reference]: entry `bridge` points to `nowhere`, which no entry is
 --> desk/glossary/b.yaml:2:73
  |
2 | - {id: bridge, kind: media, en: The Bridge, ar: [صحيفه الجسر], country: nowhere}
  |                                                                         ^^^^^^^
  |
  = hint: write the id of an entry, or take the line out

"#]],
    );
}

#[test]
fn a_template_with_a_typo_in_its_syntax() {
    refused(
        &[("templates/brief.md", b"# {{ round.id\n")],
        str![[r#"
error[template-syntax]: Unexpected end of input
 --> desk/templates/brief.md:1:12
  |
1 | # {{ round.id
  |            ^^
  |
  = hint: something that was opened is not closed: `}}`, `%}`, `#}` or an end tag is missing

"#]],
    );
}

#[test]
fn a_template_with_a_typo_in_a_filter() {
    refused(
        &[("templates/brief.md", b"{% extends \"builtin/brief.md\" %}\n{% block foot %}{{ round.id | quotd }}{% endblock %}\n")],
        str![[r#"
error[template-syntax]: Unknown filter `quotd`
 --> desk/templates/brief.md:2:31
  |
2 | {% block foot %}{{ round.id | quotd }}{% endblock %}
  |                               ^^^^^
  |
  = hint: did you mean `quoted`?

"#]],
    );
}

#[test]
fn a_template_with_a_typo_in_a_field() {
    refused(
        &[("templates/brief.md", b"{% extends \"builtin/brief.md\" %}\n{% block foot %}{{ round.nme }}{% endblock %}\n")],
        str![[r#"
error[template-render]: Field `nme` is not defined. Available fields: dates, evidence, id, name, number, place, track, track_name
 --> desk/templates/brief.md:2:26
  |
2 | {% block foot %}{{ round.nme }}{% endblock %}
  |                          ^^^
  |
  = note: while rendering round astana-2 (brief.md)
  = hint: did you mean `name`?

"#]],
    );
}

#[test]
fn an_output_folder_that_is_a_file() {
    refused_with(
        &[("pages", b"mine")],
        &["-o", "desk/pages"],
        2,
        str![[r#"
error[output-unwritable]: cannot write to `desk/pages`: `desk/pages` is not a folder
--> desk/pages
 = hint: choose another output folder, or move this one away

"#]],
    );
    refused_with(
        &[("pages", b"mine")],
        &["-o", "desk/pages/out"],
        2,
        str![[r#"
error[output-unwritable]: cannot write to `desk/pages/out`: `desk/pages` is not a folder
--> desk/pages
 = hint: choose another output folder, or move this one away

"#]],
    );
}

#[test]
fn an_output_folder_that_is_the_folder_of_the_articles() {
    refused_with(
        &[],
        &["-o", "desk/articles"],
        2,
        str![[r#"
error[output-unwritable]: cannot write to `desk/articles`: the articles are in it
--> desk/articles
 = hint: the output needs a folder of its own, such as `out`

"#]],
    );
}

#[cfg(unix)]
#[test]
fn an_output_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::built();
    let locked = folder.path("locked");
    std::fs::create_dir(&locked).expect("a folder");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o555)).expect("permissions");
    if std::fs::write(locked.join("probe"), "").is_ok() {
        return; // this user may write anywhere
    }
    let run = folder.mujaz(&["build", "desk", "-o", "locked"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error[output-unwritable]: cannot write `"), "{}", run.stderr);
    let run = folder.mujaz(&["build", "desk", "-o", "locked/out"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error[output-unwritable]: cannot make the folder `locked/out`: "), "{}", run.stderr);
}

#[test]
fn a_manifest_that_is_not_ours() {
    let folder = Folder::with(&[("a.md", ARTICLE), ("out/mujaz-manifest.json", "{}")]);
    let run = folder.mujaz(&["build"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[output-foreign]: cannot read `mujaz-manifest.json`: missing field `schema` at line 1 column 2
--> out/mujaz-manifest.json
 = hint: choose another output folder, or move this one away

"#]]
    );
    assert_eq!((run.code, folder.tree("out").len()), (Some(1), 1));
}

#[test]
fn a_pair_in_a_list_is_text_without_quotes() {
    refused(
        &[("glossary/a.yaml", "- {id: qala, kind: term, en: Said, ar: [قال: نعم]}\n".as_bytes())],
        str![[r#"
error[glossary-entry]: item 1 of `ar` must be text, found a mapping
 --> desk/glossary/a.yaml:1:41
  |
1 | - {id: qala, kind: term, en: Said, ar: [قال: نعم]}
  |                                         ^^^^^^^^
  |
  = hint: put it in quotes: `"قال: نعم"`

"#]],
    );
}

#[test]
fn every_problem_is_told_in_one_run_and_in_the_order_of_the_files() {
    let good = [("mujaz.yaml", "title: {en: Syria talks}\n"), ("articles/good.md", ARTICLE)];
    let articles =
        [("articles/a.md", "---\ndate: 16.2.\n---\nقال"), ("articles/b.jsonl", "no\n{\"id\": \"x\", \"text\": \"قال\"}\n  {}\n")];
    let desk = [
        ("glossary/a.yaml", "- {id: lake, knd: place, en: Lake, ar: [البحيرة]}\n"),
        ("rounds.yaml", "- {article: good, round: astana-99, reson: it says so}\n"),
        ("templates/brief.html", "{% if %}\n"),
        ("templates/brief.md", "{{ title.en | uper }}\n"),
        ("tracks/a.yaml", "- {id: lake, rounds: []}\n"),
        ("translations/a.yaml", "- {ar: قال, on: said, by: me}\n"),
    ];
    let told = |files: &[&[(&str, &str)]]| {
        let folder = Folder::with::<&str>(&[]);
        for (name, text) in files.iter().copied().flatten() {
            folder.write(&format!("desk/{name}"), text);
        }
        let run = folder.mujaz(&["check", "desk", "--message-format", "short"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
        run.stderr
    };
    // What is wrong with the files of the desk is told whatever is wrong with the config and the articles.
    let config = [("mujaz.yaml", "titel: {}\n")];
    let all = told(&[&good, &articles, &desk, &config]);
    assert_data_eq!(
        &all,
        str![[r#"
desk/articles/a.md:2:7: error[article-front-matter]: `date` is not a date: "16.2."
desk/articles/b.jsonl:1:2: error[article-json]: not an article: expected ident
desk/articles/b.jsonl:3:1: error[article-json]: not an article: missing field `id`
desk/glossary/a.yaml:1:14: error[glossary-entry]: unknown key `knd`, expected one of `id`, `kind`, `en`, `ar`, `short`, `affiliation`, `roles`, `when`, `homograph_of`, `iso`, `country`, `neutral`, `note`, `wikidata`, `value`, `calendar`, `masdar`, `participle`, `stance`, `takes`, `status`, `plural`, `counts`, `role`, `tests`
desk/mujaz.yaml:1:1: error[config-unknown-key]: unknown key `titel`, expected one of `title`, `articles`, `output`, `formats`, `sets`, `url`, `glossary`, `tracks`, `summary`, `english`, `limits`
desk/rounds.yaml:1:37: error[rounds-entry]: unknown key `reson`, expected one of `article`, `round`, `reason`
desk/templates/brief.html:1:7: error[template-syntax]: Found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`
desk/templates/brief.md:1:15: error[template-syntax]: Unknown filter `uper`
desk/tracks/a.yaml:1:3: error[tracks-entry]: there is no track `lake` to add rounds to
desk/translations/a.yaml:1:13: error[translations-entry]: unknown key `on`, expected one of `ar`, `en`, `by`, `date`, `note`

"#]]
    );
    let of_the_desk = |line: &&str| !["articles/", "mujaz.yaml"].iter().any(|file| line.starts_with(&format!("desk/{file}")));
    let desk_alone: Vec<&str> = all.lines().filter(of_the_desk).collect();
    assert_eq!(told(&[&good, &desk]).lines().collect::<Vec<_>>(), desk_alone);
    // A limit, and a template that fails with a brief: both are found after the articles were read.
    let late = [
        ("mujaz.yaml", "limits: {gaps: 0}\n"),
        ("templates/brief.html", "{{ round.nme }}\n"),
        ("notes/astana-3.md", "No article is about this round.\n"),
    ];
    assert_data_eq!(
        told(&[&good, &late]),
        str![[r#"
desk/mujaz.yaml:1:16: error[limit-exceeded]: `astana-2`: 3 gaps; 0 are allowed
desk/notes/astana-3.md: warning[notes-round]: no article belongs to a round `astana-3`: these notes are on no page
desk/templates/brief.html:1:10: error[template-render]: Field `nme` is not defined. Available fields: dates, evidence, id, name, number, place, track, track_name

"#]]
    );
    let folder = Folder::with(&[("desk/glossary/a.yaml", b"\xff".as_slice()), ("desk/articles/a.md", ARTICLE.as_bytes())]);
    let run = folder.mujaz(&["check", "desk", "--message-format", "short"]);
    assert_data_eq!(
        run.stderr,
        str![[r#"
desk/glossary/a.yaml:1:1: error[workspace-unreadable]: byte 0 (0xFF) is not UTF-8

"#]]
    );
}
