//! Texts that say the same in nearly the same words: wire copy, a quotation that two outlets carry.
//!
//! In: texts. Out: for each the number of its group, that of the first text in it. Shingles of three folded words are looked up in an index, so that the work grows with
//! the words and not with the pairs; two texts belong together when the shorter has most of its shingles in the longer. Short texts must be equal.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

use crate::arabic::fold::fold_into;
use crate::arabic::token::{self, Kind};

const SHINGLE: usize = 3;
/// Share of the shorter text's shingles that the longer must have, in per mille.
const SHARE: usize = 700;
/// A shingle in more texts than this is a phrase of the trade and says nothing.
const COMMON: usize = 40;

/// For each text the number of its group: that of the first text in it.
#[must_use]
pub fn groups(texts: &[&str]) -> Vec<usize> {
    let shingles: Vec<Vec<u64>> = texts.iter().map(|t| shingles(t)).collect();
    let mut group: Vec<usize> = (0..texts.len()).collect();
    // For each shingle how many texts have it, and the last of them in the list of all: a text, and the place of the one before it.
    let mut index: FxHashMap<u64, (usize, usize)> = FxHashMap::default();
    let mut having: Vec<(usize, usize)> = Vec::new();
    let mut shared = vec![0; texts.len()];
    let mut seen: Vec<usize> = Vec::new();
    for i in 0..texts.len() {
        for s in &shingles[i] {
            let (count, last) = index.entry(*s).or_default();
            if *count > COMMON {
                continue;
            }
            let mut at = *last;
            for _ in 0..*count {
                let (other, before) = having[at];
                if shared[other] == 0 {
                    seen.push(other);
                }
                shared[other] += 1;
                at = before;
            }
            having.push((i, *last));
            (*count, *last) = (*count + 1, having.len() - 1);
        }
        let twin = seen.iter().copied().filter(|&o| {
            let short = shingles[i].len().min(shingles[o].len());
            1000 * shared[o] >= SHARE * short
        });
        if let Some(o) = twin.min() {
            group[i] = group[o];
        }
        seen.drain(..).for_each(|o| shared[o] = 0);
    }
    group
}

/// Hashes of the runs of three words, each once; of the whole text where it is shorter.
fn shingles(text: &str) -> Vec<u64> {
    let mut folded = Vec::new();
    let mut word = |text: &str| {
        folded.clear();
        fold_into(text, &mut folded);
        let mut h = FxHasher::default();
        h.write(&folded);
        h.finish()
    };
    let words: Vec<u64> =
        token::tokens(text).iter().filter(|t| !matches!(t.kind, Kind::Mark(_))).map(|t| word(t.text(text))).collect();
    let hash = |words: &[u64]| {
        let mut h = FxHasher::default();
        words.iter().for_each(|w| h.write_u64(*w));
        h.finish()
    };
    let mut out: Vec<u64> =
        if words.len() <= SHINGLE + 2 { vec![hash(&words)] } else { words.windows(SHINGLE).map(hash).collect() };
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::groups;

    #[test]
    fn copies_are_one_group_and_others_are_not() {
        let texts = [
            "المفاوضات المرتقبة في المدينة ستبحث القضايا المتعلقة بالدستور وإجراء انتخابات عامة",
            "وصل الوفد إلى المدينة مساء أمس بعد رحلة طويلة عبر الصحراء",
            "المفاوضات المرتقبة في المدينة، ستبحث القضايا المتعلقة بالدستور، وإجراء إنتخابات عامة",
            "ستبحث المفاوضات قضايا أخرى غير الدستور",
        ];
        assert_eq!(groups(&texts), [0, 1, 0, 3]);
    }

    #[test]
    fn short_texts_must_be_equal() {
        assert_eq!(groups(&["انسحابها", "انسحابه", "انسحابها", ""]), [0, 1, 0, 3]);
    }

    #[test]
    fn a_text_inside_a_longer_one_belongs_to_it() {
        let long = "قال المبعوث إن الأطراف اتفقت على عقد جولة أخرى في الشهر المقبل بعد مشاورات طويلة";
        assert_eq!(groups(&[long, "الأطراف اتفقت على عقد جولة أخرى في الشهر المقبل"]), [0, 0]);
    }
}
