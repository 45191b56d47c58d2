//! What the node before a word wants behind it.

use super::at::At;
use crate::arabic::fold::same;
use crate::arabic::inflect::Tense;
use crate::english::node::Pos;

pub(super) fn points(at: &At) -> i32 {
    use Pos::{
        Active, Adjective, Dem, Masdar, Modal, Name, Neg, Non, NonMasdar, Noun, Number, Passive, Prep, Pron, Qad, Quant, Rel,
        That, Title, Verb, Will, Without,
    };
    let At { c, before, prev, next, .. } = *at;
    let (verb, nominal, own_prep) = (c.pos == Verb, c.nominal(), c.prep.is_some());
    let behind_idafa = next.is_some_and(|l| l.iter().any(|n| (n.nominal() || n.pos == Number) && n.prep.is_none() && !n.and));
    let mut s = 0;
    // إجراء مؤقتا: a measure; what is held or conducted stands behind it
    if matches!(c.ar.as_str(), "إجراء" | "اجراء" | "أجرى")
        && c.en != "measure"
        && (c.pos != Verb && next.is_some_and(|l| l.iter().all(|n| n.pos == Adjective && !n.definite && !n.and && !c.definite))
            || next
                .is_some_and(|l| l.iter().any(|n| n.accusative && matches!(n.pos, Pos::Adjective | Pos::Passive | Pos::Active))))
    {
        s -= 60;
    }
    // مع من حمل السلاح: two prepositions before a verb; the second is "who"
    if c.pos == Pos::Verb
        && !c.and
        && let [.., first, whom] = before
        && [first, whom].iter().all(|p| p.pos == Pos::Prep && p.pron.is_none())
        && whom.ar == "من"
        && matches!(first.ar.as_str(), "مع" | "إلى" | "على" | "ضد" | "لدى" | "بين" | "في")
    {
        s += 80;
    }
    // الوفد هو من رفض العرض, ومن خرقها هو الجيش: who did it
    let (he, it_is) = match before {
        [.., he, of] if of.pos == Prep && of.ar == "من" && of.pron.is_none() => (
            he.pos == Pron && !of.and,
            matches!(he.pos, Pos::Mark(_))
                && c.pron.is_some()
                && next.is_some_and(|l| l.iter().all(|n| n.pos == Pron && matches!(n.ar.as_str(), "هو" | "هي" | "هم"))),
        ),
        _ => (false, false),
    };
    // كل ما من شأنه خفض العنف: that would reduce it
    if prev.is_some_and(|p| matches!(p.ar.as_str(), "شأن" | "شان") && p.pron.is_some()) {
        s += match c.pos {
            Masdar if !c.definite && c.pron.is_none() => 40,
            Verb => -40,
            _ => 0,
        };
    }
    if he || it_is {
        s += if verb && !c.and { 60 } else { 0 };
    }
    if let Some(p) = prev {
        // حياته أو وفاته: nothing is joined twice
        if p.pos == Pos::Conj && p.en == "or" && c.and {
            s -= 60;
        }
        // انتقد الوزير مطالبة المعارضة: the demand, no woman of whom it is demanded
        let describes = c.pos == Passive || c.pos == Active && p.human && !p.plural;
        if describes
            && c.feminine
            && !c.definite
            && !c.and
            && p.definite
            && (p.human || p.agent)
            && !p.feminine
            && next.is_some_and(|l| l.iter().any(|n| n.ungoverned() && n.definite))
        {
            s -= 12;
        }
        // وصفه بأنه تطور مرحب به: a development, where an adjective agrees with it
        if p.pos == That
            && p.pron == Some(crate::arabic::clitics::Pronoun::His)
            && verb
            && c.pron.is_none()
            && next.is_some_and(|l| {
                l.iter().all(|n| matches!(n.pos, Adjective | Active | Passive) && !n.definite && !n.and && n.prep.is_none())
            })
        {
            s -= 30;
        }
        // إعداد ردها: what is prepared
        if p.pos == Masdar
            && !p.definite
            && p.pron.is_none()
            && p.lemma.is_some_and(|l| l.is('t'))
            && verb
            && c.pron.is_some()
            && !c.and
            && c.tense == Tense::Perfect
        {
            s -= 14;
        }
        match p.pos {
            Prep if p.pron.is_none() && matches!(c.pos, Active | Passive) && !c.definite => s -= 8,
            Prep if p.pron.is_none() => {
                s += if verb {
                    -40
                } else if nominal {
                    6
                } else {
                    0
                }
            }
            Non if matches!(c.pos, Adjective | Active | Passive) => s += 25,
            // بعدم مهاجمة المدينة: what is not done, and nobody who does it
            NonMasdar if c.pos == Masdar => s += 20,
            Dem | Quant | Number | NonMasdar | Without | Non => s += if verb { -25 } else { 6 },
            Neg if matches!(p.ar.as_str(), "لا" | "لم" | "لن") && verb && c.tense == Tense::Perfect => s -= 30,
            Neg if p.ar == "لا" => s += if verb { 25 } else { 8 },
            Neg | Qad | Will | Modal => s += if verb { 45 } else { 0 },
            // سبق للوفد أن رفض: had rejected
            That if verb
                && c.tense == Tense::Perfect
                && at.before.iter().rev().take(8).any(|n| crate::english::verb::is_verb(n, "سبق") && n.pron.is_none()) =>
            {
                s += 40;
            }
            That if p.pron.is_none() => {
                // إن نصف السكان: half of them; no verb stands behind إن.
                if verb && p.below && c.tense != Tense::Perfect && c.person == crate::arabic::inflect::Person::We {
                    s -= 40;
                }
                let known = c.definite || c.bare || c.pron.is_some() || c.plural || c.pos == Title;
                s += if verb && (same(&p.ar, "أن") || same(&p.ar, "بأن")) && c.tense != Tense::Perfect {
                    if p.below { 10 } else { 24 }
                } else if nominal {
                    if known || behind_idafa { 12 } else { 4 }
                } else {
                    -4
                }
            }
            // أنه توصل
            That if verb => s += 14,
            Rel => s += if verb { 25 } else { 0 },
            // هناك خطط: plans, not "planned"
            Pos::There => s += if verb { -25 } else { 10 },
            Pron => s += if matches!(c.pos, Adjective | Active | Passive | Noun) { 6 } else { 0 },
            Verb if crate::english::verb::is_verb(p, "كان") && c.en == "scheduled" => s += 16,
            Verb if verb
                && c.tense != Tense::Perfect
                && ["زال", "أزال", "برح", "كاد"].iter().any(|v| crate::english::verb::is_verb(p, v)) =>
            {
                s += 14;
            }
            Verb if ["زال", "أزال", "برح"].iter().any(|v| crate::english::verb::is_verb(p, v))
                && c.pos == Adjective
                && !c.definite =>
            {
                s += 20
            }
            Verb if crate::english::verb::is_verb(p, "كان") && matches!(c.pos, Adjective | Active | Passive) && !c.definite => {
                s += 8
            }
            Verb => s += if verb { if p.lemma.is_some_and(|l| l.is('a')) { 8 } else { -16 } } else { 4 },
            Name => s += if verb { 8 } else { 0 },
            Noun | Masdar | Title | Active | Passive | Adjective => {
                // مستشارها السياسي
                let same = (p.definite || p.pron.is_some()) == c.definite && !c.and && !own_prep;
                if c.pos == Adjective || (matches!(c.pos, Active | Passive) && c.definite) {
                    s += if same { 12 } else { -2 };
                }
                if !p.definite && p.pron.is_none() && nominal && !c.and && !own_prep {
                    s += 6;
                }
                if p.definite && verb && !c.and {
                    s += 8;
                }
                // أن فريقه عرض خمسة جداول: what is told of the team is a verb.
                let told =
                    at.before.len() > 1 && at.before[at.before.len() - 2].pos == That && p.pron.is_some() && p.prep.is_none();
                if told && verb && !c.and && c.tense == Tense::Perfect && !p.feminine && !p.plural {
                    s += 16;
                }
                if p.definite && nominal && !c.definite && !c.and && !own_prep && !c.accusative {
                    s -= 6;
                }
            }
            _ => {}
        }
    }
    s
}
