//! Prepositions and what they open.

use super::*;

/// Verbs whose preposition has an event or a body behind it, and no man.
const EVENTS: &[&str] = &["شارك", "غاب", "تغيب", "ساهم", "أسهم", "انضم", "انسحب", "انخرط", "وقع", "أقام", "سكن", "عاش", "وجد"];

/// Verbs of telling that have nobody to whom something is told of their own.
const TOLD: &[&str] =
    &["كشف", "نقل", "أفاد", "أضاف", "أعلن", "روى", "نفى", "رجح", "لفت", "أشار", "بين", "أكد", "أوضح", "صرح", "ذكر"];

impl Clause<'_> {
    /// A preposition and its phrase.
    pub(super) fn prep(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        if self.gone == Some(i) {
            return i + 1;
        }
        // قافلة، وقوامها 15 شاحنة: which consists of so many
        let aside = n.pos == Pos::Prep
            && n.mention
            && n.en == "consisting of"
            && i > 0
            && matches!(self.nodes[i - 1].pos, Pos::Mark('،'));
        let what = n.ar == "من" && n.pron.is_some() && self.is(i + 1, Pos::What);
        if !(aside || what && i > 0 && self.is(i - 1, Pos::Mark('،'))) {
            self.and(i);
        }
        // النقاط الأربع، ومنها ما يتعلق بالجيش: including what relates to it
        if n.ar == "من"
            && n.and
            && n.pron.is_some_and(|p| p != Pronoun::His)
            && i > 0
            && self.is(i - 1, Pos::Mark('،'))
            && self.get(i + 1).is_some_and(|x| x.pos == Pos::What && !x.and && x.prep.is_none())
        {
            self.out.word("including");
            return i + 1;
        }
        // بين الحكومة وبين المعارضة: said once in English
        let between = |x: &Node| x.pos == Pos::Prep && x.ar == "بين";
        if between(n) && n.and && n.pron.is_none() && self.nodes[..i].iter().rev().take(9).any(between) {
            return self.bare_phrase(i + 1, false);
        }
        // في الـ23 من الشهر: the day has its own preposition
        if n.ar == "في"
            && n.pos == Pos::Prep
            && n.pron.is_none()
            && self.is(i + 1, Pos::Mark(' '))
            && self.get(i + 2).is_some_and(|x| x.pos == Pos::Adverb && x.weekday && !x.and)
        {
            return i + 2;
        }
        let own = n.pos == Pos::Prep;
        if own && n.en == "including" {
            self.out.comma();
        }
        if own && n.ar == "بالنسبة" {
            self.out.word("as for");
            return self.bare_phrase(i + 1 + usize::from(self.is(i + 1, Pos::Prep)), false);
        }
        // ومن أبرز نقاط الخلاف مصير الرئيس: among the main points is …
        if own
            && n.ar == "من"
            && n.pron.is_none()
            && !self.main
            && self.subject.is_none()
            && self.rel.is_none()
            && self.get(i + 1).is_some_and(|x| x.pos == Pos::Adjective && !x.definite && x.lemma.is_some_and(|l| l.is('e')))
            && let Some(p) = np::np(self.nodes, i + 1)
            && self.get(p.next).is_some_and(Node::ungoverned)
            && let Some(what) = np::np(self.nodes, p.next)
        {
            self.rule("is");
            self.out.word(&format!("among {} {}", p.text(), if what.many { "are" } else { "is" }));
            (self.main, self.object, self.opened) = (true, true, false);
            self.subject = Some(Feat::of(&what));
            return p.next;
        }
        // خلال الأيام القليلة الماضية: in recent days has its own preposition
        if own
            && n.pron.is_none()
            && matches!(n.ar.as_str(), "خلال" | "في" | "أثناء")
            && self
                .get(i + 1)
                .is_some_and(|x| x.pos == Pos::Adverb && x.mention && !x.weekday && x.en.starts_with("in ") && !x.and)
        {
            return i + 1;
        }
        // مدن عدة منها الموصل: including
        if own
            && n.ar == "من"
            && !n.and
            && n.pron.is_some()
            && i > 0
            && matches!(self.nodes[i - 1].pos, Pos::Noun | Pos::Adjective | Pos::Masdar | Pos::Quant | Pos::Mark('،'))
            && self.nodes[..i].iter().rev().take(4).any(|b| b.nominal() && (b.plural || b.dual) && b.pron != n.pron)
            && self.get(i + 1).is_some_and(|x| {
                x.ungoverned() && (x.definite || x.bare || x.pos == Pos::Masdar) || x.pos == Pos::Unknown && !x.and
            })
        {
            self.out.word("including");
            return self.bare_phrase(i + 1, false);
        }
        if let Some(next) = self.those_who(i) {
            return next;
        }
        // سلجوق أونال عن الجانب التركي, وقع الاتفاق عن الحكومة, حضر عنها: for them
        let sits = |b: &Node| b.pos == Pos::Verb && matches!(b.en.as_str(), "sign" | "attend" | "take part");
        if own
            && n.ar == "عن"
            && n.pron.is_none()
            && i > 0
            && (self.nodes[i - 1].person_name
                || self.nodes[..i].iter().rev().take(4).any(sits)
                || n.and && self.nodes[..i].iter().rev().take(14).any(sits))
            && self.get(i + 1).is_some_and(|x| x.agent && !x.and)
        {
            self.out.word("for");
            return self.bare_phrase(i + 1, false);
        }
        // ممثلون عن الأردن والعراق، وعن مكتب المبعوث: of it, too
        if own
            && n.ar == "عن"
            && n.and
            && n.pron.is_none()
            && let Some(first) = (0..i).rev().take(14).find(|&j| self.is(j, Pos::Prep) && self.nodes[j].ar == "عن")
            && first > 0
            && self.nodes[first - 1].human
            && self.get(i + 1).is_some_and(Node::nominal)
        {
            self.out.word("of");
            return self.bare_phrase(i + 1, false);
        }
        // رفض رئيس الوفد عن الحكومة التعليق: nothing is rejected about them
        if own
            && n.ar == "عن"
            && n.pron.is_none()
            && self.main
            && !self.filled
            && self.noun.is_none()
            && self.get(i + 1).is_some_and(|x| x.agent)
            && self.governors.last().is_some_and(|l| l.pos == "verb" && l.is('t') && l.prep("عن").is_none())
        {
            self.guessed += doubt::TOO_MUCH;
        }
        if own
            && n.pron.is_none()
            && let Some(next) = self.after_time(i)
        {
            return next;
        }
        // وصفت بالشاقة: as arduous
        if !own
            && n.prep == Some("ب")
            && n.pos == Pos::Adjective
            && n.definite
            && n.pron.is_none()
            && !n.human
            && self.governors.last().is_some_and(|l| l.ar == "وصف")
            && self.get(i + 1).is_none_or(|x| matches!(x.pos, Pos::Mark(_)) || x.and)
        {
            self.out.word(&format!("as {}", n.en));
            self.filled = true;
            return i + 1;
        }
        // كشف مصدر لصحيفة أن: to the paper, which was put behind the verb
        let told = |v: &Node| v.pos == Pos::Verb && v.lemma.is_some_and(|l| TOLD.contains(&l.ar) && l.prep("ل").is_none());
        if !own && n.prep == Some("ل") && n.pos == Pos::Name && n.agent && !n.human && i > 0 && told(&self.nodes[i - 1]) {
            self.out.word("to");
            return self.bare_phrase(i, false);
        }
        // نفى للصحافيين: to the journalists
        if !own && n.prep == Some("ل") && n.plural && matches!(n.en.as_str(), "journalist" | "reporter") {
            self.out.word("to");
            return self.bare_phrase(i, false);
        }
        if own
            && matches!(n.ar.as_str(), "لدى" | "عند")
            && let Some(next) = self.has(i, i + 1, "لدى")
        {
            return next;
        }
        // من 20 إلى 35
        if own && complement::range(self.nodes, i) {
            self.out.word("from");
            return self.bare_phrase(i + 1, false);
        }
        if let Some(next) = self.instead_of(i) {
            return next;
        }
        // حتى الحكومة رفضت: even the government
        if own
            && n.en == "until"
            && n.pron.is_none()
            && !self.main
            && self.subject.is_none()
            && (self.opened || i == 0)
            && let Some(p) = np::np(self.nodes, i + 1).filter(|p| p.definite && (p.agent || p.human || p.title))
            && ((p.human || p.title) && p.plural
                || verb::group(self.nodes, p.next).is_some_and(|g| Feat::of(&p).fits(g.person) && !self.nodes[p.next].and))
        {
            self.out.word("even");
            let who = Feat::of(&p);
            let next = self.bare_phrase(i + 1, false);
            self.subject = Some(who);
            return next;
        }
        // لم يتسلم حتى لحظة مغادرته النص: until then
        const MOMENTS: &[&str] = &["moment", "hour", "time", "date", "now", "minute", "evening", "morning"];
        let until = self.get(i + 1).is_some_and(|x| x.nominal() && MOMENTS.contains(&x.en.as_str()));
        // وحتى بدعمه: even
        if own
            && !until
            && n.en == "until"
            && n.pron.is_none()
            && self
                .get(i + 1)
                .is_some_and(|x| x.prep.is_some() && x.nominal() && !x.and || x.pos == Pos::Prep && x.pron.is_some())
        {
            self.out.word("even");
            return i + 1;
        }
        // بينهم وبين القيادة: between them and the leadership
        if own
            && n.ar == "بين"
            && let Some(p) = n.pron
            && self.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "بين" && x.and && x.pron.is_none())
        {
            self.out.word(&format!("between {} and", object(p)));
            return self.bare_phrase(i + 2, false);
        }
        // في حال انتهك الاتفاق: if it is violated
        if own
            && n.pron.is_none()
            && n.en.starts_with("in the event of")
            && self.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg) && !x.and)
        {
            self.out.word("if");
            self.fresh();
            (self.opened, self.below) = (true, true);
            return i + 1;
        }
        // لدى عودتهم: on their return; المعتقلين لدى النظام: with it
        let office = i > 0 && (self.nodes[i - 1].pos == Pos::Title || self.nodes[i - 1].human);
        if own && n.ar == "لدى" && n.pron.is_none() && !office && self.get(i + 1).is_some_and(|x| x.nominal() && !x.and) {
            self.out.word(if self.is(i + 1, Pos::Masdar) { "on" } else { "with" });
            return self.bare_phrase(i + 1, false);
        }
        if let Some(next) = self.would(i) {
            return next;
        }
        // من جهة، و…: on the one hand
        if own
            && n.ar == "من"
            && n.pron.is_none()
            && self.get(i + 1).is_some_and(|x| x.ar == "جهه" && !x.definite && x.pron.is_none())
            && self.get(i + 2).is_none_or(|x| matches!(x.pos, Pos::Mark(_)) || x.and)
        {
            self.out.word("on the one hand");
            return i + 2;
        }
        // وفق ما نقلت: according to what
        if own
            && n.pron.is_none()
            && (n.en == "according to" || n.en == "unlike" && n.ar.ends_with("ما"))
            && self.get(i + 1).is_some_and(|x| x.pos == Pos::Verb && !x.and)
        {
            let en = n.en.clone();
            self.out.word(&en);
            self.out.word("what");
            self.fresh();
            // وفق ما أفاد به مصدر: the pronoun is that of "what"
            let it = self.get(i + 2).filter(|x| x.pos == Pos::Prep && x.pron == Some(Pronoun::His));
            let own = it.and_then(|x| self.nodes[i + 1].lemma.and_then(|l| l.prep(&x.ar))).is_some_and(str::is_empty);
            self.gone = own.then_some(i + 2);
            return i + 1;
        }
        // لعدم حضور: because of
        if !own && n.prep == Some("ل") && n.pos == Pos::NonMasdar {
            self.out.word("because of");
            return self.bare_phrase(i, false);
        }
        // لإجراء محادثات: to hold talks
        if !own
            && n.prep == Some("ل")
            && n.pos == Pos::Noun
            && n.mention
            && self.main
            && !self.governors.iter().any(|l| l.en(0) != Some("arrive") && l.prep("ل").is_some_and(str::is_empty))
            && let Some((text, next)) = infinitive::named(self.nodes, i, &crate::english::phrase::Outer::default())
        {
            self.rule("to do");
            self.out.word(&format!("to {text}"));
            return next;
        }
        // لتثبيت وقف النار, للانضمام إلى: to do
        if !own
            && n.prep == Some("ل")
            && n.pos == Pos::Masdar
            && n.pron.is_none()
            && !self.out.ends(" to")
            && let Some(next) = self.purpose(i)
        {
            return next;
        }
        // عما كانت عليه: what it was
        if own && n.ar == "على" && n.pron.is_some() && i > 1 && is_verb(&self.nodes[i - 1], "كان") && !self.is(i + 1, Pos::That)
        {
            return i + 1;
        }
        if let Some(next) = self.ought(i) {
            return next;
        }
        let ar = if own { n.ar.clone() } else { n.prep.unwrap_or_default().to_owned() };
        let at = i + usize::from(own);
        if own && n.pron.is_none() && self.is(at, Pos::That) {
            return self.prep_that(i);
        }
        // من المقرر أن, من غير المتوقع أن
        if own
            && ar == "من"
            && let Some(next) = self.expected(at, false)
        {
            return next;
        }
        if own && let Some(next) = self.time_span(i) {
            return next;
        }
        // من دون
        if own && ar == "من" && n.pron.is_none() && self.is(at, Pos::Without) {
            return at;
        }
        // في انتظار وصول الوفد
        if own && ar == "في" && n.pron.is_none() && self.get(at).is_some_and(|x| x.pos == Pos::Masdar && x.en == "await") {
            return self.bare_phrase(at, false);
        }
        // نصفهم من النساء, معظمهم من الأطفال: half of them women
        let parts = |x: &Node| x.pos == Pos::Quant && x.pron.is_some() || x.pos == Pos::Adverb;
        if own
            && ar == "من"
            && n.pron.is_none()
            && i > 1
            && parts(&self.nodes[i - 1])
            && (1..3).any(|k| i > k && self.nodes[i - k].pos == Pos::Quant && matches!(self.nodes[i - k - 1].pos, Pos::Mark('،')))
            && self.get(at).is_some_and(|x| x.human && x.definite)
        {
            return self.bare_phrase(at, false);
        }
        // فإن للأمم المتحدة دورا, لديهم ما: X has
        if let Some(next) = self.has(i, at, &ar) {
            return next;
        }
        self.put_off(i, &ar);
        let en = if own && n.mention && !short(&ar) { n.en.clone() } else { self.preposition(&ar, i, at) };
        let en = complement::among(self.nodes, &ar, at, &en).to_owned();
        // 70 بالمئة من المستشفيات: of them
        let share = ar == "من"
            && own
            && i > 1
            && (self.nodes[i - 1].en == "per cent" && self.is(i - 2, Pos::Number) || self.nodes[i - 1].en == "%")
            && n.pron.is_none();
        // التحقق من الروايتين من مصدر مستقل: from a source
        let source =
            ar == "من" && own && n.pron.is_none() && en == "of" && self.get(at).is_some_and(|x| x.en == "source" && !x.definite);
        let en = match (share, source) {
            (true, _) => "of".to_owned(),
            (_, true) => "from".to_owned(),
            _ => en,
        };
        // أخفق في إحراز تقدم: failed to make progress
        let en = if let Some((first, other)) = en.split_once('|').or_else(|| en.ends_with('*').then_some((en.as_str(), ""))) {
            let object = crate::english::phrase::Outer::default();
            if n.pron.is_none()
                && let Some(to) = first.strip_suffix('*')
                && let Some((text, next)) = match to {
                    "to" => infinitive::deeds(self.nodes, at, &object),
                    _ => infinitive::infinitive(self.nodes, at, &object),
                }
            {
                self.rule("to do");
                self.out.word(&format!("{to} {text}"));
                return next;
            }
            // حث على عدم اتخاذ خطوات: not to take steps
            if n.pron.is_none()
                && first == "to*"
                && self.get(at).is_some_and(|x| x.pos == Pos::NonMasdar)
                && let Some((text, next)) = infinitive::infinitive(self.nodes, at + 1, &object)
            {
                self.rule("to do");
                self.out.word(&format!("not to {text}"));
                return next;
            }
            other.trim_end_matches('*').to_owned()
        } else {
            en
        };
        // وصل إلى عدن لإجراء مشاورات: to hold them
        let arrived = ar == "ل" && n.pron.is_none() && self.governors.last().is_some_and(|l| l.en(0) == Some("arrive"));
        if let Some((text, next)) = Some(at)
            .filter(|_| arrived)
            .and_then(|at| infinitive::deeds(self.nodes, at, &crate::english::phrase::Outer::default()))
        {
            self.rule("to do");
            self.out.word(&format!("to {text}"));
            return next;
        }
        let at_place = en == "in" && ar == "إلى" && self.arrives_at(at);
        let en = if at_place { "at".to_owned() } else { en };
        let en = if en.is_empty() { self.late.take().unwrap_or_default().to_owned() } else { en };
        // شحنات السلاح إليهم: to them
        let en = if en.is_empty()
            && own
            && ar == "إلى"
            && n.pron.is_some()
            && i > 0
            && (self.nodes[i - 1].nominal() || self.is(i - 1, Pos::Adjective))
        {
            "to".to_owned()
        } else {
            en
        };
        // قرية بالسويد, اجتمعا بجنيف: in a place
        let en = if ar == "ب" && !own && en == "with" && self.place(i) { "in".to_owned() } else { en };
        // اتهم الوفد بعرقلة المفاوضات: of obstructing
        if matches!(en.as_str(), "of" | "by" | "from")
            && n.pron.is_none()
            && self.main
            && i.checked_sub(1).is_some_and(|b| !matches!(self.nodes[b].pos, Pos::Masdar))
            && self.get(at).is_some_and(|m| m.pos == Pos::Masdar)
            && (en == "by" || self.governors.last().is_some_and(|l| l.prep(&ar) == Some(en.as_str())))
            && let Some((text, next)) = infinitive::infinitive(self.nodes, at, &crate::english::phrase::Outer::default())
        {
            self.rule("gerund");
            self.out.word(&format!("{en} {}", generate::gerund(&text)));
            return next;
        }
        if !(self.out.ends(&format!(" {en}")) && matches!(en.as_str(), "to" | "of" | "for" | "on" | "in" | "with")) {
            // منذ منتصف 2018, في منتصف الشهر: since the middle of it
            let behind = [" since", " to", " until", " from", "Since", " in", "In"].iter().any(|w| self.out.ends(w));
            self.out.word(match en.as_str() {
                "mid-" if behind => "the middle of",
                "mid-" => "in the middle of",
                en => en,
            });
        }
        if let Some(p) = n.pron.filter(|_| own) {
            if self.gap == Some(i) {
                self.gap = None;
            } else if matches!(ar.as_str(), "خلال" | "أثناء" | "بموجب" | "ضمن" | "بشأن" | "حول") && p == Pronoun::His
            {
                self.out.word("it");
            } else if p == Pronoun::His && self.governors.last().is_some_and(|l| EVENTS.contains(&l.ar)) {
                // ستشارك فيه: nobody takes part in him
                self.out.word("it");
            } else if let Some(part) =
                [" up", " over", " down", " out", " back"].iter().find(|p| en.is_empty() && self.out.ends(p))
            {
                // تنازلت عنه: gave it up
                self.out.cut(self.out.len() - part.len());
                self.out.word(object(p));
                self.out.word(part.trim());
            } else {
                self.out.word(object(p));
            }
            return i + 1;
        }
        if self
            .get(at)
            .is_some_and(|x| matches!(x.pos, Pos::What | Pos::Adverb | Pos::Rel | Pos::Prep | Pos::Mark(_) | Pos::That))
            && own
        {
            return at;
        }
        self.bare_phrase(at, false)
    }

    /// دعا خلال الجلسة إلى وقف القتال: called during the session for; the preposition of an English verb waits for its noun.
    fn put_off(&mut self, i: usize, ar: &str) {
        let verb = self.governors.last().copied();
        let later = |l: Lemma| {
            let near = (i + 2..(i + 14).min(self.nodes.len())).take_while(|&j| !self.nodes[j].ends_clause());
            near.filter_map(|j| complement::preposition(self.nodes, j))
                .any(|(ar, _)| l.prep(ar).is_some_and(|en| !en.contains("of")))
        };
        if self.nodes[i].and || !self.main || self.filled || !verb.is_some_and(|l| l.prep(ar).is_none() && later(l)) {
            return;
        }
        const TAILS: [&str; 5] = ["to", "for", "on", "with", "of"];
        let before = self.nodes[..i].iter().rev().find(|n| n.pos == Pos::Verb);
        let tail = TAILS.into_iter().find(|t| before.is_some_and(|v| v.en.ends_with(&format!(" {t}"))));
        if let Some(tail) = tail.filter(|t| self.out.ends(&format!("ed {t}")) || self.out.ends(&format!("s {t}"))) {
            self.out.cut(self.out.len() - tail.len() - 1);
            self.late = Some(tail);
        }
    }
}
