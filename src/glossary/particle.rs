//! Particles: the small words that the rules of speech ask for.
//!
//! In: a raw word. Out: what it is, if it is one, with و or ف before it or without. A closed class of Arabic, which every glossary has.

use super::frames::Takes;
use crate::arabic::fold::{ALEF, BEH, FEH, HEH, KAF, LAM, MEEM, NOON, TEH, WAW, YEH};

/// A small word that the rules ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Particle {
    /// أن, إن, with pronouns and with ف, ب, و.
    That,
    /// إلى على عن في من, and what else a verb takes.
    Takes(Takes),
    /// A preposition that opens a circumstance: خلال, بعد, قبل, عبر, مع, أثناء, حول.
    Adjunct,
    /// الذي, التي, من, ما.
    Relative,
    /// كان and its forms.
    Was,
    /// قد, لقد.
    Already,
    /// بعدما, قبل أن, منذ.
    After,
    /// Nothing of these.
    #[default]
    None,
}

const DAL: u8 = 0x80 + 0x2f;
const KHAH: u8 = 0x80 + 0x2e;
const THEH: u8 = 0x80 + 0x2b;
const THAL: u8 = 0x80 + 0x30;
const REH: u8 = 0x80 + 0x31;
const AIN: u8 = 0x80 + 0x39;
const QAF: u8 = 0x80 + 0x42;
const HAH: u8 = 0x80 + 0x2d;

impl Particle {
    /// What a raw word is that folds to `folded`.
    #[must_use]
    pub(super) fn of(raw: &str, folded: &[u8]) -> Self {
        // None is so long, marks of vowels included.
        if raw.len() > 20 || folded.len() > 7 {
            return Self::None;
        }
        match folded {
            [WAW | FEH, rest @ ..] if rest.len() >= 2 => particle(rest),
            word => particle(word),
        }
    }
}

fn particle(word: &[u8]) -> Particle {
    match word {
        [ALEF, NOON, rest @ ..] | [BEH, ALEF, NOON, rest @ ..]
            if matches!(
                rest,
                [] | [HEH]
                    | [HEH, ALEF]
                    | [HEH, MEEM]
                    | [HEH, MEEM, ALEF]
                    | [NOON, ALEF]
                    | [ALEF]
                    | [NOON, YEH]
                    | [YEH]
                    | [HEH, NOON]
            ) =>
        {
            Particle::That
        }
        [ALEF, LAM, YEH] => Particle::Takes(Takes::TO),
        [AIN, LAM, YEH] => Particle::Takes(Takes::ON),
        [AIN, NOON] => Particle::Takes(Takes::ABOUT),
        [FEH, YEH] => Particle::Takes(Takes::IN),
        [MEEM, NOON] => Particle::Takes(Takes::FROM),
        [MEEM, AIN]
        | [KHAH, LAM, ALEF, LAM]
        | [BEH, AIN, DAL]
        | [QAF, BEH, LAM]
        | [AIN, BEH, REH]
        | [ALEF, THEH, NOON, ALEF, _]
        | [HAH, WAW, LAM]
        | [ALEF, MEEM, ALEF, MEEM]
        | [AIN, QAF, BEH]
        | [LAM, DAL, YEH] => Particle::Adjunct,
        [ALEF, LAM, THAL, YEH]
        | [ALEF, LAM, TEH, YEH]
        | [ALEF, LAM, THAL, YEH, NOON]
        | [ALEF, LAM, LAM, THAL, ALEF, NOON]
        | [MEEM, ALEF]
        | [MEEM, MEEM, ALEF] => Particle::Relative,
        [KAF, ALEF, NOON] | [KAF, ALEF, NOON, TEH] | [KAF, ALEF, NOON, WAW, ALEF] | [KAF, ALEF, NOON, ALEF] => Particle::Was,
        [QAF, DAL] | [LAM, QAF, DAL] => Particle::Already,
        [BEH, AIN, DAL, MEEM, ALEF]
        | [MEEM, NOON, THAL]
        | [QAF, BEH, LAM, MEEM, ALEF]
        | [AIN, NOON, DAL, MEEM, ALEF]
        | [LAM, ALEF, NOON]
        | [HAH, YEH, NOON] => Particle::After,
        _ => Particle::None,
    }
}
