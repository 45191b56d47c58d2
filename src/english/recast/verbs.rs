//! Verbs by what stands behind them: which rule reads which verb.

use super::asks::{allowed, asked, headed_too, offered, refused};
use super::by_whom::by_whom;
use super::calls::called_on;
use super::deeds::{claimed, declined, happened};
use super::fates::{deployed, fell, turned_out};
use super::quoted::quoted;
use super::seen::seen;
use super::sense;
use super::senses::{again, crosses, due, expires, invites, names, went_on, whom_to};
use super::sets::{and_other, doer_first, freed_first, set_as, warned};
use super::tellings::{attributed, called_so, named, saw};
use super::when::{barely, dates_back, hardly, soon};
use super::whose::{headed_by, told_whom};
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};
use crate::english::complement;
use crate::english::node::{Node, Pos};
use crate::english::np;
use crate::english::verb::Time;

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

pub(super) fn verb(text: &str, nodes: &mut Vec<Node>, i: usize) {
    match nodes[i].lemma.filter(|l| l.pos == "verb").map(|l| l.ar) {
        // اكتُفي بموافقة شفهية: it was deemed enough
        Some("اكتفى") if nodes[i].passive => {
            sense(&mut nodes[i], "deem enough", "ب=");
            nodes[i].forms = Some(("deemed enough".to_owned(), "deemed enough".to_owned()));
        }
        Some("اتفق") => not_agreed(nodes, i),
        Some("دعا" | "سمى") if nodes[i].passive && nodes.get(i + 1).is_some_and(|x| x.person_name || x.pos == Pos::Unknown) => {
            named(nodes, i)
        }
        Some("دعا") if nodes[i].passive => sense(&mut nodes[i], "invite", "إلى=to"),
        // من يدعو الوفود ينبغي أن يستقبلها: invites them; who calls on them does so to do something
        // طالبه بأن يحدد موعدا, دعاه إلى أن يحدده: called on him to
        Some("طالب" | "دعا") if whom_to(nodes, i) => sense(&mut nodes[i], "call on", "ب=to;إلى=to"),
        Some("دعا") if invites(nodes, i) => sense(&mut nodes[i], "invite", "إلى=to"),
        Some("عاد") if again(nodes, i) => went_on(nodes, i),
        Some("طالب") => called_on(nodes, i),
        Some("نسب") => attributed(nodes, i),
        Some("شهد") => saw(nodes, i),
        Some("انتهى") => expires(nodes, i),
        // يسمي الطرف المعرقل: names it; what one calls somebody stands behind
        Some("سمى") if aside(nodes, i) => not_named(nodes, i),
        Some("سمى") if names(nodes, i) => sense(&mut nodes[i], "name", ""),
        Some("انسحب") if nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "على") => {
            // لا تنسحب الهدنة على الجماعات: does not apply to them
            sense(&mut nodes[i], "apply", "على=to");
        }
        Some("عاد") if nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "عن" && x.pron.is_none()) => {
            // تعود عن قرارها: goes back on it
            sense(&mut nodes[i], "go back", "عن=on");
            nodes[i].forms = Some(("went back".to_owned(), "gone back".to_owned()));
        }
        Some("عاد") if dates_back(nodes, i) => sense(&mut nodes[i], "date back", "إلى=to"),
        Some("أقر") if nodes[i].en == "approve" && says_that(nodes, i) => sense(&mut nodes[i], "acknowledge", "ب="),
        Some("تمسك") if says_that(nodes, i) => sense(&mut nodes[i], "insist", "ب=on"),
        Some("أفرج") => freed_first(nodes, i),
        Some("حذر") => warned(nodes, i),
        // تقضي الورقة، التي وزعت أمس، بالانسحاب: what a paper provides for; it is people who spend time
        Some("قضى") if nodes[i].en == "spend" && thing_behind(nodes, i) => sense(&mut nodes[i], "stipulate", "ب="),
        // وصلتهم تعليمات: reached them
        Some("وصل") if nodes[i].en == "arrive" && nodes[i].pron.is_some() => sense(&mut nodes[i], "reach", ""),
        Some("لبث") => soon(nodes, i),
        Some("عدا") => no_more(text, nodes, i),
        Some("نقل") => quoted(nodes, i),
        Some("مضى") => barely(nodes, i),
        Some("كاد") => hardly(nodes, i),
        // أسباب تتصل بالطباعة: it is people whom one contacts
        Some("اتصل") if nodes[i].en == "contact" && thing_with(nodes, i) => sense(&mut nodes[i], "concern", "ب="),
        Some("عاد") if due(nodes, i) => sense(&mut nodes[i], "be due", "إلى=to"),
        Some("عبر") if nodes[i].en == "express" && crosses(text, nodes, i) => {
            sense(&mut nodes[i], "cross", "إلى=into;من=from");
        }
        Some("سمح") => allowed(nodes, i),
        Some("أطلق") => called_so(nodes, i),
        Some("اطلع") => seen(nodes, i),
        Some("علق") if nodes[i].en == "suspend" => commented(nodes, i),
        Some("أثار") => stirred(text, nodes, i),
        Some("رفض") => refused(nodes, i),
        Some("طلب") => asked(nodes, i),
        Some("عرض" | "حاول" | "قرر") => offered(nodes, i),
        Some("نشر") => deployed(nodes, i),
        Some("جاء") => turned_out(nodes, i),
        Some("سقط") => fell(nodes, i),
        Some("وقع") if nodes[i].en == "sign" && !nodes[i].passive => happened(nodes, i),
        Some("اعتذر") => declined(nodes, i),
        Some("تبنى") => claimed(nodes, i),
        Some("ترأس" | "رأس" | "قاد" | "مثل") => {
            and_other(nodes, i);
            headed_too(nodes, i);
        }
        Some("حدد") => set_as(nodes, i),
        _ => {}
    }
    // What stood in its place may be gone.
    if nodes.get(i).is_none_or(|n| n.pos != Pos::Verb) {
        return;
    }
    doer_first(nodes, i);
    headed_by(nodes, i);
    told_whom(nodes, i);
    decided(nodes, i);
    or(nodes, i);
    day_between(nodes, i);
    that_first(nodes, i);
    by_whom(nodes, i);
}

/// أقر المبعوث، وهو دبلوماسي، بأن: true where what is said stands behind بأن, and behind who says it.
fn says_that(nodes: &[Node], i: usize) -> bool {
    let ends = |x: &&Node| !matches!(x.pos, Pos::Verb | Pos::Rel | Pos::Clause) && !x.ends_clause();
    let that = nodes[i + 1..].iter().take(12).take_while(ends).find(|x| x.pos == Pos::That || x.prep == Some("ب"));
    nodes[i].pron.is_none() && that.is_some_and(|x| x.pos == Pos::That && x.ar.starts_with('ب'))
}

/// أعضاء، لم يسمهم، أبدوا مرونة: true for a denied verb with its object between two commas.
fn aside(nodes: &[Node], i: usize) -> bool {
    let comma = |j: usize| nodes.get(j).is_some_and(|x| matches!(x.pos, Pos::Mark('،' | ',')));
    i > 1 && nodes[i].pron.is_some() && nodes[i - 1].pos == Pos::Neg && !nodes[i - 1].and && comma(i - 2) && comma(i + 1)
}

fn not_named(nodes: &mut Vec<Node>, i: usize) {
    let raw = (nodes[i - 1].raw.0, nodes[i].raw.1);
    let told = Node { raw, ar: "لم يسم".to_owned(), content: true, mention: true, ..Node::new(Pos::Adverb, "not named") };
    nodes.splice(i - 1..=i, [told]);
}

/// True for a verb that is no past, with a thing for its subject right behind it.
fn thing_behind(nodes: &[Node], i: usize) -> bool {
    let thing = |x: &Node| x.ungoverned() && x.definite && !x.human && !x.agent && x.pos == Pos::Noun;
    nodes[i].tense == Tense::Imperfect && nodes[i].pron.is_none() && nodes.get(i + 1).is_some_and(thing)
}

/// True for ب and a thing right behind a verb that is no past.
fn thing_with(nodes: &[Node], i: usize) -> bool {
    let thing = |x: &Node| x.prep == Some("ب") && !x.human && !x.agent && matches!(x.pos, Pos::Noun | Pos::Masdar);
    nodes[i].tense == Tense::Imperfect && nodes[i].pron.is_none() && nodes.get(i + 1).is_some_and(thing)
}

/// تلتها الجمعة جلسة عامة: the day goes behind what followed.
fn day_between(nodes: &mut [Node], i: usize) {
    let day = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Adverb && x.weekday && !x.and && x.prep.is_none());
    if nodes[i].pron.is_some()
        && day
        && nodes.get(i + 2).is_some_and(|x| x.nominal() && x.ungoverned())
        && let Some(p) = np::np(nodes, i + 2)
    {
        nodes[i + 1..p.next].rotate_left(1);
    }
}

/// ينفي ذلك عضو الوفد: a member denies that.
fn that_first(nodes: &mut Vec<Node>, i: usize) {
    let that = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Dem && x.ar == "ذلك" && !x.and && x.prep.is_none());
    // تسبق ذلك قمة: a summit precedes that
    let comes = crate::english::verb::is_any(&nodes[i], &["سبق", "تلا", "أعقب", "رافق", "تبع"]) && nodes[i].pron.is_none();
    if that && comes && nodes.get(i + 2).is_some_and(|x| x.ungoverned() && !x.definite && x.pron.is_none()) {
        let n = &mut nodes[i];
        n.forms = Some((format!("{} that", n.past()), format!("{} that", n.participle())));
        n.en.push_str(" that");
        n.lemma = n.lemma.map(|l| l.idiom("be before that", "", true));
        nodes.remove(i + 1);
        return;
    }
    let who = nodes.get(i + 2).is_some_and(|x| x.ungoverned() && (x.human || x.person_name || x.pos == Pos::Title || x.agent));
    let n = &nodes[i];
    if !that
        || !who
        || n.passive
        || n.pron.is_some()
        || !(crate::english::names::saying(&n.en) || matches!(n.en.as_str(), "deny" | "reject" | "repeat"))
    {
        return;
    }
    let n = &mut nodes[i];
    n.forms = None;
    n.en.push_str(" that");
    nodes.remove(i + 1);
}

/// لم يتفق على موعد: it was not agreed on, for one alone does not agree.
fn not_agreed(nodes: &mut [Node], i: usize) {
    let on = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "على" && x.pron.is_none());
    let not = i > 0 && nodes[i - 1].pos == Pos::Neg && nodes[i - 1].ar == "لم";
    let before = i.checked_sub(2).map(|b| &nodes[b]);
    let opens = before.is_none_or(|b| matches!(b.pos, Pos::Mark(_) | Pos::Clause | Pos::Adverb)) || nodes[i - 1].and;
    // أنه لم يتفق على موعد: that it was not agreed on
    let that = before.is_some_and(|b| b.pos == Pos::That && b.pron == Some(Pronoun::His));
    if on && not && (opens || that) && nodes[i].person == Person::He {
        nodes[i].passive = true;
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

/// لا يعدو كونه إشاعة, لا يعدو الأمر أن يكون إشاعة: is not more than that.
fn no_more(text: &str, nodes: &mut Vec<Node>, i: usize) {
    let word = |n: &Node| &text[n.raw.0 as usize..n.raw.1 as usize];
    let being = nodes.get(i + 1).is_some_and(|x| word(x).starts_with("كون") && !x.definite);
    let that = (i + 1..i + 4).find(|&j| nodes.get(j).is_some_and(|x| x.pos == Pos::That));
    if being {
        nodes.remove(i + 1);
    } else if let Some(j) = that.filter(|&j| nodes.get(j + 1).is_some_and(|x| crate::english::verb::is_verb(x, "كان"))) {
        nodes.drain(j..j + 2);
    } else {
        return;
    }
    sense(&mut nodes[i], "be more than", "");
    nodes[i].forms = Some(("was more than".to_owned(), "been more than".to_owned()));
}
