//! What weighs for a round, piece by piece: what is stated, numbers, counts.

use chrono::Datelike;

use super::days::is_inside;
use super::{Key, Piece, STATED, Weighing};
use crate::analysis::dates::{DateMention, Said, Tense, Turn};
use crate::analysis::numbers::Written;
use crate::article::RoundRef;
use crate::glossary::cue::{Is, bits};
use crate::glossary::lexicon::EntryId;
use crate::round::hits::{COUNTED, Hit, MOST, When};
use crate::round::tracks::Round;

/// Verbs by which earlier rounds are counted.
const BEFORE_IT: [&str; 6] = ["سبقت", "وسبقت", "سبقه", "تعاقبت", "وتعاقبت", "تسبق"];

impl Weighing<'_> {
    pub(super) fn stated(&self, round: Option<&RoundRef>) -> Vec<Piece> {
        let track = &self.tracks.list[self.main];
        let key = match round {
            Some(RoundRef::Number(n)) => Some(Key::Number(*n)),
            Some(RoundRef::Id(id)) => self
                .rounds()
                .find(|(_, r)| track.round_id(r) == *id)
                .map(|(k, _)| k)
                .or_else(|| id.strip_prefix(track.id.as_str())?.strip_prefix('-')?.parse().ok().map(Key::Number)),
            None => None,
        };
        key.map(|key| Piece { key, rule: "stated", weight: STATED, start: 0, end: 0 }).into_iter().collect()
    }

    pub(super) fn all_hits(&self) -> impl Iterator<Item = (usize, &Hit)> {
        self.hits.iter().enumerate().flat_map(|(i, h)| h.iter().map(move |h| (i, h)))
    }

    /// True if the title or the first sentence reports of the round with this number.
    pub(super) fn opens_with(&self, number: u32) -> bool {
        self.all_hits().any(|(i, h)| h.number == number && self.leads[i] >= 6 && matches!(h.when, When::Now | When::Told))
    }

    /// True if the title or the first sentence names a later round as the one of the report or one soon to come, and none that is earlier.
    fn opens_with_later(&self, number: u32) -> bool {
        let mut opening =
            self.all_hits().filter(|(i, h)| self.leads[*i] >= 6 && matches!(h.when, When::Now | When::Soon)).peekable();
        opening.peek().is_some() && opening.all(|(_, h)| h.number > number)
    }

    /// Numbers and ordinals.
    pub(super) fn by_number(&self, out: &mut Vec<Piece>) {
        if !self.is_numbered() {
            return;
        }
        for (i, hit) in self.hits.iter().enumerate().flat_map(|(i, h)| h.iter().map(move |h| (i, h))) {
            let lead = self.leads[i];
            if lead == 0 {
                continue;
            }
            let is_lead = lead >= 4;
            let bonus = if lead == 1 { 0 } else { lead };
            let base = match hit.rule {
                "continuation" => 8,
                "number-after-name" | "copula" => 5,
                "ordinal" => 4,
                _ => 3,
            };
            let tokens = &self.items[i].s.tokens;
            let (start, end) = self.bytes(i, tokens[hit.first].start, tokens[hit.last].end);
            let mut say = |number: u32, weight: i32| {
                if number > 0 && weight > 0 {
                    out.push(Piece { key: Key::Number(number), rule: hit.rule, weight, start, end });
                }
            };
            // `في ختام الجولة 15 … الجولة 16 ستعقد`: the report is of the earlier one.
            let report_of_last = hit.number > 1
                && (self.all_hits().any(|(j, h)| {
                    let told = matches!(h.when, When::Now | When::Told);
                    h.number == hit.number - 1 && (h.ended || (told && j <= i && self.leads[j] >= 4))
                }) || (hit.when == When::Next && self.opens_with(hit.number - 1))
                    || matches!(hit.when, When::Soon | When::Next) && self.is_day_of(hit.number - 1));
            // `أرجئت الجولة الثانية. وعقدت الجولة الأولى في 23 كانون الثاني`: the earlier one is told of beside it.
            let beside = lead < 6 && !hit.ended && self.opens_with_later(hit.number);
            match hit.when {
                When::Now if beside => say(hit.number, base),
                When::Told if beside => say(hit.number, 1),
                When::Now => say(hit.number, base + bonus + if hit.ended && is_lead { 2 } else { 0 }),
                When::Soon | When::Next if report_of_last => {
                    say(hit.number, 1);
                    say(hit.number - 1, 2);
                }
                When::Soon if lead >= 6 => say(hit.number, base + bonus),
                When::Next if lead >= 6 => say(hit.number, base + bonus - 2),
                // Behind a first sentence that reports of something else, a round to come some time, and on no day, is the one after.
                When::Soon | When::Next if is_lead && lead < 6 && hit.number > 1 && self.is_far(i) => {
                    say(hit.number, 1);
                    say(hit.number - 1, 3);
                }
                When::Soon | When::Next if is_lead => say(hit.number, base),
                When::Told if is_lead => say(hit.number, base + bonus - 2),
                When::Soon | When::Next => {
                    say(hit.number, 1);
                    say(hit.number - 1, 2);
                }
                When::Told => say(hit.number, 1),
                // The last of those that are told: the one behind it is the report's.
                When::Past
                    if self.all_hits().all(|(_, h)| h.number <= hit.number || matches!(h.when, When::Soon | When::Next)) =>
                {
                    say(hit.number + 1, 4);
                }
                When::Past => say(hit.number + 1, 2),
            }
        }
    }

    /// True if the article is of the days of the round with this number: by its own date, or by a day that its first sentences tell of.
    fn is_day_of(&self, number: u32) -> bool {
        let Some(round) = self.round(Key::Number(number)) else { return false };
        if let Some(date) = self.date {
            return (-1..=5).contains(&round.distance(date));
        }
        let told = |d: &DateMention| match d.said {
            Said::Days { first, last, month: Some(month), year, turn: Turn::Plain | Turn::This } => {
                d.tense != Tense::Future && is_inside(round, (month, first, last), year, None)
            }
            _ => false,
        };
        // A day told with a numbered round is that round's.
        let items = self
            .items
            .iter()
            .zip(self.leads)
            .zip(self.hits)
            .filter(|((_, lead), hits)| (4..8).contains(*lead) && hits.is_empty());
        items.map(|((item, _), _)| item).any(|item| item.facts.dates.iter().any(told))
    }

    /// Rounds by how many there were (`سبقتها ست جولات`, `بعد عشرين جولة`).
    pub(super) fn by_count(&self, out: &mut Vec<Piece>) {
        if !self.is_numbered() {
            return;
        }
        for (i, item) in
            self.items.iter().enumerate().filter(|(i, item)| self.leads[*i] > 0 && item.s.has & bits(&[Is::Round]) != 0)
        {
            if self.names_others_alone(item.s) {
                continue;
            }
            let cue = |at: usize| item.s.classes.get(at).map_or(Is::Nothing, |c| c.is);
            for n in &item.facts.numbers {
                let at = n.last as usize + 1;
                let Some(count) = n.whole(COUNTED, MOST).filter(|_| n.written != Written::Ordinal && cue(at) == Is::Round) else {
                    continue;
                };
                let earlier = cue(at + 1) == Is::Previous
                    || item.s.tokens.iter().take(at).any(|t| BEFORE_IT.iter().any(|w| t.text(item.text).starts_with(w)));
                let (start, end) = self.bytes(i, item.s.tokens[n.first as usize].start, item.s.tokens[at].end);
                let mut say =
                    |number, weight| out.push(Piece { key: Key::Number(number), rule: "rounds-so-far", weight, start, end });
                say(count + 1, if earlier { 4 } else { 2 });
                if !earlier {
                    say(count, 2);
                }
            }
        }
    }

    /// True if a sentence names a time, and no day.
    fn is_far(&self, i: usize) -> bool {
        let day = |d: &DateMention| matches!(d.said, Said::Days { .. } | Said::Weekdays { .. } | Said::Offset(_));
        let dates = &self.items[i].facts.dates;
        // في النصف الثاني من العام
        (!dates.is_empty() || self.items[i].s.has & bits(&[Is::Half]) != 0) && !dates.iter().any(day)
    }

    /// True for `حتى مؤتمر برلين الأحد`, `قبل مؤتمر برلين`, `مؤتمر برلين المقبل`: what is still to come.
    pub(super) fn is_ahead(&self, i: usize, first: usize, last: usize) -> bool {
        let cue = |at: usize| self.items[i].s.classes.get(at).copied().unwrap_or_default();
        let before = first.checked_sub(1).map(cue).unwrap_or_default();
        before.is == Is::Before || before.is == Is::To && before.value == 1 || matches!(cue(last + 1).is, Is::Next | Is::Due)
    }

    /// True if the clause around these tokens tells of something past.
    pub(super) fn is_past(&self, i: usize, first: usize, last: usize) -> bool {
        let s = self.items[i].s;
        let cue = |at: usize| s.classes.get(at).map_or(Is::Nothing, |c| c.is);
        let near = |d: &&DateMention| d.first as usize <= last + 6 && d.last as usize + 6 >= first;
        // وكانت اللجنة العسكرية قد وقعت
        let told =
            (0..first.min(2)).any(|i| cue(i) == Is::Was) && (0..first).all(|i| !matches!(cue(i), Is::Due | Is::Set | Is::Future));
        told || matches!(cue(last + 1), Is::Last | Is::Previous)
            || self.items[i].facts.dates.iter().filter(near).any(|d| {
                matches!(
                    d.said,
                    Said::Month { turn: Turn::Last | Turn::LastYear, .. }
                        | Said::Days { turn: Turn::Last | Turn::LastYear, .. }
                        | Said::Period { unit: 6, turn: Turn::Last, .. }
                )
            })
    }

    /// The bytes of tokens or words of a sentence, 0 for a headline that is not in the text.
    pub(super) fn bytes(&self, i: usize, start: u32, end: u32) -> (u32, u32) {
        if self.items[i].apart { (0, 0) } else { (start, end) }
    }

    /// True if the person held an office when the round was held.
    pub(super) fn in_office(&self, person: EntryId, round: &Round) -> bool {
        let roles = &self.lexicon.entries[person as usize].roles;
        roles.iter().any(|r| r.from.is_none_or(|from| from <= round.end.year()) && r.to.is_none_or(|to| to >= round.start.year()))
    }
}
