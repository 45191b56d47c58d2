//! The subject of a verb that comes first: the first noun phrase behind it that no preposition governs, if it can be the subject.

mod extend;

pub(super) use extend::behind_pp;
use extend::extend;

use crate::arabic::inflect::Person;
use crate::english::node::{Node, Pos};
use crate::english::np::{self, Np};
use crate::english::verb::{Group, is_any, is_verb};

/// What is known of a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Feat {
    pub(super) plural: bool,
    pub(super) feminine: bool,
    pub(super) human: bool,
    pub(super) agent: bool,
    pub(super) name: bool,
    /// Its English.
    pub(super) words: String,
}

impl Feat {
    pub(super) fn of(p: &Np) -> Self {
        Self {
            plural: p.many,
            feminine: p.feminine || (p.plural && !p.dual && !p.human),
            human: p.human,
            agent: p.agent,
            name: p.name,
            words: p.text(),
        }
    }

    /// True if a verb behind this subject can be its verb.
    pub(super) fn fits(&self, person: Person) -> bool {
        match person {
            Person::He => !self.feminine || self.name || self.human,
            Person::She => self.feminine || self.plural || self.name,
            Person::Both | Person::They => self.plural || self.name || self.agent,
            Person::I | Person::We => false,
        }
    }

    /// The pronoun that stands for it.
    pub(super) fn pronoun(&self, person: Person) -> &'static str {
        match person {
            Person::I => "I",
            Person::We => "we",
            Person::They | Person::Both => "they",
            Person::He if self.human => "he",
            Person::She if self.human && self.feminine => "she",
            _ if self.plural => "they",
            _ => "it",
        }
    }
}

/// A subject found behind its verb.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) np: Np,
    /// Index of its first node.
    pub(super) first: usize,
    /// Index behind it and what belongs to it.
    pub(super) next: usize,
}

/// Verbs whose only noun phrase is what happens: no object can be meant.
const INTRANSITIVE: &[&str] = &[
    "صدر",
    "تم",
    "حدث",
    "جرى",
    "انعقد",
    "بقي",
    "حان",
    "وقع",
    "انطلق",
    "بدأ",
    "انتهى",
    "استمر",
    "وصل",
    "جاء",
    "أتى",
    "توقف",
    "ظهر",
    "سقط",
    "اندلع",
    "ارتفع",
    "انخفض",
    "تراجع",
    "تقلص",
    "تواصل",
    "عاد",
    "ذهب",
    "كان",
    "وجد",
    "ورد",
    "مات",
    "توفي",
];

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

/// What is written takes a stand as people do.
fn written(en: &str) -> bool {
    const WRITTEN: &[&str] = &[
        "statement",
        "declaration",
        "report",
        "document",
        "letter",
        "resolution",
        "communiqué",
        "text",
        "draft",
        "agreement",
        "constitution",
        "law",
        "meeting",
        "conference",
        "summit",
        "decision",
        "address",
        "speech",
        "message",
        "memorandum",
    ];
    let head = en.split(" of ").next().unwrap_or(en);
    let one = head.strip_suffix('s').unwrap_or(head);
    WRITTEN.iter().any(|w| head.ends_with(w) || one.ends_with(w))
}

/// True where no second noun phrase stands behind the first in its clause: who does it is not named.
fn alone(nodes: &[Node], p: &Np) -> bool {
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

/// لم تتضح بعد أسباب الانسحاب: true where بعد right behind a denied verb is "yet", for nothing else stands there that could be its subject.
pub(super) fn yet(nodes: &[Node], at: usize) -> bool {
    let denied = at > 1
        && nodes[at - 1].pos == Pos::Verb
        && nodes[at - 1].pron.is_none()
        && matches!(nodes[at - 1].person, Person::He | Person::She)
        && nodes[at - 2].pos == Pos::Neg
        && nodes[at - 2].ar == "لم";
    let after = nodes.get(at).is_some_and(|n| n.pos == Pos::Prep && n.ar == "بعد" && n.pron.is_none() && !n.and);
    denied
        && after
        && nodes.get(at + 1).is_some_and(|x| x.ungoverned() && !x.weekday && x.pron.is_none())
        && np::np(nodes, at + 1).is_some_and(|p| {
            let f = Feat::of(&p);
            p.definite
                && !p.name
                && f.feminine == (nodes[at - 1].person == Person::She)
                && alone(nodes, &p)
                && nodes.get(p.next).is_none_or(|x| matches!(x.pos, Pos::Mark(_) | Pos::Prep) || x.prep.is_some())
        })
}

/// True for a verb that has no object.
pub(super) fn intransitive(n: &Node) -> bool {
    is_any(n, INTRANSITIVE) && n.en != "sign" || n.en.starts_with("be ")
}

/// The subject of the group, looked for from `from` on.
pub(super) fn find(nodes: &[Node], g: &Group, from: usize) -> Option<Subject> {
    if !matches!(g.person, Person::He | Person::She) {
        return None;
    }
    let verb = &nodes[g.verb];
    let (mut at, mut aside) = (from, false);
    for _ in 0..9 {
        let n = nodes.get(at)?;
        if n.pos == Pos::Mark('،') && nodes.get(at + 1).is_some_and(|x| x.pos == Pos::Adverb || x.pos == Pos::Prep || x.weekday)
        {
            (at, aside) = (at + 1, true);
            continue;
        }
        // يعيش في محيطها، وفق تقديرات، نحو مئة ألف: what two commas hold stands aside.
        let counted = |x: &Node| matches!(x.pos, Pos::Number | Pos::Quant) && !x.and && x.prep.is_none();
        if aside && n.pos == Pos::Mark('،') && nodes.get(at + 1).is_some_and(|x| counted(x) || x.ungoverned() && x.nominal()) {
            (at, aside) = (at + 1, false);
            continue;
        }
        if n.pos == Pos::Mark('،') && at > from && nodes[at - 1].pos == Pos::Adverb {
            at += 1;
            continue;
        }
        // شارك في المؤتمر، الذي استضافته برلين، رئيس الوزراء: the clause between commas is the conference's.
        if n.pos == Pos::Mark('،')
            && at > from
            && nodes.get(at + 1).is_some_and(|x| x.pos == Pos::Rel && !x.and)
            && let Some(close) = (at + 2..(at + 18).min(nodes.len())).find(|&j| matches!(nodes[j].pos, Pos::Mark(_)))
            && nodes[close].pos == Pos::Mark('،')
            && nodes.get(close + 1).is_some_and(Node::ungoverned)
        {
            at = close + 1;
            continue;
        }
        // انطلقت (الثلاثاء) أعمال الاجتماع
        if n.pos == Pos::Mark('(')
            && let Some(close) = (at + 1..(at + 8).min(nodes.len())).find(|&j| nodes[j].pos == Pos::Mark(')'))
        {
            at = close + 1;
            continue;
        }
        // بدأت في سوتشي، وسط إجراءات فرضتها الجائحة، أعمال الجولة: what stands between commas goes on for itself.
        if n.pos == Pos::Verb
            && !n.and
            && at > from + 1
            && nodes[from..at].iter().any(|b| b.pos == Pos::Mark('،'))
            && (nodes[at - 1].nominal() || nodes[at - 1].pos == Pos::Adjective)
            && !nodes[at - 1].definite
            && let Some(close) =
                (at + 1..(at + 9).min(nodes.len())).find(|&j| matches!(nodes[j].pos, Pos::Mark(_) | Pos::That | Pos::Rel))
            && nodes[close].pos == Pos::Mark('،')
        {
            at = close + 1;
            continue;
        }
        // شارك في الجولة التي انطلقت في مايو وفدان: what starts has no object.
        if n.pos == Pos::Rel
            && !n.and
            && at > from
            && let Some(inner) = crate::english::verb::group(nodes, at + 1)
            && nodes[inner.verb].pron.is_none()
            && (intransitive(&nodes[inner.verb])
                || matches!(nodes[inner.verb].lemma.map(|l| l.ar), Some("عقد" | "نظم" | "افتتح"))
                    && nodes[inner.verb].tense == crate::arabic::inflect::Tense::Perfect
                    && matches!(inner.person, Person::He | Person::She)
                    && !nodes.get(inner.next).is_some_and(Node::ungoverned))
        {
            let mut j = inner.next;
            while let Some(next) = nodes
                .get(j)
                .filter(|x| !x.and && (x.pos == Pos::Prep || x.pos == Pos::Adverb || x.prep.is_some() && x.pos != Pos::Verb))
                .and_then(|_| behind_pp(nodes, j))
            {
                j = next;
            }
            if nodes.get(j).is_some_and(|x| x.ungoverned() && (x.agent || x.human) && !x.accusative) {
                at = j;
                continue;
            }
        }
        if n.and || n.so || n.ends_clause() {
            return None;
        }
        let pp = n.pos == Pos::Prep || (n.prep.is_some() && n.pos != Pos::Verb);
        if n.pos == Pos::Adverb && n.prep.is_none() {
            at += 1;
            continue;
        }
        // لم تتضح بعد أسباب الانسحاب: yet
        if yet(nodes, at) {
            at += 1;
            continue;
        }
        if pp {
            at = behind_pp(nodes, at)?;
            continue;
        }
        // أن يصب في مصلحة الملتقى: whose interests it serves
        if at == from
            && verb.en.ends_with(" of")
            && !np::np(nodes, at).and_then(|p| nodes.get(p.next)).is_some_and(Node::ungoverned)
        {
            return None;
        }
        if n.quote() && nodes.get(at + 1).is_some_and(|x| x.nominal()) && at == from {
            return None;
        }
        let p = np::subject(nodes, at, verb.lemma)?;
        // طلب من المبعوث إبلاغ الطرف الآخر: what is requested requests nothing
        if at > from && is_verb(verb, "طلب") && nodes[p.at].pos == Pos::Masdar {
            return None;
        }
        // أقنع الخصمين: ين is no ending of a subject.
        let head = &nodes[p.at];
        // تلقى أي دعوة: any one is no number, any of the two may be
        let one = |x: &Node| x.nominal() && !x.definite && !x.bare && !x.plural;
        let any = nodes[at].en == "any" && nodes.get(at + 1).is_some_and(one);
        let counted = nodes[at].pos == Pos::Number || nodes[at].pos == Pos::Quant && !any;
        if (head.dual || head.plural && head.human) && !counted && head.pos != Pos::Name && head.ar.ends_with("ين") {
            return None;
        }
        // تراجع عن ذلك صباح اليوم التالي: when, not who
        if at > from && head.definite && matches!(head.en.as_str(), "day" | "morning" | "evening" | "week" | "month" | "year") {
            return None;
        }
        // دامت سبعة عشر عاما: how long, not who.
        let unit = head.time_unit();
        if counted && unit && is_any(verb, &["دام", "استمر", "استغرق", "تواصل", "امتد", "تأخر", "تأجل"])
        {
            return None;
        }
        // حضر جانبا منها خبراء: what they attended stands first.
        if at == from && p.accusative && !p.definite && !p.human && !p.agent && g.person == Person::He {
            let mut j = p.next;
            while let Some(next) = nodes.get(j).filter(|x| x.pos == Pos::Prep && !x.and).and_then(|_| behind_pp(nodes, j)) {
                j = next;
            }
            if j > p.next && nodes.get(j).is_some_and(|x| x.ungoverned() && x.human && !x.accusative) {
                at = j;
                continue;
            }
        }
        let f = Feat::of(&p);
        let fits = match g.person {
            Person::He => !f.feminine || (f.name && (f.human || !p.feminine)) || f.human && !p.feminine,
            // خولة مطر: no name says whether it is a woman's.
            _ => f.feminine || f.plural || f.name,
        };
        // حضر العراق والأردن: a country without ة or ا at its end is masculine, and can come, ask to be excused or sign.
        const COMES: &[&str] = &[
            "حضر",
            "شارك",
            "اعتذر",
            "رحب",
            "وقع",
            "وافق",
            "انسحب",
            "أعلن",
            "أكد",
            "نفى",
            "أبدى",
            "رفض",
            "تغيب",
            "غاب",
            "انضم",
            "وصل",
            "استضاف",
            "اقترح",
        ];
        let country = |n: &Node| n.pos == Pos::Name && n.agent && !n.human && !n.ar.ends_with(['ا', 'ه', 'ة']);
        let fits = fits || g.person == Person::He && country(&nodes[p.at]) && is_any(verb, COMES);
        // الذي رفعه إقليم كردستان: what has its object attached can only do it.
        let fits = fits || verb.pron.is_some() && at == from && head.pos == Pos::Name && g.person == Person::He;
        // لم ينفذ أي من بنوده: any of them is one
        let fits = fits || g.person == Person::He && nodes[at].pos == Pos::Quant && nodes[at].en == "any";
        // لم يعقد لقاء مباشر: one in Arabic, "direct talks" in English.
        let fits = fits || g.person == Person::He && !head.feminine && !head.plural && head.pos == Pos::Noun;
        // وفدا النظام والمعارضة: two delegations, one masculine verb. دعا الأطراف إلى: whom somebody addresses would have a feminine one.
        const ADDRESSES: &[&str] =
            &["دعا", "حث", "حذر", "ناشد", "طالب", "هدد", "خاطب", "أبلغ", "أطلع", "شكر", "ألزم", "أقنع", "طمأن"];
        // دعا المجتمع الدولي إلى: whom everybody calls on
        let told = p.text().ends_with("Security Council") && is_any(verb, &["أطلع", "أبلغ"]) && verb.pron.is_none();
        let of = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Prep && x.ar == "على" || x.prep == Some("ب"));
        // وسيطلع مجلس الأمن على النتائج: whom the envoy briefs
        if at == from && told && of {
            return None;
        }
        if at == from && p.text().ends_with("international community") && is_any(verb, ADDRESSES) {
            return None;
        }
        let addressed = at == from && !p.dual && !p.human && !p.name && is_any(verb, ADDRESSES);
        let fits = fits || (g.person == Person::He && f.agent && p.plural && (p.dual || p.definite) && !addressed);
        // A verb may be masculine before a subject that does not follow directly.
        let fits = fits || (at > from && g.person == Person::He && f.agent);
        // ونزح نحو ثمانية ملايين: a number takes any verb that has no object.
        let freed = matches!(verb.en.as_str(), "release" | "arrest" | "detain" | "kill" | "wound" | "injure" | "kidnap");
        let fits =
            fits || counted && (p.human || freed || g.passive || is_verb(verb, "أصاب") || !verb.lemma.is_some_and(|l| l.is('t')));
        // حضر مراسم التوقيع وزير الخارجية: what he attended comes first.
        if !fits
            && !p.agent
            && !p.human
            && g.person == Person::He
            && nodes.get(p.next).is_some_and(|x| {
                !x.and
                    && x.prep.is_none()
                    && (x.pos == Pos::Title || x.pos == Pos::Name && x.person_name || x.human && x.definite)
            })
        {
            at = p.next;
            continue;
        }
        // حضر الاجتماع وفد الحكومة: a meeting attends nothing.
        let body = |x: &Node| !x.and && x.prep.is_none() && x.nominal() && (x.agent || x.human);
        let attends = is_any(verb, &["حضر", "قاطع", "غادر"]) && !g.passive;
        if attends && at == from && !p.agent && !p.human && !p.name && nodes.get(p.next).is_some_and(body) {
            at = p.next;
            continue;
        }
        // ترأس وفد الحكومة المندوب الدائم: a man heads a delegation, whatever comes first.
        const HEADS: &[&str] = &["ترأس", "رأس", "قاد", "تزعم", "مثل", "تقدم"];
        let man = |x: &Node| {
            !x.and
                && x.prep.is_none()
                && (x.pos == Pos::Title || x.pos == Pos::Name && x.person_name || x.nominal() && x.human && x.definite)
        };
        if !p.human && !p.title && is_any(verb, HEADS) {
            // يمثل المعارضة في المحادثات محمد علوش
            let mut j = p.next;
            while let Some(next) = nodes.get(j).filter(|x| x.pos == Pos::Prep && !x.and).and_then(|_| behind_pp(nodes, j)) {
                j = next;
            }
            if nodes.get(j).is_some_and(man) {
                at = j;
                continue;
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
            at = end;
            continue;
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
            at = p.next;
            continue;
        }
        // تلا الاجتماع مؤتمر صحفي: a press conference followed the meeting.
        const FOLLOWS: &[&str] = &["تلا", "أعقب", "تبع", "سبق", "رافق"];
        let new = |x: &Node| {
            (x.nominal() || x.pos == Pos::Number) && !x.definite && !x.bare && !x.and && x.prep.is_none() && x.pron.is_none()
        };
        if at == from && p.definite && !p.human && is_any(verb, FOLLOWS) && nodes.get(p.next).is_some_and(new) {
            at = p.next;
            continue;
        }
        // أرجع غياب البيان إلى: what is put down to something puts nothing down.
        const PUTS_DOWN: &[&str] = &["عزا", "أرجع", "نسب"];
        if !p.agent && !p.human && !p.name && is_any(verb, PUTS_DOWN) {
            return None;
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
        let shows = is_verb(verb, "أبدى") && head.pron.is_some();
        // وأدانت الاعتداءات: a thing condemns nothing, but for what is written.
        let body = crate::english::reading::acts(head.en.rsplit(' ').next().unwrap_or_default());
        // ولم يستبعد اجتماعا آخر: one more meeting takes no stand
        let meets = ["meeting", "conference", "summit"].iter().any(|w| head.en.ends_with(w));
        let tells = written(&head.en) && (p.definite || !meets);
        let attitude = is_any(verb, ATTITUDES) && !p.name && !body && !tells;
        if attitude && !p.agent && !p.human && !g.passive && at == from && alone(nodes, &p) {
            return None;
        }
        // نفى وجود صفقة: that there is one
        let there_is = matches!(p.head.as_str(), "existence" | "absence") && is_any(verb, &["أكد", "أعلن", "كشف"]);
        let what = head.pos == Pos::Masdar || matches!(p.head.as_str(), "existence" | "absence") || shows;
        if what && !p.agent && !p.human && !g.passive && at == from && (there_is || is_any(verb, WANTS)) {
            return None;
        }
        // حمل الطرف الآخر مسؤولية الفشل: whom he holds responsible; who does so is left out.
        let object = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Prep && x.mention && x.en == "responsible for");
        if !fits || object || (p.accusative && !p.definite) {
            return None;
        }
        let next = extend(nodes, &p, verb);
        // حمل النظام وحلفاءه مسؤولية الفشل: both are held so
        if next > p.next && nodes.get(next).is_some_and(|x| x.pos == Pos::Prep && x.mention && x.en.contains("responsible")) {
            return None;
        }
        return Some(Subject { np: p, first: at, next });
    }
    None
}
