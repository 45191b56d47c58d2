//! Somebody whom an article names: the name, the office and the side in the words of a brief.

use super::assemble::Given;
use super::english::Called;
use super::introduced::UNNAMED;
use super::parts::Speaker;
use super::speakers::{compose, side, with_article};
use super::there::of_talks_before;
use crate::analysis::statements::{Span, Who};
use crate::analysis::{self, Analysis};
use crate::arabic::fold::same;
use crate::article::Article;
use crate::english::{self, Ask, Gloss, Reader, gloss};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Words behind which stands where an office is held, and not whose it is: `المندوب الدائم لدى الأمم المتحدة`.
pub(super) const TO: [&str; 2] = [" إلى ", " لدى "];

/// Words for a delegation without its side.
const DELEGATION: [&str; 9] = ["وفد", "الوفد", "بوفد", "بالوفد", "وفده", "وفدها", "وفدهم", "للوفد", "لوفد"];

/// A speaker of whom not even the name can be told.
pub(super) const UNKNOWN: &str = "a speaker whom the glossary does not know";

/// Titles that are courtesies: `الدكتور`, `السيد` before a name are no office.
pub(super) const COURTESIES: &[&str] =
    &["doctor", "sayyid", "sheikh", "professor", "lieutenant_general_named", "major_named", "captain_named"];

/// Ranks and courtesies that stand between an office and a name.
const RANKS: [&str; 12] = [
    "Brigadier General",
    "Major General",
    "Lieutenant General",
    "General",
    "Lieutenant Colonel",
    "Colonel",
    "Major",
    "Doctor",
    "Sheikh",
    "Professor",
    "Dr",
    "Mr",
];

/// `وزارة الخارجية`: a ministry of which the entry does not say whose it is.
fn is_a_ministry(lexicon: &Lexicon, id: EntryId) -> bool {
    let e = &lexicon.entries[id as usize];
    e.kind == Kind::Organization && e.affiliation.is_none() && e.id.ends_with("_ministry")
}

/// Somebody whom an article names, with the article.
#[derive(Clone, Copy)]
pub(super) struct Person<'a> {
    pub(super) article: &'a Article,
    pub(super) analysis: &'a Analysis,
    pub(super) who: &'a analysis::statements::Speaker,
}

/// What reports, and is of no side.
const PAPERS: [&str; 7] = ["صحيفة", "صحف", "مجلة", "قناة", "وسائل إعلام", "موقع", "وكالة"];

impl<'a> Person<'a> {
    pub(super) fn text(&self, (start, end): (u32, u32)) -> &'a str {
        &self.article.text[start as usize..end as usize]
    }

    /// True for an office in a delegation: `المتحدث باسم الوفد`.
    pub(super) fn in_delegation(&self, lexicon: &Lexicon) -> bool {
        let source = self.title(lexicon).is_none_or(|id| lexicon.entries[id as usize].role.as_deref() == Some("source"));
        let office = self.text(self.who.role);
        let named = office.split_whitespace().any(|w| DELEGATION.contains(&w.trim_end_matches(['،', ','])));
        // `اتهم وفد المعارضة الحكومة، وقال المتحدث باسمه فلان`
        let its = || {
            let back = office.split_whitespace().any(|w| matches!(w.trim_end_matches(['،', ',']), "باسمه" | "باسمها"));
            let sentence = self.analysis.sentences.iter().find(|s| s.start <= self.who.role.0 && self.who.role.1 <= s.end);
            let text = sentence.map_or("", |s| self.text((s.start, self.who.role.0)));
            back && text.split_whitespace().any(|w| DELEGATION.contains(&w))
        };
        // `رئيس الوفد إلى المشاورات التي جرت في جدة، الأستاذ فلان`: of other talks.
        let (at, name) = (self.who.role.0, self.who.span.0);
        let before = if at < name { self.text((at, name)) } else { office };
        !source && !of_talks_before(before) && (named || its())
    }

    /// The words that name them.
    pub(super) fn words(&self) -> &'a str {
        self.text(self.who.span)
    }

    /// The speaker as a brief shows it.
    pub(super) fn shown(&self, given: &Given) -> Speaker {
        let lexicon = given.lexicon;
        let s = self.who;
        let role = self.role(lexicon);
        let entry = |n: EntryId| &lexicon.entries[n as usize];
        let (id, en, role) = match s.who {
            // `البيان`: no name.
            Who::Entry(n) if entry(n).kind == Kind::Term && !entry(n).en.preferred.starts_with("the ") => {
                (Some(entry(n).id.clone()), format!("the {}", entry(n).en.preferred), role)
            }
            Who::Entry(n) => (Some(entry(n).id.clone()), entry(n).en.preferred.clone(), role),
            Who::Office(_) | Who::Source(Some(_)) => {
                let words = self.in_words(given).map(|(_, words)| words);
                (None, format!("{} {UNNAMED}", words.unwrap_or(role)), String::new())
            }
            Who::Source(None) => (None, "unattributed reports".to_owned(), String::new()),
            Who::Words => (None, self.named(given).unwrap_or_else(|| UNKNOWN.to_owned()), role),
            Who::Unresolved => (None, "unresolved".to_owned(), String::new()),
        };
        Speaker { id, en, ar: self.text(s.span).to_owned(), role, resolved_by: s.by.as_str().to_owned() }
    }

    /// A speaker whom the glossary does not know: the name in Latin letters, marked, or, where the words are no name (`منظمات إنسانية`), their English.
    pub(super) fn named(&self, given: &Given) -> Option<String> {
        let s = self.who;
        // Who was named with an office is a person further on, where it is left out.
        let office = |o: &analysis::statements::Speaker| o.role.0 < o.role.1 || o.of.is_some();
        let before =
            || self.analysis.statements.iter().any(|o| o.speaker.span == s.span && o.speaker.who == s.who && office(&o.speaker));
        if let Some(name) = english::names::person(self.text(s.span), office(s) || before()) {
            return Some(name);
        }
        if let Some(full) = self.full() {
            return english::names::person(full, true);
        }
        let line = self.gloss(s.span, given.english)?;
        let text = bare(line.text.trim_end_matches('.'));
        // `واعتبر سعيد أنها`: a name that is a word, too; those who are no name are several.
        let several = text.ends_with('s') || text.contains(' ');
        if !several && !self.text(s.span).starts_with("ال") {
            return english::names::person(self.text(s.span), true);
        }
        let plain = line.coverage == 100 && !text.is_empty() && !text.contains(['…', '[', '*']);
        let mut letters = text.chars();
        plain.then(|| letters.next().map(|first| first.to_lowercase().chain(letters).collect())).flatten()
    }

    /// The full name of one who is told by a surname: the only one that the article has with a given name before it.
    fn full(&self) -> Option<&'a str> {
        let word = self.text(self.who.span);
        if word.contains(' ') || word.chars().count() < 3 {
            return None;
        }
        let text = self.article.text.as_str();
        let mut names = text.match_indices(word).filter_map(|(at, _)| {
            let given = text[..at].strip_suffix(' ')?.rsplit(|c: char| !c.is_alphabetic()).next()?;
            let behind = text[at + word.len()..].split_whitespace().next().unwrap_or_default();
            let ends = text[at + word.len()..].chars().next().is_none_or(|c| !c.is_alphabetic());
            // `فؤاد سعيد الحداد` is somebody else.
            let last = |given: &&str| english::names::full(&[given, word, behind]) == Some(1);
            let given = Some(given).filter(last).or_else(|| given.strip_prefix('و').filter(last))?;
            ends.then(|| &text[at - 1 - given.len()..at + word.len()])
        });
        let name = names.next()?;
        names.all(|other| other == name).then_some(name)
    }

    /// What somebody without a name is called, and its article: `مصدر دبلوماسي كويتي`, `محللون سودانيون`. Where the words tell less than the article does, whose
    /// delegation it is, there is nothing.
    pub(super) fn in_words(&self, given: &Given) -> Called {
        given.sentences.called(self.article, self.who.span, self.who.of, || self.call(given))
    }

    fn call(&self, given: &Given) -> Called {
        const LONG: usize = 12;
        let lexicon = given.lexicon;
        let s = self.who;
        let ar = self.text(s.span);
        let whose = ar.split_whitespace().any(|w| DELEGATION.contains(&w.trim_end_matches(['،', ','])) || w.ends_with("ها"));
        let named = |of: EntryId| {
            let inside = |m: &analysis::Mention| s.span.0 <= m.start && m.end <= s.span.1;
            let is =
                |id: EntryId| id == of || lexicon.belongs_to(id).contains(&Some(of)) || side(lexicon, id) == side(lexicon, of);
            self.analysis.sentences.iter().flat_map(|x| &x.mentions).any(|m| inside(m) && is(m.entry))
        };
        if whose || s.of.is_some_and(|of| !named(of)) {
            return None;
        }
        let line = self.gloss(s.span, given.english)?;
        let text = line.text.trim_end_matches('.');
        let clause = |w: &str| {
            matches!(w, "is" | "are" | "was" | "were" | "that" | "who" | "which" | "he" | "she" | "it" | "and" | "said")
        };
        let plain = line.coverage == 100 && !text.contains(['…', '[', '*', '“', ',', '(']) && !text.split(' ').any(clause);
        if !plain || text.split(' ').count() > LONG {
            return None;
        }
        // `وفقاً لمصادر طبية`: the preposition is no part of it.
        let text = bare(text);
        // `مراسلتنا في الكويت`: the article's own.
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        let (article, rest) = match first.to_lowercase().as_str() {
            "the" | "our" => ("the", rest),
            "a" | "an" => ("a", rest),
            _ => ("", text),
        };
        // Behind an article every word has its own letter; else a name or an adjective of a country keeps its own.
        let first = rest.split(' ').next()?;
        let known = || {
            let of_a_country = |k: Kind| matches!(k, Kind::Demonym | Kind::Country);
            lexicon.entries.iter().any(|e| of_a_country(e.kind) && e.en.preferred.starts_with(first))
        };
        let own = !article.is_empty() || first.chars().skip(1).any(char::is_uppercase) || known();
        let mut letters = rest.chars();
        let words = if own { rest.to_owned() } else { letters.next()?.to_lowercase().chain(letters).collect() };
        // `العضو`: of one word nothing but that they are several.
        let several = article.is_empty() || words.ends_with('s');
        (several || ar.split_whitespace().count() > 1).then_some((article, words))
    }

    /// The English of some words of one sentence.
    fn gloss(&self, (start, end): Span, reader: &Reader) -> Option<Gloss> {
        let sentence = self.analysis.sentences.iter().find(|x| x.start <= start && end <= x.end)?;
        let ask = Ask {
            text: &self.article.text,
            sentence: sentence.start..sentence.end,
            range: start..end,
            mentions: &sentence.mentions,
            dates: &sentence.dates,
            names: &[],
            said: None,
            speaker: None,
        };
        Some(gloss(&ask, reader))
    }

    /// The title in the role that the source gives; a courtesy is none.
    pub(super) fn title(&self, lexicon: &Lexicon) -> Option<EntryId> {
        let (start, end) = self.who.role;
        let mentions = self.analysis.sentences.iter().flat_map(|x| &x.mentions);
        mentions
            .filter(|m| m.start >= start && m.end <= end)
            .map(|m| m.entry)
            .filter(|&id| !COURTESIES.contains(&lexicon.entries[id as usize].id.as_str()))
            .find(|&id| lexicon.entries[id as usize].kind == Kind::Title)
    }

    /// The role that the source gives, in English: of the glossary where it has this very office, else built from title and side.
    pub(super) fn role(&self, lexicon: &Lexicon) -> String {
        let s = self.who;
        let ar = self.text(s.role);
        let mentions = self.analysis.sentences.iter().flat_map(|x| &x.mentions);
        // `المبعوث الأميركي`: by the adjective of the country, too.
        let names = |id: EntryId, of: EntryId| id == of || lexicon.belongs_to(id)[1] == Some(of);
        // `رئيس وفد الحكومة إلى جنيف`: whose the office is stands before the word.
        let before =
            |at: u32| s.of.is_some_and(|of| mentions.clone().any(|m| names(m.entry, of) && s.role.0 <= m.start && m.start < at));
        let id = match (s.who, self.title(lexicon)) {
            (_, Some(title)) => title,
            (Who::Office(n) | Who::Source(Some(n)), None) => n,
            _ => return String::new(),
        };
        if let Who::Entry(n) = s.who
            && let Some(role) = lexicon.entries[n as usize].roles.iter().find(|r| !ar.is_empty() && same(&r.ar, ar))
        {
            return role.en.clone();
        }
        let title = &lexicon.entries[id as usize];
        let delegation = |words: &str| words.split_whitespace().any(|w| DELEGATION.contains(&w.trim_end_matches(['،', ','])));
        if s.of.is_none() && !matches!(s.who, Who::Entry(_)) && delegation(ar) {
            // Whose delegation it is the article does not say.
            let en = [" in", " close to", " for"].iter().fold(title.en.preferred.as_str(), |en, end| en.trim_end_matches(end));
            let other = ["الآخر", "المقابل"].iter().any(|w| ar.contains(w));
            // `عضو الوفد الحكومي فلان`
            if en.ends_with("the delegation") && ar.contains("الوفد الحكومي") {
                return en.replace("the delegation", "the government delegation");
            }
            return match (en.ends_with("the delegation"), other) {
                (true, true) => en.replace("the delegation", "the other delegation"),
                (true, false) => en.replace("the delegation", "a delegation that the article does not name"),
                (false, _) if title.role.as_deref() == Some("source") => {
                    let near = if title.en.preferred.ends_with(" close to") { "close to" } else { "in" };
                    if ar.contains("الوفد الحكومي") {
                        return format!("{en} {near} the government delegation");
                    }
                    format!(
                        "{en} {near} {}",
                        if other { "the other delegation" } else { "a delegation that the article does not name" }
                    )
                }
                (false, _) => en.to_owned(),
            };
        }
        // `عضو وفد المعارضة عن منصة القاهرة`: a member of that delegation, for one of its groups.
        if delegation(ar)
            && let Some((front, _)) = ar.split_once(" عن ")
            && front.ends_with("المعارضة")
            && let Some(of) = s.of.map(|n| &lexicon.entries[n as usize]).filter(|of| of.kind == Kind::Party)
        {
            return format!("{} of the opposition for {}", compose(title, None, false), with_article(of));
        }
        // `مساعد الوزير لشؤون الشرق الأدنى`: what it deals with.
        if let Some(of) = s.of.map(|n| &lexicon.entries[n as usize])
            && of.kind == Kind::Place
            && of.country.is_none()
            && (ar.contains("لشؤون") || ar.contains("للشرق"))
        {
            return format!("{} for {}", compose(title, None, false), with_article(of));
        }
        // `رئيس الوفد اللبناني، مدير الشؤون السياسية في وزارة الخارجية`: of the country, and of no ministry.
        let of_it =
            if delegation(ar) && s.of.is_some_and(|n| is_a_ministry(lexicon, n)) { self.whose_delegation(lexicon) } else { s.of };
        let source = matches!(title.id.as_str(), "source" | "opposition_source") && delegation(ar);
        let title = lexicon.entry("source_in").filter(|_| source).unwrap_or(title);
        let of = of_it.map(|n| &lexicon.entries[n as usize]);
        if [" in", " close to"].iter().any(|p| title.en.preferred.ends_with(p))
            && delegation(ar)
            && of.is_some_and(|of| !of.en.preferred.contains("delegation"))
        {
            return format!("{} the delegation of {}", title.en.preferred, of.map_or_else(String::new, with_article));
        }
        let to = TO.iter().any(|to| ar.find(to).is_some_and(|at| !before(s.role.0 + at as u32)));
        let of = of.filter(|_| !self.of_a_department());
        let office = compose(title, of, to);
        if let Some(of) = of {
            // `الممثلة الخاصة للأمين العام في ليبيا`: where it serves, and not whose it is.
            let serves = title.id.ends_with("special_representative") && ar.contains(" في ") && of.kind == Kind::Country;
            return if serves { format!("{} for {}", title.en.preferred, with_article(of)) } else { office };
        }
        // `رئيس الفريق الحكومي`: no president.
        let head = office == "President" && ar.starts_with("رئيس") && ar.contains(' ');
        let office = if head { "head".to_owned() } else { office };
        self.in_full(&office, lexicon).unwrap_or(office)
    }

    /// `عضو اللجنة العسكرية`, `الناطق باسم غرفة العمليات`: of an office of one word (`member`, `spokesman`) all that the source says, where its English is a noun phrase that goes on from it.
    fn in_full(&self, office: &str, lexicon: &Lexicon) -> Option<String> {
        const WORDS: usize = 10;
        let (start, end) = self.who.role;
        let several = self.text((start, end)).split_whitespace().count() > 1;
        let one = match self.who.who {
            Who::Words => true,
            Who::Entry(_) => matches!(office, "member" | "spokesman" | "spokeswoman" | "head"),
            _ => false,
        };
        if office.contains(' ') || !several || !one {
            return None;
        }
        let line = self.gloss((start, end), &Reader::new(lexicon))?;
        let text = line.text.trim_end_matches('.').trim_start_matches("The ").trim_start_matches("A ").trim_start_matches("An ");
        let goes_on = |rest: &str| [" of ", " for ", " in ", " to "].iter().any(|p| rest.starts_with(p));
        // `عضو اللجنة العسكرية اللواء فلان`: the rank is no part of it.
        let text = RANKS.iter().find_map(|r| text.strip_suffix(r)?.strip_suffix(" the ")).unwrap_or(text);
        // `عضو اللجنة`: of which one is not told.
        if text.split_whitespace().count() < if text.contains(" the ") { 5 } else { 4 } {
            return None;
        }
        let same = text.get(..office.len()).is_some_and(|t| t.eq_ignore_ascii_case(office));
        let clause =
            text.split_whitespace().any(|w| matches!(w, "is" | "are" | "was" | "were" | "that" | "he" | "she" | "it" | "and"));
        let plain = line.coverage == 100 && !clause && !text.contains(['…', '[', '*', '“', ',']);
        let long = text.split_whitespace().count() > WORDS;
        (same && plain && !long && goes_on(&text[office.len()..])).then(|| format!("{office}{}", &text[office.len()..]))
    }

    /// The country or side that is named in an office, before a ministry of which the words do not say whose it is.
    fn whose_delegation(&self, lexicon: &Lexicon) -> Option<EntryId> {
        let (start, end) = self.who.role;
        let mentions = self.analysis.sentences.iter().flat_map(|s| &s.mentions).filter(|m| start <= m.start && m.end <= end);
        mentions.map(|m| m.entry).find_map(|id| match lexicon.entries[id as usize].kind {
            Kind::Demonym => lexicon.belongs_to(id)[1],
            Kind::Country | Kind::Party => Some(id),
            _ => None,
        })
    }

    /// `السفير الروسي لدى اليمن`: whose he is stands before where he serves.
    fn names_before_to(&self, of: EntryId, lexicon: &Lexicon) -> bool {
        let ar = self.text(self.who.role);
        let Some(to) = TO.iter().filter_map(|to| ar.find(to)).min() else { return false };
        let until = self.who.role.0 + to as u32;
        let names = |id: EntryId| id == of || lexicon.belongs_to(id)[1] == Some(of);
        let mut mentions = self.analysis.sentences.iter().flat_map(|s| &s.mentions);
        mentions.any(|m| names(m.entry) && self.who.role.0 <= m.start && m.end <= until)
    }

    /// `مدير الإدارة الأميركية بالوزارة`: a department that is called by the country it deals with.
    fn of_a_department(&self) -> bool {
        let ar = self.text(self.who.role);
        ["مدير الإدارة ", "مديرة الإدارة ", "رئيس الإدارة "].iter().any(|w| ar.starts_with(w))
    }

    /// True for the United Nations, whose officials are of many countries.
    fn serves(lexicon: &Lexicon, of: EntryId) -> bool {
        lexicon.entries[of as usize].id == "united_nations"
    }

    /// `عضو الوفد الحكومي`, `المتحدث باسم الحكومة`: of a government that the words do not name.
    fn of_the_government(&self) -> bool {
        let office = self.text(self.who.role);
        ["الوفد الحكومي", "وفد الحكومة", "باسم الحكومة", "الجانب الحكومي"].iter().any(|w| {
            // `باسم الحكومة الألمانية`: what stands behind names it.
            office.split_once(w).is_some_and(|(_, rest)| !rest.trim_start().starts_with("ال") && rest.trim().is_empty())
        })
    }

    /// The side of `المجلس`, `الجماعة` at the end of an office: of the parties whose names begin so, where the article names one alone.
    fn of_the_body(&self, lexicon: &Lexicon) -> Option<EntryId> {
        const BODIES: [&str; 9] = ["مجلس", "مؤتمر", "حزب", "حركة", "جماعة", "هيئة", "جبهة", "برلمان", "ائتلاف"];
        let last = self.text(self.who.role).split_whitespace().next_back()?.trim_end_matches(['،', ',']);
        let noun = last.strip_prefix("ال").filter(|noun| BODIES.contains(noun))?;
        let is = |word: &str| {
            let bare = word.strip_prefix('و').unwrap_or(word);
            let bare = ["بال", "لل", "ال"].iter().find_map(|p| bare.strip_prefix(p)).unwrap_or(bare);
            bare.trim_start_matches(['ل', 'ب']) == noun.trim_start_matches('ب')
        };
        // `وفد مجلس النواب`
        let called = |m: &&analysis::Mention| {
            let mut words = self.text((m.start, m.end)).split_whitespace().take(2);
            words.any(is) && lexicon.entries[m.entry as usize].kind == Kind::Party
        };
        let named = self.analysis.sentences.iter().flat_map(|s| &s.mentions).filter(called);
        let mut sides: Vec<EntryId> = named.map(|m| side(lexicon, m.entry)).collect();
        sides.sort_unstable();
        sides.dedup();
        match sides[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The government that the article tells of, where it names one alone of those that talk.
    fn government(&self, lexicon: &Lexicon) -> Option<EntryId> {
        let entry = |id: EntryId| &lexicon.entries[id as usize];
        let governs = |id: &EntryId| {
            let e = entry(*id);
            let side = e.role.as_deref() == Some("side") || e.short.iter().any(|s| s == "الحكومة");
            e.kind == Kind::Party && side && (e.id.ends_with("_government") || e.id.starts_with("government_of"))
        };
        let named = self.analysis.sentences.iter().flat_map(|s| &s.mentions).map(|m| m.entry).filter(governs);
        let mut sides: Vec<EntryId> = named.map(|id| side(lexicon, id)).collect();
        sides.sort_unstable();
        sides.dedup();
        match sides[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The side of an entry. A term (`the statement`, `the three states`) stands for a side where the article names that side too, else for none.
    fn own_side(&self, lexicon: &Lexicon, id: EntryId) -> Option<EntryId> {
        let found = side(lexicon, id);
        let entry = &lexicon.entries[id as usize];
        if entry.kind != Kind::Term {
            return Some(found);
        }
        let mut mentions = self.analysis.sentences.iter().flat_map(|s| &s.mentions);
        (entry.affiliation.is_some() && mentions.any(|m| m.entry != id && side(lexicon, m.entry) == found)).then_some(found)
    }

    /// `محللون سودانيون`, `الباحث في الشأن السوري`: who looks at a country from outside speaks for no side of it.
    fn comments(&self, lexicon: &Lexicon) -> bool {
        let within = |a: u32, b: u32| [self.who.role, self.who.span].iter().any(|s| s.0 <= a && b <= s.1);
        // `النائب الروسي فلان`, `دبلوماسي أوروبي`: nor do these speak for their country.
        let title =
            |m: &analysis::Mention| lexicon.entries[m.entry as usize].takes.iter().any(|t| t == "comments" || t == "personal");
        self.analysis.sentences.iter().flat_map(|s| &s.mentions).any(|m| title(m) && within(m.start, m.end))
    }

    /// The side the speaker belongs to; `None` for those who are not tied to one.
    pub(super) fn side(&self, lexicon: &Lexicon) -> Option<EntryId> {
        let s = self.who;
        match s.who {
            // `المبعوث الشخصي للأمين العام للأمم المتحدة فلان`: for the body, whatever his country.
            Who::Entry(n)
                if lexicon.entries[n as usize].kind == Kind::Person && s.of.is_some_and(|of| Self::serves(lexicon, of)) =>
            {
                s.of.map(|of| side(lexicon, of))
            }
            // `وانتقد الوفد`: the delegation itself, whose side the article tells.
            Who::Entry(n) if lexicon.entries[n as usize].id == "delegation" && s.of.is_some() => s.of.map(|of| side(lexicon, of)),
            Who::Entry(n) => self.own_side(lexicon, n),
            Who::Office(_) | Who::Source(_) | Who::Words if s.of.is_none() && self.of_the_government() => {
                self.government(lexicon)
            }
            // `الناطق باسم المجلس`, `عضو في وفد الجماعة`: the one body of that name of which the article tells.
            Who::Office(_) | Who::Source(_) | Who::Words if s.of.is_none() && self.of_the_body(lexicon).is_some() => {
                self.of_the_body(lexicon)
            }
            Who::Office(_) | Who::Source(_) | Who::Words if s.of.is_some_and(|n| is_a_ministry(lexicon, n)) => {
                self.in_delegation(lexicon).then(|| self.whose_delegation(lexicon)).flatten().map(|n| side(lexicon, n))
            }
            Who::Office(_) | Who::Source(_) | Who::Words => {
                // `مصدر طبي في المدينة`: where a source is tells no side.
                let place = |n: EntryId| matches!(s.who, Who::Source(_)) && lexicon.entries[n as usize].kind == Kind::Place;
                // `مساعد الوزير لشؤون الشرق الأدنى`: what the office deals with.
                let region = |n: EntryId| {
                    let it = &lexicon.entries[n as usize];
                    let deals = ["لشؤون", "للشرق"].iter().any(|w| self.text(s.role).contains(w));
                    it.kind == Kind::Place && it.country.is_none() && deals
                };
                s.of.filter(|&n| lexicon.entries[n as usize].kind != Kind::Media && !place(n) && !region(n))
                    .filter(|&n| !TO.iter().any(|to| self.text(s.role).contains(to)) || self.names_before_to(n, lexicon))
                    .filter(|&n| {
                        !(self.comments(lexicon) && matches!(lexicon.entries[n as usize].kind, Kind::Country | Kind::Place))
                    })
                    .filter(|_| !self.of_a_department())
                    // `صحيفة أميركية`: a paper of a country does not speak for it.
                    .filter(|_| !PAPERS.iter().any(|paper| self.text(s.span).starts_with(paper)))
                    .map(|n| side(lexicon, n))
            }
            Who::Unresolved => None,
        }
    }
}

/// Without a preposition that the Arabic has in the same word: `لمصادر طبية`, `لنص الاتفاق`.
fn bare(text: &str) -> &str {
    ["To ", "By ", "For ", "From ", "With ", "In "].iter().find_map(|p| text.strip_prefix(p)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::fourth;

    fn speakers(text: &str) -> Vec<String> {
        let statements = fourth(text).positions.into_iter().flat_map(|p| p.statements);
        statements.map(|s| s.speaker.en).collect()
    }

    #[test]
    fn a_surname_that_is_a_word() {
        let said = "واعتبر سعيد أن الاعتراضات مدبرة.";
        assert_eq!(speakers(&format!("وحضر الجلسة فؤاد سعيد.\n\n{said}")), ["Fouad Saeed*"]);
        // Two of that name, or somebody else: who it is nobody can tell.
        assert_eq!(speakers(&format!("وحضر الجلسة فؤاد سعيد وكريم سعيد.\n\n{said}")), ["Saeed*"]);
        assert_eq!(speakers(said), ["Saeed*"]);
        assert_eq!(speakers("وقال مواطن إن القصف تجدد."), ["a citizen"]);
    }

    #[test]
    fn who_has_no_name_is_what_the_article_calls_them() {
        assert_eq!(
            speakers("ونفى مصدر دبلوماسي كويتي ذلك، مؤكدا أن بلاده ترحب بالوفود."),
            ["Kuwaiti diplomatic source (not named)"; 2]
        );
        assert_eq!(speakers("ورأى محللون سودانيون أن الاتفاق صعب."), ["Sudanese analysts (not named)"]);
    }

    /// The side under which each statement stands, with its speaker.
    fn sides(text: &str) -> Vec<String> {
        let of = |p: crate::brief::parts::Position| {
            let party = p.party.id;
            p.statements.into_iter().map(move |s| format!("{party}: {}", s.speaker.en)).collect::<Vec<_>>()
        };
        fourth(text).positions.into_iter().flat_map(of).collect()
    }

    #[test]
    fn who_speaks_for_no_state() {
        let none = |text: &str| assert!(sides(text).iter().all(|s| s.starts_with("not-in-glossary")), "{:?}", sides(text));
        none("وقال النائب الروسي سيرغي بابورين إن الوقت ضيق.");
        none("وقال محافظ تعز سليم رشيد إن الطريق مفتوح، مضيفا أن الهدنة هشة.");
        none("ورأى الباحث في الشأن السوري سليم رشيد أن الاتفاق هش، متوقعا أن تنهار الهدنة.");
        assert_eq!(sides("وقالت دبلوماسية أميركية إن الوقت ضيق."), ["sources-not-named: American diplomat (not named)"]);
    }

    #[test]
    fn the_one_body_of_that_name() {
        let house = "واجتمع مجلس النواب الليبي في المدينة.";
        assert_eq!(
            sides(&format!("{house} وقال الناطق باسم المجلس سليم رشيد إن الوقت ضيق، مضيفا أن الوفد باق.")),
            ["house_of_representatives_libya: Salim Rashid*"; 2]
        );
        let state = "ورحب المجلس الأعلى للدولة بالنتائج.";
        assert!(
            sides(&format!("{house} {state} وقال الناطق باسم المجلس سليم رشيد إن الوقت ضيق."))
                .contains(&"not-in-glossary: Salim Rashid*".to_owned())
        );
    }

    #[test]
    fn armed_where_the_article_says_so() {
        let spokesman = "وقال المتحدث باسم وفد المعارضة أيمن العاسمي إن الوقت ضيق. وأضاف العاسمي أن الوفد باق.";
        assert_eq!(sides(spokesman), ["syrian_opposition: Ayman al-Asimi"; 2]);
        assert_eq!(
            sides(&format!("ووصلت المعارضة السورية المسلحة إلى المدينة. {spokesman}")),
            ["armed_opposition: Ayman al-Asimi"; 2]
        );
    }
}
