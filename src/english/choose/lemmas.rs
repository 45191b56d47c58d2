//! Verbs one by one: which of those that are written alike is meant, told by what stands around it.

use super::at::At;
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};

pub(super) fn points(at: &At) -> i32 {
    use Pos::{Number, Prep, Verb};
    let At { c, before, behind, prev, next, start } = *at;
    if c.pos != Verb {
        return 0;
    }
    let mut s = 0;
    // لا يجدون طعاما, لم يجد ذريعة: find; who masters something or is of use has his ي
    let lemma = |ar: &str| c.lemma.is_some_and(|l| l.ar == ar);
    if lemma("أجدى") && (c.person == Person::They || c.tense == Tense::Short) || lemma("أجاد") && c.tense == Tense::Short
    {
        s -= 60;
    }
    // استدعاء فريقه: the team; nobody is pleased
    if lemma("راق") && c.so && c.pron.is_some() {
        s -= 80;
    }
    // كان قد أبدى للوفدين تحفظه: the reservation that he expressed
    if lemma("حفظ")
        && c.person == Person::She
        && c.pron.is_some()
        && before.iter().rev().take(7).any(|b| b.pos == Verb && matches!(b.lemma.map(|l| l.ar), Some("أبدى" | "سجل" | "أعلن")))
    {
        s -= 80;
    }
    // فيما تواصل القصف على المدينة: it went on; who continues something is named before it
    let thing = |n: &Node| n.ungoverned() && n.definite && !n.feminine && !n.plural && !n.agent && !n.human && n.pron.is_none();
    let beyond = behind.iter().skip(1).find(|l| !l.iter().all(|n| n.pos == Pos::Adjective && n.definite));
    let alone = !beyond.is_some_and(|l| l.iter().any(|n| n.ungoverned()));
    if c.ar == "واصل"
        && c.person == Person::She
        && c.tense == Tense::Imperfect
        && c.pron.is_none()
        && (start || prev.is_some_and(|p| p.pos == Pos::Clause))
        && next.is_some_and(|l| l.iter().any(thing))
        && alone
    {
        s -= 60;
    }
    // وتقرر، وفقا للبيان، نشر قوات: it was decided; who decides is named
    if lemma("قرر") && c.person == Person::She && c.tense == Tense::Imperfect && start {
        let first = behind.iter().take(9).flatten().find(|n| n.ungoverned());
        s -= if first.is_some_and(|n| n.pos == Pos::Masdar || n.mention && !n.agent && !n.feminine) { 60 } else { 0 };
    }
    // والاعتداءات، وأحدثها العدوان: the most recent of them
    if lemma("أحدث")
        && c.and
        && c.pron.is_some()
        && c.tense == Tense::Perfect
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
    {
        s -= 100;
    }
    // أما المعارضة فمثلها وفد: a delegation represented it
    if c.so && c.pron.is_some() && c.lemma.is_some_and(|l| l.ar == "مثل") && before.first().is_some_and(|n| n.en == "as for") {
        s += 120;
    }
    // لم يُخفِ أن: did not hide; who frightens somebody is rare
    if c.lemma.is_some_and(|l| l.ar == "أخاف") && prev.is_some_and(|p| p.pos == Pos::Neg) {
        s -= 40;
    }
    // وافقوا على البنود خلا بندين: except two
    if c.lemma.is_some_and(|l| l.ar == "خلا")
        && c.tense == Tense::Perfect
        && c.person == Person::He
        && !behind.iter().take(6).flatten().any(|n| n.pos == Prep && n.ar == "من")
    {
        s -= 60;
    }
    // وصلتهم تعليمات: reached them; who prays does so for nobody that is attached
    if c.lemma.is_some_and(|l| l.ar == "صلى") && c.pron.is_some() {
        s -= 60;
    }
    // أملته الضرورة: dictated it; what one hopes for has في or أن
    if c.lemma.is_some_and(|l| l.ar == "أمل") && c.pron.is_some() {
        s -= 40;
    }
    // أطلع الوفد الوسيط على الورقة: briefed him; اطلع على الورقة saw it
    let on = next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "على"));
    if c.lemma.is_some_and(|l| l.ar == "أطلع") && on && c.pron.is_none() && !c.passive {
        s -= 40;
    }
    // ودعت مصر الطرفين إلى: called on them to, no farewell
    if c.lemma.is_some_and(|l| l.ar == "ودع") && behind.iter().take(9).flatten().any(|n| n.pos == Prep && n.ar == "إلى") {
        s -= 60;
    }
    // سيجري نقل الملف: what takes place; who holds something is named.
    if c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "أجرى")
        && next
            .is_some_and(|l| l.iter().any(|n| n.pos == Pos::Masdar && n.prep.is_none() && !n.and) && !l.iter().any(|n| n.agent))
    {
        s -= 40;
    }
    // يشعرون بالقلق: feel; who notifies has somebody to notify first.
    if c.lemma.is_some_and(|l| l.ar == "أشعر")
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") || n.pos == Pos::That))
    {
        s -= 40;
    }
    // ما يعد خطوة: is held to be; who promises has somebody to promise, or something with ب
    if c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "وعد")
        && prev.is_some_and(|p| matches!(p.pos, Pos::What | Pos::Rel))
        && !behind.iter().take(4).flatten().any(|n| n.prep == Some("ب") && n.nominal() || n.pos == Pos::That)
    {
        s -= 40;
    }
    // سؤال طرح عليه: that was put to him
    if c.tense == Tense::Perfect
        && !c.and
        && c.lemma.is_some_and(|l| matches!(l.ar, "طرح" | "عرض" | "فرض" | "أملى" | "ألقى"))
        && prev.is_some_and(|p| p.nominal() && !p.definite && !p.bare && p.pron.is_none() && !p.and)
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "على" && n.pron.is_some()))
    {
        s += 25;
    }
    // وصف البيان بأنه لغم على الطريق: what it is called is a noun
    if c.tense == Tense::Perfect
        && before.iter().rev().take(6).any(|n| n.pos == Verb && n.lemma.is_some_and(|l| l.ar == "وصف"))
        && before.iter().rev().find(|n| !n.quote()).is_some_and(|p| p.pos == Pos::That && p.pron.is_some())
    {
        s -= 30;
    }
    // لم يُقدم بعد: was presented; who embarks does so with على
    if c.tense != Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "أقدم")
        && !behind.iter().take(4).flatten().any(|n| n.pos == Prep && n.ar == "على")
    {
        s -= 30;
    }
    // لسورية الحق في الرد: the right
    if c.lemma.is_some_and(|l| l.ar == "ألحق") && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "في")) {
        s -= 60;
    }
    // ترفض التمديد رفضا قاطعا: a rejection, and not that two rejected
    if c.person == Person::Both
        && c.tense == Tense::Perfect
        && before.iter().rev().take(10).any(|n| n.pos == Verb && n.lemma.map(|l| l.ar) == c.lemma.map(|l| l.ar))
    {
        s -= 40;
    }
    // ما عبر الحدود: what crossed
    if c.lemma.is_some_and(|l| l.ar == "عبر") && c.en == "cross" && prev.is_some_and(|p| p.pos == Pos::What) {
        s += 120;
    }
    // ذلك حد من التدفق: limited it
    if c.lemma.is_some_and(|l| l.ar == "حد")
        && prev.is_some_and(|p| p.pos == Pos::Dem || p.definite && p.nominal())
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "من"))
    {
        s += 30;
    }
    // التصويت نصر للحل: a victory; who supports has somebody as an object
    if c.lemma.is_some_and(|l| l.ar == "نصر") && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ل"))) {
        s -= 40;
    }
    // أن تبلغ الأوامر الجبهات: reach them; who informs has people to inform
    if c.tense != Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "أبلغ")
        && next.is_some_and(|l| !l.is_empty() && l.iter().all(|n| n.nominal() && n.ungoverned() && !n.human && !n.agent))
        && !behind.iter().take(5).flatten().any(|n| n.prep == Some("ب") || n.pos == Pos::That)
    {
        s -= 25;
    }
    // يقسم المشروع البلاد: divides it; one swears by something or that it is so
    if c.lemma.is_some_and(|l| l.ar == "أقسم")
        && !behind.iter().take(6).flatten().any(|n| {
            n.pos == Pos::That || n.prep == Some("ب") || n.pos == Prep && matches!(n.ar.as_str(), "على" | "ب") || n.en == "oath"
        })
    {
        s -= 40;
    }
    // أمر لا يمكن قبوله: a matter that
    if c.lemma.is_some_and(|l| l.ar == "أمر") && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Neg || n.pos == Pos::Modal))
    {
        s -= 60;
    }
    // هدف الاجتماع: the goal; what aims at something does so with إلى or ل.
    if c.tense == Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "هدف")
        && !behind.iter().take(6).flatten().any(|n| n.pos == Prep && n.ar == "إلى" || n.prep == Some("ل"))
    {
        s -= 60;
    }
    // لن توقع الحكومة: sign; who inflicts something does so with ب.
    if c.tense != Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "أوقع" && l.guards().is_none())
        && !behind.iter().take(4).flatten().any(|n| n.prep == Some("ب") || n.human && n.plural)
    {
        s -= 20;
    }
    // وبين سالم أن: explained
    if start && c.lemma.is_some_and(|l| l.ar == "بين") && behind.iter().take(5).any(|l| l.iter().any(|n| n.pos == Pos::That)) {
        s += 90;
    }
    // سيبقى بعض الوفد: will remain; who keeps something has an object, or keeps on.
    if c.tense != Tense::Perfect && c.lemma.is_some_and(|l| l.ar == "أبقى") && c.ar.ends_with('ى') {
        s -= 30;
    }
    // لن تمس وحدة البلاد: affects, does not become
    if c.tense == Tense::Short && c.lemma.is_some_and(|l| l.ar == "أمسى") {
        s -= 30;
    }
    // إعلان المبعوث الأممي رفع المشاورات: what he announced; nobody has done it yet
    let announced = |n: &Node| matches!(n.en.as_str(), "announcement" | "decision" | "announce") && n.nominal() && !n.definite;
    if c.pos == Pos::Verb
        && c.tense == Tense::Perfect
        && c.person == Person::He
        && !c.and
        && c.pron.is_none()
        && prev.is_some_and(|p| p.definite && (p.nominal() || p.pos == Pos::Adjective))
        && at.before.iter().rev().take(4).any(announced)
        && next.is_some_and(|l| l.iter().any(|n| n.nominal() && n.definite && n.ungoverned()))
    {
        s -= 30;
    }
    // تقدم الجيش بسرعة: forces advance
    const FORCES: [&str; 6] = ["army", "force", "troop", "convoy", "fighter", "unit"];
    let forces = |n: &Node| FORCES.iter().any(|f| n.en.trim_end_matches('s').ends_with(f));
    if c.lemma.is_some_and(|l| l.ar == "تقدم") && next.is_some_and(|l| l.iter().any(forces)) {
        s += if c.en == "advance" { 20 } else { -60 };
    }
    // ليس ختاما بل رفع لجلساتها: an adjournment
    if c.tense == Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "رفع")
        && prev.is_some_and(|p| p.en == "but rather")
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ل") && n.nominal()))
    {
        s -= 40;
    }
    // لم يطلع الوفد على الوثيقة: did not see it
    if c.lemma.is_some_and(|l| l.ar == "أطلع")
        && c.tense != Tense::Perfect
        && behind.iter().take(2).flatten().any(|n| n.pos == Pos::Prep && n.ar == "على")
    {
        s -= 30;
    }
    // لم تدع إلى الجولة: was not invited
    if c.tense == Tense::Short && c.lemma.is_some_and(|l| l.ar == "ادعى") {
        s -= 30;
    }
    // بدا واضحا: seemed
    if c.lemma.is_some_and(|l| l.ar == "بدأ") && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Adjective && n.accusative))
    {
        s -= 30;
    }
    // عبر الاتحاد أمس عن أمله: expressed, not through.
    let opens = start || prev.is_some_and(|p| p.pos == Pos::Adverb && p.mention);
    if opens && c.lemma.is_some_and(|l| l.ar == "عبر") && behind.iter().flatten().any(|n| n.pos == Prep && n.ar == "عن") {
        s += 50;
    }
    // تلحق بها المسائل: follows; what inflicts has its object first.
    if c.tense != Tense::Perfect && c.lemma.is_some_and(|l| l.ar == "ألحق") {
        s -= if next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") || n.pos == Prep && n.ar == "ب")) { 14 } else { 0 };
    }
    // ما تحقق حتى الآن: what was achieved; who achieves it has an object
    if c.person == Person::She
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "حقق")
        && prev.is_some_and(|p| p.pos == Pos::What)
        && !next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.nominal()))
    {
        s -= 25;
    }
    // خلف بيدرسون دي ميستورا في منصبه: succeeded him
    if start
        && c.lemma.is_some_and(|l| l.ar == "خلف" && l.guards().is_some())
        && matches!(behind, [who, whom, ..] if [who, whom].iter().all(|l| l.iter().any(|n| n.person_name)))
    {
        s += 120;
    }
    // تراجع الوفد عن شرطه: backed down, where what one backs down from stands behind who does
    if c.lemma.is_some_and(|l| l.ar == "تراجع") {
        let from = behind
            .iter()
            .take(4)
            .take_while(|l| !l.iter().all(|n| n.pos == Verb))
            .flatten()
            .any(|n| n.pos == Prep && n.ar == "عن");
        s += if from && c.en == "back down" { 70 } else { 0 };
    }
    // أجلت الأمم المتحدة 200 مريض: people are evacuated, dates postponed
    if c.lemma.is_some_and(|l| l.ar == "أجل")
        && behind.iter().skip(1).take(3).any(|l| l.iter().any(|n| n.human && n.ungoverned()))
    {
        s -= 20;
    }
    // خلف القصف 12 قتيلا: left them
    if start
        && c.lemma.is_some_and(|l| l.ar == "خلف" && l.guards().is_none())
        && behind.iter().skip(1).take(2).any(|l| l.iter().any(|n| n.pos == Number || n.nominal() && n.accusative))
    {
        s += 60;
    }
    // والثاني وافق: agreed, and no prospect
    if c.tense == Tense::Perfect
        && !c.and
        && c.lemma.is_some_and(|l| l.ar == "وافق")
        && prev.is_some_and(|p| p.definite && (p.nominal() || p.pos == Pos::Adjective))
        && !before.iter().rev().take(4).take_while(|n| !n.and).any(|n| n.pos == Verb)
    {
        s += 12;
    }
    // يتوقف نجاح الجولة على موقف روسيا: depends on it; attacks on a town stop
    const DEPENDS: &[&str] =
        &["success", "fate", "future", "continuation", "result", "date", "participation", "return", "implementation", "matter"];
    if c.en == "depend"
        && next.is_some_and(|l| l.iter().any(|n| DEPENDS.contains(&n.en.as_str())))
        && behind.iter().take(5).flatten().any(|n| n.pos == Prep && n.ar == "على")
    {
        s += 100;
    }
    // هنا أو في أي مكان: here; who congratulates has somebody to congratulate
    if c.lemma.is_some_and(|l| l.ar == "هنأ")
        && c.pron.is_none()
        && next.is_none_or(|l| l.iter().all(|n| matches!(n.pos, Pos::Conj | Pos::Mark(_) | Prep | Verb)))
    {
        s -= 60;
    }
    // لم يحتج إلى وقت: needed it; one protests against something
    if c.lemma.is_some_and(|l| l.ar == "احتج") {
        let ar = |w: &str| behind.iter().take(8).flatten().any(|n| n.pos == Prep && n.ar == w);
        s -= if ar("إلى") && !ar("على") { 30 } else { 0 };
    }
    // شهد الملف تقدما على الورق: saw progress; who testifies has no object
    if c.en == "testify"
        && behind.iter().take(3).take_while(|l| !l.iter().any(|n| n.pos == Prep)).flatten().any(|n| n.accusative && n.nominal())
    {
        s -= 120;
    }
    // وتقرر عقد الجولة: it was decided; who decides stands before what is decided
    if start
        && c.person == Person::She
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "قرر")
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Masdar && n.ungoverned() || n.pos == Pos::That))
    {
        s -= 25;
    }
    // بقاء سلطتهم: their authority; انسحاب قوى الغزو: forces
    let of = prev.is_some_and(|p| p.nominal() && !p.definite && !p.bare && p.pron.is_none() && !c.and);
    if of
        && c.tense == Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "سلط" && c.pron.is_some() || matches!(l.ar, "قوى" | "قوي"))
    {
        s -= 60;
    }
    // الانسحاب سيجري خلال أيام: take place; who holds something holds it
    if c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "أجرى")
        && prev.is_some_and(|p| p.nominal() && p.definite && !p.agent && !p.human)
        && next.is_some_and(|l| l.iter().all(|n| n.pos == Prep || n.pos == Pos::Adverb || n.quote()))
    {
        s -= 60;
    }
    // عبر نحو 200 ألف شخص: crossed, where a sentence opens
    let count = next.is_some_and(|l| l.iter().any(|n| n.pos == Number || n.pos == Prep && n.ar == "نحو"));
    if start && count && c.tense == Tense::Perfect && c.en == "cross" {
        s += 90;
    }
    // أكد رئيس الوفد تلقي تطمينات: receiving, no throwing
    if c.tense != Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "ألقى")
        && c.person == Person::She
        && prev.is_some_and(|p| p.pos == Verb || p.nominal() && p.definite && !p.feminine)
        && !c.and
    {
        s -= 60;
    }
    s
}
