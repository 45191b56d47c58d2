//! Rounds named in a sentence.
//!
//! In: a sentence, its numbers and dates. Out: each round of a track that it names by number (`أستانا 2`, `الجولة الحادية والعشرين`, `والاجتماع هو الثاني`, `استكمالا لجولة أولى`),
//! with the time that its clause gives it. Refused: rounds of another track (`جولة رابعة من محادثات جنيف`), `ثلاث جولات`, the first day, elections and other things that have
//! rounds. Which of them the article is about is not decided here.

mod ordinals;
mod when;

use crate::analysis::dates::DateMention;
use crate::analysis::numbers::Number;
use crate::analysis::parse::ParsedSentence;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Cue, Is};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;

use super::tracks::{Says, Tracks};

/// From this number on, meetings are those of a series that is counted.
pub(super) const COUNTED: i64 = 3;
/// The largest number that a round may have.
pub(super) const MOST: i64 = 40;

/// When a round is, as its clause says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// An earlier one, told again.
    Past,
    /// `التي عقدت`: an earlier one, unless the report is of it.
    Told,
    /// The one of the report, as far as its clause says.
    Now,
    /// To come, soon: the report may be about it.
    Soon,
    /// To come, later: a date that was set.
    Next,
}

/// A round named in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Its number.
    pub(super) number: u32,
    /// How it is named.
    pub(super) rule: &'static str,
    /// When it is.
    pub(super) when: When,
    /// First token.
    pub(super) first: usize,
    /// Last token, included.
    pub(super) last: usize,
    /// True if the words before say that it ended (`في ختام الجولة`).
    pub(super) ended: bool,
}

/// A track named in a sentence.
#[derive(Clone, Copy)]
struct Mark {
    first: usize,
    last: usize,
    is_main: bool,
}

/// What the search looks at.
pub(super) struct Look<'a> {
    pub(super) text: &'a str,
    pub(super) s: &'a ParsedSentence,
    pub(super) numbers: &'a [Number],
    pub(super) dates: &'a [DateMention],
    pub(super) lexicon: &'a Lexicon,
    pub(super) tracks: &'a Tracks,
    /// The track whose rounds are wanted.
    pub(super) main: usize,
}

impl Look<'_> {
    fn cue(&self, at: usize) -> Cue {
        self.s.classes.get(at).copied().unwrap_or_default()
    }

    fn before(&self, at: usize, back: usize) -> Cue {
        at.checked_sub(back).map(|i| self.cue(i)).unwrap_or_default()
    }

    fn mark(&self, at: usize, marks: &[char]) -> bool {
        self.s.tokens.get(at).is_some_and(|t| matches!(t.kind, TokenKind::Mark(c) if marks.contains(&c)))
    }

    fn number(&self, at: usize) -> Option<&Number> {
        self.numbers.binary_search_by_key(&(at as u32), |n| n.first).ok().map(|i| &self.numbers[i])
    }

    fn dated(&self, at: usize) -> bool {
        self.dates.iter().any(|d| d.first as usize <= at && at <= d.last as usize)
    }

    fn marks(&self) -> Vec<Mark> {
        let mut out = Vec::new();
        for m in self.s.matches.iter().chain(&self.s.cues) {
            let says = self.tracks.said_by(self.lexicon.forms[m.form as usize].entry);
            let names = |t: Option<usize>| {
                says.iter()
                    .any(|&(of, s)| matches!(s, Says::Names | Says::NamesRound(_)) && t.is_none_or(|t| t == usize::from(of)))
            };
            let place = || says.iter().any(|&(of, s)| s == Says::Place && usize::from(of) == self.main);
            if names(None) || place() {
                out.push(Mark { first: m.first as usize, last: m.last as usize, is_main: names(Some(self.main)) || place() });
            }
        }
        out.sort_by_key(|m| m.first);
        out
    }

    /// The rounds that the sentence names.
    pub(super) fn hits(&self) -> Vec<Hit> {
        let mut out: Vec<Hit> = Vec::new();
        let marks = self.marks();
        for mark in marks.iter().filter(|m| m.is_main) {
            if let Some((number, last)) = self.number_behind(mark.last + 1) {
                out.push(self.hit(number, "number-after-name", mark.first, last));
            }
        }
        for at in 0..self.s.classes.len() {
            let is = self.cue(at).is;
            if !matches!(is, Is::Round | Is::Meeting) {
                continue;
            }
            let Some((number, rule, first, last)) = self.ordinal_beside(at, is, &marks) else { continue };
            if self.is_journey(last + 1) || self.is_journey(at + 1) {
                continue;
            }
            if out.iter().any(|h| h.first <= last && first <= h.last) {
                continue;
            }
            // `الجولة الأولى من جنيف 2`: the number behind the name is the round's.
            let numbered = |h: &Hit| h.rule == "number-after-name" && h.first > last && h.first <= last + 4;
            if out.iter().any(numbered) {
                continue;
            }
            if !self.is_of_main(is, number, (first, last), &marks) || number == 1 && self.is_first_since(last + 1) {
                continue;
            }
            out.push(self.hit(number, rule, first, last));
        }
        out.sort_by_key(|h| h.first);
        out
    }

    fn hit(&self, number: u32, rule: &'static str, first: usize, last: usize) -> Hit {
        let continued = (1..=3).any(|back| self.before(first, back).is == Is::Continuation);
        if continued && rule != "number-after-name" {
            return Hit { number: number + 1, rule: "continuation", when: When::Now, first, last, ended: false };
        }
        let when = self.when(first, last, rule == "number-after-name");
        let ended =
            !matches!(when, When::Past | When::Soon | When::Next) && (1..=6).any(|back| self.before(first, back).is == Is::Ended);
        Hit { number, rule, when, first, last, ended }
    }

    /// Whether a round named at these tokens is one of the main track: the track named behind it says so, else the one before, else nobody.
    fn is_of_main(&self, is: Is, number: u32, (first, last): (usize, usize), marks: &[Mark]) -> bool {
        if (first..=(last + 3).min(self.s.classes.len())).any(|i| self.cue(i).is == Is::Decoy) {
            return false;
        }
        let stop = |i: usize| {
            self.mark(i, &['.', '؛', ':', '،', ','])
                || matches!(self.cue(i).is, Is::Perfect | Is::Future | Is::Imperfect | Is::Was)
        };
        let end =
            (last + 1..(last + 12).min(self.s.classes.len())).find(|&i| stop(i)).unwrap_or((last + 12).min(self.s.classes.len()));
        // Inside the phrase or behind it.
        if let Some(mark) = marks.iter().find(|m| m.first >= first && m.first < end) {
            return mark.is_main;
        }
        let before = marks.iter().rev().find(|m| m.last < first && m.last + 8 >= first);
        match (is, before) {
            (_, Some(mark)) => mark.is_main,
            (Is::Round, None) => true,
            // A meeting that nothing names may be any meeting, but for `والاجتماع هو الثاني الذي يعقد في استانا`.
            _ => {
                (i64::from(number) >= COUNTED && marks.iter().all(|m| m.is_main) && !self.is_of_something(last + 1))
                    || marks.iter().any(|m| m.is_main && m.first > last && m.first <= last + 6)
            }
        }
    }

    /// `أول اجتماع من هذا النوع منذ انطلاق اللجنة`: the first for some time; `أول محادثات منذ بدء النزاع` is the first.
    fn is_first_since(&self, from: usize) -> bool {
        const WAR: [&str; 9] = ["بدء", "بداية", "اندلاع", "نشوب", "سنوات", "سنتين", "أعوام", "الحرب", "النزاع"];
        let end = (from + 8).min(self.s.classes.len());
        let stop = |at: usize| self.mark(at, &['.', '؛', ':', '،']);
        let Some(since) = (from..end).take_while(|at| !stop(*at)).find(|at| self.cue(*at).is == Is::Since) else { return false };
        let word = |at: usize| self.s.tokens.get(at).map_or("", |t| t.text(self.text));
        // منذ 2011, منذ خمس سنوات
        (since + 1..since + 4).all(|at| !WAR.contains(&word(at)) && self.number(at).is_none())
    }

    /// `أول جولة خارجية`, `جولته الأولى في المنطقة`: a journey.
    fn is_journey(&self, at: usize) -> bool {
        const FAR: [&str; 10] =
            ["خارجية", "الخارجية", "إقليمية", "الإقليمية", "أوروبية", "الأوروبية", "آسيوية", "خليجية", "مكوكية", "أفريقية"];
        self.s.tokens.get(at).is_some_and(|t| FAR.contains(&t.text(self.text)))
    }

    /// The last token of a side or body that is named from `at` on.
    fn party(&self, at: usize) -> Option<usize> {
        let m = self.s.matches.iter().find(|m| m.first as usize == at)?;
        matches!(self.lexicon.kind_of(m.form), Kind::Party | Kind::Organization).then_some(m.last as usize)
    }

    /// True for a verb that the glossary knows.
    fn is_verb(&self, at: usize) -> bool {
        self.s.matches.iter().any(|m| m.first as usize == at && self.lexicon.kind_of(m.form) == Kind::Verb)
    }

    /// `لمجموعة العمل`, `بين الوزيرين`: what the meeting is of.
    fn is_of_something(&self, at: usize) -> bool {
        self.cue(at).is == Is::Between || self.s.tokens.get(at).is_some_and(|t| t.text(self.text).starts_with("ل"))
    }
}
