//! Set ways of saying when: soon, hours after, dates back to, once before, when that is so.

use crate::arabic::inflect::Tense;
use crate::english::node::{Node, Pos};
use crate::english::np;
use crate::english::verb::{Time, is_verb};

/// How far behind its verb أن or حتى may stand.
const FAR: usize = 22;

/// ما لبثت الهدنة أن انهارت: it soon collapsed.
pub(super) fn soon(nodes: &mut Vec<Node>, i: usize) {
    let not = |n: &Node| matches!(n.pos, Pos::Neg | Pos::What) && matches!(n.ar.as_str(), "ما" | "لم" | "لا") && n.prep.is_none();
    if i == 0 || !is_verb(&nodes[i], "لبث") || !not(&nodes[i - 1]) {
        return;
    }
    let ends = |n: &Node| matches!(n.pos, Pos::Verb | Pos::Mark(_) | Pos::Clause | Pos::Rel);
    let that = (i + 1..nodes.len()).take(8).take_while(|&j| !ends(&nodes[j])).find(|&j| nodes[j].pos == Pos::That);
    let Some(that) = that.filter(|&t| nodes[t].pron.is_none() && nodes.get(t + 1).is_some_and(|v| v.pos == Pos::Verb)) else {
        return;
    };
    // هدنة في إدلب ما لبثت الفصائل أن خرقتها: behind a comma, where nothing else sets it apart
    if i > 1 && !nodes[i - 1].and && !matches!(nodes[i - 2].pos, Pos::Mark(_) | Pos::Rel | Pos::That | Pos::Clause) {
        let raw = nodes[i - 1].raw.0;
        nodes.insert(i - 1, Node { raw: (raw, raw), ..Node::new(Pos::Mark('،'), "،") });
        return soon(nodes, i + 1);
    }
    let mut verb = nodes.remove(that + 1);
    nodes.remove(that);
    let not = nodes.remove(i - 1);
    (verb.and, verb.so, verb.raw) = (not.and, not.so, (not.raw.0, nodes[i - 1].raw.1));
    nodes[i - 1] = if verb.en.starts_with("be ") || is_verb(&verb, "كان") {
        let soon = Node { raw: (not.raw.0, not.raw.0), and: verb.and, ..Node::new(Pos::Adverb, "soon") };
        verb.and = false;
        nodes.insert(i - 1, soon);
        nodes.remove(i);
        nodes.insert(i, verb);
        return;
    } else {
        verb.forms = Some((format!("soon {}", verb.past()), format!("soon {}", verb.participle())));
        verb.en = format!("soon {}", verb.en);
        verb
    };
}

/// لم تمض ساعات على التوقيع حتى انهار: barely hours after it; لم يمض يوم حتى: barely a day later.
pub(super) fn barely(nodes: &mut Vec<Node>, i: usize) {
    let not = i > 0 && nodes[i - 1].pos == Pos::Neg && nodes[i - 1].ar == "لم";
    if !not || !is_verb(&nodes[i], "مضى") || nodes[i].pron.is_some() {
        return;
    }
    let but = usize::from(nodes.get(i + 1).is_some_and(|x| x.en == "except" && !x.and));
    let unit = |x: &Node| x.time_unit() || x.en == "moment";
    let Some(time) = np::np(nodes, i + 1 + but).filter(|p| !p.definite && unit(&nodes[p.at])) else { return };
    let ends = |n: &Node| matches!(n.pos, Pos::Mark('.' | '؛' | ':') | Pos::That);
    let until = (time.next..nodes.len()).take(FAR).take_while(|&j| !ends(&nodes[j])).find(|&j| {
        matches!(nodes[j].ar.as_str(), "حتى" | "حتي")
            && nodes.get(j + 1).is_some_and(|v| matches!(v.pos, Pos::Verb | Pos::Qad) && v.tense == Tense::Perfect)
    });
    let on = nodes.get(time.next).is_some_and(|x| x.pos == Pos::Prep && x.ar == "على" && x.pron.is_none());
    let Some(until) = until.filter(|&u| on || u == time.next) else { return };
    let raw = nodes[until].raw;
    nodes[until] = Node { raw, ..Node::new(Pos::Mark('،'), "،") };
    let text = time.text();
    let first = &nodes[i - 1];
    let (pos, en) = if on { (Pos::Prep, format!("barely {text} after")) } else { (Pos::Adverb, format!("barely {text} later")) };
    let node = Node {
        raw: (first.raw.0, nodes[time.next - 1].raw.1),
        and: first.and,
        ar: "بعد".to_owned(),
        mention: true,
        content: true,
        ..Node::new(pos, en)
    };
    nodes.splice(i - 1..time.next + usize::from(on), [node]);
}

/// يبدأ العمل به حال إعلانه: upon it.
pub(super) fn upon(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let alone = n.ar == "حال" && n.prep.is_none() && !n.definite && n.pron.is_none() && !n.and;
    let governed = i.checked_sub(1).is_some_and(|b| nodes[b].pos == Pos::Prep && nodes[b].pron.is_none());
    let deed =
        nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Masdar && x.prep.is_none() && !x.and && (x.pron.is_some() || x.own));
    if alone && i > 0 && !governed && deed {
        nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), ..Node::new(Pos::Prep, "upon") };
    }
}

/// لم تكد الوفود تصل حتى أعلن: as soon as they arrived, it was announced.
pub(super) fn hardly(nodes: &mut Vec<Node>, i: usize) {
    let not = |n: &Node| matches!(n.pos, Pos::Neg | Pos::What) && matches!(n.ar.as_str(), "ما" | "لم") && n.prep.is_none();
    if i == 0 || !is_verb(&nodes[i], "كاد") || nodes[i].pron.is_some() || !not(&nodes[i - 1]) {
        return;
    }
    let ends = |n: &Node| matches!(n.pos, Pos::Mark('.' | '؛' | ':') | Pos::Clause);
    let until = |n: &Node| matches!(n.ar.as_str(), "حتى" | "حتي");
    let Some(deed) = (i + 1..nodes.len()).take(8).find(|&j| nodes[j].pos == Pos::Verb && !nodes[j].and) else { return };
    let next = (deed + 1..nodes.len()).take(FAR).take_while(|&j| !ends(&nodes[j]) || until(&nodes[j])).find(|&j| {
        until(&nodes[j]) && nodes.get(j + 1).is_some_and(|v| matches!(v.pos, Pos::Verb | Pos::Qad) && v.tense == Tense::Perfect)
    });
    let Some(next) = next else { return };
    let that = deed.checked_sub(1).filter(|&t| nodes[t].pos == Pos::That && t > i);
    nodes[next] = Node { raw: nodes[next].raw, ..Node::new(Pos::Mark('،'), "،") };
    nodes[deed].tense = Tense::Perfect;
    if let Some(that) = that {
        nodes.remove(that);
    }
    let not = &nodes[i - 1];
    let soon = Node { raw: (not.raw.0, nodes[i].raw.1), and: not.and, ..Node::new(Pos::Clause, "as soon as") };
    nodes.splice(i - 1..=i, [soon]);
}

/// تعود آخر جولة إلى يوليو: dates back to it.
pub(super) fn dates_back(nodes: &[Node], i: usize) -> bool {
    let inside = |n: &Node| n.nominal() || matches!(n.pos, Pos::Adjective | Pos::Quant | Pos::Dem | Pos::Number | Pos::Adverb);
    let to = |n: &Node| n.pos == Pos::Prep && n.ar == "إلى" && n.pron.is_none() && !n.and;
    let between = |n: &Node| n.pos == Pos::Prep && n.en == "between";
    let Some(j) = (i + 1..nodes.len())
        .take(10)
        .take_while(|&j| inside(&nodes[j]) || to(&nodes[j]) || between(&nodes[j]))
        .find(|&j| to(&nodes[j]))
    else {
        return false;
    };
    // إلى 31 من تموز
    let day = nodes.get(j + 1).is_some_and(|n| n.pos == Pos::Number)
        && nodes.iter().skip(j + 2).take(2).any(|n| n.pos == Pos::Adverb && n.mention);
    nodes[i].pron.is_none() && (day || nodes.get(j + 1).is_some_and(time))
}

/// True for a day, a month, a year, or a part of one.
fn time(n: &Node) -> bool {
    const PARTS: &[&str] =
        &["beginning", "middle", "end", "start", "era", "decade", "century", "days", "early", "late", "mid", "times"];
    let words = || n.en.split([' ', '-']);
    n.weekday
        || n.time_unit()
        || n.pos == Pos::Number && n.en.len() == 4 && n.en.starts_with(['1', '2'])
        || matches!(n.pos, Pos::Adverb | Pos::Noun | Pos::Prep | Pos::Quant) && words().any(|w| PARTS.contains(&w))
        || n.pos == Pos::Adverb && n.mention && n.ar.chars().count() > 2
}

/// رفضتها الجماعة من قبل: before; by whom it was done stands behind it.
pub(super) fn before(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let alone = nodes.get(i + 1).is_none_or(|x| {
        x.and
            || matches!(x.pos, Pos::Mark(_) | Pos::Prep | Pos::That | Pos::Clause | Pos::Neg | Pos::Rel | Pos::Verb) && !x.quote()
    });
    if n.en == "by" && n.ar == "من قبل" && n.pron.is_none() && !n.and && i > 0 && alone {
        nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), mention: true, ..Node::new(Pos::Adverb, "before") };
    }
}

/// سيعود متى توفرت الضمانات: when they are available; متى تبدأ asks when.
pub(super) fn when(nodes: &mut [Node], i: usize) {
    let so = nodes.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense == Tense::Perfect && !v.and);
    if so && nodes[i].ar == "متى" && i > 0 {
        nodes[i].pos = Pos::Clause;
        nodes[i + 1].time = Some(Time::Present);
    }
}

/// أسماء يختارها هو: the pronoun says nothing that the verb does not.
pub(super) fn emphatic(nodes: &mut Vec<Node>, i: usize) {
    let closes = nodes.get(i + 1).is_none_or(|x| matches!(x.pos, Pos::Mark('.' | '،' | '؛' | '"' | '»')));
    let own = |v: &Node| v.pos == Pos::Verb && v.pron.is_some();
    if closes && i > 0 && own(&nodes[i - 1]) && !nodes[i].and && nodes[i].prep.is_none() {
        nodes.remove(i);
    }
}

/// ديسمبر من العام ذاته: of the same year.
pub(super) fn of_the_year(nodes: &mut [Node], i: usize) {
    let year = |n: &Node| n.en == "year" && n.definite && n.ungoverned();
    let month = i > 0 && nodes[i - 1].pos == Pos::Adverb && nodes[i - 1].mention;
    if month && nodes[i].ar == "من" && nodes[i].pron.is_none() && nodes.get(i + 1).is_some_and(year) {
        nodes[i] = Node { raw: nodes[i].raw, ar: "ضمن".to_owned(), mention: true, ..Node::new(Pos::Prep, "of") };
    }
}

/// منذ منتصف الشهر: since the middle of it.
pub(super) fn since_the_middle(nodes: &mut [Node], i: usize) {
    let from = matches!(nodes[i].ar.as_str(), "منذ" | "إلى" | "حتى" | "حتي" | "من") && nodes[i].pron.is_none();
    if from
        && let Some(x) = nodes.get_mut(i + 1).filter(|x| !x.and && matches!(x.pos, Pos::Prep | Pos::Adverb))
        && let Some(middle) = x.en.strip_prefix("in ").filter(|m| m.starts_with("the middle"))
    {
        x.en = middle.to_owned();
    }
}
