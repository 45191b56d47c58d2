//! A speaker whom no entry knows: `وقال الملا حسن، وهو قيادي، إن`.

use super::Who;
use super::content::{self, opening};
use super::speaker::Phrase;
use super::verb::skip_time;
use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::arabic::inflect::Person;
use crate::glossary::entry::Kind;
use crate::glossary::matcher::Match;

/// The longest name that is read without an entry.
const NAME: usize = 6;

/// A speaker behind the verb whom no entry knows: `وقال الملا حسن، وهو قيادي، إن`. Only where the content opens a clause further on.
pub(super) fn unknown(v: &View, m: &Match, person: Person) -> Option<Phrase> {
    let first = skip_time(v, m.last as usize + 1);
    let known = v.at(first);
    let opinion = matches!(v.entry(m).stance.as_deref(), Some("consider" | "agree" | "expect" | "hope"));
    let thing = known.is_some_and(|m| {
        !v.entry(m).id.starts_with("quantity_")
            && !matches!(v.entry(m).kind, Kind::Number | Kind::Person | Kind::Title | Kind::Demonym)
    });
    if opinion
        || thing
        || (v.frame(m).relays && !m.proclitics.has(Proclitics::WAW))
        || matches!(v.raw(first), "لـ" | "ل" | "هذا" | "هذه" | "ذلك" | "تلك" | "هؤلاء")
    {
        return None;
    }
    let verbal = known.is_some_and(|m| {
        matches!(v.entry(m).kind, Kind::Verb | Kind::Negator | Kind::Connective | Kind::Time | Kind::Weekday)
            || m.proclitics.0 & !Proclitics::ARTICLE.0 != 0
    });
    if verbal || v.mark(first).is_some() || v.particle(first) != Particle::None || content::taken_at(v, first) {
        return None;
    }
    if person == Person::He && v.raw(first).ends_with('ة') {
        return None;
    }
    let mut next = first;
    while next < v.len().min(first + NAME)
        && v.mark(next).is_none()
        && v.particle(next) == Particle::None
        && v.connective(next).is_none()
    {
        if v.at(next).is_some_and(|m| v.finite(m).is_some()) {
            break;
        }
        next += 1;
    }
    let opening = opening(v, next, v.frame(m), false).filter(|o| o.clause)?;
    let lone = next == first + 1 && !v.raw(first).starts_with("ال") && known.is_some();
    if next == first
        || lone
        || v.at(next).is_some_and(|m| v.finite(m).is_some())
        || (next == first + NAME && opening.at > next + 1)
    {
        return None;
    }
    Some(Phrase {
        first,
        next,
        who: Who::Words,
        title: None,
        head: first,
        of: None,
        role: (0, 0),
        definite: true,
        feminine: None,
    })
}

/// The holder of an office whom no entry knows: `المتحدث باسم اللجنة، عدنان حزام، إن`.
pub(super) fn holder(v: &View, p: Phrase) -> Phrase {
    if !matches!(p.who, Who::Office(_) | Who::Source(Some(_))) || p.title.is_some_and(|t| v.lexicon.frames[t as usize].source) {
        return p;
    }
    let first = p.next + usize::from(matches!(v.mark(p.next), Some('،' | ',')));
    let mut next = first;
    while next < v.len()
        && next <= first + 4
        && v.mark(next).is_none()
        && v.over(next).is_none_or(|m| matches!(v.entry(m).kind, Kind::Person))
        && (v.particle(next) == Particle::None || (v.raw(next) == "علي" && next > first))
        && !matches!(v.raw(next), "لـ" | "ل" | "ذلك" | "هذا" | "هذه")
    {
        next += 1;
    }
    // `يوسف عزت ذلك`: a name that looks like a verb.
    let looks = next == first + 1
        && v.at(next).is_some_and(|m| m.last == m.first && v.entry(m).kind == Kind::Verb && m.proclitics.is_none());
    let told = |t: usize| v.mark(t).is_some() || v.particle(t) == Particle::That || matches!(v.raw(t), "ذلك" | "هذا" | "هذه");
    if looks && told(next + 1) {
        next += 1;
    }
    let bare = |t: usize| {
        v.over(t).is_none() && (!v.raw(t).starts_with("ال") || v.raw(t) == "الله" || (t == first + 1 && next == first + 2))
    };
    let ends = matches!(v.mark(next), Some('،' | ',' | ':' | '"' | '«' | '“'))
        || matches!(v.raw(next), "لـ" | "ل" | "ذلك" | "هذا" | "هذه")
        || v.particle(next) == Particle::That
        // `المبعوث زلماي خليل زاد عن أمله`: the particle of the verb.
        // `اتهم عضو الوفد عسكر زعيل الحوثيين بعرقلة`: whom a name of two words accuses.
        || (v.at(next).is_some_and(|m| m.proclitics.0 & !Proclitics::ARTICLE.0 == 0 && matches!(v.entry(m).kind, Kind::Party | Kind::Country | Kind::Organization))
            && (first..next).all(bare))
        || matches!(v.particle(next), Particle::Takes(_)) && (first..next).all(bare);
    if next < first + 2 || next > first + 4 || !ends {
        return p;
    }
    Phrase { first, next, who: Who::Words, role: p.role, ..p }
}
