//! Words whose kind or sense a word right beside them tells: فجر الجمعة, صادر عن, كشف يضم أسماء.

use super::at::At;
use crate::arabic::inflect::{Person, Tense};
use crate::english::memory::Readings;
use crate::english::node::{Node, Pos};

/// Verbs with a deed behind them.
const BEGINS: &[&str] = &["بدأ", "واصل", "استأنف", "قرر", "رفض", "أكمل", "أنهى", "علق", "أوقف", "أجل", "حاول", "تابع"];

/// What is done to a political process.
const LEADS: &[&str] = &["قاد", "رعى", "يسر", "أشرف", "أطلق", "دعم"];

pub(super) fn points(at: &At) -> i32 {
    use Pos::{Adjective, Noun, Number, Prep, Verb};
    let At { c, prev, next, .. } = *at;
    let mut s = 0;
    // أبوه جوزيف: his father; nobody is refused
    if c.pos == Verb && c.lemma.is_some_and(|l| l.ar == "أبى") && c.pron.is_some() {
        s -= 60;
    }
    // البيان صادر عن الوسطاء: issued by them; who confiscates has an object
    let about = next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "عن" && !n.and));
    if c.pos == Verb && c.lemma.is_some_and(|l| l.ar == "صادر") && about {
        s -= 60;
    }
    // دبلوماسي متابع للملف: who follows it
    let of_it = next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ل") && !n.and && n.nominal()));
    if c.pos == Pos::Passive && c.lemma.is_some_and(|l| matches!(l.ar, "تابع" | "راقب" | "واكب")) && of_it {
        s -= 40;
    }
    // كانت الحركة ممثلة بمندوبين: represented by them
    let by = next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") && !n.and));
    if c.en == "representative" && !c.definite && c.feminine && !c.plural && c.pron.is_none() && by {
        s -= 60;
    }
    // الحركات الموقعة على الاتفاق: those who signed it
    let on = next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "على" && n.pron.is_none()));
    if c.pos == Pos::Passive
        && c.definite
        && c.lemma.is_some_and(|l| l.ar == "وقع")
        && on
        && prev.is_some_and(|p| p.nominal() && p.definite && (p.agent || p.human) || p.pos == Adjective)
    {
        s -= 60;
    }
    // وفر المئات من المدينة: and hundreds fled; who provides is no number
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "وفر")
        && c.tense == Tense::Perfect
        && at.start
        && next.is_some_and(|l| {
            let towards =
                |n: &Node| n.pos == Prep && matches!(n.ar.as_str(), "صوب" | "إلى" | "نحو" | "باتجاه" | "من") && n.pron.is_none();
            l.iter().any(|n| n.pos == Number || towards(n))
        })
    {
        s -= 30;
    }
    // وفر أكثر من مليون شخص من منازلهم: fled them
    const HOMES: &[&str] = &["house", "home", "area", "village", "land", "city", "town", "region", "country", "dwelling"];
    let home = |n: &Node| n.pron.is_some() && HOMES.contains(&n.en.trim_end_matches('s'));
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "وفر")
        && c.tense == Tense::Perfect
        && at.start
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Quant || n.pos == Number || n.human))
        && at.behind.iter().take(10).flatten().any(home)
    {
        s -= 60;
    }
    // مصدر مطلع للجزيرة: an informed source; of what it is the beginning is named
    let informed = |n: &Node| n.prep.is_some() || matches!(n.pos, Pos::Mark(_));
    if c.pos == Prep && c.en == "the beginning of" && next.is_none_or(|l| l.iter().all(informed)) {
        s -= 60;
    }
    // تكون عدن مطارا دوليا: one; of two, ا stands before what they belong to
    let indefinite = |n: &Node| n.pos == Adjective && !n.definite && n.accusative;
    if c.pos == Noun && c.dual && c.ar.ends_with('ا') && c.pron.is_none() && next.is_some_and(|l| l.iter().any(indefinite)) {
        s -= 40;
    }
    // لا تفاوض عليه: no negotiations on it; with whom one negotiates is named
    if c.pos == Verb
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "فاوض")
        && next.is_some_and(|l| !l.is_empty() && l.iter().all(|n| n.pos == Prep && n.ar == "على"))
    {
        s -= 60;
    }
    // العملية التي تقودها الأمم المتحدة: the process
    let leads = |l: &Readings| l.iter().any(|n| n.pos == Verb && n.lemma.is_some_and(|l| LEADS.contains(&l.ar)));
    if c.en == "process"
        && c.definite
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Rel))
        && at.behind.get(1).is_some_and(leads)
        && at.behind.get(2).is_some_and(|l| l.iter().any(|n| n.en.contains("United Nations") || n.en.contains("envoy")))
    {
        s += 120;
    }
    // وُثقت حالاتهم: were documented; who trusts does so in somebody, with ب
    if c.pos == Verb
        && c.en == "trust"
        && !next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") || n.pos == Prep && matches!(n.ar.as_str(), "ب" | "في")))
    {
        s -= 60;
    }
    // بدأت سحب قواتها: the withdrawal; two verbs would be joined
    if c.pos == Verb
        && c.tense == Tense::Perfect
        && !c.and
        && c.pron.is_none()
        && prev.is_some_and(|p| p.pos == Verb && p.tense == Tense::Perfect && BEGINS.contains(&p.lemma.map_or("", |l| l.ar)))
    {
        s -= 25;
    }
    // مسرحية غايتها نسف الاتفاق: the aim is a deed
    if c.pos == Verb && c.tense == Tense::Perfect && !c.and && prev.is_some_and(|p| p.pron.is_some() && p.aim()) {
        s -= 40;
    }
    // فرفض طلبه: his request; of students more is told
    if c.en == "student" && c.plural && c.ar == "طلبه" && !next.is_some_and(|l| l.iter().any(Node::ungoverned)) {
        s -= 60;
    }
    // أولى القوافل دخلت: the first of them
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "أولى")
        && c.tense == Tense::Perfect
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Noun && n.definite && n.plural && !n.human && n.prep.is_none()))
        && !at.behind.iter().take(4).flatten().any(|n| n.en == "importance" || n.en == "attention")
    {
        s -= 80;
    }
    // تلقى قوات فلان دعما: they receive it; who received it would be feminine
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "تلقى")
        && c.tense == Tense::Perfect
        && c.person == Person::He
        && c.pron.is_none()
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.agent && (n.feminine || n.plural && !n.human)))
    {
        s -= 60;
    }
    // لمسنا إرادة: we sensed it; who sensed us needs nothing more
    if c.pos == Verb
        && c.tense == Tense::Perfect
        && c.person == Person::He
        && c.pron == Some(crate::arabic::clitics::Pronoun::Our)
        && matches!(c.en.as_str(), "sense" | "touch")
    {
        s -= 60;
    }
    // ما حدث يثبت أن الطريق مسدود: proves it; what is proven stands behind its verb
    if c.pos == Verb
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "ثبت")
        && prev.is_some_and(|p| p.nominal() || p.pos == Verb)
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::That))
    {
        s -= 60;
    }
    // امتنع عن التعليق: what is suspended is named
    if c.en == "comment" && c.definite && prev.is_some_and(|p| p.pos == Prep && p.ar == "عن") && !of_what(next) {
        s += 90;
    }
    // مذكرة عن الغارات: a memorandum; who reminds does so of something, with ب
    let reminds = c.pos == Pos::Active && c.en == "remind";
    if reminds && !next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") || n.pos == Pos::That)) {
        s -= 60;
    }
    // مطار أبو الظهور العسكري, القوى السياسية لا العسكرية: military
    if c.pos == Noun
        && c.en == "serviceman"
        && c.definite
        && !c.and
        && prev.is_some_and(|p| p.pos == Pos::Name || p.ar == "لا" || p.nominal() && p.definite)
    {
        s -= 60;
    }
    // مستغربا حديث رئيس الوفد: what he said
    if c.pos == Adjective
        && c.en == "modern"
        && !c.definite
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && (n.human || n.agent)))
    {
        s -= 60;
    }
    // بأنه "تقدم متواضع": it is progress
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "قدم" || l.ar == "تقدم")
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Adjective && !n.definite && !n.accusative))
        && at.before.iter().rev().take(3).any(|b| b.pos == Pos::That && b.pron.is_some())
    {
        s -= 60;
    }
    // زيارة أجراها الوزير: which he made, no wages
    if c.pos == Noun && c.en == "wage" && c.dual && c.pron.is_some() {
        s -= 60;
    }
    // فجر الجمعة: at dawn; nobody blows up a day
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "فجر")
        && c.pron.is_none()
        && next.is_some_and(|l| l.iter().any(|n| n.weekday))
    {
        s -= 60;
    }
    // أبرز ما نص عليه البيان: the most prominent of it
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "أبرز")
        && at.start
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::What))
    {
        s -= 60;
    }
    // لكن دبلوماسيا خليجيا قال: somebody
    if c.pos == Pos::Adverb
        && c.ar.ends_with('ا')
        && !c.mention
        && prev.is_some_and(|p| matches!(p.pos, Pos::Clause | Pos::That) && p.pron.is_none())
        && next.is_some_and(|l| {
            l.iter().any(|n| n.accusative && !n.definite && matches!(n.pos, Adjective | Pos::Active | Pos::Passive))
        })
    {
        s -= 60;
    }
    // وفي الفاشر قتل ثلاثة: they were killed, where the clause has no verb
    if matches!(c.pos, Noun | Pos::Masdar)
        && !c.and
        && !c.definite
        && c.lemma.is_some_and(|l| matches!(l.ar, "قتل" | "جرح" | "أصاب"))
        && prev.is_some_and(|p| p.pos == Pos::Name && !p.agent)
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Number || n.human && n.accusative))
        && !at.before.iter().any(|b| b.pos == Verb)
    {
        s -= 30;
    }
    // وتلا الوزير، في الجلسة الختامية، البيان: read it out; a person follows nothing
    if c.pos == Verb
        && c.en == "read out"
        && c.pron.is_none()
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && (n.human || n.person_name)))
        && at.behind.iter().skip(1).take(24).any(|l| {
            l.iter().any(|n| {
                n.ungoverned()
                    && matches!(
                        n.en.as_str(),
                        "statement" | "joint statement" | "final statement" | "text" | "message" | "speech"
                    )
            })
        })
    {
        s += 80;
    }
    // السقف المقترح: proposed
    if c.pos == Noun
        && c.ar == "مقترح"
        && c.definite
        && c.ungoverned()
        && !c.plural
        && prev
            .is_some_and(|p| p.pos == Noun && p.definite && !p.feminine && !p.plural && !p.agent && !p.human && p.pron.is_none())
    {
        s -= 40;
    }
    // وصلتهم تعليمات: reached them, no link of theirs
    let came = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && !n.definite));
    if c.pos == Noun && c.en == "link" && c.and && c.pron.is_some() && at.start && came {
        s -= 40;
    }
    // رفضت اللجنة المقترح: the proposal; who is proposed would be feminine
    if matches!(c.pos, Adjective | Pos::Passive)
        && c.ar == "مقترح"
        && c.definite
        && !c.feminine
        && !c.plural
        && matches!(at.before, [.., v, p] if v.pos == Verb && p.pos == Noun && p.definite && p.feminine && !p.plural && p.pron.is_none())
    {
        s -= 60;
    }
    // تصريح نشرته الوزارة, مؤتمر جمعه بنظيره: a clause about it, no bulletin of his
    let about_it = prev.is_some_and(|p| (p.nominal() || p.pos == Adjective) && !p.definite && !p.bare && p.pron.is_none());
    let acts = next.is_some_and(|l| l.iter().any(|n| n.agent && n.definite && n.ungoverned()));
    // غارة نسبها "الدفاع المدني" إلى الجيش: attributed it to them, no percentages
    let to_whom = at.behind.iter().take(9).flatten().any(|n| n.pos == Prep && n.ar == "إلى")
        && at.behind.iter().take(2).flatten().any(|n| n.definite && n.ungoverned());
    let meets = next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") && n.human));
    if c.pron.is_some()
        && c.prep.is_none()
        && !c.and
        && about_it
        && (c.pos == Noun && c.en == "bulletin" && acts
            || c.pos == Noun && matches!(c.ar.as_str(), "نسب" | "نسبه" | "نسبة") && to_whom
            || c.pos == Pos::Masdar && c.lemma.is_some_and(|l| l.ar == "جمع") && meets)
    {
        s -= 30;
    }
    // أن الهدنة قائمة: it exists, and is no list
    if c.en == "list"
        && c.ar == "قائمه"
        && !c.definite
        && c.ungoverned()
        && c.pron.is_none()
        && let [.., that, topic] = at.before
        && that.pos == Pos::That
        && topic.nominal()
        && topic.definite
        && topic.feminine
        && !topic.agent
    {
        s -= 60;
    }
    // أنه تقرر تأجيل الجولة: it was decided
    if c.pos == Verb
        && c.lemma.is_some_and(|l| l.ar == "قرر")
        && c.tense != Tense::Perfect
        && c.person == Person::She
        && prev.is_some_and(|p| p.pos == Pos::That && p.pron == Some(crate::arabic::clitics::Pronoun::His))
    {
        s -= 60;
    }
    s
}

/// True for a noun right behind that says what a deed is done to.
fn of_what(next: Option<&[Node]>) -> bool {
    next.is_some_and(|l| l.iter().any(|n| n.ungoverned()))
}
