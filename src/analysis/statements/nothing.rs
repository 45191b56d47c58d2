//! A reporting verb that tells nothing: a wish, a passive, a name, what a pronoun stands for, what somebody does not tell.

use super::view::{Particle, View};
use crate::arabic::clitics::Ending;
use crate::arabic::inflect::Tense;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;

/// Tokens behind a verb in which what it is about stands.
const NEAR: usize = 7;

/// True for a verb that is none here, or whose speaker is not told.
pub(super) fn tells_nothing(v: &View, m: &Match, tense: Tense) -> bool {
    let t = m.first as usize;
    // `مبدياً خشيته`, `أبدى تخوفه`: a noun, whatever it looks like.
    let shows = |o: &Match| v.kind(o) == Kind::Verb && v.frame(o).object;
    if matches!(m.ending, Ending::Pronoun(_)) && m.first > 0 && v.over(m.first as usize - 1).is_some_and(shows) {
        return true;
    }
    // `إدارة نادي المدينة`: with its dots it is the noun.
    let last_letter = |word: &str, c: char| word.ends_with(c);
    if tense == Tense::Perfect
        && m.ending == Ending::None
        && last_letter(v.raw(m.last as usize), 'ي')
        && v.entry(m).ar.first().is_some_and(|ar| last_letter(ar, 'ى'))
    {
        return true;
    }
    // `الملك -أيده الله-`: a wish.
    if matches!(m.ending, Ending::Pronoun(_)) && v.raw(m.last as usize + 1) == "الله" {
        return true;
    }
    // `أُعلن خلال اللقاء أن`: by whom is not said.
    let letter = |n: usize| v.raw(t).trim_start_matches(['و', 'ف']).chars().nth(n);
    // `استُبعدت`, `اتُّهمت`
    let passive =
        letter(1) == Some('\u{64f}') || letter(0) == Some('ا') && (letter(2) == Some('\u{64f}') || letter(3) == Some('\u{64f}'));
    // `نُقل عن فلان أن`: whose word it is stands behind it.
    let passed_on = v.frame(m).relays && v.raw(m.last as usize + 1) == "عن";
    if tense == Tense::Perfect && passive && !passed_on {
        return true;
    }
    // `لم يكشف عن الموعد` tells nothing.
    let hides = v.stance(m) == Some("reveal") && v.name(m) != "verb_hide_not";
    // `لم تعلن عن هويته`
    let silent = || v.raw(m.last as usize + 1) == "عن" && v.raw(m.last as usize + 2).ends_with(['ه', 'ا']);
    let hides = hides || v.stance(m) == Some("announce") && silent();
    if hides && t > 0 && v.negates(t - 1) {
        return true;
    }
    // `لم تبد الحكومة أي مرونة`: she shows nothing.
    let any = || (m.last as usize + 1..m.last as usize + 4).any(|k| matches!(v.raw(k), "أي" | "أية"));
    if v.name(m) == "verb_show_express" && t > 0 && v.negates(t - 1) && any() {
        return true;
    }
    // `محمد حسن زاده`: a name.
    if v.name(m) == "verb_add_zada" && matches!(m.ending, Ending::Pronoun(_)) {
        return true;
    }
    // `موعد شكك فيه قيادي`: what he doubts stands before.
    if v.entry(m).takes.first().is_some_and(|w| w == "في")
        && matches!(v.raw(m.last as usize + 1), "فيه" | "فيها" | "فيهما" | "فيهم")
    {
        return true;
    }
    false
}

/// `قلّل من شأنه`, `قلّل رئيس الوفد من أهميتها`: nothing but a pronoun tells of what.
pub(super) fn played_down(v: &View, m: &Match) -> bool {
    let own = |t: usize| matches!(v.raw(t), "شأنه" | "شأنها" | "شأنهم" | "شأنهما" | "أهميته" | "أهميتها" | "قيمته" | "قيمتها");
    let from = m.last as usize + 1;
    let of = (from..v.len().min(from + NEAR)).find(|&t| v.mark(t).is_some() || v.particle(t) == Particle::Takes(Takes::FROM));
    v.frame(m).takes.has(Takes::FROM) && of.is_some_and(|t| v.mark(t).is_none() && own(t + 1))
}
