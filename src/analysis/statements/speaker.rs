//! The noun phrase of a speaker: a name, an office with or without its holder, a body, a source.
//!
//! In: a sentence and a token. Out: the phrase that begins there, if it can speak: `وزير خارجية كازاخستان، خيرت عبد الرحمنوف`, `مسؤول ثانٍ بالمعارضة`,
//! `أسامة أبو زيد، المتحدث باسم الفصائل`. A name after the office is its holder; what stands behind خلال or أثناء لقائه is not.

use super::view::{Particle, View};
use super::{Span, Who};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::Shape;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// How many tokens an office may have before its holder.
const OFFICE: usize = 16;

/// How many tokens a name in quotation marks has.
const QUOTED: usize = 5;

/// The phrase of a speaker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    /// First token.
    pub(crate) first: usize,
    /// Token after the last.
    pub(crate) next: usize,
    /// Who it is, as far as the phrase itself says.
    pub(crate) who: Who,
    /// The office that is named.
    pub(super) title: Option<EntryId>,
    /// First token of the office.
    pub(super) head: usize,
    /// The side the office belongs to.
    pub(super) of: Option<EntryId>,
    /// The role beside the name.
    pub(super) role: Span,
    /// True if the office is definite, so that it may stand for someone named before.
    pub(super) definite: bool,
    /// True if its first word is feminine, or a plural that takes a feminine verb.
    pub(super) feminine: Option<bool>,
}

impl Phrase {
    /// No speaker at all.
    pub(super) fn nobody() -> Self {
        Self {
            first: 0,
            next: 0,
            who: Who::Unresolved,
            title: None,
            head: 0,
            of: None,
            role: (0, 0),
            definite: false,
            feminine: None,
        }
    }

    /// No speaker, behind a verb.
    pub(super) fn none(m: &Match) -> Self {
        let at = m.last as usize + 1;
        let title: Option<EntryId> = None;
        Self {
            first: at,
            next: at,
            who: Who::Unresolved,
            title,
            head: at,
            of: None,
            role: (0, 0),
            definite: false,
            feminine: None,
        }
    }
}

/// The phrase that begins at token `at`.
pub(super) fn phrase(v: &View, at: usize) -> Option<Phrase> {
    phrase_with(v, at, Proclitics::default())
}

/// The phrase that begins at token `at`, where `more` may stand before it (`وفقاً للناطق`).
pub(crate) fn phrase_with(v: &View, at: usize, more: Proclitics) -> Option<Phrase> {
    // `ل"الجيش الحر"`: a name in quotation marks, and no quotation.
    let named = v.opens(at).is_some_and(|(a, b)| b - a <= QUOTED);
    let at = if v.is_quote(at) && named { at + 1 } else { at };
    let m = v.at(at)?;
    let allowed = Proclitics::ARTICLE.0 | Proclitics::WAW.0 | Proclitics::FEH.0 | more.0;
    if !v.frame(m).speaker || m.proclitics.0 & !allowed != 0 {
        return None;
    }
    let entry = v.entry(m);
    let raw = v.raw(at);
    let mut out = Phrase {
        first: at,
        next: m.last as usize + 1,
        who: Who::Entry(v.id(m)),
        title: None,
        head: at,
        of: None,
        role: (0, 0),
        definite: true,
        feminine: None,
    };
    match entry.kind {
        Kind::Person if longer(v, m) => {
            out.who = Who::Words;
            out.next += 1;
        }
        Kind::Person => apposition(v, &mut out),
        Kind::Title => {
            out.title = Some(v.id(m));
            out.definite = definite(v, at, m.last as usize);
            out.feminine = if v.frame(m).source || m.first != m.last { None } else { Some(raw.ends_with('ة')) };
            office(v, &mut out, v.frame(m).source);
            if let Who::Entry(_) = out.who
                && out.title.is_some()
                && out.role == (0, 0)
            {
                // No holder was found.
                let own = matches!(m.ending, Ending::Pronoun(_))
                    || out.of.is_some_and(|id| v.lexicon.entries[id as usize].kind == Kind::Media);
                out.who = if v.frame(m).source || !out.definite || own { Who::Source(out.title) } else { Who::Office(v.id(m)) };
                out.role = (v.start(at), v.end(out.next - 1));
            }
        }
        kind => {
            out.feminine =
                Some(raw.ends_with(['ة', 'ا', 'أ']) && (raw.ends_with('ة') || matches!(kind, Kind::Country | Kind::Place)));
            if kind == Kind::Term || kind == Kind::Party {
                out.feminine = raw.ends_with('ة').then_some(true);
            }
            body(v, &mut out);
        }
    }
    if v.is_quote(out.next) && v.quotes.iter().any(|&(a, b)| b == out.next && a + 1 == at) {
        out.next += 1;
    }
    Some(out)
}

/// `موسى عمر` is not the Moussa of the glossary: a first name alone with a word behind it that no entry knows.
fn longer(v: &View, m: &Match) -> bool {
    let t = m.last as usize + 1;
    let (own, next) = (v.raw(m.first as usize), v.raw(t));
    m.first == m.last
        && !own.starts_with("ال")
        && v.over(t).is_none()
        && v.mark(t).is_none()
        && v.particle(t) == Particle::None
        && next.chars().count() > 2
        && !next.starts_with(['ل', 'ب', 'و', 'ف', 'ك', 'س', 'ي', 'ت'])
        && !next.ends_with(['ا', 'ً', 'ة'])
        && (v.mark(t + 1).is_some() || v.particle(t + 1) == Particle::That)
}

/// `المتحدث`, `وزير الخارجية`, `وزير خارجية كازاخستان`: an office that one person holds. `متحدث باسم الوزارة` and `مسؤول` are anyone.
fn definite(v: &View, first: usize, last: usize) -> bool {
    let article =
        |t: usize| v.raw(t).trim_start_matches(['و', 'ف']).starts_with("ال") || (t == first && v.raw(t).starts_with("لل"));
    let holder_of = |k: Kind| matches!(k, Kind::Country | Kind::Organization | Kind::Party);
    article(first)
        || (v.raw(first + 1) != "باسم"
            && (article(first + 1)
                || (v.at(last + 1).is_some_and(|m| v.entry(m).kind == Kind::Term) && article(last + 1))
                || v.at(last + 1).is_some_and(|m| holder_of(v.entry(m).kind) && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0)))
}

/// Walks over an office to its holder: `رئيس الوفد الإيراني حسين جابري أنصاري`.
fn office(v: &View, out: &mut Phrase, source: bool) {
    let mut t = out.next;
    // `مبعوث الرئيس`: a name behind it is the president's.
    let within = t > out.first + 1 && v.lexicon.is_title(v.raw(t - 1));
    let span = t - out.first;
    let mut bound = false;
    let mut preposition = false;
    while t < v.len() && t < out.first + OFFICE {
        if let Some(c) = v.mark(t) {
            match c {
                '،' | ',' if v.kind_at(t + 1) == Some(Kind::Person) && v.at(t + 1).is_some_and(|m| m.proclitics.is_none()) => {
                    t += 1
                }
                '"' | '«' | '»' | '“' | '”' => {
                    t = v.opens(t).filter(|_| preposition && v.at(t + 1).is_none()).map_or(t, |q| q.1) + 1
                }
                _ => break,
            }
            if preposition && v.is_quote(t - 1) {
                (out.next, preposition) = (t, v.at(t).is_some());
            }
            continue;
        }
        let Some(m) = v.at(t) else {
            match v.particle(t) {
                Particle::Takes(p) if takes_office(v, t, p, source) => preposition = true,
                Particle::None if v.raw(t) == "ل" => preposition = true,
                Particle::None if modifies(v, t, out.definite) => {}
                _ => break,
            }
            t += 1;
            out.next = t;
            continue;
        };
        let id = v.id(m);
        let past = m.last as usize + 1;
        let bare = m.proclitics.0 & !Proclitics::ARTICLE.0 == 0;
        let tied = m.proclitics.0 & (Proclitics::BEH.0 | Proclitics::LAM.0) != 0;
        match v.entry(m).kind {
            Kind::Person if bare && longer(v, m) => {
                // `رئيسها موسى عمر`
                *out = Phrase { first: t, next: past + 1, who: Who::Words, role: (v.start(out.first), v.end(t - 1)), ..*out };
                return;
            }
            Kind::Person if bare => {
                holder(v, out, (m.first as usize, past), id, within && m.first as usize == out.first + span);
                return;
            }
            Kind::Title if tied && v.frame(m).source => break,
            Kind::Demonym if bare => out.of = out.of.or_else(|| country(v, id)),
            Kind::Country | Kind::Organization | Kind::Party | Kind::Media | Kind::Place if bare || tied => {
                if (bound || out.of.is_some()) && !preposition && !tied {
                    break;
                }
                out.of = out.of.or(Some(id));
                bound = true;
            }
            Kind::Title | Kind::Term | Kind::Process | Kind::Agreement | Kind::Ordinal | Kind::Unit | Kind::Slot
                if bare || tied =>
            {
                if v.frame(m).speaker && bound && !preposition && v.entry(m).kind == Kind::Term {
                    break;
                }
            }
            Kind::Verb if matches!(v.shape(m), Shape::Participle | Shape::Lemma) && m.proclitics.has(Proclitics::ARTICLE) => {}
            _ => break,
        }
        preposition = false;
        t = past;
        out.next = t;
    }
    // A preposition that led nowhere is no part of the office.
    if preposition && out.next > out.first + 1 {
        out.next -= 1;
    }
}

/// The holder of an office. `مبعوث الرئيس بوتين إلى سوريا، ألكسندر لافرينتيف`: a person in the office itself gives way to one in apposition.
fn holder(v: &View, out: &mut Phrase, (first, past): (usize, usize), id: EntryId, within: bool) {
    let role_end = if matches!(v.mark(first - 1), Some('،' | ',')) { first - 2 } else { first - 1 };
    let mut t = past;
    if matches!(v.particle(t), Particle::Takes(p) if p == Takes::TO) && v.kind_at(t + 1) == Some(Kind::Country) {
        t += 2;
    }
    if t > past || v.mark(t).is_some() {
        let at = if v.mark(t) == Some('،') { t + 1 } else { t };
        if let Some(m) = v.at(at).filter(|m| v.entry(m).kind == Kind::Person && m.proclitics.is_none()) {
            out.who = Who::Entry(v.id(m));
            out.role = (v.start(out.first), v.end(t - 1));
            out.next = m.last as usize + 1;
            return;
        }
    }
    if within {
        out.next = past;
        return;
    }
    out.who = Who::Entry(id);
    out.role = (v.start(out.first), v.end(role_end));
    out.next = past;
}

/// `أسامة أبو زيد، المتحدث باسم الفصائل العسكرية في وفد المعارضة،`: the office behind a name.
fn apposition(v: &View, out: &mut Phrase) {
    let comma = matches!(v.mark(out.next), Some('،' | ','));
    let at = out.next + usize::from(comma);
    let Some(m) = v.at(at).filter(|m| v.entry(m).kind == Kind::Title && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0) else {
        return;
    };
    let mut title = Phrase {
        first: at,
        next: m.last as usize + 1,
        title: Some(v.id(m)),
        head: at,
        definite: definite(v, at, m.last as usize),
        ..*out
    };
    let person = title.who;
    office(v, &mut title, false);
    if title.who != person {
        return;
    }
    *out = Phrase {
        title: title.title,
        head: at,
        of: title.of,
        role: (v.start(at), v.end(title.next - 1)),
        next: title.next,
        ..*out
    };
    if comma && matches!(v.mark(out.next), Some('،' | ',')) {
        out.next += 1;
    }
}

/// `وزارة الخارجية في كازاخستان`, `وكالة إنترفاكس الروسية للأنباء`: what belongs to a body.
fn body(v: &View, out: &mut Phrase) {
    while out.next < v.len() {
        let t = out.next;
        if let Some(m) = v.at(t) {
            match v.entry(m).kind {
                Kind::Demonym if m.proclitics.0 & !Proclitics::ARTICLE.0 == 0 => out.of = out.of.or_else(|| country(v, v.id(m))),
                _ => break,
            }
            out.next = m.last as usize + 1;
        } else if matches!(v.particle(t), Particle::Takes(p) if p == Takes::IN || p == Takes::TO)
            && let Some(m) = v.at(t + 1).filter(|m| matches!(v.entry(m).kind, Kind::Country | Kind::Process))
        {
            if v.entry(m).kind == Kind::Country {
                out.of = out.of.or(Some(v.id(m)));
            }
            out.next = m.last as usize + 1;
        } else if v.raw(t).starts_with("للأ") && v.mark(t).is_none() {
            out.next = t + 1;
        } else {
            break;
        }
    }
}

/// A preposition that may belong to an office: `المبعوث إلى سوريا`, `مصدر في المعارضة`; not `في موسكو`.
fn takes_office(v: &View, t: usize, p: Takes, source: bool) -> bool {
    let Some(m) = v.at(t + 1) else { return false };
    let body = matches!(v.entry(m).kind, Kind::Country | Kind::Organization | Kind::Party | Kind::Process | Kind::Agreement);
    if p == Takes::FROM { source && body } else { body || (source && v.frame(m).speaker) }
}

/// A word that no entry knows and that still belongs to the office: an adjective that agrees with it.
fn modifies(v: &View, t: usize, definite: bool) -> bool {
    let raw = v.raw(t);
    let article = raw.starts_with("ال") || raw.starts_with("لل");
    if definite {
        article || matches!(raw, "لدى" | "لشؤون" | "باسم")
    } else {
        !article && (raw.ends_with(['ٍ', 'ي', 'ً', 'ن']) || matches!(raw, "لدى" | "آخر" | "ثان" | "بارز" | "كبير" | "باسم"))
    }
}

/// The country of a demonym.
fn country(v: &View, demonym: EntryId) -> Option<EntryId> {
    v.lexicon.entries[demonym as usize].country.as_deref().and_then(|id| v.lexicon.number(id))
}
