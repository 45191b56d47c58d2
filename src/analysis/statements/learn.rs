//! What a sentence tells of who holds which office, and of bodies, whether anybody speaks in it or not.

use super::body;
use super::holder::holder;
use super::memory::{Memory, noun};
use super::offices::{Holder, Office, affiliation};
use super::speaker::phrase_with;
use super::view::View;
use super::{Resolved, Speaker, Who};
use crate::arabic::clitics::Proclitics;
use crate::arabic::fold::fold;
use crate::glossary::entry::Kind;
use crate::glossary::matcher::Match;
use crate::glossary::names;

/// Tokens between a delegation and who heads it.
const HEADED: usize = 8;

impl Memory {
    /// Remembers who holds the offices that a sentence names, whether anybody speaks in it or not.
    pub(super) fn learn(&mut self, v: &View) {
        for m in v.s.matches.iter().filter(|m| matches!(v.kind(m), Kind::Title | Kind::Person)) {
            let more = Proclitics(Proclitics::LAM.0 | Proclitics::BEH.0);
            if let Some(p) = phrase_with(v, m.first as usize, more).filter(|p| p.title.is_some())
                && let Who::Entry(person) = p.who
            {
                self.holds(v, &p, Holder::Entry(person));
                let span = (v.start(p.first), v.end(p.next - 1));
                self.named(v, &p, Speaker { who: p.who, span, role: p.role, of: p.of, by: Resolved::Named });
            }
        }
    }

    /// Remembers persons whom no entry knows and whom a sentence names with their office, though they do not speak in it: `التقى الوزير رئيس الوفد سامي الفلاني`.
    pub(super) fn learn_names(&mut self, v: &View) {
        for m in v.s.matches.iter().filter(|m| v.kind(m) == Kind::Title) {
            let more = Proclitics(Proclitics::LAM.0 | Proclitics::BEH.0);
            let Some(p) = phrase_with(v, m.first as usize, more) else { continue };
            let q = holder(v, p);
            let name = q.who == Who::Words && p.who != Who::Words && !q.body && (2..=4).contains(&(q.next - q.first));
            if name && names::known(v.raw(q.first)).is_some() && (q.first..q.next).all(|t| v.mark(t).is_none()) {
                let span = (v.start(q.first), v.end(q.next - 1));
                let n = self.people.person(v, &q, Speaker { who: q.who, span, role: q.role, of: q.of, by: Resolved::Named });
                // `المهندس فلان`: no office.
                if m.last > m.first || !v.raw(m.first as usize).trim_start_matches('و').starts_with("ال") {
                    self.holds(v, &q, Holder::Introduced(n));
                }
            }
        }
    }

    /// `وفد اللجنة الوطنية برئاسة فلان`: who heads a delegation or a committee holds the office.
    pub(super) fn learn_heads(&mut self, v: &View) {
        for t in (0..v.len()).filter(|&t| v.raw(t) == "برئاسة") {
            let Some(m) = v.at(t + 1).filter(|m| v.kind(m) == Kind::Person) else { continue };
            let person = v.id(m);
            for (words, title) in [(["وفد", "الوفد"], "head_of_delegation"), (["لجنة", "اللجنة"], "chair_of_committee")]
            {
                let named = (t.saturating_sub(HEADED)..t)
                    .any(|k| words.contains(&v.raw(k).trim_start_matches('و')) || words.contains(&v.raw(k)));
                if named && let Some(title) = v.lexicon.number(title) {
                    let of = affiliation(v.lexicon, person);
                    self.offices.push(Office {
                        head: fold("رئيس"),
                        title: Some(title),
                        of,
                        holder: Holder::Entry(person),
                        words: Vec::new(),
                    });
                }
            }
        }
    }

    /// `ويترأس الوفد الروسي فلان، والوفد التركي فلان`: behind a verb of heading, the person behind each delegation heads it.
    pub(super) fn learn_leaders(&mut self, v: &View) {
        let heads = |m: &Match| v.frame(m).heads && v.finite(m).is_some();
        let (Some(verb), Some(title)) = (v.s.matches.iter().find(|m| heads(m)), v.lexicon.number("head_of_delegation")) else {
            return;
        };
        let delegation = |t: usize| {
            ["وفد", "الوفد", "وفدا", "وفدها"]
                .iter()
                .any(|w| v.raw(t).strip_prefix('و').unwrap_or(v.raw(t)) == *w || v.raw(t) == *w)
        };
        let mut named: Option<usize> = None;
        for t in verb.last as usize + 1..v.len() {
            if delegation(t) {
                named = Some(t);
            } else if let Some(m) = v.at(t).filter(|m| v.kind(m) == Kind::Person)
                && named.is_some_and(|k| t - k <= 2 * HEADED)
            {
                let of = affiliation(v.lexicon, v.id(m));
                self.offices.push(Office {
                    head: fold("رئيس"),
                    title: Some(title),
                    of,
                    holder: Holder::Entry(v.id(m)),
                    words: Vec::new(),
                });
                named = None;
            }
        }
    }

    /// Remembers the bodies that a sentence names by a noun with more behind it.
    pub(super) fn learn_bodies(&mut self, v: &View) {
        for m in v.s.matches.iter().filter(|m| m.last > m.first && matches!(v.kind(m), Kind::Party | Kind::Organization)) {
            if body::noun(v, m.first as usize).is_some() {
                self.bodies.push((noun(v, m.first as usize), Holder::Entry(v.id(m))));
            }
        }
    }
}
