//! Days: of the month, of the week, and those counted from the day of the article.

use super::{Read, Reader};
use crate::analysis::dates::{Said, Turn};
use crate::analysis::numbers::Written;
use crate::arabic::clitics::Proclitics;
use crate::arabic::fold::fold;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::Is;

impl Reader<'_> {
    /// أمس, اليوم, غدا, أول من أمس, بعد غد; a weekday and a date may follow.
    pub(super) fn relative(&self, at: usize) -> Read<Said> {
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
    pub(super) fn weekdays(&self, at: usize, offset: Option<i8>) -> Read<Said> {
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
    pub(super) fn day(&self, at: usize) -> Read<u8> {
        let n = self.number(at).filter(|n| n.written != Written::Words)?;
        n.whole(1, 31).map(|d| (d as u8, n.last as usize))
    }

    /// `3 و4 مايو المقبل`, `23 كانون الثاني/ يناير 2017`, `الثالث والعشرين من الشهر الحالي`, `16/2/2017`, `2017-02-16`
    pub(super) fn days(&self, at: usize) -> Read<Said> {
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
        // `22 - يونيو - 2023`
        next += usize::from(self.mark(next, &['-', '–']) && self.month(next + 1).is_some());
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

    /// `03.03.2017`, which a reader of numbers takes for one or for a decimal and a year.
    pub(super) fn dotted(&self, at: usize) -> Read<Said> {
        let token = |i: usize| self.s.tokens.get(i).filter(|t| t.kind == TokenKind::Number);
        let first = token(at)?;
        let dot = self.mark(at + 1, &['.']) && token(at + 2).is_some_and(|t| t.start == self.s.tokens[at + 1].end);
        let last = if dot { at + 2 } else { at };
        let dot = last > at && self.mark(at + 3, &['.']) && token(at + 4).is_some_and(|t| t.start == self.s.tokens[at + 3].end);
        let last = if dot { at + 4 } else { last };
        let text = &self.text[first.start as usize..self.s.tokens[last].end as usize];
        let mut parts = text.split('.').map(|part| std::str::from_utf8(&fold(part)).ok()?.parse::<i32>().ok());
        let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
        let fits = (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..2100).contains(&year) && parts.next().is_none();
        let (first, month) = (day as u8, Some(month as u8));
        fits.then_some((Said::Days { first, last: first, month, year: Some(year), turn: Turn::Plain }, last))
    }

    fn numeric(&self, at: usize) -> Read<Said> {
        if let Some(read) = self.dotted(at) {
            return Some(read);
        }
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
}
