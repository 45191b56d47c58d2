//! What one article says, found by rule: sentences, mentions, dates, figures, statements, the round it is about.
//!
//! In: an [`Article`] and the compiled glossary. Out: an [`Analysis`], which holds places and ids, never text of its own. Pure: one article at a time, no disk, no clock; the
//! same article gives the same analysis wherever it is made.

mod agenda;
mod attending;
mod background;
mod besides;
pub mod dates;
pub mod figures;
mod heads;
pub mod json;
pub mod meta;
mod moved;
mod next;
pub mod numbers;
pub mod outcomes;
pub mod parse;
pub mod presence;
mod sides;
pub mod statements;
#[cfg(test)]
pub(crate) mod testing;
pub mod whole;

use chrono::NaiveDate;
use outcomes::Outcome;
use presence::{Named, Presence};
use serde::{Deserialize, Serialize};
use statements::Statement;

use self::dates::{Anchor, DateMention};
use self::figures::Figure;
use self::numbers::Number;
use self::parse::ParsedSentence;
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::{Match, Matcher};
use crate::round::evidence::{self, Item, RoundGuess};
use crate::round::tracks::Tracks;

/// What one article says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// Persons and offices that no entry knows, in text order.
    #[serde(default)]
    pub named: Vec<Named>,
    /// Numbers of the sentences that tell of a meeting to come, from 0.
    pub next: Vec<u32>,
    /// Sentences that say what the talks are about, with the first byte of the word that opens it.
    pub agenda: Vec<(u32, u32)>,
    /// What is wrong in the text.
    pub defects: Vec<Defect>,
}

/// The name of a rule. There are only those of this program.
pub type Rule = &'static str;

/// A piece of metadata and how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known<T> {
    /// The value.
    pub value: T,
    /// The rule that inferred it; `None` if the file states it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "whole::some_rule")]
    pub rule: Option<Rule>,
    /// The words it was inferred from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Dates in it, in text order, resolved as far as they can be.
    pub dates: Vec<DateMention>,
    /// Figures in it, in text order.
    pub figures: Vec<Figure>,
    /// True if it names the next round or meeting.
    pub next_round: bool,
}

/// What the rules for numbers and dates found in one sentence, for those that come after them.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Numbers.
    pub numbers: Vec<Number>,
    /// Dates.
    pub dates: Vec<DateMention>,
}

/// A glossary entry found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// First byte, clitics not included.
    pub start: u32,
    /// Byte after the last, clitics not included.
    pub end: u32,
    /// Number of the entry in the lexicon.
    pub entry: EntryId,
}

/// Something wrong in the text, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defect {
    /// What it is.
    pub kind: DefectKind,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// Analyses one article. Dates are read first as they are said; they and the names tell the round, the round's days and the days of the week tell the article's date, and against
/// that the dates are resolved.
pub fn analyze(article: &Article, matcher: &mut Matcher, tracks: &Tracks) -> Analysis {
    let mut parsed = parse::parse(article, matcher);
    let lexicon = matcher.lexicon();
    let mut meta = meta::infer(article, &parsed, lexicon);
    let mut facts: Vec<Facts> = parsed.sentences.iter().map(|s| self::facts(&article.text, s, lexicon)).collect();
    if meta.date.is_none() {
        meta.date = meta::dateline(&article.text, &parsed, &facts).or_else(|| meta::file_name(article));
    }
    let title = headline(article, matcher);
    let weighed = {
        let apart = title.iter().map(|(text, s, facts)| Item { text, s, facts, apart: true });
        let inside = parsed.sentences.iter().zip(&facts).map(|(s, facts)| Item { text: &article.text, s, facts, apart: false });
        let items: Vec<Item> = apart.chain(inside).collect();
        evidence::weigh(article, &items, lexicon, tracks, meta.date.as_ref().map(|d| d.value))
    };
    if meta.date.is_none() {
        meta.date = meta::date(&article.text, &parsed, &facts, weighed.window, weighed.ahead);
    }
    let anchor = match (&meta.date, weighed.window) {
        (Some(date), _) => Some(Anchor { date: date.value, exact: true }),
        (None, Some((_, end))) => Some(Anchor { date: end, exact: false }),
        (None, None) => None,
    };
    for facts in &mut facts {
        dates::resolve(&mut facts.dates, anchor);
    }
    let mut background: Vec<bool> = weighed.background.into_iter().skip(usize::from(title.is_some())).collect();
    let mut statements = statements::find(article, &parsed, lexicon);
    // Where only the round dates the article, its first day does: what came about in it is of it.
    let day = meta.date.as_ref().map(|d| d.value).or_else(|| weighed.window.map(|(start, _)| start));
    if let Some(date) = &meta.date {
        for (i, s) in parsed.sentences.iter().enumerate() {
            background[i] |= background::is_earlier(s, &facts[i], lexicon, date.value)
                || (i > 0 && background[i - 1] && evidence::goes_on(&article.text, s));
        }
    }
    let told = outcomes::Told { background: &background, facts: &facts, day };
    let found = outcomes::find(article, &parsed, &told, &statements, lexicon);
    for &sentence in &found.earlier {
        background[sentence as usize] = true;
    }
    let sentences: Vec<Sentence> = parsed
        .sentences
        .iter()
        .zip(facts)
        .zip(background)
        .map(|((s, facts), background)| {
            let mut figures = Vec::new();
            figures::find(&article.text, s, lexicon, &facts.numbers, &facts.dates, &mut figures);
            Sentence {
                start: s.span.start,
                end: s.span.end,
                kind: s.span.kind,
                paragraph: s.span.paragraph,
                words: s.words(),
                mentions: mentions(s, lexicon),
                background,
                dates: facts.dates,
                figures,
                next_round: s.cues.iter().any(|m| lexicon.frames[lexicon.forms[m.form as usize].entry as usize].next),
            }
        })
        .collect();
    let mut named = found.attendees.named;
    sides::resolve(article, &sentences, &mut statements, &mut named, lexicon);
    let analysis = Analysis {
        id: article.id.clone(),
        meta,
        round: weighed.guess,
        sentences,
        statements,
        outcomes: found.outcomes,
        presence: found.attendees.known,
        named,
        next: found.next,
        agenda: found.agenda,
        defects: std::mem::take(&mut parsed.defects),
    };
    parsed.give_back(matcher);
    analysis
}

/// The headline that the file states, taken apart, if the text does not begin with it.
fn headline<'a>(article: &'a Article, matcher: &mut Matcher) -> Option<(&'a str, ParsedSentence, Facts)> {
    let title = article.meta.title.as_deref()?;
    if article.text.trim_start().starts_with(title.trim()) {
        return None;
    }
    let sentence = parse::headline(title, matcher);
    let facts = facts(title, &sentence, matcher.lexicon());
    Some((title, sentence, facts))
}

fn facts(text: &str, s: &ParsedSentence, lexicon: &Lexicon) -> Facts {
    let mut facts = Facts::default();
    numbers::find(text, s, &mut facts.numbers);
    dates::find(text, s, lexicon, &facts.numbers, &mut facts.dates);
    facts
}

/// Names and terms, and the slots that say more than what they are made of (`بيان مشترك`); one at each place, in text order.
fn mentions(s: &ParsedSentence, lexicon: &Lexicon) -> Vec<Mention> {
    let mention = |m: &Match| Mention { start: m.start, end: m.end, entry: lexicon.forms[m.form as usize].entry };
    let slots = || s.cues.iter().filter(|c| lexicon.forms[c.form as usize].kind == Kind::Slot);
    let over = |c: &Match, m: &Match| c.first <= m.last && m.first <= c.last;
    let wins = |c: &Match| {
        s.matches
            .iter()
            .filter(|m| over(c, m))
            .all(|m| m.first >= c.first && m.last <= c.last && (m.first, m.last) != (c.first, c.last))
    };
    let slots: Vec<&Match> = slots().filter(|c| wins(c)).collect();
    let mut out = Vec::with_capacity(s.matches.len() + slots.len());
    out.extend(s.matches.iter().filter(|m| !slots.iter().any(|c| over(c, m))).map(mention));
    if !slots.is_empty() {
        out.extend(slots.into_iter().map(mention));
        out.sort_by_key(|m| m.start);
    }
    out
}
