//! Statements: who said what.
//!
//! In: an article taken apart. Out: every report of speech, with its speaker, its verb, and the place of its content. A frame is found by its verb (`frame`); its
//! speaker stands behind the verb, before it, or is left out (`speaker`, `memory`); its content begins at a particle, a colon, a quotation mark, or behind the
//! speaker (`content`). Which words are reporting verbs, what their content begins with and who may speak is data ([`crate::glossary::frames`]).

mod according;
mod acting;
mod addressed;
mod apposition;
mod body;
mod circumstance;
mod content;
mod extent;
mod frame;
mod full_name;
pub(crate) mod holder;
mod joint;
mod learn;
mod left_out;
mod masdar;
mod memory;
mod ministries;
mod modifier;
mod name;
mod nothing;
mod object;
mod office;
mod offices;
mod opening;
mod participle;
pub(crate) mod people;
mod relayed;
mod reports;
pub(crate) mod speaker;
mod subject;
mod surnames;
#[cfg(test)]
mod tests;
pub(crate) mod topic;
mod unknown;
mod verb;
pub(crate) mod view;

use crate::analysis::parse::Parsed;
use crate::arabic::fold::fold;
use crate::article::Article;
use crate::glossary::lexicon::{EntryId, Lexicon};
use serde::{Deserialize, Serialize};

/// First byte, and the byte after the last.
pub type Span = (u32, u32);

/// One report of speech.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Number of the sentence, from 0.
    pub sentence: u32,
    /// Who speaks.
    pub speaker: Speaker,
    /// How; `None` for `NAME: …`.
    pub verb: Option<Verb>,
    /// True if the verb itself is negated (`لم يؤكد`).
    pub negated: bool,
    /// True if the content stands in quotation marks as a whole.
    pub quoted: bool,
    /// What is said, without the particle, the outer quotation marks and the final stop.
    pub content: Span,
    /// What the sentence says before the verb that this is about: `وفي ما يخص تعز، أشار X إلى أن`.
    #[serde(default)]
    pub topic: Option<Span>,
    /// Slots and terms the content is about, in text order, each once.
    pub topics: Vec<EntryId>,
    /// Who is spoken to or about, where the verb takes a person.
    pub addressee: Option<EntryId>,
    /// The agency or channel that passes it on.
    pub via: Option<EntryId>,
    /// The words that say when it was said.
    pub time: Option<Span>,
    /// The words that say where it was said.
    pub place: Option<Span>,
}

/// The verb of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verb {
    /// Its entry; of a connective for `بحسب` and `أفادت الأنباء`.
    pub entry: EntryId,
    /// Its place.
    pub span: Span,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Who it is.
    pub who: Who,
    /// The words that name the speaker; of the earlier ones when the speaker is left out. Empty when nothing does.
    pub span: Span,
    /// The role that the text gives beside a name. Empty when there is none.
    pub role: Span,
    /// The country, side or body that the words tie the speaker to.
    pub of: Option<EntryId>,
    /// How the speaker was found.
    pub by: Resolved,
}

impl Speaker {
    /// Nobody.
    pub(crate) fn nobody() -> Self {
        Self { who: Who::Unresolved, span: (0, 0), role: (0, 0), of: None, by: Resolved::Unresolved }
    }
}

/// What is known of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Who {
    /// A person, body or country of the glossary.
    Entry(EntryId),
    /// The holder of an office, not named.
    Office(EntryId),
    /// A source, an official, a correspondent who is not named; the title, if there is one.
    Source(Option<EntryId>),
    /// Named in words that the glossary does not know; the span is that of the fullest name the article gave before.
    Words,
    /// Not known.
    Unresolved,
}

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Resolved {
    /// Named with the verb.
    Named,
    /// By an office whose holder the article named before, or by an office alone.
    Title,
    /// Left out, and taken from the statement before.
    CarriedOver,
    /// Left out, and nothing fits.
    Unresolved,
}

impl Resolved {
    /// The name that output uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Title => "title",
            Self::CarriedOver => "carried over",
            Self::Unresolved => "unresolved",
        }
    }
}

/// The statements of an article, in text order.
#[must_use]
pub fn find(article: &Article, parsed: &Parsed, lexicon: &Lexicon) -> Vec<Statement> {
    let mut memory = memory::Memory::default();
    let mut out = Vec::new();
    for number in 0..parsed.sentences.len() {
        frame::sentence(&article.text, parsed, number, lexicon, &mut memory, &mut out);
    }
    name_headings(&article.text, &mut out, lexicon);
    surnames::resolve(&article.text, parsed, &mut out, lexicon);
    out
}

/// A heading calls a speaker by a short name; the statements below it say who that is.
fn name_headings(text: &str, statements: &mut [Statement], lexicon: &Lexicon) {
    for i in 0..statements.len() {
        if statements[i].verb.is_some() || statements[i].speaker.who != Who::Words {
            continue;
        }
        let (a, b) = statements[i].speaker.span;
        let words = fold(&text[a as usize..b as usize]);
        let named = statements[i + 1..].iter().take(3).find_map(|s| match s.speaker.who {
            Who::Entry(id)
                if lexicon.entries[id as usize]
                    .short
                    .iter()
                    .chain(&lexicon.entries[id as usize].ar)
                    .any(|f| fold(f) == words) =>
            {
                Some(id)
            }
            _ => None,
        });
        let introduced = statements[i + 1..]
            .iter()
            .take(3)
            .map(|s| s.speaker)
            .find(|s| people::called(&text[a as usize..b as usize], text, s));
        if let Some(id) = named {
            statements[i].speaker.who = Who::Entry(id);
        } else if let Some(speaker) = introduced {
            statements[i].speaker = Speaker { by: Resolved::Named, ..speaker };
        }
    }
}
