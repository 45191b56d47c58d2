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
    // لقاء خماسيا ضم ممثلين: a clause about the meeting, no embrace.
    if c.ar == "ضم"
        && !verb
        && prev.is_some_and(|p| (p.nominal() || p.pos == Pos::Adjective) && !p.definite && !p.bare && p.pron.is_none())
    {
        s -= 40;
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
    s
}
