//! Points for a reading: given for what the grammar expects, and taken for what it forbids.

use super::at::{At, nominal_behind_bare, quoting};
use super::{beside, clause, deeds, frames, goes_on, guards, homographs, lemmas, nouns, previous, twins, verbs, words, written};
use crate::arabic::inflect::{Person, Tense};
use crate::english::memory::Readings;
use crate::english::node::{Node, Pos};

/// The points of a reading.
pub(super) fn score(c: &Node, before: &[Node], behind: &[Readings]) -> i32 {
    use Pos::{
        Active, Adjective, Clause, Conj, If, Mark, Masdar, Name, Neg, Noun, Number, Passive, Prep, Quant, That, Title, Verb, What,
    };
    let opens = before.last().is_some_and(Node::quote)
        && before.iter().rev().find(|n| !n.quote()).is_some_and(|p| matches!(p.pos, Verb | That) || p.agent);
    let prev = before.iter().rev().find(|n| !n.quote()).filter(|_| !opens);
    let next = behind.first().map(|readings| &**readings);
    let start = prev
        .is_none_or(|p| matches!(p.pos, Conj | Clause | If | What) || (matches!(p.pos, Mark(_)) && !matches!(p.pos, Mark('-'))));
    let at = At { c, before, behind, prev, next, start };
    let mut s = 0;
    s -= i32::from(c.and) * 6
        + i32::from(c.prep.is_some()) * 9
        + i32::from(c.pron.is_some()) * 6
        + i32::from(c.accusative) * 10
        + i32::from(c.will) * 4;
    s += guards::points(&at)
        + deeds::points(&at)
        + frames::points(&at)
        + goes_on::points(&at)
        + homographs::points(&at)
        + beside::points(&at)
        + words::points(&at)
        + verbs::points(&at)
        + lemmas::points(&at)
        + nouns::points(&at)
        + clause::points(&at)
        + previous::points(&at)
        + twins::points(&at)
        + written::points(&at);
    let own_prep = c.prep.is_some();
    let verb = c.pos == Verb;
    // لا يمثلون: more than two are meant.
    if c.dual && c.pos != Verb && behind.iter().take(7).flatten().any(|n| n.pos == Verb && n.person == Person::They && !n.and) {
        s -= 12;
    }
    // اتفاقا دائما: a permanent agreement, not "always".
    if c.pos == Adjective
        && c.accusative
        && prev.is_some_and(|p| {
            p.nominal()
                && (p.accusative || p.ar.ends_with('ء'))
                && !p.definite
                && (p.feminine == c.feminine || !p.ar.ends_with(['ه', 'ة']))
                && !p.plural
        })
    {
        s += 20;
    }
    // مؤتمر عقده, بيان نشرته: a clause about the noun before it.
    if verb
        && c.pron.is_some()
        && c.tense == Tense::Perfect
        && !c.and
        && c.lemma.is_some_and(|l| l.is('t'))
        && prev
            .is_some_and(|p| (p.nominal() && p.pos != Masdar || p.pos == Adjective) && !p.definite && !p.bare && p.pron.is_none())
    {
        s += 14;
    }
    // أنه "عمل إنساني": what something is, in its own marks
    if c.pos == Noun
        && opens
        && !c.definite
        && c.pron.is_none()
        && next.is_some_and(|l| l.iter().any(|n| n.pos == Adjective && !n.definite && !n.and && !n.accusative))
    {
        s += 14;
    }
    // تصريح نشرته الصحيفة: a noun with a pronoun has no second noun.
    if c.nominal()
        && c.pron.is_some()
        && c.prep.is_none()
        && !c.and
        && prev.is_some_and(|p| (p.nominal() || p.pos == Adjective) && !p.definite && !p.bare && p.pron.is_none())
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
        && c.pos != Masdar
    {
        s -= 16;
    }
    // السياسي والعسكري: one more adjective, not a soldier.
    if c.pos == Adjective
        && c.and
        && prev.is_some_and(|p| {
            // الانتخابات الرئاسية والبرلمانية: a term that ends in an adjective
            let term = p.pos == Noun && p.mention && p.ar.contains(' ') && (p.feminine || p.plural);
            // اتفاق شامل ونهائي: so does a term of one thing
            let one = p.pos == Noun && p.mention && !p.human && !p.plural && !p.feminine && !c.feminine && described(&p.ar);
            p.definite == c.definite && (p.pos == Adjective && p.feminine == c.feminine || term && c.feminine || one)
        })
    {
        s += 12;
    }
    // معارضته: his opposition, not a woman who opposes him.
    if c.human && c.feminine && c.pron.is_some() && !c.plural {
        s -= 8;
    }
    // المؤسسات: institutions, not women who found something.
    if c.pos == Noun && c.human && c.feminine && c.plural && c.lemma.is_some_and(|l| !l.ar.ends_with('ة')) {
        s -= 6;
    }
    // هدنة مدتها ثلاثون يوما: its duration is
    if verb && c.pron.is_some() && next.is_some_and(|l| l.iter().all(|n| n.pos == Number)) {
        s -= 20;
    }
    // وقعته الحكومة: what happens has no object.
    // تحدثنا اليوم: we spoke
    let of_us = c.pron == Some(crate::arabic::clitics::Pronoun::Our)
        && c.lemma.is_some_and(|l| matches!(l.ar, "تحدث" | "اتفق" | "توصل" | "شارك" | "تعهد" | "تفاوض" | "نجح" | "وافق"));
    if verb && c.pron.is_some() && (of_us || crate::english::subject::intransitive(c)) {
        s -= 25;
    }
    // جددت التزامها وعزمها على التصدي: its resolve; nobody resolves somebody
    let on_what = c.lemma.is_some_and(|l| matches!(l.ar, "عزم" | "حرص" | "أصر"));
    if verb && c.pron.is_some() && on_what {
        s -= 60;
    }
    // خرج إليهم ووقف معهم, وحث من لم يوقعوا: and did one thing more
    let with = |n: &Node| n.pos == Prep && n.pron.is_some();
    let goes_on = prev.is_some_and(with) && next.is_some_and(|l| l.iter().any(with))
        || c.ar == "حث" && before.iter().any(|n| n.pos == Verb);
    if verb && c.and && c.tense == Tense::Perfect && c.person == Person::He && goes_on {
        s += 18;
    }
    // إلى ما بين اثنين وثلاثة: between
    if verb && c.pron.is_none() && c.lemma.is_some_and(|l| l.ar == "بين") && prev.is_some_and(|p| p.pos == What) {
        s -= 60;
    }
    let nominal = c.nominal();
    if !matches!(c.pos, Verb | Noun | Masdar | Adjective | Active | Passive | Name | Title) {
        // Particles are few and frequent: the verb that is written like على or بين is not meant.
        s += if c.content { 7 } else { 40 };
    }
    match c.pos {
        Active => s -= 5,
        Passive => s -= if c.accusative { 8 } else { 4 },
        Noun => s += 1,
        Verb if own_prep => s -= 8,
        _ => {}
    }
    // فيما يعد: a shortened verb stands behind لم, إن and ما لم only.
    if verb && c.tense == Tense::Short && prev.is_none_or(|p| p.nominal() && p.definite) {
        s -= 30;
    }
    if verb
        && c.tense == Tense::Short
        && !prev.is_some_and(|p| p.pos == If || p.pos == Clause && p.en == "unless" || p.pos == Neg && p.ar == "لم")
    {
        s -= 25;
    }
    // مديري 28 جامعة: many
    if c.dual && c.pos != Verb && next.is_some_and(|l| l.iter().any(|n| n.pos == Number && n.en != "two")) {
        s -= 12;
    }
    // خمسة معتقلين: five, and not two
    if c.dual && c.pos != Verb && !c.and && prev.is_some_and(|p| p.pos == Number && p.en != "two") {
        s -= 40;
    }
    // مندوبين is many, not two; بيانا is one with an ending.
    if c.dual && c.pos != Verb {
        let construct = next.is_some_and(|l| l.iter().any(Node::ungoverned));
        s -= if c.human && (construct || !c.ar.ends_with('ا')) {
            5
        } else if c.ar.ends_with(['ا', 'ي']) && !construct && c.pron.is_none() {
            14
        } else {
            0
        };
    }
    // أهم دور, آخر شبر: an elative before its noun.
    if c.lemma.is_some_and(|l| l.is('e'))
        && c.pos == Adjective
        && !c.definite
        && next.is_some_and(|l| l.iter().any(Node::ungoverned))
    {
        s += 25;
    }
    // لجنة تشكل لهذا الغرض: a verb about the noun before it.
    if verb
        && !c.and
        && !own_prep
        && matches!(c.tense, Tense::Imperfect)
        && prev.is_some_and(|p| {
            (p.nominal() || p.pos == Adjective && c.person == Person::She)
                && !p.definite
                && !p.bare
                && p.pron.is_none()
                && (c.person == Person::She) == (p.feminine || p.plural && !p.human)
        })
        && next.is_some_and(|l| {
            l.iter().any(|n| {
                n.pos == Prep || n.prep.is_some() || n.pron.is_some() || n.nominal() && prev.is_some_and(|p| p.pos == Adjective)
            })
        })
    {
        s += 10;
    }
    let nominal_behind = nominal_behind_bare(next);
    // A dual keeps no ن before its second noun.
    if c.dual && c.pos == Noun && c.ar.ends_with('ن') && nominal_behind && !c.definite {
        s -= 10;
    }
    // The verb follows the gender of a subject directly behind it.
    if verb
        && let Some(n) =
            next.and_then(|l| l.first()).filter(|n| n.nominal() && n.definite && !n.bare && n.prep.is_none() && !n.and)
    {
        let feminine = n.feminine || (n.plural && !n.human);
        let man = c.person == Person::She && !feminine && !n.plural;
        s -= if man && (n.dual || start && c.tense == Tense::Imperfect && before.is_empty() && matches!(n.pos, Noun | Title)) {
            14
        } else if man || c.person == Person::He && feminine {
            5
        } else {
            0
        };
    }
    // وتولى نائب المبعوث إدارة الجلسات: a man with an office is no woman
    if verb
        && c.person == Person::She
        && next.and_then(|l| l.first()).is_some_and(|n| {
            n.ungoverned() && n.human && !n.definite && !n.bare && !n.feminine && !n.plural && (n.pos == Title || n.pos == Noun)
        })
        && behind.get(1).is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
    {
        s -= 8;
    }
    if c.and && nominal && !own_prep && prev.is_some_and(|p| p.nominal() && !p.definite && p.pron.is_none()) && nominal_behind {
        s += 8;
    }
    if matches!(c.pos, Adjective | Active | Passive) && !c.mention {
        // سوقا شعبيا: a feminine that nothing shows takes either.
        let shown = |p: &Node| c.feminine || p.ar.ends_with(['ه', 'ة']) || p.ar.ends_with("ات");
        let other = prev
            .is_some_and(|p| p.nominal() && !p.plural && !p.dual && !p.bare && p.feminine != c.feminine && shown(p) && !c.plural);
        // ناقش المجتمعون الآلية: what ends in ون has adjectives that do
        let people = prev.is_some_and(|p| p.plural && p.human && p.definite && p.ar.ends_with(['ن']) && p.pron.is_none());
        s -= if other || people && c.definite && !c.plural && !c.dual { 12 } else { 0 };
    }
    // لمطالبه: its demands, nothing that is demanded
    if c.pos == Active && c.pron.is_some() {
        s -= 20;
    } else if c.pos == Passive && c.pron.is_some() {
        s -= 8;
    }
    if c.pos == Active && c.accusative && prev.is_some_and(|p| matches!(p.pos, Mark('،' | ','))) {
        s += 16;
    }
    // الجيش تقدم: a common noun shows its gender, a party may be either.
    let shown = |p: &Node| !p.agent || p.pos == Noun && !p.bare && !p.plural && !p.dual;
    if verb && prev.is_some_and(|p| (p.definite || p.pron.is_some()) && (p.nominal() || p.pos == Adjective) && shown(p)) && !c.and
    {
        let feminine = prev.is_some_and(|p| p.feminine || p.plural);
        s -= if (c.person == Person::She) != feminine && matches!(c.person, Person::She | Person::He) { 14 } else { 0 };
    }
    if verb && c.person == Person::Both && !prev.is_some_and(|p| p.dual || p.pos == Neg) {
        s -= 10;
    }
    if verb && matches!(c.person, Person::I) {
        s -= if quoting(before) { 16 } else { 60 };
    }
    // نحو الحل is towards it.
    if c.pos == Quant
        && matches!(c.en.as_str(), "about" | "nearly" | "around" | "approximately")
        // نحو عام, نحو نصف الأعضاء
        && !next.is_some_and(|l| l.iter().any(|n| matches!(n.pos, Number | Quant) || n.time_unit() && !n.definite || n.en == "half"))
    {
        s -= 60;
    }
    // متهما الجيش بخرق الهدنة: goes on speaking.
    if c.pos == Active && c.accusative && next.is_some_and(|l| l.iter().any(|n| n.definite || n.bare || n.pos == That)) {
        s += 16;
    }
    // ورفضها للأجندات
    if c.pos == Masdar && c.pron.is_some() && c.and && next.is_some_and(|l| l.iter().any(|n| n.prep.is_some() || n.pos == Prep)) {
        s += 14;
    }
    // نصيب: a share; nobody says "we" outside quotation marks.
    if verb
        && c.person == Person::We
        && !(quoting(before) || before.iter().any(|n| n.en == "we"))
        && !prev.is_some_and(|p| p.pos == That)
    {
        s -= 30;
    }
    // غير أن وفد الحكومة لم يصل: no verb in the past stands behind أن.
    if verb
        && c.tense == Tense::Perfect
        && !c.and
        && prev.is_some_and(|p| {
            p.pos == Clause
                && p.pron.is_none()
                && crate::english::check::denials(&c.en) == 0
                && ["أن", "ان", "لأن", "لان"].iter().any(|w| p.ar.ends_with(w))
        })
    {
        s -= 30;
    }
    // كان مقررا أن: it was scheduled
    if c.pos == Active && c.accusative && prev.is_some_and(|p| p.pos == Verb && crate::english::verb::is_verb(p, "كان")) {
        s -= 40;
    }
    // ارتضى بـ, قبل بـ: the verb that takes the preposition behind.
    let takes = |n: &Node| {
        c.lemma.is_some_and(|l| n.prep.is_some_and(|p| l.prep(p).is_some()) || n.pos == Prep && l.prep(&n.ar).is_some())
    };
    if verb && c.lemma.is_some_and(|l| l.guards().is_none()) && behind.iter().take(2).flatten().any(takes) {
        s += 4;
    }
    if start {
        s += if verb { 12 } else { 0 };
        s += if matches!(c.pos, Adjective | Passive) && !c.definite { -3 } else { 0 };
    }
    if let Some(n) = next.and_then(|l| l.first()) {
        let opens = n.pos == That || n.pos == Mark(':');
        if verb && (opens || n.definite && n.prep.is_none() && !n.and || n.pos == Name) {
            s += 6;
        }
        if c.pos == Adjective && n.definite && n.prep.is_none() && !n.and && !c.definite {
            s -= 6;
        }
    }
    // من المقرر عقد جولة
    let of = before.iter().rev().skip(1).find(|b| b.pos != Pos::Non);
    if nominal
        && of.is_some_and(|b| b.pos == Prep && b.ar == "من")
        && prev.is_some_and(|p| p.definite && matches!(p.pos, Passive | Adjective))
    {
        s += 15;
    }
    // Of two readings the one that denies is the safe one.
    if crate::english::check::denials(&c.en) > 0 {
        s += 20;
    }
    // الزيارات المتبادلة: mutual, where an adjective is written like the participle.
    if c.mention && !(c.pos == Active && c.definite && !next.is_some_and(|l| l.iter().any(|n| n.pos == Prep || n.prep.is_some())))
    {
        s += 5;
    }
    s
}

/// True for a term of two words that agree in their article: a noun and its adjective.
fn described(ar: &str) -> bool {
    ar.split_once(' ').is_some_and(|(noun, rest)| !rest.contains(' ') && noun.starts_with("ال") == rest.starts_with("ال"))
}
