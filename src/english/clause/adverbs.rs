//! Adverbs and words of time.

use super::*;

impl Clause<'_> {
    pub(super) fn adverb(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        self.and(i);
        // وافق الوفد مبدئيا على المقترح: agreed in principle to
        if let Some(to) = self.own_preposition(i) {
            self.out.cut(self.out.len() - to.len());
            let next = self.adverb(i);
            self.out.word(to.trim());
            return next;
        }
        // كما in the middle of a clause, before a verb, is "as".
        let verb = self.get(i + 1).is_some_and(|x| x.pos == Pos::Verb && !x.and);
        if n.ar == "كما" && verb && !self.out.fresh() && !matches!(self.nodes[i.saturating_sub(1)].pos, Pos::Mark(_)) {
            self.out.word("as");
            self.fresh();
            return i + 1;
        }
        // كما أن البيان خلا من: a clause of its own.
        if n.en == "also" && ["كما أن", "كما ان"].iter().any(|w| n.ar.starts_with(w)) {
            self.out.comma();
            self.out.word(if self.out.fresh() { "also," } else { "and" });
            self.fresh();
            self.opened = true;
            return i + 1;
        }
        // من جهة … من جهة أخرى
        if n.en.eq_ignore_ascii_case("separately") && self.out.has("on the one hand") {
            self.out.word("on the other");
            return i + 1;
        }
        // وهذه أول مرة يلتقون فيها: is the first time they meet
        if n.en == "for the first time" && i > 0 && self.is(i - 1, Pos::Dem) && !n.and {
            self.out.word("is the first time that");
            self.fresh();
            self.gone = (i + 1..(i + 7).min(self.nodes.len()))
                .find(|&j| self.is(j, Pos::Prep) && self.nodes[j].ar == "في" && self.nodes[j].pron == Some(Pronoun::Her));
            return i + 1;
        }
        if let Some(next) = self.day_and_part(i) {
            return next;
        }
        let en = n.en.as_str();
        if let Some(p) = n.prep {
            self.out.word(short_prep(p));
        }
        // A weekday, month or part of the day.
        let part_of_day = matches!(en, "morning" | "evening" | "night" | "dawn" | "noon" | "afternoon");
        let two = en == "night" && self.get(i + 2).is_some_and(|d| d.weekday && !d.and && d.prep.is_none());
        if part_of_day && !two && self.get(i + 1).is_some_and(|d| d.weekday && !d.and) {
            let day = self.nodes[i + 1].en.clone();
            if matches!(en, "dawn" | "noon") {
                self.preposed("at", i);
                self.out.word(&format!("{en} on {day}"));
            } else {
                self.preposed("on", i);
                self.out.word(&format!("{day} {en}"));
            }
            return i + 2;
        }
        // منتصف ليل الاثنين الثلاثاء: between the two days
        if n.weekday
            && i > 0
            && (self.nodes[i - 1].en.contains("midnight") || self.nodes[i - 1].en == "night")
            && let Some(next) = self.get(i + 1).filter(|d| d.weekday && !d.and && d.prep.is_none())
        {
            self.out.word(&format!("between {} and {}", n.en, next.en));
            return i + 2;
        }
        // تبدأ الهدنة منتصف الليل: at midnight
        let alone = i.checked_sub(1).is_none_or(|b| self.nodes[b].pos != Pos::Prep) && n.prep.is_none();
        if en == "midnight" && alone && !self.get(i + 1).is_some_and(|d| d.weekday) {
            self.out.word("at");
        }
        if n.weekday {
            let dated = en.starts_with(|c: char| c.is_ascii_digit())
                || !crate::english::numbers::MONTHS.iter().any(|m| en.starts_with(m));
            self.preposed(if dated && en.len() != 4 { "on" } else { "in" }, i);
        } else if part_of_day {
            self.preposed("in the", i);
        }
        self.out.word(en);
        // على هامش الاجتماع: on the sidelines of the meeting
        if n.mention
            && !n.weekday
            && en.contains(' ')
            && ["on the ", "in the ", "at the ", "under the "].iter().any(|p| en.starts_with(p))
            && !en.ends_with(" of")
            && self.get(i + 1).is_some_and(|x| x.ungoverned() && (x.definite || x.pos == Pos::Masdar))
            && n.pron.is_none()
        {
            self.out.word("of");
            return self.bare_phrase(i + 1, true);
        }
        // الأربعاء المقبل
        if n.weekday
            && let Some(a) = self.get(i + 1).filter(|a| a.pos == Pos::Adjective && a.definite && !a.and)
        {
            let word = match a.en.as_str() {
                "next" | "coming" => "(next)",
                "last" | "past" => "(last)",
                "current" => "(this month)",
                w => w,
            };
            let word = word.to_owned();
            self.out.word(&word);
            return i + 2;
        }
        i + 1
    }

    /// The preposition that the English of the verb has at its end, where the Arabic one stands behind the adverb at `i`.
    fn own_preposition(&self, i: usize) -> Option<&'static str> {
        let to = [" to", " on", " with", " for", " of"].into_iter().find(|to| self.out.ends(to))?;
        let before = self.nodes.get(i.checked_sub(1)?)?;
        let lemma = self.governors.last().filter(|l| l.pos == "verb")?;
        let at = (i + 1..).find(|&j| !self.get(j).is_some_and(|x| x.pos == Pos::Adverb && !x.and && x.prep.is_none()))?;
        let own = self.get(at).filter(|x| !x.and && x.pron.is_none());
        let own = own.and_then(|_| complement::preposition(self.nodes, at)).is_some_and(|(ar, _)| lemma.prep(ar) == Some(""));
        let bare = before.pos != Pos::Prep && self.nodes[i].prep.is_none() && !self.nodes[i].and && !self.nodes[i].weekday;
        (own && bare).then_some(to)
    }

    /// A preposition for a time, unless one stands there.
    pub(super) fn preposed(&mut self, prep: &str, i: usize) {
        let before = i.checked_sub(1).and_then(|p| self.get(p));
        let has = before.is_some_and(|b| b.pos == Pos::Prep && b.pron.is_none())
            || self.nodes[i].prep.is_some()
            || (self.nodes[i].and && before.is_some_and(|b| b.weekday));
        if !has {
            self.out.word(prep);
        }
    }

    /// مساء أمس الاثنين: yesterday evening, Monday; اليوم الثلاثاء: today, Tuesday.
    fn day_and_part(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        let near = |x: &Node| matches!(x.en.as_str(), "yesterday" | "today" | "tomorrow") && x.pos == Pos::Adverb;
        let part = matches!(n.en.as_str(), "morning" | "evening" | "night" | "dawn" | "noon" | "afternoon");
        let at = i + usize::from(part);
        let day = self.get(at).filter(|d| near(d) && (at == i || !d.and) && n.prep.is_none())?.en.as_str();
        let bracket = self.is(at + 1, Pos::Mark('(')) && self.is(at + 3, Pos::Mark(')'));
        let weekday = self.get(at + 1 + usize::from(bracket)).filter(|w| w.weekday && !w.and && w.prep.is_none());
        if !part && weekday.is_none() {
            return None;
        }
        let text = match (part, n.en.as_str(), day) {
            (false, ..) => day.to_owned(),
            (_, "dawn" | "noon", _) => format!("at {} {day}", n.en),
            (_, "night", "today") => "tonight".to_owned(),
            (_, "night", "yesterday") => "last night".to_owned(),
            (_, part, "today") => format!("this {part}"),
            (_, part, _) => format!("{day} {part}"),
        };
        self.out.word(&text);
        let Some(weekday) = weekday else { return Some(at + 1) };
        self.out.word(&format!(", {},", weekday.en));
        Some(at + if bracket { 4 } else { 2 })
    }
}
