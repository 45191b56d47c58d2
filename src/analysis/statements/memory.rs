//! What an article has said so far of its speakers: who spoke last, and who holds which office.

use super::body;
use super::ministries::Ministries;
use super::offices::{Holder, Office, affiliation, head, long, side, words};
use super::people::{self, People};
use super::speaker::Phrase;
use super::view::{Particle, View};
use super::{Resolved, Speaker, Who};
use crate::arabic::clitics::Proclitics;
use crate::arabic::fold::fold;
use crate::arabic::inflect::Person;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Sentences without a statement over which `وأضاف` still goes on.
pub(super) const REACH: u32 = 2;
/// Sentences over which a quotation may go on.
const QUOTED: u32 = 3;
/// How many speakers are looked at, the last first.
pub(super) const BACK: usize = 3;

#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub(super) sentence: u32,
    pub(super) speaker: Speaker,
    pub(super) person: Option<Person>,
    /// False for one who only did something.
    pub(super) spoke: bool,
    /// True for one of whom a sentence with كان told.
    pub(super) was: bool,
}

/// What an article has said so far of its speakers.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The sentence that is read.
    pub(super) at: u32,
    /// True where it opens with كان, of a source that is not named: `وكان مصدر قد قال إن`.
    pub(super) was: bool,
    /// True where it opens with what is spoken of: `وبشأن الأسرى، أقر بأن`.
    pub(super) topic: bool,
    pub(super) turns: Vec<Turn>,
    /// Sentences of background in which nobody speaks or is named: they do not part a speaker from what he goes on to say.
    pub(super) quiet: Vec<u32>,
    /// The sentence in which a quotation opened that did not close there.
    pub(super) quote: Option<u32>,
    pub(super) offices: Vec<Office>,
    pub(super) people: People,
    /// Who spoke without a name: `مسؤول تركي`.
    pub(super) unnamed: Vec<Speaker>,
    /// Whose statement was told of last, and where: `قالت الوزارة في بيان إن`.
    pub(super) paper: Option<(u32, Speaker)>,
    /// Whose ministries were named, and of which country the report is.
    pub(super) ministries: Ministries,
    /// Bodies that were named, by the noun they are called by (`البعثة`).
    pub(super) bodies: Vec<(Vec<u8>, Holder)>,
}

impl Memory {
    /// Goes on to the next sentence.
    pub(super) fn begin(&mut self, sentence: u32) {
        self.at = sentence;
    }

    /// A heading, or a speaker who could not be read: nobody speaks on.
    pub(super) fn forget(&mut self) {
        self.turns.clear();
    }

    /// The person whom the article introduced in full, whose surname is that of a person of the glossary whom it did not name.
    fn namesake(&self, v: &View, p: &Phrase, person: EntryId) -> Option<usize> {
        let inside = |m: &&Match| m.first as usize >= p.first && (m.last as usize) < p.next && v.id(m) == person;
        let m = v.s.matches.iter().find(inside).filter(|m| v.kind(m) == Kind::Person && m.first == m.last)?;
        // `العميد ركن طيار أحمد عسيري` is the one of the glossary, whatever stands before the name.
        let own = |n: &usize| v.entry(m).ar.iter().any(|form| form.contains(' ') && self.people.named(*n, form));
        self.people.namesake(v.raw(m.first as usize)).filter(|n| !own(n))
    }

    /// Remembers the name of a person of the glossary as the article gives it in full: later the surname may be one that no entry has.
    pub(super) fn named(&mut self, v: &View, p: &Phrase, speaker: Speaker) {
        let Who::Entry(id) = p.who else { return };
        let inside = |m: &&Match| m.first as usize >= p.first && (m.last as usize) < p.next && v.id(m) == id;
        let name = v.s.matches.iter().find(inside).filter(|m| v.kind(m) == Kind::Person && m.last > m.first);
        if let Some(m) = name {
            let (first, next) = (m.first as usize, m.last as usize + 1);
            self.people.person(v, &Phrase { first, next, head: first, ..*p }, speaker);
        }
    }

    /// The body of these words: `اللجنة` is the last that was called so.
    fn body(&self, v: &View, p: &Phrase) -> Option<Holder> {
        let word = v.raw(p.first);
        let article = word.trim_start_matches(['و', 'ف', 'ب', 'ك']).starts_with("ال") || word.starts_with("لل");
        // `قالت «الهيئة»`
        let quoted = p.next == p.first + 2 && v.is_quote(p.next - 1);
        let alone = (p.next == p.first + 1 || quoted) && article;
        let called = noun(v, p.first);
        self.bodies.iter().rev().find(|(name, _)| *name == called).map(|(_, holder)| *holder).filter(|_| alone)
    }

    pub(super) fn holds(&mut self, v: &View, p: &Phrase, holder: Holder) {
        // `الرئيس السابق فلان`: he holds it no more.
        if (p.head..p.next).any(|t| body::listed(v, t, "former")) {
            return;
        }
        let of = p.of.map(|id| side(v.lexicon, id)).or_else(|| match holder {
            Holder::Entry(person) => affiliation(v.lexicon, person).map(|id| side(v.lexicon, id)),
            Holder::Introduced(_) => None,
        });
        // The words between the first one and the name.
        let end = if p.first > p.head { p.first } else { p.next };
        let words = words(v, p.head + 1, end);
        self.offices.push(Office { head: head(v, p), title: long(v, p), of, holder, words });
    }

    /// True for the surname of a person whom the article introduced.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.people.knows(word)
    }

    /// The word at `at` as a speaker, if it is the surname of such a person: `واكتفى نجم بالقول`.
    pub(super) fn known(&self, v: &View, at: usize) -> Option<Phrase> {
        let name = || Phrase { first: at, next: at + 1, who: Who::Words, head: at, definite: true, ..Phrase::nobody() };
        // `حسن الفلاني`, and another of that given name before.
        let longer = v.mark(at + 1).is_none()
            && v.over(at + 1).is_none()
            && v.particle(at + 1) == Particle::None
            && v.kind_at(at + 2) == Some(Kind::Title);
        (self.knows(v.raw(at)) && !longer).then(name).or_else(|| self.pair(v, at))
    }

    /// A surname of two words, of a person whom the article introduced in full: `بن حلي`, `أبو زيد`.
    pub(super) fn pair(&self, v: &View, at: usize) -> Option<Phrase> {
        let pair = [v.raw(at), v.raw(at + 1)];
        let joins = matches!(pair[0], "بن" | "أبو" | "ابو" | "آل") && v.mark(at + 1).is_none();
        (joins && self.people.ends(&pair)).then(|| Phrase {
            first: at,
            next: at + 2,
            who: Who::Words,
            head: at,
            definite: true,
            ..Phrase::nobody()
        })
    }

    /// True for the surname of such a person, and not the first name.
    pub(super) fn surname(&self, word: &str) -> bool {
        self.people.surname(word)
    }

    /// The speaker of a phrase; an office is given to whom the article named with it.
    pub(super) fn resolve(&mut self, v: &View, p: &Phrase) -> Speaker {
        let mut out =
            Speaker { who: p.who, span: (v.start(p.first), v.end(p.next - 1)), role: p.role, of: p.of, by: Resolved::Named };
        if matches!(v.mark(p.next - 1), Some('،' | ','))
            || v.is_quote(p.next - 1) && !v.is_quote(p.first) && v.quotes.iter().any(|q| q.0 + 1 == p.first && q.1 + 1 == p.next)
        {
            out.span.1 = v.end(p.next - 2);
        }
        // `والرئيس السابق فلان`
        if !p.body
            && p.who != Who::Words
            && v.at(p.first).is_some_and(|m| m.proclitics.0 & (Proclitics::WAW.0 | Proclitics::FEH.0) != 0)
        {
            out.span.0 += 'و'.len_utf8() as u32;
        }
        if p.body {
            out.span.0 = body::noun(v, p.first).map_or(out.span.0, |m| {
                let before = m.proclitics.0 & (Proclitics::WAW.0 | Proclitics::FEH.0 | Proclitics::LAM.0 | Proclitics::BEH.0);
                // `للتقرير`: the article goes with the preposition.
                if v.raw(p.first).starts_with("لل") {
                    return m.start.max(out.span.0);
                }
                out.span.0 + if before == 0 { 0 } else { 'و'.len_utf8() as u32 }
            });
        }
        match p.who {
            Who::Words if p.body => match self.body(v, p) {
                Some(Holder::Entry(body)) => (out.who, out.by) = (Who::Entry(body), Resolved::Title),
                Some(Holder::Introduced(n)) => out = self.people.speaker(n, Resolved::Title).unwrap_or(out),
                None => {
                    let n = self.people.person(v, p, out);
                    self.bodies.push((noun(v, p.first), Holder::Introduced(n)));
                    out = self.people.speaker(n, Resolved::Named).unwrap_or(out);
                }
            },
            Who::Entry(_) if self.paper(v, p).is_some() => {
                out = self.paper(v, p).unwrap_or(out);
                self.paper = Some((self.at, out));
            }
            Who::Entry(body) if super::ministries::is(v.lexicon, body) => {
                out.who = Who::Entry(self.ministries.whose(v.lexicon, body, p.of));
            }
            Who::Entry(person) => {
                // `العميد الفلاني`: whom the article introduced by that surname, and not the one of the glossary.
                if let Some(n) = self.namesake(v, p, person) {
                    return self.people.speaker(n, Resolved::Named).unwrap_or(out);
                }
                if p.title.is_some() {
                    self.holds(v, p, Holder::Entry(person));
                }
                // `صحيفة «البلاد»`: later, the paper.
                let kind = v.lexicon.kind(person);
                if kind == Kind::Media && (body::noun(v, p.first).is_some() || body::passes(v, p.first)) {
                    self.bodies.push((noun(v, p.first), Holder::Entry(person)));
                }
                self.named(v, p, out);
            }
            Who::Words => {
                out.span.1 = v.end(people::end(v, p) - 1);
                let n = self.people.person(v, p, out);
                out = self.people.speaker(n, Resolved::Named).unwrap_or(out);
                // `السيدة` is anyone.
                if p.title.is_some_and(|title| v.lexicon.entries.id(title) != "sayyid") {
                    self.holds(v, p, Holder::Introduced(n));
                }
            }
            Who::Office(title) => return self.by_office(v, p, title, out),
            _ => {}
        }
        out
    }

    /// Remembers who spoke, and the person of the verb.
    pub(super) fn spoke(&mut self, sentence: u32, speaker: Speaker, person: Option<Person>) {
        if matches!(speaker.who, Who::Source(Some(_))) && speaker.by == Resolved::Named {
            self.unnamed.push(speaker);
        }
        self.turns.push(Turn { sentence, speaker, person, spoke: true, was: self.was });
    }

    /// Somebody speaks in a paper of their own: `قالت الوزارة في بيان إن`. Nobody does, where several speak in one.
    pub(super) fn in_paper(&mut self, sentence: u32, speaker: Option<Speaker>) {
        self.paper = speaker.map(|s| (sentence, s));
    }

    /// Whose the paper is, a few sentences on: `وأضاف البيان أن`.
    fn paper(&self, v: &View, p: &Phrase) -> Option<Speaker> {
        let m = v.at(p.first).filter(|m| v.name(m) == "statement" && m.first == m.last)?;
        let alone = v.raw(p.first).contains("ال") && p.next == m.last as usize + 1 && p.of.is_none();
        let (at, speaker) = self.paper.filter(|(at, _)| alone && self.at.saturating_sub(*at) <= QUOTED)?;
        (at < self.at).then_some(Speaker { by: Resolved::Title, ..speaker })
    }

    /// Remembers who does something: `وعقد لافروف لقاء. وقال إن`.
    pub(super) fn acted(&mut self, sentence: u32, speaker: Speaker, person: Person) {
        self.turns.push(Turn { sentence, speaker, person: Some(person), spoke: false, was: self.was });
    }

    /// Nobody speaks in `sentence`, and none is named who could: `وكانت روسيا لعبت دوراً`, `يأتي ذلك بينما`. `person` is that of its verb; one in that of who
    /// spoke last may be about them.
    pub(super) fn background(&mut self, sentence: u32, person: Option<Person>) {
        let other = self.turns.last().is_some_and(|t| person.is_none() || t.person.is_some() && t.person != person);
        if other {
            self.quiet.push(sentence);
        }
    }

    /// A quotation opens in `sentence` that does not close there.
    pub(super) fn open_quote(&mut self, sentence: u32) {
        self.quote = Some(sentence);
    }

    /// True if a quotation of one of the sentences before `sentence` may still be open.
    pub(super) fn quote(&self, sentence: u32) -> bool {
        self.quote.is_some_and(|opened| sentence > opened && sentence - opened <= QUOTED)
    }

    /// Who spoke last is quoted on in `sentence`.
    pub(super) fn quoted_on(&mut self, sentence: u32) {
        // Or over several sentences, in all of which it was open.
        let open = |t: &Turn| self.quote == Some(t.sentence) && sentence <= t.sentence + QUOTED;
        let last = self.turns.last().copied().filter(|t| (sentence == t.sentence + 1 || open(t)) && t.spoke);
        self.turns.extend(last.map(|t| Turn { sentence, ..t }));
    }

    /// Who spoke last does something in `sentence`, with a verb in this person.
    pub(super) fn goes_on(&mut self, sentence: u32, person: Person) {
        let last = self.turns.last().copied().filter(|t| sentence == t.sentence + 1 && t.person == Some(person));
        self.turns.extend(last.map(|t| Turn { sentence, ..t }));
    }

    /// True if somebody spoke in the sentence before with a verb in this person; `woman`: she who is a person, and no body or country.
    pub(super) fn spoke_before(&self, v: &View, sentence: u32, person: Person, woman: bool) -> bool {
        let human = |s: &Speaker| match s.who {
            Who::Entry(id) => v.lexicon.kind(id) == Kind::Person,
            Who::Words => !self.people.body(s),
            Who::Office(_) => true,
            _ => false,
        };
        self.turns.last().is_some_and(|t| {
            t.spoke
                && sentence == t.sentence + 1
                && t.person == Some(person)
                && (!woman || person == Person::She && human(&t.speaker))
        })
    }

    /// Who goes on speaking in `sentence`, with a verb in this person; `adds` for a verb that says that someone does.
    pub(super) fn carry(&self, sentence: u32, person: Option<Person>, adds: bool) -> (Speaker, Option<Person>) {
        let reach = if adds { REACH + 1 } else { 1 + u32::from(self.topic && self.turns.last().is_some_and(|t| t.was)) };
        let quiet = |t: &Turn| self.quiet.iter().filter(|&&q| q > t.sentence && q < sentence).count() as u32;
        let near = |t: &&Turn| sentence.saturating_sub(t.sentence) <= reach + quiet(t).min(reach);
        // `وكان مصدر قال إن …. وبشأن الأسرى، أقر بأن`: who spoke before the source.
        let aside = |t: &&Turn| self.topic && t.was && matches!(t.speaker.who, Who::Source(_));
        let fits = |t: &&Turn| !aside(t) && (t.spoke || !adds) && (person.is_none() || t.person.is_none() || t.person == person);
        let found = self.turns.iter().rev().take(BACK).filter(near).find(fits).filter(|t| t.speaker.who != Who::Unresolved);
        match found {
            Some(turn) => (Speaker { role: (0, 0), by: Resolved::CarriedOver, ..turn.speaker }, turn.person.or(person)),
            None => (Speaker::nobody(), person),
        }
    }
}

/// The noun that a body is called by, without what is written onto it.
pub(super) fn noun(v: &View, t: usize) -> Vec<u8> {
    let raw = v.raw(t);
    let from = body::noun(v, t).map_or(0, |m| m.start - v.start(t)) as usize;
    let bare = raw.get(from..).unwrap_or(raw);
    // `للحركة`
    let bare = raw.strip_prefix("لل").filter(|_| body::noun(v, t).is_some()).unwrap_or(bare);
    fold(bare.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(bare))
}
