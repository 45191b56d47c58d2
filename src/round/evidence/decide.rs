//! What is decided: the round for which most speaks, and which sentences tell of an earlier one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::{Evidence, Key, Piece, Rival, RoundGuess, Weighed, Weighing};
use crate::analysis::dates::{DateMention, Said, Tense};
use crate::analysis::numbers::Written;
use crate::analysis::parse::ParsedSentence;
use crate::arabic::fold::fold;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Cue, Is};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::EntryId;
use crate::round::hits::{Hit, MOST, When};

/// Words for the time of what was told just before.
static MEANWHILE: LazyLock<BTreeSet<Vec<u8>>> =
    LazyLock::new(|| ["خلالها", "خلاله", "خلالهما", "آنذاك", "حينها", "حينذاك", "حينه", "وقتها", "يومها"].map(fold).into());

/// What speaks so faintly for a round is not enough months before or behind it.
const FAINT: i32 = 3;
/// An article that names so many rounds may be about none.
const MANY: usize = 3;

impl Weighing<'_> {
    pub(super) fn decide(&self, pieces: Vec<Piece>) -> Weighed {
        let mut totals: BTreeMap<Key, Total> = BTreeMap::new();
        for p in &pieces {
            totals.entry(p.key).or_default().add(p);
        }
        let track = &self.tracks.list[self.main];
        let opens = self.opens_with_meeting();
        let mut ranked: Vec<(i32, Key)> = totals
            .iter()
            .filter(|(k, t)| t.named && (self.by_story || !t.is_faint(**k, opens)))
            .map(|(k, t)| (t.sum(*k), *k))
            .filter(|(sum, _)| *sum > 0)
            .collect();
        // Among equals the later round; but if nobody numbers it, the earlier one.
        let numbered = self.is_numbered() && self.hits.iter().any(|h| !h.is_empty());
        ranked.sort_by(|a, b| b.0.cmp(&a.0).then(if numbered { b.1.cmp(&a.1) } else { a.1.cmp(&b.1) }));
        // A town of these talks, and nothing else, tells no round: anybody may meet there.
        let town = |ranked: &[(i32, Key)]| match ranked {
            [(sum, first), rest @ ..] => {
                (self.date.is_none() || rest.first().is_some_and(|(next, _)| sum == next))
                    && totals.get(first).is_some_and(|t| t.is_place_alone(*first, opens))
            }
            [] => false,
        };
        // عاملة الفندق تتذكر الوفود: one thing that may be of many rounds
        let thin = |ranked: &[(i32, Key)]| {
            let total = ranked.first().and_then(|(_, key)| totals.get(key));
            self.date.is_none() && self.is_numbered() && total.is_some_and(|t| t.is_one_thing && t.pieces == 1)
        };
        let best =
            ranked.first().filter(|_| !town(&ranked) && !thin(&ranked)).map(|&(_, k)| k).or_else(|| self.never_numbered(&totals));
        let stated = pieces.iter().any(|p| p.rule == "stated");
        // مؤتمر باريس لدعم لبنان
        let sided = || track.about.is_empty() || self.opens_with_side();
        let elsewhere = || !self.is_numbered() && self.date.is_none() && !sided();
        let none = || elsewhere() || self.is_overview() || self.is_of_other_days();
        let best = best.filter(|&k| !self.is_guessed_afar(k, &totals) && (stated || !none()));
        let rival = match ranked.as_slice() {
            [(a, _), (b, second), ..] => Some(Rival { round: self.id(*second), behind: a - b }),
            _ => None,
        };
        let known = best.and_then(|k| self.round(k));
        // A meeting in a city is no round of talks that are numbered, nor of a country that nobody names.
        let listed = || self.rounds().all(|(key, _)| matches!(key, Key::Listed(_)));
        let gathered = best.is_none() && (self.is_talks_named() || self.names.about[self.main] > 0 && listed());
        let (place, day) = if gathered { self.place_and_day() } else { (None, None) };
        if best.is_none() && day.is_none() && self.names.named[self.main] < 6 {
            return Weighed { background: vec![false; self.hits.len()], ..Weighed::default() };
        }
        let mut evidence: Vec<Evidence> = pieces
            .iter()
            .map(|p| Evidence { rule: p.rule, round: self.id(p.key), weight: p.weight, start: p.start, end: p.end })
            .collect();
        evidence.sort_by_key(|e| e.start);
        evidence.dedup();
        let number = match best {
            Some(Key::Number(n)) => Some(n),
            _ => None,
        };
        let ahead = self.hits.iter().zip(self.leads).any(|(hits, lead)| {
            *lead >= 4 && hits.iter().any(|h| Some(h.number) == number && matches!(h.when, When::Soon | When::Next))
        });
        Weighed {
            background: number.map_or_else(|| vec![false; self.hits.len()], |n| self.background(n)),
            window: known.map(|r| (r.start, r.end)),
            ahead,
            guess: Some(RoundGuess {
                track: track.id.clone(),
                number,
                id: best.map(|k| self.id(k)),
                place,
                day,
                rival,
                evidence,
            }),
        }
    }

    /// True for a round that nothing names but the one before it, in an article of another time.
    fn is_guessed_afar(&self, key: Key, totals: &BTreeMap<Key, Total>) -> bool {
        let Key::Number(number) = key else { return false };
        let far = self.date.zip(self.round(key)).is_some_and(|(date, round)| !(-35..=45).contains(&round.distance(date)));
        let total = |t: &Total| t.days == 0 && t.places == 0 && t.near == 0 && t.top <= 4;
        let faint = totals.get(&key).is_some_and(|t| t.sum(key) <= FAINT);
        // لم يحدد موعد للجولة التاسعة, of a visit
        let next = |t: &Total| t.days == 0 && t.places == 0 && t.near == 0 && t.flat <= t.weekday;
        if self.date.is_none() && faint && totals.get(&key).is_some_and(next) && self.is_next_named(number) {
            return true;
        }
        far && (faint || totals.get(&key).is_some_and(total) && self.all_hits().all(|(_, h)| h.number != number))
    }

    /// True if the round behind this one is named as one to come, and this one not at all.
    fn is_next_named(&self, number: u32) -> bool {
        let next = |(_, h): (usize, &Hit)| h.number == number + 1 && matches!(h.when, When::Soon | When::Next);
        self.all_hits().any(next) && self.all_hits().all(|(_, h)| h.number != number)
    }

    /// True for an article that tells of many rounds, each of them once, and opens with none of them and with no day.
    fn is_overview(&self) -> bool {
        let mut told: Vec<u32> = self.all_hits().map(|(_, h)| h.number).collect();
        told.extend(self.left_out());
        told.sort_unstable();
        let once = told.windows(2).all(|w| w[0] != w[1]);
        let now = |(i, h): (usize, &Hit)| {
            self.leads[i] >= 6 && !matches!(h.when, When::Past | When::Told) || self.leads[i] >= 4 && h.ended
        };
        // من جنيف إلى الكويت ثم ستوكهولم
        let town = |entry: &EntryId| self.rounds().any(|(_, r)| self.is_held_at(r, &self.lexicon.entries[*entry as usize].id));
        let towns = |i: usize| {
            let here = self.names.places.iter().filter(|(entry, at, _)| *at as usize == i && town(entry));
            here.map(|(entry, ..)| *entry).collect::<BTreeSet<EntryId>>().len()
        };
        if !self.is_numbered() && self.date.is_none() && (0..self.items.len()).any(|i| self.leads[i] >= 6 && towns(i) >= MANY) {
            return true;
        }
        let day = |d: &DateMention| matches!(d.said, Said::Days { .. } | Said::Weekdays { .. } | Said::Offset(_));
        let dated = || self.items.iter().zip(self.leads).any(|(i, lead)| *lead >= 4 && i.facts.dates.iter().any(day));
        // فمن مناطق رسمتها الجولة الرابعة لم يبق إلا ما أقرته السادسة
        let apart = self.hits.iter().any(|h| matches!(h.as_slice(), [a, .., b] if a.number.abs_diff(b.number) >= 2));
        let many = told.len() >= MANY || told.len() == 2 && apart;
        self.date.is_none() && !self.has_current() && many && once && !self.all_hits().any(now) && !dated()
    }

    /// The rounds behind the first of a sentence, whose word is left out: `ففي الجولة الرابعة رسمت المناطق، وفي السادسة ضمت إدلب`.
    fn left_out(&self) -> Vec<u32> {
        let mut out = Vec::new();
        for (item, hits) in self.items.iter().zip(self.hits) {
            let Some(last) = hits.iter().map(|h| h.last).max() else { continue };
            let dated = |at: u32| item.facts.dates.iter().any(|d| (d.first..=d.last).contains(&at));
            let behind = item.facts.numbers.iter().filter(|n| n.written == Written::Ordinal && n.first as usize > last);
            let after_in = behind.filter(|n| item.s.classes[n.first as usize - 1].is == Is::In && !dated(n.first));
            out.extend(after_in.filter_map(|n| n.whole(1, MOST)));
        }
        out
    }

    /// Talks whose round nobody numbers are the first, until there is a second; or the second, where an earlier one is told of.
    fn never_numbered(&self, totals: &BTreeMap<Key, Total>) -> Option<Key> {
        if !self.hits.iter().all(Vec::is_empty) || self.names.named[self.main] < 6 {
            return None;
        }
        let round = |c: &Cue| matches!(c.is, Is::Round | Is::Meeting);
        let earlier = self.items.iter().any(|i| i.s.classes.windows(2).any(|w| round(&w[0]) && w[1].is == Is::Previous));
        let key = Key::Number(if earlier { 2 } else { 1 });
        let fits = totals.get(&key).is_none_or(|t| t.sum(key) >= 0);
        let round = self.round(key)?;
        let known = self.date.is_none_or(|d| round.distance(d).abs() <= 60);
        let offices = self.names.people.iter().all(|p| self.in_office(*p, round));
        let years = || self.items.iter().flat_map(|i| &i.facts.dates);
        let later = years().any(|d| matches!(d.said, Said::Days { year: Some(y), .. } | Said::Month { year: Some(y), .. } | Said::Year { year: y, .. } if y > round.end.year() && d.tense != Tense::Future));
        // Without a date, something must speak for it that is more than a day of the week.
        let shown =
            self.date.is_some() || totals.get(&key).is_some_and(|t| t.sum(key) > t.weekday) || self.is_for_the_first_time();
        (fits && known && offices && !later && shown).then_some(key)
    }

    /// `للمرة الأولى`, `لأول مرة`, `أول محادثات`, `الجلسة الافتتاحية`
    fn is_for_the_first_time(&self) -> bool {
        let opening = self.items.iter().zip(self.leads).filter(|(_, lead)| **lead >= 2);
        opening.into_iter().any(|(item, _)| {
            let word = |at: usize| item.s.tokens.get(at).map_or("", |t| t.text(item.text).trim_start_matches('و'));
            let talks = |at: usize| matches!(item.s.classes.get(at).map_or(Is::Nothing, |c| c.is), Is::Meeting | Is::Round);
            (0..item.s.tokens.len()).any(|at| match word(at) {
                "الافتتاحية" | "افتتاح" | "افتتحت" | "افتتح" => true,
                "أول" | "لأول" => word(at + 1) == "مرة" || talks(at + 1),
                "المرة" | "للمرة" => word(at + 1) == "الأولى",
                "الأولى" | "الأول" => word(at + 1) == "من" && matches!(word(at + 2), "نوعها" | "نوعه"),
                _ => false,
            })
        })
    }

    /// For talks that are not configured: where, and about when.
    fn place_and_day(&self) -> (Option<String>, Option<NaiveDate>) {
        let place = self
            .names
            .places
            .iter()
            .max_by_key(|(_, i, m)| (self.leads[*i as usize], std::cmp::Reverse((*i, *m))))
            .map(|(e, ..)| self.lexicon.entries[*e as usize].id.clone());
        let mut dates = self.items.iter().flat_map(|i| &i.facts.dates);
        let stated = dates.find_map(|d| match d.said {
            Said::Days { first, month: Some(month), year: Some(year), .. } => {
                NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(first))
            }
            _ => None,
        });
        (place, self.date.or(stated))
    }

    /// The sentences that tell of an earlier round; one that goes on about it (`ولم تجر خلالها محادثات مباشرة`) is among them.
    fn background(&self, number: u32) -> Vec<bool> {
        let mut out: Vec<bool> = Vec::with_capacity(self.hits.len());
        for (i, item) in self.items.iter().enumerate() {
            let before = out.last().is_some_and(|&b| b);
            out.push(self.is_background(i, number) || (before && self.hits[i].is_empty() && goes_on(item.text, item.s)));
        }
        out
    }

    /// A sentence that tells of an earlier round: its verb is in the perfect and no report of what somebody says, and the round is what it is about.
    fn is_background(&self, i: usize, number: u32) -> bool {
        let hits = &self.hits[i];
        let s = self.items[i].s;
        let Some(first) = hits.first() else { return false };
        if hits.iter().any(|h| h.number >= number) || first.rule == "continuation" {
            return false;
        }
        let says = s.matches.iter().take_while(|m| (m.first as usize) < first.first).any(|m| {
            let entry = self.lexicon.entry_of(m.form);
            entry.kind == Kind::Verb && entry.stance.is_some()
        });
        let opens = s.classes.iter().take(8).any(|c| matches!(c.is, Is::Perfect | Is::Was | Is::Ended | Is::No));
        opens && !says && first.first <= 14 && !s.classes.iter().take(first.first).any(|c| c.is == Is::Like)
    }
}

/// True for a sentence that goes on about the time of the one before.
pub(crate) fn goes_on(text: &str, s: &ParsedSentence) -> bool {
    s.tokens.iter().filter(|t| t.kind == TokenKind::Word).any(|t| MEANWHILE.contains(&fold(t.text(text))))
}

/// What speaks for one round: its best piece counts in full, every further one a little, so that a background told at length does not win.
#[derive(Default)]
struct Total {
    top: i32,
    more: i32,
    flat: i32,
    /// The part of `flat` that days of the week have.
    weekday: i32,
    /// The part of `flat` that things have which are spoken of for long.
    weak: i32,
    places: i32,
    days: i32,
    near: i32,
    around: i32,
    /// How many things speak for it that are spoken of for years.
    long: i32,
    /// How many pieces there are.
    pieces: i32,
    /// True if one of them is a thing that is spoken of for months or years.
    is_one_thing: bool,
    named: bool,
}

impl Total {
    fn add(&mut self, p: &Piece) {
        self.pieces += i32::from(p.weight > 0);
        self.is_one_thing |= p.rule == "era" && (1..FAINT).contains(&p.weight);
        match p.rule {
            "place" => self.places = (self.places + p.weight).min(6),
            "days-of-round" => self.days = self.days.max(p.weight) + i32::from(self.days > 0),
            "weekday" => {
                self.flat += p.weight;
                self.weekday += p.weight;
            }
            "era" => {
                self.flat += p.weight;
                self.weak += if (1..FAINT).contains(&p.weight) { p.weight } else { 0 };
            }
            "date" | "year" | "offices" | "length" | "place-of-the-next" | "stated" | "other-town" => self.flat += p.weight,
            "days-around" => self.around = (self.around + p.weight).min(3),
            "near-other-talks" | "before-the-next" | "after-the-last" | "near-the-round" => self.near = self.near.max(p.weight),
            _ if p.weight > self.top => {
                self.more += i32::from(self.top > 0);
                self.top = p.weight;
            }
            _ => self.more += 1,
        }
        // One thing that is spoken of for years is of many rounds.
        self.long += i32::from(p.rule == "era" && p.weight == 1);
        let long = p.rule == "era" && p.weight < 2 && self.long < 2;
        // A day of the week that fits well, and such a thing
        self.named |= self.weekday > 1 && self.long > 0;
        self.named |= !matches!(p.rule, "year" | "offices" | "weekday" | "length" | "days-around") && p.weight > 0 && !long;
    }

    /// True for a round without a number for which nothing speaks but a name or a place at the side, or that another one follows.
    fn is_faint(&self, key: Key, opens: bool) -> bool {
        matches!(key, Key::Listed(_))
            && self.top <= if opens { 1 } else { 3 }
            && self.places <= 1
            && self.days == 0
            && self.flat - self.weak < FAINT
    }

    /// True for a round without a number for which nothing speaks but a place and days of the week; where no meeting is spoken of, a name at the side and
    /// somebody who held an office for years are as little.
    fn is_place_alone(&self, key: Key, opens: bool) -> bool {
        matches!(key, Key::Listed(_))
            && self.top <= if opens { 0 } else { 3 }
            && self.flat - self.weekday <= if opens { 0 } else { 1 }
            && [self.days, self.near, self.around].iter().all(|weight| *weight <= 0)
    }

    fn sum(&self, key: Key) -> i32 {
        // A day alone may be that of anything: it needs a name or a place where talks are not numbered.
        let alone = matches!(key, Key::Listed(_)) && self.top == 0 && self.places == 0;
        self.top + self.more.min(4) + self.flat + self.places + self.near + self.around + if alone { 0 } else { self.days.min(7) }
    }
}
