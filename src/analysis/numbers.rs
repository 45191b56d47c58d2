//! Numbers, in digits and in words.
//!
//! In: the tokens of a sentence and their cues. Out: every number with its value in thousandths and the tokens it takes: `310 آلاف`, `3,5 ملايين`, `مئة وخمسين`, `خمسة عشر`,
//! `ألفين`, `الثالث والعشرين`, `الـ 20`. What a number counts, and whether it counts anything, is not known here. Refused: scales in the plural with no number before them
//! (`آلاف القتلى`), digits that belong to a sign (`5+5`, `10:30`) or to a word of letters and digits.

use crate::analysis::parse::ParsedSentence;
use crate::arabic::clitics::Proclitics;
use crate::arabic::fold::{Class, class};
use crate::arabic::token::{Kind as TokenKind, Token};
use crate::glossary::cue::{Cue, Is, bits};

/// A number in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// First token.
    pub first: u32,
    /// Last token, included.
    pub last: u32,
    /// Value in thousandths.
    pub value: i64,
    /// How it is written.
    pub written: Written,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// `310`, with or without a scale in words.
    Digits,
    /// `مئة وخمسين`
    Words,
    /// `الثالثة`, `السادسة عشرة`
    Ordinal,
    /// `الـ 20`, `ال17`: an ordinal or a definite number.
    DefiniteDigits,
}

impl Number {
    /// The value, if it is a whole number between `from` and `to`.
    #[must_use]
    pub fn whole(&self, from: i64, to: i64) -> Option<u32> {
        let (whole, rest) = (self.value / 1000, self.value % 1000);
        (rest == 0 && (from..=to).contains(&whole)).then_some(whole as u32)
    }
}

const ANY: u64 = bits(&[Is::One, Is::Ten, Is::Tens, Is::Hundred, Is::Scale, Is::Half, Is::Ordinal]);

/// Appends the numbers of a sentence to `out`, in text order.
pub fn find(text: &str, s: &ParsedSentence, out: &mut Vec<Number>) {
    if s.has & ANY == 0 && !s.has_digits {
        return;
    }
    let mut at = 0;
    while at < s.tokens.len() {
        match number(text, s, at) {
            Some(n) => {
                at = n.last as usize + 1;
                out.push(n);
            }
            None => at += 1,
        }
    }
}

fn number(text: &str, s: &ParsedSentence, at: usize) -> Option<Number> {
    Some(with_half(s, plain(text, s, at)?))
}

/// `مليون ونصف المليون`, `مليون ونصف`: half of the scale that it ends with.
fn with_half(s: &ParsedSentence, n: Number) -> Number {
    let class = |t: usize| s.classes.get(t).copied().unwrap_or_default();
    let last = n.last as usize;
    let (scale, half, again) = (class(last), class(last + 1), class(last + 2));
    if !matches!(scale.is, Is::Scale) || n.written == Written::Ordinal || half.is != Is::Half || !half.and() {
        return n;
    }
    let bare = again.proclitics.is_none() || again.proclitics == Proclitics::ARTICLE;
    let repeats = matches!(again.is, Is::Scale) && again.value == scale.value && bare;
    Number { value: n.value + power(scale.value) / 2 * 1000, last: n.last + 1 + u32::from(repeats), ..n }
}

fn plain(text: &str, s: &ParsedSentence, at: usize) -> Option<Number> {
    let cue = s.classes[at];
    match s.tokens[at].kind {
        TokenKind::Number => digits(text, s, at, at),
        TokenKind::Mark(_) => None,
        TokenKind::Word => match cue.is {
            Is::The if s.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number) => digits(text, s, at + 1, at)
                .map(|n| Number { written: if n.last as usize == at + 1 { Written::DefiniteDigits } else { n.written }, ..n }),
            Is::Ordinal => Some(ordinal(s, at)),
            // نصف مليون, نصف المليون
            Is::Half => {
                match s.classes.get(at + 1).map(|c| (c.is, c.proclitics.is_none() || c.proclitics == Proclitics::ARTICLE)) {
                    Some((Is::Scale, true)) => {
                        let value = power(s.classes[at + 1].value) / 2 * 1000;
                        Some(Number { first: at as u32, last: at as u32 + 1, value, written: Written::Words })
                    }
                    _ => None,
                }
            }
            // أحد عشر عضوا: eleven; أحد alone is "one of" and Sunday
            Is::Ten if at > 0 && eleven(s.tokens[at - 1].text(text), s.tokens[at].text(text)) => {
                Some(words(text, s, at, 1000, at - 1))
            }
            Is::One | Is::Ten | Is::Tens | Is::Hundred | Is::Scale => Some(words(text, s, at, 0, at)),
            _ => None,
        },
    }
}

/// A number that begins with digits at `at`; a scale in words may follow.
fn digits(text: &str, s: &ParsedSentence, at: usize, first: usize) -> Option<Number> {
    let tight = |a: &Token, b: &Token| a.end == b.start;
    let sign = |t: &Token| matches!(t.kind, TokenKind::Mark('+' | ':' | '=' | '_' | '@' | '#'));
    if let Some(before) = at.checked_sub(1).map(|i| &s.tokens[i])
        && tight(before, &s.tokens[at])
        && (sign(before) || latin(text, before))
    {
        return None;
    }
    if let Some(behind) = s.tokens.get(at + 1)
        && tight(&s.tokens[at], behind)
        && ((sign(behind) && s.tokens.get(at + 2).is_some_and(|t| t.kind == TokenKind::Number && tight(behind, t)))
            || latin(text, behind))
    {
        return None;
    }
    let scaled = s.classes.get(at + 1).is_some_and(|c| matches!(c.is, Is::Scale | Is::ScalePlural) && c.proclitics.is_none());
    let value = value_of(s.tokens[at].text(text), scaled)?;
    let number = if scaled {
        words(text, s, at + 1, value, first)
    } else {
        Number { first: first as u32, last: at as u32, value, written: Written::Digits }
    };
    Some(Number { written: Written::Digits, ..number })
}

fn eleven(one: &str, ten: &str) -> bool {
    let bare = one.strip_prefix(['و', 'ب', 'ل']).unwrap_or(one);
    matches!((bare, ten), ("أحد" | "احد" | "الأحد", "عشر") | ("إحدى" | "احدى" | "الإحدى", "عشرة"))
}

fn latin(text: &str, t: &Token) -> bool {
    t.kind == TokenKind::Word && t.text(text).starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Digits as thousandths. A separator with three digits behind it parts thousands, but before a scale and for `٫`.
fn value_of(raw: &str, scaled: bool) -> Option<i64> {
    let (mut whole, mut part, mut places, mut separators, mut since) = (0i64, 0i64, 0u32, 0, 0u32);
    let (mut decimal, mut last) = (false, ' ');
    for c in raw.chars() {
        match class(c) {
            (Class::Digit, b) => {
                let d = i64::from(b - b'0');
                if separators > 0 {
                    if places < 3 {
                        part = part * 10 + d;
                        places += 1;
                    }
                    since += 1;
                }
                if !decimal {
                    whole = whole.checked_mul(10)?.checked_add(d)?;
                }
            }
            (Class::Other, _) => {
                if separators > 0 && since != 3 {
                    return None; // 10.30.45, 1.2.3: no number
                }
                separators += 1;
                (part, places, since, last) = (0, 0, 0, c);
                decimal |= c == '٫';
            }
            _ => {}
        }
    }
    let is_decimal = separators == 1 && (last == '٫' || since != 3 || (scaled && last != '٬'));
    if separators > 1 && since != 3 {
        return None;
    }
    if is_decimal {
        let before = if decimal { whole } else { whole / 10i64.checked_pow(since)? };
        return before.checked_mul(1000)?.checked_add(part * 10i64.pow(3 - places));
    }
    whole.checked_mul(1000)
}

const fn power(scale: u16) -> i64 {
    10i64.pow((scale % 100) as u32)
}

/// A number in words from `at` on; `group`, in thousandths, was read before it in digits.
fn words(text: &str, s: &ParsedSentence, mut at: usize, mut group: i64, first: usize) -> Number {
    let mut total = 0i64;
    let mut last;
    let mut below = 0; // the next part must be smaller than this
    let mut digits = group > 0;
    loop {
        let cue = s.classes[at];
        let next = s.classes.get(at + 1).copied().unwrap_or_default();
        let direct = next.proclitics.is_none();
        match cue.is {
            Is::One if direct && next.is == Is::Ten => {
                group += (i64::from(cue.value) + 10) * 1000;
                below = 0;
                at += 1;
            }
            Is::One if direct && next.is == Is::Hundred && next.value == 100 => {
                group += i64::from(cue.value) * 100_000;
                below = 100;
                at += 1;
            }
            Is::One => {
                group += i64::from(cue.value) * 1000;
                below = 1; // tens may follow
            }
            Is::Ten | Is::Tens => {
                group += i64::from(cue.value) * 1000;
                below = 0;
            }
            Is::Hundred => {
                group += i64::from(cue.value) * 1000;
                below = 100;
            }
            Is::Scale | Is::ScalePlural => {
                let count = if group > 0 {
                    group
                } else if cue.value >= 100 {
                    2000
                } else {
                    1000
                };
                total = total.saturating_add(count.saturating_mul(power(cue.value)));
                (group, below, digits) = (0, power(cue.value), false);
            }
            _ => {}
        }
        last = at;
        // A scale follows directly; a smaller part follows with و.
        let Some(mut next) = s.classes.get(at + 1).copied() else { break };
        let mut step = at + 1;
        if matches!(next.is, Is::Scale | Is::ScalePlural) && next.proclitics.is_none() && group > 0 {
            at = step;
            continue;
        }
        if next.is == Is::And {
            step += 1;
            let Some(&after) = s.classes.get(step) else { break };
            next = Cue { proclitics: crate::arabic::clitics::Proclitics::WAW, ..after };
            if let Some((rest, end)) = rest(text, s, step).filter(|r| !digits && group == 0 && r.0 < below * 1000) {
                (total, last) = (total.saturating_add(rest), end);
                break;
            }
        }
        let size = match next.is {
            Is::One => 1,
            Is::Ten => 10,
            Is::Tens => i64::from(next.value),
            Is::Hundred => i64::from(next.value),
            Is::Scale => power(next.value),
            Is::Ordinal if matches!(next.value, 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90) => i64::from(next.value),
            _ => break,
        };
        // `بين مئة ألف ومئة وخمسين ألف`: a second number.
        if group == 0 && again(s, step, below) {
            break;
        }
        let tens_after_unit = below == 1 && matches!(next.is, Is::Tens | Is::Ordinal) && group < 1_000_000;
        if digits || !next.and() || !(tens_after_unit || size < below) {
            break;
        }
        if next.is == Is::Ordinal || next.is == Is::Tens {
            group += i64::from(next.value) * 1000;
            (below, last, at) = (0, step, step);
            // خمسة وعشرون ألفا
            match s.classes.get(at + 1) {
                Some(n) if matches!(n.is, Is::Scale | Is::ScalePlural) && n.proclitics.is_none() => {
                    at += 1;
                    continue;
                }
                _ => break,
            }
        }
        at = step;
    }
    Number { first: first as u32, last: last as u32, value: total.saturating_add(group), written: Written::Words }
}

/// True where the words from `at` on end with a scale that is no smaller than one that was read already.
fn again(s: &ParsedSentence, at: usize, below: i64) -> bool {
    let small = |c: &Cue| matches!(c.is, Is::One | Is::Ten | Is::Tens | Is::Hundred | Is::And);
    let next = s.classes.get(at..).and_then(|rest| rest.iter().find(|c| !small(c)));
    next.is_some_and(|c| {
        matches!(c.is, Is::Scale | Is::ScalePlural) && c.proclitics.is_none() && below > 1 && power(c.value) >= below
    })
}

/// What digits at `at` add to the scale before them: `6 آلاف و400`, `مليونين و800 ألف`; in thousandths, with the last token.
fn rest(text: &str, s: &ParsedSentence, at: usize) -> Option<(i64, usize)> {
    let t = s.tokens.get(at).filter(|t| t.kind == TokenKind::Number)?;
    let scale = s.classes.get(at + 1).filter(|c| matches!(c.is, Is::Scale | Is::ScalePlural) && c.proclitics.is_none());
    let value = value_of(t.text(text), scale.is_some())?;
    match scale {
        Some(scale) => Some((value.checked_mul(power(scale.value))?, at + 1)),
        None => Some((value, at)),
    }
}

/// An ordinal: `الثالثة`, `السادسة عشرة`, `الحادية والعشرين`.
fn ordinal(s: &ParsedSentence, at: usize) -> Number {
    let unit = i64::from(s.classes[at].value);
    let next = s.classes.get(at + 1).copied().unwrap_or_default();
    let (value, last) = match next.is {
        Is::Ten if unit < 10 && next.proclitics.is_none() => (unit + 10, at + 1),
        Is::Tens | Is::Ordinal if unit < 10 && next.and() && next.value >= 20 => (unit + i64::from(next.value), at + 1),
        Is::And
            if unit < 10 && s.classes.get(at + 2).is_some_and(|c| matches!(c.is, Is::Tens | Is::Ordinal) && c.value >= 20) =>
        {
            (unit + i64::from(s.classes[at + 2].value), at + 2)
        }
        _ => (unit, at),
    };
    Number { first: at as u32, last: last as u32, value: value * 1000, written: Written::Ordinal }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::with;

    fn read(sentence: &str) -> Vec<(String, i64)> {
        with(sentence, |text, s, _| {
            let mut out = Vec::new();
            find(text, s, &mut out);
            let words =
                |n: &Number| text[s.tokens[n.first as usize].start as usize..s.tokens[n.last as usize].end as usize].to_owned();
            out.iter().map(|n| (words(n), n.value)).collect()
        })
    }

    #[test]
    fn digits_of_three_systems_with_separators() {
        for (text, value) in [
            ("قتل 310 آلاف شخص", 310_000_000),
            ("نحو ٣٥٠ مدنيا", 350_000),
            ("۱۲ نقطة", 12_000),
            ("3,5 ملايين لاجئ", 3_500_000_000),
            ("٢٫٥ مليون", 2_500_000_000),
            ("310,000 قتيل", 310_000_000),
            ("310.000 قتيل", 310_000_000),
            ("1,250,000 نازح", 1_250_000_000),
            ("2.5 مليار دولار", 2_500_000_000_000),
            ("12.5 في المئة", 12_500),
            ("20 ألفا و500 مقاتل", 20_500_000),
            ("6 آلاف و400 قتيل", 6_400_000),
            ("مليونين و800 ألف نازح", 2_800_000_000),
            ("تسعة آلاف و300 قتيل", 9_300_000),
            ("بين 3 آلاف و4 آلاف مقاتل", 3_000_000),
            ("3 آلاف و5 ملايين", 3_000_000),
            ("الـ 20 من", 20_000),
            ("ال17 من", 17_000),
        ] {
            assert_eq!(read(text).first().map(|n| n.1), Some(value), "{text}");
        }
    }

    #[test]
    fn words_and_compounds() {
        for (text, words, value) in [
            ("مئة اسم من المعتقلين", "مئة", 100),
            ("خمسة وعشرون شخصا", "خمسة وعشرون", 25),
            ("مئة وخمسين أسيرا", "مئة وخمسين", 150),
            ("خمسة عشر مقاتلا", "خمسة عشر", 15),
            ("أحد عشر عضوا", "أحد عشر", 11),
            ("إحدى عشرة دولة", "إحدى عشرة", 11),
            ("أحد عشر ألف نازح", "أحد عشر ألف", 11_000),
            ("أحد عشرة فصائل", "عشرة", 10),
            ("اثنتي عشرة دولة", "اثنتي عشرة", 12),
            ("ثلاث مئة معتقل", "ثلاث مئة", 300),
            ("خمسمئة وثلاثة وعشرين جنديا", "خمسمئة وثلاثة وعشرين", 523),
            ("ألفين وأربعمئة عائلة", "ألفين وأربعمئة", 2400),
            ("ثلاثة آلاف مقاتل", "ثلاثة آلاف", 3000),
            ("خمسين ألف نازح", "خمسين ألف", 50_000),
            ("خمسة وعشرين ألف نازح", "خمسة وعشرين ألف", 25_000),
            ("مليوني لاجئ", "مليوني", 2_000_000),
            ("مئتي ألف شخص", "مئتي ألف", 200_000),
            ("نصف مليون شخص", "نصف مليون", 500_000),
            ("عاد نصف المليون منهم", "نصف المليون", 500_000),
            ("في الثالث والعشرين من الشهر", "الثالث والعشرين", 23),
            ("الجولة الحادية والعشرين", "الحادية والعشرين", 21),
            ("الجولة السادسة عشرة من", "السادسة عشرة", 16),
            ("الجولة الثانية والعشرون", "الثانية والعشرون", 22),
            ("الجولة العشرين من", "العشرين", 20),
        ] {
            assert_eq!(read(text), [(words.to_owned(), value * 1000)], "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_two() {
        let both = |text| read(text).iter().map(|n| n.1 / 1000).collect::<Vec<_>>();
        assert_eq!(both("بين مئة ألف ومئة وخمسين ألف دولار"), [100_000, 150_000]);
        assert_eq!(both("بين عشرين ألفا وثلاثين ألف نازح"), [20_000, 30_000]);
        assert_eq!(both("مليونين ومئة ألف نازح"), [2_100_000]);
        assert_eq!(read("آلاف القتلى ومئات الجرحى"), []);
        assert_eq!(read("لجنة 5+5 العسكرية"), []);
        assert_eq!(read("عند 10:30 صباحا"), []);
        assert_eq!(read("في 3 و4 مايو").iter().map(|n| n.1).collect::<Vec<_>>(), [3000, 4000]);
        assert_eq!(read("الأولى والثانية").iter().map(|n| n.1).collect::<Vec<_>>(), [1000, 2000]);
        assert_eq!(read("سبعة وعشرة").len(), 2);
        assert_eq!(read("الإصدار 1.2.3"), []);
    }
}
