//! Clauses: subject before verb, frames (who said that), relative clauses, participles. A rule fires only where its guards hold; else the words stay where they are.

use super::generate;
use super::lexicon::Lemma;
use super::names;
use super::node::{Node, Pos, object};
use super::np::{self, Det, Np};
use super::read::short_prep;
use super::subject::{self, Feat};
use super::verb::{self, Group, Time, is_verb};
use super::writer::Writer;
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};

/// English of a whole range: the line, the rules that fired, how many romanised names are in it.
pub(super) fn line(nodes: &[Node]) -> (String, Vec<&'static str>, usize) {
    let mut it = Clause { nodes, out: Writer::default(), rules: Vec::new(), subject: None, last: None, speaker: None, rel: None, pending: None, to: None, governors: Vec::new(), object: false, opened: true, main: false, named: 0, had: false };
    let mut i = 0;
    while i < nodes.len() {
        let next = it.step(i);
        i = next.max(i + 1);
    }
    (it.out.finish(), it.rules, it.named)
}

struct Clause<'n> {
    nodes: &'n [Node],
    out: Writer,
    rules: Vec<&'static str>,
    /// The subject of the clause at hand, once written.
    subject: Option<Feat>,
    /// The last subject, for verbs that name none.
    last: Option<Feat>,
    /// Who speaks.
    speaker: Option<Feat>,
    /// The noun that a relative pronoun stands for.
    rel: Option<Feat>,
    /// A pronoun on أن that may be the subject.
    pending: Option<Pronoun>,
    /// After a word of wanting: the next verb is "to do".
    to: Option<Time>,
    /// What may govern a preposition, the nearest last.
    governors: Vec<Lemma>,
    /// True if the clause's verb has had its noun phrase.
    object: bool,
    /// True where a clause was opened by أن and the like: a nominal clause needs its "is".
    opened: bool,
    /// True once the clause has its verb.
    main: bool,
    named: usize,
    /// كان was read, and its verb is still to come.
    had: bool,
}

impl<'n> Clause<'n> {
    fn rule(&mut self, name: &'static str) {
        if !self.rules.contains(&name) {
            self.rules.push(name);
        }
    }

    fn fresh(&mut self) {
        self.subject = None;
        self.rel = None;
        self.pending = None;
        self.to = None;
        self.object = false;
        self.main = false;
        self.governors.clear();
    }

    fn get(&self, i: usize) -> Option<&'n Node> {
        self.nodes.get(i)
    }

    fn is(&self, i: usize, pos: Pos) -> bool {
        self.get(i).is_some_and(|n| n.pos == pos)
    }

    fn and(&mut self, i: usize) {
        if self.nodes[i].and && !self.out.fresh() {
            self.out.word("and");
        }
    }

    /// Writes what stands at `i`; returns the index behind it.
    fn step(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        match n.pos {
            Pos::Mark(c) => self.mark(i, c),
            Pos::Verb | Pos::Neg | Pos::Qad | Pos::Will => self.verb(i),
            Pos::Modal => self.modal(i),
            Pos::That => self.that(i),
            Pos::Clause | Pos::If => self.opener(i),
            Pos::InOrder => {
                self.and(i);
                self.to = Some(Time::Base);
                self.fresh_to();
                i + 1
            }
            Pos::IsNot => self.is_not(i),
            Pos::Without => self.without(i),
            Pos::Non | Pos::NonMasdar => self.phrase(i),
            Pos::Rel => self.relative(i),
            Pos::What => self.what(i),
            Pos::Prep => self.prep(i),
            Pos::Pron => self.pronoun(i),
            Pos::There => {
                self.and(i);
                self.out.word(if n.mention { n.en.as_str() } else { "there is" });
                self.subject = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
                self.object = true;
                i + 1
            }
            Pos::Conj => {
                if !(n.en == "and" && self.out.fresh()) {
                    self.out.word(&n.en);
                }
                i + 1
            }
            Pos::Adverb => self.adverb(i),
            Pos::Active if !n.definite && n.prep.is_none() && self.saying(i) => self.noting(i),
            Pos::Passive | Pos::Active | Pos::Adjective if n.definite && self.is(i + 1, Pos::That) => {
                let text = match n.pos {
                    Pos::Passive => n.participle(),
                    Pos::Active => generate::gerund(&n.en),
                    _ => n.en.clone(),
                };
                self.out.comma();
                self.out.word(&text);
                self.rel = Some(Feat { plural: n.plural, feminine: n.feminine, human: false, agent: false, name: true });
                i + 1
            }
            _ => self.phrase(i),
        }
    }

    fn fresh_to(&mut self) {
        let to = self.to;
        self.fresh();
        self.to = to;
    }

    fn mark(&mut self, i: usize, c: char) -> usize {
        self.out.mark(c);
        match c {
            '.' | '؟' | '?' | '!' | '؛' | ';' => {
                self.fresh();
                self.opened = false;
            }
            ':' => {
                self.fresh();
                self.opened = true;
            }
            // A quotation after a verb of saying is a clause of its own.
            '"' | '«' | '“' if self.get(i + 1).is_some_and(|n| matches!(n.pos, Pos::Verb | Pos::Neg)) && (self.subject.is_none() || self.main) && self.rel.is_none() && !self.is(i.wrapping_sub(1), Pos::That) => {
                self.subject = None;
                self.object = false;
            }
            _ => {}
        }
        i + 1
    }

    fn adverb(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        self.and(i);
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
            let dated = en.starts_with(|c: char| c.is_ascii_digit()) || !super::numbers::MONTHS.iter().any(|m| en.starts_with(m));
            self.preposed(if dated { "on" } else { "in" }, i);
        } else if part_of_day {
            self.preposed("in the", i);
        }
        self.out.word(en);
        // الأربعاء المقبل
        if n.weekday && let Some(a) = self.get(i + 1).filter(|a| a.pos == Pos::Adjective && a.definite && !a.and) {
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
    fn preposed(&mut self, prep: &str, i: usize) {
        let before = i.checked_sub(1).and_then(|p| self.get(p));
        let has = before.is_some_and(|b| b.pos == Pos::Prep && b.pron.is_none()) || self.nodes[i].prep.is_some() || (self.nodes[i].and && before.is_some_and(|b| b.weekday));
        if !has {
            self.out.word(prep);
        }
    }

    /// أن, إن: a clause of its own follows.
    fn that(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        // إن كانوا: if.
        if n.below && n.pron.is_none() && self.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense == Tense::Perfect || v.pos == Pos::Neg && v.ar == "لم") {
            self.and(i);
            self.out.word("if");
            self.fresh();
            return i + 1;
        }
        // فإن after a phrase of place or source opens the clause.
        if n.so {
            self.out.comma();
            self.fresh();
            self.pending = n.pron;
            self.opened = true;
            return i + 1;
        }
        self.and(i);
        let behind = (i + 1..i + 3).find(|&j| !self.get(j).is_some_and(Node::quote)).unwrap_or(i + 1);
        let subjunctive = n.pron.is_none() && self.get(behind).is_some_and(|v| (v.pos == Pos::Verb && v.tense != Tense::Perfect) || (v.pos == Pos::Neg && v.ar == "لا"));
        let pron = n.pron;
        if subjunctive && let Some(g) = verb::group(self.nodes, behind) {
            let own = subject::find(self.nodes, &g, g.next).is_some() && !(self.subject.is_none() && self.rel.is_some());
            if !own {
                self.to = Some(Time::Base);
                self.fresh_to();
                return i + 1;
            }
        }
        if pron.is_some() && self.governors.last().is_some_and(|l| l.ar == "وصف") {
            self.out.word("as");
            self.fresh();
            return i + 1;
        }
        if !self.out.ends(" that") && !self.out.fresh() && !self.out.ends(":") {
            self.out.word("that");
        }
        self.fresh();
        self.pending = pron;
        self.opened = true;
        i + 1
    }

    fn opener(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        let en = match n.en.as_str() {
            "as since" => "as",
            "it is worth noting" => "it is worth noting that",
            en => en,
        };
        self.and_before(i, en);
        self.out.word(en);
        self.fresh();
        self.pending = n.pron;
        self.opened = true;
        // إذا ما, بعد أن
        if self.get(i + 1).is_some_and(|x| (x.pos == Pos::That && !en.ends_with("that")) || (n.pos == Pos::If && x.pos == Pos::What)) {
            if self.nodes[i + 1].pron.is_some() {
                self.pending = self.nodes[i + 1].pron;
            }
            return i + 2;
        }
        i + 1
    }

    fn and_before(&mut self, i: usize, en: &str) {
        if !matches!(en, "but" | "however" | "while" | "but rather") {
            self.and(i);
        }
    }

    /// A verb and what belongs to it.
    fn verb(&mut self, i: usize) -> usize {
        let Some(mut g) = verb::group(self.nodes, i) else { return self.lone_negator(i) };
        if self.had && self.rel.is_none() && g.time == Time::Past {
            g.time = Time::PastPerfect;
            self.had = false;
        }
        let n = &self.nodes[g.verb];
        if n.prep == Some("ل") || self.nodes[i].prep == Some("ل") {
            self.to = Some(Time::Base);
        }
        if (is_verb(n, "تم") || (is_verb(n, "جرى") && self.is(g.next, Pos::Masdar))) && let Some(next) = self.took_place(i, &g) {
            return next;
        }
        if is_verb(n, "وجب") || is_verb(n, "أمكن") || is_verb(n, "انبغى") || is_verb(n, "تعين") {
            return self.must(i, &g);
        }
        self.and(i);
        if let Some(time) = self.to.take() {
            let mut g = g.clone();
            g.time = time;
            if time == Time::Base {
                self.rule("to do");
                let text = verb::english(&g, n, false);
                let (not, rest) = text.strip_prefix("not ").map_or(("", text.as_str()), |r| ("not ", r));
                self.out.word(&format!("{not}to {rest}"));
            } else {
                self.out.word(&verb::english(&g, n, false));
            }
            return self.after_verb(&g, None);
        }
        if self.rel.is_some() {
            return self.relative_verb(&g);
        }
        let coordinated = self.nodes[i].and;
        // وتشمل روسيا: what is included is no subject.
        if coordinated && self.subject.is_some() && ["شمل", "ضم", "تضمن", "احتوى"].iter().any(|v| is_verb(n, v)) {
            self.out.word(&verb::english(&g, n, self.subject.as_ref().is_some_and(|s| s.plural)));
            return self.after_verb(&g, None);
        }
        if let Some(s) = self.subject.clone().filter(|s| s.fits(g.person) && !coordinated) {
            if self.main && self.after_indefinite(i) {
                return self.bare_relative(&g);
            }
            let follows = self.get(g.next).is_some_and(|x| (x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant | Pos::Dem | Pos::Unknown)) && !x.and && x.prep.is_none());
            if passive_of_thing(n, &s) && !follows && n.pron.is_none() && !g.passive {
                g.passive = true;
                self.rule("passive of a thing");
            }
            self.main = true;
            self.out.word(&verb::english(&g, n, s.plural));
            return self.after_verb(&g, None);
        }
        if self.main && !coordinated && self.after_indefinite(i) {
            return self.bare_relative(&g);
        }
        let explicit = self.pending.take();
        // أنه لم يصدر بيان: the pronoun stands for nothing.
        let expletive = explicit.is_some() && subject::find(self.nodes, &g, g.next).is_some_and(|s| s.first == g.next && !s.np.definite && !s.np.accusative && passive_of_thing(n, &Feat::of(&s.np)));
        if let Some(p) = explicit.filter(|_| !(subject::intransitive(n) || g.passive || expletive)) {
            let f = self.speaker.clone().or_else(|| self.last.clone());
            let word = pronoun(p, f.as_ref());
            self.out.word(word);
            self.subject = Some(Feat { plural: word == "they" || word == "we", feminine: p == Pronoun::Her, human: true, agent: true, name: true });
            self.out.word(&verb::english(&g, n, word == "they" || word == "we"));
            return self.after_verb(&g, None);
        }
        self.subject_first(&g, coordinated)
    }

    /// True if an indefinite noun or its adjective stands before `i`: a verb there is a clause about it.
    fn after_indefinite(&self, i: usize) -> bool {
        i.checked_sub(1).and_then(|p| self.get(p)).is_some_and(|b| (b.nominal() || matches!(b.pos, Pos::Adjective)) && !b.definite && !b.bare && b.pron.is_none() && !b.accusative)
    }

    /// تعهدات أعطتها: a relative clause without its pronoun.
    fn bare_relative(&mut self, g: &Group) -> usize {
        self.rule("relative without الذي");
        self.out.word("which");
        let plural = (0..g.verb).rev().take(4).find(|&j| self.nodes[j].nominal()).is_some_and(|j| self.nodes[j].plural || self.nodes[j].dual);
        self.rel = Some(Feat { plural, feminine: g.person == Person::She, human: false, agent: false, name: true });
        self.relative_verb(g)
    }

    /// Verb, subject, rest → subject, verb, rest.
    fn subject_first(&mut self, g: &Group, coordinated: bool) -> usize {
        let n = &self.nodes[g.verb];
        let found = if n.pron.is_none() || g.copula { subject::find(self.nodes, g, g.next) } else { None };
        let Some(s) = found else { return self.without_subject(g, coordinated) };
        let mut g = g.clone();
        let f = Feat::of(&s.np);
        // What was held, signed or published is no actor.
        if passive_of_thing(n, &f) && !self.nodes.get(s.next).is_some_and(|x| x.nominal() && !x.and && x.prep.is_none()) && !g.passive {
            g.passive = true;
            self.rule("passive of a thing");
        }
        self.rule("subject first");
        let plural = f.plural || self.joined(s.np.next, s.next);
        let relative = self.is(s.next, Pos::Rel);
        self.subject_text(s.first, s.next);
        if s.next > s.np.next && self.nodes.get(s.next.wrapping_sub(1)).is_some_and(|x| x.pos == Pos::Mark('،')) {
            self.out.comma();
        }
        if relative && let Some(end) = self.relative_end(s.next) {
            // The subject's own clause goes with it.
            let mut j = s.next;
            let keep = (self.subject.take(), std::mem::take(&mut self.governors));
            while j < end {
                j = self.step(j).max(j + 1);
            }
            self.fresh();
            self.out.comma();
            self.subject = keep.0;
            self.write_verb(&g, plural, &f);
            self.between(g.next, s.first);
            return self.object_pronoun(&g, end);
        }
        // يترأس وفدها مساعد الوزير: its delegation is headed by …
        let by = !g.passive && !g.copula && s.first == g.next && self.nodes[s.np.at].pron.is_some() && s.next == s.np.next && np::np(self.nodes, s.next).is_some_and(|p| p.agent && !self.nodes[s.next].and && self.nodes[s.next].prep.is_none());
        g.passive |= by;
        self.write_verb(&g, plural, &f);
        if by {
            self.out.word("by");
        }
        self.between(g.next, s.first);
        if relative {
            self.out.comma();
            let again = np::np(self.nodes, s.first).map(|p| p.head).unwrap_or_default();
            self.out.word(&format!("[{again}]"));
        }
        self.object_pronoun(&g, s.next)
    }

    fn write_verb(&mut self, g: &Group, plural: bool, f: &Feat) {
        let n = &self.nodes[g.verb];
        self.subject = Some(Feat { plural, ..f.clone() });
        self.last = self.subject.clone();
        if f.agent {
            self.speaker = self.subject.clone();
        }
        // كان … فعل: the verb stands behind its subject.
        if !g.copula {
            self.out.word(&verb::english(g, n, plural));
        }
        self.govern(n);
    }

    fn object_pronoun(&mut self, g: &Group, next: usize) -> usize {
        let n = &self.nodes[g.verb];
        if let Some(p) = n.pron {
            self.out.word(object(p));
        }
        self.object = false;
        if g.copula {
            return self.copula(g, next);
        }
        next
    }

    /// كان with its subject written: "had done", "was doing", or "was".
    fn copula(&mut self, g: &Group, next: usize) -> usize {
        let plural = self.subject.as_ref().is_some_and(|s| s.plural);
        let qad = usize::from(self.is(next, Pos::Qad));
        let mut v = next + qad;
        let mut skipped = Vec::new();
        while let Some(x) = self.get(v).filter(|x| matches!(x.pos, Pos::Adverb | Pos::Mark('،')) && !x.and) {
            skipped.push(x.en.clone());
            v += 1;
        }
        if let Some(main) = self.get(v).filter(|m| m.pos == Pos::Verb && !m.and && m.prep.is_none()) {
            let time = match (g.time, main.tense) {
                (Time::Past, Tense::Perfect) => Time::PastPerfect,
                (Time::Past, _) => Time::PastProgressive,
                (t, _) => t,
            };
            let whole = Group { time, verb: v, next: v + 1, passive: main.passive, person: main.person, copula: false, ..g.clone() };
            self.rule("كان and verb");
            let text = verb::english(&whole, main, plural);
            self.out.word(&text);
            self.govern(&self.nodes[v]);
            for j in next + qad..v {
                self.step(j);
            }
            return self.object_pronoun(&whole, v + 1);
        }
        // وكان الوفد إلى المحادثات التي انطلقت قال: the verb stands further behind.
        let ahead = (next..(next + 16).min(self.nodes.len())).take_while(|&j| !matches!(self.nodes[j].pos, Pos::That | Pos::Mark('.' | ':' | '،'))).find(|&j| {
            let (x, b) = (&self.nodes[j], &self.nodes[j.saturating_sub(1)]);
            x.pos == Pos::Verb && !x.and && x.tense == Tense::Perfect && !matches!(b.pos, Pos::Rel | Pos::What | Pos::Qad | Pos::Neg)
        });
        if ahead.is_some_and(|j| j > next) && g.time == Time::Past && !g.negated {
            self.had = true;
            self.main = false;
            return next;
        }
        let text = verb::english(g, &self.nodes[g.verb], plural);
        self.out.word(&text);
        self.object = true;
        next
    }

    fn without_subject(&mut self, g: &Group, coordinated: bool) -> usize {
        let n = &self.nodes[g.verb];
        let carried = self.subject.clone().or_else(|| self.last.clone()).filter(|s| s.fits(g.person));
        let thing = n.pron.is_none() && matches!(g.person, Person::He | Person::She);
        let word = match (&carried, g.person) {
            (Some(f), p) => f.pronoun(p),
            (None, Person::He) => "he/it",
            (None, Person::She) => "it",
            (None, p) => Feat { plural: false, feminine: false, human: false, agent: false, name: false }.pronoun(p),
        };
        let plural = matches!(word, "they" | "we");
        let own = matches!(g.person, Person::We | Person::I);
        let impersonal = g.passive || (n.en.starts_with("be ") && thing);
        if coordinated && carried.is_some() && self.subject.is_some() && !own {
            self.rule("same subject");
        } else if own {
            self.out.word(word);
        } else if impersonal && carried.is_none() {
            self.out.word("it");
        } else {
            self.rule("subject in brackets");
            self.out.word(&format!("[{word}]"));
        }
        self.out.word(&verb::english(g, n, plural || (coordinated && carried.as_ref().is_some_and(|c| c.plural))));
        if self.subject.is_none() {
            self.subject = carried.or(Some(Feat { plural, feminine: false, human: false, agent: false, name: true }));
        }
        self.after_verb(g, None)
    }

    fn after_verb(&mut self, g: &Group, next: Option<usize>) -> usize {
        let n = &self.nodes[g.verb];
        self.govern(n);
        self.object = g.copula;
        if let Some(p) = n.pron.filter(|_| self.rel.is_none()) {
            self.out.word(object(p));
        }
        next.unwrap_or(g.next)
    }

    fn govern(&mut self, n: &Node) {
        self.main |= n.pos == Pos::Verb;
        if let Some(l) = n.lemma.filter(|l| l.pos == "verb") {
            if self.governors.len() > 2 {
                self.governors.remove(1);
            }
            self.governors.push(l);
        }
    }

    /// Writes the nodes of a subject: its phrase and what belongs to it.
    fn subject_text(&mut self, first: usize, next: usize) {
        let mut j = first;
        let governors = std::mem::take(&mut self.governors);
        while j < next {
            let before = j;
            if matches!(self.nodes[j].pos, Pos::Mark(_)) {
                self.out.comma();
                j += 1;
            } else if self.nodes[j].pos == Pos::Prep || self.nodes[j].prep.is_some() {
                j = self.prep(j);
            } else {
                j = self.bare_phrase(j, true);
            }
            j = j.max(before + 1);
        }
        self.governors = governors;
    }

    fn joined(&self, from: usize, to: usize) -> bool {
        (from..to).any(|j| self.nodes[j].and && self.nodes[j].nominal())
    }

    /// Writes what stood between the verb and its subject.
    fn between(&mut self, from: usize, to: usize) {
        let mut j = from;
        while j < to {
            j = if matches!(self.nodes[j].pos, Pos::Mark('،' | ',')) { j + 1 } else { self.step(j).max(j + 1) };
        }
    }

    /// تم with a masdar: was done.
    fn took_place(&mut self, i: usize, g: &Group) -> Option<usize> {
        let m = self.get(g.next).filter(|m| m.pos == Pos::Masdar || (m.lemma.is_some_and(|l| l.pos == "verb") && m.pos == Pos::Noun)).filter(|m| !m.and && m.prep.is_none())?;
        let lemma = m.lemma?;
        let base = if m.pos == Pos::Masdar && !m.own { m.en.clone() } else { lemma.en(0)?.to_owned() };
        let forms = if base == lemma.en(0)? { lemma.en(1).zip(lemma.en(2)).map(|(a, b)| (a.to_owned(), b.to_owned())) } else { None };
        let done = Node { forms: forms.or_else(|| m.forms.clone()), ..Node::new(Pos::Verb, base) };
        let whole = Group { passive: true, copula: false, ..g.clone() };
        let (subject, next, tail) = if m.definite {
            let p = self.get(g.next + 1)?;
            let ar = if p.pos == Pos::Prep { p.ar.as_str() } else { p.prep? };
            let en = lemma.prep(ar)?;
            let at = g.next + 1 + usize::from(p.pos == Pos::Prep);
            let np = np::np(self.nodes, at)?;
            (np.clone(), np.next, en.to_owned())
        } else if m.pron.is_some() {
            return None;
        } else {
            let np = np::np(self.nodes, g.next + 1)?;
            (np.clone(), np.next, String::new())
        };
        self.and(i);
        self.rule("تم with masdar: passive");
        if self.to.take().is_some() && self.rel.is_some() {
            return None;
        }
        self.named += usize::from(subject.head.ends_with('*'));
        self.out.word(&subject.text());
        let f = Feat::of(&subject);
        self.out.word(&verb::english(&whole, &done, f.plural));
        self.out.word(&tail);
        self.subject = Some(f);
        self.governors.push(lemma);
        self.object = true;
        self.rel = None;
        Some(next)
    }

    /// يجب على X (أن): X must.
    fn must(&mut self, i: usize, g: &Group) -> usize {
        let n = &self.nodes[g.verb];
        let can = is_verb(n, "أمكن");
        let word = match (can, g.negated, g.time) {
            (true, true, Time::Past) => "could not",
            (true, false, Time::Past) => "could",
            (true, true, _) => "cannot",
            (true, false, _) => "can",
            (false, true, Time::Past) => "did not have to",
            (false, true, _) => "must not",
            (false, false, Time::Past) => "had to",
            _ => "must",
        };
        self.and(i);
        self.pending = None;
        let mut next = g.next;
        self.rule("modal");
        if let Some(p) = self.get(next).filter(|p| p.pos == Pos::Prep && matches!(p.ar.as_str(), "على") || p.prep == Some("ل")) {
            let at = next + usize::from(p.pos == Pos::Prep);
            if let Some(pron) = p.pron {
                self.out.word(pronoun(pron, None));
                next += 1;
            } else if let Some(np) = np::np(self.nodes, at) {
                self.out.word(&np.text());
                self.subject = Some(Feat::of(&np));
                next = np.next;
            }
        } else if let Some(pron) = n.pron {
            self.out.word(pronoun(pron, None));
        } else if self.rel.is_none() && self.subject.is_none() {
            return self.impersonal(word, next, can && !g.negated);
        }
        self.rel = None;
        self.out.word(word);
        next += usize::from(self.is(next, Pos::That));
        self.bare_verb(next)
    }

    /// A verb or masdar after a modal, as the bare infinitive.
    fn bare_verb(&mut self, next: usize) -> usize {
        if let Some(g) = verb::group(self.nodes, next) {
            let mut g = g;
            g.time = Time::Base;
            let text = verb::english(&g, &self.nodes[g.verb], false);
            self.out.word(&text);
            return self.after_verb(&g, None);
        }
        if let Some(m) = self.get(next).filter(|m| m.pos == Pos::Masdar && m.prep.is_none() && m.pron.is_none()) {
            let base = if m.own { m.lemma.and_then(|l| l.en(0)).unwrap_or_default() } else { m.en.as_str() }.to_owned();
            self.out.word(&base);
            self.govern(&self.nodes[next]);
            return next + 1;
        }
        self.out.word(":");
        next
    }

    /// يمكن أن, يجب أن with the subject behind: "it is possible that", "must: S V".
    fn impersonal(&mut self, word: &str, next: usize, possible: bool) -> usize {
        let that = self.is(next, Pos::That);
        let v = next + usize::from(that);
        if let Some(g) = verb::group(self.nodes, v)
            && let Some(s) = subject::find(self.nodes, &g, g.next)
        {
            let f = Feat::of(&s.np);
            let mut g = g;
            if passive_of_thing(&self.nodes[g.verb], &f) {
                g.passive = true;
            }
            if is_verb(&self.nodes[g.verb], "تم") && self.is(g.next, Pos::Masdar) {
                self.out.word(if possible { "it is possible that" } else { "it must be that" });
                self.fresh();
                return v;
            }
            g.time = Time::Base;
            self.subject_text(s.first, s.next);
            self.out.word(word);
            let text = verb::english(&g, &self.nodes[g.verb], false);
            self.out.word(&text);
            self.govern(&self.nodes[g.verb]);
            self.between(g.next, s.first);
            self.subject = Some(f);
            return s.next;
        }
        self.out.word("[it]");
        self.out.word(word);
        self.subject = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
        if that || self.is(v, Pos::Masdar) {
            return self.bare_verb(v);
        }
        v
    }

    fn modal(&mut self, i: usize) -> usize {
        self.and(i);
        let en = self.nodes[i].en.clone();
        let that = usize::from(self.is(i + 1, Pos::That));
        // يمكن للرئيس أن
        let to = self.get(i + 1).is_some_and(|p| p.prep == Some("ل") && p.pos != Pos::Verb && p.pos != Pos::Masdar);
        if to && let Some(p) = np::np(self.nodes, i + 1) {
            self.out.word(&p.text());
            self.out.word(&en);
            self.subject = Some(Feat::of(&p));
            self.rel = None;
            self.pending = None;
            return self.bare_verb(p.next + usize::from(self.is(p.next, Pos::That)));
        }
        // يجب على أنقرة أن
        if self.nodes[i].ar.ends_with(" علي") && let Some(p) = np::np(self.nodes, i + 1) {
            self.out.word(&p.text());
            self.out.word(&en);
            self.subject = Some(Feat::of(&p));
            self.rel = None;
            self.pending = None;
            self.rule("modal");
            return self.bare_verb(p.next + usize::from(self.is(p.next, Pos::That)));
        }
        if self.get(i + 1).is_some_and(|p| p.pos == Pos::Prep && p.ar == "على" && p.pron.is_none()) && let Some(p) = np::np(self.nodes, i + 2) {
            self.out.word(&p.text());
            self.out.word(&en);
            self.subject = Some(Feat::of(&p));
            self.rel = None;
            self.pending = None;
            self.rule("modal");
            return self.bare_verb(p.next + usize::from(self.is(p.next, Pos::That)));
        }
        if self.subject.is_none() && self.rel.is_none() {
            return self.impersonal(&en, i + 1, false);
        }
        self.rel = None;
        self.out.word(&en);
        self.bare_verb(i + 1 + that)
    }

    fn lone_negator(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        self.and(i);
        match n.pos {
            Pos::Neg if self.get(i + 1).is_some_and(|x| (x.nominal() || x.pos == Pos::Quant) && !x.definite && !x.and && x.prep.is_none()) && n.ar == "لا" => {
                self.rule("no N");
                let p = np::np(self.nodes, i + 1).map(|p| Np { det: Det::Words("no".to_owned()), ..p });
                let Some(p) = p else { return i + 1 };
                self.out.word(&p.text());
                p.next
            }
            Pos::Neg => {
                self.out.word("not");
                i + 1
            }
            _ => i + 1,
        }
    }

    fn is_not(&mut self, i: usize) -> usize {
        self.and(i);
        self.rule("is not");
        let n = &self.nodes[i];
        let plural = self.subject.as_ref().is_some_and(|s| s.plural);
        if self.subject.is_none() && self.rel.is_none()
            && let Some(p) = np::np(self.nodes, i + 1).filter(|p| p.definite && !p.accusative && n.prep.is_none() && self.get(i + 1).is_some_and(|x| x.prep.is_none()))
        {
            self.out.word(&p.text());
            self.out.word(if p.plural { "are not" } else { "is not" });
            self.subject = Some(Feat::of(&p));
            self.object = true;
            return p.next;
        }
        self.pending = None;
        self.rel = None;
        if self.subject.is_none() {
            self.out.word("[it]");
        }
        self.subject.get_or_insert(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
        self.object = true;
        self.out.word(if plural { "are not" } else { "is not" });
        i + 1
    }

    /// دون: without a noun, or without doing.
    fn without(&mut self, i: usize) -> usize {
        self.and(i);
        self.rule("without");
        self.out.word("without");
        let next = i + 1 + usize::from(self.is(i + 1, Pos::That));
        if let Some(g) = verb::group(self.nodes, next) {
            let mut g = g;
            let found = subject::find(self.nodes, &g, g.next);
            g.time = Time::Gerund;
            let node = &self.nodes[g.verb];
            if let Some(s) = found {
                g.passive |= passive_of_thing(node, &Feat::of(&s.np));
                self.subject_text(s.first, s.next);
                let text = verb::english(&g, node, false);
                self.out.word(&text);
                self.govern(&self.nodes[g.verb]);
                self.between(g.next, s.first);
                return s.next;
            }
            let text = verb::english(&g, node, false);
            self.out.word(&text);
            return self.after_verb(&g, None);
        }
        if let Some(pron) = self.nodes[i].pron {
            self.out.word(object(pron));
        }
        if self.get(next).is_some_and(|m| m.pos == Pos::Masdar && !m.own && m.definite) {
            return self.gerund(next);
        }
        // "without reaching", not "without access".
        if let Some(m) = self.get(next).filter(|m| m.pos == Pos::Masdar && m.definite && m.prep.is_none())
            && let Some(verb) = m.lemma.and_then(|l| l.en(0))
            && self.get(next + 1).is_some_and(|p| p.pos == Pos::Prep || p.prep.is_some())
        {
            self.out.word(&generate::gerund(verb));
            self.govern(&self.nodes[next]);
            return next + 1;
        }
        next
    }

    fn gerund(&mut self, i: usize) -> usize {
        let text = generate::gerund(&self.nodes[i].en);
        self.out.word(&text);
        self.govern(&self.nodes[i]);
        i + 1
    }

    /// True if the participle at `i` carries a clause or a preposition: مشيرا إلى.
    fn saying(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        let behind = self.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::That | Pos::Prep | Pos::Mark(':')) || x.prep.is_some() || x.quote() || x.nominal());
        let before = i.checked_sub(1).and_then(|p| self.get(p));
        behind && (n.accusative || before.is_none_or(|b| matches!(b.pos, Pos::Mark(_) | Pos::Verb)) || (n.plural && n.and))
    }

    fn noting(&mut self, i: usize) -> usize {
        self.rule("participle");
        let n = &self.nodes[i];
        if !self.out.fresh() && !n.and {
            self.out.comma();
        }
        self.and(i);
        let text = generate::gerund(&n.en);
        self.out.word(&text);
        if let Some(p) = n.pron {
            self.out.word(object(p));
        }
        self.govern(&self.nodes[i]);
        self.rel = None;
        self.object = false;
        i + 1
    }

    fn relative(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        self.and(i);
        let before = i.checked_sub(1).and_then(|p| self.get(p));
        let who = n.ar == "الذين" || before.is_some_and(|b| b.human && b.pos != Pos::Adjective);
        let headless = before.is_none_or(|b| matches!(b.pos, Pos::Prep | Pos::That | Pos::Verb | Pos::Conj));
        self.out.word(if headless { "that which" } else if who { "who" } else { "which" });
        self.rule("relative clause");
        let feminine = n.ar.starts_with("الت");
        let many = n.ar == "الذين" || before.is_some_and(|b| b.plural || b.dual || (b.pos == Pos::Adjective && self.rel_plural(i)));
        self.rel = Some(Feat { plural: many, feminine, human: who, agent: who, name: false });
        self.to = None;
        self.pending = None;
        self.governors.clear();
        i + 1
    }

    /// True if the noun that the relative at `i` belongs to is a plural: the nearest noun before its adjectives.
    fn rel_plural(&self, i: usize) -> bool {
        (0..i).rev().take(4).find(|&j| self.nodes[j].nominal()).is_some_and(|j| self.nodes[j].plural || self.nodes[j].dual || self.nodes[j].en.ends_with("talks"))
    }

    /// The verb of a relative clause.
    fn relative_verb(&mut self, g: &Group) -> usize {
        let n = &self.nodes[g.verb];
        let rel = self.rel.take();
        let plural = rel.as_ref().is_some_and(|r| r.plural);
        let found = subject::find(self.nodes, g, g.next);
        // التي تقودها الأمم المتحدة: the pronoun stands for the noun, the subject follows.
        if n.pron.is_some()
            && let Some(s) = &found
            && s.first == g.next
        {
            self.subject_text(s.first, s.next);
            let f = Feat::of(&s.np);
            self.out.word(&verb::english(g, n, f.plural));
            self.govern(&self.nodes[g.verb]);
            self.subject = Some(f);
            return s.next;
        }
        if n.pron.is_some() {
            self.out.word(if matches!(g.person, Person::They | Person::Both) { "[they]" } else if matches!(g.person, Person::We) { "we" } else { "[it]" });
            self.out.word(&verb::english(g, n, matches!(g.person, Person::They | Person::Both | Person::We)));
            self.govern(&self.nodes[g.verb]);
            self.subject = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
            return g.next;
        }
        let fits = rel.as_ref().is_none_or(|r| r.fits(g.person));
        // بما اتفق عليه: what was agreed on.
        if fits && let Some(p) = self.get(g.next).filter(|p| p.pos == Pos::Prep && p.pron == Some(Pronoun::His)) && found.is_none() && g.person == Person::He && rel.as_ref().is_some_and(|r| r.name) {
            let whole = Group { passive: true, ..g.clone() };
            self.out.word(&verb::english(&whole, n, false));
            self.govern(n);
            let en = self.preposition(&p.ar, g.next, g.next + 1);
            self.out.word(&en);
            self.subject = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
            return g.next + 1;
        }
        let mut g = g.clone();
        if fits {
            let follows = self.get(g.next).is_some_and(|x| (x.nominal() || matches!(x.pos, Pos::Number | Pos::Quant | Pos::Dem | Pos::Unknown)) && !x.and && x.prep.is_none());
            let f = Feat { plural, feminine: false, human: rel.as_ref().is_some_and(|r| r.human), agent: rel.as_ref().is_some_and(|r| r.agent), name: false };
            if passive_of_thing(n, &f) && !follows && !g.passive {
                g.passive = true;
                self.rule("passive of a thing");
            }
            self.out.word(&verb::english(&g, n, plural || matches!(g.person, Person::They | Person::Both)));
            self.subject = Some(f);
            return self.after_verb(&g, None);
        }
        self.subject = None;
        self.subject_first(&g, false)
    }

    /// Where the relative clause at `i` ends: the comma or أن behind it.
    fn relative_end(&self, i: usize) -> Option<usize> {
        // A second bare phrase behind the relative verb belongs to the main one.
        if let Some(g) = verb::group(self.nodes, i + 1) {
            let (mut j, mut seen) = (g.next, self.nodes[g.verb].pron.is_some());
            while let Some(n) = self.get(j).filter(|_| j < i + 24) {
                if matches!(n.pos, Pos::Mark('،' | ',') | Pos::That) {
                    break;
                }
                let bare = n.prep.is_none() && !n.and && (n.nominal() || matches!(n.pos, Pos::Quant | Pos::Number));
                if bare && seen {
                    return Some(j);
                }
                let next = if n.pos == Pos::Prep || n.prep.is_some() { subject::behind_pp(self.nodes, j) } else if bare || n.and { np::np(self.nodes, j).map(|p| p.next) } else if n.pos == Pos::Adverb { Some(j + 1) } else { None };
                seen |= bare;
                j = match next {
                    Some(next) => next,
                    None => break,
                };
            }
        }
        let end = (i + 1..(i + 18).min(self.nodes.len())).find(|&j| matches!(self.nodes[j].pos, Pos::Mark('،' | ',' | '.') | Pos::That))?;
        (!matches!(self.nodes[end].pos, Pos::Mark('.'))).then_some(end)
    }

    fn what(&mut self, i: usize) -> usize {
        self.and(i);
        let n = &self.nodes[i];
        self.out.word(&n.en);
        self.rel = Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true });
        i + 1
    }

    fn pronoun(&mut self, i: usize) -> usize {
        self.and(i);
        let n = &self.nodes[i];
        let copula = self.subject.is_some() || self.rel.is_some();
        let plural = matches!(n.en.as_str(), "they" | "we" | "you") || self.subject.as_ref().is_some_and(|s| s.plural);
        let verb = self.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg | Pos::Qad | Pos::Will | Pos::IsNot | Pos::Rel));
        if copula {
            if !verb || self.rel.is_some() {
                self.out.word(if plural { "are" } else { "is" });
                self.rel = None;
            }
        } else {
            let word = if n.en == "he" && !self.last.as_ref().is_some_and(|l| l.human) { "it" } else { n.en.as_str() };
            let word = word.to_owned();
            self.out.word(&word);
            self.subject = Some(Feat { plural, feminine: word == "it", human: word == "he", agent: true, name: true });
            if !verb {
                self.out.word(if word == "I" { "am" } else if plural { "are" } else { "is" });
            }
        }
        self.object = true;
        i + 1
    }

    /// A preposition and its phrase.
    fn prep(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        self.and(i);
        let own = n.pos == Pos::Prep;
        if own && n.ar == "بالنسبة" {
            self.out.word("as for");
            return self.bare_phrase(i + 1 + usize::from(self.is(i + 1, Pos::Prep)), false);
        }
        // لم تتلق بعد: yet
        if own && n.ar == "بعد" && n.pron.is_none() && !n.and && i > 1 && self.nodes[i - 1].pos == Pos::Verb && self.nodes[i - 2].pos == Pos::Neg && !subject::intransitive(&self.nodes[i - 1]) {
            self.out.word("yet");
            return i + 1;
        }
        // وفق ما نقلت: according to what
        if own && n.pron.is_none() && n.en == "according to" && self.get(i + 1).is_some_and(|x| x.pos == Pos::Verb && !x.and) {
            let en = n.en.clone();
            self.out.word(&en);
            self.out.word("what");
            self.fresh();
            return i + 1;
        }
        // لعدم حضور: because of
        if !own && n.prep == Some("ل") && n.pos == Pos::NonMasdar {
            self.out.word("because of");
            return self.bare_phrase(i, false);
        }
        // لتثبيت وقف النار, للانضمام إلى: to do
        if !own && n.prep == Some("ل") && n.pos == Pos::Masdar && n.pron.is_none() && !self.out.ends(" to") && let Some(next) = self.purpose(i) {
            return next;
        }
        let ar = if own { n.ar.clone() } else { n.prep.unwrap_or_default().to_owned() };
        let at = i + usize::from(own);
        // أشار إلى أن: the preposition goes with أن; بعد أن keeps its sense.
        if own && n.pron.is_none() && self.is(at, Pos::That) {
            if matches!(ar.as_str(), "إلى" | "على" | "عن" | "من" | "في") {
                return at;
            }
            let en = n.en.clone();
            self.out.word(&en);
            self.fresh();
            self.pending = self.nodes[at].pron;
            return at + 1;
        }
        // من المقرر أن, من غير المتوقع أن
        if own && ar == "من" && let Some(next) = self.expected(at) {
            return next;
        }
        // إلى يوم الخميس
        if own && self.get(at).is_some_and(|x| x.pos == Pos::Prep && x.mention && x.en == "on") {
            let en = n.en.clone();
            self.out.word(if ar == "في" { "on" } else { &en });
            return at + 1;
        }
        let en = if own && n.mention && !short(&ar) { n.en.clone() } else { self.preposition(&ar, i, at) };
        if !(self.out.ends(&format!(" {en}")) && matches!(en.as_str(), "to" | "of" | "for" | "on" | "in" | "with")) {
            self.out.word(if en == "mid-" { "in the middle of" } else { &en });
        }
        if let Some(p) = n.pron.filter(|_| own) {
            self.out.word(object(p));
            return i + 1;
        }
        if self.get(at).is_some_and(|x| matches!(x.pos, Pos::What | Pos::Adverb | Pos::Rel | Pos::Prep | Pos::Mark(_) | Pos::That)) && own {
            return at;
        }
        self.bare_phrase(at, false)
    }

    /// ل with a masdar and its object: to do.
    fn purpose(&mut self, i: usize) -> Option<usize> {
        let n = &self.nodes[i];
        let lemma = n.lemma.filter(|l| l.pos == "verb")?;
        let behind = self.get(i + 1)?;
        let object = !n.definite && !behind.and && behind.prep.is_none() && np::np(self.nodes, i + 1).is_some_and(|p| !p.agent && !p.human);
        let governed = n.definite && (behind.pos == Pos::Prep || behind.prep.is_some()) && !behind.and;
        if !(object || governed) || (self.governors.iter().any(|l| l.prep("ل").is_some_and(str::is_empty))) {
            return None;
        }
        self.rule("to do");
        let base = if n.own { lemma.en(0)?.to_owned() } else { n.en.clone() };
        self.out.word(&format!("to {base}"));
        self.govern(n);
        self.governors.push(lemma);
        Some(i + 1)
    }

    /// من المقرر أن: it is scheduled that; with a subject before it: is scheduled to.
    fn expected(&mut self, at: usize) -> Option<usize> {
        let non = self.is(at, Pos::Non);
        let p = at + usize::from(non);
        let word = self.get(p).filter(|w| w.definite && matches!(w.pos, Pos::Passive | Pos::Adjective | Pos::Active) && self.is(p + 1, Pos::That))?;
        let not = if non { " not" } else { "" };
        let text = match word.pos {
            Pos::Passive => word.participle(),
            Pos::Active => generate::gerund(&word.en),
            _ => word.en.clone(),
        };
        self.rule("it is expected that");
        let plural = self.rel.as_ref().or(self.subject.as_ref()).is_some_and(|r| r.plural);
        if self.rel.is_some() || (self.subject.is_some() && !self.object) {
            self.out.word(&format!("{}{not} {text}", if plural { "are" } else { "is" }));
            if let Some(r) = self.rel.take() {
                self.subject = Some(r);
            }
            self.pending = None;
            return Some(p + 1);
        }
        self.pending = None;
        self.out.word(&format!("it is{not} {text} that"));
        self.fresh();
        self.opened = true;
        Some(p + 2)
    }

    /// The English of a preposition: its governor's, or its own.
    fn preposition(&self, ar: &str, i: usize, at: usize) -> String {
        if ar == "في" && self.get(at).is_some_and(|x| x.weekday) {
            let month = self.get(at).is_some_and(|x| super::numbers::MONTHS.iter().any(|m| x.en.starts_with(m)));
            return if month { "in" } else { "on" }.to_owned();
        }
        let before = i.checked_sub(1).and_then(|p| self.get(p));
        if let Some(en) = self.governors.iter().rev().find_map(|l| l.prep(ar)) {
            let noun = before.is_some_and(|b| b.pos == Pos::Masdar && b.own || (b.pos == Pos::Noun && b.lemma.is_some_and(|m| m.pos == "verb")));
            return if en.is_empty() && noun { "of".to_owned() } else { en.to_owned() };
        }
        let inner = self.get(at);
        let place = inner.is_some_and(|x| x.pos == Pos::Name && x.feminine && x.bare && !x.person_name);
        let masdar = before.is_some_and(|b| b.pos == Pos::Masdar) || self.governors.len() > 1;
        match ar {
            "من" if before.is_some_and(|b| matches!(b.pos, Pos::Number | Pos::Quant | Pos::Adjective) || (b.nominal() && !b.bare && !(b.pos == Pos::Masdar && !b.own))) && !inner.is_some_and(|x| x.agent && x.bare && before.is_some_and(|b| !b.definite)) => "of".to_owned(),
            "تحت" => "under".to_owned(),
            "ب" if place => "in".to_owned(),
            "ب" if inner.is_some_and(|x| x.pos == Pos::Masdar) => "by".to_owned(),
            "ل" if masdar && before.is_some_and(|b| b.pos == Pos::Adjective || b.pos == Pos::Masdar) && !inner.is_some_and(|x| x.pos == Pos::Masdar) => "of".to_owned(),
            "ل" if inner.is_some_and(|x| x.agent && !x.definite || x.person_name) => "to".to_owned(),
            _ if short(ar) => short_prep(ar).to_owned(),
            _ => self.nodes[i].en.clone(),
        }
    }

    /// A noun phrase, or whatever else stands at `i`, where the clause has it.
    fn phrase(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        if n.prep.is_some() && n.pos != Pos::Verb {
            return self.prep(i);
        }
        self.bare_phrase(i, false)
    }

    fn bare_phrase(&mut self, i: usize, subject: bool) -> usize {
        if i >= self.nodes.len() {
            return i;
        }
        self.and_once(i);
        let n = &self.nodes[i];
        let governed = n.prep.is_some() || i.checked_sub(1).and_then(|p| self.get(p)).is_some_and(|p| p.pos == Pos::Prep && p.pron.is_none());
        let Some(p) = np::np(self.nodes, i) else { return self.loose(i) };
        if p.head.ends_with('*') {
            self.named += (i..p.next).filter(|&j| self.nodes[j].pos == Pos::Unknown).count();
        } else if p.text().contains('*') {
            self.named += (i..p.next).filter(|&j| self.nodes[j].pos == Pos::Unknown).count();
        }
        self.out.word(&p.text());
        for j in i..p.next {
            if matches!(self.nodes[j].pos, Pos::Masdar | Pos::Noun) && self.nodes[j].lemma.is_some_and(|l| l.pos == "verb") {
                self.govern(&self.nodes[j]);
            }
        }
        if n.and && !self.main && let Some(s) = &mut self.subject {
            s.plural = true;
        }
        if !governed && !subject && self.subject.is_none() && self.rel.is_none() && (!p.accusative || self.opened) && !n.and {
            self.subject = Some(Feat::of(&p));
            self.last = self.subject.clone();
            self.pending = None;
            self.topic(&p);
        }
        p.next
    }

    fn and_once(&mut self, i: usize) {
        if !self.out.ends(" and") {
            self.and_if_bare(i);
        }
    }

    fn and_if_bare(&mut self, i: usize) {
        if self.nodes[i].prep.is_none() {
            self.and(i);
        }
    }

    /// The topic of a nominal clause: "is" where no verb follows.
    fn topic(&mut self, p: &Np) {
        if !self.opened || !p.definite {
            return;
        }
        self.opened = false;
        let Some(n) = self.get(p.next) else { return };
        let predicate = match n.pos {
            Pos::Adjective | Pos::Passive | Pos::Active => !n.definite && !n.and && n.prep.is_none(),
            Pos::Mark('"' | '«' | '“') => self.get(p.next + 1).is_some_and(|x| x.pos == Pos::Prep) && !self.verb_ahead(p.next + 1),
            Pos::Prep => !n.and && !self.verb_ahead(p.next),
            Pos::NonMasdar | Pos::Non => !n.and,
            _ => false,
        };
        if predicate && p.next > 1 {
            self.rule("is");
            self.out.word(if p.plural { "are" } else { "is" });
            self.object = true;
        }
    }

    fn verb_ahead(&self, from: usize) -> bool {
        self.nodes[from..].iter().take(25).take_while(|n| !n.ends_clause()).any(|n| matches!(n.pos, Pos::Verb | Pos::IsNot | Pos::Modal | Pos::Pron))
    }

    /// What is no phrase: an adjective, a participle, a demonstrative on its own.
    fn loose(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        let text = match n.pos {
            Pos::Active => generate::gerund(&n.en),
            Pos::Passive => n.participle(),
            Pos::Non => match self.get(i + 1) {
                Some(x) if matches!(x.pos, Pos::Adjective | Pos::Passive | Pos::Active) => {
                    let word = match x.pos {
                        Pos::Passive => x.participle(),
                        Pos::Active => generate::gerund(&x.en),
                        _ => x.en.clone(),
                    };
                    self.out.word(&format!("not {word}"));
                    return i + 2;
                }
                _ => "not".to_owned(),
            },
            Pos::NonMasdar => "not".to_owned(),
            Pos::Unknown => names::name(self.nodes, i).0,
            _ => n.en.clone(),
        };
        self.out.word(&text);
        if matches!(n.pos, Pos::Active | Pos::Passive) {
            self.govern(&self.nodes[i]);
        }
        i + 1
    }
}

/// True for the prepositions of one letter.
fn short(ar: &str) -> bool {
    ar.chars().count() == 1
}

/// The pronoun of a clause whose subject is attached to أن.
fn pronoun(p: Pronoun, f: Option<&Feat>) -> &'static str {
    match p {
        Pronoun::His if f.is_some_and(|f| f.human) => "he",
        Pronoun::His | Pronoun::Her => "it",
        Pronoun::Our => "we",
        Pronoun::Both | Pronoun::Their | Pronoun::TheirFeminine => "they",
    }
}

/// Verbs that a thing suffers: with a thing as their only noun phrase they are passive.
fn passive_of_thing(n: &Node, f: &Feat) -> bool {
    const SUFFERED: &[&str] = &[
        "عقد", "شكل", "أجرى", "نشر", "افتتح", "حدد", "طرح", "نقل", "عرض", "أطلق", "أغلق", "فتح", "بحث", "ناقش", "وقع", "أنشأ", "أصدر", "ألغى", "أجل", "أرجأ", "اعتبر", "وصف", "نفذ", "أعد", "قدم", "رفع", "وضع", "استأنف",
        "طبق", "أقر", "اعتمد", "انتخب", "بنى", "دمر", "أقام", "نظم", "كتب", "فرض", "حل", "ذكر", "عد", "خصص", "استخدم", "ستجري", "أعلن", "قرر", "تداول", "شن",
    ];
    !f.agent && !f.human && SUFFERED.iter().any(|v| is_verb(n, v))
}
