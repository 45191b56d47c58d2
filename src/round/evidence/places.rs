//! What names of rounds and the towns where they were held say.

use super::{Item, Key, Piece, Weighing};
use crate::analysis::dates::{DateMention, Said};
use crate::glossary::cue::Is;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;
use crate::round::hits::{Hit, When};
use crate::round::tracks::{Round, Says};

/// Verbs of talks that were held.
const TOOK_PLACE: [&str; 13] =
    ["جرت", "جرى", "عقدت", "عقد", "استضافتها", "استضافته", "احتضنتها", "دارت", "اتفق", "أقرت", "أقر", "وقعت", "أنشئت"];

/// What a town says where few rounds were held.
enum Stands {
    /// The talks of the report are held there.
    Here,
    /// The next ones are.
    Next,
    /// It is named for something else.
    Beside,
}

impl Weighing<'_> {
    /// Names of rounds.
    pub(super) fn by_name(&self, out: &mut Vec<Piece>) {
        let id = |entry: EntryId| self.lexicon.entries[entry as usize].id.as_str();
        let opens = self.opens_with_meeting();
        let opening = self.names.places.iter().filter(|(_, i, _)| self.leads[*i as usize] >= 6).map(|(entry, ..)| id(*entry));
        let towns: Vec<&str> = opening.filter(|t| self.rounds().any(|(_, r)| self.is_held_at(r, t))).collect();
        for &(track, round, i, m) in &self.names.rounds {
            if usize::from(track) != self.main {
                continue;
            }
            let Some((key, _)) = self.rounds().nth(usize::from(round)) else { continue };
            let s = self.items[i as usize].s;
            let found = &s.matches[m as usize];
            let (lead, entry) = (self.leads[i as usize], self.lexicon.forms[found.form as usize].entry);
            let past = self.is_past(i as usize, found.first as usize, found.last as usize)
                || self.is_aftermath(i as usize, found.first as usize)
                || lead < 6 && self.is_ahead(i as usize, found.first as usize, found.last as usize);
            // A city says less than a name of the talks in it.
            let city = self.lexicon.kind_of(found.form) == Kind::Place;
            // اتفقوا في الغردقة على لقاء للجنة 5+5, which met in other towns.
            let elsewhere = || {
                self.names_several(entry)
                    && !towns.is_empty()
                    && self.round(key).is_some_and(|r| !towns.iter().any(|t| self.is_held_at(r, t)))
            };
            let weight = match (past, city) {
                (true, _) => 1,
                _ if elsewhere() || self.is_called_by_another_town(key, entry, i as usize, found) => 1,
                (_, true) => 1 + lead / 2,
                // واشنطن ملتزمة منبر جدة, where the opening tells of no meeting
                _ if lead < 6 && !opens => 1 + lead / 2,
                // `اللجنة العسكرية المشتركة` met in several towns.
                _ if self.names_several(entry) => 4 + if lead == 1 { 0 } else { lead / 2 },
                _ => 4 + if lead == 1 { 0 } else { lead },
            };
            let (start, end) = self.bytes(i as usize, found.start, found.end);
            out.push(Piece { key, rule: "name-of-round", weight, start, end });
        }
    }

    /// Towns where rounds were held.
    pub(super) fn by_place(&self, out: &mut Vec<Piece>) {
        let places = self.names.places.iter().filter(|(_, i, _)| self.leads[*i as usize] > 0);
        let all = self.tracks.list[self.main].rounds.len();
        let mut seen = u32::MAX;
        for &(entry, i, m) in places {
            // `الجولة العاشرة ستكون في سوتشي` is no word on this one.
            let later = |h: &Hit| matches!(h.when, When::Soon | When::Next);
            let hits = &self.hits[i as usize];
            if self.leads[i as usize] < 6 && !hits.is_empty() && hits.iter().all(later) {
                continue;
            }
            // `وآخر مرة التقيا كانت في الكويت`
            let found = &self.items[i as usize].s.matches[m as usize];
            if self.leads[i as usize] < 6 && self.is_last_time(i as usize, found.first as usize) {
                continue;
            }
            if !self.is_numbered()
                && (is_told_of(&self.items[i as usize], found.first as usize)
                    || self.is_prepared(i as usize, found.first as usize)
                    || self.is_aftermath(i as usize, found.first as usize)
                    || is_government(&self.items[i as usize], found.first as usize)
                    || self.is_led(i as usize, found.first)
                    // وكان قد غادر موسكو قبل أيام
                    || self.leads[i as usize] < 6 && self.is_past(i as usize, found.first as usize, found.last as usize))
            {
                continue;
            }
            let id = self.lexicon.entries[entry as usize].id.as_str();
            let held: Vec<Key> = self.rounds().filter(|(_, r)| self.is_held_at(r, id)).map(|(k, _)| k).collect();
            // الدوحة/الكويت: the first town of these talks
            let first = seen != i;
            if self.is_numbered() || !held.is_empty() {
                seen = i;
            }
            if held.is_empty() || held.len() * 2 > all {
                continue;
            }
            if self.is_numbered() {
                match self.stands_for_place(i as usize, found) {
                    Stands::Here => {}
                    Stands::Beside => continue,
                    // لقاؤهم التالي في سوتشي: the round before the one that was held there.
                    Stands::Next => {
                        let (start, end) = self.bytes(i as usize, found.start, found.end);
                        let before = held.iter().filter_map(|k| match k {
                            Key::Number(n) if *n > 1 => Some(Key::Number(n - 1)),
                            _ => None,
                        });
                        out.extend(before.map(|key| Piece { key, rule: "place-of-the-next", weight: 2, start, end }));
                        continue;
                    }
                }
            }
            let lead = self.leads[i as usize];
            let weight = match lead {
                6.. if first => 4,
                4.. if first => 2,
                _ => 1,
            };
            let (start, end) = self.bytes(i as usize, found.start, found.end);
            for key in held {
                out.push(Piece { key, rule: "place", weight, start, end });
            }
        }
    }

    /// Rounds of talks that nobody numbers, where the headline or the first sentence names another town of these talks and the article is of another time.
    pub(super) fn by_other_town(&self, out: &mut Vec<Piece>) {
        let Some(date) = self.date else { return };
        let id = |entry: EntryId| self.lexicon.entries[entry as usize].id.as_str();
        let towns: Vec<&str> =
            self.names.places.iter().filter(|(_, i, _)| self.leads[*i as usize] >= 6).map(|(entry, ..)| id(*entry)).collect();
        if towns.is_empty() {
            return;
        }
        for (key, round) in self.rounds().filter(|(k, _)| matches!(k, Key::Listed(_))) {
            let Some(place) = round.place.as_deref() else { continue };
            let country = self.lexicon.entry(place).and_then(|p| p.country.as_deref());
            let named = towns.iter().any(|t| *t == place || country == Some(*t));
            if !named && !(-12..=16).contains(&round.distance(date)) {
                out.push(Piece { key, rule: "other-town", weight: -20, start: 0, end: 0 });
            }
        }
    }

    /// Whether a town where few rounds of numbered talks were held is where those of the report are.
    fn stands_for_place(&self, i: usize, found: &Match) -> Stands {
        let (s, first) = (self.items[i].s, found.first as usize);
        let cue = |at: usize| s.classes.get(at).map_or(Is::Nothing, |c| c.is);
        let near = first.saturating_sub(6)..first;
        if near.clone().any(|at| matches!(cue(at), Is::Next | Is::Following | Is::Future)) {
            return Stands::Next;
        }
        // قبل المؤتمر في سوتشي
        if near.clone().any(|at| cue(at) == Is::Before) {
            return Stands::Beside;
        }
        // سوتشي - وكالات; في سوتشي; محادثات سوتشي, not اتفاق سوتشي or دعوة إلى سوتشي
        let before = first.checked_sub(1);
        let word = |at: usize| s.tokens[at].text(self.items[i].text);
        let talks =
            |at: usize| matches!(cue(at), Is::In | Is::Meeting | Is::Round) || matches!(word(at), "مدينة" | "منتجع" | "العاصمة");
        let joined = word(first).starts_with('ب');
        // وتستضيف سوتشي اللقاء, ينتقل إلى سوتشي
        let hosts = |at: usize| matches!(word(at), "تستضيف" | "استضافت" | "تحتضن" | "احتضنت" | "وتستضيف" | "ستستضيف");
        let moves = before
            .and_then(|at| at.checked_sub(1))
            .is_some_and(|at| matches!(word(at), "ينتقل" | "انتقل" | "تنتقل" | "انتقلت" | "نقل" | "انتقال"));
        let hosts =
            before.is_some_and(hosts) || s.tokens.get(found.last as usize + 1).is_some() && hosts(found.last as usize + 1);
        if before.is_none_or(talks) || joined || hosts || moves || self.lexicon.kind_of(found.form) == Kind::Country {
            Stands::Here
        } else {
            Stands::Beside
        }
    }

    /// True if the entry names more than one round of the track.
    fn names_several(&self, entry: EntryId) -> bool {
        let says = self.tracks.said_by(entry).iter();
        says.filter(|(t, s)| usize::from(*t) == self.main && matches!(s, Says::NamesRound(_))).count() > 1
    }

    /// `ملتقى الحوار الليبي في تونس`: a name of several rounds, written with the town of another one.
    fn is_called_by_another_town(&self, key: Key, entry: EntryId, i: usize, found: &Match) -> bool {
        let item = &self.items[i];
        let words = || (found.first..=found.last).map(|at| item.s.tokens[at as usize].text(item.text));
        let town = |round: &Round| {
            let place = round.place.as_deref().and_then(|place| self.lexicon.entry(place));
            // تونس is the town and the country
            let country = place.and_then(|place| place.country.as_deref()).and_then(|country| self.lexicon.entry(country));
            place.into_iter().chain(country).any(|entry| entry.ar.iter().any(|name| words().any(|word| word == name)))
        };
        self.names_several(entry)
            && self.round(key).is_some_and(|round| !town(round))
            && self.rounds().any(|(_, round)| town(round))
    }

    /// True if the round is held in the place or the country with this id.
    pub(super) fn is_held_at(&self, round: &Round, id: &str) -> bool {
        let place = round.place.as_deref();
        let country = |of: &str| self.lexicon.entry(of).and_then(|p| p.country.as_deref());
        place.is_some_and(|p| p == id || country(p) == Some(id) || country(id) == Some(p))
    }

    /// `سبل تنفيذ مخرجات مؤتمر برلين`, `بعد عام على الصخيرات`: what came of it, later.
    fn is_aftermath(&self, i: usize, first: usize) -> bool {
        const OF_IT: [&str; 8] = ["نتائج", "مخرجات", "مقررات", "تنفيذ", "تطبيق", "ذكرى", "الذكرى", "عليه"];
        let item = &self.items[i];
        let word = |at: usize| item.s.tokens[at].text(item.text).trim_start_matches(['و', 'ب', 'ل']);
        let cue = |at: usize| item.s.classes[at];
        // بعد أشهر من توقف مشاورات الكويت
        let on = (first.saturating_sub(2)..first).rev().find(|at| matches!(cue(*at).is, Is::On | Is::From));
        let long = |at: usize| cue(at).is == Is::Length && matches!(cue(at).value % 100, 5..);
        let since = on.is_some_and(|on| {
            let length = (on.saturating_sub(2)..on).rev().find(|at| long(*at));
            length.is_some_and(|at| (at.saturating_sub(2)..at).any(|at| cue(at).is == Is::After))
        });
        since || (first.saturating_sub(3)..first).any(|at| OF_IT.contains(&word(at)))
    }

    /// `فيما تستعد ألمانيا لعقد مؤتمر في برلين`: what others prepare beside.
    fn is_prepared(&self, i: usize, first: usize) -> bool {
        const BESIDE: [&str; 4] = ["فيما", "بينما", "وقت", "وسط"];
        const PREPARE: [&str; 8] = ["تستعد", "يستعد", "تعتزم", "يعتزم", "لعقد", "لاستضافة", "تستضيف", "ستستضيف"];
        let item = &self.items[i];
        let word = |at: usize| item.s.tokens[at].text(item.text);
        let beside = (first.saturating_sub(8)..first).find(|at| BESIDE.contains(&word(*at)));
        beside.is_some_and(|at| (at..first).any(|at| PREPARE.contains(&word(at))))
    }

    /// `عملية تقودها الرياض`, `أعلنت القاهرة`: a capital that does what only a government does; not `تستضيف الكويت`.
    fn is_led(&self, i: usize, first: u32) -> bool {
        const HOST: [&str; 7] = ["استضاف", "تستضيف", "يستضيف", "احتضن", "تحتضن", "يحتضن", "شهد"];
        let item = &self.items[i];
        let verb = |m: &Match| m.last + 1 == first && self.lexicon.kind_of(m.form) == Kind::Verb;
        let hosts = |m: &Match| {
            let word = item.s.tokens[m.last as usize].text(item.text).trim_start_matches(['و', 'ف']).trim_start_matches('س');
            HOST.iter().any(|stem| word.starts_with(stem))
        };
        item.s.matches.iter().any(|m| verb(m) && !hosts(m))
    }

    /// True for the words `آخر مرة` or `وكان آخر لقاء` before a token: what follows is of another time.
    fn is_last_time(&self, i: usize, first: usize) -> bool {
        let item = &self.items[i];
        let was = || item.s.classes.iter().take(2).any(|c| c.is == Is::Was);
        let talks = |at: usize| matches!(item.s.classes[at].is, Is::Round | Is::Meeting);
        (0..first.saturating_sub(1)).any(|at| {
            item.s.classes[at].is == Is::Latest && (item.s.tokens[at + 1].text(item.text) == "مرة" || talks(at + 1) && was())
        })
    }
}

/// `تلبية لدعوة الرياض`, `برعاية القاهرة`: a capital that stands for its government.
fn is_government(item: &Item, first: usize) -> bool {
    // الحدود مع تونس: a neighbour
    const OF_IT: [&str; 11] = ["دعوة", "لدعوة", "بدعوة", "رعاية", "برعاية", "وساطة", "بوساطة", "بطلب", "مع", "حدود", "الحدود"];
    let word = |back: usize| first.checked_sub(back).map_or("", |at| item.s.tokens[at].text(item.text));
    OF_IT.contains(&word(1)) || word(1) == "من" && OF_IT[..8].contains(&word(2))
}

/// `المحادثات التي جرت في سويسرا لم تغير شيئا`: told again; not `انتهت المحادثات التي جرت في سويسرا`, nor `مذكرة وقعت أمس في العاصمة`.
pub(super) fn is_told_of(item: &Item, first: usize) -> bool {
    let cue = |at: usize| item.s.classes.get(at).map_or(Is::Nothing, |c| c.is);
    let Some(which) = (first.saturating_sub(5)..first).find(|at| cue(*at) == Is::Which) else { return false };
    let held = cue(which + 1) == Is::Perfect
        || TOOK_PLACE.contains(&item.s.tokens[which + 1].text(item.text).trim_end_matches("وه").trim_end_matches("وها"));
    let now = |d: &DateMention| {
        (which..first + 4).contains(&(d.first as usize)) && matches!(d.said, Said::Offset(_) | Said::Weekdays { .. })
    };
    held && !(0..which).any(|at| cue(at) == Is::Ended) && !item.facts.dates.iter().any(now)
}
