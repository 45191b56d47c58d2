//! Particles and other small words whose sense the grammar around them tells.

use super::at::At;
use crate::english::node::Pos;

pub(super) fn points(at: &At) -> i32 {
    use Pos::{Noun, Prep, Verb};
    let At { c, prev, next, .. } = *at;
    let verb = c.pos == Verb;
    let mut s = 0;
    // نقل فكرة البرنامج: no "so" in the middle of a phrase
    if c.so && !c.and && prev.is_some_and(|p| matches!(p.pos, Prep | Pos::Masdar | Noun) && !p.definite) {
        s -= 40;
    }
    // الوكالة شبه الرسمية: half of it, nothing is likened; فتحت: opened, no "so under"
    let likens = verb
        && c.lemma.is_some_and(|l| l.ar == "شبه")
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Adjective && n.definite));
    let opened = prev.is_some_and(|p| !matches!(p.pos, Pos::Mark(_))) || next.is_some_and(|l| l.iter().any(|n| n.accusative));
    if likens || c.so && c.pos == Prep && c.ar == "تحت" && opened {
        s -= 60;
    }
    // بأنه بناء: constructive
    if c.pos == Pos::Adjective && c.ar == "بناء" && prev.is_some_and(|p| p.pos == Pos::That && p.pron.is_some()) {
        s += 60;
    }
    // تلقى الوفد وعدا: a promise, no "and except"
    if c.pos == Prep && c.and && c.ar == "عدا" && prev.is_some_and(|p| p.nominal() || p.pos == Verb) {
        s -= 80;
    }
    // أنه خلا من الضمانات: was devoid of them
    if c.pos == Prep && c.ar == "خلا" {
        let of = at.behind.iter().take(6).flatten().any(|n| n.pos == Prep && n.ar == "من");
        s -= if of && (at.start || next.is_some_and(|l| l.iter().any(|n| n.ar == "من")))
            || prev.is_some_and(|p| p.pos == Pos::That)
        {
            90
        } else {
            0
        };
    }
    // الوسطاء وحدهم: they alone, nobody unified them
    if c.pos == Pos::Adverb && c.en == "alone" {
        s += 20;
    }
    // انتهت الجولة، مجددا التزام بلاده: reiterating it, no "again"
    let whose =
        next.is_some_and(|l| l.iter().any(|n| n.nominal() && !n.and && n.prep.is_none() && (n.definite || n.pron.is_some())));
    let of = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && !n.definite && !n.accusative))
        && at.behind.get(1).is_some_and(|l| l.iter().any(|n| n.ungoverned() && (n.definite || n.bare || n.pron.is_some())));
    if c.pos == Pos::Adverb && c.en == "again" && c.ar.starts_with("مجدد") {
        s += if whose || of { -100 } else { 100 };
    }
    // هذا ما كان: this is what was
    if c.pos == Pos::Neg && c.ar == "ما" && prev.is_some_and(|p| p.pos == Pos::Dem && matches!(p.ar.as_str(), "هذا" | "ذلك"))
    {
        s -= 80;
    }
    // جوا من التفاؤل: an atmosphere, not by air
    if c.pos == Pos::Adverb && c.en == "by air" && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "من")) {
        s -= 60;
    }
    s
}
