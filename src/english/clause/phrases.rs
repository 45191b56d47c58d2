//! Phrases in a clause: where they stand, topics, what is no phrase.

use super::*;

/// What is somebody's to have.
pub(super) const WHOSE: &[&str] = &["decision", "choice", "priority", "victory", "floor", "final say", "responsibility", "right"];

/// How verbs end that say of somebody what he is.
const LINKS: [&str; 9] = [" is", " are", " was", " were", " be", " been", " seem", " seems", " seemed"];

impl Clause<'_> {
    /// A noun phrase, or whatever else stands at `i`, where the clause has it.
    pub(super) fn phrase(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        if n.prep.is_some() && n.pos != Pos::Verb {
            return self.prep(i);
        }
        let anew = self.begins_anew(i);
        if anew {
            self.rule("subject before its verb");
            self.out.comma();
            self.and(i);
            self.fresh();
            self.opened = true;
        }
        let next = self.bare_phrase(i, false);
        // The subject of a clause that و opens.
        match np::np(self.nodes, i).filter(|_| anew) {
            Some(p) => {
                self.subject = Some(Feat::of(&p));
                self.last.clone_from(&self.subject);
                (self.pending, self.opened) = (None, false);
                p.next
            }
            None => next,
        }
    }

    /// دمشق تريد جدولا، وأنقرة ترفض ذلك: a clause that begins with its subject, behind another.
    fn begins_anew(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        let comma = i > 0 && matches!(self.nodes[i - 1].pos, Pos::Mark('،' | ',' | '؛'));
        let who = |p: &Np| p.agent || p.human || p.name;
        // الدول تتفق على التهدئة ورئيس الوفد يتهم النظام: one person with a verb of the present, comma or not
        let alone = |p: &Np, g: &Group| comma || p.human && !p.many && g.time == Time::Present;
        n.and
            && self.main
            && self.rel.is_none()
            && n.nominal()
            && np::np(self.nodes, i).filter(|p| p.definite).is_some_and(|p| {
                // والموعد ليس المشكلة
                if comma && self.is(p.next, Pos::IsNot) {
                    return true;
                }
                let acts = |g: &Group| {
                    let v = &self.nodes[g.verb];
                    !self.nodes[p.next].and && v.prep.is_none() && v.pron.is_none() && Feat::of(&p).fits(g.person)
                };
                who(&p) && verb::group(self.nodes, p.next).is_some_and(|g| acts(&g) && alone(&p, &g))
            })
    }

    pub(super) fn bare_phrase(&mut self, i: usize, subject: bool) -> usize {
        if i >= self.nodes.len() {
            return i;
        }
        let fresh = self.out.fresh();
        let n = &self.nodes[i];
        // روسيا وتركيا وإيران: Russia, Turkey and Iran
        let more = n.and
            && n.prep.is_none()
            && n.pos == Pos::Name
            && i.checked_sub(1).is_some_and(|b| self.nodes[b].pos == Pos::Name)
            && np::np(self.nodes, i)
                .and_then(|p| self.get(p.next))
                .is_some_and(|x| x.and && x.pos == Pos::Name && x.prep.is_none() && !x.person_name);
        if more {
            self.out.comma();
        } else {
            self.and_once(i);
        }
        let governed = n.prep.is_some()
            || i.checked_sub(1).and_then(|p| self.get(p)).is_some_and(|p| p.pos == Pos::Prep && p.pron.is_none());
        // يحاول الإسهام في: tries to contribute to
        if !governed
            && matches!(n.pos, Pos::Masdar | Pos::Noun)
            && !n.and
            && self.main
            && !self.filled
            && self.governors.last().and_then(|l| l.en(0)).is_some_and(|v| {
                matches!(v, "try" | "intend" | "decide" | "want" | "agree" | "plan" | "pledge" | "promise" | "seek" | "attempt")
            })
            && let Some((text, next)) = infinitive::infinitive(self.nodes, i, &crate::english::phrase::Outer::default())
        {
            self.rule("to do");
            self.out.word(&format!("to {text}"));
            self.filled = true;
            return next;
        }
        // ما زالوا محاصرين: still besieged
        // وهو أول لقاء: the first meeting
        let ordinal = n.mention
            && matches!(n.en.as_str(), "first" | "last")
            && self.get(i + 1).is_some_and(|x| x.ungoverned() && !x.definite);
        let predicate = matches!(n.pos, Pos::Adjective | Pos::Passive)
            && !ordinal
            && !n.definite
            && n.prep.is_none()
            && self.object
            && !n.lemma.is_some_and(|l| l.is('e'))
            && [" are", " were", " is", " was", " still", " be"].iter().any(|w| self.out.ends(w));
        if predicate {
            self.filled = true;
            return self.loose(i);
        }
        let found = if subject && self.of_verb.is_some() {
            np::subject(self.nodes, i, self.of_verb)
        } else {
            np::object(self.nodes, i, self.governors.last().copied())
        };
        let Some(mut p) = found else { return self.loose(i) };
        // القرار للوسطاء: the decision is for them
        if !governed
            && !subject
            && self.subject.is_none()
            && self.opened
            && !self.main
            && WHOSE.contains(&p.head.as_str())
            && self.get(i + 1).is_some_and(|x| x.prep == Some("ل") && x.nominal() && !x.and)
            && p.next > i + 1
            && !self.verb_ahead(i + 1)
        {
            p = Np { post: String::new(), next: i + 1, ..p };
        }
        if std::mem::take(&mut self.none) {
            p.det = match &p.det {
                Det::Words(w) if w.starts_with("any of") => Det::Words(w.replacen("any", "none", 1)),
                _ => Det::Words("no".to_owned()),
            };
        }
        if p.head.ends_with('*') {
            self.named += (i..p.next).filter(|&j| self.nodes[j].pos == Pos::Unknown).count();
        } else if p.text().contains('*') {
            self.named += (i..p.next).filter(|&j| self.nodes[j].pos == Pos::Unknown).count();
        }
        // أن الإعلان، الذي وقع في جدة، إعلان ذو طابع إنساني: is one
        if !governed
            && !subject
            && i > 0
            && self.is(i - 1, Pos::Mark('،'))
            && self.waiting.is_some()
            && matches!(n.pos, Pos::Noun | Pos::Masdar)
            && self.is_predicate(i)
        {
            let plural = self.waiting.take().is_some_and(|w| w.plural);
            self.rule("is");
            self.out.word(if plural { "are" } else { "is" });
            (self.main, self.object) = (true, true);
        }
        // محادثات محورها الانتقال: whose focus is
        if !governed
            && !subject
            && !n.and
            && n.pos == Pos::Noun
            && n.ar != "بلاد"
            && matches!(n.pron, Some(Pronoun::His | Pronoun::Her))
            && i > 0
            && (self.nodes[i - 1].nominal() || self.nodes[i - 1].pos == Pos::Adjective)
            // إقامة دولته المستقلة: holding it
            && (self.nodes[i - 1].pos != Pos::Masdar || self.is(i + 1, Pos::Number))
            && !self.nodes[i - 1].definite
            && !self.nodes[i - 1].bare
            && self.nodes[i - 1].pron.is_none()
            && p.next == i + 1
            && self
                .get(p.next)
                .is_some_and(|x| !x.and && x.prep.is_none() && (x.nominal() && !x.accusative || x.pos == Pos::Number))
        {
            self.rule("relative without الذي");
            self.out.word(&format!("whose {} {}", p.head, if p.many { "are" } else { "is" }));
            self.ended = (0, 0);
            return p.next;
        }
        // أبلغ الوسطاء رفضه: informed them of it
        let informed = !governed
            && !subject
            && !n.and
            && self.main
            && self.filled
            && (n.pos == Pos::Masdar || n.pos == Pos::Noun && n.pron.is_some())
            && self.governors.last().is_some_and(|l| l.ar == "أبلغ")
            && self.ended == (i, self.out.len());
        if informed {
            self.out.word("of");
            self.ended = (0, 0);
        }
        // العاصمة طرابلس
        let place = n.pos == Pos::Name && n.bare && !n.person_name;
        // Two noun phrases with nothing between them: one of them was read wrongly, or its role is not known.
        // وقع في جنيف اتفاقا: the object behind a phrase of place.
        let placed =
            !self.filled
                && self.main
                && self.governors.last().is_some_and(|l| l.is('t'))
                && (0..i).rev().take(4).take_while(|&j| self.nodes[j].pos != Pos::Verb).any(|j| {
                    self.nodes[j].pos == Pos::Prep && !self.governors.iter().any(|l| l.prep(&self.nodes[j].ar).is_some())
                });
        let later = placed || n.accusative && n.time_unit();
        if !governed
            && !subject
            && !n.and
            && !later
            && self.ended == (i, self.out.len())
            && !matches!(n.pos, Pos::Number)
            && !place
        {
            self.guessed += 1;
        }
        // تمديد الهدنة يوما إضافيا: by an additional day; رفضا قاطعا: with a categorical rejection
        let unit = self.nodes[p.at].en.as_str();
        // استمرت خمسة أيام: counted
        let unit = if matches!(n.pos, Pos::Number | Pos::Quant) && n.en != "every" { unit.trim_end_matches('s') } else { unit };
        let time = node::time_unit(unit) && !p.definite;
        let how = n.pos == Pos::Masdar
            && n.accusative
            && !p.definite
            && n.lemma.zip(self.governors.last()).is_some_and(|(a, b)| a.ar == b.ar);
        // أمهل الحكومة أسبوعا: gave it a week
        let given = self.governors.last().is_some_and(|l| {
            matches!(
                l.ar,
                "أمهل"
                    | "منح"
                    | "أعطى"
                    | "استغرق"
                    | "أمضى"
                    | "قضى"
                    | "حدد"
                    | "بلغ"
                    | "تجاوز"
                    | "اختتم"
                    | "أنهى"
            )
        });
        if !governed && !subject && !n.and && self.main && (time && !given && !p.text().starts_with("every ") || how) {
            let moved = |l: &Lemma| matches!(l.ar, "مدد" | "مد" | "أجل" | "أرجأ" | "أخر" | "تأجل" | "أطال" | "تأخر");
            let near = self.nodes[..i].iter().rev().take(6).any(|b| b.lemma.is_some_and(|l| moved(&l)));
            let word = if how {
                "with"
            } else if near {
                "by"
            } else {
                "for"
            };
            if ![" for", " within", " is", " are", " was", " were"].iter().any(|w| self.out.ends(w)) {
                self.out.word(word);
            }
            self.ended = (0, 0);
        }
        // حدد الأحد موعدا للجولة: set it as the date of
        if !governed
            && !subject
            && !n.and
            && self.filled
            && n.accusative
            && n.en == "date"
            && self.governors.last().is_some_and(|l| matches!(l.ar, "حدد" | "اعتمد" | "أعلن" | "ضرب"))
        {
            self.out.word("as");
        }
        self.out.word(&p.text());
        self.ended = (p.next, self.out.len());
        self.filled |= self.main && !governed && !subject && n.pos != Pos::Number;
        if self.nodes[p.at].lemma.is_some_and(|l| l.pos == "verb") {
            let filled = self.filled;
            self.govern(&self.nodes[p.at]);
            self.filled = filled;
        }
        self.noun = Some(p.head.clone());
        if n.and
            && !self.main
            && let Some(s) = &mut self.subject
        {
            s.plural = true;
        }
        // وفي كاودا، معقل الحركة، طالب: what the place is, no subject
        let place_is = i > 1
            && self.is(i - 1, Pos::Mark('،'))
            && self.nodes[i - 2].pos == Pos::Name
            && self.is(p.next, Pos::Mark('،'))
            && self.get(p.next + 1).is_some_and(|x| x.pos == Pos::Verb && !x.and);
        if !governed
            && !place_is
            && !subject
            && self.subject.is_none()
            && self.rel.is_none()
            && (!p.accusative || self.opened)
            && (!n.and || fresh)
        {
            self.subject = Some(Feat::of(&p));
            self.last = self.subject.clone();
            self.pending = None;
            return self.topic(&p);
        }
        p.next
    }

    pub(super) fn and_once(&mut self, i: usize) {
        if !self.out.ends(" and") {
            self.and_if_bare(i);
        }
    }

    pub(super) fn and_if_bare(&mut self, i: usize) {
        if self.nodes[i].prep.is_none() {
            self.and(i);
        }
    }

    /// What is no phrase: an adjective, a participle, a demonstrative on its own.
    pub(super) fn loose(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        // كان متفائلا: was optimistic, where a verb links it to its subject
        let linked = LINKS.iter().any(|w| self.out.ends(w));
        let doing = |x: &Node| match x.en.strip_prefix("be ").filter(|_| linked) {
            Some(what) => what.to_owned(),
            None => generate::gerund(&x.en),
        };
        let text = match n.pos {
            Pos::Active => doing(n),
            Pos::Passive => n.participle(),
            Pos::Non => match self.get(i + 1) {
                Some(x) if matches!(x.pos, Pos::Adjective | Pos::Passive | Pos::Active) => {
                    let word = match x.pos {
                        Pos::Passive => x.participle(),
                        Pos::Active => doing(x),
                        _ => x.en.clone(),
                    };
                    self.out.word(&format!("not {word}"));
                    return i + 2;
                }
                _ => "not".to_owned(),
            },
            Pos::NonMasdar => "not".to_owned(),
            // كل ما طلبته: everything that
            Pos::Quant if n.en == "every" && self.is(i + 1, Pos::What) => "everything".to_owned(),
            Pos::Unknown => names::name(self.nodes, i).0,
            _ => n.en.clone(),
        };
        // مهمة جدا
        if self.get(i + 1).is_some_and(|x| x.pos == Pos::Adverb && x.en == "very")
            && matches!(n.pos, Pos::Adjective | Pos::Passive)
        {
            self.out.word(&format!("very {text}"));
            return i + 2;
        }
        self.out.word(&text);
        if matches!(n.pos, Pos::Active | Pos::Passive) {
            self.govern(&self.nodes[i]);
        }
        i + 1
    }
}
