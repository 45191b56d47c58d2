//! What an article has said so far of its speakers: who spoke last, and who holds which office.

use super::speaker::{Phrase, phrase_with};
use super::view::View;
use super::{Resolved, Speaker, Who};
use crate::arabic::clitics::Proclitics;
use crate::arabic::fold::fold;
use crate::arabic::inflect::Person;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};

/// Sentences without a statement over which `وأضاف` still goes on.
const REACH: u32 = 2;
/// How many speakers are looked at, the last first.
const BACK: usize = 3;

#[derive(Clone, Copy, Debug)]
struct Turn {
    sentence: u32,
    speaker: Speaker,
    person: Option<Person>,
}

#[derive(Clone, Debug)]
struct Office {
    head: Vec<u8>,
    of: Option<EntryId>,
    person: EntryId,
}

/// What an article has said so far of its speakers.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The sentence that is read.
    at: u32,
    turns: Vec<Turn>,
    offices: Vec<Office>,
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

    /// Remembers who holds the offices that a sentence names, whether anybody speaks in it or not.
    pub(super) fn learn(&mut self, v: &View) {
        for m in v.s.matches.iter().filter(|m| v.entry(m).kind == Kind::Title) {
            let more = Proclitics(Proclitics::LAM.0 | Proclitics::BEH.0);
            if let Some(p) = phrase_with(v, m.first as usize, more).filter(|p| p.title.is_some())
                && let Who::Entry(person) = p.who
            {
                let of = p.of.map(|id| side(v.lexicon, id)).or_else(|| affiliation(v.lexicon, person));
                self.offices.push(Office { head: head(v, &p), of, person });
            }
        }
    }

    /// The speaker of a phrase; an office is given to whom the article named with it.
    pub(super) fn resolve(&mut self, v: &View, p: &Phrase) -> Speaker {
        let mut out =
            Speaker { who: p.who, span: (v.start(p.first), v.end(p.next - 1)), role: p.role, of: p.of, by: Resolved::Named };
        if matches!(v.mark(p.next - 1), Some('،' | ',')) {
            out.span.1 = v.end(p.next - 2);
        }
        match p.who {
            Who::Entry(person) if p.title.is_some() => {
                let of = p.of.map(|id| side(v.lexicon, id)).or_else(|| affiliation(v.lexicon, person));
                self.offices.push(Office { head: head(v, p), of, person });
            }
            Who::Office(title) => {
                out.by = Resolved::Title;
                if p.definite {
                    let head = head(v, p);
                    let of = p.of.map(|id| side(v.lexicon, id));
                    let generic = v.lexicon.frames[title as usize].generic;
                    let fits = |o: &&Office| {
                        (o.head == head || (generic && of.is_some())) && (of.is_none() || o.of.is_none() || o.of == of)
                    };
                    let person = |id: EntryId| v.lexicon.entries[id as usize].kind == Kind::Person;
                    let last = self.turns.iter().rev().take(BACK).filter(|t| self.at.saturating_sub(t.sentence) <= REACH + 1);
                    let last = last.filter(|_| generic && of.is_none()).find_map(|t| match t.speaker.who {
                        Who::Entry(id) if person(id) => Some(id),
                        _ => None,
                    });
                    if let Some(known) = self.offices.iter().rev().find(fits) {
                        out.who = Who::Entry(known.person);
                    } else if let Some(person) = last {
                        // `وتابع الدبلوماسي`: who spoke last.
                        out.who = Who::Entry(person);
                    }
                }
            }
            _ => {}
        }
        out
    }

    /// Remembers who spoke, and the person of the verb.
    pub(super) fn spoke(&mut self, sentence: u32, speaker: Speaker, person: Option<Person>) {
        self.turns.push(Turn { sentence, speaker, person });
    }

    /// Who spoke last does something in `sentence`, with a verb in this person.
    pub(super) fn goes_on(&mut self, sentence: u32, person: Person) {
        let last = self.turns.last().copied().filter(|t| sentence == t.sentence + 1 && t.person == Some(person));
        self.turns.extend(last.map(|t| Turn { sentence, ..t }));
    }

    /// Who goes on speaking in `sentence`, with a verb in this person; `adds` for a verb that says that someone does.
    pub(super) fn carry(&self, sentence: u32, person: Option<Person>, adds: bool) -> (Speaker, Option<Person>) {
        let reach = if adds { REACH + 1 } else { 1 };
        let near = |t: &&Turn| sentence.saturating_sub(t.sentence) <= reach;
        let fits = |t: &&Turn| person.is_none() || t.person.is_none() || t.person == person;
        let found = self.turns.iter().rev().take(BACK).filter(near).find(fits).filter(|t| t.speaker.who != Who::Unresolved);
        match found {
            Some(turn) => (Speaker { role: (0, 0), by: Resolved::CarriedOver, ..turn.speaker }, turn.person.or(person)),
            None => (Speaker { who: Who::Unresolved, span: (0, 0), role: (0, 0), of: None, by: Resolved::Unresolved }, person),
        }
    }
}

/// The first word of the office, without its article.
fn head(v: &View, p: &Phrase) -> Vec<u8> {
    let raw = v.raw(p.head).trim_start_matches(['و', 'ف']);
    // `للمبعوث`
    let raw = raw.strip_prefix("لل").unwrap_or(raw);
    let bare = if raw.len() > "ال".len() * 2 { raw.strip_prefix("ال").unwrap_or(raw) } else { raw };
    fold(bare)
}

/// The country or side that a body belongs to, itself if it belongs to none.
fn side(lexicon: &Lexicon, id: EntryId) -> EntryId {
    affiliation(lexicon, id).unwrap_or(id)
}

fn affiliation(lexicon: &Lexicon, id: EntryId) -> Option<EntryId> {
    let entry = &lexicon.entries[id as usize];
    entry.affiliation.as_deref().or(entry.country.as_deref()).and_then(|id| lexicon.number(id))
}
