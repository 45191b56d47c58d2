//! Expansion: every surface form of a lexicon entry. Runs when mujaz is built, for what is built in; it is compiled into the build script as well.
//!
//! In: entries as the files of `glossary/lexicon` have them. Out: lemmas, one line of text each, and folded forms that say which lemma in which shape they are. No stemmer: a form
//! that no rule here makes is not known.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::arabic::fold::fold;
use crate::arabic::inflect::{self, Person, Shape, Tense};

/// One or more texts.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Texts {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Default for Texts {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Texts {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Many(list) => list,
        }
    }
}

/// Neighbours that a sense needs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// One of these stands behind.
    pub next: Texts,
    /// One of these stands before.
    pub prev: Texts,
    /// This preposition stands behind.
    pub prep: Texts,
}

/// An entry of the general lexicon.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Raw {
    /// A noun.
    pub n: Option<String>,
    /// A verb: perfect and imperfect.
    pub v: Option<[String; 2]>,
    /// An adjective.
    pub a: Option<String>,
    /// A word that does not inflect, with `pos`.
    pub w: Texts,
    /// What such a word is.
    pub pos: Option<String>,
    /// English; irregular forms follow.
    pub en: Texts,
    /// Broken plurals.
    pub pl: Vec<String>,
    /// The sound plural is usual.
    pub sound: bool,
    /// A person.
    pub human: bool,
    /// `f` where the ending does not show it.
    pub gender: Option<String>,
    /// No plural in English.
    pub mass: bool,
    /// Said of the thing in general, its `ال` is no "the": `الإرهاب` is terrorism. Of a noun with a plural, that plural.
    pub generic: bool,
    /// This plural has a sense of its own.
    pub plural_only: bool,
    /// Neighbours.
    pub when: When,
    /// Verbal nouns.
    pub masdar: Vec<String>,
    /// Their English, where it is no gerund.
    pub masdar_en: Vec<String>,
    /// Active and passive participle.
    pub part: Vec<Option<String>>,
    /// It takes an object, though no passive participle of it is in use.
    pub transitive: bool,
    /// English of the prepositions it takes.
    pub prep: BTreeMap<String, String>,
    /// The verb with a person for its object: English forms.
    pub object: Texts,
    /// English of the prepositions it then takes.
    pub object_prep: BTreeMap<String, String>,
    /// A verb that stands before another.
    pub aux: bool,
    /// Irregular feminine of an adjective.
    pub f: Option<String>,
    /// An elative: `en` is comparative and superlative.
    pub el: bool,
}

/// A verb and the noun that gives it its sense.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Idiom {
    /// The verb's perfect.
    pub v: String,
    /// The noun, with what belongs to it.
    pub n: Vec<String>,
    /// English; irregular forms follow.
    pub en: Texts,
    /// English of the prepositions behind it.
    pub prep: BTreeMap<String, String>,
    /// English that stands where the noun stood.
    #[serde(rename = "as")]
    pub place: String,
    /// The noun's pronoun is the object.
    pub pron: bool,
    /// The noun stays.
    pub keep: bool,
    /// The verb has no object.
    pub alone: bool,
    /// With nobody named it is no passive.
    pub active: bool,
}

/// Words that are one of English together.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Phrase {
    /// The words, in each way they are written; a noun and its adjective without the article.
    pub p: Vec<String>,
    /// `noun` if left out; `name`, `title`, `adjective`, `adverb`, `prep`, `clause`, `quant`.
    pub pos: Option<String>,
    /// English, in the number it has.
    pub en: String,
    /// It is a plural.
    pub plural: bool,
    /// No article, no plural in English.
    pub mass: bool,
    /// A person.
    pub human: bool,
    /// A body that acts and speaks.
    pub agent: bool,
    /// Feminine where the ending does not show it.
    pub feminine: bool,
}

/// What a form is: the low four bits of its features.
pub mod kind {
    /// A verb.
    pub const VERB: u16 = 0;
    /// A noun.
    pub const NOUN: u16 = 1;
    /// An adjective.
    pub const ADJECTIVE: u16 = 2;
    /// A verbal noun.
    pub const MASDAR: u16 = 3;
    /// An active participle.
    pub const ACTIVE: u16 = 4;
    /// A passive participle.
    pub const PASSIVE: u16 = 5;
    /// A word that does not inflect.
    pub const WORD: u16 = 6;
}

/// Feature bits above the kind.
pub mod feature {
    /// Dual.
    pub const DUAL: u16 = 1 << 4;
    /// Plural.
    pub const PLURAL: u16 = 1 << 5;
    /// Feminine.
    pub const FEMININE: u16 = 1 << 6;
    /// Only before another noun or a pronoun.
    pub const CONSTRUCT: u16 = 1 << 7;
    /// Tense of a verb: 0 perfect, 1 imperfect, 2 short.
    pub const TENSE: u16 = 8;
    /// Person of a verb, as a number.
    pub const PERSON: u16 = 10;
    /// Passive, where the script shows it.
    pub const IS_PASSIVE: u16 = 1 << 13;
}

/// Lemmas and forms.
#[derive(Debug, Default)]
pub struct Expanded {
    /// One line for each lemma.
    pub lemmas: Vec<String>,
    /// Folded form, number of the lemma, features.
    pub forms: Vec<(Vec<u8>, u16, u16)>,
}

impl Expanded {
    fn form(&mut self, text: &str, features: u16) {
        let lemma = (self.lemmas.len() - 1) as u16;
        self.forms.push((fold(text), lemma, features));
    }

    /// Adds all forms of an entry.
    pub fn add(&mut self, raw: &Raw) {
        self.lemmas.push(line(raw));
        if let Some([perfect, imperfect]) = &raw.v {
            self.verb(raw, perfect, imperfect);
        } else if let Some(noun) = &raw.n {
            self.noun(raw, noun);
        } else if let Some(adjective) = &raw.a {
            self.adjective(raw, adjective);
        } else {
            for word in raw.w.all() {
                self.form(word, kind::WORD);
            }
        }
    }

    fn verb(&mut self, raw: &Raw, perfect: &str, imperfect: &str) {
        for (text, shape) in inflect::verb(perfect, imperfect) {
            if let Shape::Verb { tense, person, passive } = shape {
                let features = verb_features(tense, person, passive);
                self.form(&text, features);
                // لجؤوا, يسيئون
                for other in seats(&text) {
                    self.form(&other, features);
                }
            }
        }
        for masdar in &raw.masdar {
            self.form(masdar, kind::MASDAR | feminine(masdar));
            if let Some(stem) = masdar.strip_suffix('ء').filter(|s| s.ends_with(['ا', 'و'])) {
                self.form(&format!("{stem}ئ"), kind::MASDAR | feature::CONSTRUCT);
                self.form(&format!("{stem}ؤ"), kind::MASDAR | feature::CONSTRUCT);
            }
        }
        for (part, which) in raw.part.iter().zip([kind::ACTIVE, kind::PASSIVE]) {
            let Some(part) = part else { continue };
            let plural = part.strip_suffix(['ي', 'ى']).unwrap_or(part);
            for (stem, ending, features) in [
                (part.as_str(), "", 0),
                (part, "ة", feature::FEMININE),
                (plural, "ين", feature::PLURAL),
                (plural, "ون", feature::PLURAL),
                (part, "ان", feature::DUAL),
                (part, "ات", feature::PLURAL | feature::FEMININE),
                (part, "تين", feature::DUAL | feature::FEMININE),
                (part, "تان", feature::DUAL | feature::FEMININE),
            ] {
                self.form(&format!("{stem}{ending}"), which | features);
            }
        }
    }

    fn noun(&mut self, raw: &Raw, noun: &str) {
        let female = if raw.gender.as_deref() == Some("f") { feature::FEMININE } else { feminine(noun) };
        let number = if raw.plural_only { feature::PLURAL } else { 0 };
        self.hamza(noun, kind::NOUN | female | number);
        for plural in &raw.pl {
            self.hamza(plural, kind::NOUN | feature::PLURAL | if raw.human { 0 } else { feature::FEMININE });
        }
        if raw.plural_only {
            return;
        }
        let stem = noun.strip_suffix('ة');
        let dual = stem.map_or_else(|| noun.to_owned(), |s| format!("{s}ت"));
        for (ending, construct) in [("ان", 0), ("ين", 0), ("ا", feature::CONSTRUCT), ("ي", feature::CONSTRUCT)] {
            self.form(&format!("{dual}{ending}"), kind::NOUN | feature::DUAL | female | construct);
        }
        if raw.human && stem.is_none() {
            self.form(&format!("{noun}ة"), kind::NOUN | feature::FEMININE);
            if raw.sound {
                self.form(&format!("{noun}ون"), kind::NOUN | feature::PLURAL);
                self.form(&format!("{noun}ين"), kind::NOUN | feature::PLURAL);
                self.form(&format!("{noun}و"), kind::NOUN | feature::PLURAL | feature::CONSTRUCT);
                self.form(&format!("{noun}ي"), kind::NOUN | feature::PLURAL | feature::CONSTRUCT);
            }
            self.form(&format!("{noun}ات"), kind::NOUN | feature::PLURAL | feature::FEMININE);
        } else if raw.sound {
            let stem = stem.or_else(|| noun.strip_suffix('ى')).unwrap_or(noun);
            self.form(&format!("{stem}ات"), kind::NOUN | feature::PLURAL | feature::FEMININE);
        }
    }

    /// A noun in اء is written with a seat for its hamza before a pronoun.
    fn hamza(&mut self, noun: &str, features: u16) {
        self.form(noun, features);
        if let Some(stem) = noun.strip_suffix('ء').filter(|s| s.ends_with(['ا', 'و', 'ي'])) {
            self.form(&format!("{stem}ئ"), features | feature::CONSTRUCT);
            self.form(&format!("{stem}ؤ"), features | feature::CONSTRUCT);
        }
    }

    fn adjective(&mut self, raw: &Raw, adjective: &str) {
        for (text, shape) in inflect::adjective(adjective) {
            let features = match shape {
                Shape::Feminine => feature::FEMININE,
                Shape::Plural => feature::PLURAL,
                Shape::FemininePlural => feature::PLURAL | feature::FEMININE,
                Shape::Dual => feature::DUAL,
                _ => 0,
            };
            if !(raw.el && features != 0) {
                self.form(&text, kind::ADJECTIVE | features);
                // مليئة, بريئين
                if text.contains("يء") && !text.ends_with('ء') {
                    self.form(&text.replace("يء", "يئ"), kind::ADJECTIVE | features);
                }
            }
        }
        if let Some(f) = &raw.f {
            self.form(f, kind::ADJECTIVE | feature::FEMININE);
        }
        for plural in &raw.pl {
            self.form(plural, kind::ADJECTIVE | feature::PLURAL);
        }
    }
}

/// Other ways in which a verb's form is written: the seat of a hamza before an ending.
fn seats(form: &str) -> Vec<String> {
    const SEATS: [(&str, &str); 6] =
        [("أوا", "ؤوا"), ("أون", "ؤون"), ("اءوا", "اؤوا"), ("اءون", "اؤون"), ("يءون", "يئون"), ("يءوا", "يئوا")];
    let other = |(ending, seat): &(&str, &str)| form.strip_suffix(ending).map(|stem| format!("{stem}{seat}"));
    SEATS.iter().filter_map(other).collect()
}

fn feminine(word: &str) -> u16 {
    if word.ends_with('ة') { feature::FEMININE } else { 0 }
}

/// The features of a verb form.
#[must_use]
pub fn verb_features(tense: Tense, person: Person, passive: bool) -> u16 {
    kind::VERB
        | (tense as u16) << feature::TENSE
        | (person as u16) << feature::PERSON
        | if passive { feature::IS_PASSIVE } else { 0 }
}

/// A lemma as a line: what it is, English, flags, prepositions, guards.
fn line(raw: &Raw) -> String {
    let pos = match raw {
        Raw { v: Some(_), .. } => "verb",
        Raw { n: Some(_), .. } => "noun",
        Raw { a: Some(_), .. } => "adjective",
        _ => raw.pos.as_deref().unwrap_or("adverb"),
    };
    let mut flags = String::new();
    for (flag, letter) in [
        (raw.human, 'h'),
        (raw.mass, 'm'),
        (raw.generic, 'g'),
        (raw.plural_only, 'p'),
        (raw.aux, 'a'),
        (raw.el, 'e'),
        (raw.transitive || raw.part.get(1).is_some_and(Option::is_some), 't'),
    ] {
        if flag {
            flags.push(letter);
        }
    }
    let key = raw
        .v
        .as_ref()
        .map(|v| v[0].as_str())
        .or(raw.n.as_deref())
        .or(raw.a.as_deref())
        .or(raw.w.all().first().map(String::as_str))
        .unwrap_or_default();
    let preps = |map: &BTreeMap<String, String>| map.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join(";");
    let fields = [
        pos.to_owned(),
        key.to_owned(),
        raw.en.all().join("|"),
        flags,
        preps(&raw.prep),
        raw.when.next.all().join(" "),
        raw.when.prev.all().join(" "),
        raw.when.prep.all().join(" "),
        raw.masdar_en.join("|"),
        raw.masdar.join(" "),
        raw.object.all().join("|"),
        preps(&raw.object_prep),
    ];
    fields.join("\t")
}
