//! Names in templates that no context has.
//!
//! In: the text of a template and the shape of its context. Out: the paths (`round.plce`) whose last name is none of the fields of what stands before it. Tera is silent about
//! such a name in `{% if %}` and behind `or`: what a page should say is then never said. Only what is known for sure is reported: a path from the
//! context, or from a loop over a list of it.

use std::ops::Range;

use super::shape::Part;

/// A name that is not there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// What it is looked for in (`round`); empty for the context.
    pub(super) of: String,
    /// Names that would be right.
    pub(super) right: Vec<String>,
}

/// The wrong names in a template, in their order. `computed` are names of the context that its shape does not have.
pub(super) fn wrong(text: &str, root: Part, computed: &[&str], free: &[&str]) -> Vec<Wrong> {
    let mut scope: Vec<(String, Option<Part>)> = Vec::new();
    let mut loops: Vec<usize> = Vec::new();
    let mut components = 0_usize;
    let mut out = Vec::new();
    for (tag, at) in tags(text) {
        let words: Vec<(&str, usize)> = words(tag);
        let first = words.first().map_or("", |(word, _)| *word);
        match first {
            "component" => components += 1,
            "endcomponent" => components = components.saturating_sub(1),
            _ => {}
        }
        if components > 0 || first == "component" || first == "endcomponent" {
            continue; // a component sees its arguments and nothing else
        }
        let mut skip = 0;
        match first {
            "for" => {
                let comma = words.get(2).is_some_and(|(word, _)| *word == ",");
                let names = if comma { vec![1, 3] } else { vec![1] };
                let list = words.get(if comma { 5 } else { 3 }).copied().unwrap_or_default();
                let whole = words.len() == if comma { 6 } else { 4 };
                let item = (whole && !comma).then(|| part(list.0, root, &scope)).flatten().and_then(Part::item);
                loops.push(scope.len());
                let new: Vec<_> =
                    names.iter().filter_map(|&n| words.get(n)).map(|(name, _)| ((*name).to_owned(), item)).collect();
                check(&words[names.len() + usize::from(comma)..], at, root, &scope, computed, free, &mut out);
                scope.extend(new);
                continue;
            }
            "endfor" => scope.truncate(loops.pop().unwrap_or_default()),
            "set" | "set_global" => {
                let value = (words.len() == 4).then(|| part(words[3].0, root, &scope)).flatten();
                check(words.get(2..).unwrap_or_default(), at, root, &scope, computed, free, &mut out);
                if let Some((name, _)) = words.get(1) {
                    scope.push(((*name).to_owned(), value));
                }
                continue;
            }
            "block" | "endblock" | "extends" | "include" | "filter" | "endfilter" | "raw" | "endraw" => continue,
            "if" | "elif" => skip = 1,
            _ => {}
        }
        check(&words[skip..], at, root, &scope, computed, free, &mut out);
    }
    out
}

fn check(
    words: &[(&str, usize)],
    at: usize,
    root: Part,
    scope: &[(String, Option<Part>)],
    computed: &[&str],
    free: &[&str],
    out: &mut Vec<Wrong>,
) {
    for (n, &(word, offset)) in words.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| words.get(n)).map_or("", |(word, _)| *word);
        let after = words.get(n + 1).map_or("", |(word, _)| *word);
        let name = word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        if !name || matches!(before, "|" | "is" | "not_is" | "<") || matches!(after, "(" | "=") || before.ends_with('.') {
            continue;
        }
        let mut steps = word.split(['.', '?']).filter(|step| !step.is_empty());
        let Some(head) = steps.next() else { continue };
        let mut begin = at + offset;
        let mut path = head.to_owned();
        let mut here = match scope.iter().rev().find(|(own, _)| own == head) {
            Some((_, part)) => *part,
            None => match root.field(head) {
                Some(part) => Some(part),
                None => {
                    if free.contains(&head) && !computed.contains(&head) {
                        let mut right: Vec<String> = root.fields().iter().map(|(name, _)| (*name).to_owned()).collect();
                        right.extend(computed.iter().map(|name| (*name).to_owned()));
                        out.push(Wrong { range: begin..begin + head.len(), of: String::new(), right });
                    }
                    None
                }
            },
        };
        begin += head.len();
        for step in steps {
            let Some(part) = here else { break };
            let fields = part.fields();
            if fields.is_empty() {
                break;
            }
            begin += word[begin - at - offset..].find(step).unwrap_or_default();
            here = part.field(step);
            if here.is_none() {
                let right = fields.iter().map(|(name, _)| (*name).to_owned()).collect();
                out.push(Wrong { range: begin..begin + step.len(), of: path.clone(), right });
                break;
            }
            begin += step.len();
            path = format!("{path}.{step}");
        }
    }
}

/// What a path leads to.
fn part<'s>(path: &str, root: Part<'s>, scope: &[(String, Option<Part<'s>>)]) -> Option<Part<'s>> {
    let mut steps = path.split(['.', '?']).filter(|step| !step.is_empty());
    let head = steps.next()?;
    let first = match scope.iter().rev().find(|(own, _)| own == head) {
        Some((_, part)) => (*part)?,
        None => root.field(head)?,
    };
    steps.try_fold(first, Part::field)
}

/// What stands between `{{ … }}` and `{% … %}`, with its place; comments and `raw` are left out.
fn tags(text: &str) -> Vec<(&str, usize)> {
    let (mut out, mut at, mut raw) = (Vec::new(), 0, false);
    while let Some(open) = text[at..].find('{').map(|n| at + n) {
        let close = match text[open..].get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let Some(end) = text[open + 2..].find(close).map(|n| open + 2 + n) else { break };
        let inner = &text[open + 2..end];
        let word = inner.trim_matches(['-', ' ', '\n']).split_whitespace().next().unwrap_or_default();
        match (close, word) {
            ("%}", "raw") => raw = true,
            ("%}", "endraw") => raw = false,
            ("#}", _) => {}
            _ if raw => {}
            _ => out.push((inner, open + 2)),
        }
        at = end + 2;
    }
    out
}

/// Words, paths and marks of a tag, with their places; texts in quotes are left out.
fn words(tag: &str) -> Vec<(&str, usize)> {
    let mut out = Vec::new();
    let mut chars = tag.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '"' || c == '\'' || c == '`' {
            for (_, other) in chars.by_ref() {
                if other == c {
                    break;
                }
            }
            out.push(("\"", at));
        } else if c.is_alphanumeric() || c == '_' {
            let mut end = at + c.len_utf8();
            while let Some(&(next, other)) = chars.peek() {
                let goes_on =
                    other.is_alphanumeric() || other == '_' || other == '.' || (other == '?' && tag[next..].starts_with("?."));
                if !goes_on {
                    break;
                }
                end = next + other.len_utf8();
                chars.next();
            }
            out.push((&tag[at..end], at));
        } else if c == '=' && tag[at..].starts_with("==") {
            chars.next();
            out.push(("==", at));
        } else if !c.is_whitespace() && c != '-' {
            out.push((&tag[at..at + c.len_utf8()], at));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::shape::Shape;
    use super::*;
    use crate::brief::context::Brief;

    fn names(text: &str) -> Vec<String> {
        let shape = Shape::of::<Brief>();
        let wrong = wrong(text, shape.root(), &["evidence"], &["key_point", "evidence"]);
        wrong.into_iter().map(|w| format!("{}|{}", w.of, &text[w.range])).collect()
    }

    #[test]
    fn names_that_are_not_there_are_found() {
        for (text, want) in [
            ("{% if round.plce %}", vec!["round|plce"]),
            ("{{ round.name.english or 1 }}", vec!["round.name|english"]),
            ("{% for k in key_points %}{{ k.en.txt | mixed }}{% endfor %}{{ k.txt }}", vec!["k.en|txt"]),
            ("{% for k in key_points %}{% for c in k.citations %}{{ c.lin }}{% endfor %}{% endfor %}", vec!["c|lin"]),
            ("{% set r = round %}{{ r.idd }}", vec!["r|idd"]),
            ("{% if key_point %}", vec!["|key_point"]),
            ("{{ round?.dates?.hled }}", vec!["round.dates|hled"]),
        ] {
            assert_eq!(names(text), want, "{text}");
        }
    }

    #[test]
    fn what_is_right_or_not_known_is_left_alone() {
        for text in [
            "{{ round.name.en | mixed }} {{ evidence }} {{ \"round.plce\" }} {# round.plce #}",
            "{% raw %}{{ round.plce }}{% endraw %}",
            "{% component x(round: map) %}{{ round.plce }}{% endcomponent x %}",
            "{% for k, v in round %}{{ v.x }}{% endfor %}{{ [t.x for t in terms] }}",
            "{{<day date={round.dates.held} />}} {% for s in positions[0].statements %}{{ s.x }}{% endfor %}",
            "{{ r.path | path(x=1) }} {% if round.number is divisible_by(divisor=2) %}{% endif %}",
        ] {
            assert_eq!(names(text), Vec::<String>::new(), "{text}");
        }
    }
}
