//! When a round is, as the words around it say.

use super::{Look, When};
use crate::analysis::dates::{DateMention, Said, Tense, Turn, Way};
use crate::glossary::cue::{Cue, Is};

impl Look<'_> {
    /// How the words around tokens `first..=last` place them in time.
    pub(super) fn when(&self, first: usize, last: usize, by_name: bool) -> When {
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
        if self.ends_soon(first, last) {
            return When::Now;
        }
        if let Some(when) = self.so_long_from(first) {
            return when;
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
        if let Some(date) = in_clause.clone().min_by_key(far) {
            let turned = match date.said {
                Said::Days { turn, .. } | Said::Month { turn, .. } => turn,
                Said::Period { unit: 5 | 6, turn, .. } => turn,
                Said::Period { unit: 4, turn: Turn::Next, .. }
                | Said::Weekdays { turn: Turn::Next | Turn::NextWeek, .. }
                | Said::Offset(1..) => return When::Soon,
                // وبعد أسبوعين تلتئم الجولة الثامنة
                Said::Length { way: Way::Ahead, .. }
                    if (date.last as usize + 1..first).take(3).any(|i| matches!(self.cue(i).is, Is::Imperfect | Is::Future)) =>
                {
                    return When::Soon;
                }
                // في الجولة السادسة قبل عام
                Said::Length { way: Way::Ago, unit: 5.., .. } if (last + 1..last + 6).contains(&(date.first as usize)) => {
                    return When::Past;
                }
                _ => Turn::Plain,
            };
            match turned {
                Turn::Last | Turn::LastYear => return When::Past,
                Turn::Next | Turn::NextYear => return When::Next,
                _ if date.tense == Tense::Future => return When::Soon,
                // أستانا 4 مطلع مايو
                _ if date.tense == Tense::Open && matches!(date.said, Said::Month { .. }) && date.first as usize == last + 1 => {
                    return When::Next;
                }
                _ => {}
            }
        }
        let word = |back: usize| first.checked_sub(back).map_or("", |i| self.s.tokens[i].text(self.text));
        // وتعقد الجولة السابعة في أيلول, ويعقد اللقاء السادس عشر منتصف العام
        let holds = matches!(word(1).trim_start_matches(['و', 'ف']), "يعقد" | "تعقد" | "ينعقد" | "تنعقد" | "يلتئم" | "تلتئم");
        let far = |d: &DateMention| d.tense != Tense::Past && matches!(d.said, Said::Month { .. } | Said::Year { .. });
        if holds && in_clause.clone().any(|d| d.first as usize > last && far(d)) {
            return When::Next;
        }
        // أعلن عن عقد الاجتماع السابع, الدعوة إلى جولة خامسة: to come.
        let held = matches!(word(1), "عقد" | "لعقد" | "بعقد")
            && (from..first).any(|i| matches!(self.cue(i).is, Is::Perfect | Is::Set) || self.is_verb(i));
        // ودعا المبعوث اللجنة إلى جولة ثامنة
        let front = matches!(word(1), "إلى" | "الى");
        let calls = |word: &str| {
            let word = word.trim_start_matches(['و', 'س']);
            matches!(word, "الدعوة" | "دعوة" | "للدعوة" | "يدعو" | "دعا" | "دعت" | "تدعو")
        };
        let called = front && (from.max(first.saturating_sub(6))..first).any(|i| calls(self.s.tokens[i].text(self.text)));
        if held || called {
            return When::Next;
        }
        // اتفق الرئيسان على أن تبحث اللجنة في جولتها الخامسة; not من دون أن تحقق الجولة
        let wished = |i: usize| {
            self.s.tokens[i].text(self.text) == "أن"
                && (self.cue(i + 1).is == Is::Imperfect || self.is_verb(i + 1))
                && !matches!(self.before(i, 1).is, Is::Less | Is::Before | Is::After)
        };
        if !by_name && (from.max(first.saturating_sub(6))..first).any(wished) {
            return When::Soon;
        }
        // `بعدما فشلت الجولة الثانية في تشرين الثاني 2019`: a month is told of what is some time ago.
        let once = (from..first).any(|i| self.cue(i).is == Is::After && self.cue(i).value == 1);
        if once && in_clause.clone().any(|d| matches!(d.said, Said::Month { .. })) {
            return When::Past;
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
                // الجولة الخامسة كانت مخيبة: what it was like; not كانت قد انتهت
                Is::Was if self.cue(i - 1).is != Is::Which => {
                    let before = matches!(self.cue(i + 1).is, Is::Perfect | Is::Ended | Is::Set) || self.is_verb(i + 1);
                    let before = before || self.s.tokens.get(i + 1).is_none_or(|t| t.text(self.text) == "قد");
                    return if before || self.cue(i + 1).is != Is::Nothing { When::Past } else { When::Told };
                }
                // الجولة السابعة قد تعقد في يونيو
                Is::Imperfect if i <= last + 2 && self.cue(i - 1).is != Is::Which => return When::Soon,
                Is::Perfect | Is::Imperfect => break,
                _ => {}
            }
        }
        When::Now
    }

    /// `تنتهي الجولة الرابعة الجمعة`: what is to end is under way.
    fn ends_soon(&self, first: usize, last: usize) -> bool {
        const ENDS: [&str; 4] = ["ينتهي", "تنتهي", "يختتم", "تختتم"];
        (first.saturating_sub(3)..first).chain(last + 1..last + 3).any(|i| {
            let word = self.s.tokens.get(i).map_or("", |t| t.text(self.text));
            ENDS.contains(&word.trim_start_matches(['و', 'ف']).trim_start_matches('س'))
        })
    }

    /// `تلا الجولة الأولى`, `بعد خمسة أشهر من الجولة الأولى`: told from the time of another; `قبل أسبوعين من الجولة الثالثة` is to come.
    fn so_long_from(&self, first: usize) -> Option<When> {
        const FOLLOWS: [&str; 10] = ["تلا", "تلت", "تلي", "يلي", "أعقب", "أعقبت", "يعقب", "تعقب", "اعقب", "اعقبت"];
        let front = first.checked_sub(1)?;
        if FOLLOWS.contains(&self.s.tokens[front].text(self.text).trim_start_matches('و')) {
            return Some(When::Past);
        }
        if !matches!(self.cue(front).is, Is::On | Is::From) {
            return None;
        }
        // A day behind its end is still its time; ونيف, ونصف
        let long = |c: Cue| c.is == Is::Length && (matches!(c.value % 100, 5..) || matches!(c.value, 104 | 204)) && c.value < 300;
        let length = (front.saturating_sub(2)..front).rev().find(|&i| long(self.cue(i)))?;
        let ahead = (length.saturating_sub(4)..length).any(|i| self.cue(i).is == Is::Before);
        Some(if ahead { When::Next } else { When::Past })
    }
}
