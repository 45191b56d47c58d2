//! Clitics: what Arabic writes onto a word. `وللمعارضة` is و + ل + ال + معارضة; `وفدها` is وفد + ها.
//!
//! In: one folded word. Out: every way to take it apart that the script allows, the bare form first, the fewest letters taken off first.
//! It knows no words: whether a remainder is one (`وفد` is, `فد` is not) is for the caller, who must try them in this order.

use super::fold::{ALEF, BEH, FEH, HEH, KAF, LAM, MEEM, NOON, SEEN, TEH, WAW, YEH};

/// Which proclitics were taken off, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proclitics(pub u8);

impl Proclitics {
    /// و "and".
    pub const WAW: Self = Self(1);
    /// ف "so".
    pub const FEH: Self = Self(2);
    /// ب "in, by".
    pub const BEH: Self = Self(4);
    /// ك "like, as".
    pub const KAF: Self = Self(8);
    /// ل "to, for".
    pub const LAM: Self = Self(16);
    /// س "will".
    pub const SEEN: Self = Self(32);
    /// ال "the".
    pub const ARTICLE: Self = Self(64);

    /// True if all of `other` are among these.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// True if there is none.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// As people write them: `و + ل + ال`.
    #[must_use]
    pub fn show(self) -> String {
        let all = [
            (Self::WAW, "و"),
            (Self::FEH, "ف"),
            (Self::BEH, "ب"),
            (Self::KAF, "ك"),
            (Self::LAM, "ل"),
            (Self::SEEN, "س"),
            (Self::ARTICLE, "ال"),
        ];
        all.iter().filter(|(p, _)| self.has(*p)).map(|(_, s)| *s).collect::<Vec<_>>().join(" + ")
    }
}

/// What was taken off the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// Nothing.
    #[default]
    None,
    /// The alef of the accusative (`وفدا`, `روسياً`).
    Accusative,
    /// An attached pronoun.
    Pronoun(Pronoun),
}

/// Attached pronouns of the third person, and "our".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pronoun {
    /// ه
    His,
    /// ها
    Her,
    /// هما
    Both,
    /// هم
    Their,
    /// هن
    TheirFeminine,
    /// نا
    Our,
}

/// One way to take a word apart. `stem` may differ from a slice of the word (`جولته` → `جوله`, `للأردن` → `الاردن`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut<'s> {
    /// What is left, folded.
    pub stem: &'s [u8],
    /// What was taken off the front.
    pub proclitics: Proclitics,
    /// How many folded letters of the word stand before the stem.
    pub before: u8,
    /// What was taken off the end.
    pub ending: Ending,
    /// How many folded letters of the word stand after the stem.
    pub after: u8,
}

impl<'s> Cut<'s> {
    fn new(stem: &'s [u8], (proclitics, before): (Proclitics, usize), ending: Ending, after: usize) -> Self {
        Self { stem, proclitics, before: before as u8, ending, after: after as u8 }
    }
}

/// Letters of the longest word that is taken apart; a longer one is only read as it stands.
pub const LONGEST: usize = 30;

/// Calls `each` with every way to take `word` apart, until it returns false. `tanwin`: the word was written with tanwin on alef, so that the alef
/// is an ending for sure and the bare form is no reading.
pub fn cuts(word: &[u8], tanwin: bool, mut each: impl FnMut(Cut) -> bool) {
    if word.len() > LONGEST {
        each(Cut { stem: word, proclitics: Proclitics::default(), before: 0, ending: Ending::None, after: 0 });
        return;
    }
    let mut fronts = Fronts::default();
    fronts.push(Proclitics::default(), 0, false);
    front(word, 0, Proclitics::default(), &mut fronts);
    // Stems that are no slice of the word are put together here.
    let mut buffer = [0u8; LONGEST + 4];
    for &(proclitics, before, put_article) in fronts.list() {
        let (before, min) = (before as usize, if proclitics.is_none() { 1 } else { 2 });
        let rest = if put_article {
            buffer[..2].copy_from_slice(&[ALEF, LAM]);
            buffer[2..2 + word.len() - before].copy_from_slice(&word[before..]);
            &buffer[..2 + word.len() - before]
        } else {
            &word[before..]
        };
        if !tanwin && rest.len() >= min && !each(Cut::new(rest, (proclitics, before), Ending::None, 0)) {
            return;
        }
        if let Some(stem) = rest.strip_suffix(&[ALEF]).filter(|s| s.len() >= 2)
            && !each(Cut::new(stem, (proclitics, before), Ending::Accusative, 1))
        {
            return;
        }
        let Some((after, pronoun)) = pronoun(rest).filter(|(letters, _)| rest.len() >= letters + 2) else { continue };
        let (stem, ending) = (&rest[..rest.len() - after], Ending::Pronoun(pronoun));
        if !each(Cut::new(stem, (proclitics, before), ending, after)) {
            return;
        }
        // ة is written ت before a pronoun, وا loses its alef, ى becomes ا.
        let (keep, letter) = match stem.last() {
            Some(&TEH) => (stem.len() - 1, HEH),
            Some(&WAW) => (stem.len(), ALEF),
            Some(&ALEF) => (stem.len() - 1, YEH),
            _ => continue,
        };
        let mut mended = [0u8; LONGEST + 4];
        mended[..keep].copy_from_slice(&stem[..keep]);
        mended[keep] = letter;
        if !each(Cut::new(&mended[..=keep], (proclitics, before), ending, after)) {
            return;
        }
    }
}

/// The pronoun that a word may end with, and how many letters it has.
fn pronoun(word: &[u8]) -> Option<(usize, Pronoun)> {
    Some(match word {
        [.., HEH, MEEM, ALEF] => (3, Pronoun::Both),
        [.., HEH, ALEF] => (2, Pronoun::Her),
        [.., HEH, MEEM] => (2, Pronoun::Their),
        [.., HEH, NOON] => (2, Pronoun::TheirFeminine),
        [.., NOON, ALEF] => (2, Pronoun::Our),
        [.., HEH] => (1, Pronoun::His),
        _ => return None,
    })
}

/// The fronts that may be taken off: (proclitics, letters taken, whether ال must be put back).
#[derive(Default)]
struct Fronts {
    all: [(Proclitics, u8, bool); 16],
    count: usize,
}

impl Fronts {
    fn push(&mut self, proclitics: Proclitics, before: usize, put_article: bool) {
        if let Some(place) = self.all.get_mut(self.count) {
            *place = (proclitics, before as u8, put_article);
            self.count += 1;
        }
    }

    fn list(&self) -> &[(Proclitics, u8, bool)] {
        &self.all[..self.count]
    }
}

/// Pushes the fronts that may be taken off `word` from `at` on.
fn front(word: &[u8], at: usize, have: Proclitics, out: &mut Fronts) {
    let rest = &word[at..];
    let Some(&first) = rest.first() else { return };
    if have.is_none() && (first == WAW || first == FEH) {
        let p = if first == WAW { Proclitics::WAW } else { Proclitics::FEH };
        out.push(p, at + 1, false);
        front(word, at + 1, p, out);
    }
    let inner = match first {
        BEH => Some(Proclitics::BEH),
        KAF => Some(Proclitics::KAF),
        LAM => Some(Proclitics::LAM),
        SEEN => Some(Proclitics::SEEN),
        _ => None,
    };
    if let Some(p) = inner {
        let p = have.with(p);
        out.push(p, at + 1, false);
        if first == LAM && rest.get(1) == Some(&LAM) {
            // للأردن: the article lost its alef, and may belong to the name; before a ل (للجنة) it lost its lam, too.
            out.push(p, at + 1, true);
            out.push(p, at + 2, true);
            out.push(p.with(Proclitics::ARTICLE), at + 2, false);
        } else if matches!(first, BEH | KAF) && rest[1..].starts_with(&[ALEF, LAM]) {
            out.push(p.with(Proclitics::ARTICLE), at + 3, false);
        }
    }
    if rest.starts_with(&[ALEF, LAM]) {
        out.push(have.with(Proclitics::ARTICLE), at + 2, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold::{ends_in_tanwin, fold, show};

    fn all(word: &str) -> Vec<String> {
        let mut out = Vec::new();
        cuts(&fold(word), ends_in_tanwin(word), |c| {
            let ending = match c.ending {
                Ending::None => String::new(),
                e => format!(" {e:?}"),
            };
            let front = if c.proclitics.is_none() { String::new() } else { format!("{} + ", c.proclitics.show()) };
            out.push(format!("{front}{}{ending}", show(c.stem)));
            true
        });
        out
    }

    #[test]
    fn the_bare_form_comes_first() {
        assert_eq!(all("وفد"), ["وفد", "و + فد"]);
        assert_eq!(all("لافروف")[0], "لافروف");
    }

    #[test]
    fn stacks_and_the_article_after_lam() {
        assert_eq!(
            all("وللمعارضة"),
            [
                "وللمعارضه",
                "وللمعارض Pronoun(His)",
                "و + للمعارضه",
                "و + للمعارض Pronoun(His)",
                "و + ل + لمعارضه",
                "و + ل + لمعارض Pronoun(His)",
                "و + ل + اللمعارضه",
                "و + ل + اللمعارض Pronoun(His)",
                "و + ل + المعارضه",
                "و + ل + المعارض Pronoun(His)",
                "و + ل + ال + معارضه",
                "و + ل + ال + معارض Pronoun(His)"
            ]
        );
        assert!(all("للأردن").contains(&"ل + الاردن".to_owned()));
    }

    #[test]
    fn pronouns_bring_back_what_they_changed() {
        assert!(all("جولته").contains(&"جوله Pronoun(His)".to_owned()));
        assert!(all("وفدها").contains(&"وفد Pronoun(Her)".to_owned()));
        assert!(all("وصفوه").contains(&"وصفوا Pronoun(His)".to_owned()));
        assert!(all("ألقاه").contains(&"القي Pronoun(His)".to_owned()));
    }

    #[test]
    fn tanwin_leaves_no_bare_reading() {
        assert_eq!(all("روسياً"), ["روسي Accusative"]);
        assert_eq!(all("احتجاجا"), ["احتجاجا", "احتجاج Accusative"]);
    }
}
