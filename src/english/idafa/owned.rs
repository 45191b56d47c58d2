//! N of N₂: whose it is, who does it, to whom it is done.

use super::transitive;
use crate::english::complement;
use crate::english::node::{Node, Pos};
use crate::english::np::{Det, Np};
use crate::english::phrase::{Outer, parse};

/// N of N₂.
pub(super) fn owned(nodes: &[Node], n: &Node, p: &mut Np, inner: Np, outer: &Outer) {
    p.next = inner.next;
    p.definite = inner.definite;
    // رئيس الفريق, رئيس هيئة: head of a body; president of a state
    const STATES: &[&str] = &["republic", "country", "state", "nation", "authority", "court", "federation", "union"];
    let of = &nodes[inner.at];
    if n.pos == Pos::Title && n.en == "President" && of.pos == Pos::Noun && !STATES.contains(&of.en.as_str()) {
        p.head = if n.plural { "heads" } else { "head" }.to_owned();
    }
    // صحيفة الوطن: the al-Watan* newspaper
    if inner.text().ends_with('*') && inner.post.is_empty() && crate::english::slots::follows_its_name(n) {
        p.pre.insert(0, inner.text());
        p.det = Det::The;
        return;
    }
    // إمكانية عقد لقاءات: the possibility of …
    let verbal = inner.mass && inner.det == Det::None;
    // مقتل 40 شخصا: the killing of
    let deed = inner.det == Det::None && ["ing", "ment", "tion", "death"].iter().any(|e| n.en.ends_with(e));
    let verbal_noun = n.lemma.is_some_and(|l| l.pos == "verb")
        && !n.human
        && !n.plural
        && !n.dual
        && ["ation", "ption", "ction", "ment", "ing", "ssion", "release", "halt", "withdrawal", "return", "exchange"]
            .iter()
            .any(|e| n.en.ends_with(e))
        && !matches!(
            n.en.as_str(),
            "agreement"
                | "statement"
                | "document"
                | "settlement"
                | "commitment"
                | "meeting"
                | "session"
                | "declaration"
                | "operation"
                | "government"
                | "mission"
        );
    let deed = deed || verbal_noun;
    let one_of = n.mention && n.pos == Pos::Title && n.ar.starts_with("عضو في ");
    p.det = if (inner.definite || verbal || deed) && !one_of { Det::The } else { Det::A };
    if n.pos == Pos::Masdar {
        p.det = Det::The;
        // إقناع الحركة بالحضور: whom one convinces to do something.
        const ON_WHOM: &[&str] = &["أقنع", "ألزم", "أجبر", "حث", "مكن", "منع", "كلف", "أرغم", "حمل"];
        let whom = n.lemma.is_some_and(|l| ON_WHOM.contains(&l.ar));
        if !n.own && transitive(n) && (whom || !inner.agent && !inner.human) {
            // تثبيت وقف إطلاق النار: consolidating the ceasefire.
            p.det = Det::None;
            p.post = inner.text();
            // تحميل الحكومة مسؤولية الفشل: holding it responsible for that
            if let Some(role) = nodes.get(inner.next).filter(|x| x.pos == Pos::Prep && x.en.starts_with("responsible for"))
                && let Some(what) = parse(nodes, inner.next + 1, &outer.deeper(None))
            {
                p.post = format!("{} {} {}", p.post, role.en, what.text());
                p.next = what.next;
            }
            return;
        }
    }
    // دعم الأمم المتحدة للمحادثات, رفض المعارضة لأي دور: whose it is, then what it is about.
    // استمرار الاحتلال لأجزاء من البلاد: what goes on has its own complement
    let goes_on = n.lemma.is_some_and(|l| matches!(l.ar, "استمر" | "تواصل"));
    // استخدام القوة, سحب القوات من المدينة: forces are what is used or withdrawn
    const USED: &[&str] = &["استخدم", "استعمل", "سحب", "نشر", "أرسل", "درب", "دمج", "أجلى", "أخرج", "أعاد"];
    let forces = matches!(
        inner.head.trim_end_matches('s'),
        "force" | "troop" | "fighter" | "gunmen" | "armed men" | "soldier" | "militant"
    );
    // إرسال عسكريين: they are sent
    let people = inner.human && !inner.definite && n.pos == Pos::Masdar;
    let used = (forces || people) && (n.en == "use" || n.lemma.is_some_and(|l| USED.contains(&l.ar)));
    // قصف مواقع لقوات الدعم السريع: what is shelled
    let target = matches!(inner.head.trim_end_matches('s'), "site" | "position" | "headquarter" | "home" | "base" | "area")
        && n.lemma.is_some_and(|l| matches!(l.ar, "قصف" | "استهدف" | "دمر" | "هاجم" | "ضرب"));
    // محاربة التنظيم, تسليح الفصائل: who is fought or armed
    const SUFFER: &[&str] = &["حارب", "كافح", "دحر", "طرد", "هزم", "ردع", "لاحق", "عاقب", "سلح", "مول", "حاصر", "واجه"];
    let fought = n.pron.is_none()
        && n.lemma.is_some_and(|l| SUFFER.contains(&l.ar))
        && complement::preposition(nodes, p.next).is_none_or(|(ar, _)| ar != "ل");
    // تشكيل مجلس لإدارة البلاد: what is formed
    let formed = matches!(n.en.as_str(), "formation" | "establishment" | "creation" | "dissolution" | "composition");
    let owner = (inner.agent || inner.human && inner.definite) && !used && !goes_on && !target && !fought && !formed;
    // مطالبة المجتمع الدولي بدعم العملية: who demands, or of whom it is demanded
    if owner && n.lemma.is_some_and(|l| l.ar == "طالب") && !n.human && complement::ahead(nodes, p) {
        p.det = Det::The;
        p.post = format!("[by or on] {}", inner.text());
        return;
    }
    if owner && inner.post.is_empty() && (n.pos == Pos::Masdar || complement::noun(n)) && complement::ahead(nodes, p) {
        p.det = Det::Words(genitive(&inner.text()));
        return;
    }
    // رفض الحوثيين التوقيع: the Houthis’ rejection of the signing.
    let deed_of = n.pos == Pos::Masdar || n.pos == Pos::Noun && n.mention && n.lemma.is_some_and(|l| l.pos == "verb");
    let suffers = deed_of
        && nodes.get(p.next).is_some_and(|x| {
            !x.and
                && x.prep.is_none()
                && (x.definite
                    || x.pron.is_some()
                    || x.accusative
                    // تلقي الوفد تطمينات
                    || n.pos == Pos::Masdar && x.plural && x.feminine
                    || x.en == "killing"
                    // إعلان موسكو سحب قواتها: what is done to something
                    || (x.pos == Pos::Masdar || x.lemma.is_some_and(|l| l.pos == "verb") || x.en == "holding")
                        && nodes.get(p.next + 1).is_some_and(Node::ungoverned))
                && matches!(x.pos, Pos::Masdar | Pos::Noun)
        });
    if owner
        && inner.post.is_empty()
        && suffers
        && transitive(n)
        && let Some(what) = parse(nodes, p.next, &Outer { np: None, depth: outer.depth + 1, ..*outer })
    {
        p.det = Det::Words(genitive(&inner.text()));
        if n.own || n.pos == Pos::Noun {
            p.post = format!("of {}", what.text());
        } else {
            p.post = what.text();
        }
        p.next = what.next;
        return;
    }
    // قصف قوات النظام, خرق النظام: what armed bodies do. A country may as well suffer it.
    const DONE: &[&str] =
        &["shelling", "bombing", "bombardment", "attack", "strike", "raid", "violation", "breach", "offensive", "assault"];
    let word = n.en.split(' ').next_back().unwrap_or(&n.en);
    let done = inner.agent && !target && DONE.contains(&word.strip_suffix('s').unwrap_or(word));
    let of = if !done {
        "of"
    } else if nodes[inner.at].pos == Pos::Name && nodes[inner.at].feminine && !inner.text().starts_with("the ") {
        "[by or of]"
    } else {
        "by"
    };
    // ضرورة انسحاب القوات: the need for their withdrawal
    if n.en == "necessity" {
        "need".clone_into(&mut p.head);
        p.post = format!("for {}", inner.text());
        return;
    }
    // تهديد أمن الدول: what is threatened
    let of = if n.en == "threat" && of == "of" && !inner.human && (!inner.agent || inner.head == "security") { "to" } else { of };
    // دعوة الأطراف إلى الامتناع: whom it calls on.
    let whom = matches!(n.en.as_str(), "call" | "invitation") && (inner.agent || inner.human) && inner.post.is_empty();
    let of = match complement::preposition(nodes, inner.next).filter(|(ar, _)| whom && *ar == "إلى") {
        Some(_) => "on",
        None => of,
    };
    if of == "on" {
        "call".clone_into(&mut p.head);
    }
    p.post = format!("{of} {}", inner.text());
    // نفى وجود خلافات: the existence of what nobody stands for
    if n.en == "presence" && n.pron.is_none() {
        if !(inner.human
            || inner.agent
            || inner.name
            || PRESENT.contains(&inner.head.rsplit(' ').next().unwrap_or_default().trim_end_matches('s')))
        {
            "existence".clone_into(&mut p.head);
        }
        p.det = Det::The;
        return;
    }
    if n.mass && !inner.definite && n.pos != Pos::Masdar {
        p.det = Det::None;
    }
}

/// What is present somewhere rather than in existence.
const PRESENT: &[&str] =
    &["force", "troop", "fighter", "militia", "observer", "monitor", "expert", "military", "base", "bodie", "corpse"];

fn genitive(words: &str) -> String {
    if words.ends_with('s') { format!("{words}’") } else { format!("{words}’s") }
}
