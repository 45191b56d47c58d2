//! The matter that a phrase is about: a slot of the glossary, or the words that tell it.

use super::phrase::{Form, Phrase};
use super::status::headline;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Shape;
use crate::glossary::cue::Is;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens between a phrase and its slot, and between the preposition and the slot.
pub(super) const APART: usize = 8;

const BEHIND: usize = 2;

/// Nouns of one chain.
const CHAIN: usize = 5;

/// Tokens between a phrase and a slot that it names.
const NAMED: usize = 16;

/// Tokens between two commas around a day or a place.
const ASIDE: usize = 7;

/// Tokens behind a slot that ends with a preposition.
const LABEL: usize = 4;

/// Tokens of a matter that only its words tell.
const WORDS: usize = 12;

/// What `takes` of an outcome may say beside the ids of slots.
const KEYWORDS: [&str; 23] = [
    "any", "subject", "with", "ب", "adjacent", "في", "إلى", "words", "object", "behind", "talks", "verb", "noun", "due",
    "stands", "whole", "other", "manner", "masdar", "headline", "governed", "by", "open",
];

pub(super) fn takes<'v>(v: &View<'v>, phrase: EntryId) -> impl Iterator<Item = &'v str> {
    v.lexicon.entries[phrase as usize].takes.iter().map(String::as_str)
}

/// Whether a phrase may be about a slot: any, unless it names those it goes with.
pub(super) fn goes_with(v: &View, phrase: EntryId, slot: EntryId) -> bool {
    let id = v.lexicon.entries[slot as usize].id.as_str();
    match v.lexicon.entries[slot as usize].role.as_deref() {
        Some("attendance") => false,
        // `الاتفاق`: only where something is signed.
        Some("document") => names(v, phrase, slot),
        _ => takes(v, phrase).all(|t| KEYWORDS.contains(&t)) || takes(v, phrase).any(|t| t == "any" || t == id),
    }
}

/// True for a phrase that names this very slot.
pub(super) fn names(v: &View, phrase: EntryId, slot: EntryId) -> bool {
    takes(v, phrase).any(|t| t == v.lexicon.entries[slot as usize].id)
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
    let steps = |t: usize| {
        matches!(v.particle(t), Particle::Takes(_))
            || v.at(t).is_some_and(|m| m.proclitics.0 & (Proclitics::BEH.0 | Proclitics::LAM.0 | Proclitics::WAW.0) != 0)
    };
    let deep = |t: usize| first - t > BEHIND + 1 && (first - t > CHAIN || (t + 1..first).any(steps));
    if has("words") && (p.last..first).find(|&t| on(t)).is_some_and(deep) {
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

/// The tokens of the matter of a phrase, where no slot tells it: what stands behind على, بشأن or حول; the verbal noun that is its object.
pub(super) fn matter(v: &View, p: &Phrase, behind: usize) -> Option<(usize, usize)> {
    let has = |keyword: &str| takes(v, p.entry).any(|t| t == keyword);
    if !has("words") && !has("object") && !has("behind") && !has("ب") {
        return None;
    }
    // `على مدى يومين`, `بناء على مقترح`: part of another phrase; `على ألا` is not.
    let alone = |t: usize| v.over(t).is_none_or(|m| m.first == m.last || v.kind(m) == Kind::Negator);
    let about = |t: usize| {
        (has("words") && matches!(v.raw(t), "على" | "بشأن" | "حول") && (t == p.last || alone(t)))
            || (has("إلى") && v.particle(t) == Particle::Takes(Takes::TO))
    };
    let end = behind.min(v.len());
    let mut from = None;
    if about(p.last) {
        from = Some(p.last + 1);
    } else {
        let mut reach = p.last + 1 + NAMED;
        for t in p.last + 1..end {
            // `اتفقا، في المقابل، على`: a pair of commas around a few words.
            let pair = |t: usize| (t + 2..v.len().min(t + ASIDE)).find(|&k| matches!(v.mark(k), Some('،' | ',')));
            let opens = matches!(v.mark(t), Some('،' | ',')) && pair(t).is_some_and(|k| about(k + 1));
            let closes = matches!(v.mark(t), Some('،' | ',')) && about(t + 1) && t > p.last + 2;
            let comma = matches!(v.mark(t), Some('،' | ',')) && !v.raw(t + 1).starts_with("باتفاق") && !opens && !closes;
            let circumstance = matches!(v.mark(t), Some('،' | ',')) && circumstance(v, t + 1);
            if circumstance {
                reach += NAMED;
                continue;
            }
            if t >= reach || comma || matches!(v.mark(t), Some('.' | ':' | '؛')) || v.particle(t) == Particle::That {
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
        // It may be a phrase itself: `أقروا تشكيل لجنتين`.
        from = (p.last + 1..v.len().min(p.last + 6)).take_while(|t| v.mark(*t).is_none()).find(masdar);
    }
    // `أرجئ البحث في`: what stands right behind.
    let definite = v.raw(p.last + 1).starts_with("ال")
        && v.over(p.last + 1).is_none_or(|m| v.frame(m).purpose || v.shape(m) == Shape::Masdar);
    if from.is_none() && has("behind") && definite {
        from = Some(p.last + 1);
    }
    // `أرجئ بحث ملف المطارات`, `لم تحسم بعد أسماء الأسرى`: a noun with what it is of.
    if from.is_none() && has("behind") {
        // `لم يحسم الطرفان بعد ملف المطارات`
        let parties = v.at(p.last + 1).is_some_and(|m| v.frame(m).talks && v.kind(m) == Kind::Term);
        let at = p.last + 1 + usize::from(parties);
        let at = at + usize::from(matches!(v.raw(at), "بعد" | "حتى"));
        let noun = |t: usize| {
            v.mark(t).is_none()
                && v.particle(t) == Particle::None
                && !v.negates(t)
                && v.at(t).is_none_or(|m| {
                    let article = if has("masdar") { Proclitics::ARTICLE.0 } else { 0 };
                    m.proclitics.0 & !article == 0 && v.connective(t).is_none()
                })
        };
        let of = (at + 1..v.len().min(at + 4)).take_while(|&t| v.mark(t).is_none()).any(|t| {
            let definite = v.raw(t).trim_start_matches('و').starts_with("ال") || v.raw(t).starts_with("لل");
            definite || v.over(t).is_some_and(|m| v.kind(m) == Kind::Place)
        });
        from = (noun(at) && (of || has("masdar"))).then_some(at);
    }
    // `تعهد الطرفان بتحديد`: behind the ب that stands on the noun.
    if from.is_none() && has("ب") {
        let by = |t: &usize| {
            v.at(*t).map_or_else(|| v.raw(*t).starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH))
                && v.raw(*t).chars().count() > 3
        };
        from = (p.last + 1..v.len().min(p.last + 4)).take_while(|t| v.mark(*t).is_none()).find(by);
    }
    // `خرجوا باتفاق على`: the ending alone is none.
    let with = has("with");
    if with && !(p.last + 1..from?).any(|t| v.raw(t).starts_with("باتفاق")) {
        return None;
    }
    // `على ما يلي:`: no matter, but what follows.
    let back = |t: usize| v.s.cues.iter().any(|c| c.first as usize == t && v.entry(c).role.as_deref() == Some("points_back"));
    let from = from.filter(|&t| v.particle(t) != Particle::Relative && !back(t))?;
    // `إقناع الحركة بالتوقيع`: the verbal noun is part of what failed.
    let from = if has("masdar") && has("behind") { p.first } else { from };
    let to = words(v, from)?;
    // `لم يتم حسم القضية بعد`
    let to =
        if to > from && (v.raw(to) == "بعد" || v.is_quote(to) && !(from..to).any(|t| v.is_quote(t))) { to - 1 } else { to };
    (to > from || v.over(from).is_some()).then_some((from, to))
}

/// `القوانين الانتخابية والتوقيع مؤجل`: in a headline a new clause without a verb.
fn nominal(v: &View, t: usize) -> bool {
    headline(v)
        && v.raw(t).starts_with("وال")
        && v.s
            .cues
            .iter()
            .any(|c| c.first as usize == t + 1 && v.entry(c).kind == Kind::Outcome && takes(v, v.id(c)).any(|k| k == "subject"))
}

/// The last token of a matter that begins at token `from`.
fn words(v: &View, from: usize) -> Option<usize> {
    let stop = |t: usize| {
        matches!(v.mark(t), Some('،' | ',' | '.' | ':' | '؛'))
            || matches!(v.raw(t), "وعلى" | "وبشأن" | "وحول")
            || (t > from && nominal(v, t))
            || (matches!(v.raw(t), "بما" | "بمن") && v.raw(t + 1).starts_with("في"))
            || v.connective(t).is_some_and(|(_, role)| matches!(role, "contrast" | "time" | "condition" | "background" | "turn"))
            || v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::WAW) && v.finite(m).is_some())
    };
    (from..v.len().min(from + WORDS)).take_while(|&t| !stop(t)).last()
}

/// The words before a phrase that are its subject, from the start of their clause: `أما إعادة فتح المطار فقد رحلت إلى جولة أخرى`.
pub(super) fn subject(v: &View, p: &Phrase) -> Option<(usize, usize)> {
    let has = |keyword: &str| takes(v, p.entry).any(|t| t == keyword);
    if p.form == Form::Noun || !(has("open") || has("behind") && has("subject")) {
        return None;
    }
    let small = |t: usize| {
        v.is_quote(t)
            || v.negates(t)
            || matches!(v.particle(t), Particle::Already | Particle::Was)
            || matches!(v.raw(t), "فقد" | "قد")
    };
    let opens =
        |t: usize| (v.mark(t).is_some() && !v.is_quote(t)) || v.connective(t).is_some() || v.particle(t) == Particle::That;
    let mut end = p.first;
    // `لا تزال الدعوة قيد الدراسة`, `المسألة لا تزال قيد البحث`
    let still = |c: &&Match| v.entry(c).id == "still" && (c.last as usize) < p.first && !(c.last as usize..p.first).any(opens);
    let still = v.s.cues.iter().rfind(still);
    let mut from = None;
    if let Some(c) = still {
        if c.last as usize + 1 < p.first {
            from = Some(c.last as usize + 1);
        } else {
            end = c.first as usize;
        }
    }
    let last = (0..end).rev().find(|&t| !small(t)).filter(|&t| v.mark(t).is_none())?;
    let from = from.unwrap_or_else(|| (0..=last).rev().find(|&t| opens(t)).map_or(0, |t| t + 1));
    let from = (from..=last).find(|&t| !v.is_quote(t))?;
    let verb = (from..=last).any(|t| v.at(t).is_some_and(|m| v.finite(m).is_some()) || v.particle(t) == Particle::Relative);
    let noun = v.over(from).is_none_or(|m| m.proclitics.0 & !(Proclitics::ARTICLE.0 | Proclitics::WAW.0) == 0);
    let definite = (from..=last).any(|t| v.raw(t).contains("ال"));
    if from == last {
        return named_before(v, from);
    }
    (from < last && last - from < WORDS && !verb && noun && definite && v.particle(from) == Particle::None)
        .then_some((from, last))
}

/// `وحول مكان انعقاد اللجنة أوضح أن المسألة ما زالت معلقة`: the words that the subject stands for.
fn named_before(v: &View, t: usize) -> Option<(usize, usize)> {
    if !v.s.cues.iter().any(|c| c.first as usize == t && v.entry(c).role.as_deref() == Some("stands_for")) {
        return None;
    }
    let about = (0..t).find(|&k| matches!(v.raw(k).trim_start_matches('و'), "حول" | "بشأن" | "بخصوص" | "عن"))?;
    let ends = |k: &usize| v.mark(*k).is_none() && v.at(*k).is_none_or(|m| v.finite(m).is_none());
    let last = (about + 1..t).take_while(ends).last()?;
    (last > about + 1 && last - about <= WORDS).then_some((about + 1, last))
}

/// The further matters of `اتفقا على مواصلة المشاورات وعلى تبادل الزيارات`, behind على and وعلى, in which no slot was found; `told` are the last tokens of those found.
pub(super) fn others(v: &View, p: &Phrase, told: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let told: Vec<usize> = told.collect();
    if takes(v, p.entry).any(|t| t == "ب") {
        return also_to(v, p, &told);
    }
    if !takes(v, p.entry).any(|t| t == "words") || takes(v, p.entry).any(|t| t == "with") {
        return Vec::new();
    }
    let end = v.len();
    let clause = |t: usize| v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::WAW) && v.finite(m).is_some());
    let ends = |t: &usize| matches!(v.mark(*t), Some('.' | ':' | '؛')) || v.particle(*t) == Particle::That;
    let opens = |t: &usize| (*t <= p.last + APART && v.raw(*t) == "على") || v.raw(*t) == "وعلى";
    let own = (v.raw(p.last) == "على").then_some(p.last);
    let list: Vec<usize> =
        own.into_iter().chain((p.last + 1..end).take_while(|t| !ends(t) && !clause(*t)).filter(opens)).collect();
    // Without a second على it is one matter.
    if !list.iter().any(|&t| v.raw(t) == "وعلى") {
        return Vec::new();
    }
    let stop = |t: usize| {
        matches!(v.mark(t), Some('،' | ',' | '.' | ':' | '؛'))
            || v.at(t).is_some_and(|m| v.finite(m).is_some())
            || v.raw(t) == "وعلى"
    };
    // `وعلى تبادل الزيارات`: the first word looks like a verb.
    let part = |(i, &t): (usize, &usize)| {
        let to = list.get(i + 1).copied().unwrap_or(end);
        let known = told.iter().any(|&x| t < x && x < to);
        let last = (t + 1..to.min(t + 1 + WORDS)).take_while(|&k| k == t + 1 || !stop(k)).last()?;
        (!known && last > t + 1).then_some((t + 1, last))
    };
    list.iter().enumerate().filter_map(part).collect()
}

/// The further matters of `تعهدا بتحديد جهات الاتصال، وبملاحقة الفارين`.
fn also_to(v: &View, p: &Phrase, told: &[usize]) -> Vec<(usize, usize)> {
    let ends = |t: &usize| matches!(v.mark(*t), Some('.' | ':' | '؛'));
    let to = |t: &usize| {
        let by = v.at(*t).map_or_else(
            || v.raw(*t).starts_with("وب"),
            |m| m.proclitics.has(Proclitics::WAW) && m.proclitics.has(Proclitics::BEH),
        );
        by && v.raw(*t).chars().count() > 5
    };
    let list: Vec<usize> = (p.last + 1..v.len()).take_while(|t| !ends(t)).filter(to).collect();
    let stop =
        |t: usize| matches!(v.mark(t), Some('،' | ',' | '.' | ':' | '؛')) || v.at(t).is_some_and(|m| v.finite(m).is_some());
    let part = |&t: &usize| {
        let last = (t..v.len().min(t + WORDS)).take_while(|&k| !stop(k)).last()?;
        (last > t && !told.iter().any(|&x| t <= x && x <= last)).then_some((t, last))
    };
    list.iter().filter_map(part).collect()
}

/// The slot that a phrase is about by itself (`دون جديد`).
pub(super) fn own_slot(v: &View, phrase: EntryId) -> Option<EntryId> {
    let slot = v.lexicon.entries[phrase as usize].role.as_deref().and_then(|id| v.lexicon.number(id));
    slot.filter(|&id| v.lexicon.frames[id as usize].slot)
}

/// A noun that only wraps its matter (role `vessel`): `عملية لتبادل الأسرى`, `صيغة لقوائم المعتقلين`.
pub(super) fn vessel(v: &View, t: usize) -> bool {
    is(v, t, "vessel")
}

/// True for a word that an entry with this role is written as.
fn is(v: &View, t: usize, role: &str) -> bool {
    let is = |entry: EntryId| v.lexicon.entries[entry as usize].role.as_deref() == Some(role);
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
    if v.s.cues.iter().any(|c| c.last as usize == last && v.entry(c).kind == Kind::Slot && !v.frame(c).next) {
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
    behind.filter(object).map(|m| m.last as usize).or_else(|| before().is_some_and(subject).then_some(p.last))
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

/// True where a slot at `to` can be the object of a phrase that ends before `from`: a subject may stand between them, and behind the preposition a word or two
/// (`على تشكيل لجنة`). `اتفقوا على مجموعة تتولى مراقبة الهدنة` is no agreement on a truce.
pub(super) fn touches(v: &View, from: usize, to: usize) -> bool {
    let preposition =
        (from..to).rev().find(|&t| matches!(v.particle(t), Particle::Takes(p) if p != Takes::FROM && p != Takes::FOR));
    // ب and ل stand on the word itself.
    let tied = (from..to).rev().find(|&t| v.over(t).is_some_and(|m| m.proclitics.has(Proclitics::BEH)));
    match preposition.map(|t| t + 1).max(tied) {
        Some(t) => to - t <= BEHIND,
        None => to - from <= APART,
    }
}

/// `وقعوا، ليل السبت، في مدينة جدة، اتفاقاً`: each comma but the last opens a day or a place.
fn enclosing(v: &View, commas: &[usize]) -> bool {
    let [opening @ .., _] = commas else { return false };
    !opening.is_empty() && opening.iter().all(|&c| circumstance(v, c + 1))
}

/// A day, a time or a place begins at token `t`.
fn circumstance(v: &View, t: usize) -> bool {
    matches!(v.kind_at(t), Some(Kind::Weekday | Kind::Time | Kind::Month))
        || matches!(v.particle(t), Particle::Takes(Takes::IN) | Particle::Adjunct)
        || v.at(t).is_some_and(|m| v.entry(m).kind == Kind::Place && m.proclitics.has(Proclitics::BEH))
        || v.connective(t).is_some_and(|(_, role)| role == "time")
        || (v.s.classes.get(t).is_some_and(|c| c.is == Is::Part))
}

/// True where a mark or a contrast parts two tokens. A comma inside a list of names does not.
pub(super) fn parted(v: &View, from: usize, to: usize) -> bool {
    apart(v, (from, to), false)
}

/// The same for a slot that the phrase names: `وقع الوفدان، طرفا النزاع، مساء الخميس، اتفاقاً` is one clause.
pub(super) fn parted_from(v: &View, p: &Phrase, m: &Match) -> bool {
    apart(v, (p.last + 1, m.first as usize), names(v, p.entry, v.id(m)))
}

/// True where no verb stands between two tokens, and nothing that opens a clause.
fn one_clause(v: &View, from: usize, to: usize) -> bool {
    !(from..to).any(|t| v.particle(t) == Particle::That || v.at(t).is_some_and(|m| v.finite(m).is_some() || v.frame(m).reports))
}

fn apart(v: &View, (from, to): (usize, usize), named: bool) -> bool {
    // `وقعت الأطراف، الخميس، على الاتفاق`: a pair of commas around a few words parts nothing.
    let commas: Vec<usize> = (from..to).filter(|&t| matches!(v.mark(t), Some('،' | ','))).collect();
    let aside =
        matches!(commas.as_slice(), [a, b] if b - a <= ASIDE) || enclosing(v, &commas) || named && one_clause(v, from, to);
    // `لم يتقرر ما إذا كانت`
    let whether = |t: usize| v.raw(t) == "إذا" && v.raw(t.wrapping_sub(1)) == "ما";
    (from..to).any(|t| {
        (matches!(v.mark(t), Some('،' | ',')) && !aside)
            || matches!(v.mark(t), Some('؛' | ':' | '.'))
            || (v.connective(t).is_some_and(|(_, role)| matches!(role, "contrast" | "background" | "condition")) && !whether(t))
            || (matches!(v.particle(t), Particle::After | Particle::Relative) && !whether(t + 1))
            || v.at(t).is_some_and(|m| v.frame(m).purpose || (m.proclitics.has(Proclitics::LAM) && v.shape(m) == Shape::Masdar))
    })
}
