//! Coverage: the sentences of a round that together tell the most within a number of words.
//!
//! In: sentences with their contents. Out: the chosen ones and why. A concept is worth the more, the more texts tell of it and the less it is in every sentence; told again, it is
//! worth less each time, so that the value of a set is submodular and greedy choice by value for cost is near the best (Lin and Bilmes 2010, 2011). Values only fall while
//! sentences are taken, so most are never looked at twice (Minoux 1978). A sentence that hangs on the one before is taken with it or not at all.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

use super::content::{Class, Concept, Content};
use crate::workspace::Weights;

/// A sentence that may be taken.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// Number of its article.
    pub article: usize,
    /// Number of the text that the article is a copy of, or its own.
    pub text: usize,
    /// Number of the sentence in its article.
    pub sentence: usize,
    /// Its words.
    pub words: u32,
    /// How near to the top of its article, in per mille.
    pub position: i32,
    /// What it tells.
    pub content: &'a Content,
    /// The number of the item that it hangs on, which comes before it.
    pub hangs_on: Option<usize>,
    /// The number of the first item that it is like, or its own.
    pub group: usize,
    /// False for what may not be a key point: background, fragments, questions, what hangs on nothing that can be taken.
    pub fit: bool,
}

/// A chosen sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The number of its item.
    pub item: usize,
    /// Its value for its cost when it was taken, in per mille of the best.
    pub score: i32,
    /// The parts of the score; they add up to it but for rounding.
    pub parts: Parts,
}

/// What a value is made of, in the order of [`PARTS`].
pub type Parts = [i32; PARTS.len()];

/// The names of the parts of a score.
pub const PARTS: [&str; 5] = ["entity_density", "outcomes", "acts", "words", "position"];
const WORDS: usize = 3;
const POSITION: usize = 4;

/// The part that a concept belongs to, as an index of [`PARTS`]; none for days and numbers, which tell nothing that the rest does not.
fn part(class: Class) -> Option<usize> {
    match class {
        Class::Name | Class::Term => Some(0),
        Class::Slot | Class::Outcome | Class::Ledger => Some(1),
        Class::Act => Some(2),
        Class::Word => Some(WORDS),
        Class::Number | Class::Day => None,
    }
}

/// How much a concept is worth when it is told again, in per mille of the time before.
const AGAIN: [u64; 6] = [1000, 300, 90, 27, 8, 2];
/// The share of sentences, in per mille, above which a concept is common and worth less.
const COMMON: u64 = 100;
/// Sentences in which a concept is never common.
const FEW: u64 = 3;
/// How many words a sentence is worth beyond its concepts.
const UNKNOWN: u64 = 20;
/// What a weight and a place in per mille are divided by: at the top of its article a sentence is worth a quarter more.
const PLACE: u64 = 4_000_000;
/// The longest chain of sentences that hang on each other.
const CHAIN: usize = 3;

/// Chooses items for a budget of words. They come back in the order in which they were taken.
#[must_use]
pub fn cover(items: &[Item], weights: &Weights, budget: u32) -> Vec<Chosen> {
    Cover::of(items, weights).choose(budget, &[])
}

/// Items that may be chosen for one budget or for several.
pub struct Cover<'a> {
    items: &'a [Item<'a>],
    weights: &'a Weights,
    concepts: Worth,
}

impl<'a> Cover<'a> {
    /// Tells what the concepts of these items are worth.
    #[must_use]
    pub fn of(items: &'a [Item], weights: &'a Weights) -> Self {
        Self { items, weights, concepts: Worth::of(items, weights) }
    }

    /// As [`cover`], where the items `known` are told elsewhere: what they tell is worth less from the start.
    #[must_use]
    pub fn choose(&self, budget: u32, known: &[usize]) -> Vec<Chosen> {
        let Self { items, weights, ref concepts } = *self;
        let (taken, groups) = (vec![false; items.len()], vec![false; items.len()]);
        let mut choice = Choice { items, concepts, weights, told: vec![0; concepts.worth.len()], taken, groups };
        known.iter().for_each(|&number| choice.tell(number));
        let mut after: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
        for (number, item) in items.iter().enumerate() {
            if let Some(on) = item.hangs_on {
                after[on].push(number);
            }
        }
        let place = |number: usize| (Reverse(items[number].sentence), Reverse(items[number].article), number);
        let mut heap: BinaryHeap<_> =
            (0..items.len()).filter_map(|number| Some((choice.rate(&choice.unit(number)?), place(number)))).collect();
        let (mut left, mut chosen) = (budget, Vec::new());
        while let Some((_, place)) = heap.pop() {
            let Some(unit) = choice.unit(place.2).filter(|unit| choice.cost(unit) <= left) else { continue };
            let rate = choice.rate(&unit);
            if rate == 0 {
                continue;
            }
            if heap.peek().is_some_and(|next| *next > (rate, place)) {
                heap.push((rate, place));
                continue;
            }
            left -= choice.cost(&unit);
            for number in unit {
                let parts = choice.parts(number);
                chosen.push(Chosen { item: number, score: 0, parts });
                choice.take(number);
                // What hangs on it costs less now.
                heap.extend(after[number].iter().filter_map(|&n| {
                    Some((choice.rate(&choice.unit(n)?), (Reverse(items[n].sentence), Reverse(items[n].article), n)))
                }));
            }
        }
        scale(chosen)
    }
}

/// Scores and parts in per mille of the best.
fn scale(mut chosen: Vec<Chosen>) -> Vec<Chosen> {
    let sum = |c: &Chosen| c.parts.iter().map(|&value| i64::from(value)).sum::<i64>();
    let top = chosen.iter().map(sum).max().unwrap_or(1).max(1);
    for c in &mut chosen {
        c.score = (1000 * sum(c) / top) as i32;
        for value in &mut c.parts {
            *value = (1000 * i64::from(*value) / top) as i32;
        }
    }
    chosen
}

/// The concepts of all items, numbered, and what each is worth.
struct Worth {
    worth: Vec<u64>,
    /// For each item the numbers of its concepts.
    of: Vec<Vec<u32>>,
    class: Vec<Class>,
}

impl Worth {
    fn of(items: &[Item], weights: &Weights) -> Self {
        let mut numbers: FxHashMap<Concept, u32> = FxHashMap::default();
        let mut it = Self { worth: Vec::new(), of: Vec::with_capacity(items.len()), class: Vec::new() };
        // For each concept the items that tell of it, in order.
        let mut places: Vec<Vec<usize>> = Vec::new();
        for (n, item) in items.iter().enumerate() {
            let mut own = Vec::with_capacity(item.content.concepts.len());
            for &concept in &item.content.concepts {
                let number = *numbers.entry(concept).or_insert(places.len() as u32);
                if number as usize == places.len() {
                    places.push(Vec::new());
                    it.class.push(concept.class);
                }
                places[number as usize].push(n);
                own.push(number);
            }
            own.sort_unstable();
            it.of.push(own);
        }
        let sentences = items.iter().enumerate().filter(|&(n, item)| item.group == n).count() as u64;
        let most = items.iter().map(|item| item.text.max(item.group) + 1).max().unwrap_or(0);
        // The last concept that was seen in each text and in each group.
        let mut seen = [vec![usize::MAX; most], vec![usize::MAX; most]];
        for (number, (places, &class)) in places.iter().zip(&it.class).enumerate() {
            let mut count = [0, 0];
            for &item in places {
                for (i, of) in [items[item].text, items[item].group].into_iter().enumerate() {
                    count[i] += u64::from(seen[i][of] != number);
                    seen[i][of] = number;
                }
            }
            let [texts, often] = count;
            let mut worth = base(class, weights) * 1000;
            worth = worth * ((COMMON * sentences).max(1000 * FEW) / often).clamp(1, 1000) / 1000;
            worth = worth * log2(texts) / 1000 + worth;
            if class == Class::Word && often == 1 {
                worth /= 2;
            }
            it.worth.push(worth);
        }
        it
    }
}

fn base(class: Class, weights: &Weights) -> u64 {
    u64::from(match class {
        Class::Name => weights.entity_density,
        Class::Term => weights.entity_density / 2,
        Class::Slot => weights.outcomes,
        Class::Outcome => weights.outcomes * 3 / 5,
        Class::Ledger => weights.outcomes * 3,
        Class::Act => weights.acts,
        Class::Day | Class::Number => 0,
        Class::Word => weights.words,
    })
}

/// The binary logarithm in per mille, straight between powers of two.
fn log2(n: u64) -> u64 {
    let power = n.max(1).ilog2();
    u64::from(power) * 1000 + 1000 * (n - (1 << power)) / (1 << power)
}

/// What was taken so far.
struct Choice<'a> {
    items: &'a [Item<'a>],
    concepts: &'a Worth,
    weights: &'a Weights,
    /// How often each concept was told.
    told: Vec<u8>,
    taken: Vec<bool>,
    groups: Vec<bool>,
}

impl Choice<'_> {
    /// The items that must be taken for this one, in text order; nothing if it may not be taken.
    fn unit(&self, number: usize) -> Option<Vec<usize>> {
        let mut unit = vec![number];
        let may = |n: usize| self.items[n].fit && !self.groups[self.items[n].group];
        let mut at = number;
        while let Some(before) = self.items[at].hangs_on.filter(|&n| !self.taken[n]) {
            if unit.len() == CHAIN {
                return None;
            }
            unit.push(before);
            at = before;
        }
        unit.reverse();
        (unit.iter().all(|&n| may(n)) && self.items[number].group == number).then_some(unit)
    }

    fn cost(&self, unit: &[usize]) -> u32 {
        unit.iter().map(|&n| self.items[n].words).sum()
    }

    /// The value of a unit for its cost.
    fn rate(&self, unit: &[usize]) -> u64 {
        let value: u64 = (0..unit.len()).map(|i| self.value(unit[i], &unit[..i])).sum();
        1000 * value / u64::from(self.cost(unit).max(1))
    }

    /// The value of an item after what was taken, and after `before`.
    fn value(&self, number: usize, before: &[usize]) -> u64 {
        let item = &self.items[number];
        let told = |c: u32| before.iter().filter(|&&n| self.of(n).binary_search(&c).is_ok()).count();
        let plain = self.unknown() + self.of(number).iter().map(|&c| self.worth(c, told(c))).sum::<u64>();
        plain + plain * u64::from(self.weights.position) * item.position as u64 / PLACE
    }

    /// What every sentence tells, whatever is known of its words.
    fn unknown(&self) -> u64 {
        1000 * UNKNOWN * u64::from(self.weights.words)
    }

    /// The concepts of an item, in order.
    fn of(&self, number: usize) -> &[u32] {
        &self.concepts.of[self.items[number].group]
    }

    fn worth(&self, concept: u32, more: usize) -> u64 {
        let again = AGAIN.get(self.told[concept as usize] as usize + more).copied().unwrap_or(0);
        self.concepts.worth[concept as usize] * again / 1000
    }

    /// The parts of an item's value for its cost.
    fn parts(&self, number: usize) -> Parts {
        let item = &self.items[number];
        let mut values = [0; PARTS.len()];
        for &c in self.of(number) {
            if let Some(part) = part(self.concepts.class[c as usize]) {
                values[part] += self.worth(c, 0);
            }
        }
        values[WORDS] += self.unknown();
        let plain: u64 = values.iter().sum();
        values[POSITION] = plain * u64::from(self.weights.position) * item.position as u64 / PLACE;
        values.map(|value| (value / u64::from(item.words.max(1))) as i32)
    }

    fn take(&mut self, number: usize) {
        let group = self.items[number].group;
        self.taken[number] = true;
        self.groups[group] = true;
        self.tell(number);
    }

    /// What an item tells is worth less from now on.
    fn tell(&mut self, number: usize) {
        let group = self.items[number].group;
        for &c in &self.concepts.of[group] {
            self.told[c as usize] = self.told[c as usize].saturating_add(1);
        }
    }
}
