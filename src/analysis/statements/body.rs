//! A body that no entry names, by the noun that it is called by: `رابطة أمهات المختطفين`, `منظمات حقوقية يمنية`, `اللجنة المنظمة`.
//!
//! Which nouns bodies are called by is data (`bodies.yaml`). The phrase ends before a verb, a particle, a mark, and before a noun that is no part of it.

use super::Who;
use super::speaker::{Phrase, country};
use super::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::Shape;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens of a phrase, its first included.
const LONG: usize = 8;
/// Tokens of a name in quotation marks.
const QUOTED: usize = 5;

/// The noun of a body at token `t`.
pub(super) fn noun<'a>(v: &View<'a>, t: usize) -> Option<&'a Match> {
    let cue = |m: &&Match| m.first as usize == t && v.kind(m) == Kind::Body;
    v.s.cues.iter().find(cue).filter(|m| matches!(v.role(m), None | Some("people" | "outlet")))
}

/// True where the word at `t` is in the list of `bodies.yaml` with this role.
pub(super) fn listed(v: &View, t: usize, role: &str) -> bool {
    v.s.cues.iter().any(|m| m.first as usize == t && v.kind(m) == Kind::Body && v.role(m) == Some(role))
}

/// True for `لصحيفة`, `لقناة`: an outlet that was told.
pub(super) fn outlet(v: &View, t: usize) -> bool {
    let cue = |m: &&Match| m.first as usize == t && v.kind(m) == Kind::Body && m.proclitics.has(Proclitics::LAM);
    v.s.cues.iter().find(cue).is_some_and(|m| matches!(v.role(m), Some("outlet" | "wire")))
}

/// True for the noun of an outlet: it passes on what others say.
pub(super) fn passes(v: &View, t: usize) -> bool {
    let outlet = |m: &Match| v.kind(m) == Kind::Body && matches!(v.role(m), Some("outlet" | "wire"));
    v.s.cues.iter().any(|m| m.first as usize == t && outlet(m))
}

/// True for a body with ل: `لهيئة الإذاعة`.
pub(super) fn told(v: &View, t: usize) -> bool {
    v.s.cues.iter().any(|m| m.first as usize == t && v.kind(m) == Kind::Body && m.proclitics.has(Proclitics::LAM))
}

/// The token behind `أحد`, `بعض`, `عدد من`: some of those who are named behind it.
pub(super) fn part(v: &View, t: usize) -> Option<usize> {
    let cue = |m: &&Match| m.first as usize == t && v.kind(m) == Kind::Body && v.role(m) == Some("part");
    v.s.cues.iter().find(cue).map(|m| m.last as usize + 1)
}

/// An adjective of a definite noun: `الوفد الحكومي`, `اللجنة المشتركة`. `feminine` is what is known of the noun.
pub(super) fn adjective(v: &View, t: usize, feminine: Option<bool>) -> bool {
    let raw = v.raw(t);
    let Some(stem) = raw.strip_prefix("ال") else { return false };
    let known = |m: &Match| !matches!(v.kind(m), Kind::Demonym) && !listed(v, t, "adjective");
    if v.over(t).is_some_and(known) || listed(v, t, "matter") {
        return false;
    }
    let agrees = match feminine {
        Some(true) => raw.ends_with(['ة', 'ا', 'ى']),
        Some(false) => !raw.ends_with('ة'),
        None => true,
    };
    let relative = ["ي", "ية", "يون", "يين", "يان", "يتان", "يات"].iter().any(|e| stem.ends_with(e)) && stem.chars().count() > 3;
    agrees && (relative || listed(v, t, "adjective"))
}

/// The phrase of a body that begins at token `at`, where `more` may stand before it.
pub(super) fn called(v: &View, at: usize, more: Proclitics) -> Option<Phrase> {
    let m = noun(v, at)?;
    let allowed = Proclitics::ARTICLE.0 | Proclitics::WAW.0 | Proclitics::FEH.0 | more.0;
    // A longer name begins here, or the word is in the middle of one.
    // `اللجنة المشتركة`: a term of several words, which is the noun of a body with its adjective.
    let is_term = |o: &Match| o.last > m.last && matches!(v.kind(o), Kind::Term | Kind::Slot) && !v.frame(o).speaker;
    let other = v.over(at).is_some_and(|o| {
        let term = is_term(o);
        o.first as usize != at
            || o.last > m.last && !term
            || !(at > 0 && v.over(at - 1).is_some_and(|p| v.name(p) == "statement")
                || matches!(v.kind(o), Kind::Term | Kind::Unit | Kind::Title | Kind::Party)
                || v.shape(o) == Shape::Masdar
                // `وقالت المشاركات إن`
                || v.shape(o) == Shape::Participle && v.role(m) == Some("people") && o.last == m.last)
    });
    if other || m.proclitics.0 & !allowed != 0 {
        return None;
    }
    let raw = v.raw(at);
    let definite = m.proclitics.has(Proclitics::ARTICLE);
    let own = matches!(m.ending, Ending::Pronoun(_));
    // `دولنا`: our own.
    if own && v.name(m) == "body_states" {
        return None;
    }
    let feminine =
        (raw.ends_with('ة') || raw.ends_with("ات") || (own && raw.contains("ته") || raw.contains("تها"))).then_some(true);
    let mut of = None;
    let mut told = definite || own;
    let mut t = m.last as usize + 1;
    if let Some(o) = v.at(at).filter(|o| is_term(o)) {
        t = o.last as usize + 1;
        told |= (at..t).any(|k| v.raw(k).starts_with("ال"));
    }
    while t < v.len().min(at + LONG) && !own {
        if let Some(c) = v.mark(t) {
            // `منظمة «أطباء بلا حدود»`; not `وفد قوى الثورة "سعيد نجم"`, which has its name
            let named = v.opens(t).filter(|q| q.1 - q.0 <= QUOTED && !told && matches!(c, '«' | '“' | '"'));
            let Some((_, close)) = named else { break };
            (t, told) = (close + 1, true);
            break;
        }
        // `وصف آخرون هذا الفعل`
        let this = raw.ends_with("ون") && matches!(v.raw(t), "هذا" | "هذه" | "ذلك" | "تلك");
        if this || v.particle(t) != Particle::None || v.negates(t) || v.connective(t).is_some() {
            break;
        }
        let word = v.raw(t);
        let article = word.starts_with("ال");
        let over = v.at(t);
        // `عائلات معتقلين ومفقودين`: two kinds of people.
        if word.starts_with('و') && word.ends_with("ين") && v.raw(t - 1).ends_with("ين") && t > at + 1 && !word.starts_with("وال")
        {
            t += 1;
            continue;
        }
        if told {
            // `وحدد الصندوق الأولويات`: what it sets.
            if article && word.ends_with("ات") && !raw.ends_with("ات") {
                break;
            }
            // `أمهات المختطفين والمفقودين`
            let also = !definite && word.starts_with("وال") && over.is_none_or(|m| v.finite(m).is_none());
            let counted = matches!(v.kind_at(t), Some(Kind::Number | Kind::Ordinal)) || word.chars().all(char::is_numeric);
            if !adjective(v, t, if definite { feminine } else { None }) && !also && !counted {
                break;
            }
        } else {
            let bare = |m: &Match| m.proclitics.0 & !Proclitics::ARTICLE.0 == 0;
            match over {
                Some(m) if !bare(m) => break,
                Some(m) => match v.kind(m) {
                    Kind::Person
                    | Kind::Party
                    | Kind::Organization
                    | Kind::Country
                    | Kind::Place
                    | Kind::Process
                    | Kind::Agreement => {
                        // `اتهمت حكومات غربية إيران`: behind an adjective, whom they accuse.
                        if v.over(t - 1).is_some_and(|m| v.kind(m) == Kind::Demonym) && t > at + 1 {
                            break;
                        }
                        of = of.or(Some(v.id(m)));
                        told = true;
                    }
                    Kind::Demonym => {
                        of = of.or_else(|| country(v, v.id(m)));
                        told |= article;
                    }
                    // `مكتب الناطق باسم القوات المسلحة`
                    Kind::Title if v.raw(m.last as usize) == "باسم" => {}
                    Kind::Term | Kind::Title | Kind::Unit => told |= article || matches!(m.ending, Ending::Pronoun(_)),
                    Kind::Verb if v.finite(m).is_none() || matches!(v.shape(m), Shape::Masdar | Shape::Participle) || article => {
                        told |= article
                    }
                    _ => break,
                },
                None if article => told = true,
                // `وطالب مشاركون بتعليق الحوار`: what they ask for.
                None if word.starts_with('ب') && raw.ends_with("ون") => break,
                None => {
                    let adjective = word.ends_with(['ي', 'ة']) && !word.starts_with("لل") || word.ends_with("يين");
                    let pair = v.raw(t + 1).starts_with("ال")
                        || v.at(t + 1).is_some_and(|m| v.kind(m).is_name() && m.proclitics.is_none());
                    if !adjective && !pair && noun(v, t).is_none() {
                        break;
                    }
                }
            }
        }
        t = over.map_or(t + 1, |m| m.last as usize + 1);
    }
    // `اتهم مشاركون من المنطقة الشرقية الحكومة`: where they are from.
    let from = !told && t == m.last as usize + 1 && v.role(m) == Some("people") && v.particle(t) == Particle::Takes(Takes::FROM);
    if from && v.raw(t) == "من" && v.mark(t + 1).is_none() && v.raw(t + 1).starts_with("ال") {
        t += 2;
        while t < v.len() && adjective(v, t, v.raw(t - 1).ends_with('ة').then_some(true)) {
            t += 1;
        }
    }
    // `الحركة العالمية للدفاع عن الأطفال`
    if v.raw(t) == "للدفاع" && v.raw(t + 1) == "عن" && v.mark(t + 2).is_none() {
        t += 3;
        t += usize::from(v.mark(t).is_none() && v.raw(t).starts_with("ال"));
    }
    let alone = t == m.last as usize + 1;
    let people = v.role(m) == Some("people");
    (!alone || told || people).then(|| Phrase {
        first: at,
        next: t,
        who: Who::Words,
        head: at,
        of,
        definite: true,
        feminine,
        body: true,
        ..Phrase::nobody()
    })
}
