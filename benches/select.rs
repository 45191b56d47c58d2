//! How the cost of choosing key points grows with the number of sentences: likeness, coverage, and the budget of one article.

use divan::Bencher;
use divan::counter::ItemsCount;
use mujaz::summary::content::{Class, Concept, Content};
use mujaz::summary::cover::{Item, cover};
use mujaz::summary::select::{Candidate, fill};
use mujaz::summary::similar::groups;
use mujaz::workspace::Weights;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// Numbers that look random and are the same in every run.
fn numbers() -> impl FnMut(u64) -> u64 {
    let mut state = 1u64;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    }
}

/// Sentences of thirty concepts, a few of them frequent and most of them rare.
fn made(count: usize) -> Vec<Content> {
    let mut next = numbers();
    let classes = [Class::Word, Class::Word, Class::Word, Class::Name, Class::Term, Class::Slot];
    (0..count)
        .map(|_| {
            let mut concepts: Vec<Concept> = (0..30)
                .map(|_| {
                    let reach = 1 << next(13);
                    Concept { class: classes[next(6) as usize], key: next(reach) }
                })
                .collect();
            concepts.sort_unstable();
            concepts.dedup();
            Content { concepts, ..Content::default() }
        })
        .collect()
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn coverage(bencher: Bencher, count: usize) {
    let contents = made(count);
    let item = |(n, content)| Item {
        article: n / 20,
        text: n / 20,
        sentence: n % 20,
        words: 15 + (n % 17) as u32,
        position: (1000 - 50 * (n % 20)) as i32,
        content,
        hangs_on: (n % 7 == 6).then(|| n - 1),
        group: n,
        fit: n % 11 != 10,
    };
    let items: Vec<Item> = contents.iter().enumerate().map(item).collect();
    let weights = Weights::default();
    bencher.counter(ItemsCount::new(count)).bench(|| cover(&items, &weights, 250));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn likeness(bencher: Bencher, count: usize) {
    let mut next = numbers();
    let words = [
        "الوفد",
        "اللقاء",
        "المدينة",
        "الوزير",
        "أعلن",
        "جديد",
        "أمس",
        "الجولة",
        "البيان",
        "انتهت",
        "مساء",
        "الهدنة",
        "القاعة",
        "قبل",
        "بعد",
    ];
    let sentence = |_| (0..20).map(|_| words[next(15) as usize]).collect::<Vec<_>>().join(" ");
    let texts: Vec<String> = (0..count).map(sentence).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    bencher.counter(ItemsCount::new(count)).bench(|| groups(&texts));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn one_article(bencher: Bencher, count: usize) {
    let mut next = numbers();
    let all: Vec<Candidate> =
        (0..count).map(|sentence| Candidate { sentence, score: next(1500) as i32, cost: 40 + next(300) as u32 }).collect();
    bencher.counter(ItemsCount::new(count)).bench(|| fill(all.clone(), 50 * count as u32));
}
