//! What belongs to whom: half of them, Saudi airspace, no link of theirs, the fate of those who were killed, two presidents with one title.

use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::lexicon::Lexicon;
use crate::english::node::{Node, Pos, has_offices};
use crate::english::np;

/// نصفهم من النساء: half of them.
pub(super) fn half_of(nodes: &mut [Node], i: usize) {
    let n = &mut nodes[i];
    if n.pron.is_some() && matches!(n.en.as_str(), "half" | "third" | "quarter") && !n.dual && !n.plural && n.prep.is_none() {
        n.pos = Pos::Quant;
        if n.en != "half" {
            n.en = format!("a {}", n.en);
        }
    }
}

/// الأجواء السعودية, قوات الدفاع الجوي السعودية: the adjective of a feminine or a plural, not the country.
pub(super) fn saudi(nodes: &mut [Node], i: usize) {
    let inside =
        |n: &&Node| (n.nominal() || n.pos == Pos::Adjective) && !n.and && n.pron.is_none() && (n.pos != Pos::Name || n.mention);
    let n = &nodes[i];
    // يجب أن تكون سورية: what something is to be
    let is = |v: &Node| v.pos == Pos::Verb && v.lemma.is_some_and(|l| l.ar == "كان") && v.person == Person::She;
    if n.en == "Syria" && n.prep.is_none() && !n.and && n.ar.ends_with(['ه', 'ة']) && i > 0 && is(&nodes[i - 1]) {
        let n = &mut nodes[i];
        (n.pos, n.bare, n.agent, n.definite) = (Pos::Adjective, false, false, false);
        "Syrian".clone_into(&mut n.en);
        return;
    }
    let alone = n.en == "Saudi Arabia" && n.prep.is_none() && !n.and && n.ar.starts_with("السعودي");
    let definite = i > 0 && nodes[i - 1].definite && !nodes[i - 1].bare;
    let phrase = nodes[..i].iter().rev().take(4).take_while(inside);
    if alone && definite && phrase.filter(|n| n.nominal()).any(|n| n.feminine || n.plural && !n.human) {
        let n = &mut nodes[i];
        (n.pos, n.bare, n.agent, n.human) = (Pos::Adjective, false, false, false);
        "Saudi".clone_into(&mut n.en);
    }
}

/// وفق ما أعلنه الهلال الأحمر: the pronoun of what is announced is no object of its own.
pub(super) fn told_by(nodes: &mut [Node], i: usize) {
    let what = nodes[i].ar.ends_with(" ما") || nodes[i].ar == "حسبما";
    // وفق ما ورد في البيان: according to what was stated in it
    if what
        && let Some(x) = nodes.get_mut(i + 1).filter(|x| x.mention && !x.and)
        && let Some(rest) = x.en.strip_prefix("it was stated").map(str::to_owned)
    {
        x.en = format!("what was stated{rest}");
    }
    if what && let Some(v) = nodes.get_mut(i + 1).filter(|v| v.pos == Pos::Verb && v.pron == Some(Pronoun::His)) {
        v.pron = None;
    }
}

/// مصير من قتلوا: the fate of those who were killed.
pub(super) fn of_those(nodes: &mut Vec<Node>, i: usize) {
    const OF: &[&str] = &[
        "fate", "identity", "name", "right", "release", "return", "killing", "family", "file", "case", "rank", "presence",
        "list", "number", "body", "remains",
    ];
    let n = &nodes[i];
    let construct = !n.definite && n.pron.is_none() && !n.accusative && OF.contains(&n.en.trim_end_matches('s'));
    let who = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none() && !x.and)
        && nodes.get(i + 2).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg) && !x.and);
    if construct && who {
        nodes[i].definite = true;
        let raw = nodes[i + 1].raw;
        nodes.insert(i + 1, Node { raw, ar: "لدى".to_owned(), mention: true, ..Node::new(Pos::Prep, "of") });
    }
}

/// لا علاقة للمحادثات بها, لا علم لها باحتجازه: who has nothing to do with it, or knows nothing of it.
pub(super) fn has_none(nodes: &mut Vec<Node>, i: usize) {
    let Some(n) = nodes.get(i + 1).filter(|n| matches!(n.pos, Pos::Noun | Pos::Masdar) && n.pron.is_none() && !n.definite) else {
        return;
    };
    let (en, preps) = match n.ar.as_str() {
        "علاقه" | "علاقة" | "صله" | "صلة" | "دخل" => ("have nothing to do", "ب=with"),
        "علم" => ("have no knowledge", "ب=of;عن=of"),
        _ => return,
    };
    let Some(whose) = nodes.get(i + 2).filter(|x| !x.and) else { return };
    let (person, removed) = if whose.pos == Pos::Prep && matches!(whose.ar.as_str(), "ل" | "لدى") {
        let person = match whose.pron {
            Some(Pronoun::His) => Person::He,
            Some(Pronoun::Her) => Person::She,
            Some(Pronoun::Their | Pronoun::TheirFeminine) => Person::They,
            _ => return,
        };
        (person, 3)
    } else if whose.prep == Some("ل") && whose.nominal() {
        let Some(p) = np::np(nodes, i + 2) else { return };
        let end =
            nodes.get(p.next).is_some_and(|x| x.prep == Some("ب") || x.pos == Pos::Prep && matches!(x.ar.as_str(), "ب" | "في"));
        if !end {
            return;
        }
        (if p.feminine || p.plural && !p.human { Person::She } else { Person::He }, 2)
    } else {
        return;
    };
    let Some(lemma) = Lexicon::builtin().verb("ملك") else { return };
    let first = &nodes[i];
    let verb = Node {
        raw: (first.raw.0, nodes[i + 1].raw.1),
        and: first.and,
        so: first.so,
        ar: "ملك".to_owned(),
        lemma: Some(lemma.idiom(en, preps, true)),
        tense: Tense::Imperfect,
        person,
        feminine: person == Person::She,
        plural: person == Person::They,
        content: true,
        negations: 1,
        ..Node::new(Pos::Verb, en)
    };
    let verb = Node { forms: Some((en.replacen("have", "had", 1), en.replacen("have", "had", 1))), ..verb };
    nodes.splice(i..i + removed, [verb]);
    if removed == 2 {
        nodes[i + 1].prep = None;
        // إنه لا علاقة للحكومة به: the pronoun behind أن stands for nothing
        if let Some(that) = i.checked_sub(1).map(|b| &mut nodes[b]).filter(|t| t.pos == Pos::That) {
            that.pron = None;
        }
    }
}

/// الرئيس الفرنسي فلان والروسي فلان: the Russian president.
pub(super) fn same_office(nodes: &mut [Node], i: usize) {
    let other = nodes[i].and
        && nodes[i].definite
        && nodes[i].mention
        && !nodes[i].plural
        && nodes[i].prep.is_none()
        && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Name && x.person_name && !x.and);
    if !other || i < 3 || !nodes[i - 1].person_name {
        return;
    }
    let office = nodes[..i - 1].iter().rev().take(3).find(|n| n.pos == Pos::Title && n.human && !n.plural).cloned();
    let described = nodes[i - 2].pos == Pos::Adjective && nodes[i - 2].mention;
    if let Some(office) = office.filter(|_| described) {
        let n = &mut nodes[i];
        let en = format!("{} {}", n.en, office.en);
        (n.pos, n.en, n.human, n.agent, n.lemma) = (Pos::Title, en, true, true, office.lemma);
    }
}

/// قتل أكثر من 1450 جنديا: a number of four digits that counts something is written as such; a year is not.
pub(super) fn thousands(nodes: &mut [Node], i: usize) {
    // 1,2 مليون: a comma before one or two digits is a point
    let large = |n: &Node| matches!(n.en.as_str(), "million" | "billion" | "per cent" | "%" | "trillion");
    let decimal = |en: &str| {
        let (_, rest) = en.split_once(',')?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let unit = rest[digits..].trim();
        let behind = unit.is_empty() && nodes.get(i + 1).is_some_and(large);
        (digits < 3 && (behind || unit.starts_with("million") || unit.starts_with("billion"))).then(|| en.replacen(',', ".", 1))
    };
    if let Some(en) = decimal(&nodes[i].en) {
        nodes[i].en = en;
    }
    let n = &nodes[i];
    let digits = n.en.len() == 4 && n.en.bytes().all(|b| b.is_ascii_digit());
    let counted = nodes.get(i + 1).is_some_and(|x| x.nominal() && !x.and && x.prep.is_none() && !x.definite && !x.time_unit());
    let modern = n.en.starts_with("19") || n.en.starts_with("20");
    let year = i > 0 && (nodes[i - 1].time_unit() || nodes[i - 1].pos == Pos::Adverb || modern && nodes[i - 1].pos == Pos::Prep);
    if digits && counted && !year {
        nodes[i].en.insert(1, ',');
    }
}

/// كان الوفد ترأسه فلان: it had been headed by him.
pub(super) fn headed_by(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let heads = n.lemma.is_some_and(|l| matches!(l.ar, "ترأس" | "رأس" | "قاد" | "مثل"));
    let topic = i > 1
        && nodes[i - 1].definite
        && (nodes[i - 1].nominal() || nodes[i - 1].pos == Pos::Adjective)
        && nodes[..i].iter().rev().take(5).any(|b| b.pos == Pos::Verb && b.lemma.is_some_and(|l| l.ar == "كان"));
    let who = nodes.get(i + 1).is_some_and(|x| x.ungoverned() && x.human && (x.person_name || x.pos == Pos::Title));
    if heads && topic && who && n.pron.is_some() && !n.passive {
        let raw = nodes[i + 1].raw;
        (nodes[i].pron, nodes[i].passive) = (None, true);
        nodes.insert(i + 1, Node { raw, ar: "بواسطة".to_owned(), mention: true, ..Node::new(Pos::Prep, "by") });
    }
}

/// فيما سقط آخر: another one.
pub(super) fn another(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let alone = n.en == "other" && !n.definite && !n.plural && !n.and && n.prep.is_none();
    if alone && i > 0 && nodes[i - 1].pos == Pos::Verb && nodes[i - 1].pron.is_none() {
        let n = &mut nodes[i];
        (n.pos, n.mass, n.lemma) = (Pos::Noun, true, None);
        "another one".clone_into(&mut n.en);
    }
}

/// قال دبلوماسي متابع للمحادثات لصحيفة الحياة إن: whom he told goes behind the verb.
pub(super) fn told_whom(nodes: &mut [Node], i: usize) {
    if nodes[i].pron.is_some()
        || !matches!(
            nodes[i].lemma.map(|l| l.ar),
            Some(
                "قال"
                    | "صرح"
                    | "أوضح"
                    | "ذكر"
                    | "أكد"
                    | "كشف"
                    | "نقل"
                    | "أفاد"
                    | "أضاف"
                    | "أعلن"
                    | "روى"
                    | "نفى"
                    | "رجح"
                    | "لفت"
                    | "أشار"
                    | "بين"
            )
        )
    {
        return;
    }
    let near =
        (i + 3..(i + 16).min(nodes.len())).take_while(|&j| !matches!(nodes[j].pos, Pos::Verb | Pos::Mark(_) | Pos::Clause));
    let Some(that) = near.into_iter().find(|&j| nodes[j].pos == Pos::That && !nodes[j].and) else { return };
    let whom = &nodes[that - 1];
    // قال المستشار القانوني لوفد المعارضة إن: whose adviser he is; a paper is told
    let office = |n: &Node| n.definite && (n.pos == Pos::Title || n.pos == Pos::Adjective && !n.and);
    let own = office(&nodes[that - 2]) && has_offices(&whom.en);
    if whom.prep == Some("ل") && whom.pos == Pos::Name && whom.agent && !whom.human && !own {
        nodes[i + 1..that].rotate_right(1);
    }
}

/// طلب ثمنا لذلك: for that, at the end of a clause.
pub(super) fn for_that(nodes: &mut [Node], i: usize) {
    let ends = nodes.get(i + 1).is_none_or(|x| matches!(x.pos, Pos::Mark(_)) || x.and);
    let behind = i > 0 && (nodes[i - 1].nominal() || matches!(nodes[i - 1].pos, Pos::Adjective | Pos::Verb));
    if nodes[i].en == "therefore" && ends && behind && !nodes[i].and {
        "for that".clone_into(&mut nodes[i].en);
    }
}

/// أن أي موعد لم يحدد: no date was set.
pub(super) fn none_was(nodes: &mut Vec<Node>, i: usize) {
    let opens = i == 0 || matches!(nodes[i - 1].pos, Pos::That | Pos::Mark(_) | Pos::Clause);
    let any = nodes[i].en == "any" && nodes[i].pron.is_none() && nodes[i].prep.is_none() && opens;
    let Some(p) = np::np(nodes, i).filter(|p| any && p.next <= i + 4) else { return };
    let denied = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Neg && x.ar == "لم" && !x.and);
    if denied && nodes.get(p.next + 1).is_some_and(|v| v.pos == Pos::Verb && v.pron.is_none()) {
        nodes.remove(p.next);
        nodes[p.next].tense = Tense::Perfect;
        // لم يحدد بعد: yet
        let ends = nodes.get(p.next + 2).is_none_or(|x| matches!(x.pos, Pos::Mark(_)));
        if let Some(yet) = nodes.get_mut(p.next + 1).filter(|x| ends && x.pos == Pos::Prep && x.ar == "بعد" && x.pron.is_none())
        {
            (yet.pos, yet.en) = (Pos::Adverb, "yet".to_owned());
        }
        let n = &mut nodes[i];
        (n.negations, n.content) = (1, true);
        "no".clone_into(&mut n.en);
    }
}
