//! The general lexicon: what a word that the glossary does not know may be.
//!
//! In: a word as written. Out: its readings, each with its lemma, what was taken off it, number, gender, tense and person. All forms were made by the build script and lie in one
//! sorted table in the program, so that nothing is loaded; a look-up is a binary search for each way to take the word apart.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::expand::{feature, kind};
use crate::arabic::clitics::{self, Ending, Proclitics};
use crate::arabic::fold::{ends_in_tanwin, fold};
use crate::arabic::inflect::{Person, Tense};

static FORMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/forms.bin"));
static LEMMAS: &str = include_str!(concat!(env!("OUT_DIR"), "/lemmas.tsv"));

/// A lemma and its English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lemma {
    /// `noun`, `verb`, `adjective`, or what the rules take a particle for.
    pub pos: &'static str,
    /// Its Arabic.
    pub ar: &'static str,
    /// English forms, `|` between them.
    en: &'static str,
    flags: &'static str,
    preps: &'static str,
    next: &'static str,
    prev: &'static str,
    next_prep: &'static str,
    masdar_en: &'static str,
    masdars: &'static str,
    object: &'static str,
    object_preps: &'static str,
}

impl Lemma {
    fn parse(line: &'static str) -> Self {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Self {
            pos: next(),
            ar: next(),
            en: next(),
            flags: next(),
            preps: next(),
            next: next(),
            prev: next(),
            next_prep: next(),
            masdar_en: next(),
            masdars: next(),
            object: next(),
            object_preps: next(),
        }
    }

    /// English form number `n`: singular and plural; base, past, participle; comparative and superlative.
    #[must_use]
    pub fn en(&self, n: usize) -> Option<&'static str> {
        self.en.split('|').nth(n)
    }

    /// True if this flag is set: `h`uman, `m`ass, `g`eneric, `p`lural only, `a`uxiliary, `e`lative, `t`ransitive.
    #[must_use]
    pub fn is(&self, flag: char) -> bool {
        self.flags.contains(flag)
    }

    /// English of a preposition that the verb takes; may be empty.
    #[must_use]
    pub fn prep(&self, ar: &str) -> Option<&'static str> {
        self.preps.split(';').filter_map(|p| p.split_once('=')).find(|(k, _)| *k == ar).map(|(_, en)| en)
    }

    /// This verb with an English of the glossary's own, which takes its object without a preposition (أشار إلى: note).
    #[must_use]
    pub fn direct(self, to: bool, on: bool) -> Self {
        let preps = if on {
            "إلى=;على=;عن=;ب=;في=;مع=with;من=from"
        } else if to {
            "إلى=;على=;عن=;ب=;ل=;مع=with;من=from;في=in"
        } else {
            "إلى=;على=;عن=;ب=;مع=with;من=from;في=in"
        };
        Self { preps, ..self }
    }

    /// This verb in an idiom: English, and what its prepositions are.
    #[must_use]
    pub fn idiom(self, en: &'static str, preps: &'static str, alone: bool) -> Self {
        let flags = if alone { "" } else { "t" };
        Self { en, preps, flags, masdar_en: "", object: "", object_preps: "", ..self.free() }
    }

    /// This sense wherever it stands: the glossary has already chosen it.
    #[must_use]
    pub fn free(self) -> Self {
        Self { next: "", prev: "", next_prep: "", ..self }
    }

    /// The verb as it is with a person for its object (دعا X إلى: call on X to).
    #[must_use]
    pub fn object(self) -> Option<Self> {
        (!self.object.is_empty()).then_some(Self { en: self.object, preps: self.object_preps, ..self })
    }

    /// English of the verbal noun that stands in the folded word, where it is no gerund.
    #[must_use]
    pub fn masdar_en(&self, folded: &[u8]) -> Option<&'static str> {
        if self.masdar_en.is_empty() {
            return None;
        }
        let at = self.masdars.split(' ').position(|m| inside(m, folded)).unwrap_or(0);
        let mut list = self.masdar_en.split('|');
        list.clone().nth(at).or_else(|| list.next())
    }

    /// The verbal noun that stands in the folded word, as the entry writes it.
    #[must_use]
    pub fn masdar(&self, folded: &[u8]) -> &'static str {
        self.masdars.split(' ').find(|m| inside(m, folded)).unwrap_or_default()
    }

    /// Its verbal nouns, a blank between them.
    #[must_use]
    pub fn masdars(&self) -> &'static str {
        self.masdars
    }

    /// Words behind that the sense needs.
    #[must_use]
    pub fn guards(&self) -> Option<(&'static str, &'static str, &'static str)> {
        let any = !(self.next.is_empty() && self.prev.is_empty() && self.next_prep.is_empty());
        any.then_some((self.next, self.prev, self.next_prep))
    }
}

/// One reading of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What is left of the word, folded.
    pub stem: Vec<u8>,
    /// Its lemma.
    pub lemma: Lemma,
    /// Number of the lemma.
    pub number: u16,
    features: u16,
    /// What was taken off the front.
    pub proclitics: Proclitics,
    /// What was taken off the end.
    pub ending: Ending,
}

impl Reading {
    /// One of [`kind`].
    #[must_use]
    pub fn kind(&self) -> u16 {
        self.features & 15
    }

    /// True if a feature bit is set.
    #[must_use]
    pub fn has(&self, bit: u16) -> bool {
        self.features & bit != 0
    }

    /// Tense of a verb.
    #[must_use]
    pub fn tense(&self) -> Tense {
        match self.features >> feature::TENSE & 3 {
            0 => Tense::Perfect,
            1 => Tense::Imperfect,
            _ => Tense::Short,
        }
    }

    /// Subject of a verb.
    #[must_use]
    pub fn person(&self) -> Person {
        [Person::I, Person::We, Person::He, Person::She, Person::Both, Person::They]
            [usize::from(self.features >> feature::PERSON & 7).min(5)]
    }

    fn allowed(&self) -> bool {
        let (p, article) = (self.proclitics, self.proclitics.has(Proclitics::ARTICLE));
        let pronoun = matches!(self.ending, Ending::Pronoun(_));
        let only_and = p.0 & !(Proclitics::WAW.0 | Proclitics::FEH.0) == 0;
        match self.kind() {
            kind::VERB => {
                let (will, to) = (p.has(Proclitics::SEEN), p.has(Proclitics::LAM));
                if article || p.has(Proclitics::BEH) || p.has(Proclitics::KAF) || self.ending == Ending::Accusative {
                    return false;
                }
                (!will || self.tense() == Tense::Imperfect) && (!to || (self.tense() != Tense::Perfect && !will))
            }
            kind::WORD => {
                (only_and || (takes_prep(self.lemma.pos) && p.0 & (Proclitics::SEEN.0 | Proclitics::ARTICLE.0) == 0))
                    && (!pronoun || takes_pronoun(self.lemma.pos))
                    && (self.ending != Ending::Accusative)
            }
            _ => {
                !p.has(Proclitics::SEEN)
                    && !(article && (pronoun || self.ending == Ending::Accusative || self.has(feature::CONSTRUCT)))
                    && !(self.ending == Ending::Accusative
                        && self.has(feature::PLURAL | feature::DUAL)
                        && self.kind() != kind::NOUN)
                    && !(pronoun && self.kind() == kind::ADJECTIVE && !self.lemma.is('e'))
            }
        }
    }
}

/// Particles onto which ب ل ك are written: لعدم, بهذا.
fn takes_prep(pos: &str) -> bool {
    matches!(pos, "nonmasdar" | "non" | "quant" | "dem" | "rel" | "what" | "without")
}

/// True if a verbal noun, without an ending that may change, stands in a folded word.
fn inside(masdar: &str, folded: &[u8]) -> bool {
    let m = fold(masdar.trim_end_matches(['ة', 'ء']));
    folded.windows(m.len().max(1)).any(|w| w == m)
}

fn takes_pronoun(pos: &str) -> bool {
    matches!(pos, "prep" | "that" | "clause" | "quant" | "without" | "nonmasdar" | "non")
}

fn number(at: usize) -> usize {
    FORMS.get(at * 4..at * 4 + 4).and_then(|b| b.try_into().ok()).map_or(0, |b| u32::from_le_bytes(b) as usize)
}

/// The records of a folded form: (lemma, features).
fn records(folded: &[u8]) -> impl Iterator<Item = (u16, u16)> {
    let count = number(0);
    let keys = 4 * (2 + 2 * count) + 4 * number(1 + 2 * count);
    let key = |i: usize| &FORMS[keys + if i == 0 { 0 } else { number(i) }..keys + number(i + 1)];
    let (mut low, mut high) = (0, count);
    while low < high {
        let mid = usize::midpoint(low, high);
        if key(mid) < folded { low = mid + 1 } else { high = mid }
    }
    let range = if low < count && key(low) == folded { number(1 + count + low)..number(2 + count + low) } else { 0..0 };
    let first = 4 * (2 + 2 * count);
    range.map(move |r| {
        let b = &FORMS[first + 4 * r..];
        (u16::from_le_bytes([b[0], b[1]]), u16::from_le_bytes([b[2], b[3]]))
    })
}

fn lemma(n: u16) -> Lemma {
    static LINES: OnceLock<Vec<(&'static str, OnceLock<Lemma>)>> = OnceLock::new();
    let lines = LINES.get_or_init(|| LEMMAS.split('\n').map(|line| (line, OnceLock::new())).collect());
    match lines.get(n as usize) {
        Some((line, lemma)) => *lemma.get_or_init(|| Lemma::parse(line)),
        None => Lemma::parse(""),
    }
}

/// The general lexicon.
#[derive(Debug, Default)]
pub struct Lexicon {
    verbs: OnceLock<FxHashMap<&'static str, Lemma>>,
    generic: OnceLock<FxHashSet<String>>,
}

impl Lexicon {
    /// The one that is built in. It costs nothing to make.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: Lexicon = Lexicon { verbs: OnceLock::new(), generic: OnceLock::new() };
        &BUILTIN
    }

    /// All readings of a word, the form with the least taken off first.
    pub fn readings(&self, raw: &str, out: &mut Vec<Reading>) {
        out.clear();
        let folded = fold(raw);
        let feminine = raw.ends_with('ة');
        let tanwin = ends_in_tanwin(raw);
        if tanwin {
            // جدًا, غدًا: words of their own.
            let whole = records(&folded).filter(|(_, f)| f & 15 == kind::WORD);
            out.extend(whole.map(|(number, features)| Reading {
                stem: folded.clone(),
                lemma: lemma(number),
                number,
                features,
                proclitics: Proclitics::default(),
                ending: Ending::None,
            }));
        }
        clitics::cuts(&folded, tanwin, |cut| {
            if feminine && matches!(cut.ending, Ending::Pronoun(_)) {
                return true;
            }
            for (number, features) in records(cut.stem) {
                let reading = Reading {
                    stem: cut.stem.to_vec(),
                    lemma: lemma(number),
                    number,
                    features,
                    proclitics: cut.proclitics,
                    ending: cut.ending,
                };
                if reading.allowed() && !out.contains(&reading) {
                    out.push(reading);
                }
            }
            true
        });
    }

    /// The verb with this perfect, in its sense without guards.
    #[must_use]
    pub fn verb(&self, perfect: &str) -> Option<Lemma> {
        let verbs = self.verbs.get_or_init(|| {
            let mut map = FxHashMap::default();
            for line in LEMMAS.split('\n').filter(|l| l.starts_with("verb\t")) {
                let lemma = Lemma::parse(line);
                if lemma.guards().is_none() {
                    map.entry(lemma.ar).or_insert(lemma);
                }
            }
            map
        });
        verbs.get(perfect).copied()
    }

    /// True if these English words stand without "the" where they are said of the thing in general: terrorism, counter-terrorism, human rights.
    #[must_use]
    pub fn generic(&self, en: &str) -> bool {
        let words = self.generic.get_or_init(|| {
            let nouns = LEMMAS.split('\n').filter(|l| l.starts_with("noun\t")).map(Lemma::parse).filter(|l| l.is('g'));
            nouns
                .filter_map(|l| {
                    let one = l.en(0)?;
                    Some(if l.is('m') || l.is('p') {
                        one.to_owned()
                    } else {
                        l.en(1).map_or_else(|| format!("{one}s"), str::to_owned)
                    })
                })
                .collect()
        });
        !en.contains(" of ") && (words.contains(en) || en.rsplit([' ', '-']).next().is_some_and(|last| words.contains(last)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(word: &str) -> Vec<String> {
        let mut out = Vec::new();
        Lexicon::builtin().readings(word, &mut out);
        out.iter().map(|r| format!("{} {} {:?}", r.lemma.pos, r.lemma.en(0).unwrap_or_default(), r.ending)).collect()
    }

    #[test]
    fn words_are_looked_up_whole_and_after_clitics() {
        assert!(read("وسيصلون").iter().any(|r| r.starts_with("verb arrive")));
        assert!(read("أعضائها").iter().any(|r| r.starts_with("noun member Pronoun")));
        assert!(read("بالمدينتين").iter().any(|r| r.starts_with("noun city")));
        assert!(read("قلنسوانات").is_empty());
    }
}
