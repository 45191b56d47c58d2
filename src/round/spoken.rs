//! Things that are told in many words: `مطار + الخدمة` finds `القصف الذي أخرج مطار دمشق الدولي من الخدمة`.
//!
//! In: the lists of words that eras give ([`Era::said`](super::tracks::Era::said)), and the sentences of an article. Out: the eras whose words stand together in a sentence. A word
//! is found with its proclitics (و، ف، ب، ل، ك، ال), and one written `جنيف*` with whatever follows.

use rustc_hash::FxHashMap;

use super::evidence::Item;
use super::tracks::Track;
use crate::arabic::fold::{ALEF, BEH, FEH, HEH, KAF, LAM, MEEM, NOON, SHORT, TEH, WAW, YEH, fold, fold_word};
use crate::arabic::token::Kind as TokenKind;

/// Endings of a word that are not written in the lists: توقفت, قواته, مقاتلين.
const ENDINGS: [&[u8]; 9] =
    [&[TEH], &[ALEF], &[HEH], &[WAW, ALEF], &[HEH, ALEF], &[HEH, MEEM], &[ALEF, NOON], &[YEH, NOON], &[WAW, NOON]];
/// Before an ending, so many letters at least.
const STEM: usize = 4;

/// In place of an era: another meeting.
pub(super) const OTHER: u16 = u16::MAX;
/// In place of an era: a meeting without the sides of the conflict.
pub(super) const WITHOUT: u16 = u16::MAX - 1;

/// In place of an era: words of these talks.
pub(super) const SIGN: u16 = u16::MAX - 2;

/// The words of the eras of all tracks, letter by letter: those that a token may be are found on one way through it.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    /// The first is before the first letter.
    nodes: Vec<Node>,
    /// From a node, by a letter, to the next.
    edges: FxHashMap<(u32, u8), u32>,
    /// How many words and stems there are.
    count: u32,
    /// For each track, what is said.
    said: Vec<Lines>,
}

impl Default for Spoken {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], edges: FxHashMap::default(), count: 0, said: Vec::new() }
    }
}

/// What ends behind some letters.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// A word, which may have an ending.
    whole: Option<u32>,
    /// A stem, behind which anything may follow.
    stem: Option<u32>,
}

/// What the eras of a track say.
#[derive(Clone, Debug, Default)]
struct Lines {
    all: Vec<(u16, Vec<Group>)>,
    /// For each word, the lines that begin with a group in which it is the first.
    by_first: FxHashMap<u32, Vec<u32>>,
}

impl Lines {
    fn add(&mut self, era: u16, mut groups: Vec<Group>) {
        // The group with the fewest words is looked for first; what must not be there, last.
        groups.sort_by_key(|group| (group.not, group.chain.first().map_or(0, Vec::len)));
        let words = groups.first().and_then(|group| group.chain.first());
        for word in words.into_iter().flatten() {
            self.by_first.entry(*word).or_default().push(self.all.len() as u32);
        }
        self.all.push((era, groups));
    }

    /// The lines that may stand in a sentence with these words, in their order.
    fn of(&self, words: &Words) -> Vec<u32> {
        let each = words.0.chunk_by(|a, b| a.0 == b.0).filter_map(|places| self.by_first.get(&places[0].0));
        let mut out: Vec<u32> = each.flatten().copied().collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// What must stand in a sentence, or must not: a word, or words one soon behind the other; of each, some may stand for each other.
#[derive(Clone, Debug)]
struct Group {
    not: bool,
    chain: Vec<Vec<u32>>,
}

/// The words of a sentence that eras ask for, each with the token where it stands, sorted.
#[derive(Debug)]
struct Words(Vec<(u32, u32)>);

impl Words {
    fn new(mut places: Vec<(u32, u32)>) -> Self {
        places.sort_unstable();
        Self(places)
    }

    /// The tokens where a word stands.
    fn places(&self, word: u32) -> impl Iterator<Item = usize> {
        let from = self.0.partition_point(|place| place.0 < word);
        self.0[from..].iter().take_while(move |place| place.0 == word).map(|place| place.1 as usize)
    }
}

/// Words of a chain are no further apart.
const BEHIND: usize = 4;

impl Group {
    /// The first token of its words.
    fn find(&self, words: &Words) -> Option<usize> {
        let at = |link: &[u32], from: usize, to: usize| {
            let all = link.iter().flat_map(|word| words.places(*word));
            all.filter(|at| (from..to).contains(at)).min()
        };
        let (first, rest) = self.chain.split_first()?;
        let starts = first.iter().flat_map(|word| words.places(*word));
        if rest.is_empty() {
            return starts.min();
        }
        let mut starts: Vec<usize> = starts.collect();
        starts.sort_unstable();
        starts
            .into_iter()
            .find(|&start| rest.iter().try_fold(start, |last, link| at(link, last + 1, last + 1 + BEHIND)).is_some())
    }
}

/// A sentence with its words.
#[derive(Debug)]
pub(super) struct Heard {
    item: usize,
    words: Words,
}

/// Words of an era in a sentence: the era, the sentence, the first token of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) era: u16,
    pub(super) item: usize,
    pub(super) token: usize,
}

impl Spoken {
    /// Takes what the eras of a track say, and what it says of other meetings.
    pub(super) fn add_track(&mut self, track: &Track) {
        let eras = track.eras.iter().enumerate().map(|(era, e)| (era as u16, &e.said));
        let others = [(OTHER, &track.others_said), (WITHOUT, &track.without), (SIGN, &track.signs_said)];
        let all: Vec<(u16, &Vec<String>)> = eras.chain(others).collect();
        let mut said = Lines::default();
        for (era, line) in all.into_iter().flat_map(|(era, lines)| lines.iter().map(move |line| (era, line))) {
            said.add(era, line.split('+').map(|group| self.group(group.trim())).collect());
        }
        self.said.push(said);
    }

    fn group(&mut self, group: &str) -> Group {
        let (not, group) = group.strip_prefix('!').map_or((false, group), |group| (true, group));
        let chain = group.split('~').map(|link| link.split('|').filter_map(|word| self.number(word.trim())).collect());
        Group { not, chain: chain.collect() }
    }

    fn number(&mut self, word: &str) -> Option<u32> {
        let next = self.count;
        let (exact, word) = word.strip_prefix('=').map_or((false, word), |word| (true, word));
        let stem = word.strip_suffix('*');
        let folded = fold(stem.unwrap_or(word));
        let folded = if exact { &folded } else { bare(&folded) };
        // With a stem of one letter half of all words would begin.
        if folded.is_empty() || stem.is_some() && folded.len() == 1 {
            return None;
        }
        let mut at = 0;
        for &letter in folded {
            let nodes = &mut self.nodes;
            at = *self.edges.entry((at, letter)).or_insert_with(|| {
                nodes.push(Node::default());
                nodes.len() as u32 - 1
            });
        }
        let node = &mut self.nodes[at as usize];
        let number = if stem.is_some() { &mut node.stem } else { &mut node.whole };
        let number = *number.get_or_insert(next);
        self.count += u32::from(number == next);
        Some(number)
    }

    /// The words of the sentences that count, for the eras of any track.
    pub(super) fn heard(&self, items: &[Item], leads: &[i32]) -> Vec<Heard> {
        let of = |(item, it): (usize, &Item)| Heard { item, words: self.words(it) };
        items.iter().enumerate().filter(|(i, _)| leads[*i] > 0).map(of).collect()
    }

    fn words(&self, item: &Item) -> Words {
        let mut words = Vec::new();
        for (at, token) in item.s.tokens.iter().enumerate().filter(|(_, t)| !matches!(t.kind, TokenKind::Mark(_))) {
            let text = token.text(item.text);
            let note = |word| words.push((word, at as u32));
            match fold_word(text, &mut [0; SHORT]) {
                Some(folded) => self.words_of(folded, note),
                None => self.words_of(&fold(text), note),
            }
        }
        Words::new(words)
    }

    /// The eras of a track, and other meetings, that the sentences tell of.
    pub(super) fn told(&self, track: usize, heard: &[Heard]) -> Vec<Told> {
        let Some(said) = self.said.get(track) else { return Vec::new() };
        let mut out = Vec::new();
        for Heard { item, words } in heard {
            for (era, groups) in said.of(words).into_iter().map(|line| &said.all[line as usize]) {
                let mut token = usize::MAX;
                let fits = groups.iter().all(|group| match group.find(words) {
                    Some(at) if !group.not => {
                        token = token.min(at);
                        true
                    }
                    found => group.not && found.is_none(),
                });
                if fits {
                    out.push(Told { era: *era, item: *item, token });
                }
            }
        }
        out
    }

    /// The words that a token may be.
    fn words_of(&self, token: &[u8], mut each: impl FnMut(u32)) {
        let mut look = |rest: &[u8]| {
            let mut at = 0;
            for (i, &letter) in rest.iter().enumerate() {
                let Some(&next) = self.edges.get(&(at, letter)) else { return };
                at = next;
                let Node { whole, stem } = self.nodes[at as usize];
                let tail = &rest[i + 1..];
                let ends = || tail.is_empty() || i + 1 >= STEM && ENDINGS.contains(&tail);
                whole.filter(|_| ends()).into_iter().chain(stem).for_each(&mut each);
            }
        };
        let joined = |word: &[u8], letters: &[u8]| matches!(word, [first, _, _, ..] if letters.contains(first));
        let mut rest = token;
        look(rest);
        for letters in [&[WAW, FEH][..], &[BEH, LAM, KAF][..]] {
            if joined(rest, letters) {
                rest = &rest[1..];
                look(rest);
            }
            let without = bare(rest);
            if without.len() < rest.len() {
                look(without);
                return;
            }
        }
        // للاجئين
        if token.starts_with(&[LAM, LAM]) && token.len() > 4 {
            look(&token[2..]);
        }
    }
}

/// A word without ال.
fn bare(word: &[u8]) -> &[u8] {
    match word {
        [ALEF, LAM, rest @ ..] if rest.len() >= 2 => rest,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// True if the words of a line stand in a sentence.
    fn found(line: &str, sentence: &str) -> bool {
        let mut spoken = Spoken::default();
        let groups: Vec<Group> = line.split('+').map(|group| spoken.group(group.trim())).collect();
        let mut words = Vec::new();
        for (at, token) in sentence.split(' ').enumerate() {
            spoken.words_of(&fold(token), |word| words.push((word, at as u32)));
        }
        let words = Words::new(words);
        groups.iter().all(|group| group.find(&words).is_some() != group.not)
    }

    #[test]
    fn words_of_an_era_stand_together() {
        for (line, sentence, want) in [
            ("مطار + الخدمة|مدرج*", "القصف الذي أخرج مطار العاصمة من الخدمة", true),
            ("مطار + الخدمة|مدرج*", "والمطار مغلق بعد إصابة مدرجاته", true),
            ("مطار + الخدمة|مدرج*", "وصل الوفد إلى المطار", false),
            ("توقف + مطار", "وتوقفت الرحلات في مطار العاصمة", true),
            ("وقف + مطار", "وقفت الوفود في مطار العاصمة", false),
            ("الوعر + خروج", "بخروج المقاتلين من حي الوعر", true),
            ("لاجئين + عودة", "وضع خطة لعودة اللاجئين وللاجئين في الخارج", true),
            ("قصر ~ بيان", "افتتحت في قصر بيان", true),
            ("قصر ~ بيان", "صدر بيان عن الوفد المقيم في قصر المؤتمرات", false),
            ("وفد + =الرياض", "وصل الوفد إلى الرياض", true),
            ("وفد + =الرياض", "قال رياض إن الوفد وصل", false),
            ("وزراء ~ خارجية + !نواب", "التقى وزراء خارجية الدول الثلاث", true),
            ("وزراء ~ خارجية + !نواب", "التقى نواب وزراء خارجية الدول الثلاث", false),
        ] {
            assert_eq!(found(line, sentence), want, "{line}: {sentence}");
        }
    }

    #[test]
    fn every_era_has_words_or_entries() {
        for track in crate::glossary::load::builtin_tracks() {
            for era in &track.eras {
                assert!(!era.entries.is_empty() || !era.said.is_empty(), "{}: {era:?}", track.id);
                assert!(era.to.is_none_or(|to| era.from <= to), "{}: {era:?}", track.id);
            }
            for line in track
                .eras
                .iter()
                .flat_map(|era| &era.said)
                .chain(&track.others_said)
                .chain(&track.without)
                .chain(&track.signs_said)
            {
                let mut spoken = Spoken::default();
                let groups: Vec<Group> = line.split('+').map(|group| spoken.group(group.trim())).collect();
                let empty = groups.iter().any(|group| group.chain.iter().any(Vec::is_empty));
                assert!(!empty && groups.iter().any(|group| !group.not), "{}: {line}", track.id);
            }
        }
    }
}
