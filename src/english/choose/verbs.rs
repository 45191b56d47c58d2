//! Words that may be a verb: whether they are one here, and in which sense.

use super::at::{At, nominal_behind_bare};
use crate::arabic::inflect::{Person, Tense};
use crate::english::memory::Readings;
use crate::english::node::{Node, Pos};

/// How many noun phrases that nothing governs stand behind in the clause.
fn phrases_behind(behind: &[Readings]) -> usize {
    let clause = behind.iter().take(8).take_while(|l| !l.iter().all(|n| matches!(n.pos, Pos::Mark(_) | Pos::Verb | Pos::That)));
    let (mut count, mut open) = (0, false);
    for l in clause {
        let Some(n) = l.first() else { continue };
        count += usize::from(n.ungoverned() && !open && !n.weekday);
        // what a preposition or a noun without the article holds is no phrase of its own
        open = n.pos == Pos::Prep && n.pron.is_none()
            || (n.prep.is_some() || n.nominal()) && !n.definite && !n.bare && !n.accusative && n.pron.is_none() && !n.plural;
    }
    count
}

pub(super) fn points(at: &At) -> i32 {
    use Pos::{Noun, Number, Prep, Rel, Verb};
    let At { c, before, behind, prev, next, start } = *at;
    let verb = c.pos == Verb;
    let mut s = 0;
    // سيكون ضخما: how it is, nothing that two did; لا يمكن هنا: here
    if verb
        && c.tense == Tense::Perfect
        && (c.person == Person::Both
            && !c.and
            && prev.is_some_and(|p| p.pos == Verb && p.person != Person::Both && crate::english::verb::is_verb(p, "كان"))
            || prev.is_some_and(|p| p.pos == Pos::Modal))
    {
        s -= 60;
    }
    // ودعت مصر الطرفين إلى: called on them to, no farewell
    if verb && c.lemma.is_some_and(|l| l.ar == "ودع") && behind.iter().take(9).flatten().any(|n| n.pos == Prep && n.ar == "إلى")
    {
        s -= 60;
    }
    // تكون حركته طلبت: his movement; no verb with its object stands before another
    if verb
        && c.pron.is_some()
        && c.tense == Tense::Perfect
        && !c.and
        && next.is_some_and(|l| l.iter().all(|n| n.pos == Verb && !n.and))
    {
        s -= 40;
    }
    // أعلن رئيس الحزب، عزمه تشكيل تكتل: his intention, where the clause has its verb
    if verb
        && c.tense == Tense::Perfect
        && c.pron.is_some()
        && !c.and
        && prev.is_some_and(|p| matches!(p.pos, Pos::Mark('،' | ',')) || p.definite && p.nominal())
        && before.iter().rev().take(14).any(|n| n.pos == Verb && n.tense == Tense::Perfect && n.lemma.is_some_and(|l| l.is('t')))
        && !before.iter().rev().take(4).any(|n| n.pos == Rel)
    {
        s -= 18;
    }
    // ورد رئيس الوفد بأن: and he replied; what is mentioned is no person.
    if verb && c.tense == Tense::Perfect && next.is_some_and(|l| l.iter().any(|n| n.human || n.agent)) {
        if c.lemma.is_some_and(|l| l.ar == "ورد") {
            s -= 40;
        } else if c.and && c.lemma.is_some_and(|l| l.ar == "رد") {
            s += 12;
        }
    }
    // أن يكون الوفد قبل بإطلاق المحتجزين: accepted
    if verb
        && c.tense == Tense::Perfect
        && !c.and
        && c.lemma.is_some_and(|l| l.ar == "قبل")
        && prev
            .is_some_and(|p| p.nominal() && (p.definite || p.bare || p.pron.is_some()) || p.pos == Pos::Adjective && p.definite)
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب")))
    {
        s += 70;
    }
    // سيجري نقل الملف: what takes place; who holds something is named.
    if verb
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "أجرى")
        && next
            .is_some_and(|l| l.iter().any(|n| n.pos == Pos::Masdar && n.prep.is_none() && !n.and) && !l.iter().any(|n| n.agent))
    {
        s -= 40;
    }
    // يشعرون بالقلق: feel; who notifies has somebody to notify first.
    if verb
        && c.lemma.is_some_and(|l| l.ar == "أشعر")
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") || n.pos == Pos::That))
    {
        s -= 40;
    }
    // مثل الحكومة في المحادثات نائب الوزير: represented
    if verb
        && start
        && c.tense == Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "مثل")
        && next.is_some_and(|l| l.iter().any(|n| n.agent && n.ungoverned()))
        && behind.iter().skip(1).take(8).flatten().any(|n| n.ungoverned() && (n.human || n.pos == Pos::Title))
        && !behind.iter().take(8).any(|l| l.iter().all(|n| n.pos == Verb))
    {
        s += 70;
    }
    // قبل الوفد بالمقترح: accepted
    let accepts = match behind {
        [first, second, ..] if verb && start && c.tense == Tense::Perfect && c.lemma.is_some_and(|l| l.ar == "قبل") => {
            Some(second).filter(|_| first.iter().any(|n| n.agent || n.human))
        }
        _ => None,
    };
    if accepts.is_some_and(|what| what.iter().any(|n| n.prep == Some("ب"))) {
        s += 70;
    }
    // إذا توقف القصف: stops; who halts it would be feminine.
    if verb
        && c.lemma.is_some_and(|l| l.ar == "أوقف")
        && (c.tense, c.person) == (Tense::Imperfect, crate::arabic::inflect::Person::She)
        && prev.is_some_and(|p| matches!(p.pos, Pos::If | Pos::Clause | Pos::Conj))
    {
        s -= 16;
    }
    // ثم غادر: then he left
    if prev.is_some_and(|p| p.ar == "ثم" || p.en == "then" && p.pos != Verb) {
        s += match c.pos {
            Pos::Verb if c.tense == Tense::Perfect => 30,
            Pos::Active | Pos::Masdar if !c.definite => -20,
            _ => 0,
        };
    }
    // أبدى الوفد استعدادا: what he shows, no "in preparation for"
    if c.en == "in preparation for"
        && before
            .iter()
            .rev()
            .take(7)
            .take_while(|n| !n.ends_clause())
            .any(|n| n.pos == Verb && ["أبدى", "أظهر", "أعلن", "لمس", "لقي"].iter().any(|v| crate::english::verb::is_verb(n, v)))
    {
        s -= 200;
    }
    // هدف الاجتماع: the goal; what aims at something does so with إلى or ل.
    if verb
        && c.tense == Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "هدف")
        && !behind.iter().take(6).flatten().any(|n| n.pos == Prep && n.ar == "إلى" || n.prep == Some("ل"))
    {
        s -= 60;
    }
    // لن توقع الحكومة: sign; who inflicts something does so with ب.
    if verb
        && c.tense != Tense::Perfect
        && c.lemma.is_some_and(|l| l.ar == "أوقع" && l.guards().is_none())
        && !behind.iter().take(4).flatten().any(|n| n.prep == Some("ب") || n.human && n.plural)
    {
        s -= 20;
    }
    // وبين سالم أن: explained
    if verb
        && start
        && c.lemma.is_some_and(|l| l.ar == "بين")
        && behind.iter().take(5).any(|l| l.iter().any(|n| n.pos == Pos::That))
    {
        s += 90;
    }
    // سيبقى بعض الوفد: will remain; who keeps something has an object, or keeps on.
    if verb && c.tense != Tense::Perfect && c.lemma.is_some_and(|l| l.ar == "أبقى") && c.ar.ends_with('ى') {
        s -= 30;
    }
    // لقاء خماسيا ضم ممثلين: a clause about the meeting, no embrace.
    if c.ar == "ضم"
        && !verb
        && prev.is_some_and(|p| (p.nominal() || p.pos == Pos::Adjective) && !p.definite && !p.bare && p.pron.is_none())
    {
        s -= 40;
    }
    // لن تمس وحدة البلاد: affects, does not become
    if verb && c.tense == Tense::Short && c.lemma.is_some_and(|l| l.ar == "أمسى") {
        s -= 30;
    }
    // قبل الوفد الدعوة: accepted, where no verb follows the two.
    if accepts.is_some_and(|what| what.iter().any(|n| n.definite && n.pos == Noun && n.prep.is_none() && !n.and))
        && !behind.iter().take(3).flatten().any(|n| n.pos == Verb && n.prep.is_none())
    {
        s += 70;
    }
    // أن يكون الجيش تعهد بتسليمهم: has pledged
    if verb
        && c.tense == Tense::Perfect
        && !c.and
        && let [.., was, who] = before
        && who.nominal()
        && (who.definite || who.bare)
        && crate::english::verb::is_verb(was, "كان")
        && was.tense != Tense::Perfect
    {
        s += 30;
    }
    // لم تدع إلى الجولة: was not invited
    if verb && c.tense == Tense::Short && c.lemma.is_some_and(|l| l.ar == "ادعى") {
        s -= 30;
    }
    // بدا واضحا: seemed
    if verb
        && c.lemma.is_some_and(|l| l.ar == "بدأ")
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Adjective && n.accusative))
    {
        s -= 30;
    }
    // أبدت طهران تحفظها: what she shows, no second verb.
    if verb
        && c.tense != Tense::Perfect
        && !c.and
        && c.pron.is_some()
        && let [.., done, who] = before
        && (who.definite || who.agent)
        && who.nominal()
        && done.pos == Verb
        && done.tense == Tense::Perfect
        && !done.lemma.is_some_and(|l| l.is('a'))
        && done.lemma.is_some_and(|l| l.is('t'))
    {
        s -= 20;
    }
    // وكان الطرفان وقعا الاتفاق: two who do something sign.
    if verb && c.en == "occur" && matches!(c.person, crate::arabic::inflect::Person::Both | crate::arabic::inflect::Person::They)
    {
        s -= 30;
    }
    // التي وقعت الاتفاق: signed it; what happens has no object.
    if verb && c.en == "occur" && prev.is_some_and(|p| p.pos == Rel) && nominal_behind_bare(next) {
        s -= 20;
    }
    if verb && c.lemma.is_some_and(|l| matches!(l.ar, "تكون" | "كون" | "وفد")) {
        s -= if c.en == "come" { 60 } else { 20 };
    }
    // يبلغ عدد, يبلغ 44: amounts to, not informs.
    if c.lemma.is_some_and(|l| l.ar == "أبلغ")
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Number || n.ar == "عدد" || n.ar == "من"))
    {
        s -= 16;
    }
    // عبر الاتحاد أمس عن أمله: expressed, not through.
    let opens = start || prev.is_some_and(|p| p.pos == Pos::Adverb && p.mention);
    if verb && opens && c.lemma.is_some_and(|l| l.ar == "عبر") && behind.iter().flatten().any(|n| n.pos == Prep && n.ar == "عن")
    {
        s += 50;
    }
    // تعد الجولة الأولى: is considered; one promises something (ب, أن), and prepares a document.
    if verb && c.tense != Tense::Perfect && c.lemma.is_some_and(|l| l.ar == "وعد") {
        let something = |n: &Node| n.prep == Some("ب") || n.pos == Pos::That;
        s -= if behind.iter().take(4).flatten().any(something) { 0 } else { 40 };
    }
    const WRITTEN: &[&str] =
        &["plan", "document", "draft", "report", "list", "proposal", "paper", "statement", "text", "project", "file"];
    if verb && c.tense != Tense::Perfect && c.lemma.is_some_and(|l| l.ar == "أعد") {
        s += if behind.iter().take(3).flatten().any(|n| WRITTEN.contains(&n.en.as_str())) { 12 } else { -10 };
    }
    // تلحق بها المسائل: follows; what inflicts has its object first.
    if verb && c.tense != Tense::Perfect && c.lemma.is_some_and(|l| l.ar == "ألحق") {
        s -= if next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") || n.pos == Prep && n.ar == "ب")) { 14 } else { 0 };
    }
    // ما تحقق حتى الآن: what was achieved; who achieves it has an object
    if verb
        && c.person == Person::She
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "حقق")
        && prev.is_some_and(|p| p.pos == Pos::What)
        && !next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.nominal()))
    {
        s -= 25;
    }
    // تسلم الصليب الأحمر الأسرى من الطرفين: received; the preposition behind tells the verbs in ت apart
    let governed = |n: &Node| {
        c.lemma.is_some_and(|l| n.prep.is_some_and(|p| l.prep(p).is_some()) || n.pos == Prep && l.prep(&n.ar).is_some())
    };
    let clause = behind.iter().take(6).take_while(|l| !l.iter().any(|n| matches!(n.pos, Verb | Pos::Mark(_) | Pos::That)));
    if verb
        && start
        && c.ar.starts_with('ت')
        && matches!((c.tense, c.person), (Tense::Imperfect, Person::She) | (Tense::Perfect, Person::He))
        && c.lemma.is_some_and(|l| l.guards().is_none())
        && clause.flatten().any(governed)
    {
        s += 8;
    }
    // الموقف صعب في المدينة: is difficult, where the text opens with what is so
    if verb
        && c.en.starts_with("be ")
        && c.tense == Tense::Perfect
        && !c.and
        && matches!(before, [topic] if topic.definite && topic.nominal())
    {
        s -= 12;
    }
    // خلف بيدرسون دي ميستورا في منصبه: succeeded him
    if verb
        && start
        && c.lemma.is_some_and(|l| l.ar == "خلف" && l.guards().is_some())
        && matches!(behind, [who, whom, ..] if [who, whom].iter().all(|l| l.iter().any(|n| n.person_name)))
    {
        s += 120;
    }
    // تراجع الوفد عن شرطه: backed down, where what one backs down from stands behind who does
    if verb && c.lemma.is_some_and(|l| l.ar == "تراجع") {
        let from = behind
            .iter()
            .take(4)
            .take_while(|l| !l.iter().all(|n| n.pos == Verb))
            .flatten()
            .any(|n| n.pos == Prep && n.ar == "عن");
        s += if from && c.en == "back down" { 70 } else { 0 };
    }
    // أجلت الأمم المتحدة 200 مريض: people are evacuated, dates postponed
    if verb
        && c.lemma.is_some_and(|l| l.ar == "أجل")
        && behind.iter().skip(1).take(3).any(|l| l.iter().any(|n| n.human && n.ungoverned()))
    {
        s -= 20;
    }
    // خلف القصف 12 قتيلا: left them
    if verb
        && start
        && c.lemma.is_some_and(|l| l.ar == "خلف" && l.guards().is_none())
        && behind.iter().skip(1).take(2).any(|l| l.iter().any(|n| n.pos == Number || n.nominal() && n.accusative))
    {
        s += 60;
    }
    // والثاني وافق: agreed, and no prospect
    if verb
        && c.tense == Tense::Perfect
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
    if verb
        && c.en == "depend"
        && next.is_some_and(|l| l.iter().any(|n| DEPENDS.contains(&n.en.as_str())))
        && behind.iter().take(5).flatten().any(|n| n.pos == Prep && n.ar == "على")
    {
        s += 100;
    }
    // هنا أو في أي مكان: here; who congratulates has somebody to congratulate
    if verb
        && c.lemma.is_some_and(|l| l.ar == "هنأ")
        && c.pron.is_none()
        && next.is_none_or(|l| l.iter().all(|n| matches!(n.pos, Pos::Conj | Pos::Mark(_) | Prep | Verb)))
    {
        s -= 60;
    }
    // لم يحتج إلى وقت: needed it; one protests against something
    if verb && c.lemma.is_some_and(|l| l.ar == "احتج") {
        let ar = |w: &str| behind.iter().take(8).flatten().any(|n| n.pos == Prep && n.ar == w);
        s -= if ar("إلى") && !ar("على") { 30 } else { 0 };
    }
    // شهد الملف تقدما على الورق: saw progress; who testifies has no object
    if verb
        && c.en == "testify"
        && behind.iter().take(3).take_while(|l| !l.iter().any(|n| n.pos == Prep)).flatten().any(|n| n.accusative && n.nominal())
    {
        s -= 120;
    }
    // ما تسرب عن الاتفاق: what leaked
    if verb
        && c.person == Person::She
        && c.tense == Tense::Imperfect
        && prev.is_some_and(|p| p.pos == Pos::What)
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep))
    {
        s -= 8;
    }
    // يخرج المرضى من المدينة: leave it; who takes them out of it is named before them
    const CAUSES: &[&str] = &["أوقف", "أحدث", "أخرج", "أدخل", "أنزل", "أجلس", "أسقط", "أرجع", "أغرق", "أنهض"];
    if verb
        && c.tense != Tense::Perfect
        && c.pron.is_none()
        && c.lemma.is_some_and(|l| CAUSES.contains(&l.ar))
        && phrases_behind(behind) < 1 + usize::from(start && matches!(c.person, Person::He | Person::She))
    {
        s -= 20;
    }
    // وتقرر عقد الجولة: it was decided; who decides stands before what is decided
    if verb
        && start
        && c.person == Person::She
        && c.tense == Tense::Imperfect
        && c.lemma.is_some_and(|l| l.ar == "قرر")
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Masdar && n.ungoverned() || n.pos == Pos::That))
    {
        s -= 25;
    }
    s
}
