//! What one article says, found by rule: sentences, mentions, dates, figures, statements, the round it is about.
//!
//! In: an [`Article`] and the compiled glossary. Out: an [`Analysis`], which holds places and ids, never text of its own. Pure: one article at a time, no disk, no clock; the
//! same article gives the same analysis wherever it is made.

pub mod json;
pub mod meta;
pub mod outcomes;
pub mod parse;
pub mod presence;
pub mod statements;

use chrono::NaiveDate;
use outcomes::Outcome;
use presence::Presence;
use serde::Serialize;
use statements::Statement;

use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Matcher;
use crate::round::evidence::{self, RoundGuess};
use crate::round::tracks::Tracks;

/// What one article says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Id of the article.
    pub id: String,
    /// Title, outlet and date: stated by the file, or inferred from the text.
    pub meta: Meta,
    /// The round that the article's own text says best; `None` when nothing does.
    pub round: Option<RoundGuess>,
    /// All sentences, headings and by-lines, in text order.
    pub sentences: Vec<Sentence>,
    /// Who said what, in text order.
    pub statements: Vec<Statement>,
    /// What became of what, in text order.
    pub outcomes: Vec<Outcome>,
    /// Who came and who did not, in text order.
    pub presence: Vec<Presence>,
    /// Numbers of the sentences that tell of a meeting to come, from 0.
    pub next: Vec<u32>,
    /// Sentences that say what the talks are about, with the first byte of the word that opens it.
    pub agenda: Vec<(u32, u32)>,
    /// What is wrong in the text.
    pub defects: Vec<Defect>,
}

/// A piece of metadata and how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Known<T> {
    /// The value.
    pub value: T,
    /// The rule that inferred it; `None` if the file states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
    /// The words it was inferred from.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ar: String,
}

impl<T> Known<T> {
    /// A value that the file states.
    pub fn stated(value: T) -> Self {
        Self { value, rule: None, ar: String::new() }
    }

    /// A value that a rule infers from `ar`.
    pub fn inferred(value: T, rule: &'static str, ar: impl Into<String>) -> Self {
        Self { value, rule: Some(rule), ar: ar.into() }
    }
}

/// Metadata of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// Headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Known<String>>,
    /// Outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Known<String>>,
    /// Day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Known<NaiveDate>>,
}

/// A sentence, heading or by-line.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// First byte in the article's text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it is.
    pub kind: SentenceKind,
    /// Paragraph, from 0.
    pub paragraph: u32,
    /// How many words it has.
    pub words: u32,
    /// Glossary entries found in it, in text order.
    pub mentions: Vec<Mention>,
    /// True if it tells of an earlier round.
    pub background: bool,
    /// True if it names the next round or meeting.
    pub next_round: bool,
}

/// A glossary entry found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// First byte, clitics not included.
    pub start: u32,
    /// Byte after the last, clitics not included.
    pub end: u32,
    /// Number of the entry in the lexicon.
    pub entry: EntryId,
}

/// Something wrong in the text, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Defect {
    /// What it is.
    pub kind: DefectKind,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DefectKind {
    /// Words run together.
    GluedWords,
    /// A sentence with an odd number of quotation marks.
    UnbalancedQuotes,
    /// A full stop with no blank behind it.
    MissingSpace,
    /// `.,` between paragraphs.
    Joint,
}

impl DefectKind {
    /// The name that output uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::GluedWords => "glued-words",
            Self::UnbalancedQuotes => "unbalanced-quotes",
            Self::MissingSpace => "missing-space",
            Self::Joint => "joint",
        }
    }
}

/// The name of a kind of sentence in output.
#[must_use]
pub fn sentence_kind(kind: SentenceKind) -> &'static str {
    match kind {
        SentenceKind::Title => "title",
        SentenceKind::Heading => "heading",
        SentenceKind::Sentence => "sentence",
        SentenceKind::Byline => "byline",
        SentenceKind::SourceLine => "source",
        SentenceKind::Furniture => "furniture",
    }
}

/// Analyses one article.
pub fn analyze(article: &Article, matcher: &mut Matcher, tracks: &Tracks) -> Analysis {
    let parsed = parse::parse(article, matcher);
    let meta = meta::infer(article, &parsed, matcher.lexicon());
    let (round, background) = evidence::weigh(article, &parsed, matcher.lexicon(), tracks, meta.date.as_ref().map(|d| d.value));
    let lexicon = matcher.lexicon();
    let statements = statements::find(article, &parsed, lexicon);
    let found = outcomes::find(article, &parsed, &background, &statements, lexicon);
    let sentences = parsed
        .sentences
        .iter()
        .zip(background)
        .map(|(s, background)| Sentence {
            start: s.span.start,
            end: s.span.end,
            kind: s.span.kind,
            paragraph: s.span.paragraph,
            words: s.words(),
            mentions: s.matches.iter().map(|m| Mention { start: m.start, end: m.end, entry: lexicon.forms[m.form as usize].entry }).collect(),
            background,
            next_round: s.cues.iter().any(|m| lexicon.frames[lexicon.forms[m.form as usize].entry as usize].next),
        })
        .collect();
    Analysis { id: article.id.clone(), meta, round, sentences, statements, outcomes: found.outcomes, presence: found.presence, next: found.next, agenda: found.agenda, defects: parsed.defects }
}
