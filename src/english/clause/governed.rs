//! The English of a preposition: what its verb, noun or adjective governs, or its own.

use super::*;

impl Clause<'_> {
    /// The English of a preposition: its governor's, or its own.
    pub(super) fn preposition(&self, ar: &str, i: usize, at: usize) -> String {
        if ar == "في" && self.get(at).is_some_and(|x| x.weekday) {
            let month = self.get(at).is_some_and(|x| crate::english::numbers::MONTHS.iter().any(|m| x.en.starts_with(m)));
            let year = self.get(at).is_some_and(|x| x.en.len() == 4 && x.en.starts_with(['1', '2']));
            return if month || year { "in" } else { "on" }.to_owned();
        }
        // تعمل من خارج اليمن: from outside it
        if ar == "من"
            && self.get(at).is_some_and(|x| x.pos == Pos::Prep && matches!(x.en.as_str(), "outside" | "inside" | "within"))
        {
            return "from".to_owned();
        }
        // وافق على الهدنة باستثناء إدلب: with the exception of it, whatever the verb governs
        if ar == "ب" && self.get(at).is_some_and(|x| x.en.starts_with("exception")) {
            return "with".to_owned();
        }
        // لم يصدر عن الاجتماع أي بيان: by it, whatever stands behind
        if let Some(v) = i.checked_sub(1).map(|b| &self.nodes[b]).filter(|v| is_verb(v, "صدر") && ar == "عن")
            && let Some(en) = v.lemma.and_then(|l| l.prep(ar)).filter(|en| !en.is_empty())
        {
            return en.to_owned();
        }
        // رهن مشاركته في الجولة بوقف القصف: to what he tied it
        if ar == "ب" && self.governors.iter().any(|l| matches!(l.ar, "رهن" | "ربط")) && self.governors.len() < 4 {
            return "to".to_owned();
        }
        // خمسة أيام من المفاوضات المكثفة: days of talks
        let unit =
            |b: &Node| matches!(b.en.trim_end_matches('s'), "day" | "hour" | "week" | "month" | "year" | "session" | "round");
        if ar == "من"
            && self.nodes[i].pron.is_none()
            && i > 0
            && unit(&self.nodes[i - 1])
            && self.get(at).is_some_and(|x| {
                let en = x.en.trim_end_matches('s');
                [
                    "talk",
                    "negotiation",
                    "consultation",
                    "fighting",
                    "clashe",
                    "discussion",
                    "meeting",
                    "deliberation",
                    "war",
                    "shelling",
                    "bombardment",
                ]
                .iter()
                .any(|w| en.ends_with(w))
            })
        {
            return "of".to_owned();
        }
        // في السادس من الشهر الجاري: on the sixth of
        if ar == "في"
            && self.get(at).is_some_and(|x| x.pos == Pos::Adjective && x.mention && x.definite)
            && self.get(at + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من")
            && self
                .get(at + 2)
                .is_some_and(|x| x.en == "month" || crate::english::numbers::MONTHS.iter().any(|m| x.en.starts_with(m)))
        {
            return "on".to_owned();
        }
        // عقدت في السابع والثامن من تموز, عاد في العاشر منه: on those days
        let ordinal = self.get(at).is_some_and(|x| x.pos == Pos::Adjective && x.definite && x.en.ends_with("th"));
        let of_it = |x: &Node| {
            x.pos == Pos::Prep && x.ar == "من" && x.pron.is_some() || x.and && x.en.contains(|c: char| c.is_ascii_digit())
        };
        if ar == "في" && ordinal && self.get(at + 1).is_some_and(of_it) {
            return "on".to_owned();
        }
        // في العاشر منه: of that month
        let tenth = i > 1 && self.nodes[i - 1].pos == Pos::Adjective && self.nodes[i - 1].mention && self.nodes[i - 1].definite;
        if ar == "من" && tenth && self.nodes[i].pron.is_some() && self.nodes[i - 2].ar == "في" {
            return "of".to_owned();
        }
        // هدنة لعشرة أيام: for ten days
        if ar == "ل" && self.get(at).is_some_and(|x| x.pos == Pos::Number) && self.get(at + 1).is_some_and(|x| x.time_unit()) {
            return "for".to_owned();
        }
        // توقف القصف لساعات: for hours
        if ar == "ل" && self.get(at).is_some_and(|x| x.time_unit() && !x.definite && (x.plural || x.dual) && x.pron.is_none()) {
            return "for".to_owned();
        }
        // "قريبة جدا" من الانهيار: the mark is no neighbour
        let beyond = |n: &&Node| !(n.quote() || n.pos == Pos::Adverb && n.en == "very");
        let before = self.nodes[..i].iter().rev().take(3).find(beyond).filter(|b| b.pos == Pos::Adjective && ar == "من");
        let before = before.or_else(|| i.checked_sub(1).and_then(|p| self.get(p)));
        // أسوأ من سابقه: worse than
        if ar == "من" && before.is_some_and(|b| b.pos == Pos::Adjective && !b.definite && b.lemma.is_some_and(|l| l.is('e'))) {
            return "than".to_owned();
        }
        // أكثر إيجابية من السابقة: more positive than
        let more = i > 1
            && before.is_some_and(|b| b.pos == Pos::Adjective && !b.definite)
            && matches!(self.nodes[i - 2].en.as_str(), "more" | "less")
            && self.nodes[i - 2].pos == Pos::Adjective;
        if ar == "من" && more && !self.nodes[i].and {
            return "than".to_owned();
        }
        // المسؤولين عنه
        if self.nodes[i].pron.is_some()
            && self.nodes[i].pos == Pos::Prep
            && let Some(en) = before
                .filter(|b| b.nominal() && self.out.ends(&b.noun()))
                .and_then(|b| crate::english::government::noun(&b.en, ar))
        {
            return government::plain(en).to_owned();
        }
        // دعت الأطراف إلى الالتزام به: to abide by it
        if self.nodes[i].pron.is_some()
            && self.nodes[i].pos == Pos::Prep
            && let Some(en) = before
                .filter(|b| b.nominal() && !self.nodes[i].and)
                .and_then(|b| b.lemma.filter(|l| l.pos == "verb"))
                .and_then(|l| l.prep(ar))
                .filter(|en| !en.is_empty() && !en.contains(['|', '*']))
        {
            return en.to_owned();
        }
        // ملتزمة بالمساعدة, بديلة عن: what the adjective or participle before it governs.
        if let Some(en) = before
            .filter(|b| matches!(b.pos, Pos::Adjective | Pos::Active | Pos::Passive) && !self.nodes[i].and)
            .and_then(|b| complement::governed(b, ar))
        {
            return en.to_owned();
        }
        // عدم التزام روسيا بما اتفق عليه: by the noun that was written last.
        if self.is(at, Pos::What)
            && let Some(en) = self.noun.as_deref().and_then(|n| crate::english::government::noun(n, ar))
        {
            return government::plain(en).to_owned();
        }
        // وقعت اشتباكات بمناطق متفرقة: in them
        let there = self.get(at).is_some_and(|x| x.pos == Pos::Noun && !x.agent && complement::place(&x.en));
        if ar == "ب" && there && self.governors.iter().rev().find_map(|l| l.prep(ar)).is_none_or(|en| en == "with") {
            return "in".to_owned();
        }
        let fresh = !self.filled || self.nodes[i].and;
        // طالب خلال اجتماع اللجنة بالكشف عنهم: what the verb still wants is no meeting with them
        let wanting = !self.filled && self.governors.len() > 1 && before.is_some_and(|b| b.nominal() && b.pos != Pos::Masdar);
        let first = self.governors.first().and_then(|l| l.prep(ar)).filter(|en| wanting && en.is_empty());
        if let Some(en) =
            first.or_else(|| self.governors.iter().rev().find_map(|l| l.prep(ar))).filter(|en| fresh || !en.is_empty())
        {
            let noun = before.is_some_and(|b| {
                (b.pos == Pos::Masdar && b.own || b.pos == Pos::Noun)
                    && b.lemma.filter(|m| m.pos == "verb").and_then(|m| m.prep(ar)).is_some_and(str::is_empty)
            });
            // ينص الاتفاق على: the preposition is the verb's, not that of the noun which does it.
            let masdar = before.is_some_and(|b| b.pos != Pos::Masdar)
                && (0..i)
                    .rev()
                    .take(5)
                    .map(|j| &self.nodes[j])
                    // هدد الوفد، لدى سماعه، بمقاطعة الجلسة: none that stands between commas
                    .take_while(|n| !matches!(n.pos, Pos::Mark('،' | ',')))
                    .filter(|n| !n.agent)
                    .find(|n| matches!(n.pos, Pos::Masdar | Pos::Verb))
                    .is_some_and(|n| n.pos == Pos::Masdar && n.lemma.and_then(|l| l.prep(ar)).is_some_and(str::is_empty));
            // للإفراج عن المعتقلين: to release them
            let to_do = before.is_some_and(|b| self.out.ends(&format!(" to {}", b.en)));
            let direct = to_do || before.is_some_and(|b| matches!(b.pos, Pos::Verb | Pos::Active));
            return if en.is_empty() && (noun || masdar) && !direct { "of".to_owned() } else { en.to_owned() };
        }
        // الانسحاب من الموانئ ومن المدينة: from both
        if self.nodes[i].and
            && ar == "من"
            && let Some(k) = (0..i).rev().take(8).find(|&k| self.nodes[k].pos == Pos::Prep && self.nodes[k].ar == ar)
            && let Some(en) =
                self.nodes[..k].iter().rev().take(3).filter(|b| b.nominal()).find_map(|b| government::noun(&b.en, ar))
        {
            return government::plain(en).to_owned();
        }
        let inner = self.get(at);
        let place = inner.is_some_and(|x| {
            x.pos == Pos::Name && x.feminine && x.bare && !x.person_name || x.pos == Pos::Noun && complement::place(&x.en)
        });
        let masdar = before.is_some_and(|b| b.pos == Pos::Masdar) || self.governors.len() > 1;
        match ar {
            "من" if before.is_some_and(|b| {
                b.en == "anything"
                    || matches!(b.pos, Pos::Number | Pos::Quant | Pos::Adjective)
                    || (b.nominal() && !b.bare && (b.pos != Pos::Masdar || b.own))
            }) && !inner.is_some_and(|x| x.agent && x.bare && before.is_some_and(|b| !b.definite)) =>
            {
                "of".to_owned()
            }
            "تحت" => "under".to_owned(),
            "ب" if place => "in".to_owned(),
            "ب" if inner.is_some_and(|x| matches!(x.en.as_str(), "attendance" | "presence")) => "with".to_owned(),
            "ب" if inner.is_some_and(|x| x.pos == Pos::Masdar && !x.own) => "by".to_owned(),
            "ل" if masdar
                && before.is_some_and(|b| b.pos == Pos::Adjective || b.pos == Pos::Masdar)
                && !inner.is_some_and(|x| x.pos == Pos::Masdar) =>
            {
                "of".to_owned()
            }
            "ل" if inner.is_some_and(|x| x.agent && !x.definite || x.person_name) => "to".to_owned(),
            _ if short(ar) => short_prep(ar).to_owned(),
            _ => self.nodes[i].en.clone(),
        }
    }
}
