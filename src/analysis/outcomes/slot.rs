//! The matter that a phrase is about: a slot of the glossary, or the words that tell it.

use super::apart::{parted, touches};
use super::phrase::{Form, Phrase};
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Shape;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between a phrase and its slot, and between the preposition and the slot.
pub(super) const APART: usize = 8;

pub(super) const BEHIND: usize = 2;

/// Nouns of one chain.
const CHAIN: usize = 5;

/// Tokens between a phrase and a slot that it names.
pub(super) const NAMED: usize = 16;

/// Tokens between the talks and their verb, with a clause of the talks between them.
const LONG: usize = 24;

/// Tokens behind a slot that ends with a preposition.
const LABEL: usize = 4;

/// What `takes` of an outcome may say beside the ids of slots.
const KEYWORDS: [&str; 28] = [
    "any",
    "subject",
    "with",
    "ب",
    "adjacent",
    "في",
    "إلى",
    "words",
    "object",
    "behind",
    "talks",
    "verb",
    "noun",
    "due",
    "stands",
    "whole",
    "announced",
    "other",
    "manner",
    "masdar",
    "headline",
    "governed",
    "by",
    "open",
    "denied",
    "full",
    "kept",
    "clause",
];

pub(super) fn takes<'v>(v: &View<'v>, phrase: EntryId) -> impl Iterator<Item = &'v str> {
    v.lexicon.takes(phrase)
}

/// Whether a phrase may be about a slot: any, unless it names those it goes with.
pub(super) fn goes_with(v: &View, phrase: EntryId, slot: EntryId) -> bool {
    let id = v.lexicon.entries.id(slot);
    match v.lexicon.role(slot) {
        Some("attendance") => false,
        // `الاتفاق`: only where something is signed.
        Some("document") => names(v, phrase, slot),
        _ => takes(v, phrase).all(|t| KEYWORDS.contains(&t)) || takes(v, phrase).any(|t| t == "any" || t == id),
    }
}

/// True for a phrase that names this very slot.
pub(super) fn names(v: &View, phrase: EntryId, slot: EntryId) -> bool {
    takes(v, phrase).any(|t| t == v.lexicon.entries.id(slot))
}

/// True where the slot stands as the phrase wants it: behind its ب (`اختتمت ببيان`), behind في (`أخفق في`), next to it (`دون بيان`), or as its object.
pub(super) fn reaches(v: &View, p: &Phrase, m: &Match) -> bool {
    let (from, first) = (p.last + 1, m.first as usize);
    let has = |keyword: &str| takes(v, p.entry).any(|t| t == keyword);
    // `اتفقوا في الجولة الأخيرة على`, `قررت في البيان الختامي إنشاء`: where, and not what.
    if (has("words") || has("object")) && !has("في") && first > from && v.particle(first - 1) == Particle::Takes(Takes::IN) {
        return false;
    }
    if has("with") && !m.proclitics.has(Proclitics::BEH) {
        return false;
    }
    // `لم يحسم موعد عودة النازحين`: the date, and not the return.
    if (has("behind") || has("words")) && first > from && !v.frame(m).next && is(v, first - 1, "aspect") {
        return false;
    }
    if has("adjacent") && first > from + 1 {
        return false;
    }
    // `رفض ربط الانتخابات بالاستفتاء`: the link is refused, and not the elections.
    if has("whole")
        && first > from
        && (of_a_noun(v, first) || (from + 2..first).any(|t| of_a_noun(v, t) && v.raw(t).starts_with("ال")))
    {
        return false;
    }
    // `باتفاق على تسيير دوريات على أطراف منطقة خفض التصعيد`: what stands right behind the first على.
    let on = |t: usize| matches!(v.raw(t), "على" | "بشأن" | "حول") && v.over(t).is_none_or(|m| m.first == m.last);
    // `حول ضوابط اختيار شاغلي المناصب`: one noun of another.
    // `على مواصلة المشاورات حول اللجنة`: talks about it are agreed on, and not it.
    let steps = |t: usize| {
        matches!(v.particle(t), Particle::Takes(_))
            || matches!(v.raw(t), "حول" | "بشأن" | "بخصوص")
            || v.at(t).is_some_and(|m| m.proclitics.0 & (Proclitics::BEH.0 | Proclitics::LAM.0 | Proclitics::WAW.0) != 0)
    };
    let deep = |t: usize| first - t > BEHIND + 1 && (first - t > CHAIN || (t + 1..first).any(steps));
    // `اتفقت الدول الضامنة للمسار حول سوريا، اليوم، على`: whose it is.
    let whose = |t: usize| v.raw(t) == "حول" && v.at(t + 1).is_some_and(|m| v.kind(m) == Kind::Country);
    if has("words") && (p.last..first).find(|&t| on(t) && !whose(t)).is_some_and(deep) {
        return false;
    }
    // `على محكمة قضايا الانتخابات`: a court, and no elections.
    let plain = |t: usize| {
        v.mark(t).is_none()
            && v.particle(t) == Particle::None
            && v.at(t).is_none_or(|m| v.finite(m).is_none() && m.proclitics.is_none())
    };
    let masdar = |t: usize| v.over(t).is_some_and(|m| v.shape(m) == Shape::Masdar || v.kind(m) == Kind::Outcome);
    let of_nouns = |t: usize| {
        first == t + 3
            && !(t + 1..first).any(|k| vessel(v, k))
            && (t + 1..first).all(|k| plain(k) && !v.raw(k).starts_with("ال"))
            && !masdar(t + 1)
    };
    if has("words")
        && m.first == m.last
        && v.raw(first).starts_with("ال")
        && (p.last..first).find(|&t| on(t) && !whose(t)).is_some_and(of_nouns)
    {
        return false;
    }
    // `أرجئ الإعلان عن أسماء الأعضاء في اللجنة`: names are put off, and no committee.
    if has("behind") && (from..first).filter(|&t| matches!(v.particle(t), Particle::Takes(_))).count() > 1 {
        return false;
    }
    if has("في") && !(from..first).any(|t| matches!(v.particle(t), Particle::Takes(Takes::IN))) && !ends_in(v, p) {
        return false;
    }
    touches(v, from, first) || ((has("with") || names(v, p.entry, v.id(m))) && first - from <= NAMED)
}

/// True for a phrase that has its في already.
pub(super) fn ends_in(v: &View, p: &Phrase) -> bool {
    matches!(v.particle(p.last), Particle::Takes(Takes::IN))
}

/// The slot that a phrase is about by itself (`دون جديد`).
pub(super) fn own_slot(v: &View, phrase: EntryId) -> Option<EntryId> {
    let slot = v.lexicon.role(phrase).and_then(|id| v.lexicon.number(id));
    slot.filter(|&id| v.lexicon.frames[id as usize].slot)
}

/// A noun that only wraps its matter (role `vessel`): `عملية لتبادل الأسرى`, `صيغة لقوائم المعتقلين`.
pub(super) fn vessel(v: &View, t: usize) -> bool {
    is(v, t, "vessel")
}

/// True for a word that an entry with this role is written as.
fn is(v: &View, t: usize, role: &str) -> bool {
    let is = |entry: EntryId| v.lexicon.role(entry) == Some(role);
    v.lexicon.written_as(v.raw(t).trim_start_matches("ال")).any(|f| is(f.entry))
}

/// The last token of a slot with the noun that it is of (`لجنة لمراقبة | وقف إطلاق النار`) and where it holds (`التهدئة | في إدلب`), and whether there are any.
fn complement(v: &View, last: usize) -> (usize, bool) {
    let mut to = last;
    let construct = v.particle(last) == Particle::None && !v.raw(last).starts_with("ال");
    let of = v.at(last + 1).filter(|m| {
        v.mark(last + 1).is_none()
            && v.finite(m).is_none()
            && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0
            && v.connective(last + 1).is_none()
            && matches!(v.kind(m), Kind::Term | Kind::Party | Kind::Agreement | Kind::Place | Kind::Country)
    });
    if let Some(m) = of.filter(|_| construct) {
        to = m.last as usize;
    }
    let place = |t: usize| v.at(t).filter(|m| matches!(v.kind(m), Kind::Place | Kind::Country));
    let plain = |t: usize| v.mark(t).is_none() && v.raw(t) == "منطقة" || v.raw(t) == "مدينة" || v.raw(t) == "محافظة";
    if matches!(v.particle(to + 1), Particle::Takes(Takes::IN)) {
        let at = to + 2 + usize::from(plain(to + 2));
        if let Some(m) = place(at) {
            to = m.last as usize;
        }
    }
    (to, to > last)
}

/// The last token of a slot with what it wants: `الإفراج عن نصف المحتجزين` and not `الإفراج عن`.
pub(super) fn whole(v: &View, last: usize) -> usize {
    if v.s.cues.iter().any(|c| c.last as usize == last && v.kind(c) == Kind::Slot && !v.frame(c).next) {
        let (to, full) = complement(v, last);
        if full {
            return to;
        }
    }
    if !matches!(v.particle(last), Particle::Takes(_)) && !matches!(v.raw(last), "سراح") {
        return last;
    }
    let word = |t: &usize| {
        v.mark(*t).is_none()
            && v.particle(*t) == Particle::None
            && v.connective(*t).is_none()
            && v.at(*t).is_none_or(|m| v.finite(m).is_none())
            && !v.raw(*t).starts_with('ب')
    };
    (last + 1..v.len().min(last + 1 + LABEL)).take_while(word).last().unwrap_or(last)
}

/// True where the talks themselves are what a phrase is about: `أرجئت الجولة`, `الجولة أرجئت`.
pub(super) fn of_talks(v: &View, p: &Phrase) -> bool {
    talks(v, p).is_some()
}

/// The last token of the talks that a phrase is about, or of the phrase, where they stand before or inside it.
pub(super) fn talks(v: &View, p: &Phrase) -> Option<usize> {
    let talks = |m: &&Match| v.frame(m).round;
    let behind = v.s.matches.iter().filter(talks).find(|m| m.first as usize > p.last);
    let before = || v.s.matches.iter().rev().filter(talks).find(|m| (m.last as usize) < p.first);
    let bare = |from: usize, to: usize| !(from..to).any(|t| matches!(v.particle(t), Particle::Takes(_)));
    let near = |from: usize, to: usize| to - from <= APART && !parted(v, from, to) && bare(from, to);
    let inside =
        v.s.matches
            .iter()
            .filter(talks)
            .any(|m| (p.gap.0..p.gap.1).contains(&(m.first as usize)) && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0);
    if inside {
        return Some(p.last);
    }
    let object = |m: &&Match| near(p.last + 1, m.first as usize) && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0;
    let subject = |m: &Match| {
        p.form != Form::Noun && (m.last as usize + 1..p.first).len() <= NAMED && !parted(v, m.last as usize + 1, p.first)
    };
    // `أن المحادثات التي جرت برعاية أممية وصلت إلى`: the subject right behind the particle, with its clause.
    let with_clause = |m: &Match| {
        let (first, last) = (m.first as usize, m.last as usize);
        let opens = first > 0 && v.particle(first - 1) == Particle::That;
        let ends = |t: usize| v.particle(t) == Particle::That || matches!(v.mark(t), Some('.' | '؛' | ':'));
        opens && v.particle(last + 1) == Particle::Relative && p.first - last <= LONG && !(last + 1..p.first).any(ends)
    };
    let long = || p.form != Form::Noun && v.s.matches.iter().filter(talks).any(|m| (m.last as usize) < p.first && with_clause(m));
    let subject = || before().is_some_and(subject) || long();
    behind.filter(object).map(|m| m.last as usize).or_else(|| subject().then_some(p.last))
}

/// True for a slot behind a bare noun that no entry knows: it is that noun's complement.
fn of_a_noun(v: &View, first: usize) -> bool {
    let word = v.raw(first - 1);
    v.over(first - 1).is_none_or(|m| {
        v.frame(m).reports && v.finite(m).is_some() && first > 1 && v.over(first - 2).is_some_and(|o| v.finite(o).is_some())
    }) && v.mark(first - 1).is_none()
        && v.particle(first - 1) == Particle::None
        && !word.starts_with("ال")
        && word.chars().count() > 2
}
