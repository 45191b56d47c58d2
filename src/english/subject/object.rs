//! The noun phrase behind a verb that is its object: who does it stands behind that, or is left out.

use super::behind_pp;
use super::candidate::Candidate;
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::Person;
use crate::english::node::{Node, Pos, written};
use crate::english::np::{self, Np};
use crate::english::verb::{is_any, is_verb};

/// Verbs of those who think and speak: what they take a stand on is no subject.
const ATTITUDES: &[&str] = &[
    "أدان",
    "دان",
    "استنكر",
    "شجب",
    "انتقد",
    "رفض",
    "أيد",
    "عارض",
    "بارك",
    "استغرب",
    "ثمن",
    "أبدى",
    "استبعد",
    "تجاهل",
    "اشترط",
    "التقى",
    "هاجم",
    "اقترح",
    "تعهد",
    "كرر",
    "أعرب",
    "رحب",
    "زار",
    "وصف",
];

/// True where no second noun phrase stands behind the first in its clause: who does it is not named.
pub(super) fn alone(nodes: &[Node], p: &Np) -> bool {
    let mut at = p.next;
    while let Some(n) = nodes.get(at) {
        if matches!(n.pos, Pos::Mark(_) | Pos::That | Pos::Verb | Pos::Rel | Pos::Clause | Pos::What) || n.and {
            return true;
        }
        if n.pos == Pos::Prep || n.prep.is_some() {
            match behind_pp(nodes, at) {
                Some(next) => at = next.max(at + 1),
                None => return true,
            }
        } else if n.nominal() && !n.weekday {
            return false;
        } else {
            at += 1;
        }
    }
    true
}

/// Index behind the phrases from `at` on whose prepositions are words of their own: ل and ب may lead to whom it is done.
fn behind_own(nodes: &[Node], at: usize) -> usize {
    let mut end = at;
    while let Some(next) = nodes.get(end).filter(|x| x.pos == Pos::Prep && !x.and).and_then(|_| behind_pp(nodes, end)) {
        end = next;
    }
    end
}

impl Candidate<'_> {
    /// Where the subject is to be looked for if this is the object, and stands before it.
    pub(super) fn before_subject(&self) -> Option<usize> {
        let Candidate { nodes, verb, g, p, at, from } = *self;
        let head = &nodes[p.at];
        // غادر المقاتلون البلاد: ون ends who does it
        if (head.plural || crate::english::skeleton::many(&head.en))
            && head.ar.split(' ').next().is_some_and(|w| w.ends_with("ون"))
        {
            return None;
        }
        // حضر جانبا منها خبراء: what they attended stands first.
        if at == from && p.accusative && !p.definite && !p.human && !p.agent && g.person == Person::He {
            let j = behind_own(nodes, p.next);
            if j > p.next && nodes.get(j).is_some_and(|x| x.ungoverned() && x.human && !x.accusative) {
                return Some(j);
            }
        }
        // حضر مراسم التوقيع وزير الخارجية: what he attended comes first.
        if !p.agent
            && !p.human
            && g.person == Person::He
            && nodes.get(p.next).is_some_and(|x| {
                !x.and
                    && x.prep.is_none()
                    && (x.pos == Pos::Title || x.pos == Pos::Name && x.person_name || x.human && x.definite)
            })
            && !self.fits()
        {
            return Some(p.next);
        }
        // حضر الاجتماع وفد الحكومة: a meeting attends nothing.
        let body = |x: &Node| {
            !x.and
                && x.prep.is_none()
                && (x.nominal() && (x.agent || x.human) || x.pos == Pos::Quant && matches!(x.en.as_str(), "each of" | "any"))
        };
        let attends = is_any(verb, &["حضر", "قاطع", "غادر"]) && !g.passive;
        // حضر الجولة بصفة مراقب المبعوث الأممي
        let aside = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Adverb && !x.and && x.prep.is_none());
        let who = p.next + usize::from(aside);
        if attends && at == from && !p.agent && !p.human && !p.name && nodes.get(who).is_some_and(body) {
            return Some(who);
        }
        // ترأس وفد الحكومة المندوب الدائم: a man heads a delegation, whatever comes first.
        const HEADS: &[&str] = &["ترأس", "رأس", "قاد", "تزعم", "مثل", "تقدم"];
        let man = |x: &Node| {
            !x.and
                && x.prep.is_none()
                && (x.pos == Pos::Title || x.pos == Pos::Name && x.person_name || x.nominal() && x.human && x.definite)
        };
        // يمثل الكويت وفد من الوزارة
        let sent = |x: &Node| is_verb(verb, "مثل") && x.ungoverned() && x.agent && !x.definite && x.pos == Pos::Noun;
        if !p.human && !p.title && p.definite && nodes.get(p.next).is_some_and(sent) {
            return Some(p.next);
        }
        if !p.human && !p.title && is_any(verb, HEADS) {
            // يمثل المعارضة في المحادثات محمد علوش
            let j = behind_own(nodes, p.next);
            if nodes.get(j).is_some_and(man) {
                return Some(j);
            }
        }
        // وقع الاتفاق عن الجانب الحكومي اللواء أحمد علي: who signs for somebody.
        if !p.human
            && !p.agent
            && is_verb(verb, "وقع")
            && verb.en == "sign"
            && nodes.get(p.next).is_some_and(|x| x.pos == Pos::Prep && x.ar == "عن")
            && let Some(end) = behind_pp(nodes, p.next).filter(|&e| nodes.get(e).is_some_and(man))
        {
            return Some(end);
        }
        // أيد القرار 14 عضوا: what they backed stands first
        const BACKED: &[&str] = &["أيد", "عارض", "رفض", "حضر", "قاطع", "وقع", "أدان", "أقر"];
        if at == from
            && !p.human
            && !p.agent
            && p.definite
            && is_any(verb, BACKED)
            && nodes.get(p.next).is_some_and(|x| x.pos == Pos::Number && !x.and && x.prep.is_none())
            && np::np(nodes, p.next).is_some_and(|who| who.human || who.agent)
        {
            return Some(p.next);
        }
        // تلا الاجتماع مؤتمر صحفي: a press conference followed the meeting.
        const FOLLOWS: &[&str] = &["تلا", "أعقب", "تبع", "سبق", "رافق"];
        let new = |x: &Node| {
            (x.nominal() || x.pos == Pos::Number || x.pos == Pos::Quant && x.en == "any")
                && !x.definite
                && !x.bare
                && !x.and
                && x.prep.is_none()
                && x.pron.is_none()
        };
        if at == from && p.definite && !p.human && is_any(verb, FOLLOWS) {
            // سبق الجولة الثلاثاء اجتماع
            let when =
                |x: &&Node| (x.weekday || x.pos == Pos::Adverb || x.en == "day" || x.ar == "يوم") && !x.and && x.prep.is_none();
            let day = nodes[p.next..].iter().take(3).take_while(when).count();
            if nodes.get(p.next + day).is_some_and(new) {
                return Some(p.next + day);
            }
            // يسبق الاقتراع، كما قالت، مسار للمصالحة: what two commas hold stands between
            let comma = |x: &Node| matches!(x.pos, Pos::Mark('،' | ','));
            if nodes.get(p.next).is_some_and(comma)
                && let Some(close) = (p.next + 2..nodes.len()).take(7).find(|&j| matches!(nodes[j].pos, Pos::Mark(_)))
                && comma(&nodes[close])
                && nodes.get(close + 1).is_some_and(new)
            {
                return Some(close + 1);
            }
        }
        None
    }

    /// لقاء لم يحدد مكانه, التي أنجزت دراستها: the verb's clause is about the noun before it.
    fn of_noun_before(&self) -> bool {
        let before = self.nodes[..self.g.verb].iter().rev().find(|b| !matches!(b.pos, Pos::Neg | Pos::Will | Pos::Qad));
        let first = !self.nodes[..=self.g.verb]
            .iter()
            .rev()
            .take_while(|b| matches!(b.pos, Pos::Verb | Pos::Neg | Pos::Will | Pos::Qad))
            .any(|b| b.and);
        let noun = |b: &Node| (b.nominal() || b.pos == Pos::Adjective) && !b.definite && !b.bare && b.pron.is_none();
        first && before.is_some_and(|b| b.pos == Pos::Rel || noun(b))
    }

    /// True if this is the object, and who does it is left out.
    pub(super) fn of_nobody(&self) -> bool {
        let Candidate { nodes, verb, g, p, at, from } = *self;
        let head = &nodes[p.at];
        // أرجع غياب البيان إلى: what is put down to something puts nothing down.
        const PUTS_DOWN: &[&str] = &["عزا", "أرجع", "نسب"];
        if !p.agent && !p.human && !p.name && is_any(verb, PUTS_DOWN) {
            return true;
        }
        // رفض تسليم المدينة, قرر تأجيل الجولة: what is rejected or decided; who does so is left out.
        const WANTS: &[&str] = &[
            "رفض",
            "قرر",
            "حاول",
            "واصل",
            "اقترح",
            "طلب",
            "تعهد",
            "التزم",
            "أجاز",
            "قاطع",
            "فضل",
            "أراد",
            "نوى",
            "اعتزم",
            "استنكر",
            "أدان",
            "ندد",
            "رحب",
            "بارك",
            "انتقد",
            "تجنب",
            "تعمد",
            "أيد",
            "عارض",
            "نفى",
            "أنكر",
        ];
        // أكد تمسكه, غادر فندقه, أكد التزام حكومته: what is the doer's own does nothing
        let own = |x: &Node| {
            matches!((x.pron, g.person), (Some(Pronoun::His), Person::He) | (Some(Pronoun::Her), Person::She)) && x.nominal()
        };
        let acts = verb.lemma.is_some_and(|l| l.is('t')) && verb.pron.is_none() && !g.passive;
        if at == from
            && acts
            && !self.of_noun_before()
            && nodes[at].pos != Pos::Quant
            && !p.agent
            && !p.human
            && !p.name
            && !written(&head.en)
            && nodes[p.at..p.next].iter().any(own)
            && !nodes.get(p.next).is_some_and(|x| x.pos == Pos::That)
            && alone(nodes, p)
        {
            return true;
        }
        let shows = is_verb(verb, "أبدى") && head.pron.is_some();
        // أبدى للوفدين تحفظه: what he showed them
        if shows && at > from && !p.agent && !p.human && !g.passive {
            return true;
        }
        // وأدانت الاعتداءات: a thing condemns nothing, but for what is written.
        let body = crate::english::reading::acts(head.en.rsplit(' ').next().unwrap_or_default());
        // ولم يستبعد اجتماعا آخر: one more meeting takes no stand
        let meets = ["meeting", "conference", "summit"].iter().any(|w| head.en.ends_with(w));
        let tells = written(&head.en) && (p.definite || !meets);
        let attitude = is_any(verb, ATTITUDES) && !p.name && !body && !tells;
        if attitude && !p.agent && !p.human && !g.passive && at == from && alone(nodes, p) {
            return true;
        }
        // نفى وجود صفقة: that there is one
        let there_is = matches!(p.head.as_str(), "existence" | "presence" | "absence") && is_any(verb, &["أكد", "أعلن", "كشف"]);
        let what = head.pos == Pos::Masdar || matches!(p.head.as_str(), "existence" | "presence" | "absence") || shows;
        // أكد تلقي الوفد ضمانات, وأكدت أهمية الحوار: a deed and its weight affirm nothing
        let told = is_any(verb, &["أكد", "أعلن", "أوضح", "جدد", "أعاد", "ذكر"])
            && (what || matches!(p.head.as_str(), "importance" | "necessity" | "need" | "readiness"))
            && !head.plural
            && !head.definite
            && !matches!(head.en.as_str(), "announce" | "announcement" | "declaration")
            && !written(&head.en)
            && !body
            && nodes.get(p.at + 1).is_some_and(|x| x.ungoverned() && x.nominal())
            && nodes.get(p.next).is_none_or(|x| x.pos != Pos::That || x.prep.is_some());
        if told && !p.agent && !p.human && !g.passive && at == from {
            return true;
        }
        if what && !p.agent && !p.human && !g.passive && at == from && (there_is || is_any(verb, WANTS)) {
            return true;
        }
        false
    }
}
