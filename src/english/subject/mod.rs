//! The subject of a verb that comes first: the first noun phrase behind it that no preposition governs, if it can be the subject.

mod aside;
mod candidate;
mod extend;
mod object;

use candidate::Candidate;
pub(super) use extend::behind_pp;
use extend::behind_pps;
use extend::extend;

use crate::arabic::inflect::Person;
use crate::english::node::{Node, Pos};
use crate::english::np::{self, Np};
use crate::english::verb::{Group, is_any};

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
            // أن أيا من الطرفين لم يوقع، غير أنه حرص: one, and not the parties
            Person::He if self.plural && self.words.starts_with("any of") => "he/it",
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
    "رغب",
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
                && object::alone(nodes, &p)
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
    let (mut at, mut open) = (from, false);
    for _ in 0..9 {
        let n = nodes.get(at)?;
        if let Some(next) = aside::behind(nodes, from, at, &mut open) {
            at = next;
            continue;
        }
        if n.and || n.so || n.ends_clause() {
            return None;
        }
        let pp = n.pos == Pos::Prep || (n.prep.is_some() && n.pos != Pos::Verb);
        if n.pos == Pos::Adverb && n.prep.is_none() {
            // على هامش الجمعية: what it is on the sidelines of is no subject
            at = if n.en.ends_with(" of") || n.en == "on the sidelines" { np::np(nodes, at + 1)?.next } else { at + 1 };
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
            // غارة نسبها "الدفاع المدني" إلى الجيش: who did it, where the object is attached
            let calls = is_any(verb, &["سمى", "أسمى", "وصف", "اعتبر", "عد", "دعا", "لقب", "أطلق"]);
            let p = np::subject(nodes, at + 1, verb.lemma)
                .filter(|p| verb.pron.is_some() && !calls && p.definite && p.agent && !p.accusative)?;
            let closed = nodes.get(p.next).is_some_and(Node::quote) && !nodes[at + 1].and && nodes[at + 1].prep.is_none();
            let it = Candidate { nodes, verb, g, p: &p, at: at + 1, from: at + 1 };
            return (closed && it.fits()).then(|| Subject { next: p.next + 1, np: p, first: at });
        }
        let p = np::subject(nodes, at, verb.lemma)?;
        let it = Candidate { nodes, verb, g, p: &p, at, from };
        if it.is_none() {
            return None;
        }
        // طالب برحيل الرئيس بشار الأسد: the name belongs to its office, and the office to the preposition
        let office = |x: &Node| {
            x.definite && !x.person_name && matches!(x.pos, Pos::Noun | Pos::Title) && (x.human || x.ar.ends_with(" الرئيس"))
        };
        if at > from && nodes[at].person_name && office(&nodes[at - 1]) {
            at = p.next;
            continue;
        }
        if let Some(next) = it.before_subject() {
            at = next;
            continue;
        }
        if it.of_nobody() {
            return None;
        }
        // حمل الطرف الآخر مسؤولية الفشل: whom he holds responsible; who does so is left out.
        let object = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Prep && x.mention && x.en == "responsible for");
        // مؤتمر صحفي أعقب لقاءه بالوفدين: what it followed
        let held = |x: &Node| x.nominal() && x.accusative && x.pron.is_some() && x.prep.is_none();
        let object = object
            || at == from && held(&nodes[p.at])
            // حمل النظام وحلفاءه مسؤولية الفشل: both, as the second shows
            || at == from && nodes.get(p.next).is_some_and(|x| x.and && held(x));
        if !it.fits() || object || (p.accusative && !p.definite) {
            return None;
        }
        let mut next = extend(nodes, &p, verb);
        // قال مسؤول، لم يذكر اسمه، إن: who he is
        let comma = |j: usize| nodes.get(j).is_some_and(|x| x.pos == Pos::Mark('،'));
        if p.human
            && comma(next)
            && nodes.get(next + 1).is_some_and(|x| x.pos == Pos::Adverb && x.en.starts_with("who"))
            && comma(next + 2)
        {
            next += 3;
        }
        // حمل النظام وحلفاءه مسؤولية الفشل: both are held so
        if next > p.next && nodes.get(next).is_some_and(|x| x.pos == Pos::Prep && x.mention && x.en.contains("responsible")) {
            return None;
        }
        return Some(Subject { np: p, first: at, next });
    }
    None
}
