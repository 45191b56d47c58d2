//! Nouns and verbs that are a preposition where they stand: بحضور الوسطاء, in the presence of; رهن قبول الحكومة, dependent on.

use super::lexicon::Lexicon;
use super::node::{Node, Pos};
use super::verb::{is_any, is_verb};
use crate::arabic::inflect::{Person, Tense};

/// Reads them as what they are.
pub(super) fn settled(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i + 1 < nodes.len() {
        if present(&nodes, i) {
            let n = &nodes[i];
            nodes[i] = Node {
                ar: "بحضور".to_owned(),
                and: n.and,
                raw: n.raw,
                content: true,
                mention: true,
                ..Node::new(Pos::Prep, "in the presence of")
            };
        } else if nodes[i].pos == Pos::Masdar
            && nodes[i].definite
            && nodes[i + 1].ar != "مع"
            && nodes[i].lemma.is_some_and(|l| l.ar == "تواصل")
        {
            // التواصل عبر الوسطاء: contact; تواصل القصف goes on
            let n = &nodes[i];
            nodes[i] = Node { pos: Pos::Noun, en: "contact".to_owned(), lemma: None, forms: None, mass: true, ..n.clone() };
        } else if i > 0 && nodes[i - 1].pos == Pos::Neg && is_verb(&nodes[i], "سمى") && nodes[i].pron.is_some() {
            // الذي لم تسمه الوكالة: did not name
            "name".clone_into(&mut nodes[i].en);
            (nodes[i].lemma, nodes[i].forms) = (Lexicon::builtin().verb("سمى"), None);
        } else if let Some(en) = purpose(&nodes, i) {
            nodes[i + 1].prep = None;
            let n = &nodes[i];
            nodes[i] =
                Node { ar: n.ar.clone(), and: n.and, raw: n.raw, content: true, mention: true, ..Node::new(Pos::Prep, en) };
        } else if hinges(&nodes, i) {
            nodes[i + 1].prep = None;
            let n = &nodes[i];
            nodes[i] = Node {
                ar: "رهن".to_owned(),
                and: n.and,
                raw: n.raw,
                content: true,
                mention: true,
                ..Node::new(Pos::Prep, "dependent on")
            };
        } else if nodes[i].en == "towards"
            && nodes[i].pos == Pos::Prep
            && nodes[i].pron.is_none()
            && (nodes[i + 1].pos == Pos::Number || nodes[i + 1].pos == Pos::Quant && nodes[i + 1].en.contains("third"))
            && !nodes[i + 1].and
        {
            let n = &nodes[i];
            nodes[i] = Node { and: n.and, raw: n.raw, mention: true, ..Node::new(Pos::Quant, "about") };
        } else if is_verb(&nodes[i], "قضى") && nodes[i].en == "spend" && rules(&nodes, i) {
            (nodes[i].en, nodes[i].forms) = ("stipulate".to_owned(), None);
            nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom("stipulate", "ب=", false));
        } else if responds(&nodes, i)
            && let Some(lemma) = Lexicon::builtin().verb("رد")
        {
            (nodes[i].en, nodes[i].forms, nodes[i].lemma) = ("respond".to_owned(), None, Some(lemma));
        } else if let Some((node, end)) = votes(&nodes, i).or_else(|| killed(&nodes, i)) {
            nodes.splice(i..end, [node]);
        } else if times(&nodes, i) {
            let n = &nodes[i];
            let raw = (n.raw.0, nodes[i + 1].raw.1);
            let en = format!("{} times", n.en);
            nodes.splice(i..i + 2, [Node { raw, and: n.and, content: true, mention: true, ..Node::new(Pos::Adverb, en) }]);
        } else if called(&nodes, i) {
            "call".clone_into(&mut nodes[i].en);
            nodes[i].lemma = None;
        } else if double(&nodes, i) {
            let n = &nodes[i];
            nodes[i] = Node { raw: n.raw, and: n.and, content: true, mention: true, ..Node::new(Pos::Adverb, "double") };
        } else if nodes[i].ar == "مقارنه"
            && !nodes[i].definite
            && nodes[i].prep.is_none()
            && nodes[i].nominal()
            && i > 0
            && with(&nodes[i + 1])
        {
            let n = &nodes[i];
            nodes[i] = Node {
                raw: n.raw,
                and: n.and,
                ar: n.ar.clone(),
                content: true,
                mention: true,
                ..Node::new(Pos::Adverb, "compared")
            };
        } else if nodes[i].en == "in return for"
            && nodes[i + 1].pos == Pos::Number
            && nodes.get(i + 2).is_some_and(|x| x.en == "per cent")
        {
            "compared with".clone_into(&mut nodes[i].en);
            nodes[i].lemma = None;
        } else if against(&nodes, i) {
            "against".clone_into(&mut nodes[i].en);
            nodes[i].lemma = None;
            nodes[i].mention = true;
        } else if nodes[i].en == "as happened"
            && nodes[i + 1].definite
            && nodes[i + 1].lemma.is_some_and(|l| l.pos == "verb")
            && let Some(lemma) = Lexicon::builtin().verb("جرى")
        {
            let raw = nodes[i].raw;
            nodes[i] = Node {
                lemma: Some(lemma),
                ar: "جرى".to_owned(),
                and: true,
                raw,
                content: true,
                ..Node::new(Pos::Verb, "happen")
            };
        } else if until(&nodes, i) {
            let raw = nodes[i].raw;
            nodes[i] = Node { raw, ..Node::new(Pos::Mark('،'), "،") };
        } else if nodes[i].en == "had previously" && opens(&nodes, i) && did(&nodes[i + 1]) && nodes[i + 1].person != Person::They
        {
            nodes = before(nodes, i);
        }
        i += 1;
    }
    nodes
}

/// وقعا الاتفاق بحضور الوسطاء: who was there; طالب بحضور الوسطاء is what he demanded.
fn present(nodes: &[Node], i: usize) -> bool {
    let (n, who) = (&nodes[i], &nodes[i + 1]);
    let here = n.prep == Some("ب") && n.en == "attendance" && n.pron.is_none() && !n.definite;
    let people = who.ungoverned() && (who.human || who.agent || who.person_name || who.pos == Pos::Title)
        || who.pos == Pos::Number && !who.and;
    if !here || !people || i == 0 {
        return false;
    }
    let asked = |b: &Node| {
        b.lemma.is_some_and(|l| l.pos == "verb" && l.prep("ب").is_some()) && !b.human
            || super::government::noun(&b.en, "ب").is_some() && b.nominal() && !b.human && !b.agent
    };
    let before = nodes[..i].iter().rev().take(12).take_while(|b| !matches!(b.pos, Pos::Mark(_) | Pos::That | Pos::Rel));
    // قضى بتشكيل لجنة بحضور الوسطاء: the verb has its ب already
    let wanting = before.clone().take_while(|b| b.prep != Some("ب")).any(asked);
    !wanting || nodes[i - 1].pos == Pos::Name && !nodes[i - 1].agent
}

/// التوقيع رهن قبول الحكومة: what happens only if; الوفد رهن مشاركته بوقف القصف is who made it so.
fn hinges(nodes: &[Node], i: usize) -> bool {
    let n = &nodes[i];
    // رهن بوقف القتال, too
    let by = nodes[i + 1].prep == Some("ب") && nodes[i + 1].nominal() && !nodes[i + 1].and;
    let what = nodes[i + 1].ungoverned() || nodes[i + 1].pos == Pos::NonMasdar || by;
    let tie = is_verb(n, "رهن") && n.tense == Tense::Perfect && n.person == Person::He && n.pron.is_none()
        || n.ar == "رهن" && n.nominal();
    if !tie || !what || nodes[i + 1].pron.is_some() || n.prep.is_some() {
        return false;
    }
    // The clause before it: a deed or a thing, and no verb but بقي and the like.
    let clause = || nodes[..i].iter().rev().take_while(|b| !matches!(b.pos, Pos::Mark(_) | Pos::That | Pos::Clause)).take(12);
    let stays = |b: &Node| is_any(b, &["بقي", "ظل", "كان", "أصبح", "بات", "زال"]);
    let first = clause().last();
    let head = clause().filter(|b| b.nominal()).last();
    first.is_some_and(|f| f.nominal() || stays(f) || f.pos == Pos::Neg)
        && head.is_some_and(|h| !h.human && !h.agent)
        && clause().all(|b| b.pos != Pos::Verb || stays(b))
}

/// لم ترد الحكومة على المقترح: did not respond; who wants has an object.
fn responds(nodes: &[Node], i: usize) -> bool {
    let wants = is_verb(&nodes[i], "أراد") && nodes[i].tense == Tense::Short && nodes[i].pron.is_none();
    let to = nodes[i + 1..].iter().take(6).take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Verb));
    let to: Vec<&Node> = to.take_while(|x| x.pos != Pos::Masdar || x.prep.is_some()).collect();
    // لم يرد بعد: nothing that is wanted follows
    let ends = |j: usize| nodes.get(j).is_none_or(|x| matches!(x.pos, Pos::Mark(_)) || x.and);
    let yet = nodes.get(i + 1).is_some_and(|x| x.ar == "بعد" && x.pron.is_none()) && ends(i + 2);
    wants && (yet || to.iter().any(|x| x.pos == Pos::Prep && x.ar == "على"))
}

/// خمسة أضعاف ما قدمته: five times what it gave.
fn times(nodes: &[Node], i: usize) -> bool {
    let many =
        nodes[i].pos == Pos::Number && nodes[i].prep.is_none() && nodes[i + 1].ar == "اضعاف" && nodes[i + 1].pron.is_none();
    many && nodes.get(i + 2).is_some_and(|x| x.pos == Pos::What && !x.and && x.prep.is_none())
}

/// يقضي الاتفاق بأن تنسحب القوات: what a text rules.
fn rules(nodes: &[Node], i: usize) -> bool {
    let written = nodes[i + 1].ungoverned() && !nodes[i + 1].human && !nodes[i + 1].agent;
    let what = |x: &Node| x.prep == Some("ب") && x.nominal() || x.pos == Pos::That && x.ar.starts_with('ب');
    let mut behind = nodes[i + 1..].iter().take(6).take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::Verb));
    // وتقضي الورقة، التي اطلعت الوكالة عليها، بانسحاب القوات: what two commas hold stands between
    let aside = || {
        let mut commas = (i + 2..nodes.len()).take(14).filter(|&j| matches!(nodes[j].pos, Pos::Mark('،' | ',')));
        commas.next().is_some() && commas.next().and_then(|close| nodes.get(close + 1)).is_some_and(what)
    };
    written && (behind.any(what) || aside())
}

/// الدعوة إلى وقف القتال, دعوة الأطراف إلى ضبط النفس: a call; who is invited is invited to a place or a meeting.
fn called(nodes: &[Node], i: usize) -> bool {
    let n = &nodes[i];
    if n.en != "invitation" || n.plural || n.pron.is_some() || n.pos != Pos::Noun {
        return false;
    }
    let to = (i + 1..nodes.len()).take(4).find(|&j| nodes[j].pos == Pos::Prep && nodes[j].ar == "إلى" && nodes[j].pron.is_none());
    let between =
        |to: usize| nodes[i + 1..to].iter().all(|x| x.ungoverned() || matches!(x.pos, Pos::Adjective | Pos::Quant) && !x.and);
    let deed = |x: &Node| {
        matches!(x.pos, Pos::Masdar | Pos::NonMasdar) && !matches!(x.en.as_str(), "attendance" | "participation" | "attend")
            || x.pos == Pos::Noun && x.en.ends_with("ceasefire")
            || x.pos == Pos::Noun
                && x.mention
                && [" of", "halt to", "release of"].iter().any(|e| x.en.contains(e))
                && x.lemma.is_some_and(|l| l.pos == "verb")
    };
    to.is_some_and(|to| between(to) && nodes.get(to + 1).is_some_and(deed))
}

/// ضعف ما أعلنته الحكومة, ضعف العدد: twice as much, no weakness.
fn double(nodes: &[Node], i: usize) -> bool {
    let (n, of) = (&nodes[i], &nodes[i + 1]);
    let what = of.pos == Pos::What && of.prep.is_none() && !of.and;
    let count = of.ungoverned()
        && of.definite
        && matches!(of.en.as_str(), "number" | "amount" | "price" | "sum" | "figure" | "total" | "quantity");
    n.en == "weakness" && !n.definite && n.pron.is_none() && n.prep.is_none() && (what || count)
}

fn with(n: &Node) -> bool {
    !n.and && (n.prep == Some("ب") || n.pos == Pos::Prep && n.ar == "مع")
}

/// صوت 12 عضوا لصالح القرار مقابل عضوين: against, in a vote.
fn against(nodes: &[Node], i: usize) -> bool {
    let n = &nodes[i];
    let vote = |b: &Node| is_verb(b, "صوت") || b.nominal() && b.en.trim_end_matches('s') == "vote";
    n.pos == Pos::Prep
        && n.en == "in return for"
        && !n.and
        && (nodes[i + 1].pos == Pos::Number || nodes[i + 1].dual || nodes[i + 1].human)
        && nodes[..i].iter().rev().take(10).take_while(|b| !b.ends_clause()).any(vote)
}

/// ما إن وصل الوفد حتى أعلن: as soon as it arrived, it announced.
fn until(nodes: &[Node], i: usize) -> bool {
    let n = &nodes[i];
    n.pos == Pos::Prep
        && matches!(n.ar.as_str(), "حتى" | "حتي")
        && nodes[i + 1].pos == Pos::Verb
        && nodes[i + 1].tense == Tense::Perfect
        && nodes[..i].iter().rev().take(14).take_while(|b| !b.ends_clause()).any(|b| b.pos == Pos::Clause && b.en == "as soon as")
}

/// سبق أن رفضت الحكومة at the head of a clause: the subject stands behind the verb.
fn opens(nodes: &[Node], i: usize) -> bool {
    matches!(nodes[i].pos, Pos::Adverb | Pos::Clause) && i.checked_sub(1).is_none_or(|b| matches!(nodes[b].pos, Pos::Mark(_)))
}

fn did(n: &Node) -> bool {
    n.pos == Pos::Verb && n.tense == Tense::Perfect && !n.and
}

fn before(mut nodes: Vec<Node>, i: usize) -> Vec<Node> {
    let Some(lemma) = Lexicon::builtin().verb("سبق") else { return nodes };
    let n = &nodes[i];
    let verb = Node {
        lemma: Some(lemma),
        ar: "سبق".to_owned(),
        and: n.and,
        raw: n.raw,
        content: true,
        ..Node::new(Pos::Verb, "precede")
    };
    let end = (n.raw.1, n.raw.1);
    let pron = n.ar.split(' ').find_map(|w| match w {
        "له" => Some(crate::arabic::clitics::Pronoun::His),
        "لها" => Some(crate::arabic::clitics::Pronoun::Her),
        _ => None,
    });
    let by = pron.map(|p| Node { ar: "ل".to_owned(), pron: Some(p), raw: end, ..Node::new(Pos::Prep, "to") });
    let that = Node { ar: "أن".to_owned(), raw: end, ..Node::new(Pos::That, "that") };
    nodes.splice(i..=i, [Some(verb), by, Some(that)].into_iter().flatten());
    nodes
}

/// بأغلبية 20 صوتا مقابل 12: by a majority of 20 votes to 12, with 5 abstentions.
fn votes(nodes: &[Node], i: usize) -> Option<(Node, usize)> {
    let number = |j: usize| nodes.get(j).filter(|x| x.pos == Pos::Number && !x.and && x.prep.is_none()).map(|x| x.en.as_str());
    let n = nodes.get(i).filter(|n| n.en == "majority" && n.prep == Some("ب") && !n.definite && n.pron.is_none())?;
    let voice = |x: &Node| matches!(x.en.as_str(), "voice" | "vote" | "voices" | "votes");
    let yes = number(i + 1).filter(|_| nodes.get(i + 2).is_some_and(voice))?;
    let mut end = i + 3;
    let mut en = format!("by a majority of {yes} votes");
    if let Some(no) = number(end + 1).filter(|_| nodes[end].pos == Pos::Prep && nodes[end].ar == "مقابل") {
        en = format!("{en} to {no}");
        end += 2 + usize::from(nodes.get(end + 2).is_some_and(voice));
    }
    if let Some(none) = number(end + 1).filter(|_| nodes[end].and && nodes[end].ar == "امتناع") {
        en = format!("{en}, with {none} abstentions");
        end += 2;
    }
    let raw = (n.raw.0, nodes[end - 1].raw.1);
    Some((Node { raw, and: n.and, content: true, mention: true, ..Node::new(Pos::Adverb, en) }, end))
}

/// عدد القتلى من المدنيين: the number of civilians killed.
fn killed(nodes: &[Node], i: usize) -> Option<(Node, usize)> {
    let [n, from, who] = nodes.get(i..i + 3)? else { return None };
    let word = match n.en.as_str() {
        "people killed" | "person killed" => "killed",
        "wounded" | "people wounded" | "wounded people" | "wounded person" => "wounded",
        _ => return None,
    };
    let of = from.pos == Pos::Prep && from.ar == "من" && from.pron.is_none() && !from.and;
    let people = who.pos == Pos::Noun && who.human && who.plural && who.definite && who.ungoverned() && who.pron.is_none();
    if !(n.pos == Pos::Noun && n.definite && n.plural && n.pron.is_none() && of && people) {
        return None;
    }
    let en = format!("{} {word}", who.noun());
    Some((Node { en, lemma: None, mass: true, raw: (n.raw.0, who.raw.1), ..n.clone() }, i + 3))
}

/// تنفيذا لما ورد في الاتفاق: in implementation of; what is needed has a verb before it.
fn purpose(nodes: &[Node], i: usize) -> Option<&'static str> {
    const FOR: &[(&str, &str)] = &[
        ("تنفيذ", "in implementation of"),
        ("تطبيق", "in application of"),
        ("تلبية", "in response to"),
        ("استجابة", "in response to"),
        ("تجنب", "to avoid"),
        ("تفادي", "to avoid"),
    ];
    let n = &nodes[i];
    let free = n.nominal() && !n.definite && n.pron.is_none() && n.prep.is_none() && n.ar.ends_with(['ا', 'ه', 'ة']);
    let behind = i > 0 && !matches!(nodes[i - 1].pos, Pos::Prep | Pos::Verb | Pos::Masdar | Pos::Quant | Pos::Neg);
    let verb = i > 0 && nodes[i - 1].pos == Pos::Verb && !nodes[i - 1].lemma.is_some_and(|l| l.is('t'));
    if !(free && (behind || verb) && nodes[i + 1].prep == Some("ل")) {
        return None;
    }
    let word = n.ar.trim_end_matches('ا').replace('ه', "ة");
    FOR.iter().find(|f| word == f.0).map(|f| f.1)
}
