//! A node: one word, or several that are one entry, with the one reading that the context chose.

use super::generate;
use super::lexicon::Lemma;
use super::verb::Time;
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};

/// What a node is to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pos {
    /// A common noun or term.
    Noun,
    /// An office that stands before a name.
    Title,
    /// A verbal noun.
    Masdar,
    /// An adjective, demonym or ordinal.
    Adjective,
    /// A proper name.
    Name,
    /// A number.
    Number,
    /// A date, weekday, word of time, adverb or fixed phrase: carried over where it stands.
    Adverb,
    /// A finite verb.
    Verb,
    /// An active participle.
    Active,
    /// A passive participle.
    Passive,
    /// A preposition.
    Prep,
    /// و, أو …
    Conj,
    /// A word that opens a clause (because, while).
    Clause,
    /// If.
    If,
    /// In order to.
    InOrder,
    /// أن إن.
    That,
    /// لم لن لا ما.
    Neg,
    /// ليس.
    IsNot,
    /// دون بدون بلا.
    Without,
    /// غير.
    Non,
    /// عدم.
    NonMasdar,
    /// قد.
    Qad,
    /// سوف.
    Will,
    /// A pronoun of its own.
    Pron,
    /// This, that.
    Dem,
    /// Who, which.
    Rel,
    /// All, some, any.
    Quant,
    /// هناك.
    There,
    /// ما that is no negator.
    What,
    /// Must, can, cannot: stands before a verb.
    Modal,
    /// A mark.
    Mark(char),
    /// A word that nothing knows.
    Unknown,
}

/// A word with its reading.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) pos: Pos,
    /// English: the base of a verb, the singular of a noun.
    pub(super) en: String,
    /// Past and participle of a verb, where they differ from the lemma's.
    pub(super) forms: Option<(String, String)>,
    /// Its own lemma, or the verb's that it is made from.
    pub(super) lemma: Option<Lemma>,
    /// Its Arabic without clitics, folded letters shown.
    pub(super) ar: String,
    pub(super) plural: bool,
    pub(super) dual: bool,
    pub(super) feminine: bool,
    pub(super) human: bool,
    /// A person, party, organisation or country: what can speak.
    pub(super) agent: bool,
    pub(super) mass: bool,
    pub(super) definite: bool,
    /// The article is not written: names, and glossary phrases that begin with ال.
    pub(super) bare: bool,
    pub(super) and: bool,
    /// ب ل ك written onto it.
    pub(super) prep: Option<&'static str>,
    pub(super) will: bool,
    pub(super) pron: Option<Pronoun>,
    pub(super) accusative: bool,
    pub(super) tense: Tense,
    pub(super) person: Person,
    pub(super) passive: bool,
    /// The time that a condition gives a verb.
    pub(super) time: Option<Time>,
    pub(super) person_name: bool,
    /// English of its own as masdar (evacuation), no gerund.
    pub(super) own: bool,
    /// True for what counts as content.
    pub(super) content: bool,
    /// Negations in its English that its Arabic has, too.
    pub(super) negations: usize,
    /// From the glossary.
    pub(super) mention: bool,
    pub(super) weekday: bool,
    /// Written with hamza below alef: إن.
    pub(super) below: bool,
    /// Written with ف.
    pub(super) so: bool,
    pub(super) raw: (u32, u32),
    /// Another reading, with other English, was as likely.
    pub(super) tied: bool,
    /// The other reading is a verb and this one is none, or the reverse.
    pub(super) torn: bool,
}

impl Node {
    pub(super) fn new(pos: Pos, en: impl Into<String>) -> Self {
        Self {
            pos,
            en: en.into(),
            forms: None,
            lemma: None,
            ar: String::new(),
            plural: false,
            dual: false,
            feminine: false,
            human: false,
            agent: false,
            mass: false,
            definite: false,
            bare: false,
            and: false,
            prep: None,
            will: false,
            pron: None,
            accusative: false,
            tense: Tense::Perfect,
            person: Person::He,
            passive: false,
            time: None,
            person_name: false,
            own: false,
            content: false,
            negations: 0,
            mention: false,
            weekday: false,
            below: false,
            so: false,
            raw: (0, 0),
            tied: false,
            torn: false,
        }
    }

    /// True for what can be the head of a noun phrase.
    pub(super) fn nominal(&self) -> bool {
        matches!(self.pos, Pos::Noun | Pos::Title | Pos::Masdar | Pos::Name)
    }

    /// True for a noun that no preposition governs and no و joins: what may be a subject or an object.
    pub(super) fn ungoverned(&self) -> bool {
        self.nominal() && !self.and && self.prep.is_none()
    }

    /// True for a day, an hour and the like, in any number.
    pub(super) fn time_unit(&self) -> bool {
        time_unit(&self.en)
    }

    /// True for what somebody wants to reach: the deed behind it is that.
    pub(super) fn aim(&self) -> bool {
        matches!(self.en.as_str(), "goal" | "aim" | "purpose" | "objective" | "end" | "task")
    }

    /// True for a mark at which a clause ends for sure.
    pub(super) fn ends_clause(&self) -> bool {
        matches!(self.pos, Pos::Mark('.' | ';' | '؛' | '?' | '؟' | '!' | ':' | '\n' | '|'))
    }

    /// True for a quotation mark.
    pub(super) fn quote(&self) -> bool {
        matches!(self.pos, Pos::Mark('"' | '«' | '»' | '“' | '”' | '″' | '\''))
    }

    /// The English of a preposition, as long-lived as the lexicon.
    pub(super) fn en_static(&self) -> &'static str {
        self.lemma.and_then(|l| l.en(0)).unwrap_or("about")
    }

    /// The English past of a verb.
    pub(super) fn past(&self) -> String {
        self.forms.as_ref().map_or_else(|| generate::past(&self.en), |f| f.0.clone())
    }

    /// The English past participle of a verb.
    pub(super) fn participle(&self) -> String {
        self.forms.as_ref().map_or_else(|| generate::participle(&self.en), |f| f.1.clone())
    }

    /// The noun in its number.
    pub(super) fn noun(&self) -> String {
        if (self.plural || self.dual) && !self.mass && !self.bare {
            if let Some(plural) = self.lemma.filter(|l| l.pos == "noun").and_then(|l| l.en(1)).filter(|_| !self.mention) {
                return plural.to_owned();
            }
            return generate::plural(&self.en);
        }
        self.en.clone()
    }
}

/// True for the English of a unit in which time is counted, in any number.
pub(super) fn time_unit(en: &str) -> bool {
    matches!(en.trim_end_matches('s'), "minute" | "hour" | "day" | "week" | "month" | "year")
}

/// The English of an attached pronoun as possessor.
pub(super) fn possessive(p: Pronoun, human: bool) -> &'static str {
    match p {
        Pronoun::His if human => "his",
        Pronoun::His => "his/its",
        Pronoun::Her => "her/its",
        Pronoun::Our => "our",
        Pronoun::Both | Pronoun::Their | Pronoun::TheirFeminine => "their",
    }
}

/// The English of an attached pronoun as object.
pub(super) fn object(p: Pronoun) -> &'static str {
    match p {
        Pronoun::His => "him/it",
        Pronoun::Her => "her/it",
        Pronoun::Our => "us",
        Pronoun::Both | Pronoun::Their | Pronoun::TheirFeminine => "them",
    }
}

/// True for what is written or spoken: it takes a stand as people do, and they speak in it.
pub(super) fn written(en: &str) -> bool {
    const WRITTEN: &[&str] = &[
        "statement",
        "declaration",
        "report",
        "document",
        "letter",
        "resolution",
        "communiqué",
        "text",
        "draft",
        "agreement",
        "constitution",
        "law",
        "meeting",
        "conference",
        "summit",
        "decision",
        "address",
        "speech",
        "message",
        "memorandum",
        "remarks",
        "interview",
    ];
    let head = en.split(" of ").next().unwrap_or(en);
    let one = head.strip_suffix('s').unwrap_or(head);
    WRITTEN.iter().any(|w| head.ends_with(w) || one.ends_with(w))
}

/// True for a body that has advisers, spokesmen and commanders of its own.
pub(super) fn has_offices(en: &str) -> bool {
    const BODIES: &[&str] = &["delegation", "forces", "army", "government", "opposition", "committee", "council", "coalition"];
    en.to_lowercase().rsplit(' ').next().is_some_and(|last| BODIES.contains(&last))
}
