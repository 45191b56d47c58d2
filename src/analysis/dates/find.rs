//! Where the dates of a sentence stand, and what they say: one reading from left to right over the cues, months and weekdays.

use super::{DateMention, From, Precision, Said, Tense, Turn, Way};
use crate::analysis::numbers::{Number, Written};
use crate::analysis::parse::ParsedSentence;
use crate::arabic::clitics::Proclitics;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Cue, Is, bits};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::matcher::Match;

const STARTERS: u64 = bits(&[Is::Yesterday, Is::Today, Is::Tomorrow, Is::Length, Is::Since, Is::Current]);

/// Appends the dates of a sentence to `out`, in text order, unresolved. `numbers` are those of the sentence.
pub fn find(s: &ParsedSentence, lexicon: &Lexicon, numbers: &[Number], out: &mut Vec<DateMention>) {
    let named = s.matches.iter().any(|m| matches!(lexicon.kind_of(m.form), Kind::Month | Kind::Weekday));
    let years = s.has_digits && numbers.iter().any(|n| n.whole(1900, 2100).is_some());
    let numeric = s.has_digits && numbers.len() >= 3;
    if !named && !years && !numeric && s.has & STARTERS == 0 {
        return;
    }
    let r = Reader { s, lexicon, numbers };
    let mut at = 0;
    let (mut number, mut found) = (0, 0);
    while at < s.tokens.len() {
        // A date begins with a cue, a number, a month or a weekday.
        number += numbers[number..].iter().take_while(|n| (n.first as usize) < at).count();
        found += s.matches[found..].iter().take_while(|m| (m.first as usize) < at).count();
        let begins = r.cue(at).is != Is::Nothing
            || numbers.get(number).is_some_and(|n| n.first as usize == at)
            || s.matches
                .get(found)
                .is_some_and(|m| m.first as usize == at && matches!(lexicon.kind_of(m.form), Kind::Month | Kind::Weekday));
        if !begins {
            at += 1;
            continue;
        }
        match r.date(at) {
            Some((said, part, last)) => {
                let (start, end) = (r.start(at), s.tokens[last].end);
                let tense = r.tense(at, last);
                let date = DateMention {
                    start,
                    end,
                    first: at as u32,
                    last: last as u32,
                    said,
                    part,
                    tense,
                    date: None,
                    precision: Precision::Day,
                    from: From::Unresolved,
                };
                out.push(date);
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

struct Reader<'a> {
    s: &'a ParsedSentence,
    lexicon: &'a Lexicon,
    numbers: &'a [Number],
}

/// What was read, and the last token of it.
type Read<T> = Option<(T, usize)>;

impl Reader<'_> {
    fn cue(&self, at: usize) -> Cue {
        self.s.classes.get(at).copied().unwrap_or_default()
    }

    fn is(&self, at: usize, is: Is) -> bool {
        self.cue(at).is == is
    }

    fn mark(&self, at: usize, marks: &[char]) -> bool {
        self.s.tokens.get(at).is_some_and(|t| matches!(t.kind, TokenKind::Mark(c) if marks.contains(&c)))
    }

    fn number(&self, at: usize) -> Option<&Number> {
        self.numbers.binary_search_by_key(&(at as u32), |n| n.first).ok().map(|i| &self.numbers[i])
    }

    fn found(&self, at: usize, kind: Kind) -> Option<&Match> {
        let i = self.s.matches.binary_search_by_key(&(at as u32), |m| m.first).ok()?;
        Some(&self.s.matches[i]).filter(|m| self.lexicon.kind_of(m.form) == kind)
    }

    /// Byte where the date begins: proclitics of its first word left out where the matcher knows them.
    fn start(&self, at: usize) -> u32 {
        let i = self.s.matches.binary_search_by_key(&(at as u32), |m| m.first);
        let token = self.s.tokens[at].start;
        i.map_or(token, |i| if self.s.matches[i].proclitics.has(Proclitics::ARTICLE) { token } else { self.s.matches[i].start })
    }

    /// A weekday: Monday is 1.
    fn weekday(&self, at: usize) -> Read<u8> {
        let m = self.found(at, Kind::Weekday)?;
        Some((self.lexicon.entry_of(m.form).value? as u8, m.last as usize))
    }

    /// A month, with its second name (`شباط/فبراير`, `شباط (فبراير)`): number, whether Hijri.
    fn month(&self, at: usize) -> Read<(u8, bool)> {
        let m = self.found(at, Kind::Month)?;
        let entry = self.lexicon.entry_of(m.form);
        let month = entry.value? as u8;
        let hijri = entry.calendar.as_deref() == Some("hijri");
        let mut last = m.last as usize;
        let second = |at: usize| {
            self.found(at, Kind::Month)
                .filter(|m| self.lexicon.entry_of(m.form).value == Some(i64::from(month)))
                .map(|m| m.last as usize)
        };
        if self.mark(last + 1, &['/', '-', '–', '\\']) {
            last = second(last + 2).unwrap_or(last);
        } else if self.mark(last + 1, &['(', '[', '«']) {
            if let Some(end) = second(last + 2) {
                last = if self.mark(end + 1, &[')', ']', '»']) { end + 1 } else { end };
            }
        } else if let Some(end) = second(last + 1) {
            last = end;
        }
        Some(((month, hijri), last))
    }

    /// A year in digits.
    fn year(&self, at: usize) -> Read<i32> {
        let n = self.number(at).filter(|n| n.written == Written::Digits && n.first == n.last)?;
        let t = &self.s.tokens[n.last as usize];
        let bare = t.end - t.start == 4 || t.end - t.start == 8; // no separators
        n.whole(1900, 2100).filter(|_| bare).map(|y| (y as i32, n.last as usize))
    }

    fn turn(&self, at: usize) -> Option<Turn> {
        Some(match self.cue(at).is {
            Is::Last => Turn::Last,
            Is::Next => Turn::Next,
            Is::Current => Turn::This,
            _ => return None,
        })
    }

    fn date(&self, at: usize) -> Option<(Said, Option<u8>, usize)> {
        let cue = self.cue(at);
        let (part, mut i) = match cue.is {
            Is::Part => (Some(cue.value as u8), at + 1),
            // بعد ظهر الخميس
            Is::After | Is::Before if self.is(at + 1, Is::Part) && self.cue(at + 1).value == 3 => {
                (Some(if cue.is == Is::After { 4 } else { 2 }), at + 2)
            }
            _ => (None, at),
        };
        if self.is(i, Is::Day) {
            i += 1;
        }
        let read = self.relative(i).or_else(|| self.weekdays(i, None)).or_else(|| self.days(i));
        if let Some((said, last)) = read {
            let (part, last) = self.part_behind(part, last);
            return Some((said, part, last));
        }
        if i > at {
            return None;
        }
        self.period(at).or_else(|| self.length(at)).map(|(said, last)| (said, None, last))
    }

    /// `الخميس صباحا`
    fn part_behind(&self, part: Option<u8>, last: usize) -> (Option<u8>, usize) {
        let behind = self.cue(last + 1);
        let of_another = self.weekday(last + 2).is_some()
            || matches!(self.cue(last + 2).is, Is::Today | Is::Yesterday | Is::Tomorrow | Is::Day);
        if part.is_none() && behind.is == Is::Part && behind.proclitics.is_none() && !of_another {
            return (Some(behind.value as u8), last + 1);
        }
        (part, last)
    }

    /// أمس, اليوم, غدا, أول من أمس, بعد غد; a weekday and a date may follow.
    fn relative(&self, at: usize) -> Read<Said> {
        let cue = self.cue(at);
        let (offset, mut last) = match cue.is {
            Is::Yesterday if self.is(at + 1, Is::Ordinal) && self.cue(at + 1).value == 1 => (-2, at + 1),
            Is::Yesterday => (-1, at),
            Is::Tomorrow => (1, at),
            Is::After if self.is(at + 1, Is::Tomorrow) => (2, at + 1),
            Is::After if self.is(at + 1, Is::Day) && self.is(at + 2, Is::Tomorrow) => (2, at + 2),
            Is::Ordinal if cue.value == 1 && self.is(at + 1, Is::Yesterday) => (-2, at + 1),
            Is::Ordinal if cue.value == 1 && self.is(at + 1, Is::From) && self.is(at + 2, Is::Yesterday) => (-2, at + 2),
            Is::Today
                if !matches!(
                    self.cue(at + 1).is,
                    Is::Ordinal | Is::Same | Is::Which | Is::Following | Is::Latest | Is::Previous | Is::Next | Is::Last
                ) && !self.not_today(at) =>
            {
                (0, at)
            }
            _ => return None,
        };
        let mut said = Said::Offset(offset);
        let next = if self.mark(last + 1, &['،', ',', '(']) { last + 2 } else { last + 1 };
        if let Some((weekdays, end)) = self.weekdays(next, Some(offset)) {
            (said, last) = (weekdays, end);
            if next == last + 2 && self.mark(end + 1, &[')']) {
                last = end + 1;
            }
        }
        Some((said, last))
    }

    /// `سوريا اليوم`, `صحيفة البلاد اليوم` in names, and `اليوم` after a number, are left to the matcher; `منذ اليوم` is today.
    fn not_today(&self, at: usize) -> bool {
        self.cue(at).proclitics.has(Proclitics::ARTICLE)
    }

    /// Weekdays: one, or two with و; then last, next, or the date itself.
    fn weekdays(&self, at: usize, offset: Option<i8>) -> Read<Said> {
        let (first, mut end) = self.weekday(at)?;
        let mut last = first;
        let step =
            if self.is(end + 1, Is::And) || self.mark(end + 1, &['-', '–', '/']) || self.is(end + 1, Is::To) { 2 } else { 1 };
        if let Some((second, to)) = self.weekday(end + step)
            && (step == 2 || self.s.matches.iter().any(|m| m.first as usize == end + step && m.proclitics.has(Proclitics::WAW)))
        {
            (last, end) = (second, to);
        }
        // الخميس، 16 فبراير; الأربعاء الموافق 15 مارس; الخميس (16 شباط)
        let mut next = end + 1;
        while next <= end + 2
            && (self.mark(next, &['،', ',', '(', '-', '–', '/'])
                || self.is(next, Is::Namely)
                || (self.is(next, Is::In) && offset.is_none()))
        {
            next += 1;
        }
        if let Some((said, to)) = self.days(next)
            && (next == end + 1 || matches!(said, Said::Days { month: Some(_), .. }))
        {
            return Some((said, to));
        }
        let mut turn = Turn::Plain;
        if let Some(t) = self.turn(end + 1) {
            (turn, end) = (t, end + 1);
        } else if self.is(end + 1, Is::From) && self.is(end + 2, Is::Length) && self.cue(end + 2).value == 304 {
            match self.turn(end + 3) {
                Some(Turn::Next) => (turn, end) = (Turn::NextWeek, end + 3),
                Some(Turn::Last) => (turn, end) = (Turn::LastWeek, end + 3),
                _ => {}
            }
        }
        Some((Said::Weekdays { first, last, turn, offset }, end))
    }

    /// A day's number: digits or an ordinal.
    fn day(&self, at: usize) -> Read<u8> {
        let n = self.number(at).filter(|n| n.written != Written::Words)?;
        n.whole(1, 31).map(|d| (d as u8, n.last as usize))
    }

    /// `3 و4 مايو المقبل`, `23 كانون الثاني/ يناير 2017`, `الثالث والعشرين من الشهر الحالي`, `16/2/2017`, `2017-02-16`
    fn days(&self, at: usize) -> Read<Said> {
        if let Some(read) = self.numeric(at) {
            return Some(read);
        }
        // النصف الثاني من فبراير, الأسبوع الثاني من مايو
        if at > 0 && self.is(at, Is::Ordinal) && matches!(self.cue(at - 1).is, Is::Half | Is::Length) {
            return None;
        }
        let (first, mut end) = self.day(at)?;
        let mut last = first;
        loop {
            let next = match () {
                () if self.is(end + 1, Is::To) && (at == 0 || !matches!(self.cue(at - 1).is, Is::From | Is::Day)) => break,
                () if self.is(end + 1, Is::And)
                    || self.is(end + 1, Is::To)
                    || self.mark(end + 1, &['-', '–', 'ـ', '/', '،', ',']) =>
                {
                    end + 2
                }
                () if self.cue(end + 1).and() => end + 1,
                () => break,
            };
            match self.day(next) {
                Some((d, to)) if d > last => (last, end) = (d, to),
                _ => break,
            }
        }
        let mut next = end + 1;
        let from = self.is(next, Is::From);
        next += usize::from(from);
        if self.is(next, Is::Length) && self.cue(next).value == 5 {
            next += 1; // من شهر مايو
        }
        if let Some(((month, hijri), to)) = self.month(next) {
            if hijri {
                let (year, to) = self.hijri_year(to);
                return Some((Said::Hijri { day: first, month, year }, to));
            }
            let (year, turn, to) = self.year_behind(to);
            return Some((Said::Days { first, last, month: Some(month), year, turn }, to));
        }
        if self.is(next, Is::Length) && self.cue(next).value == 305 && (from || next == end + 1) {
            let turn = self.turn(next + 1)?;
            return Some((Said::Days { first, last, month: None, year: None, turn }, next + 1));
        }
        // 23 الجاري, 23 من الجاري
        let current = self.is(next, Is::Current) && self.s.tokens[end].kind == TokenKind::Number;
        current.then_some((Said::Days { first, last, month: None, year: None, turn: Turn::This }, next))
    }

    fn numeric(&self, at: usize) -> Read<Said> {
        let whole = |i: usize| {
            self.number(i).filter(|n| n.written == Written::Digits && n.first == n.last).and_then(|n| n.whole(1, 2100))
        };
        let parted = |marks: &[char]| self.mark(at + 1, marks) && self.mark(at + 3, marks);
        if !(parted(&['/']) || parted(&['-']) || parted(&['.'])) {
            return None;
        }
        let (a, b, c) = (whole(at)?, whole(at + 2)?, whole(at + 4)?);
        let (day, month, year) = if a > 1900 { (c, b, a) } else { (a, b, c) };
        let fits = (1..=31).contains(&day) && (1..=12).contains(&month) && year > 1900;
        fits.then_some((
            Said::Days {
                first: day as u8,
                last: day as u8,
                month: Some(month as u8),
                year: Some(year as i32),
                turn: Turn::Plain,
            },
            at + 4,
        ))
    }

    /// What follows a month: a year, `من العام الماضي`, `المقبل`.
    fn year_behind(&self, end: usize) -> (Option<i32>, Turn, usize) {
        let mut next = end + 1;
        if let Some(turn) = self.turn(next) {
            return (None, turn, next);
        }
        if self.mark(next, &['،', ',']) {
            next += 1;
        }
        if self.is(next, Is::From) {
            next += 1;
        }
        if self.is(next, Is::Length) && self.cue(next).value % 100 == 6 {
            if let (306, Some(turn)) = (self.cue(next).value, self.turn(next + 1)) {
                // من العام الماضي: the month of last year, which nearest does not say.
                return (None, if turn == Turn::This { Turn::This } else { turn }, next + 1);
            }
            next += 1;
        }
        match self.year(next) {
            Some((year, to)) => (Some(year), Turn::Plain, to),
            None => (None, Turn::Plain, end),
        }
    }

    fn hijri_year(&self, end: usize) -> (Option<i32>, usize) {
        match self.number(end + 1).and_then(|n| n.whole(1300, 1500).map(|y| (y as i32, n.last as usize))) {
            Some((year, to)) => (Some(year), to),
            None => (None, end),
        }
    }

    /// Months, `الشهر الماضي`, `هذا الأسبوع`, years; `مطلع`, `منتصف`, `نهاية` before them.
    fn period(&self, at: usize) -> Read<Said> {
        let (mut i, mut third) = (at, 0);
        if self.is(i, Is::Third) {
            (third, i) = (self.cue(i).value as u8, i + 1);
        }
        let this = self.is(i, Is::This);
        i += usize::from(this);
        let plain_month = self.is(i, Is::Length) && self.cue(i).value == 5;
        if let Some(((month, hijri), end)) = self.month(i + usize::from(plain_month)) {
            if hijri {
                let (year, to) = self.hijri_year(end);
                return Some((Said::Hijri { day: 0, month, year }, to));
            }
            let (year, turn, to) = self.year_behind(end);
            return Some((Said::Month { month, year, turn, third }, to));
        }
        if self.is(i, Is::Length) {
            let value = self.cue(i).value;
            let unit = (value % 100) as u8;
            if unit == 6
                && let Some((year, to)) = self.year(i + 1)
            {
                return Some((Said::Year { year, third }, to));
            }
            if value >= 300 && (4..=6).contains(&unit) {
                let turn = self.turn(i + 1);
                let end = i + usize::from(turn.is_some());
                let turn = turn.or(if this || third > 0 { Some(Turn::This) } else { None })?;
                return Some((Said::Period { unit, turn, third }, end));
            }
            return None;
        }
        let (year, to) = self.year(i)?;
        let before = at.checked_sub(1).map_or(Is::Nothing, |b| self.cue(b).is);
        let said_so = third > 0
            || matches!(
                before,
                Is::Since
                    | Is::In
                    | Is::From
                    | Is::To
                    | Is::Before
                    | Is::After
                    | Is::Between
                    | Is::Within
                    | Is::About
                    | Is::And
                    | Is::On
            );
        let counted = self.found(to + 1, Kind::Unit).is_some() || self.is(to + 1, Is::Length);
        (said_so && !counted).then_some((Said::Year { year, third }, to))
    }

    /// `منذ ستة أسابيع`, `قبل شهرين`, `في أقل من شهر`, `خلال أسبوعين`
    fn length(&self, at: usize) -> Read<Said> {
        let (way, mut i) = match self.cue(at).is {
            Is::Since | Is::Before => (Way::Ago, at + 1),
            Is::After => (Way::Ahead, at + 1),
            Is::Within if !self.since(at) => (Way::UpTo, at + 1),
            Is::Less if self.is(at.wrapping_sub(1), Is::In) || self.is(at.wrapping_sub(1), Is::Within) => (Way::UpTo, at),
            _ => return None,
        };
        while matches!(self.cue(i).is, Is::More | Is::Less | Is::About | Is::From) && i < at + 4 {
            i += 1;
        }
        let (mut halves, mut end) = match self.number(i) {
            Some(n) => ((n.value / 500) as u16, n.last as usize),
            None => (2, i.checked_sub(1)?),
        };
        let counted = end >= i;
        let unit = self.cue(end + 1);
        let value = match unit.is {
            Is::Length => unit.value,
            Is::Day => 3,
            _ => return None,
        };
        (halves, end) = match value / 100 {
            0 => (halves, end + 1),
            1 if !counted => (4, end + 1),
            2 if counted => (halves, end + 1),
            _ => return None, // منذ أشهر: how many is not said; منذ الشهر الماضي is a period
        };
        if way == Way::Ahead && (self.is(end + 1, Is::From) || unit.is == Is::Day && !counted) {
            return None; // بعد يومين من المحادثات
        }
        if self.is(end + 1, Is::Half) && self.cue(end + 1).and() {
            (halves, end) = (halves + 1, end + 1);
            let again = self.cue(end + 1);
            end += usize::from(again.is == Is::Length && again.value % 100 == value % 100);
        }
        Some((Said::Length { halves, unit: (value % 100) as u8, way }, end))
    }

    fn since(&self, at: usize) -> bool {
        // خلال الأشهر الماضية is no bound; a bound is counted and has no adjective of time behind it.
        (at + 1..at + 5).any(|i| self.is(i, Is::Last))
    }

    /// The nearest verb before the date, else behind it.
    fn tense(&self, first: usize, last: usize) -> Tense {
        let mut open = false;
        for i in (first.saturating_sub(14)..first).rev() {
            if self.mark(i, &['.', '؛', ':', '!', '؟']) {
                break;
            }
            match self.cue(i).is {
                Is::Future | Is::Due | Is::Set | Is::Postponed => return Tense::Future,
                Is::Perfect | Is::Ended => return if open { Tense::Open } else { Tense::Past },
                Is::Imperfect => open = true,
                _ => {}
            }
        }
        if open {
            return Tense::Open;
        }
        for i in last + 1..(last + 5).min(self.s.classes.len()) {
            match self.cue(i).is {
                Is::Future | Is::Due => return Tense::Future,
                Is::Perfect | Is::Ended => return Tense::Past,
                _ => {}
            }
        }
        Tense::Open
    }
}
