//! Which form a match means: guards first, then the country the article is about, then what was named last.

use super::word::WordInfo;
use super::{End, Match, Matcher, is_cue};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, WordId};
use crate::glossary::sign::Signs;

/// How many words behind are near.
const NEAR: usize = 8;

impl Matcher<'_> {
    pub(super) fn name(&mut self, entry: EntryId) {
        self.named.push(entry);
        self.recent[entry as usize] = self.named.len() as u32;
        if let Some(home) = self.lexicon.homes[entry as usize] {
            match self.homes.iter_mut().find(|(h, _)| *h == home) {
                Some((_, count)) => *count += 1,
                None => self.homes.push((home, 1)),
            }
        }
    }

    /// How often the country of a party was named, if no other was named more often: `وفد الحكومة` is that of the country the article is about.
    fn at_home(&self, entry: EntryId, kind: Kind) -> usize {
        if !matches!(kind, Kind::Party | Kind::Organization) {
            return 0;
        }
        let Some(home) = self.lexicon.homes[entry as usize] else { return 0 };
        let count = self.homes.iter().find(|(h, _)| *h == home).map_or(0, |h| h.1);
        if self.homes.iter().all(|h| h.1 <= count) { count } else { 0 }
    }

    /// The form that an end means here, in one of the two layers: guards first, then the country the article is about, then what was named last.
    pub(super) fn choose(&self, end: &End, at: usize, cues: bool, infos: &[WordInfo], found: &[Match]) -> Option<u32> {
        let ends = self.lexicon.ends(end.node);
        // Most words have one form, and it asks for nothing.
        if let &[number] = ends {
            let form = &self.lexicon.forms[number as usize];
            if !form.guarded && !form.short {
                let fits = is_cue(form.kind) == cues && self.lexicon.allows(form, end.first.proclitics, end.ending);
                return fits.then_some(number);
            }
        }
        // A quotation mark is no neighbour.
        let before = || infos[..at].iter().rev().find(|i| !i.has(WordInfo::QUOTE));
        let behind = || infos[end.last + 1..].iter().find(|i| !i.has(WordInfo::QUOTE));
        let mut best: Option<((u8, usize, u32), u32)> = None;
        // `الرئيس السابق صالح`: a surname of several, none of whom was named, is nobody's.
        let mut anybody = false;
        for &number in ends {
            let form = &self.lexicon.forms[number as usize];
            let kind = form.kind;
            if is_cue(kind) != cues || !self.lexicon.allows(form, end.first.proclitics, end.ending) {
                continue;
            }
            // What is counted stands behind a number; elsewhere the same word is a term or a title.
            let mut rank = match kind {
                Kind::Unit if before().is_some_and(|b| b.has(WordInfo::NUMBER)) => 3,
                Kind::Unit => 0,
                // `أصدر بيانا`: he issued it, and seldom `I go out`.
                Kind::Verb if matches!(form.shape, Shape::Verb { tense: Tense::Imperfect, person: Person::I, .. }) => 0,
                _ => 1,
            };
            if form.guarded
                && let Some([after_one, before_one, not_after, not_before, near]) = self.lexicon.guard(form.entry)
            {
                let is = |info: Option<&WordInfo>, list: &[WordId]| {
                    info.is_some_and(|i| self.of(*i).iter().any(|r| list.contains(&r.word)))
                };
                let is_before = |list: &[WordId]| !list.is_empty() && is(before(), list);
                let is_behind = |list: &[WordId]| !list.is_empty() && is(behind(), list);
                if is_before(not_after) || is_behind(not_before) {
                    continue;
                }
                let needs = !after_one.is_empty() || !before_one.is_empty() || !near.is_empty();
                let stands_near = || !near.is_empty() && infos[end.last + 1..].iter().take(NEAR).any(|i| is(Some(i), near));
                // «الوطن»: alone between quotation marks, where one is listed
                let quoted = || {
                    let opens = at.checked_sub(1).map(|b| &infos[b]).filter(|i| i.has(WordInfo::QUOTE));
                    let closes = infos.get(end.last + 1).is_some_and(|i| i.has(WordInfo::QUOTE));
                    closes && is(opens, after_one)
                };
                if needs && !is_before(after_one) && !is_behind(before_one) && !stands_near() && !quoted() {
                    continue;
                }
                // `الفريق أحمد`: a title only before a given name.
                let named = kind == Kind::Title && self.lexicon.takes(form.entry).any(|t| t == "named");
                if named && !behind().is_some_and(|i| i.class.signs.has(Signs::NAME)) {
                    continue;
                }
                rank += u8::from(needs || named);
            }
            let (mut recent, home) = (0, self.at_home(form.entry, kind));
            if form.short {
                recent = self.recent[form.entry as usize];
                match recent {
                    1.. => {}
                    0 if home > 0 => {}
                    0 if kind == Kind::Person && self.follows_title(at, found) && !self.demonym(infos[at]) => rank = 0,
                    0 => continue,
                }
            }
            let unnamed = form.short && rank == 0;
            if best.is_none_or(|(most, _)| (rank, home, recent) > most) {
                best = Some(((rank, home, recent), number));
                anybody = false;
            } else if unnamed && best.is_some_and(|(most, other)| (rank, home, recent) == most && !self.akin(other, number)) {
                anybody = true;
            }
        }
        best.filter(|_| !anybody).map(|(_, form)| form)
    }

    /// True for two of one side: `الرئيس الأسد` is the first of them that the glossary has.
    fn akin(&self, one: u32, other: u32) -> bool {
        let side = |form: u32| self.lexicon.belongs_to(self.lexicon.forms[form as usize].entry)[0];
        side(one).is_some() && side(one) == side(other)
    }

    /// `المحلل السوداني فلان`: a surname that is the adjective of a country is nobody's before he was named in full.
    fn demonym(&self, info: WordInfo) -> bool {
        let is = |form: &u32| self.lexicon.forms[*form as usize].kind == Kind::Demonym;
        self.of(info).iter().any(|r| self.lexicon.ends(self.lexicon.root(r.word)).iter().any(is))
    }

    fn follows_title(&self, at: usize, found: &[Match]) -> bool {
        found.last().is_some_and(|m| m.last as usize + 1 == at && self.lexicon.forms[m.form as usize].kind == Kind::Title)
    }
}
