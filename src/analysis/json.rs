//! An analysis as `mujaz analyze` prints it: entries by id, places as bytes.

use chrono::NaiveDate;
use serde::Serialize;

use super::dates::{DateMention, From, Precision};
use super::figures::{Figure, Modifier};
use super::outcomes::Outcome;
use super::statements::{Span, Statement, Who};
use super::{Analysis, Mention, Sentence, sentence_kind};
use crate::glossary::lexicon::{EntryId, Lexicon};

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
    /// The higher value of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<serde_json::Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    modifier: Modifier,
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
    let id = |n: EntryId| lexicon.entries.id(n);
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
    /// Appends the analysis as output prints it, one object without a line end.
    pub fn write(&self, lexicon: &Lexicon, out: &mut Vec<u8>) {
        let id = |n: EntryId| lexicon.entries.id(n);
        let outcome = |o: &Outcome| OutcomeJson {
            sentence: o.sentence,
            slot: id(o.slot),
            status: o.status.as_str(),
            phrase: id(o.phrase),
            span: o.span,
            statement: o.statement,
            words: o.words,
        };
        raw(out, "{\"id\":");
        value(out, &self.id);
        raw(out, ",\"meta\":");
        value(out, &self.meta);
        raw(out, ",\"round\":");
        value(out, &self.round);
        raw(out, ",\"sentences\":");
        list(out, &self.sentences, |out, s| sentence(out, s, lexicon));
        raw(out, ",\"statements\":");
        list(out, &self.statements, |out, s| value(out, &statement(s, lexicon)));
        raw(out, ",\"outcomes\":");
        list(out, &self.outcomes, |out, o| value(out, &outcome(o)));
        raw(out, ",\"defects\":");
        value(out, &self.defects);
        raw(out, "}");
    }
}

// Sentences and mentions are nine tenths of the output, and are written without a serializer.

fn sentence(out: &mut Vec<u8>, s: &Sentence, lexicon: &Lexicon) {
    place(out, s.start, s.end);
    raw(out, ",\"kind\":\"");
    raw(out, sentence_kind(s.kind));
    raw(out, if s.background { "\",\"background\":true,\"mentions\":" } else { "\",\"mentions\":" });
    list(out, &s.mentions, |out, m| mention(out, m, lexicon));
    if !s.dates.is_empty() {
        raw(out, ",\"dates\":");
        list(out, &s.dates, |out, d| value(out, &date_json(d)));
    }
    if !s.figures.is_empty() {
        raw(out, ",\"figures\":");
        list(out, &s.figures, |out, f| value(out, &figure_json(f, lexicon)));
    }
    raw(out, "}");
}

fn mention(out: &mut Vec<u8>, m: &Mention, lexicon: &Lexicon) {
    place(out, m.start, m.end);
    raw(out, ",\"entry\":\"");
    // Ids are lower-case letters, digits, hyphens and underscores.
    raw(out, lexicon.entries.id(m.entry));
    raw(out, "\"}");
}

/// An object that begins with a place, left open.
fn place(out: &mut Vec<u8>, start: u32, end: u32) {
    let mut digits = itoa::Buffer::new();
    raw(out, "{\"start\":");
    raw(out, digits.format(start));
    raw(out, ",\"end\":");
    raw(out, digits.format(end));
}

fn list<T>(out: &mut Vec<u8>, items: &[T], mut each: impl FnMut(&mut Vec<u8>, &T)) {
    for (i, item) in items.iter().enumerate() {
        raw(out, if i == 0 { "[" } else { "," });
        each(out, item);
    }
    raw(out, if items.is_empty() { "[]" } else { "]" });
}

fn value(out: &mut Vec<u8>, value: &impl Serialize) {
    // Writing to memory cannot fail, and the types hold nothing that JSON refuses.
    let _ = serde_json::to_writer(out, value);
}

fn raw(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
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
    let number = |thousandths: i64| match thousandths % 1000 {
        0 => (thousandths / 1000).into(),
        _ => serde_json::Number::from_f64(thousandths as f64 / 1000.0).unwrap_or_else(|| (thousandths / 1000).into()),
    };
    FigureJson {
        start: f.start,
        end: f.end,
        value: number(f.value),
        upper: f.upper.map(number),
        unit: f.unit.map(|u| lexicon.entries.id(u)),
        modifier: f.modifier,
    }
}
