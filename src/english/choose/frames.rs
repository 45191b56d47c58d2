//! What the frame of a clause wants at a place: the object behind an aside, the deed behind كان and its subject, a clause about the noun before it.

use super::at::At;
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};
use crate::english::verb::is_verb;

/// Nodes between two commas, with the second.
const ASIDE: usize = 8;

pub(super) fn points(at: &At) -> i32 {
    let At { c, before, behind, prev, next, .. } = *at;
    let mut s = 0;
    let verb = c.pos == Pos::Verb;
    // مساعيها التي تعود فكرتها: ف opens a clause, and stands behind no verb
    if c.so && c.content && prev.is_some_and(|p| p.pos == Pos::Verb) {
        s -= 25;
    }
    // تعود فكرتها إلى العام الماضي: no verb of the past stands right behind one of the present
    if verb && !c.and && c.tense == Tense::Perfect && prev.is_some_and(|p| p.pos == Pos::Verb && p.tense == Tense::Imperfect) {
        s -= 30;
    }
    // أعلنت الشركة، الأحد، رفع الإنتاج: what is announced stands behind the aside
    if !c.and && awaited(before) {
        s += if c.pos == Pos::Masdar {
            30
        } else if verb {
            -30
        } else {
            0
        };
    }
    // القائمة الصحفيين: an adjective in ين is of people, and stands behind more than one
    if c.pos == Pos::Adjective
        && c.plural
        && !c.mention
        && c.ar.ends_with(['ن'])
        && prev.is_some_and(|p| p.nominal() && !p.plural && !p.dual && !p.human)
    {
        s -= 20;
    }
    // 210 خروقات قتل فيها 40 مدنيا: a clause about the noun, whose pronoun follows
    if verb
        && !c.and
        && c.pron.is_none()
        && c.tense == Tense::Perfect
        && prev.is_some_and(|p| (p.nominal() || p.pos == Pos::Adjective) && !p.definite && !p.bare && p.pron.is_none())
        && next.is_some_and(|l| {
            l.iter().any(|n| n.pos == Pos::Prep && n.pron.is_some() && matches!(n.ar.as_str(), "في" | "خلال" | "إثر"))
        })
    {
        s += 25;
    }
    // أن يكون وفده طلب ثمنا: what it did, behind كان and who did it
    if verb
        && !c.and
        && c.tense == Tense::Perfect
        && prev.is_some_and(|p| p.nominal() && (p.definite || p.pron.is_some()))
        && before.iter().rev().take(4).any(|b| b.pos == Pos::Verb && is_verb(b, "كان"))
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.accusative))
    {
        s += 20;
    }
    // ومثل الاتفاق نجاحا: represented it
    if c.pos == Pos::Prep
        && c.and
        && c.en == "like"
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
        && behind.iter().take(3).skip(1).flatten().any(|n| n.ungoverned() && n.accusative && !n.definite)
    {
        s -= 60;
    }
    // رحلات يسيرها الصليب الأحمر: it runs them; what proceeds has no object
    if verb && c.pron.is_some() && c.lemma.is_some_and(|l| l.ar == "سار") {
        s -= 20;
    }
    // تلقى وعدا من الوسيط: a promise
    if c.and && c.pos == Pos::Prep && c.en == "except" && prev.is_some_and(|p| p.nominal() || p.pos == Pos::Verb) {
        s -= 60;
    }
    // التي أقامتها بلاده في المنطقة: what has its object attached is no verb of being somewhere
    if verb && c.pron.is_some() && c.en == "reside" {
        s -= 90;
    }
    // أول من قاتل: who was the first to do so
    let first = |n: &Node| n.pos == Pos::Adjective && matches!(n.en.as_str(), "first" | "last");
    if verb && !c.and && matches!(before, [.., o, p] if p.pos == Pos::Prep && p.ar == "من" && first(o)) {
        s += 25;
    }
    // للأزمة: for the crisis, nothing necessary
    if c.en == "necessary" && c.prep == Some("ل") {
        s -= 40;
    }
    // "إنساني بحت": humanitarian, no two human beings
    if c.en == "human being" && c.dual && c.ar.ends_with('ي') {
        s -= 40;
    }
    // أن الجانبين وضعا خطة: both did
    if verb && c.person == Person::Both && c.tense == Tense::Perfect && prev.is_some_and(|p| p.dual && p.nominal()) {
        s += 14;
    }
    // 900 طالب بها الحوثيون: what is counted, and whose pronoun follows
    if verb && !c.and && c.tense == Tense::Perfect && c.pron.is_none() {
        let pronoun = next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Prep && n.pron.is_some()));
        s += if pronoun && prev.is_some_and(|p| p.pos == Pos::Number) { 45 } else { 0 };
    }
    s
}

/// True behind two commas that hold when or where somebody announces or decides what nothing has told yet.
fn awaited(before: &[Node]) -> bool {
    const TELLS: &[&str] = &["أعلن", "قرر", "اقترح", "طلب", "رفض", "أيد", "بحث", "أكد", "ناقش"];
    let comma = |n: &Node| n.pos == Pos::Mark('،');
    let Some((_, rest)) = before.split_last().filter(|(last, _)| comma(last)) else { return false };
    let Some(open) = rest.iter().rposition(comma).filter(|&i| i + ASIDE > rest.len()) else { return false };
    let when = |n: &Node| !matches!(n.pos, Pos::Verb | Pos::That | Pos::Rel | Pos::Clause | Pos::Active) && !n.ends_clause();
    let told = |n: &Node| matches!(n.pos, Pos::That | Pos::Masdar | Pos::Mark(_) | Pos::Rel);
    let verb = rest[..open].iter().rev().take(7).take_while(|n| !told(n)).find(|n| n.pos == Pos::Verb);
    let tells = |v: &Node| v.pron.is_none() && !v.passive && v.lemma.is_some_and(|l| TELLS.contains(&l.ar));
    rest[open + 1..].iter().all(when) && verb.is_some_and(tells)
}
