//! Which track an article is about, from the names in it.
//!
//! In: the sentences of an article. Out: for each track how much speaks for it; and what the names say beside: which rounds are named by a mark of their own, which places stand
//! in the lead, which years the offices of its people allow. Tracks that meet in one city are told apart by the country that the article is about.

use super::evidence::Item;
use crate::analysis::dates::{Said, Tense, Turn, Way};
use crate::analysis::parse::ParsedSentence;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::arabic::token::Kind as TokenKind;
use crate::glossary::cue::{Is, bits};
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;

use super::tracks::{Says, Track, Tracks};

/// What the names of an article say.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// For each track, how much it is named.
    pub(super) named: Vec<i32>,
    /// For each track, how much its conflict is spoken of.
    pub(super) about: Vec<i32>,
    /// How much the conflict is spoken of that is spoken of most among those whose talks are in no list.
    pub(super) elsewhere: i32,
    /// Rounds named by a mark: track, round, sentence, match.
    pub(super) rounds: Vec<(u16, u16, u32, u32)>,
    /// Eras, once each: track, era, sentence, first and last byte.
    pub(super) eras: Vec<(u16, u16, u32, (u32, u32))>,
    /// Places of rounds: entry, sentence, match.
    pub(super) places: Vec<(EntryId, u32, u32)>,
    /// People of whom it is known when they held their offices, once each.
    pub(super) people: Vec<EntryId>,
}

/// A first line of so many words is a headline, even if it looks like the line of a source.
const HEADLINE: usize = 4;

/// The line that says where an article was written is among so many first ones.
const DATELINE: usize = 3;

/// How much a sentence weighs by its place.
pub(super) fn leads(items: &[Item]) -> Vec<i32> {
    let mut body = 0;
    items
        .iter()
        .enumerate()
        .map(|(i, item)| match item.s.span.kind {
            SentenceKind::Title => 8,
            SentenceKind::Heading if i == 0 => 8,
            SentenceKind::Heading => 2,
            // جنيف 6: لجنة تشاورية للدستور
            SentenceKind::SourceLine | SentenceKind::Byline
                if i == 0 && item.s.tokens.iter().filter(|t| t.kind == TokenKind::Word).count() >= HEADLINE =>
            {
                8
            }
            // الكويت – المسيرة نت: the line in which an article says where it was written
            SentenceKind::SourceLine | SentenceKind::Byline if body == 0 && i < DATELINE && is_dateline(item) => 6,
            SentenceKind::Furniture | SentenceKind::SourceLine | SentenceKind::Byline => 0,
            SentenceKind::Sentence => {
                body += i32::from(body > 0 || !is_dateline(item));
                match body {
                    0 | 1 => 6,
                    2 => 4,
                    3 => 3,
                    4 | 5 => 2,
                    _ => 1,
                }
            }
        })
        .collect()
}

/// `صنعاء – سبوتنيك.`: a town and an outlet that end in a stop, before the first sentence.
fn is_dateline(item: &Item) -> bool {
    let words = item.s.tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
    let dash = item.s.tokens.iter().any(|t| matches!(t.text(item.text), "-" | "–" | "—" | "ــ" | "("));
    words <= HEADLINE && dash && item.s.has & bits(&[Is::Perfect, Is::Was]) == 0
}

/// Reads the names of an article.
pub(super) fn names(items: &[Item], leads: &[i32], lexicon: &Lexicon, tracks: &Tracks) -> Names {
    let n = tracks.list.len();
    let mut out = Names { named: vec![0; n], about: vec![0; n], ..Names::default() };
    let mut seen = vec![0u8; n];
    let (mut sign, mut signs) = (vec![false; n], vec![0; n]);
    const TALKS: u64 = bits(&[Is::Round, Is::Meeting, Is::Talk]);
    let opening = || items.iter().zip(leads).filter(|(_, lead)| **lead >= 6);
    // بعد تعثر جنيف.. الأنظار إلى آستانة
    let matches = opening().flat_map(|(item, _)| &item.s.matches);
    let mut named_first = None;
    let others = matches
        .flat_map(|m| tracks.named_by(lexicon.forms[m.form as usize].entry))
        .any(|track| *named_first.get_or_insert(track) != track);
    let in_lead = items.iter().zip(leads).any(|(i, lead)| *lead >= 4 && i.s.has & TALKS != 0);
    for (i, s) in items.iter().map(|i| i.s).enumerate() {
        if leads[i] == 0 {
            continue;
        }
        seen.fill(0);
        sign.fill(false);
        let mut any_named = false;
        for cue in &s.cues {
            for &(track, says) in tracks.said_by(lexicon.forms[cue.form as usize].entry) {
                if let Says::Era(era) = says {
                    out.era(track, era, i, cue);
                }
            }
        }
        let talks = s.has & TALKS != 0 || (in_lead && leads[i] >= 4);
        // Talks that a sentence of the body puts off to a coming day are not what the article is about.
        let later = leads[i] <= 4 && is_later(items[i]);
        for (m, found) in s.matches.iter().enumerate() {
            let entry = lexicon.forms[found.form as usize].entry;
            let mut place = false;
            let first_named = !any_named;
            let mut named = false;
            for &(track, says) in tracks.said_by(entry) {
                let t = usize::from(track);
                match says {
                    Says::About => out.about[t] += if leads[i] >= 4 { 2 } else { 1 },
                    Says::Names | Says::NamesRound(_) => {
                        if seen[t] < 2 {
                            // The first name of a sentence is what it is about; a city alone says less than the talks.
                            let first = if first_named && leads[i] >= 4 { 2 } else { 0 };
                            let lead = leads[i].min(6);
                            seen[t] += 1;
                            let beside = others && is_after(s, found.first as usize) || is_helped(items[i], found.first as usize);
                            let lead = if later || beside { lead.min(1) } else { lead };
                            let kind = lexicon.kind_of(found.form);
                            let only = match kind {
                                Kind::Place => lead - lead / 2,
                                Kind::Organization if is_talked_of(items[i], found) => lead / 3,
                                _ => lead,
                            };
                            out.named[t] += only + first;
                        }
                        named = true;
                        if let Says::NamesRound(round) = says {
                            out.rounds.push((track, round, i as u32, m as u32));
                        }
                    }
                    Says::Era(era) => out.era(track, era, i, found),
                    Says::Other => {}
                    Says::Sign => {
                        if talks && !sign[t] {
                            sign[t] = true;
                            signs[t] += (leads[i] + 1) / 2;
                        }
                    }
                    Says::Place => {
                        place = true;
                        // قبل أيام من المؤتمر في سوتشي
                        let ahead =
                            (found.first.saturating_sub(6)..found.first).any(|at| s.classes[at as usize].is == Is::Before);
                        let guest = is_guest(items[i], found.first as usize);
                        let talks = talks || is_called(items[i], found, &tracks.list[t], lexicon, tracks);
                        if talks && seen[t] == 0 && !ahead && !guest {
                            seen[t] = 1;
                            out.named[t] += (leads[i] + 1) / 2;
                        }
                    }
                }
            }
            if place {
                out.places.push((tracks.city(entry), i as u32, m as u32));
            }
            any_named |= named;
            if tracks.is_dated(entry) && !out.people.contains(&entry) {
                out.people.push(entry);
            }
        }
        // `اللجنة الدستورية`: what other talks speak of too says less than a name.
        for m in &s.cues {
            let Some(t) = tracks.marked_by(lexicon.forms[m.form as usize].entry) else { continue };
            if seen[t] == 0 {
                seen[t] = 1;
                let body = lexicon.kind_of(m.form) == Kind::Slot && is_talked_of(items[i], m);
                out.named[t] += if later || body { 1 } else { (leads[i].min(6) + 1) / 2 };
            }
        }
    }
    let elsewhere = |(about, track): (&mut i32, &Track)| if track.elsewhere { std::mem::take(about) } else { 0 };
    out.elsewhere = out.about.iter_mut().zip(&tracks.list).map(elsewhere).max().unwrap_or(0);
    for (named, sign) in out.named.iter_mut().zip(signs).filter(|(named, _)| **named > 0) {
        *named += sign;
    }
    out
}

/// `اللجنة الدستورية تتعثر`: a body that is spoken of, where no word for a session stands beside it (`أعمال اللجنة`, `الدورة الثامنة للهيئة المصغرة`).
fn is_talked_of(item: Item, found: &Match) -> bool {
    const SITS: [&str; 6] = ["أعمال", "لأعمال", "دورة", "دورات", "انطلاق", "افتتاح"];
    let s = item.s;
    let (first, last) = (found.first as usize, found.last as usize);
    let near = first.saturating_sub(5)..(last + 4).min(s.classes.len());
    let sits = |at: usize| {
        matches!(s.classes[at].is, Is::Round | Is::Meeting | Is::Ended | Is::Perfect)
            || SITS.contains(&s.tokens[at].text(item.text))
    };
    // نقل اجتماعات اللجنة من جنيف
    let moved = |at: usize| matches!(s.tokens[at].text(item.text), "نقل" | "بنقل" | "لنقل" | "ينبغي" | "يجب");
    near.clone().any(moved) || !near.into_iter().any(sits)
}

/// `في «جدة 2»`: a town with the number that a round is called by.
fn is_called(item: Item, found: &Match, track: &Track, lexicon: &Lexicon, tracks: &Tracks) -> bool {
    let city = &lexicon.entries[tracks.city(lexicon.forms[found.form as usize].entry) as usize].id;
    if is_of_thing(item, found.first as usize) {
        return false;
    }
    let numbers = || track.rounds.iter().filter_map(|round| round.called.get(city).copied());
    let behind = |at: u32| (1..=3).contains(&(at - found.last));
    let mark =
        |at: u32| matches!(item.s.tokens[at as usize].kind, TokenKind::Mark('-' | '–' | '"' | '»' | '«' | '”' | '(' | '_'));
    let joined = |at: u32| (found.last + 1..at).all(mark);
    let written = item.facts.numbers.iter().filter(|n| n.first > found.last && behind(n.first) && joined(n.first));
    written.into_iter().any(|n| n.whole(1, 40).is_some_and(|n| numbers().any(|called| called == n)))
}

/// `معرض «جدة 2» للكتاب`: a town with the number of something else.
pub(super) fn is_of_thing(item: Item, first: usize) -> bool {
    const THINGS: [&str; 20] = [
        "معرض",
        "مهرجان",
        "صالون",
        "سباق",
        "رالي",
        "بطولة",
        "كأس",
        "محطة",
        "مستشفى",
        "مشروع",
        "برج",
        "فندق",
        "حي",
        "ميناء",
        "مصنع",
        "قمر",
        "صاروخ",
        "طريق",
        "سجن",
        "مخيم",
    ];
    let word = |at: &usize| matches!(item.s.tokens[*at].kind, TokenKind::Word);
    let before = (0..first).rev().find(word).map_or("", |at| item.s.tokens[at].text(item.text));
    let bare = before.trim_start_matches(['و', 'ب', 'ل']).trim_start_matches("ال");
    THINGS.contains(&bare) || THINGS.contains(&before)
}

/// `دعوة سوتشي`, `لن تذهب إلى سوتشي`: somebody is asked there.
fn is_guest(item: Item, first: usize) -> bool {
    let word = |back: usize| first.checked_sub(back).map_or("", |at| item.s.tokens[at].text(item.text));
    let cue = |back: usize| first.checked_sub(back).map(|at| item.s.classes[at]).unwrap_or_default();
    let asked = |word: &str| matches!(word, "دعوة" | "الدعوة" | "تذهب" | "الذهاب" | "حضور");
    asked(word(1)) || cue(1).is == Is::To && asked(word(2))
}

/// `قدرته على دعم مسار جنيف`: talks that those of the report are to help.
fn is_helped(item: Item, first: usize) -> bool {
    const HELP: [&str; 10] = ["دعم", "لدعم", "يدعم", "تدعم", "يخدم", "تخدم", "خدمة", "إحياء", "لإحياء", "محل"];
    first.checked_sub(1).is_some_and(|at| HELP.contains(&item.s.tokens[at].text(item.text)))
}

/// `بعد أسبوع على انتهاء مفاوضات جنيف`: talks that those of the report come after.
pub(super) fn is_after(s: &ParsedSentence, first: usize) -> bool {
    let stop = |at: &usize| !matches!(s.tokens[*at].kind, TokenKind::Mark('.' | '،' | ':' | '؛'));
    (first.saturating_sub(8)..first).rev().take_while(stop).any(|at| matches!(s.classes[at].is, Is::After | Is::Since))
}

/// True if a date that is still to come stands in the sentence.
pub(super) fn is_later(item: Item) -> bool {
    // وتعقد في 21 و22 كانون الأول
    let coming = item.s.classes.first().is_some_and(|c| c.is == Is::Imperfect);
    // وبعد أسبوعين تلتئم
    let soon = item.s.classes.iter().take(5).any(|c| matches!(c.is, Is::Imperfect | Is::Future));
    item.facts.dates.iter().any(|d| {
        if matches!(d.said, Said::Length { way: Way::Ahead, .. }) && d.first <= 1 && soon {
            return true;
        }
        let day = matches!(d.said, Said::Days { month: Some(_), .. });
        let next = |turn| matches!(turn, Turn::Next | Turn::NextYear);
        matches!(d.said, Said::Days { turn, .. } | Said::Month { turn, .. } if next(turn))
            || day && (d.tense == Tense::Future || coming && d.tense == Tense::Open)
    })
}

impl Names {
    fn era(&mut self, track: u16, era: u16, i: usize, found: &Match) {
        if !self.eras.iter().any(|e| (e.0, e.1) == (track, era)) {
            self.eras.push((track, era, i as u32, (found.start, found.end)));
        }
    }

    /// The track the article is about: the one that is named most, among those whose conflict it speaks of; `bonus` adds to a track what else speaks for it.
    pub(super) fn track(&self, bonus: &[i32]) -> Option<usize> {
        self.best(bonus, None)
    }

    /// The next best track.
    pub(super) fn second(&self, bonus: &[i32], first: usize) -> Option<usize> {
        self.best(bonus, Some(first))
    }

    fn best(&self, bonus: &[i32], but: Option<usize>) -> Option<usize> {
        let most = self.about.iter().copied().max().unwrap_or(0);
        let of_it = |t: usize| most < 2 || self.about[t] * 3 >= most;
        let fits = |t: usize| of_it(t) && self.about[t] * 3 + self.named[t] / 2 >= self.elsewhere;
        let weight = |t: usize| if self.named[t] > 0 && fits(t) { self.named[t] + bonus[t] } else { 0 };
        (0..self.named.len())
            .filter(|&t| Some(t) != but && weight(t) > 0)
            .max_by_key(|&t| (weight(t), self.about[t], std::cmp::Reverse(t)))
    }
}
