//! Words written alike of which one is meant for sure, by the word beside it or by the clause ahead.

use super::at::At;
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};
use crate::english::verb::is_verb;

pub(super) fn points(at: &At) -> i32 {
    let At { c, before, behind, prev, next, .. } = *at;
    let mut s = 0;
    let lemma = |ar: &str| c.lemma.is_some_and(|l| l.ar == ar);
    // الفوضى قد تحدث: may happen; who speaks does so about something, or to somebody.
    let speaks = |n: &Node| {
        n.pos == Pos::Prep && matches!(n.ar.as_str(), "عن" | "إلى" | "مع" | "حول" | "باسم") || n.human || n.agent || n.person_name
    };
    if c.pos == Pos::Verb
        && lemma("تحدث")
        && c.tense == Tense::Perfect
        && prev.is_some_and(|p| p.pos == Pos::Qad)
        && !behind.iter().take(3).flatten().any(speaks)
    {
        s -= 60;
    }
    // إن تدخل المملكة كان, إن توجه الحكومة: no verb stands behind إن.
    if c.pos == Pos::Verb
        && !c.and
        && c.tense != Tense::Perfect
        && prev.is_some_and(|p| p.pos == Pos::That && p.below && p.pron.is_none() && !p.and)
    {
        s -= 40;
    }
    // أن تدخل التحالف كان مطلوبا: it was
    if c.pos == Pos::Verb
        && c.tense != Tense::Perfect
        && prev.is_some_and(|p| p.pos == Pos::That && p.pron.is_none())
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
        && behind
            .iter()
            .take(8)
            .take_while(|l| !l.iter().all(|n| matches!(n.pos, Pos::Mark(_) | Pos::That | Pos::Rel)))
            .any(|l| l.iter().any(|n| is_verb(n, "كان") && n.tense == Tense::Perfect && n.person == Person::He && !n.and))
    {
        s -= 40;
    }
    // لوقف تقدم المقاتلين, منع تمدد الجماعة: what is stopped
    if c.pos == Pos::Verb
        && !c.and
        && c.pron.is_none()
        && (c.tense, c.person) == (Tense::Imperfect, Person::She)
        && prev
            .is_some_and(|p| p.pos == Pos::Masdar && !p.definite && !p.feminine && !p.plural && p.pron.is_none() && !p.accusative)
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && (n.definite || n.bare)))
    {
        s -= 24;
    }
    // الأضرار التي خلفتها الغارات: left behind; it is people who succeed somebody.
    if c.pos == Pos::Verb
        && lemma("خلف")
        && c.en == "succeed"
        && prev.is_some_and(|p| p.pos == Pos::Rel)
        && !before.iter().rev().take(4).find(|n| n.nominal()).is_some_and(|n| n.human || n.agent || n.person_name)
    {
        s -= 90;
    }
    // يعطي المبررات: reasons; of those justified nobody speaks without a noun.
    if matches!(c.pos, Pos::Passive | Pos::Active)
        && c.plural
        && c.definite
        && c.ar.ends_with("ات")
        && !prev.is_some_and(|p| p.nominal() || p.pos == Pos::Adjective)
    {
        s -= 12;
    }
    // إلى وسط المدينة: the centre of it
    if c.pos == Pos::Prep && c.ar == "وسط" && prev.is_some_and(|p| p.pos == Pos::Prep && p.pron.is_none()) {
        s -= 90;
    }
    // ليس قلقا من: worried
    if matches!(c.pos, Pos::Noun | Pos::Masdar)
        && c.ar == "قلق"
        && c.accusative
        && prev.is_some_and(|p| p.pos == Pos::IsNot || is_verb(p, "كان") || is_verb(p, "بدا"))
    {
        s -= 60;
    }
    // الخطوط قائمة فعلا: they exist; a list is of something.
    if c.pos == Pos::Noun
        && c.ar == "قائمه"
        && !c.definite
        && c.ungoverned()
        && c.pron.is_none()
        && prev.is_some_and(|p| p.nominal() && (p.definite || p.bare) && (p.feminine || p.plural && !p.human))
        && !next.is_some_and(|l| l.iter().any(|n| n.ungoverned() || n.prep == Some("ب")))
    {
        s -= 40;
    }
    // الحكومة السورية الشرعية: legitimate
    if c.pos == Pos::Noun
        && c.ar == "شرعيه"
        && c.definite
        && c.ungoverned()
        && prev.is_some_and(|p| p.definite && p.feminine && (p.nominal() || p.pos == Pos::Adjective))
    {
        s -= 60;
    }
    // القوات التي كانت قائمة قبل الحرب: existing
    if c.pos == Pos::Noun
        && c.ar == "قائمه"
        && !c.definite
        && c.ungoverned()
        && c.pron.is_none()
        && prev.is_some_and(|p| is_verb(p, "كان") || is_verb(p, "ظل") || is_verb(p, "بقي"))
        && !next.is_some_and(|l| l.iter().any(|n| n.nominal() || n.prep == Some("ب") || n.pos == Pos::Number))
    {
        s -= 60;
    }
    // مستشار رئيس "المنظمة": of its head
    if c.pos == Pos::Adjective
        && matches!(c.ar.as_str(), "رئيس" | "رييس")
        && !c.definite
        && c.pron.is_none()
        && prev.is_some_and(|p| p.human || p.pos == Pos::Title)
    {
        s -= 60;
    }
    // حاولنا: we tried; who does something to us is named behind, or takes somebody for his object.
    if c.pos == Pos::Verb && c.pron == Some(Pronoun::Our) && c.tense == Tense::Perfect && c.person == Person::He {
        let named = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && (n.definite || n.bare || n.human)));
        s -= if named { 0 } else { 26 };
    }
    // وتمثلها ضد: one more verb of the same subject, no noun that و joins.
    if c.pos == Pos::Masdar
        && c.and
        && c.pron.is_some()
        && c.ar.starts_with('ت')
        && !c.lemma.is_some_and(|l| l.is('t'))
        && before
            .iter()
            .rev()
            .take(6)
            .take_while(|n| !n.ends_clause())
            .any(|n| n.pos == Pos::Verb && n.tense == Tense::Imperfect && n.person == Person::She && !n.passive)
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Prep && !matches!(n.ar.as_str(), "على" | "من" | "في" | "إلى")))
    {
        s -= 40;
    }
    // تمثلها: represents them; what is embodied takes no object.
    if c.pos == Pos::Verb && c.pron.is_some() && lemma("تمثل") {
        s -= 60;
    }
    // آخر هذه اللقاءات, تفجير آخر جسر: the last of them
    if c.pos == Pos::Adjective && matches!(c.ar.as_str(), "اخر" | "آخر") && !c.definite && !c.and && c.pron.is_none() {
        let these = next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Dem && !n.and));
        let done_to = prev.is_some_and(|p| p.pos == Pos::Masdar && !p.definite && p.pron.is_none())
            && next.is_some_and(|l| !l.is_empty() && l.iter().all(|n| n.ungoverned() && !n.definite && !n.bare && !n.accusative));
        if these || done_to {
            s += if c.lemma.is_some_and(|l| l.is('e')) { 120 } else { -40 };
        }
    }
    s
}
