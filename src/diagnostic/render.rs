//! Diagnostics as text for people.
//!
//! In: diagnostics, in the order in which they are to be shown. Out: one string, in the look of rustc ([`human`]) or with one line for
//! each ([`short`]). Nothing from the files a user reads reaches the terminal as a control character. Does not print, sort or count.

use super::excerpt::{self, printable};
use super::{Diagnostic, Severity, Span};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;
use std::sync::Arc;

/// What a file is called, from what a diagnostic calls it.
pub type Name<'a> = &'a dyn Fn(&str) -> String;

/// Each diagnostic with the lines it is about, a blank line between two.
pub fn human(diagnostics: &[Diagnostic], color: bool) -> String {
    human_with(diagnostics, color, &str::to_owned)
}

/// [`human`], with other names for the files.
pub fn human_with(diagnostics: &[Diagnostic], color: bool, name: Name) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let reports: Vec<String> = diagnostics.iter().map(|diagnostic| renderer.render(&[report(diagnostic, name)]) + "\n").collect();
    reports.join("\n")
}

/// Each diagnostic on one line: `path:line:col: error[code]: message`.
pub fn short(diagnostics: &[Diagnostic]) -> String {
    short_with(diagnostics, &str::to_owned)
}

/// [`short`], with other names for the files.
pub fn short_with(diagnostics: &[Diagnostic], name: Name) -> String {
    let mut out = String::new();
    for d in diagnostics {
        if let Some(file) = d.file() {
            out.push_str(&one_line(&name(file)));
            if let Some((line, column)) = d.span.as_ref().map(Span::line_col) {
                out.push_str(&format!(":{line}:{column}"));
            }
            out.push_str(": ");
        }
        let (severity, code, message) = (d.severity.as_str(), d.code, one_line(&d.message));
        out.push_str(&format!("{severity}[{code}]: {message}\n"));
    }
    out
}

fn one_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}

fn report<'a>(d: &'a Diagnostic, name: Name) -> Group<'a> {
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE.with_name("notice"),
    };
    let title = level.primary_title(printable(&d.message)).id(d.code.as_str());
    let mut group = Group::with_title(title);
    if let Some(span) = &d.span {
        group = with_snippets(group, span, &d.related, name);
    } else if let Some(path) = &d.path {
        group = group.element(Origin::path(printable(&name(path)).into_owned()));
    }
    for note in &d.notes {
        group = group.element(Level::NOTE.message(printable(note)));
    }
    if let Some(hint) = &d.hint {
        group = group.element(Level::HELP.with_name("hint").message(printable(hint)));
    }
    group
}

/// One snippet for each source, the one with the problem itself first.
fn with_snippets<'a>(mut group: Group<'a>, span: &'a Span, related: &'a [(Span, String)], name: Name) -> Group<'a> {
    let mut marks = vec![(span, None)];
    marks.extend(related.iter().map(|(span, label)| (span, Some(label))));
    while let Some((lead, _)) = marks.first().copied() {
        let (here, rest): (Vec<_>, Vec<_>) = marks.into_iter().partition(|(span, _)| shown_with(lead, span));
        marks = rest;
        let places: Vec<Range<usize>> = here.iter().map(|(span, _)| span.range.clone()).collect();
        let excerpt = excerpt::cut(&lead.source, &places);
        let mut annotations: Vec<Annotation<'_>> = Vec::new();
        for ((_, label), place) in here.into_iter().zip(excerpt.places) {
            annotations.push(match label {
                None => AnnotationKind::Primary.span(place),
                Some(label) => AnnotationKind::Context.span(place).label(printable(label)),
            });
        }
        let snippet =
            Snippet::source(excerpt.text).path(printable(&name(&lead.source.path)).into_owned()).line_start(excerpt.first_line);
        group = group.element(snippet.annotations(annotations));
    }
    group
}

/// Whether one snippet can show both.
fn shown_with(lead: &Span, other: &Span) -> bool {
    Arc::ptr_eq(&lead.source, &other.source) && excerpt::fit_together(&lead.source, &lead.range, &other.range)
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Source};
    use super::*;

    fn find(source: &Arc<Source>, needle: &str) -> Span {
        let start = source.text.find(needle).unwrap();
        source.span(start..start + needle.len())
    }

    /// A warning about `needle` in `text`.
    fn about(text: &str, needle: &str) -> Diagnostic {
        let span = find(&Source::new("a.txt", text), needle);
        Diagnostic::warning(Code::ArticleBidiControl, "look").at(span)
    }

    #[test]
    fn errors_look_like_those_of_rustc() {
        let text = "- id: sana\n  ar: صنعاء\n  knd: person\n\n\n\n\n\n- id: sana\n";
        let parties = Source::new("glossary/parties.yaml", text);
        let places = Source::new("glossary/places.yaml", "- id: sana\n");
        let last = parties.span(text.rfind("sana").unwrap()..text.len() - 1);
        let list = [
            Diagnostic::error(Code::GlossaryEntry, "unknown field `knd`").at(find(&parties, "knd")).hint("did you mean `kind`?"),
            Diagnostic::error(Code::GlossaryDuplicateId, "the id `sana` is taken")
                .at(last)
                .related(find(&parties, "sana"), "first here")
                .related(find(&places, "sana"), "and here")
                .note("ids are shared by all glossary files\nof a workspace")
                .hint("say `sana-city`"),
            Diagnostic::warning(Code::ArticleEncoding, "read as windows-1256")
                .in_file("articles/old.txt")
                .hint("save it as UTF-8"),
            Diagnostic::error(Code::WorkspaceEmpty, "no articles"),
        ];
        let expected = "\
error[glossary-entry]: unknown field `knd`
 --> glossary/parties.yaml:3:3
  |
3 |   knd: person
  |   ^^^
  |
  = hint: did you mean `kind`?

error[glossary-duplicate-id]: the id `sana` is taken
 --> glossary/parties.yaml:9:7
  |
1 | - id: sana
  |       ---- first here
...
9 | - id: sana
  |       ^^^^
  |
 ::: glossary/places.yaml:1:7
  |
1 | - id: sana
  |       ---- and here
  |
  = note: ids are shared by all glossary files
          of a workspace
  = hint: say `sana-city`

warning[article-encoding]: read as windows-1256
--> articles/old.txt
 = hint: save it as UTF-8

error[workspace-empty]: no articles
";
        assert_eq!(human(&list, false), expected);
        let expected = "\
glossary/parties.yaml:3:3: error[glossary-entry]: unknown field `knd`
glossary/parties.yaml:9:7: error[glossary-duplicate-id]: the id `sana` is taken
articles/old.txt: warning[article-encoding]: read as windows-1256
error[workspace-empty]: no articles
";
        assert_eq!(short(&list), expected);
        assert_eq!((human(&[], false), short(&[])), Default::default());
    }

    #[test]
    fn colour_adds_nothing_but_colour() {
        let list = [about("قال دي ميستورا", "ميستورا")];
        let coloured = human(&list, true);
        assert!(coloured.contains("\u{1b}["));
        let stripped = anstream::adapter::strip_str(&coloured).to_string();
        assert_eq!(stripped, human(&list, false));
    }

    #[test]
    fn carets_stand_under_arabic_with_harakat_and_after_tabs() {
        let expected = "\
warning[article-bidi-control]: look
 --> a.txt:1:8
  |
1 |     قَالَ نعم
  |         ^^^
";
        assert_eq!(human(&[about("\tقَالَ نعم", "نعم")], false), expected);
    }

    #[test]
    fn line_ends_are_not_shown_and_can_be_pointed_at() {
        let expected = "\
warning[article-bidi-control]: look
 --> a.txt:1:4
  |
1 | one
  |    ^
";
        for (text, end) in [("one\ntwo", "\n"), ("one\r\ntwo", "\r\n"), ("one", "")] {
            let mut diagnostic = about(text, end);
            diagnostic.span.as_mut().unwrap().range = 3..3 + end.len();
            assert_eq!(human(&[diagnostic], false), expected, "{text:?}");
        }
    }

    #[test]
    fn a_place_of_several_lines_is_its_first_line() {
        let expected = "\
warning[article-bidi-control]: look
 --> a.txt:2:3
  |
2 | - one
  |   ^^^
";
        let diagnostic = about("items:\r\n- one\r\n  two\r\n", "one\r\n  two");
        assert_eq!(human(&[diagnostic], false), expected);
    }

    #[test]
    fn an_empty_file_and_a_byte_order_mark_can_be_pointed_at() {
        let report = |line: &str| format!("warning[article-bidi-control]: look\n --> a.txt:1:1\n  |\n1 |{line}\n  | ^\n");
        assert_eq!(human(&[about("", "")], false), report(""));
        assert_eq!(human(&[about("\u{feff}x", "x")], false), report(" x"));
        assert_eq!(human(&[about("\u{feff}x", "")], false), report(" x"));
    }

    #[test]
    fn the_empty_line_after_the_last_line_end_can_be_pointed_at() {
        let mut diagnostic = about("open: [\n", "");
        let source = Arc::clone(&diagnostic.span.as_ref().unwrap().source);
        diagnostic.span = Some(source.span(8..8));
        let expected = "\
warning[article-bidi-control]: look
 --> a.txt:2:1
  |
1 | open: [
  |       - opened here
2 |
  | ^
";
        let diagnostic = diagnostic.related(find(&source, "["), "opened here");
        assert_eq!(human(&[diagnostic], false), expected);
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        let evil = "a\u{202e}b\u{2067}c\u{61c}d\u{200f}e\u{1b}[31mf\u{9b}g\rh\u{2028}i";
        let source = Source::new(format!("p{evil}"), evil);
        let list = [
            Diagnostic::error(Code::ArticleBidiControl, evil)
                .at(find(&source, "i"))
                .related(find(&source, "b"), evil)
                .note(evil)
                .hint(evil),
            Diagnostic::error(Code::ArticleBidiControl, "x\ny").in_file(evil),
        ];
        let expected = "\
error[article-bidi-control]: a�b�c�d�e�[31mf�g�h�i
 --> pa�b�c�d�e�[31mf�g�h�i:1:21
  |
1 | a�b�c�d�e�[31mf�g�h�i
  |   -                 ^
  |   |
  |   a�b�c�d�e�[31mf�g�h�i
  |
  = note: a�b�c�d�e�[31mf�g�h�i
  = hint: a�b�c�d�e�[31mf�g�h�i

error[article-bidi-control]: x
                             y
--> a�b�c�d�e�[31mf�g�h�i
";
        assert_eq!(human(&list, false), expected);
        let expected = "\
pa�b�c�d�e�[31mf�g�h�i:1:21: error[article-bidi-control]: a�b�c�d�e�[31mf�g�h�i
a�b�c�d�e�[31mf�g�h�i: error[article-bidi-control]: x y
";
        assert_eq!(short(&list), expected);
    }

    #[test]
    fn a_long_line_is_cut_to_a_window() {
        let words = "word ".repeat(2000);
        let text = format!("start {words}here {words}end");
        let source = Source::new("a.txt", text);
        let all = source.span(0..source.text.len());
        let list = [
            Diagnostic::warning(Code::ArticleBidiControl, "look")
                .at(find(&source, "here"))
                .related(find(&source, "start"), "from here")
                .related(find(&source, "end"), "to here"),
            Diagnostic::warning(Code::ArticleBidiControl, "look").at(all),
        ];
        let tail = "word ".repeat(12);
        let (middle, head) = ("word ".repeat(11), "word ".repeat(25));
        let expected = format!(
            "\
warning[article-bidi-control]: look
 --> a.txt:1:10007
  |
1 | ...rd {tail}here {tail}wo...
  |                                                                   ^^^^
  |
 ::: a.txt:1:1
  |
1 | start {head}wo...
  | ----- from here
  |
 ::: a.txt:1:20012
  |
1 | ...ord {middle}end
  |                                                               --- to here

warning[article-bidi-control]: look
 --> a.txt:1:1
  |
1 | start {head}wo...
  | {}
",
            "^".repeat(100)
        );
        assert_eq!(human(&list, false), expected);
    }
}
