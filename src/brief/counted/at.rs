//! What the words around a figure say: what is counted, of which side, where, on which day, whether each side's.

use std::collections::BTreeSet;

use super::super::context::DateRange;
use super::super::ledger::family;
use super::super::speakers::{Said, at_the_table, of, side};
use super::super::whose::beside;
use super::{AGREEMENT, At, NEAR, STATEMENT, is_deed};
use crate::analysis::dates::{DateMention, Said as Told};
use crate::analysis::figures::Figure;
use crate::analysis::outcomes::Status;
use crate::analysis::statements::Statement;
use crate::analysis::{Mention, Sentence};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::EntryId;

/// Bytes between a truce and its length, and between an exchange and its numbers.
const LASTS: usize = 80;
const HOLDS: usize = 200;

/// Words before the length of talks.
const WORDS: usize = 10;

/// Words in which a figure has its unit.
const UNIT: usize = 4;
/// Bytes between the head of a sentence and who takes part.
const FAR: usize = 260;

/// Words around a figure in which `كل` makes it one of each side.
const EACH: usize = 3;

impl<'a> At<'a> {
    pub(super) fn sentence(&self) -> &'a Sentence {
        &self.analysis.sentences[self.number]
    }

    pub(super) fn text(&self, start: u32, end: u32) -> &'a str {
        &self.article.text[start as usize..end as usize]
    }

    pub(super) fn entry(&self, m: &Mention) -> &'a Entry {
        &self.given.lexicon.entries[m.entry as usize]
    }

    /// The statement that says it, the innermost of several.
    pub(super) fn said(&self) -> Option<Said<'a>> {
        let inside = |s: &Statement| {
            s.sentence as usize == self.number && s.content.0 <= self.figure.start && self.figure.end <= s.content.1
        };
        let all = self.analysis.statements.iter().enumerate().filter(|(_, s)| inside(s));
        let number = all.min_by_key(|(_, s)| s.content.1 - s.content.0).map(|(n, _)| n as u32);
        let number = number.or_else(|| beside(self.article, self.analysis, self.number, (self.figure.start, self.figure.end)));
        of(self.article, self.analysis, number)
    }

    /// The words that belong together: a statement, or the sentence.
    pub(super) fn scope(&self) -> (u32, u32) {
        let s = self.sentence();
        self.said().map_or((s.start, s.end), |said| said.statement.content)
    }

    pub(super) fn mentions(&self, from: u32, to: u32) -> impl DoubleEndedIterator<Item = &'a Mention> + use<'a> {
        self.sentence().mentions.iter().filter(move |m| from <= m.start && m.end <= to)
    }

    /// The truce whose length a figure tells: `هدنة مدتها سبعة أيام`, `هدنة قصيرة قد تصل إلى عشرة أيام`, `هدنة لمدة أسبوع`.
    pub(super) fn lasts(&self) -> Option<u32> {
        let (lexicon, start) = (self.given.lexicon, self.figure.start);
        let truce = |m: &&Mention| lexicon.frames[m.entry as usize].truce;
        let m = self.mentions(self.scope().0, start).rfind(truce)?;
        let gap = self.text(m.end, start);
        let says = ["مدتها", "مدته", "لمدة", "تصل إلى", "يصل إلى", "تستمر", "يستمر"].iter().any(|w| gap.contains(w));
        let other = ["منذ", "بعد", "قبل", "خلال", "السابق", "الأولى", "الماضي"].iter().any(|w| gap.contains(w));
        let sole = !self.sentence().figures.iter().any(|f| m.end <= f.start && f.end <= start);
        (gap.len() <= LASTS && says && !other && sole && !gap.contains(['،', '؛', '.', ':'])).then_some(m.start)
    }

    /// The exchange whose numbers a verb of holding tells: `عملية التبادل الأخيرة شملت 16 أسيرا`.
    pub(super) fn exchanged(&self) -> Option<u32> {
        let lexicon = self.given.lexicon;
        let exchange = |m: &&Mention| {
            let counts = lexicon.entries[family(lexicon, m.entry) as usize].counts.as_deref();
            self.entry(m).kind == Kind::Slot && counts == Some("exchanged")
        };
        let m = self.mentions(self.scope().0, self.figure.start).rfind(exchange)?;
        let gap = self.text(m.end, self.figure.start);
        let holds = ["شمل", "تشمل", "ضم", "تضم", "تضمن"];
        let verb = gap.split_whitespace().next_back()?.trim_start_matches('و');
        let held = holds.iter().any(|w| verb == *w || verb.strip_suffix('ت') == Some(w));
        let sole = !self.sentence().figures.iter().any(|f| m.end <= f.start && f.end <= self.figure.start);
        (held && sole && gap.len() <= HOLDS && !gap.contains(['؛', '.', ':'])).then_some(m.start)
    }

    /// `انطلق الملتقى بمشاركة 75 شخصية`: right behind the word, where the sentence tells of talks.
    pub(super) fn taking_part(&self) -> Option<u32> {
        let people = ["عضو", "أعضاء", "شخصي", "شخص", "أشخاص", "مشارك", "مندوب", "ممثل"];
        let s = self.sentence();
        let before = self.text(s.start, self.figure.start).trim_end();
        let front = before.strip_suffix("بمشاركة")?;
        let unit =
            self.text(self.figure.start, s.end).split_whitespace().take(UNIT).any(|w| people.iter().any(|p| w.starts_with(p)));
        let talks = |m: &Mention| {
            let frame = &self.given.lexicon.frames[m.entry as usize];
            frame.round || frame.talks || self.entry(m).kind == Kind::Process
        };
        let named = ["الملتقى", "ملتقى", "الجولة", "المحادثات", "المشاورات", "المفاوضات"];
        let word = || front.split_whitespace().any(|w| named.iter().any(|n| w.trim_matches('،').ends_with(n)));
        let near = self.mentions(s.start, self.figure.start).any(talks) || word();
        // `ورشة بمشاركة 20 شخصا`: of something else that the talks hold.
        let other = ["ورشة", "جلسة", "لجنة", "اجتماع", "مظاهرة", "وقفة"].iter().any(|w| front.contains(w));
        (unit && near && !other && front.len() <= FAR).then_some(s.start + front.len() as u32)
    }

    /// `الورقة التي وزعت، وتضم عشرين سؤالا`: how many questions a paper has, how many points a letter.
    pub(super) fn in_a_paper(&self) -> Option<(u32, &'static str)> {
        let s = self.sentence();
        let before = self.text(s.start, self.figure.start).trim_end();
        let mut words = before.rsplit(' ');
        let verb = words.next()?.trim_start_matches('و');
        // `البيان الذي جاء في 17 بندا`
        let came = verb == "في"
            && words.next().is_some_and(|w| matches!(w.trim_start_matches("و"), "جاء" | "جاءت" | "صدر" | "قع" | "يقع"));
        if !came && !["ضم", "يضم", "تضم", "يتضمن", "تتضمن", "تضمن", "تضمنت", "ضمت", "شملت", "تشمل", "فيها", "من"].contains(&verb)
        {
            return None;
        }
        let holds = |form: &str| {
            let at = before.rfind(form)?;
            let whole = before[..at].is_empty() || before[..at].ends_with([' ', 'و', 'ب', 'ل']) || before[..at].ends_with("ال");
            (whole && before.len() - at <= HOLDS && !before[at..].contains(['.', '؛'])).then_some(s.start + at as u32)
        };
        // `ويتألف الاتفاق من ثمانية بروتوكولات`
        let agreement = || {
            let made = ["يتألف", "يتكون", "تتألف", "تتكون", "المؤلف", "المكون", "المؤلفة", "المكونة"]
                .iter()
                .find_map(|form| holds(form));
            made.filter(|_| verb == "من" && holds("الاتفاق").or_else(|| holds("اتفاق السلام")).is_some()).map(|at| (at, AGREEMENT))
        };
        // `البيانات الختامية السابقة، إذ اقتصر النص الذي تلي على الصحفيين، وضم 19 بندا`
        let text = || before.contains("البيان").then(|| holds("النص")).flatten();
        let statement = || {
            let forms = ["البيان", "بيانا", "بياناً", "بيان"];
            forms.iter().find_map(|form| holds(form)).or_else(text).map(|at| (at, STATEMENT))
        };
        self.text(self.figure.start, s.end).split_whitespace().take(UNIT).find_map(|w| {
            match w.trim_end_matches(['.', '،', '؛', ')', '"', '»']).trim_end_matches(['ً', 'ا']) {
                "سؤال" | "أسئلة" => holds("ورقة").map(|at| (at, "in the paper")),
                "نقطة" | "نقاط" => holds("رسالة").map(|at| (at, "in the letter")).or_else(statement),
                "بند" | "بنود" | "فقرة" | "فقرات" | "مادة" | "مواد" => statement().or_else(agreement),
                "بروتوكول" | "بروتوكولات" | "ملحق" | "ملاحق" | "فصل" | "فصول" => agreement(),
                _ => None,
            }
        })
    }

    /// `المشاورات التي استغرقت 99 يوما`, `عدد أيام المشاورات 108 أيام`: how long the talks went on.
    pub(super) fn went_on(&self) -> Option<u32> {
        let s = self.sentence();
        let before = self.text(s.start, self.figure.start);
        let words: Vec<&str> = before.split_whitespace().rev().take(WORDS).collect();
        let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic()).trim_start_matches('و').to_owned();
        let talks = |w: &str| matches!(bare(w).trim_start_matches('ل'), "المشاورات" | "المحادثات" | "المفاوضات" | "الجولة");
        let lasts = |w: &str| matches!(bare(w).as_str(), "استغرقت" | "استمرت" | "دامت" | "امتدت");
        let verb = words.first().is_some_and(|w| lasts(w)) && words.iter().any(|w| talks(w));
        let days = words.windows(3).any(|w| talks(w[0]) && bare(w[1]) == "أيام" && bare(w[2]) == "عدد");
        (verb || days).then_some(self.figure.start)
    }

    /// The word before a figure that says what it counts, with nothing between them that would say something else.
    pub(super) fn word(&self) -> Option<(&'a str, &'a Mention)> {
        for m in self.mentions(self.scope().0, self.figure.start).rev() {
            let gap = self.text(m.end, self.figure.start);
            let other = |f: &Figure| m.end <= f.start && f.end <= self.figure.start;
            if gap.len() as u32 > NEAR || gap.contains(['،', '؛', '.', ':']) || self.sentence().figures.iter().any(other) {
                return None;
            }
            let entry = self.entry(m);
            let family = entry.affiliation.as_deref().filter(|_| entry.kind == Kind::Slot);
            let family = family.and_then(|id| self.given.lexicon.entry(id));
            match entry.counts.as_deref().or(family.and_then(|f| f.counts.as_deref())) {
                Some("any") => {}
                Some(what) => return Some((what, m)),
                None if entry.kind == Kind::Verb => return None,
                None => {}
            }
        }
        None
    }

    /// `بينهم 5 أطفال`: a part of what was counted before.
    pub(super) fn is_part(&self) -> bool {
        let before = self.text(self.sentence().start, self.figure.start).trim_end();
        let word = before.rsplit(' ').next().unwrap_or_default().trim_start_matches('و');
        ["بين", "من", "ضمن"].iter().any(|p| word.starts_with(p)) && ["هم", "ها", "هن"].iter().any(|p| word.ends_with(p))
    }

    /// `خمسة من كل طرف`, `يضم كل وفد 12 عضوا`.
    pub(super) fn each(&self) -> bool {
        let is = |word: &str| matches!(word.trim_start_matches(['و', 'ل']), "كل");
        let s = self.sentence();
        let behind = self.text(self.figure.end, s.end).split_whitespace().take(EACH).any(is);
        behind || self.text(s.start, self.figure.start).split_whitespace().rev().take(EACH).any(is)
    }

    /// The sides named from one byte to another, but for those that mediate.
    pub(super) fn sides(&self, from: u32, to: u32) -> impl Iterator<Item = EntryId> + use<'a> {
        let lexicon = self.given.lexicon;
        let party = move |m: &&Mention| {
            let e = &lexicon.entries[m.entry as usize];
            matches!(e.kind, Kind::Party | Kind::Country) && !matches!(e.role.as_deref(), Some("several" | "mediator"))
        };
        self.mentions(from, to).filter(party).map(move |m| at_the_table(lexicon, side(lexicon, m.entry)))
    }

    /// The side that speaks; where nobody does, that of all who speak in the sentence before, in one paragraph.
    pub(super) fn speaker(&self) -> Option<EntryId> {
        let lexicon = self.given.lexicon;
        let at_table = |said: Said| said.side(lexicon).map(|id| at_the_table(lexicon, id));
        if let Some(said) = self.said() {
            return at_table(said);
        }
        let before = self.number.checked_sub(1).filter(|&b| self.analysis.sentences[b].paragraph == self.sentence().paragraph)?;
        let all = self.analysis.statements.iter().filter(|s| s.sentence as usize == before);
        let sides: BTreeSet<Option<EntryId>> =
            all.map(|statement| at_table(Said { article: self.article, analysis: self.analysis, statement })).collect();
        sides.first().copied().flatten().filter(|_| sides.len() == 1)
    }

    /// `الوفد`, `وفده`, with no word behind it that would say whose: that of who speaks.
    pub(super) fn is_own(&self, m: &Mention) -> bool {
        let behind = self.text(m.end, self.sentence().end);
        let pronoun = ["ها", "ه", "نا", "هم"].iter().find_map(|p| behind.strip_prefix(p));
        let defined = pronoun.is_some() || self.text(self.sentence().start, m.start).ends_with("ال");
        let rest = pronoun.unwrap_or(behind);
        let next = self.sentence().mentions.iter().find(|o| o.start > m.end && self.text(m.end, o.start).len() <= 8);
        let whose = next.is_some_and(|o| {
            matches!(self.entry(o).kind, Kind::Place | Kind::Country | Kind::Demonym | Kind::Party)
                && matches!(self.text(m.end, o.start).trim(), "" | "ال")
        });
        // `الوفد الوطني`: an adjective that no entry is.
        let adjective = pronoun.is_none() && rest.starts_with(" ال") && next.is_none();
        defined && !whose && !adjective
    }

    /// The side of a delegation that a mention is.
    pub(super) fn of_delegation(&self, m: &Mention) -> Option<EntryId> {
        let (lexicon, entry) = (self.given.lexicon, self.entry(m));
        match entry.kind {
            Kind::Party | Kind::Country => Some(at_the_table(lexicon, side(lexicon, m.entry))),
            Kind::Term if entry.id == "delegation" && self.is_own(m) => self.speaker(),
            _ => None,
        }
    }

    /// The side whose delegation is counted: the nearest body before the figure must be one.
    pub(super) fn delegation(&self, start: u32) -> Option<EntryId> {
        let body = |m: &&Mention| {
            matches!(self.entry(m).kind, Kind::Party | Kind::Country | Kind::Organization | Kind::Term | Kind::Slot)
        };
        let m = self.mentions(self.scope().0, start).rfind(body)?;
        let entry = self.entry(m);
        (entry.id.contains("delegation") || entry.kind == Kind::Country).then(|| self.of_delegation(m)).flatten()
    }

    /// The side whose list it is: who hands it over, else who speaks of it.
    pub(super) fn owner(&self, start: u32) -> Option<EntryId> {
        let from = self.scope().0;
        let hands = |m: &&Mention| self.entry(m).role.as_deref() == Some("hands");
        let Some(verb) = self.mentions(from, start).rfind(hands) else { return self.speaker() };
        let body = |m: &&Mention| {
            let entry = self.entry(m);
            matches!(entry.kind, Kind::Party | Kind::Country | Kind::Organization | Kind::Person) || entry.id == "delegation"
        };
        // `الوفد سلّم`, `سلّم الوفد`
        let before = self.mentions(from, verb.start).rfind(body);
        let beside = before.filter(|m| {
            !self.text(m.end, verb.start).trim_matches(['ه', 'ا', ' ', 'س', 'ي', 'ت', 'ق', 'د']).contains(' ')
                && self.text(m.end, verb.start).len() <= 12
        });
        let m = beside.or_else(|| self.mentions(verb.end, start).find(body))?;
        match self.entry(m).kind {
            Kind::Person => Some(at_the_table(self.given.lexicon, side(self.given.lexicon, m.entry))),
            _ => self.of_delegation(m),
        }
    }

    /// The place: the first behind the figure, else the last before it; not where several are joined.
    pub(super) fn place(&self) -> Option<EntryId> {
        let is = |m: &&Mention| self.entry(m).kind == Kind::Place;
        let (from, to) = self.scope();
        let mut behind = self.mentions(self.figure.end, to).filter(is);
        let mut before = self.mentions(from, self.figure.start).filter(is).rev();
        let (m, next) = match behind.next() {
            Some(m) => (m, behind.next().map(|n| (m, n))),
            None => {
                let m = before.next()?;
                (m, before.next().map(|n| (n, m)))
            }
        };
        let joined = next.is_some_and(|(a, b)| matches!(self.text(a.end, b.start).trim(), "و" | "وال"));
        (!joined).then_some(m.entry)
    }

    /// `أودت بحياة ما لا يقل عن 42 شخصا`
    pub(super) fn lives(&self) -> bool {
        let before = self.text(self.sentence().start, self.figure.start);
        before.split_whitespace().rev().take(EACH).any(|w| matches!(w, "بحياة" | "بأرواح"))
    }

    /// `تفجيرات`, `هجمات انتحارية`: the sentence tells of an attack.
    pub(super) fn attack(&self) -> bool {
        let s = self.sentence();
        const ATTACKS: [&str; 8] = ["تفجير", "تفجيرات", "تفجيران", "تفجيرين", "انفجار", "انفجارات", "هجمات", "هجوم"];
        let bare = |w: &str| {
            w.trim_matches(|c: char| !c.is_alphabetic()).trim_start_matches(['و', 'ب', 'ل']).trim_start_matches("ال").to_owned()
        };
        self.text(s.start, s.end).split_whitespace().any(|w| ATTACKS.contains(&bare(w).as_str()))
    }

    /// The days nearest to the figure.
    pub(super) fn days(&self) -> Option<DateRange> {
        let (from, to) = self.scope();
        let f = self.figure;
        let far = |start: u32, end: u32| if start >= f.end { start - f.end } else { f.start.saturating_sub(end) };
        // `بعد يومين فقط على افتتاح الجولة`: behind an event, and not behind the day of the article.
        let event = |d: &DateMention| {
            let mut behind = self.text(d.end, self.sentence().end).split_whitespace();
            let next = behind.next().filter(|w| *w != "فقط").or_else(|| behind.next());
            matches!(d.said, Told::Length { .. }) && matches!(next, Some("على" | "من" | "عن"))
        };
        let dates = self.sentence().dates.iter().filter(|d| from <= d.start && d.end <= to && !event(d));
        dates.filter_map(|d| Some((far(d.start, d.end), d.date?))).min_by_key(|(far, _)| *far).map(|(_, days)| days)
    }

    /// Whether those counted are free already; `None` where no outcome says that they are or will be.
    pub(super) fn freed(&self, start: u32) -> Option<bool> {
        let lexicon = self.given.lexicon;
        let outcome = self.analysis.outcomes.iter().find(|o| {
            let counts = family(lexicon, o.slot);
            o.sentence as usize == self.number
                && o.status == Status::Agreed
                && lexicon.entries[counts as usize].counts.is_some()
                && o.span.0 <= start
                && self.figure.start <= o.span.1 + NEAR
        })?;
        Some(is_deed(lexicon, outcome.phrase))
    }
}
