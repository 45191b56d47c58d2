//! Terms that take along what stands beside them: a place that is called after a day, the council of a town, the round of a place, part of a territory.

use crate::english::node::{Node, Pos};
use crate::english::numbers::MONTHS;

/// Places that may be called after a day.
const CALLED: &[&str] =
    &["neighbourhood", "street", "square", "bridge", "axis", "camp", "stadium", "hospital", "university", "hall"];
/// What is said of one in a row, and of no place.
const IN_A_ROW: &[&str] =
    &["last", "next", "previous", "coming", "upcoming", "first", "second", "third", "fourth", "fifth", "sixth", "new"];

/// A noun and its neighbours.
pub(super) fn noun(nodes: &mut Vec<Node>, i: usize) {
    observer(&mut nodes[i]);
    called_after_day(nodes, i);
    council(nodes, i);
    group_of(nodes, i);
    territory(nodes, i);
    round_of(nodes, i);
    counted_behind(nodes, i);
    terrorist(nodes, i);
}

/// حضر الاجتماع بصفة مراقب المبعوث الأممي: the capacity in which he attended is nobody's.
fn observer(n: &mut Node) {
    if n.mention && n.en == "observer" && n.ar.contains("صفه") {
        (n.pos, n.human, n.prep) = (Pos::Adverb, false, None);
        "as an observer".clone_into(&mut n.en);
    }
}

/// سقطت قذيفة على حي 7 يوليو: a place that is called after a day.
fn called_after_day(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let number = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Number && !x.and);
    let month = nodes.get(i + 2).is_some_and(|x| !x.and && MONTHS.contains(&x.en.as_str()));
    if CALLED.contains(&n.en.as_str()) && !n.definite && n.pron.is_none() && number && month {
        let (month, day) = (nodes.remove(i + 2), nodes.remove(i + 1));
        let n = &nodes[i];
        let en = format!("{} {} {}", day.en, month.en, n.en);
        nodes[i] = Node { en, raw: (n.raw.0, month.raw.1), definite: true, lemma: None, ..n.clone() };
    }
}

/// رحب المجلس البلدي مصراتة: the council of the town.
fn council(nodes: &mut Vec<Node>, i: usize) {
    let town = |x: &Node| x.pos == Pos::Name && x.ungoverned() && !x.agent && !x.person_name;
    if nodes[i].en == "municipal council" && nodes[i].definite && nodes.get(i + 1).is_some_and(town) {
        let town = nodes.remove(i + 1);
        nodes[i].en = format!("{} {}", town.en, nodes[i].en);
    }
}

/// سفير من مجموعة الـ18: a group that is called by its number.
fn group_of(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let number =
        matches!(&nodes[i + 1..], [mark, number, ..] if mark.pos == Pos::Mark(' ') && number.pos == Pos::Number && !number.and);
    if n.en == "group" && n.pron.is_none() && !n.definite && number {
        let number = nodes.remove(i + 2);
        nodes.remove(i + 1);
        let n = &mut nodes[i];
        n.en = format!("Group of {}", number.en);
        (n.definite, n.lemma, n.raw.1) = (true, None, number.raw.1);
    }
}

/// على جزء كبير من الأراضي السورية, أجزاء من الأراضي السورية: a large part of Syrian territory, parts of it.
fn territory(nodes: &mut Vec<Node>, i: usize) {
    if nodes[i].en != "part of the territory" || !nodes[i].mention || !nodes[i].ar.ends_with("الاراضي") {
        return;
    }
    let (large, parts) = (nodes[i].ar.contains("كبير"), nodes[i].ar.contains("اجزاء"));
    let whose = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Adjective && x.definite && !x.and && x.mention);
    let of = if whose { format!("{} territory", nodes.remove(i + 1).en) } else { "the territory".to_owned() };
    let n = &mut nodes[i];
    let part = match (large, parts) {
        (true, _) => "large part",
        (_, true) => "parts",
        _ => "part",
    };
    n.en = format!("{part} of {of}");
    (n.definite, n.bare, n.plural, n.mass, n.lemma) = (false, false, false, parts, None);
}

/// جولة الصخيرات الأخيرة: the last round there; no place is the last.
fn round_of(nodes: &mut Vec<Node>, i: usize) {
    let [n, place, row, ..] = &nodes[i..] else { return };
    let held = n.pron.is_none() && !n.definite && !n.plural && !n.human && !n.agent && n.pos == Pos::Noun && !n.en.contains(' ');
    let there = place.pos == Pos::Name && place.ungoverned() && place.bare && !place.agent && !place.person_name;
    let said = row.pos == Pos::Adjective && row.definite && !row.and && IN_A_ROW.contains(&row.en.as_str());
    if held && there && said && row.feminine == n.feminine {
        let place = nodes.remove(i + 1);
        let n = &mut nodes[i];
        n.en = format!("{} {}", place.en, n.en);
        n.definite = true;
    }
}

/// سلم مسودات أربعا: four drafts.
fn counted_behind(nodes: &mut [Node], i: usize) {
    let [n, count, rest @ ..] = &nodes[i..] else { return };
    let few = ["three", "four", "five", "six", "seven", "eight", "nine", "ten"].contains(&count.en.as_str());
    let alone = rest.first().is_none_or(|x| !x.nominal() && x.pos != Pos::Number);
    if n.plural
        && !n.definite
        && !n.bare
        && n.pron.is_none()
        && count.pos == Pos::Number
        && few
        && !count.and
        && count.prep.is_none()
        && alone
    {
        let (prep, and, raw) = (nodes[i].prep.take(), nodes[i].and, (nodes[i].raw.0, nodes[i + 1].raw.1));
        nodes[i].and = false;
        nodes.swap(i, i + 1);
        (nodes[i].prep, nodes[i].and, nodes[i].raw) = (prep, and, raw);
    }
}

/// تنظيم "واي بي جي/ بي كي كي" الإرهابي: the adjective is the organisation's.
fn terrorist(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let open = nodes.get(i + 1).is_some_and(Node::quote);
    if !matches!(n.en.as_str(), "organisation" | "organization" | "group" | "movement") || n.definite || !open {
        return;
    }
    let Some(close) = (i + 2..(i + 8).min(nodes.len())).find(|&j| nodes[j].quote()) else { return };
    if nodes.get(close + 1).is_some_and(|x| x.pos == Pos::Adjective && x.definite && x.en == "terrorist" && !x.and) {
        let adjective = nodes.remove(close + 1);
        nodes.insert(i + 1, adjective);
        nodes[i].definite = true;
    }
}

/// تمويلها البالغ 2,7 مليار: which amounts to so much.
pub(super) fn amounting(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let so_many = nodes.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Number | Pos::Quant) && !x.and);
    if n.definite && n.ar.starts_with("بالغ") && n.pron.is_none() && so_many {
        nodes[i] = Node { raw: n.raw, ar: "ضمن".to_owned(), mention: true, ..Node::new(Pos::Prep, "of") };
    }
}

/// مبعوث الرئيس بوتين إلى سوريا فلان: the envoy of the president whose name stands first.
pub(super) fn envoy(nodes: &mut Vec<Node>, i: usize) {
    let person = |x: &Node| x.person_name && x.ungoverned();
    let sent = nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Prep && x.ar == "إلى" && !x.and);
    let who = nodes.get(i + 4).is_some_and(|x| person(x) || x.pos == Pos::Unknown);
    if nodes[i].en == "presidential envoy" && nodes.get(i + 1).is_some_and(person) && sent && who {
        let president = nodes.remove(i + 1);
        nodes[i].en = format!("envoy of President {}", president.en);
        nodes[i].raw.1 = president.raw.1;
    }
}

/// الدولة الضامنة: one of them.
pub(super) fn guarantor(nodes: &mut [Node], i: usize) {
    let n = &mut nodes[i];
    if n.mention && n.en == "guarantor states" && n.ar.ends_with("الدوله الضامنه") {
        "the guarantor state".clone_into(&mut n.en);
        n.plural = false;
    }
}
