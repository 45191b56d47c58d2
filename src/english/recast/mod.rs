//! Verbs whose sense hangs on what stands further behind: سمح للوفد بمغادرة, أثار القرار غضب النواب, لم يؤكد أو ينف.

mod asks;
mod by_whom;
mod calls;
mod deeds;
mod fates;
mod many;
mod nth;
mod quoted;
mod seen;
mod senses;
mod sets;
mod tellings;
mod when;
mod whose;

use asks::{allowed, asked, headed_too, offered, refused};
use by_whom::by_whom;
use calls::called_on;
use deeds::{acknowledged, appreciates, claimed, declined, follows, happened, made_up, provided, represented};
use fates::{aged, days_before, deployed, fell, freed, list, no_such, no_to, no_truth, nobody_of, turned_out};
use many::{acting, each, for_a_time, meeting, numbering, throughout, who_is, women};
use nth::nth;
use quoted::quoted;
use seen::seen;
use senses::{admitted, again, crosses, due, expires, invites, names, one_of_two, went_on, whom_to};
use sets::{
    adjourned, and_other, by_name, doer_first, freed_first, it_is_who, namely, numbered, of_quoted, of_them, people, set_as,
    warned,
};
use tellings::{attributed, both_of, called_so, kilometres, last_of, loss, named, one_named, saw, this, which};
use when::{barely, before, dates_back, emphatic, hardly, of_the_year, since_the_middle, soon, upon, when};
use whose::{
    another, for_that, half_of, has_none, headed_by, none_was, of_those, same_office, saudi, thousands, told_by, told_whom,
};

use super::complement;
use super::node::{Node, Pos};
use super::np;
use super::verb::Time;
use crate::arabic::clitics::Pronoun;
use crate::arabic::inflect::{Person, Tense};

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
                for_being(&mut nodes, i);
                while_in_it(&mut nodes, i);
                on_condition(&mut nodes, i);
                what_not(&mut nodes, i);
                provided(&mut nodes, i);
                nor(&mut nodes, i);
                of_being(&mut nodes, i);
            }
            Pos::That if nodes[i].below && nodes[i].pron.is_none() => {
                if_not(&mut nodes, i);
                although(&mut nodes, i);
            }
            Pos::Neg if nodes[i].ar == "لا" => {
                nobody_of(&mut nodes, i);
                no_truth(&mut nodes, i);
                no_to(&mut nodes, i);
                has_none(&mut nodes, i);
            }
            Pos::What => {
                nor_was(&mut nodes, i);
                // تنوعت ما بين أمراض وإصابات: between them
                let between = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "بين" && !x.and);
                let number = nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Number);
                if between && !number && nodes[i].prep.is_none() && !nodes[i].and {
                    nodes.remove(i);
                }
            }
            Pos::There if nodes[i].mention => no_such(&mut nodes, i),
            Pos::Active => {
                follows(&mut nodes, i);
                warned(&mut nodes, i);
            }
            Pos::Passive => one_named(&mut nodes, i),
            Pos::Pron => {
                which(&mut nodes, i);
                emphatic(&mut nodes, i);
                if nodes.get(i).is_some_and(|n| n.pos == Pos::Pron) {
                    it_is_who(&mut nodes, i);
                    namely(&mut nodes, i);
                }
            }
            Pos::Adverb => {
                for_that(&mut nodes, i);
                when(&mut nodes, i);
                prior(&mut nodes, i);
                kilometres(&mut nodes, i);
                // The last: it may take the node away.
                acting(&mut nodes, i);
            }
            Pos::Dem => this(text, &mut nodes, i),
            Pos::Title => represented(&mut nodes, i),
            Pos::Adjective => {
                same_office(&mut nodes, i);
                others(&mut nodes, i);
                another(&mut nodes, i);
                last_of(&mut nodes, i);
                prior(&mut nodes, i);
            }
            Pos::Quant => {
                none_was(&mut nodes, i);
                each(&mut nodes, i);
            }
            Pos::Name => saudi(&mut nodes, i),
            Pos::Number => thousands(&mut nodes, i),
            Pos::Noun => {
                nth(&mut nodes, i);
                president(&mut nodes, i);
                decision(&mut nodes, i);
                women(&mut nodes, i);
                upon(&mut nodes, i);
                for_a_time(&mut nodes, i);
                meeting(&mut nodes, i);
                half_of(&mut nodes, i);
                of_those(&mut nodes, i);
                one_named(&mut nodes, i);
                both_of(&mut nodes, i);
                one_of_two(&mut nodes, i);
                admitted(&mut nodes, i);
                appreciates(&mut nodes, i);
                acknowledged(&mut nodes, i);
                made_up(&mut nodes, i);
                of_quoted(&mut nodes, i);
                people(&mut nodes, i);
                numbering(&mut nodes, i);
                if i < nodes.len() {
                    numbered(&mut nodes, i);
                }
            }
            Pos::Masdar => {
                adjourned(&mut nodes, i);
                loss(&mut nodes, i);
                both_of(&mut nodes, i);
                admitted(&mut nodes, i);
                // تجديدها: renewing it; what is said again is named
                if nodes[i].pron.is_some() && nodes[i].en == "reiterate" {
                    sense(&mut nodes[i], "renew", "");
                }
                // متابعته: following it; who goes on does so with something
                if nodes[i].pron.is_some() && nodes[i].en == "continue" {
                    sense(&mut nodes[i], "follow", "");
                }
                appreciates(&mut nodes, i);
                acknowledged(&mut nodes, i);
                freed(&mut nodes, i);
                list(&mut nodes, i);
            }
            Pos::Prep => {
                told_by(&mut nodes, i);
                before(&mut nodes, i);
                throughout(&mut nodes, i);
                since_the_middle(&mut nodes, i);
                of_them(&mut nodes, i);
                of_the_year(&mut nodes, i);
                by_name(text, &mut nodes, i);
                who_is(&mut nodes, i);
                days_before(&mut nodes, i);
                aged(&mut nodes, i);
            }
            Pos::Verb => verb(text, &mut nodes, i),
            _ => {}
        }
        i += 1;
    }
    nodes
}

fn verb(text: &str, nodes: &mut Vec<Node>, i: usize) {
    match nodes[i].lemma.filter(|l| l.pos == "verb").map(|l| l.ar) {
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

/// أن يكون التوافق سابقا على الانسحاب: prior to it.
fn prior(nodes: &mut [Node], i: usize) {
    let on = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Prep && x.ar == "على" && !x.and);
    let n = &mut nodes[i];
    if on && !n.definite && n.ar.starts_with("سابق") && n.prep.is_none() {
        (n.pos, n.lemma, n.mention, n.accusative) = (Pos::Adjective, None, false, true);
        "prior".clone_into(&mut n.en);
    }
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

/// قال إنه ما كان ليوقع: was not to sign; أن ما كان سهلا is what was easy.
fn nor_was(nodes: &mut [Node], i: usize) {
    let topic = i > 0 && nodes[i - 1].pos == Pos::That && nodes[i - 1].pron.is_some();
    let was = nodes.get(i + 1).is_some_and(|x| super::verb::is_verb(x, "كان") && x.tense == Tense::Perfect && !x.and);
    if topic && was && nodes[i].ar == "ما" && nodes[i].prep.is_none() {
        nodes[i] = Node { ar: "لم".to_owned(), raw: nodes[i].raw, negations: 1, ..Node::new(Pos::Neg, "not") };
    }
}

/// لا يعدو كونه إشاعة, لا يعدو الأمر أن يكون إشاعة: is not more than that.
fn no_more(text: &str, nodes: &mut Vec<Node>, i: usize) {
    let word = |n: &Node| &text[n.raw.0 as usize..n.raw.1 as usize];
    let being = nodes.get(i + 1).is_some_and(|x| word(x).starts_with("كون") && !x.definite);
    let that = (i + 1..i + 4).find(|&j| nodes.get(j).is_some_and(|x| x.pos == Pos::That));
    if being {
        nodes.remove(i + 1);
    } else if let Some(j) = that.filter(|&j| nodes.get(j + 1).is_some_and(|x| super::verb::is_verb(x, "كان"))) {
        nodes.drain(j..j + 2);
    } else {
        return;
    }
    sense(&mut nodes[i], "be more than", "");
    nodes[i].forms = Some(("was more than".to_owned(), "been more than".to_owned()));
}

/// Another English verb, with its prepositions.
fn sense(n: &mut Node, en: &'static str, preps: &'static str) {
    (n.en, n.forms) = (en.to_owned(), None);
    n.lemma = n.lemma.map(|l| l.idiom(en, preps, false));
}

/// كما لم يتفق على الإطار: one more thing that was not so.
fn nor(nodes: &mut [Node], i: usize) {
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

/// ينفي ذلك عضو الوفد: a member denies that.
fn that_first(nodes: &mut Vec<Node>, i: usize) {
    let that = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Dem && x.ar == "ذلك" && !x.and && x.prep.is_none());
    // تسبق ذلك قمة: a summit precedes that
    let comes = super::verb::is_any(&nodes[i], &["سبق", "تلا", "أعقب", "رافق", "تبع"]) && nodes[i].pron.is_none();
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
        || !(super::names::saying(&n.en) || matches!(n.en.as_str(), "deny" | "reject" | "repeat"))
    {
        return;
    }
    let n = &mut nodes[i];
    n.forms = None;
    n.en.push_str(" that");
    nodes.remove(i + 1);
}

/// في وقت ذكر فيه مصدر: while; the pronoun is that of the time.
fn while_in_it(nodes: &mut Vec<Node>, i: usize) {
    let in_it = |x: &Node| x.pos == Pos::Prep && x.ar == "في" && x.pron == Some(Pronoun::His) && !x.and;
    if nodes[i].ar.ends_with("وقت")
        && let Some(at) = (i + 2..nodes.len()).take(2).find(|&j| in_it(&nodes[j]) && nodes[j - 1].pos == Pos::Verb)
    {
        nodes.remove(at);
    }
}

/// نفيا لأن تكون العملية ردا: of its being that; because has a noun or a pronoun behind it.
fn for_being(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let because = matches!(n.ar.as_str(), "لأن" | "لان") && n.pron.is_none();
    if because && nodes.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && !v.and && v.tense != Tense::Perfect) {
        nodes[i] = Node { raw: n.raw, and: n.and, ar: "أن".to_owned(), ..Node::new(Pos::That, "that") };
    }
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

/// إن لم تفرج الحكومة عنهم فلن نعود: if, at the head of a sentence.
fn if_not(nodes: &mut [Node], i: usize) {
    let opens = i == 0 || matches!(nodes[i - 1].pos, Pos::Mark('"' | '«' | '“' | '.' | '؛'));
    if opens && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Neg && x.ar == "لم") {
        (nodes[i].pos, nodes[i].en) = (Pos::If, "if".to_owned());
    }
}

/// نفيا لأن تكون العملية ردا: that it is one; because has no verb right behind it.
fn of_being(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let verb = nodes.get(i + 1).is_some_and(|v| v.pos == Pos::Verb && v.tense != Tense::Perfect && !v.and && !v.will);
    let denial = i > 0 && (nodes[i - 1].nominal() || nodes[i - 1].pos == Pos::Active) && !nodes[i - 1].definite;
    if n.en == "because" && n.pron.is_none() && !n.and && verb && denial {
        nodes[i] = Node { raw: n.raw, ar: "أن".to_owned(), ..Node::new(Pos::That, "that") };
    }
}

/// رحب به، وإن كان لا يلبي المطالب: although it does not meet them; كان says no more there than that.
fn although(nodes: &mut Vec<Node>, i: usize) {
    let n = &nodes[i];
    let was = nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Verb && super::verb::is_verb(x, "كان") && x.pron.is_none());
    let denied = nodes.get(i + 2).is_some_and(|x| x.pos == Pos::Neg && x.ar == "لا");
    if n.and && was && denied && i > 0 && nodes.get(i + 3).is_some_and(|x| x.pos == Pos::Verb) {
        nodes[i] = Node { raw: n.raw, ar: n.ar.clone(), mention: true, ..Node::new(Pos::Clause, "although") };
        nodes.remove(i + 1);
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

/// بعد قرار الحكومة تجميد المحادثات: its decision to freeze them, behind a preposition.
fn decision(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let governed = n.prep.is_some() || i > 0 && nodes[i - 1].pos == Pos::Prep && nodes[i - 1].pron.is_none() && !n.and;
    if n.en != "decision" || n.definite || n.pron.is_some() || n.plural || !governed {
        return;
    }
    let owner = nodes.get(i + 1).filter(|x| x.ungoverned()).and_then(|_| np::np(nodes, i + 1));
    let Some(owner) = owner.filter(|p| p.definite && (p.agent || p.human)) else { return };
    let deed = |m: &Node| m.pos == Pos::Masdar && m.ungoverned() && !m.definite && m.pron.is_none() && !m.accusative;
    let what = |x: &Node| x.ungoverned() && x.nominal() && (x.definite || x.bare || x.pron.is_some());
    if nodes.get(owner.next).is_some_and(deed) && nodes.get(owner.next + 1).is_some_and(what) {
        nodes[owner.next].prep = Some("ب");
    }
}

/// رحيل الرئيس فلان: the name belongs to the office that the term ends in.
fn president(nodes: &mut Vec<Node>, i: usize) {
    let term = nodes[i].mention && nodes[i].ar.ends_with(" الرئيس") && nodes[i].en.ends_with(" the president");
    let name = nodes.get(i + 1).filter(|x| x.pos == Pos::Name && x.person_name && !x.and && x.prep.is_none());
    if let Some(name) = name.filter(|_| term) {
        let end = name.raw.1;
        let en = format!("{} President {}", nodes[i].en.trim_end_matches(" the president"), name.en);
        (nodes[i].en, nodes[i].raw.1) = (en, end);
        nodes.remove(i + 1);
    }
}

/// مقتل شخص وإصابة آخرين: the injury of others; what is one has no others.
fn others(nodes: &mut [Node], i: usize) {
    let n = &nodes[i];
    let people = n.en == "other" && n.plural && !n.and && n.prep.is_none() && (n.ar.ends_with("ين") || n.ar.ends_with("ون"));
    let deed = |x: &Node| {
        matches!(x.pos, Pos::Masdar | Pos::Noun) && !x.plural && !x.dual && !x.human && !x.definite && x.pron.is_none()
    };
    if people && i > 0 && deed(&nodes[i - 1]) {
        let n = &mut nodes[i];
        (n.pos, n.lemma, n.human, n.bare, n.mention) = (Pos::Noun, None, true, true, false);
        "others".clone_into(&mut n.en);
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
    let noun = matches!(n.ar.as_str(), "بشرط" | "شريطه") && nodes.get(i + 1).is_some_and(Node::ungoverned);
    if !noun || nodes[i + 1..].iter().take_while(|x| !matches!(x.pos, Pos::Mark(_))).any(|x| x.pos == Pos::Verb && !x.and) {
        return;
    }
    let ends = |x: &&Node| !matches!(x.pos, Pos::Mark(_) | Pos::That | Pos::Clause);
    let verb = nodes[..i].iter().rev().take(4).take_while(ends).find(|x| x.pos == Pos::Verb);
    let own = verb.and_then(|v| v.lemma).filter(|l| matches!(l.ar, "تمسك" | "التزم" | "قبل" | "اصطدم" | "طالب" | "ارتبط"));
    let en = match own.and_then(|l| l.prep("ب")) {
        Some(to) => format!("{} the condition of", super::government::plain(to)),
        None => "on condition of".to_owned(),
    };
    nodes[i] = Node { raw: n.raw, and: n.and, ar: n.ar.clone(), content: true, mention: true, ..Node::new(Pos::Prep, en.trim()) };
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
