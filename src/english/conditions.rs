//! Conditions: لو and لولا with an answer that never came true, and what tense stands behind if.

use super::lexicon::{Lexicon, Reading};
use super::node::{Node, Pos};
use super::verb::{Time, is_verb};
use crate::analysis::Mention;
use crate::arabic::inflect::Tense;
use crate::arabic::token::{Kind, Token};
use crate::english::expand::kind;

/// Where the answer to a لو or لولا stands that says what did not come about (لانهارت المحادثات, لما استؤنف): its ل is taken off a verb.
pub(super) fn unreal(text: &str, tokens: &mut [Token], mentions: &[Mention]) -> Option<(u32, u32)> {
    let open = (0..tokens.len()).find(|&i| {
        let alone = i.checked_sub(1).is_none_or(|b| !matches!(tokens[b].text(text), "حتى" | "وحتى" | "كما" | "فيما"));
        let raw = tokens[i].text(text);
        // ولو مرة واحدة: even once
        let begins = i.checked_sub(1).is_none_or(|b| matches!(tokens[b].kind, Kind::Mark(_)));
        alone && matches!(raw, "لو" | "لولا" | "ولولا" | "فلولا" | "فلو") || begins && raw == "ولو"
    })?;
    let from = tokens[open].start;
    let mut readings: Vec<Reading> = Vec::new();
    for t in tokens[open + 1..].iter_mut().take(24) {
        let raw = t.text(text);
        if matches!(t.kind, Kind::Mark('.' | ':' | '؛' | '؟' | '!')) {
            return None;
        }
        if raw == "لما" {
            return Some((from, t.start));
        }
        let Some(rest) = raw.strip_prefix('ل').filter(|r| t.kind == Kind::Word && r.chars().count() > 2) else { continue };
        Lexicon::builtin().readings(raw, &mut readings);
        let other = readings.iter().any(|r| r.kind() != kind::VERB);
        Lexicon::builtin().readings(rest, &mut readings);
        let did = readings.iter().any(|r| r.kind() == kind::VERB && r.tense() == Tense::Perfect && r.proclitics.0 == 0);
        if !other && did && !mentions.iter().any(|m| m.start <= t.start && m.end > t.start) {
            t.start += 'ل'.len_utf8() as u32;
            return Some((from, t.start));
        }
    }
    None
}

/// Tells the verbs of conditions their time: had done, would have done; if they do, where something will follow.
pub(super) fn told(mut nodes: Vec<Node>, answer: Option<(u32, u32)>) -> Vec<Node> {
    let at = |from: u32| nodes.iter().position(|n| n.raw.0 == from);
    if let Some((open, at)) = answer.and_then(|(open, from)| Some((at(open)?, at(from)?))) {
        never(&mut nodes, open, at);
    }
    let mut i = 0;
    while let Some(next) = nodes.get(i + 1).map(|_| i + 1) {
        let i = std::mem::replace(&mut i, next);
        let opens = matches!(nodes[i].pos, Pos::If | Pos::Clause)
            && matches!(nodes[i].en.as_str(), "if" | "even if" | "unless" | "in case" | "as long as")
            || matches!(nodes[i].en.as_str(), "in the event of" | "in the event that")
                && nodes.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg));
        if !opens && nodes[i].en != "whether" {
            continue;
        }
        let end = (i + 1..nodes.len()).find(|&j| matches!(nodes[j].pos, Pos::Mark('،' | '.' | '؛'))).unwrap_or(nodes.len());
        let Some(v) = (i + 1..end.min(i + 8)).find(|&j| nodes[j].pos == Pos::Verb) else { continue };
        let short = v > 0 && nodes[v - 1].pos == Pos::Neg && nodes[v - 1].ar == "لم";
        let did = short
            || nodes[v].tense == Tense::Perfect
                && !nodes[i + 1..v].iter().any(|x| matches!(x.pos, Pos::Qad | Pos::Neg | Pos::Rel));
        if !did || nodes[v].time.is_some() {
            continue;
        }
        // شارك أم لم يشارك: whether they take part or not
        let or_not = (v + 1..nodes.len().saturating_sub(2)).take(6).find(|&j| {
            nodes[j].pos == Pos::Conj
                && nodes[j].en == "or"
                && nodes[j + 1].pos == Pos::Neg
                && nodes[j + 2].pos == Pos::Verb
                && nodes[j + 2].lemma == nodes[v].lemma
        });
        // وافقت أو رفضت: whether it agrees or refuses
        let other = (v + 1..nodes.len().saturating_sub(1)).take(6).find(|&j| {
            nodes[j].pos == Pos::Conj
                && nodes[j].en == "or"
                && nodes[j + 1].pos == Pos::Verb
                && nodes[j + 1].tense == Tense::Perfect
        });
        if let Some(j) = other.filter(|_| nodes[i].en == "whether") {
            (nodes[v].time, nodes[j + 1].time) = (Some(Time::Present), Some(Time::Present));
            continue;
        }
        if nodes[i].en == "whether" && or_not.is_none() {
            continue;
        }
        if let Some(j) = or_not {
            let raw = (nodes[j].raw.0, nodes[j + 2].raw.1);
            nodes.splice(j..j + 3, [Node { raw, mention: true, ..Node::new(Pos::Adverb, "or not") }]);
            nodes[v].time = Some(Time::Present);
            continue;
        }
        let follows = |j: usize| {
            let x = &nodes[j];
            matches!(x.pos, Pos::Will | Pos::Modal)
                || x.pos == Pos::Neg && x.ar == "لن"
                || x.pos == Pos::Verb && x.will && !j.checked_sub(1).is_some_and(|b| is_verb(&nodes[b], "كان"))
        };
        if (nodes[i].en == "as long as" || (0..i).chain(v + 1..nodes.len()).any(follows)) && !is_verb(&nodes[v], "كاد") {
            nodes[v].time = Some(Time::Present);
            // إذا مر القرار واستخدم الرئيس حقه: and uses it
            for n in &mut nodes[v + 1..end] {
                if n.pos == Pos::Verb && n.and && n.tense == Tense::Perfect {
                    n.time = Some(Time::Present);
                }
            }
        }
    }
    nodes
}

/// لو التزموا لما استؤنف القتال: had they …, it would not have been.
fn never(nodes: &mut Vec<Node>, open: usize, at: usize) {
    let (mut at, mut v) = (at, at);
    if nodes[at].ar.ends_with("ما") && nodes[at].pos != Pos::Verb {
        let n = &nodes[at];
        nodes[at] = Node { ar: "لم".to_owned(), raw: n.raw, negations: 1, ..Node::new(Pos::Neg, "not") };
        v += 1;
    }
    if nodes.get(v).is_none_or(|n| n.pos != Pos::Verb) {
        return;
    }
    nodes[v].time = Some(Time::WouldHave);
    if let Some(c) = (open + 1..at).find(|&j| nodes[j].pos == Pos::Verb) {
        nodes[c].time = Some(Time::PastPerfect);
    }
    if !matches!(nodes[at - 1].pos, Pos::Mark(_)) {
        let raw = nodes[at].raw.0;
        nodes.insert(at, Node { raw: (raw, raw), ..Node::new(Pos::Mark('،'), "،") });
        at += 1;
    }
    nodes[at].and = false;
}
