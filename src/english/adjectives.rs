//! What stands behind a noun and belongs to it: adjectives and numbers.

use super::node::{Node, Pos};
use super::np::{Det, Np};
use super::phrase::Outer;
use super::{generate, numbers};
use crate::arabic::clitics::Pronoun;

/// How adjectives begin that are phrases and stand behind their noun: on the table, in force, impossible to meet.
const PHRASES: [&str; 3] = ["on ", "in ", "impossible "];

/// True where a verb of being or becoming stands before, whose predicate is still to come.
fn predicate(nodes: &[Node], at: usize) -> bool {
    let before = nodes[..at].iter().rev().take(8).take_while(|b| !matches!(b.pos, Pos::Mark(_) | Pos::That | Pos::Rel));
    before
        .filter(|b| b.pos == Pos::Verb)
        .any(|b| super::verb::is_any(b, &["كان", "بات", "أصبح", "أضحى", "ظل", "بقي", "زال", "بدا"]))
}

/// Takes the adjectives behind a head, as far as they belong to it.
pub(super) fn collect(nodes: &[Node], p: &mut Np, outer: &Outer) {
    // سلطنة عمان الشقيقة: a courtesy
    if p.name
        && nodes.get(p.next).is_some_and(|a| {
            a.pos == Pos::Adjective && a.definite && !a.and && matches!(a.en.as_str(), "sister" | "brotherly" | "sibling")
        })
    {
        p.next += 1;
    }
    // ما زال آلاف المدنيين محاصرين: ين says that it is no part of the subject.
    let copula = outer.subject && outer.verb.is_some_and(|v| v.ar == "كان");
    let outer = outer.np;
    let mut taken = 0;
    // التمثيل نفسه
    let same = nodes.get(p.next).filter(|x| x.pos == Pos::Quant && x.en == "the same" && !x.and && x.prep.is_none());
    if let Some(pron) = same.and_then(|x| x.pron) {
        // إسرائيل نفسها, الرئيس نفسه: itself, himself
        if !p.plural && (p.name || p.human && p.definite && p.next == p.at + 1) {
            p.post = format!("{} {}", p.post, oneself(pron, p.human)).trim_start().to_owned();
        } else {
            p.pre.insert(0, "same".to_owned());
        }
        p.next += 1;
    }
    // الأفراد أنفسهم: themselves
    if p.plural
        && p.definite
        && nodes
            .get(p.next)
            .is_some_and(|x| x.pron.is_some() && !x.and && x.prep.is_none() && matches!(x.ar.as_str(), "أنفس" | "انفس"))
    {
        p.post = format!("{} themselves", p.post).trim_start().to_owned();
        p.next += 1;
    }
    if p.next == p.at + 1 && super::idafa::single(nodes, p.at) {
        p.pre.insert(0, "one".to_owned());
        p.det = Det::None;
        p.next += 1;
    }
    while let Some(a) = nodes.get(p.next).filter(|a| !a.and && a.prep.is_none() && a.pron.is_none()) {
        // غاراته الجوية: the term has its adjective
        if a.pos == Pos::Adjective && a.en == "air" && p.head.starts_with("air ") {
            p.next += 1;
            continue;
        }
        // مدينة الصخيرات المغربية: the Moroccan city
        const PLACES: &[&str] = &["city", "town", "village", "province", "region", "resort"];
        if p.name
            && !p.human
            && a.pos == Pos::Adjective
            && a.mention
            && a.human
            && outer.is_some_and(|o| PLACES.contains(&o.head.as_str()) || PLACES.iter().any(|w| o.head == format!("{w} of")))
        {
            break;
        }
        // بات التوصل إلى اتفاق وشيكا: the ا says that it is no part of the subject.
        let genitive = nodes[p.at].pos == Pos::Noun
            && !p.definite
            && !nodes[p.at].accusative
            && !p.plural
            && !nodes[p.at].dual
            && !nodes[p.at].ar.ends_with(['ا', 'ه', 'ة', 'ى', 'ء', 'ي']);
        if a.accusative && matches!(a.pos, Pos::Adjective | Pos::Passive) && !a.definite && genitive && predicate(nodes, p.at) {
            break;
        }
        if copula && !a.definite && (a.accusative || a.plural && a.ar.ends_with("ين")) {
            break;
        }
        if nodes.get(p.next + 1).is_some_and(|x| x.pos == Pos::That)
            && a.definite
            && matches!(
                if a.pos == Pos::Passive { a.participle() } else { a.en.clone() }.as_str(),
                "scheduled" | "expected" | "supposed" | "planned" | "hoped" | "decided" | "proposed" | "assumed" | "likely"
            )
        {
            break;
        }
        // الدول الأعضاء: the member states
        if matches!(a.pos, Pos::Noun | Pos::Title)
            && matches!(a.en.as_str(), "member" | "members")
            && a.plural
            && a.definite
            && p.definite
            && p.plural
            && !p.human
        {
            p.pre.push("member".to_owned());
            p.next += 1;
            continue;
        }
        // مقاتلين اثنين: two of them
        if a.pos == Pos::Number
            && a.en == "two"
            && !a.definite
            && p.plural
            && !p.definite
            && p.next == p.at + 1
            && !p.pre.iter().any(|w| w == "two")
        {
            p.pre.insert(0, "two".to_owned());
            p.next += 1;
            continue;
        }
        // الأطراف كافة: all of them
        if a.pos == Pos::Quant
            && a.en == "all"
            && p.plural
            && p.definite
            && p.det == Det::The
            && !nodes.get(p.next + 1).is_some_and(Node::ungoverned)
        {
            p.det = Det::Words("all the".to_owned());
            p.next += 1;
            continue;
        }
        // أحياء عدة: several neighbourhoods
        if a.pos == Pos::Quant
            && a.en == "several"
            && p.plural
            && !p.definite
            && !nodes.get(p.next + 1).is_some_and(Node::ungoverned)
        {
            p.det = Det::Words("several".to_owned());
            p.next += 1;
            continue;
        }
        // الجولة 16: the round by its number
        let digits = a.pos == Pos::Number && a.en.len() <= 3 && a.en.bytes().all(|b| b.is_ascii_digit());
        if digits
            && p.definite
            && p.next == p.at + 1
            && matches!(p.head.as_str(), "round" | "session" | "article" | "item" | "resolution" | "summit" | "meeting")
            && !nodes.get(p.next + 1).is_some_and(Node::ungoverned)
        {
            p.head = format!("{} {}", p.head, a.en);
            p.det = Det::None;
            p.next += 1;
            continue;
        }
        // الساعات الـ24 الأولى: the first 24 hours
        if a.pos == Pos::Mark(' ')
            && p.definite
            && p.plural
            && let Some(count) = nodes.get(p.next + 1).filter(|x| x.pos == Pos::Number && !x.and && x.prep.is_none())
        {
            p.pre.insert(0, count.en.clone());
            p.next += 2;
            continue;
        }
        // مديريات المحافظة الأربع: the number is that of the many.
        let many = p.plural
            || p.dual
            || p.many
            || p.human
            || p.name
            || ["men", "women", "children", "people"].iter().any(|w| p.head.ends_with(w));
        if a.pos == Pos::Number && a.definite && !many && outer.is_some_and(|o| o.plural) {
            break;
        }
        // الأقاليم الثلاثة
        if a.pos == Pos::Number && a.definite && p.definite && a.en.chars().all(|c| c.is_ascii_alphabetic()) {
            p.pre.insert(0, a.en.clone());
            p.next += 1;
            taken += 1;
            // الأربع والعشرين: twenty-four
            let tens = |x: &&Node| x.mention && x.and && x.definite && matches!(x.pos, Pos::Number | Pos::Adjective);
            if let Some(ten) = nodes.get(p.next).filter(tens).and_then(|x| numbers::tens(&x.en)) {
                p.pre[0] = format!("{ten}-{}", p.pre[0]);
                p.next += 1;
            }
            continue;
        }
        // الأعوام الستين الماضية: a number, where many stand before it
        if a.pos == Pos::Adjective
            && a.mention
            && a.definite
            && p.definite
            && p.plural
            && let Some(ten) = numbers::tens(&a.en)
        {
            p.pre.insert(0, ten);
            p.next += 1;
            taken += 1;
            continue;
        }
        // المسلحون الحوثيون: Houthi gunmen
        if a.mention
            && a.pos == Pos::Name
            && a.en == "Houthis"
            && p.definite
            && (p.human && !p.name || p.head == "gunmen")
            && p.plural
            && p.next == p.at + 1
        {
            p.pre.insert(0, "Houthi".to_owned());
            p.next += 1;
            continue;
        }
        let adjective =
            matches!(a.pos, Pos::Adjective) || (matches!(a.pos, Pos::Active | Pos::Passive) && (a.definite || !a.accusative));
        let non = a.pos == Pos::Non
            && nodes
                .get(p.next + 1)
                .is_some_and(|x| matches!(x.pos, Pos::Adjective | Pos::Active | Pos::Passive) && !x.and && x.prep.is_none());
        let owner = if non { &nodes[p.next + 1] } else { a };
        // عضو في الوفد الحكومي: a member of the government delegation
        let inner = nodes[p.at].mention && p.next == p.at + 1 && p.head.ends_with(" of the delegation") && owner.definite;
        if !(adjective || non) || (p.definite != owner.definite && !(p.name && owner.definite) && !inner) {
            break;
        }
        // ستنقل اللجنة المفرج عنهم: whom it takes
        if owner.pos == Pos::Passive && owner.human && owner.plural && !p.plural {
            break;
        }
        if !p.agrees(owner) && outer.is_some_and(|o| agrees_outer(o, p, owner)) {
            break;
        }
        // لجنة الإغاثة العليا: a body is supreme, not what it is for.
        const BODIES: &[&str] = &["committee", "council", "court", "commission", "body", "authority"];
        if owner.ar.starts_with("عليا") && !p.agent && outer.is_some_and(|o| BODIES.contains(&o.head.as_str())) {
            break;
        }
        // أنشطة طهران النووية: a place has no such adjective, what it owns has.
        let place = p.name && !p.human && nodes[p.at].pos == Pos::Name && p.next == p.at + 1;
        if place && owner.definite && !owner.mention && outer.is_some_and(|o| agrees_outer(o, p, owner)) {
            break;
        }
        // A name takes no adjective of its own, but for one that agrees.
        if p.name && !p.agrees(owner) && outer.is_none() && owner.pos != Pos::Adjective {
            break;
        }
        p.next += 1 + usize::from(non);
        let word = match owner.pos {
            Pos::Active => match owner.en.strip_prefix("be ") {
                Some(rest) => rest.to_owned(),
                None => generate::gerund(&owner.en),
            },
            Pos::Passive => owner.participle(),
            // الأكبر
            _ if owner.definite && owner.lemma.is_some_and(|l| l.is('e')) => {
                owner.lemma.and_then(|l| l.en(1)).unwrap_or(&owner.en).to_owned()
            }
            _ => owner.en.clone(),
        };
        // الوفدين الإيراني والأردني
        let mut list = vec![word];
        while let Some(more) = nodes.get(p.next).filter(|x| {
            x.pos == Pos::Adjective && x.and && x.prep.is_none() && x.definite == owner.definite && owner.pos == Pos::Adjective
        }) {
            p.next += 1;
            // الوفدان الإيراني والأردني: one each.
            p.pre.retain(|w| w != "two");
            list.push(more.en.clone());
        }
        let last = list.pop().unwrap_or_default();
        let word = if list.is_empty() { last } else { format!("{} and {last}", list.join(", ")) };
        // أميركي - تركي
        let word = match nodes.get(p.next + 1).filter(|x| {
            matches!(nodes[p.next].pos, Pos::Mark('-' | '–'))
                && x.pos == Pos::Adjective
                && x.definite == owner.definite
                && owner.pos == Pos::Adjective
                && !x.and
                && x.prep.is_none()
        }) {
            Some(more) => {
                p.next += 2;
                format!("{word}-{}", more.en)
            }
            None => word,
        };
        // مهم جدا
        let very = nodes.get(p.next).is_some_and(|x| x.pos == Pos::Adverb && x.en == "very" && !x.and);
        let word = if very { format!("very {word}") } else { word };
        p.next += usize::from(very);
        let word = if non { format!("non-{word}") } else { word };
        let follows = nodes.get(p.next).is_some_and(|x| {
            (x.pos == Pos::Prep || x.prep.is_some()) && !x.and || (x.pos == Pos::Adverb && x.weekday) || x.quote()
        });
        let participle = matches!(owner.pos, Pos::Active | Pos::Passive)
            || matches!(
                owner.en.as_str(),
                "related"
                    | "linked"
                    | "resulting"
                    | "affiliated"
                    | "located"
                    | "emanating"
                    | "awaited"
                    | "involved"
                    | "interested"
                    | "committed"
            );
        let own = super::complement::preposition(nodes, p.next)
            .and_then(|(ar, at)| Some((super::complement::governed(owner, ar).or_else(|| by(nodes, owner, ar, at))?, at)))
            .and_then(|(en, at)| super::complement::attach(nodes, en, at, &Outer::default()));
        // الجلسة المقررة غدا: scheduled for tomorrow
        let when = nodes.get(p.next).filter(|x| {
            x.pos == Pos::Adverb
                && !x.and
                && x.mention
                && !matches!(x.en.as_str(), "now" | "recently" | "originally" | "previously")
        });
        let day = when.filter(|x| {
            x.weekday
                || ["tomorrow", "today", "next ", "on ", "this ", "early ", "at the ", "in the "]
                    .iter()
                    .any(|w| x.en.starts_with(w))
        });
        if let Some(day) = day.filter(|_| owner.definite && matches!(word.as_str(), "scheduled" | "planned" | "set")) {
            let glue = if p.post.is_empty() { String::new() } else { format!("{} ", p.post) };
            let en = day.en.trim_start_matches("on ");
            let en = en.trim_start_matches("in ");
            p.post = format!("{glue}{word} for {en}");
            p.next += 1;
        } else if let Some((text, next)) = own {
            // المتعلقة بالدستور: relating to the constitution.
            let glue = if p.post.is_empty() { String::new() } else { format!("{} ", p.post) };
            p.post = format!("{glue}{word} {text}");
            p.next = next;
        } else if (participle && follows)
            || taken > 3
            // القضايا المطروحة: the issues on the table
            || PHRASES.iter().any(|first| word.starts_with(first))
            || owner.pos == Pos::Active && owner.en.starts_with("be ") && word.contains(' ')
        {
            let glue = if p.post.is_empty() { String::new() } else { format!("{} ", p.post) };
            p.post = format!("{glue}{word}");
        } else if let Some((front, back)) = p.head.split_once(" of ").filter(|(_, back)| {
            nodes[p.at].mention
                && !p.name
                && *back != "reference"
                && (!p.human
                    || *back == "the delegation"
                    || owner.feminine && !p.feminine && *back != "State" && nodes[p.at].ar.ends_with('ه'))
        }) {
            // تسليم السلاح الثقيل: handover of heavy weapons.
            p.head = match back.strip_prefix("the ") {
                Some(rest) => format!("{front} of the {word} {rest}"),
                // وضع دستور مؤقت: of a temporary constitution
                None if back.starts_with("a ") || back.starts_with("an ") => {
                    let rest = back.split_once(' ').map_or(back, |b| b.1);
                    format!("{front} of {} {word} {rest}", generate::indefinite(&word))
                }
                None => format!("{front} of {word} {back}"),
            };
        } else if let Some(rest) = p.head.strip_prefix("all ") {
            p.head = format!("all {word} {rest}");
        } else if let Some(rest) = p.head.strip_prefix("the whole ") {
            // جميع الأراضي الفلسطينية
            p.head = format!("the whole {word} {rest}");
        } else {
            // لقاءين منفصلين: two separate meetings
            // اليومين الماضيين: the last two days
            // وزير الدفاع السابق: who was one
            let word = if p.human && word == "previous" { "former".to_owned() } else { word };
            let order = matches!(word.as_str(), "last" | "next" | "first" | "former" | "previous" | "past" | "coming" | "final");
            let at = usize::from(
                p.dual && !order && p.pre.first().is_some_and(|w| w == "two") || p.pre.first().is_some_and(|w| w == "one"),
            );
            p.pre.insert(at, word);
        }
        taken += 1;
    }
    and_other(nodes, p);
}

/// وثيقة موقعة من الحكومة, معدة من قبل إيران: by whom something is done.
fn by(nodes: &[Node], owner: &Node, ar: &str, at: usize) -> Option<&'static str> {
    let who = nodes.get(at).is_some_and(|x| (x.agent || x.human) && x.nominal());
    (owner.pos == Pos::Passive && !owner.human && (ar == "من قبل" || ar == "من" && who)).then_some("by")
}

/// المواد الغذائية والطبية: a term that ends in an adjective, and one more adjective: food supplies and medical supplies, a comprehensive and final agreement.
fn and_other(nodes: &[Node], p: &mut Np) {
    let head = &nodes[p.at];
    let Some(a) = nodes.get(p.next).filter(|a| a.pos == Pos::Adjective && a.and && a.prep.is_none() && a.pron.is_none()) else {
        return;
    };
    let last = p.head.rsplit(' ').next().unwrap_or_default();
    // مصادر طبية وقبلية
    let source = head.pos == Pos::Title && last.starts_with("source");
    let term = head.mention && (head.pos == Pos::Noun || source) && p.next == p.at + 1 && p.pre.is_empty() && p.post.is_empty();
    let pair = last.len() < p.head.len() && !p.head.contains(" of ") && (!p.human || source) && head.ar.split(' ').count() == 2;
    let same = if p.definite {
        a.definite && head.ar.split(' ').all(|w| w.starts_with("ال"))
    } else {
        !a.definite && head.ar.split(' ').all(|w| !w.starts_with("ال"))
    };
    if !(term && pair && same) || nodes.get(p.next + 1).is_some_and(Node::ungoverned) {
        return;
    }
    p.next += 1;
    // اتفاق شامل ونهائي: one thing that is both
    if !p.plural {
        p.head = format!("{} and {} {last}", p.head.trim_end_matches(last).trim_end(), a.en);
        return;
    }
    p.post = format!("and {} {last}", a.en);
    p.many = true;
}

/// نفسه, نفسها: of whom it is said.
pub(super) fn oneself(pron: Pronoun, human: bool) -> &'static str {
    match pron {
        Pronoun::His if human => "himself",
        Pronoun::Her if human => "herself",
        Pronoun::His | Pronoun::Her => "itself",
        Pronoun::Our => "ourselves",
        _ => "themselves",
    }
}

/// An adjective that does not agree with the inner noun may belong to the outer one, which is as definite as the inner.
fn agrees_outer(outer: &Np, inner: &Np, a: &Node) -> bool {
    Np { definite: inner.definite, name: false, ..outer.clone() }.agrees(a)
}
