//! What the letters of a mention and those around it tell: number, gender, article, clitics.

use crate::arabic::clitics::{Ending, Proclitics, Pronoun};
use crate::english::expand;
use crate::english::lexicon::Lexicon as English;

/// True if the first word is a plural that the lexicon knows.
pub(super) fn plural_word(words: &str, english: &English) -> bool {
    let mut readings = Vec::new();
    english.readings(words.split(' ').next().unwrap_or(words), &mut readings);
    let mut nouns = readings.iter().filter(|r| r.kind() == expand::kind::NOUN).peekable();
    let many = expand::feature::PLURAL | expand::feature::DUAL;
    nouns.peek().is_some() && nouns.all(|r| r.has(many) && (!r.lemma.is('m') && !r.lemma.is('p') || r.lemma.ar == "قواعد"))
}

pub(super) fn feminine(ar: &str) -> bool {
    let bare: String = ar.chars().filter(|c| !matches!(*c as u32, 0x64b..=0x652 | 0x640)).collect();
    bare.split(' ').next().is_some_and(|w| w.ends_with('ة') || w.ends_with("ات") || w.ends_with("ته") || w.ends_with("تها"))
}

/// Proclitics and ending from the letters around a mention.
pub(super) fn taken_off(front: &str, back: &str) -> (Proclitics, Ending) {
    let mut bits = 0;
    let mut rest = front;
    for (letter, p) in [
        ("و", Proclitics::WAW),
        ("ف", Proclitics::FEH),
        ("ب", Proclitics::BEH),
        ("ك", Proclitics::KAF),
        ("س", Proclitics::SEEN),
        ("لل", Proclitics(Proclitics::LAM.0 | Proclitics::ARTICLE.0)),
        ("ل", Proclitics::LAM),
        ("ال", Proclitics::ARTICLE),
    ] {
        if let Some(more) = rest.strip_prefix(letter) {
            bits |= p.0;
            rest = more;
        }
    }
    let ending = match back {
        "ا" => Ending::Accusative,
        "ه" => Ending::Pronoun(Pronoun::His),
        "ها" => Ending::Pronoun(Pronoun::Her),
        "هما" => Ending::Pronoun(Pronoun::Both),
        "هم" => Ending::Pronoun(Pronoun::Their),
        "هن" => Ending::Pronoun(Pronoun::TheirFeminine),
        "نا" => Ending::Pronoun(Pronoun::Our),
        _ => Ending::None,
    };
    (Proclitics(bits), ending)
}

/// True if the first two letters of a word are the article.
pub(super) fn article(word: &str, english: &English) -> bool {
    if !(word.starts_with("ال") || word.starts_with("لل")) {
        return false;
    }
    let mut readings = Vec::new();
    english.readings(word, &mut readings);
    readings.is_empty() || readings.iter().any(|r| r.proclitics.has(Proclitics::ARTICLE))
}
