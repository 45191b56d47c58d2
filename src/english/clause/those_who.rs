//! Those who: من and a verb.

use super::*;

impl Clause<'_> {
    /// أمام من لم يوقعوا: those who
    pub(super) fn those_who(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        if n.pos != Pos::Prep || !complement::whom(self.nodes, i) {
            return None;
        }
        self.rule("relative clause");
        // لم يعرف من سيشارك, من غير الواضح من سيشارك: who
        let asks = ["known", "known yet", "clear", "decided", "determined", "decided yet"].iter().any(|w| self.out.ends(w));
        // رئيس الوفد هو من عرقل الاتفاق: one person or body
        let one = i > 0
            && self.nodes[i - 1].pos == Pos::Pron
            && matches!(self.nodes[i - 1].ar.as_str(), "هو" | "هي")
            && verb::group(self.nodes, i + 1).is_some_and(|g| matches!(g.person, Person::He | Person::She));
        // ومن خرقها هو الجيش
        let one = one
            || verb::group(self.nodes, i + 1).is_some_and(|g| {
                self.get(g.next).is_some_and(|x| x.pos == Pos::Pron && !x.and && matches!(x.ar.as_str(), "هو" | "هي"))
            });
        // هناك من يريد: there are
        self.out.some();
        self.out.word(
            match n.en.strip_suffix("those who") {
                Some(all) => format!("{all}those who"),
                None if one => "the one who".to_owned(),
                None => if asks { "who" } else { "those who" }.to_owned(),
            }
            .as_str(),
        );
        let opens = !asks && self.subject.is_none() && !self.main;
        self.fresh();
        // أن من يعرقل الاتفاق سيتحمل المسؤولية: what they will do stands behind
        if opens && self.waiting.is_none() && self.two_verbs(i + 1) {
            self.waiting = Some(Feat { plural: true, human: true, words: "those".to_owned(), ..Feat::default() });
        }
        self.rel = Some(Feat { plural: !one, feminine: false, human: true, agent: true, name: true, words: String::new() });
        Some(i + 1)
    }
}
