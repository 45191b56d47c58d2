//! Prepositions of time.

use super::*;

impl Clause<'_> {
    /// بعد and قبل: how long after, yet, any longer.
    pub(super) fn after_time(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        // بعد يوم من إعلان الاتفاق: a day after the announcement
        if matches!(n.ar.as_str(), "بعد" | "قبل")
            && let Some(p) = np::np(self.nodes, i + 1).filter(|p| !p.definite)
            && ["hour", "day", "week", "month", "year"].iter().any(|u| p.head.trim_end_matches('s') == *u)
            && let Some(from) = (i + 2..i + 5).find(|&j| self.is(j, Pos::Prep))
            && matches!(self.nodes[from].ar.as_str(), "من" | "على")
            && self.nodes[from].pron.is_none()
            && self.get(from + 1).is_some_and(Node::nominal)
            // بعد عشرة أيام من مفاوضات, بعد أسبوعين من المحادثات: of talks, not after them
            && np::np(self.nodes, from + 1).is_some_and(|what| what.definite && !(what.plural && (self.is(i + 1, Pos::Number) || self.nodes[i + 1].dual)) || self.nodes[from].ar == "على" || self.nodes[what.at].pos == Pos::Masdar)
        {
            let en = n.en.clone();
            // قبل شهر على الأقل من الموعد
            if (p.next..from).any(|j| self.nodes[j].en == "at least") {
                self.out.word("at least");
            }
            self.out.word(&Np { post: String::new(), ..p }.text());
            self.out.word(&en);
            return Some(self.bare_phrase(from + 1, false));
        }
        // بعد الآن
        if n.ar == "بعد" && self.get(i + 1).is_some_and(|x| x.pos == Pos::Adverb && x.en == "now") {
            self.out.word("any longer");
            return Some(i + 2);
        }
        if subject::yet(self.nodes, i) {
            self.out.word("yet");
            return Some(i + 1);
        }
        // لم تتلق بعد: yet
        if n.ar == "بعد"
            && !n.and
            && i > 1
            && self.nodes[i - 1].pos == Pos::Verb
            && self.nodes[i - 2].pos == Pos::Neg
            && self.nodes[i - 2].ar != "لن"
            && !subject::intransitive(&self.nodes[i - 1])
            // لم يصدر بعد الاجتماع أي بيان: after it
            && !np::np(self.nodes, i + 1).is_some_and(|p| {
                !p.agent && !p.human && p.definite && self.get(p.next).is_some_and(|x| x.ungoverned() || x.pos == Pos::Quant && !x.and)
            })
        {
            self.out.word("yet");
            return Some(i + 1);
        }
        // لم يتسلم الوفد بعد جدول الأعمال: yet
        if n.ar == "بعد"
            && !n.and
            && !self.filled
            && self.get(i + 1).is_some_and(Node::ungoverned)
            && let Some(v) = (1..i).rev().take(6).find(|&v| self.nodes[v].pos == Pos::Verb)
            && self.nodes[v - 1].pos == Pos::Neg
            && self.nodes[v - 1].ar == "لم"
            && self.nodes[v].pron.is_none()
            && !subject::intransitive(&self.nodes[v])
            && np::np(self.nodes, v + 1).is_some_and(|p| p.next == i && (p.agent || p.human))
        {
            self.out.word("yet");
            return Some(i + 1);
        }
        // لم يرد الجانب بعد على المقترح: yet
        if n.ar == "بعد"
            && !n.and
            && self.get(i + 1).is_none_or(|x| matches!(x.pos, Pos::Prep | Pos::Mark(_) | Pos::That) || x.prep.is_some())
            && self.nodes[..i].iter().rev().take_while(|b| !b.ends_clause()).take(9).any(|b| b.pos == Pos::Neg)
        {
            self.out.word("yet");
            return Some(i + 1);
        }
        None
    }

    /// Prepositions before a span of time or a day.
    pub(super) fn time_span(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        let at = i + 1;
        // في نهاية العام الماضي: late last year
        if n.pron.is_none()
            && matches!(n.ar.as_str(), "في" | "خلال")
            && self.get(at).is_some_and(|x| x.ar == crate::english::days::BARE)
        {
            return Some(at);
        }
        // خلال ثلاثة أسابيع
        if n.ar == "خلال" && n.pron.is_none() && self.is(at, Pos::Number) {
            self.out.word("within");
            return Some(self.bare_phrase(at, false));
        }
        // خلال أسبوع, خلال أيام, خلال يومين: within; خلال أسبوع من المحادثات is how long they went on
        if n.ar == "خلال"
            && n.pron.is_none()
            && self.get(at).is_some_and(|x| x.time_unit() && !x.definite && x.pron.is_none() && x.nominal())
            && self.get(at + 1).is_none_or(|x| !x.ungoverned())
        {
            self.out.word("within");
            return Some(self.bare_phrase(at, false));
        }
        // منذ ستة أسابيع: for six weeks
        if n.ar == "منذ"
            && n.pron.is_none()
            && self.get(at + usize::from(self.is(at, Pos::Quant))).is_some_and(|x| {
                x.pos == Pos::Number && !(x.en.len() == 4 && x.en.starts_with(['1', '2']))
                    || matches!(x.en.trim_end_matches('s'), "week" | "month" | "year" | "day" | "hour" | "decade") && !x.definite
            })
        {
            self.out.word("for");
            return Some(self.bare_phrase(at, false));
        }
        // إلى يوم الخميس
        if self.get(at).is_some_and(|x| x.pos == Pos::Prep && x.mention && x.en == "on") {
            let en = n.en.clone();
            self.out.word(if n.ar == "في" { "on" } else { &en });
            return Some(at + 1);
        }
        None
    }
}
