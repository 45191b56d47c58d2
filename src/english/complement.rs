//! Prepositional phrases that belong to a noun: `agreement on`, `pledge to`, `alternative to`. What governs which preposition is data (`glossary/lexicon/government.yaml`).

use super::government;
use super::infinitive::{deeds, infinitive};
use super::lexicon::Lemma;
use super::node::{Node, Pos, has_offices, written};
use super::np::Np;
use super::phrase::{Outer, parse};

/// Prepositions whose phrase belongs to the noun before it wherever it stands.
const ALWAYS: &[&str] = &["بين", "حول", "بشأن", "بخصوص", "ضد", "إزاء", "حيال", "تجاه"];

/// The preposition at `i`, if one stands there: in Arabic, and where its noun is.
pub(super) fn preposition(nodes: &[Node], i: usize) -> Option<(&str, usize)> {
    let n = nodes.get(i).filter(|n| !n.and)?;
    match n.pos {
        Pos::Prep if n.pron.is_none() => Some((n.ar.as_str(), i + 1)),
        Pos::Prep | Pos::Verb | Pos::Adverb | Pos::That | Pos::Rel | Pos::What => None,
        _ => n.prep.map(|p| (p, i)),
    }
}

/// True if a noun phrase can begin at `i`.
pub(super) fn nominal(nodes: &[Node], i: usize) -> bool {
    nodes.get(i).is_some_and(|x| {
        x.nominal()
            || matches!(x.pos, Pos::Number | Pos::Quant | Pos::Dem | Pos::Unknown | Pos::NonMasdar)
            || (matches!(x.pos, Pos::Adjective | Pos::Active | Pos::Passive)
                && (x.definite || x.plural || x.lemma.is_some_and(|l| l.is('e'))))
    })
}

/// What a node governs: its English noun or adjective by the table, a verbal noun or participle by its verb.
pub(super) fn governed(n: &Node, ar: &str) -> Option<&'static str> {
    let verb = n.lemma.filter(|l| l.pos == "verb");
    let by_verb = |empty: &'static str| verb.and_then(|l: Lemma| l.prep(ar)).map(|en| if en.is_empty() { empty } else { en });
    match n.pos {
        Pos::Masdar if !n.own => by_verb(""),
        // الدول الداعمة للمعارضة
        Pos::Active if ar == "ل" && verb.is_some_and(|l| l.is('t')) => {
            government::adjective(&n.en, ar).or_else(|| by_verb("")).or(Some(""))
        }
        Pos::Active | Pos::Passive => government::adjective(&n.en, ar).or_else(|| by_verb("")),
        Pos::Adjective => government::adjective(&n.en, ar),
        Pos::Name => None,
        // The opposition is a party, not what opposes something.
        Pos::Noun if n.mention && n.en == "opposition" => None,
        _ => government::noun(&n.en, ar).or_else(|| by_verb("of")),
    }
}

/// True for a noun of the table.
pub(super) fn noun(n: &Node) -> bool {
    n.pos != Pos::Name && !n.human && government::known(&n.en)
}

/// من 20 إلى 35: from a number to another.
pub(super) fn range(nodes: &[Node], i: usize) -> bool {
    nodes.get(i).is_some_and(|n| n.pos == Pos::Prep && n.ar == "من" && n.pron.is_none() && !n.and)
        && nodes.get(i + 1).is_some_and(|x| x.pos == Pos::Number && !x.and && x.prep.is_none())
        && nodes[i + 2..]
            .iter()
            .take(3)
            .take_while(|x| !matches!(x.pos, Pos::Mark(_)))
            .any(|x| x.pos == Pos::Prep && x.ar == "إلى")
}

/// True if the phrase at `p.next` will be taken.
pub(super) fn ahead(nodes: &[Node], p: &Np) -> bool {
    !range(nodes, p.next)
        && preposition(nodes, p.next).is_some_and(|(ar, at)| {
            nominal(nodes, at) && (governed(&nodes[p.at], ar).is_some() || ar == "ل" && nodes[p.at].pos == Pos::Masdar)
        })
}

/// True for verbs of going and sending: إلى behind who goes is where.
pub(super) fn moves(verb: Lemma) -> bool {
    matches!(
        verb.ar,
        "وصل"
            | "عاد"
            | "توجه"
            | "سافر"
            | "انتقل"
            | "دخل"
            | "استدعى"
            | "انضم"
            | "أرسل"
            | "أجلى"
            | "نقل"
            | "رحل"
    )
}

/// Takes the prepositional phrases behind a noun phrase that belong to it.
pub(super) fn take(nodes: &[Node], p: &mut Np, outer: &Outer) {
    let head = &nodes[p.at];
    if p.person() || matches!(head.pos, Pos::Dem | Pos::Unknown) {
        return;
    }
    if let Some((text, next)) = bare_object(nodes, p, outer) {
        let glue = if p.post.is_empty() { "" } else { " " };
        p.post = format!("{}{glue}{text}", p.post);
        p.next = next;
    }
    for _ in 0..3 {
        // اتهامات الحوثيين له بالعرقلة: against him
        if let Some(x) = nodes.get(p.next).filter(|x| x.pos == Pos::Prep && !x.and && governed(head, &x.ar) == Some("against"))
            && let Some(pron) = x.pron
        {
            p.post = format!("{} against {}", p.post, super::node::object(pron)).trim_start().to_owned();
            p.next += 1;
        }
        let Some((ar, at)) = preposition(nodes, p.next).filter(|(_, at)| nominal(nodes, *at)) else { return };
        let own = nodes[p.next].pos == Pos::Prep;
        // بعد اعتذاره عن الحضور لأسباب صحية, سقط المقترح لعدم بلوغه النصاب: why it was so
        if ar == "ل" && (nodes[at].pos == Pos::NonMasdar || (outer.subject || head.human) && nodes[at].en == "reason") {
            return;
        }
        // تأجلت الجولة لثلاثة أشهر, توقف القصف لساعات: for how long
        let unit = |x: &Node| x.time_unit() && !x.definite && x.pron.is_none();
        let lasting = ar == "ل"
            && (unit(&nodes[at]) && (nodes[at].plural || nodes[at].dual)
                || nodes[at].pos == Pos::Number && nodes.get(at + 1).is_some_and(unit));
        if lasting && outer.subject {
            return;
        }
        // تدخل المبعوث لاحتواء الموقف: what he did it for
        const GOES: &[&str] = &["تدخل", "وصل", "عاد", "توجه", "سافر", "حضر", "سعى"];
        let goes = outer.verb.is_some_and(|v| GOES.contains(&v.ar));
        if ar == "ل" && outer.subject && head.human && nodes[at].pos == Pos::Masdar && (goes || !nodes[at].own) {
            return;
        }
        // قانون من شأنه أن يسمح: a clause about it
        if ar == "من" && nodes[at].ar == "شان" && nodes[at].pron.is_some() {
            return;
        }
        // استعداد الوفد للعودة: whom a delegation is of is somebody
        if ar == "ل" && head.en == "delegation" && !(nodes[at].agent || nodes[at].human || nodes[at].bare) {
            return;
        }
        // التحقق من الروايتين من مصدر مستقل: from where it is verified
        if ar == "من" && own && nodes[at].en == "source" && !nodes[at].definite {
            return;
        }
        // يتألف كل وفد من 14 عضوا: of how many it consists
        if ar == "من" && outer.subject && outer.verb.is_some_and(|v| matches!(v.ar, "تألف" | "تكون")) {
            return;
        }
        // وافق على المقترح باستثناء بند: the exception is not the proposal's
        if ar == "ب" && nodes[at].en.starts_with("exception") {
            return;
        }
        // جلس الوفدان في قاعة واحدة: where they sat
        if ar == "في" && outer.subject && outer.verb.is_some_and(|v| matches!(v.ar, "جلس" | "التقى" | "اجتمع" | "انتشر" | "سرى"))
        {
            return;
        }
        // قال الوزير في تقرير صدر أمس إن: where he said it
        let says = |v: &super::lexicon::Lemma| super::names::saying(v.en(0).unwrap_or_default());
        if ar == "في" && outer.subject && p.human && outer.verb.as_ref().is_some_and(says) && written(&nodes[at].en) {
            return;
        }
        // يتوجه المبعوث إلى صنعاء: where he goes
        if ar == "إلى" && outer.subject && outer.verb.is_some_and(moves) && (p.agent || p.human) {
            return;
        }
        // قال مصدر في الوفد الحكومي لوكالة: whom the verb tells
        let listener = (nodes[at].agent || nodes[at].human) && !(p.human && named_behind(nodes, at));
        let listener = listener && !office_of(p, head, &nodes[at]);
        if ar == "ل" && listener && outer.subject && outer.np.is_some() && outer.verb.is_some_and(|v| v.prep("ل") == Some("to"))
        {
            return;
        }
        // ارتفع عدد القتلى من 20 إلى 35: a rise from one to the other, none of 20 killed
        if range(nodes, p.next) {
            return;
        }
        // انخفضت نسبة الخروقات بنحو 40 في المئة, يتراوح العدد بين 30 و40: by how much, between what; اشترط الوفد لعودته: for what
        let measured = ar == "ب" && nodes[at..].iter().take(2).any(|x| x.pos == Pos::Number && !x.and);
        if outer.subject
            && outer.verb.is_some_and(|v| {
                v.ar == "تراوح" && ar == "بين" || v.ar == "اشترط" && ar == "ل" || measured && v.prep("ب") == Some("by")
            })
        {
            return;
        }
        let mention = own && nodes[p.next].mention;
        // كشف مصدر قريب من المحادثات عن خلاف: what is revealed, no talks about it
        let revealed = outer.subject && ar == "عن" && outer.verb.is_some_and(|v| v.prep(ar).is_some_and(str::is_empty));
        let by_verb = (outer.np.is_none() || revealed) && outer.verb.is_some_and(|v| v.prep(ar).is_some());
        // بيان من ثلاثة عشر بندا: how much there is in it
        let items =
            ar == "من" && own && nodes[at].pos == Pos::Number && !p.definite && !p.human && !p.plural && head.pos == Pos::Noun;
        let part = ar == "من" && head.pron.is_none() && (items || governed(head, ar) == Some("of"));
        // لم تتمكن خلال الجولة من الاتفاق: what they were not able to do is no part of the round
        if ar == "من" && matches!(head.en.as_str(), "round" | "session") && nodes[at].definite && nodes[at].en == "agreement" {
            return;
        }
        // تستأنف اللقاءات في الأسبوع الأخير: when it is done
        let time = matches!(nodes[at].en.as_str(), "week" | "day" | "month" | "year" | "hour" | "weekend");
        if outer.subject && outer.np.is_none() && ar == "في" && time && !p.human {
            return;
        }
        // قال مبعوث الأمم المتحدة للصحفيين: whom he tells
        let speaks =
            p.human || outer.np.is_some() && ["delegation", "government", "army", "opposition"].contains(&p.head.as_str());
        if ar == "ل" && speaks && nodes[at].plural && matches!(nodes[at].en.as_str(), "journalist" | "reporter") {
            return;
        }
        // لا يزال الوفد في جنيف, يعقد الاجتماع في مسقط: where what is said of it is so
        const WHERE: &[&str] = &["زال", "كان", "ظل", "بقي", "عقد", "انعقد"];
        if outer.subject
            && ar == "في"
            && outer.verb.is_some_and(|v| WHERE.contains(&v.ar))
            && nodes[at].pos == Pos::Name
            && nodes[at].bare
            && nodes.get(at + 1).is_none_or(|x| matches!(x.pos, Pos::Mark(_) | Pos::Adverb | Pos::Prep) || x.and)
        {
            return;
        }
        // رهن مشاركته في الجولة بوقف القصف: the second preposition is the verb's.
        // تعرض موكب المبعوث لإطلاق نار: what it was exposed to
        if ar == "ل" && outer.subject && outer.verb.is_some_and(|v| matches!(v.ar, "تعرض" | "خضع" | "امتثل" | "استجاب"))
        {
            return;
        }
        // وصف الاتفاق بالتاريخي: as
        let ties = outer.verb.is_some_and(|v| matches!(v.ar, "رهن" | "ربط" | "وصف")) && p.at + 1 == p.next;
        let second = (ties || p.at + 1 < p.next && !p.post.is_empty()) && ar == "ب";
        let whose = for_what(nodes, p, ar, at) || ar == "ل" && office_of(p, head, &nodes[at]);
        let office = outer.subject && outer.np.is_none() && whose;
        // أعرب الرئيس المشارك عن المعارضة عن استعداده: the verb's own stands behind it
        let again = p.title
            && own
            && nodes[at].agent
            && governed(head, ar).is_some()
            && nodes[at..]
                .iter()
                .take(9)
                .take_while(|x| !matches!(x.pos, Pos::Mark(_) | Pos::Verb))
                .any(|x| x.pos == Pos::Prep && x.ar == ar);
        // أفاد عضو بالملتقى بأن الجلسة أجلت: what he is a member of
        let member = head.en == "member" && ar == "ب" && p.next == p.at + 1;
        let body = nodes[at].agent || matches!(nodes[at].en.as_str(), "gathering" | "forum" | "conference" | "platform");
        let member = member && body && nodes[at].definite && !nodes[at].human;
        if by_verb && (outer.subject || p.agent || p.human || second) && !part && !office && !again && !member {
            return;
        }
        // يتمسك ممثلو الشمال بمدينة حلب: what they adhere to
        let holds = outer.verb.is_some_and(|v| matches!(v.ar, "تمسك" | "طالب" | "التزم" | "رحب" | "ندد" | "اعترف" | "أقر"));
        if ar == "ب" && outer.np.is_some() && outer.subject && holds {
            return;
        }
        // ربط توقيع الاتفاق بضمانات: to what it is linked
        if ar == "ب" && outer.np.is_some() && outer.verb.is_some_and(|v| matches!(v.ar, "رهن" | "ربط")) {
            return;
        }
        // كشف مصدر مقرب من الوفد عن تفاهمات: what the verb tells of, no origin of the delegation
        if ar == "عن"
            && outer.subject
            && outer.np.is_some()
            && (p.agent || p.human)
            && outer.verb.is_some_and(|v| v.prep("عن").is_some())
        {
            return;
        }
        // انسحاب ممثلي الجماعة من القاعة: from is the withdrawal's.
        if ar == "من" && (p.agent || p.human) && outer.np.is_some_and(|o| governed(&nodes[o.at], ar) == Some("from")) {
            return;
        }
        let value = match governed(head, ar).filter(|_| !items).map(|en| if within(head, ar, &nodes[at]) { "in" } else { en }) {
            None if items => "of",
            _ if lasting => "for",
            _ if ar == "ل" && nodes[at].en == "reason" => "for",
            // أول زيارة للوزير: he visits
            Some("to") if ar == "ل" && head.en == "visit" && (nodes[at].human || nodes[at].pos == Pos::Title) => "by",
            // هجمات للحركة: who attacks; ضربة للجهود, قصف القوات للمدينة: what is hit
            Some("by") if ar == "ل" && !(nodes[at].agent || nodes[at].human) => "on",
            Some("by") if ar == "ل" && matches!(p.det, super::np::Det::Words(_)) => "of",
            Some(v) => v,
            // اختلف الوفدان حول المقر: on what they differ.
            None if p.agent && !p.title && outer.subject && own && ar != "بين" && ALWAYS.contains(&ar) => return,
            // سيكون الدستور بين القضايا المطروحة: what it is
            None if ar == "بين" && outer.subject && outer.verb.is_some_and(|v| v.ar == "كان") && ends_with(nodes, at) => {
                return;
            }
            None if ALWAYS.contains(&ar) && own => among(nodes, ar, at, nodes[p.next].en_static()),
            None if office && sent(p) && nodes[at].pos == Pos::Name => "to",
            None if office => {
                if p.human {
                    "of"
                } else {
                    "for"
                }
            }
            None if by_verb || mention => return,
            None => match default(nodes, p, ar, at) {
                Some(v) => v,
                None => return,
            },
        };
        let Some((text, next)) = attach(nodes, value, at, outer) else { return };
        let glue = if p.post.is_empty() { "" } else { " " };
        p.post = format!("{}{glue}{text}", p.post);
        p.next = next;
    }
}

/// قال المدير الإقليمي للبرنامج, اللجنة العليا للإغاثة: what the office or the body is for; nobody says anything to it.
fn for_what(nodes: &[Node], p: &Np, ar: &str, at: usize) -> bool {
    let x = &nodes[at];
    // المبعوث الأممي لليمن: the country that the envoy is sent to
    if sent(p) && ar == "ل" && x.pos == Pos::Name && x.bare && x.feminine && !x.person_name && p.post.is_empty() {
        return true;
    }
    const LISTENING: &[&str] =
        &["press", "media", "newspaper", "channel", "radio", "television", "agency", "website", "site", "programme"];
    const BODIES: &[&str] =
        &["centre", "network", "institute", "institution", "observatory", "forum", "house", "fund", "foundation"];
    let studies = BODIES.contains(&p.head.as_str()) && (x.plural || x.mass) && !x.human;
    let body =
        (p.agent || p.human || studies) && !p.name && p.definite && (p.post.is_empty() || studies && p.post.starts_with("of "));
    // قال الأمين العام للحزب فلان: the name behind it tells whose office it is
    let listens = (x.human || x.agent || LISTENING.contains(&x.en.as_str()) && !(x.en == "programme" && p.human))
        && !(p.human && named_behind(nodes, at));
    // اقترحها الوسيط للخروج من الأزمة: what he wants to do, no office
    let purpose = x.pos == Pos::Masdar && p.human;
    ar == "ل"
        && body
        && (x.definite || x.en == "affair")
        && (matches!(x.pos, Pos::Noun | Pos::Masdar)
            || x.pos == Pos::Name && x.agent && !x.person_name && named_behind(nodes, at))
        && x.pron.is_none()
        && !listens
        && !purpose
}

/// قال المستشار القانوني للوفد إن, المتحدث الرسمي للجيش: whose office it is, where more is said of the office; a paper is told.
fn office_of(p: &Np, head: &Node, of: &Node) -> bool {
    const OFFICES: &[&str] = &[
        "adviser",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "coordinator",
        "commander",
        "director",
        "secretary",
        "representative",
        "inspector",
        "rapporteur",
        "prosecutor",
        "manager",
        "secretary-general",
    ];
    // النائب الأول لرئيس البرلمان: whose deputy he is
    let deputy = ["deputy", "assistant"].iter().any(|w| head.en.to_lowercase().ends_with(w)) && p.human && p.definite;
    if deputy && (of.pos == Pos::Title || of.human && of.nominal()) && !of.person_name && !of.plural {
        return true;
    }
    let last = |en: &str| OFFICES.contains(&en.to_lowercase().rsplit(' ').next().unwrap_or_default());
    let described = head.en.contains(' ') || !p.pre.is_empty();
    let body = of.definite && of.agent && (of.pos == Pos::Noun || has_offices(&of.en)) && !super::slots::follows_its_name(of);
    p.human && p.definite && described && last(&head.en) && body && of.pron.is_none()
}

/// True for those who are sent to a country.
fn sent(p: &Np) -> bool {
    p.title && ["nvoy", "mbassador", "oordinator", "epresentative"].iter().any(|w| p.head.ends_with(w))
}

/// True where the noun at `at` and what is said of it stand before a name or before an office that one holds.
fn named_behind(nodes: &[Node], at: usize) -> bool {
    let of = |x: &&Node| {
        let whole = x.definite && !x.person_name && (x.pos == Pos::Adjective || x.nominal() && x.pos != Pos::Title);
        whole && !x.and && (x.prep.is_none())
    };
    let rest = &nodes[at + 1..];
    let told = rest.iter().take(4).take_while(of).count();
    rest.get(told).is_some_and(|x| {
        let name = x.person_name || x.pos == Pos::Unknown && !x.definite && super::romanise::known(&x.ar).is_some();
        name && !x.and && x.prep.is_none() || x.pos == Pos::Title && x.definite && x.ungoverned()
    })
}

/// رفضها أي تدخل, نية المعارضة الانسحاب: what is rejected or intended stands bare behind who does it.
fn bare_object(nodes: &[Node], p: &Np, outer: &Outer) -> Option<(String, usize)> {
    let head = &nodes[p.at];
    let x = nodes.get(p.next).filter(|x| !x.and && x.prep.is_none() && x.pron.is_none())?;
    if outer.subject
        || !matches!(head.pos, Pos::Noun | Pos::Masdar)
        || head.human
        || head.agent && head.en != "opposition"
        || head.definite
    {
        return None;
    }
    let owner = p.next.checked_sub(1).filter(|&o| o > p.at).map(|o| &nodes[o]);
    let own = head.pron.is_some() && p.next == p.at + 1;
    let owned = own || owner.is_some_and(|o| o.definite && o.pos != Pos::Adjective && !o.person_name);
    if !owned {
        return None;
    }
    let to = || ["ب", "في", "على", "ل", "إلى"].iter().filter_map(|ar| governed(head, ar)).any(|v| v.starts_with("to*"));
    // عزمه تشكيل تكتل
    if (x.definite || own && x.pos == Pos::Masdar)
        && to()
        && let Some((text, next)) = infinitive(nodes, p.next, outer)
    {
        return Some((format!("to {text}"), next));
    }
    let of = government::noun(&head.en, "ل").filter(|en| !en.contains(['*', '|']));
    let acts = own
        && (of.is_some() || head.lemma.is_some_and(|l| l.pos == "verb" && l.is('t')))
        && (outer.verb.is_some_and(|v| v.is('t') || v.prep("عن").is_some()) || head.prep == Some("ب"));
    let thing = x.pos == Pos::Quant && x.en == "any" || x.definite && !x.human && matches!(x.pos, Pos::Masdar | Pos::Noun);
    if !(acts && thing) {
        return None;
    }
    let of = of.unwrap_or("of");
    let inner = parse(nodes, p.next, &outer.deeper(None))?;
    Some((format!("{of} {}", inner.text()), inner.next))
}

/// True where nothing but a phrase stands behind the noun phrase at `at`.
fn ends_with(nodes: &[Node], at: usize) -> bool {
    let behind = super::np::np(nodes, at).map_or(at, |p| p.next);
    nodes.get(behind).is_none_or(|x| matches!(x.pos, Pos::Mark(_) | Pos::Prep | Pos::Adverb) || x.prep.is_some())
}

/// بين with one plural is "among".
pub(super) fn among<'e>(nodes: &[Node], ar: &str, at: usize, en: &'e str) -> &'e str {
    // بين 30 و40 مراقبا: between two numbers
    if nodes.get(at).is_some_and(|x| x.pos == Pos::Number) {
        return en;
    }
    let many = |p: &Np| p.plural && !p.dual && nodes.get(p.next).is_none_or(|x| !x.and);
    if ar == "بين" && super::np::np(nodes, at).as_ref().is_some_and(many) { "among" } else { en }
}

/// True for what something happens in.
pub(super) fn place(en: &str) -> bool {
    const PLACES: &[&str] = &[
        "area",
        "region",
        "city",
        "town",
        "village",
        "governorate",
        "province",
        "district",
        "neighbourhood",
        "street",
        "square",
        "headquarters",
        "camp",
        "hospital",
        "countryside",
        "capital",
        "hotel",
        "mosque",
        "university",
        "ministry",
        "prison",
        "suburb",
        "house",
        "building",
        "airport",
    ];
    PLACES.contains(&en)
}

/// Where nothing is listed: "of" for ل behind a noun that has its owner or an adjective, for من behind what is a part.
fn default(nodes: &[Node], p: &Np, ar: &str, at: usize) -> Option<&'static str> {
    let head = &nodes[p.at];
    let inner = &nodes[at];
    match ar {
        "ل" if matches!(inner.pos, Pos::Masdar | Pos::NonMasdar) => None,
        // منطقة خفض التصعيد بإدلب
        "ب" if inner.pos == Pos::Name && inner.bare && inner.feminine && !inner.agent && !inner.person_name && !p.human => {
            let scene = |w: &str| place(w) || matches!(w, "zone" | "base" | "office" | "front" | "centre" | "crossing" | "site");
            let scene = scene(&p.head) || p.head.split(' ').any(scene);
            scene.then_some("in")
        }
        // مواجهات بمناطق متفرقة
        "ب" if inner.pos == Pos::Noun && place(&inner.en) && !inner.agent => Some("in"),
        // مؤتمر للحوار: a conference for it
        "ل" if !p.definite && head.pos == Pos::Noun && !p.human && !p.name && inner.pos == Pos::Noun && inner.definite => {
            let deed =
                head.lemma.is_some_and(|l| l.pos == "verb") || ["al", "tion", "ment", "ing"].iter().any(|e| head.en.ends_with(e));
            Some(if deed { "of" } else { "for" })
        }
        "ل" if head.pos == Pos::Masdar && (p.definite || !p.post.is_empty()) => Some("of"),
        "ل" if p.definite && !p.pre.is_empty() && p.post.is_empty() && inner.definite && !p.human => Some("of"),
        "من" if !p.definite && head.pos != Pos::Masdar && !p.name => {
            const PARTS: &[&str] =
                &["section", "part", "half", "number", "majority", "rest", "share", "series", "group", "set", "list", "batch"];
            let whole = PARTS.contains(&p.head.as_str());
            Some(if p.human || inner.agent && !p.many && !whole { "from" } else { "of" })
        }
        _ => None,
    }
}

/// The English of a governed preposition and its phrase. `to*` takes an infinitive, what stands behind `|` is for other nouns.
pub(super) fn attach(nodes: &[Node], value: &str, at: usize, outer: &Outer) -> Option<(String, usize)> {
    let (first, other) = value.split_once('|').unwrap_or((value, value));
    let word = match first.strip_suffix('*') {
        Some(to) => {
            let done = if to == "to" { deeds(nodes, at, outer) } else { infinitive(nodes, at, outer) };
            if let Some((text, next)) = done {
                return Some((format!("{to} {text}"), next));
            }
            // تعهد بعدم اللجوء إلى القوة: pledged not to resort to force
            if to == "to"
                && nodes.get(at).is_some_and(|x| x.pos == Pos::NonMasdar)
                && let Some((text, next)) = infinitive(nodes, at + 1, outer)
            {
                return Some((format!("not to {text}"), next));
            }
            other.trim_end_matches('*')
        }
        None => first,
    };
    let inner = parse(nodes, at, &outer.deeper(None))?;
    Some((format!("{word} {}", inner.text()).trim_start().to_owned(), inner.next))
}

/// من لم يوقع, من يعرقل الاتفاق: those who, no preposition.
pub(super) fn whom(nodes: &[Node], i: usize) -> bool {
    let of = nodes.get(i).is_some_and(|n| n.pos == Pos::Prep && n.ar == "من" && n.pron.is_none());
    of && nodes.get(i + 1).is_some_and(|x| matches!(x.pos, Pos::Verb | Pos::Neg) && !x.and)
}

/// عضو في الوفد is a member of it, قيادي في غارة was in it.
fn within(head: &Node, ar: &str, of: &Node) -> bool {
    head.en.contains("member") && ar == "في" && !of.agent
}
