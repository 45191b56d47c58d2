//! Clauses: subject before verb, frames (who said that), relative clauses, participles. A rule fires only where its guards hold; else the words stay where they are.

mod about;
mod adverbs;
mod agreed;
mod behind;
mod behind_subject;
mod copula;
mod doubts;
mod due;
mod exceptions;
mod governed;
mod idioms;
mod impersonal;
mod indefinite;
mod left_out;
mod modals;
mod negators;
mod nominal;
mod objects;
mod openers;
mod owners;
mod phrases;
mod places;
mod possible;
mod prep_that;
mod prepositions;
mod pronouns;
mod relative_ends;
mod relatives;
mod resumptive;
mod second;
mod step;
mod subjects;
mod suffered;
mod those_who;
mod time;
mod verbs;
mod whose;
mod would;

use suffered::{done_to_bodies, done_to_people, done_to_things, passive_of_thing};

use std::ops::Range;

use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::complement;
use crate::english::doubt;
use crate::english::generate;
use crate::english::gloss::{LeftOut, Said};
use crate::english::government;
use crate::english::infinitive;
use crate::english::lexicon::Lemma;
use crate::english::names;
use crate::english::node::{self, Node, Pos, object};
use crate::english::np::{self, Det, Np};
use crate::english::read::short_prep;
use crate::english::subject::{self, Feat};
use crate::english::verb::{self, Group, Time, is_any, is_verb};
use crate::english::writer::Writer;

/// A line in the making.
pub(super) struct Line {
    pub(super) text: String,
    /// The rules that fired.
    pub(super) rules: Vec<&'static str>,
    /// How many romanised names are in it.
    pub(super) named: usize,
    /// Nodes of the parts that show their terms only.
    pub(super) cut: Vec<Range<usize>>,
}

/// English of the nodes from `from` on, read in the light of those before it. `speaker` speaks where the first verb names nobody.
pub(super) fn line(nodes: &[Node], from: usize, speaker: Option<LeftOut>) -> Line {
    let mut it = Clause::new(nodes);
    it.left_out = speaker.map(|s| s.name.to_owned());
    it.woman = speaker.is_some_and(|s| s.woman);
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
    it.parts(i)
}

/// What a speaker says in the nodes from `from` on, as a clause with the speaker as its subject.
pub(super) fn said(nodes: &[Node], from: usize, said: Said) -> Line {
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
    let plural = crate::english::skeleton::many(said.speaker.trim_matches(['[', ']']));
    // قالت المبعوثة إن: a woman, by her office and the verb
    let she = |n: &Node| n.human && n.feminine && !n.plural && n.nominal();
    let woman = said.woman
        || said.human && verb.is_some_and(|v| nodes[v].person == Person::She) && nodes[..from.min(nodes.len())].iter().any(she);
    let f =
        Feat { plural, feminine: woman && !plural, human: said.human, agent: true, name: true, words: said.speaker.to_owned() };
    (it.subject, it.last, it.speaker) = (Some(f.clone()), Some(f.clone()), Some(f));
    (it.main, it.opened) = (true, false);
    let mut i = from;
    while i > 0 && (nodes[i - 1].quote() || matches!(nodes[i - 1].pos, Pos::That | Pos::Mark(':'))) {
        i -= 1;
        if matches!(nodes[i].pos, Pos::That | Pos::Mark(':')) {
            break;
        }
    }
    // نفى المصدر ذاته ما تردد: the source itself
    i += usize::from(
        nodes.get(i).is_some_and(|n| matches!(n.ar.as_str(), "ذات" | "ذاته" | "ذاتها" | "نفسه" | "نفسها") && n.prep.is_none()),
    );
    // نفى، في رد مكتوب على سؤال، أن: what stands before أن says how it was said.
    let that = (i + 1..(i + 10).min(nodes.len())).take_while(|&j| nodes[j].pos != Pos::Verb).find(|&j| nodes[j].pos == Pos::That);
    if let Some(that) =
        that.filter(|&t| matches!(nodes[t - 1].pos, Pos::Mark('،' | ',')) && !nodes[i].and && nodes[i].pos != Pos::That)
    {
        i = that;
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
    it.parts(i)
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
    /// A clause behind `before` is still to come, and tells of the past.
    back: bool,
    /// The line is a part of a sentence: a subject that stands before it is named.
    part: bool,
    /// Who speaks, where the sentence leaves it out.
    left_out: Option<String>,
    /// Who was left out is a woman.
    woman: bool,
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
    /// What `filled` was where brackets were opened.
    bracketed: bool,
    /// The preposition that keeps its place without its pronoun.
    gap: Option<usize>,
    /// The preposition that is not written at all.
    gone: Option<usize>,
    /// The preposition at the end of an English verb, until its noun comes.
    late: Option<&'static str>,
    /// True in a clause that because, as or while opened.
    below: bool,
    /// What was guessed while a part was written.
    guessed: usize,
    /// Where the last noun phrase ended: the node behind it, the length of the line.
    ended: (usize, usize),
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
            woman: false,
            waiting: None,
            gap: None,
            gone: None,
            late: None,
            back: false,
            filled: false,
            bracketed: false,
            noun: None,
            of_verb: None,
            none: false,
            below: false,
            guessed: 0,
            ended: (0, 0),
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
        self.below = false;
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

impl Clause<'_> {
    /// The pronoun of a clause whose subject is attached to أن at `i`: he/it, where something masculine was named since the man was.
    fn pointing(&self, p: Pronoun, f: Option<&Feat>, i: usize) -> &'static str {
        let word = pronoun(p, f);
        let near =
            self.nodes[..i.min(self.nodes.len())].iter().rev().take(20).take_while(|n| !(n.person_name || n.pos == Pos::Title));
        let mut things = near.filter(|n| {
            n.nominal()
                && n.definite
                && !n.feminine
                && !n.plural
                && !n.dual
                && !n.human
                && !n.agent
                && !n.weekday
                && n.pron.is_none()
        });
        if word == "he" && things.next().is_some() { "he/it" } else { word }
    }

    /// True if the feminine pronoun at `i` is a woman's: of the nearest feminine noun before it, or of who speaks.
    fn hers(&self, i: usize) -> bool {
        let woman = |f: &Feat| f.human && f.feminine && !f.plural;
        // وقالت إن بلادها: the country of who speaks
        let person = |f: &Feat| f.human && !f.plural && f.name;
        if self.nodes[i].en == "country" && self.subject.as_ref().or(self.speaker.as_ref()).is_some_and(person) {
            return true;
        }
        let own = self.nodes[i].nominal() && (i == 0 || self.nodes[..i].iter().rev().take(2).any(|b| b.pos == Pos::Verb));
        if own && let Some(s) = &self.subject.as_ref().filter(|s| !s.words.is_empty()) {
            return woman(s);
        }
        let near = self.nodes[..i]
            .iter()
            .rev()
            .take(20)
            .find(|n| n.nominal() && n.pron.is_none() && (n.feminine || n.plural && !n.human));
        near.map_or_else(
            || self.speaker.as_ref().or(self.last.as_ref()).is_some_and(woman),
            |n| n.human && n.feminine && !n.plural,
        )
    }
}

/// The English of a verb's attached pronoun. يسبقه اجتماع: what comes before or behind something does so to a thing.
fn object_of(n: &Node, p: Pronoun) -> &'static str {
    const FOLLOWS: &[&str] = &["سبق", "تلا", "أعقب", "تخلل", "شهد"];
    if p == Pronoun::His && is_any(n, FOLLOWS) { "it" } else { object(p) }
}

/// True for the prepositions of one letter.
fn short(ar: &str) -> bool {
    ar.chars().count() == 1
}

/// The pronoun of a clause whose subject is attached to أن.
fn pronoun(p: Pronoun, f: Option<&Feat>) -> &'static str {
    match p {
        Pronoun::His if f.is_some_and(|f| f.human && !f.feminine) => "he",
        Pronoun::Her if f.is_some_and(|f| f.plural && !f.words.is_empty()) => "they",
        Pronoun::Her if f.is_some_and(|f| f.human && f.feminine) => "she",
        // أضاف أنه سيزور: nobody was named
        Pronoun::His if f.is_none() => "he/it",
        Pronoun::His | Pronoun::Her => "it",
        Pronoun::Our => "we",
        Pronoun::Both | Pronoun::Their | Pronoun::TheirFeminine => "they",
    }
}
