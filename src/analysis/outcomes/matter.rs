//! The words that tell the matter of a phrase, where no slot of the glossary does: behind it, before it as its subject, and the further ones of a list.

use super::Status;
use super::apart::circumstance;
use super::clauses::masdar as is_masdar;
use super::known::counted;
use super::list;
use super::phrase::{Form, Phrase};
use super::provides::begins;
use super::slot::{APART, NAMED, takes};
use super::status::headline;
use crate::analysis::statements::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::{Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens between two commas around a few words.
const ASIDE: usize = 7;

/// Tokens of a matter that only its words tell.
const WORDS: usize = 12;

/// The tokens of the matter of a phrase, where no slot tells it: what stands behind على, بشأن or حول; the verbal noun that is its object.
pub(super) fn matter(v: &View, p: &Phrase, behind: usize) -> Option<(usize, usize)> {
    let has = |keyword: &str| takes(v, p.entry).any(|t| t == keyword);
    if !has("words") && !has("object") && !has("behind") && !has("ب") {
        return None;
    }
    // `على مدى يومين`, `بناء على مقترح`: part of another phrase; `على ألا` is not.
    let alone = |t: usize| v.over(t).is_none_or(|m| m.first == m.last || v.kind(m) == Kind::Negator);
    let about = |t: usize| {
        (has("words") && matches!(v.raw(t), "على" | "بشأن" | "حول" | "بخصوص") && (t == p.last || alone(t)))
            || (has("words") && v.raw(t) == "يخص" && matches!(v.raw(t.wrapping_sub(1)), "فيما" | "ما"))
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
            // `اتفقت الدول، بحسب البيان الذي تلاه المندوب، على`: who says so takes more words.
            let told = v.connective(t + 1).is_some_and(|(_, role)| role == "attribution");
            let far = if told { NAMED } else { ASIDE };
            let pair = |t: usize| (t + 2..v.len().min(t + far)).find(|&k| matches!(v.mark(k), Some('،' | ',')));
            let opens = matches!(v.mark(t), Some('،' | ',')) && pair(t).is_some_and(|k| about(k + 1));
            let closes = matches!(v.mark(t), Some('،' | ',')) && about(t + 1) && t > p.last + 2;
            let comma = matches!(v.mark(t), Some('،' | ',')) && !v.raw(t + 1).starts_with("باتفاق") && !opens && !closes;
            let circumstance = matches!(v.mark(t), Some('،' | ',')) && circumstance(v, t + 1);
            if circumstance {
                reach += NAMED;
                continue;
            }
            if told && opens {
                reach += pair(t).map_or(0, |k| k - t);
                continue;
            }
            if t >= reach || comma || matches!(v.mark(t), Some('.' | ':' | '؛')) || v.particle(t) == Particle::That {
                break;
            }
            // `اتفقت الدول الضامنة لمسار أستانا حول سوريا، اليوم، على`: whose, and not what.
            let later = || {
                (t + 2..end.min(t + ASIDE))
                    .take_while(|&k| !matches!(v.mark(k), Some('.' | ':' | '؛')))
                    .any(|k| v.raw(k) == "على")
            };
            let whose = v.raw(t) == "حول"
                && takes(v, p.entry).any(|k| k == "any")
                && later()
                && v.at(t + 1).is_some_and(|m| v.kind(m) == Kind::Country);
            if about(t) && !whose {
                from = Some(t + 1);
                break;
            }
        }
    }
    // `أقروا تشكيل لجنتين`: the verbal noun that is the object.
    if from.is_none() && takes(v, p.entry).any(|t| t == "object") {
        let masdar =
            |t: &usize| v.at(*t).is_some_and(|m| v.shape(m) == Shape::Masdar && m.proclitics.0 & !Proclitics::ARTICLE.0 == 0);
        // `قررا عقد لقاء`: right behind a verb a second one is a noun.
        let second = v.at(p.last + 1).is_some_and(|m| {
            m.proclitics.is_none() && matches!(v.finite(m), Some((Tense::Perfect, _))) && m.first as usize == p.last + 1
        });
        let second = second && p.form != Form::Noun && v.raw(p.last + 1).chars().count() == 3;
        // `قرروا نشر مراقبين`: a noun with its complement that an entry knows.
        let known = v.at(p.last + 1).is_some_and(|m| {
            v.kind(m) == Kind::Term && m.first < m.last && m.proclitics.is_none() && !v.raw(p.last + 1).starts_with("ال")
        });
        let second = second || known && v.mark(p.last).is_none() && p.form == Form::Asserted;
        let second = second || list::together(v, p).is_some();
        // It may be a phrase itself: `أقروا تشكيل لجنتين`.
        from = if second { Some(p.last + 1) } else { None };
        // `تقرر فرض قيود على الدخول`: right behind, or nothing.
        let reach = if has("clause") { p.last + 2 } else { p.last + 6 };
        from = from.or_else(|| (p.last + 1..v.len().min(reach)).take_while(|t| v.mark(*t).is_none()).find(masdar));
        // `تقرر إعادة هيكلة الحرس`: by its form.
        from = from.or_else(|| (has("clause") && is_masdar(v, p.last + 1)).then_some(p.last + 1));
    }
    // `رحل إلى اجتماع الخبراء`: where to, and not what.
    let has = |keyword: &str| has(keyword) && !(keyword == "behind" && carried(v, p));
    // `تأجلت مرتين هذا العام`: how often.
    if p.status == Status::Pending && has("behind") && counted(v, p.last + 1) {
        return None;
    }
    // `أرجئ البحث في`: what stands right behind.
    let definite = v.raw(p.last + 1).starts_with("ال")
        && v.over(p.last + 1).is_none_or(|m| v.frame(m).purpose || v.shape(m) == Shape::Masdar);
    if from.is_none() && has("behind") && definite {
        from = Some(p.last + 1);
    }
    // `رحل ملف المعتقلين إلى اجتماع جديد`: the noun is part of the phrase.
    let kinds = ["ملف", "ملفات", "بند", "مسألة", "قضية", "موضوع", "أمر", "بحث"];
    if from.is_none() && has("behind") && p.first < p.last && kinds.contains(&v.raw(p.last)) && v.mark(p.last + 1).is_none() {
        from = Some(p.last);
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
                && v.at(t).is_none_or(|m| v.finite(m).is_none_or(|(tense, _)| tense == Tense::Perfect))
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
        // `التزاماً من طرفي النزاع في البلاد بتكثيف الاتصالات`
        let masdar = |t: &usize| v.at(*t).is_some_and(|m| m.proclitics.has(Proclitics::BEH) && v.shape(m) == Shape::Masdar);
        let whose = |t: usize| v.raw(t) == "من" || v.particle(t) == Particle::Takes(Takes::FROM);
        if from.is_none() && has("other") && whose(p.last + 1) {
            from = (p.last + 4..v.len().min(p.last + 1 + NAMED)).take_while(|t| v.mark(*t).is_none()).find(masdar);
        }
    }
    // `خرجوا باتفاق على`: the ending alone is none.
    let with = has("with");
    if with && !(p.last + 1..from?).any(|t| v.raw(t).starts_with("باتفاق")) {
        return None;
    }
    // `على ما يلي:`: no matter, but what follows.
    let back = |t: usize| v.s.cues.iter().any(|c| c.first as usize == t && v.role(c) == Some("points_back"));
    let from = from.filter(|&t| v.particle(t) != Particle::Relative && !back(t))?;
    // `إقناع الحركة بالتوقيع`: the verbal noun is part of what failed.
    let from = if has("masdar") && has("behind") { p.first } else { from };
    // `إلى اتفاق يقضي بتوسيع التبادل`
    let document = v.raw(from).starts_with("اتفاق") || v.raw(from).starts_with("تفاهم");
    let from = document.then(|| begins(v, from + 1)).flatten().unwrap_or(from);
    let to = words(v, from)?;
    // `لم يتم حسم القضية بعد`
    let to =
        if to > from && (v.raw(to) == "بعد" || v.is_quote(to) && !(from..to).any(|t| v.is_quote(t))) { to - 1 } else { to };
    // `أحيل ملف المطارات إلى الجولة المقبلة`: where to is no part of it.
    let put_off = p.status == Status::Pending && has("behind");
    let to = (from + 1..=to).find(|&t| put_off && matches!(v.raw(t), "إلى" | "الى")).map_or(to, |t| t - 1);
    // `التزام الطرفين بالهدنة`: no deed.
    let thing = has("other") && to == from && v.at(from).is_none_or(|m| v.shape(m) != Shape::Masdar);
    if thing {
        return None;
    }
    // `الملتقى أجل المشكلة`: which one is not told.
    let bare = to == from && stands_for(v, from);
    (!bare && (to > from || v.over(from).is_some())).then_some((from, to))
}

/// `دون تقدم في ملفي المعتقلين والمعابر`: the files behind token `last` in which there was no progress, where the phrase by itself tells of the talks as a whole.
pub(super) fn files(v: &View, last: usize) -> Option<(usize, usize)> {
    let on = last + 1;
    let about = matches!(v.raw(on), "في" | "بشأن" | "حول" | "بخصوص");
    let of = FILES.contains(&v.raw(on + 1)) && v.mark(on + 2).is_none() && v.particle(on + 2) == Particle::None;
    // `في ملفات الجولة كلها`: the talks as a whole.
    let all = v.at(on + 2).is_some_and(|m| v.frame(m).round);
    let to = words(v, on + 1).filter(|_| about && of && !all)?;
    (to > on + 1).then_some((on + 1, to))
}

/// Nouns that a matter stands behind, in the construct state.
const FILES: [&str; 15] = [
    "ملف",
    "ملفي",
    "ملفات",
    "قضية",
    "قضيتي",
    "قضايا",
    "مسألة",
    "مسألتي",
    "بند",
    "بندي",
    "بنود",
    "موضوع",
    "موضوعي",
    "مسار",
    "مساري",
];

/// `أحيلت إلى`: what stands behind the phrase is where the matter goes.
pub(super) fn carried(v: &View, p: &Phrase) -> bool {
    p.status == Status::Pending && matches!(v.raw(p.last), "إلى" | "الى")
}

/// `المسألة`, `الموضوع`: a word that stands for a matter named elsewhere.
fn stands_for(v: &View, t: usize) -> bool {
    v.s.cues.iter().any(|c| c.first as usize == t && v.role(c) == Some("stands_for"))
}

/// `وعن الهدنة قال إن الوفود لم تتفق عليها`: the matter named before, where a phrase only points back to it.
pub(super) fn pointed_at(v: &View, p: &Phrase) -> Option<(usize, usize)> {
    let has = |keyword: &str| takes(v, p.entry).any(|t| t == keyword);
    let back = matches!(v.raw(p.last + 1), "عليه" | "عليها" | "عليهما" | "بشأنه" | "بشأنها" | "حوله" | "حولها");
    let about = (0..2).find(|&k| matches!(v.raw(k).trim_start_matches('و'), "حول" | "بشأن" | "بخصوص" | "عن"))?;
    if !back || !has("words") {
        return None;
    }
    let ends = |k: &usize| v.mark(*k).is_none() && v.at(*k).is_none_or(|m| v.finite(m).is_none());
    let last = (about + 1..p.first).take_while(ends).last()?;
    (last > about + 1 && last - about <= WORDS).then_some((about + 1, last))
}

/// `القوانين الانتخابية والتوقيع مؤجل`: in a headline a new clause without a verb.
fn nominal(v: &View, t: usize) -> bool {
    headline(v)
        && v.raw(t).starts_with("وال")
        && v.s
            .cues
            .iter()
            .any(|c| c.first as usize == t + 1 && v.kind(c) == Kind::Outcome && takes(v, v.id(c)).any(|k| k == "subject"))
}

/// True for a token that ends the matter which begins at `from`.
fn stops(v: &View, from: usize, t: usize) -> bool {
    // `أن "لا اتفاق على قيادة الجيش" بين الموقعين`: what is quoted ends with its quotation marks.
    let quoted = (0..from).filter(|&t| v.is_quote(t)).count() % 2 == 1;
    matches!(v.mark(t), Some('،' | ',' | '.' | ':' | '؛'))
        || (quoted && v.is_quote(t))
        || matches!(v.raw(t), "ولم" | "ولا" | "ولن" | "وسوف")
        || (["وسي", "وست"].iter().any(|p| v.raw(t).starts_with(p)) && v.raw(t).chars().count() > 4 && v.over(t).is_none())
        || (t > from && matches!(v.raw(t), "دون" | "بدون") && v.raw(t + 1) == "تحديد")
        || matches!(v.raw(t), "وعلى" | "وبشأن" | "وحول")
        || (t > from && nominal(v, t))
        || (matches!(v.raw(t), "بما" | "بمن") && v.raw(t + 1).starts_with("في"))
        || v.connective(t).is_some_and(|(_, role)| matches!(role, "contrast" | "time" | "condition" | "background" | "turn"))
        || v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::WAW) && v.finite(m).is_some())
}

/// The last token of a matter that begins at token `from`.
pub(super) fn words(v: &View, from: usize) -> Option<usize> {
    let stop = |t: usize| stops(v, from, t);
    let last = (from..v.len().min(from + WORDS)).take_while(|&t| !stop(t)).last()?;
    // Cut in the middle: back to the end of what is whole.
    let cut = last + 1 == from + WORDS && last + 1 < v.len() && !stop(last + 1) && v.mark(last + 1).is_none();
    let last = if cut { uncut(v, from, last) } else { last };
    // `ملف المعتقلين الذي تستعد الأمم المتحدة، على حد قوله، لتقديم خبرتها فيه`: a clause that goes on behind a comma is no part of it.
    let clause = (from + 1..=last).find(|&t| v.particle(t) == Particle::Relative);
    let open = clause.filter(|_| matches!(v.mark(last + 1), Some('،' | ',')));
    Some(open.map_or(last, |t| t - 1))
}

/// The last token before the last time or preposition of words that were cut: `عقد الاجتماع في المدينة | خلال النصف الأول من`.
fn uncut(v: &View, from: usize, last: usize) -> usize {
    let time = |t: usize| matches!(v.raw(t), "خلال" | "قبل" | "بعد" | "منذ" | "حتى");
    let joins = |t: usize| matches!(v.particle(t), Particle::Takes(_) | Particle::Adjunct | Particle::Relative | Particle::That);
    let tail = |t: &usize| *t > from + 2;
    let at =
        (from..=last).filter(tail).find(|&t| time(t)).or_else(|| (from..=last).rev().take(3).filter(tail).find(|&t| joins(t)));
    // `في المدينة وأجزاء | من`, `بالتنسيق | مع`: nor the word that wants it.
    let hangs = |t: usize| {
        v.raw(t).starts_with('و') || v.at(t).is_some_and(|m| m.proclitics.has(Proclitics::BEH) || v.finite(m).is_some())
    };
    let drop = |t: usize| if t > from + 2 && hangs(t) { t - 1 } else { t };
    at.map_or(last, |t| drop(t - 1))
}

/// The last token of the clause of a matter: what a quotation of it ends with.
pub(super) fn clause_end(v: &View, from: usize, to: usize) -> usize {
    let whole = (from..v.len().min(from + WORDS)).take_while(|&t| !stops(v, from, t)).last();
    whole.filter(|&t| t > to && uncut(v, from, t) == to).unwrap_or(to)
}

/// The words before a phrase that are its subject, from the start of their clause: `أما إعادة فتح المطار فقد رحلت إلى جولة أخرى`.
pub(super) fn subject(v: &View, p: &Phrase) -> Option<(usize, usize)> {
    let has = |keyword: &str| takes(v, p.entry).any(|t| t == keyword);
    // `الوثيقة الخاصة بتبادل الأسرى لم تُعتمد بسبب`: nothing behind it that could be its object.
    let behind = p.last + 1;
    let alone = behind >= v.len()
        || v.mark(behind).is_some()
        || matches!(v.particle(behind), Particle::Takes(_) | Particle::Adjunct | Particle::After)
        || matches!(v.raw(behind), "بسبب" | "بعد" | "حتى" | "خلال" | "لأن");
    let passive = has("subject") && p.first > 0 && v.negates(p.first - 1) && alone && !v.raw(p.last).ends_with("وا");
    if p.form == Form::Noun || !(has("open") || has("behind") && has("subject") || passive) {
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
    let still = |c: &&Match| v.name(c) == "still" && (c.last as usize) < p.first && !(c.last as usize..p.first).any(opens);
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
    if !stands_for(v, t) {
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
    // `لم يتفقا على فتح المعبر ولا على دفع الرواتب`
    let neither = |t: usize| v.raw(t) == "على" && t > 0 && v.raw(t - 1) == "ولا";
    let also = |t: usize| v.raw(t) == "وعلى" || neither(t);
    let opens = |t: &usize| (*t <= p.last + APART && v.raw(*t) == "على") || also(*t);
    let own = (v.raw(p.last) == "على").then_some(p.last);
    let list: Vec<usize> =
        own.into_iter().chain((p.last + 1..end).take_while(|t| !ends(t) && !clause(*t)).filter(opens)).collect();
    // Without a second على it is one matter.
    if !list.iter().any(|&t| also(t)) {
        return Vec::new();
    }
    let stop = |t: usize| {
        matches!(v.mark(t), Some('،' | ',' | '.' | ':' | '؛'))
            || v.at(t).is_some_and(|m| v.finite(m).is_some())
            || v.raw(t) == "وعلى"
            || v.raw(t) == "ولا" && neither(t + 1)
    };
    // `وعلى تبادل الزيارات`: the first word looks like a verb.
    let part = |(i, &t): (usize, &usize)| {
        let to = list.get(i + 1).copied().unwrap_or(end);
        let known = told.iter().any(|&x| t < x && x < to) || WHERE.contains(&v.raw(t + 1));
        let last = (t + 1..to.min(t + 1 + WORDS)).take_while(|&k| k == t + 1 || !stop(k)).last()?;
        (!known && last > t + 1).then_some((t + 1, last))
    };
    list.iter().enumerate().filter_map(part).collect()
}

/// `في وسائل الإعلام وعلى مواقع التواصل`, `وعلى الأرض`: where something holds, and no further matter.
const WHERE: [&str; 16] = [
    "مواقع",
    "منصات",
    "صفحات",
    "شبكات",
    "شاشات",
    "الأرض",
    "الصعيد",
    "الصعيدين",
    "المستوى",
    "المستويين",
    "الجبهات",
    "جبهات",
    "جانبي",
    "أراضي",
    "هامش",
    "امتداد",
];

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
