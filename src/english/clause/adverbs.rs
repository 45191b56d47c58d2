//! Adverbs and words of time.

use super::*;

impl Clause<'_> {
    pub(super) fn adverb(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        self.and(i);
        // كما in the middle of a clause, before a verb, is "as".
        let verb = self.get(i + 1).is_some_and(|x| x.pos == Pos::Verb && !x.and);
        if n.ar == "كما" && verb && !self.out.fresh() && !matches!(self.nodes[i.saturating_sub(1)].pos, Pos::Mark(_)) {
            self.out.word("as");
            self.fresh();
            return i + 1;
        }
        let en = n.en.as_str();
        if let Some(p) = n.prep {
            self.out.word(short_prep(p));
        }
        // A weekday, month or part of the day.
        let part_of_day = matches!(en, "morning" | "evening" | "night" | "dawn" | "noon" | "afternoon");
        if part_of_day && self.get(i + 1).is_some_and(|d| d.weekday && !d.and) {
            let day = self.nodes[i + 1].en.clone();
            self.preposed("on", i);
            self.out.word(&format!("{day} {en}"));
            return i + 2;
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
            && self.get(i + 1).is_some_and(|x| x.nominal() && !x.and && x.prep.is_none() && (x.definite || x.pos == Pos::Masdar))
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
}
