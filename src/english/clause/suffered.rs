//! Verbs that a thing suffers.

use super::*;

/// Who acts though no person is named.
const SIDES: &[&str] = &["the two sides", "both sides", "the parties", "the two parties"];

/// Verbs that a thing suffers: with a thing as their only noun phrase they are passive.
pub(super) fn passive_of_thing(n: &Node, f: &Feat) -> bool {
    const SUFFERED: &[&str] = &[
        "عقد",
        "فهم",
        "ترك",
        "شكل",
        "أجرى",
        "نشر",
        "افتتح",
        "حدد",
        "طرح",
        "نقل",
        "عرض",
        "أطلق",
        "أغلق",
        "فتح",
        "بحث",
        "ناقش",
        "وجه",
        "حسم",
        "وقع",
        "أنشأ",
        "أصدر",
        "ألغى",
        "أجل",
        "أرجأ",
        "اعتبر",
        "وصف",
        "نفذ",
        "أعد",
        "قدم",
        "رفع",
        "وضع",
        "استأنف",
        "استكمل",
        "طبق",
        "أقر",
        "اعتمد",
        "انتخب",
        "بنى",
        "دمر",
        "أقام",
        "نظم",
        "كتب",
        "فرض",
        "حل",
        "ذكر",
        "عد",
        "خصص",
        "استخدم",
        "ستجري",
        "أعلن",
        "قرر",
        "تداول",
        "شن",
        "أسدل",
        "أودع",
        "خفض",
        "سلم",
        "تبنى",
        "بذل",
        "أحرز",
        "علق",
        "مدد",
        "مد",
        "أبرم",
        "أنجز",
        "صاغ",
        "سحب",
        "أزال",
        "رصد",
        "اتخذ",
        "خرق",
        "انتهك",
        "رفض",
        "فك",
        "وزع",
        "أسقط",
        "جمد",
        "صادر",
        "أدرج",
        "حظر",
        "قسم",
        "قدر",
        "سمع",
        "استغل",
        "ورد",
        "نسب",
    ];
    !n.en.starts_with("be ")
        && !f.agent
        && !f.human
        // كان الجانبان أبرما اتفاقا: both sides act
        && !SIDES.contains(&f.words.as_str())
        // يوقع أحدهم: one of those who were named
        && !f.words.starts_with("one of them")
        && !matches!(n.en.as_str(), "occur" | "rely" | "depend" | "come in" | "claim responsibility" | "come")
        && is_any(n, SUFFERED)
}

/// What is done to what people own: houses are destroyed, property is looted.
pub(super) fn done_to_things(n: &Node) -> bool {
    is_any(n, &["دمر", "هدم", "أحرق", "نهب", "صادر", "قصف"])
}

/// Verbs that people suffer: with nobody behind them they are passive (قتل 15 شخصا, أن المحتجزين أطلق سراحهم).
pub(super) fn done_to_people(n: &Node) -> bool {
    const WHOM: &[&str] = &[
        "قتل",
        "جرح",
        "أصاب",
        "اعتقل",
        "خطف",
        "شرد",
        "احتجز",
        "أسر",
        "أوفد",
        "أرسل",
        "اغتال",
        "أفرج",
        "نقل",
        "أجلى",
        "هجر",
        "طرد",
    ];
    is_any(n, WHOM) || n.en == "release"
}

/// عين غريفيث مبعوثا: true for a verb of appointing behind which a person and the office stand: he was appointed.
pub(super) fn appointed(nodes: &[Node], n: &Node, s: &crate::english::subject::Subject) -> bool {
    let office = nodes.get(s.next).is_some_and(|x| x.pos == Pos::Title && x.ungoverned() && !x.definite && x.pron.is_none());
    is_verb(n, "عين") && n.pron.is_none() && nodes[s.first].person_name && s.np.name && office
}

/// What bodies suffer too: with no object behind them, committees are formed and forces excluded.
pub(super) fn done_to_bodies(n: &Node) -> bool {
    const WHOM: &[&str] = &["شكل", "ألف", "استبعد", "استثنى", "أقصى", "أبعد", "كلف", "حرم", "أعفى", "أجبر", "أرغم", "استدعى"];
    n.pron.is_none() && is_any(n, WHOM)
}

impl Clause<'_> {
    /// True for a verb that takes an object, has a thing for its subject and no object: the thing is what suffers it.
    pub(super) fn objectless(&self, n: &Node, s: &Feat, next: usize) -> bool {
        let by_preposition =
            || complement::preposition(self.nodes, next).is_some_and(|(ar, _)| n.lemma.is_some_and(|l| l.prep(ar).is_some()));
        !s.agent
            && !s.human
            && !s.words.is_empty()
            // كان الجانبان تبادلا خلال المحادثات قوائم: both sides act
            && s.words != "one of them"
            && !SIDES.contains(&s.words.as_str())
            && n.lemma.is_some_and(|l| l.is('t'))
            && n.pron.is_none()
            && self
                .get(next)
                .is_none_or(|x| matches!(x.pos, Pos::Prep | Pos::Mark('،' | '.')) || x.prep.is_some() && x.pos != Pos::Verb)
            && !by_preposition()
            && !self.whom(next)
    }

    /// What is held, signed or published is no actor.
    pub(super) fn suffered(&mut self, g: &mut Group, s: &Feat) {
        let n = &self.nodes[g.verb];
        // المناطق تشمل، كليا أو جزئيا، الغوطة: what they include stands behind the commas
        if is_any(n, &["شمل", "ضم", "تضمن"]) && !n.passive {
            return;
        }
        // المؤتمر لم يوقع على أي وثيقة: what is not signed stands behind its preposition
        let governed = complement::preposition(self.nodes, g.next);
        if is_verb(n, "وقع") && governed.is_some_and(|(ar, _)| n.lemma.is_some_and(|l| l.prep(ar) == Some(""))) && !n.passive {
            return;
        }
        // دمشق ستقرر ما إذا كان سيعود: what it decides is a clause
        if self
            .get(g.next)
            .is_some_and(|x| x.en.starts_with("whether") || x.pos == Pos::That && n.lemma.is_some_and(|l| l.is('t')))
        {
            return;
        }
        let follows = self.behind_adverbs(g.next).is_some_and(|x| {
            let noun = x.nominal() && !x.weekday && x.en != "day";
            let near = self.get(g.next).is_some_and(|n| n.raw == x.raw);
            (noun || subjects::the_most(x) || near && matches!(x.pos, Pos::Number | Pos::Quant | Pos::Dem | Pos::Unknown))
                && !x.and
                && x.prep.is_none()
        });
        // الرئيس يعد القائد الأعلى: is considered; who considers something has two objects.
        let judged = is_verb(n, "عد")
            && n.pron.is_none()
            && self.get(g.next).is_some_and(|x| x.ungoverned() || x.pos == Pos::Adjective)
            && np::np(self.nodes, g.next).is_none_or(|p| !self.get(p.next).is_some_and(|x| x.ungoverned() && !x.definite));
        g.passive |= judged;
        if (passive_of_thing(n, s) || self.objectless(n, s, g.next)) && !follows && n.pron.is_none() && !g.passive {
            g.passive = true;
            self.rule("passive of a thing");
        }
    }

    /// الاجتماع لم يحدد موعده: its date was not set
    pub(super) fn done_to_its(&mut self, g: &Group, coordinated: bool) -> Option<usize> {
        let (n, x) = (&self.nodes[g.verb], self.get(g.next)?);
        let s = self.subject.clone().filter(|s| !s.agent && !s.human && !s.words.is_empty() && passive_of_thing(n, s))?;
        if coordinated || self.main || g.passive || n.pron.is_some() || !x.ungoverned() {
            return None;
        }
        let its = x.pron.is_some_and(|p| relatives::stands_for(p, &s));
        let p = np::np(self.nodes, g.next).filter(|p| its && p.next == g.next + 1 && !p.agent)?;
        self.rule("passive of a thing");
        self.out.comma();
        self.out.word(&p.text());
        self.out.word(&verb::english(&Group { passive: true, ..g.clone() }, n, p.many));
        self.govern(n);
        (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
        Some(p.next)
    }
}
