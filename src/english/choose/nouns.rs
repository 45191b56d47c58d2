//! Nouns, adjectives and participles whose sense the grammar around them tells.

use super::at::{At, nominal_behind_bare};
use crate::arabic::inflect::{Person, Tense};
use crate::english::memory::Readings;
use crate::english::node::{Node, Pos};

pub(super) fn points(at: &At) -> i32 {
    use Pos::{Noun, Number, Prep, Verb};
    let At { c, before, behind, prev, next, start, .. } = *at;
    let mut s = 0;
    // كان اللقاء مفيدا: useful; who reports does so with ب or أن
    let told = |n: &Node| n.prep == Some("ب") || n.pos == Pos::That || n.pos == Prep && n.ar == "ب";
    if c.pos == Pos::Active && c.lemma.is_some_and(|l| l.ar == "أفاد") && !next.is_some_and(|l| l.iter().any(told)) {
        s -= 20;
    }
    // لا ترى مستقبلا لسوريا: no future for it
    if c.pos == Pos::Adverb
        && c.en == "in the future"
        && prev.is_some_and(|p| p.pos == Verb && matches!(p.en.as_str(), "see" | "have" | "believe"))
    {
        s -= 60;
    }
    // تدريب سوريين: of Syrians; an adjective of one thing does not end in ين
    if c.pos == Pos::Adjective
        && c.plural
        && !c.definite
        && !c.and
        && c.ar.ends_with("ين")
        && prev.is_some_and(|p| p.pos == Pos::Masdar && !p.definite && !p.plural && !p.dual && p.pron.is_none())
    {
        s -= 40;
    }
    // قدم ملاحظات: observations, and no women who observe
    if c.pos == Pos::Active && c.ar.ends_with("ات") && !c.definite && !prev.is_some_and(|p| p.nominal() && p.plural) {
        s -= 12;
    }
    // إلى حوار أو تفاوض: negotiation
    if c.pos == Pos::Masdar
        && !c.and
        && prev.is_some_and(|p| p.en == "or")
        && before.iter().rev().nth(1).is_some_and(|p| p.nominal() && !p.definite && !p.bare && p.pron.is_none())
        && !next.is_some_and(|l| l.iter().any(Node::ungoverned))
    {
        s += 25;
    }
    // الإرهابيين الأجانب: foreign
    if c.pos == Pos::Noun
        && c.en.starts_with("foreigner")
        && prev.is_some_and(|p| (p.human || p.agent) && p.plural && p.nominal() && p.definite == c.definite && p.pron.is_none())
        && !c.and
        && c.prep.is_none()
    {
        s -= 60;
    }
    // لم يبلغ بنية كازاخستان: of its intention, no structure
    if c.pos == Pos::Noun
        && c.en == "structure"
        && !c.plural
        && c.ungoverned()
        && !c.definite
        && c.pron.is_none()
        && next.is_some_and(|l| l.iter().any(|n| n.agent && n.ungoverned()))
    {
        s -= 60;
    }
    // قانوني أو أمني أو سياسي: political, as what stands before it
    if c.pos == Pos::Noun
        && c.en == "politician"
        && !c.definite
        && matches!(before, [.., a, or] if a.pos == Pos::Adjective && !a.definite && or.pos == Pos::Conj)
    {
        s -= 60;
    }
    // سبق الجولة اجتماع: preceded, no lead
    if c.pos == Pos::Noun && c.en == "lead" && start && next.is_some_and(|l| l.iter().any(|n| n.definite && n.ungoverned())) {
        s -= 60;
    }
    // تلتها جلسة: followed, no hill
    if c.pos == Pos::Noun
        && c.en == "hill"
        && c.pron.is_some()
        && c.prep.is_none()
        && prev.is_none_or(|p| matches!(p.pos, Pos::Mark(_)))
    {
        s -= 60;
    }
    // اتهم وفد الحكومة المعارضة, اتهم الوفد الحكومي المعارضة: no government is the opposition, and a delegation takes a masculine
    if c.pos == Pos::Adjective && c.definite && c.feminine && !c.plural && !c.and {
        let head = before.iter().rev().find(|b| b.pos != Pos::Adjective);
        let man = head.is_some_and(|h| h.nominal() && h.definite && !h.feminine && !h.plural && !h.dual && !h.bare);
        let behind_his = prev.is_some_and(|p| p.pos == Pos::Adjective && p.definite && !p.feminine && !p.plural) && man;
        let government = c.en == "opposition" && prev.is_some_and(|p| matches!(p.en.as_str(), "government" | "regime"));
        s -= if behind_his || government { 60 } else { 0 };
    }
    // لا تزال الخلافات قائمة: what still is so.
    let still =
        |n: &Node| n.pos == Verb && ["زال", "أزال", "برح", "بقي", "ظل"].iter().any(|v| crate::english::verb::is_verb(n, v));
    if c.pos == Pos::Adjective
        && !c.definite
        && !c.and
        && prev.is_some_and(|p| p.definite && (p.nominal() || p.pos == Pos::Adjective))
        && before.iter().rev().take(6).any(still)
    {
        s += 30;
    }
    // واشنطن …، مطالبة بآليات: goes on demanding
    if c.pos == Pos::Active
        && c.feminine
        && !c.definite
        && !c.and
        && prev.is_some_and(|p| matches!(p.pos, Pos::Mark('،' | ',')))
        && (next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::That || n.prep == Some("ب")))
            || next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && (n.definite || n.bare)))
                && behind.iter().skip(1).take(4).flatten().any(|n| n.prep == Some("ب") || n.pos == Prep && n.ar == "إلى"))
    {
        s += 20;
    }
    // نفت مشاركة وفدها: its participation; who takes part has no object
    if c.pos == Pos::Active
        && !c.definite
        && !c.accusative
        && c.pron.is_none()
        && c.lemma.is_some_and(|l| l.pos == "verb" && !l.is('t'))
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned()) && !l.iter().any(|n| n.weekday))
    {
        s -= 20;
    }
    // لم يعد له مبرر: a justification, where somebody has one
    if c.pos == Noun && c.ungoverned() && !c.definite && prev.is_some_and(|p| p.pos == Prep && p.ar == "ل" && p.pron.is_some()) {
        s += 4;
    }
    // عدّه محاولة لكتابة البيان: an attempt, behind somebody who is no woman
    if c.pos == Pos::Active
        && c.feminine
        && !c.definite
        && !c.and
        && c.lemma.is_some_and(|l| l.ar == "حاول")
        && prev.is_some_and(|p| !(matches!(p.pos, Pos::Mark(_)) || p.feminine && p.human))
    {
        s -= 10;
    }
    // الاتفاق مدون في محضر: recorded, where no man stands before it
    if c.pos == Noun && c.en == "blogger" && !c.definite && prev.is_some_and(|p| p.nominal() && !p.human) {
        s -= 40;
    }
    // إن النظام مسؤول عن الهجوم: responsible, where the clause has no verb yet
    if c.pos == Noun
        && c.en == "official"
        && !c.definite
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "عن"))
        && prev.is_some_and(|p| p.nominal() && (p.definite || p.bare))
    {
        s -= 20;
    }
    // هذه المطالب: these demands
    if c.pos == Pos::Passive && c.definite && prev.is_some_and(|p| p.pos == Pos::Dem && !p.and) && c.ar == "مطالب" {
        s -= 20;
    }
    // ألقى تفجيرا حمص بظلالهما: the two of Homs; a single one with its ending has no town behind it
    if c.pos == Noun
        && c.accusative
        && c.ungoverned()
        && c.pron.is_none()
        && prev.is_some_and(|p| p.pos == Pos::Verb)
        && next.is_some_and(|l| l.iter().all(|n| n.pos == Pos::Name && !n.agent && !n.person_name && n.ungoverned()))
    {
        s -= 12;
    }
    // لا تزال آلية الإقرار قيد الدرس: the mechanism of it; an adjective has its noun before it
    if c.pos == Pos::Adjective
        && c.feminine
        && !c.plural
        && !c.mention
        && !c.definite
        && c.prep.is_none()
        && !c.lemma.is_some_and(|l| l.is('e'))
        && !prev.is_some_and(|p| p.nominal() || matches!(p.pos, Pos::Adjective | Pos::Non | Pos::Active | Pos::Passive | Number))
        && next.is_some_and(|l| l.iter().all(|n| n.ungoverned() && n.definite))
    {
        s -= 40;
    }
    // وغادر الوفد القاعة ورفض العودة: and rejected, where no other verbal noun is joined
    if c.pos == Pos::Masdar
        && c.and
        && !c.definite
        && c.pron.is_none()
        && c.prep.is_none()
        && prev.is_some_and(|p| {
            p.definite && (p.pos == Pos::Name || p.pos == Noun && !p.mention && p.lemma.is_some_and(|l| l.pos == "noun"))
        })
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
        && clause_is_his(before)
    {
        s -= 30;
    }
    // داعية الأطراف إلى: calling on them, no preacher
    if c.pos == Noun
        && c.ar == "داعيه"
        && !c.definite
        && prev.is_some_and(|p| matches!(p.pos, Pos::Mark(_)))
        && behind.iter().take(5).flatten().any(|n| n.pos == Prep && n.ar == "إلى")
    {
        s -= 60;
    }
    // زعم رئيس الوفد أن: claimed, where something is told
    if c.pos == Noun
        && c.ar == "زعم"
        && behind.iter().take(14).any(|l| l.iter().all(|n| n.pos == Pos::That))
        && !before.iter().rev().take(12).any(|n| n.pos == Verb)
    {
        s -= 40;
    }
    // قطع الهدنة: cutting it off, no pieces
    if c.pos == Noun && c.plural && c.en == "piece" && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite)) {
        s -= 40;
    }
    // رفضت الحكومة المشاركة في الجولة: what she rejected, where nothing else can be it.
    if matches!(c.pos, Pos::Active | Pos::Adjective)
        && c.definite
        && !c.and
        && c.feminine
        && c.ar.starts_with('م')
        && let [.., done, who] = before
        && who.nominal()
        && (who.definite || who.bare)
        && done.pos == Verb
        && done.pron.is_none()
        && done.lemma.is_some_and(|l| l.is('t'))
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep || n.prep.is_some()))
        && !object_behind(behind)
    {
        s -= 40;
    }
    // القوانين المنظمة للانتخابات: regulating
    if c.pos == Pos::Active
        && c.definite
        && c.lemma.is_some_and(|l| l.is('t'))
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ل") && n.nominal()))
    {
        s += 6;
    }
    // آخر معقل: the last, before its noun; جندي آخر: another.
    if c.pos == Pos::Adjective && c.ar == "اخر" && !c.definite && !c.and {
        let before_noun = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() || n.pos == Number))
            && !prev.is_some_and(|p| p.nominal() && !p.definite && !p.bare && p.pron.is_none());
        if c.lemma.is_some_and(|l| l.is('e')) {
            s += if before_noun { 90 } else { 0 };
        } else {
            s -= if before_noun { 30 } else { 0 };
        }
    }
    // المؤتمر العام: general, where no span of time is meant.
    if c.mention && c.en == "year" && c.definite && !c.plural && c.prep.is_none() && !c.and {
        let spans = |n: &Node| {
            matches!(n.ar.as_str(), "ماضي" | "مقبل" | "قادم" | "جاري" | "حالي" | "سابق" | "منصرم" | "فائت" | "ذاته" | "نفسه")
                || n.pos == Number
        };
        let noun = prev
            .is_some_and(|p| p.definite && p.nominal() && !p.feminine && !p.plural && p.prep.is_none_or(|_| true) && !p.weekday);
        s -= if noun && !next.is_some_and(|l| l.iter().any(spans)) { 60 } else { 0 };
    }
    // العاملين, المرشحين: many of them more often than two
    if c.dual
        && c.human
        && c.pos == Noun
        && c.ar.ends_with("ين")
        && c.lemma.is_some_and(|l| l.ar.starts_with('م') || l.ar.chars().nth(1) == Some('ا'))
    {
        s -= 8;
    }
    // تقرير صدر أمس: was issued, no chest
    if c.pos == Pos::Noun && c.en == "chest" && !c.definite && c.pron.is_none() && !nominal_behind_bare(next) {
        s -= 40;
    }
    // لا مبرر للتأجيل: no justification, where no verb is denied.
    if matches!(c.pos, Pos::Passive | Pos::Active)
        && !c.definite
        && prev.is_some_and(|p| p.pos == Pos::Neg && p.ar == "لا")
        && !before.iter().rev().skip(1).take(1).any(|b| b.nominal())
    {
        s -= 20;
    }
    // الجولة مفيدة رغم المماطلة: useful, where nothing is reported
    if c.pos == Pos::Active
        && c.en == "report"
        && !c.accusative
        && !next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::That || n.prep == Some("ب") || n.quote()))
    {
        s -= 10;
    }
    // خطاب دافع فيه عن: defended, no motive.
    if c.ar == "دافع" && c.pos == Noun && behind.iter().take(3).flatten().any(|n| n.pos == Prep && n.ar == "عن") {
        s -= 20;
    }
    // الفصل بين الفصائل: separating them, no chapter
    if c.ar == "فصل" && c.pos == Noun && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "بين")) {
        s -= 30;
    }
    // وضع آليات: setting up, not a situation.
    if c.ar == "وضع"
        && c.pos == Noun
        && behind
            .iter()
            .find(|l| !l.iter().all(Node::quote))
            .is_some_and(|l| l.iter().any(|n| n.nominal() && !n.definite && !n.bare && n.prep.is_none() && !n.and))
    {
        s -= 20;
    }
    // عقد is holding before what is held, not a contract.
    const HELD: &[&str] = &[
        "جوله",
        "اجتماع",
        "لقاء",
        "لقاءات",
        "موتمر",
        "مؤتمر",
        "محادثات",
        "مباحثات",
        "مفاوضات",
        "قمه",
        "جلسه",
        "مشاورات",
        "جلسات",
        "جولات",
        "اجتماعات",
    ];
    if c.pos == Noun
        && c.ar == "عقد"
        && next.is_some_and(|l| l.iter().any(|n| HELD.contains(&n.ar.as_str()) || HELD.iter().any(|h| n.ar.starts_with(h))))
    {
        s -= 20;
    }
    // اتفاق ستوكهولم الموقع في: signed, no site behind what it would belong to.
    if c.pos == Noun
        && c.en == "site"
        && c.definite
        && c.prep.is_none()
        && !c.and
        && prev.is_some_and(|p| p.definite && p.nominal())
    {
        s -= 40;
    }
    // الطيران: the air force, not two birds.
    if c.dual && c.lemma.is_some_and(|l| l.ar == "طير") {
        s -= 30;
    }
    // منح طهران دورا: granting, where something is granted.
    if c.ar == "منح" && c.pos == Noun && c.plural && nominal_behind_bare(next) {
        s -= 20;
    }
    // اتهم النظام: the regime, where no adjective says of what.
    if c.pos == Noun && c.en == "regime" && c.definite && !c.plural && c.pron.is_none() {
        let of = next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Adjective && n.definite && !n.and));
        s += if of { 0 } else { 75 };
    }
    // الفصائل المتشددة: hardline, where bodies or things stand before it.
    if c.pos == Noun
        && c.human
        && c.feminine
        && !c.plural
        && c.definite
        && c.lemma.is_some_and(|l| !l.ar.ends_with('ة'))
        && prev.is_some_and(|p| p.definite && p.nominal() && !(p.human && p.feminine))
    {
        s -= 8;
    }
    // تعدها إرهابية: terrorist, not a woman who is one.
    // انتخابات رئاسية وبرلمانية: one more adjective, no woman
    if c.pos == Noun
        && c.human
        && c.feminine
        && c.and
        && !c.plural
        && !c.definite
        && c.pron.is_none()
        && prev.is_some_and(|p| p.pos == Pos::Adjective && p.feminine && !p.plural && !p.definite)
    {
        s -= 40;
    }
    if c.pos == Noun && c.human && c.feminine && !c.plural && !c.definite && c.lemma.is_some_and(|l| !l.ar.ends_with('ة')) {
        s -= 8;
    }
    // وجرح آخرون: one has no others
    if matches!(c.pos, Noun | Pos::Masdar)
        && !c.plural
        && !c.definite
        && !c.mention
        && next.is_some_and(|l| l.iter().any(|n| n.plural && n.ungoverned() && (n.en == "other" || n.ar.ends_with("ون"))))
    {
        s -= 15;
    }
    s
}

/// True if a definite noun that no preposition governs stands behind, before the clause ends.
fn object_behind(behind: &[Readings]) -> bool {
    let mut governed = false;
    for l in behind.iter().take(7) {
        if l.iter().all(|n| matches!(n.pos, Pos::Mark(_) | Pos::That | Pos::Verb)) {
            return false;
        }
        let object = |n: &Node| n.nominal() && (n.definite || n.accusative) || n.pos == Pos::Number;
        if !governed && l.iter().any(|n| object(n) && n.prep.is_none() && !n.and) {
            return true;
        }
        governed = l.iter().any(|n| n.pos == Pos::Prep || n.pos == Pos::Noun && !n.definite && !n.bare);
    }
    false
}

/// True for a clause of a verb of his, with no verbal noun behind it: "and" joins another verb.
fn clause_is_his(before: &[Node]) -> bool {
    let Some(at) = before.iter().rposition(|n| n.pos == Pos::Verb) else { return false };
    let (v, rest) = (&before[at], &before[at + 1..]);
    v.tense == Tense::Perfect
        && v.person == Person::He
        && rest.len() > 1
        && !rest.iter().any(|n| {
            matches!(n.pos, Pos::Masdar | Pos::Mark(_) | Pos::That | Pos::Rel)
                || n.and
                || n.lemma.is_some_and(|l| l.pos == "verb")
        })
}
