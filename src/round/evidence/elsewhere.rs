//! Whether an article opens with a meeting that is none of the track's: in another town, or one that has a name of its own.

use super::days::era_weight;
use super::{Evidence, Item, Weighed, Weighing};
use crate::analysis::dates::DateMention;
use crate::analysis::parse::ParsedSentence;
use crate::glossary::cue::{Is, bits};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;
use crate::round::hits::When;
use crate::round::spoken::{OTHER, Told, WITHOUT};
use crate::round::tracks::{Says, Tracks};

const MEETING: u64 = bits(&[Is::Round, Is::Meeting, Is::Talk]);

/// What the headline and the first sentence name.
#[derive(Default)]
struct Opening {
    /// A round word.
    round: bool,
    /// A word for a meeting, or a verb for one.
    meeting: bool,
    /// The talks of the track, by more than a city.
    talks: bool,
    /// A place that stands for the track or where its rounds are held.
    place: bool,
    /// True if the headline names another meeting.
    headline: bool,
    /// True if another meeting is what opened or ended.
    held: bool,
    /// True if the place is what the talks are called by.
    named: bool,
    /// True if talks ended in a place of its rounds: the report looks on from there.
    ended: bool,
    /// How many of its sentences name another meeting (`قمة`, `محادثات طهران`).
    other: usize,
    /// A town or a country, behind `في`, where no round was held and which the conflict is not about.
    town: bool,
    /// The words for the other meeting.
    at: (u32, u32),
}

impl Weighing<'_> {
    /// What is said of an article whose headline and first sentence tell of another meeting than a round of these talks.
    pub(super) fn other_meeting(&self) -> Option<Weighed> {
        let mut opening = self.opening();
        let said = self.other_said(&opening);
        opening.at = said.unwrap_or(opening.at);
        (said.is_some() || self.is_other(&opening)).then(|| {
            let round = self.tracks.list[self.main].id.clone();
            let (start, end) = opening.at;
            self.none(vec![Evidence { rule: "other-meeting", round, weight: 0, start, end }])
        })
    }

    /// Words for another meeting in the opening, or for one without the sides of the conflict: `ولا تحضره الأطراف السورية`.
    fn other_said(&self, opening: &Opening) -> Option<(u32, u32)> {
        if opening.round || self.opens_with_round() {
            return None;
        }
        let of_it = |t: &&Told| t.era == OTHER && self.leads[t.item] >= 6 && !opening.talks || t.era == WITHOUT;
        let told = self.told().iter().find(of_it)?;
        // Talks without the sides of the conflict that are a round: Geneva, 2012
        if told.era == WITHOUT && self.is_of_one_time() {
            return None;
        }
        let token = &self.items[told.item].s.tokens[told.token];
        Some(self.bytes(told.item, token.start, token.end))
    }

    /// True if two things that are told belong to the time of one round, and to no other.
    fn is_of_one_time(&self) -> bool {
        let (eras, rounds) = (&self.tracks.list[self.main].eras, &self.tracks.list[self.main].rounds);
        let mut told: Vec<u16> = self.told().iter().map(|t| t.era).filter(|e| usize::from(*e) < eras.len()).collect();
        told.extend(self.names.eras.iter().filter(|e| usize::from(e.0) == self.main).map(|e| e.1));
        told.sort_unstable();
        told.dedup();
        rounds.iter().any(|round| {
            let of_it = |e: &&u16| era_weight(&eras[usize::from(**e)], round, rounds) > 2;
            told.iter().filter(of_it).count() > 1 && told.iter().all(|e| eras[usize::from(*e)].from <= round.end)
        })
    }

    /// True if the headline or the first sentence names a round.
    fn opens_with_round(&self) -> bool {
        let marked = || self.names.rounds.iter().any(|&(t, _, i, _)| usize::from(t) == self.main && self.leads[i as usize] >= 6);
        self.all_hits().any(|(i, h)| self.leads[i] >= 6 && !matches!(h.when, When::Past) && h.rule != "continuation") || marked()
    }

    fn is_other(&self, opening: &Opening) -> bool {
        if opening.round || opening.talks || opening.ended || self.opens_with_round() {
            return false;
        }
        opening.other > 1
            || opening.held
            || opening.headline && !opening.named
            || !opening.place && (opening.other > 0 || opening.town && opening.meeting)
    }

    fn opening(&self) -> Opening {
        let ended = ended_there(self.items, self.leads, self.lexicon, self.tracks, self.main);
        let mut out = Opening { ended, ..Opening::default() };
        for (i, item) in self.items.iter().enumerate().filter(|(i, _)| self.leads[*i] >= 6) {
            let s = item.s;
            out.round |= s.has & bits(&[Is::Round]) != 0;
            out.meeting |= s.has & MEETING != 0 || s.matches.iter().any(|m| self.is_meeting_verb(m));
            let mut other = false;
            for m in s.matches.iter().chain(&s.cues) {
                let entry = self.lexicon.forms[m.form as usize].entry;
                let kind = self.lexicon.kind_of(m.form);
                let says = || self.tracks.said_by(entry).iter().filter(|(t, _)| usize::from(*t) == self.main).map(|(_, s)| *s);
                let named = says().any(|s| matches!(s, Says::Names | Says::NamesRound(_)));
                // التحضير للقاء أستانا المقبل
                let coming = s.classes.get(m.last as usize + 1).is_some_and(|c| c.is == Is::Next);
                out.talks |= named && kind == Kind::Process && !coming && !self.is_told_beside(m, item.text, s);
                if says().any(|s| s == Says::Other) && !self.is_told_beside(m, item.text, s) {
                    other = true;
                    out.headline |= i == 0 && self.leads[i] > 6;
                    out.held |= is_opened_or_ended(m, item.text, s);
                    out.at = self.bytes(i, m.start, m.end);
                }
                if matches!(kind, Kind::Place | Kind::Country) {
                    let held = self.is_place_of_rounds(entry) || self.is_numbered() && says().any(|s| s == Says::Place);
                    out.named |= named;
                    let behind_in = is_behind_in(m, item.text, s);
                    out.place |= named || held && (behind_in || kind == Kind::Place || is_of_dateline(m, item.text, s));
                    let aside = is_for_later(m, item.text, s)
                        || is_of_those_away(m, item.text, s)
                        || is_of_what_came_before(m, item.text, s);
                    if !held && !named && behind_in && !aside && self.is_somewhere(entry) && !self.is_of_conflict(entry) {
                        out.town = true;
                        out.at = self.bytes(i, m.start, m.end);
                    }
                }
            }
            out.other += usize::from(other);
        }
        out
    }

    /// True if a town or a country where these talks are not held stands behind `في` beside a date.
    pub(super) fn is_set_elsewhere(&self, i: usize, date: &DateMention) -> bool {
        let item = &self.items[i];
        let beside = |m: &&Match| m.first + 5 >= date.first && m.first <= date.last + 3;
        item.s.matches.iter().filter(beside).any(|m| {
            let entry = self.lexicon.forms[m.form as usize].entry;
            matches!(self.lexicon.kind_of(m.form), Kind::Place | Kind::Country)
                && is_behind_in(m, item.text, item.s)
                && !self
                    .tracks
                    .said_by(entry)
                    .iter()
                    .any(|(t, s)| usize::from(*t) == self.main && matches!(s, Says::Names | Says::NamesRound(_) | Says::Place))
                && !self.is_place_of_rounds(entry)
                && !self.is_of_conflict(entry)
        })
    }

    /// True for `على عقد مؤتمر سوتشي`, `بعد مؤتمر الرياض`: what the report looks forward or back to.
    fn is_told_beside(&self, m: &Match, text: &str, s: &ParsedSentence) -> bool {
        const BESIDE: [&str; 17] = [
            "عقد",
            "بعقد",
            "لعقد",
            "عن",
            "حضور",
            "لحضور",
            "قبيل",
            "بعيد",
            "عشية",
            "غداة",
            "عقب",
            "دعوة",
            "الدعوة",
            "حول",
            "بشأن",
            "التحضير",
            "للتحضير",
        ];
        let first = m.first as usize;
        (first.saturating_sub(2)..first).any(|at| {
            matches!(s.classes[at].is, Is::Before | Is::After | Is::Since | Is::To | Is::Set | Is::Due | Is::Future)
                || BESIDE.contains(&s.tokens[at].text(text))
        })
    }

    fn is_place_of_rounds(&self, entry: EntryId) -> bool {
        let id = self.lexicon.entries[self.tracks.city(entry) as usize].id.as_str();
        self.rounds().any(|(_, round)| self.is_held_at(round, id))
    }

    /// True unless it is a place that may be in any town: فندق ريكسوس
    fn is_somewhere(&self, entry: EntryId) -> bool {
        let place = &self.lexicon.entries[entry as usize];
        place.kind == Kind::Country || place.country.is_some() || self.tracks.city(entry) != entry
    }

    /// True for a place in the country that the track is about.
    fn is_of_conflict(&self, entry: EntryId) -> bool {
        let about = |id: EntryId| self.tracks.said_by(id).iter().any(|&(t, s)| usize::from(t) == self.main && s == Says::About);
        let country = self.lexicon.entries[entry as usize].country.as_deref();
        about(entry) || country.and_then(|c| self.lexicon.number(c)).is_some_and(about)
    }

    /// True for `التقى`, `اجتمع`.
    fn is_meeting_verb(&self, m: &Match) -> bool {
        self.lexicon.kind_of(m.form) == Kind::Verb
            && matches!(self.lexicon.entry_of(m.form).id.as_str(), "verb_meet" | "verb_meet_ijtamaa" | "verb_discuss")
    }
}

/// `اختتم مؤتمر الحوار الوطني السوري أعماله`
fn is_opened_or_ended(m: &Match, text: &str, s: &ParsedSentence) -> bool {
    const HELD: [&str; 12] =
        ["اختتم", "اختتمت", "اختُتم", "افتتح", "افتتحت", "انطلق", "انطلقت", "بدأ", "بدأت", "انتهى", "انتهت", "انعقد"];
    let first = m.first as usize;
    first.checked_sub(1).is_some_and(|at| HELD.contains(&s.tokens[at].text(text).trim_start_matches('و')))
}

/// `بقيت الفصائل في تركيا`, `ببيان توافقوا عليه في الرياض`: a town where some stayed, or that something is from.
fn is_of_those_away(m: &Match, text: &str, s: &ParsedSentence) -> bool {
    const STAYED: [&str; 14] =
        ["بقي", "بقيت", "بقوا", "بقيا", "تبقى", "يبقى", "ظل", "ظلت", "ظلوا", "يمكث", "مكثت", "عليه", "عليها", "أقروه"];
    let first = m.first as usize;
    let word = |at: usize| s.tokens[at].text(text).trim_start_matches(['و', 'ف']);
    (first.saturating_sub(4)..first).any(|at| STAYED.contains(&word(at)))
}

/// True for a place behind `في`.
fn is_behind_in(m: &Match, text: &str, s: &ParsedSentence) -> bool {
    let first = m.first as usize;
    let before = |back: usize| first.checked_sub(back);
    let is_in = |at: usize| s.classes[at].is == Is::In;
    before(1).is_some_and(is_in)
        || before(2).is_some_and(|at| is_in(at) && matches!(s.tokens[at + 1].text(text), "العاصمة" | "مدينة"))
}

/// True if the headline or the first sentence says that talks ended in a place of a track's rounds, and not that another meeting did: the report looks on from there.
pub(super) fn ended_there(items: &[Item], leads: &[i32], lexicon: &Lexicon, tracks: &Tracks, track: usize) -> bool {
    let says = |m: &Match, of_it: fn(&Says) -> bool| {
        let says = tracks.said_by(lexicon.forms[m.form as usize].entry).iter();
        says.into_iter().any(|(t, s)| usize::from(*t) == track && of_it(s))
    };
    let place = |m: &Match| {
        matches!(lexicon.kind_of(m.form), Kind::Place | Kind::Country) && says(m, |s| matches!(s, Says::Place | Says::Names))
    };
    items.iter().zip(leads).filter(|(_, lead)| **lead >= 6).any(|(item, _)| {
        let s = item.s;
        s.matches.iter().filter(|m| place(m) && is_behind_in(m, item.text, s)).any(|m| {
            let other = |since: usize| {
                let mut between = s.matches.iter().filter(|o| o.first as usize >= since && o.first < m.first);
                between.any(|o| says(o, |s| *s == Says::Other))
            };
            end_of_talks(m, item.text, s).is_some_and(|since| !other(since))
        })
    })
}

/// Where the words for the end of talks in a place stand: `بعد ساعات من اختتام محادثات استمرت يومين في كازاخستان`.
fn end_of_talks(m: &Match, text: &str, s: &ParsedSentence) -> Option<usize> {
    let stop = |at: &usize| !matches!(s.tokens[*at].text(text), "،" | "." | "؛" | ":");
    let near: Vec<usize> = (0..m.first as usize).rev().take_while(stop).take(9).collect();
    let talks = |at: usize| (at + 1..at + 4).any(|next| next < m.first as usize && s.classes[next].is == Is::Meeting);
    near.into_iter().find(|at| s.classes[*at].is == Is::Ended && talks(*at))
}

/// `الدوحة/الكويت (رويترز)`: a town or a country from which a report is sent.
fn is_of_dateline(m: &Match, text: &str, s: &ParsedSentence) -> bool {
    let mark = |at: usize| s.tokens.get(at).is_some_and(|t| matches!(t.text(text), "(" | "-" | "–" | "—" | "ـ" | "ــ" | "/"));
    (m.first as usize) < 4 && mark(m.last as usize + 1)
}

/// `قررت العودة إلى المحادثات بعد اجتماع عقده الرئيس في الدوحة`: a town of a meeting that was before.
fn is_of_what_came_before(m: &Match, text: &str, s: &ParsedSentence) -> bool {
    let stop = |at: &usize| !matches!(s.tokens[*at].text(text), "،" | "." | "؛" | ":");
    let mut near = (0..m.first as usize).rev().take_while(stop);
    near.any(|at| s.classes[at].is == Is::After && s.classes.iter().skip(at + 1).take(2).any(|c| c.is == Is::Meeting))
}

/// `على أن يسبقه لقاء للخبراء في طهران`, `آلية تعقد أول اجتماع لها في نجامينا`: a town of something that the sentence says is to come.
fn is_for_later(m: &Match, text: &str, s: &ParsedSentence) -> bool {
    const ORDER: [&str; 10] = ["يسبقه", "تسبقه", "يسبقها", "تسبقها", "يليه", "تليه", "يليها", "تليها", "يعقبه", "تعقبه"];
    const HOLD: [&str; 11] =
        ["يعقد", "تعقد", "يعقدون", "يجتمع", "تجتمع", "يجتمعون", "يلتقي", "تلتقي", "يلتقون", "تلتئم", "يلتئم"];
    let first = m.first as usize;
    let word = |at: usize| s.tokens[at].text(text).trim_start_matches(['و', 'ف']).trim_start_matches('س');
    let near = || first.saturating_sub(7)..first;
    // تكليف مجموعة العمل بالاجتماع مطلع آب في طهران
    let soon = || near().any(|at| matches!(word(at), "مطلع" | "أوائل" | "المقبل" | "القادم"));
    let to_meet = |at: usize| matches!(word(at), "بالاجتماع" | "باجتماع" | "لاجتماع" | "للاجتماع" | "باللقاء");
    if near().any(to_meet) && soon() {
        return true;
    }
    near().any(|at| ORDER.contains(&word(at))) || near().any(|at| at > 5 && HOLD.contains(&word(at)))
}
