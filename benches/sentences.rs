//! How fast texts are cut into sentences: on the bulk file if it is there, else on a text of our own.

use std::path::PathBuf;

use divan::counter::BytesCount;
use mujaz::arabic::sentences::{NoWords, sentences};

const OWN: &str =
    "خلاف في القمة\nقال الوزير إن الوفود \"ستبقى\" حتى 23 شباط. وأضاف د. سالم أن اللقاء مهم.وغادر الجميع., ثم عادوا!\n";

fn texts() -> Vec<String> {
    let root = std::env::var_os("MUJAZ_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    match std::fs::read_to_string(root.join("eval/bulk-20mb.jsonl")) {
        Ok(lines) => lines
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .filter_map(|row| row["text"].as_str().map(str::to_owned))
            .collect(),
        Err(_) => (0..2_000).map(|i| OWN.repeat(1 + i % 30)).collect(),
    }
}

fn main() {
    divan::main();
}

#[divan::bench]
fn articles(bencher: divan::Bencher) {
    let texts = texts();
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| texts.iter().map(|t| sentences(t, &NoWords).len()).sum::<usize>());
}
