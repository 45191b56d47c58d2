//! Statements and outcomes of articles that the rules were not made on: whole lists, from `tests/sections/*.yaml`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it stands, and say what it measured")]

use mujaz::analysis::statements::{Resolved, Statement, Who};
use mujaz::analysis::{Analysis, analyze};
use mujaz::article::Article;
use mujaz::glossary::lexicon::Lexicon;
use mujaz::glossary::load;
use mujaz::glossary::matcher::Matcher;
use mujaz::round::tracks::Tracks;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    about: String,
    text: String,
    says: Vec<String>,
    outcomes: Vec<String>,
    /// What is known to be found wrong, or not found: `+` before what is found and should not be, `-` before what should be.
    #[serde(default)]
    known: Vec<String>,
}

fn who(lexicon: &Lexicon, article: &Article, s: &Statement) -> String {
    match s.speaker.who {
        Who::Entry(n) | Who::Office(n) | Who::Source(Some(n)) => lexicon.entries[n as usize].id.clone(),
        Who::Source(None) => "reports".to_owned(),
        Who::Words => article.text[s.speaker.span.0 as usize..s.speaker.span.1 as usize].to_owned(),
        Who::Unresolved => "?".to_owned(),
    }
}

/// `speaker | verb`, and what is said where the list names its first and last words.
fn says(lexicon: &Lexicon, article: &Article, s: &Statement, wanted: &[String]) -> String {
    let carried = if s.speaker.by == Resolved::CarriedOver { "=" } else { "" };
    let negated = if s.negated { "!" } else { "" };
    let part = |(start, end): (u32, u32)| &article.text[start as usize..end as usize];
    let verb = s.verb.map_or(":", |v| part(v.span));
    let line = format!("{carried}{} | {negated}{verb}", who(lexicon, article, s));
    let content = part(s.content);
    let listed = wanted.iter().filter_map(|w| Some((w, w.strip_prefix(&line)?.strip_prefix(" | ")?)));
    for (whole, words) in listed {
        let (first, last) = words.split_once(" … ").unwrap_or((words, words));
        let marks = ['"', '«', '»', '“', '”', '؟', '.'];
        let (content, first, last) = (content.trim_matches(marks), first.trim_matches(marks), last.trim_matches(marks));
        if content.starts_with(first) && content.ends_with(last) {
            return whole.clone();
        }
    }
    if wanted.iter().any(|w| w.matches(" | ").count() > 1) { format!("{line} | {content}") } else { line }
}

fn outcomes(lexicon: &Lexicon, article: &Article, analysis: &Analysis) -> Vec<String> {
    let line = |o: &mujaz::analysis::outcomes::Outcome| {
        let by = o.statement.map(|n| format!(" by {}", who(lexicon, article, &analysis.statements[n as usize])));
        format!("{}: {}{}", lexicon.entries[o.slot as usize].id, o.status.as_str(), by.unwrap_or_default())
    };
    analysis.outcomes.iter().map(line).collect()
}

/// What is in one list and not in the other, each as often as it is.
fn differences(found: &[String], wanted: &[String]) -> Vec<String> {
    let mut left: Vec<&String> = wanted.iter().collect();
    let mut out = Vec::new();
    for f in found {
        match left.iter().position(|w| *w == f) {
            Some(at) => drop(left.remove(at)),
            None => out.push(format!("+ {f}")),
        }
    }
    out.extend(left.into_iter().map(|w| format!("- {w}")));
    out
}

#[test]
fn statements_and_outcomes_of_other_talks() {
    let lexicon = Lexicon::new(load::builtin());
    let tracks = Tracks::new(load::builtin_tracks(), &lexicon);
    let mut report = String::new();
    for file in
        ["unseen", "agencies", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"]
    {
        let path = format!("{}/tests/sections/{file}.yaml", env!("CARGO_MANIFEST_DIR"));
        let cases: Vec<Case> = serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        report += &measure(file, &cases, &lexicon, &tracks);
    }
    assert!(report.is_empty(), "differs from the lists, and from what is known to:\n{report}");
}

/// Prints what share of the lists is found, and gives back where it is not what is known.
fn measure(file: &str, cases: &[Case], lexicon: &Lexicon, tracks: &Tracks) -> String {
    let (mut wanted, mut missing, mut extra, mut report) = ([0; 2], [0; 2], [0; 2], String::new());
    for case in cases {
        let article = Article::read("a.txt", "a", case.text.clone().into_bytes()).unwrap();
        let analysis = analyze(&article, &mut Matcher::new(lexicon), tracks);
        let said: Vec<String> = analysis.statements.iter().map(|s| says(lexicon, &article, s, &case.says)).collect();
        let became = outcomes(lexicon, &article, &analysis);
        let mut all = Vec::new();
        for (i, (found, list)) in [(said, &case.says), (became, &case.outcomes)].into_iter().enumerate() {
            wanted[i] += list.len();
            let differ = differences(&found, list);
            missing[i] += differ.iter().filter(|d| d.starts_with('-')).count();
            extra[i] += differ.iter().filter(|d| d.starts_with('+')).count();
            all.extend(differ);
        }
        if all != case.known {
            let changed = differences(&all, &case.known);
            report += &format!("{}\n  {}\n", case.about, changed.join("\n  "));
        }
    }
    for (i, what) in ["statements", "outcomes"].iter().enumerate() {
        println!("{file}: {what}: {} of {} found, {} too many", wanted[i] - missing[i], wanted[i], extra[i]);
    }
    report
}
