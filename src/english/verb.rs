//! The verb group: negator, قد, س, كان and the verb, and what tense they make in English.

use super::generate;
use super::node::{Node, Pos};
use crate::arabic::fold::same;
use crate::arabic::inflect::{Person, Tense};

/// English tense of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// did
    Past,
    /// does
    Present,
    /// will do
    Future,
    /// has done
    Perfect,
    /// had done
    PastPerfect,
    /// was doing
    PastProgressive,
    /// may do
    May,
    /// may have done
    MayHave,
    /// (to) do
    Base,
    /// would do
    Would,
    /// would have done
    WouldHave,
    /// doing
    Gerund,
}

/// A verb group.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) time: Time,
    pub(super) negated: bool,
    pub(super) no_longer: bool,
    pub(super) still: bool,
    pub(super) passive: bool,
    /// Index of the verb that carries the sense.
    pub(super) verb: usize,
    /// Index behind the group.
    pub(super) next: usize,
    pub(super) person: Person,
    /// True for كان alone: a copula, or the auxiliary of a verb behind its subject.
    pub(super) copula: bool,
}

impl Group {
    /// What stands at `at` said to be so now, or not to be: no verb of its own.
    pub(super) fn now(at: usize, negated: bool) -> Self {
        Self {
            time: Time::Present,
            negated,
            no_longer: false,
            still: false,
            passive: false,
            verb: at,
            next: at + 1,
            person: Person::He,
            copula: false,
        }
    }
}

/// True if a node's verb is this one.
pub(super) fn is_verb(n: &Node, perfect: &str) -> bool {
    n.lemma.is_some_and(|l| l.pos == "verb" && same(l.ar, perfect))
}

/// True if a node's verb is one of these.
pub(super) fn is_any(n: &Node, perfects: &[&str]) -> bool {
    n.lemma.filter(|l| l.pos == "verb").is_some_and(|l| perfects.iter().any(|perfect| same(l.ar, perfect)))
}

/// The verb group at `i`, if one begins there.
pub(super) fn group(nodes: &[Node], i: usize) -> Option<Group> {
    let mut at = i;
    let (mut negator, mut qad, mut will, mut no_longer) = (None, false, false, false);
    loop {
        let n = nodes.get(at)?;
        match n.pos {
            Pos::Neg if negator.is_none() => {
                no_longer = n.mention && n.en == "no longer";
                negator = Some(n.ar.as_str());
            }
            Pos::Qad => qad = true,
            Pos::Will => will = true,
            _ => break,
        }
        at += 1;
    }
    let n = &nodes[at];
    if n.pos != Pos::Verb || (at > i && n.and) {
        return None;
    }
    will |= n.will;
    let mut time = match (n.tense, negator) {
        _ if no_longer => Time::Present,
        (_, Some("لم")) => Time::Past,
        (_, Some("لن")) => Time::Future,
        (Tense::Perfect, _) if qad => Time::Perfect,
        (Tense::Perfect, _) => Time::Past,
        (_, _) if will => Time::Future,
        (_, _) if qad => Time::May,
        _ => Time::Present,
    };
    time = n.time.unwrap_or(time);
    let mut it = Group {
        time,
        negated: negator.is_some() && !no_longer,
        no_longer,
        still: n.own,
        passive: n.passive,
        verb: at,
        next: at + 1,
        person: n.person,
        copula: is_verb(n, "كان"),
    };
    if it.copula && n.pron.is_none() {
        let mut v = at + 1;
        let qad = nodes.get(v).is_some_and(|x| x.pos == Pos::Qad);
        v += usize::from(qad);
        if let Some(main) = nodes.get(v).filter(|m| m.pos == Pos::Verb && !m.and && m.prep.is_none() && !is_verb(m, "كان")) {
            time = match (time, main.tense) {
                (Time::Past, Tense::Perfect) => Time::PastPerfect,
                (Time::Past, _) if main.will => Time::Would,
                (Time::Past, _) => Time::PastProgressive,
                (Time::Present, Tense::Perfect) => Time::Perfect,
                (Time::May, Tense::Perfect) => Time::MayHave,
                (t, _) => t,
            };
            it = Group { time, verb: v, next: v + 1, passive: main.passive, person: main.person, copula: false, ..it };
        }
    }
    Some(it)
}

/// Verbs of what is so and not done: they have no "was doing".
fn stative(base: &str) -> bool {
    matches!(
        base,
        "believe"
            | "know"
            | "want"
            | "need"
            | "own"
            | "possess"
            | "belong"
            | "contain"
            | "include"
            | "consist"
            | "mean"
            | "understand"
            | "prefer"
            | "realise"
            | "deserve"
            | "require"
            | "think"
            | "see"
            | "constitute"
            | "represent"
            | "concern"
    )
}

/// The group in English, for a subject that is many or one.
pub(super) fn english(g: &Group, n: &Node, plural: bool) -> String {
    let many = plural || matches!(g.person, Person::We);
    let not = if g.negated { " not" } else { "" };
    let base = n.en.as_str();
    // كانت تعنى بالملف: what is already so is no more done
    let (be, rest) = if g.passive && base != "be" && !base.starts_with("be ") {
        (true, n.participle())
    } else if g.copula && !g.still {
        (true, String::new())
    } else if let Some(rest) = base.strip_prefix("be ") {
        (true, rest.to_owned())
    } else {
        (base == "be", String::new())
    };
    let still = if g.still {
        " still"
    } else if g.no_longer {
        " no longer"
    } else {
        ""
    };
    let is = match (g.person, many) {
        (Person::I, _) => ("am", "was"),
        (_, true) => ("are", "were"),
        _ => ("is", "was"),
    };
    let has = if many || g.person == Person::I { "have" } else { "has" };
    let text = if be {
        match g.time {
            Time::Past => format!("{}{not}{still} {rest}", is.1),
            Time::Present => format!("{}{not}{still} {rest}", is.0),
            Time::Future => format!("will{not}{still} be {rest}"),
            Time::Would => format!("would{not} be {rest}"),
            Time::WouldHave => format!("would{not} have been {rest}"),
            Time::Perfect => format!("{has}{not} been {rest}"),
            Time::PastPerfect => format!("had{not} been {rest}"),
            Time::PastProgressive if g.passive => format!("{}{not} being {rest}", is.1),
            Time::PastProgressive => format!("{}{not} {rest}", is.1),
            Time::May => format!("may{not} be {rest}"),
            Time::MayHave => format!("may{not} have been {rest}"),
            Time::Base => format!("{}be {rest}", not.trim_start().replace("not", "not ")),
            Time::Gerund => format!("{}being {rest}", not.trim_start().replace("not", "not ")),
        }
    } else {
        match g.time {
            Time::Past if g.negated => format!("did not {base}"),
            Time::Past => n.past(),
            Time::Present if g.still => format!("{}{not} still {}", is.0, generate::gerund(base)),
            Time::Present if g.negated => format!("{} not {base}", if many || g.person == Person::I { "do" } else { "does" }),
            Time::Present if g.no_longer => format!("no longer {}", if many { base.to_owned() } else { generate::third(base) }),
            Time::Present if many || g.person == Person::I => base.to_owned(),
            Time::Present => generate::third(base),
            Time::Future => format!("will{not} {base}"),
            Time::Would => format!("would{not} {base}"),
            Time::WouldHave => format!("would{not} have {}", n.participle()),
            Time::Perfect => format!("{has}{not} {}", n.participle()),
            Time::PastPerfect => format!("had{not} {}", n.participle()),
            // كان يعتقد: believed
            Time::PastProgressive if stative(base) && g.negated => format!("did not {base}"),
            Time::PastProgressive if stative(base) => n.past(),
            Time::PastProgressive => format!("{}{not} {}", is.1, generate::gerund(base)),
            Time::May => format!("may{not} {base}"),
            Time::MayHave => format!("may{not} have {}", n.participle()),
            Time::Base => format!("{}{base}", not.trim_start().replace("not", "not ")),
            Time::Gerund => format!("{}{}", not.trim_start().replace("not", "not "), generate::gerund(base)),
        }
    };
    text.trim_end().to_owned()
}
