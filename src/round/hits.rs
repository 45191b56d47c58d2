//! Rounds named in a sentence.
//!
//! In: a sentence, its numbers and dates. Out: each round of a track that it names by number (`أستانا 2`, `الجولة الحادية والعشرين`, `والاجتماع هو الثاني`, `استكمالا لجولة أولى`),
//! with the time that its clause gives it. Refused: rounds of another track (`جولة رابعة من محادثات جنيف`), `ثلاث جولات`, the first day, elections and other things that have
//! rounds. Which of them the article is about is not decided here.

use crate::analysis::dates::{DateMention, Said, Tense, Turn};
use crate::analysis::numbers::{Number, Written};
use crate::analysis::parse::ParsedSentence;
use crate::arabic::clitics::Proclitics;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Cue, Is};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;

use super::tracks::{Says, Tracks};

/// From this number on, meetings are those of a series that is counted.
const COUNTED: u32 = 3;
/// The largest number that a round may have.
const MOST: i64 = 40;

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
        for m in &self.s.matches {
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
            if out.iter().any(|h| h.first <= last && first <= h.last) {
                continue;
            }
            // `الجولة الأولى من جنيف 2`: the number behind the name is the round's.
            let numbered = |h: &Hit| h.rule == "number-after-name" && h.first > last && h.first <= last + 4;
            if out.iter().any(numbered) {
                continue;
            }
            if !self.is_of_main(is, number, (first, last), &marks) {
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

    /// A number directly at `at`, past quotation marks, a hyphen, `الـ` or `رقم`; not a date, an amount or a year.
    fn number_behind(&self, mut at: usize) -> Option<(u32, usize)> {
        let from = at;
        while at < from + 3
            && (self.mark(at, &['-', '–', '—', '"', '“', '”', '«', '»', '(', '_', '#', '/', '\''])
                || self.cue(at).is == Is::Numero)
        {
            at += 1;
        }
        let n = self.number(at)?;
        let number = n.whole(1, MOST)?;
        match n.written {
            Written::Digits | Written::DefiniteDigits => {}
            // لأول مرة is no round
            Written::Ordinal => {
                let bare = self.cue(at).proclitics.0 & !Proclitics::ARTICLE.0 == 0;
                return (at == from && bare).then_some((number, n.last as usize));
            }
            Written::Words => return None,
        }
        let last = n.last as usize;
        let next = self.s.matches.iter().find(|m| m.first as usize == last + 1).map(|m| self.lexicon.kind_of(m.form));
        let counted = matches!(next, Some(Kind::Month | Kind::Unit))
            || matches!(self.cue(last + 1).is, Is::Scale | Is::ScalePlural | Is::Length | Is::Day)
            || self.mark(last + 1, &['%', '٪', '+']);
        (!counted && !self.dated(at)).then_some((number, last))
    }

    /// The ordinal that belongs to the word for a round at `at`: number, rule, first and last token.
    fn ordinal_beside(&self, at: usize, is: Is, marks: &[Mark]) -> Option<(u32, &'static str, usize, usize)> {
        let rule = if is == Is::Round { "ordinal" } else { "meeting-ordinal" };
        // أول جولة, ثالث اجتماع
        if self.before(at, 1).is == Is::Ordinal
            && self.before(at, 1).value <= 20
            && self.before(at, 2).is != Is::Ordinal
            && !self.cue(at).and()
            && self.before(at, 2).is != Is::Round
            // كانون الأول | جولة
            && !self.dated(at - 1)
            && !self.before(at, 1).proclitics.has(Proclitics::ARTICLE)
        {
            let first = at - 1;
            return Some((u32::from(self.before(at, 1).value), rule, first, at));
        }
        let ordinal = |at: usize| {
            self.number(at)
                .filter(|n| n.written == Written::Ordinal && !self.dated(at))
                .and_then(|n| n.whole(1, MOST).map(|v| (v, n.last as usize)))
        };
        // والاجتماع هو الثاني; جولة جديدة من المحادثات، وهي الخامسة
        for copula in at + 1..at + 9 {
            let cue = self.cue(copula);
            if cue.is == Is::Copula
                && let Some((v, last)) = ordinal(copula + 1)
                // الأول منذ عام, الأول من نوعه
                && !(v == 1 && matches!(self.cue(last + 1).is, Is::Since | Is::From | Is::After | Is::Within | Is::Between))
            {
                return Some((v, "copula", at, last));
            }
            if matches!(cue.is, Is::Copula | Is::Perfect | Is::Future | Is::Was) || self.mark(copula, &['.', '؛', ':']) {
                break;
            }
        }
        // الجولة 13, الجولة الـ 20, الجولة (13), المحادثات 5+5 and محادثات 2017 are none
        if is == Is::Round
            && let Some((v, last)) = self.number_behind(at + 1)
        {
            return Some((v, rule, at, last));
        }
        // The ordinal follows what the round is of: جولة مفاوضات أستانا الثالثة
        let mut next = at + 1;
        while next <= at + 6 && next < self.s.classes.len() {
            if let Some((v, last)) = ordinal(next) {
                return Some((v, rule, at, last));
            }
            if let Some(n) = self.number(next).filter(|n| n.written == Written::DefiniteDigits && !self.dated(next)) {
                return n.whole(1, MOST).map(|v| (v, rule, at, n.last as usize));
            }
            let named = marks.iter().find(|m| m.first == next);
            next = match named {
                Some(mark) => mark.last + 1,
                None if matches!(
                    self.cue(next).is,
                    Is::Meeting | Is::New | Is::Next | Is::Current | Is::Latest | Is::Previous | Is::Last
                ) =>
                {
                    next + 1
                }
                None if self.mark(next, &['"', '«', '»', '(']) => next + 1,
                None if matches!(self.cue(next).is, Is::Nothing | Is::Same) && self.is_adjective(next) => next + 1,
                // اجتماع الدول الضامنة الثالث عشر
                None if self.party(next).is_some() => self.party(next).map_or(next, |last| last + 1),
                None => return None,
            };
        }
        None
    }

    /// `التفاوضية`, `السوري`: a definite adjective in -i, which an ordinal may follow.
    fn is_adjective(&self, at: usize) -> bool {
        let raw = self.s.tokens[at].text(self.text);
        raw.starts_with("ال") && ["ية", "ي", "يه", "ى"].iter().any(|e| raw.ends_with(e))
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
                (number >= COUNTED && marks.iter().all(|m| m.is_main) && !self.is_of_something(last + 1))
                    || marks.iter().any(|m| m.is_main && m.first > last && m.first <= last + 6)
            }
        }
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

    /// How the words around tokens `first..=last` place them in time.
    fn when(&self, first: usize, last: usize, by_name: bool) -> When {
        let clause = |i: usize| self.mark(i, &['،', ',', '؛', ':', '.', ')', '(']);
        let from = (0..first).rev().find(|&i| clause(i)).map_or(0, |i| i + 1);
        let to = (last + 1..self.s.tokens.len()).find(|&i| clause(i)).unwrap_or(self.s.tokens.len());
        // الجولة الرابعة المقبلة, الجولة السابقة (الرابعة)
        for i in [last + 1, last + 2] {
            match self.cue(i).is {
                Is::Last | Is::Previous if i < to => return When::Past,
                Is::Following if i < to => return When::Next,
                Is::Current | Is::New if i < to => return When::Now,
                Is::Next if i < to => return When::Soon,
                _ => {}
            }
            if !matches!(self.cue(i).is, Is::Nothing) {
                break;
            }
        }
        for i in first..last {
            match self.cue(i).is {
                Is::Previous | Is::Last => return When::Past,
                Is::Following => return When::Next,
                Is::Next => return When::Soon,
                Is::Current => return When::Now,
                _ => {}
            }
        }
        let in_clause = self.dates.iter().filter(|d| d.first as usize >= from && (d.last as usize) < to);
        let far = |d: &&DateMention| {
            let (a, b) = (d.first as usize, d.last as usize);
            if b < first { first - b } else { a.saturating_sub(last) }
        };
        if let Some(date) = in_clause.min_by_key(far) {
            let turned = match date.said {
                Said::Days { turn, .. } | Said::Month { turn, .. } => turn,
                Said::Period { unit: 5 | 6, turn, .. } => turn,
                Said::Period { unit: 4, turn: Turn::Next, .. }
                | Said::Weekdays { turn: Turn::Next | Turn::NextWeek, .. }
                | Said::Offset(1..) => return When::Soon,
                _ => Turn::Plain,
            };
            match turned {
                Turn::Last => return When::Past,
                Turn::Next => return When::Next,
                _ if date.tense == Tense::Future => return When::Soon,
                // أستانا 4 مطلع مايو
                _ if date.tense == Tense::Open && matches!(date.said, Said::Month { .. }) && date.first as usize == last + 1 => {
                    return When::Next;
                }
                _ => {}
            }
        }
        // أعلن عن عقد الاجتماع السابع, الدعوة إلى جولة خامسة: to come.
        let word = |back: usize| first.checked_sub(back).map_or("", |i| self.s.tokens[i].text(self.text));
        let held = matches!(word(1), "عقد" | "لعقد" | "بعقد")
            && (from..first).any(|i| matches!(self.cue(i).is, Is::Perfect | Is::Set) || self.is_verb(i));
        if held || matches!((word(2), word(1)), ("الدعوة" | "دعوة" | "للدعوة" | "يدعو" | "سيدعو", "إلى" | "الى"))
        {
            return When::Next;
        }
        let near = from.max(first.saturating_sub(6))..first;
        let mut verb = false;
        for i in near.rev() {
            match self.cue(i).is {
                Is::Perfect | Is::Ended => verb = true,
                Is::After => {}
                _ if verb => continue,
                _ => {}
            }
            match self.cue(i).is {
                Is::Set if !by_name || self.cue(i).value == 0 => return When::Next,
                Is::Future | Is::Due => return When::Soon,
                Is::Was | Is::Like => return When::Past,
                Is::Since if i + 2 >= first => return When::Past,
                Is::After if self.cue(i + 1).is != Is::Part && !(i..first).any(|i| self.cue(i).is == Is::Ended) => {
                    return When::Told;
                }
                _ => {}
            }
        }
        // وكانت الدول قد وقعت، خلال الجولة الرابعة؛ not وكان من المقرر أن تعقد
        let told = |from: usize| {
            (from..first.min(from + 2)).any(|i| self.cue(i).is == Is::Was)
                && !(from..first).any(|i| matches!(self.cue(i).is, Is::Set | Is::Due | Is::Future))
        };
        if (from..first).any(|i| self.cue(i).is == Is::Was && i < from + 2) || told(0) {
            return When::Past;
        }
        for i in last + 1..(last + 7).min(to) {
            match self.cue(i).is {
                Is::Future | Is::Due => return When::Soon,
                Is::Which if self.cue(i + 1).is == Is::Perfect => return When::Told,
                Is::Was if self.cue(i - 1).is != Is::Which => return When::Past,
                // الجولة السابعة قد تعقد في يونيو
                Is::Imperfect if i <= last + 2 && self.cue(i - 1).is != Is::Which => return When::Soon,
                Is::Perfect | Is::Imperfect => break,
                _ => {}
            }
        }
        When::Now
    }
}
