//! Where a name ends that no entry knows: before what the verb takes, before an object, before an office.

use super::circumstance::taken_at;
use super::memory::Memory;
use super::subject::named;
use super::unknown::told_to;
use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Person;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;
use crate::glossary::names;

/// True where the word at `next` is no part of the name that begins at `first`, behind the verb `m`.
pub(super) fn ends_name(v: &View, m: &Match, person: Person, memory: &Memory, (first, next): (usize, usize)) -> bool {
    // `الحسيني بالشيعة العرب أن`: what a preposition governs is no name.
    if taken_at(v, next) {
        return true;
    }
    // Not at `حسن زاده`: a part of Persian names.
    if v.at(next).is_some_and(|m| v.finite(m).is_some()) && v.raw(next) != "زاده" {
        return true;
    }
    // `وقال أبو مالك أمس "…"`
    if v.at(next)
        .is_some_and(|m| matches!(v.kind(m), Kind::Weekday | Kind::Time) && !v.raw(next).starts_with("العام") && !named(v, m))
    {
        return true;
    }
    // `وطالب حسن الفلاني بتشكيل لجنة`, `وطالب مشاركون بتعليق الحوار`: what the verb takes.
    if takes_by(v, m, next) {
        return true;
    }
    // `ويبدي مواطنون مخاوف من أن`: several who are not named.
    if several(v, first) && !["ون", "ين"].iter().any(|e| v.raw(next).ends_with(e)) && v.particle(next + 1) != Particle::That {
        return true;
    }
    // `وطالب الفلاني شركة بتحمل`, `نفى الفلاني علمه`: a surname alone, and what is no part of it.
    let word = v.raw(next);
    let own = (word.ends_with('ه') || word.ends_with("ها")) && word.chars().count() > 3;
    let thing = own || word.ends_with('ة') || v.s.cues.iter().any(|m| m.first as usize == next && v.kind(m) == Kind::Body);
    if next == first + 1 && v.raw(first).starts_with("ال") && !word.starts_with("ال") && thing && names::known(word).is_none()
    {
        return true;
    }
    // `وجدد فلان الفلاني مطالبة المنظمة بفتح`: what he does again.
    if next > first + 1 && does(v, m, next) {
        return true;
    }
    // `وأكد بلاتر استضافة روسيا للبطولة`: a noun, where a man speaks.
    let noun = v.raw(next).ends_with('ة') && v.raw(next).starts_with("است");
    if person == Person::He && noun && !v.is_name(next) {
        return true;
    }
    // `زامل الفلاني الرأي السابق`: behind a surname, what he holds.
    let surname = |t: usize| v.raw(t).starts_with("ال") && v.raw(t).ends_with('ي') && v.raw(t).chars().count() > 5;
    if next > first + 1 && surname(next - 1) && v.raw(next).starts_with("ال") && !surname(next) {
        return true;
    }
    // `وطالب البحرينيون بسحب السفير`
    if next == first + 1 && v.raw(first).starts_with("ال") && v.raw(first).ends_with("ون") && v.raw(next).starts_with('ب') {
        return true;
    }
    // `وجدد بسيسو مطالبة الحكومة`: the surname is enough.
    if next == first + 1 && memory.surname(v.raw(first)) && !memory.knows(v.raw(next)) {
        return true;
    }
    // `ونفى عبد الصادق ذلك نفياً قاطعاً`: what he denies.
    if next > first && matches!(v.raw(next), "ذلك" | "هذا" | "هذه" | "تلك" | "هؤلاء") {
        return true;
    }
    // `حذر فلان الفلاني أبو بكر البغدادي من`: another person.
    if v.at(next).is_some_and(|m| v.kind(m) == Kind::Person && m.last > m.first) {
        return true;
    }
    // `فلان الفلاني وهو من سكان البلدة`
    if matches!(v.raw(next), "وهو" | "وهي" | "وهم" | "وهما") || next > first + 1 && matches!(v.raw(next), "أحد" | "إحدى")
    {
        return true;
    }
    if told_to(v, next) || matches!(v.raw(next), "نظيره" | "نظيرته" | "نظيرها" | "نظرائه" | "نظراءه")
    {
        return true;
    }
    // `مصطفى أقينجي زعيم القبارصة`: the office.
    if next > first + 1 && v.kind_at(next) == Some(Kind::Title) {
        return true;
    }
    false
}

/// True for a word with ب that is no name, behind a verb that takes it: `طالب فلان بتشكيل لجنة`.
pub(super) fn takes_by(v: &View, m: &Match, t: usize) -> bool {
    let own = v.at(t).map_or_else(|| v.raw(t).starts_with('ب'), |m| m.proclitics.has(Proclitics::BEH));
    let long = v.raw(t).chars().count() > 4 && !v.is_name(t);
    let stem = v.raw(t).strip_prefix('ب').unwrap_or_default();
    let letters: Vec<char> = stem.chars().collect();
    let (n, at) = (letters.len(), |k: usize| letters.get(k).copied().unwrap_or(' '));
    // `بتشكيل`, `بإعادة`, `بالتحقيق`, `بمحاكمة`
    let masdar = at(0) == 'ت' && n == 5 && at(3) == 'ي'
        || at(0) == 'إ' && n > 4
        || stem.starts_with("ال")
        || at(0) == 'ا' && n >= 5 && at(n - 2) == 'ا'
        || at(0) == 'م' && n == 6 && at(2) == 'ا' && at(5) == 'ة'
        || matches!(stem, "عدم" | "ضرورة" | "وقف" | "رفع" | "فتح" | "منع" | "وضع" | "سحب" | "حماية");
    v.frame(m).takes.has(Takes::BY) && own && long && masdar
}

/// True for the verbal noun of what somebody does to others, behind a verb that takes an object: `مطالبة`, `مناشدة`.
pub(super) fn does(v: &View, m: &Match, t: usize) -> bool {
    let letters: Vec<char> = v.raw(t).chars().collect();
    let noun = letters.len() == 6 && letters[0] == 'م' && letters[2] == 'ا' && letters[5] == 'ة';
    noun && v.frame(m).object && !v.is_name(t)
}

/// True for `مشاركون`, `مواطنون`: several who are not named.
pub(super) fn several(v: &View, t: usize) -> bool {
    !v.raw(t).starts_with("ال") && v.raw(t).ends_with("ون") && v.raw(t).chars().count() > 4 && !v.is_name(t)
}
