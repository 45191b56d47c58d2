//! Words that join clauses, by what stands behind them: while, if not, although, on condition that, nor.

use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::Tense;
use crate::english::node::{Node, Pos};

/// كما لم يتفق على الإطار: one more thing that was not so.
pub(super) fn nor(nodes: &mut [Node], i: usize) {
    let opens = i == 0 || matches!(nodes[i - 1].pos, Pos::Mark('.' | '؛' | '،'));
    if opens
        && nodes[i].en == "as"
        && !matches!(nodes[i].ar.as_str(), "إذ" | "اذ" | "حيث")
        && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Neg && !x.and)
    {
        let n = &mut nodes[i];
        (n.pos, n.en, n.ar) = (Pos::Adverb, "also".to_owned(), "كما".to_owned());
    }
}

/// احتجاجا، كما قيل آنذاك، على التعليمات: as was said, between commas.
pub(super) fn as_was_said(nodes: &mut [Node], i: usize) {
    let comma = |j: usize| nodes.get(j).is_some_and(|x| x.pos == Pos::Mark('،'));
    let said = nodes.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && v.passive && v.en == "say");
    if nodes[i].ar == "كما" && i > 0 && comma(i - 1) && said && (i + 2..i + 5).any(comma) {
        let n = &mut nodes[i];
        (n.pos, n.en) = (Pos::Adverb, "as".to_owned());
    }
}

/// في وقت ذكر فيه مصدر: while; the pronoun is that of the time.
pub(super) fn while_in_it(nodes: &mut Vec<Node>, i: usize) {
    let in_it = |x: &Node| x.pos == Pos::Prep && x.ar == "في" && x.pron == Some(Pronoun::His) && !x.and;
    // في الوقت الذي كان فيه الوفد يفاوض
    if (nodes[i].ar.ends_with("وقت") || nodes[i].ar.contains("وقت الذ"))
        && let Some(at) = (i + 2..nodes.len()).take(2).find(|&j| in_it(&nodes[j]) && nodes[j - 1].pos == Pos::Verb)
    {
        nodes.remove(at);
    }
}

/// نفيا لأن تكون العملية ردا: of its being that; because has a noun or a pronoun behind it.
pub(super) fn for_being(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let because = matches!(n.ar.as_str(), "لأن" | "لان") && n.pron.is_none();
    if because && nodes.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && !v.and && v.tense != Tense::Perfect) {
        nodes[i] = Node { raw: n.raw, and: n.and, ar: "أن".to_owned(), ..Node::new(Pos::That, "that") };
    }
}

/// إن لم تفرج الحكومة عنهم فلن نعود: if, at the head of a sentence.
pub(super) fn if_not(nodes: &mut [Node], i: usize) {
    let opens = i == 0 || matches!(nodes[i - 1].pos, Pos::Mark('"' | '«' | '“' | '.' | '؛'));
    if opens && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Neg && x.ar == "لم") {
        (nodes[i].pos, nodes[i].en) = (Pos::If, "if".to_owned());
    }
}

/// نفيا لأن تكون العملية ردا: that it is one; because has no verb right behind it.
pub(super) fn of_being(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let verb = nodes.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense != Tense::Perfect && !v.and && !v.will);
    let denial = i > 0 && (nodes[i - 1].nominal() || nodes[i - 1].pos == Pos::Active) && !nodes[i - 1].definite;
    if n.en == "because" && n.pron.is_none() && !n.and && verb && denial {
        nodes[i] = Node { raw: n.raw, ar: "أن".to_owned(), ..Node::new(Pos::That, "that") };
    }
}

/// رحب به، وإن كان لا يلبي المطالب: although it does not meet them; كان says no more there than that.
pub(super) fn although(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let was = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Verb && crate::english::verb::is_verb(x, "كان") && x.pron.is_none());
    let denied = nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Neg && x.ar == "لا");
    if n.and && was && denied && i > 0 && nodes.get(i + 3).is_some_and(|x| x.pos == Pos::Verb) {
        nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), mention: true, ..Node::new(Pos::Clause, "although") };
        nodes.remove(i + 1);
    }
}

/// وهو ما لم يلتزم به: what he did not, no "unless".
pub(super) fn what_not(nodes: &mut Vec<Node>, i: usize) {
    if nodes[i].en == "unless" && nodes[i].ar == "ما لم" && i > 0 && nodes[i - 1].pos == Pos::Pron {
        let (start, end) = nodes[i].raw;
        let cut = end - "لم".len() as u32;
        let not = Node { raw: (cut, end), ar: "لم".to_owned(), ..Node::new(Pos::Neg, "did not") };
        nodes[i] = Node { raw: (start, cut), ar: "ما".to_owned(), ..Node::new(Pos::What, "what") };
        nodes.insert(i + 1, not);
    }
}

/// تتمسك الحكومة بشرط الانسحاب: to the condition of it; وافق بشرط الانسحاب: on condition of it. No clause stands behind it.
pub(super) fn on_condition(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    // طالبت بشرط واحد: a condition
    if n.ar == "بشرط" && nodes.get(i + 1).is_some_and(|x| !x.and && !x.definite && matches!(x.pos, Pos::Adjective | Pos::Number))
    {
        nodes[i] = Node {
            raw: n.raw,
            and: n.and,
            ar: "شرط".to_owned(),
            prep: Some("ب"),
            content: true,
            ..Node::new(Pos::Noun, "condition")
        };
        return;
    }
    let noun = matches!(n.ar.as_str(), "بشرط" | "شريطه") && nodes.get(i + 1).is_some_and(Node::ungoverned);
    if !noun || nodes[i + 1..].iter().take_while(|x| !matches!(x.pos, Pos::Mark(_))).any(|x| x.pos == Pos::Verb && !x.and) {
        return;
    }
    let ends = |x: &&Node| !matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Clause);
    let verb = nodes[..i].iter().rev().take(4).take_while(ends).find(|x| x.pos == Pos::Verb);
    let own = verb.and_then(|v| v.lemma).filter(|l| matches!(l.ar, "تمسك" | "التزم" | "قبل" | "اصطدم" | "طالب" | "ارتبط"));
    let en = match own.and_then(|l| l.prep("ب")) {
        Some(to) => format!("{} the condition of", crate::english::government::plain(to)),
        None => "on condition of".to_owned(),
    };
    nodes[i] = Node { raw: n.raw, and: n.and, ar: n.ar.clone(), content: true, mention: true, ..Node::new(Pos::Prep, en.trim()) };
}
