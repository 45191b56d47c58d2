//! What an article without a round says of the talks of one track: who of them it names, and by what office; whether it opens with talks or a deal, and with those of another town.

use std::collections::BTreeSet;

use crate::analysis::{Analysis, Mention, Sentence};
use crate::arabic::fold::fold;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::tracks::{Round, Says, Tracks};

/// Entries for a seat at the table, and for the team of one side.
const OFFICES: [&str; 10] = [
    "chief_negotiator",
    "delegation",
    "deputy_head_of_delegation",
    "head_of_delegation",
    "member_of_delegation",
    "negotiating_delegation",
    "negotiating_team",
    "negotiator",
    "joint_delegation",
    "technical_delegation",
];
/// Words for talks that are said of anything.
const ANY_MEETING: [&str; 3] = ["meeting", "conference", "session"];
/// The entry of a deal, and words behind it for one that was made.
const DEAL: &str = "agreement";
const SIGNED: [&str; 6] = ["الموقع", "الموقّع", "المبرم", "المُبرم", "الذي وقع", "الذي أبرم"];
/// So many bytes lie at most between a person and the office.
const BESIDE: u32 = 130;
/// So many sentences are the opening.
const OPENING: usize = 3;
/// Figures from here on, in thousandths, tell what they are of.
const LARGE: i64 = 100_000;

/// An article, and the track whose talks it may be about.
pub(super) struct Said<'a> {
    pub(super) text: &'a str,
    pub(super) analysis: &'a Analysis,
    pub(super) lexicon: &'a Lexicon,
    pub(super) tracks: &'a Tracks,
    pub(super) track: usize,
}

impl Said<'_> {
    fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.analysis.sentences.iter().flat_map(|s| &s.mentions)
    }

    fn says(&self, entry: EntryId, track: usize, of_it: impl Fn(&Says) -> bool) -> bool {
        self.tracks.said_by(entry).iter().any(|(t, s)| usize::from(*t) == track && of_it(s))
    }

    fn id(&self, entry: EntryId) -> &str {
        &self.lexicon.entries[entry as usize].id
    }

    /// How often the conflict is named; none if another one is named more often.
    pub(super) fn about(&self) -> usize {
        let of = |track: usize| self.mentions().filter(|m| self.says(m.entry, track, |s| *s == Says::About)).count();
        let own = of(self.track);
        let most = (0..self.tracks.list.len()).filter(|&t| t != self.track).map(of).max().unwrap_or(0);
        if own >= most { own } else { 0 }
    }

    /// How many sides of the conflict are named.
    pub(super) fn sides(&self) -> usize {
        let about = &self.tracks.list[self.track].about;
        let side = |mut entry: EntryId| {
            for _ in 0..4 {
                if about.iter().any(|id| id == self.id(entry)) {
                    break;
                }
                entry = self.lexicon.belongs_to(entry)[0]?;
            }
            matches!(self.lexicon.kind(entry), Kind::Party | Kind::Organization).then_some(entry)
        };
        let named = self.mentions().filter(|m| self.says(m.entry, self.track, |s| *s == Says::About));
        named.filter_map(|m| side(m.entry)).collect::<BTreeSet<EntryId>>().len()
    }

    /// True if the talks of the track are named.
    pub(super) fn is_named(&self) -> bool {
        let of_it = |s: &Says| matches!(s, Says::Names | Says::NamesRound(_) | Says::Sign);
        self.mentions().any(|m| self.says(m.entry, self.track, of_it))
    }

    /// The first sentences, with a headline or a heading before them.
    fn opening(&self, most: usize) -> impl Iterator<Item = &Sentence> {
        let mut left = most;
        let text = |s: &&Sentence| matches!(s.kind, SentenceKind::Title | SentenceKind::Heading | SentenceKind::Sentence);
        self.analysis.sentences.iter().filter(text).take_while(move |s| {
            let more = left > 0;
            left -= usize::from(more && s.kind == SentenceKind::Sentence);
            more
        })
    }

    /// The first word for talks or for a deal in the opening.
    pub(super) fn talks(&self) -> Option<&Mention> {
        self.opening(OPENING).flat_map(|s| &s.mentions).find(|m| self.is_talks(m.entry) || self.id(m.entry) == DEAL)
    }

    /// The first word for these talks or their deal, as one that the reader knows of: `المفاوضات`, `الجولة`, `الاتفاق الموقع`, not `أي مفاوضات`, `اتفاق مع المهربين`.
    pub(super) fn these_talks(&self) -> Option<&Mention> {
        let known = |m: &&Mention| {
            let (before, behind) = (&self.text[..m.start as usize], self.text[m.end as usize..].trim_start());
            let definite = before.ends_with("ال") || before.ends_with("لل");
            definite && (self.is_talks(m.entry) || self.id(m.entry) == DEAL && SIGNED.iter().any(|word| behind.starts_with(word)))
        };
        self.opening(OPENING).flat_map(|s| &s.mentions).find(known)
    }

    /// The first office in the talks in the opening: `رئيس وفد`, `عضو الفريق المفاوض`.
    pub(super) fn office(&self) -> Option<&Mention> {
        let office = |m: &&Mention| OFFICES.contains(&self.id(m.entry)) && self.id(m.entry) != "delegation";
        self.opening(OPENING).flat_map(|s| &s.mentions).find(office)
    }

    /// The persons who are named beside an office in the talks: `رئيس الفريق الحكومي المفاوض، فلان`.
    pub(super) fn delegates(&self) -> BTreeSet<EntryId> {
        let mut out = BTreeSet::new();
        for s in &self.analysis.sentences {
            for (at, office) in s.mentions.iter().enumerate().filter(|(_, m)| self.is_office(m.entry)) {
                let behind = s.mentions[at + 1..].iter().take_while(|m| m.start <= office.end + BESIDE);
                let before = s.mentions[..at].iter().rev().take_while(|m| m.end + BESIDE / 3 >= office.start);
                let person = |m: &&Mention| self.lexicon.kind(m.entry) == Kind::Person;
                out.extend(behind.chain(before).filter(person).map(|m| m.entry));
            }
        }
        out
    }

    fn is_office(&self, entry: EntryId) -> bool {
        let id = self.id(entry);
        OFFICES.contains(&id) || id.ends_with("_delegation")
    }

    fn is_talks(&self, entry: EntryId) -> bool {
        let it = &self.lexicon.entries[entry as usize];
        let talks = matches!(it.role.as_deref(), Some("talks" | "round")) && !ANY_MEETING.contains(&it.id.as_str());
        talks || OFFICES.contains(&it.id.as_str()) && it.id != "delegation"
    }

    /// True if the headline or the first sentence tells of another meeting: one that has a name, other talks, or one in a town where the round was not held.
    pub(super) fn opens_elsewhere(&self, round: &Round) -> bool {
        let named: Vec<&Mention> = self.opening(1).flat_map(|s| &s.mentions).collect();
        let this = |m: &&&Mention| self.says(m.entry, self.track, |s| matches!(s, Says::Names | Says::NamesRound(_)));
        let other = |entry: EntryId| self.tracks.said_by(entry).iter().any(|(_, s)| *s == Says::Other);
        // مفاوضات جنيف; a city alone may be that of these talks
        let talks = |m: &Mention| self.lexicon.kind(m.entry) == Kind::Process;
        let others = || named.iter().any(|m| talks(m) && self.tracks.named_by(m.entry).next().is_some() && !this(&m));
        if named.iter().any(|m| other(m.entry)) || self.headline_names_other() || others() && !named.iter().any(|m| this(&m)) {
            return true;
        }
        // عُقد في القاهرة اجتماع
        let held = round.place.as_deref().and_then(|place| self.lexicon.entry(place));
        let own = |country: &str| {
            held.and_then(|place| place.country.as_deref()) == Some(country)
                || self.tracks.list[self.track].about.iter().any(|id| id == country)
        };
        let away = |m: &&&Mention| {
            let entry = &self.lexicon.entries[m.entry as usize];
            match entry.kind {
                Kind::Place => Some(&entry.id) != held.map(|p| &p.id) && entry.country.as_deref().is_some_and(|c| !own(c)),
                _ => false,
            }
        };
        let talks = |m: &&&Mention| matches!(self.lexicon.entries[m.entry as usize].role.as_deref(), Some("talks" | "round"));
        named.iter().any(|m| talks(&m)) && named.iter().any(|m| away(&m))
    }

    /// True if the headline that the file states has the name of another meeting.
    fn headline_names_other(&self) -> bool {
        let Some(title) = &self.analysis.meta.title else { return false };
        let title = fold(&title.value);
        let has = |name: &String| {
            let name = fold(name);
            !name.is_empty() && title.windows(name.len()).any(|part| part == name)
        };
        let others = self.tracks.list[self.track].others.iter().filter_map(|id| self.lexicon.entry(id));
        others.into_iter().any(|entry| entry.ar.iter().any(has))
    }

    /// What the opening speaks of, talks and their offices left out.
    pub(super) fn subjects(&self) -> BTreeSet<EntryId> {
        let terms = self.opening(OPENING + 1).flat_map(|s| &s.mentions).map(|m| m.entry).filter(|&entry| {
            let it = &self.lexicon.entries[entry as usize];
            let general = it.role.is_some() || it.id == DEAL || OFFICES.contains(&it.id.as_str());
            it.kind == Kind::Term && !general
        });
        terms.collect()
    }

    /// Figures that tell what they are of: `887`, no year.
    pub(super) fn figures(&self) -> BTreeSet<i64> {
        let figures = self.analysis.sentences.iter().flat_map(|s| &s.figures).map(|f| f.value);
        figures.filter(|v| *v >= LARGE && v % 1000 == 0 && !(1_900_000..=2_100_000).contains(v)).collect()
    }
}
