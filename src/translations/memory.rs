//! The translations of a workspace, to be asked for by their Arabic.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::near::{Difference, Words};
use crate::arabic::fold::fold;
use crate::diagnostic::Span;

/// The least share of words, in per cent, that a text must have in common with a translation to be nearly its text.
const NEAR: u8 = 80;
/// Texts of fewer words are not compared: one word is too much of them.
const FEWEST: usize = 4;

/// One entry of a file in `translations/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// The Arabic, as a line of the brief has it. Found again by its folded letters: vowel marks, the hamza of alef and punctuation do not count.
    pub ar: String,
    /// The English, as the brief prints it.
    pub en: String,
    /// Who wrote or reviewed it.
    pub by: String,
    /// The day on which that was.
    #[serde(deserialize_with = "day")]
    pub date: NaiveDate,
    /// For editors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    // An error of a visitor keeps the place of the value.
    struct Day;
    impl Visitor<'_> for Day {
        type Value = NaiveDate;
        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("a day")
        }
        fn visit_str<E: de::Error>(self, text: &str) -> Result<NaiveDate, E> {
            text.parse().map_err(|_| E::custom(format!("`{text}` is not a day, as `2017-02-17` is")))
        }
    }
    deserializer.deserialize_str(Day)
}

/// All translations of a workspace, each Arabic text once.
#[derive(Debug, Default)]
pub struct Memory {
    entries: Vec<Entry>,
    by_fold: BTreeMap<Vec<u8>, usize>,
}

#[derive(Debug)]
struct Entry {
    translation: Translation,
    words: Words,
    span: Option<Span>,
}

/// A translation whose Arabic is nearly the text that was asked for.
#[derive(Debug)]
pub struct Near<'a> {
    /// The translation.
    pub translation: &'a Translation,
    /// Where it stands.
    pub span: Option<&'a Span>,
    /// What the two texts have in common, and what not.
    pub difference: Difference,
}

impl Memory {
    /// Adds a translation.
    ///
    /// # Errors
    /// There is one for this Arabic: it stays, and this is its place.
    pub fn add(&mut self, translation: Translation, span: Option<Span>) -> Result<(), Option<Span>> {
        let key = fold(&translation.ar);
        if let Some(&first) = self.by_fold.get(&key) {
            return Err(self.entries[first].span.clone());
        }
        self.by_fold.insert(key, self.entries.len());
        self.entries.push(Entry { words: Words::new(&translation.ar), translation, span });
        Ok(())
    }

    /// True if there is no translation.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The translation of this text.
    #[must_use]
    pub fn get(&self, ar: &str) -> Option<&Translation> {
        self.by_fold.get(&fold(ar)).map(|&n| &self.entries[n].translation)
    }

    /// The translation whose Arabic is most like this text and not the same; of two that are equally like it, the first.
    #[must_use]
    pub fn near(&self, ar: &str) -> Option<Near<'_>> {
        let words = Words::new(ar);
        if words.len() < FEWEST {
            return None;
        }
        let mut best: Option<Near> = None;
        for entry in self.entries.iter().filter(|e| e.words.len() >= FEWEST && e.words.length_share(&words) >= NEAR) {
            let difference = words.difference(&entry.words);
            if difference.percent >= NEAR && best.as_ref().is_none_or(|b| b.difference.percent < difference.percent) {
                best = Some(Near { translation: &entry.translation, span: entry.span.as_ref(), difference });
            }
        }
        best
    }

    /// All translations, with their places.
    pub fn iter(&self) -> impl Iterator<Item = (&Translation, Option<&Span>)> {
        self.entries.iter().map(|e| (&e.translation, e.span.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(texts: &[&str]) -> Memory {
        let mut memory = Memory::default();
        for (n, ar) in texts.iter().enumerate() {
            let date = NaiveDate::from_ymd_opt(2017, 2, 17).unwrap();
            let translation =
                Translation { ar: (*ar).to_owned(), en: format!("English {n}"), by: "Editor".into(), date, note: None };
            memory.add(translation, None).unwrap();
        }
        memory
    }

    #[test]
    fn folded_texts_are_the_same() {
        let memory = memory(&["انتهت الجولة، من دون بيانٍ ختامي."]);
        assert_eq!(memory.get("إنتهت الجولة من دون بيان ختامى").unwrap().en, "English 0");
        assert_eq!(memory.get("انتهت الجولة من دون بيان"), None);
    }

    #[test]
    fn one_word_more_is_near_and_a_negator_is_told() {
        let memory = memory(&["اتفقت الدول الضامنة على تشكيل لجنة", "وصل الوفد إلى المدينة مساء أمس"]);
        let near = memory.near("لم تتفق الدول الضامنة على تشكيل لجنة");
        assert!(near.is_none(), "two words of seven differ");
        let near = memory.near("وصل الوفد إلى المدينة مساء اليوم أمس").unwrap();
        assert_eq!((near.translation.en.as_str(), near.difference.percent), ("English 1", 85));
        assert_eq!((near.difference.here, near.difference.there), (vec!["اليوم".to_owned()], vec![]));
    }

    #[test]
    fn short_texts_are_never_near() {
        assert!(memory(&["بيان ختامي مشترك"]).near("بيان ختامي").is_none());
    }
}
