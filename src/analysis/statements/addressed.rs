//! Whom a verb accuses or calls upon, and who does not speak: `واتهم الوفد بعرقلة`, `ودعت الأطراف إلى`.

use super::Who;
use super::body;
use super::speaker::{Phrase, phrase};
use super::subject::skip_time;
use super::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::Person;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::lexicon::EntryId;
use crate::glossary::matcher::Match;

/// Tokens of whom a man calls upon, before what he calls for.
const CALLED: usize = 12;

/// `ودعا وكالة التنمية إلى تقديم المساعدة`, `ودعا الشعب بكل مكوناته إلى الوقوف`: whom he calls upon at token `at`, who would not do so, or not with this verb.
pub(super) fn called_upon(v: &View, m: &Match, person: Person, at: usize) -> bool {
    let asks = matches!(v.stance(m), Some("demand" | "ask")) && v.frame(m).takes.has(Takes::TO);
    let ends = |k: usize| v.mark(k).is_some() || v.particle(k) == Particle::That;
    let to = |k: usize| v.particle(k) == Particle::Takes(Takes::TO);
    let woman = person == Person::He && v.raw(at).ends_with('ة') && !v.is_name(at) && phrase(v, at).is_none_or(|p| p.body);
    let people = matches!(v.raw(at), "الشعب" | "شعب" | "الجميع");
    asks && m.ending == Ending::None && (woman || people) && (at + 1..v.len().min(at + CALLED)).take_while(|&k| !ends(k)).any(to)
}

/// `خرجت تظاهرات …، وطالبت المعارضة بالانسحاب`: behind a crowd, whom it calls upon may be written like who calls.
pub(super) fn crowd(v: &View, m: &Match, person: Person) -> bool {
    let asks = matches!(v.stance(m), Some("demand" | "ask"));
    let t = m.first as usize;
    person == Person::She && asks && (0..t).any(|k| body::listed(v, k, "crowd") && !v.quoted(k))
}

/// `واتهم الوفد بعرقلة`: what stands between the verb and its ب is the object.
pub(super) fn is_object(v: &View, m: &Match, p: &Phrase) -> bool {
    let kind = |id: EntryId| v.lexicon.kind(id);
    let person = matches!(p.who, Who::Entry(id) if kind(id) == Kind::Person);
    // `ودعت الأطراف إلى`: the parties are called upon, and call for nothing.
    let parties =
        matches!(p.who, Who::Entry(id) if kind(id) == Kind::Term && v.lexicon.frames[id as usize].talks) && p.next == p.first + 1;
    // `وناشدت المنظمات توفير المحاليل`: whom she calls upon, and for what.
    let whom = v.name(m) == "verb_appeal" && p.body && (v.raw(p.first).ends_with("ات") || v.raw(p.first).ends_with('ة'));
    let noun = |t: usize| v.mark(t).is_none() && v.particle(t) == Particle::None && !v.raw(t).starts_with("ال");
    if whom && noun(p.next) && v.raw(p.next + 1).starts_with("ال") {
        return true;
    }
    // `وشكرت السلطات الكازاخستانية على حسن الضيافة`: who is thanked.
    if v.stance(m) == Some("thank") && v.particle(p.next) == Particle::Takes(Takes::ON) {
        return true;
    }
    let states = p.body && matches!(v.raw(p.first).trim_start_matches('و'), "الدول" | "دول" | "البلدان");
    let all = states || matches!(p.who, Who::Entry(id) if v.lexicon.frames[id as usize].addressed);
    if all && matches!(v.stance(m), Some("demand" | "ask" | "warn")) {
        return true;
    }
    // `ودعت المتمردين إلى احترامها`: the case of an object.
    if p.body && v.raw(p.first).ends_with("ين") && body::listed(v, p.first, "people") && p.first == m.last as usize + 1 {
        return true;
    }
    // `ودعا الشعب اليمني بمختلف مكوناته إلى الوقوف`
    let people = p.body && matches!(v.raw(p.first), "الشعب" | "شعب");
    if people && matches!(v.stance(m), Some("demand" | "ask" | "warn")) {
        return true;
    }
    // `دعا شيوخ العشائر والسياسيين إلى`: the case of an object.
    let several = p.title.is_some() && (p.first + 1..p.next).any(|t| v.raw(t).starts_with("وال") && v.raw(t).ends_with("ين"));
    if several && matches!(v.stance(m), Some("demand" | "ask" | "warn")) {
        return true;
    }
    if parties && matches!(v.stance(m), Some("demand" | "ask" | "warn")) && v.raw(p.first).starts_with("ال") {
        return true;
    }
    // `حمّل الطرف الآخر مسؤولية الفشل`, `اتهم الطرف الآخر بالتعطيل`: whom someone blames.
    let blamed = p.next + usize::from(matches!(v.raw(p.next), "الآخر" | "الأخر" | "الثاني" | "المقابل"));
    // `واتهمت الصحيفة حينها بنشر`, `وتتهم الشركة في غزة بعدم`: when, and where they are.
    let placed = v.particle(blamed) == Particle::Takes(Takes::IN) && v.mark(blamed).is_none();
    let placed = v.at(blamed + 1).filter(|m| placed && matches!(v.kind(m), Kind::Place | Kind::Country));
    let blamed = placed.map_or(blamed, |m| m.last as usize + 1);
    let blamed = if v.raw(blamed) == "حينها" || v.at(blamed).is_some_and(|m| matches!(v.kind(m), Kind::Weekday | Kind::Time))
    {
        skip_time(v, blamed)
    } else {
        blamed
    };
    // `وألقت الوزارة باللوم على`: the verb's own.
    let idiom = v.lexicon.takes(v.id(m)).any(|w| w == "object")
        && matches!(v.raw(blamed), "باللوم" | "اللوم" | "باللائمة" | "اللائمة" | "بالمسؤولية" | "بالمسئولية");
    let tied = v.at(blamed).map_or_else(|| v.raw(blamed).starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH));
    // `شكا مفوض العون بالولاية من أن`: where he is.
    let by =
        !idiom && !v.frame(m).takes.has(Takes::FROM) && (tied || matches!(v.raw(blamed), "بأن" | "بأنه" | "بأنها" | "بأنهم"));
    // `واتهم الحزب، وطهران، بتنفيذ الهجوم`
    let also = matches!(v.mark(blamed), Some('،' | ',')) && v.at(blamed + 1).is_some_and(|m| m.proclitics.has(Proclitics::WAW));
    let close = v.at(blamed + 1).filter(|_| also).map_or(blamed, |m| m.last as usize + 1);
    let behind = close + 1;
    let by = by
        || also
            && matches!(v.mark(close), Some('،' | ','))
            && v.at(behind).map_or_else(|| v.raw(behind).starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH));
    let blames = matches!(v.raw(blamed), "مسؤولية" | "المسؤولية" | "مسئولية" | "المسئولية");
    // `واتهم الدول الراعية للمعارضة بتمويل`: with what belongs to them.
    let theirs = v.at(p.next).map_or_else(|| v.raw(p.next).starts_with("لل"), |m| m.proclitics.has(Proclitics::LAM));
    let by = by
        || (theirs && v.at(p.next + 1).map_or_else(|| v.raw(p.next + 1).starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH)));
    let comma = blamed + usize::from(matches!(v.mark(blamed), Some('،' | ',')));
    // `واتهم الرئيس السابق فلاناً، بأنه`: the clause is the charge, and nobody stands before it but whom it is against.
    let charged = m.ending == Ending::None && matches!(v.raw(comma), "بأن" | "بأنه" | "بأنها" | "بأنهم" | "بأنهما");
    (v.stance(m) == Some("accuse") && (!person && by || charged || by && p.title.is_some() && m.ending == Ending::None))
        || (!person && blames)
}
