//! A deed or a verb: what a word that may be a verbal noun is, told by the clause it stands in.

use super::at::{At, nominal_behind_bare};
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};

/// Deeds with a deed of their own behind who does them.
const TELLS: &[&str] = &["أعلن", "قرر", "طلب", "رفض", "اقترح", "أكد", "أيد", "نوى", "اعتزم"];

/// How far before a word the list may begin that it goes on with.
const LIST: usize = 40;

pub(super) fn points(at: &At) -> i32 {
    let At { c, before, prev, next, start, .. } = *at;
    let (verb, deed) = (c.pos == Pos::Verb, c.pos == Pos::Masdar);
    let did = verb && c.tense == Tense::Perfect && c.person == Person::He;
    let mut s = 0;
    // ملفات هي الدستور والانتخابات ورفع العقوبات: one more of what is listed
    if c.and && (did || deed) && nominal_behind_bare(next) && listed(before) {
        s += if deed { 22 } else { -22 };
    }
    // إعلان المبعوث الأممي رفع المشاورات: what he announced
    if !c.and && (did || deed) && !c.definite && c.pron.is_none() && nominal_behind_bare(next) && told(before) {
        s += if deed { 22 } else { -22 };
    }
    // بل رفع لجلساتها: an adjournment of them; who lifts something has an object
    if (did || deed)
        && c.lemma.is_some_and(|l| l.is('t') || l.ar == "رفع")
        && prev.is_some_and(|p| p.pos == Pos::Conj && p.ar == "بل" || p.en == "but rather")
        && next.is_some_and(|l| l.iter().any(|n| n.prep == Some("ل") && n.nominal() && n.pron.is_some()))
    {
        s += if deed { 20 } else { -20 };
    }
    // كما عقد وفد الحكومة لقاء: a clause of its own
    if (did || deed || c.pos == Pos::Noun)
        && !c.and
        && !c.definite
        && c.lemma.is_some_and(|l| l.ar == "عقد")
        && prev.is_some_and(|p| p.ar == "كما" && matches!(p.pos, Pos::Adverb | Pos::Clause))
        && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && (n.agent || n.human)))
    {
        s += if did { 25 } else { -25 };
    }
    // حال عارض صحي دون مشاركته: prevented it, no condition
    let stops = at.behind.iter().take(7).take_while(|l| !l.iter().all(|n| matches!(n.pos, Pos::Mark(_) | Pos::Verb)));
    if matches!(c.ar.as_str(), "حال" | "حالت")
        && !c.definite
        && c.pron.is_none()
        && c.prep.is_none()
        && (start || prev.is_some_and(|p| matches!(p.pos, Pos::That | Pos::Rel)))
        && stops.flatten().any(|n| n.pos == Pos::Without)
    {
        s += if did || verb && c.person == Person::She { 60 } else { -60 };
    }
    // وتلقينا وعودا: we received them
    let ours = c.pron == Some(crate::arabic::clitics::Pronoun::Our);
    let opens = start || prev.is_none_or(|p| p.quote() || matches!(p.pos, Pos::Mark(':')));
    let what = next.is_some_and(|l| {
        l.iter().any(|n| {
            n.ungoverned() && !n.definite && n.pron.is_none() || n.pos == Pos::Prep && n.ar == "من" || n.pos == Pos::That
        })
    });
    if opens && what {
        let we = verb && c.tense == Tense::Perfect && c.person == Person::We && c.pron.is_none();
        s += match c.pos {
            _ if we => 20,
            Pos::Masdar if ours && c.ar.starts_with('ت') => -30,
            Pos::Verb if ours && c.tense != Tense::Perfect && c.person == Person::She => -30,
            _ => 0,
        };
    }
    s
}

/// True behind هي and at least one noun, where no verb has come since.
fn listed(before: &[Node]) -> bool {
    let ends = |n: &Node| matches!(n.pos, Pos::Verb | Pos::That | Pos::Rel | Pos::Clause | Pos::Neg) || n.ends_clause();
    let from = before.len().saturating_sub(LIST);
    let open = before[from..].iter().rposition(|n| ends(n) || n.pos == Pos::Pron).map(|k| from + k);
    open.is_some_and(|o| {
        let is = before[o].pos == Pos::Pron && !before[o].and && matches!(before[o].ar.as_str(), "هي" | "هو" | "هما");
        let many = o > 0 && (before[o - 1].nominal() || before[o - 1].pos == Pos::Adjective) && !before[o - 1].definite;
        is && many && before.get(o + 1).is_some_and(Node::nominal)
    })
}

/// True right behind somebody whose announcement, decision or request stands before them.
fn told(before: &[Node]) -> bool {
    let who =
        |n: &&Node| (n.nominal() || n.pos == Pos::Adjective) && !n.and && n.prep.is_none() && (n.definite || n.bare || n.agent);
    let count = before.iter().rev().take(6).take_while(who).count();
    let deed = count > 0 && count < 5;
    let first = before.len().checked_sub(count + 1).filter(|_| deed).map(|i| (&before[i], &before[i + 1]));
    first.is_some_and(|(d, who)| {
        let tells = d.pos == Pos::Masdar && d.lemma.is_some_and(|l| TELLS.contains(&l.ar))
            || matches!(d.en.as_str(), "announcement" | "decision" | "request" | "proposal" | "refusal");
        tells && !d.definite && d.pron.is_none() && (who.agent || who.human || who.pos == Pos::Title)
    })
}
