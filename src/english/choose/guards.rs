//! Senses that need a neighbour (`when` in the lexicon).

use super::at::At;
use crate::arabic::fold::same;
use crate::arabic::inflect::{Person, Tense};
use crate::english::lexicon::Lemma;
use crate::english::memory::Readings;
use crate::english::node::{Node, Pos};

pub(super) fn points(at: &At) -> i32 {
    let At { c, before, behind, prev, next, .. } = *at;
    let mut s = 0;
    if let Some((words, wanted, preps)) = c.lemma.and_then(|l| l.guards()) {
        let is = |list: &str, n: &Node| {
            // تقدم ملموس: a term begins with the word.
            let ar = n.ar.split(' ').next().unwrap_or_default();
            !list.is_empty()
                && list.split(' ').any(|w| same(w, ar) || same(w.trim_start_matches("ال"), ar.trim_start_matches("ال")))
        };
        // زيارة قام بها الوزير: the pronoun is what the clause is about.
        let whose_clause = c.pos == Pos::Verb
            && prev.is_some_and(|p| p.pos == Pos::Rel || !p.definite && p.nominal() || p.pos == Pos::Adjective);
        let prep = |n: &Node| {
            !preps.is_empty()
                && (n.pron.is_none() || whose_clause)
                && preps.split(' ').any(|p| n.prep == Some(p) || (n.pos == Pos::Prep && same(&n.ar, p)))
        };
        // دفع المدنيون الثمن: the object may stand behind the subject.
        let far = c.pos == Pos::Verb && behind.iter().take(7).skip(1).flatten().any(|n| n.ungoverned() && is(words, n));
        // رفعا كاملا للحصار: so may what is done to something, with ل
        let done_to = c.pos == Pos::Masdar
            && behind.iter().take(3).flatten().any(|n| n.prep == Some("ل") && n.nominal() && !n.and && is(words, n));
        let far = far || done_to;
        // الخاصة بالسيادة: an adjective has its preposition directly behind it.
        // قام وفد من المسؤولين بزيارة, أدى اشتباك إلى: the preposition stands behind whoever does it.
        // ألا تقل حصة الشباب عن الثلث: nor is it say, which has lost its letter behind لم only
        let less = prev.is_some_and(|p| p.ar != "لم") && c.lemma.is_some_and(|l| l.ar == "قل");
        let reaching = |l: Lemma| matches!(l.ar, "قام" | "أدى" | "علق" | "توافق" | "اعتمد" | "حسب");
        let far_off = c.pos == Pos::Verb && (less || c.lemma.is_some_and(reaching));
        // تراجعوا، بحسب مصدر، عن الاتفاق: those who back down are people
        let far_off = far_off || c.pos == Pos::Verb && c.person == Person::They && c.lemma.is_some_and(|l| l.ar == "تراجع");
        // تقضي الورقة، التي وزعت أمس، بالانسحاب: what a paper provides for; who spends time is told of in the past
        let far_off = far_off || preps == "ب" && c.tense == Tense::Imperfect && c.lemma.is_some_and(|l| l.ar == "قضى");
        let clause = |l: &&Readings| !l.iter().all(|n| matches!(n.pos, Pos::Mark('.' | '؛' | ':') | Pos::That));
        // تراجع الوفد، بحسب مصدر، عن اتفاق: behind what commas hold
        let aside = c.lemma.is_some_and(|l| l.ar == "تراجع")
            && behind
                .iter()
                .take(16)
                .zip(behind.iter().skip(1))
                .any(|(a, b)| a.iter().any(|n| matches!(n.pos, Pos::Mark('،' | ','))) && b.iter().any(prep));
        let reach = match c.pos {
            Pos::Adjective => 1,
            // تراجع الوفد في الجلسة عن تعهده
            _ if c.lemma.is_some_and(|l| l.ar == "تراجع") => 5,
            _ if far_off => behind.iter().take_while(clause).count(),
            _ => 3,
        };
        // نشر 40 مراقبا: what is counted
        // تحقيق "أي تقدم": nor is a mark or a word of quantity what is achieved
        let counts = |n: &Node| n.pos == Pos::Number || n.quote() || n.pos == Pos::Quant && n.pron.is_none();
        let next = behind.iter().find(|l| !l.iter().all(counts)).map(|l| &**l).or(next);
        let found = aside
            || far
            || next.is_some_and(|list| list.iter().any(|n| is(words, n)))
            || behind.iter().take(reach).flatten().any(prep);
        let noun = before.iter().rev().take(4).find(|n| n.nominal());
        let whose = prev.is_some_and(|p| matches!(p.pos, Pos::Rel | Pos::Adjective)) && noun.is_some_and(|n| is(wanted, n));
        if found || whose || prev.is_some_and(|p| is(wanted, p)) {
            s += 25;
        } else {
            s -= 60;
        }
    }
    s
}
