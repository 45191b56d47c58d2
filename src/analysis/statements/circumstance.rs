//! What stands between a speaker and what is said: whose a body is, where, when and how.

use super::body;
use super::view::{Particle, View};
use crate::arabic::clitics::{Ending, Proclitics};
use crate::arabic::inflect::Shape;
use crate::glossary::entry::Kind;
use crate::glossary::frames::{Frame, Takes};
use crate::glossary::matcher::Match;

/// How long a circumstance between two commas may be.
pub(super) const CIRCUMSTANCE: usize = 14;
/// Tokens of a name in quotation marks.
pub(super) const NAMED: usize = 5;

/// The token behind `لصيغة أستانا`, `للخارجية`: whose a body or a statement is, before what is said. Not where the verb takes ل, nor before a purpose.
pub(super) fn whose(v: &View, t: usize, frame: Frame) -> Option<usize> {
    let m = v.at(t);
    let tied = m.map_or_else(|| v.raw(t).starts_with("لل"), |m| m.proclitics.has(Proclitics::LAM) && v.shape(m) != Shape::Masdar);
    if !tied || frame.takes.has(Takes::FOR) {
        return None;
    }
    let definite = v.raw(t).starts_with("لل");
    let mut t = m.map_or(t + 1, |m| m.last as usize + 1);
    // `للمقاومة الشعبية`
    t += usize::from(definite && body::adjective(v, t, None));
    while let Some(m) = v.at(t).filter(|m| matches!(v.kind(m), Kind::Place | Kind::Country | Kind::Process | Kind::Demonym)) {
        t = m.last as usize + 1;
    }
    Some(t)
}

/// The token behind أن, إن, أنه, بأن …, if one stands at `t`.
pub(super) fn that(v: &View, t: usize) -> Option<usize> {
    (v.particle(t) == Particle::That).then(|| {
        if v.over(t).is_some_and(|m| m.first as usize == t && m.last as usize > t && v.kind(m) == Kind::Connective) {
            t
        } else {
            t + 1
        }
    })
}

/// True for a word with ب or ل before it.
pub(super) fn taken_at(v: &View, t: usize) -> bool {
    v.at(t).is_none() && guess(v.raw(t)) != Proclitics::default()
}

/// True if token `t` begins with a particle that the verb takes.
pub(super) fn taken(v: &View, t: usize, takes: Takes) -> bool {
    match v.particle(t) {
        Particle::Takes(p) => takes.has(p),
        Particle::None if takes.has(Takes::BY) && matches!(v.raw(t), "بـ" | "ب") => true,
        Particle::None => {
            let proclitics = v.at(t).map_or_else(|| guess(v.raw(t)), |m| m.proclitics);
            (takes.has(Takes::BY) && proclitics.has(Proclitics::BEH))
                || (takes.has(Takes::FOR) && proclitics.has(Proclitics::LAM))
        }
        _ => false,
    }
}

/// The proclitic of a word that no entry knows.
pub(super) fn guess(raw: &str) -> Proclitics {
    let rest = raw.trim_start_matches('و');
    if rest.starts_with("بال") {
        Proclitics::BEH
    } else if rest.starts_with("لل") {
        Proclitics::LAM
    } else {
        Proclitics::default()
    }
}

/// True for a quotation mark that opens and never closes.
pub(super) fn unclosed(v: &View, t: usize) -> bool {
    let plain = v.mark(t) == Some('"') && v.quotes.iter().all(|q| q.1 < t) && v.mark(t + 1).is_none() && t + NAMED < v.len();
    (matches!(v.mark(t), Some('«' | '“')) || plain) && v.opens(t).is_none()
}

/// `رسمياً`, `بشدة`: an adverb between a verb and what is said.
pub(super) fn how(v: &View, t: usize) -> bool {
    body::listed(v, t, "manner") && v.mark(t + 1).is_none()
}

/// `حوار`, `تصريح`: where somebody speaks.
pub(super) fn talk(v: &View, t: usize) -> bool {
    body::listed(v, t, "speech")
}

/// True where أن opens a clause behind token `t`.
pub(super) fn clause_later(v: &View, t: usize) -> bool {
    (t..v.len().min(t + CIRCUMSTANCE))
        .take_while(|&k| !matches!(v.mark(k), Some('.' | '؛' | '؟' | '!')))
        .any(|k| that(v, k).is_some())
}

/// `على موقعها الإلكتروني`: an adjective of what is the speaker's own.
pub(super) fn of_place(v: &View, t: usize) -> bool {
    v.raw(t - 1).ends_with(['ه', 'ا']) && body::adjective(v, t, None) && v.raw(t + 1).starts_with("ال")
}

/// True where what is said opens only behind token `t`: a colon, a quotation, أن.
pub(super) fn says_later(v: &View, t: usize) -> bool {
    (t..v.len().min(t + CIRCUMSTANCE)).take_while(|&k| !matches!(v.mark(k), Some('.' | '؛' | '؟' | '!'))).any(|k| {
        v.mark(k) == Some(':') || v.opens(k).is_some_and(|(a, b)| b - a > NAMED) || (that(v, k).is_some() && k < t + NAMED)
    })
}

/// `حسابه`, `صفحتها`: where somebody writes.
pub(super) fn page(v: &View, t: usize) -> bool {
    // `في تغريدة له على «تويتر»، على أن`
    let t = t + usize::from(v.is_quote(t));
    matches!(
        v.raw(t),
        "صفحته"
            | "صفحتها"
            | "حسابه"
            | "حسابها"
            | "موقعه"
            | "موقعها"
            | "تويتر"
            | "فيسبوك"
            | "فايسبوك"
            | "إكس"
    )
}

/// True for the ending of an adverb: `معتبرة`, `مؤكدا`.
fn adverb(v: &View, t: usize) -> bool {
    !v.raw(t).starts_with("ال") && v.raw(t).trim_end_matches('ً').ends_with(['ا', 'ة'])
}

/// The end of a circumstance that begins at `t`: behind its comma, before a particle that opens a clause, or behind one phrase.
pub(super) fn circumstance(v: &View, t: usize, takes: Takes, object: bool) -> usize {
    let mut k = t;
    while k < v.len() && k < t + CIRCUMSTANCE {
        if matches!(v.mark(k), Some('،' | ',')) {
            // `دانت في بيان على موقعها القصف، معتبرة أن`: what is said stands before the comma.
            let goes_on = |m: &Match| v.frame(m).reports && v.shape(m) == Shape::Participle && m.proclitics.is_none();
            if object && v.at(k + 1).is_some_and(goes_on) {
                break;
            }
            // `في تصريح لدى مغادرته، متوجهاً إلى القاهرة، إن`: how he left.
            let on = v.raw(k + 1).ends_with(['ا', 'ً']) && v.at(k + 1).is_none_or(|m| !v.frame(m).reports);
            let close = (k + 2..v.len().min(k + NAMED + 2)).find(|&c| v.mark(c).is_some());
            let close = close.filter(|&c| on && matches!(v.mark(c), Some('،' | ',')) && that(v, c + 1).is_some());
            return close.unwrap_or(k) + 1;
        }
        // `دانت في بيان على موقعها القصف معتبرة أن`: no comma.
        let goes_on = |m: &Match| v.frame(m).reports && v.shape(m) == Shape::Participle && m.proclitics.is_none();
        if object && k > t + 1 && adverb(v, k) && v.at(k).is_some_and(goes_on) {
            break;
        }
        if object
            && k > t
            && !v.raw(k).starts_with(['ل', 'ب', 'و'])
            && body::listed(v, k, "matter")
            && !matches!(v.particle(k - 1), Particle::Takes(_))
            && v.at(k).is_none()
        {
            return k;
        }
        // `خلال جلسة عن برنامج «العمل المشترك»: «…»`: a name, and what is said further on.
        if let Some((_, close)) = v.opens(k).filter(|&(a, b)| b - a <= NAMED && v.mark(k - 1).is_none() && says_later(v, b + 1)) {
            k = close + 1;
            continue;
        }
        if that(v, k).is_some() || matches!(v.mark(k), Some(':')) || unclosed(v, k) || v.opens(k).is_some_and(|(a, b)| b - a > 3)
        {
            return k;
        }
        // The particle of the verb ends it; في and من may be its own.
        // `في بيان نشر على موقعها أن`: that of a verb before it.
        let verbs =
            k > 0 && v.over(k - 1).is_some_and(|m| v.finite(m).is_some() && v.shape(m) != Shape::Masdar) && clause_later(v, k);
        if k > t
            && !verbs
            && !(page(v, k + 1) && clause_later(v, k + 1))
            && matches!(v.particle(k), Particle::Takes(p) if takes.has(p) && p != Takes::IN && p != Takes::FROM)
        {
            return k;
        }
        let own = |m: &Match| v.kind(m) == Kind::Term && matches!(m.ending, Ending::Pronoun(_));
        // `خلال مراسم التوقيع أن`: the second noun of a pair is no object.
        let article = v
            .at(k)
            .map_or_else(|| v.raw(k).starts_with("ال"), |m| v.raw(k).starts_with("ال") && m.proclitics.has(Proclitics::ARTICLE));
        let pair = k > t && article && !v.raw(k - 1).starts_with("ال");
        // `في بيانها الختامي التزامها`: the speaker's own.
        let bare = |m: &Match| own(m) && m.proclitics.is_none();
        if k > t + 1 && v.at(k).is_some_and(bare) && !matches!(v.particle(k - 1), Particle::Takes(_)) {
            return k;
        }
        if k > t && !pair && v.at(k).is_some_and(|m| matches!(v.shape(m), Shape::Masdar) || (own(m) && m.proclitics.is_none())) {
            break;
        }
        k += 1;
    }
    // No comma: one phrase, with what hangs on it by a preposition.
    let mut k = v.over(t).map_or(t + 1, |m| m.last as usize + 1);
    // `في ذات السياق`, `في هذا الإطار`
    if matches!(v.raw(t), "ذات" | "نفس" | "هذا" | "هذه" | "ذلك" | "تلك") && v.mark(k).is_none() {
        k = v.over(k).map_or(k + 1, |m| m.last as usize + 1);
    }
    while matches!(v.particle(k), Particle::Takes(p) if p == Takes::ON || p == Takes::IN)
        || matches!(v.kind_at(k), Some(Kind::Demonym | Kind::Media))
        || (object && k == t + 1 && v.raw(t).starts_with('ب') && matches!(v.kind_at(k), Some(Kind::Place | Kind::Country)))
        || (k > 0 && matches!(v.particle(k - 1), Particle::Takes(_)))
        || (object && k > t + 1 && of_place(v, k))
    {
        k = v.over(k).map_or(k + 1, |m| m.last as usize + 1);
        if k >= v.len() {
            break;
        }
    }
    k
}
