//! What a figure counts: those whose names stand on the list of one side, who was killed in one place on one day, whom a round is to free. Figures of one thing are compared, and no others:
//! those that differ stand side by side, those that independent texts give alike are told once.
//!
//! The words that say what is counted are data (`counts`). What says nothing of it, or two things, is compared with nothing: a wrong difference is worse than a missing one.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::{Given, rule};
use super::cite::Cites;
use super::context::DateRange;
use super::disputes::VALUES;
use super::figures::{modifier, plural, value};
use super::parts::{Dispute, DisputeValue, Line};
use super::speakers::{Said, at_the_table, of, side, with_article};
use crate::analysis::dates::DateMention;
use crate::analysis::figures::{Figure, Modifier};
use crate::analysis::outcomes::Status;
use crate::analysis::statements::Statement;
use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::assign::Round;
use crate::summary::similar;

/// Bytes between a figure and the word that says what it counts, and between an outcome and its number.
const NEAR: u32 = 90;
/// Words around a figure in which `كل` makes it one of each side.
const EACH: usize = 3;

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
    let (lexicon, figure) = (at.given.lexicon, at.figure);
    let own = figure.unit.and_then(|u| lexicon.entries[u as usize].counts.as_deref()).filter(|c| *c != "any");
    let word = at.word();
    let (what, start) = match (word, own) {
        (Some((what, _)), Some(own)) if what != own => return None,
        (Some((what, word)), _) => (what, word.start),
        (None, Some(own)) => (own, figure.start),
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
    let mut days = None;
    if what.ends_with(" of") || what.ends_with(" by") {
        thing.unit = lexicon.number("unit_name").filter(|_| what.ends_with(" list of")).unwrap_or(thing.unit);
        // Whose list it is may not be said: then only one with the same number is the same.
        thing.of = if what.contains("delegation") { Some(at.delegation(start)?) } else { at.owner(start) };
    } else if what.ends_with(" in") {
        thing.unit = same("unit_person").unwrap_or(thing.unit);
        thing.of = Some(at.place()?);
        days = Some(at.days()?);
    } else {
        let done = at.freed(start)?;
        thing.what = if done { what.to_owned() } else { format!("to be {what}") };
        thing.of = at.sides(at.scope().0, figure.start).next();
    }
    Some(Counted { at, thing, days, start })
}

impl<'a> At<'a> {
    fn sentence(&self) -> &'a Sentence {
        &self.analysis.sentences[self.number]
    }

    fn text(&self, start: u32, end: u32) -> &'a str {
        &self.article.text[start as usize..end as usize]
    }

    fn entry(&self, m: &Mention) -> &'a Entry {
        &self.given.lexicon.entries[m.entry as usize]
    }

    /// The statement that says it, the innermost of several.
    fn said(&self) -> Option<Said<'a>> {
        let inside = |s: &Statement| {
            s.sentence as usize == self.number && s.content.0 <= self.figure.start && self.figure.end <= s.content.1
        };
        let all = self.analysis.statements.iter().enumerate().filter(|(_, s)| inside(s));
        let number = all.min_by_key(|(_, s)| s.content.1 - s.content.0).map(|(n, _)| n as u32);
        of(self.article, self.analysis, number)
    }

    /// The words that belong together: a statement, or the sentence.
    fn scope(&self) -> (u32, u32) {
        let s = self.sentence();
        self.said().map_or((s.start, s.end), |said| said.statement.content)
    }

    fn mentions(&self, from: u32, to: u32) -> impl DoubleEndedIterator<Item = &'a Mention> + use<'a> {
        self.sentence().mentions.iter().filter(move |m| from <= m.start && m.end <= to)
    }

    /// The word before a figure that says what it counts, with nothing between them that would say something else.
    fn word(&self) -> Option<(&'a str, &'a Mention)> {
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
    fn is_part(&self) -> bool {
        let before = self.text(self.sentence().start, self.figure.start).trim_end();
        let word = before.rsplit(' ').next().unwrap_or_default().trim_start_matches('و');
        ["بين", "من", "ضمن"].iter().any(|p| word.starts_with(p)) && ["هم", "ها", "هن"].iter().any(|p| word.ends_with(p))
    }

    /// `خمسة من كل طرف`, `يضم كل وفد 12 عضوا`.
    fn each(&self) -> bool {
        let is = |word: &str| matches!(word.trim_start_matches(['و', 'ل']), "كل");
        let s = self.sentence();
        let behind = self.text(self.figure.end, s.end).split_whitespace().take(EACH).any(is);
        behind || self.text(s.start, self.figure.start).split_whitespace().rev().take(EACH).any(is)
    }

    /// The sides named from one byte to another, but for those that mediate.
    fn sides(&self, from: u32, to: u32) -> impl Iterator<Item = EntryId> + use<'a> {
        let lexicon = self.given.lexicon;
        let party = move |m: &&Mention| {
            let e = &lexicon.entries[m.entry as usize];
            matches!(e.kind, Kind::Party | Kind::Country) && !matches!(e.role.as_deref(), Some("several" | "mediator"))
        };
        self.mentions(from, to).filter(party).map(move |m| at_the_table(lexicon, side(lexicon, m.entry)))
    }

    /// The side that speaks; where nobody does, that of all who speak in the sentence before, in one paragraph.
    fn speaker(&self) -> Option<EntryId> {
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
    fn is_own(&self, m: &Mention) -> bool {
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
    fn of_delegation(&self, m: &Mention) -> Option<EntryId> {
        let (lexicon, entry) = (self.given.lexicon, self.entry(m));
        match entry.kind {
            Kind::Party | Kind::Country => Some(at_the_table(lexicon, side(lexicon, m.entry))),
            Kind::Term if entry.id == "delegation" && self.is_own(m) => self.speaker(),
            _ => None,
        }
    }

    /// The side whose delegation is counted: the nearest body before the figure must be one.
    fn delegation(&self, start: u32) -> Option<EntryId> {
        let body = |m: &&Mention| {
            matches!(self.entry(m).kind, Kind::Party | Kind::Country | Kind::Organization | Kind::Term | Kind::Slot)
        };
        let m = self.mentions(self.scope().0, start).rfind(body)?;
        let entry = self.entry(m);
        (entry.id.contains("delegation") || entry.kind == Kind::Country).then(|| self.of_delegation(m)).flatten()
    }

    /// The side whose list it is: who hands it over, else who speaks of it.
    fn owner(&self, start: u32) -> Option<EntryId> {
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
    fn place(&self) -> Option<EntryId> {
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

    /// The days nearest to the figure.
    fn days(&self) -> Option<DateRange> {
        let (from, to) = self.scope();
        let f = self.figure;
        let far = |start: u32, end: u32| if start >= f.end { start - f.end } else { f.start.saturating_sub(end) };
        let dates = self.sentence().dates.iter().filter(|d| from <= d.start && d.end <= to);
        dates.filter_map(|d| Some((far(d.start, d.end), d.date?))).min_by_key(|(far, _)| *far).map(|(_, days)| days)
    }

    /// Whether those counted are free already; `None` where no outcome says that they are or will be.
    fn freed(&self, start: u32) -> Option<bool> {
        let lexicon = self.given.lexicon;
        let outcome = self.analysis.outcomes.iter().find(|o| {
            let counts = super::ledger::family(lexicon, o.slot);
            o.sentence as usize == self.number
                && o.status == Status::Agreed
                && lexicon.entries[counts as usize].counts.is_some()
                && o.span.0 <= start
                && self.figure.start <= o.span.1 + NEAR
        })?;
        Some(is_deed(lexicon, outcome.phrase))
    }
}

/// True for a phrase that tells the deed itself (`أفرجوا عن`), and not an agreement on it.
pub(super) fn is_deed(lexicon: &Lexicon, phrase: EntryId) -> bool {
    let verb = |id: &String| lexicon.entry(id).is_some_and(|e| e.counts.is_some());
    lexicon.entries[phrase as usize].homograph_of.iter().any(verb)
}

impl<'a> Counted<'a> {
    /// The values that the words allow, in thousandths.
    fn range(&self) -> (i64, i64) {
        let f = self.at.figure;
        match f.modifier {
            Modifier::Exactly => (f.value, f.upper.unwrap_or(f.value)),
            Modifier::About => (f.value / 10 * 9, f.upper.unwrap_or(f.value) / 10 * 11),
            Modifier::MoreThan => (f.value + 1, i64::MAX),
            Modifier::AtLeast => (f.value, i64::MAX),
            Modifier::LessThan => (0, f.value - 1),
        }
    }

    /// True where the number is told of a release or exchange that begins at a byte of this sentence, and the last byte of what tells how many and when.
    pub(super) fn of_outcome(&self, (start, end): (u32, u32)) -> Option<u32> {
        let (at, told) = (&self.at, self.at.sentence());
        if self.thing.is_anchored() || start > self.start || at.figure.start > end + NEAR {
            return None;
        }
        let near = |d: &&DateMention| {
            let gap = at.text(at.figure.end, d.start.max(at.figure.end));
            d.start >= at.figure.end && gap.len() as u32 <= NEAR && !gap.contains(['،', '؛', '.'])
        };
        let day = told.dates.iter().filter(near).map(|d| d.end).next();
        Some(day.unwrap_or(at.figure.end).max(end))
    }

    /// The sentence that it stands in.
    pub(super) fn place(&self) -> (&'a str, usize) {
        (&self.at.article.id, self.at.number)
    }

    /// `release of prisoners` with how many, and by whom: `release of 70 prisoners by the Houthis`.
    pub(super) fn with_number(&self, matter: &str) -> String {
        let lexicon = self.at.given.lexicon;
        let unit = plural(&lexicon.entries[self.thing.unit as usize]);
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
        Some(self.at.said()?.speaker(self.at.given.lexicon).en)
    }

    fn value(&self, cites: &mut Cites) -> DisputeValue {
        let (at, lexicon) = (&self.at, self.at.given.lexicon);
        let unit = at.figure.unit.map(|u| plural(&lexicon.entries[u as usize])).unwrap_or_default();
        // The article is part of the word.
        let before = at.text(at.sentence().start, self.start);
        let start = self.start - before.rsplit(' ').next().unwrap_or_default().len() as u32;
        DisputeValue {
            value: rule(format!("{} {unit}", self.number()), "figures of one thing"),
            by: at.said().map(|s| s.speaker(lexicon)),
            ar: at.text(start, at.figure.end).to_owned(),
            citations: vec![cites.cite(at.article, at.number, start, at.figure.end)],
        }
    }
}

/// The figures of each thing, of one time, by their numbers. One of which the side is not known goes with the only others of its number.
fn things(all: &[Counted]) -> Vec<Vec<usize>> {
    let mut things: BTreeMap<&Thing, Vec<Vec<usize>>> = BTreeMap::new();
    let whose = |c: &Counted| c.thing.of.is_some() || !c.thing.is_anchored();
    for (i, c) in all.iter().enumerate().filter(|(_, c)| whose(c)) {
        let times = things.entry(&c.thing).or_default();
        let meets = |o: &usize| c.days.zip(all[*o].days).is_none_or(|(a, b)| a.start <= b.end && b.start <= a.end);
        match times.iter_mut().find(|time| time.iter().all(meets)) {
            Some(time) => time.push(i),
            None => times.push(vec![i]),
        }
    }
    let mut out: Vec<Vec<usize>> = things.into_values().flatten().collect();
    for (i, c) in all.iter().enumerate().filter(|(_, c)| !whose(c)) {
        let one = |o: &usize| {
            let with = Thing { of: None, ..all[*o].thing.clone() };
            with == c.thing && all[*o].number() == c.number()
        };
        let mut same = out.iter_mut().filter(|group| group.iter().any(one));
        if let (Some(group), None) = (same.next(), same.next()) {
            group.push(i);
        }
    }
    out
}

/// One thing with different numbers: who says which. No number is the right one.
pub(super) fn disputes(all: &[Counted], cites: &mut Cites) -> Vec<Dispute> {
    let mut out = Vec::new();
    for of in things(all) {
        let of: Vec<&Counted> = of.into_iter().map(|i| &all[i]).collect();
        let apart = |a: &Counted, b: &Counted| a.range().1 < b.range().0 || b.range().1 < a.range().0;
        let one = |a: &Counted, b: &Counted| std::ptr::eq(a.at.article, b.at.article) && a.who() == b.who();
        let differ = |is: bool| of.iter().any(|a| of.iter().any(|b| apart(a, b) && one(a, b) == is));
        // One who gives two numbers tells of two things, and nobody says which is which.
        if !differ(false) || differ(true) {
            continue;
        }
        let lexicon = of[0].at.given.lexicon;
        let exact = |c: &&&Counted| c.at.figure.modifier == Modifier::Exactly;
        let ends = |c: &&Counted| [c.at.figure.value, c.at.figure.upper.unwrap_or(c.at.figure.value)];
        let mut ends: Vec<i64> = of.iter().filter(exact).flat_map(ends).collect();
        ends.sort_unstable();
        let numbers = match (ends.first(), ends.last()) {
            (Some(&least), Some(&most)) if least < most => {
                format!(": {}", value(&Figure { value: least, upper: Some(most), ..*of[0].at.figure }))
            }
            _ => String::new(),
        };
        let mut values: Vec<DisputeValue> = Vec::new();
        for c in &of {
            let v = c.value(cites);
            let who = |v: &DisputeValue| v.by.as_ref().map(|s| s.en.clone());
            match values.iter_mut().find(|o| o.value.text == v.value.text && who(o) == who(&v)) {
                Some(twin) => twin.citations.extend(v.citations),
                None => values.push(v),
            }
        }
        values.truncate(VALUES);
        out.push(Dispute {
            slot: "figure".to_owned(),
            slot_en: format!("number of {}{numbers}", of[0].thing.label(lexicon)),
            values,
        });
    }
    out
}

/// One thing with one number in independent texts.
pub(super) fn agreements(all: &[Counted], cites: &mut Cites) -> Vec<Line> {
    let texts: Vec<&str> = all.iter().map(|c| c.at.text(c.at.sentence().start, c.at.sentence().end)).collect();
    let groups = similar::groups(&texts);
    let mut out = Vec::new();
    for of in things(all) {
        let mut numbers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        of.into_iter().for_each(|i| numbers.entry(all[i].number()).or_default().push(i));
        for (number, same) in numbers {
            let (mut articles, mut wording, mut who) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
            for &i in &same {
                let c = &all[i];
                if wording.insert(groups[i]) {
                    articles.insert(&c.at.article.id);
                }
                let name = c.who().unwrap_or_else(|| "the articles".to_owned());
                if !who.contains(&name) {
                    who.push(name);
                }
            }
            if articles.len() < 2 {
                continue;
            }
            let label = all[same[0]].thing.label(all[same[0]].at.given.lexicon);
            let text = format!("{label}: {number} ({}), {} independent texts.", who.join(", "), articles.len());
            let values: Vec<DisputeValue> = same.iter().map(|&i| all[i].value(cites)).collect();
            let ar = values[0].ar.clone();
            let citations = values.into_iter().flat_map(|v| v.citations).collect();
            out.push(Line { ar, en: rule(text, "same figure of the same thing, near-copies counted once"), citations });
        }
    }
    out
}
