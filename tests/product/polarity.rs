//! What is denied in Arabic is denied in English: over every statement and outcome of every brief of the sample and of the articles of `tests/sections`.

use serde::Deserialize;
use serde_json::Value;

use crate::common::{Folder, repository};

#[derive(Deserialize)]
struct Case {
    text: String,
}

/// The briefs of a folder.
fn briefs(folder: &Folder, from: &str) -> Vec<Value> {
    let run = folder.mujaz(&["build", from, "-o", "out"]);
    assert!(matches!(run.code, Some(0 | 1)), "{}", run.stderr);
    let pages = folder.tree("out").into_iter().filter(|(name, _)| name.ends_with(".json") && !name.contains("manifest"));
    pages.map(|(_, bytes)| serde_json::from_slice::<Value>(&bytes).expect("JSON")).filter(|b| b["outcomes"].is_array()).collect()
}

/// Negators that stand alone and are nothing else.
fn negators(ar: &str) -> usize {
    const WORDS: &[&str] = &["لم", "لن", "ليس", "ليست", "عدم", "دون", "بدون", "بلا", "نفى", "نفت"];
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic()).trim_start_matches('و').to_owned();
    ar.split_whitespace().filter(|w| WORDS.contains(&bare(w).as_str())).count()
}

#[test]
fn what_is_denied_is_denied_in_english() {
    let mut texts: Vec<String> = Vec::new();
    for name in ["unseen", "agencies", "second"] {
        let file = repository().join("tests/sections").join(format!("{name}.yaml"));
        let list: Vec<Case> = serde_yaml::from_str(&std::fs::read_to_string(file).expect("a file")).expect("a list");
        texts.extend(list.into_iter().map(|case| case.text));
    }
    let names: Vec<String> = (0..texts.len()).map(|n| format!("in/{n:03}.txt")).collect();
    let files: Vec<(&str, &String)> = names.iter().map(String::as_str).zip(&texts).collect();
    let folder = Folder::with(&files);
    let mut all = briefs(&folder, "in");
    let sample = repository().join("examples/astana/articles");
    all.extend(briefs(&Folder::with::<&str>(&[]), sample.to_str().expect("UTF-8")));
    let (mut seen, mut wrong) = (0, Vec::new());
    let mut look = |what: &str, ar: &str, en: &Value, denied: bool| {
        let text = en["text"].as_str().unwrap_or_default();
        if text.is_empty() || en["badge"] != "G" {
            return;
        }
        seen += 1;
        if (denied || negators(ar) > 0) && mujaz::english::negating(text) == 0 {
            wrong.push(format!("{what}: {ar}\n   {text}"));
        }
    };
    for brief in &all {
        for party in brief["positions"].as_array().into_iter().flatten() {
            for s in party["statements"].as_array().into_iter().flatten() {
                let denied = s["polarity"] == "negated" || s["verb"]["stance"] == "deny";
                look("statement", s["ar"].as_str().unwrap_or_default(), &s["en"], denied);
            }
        }
        for o in brief["outcomes"].as_array().into_iter().flatten() {
            let denied = o["status"] == "not agreed" || o["status"] == "denied";
            look("outcome", o["ar"].as_str().unwrap_or_default(), &o["en"], denied);
        }
    }
    assert!(seen > 60, "only {seen} lines");
    assert!(wrong.is_empty(), "{} of {seen}\n{}", wrong.len(), wrong.join("\n"));
}
