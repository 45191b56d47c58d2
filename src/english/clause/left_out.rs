//! Verbs whose subject is left out: carried over, in brackets, or nobody.

use super::*;

/// Verbs that nobody does.
const IMPERSONAL: &[&str] = &["اتضح", "تبين", "ثبت", "بدا", "تقرر", "كفى", "تعذر", "تسنى", "تأكد", "تردد"];

impl Clause<'_> {
    pub(super) fn without_subject(&mut self, g: &Group, coordinated: bool) -> usize {
        let n = &self.nodes[g.verb];
        let carried = self.subject.clone().or_else(|| self.last.clone()).filter(|s| s.fits(g.person));
        let thing = n.pron.is_none() && matches!(g.person, Person::He | Person::She);
        // أنه اتفق خلال اللقاء على: a verb without an object has nobody who suffers it.
        let governed = |x: &Node| x.pos == Pos::Prep && n.lemma.and_then(|l| l.prep(&x.ar)).is_some_and(|en| !en.is_empty());
        let of_nobody = g.passive
            && thing
            && self.nodes[g.next..].iter().take(24).take_while(|x| !x.ends_clause() && x.pos != Pos::That).any(governed);
        let word = match (&carried, g.person) {
            _ if of_nobody => "it",
            // أنه سيتم "عقد لقاء": nobody takes place
            _ if is_verb(n, "تم") && g.person == Person::He => "it",
            (Some(f), p) => f.pronoun(p),
            (None, Person::He) => "he/it",
            (None, Person::She) => "it",
            (None, p) => Feat::default().pronoun(p),
        };
        let plural = matches!(word, "they" | "we");
        let own = matches!(g.person, Person::We | Person::I);
        // ما لم يفرج عن المعتقلين: unless they are released
        // ما لم تمدد: unless it is extended
        let of_thing = n.lemma.is_some_and(|l| l.is('t')) && thing && !self.behind_adverbs(g.next).is_some_and(Node::ungoverned);
        let unless = self.out.ends("unless") && (done_to_people(n) || of_thing) && !n.and;
        if (carried.is_none() || g.passive || unless)
            && self.left_out.is_none()
            && let Some(next) = self.nobody_named(g)
        {
            return next;
        }
        // عددا من المقاتلين …، قتلوا: with nobody behind them they were killed
        let mut g = g.clone();
        g.passive |= g.person == Person::They && done_to_people(n) && n.pron.is_none() && !self.whom(g.next);
        g.passive |= unless && of_thing;
        let g = &g;
        let impersonal = thing && (g.passive || n.en.starts_with("be "));
        let first = self.out.fresh() || self.out.text_is_short();
        if coordinated && carried.is_some() && self.subject.is_some() && !own {
            self.rule("same subject");
        } else if own {
            // نحن ننتظر: we
            if !(self.out.ends(" we")
                || self.out.len() == 2 && self.out.ends("we")
                || self.out.ends("“we")
                || self.out.ends("We"))
            {
                self.out.word(word);
            }
        } else if carried.is_none() && first && self.left_out.is_some() {
            let name = self.left_out.take().unwrap_or_default();
            self.rule("speaker in brackets");
            self.out.word(&name);
            let feminine = self.woman && g.person == Person::She;
            self.last = Some(Feat { human: true, agent: true, name: true, feminine, words: name, ..Feat::default() });
            self.subject = self.last.clone();
            self.speaker = self.last.clone();
        } else if impersonal && carried.is_none() {
            self.out.word("it");
        } else if let Some(f) = &carried {
            self.rule("subject before");
            let name = f.words.clone();
            if self.part && self.out.fresh() && !name.is_empty() {
                self.out.word(&format!("[{name}]"));
            } else {
                self.out.word(word);
            }
        } else if g.person == Person::He && n.pron.is_none() && !g.passive && self.not_known(g) {
            // لم يعرف بعد من سيشارك: it was not known
            let mut g = g.clone();
            g.passive = true;
            self.rule("passive for an open subject");
            self.out.word("it");
            self.out.word(&verb::english(&g, n, false));
            self.subject = Some(Feat { name: true, ..Feat::default() });
            return self.after_verb(&g, None);
        } else if matches!(g.person, Person::He | Person::She) && n.pron.is_none() && self.says(g.next) {
            // It was noted that …: who spoke is not in this line. يبدو أن: it seems that
            let mut g = g.clone();
            g.passive = !is_any(n, IMPERSONAL);
            self.rule("passive for an open subject");
            self.out.word("it");
            self.out.word(&verb::english(&g, n, false));
            return self.after_verb(&g, None);
        } else {
            // لم يتضح بعد ما إذا: it
            if n.pron.is_none() && is_any(n, IMPERSONAL) {
                self.out.word("it");
            } else {
                self.rule("subject in brackets");
                self.out.word(&format!("[{word}]"));
            }
        }
        // المسائل … على أن توقع غدا: what is signed signs nothing
        let mut g = g.clone();
        g.passive |= n.pron.is_none()
            && carried.as_ref().is_some_and(|f| !f.words.is_empty() && passive_of_thing(n, f))
            && !self
                .get(g.next)
                .is_some_and(|x| x.ungoverned() || matches!(x.pos, Pos::Quant | Pos::Number | Pos::Dem | Pos::What | Pos::That));
        let g = &g;
        let with = self.with_object(n, g.next);
        self.out.word(&verb::english(g, &with, plural || (coordinated && carried.as_ref().is_some_and(|c| c.plural))));
        if with.en != n.en {
            if self.subject.is_none() {
                self.subject = carried.or(Some(Feat { plural, name: true, ..Feat::default() }));
            }
            self.govern(&with);
            self.object = false;
            return g.next;
        }
        if self.subject.is_none() {
            self.subject =
                carried.or(Some(Feat { plural, feminine: false, human: false, agent: false, name: true, words: String::new() }));
        }
        self.after_verb(g, None)
    }

    /// أسدل الستار في سوتشي على الجولة, لم يفرج عن أحد: what the preposition of the verb governs suffers it, and nobody is named who did it.
    fn nobody_named(&mut self, g: &Group) -> Option<usize> {
        let n = &self.nodes[g.verb];
        let lemma = n.lemma.filter(|l| l.pos == "verb" && !g.copula && g.person == Person::He && n.pron.is_none())?;
        let mut at = g.next;
        let (ar, inner) = loop {
            let x = self.get(at).filter(|_| at < g.next + 12)?;
            match complement::preposition(self.nodes, at).filter(|(ar, _)| lemma.prep(ar).is_some()) {
                Some(found) => break found,
                None if x.pos == Pos::Prep || x.prep.is_some() && x.pos != Pos::Verb => at = subject::behind_pp(self.nodes, at)?,
                None if x.pos == Pos::Adverb || matches!(x.pos, Pos::Mark('،' | ',' | '(' | ')')) => at += 1,
                None => return None,
            }
        };
        let en = lemma.prep(ar).filter(|en| en.is_empty() || g.passive)?;
        let p = np::np(self.nodes, inner).filter(|p| !p.name)?;
        // وأشار إلى الاتفاق: somebody did, who is named elsewhere.
        if !(g.passive || done_to_people(n) || !self.out.fresh() || passive_of_thing(n, &Feat::of(&p))) {
            return None;
        }
        self.rule("passive for an open subject");
        // لم يفرج عن أي منهم, لم يفرج عن أحد: none of them, no one
        let none = if g.negated && p.head == "anyone" {
            Some("no one".to_owned())
        } else {
            let text = p.text();
            let of = text.strip_prefix("any of ").map(|rest| format!("none of {rest}"));
            // لم يعلن عن أي اتفاق: no agreement
            of.or_else(|| text.strip_prefix("any ").map(|rest| format!("no {rest}"))).filter(|_| g.negated)
        };
        let done = Group { passive: true, negated: g.negated && none.is_none(), ..g.clone() };
        self.out.word(&none.unwrap_or_else(|| p.text()));
        self.out.word(&verb::english(&done, n, p.many));
        self.out.word(government::plain(en));
        (self.subject, self.main, self.object) = (Some(Feat::of(&p)), true, true);
        self.govern(n);
        self.between(g.next, at);
        Some(p.next)
    }

    /// True for a verb of knowing that is denied, with a question behind it.
    fn not_known(&self, g: &Group) -> bool {
        // لم يعرف على الفور ما إذا: not immediately
        let when = |n: &&Node| n.pos == Pos::Adverb || n.ar == "بعد";
        let at = g.next + self.nodes[g.next.min(self.nodes.len())..].iter().take_while(when).count();
        is_any(&self.nodes[g.verb], &["عرف", "علم", "حدد"])
            && g.negated
            && self.get(at).is_some_and(|x| {
                x.en == "whether"
                    || matches!(x.ar.as_str(), "متى" | "متي" | "أين" | "اين" | "كيف")
                    || x.pos == Pos::Prep && x.ar == "من" && self.get(at + 1).is_some_and(|v| v.pos == Pos::Verb)
            })
    }

    /// True if أن, with or without a preposition, stands at `i`, and tells what is so rather than what is wanted.
    pub(super) fn says(&self, i: usize) -> bool {
        let i = i + usize::from(self.get(i).is_some_and(|p| p.pos == Pos::Prep && p.pron.is_none()));
        self.is(i, Pos::That) && !self.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense != Tense::Perfect)
    }
}
