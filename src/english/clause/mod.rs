//! Clauses: subject before verb, frames (who said that), relative clauses, participles. A rule fires only where its guards hold; else the words stay where they are.

mod modals;
mod phrases;
mod relatives;
mod verbs;

use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::generate;
use crate::english::lexicon::Lemma;
use crate::english::names;
use crate::english::node::{Node, Pos, object};
use crate::english::np::{self, Det, Np};
use crate::english::read::short_prep;
use crate::english::subject::{self, Feat};
use crate::english::verb::{self, Group, Time, is_verb};
use crate::english::writer::Writer;

/// English of a whole range: the line, the rules that fired, how many romanised names are in it.
pub(super) fn line(nodes: &[Node]) -> (String, Vec<&'static str>, usize) {
    let mut it = Clause {
        nodes,
        out: Writer::default(),
        rules: Vec::new(),
        subject: None,
        last: None,
        speaker: None,
        rel: None,
        pending: None,
        to: None,
        governors: Vec::new(),
        object: false,
        opened: true,
        main: false,
        named: 0,
        had: false,
    };
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
        // أنه غير مقبول: the pronoun is the topic.
        if matches!(n.pos, Pos::Non | Pos::Adjective | Pos::Active | Pos::Passive)
            && !n.definite
            && !n.and
            && n.prep.is_none()
            && let Some(p) = self.pending.take()
        {
            let word = pronoun(p, self.speaker.as_ref().or(self.last.as_ref()));
            self.out.word(word);
            self.out.word(if matches!(word, "they" | "we") { "are" } else { "is" });
            self.object = true;
        }
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
            '"' | '«' | '“'
                if self.get(i + 1).is_some_and(|n| matches!(n.pos, Pos::Verb | Pos::Neg))
                    && (self.subject.is_none() || self.main)
                    && self.rel.is_none()
                    && !self.is(i.wrapping_sub(1), Pos::That) =>
            {
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
            self.preposed(if dated { "on" } else { "in" }, i);
        } else if part_of_day {
            self.preposed("in the", i);
        }
        self.out.word(en);
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
    fn preposed(&mut self, prep: &str, i: usize) {
        let before = i.checked_sub(1).and_then(|p| self.get(p));
        let has = before.is_some_and(|b| b.pos == Pos::Prep && b.pron.is_none())
            || self.nodes[i].prep.is_some()
            || (self.nodes[i].and && before.is_some_and(|b| b.weekday));
        if !has {
            self.out.word(prep);
        }
    }

    /// أن, إن: a clause of its own follows.
    fn that(&mut self, i: usize) -> usize {
        let n = &self.nodes[i];
        // إن كانوا: if.
        if n.below
            && n.pron.is_none()
            && self
                .get(i + 1)
                .is_some_and(|v| v.pos == Pos::Verb && v.tense == Tense::Perfect || v.pos == Pos::Neg && v.ar == "لم")
        {
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
        let subjunctive = n.pron.is_none()
            && self
                .get(behind)
                .is_some_and(|v| (v.pos == Pos::Verb && v.tense != Tense::Perfect) || (v.pos == Pos::Neg && v.ar == "لا"));
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
        if self
            .get(i + 1)
            .is_some_and(|x| (x.pos == Pos::That && !en.ends_with("that")) || (n.pos == Pos::If && x.pos == Pos::What))
        {
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

    fn govern(&mut self, n: &Node) {
        self.main |= n.pos == Pos::Verb;
        if let Some(l) = n.lemma.filter(|l| l.pos == "verb") {
            if self.governors.len() > 2 {
                self.governors.remove(1);
            }
            self.governors.push(l);
        }
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
        "عقد",
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
    ];
    !f.agent && !f.human && SUFFERED.iter().any(|v| is_verb(n, v))
}
