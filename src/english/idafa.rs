//! A noun and what it owns: idafa, verbal nouns with their subject or object, عدم.

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

/// وفد فني: a term that ends in an indefinite adjective has no second noun.
fn described(n: &Node) -> bool {
    let mut words = n.ar.split(' ');
    // طائرة مسيرة
    let agrees =
        n.ar.split_once(' ')
            .is_some_and(|(a, b)| a.ends_with('ه') && b.ends_with('ه') && !b.contains(' ') && !b.starts_with("ال"));
    if agrees && n.mention && n.pos == Pos::Noun {
        return true;
    }
    // دبلوماسي غربي: one who is described so; كبير مفاوضي الوفد has a second noun.
    let title = n.pos == Pos::Title
        && (!n.plural || n.en.ends_with(" source") || n.en.ends_with(" sources"))
        && !n.dual
        && !["كبير ", "كبار ", "احد ", "أحد "].iter().any(|w| n.ar.starts_with(w));
    // وزير خارجية قطر, وزيرة خارجية السويد: a ministry
    let ministry = n.ar.split_once(' ').is_some_and(|(a, b)| b.ends_with('ه') && (a.contains("وزير") || !a.ends_with('ه')));
    let title = title && (n.plural || !ministry);
    n.mention
        && (n.pos == Pos::Noun || title)
        && words.next().is_some()
        && words
            .next_back()
            .filter(|w| w.chars().count() > 2)
            // رعاية, ولاية: nouns.
            .is_some_and(|w| !w.starts_with("ال") && (w.ends_with("ي") || w.ends_with("يه") && !w.ends_with("ايه")))
}

/// عضو في الوفد: one of them, whatever stands behind; عضو في وفد المعارضة has a second noun.
fn inside(n: &Node) -> bool {
    n.mention && n.pos == Pos::Title && !n.definite && (n.ar.contains(" في ال") || n.en == "minister plenipotentiary")
}

/// شهرين, مندوبون: the ن says that no second noun follows.
fn closed(n: &Node) -> bool {
    let full = ["ان", "ين"].iter().any(|e| n.ar.ends_with(e));
    let two =
        ["تين", "تان"].iter().any(|e| n.ar.ends_with(e)) || n.lemma.is_some_and(|l| l.pos == "noun" && !l.ar.ends_with('ن'));
    n.dual && full && two || n.plural && n.human && (full && n.ar.ends_with("ين") || n.ar.ends_with("ون"))
}

/// مستشار دي ميستورا: the adviser of somebody; المستشار فلان has the article.
fn serves(n: &Node) -> bool {
    const SERVE: &[&str] = &["مستشار", "مستشاره", "مساعد", "مساعده", "نائب", "نائبه", "سكرتير", "محامي", "مبعوث"];
    !n.definite && n.pron.is_none() && SERVE.contains(&n.ar.as_str())
}

/// خلال شهرين أربع رسائل, خلال أيام أكثر من لقاء: true for a number at `i` that counts what stands behind it.
fn counts(nodes: &[Node], i: usize) -> bool {
    let number = |x: &Node| matches!(x.pos, Pos::Number | Pos::Quant) && !x.and && x.prep.is_none() && x.pron.is_none();
    nodes.get(i).is_some_and(number)
        && nodes.get(i + 1).is_some_and(|x| x.ungoverned() && !x.definite || x.pos == Pos::Number && !x.and)
}

/// True if a second noun stands behind the one at `i`: what it belongs to.
fn owns(nodes: &[Node], i: usize, outer: &Outer) -> bool {
    let n = &nodes[i];
    !n.bare
        && !n.accusative
        && !closed(n)
        && !described(n)
        && !inside(n)
        && !measured(nodes, i + 1)
        && !(n.time_unit() && counts(nodes, i + 1))
        // بعد ساعات أي ذكر للخلاف: hours of nothing
        && !(n.time_unit() && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Quant && x.en == "any"))
        && !(outer.subject
            && outer.verb.is_some_and(|v| v.ar == "كان")
            && nodes.get(i + 1).is_some_and(|x| x.plural && x.human && !x.definite && x.ar.ends_with("ين"))
            // أن يكون وجود مقاتلين تدعمهم بلاده قد طرح
            && !nodes[i + 1..].iter().take(8).any(|x| x.pos == Pos::Qad))
        && nodes.get(i + 1).is_some_and(|x| {
            !x.and
                // القوات الموالية لحكومة: the ل is in the English of the term.
                && (x.prep.is_none() || x.prep == Some("ل") && n.mention && n.en.ends_with(" to"))
                && (x.nominal()
                    || matches!(x.pos, Pos::Number | Pos::Unknown | Pos::NonMasdar)
                    || (x.pos == Pos::Dem)
                    || (x.pos == Pos::Quant)
                    || (matches!(x.pos, Pos::Adjective | Pos::Passive | Pos::Active)
                        && (x.definite || x.lemma.is_some_and(|l| l.is('e')))))
        })
        && !nodes
            .get(i + 1)
            .is_some_and(|x| x.pos == Pos::Name && x.person_name && n.pos == Pos::Title && !serves(n))
        // بعد أيام أي ذكر: of nothing
        && !(n.time_unit() && nodes[i + 1].en == "any")
        // نفى مصدر مشاركة الوفد: what a source denies is not the source's
        && !(outer.subject && n.en == "source" && nodes[i + 1].pos == Pos::Masdar)
        && !single(nodes, i)
}

/// A phrase with a noun as its head.
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
    const AIDES: &[&str] = &["assistant", "assistants", "deputy", "adviser", "undersecretary", "director", "aide"];
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

/// N of N₂.
fn owned(nodes: &[Node], n: &Node, p: &mut Np, inner: Np, outer: &Outer) {
    p.next = inner.next;
    p.definite = inner.definite;
    // رئيس الفريق, رئيس هيئة: head of a body; president of a state
    const STATES: &[&str] = &["republic", "country", "state", "nation", "authority", "court", "federation", "union"];
    let of = &nodes[inner.at];
    if n.pos == Pos::Title && n.en == "President" && of.pos == Pos::Noun && !STATES.contains(&of.en.as_str()) {
        p.head = if n.plural { "heads" } else { "head" }.to_owned();
    }
    // صحيفة الوطن: the al-Watan* newspaper
    if inner.text().ends_with('*') && inner.post.is_empty() && super::slots::follows_its_name(n) {
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
    let owner = (inner.agent || inner.human && inner.definite) && !used && !goes_on && !target && !fought;
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
    let of = match super::complement::preposition(nodes, inner.next).filter(|(ar, _)| whom && *ar == "إلى") {
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

/// English nouns with a negative of their own.
const NEGATIVES: &[(&str, &str)] = &[
    ("commitment", "non-compliance"),
    ("compliance", "non-compliance"),
    ("ability", "inability"),
    ("stability", "instability"),
    ("existence", "absence"),
];

/// عدم with a verbal noun: non-attendance, not reaching.
pub(super) fn non(nodes: &[Node], i: usize, outer: &Outer) -> Option<Np> {
    let mut p = parse(nodes, i + 1, &outer.deeper(None))?;
    let head = &nodes[p.at];
    let whole = |p: &mut Np, words: &str| {
        p.head = format!("{words} {}", p.text());
        p.det = Det::None;
        p.pre.clear();
        p.post.clear();
    };
    p.accusative = nodes[i].accusative;
    p.mass = true;
    if head.pos == Pos::Masdar && !head.own {
        // لعدم حصولهم على: their not obtaining
        match std::mem::replace(&mut p.det, Det::None) {
            Det::Words(whose) if head.pron.is_some() => whole(&mut p, &format!("{whose} not")),
            det => {
                p.det = det;
                whole(&mut p, "not");
            }
        }
    } else if p.pre.is_empty()
        && (head.pos == Pos::Masdar
            || head.lemma.is_some_and(|l| l.pos == "verb")
            || matches!(&p.det, Det::Words(w) if w.ends_with('s') || w.ends_with('’'))
            || NEGATIVES.iter().any(|x| x.0 == p.head))
    {
        let own = NEGATIVES.iter().find(|x| x.0 == p.head).map(|x| x.1.to_owned());
        if own.as_deref() == Some("non-compliance") {
            p.post = p.post.replacen("to ", "with ", usize::from(p.post.starts_with("to ")));
        }
        p.head = own.unwrap_or_else(|| format!("non-{}", p.head));
    } else {
        whole(&mut p, "the lack of");
    }
    Some(p)
}

/// طاولة واحدة: one table, no table of one.
pub(super) fn single(nodes: &[Node], i: usize) -> bool {
    !nodes[i].plural
        && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Number && x.en == "one" && !x.and && x.prep.is_none())
        && !nodes.get(i + 2).is_some_and(|x| x.ungoverned() && !x.definite)
}

/// `هدنة مدتها ثلاثون يوما`: a truce whose duration is thirty days.
fn measured(nodes: &[Node], i: usize) -> bool {
    // محادثات محورها الانتقال السياسي: talks whose focus is …
    // مسرحية غايتها نسف الاتفاق: a play whose aim is to do so
    let aim = nodes.get(i).is_some_and(Node::aim);
    let told = |x: &Node| x.pos == Pos::Number || x.pos == Pos::Masdar && aim || x.nominal() && x.definite;
    nodes.get(i).is_some_and(|x| x.pron.is_some() && x.pos == Pos::Noun)
        && nodes.get(i + 1).is_some_and(|x| told(x) && !x.and && x.prep.is_none())
}
