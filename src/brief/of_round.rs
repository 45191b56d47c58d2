//! Which outcomes are of a round: not those of other talks or of another body beside it, not those of before it, and not what was due and has come about since.

use super::assemble::Given;
use super::headline::Told;
use super::ledger::family;
use crate::analysis::outcomes::{self, Status};
use crate::analysis::{Analysis, Known, Mention};
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::Lexicon;
use crate::round::assign::Round;
use chrono::NaiveDate;

/// Bytes behind a next round in which the talks are named that it is of.
const OF: u32 = 120;

/// Bytes between a round and its ordinal.
const BESIDE: u32 = 14;

/// `لم يتفقوا على موعد الجولة السادسة لاجتماعات اللجنة الدستورية`, told of a round in Astana.
pub(super) fn is_of_other_talks(o: &outcomes::Outcome, analysis: &Analysis, round: &Round, given: &Given) -> bool {
    let other = |m: &Mention| given.tracks.marked_by(m.entry).is_some_and(|track| track != round.track);
    let behind = |m: &&Mention| m.start >= o.span.0 && m.start <= o.span.1 + OF;
    // `موعد الجولة السادسة`, told of the sixteenth.
    let due = round.number.map(|n| i64::from(n) + 1);
    let ordinal = |m: &&Mention| given.lexicon.entries[m.entry as usize].kind == Kind::Ordinal && m.start <= o.span.1 + BESIDE;
    let mentions = || analysis.sentences[o.sentence as usize].mentions.iter().filter(behind);
    let numbered = || mentions().find(ordinal).and_then(|m| given.lexicon.entries[m.entry as usize].value);
    given.lexicon.frames[o.slot as usize].next
        && (mentions().any(other) || due.is_some_and(|due| numbered().is_some_and(|n| n != due)))
}

/// `اتفقوا على عقد الاجتماع التاسع عشر`, told of the eighteenth: the next round, named by its number.
pub(super) fn due(
    o: &outcomes::Outcome,
    (article, analysis): (&Article, &Analysis),
    round: &Round,
    given: &Given,
) -> outcomes::Outcome {
    let lexicon = given.lexicon;
    let named = |words: (u32, u32)| {
        let inside = |m: &&Mention| m.start >= words.0 && m.end <= words.1;
        let mentions = || analysis.sentences[o.sentence as usize].mentions.iter().filter(inside);
        let ordinal = mentions().find(|m| lexicon.entries[m.entry as usize].kind == Kind::Ordinal)?;
        let due = round.number.map(|n| i64::from(n) + 1)?;
        let meets = mentions().any(|m| lexicon.frames[m.entry as usize].round && m.start < ordinal.start);
        // `اتفقا شفهيا على لقاء ثالث`
        let held = ["عقد ", "انعقاد ", "لقاء ", "اجتماع ", "جولة "].iter().any(|w| text(article, words).starts_with(w));
        let other = mentions().any(|m| given.tracks.marked_by(m.entry).is_some_and(|track| track != round.track));
        (lexicon.entries[ordinal.entry as usize].value == Some(due) && meets && held && !other).then_some(())
    };
    let next = lexicon.number("next_round").filter(|_| lexicon.entries[o.slot as usize].id == outcomes::OTHER);
    match next.zip(o.words).filter(|&(_, words)| named(words).is_some()) {
        Some((slot, _)) => outcomes::Outcome { slot, words: None, ..o.clone() },
        None => o.clone(),
    }
}

/// True for an article of before the round: what it tells as agreed is a step towards it.
pub(super) fn is_before(analysis: &Analysis, round: &Round, given: &Given) -> bool {
    let Some(data) = round.data(given.tracks) else { return false };
    let first = data.planned.iter().chain(&data.held).map(|d| d.start).chain([data.start]).min();
    // A day that was only guessed from a weekday proves nothing.
    let told = |d: &&Known<NaiveDate>| d.rule.is_none_or(|rule| rule == "dateline");
    let day = analysis.meta.date.as_ref().filter(told).map(|d| d.value);
    day.zip(first).is_some_and(|(day, first)| day < first)
}

/// Bytes between a verb and the body that is its subject.
const SUBJECT: u32 = 24;

/// `اختتمت اللجنة العسكرية اجتماعها واتفقت على`, told of a forum: what a body agreed whose meetings are other rounds of the track.
pub(super) fn is_of_another_body(
    o: &outcomes::Outcome,
    (article, analysis): (&Article, &Analysis),
    round: &Round,
    given: &Given,
) -> bool {
    let lexicon = given.lexicon;
    let rounds = &given.tracks.list[round.track].rounds;
    let own = round.data(given.tracks).map(|r| r.marks.as_slice()).unwrap_or_default();
    let id = |m: &Mention| &lexicon.entries[m.entry as usize].id;
    let body = |m: &Mention| matches!(lexicon.entries[m.entry as usize].kind, Kind::Party | Kind::Organization | Kind::Country);
    let others = |m: &Mention| !own.contains(id(m)) && rounds.iter().any(|r| r.marks.contains(id(m)));
    // `اتفقت`: of one body.
    let verb = text(article, o.span).split_whitespace().next().unwrap_or_default();
    let mentions = &analysis.sentences[o.sentence as usize].mentions;
    let behind = mentions.iter().find(|m| body(m) && m.start >= o.span.0 && m.start <= o.span.0 + verb.len() as u32 + SUBJECT);
    let subject = behind.or_else(|| mentions.iter().rfind(|m| body(m) && m.end <= o.span.0));
    verb.ends_with('ت') && subject.is_some_and(others)
}

/// `تدخل الهدنة حيز التنفيذ مساء الاثنين`, where a later article tells that it did.
pub(super) fn has_come_about(told: &Told, all: &[Told], lexicon: &Lexicon) -> bool {
    let (_, _, analysis, o) = told;
    let day = |a: &Analysis| a.meta.date.as_ref().map(|d| d.value);
    let later = |a: &Analysis| day(a).zip(day(analysis)).is_some_and(|(later, day)| later > day);
    let same = |n: &outcomes::Outcome| {
        // A phrase that says by itself what it is about: of whichever truce.
        let due = lexicon.entries[o.phrase as usize].takes.iter().any(|t| t == "due");
        n.phrase == o.phrase
            && (due
                || family(lexicon, n.slot) == family(lexicon, o.slot) && lexicon.entries[o.slot as usize].id != outcomes::OTHER)
    };
    o.status == Status::Pending && all.iter().any(|(_, _, a, n)| n.status == Status::Agreed && later(a) && same(n))
}

fn text(article: &Article, (start, end): (u32, u32)) -> &str {
    &article.text[start as usize..end as usize]
}
