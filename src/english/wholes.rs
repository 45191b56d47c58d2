//! Words that are one thing together: a phrase between quotation marks behind its verb, أكثر القضايا تعقيدا, خاضعة لها.

use super::node::{Node, Pos};
use super::np;
use super::reading::plain;
use super::verb::is_verb;
use crate::arabic::fold::same;
use crate::arabic::inflect::Person;

/// Accusatives behind أكثر and its like, and the English adjective.
const QUALITIES: &[(&str, &str)] = &[
    ("تعقيدا", "complex"),
    ("أهمية", "important"),
    ("اهمية", "important"),
    ("خطورة", "dangerous"),
    ("حساسية", "sensitive"),
    ("صعوبة", "difficult"),
    ("إلحاحا", "urgent"),
    ("تأثيرا", "influential"),
    ("نفوذا", "influential"),
    ("تضررا", "affected"),
    ("دموية", "bloody"),
    ("عنفا", "violent"),
    ("إثارة", "controversial"),
    ("تشددا", "hardline"),
    ("فقرا", "poor"),
];

/// Puts them together.
pub(super) fn wholes(nodes: Vec<Node>) -> Vec<Node> {
    superlatives(controlled(quoted_subject(no_person(first(comments(lives(nodes)))))))
}

/// ستتولى "قوات أمن محلية" المسؤولية: what stands between the marks is one name, in its marks.
fn quoted_subject(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 1;
    while i + 2 < nodes.len() {
        let opens = nodes[i].quote() && nodes[i - 1].pos == Pos::Verb && nodes[i - 1].pron.is_none();
        let close = (i + 2..(i + 7).min(nodes.len())).find(|&j| nodes[j].quote());
        let whole = close.filter(|_| opens && nodes[i + 1].ungoverned()).and_then(|close| {
            let p = np::np(&nodes[..close], i + 1).filter(|p| p.next == close && !p.text().contains(['*', '…']))?;
            // Whoever or whatever stands behind is what the verb acts on.
            nodes.get(close + 1).is_some_and(|x| x.ungoverned() || x.pos == Pos::Prep || x.prep.is_some()).then_some((close, p))
        });
        if let Some((close, p)) = whole {
            let head = &nodes[p.at];
            let text = Node { bare: false, ..head.clone() };
            let named = Node {
                pos: Pos::Name,
                en: format!("“{}”", p.text().trim_start_matches("the ")),
                bare: true,
                definite: true,
                mention: true,
                lemma: None,
                agent: p.agent,
                human: p.human,
                plural: p.many,
                feminine: p.feminine || p.plural && !p.human,
                and: false,
                raw: (nodes[i].raw.0, nodes[close].raw.1),
                ..text
            };
            nodes.splice(i..=close, [named]);
        }
        i += 1;
    }
    nodes
}

/// المناطق الخاضعة لها: under its control.
fn controlled(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i + 1 < nodes.len() {
        let under = |n: &Node| matches!(n.pos, Pos::Adjective | Pos::Active) && n.ar.trim_start_matches("ال").starts_with("خاضع");
        let to = &nodes[i + 1];
        if to.pos == Pos::Prep
            && under(&nodes[i])
            && to.ar == "ل"
            && !to.and
            && let Some(p) = to.pron
        {
            let en = format!("under {} control", super::node::possessive(p, false));
            nodes[i] = Node { en, raw: (nodes[i].raw.0, to.raw.1), and: nodes[i].and, ..Node::new(Pos::Adverb, "") };
            nodes.remove(i + 1);
        }
        i += 1;
    }
    nodes
}

/// أكثر القضايا تعقيدا: the most complex of the issues; القضية الأكثر تعقيدا: the most complex issue; أكثر تعقيدا: more complex.
fn superlatives(mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i + 1 < nodes.len() {
        let (n, of) = (&nodes[i], &nodes[i + 1]);
        let mut word = n.ar.as_str();
        while let Some(rest) = word.strip_prefix("ال") {
            word = rest;
        }
        let (more, most) = if same(word, "أكثر") || same(word, "أشد") {
            ("more", "most")
        } else if same(word, "أقل") {
            ("less", "least")
        } else {
            i += 1;
            continue;
        };
        if n.pos == Pos::Verb || n.pron.is_some() {
            i += 1;
            continue;
        }
        let plural = of.plural || of.mention && super::skeleton::many(&of.en);
        let of = of.nominal() && of.definite && plural && of.prep.is_none() && !of.and && of.pron.is_none();
        if of
            && !n.definite
            && let Some(en) = nodes.get(i + 2).and_then(quality)
        {
            nodes[i] = Node {
                pos: Pos::Noun,
                en: format!("{most} {en}"),
                lemma: None,
                mass: true,
                raw: nodes[i].raw,
                and: nodes[i].and,
                prep: nodes[i].prep,
                ..Node::new(Pos::Noun, "")
            };
            nodes.remove(i + 2);
        } else if let Some(en) = quality(&nodes[i + 1]).filter(|_| i > 0 && !n.and && n.prep.is_none()) {
            let before = &nodes[i - 1];
            nodes[i] = Node {
                en: format!("{} {en}", if n.definite { most } else { more }),
                definite: n.definite,
                feminine: before.feminine || before.plural && !before.human,
                raw: (n.raw.0, nodes[i + 1].raw.1),
                ..Node::new(Pos::Adjective, "")
            };
            nodes.remove(i + 1);
        }
        i += 1;
    }
    nodes
}

fn quality(n: &Node) -> Option<&'static str> {
    if n.definite || n.and || n.prep.is_some() || n.pron.is_some() || n.pos == Pos::Verb && n.person != Person::Both {
        return None;
    }
    let word = plain(n.ar.as_str());
    let word = word.trim_end_matches('ا');
    QUALITIES.iter().find(|q| plain(q.0).trim_end_matches('ا') == word).map(|q| q.1)
}

/// ليس المطلوب هدنة: what is required, no wanted person. خلافا لما أعلنته: unlike what was said.
fn no_person(mut nodes: Vec<Node>) -> Vec<Node> {
    // المكان ليس هو المشكلة: is not the problem
    let again = |n: &[Node], i: usize| {
        n[i].pos == Pos::Pron
            && !n[i].and
            && n[i - 1].pos == Pos::IsNot
            && n.get(i + 1).is_some_and(|x| x.definite && x.nominal())
    };
    if let Some(i) = (1..nodes.len()).find(|&i| again(&nodes, i)) {
        nodes.remove(i);
    }
    for i in 1..nodes.len() {
        if nodes[i - 1].pos == Pos::IsNot && nodes[i].definite && !nodes[i].plural && nodes[i].en == "wanted person" {
            let n = &nodes[i];
            nodes[i] = Node { definite: true, bare: true, mass: true, raw: n.raw, ..Node::new(Pos::Noun, "what is required") };
        }
    }
    let at = nodes.iter().position(|n| matches!(n.en.as_str(), "unlike" | "unlike what") && n.ar.ends_with("ما"));
    if let Some(i) = at.filter(|&i| nodes.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && !v.and)) {
        let n = Node { ar: "خلافا".to_owned(), and: nodes[i].and, raw: nodes[i].raw, ..Node::new(Pos::Prep, "unlike") };
        let what = Node { ar: "ما".to_owned(), raw: (n.raw.1, n.raw.1), ..Node::new(Pos::What, "what") };
        nodes.splice(i..=i, [n, what]);
    }
    nodes
}

/// لم تعلق الرياض رسميا: commented; what is suspended is named.
fn comments(mut nodes: Vec<Node>) -> Vec<Node> {
    for i in 0..nodes.len() {
        if !(is_verb(&nodes[i], "علق") && nodes[i].en == "suspend" && !nodes[i].passive && nodes[i].pron.is_none()) {
            continue;
        }
        let who = np::np(&nodes, i + 1).filter(|p| nodes[i + 1].ungoverned() && (p.agent || p.human || p.name && p.definite));
        let Some(p) = who else { continue };
        let mut at = p.next;
        while nodes.get(at).is_some_and(|x| x.pos == Pos::Adverb && !x.and) {
            at += 1;
        }
        if nodes.get(at).is_none_or(|x| matches!(x.pos, Pos::Mark('،' | ',') | Pos::Mark('.'))) {
            // The capital stands for who speaks there.
            nodes[p.at].agent = true;
            (nodes[i].en, nodes[i].forms) = ("comment".to_owned(), None);
        }
    }
    nodes
}

/// تشكيل مجلس رئاسي أولا: first of all; an adjective would stand behind an accusative.
fn first(mut nodes: Vec<Node>) -> Vec<Node> {
    for i in 1..nodes.len() {
        let (b, n) = (&nodes[i - 1], &nodes[i]);
        let accusative = b.accusative || b.ar.ends_with('ا');
        let ends = nodes.get(i + 1).is_none_or(|x| matches!(x.pos, Pos::Mark(_)) || x.and);
        if ends
            && n.en == "first"
            && ["اول", "أول", "اولا", "أولا"].contains(&n.ar.as_str())
            && !b.feminine
            && !n.and
            && !n.definite
            && !accusative
            && matches!(b.pos, Pos::Noun | Pos::Adjective | Pos::Masdar)
        {
            nodes[i] = Node { raw: n.raw, ..Node::new(Pos::Adverb, "first") };
        }
    }
    nodes
}

/// حرب أودت بحياة الآلاف: the term is a verb.
fn lives(mut nodes: Vec<Node>) -> Vec<Node> {
    for n in &mut nodes {
        if n.mention && n.en == "claimed the lives of" && n.pos != Pos::Verb && n.prep.is_none() {
            let she = n.ar.split(' ').next().is_some_and(|w| w.ends_with('ت'));
            *n = Node {
                forms: Some((n.en.clone(), n.en.clone())),
                person: if she { Person::She } else { Person::He },
                feminine: she,
                and: n.and,
                content: true,
                raw: n.raw,
                ar: n.ar.clone(),
                ..Node::new(Pos::Verb, "claim the lives of")
            };
        }
    }
    nodes
}
