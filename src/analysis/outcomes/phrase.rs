//! The phrases of a sentence that say what became of a matter, and their form.

use super::Status;
use super::status::{headline, opens};
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::{Entry, Kind};
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between a verb and its ب.
const BY: usize = 7;
/// Tokens between a verb of speech and what is said, where no particle opens it.
const CLAUSE: usize = 8;

/// Tokens between a verb and the rest of its phrase, and between a noun and its على.
const SUBJECT: usize = 20;

/// A phrase in a sentence.
#[derive(Clone, Copy)]
pub(super) struct Phrase {
    pub(super) first: usize,
    pub(super) last: usize,
    /// Tokens inside it that are not its own: the subject in `دخلت الهدنة حيز التنفيذ`. Empty where it is in one piece.
    pub(super) gap: (usize, usize),
    pub(super) entry: EntryId,
    pub(super) status: Status,
    pub(super) form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// It says what happened.
    Asserted,
    /// An imperfect: what stands before it decides.
    Imperfect,
    /// A verbal noun: what governs it decides.
    Noun,
}

/// The phrases of a sentence: the outcome entries in it, and every form of a verb that an outcome shares.
pub(super) fn phrases(v: &View) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    for m in &v.s.cues {
        if v.kind(m) != Kind::Outcome {
            continue;
        }
        let entry = v.entry(m);
        let Some(status) = status_of(entry.status.as_deref()) else { continue };
        let has = |keyword: &str| entry.takes.iter().any(|t| t == keyword);
        // `البيان الذي تلاه المندوب`: the object is no noun.
        if has("full") && m.ending != Ending::None {
            continue;
        }
        if (has("headline") && !headline(v)) || (has("by") && !takes_by(v, m)) {
            continue;
        }
        // `نفى وجود اتفاق مكتوب على`: what it is on tells more.
        let last = m.last as usize;
        let on = |t: usize| matches!(v.raw(t), "على" | "حول" | "بشأن") && v.mark(t - 1).is_none();
        if has("denied") && (last + 1..v.len().min(last + 4)).any(on) {
            continue;
        }
        if entry.takes.iter().any(|t| t == "verb") {
            out.extend(apart(v, m, status));
            continue;
        }
        let over = v.over(m.first as usize);
        // `أقر بأن الوثيقة لم تعتمد`: he acknowledges it, and adopts nothing.
        if over.is_some_and(|o| v.name(o) == "verb_acknowledge_that") {
            continue;
        }
        // `من وقع الإعلان`: behind a preposition stands a noun.
        let finite = |o: &&Match| v.finite(o).is_some() && o.proclitics.is_none();
        // `عن توصل الطرفين إلى`: the verbal noun has the letters of the verb.
        let either = has("noun");
        let behind = m.first > 0 && over.is_some_and(|o| finite(&o)) && prepositional(v, m.first as usize - 1);
        // `بعد توصل الطرفين إلى`: what is known.
        let about = behind && v.particle(m.first as usize - 1) == Particle::Takes(Takes::ABOUT);
        if m.first == m.last && behind && !(either && about) {
            continue;
        }
        // The verb that the entry shares its forms with; another one may only look like it (`توصل`).
        let same = over.filter(|o| o.first == m.first && entry.homograph_of.iter().any(|id| id == v.name(o)));
        let finite = same.and_then(|o| v.finite(o));
        let own = v.raw(m.first as usize).trim_start_matches(['و', 'ف']);
        // `التزم الطرفان`: no article.
        // `الطرفين توافقا`: nor where the parties stand before their verb.
        let two = v.raw(m.last as usize).ends_with('ا') && own.starts_with("ال");
        let parties = m.first != m.last && (two || over.is_some_and(|o| o.first == m.first && v.frame(o).talks));
        let definite = !parties
            && own.starts_with("ال")
            && over.is_none_or(|o| v.finite(o).is_none() || o.proclitics.has(Proclitics::ARTICLE));
        let form = match (finite, over.map(|o| v.shape(o))) {
            _ if matches!(own, "تم" | "جرى" | "تمت" | "جرت") => Form::Asserted,
            // `لعقد جولة`, `بعقد جولة`, `استبعد المبعوث أمس عقد جولة`
            _ if either && (behind || tied(m) || second(v, m.first as usize)) => Form::Noun,
            (Some((Tense::Perfect, _)), _) => Form::Asserted,
            (Some(_), _) => Form::Imperfect,
            (None, Some(Shape::Masdar)) => Form::Noun,
            _ if same.is_none() && (own.starts_with('ي') || own.starts_with("تت") || ahead(v, m)) => Form::Imperfect,
            _ if parties => Form::Asserted,
            _ if m.first != m.last && !m.proclitics.has(Proclitics::ARTICLE) && !definite && !noun(entry) => Form::Asserted,
            _ if noun(entry) || (m.proclitics.has(Proclitics::ARTICLE) && !parties) || definite => Form::Noun,
            _ => Form::Asserted,
        };
        // `اقترحوا عقد الجولة`: right behind a verb stands a noun, whatever it looks like.
        let governed = m.first > 0
            && m.first == m.last
            && m.proclitics.is_none()
            && v.at(m.first as usize - 1)
                .is_some_and(|g| v.kind(g) == Kind::Verb && v.finite(g).is_some() && v.stance(g).is_some());
        let form = if form == Form::Asserted && governed { Form::Noun } else { form };
        let form = if status == Status::Pending && !noun(entry) || negative(v, m) { Form::Asserted } else { form };
        let form = if matches!(own, "يتم" | "تتم") { Form::Imperfect } else { form };
        // `ينص الاتفاق على`: what a text says, it says now.
        let form = if entry.takes.iter().any(|t| t == "stands") { Form::Asserted } else { form };
        let mut phrase = Phrase::whole(m, v.id(m), status, form);
        // `لم يتم حسم الملف`, `سيتم حسم الملف`: the verb before it says whether it came about.
        if m.first == m.last
            && phrase.status == Status::Agreed
            && let Some(form) = m.first.checked_sub(1).and_then(|t| light(v, t as usize))
        {
            (phrase.first, phrase.form) = (phrase.first - 1, form);
        }
        out.push(phrase);
    }
    for m in &v.s.matches {
        let Some(outcome) = v.lexicon.outcome_of(v.id(m)).filter(|_| v.name(m) != "verb_acknowledge_that") else { continue };
        let noun = v.kind(m) == Kind::Term;
        let bare = || v.lexicon.takes(outcome).any(|t| t == "masdar");
        let agreed = noun && between(v, m.last as usize + 1, bare());
        let slot = v.s.cues.iter().any(|c| c.first <= m.first && m.last <= c.last && v.kind(c) == Kind::Slot);
        if (slot && !agreed) || out.iter().any(|p| p.first <= m.last as usize && m.first as usize <= p.last) {
            continue;
        }
        // `دخل الوفد القاعة`: the verb of a phrase in two parts says nothing without the other part.
        if v.lexicon.takes(outcome).any(|t| t == "verb") {
            continue;
        }
        let shared = &v.lexicon.entries[outcome as usize];
        let Some(status) = status_of(shared.status.as_deref()) else { continue };
        // `من وقع الإعلان` is a noun, and so is `تتناول شكل الدولة`.
        let verb = |t: usize| {
            v.at(t).is_some_and(|o| {
                o.first as usize == t && v.kind(o) == Kind::Verb && v.finite(o).is_some() && o.ending == Ending::None
            })
        };
        let short = v.raw(m.first as usize).chars().count() == 3 && matches!(v.finite(m), Some((Tense::Perfect, _)));
        let second = |t: usize| short && verb(t);
        let governed = m.first > 0
            && v.finite(m).is_some()
            && m.proclitics.is_none()
            && (prepositional(v, m.first as usize - 1) || second(m.first as usize - 1));
        if governed {
            continue;
        }
        let form = match (v.finite(m), v.shape(m)) {
            (Some((Tense::Perfect, _)), _) => Form::Asserted,
            (Some(_), _) => Form::Imperfect,
            (None, Shape::Masdar) => Form::Noun,
            // `تمديد`, and `اتفاق موسكو وأنقرة على`: nouns of an outcome.
            _ if agreed || (noun && shared.takes.iter().any(|t| t == "noun")) => Form::Noun,
            // `تلقينا`, `أصدرنا`: we.
            (None, Shape::Verb { tense: Tense::Perfect, passive: false, .. }) => Form::Asserted,
            (None, Shape::Verb { passive: false, .. }) => Form::Imperfect,
            _ => continue,
        };
        out.push(Phrase::whole(m, outcome, status, form));
    }
    out.sort_by_key(|p| p.first);
    // `اتفقا مبدئيا على`: how they agreed.
    let manner = |p: &Phrase| v.lexicon.takes(p.entry).any(|t| t == "manner");
    let ends = |t: usize| matches!(v.mark(t), Some('.' | '؛' | ':'));
    let all = out.clone();
    let how = |p: &Phrase| {
        manner(p)
            && all.iter().any(|o| !manner(o) && o.last < p.first && p.first - o.last <= SUBJECT && !(o.last..p.first).any(ends))
    };
    out.retain(|p| !how(p));
    out
}

/// `خطة تفضي إلى انتخابات`: a verb in the imperfect that opens a phrase of several words.
fn ahead(v: &View, m: &Match) -> bool {
    let verb = |o: &Match| {
        let she = matches!(v.shape(o), Shape::Verb { person: Person::She, .. });
        o.first == m.first && she && matches!(v.finite(o), Some((tense, _)) if tense != Tense::Perfect)
    };
    m.first != m.last && matches!(v.particle(m.last as usize), Particle::Takes(_)) && v.over(m.first as usize).is_some_and(verb)
}

/// True for a word with ب or ل on it: no verb in the perfect.
fn tied(m: &Match) -> bool {
    m.proclitics.has(Proclitics::LAM) || m.proclitics.has(Proclitics::BEH)
}

/// True where a verb of speech stands before token `t` in its clause: a second verb without a conjunction is a noun.
fn second(v: &View, t: usize) -> bool {
    let ends = |k: &usize| v.mark(*k).is_some() || v.particle(*k) != Particle::None || v.connective(*k).is_some();
    let joined = v.over(t).is_some_and(|m| m.proclitics.has(Proclitics::WAW));
    let speaks = |k: usize| v.at(k).is_some_and(|m| v.frame(m).reports && v.finite(m).is_some());
    !joined && (t.saturating_sub(CLAUSE)..t).rev().take_while(|k| !ends(k)).any(speaks)
}

/// What `تم` and `يتم` make of the verbal noun behind them.
fn light(v: &View, t: usize) -> Option<Form> {
    match v.raw(t).trim_start_matches(['و', 'ف', 'س']) {
        "تم" | "تمت" | "جرى" | "جرت" => Some(Form::Asserted),
        "يتم" | "تتم" | "يجر" | "تجر" | "يجري" | "تجري" => Some(Form::Imperfect),
        _ => None,
    }
}

impl Phrase {
    fn whole(m: &Match, entry: EntryId, status: Status, form: Form) -> Self {
        Self { first: m.first as usize, last: m.last as usize, gap: (0, 0), entry, status, form }
    }
}

/// True for a preposition behind which stands a noun, whatever it looks like: `من وقع الإعلان`, `قبل حسم الملف`.
fn prepositional(v: &View, t: usize) -> bool {
    matches!(v.particle(t), Particle::Takes(Takes::FROM | Takes::IN | Takes::ABOUT) | Particle::Adjunct)
}

/// `قبل بإدراج الملف`, and not `من قبل` or `قبل بدء`: a verbal noun with ب behind it.
fn takes_by(v: &View, m: &Match) -> bool {
    let (first, last) = (m.first as usize, m.last as usize);
    let of = first > 0 && v.particle(first - 1) == Particle::Takes(Takes::FROM);
    let by = |t: usize| v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::BEH) && v.shape(m) == Shape::Masdar);
    let slot = |t: usize| {
        let begins = |c: &&Match| c.first as usize == t && v.kind(c) == Kind::Slot && c.proclitics.has(Proclitics::BEH);
        v.s.cues.iter().any(|c| begins(&c))
    };
    !of && (last + 1..v.len().min(last + BY)).any(|t| by(t) || slot(t))
}

/// A phrase whose verb stands before it, with its subject between them: `دخلت الهدنة حيز التنفيذ`. Without the verb it says nothing.
fn apart(v: &View, m: &Match, status: Status) -> Option<Phrase> {
    let (first, last) = (m.first as usize, m.last as usize);
    let from = first.saturating_sub(SUBJECT);
    let ends = |t: &usize| matches!(v.mark(*t), Some('.' | '؛' | ':')) || v.particle(*t) == Particle::That;
    let same = |o: &Match| v.entry(m).homograph_of.iter().any(|id| id == v.name(o));
    let verb = (from..first)
        .rev()
        .take_while(|t| !ends(t))
        .filter_map(|t| v.at(t).into_iter().chain(v.s.cues.iter().find(|c| c.first as usize == t)).find(|&o| same(o)))
        .next()?;
    // `لا يزال الملف عالقا`
    if v.kind(verb) == Kind::Outcome {
        let gap = (verb.last as usize + 1, first);
        return Some(Phrase { first: verb.first as usize, last, gap, entry: v.id(m), status, form: Form::Asserted });
    }
    let form = match (v.finite(verb), v.shape(verb)) {
        (Some((Tense::Perfect, _)), _) => Form::Asserted,
        (Some(_), _) => Form::Imperfect,
        _ => Form::Noun,
    };
    // `ويظل الملف معلقا`: what is open now.
    let future = verb.proclitics.has(Proclitics::SEEN);
    let form = if status == Status::Pending && !future { Form::Asserted } else { form };
    Some(Phrase { first: verb.first as usize, last, gap: (verb.last as usize + 1, first), entry: v.id(m), status, form })
}

/// True where nothing but names stands between `from` and على: `اتفاق روسيا وتركيا وإيران على`; nothing at all where the noun is `bare` (`توافق على`).
fn between(v: &View, from: usize, bare: bool) -> bool {
    let name = |t: usize| {
        v.over(t).is_some_and(|m| {
            matches!(
                v.kind(m),
                Kind::Person
                    | Kind::Party
                    | Kind::Organization
                    | Kind::Country
                    | Kind::Place
                    | Kind::Demonym
                    | Kind::Term
                    | Kind::Title
            ) && m.proclitics.0 & !(Proclitics::WAW.0 | Proclitics::ARTICLE.0) == 0
        })
    };
    // `اتفاق شامل حول`, `موافقة الجيش على`: names, or up to two words that no entry knows.
    let plain =
        |t: usize| v.over(t).is_none() && v.mark(t).is_none() && v.particle(t) == Particle::None && !v.raw(t).starts_with('و');
    let both =
        |t: usize| v.raw(t) == "بين" || v.raw(t).starts_with("ال") && (v.raw(t).ends_with("ين") || v.raw(t).ends_with("ان"));
    let to = (from..v.len().min(from + SUBJECT)).find(|&t| !(name(t) || both(t) || plain(t) && t < from + 2));
    to.is_some_and(|t| {
        matches!(v.raw(t), "على" | "حول" | "بشأن")
            && (t > from || (bare && (v.raw(t) == "على" || (headline(v) && opens(v, from - 1)))))
    })
}

/// A phrase that carries its own negation (`دون اتفاق`, `لا تقدم`).
fn negative(v: &View, m: &Match) -> bool {
    (m.first..=m.last).any(|t| v.negates(t as usize)) && m.first != m.last
}

/// True for an entry that is a verbal noun: `الاتفاق على`, `الفشل في`.
fn noun(entry: &Entry) -> bool {
    entry.takes.iter().any(|t| t == "masdar")
}

pub(super) fn status_of(status: Option<&str>) -> Option<Status> {
    match status? {
        "agreed" => Some(Status::Agreed),
        "not_agreed" => Some(Status::NotAgreed),
        "pending" => Some(Status::Pending),
        _ => None,
    }
}
