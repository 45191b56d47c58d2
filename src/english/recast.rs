//! Verbs whose sense hangs on what stands further behind: سمح للوفد بمغادرة, أثار القرار غضب النواب, لم يؤكد أو ينف.

use super::complement;
use super::infinitive;
use super::node::{Node, Pos};
use super::np;
use super::phrase::Outer;
use super::verb::Time;

/// What is stirred up: the object of أثار, however far behind its subject it stands.
const STIRRED: &[&str] = &[
    "غضب",
    "انتقادات",
    "انتقاد",
    "جدل",
    "جدلا",
    "مخاوف",
    "استياء",
    "تساؤلات",
    "قلق",
    "قلقا",
    "اهتمام",
    "حفيظة",
    "شكوك",
    "ردود",
    "موجة",
    "عاصفة",
    "احتجاجات",
    "تكهنات",
    "انقسام",
    "انقساما",
    "خلافات",
    "سخط",
    "استغراب",
    "دهشة",
    "ارتياح",
];

/// Decisions, whose own matter is a verbal noun behind who decides.
const DECISIONS: &[&str] =
    &["decision", "resolution", "proposal", "attempt", "intention", "threat", "announcement", "request", "demand"];

/// Reads them as what they are.
pub(super) fn recast(text: &str, mut nodes: Vec<Node>) -> Vec<Node> {
    let mut i = 0;
    while i < nodes.len() {
        match nodes[i].pos {
            Pos::Clause => {
                on_condition(&mut nodes, i);
                what_not(&mut nodes, i);
            }
            Pos::That if nodes[i].below && nodes[i].pron.is_none() => if_not(&mut nodes, i),
            Pos::Neg if nodes[i].ar == "لا" => nobody_of(&mut nodes, i),
            Pos::There if nodes[i].mention => no_such(&mut nodes, i),
            Pos::Masdar => freed(&mut nodes, i),
            Pos::Prep => days_before(&mut nodes, i),
            Pos::Verb => verb(text, &mut nodes, i),
            _ => {}
        }
        i += 1;
    }
    nodes
}

fn verb(text: &str, nodes: &mut Vec<Node>, i: usize) {
    match nodes[i].lemma.filter(|l| l.pos == "verb").map(|l| l.ar) {
        Some("سمح") => allowed(nodes, i),
        Some("علق") if nodes[i].en == "suspend" => commented(nodes, i),
        Some("أثار") => stirred(text, nodes, i),
        Some("رفض") => refused(nodes, i),
        Some("طلب") => asked(nodes, i),
        Some("نشر") => deployed(nodes, i),
        Some("جاء") => turned_out(nodes, i),
        Some("سقط") => fell(nodes, i),
        Some("ترأس" | "رأس" | "قاد" | "مثل") => headed_too(nodes, i),
        _ => {}
    }
    decided(nodes, i);
    or(nodes, i);
}

/// نشرت روسيا قوات: deployed them; what is written is published.
fn deployed(nodes: &mut [Node], i: usize) {
    const TROOPS: &[&str] =
        &["force", "troop", "soldier", "police", "observer", "monitor", "point", "post", "missile", "unit", "tank"];
    let clause = nodes[i + 1..].iter().take(6).take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::Verb | Pos::Prep));
    let armed = |x: &Node| x.ungoverned() && x.prep.is_none() && TROOPS.iter().any(|t| x.en.trim_end_matches('s').ends_with(t));
    if nodes[i].en == "publish" && clause.skip(usize::from(!nodes[i].passive)).any(armed) {
        (nodes[i].en, nodes[i].forms) = ("deploy".to_owned(), None);
        nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom("deploy", "", false));
    }
}

/// جاء رد الحكومة سلبيا: turned out negative.
fn turned_out(nodes: &mut [Node], i: usize) {
    let Some(p) = np::np(nodes, i + 1).filter(|p| p.definite && !p.human && nodes[i + 1].ungoverned()) else { return };
    let so =
        nodes.get(p.next).is_some_and(|x| x.pos == Pos::Adjective && x.accusative && !x.definite && !x.and && x.prep.is_none());
    if so {
        let n = &mut nodes[i];
        (n.en, n.forms) = ("turn out".to_owned(), Some(("turned out".to_owned(), "turned out".to_owned())));
        n.lemma = n.lemma.map(|l| l.idiom("turn out", "", true));
    }
}

/// سقط 12 قتيلا: 12 people were killed.
fn fell(nodes: &mut [Node], i: usize) {
    let j = i + 1 + usize::from(nodes.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Number | Pos::Quant)));
    let Some(killed) = nodes.get(j).filter(|x| !x.and && x.prep.is_none() && !x.definite) else { return };
    let (verb, people) = match killed.en.as_str() {
        "people killed" | "person killed" | "dead" => ("kill", "people"),
        "wounded" | "injured" | "people wounded" => ("wound", "people"),
        _ => return,
    };
    nodes[j].en = people.to_owned();
    (nodes[j].plural, nodes[j].mass) = (true, true);
    (nodes[i].en, nodes[i].forms, nodes[i].passive) = (verb.to_owned(), None, true);
    nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom(verb, "", false));
}

/// إن لم تفرج الحكومة عنهم فلن نعود: if, at the head of a sentence.
fn if_not(nodes: &mut [Node], i: usize) {
    let opens = i == 0 || matches!(nodes[i - 1].pos, Pos::Mark('"' | '«' | '“' | '.' | '؛'));
    if opens && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Neg && x.ar == "لم") {
        (nodes[i].pos, nodes[i].en) = (Pos::If, "if".to_owned());
    }
}

/// وهو ما لم يلتزم به: what he did not, no "unless".
fn what_not(nodes: &mut Vec<Node>, i: usize) {
    if nodes[i].en == "unless" && nodes[i].ar == "ما لم" && i > 0 && nodes[i - 1].pos == Pos::Pron {
        let (start, end) = nodes[i].raw;
        let cut = end - "لم".len() as u32;
        let not = Node { raw: (cut, end), ar: "لم".to_owned(), ..Node::new(Pos::Neg, "did not") };
        nodes[i] = Node { raw: (start, cut), ar: "ما".to_owned(), ..Node::new(Pos::What, "what") };
        nodes.insert(i + 1, not);
    }
}

/// إطلاق قحطان, إطلاق المهندسين: people are released.
fn freed(nodes: &mut [Node], i: usize) {
    let launch = nodes[i].en == "launch" && nodes[i].pron.is_none() && !nodes[i].definite;
    let whom = |x: &Node| x.ungoverned() && x.human || (x.pos == Pos::Unknown || x.pos == Pos::Name) && x.person_name && !x.and;
    if launch && nodes.get(i + 1).is_some_and(whom) {
        "release".clone_into(&mut nodes[i].en);
        nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom("release", "", false));
    }
}

/// قبل الختام بيومين: two days before the conclusion.
fn days_before(nodes: &mut Vec<Node>, i: usize) {
    let before = matches!(nodes[i].ar.as_str(), "قبل" | "بعد") && nodes[i].pron.is_none();
    let Some(j) = before.then(|| np::np(nodes, i + 1)).flatten().map(|p| p.next) else { return };
    let Some(n) = nodes.get(j).filter(|n| n.prep == Some("ب") && !n.and && n.time_unit()) else { return };
    let words =
        if n.dual { format!("two {}", n.noun()) } else { format!("{} {}", crate::english::generate::indefinite(&n.en), n.en) };
    nodes[i].en = format!("{words} {}", nodes[i].en);
    nodes.remove(j);
}

/// لا كردي سيدخل القاعة: no Kurdish person.
fn nobody_of(nodes: &mut [Node], i: usize) {
    if let Some(n) = nodes.get_mut(i + 1)
        && n.pos == Pos::Adjective
        && n.mention
        && n.human
        && !(n.definite || n.plural || n.and)
        && n.prep.is_none()
    {
        n.pos = Pos::Noun;
        n.en.push_str(" person");
    }
}

/// لا وجود لأي خلاف: there is no difference.
fn no_such(nodes: &mut [Node], i: usize) {
    let of = nodes.get(i + 1).is_some_and(|x| x.prep == Some("ل") && nodes[i].ar.ends_with("وجود"));
    if of {
        nodes[i + 1].prep = None;
    }
    if nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Quant && x.en == "any" && x.pron.is_none()) {
        nodes[i + 1].en.clear();
    }
}

/// سمحت السلطات للوفد بمغادرة المطار: allowed it to leave; سمحت بمغادرة الوفد is the departure.
fn allowed(nodes: &mut [Node], i: usize) {
    if nodes[i].passive {
        return;
    }
    let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Verb | Pos::Rel | Pos::What) || x.and;
    let rest = (i + 1..(i + 10).min(nodes.len())).take_while(|&j| !ends(&nodes[j]));
    let whom = rest.clone().find(|&j| {
        let x = &nodes[j];
        x.pos == Pos::Prep && x.ar == "ل" && x.pron.is_some()
            || x.prep == Some("ل") && x.pos != Pos::Masdar && (x.human || x.agent || x.bare)
    });
    let what = |j: usize| nodes[j].prep == Some("ب") && infinitive::infinitive(nodes, j, &Outer::default()).is_some();
    if whom.is_some_and(|w| rest.skip_while(|&j| j <= w).any(what)) {
        nodes[i].lemma = nodes[i].lemma.map(|l| l.idiom("allow", "ل=;ب=to*|", false));
    }
}

/// لم يعلق الوفد على المقترح: comment, where على stands right behind who does it; علق الوفد مشاركته is what he suspends.
fn commented(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    if n.passive || n.pron.is_some() {
        return;
    }
    let who = nodes.get(i + 1).filter(|x| x.ungoverned() && (x.agent || x.human || x.person_name));
    let at = who.and_then(|_| np::np(nodes, i + 1)).map_or(i + 1, |p| p.next);
    let on = complement::preposition(nodes, at).filter(|(ar, _)| *ar == "على").and_then(|(_, j)| nodes.get(j));
    if on.is_some_and(|x| !matches!(x.en.as_str(), "background" | "backdrop" | "effect")) {
        let n = &mut nodes[i];
        (n.en, n.forms) = ("comment".to_owned(), None);
        n.lemma = n.lemma.map(|l| l.idiom("comment", "على=on", true));
    }
}

/// What one refuses to do oneself; what is done by others, too, is rejected.
const OWN_DEEDS: &[&str] = &[
    "أجاب",
    "أدلى",
    "أعطى",
    "أفرج",
    "أفصح",
    "استقبل",
    "استسلم",
    "اعترف",
    "التزم",
    "التقى",
    "انسحب",
    "انضم",
    "تحدث",
    "تخلى",
    "تعاون",
    "تفاوض",
    "تنازل",
    "جلس",
    "حضر",
    "خرج",
    "دخل",
    "رد",
    "سلم",
    "سمح",
    "شارك",
    "عاد",
    "علق",
    "غادر",
    "قدم",
    "كشف",
    "ناقش",
    "وقع",
];

/// رفض الوفد الدخول إلى القاعة: refused to enter it; رفض تأجيل الجولة is a rejection.
fn refused(nodes: &mut [Node], i: usize) {
    if nodes[i].passive || nodes[i].pron.is_some() {
        return;
    }
    let own = |n: &Node| n.ungoverned() && n.pron.is_none() && n.lemma.is_some_and(|l| OWN_DEEDS.contains(&l.ar));
    let what =
        |nodes: &[Node], j: usize| nodes.get(j).is_some_and(own) && infinitive::infinitive(nodes, j, &Outer::default()).is_some();
    let who = nodes.get(i + 1).filter(|x| x.ungoverned()).and_then(|_| np::np(nodes, i + 1)).map(|p| p.next);
    let Some(j) = [Some(i + 1), who].into_iter().flatten().find(|&j| what(nodes, j)) else { return };
    nodes[j].prep = Some("ب");
    let n = &mut nodes[i];
    (n.en, n.forms) = ("refuse".to_owned(), None);
    n.lemma = n.lemma.map(|l| l.idiom("refuse", "ب=to*|", false));
}

/// طلبت الحكومة من المبعوث تأجيل الجولة: asked him to postpone it.
fn asked(nodes: &mut [Node], i: usize) {
    if nodes[i].passive || nodes[i].pron.is_some() {
        return;
    }
    let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Verb | Pos::Rel | Pos::What) || x.and;
    let of = (i + 1..(i + 8).min(nodes.len()))
        .take_while(|&j| !ends(&nodes[j]))
        .find(|&j| nodes[j].pos == Pos::Prep && nodes[j].ar == "من" && nodes[j].pron.is_none());
    let Some(whom) = of.and_then(|j| np::np(nodes, j + 1)).filter(|p| p.agent || p.human) else { return };
    let j = whom.next;
    // عدم التصريح: not to
    let not = usize::from(nodes.get(j).is_some_and(|x| x.pos == Pos::NonMasdar && !x.and && x.prep.is_none()));
    let deed = nodes.get(j + not).is_some_and(|x| x.ungoverned() && x.pron.is_none()) && nodes[j - 1].pos != Pos::Adjective;
    if deed && infinitive::infinitive(nodes, j + not, &Outer::default()).is_some() {
        nodes[j].prep = Some("ب");
        let n = &mut nodes[i];
        (n.en, n.forms) = ("ask".to_owned(), None);
        n.lemma = n.lemma.map(|l| l.idiom("ask", "من=;ب=to*|", false));
    }
}

/// أثار إعلان الحكومة إجراء انتخابات انتقادات المعارضة: what it stirred up is no part of what was announced.
fn stirred(text: &str, nodes: &mut [Node], i: usize) {
    let ends = |x: &Node| matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Verb | Pos::Rel | Pos::What | Pos::Clause);
    for j in i + 2..(i + 12).min(nodes.len()) {
        if ends(&nodes[j]) {
            return;
        }
        let x = &nodes[j];
        let word = &text[x.raw.0 as usize..x.raw.1 as usize];
        if x.nominal() && !x.and && x.prep.is_none() && !x.definite && STIRRED.contains(&word) && nodes[j - 1].pos != Pos::Prep {
            // the elections end there: no elections of criticism
            let before = &mut nodes[j - 1];
            before.definite |= matches!(before.pos, Pos::Noun | Pos::Masdar) && before.pron.is_none();
            return;
        }
    }
}

/// أثار قرار المجلس تأجيل الجلسة غضب النواب: the decision to postpone it, where one more noun phrase stands behind as what the verb does something to.
fn decided(nodes: &mut [Node], i: usize) {
    let Some(n) = nodes.get(i + 1).filter(|n| n.nominal() && !n.definite && n.pron.is_none() && !n.and && n.prep.is_none())
    else {
        return;
    };
    if !DECISIONS.contains(&n.en.as_str()) || nodes[i].pron.is_some() {
        return;
    }
    let Some(owner) = np::np(nodes, i + 2).filter(|p| p.definite && (p.agent || p.human) && nodes[i + 2].ungoverned()) else {
        return;
    };
    let deed = |m: &Node| m.ungoverned() && m.pron.is_none() && !m.accusative && m.lemma.is_some_and(|l| l.pos == "verb");
    if !nodes.get(owner.next).is_some_and(deed) {
        return;
    }
    let Some(done) = np::np(nodes, owner.next) else { return };
    let more = nodes.get(done.next).is_some_and(|x| x.ungoverned() && x.nominal() && x.pos != Pos::Unknown && !x.weekday);
    if more && let Some(ar) = ["ب", "في", "ل"].into_iter().find(|ar| complement::governed(&nodes[i + 1], ar).is_some()) {
        nodes[owner.next].prep = Some(ar);
    }
}

/// تتمسك الحكومة بشرط الانسحاب: to the condition of it; وافق بشرط الانسحاب: on condition of it. No clause stands behind it.
fn on_condition(nodes: &mut [Node], i: usize) {
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
    let noun = n.ar == "بشرط" && nodes.get(i + 1).is_some_and(Node::ungoverned);
    if !noun || nodes[i + 1..].iter().take_while(|x| !matches!(x.pos, Pos::Mark(_))).any(|x| x.pos == Pos::Verb && !x.and) {
        return;
    }
    let ends = |x: &&Node| !matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Clause);
    let verb = nodes[..i].iter().rev().take(4).take_while(ends).find(|x| x.pos == Pos::Verb);
    let own = verb.and_then(|v| v.lemma).filter(|l| matches!(l.ar, "تمسك" | "التزم" | "قبل" | "اصطدم" | "طالب" | "ارتبط"));
    let en = match own.and_then(|l| l.prep("ب")) {
        Some(to) => format!("{} the condition of", to.rsplit('|').next().unwrap_or(to).trim_end_matches('*')),
        None => "on condition of".to_owned(),
    };
    nodes[i] = Node { raw: n.raw, and: n.and, ar: n.ar.clone(), content: true, mention: true, ..Node::new(Pos::Prep, en.trim()) };
}

/// ترأس الوفد التركي أونال والإيراني أنصاري: and the second headed the other.
fn headed_too(nodes: &mut Vec<Node>, i: usize) {
    if nodes[i].pron.is_some() {
        return;
    }
    let Some(whom) = np::np(nodes, i + 1).filter(|p| p.definite && !p.human && nodes[i + 1].ungoverned()) else { return };
    let clause =
        (whom.next..(whom.next + 8).min(nodes.len())).take_while(|&j| !nodes[j].ends_clause() && nodes[j].pos != Pos::Verb);
    let other = |j: usize| {
        let (a, name) = (&nodes[j], nodes.get(j + 1));
        a.pos == Pos::Adjective
            && a.and
            && a.definite
            && a.agent
            && a.prep.is_none()
            && name.is_some_and(|x| !x.and && (x.pos == Pos::Name && x.person_name || x.pos == Pos::Unknown))
    };
    let Some(j) = clause.into_iter().find(|&j| other(j)) else { return };
    let verb = Node { and: true, raw: (nodes[j].raw.0, nodes[j].raw.0), content: false, ..nodes[i].clone() };
    let a = &mut nodes[j];
    (a.pos, a.and, a.human, a.agent, a.lemma) = (Pos::Noun, false, false, false, None);
    a.en.push_str(" one");
    nodes.insert(j, verb);
}

/// لم يؤكد الخبر أو ينفه: nor did he deny it.
fn or(nodes: &mut [Node], i: usize) {
    let joined =
        i > 2 && nodes[i - 1].pos == Pos::Conj && nodes[i - 1].en == "or" && !nodes[i].passive && !nodes[i].en.starts_with("be ");
    if !joined {
        return;
    }
    let clause = |x: &&Node| !matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Clause | Pos::If | Pos::Rel | Pos::What);
    let mut before = nodes[..i - 1].iter().rev().take(10).take_while(clause).skip_while(|x| x.pos != Pos::Verb);
    let first = before.next();
    let denied = before.next().is_some_and(|x| x.pos == Pos::Neg && matches!(x.ar.as_str(), "لم" | "لا" | "لن"));
    if denied && first.is_some_and(|v| !v.passive && !v.en.starts_with("be ")) {
        nodes[i].time = Some(Time::Base);
    }
}
