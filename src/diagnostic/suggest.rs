//! "Did you mean …?"
//!
//! In: a word and the words that would have been right. Out: the nearest of them, or nothing when none is near. Counts characters, so
//! that Arabic and Latin words are treated alike.

/// The candidate that is nearest to `word`, if a third of its letters or less differ.
///
/// Swapped neighbours count as one difference (`ariel` for `airel`), and so does any other letter too many, too few or wrong. Of two
/// candidates that are equally near, the first wins.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
        let longest = word.len().max(other.len());
        let limit = longest.max(3) / 3;
        if word.len().abs_diff(other.len()) > limit {
            continue;
        }
        let distance = distance(&word, &other);
        let near = distance <= limit && distance < longest;
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Damerau-Levenshtein distance, in the form where no letter is touched twice.
pub(crate) fn distance<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let mut before = Vec::new();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut current = vec![i + 1];
        for j in 0..b.len() {
            let replaced = previous[j] + usize::from(a[i] != b[j]);
            let mut least = replaced.min(previous[j + 1] + 1).min(current[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                least = least.min(before[j - 1] + 1);
            }
            current.push(least);
        }
        before = std::mem::replace(&mut previous, current);
    }
    previous[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest() {
        let fields = ["ar", "en", "id", "kind", "title", "affiliation", "budget_words"];
        let cases = [
            ("knd", Some("kind")),
            ("kidn", Some("kind")),
            ("Title", Some("title")),
            ("titel", Some("title")),
            ("afiliatoin", Some("affiliation")),
            ("budget-words", Some("budget_words")),
            ("em", Some("en")),
            ("x", None),
            ("name", None),
            ("outlet", None),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(did_you_mean(word, fields), expected, "{word}");
        }
    }

    #[test]
    fn counts_arabic_letters_and_not_bytes() {
        let names = ["لافروف", "لافرنتييف", "بيدرسون"];
        assert_eq!(did_you_mean("لافرينتيف", names), Some("لافرنتييف"));
        assert_eq!(did_you_mean("الأسد", names), None);
    }

    #[test]
    fn the_first_of_two_equals_wins() {
        assert_eq!(did_you_mean("cat", ["cut", "cot"]), Some("cut"));
        assert_eq!(did_you_mean("cat", []), None);
    }
}
