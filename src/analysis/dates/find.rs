//! Where the dates of a sentence stand, and what they say: one reading from left to right over the cues, months and weekdays.

mod days;
mod spans;
mod tense;

use super::{DateMention, From, Precision, Said, Turn};
use crate::analysis::numbers::{Number, Written};
use crate::analysis::parse::ParsedSentence;
use crate::arabic::clitics::Proclitics;
use crate::arabic::token::{Kind as TokenKind, Token};
use crate::glossary::cue::{Cue, Is, bits};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;
use crate::glossary::matcher::Match;

const STARTERS: u64 = bits(&[Is::Yesterday, Is::Today, Is::Tomorrow, Is::Length, Is::Since, Is::Current, Is::Half]);

/// Cues that a date may begin with.
const BEGINS: u64 = bits(&[
    Is::Part,
    Is::Day,
    Is::Yesterday,
    Is::Today,
    Is::Tomorrow,
    Is::Ordinal,
    Is::Third,
    Is::Half,
    Is::This,
    Is::Length,
    Is::Since,
    Is::Before,
    Is::After,
    Is::Within,
    Is::Less,
]);

/// Appends the dates of a sentence of `text` to `out`, in text order, unresolved. `numbers` are those of the sentence.
pub fn find(text: &str, s: &ParsedSentence, lexicon: &Lexicon, numbers: &[Number], out: &mut Vec<DateMention>) {
    let named = s.about.has(Kind::Month) || s.about.has(Kind::Weekday);
    let years = s.has_digits && numbers.iter().any(|n| n.whole(1900, 2100).is_some());
    let numeric = s.has_digits && numbers.len() >= 3;
    // `03.03.2017` may be one number, or a decimal and a year.
    let number = |t: &&Token| t.kind == TokenKind::Number && t.text(text).contains('.');
    let dotted = s.has_digits && s.tokens.iter().any(|t| number(&t));
    if !named && !years && !numeric && !dotted && s.has & STARTERS == 0 {
        return;
    }
    let r = Reader { text, s, lexicon, numbers };
    let mut at = 0;
    let (mut number, mut found) = (0, 0);
    while at < s.tokens.len() {
        // A date begins with a cue, a number, a month or a weekday.
        number += numbers[number..].iter().take_while(|n| (n.first as usize) < at).count();
        let day = |m: &Match| matches!(lexicon.kind_of(m.form), Kind::Month | Kind::Weekday);
        let begins = r.cue(at).bit() & BEGINS != 0
            || numbers.get(number).is_some_and(|n| n.first as usize == at)
            || dotted && r.dotted(at).is_some()
            || named && {
                found += s.matches[found..].iter().take_while(|m| (m.first as usize) < at).count();
                s.matches.get(found).is_some_and(|m| m.first as usize == at && day(m))
            };
        if !begins {
            at += 1;
            continue;
        }
        match r.date(at) {
            Some((_, _, last)) if r.called_so(at) => at = last + 1,
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
    share_year(out);
    same_year(out);
}

/// `أطلق مطلع 2017، وأفضى في مايو من العام ذاته`: the year that was named before it.
fn same_year(dates: &mut [DateMention]) {
    let mut named = None;
    for date in dates {
        match &mut date.said {
            Said::Month { year, turn, .. } | Said::Days { year, turn, .. } => {
                if let (None, Turn::SameYear) = (&year, &turn) {
                    *year = named;
                }
                named = year.or(named);
            }
            Said::Year { year, .. } => named = Some(*year),
            _ => {}
        }
    }
}

/// `شباط وآذار ونيسان من العام الماضي`: the year of the last month is that of all.
fn share_year(dates: &mut [DateMention]) {
    for i in (1..dates.len()).rev() {
        let (before, after) = dates.split_at_mut(i);
        let near = after[0].first == before[i - 1].last + 1;
        if let (Said::Month { year: None, turn: turn @ Turn::Plain, .. }, Said::Month { year, turn: of, .. }) =
            (&mut before[i - 1].said, after[0].said)
            && near
        {
            *turn = of;
            if let Said::Month { year: own, .. } = &mut before[i - 1].said {
                *own = year;
            }
        }
    }
}

struct Reader<'a> {
    text: &'a str,
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

    fn text(&self, at: usize) -> &str {
        self.s.tokens.get(at).map_or("", |token| token.text(self.text))
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
    /// `حي 7 يوليو`, `شارع 26 سبتمبر`: a place that is called after a day.
    fn called_so(&self, at: usize) -> bool {
        const PLACES: [&str; 9] = ["حي", "شارع", "ساحة", "ميدان", "جسر", "دوار", "مخيم", "مستشفى", "ملعب"];
        let place = |w: &str| PLACES.contains(&w.trim_start_matches(['و', 'ب', 'ل']));
        at > 0 && place(self.s.tokens[at - 1].text(self.text))
    }

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
}
