//! What a figure counts: those whose names stand on the list of one side, who was killed in one place on one day, whom a round is to free. Figures of one thing are compared, and no others:
//! those that differ stand side by side, those that independent texts give alike are told once.
//!
//! The words that say what is counted are data (`counts`). What says nothing of it, or two things, is compared with nothing: a wrong difference is worse than a missing one.

mod at;
mod compare;
mod size;
mod toll;
mod violations;

pub(super) use compare::{agreements, contrasts, disputes};

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::context::DateRange;
use super::figures::{modifier, plural, value};
use super::parts::{Citation, DisputeValue};
use super::speakers::with_article;
use crate::analysis::dates::DateMention;
use crate::analysis::figures::{Figure, Modifier};
use crate::analysis::{Analysis, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;

/// Bytes between a figure and the word that says what it counts, and between an outcome and its number.
const NEAR: u32 = 90;

/// Days of a week.
const DAYS: i64 = 7;

/// What is counted where no word right before a figure says it.
const TRUCE: &str = "of the truce";
const EXCHANGE: &str = "in the exchange";
const PART: &str = "in the talks";
const STATEMENT: &str = "in the final statement";
const LENGTH: &str = "of the talks";
const AGREEMENT: &str = "in the agreement";

/// One thing that is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Thing {
    /// In the English that goes behind the unit: `killed in`, `on the list of`, `to be released`.
    what: String,
    unit: EntryId,
    /// The side, or the place.
    of: Option<EntryId>,
    /// Of each side.
    each: bool,
}

impl Thing {
    /// `names on the list of the armed factions`, `prisoners to be released by the Houthis`.
    fn label(&self, lexicon: &Lexicon) -> String {
        let entry = |id: EntryId| &lexicon.entries[id as usize];
        let each = if self.each { " (each)" } else { "" };
        let by = if self.is_anchored() { "" } else { " by" };
        let name = |of: &Entry| if of.kind == Kind::Place { of.en.preferred.clone() } else { with_article(of) };
        let of = self.of.map(|of| format!("{by} {}", name(entry(of)))).unwrap_or_default();
        format!("{} {}{of}{each}", plural(entry(self.unit)), self.what)
    }

    /// True where a side or a place says which of several is meant; else the round does.
    fn is_anchored(&self) -> bool {
        [" of", " by", " in"].iter().any(|p| self.what.ends_with(p))
    }
}

/// A figure of which it is known what it counts.
#[derive(Clone, Copy)]
struct At<'a> {
    article: &'a Article,
    analysis: &'a Analysis,
    number: usize,
    figure: &'a Figure,
    given: &'a Given<'a>,
}

/// A figure with what it counts.
pub(super) struct Counted<'a> {
    at: At<'a>,
    thing: Thing,
    /// When, where the day tells which of several is meant.
    days: Option<DateRange>,
    /// The first byte of the word that says what is counted.
    start: u32,
    /// Only civilians, where people are counted.
    civilians: bool,
}

/// The figures of a round of which it is known what they count.
pub(super) fn counted<'a>(round: &Round<'a>, given: &'a Given<'a>) -> Vec<Counted<'a>> {
    let mut out = Vec::new();
    for &(article, analysis) in &round.articles {
        let told = |s: &Sentence| s.kind == SentenceKind::Sentence && !s.background;
        for (number, sentence) in analysis.sentences.iter().enumerate().filter(|(_, s)| told(s)) {
            let at = |figure| At { article, analysis, number, figure, given };
            out.extend(sentence.figures.iter().filter_map(|figure| one(at(figure))));
        }
    }
    out
}

/// What a figure counts, where that is known.
fn one(at: At) -> Option<Counted> {
    if let Some(found) = special(at).or_else(|| at.size()) {
        return Some(found);
    }
    let (lexicon, figure) = (at.given.lexicon, at.figure);
    let own = figure.unit.and_then(|u| lexicon.entries[u as usize].counts.as_deref()).filter(|c| *c != "any");
    let word = at.word();
    let (what, start) = match (word, own) {
        (Some((what, _)), Some(own)) if what != own => return None,
        (Some((what, word)), _) => (what, word.start),
        (None, Some(own)) => (own, figure.start),
        // `أودت بحياة 42 شخصا`
        (None, None) if at.lives() => ("killed in", figure.start),
        (None, None) => return None,
    };
    if at.is_part() {
        return None;
    }
    let same = |id: &str| own.is_some().then(|| lexicon.number(id)).flatten();
    // `معتقلا` is a unit and a term.
    let counts = |u: EntryId| {
        let mut twins = lexicon.entries[u as usize].homograph_of.iter().filter_map(|id| lexicon.number(id));
        twins.find(|&t| lexicon.entries[t as usize].kind == Kind::Unit).filter(|_| lexicon.entries[u as usize].kind == Kind::Term)
    };
    let unit = figure.unit.map(|u| counts(u).unwrap_or(u))?;
    let mut thing = Thing { what: what.to_owned(), unit, of: None, each: at.each() };
    let (mut days, mut civilians) = (None, false);
    if what.ends_with(" of") || what.ends_with(" by") {
        thing.unit = lexicon.number("unit_name").filter(|_| what.ends_with(" list of")).unwrap_or(thing.unit);
        // Whose list it is may not be said: then only one with the same number is the same.
        thing.of = if what.contains("delegation") { Some(at.delegation(start)?) } else { at.owner(start) };
    } else if what.ends_with(" in") {
        civilians = lexicon.entries[unit as usize].id == "unit_civilian";
        let people = civilians.then(|| lexicon.number("unit_person")).flatten();
        thing.unit = same("unit_person").or(people).unwrap_or(thing.unit);
        thing.of = Some(at.place()?);
        // `هزت هجمات حمص وأودت بحياة 42 شخصا`: the attack that others give its day.
        days = at.days();
        if days.is_none() && !at.attack() {
            return None;
        }
    } else {
        let done = at.freed(start)?;
        thing.what = if done { what.to_owned() } else { format!("to be {what}") };
        // `إفراج الحوثيين عن 70 أسيرا`: whoever is named elsewhere may be whom it was agreed with.
        let mut sides = at.sides(start, figure.start);
        thing.of = sides.next();
        if sides.any(|other| Some(other) != thing.of) {
            return None;
        }
    }
    Some(Counted { at, thing, days, start, civilians })
}

/// What the words around a figure count that no word right before it says: the days of a truce (`هدنة مدتها سبعة أيام`), those whom each side gave in an exchange (`شملت عملية التبادل 15 شخصا من كل طرف`).
fn special(at: At) -> Option<Counted> {
    let (lexicon, figure) = (at.given.lexicon, at.figure);
    // `بمشاركة 75 شخصية`: all who take part in the talks.
    if let Some(start) = at.taking_part() {
        let people = lexicon.number("unit_participant")?;
        return Some(Counted {
            at,
            thing: Thing { what: PART.to_owned(), unit: people, of: None, each: false },
            days: None,
            start,
            civilians: false,
        });
    }
    let unit = figure.unit?;
    let thing = |what: &str, each: bool| Thing { what: what.to_owned(), unit, of: None, each };
    if lexicon.entries[unit as usize].role.as_deref() == Some("time") {
        let counted = |(start, what)| Counted { at, thing: thing(what, false), days: None, start, civilians: false };
        return at.lasts().map(|start| (start, TRUCE)).or_else(|| at.went_on().map(|start| (start, LENGTH))).map(counted);
    }
    // `ورقة تتضمن 29 سؤالا`
    if let Some((start, what)) = at.in_a_paper() {
        // Points and items of one statement are the same.
        let thing = if what == STATEMENT {
            Thing { unit: lexicon.number("unit_point")?, ..thing(what, false) }
        } else {
            thing(what, false)
        };
        return Some(Counted { at, thing, days: None, start, civilians: false });
    }
    let start = at.exchanged().filter(|_| at.each() && !at.is_part())?;
    Some(Counted { at, thing: thing(EXCHANGE, true), days: None, start, civilians: false })
}

/// True for a phrase that tells the deed itself (`أفرجوا عن`), and not an agreement on it.
pub(super) fn is_deed(lexicon: &Lexicon, phrase: EntryId) -> bool {
    let verb = |id: &String| lexicon.entry(id).is_some_and(|e| e.counts.is_some());
    lexicon.entries[phrase as usize].homograph_of.iter().any(verb)
}

/// The last byte of the day that is told in the same breath behind byte `end`.
pub(super) fn until(article: &Article, s: &Sentence, end: u32) -> Option<u32> {
    let near = |d: &&DateMention| {
        let gap = &article.text[end as usize..d.start.max(end) as usize];
        d.start >= end && gap.len() as u32 <= NEAR && !gap.contains(['،', '؛', '.', ':'])
    };
    s.dates.iter().find(near).map(|d| d.end)
}

/// How far about a value may lie from it: half of its last digit that is not zero, but a twentieth at least and a tenth at most.
fn about(value: i64) -> i64 {
    let mut digit = 1;
    while value != 0 && value % (digit * 10) == 0 {
        digit *= 10;
    }
    (digit / 2).clamp(value / 20, value / 10)
}

/// The values that the words of a figure allow, in thousandths.
fn range(f: &Figure) -> (i64, i64) {
    match f.modifier {
        Modifier::Exactly => (f.value, f.upper.unwrap_or(f.value)),
        Modifier::About => (f.value - about(f.value), f.upper.unwrap_or(f.value) + about(f.upper.unwrap_or(f.value))),
        Modifier::MoreThan => (f.value + 1, i64::MAX),
        Modifier::AtLeast => (f.value, i64::MAX),
        Modifier::LessThan => (0, f.value - 1),
        Modifier::AtMost => (0, f.value),
    }
}

impl<'a> Counted<'a> {
    /// The values that the words allow.
    fn range(&self) -> (i64, i64) {
        // Ten weeks and forty days are compared by their days.
        let unit = self.at.figure.unit.map(|u| self.at.given.lexicon.entries[u as usize].id.as_str());
        let weeks = unit == Some("unit_week") && self.thing.unit != self.at.figure.unit.unwrap_or_default();
        let (least, most) = range(self.at.figure);
        if weeks { (least.saturating_mul(DAYS), most.saturating_mul(DAYS)) } else { (least, most) }
    }

    /// True where the number is told of a release or exchange that begins at a byte of this sentence, and the last byte of what tells how many and when.
    pub(super) fn of_outcome(&self, (start, end): (u32, u32)) -> Option<u32> {
        let (at, told) = (&self.at, self.at.sentence());
        // `الإفراج عن فلان مقابل خمسين أسيرا`: for how many.
        let between = |to: u32| &at.article.text[end.min(to) as usize..to as usize];
        let others = between(at.figure.start).split_whitespace().any(|w| w.trim_start_matches('ب') == "مقابل");
        let special =
            matches!(self.thing.what.as_str(), TRUCE | PART | STATEMENT | AGREEMENT | LENGTH | "in the paper" | "in the letter")
                || self.thing.what == EXCHANGE && self.thing.each;
        if others || special || self.thing.is_anchored() || start > self.start || at.figure.start > end + NEAR {
            return None;
        }
        Some(until(at.article, told, at.figure.end).unwrap_or(at.figure.end).max(end))
    }

    /// True where a citation has its bytes.
    pub(super) fn stands_at(&self, at: &Citation) -> bool {
        at.source == self.at.article.id && at.start <= self.at.figure.start && self.at.figure.end <= at.end
    }

    /// What it counts: `members in the delegation of the opposition`.
    pub(super) fn label(&self) -> String {
        let label = self.thing.label(self.at.given.lexicon);
        // Whose list it is may not be said.
        let hangs = self.thing.of.is_none() && self.thing.is_anchored();
        let cut = [" of", " by", " in"].iter().find_map(|end| label.strip_suffix(end)).filter(|_| hangs);
        cut.map_or_else(|| label.clone(), str::to_owned)
    }

    /// The sentence that it stands in.
    pub(super) fn place(&self) -> (&'a str, usize) {
        (&self.at.article.id, self.at.number)
    }

    /// `release of prisoners` with how many, and by whom: `release of 70 prisoners by the Houthis`.
    pub(super) fn with_number(&self, matter: &str) -> String {
        let lexicon = self.at.given.lexicon;
        let own = self.at.figure.unit.filter(|_| self.thing.what == EXCHANGE);
        let unit = plural(&lexicon.entries[own.unwrap_or(self.thing.unit) as usize]);
        let each = if self.thing.each { " of each side" } else { "" };
        let many = format!("{} {unit}{each}", self.number());
        let by = self.thing.of.map(|of| format!(" by {}", with_article(&lexicon.entries[of as usize]))).unwrap_or_default();
        match matter.strip_suffix(&format!(" of {unit}")).or(Some(matter).filter(|m| matches!(*m, "release" | "exchange"))) {
            Some(deed) => format!("{deed} of {many}{by}"),
            None => format!("{matter} ({many}{by})"),
        }
    }

    fn number(&self) -> String {
        format!("{} {}", modifier(self.at.figure.modifier), value(self.at.figure)).trim().to_owned()
    }

    fn who(&self) -> Option<String> {
        Some(self.at.said()?.speaker(self.at.given).en)
    }

    fn value(&self, cites: &mut Cites) -> DisputeValue {
        let (at, lexicon) = (&self.at, self.at.given.lexicon);
        let own = Some(self.thing.unit).filter(|_| self.thing.what.starts_with("held"));
        let unit = at.figure.unit.or(own).map(|u| plural(&lexicon.entries[u as usize])).unwrap_or_default();
        // The article is part of the word.
        let before = at.text(at.sentence().start, self.start);
        let start = self.start - before.rsplit(' ').next().unwrap_or_default().len() as u32;
        DisputeValue {
            value: rule(format!("{} {unit}", self.number()).trim_end().to_owned(), "figures of one thing"),
            by: at.said().map(|s| s.speaker(at.given)),
            ar: at.text(start, at.figure.end).to_owned(),
            citations: vec![cites.cite(at.article, at.number, start, at.figure.end)],
        }
    }
}
