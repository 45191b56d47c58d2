//! Speed of `analyze`, in bytes of its input for each second, one thread. The input is `eval/bulk-20mb.jsonl` of the folder that `MUJAZ_SHARED` names (`../shared` if it names
//! none); where that is not at hand, the sample workspace's articles again and again.

use std::fs;
use std::path::PathBuf;

use divan::Bencher;
use divan::counter::BytesCount;
use mujaz::analysis::analyze;
use mujaz::article::read_jsonl;
use mujaz::glossary::load;
use mujaz::glossary::matcher::Pool;
use mujaz::round::tracks::Tracks;

fn main() {
    divan::main();
}

fn input() -> Vec<u8> {
    let shared = std::env::var_os("MUJAZ_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    fs::read(shared.join("eval/bulk-20mb.jsonl"))
        .unwrap_or_else(|_| include_bytes!("../examples/astana/articles/2017-02-almithal.jsonl").repeat(400))
}

/// From a line of JSON to a line of JSON.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn analyze_lines(bencher: Bencher) {
    let input = input();
    let lexicon = load::lexicon();
    let tracks = Tracks::new(load::builtin_tracks(), lexicon);
    let pool = Pool::new(lexicon);
    bencher.counter(BytesCount::new(input.len())).bench_local(|| {
        let mut bytes = 0;
        let mut line = Vec::new();
        for article in read_jsonl(&input[..], "bulk.jsonl").filter_map(Result::ok) {
            let analysis = pool.with(|matcher| analyze(&article, matcher, &tracks));
            line.clear();
            analysis.write(lexicon, &mut line);
            bytes += line.len();
        }
        bytes
    });
}

/// Loads the built-in glossary and compiles it.
#[divan::bench(sample_count = 10)]
fn compile_glossary() -> usize {
    mujaz::glossary::lexicon::Lexicon::new(load::builtin()).forms.len()
}
