//! Pairs that are written alike and are of different kinds: a preposition and an adjective, a verb and a noun, an adverb and a noun.

use super::at::{At, nominal_behind_bare};
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};

pub(super) fn points(at: &At) -> i32 {
    particles(at) + kinds(at) + coordinates(at)
}

/// Prepositions, quantifiers and adverbs that are nouns, adjectives or verbs elsewhere.
fn particles(at: &At) -> i32 {
    use Pos::{Adjective, Adverb, Clause, Name, Number, Prep, Quant, Rel, Verb};
    let At { c, prev, next, start, .. } = *at;
    let mut s = 0;
    // أسفها لما وصفته, اقتراحات لما قد يشكل: for what; "when" opens a clause and has a verb in the past behind it.
    if c.pos == Clause && c.ar == "لما" {
        let past = next.is_some_and(|l| l.iter().any(|n| n.pos == Verb && n.tense == Tense::Perfect));
        s -= if start && past { 0 } else { 30 };
    }
    // 14 عسكريا: servicemen, not "militarily".
    if c.pos == Adverb && !c.mention && c.ar.ends_with('ا') && prev.is_some_and(|p| p.pos == Number && p.en != "one") {
        s -= 60;
    }
    let place = |n: &Node| n.pos == Name && n.bare && n.feminine && !n.person_name;
    const WHOLE: &[&str] = &["country", "city", "capital", "town", "province", "region", "sector", "village", "Strip"];
    let area = |n: &Node| place(n) || n.definite && n.nominal() && WHOLE.contains(&n.en.as_str());
    let before_area = next.is_some_and(|l| l.iter().any(|n| area(n) && n.prep.is_none() && !n.and));
    // وسط الخرطوم: in the centre of it; وسط خلافات: amid them.
    if c.pos == Prep && c.ar == "وسط" {
        s += if before_area == c.en.starts_with("in ") { 0 } else { -60 };
    }
    // شمالي العراق: in the north of it; ريف حلب الشمالي is an adjective.
    if c.pos == Prep && matches!(c.ar.as_str(), "شمالي" | "جنوبي" | "شرقي" | "غربي") {
        s += if before_area && !prev.is_some_and(|p| p.pos == Prep && p.pron.is_none()) { 0 } else { -90 };
    }
    // القرار ذاته; ذات سيادة has no pronoun.
    if c.pos == Quant && matches!(c.ar.as_str(), "ذات" | "عين") && c.pron.is_none() {
        s -= 90;
    }
    // انسحاب كامل من: full, where nothing follows that it could be all of.
    if c.pos == Quant
        && c.en == "all"
        && c.pron.is_none()
        && prev.is_some_and(|p| p.nominal() && !p.definite && p.pron.is_none())
        && !nominal_behind_bare(next)
    {
        s -= 60;
    }
    // لم يطلب من أحد التنحي: of anyone; one is one of several
    if c.pos == Quant
        && c.en == "one of"
        && c.pron.is_none()
        && next.is_some_and(|l| !l.is_empty() && l.iter().all(|n| n.pos == Pos::Masdar && n.definite && !n.plural && !n.dual))
    {
        s -= 60;
    }
    // الذي خلف مئات القتلى: left behind
    if c.pos == Prep && c.ar == "خلف" && prev.is_some_and(|p| p.pos == Rel) {
        s -= 50;
    }
    // ما عدّه عضو في الهيئة محاولة: considered it; several are many
    if c.pos == Quant && c.en == "several" && next.is_some_and(|l| l.iter().all(|n| n.nominal() && !n.plural && !n.dual)) {
        s -= 80;
    }
    // فوق إدلب: above it, where nothing is counted
    if c.pos == Quant
        && c.en == "more than"
        && c.ar == "فوق"
        && !next.is_some_and(|l| l.iter().any(|n| matches!(n.pos, Number | Quant)))
    {
        s -= 60;
    }
    // وهو أحد, في صالح أحد: one of needs those of whom it is one.
    if c.pos == Quant
        && c.en == "one of"
        && c.pron.is_none()
        && next.is_none_or(|l| {
            l.iter().all(|n| {
                !n.nominal()
                    && !matches!(n.pos, Number | Quant | Pos::Dem | Pos::Unknown | Adjective | Pos::Active | Pos::Passive)
                    && n.pos != Pos::What
            })
        })
    {
        s -= 60;
    }
    s
}

/// Nouns, adjectives and verbs.
fn kinds(at: &At) -> i32 {
    use Pos::{Adjective, Noun, Number, Prep, Verb};
    let At { c, prev, next, .. } = *at;
    let mut s = 0;
    // بنزرت الواقعة في الشمال, القريبة من الحدود: located, close; no incident, no relative
    if c.pos == Noun
        && matches!(c.ar.as_str(), "واقعه" | "قريبه")
        && c.definite
        && prev.is_some_and(|p| p.bare || p.pos == Pos::Unknown || p.definite && p.nominal())
    {
        s -= 40;
    }
    // الفصائل الإسلامية والمقاتلة: fighting, no jet
    if c.pos == Noun
        && c.ar == "مقاتله"
        && c.definite
        && !c.plural
        && prev.is_some_and(|p| p.definite && (p.nominal() || p.pos == Adjective))
    {
        s -= 40;
    }
    // أن يكون الوفد قد تسلم: has received; behind كان … قد nothing is handed over now
    if c.pos == Verb
        && c.tense != Tense::Perfect
        && prev.is_some_and(|p| p.pos == Pos::Qad)
        && at.before.iter().rev().skip(1).take(5).any(|b| crate::english::verb::is_verb(b, "كان"))
    {
        s -= 60;
    }
    // ما لم تضمنه: unless they guarantee it; no perfect stands behind it
    if c.pos == Pos::Verb && c.tense == Tense::Perfect && prev.is_some_and(|p| p.en == "unless" && p.ar.ends_with("لم")) {
        s -= 40;
    }
    // بانسحاب فعلي: actual, no "and so on"
    if c.pos == Prep && c.so && c.ar == "على" && prev.is_some_and(|p| p.nominal() && !p.definite) {
        s -= 60;
    }
    // حلا عادلا ودائما: lasting, not always
    let described = |p: &Node| p.pos == Pos::Adjective && (p.accusative || p.ar.ends_with('ا')) && !p.definite;
    if c.pos == Pos::Adverb && c.and && c.ar.ends_with('ا') && prev.is_some_and(described) {
        s -= 20;
    }
    // "فهم خارج سياقه": understood; they have a predicate behind them
    if c.pos == Pos::Pron && c.so && at.before.last().is_some_and(Node::quote) {
        s -= 40;
    }
    // مؤتمر صحفي عقد في جنيف: was held, with no noun of its own
    if c.pos == Pos::Masdar
        && c.ar == "عقد"
        && !c.definite
        && c.pron.is_none()
        && !c.and
        && prev.is_some_and(|p| (p.nominal() || p.pos == Pos::Adjective) && !p.definite)
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep))
    {
        s -= 15;
    }
    // فجر الجمعة: at dawn
    if c.pos == Pos::Verb && c.lemma.is_some_and(|l| l.ar == "فجر") && next.is_some_and(|l| l.iter().any(|n| n.weekday)) {
        s -= 60;
    }
    // وأبرز ما نص عليه: the most prominent of it
    if c.pos == Pos::Verb && c.lemma.is_some_and(|l| l.ar == "أبرز") && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::What))
    {
        s -= 40;
    }
    // وحثهما على التمديد: urged them to; his urging has no clause before it that it could go on
    if c.pos == Pos::Masdar
        && c.and
        && c.pron.is_some()
        && c.lemma.is_some_and(|l| matches!(l.ar, "حث" | "حض"))
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "على"))
    {
        s -= 40;
    }
    // يخضع لموافقة القيادة: is subject to it; one subjects somebody to it
    if c.pos == Pos::Verb
        && c.tense != Tense::Perfect
        && !c.passive
        && c.pron.is_none()
        && c.lemma.is_some_and(|l| l.ar == "أخضع")
        && at.behind.iter().take(2).any(|l| l.iter().any(|n| n.prep == Some("ل") && !n.and))
    {
        s -= 30;
    }
    // كانت ناجحة: successful, where it does not say in what one succeeds
    let in_what = next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "في"));
    if c.pos == Pos::Active && c.lemma.is_some_and(|l| matches!(l.ar, "نجح" | "فشل")) && !in_what {
        s -= 60;
    }
    // متهما إياهم: accusing them
    if c.accusative && c.ar.starts_with("متهم") && next.is_some_and(|l| l.iter().any(|n| n.ar.starts_with("إيا"))) {
        s += if c.pos == Pos::Active { 60 } else { 0 };
    }
    // بتحدي السياسات: defying them, no two challenges
    if c.dual && c.pos == Noun && c.ar == "تحدي" {
        s -= 40;
    }
    // المخططات: plans, not those who plan
    if matches!(c.pos, Pos::Active | Pos::Passive) && c.plural && c.feminine && c.lemma.is_some_and(|l| l.ar == "خطط") {
        s -= 30;
    }
    // أعربت الخارجية الأفغانية: the ministry, where no noun stands before it that it describes
    if c.pos == Noun
        && c.definite
        && c.ar == "خارجيه"
        && !prev.is_some_and(|p| p.nominal() && (p.definite || p.bare))
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Adjective && n.mention && n.feminine && n.definite))
    {
        s += 85;
    }
    // أشهر الرحلات: the most famous, no months
    let months = c.pos == Noun && c.plural && matches!(c.ar.as_str(), "اشهر" | "أشهر");
    if months && !c.definite && next.is_some_and(|l| l.iter().any(|n| n.definite && n.nominal() && n.plural && n.prep.is_none()))
    {
        s -= 40;
    }
    // منذ أشهر: months
    if c.pos == Adjective
        && c.lemma.is_some_and(|l| l.ar == "أشهر")
        && prev.is_some_and(|p| p.pos == Prep && matches!(p.ar.as_str(), "منذ" | "قبل" | "بعد" | "خلال") || p.pos == Number)
    {
        s -= 80;
    }
    // البلدان المقترحة: several, where the adjective says so
    if c.dual
        && c.pos == Noun
        && c.definite
        && !c.human
        && next.is_some_and(|l| {
            l.iter().any(|n| n.definite && n.feminine && !n.dual && !n.and && matches!(n.pos, Adjective | Pos::Passive))
        })
        && !c.feminine
    {
        s -= 20;
    }
    // 6300 معتقلة: who is counted
    if c.pos == Noun && c.human && !c.plural && !c.dual && !c.and && prev.is_some_and(|p| p.pos == Number && p.en != "one") {
        s += 15;
    }
    // 200 أسير ومعتقلا: who is counted with them
    let counted = |p: &Node| p.pos == Noun && p.human && !p.definite && p.accusative;
    if c.pos == Pos::Passive && c.and && c.accusative && prev.is_some_and(counted) {
        s -= 15;
    }
    // ستقبل المقترح: accept, where على does not follow
    if c.pos == Pos::Verb
        && c.tense != Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "أقبل")
        && (c.pron.is_some() || next.is_some_and(|l| l.iter().any(Node::ungoverned)))
    {
        s -= 20;
    }
    // أخر التوقيع: delayed it, where the adjective has a madda
    if matches!(c.pos, Pos::Adjective) && c.lemma.is_some_and(|l| l.ar == "آخر") && c.ar.starts_with('أ') && !c.ar.ends_with('ى')
    {
        s -= 30;
    }
    // وصفه باستمرار الانتهاكات: that they go on, not constantly
    if c.pos == Pos::Adverb && c.ar == "باستمرار" && next.is_some_and(|l| l.iter().any(Node::ungoverned)) {
        s -= 60;
    }
    // قصف تزامن مع الجولة: the verb of an indefinite noun, with its own preposition behind
    if c.pos == Pos::Masdar
        && !c.definite
        && c.ar.starts_with('ت')
        && prev.is_some_and(|p| p.pos == Noun && !p.definite && !p.bare && p.pron.is_none())
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Prep && c.lemma.is_some_and(|l| l.prep(&n.ar).is_some())))
    {
        s -= 14;
    }
    // المتحدث باسم تحالف: a noun stands behind it.
    let open = |p: &Node| p.mention && p.pos == Pos::Title && [" for", " of"].iter().any(|w| p.en.ends_with(w));
    if c.pos == Verb && !c.and && prev.is_some_and(open) {
        s -= 60;
    }
    // وفق وصف الشهود: a description
    if c.pos == Noun && c.ar == "صف" && c.and && prev.is_some_and(|p| p.pos == Prep) {
        s -= 40;
    }
    // قوى التكفير: forces, where nobody strengthens anything
    if c.pos == Verb && c.lemma.is_some_and(|l| l.ar == "قوى") && c.tense == Tense::Perfect && c.pron.is_none() {
        s -= 30;
    }
    // من المهم: important, not their pain; أكثر أمانا: safety, no "as for us"
    if c.pos == Noun && matches!(c.ar.as_str(), "الم" | "ألم") && c.pron.is_some()
        || c.pron.is_some() && matches!(c.ar.as_str(), "أما" | "اما")
    {
        s -= 60;
    }
    // حالات إنسانيه: humanitarian, not his two human beings
    if c.dual && c.human && c.pron.is_some() && c.ar.ends_with("اني") {
        s -= 20;
    }
    // أكبر عملية من نوعها: an elative stands before a noun.
    let elative = |p: &Node| p.pos == Adjective && !p.definite && p.lemma.is_some_and(|l| l.is('e'));
    if c.pos == Noun && c.prep.is_none() && !c.and && prev.is_some_and(elative) {
        s += 10;
    }
    // أول مسؤول غربي: so does an ordinal.
    let first = |p: &Node| {
        p.pos == Adjective
            && p.mention
            && !p.definite
            && !p.feminine
            && !p.human
            && matches!(p.en.as_str(), "first" | "last" | "second" | "third" | "fourth" | "fifth")
    };
    if c.nominal() && !c.definite && c.prep.is_none() && !c.and && prev.is_some_and(first) {
        s += 20;
    }
    // اتفاق حد من الأنشطة: that limited them
    let from = |n: &Node| n.pos == Prep && n.ar == "من";
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "حد")
        && !c.and
        && next.is_some_and(|l| l.iter().any(from))
        && prev.is_some_and(|p| p.nominal() && !p.definite)
    {
        s += 30;
    }
    // هدوء حذر: one warns somebody, or of something.
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "حذر")
        && prev.is_some_and(|p| p.nominal() && !p.definite)
        && !next.is_some_and(|l| l.iter().any(|n| from(n) || n.pos == Pos::That || n.prep == Some("ب")))
    {
        s -= 40;
    }
    // جنرال هندي متقاعد, الوفد المفاوض: retired, negotiating, not one more person.
    if c.pos == Noun
        && c.human
        && !c.mention
        && !c.plural
        && !c.dual
        && !c.and
        && c.prep.is_none()
        && c.pron.is_none()
        && prev.is_some_and(|p| {
            (p.pos == Adjective || p.nominal() && !p.bare && !p.human) && p.definite == c.definite && !p.and && p.prep.is_none()
        })
        && !nominal_behind_bare(next)
    {
        s -= 8;
    }
    // اشتباك مسلح: armed, behind a deed or a body.
    const ARMED: &[&str] = &[
        "clash",
        "clashes",
        "attack",
        "conflict",
        "struggle",
        "rebellion",
        "faction",
        "confrontation",
        "robbery",
        "group",
        "movement",
        "uprising",
        "organisation",
        "wing",
        "opposition",
        "resistance",
        "escalation",
    ];
    if c.pos == Noun && c.ar == "مسلح" && prev.is_some_and(|p| ARMED.contains(&p.en.as_str()) && p.definite == c.definite) {
        s -= 30;
    }
    // ممثلة بوزير الدفاع: represented by
    if c.pos == Noun
        && matches!(c.ar.as_str(), "ممثله" | "ممثل")
        && !c.definite
        && c.pron.is_none()
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب")))
    {
        s -= 60;
    }
    // بدأ الإقليم بيع النفط: selling it; nothing is sold where the clause has its verb.
    if c.pos == Verb
        && c.passive
        && c.tense == Tense::Perfect
        && !c.and
        && prev.is_some_and(|p| p.nominal() && (p.definite || p.bare))
        && at.before.iter().rev().take(4).any(|n| n.pos == Verb)
    {
        s -= 20;
    }
    // صحفيان, ثلاثة صحفيين: two people.
    if c.pos == Adjective && c.dual && !c.definite && !prev.is_some_and(|p| p.nominal() && p.dual) {
        s -= 6;
    }
    // العدد تجاوز 700 ألف: exceeded
    if c.pos == Verb && c.lemma.is_some_and(|l| l.ar == "تجاوز") && next.is_some_and(|l| l.iter().any(|n| n.pos == Number)) {
        s += 30;
    }
    s
}

/// What و and أو join.
fn coordinates(at: &At) -> i32 {
    use Pos::{Conj, Verb};
    let At { c, before, .. } = *at;
    let mut s = 0;
    // تعديل دستور أو وضع دستور: two nouns
    if c.pos == Verb
        && c.tense == Tense::Perfect
        && c.person == Person::He
        && !c.and
        && c.pron.is_none()
        && let [.., first, or] = before
        && or.pos == Conj
        && or.ar == "أو"
        && (first.nominal() || first.pos == Pos::Adjective || first.pos == Pos::Adverb)
    {
        s -= 22;
    }
    s
}
