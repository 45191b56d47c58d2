//! Words that open what answers, and the verb in لم يعد that means to return.

use super::node::{Node, Pos};

/// Words that look like others where they open a clause: فيما يعد خطوة, يوم تقوم سلطة, أي ما إذا كان.
pub(super) fn opened(mut nodes: Vec<Node>) -> Vec<Node> {
    for i in 0..nodes.len().saturating_sub(1) {
        let (n, next) = (&nodes[i], &nodes[i + 1]);
        let before = i.checked_sub(1).map(|b| &nodes[b]);
        if step_taken_for(&nodes, i) {
            nodes[i] = Node { ar: "ما".to_owned(), prep: Some("في"), raw: n.raw, ..Node::new(Pos::What, "what") };
        } else if before.is_some_and(|b| day_on_which(n, next, b)) {
            nodes[i] = Node { raw: n.raw, ar: "يوم".to_owned(), ..Node::new(Pos::Clause, "on the day on which") };
        } else if n.en == "any" && n.prep.is_none() && !n.and && next.pos == Pos::Number && before.is_some_and(counted) {
            // 25% من المقاعد أي 75 مقعدا: in other words
            let comma = before.is_some_and(|b| matches!(b.pos, Pos::Mark('،' | ',')));
            let en = if comma { "that is," } else { "that is to say" };
            nodes[i] = Node { raw: n.raw, ar: "أي".to_owned(), ..Node::new(Pos::Adverb, en) };
        } else if n.en == "any" && n.prep.is_none() && (next.en == "whether" || before.is_some_and(explained(&nodes, i + 1))) {
            nodes[i] = Node { raw: n.raw, ar: "أي".to_owned(), ..Node::new(Pos::Adverb, "that is,") };
        }
    }
    nodes
}

/// True for what a number may explain.
fn counted(before: &Node) -> bool {
    before.nominal() || matches!(before.pos, Pos::Number | Pos::Adjective | Pos::Mark(_))
}

/// تتعلق بقواعد العمل، أي آلية اتخاذ القرار: true behind a mark for what is one thing, and no "any".
fn explained(nodes: &[Node], at: usize) -> impl Fn(&Node) -> bool {
    let inside = |n: &&Node| n.nominal() && n.prep.is_none() && !n.and && n.pron.is_none();
    let definite = nodes[at..].iter().take(4).take_while(inside).any(|n| n.definite && !n.bare);
    move |before| definite && (before.pos == Pos::Mark('،') || before.quote())
}

/// فيما يعد خطوة: in what is considered a step, no "while".
fn step_taken_for(nodes: &[Node], i: usize) -> bool {
    let [n, verb, what, ..] = &nodes[i..] else { return false };
    let judged = super::verb::is_any(verb, &["عد", "اعتبر", "بدا"]) && verb.pron.is_none();
    n.pos == Pos::Clause && n.ar == "فيما" && judged && what.ungoverned() && !what.definite
}

/// يوم تقوم سلطة: on the day on which it is set up.
fn day_on_which(n: &Node, next: &Node, before: &Node) -> bool {
    let day = n.ar == "يوم" && n.pos == Pos::Noun && n.prep.is_none() && !n.and && n.pron.is_none() && !n.definite;
    let counted = matches!(before.pos, Pos::Quant | Pos::Number | Pos::Prep | Pos::Dem);
    day && !counted && next.pos == Pos::Verb && !next.and && !next.definite && next.pron.is_none()
}

/// ف opens what answers أما and إذا: it is no "and".
pub(super) fn answers(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut dropped = Vec::new();
    for i in 0..nodes.len() {
        let topic = nodes[i].en == "as for" && matches!(nodes[i].ar.as_str(), "أما" | "اما");
        // ما لم تلتزم …، فلن يعود: what follows is no second condition.
        let unless = nodes[i].en == "unless" && nodes[i].pos == Pos::Clause;
        let while_so = nodes[i].pos == Pos::Clause && matches!(nodes[i].en.as_str(), "as long as" | "even if" | "whenever");
        if !topic && !unless && !while_so && nodes[i].pos != Pos::If {
            continue;
        }
        let answer = (i + 1..nodes.len()).take_while(|&j| !nodes[j].ends_clause()).find(|&j| nodes[j].so);
        let Some(j) = answer else { continue };
        nodes[j].and = false;
        // أما بشأن الحديدة فقال: with regard to it, which needs no "as for"
        if topic && nodes[i + 1].pos == Pos::Prep && nodes[i + 1].mention {
            dropped.push(i);
            if !matches!(nodes[j - 1].pos, Pos::Mark(_)) {
                nodes.insert(j, Node { raw: nodes[j].raw, ..Node::new(Pos::Mark('،'), "،") });
            }
            continue;
        }
        // أما عبد السلام فقال إن: a name that nothing knows stands behind the verb of what it says
        let verb = j + usize::from(nodes[j].pos == Pos::Qad);
        let speaks = nodes.get(verb).is_some_and(|v| v.pos == Pos::Verb && super::names::saying(&v.en));
        if topic && speaks && i + 1 < j && nodes[i + 1..j].iter().all(|x| x.pos == Pos::Unknown) {
            nodes[i + 1..=verb].rotate_right(verb + 1 - j);
            dropped.push(i);
            continue;
        }
        // أما موعد الجولة فقال إنه لم يحدد: somebody says something of it.
        let says = nodes[j].pos == Pos::Verb && nodes.get(j + 1).is_some_and(|x| x.pos == Pos::That && x.pron.is_some());
        // أما ملف الأسرى فقال الوزير إنه سيحل: whoever it is, the topic is not who says it
        let who = |x: &Node| x.ungoverned() && (x.human || x.agent);
        let other = nodes[j].pos == Pos::Verb
            && super::names::saying(&nodes[j].en)
            && nodes.get(j + 1).is_some_and(who)
            && nodes[j + 1..].iter().take(6).any(|x| x.pos == Pos::That);
        if topic && (other || says && !nodes[i + 1..j].iter().any(|x| x.human || x.agent)) {
            nodes.insert(j, Node { raw: nodes[j].raw, ..Node::new(Pos::Mark('،'), "،") });
            continue;
        }
        if topic {
            dropped.push(i);
            // أما الوفد فإنه …
            if nodes[j].pos == Pos::That {
                dropped.push(j);
            }
        }
    }
    let mut at = 0..;
    nodes.retain(|_| at.next().is_none_or(|i| !dropped.contains(&i)));
    nodes
}

/// لم يعد السكان إليها: did not return to them.
pub(super) fn returned(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i < nodes.len() {
        let n = &nodes[i];
        let rest = nodes[i + 1..].iter().take(6).take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Rel));
        let place = rest.clone().position(|x| x.pos == Pos::Prep && x.ar == "إلى");
        let told = |at: usize| {
            nodes[i + 1..i + 1 + at].iter().all(|x| x.nominal() || x.pos == Pos::Quant || x.pos == Pos::Adjective && x.definite)
        };
        if n.pos == Pos::Neg
            && n.mention
            && n.en == "no longer"
            && n.ar.starts_with("لم")
            && place.is_some_and(told)
            && let Some(back) = super::lexicon::Lexicon::builtin().verb("عاد")
        {
            use crate::arabic::inflect::{Person, Tense};
            let person = if n.ar.ends_with("تعد") {
                Person::She
            } else if n.ar.ends_with('ا') {
                Person::They
            } else {
                Person::He
            };
            let verb = Node {
                raw: n.raw,
                lemma: Some(back),
                content: true,
                person,
                tense: Tense::Short,
                ar: "عاد".to_owned(),
                ..Node::new(Pos::Verb, back.en(0).unwrap_or_default())
            };
            nodes[i] = Node { en: "not".to_owned(), ar: "لم".to_owned(), mention: false, ..nodes[i].clone() };
            nodes.insert(i + 1, verb);
        }
        i += 1;
    }
    nodes
}

/// لم تدع إليها: was not invited to them.
pub(super) fn invited(mut nodes: Vec<Node>) -> Vec<Node> {
    for i in 1..nodes.len().saturating_sub(1) {
        let to = nodes[i + 1].pos == Pos::Prep && nodes[i + 1].ar == "إلى" && nodes[i + 1].pron.is_some();
        let short = nodes[i].pos == Pos::Verb && nodes[i].tense == crate::arabic::inflect::Tense::Short;
        if to && short && nodes[i].pron.is_none() && super::verb::is_verb(&nodes[i], "دعا") {
            let n = &mut nodes[i];
            "invite".clone_into(&mut n.en);
            (n.forms, n.passive, n.lemma) = (None, true, n.lemma.map(|l| l.idiom("invite", "إلى=to", false)));
        }
    }
    nodes
}

/// جلسة تلاها مؤتمر صحفي: followed by a press conference.
pub(super) fn followed(text: &str, mut nodes: Vec<Node>) -> Vec<Node> {
    const FOLLOWED: &[&str] = &[
        "تلاه",
        "تلاها",
        "تلته",
        "تلتها",
        "أعقبه",
        "أعقبها",
        "أعقبته",
        "أعقبتها",
        "اعقبه",
        "اعقبها",
        "تليه",
        "تليها",
        "يليه",
        "يليها",
        "ستليها",
        "سيليها",
        "سيليه",
        "ستليه",
    ];
    for i in 1..nodes.len().saturating_sub(1) {
        let (from, to) = nodes[i].raw;
        let raw = text.get(from as usize..to as usize).unwrap_or_default();
        let new = |x: &Node| x.ungoverned() && !x.definite && !x.bare && x.pron.is_none();
        let before = nodes[i - 1].nominal() || matches!(nodes[i - 1].pos, Pos::Mark('،' | ',') | Pos::Adjective | Pos::Adverb);
        if FOLLOWED.contains(&raw.trim_start_matches('و')) && new(&nodes[i + 1]) && before {
            nodes[i] = Node { raw: nodes[i].raw, content: true, mention: true, ..Node::new(Pos::Adverb, "followed by") };
        }
    }
    nodes
}
