//! Clauses: subject before verb, frames (who said that), relative clauses, participles. A rule fires only where its guards hold; else the words stay where they are.

mod modals;
mod phrases;
mod relatives;
mod verbs;

use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::complement;
use crate::english::generate;
use crate::english::gloss::Said;
use crate::english::lexicon::Lemma;
use crate::english::names;
use crate::english::node::{Node, Pos, object};
use crate::english::np::{self, Det, Np};
use crate::english::read::short_prep;
use crate::english::subject::{self, Feat};
use crate::english::verb::{self, Group, Time, is_verb};
use crate::english::writer::Writer;

/// English of the nodes from `from` on, read in the light of those before it: the line, the rules that fired, how many romanised names are in it. `speaker` speaks where the first verb
/// names nobody.
pub(super) fn line(nodes: &[Node], from: usize, speaker: Option<&str>) -> (String, Vec<&'static str>, usize) {
    let mut it = Clause::new(nodes);
    it.left_out = speaker.map(str::to_owned);
    let mut i = 0;
    while i < from {
        i = it.step(i).max(i + 1);
    }
    if i > from {
        // What stands before moved into the part, or out of it.
        it = Clause::new(nodes);
        i = from;
    }
    it.out = Writer::default();
    it.rules.clear();
    it.named = 0;
    it.part = from > 0;
    // A part begins with no preposition or "as" that belongs to what is left out.
    if it.part {
        let governed =
            nodes.get(i).is_some_and(|n| n.pos == Pos::Prep && n.pron.is_none() && matches!(n.ar.as_str(), "على" | "إلى" | "عن"));
        i += usize::from(governed || nodes.get(i).is_some_and(|n| n.ar == "كما" && n.pos != Pos::Verb));
    }
    let end =
        nodes.len() - usize::from(nodes.last().is_some_and(|n| n.pos == Pos::Prep && n.pron.is_none() && nodes.len() > i + 1));
    it.nodes = &nodes[..end];
    let nodes = it.nodes;
    while i < nodes.len() {
        let next = it.step(i);
        i = next.max(i + 1);
    }
    (it.out.finish(), it.rules, it.named)
}

/// What a speaker says in the nodes from `from` on, as a clause with the speaker as its subject.
pub(super) fn said(nodes: &[Node], from: usize, said: Said) -> (String, Vec<&'static str>, usize) {
    let mut it = Clause::new(nodes);
    it.rule("speaker first");
    it.out.word(said.speaker);
    let verb = said.at.and_then(|at| nodes.iter().position(|n| n.raw.1 > at)).filter(|v| *v < from);
    let lemma = verb.and_then(|v| nodes[v].lemma).filter(|l| l.pos == "verb");
    let object = np::np(nodes, from).filter(|p| p.agent && nodes[from].prep.is_none());
    match (lemma.and_then(Lemma::object), object) {
        // دعا الحكومة إلى: called on the government to.
        (Some(with), Some(_)) => {
            let base = with.en(0).unwrap_or_default();
            let past = with.en(1).map_or_else(|| generate::past(base), str::to_owned);
            it.out.word(&past);
            it.governors.push(with);
        }
        _ => {
            it.out.word(said.verb);
            it.governors.extend(lemma);
        }
    }
    let f = Feat { plural: false, feminine: false, human: said.human, agent: true, name: true, words: said.speaker.to_owned() };
    (it.subject, it.last, it.speaker) = (Some(f.clone()), Some(f.clone()), Some(f));
    (it.main, it.opened) = (true, false);
    let mut i = from;
    while i > 0 && (nodes[i - 1].quote() || matches!(nodes[i - 1].pos, Pos::That | Pos::Mark(':'))) {
        i -= 1;
        if matches!(nodes[i].pos, Pos::That | Pos::Mark(':')) {
            break;
        }
    }
    let lead = &nodes[i.min(nodes.len().saturating_sub(1))];
    let object = lead.nominal()
        || lead.prep.is_some()
        || matches!(
            lead.pos,
            Pos::That
                | Pos::Mark(':')
                | Pos::Prep
                | Pos::Quant
                | Pos::Number
                | Pos::NonMasdar
                | Pos::Dem
                | Pos::What
                | Pos::Unknown
        );
    if !object {
        it.out.mark(':');
        it.fresh();
        it.last = it.speaker.clone();
        it.opened = true;
    }
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
    /// The line is a part of a sentence: a subject that stands before it is named.
    part: bool,
    /// Who speaks, where the sentence leaves it out.
    left_out: Option<String>,
    /// A topic that waits for its verb while a relative clause is read.
    waiting: Option<Feat>,
    /// The verb whose subject is being written.
    of_verb: Option<Lemma>,
    /// "any" is to be "no": the verb has lost its negation to its subject.
    none: bool,
    /// The head of the noun phrase that was written last.
    noun: Option<String>,
    /// True once the verb has its object: a preposition that stands for none in English is then another's.
    filled: bool,
    /// The preposition that keeps its place without its pronoun.
    gap: Option<usize>,
}

impl<'n> Clause<'n> {
    fn new(nodes: &'n [Node]) -> Self {
        Self {
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
            part: false,
            left_out: None,
            waiting: None,
            gap: None,
            filled: false,
            noun: None,
            of_verb: None,
            none: false,
        }
    }

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
        self.filled = false;
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
        self.out.he = self.antecedent(i);
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
            // لا بد من بذل الجهود: it is necessary to make efforts
            Pos::There if n.en.ends_with(" to") => {
                self.and(i);
                let found = complement::infinitive(self.nodes, i + 1, &crate::english::phrase::Outer::default());
                (self.main, self.object) = (true, true);
                match found {
                    Some((text, next)) => {
                        self.out.word(&format!("{} {text}", n.en));
                        next
                    }
                    None => {
                        self.out.word(n.en.trim_end_matches(" to"));
                        self.out.mark(':');
                        i + 1
                    }
                }
            }
            Pos::There => {
                self.and(i);
                self.out.word(if n.mention { n.en.as_str() } else { "there is" });
                self.subject =
                    Some(Feat { plural: false, feminine: false, human: false, agent: false, name: true, words: String::new() });
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
                self.rel = Some(Feat {
                    plural: n.plural,
                    feminine: n.feminine,
                    human: false,
                    agent: false,
                    name: true,
                    words: String::new(),
                });
                i + 1
            }
            _ => self.phrase(i),
        }
    }

    /// True if a masculine pronoun at `i` stands for a man: by the nearest masculine noun before it, or by who speaks.
    fn antecedent(&self, i: usize) -> bool {
        let near = self.nodes[..i].iter().rev().find(|n| {
            n.nominal()
                && !n.feminine
                && !n.plural
                && !n.dual
                && n.pron.is_none()
                && !matches!(n.pos, Pos::Masdar)
                && !(n.pos == Pos::Name && !n.human && !n.agent)
        });
        match near {
            Some(n) => n.human,
            None => self.speaker.as_ref().is_some_and(|s| s.human),
        }
    }

    fn fresh_to(&mut self) {
        let to = self.to;
        self.fresh();
        self.to = to;
    }

    fn mark(&mut self, i: usize, c: char) -> usize {
        // announced on Tuesday that …
        if matches!(c, '،' | ',') && self.is(i + 1, Pos::That) && !self.nodes[i + 1].and && !self.nodes[i + 1].so {
            return i + 1;
        }
        // The talks awaited in Geneva will discuss …
        let verb = self.get(i + 1).is_some_and(|v| matches!(v.pos, Pos::Verb | Pos::Neg) && !v.and);
        if matches!(c, '،' | ',')
            && verb
            && !self.main
            && (self.subject.is_some() || self.waiting.is_some())
            && !self.out.comma_in_clause()
        {
            return i + 1;
        }
        self.out.mark(c);
        match c {
            '.' | '؟' | '?' | '!' | '؛' | ';' => {
                self.fresh();
                self.opened = false;
                (self.waiting, self.gap) = (None, None);
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
        self.filled = false;
        self.noun = None;
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
