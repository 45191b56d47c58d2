//! Frames: what an entry may do in a report of speech, read once from its stance, its `takes` and its role.
//!
//! In: an entry. Out: a [`Frame`], small enough to be asked for every word of a text. An editor who gives a verb a stance makes it a reporting verb; `takes` names the
//! particles that its content begins with.

use super::entries::Head;
use super::entry::Kind;

/// What an entry may do in a report of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// A verb that reports speech.
    pub reports: bool,
    /// A reporting verb whose content may be its object, without a particle (`نفى التوصل`).
    pub object: bool,
    /// A verb that passes on what another says (`نقلت الوكالة عن`).
    pub relays: bool,
    /// Who is called upon, and does not call: all parties, the international community.
    pub addressed: bool,
    /// A verb that says nothing by itself, with speech behind it (`اكتفى بالإشارة إلى`, `مضى يقول`).
    pub light: bool,
    /// Particles that its content may begin with.
    pub takes: Takes,
    /// It may speak: a person, an office, a body, a country.
    pub speaker: bool,
    /// An office that names no person for sure: a source, a correspondent.
    pub source: bool,
    /// An office that any official may be called by (`المسؤول الإيراني`).
    pub generic: bool,
    /// What a connective of attribution does.
    pub tells: Tells,
    /// A verb of trying or talking about (`سعى`, `حاول`, `بحث`), a word of purpose, ways or efforts (`بهدف`, `سبل`): what follows has not happened.
    pub purpose: bool,
    /// A verb of meeting, beginning, holding.
    pub event: bool,
    /// A verb of leading a delegation.
    pub heads: bool,
    /// The verb of standing for a side.
    pub represents: bool,
    /// What only those do who are there: `takes: [present]`.
    pub present: bool,
    /// Talks, a round, the parties: what a meeting to come is told of.
    pub talks: bool,
    /// Talks or a round: what is put off, extended, taken up again.
    pub round: bool,
    /// A connective that turns to another who speaks or acts (`بينما`, `في حين`): stance `turn`.
    pub turns: bool,
    /// A connective that leaves a question open (`من عدمه`): stance `open`.
    pub open: bool,
    /// A connective that names another time only to compare with it (`كما حدث`): stance `compare`.
    pub compares: bool,
    /// An outcome that is due (`من المقرر`): role `due`.
    pub due: bool,
    /// An outcome that is a forecast against it (`من غير المتوقع`): role `unlikely`.
    pub unlikely: bool,
    /// A verb of waiting, whose object is expected: role `awaits`.
    pub awaits: bool,
    /// A verb or term of dealing with a matter: role `agenda`.
    pub agenda: bool,
    /// A ceasefire or truce: role `truce`.
    pub truce: bool,
    /// The next round or meeting.
    pub next: bool,
    /// A slot.
    pub slot: bool,
    /// A connective after which nothing is asserted, or that makes its clause a minor one (`إذا`, `عندما`, `بعدما`).
    pub subordinates: bool,
}

/// What a connective of attribution does, told by its stance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tells {
    /// No speaker is named with it.
    #[default]
    Nothing,
    /// The speaker stands behind it (`بحسب`, `نقلا عن`): stance `relay`.
    According,
    /// It is a verb of its own (`قوله إن`, `أفادت مصادر`): stance `say`.
    Saying,
    /// What something is called, by whom stands behind it (`وهو ما وصفه X بـ`): stance `describe`.
    Calling,
}

/// Particles before the content of a statement, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Takes(pub u8);

impl Takes {
    /// إلى
    pub const TO: Self = Self(1);
    /// على
    pub const ON: Self = Self(2);
    /// عن
    pub const ABOUT: Self = Self(4);
    /// ب
    pub const BY: Self = Self(8);
    /// ل
    pub const FOR: Self = Self(16);
    /// من
    pub const FROM: Self = Self(32);
    /// في
    pub const IN: Self = Self(64);

    /// True if all of `other` are among these.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// Stances whose verb may have its content as an object.
const OBJECT: [&str; 15] = [
    "accuse", "affirm", "announce", "ask", "condemn", "demand", "deny", "describe", "propose", "reject", "reveal", "stress",
    "thank", "warn", "welcome",
];

impl Frame {
    /// The frame of an entry.
    #[must_use]
    pub fn of(entry: &Head) -> Self {
        let role = entry.role;
        let stance = entry.stance.filter(|_| entry.kind == Kind::Verb);
        let takes = entry.takes.iter().fold(0, |all, t| {
            all | match t.split(' ').next().unwrap_or_default() {
                "إلى" => Takes::TO.0,
                "على" => Takes::ON.0,
                "عن" => Takes::ABOUT.0,
                "ب" => Takes::BY.0,
                "ل" => Takes::FOR.0,
                "من" => Takes::FROM.0,
                "في" => Takes::IN.0,
                _ => 0,
            }
        });
        let body =
            matches!(entry.kind, Kind::Person | Kind::Party | Kind::Organization | Kind::Media | Kind::Country | Kind::Title);
        Self {
            reports: stance.is_some(),
            object: stance.is_some_and(|s| OBJECT.contains(&s) || entry.takes.iter().any(|t| t == "object")),
            relays: stance == Some("relay"),
            addressed: entry.kind != Kind::Verb && entry.takes.iter().any(|t| t == "addressee"),
            light: entry.kind == Kind::Verb && entry.takes.iter().any(|t| t == "speech"),
            takes: Takes(takes),
            speaker: body
                || (entry.kind == Kind::Place && entry.country.is_some())
                || (entry.kind == Kind::Term && role == Some("speaker")),
            source: entry.kind == Kind::Title && role == Some("source"),
            generic: entry.kind == Kind::Title && role == Some("generic"),
            purpose: matches!(role, Some("purpose" | "agenda")) && entry.kind != Kind::Connective || role == Some("purpose"),
            event: role == Some("event"),
            heads: role == Some("heads"),
            represents: entry.id == "verb_represent",
            present: entry.takes.iter().any(|t| t == "present"),
            talks: entry.kind == Kind::Process
                || (entry.kind == Kind::Term && (role == Some("round") || matches!(entry.id, "parties" | "all_parties"))),
            round: entry.kind == Kind::Process || (entry.kind == Kind::Term && matches!(role, Some("round" | "talks"))),
            turns: entry.kind == Kind::Connective && entry.stance == Some("turn"),
            open: entry.kind == Kind::Connective && entry.stance == Some("open"),
            compares: entry.kind == Kind::Connective && entry.stance == Some("compare"),
            due: entry.kind == Kind::Outcome && role == Some("due"),
            unlikely: entry.kind == Kind::Outcome && role == Some("unlikely"),
            awaits: role == Some("awaits"),
            agenda: role == Some("agenda"),
            truce: role == Some("truce"),
            next: entry.kind == Kind::Slot && role == Some("next"),
            slot: entry.kind == Kind::Slot,
            tells: match (role, entry.stance) {
                (Some("attribution"), Some("relay")) if entry.kind == Kind::Connective => Tells::According,
                (Some("attribution"), Some("describe")) if entry.kind == Kind::Connective => Tells::Calling,
                (Some("attribution"), Some("say")) if entry.kind == Kind::Connective => Tells::Saying,
                _ => Tells::Nothing,
            },
            subordinates: entry.kind == Kind::Connective && matches!(role, Some("condition" | "cause" | "purpose")),
        }
    }
}
