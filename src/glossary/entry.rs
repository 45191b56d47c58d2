//! One entry of the glossary: a name, a term or a word, its Arabic forms and its one English.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// What an entry stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A person, by name.
    Person,
    /// A side to the talks, a delegation, an armed group.
    Party,
    /// An organisation or office.
    Organization,
    /// An agency, channel, newspaper or site.
    Media,
    /// A place that is no country.
    Place,
    /// A country or territory.
    Country,
    /// The adjective of a country or people.
    Demonym,
    /// An agreement or resolution.
    Agreement,
    /// A series of negotiations, without the number of a round.
    Process,
    /// A term.
    Term,
    /// An office that stands before a name.
    Title,
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
    /// A word of time (yesterday, next).
    Time,
    /// A cardinal number in words.
    Number,
    /// An ordinal number in words.
    Ordinal,
    /// What is counted.
    Unit,
    /// A verb.
    Verb,
    /// What an outcome is about.
    Slot,
    /// A phrase that says what became of a slot.
    Outcome,
    /// A negator.
    Negator,
    /// A connective, opener or attribution.
    Connective,
    /// What a body is called by (`رابطة`, `هيئة`): with the words behind it, it may speak.
    Body,
}

impl Kind {
    /// True where ال before the first word and pronouns after the last are tried: common nouns and adjectives, no names.
    #[must_use]
    pub fn is_common(self) -> bool {
        matches!(
            self,
            Self::Term
                | Self::Title
                | Self::Unit
                | Self::Demonym
                | Self::Slot
                | Self::Outcome
                | Self::Ordinal
                | Self::Number
                | Self::Body
        )
    }

    /// True for what a reader takes for a name: counted as an entity of full weight.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(
            self,
            Self::Person
                | Self::Party
                | Self::Organization
                | Self::Media
                | Self::Place
                | Self::Country
                | Self::Agreement
                | Self::Process
        )
    }

    /// The kind that files write so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::deserialize(IntoDeserializer::<serde::de::value::Error>::into_deserializer(name)).ok()
    }

    /// The kind as files write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Party => "party",
            Self::Organization => "organization",
            Self::Media => "media",
            Self::Place => "place",
            Self::Country => "country",
            Self::Demonym => "demonym",
            Self::Agreement => "agreement",
            Self::Process => "process",
            Self::Term => "term",
            Self::Title => "title",
            Self::Month => "month",
            Self::Weekday => "weekday",
            Self::Time => "time",
            Self::Number => "number",
            Self::Ordinal => "ordinal",
            Self::Unit => "unit",
            Self::Verb => "verb",
            Self::Slot => "slot",
            Self::Outcome => "outcome",
            Self::Negator => "negator",
            Self::Connective => "connective",
            Self::Body => "body",
        }
    }
}

/// The English of an entry: one preferred form, and what else is met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct En {
    /// The one form that mujaz prints.
    pub preferred: String,
    /// Other right forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admitted: Vec<String>,
    /// Forms that must not be printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deprecated: Vec<String>,
    /// Irregular past of a verb.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past: Option<String>,
    /// Irregular past participle of a verb.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participle: Option<String>,
}

impl From<&str> for En {
    fn from(preferred: &str) -> Self {
        Self { preferred: preferred.to_owned(), ..Self::default() }
    }
}

impl<'de> Deserialize<'de> for En {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrMap;
        impl<'de> Visitor<'de> for TextOrMap {
            type Value = En;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text, or a map with `preferred`")
            }
            fn visit_str<E>(self, text: &str) -> Result<En, E> {
                Ok(En::from(text))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<En, A::Error> {
                #[derive(Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Map {
                    preferred: String,
                    #[serde(default)]
                    admitted: Vec<String>,
                    #[serde(default)]
                    deprecated: Vec<String>,
                    past: Option<String>,
                    participle: Option<String>,
                }
                let m = Map::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(En {
                    preferred: m.preferred,
                    admitted: m.admitted,
                    deprecated: m.deprecated,
                    past: m.past,
                    participle: m.participle,
                })
            }
        }
        deserializer.deserialize_any(TextOrMap)
    }
}

/// What a file may write short, for its schema.
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
#[expect(dead_code, reason = "a schema is made of it, and never a value")]
enum TextOr<T> {
    Text(String),
    More(T),
}

/// Which neighbouring words an entry needs or refuses, for words that are written alike. Words are compared folded, with and without proclitics.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The word before must be one of these. A quotation mark: the entry stands alone between quotation marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// The word behind must be one of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<String>,
    /// The word before must be none of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_after: Vec<String>,
    /// The word behind must be none of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_before: Vec<String>,
    /// One of these must stand among the eight words behind (`أثنى الوزير على`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<String>,
}

/// An office that a person held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// First year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i32>,
    /// Last year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i32>,
    /// In Arabic.
    #[serde(default)]
    pub ar: String,
    /// In English.
    pub en: String,
}

/// Strings in which an entry must, or must not, be found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tests {
    /// The entry must be found in each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub r#match: Vec<String>,
    /// The entry must be found in none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_match: Vec<String>,
}

/// An entry as its file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Stable name, unique over all files.
    pub id: String,
    /// What it stands for.
    pub kind: Kind,
    /// English: a text, or a map with `preferred` and more.
    #[schemars(with = "TextOr<En>")]
    pub en: En,
    /// Arabic forms, the preferred first. For a verb: perfect and imperfect, third person masculine singular.
    pub ar: Vec<String>,
    /// Forms that count only after the entry was named in full in the same article, or directly after a title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub short: Vec<String>,
    /// Id of the country, party or organisation a person or delegation belongs to; of a slot, the slot it is read together with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// Offices of a person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Neighbours it needs or refuses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Ids of entries that share a form with this one, on purpose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub homograph_of: Vec<String>,
    /// ISO 3166-1 alpha-2 code of a country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// Id of the country a place or demonym belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Neutral wording for a loaded label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neutral: Option<String>,
    /// For editors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Wikidata item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// Value of a number, ordinal, month (1–12) or weekday (Monday is 1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<i64>,
    /// Calendar of a month: `gregorian`, `levant`, `maghreb` or `hijri`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Verbal nouns of a verb: a text, or a list of texts.
    #[schemars(with = "TextOr<Vec<String>>")]
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_more")]
    pub masdar: Vec<String>,
    /// Active participle of a verb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participle: Option<String>,
    /// Stance of a reporting verb. Of a connective: `turn`, if another speaks or acts behind it (`بينما`); `relay` and `say`, if it tells who speaks; `describe`, if it tells who calls something so (`وهو ما وصفه X بـ`); `open`, if it leaves a question open (`من عدمه`); `compare`, if it names another time only to compare; `matter`, if it is what is denied or confirmed (`فنّد أنباء عن`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
    /// Particles that introduce what a verb reports; `object`, if it stands without one (`أبدى قلقه`); `speech`, if the verb only leads to another of speech (`اكتفى بالإشارة إلى`, `مضى يقول`); `present`, of a verb or outcome, if who did it was there (`افتتح المحادثات`). Of a title: `comments`, if its holder speaks of talks from outside (`محلل`); `personal`, if its holder speaks for no state (`النائب الروسي`); `named`, if it is one only before a given name (`الفريق أحمد`; it needs a `when`, too). Of who may speak: `addressee`, if a verb of asking or demanding before it calls upon it (`دعا المجتمع الدولي إلى`). Of an outcome: the slots it goes with (`any`: all others, too), `with` if its slot has ب (`اختتمت ببيان`), `في` if it
    /// stands behind في, `adjacent` if it stands next to it, `words` if what stands behind its على is the matter where no slot is, `object`
    /// if the verbal noun behind it is, `behind` if the noun right behind it is (`أرجئ البحث`), `إلى` if what stands behind إلى is, `due` if its imperfect tells what is to come, `stands` if it tells what a text says (`ينص الاتفاق على`), `subject` if its slot may stand before it, `phrase` if it only
    /// governs other phrases, `talks` if it is about the talks themselves where they stand beside it (`أرجئت الجولة`), `verb` if one of the verbs in `homograph_of` stands before it with
    /// the subject between them (`دخلت الهدنة حيز التنفيذ`), `noun` if the terms in `homograph_of` are its nouns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takes: Vec<String>,
    /// What an outcome phrase says: `agreed`, `not_agreed` or `pending`. Of a slot that is an event by itself (`تأجيل المحادثات`): what its announcement says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// English plural of a unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plural: Option<String>,
    /// What a number beside the word counts, in the English that goes behind the unit: `killed in`, `on the list of`, `released`. Only figures of one thing are compared: behind `of` and `by` stands a
    /// side, behind `in` a place, and the day is the same; without them the number is one of an outcome of the round. `any`, if the word before says it (`القائمة التي ضمت 60 اسما`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
    /// What a connective does: `turn`, `attribution`, `background`, `contrast`, `addition`, `time`, `cause`, `condition`, `purpose`. Of a title: `source`, if it names nobody, `generic`, if
    /// any official may be called by it. Of a term: `round`, or `speaker`, if it may speak (`البيان`, `الوفد`). Of a
    /// term: `talks`, `scope`. Of a unit: `time`, if it is a length of time, `form`, if what it counts says nothing of the talks, `any`, if the word before the number says what is
    /// counted. Of a verb or term: `purpose`, if what follows has not happened, `agenda`, if it is what is talked about, `format`, if it says how talks are held, `sponsor`, `mediator`, `observer` or `host`, if the names beside it take part as such; of a verb `event`, `heads` and `hands`, if it hands something over. Of a term: `charge`, if it is what a side may be blamed for. Of a slot: `overall`, `progress`, `manner`, `attendance`, `postponement`, `extension`, `next`, `document` (only where a phrase names it), `statement` (it is issued). Of an outcome: the slot it is about where none stands beside it; `due` and `unlikely`, if it is a forecast. `truce` of a term or slot, if a ceasefire is meant; of a verb `awaits`.
    /// Of an organization or party: `mediator`, if what it says was agreed is no claim of one side. Of a party: `side`, if it stands for itself and not for its country; `several`, if it
    /// is more than one side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Guards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tests: Option<Tests>,
}

impl Entry {
    /// True for a person whose office is a woman's in Arabic (`نائبة المبعوث`).
    #[must_use]
    pub fn woman(&self) -> bool {
        self.roles.iter().any(|r| r.ar.split(' ').next().is_some_and(|office| office.ends_with('ة')))
    }

    /// An entry with nothing but what every entry needs.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: Kind, en: En, ar: Vec<String>) -> Self {
        Self {
            id: id.into(),
            kind,
            en,
            ar,
            short: Vec::new(),
            affiliation: None,
            roles: Vec::new(),
            when: None,
            homograph_of: Vec::new(),
            iso: None,
            country: None,
            neutral: None,
            note: None,
            wikidata: None,
            value: None,
            calendar: None,
            masdar: Vec::new(),
            participle: None,
            stance: None,
            takes: Vec::new(),
            status: None,
            plural: None,
            counts: None,
            role: None,
            tests: None,
        }
    }
}

fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct OneOrMore;
    impl<'de> Visitor<'de> for OneOrMore {
        type Value = Vec<String>;
        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("a text or a list of texts")
        }
        fn visit_str<E>(self, text: &str) -> Result<Vec<String>, E> {
            Ok(vec![text.to_owned()])
        }
        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Vec<String>, A::Error> {
            Vec::deserialize(serde::de::value::SeqAccessDeserializer::new(seq))
        }
    }
    deserializer.deserialize_any(OneOrMore)
}
