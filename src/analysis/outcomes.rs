//! Outcomes: what became of a matter, as one sentence says it.
//!
//! In: a sentence, its slots and outcome phrases, the statements in it. Out: a slot with a status. The phrase gives the status (data: `outcomes.yaml`), what stands before
//! it turns it: a negator, a denial, a failure, a refusal; a hope, a demand, a plan or a condition makes it no outcome. A verbal noun (`التوصل إلى`) says nothing by itself:
//! what governs it does. A negated failure is left alone: it says neither.

use super::parse::Parsed;
use super::presence::{self, Presence};
use super::statements::view::{Particle, View};
use super::statements::{Span, Statement};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::arabic::sentences::Kind as SentenceKind;
use crate::article::Article;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::{EntryId, Lexicon};
use crate::glossary::matcher::Match;
use serde::{Deserialize, Serialize};

/// Tokens between a phrase and its slot, and between the preposition and the slot.
const APART: usize = 8;
const BEHIND: usize = 2;
/// Tokens over which a verb governs a verbal noun.
const GOVERNS: usize = 30;
/// Tokens between two slots of one list.
const LIST: usize = 8;
/// Tokens between a phrase and a slot that it names.
const NAMED: usize = 16;
/// Tokens between two commas around a day or a place.
const ASIDE: usize = 5;
/// Tokens of a matter that only its words tell.
const WORDS: usize = 9;
/// The slot of such a matter.
pub const OTHER: &str = "other_matter";
/// What `takes` of an outcome may say beside the ids of slots.
const KEYWORDS: [&str; 7] = ["any", "subject", "with", "adjacent", "في", "words", "object"];

/// What became of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// It was agreed or done.
    Agreed,
    /// It was not.
    NotAgreed,
    /// The speaker denies it.
    Denied,
    /// It is due, expected or under discussion.
    Pending,
}

impl Status {
    /// The name that output uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::NotAgreed => "not agreed",
            Self::Denied => "denied",
            Self::Pending => "pending",
        }
    }
}

/// What one sentence says of one slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Number of the sentence, from 0.
    pub sentence: u32,
    /// What it is about.
    pub slot: EntryId,
    /// The phrase that says what became of it.
    pub phrase: EntryId,
    /// What became of it.
    pub status: Status,
    /// From the first word that says so to the last.
    pub span: Span,
    /// Number of the statement it stands in; `None` where the article itself says it.
    pub statement: Option<u32>,
    /// The words that tell the matter, where no slot of the glossary does (slot `other_matter`).
    pub words: Option<Span>,
}

/// A phrase in a sentence.
#[derive(Clone, Copy)]
struct Phrase {
    first: usize,
    last: usize,
    entry: EntryId,
    status: Status,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// It says what happened.
    Asserted,
    /// An imperfect: what stands before it decides.
    Imperfect,
    /// A verbal noun: what governs it decides.
    Noun,
}

/// What an article says of outcomes, attendance and what is to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Outcomes, in text order.
    pub outcomes: Vec<Outcome>,
    /// Who came and who did not, in text order.
    pub presence: Vec<Presence>,
    /// Numbers of the sentences that tell of a meeting to come.
    pub next: Vec<u32>,
    /// Sentences that say what the talks are about, with the first byte of the word that opens it.
    pub agenda: Vec<(u32, u32)>,
}

/// The outcomes of an article, in text order. Background is not among them.
#[must_use]
pub fn find(article: &Article, parsed: &Parsed, background: &[bool], statements: &[Statement], lexicon: &Lexicon) -> Found {
    let mut out = Found::default();
    // `تماماً كما حدث في الجولة الأولى` names an earlier round and tells of this one.
    let compared = lexicon.number("conn_as_happened");
    for (number, s) in parsed.sentences.iter().enumerate() {
        let kind = matches!(s.span.kind, SentenceKind::Sentence | SentenceKind::Title | SentenceKind::Heading);
        let compares = compared.is_some_and(|c| s.matches.iter().any(|m| lexicon.forms[m.form as usize].entry == c));
        if !kind || (background[number] && !compares) {
            continue;
        }
        let attends = |m: &Match| {
            let entry = lexicon.forms[m.form as usize].entry;
            let frame = &lexicon.frames[entry as usize];
            frame.heads || frame.event || frame.purpose || lexicon.outcome_of(entry).is_some()
        };
        if s.cues.is_empty() && !s.matches.iter().any(attends) {
            continue;
        }
        let v = View::new(&article.text, s, lexicon);
        sentence(&v, number as u32, statements, &mut out.outcomes);
        presence::presence(&v, number as u32, statements, &mut out.presence);
        if s.span.kind == SentenceKind::Sentence && presence::is_next(&v) {
            out.next.push(number as u32);
        }
        if s.span.kind == SentenceKind::Sentence
            && let Some(at) = presence::agenda(&v)
        {
            out.agenda.push((number as u32, at));
        }
    }
    out
}

fn sentence(v: &View, number: u32, statements: &[Statement], out: &mut Vec<Outcome>) {
    let phrases = phrases(v);
    let slots: Vec<&Match> = v.s.cues.iter().filter(|m| v.entry(m).kind == Kind::Slot).collect();
    let before = out.len();
    for (i, p) in phrases.iter().enumerate() {
        let own = own_slot(v, p.entry);
        if own.is_some_and(|slot| v.lexicon.entries[slot as usize].id == "delegation_attendance") {
            continue;
        }
        let Some(status) = status(v, &phrases, i, statements, number) else { continue };
        let behind = phrases.get(i + 1).map_or(v.len(), |n| n.first);
        let mut found: Vec<(EntryId, usize, usize)> = Vec::new();
        let mut from = p.last;
        for m in slots.iter().filter(|m| m.first as usize > p.last && (m.first as usize) < behind) {
            let first = m.first as usize;
            let near = if found.is_empty() {
                // `اتفقوا على لقاء لتثبيت الهدنة`: an agreement to meet.
                let aim = m.proclitics.has(Proclitics::LAM) && first > p.last + 1;
                goes_with(v, p.entry, v.id(m)) && reaches(v, p, m) && !aim && !parted(v, p.last + 1, first)
            } else {
                // `بشأن فتح المطار ولا بشأن رفع الحصار`
                let neither = (from + 1..first).any(|t| v.raw(t) == "ولا");
                first - from <= LIST && (m.proclitics.has(Proclitics::WAW) || neither)
            };
            if near {
                found.push((v.id(m), p.first, m.last as usize));
                from = m.last as usize;
            } else if !found.is_empty() {
                break;
            }
        }
        if found.is_empty() && p.form != Form::Noun && takes(v, p.entry).any(|t| t == "subject") {
            // `البيان الختامي لم يصدر`
            let ahead = i.checked_sub(1).map_or(0, |b| phrases[b].last + 1);
            let before = slots.iter().rev().find(|m| {
                (m.last as usize) < p.first
                    && goes_with(v, p.entry, v.id(m))
                    && m.first as usize >= ahead
                    && p.first - m.last as usize <= APART
                    && !parted(v, m.last as usize + 1, p.first)
            });
            if let Some(m) = before {
                found.push((v.id(m), m.first as usize, p.last));
            }
        }
        let mut words = None;
        if found.is_empty()
            && let Some((from, to)) = matter(v, p, behind)
            && let Some(slot) = v.lexicon.number(OTHER)
        {
            words = Some((v.start(from), v.end(to)));
            found.push((slot, p.first, to));
        }
        if found.is_empty()
            && let Some(slot) = own
        {
            found.push((slot, p.first, p.last));
        }
        for (slot, first, last) in found {
            let first = clause_start(v, first.min(p.first), &phrases, i);
            let span = (v.start(first), v.end(last));
            // The last letter: a conjunction before the verb is not in the statement.
            let at = v.end(p.first) - 1;
            let statement = statements.iter().position(|s| s.sentence == number && covers(s, at)).map(|n| n as u32);
            let outcome = Outcome { sentence: number, slot, phrase: p.entry, status, span, statement, words };
            let same = |o: &Outcome| {
                o.sentence == number && o.slot == slot && o.status == status && o.statement == statement && o.words == words
            };
            if !out.iter().any(same) {
                out.push(outcome);
            }
        }
    }
    // `اتفقوا على عقد الجولة المقبلة`: the words tell what a slot tells.
    let told: Vec<(Span, Status)> = out[before..].iter().filter(|o| o.words.is_none()).map(|o| (o.span, o.status)).collect();
    let twice =
        |o: &Outcome| o.words.is_some_and(|w| told.iter().any(|(s, status)| *status == o.status && s.0 < w.1 && w.0 < s.1));
    let mut at = 0;
    out.retain(|o| {
        at += 1;
        at <= before || !twice(o)
    });
}

/// The span begins at the negator or the governor that turned the phrase.
fn clause_start(v: &View, first: usize, phrases: &[Phrase], i: usize) -> usize {
    let mut at = first;
    while at > 0 && (v.negates(at - 1) || v.particle(at - 1) == Particle::That) {
        at -= 1;
    }
    if at == first && phrases[i].form == Form::Noun {
        at = match governor(v, phrases, i) {
            Some((Governor::Phrase(g), _)) => phrases[g].first,
            Some((Governor::Report | Governor::Wish, _)) | None => at,
            Some((_, t)) => t,
        };
    }
    at
}

fn covers(s: &Statement, at: u32) -> bool {
    s.content.0 <= at && at < s.content.1 || s.verb.is_some_and(|v| v.span.0 <= at && at < v.span.1)
}

fn takes<'v>(v: &View<'v>, phrase: EntryId) -> impl Iterator<Item = &'v str> {
    v.lexicon.entries[phrase as usize].takes.iter().map(String::as_str)
}

/// Whether a phrase may be about a slot: any, unless it names those it goes with.
fn goes_with(v: &View, phrase: EntryId, slot: EntryId) -> bool {
    let id = v.lexicon.entries[slot as usize].id.as_str();
    id != "delegation_attendance"
        && id != "delegation_participation"
        && match v.lexicon.entries[slot as usize].role.as_deref() {
            // `الاتفاق`: only where something is signed.
            Some("document") => names(v, phrase, slot),
            _ => takes(v, phrase).all(|t| KEYWORDS.contains(&t)) || takes(v, phrase).any(|t| t == "any" || t == id),
        }
}

/// True for a phrase that names this very slot.
fn names(v: &View, phrase: EntryId, slot: EntryId) -> bool {
    takes(v, phrase).any(|t| t == v.lexicon.entries[slot as usize].id)
}

/// True where the slot stands as the phrase wants it: behind its ب (`اختتمت ببيان`), behind في (`أخفق في`), next to it (`دون بيان`), or as its object.
fn reaches(v: &View, p: &Phrase, m: &Match) -> bool {
    let (from, first) = (p.last + 1, m.first as usize);
    let has = |keyword: &str| takes(v, p.entry).any(|t| t == keyword);
    if has("with") && !m.proclitics.has(Proclitics::BEH) {
        return false;
    }
    if has("adjacent") && first > from + 1 {
        return false;
    }
    if has("في") && !(from..first).any(|t| matches!(v.particle(t), Particle::Takes(Takes::IN))) && !ends_in(v, p) {
        return false;
    }
    touches(v, from, first) || ((has("with") || names(v, p.entry, v.id(m))) && first - from <= NAMED)
}

/// True for a phrase that has its في already.
fn ends_in(v: &View, p: &Phrase) -> bool {
    matches!(v.particle(p.last), Particle::Takes(Takes::IN))
}

/// The tokens of the matter of a phrase, where no slot tells it: what stands behind على, بشأن or حول; the verbal noun that is its object.
fn matter(v: &View, p: &Phrase, behind: usize) -> Option<(usize, usize)> {
    if !takes(v, p.entry).any(|t| t == "words") {
        return None;
    }
    let about = |t: usize| matches!(v.raw(t), "على" | "بشأن" | "حول");
    let end = behind.min(v.len());
    let mut from = None;
    if about(p.last) {
        from = Some(p.last + 1);
    } else {
        for t in p.last + 1..end.min(p.last + 1 + NAMED) {
            let comma = matches!(v.mark(t), Some('،' | ',')) && !v.raw(t + 1).starts_with("باتفاق");
            if comma || matches!(v.mark(t), Some('.' | ':' | '؛')) || v.particle(t) == Particle::That {
                break;
            }
            if about(t) {
                from = Some(t + 1);
                break;
            }
        }
    }
    // `أقروا تشكيل لجنتين`: the verbal noun that is the object.
    if from.is_none() && takes(v, p.entry).any(|t| t == "object") {
        let masdar =
            |t: &usize| v.at(*t).is_some_and(|m| v.shape(m) == Shape::Masdar && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0);
        from = (p.last + 1..end.min(p.last + 6)).find(masdar);
    }
    // `خرجوا باتفاق على`: the ending alone is none.
    let with = takes(v, p.entry).any(|t| t == "with");
    if with && !(p.last + 1..from?).any(|t| v.raw(t).starts_with("باتفاق")) {
        return None;
    }
    let from = from?;
    let stop = |t: usize| {
        matches!(v.mark(t), Some('،' | ',' | '.' | ':' | '؛'))
            || v.connective(t).is_some_and(|(_, role)| matches!(role, "contrast" | "time" | "condition" | "background" | "turn"))
            || v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::WAW) && v.finite(m).is_some())
    };
    let to = (from..v.len().min(from + WORDS)).take_while(|&t| !stop(t)).last()?;
    (to > from || v.over(from).is_some()).then_some((from, to))
}

/// The slot that a phrase is about by itself (`دون جديد`).
fn own_slot(v: &View, phrase: EntryId) -> Option<EntryId> {
    v.lexicon.entries[phrase as usize].role.as_deref().and_then(|id| v.lexicon.number(id))
}

/// True where a slot at `to` can be the object of a phrase that ends before `from`: a subject may stand between them, and behind the preposition a word or two
/// (`على تشكيل لجنة`). `اتفقوا على مجموعة تتولى مراقبة الهدنة` is no agreement on a truce.
fn touches(v: &View, from: usize, to: usize) -> bool {
    let preposition =
        (from..to).rev().find(|&t| matches!(v.particle(t), Particle::Takes(p) if p != Takes::FROM && p != Takes::FOR));
    // ب and ل stand on the word itself.
    let tied = (from..to).rev().find(|&t| v.over(t).is_some_and(|m| m.proclitics.has(Proclitics::BEH)));
    match preposition.map(|t| t + 1).max(tied) {
        Some(t) => to - t <= BEHIND,
        None => to - from <= APART,
    }
}

/// True where a mark or a contrast parts two tokens. A comma inside a list of names does not.
fn parted(v: &View, from: usize, to: usize) -> bool {
    // `وقعت الأطراف، الخميس، على الاتفاق`: a pair of commas around a few words parts nothing.
    let commas: Vec<usize> = (from..to).filter(|&t| matches!(v.mark(t), Some('،' | ','))).collect();
    let aside = matches!(commas.as_slice(), [a, b] if b - a <= ASIDE);
    (from..to).any(|t| {
        (matches!(v.mark(t), Some('،' | ',')) && !aside)
            || matches!(v.mark(t), Some('؛' | ':' | '.'))
            || v.connective(t).is_some_and(|(_, role)| matches!(role, "contrast" | "background" | "condition"))
            || v.particle(t) == Particle::After
            || v.at(t).is_some_and(|m| v.frame(m).purpose || (m.proclitics.has(Proclitics::LAM) && v.shape(m) == Shape::Masdar))
    })
}

/// The phrases of a sentence: the outcome entries in it, and every form of a verb that an outcome shares.
fn phrases(v: &View) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    for m in &v.s.cues {
        let entry = v.entry(m);
        let Some(status) = (entry.kind == Kind::Outcome).then(|| status_of(entry.status.as_deref())).flatten() else { continue };
        let over = v.over(m.first as usize);
        // The verb that the entry shares its forms with; another one may only look like it (`توصل`).
        let same = over.filter(|o| o.first == m.first && entry.homograph_of.contains(&v.entry(o).id));
        let finite = same.and_then(|o| v.finite(o));
        let own = v.raw(m.first as usize).trim_start_matches(['و', 'ف']);
        let form = match (finite, over.map(|o| v.shape(o))) {
            _ if matches!(own, "تم" | "جرى" | "تمت" | "جرت") => Form::Asserted,
            (Some((Tense::Perfect, _)), _) => Form::Asserted,
            (Some(_), _) => Form::Imperfect,
            (None, Some(Shape::Masdar)) => Form::Noun,
            _ if same.is_none() && (own.starts_with('ي') || own.starts_with("تت")) => Form::Imperfect,
            _ if m.first != m.last
                && !m.proclitics.has(Proclitics::ARTICLE)
                && !own.starts_with("ال")
                && !noun(&entry.en.preferred) =>
            {
                Form::Asserted
            }
            _ if noun(&entry.en.preferred) || m.proclitics.has(Proclitics::ARTICLE) || own.starts_with("ال") => Form::Noun,
            _ => Form::Asserted,
        };
        let form = if status == Status::Pending || negative(v, m) { Form::Asserted } else { form };
        let form = if matches!(own, "يتم" | "تتم") { Form::Imperfect } else { form };
        out.push(Phrase { first: m.first as usize, last: m.last as usize, entry: v.id(m), status, form });
    }
    for m in &v.s.matches {
        let Some(outcome) = v.lexicon.outcome_of(v.id(m)) else { continue };
        let slot = v.s.cues.iter().any(|c| c.first <= m.first && m.last <= c.last && v.entry(c).kind == Kind::Slot);
        if slot || out.iter().any(|p| p.first <= m.last as usize && m.first as usize <= p.last) {
            continue;
        }
        let Some(status) = status_of(v.lexicon.entries[outcome as usize].status.as_deref()) else { continue };
        let form = match (v.finite(m), v.shape(m)) {
            (Some((Tense::Perfect, _)), _) => Form::Asserted,
            (Some(_), _) => Form::Imperfect,
            (None, Shape::Masdar) => Form::Noun,
            // `تلقينا`, `أصدرنا`: we.
            (None, Shape::Verb { tense: Tense::Perfect, passive: false, .. }) => Form::Asserted,
            (None, Shape::Verb { passive: false, .. }) => Form::Imperfect,
            _ => continue,
        };
        out.push(Phrase { first: m.first as usize, last: m.last as usize, entry: outcome, status, form });
    }
    out.sort_by_key(|p| p.first);
    out
}

/// A phrase that carries its own negation (`دون اتفاق`, `لا تقدم`).
fn negative(v: &View, m: &Match) -> bool {
    (m.first..=m.last).any(|t| v.negates(t as usize)) && m.first != m.last
}

/// True for the English of a noun phrase: `agreement on`, `failure to`.
fn noun(en: &str) -> bool {
    matches!(
        en.split(' ').next(),
        Some(
            "agreement"
                | "approval"
                | "consensus"
                | "failure"
                | "success"
                | "reaching"
                | "entry"
                | "issuance"
                | "getting"
                | "obtaining"
                | "pledge"
        )
    )
}

fn status_of(status: Option<&str>) -> Option<Status> {
    match status? {
        "agreed" => Some(Status::Agreed),
        "not_agreed" => Some(Status::NotAgreed),
        "pending" => Some(Status::Pending),
        _ => None,
    }
}

/// What stands before a phrase and decides on it.
#[derive(Clone, Copy)]
enum Governor {
    Negator,
    Denial,
    Refusal,
    /// Said to be so: announced, confirmed.
    Report,
    /// Hoped, demanded, planned, tried, tied to a condition.
    Wish,
    Phrase(usize),
}

/// What a phrase says in its place; `None` where it says nothing that happened.
fn status(v: &View, phrases: &[Phrase], i: usize, statements: &[Statement], number: u32) -> Option<Status> {
    let p = &phrases[i];
    let inside =
        statements.iter().find(|s| s.sentence == number && s.content.0 <= v.start(p.first) && v.start(p.first) < s.content.1);
    let stance = inside.and_then(|s| s.verb).and_then(|verb| v.lexicon.entries[verb.entry as usize].stance.as_deref());
    if matches!(stance, Some("hope" | "demand" | "ask" | "propose" | "warn" | "expect" | "threaten"))
        || inside.is_some_and(|s| s.negated)
    {
        return None;
    }
    if conditional(v, p.first) {
        return None;
    }
    let own = direct_negator(v, p.first);
    let turned = match p.form {
        Form::Asserted => {
            // لم before it makes it past and not; a relative clause tells of something else.
            if p.first > 0 && v.particle(p.first - 1) == Particle::Relative && p.status != Status::Pending {
                return None;
            }
            turn(p.status, own)?
        }
        Form::Imperfect => {
            let seen =
                v.over(p.first).is_some_and(|m| m.proclitics.has(Proclitics::SEEN)) || v.raw(p.first.wrapping_sub(1)) == "سوف";
            if own && v.raw(p.first.wrapping_sub(1)).trim_start_matches(['و', 'ف']) == "لن" {
                // `لن نوقع`: a word of what is to come.
                return None;
            } else if own {
                turn(p.status, true)?
            } else if seen {
                if p.status == Status::Agreed { Status::Pending } else { return None }
            } else {
                // A headline tells in the present what has happened.
                let found = governor(v, phrases, i);
                if found.is_none() && headline(v) {
                    return Some(p.status);
                }
                match found?.0 {
                    Governor::Phrase(g) if phrases[g].status == Status::Pending && !unlikely(v, phrases[g].entry) => {
                        Status::Pending
                    }
                    Governor::Negator => turn(p.status, true)?,
                    _ => return None,
                }
            }
        }
        Form::Noun => {
            if own {
                turn(p.status, true)?
            } else {
                match governor(v, phrases, i) {
                    Some((Governor::Negator, _)) => turn(p.status, true)?,
                    Some((Governor::Denial, _)) => Status::Denied,
                    Some((Governor::Refusal, _)) => Status::NotAgreed,
                    Some((Governor::Report, _)) => p.status,
                    Some((Governor::Phrase(g), _)) => {
                        let above = status(v, phrases, g, statements, number)?;
                        match (above, p.status) {
                            (Status::Agreed, s) => s,
                            (Status::NotAgreed, Status::Agreed) => Status::NotAgreed,
                            (s, Status::Agreed) => s,
                            _ => return None,
                        }
                    }
                    Some((Governor::Wish, _)) => return None,
                    // `الفشل في التوصل إلى بيان`: a failure is told as a fact.
                    None if p.status == Status::NotAgreed || (headline(v) && opens(v, p.first)) => p.status,
                    None => return None,
                }
            }
        }
    };
    if stance == Some("deny") {
        return (turned == Status::Agreed || turned == Status::Denied).then_some(Status::Denied);
    }
    Some(turned)
}

fn headline(v: &View) -> bool {
    matches!(v.s.span.kind, SentenceKind::Title | SentenceKind::Heading)
}

/// `توقيع اتفاق سياسي`, `جدة: توقيع إعلان`: the first word of a headline, or behind its colon.
fn opens(v: &View, t: usize) -> bool {
    t == 0 || v.mark(t - 1) == Some(':')
}

fn turn(status: Status, negated: bool) -> Option<Status> {
    match (status, negated) {
        (s, false) => Some(s),
        (Status::Agreed, true) => Some(Status::NotAgreed),
        _ => None,
    }
}

fn unlikely(v: &View, phrase: EntryId) -> bool {
    matches!(v.lexicon.entries[phrase as usize].id.as_str(), "not_expected" | "unlikely")
}

/// A negator that touches the token, but for أن, أي and كان.
fn direct_negator(v: &View, t: usize) -> bool {
    let mut at = t;
    while at > 0 && t - at < 3 {
        at -= 1;
        if v.negates(at) {
            return true;
        }
        if !(v.particle(at) == Particle::That || matches!(v.raw(at), "أي" | "أية" | "بعد") || v.particle(at) == Particle::Was)
        {
            return false;
        }
    }
    false
}

/// True where a condition stands before the token in its clause.
fn conditional(v: &View, t: usize) -> bool {
    (0..t)
        .rev()
        .take_while(|&k| !matches!(v.mark(k), Some('،' | '؛' | '.' | ':')))
        .any(|k| v.connective(k).is_some_and(|(_, role)| role == "condition"))
}

/// The nearest word before a verbal noun or an imperfect that decides on it, and its token.
fn governor(v: &View, phrases: &[Phrase], i: usize) -> Option<(Governor, usize)> {
    let first = phrases[i].first;
    let own = v.over(first).map(|m| m.proclitics).unwrap_or_default();
    if own.has(Proclitics::LAM) && phrases[i].form == Form::Noun {
        return Some((Governor::Wish, first));
    }
    for t in (first.saturating_sub(GOVERNS)..first).rev() {
        if matches!(v.mark(t), Some('؛' | ':' | '.')) {
            return None;
        }
        if let Some(g) = phrases[..i].iter().rposition(|p| p.first <= t && t <= p.last) {
            // A phrase in a relative clause governs nothing here.
            if phrases[g].first > 0 && v.particle(phrases[g].first - 1) == Particle::Relative {
                continue;
            }
            return Some((Governor::Phrase(g), t));
        }
        let Some(m) = v.over(t) else {
            if matches!(v.raw(t), "قصد" | "أجل" | "قرب" | "محاولة") {
                return Some((Governor::Wish, t));
            }
            continue;
        };
        let (entry, frame) = (v.entry(m), v.frame(m));
        match entry.kind {
            Kind::Negator => return Some((Governor::Negator, t)),
            Kind::Connective => match entry.role.as_deref() {
                Some("contrast") => return None,
                Some("condition") => return Some((Governor::Wish, t)),
                Some("purpose") => return Some((Governor::Wish, t)),
                _ => {}
            },
            // تعهدا is a noun far more often than a dual.
            Kind::Verb if matches!(v.shape(m), Shape::Verb { person: Person::Both, .. }) && entry.stance.is_some() => {}
            Kind::Verb => {
                if t > 0 && v.particle(t - 1) == Particle::Relative {
                    continue;
                }
                let governor = match entry.stance.as_deref() {
                    Some("deny") => Some(Governor::Denial),
                    Some("reject") => Some(Governor::Refusal),
                    Some("announce" | "affirm" | "confirm" | "reveal" | "welcome") => Some(Governor::Report),
                    Some("hope" | "demand" | "ask" | "propose" | "warn" | "expect" | "threaten" | "promise") => {
                        Some(Governor::Wish)
                    }
                    _ if frame.purpose => Some(Governor::Wish),
                    _ => None,
                };
                if let Some(governor) = governor {
                    return Some((governor, m.first as usize));
                }
                if v.finite(m).is_some() && first - t > 4 {
                    return None;
                }
            }
            Kind::Term if frame.purpose => return Some((Governor::Wish, t)),
            _ => {}
        }
        if m.ending == Ending::None && entry.kind == Kind::Time && matches!(v.raw(t), "بعد" | "عقب") && first - t == 1 {
            return Some((Governor::Report, t));
        }
    }
    None
}

#[cfg(test)]
#[path = "outcomes_tests.rs"]
mod tests;
