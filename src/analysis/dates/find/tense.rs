//! Which way a date lies, by the verbs and prepositions around it.

use super::Reader;
use crate::analysis::dates::Tense;
use crate::glossary::cue::Is;

impl Reader<'_> {
    /// The nearest verb before the date, else behind it. What a day is put off or prolonged to lies ahead, whatever the verb: `قررت إطالة الجولة إلى الخميس`.
    pub(super) fn tense(&self, first: usize, last: usize) -> Tense {
        let mut open = false;
        // `عرضت استضافتها قبل نهاية تشرين الثاني`
        if first > 0 && self.is(first - 1, Is::Before) && self.is(first, Is::Third) {
            return Tense::Future;
        }
        if first > 0 && self.is(first - 1, Is::To) && self.cue(first - 1).value == 0 && self.weekday(last).is_some() {
            return Tense::Future;
        }
        for i in (first.saturating_sub(14)..first).rev() {
            if self.mark(i, &['.', '؛', ':', '!', '؟']) {
                break;
            }
            match self.cue(i).is {
                // `كان مقررا أن تختتم الأحد`: the nearest, before or behind.
                Is::Due | Is::Set if (i.saturating_sub(2)..i).any(|w| self.is(w, Is::Was)) => return Tense::Due,
                Is::Future | Is::Due | Is::Set | Is::Postponed => return Tense::Future,
                // `اتفقت على عقد مؤتمر`, `من المقرر عقد الجولة`: the noun, and it is to come.
                Is::Perfect if i > 0 && [Is::On, Is::Due, Is::Set].iter().any(|&cue| self.is(i - 1, cue)) => {
                    return Tense::Future;
                }
                // `منذ تدخل التحالف في مارس`
                Is::Since => return Tense::Past,
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
