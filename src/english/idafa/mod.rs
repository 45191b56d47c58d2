//! A noun and what it owns: idafa, verbal nouns with their subject or object, عدم.

mod non;
mod owned;
mod second;

use super::adjectives::collect;
use super::apposition::apposed;
use super::articles::takes_the;
use super::complement;
use super::deed_of;
use super::generate;
use super::lexicon::Lemma;
use super::node::{Node, Pos, possessive};
use super::np::{Det, Np};
use super::phrase::{Outer, parse};

pub(super) use non::non;
use owned::owned;
pub(super) use second::single;
use second::{closed, owns};

/// True for a verbal noun whose verb acts on something.
pub(super) fn transitive(n: &Node) -> bool {
    let acts = n.lemma.is_some_and(|l| l.pos == "verb" && (l.is('t') || l.ar == "تابع"));
    if acts || n.own {
        return acts;
    }
    let w: Vec<char> = n.lemma.map_or("", |l| l.masdar(&crate::arabic::fold::fold(&n.ar))).chars().collect();
    let taf_il = w.len() == 5 && w[0] == 'ت' && w[3] == 'ي';
    let if_al = w.len() >= 4 && w[0] == 'إ';
    let istif_al = w.len() >= 6 && w[0] == 'ا' && w[1] == 'س' && w[2] == 'ت';
    taf_il || if_al || istif_al
}

/// The verb of a verbal noun, in its base form.
pub(super) fn base(n: &Node) -> Option<String> {
    // إطلاق سراح: noun and verb alike, whatever its first word says alone
    let alike = n.mention && n.en == "release";
    if n.pos == Pos::Masdar && (!n.own || alike) {
        return Some(n.en.clone());
    }
    // إطلاق سراح: a term of two words is no more what its first word says.
    let lemma: Lemma = n.lemma.filter(|l| l.pos == "verb" && !(n.mention && n.ar.contains(' ')))?;
    lemma.en(0).map(str::to_owned)
}

/// Nouns of deeds that take "a".
const COUNTED: &[&str] = &[
    "accusation",
    "attack",
    "attempt",
    "breach",
    "demand",
    "halt",
    "invitation",
    "meeting",
    "proposal",
    "threat",
    "violation",
    "visit",
    "warning",
];

/// A phrase with a noun as its head.
pub(super) fn headed(nodes: &[Node], i: usize, outer: &Outer) -> Np {
    let n = &nodes[i];
    let mut p = Np::new(n, i);
    if ["all ", "both ", "the ", "making "].iter().any(|w| n.en.starts_with(w)) {
        p.det = Det::None;
    }
    if n.bare
        && n.pos == Pos::Name
        && takes_the(&n.en)
        && !["both ", "all ", "each ", "last ", "next ", "this "].iter().any(|w| n.en.starts_with(w))
    {
        p.det = Det::The;
    }
    // المتحدث باسم: the spokesman for …
    let open = n.mention && [" for", " of", " to", " in"].iter().any(|w| n.en.ends_with(w));
    let gerund = n.pos == Pos::Masdar && !n.own;
    if gerund {
        p.head = generate::gerund(&n.en);
        p.mass = true;
        // التوصل إلى اتفاق: reaching an agreement.
        if n.definite && complement::ahead(nodes, &p) {
            p.det = Det::None;
        }
    }
    if n.pos == Pos::Masdar && n.own && !n.definite {
        p.mass = !COUNTED.contains(&n.en.as_str());
    }
    if let Some(pron) = n.pron {
        // كامل أراضيها: its whole territory
        if let Some(rest) = p.head.strip_prefix("the ") {
            p.head = rest.to_owned();
        }
        // المتحدث باسمها: its spokesman
        if open && let Some((front, _)) = p.head.rsplit_once(' ') {
            p.head = front.to_owned();
        }
        let what = nodes.get(i + 1).is_some_and(|x| x.nominal() && x.accusative && !x.and && x.prep.is_none());
        // رفضها تسليم القوائم: what is done to is known, or done itself
        let done_to = nodes.get(i + 1).is_some_and(|x| {
            let noun = x.pos == Pos::Masdar || x.pos == Pos::Noun && (x.definite || x.plural || x.feminine);
            x.ungoverned() && noun || x.pos == Pos::Quant && !x.and && x.prep.is_none() && x.pron.is_none() && x.en != "the same"
        });
        if gerund
            && transitive(n)
            && what
            && let Some(object) = parse(nodes, i + 1, &Outer::default())
        {
            // إلقاءه خطابا: his giving a speech.
            p.det = Det::Words(possessive(pron, false).to_owned());
            (p.post, p.next) = (object.text(), object.next);
        } else if (n.pos == Pos::Masdar && n.own || n.mention && n.en == "rejection")
            && transitive(n)
            && (what || done_to)
            && let Some(object) = parse(nodes, i + 1, &Outer::default())
        {
            // رفضها مقترحا: its rejection of a proposal
            p.det = Det::Words(possessive(pron, false).to_owned());
            (p.post, p.next) = (format!("of {}", object.text()), object.next);
        } else if gerund && transitive(n) {
            // تنفيذه: implementing it.
            p.head = format!("{} {}", p.head, super::node::object(pron));
            p.det = Det::None;
        } else {
            // نظيره: his, whoever it is
            p.det = Det::Words(possessive(pron, n.en == "counterpart").to_owned());
        }
        if n.ar == "بلاد" {
            (p.head, p.plural, p.many) = ("country".to_owned(), false, false);
            p.det = Det::Words(possessive(pron, true).to_owned());
            p.agent = true;
        }
        p.definite = true;
    } else if (n.pos == Pos::Masdar || n.pos == Pos::Noun && n.mention && !n.human && !n.plural && !n.bare)
        && !n.definite
        && !n.accusative
        && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::What && !x.and && x.prep.is_none())
    {
        // تنفيذ ما اتفق عليه: the implementation of what was agreed on
        if gerund {
            p.det = Det::None;
        } else {
            (p.det, p.post, p.definite) = (Det::The, "of".to_owned(), true);
        }
    } else if (n.lemma.is_some_and(|l| l.pos == "verb") || n.mention && n.pos == Pos::Noun && !n.bare)
        && !gerund
        && !n.definite
        && !n.accusative
        && !n.human
        && complement::whom(nodes, i + 1)
        && !nodes[i + 1].and
    {
        // محاسبة من ارتكب الجرائم: the accountability of those who
        (p.det, p.post, p.definite) = (Det::The, "of".to_owned(), true);
    } else if (!n.definite || open)
        && owns(nodes, i, outer)
        && !deed_of::put(nodes, i, outer, &mut p)
        && let Some(inner) = parse(nodes, i + 1, &outer.deeper(Some(&p)))
    {
        if open {
            p.post = inner.text();
            p.next = inner.next;
            p.definite |= inner.definite;
        } else {
            owned(nodes, n, &mut p, inner, outer);
        }
    }
    collect(nodes, &mut p, outer);
    // مساعد وزير الخارجية علي خاجي: the name is left to the aide.
    const AIDES: &[&str] = &[
        "assistant",
        "assistants",
        "senior assistant",
        "senior adviser",
        "deputy",
        "adviser",
        "undersecretary",
        "director",
        "aide",
    ];
    let aide = outer.np.is_some_and(|o| o.title && !o.definite && AIDES.contains(&o.head.as_str()));
    if !(aide && n.pos == Pos::Title && n.en.ends_with("Minister")) {
        apposed(nodes, &mut p);
    }
    on_day(nodes, n, &mut p, outer);
    // تنفيذ ما تم الاتفاق عليه: the implementation of what …
    let deed = n.pos == Pos::Masdar || n.pos == Pos::Noun && n.lemma.is_some_and(|l| l.pos == "verb");
    // أسباب ما حدث: the reasons of what happened
    let told = n.pos == Pos::Noun
        && !n.human
        && !n.accusative
        && nodes.get(p.next + 1).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg) && !x.and);
    if (deed || told)
        && !n.definite
        && n.pron.is_none()
        && p.next == i + 1
        && nodes.get(p.next).is_some_and(|x| x.pos == Pos::What && !x.and && x.prep.is_none())
    {
        if n.own || !transitive(n) {
            p.det = Det::The;
            if !p.post.ends_with("of") {
                p.post.push_str("of");
            }
        }
        p.definite = true;
    }
    p
}

/// جلسات الثلاثاء, جلستا اليوم: the sessions on that day.
fn on_day(nodes: &[Node], n: &Node, p: &mut Np, outer: &Outer) {
    let construct = n.dual && !closed(n);
    // وقعت اشتباكات الخميس: when they occurred
    if outer.subject && !construct {
        return;
    }
    if p.next != p.at + 1 || n.definite || n.pron.is_some() || n.accusative || n.bare || !(n.plural || construct) {
        return;
    }
    let Some(day) = nodes.get(p.next).filter(|x| x.pos == Pos::Adverb && x.mention && !x.and && x.prep.is_none()) else { return };
    if day.weekday && day.en.contains("day") {
        p.post = format!("on {}", day.en);
    } else if construct && (day.en.starts_with("today") || day.en.starts_with("yesterday")) {
        p.post = day.en.clone();
    } else {
        return;
    }
    if construct {
        (p.det, p.definite) = (Det::The, true);
    }
    p.next += 1;
}
