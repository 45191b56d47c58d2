//! Outcomes: what became of a matter, as one sentence says it.
//!
//! In: a sentence, its slots and outcome phrases, the statements in it. Out: a slot with a status. The phrase gives the status (data: `outcomes.yaml`), what stands before
//! it turns it: a negator, a denial, a failure, a refusal; a hope, a demand, a plan or a condition makes it no outcome. A verbal noun (`التوصل إلى`) says nothing by itself:
//! what governs it does. A negated failure is left alone: it says neither.

mod about;
mod apart;
mod clauses;
mod denial;
mod earlier;
mod events;
mod governor;
mod hearsay;
mod known;
mod list;
mod matter;
mod phrase;
mod provides;
mod sentence;
mod slot;
mod status;
#[cfg(test)]
mod tests;
mod text;
mod voice;

use crate::analysis::Facts;
use crate::analysis::parse::Parsed;
use crate::analysis::presence::{self, Attendees};
use crate::analysis::statements::view::View;
use crate::analysis::statements::{Span, Statement, topic};
use crate::analysis::{agenda, next};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;
use chrono::NaiveDate;
pub(super) use earlier::is_long_before;
use earlier::{goes_on, is_earlier, is_of_a_year, opens_with_a_month};
use list::List;
use serde::{Deserialize, Serialize};

/// The slot of such a matter.
pub const OTHER: &str = "other_matter";

/// What became of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// It was agreed or done.
    Agreed,
    /// It was not.
    NotAgreed,
    /// The speaker denies it.
    Denied,
    /// It is due, expected or under discussion.
    Pending,
}

impl Status {
    /// The name that output uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::NotAgreed => "not agreed",
            Self::Denied => "denied",
            Self::Pending => "pending",
        }
    }
}

/// What one sentence says of one slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Number of the sentence, from 0.
    pub sentence: u32,
    /// What it is about.
    pub slot: EntryId,
    /// The phrase that says what became of it.
    pub phrase: EntryId,
    /// What became of it.
    pub status: Status,
    /// From the first word that says so to the last.
    pub span: Span,
    /// Number of the statement it stands in; `None` where the article itself says it.
    pub statement: Option<u32>,
    /// The words that tell the matter, where no slot of the glossary does (slot `other_matter`).
    pub words: Option<Span>,
    /// What the sentence says before its verb that this is about (`وفي ما يخص تعز، لم يُتفق على هدنة`), where the matter itself does not tell it.
    #[serde(default)]
    pub topic: Option<Span>,
}

/// What an article says of outcomes, attendance and what is to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Outcomes, in text order.
    pub outcomes: Vec<Outcome>,
    /// Who came and who did not, in text order.
    pub attendees: Attendees,
    /// Numbers of the sentences that tell of a meeting to come.
    pub next: Vec<u32>,
    /// Numbers of the sentences that tell of no outcome but one of another time.
    pub earlier: Vec<u32>,
    /// Sentences that say what the talks are about, with the first byte of the word that opens it.
    pub agenda: Vec<(u32, u32)>,
}

/// What is known of the sentences before their outcomes are read.
pub struct Told<'a> {
    /// For each sentence, whether it tells of an earlier round.
    pub background: &'a [bool],
    /// For each sentence, its dates, resolved.
    pub facts: &'a [Facts],
    /// The day of the article, as far as it is known.
    pub day: Option<NaiveDate>,
}

/// The outcomes of an article, in text order. Background is not among them, nor what is dated long before the article.
#[must_use]
pub fn find(article: &Article, parsed: &Parsed, told: &Told, statements: &[Statement], lexicon: &Lexicon) -> Found {
    let mut out = Found::default();
    // `تماماً كما حدث في الجولة الأولى` names an earlier round and tells of this one.
    let mut list: Option<List> = None;
    // Whether the last statement named is that of the talks.
    let mut of_talks = false;
    // The phrase of the sentence before, where it told what an agreement holds.
    let mut provides = None;
    let compared = |m: &Match| lexicon.frames[lexicon.forms[m.form as usize].entry as usize].compares;
    for (number, s) in parsed.sentences.iter().enumerate() {
        let kind = matches!(s.span.kind, SentenceKind::Sentence | SentenceKind::Title | SentenceKind::Heading);
        let compares = told.background[number] && s.matches.iter().any(compared);
        if !kind || (told.background[number] && !compares) {
            continue;
        }
        // The points of a list that the sentence before announced.
        if let Some(told) = list.take() {
            let v = View::new(&article.text, s, lexicon);
            if told.points(&v, number as u32, 0, &mut out.outcomes) {
                list = Some(told);
                continue;
            }
        }
        let told = |m: &Match| lexicon.kind_of(m.form) != Kind::Body;
        let says = || statements.iter().any(|s| s.sentence == number as u32);
        if !s.cues.iter().any(told) && !s.about.tells && !says() {
            continue;
        }
        let v = View::new(&article.text, s, lexicon);
        if earlier::recalls(&v) && !earlier::is_of_the_day(&v) {
            continue;
        }
        let before = out.outcomes.len();
        list = sentence::sentence(&v, number as u32, statements, &mut out.outcomes);
        provides = clauses::clauses(&v, number as u32, provides, statements, before, &mut out.outcomes);
        text::not_in_text(&v, number as u32, of_talks, statements, &mut out.outcomes);
        of_talks = text::is_of_talks(&v, of_talks);
        denial::denials(&v, number as u32, statements, &mut out.outcomes);
        about_topic(&v, statements, &mut out.outcomes[before..]);
        presence::presence(&v, number as u32, statements, &mut out.attendees);
        if s.span.kind == SentenceKind::Sentence && next::is_next(&v) {
            out.next.push(number as u32);
        }
        if s.span.kind == SentenceKind::Sentence
            && let Some(at) = agenda::agenda(&v)
        {
            out.agenda.push((number as u32, at));
        }
    }
    let ago = |o: &Outcome| earlier::some_time_ago(o, &article.text, parsed.sentences[o.sentence as usize].span.start);
    out.outcomes.retain(|o| !ago(o));
    let month = |o: &Outcome| {
        let s = &parsed.sentences[o.sentence as usize].span;
        s.kind == SentenceKind::Sentence
            && opens_with_a_month(o, &article.text, s.start, &told.facts[o.sentence as usize].dates, told.day)
    };
    out.outcomes.retain(|o| !month(o));
    if told.day.is_none() {
        let one = |o: &Outcome| parsed.sentences[o.sentence as usize].span.kind == SentenceKind::Sentence;
        out.outcomes.retain(|o| !(one(o) && is_of_a_year(o, &article.text, &told.facts[o.sentence as usize].dates)));
    }
    if let Some(day) = told.day {
        out.outcomes.retain(|o| {
            let number = o.sentence as usize;
            let ends = lexicon.takes(o.phrase).any(|t| t == "subject" || t == "verb");
            let deed = lexicon.role(o.phrase) == Some("release_general");
            let dates = &told.facts[number].dates;
            let earlier = is_earlier(o, (ends, deed), &article.text, parsed.sentences[number].span.start, dates, day)
                || (out.earlier.last().is_some_and(|&e| e + 1 == o.sentence)
                    && dates.is_empty()
                    && goes_on(&parsed.sentences[number], &article.text));
            if earlier {
                out.earlier.push(o.sentence);
            }
            !earlier
        });
        out.earlier.retain(|&s| !out.outcomes.iter().any(|o| o.sentence == s) && !statements.iter().any(|t| t.sentence == s));
    }
    out
}

/// `وفي ما يخص تعز، لم يُتفق على وقف لإطلاق النار`: a truce in Taiz, and none elsewhere. Where the matter tells the topic itself, nothing is added.
fn about_topic(v: &View, statements: &[Statement], found: &mut [Outcome]) {
    let Some((first, last)) = (if found.is_empty() { None } else { topic::topic(v) }) else { return };
    let Some(span) = topic::span(v) else { return };
    let word = |t: usize| v.raw(t).trim_start_matches("ال");
    for o in found.iter_mut() {
        let behind = o.span.1 > span.1 && o.words.is_none_or(|w| w.0 >= span.1);
        // Another who speaks in the sentence speaks of something else.
        let own = o.statement.is_none_or(|n| statements[n as usize].topic.is_some());
        let told = (last + 1..v.len())
            .filter(|&t| v.start(t) >= o.span.0 && v.end(t) <= o.span.1 && v.mark(t).is_none())
            .any(|t| (first..=last).any(|k| v.mark(k).is_none() && word(k) == word(t)));
        let cue = v.s.cues.iter().any(|m| v.id(m) == o.slot && m.first as usize >= first && m.last as usize <= last);
        o.topic = Some(span).filter(|_| behind && own && !told && !cue);
    }
}
