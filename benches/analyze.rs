//! Speed of `analyze`, in bytes of article text for each second.

use divan::Bencher;
use divan::counter::BytesCount;
use mujaz::analysis::analyze;
use mujaz::article::{Article, read_jsonl};
use mujaz::glossary::lexicon::Lexicon;
use mujaz::glossary::load;
use mujaz::glossary::matcher::Matcher;
use mujaz::round::tracks::Tracks;

fn main() {
    divan::main();
}

/// The sample workspace's articles in one JSONL file, again and again: enough text to measure on any machine.
fn articles() -> Vec<Article> {
    let sample = include_bytes!("../examples/astana/articles/2017-02-almithal.jsonl");
    let read: Vec<Article> = read_jsonl(&sample[..], "sample.jsonl").filter_map(Result::ok).collect();
    (0..200).flat_map(|_| read.iter().cloned()).collect()
}

#[divan::bench(sample_count = 10)]
fn analyze_sample(bencher: Bencher) {
    let articles = articles();
    let lexicon = Lexicon::new(load::builtin());
    let tracks = Tracks::new(load::builtin_tracks(), &lexicon);
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let mut matcher = Matcher::new(&lexicon);
        articles.iter().map(|a| analyze(a, &mut matcher, &tracks).sentences.len()).sum::<usize>()
    });
}

#[divan::bench(sample_count = 10)]
fn compile_glossary() -> usize {
    Lexicon::new(load::builtin()).forms.len()
}
