//! Words for what is done, whose sense the words behind tell: declined to take part, claimed an attack, provided that it is done, represented by three.

use super::sense;
use crate::english::node::{Node, Pos};

/// اعتذر عن المشاركة: declined to take part; one apologises for what one did.
pub(super) fn declined(nodes: &mut [Node], i: usize) {
    const WHAT: &[&str] = &["شارك", "حضر", "استقبل", "استضاف", "تولى", "لبى", "التقى", "قبل"];
    let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Verb | Pos::Rel | Pos::What);
    let at = (i + 1..(i + 9).min(nodes.len()))
        .take_while(|&j| !ends(&nodes[j]))
        .find(|&j| nodes[j].pos == Pos::Prep && nodes[j].ar == "عن" && nodes[j].pron.is_none());
    let deed = at.and_then(|j| nodes.get(j + 1)).is_some_and(|m| m.ungoverned() && m.lemma.is_some_and(|l| WHAT.contains(&l.ar)));
    if deed && nodes[i].pron.is_none() {
        sense(&mut nodes[i], "decline", "عن=to*|");
    }
}

/// وقع تفجيران وتبناهما التنظيم: claimed them; one adopts no attack.
pub(super) fn claimed(nodes: &mut [Node], i: usize) {
    const ATTACKS: &[&str] =
        &["attack", "bombing", "explosion", "operation", "assault", "shelling", "killing", "assassination", "strike"];
    let attack = |x: &Node| x.nominal() && ATTACKS.iter().any(|a| x.en.starts_with(a) || x.en.ends_with(a));
    if nodes[i].pron.is_some() && nodes[..i].iter().rev().take(14).take_while(|x| !x.ends_clause()).any(attack) {
        sense(&mut nodes[i], "claim", "");
    }
}

/// وقع تفجيران: they occurred; nobody signs a bombing.
pub(super) fn happened(nodes: &mut [Node], i: usize) {
    const HAPPENS: &[&str] = &[
        "bombing",
        "explosion",
        "attack",
        "clash",
        "incident",
        "accident",
        "blast",
        "earthquake",
        "massacre",
        "shooting",
        "raid",
        "air strike",
    ];
    let at = i + 1 + usize::from(nodes.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Number | Pos::Quant)));
    let what = nodes
        .get(at)
        .is_some_and(|x| x.ungoverned() && !x.definite && x.pron.is_none() && HAPPENS.contains(&x.en.trim_end_matches('s')));
    // هجوما وقع صباح الجمعة
    let noun = nodes[..i].iter().rev().take(3).find(|x| x.pos != Pos::Adjective);
    let on = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "على" || x.ungoverned() && !x.weekday);
    let told = noun.is_some_and(|x| x.nominal() && HAPPENS.contains(&x.en.trim_end_matches('s'))) && !nodes[i].and && !on;
    if (what || told) && nodes[i].pron.is_none() {
        sense(&mut nodes[i], "occur", "في=in");
    }
}

/// على أن يتم تسليم السلاح: the verb of the condition is in its connective, and what is done stands behind.
pub(super) fn provided(nodes: &mut Vec<Node>, i: usize) {
    let done = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Masdar && x.ungoverned());
    if nodes[i].mention
        && nodes[i].ar.ends_with(" يتم")
        && done
        && let Some(lemma) = crate::english::lexicon::Lexicon::builtin().verb("تم")
    {
        let verb = Node {
            lemma: Some(lemma),
            ar: "تم".to_owned(),
            tense: crate::arabic::inflect::Tense::Imperfect,
            raw: (nodes[i].raw.1, nodes[i].raw.1),
            ..Node::new(Pos::Verb, "take place")
        };
        nodes.insert(i + 1, verb);
    }
}

/// دبلوماسي متابع للملف: following it.
pub(super) fn follows(nodes: &mut [Node], i: usize) {
    const WHAT: &[&str] = &["file", "talks", "negotiations", "consultations", "issue", "conflict", "crisis"];
    let of = nodes.get(i + 1).is_some_and(|x| x.prep == Some("ل") && !x.and && WHAT.contains(&x.en.as_str()));
    if of && nodes[i].lemma.is_some_and(|l| l.ar == "تابع") {
        sense(&mut nodes[i], "follow", "ل=");
    }
}

/// أعرب عن تقديره لجهود الوسطاء: his appreciation.
pub(super) fn appreciates(nodes: &mut [Node], i: usize) {
    let of = i > 0 && nodes[i - 1].pos == Pos::Prep && nodes[i - 1].ar == "عن" && nodes[i - 1].pron.is_none();
    if of && nodes[i].ar == "تقدير" && nodes[i].pron.is_some() {
        (nodes[i].pos, nodes[i].lemma) = (Pos::Noun, None);
        "appreciation".clone_into(&mut nodes[i].en);
    }
}

/// رفض الإقرار بشرعية الحكومة: acknowledging it.
pub(super) fn acknowledged(nodes: &mut [Node], i: usize) {
    let to = nodes.get(i + 1).is_some_and(|x| x.prep == Some("ب") && !x.and && x.nominal());
    let n = &nodes[i];
    if to
        && n.definite
        && n.prep.is_none()
        && matches!(n.ar.as_str(), "إقرار" | "اقرار")
        && let Some(lemma) = crate::english::lexicon::Lexicon::builtin().verb("أقر")
    {
        let n = &mut nodes[i];
        (n.pos, n.own, n.mention, n.forms) = (Pos::Masdar, false, false, None);
        (n.en, n.lemma) = ("acknowledge".to_owned(), Some(lemma.idiom("acknowledge", "ب=", false)));
    }
}

/// كانت الحركة ممثلة بثلاثة مندوبين: represented by them.
pub(super) fn represented(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let by = nodes.get(i + 1).is_some_and(|x| x.prep == Some("ب") && !x.and && (x.pos == Pos::Number || x.human || x.agent));
    let one =
        n.en == "representative" && n.feminine && !n.definite && !n.plural && !n.and && n.prep.is_none() && n.pron.is_none();
    let was = nodes[..i].iter().rev().take(5).any(|b| crate::english::verb::is_verb(b, "كان") && b.pos == Pos::Verb);
    // مصدر مقرب منه: close to him
    if let Some(p) = n.pron.filter(|_| n.en.ends_with(" close to")) {
        nodes[i].en = format!("{} {}", n.en, crate::english::node::object(p));
        nodes[i].pron = None;
        return;
    }
    if by
        && one
        && was
        && let Some(lemma) = crate::english::lexicon::Lexicon::builtin().verb("مثل")
    {
        let n = &mut nodes[i];
        (n.pos, n.lemma, n.human, n.agent) = (Pos::Passive, Some(lemma), false, false);
        "represent".clone_into(&mut n.en);
    }
}

/// الوفد المكون من عشرة أعضاء: made up of ten; a component stands before no من.
pub(super) fn made_up(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let component = n.en == "component" && n.pron.is_none() && n.prep.is_none() && !n.and && !n.plural && !n.dual;
    let of = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && !x.and);
    let what = i > 0 && (nodes[i - 1].nominal() || nodes[i - 1].pos == Pos::Adjective);
    if component
        && of
        && what
        && let Some(lemma) = crate::english::lexicon::Lexicon::builtin().verb("تألف")
    {
        let n = &mut nodes[i];
        (n.pos, n.lemma, n.forms) = (Pos::Passive, Some(lemma), Some(("made up".to_owned(), "made up".to_owned())));
        "make up".clone_into(&mut n.en);
    }
}
