//! Which words belong to an office behind its noun, and which begin what is said: `المبعوث الأممي الخاص بالملف`, `استبعد الوزير التوصل إلى اتفاق`.

use super::body;
use super::circumstance::talk;
use super::speaker::Phrase;
use super::view::{Particle, View};
use crate::arabic::clitics::Proclitics;
use crate::glossary::entry::Kind;
use crate::glossary::frames::Takes;
use crate::glossary::matcher::Match;
use crate::glossary::names;

/// `المبعوث الأممي الخاص بالملف`, `الممثل الأعلى للسياسة الخارجية`: a noun that belongs to an office behind a definite word.
pub(super) fn of_office(v: &View, t: usize, m: &Match) -> bool {
    let raw = v.raw(t);
    let charge = ["المكلف", "المعني", "الخاص", "المختص"].iter().any(|w| v.raw(t - 1).starts_with(w));
    if m.proclitics.has(Proclitics::BEH) {
        charge
    } else if m.proclitics.has(Proclitics::LAM) {
        raw.starts_with("لل") || charge
    } else {
        raw.starts_with("ال") || raw.starts_with("وال")
    }
}

/// `ممثل عن الوفد`, where the title takes عن: whom somebody stands for, a body or a side.
pub(super) fn stands_for(v: &View, p: &Phrase, t: usize, takes: Takes) -> bool {
    let own = takes == Takes::ABOUT && p.title.is_some_and(|id| v.lexicon.frames[id as usize].takes.has(takes));
    let these = matches!(v.raw(t + 1), "هذه" | "هذا" | "تلك") && v.raw(t + 2).starts_with("ال");
    let side = |m: &Match| matches!(v.kind(m), Kind::Country | Kind::Organization | Kind::Party) || v.frame(m).speaker;
    own && (these || body::noun(v, t + 1).is_some() || v.at(t + 1).is_some_and(side))
}

/// A word with its article that is written as a verbal noun: `التوصل`, `الانسحاب`, `الإفراج`.
pub(super) fn verbal(word: &str) -> bool {
    let Some(stem) = word.strip_prefix("ال") else { return false };
    let letters: Vec<char> = stem.chars().collect();
    let n = letters.len();
    let long = n >= 5 && matches!(letters[0], 'ا' | 'إ') && letters[n - 2] == 'ا';
    let te = n > 3 && letters[0] == 'ت' && n <= 6 && letters[1] != 'ا' && !stem.ends_with(['ي', 'ن']) && !stem.ends_with("ية");
    long || te
}

/// `رفض الاستيلاء غير القانوني على`, `رفض الخوض في ما إذا`: behind a verb with an object, what is refused, with what belongs to it.
pub(super) fn refused(v: &View, m: &Match, t: usize) -> bool {
    let belongs = match v.particle(t + 1) {
        Particle::Takes(p) => !v.frame(m).takes.has(p) && !talk(v, t + 2) && v.connective(t + 1).is_none(),
        _ => v.raw(t + 1) == "غير" && v.raw(t + 2).starts_with("ال"),
    };
    v.frame(m).object && v.over(t).is_none() && v.raw(t).starts_with("ال") && belongs && !v.is_name(t)
}

/// The same behind an office; behind a man's `المشاركة`, too.
pub(super) fn deed(v: &View, t: usize, first: usize) -> bool {
    let letters: Vec<char> = v.raw(t).chars().skip(2).collect();
    let te = letters.len() == 5 && letters[0] == 'ت' && letters[1] != 'ا' && v.particle(t + 1) != Particle::None;
    let te = te && v.raw(t).ends_with("ية");
    let head = v.raw(first).trim_start_matches(['و', 'ف']);
    let man = t == first + 1 && head.starts_with("ال") && !head.ends_with('ة');
    let me = man && letters.len() == 6 && letters[0] == 'م' && letters[2] == 'ا' && letters[5] == 'ة';
    (verbal(v.raw(t)) || v.raw(t).starts_with("ال") && (te || me)) && !body::listed(v, t, "adjective")
}

/// `المتحدث باسم الخارجية الحاجة إلى حل`, `المبعوث الدعوة`: a feminine noun behind an office that is no adjective of it.
pub(super) fn noun(v: &View, first: usize, t: usize) -> bool {
    let raw = v.raw(t);
    let feminine = raw.starts_with("ال") && raw.ends_with('ة') && !raw.ends_with("ية") && !body::listed(v, t, "adjective");
    // `استبعد الوزير التوصل إلى اتفاق`
    if v.raw(t - 1).starts_with("ال") && deed(v, t, first) {
        return true;
    }
    feminine && (t == first + 1 || v.raw(t - 1).starts_with("ال")) && v.particle(t + 1) == Particle::Takes(Takes::TO)
}

/// A preposition that may belong to an office: `المبعوث إلى سوريا`, `مصدر في المعارضة`; not `في موسكو`.
pub(super) fn takes_office(v: &View, t: usize, p: Takes, source: bool) -> bool {
    // `رئيس الحكومة المكلف من البرلمان`
    let given = t > 0 && ["المكلف", "المعين", "المنتخب", "المدعوم", "المنبثق"].iter().any(|w| v.raw(t - 1).starts_with(w));
    if given && p == Takes::FROM && body::noun(v, t + 1).is_some() {
        return true;
    }
    let Some(m) = v.at(t + 1) else { return false };
    // `نقل المراسل عن مصدر`: whose words he passes on.
    if p == Takes::ABOUT && v.kind(m) == Kind::Title && v.frame(m).source {
        return false;
    }
    let body = matches!(v.kind(m), Kind::Country | Kind::Organization | Kind::Party | Kind::Process | Kind::Agreement);
    // `رئيس وفد الحكومة إلى جنيف فلان`
    let bound = p == Takes::TO
        && v.kind(m) == Kind::Place
        && v.at(m.last as usize + 1).is_some_and(|m| v.kind(m) == Kind::Person && m.proclitics.is_none());
    if bound {
        return true;
    }
    if p == Takes::FROM { (source || given) && body } else { body || (source && v.frame(m).speaker) }
}

/// `لكن مسؤولا حكوميا`: an adjective in the accusative, as its noun.
pub(super) fn accusative(v: &View, first: usize, t: usize) -> bool {
    let ends = |t: usize| v.raw(t).trim_end_matches('ً').ends_with('ا') && !v.raw(t).starts_with("ال");
    ends(first) && ends(t) && v.raw(t).chars().count() > 3
}

/// True for a bare word with a definite one behind it, neither known: `قوى الثورة`.
pub(super) fn pair(v: &View, t: usize) -> bool {
    let bare = |t: usize| !v.raw(t).trim_start_matches(['و', 'ف']).starts_with("ال");
    bare(t)
        && t > 0
        && bare(t - 1)
        // `أشاد إعلاميون بقرار الهيئة`
        && !v.raw(t - 1).ends_with("ون")
        && v.raw(t).chars().count() > 2
        && v.raw(t + 1).starts_with("ال")
        && v.at(t + 1).is_none_or(|m| !matches!(v.kind(m), Kind::Person) && v.finite(m).is_none())
}

/// A word that no entry knows and that still belongs to the office: an adjective that agrees with it.
pub(super) fn modifies(v: &View, t: usize, definite: bool) -> bool {
    let raw = v.raw(t);
    let article = raw.starts_with("ال") || raw.starts_with("لل");
    // `مسؤولون يرافقون المبعوث`: what they do.
    if raw.starts_with('ي') && raw.ends_with("ون") && !raw.ends_with("يون") {
        return false;
    }
    // `رفض المبعوث الخوض في التصريح`: what he does not want.
    if definite && body::listed(v, t, "deed") {
        return false;
    }
    if definite {
        // `المتحدث المليشيا`: no adjective of a man.
        (article && (!raw.ends_with('ا') || matches!(raw, "العليا" | "الدنيا" | "الوسطى")))
            || raw.starts_with("وال")
            || matches!(raw, "شؤون" | "لشؤون" | "شئون" | "لشئون" | "باسم")
    } else {
        !article
            && (raw.ends_with(['ٍ', 'ي', 'ً', 'ن']) && !(raw.ends_with('ن') && names::known(raw).is_some())
                || body::listed(v, t, "adjective")
                || matches!(raw, "شؤون" | "لشؤون" | "شئون" | "لشئون" | "آخر" | "ثان" | "بارز" | "كبير" | "باسم"))
    }
}
