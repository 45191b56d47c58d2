//! Whole files in, whole reports out.

use super::*;
use crate::diagnostic::render;
use serde::Deserialize;

const CODES: YamlCodes = YamlCodes { syntax: Code::ConfigSyntax, unknown_key: Code::ConfigUnknownKey, r#type: Code::ConfigType };

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
struct Config {
    title: Option<String>,
    summary: Summary,
    formats: Vec<Format>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
struct Summary {
    budget: u8,
    weights: Option<Vec<u32>>,
    quiet: bool,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Format {
    Html,
    Md,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Term {
    id: String,
    #[serde(default)]
    ar: Vec<String>,
    en: Option<String>,
    kind: Option<Format>,
}

fn source(text: &str) -> Arc<Source> {
    Source::new("a.yaml", text)
}

fn value<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> T {
    load(&source(text), CODES).unwrap().value
}

fn report<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
    render::human(&load::<T>(&source(text), CODES).unwrap_err(), false)
}

/// One line for each problem: place, the text there, message and hint.
fn list<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> Vec<String> {
    let problems = load::<T>(&source(text), CODES).unwrap_err();
    let line = |problem: Diagnostic| {
        let span = problem.span.unwrap();
        let ((line, column), at) = (span.line_col(), span.text());
        let hint = problem.hint.map_or(String::new(), |hint| format!(" ({hint})"));
        format!("{line}:{column} «{at}» {}{hint}", problem.message)
    };
    problems.into_iter().map(line).collect()
}

#[test]
fn an_empty_document_is_an_empty_mapping_or_list() {
    for text in ["", "\u{feff}", "# تعليق\n", "---\n", "null\n", "~"] {
        assert_eq!(value::<Config>(text), Config::default(), "{text:?}");
        assert_eq!(value::<Vec<Term>>(text), [], "{text:?}");
        assert_eq!(value::<Option<String>>(text), None, "{text:?}");
        assert_eq!(list::<Term>(text), ["1:1 «» missing key `id`"], "{text:?}");
        assert_eq!(list::<u8>(text), ["1:1 «» this is empty"], "{text:?}");
    }
}

#[test]
fn every_path_has_a_place() {
    let text = "\u{feff}# أسماء\r\n- id: \"sana\" # x\r\n  ar: [صنعاء, 'عن ''صنعاء''']\r\n- id: b\r\n  en:\r\n  a.b[0]:\r\n    c.d: |\r\n      قال\r\n      نعم\r\n\r\n# end";
    let source = source(text);
    let index = load::<serde_yaml::Value>(&source, CODES).unwrap().index;
    let at = |path: &str| index.span(path).map(|span| span.text().to_owned());
    let key = |path: &str| index.key_span(path).map(|span| span.text().to_owned());
    let cases = [
        ("[0].id", Some("\"sana\""), Some("id")),
        ("[0].ar", Some("[صنعاء, 'عن ''صنعاء''']"), Some("ar")),
        ("[0].ar[0]", Some("صنعاء"), None),
        ("[0].ar[1]", Some("'عن ''صنعاء'''"), None),
        ("[1].en", Some("en"), Some("en")),
        ("[1].a.b[0].c.d", Some("قال\r\n      نعم"), Some("c.d")),
        ("[0].ar[2]", None, None),
        ("[2]", None, None),
        ("id", None, None),
    ];
    for (path, value, name) in cases {
        assert_eq!(at(path).as_deref(), value, "{path}");
        assert_eq!(key(path).as_deref(), name, "{path}");
    }
    let item = index.span("[0]").unwrap();
    assert_eq!(item.range.end, text.find("\r\n- id: b").unwrap());
    assert_eq!(item.line_col(), (2, 3));
    assert_eq!(index.span("").unwrap().line_col(), (2, 1));
}

#[test]
fn a_part_of_a_source_has_its_places_in_the_whole() {
    let text = "\u{feff}---\ntitle: محادثات\nformats: [pdf]\n---\nقال\n";
    let source = Source::new("articles/1.md", text);
    let (start, end) = (text.find("title").unwrap(), text.rfind("---").unwrap());
    let problems = load_at::<Config>(&source, start..end, CODES).unwrap_err();
    let expected = "\
error[config-type]: unknown value `pdf`, expected `html` or `md`
 --> articles/1.md:3:11
  |
3 | formats: [pdf]
  |           ^^^
  |
  = hint: write one of these
";
    assert_eq!(render::human(&problems, false), expected);
    let end = text.find("formats").unwrap();
    let document = load_at::<Config>(&source, start..end, CODES).unwrap();
    let span = document.index.span("title").unwrap();
    assert_eq!((span.text(), span.line_col()), ("محادثات", (2, 8)));
}

#[test]
fn one_run_reports_everything() {
    let text = "title: x\ntitle: y\nsummary:\n  budgt: 3\n  quiet: maybe\n  weights: [1, x, -2]\nformats: [html, mdd, md]\n";
    let expected = "\
error[yaml-duplicate-key]: the key `title` is here for the second time
 --> a.yaml:2:1
  |
1 | title: x
  | ----- first here
2 | title: y
  | ^^^^^
  |
  = hint: keep one of them

error[config-unknown-key]: unknown key `budgt`, expected one of `budget`, `weights`, `quiet`
 --> a.yaml:4:3
  |
4 |   budgt: 3
  |   ^^^^^
  |
  = hint: did you mean `budget`?

error[config-type]: `quiet` must be `true` or `false`, found `maybe`
 --> a.yaml:5:10
  |
5 |   quiet: maybe
  |          ^^^^^
  |
  = hint: write `quiet: true` or `quiet: false`

error[config-type]: item 2 of `weights` must be a whole number, found `x`
 --> a.yaml:6:16
  |
6 |   weights: [1, x, -2]
  |                ^
  |
  = hint: write digits and nothing else, as in `12`

error[config-type]: item 3 of `weights` must be from 0 to 4294967295, found `-2`
 --> a.yaml:6:19
  |
6 |   weights: [1, x, -2]
  |                   ^^
  |
  = hint: write a number in this range

error[config-type]: unknown value `mdd`, expected `html` or `md`
 --> a.yaml:7:17
  |
7 | formats: [html, mdd, md]
  |                 ^^^
  |
  = hint: did you mean `md`?
";
    assert_eq!(report::<Config>(text), expected);
}

#[test]
fn what_is_taken_out_is_not_missed() {
    let text = "- id: a\n  em: عدن\n- {idd: b, ar: ب}\n- id: c\n  kind: htm\n- ar: [ب, [ت]]\n  id: د\n- en: x\n- id: [f]\n  id: g\n-\n- id: h\n  ar: نعم\n";
    let expected = [
        "2:3 «em» unknown key `em`, expected one of `id`, `ar`, `en`, `kind` (did you mean `en`?)",
        "3:4 «idd» unknown key `idd`, expected one of `id`, `ar`, `en`, `kind` (did you mean `id`?)",
        "3:16 «ب» `ar` must be a list, found `ب` (write `ar: [ب]`)",
        "5:9 «htm» unknown value `htm`, expected `html` or `md` (did you mean `html`?)",
        "6:11 «[ت]» item 2 of `ar` must be text, found a list (write one text, in quotes if it has `:`, `#`, `[` or `{` in it)",
        "8:3 «» missing key `id` (add a line `id: …`)",
        "9:7 «[f]» `id` must be text, found a list (write one text, in quotes if it has `:`, `#`, `[` or `{` in it)",
        "10:3 «id» the key `id` is here for the second time (keep one of them)",
        "11:2 «» missing key `id` (add a line `id: …`)",
        "13:7 «نعم» `ar` must be a list, found `نعم` (write `ar: [نعم]`)",
    ];
    assert_eq!(list::<Vec<Term>>(text), expected);
}

#[test]
fn the_whole_document_can_be_wrong() {
    let cases = [
        ("[1]", "1:1 «[1]» the document must be a mapping, found a list (write lines `key: value`)"),
        ("قال", "1:1 «قال» the document must be a mapping, found `قال` (write lines `key: value`)"),
        (
            "{summary: [1]}",
            "1:11 «[1]» `summary` must be a mapping, found a list (write keys and values, as in `summary: {key: value}`)",
        ),
        ("summary: {budget: 300}", "1:19 «300» `budget` must be from 0 to 255, found `300` (write a number in this range)"),
        (
            "summary:\n  budget:\n",
            "2:3 «budget» `budget` must be a whole number, found nothing (write digits and nothing else, as in `budget: 12`)",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(list::<Config>(text), [expected]);
    }
    let text = "1: 2\n3: x\n";
    let expected = ["2:4 «x» `3` must be a whole number, found `x` (write digits and nothing else, as in `3: 12`)"];
    assert_eq!(list::<std::collections::BTreeMap<u8, u8>>(text), expected);
}

#[test]
fn a_mistake_is_named() {
    let cases = [
        (
            "title: قال: نعم # x\n",
            "1:11 «:» a `:` in a value that is not in quotes: `قال: نعم` (put the value in quotes: `\"قال: نعم\"`)",
        ),
        (
            "title: a\n  summary: b\n",
            "2:3 «summary» `summary` is indented too deep (the keys of one mapping begin in the same column)",
        ),
        (
            "summary:\n   budget: 1\n  quiet: true\n",
            "3:3 «quiet:» this does not continue what is above it (check the indentation: the entries of one mapping or list begin in the same column)",
        ),
        (
            "title: \"x\nsummary: {}\n",
            "1:8 «\"» a quote that is never closed (close it; inside double quotes, a quote is written `\\\"`)",
        ),
        ("title: \"قال \"نعم\" ثم\"\n", "1:14 «ن» text after a closing quote (inside double quotes, a quote is written `\\\"`)"),
        ("title: 'it's'\n", "1:12 «s» text after a closing quote (inside single quotes, a quote is written twice)"),
        ("title: \"\\d\"\n", "1:8 «\"» an escape that YAML does not know (write the backslash twice, or use single quotes)"),
        ("title: @x\n", "1:8 «@» a value cannot begin with `@` (put the value in quotes)"),
        (
            "title: *قال*\n",
            "1:8 «*قال*» anchors and aliases are not supported (put a value that begins with `*` or `&` in quotes)",
        ),
        ("title: &a x\n", "1:8 «&a x» anchors and aliases are not supported (put a value that begins with `*` or `&` in quotes)"),
        ("title: !x y\n", "1:8 «!x y» tags are not supported (put a value that begins with `!` in quotes)"),
        ("summary:\n\tbudget: 3\n", "2:1 «\t» a tab where only spaces may stand (indent with spaces)"),
        ("title: a\nformats\nsummary: {}\n", "2:1 «formats» `formats` is not a key with a value (write `key: value`)"),
        ("formats: [html, md\nsummary: {}\n", "1:10 «[» a `[` that is never closed (close it with `]`)"),
        ("title: 1\n---\ntitle: 2\n", "2:1 «---» a second document (keep one document in a file, without `---` between)"),
        ("title: a\0b\n", "1:9 «\0» the control character U+0000 (delete it)"),
        ("title: a\u{2028}b\n", "1:9 «\u{2028}» the line separator U+2028 (put a space or a line end there)"),
        ("? [a]\n: b\n", "1:3 «[» a key that is not a single word (put a key that holds brackets or braces in quotes)"),
    ];
    for (text, expected) in cases {
        assert_eq!(list::<Config>(text), [expected]);
    }
}

#[test]
fn duplicates_are_reported_beside_an_error_of_syntax() {
    let expected = "\
error[yaml-duplicate-key]: the key `title` is here for the second time
 --> a.yaml:2:1
  |
1 | title: أ
  | ----- first here
2 | title: ب
  | ^^^^^
  |
  = hint: keep one of them

error[config-syntax]: a `[` that is never closed
 --> a.yaml:3:10
  |
3 | formats: [html
  |          ^
4 |
  | - this cannot be inside
  |
  = hint: close it with `]`
";
    assert_eq!(report::<Config>("title: أ\ntitle: ب\nformats: [html\n"), expected);
}

#[test]
fn a_bomb_is_refused() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    let expected = "1:4 «&a [» anchors and aliases are not supported (put a value that begins with `*` or `&` in quotes)";
    assert_eq!(list::<serde_yaml::Value>(bomb), [expected]);
    let deep = "[".repeat(65);
    assert_eq!(list::<serde_yaml::Value>(&deep), ["1:65 «[» nested more than 64 deep"]);
    let large = " ".repeat(16 * 1024 * 1024 + 1);
    let expected = "1:1 «» 16777217 bytes of YAML are too many (split the file: 16 MB are the most that is read at once)";
    assert_eq!(list::<serde_yaml::Value>(&large), [expected]);
    let fine = format!("{}{}", "[".repeat(64), "]".repeat(64));
    value::<serde_yaml::Value>(&fine);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[a:قَ\\-\\[\\]{},'\"#|>&*!%@?\\\\ \t\r\n\u{feff}\u{2028}1~]{0,40}") {
        let source = source(&text);
        for problems in [
            load::<Vec<Term>>(&source, CODES).map(drop),
            load::<Config>(&source, CODES).map(drop),
            load::<serde_yaml::Value>(&source, CODES).map(drop),
        ] {
            let problems = problems.err().unwrap_or_default();
            render::human(&problems, false);
            for problem in problems {
                let range = problem.span.unwrap().range;
                assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
            }
        }
    }
}
