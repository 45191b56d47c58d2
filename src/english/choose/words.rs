//! Single words whose sense the grammar around them tells.

use super::{At, nominal_behind_bare};
use crate::arabic::inflect::{Person, Tense};
use crate::english::memory::Readings;
use crate::english::node::{Node, Pos};

pub(super) fn points(at: &At) -> i32 {
    use Pos::{Noun, Number, Prep, Rel, Verb};
    let At { c, before, behind, prev, next, start } = *at;
    let verb = c.pos == Verb;
    let mut s = 0;
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
    // نقل فكرة البرنامج: no "so" in the middle of a phrase
    if c.so && !c.and && prev.is_some_and(|p| matches!(p.pos, Prep | Pos::Masdar | Noun) && !p.definite) {
        s -= 40;
    }
    // ودعت مصر الطرفين إلى: called on them to, no farewell
    if verb && c.lemma.is_some_and(|l| l.ar == "ودع") && behind.iter().take(9).flatten().any(|n| n.pos == Prep && n.ar == "إلى")
    {
        s -= 60;
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
    // تكون حركته طلبت: his movement; no verb with its object stands before another
    if verb
        && c.pron.is_some()
        && c.tense == Tense::Perfect
        && !c.and
        && next.is_some_and(|l| l.iter().all(|n| n.pos == Verb && !n.and))
    {
        s -= 40;
    }
    // الوكالة شبه الرسمية: half of it, nothing is likened; فتحت: opened, no "so under"
    let likens = verb
        && c.lemma.is_some_and(|l| l.ar == "شبه")
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::Adjective && n.definite));
    if likens || c.so && c.pos == Prep && c.ar == "تحت" && prev.is_some_and(|p| p.nominal() || p.pos == Pos::Adjective) {
        s -= 60;
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
    // القوانين المنظمة للانتخابات: regulating
    if c.pos == Pos::Active
        && c.definite
        && c.lemma.is_some_and(|l| l.is('t'))
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ل") && n.nominal()))
    {
        s += 6;
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
    // يشعرون بالقلق: feel; who notifies has somebody to notify first.
    if verb
        && c.lemma.is_some_and(|l| l.ar == "أشعر")
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ب") || n.pos == Pos::That))
    {
        s -= 40;
    }
    // تلقى الوفد وعدا: a promise, no "and except"
    if c.pos == Prep && c.and && c.ar == "عدا" && prev.is_some_and(|p| p.nominal() || p.pos == Verb) {
        s -= 80;
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
    // تقرير صدر أمس: was issued, no chest
    if c.pos == Pos::Noun && c.en == "chest" && !c.definite && c.pron.is_none() && !nominal_behind_bare(next) {
        s -= 40;
    }
    // هذا ما كان: this is what was
    if c.pos == Pos::Neg && c.ar == "ما" && prev.is_some_and(|p| p.pos == Pos::Dem && matches!(p.ar.as_str(), "هذا" | "ذلك"))
    {
        s -= 80;
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
    // لا مبرر للتأجيل: no justification, where no verb is denied.
    if matches!(c.pos, Pos::Passive | Pos::Active)
        && !c.definite
        && prev.is_some_and(|p| p.pos == Pos::Neg && p.ar == "لا")
        && !before.iter().rev().skip(1).take(1).any(|b| b.nominal())
    {
        s -= 20;
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
        && behind.iter().skip(1).take(4).any(|l| l.iter().any(|n| n.pos == Pos::That))
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
    // الجولة مفيدة رغم المماطلة: useful, where nothing is reported
    if c.pos == Pos::Active
        && c.en == "report"
        && !c.accusative
        && !next.is_some_and(|l| l.iter().any(|n| n.pos == Pos::That || n.prep == Some("ب") || n.quote()))
    {
        s -= 10;
    }
    // لم تدع إلى الجولة: was not invited
    if verb && c.tense == Tense::Short && c.lemma.is_some_and(|l| l.ar == "ادعى") {
        s -= 30;
    }
    // جوا من التفاؤل: an atmosphere, not by air
    if c.pos == Pos::Adverb && c.en == "by air" && next.is_some_and(|l| l.iter().any(|n| n.pos == Prep && n.ar == "من")) {
        s -= 60;
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
    if verb && c.lemma.is_some_and(|l| matches!(l.ar, "تكون" | "كون" | "وفد")) {
        s -= 20;
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
    if c.pos == Noun && c.human && c.feminine && !c.plural && !c.definite && c.lemma.is_some_and(|l| !l.ar.ends_with('ة')) {
        s -= 8;
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
