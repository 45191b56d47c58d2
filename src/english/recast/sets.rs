//! What belongs together and is taken apart: a list behind هي, what is set as what, some of them, two heads of two delegations.

use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::node::{Node, Pos};
use crate::english::np;

/// ثلاثة ملفات هي الدستور والانتخابات: namely.
pub(super) fn namely(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let alone = !n.and && n.prep.is_none() && matches!(n.ar.as_str(), "هي" | "هما");
    let what = nodes[..i].iter().rev().find(|b| b.pos != Pos::Adjective);
    let several = what.is_some_and(|b| b.nominal() && !b.definite && !b.bare && b.pron.is_none() && (b.plural || b.dual));
    let item = |x: &Node| x.nominal() && !x.and && x.prep.is_none() && x.pos != Pos::Unknown;
    let listed = nodes[i + 1..]
        .iter()
        .take(12)
        .take_while(|x| !matches!(x.pos, Pos::Verb | Pos::That | Pos::Rel))
        .any(|x| x.and && x.nominal());
    if alone && several && nodes.get(i + 1).is_some_and(item) && listed {
        nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), mention: true, ..Node::new(Pos::Adverb, "namely") };
        let raw = nodes[i].raw.0;
        nodes.insert(i, Node { raw: (raw, raw), ..Node::new(Pos::Mark('،'), "،") });
    }
}

/// حدد جنيف مكانا للمحادثات: set it as the place of them.
pub(super) fn set_as(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    if n.passive || n.pron.is_some() || n.en != "determine" {
        return;
    }
    let role = |x: &Node| {
        x.nominal()
            && x.accusative
            && !x.definite
            && !x.and
            && x.prep.is_none()
            && matches!(
                x.en.as_str(),
                "date" | "place" | "goal" | "deadline" | "venue" | "condition" | "headquarters" | "ceiling"
            )
    };
    let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::Verb | Pos::That | Pos::Rel);
    let Some(j) = (i + 2..nodes.len()).take(8).take_while(|&j| !ends(&nodes[j])).find(|&j| role(&nodes[j])) else { return };
    // what is set stands right before it, and is a place, a day or a month
    let next = usize::from(nodes[j - 1].pos == Pos::Adjective && nodes[j - 1].definite);
    let what = &nodes[j - 1 - next];
    let day = what.pos == Pos::Adverb && what.mention && !what.and && what.prep.is_none();
    let place = what.pos == Pos::Name && what.prep.is_none() && !what.and;
    // النصف الثاني من فبراير: a part of it
    let part = nodes[i + 1..j - 1 - next].iter().any(|x| x.pos == Pos::Prep);
    if part || !(day || place && next == 0) {
        return;
    }
    super::sense(&mut nodes[i], "set", "");
    nodes[i].forms = Some(("set".to_owned(), "set".to_owned()));
    nodes[j].definite |= nodes.get(j + 1).is_some_and(|x| x.prep == Some("ل"));
    // حدد مارس المقبل موعدا للجولة: the date of it, in March
    if day {
        let end = np::np(nodes, j).map_or(j + 1, |p| p.next);
        let of = nodes.get(end).filter(|x| x.prep == Some("ل") && !x.and).and_then(|_| np::np(nodes, end));
        let end = of.map_or(end, |p| p.next);
        nodes[j - 1 - next..end].rotate_left(1 + next);
        return;
    }
    let raw = nodes[j].raw.0;
    nodes.insert(j, Node { raw: (raw, raw), ar: "كـ".to_owned(), mention: true, ..Node::new(Pos::Prep, "as") });
}

/// ثلاث منها: three of them.
pub(super) fn of_them(nodes: &mut [Node], i: usize) {
    let counted = i > 0 && (nodes[i - 1].pos == Pos::Number || matches!(nodes[i - 1].en.as_str(), "several" | "many" | "number"));
    let n = &mut nodes[i];
    if counted && n.ar == "من" && n.pron == Some(Pronoun::Her) {
        n.pron = Some(Pronoun::Their);
        "of".clone_into(&mut n.en);
    }
}

/// أهمية "مواصلة الجهود": the importance of it.
pub(super) fn of_quoted(nodes: &mut Vec<Node>, i: usize) {
    const OF: &[&str] = &["importance", "necessity", "need", "principle", "policy", "use", "idea", "goal", "option"];
    let n = &nodes[i];
    let head = OF.contains(&n.en.as_str()) && !n.definite && n.pron.is_none() && !n.accusative;
    let quoted =
        nodes.get(i + 1).is_some_and(Node::quote) && nodes.get(i + 2).is_some_and(|x| x.nominal() && !x.and && x.prep.is_none());
    // عزا ذلك إلى "تعنت" الحوثيين: whose it is stands behind the marks
    let lack = i > 2
        && nodes[i - 1].pos == Pos::NonMasdar
        && (nodes[i - 1].prep.is_some() || nodes[i - 3].pos == Pos::Prep && nodes[i - 3].pron.is_none());
    let governed = lack || n.prep.is_some() || i > 1 && nodes[i - 2].pos == Pos::Prep && nodes[i - 2].pron.is_none();
    let whose = nodes.get(i + 2).is_some_and(|x| {
        x.ungoverned() && x.definite && x.pron.is_none() && !x.weekday && nodes.get(i + 3).is_none_or(|y| y.pos != Pos::Verb)
    });
    if governed
        && i > 0
        && (nodes[i - 1].quote() || i > 1 && nodes[i - 1].pos == Pos::NonMasdar && nodes[i - 2].quote())
        && nodes.get(i + 1).is_some_and(Node::quote)
        && whose
        && !(n.definite || n.bare || n.and || n.plural || n.human || n.agent)
        && n.pron.is_none()
    {
        nodes[i].definite = !lack;
        let raw = nodes[i + 1].raw.1;
        nodes.insert(i + 2, Node { raw: (raw, raw), ar: "ضمن".to_owned(), mention: true, ..Node::new(Pos::Prep, "of") });
        return;
    }
    if head && quoted {
        nodes[i].definite = true;
        let raw = nodes[i + 1].raw.0;
        nodes.insert(i + 1, Node { raw: (raw, raw), ar: "لدى".to_owned(), mention: true, ..Node::new(Pos::Prep, "of") });
    }
}

/// الأطفال الأسرى: captive; one noun of people behind another says how they are.
pub(super) fn people(nodes: &mut [Node], i: usize) {
    const HOW: &[(&str, &str)] = &[("prisoner", "captive"), ("detainee", "detained"), ("displaced person", "displaced")];
    let Some(b) = i.checked_sub(1).map(|b| &nodes[b]) else { return };
    let n = &nodes[i];
    let both = b.pos == Pos::Noun && b.human && b.plural && n.human && n.plural && n.definite && b.definite && b.pron.is_none();
    if both
        && n.ungoverned()
        && n.pron.is_none()
        && let Some(how) = HOW.iter().find(|h| h.0 == n.en.trim_end_matches('s'))
    {
        let n = &mut nodes[i];
        (n.pos, n.human, n.agent, n.lemma) = (Pos::Adjective, false, false, None);
        how.1.clone_into(&mut n.en);
    }
}

/// مثل روسيا المبعوث وإيران مساعد الوزير: and the assistant represented Iran; the verb is not said again.
pub(super) fn and_other(nodes: &mut Vec<Node>, i: usize) {
    let body = |x: &Node| x.pos == Pos::Name && x.agent && !x.person_name && x.prep.is_none();
    let man =
        |x: &Node| !x.and && x.prep.is_none() && (x.pos == Pos::Title || x.person_name || x.nominal() && x.human && x.definite);
    let first = nodes.get(i + 1).is_some_and(|x| body(x) && !x.and) && nodes.get(i + 2).is_some_and(man);
    if !first || nodes[i].pron.is_some() || nodes[i].passive {
        return;
    }
    let mut j = i + 3;
    while j + 1 < nodes.len() && j < i + 40 {
        if matches!(nodes[j].pos, Pos::Verb | Pos::That | Pos::Rel) || nodes[j].ends_clause() {
            return;
        }
        if nodes[j].and && !matches!(nodes[j - 1].pos, Pos::Mark(_)) && body(&nodes[j]) && man(&nodes[j + 1]) {
            let raw = (nodes[j].raw.0, nodes[j].raw.0);
            let verb = Node { raw, and: true, content: false, ..nodes[i].clone() };
            nodes[j].and = false;
            nodes.insert(j, verb);
            nodes.insert(j, Node { raw, ..Node::new(Pos::Mark('،'), "،") });
            j += 2;
        }
        j += 1;
    }
}

/// الدبلوماسي الذي رافقه إلى جنيف نائب الوزير: whom the deputy accompanied there; who did it goes before where.
pub(super) fn doer_first(nodes: &mut [Node], i: usize) {
    let about = i > 0 && nodes[i - 1].pos == Pos::Rel && nodes[i].pron.is_some() && !nodes[i].passive;
    let place = |x: &Node| x.pos == Pos::Prep && x.pron.is_none() && !x.and && matches!(x.ar.as_str(), "إلى" | "في" | "من");
    if !about || !nodes.get(i + 1).is_some_and(place) {
        return;
    }
    let Some(whither) = np::np(nodes, i + 2).filter(|p| !p.agent || p.name) else { return };
    let who = |x: &Node| x.ungoverned() && (x.pos == Pos::Title || x.human && x.definite || x.person_name);
    if !nodes.get(whither.next).is_some_and(who) {
        return;
    }
    let Some(doer) = np::np(nodes, whither.next) else { return };
    let next = doer.next
        + nodes[doer.next..].iter().take(4).take_while(|x| x.ungoverned() && (x.person_name || x.pos == Pos::Unknown)).count();
    if nodes.get(next).is_none_or(|x| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Verb)) {
        nodes[i + 1..next].rotate_left(whither.next - i - 1);
    }
}

/// أفرج خلال المحادثات عن مئة أسير: who was released stands before when.
pub(super) fn freed_first(nodes: &mut [Node], i: usize) {
    let when =
        |x: &Node| x.pos == Pos::Prep && x.pron.is_none() && !x.and && matches!(x.ar.as_str(), "خلال" | "أثناء" | "في" | "منذ");
    let bare = nodes[i].pron.is_none() && nodes[i].person == Person::He && nodes.get(i + 1).is_some_and(when);
    let ends = |x: &Node| matches!(x.pos, Pos::Verb | Pos::Mark(_) | Pos::That | Pos::Rel) || x.and;
    let from = (i + 2..nodes.len())
        .take(6)
        .take_while(|&j| bare && !ends(&nodes[j]))
        .find(|&j| nodes[j].pos == Pos::Prep && nodes[j].ar == "عن");
    let Some(from) = from.filter(|&f| nodes[f].pron.is_none()) else { return };
    let Some(whom) = np::np(nodes, from + 1) else { return };
    nodes[i + 1..whom.next].rotate_left(from - i - 1);
}

/// أعضاء اللجنة، وعددهم خمسة: numbering five.
pub(super) fn numbered(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let count = n.en == "number" && n.and && n.pron.is_some() && n.prep.is_none();
    if i == 0 || !count || !nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Number && !x.and && x.prep.is_none()) {
        return;
    }
    let (many, next) = np::np(nodes, i + 1).map_or_else(|| (nodes[i + 1].en.clone(), i + 2), |p| (p.text(), p.next));
    let raw = (n.raw.0, nodes[next - 1].raw.1);
    let text = format!("numbering {many}");
    nodes.splice(i..next, [Node { raw, ar: "عدد".to_owned(), content: true, mention: true, ..Node::new(Pos::Adverb, text) }]);
}

/// محذرا من ممارسة ضغوط: against doing what people choose to do.
pub(super) fn warned(nodes: &mut [Node], i: usize) {
    const CHOSEN: &[&str] = &["مارس", "مس", "استخدم", "تدخل", "عرقل", "خرق", "انتهك", "حاول", "استغل", "فرض", "اتخذ", "قام"];
    let of = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "من" && x.pron.is_none() && !x.and);
    let deed = |x: &Node| x.pos == Pos::Masdar && x.lemma.is_some_and(|l| CHOSEN.contains(&l.ar));
    if of && nodes[i].en == "warn" && nodes.get(i + 2).is_some_and(deed) {
        super::sense(&mut nodes[i], "warn", "من=against");
    }
}

/// تسمية العدوان باسمه: by name; المتحدث باسمه has its own English.
pub(super) fn by_name(text: &str, nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let own = ["باسمه", "باسمها", "باسمهم"].contains(&&text[n.raw.0 as usize..n.raw.1 as usize]);
    if own && n.en == "on behalf of" {
        let names = |b: &Node| b.lemma.is_some_and(|l| matches!(l.ar, "سمى" | "ذكر"));
        let named = nodes[..i].iter().rev().take(9).any(names);
        let en = if named { "by name" } else { "on its behalf" };
        nodes[i] = Node { raw: n.raw, ar: "باسمه".to_owned(), content: true, mention: true, ..Node::new(Pos::Adverb, en) };
    }
}

/// وهي التي توقفت عن ذلك: it did so; the relative says no more.
pub(super) fn it_is_who(nodes: &mut Vec<Node>, i: usize) {
    let rel = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Rel && !x.and && x.prep.is_none());
    let verb = nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Verb && x.tense == Tense::Perfect && !x.and);
    let opens = i == 0 || nodes[i - 1].ends_clause();
    if opens && matches!(nodes[i].ar.as_str(), "هو" | "هي" | "هم") && rel && verb {
        nodes.remove(i + 1);
    }
}

/// رفع لجلساتها: an adjournment of them.
pub(super) fn adjourned(nodes: &mut [Node], i: usize) {
    let sittings = ["session", "talks", "consultations", "negotiations", "meeting"];
    let of = nodes.get(i + 1).is_some_and(|x| {
        x.prep == Some("ل") && !x.and && sittings.iter().any(|w| x.en.trim_end_matches('s').ends_with(w.trim_end_matches('s')))
    });
    let n = &mut nodes[i];
    if of && n.lemma.is_some_and(|l| l.ar == "رفع") && n.pron.is_none() {
        (n.own, n.forms) = (true, None);
        "adjournment".clone_into(&mut n.en);
    }
}
