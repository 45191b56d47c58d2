//! `verify`: every citation of published briefs, hashed again against its source.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{Done, Stop, count};
use crate::article::Article;
use crate::brief::cite;
use crate::brief::context::SCHEMA;
use crate::brief::parts::Citation;
use crate::diagnostic::{Code, Diagnostic};
use crate::publish::{MANIFEST, Manifest};
use crate::workspace::Workspace;

/// So many characters of a quotation are repeated in a message.
const QUOTED: usize = 60;

type Articles<'a> = BTreeMap<&'a str, &'a Article>;

/// `mujaz verify`.
pub(super) fn verify(out: &Path, sources: Option<&Path>) -> Result<Done, Stop> {
    if out.is_file() {
        return Err(Stop::Usage(format!("{} is a file: name the folder that `mujaz build` has written", out.display())));
    }
    let Some(manifest) = Manifest::read(out).map_err(|problem| vec![*problem])? else {
        let why = format!("there is no {MANIFEST} in {}: name a folder that `mujaz build` has written", out.display());
        return Err(Stop::Usage(why));
    };
    let beside = match out.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => out,
    };
    let workspace = Workspace::load_for(sources.unwrap_or(beside), Some(out))?;
    let articles: Articles<'_> = workspace.articles.iter().map(|article| (article.id.as_str(), article)).collect();
    let (mut problems, mut briefs, mut citations) = (Vec::new(), 0, 0);
    for output in &manifest.outputs {
        let shown = format!("{}/{}", out.display(), output.path);
        let bytes = match fs::read(out.join(&output.path)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = format!("`{}` was published, and cannot be read: {error}", output.path);
                problems.push(Diagnostic::error(Code::OutputStale, message).in_file(shown).hint("build again"));
                continue;
            }
        };
        if blake3::hash(&bytes).to_hex().as_str() != output.blake3 {
            let message = format!("`{}` was changed after it was published", output.path);
            let hint = "build again; what an editor adds belongs in the notes";
            problems.push(Diagnostic::error(Code::OutputStale, message).in_file(shown.as_str()).hint(hint));
        }
        if !output.path.ends_with(".json") {
            continue;
        }
        let Some(brief) = serde_json::from_slice::<Value>(&bytes).ok().filter(|brief| brief["schema"] == SCHEMA) else {
            continue;
        };
        briefs += 1;
        let mut found = BTreeMap::new();
        collect(&brief, "", &mut found);
        citations += found.len();
        let mut sentences = BTreeMap::new();
        for (cited, quoted) in found.iter().filter(|(cited, _)| !holds(cited, &articles)) {
            let all: &mut Vec<(&Citation, &str)> = sentences.entry((&cited.source, cited.sentence)).or_default();
            all.push((cited, quoted));
        }
        problems.extend(sentences.values().map(|all| broken(all, &output.path, &shown, &articles)));
    }
    if briefs == 0 {
        let why = format!("there is no JSON of a brief in {}: build with `json` among the formats", out.display());
        return Err(Stop::Usage(why));
    }
    if !problems.is_empty() {
        return Err(Stop::Content(problems));
    }
    let [briefs, citations] = [(briefs, "brief"), (citations, "citation")].map(|(number, what)| count(number, what));
    let summary = format!("{briefs}, {citations}: all hold\n");
    Ok(Done { summary, ..Done::default() })
}

/// Every citation in a JSON value, with the longest Arabic that it is given for.
fn collect(value: &Value, ar: &str, found: &mut BTreeMap<Citation, String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, ar, found)),
        Value::Object(fields) => {
            if let Ok(citation) = serde_json::from_value::<Citation>(value.clone()) {
                let known = found.entry(citation).or_default();
                if known.len() < ar.len() {
                    ar.clone_into(known);
                }
                return;
            }
            let ar = fields.get("ar").and_then(Value::as_str).unwrap_or(ar);
            fields.values().for_each(|field| collect(field, ar, found));
        }
        _ => {}
    }
}

fn holds(cited: &Citation, articles: &Articles<'_>) -> bool {
    let there = articles.get(cited.source.as_str()).and_then(|a| a.text.get(cited.start as usize..cited.end as usize));
    there.is_some_and(|text| cite::hash(text) == cited.hash)
}

/// What is wrong with the citations of one sentence, of which there is at least one.
fn broken(all: &[(&Citation, &str)], page: &str, shown: &str, articles: &Articles<'_>) -> Diagnostic {
    let (cited, quoted) = all.iter().copied().max_by_key(|(_, quoted)| quoted.len()).unwrap_or(all[0]);
    let Citation { source, sentence, start, end, line, .. } = cited;
    let short: String = quoted.chars().take(QUOTED).collect();
    let more = if short.len() < quoted.len() { "…" } else { "" };
    let times = if all.len() == 1 { String::new() } else { format!(" ({} times)", all.len()) };
    let place = format!("`{page}` cites sentence {sentence} of `{source}`, line {line}{times}, and ");
    let error =
        |what: &str| Diagnostic::error(Code::CitationBroken, format!("{place}{what}")).note(format!("cited for: {short}{more}"));
    let Some(article) = articles.get(source.as_str()) else {
        let hint = "put the source back, or name the folder of the sources with `--sources`";
        return error("there is no such article").in_file(shown).hint(hint);
    };
    let near = |byte: u32| (0..=byte).rev().find(|&byte| article.text.is_char_boundary(byte as usize)).unwrap_or(0);
    let error = error("other words stand there now").at(article.span(near(*start)..near(*end)));
    match article.text.find(quoted).and_then(|at| u32::try_from(at).ok()).filter(|_| !quoted.is_empty()) {
        Some(at) => error.note(format!("what is cited stands on line {} now", article.line(at))).hint("build again"),
        None => error.hint("the source was changed after the brief was made: put it back, or build again"),
    }
}
