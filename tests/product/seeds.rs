//! Five real articles, a bare folder of `.txt` files: which round each belongs to, who published it, and a citation on every line.
//!
//! They are other people's texts and not part of this repository: they are looked for in `$MUJAZ_SHARED`, or in `shared` beside it.

#![expect(clippy::print_stderr, reason = "what was found is to be seen with --nocapture, and that it was not looked for")]

use std::path::PathBuf;

use serde_json::Value;

use crate::common::{Folder, repository};
use crate::contract::check_citations;

fn seeds() -> Option<PathBuf> {
    let shared = std::env::var_os("MUJAZ_SHARED").map_or_else(|| repository().join("../shared"), PathBuf::from);
    let seeds = shared.join("corpus/seeds");
    if !seeds.is_dir() {
        eprintln!("note: there is no {}: the seeds were not tested", seeds.display());
        return None;
    }
    Some(seeds)
}

/// The briefs, by the id of their round.
fn briefs() -> Option<Vec<(String, Value)>> {
    let seeds = seeds()?;
    let folder = Folder::with::<&str>(&[]);
    let run = folder.mujaz(&["build", seeds.to_str().expect("UTF-8"), "-o", "out"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    eprint!("{}", run.stderr);
    let pages = folder
        .tree("out")
        .into_iter()
        .filter(|(name, _)| name.ends_with(".json") && name != "index.json" && name != "mujaz-manifest.json");
    Some(pages.map(|(name, bytes)| (name.replace(".json", ""), serde_json::from_slice(&bytes).expect("JSON"))).collect())
}

fn numbers(brief: &Value) -> Vec<String> {
    let mut numbers: Vec<String> =
        brief["sources"].as_array().expect("sources").iter().map(|s| s["id"].as_str().expect("an id")[..3].to_owned()).collect();
    numbers.sort();
    numbers
}

#[test]
fn four_are_about_the_second_round_and_one_about_the_third() {
    let Some(briefs) = briefs() else { return };
    let rounds: Vec<(&str, Vec<String>)> = briefs.iter().map(|(id, brief)| (id.as_str(), numbers(brief))).collect();
    let ids = |list: &[&str]| list.iter().map(|id| (*id).to_owned()).collect::<Vec<String>>();
    assert_eq!(rounds, [("astana-2", ids(&["000", "001", "003", "004"])), ("astana-3", ids(&["002"]))]);
}

#[test]
fn every_line_is_cited_and_every_round_and_source_says_how_it_is_known() {
    let Some(briefs) = briefs() else { return };
    for (id, brief) in &briefs {
        check_citations(brief);
        assert!(!brief["key_points"].as_array().expect("points").is_empty(), "{id}: no key points");
        for point in brief["key_points"].as_array().expect("points") {
            assert!(!point["terms"].as_array().expect("terms").is_empty(), "{id}: nothing is known in {}", point["ar"]);
        }
        for source in brief["sources"].as_array().expect("sources") {
            assert!(!source["evidence"].as_array().expect("evidence").is_empty(), "{id}: why is {} here?", source["id"]);
            let inferred: Vec<&str> =
                source["inferred"].as_array().expect("a list").iter().filter_map(|i| i["field"].as_str()).collect();
            for field in ["outlet", "date"] {
                // The files state nothing: what is there is inferred, and marked so.
                let there = source[field].as_str().is_some_and(|text| !text.is_empty());
                assert!(!there || inferred.contains(&field), "{id}: {field} of {} is not marked as inferred", source["id"]);
            }
        }
    }
    let sources = briefs.iter().flat_map(|(_, brief)| brief["sources"].as_array().into_iter().flatten());
    let outlets = sources.filter(|source| source["outlet"].as_str().is_some_and(|outlet| !outlet.is_empty())).count();
    eprintln!("{outlets} outlets found");
    assert!(outlets >= 1, "no outlet was found in any of the five");
}
