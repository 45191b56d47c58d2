//! Figures of one thing that only the words around them name: who is in a delegation (`الوفد، وقوامه 24 شخصا`), whom an exchange took in (`شملت عملية التبادل 11 شخصا`), who was at a session, how long
//! something is opened (`فتح المعبر لستة أشهر`) or an exchange takes, and how often a side met those who mediate.

use super::super::speakers::{at_the_table, side};
use super::{At, Counted, EXCHANGE, Thing};
use crate::analysis::{Mention, figures::Figure};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;

/// Words before a figure, and behind it, that say what it is of.
const WORDS: usize = 9;
/// Bytes in which a sentence names what lasts, or who leads a delegation.
const FAR: usize = 200;
const LED: usize = 90;
/// Words of those who are counted as people.
const PEOPLE: [&str; 12] =
    ["شخص", "أشخاص", "شخصا", "عضو", "أعضاء", "عضوا", "ممثل", "ممثلا", "ممثلين", "مندوب", "مندوبا", "مندوبين"];
/// Words before the size of a delegation.
const MADE: [&str; 11] = ["من", "ضم", "يضم", "ضمت", "تضم", "وقوامه", "قوامه", "وقوامها", "قوامها", "وعدده", "أعضائه"];

fn bare(word: &str) -> String {
    word.chars().filter(|c| c.is_alphabetic() && !('\u{64b}'..='\u{652}').contains(c)).collect()
}

fn is(word: &str, list: &[&str]) -> bool {
    let word = bare(word);
    list.iter().any(|w| word == *w || word.strip_prefix(['و', 'ف']) == Some(w))
}

impl<'a> At<'a> {
    /// What a figure counts of which no entry says it.
    pub(super) fn size(self) -> Option<Counted<'a>> {
        self.delegates()
            .or_else(|| self.in_exchange())
            .or_else(|| self.at_session())
            .or_else(|| self.opened())
            .or_else(|| self.exchange_lasts())
            .or_else(|| self.met())
            .or_else(|| self.covered())
    }

    fn thing(self, what: &str, unit: &str, of: Option<EntryId>) -> Option<Counted<'a>> {
        let unit = self.given.lexicon.number(unit)?;
        let thing = Thing { what: what.to_owned(), unit, of, each: false };
        Some(Counted { at: self, thing, days: None, start: self.figure.start, civilians: false })
    }

    /// The words of its sentence before a figure, the nearest first, up to a full stop.
    fn before(&self) -> Vec<&'a str> {
        let text = self.text(self.sentence().start, self.figure.start);
        text.rsplit(['؛', '.']).next().unwrap_or_default().split_whitespace().rev().collect()
    }

    fn unit_word(&self) -> Vec<&'a str> {
        self.text(self.figure.start, self.sentence().end).split_whitespace().take(4).collect()
    }

    /// `وفد من 24 شخصا`, `الوفد، المكون من 17 ممثلا برئاسة فلان`
    fn delegates(self) -> Option<Counted<'a>> {
        let people = self.unit_word().iter().any(|w| is(w, &PEOPLE));
        let words = self.before();
        let made = words.first().is_some_and(|w| is(w, &MADE));
        let delegation = |w: &&str| is(w, &["وفد", "الوفد", "وفده", "لوفد", "لوفده", "بوفد", "للوفد"]);
        let at = words.iter().take(WORDS).position(delegation).filter(|_| people && made)?;
        // `أعضاء في الوفد أجروا لقاءات من 17`: a verb between them would be of something else.
        let plain = |w: &&str| {
            let w = bare(w);
            ["المؤلف", "المكون", "المشكل", "الذي", "من", "قوام", "يضم", "ضم"].iter().any(|m| w.ends_with(m) || w.contains("قوام"))
                || w.starts_with("ال")
                || MADE.contains(&w.as_str())
        };
        if !words[..at].iter().all(plain) {
            return None;
        }
        let lexicon = self.given.lexicon;
        let start = self.sentence().start;
        let whose = self.delegation(self.figure.start).or_else(|| self.leader()).or_else(|| {
            // `أما المعارضة المسلحة فمثلها وفد من 24 شخصا`
            let head = self.text(start, self.figure.start);
            let from = head.rfind("مثلها").or_else(|| head.rfind("مثله"))?;
            let party = |m: &&Mention| matches!(self.entry(m).kind, Kind::Party | Kind::Country);
            let m = self.mentions(start, start + from as u32).rfind(party)?;
            Some(at_the_table(lexicon, side(lexicon, m.entry)))
        })?;
        self.thing("in the delegation of", "unit_member", Some(whose))
    }

    /// The side of who leads a delegation: `برئاسة فلان`, `يتزعمه فلان`.
    fn leader(&self) -> Option<EntryId> {
        const LEADS: [&str; 7] = ["برئاسة", "بقيادة", "يتزعمه", "يرأسه", "يترأسه", "ترأسه", "يقوده"];
        let lexicon = self.given.lexicon;
        let s = self.sentence();
        let behind = self.text(self.figure.end, s.end);
        let at = LEADS.iter().filter_map(|w| behind.find(w)).min().filter(|at| *at <= LED)?;
        let from = self.figure.end + at as u32;
        let person = self.mentions(from, s.end).find(|m| self.entry(m).kind == Kind::Person)?;
        let whose = side(lexicon, person.entry);
        let near = (person.start - from) as usize <= FAR;
        (near && whose != person.entry).then(|| at_the_table(lexicon, whose))
    }

    /// `عملية التبادل الأخيرة شملت 11 شخصا`, `عملية التبادل …، وأفرج خلالها عن 10 محتجزين`: how many in all.
    fn in_exchange(self) -> Option<Counted<'a>> {
        const FREED: [&str; 4] = ["أفرج", "أطلق", "الإفراج", "إطلاق"];
        const WITHIN: [&str; 3] = ["خلالها", "فيها", "بموجبها"];
        let words = self.before();
        let lexicon = self.given.lexicon;
        let head = &words[..words.len().min(WORDS)];
        let during = head.first() == Some(&"عن")
            && head.iter().take(4).any(|w| is(w, &WITHIN))
            && head.iter().take(5).any(|w| is(w, &FREED));
        let exchange = words.iter().any(|w| is(w, &["التبادل", "تبادل", "لتبادل", "بالتبادل"]))
            && words.iter().any(|w| is(w, &["عملية", "بعملية", "العملية", "صفقة"]));
        let held = self.exchanged().is_some();
        let unit = &lexicon.entries[self.figure.unit? as usize];
        let time = unit.role.as_deref() == Some("time");
        let fits = !time && !self.each() && !self.is_part() && (held || during && exchange);
        if !fits {
            return None;
        }
        self.thing(EXCHANGE, "unit_person", None)
    }

    /// `الجلسة التي عقدت في طبرق لم يتجاوز عدد حضورها 70 نائبا`, `جلسة في طبرق صوت خلالها 92 نائبا`
    fn at_session(self) -> Option<Counted<'a>> {
        const THERE: [&str; 9] = ["حضورها", "حضرها", "حضورهم", "بحضور", "حضر", "صوت", "صوتوا", "الحضور", "الحاضرين"];
        const AMONG: [&str; 7] = ["خلالها", "فيها", "عدد", "نحو", "يتجاوز", "لها", "على"];
        let words = self.before();
        let unit = &self.given.lexicon.entries[self.figure.unit? as usize];
        let deputies = ["نائب", "نائبا", "نواب", "عضو", "عضوا", "أعضاء"];
        let people = self.unit_word().iter().any(|w| is(w, &deputies));
        let at = words.iter().take(3).position(|w| is(w, &THERE))?;
        let plain = words[..at].iter().all(|w| is(w, &AMONG));
        let session = words.iter().any(|w| is(w, &["الجلسة", "جلسة"]));
        if !people || !plain || !session || unit.role.as_deref() == Some("time") {
            return None;
        }
        let before = |m: &&Mention| self.entry(m).kind == Kind::Place;
        let mut places = self.mentions(self.sentence().start, self.figure.start).filter(before);
        let place = places.next_back()?;
        self.thing("at the session in", "unit_participant", Some(place.entry))
    }

    fn is_time(&self, long: bool) -> bool {
        let unit = self.figure.unit.map(|u| self.given.lexicon.entries[u as usize].id.as_str());
        let short = ["unit_day", "unit_week"];
        unit.is_some_and(|u| short.contains(&u) || long && matches!(u, "unit_month" | "unit_year"))
    }

    /// `فتح معبر أدري لمدة ثلاثة أشهر`, `إن فتح أدري لستة أشهر`
    fn opened(self) -> Option<Counted<'a>> {
        const OPENS: [&str; 4] = ["فتح", "إعادة", "بفتح", "لفتح"];
        let words = self.before();
        // `لستة أشهر`: the preposition is part of the figure.
        let length = words.first().is_some_and(|w| is(w, &["لمدة", "لفترة", "مدة"]))
            || self.text(self.figure.start, self.figure.end).starts_with('ل');
        let at = words.iter().position(|w| is(w, &OPENS)).filter(|_| length && self.is_time(true))?;
        let start = offset(words[at], &self.article.text);
        let near = |m: &&Mention| self.entry(m).kind == Kind::Place && (m.start - start) as usize <= LED;
        let place = self.mentions(start, self.figure.start).find(near)?;
        self.thing("of the opening of", self.unit_id()?, Some(place.entry))
    }

    fn unit_id(&self) -> Option<&'a str> {
        self.figure.unit.map(|u| self.given.lexicon.entries[u as usize].id.as_str())
    }

    /// `تبادل الأسرى … وإن العملية ستستغرق عشرة أسابيع`, `تبادل الكشوفات …، والتنفيذ بموجب جدول يمتد أربعين يوما`
    fn exchange_lasts(self) -> Option<Counted<'a>> {
        const LASTS: [&str; 8] = ["يستغرق", "تستغرق", "ستستغرق", "سيستغرق", "يمتد", "تمتد", "ستمتد", "سيمتد"];
        const WHAT: [&str; 6] = ["العملية", "التنفيذ", "جدول", "التبادل", "عملية", "تنفيذ"];
        let words = self.before();
        let verb = words.iter().take(6).position(|w| is(w, &LASTS)).filter(|_| self.is_time(false))?;
        let what = words[verb..].iter().take(WORDS).any(|w| is(w, &WHAT));
        let prisoners = words
            .iter()
            .any(|w| ["الأسرى", "المعتقلين", "المحتجزين", "الكشوفات"].contains(&bare(w).trim_start_matches(['و', 'ل', 'ب'])));
        let exchange = words.iter().any(|w| matches!(bare(w).trim_start_matches(['و', 'ل', 'ب']), "تبادل" | "التبادل"));
        if !what || !prisoners || !exchange {
            return None;
        }
        self.thing("of the prisoner exchange", "unit_day", None)
    }

    /// `اتفاق لتبادل الأسرى سيشمل نحو 15 ألف شخص`, `إجمالي من وردت أسماؤهم في الكشوفات تجاوز ستة عشر ألفا`: all whom an exchange is to take in.
    fn covered(self) -> Option<Counted<'a>> {
        const HOLDS: [&str; 6] = ["سيشمل", "يشمل", "شمل", "ستشمل", "تشمل", "شملت"];
        const WHOLE: [&str; 4] = ["إجمالي", "مجموع", "الإجمالي", "المجموع"];
        const LISTS: [&str; 6] = ["أسماؤهم", "الأسماء", "الأسرى", "الكشوفات", "القوائم", "أسمائهم"];
        let words = self.before();
        let unit = self.unit_id().unwrap_or_default();
        let people = matches!(unit, "" | "unit_person" | "unit_name" | "unit_prisoner" | "unit_detainee");
        let prisoners = words.iter().any(|w| is(w, &LISTS) || is(w, &["أسرى", "لأسرى", "للأسرى"]));
        let of = words.iter().take(WORDS).any(|w| is(w, &WHOLE));
        let deal = words.iter().any(|w| is(w, &["اتفاق", "الاتفاق", "صفقة", "الصفقة"]))
            && words.iter().any(|w| is(w, &["لتبادل", "تبادل", "التبادل"]))
            && words.iter().take(2).any(|w| is(w, &HOLDS));
        if !people || self.each() || self.is_part() || !(of && prisoners || deal) {
            return None;
        }
        self.thing("covered by the prisoner exchange", "unit_person", None)
    }

    /// `الوفد أجرى سبع جلسات مع المبعوث`, `عقد المبعوث أحد عشر اجتماعا مع المعارضة مقابل خمسة مع وفد الحكومة`
    fn met(self) -> Option<Counted<'a>> {
        const MEETINGS: [&str; 7] = ["اجتماع", "اجتماعا", "اجتماعات", "جلسة", "جلسات", "لقاء", "لقاءات"];
        let lexicon = self.given.lexicon;
        let s = self.sentence();
        let words = self.before();
        let own = self.unit_word().iter().take(3).any(|w| is(w, &MEETINGS));
        // `مقابل خمسة فقط`: of what the figure before it counts.
        let answers = words.first() == Some(&"مقابل") && self.figure.unit.is_none();
        let first = |f: &&Figure| f.end <= self.figure.start && (self.figure.start - f.end) as usize <= FAR;
        let counted = s.figures.iter().rev().find(first).filter(|_| answers);
        let met = counted.is_some_and(|f| self.text(f.start, s.end).split_whitespace().take(3).any(|w| is(w, &MEETINGS)));
        let behind = self.text(self.figure.end, s.end);
        let with = behind.find("مع ").filter(|at| *at <= 24 && !behind[..*at].contains(['،', '.']))?;
        if !own && !met {
            return None;
        }
        let from = self.figure.end + with as u32;
        let body = |m: &&Mention| matches!(self.entry(m).kind, Kind::Party | Kind::Country | Kind::Organization | Kind::Person);
        let mediates = |id: EntryId| lexicon.entries[side(lexicon, id) as usize].role.as_deref() == Some("mediator");
        let whom = self.mentions(from, s.end).find(body).filter(|m| (m.start - from) as usize <= LED)?;
        let whose = if mediates(whom.entry) {
            let delegation = words.iter().any(|w| matches!(bare(w).as_str(), "الوفد" | "وفده" | "وفدنا"));
            self.speaker().filter(|_| delegation)?
        } else {
            let before =
                self.mentions(s.start, self.figure.start).any(|m| mediates(m.entry) && self.entry(m).kind == Kind::Person);
            Some(at_the_table(lexicon, side(lexicon, whom.entry))).filter(|_| before)?
        };
        self.thing("held with the envoy by", "meeting", Some(whose))
    }
}

/// The byte at which a word of a text begins.
fn offset(word: &str, text: &str) -> u32 {
    (word.as_ptr() as usize - text.as_ptr() as usize) as u32
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn numbers(text: &str) -> Vec<String> {
        let brief = fourth(text);
        let figures = brief.disputes.into_iter().filter(|d| d.slot == "figure");
        figures.flat_map(|d| d.values).map(|v| v.value.text).collect()
    }

    #[test]
    fn who_is_in_a_delegation() {
        let one = "وقال أسامة أبو زيد للصحافيين إن الوفد، وقوامه 14 شخصا، وصل كاملا.";
        assert_eq!(
            numbers(&format!("{one}\n\nوأصدر الوفد، المكون من أحد عشر ممثلا برئاسة محمد علوش، بيانا مقتضبا.")),
            ["14 people", "11 representatives"]
        );
        assert_eq!(
            numbers(&format!("{one}\n\nأما المعارضة المسلحة فمثلها وفد من 12 شخصا، على ما قال سيرغي لافروف.")),
            ["14 people", "12 people"]
        );
        // Of another side, of some of its members, of those it met.
        assert_eq!(numbers(&format!("{one}\n\nوأصدر الوفد، المكون من أحد عشر ممثلا برئاسة سيرغي لافروف، بيانا.")), [""; 0]);
        assert_eq!(numbers(&format!("{one}\n\nوقال محمد علوش إن الوفد التقى تسعة أشخاص من أهالي المعتقلين.")), [""; 0]);
    }

    #[test]
    fn whom_an_exchange_took_in_and_how_long_it_takes() {
        let one = "ورحب البيان بعملية التبادل التي جرت قرب حلب، وأفرج خلالها عن 10 محتجزين.";
        let says = |n: u8| format!("{one}\n\nوقال محمد علوش إن عملية التبادل الأخيرة قرب حلب شملت {n} شخصا.");
        assert_eq!(numbers(&says(14)), ["10 detainees", "14 people"]);
        assert_eq!(numbers(&says(10)), [""; 0]);
        let takes = "وقال سيرغي لافروف إن تبادل الأسرى سيبدأ قريبا، وإن العملية ستستغرق عشرة أسابيع.";
        let days = "وقال محمد علوش إن تبادل الكشوفات بأسماء الأسرى تم، وإن التنفيذ بموجب جدول يمتد أربعين يوما.";
        assert_eq!(numbers(&format!("{takes}\n\n{days}")), ["10 weeks", "40 days"]);
        assert_eq!(numbers(&format!("{takes}\n\nوقال محمد علوش إن تنفيذ تبادل الأسرى يستغرق سبعين يوما.")), [""; 0]);
        let deal = "وقال سيرغي لافروف إن الطرفين وقعا على اتفاق لتبادل الأسرى سيشمل نحو 15 ألف شخص.";
        let all = "وقال محمد علوش إن إجمالي من وردت أسماؤهم في الكشوفات تجاوز ستة عشر ألفا من الجانبين.";
        assert_eq!(numbers(&format!("{deal}\n\n{all}")), ["about 15000 people", "more than 16000"]);
        assert_eq!(numbers(&format!("{deal}\n\nوقال محمد علوش إن القوائم تضم سبعة آلاف أسير.")), [""; 0]);
        assert_eq!(numbers(&format!("{takes}\n\nوقال محمد علوش إن نقل الجرحى يستغرق أربعين يوما.")), [""; 0]);
    }

    #[test]
    fn how_long_a_crossing_is_open_and_how_often_the_envoy_was_met() {
        let one = "وقال سيرغي لافروف إن قرار فتح معبر حلب الذي اتخذ الأسبوع الماضي ولمدة ثلاثة أشهر سيادي.";
        assert_eq!(numbers(&format!("{one}\n\nوقال محمد علوش إن فتح معبر حلب لستة أشهر لا يكفي.")), ["3 months", "6 months"]);
        assert_eq!(numbers(&format!("{one}\n\nوقال محمد علوش إن فتح معبر إدلب لستة أشهر لا يكفي.")), [""; 0]);
        let met = "وعقد ستافان دي ميستورا تسعة اجتماعات مع وفد المعارضة مقابل أربعة فقط مع وفد الحكومة السورية.";
        assert_eq!(
            numbers(&format!("{met}\n\nوقال بشار الجعفري إن الوفد أجرى ست جلسات مع دي ميستورا.")),
            ["4 meetings", "6 sessions"]
        );
        assert_eq!(numbers(&format!("{met}\n\nوقال بشار الجعفري إن الوفد أجرى ست جلسات مع الوفد الروسي.")), [""; 0]);
    }
}
