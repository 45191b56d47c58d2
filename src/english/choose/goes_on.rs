//! What و goes on with, where a verb is written like its deed (ورفض, وفتح, ووضع): one more of what is listed, or one more thing that somebody did.

use super::at::{At, nominal_behind_bare};
use crate::arabic::fold::same;
use crate::arabic::inflect::{Person, Tense};
use crate::english::lexicon::Lemma;
use crate::english::memory::Readings;
use crate::english::names::saying;
use crate::english::node::{Node, Pos};

/// Verbs behind which deeds are listed: what is stressed, demanded, agreed.
const LISTS: &[&str] = &[
    "شدد",
    "أكد",
    "طالب",
    "تعهد",
    "وعد",
    "حث",
    "أوصى",
    "نص",
    "قضى",
    "اتفق",
    "أعلن",
    "اقترح",
    "سمح",
    "تمثل",
    "تركز",
    "هدف",
    "دعا",
    "التزم",
    "رحب",
    "سعى",
    "تعلق",
    "اتصل",
    "اقتصر",
    "طلب",
    "شرط",
    "اشترط",
];
/// Verbs whose objects are what is talked about.
const TOPICS: &[&str] = &["بحث", "ناقش", "تناول", "تضمن", "شمل", "تطرق", "استعرض"];
/// What speakers do: one may follow whatever they said before.
const TELLS: &[&str] = &["رفض", "طلب", "عرض", "ذكر", "نقل", "شكر", "حض", "حث", "نفي", "لوم", "ربط", "وصف", "شرح", "كشف"];
/// Words in which one more deed is looked for.
const NEAR: usize = 12;

pub(super) fn points(at: &At) -> i32 {
    let At { c, before, prev, next, .. } = *at;
    let did = c.pos == Pos::Verb && c.tense == Tense::Perfect && c.person == Person::He && !c.passive && c.pron.is_none();
    let Some(lemma) = c.lemma.filter(|l| did && (l.ar == "وضع" || l.masdars().split(' ').any(|m| same(m, l.ar)))) else {
        return 0;
    };
    // المبعوث نفسه سحب المقترح: he did
    if !c.and && prev.is_some_and(|p| matches!(p.ar.as_str(), "نفس" | "ذات") && p.pron.is_some()) && topic(before) {
        return 60;
    }
    // سيمضي قدما إن رفض الطرفان النص: if they reject it, where nobody says that
    let unsaid = |p: &Node| {
        let clause =
            before.iter().rev().skip(1).take_while(|n| !matches!(n.pos, Pos::Mark(_) | Pos::That | Pos::Clause | Pos::What));
        let mut verbs = clause.filter(|n| n.pos == Pos::Verb);
        p.pos == Pos::That && p.below && p.pron.is_none() && !p.and && verbs.next().is_some_and(|v| !saying(&v.en))
    };
    if !c.and && nominal_behind_bare(next) && prev.is_some_and(unsaid) {
        return 60;
    }
    if !c.and || c.so || !nominal_behind_bare(next) {
        return 0;
    }
    // سحب القوات: what is withdrawn, for they would have a feminine verb
    let him = |n: &Node| !n.feminine && (n.human || !n.plural) || n.bare;
    let by_whom = next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && (n.agent || n.human) && him(n)));
    if by_whom {
        return 0;
    }
    let from = before.iter().rposition(Node::ends_clause).map_or(0, |i| i + 1);
    let sentence = &before[from..];
    let deed = |n: &Node| n.pos == Pos::Masdar && n.pron.is_none();
    let main = sentence.iter().enumerate().rposition(|(i, n)| {
        n.pos == Pos::Verb && !(i > 0 && matches!(sentence[i - 1].pos, Pos::Rel | Pos::What) || n.pron.is_some())
    });
    let between = main.map_or(sentence, |v| &sentence[v + 1..]);
    let deeds = between.iter().any(deed);
    let governed = |l: Lemma, n: &Node| {
        n.prep.is_some_and(|p| l.prep(p).is_some())
            || n.pos == Pos::Prep && n.ar.split(' ').next().is_some_and(|ar| l.prep(ar).is_some())
    };
    let is = |list: &[&str], v: &Node| v.lemma.is_some_and(|l| list.contains(&l.ar));
    let verb = main.map(|v| &sentence[v]);
    let listed = match verb {
        // أن احتلال البلاد ودعم الجماعات: what is spoken of has no verb yet
        None => deeds,
        Some(v) => {
            let begun = deeds || v.lemma.is_some_and(|l| between.iter().any(|n| governed(l, n)));
            let list = is(LISTS, v) && begun || is(TOPICS, v);
            // شدد على الالتزام، ورفض المخططات، وإدانة الهجمات: one more deed stands behind it
            let more = (begun || list) && another(at.behind);
            // أنقرة لم تلتزم فصل المسلحين وفتح الطريق: whoever did not is no man
            let other = deeds && !matches!(v.person, Person::He);
            more || !TELLS.contains(&lemma.ar) && (list || other)
        }
    };
    if listed {
        return -50;
    }
    // رفض الوفد المقترح ودعم المبادرة: what was done to a thing is no pair of it
    let thing = between.iter().rev().find(|n| !matches!(n.pos, Pos::Adjective | Pos::Dem));
    let whole = thing.is_some_and(|n| n.ungoverned() && n.definite && !deed(n) && !n.human);
    let alone =
        !deeds && !between.iter().any(|n| n.pos == Pos::Prep || n.prep.is_some() || matches!(n.pos, Pos::That | Pos::Mark(_)));
    let object = between.iter().filter(|n| n.ungoverned()).count() > 1 || prev.is_some_and(|p| p.pos == Pos::Dem);
    if verb.is_some_and(|v| !is(LISTS, v) && !is(TOPICS, v) && v.tense == Tense::Perfect && v.lemma.is_some_and(|l| l.is('t')))
        && alone
        && object
        && (whole || prev.is_some_and(|p| p.pos == Pos::Dem))
    {
        return 40;
    }
    0
}

/// True where the clause that أن or a comma opened has a noun, and no verb yet.
fn topic(before: &[Node]) -> bool {
    let clause = before.iter().rev().take_while(|n| n.pos != Pos::That && !n.ends_clause());
    let mut nouns = clause.clone().filter(|n| n.nominal() && n.definite);
    nouns.next().is_some() && clause.clone().all(|n| !matches!(n.pos, Pos::Verb | Pos::Rel))
}

/// True where و joins one more word close behind that is a deed and nothing else.
fn another(behind: &[Readings]) -> bool {
    let clause = behind
        .iter()
        .skip(1)
        .take(NEAR)
        .take_while(|l| !l.iter().all(|n| n.pos == Pos::Verb || n.ends_clause() || n.pos == Pos::That));
    clause.into_iter().any(|l| {
        let joined = |n: &Node| n.and && !n.so && n.pron.is_none() && !n.definite && matches!(n.pos, Pos::Masdar | Pos::Noun);
        l.iter().any(|n| n.pos == Pos::Masdar) && l.iter().all(joined)
    })
}
