//! Readings: what a raw word may be, bare or with its clitics taken off, and what the grammar allows of that.

use super::{Form, Lexicon, Reading};
use crate::arabic::clitics::{self, Ending, Proclitics, Pronoun};
use crate::arabic::fold::{ends_in_tanwin, offset_after};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Cue, Is};
use crate::glossary::entry::Kind;

impl Lexicon {
    /// What a raw word with these readings is: the first reading that says something, else the tense of a verb.
    pub(crate) fn cue(&self, readings: &[Reading]) -> Cue {
        let of = |r: &Reading| Cue { proclitics: r.proclitics, ..self.cues.get(r.word as usize).copied().unwrap_or_default() };
        if let Some(cue) =
            readings.iter().filter(|r| !matches!(r.ending, Ending::Pronoun(_))).map(of).find(|c| c.is != Is::Nothing)
        {
            return cue;
        }
        let with_pronoun = readings.iter().map(of).find(|c| matches!(c.is, Is::Round | Is::Meeting));
        with_pronoun.or_else(|| readings.iter().find_map(|r| self.tense(r))).unwrap_or_default()
    }

    fn tense(&self, reading: &Reading) -> Option<Cue> {
        // Of two readings the third person wins: تعقد is "is held" rather than "got complicated", أعلن "announced" rather than "I announce".
        let rank = |shape: Shape| match shape {
            Shape::Verb { tense: Tense::Imperfect, person: Person::He | Person::She | Person::They, .. } => {
                Some((0, Tense::Imperfect))
            }
            Shape::Verb { tense: Tense::Perfect, .. } => Some((1, Tense::Perfect)),
            Shape::Verb { tense, .. } => Some((2, tense)),
            _ => None,
        };
        let (_, tense) = self
            .ends(self.root(reading.word))
            .iter()
            .filter_map(|&f| rank(self.forms[f as usize].shape))
            .min_by_key(|&(rank, _)| rank)?;
        let is = match tense {
            Tense::Perfect => Is::Perfect,
            _ if reading.proclitics.has(Proclitics::SEEN) => Is::Future,
            _ => Is::Imperfect,
        };
        Some(Cue { proclitics: reading.proclitics, ..Cue::new(is, 0) })
    }

    /// Appends all readings of a raw token that folds to `folded`, the likeliest first; none for a word that no form knows.
    pub(crate) fn readings(&self, raw: &str, folded: &[u8], kind: TokenKind, out: &mut Vec<Reading>) {
        if kind == TokenKind::Word {
            // ة folds to ه, but is never the pronoun ه.
            let first = out.len();
            self.readings_of(folded, ends_in_tanwin(raw), raw.ends_with('ة'), out);
            if out.len() > first && raw.as_bytes().windows(2).any(|pair| pair == "إ".as_bytes()) {
                let written = |r: &Reading| raw[offset_after(raw, r.before as usize)..].starts_with('إ');
                let kept: Vec<Reading> = out.drain(first..).filter(|r| !(self.trie.always_madda(r.word) && written(r))).collect();
                out.extend(kept);
            }
            return;
        }
        let word = self.word(folded);
        if word != 0 {
            out.push(Reading { word, proclitics: Proclitics::default(), before: 0, ending: Ending::None, after: 0 });
        }
    }

    /// All readings of a folded word; `tanwin` and `feminine` tell what the fold has lost.
    pub(crate) fn readings_of(&self, folded: &[u8], tanwin: bool, feminine: bool, out: &mut Vec<Reading>) {
        // `قائلاً`, `وفقاً`: a form that is listed with its alef. The accusative keeps it from names (`روسياً` is not روسيا).
        if tanwin && self.word(folded) != 0 {
            out.push(Reading {
                word: self.word(folded),
                proclitics: Proclitics::default(),
                before: 0,
                ending: Ending::Accusative,
                after: 0,
            });
        }
        clitics::cuts(folded, tanwin, |cut| {
            let word = self.word(cut.stem);
            if word != 0 && !(feminine && cut.ending == Ending::Pronoun(Pronoun::His)) {
                let clitics::Cut { proclitics, before, ending, after, .. } = cut;
                out.push(Reading { word, proclitics, before, ending, after });
            }
            true
        });
    }

    /// Whether the grammar allows `form` with what was taken off its first and its last word.
    #[must_use]
    pub(crate) fn allows(&self, form: &Form, proclitics: Proclitics, ending: Ending) -> bool {
        let kind = form.kind;
        let (finite, tense) = match form.shape {
            Shape::Verb { tense, .. } => (true, Some(tense)),
            _ => (false, None),
        };
        if form.particle && proclitics.0 & !(Proclitics::WAW.0 | Proclitics::FEH.0) != 0 {
            return false;
        }
        let nominal = kind.is_common() || matches!(form.shape, Shape::Participle | Shape::Masdar);
        if proclitics.has(Proclitics::ARTICLE) && !nominal {
            return false;
        }
        if proclitics.has(Proclitics::SEEN) && tense != Some(Tense::Imperfect) {
            return false;
        }
        if finite && (proclitics.has(Proclitics::BEH) || proclitics.has(Proclitics::KAF)) {
            return false;
        }
        if finite && proclitics.has(Proclitics::LAM) && tense == Some(Tense::Perfect) {
            return false;
        }
        match ending {
            Ending::None => true,
            Ending::Accusative => {
                (nominal || matches!(kind, Kind::Party | Kind::Connective)) && !proclitics.has(Proclitics::ARTICLE)
            }
            Ending::Pronoun(_) => (nominal && !proclitics.has(Proclitics::ARTICLE)) || finite || kind == Kind::Connective,
        }
    }
}
