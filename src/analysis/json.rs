//! An analysis as `mujaz analyze` prints it: entries by id, places as bytes.

use serde::Serialize;

use super::dates::DateMention;
use super::figures::Figure;
use super::outcomes::Outcome;
use super::statements::{Span, Statement, Who};
use super::{Analysis, Mention, Sentence, sentence_kind};
use crate::glossary::lexicon::{EntryId, Lexicon};

/// An object that is being written. Its keys, and the texts that are not escaped, are names and ids of ours: lower-case letters, digits, hyphens and underscores.
struct Object<'o> {
    out: &'o mut Vec<u8>,
    empty: bool,
}

impl<'o> Object<'o> {
    fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, empty: true }
    }

    /// Begins a field.
    fn field(&mut self, key: &str) -> &mut Vec<u8> {
        raw(self.out, if self.empty { "{\"" } else { ",\"" });
        raw(self.out, key);
        raw(self.out, "\":");
        self.empty = false;
        self.out
    }

    fn number(&mut self, key: &str, n: u32) {
        number(self.field(key), n);
    }

    fn name(&mut self, key: &str, name: &str) {
        quoted(self.field(key), name);
    }

    /// A name, if there is one.
    fn maybe(&mut self, key: &str, name: Option<&str>) {
        if let Some(name) = name {
            self.name(key, name);
        }
    }

    /// A field that is left out where it is not so.
    fn flag(&mut self, key: &str, is: bool) {
        if is {
            raw(self.field(key), "true");
        }
    }

    /// `[start, end]`, if there is one.
    fn span(&mut self, key: &str, span: Option<Span>) {
        if let Some((start, end)) = span {
            let out = self.field(key);
            raw(out, "[");
            number(out, start);
            raw(out, ",");
            number(out, end);
            raw(out, "]");
        }
    }

    fn value(&mut self, key: &str, of: &impl Serialize) {
        value(self.field(key), of);
    }

    fn close(self) {
        raw(self.out, "}");
    }
}

/// A statement; what is empty is left out. `kind` is `entry`, `office`, `source`, `words` or `unresolved`.
fn statement(out: &mut Vec<u8>, s: &Statement, lexicon: &Lexicon) {
    let id = |n: EntryId| lexicon.entries.id(n);
    let some = |span: Span| Some(span).filter(|(start, end)| start != end);
    let (speaker, kind) = match s.speaker.who {
        Who::Entry(n) => (Some(id(n)), "entry"),
        Who::Office(n) => (Some(id(n)), "office"),
        Who::Source(n) => (n.map(id), "source"),
        Who::Words => (None, "words"),
        Who::Unresolved => (None, "unresolved"),
    };
    let mut o = Object::new(out);
    o.number("sentence", s.sentence);
    o.maybe("speaker", speaker);
    o.name("kind", kind);
    o.value("by", &s.speaker.by.as_str());
    o.span("speaker_span", some(s.speaker.span));
    o.span("role", some(s.speaker.role));
    o.maybe("of", s.speaker.of.map(id));
    o.maybe("verb", s.verb.map(|v| id(v.entry)));
    if let Some(stance) = s.verb.and_then(|v| lexicon.stance(v.entry)) {
        o.value("stance", &stance);
    }
    o.span("verb_span", s.verb.map(|v| v.span));
    o.flag("negated", s.negated);
    o.flag("quoted", s.quoted);
    o.span("content", Some(s.content));
    o.span("topic", s.topic);
    if !s.topics.is_empty() {
        list(o.field("topics"), &s.topics, |out, &n| quoted(out, id(n)));
    }
    o.maybe("addressee", s.addressee.map(id));
    o.maybe("via", s.via.map(id));
    o.span("time", s.time);
    o.span("place", s.place);
    o.close();
}

/// An outcome: `statement` is the number of the one it stands in, `words` tell the matter where no slot does.
fn outcome(out: &mut Vec<u8>, of: &Outcome, lexicon: &Lexicon) {
    let mut o = Object::new(out);
    o.number("sentence", of.sentence);
    o.name("slot", lexicon.entries.id(of.slot));
    o.value("status", &of.status.as_str());
    o.name("phrase", lexicon.entries.id(of.phrase));
    o.span("span", Some(of.span));
    if let Some(statement) = of.statement {
        o.number("statement", statement);
    }
    o.span("words", of.words);
    o.span("topic", of.topic);
    o.close();
}

impl Analysis {
    /// Appends the analysis as output prints it, one object without a line end.
    pub fn write(&self, lexicon: &Lexicon, out: &mut Vec<u8>) {
        raw(out, "{\"id\":");
        value(out, &self.id);
        raw(out, ",\"meta\":");
        value(out, &self.meta);
        raw(out, ",\"round\":");
        value(out, &self.round);
        raw(out, ",\"sentences\":");
        list(out, &self.sentences, |out, s| sentence(out, s, lexicon));
        raw(out, ",\"statements\":");
        list(out, &self.statements, |out, s| statement(out, s, lexicon));
        raw(out, ",\"outcomes\":");
        list(out, &self.outcomes, |out, o| outcome(out, o, lexicon));
        raw(out, ",\"defects\":");
        value(out, &self.defects);
        raw(out, "}");
    }
}

fn sentence(out: &mut Vec<u8>, s: &Sentence, lexicon: &Lexicon) {
    place(out, s.start, s.end);
    raw(out, ",\"kind\":\"");
    raw(out, sentence_kind(s.kind));
    raw(out, if s.background { "\",\"background\":true,\"mentions\":" } else { "\",\"mentions\":" });
    list(out, &s.mentions, |out, m| mention(out, m, lexicon));
    if !s.dates.is_empty() {
        raw(out, ",\"dates\":");
        list(out, &s.dates, date);
    }
    if !s.figures.is_empty() {
        raw(out, ",\"figures\":");
        list(out, &s.figures, |out, f| figure(out, f, lexicon));
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
    raw(out, "{\"start\":");
    number(out, start);
    raw(out, ",\"end\":");
    number(out, end);
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

fn quoted(out: &mut Vec<u8>, name: &str) {
    raw(out, "\"");
    raw(out, name);
    raw(out, "\"");
}

fn number(out: &mut Vec<u8>, n: u32) {
    raw(out, itoa::Buffer::new().format(n));
}

fn date(out: &mut Vec<u8>, d: &DateMention) {
    const PARTS: [&str; 7] = ["dawn", "morning", "noon", "afternoon", "evening", "night", "eve"];
    let mut o = Object::new(out);
    o.number("start", d.start);
    o.number("end", d.end);
    if let Some(range) = &d.date {
        o.value("first", &range.start);
        o.value("last", &range.end);
    }
    o.value("precision", &d.precision);
    o.value("from", &d.from);
    o.maybe("part", d.part.and_then(|p| PARTS.get(usize::from(p).wrapping_sub(1)).copied()));
    o.close();
}

/// A figure; `upper` is the higher value of a range.
fn figure(out: &mut Vec<u8>, f: &Figure, lexicon: &Lexicon) {
    let number = |thousandths: i64| -> serde_json::Number {
        match thousandths % 1000 {
            0 => (thousandths / 1000).into(),
            _ => serde_json::Number::from_f64(thousandths as f64 / 1000.0).unwrap_or_else(|| (thousandths / 1000).into()),
        }
    };
    let mut o = Object::new(out);
    o.number("start", f.start);
    o.number("end", f.end);
    o.value("value", &number(f.value));
    if let Some(upper) = f.upper {
        o.value("upper", &number(upper));
    }
    o.maybe("unit", f.unit.map(|u| lexicon.entries.id(u)));
    o.value("modifier", &f.modifier);
    o.close();
}
