//! Edits to glossary files that leave everything else as its editor wrote it.
//!
//! In: the text of a file and the places of its entries. Out: a new text, in which whole entries have moved or one has come in; comments, quotes, line
//! breaks and the order of keys stay. An entry is the lines from its dash to the next one; comment lines right above it belong to it. A
//! comment with a blank line under it opens a section, and entries never leave their section.

use std::ops::Range;

use super::entry::{En, Entry};
use super::load::GlossaryFile;
use crate::yaml;

/// The lines of a file, by what they belong to.
#[derive(Debug)]
struct Layout<'t> {
    /// What stands before the first entry.
    head: &'t str,
    items: Vec<Item<'t>>,
}

/// An entry with its comments.
#[derive(Debug)]
struct Item<'t> {
    id: &'t str,
    /// Blank lines and section comments before it.
    gap: &'t str,
    /// Its own comments and lines.
    text: &'t str,
    /// Whether a section begins with it.
    opens: bool,
}

impl<'t> Layout<'t> {
    /// `None` where entries do not begin on lines of their own with a dash.
    fn of(text: &'t str, file: &'t GlossaryFile) -> Option<Self> {
        let mut starts = Vec::new();
        for number in 0..file.entries.len() {
            let at = file.span(number, "")?.range.start;
            let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let dash = text[start..].trim_start_matches([' ', '\u{feff}']).starts_with('-');
            if !dash || starts.last().is_some_and(|last| *last >= start) {
                return None;
            }
            starts.push(start);
        }
        let first = *starts.first()?;
        // The comment that a file begins with is the file's, though no blank line is under it.
        let head = comments_above(text, 0..first);
        let head = if text[..head].trim_matches(['\u{feff}', '\n', '\r', ' ']).is_empty() { first } else { head };
        let mut items = Vec::new();
        let (mut from, mut opens) = (head, true);
        for (number, start) in starts.iter().enumerate() {
            let next = starts.get(number + 1).copied().unwrap_or(text.len());
            let own = if number == 0 { head } else { comments_above(text, from..*start) };
            let last = number + 1 == starts.len();
            let end =
                if last { body_end(text, *start..next) } else { body_end(text, *start..comments_above(text, *start..next)) };
            let gap = &text[from..own];
            opens |= gap.lines().any(|line| line.starts_with('#'));
            items.push(Item { id: &file.entries[number].id, gap, text: &text[own..end], opens });
            (from, opens) = (end, false);
        }
        Some(Self { head: &text[..head], items })
    }
}

/// Where the comment lines begin that stand right above the end of a range.
fn comments_above(text: &str, range: Range<usize>) -> usize {
    let mut at = range.end;
    while at > range.start {
        let line = text[range.start..at - 1].rfind('\n').map_or(range.start, |end| range.start + end + 1);
        if !text[line..at].starts_with('#') {
            break;
        }
        at = line;
    }
    at
}

/// Where an entry ends: before the blank lines and the comments at the margin that follow it.
fn body_end(text: &str, range: Range<usize>) -> usize {
    let mut end = range.start;
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        at += line.len();
        if !line.trim().is_empty() && !line.starts_with('#') {
            end = at;
        }
    }
    end
}

/// The text with the entries of each section in the order of their ids; `None` if they are, or if the file is written in a way that cannot be sorted by lines.
#[must_use]
pub fn sorted(file: &GlossaryFile) -> Option<String> {
    let source = file.span(0, "")?.source;
    let text = source.text.as_str();
    let Layout { head, items } = Layout::of(text, file)?;
    let mut order: Vec<usize> = Vec::new();
    let mut section: Vec<usize> = Vec::new();
    for number in 0..=items.len() {
        if number == items.len() || items[number].opens {
            section.sort_by_key(|&n| items[n].id);
            order.append(&mut section);
        }
        section.push(number);
    }
    if order.is_sorted() {
        return None;
    }
    let mut out = head.to_owned();
    for (place, &number) in order.iter().enumerate() {
        // What is between two entries stays where it is.
        out.push_str(items[place].gap);
        push_lines(&mut out, items[number].text);
    }
    let rest = items.last().map_or("", |last| &text[end_of(text, last.text)..]);
    out.push_str(rest);
    Some(out)
}

/// Where `part`, which is a part of `text`, ends in it.
fn end_of(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize + part.len()
}

fn push_lines(out: &mut String, lines: &str) {
    out.push_str(lines);
    if !lines.ends_with('\n') {
        out.push('\n');
    }
}

/// The text with an entry more, in its place if the entries are sorted, else at the end; and the number of its first line.
#[must_use]
pub fn added(text: &str, file: Option<&GlossaryFile>, entry: &Entry) -> (String, usize) {
    let mut new = snippet(entry);
    let layout = file.and_then(|file| Layout::of(text, file));
    let at = match &layout {
        Some(layout) => {
            let blank = layout.items.iter().skip(1).filter(|item| !item.gap.is_empty()).count() * 2 > layout.items.len();
            let sorted = layout.items.is_sorted_by_key(|item| item.id);
            let next = layout.items.iter().find(|item| item.id > entry.id.as_str()).filter(|_| sorted);
            if blank {
                if next.is_some() { new.push('\n') } else { new.insert(0, '\n') }
            }
            match (next, layout.items.last()) {
                (Some(next), _) => end_of(text, next.text) - next.text.len(),
                (None, Some(last)) => end_of(text, last.text),
                (None, None) => text.len(),
            }
        }
        None => text.len(),
    };
    let mut out = text[..at].to_owned();
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    let line = out.matches('\n').count() + 1 + usize::from(new.starts_with('\n'));
    out.push_str(&new);
    out.push_str(&text[at..]);
    (out, line)
}

/// An entry as an editor would write it: a key a line, lists in brackets.
#[must_use]
pub fn snippet(entry: &Entry) -> String {
    let mut out = String::new();
    for (key, value) in yaml::fields(entry) {
        let value = if key == "en" && entry.en == En::from(entry.en.preferred.as_str()) {
            yaml::scalar(&entry.en.preferred)
        } else {
            value
        };
        out.push_str(&format!("{} {key}: {value}\n", if out.is_empty() { '-' } else { ' ' }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::load::files;
    use super::*;
    use crate::diagnostic::{Source, render};

    fn file(text: &str) -> GlossaryFile {
        let mut all = files(&[Source::new("a.yaml", text)]).unwrap_or_else(|p| panic!("{text}{}", render::human(&p, false)));
        all.remove(0)
    }

    fn fmt(text: &str) -> Option<String> {
        let out = sorted(&file(text))?;
        let (mut before, mut after) = (file(text).entries, file(&out).entries);
        before.sort_by(|a, b| a.id.cmp(&b.id));
        after.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(before, after);
        assert_eq!(sorted(&file(&out)), None, "twice is once: {out}");
        Some(out)
    }

    #[test]
    fn entries_are_sorted_and_nothing_is_lost() {
        let text = "# The file's comment.\n\n# of b\n- {id: b, kind: party, en: B,   ar: [ب ب]} # tail\n\n- id: a   # first\n  kind: party\n  en: \"A\"\n  ar:\n    # inside\n    - ا ا\n  note: |\n    # no comment\n\n    text\n# of c\n- {id: c, kind: party, en: C, ar: [ت ت]}\n\n# the end\n";
        let want = "# The file's comment.\n\n- id: a   # first\n  kind: party\n  en: \"A\"\n  ar:\n    # inside\n    - ا ا\n  note: |\n    # no comment\n\n    text\n\n# of b\n- {id: b, kind: party, en: B,   ar: [ب ب]} # tail\n# of c\n- {id: c, kind: party, en: C, ar: [ت ت]}\n\n# the end\n";
        assert_eq!(fmt(text).as_deref(), Some(want));
        assert_eq!(fmt(want), None);
    }

    #[test]
    fn a_section_keeps_its_entries() {
        let text = "- {id: z, kind: party, en: Z, ar: [ز ز]}\n- {id: y, kind: party, en: Y, ar: [ي ي]}\n\n# Places\n\n- {id: b, kind: place, en: B, ar: [ب ب]}\n- {id: a, kind: place, en: A, ar: [ا ا]}";
        let want = "- {id: y, kind: party, en: Y, ar: [ي ي]}\n- {id: z, kind: party, en: Z, ar: [ز ز]}\n\n# Places\n\n- {id: a, kind: place, en: A, ar: [ا ا]}\n- {id: b, kind: place, en: B, ar: [ب ب]}\n";
        assert_eq!(fmt(text).as_deref(), Some(want));
    }

    #[test]
    fn what_cannot_be_sorted_by_lines_is_left_alone() {
        for text in ["[{id: b, kind: party, en: B, ar: [ب ب]}, {id: a, kind: party, en: A, ar: [ا ا]}]\n", ""] {
            assert_eq!(sorted(&file(text)), None);
        }
    }

    fn entry(id: &str) -> Entry {
        let yaml = format!(
            "- {{id: {id}, kind: person, en: {{preferred: 'Ali: the first', admitted: [No]}}, ar: ['علي, الأول'], roles: [{{from: 2015, en: head}}]}}"
        );
        file(&yaml).entries.remove(0)
    }

    #[test]
    fn an_entry_comes_in_where_it_belongs() {
        let text = "# Names\n\n- {id: a, kind: party, en: A, ar: [ا ا]}\n# of c\n- {id: c, kind: party, en: C, ar: [ت ت]}\n";
        let (new, line) = added(text, Some(&file(text)), &entry("b"));
        let want = "- id: b\n  kind: person\n  en: {preferred: \"Ali: the first\", admitted: [\"No\"]}\n  ar: [\"علي, الأول\"]\n  roles: [{from: 2015, ar: \"\", en: head}]\n";
        assert_eq!(new, text.replace("# of c", &format!("{want}# of c")));
        assert_eq!((line, &file(&new).entries[1]), (4, &entry("b")));
        let (new, line) = added(text, Some(&file(text)), &entry("d"));
        assert_eq!((new.as_str(), line), (format!("{text}{}", want.replace("id: b", "id: d")).as_str(), 6));
        let (new, line) = added("", None, &entry("b"));
        assert_eq!((new.as_str(), line), (want, 1));
    }
}
