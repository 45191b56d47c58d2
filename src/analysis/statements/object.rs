//! What a reporting verb says without a particle: an object, a verbal noun, or what stands before the verb.

use super::Speaker;
use super::addressed::is_object;
use super::circumstance::whose;
use super::frame::{Open, statement, verb_of};
use super::opening::Opening;
use super::speaker::phrase;
use super::subject::agrees;
use super::view::{Particle, View};
use crate::arabic::clitics::Ending;
use crate::arabic::fold::fold;
use crate::arabic::inflect::{Person, Shape, Tense};
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens that tell where and to whom something was said.
const WHERE: usize = 8;

/// False for a verb that reports speech only with one object (`حمّله المسؤولية`), where that does not follow: `حمل الأهالي على النزوح`.
pub(super) fn with_object(v: &View, m: &Match) -> bool {
    let takes = || v.lexicon.takes(v.id(m));
    let others = v.frame(m).takes != Takes::default() || takes().any(|w| matches!(w, "أن" | "إن" | "object"));
    others || !takes().any(|w| w.starts_with("ال")) || (m.last as usize + 1..v.len()).any(|t| takes().any(|w| w == v.raw(t)))
}

/// The token behind `يقول` in `وتابع يقول`, behind `موضحاً` in `وتابع موضحاً: «…»`: how it is said.
pub(super) fn chained(v: &View, t: usize) -> usize {
    let how = v.at(t).filter(|m| m.proclitics.is_none() && m.first == m.last && v.frame(m).reports);
    let how = how.filter(|m| match v.shape(m) {
        Shape::Participle => {
            v.raw(t).trim_end_matches('ً').ends_with('ا') && (v.mark(t + 1) == Some(':') || v.particle(t + 1) == Particle::That)
        }
        _ => matches!(v.finite(m), Some((Tense::Imperfect, _))),
    });
    how.map_or(t, |m| m.last as usize + 1)
}

/// The token behind `نفياً قاطعاً` in `ونفى نفياً قاطعاً أن`: how it is said, by the verb's own noun.
pub(super) fn cognate(v: &View, m: &Match, t: usize) -> usize {
    let adverb = |t: usize| v.mark(t).is_none() && v.raw(t).trim_end_matches('ً').ends_with('ا');
    let own = |n: &String| {
        let word = v.raw(t).trim_end_matches('ً');
        word.strip_suffix('ا').is_some_and(|stem| fold(stem) == fold(n))
    };
    if adverb(t) && v.entry(m).masdar.iter().any(own) { t + 1 + usize::from(adverb(t + 1)) } else { t }
}

/// An object that is a verbal noun: `وأعلن تمديد الجولة`, `ونفى وجود خلاف`.
pub(super) fn masdar(v: &View, t: usize) -> Option<Opening> {
    let m = v.over(t)?;
    let object = v.shape(m) == Shape::Masdar || v.negates(t);
    object.then_some(Opening { at: t, clause: false, direct: true, time: None, place: None })
}

/// An object that can be no subject: a matter, a noun in the accusative, the parties of a verb of asking.
pub(super) fn object(v: &View, verb: &Match, person: Person, t: usize) -> Option<Opening> {
    let t = whose(v, t, v.frame(verb)).unwrap_or(t);
    let raw = v.raw(t);
    let matter = v
        .at(t)
        .is_some_and(|m| !v.frame(m).speaker && matches!(v.kind(m), Kind::Term | Kind::Slot | Kind::Agreement | Kind::Process));
    let tanween = raw.ends_with("ًا") || raw.ends_with("اً");
    let accusative = raw.ends_with("ين") && raw.starts_with("ال") || tanween && v.at(t).is_none_or(|m| !v.frame(m).speaker);
    let things = v.at(t).is_none() && raw.ends_with("ات");
    // `أكدت عزمها`, `وطالب واشنطن بسحب`: the speaker's own, and who cannot be the subject of this verb.
    let own = v.at(t).is_none()
        && match person {
            Person::She => raw.ends_with("ها") && !raw.ends_with("تها"),
            // `كما أكدا رفضهما الحصار`
            Person::Both => raw.ends_with("هما"),
            Person::They => raw.ends_with("هم"),
            _ => raw.ends_with("ته"),
        }
        && raw.chars().count() > 3;
    // `وأبدى استعداد فريقه`
    let theirs = v.raw(t + 1);
    let pair = v.at(t).is_some_and(|m| v.shape(m) == Shape::Masdar || v.kind(m) == Kind::Term && !v.frame(m).speaker)
        && v.mark(t + 1).is_none()
        && theirs.chars().count() > 3
        && if person == Person::She { theirs.ends_with("ها") } else { theirs.ends_with('ه') };
    let own = own || pair;
    let asked = phrase(v, t).is_some_and(|p| is_object(v, verb, &p) || !agrees(v, person, &p));
    let opening = Opening { at: t, clause: false, direct: true, time: None, place: None };
    // `وأبدى استعداد بلاده`
    let shown = v.lexicon.takes(v.id(verb)).any(|t| t == "object")
        && v.at(t).is_none_or(|m| {
            !v.frame(m).speaker
                && (v.finite(m).is_none()
                    || matches!(m.ending, Ending::Pronoun(_))
                    || (m.proclitics.is_none() && v.raw(t + 1).starts_with("ال")))
        });
    (matter || accusative || things || own || asked || shown).then_some(opening)
}

/// `«نحن مستعدون»، قال X.`, `الخلاف مستمر، يقول X.`: what is said stands before the verb, and its subject (up to `behind`) ends the clause.
pub(super) fn trailing(v: &View, m: &Match, behind: usize, number: u32) -> Option<Open> {
    let t = m.first as usize;
    let adds = v.stance(m) == Some("add");
    let said = matches!(v.stance(m), Some("say" | "affirm" | "add" | "note" | "announce" | "reveal"));
    let comma = t > 0 && matches!(v.mark(t - 1), Some('،' | ','));
    // `لم يُتفق على الموعد، كما أوضح X.`
    let also = t > 2 && v.raw(t - 1) == "كما" && matches!(v.mark(t - 2), Some('،' | ','));
    let comma = comma || also;
    let to = t.checked_sub(usize::from(comma) + usize::from(also)).filter(|&to| to > 0)?;
    // `«الوضع خطير»، قال X للصحافيين في جنيف، مضيفاً أن`
    let quoted = quoted_before(v, t);
    let short =
        |k: &usize| v.mark(*k).is_none() && v.particle(*k) != Particle::That && v.at(*k).is_none_or(|m| v.finite(m).is_none());
    let behind = if quoted { behind + (behind..v.len().min(behind + WHERE)).take_while(short).count() } else { behind };
    // `الصفقة، كما لاحظ المحللون، قد تتم`: the clause goes on.
    let ends = ends(v, behind) && !(also && matches!(v.mark(behind), Some('،' | ',')));
    (said && m.proclitics.is_none() && ((comma && !adds) || quoted) && ends).then(|| Open {
        statement: statement(number, Speaker::nobody(), Some(verb_of(v, m))),
        first: t,
        from: 0,
        to: Some(to),
        clause: true,
        person: None,
        with: Vec::new(),
    })
}

/// True behind a quotation, with its comma: `«نحن مستعدون»، قال X`.
pub(super) fn quoted_before(v: &View, t: usize) -> bool {
    let comma = t > 0 && matches!(v.mark(t - 1), Some('،' | ','));
    t > 0 && v.is_quote(t - 1 - usize::from(comma && t > 1))
}

/// True where the clause ends at token `behind`, or a comma stood before it.
pub(super) fn ends(v: &View, behind: usize) -> bool {
    let comma = |t: usize| matches!(v.mark(t), Some('،' | ','));
    behind >= v.len() || v.mark(behind).is_some_and(|c| c != ':') || behind > 0 && comma(behind - 1)
}
