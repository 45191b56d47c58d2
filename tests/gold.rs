//! The seeds against right answers that an editor wrote. Articles and answers are not part of the package: the test passes, and says so, where they are absent.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it stands, and say what it measured")]

use std::path::{Path, PathBuf};

use mujaz::analysis::statements::{Resolved, Statement, Who};
use mujaz::analysis::{Analysis, analyze};
use mujaz::article::Article;
use mujaz::glossary::lexicon::Lexicon;
use mujaz::glossary::load;
use mujaz::glossary::matcher::Matcher;
use mujaz::round::tracks::Tracks;
use serde_yaml::Value;

struct Gold {
    article: Article,
    analysis: Analysis,
    answers: Value,
}

fn shared() -> Option<PathBuf> {
    let path =
        std::env::var_os("MUJAZ_SHARED").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    path.join("corpus/gold-dev.yaml").exists().then_some(path)
}

fn golds(lexicon: &Lexicon) -> Option<Vec<Gold>> {
    let Some(shared) = shared() else {
        println!("no articles with answers here: nothing checked");
        return None;
    };
    let tracks = Tracks::new(load::builtin_tracks(), lexicon);
    let mut matcher = Matcher::new(lexicon);
    let all: Value = serde_yaml::from_str(&std::fs::read_to_string(shared.join("corpus/gold-dev.yaml")).unwrap()).unwrap();
    let golds = all["articles"].as_mapping().unwrap().iter().map(|(_, answers)| {
        let file = answers["file"].as_str().unwrap();
        let bytes = std::fs::read(shared.join("corpus/seeds").join(file)).unwrap();
        let article = Article::read(file, &file[..3], bytes).unwrap();
        let analysis = analyze(&article, &mut matcher, &tracks);
        Gold { article, analysis, answers: answers.clone() }
    });
    Some(golds.collect())
}

fn list<'a>(gold: &'a Gold, key: &str) -> impl Iterator<Item = &'a Value> {
    gold.answers[key].as_sequence().into_iter().flatten()
}

/// Whether a speaker is the one that the answer names.
fn is_speaker(lexicon: &Lexicon, s: &Statement, label: &str) -> bool {
    let id = |n: u32| lexicon.entries[n as usize].id.as_str();
    let of = |side: &str| s.speaker.of.map(id) == Some(side);
    let name = match s.speaker.who {
        Who::Entry(n) => id(n),
        Who::Office(n) => id(n),
        Who::Source(n) => n.map_or("reports", id),
        Who::Words | Who::Unresolved => return false,
    };
    let label = label.split(" (").next().unwrap();
    match label {
        "kazakh foreign ministry" | "kazakhstan foreign ministry" => {
            name == "kazakh_foreign_ministry" || (name == "foreign_ministry" && of("kazakhstan"))
        }
        "armed opposition" => name == "armed_opposition",
        "unattributed reports" => name == "reports",
        "informed source" => name == "informed_source",
        "opp_official_1" | "opp_official_2" => name == "official" && s.speaker.of.is_some_and(|n| id(n).contains("opposition")),
        "fsa_rep" => name == "representative",
        _ => name == label,
    }
}

#[test]
fn statements_have_their_speakers_and_verbs() {
    let lexicon = Lexicon::new(load::builtin());
    let Some(golds) = golds(&lexicon) else { return };
    let (mut wanted, mut found, mut made, mut report) = (0, 0, 0, String::new());
    for gold in &golds {
        let text = &gold.article.text;
        let mut right = vec![false; gold.analysis.statements.len()];
        for answer in list(gold, "statements") {
            wanted += 1;
            let start = text.find(answer["sentence"].as_str().unwrap()).unwrap() as u32;
            let end = start + answer["sentence"].as_str().unwrap().len() as u32;
            let verb = answer["verb_ar"].as_str().unwrap_or_default();
            let hit = gold.analysis.statements.iter().position(|s| {
                let place = s.verb.map(|v| v.span);
                let there = place.is_some_and(|(a, b)| {
                    a >= start
                        && b <= end
                        && verb.contains(&text[a as usize..b as usize]) | text[a as usize..b as usize].contains(verb)
                });
                there && is_speaker(&lexicon, s, answer["speaker"].as_str().unwrap())
            });
            match hit {
                Some(i) => {
                    right[i] = true;
                    found += 1;
                }
                None => {
                    report +=
                        &format!("missing {} {} {verb}\n", answer["id"].as_str().unwrap(), answer["speaker"].as_str().unwrap())
                }
            }
        }
        made += right.len();
        for s in right.iter().zip(&gold.analysis.statements).filter(|(r, _)| !**r).map(|(_, s)| s) {
            report += &format!("not in the answers: {} {}\n", gold.article.id, show(&lexicon, text, s));
        }
    }
    println!("{found} of {wanted} statements found, {found} of {made} right\n{report}");
    assert!(100 * found >= 85 * wanted, "{found} of {wanted} statements found\n{report}");
    assert!(100 * found >= 95 * made, "{found} of {made} right\n{report}");
}

fn show(lexicon: &Lexicon, text: &str, s: &Statement) -> String {
    let part = |(a, b): (u32, u32)| &text[a as usize..b as usize];
    let id = |n: u32| lexicon.entries[n as usize].id.as_str();
    let who = match s.speaker.who {
        Who::Entry(n) => id(n).to_owned(),
        Who::Office(n) => format!("office {}", id(n)),
        Who::Source(n) => format!("source {}", n.map_or("-", id)),
        Who::Words => format!("words {}", part(s.speaker.span)),
        Who::Unresolved => "?".to_owned(),
    };
    let how = match s.speaker.by {
        Resolved::CarriedOver => ", carried over",
        Resolved::Title => ", by title",
        _ => "",
    };
    format!(
        "{}: {who}{how} of {:?} [{}] | {}{} {} | {}{}{}",
        s.sentence + 1,
        s.speaker.of.map(id),
        part(s.speaker.role),
        if s.negated { "not " } else { "" },
        s.verb.map_or(":", |v| part(v.span)),
        s.verb.map_or("", |v| id(v.entry)),
        if s.quoted { "QUOTED " } else { "" },
        part(s.content),
        s.via.map(|v| format!(" VIA {}", id(v))).unwrap_or_default()
    )
}

#[test]
fn every_outcome_is_found_and_none_is_wrong() {
    let lexicon = Lexicon::new(load::builtin());
    let Some(golds) = golds(&lexicon) else { return };
    let (mut missing, mut extra, mut wanted) = (String::new(), String::new(), 0);
    for gold in &golds {
        let text = &gold.article.text;
        let mut right = vec![false; gold.analysis.outcomes.len()];
        for answer in list(gold, "outcomes") {
            let status = match answer["type"].as_str().unwrap() {
                "agreed" | "claimed" => "agreed",
                "not_agreed" | "not_held" => "not agreed",
                "postponed" => "pending",
                background if background.starts_with("background") => {
                    let start = text.find(answer["sentence"].as_str().unwrap()).unwrap() as u32;
                    let told = gold
                        .analysis
                        .outcomes
                        .iter()
                        .any(|o| o.span.0 >= start && o.span.1 <= start + answer["sentence"].as_str().unwrap().len() as u32);
                    assert!(!told, "background in the ledger: {}", answer["en"].as_str().unwrap());
                    continue;
                }
                other => panic!("unknown type {other}"),
            };
            wanted += 1;
            let start = text.find(answer["sentence"].as_str().unwrap()).unwrap() as u32;
            let end = start + answer["sentence"].as_str().unwrap().len() as u32;
            let hit =
                gold.analysis.outcomes.iter().position(|o| o.span.0 < end && o.span.1 > start && o.status.as_str() == status);
            match hit {
                Some(i) => right[i] = true,
                None => missing += &format!("{} {}\n", gold.article.id, answer["en"].as_str().unwrap()),
            }
        }
        for (o, _) in gold.analysis.outcomes.iter().zip(&right).filter(|(_, r)| !**r) {
            // Outcomes that the answers list as statements are right where a statement says them.
            let id = |n: u32| lexicon.entries[n as usize].id.as_str();
            let told = o.statement.is_some()
                || gold.analysis.outcomes.iter().zip(&right).any(|(p, r)| *r && p.slot == o.slot && p.status == o.status);
            if !told {
                extra += &format!(
                    "{} {} {}: {}\n",
                    gold.article.id,
                    id(o.slot),
                    o.status.as_str(),
                    &text[o.span.0 as usize..o.span.1 as usize]
                );
            }
        }
    }
    println!("{wanted} outcomes wanted");
    assert!(missing.is_empty(), "missing:\n{missing}");
    assert!(extra.is_empty(), "not in the answers:\n{extra}");
}
