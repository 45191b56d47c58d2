//! Which way a date lies, by the verbs and prepositions around it.

use super::Reader;
use crate::analysis::dates::Tense;
use crate::glossary::cue::Is;
use crate::glossary::entry::Kind;
use crate::glossary::particle::Particle;

/// Marks that no verb looks across.
const STOPS: [char; 6] = ['.', '؛', ':', '!', '؟', '?'];
/// Verbs of what is planned for a day: in the imperfect, with a bare day of the week, they speak of the coming one (`تبدأ الجولة الخميس`). What is said or done is told in it, too.
const PLANNED: [&str; 26] = [
    "بدأ",
    "نطلق",
    "ستأنف",
    "فتتح",
    "عقد",
    "نعقد",
    "جتمع",
    "لتقي",
    "لتئم",
    "صل",
    "توجه",
    "غادر",
    "عود",
    "ختتم",
    "نتهي",
    "دخل",
    "زور",
    "ستضيف",
    "ستقبل",
    "صوت",
    "سافر",
    "تسلم",
    "شارك",
    "جري",
    "وقع",
    "تواصل",
];
/// Verbs of what nearly happened.
const NEARLY: [&str; 6] = ["كاد", "كادت", "كادوا", "وكاد", "وكادت", "وكادوا"];
/// أن before a verb, and not أنه.
const THAT: [&str; 5] = ["أن", "ان", "وأن", "وان", "بأن"];

impl Reader<'_> {
    /// The nearest verb before the date, else behind it. What is agreed, asked for or expected to be (`على أن تختتم الخميس`) lies ahead of that, and so does a day by which something is wanted. What a day is put off or prolonged to lies ahead, whatever the verb: `قررت إطالة الجولة إلى الخميس`.
    pub(super) fn tense(&self, first: usize, last: usize) -> Tense {
        let (mut open, mut planned) = (false, false);
        // `عرضت استضافتها قبل نهاية تشرين الثاني`
        if first > 0 && self.is(first - 1, Is::Before) && self.is(first, Is::Third) {
            return Tense::Future;
        }
        if first > 0 && self.is(first - 1, Is::To) && self.cue(first - 1).value == 0 && self.weekday(last).is_some() {
            return Tense::Future;
        }
        if first > 0 && self.is(first - 1, Is::Before) && self.weekday(last).is_some() {
            return if self.happened(first - 1) { Tense::Past } else { Tense::Future };
        }
        for i in (first.saturating_sub(14)..first).rev() {
            if self.mark(i, &STOPS) {
                break;
            }
            if let Some(tense) = self.to_be(i) {
                return tense;
            }
            // `أن تبدأ محادثات عبر الإنترنت الاثنين`: a preposition, and no verb.
            if self.text(i) == "عبر" && self.text(i + 1) != "عن" {
                continue;
            }
            // `التي احتضنت في يناير`
            if self.relative_past(i) {
                return Tense::Past;
            }
            planned |= self.planned(i) && self.weekday(last).is_some();
            match self.cue(i).is {
                // `كان مقررا أن تختتم الأحد`: the nearest, before or behind.
                Is::Due | Is::Set if (i.saturating_sub(2)..i).any(|w| self.is(w, Is::Was)) => return Tense::Due,
                Is::Future | Is::Due | Is::Set | Is::Postponed => return Tense::Future,
                // `اتفقت على عقد مؤتمر`, `من المقرر عقد الجولة`: the noun, and it is to come.
                Is::Perfect if i > 0 && [Is::On, Is::Due, Is::Set].iter().any(|&cue| self.is(i - 1, cue)) => {
                    return Tense::Future;
                }
                Is::Perfect | Is::Ended | Is::Since if planned => return Tense::Planned,
                // `تقرر عقد الاجتماع المقبل في أكتوبر`
                Is::Next if self.weekday(last).is_none() => return Tense::Future,
                // `منذ تدخل التحالف في مارس`
                Is::Since => return Tense::Past,
                Is::Perfect | Is::Ended => return if open { Tense::Open } else { Tense::Past },
                Is::Imperfect => open = true,
                _ => {}
            }
        }
        if planned {
            return Tense::Planned;
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

    /// `أن تختتم` at token `that`: to come if it is agreed, asked for or expected. `قبل أن`, `دون أن` and what was refused say nothing.
    fn to_be(&self, that: usize) -> Option<Tense> {
        if !THAT.contains(&self.text(that)) || !self.is_present(that + 1) {
            return None;
        }
        // `كادت المحادثات أن تنتهي دونها ليل الأربعاء`: it nearly came about.
        if (that.saturating_sub(3)..that).any(|i| NEARLY.contains(&self.text(i))) {
            return Some(Tense::Past);
        }
        let from = that.saturating_sub(6);
        let clause = (from..that).rev().take_while(|&i| !self.mark(i, &STOPS));
        for i in clause {
            let near = i + 1 == that;
            let wanted = match self.cue(i).is {
                Is::Before | Is::After | Is::Less if near => return None,
                Is::Perfect => return (!self.refused(i)).then_some(Tense::Future),
                Is::Due | Is::Set | Is::Future | Is::Imperfect => true,
                Is::On => near,
                _ => near && self.text(i).starts_with('ي') && self.is_present(i),
            };
            if wanted {
                let was = (i.saturating_sub(2)..i).any(|w| self.is(w, Is::Was));
                return Some(if was { Tense::Due } else { Tense::Future });
            }
        }
        None
    }

    /// `تبدأ`, `ويصل`; not `لم تبدأ`, `كانت تعقد`, `وهو يغادر`, `بعد أن تعقد`.
    fn planned(&self, at: usize) -> bool {
        let word = self.text(at);
        let bare = word.strip_prefix(['و', 'ف']).filter(|w| w.starts_with(['ي', 'ت'])).unwrap_or(word);
        let Some(stem) = bare.strip_prefix(['ي', 'ت']) else { return false };
        let told = |i: usize| {
            matches!(self.cue(i).is, Is::Was | Is::No | Is::Since)
                || matches!(self.text(i), "لم" | "وهو" | "وهي" | "وهم" | "أن" | "ان")
        };
        // `تدخل` and `توقع` are nouns and verbs in the perfect, too.
        let homograph = bare == "توقع" || bare == "تدخل" && !(at + 1..at + 5).any(|i| self.text(i) == "حيز");
        !homograph
            && PLANNED.contains(&stem.trim_end_matches("ون").trim_end_matches("ان"))
            && !(at.saturating_sub(2)..at).any(told)
    }

    /// A verb in the perfect behind a relative pronoun, by its form: `التي احتضنت`, `الذي استضاف`.
    fn relative_past(&self, at: usize) -> bool {
        let word = self.text(at);
        let long = word.chars().count() > 3;
        let unread = matches!(self.cue(at).is, Is::Nothing | Is::Perfect);
        let ahead = word.starts_with(['ي', 'ت', 'ن', 'أ']) || word.starts_with("ست") || word.starts_with("سي");
        let form = |pronoun: &str| match pronoun {
            "التي" => word.ends_with('ت'),
            "الذي" => !word.starts_with(['ل', 'م', 'ب', 'ف', 'و', 'س']) && !word.ends_with(['ة', 'ه', 'ا']),
            _ => false,
        };
        at > 0 && long && unread && !ahead && form(self.text(at - 1))
    }

    /// A verb in the imperfect, or a word that no entry knows and that looks like one.
    fn is_present(&self, at: usize) -> bool {
        let unknown = || !self.s.matches.iter().any(|m| (m.first as usize..=m.last as usize).contains(&at));
        let word = self.text(at);
        match self.cue(at).is {
            Is::Imperfect => true,
            Is::Nothing => word.starts_with(['ي', 'ت']) && !word.ends_with(['ة', 'ا']) && unknown(),
            _ => false,
        }
    }

    /// `رفض أن`, `استطاع أن`: what is told happened, or did not.
    fn refused(&self, at: usize) -> bool {
        let word = self.text(at);
        let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        ["رفض", "استطاع", "اضطر"].iter().any(|verb| word.starts_with(verb))
    }

    /// `وصل الوفد قبل`, `لم يصل الوفد قبل`: what is told was before that day. `طالب بالرد قبل` asks for it.
    fn happened(&self, before: usize) -> bool {
        for i in (before.saturating_sub(4)..before).rev() {
            let cue = self.cue(i);
            // `بالرد`, `إلى تسليم الرد`; not `إلى أستانا`.
            let to = matches!(cue.particle, Particle::Takes(_)) && self.found(i + 1, Kind::Place).is_none();
            let of = ["بال", "لل"].iter().any(|p| self.text(i).starts_with(p)) && self.found(i, Kind::Place).is_none();
            match cue.is {
                _ if self.mark(i, &STOPS) || to || of => return false,
                Is::Perfect | Is::Ended => return true,
                Is::No => return self.text(i) == "لم",
                _ => {}
            }
        }
        false
    }
}
