//! A translator of the user's own: a program that `mujaz.yaml` names, asked for the lines that only have a gloss.
//!
//! In: briefs. Out: the same, with badge `M` where the program's answer passed the checks of [`fault`]; a warning for each answer that did not. Protocol: one JSON object a line, to
//! its standard input and from its standard output. No shell; the program runs in the folder of the workspace.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::project::Project;
use crate::brief::context::Brief;
use crate::brief::parts::{Badge, Citation, English};
use crate::diagnostic::{Code, Diagnostic};
use crate::glossary::matcher::Matcher;
use crate::translations::{Term, fault, terms};
use crate::workspace::{CONFIG, Translate};

/// So many bytes of an answer are read at most.
const MOST: u64 = 64 << 20;
/// How often is looked whether the program has ended.
const STEP: Duration = Duration::from_millis(20);

/// What the program is asked.
#[derive(Serialize)]
struct Question {
    id: usize,
    ar: String,
    gloss: String,
    terms: Vec<Term>,
    #[serde(skip)]
    place: Option<Citation>,
}

/// What it says.
#[derive(Deserialize)]
struct Answer {
    id: usize,
    en: String,
}

/// Asks the program, if there is one. What goes wrong is a warning, and the glosses stay.
pub(super) fn translate(briefs: &mut [Brief], project: &Project) -> Vec<Diagnostic> {
    let Some(translate) = &project.workspace.config.english.translate else { return Vec::new() };
    let questions = questions(briefs, project);
    if questions.is_empty() {
        return Vec::new();
    }
    let answers = match ask(translate, &project.workspace.root, &questions) {
        Ok(answers) => answers,
        Err(why) => return vec![failed(&why, translate, project)],
    };
    let (mut good, mut warnings) = (BTreeMap::new(), Vec::new());
    for (question, answer) in questions.iter().zip(answers) {
        match fault(&answer, &question.ar, &question.gloss, &question.terms) {
            None => drop(good.insert(question.ar.as_str(), answer.trim().to_owned())),
            Some(why) => warnings.push(refused(question, &answer, &why, project)),
        }
    }
    for line in briefs.iter_mut().flat_map(Brief::lines_mut).filter(|l| l.en.badge == Badge::G) {
        if let Some(text) = good.get(line.ar) {
            let suggestion = line.en.suggestion.take();
            *line.en = English { text: text.clone(), badge: Badge::M, suggestion, ..English::default() };
        }
    }
    warnings
}

/// Each line with a gloss once, in the order of the briefs.
fn questions(briefs: &mut [Brief], project: &Project) -> Vec<Question> {
    let mut matcher = Matcher::new(&project.lexicon);
    let mut out: Vec<Question> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for line in briefs.iter_mut().flat_map(Brief::lines_mut).filter(|l| l.en.badge == Badge::G) {
        if seen.insert(line.ar.to_owned()) {
            out.push(Question {
                id: out.len() + 1,
                ar: line.ar.to_owned(),
                gloss: line.en.text.clone(),
                terms: terms(line.ar, &mut matcher),
                place: line.citations.first().cloned(),
            });
        }
    }
    out
}

/// The answers, in the order of the questions, or why there are none.
fn ask(translate: &Translate, root: &Path, questions: &[Question]) -> Result<Vec<String>, String> {
    let (program, args) = translate.command.split_first().ok_or("`command` is empty")?;
    let mut child = Command::new(program)
        .args(args)
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("it cannot be started: {error}"))?;
    let mut asked = String::new();
    for question in questions {
        asked.push_str(&serde_json::to_string(question).map_err(|e| e.to_string())?);
        asked.push('\n');
    }
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not read to the end is judged by its answers.
        thread::spawn(move || drop(stdin.write_all(asked.as_bytes())));
    }
    let (sender, receiver) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        thread::spawn(move || {
            let mut text = String::new();
            let read = stdout.take(MOST).read_to_string(&mut text).map(|_| text);
            let _ = sender.send(read);
        });
    }
    let until = Instant::now() + Duration::from_secs(u64::from(translate.timeout));
    let said = receiver.recv_timeout(until.saturating_duration_since(Instant::now()));
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break Some(status),
            Ok(None) if said.is_ok() && Instant::now() < until => thread::sleep(STEP),
            _ => break None,
        }
    };
    let Some(status) = status else {
        let _ = child.kill();
        let _ = child.wait();
        return Err(format!("it did not end within {} seconds", translate.timeout));
    };
    if !status.success() {
        return Err(format!("it ended with {status}"));
    }
    let text = said.map_err(|e| e.to_string())?.map_err(|error| format!("its answer cannot be read: {error}"))?;
    answers(&text, questions.len())
}

fn answers(text: &str, wanted: usize) -> Result<Vec<String>, String> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    if lines.len() != wanted {
        return Err(format!("it was asked for {wanted} lines and gave {}", lines.len()));
    }
    let mut out: BTreeMap<usize, String> = BTreeMap::new();
    for (number, line) in lines.iter().enumerate() {
        let answer: Answer = serde_json::from_str(line).map_err(|e| format!("line {} of its answer: {e}", number + 1))?;
        if answer.id == 0 || answer.id > wanted || out.insert(answer.id, answer.en).is_some() {
            return Err(format!("line {} of its answer has the id {}, which is of no line or of two", number + 1, answer.id));
        }
    }
    Ok(out.into_values().collect())
}

fn failed(why: &str, translate: &Translate, project: &Project) -> Diagnostic {
    let name = translate.command.first().map(String::as_str).unwrap_or_default();
    let warning = Diagnostic::warning(Code::TranslatorFailed, format!("the translator `{name}` gave nothing: {why}"))
        .hint("all lines keep their glosses; try the program by hand, or take `translate` out of mujaz.yaml");
    let index = project.workspace.config.index.as_ref();
    match index.and_then(|index| index.span("english.translate.command")) {
        Some(span) => warning.at(span),
        None => warning.in_file(CONFIG),
    }
}

fn refused(question: &Question, answer: &str, why: &str, project: &Project) -> Diagnostic {
    let warning = Diagnostic::warning(Code::TranslatorRefused, format!("the translator's English was not used: {why}"))
        .note(format!("its English: {}", answer.trim().replace('\n', " ")))
        .hint("the line keeps its gloss; a reviewed translation takes the place of both");
    let place = question.place.as_ref();
    let article = place.and_then(|c| Some((project.workspace.articles.iter().find(|a| a.id == c.source)?, c)));
    match article {
        Some((article, citation)) => warning.at(article.span(citation.start..citation.end)),
        None => warning,
    }
}
