//! An analysis as `mujaz analyze` prints it: entries by id, places as bytes.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::dates::{DateMention, From, Precision};
use super::figures::{Figure, Modifier};
use super::statements::{Span, Statement, Who};
use super::{Analysis, Defect, Mention, Meta, sentence_kind};
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::round::evidence::RoundGuess;

/// An analysis as `mujaz analyze` prints it.
#[derive(Serialize)]
pub struct AnalysisJson<'a> {
    id: &'a str,
    meta: &'a Meta,
    round: &'a Option<RoundGuess>,
    sentences: Vec<SentenceJson<'a>>,
    statements: Vec<StatementJson<'a>>,
    outcomes: Vec<OutcomeJson<'a>>,
    defects: &'a [Defect],
}

#[derive(Serialize)]
struct SentenceJson<'a> {
    start: u32,
    end: u32,
    kind: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    background: bool,
    mentions: Mentions<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dates: Vec<DateJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    figures: Vec<FigureJson<'a>>,
}

#[derive(Serialize)]
struct DateJson {
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<NaiveDate>,
    precision: Precision,
    from: From,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'static str>,
}

#[derive(Serialize)]
struct FigureJson<'a> {
    start: u32,
    end: u32,
    value: serde_json::Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    modifier: Modifier,
}

struct Mentions<'a>(&'a [Mention], &'a Lexicon);

impl Serialize for Mentions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct One<'a> {
            start: u32,
            end: u32,
            entry: &'a str,
        }
        serializer.collect_seq(self.0.iter().map(|m| One {
            start: m.start,
            end: m.end,
            entry: &self.1.entries[m.entry as usize].id,
        }))
    }
}

/// A statement. Spans are `[start, end]`; what is empty is left out.
#[derive(Serialize)]
struct StatementJson<'a> {
    sentence: u32,
    /// Id of the person, body or office.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    /// `entry`, `office`, `source`, `words` or `unresolved`.
    kind: &'static str,
    by: &'static str,
    #[serde(skip_serializing_if = "empty")]
    speaker_span: Span,
    #[serde(skip_serializing_if = "empty")]
    role: Span,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb_span: Option<Span>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    negated: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    quoted: bool,
    content: Span,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    addressee: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Span>,
}

#[derive(Serialize)]
struct OutcomeJson<'a> {
    sentence: u32,
    slot: &'a str,
    status: &'static str,
    phrase: &'a str,
    span: Span,
    /// Number of the statement it stands in, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<u32>,
    /// The words that tell the matter, where no slot does.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Span>,
}

fn empty(span: &Span) -> bool {
    span.0 == span.1
}

fn statement<'a>(s: &'a Statement, lexicon: &'a Lexicon) -> StatementJson<'a> {
    let id = |n: EntryId| lexicon.entries[n as usize].id.as_str();
    let (speaker, kind) = match s.speaker.who {
        Who::Entry(n) => (Some(id(n)), "entry"),
        Who::Office(n) => (Some(id(n)), "office"),
        Who::Source(n) => (n.map(id), "source"),
        Who::Words => (None, "words"),
        Who::Unresolved => (None, "unresolved"),
    };
    StatementJson {
        sentence: s.sentence,
        speaker,
        kind,
        by: s.speaker.by.as_str(),
        speaker_span: s.speaker.span,
        role: s.speaker.role,
        of: s.speaker.of.map(id),
        verb: s.verb.map(|v| id(v.entry)),
        stance: s.verb.and_then(|v| lexicon.entries[v.entry as usize].stance.as_deref()),
        verb_span: s.verb.map(|v| v.span),
        negated: s.negated,
        quoted: s.quoted,
        content: s.content,
        topics: s.topics.iter().map(|&n| id(n)).collect(),
        addressee: s.addressee.map(id),
        via: s.via.map(id),
        time: s.time,
        place: s.place,
    }
}

impl Analysis {
    /// The analysis as output prints it.
    #[must_use]
    pub fn json<'a>(&'a self, lexicon: &'a Lexicon) -> AnalysisJson<'a> {
        let sentences = self
            .sentences
            .iter()
            .map(|s| SentenceJson {
                start: s.start,
                end: s.end,
                kind: sentence_kind(s.kind),
                background: s.background,
                mentions: Mentions(&s.mentions, lexicon),
                dates: s.dates.iter().map(date_json).collect(),
                figures: s.figures.iter().map(|f| figure_json(f, lexicon)).collect(),
            })
            .collect();
        let statements = self.statements.iter().map(|s| statement(s, lexicon)).collect();
        let id = |n: EntryId| lexicon.entries[n as usize].id.as_str();
        let outcomes = self.outcomes.iter().map(|o| OutcomeJson {
            sentence: o.sentence,
            slot: id(o.slot),
            status: o.status.as_str(),
            phrase: id(o.phrase),
            span: o.span,
            statement: o.statement,
            words: o.words,
        });
        AnalysisJson {
            id: &self.id,
            meta: &self.meta,
            round: &self.round,
            sentences,
            statements,
            outcomes: outcomes.collect(),
            defects: &self.defects,
        }
    }
}

fn date_json(d: &DateMention) -> DateJson {
    const PARTS: [&str; 7] = ["dawn", "morning", "noon", "afternoon", "evening", "night", "eve"];
    let part = d.part.and_then(|p| PARTS.get(usize::from(p).wrapping_sub(1)).copied());
    DateJson {
        start: d.start,
        end: d.end,
        first: d.date.map(|r| r.start),
        last: d.date.map(|r| r.end),
        precision: d.precision,
        from: d.from,
        part,
    }
}

fn figure_json<'a>(f: &Figure, lexicon: &'a Lexicon) -> FigureJson<'a> {
    let value = if f.value % 1000 == 0 {
        serde_json::Number::from(f.value / 1000)
    } else {
        serde_json::Number::from_f64(f.value as f64 / 1000.0).unwrap_or_else(|| (f.value / 1000).into())
    };
    FigureJson {
        start: f.start,
        end: f.end,
        value,
        unit: f.unit.map(|u| lexicon.entries[u as usize].id.as_str()),
        modifier: f.modifier,
    }
}
