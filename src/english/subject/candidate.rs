//! A noun phrase that may be the subject of the verb before it.

use super::Feat;
use crate::arabic::inflect::Person;
use crate::english::node::{Node, Pos};
use crate::english::np::Np;
use crate::english::verb::{Group, is_any, is_verb};

/// A noun phrase behind a verb.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'n> {
    pub(super) nodes: &'n [Node],
    pub(super) verb: &'n Node,
    pub(super) g: &'n Group,
    pub(super) p: &'n Np,
    /// Index of its first node.
    pub(super) at: usize,
    /// Where the search began.
    pub(super) from: usize,
}

/// Verbs that address somebody: a plural behind their masculine is whom.
const ADDRESSES: &[&str] = &[
    "دعا",
    "حث",
    "حذر",
    "ناشد",
    "طالب",
    "هدد",
    "خاطب",
    "أبلغ",
    "أطلع",
    "شكر",
    "ألزم",
    "أقنع",
    "طمأن",
    "اتهم",
    "انتقد",
    "هاجم",
    "استنكر",
];

impl Candidate<'_> {
    /// True for a number of somebody.
    pub(super) fn counted(&self) -> bool {
        let Candidate { nodes, at, .. } = *self;
        // تلقى أي دعوة: any one is no number, any of the two may be
        let one = |x: &Node| x.nominal() && !x.definite && !x.bare && !x.plural;
        let any = nodes[at].en == "any" && nodes.get(at + 1).is_some_and(one);
        nodes[at].pos == Pos::Number || nodes[at].pos == Pos::Quant && !any
    }

    /// True for what is no subject, whatever stands behind.
    pub(super) fn is_none(&self) -> bool {
        let Candidate { nodes, verb, p, at, from, .. } = *self;
        let head = &nodes[p.at];
        let counted = self.counted();
        // إذا طلب ذلك: what is requested
        const SO: &[&str] = &["طلب", "أراد", "فعل", "نفى", "أكد", "رفض", "أعلن", "ذكر", "كشف", "قال"];
        let that = at == from && nodes[at].pos == crate::english::node::Pos::Dem && nodes[at].ar == "ذلك" && p.next == at + 1;
        let ends = nodes.get(p.next).is_none_or(|x| x.ends_clause() || x.quote() || matches!(x.pos, Pos::Mark('،' | ',')));
        if that && ends && is_any(verb, SO) {
            return true;
        }
        // ودعت الجميع إلى: the verb is a woman's or a body's
        if head.en == "everyone" && self.g.person == Person::She {
            return true;
        }
        // لن يشترط شيئا, لا تقصي أحدا: what or whom, not who
        if matches!(head.en.as_str(), "anything" | "anyone") && head.accusative {
            return true;
        }
        // طلب من المبعوث إبلاغ الطرف الآخر: what is requested requests nothing
        if at > from && is_verb(verb, "طلب") && nodes[p.at].pos == Pos::Masdar {
            return true;
        }
        // رحب بقرار الحكومة فتح المعبر: a deed takes no stand
        const STANDS: &[&str] =
            &["رحب", "ندد", "أشاد", "طالب", "تعهد", "هدد", "لوح", "اتهم", "نصح", "أوصى", "وعد", "تمسك", "التزم", "دعا", "سمح"];
        if at > from && is_any(verb, STANDS) && matches!(head.pos, Pos::Masdar) && !p.agent && !p.human {
            return true;
        }
        // أقنع الخصمين: ين is no ending of a subject.
        if (head.dual || head.plural && head.human) && !counted && head.pos != Pos::Name && head.ar.ends_with("ين") {
            return true;
        }
        // التقى رئيسي وفدي العراق ولبنان, رئيسي الوفدين: nor is ي before a second noun.
        let first = head.ar.split(' ').next().unwrap_or_default();
        let several =
            head.dual && head.human || (head.dual || head.plural) && head.pos == Pos::Title && !head.definite && !counted;
        if several && head.pos != Pos::Name && first.ends_with('ي') {
            return true;
        }
        // تراجع عن ذلك صباح اليوم التالي: when, not who
        if at > from && head.definite && matches!(head.en.as_str(), "day" | "morning" | "evening" | "week" | "month" | "year") {
            return true;
        }
        // دامت سبعة عشر عاما: how long, not who.
        let unit = head.time_unit();
        if counted && unit && is_any(verb, &["أمضى", "قضى", "دام", "استمر", "استغرق", "تواصل", "امتد", "تأخر", "تأجل"])
        {
            return true;
        }
        // دعا المجتمع الدولي إلى: whom everybody calls on
        let told = p.text().ends_with("Security Council") && is_any(verb, &["أطلع", "أبلغ"]) && verb.pron.is_none();
        let of = nodes
            .get(p.next)
            .is_some_and(|x| x.pos == Pos::Prep && x.ar == "على" || x.prep == Some("ب") || x.pos == Pos::That && !x.and);
        // وسيطلع مجلس الأمن على النتائج: whom the envoy briefs
        if at == from && told && of {
            return true;
        }
        if at == from && p.text().ends_with("international community") && is_any(verb, ADDRESSES) {
            return true;
        }
        false
    }

    /// True if the verb agrees with it.
    pub(super) fn fits(&self) -> bool {
        let Candidate { nodes, verb, g, p, at, from } = *self;
        let head = &nodes[p.at];
        let f = Feat::of(p);
        let fits = match g.person {
            Person::He => !f.feminine || (f.name && (f.human || !p.feminine)) || f.human && !p.feminine,
            // خولة مطر: no name says whether it is a woman's.
            // عبرت عضو الوفد: an office has one form for men and women
            _ => f.feminine || f.plural || f.name || f.human && p.title && at == from,
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
            "اكتفى",
            "امتنع",
            "تحفظ",
            "اعترض",
            "أوفد",
            "قرر",
            "غادر",
            "طرح",
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
        let addressed = at == from && !p.dual && !p.human && !p.name && !head.ar.ends_with("ون") && is_any(verb, ADDRESSES);
        let fits = fits || (g.person == Person::He && f.agent && p.plural && (p.dual || p.definite) && !addressed);
        // A verb may be masculine before a subject that does not follow directly.
        let fits = fits || (at > from && g.person == Person::He && f.agent);
        // ونزح نحو ثمانية ملايين: a number takes any verb that has no object.
        let freed = matches!(verb.en.as_str(), "release" | "arrest" | "detain" | "kill" | "wound" | "injure" | "kidnap");
        fits || self.counted()
            && (p.human || freed || g.passive || is_verb(verb, "أصاب") || !verb.lemma.is_some_and(|l| l.is('t')))
    }
}
