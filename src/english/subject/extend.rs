//! How far a subject goes: what belongs to it behind its noun phrase.

use crate::english::complement;
use crate::english::node::{Node, Pos, written};
use crate::english::np::{self, Np};
use crate::english::verb::is_verb;

/// True for somebody who is sent to a place or has it for a task: the place is the office's.
fn sent(en: &str) -> bool {
    ["envoy", "ambassador", "representative", "delegate", "emissary", "mediator", "adviser", "coordinator", "mission"]
        .iter()
        .any(|w| en.to_lowercase().contains(w))
}

/// Index behind the prepositional phrase at `at`.
pub(in crate::english) fn behind_pp(nodes: &[Node], at: usize) -> Option<usize> {
    let n = nodes.get(at)?;
    if n.pos == Pos::Prep {
        if n.pron.is_some() {
            return Some(at + 1);
        }
        let inner = nodes.get(at + 1)?;
        if inner.and || inner.pos == Pos::That || inner.pos == Pos::What {
            return None;
        }
        if inner.pos == Pos::Adverb {
            return Some(at + 2);
        }
        if inner.pos == Pos::Prep {
            return behind_pp(nodes, at + 1);
        }
        return np::np(nodes, at + 1).map(|p| p.next);
    }
    if n.pos == Pos::Adverb || n.pos == Pos::Prep {
        return Some(at + 1);
    }
    np::np(nodes, at).map(|p| p.next)
}

/// Index behind the prepositional phrases from `at` on that end before `limit`.
pub(super) fn behind_pps(nodes: &[Node], at: usize, limit: usize) -> usize {
    let mut end = at;
    while let Some(next) = nodes
        .get(end)
        .filter(|x| !x.and && (x.pos == Pos::Prep || x.pos == Pos::Adverb || x.prep.is_some() && x.pos != Pos::Verb))
        .and_then(|_| behind_pp(nodes, end))
        .filter(|&next| next < limit)
    {
        end = next;
    }
    end
}

/// Verbs whose object may be an office as their subject is.
const MEETS: &[&str] = &["التقى", "استقبل", "ودع", "زار", "هنأ", "عين", "كلف", "أقال", "خلف"];

/// Words that a list of offices and the name behind it may take.
const OFFICES: usize = 26;

/// Index behind the name of a person at `at`: one that is known, or words that nothing knows.
fn name(nodes: &[Node], at: usize) -> Option<usize> {
    let first = nodes.get(at).filter(|x| !x.and && x.prep.is_none())?;
    let known = at + usize::from(first.pos == Pos::Name && first.person_name);
    let end = behind_unknown(nodes, known);
    // والمسجد النبوي: an adjective
    (end > at && (known > at || !first.ar.starts_with("ال"))).then_some(end)
}

/// Index behind the words from `at` on that nothing knows.
fn behind_unknown(nodes: &[Node], at: usize) -> usize {
    let words = nodes.iter().skip(at).take(4);
    at + words.take_while(|x| x.pos == Pos::Unknown && !x.and && x.prep.is_none()).count()
}

/// المبعوث إلى ليبيا، رئيس بعثة الدعم، فلان، …: index behind the name to which the offices from `at` on lead; a rank may stand before it without a comma.
/// `told` says that what belongs to the office stands before `at`: الباحث في معهد السلام جون ميلر, a name that nothing knows.
fn named_behind(nodes: &[Node], at: usize, told: bool, meets: bool) -> Option<usize> {
    let comma = |i: usize| nodes.get(i).is_some_and(|x| x.pos == Pos::Mark('،'));
    let (mut j, mut offices) = (at, false);
    while j < at + OFFICES {
        let apart = comma(j);
        j += usize::from(apart);
        let n = nodes.get(j).filter(|n| !n.and && n.prep.is_none())?;
        // استقبل وزير الخارجية، نائب رئيس الوزراء فلان, استقبل الأمير في مكتبه وزير الصحة فلان: whom he received
        if meets && (apart || offices || told && n.pos == Pos::Title) {
            return None;
        }
        let close = |end: usize| end + usize::from(comma(end) && (apart || offices));
        if let Some(end) = name(nodes, j).filter(|_| n.pos == Pos::Name || offices || told) {
            return Some(close(end));
        }
        if n.pos != Pos::Title && !(apart && n.nominal() && n.human) {
            return None;
        }
        let office = np::np(nodes, j).filter(|o| o.human && (o.definite || n.pos == Pos::Title))?;
        let end = behind_unknown(nodes, office.next);
        if nodes[j..end].iter().any(|x| x.person_name || x.pos == Pos::Unknown) {
            return Some(close(end));
        }
        offices = true;
        j = behind_pps(nodes, office.next, j + 9);
    }
    None
}

/// What belongs to a subject behind its noun phrase: (of) phrases of an official, a second noun with و, an apposition between commas.
pub(super) fn extend(nodes: &[Node], p: &Np, verb: &Node) -> usize {
    let mut next = p.next;
    let office = p.human && !p.name;
    let comma = |i: usize| nodes.get(i).is_some_and(|x| x.pos == Pos::Mark('،'));
    // أسامة أبو زيد، المتحدث باسم الفصائل، …
    if p.human
        && p.name
        && comma(next)
        && let Some(office) = np::np(nodes, next + 1).filter(|o| o.human && !o.name && o.definite && !nodes[next + 1].and)
    {
        let mut end = behind_pps(nodes, office.next, next + 16);
        // نائب رئيس الوزراء وزير المالية ورئيس الوفد: more offices
        while let Some(more) = nodes
            .get(end)
            .filter(|x| x.prep.is_none() && !x.bare && (x.pos == Pos::Title || x.and && x.nominal() && x.human))
            .and_then(|_| np::np(nodes, end))
            .filter(|o| o.human && o.definite && !o.name && o.next < next + 16)
        {
            end = more.next;
        }
        if comma(end) {
            return end + 1;
        }
    }
    // وأكد أحمد عثمان، وهو قائد فصيل معارض، أن: who he is, too.
    if p.human
        && comma(next)
        && nodes.get(next + 1).is_some_and(|x| x.and && x.pos == Pos::Pron)
        && let Some(close) = (next + 3..(next + 16).min(nodes.len())).find(|&j| comma(j))
        && nodes[next + 2..close].iter().all(|x| !matches!(x.pos, Pos::Verb | Pos::That | Pos::Mark(_) | Pos::Clause | Pos::What))
        && nodes[next + 2].human
    {
        return close + 1;
    }
    // أنهت الدول الضامنة، روسيا وتركيا وإيران، …: who they are.
    if p.agent
        && p.plural
        && comma(next)
        && nodes.get(next + 1).is_some_and(|x| x.pos == Pos::Name && x.agent && !x.and && x.prep.is_none())
    {
        let mut end = next + 2;
        while nodes.get(end).is_some_and(|x| x.pos == Pos::Name && x.and && x.agent && x.prep.is_none()) {
            end += 1;
        }
        if end > next + 2 && comma(end) {
            return end + 1;
        }
    }
    loop {
        let Some(n) = nodes.get(next) else { return next };
        // ألكسندر لافرينتييف مبعوث الرئيس الروسي: his office behind his name.
        if p.human
            && p.name
            && next == p.next
            && (n.pos == Pos::Title || n.nominal() && n.human && !n.bare)
            && !n.and
            && n.prep.is_none()
            && !n.accusative
            && !n.dual
            && !n.plural
            && n.pron.is_none()
            && let Some(office) = np::np(nodes, next).filter(|o| o.definite && !o.name)
        {
            next = office.next;
            continue;
        }
        // وصل المبعوث إلى صنعاء: where he arrived
        let goes = n.ar == "إلى" && verb.lemma.is_some_and(complement::moves);
        let owned = (n.pos == Pos::Prep && !n.and && !goes && matches!(n.ar.as_str(), "في" | "إلى" | "باسم" | "لدى"))
            || (n.prep == Some("ب") && !n.and && n.pos != Pos::Verb && n.pos != Pos::Adverb)
            || (n.prep == Some("ل") && !n.and && n.en == "affair");
        let by_verb =
            complement::preposition(nodes, next).is_some_and(|(ar, _)| verb.lemma.is_some_and(|l| l.prep(ar).is_some()));
        // المبعوث إلى سوريا: a place is the office's, أشار المبعوث إلى اتفاق: the rest is the verb's.
        let place = nodes.get(next + 1).is_some_and(|x| x.pos == Pos::Name && x.bare && !x.person_name);
        // لم توقع الحكومة ولا الفصائل: neither … nor
        if n.pos == Pos::Neg
            && n.and
            && n.ar == "لا"
            && nodes.get(next + 1).is_some_and(Node::ungoverned)
            && let Some(more) = np::np(nodes, next + 1)
        {
            next = more.next;
            continue;
        }
        // قتل جندي في غارة, وقعه الطرفان في عمان: the place is no part of who they are; مصدر في الوفد is one.
        let several = p.plural && p.definite && nodes[p.at].pos != Pos::Title;
        // قال أطباء في المدينة إن: who they are, where somebody says something
        let says = !p.definite
            && crate::english::names::saying(&verb.en)
            && behind_pp(nodes, next).is_some_and(|e| nodes.get(e).is_some_and(|x| x.pos == Pos::That && !x.and));
        let apart = n.pos == Pos::Prep
            && n.ar == "في"
            && !says
            && (several || !p.definite && !nodes.get(next + 1).is_some_and(|x| x.agent || x.pos == Pos::Name || x.human));
        // قال الوزير في تقرير صدر أمس إن: where he said it
        let told = crate::english::names::saying(&verb.en)
            && n.ar == "في"
            && nodes.get(next + 1).is_some_and(|x| x.nominal() && written(&x.en));
        // سيكون الوزير في جنيف غدا: where he is, which nothing else tells of him
        let is_there = is_verb(verb, "كان")
            && n.ar == "في"
            && behind_pp(nodes, next)
                .is_some_and(|e| nodes.get(e).is_none_or(|x| matches!(x.pos, Pos::Mark('.' | '،') | Pos::Adverb)));
        if office
            && owned
            && !apart
            && !told
            && !is_there
            && (!by_verb || n.pos == Pos::Prep && n.ar == "إلى" && place && sent(&p.head))
            && let Some(end) = behind_pp(nodes, next).filter(|&e| e < next + 8)
        {
            next = end;
            continue;
        }
        // المعتقلون، وعددهم 33: how many they are
        let count = n.pron.is_some() && n.en == "number" && nodes.get(next + 1).is_some_and(|x| x.pos == Pos::Number);
        let joined = n.and && !count && n.prep.is_none() && (n.nominal() || n.pos == Pos::Unknown && p.agent) && !n.accusative;
        if joined
            && let Some(more) = np::np(nodes, next)
            // كان الوزير والسفير يتحدثان: both did
            && (is_verb(verb, "كان") || !nodes.get(more.next).is_some_and(|x| x.pos == Pos::Verb && !x.and))
        {
            next = more.next;
            continue;
        }
        // مسؤول، لم يذكر اسمه، إن: nobody names him
        let unnamed = nodes.get(next + 1).is_some_and(|x| x.pos == Pos::Adverb && x.mention && x.en.starts_with("who "));
        if p.human && !p.name && comma(next) && unnamed && comma(next + 2) {
            return next + 3;
        }
        let meets = verb.lemma.is_some_and(|l| MEETS.contains(&l.ar));
        let named = (office && p.definite).then(|| named_behind(nodes, next, next > p.next, meets)).flatten();
        return named.unwrap_or(next);
    }
}
