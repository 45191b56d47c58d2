//! Presence: which side or person came, is expected, stayed away, left.
//!
//! In: a sentence. Out: a side or person with what is said of its attendance ([`Presence`]), and whom it names by an office that no entry knows ([`Named`]). The words of attendance are the
//! outcomes whose slot is `delegation_attendance`; who heads a delegation is in `heads`, what only those who are there do is there, too; the words of attendance are read in `attending`.

use super::attending::{attendance, in_part, returns, subjects};
use super::besides::besides;
use super::heads::{self, someone};
use super::statements::people;
use super::statements::speaker::Phrase;
use super::statements::view::View;
use super::statements::{Resolved, Span, Speaker, Statement, Who};
use crate::arabic::clitics::Proclitics;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::sign::Signs;
use serde::{Deserialize, Serialize};

/// What is said of somebody's attendance, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Attendance {
    /// Expected, on the way, invited.
    Expected,
    /// There.
    Attended,
    /// Not there, or will not come.
    Absent,
    /// Left, or withdrew.
    Withdrew,
}

impl Attendance {
    /// The name that output uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Attended => "attended",
            Self::Absent => "absent",
            Self::Withdrew => "withdrew",
        }
    }
}

/// What one sentence says of somebody's attendance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Number of the sentence, from 0.
    pub sentence: u32,
    /// The side or person.
    pub who: EntryId,
    /// What is said.
    pub attendance: Attendance,
    /// The words that say so.
    pub span: Span,
    /// Number of the statement it stands in.
    pub statement: Option<u32>,
    /// True for one who heads a delegation.
    #[serde(default)]
    pub heads: bool,
}

/// A person or office that no entry knows, as a sentence names them: `العميد فلان الفلاني`, `نائب وزير الخارجية التركي`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Number of the sentence, from 0.
    pub sentence: u32,
    /// Who: named in words, or an office alone.
    pub speaker: Speaker,
    /// What is said of their attendance; `None` if nothing is.
    pub attendance: Option<Attendance>,
    /// The words that say so; of the name where nothing is said.
    pub span: Span,
    /// True for one who heads a delegation.
    pub heads: bool,
}

/// What is found of the attendance at a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendees {
    /// Sides and persons of the glossary.
    pub known: Vec<Presence>,
    /// Persons and offices that no entry knows.
    pub named: Vec<Named>,
}

/// Who attends.
#[derive(Clone, Copy, Debug)]
pub(super) enum Attendee {
    /// A side or person of the glossary.
    Entry(EntryId),
    /// A person or an office that no entry knows.
    Phrase(Phrase),
}

impl Attendee {
    /// Whom a phrase names.
    pub(super) fn of(p: Phrase) -> Self {
        match p.who {
            Who::Entry(id) => Self::Entry(id),
            _ => Self::Phrase(p),
        }
    }
}

/// The attendance that a sentence tells of.
pub(super) fn presence(v: &View, number: u32, statements: &[Statement], out: &mut Attendees) {
    let mut tell = Tell { v, number, statements, out };
    let about = v.s.about;
    let may_lead = about.heads || about.represents || v.s.signs.has(Signs::HEADED.and(Signs::STANDS_FOR));
    let any = may_lead || about.present || about.outcome;
    for m in v.s.matches.iter().filter(|_| any) {
        if may_lead && heads::leads(v, m) {
            let verb = heads::heads_delegation(v, m);
            for (who, first, last) in heads::heads(v, m) {
                tell.push(who, (first, last), Attendance::Attended, verb);
            }
            continue;
        }
        for (who, first, last) in heads::deeds(v, m) {
            tell.push(who, (first, last), Attendance::Attended, false);
        }
        let Some(outcome) = v.lexicon.outcome_of(v.id(m)) else { continue };
        let about = v.lexicon.role(outcome).and_then(|id| v.lexicon.number(id));
        if about.is_none_or(|slot| v.lexicon.role(slot) != Some("attendance")) {
            continue;
        }
        let entry = &v.lexicon.entries[outcome as usize];
        let Some(attendance) = attendance(v, m, entry.status.as_deref() == Some("agreed"), entry.id.starts_with("withdrew"))
        else {
            continue;
        };
        // One session missed, or left and come back to, is no absence from the round.
        if matches!(attendance, Attendance::Absent | Attendance::Withdrew) && (in_part(v, m) || returns(v, m)) {
            continue;
        }
        for (who, first, last) in subjects(v, m, statements, number) {
            tell.push(who, (first, last), attendance, false);
        }
        let more = if attendance == Attendance::Attended { besides(v, m) } else { Vec::new() };
        for (who, first, last) in more {
            tell.push(who, (first, last), attendance, false);
        }
    }
    for m in v.s.cues.iter().filter(|m| v.kind(m) == Kind::Outcome) {
        for (who, first, last) in heads::deeds(v, m) {
            tell.push(who, (first, last), Attendance::Attended, false);
        }
    }
    tell.introduced();
}

/// Where the attendance that a sentence tells of is put.
struct Tell<'a> {
    v: &'a View<'a>,
    number: u32,
    statements: &'a [Statement],
    out: &'a mut Attendees,
}

impl Tell<'_> {
    fn push(&mut self, who: Attendee, (first, last): (usize, usize), attendance: Attendance, heads: bool) {
        let (v, number) = (self.v, self.number);
        let mut first = first;
        while first > 0 && v.negates(first - 1) {
            first -= 1;
        }
        let span = (v.start(first), v.end(last));
        // `حضرت الوفود باستثناء قطر`: who is excepted did not
        let excepted = (first..=last).any(|t| matches!(v.raw(t), "باستثناء" | "عدا" | "سوى"));
        if attendance == Attendance::Attended && excepted {
            return;
        }
        match who {
            Attendee::Entry(who) => {
                let statement = self
                    .statements
                    .iter()
                    .position(|s| s.sentence == number && s.content.0 <= span.0 && span.0 < s.content.1)
                    .map(|n| n as u32);
                let new = Presence { sentence: number, who, attendance, span, statement, heads };
                if !self.out.known.iter().any(|p| p.sentence == number && p.who == who && p.attendance == attendance) {
                    self.out.known.push(new);
                }
            }
            // Only the table of names tells a name from other words: `حضر مدير فرع المدينة`.
            Attendee::Phrase(p) if p.who == Who::Words && !heads && !named(v, p.first) => {}
            Attendee::Phrase(p) => {
                let new = Named { sentence: number, speaker: speaker(v, &p), attendance: Some(attendance), span, heads };
                if !self.out.named.iter().any(|n| n.sentence == number && n.speaker.span == new.speaker.span) {
                    self.out.named.push(new);
                }
            }
        }
    }

    /// Persons whom the sentence introduces by office and name.
    fn introduced(&mut self) {
        let v = self.v;
        // A name stands behind its office, or is a part of it.
        if !v.s.about.has(Kind::Title) {
            return;
        }
        let Some(last) = (0..v.len()).rfind(|&t| named(v, t)) else { return };
        let mut t = 0;
        while t <= last {
            let title = v.kind_at(t) == Some(Kind::Title);
            let with = Proclitics(Proclitics::BEH.0 | Proclitics::LAM.0);
            let Some(p) = title.then(|| someone(v, t, with)).flatten() else {
                t += 1;
                continue;
            };
            let speaker = speaker(v, &p);
            let told = self.out.named.iter().any(|n| n.sentence == self.number && n.speaker.span == speaker.span);
            if p.who == Who::Words && named(v, p.first) && !told {
                let new = Named { sentence: self.number, speaker, attendance: None, span: speaker.span, heads: false };
                self.out.named.push(new);
            }
            t = p.next.max(t + 1);
        }
    }
}

/// True for a given name at token `t`.
fn named(v: &View, t: usize) -> bool {
    v.is_name(t) || matches!(v.raw(t), "عبد" | "أبو")
}

/// Whom a phrase names, as a speaker is told.
fn speaker(v: &View, p: &Phrase) -> Speaker {
    let end = if p.who == Who::Words { people::end(v, p) } else { p.next };
    let mark = end > p.first + 1 && matches!(v.mark(end - 1), Some('،' | ','));
    Speaker {
        who: p.who,
        span: (v.start(p.first), v.end(end - 1 - usize::from(mark))),
        role: p.role,
        of: p.of,
        by: Resolved::Named,
    }
}
